package xlsx

import (
	"fmt"

	"baocao/internal/assess"
	"baocao/internal/resolution"
	"baocao/internal/wording"
)

// ownOperands finds an input of one unit by its role; ok is false where the unit
// has not answered it.
type ownOperands func(m *assess.Measure, unit string, role resolution.Role) (operand, bool)

// unitTables is the sheet of the measures shown by units; nil for none. Without find
// their figures are numbers: the units' inputs stay in the office.
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
				if k == t.Figure && painted.number != nil && find != nil {
					painted.formula = ownFormula(t.Measure, r.Assigned, func(role resolution.Role) (operand, bool) {
						return find(t.Measure, r.Unit, role)
					})
				}
				cells = append(cells, painted)
			}
			s.add(cells...)
		}
		var total []cell
		for k, c := range t.Total {
			painted := annexCell(c)
			if to := len(s.rows); k == t.Figure && painted.number != nil {
				painted.formula = fmt.Sprintf("SUM(%[1]s%[2]d:%[1]s%[3]d)", columnName(k), to-len(t.Rows)+1, to)
			}
			total = append(total, painted)
		}
		if total != nil {
			s.add(total...)
		}
	}
	return s
}
