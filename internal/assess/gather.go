package assess

import (
	"slices"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// inputTotal is one input of a measure with every owner's amount. The inputs of
// the other measures that a share or total is made of are there too.
type inputTotal struct {
	role    resolution.Role
	owner   *resolution.Measure // that asks for it: same_as is followed
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
	taken   []taken
}

// taken is an answer that went into an amount, and what it is there. An answer is large
// and looked at by many checks; it becomes a source of its own where one is told.
type taken struct {
	*returns.Observation
	role resolution.Role
	line int
}

// sources are the answers that went into the amount.
func (a amount) sources() []Source { return sources(inputTotal{amounts: []amount{a}}) }

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

// keyed is an ask with its key.
type keyed struct {
	resolution.Ask
	key string
}

// amount adds up what a unit answered to the lines of an input. room is where its answers
// are put, behind those of the units before it.
func (c *consolidation) amount(unit string, role resolution.Role, asks []keyed, room *[]taken) amount {
	out := amount{unit: unit}
	first := len(*room)
	for i := range asks { // each is large
		k := &asks[i]
		o, ok := c.answers.get(unit, k.key)
		if !ok {
			out.lacking = append(out.lacking, k.Ask)
			continue
		}
		switch o.Answer {
		case returns.Given:
			out.given++
			out.value = out.value.Add(o.Value)
		case returns.Pending:
			out.pending++
		case returns.Nil:
		case returns.Blank, returns.Faulty: // answers.get does not return them
		}
		*room = append(*room, taken{o, role, k.Line})
	}
	out.taken = slices.Clip((*room)[first:])
	return out
}

// input gathers what the units answered to one input of a measure.
func (c *consolidation) input(m *resolution.Measure, role resolution.Role) (inputTotal, bool) {
	return c.inputAs(m, role, role)
}

// inputAs is input, where the input plays another role in the figure.
func (c *consolidation) inputAs(m *resolution.Measure, asked, role resolution.Role) (inputTotal, bool) {
	owner, in := c.plan.Input(m, asked)
	if in == nil {
		return inputTotal{}, false
	}
	t := inputTotal{role: role, owner: owner, input: in}
	if in.Const != nil || in.Of != "" {
		t.amounts = []amount{c.fromPlan(owner, in, role)}
		return t, true
	}
	var cells []keyed
	for _, a := range asks(owner, in) {
		cells = append(cells, keyed{a, a.Key()})
	}
	owners := c.plan.Owners(resolution.Ask{Measure: owner, Role: in.Role})
	t.amounts = slices.Grow(t.amounts, len(owners))
	room := make([]taken, 0, len(owners)*len(cells))
	for _, u := range owners {
		t.amounts = append(t.amounts, c.amount(u, role, cells, &room))
	}
	if owner.Method.Facts().OneFigure {
		t.amounts = oneFigure(t.amounts)
	}
	return t, true
}

// byUnit finds the amount of a unit.
func (t inputTotal) byUnit() map[string]*amount {
	found := make(map[string]*amount, len(t.amounts))
	for i := range t.amounts {
		found[t.amounts[i].unit] = &t.amounts[i]
	}
	return found
}

// oneFigure leaves one amount of a value that several units own, with all their
// answers as its sources, once each of them has reported it: they agree by then, or
// the answers would not be usable.
func oneFigure(amounts []amount) []amount {
	if len(amounts) > 1 && !slices.ContainsFunc(amounts, func(a amount) bool { return !a.settled() }) {
		one := amounts[0]
		for _, other := range amounts[1:] {
			one.taken = append(one.taken, other.taken...)
		}
		return []amount{one}
	}
	return amounts
}

// inputs gathers the required inputs of a measure.
func (c *consolidation) inputs(m *resolution.Measure) []inputTotal {
	var out []inputTotal
	take := func(m *resolution.Measure, asked, role resolution.Role) {
		if t, ok := c.inputAs(m, asked, role); ok {
			out = append(out, t)
		}
	}
	for _, in := range m.Inputs {
		if in.Role != resolution.RoleEvidence {
			take(m, in.Role, in.Role)
		}
	}
	for _, id := range m.Of {
		if other := c.plan.Measure(id); other != nil && other.ID != m.ID {
			for _, part := range m.Method.Facts().Parts {
				take(other, part.Asked, part.As)
			}
		}
	}
	return out
}

// gathered is everything known about a measure before it is judged.
type gathered struct {
	inputs  []inputTotal
	owners  []string                    // units that own a required input, in the plan's order
	lacking map[string][]resolution.Ask // what an owner has not answered
	untaken []*resolution.Input         // figures of other measures that are not known
	pending []string                    // owners that have no result yet
	nils    []string                    // owners that answered nothing but "không phát sinh"
}

func (c *consolidation) gather(m *resolution.Measure) gathered {
	g := gathered{inputs: c.inputs(m), lacking: map[string][]resolution.Ask{}}
	type standing struct {
		pending bool
		own     bool // owns an input that is not of another part of a share
		number  bool // answered one of those with more than "không phát sinh"
	}
	owners := map[string]*standing{}
	for _, t := range g.inputs {
		for i := range t.amounts {
			a := &t.amounts[i]
			if a.unit == "" { // of the plan: nobody owes it
				if !a.settled() {
					g.untaken = append(g.untaken, t.input)
				}
				continue
			}
			o := owners[a.unit]
			if o == nil {
				o = &standing{}
				owners[a.unit] = o
			}
			o.pending = o.pending || a.pending > 0
			if t.role != resolution.RoleOthers {
				o.own = true
				o.number = o.number || !a.none()
			}
			for _, k := range a.lacking {
				twice := func(have resolution.Ask) bool { return have.Key() == k.Key() }
				if !slices.ContainsFunc(g.lacking[a.unit], twice) {
					g.lacking[a.unit] = append(g.lacking[a.unit], k)
				}
			}
		}
	}
	for i := range c.plan.Units {
		unit := c.plan.Units[i].ID
		o := owners[unit]
		if o == nil {
			continue
		}
		g.owners = append(g.owners, unit)
		if o.pending && len(g.lacking[unit]) == 0 {
			g.pending = append(g.pending, unit)
		}
		if o.own && !o.number {
			g.nils = append(g.nils, unit)
		}
	}
	return g
}

// arrived reports that every owner has answered everything, and that what other
// measures give is known.
func (g gathered) arrived() bool {
	return len(g.lacking) == 0 && len(g.untaken) == 0 && (len(g.owners) > 0 || len(g.inputs) > 0)
}

// total adds one role up.
func (g gathered) total(role resolution.Role) (sum quantity.Number) {
	for _, t := range g.inputs {
		if t.role == role {
			for _, a := range t.amounts {
				sum = sum.Add(a.value)
			}
		}
	}
	return sum
}

// none tells that every owner's answer to a role was "không phát sinh".
func (g gathered) none(role resolution.Role) bool {
	return !slices.ContainsFunc(g.inputs, func(t inputTotal) bool {
		return t.role == role && slices.ContainsFunc(t.amounts, func(a amount) bool { return !a.none() })
	})
}

// totals are the sums of the roles for which at least one number arrived or
// every owner answered.
func (g gathered) totals() []Total {
	var out []Total
	for _, t := range g.inputs {
		if t.role.InWords() || slices.ContainsFunc(out, func(have Total) bool { return have.Role == t.role }) {
			continue
		}
		some, all := false, true
		for _, other := range g.inputs {
			for _, a := range other.amounts {
				if other.role == t.role {
					some = some || a.given > 0
					all = all && a.settled()
				}
			}
		}
		if some || all {
			out = append(out, Total{t.role, g.total(t.role)})
		}
	}
	return out
}

// neverFalls reports that no amount given so far is negative and none may be, so that later
// answers can only add.
func (g gathered) neverFalls() bool {
	for _, t := range g.inputs {
		if t.input != nil && t.input.Negative {
			return false
		}
		for _, a := range t.amounts {
			for _, k := range a.taken {
				if k.Value.Sign() < 0 {
					return false
				}
			}
		}
	}
	return true
}

func (g gathered) sources() []Source { return sources(g.inputs...) }

func (t inputTotal) sources() []Source { return sources(t) }

// sources are the answers that went into inputs, in their order.
func sources(inputs ...inputTotal) (all []Source) {
	n := 0
	for _, t := range inputs {
		for i := range t.amounts {
			n += len(t.amounts[i].taken)
		}
	}
	all = slices.Grow(all, n)
	for _, t := range inputs {
		for i := range t.amounts {
			for _, k := range t.amounts[i].taken {
				all = append(all, Source{*k.Observation, k.role, k.line})
			}
		}
	}
	return all
}
