package result

import (
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/viet"
)

// New makes the machine's copy of an annex. Its wording is Vietnamese.
func New(a *assess.Annex) *Result {
	r := Brief(a)
	of := a.Measures()
	for i, m := range r.measures() {
		m.Sources = sources(of[i])
	}
	return r
}

// Brief is New without the sources, which are nearly all of a large one. MarshalOf
// writes them.
func Brief(a *assess.Annex) *Result {
	res := a.Plan.Resolution
	r := &Result{
		Schema:     Schema,
		Resolution: Resolution{Number: res.Number, Date: date(res.Date), Year: res.Year, About: res.About},
		Period:     a.Plan.Report.Period.String(),
		Report:     report(a.Plan),
		Complete:   a.Complete,
		OpenPlaces: []OpenPlace{},
		Summary: Summary{Total: a.Summary.Total, Exceeded: a.Summary.Exceeded, Met: a.Summary.Met,
			Missed: a.Summary.Missed, NoData: a.Summary.NoData, Unassessed: a.Summary.Unassessed,
			NotDue: a.Summary.NotDue},
		Sections:  []Section{},
		Narrative: narrative(a.Remarks),
		Units:     []Unit{},
		Versions:  []Version{},
		Problems:  []Problem{},
		Accepted:  []Accepted{},
		Outputs:   []Output{},
	}
	for _, p := range a.OpenPlaces {
		r.OpenPlaces = append(r.OpenPlaces, OpenPlace(p))
	}
	for _, s := range a.Sections {
		section := Section{Number: s.Number, Title: s.Title, Indicators: []Indicator{}}
		for _, i := range s.Indicators {
			indicator := Indicator{Number: i.Number, Text: i.Text, Verdict: string(i.Verdict),
				Reason: i.Reason.In(diag.Vi), Headline: some(i.Headline), Measures: []Measure{}}
			if o := i.Override; o != nil {
				indicator.ComputedVerdict, indicator.Override = string(i.Computed), override(o)
			}
			for _, m := range i.Measures {
				indicator.Measures = append(indicator.Measures, measure(a.Plan, m))
			}
			section.Indicators = append(section.Indicators, indicator)
		}
		r.Sections = append(r.Sections, section)
	}
	for _, u := range a.Units {
		unit := Unit{ID: u.ID, Name: u.Name, Status: string(u.Status), Owes: append([]string{}, u.Owes...),
			Files: []File{}, States: u.States}
		for _, f := range u.Files {
			unit.Files = append(unit.Files, File{File: f.File, SHA256: f.SHA256, Status: string(f.Status)})
		}
		r.Units = append(r.Units, unit)
	}
	for _, v := range a.Versions {
		r.Versions = append(r.Versions, version(v))
	}
	for _, p := range a.Problems {
		r.Problems = append(r.Problems, problem(p))
	}
	for _, p := range a.Accepted {
		r.Accepted = append(r.Accepted, Accepted{problem(p.Problem), p.By.Reason})
	}
	return r
}

func version(v settle.Version) Version {
	out := Version{Unit: v.Unit, Measure: some(v.Measure), Input: some(strings.TrimPrefix(v.Key, v.Measure+".")),
		File: v.Aside.At.File, Sheet: v.Aside.At.Sheet, Cell: v.Aside.At.Cell,
		Value: v.Aside.Said().Vi, Why: v.Why.In(diag.Vi)}
	if v.Used.Answer > returns.Faulty || v.Used.Answer == returns.Faulty && !v.Used.Disputed {
		out.Used = &Used{File: v.Used.At.File, Sheet: v.Used.At.Sheet, Cell: v.Used.At.Cell, Value: v.Used.Said().Vi}
	}
	return out
}

func problem(p diag.Problem) Problem {
	out := Problem{Severity: p.Severity().String(), Code: p.Code, Unit: some(p.Unit), File: some(p.At.File),
		Sheet: some(p.At.Sheet), Cell: some(p.At.Cell), Measure: some(p.Measure),
		Message: p.In(diag.Vi), Fix: p.Fix(diag.Vi)}
	if p.At.Line > 0 {
		out.Line = &p.At.Line
	}
	for _, at := range p.Related {
		out.Related = append(out.Related, Place{at.File, at.Sheet, at.Cell, at.Line})
	}
	if p.IsQuestion() {
		out.ID = p.Question.ID
		for i, c := range p.Question.Candidates {
			out.Candidates = append(out.Candidates, Candidate{i + 1, c.Input, c.Unit, c.Value, c.Text.In(diag.Vi),
				c.Estimate})
		}
	}
	return out
}

func measure(p *resolution.Plan, m *assess.Measure) Measure {
	out := Measure{
		ID: m.ID, Name: m.Name, Unit: m.Unit, Decimals: m.Decimals, Method: string(m.Method), Target: m.Target.Text,
		Basis: some(m.Basis), Actual: number(m.Actual), Judged: number(m.Judged),
		Verdict: string(m.Verdict), ComputedVerdict: string(m.Computed), Reason: m.Reason.In(diag.Vi),
		PercentOfTarget: number(m.PercentOfTarget), Previous: number(m.Previous),
		Estimate: p.Report.Estimate || m.Estimate,
		Reported: m.Reported, Expected: m.Expected, Nil: append([]string{}, m.Nil...),
		Status: some(m.Status), Evidence: some(m.Evidence), List: some(m.List),
		Totals: map[string]string{}, Inputs: []Input{}, Sources: []Source{}, Failing: m.Failing,
	}
	for _, a := range m.Assigned {
		out.Assigned = append(out.Assigned, Assigned{a.Unit, a.Target.Text, number(a.Actual), string(a.Verdict),
			a.Estimate})
	}
	if m.Amended != nil {
		out.AmendedBy = some(m.Amended.Document)
	}
	if o := m.Override; o != nil {
		out.Override = override(o)
	}
	for _, t := range m.Totals {
		out.Totals[string(t.Role)] = t.Value.Plain()
		in := Input{Role: string(t.Role), Unit: m.UnitOfTotal(p, t.Role)}
		if owner, asked := p.Input(m.Measure, t.Role); asked != nil {
			in.Label = asked.Label
			if owner == m.Measure {
				in.Lines = inputLines(asked, m)
			}
		}
		out.Inputs = append(out.Inputs, in)
	}
	if m.Method.Facts().IsDay {
		out.Actual, out.Judged, out.Previous = day(m.Actual), day(m.Judged), day(m.Previous)
		out.Totals, out.Inputs = map[string]string{}, []Input{} // days are not added
	}
	return out
}

// sources are the answers behind a measure's figure.
func sources(m *assess.Measure) []Source {
	all := make([]Source, len(m.Sources))
	for i := range m.Sources {
		all[i] = source(m.Sources[i])
		if m.Method.Facts().IsDay {
			all[i].Value = day(&m.Sources[i].Value)
		}
	}
	return all
}

func day(n *quantity.Number) *string {
	if n == nil {
		return nil
	}
	return date(resolution.Day(*n))
}

// inputLines are the amounts that an input's total is the sum of, over all units.
func inputLines(in *resolution.Input, m *assess.Measure) (lines []InputLine) {
	for i, label := range in.Lines {
		line, sum, first := InputLine{Label: label}, quantity.Number{}, ""
		for _, s := range m.Sources {
			switch {
			case s.Measure != m.ID || s.Role != in.Role || s.Line != i+1 || s.Answer != returns.Given:
			case first != "" && s.Unit != first && m.Method.Facts().OneFigure: // told by each of its owners
			default:
				sum, first = sum.Add(s.Value), s.Unit
				line.Total = number(&sum)
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func report(p *resolution.Plan) *Report {
	r := p.Report
	out := &Report{Issuer: p.Office.Issuer, Symbol: p.Office.Symbol, Number: some(r.Number), Date: date(r.Date),
		Draft: r.Draft, Illustrative: r.Illustrative}
	if !r.Replaces.IsZero() {
		out.Replaces = &Replaced{r.Replaces.Number, date(r.Replaces.Date)}
	}
	return out
}

func origins(all []returns.Origin) (out []Origin) {
	if len(all) > 0 {
		out = make([]Origin, 0, len(all))
	}
	for _, o := range all {
		out = append(out, Origin{o.Unit, o.At.File, o.At.Sheet, o.At.Cell, o.Value, origins(o.Behind)})
	}
	return out
}

func override(d *resolution.Decision) *Override {
	return &Override{Verdict: string(d.Verdict), Reason: d.Reason, By: d.By, Date: date(d.Date)}
}

func source(s assess.Source) Source {
	out := Source{Unit: s.Unit, Measure: s.Measure, Input: string(s.Role),
		File: s.At.File, Sheet: s.At.Sheet, Cell: s.At.Cell, How: s.How.String(), Column: s.Column,
		Estimate: s.Estimate, From: origins(s.Behind)}
	if s.Line > 0 {
		out.Line = &s.Line
	}
	if c := s.Choice; c != nil {
		out.Choice = &Choice{c.Reason, c.By, date(c.Date)}
	}
	switch s.Answer {
	case returns.Nil:
		out.Answer = "nil"
	case returns.Pending:
		out.Answer = "pending"
	case returns.Given, returns.Blank, returns.Faulty: // the last two are no sources
		out.Answer = "given"
		if s.Role.InWords() {
			out.Value = &s.Text
		} else {
			out.Value = number(&s.Value)
		}
	}
	return out
}

func narrative(remarks []returns.Remark) Narrative {
	n := Narrative{Achievements: []Remark{}, Limitations: []Remark{}, Causes: []Remark{}, Solutions: []Remark{},
		Requests: []Remark{}, Directions: []Remark{}}
	for _, r := range remarks {
		out := Remark{Area: some(r.Area), Text: r.Text, Unit: r.Unit,
			File: r.At.File, Sheet: r.At.Sheet, Cell: r.At.Cell}
		if r.Indicator != 0 {
			out.Indicator = &r.Indicator
		}
		switch r.Kind {
		case returns.Achievement:
			n.Achievements = append(n.Achievements, out)
		case returns.Limitation:
			n.Limitations = append(n.Limitations, out)
		case returns.Cause:
			n.Causes = append(n.Causes, out)
		case returns.ObjectiveCause:
			out.Nature = some("objective")
			n.Causes = append(n.Causes, out)
		case returns.SubjectiveCause:
			out.Nature = some("subjective")
			n.Causes = append(n.Causes, out)
		case returns.Solution:
			n.Solutions = append(n.Solutions, out)
		case returns.Request:
			n.Requests = append(n.Requests, out)
		case returns.Direction:
			n.Directions = append(n.Directions, out)
		}
	}
	return n
}

func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func number(n *quantity.Number) *string {
	if n == nil {
		return nil
	}
	s := n.Plain()
	return &s
}

func date(d viet.Date) *string {
	if d.IsZero() {
		return nil
	}
	s := d.ISO()
	return &s
}
