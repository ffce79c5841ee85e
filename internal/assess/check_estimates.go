package assess

import (
	"baocao/internal/diag"
)

// estimates says whose estimates are in the report: their results are awaited.
func (c *consolidation) estimates() {
	for _, u := range c.plan.Units {
		var asks []string
		var at diag.Position
		for _, k := range c.plan.Asks(u.ID) {
			o, ok := c.answers.get(u.ID, k.Key())
			if !ok || !o.Estimate {
				continue
			}
			if asks == nil {
				at = o.At
			}
			asks = append(asks, k.Measure.ID+" "+k.Label)
		}
		if asks != nil {
			c.report(diag.New("B440", at, diag.Args{"unit": u.Name, "count": len(asks), "asks": quoted(asks)}).
				ForUnit(u.ID))
		}
	}
}
