package recognise

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// tableRow is a row of a table with its label, all lines of it.
type tableRow struct {
	row, col int
	groups   []string // labels left of its own, of the group it belongs to
	label    string
	number   string // in the table's own numbering
	filled   bool   // something stands right of the label
	unit     string // of measurement
}

// rows are the rows of a table that bear a label. One that is wrapped over
// two rows is put together: the second goes on in small letters, without a
// number of its own.
func (t *table) rows(g *grid) []tableRow {
	first, last := t.labelColumns()
	rows := g.in(t.bottom+1, t.end)
	all := make([]tableRow, 0, len(rows))
	for _, row := range rows {
		if g.stop() {
			return nil
		}
		if onlyCounts(t.sheet, t.columns, row.row) || g.isClosing(row.row) {
			continue
		}
		l := tableRow{row: row.row, col: first, number: cellText(merged(t.sheet, row.row, t.columns.number))}
		goesOn := false
		for col := first; col <= last; col++ {
			c := merged(t.sheet, row.row, col)
			if isEmpty(c) {
				continue
			}
			if l.label != "" {
				l.groups = append(l.groups, viet.Tidy(l.label))
			}
			l.label = strings.TrimSpace(viet.Clean(labelText(c)))
			if c.Kind != workbook.Text {
				l.label = cellText(c)
			}
			goesOn = startsSmall(l.label) && !isSentenceOnFigures(l.label)
		}
		if l.label == "" && row.isTitleAt(t.columns.number) {
			l.label, l.number, l.col = l.number, "", t.columns.number
		}
		if l.label == "" {
			continue
		}
		for i := range row.cells {
			c := &row.cells[i]
			switch {
			case c.Col <= last, isEmpty(c) && c.Formula == "", c.Col == t.columns.note, c.Col > t.lastCol():
			case c.Col == t.columns.unit:
				l.unit = cellText(c)
			default:
				l.filled = true
			}
		}
		n := len(all)
		if n > 0 && all[n-1].filled && l.isRemark() && slices.ContainsFunc(g.remarkRows(all[n-1].row, false),
			func(r gridRow) bool { return r.row == l.row }) {
			continue
		}
		if n > 0 && goesOn && l.number == "" && all[n-1].row == l.row-1 && len(l.groups) == 0 {
			switch before := &all[n-1]; {
			case !before.filled:
				l.label, l.number, l.groups = before.label+" "+l.label, before.number, before.groups
				l.unit = cmp.Or(l.unit, before.unit)
				all[n-1] = l
				continue
			case !l.filled && l.unit == "":
				before.label += " " + l.label
				continue
			}
		}
		if !l.filled && sameMerge(t.sheet, l.row, last) {
			continue // its figure stands in another row of the label
		}
		all = append(all, l)
	}
	return all
}

// isRemark: the row holds nothing but a text that is a remark.
func (l tableRow) isRemark() bool {
	return !l.filled && l.unit == "" && l.number == "" && isRemarkRow(l.label)
}

// isSentenceOnFigures: a text between or under rows is a note on figures, in whatever letters it begins,
// and no second line of a label.
func isSentenceOnFigures(text string) bool {
	s := speechOf(text)
	n := s.oneOf(0, noteLeads)
	return n > 0 && n < len(s.words) && s.words[n] == ":" || s.tellsPlan() || tellsOfMissing(text)
}

// labelText is the text of a label without the raised marks of notes.
func labelText(c *workbook.Cell) string {
	if len(c.Runs) == 0 || c.IsStruck() || c.IsUnseen() {
		return c.Text
	}
	return c.Prose()
}

// isTitleAt: words stand in a column, and nothing else in the row: the title of a
// block that begins where the numbers do.
func (r gridRow) isTitleAt(col int) bool {
	title := false
	for i := range r.cells {
		switch c := &r.cells[i]; {
		case cellText(c) == "" && !c.HasFormula:
		case c.Col != col || c.Kind != workbook.Text || wordCount(withoutHead(c.Text)) < 2:
			return false
		default:
			title = true
		}
	}
	return title
}

func (t *table) lastCol() int { return t.heads[len(t.heads)-1].col }

// labelColumns are the columns that the heading of the labels stands over.
func (t *table) labelColumns() (first, last int) {
	first = cmp.Or(t.columns.label, t.columns.measure)
	last = first
	if m, ok := t.sheet.Merged(t.bottom, first); ok && m.Col == first {
		last = min(m.LastCol, first+maxLabelColumns-1)
	}
	return first, last
}

// maxLabelColumns bounds how many columns one label is looked for in.
const maxLabelColumns = 4

// sameMerge: the label of a row stands in other rows too.
func sameMerge(s *workbook.Sheet, row, col int) bool {
	m, ok := s.Merged(row, col)
	return ok && m.LastRow > m.Row
}

func startsSmall(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// standing is what the next row of a table belongs to: "nữ" means one thing
// below "Lao động" and another below "Đảng viên".
type standing struct {
	block, row match // the last title of a block, and the last row that is no part of another
	titles     []caption
}

// caption is a title over rows, with the kind of number it bears.
type caption struct {
	line
	style rune
}

// within are the titles that hold below one more: it ends those from the one on
// that bears a number of its kind.
func within(titles []caption, b caption) []caption {
	if i := slices.IndexFunc(titles, func(x caption) bool { return x.style == b.style }); i >= 0 {
		titles = titles[:i]
	}
	return append(slices.Clone(titles), b)
}

// title is a row of a table as the title of a block.
func (l tableRow) title() caption {
	b := caption{line: line{row: l.row, col: l.col, text: l.label, folded: viet.Fold(l.label)}}
	if b.style = readNumber(l.label).style; b.style == 0 && l.number != "" {
		b.style = numberStyle(strings.Trim(l.number, "(). "))
	}
	return b
}

// below adds to under what a row stands below: its group, or the block and, where it is a
// part of the row above, that row.
func (r *reader) below(c standing, l tableRow, under []match) []match {
	for _, g := range l.groups {
		under = append(under, match{label: g, wording: r.wordingOf(g)})
	}
	if c.block.label != "" {
		under = append(under, c.block)
	}
	if c.row.label == "" {
		return under
	}
	if w := r.wordingOf(l.label); w.part || w.item || isLetter(l.number) {
		under = append(under, c.row)
	}
	return under
}

// after is the standing of the row that follows this one.
func (c standing) after(l tableRow, m match) standing {
	switch {
	case !l.filled && l.unit == "":
		return standing{block: m, titles: within(c.titles, l.title())}
	case m.wording.part || m.wording.item || isLetter(l.number):
	default:
		c.row = m
	}
	return c
}

// isLetter: "a", "b)", "-": a numbering below another.
func isLetter(number string) bool {
	mark := strings.Trim(number, "()-.+* ")
	return number != "" && (mark == "" || len(mark) == 1 && mark[0] >= 'a' && mark[0] <= 'z')
}

// onlyCounts recognises the row of column numbers (1, 2, 3, 4) under headings.
func onlyCounts(s *workbook.Sheet, c columns, row int) bool {
	if row != c.row+1 {
		return false
	}
	cells := s.In(workbook.Span{First: row, Last: row})
	for i := range cells {
		if cell := &cells[i]; strings.Trim(cellText(cell), "()0123456789=+-xABCDE /:") != "" {
			return false
		}
	}
	return true
}

// measureNumber reads "11.1", "(13)", "13." as a measure's number.
func measureNumber(s string) string {
	return strings.TrimRight(strings.Trim(s, "() "), ". )")
}
