package assess

import (
	"slices"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// Whether the figures of a group's units are of one size, and what they come to
// that of the target. What a file shows by itself was asked when it was read.

const (
	leastGroup = 5 // units of a group that tell what is usual
	eightfold  = 8 // how far one may lie from their median
)

// confirmed: a person decided that the answer counts, or the unit gave the
// reason in its form.
func confirmed(sources []Source) bool {
	return !slices.ContainsFunc(sources, func(s Source) bool {
		return s.Choice == nil && !(s.How == returns.ByForm && returns.Explains(s.Observation))
	})
}

// grouped are the amounts of an input by group, for the groups of units that
// are large enough, in the order of units.
func (c *consolidation) grouped(t inputTotal) [][]*amount {
	var order []string
	groups := map[string][]*amount{}
	for i := range t.amounts {
		a := &t.amounts[i]
		if a.unit == "" { // of the plan
			continue
		}
		group := c.plan.Unit(a.unit).Group
		if group == "" || !a.settled() {
			continue
		}
		if groups[group] == nil {
			order = append(order, group)
		}
		groups[group] = append(groups[group], a)
	}
	var all [][]*amount
	for _, group := range order {
		if len(groups[group]) >= leastGroup {
			all = append(all, groups[group])
		}
	}
	return all
}

// eachInput calls f for each input that is asked in numbers, once.
func (c *consolidation) eachInput(f func(*resolution.Measure, inputTotal)) {
	for _, m := range c.plan.Measures() {
		if m.Method.Facts().OneFigure {
			continue
		}
		for i := range m.Inputs {
			in := &m.Inputs[i]
			if !in.Asked() || in.Role.InWords() {
				continue
			}
			if t, ok := c.input(m, in.Role); ok {
				f(m, t)
			}
		}
	}
}

// farFromPeers: a unit's figure lies near those of the other units of its group.
// Small counts are left alone, and so is what the unit told last year too.
func (c *consolidation) farFromPeers() {
	c.eachInput(func(m *resolution.Measure, t inputTotal) {
		for _, group := range c.grouped(t) {
			told := valuesOf(group, func(a *amount) bool { return a.given > 0 })
			for _, a := range group {
				gap, middle, far := c.unlikePeers(m, t, told, a)
				if !far {
					continue
				}
				sources := a.sources()
				if confirmed(sources) {
					continue
				}
				c.doubt(m, a.unit, sources, c.slipped(sources, middle), "B430",
					diag.Args{"label": t.input.Label, "unit": c.unitName(a.unit),
						"value": numberText(a.value), "factor": gap.Times, "count": len(group) - 1})
			}
		}
	})
}

func (c *consolidation) unlikePeers(m *resolution.Measure, t inputTotal, told values, a *amount) (
	gap quantity.Gap, middle quantity.Number, far bool) {
	if a.given == 0 || a.value.Sign() <= 0 || len(told) < leastGroup || t.input.Negative { // from profit to loss
		return gap, middle, false
	}
	middle = told.medianBeside(a.value)
	gap = a.value.GapTo(middle)
	small := t.input.Unit != "%" && a.value.Cmp(hundred) < 0 && middle.Cmp(hundred) < 0
	eight := quantity.Int(eightfold)
	if !gap.Far || small || a.value.Cmp(middle.Mul(eight)) <= 0 && a.value.Mul(eight).Cmp(middle) >= 0 {
		return gap, middle, false
	}
	ask := resolution.Ask{Measure: m, Role: t.input.Role}
	last, ok := c.last.Input(a.unit, ask)
	return gap, middle, !(ok && last.Sign() > 0 && !a.value.GapTo(last).Far)
}

// values are those of a group's units, the lowest first.
type values []quantity.Number

func valuesOf(group []*amount, counts func(*amount) bool) values {
	all := make(values, 0, len(group))
	for _, a := range group {
		if counts(a) {
			all = append(all, a.value)
		}
	}
	slices.SortFunc(all, quantity.Number.Cmp)
	return all
}

// median: of an even count the lower of the two in the middle.
func (v values) median() quantity.Number { return v[(len(v)-1)/2] }

// medianBeside is the median of the others than one that is among them.
func (v values) medianBeside(n quantity.Number) quantity.Number {
	middle := (len(v) - 2) / 2
	if at, _ := slices.BinarySearchFunc(v, n, quantity.Number.Cmp); at <= middle {
		middle++
	}
	return v[middle]
}

// noneWherePeersHave: "nothing arose" of what is divided by, where the other
// units of the group have it.
func (c *consolidation) noneWherePeersHave() {
	for _, m := range c.plan.Measures() {
		t, ok := c.input(m, m.Method.Facts().Base)
		if !ok || t.owner != m || t.input.SameAs != "" {
			continue
		}
		for _, group := range c.grouped(t) {
			have := valuesOf(group, func(a *amount) bool { return a.value.Sign() > 0 })
			for _, a := range group {
				if !a.none() || !usual(have, len(group)-1) {
					continue
				}
				sources := a.sources()
				if confirmed(sources) {
					continue
				}
				c.doubt(m, a.unit, sources, []diag.Candidate{c.confirming(sources)}, "B431",
					diag.Args{"label": t.input.Label, "unit": c.unitName(a.unit), "count": len(have)})
			}
		}
	}
}

// usual is where all other units have a number, or most have and it is no small count.
func usual(have values, others int) bool {
	return len(have) == others || 2*len(have) > others && have.median().Cmp(quantity.Int(20)) >= 0
}

// doubt reports a question about a unit's amount, of which the answers do not count until
// it is settled.
func (c *consolidation) doubt(m *resolution.Measure, unit string, sources []Source, may []diag.Candidate,
	code string, args diag.Args) {
	for _, s := range sources {
		c.answers.unusable[ask{s.Unit, s.Key}] = true
	}
	c.report(c.asking(diag.New(code, sources[0].At, args).ForUnit(unit).ForMeasure(m.ID), sources, may...))
}

// offTarget compares a figure with its target. A power of ten away it is not
// judged, unless a person has judged the measure or confirmed each answer, or it
// lies near last year's.
func (c *consolidation) offTarget(m *Measure, figure quantity.Number) (asked bool) {
	facts := m.Method.Facts()
	sources := thisYear(m.Sources)
	if facts.Years || facts.OnTopOf || c.decision(m.ID, 0) != nil || len(sources) > 0 && confirmed(sources) {
		return false
	}
	target := m.Target
	if m.Due.Kind != resolution.InfoOnly {
		target = m.Due // in a part of the year its milestone
	}
	near, ok := nearest(target, figure)
	size, falls := figure, c.plan.MayFall(m.Measure)
	if falls { // a loss is as large as it is, and a small profit no slip
		size, near = figure.Abs(), near.Abs()
	}
	gap := size.GapTo(near)
	below := size.Cmp(near) < 0
	_, _, promised := target.Promised()
	switch {
	case !ok, !gap.Far, below && (falls || !promised && !target.All()),
		m.FigureUnit() != "%" && size.Cmp(hundred) < 0 && near.Cmp(hundred) < 0,
		m.Previous != nil && m.Previous.Sign() > 0 && !size.GapTo(*m.Previous).Far:
		return false
	}
	if below && m.Due.Kind == resolution.InfoOnly && c.plan.Report.Period.Expects(size, near) {
		return false
	}
	args := diag.Args{"measure": m.ID, "name": m.Name, "figure": m.Amount(figure), "factor": gap.Times,
		"target": target.Vi()}
	if !gap.Power {
		if !facts.OneFigure { // of a single cell the file was asked
			c.report(diag.New("B433", firstPlace(m.Sources), args).ForMeasure(m.ID).See(planLine(m.Measure)))
		}
		return false
	}
	c.report(c.asking(diag.New("B432", firstPlace(m.Sources), args).ForMeasure(m.ID).See(planLine(m.Measure)),
		sources, c.slipped(sources, near)...))
	m.set(resolution.NoData, diag.Say("annex.reason.size", diag.Args{"figure": m.Amount(figure), "factor": gap.Times}))
	return true
}

// thisYear are the sources but for last year's figure, which is only compared with.
func thisYear(sources []Source) []Source {
	isLast := func(s Source) bool { return s.Role == resolution.RoleLast }
	if !slices.ContainsFunc(sources, isLast) {
		return sources
	}
	return slices.DeleteFunc(slices.Clone(sources), isLast)
}

// nearest is the end of the target that a figure is nearest to.
func nearest(t resolution.Target, figure quantity.Number) (quantity.Number, bool) {
	ends := t.Near()
	if t.All() {
		ends = []quantity.Number{hundred}
	}
	if len(ends) == 0 {
		return quantity.Number{}, false
	}
	return slices.MinFunc(ends, func(a, b quantity.Number) int {
		return a.Sub(figure).Abs().Cmp(b.Sub(figure).Abs())
	}), true
}

// isPlausible: a sum that is still growing is not so far above its target
// already that one of its parts must be wrong.
func isPlausible(m *Measure, sum quantity.Number) bool {
	near, ok := nearest(m.Target, sum)
	return !ok || sum.Cmp(near) <= 0 || sum.Cmp(hundred) < 0 && m.FigureUnit() != "%" || !sum.GapTo(near).Far ||
		confirmed(m.Sources)
}
