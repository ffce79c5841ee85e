package recognise

import (
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/workbook"
)

// A statistics office always sends its own table; the office described it once.
// A heading that is a day is described as the book counts its days.
func TestADescribedHeadingIsTheDayItShows(t *testing.T) {
	s := laid([]row{{"Chỉ tiêu", serialDate(43464), serialDate(43100)}, {joined, 127, 118}})
	b := book(s)
	b.Date1904 = true
	if label, heading := described(b, s, 2, 2); label != joined || heading != "31/12/2022" {
		t.Errorf("%q, %q", label, heading)
	}
	b.Date1904 = false
	if _, heading := described(b, s, 2, 2); heading != "30/12/2018" {
		t.Errorf("%q", heading)
	}
}

func TestALayoutShowsWhereAFigureStands(t *testing.T) {
	grid := func() *workbook.Sheet {
		return laid([]row{
			{"BIỂU 46. LAO ĐỘNG, VIỆC LÀM", nil, nil, nil, nil},
			{nil, "Năm 2021", nil, "Năm 2022", nil},
			{nil, "Chung", "Thành thị", "Chung", "Thành thị"},
			{"Tỷ lệ thất nghiệp"},
			{"Quý I", 3, 4, 5, 6},
			{"Ước tính năm 2022", 1, 2, 17, 18},
			{"Tổng giá trị sản xuất"},
			{"Ước tính năm 2022", 10, 20, 30, nil},
			{nil, nil, nil, nil, "Đơn vị tính: tỷ đồng"},
			{"Doanh thu", 30},
		}, "A1:E1", "B2:C2", "D2:E2")
	}
	for _, c := range []struct {
		name   string
		layout resolution.Layout
		want   string
	}{
		{"row, block and column", resolution.Layout{
			Sheet: "Bảng", Row: "Ước tính năm 2022", Under: "Tổng giá trị sản xuất",
			Column: "Năm 2022 Chung",
		}, "4.current=30"},
		{"the first block", resolution.Layout{Sheet: "bang", Row: "ước tính năm 2022", Under: "Tỷ lệ thất nghiệp",
			Column: "Năm 2022 Thành thị"}, "4.current=18"},
		{"a row that is there once", resolution.Layout{Row: "Quý I", Column: "Năm 2021 Thành thị"}, "4.current=4"},
		{"a cell", resolution.Layout{Sheet: "Bảng", Cell: "d8"}, "4.current=30"},
		{"in another step of the unit", resolution.Layout{Cell: "D8", UnitOfMeasurement: "tỷ đồng"},
			"4.current=30000 B317@D8"},
		{"the unit over the table", resolution.Layout{Sheet: "Bảng", Cell: "B10"}, "4.current=30000 B317@B10"},
		{"the row's label twice", resolution.Layout{Row: "Ước tính năm 2022", Column: "Năm 2022 Chung"},
			"4.current=faulty B250@"},
		{"no such row", resolution.Layout{Row: "Ước năm 2022", Column: "Năm 2022 Chung"}, "4.current=faulty B250@"},
		{"the heading twice", resolution.Layout{Row: "Quý I", Column: "Chung"}, "4.current=faulty B251@"},
		{"no such heading", resolution.Layout{Row: "Quý I", Column: "Nông thôn"}, "4.current=faulty B251@"},
		{"a blank cell", resolution.Layout{Row: "Ước tính năm 2022", Under: "Tổng giá trị sản xuất",
			Column: "Năm 2022 Thành thị"}, "4.current=faulty B252@E8"},
		{"another file of the unit", resolution.Layout{Sheet: "Khác", Cell: "D8"}, "B220@ B253@"},
		{"another unit's layout", resolution.Layout{Unit: "kinh-te", Cell: "D8"}, "B220@"},
	} {
		p := examplePlan(t)
		if c.layout.Unit == "" {
			c.layout.Unit = "thong-ke"
		}
		c.layout.Input, c.layout.Line = "4.current", 12
		p.Layouts = []resolution.Layout{c.layout}
		if got := said(p, "thong-ke", grid()); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What inspect prints for a table it understood reads the same table.
func TestPrintedLayoutsReadTheTableTheyCameFrom(t *testing.T) {
	p := examplePlan(t)
	s := laid([]row{{"ĐVT: triệu đồng"}, {"TT", "Chỉ tiêu", "Năm 2021", "Năm 2022", nil},
		{nil, nil, "Thực hiện", "Kế hoạch", "Thực hiện"}, {1, "Tổng giá trị sản xuất năm 2022", 100, 110, 117},
		{2, "Tổng giá trị sản xuất năm 2021", nil, nil, 99}}, "A2:A3", "B2:B3", "D2:E2")
	ret, problems := recognise(p, "1-nop-vao-day/Chi cục Thống kê quận.xlsx", "", book(s))
	got := Layouts(book(s), ret, problems, diag.Vi)
	want := `[[layout]]
unit   = "thong-ke"
input  = "4.current"
sheet  = "Bảng"
row    = "Tổng giá trị sản xuất năm 2022"
column = "Năm 2022 Thực hiện"
`
	if !strings.HasPrefix(got, want) {
		t.Fatalf("%s", got)
	}
	p.Layouts = []resolution.Layout{{Unit: "thong-ke", Input: "4.current", Sheet: "Bảng",
		Row: "Tổng giá trị sản xuất năm 2022", Column: "Năm 2022 Thực hiện"}}
	if got := said(p, "thong-ke", s); !strings.HasPrefix(got, "4.current=117 4.previous=99") {
		t.Error(got)
	}
}

// A heading that is just as described comes before one that only holds it.
func TestTheExactHeadingOfALayoutWins(t *testing.T) {
	p := examplePlan(t)
	p.Layouts = []resolution.Layout{{Unit: "thong-ke", Input: "4.current", Row: "Doanh thu", Column: "Thực hiện"}}
	if got := said(p, "thong-ke", laid([]row{{"Nội dung kê", "Thực hiện cùng kỳ", "Thực hiện"},
		{"Doanh thu", 100, 117}})); got != "4.current=117" {
		t.Error(got)
	}
	if got := said(p, "thong-ke", laid([]row{{"Nội dung kê", "Thực hiện cùng kỳ", "Thực hiện năm nay"},
		{"Doanh thu", 100, 117}})); got != "4.current=faulty B251@" {
		t.Error(got)
	}
}

// The office may take a column of plans, of another year or of part of one by
// its own words; a heading that says more than the layout is asked about.
func TestALayoutTakesWhatItsWordsSay(t *testing.T) {
	for _, c := range []struct{ heading, title, column, want string }{
		{"Chỉ tiêu kế hoạch", "", "Chỉ tiêu kế hoạch", "4.current=117"},
		{"Kế hoạch giao, tổng số", "", "Tổng số", "4.current=faulty B255@B3"},
		{"Tổng số", "KẾ HOẠCH NĂM 2022", "Tổng số", "4.current=faulty B255@A1"},
		{"Tổng số thực hiện", "KẾ HOẠCH NĂM 2022", "Tổng số thực hiện", "4.current=117"},
		{"Tổng số kế hoạch", "KẾ HOẠCH NĂM 2022", "Tổng số kế hoạch", "4.current=117"},
		{"Ước tính", "", "Ước tính", "4.current=117"},
		{"Ước tính, tổng số", "", "Tổng số", "4.current=faulty B242@B3"},
		{"Tổng số năm 2021", "", "Tổng số năm 2021", "4.current=117"},
		{"Tổng số năm 2021", "", "Tổng số", "4.current=faulty B243@B3"},
		{"Tổng số 6 tháng", "", "Tổng số 6 tháng", "4.current=117"},
		{"Tổng số 6 tháng", "", "Tổng số", "4.current=faulty B247@B3"},
	} {
		p := examplePlan(t)
		p.Layouts = []resolution.Layout{{Unit: "thong-ke", Input: "4.current", Row: "Doanh thu", Column: c.column}}
		s := laid([]row{{c.title}, nil, {"Ngành", c.heading}, {"Doanh thu", 117}})
		if got := said(p, "thong-ke", s); got != c.want {
			t.Errorf("%q under %q by %q: %s, want %s", c.heading, c.title, c.column, got, c.want)
		}
	}
}

// The unit of measurement of a described table: the office's word, else the
// row's own, else the nearest line over it.
func TestTheUnitOfADescribedFigure(t *testing.T) {
	for _, c := range []struct{ over, column, own, office, want string }{
		{"", "ĐVT", "tỷ đồng", "", "4.current=30000 B317@C5"},
		{"Đơn vị tính: tỷ đồng", "", "", "", "4.current=30000 B317@C5"},
		{"Đơn vị tính: tỷ đồng", "ĐVT", "triệu đồng", "", "4.current=30"},
		{"", "ĐVT", "tỷ đồng", "triệu đồng", "4.current=30"},
		{"", "ĐVT", "người", "", "4.current=faulty B218@B5"},
	} {
		p := examplePlan(t)
		p.Layouts = []resolution.Layout{{Unit: "thong-ke", Input: "4.current", Row: "Doanh thu", Column: "Cộng",
			UnitOfMeasurement: c.office}}
		s := laid([]row{{"Đơn vị tính: nghìn đồng"}, {"Ngành", nil, "Số cơ sở"}, {c.over}, {"Ngành", c.column, "Cộng"},
			{"Doanh thu", c.own, 30}})
		if got := said(p, "thong-ke", s); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// A remark in the row says what the figure is counted in, also of a described cell:
// in a table of a known shape, and in one of another.
func TestALayoutHeedsTheRemarkOfItsRow(t *testing.T) {
	for _, rows := range [][]row{
		{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện 2022", "Ghi chú"},
			{1, "Tổng giá trị sản xuất năm 2022", nil, 30, "đơn vị tính: tỷ đồng"}},
		{{nil, "Năm 2021", nil, "Năm 2022", "Ghi chú"}, {nil, "Chung", "Thành thị", "Chung", nil},
			{"Toàn ngành", 1, 2, 30, "đơn vị tính: tỷ đồng"}},
	} {
		p := examplePlan(t)
		s := laid(rows)
		p.Layouts = []resolution.Layout{{Unit: "thong-ke", Input: "4.current", Sheet: "Bảng",
			Cell: workbook.Ref(len(rows), 4)}}
		if got := said(p, "thong-ke", s); got != "4.current=30000 B317@"+workbook.Ref(len(rows), 4) {
			t.Errorf("%v: %s", rows[0], got)
		}
	}
}
