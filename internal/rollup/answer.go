package rollup

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// answers makes a report the return of a unit: its totals answer what the unit is asked.
func (r *Report) answers(w terms, unit string) (returns.Return, []diag.Problem) {
	p := w.plan
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
	t := &taking{Report: r, terms: w, unit: unit, known: map[string]*diag.Problem{}}
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
	terms
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
	if t.unchecked > 0 {
		t.problems = append(t.problems, diag.New("B965", t.At(), diag.Args{"count": t.unchecked}).ForUnit(t.unit))
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
	m := t.of(t.Report, a.Measure, t.unit)
	if m == nil {
		if m = t.elsewhere(t.Report, a.Measure); m == nil {
			return o, false
		}
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
	if notAdded(a.Measure) {
		o.Answer, o.Value, o.Estimate = returns.Given, *m.Judged, m.Estimate && !t.plan.Report.Estimate
		return o, true
	}
	total, _, none := t.amount(a, m)
	if none {
		o.Answer, o.Behind = returns.Nil, total.Behind
		return o, true
	}
	o.Answer, o.Value, o.At, o.Behind = returns.Given, total.Value, total.At, total.Behind
	o.Estimate = m.Estimate && !t.plan.Report.Estimate
	return o, true
}

// amount is what answers an ask, or why nothing does; none tells that there was nothing to
// count.
func (t *taking) amount(a resolution.Ask, m *Measure) (total Total, problem *diag.Problem, none bool) {
	if total, problem = t.total(a, m); problem != nil {
		return total, problem, false
	}
	if a.Line > 0 {
		line := m.lineOf(a)
		total.Behind = line.Behind
		if line.Value == nil {
			return total, nil, true
		}
		total.Value = *line.Value
	}
	if total, problem = t.converted(a, total); problem == nil {
		problem = t.figure(a, m, total)
	}
	return total, problem, false
}

// faulty looks at a measure once for all that is asked of it.
func (t *taking) faulty(of *resolution.Measure, m *Measure) bool {
	if m.disputed {
		return true
	}
	if problem, looked := t.known[of.ID]; looked {
		return problem != nil
	}
	t.name(m, of)
	problem := t.wrong(of, m)
	if problem == nil && !m.Nothing && !notAdded(of) { // a numerator without its denominator is no answer
		for _, a := range t.plan.Asks(t.unit) {
			if a.Measure != of || !a.Required {
				continue
			}
			if _, problem, _ = t.amount(a, m); problem != nil {
				break
			}
		}
	}
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
	case of.Method.ByOffice(), notAdded(of) && m.Method != of.Method:
		p = diag.New("B832", m.At, diag.Args{"measure": of.ID, "name": of.Name})
	case m.Method != "" && m.Method.Facts().Method == "":
		p = diag.New("B963", m.At, diag.Args{"measure": of.ID, "name": of.Name,
			"method": viet.Excerpt(string(m.Method))})
	case m != t.of(t.Report, of, t.unit):
		p = diag.New("B962", m.At, diag.Args{"measure": of.ID, "name": of.Name, "id": m.ID, "unit": t.unit})
	case !t.same(of, m, t.unit):
		if other := t.elsewhere(t.Report, of); other != nil {
			p = diag.New("B962", other.At, diag.Args{"measure": of.ID, "name": of.Name, "id": other.ID, "unit": t.unit})
			break
		}
		p = diag.New("B813", m.At, diag.Args{"measure": of.ID, "now": named(of.Name, of.Unit), "id": m.ID,
			"was": named(m.Name, m.Unit)})
	case !m.Nothing && m.Judged == nil && !m.fromNone():
		p = diag.New("B815", m.At, diag.Args{"measure": of.ID, "name": of.Name})
	case !m.Nothing && len(m.Totals) == 0 && !notAdded(of):
		p = diag.New("B814", m.At, diag.Args{"measure": of.ID, "name": of.Name, "figure": m.shown()})
	case !m.Complete:
		p = diag.New("B815", m.At, diag.Args{"measure": of.ID, "name": of.Name})
	default:
		return cmp.Or(m.otherMethod(of), m.agree(of), t.otherBasis(of, m, t.unit), m.otherLines(of))
	}
	return &p
}

// notAdded reports a measure of one committee alone: days and places come to nothing together.
func notAdded(of *resolution.Measure) bool {
	facts := of.Method.Facts()
	return facts.Place || facts.IsDay
}

// otherLines tells where a total is not made of the amounts that are asked for: none may be
// lost, and none taken for another.
func (m *Measure) otherLines(of *resolution.Measure) *diag.Problem {
	for i := range of.Inputs {
		in := &of.Inputs[i]
		lines := m.Lines[in.Role]
		if len(in.Lines) == 0 || m.Nothing || in.SameAs != "" {
			continue
		}
		if lines == nil {
			p := diag.New("B831", m.At, diag.Args{"measure": of.ID, "name": of.Name, "total": m.shown(),
				"count": len(in.Lines), "lines": listed(in.Lines)})
			return &p
		}
		var theirs []string
		for k, l := range lines {
			theirs = append(theirs, cmp.Or(l.Label, strconv.Itoa(k+1)))
		}
		alike := len(lines) == len(in.Lines)
		for k, label := range in.Lines {
			alike = alike && m.lineOf(resolution.Ask{Role: in.Role, Line: k + 1, Label: label}) != nil
		}
		if !alike {
			p := diag.New("B830", m.At, diag.Args{"measure": of.ID, "name": of.Name, "now": listed(in.Lines),
				"was": listed(theirs)})
			return &p
		}
	}
	return nil
}

func listed(labels []string) string {
	var all []string
	for _, l := range labels {
		all = append(all, "«"+viet.Excerpt(l)+"»")
	}
	return strings.Join(all, ", ")
}

// lineOf is the amount that an ask of an input with lines is about: the one with its label,
// or where the report does not say their labels the one in its place; nil for none.
func (m *Measure) lineOf(a resolution.Ask) *Line {
	lines := m.Lines[a.Role]
	for i := range lines {
		if l := &lines[i]; l.Label == "" && i == a.Line-1 || l.Label != "" && result.SameName(l.Label, a.Label) {
			return l
		}
	}
	return nil
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
	if a.Kind != resolution.AskNumber {
		p := diag.New("B966", m.At, diag.Args{"measure": a.Measure.ID, "name": a.Measure.Name})
		return total, &p
	}
	if has && role == a.Role {
		if p := t.otherInput(&a, m, total, t.unit); p != nil {
			return total, p
		}
	}
	sign, _, _ := strings.Cut(total.Unit, " ") // PhuLuc says "% (tỷ trọng)"
	stated := has && a.Measure.Method == resolution.Share && quantity.Attached(sign)
	if stated || m.shares() || t.shares(a.Measure) {
		p := diag.New("B835", m.At, diag.Args{"measure": a.Measure.ID, "name": a.Measure.Name, "figure": m.shown()})
		return total, &p
	}
	if others := t.others(a.Measure, m, t.unit); !has && len(others) > 0 {
		p := diag.New("B960", m.At, diag.Args{"measure": a.Measure.ID, "name": a.Measure.Name,
			"was": strings.Join(others, "», «"), "now": a.Label})
		return total, &p
	}
	percent := total.Known && quantity.Attached(sign)
	if !has || percent || m.Method.Facts().Place || m.Method.Facts().IsDay {
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

// shares is that of a workbook, which does not say of a part what the others are: all
// parts together are 100.
func (t *taking) shares(of *resolution.Measure) bool {
	whole := quantity.Number{}
	for _, id := range of.Of {
		m := t.of(t.Report, t.plan.Measure(id), t.unit)
		if m == nil || of.Method != resolution.Share || t.Kind > Workbook {
			return false
		}
		t.name(m, t.plan.Measure(id))
		whole = whole.Add(m.Totals[resolution.RoleValue].Value)
	}
	return whole.Equal(quantity.Int(100))
}

// converted is a total in the unit of measurement that is asked for.
func (t *taking) converted(a resolution.Ask, total Total) (Total, *diag.Problem) {
	want := viet.Fold(a.Unit)
	stated := diag.Say("rollup.unit.stated", diag.Args{"unit": total.Unit})
	if !total.Known {
		stated = diag.Say("rollup.unit.unsaid", nil)
		if !quantity.IsScaled(want) {
			return total, nil // a count of what the label says; older() tells of it
		}
	} else if viet.Fold(total.Unit) == want {
		t.outlier(a, total)
		return total, nil
	} else if factor, ok := quantity.Factor(viet.Fold(total.Unit), want); ok {
		said := t.likened(t.terms.plan.Rollup.LikenedFor(a.Measure.ID, t.unit), total.Unit)
		if !said && !t.usual(resolution.Key(a.Measure.ID, a.Role), total.Unit, a.Unit) {
			p := diag.New("B969", total.At, diag.Args{"measure": a.Measure.ID, "label": a.Label, "unit": total.Unit,
				"want": a.Unit, "value": total.Value.Exact(), "as": total.Value.Mul(factor).Exact()})
			return total, &p
		}
		pair := [2]string{total.Unit, a.Unit}
		if !said && !slices.Contains(t.changed[pair], a.Measure.ID) {
			t.changed[pair] = append(t.changed[pair], a.Measure.ID)
		}
		total.Value = total.Value.Mul(factor)
		return total, nil
	}
	p := diag.New("B816", total.At, diag.Args{"label": a.Label, "unit": stated, "want": a.Unit})
	return total, &p
}

// outlier tells, once, of a unit of measurement in which most others do not tell an input.
func (t *taking) outlier(a resolution.Ask, total Total) {
	key := resolution.Key(a.Measure.ID, a.Role)
	other, count := t.alone(key, total.Unit)
	if _, told := t.known[key]; told || count == 0 {
		return
	}
	t.known[key] = nil
	t.problems = append(t.problems, diag.New("B972", total.At, diag.Args{"measure": a.Measure.ID, "label": a.Label,
		"value": total.Value.Exact(), "unit": total.Unit, "count": count, "other": other}).
		ForUnit(t.unit).ForMeasure(a.Measure.ID))
}

// figure looks at the number itself.
func (t *taking) figure(a resolution.Ask, m *Measure, total Total) *diag.Problem {
	if total.Value.Sign() < 0 && !a.BelowZero() {
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
	w := termsOf(p, reports)
	problems = hold(w, reports)
	for _, r := range reports {
		if r.Kind == Print {
			ret, problem := beside(r, reports)
			all, problems = append(all, ret), append(problems, problem...)
			continue
		}
		if ofOld(p, r) {
			continue
		}
		ret, more := r.answers(w, r.Unit)
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
	more, others := former(w, reports, all)
	return append(all, more...), slices.Concat(problems, others, w.converts(), outside(reports))
}

// beside is the return of a file without data. It is for people where the committee's figures
// came in another file; its words are known to be of the same report only where that file
// says so by its content.
func beside(r *Report, reports []*Report) (ret returns.Return, problems []diag.Problem) {
	ret = returns.Return{File: r.File, SHA256: r.SHA256, Unit: r.Unit, Status: returns.StatusDuplicate, Lower: true}
	var figures *Report
	owned, worded := false, false
	for _, other := range reports {
		if other.Kind == Print || other.Unit != r.Unit || other.Former != r.Former {
			continue
		}
		owned = owned || slices.ContainsFunc(other.Outputs, func(o result.Output) bool {
			return slices.Contains(append(r.began, r.SHA256), strings.ToLower(o.SHA256))
		})
		worded = worded || other.Kind == Paper && len(other.told) > 0
		if figures == nil || other.Kind > figures.Kind {
			figures = other
		}
	}
	if !owned {
		worded = worded || len(r.told) == 0 // then nothing is lost
		r.told = nil
	}
	if r.refused {
		ret.Status = returns.StatusUnreadable
		return ret, nil
	}
	why, cure := diag.Say("rollup.print.unsure", diag.Args{"why": r.pages.unsure}), diag.Say("rollup.cure.compare", nil)
	switch {
	case figures == nil:
		ret.Status = returns.StatusUnreadable
		return ret, []diag.Problem{diag.New("B807", r.At(), nil).ForUnit(r.Unit)}
	case r.pages.unsure.IsZero() && (owned || worded || !r.agrees): // where it does not agree is told
		return ret, nil
	case r.pages.unsure.IsZero():
		why, cure = diag.Say("rollup.print.agrees", nil), diag.Say("rollup.cure.words", nil)
	}
	r.doubted = true
	return ret, []diag.Problem{diag.New("B834", figures.At(), diag.Args{"file": r.File, "why": why, "cure": cure}).
		ForUnit(r.Unit).See(r.At())}
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
		if a.report.Draft && !b.report.Draft && repeats(a.ret, b.ret) && b.report.Kind >= a.report.Kind {
			return true // it was issued as it had been drafted
		}
		return b.report.Kind > a.report.Kind && (repeats(a.ret, b.ret) || sameReport(a.report, b.report))
	})
}

// sameReport reports that one file has nothing but the figures of another, which tells more:
// people send PhuLuc and SoLieu along, in which some totals are not. Of what they dispute
// neither counts.
func sameReport(a, b *Report) bool {
	some := false
	for id, m := range a.Measures { // all of them
		if m.Judged == nil {
			continue
		}
		other := b.Measures[id]
		if other == nil || other.Judged == nil {
			return false
		}
		if _, is := a.unlikeIn(m, other); is && !(m.disputed && other.disputed) {
			return false
		}
		some = true
	}
	return some && a.sameTime(b)
}

// OwnerOf is the report that says by content that a file was made with it; nil for none.
func OwnerOf(sha string, reports []*Report) *Report {
	for _, r := range reports {
		if slices.ContainsFunc(r.Outputs, func(o result.Output) bool { return strings.EqualFold(o.SHA256, sha) }) {
			return r
		}
	}
	return nil
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
