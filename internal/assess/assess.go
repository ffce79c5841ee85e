// Package assess consolidates the units' observations into figures, judges each
// measure and indicator, and knows who still owes what.
package assess

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Annex is the judged plan: the machine's copy of the report.
type Annex struct {
	Plan     *resolution.Plan
	Sections []Section
	Summary  Summary
	Remarks  []returns.Remark // of the returns that count, ordered by unit, file, place
	Units    []Unit           // in the plan's order
	Complete bool             // no unit owes and no problem of severity error stands
	Problems []diag.Problem   // of all stages, sorted
	Repairs  []Repair         // of all files, in their order
	Versions []settle.Version // answers that do not count because others do
	Accepted []Accepted       // warnings that the office accepts, with its reason
	Unusable []Source         // answers that came and cannot be used as they are, in the plan's order of units
	Last     resolution.LastYear

	Past []PastYear // the years before last year whose reports are known, the newest first

	OpenPlaces []OpenPlace // of the report, once its pages are set: what somebody still has to write
}

// OpenPlace is a marked gap in the report and the page where it stands.
type OpenPlace struct {
	Page int
	Text string
}

// Accepted is a warning that the plan silences.
type Accepted struct {
	diag.Problem
	By resolution.Silence
}

// Repair is one text of a file that was stored in an old encoding.
type Repair struct {
	File string
	workbook.Repair
}

// Summary counts indicators by verdict; the six add up to Total.
type Summary struct{ Total, Exceeded, Met, Missed, NoData, Unassessed, NotDue int }

// Section of the annex.
type Section struct {
	Number, Title string
	Indicators    []Indicator
}

// Indicator with its verdict.
type Indicator struct {
	Number   int
	Text     string
	Headline string
	Verdict  resolution.Verdict
	Computed resolution.Verdict   // before an override
	Override *resolution.Decision // nil for none
	Reason   diag.Message
	Measures []*Measure
}

// Measure with its figure and verdict.
type Measure struct {
	*resolution.Measure
	Target   resolution.Target     // after amendments
	Due      resolution.Target     // what the verdict is by: Target, or in a part of the year the milestone for it
	Basis    string                // after amendments
	Amended  *resolution.Amendment // the amendment that applies; nil for none
	Actual   *quantity.Number      // exact; nil when there is no figure
	Judged   *quantity.Number      // Actual after the one rounding rule: what is judged and printed
	Verdict  resolution.Verdict
	Computed resolution.Verdict   // before an override
	Override *resolution.Decision // nil for none
	Reason   diag.Message
	// PercentOfTarget in percent, rounded to two decimals (Measure.PercentOf); nil for none.
	PercentOfTarget *quantity.Number
	Previous        *quantity.Number // last year's figure, when stated or asked
	Reported        int              // units that answered every required input, nil answers included
	Expected        int
	Nil             []string // unit ids that answered "không phát sinh"
	Totals          []Total  // sums per role, in the method's order, for the roles that have one
	Sources         []Source // every observation that went in, in the plan's order
	Status          string   // a statement's status as the unit gave it
	Evidence        string
	List            string   // names behind a count
	Failing         []string // units that do not satisfy the measure's "each"
	Estimate        bool     // an estimate went into the figure of a report that is of results
	Assigned        []Assigned
}

// Assigned is the figure of a unit that has a target of its own.
type Assigned struct {
	Unit    string
	Target  resolution.Target
	Actual  *quantity.Number // as it is judged and printed; nil when there is none yet
	Verdict resolution.Verdict

	Estimate bool
}

// Total is the sum of one input over the units. Of a measure without data it
// is what has arrived so far.
type Total struct {
	Role  resolution.Role
	Value quantity.Number
}

// Source is one observation behind a figure.
type Source struct {
	returns.Observation
	Role resolution.Role
	Line int
}

// Measures are all measures in the plan's order.
func (a *Annex) Measures() []*Measure {
	var all []*Measure
	for _, s := range a.Sections {
		for _, i := range s.Indicators {
			all = append(all, i.Measures...)
		}
	}
	return all
}

// Estimators are the names of the units of which an estimate is in some figure, in
// the plan's order.
func (a *Annex) Estimators() []string {
	of := map[string]bool{}
	for _, m := range a.Measures() {
		for _, s := range m.Sources {
			if s.Estimate {
				of[s.Unit] = true
			}
		}
	}
	var names []string
	for _, u := range a.Units {
		if of[u.ID] {
			names = append(names, u.Name)
		}
	}
	return names
}

// FindMeasure returns the measure of that id, or nil.
func (a *Annex) FindMeasure(id string) *Measure {
	for _, m := range a.Measures() {
		if m.ID == id {
			return m
		}
	}
	return nil
}

// FindIndicator returns the indicator of that number, "17" or "(17)", or nil.
func (a *Annex) FindIndicator(number string) *Indicator {
	n, err := strconv.Atoi(strings.Trim(number, "() "))
	if err != nil {
		return nil
	}
	for s := range a.Sections {
		for i := range a.Sections[s].Indicators {
			if a.Sections[s].Indicators[i].Number == n {
				return &a.Sections[s].Indicators[i]
			}
		}
	}
	return nil
}

// AddProblems adds the problems of a later stage and settles anew whether the
// annex is complete. Warnings that the plan silences are set aside, those that
// this office takes for errors are raised.
func (a *Annex) AddProblems(ps []diag.Problem) {
	all := diag.Sort(append(slices.Clone(a.Problems), ps...))
	a.Problems = nil
	for _, p := range all {
		p.Raised = slices.Contains(a.Plan.Checks.Raise, p.Code)
		i := slices.IndexFunc(a.Plan.Silences, func(s resolution.Silence) bool { return s.Accepts(p) })
		if i >= 0 && p.Severity() == diag.Warning {
			a.Accepted = append(a.Accepted, Accepted{p, a.Plan.Silences[i]})
			if p.Entry().Counted == diag.AsOwed {
				a.forgive(p.Unit)
			}
			continue
		}
		a.Problems = append(a.Problems, p)
	}
	diag.Number(a.Problems)
	errors, _ := diag.Count(a.Problems)
	a.Complete = errors == 0 && !slices.ContainsFunc(a.Units, Unit.Owing)
}

// forgive notes that the office does without a unit's narrative.
func (a *Annex) forgive(unit string) {
	for i := range a.Units {
		if a.Units[i].ID == unit {
			a.Units[i].OwesNarrative = false
		}
	}
}

// Owing reports that a unit owes something: figures, or its narrative.
func (u Unit) Owing() bool { return len(u.Owes) > 0 || u.OwesNarrative }

// Free reports that a unit has sent nothing and need not.
func (u Unit) Free() bool { return u.Status == UnitMissing && !u.Owing() }

// Owing are the units that owe something, in the plan's order.
func (a *Annex) Owing() []Unit {
	var all []Unit
	for _, u := range a.Units {
		if u.Owing() {
			all = append(all, u)
		}
	}
	return all
}

// UnitStatus is what ket-qua.json says of a unit.
type UnitStatus string

// The statuses of a unit.
const (
	UnitAccepted   UnitStatus = "accepted"
	UnitFaulty     UnitStatus = "faulty"
	UnitPartial    UnitStatus = "partial"
	UnitNil        UnitStatus = "nil"
	UnitUnreadable UnitStatus = "unreadable"
	UnitMissing    UnitStatus = "missing"
)

// Unit is what one unit has sent and owes.
type Unit struct {
	*resolution.Unit
	Status UnitStatus
	Asks   []resolution.Ask // what it is asked for
	States map[string]State // what became of each ask, by its key; optional asks without an answer are absent
	Owes   []string         // keys of required asks that are blank, faulty or not sent
	Files  []File
	// OwesNarrative: it is asked for words alone, and none have come.
	OwesNarrative bool
}

// State is what became of one ask of a unit.
type State string

// The states of an ask. An ask that is owed is StateFaulty when something came
// that cannot be used, StateMissing when nothing did.
const (
	StateReceived State = "received" // a number, text or status that counts
	StateNil      State = "nil"      // "không phát sinh"
	StatePending  State = "pending"  // "chưa có kết quả"
	StateFaulty   State = "faulty"
	StateMissing  State = "missing"
)

// File of a unit.
type File struct {
	File, SHA256 string
	Status       returns.Status
	Declared     viet.Date // the day it says it was made on; zero for none
	Lower        bool      // a lower committee's report
}

// counts reports that the file was read and none of the unit's other files
// stands in its place.
func (f File) counts() bool {
	switch f.Status {
	case returns.StatusUnreadable, returns.StatusReplaced, returns.StatusDuplicate, returns.StatusOtherPeriod:
		return false
	}
	return true
}
