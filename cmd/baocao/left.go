package main

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// left tells in a line what a person still has to get, decide, write or look at
// before the report may leave the office; "" for nothing. What is counted in one
// part is not counted in another. A report that was made earlier tells it too.
func (o *output) left(r *result.Result) string {
	var parts []string
	tell := func(key string, count int, which []string) {
		if count > 0 {
			args := diag.Args{"count": count, "which": app.Few(which)}
			parts = append(parts, diag.Say(key, args).In(o.lang))
		}
	}
	owing, names := 0, map[string]string{}
	for _, u := range r.Units {
		names[u.ID] = u.Name
		if len(u.Owes) > 0 {
			owing++
		}
	}
	silent, errors, warnings, wording, estimates := 0, 0, []string{}, []string{}, []string{}
	for _, p := range r.Problems {
		grave := p.Grave()
		switch e, _ := diag.Lookup(p.Code); {
		case e.Counted == diag.AsOwed && grave == diag.Warning: // words alone
			silent++
		case e.Counted == diag.AsWording:
			wording = append(wording, value(p.File))
		case e.Counted == diag.AsEstimate:
			estimates = append(estimates, names[value(p.Unit)])
		case !e.CountsItself(grave):
		case grave == diag.Error:
			errors++
		default:
			warnings = append(warnings, p.Code)
		}
	}
	tell("left.units", owing, nil)
	tell("left.silent", silent, nil)
	tell("left.errors", errors, nil)
	unknown, waiting, unjudged := undecided(r)
	if r.Complete { // else for want of what the units owe
		tell("left.no-data", len(unknown), unknown)
	}
	tell("left.unassessed", len(waiting), waiting)
	tell("left.verdicts", len(unjudged), unjudged)
	tell("left.estimates", len(estimates), estimates)
	if slices.ContainsFunc(r.Units, func(u result.Unit) bool { return u.Status != string(assess.UnitMissing) }) {
		var pages []string
		for _, p := range r.OpenPlaces {
			pages = append(pages, strconv.Itoa(p.Page))
		}
		tell("left.places", len(pages), pages)
	}
	tell("left.wording", len(wording), wording)
	slices.Sort(warnings)
	tell("left.warnings", len(warnings), warnings)
	return strings.Join(parts, ", ")
}

// undecided are the numbers of the indicators without a verdict: those without
// figures, those that the office judges, and those that cannot be judged yet, for
// want of a result or a target. What the office decided to leave so is none.
func undecided(r *result.Result) (unknown, waiting, unjudged []string) {
	asked := map[string]bool{} // measures that the office is asked to judge
	ask := func(p result.Problem) {
		if e, _ := diag.Lookup(p.Code); e.Counted == diag.AsVerdict {
			asked[value(p.Measure)] = true
		}
	}
	for _, p := range r.Problems {
		ask(p)
	}
	for _, p := range r.Accepted {
		ask(p.Problem)
	}
	for _, s := range r.Sections {
		for _, i := range s.Indicators {
			number := strconv.Itoa(i.Number)
			switch {
			case slices.ContainsFunc(i.Measures, func(m result.Measure) bool { return asked[m.ID] }):
				unjudged = append(unjudged, number)
			case slices.ContainsFunc(i.Measures, func(m result.Measure) bool {
				return m.Override != nil && m.Verdict == i.Verdict
			}):
			case i.Verdict == string(resolution.Unassessed):
				waiting = append(waiting, number)
			case i.Verdict == string(resolution.NoData):
				unknown = append(unknown, number)
			}
		}
	}
	return unknown, waiting, unjudged
}

// begun reports that some return has come: before that nothing is to be written.
func begun(a *assess.Annex) bool {
	return slices.ContainsFunc(a.Units, func(u assess.Unit) bool { return u.Status != assess.UnitMissing })
}

// value is a text of a result; "" where it has none.
func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
