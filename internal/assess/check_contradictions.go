package assess

import (
	"slices"

	"baocao/internal/diag"
)

// contradictions finds the units that answer "không phát sinh" to one of the
// two inputs of a quotient and a number to the other. "Nothing arose" leaves
// both sums, so such an answer can be used in neither.
func (c *consolidation) contradictions() {
	for _, m := range c.plan.Measures() {
		facts := m.Method.Facts()
		x, okX := c.input(m, facts.Compared)
		y, okY := c.input(m, facts.Base)
		if !okX || !okY {
			continue
		}
		ofBase := y.byUnit()
		for i := range x.amounts {
			a := &x.amounts[i]
			b := ofBase[a.unit]
			if b == nil || !a.settled() || !b.settled() || a.none() == b.none() {
				continue
			}
			none, number, noneInput, numberInput := a, b, x.input, y.input
			if b.none() {
				none, number, noneInput, numberInput = b, a, y.input, x.input
			}
			nones, numbers := none.sources(), number.sources()
			for _, s := range nones {
				c.answers.unusable[ask{none.unit, s.Key}] = true
			}
			may := c.noneAndNumber(nones, numbers, none == a)
			c.report(c.asking(diag.New("B407", nones[0].At, diag.Args{
				"measure": m.ID, "none": noneInput.Label, "number": numberInput.Label,
				"value": numberText(number.value),
			}).See(numbers[0].At).ForUnit(none.unit).ForMeasure(m.ID),
				slices.Concat(nones, numbers), may...))
		}
	}
}
