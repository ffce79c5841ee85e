package recognise

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
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
	area, kind, text                                    int
}

func (c columns) isForm() bool      { return c.id > 0 && c.label > 0 && c.value > 0 }
func (c columns) isNarrative() bool { return c.area > 0 && c.kind > 0 && c.text > 0 }

// findHeader returns the headings of the first form or narrative table of a
// sheet, which stand in one row.
func findHeader(s *workbook.Sheet) (columns, bool) {
	for i := 0; i < len(s.Cells); {
		c := columns{row: s.Cells[i].Row}
		for ; i < len(s.Cells) && s.Cells[i].Row == c.row; i++ {
			if cell := &s.Cells[i]; cell.Kind == workbook.Text && len(cell.Text) < 200 {
				c.heading(viet.Fold(cell.Text), cell.Col)
			}
		}
		if c.isForm() || c.isNarrative() {
			return c, true
		}
	}
	return columns{}, false
}

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
	case "ghi chu":
		set(&c.note)
	case "linh vuc":
		set(&c.area)
	case "loai":
		set(&c.kind)
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
	}
}

// headerRow is the row of a sheet's first table headings, 0 when it has none.
func headerRow(s *workbook.Sheet) int {
	if h, ok := findHeader(s); ok {
		return h.row
	}
	if all := newGrid(s).tables(); len(all) > 0 {
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
		g := newGrid(s)
		for _, t := range g.tables() {
			t.titles = titlesOver(g, t.top, itoa(r.plan.Resolution.Year))
			found = r.readTable(g, &t) || found
		}
		found = r.readUnitGrid(g) || found
	}
	return found
}

// answered is one row of a table and what it answers.
type answered struct {
	row   int
	label string
	match match
}

func (r *reader) readTable(g *grid, t *table) bool {
	rows, own := r.answeredRows(g, t)
	if len(rows) == 0 {
		return false
	}
	rows, column := r.takeMeant(g, t, rows)
	if len(rows) == 0 {
		return true
	}
	h, why := r.chooseValue(t)
	switch {
	case why == nil:
		column := t.column(g, h)
		for _, a := range rows {
			if !r.isDescribed(a.match) {
				r.readTableRow(g, t, column, a)
			}
		}
		return own
	case !own:
		return false // a table about other units' work, in a shape of its own
	}
	asked := column.col > 0
	which := why.Ask(r.whichColumn(t, rows))
	for _, a := range rows {
		switch {
		case !a.match.sure() && column.col > 0:
			r.readTableRow(g, t, t.column(g, column), a)
		case r.isDescribed(a.match):
			asked = true
		case a.match.sure():
			asked = true
			r.aside = append(r.aside, aside{why: which, cell: diag.Cell{Input: a.match.ask.Key()},
				o: r.answerAt(a.match.ask, r.at(t.sheet, a.row, t.heads[0].col), a.match.how, returns.Faulty)})
		}
	}
	if !asked {
		r.problems = append(r.problems, *why)
	}
	return true
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
	labelCol := cmp.Or(t.columns.label, t.columns.measure)
	some := false
	for _, row := range g.rows {
		if row.row <= t.bottom || row.row > t.end || onlyCounts(t.sheet, t.columns, row.row) {
			continue
		}
		number := measureNumber(cellText(merged(t.sheet, row.row, t.columns.number)))
		label := firstLine(t.sheet.At(row.row, labelCol))
		if label == "" {
			continue
		}
		m := r.matchRow(number, withoutUnit(label))
		own = own || m.sure() || len(m.candidates) > 0 || r.isMeant(label, t)
		some = some || own
		if !some {
			_, _, some = r.otherAsk(label)
		}
		rows = append(rows, answered{row.row, label, m})
	}
	if !some {
		return nil, false
	}
	return rows, own
}

// chooseValue finds the column of this year's results. Where none or several may
// be it, why asks which. A hidden column, or one of estimates, is chosen where
// there is no other: the gate asks about it.
func (r *reader) chooseValue(t *table) (chosen head, why *diag.Problem) {
	if own := r.ownColumn(t); own.col > 0 {
		return own, nil
	}
	ofYear := itoa(r.plan.Resolution.Year)
	var results, estimates, unseen []head
	var all []string
	for _, h := range t.heads {
		switch shown := !hidden(t.sheet.HiddenCols, h.col); {
		case !shown && h.isResult(ofYear):
			unseen = append(unseen, h)
		case !shown: // who sent the table does not see it
		case h.isResult(ofYear) && h.isEstimate():
			estimates = append(estimates, h)
		case h.isResult(ofYear):
			results = append(results, h)
		}
		all = append(all, "«"+h.shown+"»")
	}
	if r.plan.Report.Estimate && len(estimates) > 0 {
		results = estimates
	}
	for _, others := range [][]head{estimates, unseen} {
		if len(results) == 0 {
			results = others
		}
	}
	ask := func(code string, args diag.Args) *diag.Problem {
		p := diag.New(code, r.at(t.sheet, t.top, t.heads[0].col), args).ForUnit(r.unit)
		return &p
	}
	switch len(results) {
	case 0:
		return head{}, ask("B240", diag.Args{"year": ofYear, "headings": strings.Join(all, ", ")})
	case 1:
		return results[0], nil
	}
	var names []string
	for _, h := range results {
		names = append(names, "«"+h.shown+"» ("+workbook.ColumnName(h.col)+")")
	}
	return head{}, ask("B241", diag.Args{"year": ofYear, "columns": strings.Join(names, ", ")})
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
	switch {
	case r.isDescribedAt(at): // by a layout, whatever its row is called
	case r.meant(a.label, column.heading) == resolution.NoInput:
	case a.match.rate:
		if cellText(value) != "" {
			var names []string
			for _, m := range a.match.candidates {
				names = append(names, "«"+m.Label+"»")
			}
			r.report("B246", at, a.match.candidates[0].Measure.ID, diag.Args{"label": a.label, "value": cellText(value),
				"counts": strings.Join(names, ", ")})
		}
	case !a.match.sure() && len(a.match.candidates) > 0:
		if cellText(value) != "" {
			r.reportAmbiguous(a.match, a.label, cellText(value), column.heading, at)
		}
	case !a.match.sure() && r.readOther(column.inRow(a.row, returns.ByLabel, a.label)):
	case !a.match.sure():
		if value != nil && value.Kind == workbook.Number {
			number := cellText(merged(t.sheet, a.row, t.columns.number))
			r.report("B221", at, "", diag.Args{"number": number, "label": a.label, "value": value.Number.Exact()})
		}
	default:
		r.take(a.match.ask, column.inRow(a.row, a.match.how, a.label))
		if before := a.match.before; before != nil {
			r.readBefore(g, t, *before, a)
		}
	}
}

// readBefore reads last year's figure of a row from its own column, where the
// table has just one.
func (r *reader) readBefore(g *grid, t *table, ask resolution.Ask, a answered) {
	lastYear := itoa(r.plan.Resolution.Year - 1)
	var cols []head
	for _, h := range t.heads {
		if h.isResult(lastYear) && slices.Contains(h.years(), lastYear) {
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

// onlyCounts recognises the row of column numbers (1, 2, 3, 4) under headings.
func onlyCounts(s *workbook.Sheet, c columns, row int) bool {
	if row != c.row+1 {
		return false
	}
	for i := range s.Cells {
		if cell := &s.Cells[i]; cell.Row == row && strings.Trim(cellText(cell), "()0123456789=+-xABCDE /:") != "" {
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
	line, _, _ := strings.Cut(strings.TrimSpace(viet.Clean(c.Text)), "\n")
	return viet.Tidy(line)
}
