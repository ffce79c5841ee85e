package assess

import (
	"cmp"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// smallCount is the count below which years differ by any factor.
var smallCount = quantity.Int(10)

// jump: a figure is less than jump_factor times last year's, and more than that
// part of it. Counts that are small in both years are left alone, and so is what
// was promised to come down to 0.
func (c *consolidation) jump() {
	factor := c.plan.Checks.JumpFactor
	if factor.Sign() == 0 {
		return
	}
	for _, m := range c.annex.Measures() {
		facts := m.Method.Facts()
		if !facts.Steady || m.Target.None() {
			continue
		}
		now, before, role := m.Judged, m.Previous, cmp.Or(facts.Compared, resolution.RoleValue)
		if facts.Years && m.Judged != nil {
			x, okX := totalOf(m.Totals, facts.Compared)
			y, okY := totalOf(m.Totals, facts.Base)
			if !okX || !okY {
				continue
			}
			now, before = &x, &y
		}
		if now == nil || before == nil || before.Sign() <= 0 || now.Sign() < 0 {
			continue
		}
		if m.Unit != "%" && now.Cmp(smallCount) < 0 && before.Cmp(smallCount) < 0 {
			continue
		}
		if now.Cmp(before.Mul(factor)) <= 0 && now.Mul(factor).Cmp(*before) >= 0 {
			continue
		}
		var at diag.Position
		unit := ""
		for _, s := range m.Sources {
			if s.Role == role {
				at, unit = s.At, s.Unit
				break
			}
		}
		if len(m.From) > 1 {
			unit = ""
		}
		c.report(diag.New("B417", at, diag.Args{"measure": m.ID, "name": m.Name, "now": numberText(*now),
			"before": numberText(*before), "factor": numberText(factor)}).
			ForUnit(unit).ForMeasure(m.ID).See(planLine(m.Measure)))
	}
}
