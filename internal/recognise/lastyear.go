package recognise

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Last year's annex need not be one of this program's: an office has it as it was
// made then. It is read as the return of one unit that is asked, for the year
// before, the figure of each measure itself, so that whatever is asked of a cell
// of a unit's is asked of one of the annex's.

// lastUnit is the unit that last year's annex is read as the return of. No unit
// of a plan has such an id.
const lastUnit = "~"

// lastAsk is what one figure of last year's annex tells.
type lastAsk struct {
	measure *resolution.Measure // of this year
	role    resolution.Role     // of its input; "" for the measure's own figure
	units   []string            // that answer it
}

// LastYear reads last year's figures from an annex of whatever making. What is not
// certain is left out and told, but for the measures whose figure is known.
func LastYear(p *resolution.Plan, file string, b *workbook.Book, known func(measure string) bool) (
	resolution.LastYear, []diag.Problem) {
	q, asks := yearBefore(p)
	k := NewKnowledge(q, nil)
	k.callByIndicators(p)
	r := k.reader(file, lastUnit, b)
	r.readTables()
	if r.stopped != nil {
		return nil, []diag.Problem{workbook.Problem(file, r.stopped)}
	}
	r.askAside()
	last := resolution.LastYear{}
	var undated, unitless []diag.Position
	for _, a := range r.asks.list {
		o, ok := r.answers[a.Key()]
		of, asked := asks[a.Key()]
		switch {
		case !ok || !asked || o.Answer != returns.Given:
			continue
		case o.Read.Period == "" && !year().MatchString(viet.Fold(o.At.Sheet+" "+file)):
			undated = append(undated, o.At)
			continue
		case a.bare && o.Read.Unit == "" && !strings.HasSuffix(o.Read.Shown, "%") && !wordingOf(o.Read.Label).share:
			if !known(a.Measure.ID) {
				unitless = append(unitless, o.At)
			}
			continue
		}
		note(last, of, o.Value, file)
	}
	r.problems = slices.DeleteFunc(r.problems, func(p diag.Problem) bool {
		return !p.Entry().Unplaced && r.isKnown(p, func(id string) bool {
			_, here := last.Figure(id)
			return here || known(id)
		}, len(last) > 0)
	})
	return last, r.notTaken(undated, unitless)
}

// isKnown: a problem is about figures that are known all the same; of a table, that
// others of the file gave some.
func (r *reader) isKnown(p diag.Problem, known func(measure string) bool, some bool) bool {
	var about []string
	if p.Question != nil {
		for _, c := range p.Question.Candidates {
			if a, ok := r.ask(c.Input); ok {
				about = append(about, a.Measure.ID)
			}
		}
	}
	switch {
	case about != nil:
	case p.Measure != "":
		about = []string{p.Measure}
	default:
		return some
	}
	return !slices.ContainsFunc(about, func(id string) bool { return !known(id) })
}

// note puts down one figure. What one unit owns was that unit's own answer too.
func note(last resolution.LastYear, of lastAsk, n quantity.Number, file string) {
	m := of.measure
	f, known := last[m.ID]
	if !known {
		f = resolution.LastFigure{File: file, Totals: map[resolution.Role]quantity.Number{},
			Inputs: map[resolution.LastInput]quantity.Number{}}
	}
	role := of.role
	if role == "" {
		f.Figure = &n
		role = resolution.RoleValue
	}
	if role != resolution.RoleValue || m.Method.Amount() {
		f.Totals[role] = n
		if len(of.units) == 1 {
			f.Inputs[resolution.LastInput{Unit: of.units[0], Role: role}] = n
		}
	}
	last[m.ID] = f
}

// yearBefore is the plan of the year before as its annex answers it; asks tell what
// each of its asks is of this year's, by their keys.
func yearBefore(p *resolution.Plan) (q *resolution.Plan, asks map[string]lastAsk) {
	copied := *p
	q, asks = &copied, map[string]lastAsk{}
	q.Resolution.Year--
	q.Report.Estimate = false
	q.Layouts, q.Readings, q.Choices, q.Estimators, q.Senders = nil, nil, nil, nil, nil
	q.Units = append(slices.Clone(p.Units), resolution.Unit{ID: lastUnit, Name: p.Office.Name()})
	section := resolution.Section{}
	for _, m := range p.Measures() {
		if m.Method.ByOffice() || m.Method.Facts().IsDay {
			continue
		}
		then := &resolution.Measure{ID: m.ID, Name: q.InYear(p.AnyYear(m.Name)), Unit: m.Unit, PartOf: m.PartOf,
			Method: resolution.Value, Target: resolution.Target{Kind: resolution.InfoOnly}}
		ask := func(role resolution.Role, label, unit string, negative bool, of lastAsk) {
			asks[resolution.Key(m.ID, role)] = of
			then.Inputs = append(then.Inputs, resolution.Input{Role: role, Label: q.InYear(p.AnyYear(label)),
				Unit: unit, Negative: negative, From: []string{lastUnit}})
		}
		ask(resolution.RoleValue, m.Name, m.Unit, p.MayFall(m) || m.InUnit, lastAsk{m, "", m.From})
		for _, in := range m.Inputs {
			if in.Role == resolution.RoleCurrent && in.Asked() && in.Lines == nil {
				ask(in.Role, in.Label, in.Unit, in.Negative, lastAsk{m, in.Role, in.From})
			}
		}
		section.Indicators = append(section.Indicators,
			resolution.Indicator{Measures: []*resolution.Measure{then}})
	}
	q.Sections = []resolution.Section{section}
	q.Index()
	return q, asks
}

// callByIndicators lets a measure that is its indicator's only one be called by
// the indicator's text, as annexes do, and a rate by what it is the rate of.
func (k *Knowledge) callByIndicators(p *resolution.Plan) {
	more := map[string][]string{}
	for _, s := range p.Sections {
		for _, i := range s.Indicators {
			if len(i.Measures) == 1 {
				more[i.Measures[0].ID] = append(more[i.Measures[0].ID], k.plan.InYear(p.AnyYear(i.Text)))
			}
		}
	}
	for _, a := range k.asks[lastUnit].list {
		if a.Role != resolution.RoleValue {
			a.name = nil // a rate called so is the measure's own figure
			continue
		}
		a.bare = isPercent(a.Unit)
		for _, label := range more[a.Measure.ID] {
			w := wordingOf(label)
			a.labels, a.wordings = append(a.labels, viet.Fold(label)), append(a.wordings, w)
			a.sequences = append(a.sequences, sequence(w.text))
		}
	}
}

// notTaken are the problems of an annex in the office's terms: what cannot be used
// of it, the rows that are nobody's, and that it names no year.
func (r *reader) notTaken(undated, unitless []diag.Position) []diag.Problem {
	var all []diag.Problem
	say := func(at diag.Position, measure string, why any) {
		args := diag.Args{"why": why, "year": r.plan.Resolution.Year}
		all = append(all, diag.New("B077", at, args).ForMeasure(measure))
	}
	var rows []string
	var first diag.Position
	for _, p := range diag.Sort(r.problems) {
		switch {
		case p.Entry().Unplaced:
			if rows == nil {
				first = p.At
			}
			label, _ := p.Args["label"].(string)
			rows = append(rows, "«"+viet.Excerpt(label)+"» ("+p.At.Cell+")")
		case p.Severity() == diag.Error:
			say(p.At, p.Measure, diag.Text{Vi: p.In(diag.Vi), En: p.In(diag.En)})
		}
	}
	if undated != nil {
		say(undated[0], "", diag.Say("last-year.undated", diag.Args{"count": len(undated)}))
	}
	for _, at := range unitless {
		say(at, "", diag.Say("last-year.unitless", nil))
	}
	if len(r.answers) == 0 && all == nil {
		say(diag.Position{File: r.file}, "", diag.Say("last-year.nothing", nil))
	}
	if rows != nil {
		const most = 10
		count := len(rows)
		if count > most {
			rows = append(rows[:most], "...")
		}
		all = append(all, diag.New("B078", first, diag.Args{"count": count, "rows": strings.Join(rows, ", ")}))
	}
	return atMost(maxAlike, all)
}
