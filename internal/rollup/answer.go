package rollup

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// answers makes a report the return of a unit: its totals answer what the unit is asked.
func (r *Report) answers(p *resolution.Plan, unit string) (returns.Return, []diag.Problem) {
	ret := returns.Return{File: r.File, SHA256: r.SHA256, Unit: unit, Status: returns.StatusAccepted,
		Lower: true}
	if problem := r.unfit(p); problem != nil {
		ret.Status = returns.StatusFaulty
		return ret, []diag.Problem{problem.ForUnit(unit)}
	}
	if other := r.otherPeriod(p); other != "" {
		ret.Status, ret.OtherPeriod = returns.StatusOtherPeriod, other
		return ret, nil
	}
	t := &taking{Report: r, plan: p, unit: unit, known: map[string]*diag.Problem{}}
	for _, a := range p.Asks(unit) {
		if !a.Required {
			continue
		}
		if o, ok := t.take(a); ok {
			ret.Observations = append(ret.Observations, o)
			if o.Answer == returns.Faulty {
				ret.Status = returns.StatusFaulty
			}
		}
	}
	t.remarks()
	return ret, t.problems
}

// unfit tells why nothing of a report counts.
func (r *Report) unfit(p *resolution.Plan) *diag.Problem {
	if r.Illustrative && !p.Report.Illustrative {
		problem := diag.New("B819", r.At(), nil)
		return &problem
	}
	return nil
}

// otherPeriod is the time that a report is about, where it is not the plan's.
func (r *Report) otherPeriod(p *resolution.Plan) string {
	of, known := resolution.ParsePeriod(r.Period)
	if !known && r.Period != "" {
		return viet.Excerpt(r.Period)
	}
	if r.Year == p.Resolution.Year && of == p.Report.Period {
		return ""
	}
	return of.In(r.Year)
}

// taking is a report on its way to be a return.
type taking struct {
	*Report
	plan     *resolution.Plan
	unit     string
	problems []diag.Problem
	known    map[string]*diag.Problem // what is wrong with a measure, looked at once; nil for nothing
}

// remarks tells of the report as a whole.
func (t *taking) remarks() {
	if t.Draft && !t.plan.Report.Draft {
		t.problems = append(t.problems, diag.New("B818", t.At(), nil).ForUnit(t.unit))
	}
	if t.Open > 0 {
		t.problems = append(t.problems, diag.New("B820", t.At(), nil).ForUnit(t.unit))
	}
	if len(t.lacks) > 0 {
		var vi, en []string
		for _, l := range t.lacks {
			vi, en = append(vi, l.In(diag.Vi)), append(en, l.In(diag.En))
		}
		t.problems = append(t.problems, diag.New("B817", t.At(), diag.Args{"lacks": diag.Text{
			Vi: strings.Join(vi, "; "), En: strings.Join(en, "; ")}}).ForUnit(t.unit))
	}
}

// take answers one ask; ok is false where the report has nothing of its measure.
func (t *taking) take(a resolution.Ask) (o returns.Observation, ok bool) {
	m := t.Measures[lowerID(t.plan, a.Measure)]
	if m == nil {
		return o, false
	}
	o = returns.Observation{Unit: t.unit, Key: a.Key(), Measure: a.Measure.ID, At: m.At, How: returns.ByReport,
		Answer: returns.Faulty}
	if t.faulty(a.Measure, m) {
		return o, true
	}
	if m.Nothing {
		o.Answer = returns.Nil
		return o, true
	}
	total, problem := t.total(a, m)
	if problem == nil {
		total, problem = t.converted(a, m, total)
	}
	if problem == nil {
		problem = t.figure(a, m, total)
	}
	if problem != nil {
		t.problems = append(t.problems, problem.ForUnit(t.unit).ForMeasure(a.Measure.ID))
		return o, true
	}
	o.Answer, o.Value, o.At, o.Behind = returns.Given, total.Value, total.At, total.Behind
	o.Estimate = m.Estimate && !t.plan.Report.Estimate
	return o, true
}

// faulty looks at a measure once for all that is asked of it.
func (t *taking) faulty(of *resolution.Measure, m *Measure) bool {
	if problem, looked := t.known[of.ID]; looked {
		return problem != nil
	}
	t.name(t.plan, m, of)
	problem := t.wrong(of, m)
	t.known[of.ID] = problem
	if problem != nil {
		t.problems = append(t.problems, problem.ForUnit(t.unit).ForMeasure(of.ID))
	}
	return problem != nil
}

// wrong tells why nothing of a measure counts; nil for nothing.
func (t *taking) wrong(of *resolution.Measure, m *Measure) *diag.Problem {
	var p diag.Problem
	switch {
	case !same(t.plan, of, m):
		p = diag.New("B813", m.At, diag.Args{"measure": of.ID, "now": named(of.Name, of.Unit), "id": m.ID,
			"was": named(m.Name, m.Unit)})
	case !m.Nothing && m.Judged == nil && !of.Method.ByOffice() && !m.fromNone():
		p = diag.New("B815", m.At, diag.Args{"measure": of.ID, "name": of.Name})
	case !m.Nothing && len(m.Totals) == 0:
		p = diag.New("B814", m.At, diag.Args{"measure": of.ID, "name": of.Name, "figure": m.shown()})
	case !m.Complete:
		p = diag.New("B815", m.At, diag.Args{"measure": of.ID, "name": of.Name})
	default:
		return m.agree(of)
	}
	return &p
}

// fromNone reports a change from nothing: it has no figure, and its totals are whole. What
// else has none is lacking, or contradicts itself.
func (m *Measure) fromNone() bool {
	facts := m.Method.Facts()
	base, has := m.Totals[facts.Base]
	_, also := m.Totals[facts.Compared]
	return facts.Years && has && also && base.Value.Sign() == 0
}

func named(name, unit string) string {
	if unit == "" {
		return name
	}
	return name + " (" + unit + ")"
}

// counted are the roles of a measure of method "each", where the higher committee asks
// for a ratio: who satisfies it, of all.
var counted = map[resolution.Role]resolution.Role{resolution.RoleNumerator: resolution.RoleSatisfying,
	resolution.RoleDenominator: resolution.RoleAsked}

// total is the sum that an ask is about.
func (t *taking) total(a resolution.Ask, m *Measure) (Total, *diag.Problem) {
	role := a.Role
	if other, is := counted[role]; is && m.Method == resolution.Each && a.Measure.Method == resolution.Ratio {
		role = other
	}
	total, has := m.Totals[role]
	if n, lined := m.Lines[resolution.LastInput{Role: role, Line: a.Line}]; a.Line > 0 {
		total.Value, has, total.Behind = n, has && lined, nil
	}
	sign, _, _ := strings.Cut(total.Unit, " ") // PhuLuc says "% (tỷ trọng)"
	percent := total.Known && quantity.Attached(sign) || m.shares()
	if !has || percent || a.Kind != resolution.AskNumber || m.Method.Facts().Place || m.Method.Facts().IsDay {
		p := diag.New("B814", m.At, diag.Args{"measure": a.Measure.ID, "name": a.Measure.Name, "figure": m.shown()})
		return total, &p
	}
	return total, nil
}

// shares reports parts of a whole that were answered as shares, whatever was asked for.
func (m *Measure) shares() bool {
	return m.Method == resolution.Share && m.Totals[resolution.RoleValue].Value.
		Add(m.Totals[resolution.RoleOthers].Value).Equal(quantity.Int(100))
}

// converted is a total in the unit of measurement that is asked for.
func (t *taking) converted(a resolution.Ask, m *Measure, total Total) (Total, *diag.Problem) {
	want := viet.Fold(a.Unit)
	stated := diag.Say("rollup.unit.stated", diag.Args{"unit": total.Unit})
	if !total.Known {
		stated = diag.Say("rollup.unit.unsaid", nil)
		if !quantity.IsScaled(want) {
			return total, nil // a count of what the label says; older() tells of it
		}
	} else if viet.Fold(total.Unit) == want {
		return total, nil
	} else if factor, ok := quantity.Factor(viet.Fold(total.Unit), want); ok {
		total.Value = total.Value.Mul(factor)
		return total, nil
	}
	p := diag.New("B816", total.At, diag.Args{"label": a.Label, "unit": stated, "want": a.Unit})
	return total, &p
}

// figure looks at the number itself.
func (t *taking) figure(a resolution.Ask, m *Measure, total Total) *diag.Problem {
	if total.Value.Sign() < 0 {
		p := diag.New("B308", total.At, diag.Args{"found": total.Value.Exact(), "label": a.Label})
		return &p
	}
	if a.Whole && !total.Value.IsInt() {
		p := diag.New("B826", total.At, diag.Args{"label": a.Label, "value": total.Value.Exact()})
		return &p
	}
	if m.Estimate && !t.plan.Report.Estimate && !t.plan.TakesEstimate(t.unit, a.Key()) {
		p := diag.New("B827", m.At, diag.Args{"label": a.Label, "value": total.Value.Exact(),
			"unit": t.unit})
		return &p
	}
	return nil
}

// repeats reports that all a return answers another answers alike.
func repeats(a, b returns.Return) bool {
	some := false
	for _, o := range a.Observations {
		if o.Answer == returns.Faulty {
			return false
		}
		other := returns.FindAnswer(b.Observations, o.Key)
		if other.Key == "" || !o.Agrees(other) || o.Estimate != other.Estimate {
			return false
		}
		some = true
	}
	return some
}

// Returns makes reports the returns of the plan's units. Several files of one report are
// one return: that which tells the most of where its figures come from.
func Returns(p *resolution.Plan, reports []*Report) (all []returns.Return, problems []diag.Problem) {
	var made []reply
	for _, r := range reports {
		if ofOld(p, r) {
			continue
		}
		ret, more := r.answers(p, r.Unit)
		ret.Corrects = replaced(r, reports)
		made = append(made, reply{r, ret, more})
	}
	of := map[string][]int{} // by unit
	for i, m := range made {
		of[m.ret.Unit] = append(of[m.ret.Unit], i)
	}
	for i := range made {
		if twin(made, of[made[i].ret.Unit], i) {
			made[i].ret.Status, made[i].ret.Observations, made[i].problems = returns.StatusDuplicate, nil, nil
		}
		all = append(all, made[i].ret)
		problems = append(problems, made[i].problems...)
	}
	more, others := former(p, reports, all)
	return append(all, more...), append(append(problems, others...), outside(reports)...)
}

// reply is a return with the report it was made of.
type reply struct {
	report   *Report
	ret      returns.Return
	problems []diag.Problem
}

// twin reports a return that says nothing but what another of its unit says, which tells
// more of where it comes from.
func twin(made []reply, of []int, i int) bool {
	a := made[i]
	return slices.ContainsFunc(of, func(k int) bool {
		b := made[k]
		return b.report.Kind > a.report.Kind && (repeats(a.ret, b.ret) || sameReport(a.report, b.report))
	})
}

// sameReport reports that one file has the very figures of another, which tells more:
// people send PhuLuc and SoLieu along, in which some totals are not.
func sameReport(a, b *Report) bool {
	some := false
	for id, m := range a.Measures { // all of them
		if m.Judged == nil {
			continue
		}
		other := b.Measures[id]
		if other == nil || other.Judged == nil || !other.Judged.Equal(*m.Judged) {
			return false
		}
		some = true
	}
	return some && a.Year == b.Year && cmp.Or(a.Period, "nam") == cmp.Or(b.Period, "nam")
}

// replaced is the SHA-256 of the report that one says it takes the place of.
func replaced(r *Report, all []*Report) string {
	if r.Replaces.Number == "" {
		return ""
	}
	day := ""
	if r.Replaces.Date != nil {
		day = *r.Replaces.Date
	}
	for _, other := range all {
		if other != r && other.Unit == r.Unit && other.Former == r.Former && other.Number == r.Replaces.Number &&
			(day == "" || !other.Date.IsZero() && other.Date.ISO() == day) {
			return other.SHA256
		}
	}
	return ""
}
