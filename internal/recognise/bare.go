package recognise

import (
	"maps"
	"math"
	"slices"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Tables that are known by their labels alone: nothing is written over the
// labels, or they stand across, over one row of figures.

// namedCell is a cell that says what is asked, beyond doubt.
type namedCell struct {
	row, col int
	label    string
	match    match
}

// readBare reads the tables of a sheet in which no other was found; down says
// that labels may stand below each other.
func (r *reader) readBare(g *grid, down bool) bool {
	byRow, byCol := map[int][]namedCell{}, map[int][]namedCell{}
	matches := map[string]match{} // a sheet says the same in many cells
	for i := range g.Cells {
		c := &g.Cells[i]
		if c.Kind != workbook.Text || len(c.Text) > titleLength {
			continue
		}
		if r.stop() {
			return false
		}
		label, _ := splitUnit(firstLine(c))
		m, known := matches[label]
		if !known {
			m = r.matchRow("", label)
			matches[label] = m
		}
		if m.sure() {
			l := namedCell{c.Row, c.Col, label, m}
			byRow[c.Row], byCol[c.Col] = append(byRow[c.Row], l), append(byCol[c.Col], l)
		}
	}
	found := false
	for _, row := range slices.Sorted(maps.Keys(byRow)) {
		if labels := byRow[row]; len(labels) > 1 && g.isHeadingOfFigures(row) {
			found = r.readAcross(g, row, labels) || found
		}
	}
	if found || !down || len(byCol) == 0 {
		return found
	}
	cols := slices.Sorted(maps.Keys(byCol))
	first := byCol[cols[0]][0].row
	for _, col := range cols {
		first = min(first, byCol[col][0].row)
	}
	i := slices.IndexFunc(g.rows, func(row gridRow) bool { return row.row >= first }) - 1
	for ; i >= 0 && g.rows[i].lastText() <= cols[0]; i-- { // a title of a block
	}
	if i < 0 || !g.onlyHeadsOf(i) {
		return false
	}
	t, _ := g.table(i, cols[0])
	t.columns.label, t.columns.measure = 0, 0
	for _, one := range t.split(cols) {
		r.under(&one, r.titlesOver(g, &one))
		found = r.readTable(g, &one) || found
	}
	return found
}

// isHeadingOfFigures: the row has no figures itself.
func (g *grid) isHeadingOfFigures(row int) bool {
	return !slices.ContainsFunc(g.In(workbook.Span{First: row, Last: row}),
		func(c workbook.Cell) bool { return c.Kind == workbook.Number })
}

// lastText is the last column of a row with a text.
func (r gridRow) lastText() int {
	last := 0
	for i := range r.cells {
		if cellText(&r.cells[i]) != "" {
			last = r.cells[i].Col
		}
	}
	return last
}

// onlyHeadsOf: the row has several headings, one of which speaks of results.
func (g *grid) onlyHeadsOf(i int) bool {
	results := false
	for j := range g.rows[i].cells {
		c := &g.rows[i].cells[j]
		text := g.headText(c)
		if c.Kind == workbook.Number && !c.Style.IsDate && !year().MatchString(text) || len(text) > 100 {
			return false
		}
		reading := readHeading([]string{text}, g.of)
		if len(reading.years) > 0 || reading.says.any(ofResults|ofPeriod|ofThisYear|ofValue|ofNumber) {
			results = true
		}
	}
	return results
}

// readAcross reads the one row of results below labels that stand across. Where
// there is but one row, its own heading may still say that it is of something else.
func (r *reader) readAcross(g *grid, top int, labels []namedCell) bool {
	w := wanted{year: r.plan.Resolution.Year, district: true}
	t := table{sheet: g.Sheet, top: top, bottom: top}
	t.titles = r.titlesOver(g, &t)
	of := g.of
	of.told = t.titles.told
	type headed struct {
		row  int
		left head
	}
	var rows, sures []headed
	for _, row := range g.in(top+1, math.MaxInt) {
		if !slices.ContainsFunc(labels, func(l namedCell) bool { return cellText(g.At(row.row, l.col)) != "" }) {
			break
		}
		if onlyCounts(g.Sheet, columns{row: top}, row.row) && !g.hasNumber(row.row, labels) {
			continue
		}
		one := headed{row.row, r.leftOf(g, head{of: of}, row, labels[0].col)}
		rows = append(rows, one)
		if len(one.left.parts) > 0 && !one.left.isEstimate() && one.left.grade(w) == sure {
			sures = append(sures, one)
		}
	}
	if len(rows) > 1 {
		rows = sures
	}
	if len(rows) != 1 {
		return false
	}
	row, left := rows[0].row, rows[0].left
	for _, heads := range g.in(top, top) {
		if r.gateAsks(r.leftOf(g, head{of: of}, heads, labels[0].col)) { // "Năm 2021", beside the labels
			left = r.leftOf(g, left, heads, labels[0].col)
		}
	}
	if len(left.parts) > 0 && left.grade(w) != sure && !r.gateAsks(left) && !left.saysNothing() {
		return false
	}
	t.end = row
	r.dated = r.dated || newName(left.shown, left.of).namesPeriod()
	for _, l := range labels {
		t.answered, t.answeredIn = append(t.answered, l.match.ask), append(t.answeredIn, row)
	}
	for _, l := range labels {
		c := g.At(top, l.col)
		h, label := left.under(c, l.col, cellText(c)), l.label
		h = h.telling(left.parts) // the label is no heading, but names the unit
		if r.gateAsks(left) {     // the same of all of them
			h.shown, label = left.shown, cellText(c)
		}
		p := t.column(g, h).inRow(row, l.match.how, label)
		p.col = l.col
		if !r.isDescribed(l.match) {
			r.take(l.match.ask, p)
		}
	}
	return true
}

// leftOf adds the words of a row left of a column to a heading, but for the name of
// the sender.
func (r *reader) leftOf(g *grid, h head, row gridRow, col int) head {
	for i := range row.cells {
		c := &row.cells[i]
		text := g.headText(c)
		if u := r.plan.Unit(r.unit); c.Col < col && text != "" && (u == nil || viet.Fold(text) != viet.Fold(u.Name)) {
			h = h.under(c, c.Col, text)
		}
	}
	return h
}

// gateAsks: the heading says what the gate asks about: a plan, an estimate,
// another year, some months of it.
func (r *reader) gateAsks(h head) bool {
	reading := h.reading()
	return h.isPlan() || h.isEstimate() && !r.plan.Report.Estimate ||
		!reading.isOf(wanted{year: r.plan.Resolution.Year}) ||
		reading.says.any(ofOtherPeriod|ofSeveralYears) || reading.isBare(h.of)
}

// saysNothing: the number of a row, or a word of no weight.
func (h head) saysNothing() bool {
	r := h.reading()
	return !r.strange && len(r.years) == 0 && r.says&^nothing == 0
}

func (g *grid) hasNumber(row int, labels []namedCell) bool {
	return slices.ContainsFunc(labels, func(l namedCell) bool {
		c := g.At(row, l.col)
		return c != nil && c.Kind == workbook.Number
	})
}
