package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Of whom a figure is: words that make it the figure of fewer, of others, or of
// another level of government than what is asked for.

// Blocks of rows have titles. Most name a field of work; some name those whom
// the rows count.

var (
	// fieldWords make the title of a field of work of whatever they stand in
	fieldWords = list(`chỉ tiêu, lĩnh vực, công tác, nhiệm vụ, mục tiêu, phong trào, chương trình, kế hoạch,
		nghị quyết, cuộc vận động, đề án, dự án, hoạt động, kết quả, tình hình, số liệu, thông tin, nội dung,
		tiêu chí, đời sống`)
	// populations are what is counted, or where
	populations = list(`hộ, gia đình, người, lao động, công dân, đảng viên, trẻ em, học sinh, cán bộ, công chức,
		dân tộc, doanh nghiệp, hợp tác xã, khối, khu, khu vực, vùng, cụm, tổ, tdp, xóm, thôn, làng, nhóm, đối tượng,
		thành phần, cơ quan, cá nhân, nam, nữ, thanh niên, phụ nữ, dân số, hội viên, đoàn viên, thành thị, nông thôn,
		nội thành, ngoại thành, trường, cơ sở, chi bộ, đảng bộ, kinh tế nhà nước, kinh tế ngoài nhà nước,
		kinh tế tư nhân, bậc, mầm non, tiểu học, trung học, thcs, thpt, cấp tiểu học, cấp thcs, cấp thpt,
		cấp trung học, cấp mầm non, đồng bào, cựu chiến binh, chung cư, chợ, tập thể, công nhân, viên chức, công ty,
		lực lượng, tiểu khu, sinh viên, giáo dân, cận nghèo, nông dân, tập đoàn, tư thục, công lập, dn`)
	pluralWords = list("các, số, những, của các, của, một số")
	partOpens   = list("trong đó, trong số đó, bao gồm, gồm, qua, thông qua, từ nguồn")
	partNames   = list("trong đó, trong số đó")
	countOpens  = list("số, tổng, đạt, tỷ lệ")
	// namesOfFields are populations, and the names of fields of work too
	namesOfFields = list("lao động, dân số, gia đình, dân tộc, cơ sở, thành phần, người, đảng bộ, đối tượng")
	// noPopulations only begin with one; those without accents may be
	noPopulations = list(`tổ chức, hộ tịch, hộ khẩu, tổ công tác, tổ trưởng, cơ sở vật chất, cơ sở hạ tầng,
		cơ sở dữ liệu, khối lượng, người lập, nhóm chỉ tiêu, lực lượng lao động, lực lượng sản xuất`)
	bareNoPopulations = list(`tờ trình, hồ sơ, họ tên, họ và tên, hỗ trợ, hội, trưởng phòng, trưởng ban, nam, tổ chức,
		tổng, bắc`)
	// namedPlaces are places within a ward that may bear its name
	namedPlaces = list("trường, trường học, chợ, chi bộ, công ty, chung cư, hợp tác xã, doanh nghiệp, làng, xóm")
	// fieldsOfWork are the fields themselves, beside a word as wide as "khối"
	fieldsOfWork = phrases{"kinh te", "van hoa", "xa hoi", "chinh tri", "quoc phong", "an ninh", "do thi", "moi truong",
		"doan the", "mat tran", "chinh quyen", "giao duc", "dao tao", "y te", "noi chinh", "noi vu", "tu phap",
		"tai chinh", "ngan sach", "xay dung", "quan ly", "dan van", "su nghiep", "cong nghiep", "thuong mai",
		"dich vu", "nong nghiep", "thuy san", "dang", "va", "cac", "ve", "chung", "toan", "dia ban", "tren", "dan cu",
		"nhan dan"}
	// strangers are words of those who are not the sender's; turningAway also of those who are so no longer, or not yet
	strangers = list(`ngoài địa bàn, ngoài quận, ngoài phường, ngoài huyện, ngoài xã, ngoài tỉnh, ngoài thành phố,
		tạm trú, phường khác, quận khác, nơi khác, xã khác, huyện khác, địa phương khác, đơn vị khác, tỉnh khác,
		nơi đến, chuyển đi, chuyển đến, đã chuyển, tạm vắng, vãng lai, nước ngoài`)
	turningAway = append(list(`loại trừ, không tính, không thuộc, chưa tính, còn lại, cũ, đã thoát, đã xóa, đã bỏ,
		dừng hoạt động, ngừng hoạt động, giải thể, công nhận lại, đạt lại`), strangers...)
)

// narrows: a title names those whom the rows below count, in words that are not
// the ask's.
func (t *taking) narrows(title string) bool {
	title, _ = withoutNumber(title)
	s := speechOf(strings.TrimRight(title, ": "))
	from := 0
	part := false
	if n := s.oneOf(0, partOpens); n > 0 {
		part = true
		for from = n; from < len(s.words) && s.words[from] == ":"; from++ {
		}
	}
	s.words = s.words[from:]
	return t.narrowed(s, part)
}

// narrowed is narrows of words without their number; part tells that they are named
// as a part.
func (t *taking) narrowed(s speech, part bool) bool {
	asked := t.askedWords()
	foreign := func(of speech) bool {
		return len(beyond(t.meaning(of.text()), asked)) > 0 || saysMarket(of.text()) && !saysMarket(t.ask.Label)
	}
	switch {
	case len(s.words) == 0, !foreign(s):
		return false
	case s.has(strangers):
		return true
	case s.has(fieldWords):
		return false
	case s.has(turningAway):
		return true
	}
	if named := t.unitsIn(s.text()); len(named) > 0 {
		s = t.withoutOwnName(s)
		lone := len(s.words) == s.oneOf(0, populations) && s.oneOf(0, namedPlaces) == 0
		if len(named) > 1 || named[0] != t.unit || lone {
			return false
		}
	}
	if s.oneOf(0, ownPlaces) == len(s.words) { // "THEO TỔ DÂN PHỐ": all of them
		return part
	}
	if n := s.oneOf(0, pluralWords); n > 0 && (speech{s.words[n:], s.bare}).population() > 0 {
		s.words = s.words[n:]
		if s.oneOf(0, numberedPlaces) == len(s.words) {
			return part // "các tổ dân phố": all of them
		}
	}
	head := s.population()
	switch {
	case head > 0 && t.ownLevel() != noLevel && slices.ContainsFunc(s.levels(false), func(l level) bool {
		return l < t.ownLevel() // "Đảng bộ xã, phường" within the district
	}):
		return true
	case head == 0:
		return part && s.oneOf(0, countOpens) == 0
	}
	// "Lao động, người có công và xã hội", "Dân số - việc làm": fields beside each other, but "Học sinh, sinh viên"
	items, people := s.items(), 0
	for i, item := range items {
		if n := item.population(); n == len(item.words) && item.oneOf(0, namesOfFields) < n {
			people++
		} else if i == 0 && n == len(item.words) && len(items) > 1 {
			return false
		}
		if !foreign(item) {
			return false
		}
	}
	if len(items) > 1 && people > 0 && items[0].population() == len(items[0].words) {
		return people == len(items)
	}
	rest := speech{s.words[head:], s.bare}
	if len(rest.words) == 0 {
		return part || people > 0
	}
	left := fieldsOfWork.cutFrom(viet.Fold(t.withoutOwnLevel(rest).text()))
	left = phrases{viet.Fold(t.plan.Office.Place)}.cutFrom(left)
	if strings.Contains(left, "|") { // "Khối Mặt trận, đoàn thể quận"
		left = phrases{"quan", "phuong", "thanh pho"}.cutFrom(left)
	}
	return strings.Trim(left, " |") != ""
}

// population is how many words at the start of a title name what is counted.
func (s speech) population() int {
	if s.oneOf(0, noPopulations) > 0 || s.bare && s.oneOf(0, bareNoPopulations) > 0 {
		return 0
	}
	return s.oneOf(0, populations)
}

// withoutOwnLevel are words without those of the sender's own level: "đảng bộ
// quận".
func (r *reader) withoutOwnLevel(s speech) speech {
	kept := speech{bare: s.bare}
	own := r.ownLevel()
	for i := 0; i < len(s.words); {
		l, n := s.levelAt(i)
		if l != own || n == 0 {
			kept.words = append(kept.words, s.words[i])
			n = 1
		}
		i += n
	}
	return kept
}

// items are what a title lists.
func (s speech) items() []speech {
	var all []speech
	var item []string
	for _, w := range append(slices.Clone(s.words), ",") {
		switch w {
		case ",", ";", "-", "–", "/", "&", "và":
			if len(item) > 0 {
				all = append(all, speech{item, s.bare})
			}
			item = nil
		default:
			item = append(item, w)
		}
	}
	return all
}

// ofOtherScope asks about a figure of others than those asked for: its label
// says so, or a title it stands under.
func (t *taking) ofOtherScope() *diag.Problem {
	ask := func(l line) *diag.Problem {
		if l.name {
			return t.said("B287", l, diag.Args{"name": viet.Excerpt(l.text), "label": t.ask.Label})
		}
		return t.said("B263", l, diag.Args{"title": viet.Excerpt(l.text), "label": t.ask.Label})
	}
	if t.layout != nil || t.how == returns.ByForm { // the office described the place, or printed the label
		return nil
	}
	if t.rowName != "" && !t.isTotal(t.rowName) && !t.namesWhole(t.rowName) {
		return ask(line{row: t.row, col: t.col, text: t.rowName})
	}
	for _, b := range t.blocks {
		title, _ := withoutNumber(b.text)
		if affirmsFigures(title) {
			continue
		}
		if t.estimates(title) {
			if t.o.Estimate = true; t.refusesEstimate() {
				return ask(b.line)
			}
			continue
		}
		counts, merges := t.countsOthers(title)
		if t.narrows(title) || !t.understands(title) || t.otherLevel(title, true) ||
			counts || t.mergesOthers(merges) || t.stands(b.line)&asUnsettled != 0 ||
			t.isOfOtherTime(title) || t.givenByAnother(title) || b.isOfAssociation() && !t.speaksOfAssociations() {
			return ask(b.line)
		}
	}
	for _, l := range t.titles.notes {
		if said, _ := t.saysScope(l); said {
			continue
		}
		h, s := t.hear(l.text), t.speechOf(l.text)
		if t.deniedBy(l) || t.isRecounted(h) || t.isQualified(h, l.text) || proposes(s) ||
			t.isOfStrangers(l.text) || isOfPlaces(s) {
			return ask(l)
		}
	}
	for _, l := range t.titles.onFigures {
		if t.deniedBy(l) {
			return ask(l)
		}
	}
	for _, l := range t.titles.places {
		if t.isOfOtherPlace(l.text) {
			return ask(l)
		}
	}
	for _, l := range t.titles.signed {
		if t.isSignedByOther(l) {
			return ask(l)
		}
	}
	for _, l := range t.titles.lines {
		if l.name && t.isOfOtherPeer(l.text) { // a sheet with another's name
			return ask(l)
		}
		if said, whole := t.saysScope(l); said && !whole {
			return ask(l)
		}
	}
	for _, l := range t.titles.scopes {
		if t.isOfSome(l.text) {
			return ask(l)
		}
	}
	for _, about := range t.titles.subjects {
		if t.isOfSubject(about) {
			return ask(about.line)
		}
	}
	for _, l := range t.titles.bodies {
		if !t.speaksOfAssociations() {
			return ask(l)
		}
	}
	own := append(slices.Clone(t.labels), t.heading.shown)
	if slices.ContainsFunc(own, t.givenByAnother) {
		return ask(line{row: t.row, col: t.col, text: strings.Join(own, ", ")})
	}
	if len(t.titles.levels) > 0 && !slices.ContainsFunc(own, func(text string) bool {
		return slices.Contains(t.names.in(text, false), t.unit)
	}) {
		for _, l := range t.titles.levels {
			if t.otherLevel(l.text, true) {
				return ask(l)
			}
		}
	}
	if n := len(t.labels); n > 0 && t.otherLevel(t.labels[n-1], false) {
		return ask(line{row: t.row, col: t.col, text: t.labels[n-1]})
	}
	return nil
}

// deniedBy: a line over the table takes its figures back, and sets nothing beside them.
func (t *taking) deniedBy(l line) bool {
	return t.hear(l.text).denied && !t.speechOf(l.text).has(comparisons())
}

// saysScope: a line tells of whom or where all is counted; whole, that it is all of the
// sender's place: "Phạm vi: toàn phường".
func (r *reader) saysScope(l line) (said, whole bool) {
	if !strings.HasPrefix(l.folded, "pham vi") {
		return false, false
	}
	s := r.speechOf(l.text)
	n := s.oneOf(0, scopeNames)
	if n == 0 || s.at(n, ":") == 0 {
		return false, false
	}
	s.words = s.words[n+1:]
	rest, _ := r.withoutOpenings(s)
	return true, r.isAllOfPlace(s.text()) || len(rest.words) == 0 && !hasDigit(s.text())
}

var scopeNames = list("phạm vi, phạm vi số liệu, phạm vi báo cáo, phạm vi thống kê, phạm vi tổng hợp")

// isOfOtherTime: every word of a block's title is one of headings, and they say
// that its figures are no results of the year: "6 tháng đầu năm", "Đầu kỳ"; or a year
// to come stands in it: "Kế hoạch năm 2023".
func (t *taking) isOfOtherTime(title string) bool {
	r := readHeading([]string{title}, t.frame())
	l := line{text: title, folded: viet.Fold(title)}
	l.read(false, t.frame())
	if years := append(l.years, l.other...); len(years) > 0 && slices.Min(years) > t.plan.Resolution.Year {
		return true
	}
	other := ofOtherPeriod | ofSeveralYears
	switch {
	case speechOf(title).has(openings) && !speechOf(t.ask.Label).has(openings), speechOf(title).has(toCome):
		return true
	case r.strange, r.says.any(ofPaper | ofPlans | ofComparison | official):
		return false
	}
	return r.says.any(other) && (!r.says.any(ofPeriod) || r.says.any(ofEstimates))
}

// estimates: every word of a block's title is one of headings, and they say that
// its figures are estimates, in a report of results.
func (t *taking) estimates(title string) bool {
	r := readHeading([]string{title}, t.frame())
	return !t.plan.Report.Estimate && !r.strange && r.says.any(ofEstimates) &&
		!r.says.any(ofPaper|ofPlans|ofComparison|official|ofOtherPeriod|ofSeveralYears)
}

// isOfStrangers: a title names those who are not the sender's, and are not asked
// for.
func (t *taking) isOfStrangers(title string) bool {
	s := speechOf(title)
	at, after := s.find(0, strangers)
	return at >= 0 && len(beyond(meaning(strings.Join(s.words[at:after], " ")), t.askedWords())) > 0
}

// isOfOtherPlace: a letterhead, a title or a remark names a place that is neither the
// office's nor over it nor one of its units: "PHÒNG KINH TẾ QUẬN LÊ CHÂN", "Số của huyện
// An Dương". Communes are too many, and stand in too many titles, to be told but by their
// letterheads.
func (t *taking) isOfOtherPlace(text string) bool {
	s := t.speechOf(t.withoutSenderBefore(text))
	if !s.mayBeOfPlace() {
		return false
	}
	body := s.oneOf(0, bodyOpenings()) > 0
	for at, after := s.find(0, governments()); at >= 0; at, after = s.find(after, governments()) {
		if s.oneOf(after, bodyWords)+s.oneOf(after, deciding()) == 0 && t.isForeign(s.placeAt(after), body) {
			return true
		}
	}
	at, after := s.find(0, communes)
	return body && at >= 0 && t.isForeign(s.placeAt(after), true)
}

// mayBeOfPlace: a text opens as those that name the place of which they are.
func (s speech) mayBeOfPlace() bool {
	return s.oneOf(0, bodyOpenings())+s.oneOf(0, governments())+s.oneOf(0, bareOpenings())+
		s.oneOf(0, reportOpenings())+s.oneOf(0, []string{"là", "đây"}) > 0
}

// mayNamePlace: a remark may say so of the figure: "Số của quận Lê Chân".
func (s speech) mayNamePlace() bool {
	return s.oneOf(0, governments())+s.oneOf(0, bareOpenings())+s.oneOf(0, []string{"của", "là", "đây"}) > 0
}

// governments stand before the names of places, with the bodies that are called by them.
var governments = sync.OnceValue(func() []string {
	return list(`quận, huyện, thị xã, thành phố, tỉnh, quận ủy, quận uỷ, huyện ủy, huyện uỷ, thị ủy, thị uỷ, thành ủy,
		thành uỷ, tỉnh ủy, tỉnh uỷ, tp, tp ., q ., h ., tx ., t ., q, tx`)
})

var communes = []string{"xã", "phường", "thị trấn"}

// maxPlace is how many words the name of a place has at most.
const maxPlace = 3

// placeAt is the name of a place that a text ends with, or that time or a mark follows;
// nothing where what stands there is too long for one.
func (s speech) placeAt(from int) speech {
	end := from
	for end < len(s.words) && viet.Fold(s.words[end]) != "" && !isNumberWord(s.words[end]) &&
		s.oneOf(end, afterPlaces()) == 0 {
		end++
	}
	if end-from > maxPlace {
		return speech{bare: s.bare}
	}
	return speech{s.words[from:end], s.bare}
}

var afterPlaces = sync.OnceValue(func() []string {
	return list("năm, quý, tháng, ngày, cuối, đầu, cả, đến, trong, về, theo, và, gửi, báo cáo")
})

// isForeign: words behind the kind of a place are the name of one that the plan does not
// know, and no words that stand in titles. In a letterhead what the sender is asked for says
// nothing: "thủy" and "nguyên" do, and Thủy Nguyên is a town.
func (t *taking) isForeign(place speech, letterhead bool) bool {
	if len(place.words) == 0 {
		return false
	}
	name, o := viet.Fold(place.text()), t.plan.Office
	if viet.HasPhrase(viet.Fold(strings.Join([]string{o.Place, o.Issuer, o.Parent, t.plan.Resolution.Issuer}, " ; ")),
		name) || len(t.names.in(place.text(), false)) > 0 {
		return false
	}
	opened := place.oneOf(0, bodyOpenings()) + place.oneOf(0, bareOpenings()) + place.oneOf(0, reportOpenings()) +
		place.oneOf(0, givingWords) + place.oneOf(0, governments()) + place.oneOf(0, communes)
	words := t.wordsOfSender()
	if letterhead {
		words = nil
	}
	return opened == 0 && !t.knows(place.text(), words)
}

// isOfPlaces: only some of the sender's places are counted: "10 tổ (trong tổng số
// 12 tổ)", "10/12 tổ dân phố", "900/1.500 hộ".
func isOfPlaces(s speech) bool {
	for i, word := range s.words {
		if !isNumberWord(word) {
			continue
		}
		next := i + 1
		named := s.oneOf(next, countedPart)
		if next += named; s.at(next, "(") > 0 {
			next++
		}
		n := s.oneOf(next, ofAll)
		if next += n; n == 0 || next >= len(s.words) || !isNumberWord(s.words[next]) ||
			s.words[next-1] == "/" && isYear(atMostFour(s.words[next])) && len(word) < 3 { // "tháng 12/2022"
			continue
		}
		some, all := quantity.ReadWritten(word, true).Value, quantity.ReadWritten(s.words[next], true).Value
		if (named > 0 || s.oneOf(next+1, countedPart) > 0) && some.Cmp(all) < 0 {
			return true
		}
	}
	return false
}

// isOfOtherPeer: a text names another of the sender's group, and not the sender: "P. Quán Trữ".
func (t *taking) isOfOtherPeer(text string) bool {
	own, named := t.plan.Unit(t.unit), t.unitsIn(text)
	return t.isOneOfMany() && !slices.Contains(named, t.unit) && slices.ContainsFunc(named, func(id string) bool {
		return t.plan.Unit(id).Group == own.Group
	})
}

// proposes: what was proposed is not done yet: "SỐ LIỆU ĐỀ NGHỊ CÔNG NHẬN".
func proposes(s speech) bool {
	at, after := s.find(0, proposals())
	return at >= 0 && after < len(s.words) && (at == 0 || s.oneOf(at-1, besideProposals()) == 0) &&
		s.oneOf(after, decisions()) > 0
}

var (
	proposals       = sync.OnceValue(func() []string { return list("đề nghị, đề xuất, trình, xin, chờ, xét") })
	besideProposals = sync.OnceValue(func() []string { return list("theo, kiến nghị, được, đã, công văn, và") })
	decisions       = sync.OnceValue(func() []string {
		return list(`xét, công nhận, phê duyệt, duyệt, khen thưởng, xét công nhận, tặng, xếp loại, hỗ trợ, công bố,
			thẩm định, cấp, bổ sung`)
	})
)

var ofAll = list("trong tổng số, trên tổng số, trong số, trên, trong, /")

// givenByAnother: what was planned was given by one level of government; a text
// names another that gave it.
func (t *taking) givenByAnother(text string) bool {
	if t.ask.Role != resolution.RolePlan {
		return false
	}
	asked, said := speechOf(t.ask.Label).givers(), speechOf(text).givers()
	return len(asked) > 0 && len(said) > 0 && !slices.ContainsFunc(said,
		func(l level) bool { return slices.Contains(asked, l) })
}

// givers are the levels of government that a text says gave something.
func (s speech) givers() []level {
	var all []level
	for i := 0; i < len(s.words); {
		l, n := s.levelAt(i)
		if l != noLevel && s.at(i+n, "giao") > 0 {
			all = append(all, l)
		}
		i += max(n, 1)
	}
	return all
}

var (
	openings = list("đầu năm, đầu kỳ, bình quân, trung bình")
	toCome   = list("năm sau, năm tới, kỳ sau, kỳ tới, thời gian tới, năm tiếp theo, những năm tiếp theo")
)
