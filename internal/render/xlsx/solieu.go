package xlsx

import (
	"errors"
	"fmt"
	"slices"

	"baocao/internal/assess"
	"baocao/internal/resolution"
	"baocao/internal/wording"
)

// Answers is the sheet that lists all answers, of which SoLieu is made. It is longer than
// all others together and tells nothing that is found while the report is composed, so it
// can be made meanwhile.
type Answers struct {
	all  *answers
	book *book
	from *sheet // nil once it is written
}

// NewAnswers makes the rows of that sheet.
func NewAnswers(a *assess.Annex) (*Answers, error) {
	all := newAnswers(a)
	b, err := newBook()
	if err != nil {
		return nil, err
	}
	from := all.sources()
	from.fit()
	return &Answers{all, b, from}, from.spool(b)
}

// SoLieu writes the workbook of figures: internal, for it says who reported
// what, from which cell, what is wrong and who owes. The sheets' names and order
// stay, because people link to them.
func SoLieu(a *assess.Annex) ([]byte, error) {
	of, err := NewAnswers(a)
	if err != nil {
		return nil, err
	}
	return of.SoLieu()
}

// SoLieu writes the workbook, once the report is composed. The rows are written once.
func (of *Answers) SoLieu() ([]byte, error) {
	if of.from == nil {
		return nil, errors.New("xlsx: the answers have been written")
	}
	said, from := of.all, of.from
	of.from = nil
	a := said.annex
	w := a.Plan.Words
	said.judged()
	groups, grouped := said.groups()
	departments := said.departments(grouped)
	table := newAnnexTable(w, a.InternalTable(), said.totals, said.first)
	table.title(a.Plan.Periodic("so-lieu.phu-luc.tieu-de", "ky.phu-luc.tieu-de", nil),
		look{bold: true, size: 14})
	marks(table.sheet, a.Plan, false)
	annex := table.paint()
	table.conditions = verdictConditions(table.at[table.table.Column(assess.ColVerdict)],
		block{table.first, len(table.rows)})

	past := years(a, annex)
	wrote := narrative(a, annex)
	several, settled := versions(a)
	chase, chasing := reminders(a)
	copied := letters(a, chasing)
	todo, toDo := problems(a, annex, chasing)
	mended := repairs(a)
	at := otherPlaces{problems: toDo, chasing: chasing, settled: settled}
	for _, s := range []struct {
		of   *sheet
		name string
	}{{wrote, w.Text("so-lieu.thuyet-minh.sheet")}, {several, w.Text("so-lieu.cac-lan-gui.sheet")},
		{mended, w.Text("so-lieu.sua-phong-chu.sheet")}} {
		if s.of == nil {
			at.absent = append(at.absent, s.name)
		}
	}
	own := unitTables(w, a.InternalUnitTables(), said.own(w.Text("phu-luc.don-vi.sheet")))
	sheets := slices.DeleteFunc([]*sheet{overview(a, annex, at), table.sheet, past, groups, departments, wrote, from,
		several,
		todo, chase, copied, mended, own}, func(s *sheet) bool { return s == nil })
	for _, s := range sheets {
		s.left = a.Plan.Office.Name()
		s.right = w.Text("so-lieu.tong-hop.nghi-quyet", wording.Args{"so": a.Plan.Resolution.Number})
	}
	return of.book.write(a.Plan.Periodic("so-lieu.ten", "ky.so-lieu.ten", nil), reported(a.Plan), sheets)
}

// verdictConditions colour verdicts, whose words say the same.
func verdictConditions(column int, of block) []condition {
	var all []condition
	for _, v := range []struct {
		verdict resolution.Verdict
		fill    ground
	}{{resolution.Missed, alertFill}, {resolution.NoData, cautionFill}, {resolution.Unassessed, quietFill},
		{resolution.Exceeded, fineFill}} {
		all = append(all, condition{column: column, block: of, fill: v.fill,
			formula: fmt.Sprintf(`$%s%d=%s`, columnName(column), of.from, quotedText(v.verdict.Vi()))})
	}
	return all
}

func statusText(w *wording.Words, u assess.Unit) string {
	if u.Unit != nil && u.Free() {
		return w.Text("so-lieu.don-vi.khong-phai-gui")
	}
	switch u.Status {
	case assess.UnitAccepted:
		return w.Text("so-lieu.don-vi.du")
	case assess.UnitNil:
		return w.Text("so-lieu.don-vi.khong-phat-sinh")
	case assess.UnitPartial:
		return w.Text("so-lieu.don-vi.con-thieu")
	case assess.UnitFaulty:
		return w.Text("so-lieu.don-vi.co-loi")
	case assess.UnitUnreadable:
		return w.Text("so-lieu.don-vi.khong-doc-duoc")
	case assess.UnitMissing:
	}
	return w.Text("so-lieu.don-vi.chua-gui")
}
