package xlsx

import (
	"fmt"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// annexSheet is the name of the annex's sheet in both workbooks.
const annexSheet = "Phụ lục"

// annexTable adds the annex's rows to a sheet. internal adds the column of
// reasons, which name units. It returns the first and last row of the body.
func annexTable(s *sheet, a *assess.Annex, find operands, internal bool) (first, last int) {
	names := []string{"TT", "Chỉ tiêu", "ĐVT",
		fmt.Sprintf("Kế hoạch %d", a.Plan.Resolution.Year),
		fmt.Sprintf("Thực hiện %d", a.Plan.Resolution.Year-1),
		actualHeading(a.Plan), "TH/KH (%)", "Đánh giá"}
	if internal {
		names = append(names, "Lý do")
	}
	names = append(names, "Ghi chú")
	s.headings(names...)
	first = s.head + 1
	for _, section := range a.Sections {
		s.across(cell{text: section.Number + ". " + section.Title, look: look{bold: true}})
		for _, i := range section.Indicators {
			if len(i.Measures) == 1 {
				s.measure(a, i.Measures[0], &i, find, internal)
				continue
			}
			s.indicator(i, len(names), internal)
			for _, m := range i.Measures {
				s.measure(a, m, nil, find, internal)
			}
		}
	}
	return first, len(s.rows)
}

func actualHeading(p *resolution.Plan) string {
	if p.Report.Estimate {
		return fmt.Sprintf("Ước thực hiện %d", p.Resolution.Year)
	}
	return fmt.Sprintf("Thực hiện %d", p.Resolution.Year)
}

// indicator adds the row of an indicator of several measures: its text and its
// verdict. Its number is a number, so that counting can tell it from measures.
func (s *sheet) indicator(i assess.Indicator, width int, internal bool) {
	cells := make([]cell, width)
	cells[0] = count(i.Number).bold()
	cells[1] = text(i.Text).bold()
	cells[7] = centred(i.Verdict.Vi()).bold()
	if internal {
		cells[8] = text(i.Reason.In(diag.Vi))
	}
	cells[width-1] = text(i.MissedParts())
	s.rows = append(s.rows, row{cells: cells, spans: []span{{1, 6}}})
}

// measure adds a measure's row; of is its indicator when it is the only one.
func (s *sheet) measure(a *assess.Annex, m *assess.Measure, of *assess.Indicator, find operands, internal bool) {
	at := len(s.rows) + 1
	cells := []cell{centred(m.ID), text(m.Name), centred(m.Unit), target(m), {}, actual(m, find), {}, centred(m.Verdict.Vi())}
	if of != nil {
		cells[0] = count(of.Number).bold()
		cells[1].look.bold, cells[7].look.bold = true, true
	}
	if m.Previous != nil {
		cells[4] = figure(*m.Previous, m.Previous.Decimals(6))
		if m.Method.Divided() {
			cells[4].look.decimals = max(m.Decimals, cells[4].look.decimals)
		}
	}
	if m.PercentOfTarget != nil {
		cells[6] = computed(percentFormula(m, fmt.Sprintf("F%d", at)), *m.PercentOfTarget, 2)
	}
	if internal {
		cells = append(cells, text(m.Reason.In(diag.Vi)))
	}
	s.add(append(cells, text(strings.Join(m.Notes(), "\n")))...)
}

// target is a number where the promise is one, else its words.
func target(m *assess.Measure) cell {
	if m.Target.Exact() {
		c := figure(m.Target.A, 0)
		c.look.right, c.look.centre = false, true
		return c
	}
	return centred(m.Target.Vi())
}

// actual is the figure as it is judged, or what a statement's unit answered.
func actual(m *assess.Measure, find operands) cell {
	if m.Judged == nil {
		if m.Expected == 1 { // of several the answers are signed
			return centred(m.Status)
		}
		return cell{}
	}
	decimals := m.Decimals
	if !m.Method.Divided() {
		decimals = m.Judged.Decimals(6)
	}
	return computed(figureFormula(m, find), *m.Judged, decimals)
}
