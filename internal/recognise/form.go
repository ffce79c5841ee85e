package recognise

import (
	"slices"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// readForm reads the table of figures of a form. A value counts only when row
// id, defined name and label agree; sorting moves rows but not names, so a name
// that points at another of the form's own rows is overruled by id and label.
func (r *reader) readForm() {
	if len(r.asks) == 0 {
		return
	}
	var sheet *workbook.Sheet
	var cols columns
	for _, s := range r.book.Sheets {
		c, ok := findHeader(s)
		if !ok || !c.isForm() {
			continue
		}
		if sheet != nil {
			r.report("B223", diag.Position{File: r.file, Sheet: s.Name}, "", diag.Args{"first": sheet.Name, "second": s.Name})
			for _, a := range r.asks {
				r.unusable(a.Ask, diag.Position{File: r.file, Sheet: s.Name}, returns.FromForm)
			}
			return
		}
		sheet, cols = s, c
	}
	if sheet == nil {
		r.fileProblem("B219", nil)
		return
	}
	rows := map[string][]int{} // by row id
	var ids []string
	cols.rows(sheet, func(row int) {
		id := rowID(sheet.At(row, cols.id))
		if id == "" {
			r.strayRow(sheet, cols, row, "")
			return
		}
		if _, ok := r.ask(id); !ok {
			r.strayRow(sheet, cols, row, id)
			return
		}
		if rows[id] == nil {
			ids = append(ids, id)
		}
		rows[id] = append(rows[id], row)
	})
	old := r.oldForm()
	for _, a := range r.asks {
		r.readFormRow(a.Ask, sheet, cols, rows[a.Key()], rows, old)
	}
}

// rowID reads the hidden column. An id such as "2.value" is always text.
func rowID(c *workbook.Cell) string {
	if c == nil || c.Kind != workbook.Text {
		return ""
	}
	return viet.Tidy(c.Text)
}

func (r *reader) readFormRow(a resolution.Ask, s *workbook.Sheet, c columns, mine []int, all map[string][]int,
	old bool) {
	here := diag.Position{File: r.file, Sheet: s.Name}
	faulty := func(at diag.Position) { r.unusable(a, at, returns.FromForm) }
	switch {
	case len(mine) == 0 && old: // the unit was not asked
		r.put(r.answerAt(a, here, returns.FromForm, returns.Blank))
		return
	case len(mine) == 0:
		r.report("B216", here, a.Measure.ID, diag.Args{"number": a.Measure.ID, "label": a.Label})
		faulty(here)
		return
	case len(mine) > 1:
		at := r.at(s, mine[1], c.value)
		r.problems = append(r.problems, diag.New("B214", at, diag.Args{"label": a.Label, "first": mine[0],
			"second": mine[1]}).
			ForUnit(r.unit).ForMeasure(a.Measure.ID).See(r.at(s, mine[0], c.value)))
		faulty(at)
		return
	}
	row := mine[0]
	at := r.at(s, row, c.value)
	if found := firstLine(s.At(row, c.label)); viet.Fold(found) != viet.Fold(a.Label) {
		r.report("B213", r.at(s, row, c.label), a.Measure.ID, diag.Args{"found": found, "want": a.Label})
		faulty(at)
		return
	}
	if !r.nameAgrees(a.Name(), s, row, c.value, all) {
		r.report("B215", at, a.Measure.ID, diag.Args{"name": a.Name(), "label": a.Label})
		faulty(at)
		return
	}
	r.take(a, place{sheet: s, row: row, col: c.value, how: returns.FromForm, labels: []string{a.Label},
		unitCol: c.unit, noneCol: c.none, noteCol: c.note})
}

func (r *reader) nameAgrees(name string, s *workbook.Sheet, row, col int, all map[string][]int) bool {
	for _, n := range r.book.Names {
		if n.Name != name || n.Sheet != s.Name || n.Range.Col != col {
			continue
		}
		if n.Range.Row == row {
			return true
		}
		for _, rows := range all { // order does not matter: any hit decides
			if slices.Contains(rows, n.Range.Row) {
				return true
			}
		}
	}
	return false
}

// strayRow warns about a value in a row that the form does not ask for, so
// that no figure is lost in silence.
func (r *reader) strayRow(s *workbook.Sheet, c columns, row int, id string) {
	value := s.At(row, c.value)
	if value == nil || value.Kind == workbook.NoValue || cellText(value) == "" {
		return
	}
	if _, reading := quantity.ParseText(cellText(value), false); id == "" && value.Kind == workbook.Text &&
		reading == quantity.NoNumber {
		return // words below the table: a place, a date, a signature
	}
	label := firstLine(s.At(row, c.label))
	if label == "" {
		label = id
	}
	r.report("B217", r.at(s, row, c.value), "", diag.Args{"value": cellText(value), "label": label})
}
