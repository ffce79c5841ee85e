package roster

import (
	"fmt"
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/workbook"
)

// book is a sheet of texts, rows apart by lines and cells by bars; "~" is struck out.
func book(rows string) *workbook.Book {
	s := &workbook.Sheet{Name: "Đơn vị"}
	for i, line := range strings.Split(rows, "\n") {
		for j, text := range strings.Split(line, "|") {
			if text == "" {
				continue
			}
			style := workbook.NewStyle("", "General")
			if rest, struck := strings.CutPrefix(text, "~"); struck {
				style.Struck, text = true, rest
			}
			s.Cells = append(s.Cells, workbook.Cell{Row: i + 1, Col: j + 1, Kind: workbook.Text, Text: text,
				Style: style})
		}
	}
	return &workbook.Book{Sheets: []*workbook.Sheet{s}}
}

// Lists as offices keep them, each unit once and nothing else as a unit.
func TestListsOfUnits(t *testing.T) {
	for _, c := range []struct{ rows, units, told string }{
		{"TT|Tên đơn vị|Nhóm\n1|CÔNG AN PHƯỜNG|\n2|Trường học|\n3|THCS A|Trường học\n|Tổng cộng: 3 đơn vị|",
			"cong-an-phuong truong-hoc thcs-a/truong-hoc", ""},
		{"TT|Tên đơn vị|Liên hệ\n||Email\n1|Ban A|a@x.vn\n2|Ban B|", "ban-a<a@x.vn> ban-b", ""},
		{"TT|Tên đơn vị\nI|KHỐI ĐẢNG\n1|Ban A\n2|Ban B\n3|Ban C\n|NGƯỜI LẬP BIỂU", "ban-a ban-b ban-c",
			"roster.no-number roster.no-number"},
		{"Tên đơn vị\nThôn Hà\nThôn Hạ\nThôn  hà\nTổng", "thon-ha", "roster.alike roster.twice"},
		{"Tên đơn vị\nBan A\n~Ban B", "ban-a", ""},
		{"Đơn vị|Email\nBan A|a@x.vn; b@x.vn", "ban-a", "roster.address"},
	} {
		r, err := Read(book(c.rows))
		if err != nil {
			t.Fatal(err)
		}
		var units, told []string
		for _, u := range r.Units {
			said := u.ID
			if u.Group != "" {
				said += "/" + u.Group
			}
			if u.Email != "" {
				said += "<" + u.Email + ">"
			}
			units = append(units, said)
		}
		for _, n := range r.Notes {
			told = append(told, n.Key)
		}
		if got := strings.Join(units, " "); got != c.units || strings.Join(told, " ") != c.told {
			t.Errorf("%q:\n%s, told %q", c.rows, got, told)
		}
	}
}

// A group that is merged over its units is each one's; a second list is told.
func TestGroupsInMergedCells(t *testing.T) {
	b := book("TT|Tên đơn vị|Nhóm\n1|Thôn A|Thôn\n2|Thôn B|\n3|Công an xã|")
	b.Sheets[0].Merges = []workbook.Range{{Row: 2, Col: 3, LastRow: 3, LastCol: 3}}
	b.Sheets[0].IndexMerges()
	b.Sheets = append(b.Sheets, book("Tên đơn vị\nBan X").Sheets...)
	r, err := Read(b)
	if err != nil || len(r.Units) != 3 ||
		fmt.Sprintf("%s %s %s", r.Units[0].Group, r.Units[1].Group, r.Units[2].Group) != "thon thon " {
		t.Fatalf("%+v %v", r, err)
	}
	if len(r.Notes) != 1 || r.Notes[0].Key != "roster.other-sheet" ||
		!strings.Contains(r.Notes[0].In(diag.Vi), "Đơn vị") {
		t.Error(r.Notes)
	}
}
