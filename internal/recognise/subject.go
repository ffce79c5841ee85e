package recognise

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// What a title over a table is about. Words that titles of reports are made of say
// nothing of whom the figures count; what is left over may: "KẾT QUẢ NĂM 2022 - KHỐI
// MẦM NON", "Hộ cận nghèo", "Chung cư Hoàng Huy".

// subject is what is left of a title without the words of titles.
type subject struct {
	line
	words speech
	lone  bool // nothing but a number stood before it, and nothing beside it
}

// bareOpenings open titles as a number does; what follows is all that they say.
var bareOpenings = sync.OnceValue(func() []string {
	return list(`biểu, bảng, biểu mẫu, mẫu, mẫu biểu, phụ lục, phụ biểu, bảng biểu, bảng số liệu, bảng tính,
	bảng nhập, phần, mục, số, tt, stt, danh sách, thống kê, tổng hợp, số liệu`)
})

// numberings stand before the number of a table.
var numberings = sync.OnceValue(func() []string {
	return list("biểu, bảng, biểu mẫu, mẫu, mẫu biểu, phụ lục, phụ biểu, phần, mục, số")
})

// reportOpenings are the other words of titles that leave their subject open.
var reportOpenings = sync.OnceValue(func() []string {
	return list(`báo cáo, bc, kết quả, kq, tình hình, thực hiện, chỉ tiêu, chi tiết, chung, về, của,
	năm, quý, tháng, theo, cuối năm, trong năm, cả năm, nhanh, tổng kết, sơ kết, đánh giá, rà soát, chính, chủ yếu,
	cơ bản, đạt được, đến, ngày, hết, tính đến, từ, lũy kế, luỹ kế, phục vụ, cộng, tổng, tổng số, cho, nội dung,
	 thông tin, biến động, so sánh, tăng giảm, phân tích, bảng tính, trên địa bàn, địa bàn, toàn, phường, quận,
	và, tại, trên, trong, nhiệm kỳ, kỳ, chia, phân, đối với, riêng, dành cho, gồm, có, thuộc,
	ước, ước tính, dự kiến, sơ bộ, phương án, ngành, nhập, dùng, mới, loại hình, loại`)
})

// endings end what a title is about: what follows tells when and where.
var endings = sync.OnceValue(func() []string {
	return list(`trong năm, cuối năm, cả năm, đầu năm, tính đến, đến ngày, đến hết, đến cuối, trên địa bàn, toàn
	phường, toàn quận, gửi, 6 tháng, 9 tháng, quý, tháng`)
})

// noSubjects begin lines of letters and of those who wrote them.
var noSubjects = phrases{"nguoi lap", "nguoi tong hop", "nguoi bao cao", "nguoi ky", "nguoi gui", "nguoi nhan",
	"nguoi duyet", "nguoi kiem tra", "nguoi thuc hien", "nguoi phu trach", "nguoi cung cap", "nguoi viet",
	"can bo phu trach", "can bo lap", "can bo tong hop", "can bo thuc hien", "can bo theo doi", "cong chuc phu trach",
	"cong chuc lap", "lap bieu", "nguoi dai dien", "noi nhan", "kinh gui", "gui", "dia chi", "tru so", "dien thoai",
	"dt", "sdt", "so dien thoai", "email", "nguon so lieu", "nguon du lieu",
	"nguon cung cap", "nguon tin", "lien he", "can cu", "ten don vi", "don vi", "co quan", "dvt",
	"ky bao cao", "luu", "ghi chu", "luu y", "ngay", "trang", "ban hanh", "kem theo", "ve viec", "v v", "chu tich",
	"da dien", "tm", "kt", "t m", "k t", "thu truong", "doc lap tu do", "cong hoa xa hoi", "dang cong san", "so hieu",
	"so ky hieu",
	"cong van", "quyet dinh", "thong bao", "to trinh", "nghi dinh", "thong tu", "bien ban",
	"thuc hien cong van", "thuc hien nghi quyet", "thuc hien huong dan"}

// bodyOpenings begin the names of bodies, which stand over a report as its sender.
var bodyOpenings = sync.OnceValue(func() []string {
	return list(`ubnd, ủy ban, uỷ ban, hđnd, hội đồng, đảng ủy, đảng uỷ, đảng bộ, quận ủy, quận uỷ, thành ủy,
	mttq, ubmttq, mặt trận, công đoàn, văn phòng, ban, phòng, chi cục, cục, sở, công an, trạm y tế, hội, đoàn, bhxh,
	bảo hiểm xã hội, trung tâm, thành phố, tỉnh, tp, p, q, bộ, tổ công tác`)
})

// maxSubject is how many words a title of those who are counted has at most; more
// are a sentence.
const maxSubject = 10

// subjectsOver are the lines over a table that are about something, and the names
// of its sheet and file where they name who is counted.
func (r *reader) subjectsOver(own []line, sheet, file line) []subject {
	var all []subject
	add := func(l line, s speech, opened bool) {
		rest, reported := r.withoutOpenings(s)
		if len(rest.words) == 0 {
			return
		}
		alone := !slices.ContainsFunc(own, func(x line) bool {
			return x.row == l.row && x.col != l.col && len(unitsIn(x.text).units) == 0
		})
		text := strings.TrimSpace(l.text)
		lone := opened && !reported && alone && len(rest.words) <= maxSubject && rest.oneOf(0, bodyOpenings()) == 0 &&
			!strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ":") && !slices.Contains(rest.words, ":")
		all = append(all, subject{l, rest, lone})
	}
	var motto *line // what stands over it, or beside it, is the sender's
	for i := range own {
		if l := &own[i]; isNational(l.folded) && (motto == nil || l.row > motto.row ||
			l.row == motto.row && l.part > motto.part) {
			motto = l
		}
	}
	for _, l := range own {
		if l.row <= 0 || motto != nil && l.row <= motto.row &&
			(l.row < motto.row || l.col != motto.col || l.part <= motto.part) {
			continue
		}
		title := readNumber(l.text).rest
		if len(l.text) <= maxSubjectLine && !l.isOfLetter() && !r.readTitle(title).known() {
			text := withoutMeasure(l.text)
			s := speechOf(text)
			if text == l.text {
				add(l, s, !strings.HasPrefix(strings.TrimSpace(l.text), "("))
			} else if r.namesCounted(s) {
				add(l, s, false)
			}
			if behind := s.behindTime(); r.namesCounted(behind) {
				add(l, behind, false)
			}
		}
	}
	for _, name := range []line{sheet, file} {
		s := r.withoutOwnName(speechOf(strings.ReplaceAll(name.text, "_", " - ")))
		for _, part := range s.items() {
			if r.namesCounted(part) {
				add(name, part, false)
			}
		}
	}
	return all
}

// withoutMeasure is a title without the bracket that gives its unit of measurement; one
// that gives it in other words is about nothing else.
func withoutMeasure(text string) string {
	if unitsIn(text).units == nil {
		return text
	}
	before, rest, _ := strings.Cut(text, "(")
	_, after, _ := strings.Cut(rest, ")")
	if text = before + " " + after; unitsIn(text).units != nil {
		return ""
	}
	return text
}

// namesCounted: a part of a title names some of those who are counted, and not only
// their kind.
func (r *reader) namesCounted(part speech) bool {
	rest, _ := r.withoutOpenings(part)
	if n := rest.oneOf(0, pluralWords); n > 0 {
		rest.words = rest.words[n:]
	}
	n := rest.population()
	return n > 0 && (n < len(rest.words) || rest.oneOf(0, kinds()) < n)
}

// behindTime are the words of a title behind its year: "NƯỚC SẠCH NĂM 2022 (KHU VỰC NGOÀI
// ĐÊ)"; none where they name another subject: "... NĂM 2022 VÀ ...".
func (s speech) behindTime() speech {
	for i := 1; i+1 < len(s.words); i++ {
		if s.at(i, "năm") == 0 && s.words[i] != "/" || !isYear(atMostFour(s.words[i+1])) {
			continue
		}
		behind := speech{s.words[i+2:], s.bare}
		if behind.oneOf(0, joining) > 0 {
			break
		}
		return behind
	}
	return speech{bare: s.bare}
}

var joining = append(list("và, đến"), ",", ";")

// kinds alone say what rows or columns are of: a sheet "TDP" is of all of them.
var kinds = sync.OnceValue(func() []string {
	return list(`hộ, hộ gia đình, gia đình, người, tổ, tdp, tổ dân phố, thôn, xóm, làng, khu, khu vực, cụm, khối, vùng,
	nhóm, trường, cơ sở, chi bộ, đảng bộ, doanh nghiệp, dn, đảng viên, lao động, dân số, đối tượng, cơ quan`)
})

// maxSubjectLine is how long a line may be, in bytes, to be a title.
const maxSubjectLine = 250

func opensWith(folded string, some phrases) bool {
	return slices.ContainsFunc(some, func(p string) bool { return strings.HasPrefix(folded+" ", p+" ") })
}

// isOfLetter: the line belongs to a letter, or tells who wrote it, or who gave the
// figures: "Nguồn: Chi cục Thống kê", but "NGUỒN LAO ĐỘNG".
func (l line) isOfLetter() bool {
	if opensWith(l.folded, noSubjects) {
		return true
	}
	if !strings.HasPrefix(l.folded, "nguon ") {
		return false
	}
	s := speechOf(l.text)
	i, _ := s.find(0, []string{"nguồn"})
	return i >= 0 && (s.oneOf(i+1, []string{":", "-", ")"}) > 0 || s.oneOf(i+1, bodyOpenings()) > 0)
}

// withoutOpenings cuts off a title what every title may begin and end with;
// reported tells that it was more than a number.
func (r *reader) withoutOpenings(s speech) (rest speech, reported bool) {
	s = r.withoutOwnName(s)
	for numbered := false; len(s.words) > 0; { // so is a table, not what is counted
		n := 1
		of := s.oneOf(0, numberings()) > 0
		switch w := s.words[0]; {
		case s.populated(0):
			n = 0
		case s.oneOf(0, bareOpenings()) > 0:
			n = s.oneOf(0, bareOpenings())
		case s.oneOf(0, reportOpenings()) > 0:
			n, reported = s.oneOf(0, reportOpenings()), true
		case w == "gửi": // whom it is for
			return speech{bare: s.bare}, reported
		case isNumberWord(w) && !numbered && s.populated(1): // how many of them: "12/12 tổ dân phố"
			return speech{bare: s.bare}, reported
		case isNumberWord(w), viet.Fold(w) == "", len(w) == 1, strings.Trim(w, "ivx") == "", isCode(w):
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		s.words, numbered = s.words[n:], of
	}
	for i := 1; i < len(s.words); i++ {
		ofYear := s.at(i, "năm") > 0 && (i+1 == len(s.words) || isNumberWord(s.words[i+1]))
		if ofYear || s.oneOf(i, endings()) > 0 {
			s.words = s.words[:i]
		}
	}
	if i := s.division(); i > 0 {
		s.words = s.words[:i]
	}
	for len(s.words) > 0 && viet.Fold(s.words[len(s.words)-1]) == "" {
		s.words = s.words[:len(s.words)-1]
	}
	return s, reported
}

// division is where a title begins to tell into what its figures are divided, and nothing
// else: "GIA ĐÌNH VĂN HÓA THEO TỔ DÂN PHỐ"; 0 for nowhere.
func (s speech) division() int {
	if n := len(s.words); n > 0 && isYearWord(s.words[n-1]) {
		s.words = s.words[:n-1]
	}
	for i := 1; i+1 < len(s.words); i++ {
		if n := s.oneOf(i, dividing); n > 0 && i+n < len(s.words) && (speech{s.words[i+n:], s.bare}).oneOf(0,
			divisions()) == len(s.words)-i-n {
			return i
		}
	}
	return 0
}

var (
	dividing  = list("từng, theo, theo các, theo từng, chia theo, phân theo, chia theo từng, phân theo từng")
	divisions = sync.OnceValue(func() []string {
		return append(kinds(), "phường", "xã", "xã, phường", "khu dân cư", "khu phố")
	})
)

// populated: from a word on a text names those who are counted, one or many.
func (s speech) populated(i int) bool {
	rest := speech{s.words[i:], s.bare}
	n := rest.oneOf(0, pluralWords)
	return rest.population() > 0 || n > 0 && (speech{rest.words[n:], s.bare}).population() > 0
}

// isCode: letters without a vowel, as those of papers and forms: "01/PH".
func isCode(word string) bool {
	folded := viet.Fold(word)
	return shortForms[folded] == "" && !strings.ContainsAny(folded, "aeiouy")
}

// withoutOwnName are words without the sender's name, the office's, and of who is over it.
func (r *reader) withoutOwnName(s speech) speech {
	if r.ownNames == nil {
		r.ownNames = r.namesOf(r.unit)
	}
	kept := speech{bare: s.bare}
	for i := 0; i < len(s.words); {
		n := 0
		if first := viet.Fold(s.words[i]); slices.ContainsFunc(r.ownNames, func(name string) bool {
			return first != "" && strings.HasPrefix(name, first)
		}) {
			n = s.nameAt(i, r.ownNames)
		}
		if n == 0 {
			kept.words = append(kept.words, s.words[i])
			n = 1
		}
		i += n
	}
	return kept
}

// nameAt is how many words, with the marks between them, a name takes from the word at i on.
func (s speech) nameAt(i int, names []string) int {
	n, folded := 0, ""
	for k := 1; i+k <= len(s.words); k++ {
		if word := viet.Fold(s.words[i+k-1]); word != "" {
			folded = strings.TrimPrefix(folded+" "+word, " ")
			if slices.Contains(names, folded) {
				n = k
			}
		}
		if !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, folded) }) {
			break
		}
	}
	return n
}

// namesOf are what a unit is called, with the names of the office and of who is over it; folded.
func (k *Knowledge) namesOf(unit string) []string {
	names := []string{viet.Fold(k.plan.Office.Place), viet.Fold(k.plan.Office.Issuer), viet.Fold(k.plan.Office.Parent)}
	if u := k.plan.Unit(unit); u != nil {
		for _, name := range append([]string{u.Name}, u.Aliases...) {
			names = append(names, viet.Fold(name))
			if words := speechOf(name); u.Group != "" {
				if l, n := words.levelAt(0); l != noLevel {
					names = append(names, viet.Fold(strings.Join(words.words[n:], " ")))
				}
			}
		}
	}
	return names
}

// isOfSubject: what a title is about are others than those whom the plan asks for.
// The name of a field of work is none, nor is what another row of the table counts:
// the title names that row.
func (t *taking) isOfSubject(about subject) bool {
	s := about.words
	if said, _ := t.saysScope(about.line); said {
		return false
	}
	switch {
	case s.has(fieldWords), s.has(noScope), t.standsAt(s),
		t.listsAllPlaces(s), t.isAnsweredBeside(s):
		return false
	}
	if rest := t.withoutAsked(s); rest.populated(0) { // "BHYT hộ gia đình"
		return t.narrowed(rest, false)
	}
	return about.lone && !t.knows(s.text(), t.wordsOfSender())
}

// standsAt: the title is the address of what is asked for: "Nhà văn hóa tổ 5".
func (t *taking) standsAt(s speech) bool {
	for i := range s.words {
		if s.numberedPlace(i) > 0 && t.isAddress(s, i) {
			return s.at(0, t.ask.Unit) > 0
		}
	}
	return false
}

// withoutAsked are the words of a title from the first on that names who is counted,
// where those before it are what is asked for.
func (t *taking) withoutAsked(s speech) speech {
	asked := t.askedWords()
	s.words = s.words[s.oneOf(0, qualities):]
	for i, w := range s.words {
		if s.populated(i) {
			return speech{s.words[i:], s.bare}
		}
		if folded := viet.Fold(w); !allIn(strings.Fields(cmp.Or(shortForms[folded], folded)), asked) &&
			!slices.Contains(fillers, folded) {
			break
		}
	}
	return s
}

// qualities of those who are counted may be what a title is about: "CHẤT LƯỢNG LAO ĐỘNG
// NÔNG THÔN".
var qualities = list(`chất lượng, cơ cấu, chuyển dịch cơ cấu, nguồn, chất lượng nguồn, lực lượng lao động, chất lượng
	lực lượng lao động`)

// isAnsweredBeside: all that a title lists is what the table answers in some row or column, or what
// stands in rows of it beside those.
func (t *taking) isAnsweredBeside(s speech) bool {
	if t.table == nil || saysMarket(s.text()) && !saysMarket(t.ask.Label) {
		return false
	}
	items := s.items()
	answered := append(slices.Clone(t.table.answered), t.table.headedBy...)
	others := slices.DeleteFunc(slices.Clone(items), func(item speech) bool {
		words := t.meaning(item.text())
		return len(words) == 0 || slices.ContainsFunc(answered, func(a resolution.Ask) bool {
			return len(beyond(words, t.meaning(a.Label))) == 0
		})
	})
	return len(others) == 0 || len(others) < len(items) &&
		!slices.ContainsFunc(others, func(item speech) bool { return !t.hasRow(t.meaning(item.text())) })
}

// hasRow: a row of the table is of what some words say, whether it is asked for or not.
func (t *taking) hasRow(words []string) bool {
	return t.grid != nil && slices.ContainsFunc(t.table.rows(t.grid), func(l tableRow) bool {
		return l.filled && slices.Equal(words, t.meaning(withoutUnit(l.label)))
	})
}

// wordsOfSender are those of the plan, and of the sender's name: those of fields of
// work, as long as none of them names who is counted.
func (t *taking) wordsOfSender() []string {
	texts := []string{t.plan.Resolution.Theme, t.plan.Resolution.About}
	for _, a := range t.asks.list {
		texts = append(texts, a.Label, a.Unit)
	}
	for _, s := range t.plan.Sections {
		for _, i := range s.Indicators {
			texts = append(texts, i.Text)
			for _, m := range i.Measures {
				texts = append(texts, m.Name)
			}
		}
	}
	if u := t.plan.Unit(t.unit); u != nil {
		texts = append(append(texts, u.Name), u.Aliases...)
	}
	words := append(speechOf(strings.Join(texts, " ")).words, t.knownWords()...)
	slices.Sort(words)
	return slices.Compact(words)
}

// listsAllPlaces: "Tổ dân phố 1 đến tổ dân phố 12", where there are 12 in all.
func (t *taking) listsAllPlaces(s speech) bool {
	for i := range s.words {
		n := s.numberedPlace(i)
		if n == 0 || quantity.ReadWritten(s.words[i+n-1], true).Value.Cmp(one) != 0 {
			continue
		}
		next := i + n
		if next += s.oneOf(next, upTo); next == i+n {
			continue
		}
		if m := s.numberedPlace(next); m > 0 {
			next += m - 1
		}
		return next+1 == len(s.words) && isNumberWord(s.words[next]) &&
			t.hasPlaces(quantity.ReadWritten(s.words[next], true).Value)
	}
	return false
}

var upTo = list("đến, tới, đến hết, -, –")

// hasPlaces: so many places are all that the sender has, as the table says, or last
// year's report.
func (t *taking) hasPlaces(n quantity.Number) bool {
	for _, a := range t.asks.list {
		if speechOf(a.Unit).oneOf(0, numberedPlaces) == 0 || a.Role == resolution.RoleNumerator {
			continue
		}
		if slices.ContainsFunc(t.references(a.Ask), n.Equal) {
			return true
		}
		if t.table == nil {
			continue
		}
		for i, of := range t.table.answered {
			if of.Key() != a.Key() {
				continue
			}
			if all, ok := amount(t.sheet, t.table.answeredIn[i], t.heading, false); ok && all.Equal(n) {
				return true
			}
		}
	}
	return false
}
