package assess

import (
	"slices"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// What single units reach, and what the plan itself puts into a figure.

// parts is what was gathered, by unit.
type parts map[string][]part

// part is what one unit answered in a role.
type part struct {
	role resolution.Role
	*amount
}

func (g gathered) parts() parts {
	all := parts{}
	for _, t := range g.inputs {
		for i := range t.amounts {
			a := &t.amounts[i]
			all[a.unit] = append(all[a.unit], part{t.role, a})
		}
	}
	return all
}

// count adds to what was gathered how many units there are and how many of them
// satisfy the measure's "each"; failing are those that do not.
func (g gathered) count(m *resolution.Measure, p *resolution.Plan) (counted gathered, failing []string) {
	all := g.parts()
	for _, unit := range g.owners {
		if !all.satisfies(m, unit) {
			failing = append(failing, unit)
		}
	}
	number := func(role resolution.Role, n int) inputTotal {
		return inputTotal{role: role, owner: m, input: &resolution.Input{Role: role},
			amounts: []amount{{value: quantity.Int(int64(n)), given: 1}}}
	}
	counted = g
	counted.inputs = append(slices.Clone(g.inputs),
		number(resolution.RoleSatisfying, len(g.owners)-len(failing)), number(resolution.RoleAsked, len(g.owners)))
	return counted, failing
}

// satisfies reports that a unit reaches what each is to: it answers yes, or its
// own figure is what the plan says. Who has none of it does not.
func (all parts) satisfies(m *resolution.Measure, unit string) bool {
	if m.Each == nil {
		yes := func(k taken) bool { return k.Answer == returns.Given && k.Text == resolution.SayYes }
		return slices.ContainsFunc(all[unit], func(x part) bool { return slices.ContainsFunc(x.taken, yes) })
	}
	exact, ok := all.own(m, unit)
	if !ok {
		return false
	}
	judged := exact
	if m.Own().Divisor() != nil {
		judged = m.Figure(*m.Each, exact)
	}
	v := m.Each.Judge(exact, judged)
	return v == resolution.Met || v == resolution.Exceeded
}

// own is the figure of one unit alone; ok is false while it has not answered in
// full, and where there is nothing to divide by.
func (all parts) own(m *resolution.Measure, unit string) (exact quantity.Number, ok bool) {
	f := m.Own()
	complete := f != nil
	for _, role := range f.Roles() {
		settled := func(x part) bool { return x.role == role && x.settled() }
		complete = complete && slices.ContainsFunc(all[unit], settled)
	}
	if !complete {
		return exact, false
	}
	return f.Compute(func(role resolution.Role) (sum quantity.Number) {
		for _, x := range all[unit] {
			if x.role == role {
				sum = sum.Add(x.value)
			}
		}
		return sum
	})
}

// estimating are the units of which an answer is an estimate. One figure that several
// reported is one amount.
func (g gathered) estimating() map[string]bool {
	all := map[string]bool{}
	for _, t := range g.inputs {
		for i := range t.amounts {
			for _, k := range t.amounts[i].taken {
				if k.Estimate {
					all[k.Unit] = true
				}
			}
		}
	}
	return all
}

// assigned are the figures of the units that have targets of their own, and of
// the others too where the plan wants the measure shown by units.
func (c *consolidation) assigned(m *resolution.Measure, g gathered) []Assigned {
	var all []Assigned
	units := m.Assigned
	if m.UnitTable && units == nil {
		target := resolution.Target{Kind: resolution.InfoOnly}
		if m.Each != nil {
			target = *m.Each
		}
		for _, u := range m.From {
			units = append(units, resolution.Assigned{Unit: u, Target: target})
		}
	}
	if len(units) == 0 {
		return nil
	}
	answered, estimating := g.parts(), g.estimating()
	for _, a := range units {
		out := Assigned{Unit: a.Unit, Target: a.Target, Verdict: resolution.NoData,
			Estimate: estimating[a.Unit]}
		if exact, ok := answered.own(m, a.Unit); ok {
			judged := exact
			if m.OwnDivided() {
				judged = m.Figure(a.Target, exact)
			}
			out.Actual, out.Verdict = &judged, a.Target.Judge(exact, judged)
		} else if _, lacks := g.lacking[a.Unit]; !lacks {
			out.Verdict = resolution.Unassessed
		}
		if !c.plan.Report.Period.IsYear() && a.Target.Kind != resolution.InfoOnly {
			out.Verdict = resolution.NotDue // single units have targets of the year only
		}
		all = append(all, out)
	}
	return all
}

// fromPlan is an input that nobody is asked for: a constant, or the figure of
// another measure, which is not known before judging.
func (c *consolidation) fromPlan(m *resolution.Measure, in *resolution.Input, role resolution.Role) amount {
	o := returns.Observation{Measure: m.ID, Key: resolution.Key(m.ID, in.Role), Answer: returns.Given}
	found := true
	switch {
	case in.Const != nil:
		o.How, o.Value, o.Note = returns.ByConstant, *in.Const, in.Source
	case in.LastYear:
		o.How, o.Measure = returns.ByMeasure, in.Of
		o.Value, found = c.last.Figure(in.Of)
		if of := c.plan.Measure(in.Of); !found && of.Previous != nil {
			o.Value, found = *of.Previous, true
		}
	case !c.judging, c.answers.unusable[ask{key: o.Key}]:
		found = false
	default:
		o.How, o.Measure = returns.ByMeasure, in.Of
		if of := c.measure(c.plan.Measure(in.Of)); of.Actual != nil {
			o.Value, o.Estimate = *of.Actual, of.Estimate
		} else {
			found = false
		}
	}
	if !found {
		return amount{lacking: []resolution.Ask{{Measure: c.plan.Measure(in.Of), Role: role, Label: in.Label}}}
	}
	return amount{value: o.Value, given: 1, taken: []taken{{&o, role, 0}}}
}

// failing says which units do not satisfy what each of them was to; it stays in the office.
func (c *consolidation) failing(m *Measure) {
	if len(m.Failing) > 0 {
		m.Reason = diag.Say("annex.reason.failing",
			diag.Args{"reason": m.Reason, "units": c.unitNames(m.Failing), "count": counted(len(m.Failing))})
	}
}
