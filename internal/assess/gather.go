package assess

import (
	"slices"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// side is one input of a measure with every owner's amount. The inputs of the
// other measures that a share or total is made of are sides too.
type side struct {
	role    resolution.Role
	asking  *resolution.Measure // where it is asked: same_as is followed
	input   *resolution.Input
	amounts []amount // in the plan's order of units
}

// amount is what one unit answered to one input, its lines added.
type amount struct {
	unit    string
	value   quantity.Number  // of the lines that were given
	given   int              // lines with a number or text
	pending int              // lines without a result yet
	lacking []resolution.Ask // lines that are blank, unusable or not sent
	sources []Source
}

// none reports "không phát sinh": answered in full, and nothing but nil.
func (a amount) none() bool { return a.given == 0 && a.pending == 0 && len(a.lacking) == 0 }

// settled reports that no later answer can change the amount.
func (a amount) settled() bool { return a.pending == 0 && len(a.lacking) == 0 }

// asks are the cells that an input is asked in: one, or one for each line.
func asks(m *resolution.Measure, in *resolution.Input) []resolution.Ask {
	if len(in.Lines) == 0 {
		return []resolution.Ask{{Measure: m, Role: in.Role, Label: in.Label, Unit: in.Unit}}
	}
	var out []resolution.Ask
	for i, label := range in.Lines {
		out = append(out, resolution.Ask{Measure: m, Role: in.Role, Line: i + 1, Label: label, Unit: in.Unit})
	}
	return out
}

func (c *consolidation) amount(unit string, role resolution.Role, m *resolution.Measure, in *resolution.Input) amount {
	out := amount{unit: unit}
	for _, k := range asks(m, in) {
		o, ok := c.answers.get(unit, k.Key())
		if !ok {
			out.lacking = append(out.lacking, k)
			continue
		}
		switch o.Answer {
		case returns.Given:
			out.given++
			out.value = out.value.Add(o.Value)
		case returns.Pending:
			out.pending++
		}
		out.sources = append(out.sources, Source{Observation: o, Role: role, Line: k.Line})
	}
	return out
}

func (c *consolidation) side(m *resolution.Measure, asked, as resolution.Role) (side, bool) {
	asking, in := c.plan.Input(m, asked)
	if in == nil {
		return side{}, false
	}
	s := side{role: as, asking: asking, input: in}
	for _, u := range c.plan.Units {
		if slices.Contains(in.From, u.ID) {
			s.amounts = append(s.amounts, c.amount(u.ID, as, asking, in))
		}
	}
	if asking.Method == resolution.Value {
		s.amounts = oneFigure(s.amounts)
	}
	return s, true
}

// oneFigure leaves one amount of a value that several units own, with all their
// answers as its sources, once each of them has told it: they agree by then, or
// the answers would not be usable.
func oneFigure(amounts []amount) []amount {
	if len(amounts) > 1 && !slices.ContainsFunc(amounts, func(a amount) bool { return !a.settled() }) {
		one := amounts[0]
		for _, other := range amounts[1:] {
			one.sources = append(one.sources, other.sources...)
		}
		return []amount{one}
	}
	return amounts
}

// sides gathers the required inputs of a measure.
func (c *consolidation) sides(m *resolution.Measure) []side {
	var out []side
	take := func(m *resolution.Measure, asked, as resolution.Role) {
		if s, ok := c.side(m, asked, as); ok {
			out = append(out, s)
		}
	}
	for _, in := range m.Inputs {
		if in.Role != resolution.RoleEvidence {
			take(m, in.Role, in.Role)
		}
	}
	for _, id := range m.Of {
		part := c.plan.Measure(id)
		if part == nil || part.ID == m.ID {
			continue
		}
		switch m.Method {
		case resolution.Share:
			take(part, resolution.RoleValue, RoleOthers)
		case resolution.TotalGrowth:
			take(part, resolution.RoleCurrent, resolution.RoleCurrent)
			take(part, resolution.RolePrevious, resolution.RolePrevious)
		}
	}
	return out
}

// pairOf names the two inputs of a method that a unit answers together: what is
// compared, and what it is divided by.
func pairOf(m resolution.Method) (compared, base resolution.Role, ok bool) {
	switch m {
	case resolution.Ratio:
		return resolution.RoleNumerator, resolution.RoleDenominator, true
	case resolution.Growth, resolution.TotalGrowth:
		return resolution.RoleCurrent, resolution.RolePrevious, true
	case resolution.PlanRatio:
		return resolution.RoleActual, resolution.RolePlan, true
	}
	return "", "", false
}

// contradictions finds the units that answer "không phát sinh" to one of the
// two inputs of a quotient and a number to the other. "Nothing arose" leaves
// both sides, so such an answer can be used on neither.
func (c *consolidation) contradictions() {
	for _, m := range c.plan.Measures() {
		compared, base, ok := pairOf(m.Method)
		if !ok {
			continue
		}
		x, okX := c.side(m, compared, compared)
		y, okY := c.side(m, base, base)
		if !okX || !okY {
			continue
		}
		for _, a := range x.amounts {
			for _, b := range y.amounts {
				if a.unit != b.unit || !a.settled() || !b.settled() || a.none() == b.none() {
					continue
				}
				none, number, noneSide, numberSide := a, b, x, y
				if b.none() {
					none, number, noneSide, numberSide = b, a, y, x
				}
				for _, s := range none.sources {
					c.answers.unusable[ask{none.unit, s.Key}] = true
				}
				c.report(diag.New("B407", none.sources[0].At, diag.Args{
					"measure": m.ID, "none": noneSide.input.Label, "number": numberSide.input.Label, "value": printed(number.value),
				}).See(number.sources[0].At).ForUnit(none.unit).ForMeasure(m.ID))
			}
		}
	}
}

// gathered is everything known about a measure before it is judged.
type gathered struct {
	sides   []side
	owners  []string                    // units that own a required input, in the plan's order
	lacking map[string][]resolution.Ask // what an owner has not answered
	pending []string                    // owners that have no result yet
}

func (c *consolidation) gather(m *resolution.Measure) gathered {
	g := gathered{sides: c.sides(m), lacking: map[string][]resolution.Ask{}}
	for _, u := range c.plan.Units {
		owns, pending := false, false
		for _, s := range g.sides {
			for _, a := range s.amounts {
				if a.unit != u.ID {
					continue
				}
				owns = true
				pending = pending || a.pending > 0
				for _, k := range a.lacking {
					if !slices.ContainsFunc(g.lacking[u.ID], func(have resolution.Ask) bool { return have.Key() == k.Key() }) {
						g.lacking[u.ID] = append(g.lacking[u.ID], k)
					}
				}
			}
		}
		if owns {
			g.owners = append(g.owners, u.ID)
		}
		if pending && len(g.lacking[u.ID]) == 0 {
			g.pending = append(g.pending, u.ID)
		}
	}
	return g
}

// arrived reports that every owner has answered everything.
func (g gathered) arrived() bool { return len(g.owners) > 0 && len(g.lacking) == 0 }

// nils are the owners that answered nothing but "không phát sinh".
func (g gathered) nils() []string {
	var out []string
	for _, u := range g.owners {
		all := true
		for _, s := range g.sides {
			// The other parts of a share are not this measure's own answer.
			for _, a := range s.amounts {
				if a.unit == u && s.role != RoleOthers && !a.none() {
					all = false
				}
			}
		}
		owns := slices.ContainsFunc(g.sides, func(s side) bool {
			return s.role != RoleOthers && slices.ContainsFunc(s.amounts, func(a amount) bool { return a.unit == u })
		})
		if owns && all {
			out = append(out, u)
		}
	}
	return out
}

// total adds one role up; none tells that every owner's answer was "không phát sinh".
func (g gathered) total(role resolution.Role) (sum quantity.Number, none bool) {
	none = true
	for _, s := range g.sides {
		if s.role != role {
			continue
		}
		for _, a := range s.amounts {
			sum = sum.Add(a.value)
			none = none && a.none()
		}
	}
	return sum, none
}

// totals are the sums of the roles for which at least one number arrived or
// every owner answered.
func (g gathered) totals() []Total {
	var out []Total
	for _, s := range g.sides {
		if s.role == resolution.RoleStatus || slices.ContainsFunc(out, func(t Total) bool { return t.Role == s.role }) {
			continue
		}
		some, all := false, true
		for _, other := range g.sides {
			for _, a := range other.amounts {
				if other.role == s.role {
					some = some || a.given > 0
					all = all && a.settled()
				}
			}
		}
		if some || all {
			sum, _ := g.total(s.role)
			out = append(out, Total{s.role, sum})
		}
	}
	return out
}

// neverFalls reports that no amount given so far is negative, so that later
// answers can only add.
func (g gathered) neverFalls() bool {
	for _, s := range g.sides {
		for _, a := range s.amounts {
			for _, source := range a.sources {
				if source.Value.Sign() < 0 {
					return false
				}
			}
		}
	}
	return true
}

func (g gathered) sources() []Source {
	var out []Source
	for _, s := range g.sides {
		for _, a := range s.amounts {
			out = append(out, a.sources...)
		}
	}
	return out
}
