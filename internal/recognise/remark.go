package recognise

import (
	"regexp"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// What remarks beside or under figures say of them.

// denials are words that take a figure back, or put it off.
var denials = phrases{
	// another figure is the right one
	"so dung la", "so dung phai", "phai la", "dinh chinh", "ghi nham", "nhap nham", "nham so", "nham cot", "nham dong",
	"nham sang", "ghi sai", "nhap sai", "so sai", "sai so lieu", "so lieu sai", "chua dung", "khong dung",
	// it is not final
	"chua chot", "chua duyet", "chua tham dinh", "chua xac nhan", "chua thong nhat", "chua doi chieu", "chua kiem tra",
	"chua day du", "chua du", "chua co so", "chua co ket qua", "chua tong hop xong", "tam tinh", "tam lay", "tam thoi",
	"tam bao cao", "so tam", "cho xac nhan", "cho duyet", "cho ket qua", "cho tham dinh", "cho doi chieu", "cho chot",
	"con thay doi", "se thay doi", "co the thay doi", "bo sung sau", "gui sau", "cap nhat sau", "bao cao sau",
	// it is to be looked at again
	"kiem tra lai", "ra soat lai", "xem lai", "xac minh lai", "doi chieu lai", "de nghi kiem tra", "can kiem tra",
	// it counts what does not belong to it, or leaves something out
	"can tru", "phai tru", "chua tru", "tru ra", "da cong ca", "chua tinh", "chua gom",
	"chua bao gom", "thieu so lieu", "con thieu", "co trung", "bi trung", "trung lap",
	// somebody has still to decide or to count: a 0 beside it is no result
	"chua xet", "chua binh xet", "chua hop", "chua ra soat", "chua thong ke", "chua tong hop", "chua co quyet dinh",
	"chua co so lieu", "chua co bao cao", "chua nhan duoc", "chua bao cao", "chua gui", "chua nop", "chua nghiem thu",
	"chua cong nhan", "chua trinh", "chua phan cong", "chua danh gia", "chua xep loai",
	"dang xet", "dang binh xet", "dang ra soat", "dang kiem tra", "dang tong hop", "dang thong ke", "dang doi chieu",
	"dang tham dinh", "dang xac minh", "dang cho", "dang cap nhat", "dang dieu tra",
	"dang trinh", "se co", "se xet", "se hop",
	// somebody is asked
	"hoi lai", "kiem lai", "kiem tra giup", "xem giup",
	// it is put another way
	"sua thanh", "sua lai thanh", "dieu chinh thanh", "dieu chinh lai", "dieu chinh con", "so ke hoach", "so kh",
}

// estimated are words of figures that are estimates.
var estimated = phrases{"so uoc", "uoc tinh", "uoc dat", "uoc thuc hien", "so lieu uoc"}

// ofYearBefore stand before the year that a figure is of: "số liệu năm 2021".
var ofYearBefore = phrases{"so lieu nam", "so nam", "so lieu cua nam", "so cua nam", "ket qua nam",
	"lay nam", "theo nam"}

// othersYear are words of another year's figure.
var othersYear = phrases{"so lieu nam ngoai", "so nam ngoai", "so lieu nam truoc", "so nam truoc", "cua nam ngoai",
	"cua nam truoc", "bao cao nam ngoai", "bao cao nam truoc",
	"so cung ky", "so lieu cung ky", "so lieu ky truoc", "so ky truoc", "so cu", "so lieu cu"}

// denied tells whether a remark takes the figure it speaks of back: another is
// right, it is not final, it is another year's. It takes any text, also that of
// a comment.
func (r *reader) denied(remark string) bool {
	folded := viet.Fold(remark)
	if folded == "" {
		return false
	}
	ofYear := itoa(r.plan.Resolution.Year)
	for _, before := range ofYearBefore {
		_, after, ok := strings.Cut(" "+folded+" ", " "+before+" ")
		if named := year.FindString(after); ok && named != "" && strings.HasPrefix(after, named) && named != ofYear {
			return true
		}
	}
	if !r.plan.Report.Estimate && (estimated.in(folded) || len(folded) <= len("du kien ca nam") && isEstimate(folded)) {
		return true
	}
	return denials.in(folded) || othersYear.in(folded) || differs.MatchString(folded) || isOfPart(remark)
}

// differs: the remark has a figure of its own for what is so.
var differs = regexp.MustCompile(`\bthuc te(?: la| chi| co| dat)? [0-9]`)

// isOfPart: nothing but a part of the year, or several years, is what a remark
// names, as that which the figure is of: "số liệu 9 tháng", "tính đến 30/10". A
// month alone tells when something was done: "tháng 10/2022".
func isOfPart(remark string) bool {
	folded := viet.Fold(withoutLead(remark))
	opens := func(p string) bool { return strings.HasPrefix(folded+" ", p+" ") }
	if !slices.ContainsFunc(ofFigure, opens) && !months.MatchString(folded) {
		return false
	}
	l := line{text: withoutLead(remark), folded: folded}
	l.read(false)
	parts := 0 // several of them tell how the year came about
	for _, s := range steps(l.text) {
		if s.strange {
			return false
		}
		if s.says.any(ofPartOfYear) {
			parts++
		}
	}
	return parts < 2 && l.says.any(ofPartOfYear|ofSeveralYears) && !l.says.any(ofWholeYear)
}

// ofFigure begin what tells how far a figure goes; leads may stand before them.
var (
	ofFigure = phrases{"so lieu", "so", "tinh", "den", "bao cao", "luy ke", "cong don", "tu"}
	leads    = regexp.MustCompile(`(?i)^\W*(?:chỉ|mới có|mới|lấy theo|lấy từ|lấy|cập nhật|chốt|theo)\s+`)
	months   = regexp.MustCompile(`^[0-9]+ ?t(?:hang)?\b`)
)

func withoutLead(remark string) string { return leads.ReplaceAllString(viet.Clean(remark), "") }

// checkRemarks asks about a figure that a remark beside it denies.
func (t *taking) checkRemarks() {
	if t.o.Answer != returns.Given {
		return
	}
	for _, remark := range append([]string{t.o.Note, t.sheet.Comment(t.row, t.col)}, t.remarks...) {
		if t.denied(remark) {
			t.fault("B257", t.o.At, diag.Args{"label": t.ask.Label, "value": printed(t.sheet.At(t.row, t.col)),
				"remark": viet.Excerpt(remark), "numbers": t.numbersIn(remark, one)})
			return
		}
	}
}

// remarksUnder are the lines under the figures of a table that deny one.
func (r *reader) remarksUnder(g *grid, t *table, rows []answered) []string {
	if len(rows) == 0 {
		return nil
	}
	last := rows[len(rows)-1].row
	var all []string
	for _, row := range g.in(last+1, t.end) {
		if len(row.cells) > 2 {
			continue
		}
		for i := range row.cells {
			c := &row.cells[i]
			if c.Kind == workbook.Text && len(c.Text) <= titleLength && isRemark(c.Text) && r.denied(c.Text) {
				all = append(all, viet.Tidy(c.Text))
			}
		}
	}
	return all
}

// isRemark: a line under a table that speaks of its figures, and is no title and
// no part of the narrative.
func isRemark(text string) bool {
	text = strings.TrimSpace(text)
	folded := viet.Fold(text) + " "
	return strings.HasPrefix(text, "*") || strings.HasPrefix(text, "(*") || slices.ContainsFunc(remarkStarts,
		func(start string) bool { return strings.HasPrefix(folded, start+" ") })
}

var remarkStarts = []string{"ghi chu", "luu y", "chu thich", "chu y", "so lieu tren", "cac so lieu",
	"so lieu trong bang"}

// ofRow are the remarks that speak of a row: those that name it, and those that
// name no row of the table.
func ofRow(remarks []string, a answered, rows []answered) []string {
	names := func(remark string, a answered) bool {
		words := a.match.wording.words
		return len(words)-len(beyond(words, meaning(remark))) >= min(2, len(words))
	}
	var all []string
	for _, remark := range remarks {
		if names(remark, a) || !slices.ContainsFunc(rows, func(x answered) bool { return names(remark, x) }) {
			all = append(all, remark)
		}
	}
	return all
}

// ofSeveralRows: one cell is merged over the rows of several labels; whose
// figure it is, it does not tell.
func (t *taking) ofSeveralRows() *diag.Problem {
	m, ok := t.sheet.Merged(t.row, t.col)
	if !ok || m.Row == m.LastRow {
		return nil
	}
	c := t.sheet.At(m.Row, m.Col)
	if cellText(c) == "" && (c == nil || c.Formula == "") || !labelsWithin(t.sheet, m) {
		return nil
	}
	why := diag.New("B256", t.at(t.sheet, m.Row, m.Col), diag.Args{"range": workbook.Ref(m.Row, m.Col) + ":" +
		workbook.Ref(m.LastRow, m.LastCol), "value": cellText(c)}).ForUnit(t.unit)
	return &why
}

// labelsWithin: below its first row, a merged cell has texts on its left.
func labelsWithin(s *workbook.Sheet, m workbook.Range) bool {
	for row := m.Row + 1; row <= min(m.LastRow, m.Row+maxMerged); row++ {
		for col := 1; col < m.Col; col++ {
			if c := s.At(row, col); c != nil && c.Kind == workbook.Text && len(viet.Fold(c.Text)) > 3 {
				return true
			}
		}
	}
	return false
}

// maxMerged bounds how many rows of a merged cell are looked at.
const maxMerged = 50
