package recognise

import (
	"slices"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// references are figures near which an answer should lie: the target and last
// year's figure, of a measure that one unit answers with one number.
func (k *Knowledge) references(a resolution.Ask) []quantity.Number {
	m := a.Measure
	if !m.Method.Facts().OneFigure || a.Role != resolution.RoleValue || a.Line > 0 {
		return nil
	}
	var all []quantity.Number
	add := func(n quantity.Number) {
		if n.Sign() > 0 {
			all = append(all, n)
		}
	}
	for _, n := range m.Target.Near() {
		add(n)
	}
	if m.Previous != nil {
		add(*m.Previous)
	} else if n, ok := k.last.Figure(m.ID); ok {
		add(n)
	}
	return all
}

// bounds are the least and the most that one figure may be of another.
type bounds struct{ low, high quantity.Number }

func between(low, high string) bounds {
	return bounds{quantity.MustParse(low), quantity.MustParse(high)}
}

// hold reports low <= n/of <= high.
func (b bounds) hold(n, of quantity.Number) bool {
	q, ok := n.Quo(of)
	return ok && q.Cmp(b.low) >= 0 && q.Cmp(b.high) <= 0
}

// near are the bounds within which a figure is near a reference.
var near = between("0.3", "3")

// powers of ten by which a figure is off when it was written in another step of
// its unit, with what a real change may add to them.
var powers = []struct {
	shown string
	bounds
}{
	{"10", between("8.5", "11.7")}, {"100", between("85", "117")},
	{"1.000", between("850", "1170")}, {"1.000.000", between("850000", "1170000")},
	{"1/10", between("0.085", "0.117")}, {"1/100", between("0.0085", "0.0117")},
	{"1/1.000", between("0.00085", "0.00117")}, {"1/1.000.000", between("0.00000085", "0.00000117")},
}

// smallest is the figure from which a factor of ten is a slip rather than a
// good year.
var smallest = quantity.Int(100)

// offBy tells by what power of ten a figure is off another; "" for none.
func offBy(n, ref quantity.Number) string {
	if n.Cmp(smallest) < 0 && ref.Cmp(smallest) < 0 {
		return ""
	}
	for _, p := range powers {
		if p.hold(n, ref) {
			return p.shown
		}
	}
	return ""
}

// checkSize asks about a figure of a unit's own table that is a power of ten
// away from the plan or from last year. A form says its unit beside each cell:
// what stands there is meant so, and is how such a question is settled.
func (t *taking) checkSize() {
	a := t.ask
	if t.o.Answer != returns.Given || a.Kind != resolution.AskNumber || t.how == returns.FromForm {
		return
	}
	refs := t.references(a)
	if a.Role == resolution.RoleCurrent || a.Role == resolution.RolePrevious {
		other := resolution.RolePrevious
		if a.Role == resolution.RolePrevious {
			other = resolution.RoleCurrent
		}
		before, ok := t.answers[resolution.Key(a.Measure.ID, other)]
		if ok && before.Answer == returns.Given && before.Value.Sign() > 0 {
			refs = append(refs, before.Value)
		}
	}
	for _, ref := range refs {
		if off := offBy(t.o.Value, ref); off != "" {
			t.fault("B318", t.o.At, diag.Args{"found": t.o.Value.Exact(), "unit": a.Unit, "label": a.Label, "factor": off,
				"reference": ref.Exact()})
			return
		}
	}
}

// isNearReference: the figure is of the size that was planned or reached last
// year, so its unit is the one asked for.
func (t *taking) isNearReference(n quantity.Number) bool {
	return slices.ContainsFunc(t.references(t.ask), func(ref quantity.Number) bool { return near.hold(n, ref) })
}
