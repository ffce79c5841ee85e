package rollup

import (
	"slices"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// Compared is a measure with what each committee reached.
type Compared struct {
	*assess.Measure
	Lower  bool    // the lower the better
	Places []Place // in the plan's order of units
}

// Place is a committee's figure of one measure.
type Place struct {
	Unit    string           // id
	Figure  *quantity.Number // as it is judged; nil for none
	Rank    int              // 1 is the best; those that are alike share one; 0 for none
	Added   bool             // it went into the consolidated figure; else it is only compared
	Last    *quantity.Number // of the year before; nil where that is not known
	Foreign bool             // its territory is another one than the year before: it compares with nothing
}

// Compare ranks the committees by each measure that has a figure. What a report could
// not be added by is taken from it as it was printed, for the rank alone.
func Compare(a *assess.Annex, reports []*Report) (all []Compared) {
	p := a.Plan
	told, w := byUnit(p, a, reports), termsOf(p, reports)
	for _, m := range a.Measures() {
		if m.Method.ByOffice() {
			continue
		}
		c := Compared{Measure: m, Lower: m.Target.LessIsBetter() || m.Method.Facts().Place}
		some := false
		inputs, last := inputsOf(m), lastInputs(a.Last[m.ID])
		for _, unit := range p.Rollup.Units {
			place := Place{Unit: unit}
			place.Figure, place.Added = own(m, inputs[unit])
			if place.Figure == nil && told[unit] != nil {
				if lower := w.of(told[unit], m.Measure, unit); lower != nil && w.comparable(m.Measure, lower, unit) {
					place.Figure = lower.Judged
				}
			}
			place.Last, place.Foreign = lastOf(p, m, unit, last)
			some = some || place.Figure != nil
			c.Places = append(c.Places, place)
		}
		if some {
			c.rank()
			all = append(all, c)
		}
	}
	return all
}

// counting are the files that count, by name and content.
func counting(a *assess.Annex) map[string]bool {
	counts := map[string]bool{}
	for _, u := range a.Units {
		for _, f := range u.Files {
			switch f.Status {
			case returns.StatusReplaced, returns.StatusConflict, returns.StatusOtherPeriod, returns.StatusUnreadable:
			default:
				counts[f.File+"\n"+f.SHA256] = true
			}
		}
	}
	return counts
}

// byUnit are the reports that tell the most of each unit, of those that count.
func byUnit(p *resolution.Plan, a *assess.Annex, reports []*Report) map[string]*Report {
	counts, told := counting(a), map[string]*Report{}
	for _, r := range reports {
		if r.Unit == "" || ofOld(p, r) || !counts[r.File+"\n"+r.SHA256] {
			continue
		}
		if best := told[r.Unit]; best == nil || r.Kind > best.Kind {
			told[r.Unit] = r
		}
	}
	return told
}

// inputsOf are the answers that went into a measure, by unit and role.
func inputsOf(m *assess.Measure) map[string]map[resolution.Role][]assess.Source {
	of := map[string]map[resolution.Role][]assess.Source{}
	for _, s := range m.Sources {
		if of[s.Unit] == nil {
			of[s.Unit] = map[resolution.Role][]assess.Source{}
		}
		of[s.Unit][s.Role] = append(of[s.Unit][s.Role], s)
	}
	return of
}

// own is the figure of one committee alone, of its answers that count; added is false
// where it has not answered all of it.
func own(m *assess.Measure, inputs map[resolution.Role][]assess.Source) (figure *quantity.Number, added bool) {
	f := m.Own()
	if f == nil {
		return nil, false
	}
	for _, role := range f.Roles() {
		given := false
		for _, s := range inputs[role] {
			if s.Answer == returns.Pending {
				return nil, false
			}
			given = given || s.Answer == returns.Given
		}
		if !given {
			return nil, false
		}
	}
	return figureOf(m, f, func(role resolution.Role) (sum quantity.Number) {
		for _, s := range inputs[role] {
			if s.Answer == returns.Given {
				sum = sum.Add(s.Value)
			}
		}
		return sum
	}), true
}

// figureOf computes a figure, rounded once as the measure's is; nil where there is
// nothing to divide by.
func figureOf(m *assess.Measure, f *resolution.Formula, total func(resolution.Role) quantity.Number) *quantity.Number {
	exact, ok := f.Compute(total)
	if !ok {
		return nil
	}
	if f.Divisor() != nil || m.Divided() {
		exact = m.Figure(m.Target, exact).Round(m.Decimals)
	}
	return &exact
}

// lastInputs are what the units answered the year before, by unit and role.
func lastInputs(last resolution.LastFigure) map[string]map[resolution.Role]quantity.Number {
	of := map[string]map[resolution.Role]quantity.Number{}
	if last.Parts != nil {
		for at, n := range last.Parts { // each by itself
			if of[at.Unit] == nil {
				of[at.Unit] = map[resolution.Role]quantity.Number{}
			}
			of[at.Unit][at.Role] = n
		}
		return of
	}
	for in, n := range last.Inputs { // sums: order does not matter
		if of[in.Unit] == nil {
			of[in.Unit] = map[resolution.Role]quantity.Number{}
		}
		of[in.Unit][in.Role] = of[in.Unit][in.Role].Add(n)
	}
	return of
}

// lastOf is a committee's figure of the year before. Of one that several became it is
// made of what these answered then, all of them; foreign tells that it cannot be.
func lastOf(p *resolution.Plan, m *assess.Measure, unit string,
	last map[string]map[resolution.Role]quantity.Number) (figure *quantity.Number, foreign bool) {
	ids := []string{unit}
	for _, c := range p.Rollup.Changes {
		if c.Date.Compare(p.Report.Period.Ends(p.Resolution.Year-1)) <= 0 || !slices.Contains(c.To, unit) {
			continue
		}
		if c.Divides() {
			return nil, true
		}
		ids = nil
		for _, name := range c.From {
			ids = append(ids, p.FormerID(name))
		}
		foreign = true // until all of them are found
	}
	f := m.Own()
	if f == nil || len(f.Roles()) == 0 {
		return nil, foreign
	}
	sums := map[resolution.Role]quantity.Number{}
	for _, id := range ids {
		for _, role := range f.Roles() {
			n, has := last[id][role]
			if !has {
				return nil, foreign
			}
			sums[role] = sums[role].Add(n)
		}
	}
	return figureOf(m, f, func(role resolution.Role) quantity.Number { return sums[role] }), false
}

// rank gives the places: those that are alike share one, and the next is as many behind.
func (c *Compared) rank() {
	var order []*Place
	for i := range c.Places {
		if c.Places[i].Figure != nil {
			order = append(order, &c.Places[i])
		}
	}
	slices.SortStableFunc(order, func(a, b *Place) int {
		if c.Lower {
			a, b = b, a
		}
		return b.Figure.Cmp(*a.Figure)
	})
	for i, at := range order {
		at.Rank = i + 1
		if i > 0 && at.Figure.Equal(*order[i-1].Figure) {
			at.Rank = order[i-1].Rank
		}
	}
}
