package assess

import (
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
)

// Consolidate settles the returns of each unit and turns them into the judged
// annex. last is last year's result; problems are those of the stages before;
// reported is what reports of other parts of the year said.
func Consolidate(p *resolution.Plan, returns []returns.Return, last resolution.LastYear,
	problems []diag.Problem, reported ...resolution.Reported) *Annex {
	settled, unsettled := settle.Settle(p, returns)
	c := &consolidation{plan: p, answers: collect(p, settled), last: last, reported: reported,
		judged: map[string]*Measure{}}
	a := &Annex{Plan: p, Problems: settled.Standing(problems), Last: last}
	c.asked = askedAbout(a.Problems)
	c.problems = append(c.problems, unsettled...)
	for _, r := range rules {
		if r.phase == beforeJudging {
			r.check(c)
		}
	}
	c.checkTaken()
	c.annex, c.judging = a, true
	for _, s := range p.Sections {
		section := Section{Number: s.Number, Title: s.Title}
		for _, i := range s.Indicators {
			section.Indicators = append(section.Indicators, c.indicator(i))
		}
		a.Sections = append(a.Sections, section)
	}
	for _, s := range a.Sections {
		for _, i := range s.Indicators {
			a.Summary.add(i.Verdict)
		}
	}
	a.Remarks = settled.Remarks
	a.Units = c.units()
	a.Unusable = c.unusable(a.Units)
	c.sumUpOtherPeriods()
	a.Versions = settled.Versions
	for _, r := range rules {
		if r.phase == afterJudging {
			r.check(c)
		}
	}
	for _, r := range returns {
		for _, repair := range r.Repairs {
			a.Repairs = append(a.Repairs, Repair{r.File, repair})
		}
	}
	a.AddProblems(c.problems)
	return a
}

// consolidation is the work in hand: what was answered, and the problems found
// while adding it up.
type consolidation struct {
	plan     *resolution.Plan
	annex    *Annex // what has been judged so far
	answers  *answers
	last     resolution.LastYear
	reported []resolution.Reported
	judging  bool                // figures of measures can be had: no check is still to forbid what they are made of
	judged   map[string]*Measure // by id, as far as they have been looked at
	problems []diag.Problem
	asked    map[ask]bool // a cell that may answer it is asked about
}

// askedAbout are the asks that some open question is about.
func askedAbout(problems []diag.Problem) map[ask]bool {
	all := map[ask]bool{}
	for _, p := range problems {
		if !p.IsQuestion() {
			continue
		}
		all[ask{p.Unit, p.Question.Input}] = true
		for _, c := range p.Question.Candidates {
			all[ask{p.Unit, c.Input}] = true
			for _, cell := range c.Cells {
				all[ask{p.Unit, cell.Input}] = true
			}
		}
	}
	return all
}

func (c *consolidation) report(p diag.Problem) { c.problems = append(c.problems, p) }

func (s *Summary) add(v resolution.Verdict) {
	switch v {
	case resolution.Exceeded:
		s.Exceeded++
	case resolution.Met:
		s.Met++
	case resolution.Missed:
		s.Missed++
	case resolution.NoData:
		s.NoData++
	case resolution.Unassessed:
		s.Unassessed++
	case resolution.NotDue:
		s.NotDue++
	case resolution.Info: // an indicator of nothing but information is not counted
		return
	}
	s.Total++
}

// indicator judges one indicator's measures and draws its verdict from them.
func (c *consolidation) indicator(i resolution.Indicator) Indicator {
	out := Indicator{Number: i.Number, Text: i.Text, Headline: i.Headline}
	for _, m := range i.Measures {
		out.Measures = append(out.Measures, c.measure(m))
	}
	out.Verdict, out.Reason = conclude(out.Measures, i.Headline)
	out.Computed = out.Verdict
	if d := c.decision("", i.Number); d != nil && out.Computed != resolution.Info {
		out.Override, out.Verdict = d, d.Verdict
		out.Reason = c.decided(d, out.Computed)
	}
	return out
}

// gravest is the order in which one part's verdict becomes the indicator's.
var gravest = [...]resolution.Verdict{resolution.Missed, resolution.NoData, resolution.Unassessed}

// conclude draws an indicator's verdict from its measures (docs/design.md 4).
func conclude(measures []*Measure, headline string) (resolution.Verdict, diag.Message) {
	var judged, notDue []*Measure
	var head *Measure
	for _, m := range measures {
		switch m.Verdict {
		case resolution.Info:
			continue
		case resolution.NotDue: // beside judged ones it is ignored, a headline too
			notDue = append(notDue, m)
			continue
		case resolution.Exceeded, resolution.Met, resolution.Missed, resolution.NoData, resolution.Unassessed:
			judged = append(judged, m)
		}
		if m.ID == headline {
			head = m
		}
	}
	if len(judged) == 0 && len(notDue) > 0 {
		return resolution.NotDue, naming(notDue, func(*Measure) bool { return true })
	}
	if len(judged) == 0 {
		return resolution.Info, diag.Say("annex.reason.info-only", nil)
	}
	if head != nil {
		others := naming(judged, func(m *Measure) bool { return m != head && m.Verdict == resolution.Missed })
		if others.IsZero() {
			return head.Verdict, head.Reason
		}
		return head.Verdict, diag.Say("annex.reason.headline-but", diag.Args{"reason": head.Reason, "parts": others})
	}
	if len(judged) == 1 {
		return judged[0].Verdict, judged[0].Reason
	}
	for _, v := range gravest {
		parts := naming(judged, func(m *Measure) bool { return m.Verdict == v })
		if !parts.IsZero() {
			return v, parts
		}
	}
	can, did := 0, 0
	for _, m := range judged {
		// An override may call exceeded what its target cannot: it counts too.
		if m.Due.CanExceed() || m.Verdict == resolution.Exceeded {
			can++
			if m.Verdict == resolution.Exceeded {
				did++
			}
		}
	}
	all := naming(judged, func(*Measure) bool { return true })
	if can > 0 && did == can {
		return resolution.Exceeded, all
	}
	return resolution.Met, all
}

// naming lists the chosen measures with their reasons: "Name: ...; Name: ...". A
// reason that all the measures share is said once.
func naming(measures []*Measure, chosen func(*Measure) bool) diag.Message {
	var list diag.Message
	shared := true
	for _, m := range measures {
		if !chosen(m) {
			shared = false
			continue
		}
		shared = shared && m.Reason.In(diag.Vi) == measures[0].Reason.In(diag.Vi)
		part := diag.Say("annex.reason.part", diag.Args{"name": m.Name, "reason": m.Reason})
		if list.IsZero() {
			list = part
		} else {
			list = diag.Say("annex.reason.and", diag.Args{"first": list, "next": part})
		}
	}
	if shared {
		return measures[0].Reason
	}
	return list
}
