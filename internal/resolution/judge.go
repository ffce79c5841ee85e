package resolution

import "baocao/internal/quantity"

// Judge compares a figure with the target: judged is the figure as printed
// (Measure.Figure), exact is before rounding and decides "= 100" and "= 0".
// A figure above "= 100" is an error of the data that the caller reports; here
// it does not meet the target.
func (t Target) Judge(exact, judged quantity.Number) Verdict {
	c := judged.Cmp(t.A)
	met := false
	switch t.Kind {
	case IsStatement:
		return Unassessed
	case IsInfo:
		return Info
	case AtLeast:
		if c > 0 {
			return Exceeded
		}
		met = c == 0
	case Range:
		if judged.Cmp(t.B) > 0 {
			return Exceeded
		}
		met = c >= 0
	case MoreThan:
		met = c > 0
	case AtMost:
		met = c <= 0
	case LessThan:
		met = c < 0
	case Around:
		met = judged.Sub(t.A).Abs().Cmp(t.B) <= 0
	case Hundred, Zero:
		met = exact.Equal(t.A)
	}
	if met {
		return Met
	}
	return Missed
}

// CanExceed reports whether a figure can be better than promised.
func (t Target) CanExceed() bool { return t.Kind == AtLeast || t.Kind == Range }

// PercentOf is the judged figure in percent of the target, unrounded; ok is
// false where the target has none. For growth, plan and share there is none
// either, whatever the target: see Measure.PercentOf.
func (t Target) PercentOf(judged quantity.Number) (percent quantity.Number, ok bool) {
	base := t.A
	switch t.Kind {
	case AtLeast, MoreThan:
	case Range:
		switch {
		case judged.Cmp(t.B) > 0:
			base = t.B
		case judged.Cmp(t.A) >= 0:
			return hundred, true
		}
	case Hundred:
		return judged, true
	default:
		return quantity.Number{}, false
	}
	if base.Sign() <= 0 {
		return quantity.Number{}, false
	}
	return judged.Mul(hundred).Quo(base)
}
