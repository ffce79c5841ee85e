package recognise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// What is said beside figures in no form that is known takes nothing away from them: nobody
// can list all that people write. But somebody has to read it, so it is told, sheet by sheet.

// unheard is a text beside a figure, or near a table, that nobody has understood.
type unheard struct {
	sheet string
	text  string
	at    string // the figure's cell, or the text's own; "" for the name of a file or a sheet
	of    string // the figure; "" near a table
}

// leave notes a text that was not understood, once: a remark beside several figures is read
// once too.
func (r *reader) leave(x unheard) {
	same := unheard{sheet: x.sheet, text: x.text}
	if x.of == "" {
		same.at = x.at
	}
	if !r.left[same] && len(r.unheard) < maxUnheard {
		if r.left == nil {
			r.left = map[unheard]bool{}
		}
		r.left[same] = true
		r.unheard = append(r.unheard, x)
	}
}

// maxUnheard is how many texts of a file are held.
const maxUnheard = 500

// leaveLines notes the lines over and under a table that were not understood, up to where a
// narrative begins. It is one of which a figure was taken last.
func (r *reader) leaveLines(g *grid, t *table, last int) {
	at := &r.gate
	if at.table != t {
		return
	}
	add := func(text, cell string) {
		text = strings.TrimLeft(viet.Tidy(text), "-–+•* ")
		if wordCount(text) > 1 && len(text) <= titleLength && !at.isHeardLine(text) {
			r.leave(unheard{t.sheet.Name, text, cell, ""})
		}
	}
	for _, l := range t.titles.lines {
		switch {
		case !speechOf(l.text).has(takingTitlesBack()) &&
			(l.namesPeriod() || speechOf(l.text).oneOf(0, titlesOpenings()) > 0):
		case l.name:
			if !r.isHeardName(l) {
				add(l.text, "")
			}
		case l.row > 0:
			add(l.text, workbook.Ref(l.row, l.col))
		}
	}
	if name := r.fileLine(g).text; talksInName(name) {
		r.leave(unheard{t.sheet.Name, viet.Tidy(name), "", ""})
	}
	n := narrator{reader: r, sheet: g.Sheet}
	for _, row := range g.in(last+1, t.end) {
		if len(r.unheard) == maxUnheard || r.stop() {
			return
		}
		closing := g.isClosing(row.row)
		for i := range row.cells {
			c := &row.cells[i]
			if c.Kind != workbook.Text {
				continue
			}
			if n.isTitle(c) {
				return
			}
			// Of who signs and who gets it there are names and lists.
			listed := isCapitalised(c.Text) || strings.HasPrefix(strings.TrimSpace(c.Text), "-")
			if isPersonsName(viet.Tidy(c.Text)) && len(r.unitsIn(c.Text)) == 0 { // who signs, under no office
				continue
			}
			if !closing || wordCount(c.Text) > maxSigned && !listed {
				add(c.Text, c.Ref())
			}
		}
	}
}

// maxSigned is how many words of a line among signatures are no sentence.
const maxSigned = 3

// titlesOpenings open titles, which are understood by what they say of time and of plans.
func titlesOpenings() []string {
	return slices.Concat(titleOpenings(), listOnce(`biểu, bảng, mẫu, công tác, chương trình, đánh giá, so sánh, bc,
		dùng cho, phạm vi, mốc số liệu, kỳ báo cáo`))
}

// takingTitlesBack are words that a title of results does not have.
func takingTitlesBack() []string {
	return listOnce("chưa, không, chẳng, hổng, đừng, chớ, tạm, thử, giả, sai, nhầm, bỏ, cho có, hình dung, ví dụ")
}

// isHeardLine: a line near a table is of a kind that leaves its figures alone.
func (t *taking) isHeardLine(text string) bool {
	said := t.unitsNoted(text)
	folded := viet.Fold(text)
	return len(said.units) > 0 || t.isSender(folded) || closesPaper(text) || t.isOfPaper(text) || isNational(folded) ||
		t.knows(text, t.knownWords()) || t.leavesFiguresAlone(text) || leadsOn(text) ||
		t.isOfGivers(t.speechOf(text)) || isGuide(t.speechOf(text)) || t.isHeard(text, t.hear(text))
}

// leadsOn: a short line that ends in a colon is over what follows.
func leadsOn(text string) bool {
	return strings.HasSuffix(strings.TrimSpace(text), ":") && wordCount(text) <= maxName && !speechOf(text).turns()
}

// isOfGivers: a line tells by which of the sender's own people the figures were given and added up:
// "số liệu do các tổ gửi lên, phường tổng hợp".
func (t *taking) isOfGivers(s speech) bool {
	n := s.oneOf(0, listOnce("ghi chú :"))
	of := s.oneOf(n, listOnce("số liệu do, các số liệu do, số do"))
	if of == 0 || s.turns() || hasNumber(s.words) || len(t.unitsIn(s.text())) > 0 {
		return false
	}
	i := n + of + s.oneOf(n+of, listOnce("các, từng, những"))
	return s.oneOf(i, bodies)+s.oneOf(i, teams())+s.oneOf(i, reporting()) > 0 &&
		!slices.ContainsFunc(s.clauses(), func(c speech) bool {
			return !c.has(listOnce("gửi, gửi lên, cung cấp, tổng hợp, thống kê, báo, báo cáo, lập, theo dõi"))
		})
}

// talksInName: the name of a file says what to do with it, or what it waits for, or that it is of aims. Names
// mostly stand without accents, where a word alone may be any.
func talksInName(name string) bool {
	s := speechOf(strings.NewReplacer("_", " ", "-", " ").Replace(name))
	aims := s.oneOf(0, []string{"mục tiêu"}) > 0 && s.at(0, "mục tiêu quốc gia") == 0
	return aims || !s.bare && s.has(takingTitlesBack()) || s.has(listOnce(`xong mới, rồi mới, mới tính, cái này,
		cái kia, đừng dùng, đừng lấy, đừng mở, không dùng, không lấy, chưa dùng, chưa tính, chưa lấy`))
}

// isHeardName: the name of a file or a sheet is the sender's, with which edition it is and how
// it was sent.
func (r *reader) isHeardName(l line) bool {
	s := r.withoutOwnName(speechOf(strings.NewReplacer("_", " ", "-", " ").Replace(l.text)))
	s.words = slices.DeleteFunc(s.words, isNumberWord)
	return len(s.words) == 0 || s.isAllOf(listOnce(`lần, bản, v, ver, bổ sung, sửa, sửa lại, chỉnh sửa, đã sửa, mới,
		mới nhất, cuối, cuối cùng, chính thức, chốt, final, gửi, gửi lại, gửi quận, nộp, nộp lại, báo cáo, bc, số liệu,
		sl, biểu, biểu mẫu, mẫu, phụ lục, pl, bảng, tổng hợp, th, copy, sheet, trang, ký, đã ký, ngày, tháng, năm,
		quận, phường, phòng, ban, ubnd, kết quả, kq, chỉ tiêu, nghị quyết, nq, qu, đơn vị, file, tệp, của, và, đủ,
		đầy đủ, ok, xong`))
}

// isGuide: a line tells how a form is to be filled in, and goes on with that.
func isGuide(s speech) bool {
	clauses := s.clauses()
	return len(clauses) > 0 && guides(clauses[0]) && !slices.ContainsFunc(clauses[1:], func(c speech) bool {
		return !guides(c) && !c.has(filling())
	})
}

// mostUnheard is how many of them one message names.
const mostUnheard = 8

// isHeard: each clause of a remark beside a figure has a form that leaves the figure alone.
func (t *taking) isHeard(remark string, says heard) bool {
	if t.isOffice(remark) {
		return true
	}
	for _, c := range says.clauses {
		if !c.harmless && !(c.person && c.isPersonAlone(remark)) && !t.isOrdinary(c) {
			others := listOnce("khác, cũ, nháp, chưa, năm trước, năm ngoái")
			return isEvidence(remark) && !t.speechOf(remark).has(others) || t.givesTheFigure(t.speechOf(remark))
		}
	}
	return true
}

// isOffice: a remark is no more than the name of one of the plan's offices, in its letters or without what it is:
// "VH-TT", "GD&ĐT", "Tài chính - Kế hoạch". Letters of which no office is made may mean anything.
func (t *taking) isOffice(remark string) bool {
	parts := strings.FieldsFunc(remark, func(r rune) bool { return strings.ContainsRune("-–&", r) })
	if len(parts) < 2 || hasDigit(remark) {
		return false
	}
	return slices.ContainsFunc(t.plan.Units, func(u resolution.Unit) bool {
		name := speechOf(u.Name)
		initials := name.initials()
		return !slices.ContainsFunc(parts, func(part string) bool {
			part = strings.TrimSpace(part)
			if s := speechOf(part); len(s.words) > 0 && name.has([]string{s.text()}) {
				return false
			}
			return len(part) < 2 || !isShortForm(part) || !strings.Contains(initials, strings.ToLower(part))
		})
	})
}

// initials are the first letters of the words of a name, without the words that only join them.
func (s speech) initials() string {
	var b strings.Builder
	for _, w := range s.words {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsLetter(c) && w != "và" {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// isOrdinary: a clause speaks of the world and not of the figure: a mark, how it went, when
// something was done, a share, a mean, last year's figure, names and numbers of places.
func (t *taking) isOrdinary(c clause) bool {
	s := c.speech
	switch {
	case s.hidesMore():
		return false
	case s.denies(nil), s.isReached(), s.givesYear(), isTick(s.text()), t.isOwnTotal(s):
		return true
	case s.oneOf(0, ordinaryForms()) > 0:
		return true
	case s.has([]string{"%"}):
		return isNumberAt(s, 0) ||
			s.oneOf(0, listOnce("đạt, bằng, chiếm, tỷ lệ, tỉ lệ, tương đương, tăng, giảm, vượt")) > 0
	}
	if len(s.years()) > 0 || s.has(listOnce("năm trước, năm ngoái, cùng kỳ")) {
		return s.has(listOnce("thấp hơn, cao hơn, nhiều hơn, ít hơn, tăng, giảm, bằng, so với")) &&
			!s.has(listOnce("ghi, lấy, chép, viết, để, dùng, điền"))
	}
	return t.isOfItself(s)
}

// isOwnTotal: the words of a row of sums, of the sender's own level: "tổng cộng", "toàn phường".
func (t *taking) isOwnTotal(s speech) bool {
	return s.isAllOf(listOnce("tổng, tổng số, tổng cộng, cộng, toàn, cả, phường, xã, thị trấn, quận, huyện")) &&
		s.oneOf(0, listOnce("tổng, cộng, toàn, cả")) > 0 && !t.otherLevel(s.text(), false)
}

// hidesMore: an ordinary opening goes on with how the figure was made, or is done in part only, or
// waits for somebody's word: "tiếp tục đếm", "đã bàn giao một nửa", "chưa có ý kiến".
func (s speech) hidesMore() bool {
	if s.bare {
		return false
	}
	return s.has(guessing()) || s.has(listOnce(`đếm, nhẩm, nhớ, nhớ lại, kể lại, đoán, tầm này, tầm đó, cỡ này, cỡ đó,
		chừng này, cũng vậy, cũng thế, chép, điền, gõ, dò`)) ||
		s.oneOf(0, listOnce("đã, làm xong")) > 0 && s.isPartly() ||
		s.oneOf(0, []string{"chưa"}) > 0 && s.has([]string{"ý kiến"})
}

// isOfItself: a clause has but the words of what is asked, and the names and numbers of the sender and
// of its places: "TDP 1-9". With their accents: of words of titles without any every text is made.
func (t *taking) isOfItself(s speech) bool {
	own := slices.Concat(t.askWords(t.ask).speech.words, numberedPlaces, listOnce("số, và, với, đến"))
	if u := t.plan.Unit(t.unit); u != nil {
		own = append(own, speechOf(u.Name).words...)
	}
	words := slices.DeleteFunc(slices.Clone(s.words), func(w string) bool { return isNumberWord(w) && len(w) < 4 })
	return len(words) == 0 || (speech{words, s.bare}).isAllOf(own)
}

// isPersonAlone: a clause names a person, and what is his work.
func (s speech) isPersonAlone(remark string) bool {
	_, other := s.beside(slices.Concat(persons(), signers(), makers(), makings(), listOnce(`số, điện thoại, sđt, đt,
		zalo, liên hệ, phụ trách, theo dõi, báo, cung cấp, tổ trưởng, trưởng khu, bí thư, cấp ủy`)), remark)
	return other == 0
}

// isTick: a sign that the row is done.
func isTick(text string) bool {
	return slices.Contains(listOnce("x, v, ok, đ, đạt, xong, tốt, ổn, √, ✓, ✔, -"), text)
}

// tellUnheard tells of each sheet what was said beside its figures and not understood, but for
// what a question of the file quotes, or the report.
func (r *reader) tellUnheard(narrative []returns.Remark) {
	var asked strings.Builder // what the file's questions say
	for i := range r.problems {
		asked.WriteString(r.problems[i].Text().Vi + "\n")
	}
	questions := asked.String()
	for len(r.unheard) > 0 {
		sheet := r.unheard[0].sheet
		var of, others []unheard
		for _, x := range r.unheard {
			switch {
			case x.sheet != sheet:
				others = append(others, x)
			case !strings.Contains(questions, "«"+viet.Excerpt(x.text)) && !isNarrated(x, narrative):
				of = append(of, x)
			}
		}
		r.unheard = others
		for some := range slices.Chunk(of, mostUnheard) {
			r.problems = append(r.problems, r.toRead(sheet, some))
		}
	}
}

// toRead tells of some texts of a sheet.
func (r *reader) toRead(sheet string, some []unheard) diag.Problem {
	at := diag.Position{File: r.file, Sheet: sheet}
	var vi, en []string
	for _, x := range some {
		if at.Cell == "" {
			at.Cell = x.at
		}
		said := "«" + viet.Excerpt(x.text) + "» "
		switch {
		case x.at == "":
			vi, en = append(vi, said+"(tên tệp, tên sheet)"), append(en, said+"(a name)")
			continue
		case x.of == "":
			said += "(" + x.at + ")"
		default:
			said += "(" + x.of + ", " + x.at + ")"
		}
		vi, en = append(vi, said), append(en, said)
	}
	return diag.New("B976", at, diag.Args{"count": len(some),
		"said": diag.Text{Vi: strings.Join(vi, "; "), En: strings.Join(en, "; ")}}).ForUnit(r.unit)
}

// isNarrated: the text is one of the unit's own words for the report.
func isNarrated(x unheard, narrative []returns.Remark) bool {
	return x.of == "" && slices.ContainsFunc(narrative, func(m returns.Remark) bool {
		return m.At.Sheet == x.sheet && m.At.Cell == x.at
	})
}

// ordinaryForms open what is told of the world beside a figure: how it went, when a thing was
// done, why it came so.
func ordinaryForms() []string {
	return listOnce(`tiếp tục, bình quân, trung bình, cao nhất, thấp nhất, nhờ, do, vì, lý do, nguyên nhân, xã hội hóa,
		trong năm, hằng năm, hàng năm, từ đầu nhiệm kỳ, phấn đấu, khởi công, khánh thành, công nhận, kết nạp,
		thành lập, ra mắt, nghiệm thu, bàn giao, tổ chức, khai trương, khai giảng, quyết toán, thi công, phát động,
		triển khai, đạt sớm, về đích, cán đích, xây, đầu tư, nhập ngũ, đã có quyết định, năm sau phấn đấu,
		năm tới phấn đấu, dự kiến sang năm, dự kiến năm sau, dự kiến năm tới, được quận, được thành phố,
		được biểu dương, được khen, đã bàn giao, đã hoàn thành, đã nghiệm thu, đã khánh thành, đã đưa vào, làm xong,
		nhỉnh hơn`)
}
