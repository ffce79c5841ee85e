package plan

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// DecisionsFile holds what a person decided: verdicts and figures.
const DecisionsFile = "quyet-dinh-so-lieu.toml"

// Choice is a figure that a person settled: which file's answer counts, or what
// the answer is.
type Choice struct {
	Measure string
	Input   string           // of the measure: "value", "numerator", "value.2" for a line
	Unit    string           // whose answer; "" for the one figure of several equal owners
	File    string           // the file whose answer counts; "" when Answer is given
	Answer  string           // a text, a status, or one of the words for nothing
	Value   *quantity.Number // a number
	Reason  string
	By      string
	Date    viet.Date
	Saw     []Seen // what the files said when the decision was taken
	Line    int
}

// Key is the ask that the choice answers: "11.1.value".
func (c *Choice) Key() string { return c.Measure + "." + c.Input }

// Seen is what one file said to the question when it was decided, in the words
// of the message that asked it.
type Seen struct{ File, Value string }

func (l *loader) readDecisions() {
	for _, t := range l.decision.tables("verdict") {
		d := Decision{
			Measure: t.required("measure"),
			Verdict: Verdict(t.choice("verdict", string(Met), string(Exceeded), string(Missed), string(NoData), string(Unassessed))),
			Reason:  t.required("reason"),
			By:      t.required("by"),
			Date:    t.date("date"),
			Line:    t.line(""),
		}
		t.demand("verdict", "date")
		l.p.Decisions = append(l.p.Decisions, d)
		l.decisions = append(l.decisions, t)
		t.close()
	}
	for _, t := range l.decision.tables("figure") {
		c := Choice{
			Measure: t.required("measure"), Input: t.text("input"), Unit: t.text("unit"), File: slashed(t.text("file")),
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
			c.Saw = append(c.Saw, Seen{File: slashed(s.required("file")), Value: s.required("value")})
			s.close()
		}
		l.p.Choices = append(l.p.Choices, c)
		l.choices = append(l.choices, t)
		t.close()
	}
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

// SameFile compares paths as Windows does, without letter case, and whether
// accents are stored apart from their letters or not.
func SameFile(a, b string) bool { return strings.EqualFold(viet.Clean(a), viet.Clean(b)) }

// checkDecisions: a decision is about a measure, and there is one of it.
func checkDecisions(l *loader) {
	seen := map[string]int{}
	for i, d := range l.p.Decisions {
		t := l.decisions[i]
		switch first, twice := seen[d.Measure]; {
		case d.Measure == "":
		case l.p.measures[d.Measure] == nil:
			t.add("B040", "measure", diag.Args{"value": d.Measure})
		case twice:
			t.add("B041", "measure", diag.Args{"measure": d.Measure, "line": first})
		default:
			seen[d.Measure] = d.Line
			if m := l.p.measures[d.Measure]; d.Verdict == Exceeded && !slices.ContainsFunc(l.targets(m), Target.CanExceed) {
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
		m := l.p.measures[c.Measure]
		if m == nil {
			if c.Measure != "" {
				t.add("B040", "measure", diag.Args{"value": c.Measure})
			}
			continue
		}
		if c.Unit != "" && l.p.units[c.Unit] == nil {
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
		case c.Unit == "" && m.Method != Value:
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
func (l *loader) asksOf(m *Measure, c *Choice) (found []Ask, known []string) {
	var required []Ask
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
				return []Ask{a}, nil
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
func (l *loader) checkChosenValue(t *table, c *Choice, a Ask) {
	if c.File != "" {
		return
	}
	misfit := func(value string) {
		t.add("B049", "value", diag.Args{"measure": c.Measure, "value": value, "label": a.Label, "unit": cmp.Or(a.Unit, "...")})
	}
	switch {
	case a.Kind == AskText && c.Value == nil:
	case a.Kind == AskStatus && c.Value == nil:
		for _, s := range StatusAnswers {
			if viet.Fold(s) == viet.Fold(c.Answer) {
				c.Answer = s
				return
			}
		}
		misfit(c.Answer)
	case a.Kind != AskNumber:
		misfit(c.Value.Plain())
	case c.Value == nil && IsNothing(c.Answer):
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

// IsNothing reports the words for "nothing arose" and "no result yet".
func IsNothing(s string) bool {
	switch viet.Fold(s) {
	case "khong phat sinh", "chua co ket qua":
		return true
	}
	return false
}

// Owners are the units that are asked an ask, in the plan's order.
func (p *Plan) Owners(a Ask) []string {
	var owners []string
	for _, in := range a.Measure.Inputs {
		if in.SameAs == "" && (in.Role == a.Role || a.Role == RoleLast || a.Role == RoleList) {
			for _, u := range p.Units {
				if slices.Contains(in.From, u.ID) && !slices.Contains(owners, u.ID) {
					owners = append(owners, u.ID)
				}
			}
		}
	}
	return owners
}

// Checks are the settings of the checks across answers.
type Checks struct {
	JumpFactor          quantity.Number // a figure this many times last year's, or less than that part of it, is asked about; 0 for never
	LastYearTolerance   quantity.Number // in percent: how far last year's figure as told now may lie from last year's report
	PopulationTolerance quantity.Number // in percent: how far two units' figures of one population may lie apart
	FirstMonth          int             // of the year from which a return may be dated
	Raise               []string        // codes of warnings that are errors in this office
}

// Silence is a warning that the office accepts, with the reason.
type Silence struct {
	Code, Measure, Unit, File string // only Code must be set; an empty field matches all
	Reason                    string
	Line                      int
}

// Accepts reports whether a silence is about a problem.
func (s Silence) Accepts(p diag.Problem) bool {
	return s.Code == p.Key && (s.Measure == "" || s.Measure == p.Measure) && (s.Unit == "" || s.Unit == p.Unit) && (s.File == "" || SameFile(s.File, p.At.File))
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
	l.p.Checks = Checks{JumpFactor: amount("jump_factor", 3), LastYearTolerance: amount("last_year_tolerance", 0),
		PopulationTolerance: amount("population_tolerance", 0), FirstMonth: t.within("first_month", 11, 1, 12), Raise: t.texts("raise")}
	if f := l.p.Checks.JumpFactor; f.Sign() > 0 && f.Cmp(quantity.Int(1)) <= 0 {
		t.wrongType("jump_factor", diag.Text{Vi: "số lớn hơn 1, hoặc 0 để không kiểm tra", En: "a number above 1, or 0 to switch the check off"})
	}
	for _, code := range l.p.Checks.Raise {
		if e, ok := diag.Lookup(code); !ok || e.Fix == (diag.Text{}) {
			t.add("B050", "raise", diag.Args{"code": code})
		}
	}
	t.close()
}

func (l *loader) readSilences() {
	for _, t := range l.res.tables("silence") {
		s := Silence{Code: t.required("code"), Measure: t.text("measure"), Unit: t.text("unit"), File: slashed(t.text("file")),
			Reason: t.required("reason"), Line: t.line("")}
		e, ok := diag.Lookup(s.Code)
		switch {
		case s.Code == "":
		case !ok || e.Fix == (diag.Text{}):
			t.add("B050", "code", diag.Args{"code": s.Code})
		case e.Severity == diag.Error, slices.Contains(l.p.Checks.Raise, s.Code):
			t.add("B051", "code", diag.Args{"code": s.Code})
		}
		if s.Measure != "" && l.p.measures[s.Measure] == nil {
			t.add("B040", "measure", diag.Args{"value": s.Measure})
		}
		if s.Unit != "" && l.p.units[s.Unit] == nil {
			t.add("B047", "unit", diag.Args{"key": "unit", "value": s.Unit, "known": "co-quan.toml"})
		}
		l.p.Silences = append(l.p.Silences, s)
		t.close()
	}
}
