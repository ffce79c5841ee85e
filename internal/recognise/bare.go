package recognise

import (
	"maps"
	"math"
	"slices"
	"strings"

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
		one.titles = r.titlesOver(g, &one)
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
		text := headText(c)
		if c.Kind == workbook.Number && !c.Style.IsDate && !year.MatchString(text) || len(text) > 100 {
			return false
		}
		reading := readHeading([]string{text}, g.of)
		if len(reading.years) > 0 || reading.says.any(ofResults|ofPeriod|ofThisYear|ofValue|ofNumber) {
			results = true
		}
	}
	return results
}

// readAcross reads the one row of results below labels that stand across.
func (r *reader) readAcross(g *grid, top int, labels []namedCell) bool {
	w := wanted{year: r.plan.Resolution.Year, district: true}
	var rows, sures []int
	for _, row := range g.in(top+1, math.MaxInt) {
		if !slices.ContainsFunc(labels, func(l namedCell) bool { return cellText(g.At(row.row, l.col)) != "" }) {
			break
		}
		if onlyCounts(g.Sheet, columns{row: top}, row.row) && !g.hasNumber(row.row, labels) {
			continue
		}
		rows = append(rows, row.row)
		var said []string
		for i := range row.cells {
			if c := &row.cells[i]; c.Col < labels[0].col {
				said = append(said, headText(c))
			}
		}
		estimate := isEstimate(viet.Fold(strings.Join(said, " ")))
		if h := (head{parts: said, of: g.of}); len(said) > 0 && !estimate && h.grade(w) == sure {
			sures = append(sures, row.row)
		}
	}
	if len(rows) > 1 {
		rows = sures
	}
	if len(rows) != 1 {
		return false
	}
	t := table{sheet: g.Sheet, top: top, bottom: top, end: rows[0]}
	t.titles = r.titlesOver(g, &t)
	for _, l := range labels {
		h := head{of: g.of}.under(g.At(top, l.col), l.col, cellText(g.At(top, l.col)))
		p := t.column(g, h).inRow(rows[0], l.match.how, l.label)
		p.heading.parts = nil
		if !r.isDescribed(l.match) {
			r.take(l.match.ask, p)
		}
	}
	return true
}

func (g *grid) hasNumber(row int, labels []namedCell) bool {
	return slices.ContainsFunc(labels, func(l namedCell) bool {
		c := g.At(row, l.col)
		return c != nil && c.Kind == workbook.Number
	})
}
