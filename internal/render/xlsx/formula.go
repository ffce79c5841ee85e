package xlsx

import (
	"fmt"
	"math"
	"strconv"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// maxFormula is how long a formula may be in Excel.
const maxFormula = 8192

// operand is one input's total inside a formula: references, and what it amounts to.
type operand struct {
	text  string
	value quantity.Number
}

// operands finds a measure's total by role; ok is false where it has none.
type operands func(m *assess.Measure, role resolution.Role) (operand, bool)

var hundred = quantity.Int(100)

// sheetSigns are the signs of a formula in a cell.
var sheetSigns = resolution.Signs{Plus: "+", Minus: "-", Times: "*", Over: "/"}

// figureFormula is the formula of a measure's figure, or "" where the figure
// stands as a value: sums and values of constants, shares as the units state
// them, and the rare quotient whose binary arithmetic would round otherwise than
// the exact one did.
func figureFormula(m *assess.Measure, find operands) string {
	f := m.Formula()
	if m.Method.Facts().IsDay {
		return "" // days are not added
	}
	totals := map[resolution.Role]operand{}
	for _, role := range f.Roles() {
		x, ok := find(m, role)
		if !ok {
			return ""
		}
		totals[role] = x
	}
	if f == nil {
		return ""
	}
	if role, one := f.Total(); one {
		x := totals[role]
		if m.StatesShare() { // rounded as a quotient is
			return rounded(m.Target, *m.Actual, *m.Judged, m.Decimals, x.text, x.value.Float())
		}
		return x.text
	}
	text := f.Text(func(r resolution.Role) string { return totals[r].text }, quantity.Number.Plain, sheetSigns)
	return rounded(m.Target, *m.Actual, *m.Judged, m.Decimals, text, inBinary(f, totals))
}

// ownFormula is figureFormula of one unit alone: find has its inputs.
func ownFormula(m *assess.Measure, of assess.Assigned, find func(resolution.Role) (operand, bool)) string {
	f := m.Own()
	if f == nil || of.Actual == nil || m.Method.Facts().IsDay || m.StatesShare() {
		return ""
	}
	totals := map[resolution.Role]operand{}
	for _, role := range f.Roles() {
		x, ok := find(role)
		if !ok {
			return ""
		}
		totals[role] = x
	}
	if role, one := f.Total(); one {
		return totals[role].text
	}
	exact, ok := f.Compute(func(r resolution.Role) quantity.Number { return totals[r].value })
	if !ok {
		return ""
	}
	text := f.Text(func(r resolution.Role) string { return totals[r].text }, quantity.Number.Plain, sheetSigns)
	return rounded(of.Target, exact, *of.Actual, m.Decimals, text, inBinary(f, totals))
}

// inBinary is a formula as a spreadsheet computes it.
func inBinary(f *resolution.Formula, totals map[resolution.Role]operand) float64 {
	total := func(r resolution.Role) float64 { return totals[r].value.Float() }
	return resolution.Fold(f, total, quantity.Number.Float, func(op resolution.Op, x, y float64) float64 {
		switch op {
		case resolution.Plus:
			return x + y
		case resolution.Minus:
			return x - y
		case resolution.Times:
			return x * y
		case resolution.Over:
			return x / y
		}
		return math.NaN()
	})
}

// rounded puts the measure's rounding around a quotient (resolution.Measure.Figure).
// approximate is the quotient as a spreadsheet computes it.
func rounded(target resolution.Target, exact, judged quantity.Number, decimals int, quotient string,
	approximate float64) string {
	name := "ROUND"
	if target.Exact() {
		name = "TRUNC"
		if !judged.Equal(exact.Cut(decimals)) {
			name = "ROUNDUP" // cutting would print a 0 or 100 that it is not
		}
	}
	if !roundsTo(name, approximate, decimals, judged) {
		return ""
	}
	return fmt.Sprintf("%s(%s,%d)", name, quotient, decimals)
}

// roundsTo reports that rounding a binary number gives the exact figure whether
// a spreadsheet looks at all its digits or at the fifteen that it shows.
func roundsTo(name string, f float64, decimals int, want quantity.Number) bool {
	for _, digits := range []int{15, 17} {
		n, err := quantity.Parse(strconv.FormatFloat(f, 'e', digits-1, 64))
		if err != nil {
			return false
		}
		got := n.Round(decimals)
		if name != "ROUND" {
			got = n.Cut(decimals)
			if name == "ROUNDUP" && !got.Equal(n) {
				continue // up is away from zero: the cut figure plus one step, as Measure.Figure does
			}
		}
		if !got.Equal(want) {
			return false
		}
	}
	return true
}

// percentFormula is the formula of the percent of the target, with the cells of the
// figure and of the target's numbers; "" where it is a constant.
func percentFormula(m *assess.Measure, figureCell string, targetCells []string) string {
	if m.PercentOfTarget == nil || m.Judged == nil {
		return ""
	}
	base, ok := m.Target.Base(*m.Judged)
	if !ok {
		return ""
	}
	if m.Target.All() { // the figure is the percent
		if !m.Judged.Equal(*m.PercentOfTarget) {
			return ""
		}
		return figureCell
	}
	f, name := 100*m.Judged.Float()/base.Float(), "ROUND"
	if !roundsTo(name, f, 2, *m.PercentOfTarget) {
		name = "TRUNC" // rounding would print the 100 that was missed
	}
	if !roundsTo(name, f, 2, *m.PercentOfTarget) {
		return ""
	}
	_, numbers, _ := m.Target.Parts()
	for i, n := range numbers {
		if i < len(targetCells) && n.Equal(base) {
			return fmt.Sprintf("%s(100*%s/%s,2)", name, figureCell, targetCells[i])
		}
	}
	return ""
}
