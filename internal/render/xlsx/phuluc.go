package xlsx

import (
	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/wording"
)

var hundred = quantity.Int(100)

// PhuLuc writes the annex that goes with the report: one sheet with figures and
// verdicts, without the units, their words, their files or what is wrong. Where the
// plan wants measures shown by units, they stand on a second sheet.
func PhuLuc(a *assess.Annex) ([]byte, error) {
	w := a.Plan.Words
	t := a.Table()
	s := &sheet{name: annexSheet(w)}
	for _, c := range t.Columns { // some are left out where they say nothing
		s.widths = append(s.widths, annexWidths[c.Kind])
	}
	letterhead(s, a.Plan)
	annexTable(s, t, constants)
	sheets := []*sheet{s}
	if units := unitTables(w, a.UnitTables(), ownConstants); units != nil {
		sheets = append(sheets, units)
	}
	return write(a.Plan.Periodic("phu-luc.tep.ten", "ky.phu-luc.ten", nil), reported(a.Plan), sheets...)
}

// annexWidths are the widths of the annex's columns.
var annexWidths = map[assess.ColumnKind]float64{
	assess.ColNumber: 6, assess.ColText: 46, assess.ColUnit: 13, assess.ColTarget: 13, assess.ColPrevious: 12,
	assess.ColActual: 12, assess.ColPercent: 11, assess.ColVerdict: 15, assess.ColNote: 40,
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
