package assess

import (
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/wording"
)

// UnitTable has the units of one measure, each with its own target, figure and
// verdict, as every output shows them.
type UnitTable struct {
	Measure  *Measure
	Title    string
	Headings []string // number, unit, target, figure, verdict
	Rows     []UnitRow
}

// UnitRow is one unit's.
type UnitRow struct {
	Assigned
	Cells []Cell
}

// UnitFigure is the place of the figure in the row of a unit, from 0.
const UnitFigure = 3

// UnitTables show the measures by units that the plan wants shown so, as they may
// leave the office: it is the one place of the report that names units.
func (a *Annex) UnitTables() []UnitTable {
	return a.unitTables(func(m *Measure) bool { return m.UnitTable })
}

// InternalUnitTables show all measures of which units have targets of their own.
func (a *Annex) InternalUnitTables() []UnitTable {
	return a.unitTables(func(*Measure) bool { return true })
}

func (a *Annex) unitTables(shown func(*Measure) bool) []UnitTable {
	var all []UnitTable
	w := a.Plan.Words
	for _, m := range a.Measures() {
		if m.Assigned == nil || !shown(m) {
			continue
		}
		t := UnitTable{Measure: m, Title: w.Text("phu-luc.don-vi.tieu-de", wording.Args{"so": m.ID, "ten": m.Name}),
			Headings: w.Texts("phu-luc.don-vi", "tt", "don-vi", "ke-hoach", "thuc-hien", "danh-gia")}
		if unit := m.OwnUnit(); unit != "" {
			t.Title += w.Text("phu-luc.don-vi.dvt", wording.Args{"dvt": unit})
		}
		for i, of := range m.Assigned {
			target := Cell{Align: Centre}
			if of.Target.Kind != resolution.InfoOnly {
				target.Lines = lines(of.Target.Vi())
			}
			t.Rows = append(t.Rows, UnitRow{of, []Cell{
				{Number: new(quantity.Int(int64(i + 1))), Align: Centre},
				{Lines: lines(a.Plan.Unit(of.Unit).Name)},
				target,
				ownCell(w, m, of),
				verdict(of.Verdict, false),
			}})
		}
		all = append(all, t)
	}
	return all
}

// ownCell is the figure of one unit alone.
func ownCell(w *wording.Words, m *Measure, of Assigned) Cell {
	c := Cell{Number: of.Actual, Align: Right}
	if of.Estimate {
		c.After = w.Text("phu-luc.o.uoc")
	}
	switch {
	case of.Actual == nil:
		return Cell{Lines: lines(w.Text("phu-luc.don-vi.chua-co")), Align: Right}
	case m.Method.Facts().IsDay:
		return Cell{Lines: lines(m.OwnTable(*of.Actual) + c.After), Align: Right}
	case m.OwnDivided():
		c.Decimals = m.Decimals
	default:
		c.Decimals = of.Actual.Decimals(allDecimals)
	}
	return c
}

// OwnInputs are the answers of one unit that went into its own figure, by role.
func (m *Measure) OwnInputs(unit string) map[resolution.Role][]Source {
	of := map[resolution.Role][]Source{}
	for _, s := range m.Sources {
		if s.Unit == unit {
			of[s.Role] = append(of[s.Role], s)
		}
	}
	return of
}
