package recognise

import (
	"maps"
	"slices"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// A numbered list may have no row of headings: "1 | Số hộ nghèo cuối năm 2022 | 3 | hộ". It is a
// table all the same where nothing else can be meant: its labels are those asked for, each row
// has one figure, all in one column, with its unit of measurement in another, and the year is
// told by the label or by a title.

// readHeadless reads the list of a sheet in which no table was found.
func (r *reader) readHeadless(g *grid) bool {
	labels := map[int][]namedCell{}
	for i := range g.Cells {
		c := &g.Cells[i]
		if c.Kind != workbook.Text || len(c.Text) > titleLength {
			continue
		}
		if r.stop() {
			return false
		}
		if m := r.matchRow("", withoutUnit(firstLine(c))); m.sure() {
			labels[c.Col] = append(labels[c.Col], namedCell{c.Row, c.Col, firstLine(c), m})
		}
	}
	if len(labels) != 1 { // labels in several columns stand in some other shape
		return false
	}
	for _, named := range maps.All(labels) { // the one
		t, ok := g.headless(named)
		if !ok {
			return false
		}
		over := r.titlesOver(g, &t)
		for _, l := range named {
			if !r.tellsYear(l, over) {
				return false
			}
		}
		r.under(&t, over)
		return r.readTable(g, &t)
	}
	return false
}

// tellsYear: the label of a row, or a title over it, says that it is of the report's year, and
// none names another.
func (r *reader) tellsYear(of namedCell, over titles) bool {
	ofYear := r.plan.Resolution.Year
	l := line{text: of.label, folded: viet.Fold(of.label)}
	l.read(false, r.frame())
	if role := of.match.ask.Role; role == resolution.RolePrevious || role == resolution.RoleLast {
		return len(l.years) == 1 && l.namesYear(ofYear-1)
	}
	if len(l.years) > 0 {
		return len(l.years) == 1 && l.namesYear(ofYear)
	}
	return over.year == nil && slices.ContainsFunc(over.lines, func(l line) bool {
		return !l.name &&
			l.namesYear(ofYear)
	})
}

// headless is the table whose labels stand in some cells; ok is false where its rows do not
// all have one figure and its unit, each in one column, or words stand over the figures.
func (g *grid) headless(named []namedCell) (t table, ok bool) {
	first, last := named[0].row, named[len(named)-1].row
	label := named[0].col
	value, unit := 0, 0
	for _, row := range g.in(first, last) {
		isNamed := slices.ContainsFunc(named, func(l namedCell) bool { return l.row == row.row })
		figures, units := 0, 0
		for i := range row.cells {
			c := &row.cells[i]
			switch text := cellText(c); {
			case c.Col <= label, isEmpty(c) && c.Formula == "":
			case c.Kind != workbook.Text || startsWithDigit(text):
				figures++
				if value == 0 {
					value = c.Col
				}
				if c.Col != value {
					return t, false
				}
			case quantity.IsUnit(unitKey(text)):
				units++
				if unit == 0 {
					unit = c.Col
				}
				if c.Col != unit {
					return t, false
				}
			}
		}
		if figures > 1 || units > 1 || isNamed && (figures != 1 || units != 1) {
			return t, false
		}
	}
	if value == 0 || unit == 0 || g.isHeadedAbove(first, value) {
		return t, false
	}
	t = table{sheet: g.Sheet, top: first, bottom: first - 1, end: g.rows[len(g.rows)-1].row, headless: value}
	t.columns = columns{row: first - 1, label: label, measure: label, unit: unit, number: max(label-1, 0)}
	for _, col := range []int{value, unit} {
		t.heads = append(t.heads, head{row: first - 1, col: col, of: g.of})
	}
	slices.SortFunc(t.heads, func(a, b head) int { return a.col - b.col })
	return t, true
}

// isHeadedAbove: words stand over the figures of a list, in a row with others or right over
// them: its headings, in words that are not known.
func (g *grid) isHeadedAbove(first, value int) bool {
	for i := g.before(first) - 1; i >= 0 && first-g.rows[i].row <= maxHeading; i-- {
		words := 0
		over := false
		for j := range g.rows[i].cells {
			if c := &g.rows[i].cells[j]; cellText(c) != "" {
				words++
				over = over || c.Col == value
			}
		}
		if over && (words > 1 || first-g.rows[i].row == 1) {
			return true
		}
	}
	return false
}
