package assess

import (
	"slices"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// checkTaken checks the figures that measures take from each other, which are known
// only once the measures are judged: on trial, for what it finds is not used.
func (c *consolidation) checkTaken() {
	takes := func(in resolution.Input) bool { return in.Of != "" && !in.LastYear }
	if !slices.ContainsFunc(c.plan.Measures(), func(m *resolution.Measure) bool {
		return slices.ContainsFunc(m.Inputs, takes)
	}) {
		return
	}
	trial := *c
	trial.judging, trial.judged = true, map[string]*Measure{}
	for _, m := range c.plan.Measures() {
		trial.measure(m)
	}
	trial.problems = c.problems // those of judging are told when it counts
	trial.partAboveWhole()
	trial.rateAboveHundred()
	trial.partOfAboveWhole()
	c.problems = trial.problems
}

// partAboveWhole: the numerator of a ratio is a part of its denominator, in each
// unit; where different units report the two, in their sums. above_whole = true
// switches it off for a measure.
func (c *consolidation) partAboveWhole() {
	for _, m := range c.plan.Measures() {
		facts := m.Method.Facts()
		if !m.PartIsWithin() {
			continue
		}
		part, okPart := c.input(m, facts.Compared)
		whole, okWhole := c.input(m, facts.Base)
		if okPart && okWhole {
			c.comparePart("B412", m.ID, m.ID, part, whole)
		}
	}
}

// partOfAboveWhole: a measure that is "part_of" another counts no more than
// that: amounts of one unit of measurement, or the numerators of two ratios of
// one denominator.
func (c *consolidation) partOfAboveWhole() {
	for _, m := range c.plan.Measures() {
		of := c.plan.Measure(m.PartOf)
		if of == nil || c.plan.MayFall(m) || c.plan.MayFall(of) { // others may have lost
			continue
		}
		role, facts := resolution.RoleValue, m.Method.Facts()
		switch {
		case m.Method.Amount() && of.Method.Amount() && viet.Fold(m.Unit) == viet.Fold(of.Unit) && m.Unit != "%":
		case facts.PartOfBase && of.Method == m.Method && c.sameInput(m, of, facts.Base):
			role = facts.Compared
		default:
			continue
		}
		part, okPart := c.input(m, role)
		whole, okWhole := c.input(of, role)
		if okPart && okWhole {
			c.comparePart("B414", m.ID, of.ID, part, whole)
		}
	}
}

// sameInput reports that two measures take one input from the same place.
func (c *consolidation) sameInput(a, b *resolution.Measure, role resolution.Role) bool {
	askA, inA := c.plan.Input(a, role)
	askB, inB := c.plan.Input(b, role)
	return inA != nil && inB != nil && askA == askB && inA.Role == inB.Role
}

// comparePart finds the units whose part is above their whole; neither answer
// is used. Where no unit reports both, the sums are compared once all is in.
func (c *consolidation) comparePart(code, measure, whole string, part, of inputTotal) {
	both, ofWhole := false, of.byUnit()
	for _, a := range part.amounts {
		b := ofWhole[a.unit]
		if b == nil {
			continue
		}
		both = true
		if a.settled() && b.settled() && !a.none() && !b.none() && a.value.Cmp(b.value) > 0 {
			c.impossible(code, measure, whole, a.unit, part, of, a.value, b.value, a.sources(), b.sources())
		}
	}
	if both {
		return
	}
	x, okX := part.sum()
	y, okY := of.sum()
	if okX && okY && x.Cmp(y) > 0 {
		c.impossible(code, measure, whole, "", part, of, x, y, part.sources(), of.sources())
	}
}

// sum is the total of an input whose owners have all answered with something.
func (t inputTotal) sum() (total quantity.Number, ok bool) {
	for i := range t.amounts {
		a := &t.amounts[i]
		if !a.settled() {
			return total, false
		}
		total = total.Add(a.value)
		ok = ok || a.given > 0
	}
	return total, ok
}

func (c *consolidation) impossible(code, measure, whole, unit string, part, of inputTotal,
	x, y quantity.Number, xs, ys []Source) {
	p := diag.New(code, firstPlace(slices.Concat(xs, ys)), diag.Args{"measure": measure, "of": whole,
		"unit": c.unitName(unit), "part": c.called(part.input), "whole": c.called(of.input),
		"a": numberText(x), "b": numberText(y)}).ForUnit(unit).ForMeasure(measure)
	for _, s := range slices.Concat(xs, ys)[1:] {
		if s.At != p.At && s.At.File != "" {
			p = p.See(s.At)
		}
	}
	p = p.See(planLine(c.plan.Measure(measure)))
	for _, s := range slices.Concat(xs, ys) {
		c.answers.unusable[ask{s.Unit, s.Key}] = true
	}
	c.report(c.asking(p, slices.Concat(xs, ys), c.exchanged(xs, ys)...))
}

// called is what an input is called: the figure of another measure by that measure.
func (c *consolidation) called(in *resolution.Input) string {
	if of := c.plan.Measure(in.Of); in.Label == "" && of != nil {
		return of.Name
	}
	return in.Label
}

// rateAboveHundred: a rate that a unit states in percent is at most 100, unless
// above_whole = true, a person decided it, or target or last year are above that:
// a price index. The target "= 100" has a rule of its own.
func (c *consolidation) rateAboveHundred() {
	for _, m := range c.plan.Measures() {
		target, _, _ := m.Current(c.plan.On())
		if !m.Method.Facts().OneFigure || m.Unit != "%" || m.AboveWhole || target.All() || c.isIndex(m, target) {
			continue
		}
		s, ok := c.input(m, resolution.RoleValue)
		if !ok {
			continue
		}
		for _, a := range s.amounts {
			for _, source := range a.sources() {
				if source.Value.Cmp(hundred) > 0 && source.Choice == nil {
					c.answers.unusable[ask{source.Unit, source.Key}] = true
					c.report(c.asking(diag.New("B413", source.At,
						diag.Args{"measure": m.ID, "label": c.called(s.input), "value": numberText(source.Value)}).
						ForUnit(source.Unit).ForMeasure(m.ID).See(planLine(m)), []Source{source},
						c.confirming([]Source{source})))
				}
			}
		}
	}
}

// isIndex: what was aimed at, or reached last year, is above 100%.
func (c *consolidation) isIndex(m *resolution.Measure, target resolution.Target) bool {
	known := target.Near()
	if m.Previous != nil {
		known = append(known, *m.Previous)
	}
	if last := c.last[m.ID].Figure; last != nil {
		known = append(known, *last)
	}
	return slices.ContainsFunc(known, func(n quantity.Number) bool { return n.Cmp(hundred) > 0 })
}

// branchAboveTotal: of growths, the amount of a branch is not above that of the
// whole it is part of. Only a question, for the two may be valued differently.
func (c *consolidation) branchAboveTotal() {
	for _, m := range c.plan.Measures() {
		of := c.plan.Measure(m.PartOf)
		if of == nil || !m.Method.Facts().Years || !of.Method.Facts().Years || c.plan.MayFall(m) || c.plan.MayFall(of) {
			continue
		}
		part, okPart := c.input(m, m.Method.Facts().Compared)
		whole, okWhole := c.input(of, of.Method.Facts().Compared)
		if !okPart || !okWhole || viet.Fold(part.input.Unit) != viet.Fold(whole.input.Unit) {
			continue
		}
		x, okX := part.sum()
		y, okY := whole.sum()
		if okX && okY && x.Cmp(y) > 0 {
			xs, ys := part.sources(), whole.sources()
			c.report(diag.New("B415", firstPlace(xs), diag.Args{"measure": m.ID, "of": of.ID,
				"part": part.input.Label, "whole": whole.input.Label, "a": numberText(x), "b": numberText(y)}).
				ForUnit(xs[0].Unit).ForMeasure(m.ID).See(firstPlace(ys)).See(planLine(m)))
		}
	}
}
