package rollup

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// inOrder are the measures by their ids.
func (r *Report) inOrder() []*Measure {
	var all []*Measure
	for _, m := range r.Measures { // sorted below
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b *Measure) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// divided reports a figure that was rounded to the measure's decimals.
func (m *Measure) divided() bool {
	return m.Method.Divided() || m.Actual != nil && !m.Actual.Equal(*m.Judged)
}

// shown is the figure as the annex prints it.
func (m *Measure) shown() string {
	switch {
	case m.Judged == nil:
		return "-"
	case m.Method.Facts().IsDay:
		return resolution.Day(*m.Judged).Short()
	case m.divided():
		return m.Judged.Table(m.Decimals)
	}
	const all = 20
	return m.Judged.Table(m.Judged.Decimals(all))
}

// otherMethod tells of a figure that is said to be computed in another way than asked for, of
// totals with which that cannot be done: one of the two was changed. Who counts how many units
// reach something has the totals of a ratio.
func (m *Measure) otherMethod(of *resolution.Measure) *diag.Problem {
	asked := of.Formula()
	facts := m.Method.Facts()
	if m.Method == "" || m.Method == of.Method || facts.Counted || asked == nil {
		return nil
	}
	has := func(f *resolution.Formula) bool {
		return f != nil && !slices.ContainsFunc(f.Roles(), func(role resolution.Role) bool {
			_, has := m.Totals[role]
			return !has
		})
	}
	if !has(asked) || has(facts.Formula) {
		return nil
	}
	p := diag.New("B968", m.At, diag.Args{"measure": of.ID, "name": of.Name, "was": string(m.Method),
		"now": string(of.Method)})
	return &p
}

// agree holds a figure of a report against the totals that it says it was computed of,
// and these against what is behind them.
func (m *Measure) agree(of *resolution.Measure) *diag.Problem {
	for _, role := range rolesOf(m) {
		t := m.Totals[role]
		for _, sum := range []*quantity.Number{t.sum, lineSum(m.Lines[role])} {
			if sum != nil && !role.InWords() && sum.Plain() != t.Value.Plain() {
				p := diag.New("B812", t.At, diag.Args{"measure": m.ID, "name": m.Name,
					"label": cmp.Or(t.Label, string(role)), "total": t.Value.Exact(), "sum": sum.Exact()})
				return &p
			}
		}
	}
	f, divided := of.Formula(), of.Divided()
	if m.Method != "" && m.Method != of.Method { // below it may be one office's value, here a sum
		facts := m.Method.Facts()
		f, divided = facts.Formula, m.Method.Divided()
		if divided && !facts.Counted {
			return nil // per how many, and in which unit, stands in their plan
		}
	}
	if f == nil || m.Actual == nil || m.Judged == nil {
		return nil
	}
	for _, role := range f.Roles() {
		if _, has := m.Totals[role]; !has {
			return nil // nothing to compute with
		}
	}
	if role, amount := f.Total(); amount {
		t := m.Totals[role]
		if t.Known && t.Unit != "" && m.Unit != "" && !sameUnit(t.Unit, m.Unit) && !sameUnit(m.Unit, t.Unit) &&
			!m.Method.Facts().IsDay {
			p := diag.New("B971", t.At, diag.Args{"measure": m.ID, "name": m.Name, "unit": m.Unit, "total": t.Unit})
			return &p
		}
	}
	exact, ok := f.Compute(func(role resolution.Role) quantity.Number { return m.Totals[role].Value })
	rounded := exact.Round(m.Decimals).Equal(*m.Judged) || exact.Cut(m.Decimals).Equal(*m.Judged) ||
		exact.Equal(*m.Judged)
	if divided && m.Exact != "" {
		rounded = rounded || withinStep(exact, *m.Judged, m.Decimals)
	}
	if !divided {
		rounded = exact.Equal(*m.Judged)
	}
	if ok && rounded && (m.Exact == "" || exact.Plain() == m.Exact) {
		return nil
	}
	said := "?"
	if ok {
		said = exact.Round(max(m.Decimals, 2)).Exact()
	}
	p := diag.New("B811", m.At, diag.Args{"measure": m.ID, "name": m.Name, "figure": m.shown(), "computed": said})
	return &p
}

// lineSum is what the lines of an input come to; nil without any.
func lineSum(lines []Line) *quantity.Number {
	if lines == nil {
		return nil
	}
	sum := quantity.Number{}
	for _, l := range lines {
		if l.Value != nil {
			sum = sum.Add(*l.Value)
		}
	}
	return &sum
}

// withinStep reports a figure that rounding kept off 0 or 100: it is the next one.
func withinStep(exact, judged quantity.Number, decimals int) bool {
	hundred := quantity.Int(100)
	near := exact.Round(decimals)
	if near.Sign() != 0 && !near.Abs().Equal(hundred) {
		return false
	}
	return exact.Sub(judged).Abs().Cmp(quantity.Decimal(1, decimals)) <= 0
}

func rolesOf(m *Measure) (all []resolution.Role) {
	for role := range m.Totals { // sorted below
		all = append(all, role)
	}
	slices.Sort(all)
	return all
}

func (r *Report) anyDisputed() bool {
	return slices.ContainsFunc(r.inOrder(), func(m *Measure) bool { return m.disputed })
}

// outside compares what a result says of the files made with it, by content, with those
// that came under their names from the same committee.
func outside(reports []*Report) (problems []diag.Problem) {
	named := map[[2]string][]*Report{} // by committee and name
	for _, r := range reports {
		key := [2]string{cmp.Or(r.Former, r.Unit), strings.ToLower(path.Base(r.File))}
		named[key] = append(named[key], r)
	}
	for _, r := range reports {
		for _, o := range r.Outputs {
			for _, other := range named[[2]string{cmp.Or(r.Former, r.Unit), strings.ToLower(o.Name)}] {
				if other.doubted || slices.Contains(append(other.began, other.SHA256), strings.ToLower(o.SHA256)) {
					continue
				}
				how, cure := diag.Say("rollup.content.other", nil), diag.Say("rollup.cure.issued", nil)
				if other.agrees || other.Kind != Print && sameReport(other, r) && !other.anyDisputed() {
					how, cure = diag.Say("rollup.content.agrees", nil), diag.Say("rollup.cure.saved", nil)
				}
				problems = append(problems, diag.New("B821", r.At(), diag.Args{"name": o.Name, "file": other.File,
					"how": how, "cure": cure}).ForUnit(r.Unit).See(other.At()))
			}
		}
	}
	return problems
}
