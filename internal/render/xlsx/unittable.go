package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/wording"
)

// ownOperands finds an input of one unit by its role; ok is false where the unit
// has not answered it.
type ownOperands func(m *assess.Measure, unit string, role resolution.Role) (operand, bool)

// unitTables is the sheet of the measures shown by units; nil for none.
func unitTables(w *wording.Words, all []assess.UnitTable, find ownOperands) *sheet {
	if all == nil {
		return nil
	}
	s := &sheet{name: w.Text("phu-luc.don-vi.sheet"), widths: []float64{6, 50, 20, 18, 18}}
	for i, t := range all {
		if i > 0 {
			s.blank()
		}
		s.title(t.Title, look{bold: true, size: 12})
		s.add(headingCells(t.Headings...)...)
		for _, r := range t.Rows {
			var cells []cell
			for k, c := range r.Cells {
				painted := annexCell(c)
				if k == assess.UnitFigure && painted.number != nil {
					painted.formula = ownFormula(t.Measure, r.Assigned, func(role resolution.Role) (operand, bool) {
						return find(t.Measure, r.Unit, role)
					})
				}
				cells = append(cells, painted)
			}
			s.add(cells...)
		}
	}
	return s
}

// ownConstants writes a unit's inputs themselves into the formula, for the workbook
// that leaves the office.
func ownConstants(m *assess.Measure, unit string, role resolution.Role) (operand, bool) {
	sources := m.OwnInputs(unit)[role]
	var sum quantity.Number
	for _, s := range sources {
		sum = sum.Add(s.Value)
	}
	text := sum.Plain()
	if sum.Sign() < 0 {
		text = "(" + text + ")"
	}
	return operand{text, sum}, len(sources) > 0
}

// own points at a unit's inputs.
func (m *matrix) own(f *assess.Measure, unit string, role resolution.Role) (operand, bool) {
	sum, ok := ownConstants(f, unit, role)
	if !ok {
		return operand{}, false
	}
	var refs []string
	for _, s := range f.OwnInputs(unit)[role] {
		row, asked := m.rowOf[s.Key]
		column := m.columnOf(unit)
		if !asked || column == "" {
			return operand{}, false
		}
		if s.Answer == returns.Given { // "không phát sinh" stands there in words
			refs = append(refs, fmt.Sprintf("%s!$%s$%d", quotedSheet(m.name), column, row))
		}
	}
	switch len(refs) {
	case 0:
		return sum, true
	case 1:
		sum.text = refs[0]
	default:
		sum.text = "(" + strings.Join(refs, "+") + ")"
	}
	return sum, true
}

// columnOf is the column of a unit's answers; "" for a unit that is asked nothing.
func (m *matrix) columnOf(unit string) string {
	for i, u := range m.units {
		if u.ID == unit {
			name, _ := excelize.ColumnNumberToName(firstUnit + i)
			return name
		}
	}
	return ""
}
