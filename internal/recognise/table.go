package recognise

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

func itoa(n int) string { return strconv.Itoa(n) }

// columns says where the parts of a table stand; 0 for absent.
type columns struct {
	row                                                 int // of the headings
	id, number, measure, label, unit, value, none, note int
	last                                                int // last year's figure, of a form
	area, kind, about, text                             int
}

func (c columns) isForm() bool      { return c.id > 0 && c.label > 0 && c.value > 0 }
func (c columns) isNarrative() bool { return c.area > 0 && c.kind > 0 && c.text > 0 }

// findHeader returns the headings of the first form or narrative table of a
// sheet, which stand in one row.
func findHeader(s *workbook.Sheet) (columns, bool) {
	return headerWhere(s, func(c columns) bool { return c.isForm() || c.isNarrative() })
}

// headerWhere are the headings of the first table of a sheet that is of a kind.
func headerWhere(s *workbook.Sheet, is func(columns) bool) (columns, bool) {
	for i := 0; i < len(s.Cells); {
		c := columns{row: s.Cells[i].Row}
		for ; i < len(s.Cells) && s.Cells[i].Row == c.row; i++ {
			if cell := &s.Cells[i]; cell.Kind == workbook.Text && len(cell.Text) < 200 {
				c.heading(viet.Fold(cell.Text), cell.Col)
			}
		}
		if is(c) {
			return c, true
		}
	}
	return columns{}, false
}

// noteHeads are the headings of a column of remarks.
var noteHeads = []string{"ghi chu"}

// measureHeads are the headings of a column of units of measurement.
var measureHeads = []string{"dvt", "don vi tinh", "dv tinh"}

func (c *columns) heading(folded string, col int) {
	set := func(field *int) {
		if *field == 0 {
			*field = col
		}
	}
	switch folded {
	case "ma dong":
		set(&c.id)
	case "tt", "stt", "so tt", "so thu tu":
		set(&c.number)
	case "noi dung can bao cao":
		set(&c.label)
	case "don vi":
		set(&c.unit)
	case "gia tri", "thuc hien", "ket qua thuc hien":
		set(&c.value)
	case "khong phat sinh chua co ket qua":
		set(&c.none)
	case "linh vuc":
		set(&c.area)
	case "loai":
		set(&c.kind)
	case "chi tieu": // of a narrative: what it is about
		set(&c.about)
		set(&c.measure)
	case "noi dung":
		set(&c.text)
		set(&c.measure)
	default:
		if slices.Contains(labelHeads, folded) {
			set(&c.measure)
		}
		if slices.Contains(measureHeads, folded) {
			set(&c.unit)
		}
		if slices.Contains(noteHeads, folded) {
			set(&c.note)
		}
		if strings.HasPrefix(folded, "nam truoc ") {
			set(&c.last)
		}
	}
}

// firstHeads is the row of a sheet's first table headings, 0 when it has none.
func firstHeads(b *workbook.Book, s *workbook.Sheet, of frame) int {
	if h, ok := findHeader(s); ok {
		return h.row
	}
	if all := newGrid(b, s, of).tables(); len(all) > 0 {
		return all[0].top
	}
	return 0
}

// rows calls f for each row below the headings that holds something.
func (c columns) rows(s *workbook.Sheet, f func(row int)) {
	last := c.row
	for i := range s.Cells {
		if row := s.Cells[i].Row; row > last {
			last = row
			f(row)
		}
	}
}

// readTables reads the units' own tables. It reports whether one of them
// answers anything.
func (r *reader) readTables() bool {
	found := false
	for _, s := range r.book.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		g := r.gridOf(s)
		here := false
		all := g.tables()
		for i := range all {
			if r.stop() {
				return found
			}
			t := &all[i]
			r.under(t, r.titlesOver(g, t))
			here = r.readTable(g, t) || here
		}
		here = r.readUnitGrid(g) || here
		if !here {
			here = r.readBare(g, len(all) == 0) || r.readGroups(g)
		}
		if !here && len(all) == 0 {
			here = r.readPairs(g)
		}
		found = found || here
	}
	return found
}

// under sets the titles over a table, by which its headings are read too.
func (r *reader) under(t *table, over titles) {
	t.titles = over
	for i := range t.heads {
		h := &t.heads[i]
		h.of.told = over.told
		r.dated = r.dated || newName(h.shown, h.of).namesPeriod()
	}
}

// answered is one row of a table and what it answers.
type answered struct {
	row    int
	label  string
	match  match
	titles []caption // of the blocks the row stands in, the outer ones first
	below  []string  // the remarks between it and the next row
}

func (r *reader) readTable(g *grid, t *table) bool {
	if r.listsUnits(t) {
		t.columns.unit = 0
	}
	rows, own := r.answeredRows(g, t)
	if len(rows) == 0 {
		return false
	}
	for _, a := range rows {
		if a.match.sure() {
			t.answered, t.answeredIn = append(t.answered, a.match.ask), append(t.answeredIn, a.row)
		}
	}
	remarks := r.remarksUnder(g, t, rows)
	all := rows
	rows, taken := r.takeMeant(g, t, rows, remarks)
	if len(rows) == 0 {
		return true
	}
	var columns []place                       // that were read, each once
	which := map[*diag.Problem]diag.Problem{} // the questions of columns, with their candidates
	asked := taken.col > 0
	for _, a := range rows {
		if r.stop() {
			return own
		}
		h, why := r.chooseValue(g, t, a.match)
		switch {
		case r.isDescribed(a.match):
		case why == nil:
			i := slices.IndexFunc(columns, func(p place) bool { return p.col == h.col })
			if i < 0 {
				columns, i = append(columns, r.amid(t, t.column(g, h))), len(columns)
			}
			column := columns[i]
			column.remarks = ofRow(remarks, a, all)
			r.readTableRow(g, t, column, a)
		case !a.match.sure() && taken.col > 0:
			r.readTableRow(g, t, t.column(g, taken), a)
		case !own: // a table about other units' work, in a shape of its own
		case a.match.sure():
			if _, ok := which[why]; !ok {
				which[why] = why.Ask(r.whichColumn(g, t, rows, why))
			}
			r.aside = append(r.aside, aside{why: which[why], period: t.otherPeriod(),
				revised: r.revision(t, a.row, a.match), cell: diag.Cell{Input: a.match.ask.Key()},
				o: r.answerAt(a.match.ask, r.at(t.sheet, a.row, t.heads[0].col), a.match.how, returns.Faulty)})
		}
		asked = asked || why == nil || a.match.sure()
	}
	for _, column := range columns {
		if r.stop() {
			return own
		}
		r.checkShift(t, column, all)
		r.checkLabels(g, t, column, all)
		r.checkRelations(t, column, all)
	}
	if _, why := r.chooseValue(g, t, rows[0].match); own && !asked {
		r.problems = append(r.problems, *why)
	}
	return own
}

// otherPeriod is a heading of results of other months than the report's, where the
// table has none of its own; "" for none.
func (t *table) otherPeriod() string {
	found := ""
	for _, h := range t.heads {
		switch r := h.reading(); {
		case r.strange, r.says.any(notResults):
		case r.says.any(ofOtherPeriod): // "lũy kế 6 tháng" too
			found = h.shown
			if part := t.titles.part; part != nil && len(newName(h.shown, h.of).spans) == 0 {
				found = part.found // of which it says "lũy kế"
			}
		case r.says.any(ofPeriod):
			return ""
		}
	}
	return found
}

// isDescribed: a layout already told where the row's answer stands.
func (r *reader) isDescribed(m match) bool {
	if !m.sure() {
		return false
	}
	_, done := r.described[m.ask.Key()]
	return done
}

// isDescribedAt: a layout took the figure from this very cell.
func (r *reader) isDescribedAt(at diag.Position) bool {
	for _, described := range r.described { // any of them
		if described == at {
			return true
		}
	}
	return false
}

// answeredRows are the rows of a table that answer something, or may; own says
// that some of it is asked of the sender.
func (r *reader) answeredRows(g *grid, t *table) (rows []answered, own bool) {
	some := false
	above := standing{}
	for _, l := range t.rows(g) {
		if r.stop() {
			return nil, false
		}
		number := measureNumber(cellText(merged(t.sheet, l.row, t.columns.number)))
		label := l.label
		if first, rest, ok := strings.Cut(label, "\n"); ok && r.isNote(first, rest) {
			label = first
		}
		label = viet.Tidy(label)
		under := above.of(l)
		if l.unit != "" { // "Kết nạp | đảng viên"
			under = append(under, match{label: l.unit, wording: wordingOf(l.unit)})
		}
		m := r.matchTableRow(number, withoutUnit(label), l.unit, under...)
		m.isRow = l.filled
		above = above.after(l, m)
		own = own || m.sure() || len(m.candidates) > 0 || r.isMeant(label, t)
		some = some || own
		if !some {
			_, _, some = r.otherAsk(label)
		}
		if l.filled || l.unit != "" {
			rows = append(rows, answered{row: l.row, label: label, match: m, titles: above.titles})
		}
	}
	if !some {
		return nil, false
	}
	r.remarkBetween(g, rows)
	return wholes(settled(rows)), own
}

// wholes answers for sure what a row of a count may be, "Số tổ dân phố", where all that it
// lacks of the label is "tổng" and the next row is a part of the same: "Trong đó: số tổ đạt ...".
func wholes(rows []answered) []answered {
	for i := range rows[:max(0, len(rows)-1)] {
		m, next := &rows[i].match, rows[i+1].match
		if m.sure() || m.rate || len(m.candidates) != 1 || !next.sure() || !next.wording.part ||
			!isCount(rows[i].label) {
			continue
		}
		ask := m.candidates[0]
		w := wordingOf(ask.Label)
		if ask.Role == resolution.RoleDenominator && next.ask.Measure == ask.Measure && w.total && !m.wording.total &&
			!m.wording.part && slices.Equal(w.words, m.wording.words) {
			m.how, m.ask, m.candidates = returns.ByLikeness, ask, nil
		}
	}
	return rows
}

// listsUnits: the column headed "Đơn vị" names offices, and measures nothing.
// "Lao động" is both the short name of an office and what is counted.
func (r *reader) listsUnits(t *table) bool {
	if t.columns.unit == 0 {
		return false
	}
	cells := t.sheet.In(workbook.Span{First: t.bottom + 1, Last: t.end})
	for i := range cells {
		c := &cells[i]
		if c.Col != t.columns.unit || quantity.IsUnit(unitKey(cellText(c))) {
			continue
		}
		if r.names.in(cellText(c), false) != nil {
			return true
		}
	}
	return false
}

// isNote: the lines below the first are the note that a form gives the ask.
func (r *reader) isNote(first, rest string) bool {
	return slices.ContainsFunc(r.asks, func(a known) bool {
		return viet.Fold(a.Label) == viet.Fold(first) && viet.Fold(a.Note) == viet.Fold(rest)
	})
}

// settled drops the doubt about a row when other rows answer for sure everything
// that it might have answered: there is nothing left to ask.
func settled(rows []answered) []answered {
	sure := map[string]bool{}
	for _, a := range rows {
		if a.match.sure() {
			sure[a.match.ask.Key()] = true
		}
	}
	for i := range rows {
		if m := &rows[i].match; !m.sure() && !m.rate &&
			!slices.ContainsFunc(m.candidates, func(c resolution.Ask) bool { return !sure[c.Key()] }) {
			m.candidates = nil
		} else if !m.sure() && !m.rate {
			m.candidates = slices.DeleteFunc(slices.Clone(m.candidates),
				func(c resolution.Ask) bool { return sure[c.Key()] })
		}
	}
	return rows
}

// tableRow is a row of a table with its label, all lines of it.
type tableRow struct {
	row, col int
	groups   []string // labels left of its own, of the group it belongs to
	label    string
	number   string // in the table's own numbering
	filled   bool   // something stands right of the label
	unit     string // of measurement
}

// rows are the rows of a table that bear a label. One that is wrapped over
// two rows is put together: the second goes on in small letters, without a
// number of its own.
func (t *table) rows(g *grid) []tableRow {
	var all []tableRow
	first, last := t.labelColumns()
	for _, row := range g.in(t.bottom+1, t.end) {
		if g.stop() {
			return nil
		}
		if onlyCounts(t.sheet, t.columns, row.row) {
			continue
		}
		l := tableRow{row: row.row, col: first, number: cellText(merged(t.sheet, row.row, t.columns.number))}
		goesOn := false
		for col := first; col <= last; col++ {
			c := merged(t.sheet, row.row, col)
			if c == nil || cellText(c) == "" {
				continue
			}
			if l.label != "" {
				l.groups = append(l.groups, viet.Tidy(l.label))
			}
			l.label = strings.TrimSpace(viet.Clean(c.Text))
			if c.Kind != workbook.Text {
				l.label = cellText(c)
			}
			goesOn = startsSmall(l.label)
		}
		if l.label == "" && row.isTitleAt(t.columns.number) {
			l.label, l.number, l.col = l.number, "", t.columns.number
		}
		if l.label == "" {
			continue
		}
		for i := range row.cells {
			c := &row.cells[i]
			switch {
			case cellText(c) == "" && c.Formula == "", c.Col <= last, c.Col == t.columns.note, c.Col > t.lastCol():
			case c.Col == t.columns.unit:
				l.unit = cellText(c)
			default:
				l.filled = true
			}
		}
		n := len(all)
		if n > 0 && goesOn && l.number == "" && all[n-1].row == l.row-1 && len(l.groups) == 0 {
			switch before := &all[n-1]; {
			case !before.filled:
				l.label, l.number, l.groups = before.label+" "+l.label, before.number, before.groups
				l.unit = cmp.Or(l.unit, before.unit)
				all[n-1] = l
				continue
			case !l.filled && l.unit == "":
				before.label += " " + l.label
				continue
			}
		}
		if !l.filled && sameMerge(t.sheet, l.row, last) {
			continue // its figure stands in another row of the label
		}
		all = append(all, l)
	}
	return all
}

// isTitleAt: words stand in a column, and nothing else in the row: the title of a
// block that begins where the numbers do.
func (r gridRow) isTitleAt(col int) bool {
	title := false
	for i := range r.cells {
		switch c := &r.cells[i]; {
		case cellText(c) == "" && !c.HasFormula:
		case c.Col != col || c.Kind != workbook.Text || wordCount(withoutHead(c.Text)) < 2:
			return false
		default:
			title = true
		}
	}
	return title
}

func (t *table) lastCol() int { return t.heads[len(t.heads)-1].col }

// labelColumns are the columns that the heading of the labels stands over.
func (t *table) labelColumns() (first, last int) {
	first = cmp.Or(t.columns.label, t.columns.measure)
	last = first
	if m, ok := t.sheet.Merged(t.bottom, first); ok && m.Col == first {
		last = min(m.LastCol, first+maxLabelColumns-1)
	}
	return first, last
}

// maxLabelColumns bounds how many columns one label is looked for in.
const maxLabelColumns = 4

// sameMerge: the label of a row stands in other rows too.
func sameMerge(s *workbook.Sheet, row, col int) bool {
	m, ok := s.Merged(row, col)
	return ok && m.LastRow > m.Row
}

func startsSmall(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// standing is what the next row of a table belongs to: "nữ" means one thing
// below "Lao động" and another below "Đảng viên".
type standing struct {
	block, row match // the last title of a block, and the last row that is no part of another
	titles     []caption
}

// caption is a title over rows, with the kind of number it bears.
type caption struct {
	line
	style rune
}

// within are the titles that hold below one more: it ends those from the one on
// that bears a number of its kind.
func within(titles []caption, b caption) []caption {
	if i := slices.IndexFunc(titles, func(x caption) bool { return x.style == b.style }); i >= 0 {
		titles = titles[:i]
	}
	return append(slices.Clone(titles), b)
}

// title is a row of a table as the title of a block.
func (l tableRow) title() caption {
	b := caption{line: line{row: l.row, col: l.col, text: l.label, folded: viet.Fold(l.label)}}
	if b.style = readNumber(l.label).style; b.style == 0 && l.number != "" {
		b.style = numberStyle(strings.Trim(l.number, "(). "))
	}
	return b
}

// of is what a row stands below: its group, or the block and, where it is a part
// of the row above, that row.
func (c standing) of(l tableRow) (under []match) {
	for _, g := range l.groups {
		under = append(under, match{label: g, wording: wordingOf(g)})
	}
	if c.block.label != "" {
		under = append(under, c.block)
	}
	if c.row.label == "" {
		return under
	}
	if w := wordingOf(l.label); w.part || w.item || isLetter(l.number) {
		under = append(under, c.row)
	}
	return under
}

// after is the standing of the row that follows this one.
func (c standing) after(l tableRow, m match) standing {
	switch {
	case !l.filled && l.unit == "":
		return standing{block: m, titles: within(c.titles, l.title())}
	case m.wording.part || m.wording.item || isLetter(l.number):
	default:
		c.row = m
	}
	return c
}

// isLetter: "a", "b)", "-": a numbering below another.
func isLetter(number string) bool {
	mark := strings.Trim(number, "()-.+* ")
	return number != "" && (mark == "" || len(mark) == 1 && mark[0] >= 'a' && mark[0] <= 'z')
}

// chooseValue finds the column of this year's results for a row. Where none or
// several may be it, why asks which. A hidden column, or one of estimates, is
// chosen where there is no other: the gate asks about it.
func (r *reader) chooseValue(g *grid, t *table, of match) (chosen head, why *diag.Problem) {
	w := r.wanted(of)
	c, ok := t.chosen[w]
	if !ok {
		c.head, c.why = r.chooseColumn(g, t, w)
		if t.chosen == nil {
			t.chosen = map[wanted]choice{}
		}
		t.chosen[w] = c
	}
	if c.why != nil && of.sure() {
		if h := g.headedByUnit(t, of.ask.Unit); h.col > 0 {
			return h, nil
		}
	}
	return c.head, c.why
}

// choice is the column of a table for the results wanted.
type choice struct {
	head head
	why  *diag.Problem
}

// wanted is what a row's figure has to be, as far as headings tell.
func (r *reader) wanted(of match) wanted {
	w := wanted{year: r.plan.Resolution.Year, district: !r.isOneOfMany()}
	if of.sure() {
		w.money = quantity.IsMoney(of.ask.Unit)
		w.growth = of.ask.Role == resolution.RoleCurrent || of.ask.Role == resolution.RolePrevious
		w.comparable = w.growth && viet.HasPhrase(viet.Fold(of.ask.Measure.Basis), "gia so sanh")
	}
	return w
}

// isOneOfMany: the sender answers for itself beside others of its group, as
// wards do; the whole district's figures are not its own.
func (r *reader) isOneOfMany() bool {
	u := r.plan.Unit(r.unit)
	return u != nil && u.Group != ""
}

func (r *reader) chooseColumn(g *grid, t *table, w wanted) (chosen head, why *diag.Problem) {
	if own := r.ownColumn(t, w); own.col > 0 {
		return own, nil
	}
	var results, seconds, doubts, estimates, unseen []head
	var all []string
	parts := true // every column of figures is known
	for _, h := range t.heads {
		grade := h.grade(w)
		hiddenCol := hidden(t.sheet.HiddenCols, h.col)
		switch {
		case hiddenCol && grade == sure:
			unseen = append(unseen, h)
		case hiddenCol: // who sent the table does not see it
		case grade == sure && h.isEstimate():
			estimates = append(estimates, h)
		case grade == sure:
			results = append(results, h)
		case grade == secondBest && !h.isEstimate():
			seconds = append(seconds, h)
		case grade == doubtful && g.hasNumbers(t, h.col):
			doubts = append(doubts, h)
		case h.reading().strange && h.col != t.columns.measure && h.col != t.columns.label && g.hasNumbers(t, h.col):
			parts = false
		}
		all = append(all, "«"+h.shown+"»")
	}
	if r.plan.Report.Estimate && len(estimates) > 0 {
		results = estimates
	} else if slices.ContainsFunc(results, func(h head) bool { return h.reading().says.any(ofNearlyAll) }) {
		results = append(results, estimates...) // which tell how far the year goes after that day
	}
	parts = parts || len(seconds) == 1 && !seconds[0].reading().says.any(ofTotal)
	if len(results) == 0 && len(doubts) == 0 && parts {
		results = seconds
	}
	if all := r.sumOfAll(g, t, seconds); len(results) == 0 && len(doubts) == 0 && all.col > 0 {
		results = []head{all}
	}
	if len(results) > 1 {
		if final := slices.DeleteFunc(slices.Clone(results), func(h head) bool {
			return !h.reading().says.any(official)
		}); len(final) == 1 {
			results = final
		}
	}
	if w.comparable && len(results) == 1 && results[0].reading().says.any(inThatPrice) && !slices.ContainsFunc(doubts,
		func(h head) bool { return !h.isOfCurrentPrices() }) {
		doubts = nil
	}
	for _, others := range [][]head{estimates, unseen} {
		if len(results) == 0 && len(doubts) == 0 {
			results = others
		}
	}
	ask := func(code string, args diag.Args) *diag.Problem {
		p := diag.New(code, r.at(t.sheet, t.top, t.heads[0].col), args).ForUnit(r.unit)
		return &p
	}
	want := r.plan.PeriodText()
	switch {
	case len(results) == 1 && len(doubts) == 0:
		return results[0], nil
	case len(results) == 0:
		return head{}, ask("B240", diag.Args{"want": want, "named": want.Vi,
			"headings": strings.Join(all, ", ")})
	}
	var names []string
	for _, h := range append(results, doubts...) {
		names = append(names, "«"+h.shown+"» ("+workbook.ColumnName(h.col)+")")
	}
	return head{}, ask("B241", diag.Args{"want": want, "columns": strings.Join(names, ", ")})
}

// headedByUnit is the one column of a table whose heading is but what is counted,
// "Hộ", "Số người", where any other column of figures counts something else.
func (g *grid) headedByUnit(t *table, unit string) head {
	if t.figures == nil {
		for _, h := range t.heads {
			if h.col != t.columns.number && h.col != t.columns.measure && h.col != t.columns.label &&
				g.hasNumbers(t, h.col) {
				t.figures = append(t.figures, h)
			}
		}
		if t.figures == nil {
			t.figures = []head{}
		}
	}
	asked := unitKey(unit)
	var found []head
	for _, h := range t.figures {
		counted := unitKey(strings.TrimPrefix(h.words, "so "))
		factor, ok := quantity.Factor(counted, asked)
		switch {
		case hidden(t.sheet.HiddenCols, h.col):
			return head{}
		case ok && factor.Equal(quantity.Int(1)) && !quantity.IsMoney(asked), counted == "the" && asked == "nguoi":
			found = append(found, h)
		case !quantity.IsUnit(counted) && counted != "khau" && counted != "%":
			return head{}
		}
	}
	if len(found) != 1 {
		return head{}
	}
	return found[0]
}

// hasNumbers: figures stand in a column of the table.
func (g *grid) hasNumbers(t *table, col int) bool {
	for _, row := range g.in(t.bottom+1, t.end) {
		if c := t.sheet.At(row.row, col); c != nil && (c.Kind == workbook.Number || c.Formula != "" ||
			c.Kind == workbook.Text && strings.ContainsAny(c.Text, "0123456789")) {
			return true
		}
	}
	return false
}

// column is a column of a table as a place, with what the table says of it; the
// row is still open.
func (t *table) column(g *grid, h head) place {
	return place{sheet: t.sheet, col: h.col, heading: h, titles: t.titles, grid: g, table: t,
		unitCol: t.columns.unit, noneCol: t.columns.none, noteCol: t.columns.note}
}

func (p place) inRow(row int, how returns.Source, labels ...string) place {
	p.row, p.how, p.labels = row, how, labels
	return p
}

// amid is a place with the columns of the table that its figure is held against.
func (r *reader) amid(t *table, p place) place {
	p.beside = r.besides(t, p.heading)
	p.parts, p.times = r.columnsOf(t, p.heading), r.timesOf(t, p.heading)
	return p
}

// head is the table's own heading of a column; the given one where it has none.
func (t *table) head(of head) head {
	for _, h := range t.heads {
		if h.col == of.col {
			return h
		}
	}
	return of
}

func (r *reader) readTableRow(g *grid, t *table, column place, a answered) {
	value := t.sheet.At(a.row, column.col)
	at := r.at(t.sheet, a.row, column.col)
	column = column.inBlock(a, r.plan.Resolution.Year)
	if r.mayBeRate(t, column, a, value) {
		a.match.rate, a.match.candidates = true, r.countsOf(a.match.ask.Measure)
	}
	switch {
	case r.isDescribedAt(at): // by a layout, whatever its row is called
	case a.match.sure() && r.ofOthers(a.titles) != nil: // "A. Phường Bắc Sơn", in the file of another
		if value != nil && value.Kind == workbook.Number {
			r.report("B226", at, "", diag.Args{"block": r.ofOthers(a.titles).text, "label": a.label,
				"value": value.Number.Exact()})
		}
	case r.meant(a.label, column.heading) == resolution.NoInput:
	case a.match.rate:
		if cellText(value) != "" {
			r.askRate(a.match, a.label, value, column.heading, at)
		}
	case !a.match.sure() && len(a.match.candidates) > 0:
		if cellText(value) != "" {
			r.reportAmbiguous(a.match, a.label, value, column.heading, at)
		}
	case !a.match.sure() && r.readOther(column.inRow(a.row, returns.ByLabel, a.label)):
	case !a.match.sure():
		if value != nil && value.Kind == workbook.Number {
			number := cellText(merged(t.sheet, a.row, t.columns.number))
			r.report("B221", at, "", diag.Args{"number": number, "label": a.label, "value": value.Number.Exact()})
		}
	default:
		r.take(a.match.ask, r.orEstimate(t, column.inRow(a.row, a.match.how, a.label), a.match))
		if before := a.match.before; before != nil {
			r.readBefore(g, t, *before, a)
		}
		r.readPlanned(g, t, a)
	}
}

// orEstimate is the place of a row's result or, where that is blank, of its
// estimate: "Thực hiện năm 2022" beside "Ước thực hiện năm 2022".
func (r *reader) orEstimate(t *table, p place, of match) place {
	c := merged(t.sheet, p.row, p.col)
	if cellText(c) != "" || c != nil && c.HasFormula || of.ask.Role == resolution.RolePlan ||
		p.noneCol > 0 && cellText(t.sheet.At(p.row, p.noneCol)) != "" {
		return p
	}
	w := r.wanted(of)
	var found []head
	for _, h := range t.heads {
		if h.isEstimate() && h.grade(w) == sure && !hidden(t.sheet.HiddenCols, h.col) &&
			cellText(merged(t.sheet, p.row, h.col)) != "" {
			found = append(found, h)
		}
	}
	if len(found) == 1 {
		p.col, p.heading = found[0].col, found[0]
	}
	return p
}

// ofOthers is the title of a block that names units of the sender's group, and
// not the sender; nil for none.
func (r *reader) ofOthers(titles []caption) *caption {
	sender := r.plan.Unit(r.unit)
	if sender == nil || sender.Group == "" {
		return nil
	}
	ofGroup := func(id string) bool { u := r.plan.Unit(id); return u != nil && u.Group == sender.Group }
	for i := range titles {
		named := r.unitsIn(withoutHead(titles[i].text))
		if len(named) > 0 && !slices.Contains(named, r.unit) && !slices.ContainsFunc(named, func(id string) bool {
			return !ofGroup(id)
		}) {
			return &titles[i]
		}
	}
	return nil
}

// withoutHead is a title without its number.
func withoutHead(title string) string {
	rest, _ := withoutNumber(title)
	return rest
}

// inBlock adds what the titles of a row's blocks say: of a year, or a plan.
func (p place) inBlock(a answered, ofYear int) place {
	p.blocks = a.titles
	for i := range a.titles {
		l := &a.titles[i].line
		years := year.FindAllString(l.folded, -1)
		switch {
		case slices.Contains(years, itoa(ofYear)):
			p.titles.year = nil
		case len(years) > 0:
			p.titles.year = l.finding(years[0])
		}
		if isPlanTitle(l.folded) && !isOfResults(l.folded) {
			p.titles.plan = l.finding(viet.Excerpt(l.text))
		}
	}
	return p
}

// finding is the line with what was found in it.
func (l line) finding(found string) *line {
	l.found = found
	return &l
}

// mayBeRate: "Đảng viên hoàn thành tốt nhiệm vụ trở lên: 91" is a rate as well
// as a count, where neither its label nor a unit tells.
func (r *reader) mayBeRate(t *table, p place, a answered, value *workbook.Cell) bool {
	m := a.match
	if !m.sure() || m.ask.Role != resolution.RoleNumerator || !isPercent(m.ask.Measure.Unit) || isCount(a.label) ||
		m.how != returns.ByLikeness || value == nil || value.Kind != workbook.Number {
		return false
	}
	if m.wording.unit != "" || withoutUnit(a.label) != a.label || len(p.heading.units().units) > 0 {
		return false
	}
	hasUnit := t.columns.unit > 0 && cellText(merged(t.sheet, a.row, t.columns.unit)) != ""
	return !hasUnit && value.Number.Cmp(hundred) <= 0
}

// countsOf are the counts behind a measure's rate.
func (r *reader) countsOf(m *resolution.Measure) []resolution.Ask {
	var asks []resolution.Ask
	for _, a := range r.asks {
		if a.Measure == m && a.Kind == resolution.AskNumber && a.Required {
			asks = append(asks, a.Ask)
		}
	}
	return asks
}

// readBefore reads last year's figure of a row from its own column, where the
// table has just one.
func (r *reader) readBefore(g *grid, t *table, ask resolution.Ask, a answered) {
	w := r.wanted(a.match)
	w.previous = true
	var cols []head
	for _, h := range t.heads {
		if reading := h.reading(); h.grade(w) == sure && !h.isEstimate() &&
			(len(reading.years) > 0 || reading.says.any(ofLastYear)) {
			cols = append(cols, h)
		}
	}
	if len(cols) != 1 {
		return // it stays owed
	}
	p := t.column(g, cols[0]).inRow(a.row, a.match.how, a.label)
	p.noneCol = 0
	r.take(ask, p)
}

// readPlanned reads what was planned for a row from its own column, where it is asked for
// and one column alone says that it was given by whom the ask names: "Dự toán TP giao".
func (r *reader) readPlanned(g *grid, t *table, a answered) {
	if a.match.ask.Role != resolution.RoleActual {
		return
	}
	ask, ok := r.ask(resolution.Key(a.match.ask.Measure.ID, resolution.RolePlan))
	if !ok || r.isDescribed(match{how: returns.ByLabel, ask: ask}) ||
		slices.ContainsFunc(t.answered, func(x resolution.Ask) bool { return x.Key() == ask.Key() }) {
		return
	}
	by := speechOf(ask.Label).givers()
	var cols []head
	for _, h := range t.heads {
		reading := h.reading()
		if h.isPlan() && !strings.Contains(h.shown, "/") && !reading.says.any(ofComparison) &&
			reading.isOf(wanted{year: r.plan.Resolution.Year}) && !hidden(t.sheet.HiddenCols, h.col) &&
			slices.ContainsFunc(speechOf(h.shown).givers(), func(l level) bool { return slices.Contains(by, l) }) {
			cols = append(cols, h)
		}
	}
	known := append(meaning(ask.Label), "hoach", "ke")
	slices.Sort(known)
	if len(cols) != 1 || len(beyond(meaning(cols[0].shown), known)) > 0 { // "... giao bổ sung"
		return
	}
	p := r.amid(t, t.column(g, cols[0])).inRow(a.row, a.match.how, a.label)
	p.noneCol = 0
	r.take(ask, p)
}

// onlyCounts recognises the row of column numbers (1, 2, 3, 4) under headings.
func onlyCounts(s *workbook.Sheet, c columns, row int) bool {
	if row != c.row+1 {
		return false
	}
	cells := s.In(workbook.Span{First: row, Last: row})
	for i := range cells {
		if cell := &cells[i]; strings.Trim(cellText(cell), "()0123456789=+-xABCDE /:") != "" {
			return false
		}
	}
	return true
}

// measureNumber reads "11.1", "(13)", "13." as a measure's number.
func measureNumber(s string) string {
	return strings.TrimRight(strings.Trim(s, "() "), ". )")
}

// merged is the cell at a place, or the one whose merge covers it.
func merged(s *workbook.Sheet, row, col int) *workbook.Cell {
	if c := s.At(row, col); c != nil && c.Kind != workbook.NoValue {
		return c
	}
	if m, ok := s.Merged(row, col); ok {
		return s.At(m.Row, m.Col)
	}
	return nil
}

// firstLine is a cell's first line: below it forms put the note of an input.
func firstLine(c *workbook.Cell) string {
	if c == nil || c.Kind != workbook.Text {
		return cellText(c)
	}
	text := c.Text
	if !c.IsStruck() && !c.IsUnseen() {
		text = c.Prose()
	}
	line, _, _ := strings.Cut(strings.TrimSpace(viet.Clean(text)), "\n")
	return viet.Tidy(line)
}
