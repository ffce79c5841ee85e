package assess

import (
	"slices"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/wording"
)

// UnitTable has the units of one measure, each with its own target, figure and
// verdict, as every output shows them. Where no unit has a target of its own, the
// columns of targets and verdicts are left out.
type UnitTable struct {
	Measure  *Measure
	Title    string
	Headings []string // number, unit, target, figure, verdict
	Figure   int      // the place of the figure in a row, from 0
	Rows     []UnitRow
	Total    []Cell // the row below, of a sum that all figures add up to; nil for none
}

// UnitRow is one unit's.
type UnitRow struct {
	Assigned
	Cells []Cell
}

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
			Headings: w.Texts("phu-luc.don-vi", "tt", "don-vi", "ke-hoach", "thuc-hien", "danh-gia"), Figure: 3}
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
		t.Total = a.totalOf(m)
		t.leaveOut()
		all = append(all, t)
	}
	return all
}

// totalOf is the row of a sum below those of its units, by which a reader can check them;
// nil where they do not add up to it, as when a figure was decided.
func (a *Annex) totalOf(m *Measure) []Cell {
	sum := quantity.Number{}
	for _, of := range m.Assigned {
		switch {
		case of.Actual != nil:
			sum = sum.Add(*of.Actual)
		case of.Verdict == resolution.NoData:
			return nil // it is not the sum of all
		}
	}
	if !m.Method.Adds() || len(m.Assigned) < 2 || m.Judged == nil || !m.Judged.Equal(sum) {
		return nil
	}
	name := lines(a.Plan.Words.Text("phu-luc.don-vi.tong"))
	total := []Cell{{}, {Lines: name}, {Align: Centre}, figureCell(m, m.Judged), {Align: Centre}}
	if a.Plan.Report.Period.IsYear() && m.Target.Kind != resolution.InfoOnly { // as those of the units are
		total[2].Lines, total[4] = lines(m.Target.Vi()), verdict(m.Verdict, true)
	}
	for i := range total {
		total[i].Bold = true
	}
	return total
}

// leaveOut takes away the targets and verdicts where no unit has one.
func (t *UnitTable) leaveOut() {
	for _, r := range t.Rows {
		if r.Target.Kind != resolution.InfoOnly {
			return
		}
	}
	const target, verdict = 2, 4
	without := func(cells []Cell) []Cell {
		if cells == nil {
			return nil
		}
		return slices.Concat(cells[:target], cells[target+1:verdict])
	}
	t.Headings = slices.Concat(t.Headings[:target], t.Headings[target+1:verdict])
	for i := range t.Rows {
		t.Rows[i].Cells = without(t.Rows[i].Cells)
	}
	t.Total, t.Figure = without(t.Total), t.Figure-1
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
