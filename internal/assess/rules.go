package assess

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// phase is when a rule runs.
type phase int

const (
	beforeJudging phase = iota // the answers it finds impossible are not used
	afterJudging               // it looks at what came out and only asks
)

// rule is one check across answers.
type rule struct {
	phase phase
	check func(*consolidation)
}

// rules are the checks across answers, in the order they run. What one file
// shows by itself (a count that is negative or not whole, a figure of another
// period) was checked when the file was read.
var rules = []rule{
	{beforeJudging, (*consolidation).contradictions},
	{beforeJudging, (*consolidation).partAboveWhole},
	{beforeJudging, (*consolidation).rateAboveHundred},
	{beforeJudging, (*consolidation).partOfAboveWhole},
	{afterJudging, (*consolidation).branchAboveTotal},
	{afterJudging, (*consolidation).unlikeLastYear},
	{afterJudging, (*consolidation).jump},
	{afterJudging, (*consolidation).listLength},
	{afterJudging, (*consolidation).population},
}

// partAboveWhole: the numerator of a ratio is a part of its denominator, in each
// unit; where different units report the two, in their sums. above_whole = true
// switches it off for a measure.
func (c *consolidation) partAboveWhole() {
	for _, m := range c.plan.Measures() {
		facts := m.Method.Facts()
		if !facts.PartOfBase || m.AboveWhole {
			continue
		}
		part, okPart := c.input(m, facts.Compared)
		whole, okWhole := c.input(m, facts.Base)
		if okPart && okWhole {
			c.comparePart("B412", m.ID, m.ID, part, whole)
		}
	}
}

// partOfAboveWhole: a measure that is "part_of" another counts no more than
// that: amounts of one unit of measurement, or the numerators of two ratios of
// one denominator.
func (c *consolidation) partOfAboveWhole() {
	for _, m := range c.plan.Measures() {
		of := c.plan.Measure(m.PartOf)
		if of == nil {
			continue
		}
		role, facts := resolution.RoleValue, m.Method.Facts()
		switch {
		case m.Method.Amount() && of.Method.Amount() && viet.Fold(m.Unit) == viet.Fold(of.Unit) && m.Unit != "%":
		case facts.PartOfBase && of.Method == m.Method && c.sameInput(m, of, facts.Base):
			role = facts.Compared
		default:
			continue
		}
		part, okPart := c.input(m, role)
		whole, okWhole := c.input(of, role)
		if okPart && okWhole {
			c.comparePart("B414", m.ID, of.ID, part, whole)
		}
	}
}

// sameInput reports that two measures take one input from the same place.
func (c *consolidation) sameInput(a, b *resolution.Measure, role resolution.Role) bool {
	askA, inA := c.plan.Input(a, role)
	askB, inB := c.plan.Input(b, role)
	return inA != nil && inB != nil && askA == askB && inA.Role == inB.Role
}

// comparePart finds the units whose part is above their whole; neither answer
// is used. Where no unit reports both, the sums are compared once all is in.
func (c *consolidation) comparePart(code, measure, whole string, part, of inputTotal) {
	both, ofWhole := false, of.byUnit()
	for _, a := range part.amounts {
		b := ofWhole[a.unit]
		if b == nil {
			continue
		}
		both = true
		if a.settled() && b.settled() && !a.none() && !b.none() && a.value.Cmp(b.value) > 0 {
			c.impossible(code, measure, whole, a.unit, part, of, a.value, b.value, a.sources, b.sources)
		}
	}
	x, sourcesX, okX := part.sum()
	y, sourcesY, okY := of.sum()
	if !both && okX && okY && x.Cmp(y) > 0 {
		c.impossible(code, measure, whole, "", part, of, x, y, sourcesX, sourcesY)
	}
}

// sum is the total of an input whose owners have all answered with something.
func (t inputTotal) sum() (total quantity.Number, sources []Source, ok bool) {
	for _, a := range t.amounts {
		if !a.settled() {
			return total, nil, false
		}
		total = total.Add(a.value)
		sources = append(sources, a.sources...)
		ok = ok || a.given > 0
	}
	return total, sources, ok
}

func (c *consolidation) impossible(code, measure, whole, unit string, part, of inputTotal,
	x, y quantity.Number, xs, ys []Source) {
	p := diag.New(code, firstPlace(xs), diag.Args{"measure": measure, "of": whole, "part": part.input.Label, "whole": of.input.Label,
		"a": printed(x), "b": printed(y), "unit": c.unitName(unit)}).ForUnit(unit).ForMeasure(measure)
	for _, s := range slices.Concat(xs, ys)[1:] {
		if s.At != p.At {
			p = p.See(s.At)
		}
	}
	p = p.See(planLine(c.plan.Measure(measure)))
	for _, s := range slices.Concat(xs, ys) {
		c.answers.unusable[ask{s.Unit, s.Key}] = true
	}
	c.report(p)
}

func (c *consolidation) unitName(id string) any {
	if u := c.plan.Unit(id); u != nil {
		return u.Name
	}
	return diag.Say("annex.all-units", nil)
}

// rateAboveHundred: a rate that a unit states in percent is at most 100, unless
// above_whole = true. The target "= 100" has a rule of its own.
func (c *consolidation) rateAboveHundred() {
	for _, m := range c.plan.Measures() {
		target, _, _ := m.Current(c.plan.On())
		if !m.Method.Facts().OneFigure || m.Unit != "%" || m.AboveWhole || target.All() {
			continue
		}
		s, ok := c.input(m, resolution.RoleValue)
		if !ok {
			continue
		}
		for _, a := range s.amounts {
			for _, source := range a.sources {
				if source.Value.Cmp(hundred) > 0 {
					c.answers.unusable[ask{source.Unit, source.Key}] = true
					c.report(diag.New("B413", source.At, diag.Args{"measure": m.ID, "label": s.input.Label, "value": printed(source.Value)}).
						ForUnit(source.Unit).ForMeasure(m.ID).See(planLine(m)))
				}
			}
		}
	}
}

// branchAboveTotal: of growths, the amount of a branch is not above that of the
// whole it is part of. Only a question, for the two may be valued differently.
func (c *consolidation) branchAboveTotal() {
	for _, m := range c.plan.Measures() {
		of := c.plan.Measure(m.PartOf)
		if of == nil || !m.Method.Facts().Years || !of.Method.Facts().Years {
			continue
		}
		part, okPart := c.input(m, m.Method.Facts().Compared)
		whole, okWhole := c.input(of, of.Method.Facts().Compared)
		if !okPart || !okWhole || viet.Fold(part.input.Unit) != viet.Fold(whole.input.Unit) {
			continue
		}
		x, xs, okX := part.sum()
		y, ys, okY := whole.sum()
		if okX && okY && x.Cmp(y) > 0 {
			c.report(diag.New("B415", firstPlace(xs), diag.Args{"measure": m.ID, "of": of.ID, "part": part.input.Label, "whole": whole.input.Label,
				"a": printed(x), "b": printed(y)}).ForUnit(xs[0].Unit).ForMeasure(m.ID).See(firstPlace(ys)).See(planLine(m)))
		}
	}
}

// unlikeLastYear: what is told of last year now is what last year's report
// printed: the figure itself, and the base of a growth.
func (c *consolidation) unlikeLastYear() {
	for _, m := range c.annex.Measures() {
		last, known := c.last[m.ID]
		if !known {
			continue
		}
		if last.Figure != nil && m.Previous != nil && (m.AskLast || m.Measure.Previous != nil) {
			at, unit := planLine(m.Measure), ""
			for _, s := range m.Sources {
				if s.Role == resolution.RoleLast {
					at, unit = s.At, s.Unit
				}
			}
			told, was := *m.Previous, *last.Figure
			if m.Method.Divided() { // as it was printed
				told, was = told.Round(m.Decimals), was.Round(m.Decimals)
			}
			c.compareLastYear(m, at, unit, m.Name, told, was)
		}
		facts := m.Method.Facts()
		_, base := c.plan.Input(m.Measure, facts.Base) // of a total each part is looked at
		told, okTold := totalOf(m.Totals, facts.Base)
		was, okWas := last.Totals[facts.Compared]
		if facts.Years && base != nil && okTold && okWas {
			for _, s := range m.Sources {
				if s.Role == facts.Base {
					c.compareLastYear(m, s.At, s.Unit, base.Label, told, was)
					break
				}
			}
		}
	}
}

func (c *consolidation) compareLastYear(m *Measure, at diag.Position, unit, label string, told, was quantity.Number) {
	if told.Equal(was) || within(told, was, c.plan.Checks.LastYearTolerance) {
		return
	}
	c.report(diag.New("B416", at, diag.Args{"measure": m.ID, "label": label, "told": printed(told), "was": printed(was), "year": c.plan.Resolution.Year - 1}).
		ForUnit(unit).ForMeasure(m.ID).See(diag.Position{File: "nam-truoc/ket-qua.json"}).See(planLine(m.Measure)))
}

// within reports that two numbers lie at most so many percent of the larger apart.
func within(a, b, percent quantity.Number) bool {
	larger := a.Abs()
	if b.Abs().Cmp(larger) > 0 {
		larger = b.Abs()
	}
	return a.Sub(b).Abs().Mul(hundred).Cmp(larger.Mul(percent)) <= 0
}

func totalOf(totals []Total, role resolution.Role) (quantity.Number, bool) {
	for _, t := range totals {
		if t.Role == role {
			return t.Value, true
		}
	}
	return quantity.Number{}, false
}

// smallCount is the count below which years differ by any factor.
var smallCount = quantity.Int(10)

// jump: a figure is less than jump_factor times last year's, and more than that
// part of it. Counts that are small in both years are left alone, and so is what
// was promised to come down to 0.
func (c *consolidation) jump() {
	factor := c.plan.Checks.JumpFactor
	if factor.Sign() == 0 {
		return
	}
	for _, m := range c.annex.Measures() {
		facts := m.Method.Facts()
		if !facts.Steady || m.Target.None() {
			continue
		}
		now, before, role := m.Judged, m.Previous, cmp.Or(facts.Compared, resolution.RoleValue)
		if facts.Years && m.Judged != nil {
			x, okX := totalOf(m.Totals, facts.Compared)
			y, okY := totalOf(m.Totals, facts.Base)
			if !okX || !okY {
				continue
			}
			now, before = &x, &y
		}
		if now == nil || before == nil || before.Sign() <= 0 || now.Sign() < 0 {
			continue
		}
		if m.Unit != "%" && now.Cmp(smallCount) < 0 && before.Cmp(smallCount) < 0 {
			continue
		}
		if now.Cmp(before.Mul(factor)) <= 0 && now.Mul(factor).Cmp(*before) >= 0 {
			continue
		}
		var at diag.Position
		unit := ""
		for _, s := range m.Sources {
			if s.Role == role {
				at, unit = s.At, s.Unit
				break
			}
		}
		if len(m.From) > 1 {
			unit = ""
		}
		c.report(diag.New("B417", at, diag.Args{"measure": m.ID, "name": m.Name, "now": printed(*now), "before": printed(*before), "factor": printed(factor)}).
			ForUnit(unit).ForMeasure(m.ID).See(planLine(m.Measure)))
	}
}

// listLength: the names behind a count are as many as it says.
func (c *consolidation) listLength() {
	for _, m := range c.plan.Measures() {
		if !m.List {
			continue
		}
		for _, unit := range m.From {
			count, ok := c.answers.get(unit, resolution.Key(m.ID, resolution.RoleValue))
			list, listed := c.answers.get(unit, resolution.Key(m.ID, resolution.RoleList))
			if !ok || !listed || list.Answer != returns.Given || count.Answer == returns.Pending {
				continue
			}
			if n := countEntries(list.Text); !count.Value.Equal(quantity.Int(int64(n))) {
				c.report(diag.New("B418", list.At, diag.Args{"measure": m.ID, "names": n, "count": printed(count.Value)}).
					ForUnit(unit).ForMeasure(m.ID).See(count.At))
			}
		}
	}
}

// countEntries counts the entries of a list: separated by semicolons or lines, else by
// commas.
func countEntries(list string) int {
	separators := ";\n"
	if !strings.ContainsAny(strings.TrimSpace(list), separators) {
		separators = ","
	}
	n := 0
	for _, entry := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if strings.Trim(entry, " \t\r-+*•.0123456789)") != "" {
			n++
		}
	}
	return n
}

// population: inputs that count the same thing, by their population in the plan
// or by the same words and unit, come to the same number.
func (c *consolidation) population() {
	type counted struct {
		input   *resolution.Input
		total   quantity.Number
		sources []Source
	}
	groups := map[string][]counted{}
	var order []string
	for _, m := range c.plan.Measures() {
		for i := range m.Inputs {
			in := &m.Inputs[i]
			if in.SameAs != "" || in.Role.InWords() || len(in.Lines) > 0 {
				continue
			}
			s, ok := c.input(m, in.Role)
			if !ok {
				continue
			}
			total, sources, whole := s.sum()
			if !whole {
				continue
			}
			name := "label " + viet.Fold(in.Label) + "/" + viet.Fold(in.Unit)
			if in.Population != "" {
				name = "population " + viet.Fold(in.Population)
			}
			if groups[name] == nil {
				order = append(order, name)
			}
			groups[name] = append(groups[name], counted{in, total, sources})
		}
	}
	for _, name := range order {
		first := groups[name][0]
		for _, other := range groups[name][1:] {
			if other.input.Population == "" && slices.Equal(senders(first.sources), senders(other.sources)) {
				continue // one unit uses the same words for two things
			}
			if first.total.Equal(other.total) || within(first.total, other.total, c.plan.Checks.PopulationTolerance) {
				continue
			}
			measure := other.sources[0].Measure
			c.report(diag.New("B419", firstPlace(other.sources), diag.Args{"label": other.input.Label, "value": printed(other.total), "units": c.sendersOf(other.sources),
				"first": first.input.Label, "other": printed(first.total), "owners": c.sendersOf(first.sources)}).
				ForUnit(other.sources[0].Unit).ForMeasure(measure).See(firstPlace(first.sources)))
		}
	}
}

// sendersOf names the units of sources, or counts them.
func (c *consolidation) sendersOf(sources []Source) any {
	units := senders(sources)
	if len(units) == 1 {
		return c.plan.Unit(units[0]).Name
	}
	return diag.Say("annex.units-together", diag.Args{"count": counted(len(units))})
}

func senders(sources []Source) []string {
	var units []string
	for _, s := range sources {
		if !slices.Contains(units, s.Unit) {
			units = append(units, s.Unit)
		}
	}
	return units
}

// planLine is where the plan speaks of a measure.
func planLine(m *resolution.Measure) diag.Position {
	return diag.Position{File: resolution.ResolutionFile, Line: m.Line}
}
