package recognise

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Where remarks stand that speak of a figure: in a column of remarks under any heading, in a
// cell merged over several rows, in comments, right of the table, on a sheet of its own.

// aRemark is what is said of a figure somewhere else than in its cell.
type aRemark struct {
	text string
	at   string // the cell it stands in, where that is not the row's column of remarks

	heading string // of its column; "" for none
}

func (r aRemark) shown() string {
	if r.at == "" {
		return viet.Excerpt(r.text)
	}
	return viet.Excerpt(r.text) + " (" + r.at + ")"
}

// remarksBeside are the remarks of the figure's row and of its own cell, label and heading.
func (t *taking) remarksBeside() []aRemark {
	all := []aRemark{{text: t.sheet.Comment(t.row, t.col)}}
	if t.noteCol > 0 {
		all = append(all, aRemark{text: t.noteAt(t.noteCol)})
		all = append(all, t.mixedWithThis()...)
	}
	if t.table == nil || t.grid == nil || t.layout != nil || len(t.table.heads) == 0 {
		return all
	}
	for _, c := range t.sheet.Comments {
		heads := c.Row >= t.table.top && c.Row <= t.table.bottom && c.Col == t.col
		label := c.Row == t.row && c.Col != t.col && c.Col <= t.table.lastCol()
		title := c.Row < t.table.top && !t.grid.isOfTableAt(c.Row)
		if heads || label || title {
			all = append(all, aRemark{text: c.Text, at: workbook.Ref(c.Row, c.Col)})
		}
	}
	if text := cellText(merged(t.sheet, t.row, t.table.columns.number)); isDropped(text) {
		all = append(all, aRemark{text: text, at: workbook.Ref(t.row, t.table.columns.number)})
	}
	return append(all, t.saidInRow()...)
}

// mixedWithThis are remarks in the rows above and below which say that their figure and this
// one changed places: "nhầm với dòng dưới".
func (t *taking) mixedWithThis() []aRemark {
	var all []aRemark
	for _, near := range []struct {
		row  int
		here []string
	}{{t.row - 1, rowsBelow()}, {t.row + 1, rowsAbove()}} {
		row, here := near.row, near.here
		text := cellText(t.sheet.At(row, t.noteCol))
		s := t.speechOf(plain(text))
		if s.has(here) && (s.has(misplaced()) || s.has(listOnce("nhầm, lẫn, đổi, ngược"))) {
			all = append(all, aRemark{text: text, at: workbook.Ref(row, t.noteCol)})
		}
	}
	return all
}

var (
	rowsBelow = sync.OnceValue(func() []string {
		return list("dòng dưới, hàng dưới, ô dưới, số dưới, mục dưới, dòng sau")
	})
	rowsAbove = sync.OnceValue(func() []string {
		return list("dòng trên, hàng trên, ô trên, số trên, mục trên, dòng trước")
	})
)

// saidInRow are the texts of the row that stand under no heading of the table's own, and
// right of it.
func (t *taking) saidInRow() []aRemark {
	var all []aRemark
	_, lastLabel := t.table.labelColumns()
	for _, h := range t.table.heads {
		if h.col <= lastLabel || h.col == t.col || h.col == t.noteCol || h.col == t.unitCol || h.col == t.noneCol ||
			!h.isOfRemarks() {
			continue
		}
		if c := merged(t.sheet, t.row, h.col); c == nil || c.Kind != workbook.Text {
			continue
		}
		if text := t.noteAt(h.col); isWords(text) || isDayAlone(text) {
			all = append(all, aRemark{text, workbook.Ref(t.row, h.col), h.shown})
		}
	}
	beyond := t.table.lastCol() + 1
	if t.table.right > 0 {
		return all
	}
	for _, row := range t.grid.in(t.row, t.row) {
		for i := range row.cells {
			c := &row.cells[i]
			if text := cellText(c); c.Col == beyond && c.Kind == workbook.Text && isWords(text) {
				all = append(all, aRemark{text: text, at: c.Ref()})
			}
		}
	}
	return all
}

// noteAt is what stands in a column of the row: of a cell merged over several rows it
// counts for each, and so does what «như trên» repeats.
func (t *taking) noteAt(col int) string {
	for row := t.row; row > 0 && row > t.row-maxMerged; row-- {
		c := merged(t.sheet, row, col)
		text := viet.Tidy(cellText(c))
		if !slices.Contains(dittos(), strings.Trim(strings.ToLower(text), " .()")) {
			return text
		}
	}
	return ""
}

var dittos = sync.OnceValue(func() []string {
	return list(`như trên, nt, n t, n.t, như trên nt, -nt-, - nt -, ", '', ”, “, 〃, như dòng trên, tương tự, như ở
		trên, giống trên, nhu tren, tuong tu`)
})

// isOfRemarks: the heading is none of a figure, a plan, a time or a mark that the rest of the
// program reads.
func (h head) isOfRemarks() bool {
	r := h.reading()
	return r.strange || r.says.any(ofOtherThings) || !r.says.any(ofResults|ofPeriod|ofOtherPeriod|
		ofSeveralYears|ofThisYear|ofLastYear|ofPlans|ofEstimates|
		ofShare|ofTotal|ofValue|ofNumber|ofDistrict|ofReportPeriod|inThatPrice) && len(r.years) == 0
}

// isWords: a text is no number, no mark and no single sign.
func isWords(text string) bool {
	words := 0
	for _, w := range strings.Fields(viet.Fold(text)) {
		if strings.Trim(w, "0123456789ivx+-%.,/()") != "" {
			words++
		}
	}
	return words > 0 && len(text) <= titleLength
}

// isDropped: in place of its number a row has a word that takes it off the table.
func isDropped(number string) bool {
	return slices.Contains(dropped(), strings.Trim(strings.ToLower(number), " .()"))
}

var dropped = sync.OnceValue(func() []string {
	return list(`bỏ, hủy, huỷ, xóa, xoá, loại, thôi, bo, huy, xoa, bỏ qua, không dùng, không tính, không lấy, sai,
		nhầm, gạch, đã bỏ, đã hủy, đã huỷ, đã xóa, đã xoá, rút, dừng, tạm, chờ, cũ, trùng, ước, nháp, thừa,
		x bỏ, bỏ dòng này`)
})

// isOfTableAt: a row belongs to a table of the sheet.
func (g *grid) isOfTableAt(row int) bool {
	i := g.before(row)
	return i < len(g.rows) && g.rows[i].row == row && g.tableRows()[i]
}

// looseRemarks are the texts that stand right of a table, with a column between, and speak
// of figures.
func (r *reader) looseRemarks(g *grid, t *table) []aRemark {
	if t.right > 0 {
		return nil
	}
	var all []aRemark
	for _, row := range g.in(t.top, t.end) {
		for i := range row.cells {
			c := &row.cells[i]
			if c.Kind == workbook.Text && c.Col > t.lastCol()+1 && len(c.Text) <= titleLength &&
				speaksOfFigures(c.Text) {
				all = append(all, aRemark{text: viet.Tidy(c.Text), at: c.Ref()})
			}
		}
	}
	return all
}

// speaksOfFigures: a text begins as a remark on figures does.
func speaksOfFigures(text string) bool {
	s := speechOf(withoutLead(text))
	at, _ := s.find(0, figureWords())
	needed := s.oneOf(0, need)
	return isRemark(text) || at >= 0 && at < maxLead || s.oneOf(0, talkingOfFigures()) > 0 ||
		s.oneOf(needed, excluding)+s.oneOf(needed, missing)+s.oneOf(needed, adding)+s.oneOf(needed, limiting) > 0 ||
		hasDigit(text) && s.has(correcting())
}

// maxLead is how far the words that tell of figures stand from a remark's beginning at most.
const maxLead = 4

var figureWords = sync.OnceValue(func() []string {
	return list("số liệu, số, các số, chỉ tiêu trên, chỉ tiêu này, bảng trên, biểu trên, cột này, số này")
})

// remarksElsewhere are those on sheets that hold no figures: "Ghi chú", "Thuyết minh".
func (r *reader) remarksElsewhere(here *workbook.Sheet) []aRemark {
	var all []aRemark
	for _, s := range r.book.Sheets {
		if s == here || s.Visibility != workbook.Visible || len(s.Cells) > maxNotes || len(r.gridOf(s).tables()) > 0 {
			continue
		}
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Kind == workbook.Text && len(c.Text) <= titleLength && speaksOfFigures(c.Text) {
				all = append(all, aRemark{text: viet.Tidy(c.Text), at: "«" + s.Name + "»!" + c.Ref()})
			}
		}
	}
	return all
}

// maxNotes is how many cells a sheet of notes has at most.
const maxNotes = 20

// footnote is the mark that a note under a table begins with: "(2)", "[1]", "(*)"; "" for
// none.
func footnote(text string) string {
	text = strings.TrimSpace(text)
	for _, pair := range []string{"()", "[]"} {
		if end := strings.IndexByte(text, pair[1]); strings.HasPrefix(text, pair[:1]) && end > 1 && end <= len("(**") {
			return text[:end+1]
		}
	}
	return ""
}

// isBorne: the mark of a footnote stands in a heading of the table, a label or a title.
func (t *table) isBorne(mark string, rows []answered) bool {
	return mark != "" && (t.titled(mark) || slices.ContainsFunc(t.heads, func(h head) bool { return h.bears(mark) }) ||
		slices.ContainsFunc(rows, func(a answered) bool { return strings.Contains(a.label, mark) }))
}

func (t *table) titled(mark string) bool {
	return slices.ContainsFunc(t.titles.lines, func(l line) bool { return strings.Contains(l.text, mark) })
}

func (h head) bears(mark string) bool { return strings.Contains(h.shown, mark) }

// isOfHeading tells whether a footnote speaks of a column; known is false where its mark
// stands in no heading.
func (t *table) isOfHeading(mark string, of head) (is, known bool) {
	known = slices.ContainsFunc(t.heads, func(h head) bool { return h.bears(mark) })
	return known && of.bears(mark), known
}

// isLegend: a line tells what figures in bold, in red, in grey cells are.
func isLegend(text string) bool {
	s := speechOf(strings.TrimLeft(text, "(*- "))
	n := s.oneOf(0, list(`những, các, chữ, số, số liệu, ô, dòng, phần, con số`))
	at, _ := s.find(n, inStyle())
	return n > 0 && at >= 0 && at < maxLead
}

var inStyle = sync.OnceValue(func() []string {
	return list(`in đậm, bôi đậm, tô đậm, đậm, in nghiêng, nghiêng, in, gạch chân, gạch dưới, gạch ngang, màu, bôi,
		tô, đỏ, xanh, vàng, xám, tím, cam, bôi màu, tô màu, nền, bôi vàng, tô vàng, đánh dấu, có dấu, trong
		ngoặc, để trong ngoặc`)
})

// isHarmlessLegend: those are sums, or parts, or what was reached.
func isHarmlessLegend(text string) bool {
	at, after := speechOf(text).find(0, list(": , là, =, –"))
	s := speechOf(text)
	if at < 0 {
		return false
	}
	return s.oneOf(after, list(`tổng, cộng, số tổng, số cộng, dòng tổng, trong đó, đạt, vượt, không đạt,
		chưa đạt, số đạt,
		chỉ tiêu, công thức, tự tính, ô nhập, tiêu đề, tên, mục`)) > 0
}

// ofColumn are the remarks under a table that speak of a column of results.
func ofColumn(remarks []aRemark, t *table, of head) []aRemark {
	return slices.DeleteFunc(slices.Clone(remarks), func(said aRemark) bool {
		mark := cmp.Or(footnote(said.text), markOf(said.text))
		is, known := t.isOfHeading(mark, of)
		return mark != "" && known && !is
	})
}

// sentencesNear are the sentences over and under a table that tell figures.
func (r *reader) sentencesNear(g *grid, t *table, rows []answered) []aRemark {
	var all []aRemark
	add := func(text, at string) {
		if wordCount(text) >= sentence && hasDigit(text) {
			all = append(all, aRemark{text: viet.Tidy(text), at: at})
		}
	}
	for _, l := range t.titles.lines {
		if !l.name && l.row > 0 {
			add(l.text, workbook.Ref(l.row, l.col))
		}
	}
	for _, row := range g.in(rows[len(rows)-1].row+1, t.end) {
		for i := range row.cells {
			if c := &row.cells[i]; len(row.cells) <= 2 && c.Kind == workbook.Text && len(c.Text) <= titleLength {
				add(c.Text, c.Ref())
			}
		}
	}
	return all
}
