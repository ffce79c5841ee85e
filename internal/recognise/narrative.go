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

// narrative reads the sheets headed Lĩnh vực, Loại, Nội dung.
func (r *reader) narrative() []returns.Remark {
	var remarks []returns.Remark
	for _, s := range r.book.Sheets {
		c, ok := findHeader(s)
		if !ok || !c.isNarrative() || s.Visibility != workbook.Visible {
			continue
		}
		c.rows(s, func(row int) {
			if m, ok := r.remark(s, c, row); ok {
				remarks = append(remarks, m)
			}
		})
	}
	return remarks
}

func (r *reader) remark(s *workbook.Sheet, c columns, row int) (returns.Remark, bool) {
	cell := s.At(row, c.text)
	if cellText(cell) == "" {
		return returns.Remark{}, false
	}
	at := r.at(s, row, c.text)
	m := returns.Remark{Unit: r.unit, At: at, Text: cleanLines(cell)}
	kind := cellText(s.At(row, c.kind))
	if cell.Kind == workbook.Error {
		r.report("B305", at, "", diag.Args{"found": viet.Tidy(cell.Text)})
		return returns.Remark{}, false
	}
	for _, k := range returns.Kinds() {
		if viet.Fold(k.Vi()) == viet.Fold(kind) {
			m.Kind = k
		}
	}
	if m.Kind == "" {
		code := "B320"
		if kind != "" {
			code = "B321"
		}
		r.report(code, r.at(s, row, c.kind), "", diag.Args{"found": kind, "text": viet.Excerpt(m.Text)})
		return returns.Remark{}, false
	}
	if area := cellText(s.At(row, c.area)); area != "" {
		for _, known := range r.plan.Areas {
			if viet.Fold(known.Title) == viet.Fold(area) {
				m.Area = known.ID
			}
		}
		if m.Area == "" {
			r.report("B322", r.at(s, row, c.area), "", diag.Args{"found": area})
		}
	}
	return m, true
}

// cleanLines is a cell's text with its line breaks.
func cleanLines(c *workbook.Cell) string {
	if c.Kind != workbook.Text {
		return cellText(c)
	}
	return strings.TrimSpace(viet.Clean(c.Visible()))
}

// blockTitles are how the parts of a narrative are usually headed, folded.
var blockTitles = map[returns.Kind][]string{
	returns.Achievement: {"ket qua noi bat", "ket qua dat duoc", "nhung ket qua dat duoc", "mot so ket qua noi bat",
		"cac ket qua dat duoc", "uu diem", "mat lam duoc", "nhung mat lam duoc", "thanh tich noi bat"},
	returns.Limitation: {"ton tai han che", "han che ton tai", "nhung ton tai han che", "nhung han che ton tai",
		"mot so ton tai han che", "kho khan vuong mac", "kho khan han che", "han che khuyet diem",
		"ton tai kho khan", "kho khan ton tai", "han che", "ton tai", "nhung han che", "khuyet diem han che"},
	returns.Cause: {"nguyen nhan", "nguyen nhan cua han che", "nguyen nhan ton tai han che",
		"nguyen nhan cua ton tai han che", "nguyen nhan cua nhung han che", "nguyen nhan khach quan",
		"nguyen nhan chu quan", "nguyen nhan han che"},
	returns.Solution: {"giai phap kien nghi", "kien nghi de xuat", "de xuat kien nghi", "giai phap", "kien nghi",
		"nhiem vu giai phap", "giai phap khac phuc", "phuong huong giai phap", "giai phap va kien nghi",
		"kien nghi va de xuat", "giai phap thuc hien"},
}

// afterTitle are words that may follow a title without making another of it.
var afterTitle = strings.Fields("trong nam cua don vi va chu yeu cong tac quan phuong phong den thoi diem")

// closing lines end a narrative: who signs and who receives.
var closings = []string{"noi nhan", "nguoi lap", "nguoi lap bieu", "thu truong don vi", "truong phong", "chu tich",
	"t m", "kt", "tm", "lanh dao don vi"}

var numbering = regexp.MustCompile(`^(?:[ivx]+|[0-9]+(?: [0-9]+)*|[a-e]|phan thu (?:nhat|hai|ba))(?: |$)`)

// freeNarrative reads the blocks of a sheet that stand under the title of a
// narrative. Nothing is taken for one without a title of its own.
func (r *reader) freeNarrative(s *workbook.Sheet) []returns.Remark {
	var remarks []returns.Remark
	var kind returns.Kind
	area := ""
	for _, row := range newGrid(s).rows {
		c := onlyText(row)
		if c == nil {
			kind = "" // a table begins, or figures
			continue
		}
		text := strings.TrimSpace(viet.Clean(c.Text))
		head, rest, _ := strings.Cut(text, ":")
		folded := viet.Fold(text)
		switch titled := titleOf(head); {
		case titled != "":
			kind, area = titled, ""
			text = strings.TrimSpace(rest)
		case kind == "":
			continue
		case closes(folded):
			kind = ""
			continue
		default:
			if id, after := r.areaOf(text); id != "" {
				area, text = id, after
			}
		}
		if text = strings.TrimSpace(strings.TrimLeft(text, "-+•* ")); len(strings.Fields(text)) >= 3 {
			remarks = append(remarks, returns.Remark{Unit: r.unit, Kind: kind, Area: area, Text: text,
				At: r.at(s, c.Row, c.Col)})
		}
	}
	return remarks
}

// closes: the line names who signs or who receives.
func closes(folded string) bool {
	return len(folded) < 60 && slices.ContainsFunc(closings, func(w string) bool { return strings.HasPrefix(folded+" ", w+" ") })
}

// onlyText is the one text of a row of narrative, perhaps with its number
// before it; nil for the rows of a table.
func onlyText(row gridRow) *workbook.Cell {
	var text *workbook.Cell
	for i := range row.cells {
		c := &row.cells[i]
		switch {
		case cellText(c) == "", len(cellText(c)) <= 5 && text == nil: // "1", "II.", "a)", "-"
		case c.Kind != workbook.Text, text != nil:
			return nil
		default:
			text = c
		}
	}
	return text
}

// titleOf is the kind of narrative a line is the title of; "" for any other.
func titleOf(line string) returns.Kind {
	folded := viet.Fold(line)
	if len(folded) > 80 {
		return ""
	}
	if n := numbering.FindString(folded); n != "" {
		folded = strings.TrimSpace(folded[len(n):])
	}
	for _, k := range returns.Kinds() {
		for _, title := range blockTitles[k] {
			rest, ok := strings.CutPrefix(folded+" ", title+" ")
			if ok && !slices.ContainsFunc(strings.Fields(rest), func(w string) bool {
				return !slices.Contains(afterTitle, w) && !year.MatchString(w)
			}) {
				return k
			}
		}
	}
	return ""
}

// areaOf is the field of work a line names: alone, or before a colon.
func (r *reader) areaOf(line string) (id, rest string) {
	head, rest, _ := strings.Cut(line, ":")
	folded := viet.Fold(head)
	if n := numbering.FindString(folded); n != "" {
		folded = strings.TrimSpace(folded[len(n):])
	}
	folded = strings.TrimPrefix(strings.TrimPrefix(folded, "linh vuc "), "ve ")
	for _, a := range r.plan.Areas {
		if viet.Fold(a.Title) == folded {
			return a.ID, strings.TrimSpace(rest)
		}
	}
	return "", line
}
