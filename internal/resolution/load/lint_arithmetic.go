package load

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// checkShares: the promised shares of one whole sum to 100, and none has a
// tolerance wider than itself.
func checkShares(l *loader) {
	done := map[string]bool{}
	for _, m := range l.p.Measures() {
		if !promisedShare(m) {
			continue
		}
		if tolerance, _ := m.Target.Tolerance(); tolerance.Cmp(m.Target.A) > 0 {
			l.at(m, "B044", "target", diag.Args{"tolerance": tolerance.Exact(), "share": m.Target.A.Exact()})
		}
		whole := slices.Sorted(slices.Values(m.Of))
		if key := strings.Join(whole, " "); !done[key] && len(whole) > 0 {
			done[key] = true
			var sum quantity.Number
			complete := true
			for _, id := range whole {
				part := l.p.Measure(id)
				if part == nil || !promisedShare(part) {
					complete = false
					break
				}
				sum = sum.Add(part.Target.A)
			}
			if complete && !sum.Equal(hundredPercent) {
				l.at(m, "B043", "target", diag.Args{"measures": strings.Join(m.Of, ", "), "sum": sum.Exact()})
			}
		}
	}
}

// promisedShare reports a share of a whole that is promised as a number with a
// tolerance: such numbers can be added.
func promisedShare(m *resolution.Measure) bool {
	_, ok := m.Target.Tolerance()
	return ok && m.Method.Facts().OfSelf
}

// checkGrowthAndStructure: the growth promised for the parts of a total, with
// the structure promised at the year's end, implies a growth of the total; it
// should lie in the range promised for the total. The shares are of the year's
// end, so each is divided by its part's growth to get back to the base.
func checkGrowthAndStructure(l *loader) {
	l.eachIndicator(func(ind *resolution.Indicator, _ *table) {
		total := l.p.Measure(ind.Headline)
		if total == nil || !total.Method.Facts().Years {
			return
		}
		least, most, isRange := total.Target.Ends()
		if !isRange {
			return
		}
		low, ok := l.impliedGrowth(ind, total, func(low, _ quantity.Number) quantity.Number { return low })
		if !ok {
			return
		}
		high, _ := l.impliedGrowth(ind, total, func(_, high quantity.Number) quantity.Number { return high })
		if high.Cmp(least) < 0 || low.Cmp(most) > 0 {
			l.at(total, "B045", "target", diag.Args{"implied": low.Round(2).Exact(), "target": total.Target.Vi()})
		}
	})
}

// impliedGrowth is the growth of the total, in percent, that the parts' growth
// and the shares imply. ok is false when the plan does not name both for parts
// that make up a whole.
func (l *loader) impliedGrowth(ind *resolution.Indicator, total *resolution.Measure,
	end func(low, high quantity.Number) quantity.Number) (growth quantity.Number, ok bool) {
	var now, before quantity.Number
	for _, share := range l.p.Measures() {
		part := l.p.Measure(share.GrowthOf)
		if !promisedShare(share) || part == nil || part == total || part.Indicator != ind.Number {
			continue
		}
		low, high, ok := part.Target.Promised()
		if facts := part.Method.Facts(); !ok || part.InUnit || facts.Falls {
			return growth, false
		}
		base, ok := share.Target.A.Mul(hundredPercent).Quo(end(low, high).Add(hundredPercent))
		if !ok {
			return growth, false
		}
		now, before = now.Add(share.Target.A), before.Add(base)
	}
	if !now.Equal(hundredPercent) {
		return growth, false
	}
	factor, ok := now.Mul(hundredPercent).Quo(before)
	return factor.Sub(hundredPercent), ok
}

var hundredPercent = quantity.Int(100)
