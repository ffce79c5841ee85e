package recognise

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Units of measurement: where they are stated, and the figure in the one asked.

// stated is a unit of measurement that something on the sheet states for a
// figure.
type stated struct {
	unit     string
	row, col int
	one      bool // it is the only one stated there, so the figure is in it or it is a question
	guessed  bool // from the neighbours, where the figure itself has none
}

// readUnit brings a figure to the unit asked for. The nearest statement
// decides; several that stand equally near have to agree.
func (t *taking) readUnit() {
	a := t.ask
	if a.Unit == "" || a.Kind != resolution.AskNumber || t.o.Answer == returns.Blank {
		return
	}
	if t.how != returns.ByForm && t.askMultiplier() || t.ownUnit {
		return
	}
	for s := range t.stated() {
		factor, fits := t.factor(s.unit)
		switch {
		case fits && s.guessed && !factor.Equal(quantity.Int(1)) && !quantity.IsMoney(unitKey(a.Unit)):
			t.fault("B218", t.unitAt(s), diag.Args{"found": s.unit, "want": a.Unit, "label": a.Label})
			return
		case fits:
			t.convert(s, factor)
			return
		case s.one && !s.guessed:
			if t.isAnotherKind(s.unit) {
				t.o.Answer = returns.Blank // nothing to offer
			}
			t.fault("B218", t.unitAt(s), diag.Args{"found": s.unit, "want": a.Unit, "label": a.Label})
			return
		}
	}
	if t.mustSayUnit() && t.o.Answer == returns.Given && t.o.Value.Sign() != 0 && !t.isNearReference(t.o.Value) &&
		!slices.ContainsFunc(t.planned(), t.isNearReference) {
		t.fault("B326", t.o.At, diag.Args{"label": a.Label, "found": t.o.Value.Exact(), "want": a.Unit})
	}
}

// mustSayUnit: a unit's own table must say what its money is counted in. A form
// prints it, and who describes a table for the office knows it.
func (t *taking) mustSayUnit() bool {
	return t.how != returns.ByForm && t.layout == nil && quantity.IsMoney(unitKey(t.ask.Unit))
}

// planned are the figures that the row's columns of plans show, as they stand.
func (t *taking) planned() []quantity.Number {
	var all []quantity.Number
	if t.table == nil {
		return nil
	}
	for _, h := range t.table.heads {
		c := t.sheet.At(t.row, h.col)
		if h.isPlan() && h.col != t.col && c != nil && c.Kind == workbook.Number && c.Number.Sign() > 0 {
			all = append(all, workbook.Scaled(c))
		}
	}
	return all
}

// unitAt is where a unit is to be mended: in the row, else at the figure.
func (t *taking) unitAt(s stated) diag.Position {
	if s.row != t.row {
		return t.o.At
	}
	return t.at(t.sheet, s.row, s.col)
}

// statedAt is where a unit stands: no cell for what the sheet's name, its margins or
// the office says.
func (t *taking) statedAt(s stated) diag.Position {
	if s.row < 1 || s.col < 1 {
		return diag.Position{File: t.o.At.File, Sheet: t.sheet.Name}
	}
	return t.at(t.sheet, s.row, s.col)
}

// convert brings the figure to the unit asked for. A remark that states another
// step of it contradicts.
func (t *taking) convert(s stated, factor quantity.Number) {
	a := t.ask
	t.unitSaid, t.unitFrom = s.unit, t.statedAt(s)
	if t.o.Answer != returns.Given {
		return
	}
	for _, other := range t.remarked() {
		if f, ok := t.factor(other); ok && !f.Equal(factor) {
			t.fault("B327", t.o.At, diag.Args{"found": s.unit, "other": other, "label": a.Label, "want": a.Unit})
			return
		}
	}
	if factor.Equal(quantity.Int(1)) {
		return
	}
	read := t.o.Value.Mul(factor)
	t.report("B317", t.o.At, a.Measure.ID, diag.Args{"found": t.o.Value.Exact() + " " + s.unit,
		"read": read.Exact() + " " + a.Unit})
	t.o.Value = read
}

// factor brings a figure in a unit to the one asked for. Where the row itself
// says that times are counted (lượt), people as its unit are those times.
func (t *taking) factor(unit string) (quantity.Number, bool) {
	c := t.conversion(unit, t.ask.Unit)
	if c.ok {
		return c.factor, true
	}
	if rest, times := strings.CutPrefix(c.to, "luot"); times &&
		slices.ContainsFunc(t.labels, func(l string) bool { return viet.HasPhrase(viet.Fold(l), "luot") }) {
		return quantity.Factor(c.from, cmp.Or(strings.TrimSpace(rest), "nguoi"))
	}
	if c.from == "the" && c.to == "nguoi" && viet.HasPhrase(viet.Fold(t.ask.Label), "bao hiem y te") {
		return quantity.Int(1), true // each insured person has the one card
	}
	return c.factor, false
}

// conversion is by what a figure in one unit becomes one in another, with the keys of both.
type conversion struct {
	from, to string
	factor   quantity.Number
	ok       bool
}

func convert(of units) conversion {
	c := conversion{from: unitKey(of.from), to: unitKey(of.to)}
	c.factor, c.ok = quantity.Factor(c.from, c.to)
	return c
}

// conversion is convert of units that stand in many rows.
func (k *Knowledge) conversion(from, to string) conversion {
	if k.memory == nil {
		return convert(units{from, to})
	}
	return k.memory.conversions.of(units{from, to}, convert)
}

// stated yields what is stated of the figure's unit, the nearest first.
func (t *taking) stated() iter.Seq[stated] { return t.statedOf(t.heading, t.col) }

// statedOf is stated of a figure of the row in another column.
func (t *taking) statedOf(h head, col int) iter.Seq[stated] {
	return func(yield func(stated) bool) {
		goesOn := func(found []stated) bool {
			for _, s := range found {
				if !yield(s) {
					return false
				}
			}
			return true
		}
		_ = goesOn(t.ofLayout()) && goesOn(t.ofRow(h, col)) && goesOn(t.ofRemark()) &&
			goesOn(t.ofFootnotes(t.row, col)) &&
			goesOn(each(h.units(), h.row, h.col)) && goesOn(t.ofLines(col)) && goesOn(t.ofMargins(col)) &&
			goesOn(t.ofNeighbours()) && goesOn(t.ofSheet()) && goesOn(t.ofRowsAbove())
	}
}

func (t *taking) ofLayout() []stated {
	if t.layout == nil || t.layout.UnitOfMeasurement == "" {
		return nil
	}
	return []stated{{unit: t.layout.UnitOfMeasurement, one: true}}
}

// ofRow is the unit in the row's own cell, or in its label.
func (t *taking) ofRow(h head, col int) []stated {
	if t.unitCol > 0 {
		for row := t.row; row > h.row; row-- {
			unit := cellText(merged(t.sheet, row, t.unitCol))
			says := t.unitCellOf(unit)
			if says == noUnit {
				break
			}
			if says != ditto {
				return []stated{{unit: unit, row: row, col: t.unitCol, one: true}}
			}
		}
	}
	if len(t.labels) > 0 {
		return each(t.statedIn(t.labels[len(t.labels)-1]), t.row, col)
	}
	return nil
}

// unitCell is what stands in a column of units of measurement.
type unitCell int

const (
	aUnit  unitCell = iota
	ditto           // as the row above
	noUnit          // nothing, or another heading
)

// unitCellOf is unitCellOf of a text that stands in many rows.
func (k *Knowledge) unitCellOf(of string) unitCell {
	if k.memory == nil {
		return unitCellOf(text(of))
	}
	return k.memory.unitCells.of(text(of), unitCellOf)
}

func unitCellOf(of text) unitCell {
	switch unit := string(of); {
	case unit == "", isHeadOfUnits(unit), strings.Trim(unit, "-–—. ") == "":
		return noUnit
	case isDitto(unit):
		return ditto
	}
	return aUnit
}

// isHeadOfUnits: the text heads a column of units.
func isHeadOfUnits(text string) bool {
	folded := viet.Fold(text)
	return slices.Contains(measureHeads, folded) || folded == "don vi"
}

// remarked are the units that the row's remark states.
func (t *taking) remarked() []string {
	if t.noteCol == 0 {
		return nil
	}
	said := t.statedIn(cellText(t.sheet.At(t.row, t.noteCol)))
	if !said.named && !said.alone {
		return nil
	}
	return said.units
}

func (t *taking) ofRemark() []stated {
	return each(statement{units: t.remarked()}, t.row, t.noteCol)
}

// units are those in the words over the column.
func (h head) units() statement {
	s := unitsIn(h.shown)
	if len(s.units) == 0 && h.last != h.words && isBareUnit(h.last) {
		s.units = []string{h.last}
	}
	return s
}

// ofNeighbours is the unit of the headings beside, when it is one.
func (t *taking) ofNeighbours() []stated {
	if t.table == nil {
		return nil
	}
	var found []stated
	for _, h := range t.table.heads {
		for _, s := range each(h.units(), h.row, h.col) {
			if _, ok := t.factor(s.unit); ok {
				s.guessed = true
				found = append(found, s)
			}
		}
	}
	differs := func(s stated) bool { return unitKey(s.unit) != unitKey(found[0].unit) }
	if len(found) == 0 || slices.ContainsFunc(found, differs) {
		return nil
	}
	return found[:1]
}

// ofSheet is the unit in the sheet's name.
func (t *taking) ofSheet() []stated { return each(unitsIn(t.sheet.Name), 0, 0) }

// ofRowsAbove is the unit that stands but once, in a row above of the same
// table, and serves the rows below that have none. Where rows have different
// units it tells nothing: a row without one need not be like the row above.
func (t *taking) ofRowsAbove() []stated {
	if t.table == nil || t.grid == nil {
		return nil
	}
	labelCol := cmp.Or(t.table.columns.label, t.table.columns.measure)
	var above []stated
	for _, row := range t.grid.rows {
		if row.row <= t.table.bottom || row.row > t.table.end || row.row == t.row {
			continue
		}
		found := each(t.statedIn(cellText(t.sheet.At(row.row, labelCol))), row.row, labelCol)
		if t.unitCol > 0 {
			if unit := cellText(t.sheet.At(row.row, t.unitCol)); unit != "" && !isDitto(unit) {
				found = []stated{{unit: unit, row: row.row, col: t.unitCol}}
			}
		}
		if len(found) == 0 {
			found = t.ofFootnotes(row.row, t.col)
		}
		for _, s := range found {
			if _, ok := t.factor(s.unit); !ok {
				continue
			}
			if len(above) > 0 && unitKey(above[0].unit) != unitKey(s.unit) {
				return nil
			}
			if row.row < t.row {
				s.guessed = true
				above = append(above, s)
			}
		}
	}
	return above
}

// ofLines are the units of the nearest line over the figure: a line within the
// table holds from there on, one over it for all of it. One over an earlier
// table holds on where nothing but that table stands between; else it is worth
// something only where it says what is asked anyhow. A line under the last table
// of a sheet speaks of it too.
func (t *taking) ofLines(col int) []stated {
	if t.grid == nil {
		return nil
	}
	top, blocks := t.row, 0
	if t.table != nil {
		top = t.table.top
	}
	rows, ofTable := t.grid.rows, t.grid.tableRows()
	titled, passed := false, false // since the table before
	for i := len(rows) - 1; i >= 0; i-- {
		row := rows[i]
		inside := row.row < t.row && t.table != nil && row.row > t.table.bottom
		switch {
		case row.row >= t.row, row.row >= top && !inside:
			continue
		case inside && !row.hasNumber():
			blocks++
		case inside:
			continue
		case ofTable[i] && !row.isUnitLine():
			passed = true
			continue
		}
		found, named := row.units(t.Knowledge, t.sheet, col)
		if len(found) == 0 {
			titled = titled || !passed && !inside && len(row.cells) > 0
			continue
		}
		switch {
		case inside && blocks > 1 && !named, passed && titled: // of another block, or of another table
			factor, ok := t.factor(found[0].unit)
			if !ok || !factor.Equal(quantity.Int(1)) {
				continue
			}
			found[0].guessed = true
			found = found[:1]
		case inside && !named:
			for j := range found {
				found[j].one = false
			}
		}
		return found
	}
	return t.ofLinesBelow(col)
}

// ofMargins is the unit in what is printed over or under the sheet's pages.
func (t *taking) ofMargins(col int) []stated {
	if t.grid == nil {
		return nil
	}
	for _, cells := range [][]workbook.Cell{t.grid.Header, t.grid.Footer} {
		if found, _ := (gridRow{row: headerRow, cells: cells}).units(t.Knowledge, t.sheet, col); len(found) > 0 {
			return found
		}
	}
	return nil
}

func (t *taking) ofLinesBelow(col int) []stated {
	rows := t.grid.rows
	if t.table == nil || t.table.end < rows[len(rows)-1].row {
		return nil
	}
	for i := len(rows) - 1; i >= 0 && rows[i].row > t.row && !rows[i].hasNumber(); i-- {
		if found, named := rows[i].units(t.Knowledge, t.sheet, col); named && len(found) > 0 {
			return found
		}
	}
	return nil
}

func (r gridRow) hasNumber() bool {
	return slices.ContainsFunc(r.cells, func(c workbook.Cell) bool { return c.Kind == workbook.Number })
}

// units is what a row of texts says of the units of a column: in one cell, or in
// two ("Đơn vị tính:", "triệu đồng"). Of cells that are units and nothing else,
// the one over the column counts; "%" serves no other.
func (r gridRow) units(k *Knowledge, s *workbook.Sheet, col int) (found []stated, named bool) {
	var beside []stated
	for i := range r.cells {
		c := &r.cells[i]
		if c.Kind != workbook.Text || len(c.Text) > titleLength {
			continue
		}
		said := k.statedIn(c.Text)
		if said.named && len(said.units) == 0 && i+1 < len(r.cells) {
			next := k.statedIn(cellText(&r.cells[i+1]))
			if next.alone || strings.Contains(c.Text, ":") {
				said.units = next.units
			}
		}
		switch units := each(said, r.row, c.Col); {
		case len(units) == 0:
		case said.named:
			return units, true
		case c.Col <= col && col <= lastCol(s, c):
			found = units
		case unitKey(units[0].unit) != "%":
			beside = append(beside, units...)
		}
	}
	if found != nil {
		return found, false
	}
	for i := range beside {
		beside[i].one = len(beside) == 1
	}
	return beside, false
}

// lastCol is the last column over which a cell stands.
func lastCol(s *workbook.Sheet, c *workbook.Cell) int {
	if m, ok := s.Merged(c.Row, c.Col); ok {
		return m.LastCol
	}
	return c.Col
}

func each(s statement, row, col int) []stated {
	var all []stated
	for _, u := range s.units {
		all = append(all, stated{unit: u, row: row, col: col, one: len(s.units) == 1 && !s.short})
	}
	return all
}

// isUnitLine: the row speaks of units of measurement, and heads nothing.
func (r gridRow) isUnitLine() bool {
	var only *workbook.Cell
	texts := 0
	for i := range r.cells {
		c := &r.cells[i]
		if cellText(c) == "" {
			continue
		}
		if s, ok := namedUnits(cellText(c)); ok && s.alone && (len(s.units) > 0 || strings.Contains(c.Text, ":")) {
			return true
		}
		only = c
		texts++
	}
	return texts == 1 && isBareUnit(cellText(only))
}
