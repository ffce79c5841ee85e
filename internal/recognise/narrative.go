package recognise

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// narrative reads the sheets headed Lĩnh vực, Loại, Nội dung.
func (r *reader) narrative() []returns.Remark {
	var remarks []returns.Remark
	for _, s := range r.book.Sheets {
		c, ok := r.gridOf(s).header()
		if !ok || !c.isNarrative() || s.Visibility != workbook.Visible {
			continue
		}
		closed := false
		c.rows(s, func(row int) {
			closed = isEmpty(s.At(row, c.kind)) && (closed || closesPaper(firstLine(s.At(row, c.text))))
			if closed {
				return
			}
			if m, ok := r.remark(s, c, row); ok {
				remarks = append(remarks, m)
			}
		})
	}
	return remarks
}

func (r *reader) remark(s *workbook.Sheet, c columns, row int) (returns.Remark, bool) {
	cell := s.At(row, c.text)
	if cellText(cell) == "" || r.isExample(s, c, row) {
		return returns.Remark{}, false
	}
	at := r.at(s, row, c.text)
	if hidden(s.HiddenRows, row) || hidden(s.HiddenCols, c.text) || cell.IsUnseen() {
		r.report("B325", at, "", diag.Args{"count": 1})
		return returns.Remark{}, false
	}
	m := returns.Remark{Unit: r.unit, At: at, Text: visibleText(cell)}
	kind := cellText(s.At(row, c.kind))
	if returns.KindOf(kind) != "" && tellsNothing(returns.KindOf(kind), m.Text) {
		return returns.Remark{}, false
	}
	if cell.Kind == workbook.Error {
		r.report("B305", at, "", diag.Args{"found": viet.Tidy(cell.Text)})
		return returns.Remark{}, false
	}
	if m.Kind = returns.KindOf(kind); m.Kind == "" {
		code := "B320"
		if kind != "" {
			code = "B321"
		}
		r.report(code, r.at(s, row, c.kind), "", diag.Args{"found": kind, "text": viet.Excerpt(m.Text)})
		return returns.Remark{}, false
	}
	if area := cellText(s.At(row, c.area)); area != "" {
		for _, known := range r.plan.Areas {
			if viet.Fold(known.Title) == viet.Fold(area) {
				m.Area = known.ID
			}
		}
		if m.Area == "" {
			r.report("B322", r.at(s, row, c.area), "", diag.Args{"found": area})
		}
	}
	if about := cellText(s.At(row, c.about)); c.about > 0 && about != "" {
		if m.Indicator = r.indicatorNamed(about); m.Indicator == 0 {
			r.report("B523", r.at(s, row, c.about), "", diag.Args{"found": about})
		}
	}
	return m, true
}

// isExample: the row is the form's own, which shows how rows are filled. Its two signs
// may be a sender's words, so both have to stand there, or the very text.
func (r *reader) isExample(s *workbook.Sheet, c columns, row int) bool {
	said := cellText(s.At(row, c.text))
	if !strings.HasPrefix(said, strings.TrimSpace(returns.ExampleText)) {
		return false
	}
	return c.number > 0 && viet.Fold(cellText(s.At(row, c.number))) == viet.Fold(returns.ExampleRow) ||
		viet.Fold(said) == viet.Fold(returns.ExampleText+r.plan.Words.Text("bieu-mau.thuyet-minh.vi-du"))
}

// indicatorNamed is the indicator that a cell names by its number, or by that of one of
// its measures: "10", "(4) Tổng giá trị...", "4.2"; 0 for none that there is.
func (r *reader) indicatorNamed(text string) int {
	number := strings.TrimLeft(text, "( ")
	number = number[:len(number)-len(strings.TrimLeft(number, "0123456789."))]
	if m := r.plan.Measure(strings.TrimRight(number, ".")); m != nil {
		return m.Indicator
	}
	n, err := strconv.Atoi(strings.TrimRight(number, "."))
	if err != nil || r.plan.Indicator(n) == nil {
		return 0
	}
	return n
}

// visibleText is what people see of a cell's text, with its line breaks.
func visibleText(c *workbook.Cell) string {
	if c == nil {
		return ""
	}
	switch {
	case c.IsUnseen():
		return ""
	case c.Kind != workbook.Text:
		return cellText(c)
	}
	return strings.TrimSpace(viet.Clean(c.Prose()))
}

// passage is one line of a sheet's text that stands in no table.
type passage struct {
	cell   *workbook.Cell // nil where a table or figures stand
	line   string
	number numbered
	title  blockTitle
	inline string // what follows the title on its line
	first  bool   // of its cell
	aside  bool   // it stands beside the title of its row
}

// bare: nothing marks the line as a title.
func (p passage) bare() bool {
	return p.number.style == 0 && !strings.HasSuffix(p.line, ":") && !isCapitals(p.line)
}

// freeNarrative reads the blocks of a sheet that stand under the title of a
// narrative. Nothing is taken for one without a title of its own, and nothing
// that its sender does not see.
func (r *reader) freeNarrative(s *workbook.Sheet) []returns.Remark {
	g := r.gridOf(s)
	n := narrator{reader: r, sheet: s}
	if s.Visibility != workbook.Visible && !n.hasTitle(g) {
		return nil
	}
	tables := g.tables()
	if !n.mayBeOfYear(g) {
		return nil
	}
	inTable := func(row int) *table {
		for i := len(tables) - 1; i >= 0; i-- {
			if t := &tables[i]; row >= t.top && row <= t.end {
				return t
			}
		}
		return nil
	}
	before := 0
	for _, row := range g.rows {
		if n.stop() {
			return nil
		}
		n.gap = n.gap || row.row > before+1 && before > 0
		before = row.row
		visible := n.visibleCells(row)
		t := inTable(row.row)
		heads := t != nil && row.row <= t.bottom
		end := g.isClosing(row.row)
		closes := end && (!n.resumed || row.closesPaper()) || t == nil && n.isInText() && row.closesPaper()
		n.closed = !heads && (n.closed || closes) && !n.opens(visible)
		n.resumed = end && !n.closed
		switch {
		case n.closed:
			n.end()
			n.columns = nil
			n.reportLost(slices.DeleteFunc(visible, func(c *workbook.Cell) bool { return !isPassage(c) }))
		case heads:
			n.end()
			n.gap, n.columns = false, nil
			n.readHeads(t)
		case len(visible) == 0:
		case n.columns != nil && n.readColumns(visible):
			n.gap = false
		default:
			n.readRow(visible, t)
		}
	}
	n.end()
	return n.resolve()
}

// opens: a row has the title of a narrative, so that one goes on below the end of a paper.
func (n *narrator) opens(cells []*workbook.Cell) bool {
	return slices.ContainsFunc(cells, func(c *workbook.Cell) bool {
		t := n.passage(c, firstLine(c), "").title
		return t.known() && !t.weak
	})
}

// isInText: the rows before are those of a narrative, and more than its title.
func (n *narrator) isInText() bool {
	last := len(n.passages) - 1
	return n.columns != nil || n.inBlock() && (!n.passages[last].title.known() || n.passages[last].inline != "")
}

// isPassage: a cell has more words than the lines by which a paper closes.
func isPassage(c *workbook.Cell) bool { return wordCount(c.Text) >= 2*sentence && !closesPaper(c.Text) }

// narrator gathers the narrative of one sheet.
type narrator struct {
	*reader
	sheet    *workbook.Sheet
	passages []passage
	columns  []narrativeColumn // of the table that the rows belong to; nil for none
	labelCol int               // of its indicators; 0 for none
	gap      bool              // a blank row came since the last row of a table
	closed   bool              // the paper closed above, and no title came since
	resumed  bool              // a title came below the end of the paper
	remarks  []placedRemark
	unseen   *workbook.Cell // the first that nobody sees
	unseens  int
}

// placedRemark is a remark with the row of the sheet it stands in.
type placedRemark struct {
	returns.Remark
	row int
}

func (n *narrator) remark(c *workbook.Cell, kind returns.Kind, area, text string) {
	n.remarks = append(n.remarks, placedRemark{returns.Remark{Unit: n.unit, Kind: kind, Area: area, Text: text,
		At: n.at(n.sheet, c.Row, c.Col)}, c.Row})
}

// narrativeColumn is a column of a table under the title of a kind.
type narrativeColumn struct {
	col  int
	kind returns.Kind // "" for one whose texts are of no known kind

	last *workbook.Cell // the text of its that was read last; nil for none
}

// hasTitle: a line of the sheet is the title of a narrative.
func (n *narrator) hasTitle(g *grid) bool {
	for _, row := range g.rows {
		if n.stop() {
			return false
		}
		for i := range row.cells {
			if t := n.readTitle(readNumber(firstLine(&row.cells[i])).rest); t.known() && !t.weak {
				return true
			}
		}
	}
	return false
}

// mayBeOfYear: the lines over the first title name no other year alone.
func (n *narrator) mayBeOfYear(g *grid) bool {
	var lines []line
	titled := false
	for _, row := range g.rows {
		for i := range row.cells {
			c := &row.cells[i]
			if c.Kind != workbook.Text || len(c.Text) > titleLength || len(row.cells) > 2 {
				continue // the headings of a table among them
			}
			if t := n.readTitle(readNumber(visibleText(c)).rest); t.known() && !t.weak {
				titled = true
				break
			}
			if !g.isOfHeading(row.row) {
				lines = append(lines, newLine(c, n.frame()))
			}
		}
		if titled || len(lines) > maxLines {
			break
		}
	}
	if !titled {
		return true
	}
	n.ofOtherMonths(g, lines)
	other, _ := otherYear(g.withMargins(lines), n.plan.Resolution.Year)
	if other == nil {
		return true
	}
	n.untitled = true
	n.report("B243", n.at(n.sheet, other.row, other.col), "",
		other.placed(diag.Args{"found": other.found, "want": itoa(n.plan.Resolution.Year)}))
	return false
}

// ofOtherMonths notes whether the lines over a narrative, or the names of file and
// folder, tell that it is of other months than the report's. In its last months also
// the year's narrative is written.
func (n *narrator) ofOtherMonths(g *grid, over []line) {
	over = slices.Clone(over)
	slices.Reverse(over)
	for _, lines := range [][]line{g.withMargins(over), {n.fileLine(g)}, n.foldersOf(g)} {
		part, told := partOf(lines, g.of)
		if !told {
			continue
		}
		if part != nil && !(g.of.IsYear() && slices.ContainsFunc(part.spans, span.endsYear)) {
			n.narrated.other = part.found
			return
		}
		break
	}
	n.narrated.own = true
}

// visibleCells are the cells of a row that hold something and are seen.
func (n *narrator) visibleCells(row gridRow) []*workbook.Cell {
	var cells []*workbook.Cell
	for i := range row.cells {
		c := &row.cells[i]
		switch {
		case visibleText(c) == "" && !(c.IsUnseen() && c.Text != ""):
		case c.IsUnseen(), n.sheet.Visibility != workbook.Visible,
			hidden(n.sheet.HiddenRows, c.Row), hidden(n.sheet.HiddenCols, c.Col):
			if c.Kind == workbook.Text && (n.inBlock() || n.sheet.Visibility != workbook.Visible) &&
				wordCount(c.Text) >= 2 && !isLetterhead(viet.Fold(c.Text)) {
				if n.unseen == nil {
					n.unseen = c
				}
				n.unseens++
			}
		default:
			cells = append(cells, c)
		}
	}
	return cells
}

// inBlock: the passage before belongs to a narrative.
func (n *narrator) inBlock() bool {
	for i := len(n.passages) - 1; i >= 0 && n.passages[i].cell != nil; i-- {
		if n.passages[i].title.known() {
			return true
		}
	}
	return n.columns != nil
}

// end closes the block that is open: what comes next is a table or figures.
func (n *narrator) end() {
	if len(n.passages) > 0 && n.passages[len(n.passages)-1].cell != nil {
		n.passages = append(n.passages, passage{})
	}
}

// readRow reads a row that stands in no table of narrative.
func (n *narrator) readRow(cells []*workbook.Cell, t *table) {
	texts := cells
	for len(texts) > 1 && len(visibleText(texts[0])) <= 5 { // "1", "II.", "a)", "-"
		texts = texts[1:]
	}
	led := len(texts) < len(cells)
	allTexts := !slices.ContainsFunc(texts, func(c *workbook.Cell) bool { return c.Kind != workbook.Text })
	if !allTexts {
		n.end()
		n.gap = false
		return
	}
	if len(texts) == 1 {
		if t != nil && !n.gap && !n.isTitle(texts[0]) && !n.inBlock() {
			return // a row of the table whose figures are blank
		}
		number := ""
		if led {
			number = visibleText(cells[0])
		}
		n.readLines(texts[0], number)
		return
	}
	if heads := n.headings(texts); len(heads) > 0 {
		n.end()
		n.columns, n.labelCol = heads, 0
		return
	}
	first := n.readTitle(readNumber(strings.TrimSuffix(visibleText(texts[0]), ":")).rest)
	if first.known() && len(texts) == 2 && wordCount(texts[1].Text) >= 3 {
		n.readLines(texts[0], "")
		n.readLines(texts[1], "")
		n.passages[len(n.passages)-1].aside = true
		return
	}
	if n.inBlock() && slices.ContainsFunc(texts, func(c *workbook.Cell) bool { return wordCount(c.Text) >= sentence }) {
		n.reportLost(texts)
	}
	n.end()
}

// isTitle: the cell's first line is the title of a block.
func (n *narrator) isTitle(c *workbook.Cell) bool {
	p := n.passage(c, firstLine(c), "")
	return p.title.known()
}

// isNarrative: a row below a table opens with the title of a block that goes on behind it, and
// speaks of no figures: "Kiến nghị: cấp thêm kinh phí".
func (r *reader) isNarrative(g *grid, row gridRow) bool {
	n := narrator{reader: r, sheet: g.Sheet}
	return slices.ContainsFunc(row.cells, func(c workbook.Cell) bool {
		if c.Kind != workbook.Text {
			return false
		}
		p := n.passage(&c, strings.TrimLeft(firstLine(&c), "*-–+• "), "")
		return p.title.known() && !p.title.weak && p.inline != "" && !r.speechOf(c.Text).has(figuresThere())
	})
}

// figuresThere are words for the figures of a table.
func figuresThere() []string {
	return listOnce(`số liệu, con số, các số, số trên, số này, bảng trên, biểu trên, bảng này, biểu này, cột này,
		ở trên, trên đây, số trong bảng`)
}

// readLines reads the lines of a cell; number is what stands before it in its
// row.
func (n *narrator) readLines(c *workbook.Cell, number string) {
	for i, text := range strings.Split(visibleText(c), "\n") {
		if strings.TrimSpace(text) == "" {
			continue
		}
		p := n.passage(c, strings.TrimSpace(text), number)
		p.first = i == 0
		n.passages = append(n.passages, p)
		number = ""
	}
}

func (n *narrator) passage(c *workbook.Cell, text, number string) passage {
	p := passage{cell: c, line: text, number: readNumber(text)}
	if number != "" && p.number.style == 0 {
		if led := readNumber(strings.TrimRight(number, ".):/ ") + ". x"); led.style != 0 {
			p.number = numbered{led.style, led.n, text}
		}
	}
	head, rest, colon := strings.Cut(p.number.rest, ":")
	head = strings.TrimSpace(head)
	if strings.HasSuffix(head, ".") && p.number.style == 0 && !isCapitals(head) {
		return p // a sentence
	}
	p.title = n.readTitle(head)
	if p.title.known() && colon {
		p.inline = strings.TrimSpace(rest)
	}
	return p
}

// headings are the columns of a table of narrative, when a row titles two of
// them at least.
func (n *narrator) headings(texts []*workbook.Cell) []narrativeColumn {
	var columns []narrativeColumn
	titled := 0
	for _, c := range texts {
		t := n.readTitle(readNumber(strings.TrimSuffix(visibleText(c), ":")).rest)
		if t.known() {
			titled++
		}
		columns = append(columns, narrativeColumn{col: c.Col, kind: t.only()})
	}
	if titled < 2 {
		return nil
	}
	return columns
}

// readHeads finds the columns of narrative beside the indicators of a table:
// "Nguyên nhân không đạt". What it has for results are figures.
func (n *narrator) readHeads(t *table) {
	n.labelCol = cmp.Or(t.columns.label, t.columns.measure)
	for _, h := range t.heads {
		title := n.readTitle(h.shown)
		kind := title.only()
		if kind == returns.Achievement {
			continue
		}
		result := h.grade(wanted{year: n.plan.Resolution.Year}) == sure
		if kind != "" || !result && (phrases{"nguyen nhan", "ly do"}).in(h.words) {
			n.columns = append(n.columns, narrativeColumn{col: h.col, kind: kind})
		}
	}
}

// readColumns reads a row of a table with columns of narrative; false for a row
// that is none of it.
func (n *narrator) readColumns(cells []*workbook.Cell) bool {
	if len(cells) == 1 && n.isTitle(cells[0]) {
		n.columns = nil
		return false
	}
	var label string
	found := false
	var lost []*workbook.Cell
	for _, c := range cells {
		if c.Col == n.labelCol {
			label = firstLine(c)
		}
	}
	for _, c := range cells {
		i := slices.IndexFunc(n.columns, func(k narrativeColumn) bool { return k.col == c.Col })
		switch {
		case i < 0, n.labelCol > 0 && label == "" && (n.gap || isAside(c.Text)): // beside no row
		case n.labelCol > 0 && isEvidence(c.Text):
			found = true
		case c.Kind != workbook.Text:
			found = true
		case n.columns[i].kind != "":
			found = true
			n.take(c, n.repeated(i, c), n.columns[i].kind, label)
		default:
			lost = append(lost, c)
		}
	}
	if n.labelCol > 0 && label != "" && !n.gap {
		found = true
	}
	if len(lost) > 0 {
		n.reportLost(lost)
		found = true
	}
	if !found {
		n.columns = nil
	}
	return found
}

// sentence is how many words a text has at least that is more than a label.
const sentence = 8

func wordCount(text string) int { return len(strings.Fields(text)) }

func withoutBullet(text string) string {
	rest, _ := cutBullet(strings.TrimSpace(text))
	return strings.TrimSpace(rest)
}

func isCapitals(text string) bool {
	return strings.ToUpper(text) == text && strings.ToLower(text) != text && strings.Contains(text, " ")
}

// letterhead are words of lines that stand over and under every report.
var letterhead = phrases{"cong hoa xa hoi chu nghia", "doc lap tu do", "can cu", "kinh gui", "kem theo", "ghi chu",
	"luu y", "huong dan", "bao cao", "don vi tinh", "dvt", "bieu so", "nguon", "nguoi lap", "nghi quyet so",
	"cong van so", "ke hoach so", "de nghi cac don vi", "phu luc"}

func isLetterhead(folded string) bool { return letterhead.in(folded) }

// take makes a remark of a cell of a column, and of what it says, which may stand above it;
// label is the indicator it is about.
func (n *narrator) take(c, said *workbook.Cell, kind returns.Kind, label string) {
	if said == nil {
		return
	}
	text := withoutBullet(visibleText(said))
	if wordCount(text) < 2 || tellsNothing(kind, text) {
		return
	}
	if label != "" {
		text = label + ": " + viet.LowerFirst(text)
	}
	n.remark(c, kind, "", text)
	if m := n.matchRow("", label); label != "" && m.sure() {
		n.remarks[len(n.remarks)-1].Indicator = m.ask.Measure.Indicator
	}
}

// reportLost warns of texts that stand in no known block, once for a stretch of
// them.
func (n *narrator) reportLost(cells []*workbook.Cell) {
	var long []*workbook.Cell
	for _, c := range cells {
		if c.Kind == workbook.Text && wordCount(c.Text) >= sentence/2 {
			long = append(long, c)
		}
	}
	if len(long) > 0 {
		n.loose = append(n.loose, diag.New("B324", n.at(n.sheet, long[0].Row, long[0].Col),
			diag.Args{"text": viet.Excerpt(visibleText(long[0])), "count": len(long)}).ForUnit(n.unit))
	}
}

// resolve makes remarks of the passages, in the order of the sheet.
func (n *narrator) resolve() []returns.Remark {
	b := block{narrator: n, next: nextTitles(n.passages), told: slices.ContainsFunc(n.passages, func(p passage) bool {
		return p.title.known() && !p.title.weak
	})}
	for i := range n.passages {
		b.read(i)
	}
	b.close()
	if n.unseen != nil {
		n.report("B325", n.at(n.sheet, n.unseen.Row, n.unseen.Col), "", diag.Args{"count": n.unseens})
	}
	slices.SortStableFunc(n.remarks, func(a, b placedRemark) int { return cmp.Compare(a.row, b.row) })
	var remarks []returns.Remark
	for _, m := range n.remarks {
		remarks = append(remarks, m.Remark)
	}
	return remarks
}

var (
	causeOpens  = phrases{"do", "vi", "nguyen nhan", "ly do", "boi"}
	remedyOpens = phrases{"de nghi", "kien nghi", "de xuat", "giai phap"}
)

// areaOf is the field of work a line names: alone, or before a colon.
func (r *reader) areaOf(line string) (id, rest string) {
	head, rest, _ := strings.Cut(line, ":")
	folded := viet.Fold(readNumber(head).rest)
	folded = strings.TrimPrefix(strings.TrimPrefix(folded, "linh vuc "), "ve ")
	for _, a := range r.plan.Areas {
		if viet.Fold(a.Title) == folded {
			return a.ID, strings.TrimSpace(rest)
		}
	}
	return "", line
}
