package xlsx

import (
	"cmp"
	"slices"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/wording"
)

// answers are what every unit said to every ask, found by both, and where the sheets
// show it.
type answers struct {
	annex *assess.Annex
	words *wording.Words

	asks     []resolution.Ask // each key once, in the order of measures
	counts   map[answerKey]*returns.Observation
	unusable map[answerKey]*returns.Observation
	owed     map[answerKey]bool
	units    map[string]assess.Unit
	some     map[string]bool    // units of which some answer counts
	wrong    map[answerKey]bool // an error stands about the unit's measure
	measures map[string]*assess.Measure

	sourceSheet string
	source      map[answerKey]int   // its row in the sheet of sources
	first       map[string]link     // the first row there of a measure
	cells       map[answerKey]total // where a sheet has it as a number
	totals      *totals

	unitRead, periodRead repeated[readText]
	figuresBeside        repeated[[2]string]

	counting map[string]string // formulas that count units, by the key of what they count
}

type answerKey struct{ unit, key string }

// newAnswers takes nothing that composing the report changes: see judged.
func newAnswers(a *assess.Annex) *answers {
	r := &answers{annex: a, words: a.Plan.Words, counts: map[answerKey]*returns.Observation{},
		unusable: map[answerKey]*returns.Observation{}, owed: map[answerKey]bool{}, units: map[string]assess.Unit{},
		some: map[string]bool{}, wrong: map[answerKey]bool{}, measures: map[string]*assess.Measure{},
		source: map[answerKey]int{}, first: map[string]link{}, cells: map[answerKey]total{},
		totals: newTotals(a.Plan), counting: map[string]string{}}
	byMeasure, seen := map[string][]resolution.Ask{}, map[string]bool{}
	for _, u := range a.Units {
		for _, k := range u.Asks {
			if key := k.Key(); !seen[key] {
				seen[key] = true
				byMeasure[k.Measure.ID] = append(byMeasure[k.Measure.ID], k)
			}
		}
	}
	for _, m := range a.Measures() {
		r.measures[m.ID] = m
		asks := byMeasure[m.ID]
		slices.SortStableFunc(asks, func(a, b resolution.Ask) int {
			return cmp.Or(cmp.Compare(placeOf(a), placeOf(b)), cmp.Compare(a.Line, b.Line))
		})
		r.asks = append(r.asks, asks...)
		for i := range m.Sources {
			s := &m.Sources[i]
			r.counts[answerKey{s.Unit, s.Key}] = &s.Observation
			r.some[s.Unit] = true
		}
	}
	for i := range a.Unusable {
		s := &a.Unusable[i]
		r.unusable[answerKey{s.Unit, s.Key}] = &s.Observation
	}
	return r
}

// judged takes what is known of the units, and what is wrong, once all of that is there.
func (r *answers) judged() {
	for _, u := range r.annex.Units {
		r.units[u.ID] = u
		for _, key := range u.Owes {
			r.owed[answerKey{u.ID, key}] = true
		}
	}
	for _, p := range r.annex.Problems {
		if p.Severity() == diag.Error {
			r.wrong[answerKey{p.Unit, p.Measure}] = true
		}
	}
}

// placeOf is where an ask stands among those of its measure: inputs first.
func placeOf(a resolution.Ask) int {
	at := slices.IndexFunc(a.Measure.Inputs, func(in resolution.Input) bool { return in.Role == a.Role })
	if at < 0 {
		return len(a.Measure.Inputs)
	}
	return at
}

// in is the unit of measurement of what was answered.
func (r *answers) in(k resolution.Ask, asked string) string {
	return answeredIn(r.words, r.measures[k.Measure.ID], k, asked)
}

// answeredIn is the unit of measurement of what was answered to an ask of a measure. The
// parts of a whole that add up to 100 are shares, whatever was asked for.
func answeredIn(w *wording.Words, m *assess.Measure, k resolution.Ask, asked string) string {
	if m == nil || k.Role != resolution.RoleValue || !m.Method.Facts().OfSelf || m.StatesShare() || m.Judged == nil {
		return asked
	}
	own, _ := totalOf(m, resolution.RoleValue)
	others, _ := totalOf(m, resolution.RoleOthers)
	if own.Add(others).Equal(hundred) {
		return w.Text("so-lieu.o.ty-trong")
	}
	return asked
}

// number is what a unit answered in a number that counts.
func (r *answers) number(unit string, k resolution.Ask) (quantity.Number, bool) {
	o := r.counts[answerKey{unit, k.Key()}]
	if o == nil || o.Answer != returns.Given || k.Kind != resolution.AskNumber {
		return quantity.Number{}, false
	}
	return o.Value, true
}

// settled: the unit has answered, be it that it has none.
func (r *answers) settled(unit, key string) bool {
	o := r.counts[answerKey{unit, key}]
	return o != nil && (o.Answer == returns.Given || o.Answer == returns.Nil)
}

// cell is what a unit said to an ask, or why nothing stands there. A number leads to its
// row in the sheet of sources; a text would lose its lines in LibreOffice.
func (r *answers) cell(unit string, k resolution.Ask) cell {
	at := answerKey{unit, k.Key()}
	c := r.shown(at, k)
	if c.number != nil {
		c = c.to(r.toRow(at))
	}
	return c
}

func (r *answers) shown(at answerKey, k resolution.Ask) cell {
	w, u := r.words, r.units[at.unit]
	if o, ok := r.counts[at]; ok {
		c := answered(w, *o, k.Kind)
		if o.Choice != nil && c.number != nil {
			c.look.after += w.Text("so-lieu.o.da-chot")
		}
		return c
	}
	if o, ok := r.unusable[at]; ok {
		c := remark(w.Text("so-lieu.o.can-xu-ly", wording.Args{"noi-dung": r.asFound(*o)}))
		c.look.alert = true
		return c
	}
	switch {
	case !r.owed[at]:
		return cell{}
	case u.Status == assess.UnitMissing:
		return remark(w.Text("so-lieu.o.chua-gui"))
	case u.Status == assess.UnitUnreadable:
		return remark(w.Text("so-lieu.o.khong-doc-duoc"))
	case u.Status == assess.UnitFaulty && (!r.some[u.ID] || r.wrong[answerKey{u.ID, k.Measure.ID}]):
		return remark(w.Text("so-lieu.o.loi"))
	}
	return remark(w.Text("so-lieu.o.de-trong"))
}

// asFound is what stands in the cell of an answer that cannot be used.
func (r *answers) asFound(o returns.Observation) string {
	switch {
	case o.Disputed:
		return r.words.Text("so-lieu.o.khac-nhau")
	case o.Answer == returns.Nil:
		return r.words.Text("so-lieu.o.khong-phat-sinh")
	case o.Answer == returns.Pending:
		return r.words.Text("so-lieu.o.chua-co-ket-qua")
	case o.Read != nil && o.Read.Shown != "":
		return diag.Visible(o.Read.Shown)
	case o.Answer == returns.Given:
		return diag.Visible(o.Said().Vi)
	}
	return r.words.Text("so-lieu.o.loi")
}

// last is what is known of the year before of what a unit is asked: what it answered
// then, what it says of that year now, or the plan.
func (r *answers) last(unit string, k resolution.Ask) (n quantity.Number, ok bool) {
	if k.Kind != resolution.AskNumber {
		return n, false
	}
	if n, ok = r.annex.Last.Own(unit, k); ok {
		return n, true
	}
	said := func(role resolution.Role) (quantity.Number, bool) {
		then := k
		then.Role = role
		return r.number(unit, then)
	}
	switch m := r.measures[k.Measure.ID]; {
	case k.Role == resolution.RoleCurrent:
		return said(resolution.RolePrevious)
	case k.Role != resolution.RoleValue || k.Line > 0:
		return n, false
	case k.Measure.AskLast:
		return said(resolution.RoleLast)
	case m.Previous != nil && m.Method.Facts().OneFigure:
		return *m.Previous, true
	}
	return n, false
}

// own points at a unit's inputs.
func (r *answers) own(of string) ownOperands {
	return func(m *assess.Measure, unit string, role resolution.Role) (operand, bool) {
		var sum quantity.Number
		var refs []string
		for _, key := range inputKeys(r.annex.Plan, m.Measure, role) {
			at := answerKey{unit, key}
			o, ok := r.counts[at]
			x, known := r.cells[at]
			if !ok || !known {
				return operand{}, false
			}
			sum = sum.Add(o.Value)
			refs = append(refs, x.ref(of))
		}
		return operand{text: added(refs), value: sum}, len(refs) > 0
	}
}

// amount is a number, or a text where it has more digits than a spreadsheet keeps.
func amount(n quantity.Number, decimals int) cell {
	if !showable(n, decimals) {
		return cell{text: n.Exact(), look: look{right: true}}
	}
	return numberCell(n, decimals)
}

func remark(s string) cell { return cell{text: s, look: look{italic: true, centre: true}} }

// answered shows an answer: a number as a number, the kinds of nothing in words.
func answered(w *wording.Words, o returns.Observation, kind resolution.AskKind) cell {
	switch o.Answer {
	case returns.Nil:
		return remark(w.Text("so-lieu.o.khong-phat-sinh"))
	case returns.Pending:
		return remark(w.Text("so-lieu.o.chua-co-ket-qua"))
	case returns.Faulty:
		return remark(w.Text("so-lieu.o.loi"))
	case returns.Blank:
		return remark(w.Text("so-lieu.o.de-trong"))
	case returns.Given:
	}
	if kind == resolution.AskNumber {
		c := amount(o.Value, o.Value.Decimals(6))
		if o.Estimate {
			c.look.after = w.Text("phu-luc.o.uoc")
		}
		return c
	}
	if kind == resolution.AskText {
		return text(o.Text)
	}
	return centred(o.Text)
}
