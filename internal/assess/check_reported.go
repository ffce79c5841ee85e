package assess

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Whether figures agree with those of the reports of other parts of the year. Those
// are only compared with: each report is made of what was sent for it.

// eachRunning calls f with each amount that came of what adds up in the course of a
// year. isSure is false where it may be a state instead, which rises and falls.
func (c *consolidation) eachRunning(f func(m *resolution.Measure, t inputTotal, a amount, isSure bool)) {
	if len(c.reported) == 0 {
		return
	}
	for _, m := range c.plan.Measures() {
		for i := range m.Inputs {
			in := &m.Inputs[i]
			runs, isSure := running(m, in)
			if !runs || !in.Asked() || in.SameAs != "" {
				continue
			}
			t, ok := c.input(m, in.Role)
			for _, a := range t.amounts {
				if ok && a.given > 0 && a.settled() {
					f(m, t, a, isSure)
				}
			}
		}
	}
}

// running tells whether what an input counts adds up in the course of a year.
func running(m *resolution.Measure, in *resolution.Input) (runs, isSure bool) {
	facts := m.Method.Facts()
	unit := viet.Fold(in.Unit)
	event := unit == "ca" || // but not "cá nhân", which folds alike
		slices.ContainsFunc(events, func(e string) bool { return unit == e || strings.HasPrefix(unit, e+" ") })
	switch {
	case in.Role.InWords(), strings.ContainsAny(in.Unit, "%‰/"), facts.Place, facts.IsDay:
		return false, false // a rate, an average, a place
	case in.Role == resolution.RoleValue && m.Method.Amount():
		return event || !m.IsToFall(), true
	case facts.Falls && (in.Role == facts.Compared || in.Role == facts.Base):
		return event, true // else what is to become less in the course of the year
	case facts.Years && (in.Role == facts.Compared || in.Role == facts.Base):
		return true, true
	case facts.OnTopOf && in.Role == facts.Compared:
		return true, true
	case facts.PartOfBase && (in.Role == facts.Compared || in.Role == facts.Base):
		return true, event
	}
	return false, false
}

// events are the units of measurement of what happens, one after the other.
var events = []string{"vu", "luot", "cuoc", "buoi", "dot", "ca mac", "ca benh", "suat", "ho so", "truong hop"}

// reportedOf is what a unit answered to an input for another report; ok is false
// where it did not answer all of it with numbers.
func reportedOf(r resolution.Reported, m *resolution.Measure, t inputTotal, unit string) (
	sum quantity.Number, ok bool) {
	for _, a := range asks(m, t.input) {
		n, ok := r.Said.Input(unit, a)
		if !ok {
			return sum, false
		}
		sum = sum.Add(n)
	}
	return sum, true
}

// belowReported: of what adds up in the course of a year there is no less than was
// reported of a part of the same months. Of what may be a state, no less than half.
func (c *consolidation) belowReported() {
	c.eachRunning(func(m *resolution.Measure, t inputTotal, a amount, isSure bool) {
		var most quantity.Number
		var of resolution.Period
		for _, r := range c.reported {
			n, ok := reportedOf(r, m, t, a.unit)
			if ok && r.Period.Within(c.plan.Report.Period) && n.Cmp(most) > 0 {
				most, of = n, r.Period
			}
		}
		least := most
		if !isSure {
			least, _ = most.Quo(quantity.Int(2))
		}
		if a.value.Cmp(least) >= 0 || t.input.Negative { // what was gained may have been lost since
			return
		}
		sources := a.sources()
		if confirmed(sources) {
			return
		}
		for _, s := range sources {
			c.answers.unusable[ask{s.Unit, s.Key}] = true
		}
		year := c.plan.Resolution.Year
		p := diag.New("B445", sources[0].At, diag.Args{"label": t.input.Label, "unit": c.unitName(a.unit),
			"value": numberText(a.value), "was": numberText(most), "want": c.plan.PeriodText(),
			"period": diag.Text{Vi: of.In(year), En: of.EnIn(year)}}).ForUnit(a.unit).ForMeasure(m.ID)
		c.report(c.asking(p.See(resultOf(of)), sources, c.confirming(sources)))
	})
}

// resultOf is where the result of another part of the year lies.
func resultOf(p resolution.Period) diag.Position {
	return diag.Position{File: "2-bao-cao/" + p.ResultFile()}
}

// unlikeParts: where all parts of the months were reported one by one, such as four
// quarters, they add up to the whole.
func (c *consolidation) unlikeParts() {
	first, last := c.plan.Report.Period.Months()
	c.eachRunning(func(m *resolution.Measure, t inputTotal, a amount, isSure bool) {
		if !isSure || confirmed(a.sources()) {
			return
		}
		for _, parts := range c.partsOf(first, last) {
			var sum quantity.Number
			var vi, en []string
			whole := true
			for _, r := range parts {
				n, ok := reportedOf(r, m, t, a.unit)
				whole = whole && ok
				sum = sum.Add(n)
				vi, en = append(vi, r.Period.Vi()), append(en, r.Period.En())
			}
			if whole && !sum.Equal(a.value) {
				p := diag.New("B446", a.taken[0].At, diag.Args{"label": t.input.Label, "unit": c.unitName(a.unit),
					"value": numberText(a.value), "sum": numberText(sum), "want": c.plan.PeriodText(),
					"periods": diag.Text{Vi: strings.Join(vi, " + "), En: strings.Join(en, " + ")}}).
					ForUnit(a.unit).ForMeasure(m.ID)
				for _, r := range parts {
					p = p.See(resultOf(r.Period))
				}
				c.report(p)
				return
			}
		}
	})
}

// partsOf are the ways in which reported parts of the year follow each other from
// one month to another.
func (c *consolidation) partsOf(first, last int) [][]resolution.Reported {
	var all [][]resolution.Reported
	for _, r := range c.reported {
		from, to := r.Period.Months()
		switch {
		case from != first || to > last || r.Period == c.plan.Report.Period:
		case to == last:
			all = append(all, []resolution.Reported{r})
		default:
			for _, rest := range c.partsOf(to+1, last) {
				all = append(all, append([]resolution.Reported{r}, rest...))
			}
		}
	}
	return all
}

// sumUpOtherPeriods tells once of the files of other parts of the year whose units
// have sent all for this one too, in words where those files have some; and of what
// was used for its own report, while its unit owes for this one.
func (c *consolidation) sumUpOtherPeriods() {
	owing, narrated, summed := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, u := range c.annex.Units {
		owing[u.ID] = u.Owing()
	}
	for _, m := range c.annex.Remarks {
		narrated[m.Unit] = true
	}
	for _, r := range c.answers.returns {
		used := !r.Undated && r.SentFor != diag.Text{}
		if !owing[r.Unit] {
			used = len(r.Remarks) == 0 || narrated[r.Unit]
		}
		summed[r.File] = used && r.Status == returns.StatusOtherPeriod
	}
	count, units := 0, map[string]bool{}
	c.problems = slices.DeleteFunc(c.problems, func(p diag.Problem) bool {
		if p.Entry().Counted != diag.AsTold || !summed[p.At.File] {
			return false
		}
		count++
		units[p.Unit] = true
		return true
	})
	if count > 0 {
		c.report(diag.New("B448", diag.Position{}, diag.Args{"count": counted(count), "units": counted(len(units)),
			"want": c.plan.PeriodText()}))
	}
}
