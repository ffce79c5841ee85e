package recognise

import (
	"strings"

	"baocao/internal/diag"
	"baocao/internal/returns"
)

// unitHeads are the headings of a column of units.
var unitHeads = []string{"don vi", "ten don vi", "phuong", "cac phuong", "ten phuong", "xa phuong", "phuong xa", "dia phuong", "co quan don vi", "don vi bao cao", "ten don vi bao cao"}

// ownColumn is the column of the sender in a table that has one for each unit;
// 0 where the headings name no two units.
func (r *reader) ownColumn(t *table) int {
	ofYear := itoa(r.plan.Resolution.Year)
	named := map[string]int{}
	own, times := 0, 0
	for _, h := range t.heads {
		if h.isBeside(ofYear) {
			continue
		}
		for _, id := range r.unitNames().in(h.shown, false) {
			named[id]++
			if id == r.unit {
				own = h.col
				times++
			}
		}
	}
	if len(named) < 2 || times != 1 {
		return 0
	}
	return own
}

func (r *reader) unitNames() *names {
	if r.names == nil {
		r.names = newNames(r.plan)
	}
	return r.names
}

// readUnitGrid reads a sheet with a row for each unit and a column for each
// indicator: the sender's own row.
func (r *reader) readUnitGrid(g *grid, rowOf map[string]diag.Position) bool {
	found := false
	for i := range g.rows {
		col := g.rows[i].headed(unitHeads)
		if col == 0 {
			continue
		}
		t, _ := g.table(i, col)
		found = r.readOwnRow(g, &t, col, rowOf) || found
	}
	return found
}

func (r *reader) readOwnRow(g *grid, t *table, unitCol int, rowOf map[string]diag.Position) bool {
	row := 0
	for _, gr := range g.rows {
		if gr.row <= t.bottom {
			continue
		}
		if units := r.unitNames().in(cellText(t.sheet.At(gr.row, unitCol)), false); len(units) == 1 && units[0] == r.unit {
			if row > 0 {
				return false // twice: neither can be chosen
			}
			row = gr.row
		}
	}
	if row == 0 {
		return false
	}
	ofYear := itoa(r.plan.Resolution.Year)
	other, period := otherYear(g, t, ofYear), partTitle(g, t)
	found := false
	for _, h := range t.heads {
		if h.isBeside(ofYear) || h.col == unitCol {
			continue
		}
		label, unit := splitUnit(h.shown)
		m := r.matchRow("", label)
		value := t.sheet.At(row, h.col)
		at := r.at(t.sheet, row, h.col)
		switch {
		case !m.sure():
			if len(m.candidates) > 0 && cellText(value) != "" {
				found = true
				r.askWhich(m, label, cellText(value), at)
			}
			continue
		case r.isDescribed(m):
			continue
		}
		found = true
		code, args := "", diag.Args{"found": other, "period": period, "want": ofYear}
		switch {
		case year.MatchString(h.words):
		case other != "":
			code = "B243"
		case period != "":
			code = "B247"
		}
		if code != "" {
			r.report(code, at, m.ask.Measure.ID, args)
			r.observe(m.ask, returns.Observation{Answer: returns.Faulty, At: at, How: m.how})
			continue
		}
		if first := rowOf[m.ask.Key()]; first != (diag.Position{}) {
			r.problems = append(r.problems, diag.New("B222", at, diag.Args{"label": m.ask.Label, "other": first.Cell}).ForUnit(r.unit).ForMeasure(m.ask.Measure.ID).See(first))
			r.observe(m.ask, returns.Observation{Answer: returns.Faulty, At: at, How: m.how})
			continue
		}
		rowOf[m.ask.Key()] = at
		o := returns.Observation{At: at, How: m.how, Column: h.shown}
		fault := r.faulting(m.ask, &o)
		r.readValue(m.ask, value, &o, fault)
		if o.Answer == returns.Given {
			stated := unitsAbove(g, t)
			if unit != "" {
				stated = []string{unit}
			}
			r.convertStated(m.ask, stated, &o, fault)
		}
		r.observe(m.ask, o)
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

// askWhich asks which of several things a value answers.
func (r *reader) askWhich(m match, label, value string, at diag.Position) {
	var names []string
	for _, a := range m.candidates {
		names = append(names, "("+a.Measure.ID+") "+a.Label)
	}
	r.report("B244", at, m.candidates[0].Measure.ID, diag.Args{"label": label, "value": value, "candidates": strings.Join(names, "; ")})
}
