package assess

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// Trace prints the arithmetic of one measure, or of all measures of an indicator,
// down to file, sheet and cell. It reports false where the plan has neither.
func (a *Annex) Trace(id string, lang diag.Lang) (string, bool) {
	m := a.FindMeasure(id)
	i := a.FindIndicator(id)
	if m == nil && i == nil {
		return "", false
	}
	if m == nil {
		return a.traceIndicator(i, lang), true
	}
	t := &trace{annex: a, m: m, lang: lang}
	t.head()
	t.sources()
	t.assigned()
	t.aside()
	t.lacking()
	return t.b.String(), true
}

// traceIndicator prints an indicator and its measures.
func (a *Annex) traceIndicator(i *Indicator, lang diag.Lang) string {
	t := &trace{annex: a, lang: lang}
	t.line("indicator", fmt.Sprintf("%d. %s", i.Number, i.Text))
	t.line("verdict", i.Verdict.Name().In(lang))
	t.line("reason", i.Reason.In(lang))
	t.override(i.Override, i.Computed)
	for _, m := range i.Measures {
		part, _ := a.Trace(m.ID, lang)
		t.b.WriteString("\n" + part)
	}
	return t.b.String()
}

type trace struct {
	annex *Annex
	m     *Measure
	lang  diag.Lang
	b     strings.Builder
}

func (t *trace) say(key string, args diag.Args) string {
	return diag.Say("trace."+key, args).In(t.lang)
}

// labelWidth is room for the longest label and two spaces.
const labelWidth = 16

func (t *trace) line(key, text string) {
	fmt.Fprintf(&t.b, "%s%s\n", pad(t.say(key, nil)+":", labelWidth), text)
}

func (t *trace) head() {
	m := t.m
	title := m.ID + ". " + m.Name
	if m.Unit != "" {
		title += " (" + m.Unit + ")"
	}
	t.line("measure", title)
	t.line("target", fmt.Sprintf("%s  [%s]", m.Promise(m.Target).In(t.lang), m.Target.Text))
	if m.Due.Text != m.Target.Text && m.Due.Kind != resolution.InfoOnly {
		t.line("due", fmt.Sprintf("%s  [%s]", m.Promise(m.Due).In(t.lang), m.Due.Text))
	}
	if m.Amended != nil {
		t.line("amended", t.say("amended-by",
			diag.Args{"document": m.Amended.Document, "date": m.Amended.Date.Short()}))
	}
	if m.Basis != "" {
		t.line("basis", m.Basis)
	}
	t.line("formula", t.formula())
	if m.Actual != nil {
		t.line("exact", numberText(*m.Actual).In(t.lang))
		t.line("judged", m.Amount(*m.Judged).In(t.lang))
	}
	if m.PercentOfTarget != nil {
		t.line("percent", percentText(*m.PercentOfTarget, 2).In(t.lang))
	}
	if m.Previous != nil {
		t.line("previous", m.Amount(*m.Previous).In(t.lang))
	}
	t.line("reported", t.say("units", diag.Args{"reported": m.Reported, "expected": m.Expected}))
	verdict := m.Verdict.Name().In(t.lang)
	if m.Verdict == resolution.Info {
		verdict = diag.Say("annex.reason.info-only", nil).In(t.lang)
	}
	t.line("verdict", verdict)
	t.line("reason", m.Reason.In(t.lang))
	for _, unit := range m.Failing {
		t.line("failing", t.annex.Plan.Unit(unit).Name)
	}
	t.override(m.Override, m.Computed)
	for _, c := range m.Choices() {
		t.line("chosen", strings.Join([]string{c.Key(), c.Reason, c.By, c.Date.Short()}, "; "))
	}
}

// override says what a person decided in place of what was computed.
func (t *trace) override(o *resolution.Decision, computed resolution.Verdict) {
	if o == nil {
		return
	}
	t.line("computed", computed.Name().In(t.lang))
	decision := []string{o.Verdict.Name().In(t.lang), o.Reason}
	if o.By != "" {
		decision = append(decision, o.By)
	}
	if !o.Date.IsZero() {
		decision = append(decision, o.Date.Short())
	}
	t.line("override", strings.Join(decision, "; "))
}

// assigned lists the units that have targets of their own.
func (t *trace) assigned() {
	if len(t.m.Assigned) == 0 {
		return
	}
	var rows [][3]string
	for _, a := range t.m.Assigned {
		figure := "?"
		if a.Actual != nil {
			figure = t.m.Amount(*a.Actual).In(t.lang)
		}
		rows = append(rows, [3]string{t.annex.Plan.Unit(a.Unit).Name, figure,
			t.m.Promise(a.Target).In(t.lang) + "  " + a.Verdict.Name().In(t.lang)})
	}
	fmt.Fprintf(&t.b, "\n%s\n", t.say("assigned", nil))
	t.table(rows, true)
}

// aside lists the answers that do not count because others do, and why.
func (t *trace) aside() {
	var rows [][3]string
	for _, v := range t.annex.Versions {
		if v.Measure != t.m.ID {
			continue
		}
		rows = append(rows, [3]string{t.annex.Plan.Unit(v.Unit).Name, t.answer(Source{Observation: v.Aside}),
			v.Aside.At.String() + " (" + v.Why.In(t.lang) + ")"})
	}
	if len(rows) > 0 {
		fmt.Fprintf(&t.b, "\n%s\n", t.say("aside", nil))
		t.table(rows, false)
	}
}

// formula is the method with the measure's totals in it.
func (t *trace) formula() string {
	m := t.m
	total := func(role resolution.Role) string {
		n, known := totalOf(m.Totals, role)
		if !known {
			return "?"
		}
		text := numberText(n).In(t.lang)
		if n.Sign() < 0 {
			return "(" + text + ")"
		}
		return text
	}
	f := m.Formula()
	role, amount := f.Total()
	switch {
	case f == nil:
		return t.say("by-office", nil)
	case !amount:
		constant := func(n quantity.Number) string { return numberText(n).In(t.lang) }
		return f.Text(total, constant, resolution.Signs{Plus: " + ", Minus: " - ", Times: " × ", Over: " / "})
	case m.Divided():
		return t.say("given-share", diag.Args{"total": total(role)})
	}
	n := 0
	for _, s := range m.Sources {
		if s.Role == role {
			n++
		}
	}
	if m.Method.Facts().OneFigure && (n <= 1 || len(m.From) > 1) {
		return t.say("one-value", diag.Args{"total": total(role)})
	}
	return t.say("sum-over", diag.Args{"count": n, "total": total(role)})
}

// sources lists the answers by role: unit, answer, place.
func (t *trace) sources() {
	var roles []resolution.Role
	for _, s := range t.m.Sources {
		if !slices.Contains(roles, s.Role) {
			roles = append(roles, s.Role)
		}
	}
	for _, role := range roles {
		fmt.Fprintf(&t.b, "\n%s%s\n", t.say("role."+string(role), nil), t.label(role))
		var rows [][3]string
		answers := 0
		for _, s := range t.m.Sources {
			if s.Role == role {
				answers++
				rows = append(rows, [3]string{t.unit(s), t.answer(s), t.place(s)})
				rows = append(rows, behind(s.Behind, "  ")...)
			}
		}
		sum, known := totalOf(t.m.Totals, role)
		told := t.m.Method.Facts().OneFigure && len(t.m.From) > 1 // by each of its owners
		if answers > 1 && known && !told {
			rows = append(rows, [3]string{t.say("total", nil), numberText(sum).In(t.lang), ""})
		}
		t.table(rows, !role.InWords())
	}
}

// behind are the answers behind a lower committee's total, a step further in for each
// level. Their places are in that committee's folder.
func behind(all []returns.Origin, indent string) (rows [][3]string) {
	for _, o := range all {
		value := o.Value
		if n, err := quantity.Parse(value); err == nil {
			value = n.Exact()
		}
		rows = append(rows, [3]string{indent + "└ " + diag.Visible(o.Unit), diag.Visible(value), o.At.String()})
		rows = append(rows, behind(o.Behind, indent+"  ")...)
	}
	return rows
}

// label is what was asked for in that role.
func (t *trace) label(role resolution.Role) string {
	if _, in := t.annex.Plan.Input(t.m.Measure, role); in != nil && in.Label != "" {
		if in.Unit != "" {
			return ": " + in.Label + " (" + in.Unit + ")"
		}
		return ": " + in.Label
	}
	return ""
}

func (t *trace) unit(s Source) string {
	name := s.Unit
	switch {
	case s.How == returns.ByConstant:
		return strings.TrimSpace(t.say("of-plan", nil) + " " + s.Note)
	case s.How == returns.ByMeasure && slices.ContainsFunc(t.m.Inputs, func(in resolution.Input) bool {
		return in.Of == s.Measure && in.LastYear
	}):
		return t.say("of-measure-last", diag.Args{"measure": s.Measure})
	case s.How == returns.ByMeasure:
		return t.say("of-measure", diag.Args{"measure": s.Measure})
	}
	if u := t.annex.Plan.Unit(s.Unit); u != nil {
		name = u.Name
	}
	owner, in := t.asked(s)
	if in != nil && s.Line > 0 && s.Line <= len(in.Lines) {
		name += ", " + in.Lines[s.Line-1]
	}
	if owner != nil && owner.ID != t.m.ID {
		name += " [" + owner.ID + "]"
	}
	return name
}

// asked finds the input that a source answers, which may be another measure's.
func (t *trace) asked(s Source) (*resolution.Measure, *resolution.Input) {
	owner := t.annex.Plan.Measure(s.Measure)
	if owner == nil {
		return nil, nil
	}
	for i := range owner.Inputs {
		in := &owner.Inputs[i]
		k := resolution.Ask{Measure: owner, Role: in.Role, Line: s.Line}
		if in.SameAs == "" && k.Key() == s.Key {
			return owner, in
		}
	}
	return owner, nil
}

func (t *trace) answer(s Source) string {
	switch v := answerText(s.Observation).(type) {
	case diag.Message:
		return v.In(t.lang)
	case diag.Text:
		return v.In(t.lang)
	case string:
		return v
	}
	return ""
}

// place is where an answer stands, and that it is an estimate.
func (t *trace) place(s Source) string {
	if s.Estimate {
		return strings.TrimSpace(s.At.String() + " " + t.say("estimate", nil))
	}
	return s.At.String()
}

// lacking lists what this measure still waits for.
func (t *trace) lacking() {
	var rows [][3]string
	for _, u := range t.annex.Units {
		for _, k := range u.Asks {
			if !slices.Contains(u.Owes, k.Key()) || !t.needs(k) {
				continue
			}
			rows = append(rows, [3]string{u.Name, k.Label, ""})
		}
	}
	if len(rows) > 0 {
		fmt.Fprintf(&t.b, "\n%s\n", t.say("lacking", nil))
		t.table(rows, false)
	}
}

// needs reports that an ask feeds the measure, by same_as or "of" included.
func (t *trace) needs(k resolution.Ask) bool {
	if k.Measure.ID == t.m.ID {
		return true
	}
	if slices.Contains(t.m.Of, k.Measure.ID) {
		return true
	}
	for _, in := range t.m.Inputs {
		if in.SameAs == resolution.Key(k.Measure.ID, k.Role) {
			return true
		}
	}
	return false
}

// table prints rows in columns, the second of them to the right where it holds numbers.
func (t *trace) table(rows [][3]string, numbers bool) {
	var width [2]int
	for _, r := range rows {
		width[0] = max(width[0], utf8.RuneCountInString(r[0]))
		width[1] = max(width[1], utf8.RuneCountInString(r[1]))
	}
	for _, r := range rows {
		value := pad(r[1], width[1])
		if numbers {
			value = strings.Repeat(" ", width[1]-utf8.RuneCountInString(r[1])) + r[1]
		}
		fmt.Fprintf(&t.b, "  %s\n", strings.TrimRight(pad(r[0], width[0])+"  "+value+"  "+r[2], " "))
	}
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}
