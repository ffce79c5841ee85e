package xlsx

import (
	"fmt"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// inputSheet is the sheet of the inputs' totals in the workbook that leaves the office:
// what its annex's quotients are computed of, without who reported it and where. nil
// where nothing is divided.
func inputSheet(a *assess.Annex) (*sheet, *totals) {
	w, find := a.Plan.Words, newTotals(a.Plan)
	s := &sheet{name: w.Text("phu-luc.so-lieu.sheet"), widths: []float64{8, 60, 16, 16}}
	s.title(w.Text("phu-luc.so-lieu.tieu-de"), look{bold: true, size: 14})
	marks(s, a.Plan, false)
	s.headings(w.Texts("phu-luc.so-lieu", "chi-tieu", "noi-dung", "dvt", "tong")...)
	sums := totalsOf(a)
	add := func(m *resolution.Measure, row planRow) {
		if _, has := find.at[row.key]; has || !showable(row.value, maxShown) {
			return
		}
		at := s.add(centred(m.ID), text(row.label), centred(row.in), row.cell())
		find.at[row.key] = total{sheet: s.name, cell: fmt.Sprintf("$D$%d", at), value: row.value}
	}
	for _, m := range a.Measures() {
		f := m.Formula()
		if _, amount := f.Total(); f == nil || amount || m.Judged == nil {
			continue // a sum is told by itself
		}
		for _, role := range f.Roles() {
			for _, row := range planRows(w, a, m, role) {
				add(m.Measure, row)
			}
			for _, key := range inputKeys(a.Plan, m.Measure, role) {
				if sum, ok := sums[key]; ok {
					k := sum.ask
					in := answeredIn(w, a.FindMeasure(k.Measure.ID), k, k.Unit)
					add(k.Measure, planRow{key: key, label: k.Label, in: in, value: sum.value})
				}
			}
		}
	}
	if len(s.rows) == s.head {
		return nil, find
	}
	return s, find
}

// sum is what all units answered to an ask.
type sum struct {
	ask   resolution.Ask
	value quantity.Number
}

func totalsOf(a *assess.Annex) map[string]sum {
	sums, counted := map[string]sum{}, map[answerKey]bool{}
	for _, m := range a.Measures() {
		for _, o := range m.Sources {
			at := answerKey{o.Unit, o.Key}
			ask := a.Plan.Ask(o.Unit, o.Key)
			if counted[at] || ask.Kind != resolution.AskNumber || o.Unit == "" {
				continue
			}
			counted[at] = true
			if counted[answerKey{"", o.Key}] && ask.Measure.Method.Facts().OneFigure {
				continue // several owners of one figure
			}
			counted[answerKey{"", o.Key}] = o.Answer == returns.Given
			s := sums[o.Key]
			sums[o.Key] = sum{ask, s.value.Add(o.Value)}
		}
	}
	return sums
}
