package result

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// LastYear returns this result's figures for the measures of the plan of the
// following year, by the ids of that plan. A measure counts as the same when the
// one of its id (or of its last_year_id) has the same unit and, but for the years
// in it, the same name; a measure that is not the same is reported and not used.
// at is the result's own file.
func (r *Result) LastYear(p *resolution.Plan, at diag.Position) (resolution.LastYear, []diag.Problem) {
	if r.Resolution.Year != p.Resolution.Year-1 {
		return nil, []diag.Problem{diag.New("B704", at,
			diag.Args{"found": r.Resolution.Year, "want": p.Resolution.Year - 1})}
	}
	if period := cmp.Or(r.Period, resolution.Period{}.String()); period != p.Report.Period.String() {
		of, _ := resolution.ParsePeriod(period)
		return nil, []diag.Problem{diag.New("B073", at, diag.Args{
			"found": diag.Text{Vi: of.Vi(), En: of.En()}, "want": p.PeriodText()})}
	}
	last, problems := r.figures(p, at)
	return last, problems
}

// Earlier is LastYear of a result that is older than last year's, of the same period.
// A measure that is not the same is left out without a word: numbers change over years.
func (r *Result) Earlier(p *resolution.Plan) resolution.LastYear {
	period := cmp.Or(r.Period, resolution.Period{}.String())
	if r.Resolution.Year >= p.Resolution.Year-1 || period != p.Report.Period.String() {
		return nil
	}
	last, _ := r.figures(p, diag.Position{})
	return last
}

func (r *Result) figures(p *resolution.Plan, at diag.Position) (resolution.LastYear, []diag.Problem) {
	last := resolution.LastYear{}
	ids, problems := r.unitIDs(p, at)
	for _, m := range p.Measures() {
		id := m.ID
		if m.LastYearID != "" {
			id = m.LastYearID
		}
		old := r.Measure(id)
		switch {
		case old == nil && m.LastYearID == "":
			continue // new this year
		case old == nil, viet.Fold(old.Unit) != viet.Fold(m.Unit),
			m.LastYearID == "" && nameless(old.Name) != nameless(m.Name):
			was := ""
			if old != nil {
				was = old.Name + " (" + old.Unit + ")"
			}
			problems = append(problems, diag.New("B703", at,
				diag.Args{"measure": m.ID, "id": id, "was": was, "now": m.Name + " (" + m.Unit + ")"}).
				ForMeasure(m.ID).See(diag.Position{File: resolution.ResolutionFile, Line: m.Line}))
			continue
		}
		figure := resolution.LastFigure{Totals: map[resolution.Role]quantity.Number{}}
		if old.Judged != nil {
			if n, err := quantity.Parse(*old.Judged); err == nil {
				figure.Figure = &n
			} else if d, ok := resolution.WrittenDay(*old.Judged); ok {
				figure.Figure = new(resolution.Serial(d))
			}
		}
		for role, total := range old.Totals { // into a map: order does not matter
			if n, err := quantity.Parse(total); err == nil {
				figure.Totals[resolution.Role(role)] = n
			}
		}
		figure.Inputs, figure.Parts = old.inputs(ids), r.parts(old, ids)
		last[m.ID] = figure
	}
	return last, problems
}

// inputs are what each unit answered with a number, of the measure's own inputs; ids are the
// units' of this year. What is of two units that are one now is no answer of either.
func (m *Measure) inputs(ids map[string]string) map[resolution.LastInput]quantity.Number {
	inputs, of := map[resolution.LastInput]quantity.Number{}, map[string]string{}
	for was, now := range ids { // those that are one now lead to none
		if _, other := of[now]; other {
			was = ""
		}
		of[now] = was
	}
	for _, s := range m.Sources {
		if s.Measure != m.ID || s.Value == nil {
			continue
		}
		unit, known := ids[s.Unit]
		if !known || of[unit] != s.Unit {
			continue
		}
		in := resolution.LastInput{Unit: unit, Role: resolution.Role(s.Input)}
		if s.Line != nil {
			in.Line = *s.Line
		}
		if n, err := quantity.Parse(*s.Value); err == nil {
			inputs[in] = n
		}
	}
	return inputs
}

// unitIDs are the units of then by the ids that a plan gives them now. A unit is known by its
// name: its id may be another's by now. One whose name nobody has any more kept its id and was
// renamed; of a committee the office has to say so, for a merger would be lost in it. A plan of
// the following year calls a committee that was by its name: any id may have been its own.
func (r *Result) unitIDs(p *resolution.Plan, at diag.Position) (ids map[string]string, problems []diag.Problem) {
	ids = map[string]string{}
	taken := map[string]bool{}
	for _, u := range r.Units {
		if id := idNow(p, u); id != "" {
			ids[u.ID], taken[id] = id, true
		}
	}
	for _, u := range r.Units {
		now := p.Unit(u.ID)
		switch _, named := ids[u.ID]; {
		case named || now != nil && taken[now.ID]:
		case now == nil || p.Rollup == nil:
			ids[u.ID] = u.ID
		case slices.ContainsFunc(p.Rollup.Changes, func(c resolution.Change) bool {
			return slices.ContainsFunc(c.From, func(name string) bool {
				return viet.Spelling(name) == viet.Spelling(u.Name)
			})
		}): // below
		default:
			problems = append(problems, diag.New("B705", at, diag.Args{"id": u.ID, "was": u.Name, "now": now.Name}).
				See(diag.Position{File: resolution.OfficeFile}))
		}
	}
	if p.Rollup == nil {
		return ids, problems
	}
	for _, c := range p.Rollup.Changes {
		for _, name := range c.From {
			for _, u := range r.Units {
				if p.Unit(name) == nil && viet.Spelling(u.Name) == viet.Spelling(name) {
					delete(ids, p.FormerID(name)) // another one had what is made of this name
					ids[u.ID] = p.FormerID(name)
				}
			}
		}
	}
	return ids, problems
}

// idNow is the id of the one unit that is called as one was; "" for none.
func idNow(p *resolution.Plan, was Unit) (id string) {
	is := func(u *resolution.Unit) bool {
		return slices.ContainsFunc(append([]string{u.Name}, u.Aliases...), func(name string) bool {
			return viet.Spelling(name) == viet.Spelling(was.Name)
		})
	}
	if u := p.Unit(was.ID); u != nil && is(u) {
		return u.ID
	}
	for i := range p.Units {
		if u := &p.Units[i]; is(u) {
			if id != "" {
				return ""
			}
			id = u.ID
		}
	}
	return id
}

// parts are what each unit's answers to a measure came to by their roles in the figure; ids
// are the units' of this year. What is not whole, because something was owed or open then, is
// left out.
func (r *Result) parts(m *Measure, ids map[string]string) map[resolution.LastPart]quantity.Number {
	owed := map[[2]string]bool{} // by unit and measure
	for _, u := range r.Units {
		for _, key := range u.Owes { // 4.1.value.2: of 4.1
			key = strings.TrimRight(key, "0123456789.")
			owed[[2]string{u.ID, key[:max(0, strings.LastIndexByte(key, '.'))]}] = true
		}
	}
	parts, open := map[resolution.LastPart]quantity.Number{}, map[resolution.LastPart]bool{}
	for _, s := range m.Sources {
		unit, known := ids[s.Unit]
		if !known {
			continue
		}
		at, n := resolution.LastPart{Unit: unit, Role: resolution.Role(s.Input)}, quantity.Number{}
		unsaid := s.Answer != "nil"
		if s.Answer == "given" && s.Value != nil {
			var err error
			n, err = quantity.Parse(*s.Value)
			unsaid = err != nil
		}
		open[at] = open[at] || unsaid || owed[[2]string{s.Unit, s.Measure}]
		parts[at] = parts[at].Add(n)
	}
	for at, unsaid := range open { // each by itself
		if unsaid {
			delete(parts, at)
		}
	}
	return parts
}

// SameName reports that two measures are called the same, but for the years in it.
func SameName(a, b string) bool { return nameless(a) == nameless(b) }

var yearNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:nam )?(?:19|20)[0-9]{2}\b`)
})

// nameless is a measure's name without the years in it, as a match key.
func nameless(name string) string {
	return strings.Join(strings.Fields(yearNumber().ReplaceAllString(viet.Fold(name), "")), " ")
}

// Reported returns what this result of another part of the plan's year says; ok is
// false where it is of another year or resolution.
func (r *Result) Reported(p *resolution.Plan) (said resolution.Reported, ok bool) {
	of, known := resolution.ParsePeriod(cmp.Or(r.Period, resolution.Period{}.String()))
	if !known || r.Resolution.Year != p.Resolution.Year ||
		viet.Fold(r.Resolution.Number) != viet.Fold(p.Resolution.Number) {
		return said, false
	}
	ids, _ := r.unitIDs(p, diag.Position{})
	said = resolution.Reported{Period: of, Said: resolution.LastYear{}, Files: map[string]bool{}}
	for _, m := range p.Measures() {
		old := r.Measure(m.ID)
		if old != nil && viet.Fold(old.Unit) == viet.Fold(m.Unit) && nameless(old.Name) == nameless(m.Name) {
			said.Said[m.ID] = resolution.LastFigure{Inputs: old.inputs(ids)}
		}
	}
	for _, u := range r.Units {
		for _, f := range u.Files {
			switch returns.Status(f.Status) {
			case returns.StatusOtherPeriod, returns.StatusUnreadable, returns.StatusUnknown:
				continue
			}
			said.Files[f.SHA256] = true
		}
	}
	return said, true
}
