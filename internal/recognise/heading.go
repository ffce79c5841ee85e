package recognise

import (
	"regexp"
	"slices"
	"strings"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// maxHeading is how many rows the headings of one table may take.
const maxHeading = 5

// table is a table of figures found on a sheet: where its headings stand and
// what its columns are.
type table struct {
	sheet       *workbook.Sheet
	top, bottom int // rows of the headings
	end         int // the last row that may belong to it
	columns     columns
	titles      titles // what the lines over it say
	heads       []head // of all its columns, from left to right
	grid        *grid
}

// head is one column with the words over it, from top to bottom.
type head struct {
	row   int // where they begin
	col   int
	shown string // as printed
	words string // folded
	last  string // the lowest of them, folded
}

// under is the heading with one more text below it.
func (h head) under(c *workbook.Cell, col int, text string) head {
	h.last = viet.Fold(text)
	if h.col == 0 {
		return head{row: c.Row, col: col, shown: text, words: h.last, last: h.last}
	}
	h.shown, h.words = h.shown+" "+text, h.words+" "+h.last
	return h
}

// grid is a sheet by rows.
type grid struct {
	*workbook.Sheet
	rows      []gridRow
	datedOver map[int]*line // of a table, by its first row: the line over it that names a year
	ofTable   []bool        // which of them belong to a table; nil until asked for
}

type gridRow struct {
	row   int
	cells []workbook.Cell
}

func newGrid(s *workbook.Sheet) *grid {
	g := &grid{Sheet: s}
	for i := 0; i < len(s.Cells); {
		from := i
		for i < len(s.Cells) && s.Cells[i].Row == s.Cells[from].Row {
			i++
		}
		g.rows = append(g.rows, gridRow{s.Cells[from].Row, s.Cells[from:i]})
	}
	return g
}

// labelHeads are the headings of a column of indicators.
var labelHeads = []string{"chi tieu", "ten chi tieu", "cac chi tieu", "chi tieu chu yeu", "cac chi tieu chu yeu",
	"noi dung", "noi dung chi tieu",
	"noi dung can bao cao", "noi dung bao cao", "danh muc chi tieu", "chi tieu nhiem vu", "chi tieu nghi quyet",
	"ten chi tieu nhiem vu", "chi tieu bao cao"}

// tables finds the tables of a sheet by a heading over their indicators.
func (g *grid) tables() []table {
	var all []table
	for i := 0; i < len(g.rows); i++ {
		col := g.rows[i].headed(labelHeads)
		if col == 0 {
			continue
		}
		t, next := g.table(i, col)
		if len(t.heads) < 2 {
			continue
		}
		if n := len(all); n > 0 {
			all[n-1].end = t.top - 1
		}
		all = append(all, t)
		i = next
	}
	return all
}

// headed is the first column of a row that is headed with one of the words; 0
// for none.
func (r gridRow) headed(words []string) int {
	for i := range r.cells {
		if c := &r.cells[i]; c.Kind == workbook.Text && len(c.Text) < 100 && slices.Contains(words, viet.Fold(c.Text)) {
			return c.Col
		}
	}
	return 0
}

// table reads the headings around the row that has the one over the indicators
// in the given column; next is the index of their last row.
func (g *grid) table(i, labelCol int) (t table, next int) {
	first, last := i, i
	until := g.rows[i].row
	if m, ok := g.Merged(until, labelCol); ok {
		until = min(m.LastRow, until+maxHeading-1)
	}
	for last+1 < len(g.rows) && g.rows[last+1].row <= until {
		last++
	}
	for last+1 < len(g.rows) && last-first+1 < maxHeading && g.rows[last+1].row == g.rows[last].row+1 &&
		g.onlyHeads(last+1, labelCol) {
		last++
	}
	for first > 0 && last-first+1 < maxHeading && g.rows[first-1].row == g.rows[first].row-1 &&
		g.onlyHeads(first-1, labelCol) {
		first--
	}
	t = table{grid: g, sheet: g.Sheet, top: g.rows[first].row, bottom: max(g.rows[last].row, until), end: g.rows[len(g.rows)-1].row}
	t.readHeads(g.rows[first : last+1])
	return t, last
}

var year = regexp.MustCompile(`\b(?:19|20)[0-9]{2}\b`)

// onlyHeads: the row has nothing but words and years, and all right of the
// indicators, so that it can be nothing but a part of the headings.
func (g *grid) onlyHeads(i, labelCol int) bool {
	if g.rows[i].isUnitLine() {
		return false
	}
	for j := range g.rows[i].cells {
		c := &g.rows[i].cells[j]
		text := cellText(c)
		switch {
		case text == "":
		case c.Col <= labelCol, c.Kind != workbook.Text && !year.MatchString(text),
			len(text) > 100:
			return false
		}
	}
	return len(g.rows[i].cells) > 0
}

func (t *table) readHeads(rows []gridRow) {
	lastCol := 0
	for _, r := range rows {
		lastCol = max(lastCol, r.cells[len(r.cells)-1].Col)
	}
	for _, m := range t.sheet.Merges {
		if m.Row >= t.top && m.Row <= t.bottom && m.Col <= lastCol {
			lastCol = max(lastCol, min(m.LastCol, m.Col+maxSpan))
		}
	}
	for col := 1; col <= lastCol; col++ {
		var h head
		var before *workbook.Cell
		for row := t.top; row <= t.bottom; row++ {
			c := merged(t.sheet, row, col)
			if text := cellText(c); text != "" && c != before {
				h = h.under(c, col, text)
				before = c
			}
		}
		if h.col > 0 {
			t.heads = append(t.heads, h)
		}
	}
	t.columns.row = t.bottom
	for _, h := range t.heads {
		t.columns.heading(h.words, h.col)
	}
}

// maxSpan bounds how many columns one merged heading is followed over.
const maxSpan = 100

// has reports whether the words over a column hold one of the phrases.
func (h head) has(phrases ...string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return viet.HasPhrase(h.words, p) })
}

// isResult: the column is headed as what was achieved, in the given year as far
// as it says, over the whole of it, and not as something set beside it.
func (h head) isResult(ofYear string) bool {
	return h.has("thuc hien", "ket qua", "th", "uoc", "gia tri", "so lieu", "dat duoc") && !h.isBeside(ofYear) &&
		!h.has("don vi", "ty le")
}

// isBeside: what tables set beside the results: plans, comparisons, remarks,
// other years and parts of the year.
func (h head) isBeside(ofYear string) bool {
	if h.isPlan() || h.has("so sanh", "so voi", "th kh", "ty le hoan thanh", "tang giam", "cung ky", "nam truoc",
		"danh gia", "ghi chu", "giai trinh",
		"nguyen nhan", "phan tram", "muc do hoan thanh", "dat ty le") || strings.Contains(h.shown, "%") ||
		strings.Contains(h.shown, "/") {
		return true
	}
	if years := h.years(); len(years) > 0 && !slices.Contains(years, ofYear) {
		return true
	}
	return isPartOfYear(h.words)
}

func (h head) isPlan() bool      { return isPlan(h.words) }
func (h head) isEstimate() bool  { return isEstimate(h.words) }
func (h head) isOfResults() bool { return isOfResults(h.words) }
func (h head) years() []string   { return year.FindAllString(h.words, -1) }

// line is the heading as a line that something is found in.
func (h head) line() line { return line{row: h.row, col: h.col, text: h.shown, folded: h.words} }
