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

// isBeside asks about a form's row without an answer, but with a figure in a cell
// beside it where none belongs: it was typed into the wrong one.
func (t *taking) isBeside() bool {
	if t.how != returns.ByForm || t.o.Answer != returns.Blank || t.ask.Kind != resolution.AskNumber {
		return false
	}
	for _, col := range []int{t.noteCol, t.unitCol, t.lastCol} {
		c := t.sheet.At(t.row, col)
		if col == 0 || c == nil || c.HasFormula || hidden(t.sheet.HiddenCols, col) {
			continue
		}
		n := c.Number
		if c.Kind == workbook.Text {
			var reading quantity.Reading
			if n, reading = quantity.ParseText(cellText(c), t.ask.Whole); reading != quantity.Sure {
				continue
			}
		} else if c.Kind != workbook.Number {
			continue
		}
		if col == t.lastCol {
			own, known := t.last.Shown(t.unit, t.ask)
			if !known && len(t.last) == 0 || known && n.Equal(own) { // the office's own
				continue
			}
		}
		t.fault("B295", t.at(t.sheet, t.row, col), diag.Args{"label": t.ask.Label, "value": n.Exact()})
		return true
	}
	return false
}

// isGrouped: a form's number looks as if the point between thousands had been taken for
// a decimal one, as a machine that speaks English does: it has three decimals, while
// the form's other figures in this unit of measurement are whole, and in the thousands.
func (t *taking) isGrouped(c *workbook.Cell, n quantity.Number) bool {
	if t.how != returns.ByForm || t.unitCol == 0 || c.Kind != workbook.Number || n.Decimals(6) != 3 ||
		n.Cmp(thousand) >= 0 || returns.Explains(t.o) {
		return false
	}
	unit, whole := cellText(merged(t.sheet, t.row, t.unitCol)), 0
	for i := range t.sheet.Cells {
		other := &t.sheet.Cells[i]
		if other.Col != t.col || other.Kind != workbook.Number || other.Row == t.row ||
			cellText(merged(t.sheet, other.Row, t.unitCol)) != unit {
			continue
		}
		switch {
		case other.Number.Cut(0).Equal(other.Number) && other.Number.Cmp(thousand) >= 0:
			whole++
		case other.Number.Decimals(6) != 3: // they have decimals of their own
			return false
		}
	}
	return whole > 1
}

// titleYears are the years that a title speaks of; the day of a paper is none.
func titleYears(title string) (years []string) {
	words := strings.Fields(viet.Fold(title))
	for i := 1; i < len(words); i++ {
		ofDay := i > 2 && words[i-3] == "thang"
		if words[i-1] == "nam" && !ofDay && year().MatchString(words[i]) {
			years = append(years, words[i])
		}
	}
	return years
}

// checkFormTitle asks about a form whose titles were changed to another year: the
// marking that nobody sees is of this one.
func (r *reader) checkFormTitle() bool {
	for _, s := range r.book.Sheets {
		c, ok := findHeader(s)
		if !ok || s.Visibility != workbook.Visible {
			continue
		}
		title := r.plan.Periodic("bieu-mau.tieu-de", "ky.bieu-mau.tieu-de", nil)
		if c.isNarrative() {
			title = r.plan.Periodic("bieu-mau.thuyet-minh.tieu-de", "ky.bieu-mau.thuyet-minh", nil)
		}
		if !slices.Contains(titleYears(title), r.year()) { // the office's own words
			continue
		}
		if other, found := r.otherYearOver(s, c.row); other != nil {
			r.askAll("B294", placeOf(r.file, s, other), diag.Args{"found": found, "want": r.year()}, r.allTheSame())
			return false
		}
	}
	return true
}

// otherYearOver is the title above a row that names another year, where none names
// the report's.
func (r *reader) otherYearOver(s *workbook.Sheet, head int) (other *workbook.Cell, found string) {
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Row >= head || c.Kind != workbook.Text || len(c.Text) > titleLength {
			continue
		}
		for _, y := range titleYears(c.Text) {
			if y == r.year() {
				return nil, ""
			}
			if other == nil {
				other, found = c, y
			}
		}
	}
	return other, found
}

// checkFormDay tells of a form's day that is none.
func (r *reader) checkFormDay() {
	for _, s := range r.book.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		for i := 0; i+1 < len(s.Cells); i++ {
			c, beside := &s.Cells[i], &s.Cells[i+1]
			if c.Kind != workbook.Text || len(c.Text) > 100 || beside.Row != c.Row || cellText(beside) == "" ||
				!namesDay(c.Text) || !dateLabel().MatchString(viet.Fold(c.Text)) {
				continue
			}
			if dateCell(r.book.Date1904, beside).IsZero() {
				r.report("B293", placeOf(r.file, s, beside), "", diag.Args{"found": cellText(beside)})
			}
		}
	}
}

// readBesideForm reads the sheets that the unit put beside its form. What they say
// otherwise than the form is asked about; where the form is blank, they answer.
func (r *reader) readBesideForm() {
	beside := *r.book
	beside.Sheets = nil
	for _, s := range r.book.Sheets {
		if _, ours := headerWhere(s, func(c columns) bool {
			return c.isForm() || c.isNarrative() || c.label > 0 && c.value > 0
		}); !ours && s.Visibility == workbook.Visible {
			beside.Sheets = append(beside.Sheets, s)
		}
	}
	if len(beside.Sheets) == 0 {
		return
	}
	own := r.Knowledge.reader(r.file, r.unit, &beside)
	own.readTables()
	for _, a := range r.asks.list {
		said, ok := own.answers[a.Key()]
		if !ok || said.Answer <= returns.Faulty {
			continue
		}
		switch first, asked := r.first[a.Key()]; {
		case r.answers[a.Key()].Answer == returns.Faulty: // there is a question
		case !asked || first.Answer == returns.Blank:
			r.first[a.Key()] = said
			r.put(said)
		default:
			r.answer(a.Ask, said)
		}
	}
}

// withLetter is what was meant by a number in which a letter was struck for the digit
// that looks like it; ok is false for all others.
func withLetter(text string) (meant string, ok bool) {
	text = strings.TrimSpace(text)
	isDigit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	if len(text) > 30 || strings.Trim(text, "0123456789.,oOlI") != "" {
		return "", false
	}
	for i, letter := range text {
		switch letter {
		case 'o', 'O':
			ok = ok || isDigit(i-1) || isDigit(i+1)
		case 'l', 'I': // "5l" are litres
			if !isDigit(i-1) || !isDigit(i+1) {
				return "", false
			}
			ok = true
		}
	}
	return strings.NewReplacer("o", "0", "O", "0", "l", "1", "I", "1").Replace(text), ok
}

// isWholeDay: a text is a day and nothing else, in one of the usual ways to write it.
func isWholeDay(text string) bool {
	parts := strings.FieldsFunc(strings.TrimSpace(text), func(r rune) bool { return r == '-' || r == '/' })
	if len(parts) != 3 {
		return false
	}
	if len(parts[0]) == 4 {
		slices.Reverse(parts)
	}
	if strings.Trim(parts[0]+parts[1]+parts[2], "0123456789") != "" || len(parts[2]) != 4 {
		return false
	}
	_, ok := day(parts[0], parts[1], parts[2])
	return ok
}
