package recognise

import (
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// references are figures near which an answer should lie: the target and last
// year's figure, of a measure that one unit answers with one number.
func (r *reader) references(a resolution.Ask) []quantity.Number {
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
	} else if n, ok := r.last.Figure(m.ID); ok {
		add(n)
	}
	return all
}

// within reports low <= n/of <= high.
func within(n, of quantity.Number, low, high string) bool {
	q, ok := n.Quo(of)
	return ok && q.Cmp(quantity.MustParse(low)) >= 0 && q.Cmp(quantity.MustParse(high)) <= 0
}

// likely chooses between two readings of a number the one that lies near what
// was planned or reached last year; ok is false where that tells nothing.
func (r *reader) likely(a resolution.Ask, one, other quantity.Number) (n quantity.Number, ok bool) {
	near := func(n quantity.Number) bool {
		for _, ref := range r.references(a) {
			if within(n, ref, "0.3", "3") {
				return true
			}
		}
		return false
	}
	switch first, second := near(one), near(other); {
	case first && !second:
		return one, true
	case second && !first:
		return other, true
	}
	return n, false
}

// powers of ten by which a figure is off when it was written in another step of
// its unit, with the least and most a real change would make of them.
var powers = []struct{ shown, low, high string }{
	{"10", "8.5", "11.7"}, {"100", "85", "117"}, {"1.000", "850", "1170"}, {"1.000.000", "850000", "1170000"},
	{"1/10", "0.085", "0.117"}, {"1/100", "0.0085", "0.0117"}, {"1/1.000", "0.00085", "0.00117"}, {"1/1.000.000", "0.00000085", "0.00000117"},
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
		if within(n, ref, p.low, p.high) {
			return p.shown
		}
	}
	return ""
}

// checkScale asks about a figure of a unit's own table that is a power of ten
// away from the plan or from last year. A form says its unit beside each cell:
// what stands there is meant so, and is how such a question is settled.
func (r *reader) checkScale(a resolution.Ask, o *returns.Observation) {
	if o.Answer != returns.Given || a.Kind != resolution.AskNumber || o.How == "form" {
		return
	}
	refs := r.references(a)
	if a.Role == resolution.RoleCurrent || a.Role == resolution.RolePrevious {
		other := resolution.RolePrevious
		if a.Role == resolution.RolePrevious {
			other = resolution.RoleCurrent
		}
		if before, ok := r.answers[resolution.Key(a.Measure.ID, other)]; ok && before.Answer == returns.Given && before.Value.Sign() > 0 {
			refs = append(refs, before.Value)
		}
	}
	for _, ref := range refs {
		if off := offBy(o.Value, ref); off != "" {
			r.report("B318", o.At, a.Measure.ID, diag.Args{"found": o.Value.Exact(), "unit": a.Unit, "label": a.Label, "factor": off, "reference": ref.Exact()})
			o.Answer, o.Value = returns.Faulty, quantity.Number{}
			return
		}
	}
}
