package assess

import (
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/wording"
)

// SourceRow tells where one figure comes from, down to the cell. It is for the office
// alone: it names units and files.
type SourceRow struct {
	Source
	Measure string // id
	Label   string // of what was asked
	Kind    resolution.AskKind
	Sender  string // name of the unit
}

// SourceRows are the rows of all figures, in the order of their measures.
func (a *Annex) SourceRows() []SourceRow {
	asks := map[string]resolution.Ask{}
	for _, u := range a.Units {
		for _, k := range u.Asks {
			asks[k.Key()] = k
		}
	}
	var rows []SourceRow
	for _, m := range a.Measures() {
		for _, s := range m.Sources {
			k := asks[s.Key]
			rows = append(rows, SourceRow{s, m.ID, k.Label, k.Kind, a.UnitName(s.Unit)})
		}
	}
	return rows
}

// UnitName is the name of a unit; its id where the plan does not know it.
func (a *Annex) UnitName(id string) string {
	for _, u := range a.Units {
		if u.ID == id {
			return u.Name
		}
	}
	return id
}

// Way says how a figure was found: in a form, or in a table of the unit's own, with
// the heading it stands under.
func (r SourceRow) Way(w *wording.Words) string {
	said := ""
	if key := ways[r.How]; key != "" {
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

// ways are the words for the ways of finding; a constant or another measure's figure
// says where it comes from itself.
var ways = map[returns.Source]string{
	returns.ByForm:     "so-lieu.nguon.cach.bieu-mau",
	returns.ByNumber:   "so-lieu.nguon.cach.bang",
	returns.ByLabel:    "so-lieu.nguon.cach.theo-ten",
	returns.ByLayout:   "so-lieu.nguon.cach.chi-dan",
	returns.ByDecision: "so-lieu.nguon.cach.quyet-dinh",
	returns.ByLikeness: "so-lieu.nguon.cach.gan-giong",
}
