package rollup

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// FormerOf is the name of a committee that was, which a report's issuer names, or its path
// where it does not say who issued it; "" for none. The longest name counts.
func FormerOf(p *resolution.Plan, r *Report) (found string) {
	is := func(name string) bool { return viet.EndsIn(r.Issuer, name) }
	if r.Issuer == "" {
		folded := viet.Fold(below(r.File))
		is = func(name string) bool { return viet.HasPhrase(folded, viet.Fold(name)) }
	}
	for _, c := range p.Rollup.Changes {
		for _, name := range c.From {
			if p.Unit(name) == nil && is(name) && len(name) > len(found) {
				found = name
			}
		}
	}
	return found
}

// below is a path below the drop folder, without its ending.
func below(file string) string {
	_, rest, _ := strings.Cut(file, "/")
	return strings.TrimSuffix(rest, path.Ext(rest))
}

// ofOld reports a report of a committee as it was before a change of territory.
func ofOld(p *resolution.Plan, r *Report) bool {
	return r.Former != "" || slices.ContainsFunc(p.Rollup.Changes, func(c resolution.Change) bool {
		return slices.Contains(c.From, r.Unit)
	})
}

// former adds up the reports of committees that have become one, and says what cannot be
// done with those of one that was divided. sent are the returns of the units that are.
func former(w terms, reports []*Report, sent []returns.Return) (
	all []returns.Return, problems []diag.Problem) {
	p := w.plan
	for _, c := range p.Rollup.Changes {
		var these []*Report
		for _, r := range reports {
			if slices.Contains(c.From, cmp.Or(r.Former, r.Unit)) {
				these = append(these, r)
			}
		}
		if len(these) == 0 {
			continue
		}
		if c.Divides() {
			for _, r := range these {
				name := nameOf(p, cmp.Or(r.Former, r.Unit))
				problems = append(problems, diag.New("B822", r.At(), diag.Args{"name": name,
					"units": unitNames(p, c.To), "date": c.Date.Short()}))
				all = append(all, returns.Return{File: r.File, SHA256: r.SHA256, Status: returns.StatusUnknown,
					Lower: true})
			}
			continue
		}
		one, more := merged(w, c, these, reports, sent)
		all, problems = append(all, one...), append(problems, more...)
	}
	return all, problems
}

func unitNames(p *resolution.Plan, ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, p.Unit(id).Name)
	}
	return strings.Join(names, ", ")
}

// merged is the return of a unit as the sum of those that became it. Where it sent its
// own, that counts.
func merged(w terms, c resolution.Change, these, reports []*Report, sent []returns.Return) (
	all []returns.Return, problems []diag.Problem) {
	p, unit := w.plan, c.To[0]
	own := slices.ContainsFunc(sent, func(r returns.Return) bool { return r.Unit == unit && len(r.Observations) > 0 })
	aside := func(as returns.Status) {
		for _, r := range these {
			all = append(all, returns.Return{File: r.File, SHA256: r.SHA256, Unit: unit, Status: as, Lower: true})
		}
	}
	at := diag.Position{File: resolution.RollupFile, Line: c.Line} // a file that is set aside has no problems
	if own {
		aside(returns.StatusReplaced)
		for _, r := range these {
			problems = append(problems, diag.New("B824", at, diag.Args{"name": r.Former, "unit": p.Unit(unit).Name,
				"date": c.Date.Short()}).ForUnit(unit).See(r.At()))
		}
		return all, problems
	}
	var parts []returns.Return
	var names, lacking []string
	for _, name := range c.From {
		part, more, found := partOf(w, unit, name, reports)
		problems = append(problems, more...)
		if !found {
			lacking = append(lacking, nameOf(p, name))
			continue
		}
		parts, names = append(parts, part), append(names, nameOf(p, name))
	}
	if len(lacking) > 0 || len(parts) < len(c.From) {
		aside(returns.StatusFaulty)
		if len(lacking) > 0 {
			problems = append(problems, diag.New("B823", at, diag.Args{"unit": p.Unit(unit).Name,
				"lacking": strings.Join(lacking, ", "), "date": c.Date.Short()}).ForUnit(unit).See(these[0].At()))
		}
		return all, problems
	}
	whole := returns.Return{File: parts[0].File, SHA256: parts[0].SHA256, Unit: unit, Status: returns.StatusAccepted,
		Lower: true}
	for _, a := range p.Asks(unit) {
		if !a.Required {
			continue
		}
		o := added(a, parts, names)
		o.Unit = unit
		whole.Observations = append(whole.Observations, o)
	}
	for _, r := range these {
		if r.File != whole.File {
			all = append(all, returns.Return{File: r.File, SHA256: r.SHA256, Unit: unit, Status: returns.StatusAccepted,
				Lower: true})
		}
	}
	problem := diag.New("B825", diag.Position{File: whole.File}, diag.Args{"unit": p.Unit(unit).Name,
		"names": strings.Join(names, ", "), "date": c.Date.Short()}).ForUnit(unit)
	return append(all, whole), append(problems, problem)
}

// nameOf is the name of a committee that was, or of a unit that goes on.
func nameOf(p *resolution.Plan, name string) string {
	if u := p.Unit(name); u != nil {
		return u.Name
	}
	return name
}

// partOf is what one of those that became a unit has sent.
func partOf(w terms, unit, name string, reports []*Report) (
	part returns.Return, problems []diag.Problem, found bool) {
	var of []reply
	for _, r := range reports {
		if cmp.Or(r.Former, r.Unit) == name {
			ret, more := r.answers(w, unit)
			if ret.Status != returns.StatusOtherPeriod {
				of = append(of, reply{r, ret, more})
			}
		}
	}
	slices.SortStableFunc(of, func(a, b reply) int { return cmp.Compare(b.report.Kind, a.report.Kind) })
	for _, x := range of[min(1, len(of)):] {
		lesser := x.report.Kind < of[0].report.Kind && sameReport(x.report, of[0].report)
		if !lesser && !repeats(x.ret, of[0].ret) {
			problems = append(problems, diag.New("B828", x.report.At(), diag.Args{"name": nameOf(w.plan, name),
				"other": of[0].report.File}).ForUnit(unit).See(of[0].report.At()))
		}
	}
	if len(of) == 0 {
		return part, nil, false
	}
	if len(problems) > 0 {
		return of[0].ret, problems, false
	}
	return of[0].ret, of[0].problems, true
}

// added is the sum of the parts' answers. One that is lacking or cannot be used makes
// the sum so.
func added(a resolution.Ask, parts []returns.Return, names []string) returns.Observation {
	sum := returns.Observation{Key: a.Key(), Measure: a.Measure.ID, How: returns.ByReport, Answer: returns.Nil}
	total := quantity.Number{}
	for i, part := range parts {
		o := returns.FindAnswer(part.Observations, a.Key())
		if sum.At.File == "" {
			sum.At = o.At
		}
		if o.Answer != returns.Given && o.Answer != returns.Nil || notAdded(a.Measure) {
			return returns.Observation{Key: a.Key(), Measure: a.Measure.ID, How: returns.ByReport,
				Answer: returns.Faulty, At: cmp.Or(o.At, diag.Position{File: part.File})}
		}
		value := o.Said().Vi
		if o.Answer == returns.Given {
			sum.Answer, value = returns.Given, o.Value.Plain()
			total = total.Add(o.Value)
		}
		sum.Estimate = sum.Estimate || o.Estimate
		sum.Behind = append(sum.Behind, returns.Origin{Unit: names[i], At: o.At, Value: value, Behind: o.Behind})
	}
	if sum.Answer == returns.Given {
		sum.Value = total
	}
	return sum
}
