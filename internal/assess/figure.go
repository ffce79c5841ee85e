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
	sharesDiffer          // shares that do not sum to 100
)

// figure is the exact figure of a measure whose owners have all answered.
func (c *consolidation) figure(m *resolution.Measure, g gathered) (quantity.Number, obstacle) {
	switch m.Method {
	case resolution.Share:
		own, _ := g.total(resolution.RoleValue)
		others, _ := g.total(RoleOthers)
		whole := own.Add(others)
		if givenAsShare(m) {
			if !whole.Equal(hundred) {
				return quantity.Number{}, sharesDiffer
			}
			return own, noObstacle
		}
		return percent(own, whole)
	case resolution.Value, resolution.Sum:
		sum, _ := g.total(resolution.RoleValue)
		return sum, noObstacle
	}
	compared, base, _ := pairOf(m.Method)
	x, noneX := g.total(compared)
	y, noneY := g.total(base)
	if noneX || noneY {
		return quantity.Number{}, allNil
	}
	if m.Method != resolution.Ratio {
		x = x.Sub(y)
	}
	return percent(x, y)
}

// percent is 100 x part / whole. A base below zero is refused with 0: the
// quotient would turn a rise into a fall.
func percent(part, whole quantity.Number) (quantity.Number, obstacle) {
	if whole.Sign() <= 0 {
		return quantity.Number{}, noDivisor
	}
	q, _ := part.Mul(hundred).Quo(whole)
	return q, noObstacle
}

// givenAsShare reports that the units of a share answer with the share itself.
func givenAsShare(m *resolution.Measure) bool {
	for _, in := range m.Inputs {
		if in.Role == resolution.RoleValue {
			return in.Unit == "%"
		}
	}
	return false
}

// settledAlready judges a sum that is still growing, where no later answer can
// undo it (docs/design.md 4): a lower bound reached, or a ceiling passed. A sum that
// stands exactly at a lower bound is met: more can only better it. One inside a
// range is left open, for the range's word is about where the year ends.
func settledAlready(t resolution.Target, sum quantity.Number) (resolution.Verdict, bool) {
	above := func(n quantity.Number) bool { return sum.Cmp(n) > 0 }
	switch t.Kind {
	case resolution.AtLeast:
		if above(t.A) {
			return resolution.Exceeded, true
		}
		return resolution.Met, sum.Equal(t.A)
	case resolution.MoreThan:
		return resolution.Met, above(t.A)
	case resolution.AtMost:
		return resolution.Missed, above(t.A)
	case resolution.LessThan:
		return resolution.Missed, sum.Cmp(t.A) >= 0
	case resolution.Around:
		return resolution.Missed, above(t.A.Add(t.B))
	case resolution.Range:
		return resolution.Exceeded, above(t.B)
	case resolution.Zero:
		return resolution.Missed, sum.Sign() > 0
	}
	return "", false
}
