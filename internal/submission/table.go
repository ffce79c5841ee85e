package submission

import (
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/plan"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

func itoa(n int) string { return strconv.Itoa(n) }

// columns says where the parts of a table stand; 0 for absent.
type columns struct {
	row                                                 int // of the headings
	id, number, measure, label, unit, value, nil_, note int
	area, kind, text                                    int
}

func (c columns) isForm() bool { return c.id > 0 && c.label > 0 && c.value > 0 }
func (c columns) isTable() bool {
	return c.number > 0 && (c.measure > 0 || c.label > 0) && c.unit > 0 && c.value > 0
}
func (c columns) isNarrative() bool { return c.area > 0 && c.kind > 0 && c.text > 0 }

// findHeader returns the headings of the first table of a sheet. year decides
// between "Thực hiện năm 2021" and "Thực hiện năm 2022"; 0 takes any.
func findHeader(s *workbook.Sheet, year int) (columns, bool) {
	for i := 0; i < len(s.Cells); {
		c := columns{row: s.Cells[i].Row}
		for ; i < len(s.Cells) && s.Cells[i].Row == c.row; i++ {
			if cell := &s.Cells[i]; cell.Kind == workbook.Text && len(cell.Text) < 200 {
				c.heading(viet.Fold(cell.Text), cell.Col, year)
			}
		}
		if c.isForm() || c.isTable() || c.isNarrative() {
			return c, true
		}
	}
	return columns{}, false
}

func (c *columns) heading(folded string, col, year int) {
	set := func(field *int) {
		if *field == 0 {
			*field = col
		}
	}
	switch folded {
	case "ma dong":
		set(&c.id)
	case "tt", "stt", "so tt":
		set(&c.number)
	case "chi tieu", "ten chi tieu":
		set(&c.measure)
	case "noi dung can bao cao":
		set(&c.label)
	case "dvt", "don vi tinh":
		set(&c.unit)
	case "gia tri", "thuc hien", "ket qua thuc hien":
		set(&c.value)
	case "khong phat sinh chua co ket qua":
		set(&c.nil_)
	case "ghi chu":
		set(&c.note)
	case "linh vuc":
		set(&c.area)
	case "loai":
		set(&c.kind)
	case "noi dung":
		set(&c.text)
	default:
		if y, ok := strings.CutPrefix(folded, "thuc hien nam "); ok && (year == 0 || y == itoa(year)) {
			set(&c.value)
		}
	}
}

// headerRow is the row of a sheet's first table headings, 0 when it has none.
func headerRow(s *workbook.Sheet) int {
	h, _ := findHeader(s, 0)
	return h.row
}

// rows calls f for each row below the headings that holds something.
func (c columns) rows(s *workbook.Sheet, f func(row int)) {
	last := c.row
	for i := range s.Cells {
		if row := s.Cells[i].Row; row > last {
			last = row
			f(row)
		}
	}
}

// readTables reads plain tables, one row per input: TT, Chỉ tiêu, ĐVT, Thực
// hiện. A row is an answer when number and label are those of one ask. It
// reports whether there was such a table.
func (r *reader) readTables() bool {
	found := false
	rowOf := map[string]diag.Position{}
	for _, s := range r.book.Sheets {
		c, ok := findHeader(s, r.plan.Resolution.Year)
		if s.Visibility != workbook.Visible || !ok || !c.isTable() {
			continue
		}
		found = true
		c.rows(s, func(row int) { r.readTableRow(s, c, row, rowOf) })
	}
	return found
}

func (r *reader) readTableRow(s *workbook.Sheet, c columns, row int, rowOf map[string]diag.Position) {
	labelCol := c.label
	if labelCol == 0 {
		labelCol = c.measure
	}
	number := measureNumber(cellText(merged(s, row, c.number)))
	label := cellText(s.At(row, labelCol))
	value := s.At(row, c.value)
	at := r.at(s, row, c.value)
	ask, ok := r.matchRow(number, viet.Fold(firstLine(s.At(row, labelCol))))
	switch {
	case !ok:
		if value != nil && value.Kind == workbook.Number && !onlyCounts(s, c, row) {
			r.report("B221", at, "", diag.Args{"number": number, "label": label, "value": value.Number.Exact()})
		}
		return
	case rowOf[ask.Key()] != diag.Position{}:
		r.problems = append(r.problems, diag.New("B222", at, diag.Args{"label": ask.Label, "other": rowOf[ask.Key()].Cell}).
			ForUnit(r.unit).ForMeasure(ask.Measure.ID).See(rowOf[ask.Key()]))
		r.observe(ask, Observation{Answer: Faulty, At: at, How: "table"})
		return
	}
	rowOf[ask.Key()] = at
	r.readRow(ask, s, c, row, "table")
}

// onlyCounts recognises the row of column numbers (1, 2, 3, 4) under headings.
func onlyCounts(s *workbook.Sheet, c columns, row int) bool {
	if row != c.row+1 {
		return false
	}
	for i := range s.Cells {
		if cell := &s.Cells[i]; cell.Row == row && strings.Trim(cellText(cell), "()0123456789=+-xABCDE /:") != "" {
			return false
		}
	}
	return true
}

// matchRow finds the ask of a table's row. With a single number asked of the
// unit for a measure, the measure's name serves as label too.
func (r *reader) matchRow(number, label string) (plan.Ask, bool) {
	var only []plan.Ask
	for _, a := range r.asks {
		if a.Measure.ID != number {
			continue
		}
		if label == viet.Fold(a.Label) {
			return a, true
		}
		if a.Required {
			only = append(only, a)
		}
	}
	if len(only) == 1 && label == viet.Fold(only[0].Measure.Name) {
		return only[0], true
	}
	return plan.Ask{}, false
}

// measureNumber reads "11.1", "(13)", "13." as a measure's number.
func measureNumber(s string) string {
	return strings.TrimRight(strings.Trim(s, "() "), ". )")
}

// merged is the cell at a place, or the one whose merge covers it.
func merged(s *workbook.Sheet, row, col int) *workbook.Cell {
	if c := s.At(row, col); c != nil && c.Kind != workbook.NoValue {
		return c
	}
	if m, ok := s.Merged(row, col); ok {
		return s.At(m.Row, m.Col)
	}
	return nil
}

// firstLine is a cell's first line: below it forms put the note of an input.
func firstLine(c *workbook.Cell) string {
	if c == nil || c.Kind != workbook.Text {
		return cellText(c)
	}
	line, _, _ := strings.Cut(strings.TrimSpace(viet.Clean(c.Text)), "\n")
	return viet.Tidy(line)
}
