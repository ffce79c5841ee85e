package recognise

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
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

	apart bool // it was put at the figure alone, away from the table
	ofRow bool // it stands in a row of its own, and speaks of the row above alone
	drawn bool // it stands in a shape, whose corner is in that cell
	warns bool // it stands apart from the table, and is of no kind that leaves figures alone

	legends []legend // that it is

	mark string   // of a footnote, as it stands; "" for none
	of   []bearer // what bears it
}

// shown is the remark with where it stands, for a message.
func (r aRemark) shown() any {
	switch text := viet.Excerpt(strings.TrimSpace(r.mark + " " + r.text)); {
	case r.at == "":
		return text
	case r.drawn:
		return diag.Text{Vi: text + " (chữ trong hình vẽ, " + r.at + ")", En: text + " (in a shape, " + r.at + ")"}
	default:
		return text + " (" + r.at + ")"
	}
}

// remarksBeside are the remarks of the figure's row and of its own cell, label and heading.
// They are looked for once: what they say of units and of the figure is asked apart.
func (t *taking) remarksBeside() []aRemark {
	if t.saidBeside == nil {
		t.saidBeside = slices.Clip(t.findBeside())
	}
	return t.saidBeside
}

func (t *taking) findBeside() []aRemark {
	all := []aRemark{{text: t.sheet.Comment(t.row, t.col)}}
	if t.noteCol > 0 {
		all = append(all, aRemark{text: t.noteAt(t.noteCol)})
		all = append(all, t.mixedWithThis()...)
	}
	if t.table == nil || t.grid == nil || t.layout != nil || len(t.table.heads) == 0 {
		return all
	}
	for _, c := range t.sheet.Comments {
		if t.isAboveOrBeside(c) {
			all = append(all, aRemark{text: c.Text, at: workbook.Ref(c.Row, c.Col)})
		}
	}
	if text := cellText(merged(t.sheet, t.row, t.table.columns.number)); isDropped(text) {
		all = append(all, aRemark{text: text, at: workbook.Ref(t.row, t.table.columns.number)})
	}
	return slices.Concat(all, t.saidInRow(), t.noted(), t.place.under)
}

// isAboveOrBeside: a comment is on a heading of the figure's column, on a title, or on what
// its row says. That on another figure of the row speaks of that one.
func (t *taking) isAboveOrBeside(c workbook.Comment) bool {
	on, ok := t.sheet.Merged(c.Row, c.Col)
	if !ok {
		on = workbook.Range{Row: c.Row, Col: c.Col, LastRow: c.Row, LastCol: c.Col}
	}
	if c.Row < t.table.top {
		return !t.grid.isOfTableAt(c.Row)
	}
	if c.Row <= t.table.bottom {
		return on.Col <= t.col && t.col <= on.LastCol
	}
	_, lastLabel := t.table.labelColumns()
	cell := t.sheet.At(on.Row, on.Col)
	isFigure := on.Col > lastLabel && cell != nil && cell.Kind == workbook.Number
	return on.Row <= t.row && t.row <= on.LastRow && c.Col != t.col && c.Col <= t.table.lastCol() && !isFigure
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
		if text == "" || !besideRows.in(viet.Fold(text)) {
			continue
		}
		s := t.speechOf(plain(text))
		if s.has(here) && (s.has(misplaced()) || s.has(listOnce("nhầm, lẫn, đổi, ngược"))) {
			all = append(all, aRemark{text: text, at: workbook.Ref(row, t.noteCol)})
		}
	}
	return all
}

// besideRows are words of all of them.
var besideRows = phrases{"duoi", "tren", "sau", "truoc"}

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
		if text := t.noteAt(h.col); isWords(text) || isDayAlone(text) || tellsTimes(text) {
			all = append(all, aRemark{text: text, at: workbook.Ref(t.row, h.col), heading: h.shown})
		}
	}
	for _, row := range t.grid.in(t.row, t.row) {
		for i := range row.cells {
			c := &row.cells[i]
			text := strings.TrimLeft(cellText(c), "<>=-–—←→⇐⇒: ")
			if c.Col > lastLabel && c.Col != t.col && t.isHeadless(c.Col) && c.Kind == workbook.Text && isWords(text) &&
				!t.table.isFootnote(c.Ref()) {
				all = append(all, aRemark{text: text, at: c.Ref(), apart: c.Col > t.table.lastCol()+1})
			}
		}
	}
	return all
}

// isHeadless: a column has no heading: one between those of the table, or one after them where
// no other table stands there.
func (t *taking) isHeadless(col int) bool {
	if col > t.table.lastCol() {
		return t.table.right == 0
	}
	return !slices.ContainsFunc(t.table.heads, func(h head) bool { return h.col == col })
}

// noteAt is what stands in a column of the row: of a cell merged over several rows it
// counts for each, and so does what «như trên» repeats.
func (t *taking) noteAt(col int) string {
	for row := t.row; row > 0 && row > t.row-maxMerged; row-- {
		c := merged(t.sheet, row, col)
		text := viet.Tidy(cellText(c))
		if !isDitto(text) {
			return text
		}
	}
	return ""
}

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

// looseRemarks are the texts that stand right of a table beside none of its rows, with a
// column between, and speak of figures.
func (r *reader) looseRemarks(g *grid, t *table, rows []answered) []aRemark {
	if t.right > 0 {
		return nil
	}
	var all []aRemark
	for _, row := range g.in(t.top, t.end) {
		if slices.ContainsFunc(rows, func(a answered) bool { return a.row == row.row }) {
			continue
		}
		for i := range row.cells {
			c := &row.cells[i]
			if c.Kind == workbook.Text && c.Col > t.lastCol()+1 && len(c.Text) <= titleLength &&
				(speaksOfFigures(c.Text) || isLegend(c.Text)) {
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

// placed is a text on a sheet of notes, with where it stands.
type placed struct {
	*workbook.Cell
	sheet *workbook.Sheet
	at    string
}

// notesOfBook are those of all sheets. Each table asks for them, and they are looked for once.
func (r *reader) notesOfBook() []placed {
	if r.notes != nil {
		return r.notes
	}
	all := []placed{}
	for _, s := range r.book.Sheets {
		if s.Visibility != workbook.Visible || len(s.Cells) > maxNotes || len(r.gridOf(s).tables()) > 0 {
			continue
		}
		for i := range s.Cells {
			if c := &s.Cells[i]; c.Kind == workbook.Text && len(c.Text) <= titleLength {
				all = append(all, placed{c, s, "«" + s.Name + "»!" + c.Ref()})
			}
		}
	}
	r.notes = all
	return all
}

// saying is a sentence that tells figures, taken apart once for all figures of its table.
type saying struct {
	aRemark
	all     speech
	clauses []speech
}

// sentencesNear are the sentences over and under a table that tell figures of the report's
// year.
func (r *reader) sentencesNear(g *grid, t *table, rows []answered) []saying {
	var all []saying
	otherYear := func(y int) bool { return y != r.plan.Resolution.Year }
	add := func(text, at string) {
		if wordCount(text) < sentence || !hasDigit(text) {
			return
		}
		text = viet.Tidy(text)
		s := r.speechOf(text)
		clauses := s.clauses()
		if slices.ContainsFunc(s.years(), otherYear) || slices.ContainsFunc(clauses, r.namesPart) {
			return
		}
		all = append(all, saying{aRemark{text: text, at: at}, s, clauses})
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
