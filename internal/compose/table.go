package compose

import (
	"fmt"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/document"
	"baocao/internal/quantity"
)

// Table is the annex's table.
func Table(a *assess.Annex) document.Table {
	year := a.Plan.Resolution.Year
	done := "Thực hiện"
	if a.Plan.Report.Estimate {
		done = "Ước thực hiện"
	}
	t := document.Table{Columns: []document.Column{
		{Width: 7, Align: document.Center}, {Width: 42}, {Width: 11, Align: document.Center}, {Width: 14, Align: document.Center},
		{Width: 11, Align: document.Right}, {Width: 12, Align: document.Right}, {Width: 10, Align: document.Right},
		{Width: 12, Align: document.Center}, {Width: 36},
	}}
	center := document.Center
	var head []document.Cell
	for _, s := range []string{"TT", "Chỉ tiêu", "ĐVT", fmt.Sprintf("Kế hoạch %d", year), fmt.Sprintf("Thực hiện %d", year-1),
		fmt.Sprintf("%s %d", done, year), "TH/KH (%)", "Đánh giá", "Ghi chú"} {
		c := cell(s, document.Bold)
		c.Align = &center
		head = append(head, c)
	}
	t.Head = [][]document.Cell{head}
	for _, s := range a.Sections {
		left := document.Left
		c := cell(s.Number+". "+s.Title, document.Bold)
		c.ColSpan, c.Align = len(t.Columns), &left
		t.Rows = append(t.Rows, document.Row{Kind: document.SectionRow, Cells: []document.Cell{c}, Keep: true})
		for _, i := range s.Indicators {
			t.Rows = append(t.Rows, indicatorRows(i)...)
		}
	}
	return t
}

func indicatorRows(i assess.Indicator) []document.Row {
	number := fmt.Sprint(i.Number)
	if len(i.Measures) == 1 {
		row := measureRow(number, i.Text, i.Measures[0])
		row.Kind = document.IndicatorRow
		for k := range row.Cells {
			if k < 2 || k == 7 {
				row.Cells[k] = cell(words(row.Cells[k]), document.Bold)
			}
		}
		return []document.Row{row}
	}
	head := document.Row{Kind: document.IndicatorRow, Keep: len(i.Measures) > 0}
	left := document.Left
	text := cell(i.Text, document.Bold)
	text.ColSpan, text.Align = 6, &left // from the text to the percent: the measures have those
	head.Cells = []document.Cell{cell(number, document.Bold), text, cell(i.Verdict.Vi(), document.Bold), cell(i.MissedParts(), document.Plain)}
	rows := []document.Row{head}
	for k, m := range i.Measures {
		row := measureRow(m.ID, m.Name, m)
		row.Keep = k < len(i.Measures)-1 // an indicator's measures stay together
		rows = append(rows, row)
	}
	return rows
}

func measureRow(number, text string, m *assess.Measure) document.Row {
	row := document.Row{Kind: document.MeasureRow}
	for _, s := range []string{number, text, m.Unit, m.Target.Vi(), printed(m, m.Previous), printed(m, m.Judged),
		percent(m), m.Verdict.Vi(), strings.Join(m.Notes(), ". ")} {
		row.Cells = append(row.Cells, cell(s, document.Plain))
	}
	return row
}

// printed is a figure of the table; trailing zeros stay.
func printed(m *assess.Measure, n *quantity.Number) string {
	if n == nil {
		return ""
	}
	if m.Method.Divided() {
		return n.Table(m.Decimals)
	}
	return n.Exact()
}

func percent(m *assess.Measure) string {
	if m.PercentOfTarget == nil {
		return ""
	}
	return m.PercentOfTarget.Table(2)
}

// gap is room to write a number in by hand: spaces that are neither folded
// into one nor broken at.
const gap = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0"

// openDate is a date line left open, to be written in by hand.
func openDate(year int) string { return fmt.Sprintf("ngày%stháng%snăm %d", gap, gap, year) }

func (r *report) table() *document.Annex {
	if r.plan.Report.Attach == "none" {
		return nil
	}
	number, symbol := r.plan.Report.Number, r.plan.Office.Symbol
	if number == "" {
		number = gap
	}
	date := openDate(r.plan.Resolution.Year)
	if !r.plan.Report.Date.IsZero() {
		date = "ngày " + r.plan.Report.Date.Short()
	}
	return &document.Annex{Label: "Phụ lục",
		Title: fmt.Sprintf("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM %d", r.plan.Resolution.Year),
		Under: fmt.Sprintf("(kèm theo Báo cáo số %s-%s, %s của %s)", number, symbol, date, r.plan.Office.Name()),
		Table: Table(r.annex)}
}

func cell(s string, style document.Style) document.Cell {
	if s == "" {
		return document.Cell{}
	}
	return document.Cell{Runs: []document.Run{{Text: s, Style: style}}}
}

func words(c document.Cell) string {
	var b strings.Builder
	for _, r := range c.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
