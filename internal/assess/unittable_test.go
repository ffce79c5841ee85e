package assess_test

import (
	"strings"
	"testing"

	"baocao/internal/assess"
)

// The table of a measure's units has the columns in which something stands, and the sum
// below them where it is their sum.
func TestUnitTables(t *testing.T) {
	const wards = "from = [\"phuong\"]\nannex = \"units\"\n"
	sum := wards + "unit = \"hộ\"\nmethod = \"sum\"\ntarget = \">= 10\"\n"
	for _, c := range []struct{ name, measure, answers, want string }{
		{"no targets", sum, "a: 1.value=5|b: 1.value=4|c: 1.value=3",
			"TT,Đơn vị,Thực hiện; 1,Phường A,5; 2,Phường B,4; 3,Phường C,3; ,Tổng số,12"},
		{"targets", sum + "assigned = { a = \">= 4\", b = \">= 4\", c = \">= 4\" }\n",
			"a: 1.value=5|b: 1.value=4|c: 1.value=3",
			"TT,Đơn vị,Chỉ tiêu giao,Thực hiện,Đánh giá; 1,Phường A,≥ 4,5,Vượt; 2,Phường B,≥ 4,4,Đạt; " +
				"3,Phường C,≥ 4,3,Không đạt; ,Tổng số,≥ 10,12,Vượt"},
		{"one has not answered", sum, "a: 1.value=5|b: 1.value=9",
			"TT,Đơn vị,Thực hiện; 1,Phường A,5; 2,Phường B,9; 3,Phường C,chưa có"},
		{"no sum", wards + "unit = \"%\"\nmethod = \"ratio\"\ntarget = \">= 10\"\n" +
			"inputs.numerator = { label = \"Số hộ có nước\", unit = \"hộ\" }\n" +
			"inputs.denominator = { label = \"Tổng số hộ\", unit = \"hộ\" }\n",
			"a: 1.numerator=1 1.denominator=2|b: 1.numerator=1 1.denominator=2|c: 1.numerator=1 1.denominator=2",
			"TT,Đơn vị,Thực hiện; 1,Phường A,50,00; 2,Phường B,50,00; 3,Phường C,50,00"},
	} {
		a := assess.Consolidate(planOf(t, indicator("", c.measure), ""), forms(c.answers), nil, nil)
		table := a.UnitTables()[0]
		rows := []string{strings.Join(table.Headings, ",")}
		add := func(cells []assess.Cell) {
			var texts []string
			for _, cell := range cells {
				texts = append(texts, cell.Text(" "))
			}
			rows = append(rows, strings.Join(texts, ","))
		}
		for _, r := range table.Rows {
			add(r.Cells)
		}
		if table.Total != nil {
			add(table.Total)
		}
		if got := strings.Join(rows, "; "); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}
