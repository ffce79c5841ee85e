package xlsx

import (
	"baocao/internal/assess"
	"baocao/internal/resolution"
	"baocao/internal/wording"
)

// PhuLuc writes the annex that goes with the report: a sheet with figures and verdicts,
// and one with the totals that the figures are computed of, without the units, their
// words, their files or what is wrong. Where the plan wants measures shown by units,
// they stand on a sheet between the two.
func PhuLuc(a *assess.Annex) ([]byte, error) {
	w := a.Plan.Words
	inputs, totals := inputSheet(a)
	table := newAnnexTable(w, a.Table(), totals, nil)
	letterhead(table.sheet, a.Plan)
	table.paint()
	sheets := []*sheet{table.sheet}
	if units := unitTables(w, a.UnitTables(), nil); units != nil {
		sheets = append(sheets, units)
	}
	if inputs != nil {
		sheets = append(sheets, inputs)
	}
	return write(a.Plan.Periodic("phu-luc.tep.ten", "ky.phu-luc.ten", nil), reported(a.Plan), sheets...)
}

// letterhead adds who issues the annex, and what it goes with.
func letterhead(s *sheet, p *resolution.Plan) {
	w := p.Words
	s.rows = append(s.rows,
		row{cells: []cell{{text: p.Office.Parent, look: look{bare: true, centre: true, size: 13}}},
			spans: []span{{0, 2}}},
		row{cells: []cell{{text: p.Office.Issuer, look: look{bare: true, centre: true, bold: true, size: 13}}},
			spans: []span{{0, 2}}})
	s.blank()
	s.title(w.Text("phu-luc.tep.nhan"), look{bold: true, centre: true, size: 14})
	s.title(w.Text("phu-luc.tep.tieu-de", wording.Args{"so": p.Resolution.Number}),
		look{bold: true, centre: true, size: 13})
	day := w.Text("phu-luc.tep.ngay-de-trong", wording.Args{"nam": p.Resolution.Year})
	if !p.Report.Date.IsZero() {
		day = p.Report.Date.Long()
	}
	s.title(w.Text("phu-luc.tep.kem-theo", wording.Args{"so": p.Reference(), "ngay": day}),
		look{italic: true, centre: true, size: 12})
	marks(s, p, true)
	s.blank()
}

// marks says what a reader must not miss: a draft, invented figures.
func marks(s *sheet, p *resolution.Plan, centre bool) {
	if p.Report.Draft {
		s.title(p.Words.Text("phu-luc.tep.du-thao"), look{bold: true, centre: centre, size: 12})
	}
	if p.Report.Illustrative {
		s.title(p.Words.Text("phu-luc.tep.minh-hoa"), look{bold: true, italic: true, centre: centre, size: 12})
	}
}
