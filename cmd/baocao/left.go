package main

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// left tells in a line what a person still has to get, decide, write or look at
// before the report may leave the office; "" for nothing. What is counted in one
// part is not counted in another.
func (o *output) left(a *assess.Annex) string {
	var parts []string
	tell := func(key string, count int, which []string) {
		if count > 0 {
			args := diag.Args{"count": count, "which": app.Few(which)}
			parts = append(parts, diag.Say(key, args).In(o.lang))
		}
	}
	tell("left.units", owing(a), nil)
	tell("left.silent", silent(a), nil)
	errors, warnings, wording, estimates := 0, []string{}, []string{}, []string{}
	for _, p := range a.Problems {
		switch e := p.Entry(); {
		case e.Counted == diag.AsWording:
			wording = append(wording, p.At.File)
		case e.Counted == diag.AsEstimate:
			estimates = append(estimates, a.Plan.Unit(p.Unit).Name)
		case !e.CountsItself(p.Severity()):
		case p.Severity() == diag.Error:
			errors++
		default:
			warnings = append(warnings, p.Code)
		}
	}
	tell("left.errors", errors, nil)
	unknown, waiting, unjudged := undecided(a)
	if a.Complete { // else for want of what the units owe
		tell("left.no-data", len(unknown), unknown)
	}
	tell("left.unassessed", len(waiting), waiting)
	tell("left.verdicts", len(unjudged), unjudged)
	tell("left.estimates", len(estimates), estimates)
	if begun(a) {
		var pages []string
		for _, p := range a.OpenPlaces {
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
func undecided(a *assess.Annex) (unknown, waiting, unjudged []string) {
	asked := map[string]bool{} // measures that the office is asked to judge
	for _, p := range a.Problems {
		asked[p.Measure] = asked[p.Measure] || p.Entry().Counted == diag.AsVerdict
	}
	for _, p := range a.Accepted {
		asked[p.Measure] = asked[p.Measure] || p.Entry().Counted == diag.AsVerdict
	}
	for _, s := range a.Sections {
		for _, i := range s.Indicators {
			number := strconv.Itoa(i.Number)
			switch {
			case slices.ContainsFunc(i.Measures, func(m *assess.Measure) bool { return asked[m.ID] }):
				unjudged = append(unjudged, number)
			case slices.ContainsFunc(i.Measures, func(m *assess.Measure) bool {
				return m.Override != nil && m.Verdict == i.Verdict
			}):
			case i.Verdict == resolution.Unassessed:
				waiting = append(waiting, number)
			case i.Verdict == resolution.NoData:
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
