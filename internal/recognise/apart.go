package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// What is said apart from the cells of a table: in shapes drawn over its sheet, and on sheets
// that hold no table. Who takes the trouble to say something there about figures mostly warns of
// them, so it is asked about unless it is of a kind that leaves them alone: what belongs to a
// letter, a title, how a form is to be filled, and that the figures are settled.

// noted is a text apart, and of which sheets it speaks.
type noted struct {
	aRemark
	on     *workbook.Sheet   // it is drawn over this one; nil for none
	off    *workbook.Sheet   // it stands in this one's cells; nil for none
	sheets []*workbook.Sheet // which it names; none of them for all
}

// saidApart are the texts apart from tables that speak of the figures of a sheet.
func (r *reader) saidApart(here *workbook.Sheet) []aRemark {
	if r.apart == nil {
		r.apart = r.textsApart()
	}
	var all []aRemark
	for _, n := range r.apart {
		if (n.on == nil || n.on == here) && n.off != here && (len(n.sheets) == 0 || slices.Contains(n.sheets, here)) {
			all = append(all, n.aRemark)
		}
	}
	return all
}

// textsApart are those of the file; never nil.
func (r *reader) textsApart() []noted {
	all := []noted{}
	for _, s := range r.book.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		if r.stop() {
			return all
		}
		tables := len(r.gridOf(s).tables()) > 0
		for i := range s.Boxes {
			at := aRemark{at: s.Name, drawn: true}
			if box := &s.Boxes[i]; box.Row > 0 {
				at.at += "!" + box.Ref()
			}
			for text := range strings.SplitSeq(viet.Clean(s.Boxes[i].Text), "\n") {
				n := noted{aRemark: at, sheets: r.sheetsNamed(text)}
				n.text, n.legends = viet.Tidy(text), legendsIn(text)
				if n.warns = !r.leavesFiguresAlone(text); tables {
					n.on = s
				}
				all = append(all, n)
			}
		}
		if !tables && s.Parts == nil && isOfNotes(s) && !isForm(r.book) {
			all = append(all, r.coverOf(s)...)
		}
	}
	return all
}

// isOfNotes: a sheet has a few texts, and hardly a figure.
func isOfNotes(s *workbook.Sheet) bool {
	figures := 0
	for i := range s.Cells {
		if c := &s.Cells[i]; c.Kind == workbook.Number && c.Col > 1 && !year().MatchString(cellText(c)) {
			figures++
		}
	}
	return len(s.Cells) <= maxNotes && figures <= maxFigures
}

// What a sheet of notes has at most: cells, and figures among them.
const (
	maxNotes   = 20
	maxFigures = 2
)

// coverOf are the texts of a sheet without a table that speak of figures on others. On one
// that tells how to fill the others in, nothing is said of what stands in them.
func (r *reader) coverOf(s *workbook.Sheet) []noted {
	guide := s.Name
	for i := range s.Cells {
		if c := &s.Cells[i]; c.Kind == workbook.Text {
			guide += "\n" + c.Text
			break
		}
	}
	guides := slices.ContainsFunc(strings.Split(guide, "\n"), func(text string) bool {
		return opensWith(viet.Fold(text), guiding)
	})
	var all []noted
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Kind != workbook.Text || len(c.Text) > titleLength {
			continue
		}
		n := noted{aRemark: aRemark{text: viet.Tidy(c.Text), at: "«" + s.Name + "»!" + c.Ref(),
			legends: legendsIn(c.Text)},
			off: s, sheets: r.sheetsNamed(c.Text)}
		speaks := r.speaksOfTables(c.Text) || len(n.sheets) > 0
		n.warns = !guides && (speaks || r.disowns(c.Text)) && !r.leavesFiguresAlone(c.Text)
		if n.warns || speaksOfFigures(c.Text) {
			all = append(all, n)
		}
	}
	return all
}

var guiding = phrases{"huong dan", "hd", "cach ghi", "cach dien", "cach nhap", "giai thich", "quy uoc", "quy dinh"}

// speaksOfTables: a clause names a table of the file or its figures.
func (r *reader) speaksOfTables(text string) bool {
	s := r.speechOf(text)
	for at, after := s.find(0, tableNouns()); at >= 0; at, after = s.find(after, tableNouns()) {
		if at == 0 || !slices.Contains(notTables, s.words[at-1]) {
			if s.oneOf(at, otherTables()) == 0 {
				return true
			}
		}
	}
	return false
}

var (
	tableNouns = sync.OnceValue(func() []string {
		return list(`biểu, bảng, sheet, số liệu, tệp, file, trang tính, cột, dòng, con số, các số, phụ lục,
			chỉ tiêu số, mục số, số trong, số ở, số trên, số này, số bên`)
	})
	// words in which those of tables mean another thing
	notTables   = []string{"đại", "tiêu", "dai", "tieu"}
	otherTables = sync.OnceValue(func() []string {
		return list(`biểu dương, biểu diễn, biểu quyết, biểu hiện, biểu tượng, bảng tin, bảng vàng, bảng hiệu,
			bảng điện, dòng họ, dòng tộc, cột mốc, cột cờ, cột điện`)
	})
)

// disowns: a short line takes figures back without naming them: "Bản nháp", "Chưa duyệt".
func (r *reader) disowns(text string) bool {
	s := r.speechOf(text)
	l := line{text: text, folded: viet.Fold(text)}
	return len(s.words) > 0 && len(s.words) <= maxSubject && !strings.HasSuffix(strings.TrimSpace(text), ":") &&
		(s.isUnsettled() || disowned(text) || r.denied(text) || r.saysEstimate(l.folded) || isEstimate(l.folded) &&
			len(s.words) <= maxName)
}

// sheetsNamed are the sheets that a text names: "Biểu 1" is the sheet "Bieu 01".
func (r *reader) sheetsNamed(text string) []*workbook.Sheet {
	if r.named == nil {
		r.named = namesOfSheets(r.book)
	}
	words := nameWords(text)
	var all []*workbook.Sheet
	for i := range words {
		for _, n := range r.named.lengths {
			if i+n <= len(words) {
				all = append(all, r.named.sheets[strings.Join(words[i:i+n], " ")]...)
			}
		}
	}
	return all
}

// sheetNames are the sheets of a book by the words of their names.
type sheetNames struct {
	sheets  map[string][]*workbook.Sheet
	lengths []int // how many words they have
}

func namesOfSheets(b *workbook.Book) *sheetNames {
	all := &sheetNames{sheets: map[string][]*workbook.Sheet{}}
	for _, s := range b.Sheets {
		name := nameWords(s.Name)
		if len(strings.Join(name, "")) < 3 {
			continue
		}
		key := strings.Join(name, " ")
		all.sheets[key] = append(all.sheets[key], s)
		if !slices.Contains(all.lengths, len(name)) {
			all.lengths = append(all.lengths, len(name))
		}
	}
	return all
}

// nameWords are the words of a name, its numbers without zeros before them.
func nameWords(text string) []string {
	words := strings.Fields(viet.Fold(text))
	for i, w := range words {
		if isNumberWord(w) {
			words[i] = strings.TrimLeft(w, "0")
		}
	}
	return words
}

// leavesFiguresAlone: a text is of a kind that says nothing against any figure.
func (r *reader) leavesFiguresAlone(text string) bool {
	text = viet.Tidy(text)
	s := r.speechOf(text)
	if !strings.ContainsFunc(viet.Fold(text), func(r rune) bool { return r >= 'a' && r <= 'z' }) {
		return true
	}
	clauses := slices.DeleteFunc(s.clauses(), func(c speech) bool {
		return sends(c) || c.isOutcome() ||
			!c.isWords()
	})
	if r.mergesOthers(r.unitsIn(text)) || len(clauses) == len(s.clauses()) && r.namesOtherTime(text) ||
		slices.ContainsFunc(clauses, func(c speech) bool { return r.namesOtherTime(c.text()) }) {
		return false
	}
	if isLegend(text) { // of which the figures' looks tell
		rest := withoutLegends(text)
		return rest == "" || r.leavesFiguresAlone(rest)
	}
	quiet := !s.turns() && !slices.ContainsFunc(clauses, func(c speech) bool {
		return c.oneOf(0, pointingAtFigures()) > 0 && !settles(c)
	})
	if quiet && (r.isOfLetterhead(text, s) || r.isOfTitle(text, s)) || guides(s) {
		return true
	}
	return !slices.ContainsFunc(clauses, func(c speech) bool {
		return !settles(c) && !guides(c) && (c.turns() || !r.isOfLetterhead(c.text(), c))
	})
}

// pointingAtFigures open what is said of figures that stand there, whatever the line begins with: "Công chức A, số
// này do ...".
func pointingAtFigures() []string {
	return listOnce(`số này, số trên, các số này, các số trên, số liệu này, số liệu trên, con số này, những số này,
		mấy số này, mấy con số này, bảng này, biểu này`)
}

func (s speech) isWords() bool {
	return slices.ContainsFunc(s.words, func(w string) bool { return !isNumberWord(w) && viet.Fold(w) != "" })
}

// namesOtherTime: a text names another time than the report's, or an estimate, a plan, a draft.
func (r *reader) namesOtherTime(text string) bool {
	l := line{text: text, folded: viet.Fold(text)}
	l.read(false, r.frame())
	ofYear := r.plan.Resolution.Year
	other := func(y int) bool { return y != ofYear && y != ofYear+1 }
	return slices.ContainsFunc(l.years, other) || l.says.any(ofOtherPeriod|ofSeveralYears) ||
		r.speechOf(text).isUnsettled() ||
		isEstimate(l.folded) || isPlanTitle(l.folded) ||
		slices.ContainsFunc(r.speechOf(text).clauses(), r.isBeforeTheEnd)
}

// isOfLetterhead: a text belongs to a letter: a body's name, a motto, a paper's number, a day and
// place, who signs, seals, wrote it or is to be asked.
func (r *reader) isOfLetterhead(text string, s speech) bool {
	folded := viet.Fold(text)
	l := line{text: text, folded: folded}
	short := len(s.words) <= maxSignature
	day, _ := s.find(0, []string{"ngày"})
	return isNational(folded) || isSignature(text) || s.isBody() || short && s.oneOf(0, bodyOpenings()) > 0 ||
		short && s.oneOf(0, sealing()) > 0 || s.isOfSigners() || s.has([]string{"liên hệ"}) ||
		s.oneOf(0, addressing()) > 0 || strings.Contains(text, "@") || s.oneOf(0, numberedPapers()) > 0 ||
		l.isOfLetter() && !opensWith(folded, phrases{"ghi chu", "luu y", "kem theo", "nguon", "ngay", "gui"}) ||
		short && day >= 0 && day <= maxLead && s.has([]string{"tháng"}) && s.has([]string{"năm"})
}

var (
	sealing = sync.OnceValue(func() []string {
		return list(`đã ký, ký tên, ký bởi, người ký, ký số, đóng dấu, con dấu, mật, hỏa tốc, thượng khẩn, khẩn,
			bản sao, sao y, bản chính, công văn đến, đến số, số đến, logo, tài liệu nội bộ, lưu hành nội bộ`)
	})
	addressing = sync.OnceValue(func() []string {
		return list(`kính gửi, kính chuyển, kính trình, kính đề nghị, kính mong, đồng kính gửi,
			nơi nhận, trân trọng, xin trân trọng, cảm ơn, cám ơn,
			xin cảm ơn, em cảm ơn, xin chào, chào, kính chào, chúc, liên hệ, mọi thắc mắc, thắc mắc, điện thoại, đt,
			sđt, zalo, email, hotline, số máy, người lập, người nhập, người tổng hợp, người gửi, người phụ trách,
			địa chỉ`)
	})
	numberedPapers = sync.OnceValue(func() []string {
		return list(`số :, mẫu số, biểu mẫu số, biểu mẫu theo công văn, biểu mẫu theo quyết định,
			biểu mẫu theo hướng dẫn, biểu theo công văn, mẫu theo công văn, mẫu biểu, ban hành, kèm theo công văn,
			kèm theo quyết định, kèm theo báo cáo số, kèm theo nghị quyết, kèm theo kế hoạch số, theo công văn,
			theo quyết định`)
	})
)

// sends: a clause says that a table is sent, or that a paper follows it: "tuần sau em gửi bản
// giấy". A table that is sent anew stands for another.
func sends(s speech) bool {
	at, after := s.find(0, []string{"gửi"})
	if at < 0 || s.has(list("gửi lại, thay, thay thế, sửa, mới, chưa, không, bổ sung")) {
		return false
	}
	return s.has(list("bản giấy, bản ký, bản đóng dấu, bản cứng, công văn, bản chính, bản mềm, file mềm")) ||
		at <= maxLead && !s.turns() && !s.has(list("để, do, vì")) &&
			s.oneOf(after, list("kèm, kèm theo, các")) < len(s.words)-after
}

// isOfSigners: all words are of those that somebody signs with: "(Ký, ghi rõ họ tên)".
func (s speech) isOfSigners() bool {
	n := s.oneOf(0, []string{"xác nhận của"})
	for n < len(s.words) {
		step := max(s.oneOf(n, signers()), s.oneOf(n, []string{"lãnh đạo", "(", ")", ",", "."}))
		if step == 0 {
			return false
		}
		n += step
	}
	return n > 0
}

// isOfTitle: a text is the title of a table or a report, or names a sheet with its title.
func (r *reader) isOfTitle(text string, s speech) bool {
	rest := speech{s.words[s.oneOf(0, list("sheet, tệp, file, trang tính")):], s.bare}
	if n := rest.oneOf(0, list("gồm, bao gồm, gồm có")); n > 0 { // how many sheets there are, or which
		return len(rest.words) <= maxName && (rest.oneOf(n, pluralWords) > 0 || isNumberAt(rest, n))
	}
	if n := rest.oneOf(0, numberings()); n > 0 && isNumberAt(rest, n) {
		rest.words = rest.words[n+1:]
		if len(rest.words) > 0 && strings.Contains(":.-–/", rest.words[0]) {
			return len(rest.words) <= maxTitleWords
		}
	}
	return len(rest.words) == 0 || len(rest.words) <= maxTitleWords && rest.oneOf(0, titleOpenings()) > 0 &&
		!strings.HasSuffix(text, ".") && !rest.has(list("này, trên, đây, do, lấy, làm, là, nói, ghi, thông báo, :"))
}

// maxTitleWords is how many words the title of a table has at most.
const maxTitleWords = 30

var titleOpenings = sync.OnceValue(func() []string {
	return list(`báo cáo, kết quả, tổng hợp, tình hình, danh sách, danh mục, các chỉ tiêu, chỉ tiêu, thống kê,
		biểu đồ, sơ đồ, đồ thị, thực hiện, biểu tổng hợp, bảng tổng hợp, bảng số liệu, biểu số liệu, biểu báo cáo,
		thuyết minh, phụ lục, mục lục, nội dung, số liệu, phục vụ báo cáo, phục vụ tổng kết, phục vụ hội nghị`)
})

// isOutcome: a clause says what was reached, against the plan or another year.
func (s speech) isOutcome() bool {
	return s.oneOf(0, list("đạt, vượt, tăng, giảm, hoàn thành, so với")) > 0 && hasNumber(s.words) &&
		!s.has(list(`ước, ước tính, tạm, dự kiến, khoảng, chừng, chưa, không, sai, nhầm, sửa, thành, còn, xuống, lên`))
}

// settles: a clause says that figures are settled, whoever did it: "đã được lãnh đạo duyệt".
func settles(s speech) bool {
	at, after := s.find(0, list("đã, đã được"))
	done, _ := s.find(max(after, 0), decided())
	says := s.isSettled() || at >= 0 && done > at || s.has(finals()) || s.has(saysSettled())
	return says && !s.turns() && !s.isPartly()
}

var saysSettled = sync.OnceValue(func() []string {
	return list(`số chốt, số thực tế, số thật, cả năm, có đủ, đã đủ, khớp với, đúng với, hoàn thiện xong,
		đã hoàn thiện, đã hoàn thành, đã xong`)
})

// turningWords are words that turn what is said against the figures: they deny, put off, make less
// of them or more, or set others in their place.
var turningWords = sync.OnceValue(func() []string {
	return list(`chưa, không, chẳng, hổng, hông, chả, đừng, chờ, đợi, sẽ, tạm, ước, ước tính, dự kiến, dự báo, nháp,
		thử, ví dụ, minh họa, minh hoạ, giả định, sai, nhầm, lộn, lẫn, thiếu, khuyết, sót, trùng, hụt, dư, thừa, sửa,
		thay, bỏ, hủy, huỷ, thu hồi, rút, cũ, ngoái, trước, trừ, riêng, chỉ, một phần, phần nào, một số, khoảng,
		chừng, cỡ, gần, xấp xỉ, hơn kém, lại, khác, phấn đấu, kế hoạch, dự toán, được giao, nhân, nghìn, ngàn, triệu,
		tỷ, hết hiệu lực, tham khảo, sơ bộ, cơ bản, nhưng, còn, đang, mượn, chép, copy, lấy từ, suy, đoán, tự tính,
		nghi, ngờ, cộng thêm, cộng cả, tính cả, gộp, kể cả, gồm cả, luôn, nếu, có thể, hình như, chắc, phải là,
		phải chi, trễ, muộn, gửi sau, bổ sung sau, báo cáo sau, tính sau, chốt sau, sau này, sau khi, vội, đôi,
		hai lần, 2 lần, quý, tháng đầu, giai đoạn, lũy kế, luỹ kế, cộng dồn, đổi, hoán`)
})

// turns: one of those words stands in what is said, and is no part of the name of something:
// "chỉ tiêu", "Ủy ban nhân dân".
func (s speech) turns() bool {
	names := listOnce(`chỉ tiêu, chỉ đạo, chỉ số, chỉ thị, tiêu chỉ, nhân dân, cá nhân, công nhân, nhân khẩu, nhân lực,
		nhân sự, nhân viên, nguyên nhân, kế hoạch số, kế hoạch phát triển, hội đồng nhân dân, quý vị, quý cơ quan`)
	for i := 0; i < len(s.words); i++ {
		if n := s.oneOf(i, names); n > 0 {
			i += n - 1
			continue
		}
		if s.oneOf(i, turningWords()) > 0 {
			return true
		}
	}
	return false
}

// guides: a text tells how a form is to be filled in, which says nothing of what somebody wrote
// into it: an order or a ban about cells, or what to do in a case.
func guides(s speech) bool {
	if s.has(wrongFillings()) {
		return false
	}
	if s.oneOf(0, list("nếu, trường hợp, khi, đơn vị nào, chỉ tiêu nào, ô nào, mục nào, dòng nào")) > 0 {
		return s.has(filling()) && !s.has(list("số này, biểu này, bảng này, số trên, bảng trên, biểu trên"))
	}
	n := s.oneOf(0, list("hướng dẫn :, lưu ý :, chú ý :, ghi chú :"))
	for more := s.oneOf(n, ordering()); more > 0; more = s.oneOf(n, ordering()) {
		n += more
	}
	rest := speech{s.words[n:], s.bare}
	if hasNumber(rest.words) {
		return false
	}
	if k := rest.oneOf(0, list("không, không được, đừng, cấm, tuyệt đối không, không nên")); k > 0 {
		return rest.oneOf(k, list(`sửa, xóa, xoá, chèn, thêm, thay đổi, đổi, gộp, để trống, di chuyển, nhập, ghi,
			đổi tên, chỉnh sửa, tự ý, bỏ trống, dán, copy, kéo`)) > 0 && rest.has(formParts())
	}
	return rest.oneOf(0, filling()) > 0 || rest.oneOf(0, list("hướng dẫn, cách ghi, cách điền, cách nhập")) > 0 &&
		len(rest.words) <= maxTitleWords
}

var (
	ordering = sync.OnceValue(func() []string {
		return list(`đề nghị, yêu cầu, vui lòng, xin, mời, nhờ, các đơn vị, đơn vị, các phường, các phòng, anh chị,
			anh / chị, quý đơn vị, chỉ, phải, cần, hãy, và, lưu ý, chú ý`)
	})
	filling = sync.OnceValue(func() []string {
		return list(`nhập, điền, ghi, chọn, bấm, nhấn, kích, click, kéo, in, lưu, đánh dấu, tích, xem hướng dẫn,
			xem mẫu, gõ, gửi về, gửi file, gửi tệp, nộp về, báo cáo về, tổng hợp`)
	})
	formParts = sync.OnceValue(func() []string {
		return list(`ô, dòng, cột, tiêu đề, công thức, định dạng, sheet, biểu mẫu, mẫu, font, phông, đơn vị tính,
			dấu chấm, dấu phẩy, khoảng trắng, cấu trúc, tên sheet, tên chỉ tiêu, chữ`)
	})
	// what is told to be filled in may be no result
	wrongFillings = sync.OnceValue(func() []string {
		return list(`ước, ước tính, tạm, tạm tính, dự kiến, năm trước, năm ngoái, kế hoạch, số cũ, sai, nhầm, thay,
			hộ, giùm, giúp, lại, bịa, bừa, đại, cho có, khoảng`)
	})
)

// remarksApart are the texts apart that speak of the figure.
func (t *taking) remarksApart() []aRemark {
	return slices.DeleteFunc(t.saidApart(t.sheet), func(said aRemark) bool {
		return t.isOfOtherRow(said.text) || t.table.isFootnote(said.at)
	})
}

// isOfOtherRow: a text apart names rows of the table, by number or by label, and not this one.
func (t *taking) isOfOtherRow(text string) bool {
	if t.table == nil {
		return false
	}
	p := t.pointedAt(text)
	switch {
	case p.all:
		return false
	case len(p.numbers) > 0:
		return p.known && !slices.ContainsFunc(p.numbers, func(n int) bool { return t.isNumbered(t.row, n) })
	default:
		return p.known && !t.isNamed(t.speechOf(text))
	}
}

// rowsMeant is what a text apart names of the rows of a table.
type rowsMeant struct {
	all     bool  // of them
	numbers []int // of rows
	known   bool  // there is a row of those numbers, or one whose label it has
}

// pointedAt is worked out once for all figures of the table: both may be many.
func (t *taking) pointedAt(text string) rowsMeant {
	if p, ok := t.table.pointed[text]; ok {
		return p
	}
	p := rowsMeant{all: namesAllRows(text), numbers: rowsNamed(t.speechOf(text))}
	words := t.meaning(text)
	switch {
	case p.all:
	case len(p.numbers) > 0:
		p.known = slices.ContainsFunc(p.numbers, func(n int) bool {
			return slices.ContainsFunc(t.table.answeredIn, func(row int) bool { return t.isNumbered(row, n) })
		})
	default:
		p.known = slices.ContainsFunc(t.table.answered, func(a resolution.Ask) bool {
			of := t.meaning(a.Label)
			return len(of) > 0 && len(beyond(of, words))*3 <= len(of)
		})
	}
	if t.table.pointed == nil {
		t.table.pointed = map[string]rowsMeant{}
	}
	t.table.pointed[text] = p
	return p
}

// rowsNamed are the numbers of rows that a text names: "dòng 1", "mục 4 và mục 5".
func rowsNamed(s speech) []int {
	var all []int
	for i := range s.words {
		n := s.oneOf(i, list(`dòng, dòng số, mục, mục số, chỉ tiêu, chỉ tiêu số, chỉ tiêu thứ, stt, tt, số thứ tự,
			hàng, dòng thứ`))
		if n > 0 && isNumberAt(s, i+n) && len(s.words[i+n]) <= 2 {
			all = append(all, atMostFour(s.words[i+n]))
		}
	}
	return all
}

// isNumbered: a row bears a number; where rows of a table bear none, they are counted.
func (t *taking) isNumbered(row, n int) bool {
	if t.bearNumbers() {
		return nameEquals(cellText(merged(t.sheet, row, t.table.columns.number)), n)
	}
	return n >= 1 && n <= len(t.table.answeredIn) && t.table.answeredIn[n-1] == row
}

// bearNumbers: rows that are answered have numbers of their own; looked for once.
func (t *taking) bearNumbers() bool {
	if t.table.numbered == nil {
		numbers := t.table.columns.number
		bear := numbers > 0 && slices.ContainsFunc(t.table.answeredIn, func(row int) bool {
			return isNumberWord(cellText(merged(t.sheet, row, numbers)) + " ")
		})
		t.table.numbered = &bear
	}
	return *t.table.numbered
}

func nameEquals(number string, n int) bool {
	return strings.TrimLeft(strings.Trim(number, " .()"), "0") == itoa(n)
}

// tellUnread says of each sheet once that what is drawn over it may hold words.
func (r *reader) tellUnread() {
	for _, s := range r.book.Sheets {
		if s.Unread && s.Visibility == workbook.Visible {
			r.report("B149", diag.Position{File: r.file, Sheet: s.Name}, "", nil)
		}
	}
}
