package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/wording"
)

// matrix is the sheet of what every unit answered: a row for each input, a
// column for each unit, and the totals that the annex's formulas point at.
type matrix struct {
	*sheet
	annex   *assess.Annex
	asks    []resolution.Ask // a row each
	units   []assess.Unit
	answers map[answerKey]returns.Observation
	rowOf   map[string]int // of an ask's key
}

type answerKey struct{ unit, key string }

// totalColumn holds the totals; the units follow it.
const totalColumn = "D"

// firstUnit is the number of the first unit's column.
const firstUnit = 5

func newMatrix(a *assess.Annex) *matrix {
	m := &matrix{annex: a, answers: map[answerKey]returns.Observation{}, rowOf: map[string]int{},
		sheet: &sheet{name: a.Plan.Words.Text("so-lieu.so-lieu-don-vi.sheet"),
			widths: []float64{17, 44, 13, 14}, fixed: 4}}
	for _, u := range a.Units {
		if len(u.Asks) > 0 {
			m.units = append(m.units, u)
			m.widths = append(m.widths, 14)
		}
	}
	for _, f := range a.Measures() {
		for _, u := range m.units {
			for _, k := range u.Asks {
				same := func(have resolution.Ask) bool { return have.Key() == k.Key() }
				if k.Measure.ID == f.ID && !slices.ContainsFunc(m.asks, same) {
					m.asks = append(m.asks, k)
				}
			}
		}
		for _, s := range f.Sources {
			m.answers[answerKey{s.Unit, s.Key}] = s.Observation
		}
	}
	m.fill()
	return m
}

func (m *matrix) fill() {
	w := m.annex.Plan.Words
	m.title(w.Text("so-lieu.so-lieu-don-vi.tieu-de"), look{bold: true, size: 14})
	names := w.Texts("so-lieu.so-lieu-don-vi", "ma", "noi-dung", "dvt", "tong")
	for _, u := range m.units {
		names = append(names, u.Name)
	}
	m.headings(names...)
	for _, k := range m.asks {
		m.rowOf[k.Key()] = m.line(k)
	}
}

// line adds the row of one input.
func (m *matrix) line(k resolution.Ask) int {
	at := len(m.rows) + 1
	var sum quantity.Number
	given, all, asked := 0, true, 0
	decimals := 0
	first := "" // the column of the first figure
	var answers []cell
	for i, u := range m.units {
		if !slices.ContainsFunc(u.Asks, func(own resolution.Ask) bool { return own.Key() == k.Key() }) {
			answers = append(answers, cell{look: look{shaded: true}})
			continue
		}
		asked++
		o, ok := m.answers[answerKey{u.ID, k.Key()}]
		if ok && o.Answer == returns.Given && k.Kind == resolution.AskNumber {
			if !k.Measure.Method.Facts().OneFigure || given == 0 {
				sum = sum.Add(o.Value)
				first, _ = excelize.ColumnNumberToName(firstUnit + i)
			}
			given++
			decimals = max(decimals, o.Value.Decimals(6))
		}
		all = all && ok && (o.Answer == returns.Given || o.Answer == returns.Nil)
		answers = append(answers, m.answer(u, k, o, ok))
	}
	total := cell{look: look{bold: true}}
	// A percentage of several units has no total; what has not arrived is not 0.
	if k.Kind == resolution.AskNumber && (given > 0 || all) && (asked == 1 || k.Unit != "%") {
		last, _ := excelize.ColumnNumberToName(4 + len(m.units))
		formula := fmt.Sprintf("SUM(E%d:%s%d)", at, last, at)
		if asked > 1 && k.Measure.Method.Facts().OneFigure && first != "" {
			formula = fmt.Sprintf("%s%d", first, at) // several owners of one figure
		}
		total = computed(formula, sum, decimals).bold()
	}
	return m.add(append([]cell{text(k.Key()), text(k.Label), centred(k.Unit), total}, answers...)...)
}

// answer is what one unit said to one input, or why nothing stands there.
func (m *matrix) answer(u assess.Unit, k resolution.Ask, o returns.Observation, ok bool) cell {
	w := m.annex.Plan.Words
	if ok {
		return answered(w, o, k.Kind)
	}
	if !slices.Contains(u.Owes, k.Key()) {
		return cell{}
	}
	switch u.Status {
	case assess.UnitMissing:
		return remark(w.Text("so-lieu.o.chua-gui"))
	case assess.UnitUnreadable:
		return remark(w.Text("so-lieu.o.khong-doc-duoc"))
	case assess.UnitAccepted, assess.UnitFaulty, assess.UnitPartial, assess.UnitNil:
	}
	wrong := func(p diag.Problem) bool {
		return p.Severity() == diag.Error && p.Unit == u.ID && p.Measure == k.Measure.ID
	}
	if u.Status == assess.UnitFaulty && (!hasUsable(m, u) || slices.ContainsFunc(m.annex.Problems, wrong)) {
		return remark(w.Text("so-lieu.o.loi"))
	}
	return remark(w.Text("so-lieu.o.de-trong"))
}

func hasUsable(m *matrix, u assess.Unit) bool {
	return slices.ContainsFunc(u.Asks, func(k resolution.Ask) bool {
		_, ok := m.answers[answerKey{u.ID, k.Key()}]
		return ok
	})
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
		c := numberCell(o.Value, o.Value.Decimals(6))
		if o.Estimate {
			c.look.after = w.Text("phu-luc.o.uoc")
		}
		return c
	}
	return text(o.Text)
}

// operands points at the totals of a measure's input.
func (m *matrix) operands(f *assess.Measure, role resolution.Role) (operand, bool) {
	total, ok := constants(f, role)
	if !ok {
		return operand{}, false
	}
	var refs []string
	take := func(of *resolution.Measure, asked resolution.Role) {
		owner, in := m.annex.Plan.Input(of, asked)
		if in == nil || !in.Asked() {
			return
		}
		for _, k := range m.asks {
			if k.Measure.ID == owner.ID && k.Role == in.Role {
				refs = append(refs, fmt.Sprintf("%s!$%s$%d", quotedSheet(m.name), totalColumn, m.rowOf[k.Key()]))
			}
		}
	}
	take(f.Measure, role)
	for _, part := range f.Method.Facts().Parts {
		for _, id := range f.Of {
			if of := m.annex.Plan.Measure(id); part.As == role && of != nil && id != f.ID {
				take(of, part.Asked)
			}
		}
	}
	if len(refs) == 0 {
		return operand{}, false
	}
	total.text = strings.Join(refs, "+")
	if len(refs) > 1 {
		total.text = "(" + total.text + ")"
	}
	return total, true
}
