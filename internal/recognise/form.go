package recognise

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// readForm reads the table of figures of a form. A row answers an ask when two
// of three signs say so: its id, the defined name of its cell and its label. The
// third may not contradict, but for a name: a sort moves rows and not names.
func (r *reader) readForm() {
	if len(r.asks.list) == 0 {
		return
	}
	sheet, cols, ok := r.formTable(columns.isForm)
	if ok && sheet == nil { // the ids may be gone with their column
		sheet, cols, ok = r.formTable(func(c columns) bool { return c.label > 0 && c.value > 0 })
	}
	switch {
	case !ok:
		return
	case sheet == nil:
		r.fileProblem("B219", nil)
		return
	}
	f := formRows{byID: map[string][]int{}, byLabel: map[string][]int{}}
	cols.rows(sheet, func(row int) {
		f.all = append(f.all, row)
		if id := rowID(sheet.At(row, cols.id)); id != "" {
			f.byID[id] = append(f.byID[id], row)
		}
		if label := viet.Fold(firstLine(sheet.At(row, cols.label))); label != "" {
			f.byLabel[label] = append(f.byLabel[label], row)
		}
	})
	for _, n := range r.book.Names {
		if n.Sheet == sheet.Name && n.Range.Col == cols.value {
			f.names = append(f.names, n)
		}
	}
	f.bare = len(f.byID) == 0 && len(f.names) == 0
	before := len(r.problems)
	old := r.oldForm()
	used := map[int]bool{}
	for _, a := range r.asks.list {
		for _, row := range r.readFormRow(a.Ask, sheet, cols, f, old) {
			used[row] = true
		}
	}
	for _, row := range f.all {
		if !used[row] {
			r.strayRow(sheet, cols, row, rowID(sheet.At(row, cols.id)))
		}
	}
	r.problems = append(r.problems[:before:before], atMost(maxAlikeInForm, r.problems[before:])...)
	r.readBesideForm()
}

// maxAlikeInForm is how many rows of a form are named with one and the same
// problem; the others are only counted.
const maxAlikeInForm = 2

// formTable is the one sheet with a table of a form; nil for none, ok is false
// where there are two.
func (r *reader) formTable(is func(columns) bool) (sheet *workbook.Sheet, cols columns, ok bool) {
	for _, s := range r.book.Sheets {
		c, found := headerWhere(s, is)
		if !found {
			continue
		}
		if sheet != nil {
			here := diag.Position{File: r.file, Sheet: s.Name}
			r.askAll("B223", here, diag.Args{"first": sheet.Name, "second": s.Name}, r.alone(sheet), r.alone(s))
			for _, a := range r.asks.list {
				r.unusable(a.Ask, here, returns.ByForm)
			}
			return nil, columns{}, false
		}
		sheet, cols = s, c
	}
	return sheet, cols, true
}

// alone reads a form by one of its sheets.
func (r *reader) alone(s *workbook.Sheet) variant {
	only := *r.book
	only.Sheets = []*workbook.Sheet{s}
	alone := r.Knowledge.reader(r.file, r.unit, &only)
	alone.readForm()
	return variant{diag.Text{Vi: "sheet «" + s.Name + "»", En: "the sheet “" + s.Name + "”"}, alone}
}

// formRows are the rows of a form by what tells which ask they answer.
type formRows struct {
	all           []int
	byID, byLabel map[string][]int
	names         []workbook.Name // of cells in the column of values
	bare          bool            // ids and names are gone: it is read like any table, by its labels
}

// of finds the rows of an ask: two of the three signs (id, label, name) make a
// row sure, a single one leaves it in doubt where there could be more.
func (f formRows) of(a resolution.Ask) (sure, maybe []int) {
	signs := map[int]int{}
	for _, row := range f.byID[a.Key()] {
		signs[row]++
	}
	for _, row := range f.byLabel[viet.Fold(a.Label)] {
		signs[row]++
	}
	for _, n := range f.names {
		if n.Name == a.Name() {
			signs[n.Range.Row]++
		}
	}
	for _, row := range f.all {
		switch {
		case signs[row] > 1, f.bare && signs[row] == 1:
			sure = append(sure, row)
		case signs[row] == 1:
			maybe = append(maybe, row)
		}
	}
	return sure, maybe
}

// rowID reads the hidden column. An id such as "2.value" is always text.
func rowID(c *workbook.Cell) string {
	if c == nil || c.Kind != workbook.Text {
		return ""
	}
	return viet.Tidy(c.Text)
}

// readFormRow reads the answer to an ask, and returns the rows that it spoke of.
func (r *reader) readFormRow(a resolution.Ask, s *workbook.Sheet, c columns, f formRows, old bool) []int {
	here := diag.Position{File: r.file, Sheet: s.Name}
	faulty := func(at diag.Position) { r.unusable(a, at, returns.ByForm) }
	inRows := func(rows []int) (all []place) {
		for _, row := range rows {
			all = append(all, place{sheet: s, row: row, col: c.value, how: returns.ByForm, labels: []string{a.Label},
				unitCol: c.unit, noneCol: c.none, noteCol: c.note, lastCol: c.last})
		}
		return all
	}
	written := func(row int) diag.Text { return asWritten(s, row, c.value, c.none) }
	sure, maybe := f.of(a)
	switch {
	case len(sure) == 0 && old && len(f.byID[a.Key()]) == 0: // the unit was not asked
		r.put(r.answerAt(a, here, returns.ByForm, returns.Blank))
		return nil
	case len(sure) == 0 && len(f.byID[a.Key()]) == 1:
		sure = f.byID[a.Key()]
		at := r.at(s, sure[0], c.value)
		if found := firstLine(s.At(sure[0], c.label)); found != "" {
			r.askOne("B213", r.at(s, sure[0], c.label), a, diag.Args{"found": found, "want": a.Label,
				"value": written(sure[0])}, inRows(sure)...)
		} else {
			r.askOne("B215", at, a, diag.Args{"name": a.Name(), "label": a.Label, "found": written(sure[0])},
				inRows(sure)...)
		}
		faulty(at)
		return sure
	case len(sure) == 0:
		r.askOne("B216", here, a, diag.Args{"number": a.Measure.ID, "label": a.Label}, inRows(maybe)...)
		faulty(here)
		return maybe
	case len(sure) > 1:
		at := r.at(s, sure[1], c.value)
		r.askOne("B214", at, a, diag.Args{"label": a.Label, "first": sure[0], "second": sure[1],
			"a": written(sure[0]), "b": written(sure[1])}, inRows(sure)...)
		last := len(r.problems) - 1
		r.problems[last] = r.problems[last].See(r.at(s, sure[0], c.value))
		faulty(at)
		return sure
	}
	row := sure[0]
	at := r.at(s, row, c.value)
	found := firstLine(s.At(row, c.label))
	if found != "" && viet.Fold(found) != viet.Fold(a.Label) && !r.isSaid(a, found) {
		r.askOne("B213", r.at(s, row, c.label), a, diag.Args{"found": found, "want": a.Label, "value": written(row)},
			inRows(sure)...)
		faulty(at)
		return sure
	}
	r.take(a, inRows(sure)[0])
	return sure
}

// asWritten is what stands in a row of a form, for messages.
func asWritten(s *workbook.Sheet, row, value, none int) diag.Text {
	text := printed(s.At(row, value))
	if none > 0 {
		text = strings.TrimSpace(text + " " + cellText(s.At(row, none)))
	}
	if text == "" {
		return returns.Observation{}.Said()
	}
	return diag.Text{Vi: text, En: text}
}

// isSaid: a label that was written anew still says the same.
func (r *reader) isSaid(a resolution.Ask, label string) bool {
	m := r.matchRow("", label)
	return m.sure() && m.ask.Key() == a.Key()
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
	if id == "" && r.isFoot(label) {
		return
	}
	if label == "" {
		label = id
	}
	r.report("B217", r.at(s, row, c.value), "", diag.Args{"value": cellText(value), "label": label})
}

// isFoot: the label stands below a form's table, before the day or who filled it.
func (r *reader) isFoot(label string) bool {
	folded := viet.Fold(label)
	if dateLabel().MatchString(folded) || closesPaper(label) || strings.HasPrefix(folded, "dien thoai") {
		return true
	}
	return slices.ContainsFunc(r.plan.Words.Texts("bieu-mau.cuoi", "nguoi-lap", "dien-thoai", "thu-truong"),
		func(own string) bool { return folded == viet.Fold(own) })
}
