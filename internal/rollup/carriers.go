package rollup

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/viet"
)

// hold holds the files that came of one report against each other: what is printed or stands
// in the annex against the data. A figure of which they do not say the same is nobody's: it is
// told with both places, and taken from neither. Two files of one kind are two reports, of
// which settle tells.
func hold(w terms, reports []*Report) (problems []diag.Problem) {
	of := map[[2]string][]*Report{} // by committee
	for _, r := range reports {
		if r.Unit != "" || r.Former != "" {
			key := [2]string{r.Unit, r.Former}
			of[key] = append(of[key], r)
		}
	}
	for _, r := range reports { // in their order
		for _, other := range of[[2]string{r.Unit, r.Former}] {
			if r.Kind != Print && r.Kind < other.Kind && r.sameTime(other) && !ordered(r, other, reports) {
				problems = append(problems, w.disputes(r, other, r.unlike(other))...)
			}
		}
		if r.Kind == Print {
			problems = append(problems, w.heldPages(r, of[[2]string{r.Unit, r.Former}], reports)...)
		}
	}
	return problems
}

// heldPages holds the pages of a file without data against each report that came beside it:
// one of them is to be what they show.
func (w terms) heldPages(r *Report, beside, reports []*Report) (problems []diag.Problem) {
	type found struct {
		in *Report
		at []unlike
	}
	var all []found
	unsure := r.pages.unsure
	for _, other := range beside {
		if other.Kind == Print || ordered(r, other, reports) {
			continue
		}
		if why, is := other.foreign(r.pages); is {
			unsure = why
			continue
		}
		at, whole := append(other.against(r.pages), other.parts(r.pages)...), true
		if !other.inAnnex(r.pages) { // by choice, or since its page is gone
			at, whole = other.bySentences(r.pages)
		}
		switch {
		case len(at) > 0:
			all = append(all, found{other, at})
		case !whole:
			unsure = diag.Say("rollup.why.no-print", nil)
			if !r.pages.unsure.IsZero() {
				unsure = r.pages.unsure
			}
		default:
			r.agrees = r.pages.unsure.IsZero()
			return nil
		}
	}
	for _, f := range all {
		problems = append(problems, w.disputes(r, f.in, f.at)...)
	}
	if r.pages.unsure = unsure; len(problems) > 0 {
		r.pages.unsure = diag.Message{} // more is known
	}
	return problems
}

// disputes tells where two files differ in what is asked, and marks it as nobody's.
func (w terms) disputes(lesser, of *Report, all []unlike) (problems []diag.Problem) {
	p, unit := w.plan, of.Unit
	for _, c := range p.Rollup.Changes {
		if unit == "" && slices.Contains(c.From, of.Former) {
			unit = c.To[0]
		}
	}
	asked := map[*Measure]*resolution.Measure{}
	for _, m := range p.Measures() {
		lower := w.of(of, m, unit)
		if lower == nil {
			lower = w.elsewhere(of, m)
		}
		if lower != nil && asked[lower] == nil {
			asked[lower] = m
		}
	}
	for _, u := range all {
		m := asked[u.measure]
		if m == nil {
			continue
		}
		u.measure.disputed = true
		if other := lesser.Measures[u.measure.ID]; other != nil {
			other.disputed = true
		}
		if u.at.File == "" {
			u.at = lesser.At()
		}
		problem := diag.New("B967", u.of, diag.Args{"measure": m.ID, "name": m.Name, "what": u.what,
			"a": u.shows, "first": lesser.File, "b": u.data, "second": of.File}).ForUnit(unit).ForMeasure(m.ID).
			See(u.at)
		problems = append(problems, problem)
	}
	return problems
}

// sameTime reports two files that are about one and the same part of a year.
func (r *Report) sameTime(other *Report) bool {
	return r.Year == other.Year && r.period() == other.period()
}

// ordered reports two files of which one says that it comes after the other.
func ordered(a, b *Report, reports []*Report) bool {
	of := func(r *Report) *returns.Return {
		return &returns.Return{File: r.File, SHA256: r.SHA256, Corrects: replaced(r, reports)}
	}
	return settle.Later(of(a), of(b)) || settle.Later(of(b), of(a))
}

// unlike are the figures of which another file, that tells more, says otherwise.
func (r *Report) unlike(other *Report) (all []unlike) {
	for _, o := range other.inOrder() {
		if m := r.Measures[o.ID]; m != nil {
			if u, is := r.unlikeIn(m, o); is {
				all = append(all, u)
			}
		}
	}
	return all
}

// unlikeIn is the first thing in which a measure of a file is not the same as in another, that
// tells more.
func (r *Report) unlikeIn(m, other *Measure) (u unlike, is bool) {
	u = unlike{measure: other, at: m.At, of: other.At}
	said := func(what diag.Message, shows, data string) (unlike, bool) {
		u.what, u.shows, u.data = what, shows, data
		return u, true
	}
	if m.Method != "" && m.Method != other.Method {
		return said(diag.Say("rollup.what.method", nil), string(m.Method), string(other.Method))
	}
	day := other.Method.Facts().IsDay && m.Method == "" // a workbook has no number there
	if !day && !r.leavesOut(other) && (m.Judged == nil) != (other.Judged == nil) ||
		m.Judged != nil && other.Judged != nil && !m.Judged.Equal(*other.Judged) {
		return said(diag.Say("rollup.what.figure", nil), m.shown(), other.shown())
	}
	if letters(m.Unit) != letters(other.Unit) {
		return said(diag.Say("rollup.what.unit", nil), m.Unit, other.Unit)
	}
	if m.Method != "" && m.Estimate != other.Estimate {
		kind := func(estimate bool) string {
			if estimate {
				return "estimate = true"
			}
			return "estimate = false"
		}
		return said(diag.Say("rollup.what.kind", nil), kind(m.Estimate), kind(other.Estimate))
	}
	for _, role := range rolesOf(other) {
		t := other.Totals[role]
		shown := r.totalsOf(m.ID, t.Label)
		if own, has := m.Totals[role]; has && m.labelled == nil {
			shown = []Total{own}
		}
		if len(shown) == 0 && other.Method.Divided() && len(m.operands) == len(other.Totals) {
			shown = m.operands // SoLieu does not say which is which
		}
		if len(shown) == 0 {
			continue
		}
		u.at, u.of = shown[0].At, t.At
		if !slices.ContainsFunc(shown, func(o Total) bool { return o.Value.Equal(t.Value) }) {
			var values []string
			for _, o := range shown {
				values = append(values, o.Value.Exact())
			}
			return said(t.called(other), strings.Join(values, " | "), t.Value.Exact())
		}
		if t.Known && !slices.ContainsFunc(shown, func(o Total) bool {
			return !o.Known || o.Value.Equal(t.Value) && sameUnit(o.Unit, t.Unit)
		}) {
			return said(diag.Say("rollup.what.unit-of", diag.Args{"label": t.called(other)}), shown[0].Unit, t.Unit)
		}
	}
	return u, false
}

// sameUnit reports units of measurement that are the same: "người" and "đảng viên" are, a unit
// and a thousand of it are not. PhuLuc says of one what it is of: "% (tỷ trọng)".
func sameUnit(a, b string) bool {
	a, b = viet.Tidy(a), viet.Tidy(b)
	long, short := viet.Fold(a), viet.Fold(b)
	if factor, ok := quantity.Factor(long, short); ok {
		return factor.Equal(quantity.Int(1))
	}
	return short != "" && strings.HasPrefix(long+" ", short+" ") || b != "" && strings.HasPrefix(a, b+" ")
}
