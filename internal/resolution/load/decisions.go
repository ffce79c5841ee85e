package load

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

func (l *loader) readDecisions() {
	for _, t := range l.decision.tables("verdict") {
		d := resolution.Decision{
			ID:        t.text("id"),
			Measure:   t.id("measure"),
			Indicator: t.whole("indicator", 0),
			Reason:    t.required("reason"),
			By:        t.required("by"),
			Date:      t.date("date"),
			Line:      t.line(""),
		}
		if word := t.required("verdict"); word != "" {
			var ok bool
			if d.Verdict, ok = resolution.WrittenVerdict(word); !ok {
				t.add("B008", "verdict", diag.Args{"key": "verdict", "value": word, "allowed": verdictWords})
			}
		}
		if d.Measure == "" && d.Indicator == 0 {
			t.required("measure")
		}
		t.demand("date")
		if l.ofReport(t) {
			l.p.Decisions = append(l.p.Decisions, d)
			l.decisions = append(l.decisions, t)
		}
		t.close()
	}
	for _, t := range l.decision.tables("figure") {
		c := resolution.Choice{
			ID: t.text("id"), Measure: t.requiredID("measure"), Input: t.text("input"), Unit: t.text("unit"),
			File: slashed(t.text("file")), Estimate: t.flag("estimate"),
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
		if l.ofReport(t) {
			l.p.Choices = append(l.p.Choices, c)
			l.choices = append(l.choices, t)
		}
		t.close()
	}
	l.readEstimators()
	l.readSenders()
	l.decision.close()
}

// ofReport: a decision is of the period it names; of every report where it names none, and
// where the word is none: then it is said that the decision does not count.
func (l *loader) ofReport(t *table) bool {
	if !t.has("period") {
		return true
	}
	wrong := len(t.src.problems)
	word := t.choice("period", resolution.PeriodWords()...)
	return word == l.p.Report.Period.String() || len(t.src.problems) > wrong
}

// verdictWords are the words that a decision may use.
var verdictWords = diag.Text{Vi: "vượt, đạt, không đạt, chưa có số liệu, chưa đánh giá",
	En: "exceeded, met, missed, no-data, unassessed"}

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

// checkDecisions: a decision is about a measure or an indicator, and there is one
// of it. What names an indicator of one measure is about that measure.
func checkDecisions(l *loader) {
	seen := map[string]int{}
	for i := range l.p.Decisions {
		d, t := &l.p.Decisions[i], l.decisions[i]
		key, named := "measure", d.Measure
		if d.Measure != "" && l.p.Measure(d.Measure) == nil {
			if n, err := strconv.Atoi(d.Measure); err == nil {
				d.Measure, d.Indicator = "", n
			}
		} else if d.Measure == "" {
			key, named = "indicator", strconv.Itoa(d.Indicator)
		}
		ind := l.p.Indicator(d.Indicator)
		if d.Measure == "" && ind != nil && len(ind.Measures) == 1 {
			d.Measure = ind.Measures[0].ID
		}
		about := d.Measure
		if about == "" {
			about = "(" + strconv.Itoa(d.Indicator) + ")"
		}
		m := l.p.Measure(d.Measure)
		switch first, twice := seen[about]; {
		case d.Measure == "" && d.Indicator == 0:
		case m == nil && (ind == nil || d.Measure != ""):
			t.add("B040", key, diag.Args{"value": named, "near": l.nearMeasure(named)})
		case ind != nil && d.Measure != "" && m.Indicator != d.Indicator:
			t.add("B040", "indicator", diag.Args{"value": d.Indicator, "near": ""})
		case twice:
			t.add("B041", key, diag.Args{"measure": about, "line": first})
		default:
			seen[about] = d.Line
			if m != nil {
				d.Indicator = 0
			}
			if m != nil && d.Verdict == resolution.Exceeded &&
				!slices.ContainsFunc(l.targets(m), resolution.Target.CanExceed) {
				t.add("B042", "verdict", diag.Args{"measure": d.Measure, "target": m.Target.Text})
			}
		}
	}
}

// nearMeasure says which measure an id was probably meant to be; "" for none.
func (l *loader) nearMeasure(id string) any {
	var ids, siblings []string
	indicator, _, _ := strings.Cut(id, ".")
	for _, m := range l.p.Measures() {
		ids = append(ids, m.ID)
		if strconv.Itoa(m.Indicator) == indicator {
			siblings = append(siblings, m.ID)
		}
	}
	if siblings != nil {
		return diag.Say("plan.near", diag.Args{"word": strings.Join(siblings, ", ")})
	}
	return near(id, ids)
}

// nearUnit says which unit an id was probably meant to be; "" for none.
func (l *loader) nearUnit(id string) any {
	return near(id, l.unitIDs())
}

// near says which word was probably meant; "" for none.
func near(word string, words []string) any {
	if w := nearest(strings.ReplaceAll(strings.ReplaceAll(viet.Fold(word), " ", "-"), "_", "-"), words); w != "" {
		return diag.Say("plan.near", diag.Args{"word": w})
	}
	if w := nearest(word, words); w != "" {
		return diag.Say("plan.near", diag.Args{"word": w})
	}
	return ""
}

// leaveOut takes the decisions with a mistake out of the plan: each costs itself
// and not the run.
func (l *loader) leaveOut() {
	if l.decision == nil {
		return
	}
	l.p.Decisions = sound(l.p.Decisions, l.decisions)
	l.p.Choices = sound(l.p.Choices, l.choices)
	l.p.Estimators = sound(l.p.Estimators, l.estimators)
	l.p.Senders = sound(l.p.Senders, l.senders)
}

// sound are the entries without a mistake; of the others it is said that they do not count.
func sound[T any](entries []T, tables []*table) (kept []T) {
	for i, e := range entries {
		if t := tables[i]; t.src.spoilt[root(t.path)] {
			t.add("B080", "", nil)
		} else {
			kept = append(kept, e)
		}
	}
	return kept
}

// checkChoices: a settled figure is one that somebody is asked for, it says
// either whose answer counts or what the answer is, and there is one of it. That
// an estimate will do is said beside it.
func checkChoices(l *loader) {
	type question struct {
		key, unit string
		decides   bool
	}
	seen := map[question]int{}
	for i := range l.p.Choices {
		c, t := &l.p.Choices[i], l.choices[i]
		m := l.p.Measure(c.Measure)
		if m == nil {
			if c.Measure != "" {
				t.add("B040", "measure", diag.Args{"value": c.Measure, "near": l.nearMeasure(c.Measure)})
			}
			continue
		}
		if c.Unit != "" && l.p.Unit(c.Unit) == nil {
			t.add("B047", "unit", diag.Args{"key": "unit", "value": c.Unit, "known": strings.Join(m.From, ", "),
				"near": near(c.Unit, m.From)})
			continue
		}
		asks, known := l.asksOf(m, c)
		if len(asks) == 0 {
			t.add("B047", "input", diag.Args{"key": "input", "value": c.Input, "known": strings.Join(known, ", "),
				"near": near(c.Input, known)})
			continue
		}
		ask := asks[0]
		c.Input = strings.TrimPrefix(ask.Key(), m.ID+".")
		owners := l.p.Owners(ask)
		switch {
		case c.Unit != "" && !slices.Contains(owners, c.Unit):
			t.add("B047", "unit", diag.Args{"key": "unit", "value": c.Unit, "known": strings.Join(owners, ", "),
				"near": near(c.Unit, owners)})
			continue
		case c.Unit == "" && len(owners) == 1:
			c.Unit = owners[0]
		case c.Unit == "" && !m.Method.Facts().OneFigure:
			t.add("B047", "unit", diag.Args{"key": "unit", "value": "", "known": strings.Join(owners, ", "),
				"near": ""})
			continue
		}
		if c.File != "" && (c.Value != nil || c.Answer != "") || !c.Decides() && !c.Estimate {
			t.add("B048", "measure", diag.Args{"measure": m.ID})
			continue
		}
		if c.Decides() {
			l.checkChosenValue(t, c, ask)
		}
		q := question{ask.Key(), c.Unit, c.Decides()}
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
	case !a.Takes(*c.Value):
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
			t.add("B050", "raise", diag.Args{"code": code, "near": nearCode(code)})
		}
	}
	t.close()
}

// nearCode says which code was probably meant: "b417", "417".
func nearCode(code string) any {
	if c := "B" + strings.TrimLeft(strings.ToUpper(strings.TrimSpace(code)), "B"); len(c) == 4 {
		if _, ok := diag.Lookup(c); ok {
			return diag.Say("plan.near", diag.Args{"word": c})
		}
	}
	return ""
}

func (l *loader) readSilences() {
	for _, t := range l.res.tables("silence") {
		s := resolution.Silence{Code: t.required("code"), Measure: t.id("measure"), Unit: t.text("unit"),
			File: slashed(t.text("file")), Reason: t.required("reason"), Line: t.line(""),
			Shared: t.shared()}
		e, ok := diag.Lookup(s.Code)
		switch {
		case s.Code == "":
		case !ok:
			t.add("B050", "code", diag.Args{"code": s.Code, "near": nearCode(s.Code)})
		case e.Severity == diag.Error, slices.Contains(l.p.Checks.Raise, s.Code):
			t.add("B051", "code", diag.Args{"code": s.Code})
		}
		if s.Measure != "" && l.p.Measure(s.Measure) == nil {
			t.add("B040", "measure", diag.Args{"value": s.Measure, "near": l.nearMeasure(s.Measure)})
		}
		if s.Unit != "" && l.p.Unit(s.Unit) == nil {
			t.add("B047", "unit", diag.Args{"key": "unit", "value": s.Unit, "known": "co-quan.toml",
				"near": l.nearUnit(s.Unit)})
		}
		l.p.Silences = append(l.p.Silences, s)
		t.close()
	}
}
