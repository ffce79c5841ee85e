package recognise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// A footnote begins with a mark, "*", "(1)", "¹", "(*)", and speaks of whatever bears the
// mark: a figure, a label with its row, a heading with its column, a title with all below it.

// mark is that of a note, without brackets: "*", "**", "1", "a".
type mark string

// raisedDigits are written as letters of their own.
const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// cutMark takes the mark off a note; shown is the mark as it stands, "" for a text without.
// Without brackets a digit is a mark only with a sign behind it, as the numbers of items have.
func cutMark(text string) (m mark, shown, rest string) {
	text = strings.TrimSpace(text)
	if head, after, ok := strings.Cut(text, ":"); ok && speechOf(head).oneOf(0, noteLeads) > 0 &&
		wordCount(head) <= 2 {
		text = strings.TrimSpace(after)
	}
	body := text
	switch first, size := utf8.DecodeRuneInString(text); {
	case first == '(' || first == '[':
		end := strings.IndexAny(text, ")]")
		if end < 0 {
			return "", "", text
		}
		m, body = mark(strings.TrimSpace(text[1:end])), text[end+1:]
		if !m.isMark() {
			return "", "", text
		}
	case first == '*' || first == '†':
		body = strings.TrimLeft(text, string(first))
		m = mark(strings.Repeat("*", (len(text)-len(body))/size))
	case strings.ContainsRune(raisedDigits, first):
		body = strings.TrimLeft(text, raisedDigits)
		m = mark(lowered(text[:len(text)-len(body)]))
	default:
		body = strings.TrimLeft(text, "0123456789")
		if m = mark(text[:len(text)-len(body)]); !m.isMark() || !strings.ContainsAny(body[:min(1, len(body))],
			").:/") {
			return "", "", text
		}
	}
	return m, text[:len(text)-len(body)], strings.TrimLeft(body, " )]:.-–/\t")
}

var noteLeads = list("ghi chú, chú thích, lưu ý, chú ý, gc")

// isMark: stars, a number of two digits at most, or a letter.
func (m mark) isMark() bool {
	digits := len(m) <= 2 && strings.Trim(string(m), "0123456789") == ""
	letter := len(m) == 1 && m[0] >= 'a' && m[0] <= 'z'
	return m != "" && (digits || letter || strings.Trim(string(m), "*") == "")
}

// lowered are raised digits as usual ones.
func lowered(digits string) string {
	var out strings.Builder
	for _, d := range digits {
		out.WriteString(itoa(utf8.RuneCountInString(raisedDigits[:strings.IndexRune(raisedDigits, d)])))
	}
	return out.String()
}

// marksIn are the marks that a text bears, as they stand in it.
func marksIn(text string) []mark {
	var all []mark
	for rest := text; rest != ""; {
		first, size := utf8.DecodeRuneInString(rest)
		n := size
		switch {
		case first == '*' || first == '†':
			n = len(rest) - len(strings.TrimLeft(rest, string(first)))
			all = append(all, mark(strings.Repeat("*", n/size)))
		case first == '(' || first == '[':
			if end := strings.IndexAny(rest, ")]"); end > 0 && end <= len("( ** )") {
				for part := range strings.SplitSeq(rest[1:end], ",") {
					if m := mark(strings.TrimSpace(part)); m.isMark() {
						all, n = append(all, m), end+1
					}
				}
			}
		case strings.ContainsRune(raisedDigits, first) && rest != text &&
			!strings.HasSuffix(text[:len(text)-len(rest)], "m"):
			n = len(rest) - len(strings.TrimLeft(rest, raisedDigits))
			all = append(all, mark(lowered(rest[:n])))
		}
		rest = rest[n:]
	}
	return all
}

// marksOf are the marks that a cell bears: what is raised in it is one without brackets.
func marksOf(c *workbook.Cell) []mark {
	text := c.Text
	if c.Kind == workbook.Number {
		if c.Style == nil || !strings.ContainsAny(c.Style.NumFmt, "*([") {
			return nil
		}
		text = shownValue(c)
	}
	all := marksIn(text)
	for i := range c.Runs {
		if r := &c.Runs[i]; i > 0 && r.ScriptIn(c) == workbook.Raised {
			for _, part := range strings.FieldsFunc(r.Text,
				func(s rune) bool { return strings.ContainsRune(" ,()[]", s) }) {
				if m := mark(part); m.isMark() {
					all = append(all, m)
				}
			}
		}
	}
	return all
}

// bearer is what bears a mark: a row, a column, a cell, all of a table.
type bearer struct {
	row, lastRow int // 0 for all
	col, lastCol int
}

func (b bearer) holds(row, col int) bool {
	return (b.row == 0 || row >= b.row && row <= b.lastRow) && (b.col == 0 || col >= b.col && col <= b.lastCol)
}

// bearers are those of each mark in a table and over it.
func (t *table) bearers(g *grid, rows []answered) map[mark][]bearer {
	all := map[mark][]bearer{}
	add := func(marks []mark, b bearer) {
		for _, m := range marks {
			all[m] = append(all[m], b)
		}
	}
	for _, l := range t.titles.lines {
		add(marksIn(l.text), bearer{})
	}
	_, lastLabel := t.labelColumns()
	for _, row := range g.in(t.top, rows[len(rows)-1].row) {
		heads := row.row <= t.bottom
		if heads && row.numbersColumns() || onlyCounts(t.sheet, t.columns, row.row) {
			continue
		}
		for i := range row.cells {
			c := &row.cells[i]
			marks := marksOf(c)
			if len(marks) == 0 {
				continue
			}
			b := bearer{row: c.Row, lastRow: c.Row, col: c.Col, lastCol: c.Col}
			if m, ok := t.sheet.Merged(c.Row, c.Col); ok {
				b.lastRow, b.lastCol = m.LastRow, m.LastCol
			}
			switch {
			case heads && c.Col <= lastLabel && row.marked() == 1:
				b = bearer{}
			case heads:
				b.row, b.lastRow = 0, 0
			case c.Col <= lastLabel, !t.holdsFigures(c.Col):
				b.col, b.lastCol = 0, 0
				if t.isBlock(c.Row, rows) {
					b.lastRow = lastOfBlock(c.Row, rows)
				}
			}
			if c.Col != t.columns.number || heads {
				add(marks, b)
			}
		}
	}
	return all
}

// holdsFigures: a column is none of units, remarks or what stands outside of the table.
func (t *table) holdsFigures(col int) bool {
	return col != t.columns.unit && col != t.columns.note && col <= t.lastCol()
}

// isBlock: rows stand below the title at a row.
func (t *table) isBlock(row int, rows []answered) bool { return lastOfBlock(row, rows) > row }

// lastOfBlock is the last row that stands below the title at a row; the row itself where none.
func lastOfBlock(row int, rows []answered) int {
	last := row
	for _, a := range rows {
		if slices.ContainsFunc(a.titles, func(c caption) bool { return c.row == row }) {
			last = a.row
		}
	}
	return last
}

// marked is how many cells of a row bear marks.
func (r gridRow) marked() int {
	n := 0
	for i := range r.cells {
		n += min(1, len(marksOf(&r.cells[i])))
	}
	return n
}

// numbersColumns: the marks in a row of headings are no more than the numbers of columns.
func (r gridRow) numbersColumns() bool {
	numbered := 0
	for i := range r.cells {
		for _, m := range marksIn(r.cells[i].Text) {
			if strings.Trim(string(m), "0123456789") == "" {
				numbered++
			}
		}
	}
	return numbered > len("ab")
}

// findFootnotes finds the notes whose marks something in the table bears: below its rows, at its
// right, on a sheet of notes, or below a later table where no nearer note has the mark.
func (r *reader) findFootnotes(g *grid, t *table, rows []answered) {
	var borne map[mark][]bearer
	near := map[mark]bool{}
	add := func(text, at string, far bool) {
		for _, note := range splitNotes(text) {
			m, shown, rest := cutMark(note)
			if m == "" || rest == "" {
				continue
			}
			if borne == nil {
				borne = t.bearers(g, rows)
			}
			if of := borne[m]; len(of) > 0 && !(far && near[m]) {
				near[m] = near[m] || !far
				t.footnotes = append(t.footnotes, aRemark{text: rest, mark: shown, at: at, of: of, apart: true})
			}
		}
	}
	last := rows[len(rows)-1].row
	for _, row := range g.in(last+1, g.rows[len(g.rows)-1].row) {
		if row.row > t.end && g.isOfTableAt(row.row) {
			continue
		}
		for i := 0; i < len(row.cells); i++ {
			c := &row.cells[i]
			if c.Kind != workbook.Text || len(c.Text) > titleLength {
				continue
			}
			text, at := noteText(c), c.Ref()
			if m, _, rest := cutMark(text + ")"); i+1 < len(row.cells) && m != "" &&
				rest == "" { // its text stands beside
				i++
				text += " " + cellText(&row.cells[i])
			}
			add(text, at, row.row > t.end)
		}
	}
	for _, row := range g.in(t.top, last) {
		for i := range row.cells {
			if c := &row.cells[i]; c.Kind == workbook.Text && c.Col > t.lastCol() && t.right == 0 &&
				len(c.Text) <= titleLength {
				add(noteText(c), c.Ref(), false)
			}
		}
	}
	for _, n := range r.notesOfBook() {
		if n.sheet != t.sheet {
			add(noteText(n.Cell), n.at, true)
		}
	}
}

// noteText is the text of a note, a mark that is raised in brackets.
func noteText(c *workbook.Cell) string {
	if len(c.Runs) > 1 && c.Runs[0].ScriptIn(c) == workbook.Raised && mark(strings.Trim(c.Runs[0].Text,
		"()[] ")).isMark() {
		return "(" + strings.Trim(c.Runs[0].Text, "()[] ") + ")" + strings.TrimPrefix(c.Text, c.Runs[0].Text)
	}
	return c.Text
}

// splitNotes are the notes of one cell, each of which begins on a line of its own.
func splitNotes(text string) []string {
	var all []string
	for line := range strings.SplitSeq(viet.Clean(text), "\n") {
		if m, _, _ := cutMark(line); m == "" && len(all) > 0 {
			all[len(all)-1] += "\n" + line
			continue
		}
		all = append(all, line)
	}
	return all
}

// noted are the footnotes that speak of a figure, and do not only say what it is counted in.
func (t *taking) noted() []aRemark {
	return slices.DeleteFunc(t.table.notesAt(t.row, t.col), func(note aRemark) bool {
		return len(t.unitsNoted(note.text).units) > 0
	})
}

// notesAt are the footnotes that speak of the figure at a place.
func (t *table) notesAt(row, col int) []aRemark {
	if t == nil {
		return nil
	}
	var all []aRemark
	for _, note := range t.footnotes {
		if slices.ContainsFunc(note.of, func(b bearer) bool { return b.holds(row, col) }) {
			all = append(all, note)
		}
	}
	return all
}

// ofFootnotes are the units that those state: "(*) nghìn tấn", "¹ Tính bằng ha".
func (t *taking) ofFootnotes(row, col int) []stated {
	var all []stated
	for _, note := range t.table.notesAt(row, col) {
		all = append(all, each(t.unitsNoted(note.text), row, col)...)
	}
	return all
}

// unitsNoted are the units that a note states, be it only that something is counted in them.
func (t *taking) unitsNoted(note string) statement {
	said := t.statedIn(strings.TrimRight(note, ". "))
	if said.named || said.alone {
		return said
	}
	s := speechOf(strings.TrimRight(note, ". "))
	if _, after := s.find(0, countedIn); after >= 0 {
		said = t.statedIn(speech{s.words[after:], s.bare}.text())
		if said.named || said.alone {
			return said
		}
	}
	return statement{}
}

var countedIn = list("tính bằng, tính theo, đơn vị, đơn vị là, tính theo đơn vị, ghi theo, ghi bằng, đo bằng, là")

// isFootnote: the text at a place is one that was found to speak of what bears its mark.
func (t *table) isFootnote(at string) bool {
	return t != nil && slices.ContainsFunc(t.footnotes, func(note aRemark) bool { return note.at == at })
}
