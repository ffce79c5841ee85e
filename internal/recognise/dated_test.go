package recognise

import (
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// serialDate is a cell with a date as a count of days.
func serialDate(days int64) workbook.Cell {
	return workbook.Cell{Kind: workbook.Number, Number: quantity.Int(days), Style: &workbook.Style{IsDate: true}}
}

func TestDeclaredDate(t *testing.T) {
	serial := serialDate(44905) // 10/12/2022
	for _, c := range []struct {
		name string
		cell []any
		want string
	}{
		{"place and date", []any{"Kiến An, ngày 10 tháng 12 năm 2022"}, "2022-12-10"},
		{"the date alone", []any{"Ngày 10 tháng 12 năm 2022"}, "2022-12-10"},
		{"in capitals, under the table", []any{nil, nil, "BẮC SƠN, NGÀY 5 THÁNG 12 NĂM 2022"}, "2022-12-05"},
		{"with its label", []any{"Ngày báo cáo: 10/12/2022"}, "2022-12-10"},
		{"beside its label, as text", []any{"Ngày lập biểu:", nil, "05-12-2022"}, "2022-12-05"},
		{"beside its label, as a date", []any{"Ngày báo cáo", serial}, "2022-12-10"},
		{"among other lines", []any{"PHƯỜNG BẮC SƠN\nBắc Sơn, ngày 10 tháng 12 năm 2022"}, "2022-12-10"},
		{"left open", []any{"Kiến An, ngày    tháng 12 năm 2022"}, "0000-00-00"},
		{"of another paper", []any{"Thực hiện Nghị quyết số 02-NQ/QU, ngày 20 tháng 12 năm 2021"}, "0000-00-00"},
		{"the end of a period", []any{"Tính đến ngày 30 tháng 11 năm 2022"}, "0000-00-00"},
		{"no day of the calendar", []any{"Kiến An, ngày 31 tháng 11 năm 2022"}, "0000-00-00"},
		{"a date without a label", []any{"Họp", serial}, "0000-00-00"},
	} {
		if got := declaredDate(book(sheet("S", c.cell))).ISO(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	from1904 := book(sheet("S", []any{"Ngày báo cáo", serialDate(43443)}))
	from1904.Date1904 = true
	if got := declaredDate(from1904); got != (viet.Date{Year: 2022, Month: 12, Day: 10}) {
		t.Errorf("counted from 1904: %v", got)
	}
	two := book(
		sheet("A", []any{"Kiến An, ngày 10 tháng 12 năm 2022"}),
		sheet("B", []any{"Kiến An, ngày 05 tháng 12 năm 2022"}))
	if got := declaredDate(two).Day; got != 10 {
		t.Errorf("of two dates the %dth", got)
	}
}

// Under a title of nine months last year's column is of nine months too, where its
// heading is this year's in all but the number.
func TestLastYearsColumnUnderAPartOfTheYear(t *testing.T) {
	for _, c := range []struct{ last, this, want string }{
		{"Năm 2021", "Năm 2022", "4.1.current=faulty 4.1.previous=faulty B247@A1"},
		{"2021", "2022", "4.1.current=faulty 4.1.previous=faulty B247@A1"},
		{"Cả năm 2021", "Năm 2022", "4.1.current=faulty 4.1.previous=500 B247@A1"},
	} {
		s := laid([]row{{"KẾT QUẢ 9 THÁNG NĂM 2022"}, {"Chỉ tiêu", "ĐVT", c.last, c.this},
			{"Giá trị sản xuất công nghiệp, xây dựng do quận quản lý", "triệu đồng", 500, 560}})
		if got := said(examplePlan(t), "kinh-te", s); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.last, c.this, got, c.want)
		}
	}
}

// A table of nine months says nothing of the year, unless its column does.
func TestFiguresOutsideTheirPeriod(t *testing.T) {
	p := examplePlan(t)
	for _, c := range []struct{ title, heading, want, codes string }{
		{"KẾT QUẢ NĂM 2022", "Thực hiện", "2.value=126", ""},
		{"KẾT QUẢ 9 THÁNG ĐẦU NĂM 2022", "Thực hiện", "2.value=faulty", "B247"},
		{"Báo cáo quý III/2022", "Thực hiện", "2.value=faulty", "B247"},
		// The heading names the year, the title the part of it that is told.
		{"Kết quả 9 tháng đầu năm 2022", "Thực hiện năm 2022", "2.value=faulty", "B247"},
		{"Kết quả 11 tháng, ước cả năm 2022", "Thực hiện", "2.value=faulty", "B242"},
		{"Kết quả 11 tháng, ước cả năm 2022", "Thực hiện năm 2022", "2.value=faulty", "B242"},
		{"Kết quả 11 tháng, số liệu cả năm 2022", "Thực hiện", "2.value=126", ""},
		{"Kiến An, ngày 15 tháng 11 năm 2022", "Thực hiện", "2.value=126", ""},
		{"Kiến An, ngày 20 tháng 6 năm 2022", "Thực hiện", "2.value=126", "B248"},
		{"Kiến An, ngày 20 tháng 12 năm 2021", "Thực hiện năm 2022", "2.value=126", "B248"},
	} {
		b := book(sheet("S", []any{c.title},
			[]any{"TT", "Chỉ tiêu", "ĐVT", c.heading},
			[]any{"2", "Kết nạp đảng viên", "đảng viên", 126}))
		ret, problems := recognise(p, "1-nop-vao-day/Ban TC.xlsx", "", b)
		got := ""
		for _, o := range ret.Observations {
			got = o.Key + "=" + map[bool]string{true: "faulty", false: o.Value.Plain()}[o.Answer == returns.Faulty]
		}
		if got != c.want || codes(problems) != c.codes {
			t.Errorf("%s: %s %q, want %s %q", c.title, got, codes(problems), c.want, c.codes)
		}
	}
}

// Rows about figures that another unit owns are noted; they answer nothing.
func TestFiguresOfOthersAreNoted(t *testing.T) {
	p := examplePlan(t)
	table := func(rows ...[]any) *workbook.Book {
		return book(sheet("S", append([][]any{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}}, rows...)...))
	}
	own := []any{"2", "Số đảng viên được kết nạp trong năm 2022", "đảng viên", 126}
	other := []any{"7", "Số doanh nghiệp đang hoạt động có đến cuối năm 2022", "doanh nghiệp", 1150}
	ret, problems := recognise(p, "1-nop-vao-day/Ban TC.xlsx", "", table(own, other))
	if len(ret.Observations) != 1 || len(ret.Others) != 1 || codes(problems) != "" {
		t.Fatalf("%+v %s", ret, codes(problems))
	}
	if o := ret.Others[0]; o.Owner != "chi-cuc-thue" || o.At.Cell != "D3" || o.Value.Plain() != "1150" {
		t.Errorf("of another unit: %+v", o)
	}
	ret, problems = recognise(p, "1-nop-vao-day/Ban TC.xlsx", "", table(other))
	if len(ret.Observations) != 0 || len(ret.Others) != 1 || codes(problems) != "B220" {
		t.Errorf("nothing of its own: %+v %s", ret, codes(problems))
	}
	ward := []any{"12", "Số hộ nghèo có đến cuối năm 2022", "hộ", 3}
	ret, problems = recognise(p, "1-nop-vao-day/Ban TC.xlsx", "", table(own, ward))
	if len(ret.Others) != 0 || codes(problems) != "B221" {
		t.Errorf("a figure that each ward owns for itself: %+v %s", ret.Others, codes(problems))
	}
}

// Whatever a cell holds, a day that is read from it is one of the calendar.
func FuzzDeclaredDate(f *testing.F) {
	for _, text := range []string{
		"Kiến An, ngày 15 tháng 12 năm 2022",
		"Ngày lập: 31/12/2022",
		"ngày 5 tháng 2 năm 2022",
		"",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d := declaredDate(book(sheet("S", []any{text}))); d.Month < 0 || d.Month > 12 || d.Day > 31 {
			t.Errorf("%q is dated %v", text, d)
		}
	})
}

// A heading that is stored as a day is read as the book counts its days.
func TestADayAsAHeading(t *testing.T) {
	p := examplePlan(t)
	for _, c := range []struct {
		since1904 bool
		day       int64
		want      string
	}{
		{false, 44926, "12.value=3"},
		{true, 43464, "12.value=3"},
		{true, 44926, "12.value=faulty B240@A1"}, // 31/12/2026
		{false, 43464, "12.value=faulty B240@A1"},
	} {
		b := book(laid([]row{{"Chỉ tiêu", serialDate(c.day)}, {poor, 3}}))
		b.Date1904 = c.since1904
		if got := answers(recognise(p, "1-nop-vao-day/Phường Bắc Sơn.xlsx", "", b)); got != c.want {
			t.Errorf("day %d of a book since 1904 (%v): %s", c.day, c.since1904, got)
		}
		across := book(laid([]row{{nil, poor, houses}, {serialDate(c.day), 3, 2560}}))
		across.Date1904 = c.since1904
		got := answers(recognise(p, "1-nop-vao-day/Phường Bắc Sơn.xlsx", "", across))
		if taken := got == "12.value=3 17.2.denominator=2560"; taken != (c.want == "12.value=3") {
			t.Errorf("day %d of a row since 1904 (%v): %s", c.day, c.since1904, got)
		}
	}
}
