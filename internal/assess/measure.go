package assess

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// measure gathers, computes and judges one measure.
func (c *consolidation) measure(m *resolution.Measure) *Measure {
	if done := c.judged[m.ID]; done != nil {
		return done
	}
	out := &Measure{Measure: m}
	c.judged[m.ID] = out
	out.Target, out.Basis, out.Amended = m.Current(c.plan.On())
	out.Due = c.due(out)
	g := c.gather(m)
	if m.Method.Facts().Counted && g.arrived() {
		g, out.Failing = g.count(m, c.plan)
	}
	out.Expected = len(g.owners)
	out.Reported = len(g.owners) - len(g.lacking)
	if m.Method.Facts().OneFigure && len(m.From) > 1 && g.arrived() {
		out.Expected, out.Reported = len(m.From), len(m.From) // all reported the one figure
	}
	out.Nil = g.nils
	out.Totals = g.totals()
	out.Sources = g.sources()
	out.List = c.beside(out, resolution.RoleList)
	out.Evidence = c.beside(out, resolution.RoleEvidence)
	out.Estimate = slices.ContainsFunc(out.Sources, func(s Source) bool { return s.Estimate })
	out.Previous = c.previous(out)
	if out.Previous != nil {
		out.Target, out.Due = out.Target.Against(*out.Previous), out.Due.Against(*out.Previous)
	}
	out.Assigned = c.assigned(m, g)
	if m.Method.ByOffice() || out.Due.Kind == resolution.ByOffice {
		c.statement(out, g)
	} else {
		c.judge(out, g)
	}
	switch {
	case out.Target.Kind == resolution.InfoOnly:
		out.Verdict = resolution.Info
	case out.Due.Kind == resolution.InfoOnly:
		out.Verdict = resolution.NotDue
	}
	c.failing(out)
	out.Computed = out.Verdict
	c.override(out)
	return out
}

// due is what the verdict is by. What has no milestone for a part of the year is
// not judged then.
func (c *consolidation) due(m *Measure) resolution.Target {
	of := c.plan.Report.Period
	if of.IsYear() || m.Target.Kind == resolution.InfoOnly {
		return m.Target
	}
	if milestone := m.Milestone(of); milestone != nil {
		return *milestone
	}
	return resolution.Target{Kind: resolution.InfoOnly}
}

func (m *Measure) set(v resolution.Verdict, reason diag.Message) { m.Verdict, m.Reason = v, reason }

// judge sets figure, verdict and reason.
func (c *consolidation) judge(m *Measure, g gathered) {
	if !g.arrived() || len(g.pending) > 0 {
		c.judgePartial(m, g)
		return
	}
	exact, obstacle := c.compute(m.Measure, g)
	switch obstacle {
	case allNil:
		m.set(resolution.Unassessed, diag.Say("annex.reason.all-nil", nil))
		return
	case noDivisor:
		label, value := divisor(m.Measure, g)
		why := diag.Say("annex.reason.no-divisor", diag.Args{"label": label, "value": numberText(value)})
		if facts := m.Method.Facts(); facts.Years { // a rise from nothing is no rate, and this year's amount is known
			now, _ := totalOf(m.Totals, facts.Compared)
			why = diag.Say("annex.reason.no-base", diag.Args{"label": label, "value": numberText(value),
				"now": now.WithUnit(c.plan.UnitOf(m.Measure, facts.Compared))})
		}
		m.set(resolution.Unassessed, why)
		c.report(diag.New("B410", firstPlace(m.Sources),
			diag.Args{"measure": m.ID, "label": label, "value": numberText(value)}).
			ForMeasure(m.ID).See(planLine(m.Measure)))
		return
	case sharesDiffer:
		sum := numberText(g.whole())
		m.set(resolution.NoData, diag.Say("annex.reason.shares", diag.Args{"sum": sum}))
		if m.ID == c.firstShare(m.Of) {
			args := diag.Args{"measures": strings.Join(m.Of, ", "), "sum": sum}
			c.report(c.asking(diag.New("B409", firstPlace(m.Sources), args).ForMeasure(m.ID).See(planLine(m.Measure)),
				m.Sources))
		}
		return
	case fromNone:
		before, _ := totalOf(m.Totals, m.Method.Facts().Base)
		now, _ := totalOf(m.Totals, m.Method.Facts().Compared)
		args := diag.Args{"now": numberText(now), "target": m.Promise(m.Due)}
		if m.awaitsTarget(diag.Say("annex.reason.from-none-not-due", args)) {
			return
		}
		v := resolution.Missed
		key := "annex.reason.from-none"
		if now.Equal(before) {
			v, key = resolution.Met, "annex.reason.still-none"
		}
		if m.Due.Kind == resolution.InfoOnly {
			key = "annex.reason.from-none-not-due"
		}
		m.set(v, diag.Say(key, args))
		return
	case noObstacle:
	}
	judged := m.Figure(m.Target, exact)
	if m.Target.All() && exact.Cmp(hundred) > 0 {
		figure := m.Amount(judged)
		m.set(resolution.NoData, diag.Say("annex.reason.above-hundred", diag.Args{"figure": figure}))
		c.report(c.asking(diag.New("B408", firstPlace(m.Sources),
			diag.Args{"measure": m.ID, "name": m.Name, "figure": figure}).
			ForMeasure(m.ID).See(planLine(m.Measure)), m.Sources))
		return
	}
	if c.offTarget(m, judged) {
		return
	}
	if m.Due.Open() {
		m.Actual, m.Judged = &exact, &judged
		m.set(resolution.Unassessed, diag.Say("annex.reason.no-last", diag.Args{"figure": figureText(m)}))
		return
	}
	m.Actual, m.Judged = &exact, &judged
	if m.awaitsTarget(figureText(m)) {
		return
	}
	c.compare(m, m.Due.Judge(exact, judged))
	m.Reason = diag.Say(reasonKey(m.Verdict), diag.Args{"figure": figureText(m), "target": m.Promise(m.Due)})
}

// awaitsTarget leaves a measure unassessed while a new target for it is awaited.
func (m *Measure) awaitsTarget(figure diag.Message) bool {
	if m.Amended == nil || !m.Amended.Pending {
		return false
	}
	key := "annex.reason.target-pending"
	if m.Amended.Document == "" {
		key = "annex.reason.target-pending-bare"
	}
	m.set(resolution.Unassessed, diag.Say(key, diag.Args{"figure": figure, "document": m.Amended.Document}))
	return true
}

// compare sets the verdict and the percent of the target.
func (c *consolidation) compare(m *Measure, v resolution.Verdict) {
	m.Verdict = v
	if p, ok := m.PercentOf(m.Target, *m.Judged, v); ok {
		m.PercentOfTarget = &p
	}
}

// judgePartial judges a measure some of whose answers are still out.
func (c *consolidation) judgePartial(m *Measure, g gathered) {
	pendingTarget := m.Amended != nil && m.Amended.Pending
	one := len(g.owners) == 1
	if m.Method.Amount() && (one || m.Method.Adds()) && g.neverFalls() && !pendingTarget {
		role, _ := m.Formula().Total()
		sum := g.total(role)
		if v, ok := m.Due.Settled(sum); ok && !g.none(role) && hasNumber(g) && isPlausible(m, sum) {
			m.Actual, m.Judged = &sum, &sum
			c.compare(m, v)
			args := diag.Args{
				"settled": counted(len(g.owners) - len(g.lacking) - len(g.pending)), "expected": counted(len(g.owners)),
				"figure": marked(m), "target": m.Promise(m.Due),
				"verdict": diag.Say("annex.reason.partial-"+string(v), nil),
			}
			m.Reason = diag.Say("annex.reason.partial", args)
			if one {
				m.Reason = diag.Say("annex.reason.partial-lines", args)
			}
			return
		}
	}
	verdict := resolution.NoData
	if g.arrived() {
		verdict = resolution.Unassessed
	}
	switch {
	case g.arrived():
		m.set(verdict, diag.Say("annex.reason.pending", diag.Args{"units": c.unitNames(g.pending)}))
	case len(g.owners) == 0 && len(g.untaken) == 0:
		m.set(verdict, diag.Say("annex.reason.no-owner", nil))
	case len(g.owners) <= 1, len(g.lacking) == 0:
		m.set(verdict, diag.Say("annex.reason.lacking", diag.Args{"why": c.owedReason(g)}))
	default:
		m.set(verdict, diag.Say("annex.reason.some", diag.Args{
			"reported": counted(m.Reported), "expected": counted(m.Expected), "why": c.owedReason(g)}))
	}
}

func hasNumber(g gathered) bool {
	return slices.ContainsFunc(g.inputs, func(t inputTotal) bool {
		return slices.ContainsFunc(t.amounts, func(a amount) bool { return a.given > 0 })
	})
}

// statement leaves the verdict to the office: it only says what has arrived.
func (c *consolidation) statement(m *Measure, g gathered) {
	var said []string
	for _, s := range m.Sources {
		if s.Role == resolution.RoleStatus && s.Answer == returns.Given {
			said = append(said, c.signed(m, s.Unit, s.Text))
		}
	}
	m.Status = strings.Join(said, "; ")
	switch {
	case !g.arrived():
		c.judgePartial(m, g)
	case len(g.pending) > 0:
		m.set(resolution.Unassessed, diag.Say("annex.reason.pending", diag.Args{"units": c.unitNames(g.pending)}))
	default:
		m.set(resolution.Unassessed, diag.Say("annex.reason.statement", diag.Args{"status": m.Status}))
		if m.Status == "" {
			m.Reason = diag.Say("annex.reason.all-nil", nil)
		}
		if c.decision(m.ID, 0) == nil && m.Due.Kind != resolution.InfoOnly {
			c.report(diag.New("B405", firstPlace(m.Sources), diag.Args{"measure": m.ID, "name": m.Name,
				"period": c.periodKey()}).
				ForMeasure(m.ID).See(planLine(m.Measure)))
		}
	}
}

// periodKey is what a decision has to say of a part of the year, so that it is no
// other report's too; "" for the year.
func (c *consolidation) periodKey() string {
	if of := c.plan.Report.Period; !of.IsYear() {
		return ", period = " + resolution.Quoted(of.String())
	}
	return ""
}

// signed puts the unit's name before a text where several units answer.
func (c *consolidation) signed(m *Measure, unit, text string) string {
	if m.Expected > 1 {
		return c.plan.Unit(unit).Name + ": " + text
	}
	return text
}

// beside gathers the text answers that stand beside a figure, and makes each of
// them a source.
func (c *consolidation) beside(m *Measure, role resolution.Role) string {
	var texts []string
	key := resolution.Key(m.ID, role)
	for _, u := range c.plan.Owners(resolution.Ask{Measure: m.Measure, Role: role}) {
		o, ok := c.answers.get(u, key)
		if !ok || o.Answer != returns.Given || o.Text == "" {
			continue
		}
		texts = append(texts, c.signed(m, u, o.Text))
		m.Sources = append(m.Sources, Source{Observation: *o, Role: role})
	}
	return strings.Join(texts, "; ")
}

// previous is last year's figure: as the units were asked, else as the plan
// states it, else from last year's result. A quotient that several units state
// cannot be put together again and is not used.
func (c *consolidation) previous(m *Measure) *quantity.Number {
	if m.AskLast {
		var sum quantity.Number
		said := 0
		key := resolution.Key(m.ID, resolution.RoleLast)
		owners := c.plan.Owners(resolution.Ask{Measure: m.Measure, Role: resolution.RoleLast})
		for _, u := range owners {
			if o, ok := c.answers.get(u, key); ok && o.Answer == returns.Given {
				said++
				sum = sum.Add(o.Value)
				m.Sources = append(m.Sources, Source{Observation: *o, Role: resolution.RoleLast})
			}
		}
		if said > 0 && said == len(owners) && (said == 1 || m.Method.Adds()) {
			return &sum
		}
	}
	if m.Measure.Previous != nil {
		return m.Measure.Previous
	}
	if n, ok := c.last.Figure(m.ID); ok {
		return &n
	}
	return nil
}

// decision is what a person said of a measure or, where that is "", of an indicator.
func (c *consolidation) decision(measure string, indicator int) *resolution.Decision {
	for i := range c.plan.Decisions {
		if d := &c.plan.Decisions[i]; d.Measure == measure && d.Indicator == indicator {
			return d
		}
	}
	return nil
}

// decided is the reason of a verdict that a person set.
func (c *consolidation) decided(d *resolution.Decision, computed resolution.Verdict) diag.Message {
	by := d.By
	if by == "" {
		by = c.plan.Office.Issuer
	}
	return diag.Say("annex.reason.override", diag.Args{"reason": d.Reason, "by": by,
		"verdict": d.Verdict.Name(), "computed": computed.Name()})
}

// override puts a person's verdict before the computed one.
func (c *consolidation) override(m *Measure) {
	d := c.decision(m.ID, 0)
	if d == nil || m.Computed == resolution.Info {
		return
	}
	m.Override, m.Verdict = d, d.Verdict
	m.Reason = c.decided(d, m.Computed)
	if m.Computed == resolution.NoData {
		c.report(diag.New("B411", diag.Position{File: resolution.DecisionsFile, Line: d.Line},
			diag.Args{"measure": m.ID, "verdict": d.Verdict.Name()}).ForMeasure(m.ID))
	}
}

// firstShare is the first measure of a share's parts that is a share itself: the
// one that reports what concerns them all.
func (c *consolidation) firstShare(of []string) string {
	for _, id := range of {
		if m := c.plan.Measure(id); m != nil && m.Method.Facts().OfSelf {
			return id
		}
	}
	return ""
}

// divisor is what the measure's quotient is divided by: an input, or the whole
// that a share is a part of.
func divisor(m *resolution.Measure, g gathered) (label any, value quantity.Number) {
	base := m.Formula().Divisor()
	value, _ = base.Compute(g.total)
	role, one := base.Total()
	if !one {
		return diag.Say("annex.reason.whole", nil), value
	}
	for _, t := range g.inputs {
		if t.role == role {
			return diag.Text{Vi: "«" + t.input.Label + "»", En: "“" + t.input.Label + "”"}, value
		}
	}
	return "", value
}

// firstPlace is the first cell that something was read from.
func firstPlace(sources []Source) diag.Position {
	for _, s := range sources {
		if s.At.File != "" {
			return s.At
		}
	}
	return diag.Position{}
}

// UnitOfTotal is the unit of a measure's total. The parts of a share have one, also those that
// other measures ask for; it is % where they were answered as shares, whatever was asked for.
func (m *Measure) UnitOfTotal(p *resolution.Plan, role resolution.Role) string {
	if !m.Method.Facts().OfSelf {
		return p.UnitOf(m.Measure, role)
	}
	whole := quantity.Number{}
	for _, t := range m.Totals {
		whole = whole.Add(t.Value)
	}
	if whole.Equal(quantity.Int(100)) {
		return "%"
	}
	return p.UnitOf(m.Measure, resolution.RoleValue)
}
