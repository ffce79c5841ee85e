package plan

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

// PercentOf is Target.PercentOf for a figure of this measure: a growth or a
// share in percent of a growth or a share says nothing.
func (m *Measure) PercentOf(t Target, judged quantity.Number) (percent quantity.Number, ok bool) {
	switch m.Method {
	case Growth, TotalGrowth, PlanRatio, Share:
		return quantity.Number{}, false
	}
	return t.PercentOf(judged)
}

// Figure is the figure as it is judged and printed, for the target that holds
// (Measure.Current): the one rounding. Values and sums stay exact; a quotient
// is rounded half away from zero to the measure's decimals. Where the target is
// "= 100" or "= 0" it is cut, so that nothing but 100 prints as 100, and where
// cutting would itself print 0 or 100, it goes one step of the last decimal on.
func (m *Measure) Figure(t Target, exact quantity.Number) quantity.Number {
	if !m.Method.Divided() {
		return exact
	}
	if t.Kind != Hundred && t.Kind != Zero {
		return exact.Round(m.Decimals)
	}
	cut := exact.Cut(m.Decimals)
	if !exact.Equal(cut) && (cut.Sign() == 0 || cut.Abs().Equal(hundred)) {
		step := quantity.Int(1)
		for range m.Decimals {
			step, _ = step.Quo(quantity.Int(10))
		}
		if exact.Sign() < 0 {
			step = step.Neg()
		}
		return cut.Add(step)
	}
	return cut
}

// Vi is the target as a table's column prints it: "≥ 80", "125 - 130", "45,87 ± 0,5".
func (t Target) Vi() string {
	a, b := t.A.Exact(), t.B.Exact()
	switch t.Kind {
	case AtLeast:
		return "≥ " + a
	case MoreThan:
		return "> " + a
	case AtMost:
		return "≤ " + a
	case LessThan:
		return "< " + a
	case Around:
		return a + " ± " + b
	case Range:
		return a + " - " + b
	case Hundred, Zero:
		return a
	case IsStatement:
		return "Thực hiện"
	}
	return "Theo dõi"
}

// Prose is the target in running text, without a unit: "từ 80 trở lên".
func (t Target) Prose() string { return t.ProseIn("") }

// ProseIn is the target in running text with its unit where the language puts
// it: "từ 80% trở lên", "từ 02 trường trở lên", "125 - 130 đảng viên". Small
// counts get their leading zero.
func (t Target) ProseIn(unit string) string {
	a, b := t.A.Exact(), t.B.Exact()
	suffix := ""
	switch unit {
	case "":
	case "%":
		suffix = "%"
	default:
		a, b = t.A.Count(), t.B.Count()
		suffix = " " + unit
	}
	switch t.Kind {
	case AtLeast:
		return "từ " + a + suffix + " trở lên"
	case MoreThan:
		return "trên " + a + suffix
	case AtMost:
		return "không quá " + a + suffix
	case LessThan:
		return "dưới " + a + suffix
	case Around:
		if unit == "%" {
			return a + "% (± " + b + " điểm phần trăm)"
		}
		return a + suffix + " (± " + b + ")"
	case Range:
		return a + " - " + b + suffix
	case Hundred, Zero:
		return a + suffix
	case IsStatement:
		return "thực hiện"
	}
	return "theo dõi"
}
