package assess

import (
	"cmp"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// unlikeLastYear: what is reported of last year now is what last year's report
// printed: the figure itself, and the base of a growth.
func (c *consolidation) unlikeLastYear() {
	for _, m := range c.annex.Measures() {
		last, known := c.last[m.ID]
		if !known {
			continue
		}
		if last.Figure != nil && m.Previous != nil && (m.AskLast || m.Measure.Previous != nil) {
			at, unit := planLine(m.Measure), ""
			for _, s := range m.Sources {
				if s.Role == resolution.RoleLast {
					at, unit = s.At, s.Unit
				}
			}
			told, was := *m.Previous, *last.Figure
			if m.Divided() { // as it was printed
				told, was = told.Round(m.Decimals), was.Round(m.Decimals)
			}
			c.compareLastYear(m, at, unit, m.Name, told, was, last.File)
		}
		facts := m.Method.Facts()
		_, base := c.plan.Input(m.Measure, facts.Base) // of a total each part is looked at
		told, okTold := totalOf(m.Totals, facts.Base)
		was, okWas := last.Totals[facts.Compared]
		if m.Expected > 1 && m.Reported < m.Expected {
			continue // what some have told is less than what all told then
		}
		if facts.Years && base != nil && okTold && okWas {
			for _, s := range m.Sources {
				if s.Role == facts.Base {
					c.compareLastYear(m, s.At, s.Unit, base.Label, told, was, last.File)
					break
				}
			}
		}
	}
}

func (c *consolidation) compareLastYear(m *Measure, at diag.Position, unit, label string,
	told, was quantity.Number, file string) {
	if told.Equal(was) || withinPercent(told, was, c.plan.Checks.LastYearTolerance) {
		return
	}
	c.report(diag.New("B416", at, diag.Args{"measure": m.ID, "label": label, "told": numberText(told),
		"was": numberText(was), "year": c.plan.Resolution.Year - 1}).
		ForUnit(unit).ForMeasure(m.ID).See(diag.Position{File: cmp.Or(file, c.plan.LastYearFile())}).
		See(planLine(m.Measure)))
}

// withinPercent reports that two numbers lie at most so many percent of the larger apart.
func withinPercent(a, b, percent quantity.Number) bool {
	larger := a.Abs()
	if b.Abs().Cmp(larger) > 0 {
		larger = b.Abs()
	}
	return a.Sub(b).Abs().Mul(hundred).Cmp(larger.Mul(percent)) <= 0
}

func totalOf(totals []Total, role resolution.Role) (quantity.Number, bool) {
	for _, t := range totals {
		if t.Role == role {
			return t.Value, true
		}
	}
	return quantity.Number{}, false
}
