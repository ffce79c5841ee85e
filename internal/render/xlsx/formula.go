package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// operand is one input's total inside a formula: a number or references, and
// what it amounts to.
type operand struct {
	text  string
	value quantity.Number
}

// operands finds a measure's total by role; ok is false where it has none.
type operands func(m *assess.Measure, role resolution.Role) (operand, bool)

// constants writes the totals themselves into formulas, for the workbook that
// leaves the office without the units' figures.
func constants(m *assess.Measure, role resolution.Role) (operand, bool) {
	for _, t := range m.Totals {
		if t.Role == role {
			text := t.Value.Plain()
			if t.Value.Sign() < 0 {
				text = "(" + text + ")"
			}
			return operand{text, t.Value}, true
		}
	}
	return operand{}, false
}

// figureFormula is the formula of a measure's figure, or "" where the figure
// stands as a value: sums and values of constants, and the rare quotient whose
// binary arithmetic would round otherwise than the exact one did.
func figureFormula(m *assess.Measure, find operands) string {
	x, y, method := quotient(m, find)
	switch method {
	case resolution.Value:
		if _, err := quantity.Parse(strings.Trim(x.text, "()")); x.text == "" || err == nil {
			return ""
		}
		return x.text
	case resolution.Ratio:
		return rounded(m, fmt.Sprintf("100*%s/%s", x.text, y.text), 100*x.value.Float()/y.value.Float())
	case resolution.Growth:
		return rounded(m, fmt.Sprintf("100*(%s-%s)/%s", x.text, y.text, y.text), 100*(x.value.Float()-y.value.Float())/y.value.Float())
	case resolution.Share:
		whole := x.value.Float() + y.value.Float()
		return rounded(m, fmt.Sprintf("100*%s/(%s+%s)", x.text, x.text, y.text), 100*x.value.Float()/whole)
	}
	return ""
}

// quotient is what the measure compares, as one of four shapes: Value for x
// alone, Ratio for x/y, Growth for (x-y)/y, Share for x/(x+y); "" for none.
func quotient(m *assess.Measure, find operands) (x, y operand, shape resolution.Method) {
	pair := func(a, b resolution.Role, shape resolution.Method) (operand, operand, resolution.Method) {
		x, okX := find(m, a)
		y, okY := find(m, b)
		if !okX || !okY {
			return operand{}, operand{}, ""
		}
		return x, y, shape
	}
	switch m.Method {
	case resolution.Value, resolution.Sum:
		x, _ = find(m, resolution.RoleValue)
		return x, operand{}, resolution.Value
	case resolution.Ratio:
		return pair(resolution.RoleNumerator, resolution.RoleDenominator, resolution.Ratio)
	case resolution.Growth, resolution.TotalGrowth:
		return pair(resolution.RoleCurrent, resolution.RolePrevious, resolution.Growth)
	case resolution.PlanRatio:
		return pair(resolution.RoleActual, resolution.RolePlan, resolution.Growth)
	case resolution.Share:
		for _, in := range m.Inputs {
			if in.Role == resolution.RoleValue && in.Unit == "%" { // the unit's answer is the share itself
				return operand{}, operand{}, ""
			}
		}
		return pair(resolution.RoleValue, assess.RoleOthers, resolution.Share)
	}
	return operand{}, operand{}, ""
}

// rounded puts the measure's rounding around a quotient (resolution.Measure.Figure).
// approximate is the quotient as a spreadsheet computes it.
func rounded(m *assess.Measure, quotient string, approximate float64) string {
	name := "ROUND"
	if m.Target.Kind == resolution.Hundred || m.Target.Kind == resolution.Zero {
		name = "TRUNC"
		if !m.Judged.Equal(m.Actual.Cut(m.Decimals)) {
			name = "ROUNDUP" // cutting would print a 0 or 100 that it is not
		}
	}
	if !agrees(name, approximate, m.Decimals, *m.Judged) {
		return ""
	}
	return fmt.Sprintf("%s(%s,%d)", name, quotient, m.Decimals)
}

// agrees reports that rounding a binary number gives the exact figure whether
// a spreadsheet looks at all its digits or at the fifteen that it shows.
func agrees(name string, f float64, decimals int, want quantity.Number) bool {
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

// percentFormula is the formula of the percent of the target, with the figure's
// cell; "" where it is a constant.
func percentFormula(m *assess.Measure, figureCell string) string {
	if m.PercentOfTarget == nil || m.Judged == nil {
		return ""
	}
	base := m.Target.A
	switch m.Target.Kind {
	case resolution.AtLeast, resolution.MoreThan:
	case resolution.Range:
		switch {
		case m.Judged.Cmp(m.Target.B) > 0:
			base = m.Target.B
		case m.Judged.Cmp(m.Target.A) >= 0:
			return ""
		}
	case resolution.Hundred:
		if !m.Judged.Equal(*m.PercentOfTarget) {
			return ""
		}
		return figureCell
	default:
		return ""
	}
	f := 100 * m.Judged.Float() / base.Float()
	name := "ROUND"
	if m.Computed == resolution.Missed {
		name = "TRUNC"
	}
	if !agrees(name, f, 2, *m.PercentOfTarget) {
		return ""
	}
	return fmt.Sprintf("%s(100*%s/%s,2)", name, figureCell, base.Plain())
}
