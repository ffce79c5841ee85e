package load

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

func (l *loader) readDecisions() {
	for _, t := range l.decision.tables("verdict") {
		d := resolution.Decision{
			Measure: t.required("measure"),
			Verdict: resolution.Verdict(t.choice("verdict", string(resolution.Met), string(resolution.Exceeded),
				string(resolution.Missed), string(resolution.NoData), string(resolution.Unassessed))),
			Reason: t.required("reason"),
			By:     t.required("by"),
			Date:   t.date("date"),
			Line:   t.line(""),
		}
		t.demand("verdict", "date")
		l.p.Decisions = append(l.p.Decisions, d)
		l.decisions = append(l.decisions, t)
		t.close()
	}
	for _, t := range l.decision.tables("figure") {
		c := resolution.Choice{
			ID: t.text("id"), Measure: t.required("measure"), Input: t.text("input"), Unit: t.text("unit"),
			File:   slashed(t.text("file")),
			Reason: t.required("reason"), By: t.required("by"), Date: t.date("date"), Line: t.line(""),
		}
		t.demand("date")
		if v, ok := t.get("value"); ok {
			if text, isText := v.(string); isText {
				c.Answer = viet.Tidy(text)
			} else if n, ok := t.number("value"); ok {
				c.Value = &n
			}
		}
		for _, s := range t.tables("saw") {
			c.Saw = append(c.Saw, resolution.Seen{File: slashed(s.required("file")), Value: s.required("value")})
			s.close()
		}
		l.p.Choices = append(l.p.Choices, c)
		l.choices = append(l.choices, t)
		t.close()
	}
	l.readSenders()
	l.decision.close()
}

// demand reports the keys that a table lacks.
func (t *table) demand(keys ...string) {
	for _, key := range keys {
		if !t.has(key) {
			t.add("B007", key, diag.Args{"key": key})
		}
	}
}

// slashed writes a path as the program does, whatever Windows users type.
func slashed(path string) string { return strings.ReplaceAll(path, `\`, "/") }

// checkDecisions: a decision is about a measure, and there is one of it.
func checkDecisions(l *loader) {
	seen := map[string]int{}
	for i, d := range l.p.Decisions {
		t := l.decisions[i]
		switch first, twice := seen[d.Measure]; {
		case d.Measure == "":
		case l.p.Measure(d.Measure) == nil:
			t.add("B040", "measure", diag.Args{"value": d.Measure})
		case twice:
			t.add("B041", "measure", diag.Args{"measure": d.Measure, "line": first})
		default:
			seen[d.Measure] = d.Line
			if m := l.p.Measure(d.Measure); d.Verdict == resolution.Exceeded &&
				!slices.ContainsFunc(l.targets(m), resolution.Target.CanExceed) {
				t.add("B042", "verdict", diag.Args{"measure": d.Measure, "target": m.Target.Text})
			}
		}
	}
}

// checkChoices: a settled figure is one that somebody is asked for, it says
// either whose answer counts or what the answer is, and there is one of it.
func checkChoices(l *loader) {
	type question struct{ key, unit string }
	seen := map[question]int{}
	for i := range l.p.Choices {
		c, t := &l.p.Choices[i], l.choices[i]
		m := l.p.Measure(c.Measure)
		if m == nil {
			if c.Measure != "" {
				t.add("B040", "measure", diag.Args{"value": c.Measure})
			}
			continue
		}
		if c.Unit != "" && l.p.Unit(c.Unit) == nil {
			t.add("B047", "unit", diag.Args{"key": "unit", "value": c.Unit, "known": strings.Join(m.From, ", ")})
			continue
		}
		asks, known := l.asksOf(m, c)
		if len(asks) == 0 {
			t.add("B047", "input", diag.Args{"key": "input", "value": c.Input, "known": strings.Join(known, ", ")})
			continue
		}
		ask := asks[0]
		c.Input = strings.TrimPrefix(ask.Key(), m.ID+".")
		owners := l.p.Owners(ask)
		switch {
		case c.Unit != "" && !slices.Contains(owners, c.Unit):
			t.add("B047", "unit", diag.Args{"key": "unit", "value": c.Unit, "known": strings.Join(owners, ", ")})
			continue
		case c.Unit == "" && len(owners) == 1:
			c.Unit = owners[0]
		case c.Unit == "" && !m.Method.Facts().OneFigure:
			t.add("B047", "unit", diag.Args{"key": "unit", "value": "", "known": strings.Join(owners, ", ")})
			continue
		}
		if (c.File == "") == (c.Value == nil && c.Answer == "") {
			t.add("B048", "measure", diag.Args{"measure": m.ID})
			continue
		}
		l.checkChosenValue(t, c, ask)
		q := question{ask.Key(), c.Unit}
		if first, twice := seen[q]; twice {
			t.add("B041", "measure", diag.Args{"measure": m.ID, "line": first})
		}
		seen[q] = c.Line
	}
}

// asksOf are the asks of a measure that a choice may mean, one when it is
// clear; known are the words that would make it so.
func (l *loader) asksOf(m *resolution.Measure, c *resolution.Choice) (found []resolution.Ask, known []string) {
	var required []resolution.Ask
	taken := map[string]bool{}
	for _, u := range l.p.Units {
		for _, a := range l.p.Asks(u.ID) {
			if a.Measure != m || taken[a.Key()] {
				continue
			}
			taken[a.Key()] = true
			word := strings.TrimPrefix(a.Key(), m.ID+".")
			known = append(known, word)
			if word == c.Input {
				return []resolution.Ask{a}, nil
			}
			if a.Required {
				required = append(required, a)
			}
		}
	}
	if c.Input == "" && len(required) == 1 {
		return required, nil
	}
	return nil, known
}

// checkChosenValue: what was decided is an answer that the ask could have.
func (l *loader) checkChosenValue(t *table, c *resolution.Choice, a resolution.Ask) {
	if c.File != "" {
		return
	}
	misfit := func(value string) {
		t.add("B049", "value", diag.Args{"value": value, "label": a.Label, "unit": cmp.Or(a.Unit, "...")})
	}
	switch {
	case a.Kind == resolution.AskText && c.Value == nil:
	case a.Kind == resolution.AskChoice && c.Value == nil:
		if s := a.Choice(c.Answer); s != "" {
			c.Answer = s
			return
		}
		misfit(c.Answer)
	case c.Value == nil && resolution.IsNothing(c.Answer):
	case a.Kind == resolution.AskDay && c.Value == nil:
		d, ok := resolution.WrittenDay(c.Answer)
		if !ok {
			misfit(c.Answer)
			return
		}
		n := resolution.Serial(d)
		c.Value, c.Answer = &n, d.Short()
	case a.Kind != resolution.AskNumber && c.Value != nil:
		misfit(c.Value.Plain())
	case a.Kind != resolution.AskNumber:
		misfit(c.Answer)
	case c.Value == nil:
		n, err := quantity.Parse(c.Answer)
		if err != nil {
			misfit(c.Answer)
			return
		}
		c.Value, c.Answer = &n, ""
		l.checkChosenValue(t, c, a)
	case a.Whole && !c.Value.IsInt(), c.Value.Sign() < 0 && !strings.HasPrefix(a.Unit, "%"):
		misfit(c.Value.Exact())
	}
}

func (l *loader) readChecks() {
	t := l.office.sub("checks")
	amount := func(key string, otherwise int64) quantity.Number {
		n := quantity.Int(otherwise)
		if given, ok := t.number(key); ok {
			if n = given; n.Sign() < 0 {
				t.wrongType(key, diag.Text{Vi: "một số không âm", En: "a number that is not negative"})
			}
		}
		return n
	}
	l.p.Checks = resolution.Checks{
		JumpFactor:          amount("jump_factor", 3),
		LastYearTolerance:   amount("last_year_tolerance", 0),
		PopulationTolerance: amount("population_tolerance", 0),
		FirstMonth:          t.wholeWithin("first_month", 11, 1, 12),
		Raise:               t.texts("raise"),
	}
	if f := l.p.Checks.JumpFactor; f.Sign() > 0 && f.Cmp(quantity.Int(1)) <= 0 {
		t.wrongType("jump_factor", diag.Text{Vi: "số lớn hơn 1, hoặc 0 để không kiểm tra",
			En: "a number above 1, or 0 to switch the check off"})
	}
	for _, code := range l.p.Checks.Raise {
		if _, ok := diag.Lookup(code); !ok {
			t.add("B050", "raise", diag.Args{"code": code})
		}
	}
	t.close()
}

func (l *loader) readSilences() {
	for _, t := range l.res.tables("silence") {
		s := resolution.Silence{Code: t.required("code"), Measure: t.text("measure"), Unit: t.text("unit"),
			File: slashed(t.text("file")), Reason: t.required("reason"), Line: t.line("")}
		e, ok := diag.Lookup(s.Code)
		switch {
		case s.Code == "":
		case !ok:
			t.add("B050", "code", diag.Args{"code": s.Code})
		case e.Severity == diag.Error, slices.Contains(l.p.Checks.Raise, s.Code):
			t.add("B051", "code", diag.Args{"code": s.Code})
		}
		if s.Measure != "" && l.p.Measure(s.Measure) == nil {
			t.add("B040", "measure", diag.Args{"value": s.Measure})
		}
		if s.Unit != "" && l.p.Unit(s.Unit) == nil {
			t.add("B047", "unit", diag.Args{"key": "unit", "value": s.Unit, "known": "co-quan.toml"})
		}
		l.p.Silences = append(l.p.Silences, s)
		t.close()
	}
}
