package assess

import (
	"cmp"
	"iter"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/wording"
)

// SourceRow tells where one figure comes from, down to the cell. It is for the office
// alone: it names units and files.
type SourceRow struct {
	Source
	Measure string // id
	Label   string // of what was asked
	In      string // unit of measurement, as it was asked
	Kind    resolution.AskKind
	Sender  string // name of the unit
	State   SourceState
	Why     diag.Message // of one that is set aside
}

// SourceState is what became of one answer.
type SourceState int

// What becomes of an answer.
const (
	Used     SourceState = iota
	Decided              // used as a person decided
	SetAside             // another answer counts
	ToMend               // it cannot be used as it is
)

// SourceRows are the rows of all figures that count, in the order of their measures.
func (a *Annex) SourceRows() []SourceRow {
	var rows []SourceRow
	for _, m := range a.Measures() {
		for _, s := range m.Sources {
			rows = append(rows, a.sourceRow(m.ID, s, used(s)))
		}
	}
	return rows
}

func used(s Source) SourceState {
	if s.Choice != nil {
		return Decided
	}
	return Used
}

// Readings are all answers, those that do not count too, each once: under the measure
// that asks for it. A row is made when it is asked for: all of them take much room.
func (a *Annex) Readings() iter.Seq[SourceRow] {
	return func(yield func(SourceRow) bool) {
		unusable, aside := map[string][]Source{}, map[string][]settle.Version{}
		for _, s := range a.Unusable {
			unusable[s.Measure] = append(unusable[s.Measure], s)
		}
		for _, v := range a.Versions {
			if v.Key != "" { // no narrative
				aside[v.Measure] = append(aside[v.Measure], v)
			}
		}
		for _, m := range a.Measures() {
			for _, s := range m.Sources {
				if (s.Unit == "" || a.Plan.Ask(s.Unit, s.Key).Measure.ID == m.ID) &&
					!yield(a.sourceRow(m.ID, s, used(s))) {
					return
				}
			}
			for _, s := range unusable[m.ID] {
				if !yield(a.sourceRow(m.ID, s, ToMend)) {
					return
				}
			}
			for _, v := range aside[m.ID] {
				r := a.sourceRow(m.ID, Source{Observation: v.Aside}, SetAside)
				r.Key, r.Why = v.Key, v.Why
				if !yield(r) {
					return
				}
			}
		}
	}
}

func (a *Annex) sourceRow(measure string, s Source, state SourceState) SourceRow {
	k := a.Plan.Ask(s.Unit, s.Key)
	r := SourceRow{Source: s, Measure: measure, Label: k.Label, In: k.Unit, Kind: k.Kind,
		Sender: a.UnitName(s.Unit), State: state}
	if _, in := a.Plan.InputByKey(s.Key); in != nil && s.Unit == "" { // nobody is asked for it
		r.Label, r.In = in.Label, in.Unit
		if of := a.Plan.Measure(in.Of); of != nil {
			r.Label, r.In = cmp.Or(r.Label, of.Name), cmp.Or(r.In, of.FigureUnit())
		}
	}
	return r
}

// UnitName is the name of a unit; its id where the plan does not know it.
func (a *Annex) UnitName(id string) string {
	if u := a.Plan.Unit(id); u != nil {
		return u.Name
	}
	return id
}

// Way says how a figure was found: in a form, or in a table of the unit's own, with
// the heading it stands under.
func (r SourceRow) Way(w *wording.Words) string {
	said := ""
	if r.How == returns.ByMeasure {
		said = w.Text("so-lieu.nguon.cach.chi-tieu-khac", wording.Args{"so": r.Observation.Measure})
	} else if key := ways[r.How]; key != "" {
		said = w.Text(key)
	}
	if r.Column != "" {
		said += w.Text("so-lieu.nguon.cach.cot", wording.Args{"cot": r.Column})
	}
	if r.Estimate {
		said += w.Text("so-lieu.nguon.cach.so-uoc")
	}
	if r.Choice != nil && r.How != returns.ByDecision {
		said += w.Text("so-lieu.nguon.cach.theo-quyet-dinh")
	}
	return said
}

// ways are the words for the ways of finding.
var ways = map[returns.Source]string{
	returns.ByForm:     "so-lieu.nguon.cach.bieu-mau",
	returns.ByNumber:   "so-lieu.nguon.cach.bang",
	returns.ByLabel:    "so-lieu.nguon.cach.theo-ten",
	returns.ByLayout:   "so-lieu.nguon.cach.chi-dan",
	returns.ByDecision: "so-lieu.nguon.cach.quyet-dinh",
	returns.ByLikeness: "so-lieu.nguon.cach.gan-giong",
	returns.ByReading:  "so-lieu.nguon.cach.da-xac-nhan",
	returns.ByConstant: "so-lieu.nguon.cach.hang-so",
}
