package xlsx

import (
	"fmt"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

var hundred = quantity.Int(100)

// PhuLuc writes the annex that goes with the report: one sheet with figures and
// verdicts, without the units, their words, their files or what is wrong.
func PhuLuc(a *assess.Annex) ([]byte, error) {
	s := &sheet{name: annexSheet, widths: []float64{6, 46, 13, 13, 12, 12, 11, 15, 40}}
	letterhead(s, a.Plan)
	annexTable(s, a.Table(), constants)
	return write(fmt.Sprintf("Phụ lục kết quả thực hiện các chỉ tiêu năm %d", a.Plan.Resolution.Year), created(a.Plan), s)
}

// created is the date in the document's properties: the report's, not the clock's.
func created(p *resolution.Plan) string { return p.On().ISO() + "T00:00:00Z" }

// letterhead adds who issues the annex, and what it goes with.
func letterhead(s *sheet, p *resolution.Plan) {
	s.rows = append(s.rows,
		row{cells: []cell{{text: p.Office.Parent, look: look{bare: true, centre: true, size: 13}}}, spans: []span{{0, 2}}},
		row{cells: []cell{{text: p.Office.Issuer, look: look{bare: true, centre: true, bold: true, size: 13}}}, spans: []span{{0, 2}}})
	s.blank()
	s.title("PHỤ LỤC", look{bold: true, centre: true, size: 14})
	s.title(fmt.Sprintf("Kết quả thực hiện các chỉ tiêu theo Nghị quyết số %s", p.Resolution.Number), look{bold: true, centre: true, size: 13})
	number := p.Report.Number
	if number == "" {
		number = "        "
	}
	day := fmt.Sprintf("ngày      tháng      năm %d", p.Resolution.Year)
	if !p.Report.Date.IsZero() {
		day = p.Report.Date.Long()
	}
	s.title(fmt.Sprintf("(Kèm theo Báo cáo số %s-%s, %s)", number, p.Office.Symbol, day), look{italic: true, centre: true, size: 12})
	marks(s, p, true)
	s.blank()
}

// marks says what a reader must not miss: a draft, invented figures.
func marks(s *sheet, p *resolution.Plan, centre bool) {
	if p.Report.Draft {
		s.title("DỰ THẢO", look{bold: true, centre: centre, size: 12})
	}
	if p.Report.Illustrative {
		s.title("Số liệu minh họa", look{bold: true, italic: true, centre: centre, size: 12})
	}
}
