package settle

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// decided applies a person's decision about one unit's answer; ok is false
// where there is none, or none that can be applied.
func (s *settler) decided(u *resolution.Unit, ask resolution.Ask, all []candidate) (out returns.Observation, ok bool) {
	c := s.choice(ask, u.ID)
	if c == nil {
		return out, false
	}
	chosen, ok := s.chosen(c, ask, observations(all), u.ID)
	if !ok {
		return out, false
	}
	for _, a := range all {
		a.file.used++ // a person set it aside, not another file
		if a.At != chosen.At {
			s.version(u.ID, ask, *a.Observation, chosen,
				diag.Say("version.decided", diag.Args{"by": c.By, "reason": c.Reason}))
		}
	}
	return chosen, true
}

func (s *settler) choice(ask resolution.Ask, unit string) *resolution.Choice {
	for i := range s.plan.Choices {
		if c := &s.plan.Choices[i]; c.Decides() && c.Key() == ask.Key() && c.Unit == unit {
			return c
		}
	}
	return nil
}

// chosen is the answer that a decision makes of what the files say, each with
// its file in At. A decision about a file that is not there is not applied; one
// whose files say something else now is applied and reported.
func (s *settler) chosen(
	c *resolution.Choice, ask resolution.Ask, seen []returns.Observation, unit string,
) (returns.Observation, bool) {
	at := diag.Position{File: resolution.DecisionsFile, Line: c.Line}
	report := func(code string, args diag.Args) {
		args["label"], args["undo"] = ask.Label, diag.Message{}
		if c.ID != "" {
			args["undo"] = diag.Say("version.undo", diag.Args{"id": c.ID})
		}
		pr := diag.New(code, at, args).ForUnit(unit).ForMeasure(ask.Measure.ID)
		for _, o := range seen {
			pr = pr.See(o.At)
		}
		s.problems = append(s.problems, pr)
	}
	out := returns.Observation{
		Unit: unit, Key: ask.Key(), Measure: ask.Measure.ID, Answer: returns.Given, How: returns.ByDecision, At: at,
	}
	if i := slices.IndexFunc(seen, func(o returns.Observation) bool { return isResult(c, o) }); i >= 0 {
		report("B441", diag.Args{"file": seen[i].At.File, "value": seen[i].Said()})
		return out, false
	}
	switch {
	case c.File != "":
		i := slices.IndexFunc(seen, func(o returns.Observation) bool { return resolution.SameFile(o.At.File, c.File) })
		if i < 0 {
			report("B260", diag.Args{"file": c.File, "files": listed(seen)})
			return out, false
		}
		if seen[i].Answer == returns.Faulty {
			report("B260", diag.Args{"file": c.File, "files": listed(seen)})
			return out, false
		}
		out = seen[i]
	case c.Value != nil:
		out.Value, out.Text = *c.Value, c.Answer // a day has both
	case ask.Kind != resolution.AskNumber:
		out.Text = c.Answer
	default:
		out.Answer = returns.Nothing(c.Answer)
	}
	out.Choice, out.Estimate = c, c.Estimate || out.Estimate
	switch {
	case len(c.Saw) == 0:
		if slices.ContainsFunc(seen, func(o returns.Observation) bool { return !o.Agrees(out) }) {
			report("B262", diag.Args{"files": listed(seen), "saw": strings.TrimSpace(sawLines(seen))})
		}
	case changed(c.Saw, seen):
		var was []string
		for _, w := range c.Saw {
			was = append(was, w.File+": "+w.Value)
		}
		report("B261", diag.Args{
			"was": strings.Join(was, "; "), "now": listed(seen), "saw": strings.TrimSpace(sawLines(seen)),
		})
	}
	return out, true
}

// isResult: a file has come with the result of what was decided to be estimated.
func isResult(c *resolution.Choice, o returns.Observation) bool {
	return c.Estimate && !o.Estimate && o.Answer > returns.Faulty &&
		!slices.ContainsFunc(c.Saw, func(w resolution.Seen) bool {
			return resolution.SameFile(w.File, o.At.File) && viet.Tidy(w.Value) == o.Said().Vi
		})
}

// changed reports that the files say something else than a decision saw.
func changed(saw []resolution.Seen, seen []returns.Observation) bool {
	if len(saw) != len(seen) {
		return true
	}
	for _, o := range seen {
		if !slices.ContainsFunc(saw, func(w resolution.Seen) bool {
			return resolution.SameFile(w.File, o.At.File) && viet.Tidy(w.Value) == o.Said().Vi
		}) {
			return true
		}
	}
	return false
}

// listed is what each file says, for messages.
func listed(seen []returns.Observation) diag.Text {
	if len(seen) == 0 {
		return diag.Say("version.no-file", nil).Text()
	}
	var vi, en []string
	for _, o := range seen {
		vi = append(vi, o.At.File+": "+o.Said().Vi)
		en = append(en, o.At.File+": "+o.Said().En)
	}
	return diag.Text{Vi: strings.Join(vi, "; "), En: strings.Join(en, "; ")}
}

// equalOwners compares the answers of units that all own one figure. Where
// they differ, none counts until a person decides.
func (s *settler) equalOwners() {
	for _, m := range s.plan.Measures() {
		if !m.Method.Facts().OneFigure || len(m.From) < 2 {
			continue
		}
		for _, ask := range s.asksOf(m) {
			s.oneFigure(ask)
		}
	}
}

// asksOf are the asks of a measure that more than one unit is asked.
func (s *settler) asksOf(m *resolution.Measure) []resolution.Ask {
	var out []resolution.Ask
	for _, u := range m.From {
		for _, a := range s.plan.Asks(u) {
			known := slices.ContainsFunc(out, func(b resolution.Ask) bool { return a.Key() == b.Key() })
			if a.Measure == m && a.Required && len(s.plan.Owners(a)) > 1 && !known {
				out = append(out, a)
			}
		}
	}
	return out
}

func (s *settler) oneFigure(ask resolution.Ask) {
	var mine []int
	for i, o := range s.out.Answers {
		if o.Key == ask.Key() && o.Answer != returns.Blank {
			mine = append(mine, i)
		}
	}
	if c := s.choice(ask, ""); c != nil {
		var seen []returns.Observation
		for _, i := range mine {
			seen = append(seen, s.out.Answers[i])
		}
		if chosen, ok := s.chosen(c, ask, seen, ""); ok {
			s.decideAmong(ask, chosen, mine)
			return
		}
	}
	var usable []int
	for _, i := range mine {
		if s.out.Answers[i].Answer != returns.Faulty {
			usable = append(usable, i)
		}
	}
	if len(usable) < 2 {
		return
	}
	first := s.out.Answers[usable[0]]
	differs := slices.IndexFunc(usable, func(i int) bool { return !s.out.Answers[i].Agrees(first) })
	if differs < 0 {
		return
	}
	second := s.out.Answers[usable[differs]]
	var seen []returns.Observation
	for _, i := range usable {
		seen = append(seen, s.out.Answers[i])
	}
	q := which(ask, seen)
	q.Shared = true
	s.problems = append(s.problems, diag.New("B234", second.At, diag.Args{
		"label": ask.Label, "a": first.Said(), "b": second.Said(),
		"first": s.plan.Unit(first.Unit).Name, "second": s.plan.Unit(second.Unit).Name,
		"toml": s.toDecide(ask, "", seen),
	}).ForUnit(second.Unit).ForMeasure(ask.Measure.ID).See(first.At).Ask(q))
	for _, i := range usable {
		o := s.out.Answers[i]
		none := returns.Observation{
			Unit: o.Unit, Key: o.Key, Measure: o.Measure, Answer: returns.Faulty, At: o.At, How: o.How, Disputed: true,
		}
		s.version(o.Unit, ask, o, none, diag.Say("version.equal-owners", nil))
		s.out.Answers[i] = none
	}
}

// decideAmong makes the chosen answer that of every owner: they all know one
// figure, and a person said which it is.
func (s *settler) decideAmong(ask resolution.Ask, chosen returns.Observation, mine []int) {
	why := diag.Say("version.decided", diag.Args{"by": chosen.Choice.By, "reason": chosen.Choice.Reason})
	given := map[string]bool{}
	for _, i := range mine {
		o := s.out.Answers[i]
		given[o.Unit] = true
		if o.At != chosen.At {
			s.version(o.Unit, ask, o, chosen, why)
		}
		chosen.Unit = o.Unit
		s.out.Answers[i] = chosen
	}
	for _, u := range s.plan.Owners(ask) {
		if !given[u] {
			s.out.Answers = slices.DeleteFunc(s.out.Answers, func(o returns.Observation) bool {
				return o.Unit == u && o.Key == ask.Key()
			})
			chosen.Unit = u
			s.out.Answers = append(s.out.Answers, chosen)
		}
	}
}

// otherUnits compares what units tell about figures that others own with what
// the owner says: the owner's counts, the other is shown.
func (s *settler) otherUnits() {
	for i := range s.out.Returns {
		r := &s.out.Returns[i]
		if r.Status == returns.StatusReplaced || r.Status == returns.StatusDuplicate ||
			r.Status == returns.StatusOtherPeriod {
			continue
		}
		for _, o := range r.Others {
			ask := s.plan.Ask(o.Owner, o.Key)
			used := returns.FindAnswer(ofUnit(s.out.Answers, o.Owner), o.Key)
			owner := s.plan.Unit(o.Owner).Name
			s.version(r.Unit, ask, o.Observation, used, diag.Say("version.owner", diag.Args{"owner": owner}))
			if used.Answer == returns.Given && !used.Agrees(o.Observation) {
				s.problems = append(s.problems, diag.New("B235", o.At, diag.Args{
					"label": ask.Label, "value": o.Said(), "unit": s.plan.Unit(r.Unit).Name,
					"owner": owner, "used": used.Said(),
				}).ForUnit(r.Unit).ForMeasure(ask.Measure.ID).See(used.At))
			}
		}
	}
}

func ofUnit(all []returns.Observation, unit string) []returns.Observation {
	var out []returns.Observation
	for _, o := range all {
		if o.Unit == unit {
			out = append(out, o)
		}
	}
	return out
}
