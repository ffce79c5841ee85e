package recognise

import (
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"strings"
)

// unitHeads are the headings of a column of units.
var unitHeads = []string{"don vi", "ten don vi", "phuong", "cac phuong", "ten phuong", "xa phuong", "phuong xa",
	"dia phuong", "co quan don vi", "don vi bao cao", "ten don vi bao cao"}

// ownColumn is the column of the sender in a table that has one for each unit;
// none where the headings name no two units.
func (r *reader) ownColumn(t *table) head {
	ofYear := itoa(r.plan.Resolution.Year)
	named := map[string]bool{}
	var own []head
	for _, h := range t.heads {
		if h.isBeside(ofYear) {
			continue
		}
		for _, id := range r.names.in(h.shown, false) {
			named[id] = true
			if id == r.unit {
				own = append(own, h)
			}
		}
	}
	if len(named) < 2 || len(own) != 1 {
		return head{}
	}
	return own[0]
}

// readUnitGrid reads a sheet with a row for each unit and a column for each
// indicator: the sender's own row.
func (r *reader) readUnitGrid(g *grid) bool {
	found := false
	for i := range g.rows {
		col := g.rows[i].headed(unitHeads)
		if col == 0 {
			continue
		}
		t, _ := g.table(i, col)
		t.titles = titlesOver(g, t.top, itoa(r.plan.Resolution.Year))
		for _, row := range r.ownRows(g, &t, col) {
			found = r.readOwnRow(g, &t, col, row) || found
		}
	}
	return found
}

// ownRows are the rows of a table that name the sender and nobody else.
func (r *reader) ownRows(g *grid, t *table, unitCol int) []int {
	var own []int
	for _, row := range g.rows {
		if row.row <= t.bottom {
			continue
		}
		if units := r.names.in(cellText(t.sheet.At(row.row, unitCol)), false); len(units) == 1 && units[0] == r.unit {
			own = append(own, row.row)
		}
	}
	return own
}

func (r *reader) readOwnRow(g *grid, t *table, unitCol, row int) bool {
	found := false
	for _, h := range t.heads {
		if h.isBeside(itoa(r.plan.Resolution.Year)) || h.col == unitCol {
			continue
		}
		label, _ := splitUnit(h.shown)
		m := r.matchRow("", label)
		meant := r.meant(label, h)
		if ask, ok := r.ask(meant); ok {
			m = match{how: returns.ByReading, ask: ask}
		}
		value := cellText(t.sheet.At(row, h.col))
		at := r.at(t.sheet, row, h.col)
		switch {
		case r.isDescribed(m), r.isDescribedAt(at), meant == resolution.NoInput:
		case m.sure():
			found = true
			p := t.column(g, h).inRow(row, m.how, cellText(t.sheet.At(row, unitCol)), label)
			p.unitCol, p.noneCol, p.noteCol = 0, 0, 0 // the headings are of many measures
			r.take(m.ask, p)
		case len(m.candidates) > 0 && value != "":
			found = true
			r.reportAmbiguous(m, label, value, h, at)
		}
	}
	return found
}

// splitUnit takes the unit of measurement off a heading: "Số hộ nghèo (hộ)".
func splitUnit(heading string) (label, unit string) {
	heading = strings.TrimSpace(heading)
	if open := strings.LastIndexByte(heading, '('); open > 0 && strings.HasSuffix(heading, ")") {
		return strings.TrimSpace(heading[:open]), strings.TrimSpace(heading[open+1 : len(heading)-1])
	}
	return heading, ""
}
