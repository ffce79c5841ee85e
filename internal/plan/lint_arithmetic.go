package plan

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
)

// checkShares: the promised shares of one whole sum to 100, and none has a
// tolerance wider than itself.
func checkShares(l *loader) {
	done := map[string]bool{}
	for _, m := range l.p.Measures() {
		if m.Method != Share || m.Target.Kind != Around {
			continue
		}
		if m.Target.B.Cmp(m.Target.A) > 0 {
			l.at(m, "B044", "target", diag.Args{"tolerance": m.Target.B.Exact(), "share": m.Target.A.Exact()})
		}
		whole := slices.Sorted(slices.Values(m.Of))
		if key := strings.Join(whole, " "); !done[key] && len(whole) > 0 {
			done[key] = true
			var sum quantity.Number
			complete := true
			for _, id := range whole {
				part := l.p.measures[id]
				if part == nil || part.Target.Kind != Around {
					complete = false
					break
				}
				sum = sum.Add(part.Target.A)
			}
			if complete && !sum.Equal(hundred) {
				l.at(m, "B043", "target", diag.Args{"measures": strings.Join(m.Of, ", "), "sum": sum.Exact()})
			}
		}
	}
}

// checkGrowthAndStructure: the growth promised for the parts of a total, with
// the structure promised at the year's end, implies a growth of the total; it
// should lie in the range promised for the total. The shares are of the year's
// end, so each is divided by its part's growth to get back to the base.
func checkGrowthAndStructure(l *loader) {
	l.eachIndicator(func(ind *Indicator, _ *table) {
		total := l.p.measures[ind.Headline]
		if total == nil || total.Target.Kind != Range || total.Method != Growth && total.Method != TotalGrowth {
			return
		}
		low, ok := l.impliedGrowth(ind, total, func(t Target) quantity.Number { return t.A })
		if !ok {
			return
		}
		high, _ := l.impliedGrowth(ind, total, func(t Target) quantity.Number {
			if t.Kind == Range {
				return t.B
			}
			return t.A
		})
		if high.Cmp(total.Target.A) < 0 || low.Cmp(total.Target.B) > 0 {
			l.at(total, "B045", "target", diag.Args{"implied": low.Round(2).Exact(), "target": total.Target.Vi()})
		}
	})
}

// impliedGrowth is the growth of the total, in percent, that the parts' growth
// and the shares imply. ok is false when the plan does not name both for parts
// that make up a whole.
func (l *loader) impliedGrowth(ind *Indicator, total *Measure, end func(Target) quantity.Number) (growth quantity.Number, ok bool) {
	var now, before quantity.Number
	for _, share := range l.p.Measures() {
		part := l.p.measures[share.GrowthOf]
		if share.Method != Share || share.Target.Kind != Around || part == nil || part == total || part.Indicator != ind.Number {
			continue
		}
		switch part.Target.Kind {
		case AtLeast, MoreThan, Around, Range:
		default:
			return growth, false
		}
		base, ok := share.Target.A.Mul(hundred).Quo(end(part.Target).Add(hundred))
		if !ok {
			return growth, false
		}
		now, before = now.Add(share.Target.A), before.Add(base)
	}
	if !now.Equal(hundred) {
		return growth, false
	}
	factor, ok := now.Mul(hundred).Quo(before)
	return factor.Sub(hundred), ok
}
