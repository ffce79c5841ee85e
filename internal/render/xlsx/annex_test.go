package xlsx

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"baocao/internal/assess"
)

// The annex of a year with a long remark stands on two lying pages, and so does the one
// that leaves the office.
func TestTheAnnexStandsOnTwoPages(t *testing.T) {
	a := year(t)
	const remark = "Chỉ tiêu này sẽ được cập nhật khi thành phố thực hiện theo chuẩn mới. "
	a.FindMeasure("12").Note = strings.Repeat(remark, 5)
	for name, data := range map[string][]byte{"SoLieu": soLieu(t, a), "PhuLuc": phuLuc(t, a)} {
		f := opened(t, data)
		if size, pages := printed(t, f, "Phụ lục"); size < leastPrinted || pages != 2 {
			t.Errorf("%s: %d pages with text of %.1f points", name, pages, size)
		}
	}
}

// A remark that the reason has no word of stands below it.
func TestRemarksStandBelowTheReasons(t *testing.T) {
	table := assess.Table{
		Columns: []assess.Column{{Kind: assess.ColText, Heading: "Chỉ tiêu"},
			{Kind: assess.ColReason, Heading: "Lý do"}, {Kind: assess.ColNote, Heading: "Ghi chú"}},
		Rows: []assess.TableRow{
			{Cells: []assess.Cell{{}, {Lines: []string{"Thực hiện 5; mới có 09/10 đơn vị báo cáo"}},
				{Lines: []string{"Mới có 09/10 đơn vị báo cáo", "Theo dân số thường trú"}}}},
			{Cells: []assess.Cell{{Lines: []string{"I. Kinh tế"}, Span: 3}, {}, {}}},
		},
	}
	got := together(table)
	want := "Thực hiện 5; mới có 09/10 đơn vị báo cáo\nTheo dân số thường trú"
	if said := got.Rows[0].Cells[1].Text("\n"); said != want || got.Columns[1].Heading != "Lý do / Ghi chú" {
		t.Errorf("%q under %q", said, got.Columns[1].Heading)
	}
	if span := got.Rows[1].Cells[0].Span; span != 2 || len(got.Rows[1].Cells) != 2 {
		t.Errorf("the section covers %d of %d columns", span, len(got.Rows[1].Cells))
	}
	if len(table.Columns) != 3 || table.Rows[1].Cells[0].Span != 3 || table.Columns[1].Heading != "Lý do" {
		t.Error("the table itself has changed")
	}
}

// LibreOffice keeps the indent of a number only if the one to its left has another font.
func TestNeighbouringNumbersKeepTheirIndent(t *testing.T) {
	f := opened(t, soLieu(t, year(t)))
	seen := 0
	for i := range rows(t, f, "Phụ lục") {
		var inks []string
		for column := range 8 {
			id, err := f.GetCellStyle("Phụ lục", fmt.Sprintf("%s%d", columnName(column), i+1))
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			if a := style.Alignment; a != nil && a.Horizontal == "right" {
				inks = append(inks, style.Font.Color)
				if a.Indent != 1 && column > 4 {
					t.Errorf("row %d, column %d: a number touches its border", i+1, column)
				}
			}
		}
		if len(slices.Compact(slices.Clone(inks))) != len(inks) {
			t.Errorf("row %d: neighbours in the same font: %q", i+1, inks)
		}
		if len(inks) > 1 {
			seen++
		}
	}
	if seen < 10 {
		t.Errorf("%d rows have numbers beside each other", seen)
	}
}

// A remark that the reason says already is not said twice; one that only stands within
// another word or number is.
func TestWhatAReasonSaysAlready(t *testing.T) {
	for part, want := range map[string]bool{"mới có 08/10 đơn vị báo cáo": true, "theo số ước": false, "82": false,
		"đạt": true, "2,76%": false, "82,76%": true, "": true} {
		if says("thực hiện 82,76%, đạt mục tiêu; mới có 08/10 đơn vị báo cáo", part) != want {
			t.Errorf("%q: %v", part, !want)
		}
	}
}
