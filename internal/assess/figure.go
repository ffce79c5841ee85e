package assess

import (
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

var hundred = quantity.Int(100)

// obstacle is why complete answers give no figure.
type obstacle int

const (
	noObstacle   obstacle = iota
	allNil                // nothing arose anywhere: nothing to divide
	noDivisor             // the divisor is 0, or less
	fromNone              // nothing the year before, where less is better: to stay at nothing is what was promised
	sharesDiffer          // shares that do not sum to 100
)

// compute is the exact figure of a measure whose owners have all answered.
func (c *consolidation) compute(m *resolution.Measure, g gathered) (quantity.Number, obstacle) {
	facts := m.Method.Facts()
	if facts.Base != "" && (g.none(facts.Compared) || g.none(facts.Base)) {
		return quantity.Number{}, allNil
	}
	if m.StatesShare() && !g.whole().Equal(hundred) {
		return quantity.Number{}, sharesDiffer
	}
	n, ok := m.Formula().Compute(g.total)
	target, _, _ := m.Current(c.plan.On())
	switch {
	case !ok && facts.Years && g.total(facts.Base).Sign() == 0 && (facts.Falls || target.LessIsBetter()):
		return quantity.Number{}, fromNone
	case !ok:
		return quantity.Number{}, noDivisor
	}
	return n, noObstacle
}

// whole is what a share is a part of: its own amount and the others'.
func (g gathered) whole() quantity.Number {
	return g.total(resolution.RoleValue).Add(g.total(resolution.RoleOthers))
}
