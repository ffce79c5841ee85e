package recognise

import (
	"math"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"

	"baocao/internal/resolution"
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
	titles      titles       // what the lines over it say
	heads       []head       // of all its columns, from left to right
	left, right int          // the columns it lies in, where another stands beside it; 0 for all
	groups      map[int]bool // rows of headings that name several years
	chosen      map[wanted]choice
	figures     []head               // the columns that hold some; nil until asked for
	revising    []head               // those that put others right; nil until asked for
	answered    []resolution.Ask     // what its rows answer for sure
	answeredIn  []int                // those rows
	headedBy    []resolution.Ask     // what its columns answer for sure, where each is of an indicator
	pointed     map[string]rowsMeant // what texts apart name of these
	numbered    *bool                // whether these bear numbers; nil until asked for
	footnotes   []aRemark            // whose marks something in it bears
	written     *notations           // how its figures are written; nil until asked for
	headless    int                  // the column of its figures, where nothing stands over them; 0 for others
}

// beside drops the lines that stand over the table beside this one, where a row
// has lines over each.
func (t *table) beside(lines []line) []line {
	if t.right == 0 {
		return lines
	}
	mine := func(l line) bool { return l.col >= t.left && l.col <= t.right }
	var kept []line
	for i := 0; i < len(lines); {
		from := i
		for i < len(lines) && lines[i].row == lines[from].row {
			i++
		}
		row := lines[from:i]
		inside := slices.DeleteFunc(slices.Clone(row), func(l line) bool { return !mine(l) })
		if len(row) > 1 {
			row = inside
		}
		kept = append(kept, row...)
	}
	return kept
}

// grid is a sheet by rows.
type grid struct {
	*workbook.Sheet
	of        frame       // of the report
	since1904 bool        // its days are counted from then
	stop      func() bool // tells whether the file has taken all the time it may
	rows      []gridRow
	datedOver map[int]*line // of a table, by its first row: the line over it that names a year
	ofTable   []bool        // which of them belong to a table; nil until asked for
	lines     [][]line      // the texts of each as lines over a table; nil until asked for
	margins   []line        // the texts printed over and under its pages
	found     []table       // nil until asked for
	heading   *columns      // of its first form or narrative table; nil until asked for
	signed    []line        // who signs the sheet; nil until asked for
	closes    []bool        // of each row, whether the paper closes there; nil until asked for
	signing   []line        // what else stands among who signs; nil until asked for
}

// The rows of lines that are printed over and under the pages of a sheet: no cell
// stands there.
const (
	headerRow = -1
	footerRow = -2
)

type gridRow struct {
	row   int
	cells []workbook.Cell
	keys  []string // the match keys of those that were asked for; nil in a sheet of very many
}

// maxKeys is of how many cells the match keys are kept.
const maxKeys = 1 << 16

// key is the match key of a cell's text: each kind of heading is looked for among the same.
func (r gridRow) key(j int) string {
	if r.keys == nil {
		return viet.Fold(r.cells[j].Text)
	}
	if r.keys[j] == "" {
		r.keys[j] = viet.Fold(r.cells[j].Text)
	}
	return r.keys[j]
}

func newGrid(b *workbook.Book, s *workbook.Sheet, of frame) *grid {
	g := &grid{Sheet: s, of: of, since1904: b.Date1904, stop: func() bool { return false }}
	var keys []string
	if len(s.Cells) <= maxKeys {
		keys = make([]string, len(s.Cells))
	}
	for i := 0; i < len(s.Cells); {
		from := i
		for i < len(s.Cells) && s.Cells[i].Row == s.Cells[from].Row {
			i++
		}
		row := gridRow{row: s.Cells[from].Row, cells: s.Cells[from:i]}
		if keys != nil {
			row.keys = keys[from:i]
		}
		g.rows = append(g.rows, row)
	}
	for i, cells := range [][]workbook.Cell{s.Header, s.Footer} {
		for j := range cells {
			if c := &cells[j]; len(c.Text) > titleLength {
				continue
			}
			for _, l := range linesOfCell(&cells[j], of) {
				l.row = headerRow - i
				if !isPlanTitle(l.folded) { // the year of the paper that a printed form goes by
					l.other = nil
				}
				g.margins = append(g.margins, l)
			}
		}
	}
	return g
}

// withMargins are lines over a table, the nearest first, and then those of the pages.
func (g *grid) withMargins(lines []line) []line { return append(slices.Clip(lines), g.margins...) }

// before is how many of the rows lie above a row of the sheet.
func (g *grid) before(row int) int {
	return sort.Search(len(g.rows), func(i int) bool { return g.rows[i].row >= row })
}

// in are the rows from one of the sheet to another.
func (g *grid) in(first, last int) []gridRow {
	from := g.before(first)
	n := sort.Search(len(g.rows)-from, func(i int) bool { return g.rows[from+i].row > last })
	return g.rows[from : from+n]
}

// labelHeads are the headings of a column of indicators.
var labelHeads = []string{"chi tieu", "ten chi tieu", "cac chi tieu", "chi tieu chu yeu", "cac chi tieu chu yeu",
	"noi dung", "noi dung chi tieu",
	"noi dung can bao cao", "noi dung bao cao", "danh muc chi tieu", "chi tieu nhiem vu", "chi tieu nghi quyet",
	"ten chi tieu nhiem vu", "chi tieu bao cao"}

// shortLabelHeads are headings of indicators in the letters that clerks write for them: they stand for
// that among other headings only.
var shortLabelHeads = []string{"nd", "ct", "n dung", "c tieu"}

// labelWords make up the other headings of indicators, with one of
// labelSubjects. Some of these headings may stand over a plan as well: there
// must be texts below.
var (
	labelWords = phrases{"ten", "cac", "chu yeu", "can", "bao cao", "cu the", "nghi quyet", "nq", "qu", "tu", "so",
		"nam", "duoc", "giao", "thong ke", "danh gia", "va", "chinh", "thuc hien", "trong tam", "kinh te", "xa hoi",
		"phai", "theo", "de ra", "dai hoi", "quan", "phuong", "cong tac", "phat trien", "co ban", "mot so", "nhom",
		"thong tin", "so lieu", "hd", "hdnd", "nganh", "thu", "chi"}
	labelSubjects = phrases{"chi tieu", "noi dung", "tieu chi", "dien giai", "hang muc", "danh muc", "linh vuc",
		"nhiem vu", "muc tieu", "cong viec", "chi so", "khoan muc", "dau muc", "ten goi", "muc", "nguon von", "cau hoi"}
)

// labelParts are the words of all of them.
var labelParts = sync.OnceValue(func() map[string]bool {
	parts := map[string]bool{}
	for _, p := range slices.Concat(labelWords, labelSubjects) {
		for word := range strings.SplitSeq(p, " ") {
			parts[word] = true
		}
	}
	return parts
})

// isLabelHead: every word of a heading is one of those of headings of indicators, or it is one of
// them in the letters that clerks write for it.
func isLabelHead(text string) bool {
	return len(text) <= 100 && isLabelKey(viet.Fold(text))
}

// isLabelKey is isLabelHead of a match key.
func isLabelKey(folded string) bool {
	if slices.Contains(shortLabelHeads, folded) {
		return true
	}
	for word := range strings.SplitSeq(folded, " ") { // nearly every label has another one
		if !labelParts()[word] && strings.Trim(word, "0123456789") != "" {
			return false
		}
	}
	if !labelSubjects.in(folded) {
		return false
	}
	rest := " " + folded + " "
	for _, p := range labelSubjects {
		rest = strings.ReplaceAll(rest, " "+p+" ", "  ")
	}
	rest = " " + strings.Join(strings.Fields(rest), " ") + " "
	for _, p := range labelWords {
		rest = strings.ReplaceAll(rest, " "+p+" ", " ")
	}
	return strings.Trim(rest, " 0123456789") == ""
}

// labelColumns are the columns of indicators that a row heads, the first of each
// of the tables that stand side by side.
func (g *grid) labelColumns(i int) []int {
	var cols []int
	figures := false // a column of them since the last
	var wide []int
	for j := range g.rows[i].cells {
		c := &g.rows[i].cells[j]
		if c.Kind != workbook.Text || len(c.Text) >= 100 {
			continue
		}
		folded := g.rows[i].key(j)
		switch {
		case slices.Contains(labelHeads, folded):
			if len(cols) == 0 || figures && g.isOfTexts(i, c.Col) {
				cols = append(cols, c.Col)
				figures = false
			}
		case isLabelKey(folded) && g.isOfHeads(g.rows[i]) && g.isOfTexts(i, c.Col):
			if len(wide) == 0 || figures {
				wide = append(wide, c.Col)
				figures = false
			}
		case isNumberHead(folded), slices.Contains(measureHeads, folded), folded == "don vi",
			slices.Contains(noteHeads, folded):
		default:
			figures = true
		}
	}
	if len(cols) == 0 {
		return wide
	}
	return cols
}

func isNumberHead(folded string) bool {
	switch folded {
	case "tt", "stt", "so tt", "so thu tu":
		return true
	}
	return false
}

// isOfTexts: below a heading stand texts, not figures.
func (g *grid) isOfTexts(i, col int) bool {
	texts, numbers := 0, 0
	for k := i + 1; k < len(g.rows) && k < i+40; k++ {
		switch c := g.At(g.rows[k].row, col); {
		case c == nil:
		case c.Kind == workbook.Number:
			numbers++
		case c.Kind == workbook.Text && strings.Trim(c.Text, "()0123456789 ABC") != "":
			texts++
		}
	}
	return texts > numbers
}

// tables are the tables of a sheet, as they are before anything is known of the
// titles over them.
func (g *grid) tables() []table {
	all := slices.Clone(g.allTables())
	for i := range all {
		all[i].heads = slices.Clone(all[i].heads)
	}
	return all
}

func (g *grid) allTables() []table {
	if g.found == nil {
		g.found = g.findTables()
	}
	return g.found
}

// isOfHeading: a row is one of the headings of a table.
func (g *grid) isOfHeading(row int) bool {
	return slices.ContainsFunc(g.allTables(), func(t table) bool { return t.top <= row && row <= t.bottom })
}

// findTables finds tables by a heading over their indicators; never nil.
func (g *grid) findTables() []table {
	all := []table{}
	for i := 0; i < len(g.rows) && !g.stop(); i++ {
		cols := g.labelColumns(i)
		if len(cols) == 0 {
			continue
		}
		t, next := g.table(i, cols[0])
		if len(t.heads) < 2 {
			continue
		}
		for n := len(all) - 1; n >= 0 && all[n].end >= t.top; n-- {
			all[n].end = t.top - 1
		}
		all = append(all, t.split(cols)...)
		i = next
	}
	return all
}

// split parts the tables that stand side by side under one row of headings.
func (t table) split(labelCols []int) []table {
	if len(labelCols) == 1 {
		if t.columns.label == 0 && t.columns.measure == 0 {
			t.columns.measure = labelCols[0]
		}
		return []table{t}
	}
	var all []table
	left := 1
	for n, col := range labelCols {
		right := math.MaxInt
		if n+1 < len(labelCols) {
			right = labelCols[n+1] - 1
			for _, h := range t.heads {
				if h.col == right && isNumberHead(h.words) {
					right-- // the numbers of the next one's rows
				}
			}
		}
		one := table{sheet: t.sheet, top: t.top, bottom: t.bottom, end: t.end, left: left, right: right}
		one.columns.row = t.columns.row
		for _, h := range t.heads {
			if h.col >= left && h.col <= right {
				one.heads = append(one.heads, h)
				one.columns.heading(h.words, h.col)
			}
		}
		one.columns.label, one.columns.measure = 0, col
		all = append(all, one)
		left = right + 1
	}
	return all
}

// headed is the first column of a row that is headed with one of the words; 0
// for none.
func (r gridRow) headed(words []string) int {
	for i := range r.cells {
		if c := &r.cells[i]; c.Kind == workbook.Text && len(c.Text) < 100 && slices.Contains(words, r.key(i)) {
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
	t = table{
		sheet:  g.Sheet,
		top:    g.rows[first].row,
		bottom: max(g.rows[last].row, until),
		end:    g.rows[len(g.rows)-1].row,
	}
	t.readHeads(g, g.rows[first:last+1])
	return t, last
}

var year = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(?:19|20)[0-9]{2}\b`) })

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
		case c.Col <= labelCol, len(text) > 100,
			c.Kind != workbook.Text && !c.Style.IsDate && !year().MatchString(text):
			return false
		}
	}
	return len(g.rows[i].cells) > 0
}

func (t *table) readHeads(g *grid, rows []gridRow) {
	lastCol := 0
	for _, r := range rows {
		lastCol = max(lastCol, r.cells[len(r.cells)-1].Col)
	}
	merges := t.sheet.Merges
	for _, m := range merges[sort.Search(len(merges), func(i int) bool { return merges[i].Row >= t.top }):] {
		if m.Row > t.bottom {
			break
		}
		if m.Col <= lastCol {
			lastCol = max(lastCol, min(m.LastCol, m.Col+maxSpan))
		}
	}
	t.groups = map[int]bool{}
	for row := t.top; row < t.bottom; row++ {
		t.groups[row] = t.namesYears(g, row, lastCol)
	}
	for col := 1; col <= lastCol; col++ {
		h := head{of: g.of}
		var before *workbook.Cell
		for row := t.top; row <= t.bottom; row++ {
			c := t.headCell(row, col)
			if text := g.headText(c); text != "" && c != before {
				h = h.under(c, col, text)
				before = c
			}
		}
		if h.col > 0 && !t.isUnused(col) {
			h.loose = t.isLoose(col)
			t.heads = append(t.heads, h)
		}
	}
	t.columns.row = t.bottom
	for _, h := range t.heads {
		t.columns.heading(h.words, h.col)
	}
}

// isUnused: a heading reaches over a column that has none of its own, nor anything
// below: texts are centred over more columns than there are.
func (t *table) isUnused(col int) bool {
	over := false
	for row := t.top; row <= t.bottom; row++ {
		if cellText(t.sheet.At(row, col)) != "" {
			return false
		}
		m, in := t.sheet.Merged(row, col)
		over = over || in && m.Col < col
	}
	for row := t.bottom + 1; over && row <= t.bottom+maxUnused; row++ {
		if cellText(t.sheet.At(row, col)) != "" {
			return false
		}
	}
	return over
}

// maxUnused bounds how far below the headings a column is looked at.
const maxUnused = 200

// headText is what a heading shows: a day, or its year alone, where it is stored
// as a date.
func (g *grid) headText(c *workbook.Cell) string {
	if c == nil || c.Kind != workbook.Number || !c.Style.IsDate {
		return cellText(c)
	}
	d := dateCell(g.since1904, c)
	if d.IsZero() {
		return cellText(c)
	}
	code := strings.ToLower(unquoted(c.Style.NumFmt))
	switch {
	case !strings.ContainsAny(code, "dm") && strings.Contains(code, "y"):
		return "năm " + itoa(d.Year)
	case !strings.Contains(code, "d") && strings.Contains(code, "y"):
		return itoa(d.Month) + "/" + itoa(d.Year)
	}
	return itoa(d.Day) + "/" + itoa(d.Month) + "/" + itoa(d.Year)
}

// unquoted is a format code without the words it prints.
func unquoted(code string) string {
	var out strings.Builder
	for i, part := range strings.Split(code, `"`) {
		if i%2 == 0 {
			out.WriteString(part)
		}
	}
	return out.String()
}

// headCell is the heading at a place: its own, the one merged over it, or the one
// written over the first of several columns, centred across them without a merge.
func (t *table) headCell(row, col int) *workbook.Cell {
	c := merged(t.sheet, row, col)
	if cellText(c) != "" || row == t.bottom || !t.groups[row] {
		return c
	}
	if _, ok := t.sheet.Merged(row, col); ok || cellText(merged(t.sheet, t.bottom, col)) == "" {
		return c
	}
	for left := col - 1; left > 0; left-- {
		m, in := t.sheet.Merged(row, left)
		switch c := merged(t.sheet, row, left); {
		case in && m.LastRow > row: // of labels, over all rows of the headings
			return nil
		case cellText(c) == "":
			continue
		case in || cellText(merged(t.sheet, t.bottom, left)) == "" || c.Kind == workbook.Text && isLabelHead(c.Text):
			return nil
		default:
			return c
		}
	}
	return nil
}

// isLoose: a row of years leaves a column out, left of the first of them: they
// may be written over the middle of their columns.
func (t *table) isLoose(col int) bool {
	for row := t.top; row < t.bottom; row++ {
		if _, ok := t.sheet.Merged(row, col); ok || !t.groups[row] {
			continue
		}
		if cellText(t.sheet.At(row, col)) == "" && t.headCell(row, col) == nil {
			return true
		}
	}
	return false
}

// namesYears: the row names several years over the columns of the last row.
func (t *table) namesYears(g *grid, row, lastCol int) bool {
	years := map[int]bool{}
	for col := 1; col <= lastCol; col++ {
		if text := g.headText(t.sheet.At(row, col)); text != "" {
			for _, y := range readHeading([]string{text}, g.of.ofYear()).years {
				years[y] = true
			}
		}
	}
	return len(years) > 1
}

// maxSpan bounds how many columns one merged heading is followed over.
const maxSpan = 100
