package recognise

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// line is a text near a table, where it stands, and what was found in it.
type line struct {
	row, col     int
	part         int // which of those that its cell holds; 0 for the only one
	text, folded string
	found        string // the year, or the text in short
	name         bool   // it is that of a sheet, a file or a folder
	claims
}

// claims are what a line says of time.
type claims struct {
	years    []int // of results, or of nothing in particular
	other    []int // of plans and papers: they speak where nothing else does
	says     says  // whole year, part of it, several
	spans    []span
	relative bool // some of it tells of the months that other lines name
}

// titles is what the lines over a table say of all its figures; nil for what
// they do not say, or contradict.
type titles struct {
	year      *line     // another year, and only that
	part      *line     // some months of the year only
	term      bool      // that they are of a term of office, without the year
	told      span      // the months they name, of which headings say "trong quý" and "lũy kế"
	ahead     []ahead   // what each room says of their time, against headings that say otherwise
	plan      *line     // that they were planned
	planName  *line     // that they were, as a name says and nothing else
	planned   *line     // that those of a column which does not say so were
	estimate  *line     // that they are estimates
	example   *line     // that they only show how to fill a table in
	draft     *line     // that they are not final, or that nobody goes by them
	levels    []line    // of which level of government they are
	notes     []line    // what is noted of them: in brackets, after a star
	onFigures []line    // what else is said of them, which may deny them
	scopes    []line    // which may say that they are of a part of what is asked for
	bodies    []line    // which name an association
	subjects  []subject // what they are about, beside the words of every title
	lines     []line    // all that is said of them, the name of the sheet too
	places    []line    // those of them that may name the place of which they are
	signed    []line    // who signs, under the sheet's last figure
}

// titlesOver reads the lines over a table: those since the table before it
// decide, where they say something; else those of the whole sheet, else the
// names of sheet and file.
func (r *reader) titlesOver(g *grid, t *table) titles {
	own, all := g.linesOver(t.top)
	own, all = t.beside(own), t.beside(all)
	over := r.titlesOf(g, own, all)
	if year := cmp.Or(t.yearOfLabels(g.of, r.plan.Resolution.Year), r.yearBefore(own)); year != nil &&
		over.year == nil {
		over.year = year
	}
	over.signed = g.signatures()
	if over.plan == nil && r.plan.Report.Period.IsYear() {
		over.planned = r.plannedFor(g, own, newName(g.Name, g.of))
	}
	return over
}

func (r *reader) titlesOf(g *grid, own, all []line) titles {
	over := own
	if len(own) == len(all) {
		own = g.withMargins(own)
	}
	own, all = r.withoutSenders(own), r.withoutSenders(g.withMargins(all))
	ofYear := r.plan.Resolution.Year
	sheet, file := newName(g.Name, g.of), r.fileLine(g)
	var t titles
	for _, lines := range [][]line{own, all, {sheet}, {file}} {
		if year, named := otherYear(lines, ofYear); named {
			t.year = year
			break
		}
	}
	isThisYears := func(l line) bool { return l.namesYear(ofYear) }
	titled := slices.ContainsFunc(all, isThisYears)
	groups := [][]line{own, all}
	signing := g.foot()
	rooms := []room{over, g.margins, timesBelow(signing, g.of)}
	ninth := r.isNthSheet(sheet.folded) || sheet.folded == "t12" // "T9" may be the ninth table
	if !g.of.IsYear() || !titled || !ninth {
		groups, rooms = append(groups, []line{sheet}), append(rooms, room{sheet})
	}
	sent := lastMonth.in(file.folded) && (titled || isThisYears(sheet)) // "thang 12" tells when it was sent
	if !g.of.IsYear() || !sent {
		groups, rooms = append(groups, []line{file}), append(rooms, room{file})
	}
	groups = append(groups, r.foldersOf(g))
	of := g.of
	of.told = toldBy(groups)
	for i, lines := range groups {
		groups[i] = retold(of, lines)
	}
	t.told, t.part = of.told, periodOver(of, ofYear, groups)
	for i, lines := range rooms {
		rooms[i] = retold(of, lines)
	}
	t.ahead = r.aheadOf(rooms, of)
	r.dated = r.dated || t.told != span{} || slices.ContainsFunc(slices.Concat(groups...), line.namesPeriod)
	speaking := func(l line) bool { return isPlanTitle(l.folded) || isEstimate(l.folded) || isOfResults(l.folded) }
	t.lines = append(slices.Clone(own), sheet)
	telling := slices.DeleteFunc(slices.Clone(own), func(l line) bool { return affirmsFigures(l.text) })
	t.subjects = r.subjectsOver(telling, sheet, file)
	for _, l := range own {
		if !l.name && r.speechOf(l.text).mayBeOfPlace() {
			t.places = append(t.places, l)
		}
	}
	for _, l := range append(slices.Clone(t.lines), file) {
		own := r.withoutSender(l)
		if scopeHints.in(own.folded) && !l.isOfLetter() && !affirmsFigures(l.text) && speechOf(own.text).mayNarrow() {
			t.scopes = append(t.scopes, l)
		}
		if own.isOfAssociation() {
			t.bodies = append(t.bodies, l)
		}
	}
	for _, l := range own {
		if inner := l.bracket(); inner.text != "" {
			t.notes = append(t.notes, inner)
			if speechOf(inner.text).mayBeOfPlace() {
				t.places = append(t.places, inner)
			}
		}
	}
	if !slices.ContainsFunc(own, speaking) {
		own = all
	}
	t.term = slices.ContainsFunc(own, func(l line) bool { return terms.in(l.folded) }) &&
		!slices.ContainsFunc(own, isThisYears)
	t.plan = plannedBy(own)
	if !slices.ContainsFunc(own, speaking) {
		t.plan = plannedBy([]line{sheet, file})
	}
	around := slices.Concat(over, g.margins, []line{sheet, file}, signing)
	t.planName = r.plannedName(sheet, file)
	t.example, t.draft = r.saying(around, asExample), r.saying(around, asUnsettled|asReplaced)
	if t.example == nil && slices.Contains(exampleSheets, sheet.folded) {
		t.example = sheet.finding(viet.Excerpt(sheet.text))
	}
	t.estimate = r.saying(around, asEstimated)
	if t.draft == nil {
		t.draft = r.saying(all, asUnsettled)
	}
	for _, l := range append(slices.Clone(g.margins), sheet, file) {
		if len(speechOf(l.text).levels(true)) > 0 {
			t.levels = append(t.levels, l)
		}
	}
	for _, l := range g.margins {
		if r.narrowsTable(l) {
			t.notes = append(t.notes, l)
		}
	}
	for _, l := range own {
		s := speechOf(l.text)
		if len(s.levels(true)) > 0 {
			t.levels = append(t.levels, l)
		}
		if !affirmsFigures(l.text) && (strings.HasPrefix(l.text, "(") || isRemark(l.text) || s.has(registered()) ||
			s.has(strangers) || isOfPlaces(s) || proposes(s)) {
			t.notes = append(t.notes, l)
		}
		if l.isNoteOnFigures() {
			t.onFigures = append(t.onFigures, l)
		}
	}
	return t
}

// narrowsTable: what the pages print says that the table counts some only, or leaves some out.
func (r *reader) narrowsTable(l line) bool {
	return slices.ContainsFunc(r.speechOf(l.text).clauses(), func(c speech) bool {
		n := c.oneOf(0, listOnce("biểu, bảng, số, số liệu, biểu này, bảng này, số liệu này, riêng"))
		return !c.bare && c.oneOf(n, limiting)+c.oneOf(n, leavingOut())+c.oneOf(n, including) > 0
	})
}

// isNoteOnFigures: a line over a table is no title and tells nobody how to fill it in, and begins as a
// remark on figures does.
func (l line) isNoteOnFigures() bool {
	return l.row > 0 && strings.ContainsFunc(l.text, unicode.IsLower) && speaksOfFigures(l.text) &&
		!speechOf(l.text).has(fillingIn)
}

// fillingIn are words of how to fill a table in.
var fillingIn = list("chỉ điền, hãy điền, điền vào, điền các, chọn ở, chọn một, nhập vào, ghi vào, ô trắng, ô màu")

var terms = phrases{"nhiem ky", "giai doan", "5 nam", "dai hoi"}

// fileLine is the name of the file as a line.
func (r *reader) fileLine(g *grid) line {
	return newName(strings.TrimSuffix(path.Base(r.file), path.Ext(r.file)), g.of)
}

// foldersOf are the folders of the drop folder that the file lies in, the nearest
// first, as far as they name a part of the year: "Quý I/".
func (r *reader) foldersOf(g *grid) []line {
	var all []line
	parts := strings.Split(r.file, "/")
	for i := len(parts) - 2; i > 0; i-- { // the first is the drop folder itself
		l := newName(parts[i], g.of)
		if p, known := resolution.ParsePeriod(l.folded); known && p.IsYear() || l.folded == "ca nam" {
			l.spans, l.says = []span{{1, 12}}, g.of.says(span{1, 12})
		}
		if g.of.IsYear() && slices.ContainsFunc(l.spans, span.mayBeOfArrival) {
			continue
		}
		if len(l.spans) > 0 {
			l.years, l.other = nil, nil
			all = append(all, l)
		}
	}
	return all
}

// mayBeOfArrival: in the year's last months, and in single ones, its returns come.
func (s span) mayBeOfArrival() bool { return s.first == s.last || s.first > 1 && s.endsYear() }

func (s span) endsYear() bool { return s.last == 12 }

// toldBy are the months that the nearest line names.
func toldBy(groups [][]line) span {
	for _, lines := range groups {
		for i := 0; i < len(lines); {
			told, row := span{}, lines[i].row
			for ; i < len(lines) && lines[i].row == row; i++ {
				for _, s := range lines[i].spans {
					switch {
					case !told.known():
						told = s
					case s.last != told.last:
						return severalSpans
					}
				}
			}
			if told.known() {
				return told
			}
		}
	}
	return span{}
}

// retold reads anew what lines say of months that other lines name.
func retold(of frame, lines []line) []line {
	if of.told == (span{}) {
		return lines
	}
	lines = slices.Clone(lines)
	for i := range lines {
		if l := &lines[i]; l.relative {
			l.claims = claims{}
			l.read(l.name, of)
		}
	}
	return lines
}

// isNthSheet: the name of a sheet is a letter with a number, and those before it are there:
// "T3" beside "T1" and "T2", but not "T10" alone. A Q is that of a quarter, even of the first.
func (r *reader) isNthSheet(folded string) bool {
	letter := strings.TrimRight(folded, "0123456789")
	n := atMostFour(folded[len(letter):])
	if len(folded) > len("t12") || len(letter) == 0 || letter == "q" || letter == folded {
		return false
	}
	for ; n > 1; n-- {
		before := letter + itoa(n-1)
		if !slices.ContainsFunc(r.book.Sheets, func(s *workbook.Sheet) bool { return viet.Fold(s.Name) == before }) {
			return false
		}
	}
	return true
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// newName is the name of a sheet or a file as a line.
func newName(name string, of frame) line {
	l := line{row: 1, col: 1, text: name, folded: viet.Fold(name), name: true}
	l.read(true, of)
	return l
}

// titlesOverLayout reads the titles of a sheet over a row that lies in no table
// of a known shape.
func (r *reader) titlesOverLayout(g *grid, row int) titles {
	var lines []line
	for _, c := range titleCells(g.Sheet, row-1) {
		if len(c.Text) <= titleLength {
			lines = append(lines, newLine(c, g.of))
		}
	}
	slices.Reverse(lines)
	t := r.titlesOf(g, lines, lines)
	if slices.ContainsFunc(lines, func(l line) bool { return l.namesYear(r.plan.Resolution.Year) }) {
		t.year = nil // headings are among the lines: those of other columns too
	}
	return t
}

// linesOver are the texts over a row, the nearest first, but for those of
// tables: own are those since the table before.
func (g *grid) linesOver(top int) (own, all []line) {
	mine := true
	ofTable := g.tableRows()
	for i := g.before(top) - 1; i >= 0 && len(all) < maxLines; i-- {
		if ofTable[i] {
			mine = false
			continue
		}
		all = append(all, g.linesIn(i)...)
		if mine {
			own = all
		}
	}
	return own, all
}

// linesIn are the texts of a row as lines.
func (g *grid) linesIn(i int) []line {
	if g.lines == nil {
		g.lines = make([][]line, len(g.rows))
	}
	if g.lines[i] == nil {
		g.lines[i] = []line{}
		for j := range g.rows[i].cells {
			if c := &g.rows[i].cells[j]; c.Kind == workbook.Text && len(c.Text) <= titleLength {
				g.lines[i] = append(g.lines[i], linesOfCell(c, g.of)...)
			}
		}
		if pair, ok := g.rows[i].pair(); ok {
			g.lines[i] = append(g.lines[i], newLine(&pair, g.of))
		}
	}
	return g.lines[i]
}

// pair is the text of a row of two cells, a label and its value: "Năm báo cáo:" and 2021.
func (r gridRow) pair() (workbook.Cell, bool) {
	var filled []*workbook.Cell
	for i := range r.cells {
		if cellText(&r.cells[i]) != "" {
			filled = append(filled, &r.cells[i])
		}
	}
	if len(filled) != 2 || filled[0].Kind != workbook.Text || len(filled[0].Text) > maxLabel ||
		!strings.HasSuffix(strings.TrimSpace(filled[0].Text), ":") && !year().MatchString(cellText(filled[1])) ||
		filled[1].Kind == workbook.Number && !year().MatchString(cellText(filled[1])) ||
		len(cellText(filled[1])) > maxLabel {
		return workbook.Cell{}, false
	}
	pair := *filled[0]
	pair.Text = strings.TrimSpace(pair.Text) + " " + cellText(filled[1])
	return pair, true
}

// maxLabel is how long the label of a value over a table may be, in bytes, and the value.
const maxLabel = 80

// maxLines is how many lines over a table are looked at, so that a sheet of
// thousands of tables costs little.
const maxLines = 200

// tableRows tells of each row whether it belongs to a table.
func (g *grid) tableRows() []bool {
	if g.ofTable == nil {
		for _, row := range g.rows {
			g.ofTable = append(g.ofTable, g.isOfTable(row))
		}
	}
	return g.ofTable
}

func newLine(c *workbook.Cell, of frame) line {
	l := line{row: c.Row, col: c.Col, text: c.Text, folded: viet.Fold(c.Text)}
	l.read(false, of)
	return l
}

// read finds what a line says of time. What stands before a year, since the one
// before it, tells what the year is of: "KẾT QUẢ 2021, KẾ HOẠCH 2022". A day is
// one on which something was written, unless figures run up to it.
func (l *line) read(name bool, of frame) {
	switch {
	case len(l.text) > titleLength || !mayTellTime(l.folded):
		return
	case of.memory == nil:
		l.readAnew(of)
	default:
		l.claims = of.memory.titles.of(spoken{l.text, of.Period, of.told}, func(spoken) claims {
			l.readAnew(of)
			return claims{slices.Clip(l.years), slices.Clip(l.other), l.says, slices.Clip(l.spans), l.relative}
		})
	}
	if !name && viet.HasPhrase(l.folded, "nhiem ky") && !ofTerm.in(l.folded) && havingTerms.in(l.folded) {
		l.says &^= ofSeveralYears
	}
}

// namesYearAfter: behind the year that was read first a later one is named: "KẾT QUẢ NĂM 2022 VÀ
// NHIỆM VỤ BA THÁNG ĐẦU NĂM 2023".
func (l *line) namesYearAfter() bool {
	return len(l.years) > 0 && slices.ContainsFunc(year().FindAllString(l.folded, -1), func(y string) bool {
		return atMostFour(y) > l.years[0]
	})
}

func (l *line) readAnew(of frame) {
	var before, last says // since the last year; the kind of the last year
	toCome := false       // what is planned after the period, in its report's title
	ahead := false        // so is what follows, or it is compared with
	for _, s := range steps(l.text, of) {
		switch {
		case s.date:
			before = 0
			continue
		case s.until != nil:
			if far := until(of, s.since, *s.until); far.any(ofOtherPeriod) {
				l.says = l.says&^ofPeriod | far // "từ đầu năm đến 20/10"
			} else {
				l.says |= far
			}
			s.year = s.until.year
			before = ofResults
			s.span = span{1, s.until.month}
			if s.since != nil {
				s.span.first = s.since.month
			}
			l.names(s.span)
		case s.says != 0:
			before |= s.says
			ahead = ahead || s.says.any(ofPlans|ofComparison) && len(l.spans) > 0
			l.relative = l.relative || s.relative
			over := !of.IsYear() && l.says.any(ofPeriod) || of.IsYear() && l.namesYearAfter()
			toCome = toCome || s.says.any(ofPlans) && over
			if !ahead && !(toCome && of.IsYear()) {
				l.names(s.span)
			}
			if s.says.any(ofOtherPeriod|ofPeriod) && !toCome {
				l.says |= s.says & (ofOtherPeriod | ofPeriod)
			}
			if s.says.any(ofSeveralYears) {
				l.says |= ofSeveralYears
			}
			continue
		case s.strange:
			continue
		}
		if s.year == 0 {
			continue
		}
		switch {
		case before&^(nothing|yearWord) != 0:
			last = before
		case before.any(yearWord) && last.any(ofSeveralYears):
			last = 0 // "nhiệm kỳ 2020 - 2025, năm 2022"
		}
		before = 0
		switch {
		case last.any(ofSeveralYears):
		case last.any(ofComparison | ofLastYear):
		case !last.any(ofResults) && last.any(ofPlans), last.any(ofPaper):
			l.other = append(l.other, s.year)
		default:
			l.years = append(l.years, s.year)
		}
	}
	if len(l.years) > 0 && l.says.any(ofSeveralYears) {
		l.says &^= ofSeveralYears // the term belongs to the name of a paper
	}
}

// namesPeriod: the line says which part of the year it is about, or that it is about
// all of it.
func (l line) namesPeriod() bool { return len(l.spans) > 0 || l.says.any(ofPeriod) && !l.relative }

func (c *claims) names(s span) {
	if s.known() && s.first <= s.last {
		c.spans = append(c.spans, s)
	}
}

// havingTerms are those in whose names a term of several years stands.
var havingTerms = phrases{"dai hoi", "khoa", "nghi quyet", "ban chap hanh", "bch", "hdnd", "hoi dong", "uy ban", "ubnd",
	"ban thuong vu", "cap uy", "dang uy", "quan uy", "thanh uy", "lan thu", "chuong trinh", "ke hoach", "dai bieu"}

// ofTerm: figures of a term, which else belongs to the name of a congress.
var ofTerm = phrases{"dau nhiem ky", "nua nhiem ky", "giua nhiem ky"}

// placed are the arguments of a message about a line that is printed over or under
// the pages: it says so, since nobody finds the words among the cells.
func (l line) placed(args diag.Args) diag.Args {
	if l.row != headerRow && l.row != footerRow {
		return args
	}
	where := diag.Text{Vi: " (ở đầu trang in)", En: " (in the header of the pages)"}
	if l.row == footerRow {
		where = diag.Text{Vi: " (ở chân trang in)", En: " (in the footer of the pages)"}
	}
	for name, v := range args {
		if text, ok := v.(string); ok && (text == l.found || text == l.text || text == viet.Excerpt(l.text)) {
			args[name] = diag.Text{Vi: text + where.Vi, En: text + where.En}
		}
	}
	return args
}

// mayTellTime tells lines that can speak of time from the many that cannot.
func mayTellTime(folded string) bool {
	return strings.ContainsAny(folded, "0123456789") || timeWords.in(folded)
}

var timeWords = phrases{"nam", "thang", "quy", "nhiem ky", "giai doan", "tuan", "dot", "luy ke"}

// until tells what span figures that run up to a day cover. Up to a day in
// December before the last it says neither: the year is as good as over.
func until(of frame, since *token, day token) says {
	first, last := of.Months()
	switch {
	case coversUntil(of, since, day):
		return ofPeriod
	case since != nil, day.month != last, first != 1:
		return ofOtherPeriod
	}
	return 0
}

// isOfHeads: the row has headings only, one of them over indicators and another
// that says what its column is.
func (g *grid) isOfHeads(r gridRow) bool {
	if slices.ContainsFunc(r.cells, func(c workbook.Cell) bool {
		return c.Kind == workbook.Number && !c.Style.IsDate && !year().MatchString(cellText(&c))
	}) {
		return false
	}
	labels, others := 0, 0
	for i := range r.cells {
		text := cellText(&r.cells[i])
		switch {
		case isLabelHead(text):
			labels++
		case text != "":
			if h := readHeading([]string{text}, g.of.ofYear()); !h.strange && (h.says&^(nothing|yearWord) != 0 ||
				len(h.years) > 0) {
				others++
			}
		}
	}
	return labels > 0 && others > 0
}

// isOfTable: the row holds figures, or is the heading of a table.
func (g *grid) isOfTable(r gridRow) bool {
	if pair, ok := r.pair(); ok && strings.Contains(pair.Text, ":") {
		return false // "Đơn vị báo cáo: Phường Bắc Sơn"
	}
	for i := range r.cells {
		if c := &r.cells[i]; c.Kind == workbook.Number && !year().MatchString(cellText(c)) {
			return true
		}
	}
	return r.headed(labelHeads) > 0 || r.headed(unitHeads) > 0 || g.isOfHeads(r)
}

// bracket is what a title says in brackets behind its other words, as a line.
func (l line) bracket() line {
	from, to := strings.IndexByte(l.text, '('), strings.LastIndexByte(l.text, ')')
	if from <= 0 || to < from || len(unitsIn(l.text).units) > 0 || l.isOfLetter() {
		return line{}
	}
	inner := strings.TrimSpace(l.text[from+1 : to])
	if !readHeading([]string{inner}, frame{}).strange { // of its time, which the line is read for
		return line{}
	}
	return line{row: l.row, col: l.col, text: inner, folded: viet.Fold(inner)}
}

// yearBefore is the line, of those right over a table or elsewhere around it, that says nothing but that its figures
// are last year's: "SỐ LIỆU NĂM TRƯỚC".
func (r *reader) yearBefore(own []line) *line {
	for _, l := range own {
		h := readHeading([]string{r.withoutSender(l).text}, r.frame())
		switch {
		case l.namesYear(r.plan.Resolution.Year):
			return nil
		case !h.strange && h.says.any(ofLastYear) && len(h.years) == 0 &&
			!h.says.any(ofComparison|ofThisYear|ofPlans):
			return l.finding(viet.Excerpt(l.text))
		}
	}
	return nil
}

func (l line) namesYear(y int) bool { return slices.Contains(l.years, y) }

// otherYear is the line that names a year which is not the one wanted, where the
// nearest lines that name one do not name that alone; named tells that some
// line names a year. Lines of one row are side by side and speak together.
func otherYear(lines []line, ofYear int) (other *line, named bool) {
	ofResults, ofOthers := func(l line) []int { return l.years }, func(l line) []int { return l.other }
	for _, kind := range []func(l line) []int{ofResults, ofOthers} {
		for i := 0; i < len(lines); {
			row := lines[i].row
			for ; i < len(lines) && lines[i].row == row; i++ {
				for _, y := range kind(lines[i]) {
					named = true
					if l := lines[i]; y != ofYear && other == nil {
						l.found = itoa(y)
						other = &l
					}
				}
			}
			if named {
				return other, true
			}
		}
	}
	return nil, false
}

// partOf is the nearest line that names a part of the year, or several years;
// told says that one speaks of how much of it, were it the whole.
func partOf(lines []line, of frame) (part *line, told bool) {
	less := ofOtherPeriod | ofSeveralYears
	for i := 0; i < len(lines); {
		row := lines[i].row
		whole := false
		for ; i < len(lines) && lines[i].row == row; i++ {
			whole = whole || lines[i].says.any(ofPeriod) && !lines[i].isSumOfPart(of) &&
				!lines[i].says.any(ofSeveralYears)
			if len(lines[i].years) == 1 {
				less = ofOtherPeriod // one year is told from several
			}
			if l := lines[i]; part == nil && l.says.any(less) {
				l.found = viet.Excerpt(l.text)
				part = &l
			}
		}
		switch {
		case whole:
			return nil, true
		case part != nil:
			return part, true
		}
	}
	return nil, false
}

// isSumOfPart: "Quý III và lũy kế" adds up to the part of the year it names; it
// names the whole year in no other way.
func (l line) isSumOfPart(of frame) bool {
	return l.says.any(ofOtherPeriod) && !(of.IsYear() && endsOfYear.in(l.folded))
}

var endsOfYear = phrases{"ca nam", "toan nam", "het nam", "cuoi nam", "trong nam", "ket thuc nam", "12 thang", "31 12",
	"thang 12", "t12", "quy iv", "quy 4", "muoi hai thang", "thang muoi hai", "thang chap"}

var lastMonth = phrases{"thang 12", "t12"}

// plannedBy is the line that says that the figures were planned, when none
// speaks of results: "KẾT QUẢ THỰC HIỆN KẾ HOẠCH" is no plan.
func plannedBy(lines []line) *line {
	if slices.ContainsFunc(lines, func(l line) bool {
		return isOfResults(l.folded) || isEstimate(expectedPlans.cutFrom(l.folded))
	}) {
		return nil
	}
	return sayingSo(lines, func(l line) bool { return isPlanTitle(l.folded) })
}

// sayingSo is the nearest line that says something.
func sayingSo(lines []line, says func(line) bool) *line {
	for _, l := range lines {
		if says(l) {
			l.found = viet.Excerpt(l.text)
			return &l
		}
	}
	return nil
}
