package rollup

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// terms tell whether what a report carries is what the plan asks for: by the words of
// both, or because the office has said so.
type terms struct {
	plan *resolution.Plan

	// called are the names, by the id in the reports, of measures that are not called as the
	// plan's. Where the office says no more than that a measure has this id below, it is
	// believed while all reports mean one thing by it.
	called map[string][]string

	// units are who tells an input in which unit of measurement, by the input's key: those that
	// most do not use are a slip until the office has said otherwise.
	units map[string]map[string]map[string]bool

	changed map[[2]string][]string // units of measurement that were converted, from and to: of which measures
}

func termsOf(p *resolution.Plan, reports []*Report) terms {
	w := terms{plan: p, called: map[string][]string{}, units: map[string]map[string]map[string]bool{},
		changed: map[[2]string][]string{}}
	for _, of := range p.Measures() {
		for _, r := range reports {
			id := p.Rollup.LowerID(of.ID, r.Unit)
			m := r.Measures[id]
			if m != nil && r.otherPeriod(p) == "" {
				w.note(of, m, cmp.Or(r.Unit, r.Former))
			}
			if id == of.ID && p.Rollup.LikenedFor(of.ID, r.Unit) == nil || m == nil || r.otherPeriod(p) != "" ||
				w.ours(of, m) {
				continue
			}
			key := called(of.ID, id)
			if name := withoutNumbers(m.Name); !slices.Contains(w.called[key], name) {
				w.called[key] = append(w.called[key], name)
			}
		}
	}
	return w
}

// note takes down in which units of measurement a committee tells the inputs of a measure.
func (w terms) note(of *resolution.Measure, m *Measure, who string) {
	add := func(role resolution.Role, t Total) {
		key, unit := resolution.Key(of.ID, role), unitKey(t.Unit)
		if !t.Known {
			return
		}
		if w.units[key] == nil {
			w.units[key] = map[string]map[string]bool{}
		}
		if w.units[key][unit] == nil {
			w.units[key][unit] = map[string]bool{}
		}
		w.units[key][unit][who] = true
	}
	for role, t := range m.Totals { // each by itself
		add(role, t)
	}
	if role, amount := of.Formula().Total(); amount && m.labelled == nil && len(m.Totals) == 0 {
		add(role, Total{Unit: m.Unit, Known: true}) // of a workbook
	}
	for i := range of.Inputs {
		_, in := w.plan.Input(of, of.Inputs[i].Role)
		for _, t := range m.labelled {
			if in != nil && w.alike(t.Label, in.Label) {
				add(of.Inputs[i].Role, t)
			}
		}
	}
}

// usual reports a unit of measurement in which most committees tell an input, though another
// was asked for, and in which it may be: what is counted one by one comes in no thousands.
func (w terms) usual(key, unit, want string) bool {
	others := 0
	for other, who := range w.units[key] { // a sum
		if other != unitKey(unit) {
			others += len(who)
		}
	}
	return !quantity.IsCounted(viet.Fold(want)) && len(w.units[key][unitKey(unit)]) > others
}

// alone is the unit of measurement in which most others tell an input that a committee tells in
// the one that was asked for; "" where it is not alone with it.
func (w terms) alone(key, unit string) (other string, count int) {
	for said, who := range w.units[key] { // the most of them, which is one
		factor, ok := quantity.Factor(viet.Fold(said), viet.Fold(unit))
		if ok && !factor.Equal(quantity.Int(1)) && len(who) > 2*len(w.units[key][unitKey(unit)]) &&
			(len(who) > count || len(who) == count && said < other) {
			other, count = said, len(who)
		}
	}
	return other, count
}

// converts tells which units of measurement were converted, each pair once.
func (w terms) converts() (problems []diag.Problem) {
	var pairs [][2]string
	for pair := range w.changed { // sorted below
		pairs = append(pairs, pair)
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for _, pair := range pairs {
		problems = append(problems, diag.New("B970", diag.Position{File: resolution.RollupFile}, diag.Args{
			"unit": pair[0], "want": pair[1], "measures": strings.Join(w.changed[pair], ", ")}))
	}
	return problems
}

// unitKey is a unit of measurement without capitals and breaks.
func unitKey(unit string) string { return strings.ToLower(viet.Tidy(unit)) }

func called(of, lower string) string { return of + " " + lower }

// withoutNumbers is a name without its numbers: PhuLuc prints the promise for it, and each
// commune promises another figure.
func withoutNumbers(name string) string {
	return strings.Join(strings.FieldsFunc(viet.Fold(name), func(r rune) bool {
		return r == ' ' || r >= '0' && r <= '9'
	}), " ")
}

// of is a report's measure for one of the plan's: that which the office names, unless the
// report has it under its own number after all. nil for none.
func (w terms) of(r *Report, of *resolution.Measure, unit string) *Measure {
	id := w.plan.Rollup.LowerID(of.ID, unit)
	m := r.Measures[id]
	if own := r.Measures[of.ID]; id != of.ID && own != nil && w.ours(of, own) && (m == nil || !w.same(of, m, unit)) {
		return own
	}
	return m
}

// same reports that a measure of a report is what the plan's measure asks for.
func (w terms) same(of *resolution.Measure, m *Measure, unit string) bool {
	if w.ours(of, m) {
		return true
	}
	like := w.plan.Rollup.LikenedFor(of.ID, unit)
	switch {
	case like == nil || like.Lower == "" && like.Same == nil || like.Lower != "" && like.Lower != m.ID:
		return false
	case like.Same != nil:
		return slices.ContainsFunc(m.names(), func(name string) bool { return w.likened(like, name) })
	}
	return len(w.called[called(of.ID, m.ID)]) < 2
}

// ours reports that a measure is called as the plan's, and in its unit of measurement.
func (w terms) ours(of *resolution.Measure, m *Measure) bool {
	if viet.Fold(m.Unit) != viet.Fold(of.Unit) {
		return false
	}
	return slices.ContainsFunc(m.names(), func(name string) bool {
		return w.alike(name, of.Name) || m.single && w.alike(name, indicatorText(w.plan, of))
	})
}

// elsewhere is the one measure of a report that is called as the plan's and has another
// number than is looked for; nil for none.
func (w terms) elsewhere(r *Report, of *resolution.Measure) (found *Measure) {
	for _, m := range r.inOrder() {
		if !w.ours(of, m) {
			continue
		}
		if found != nil {
			return nil
		}
		found = m
	}
	return found
}

func (m *Measure) names() []string {
	if m.single && m.heading != m.Name {
		return []string{m.Name, m.heading}
	}
	return []string{m.Name}
}

func indicatorText(p *resolution.Plan, m *resolution.Measure) string {
	if i := p.Indicator(m.Indicator); i != nil && len(i.Measures) == 1 {
		return i.Text
	}
	return m.Name
}

// alike reports two texts that say the same: but for capitals, punctuation, the year of
// both and, where one was typed without them, accents. Another year is another thing:
// prices of 2010 are none of 2020.
func (w terms) alike(a, b string) bool {
	a, b = w.timeless(a), w.timeless(b)
	if a == b {
		return true
	}
	bare := a == viet.Fold(a) || b == viet.Fold(b)
	return bare && viet.Fold(a) == viet.Fold(b)
}

func (w terms) timeless(s string) string {
	year := w.plan.Resolution.Year
	s = " " + viet.Spelling(s) + " "
	for _, said := range []string{viet.Spelling(resolution.Period{}.In(year)), strconv.Itoa(year)} {
		s = strings.ReplaceAll(s, " "+said+" ", " ")
	}
	return strings.TrimSpace(s)
}

// likened reports a text that the office has said is the same.
func (w terms) likened(like *resolution.Likened, text string) bool {
	return like != nil && slices.ContainsFunc(like.Same, func(same string) bool { return w.alike(same, text) })
}

// otherBasis tells of a figure that was measured by something else than the plan's.
func (w terms) otherBasis(of *resolution.Measure, m *Measure, unit string) *diag.Problem {
	_, want, _ := of.Current(w.plan.On())
	was := m.Basis
	if m.noted != nil { // an annex has it among its remarks
		if want == "" || viet.HasPhrase(viet.Fold(*m.noted), viet.Fold(want)) {
			return nil
		}
		was = ""
	}
	said := func(basis string) diag.Message {
		if basis == "" {
			return diag.Say("rollup.unit.unsaid", nil)
		}
		return diag.Say("rollup.unit.stated", diag.Args{"unit": viet.Excerpt(basis)})
	}
	like := w.plan.Rollup.LikenedFor(of.ID, unit)
	if w.alike(was, want) || w.likened(like, was) || was == "" && w.likened(like, said("").In(diag.Vi)) {
		return nil
	}
	p := diag.New("B961", m.At, diag.Args{"measure": of.ID, "name": of.Name, "was": said(was), "now": said(want)})
	return &p
}

// otherInput tells of a total that is one of something else than is asked for.
func (w terms) otherInput(a *resolution.Ask, m *Measure, total Total, unit string) *diag.Problem {
	want := a.Label
	if owner, in := w.plan.Input(a.Measure, a.Role); in != nil && a.Line > 0 {
		want = in.Label
		if want == "" {
			want = owner.Name
		}
	}
	self := func(text, name string) bool { return text == "" || w.alike(text, name) }
	switch like := w.plan.Rollup.LikenedFor(a.Measure.ID, unit); {
	case total.Label == "", w.alike(total.Label, want), w.likened(like, total.Label):
		return nil
	case self(want, a.Measure.Name) && slices.ContainsFunc(m.names(), func(n string) bool {
		return self(total.Label, n)
	}):
		return nil // each is the measure itself, which was looked at before
	}
	p := diag.New("B960", total.At, diag.Args{"measure": a.Measure.ID, "name": a.Measure.Name, "was": total.Label,
		"now": want})
	return &p
}

// comparable reports that a figure may stand beside others of a measure, though it may lack
// what is needed to add it: it is of the same things, of all of them, and no estimate beside
// results.
func (w terms) comparable(of *resolution.Measure, m *Measure, unit string) bool {
	if m.disputed || !w.same(of, m, unit) || w.otherBasis(of, m, unit) != nil || !m.Complete ||
		m.Estimate && !w.plan.Report.Estimate {
		return false
	}
	if len(w.others(of, m, unit)) > 0 {
		return false
	}
	for role, total := range m.Totals { // each by itself
		a := resolution.Ask{Measure: of, Role: role}
		if _, in := w.plan.Input(of, role); in != nil {
			a.Label = in.Label
			if w.otherInput(&a, m, total, unit) != nil {
				return false
			}
		}
	}
	return true
}

// others are the labels of a workbook's totals that are none of the measure's inputs.
func (w terms) others(of *resolution.Measure, m *Measure, unit string) (labels []string) {
	like := w.plan.Rollup.LikenedFor(of.ID, unit)
	for _, total := range m.labelled {
		if !w.likened(like, total.Label) && !slices.ContainsFunc(of.Inputs, func(in resolution.Input) bool {
			_, asked := w.plan.Input(of, in.Role)
			return asked != nil && w.alike(total.Label, asked.Label)
		}) {
			labels = append(labels, viet.Excerpt(total.Label))
		}
	}
	return labels
}
