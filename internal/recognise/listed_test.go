package recognise

import (
	"strings"
	"testing"

	"baocao/internal/workbook"
)

// A zero of a whole, or beside what is many, is asked about; so is a file of nothing but
// zeros. What may be none, or is to fall, is taken.
func TestZerosThatCannotBe(t *testing.T) {
	heads := row{"Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Thực hiện năm 2022"}
	for _, c := range []struct {
		name, unit string
		rows       []row
		want       string
	}{
		{"no households", "phuong-bac-son", []row{heads, {houses, "hộ", nil, 0}, {jobs, "lượt", 350, 365}},
			"11.1.value=365 17.2.denominator=faulty B990@D2"},
		{"no households, no accents", "phuong-bac-son", []row{{"Chi tieu", "Thuc hien nam 2022"},
			{"Tong so ho gia dinh", 0}, {jobs, 365}}, "11.1.value=365 17.2.denominator=faulty B990@B2"},
		{"many planned", "phuong-bac-son", []row{heads, {jobs, "lượt", 350, 0}, {houses, "hộ", nil, 1893}},
			"11.1.value=faulty 17.2.denominator=1893 B990@D2"},
		{"many last year", "phuong-bac-son", []row{{"Chỉ tiêu", "Năm 2021", "Năm 2022"}, {jobs, 341, 0},
			{houses, 1870, 1893}}, "11.1.value=faulty 17.2.denominator=1893 B990@C2"},
		{"the population", "bao-hiem-xa-hoi", []row{{"Chỉ tiêu", "Thực hiện năm 2022"},
			{"Dân số thường trú của quận", 0},
			{"Số người tham gia bảo hiểm y tế", 111350}}, "13.numerator=111350 13.denominator=faulty B990@B2"},
		{"nothing but zeros", "phuong-bac-son", []row{heads, {jobs, "lượt", 0, 0}, {"Số hộ nghèo", "hộ", 0, 0},
			{houses, "hộ", 0, 0}}, "11.1.value=faulty 12.value=faulty 17.2.denominator=faulty B991@D2 B990@D4"},
		{"a few planned, none done", "giao-duc", []row{heads,
			{"Số trường được công nhận đạt chuẩn quốc gia trong năm 2022", "trường", 2, 0}}, "10.value=0"},
		{"the poor, fallen to none", "phuong-bac-son", []row{{"Chỉ tiêu", "Năm 2021", "Năm 2022"}, {"Số hộ nghèo",
			14, 0},
			{houses, 1870, 1893}}, "12.value=0 17.2.denominator=1893"},
		{"two zeros", "phuong-bac-son", []row{heads, {jobs, "lượt", 0, 0}, {"Số hộ nghèo", "hộ", 0, 0}},
			"11.1.value=0 12.value=0"},
	} {
		if got := said(examplePlan(t), c.unit, laid(c.rows)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A total that counts rows nobody reported, or that are crossed out or hidden, is asked about.
func TestATotalOfRowsThatAreNotThere(t *testing.T) {
	wards := func(middle ...any) []row {
		return []row{{"TT", "Phường", workers, trained}, {1, "Bắc Sơn", 6000, 5500}, append(row{2}, middle...),
			{3, "Phù Liễn", 8000, 7300}, {nil, "Tổng cộng", 14000, 12800}}
	}
	both := "11.2.numerator=14000 11.2.denominator=14000"
	for _, c := range []struct {
		name   string
		middle []any
		total  int
		bend   func(s *workbook.Sheet)
		want   string
	}{
		{"not sent", []any{"Văn Đẩu", "chưa gửi báo cáo", "chưa gửi báo cáo"}, 14000, nil, "asked B269"},
		{"no accents", []any{"Văn Đẩu", "chua nop BC", "chua nop BC"}, 14000, nil, "asked B269"},
		{"being counted", []any{"Văn Đẩu", "đang rà soát", "đang rà soát"}, 14000, nil, "asked B269"},
		{"waiting", []any{"Văn Đẩu", "chờ số liệu", "chờ số liệu"}, 14000, nil, "asked B269"},
		{"hidden", []any{"Văn Đẩu", 7000, 7000}, 21000, func(s *workbook.Sheet) {
			s.HiddenRows = []workbook.Span{{First: 3, Last: 3}}
		}, "asked B992"},
		{"crossed out", []any{"Văn Đẩu", 7000, 7000}, 21000, func(s *workbook.Sheet) {
			s.At(3, 2).Style = &workbook.Style{Struck: true}
		}, "asked B992"},
		{"none arose", []any{"Văn Đẩu", "không phát sinh", "không có"}, 14000, nil, both},
		{"a dash", []any{"Văn Đẩu", "-", "-"}, 14000, nil, both},
		{"a remark", []any{"Văn Đẩu", 7000, 7000, "đã đối chiếu"}, 21000, nil, both},
		{"the list folded away", []any{"Văn Đẩu", 7000, 7000}, 21000, func(s *workbook.Sheet) {
			s.HiddenRows = []workbook.Span{{First: 2, Last: 4}}
		}, both},
	} {
		rows := wards(c.middle...)
		for _, r := range []row{rows[1], rows[3]} {
			r[3] = r[2]
		}
		rows[4] = row{nil, "Tổng cộng", c.total, c.total}
		s := laid(rows)
		if c.bend != nil {
			c.bend(s)
		}
		want := c.want
		switch {
		case want == both && c.total != 14000:
			want = "11.2.numerator=21000 11.2.denominator=21000"
		case want != both:
			code := want[len("asked "):]
			want = "11.2.numerator=faulty 11.2.denominator=faulty " + code + "@C5 " + code + "@D5"
		}
		if got := said(examplePlan(t), "lao-dong", s); got != want {
			t.Errorf("%s: %s, want %s", c.name, got, want)
		}
	}
}

// What stands beside a figure and contradicts it is asked about: the names below it, the
// same row of another, one number all over, another sheet by places.
func TestWhatStandsBesideAFigure(t *testing.T) {
	const schools = "Số trường được công nhận đạt chuẩn quốc gia trong năm 2022"
	heads := row{"TT", "Nội dung", "Thực hiện năm 2022"}
	for _, c := range []struct {
		name, unit string
		rows       []row
		want       string
	}{
		{"more names", "giao-duc", []row{heads, {1, schools, 2}, {nil, "- Trường THCS Bắc Sơn"},
			{nil, "- Trường Mầm non Quán Trữ"}, {nil, "- Trường Tiểu học Lãm Hà"}}, "10.value=faulty B993@C2"},
		{"fewer names, with papers", "giao-duc", []row{heads, {"I", schools, 3}, {1, "Trường MN Hoa Sen",
			"QĐ 12/QĐ-UBND"},
			{2, "Trường TH Nam Sơn", "QĐ 13/QĐ-UBND"}}, "10.value=faulty B993@C2"},
		{"a list with a title", "giao-duc", []row{heads, {1, schools, 3}, {nil, "Cụ thể gồm:"}, {nil, "+ MN Hoa Sen"},
			{nil, "+ TH Nam Sơn"}}, "10.value=faulty B993@C2"},
		{"as many", "giao-duc", []row{heads, {1, schools, 2}, {nil, "- Trường THCS Bắc Sơn"},
			{nil, "- Trường Mầm non Quán Trữ"}}, "10.value=2"},
		{"an example", "giao-duc", []row{heads, {1, schools, 3}, {nil, "- Trường THCS Bắc Sơn"}}, "10.value=3"},
		{"one number all over", "phuong-bac-son", []row{heads, {1, jobs, 365}, {2, "Tổng số tổ dân phố", 365},
			{3, houses, 365}}, "11.1.value=faulty 17.1.denominator=faulty 17.2.denominator=faulty B991@C2"},
		{"counted by another", "phuong-bac-son", []row{heads, {1, houses, 1893}, {2, houses + " (Công an cấp)", 1920}},
			"17.2.denominator=faulty B285@C2 B221@C3"},
		{"a part in a bracket", "phuong-bac-son", []row{heads, {1, houses, 1893}, {2, houses + " (mới lập)", 60}},
			"17.2.denominator=1893 B221@C3"},
		{"the whole in its column", "phuong-bac-son", []row{{"TT", "Danh hiệu", "ĐVT", "Tổng số", "Số đạt"},
			{1, "Tổ dân phố văn hóa", "tổ", 13, 12}}, "17.1.numerator=12 17.1.denominator=faulty B994@D2"},
		{"the whole in a row too", "phuong-bac-son", []row{{"Nội dung", "ĐVT", "Tổng số", "Số đạt"},
			{"Tổ dân phố văn hóa", "tổ", 13, 12}}, "17.1.numerator=12 17.1.denominator=faulty B994@C2"},
		{"the whole's own row, in two columns", "phuong-bac-son", []row{{"Nội dung", "ĐVT", "Tổng số", "Số đạt"},
			{houses, "hộ", 1893, 1700}}, "17.2.denominator=faulty B994@C2"},
		{"the whole's own row, twice the same", "phuong-bac-son", []row{{"Nội dung", "ĐVT", "Tổng số", "Số đạt"},
			{houses, "hộ", 1893, 1893}}, "17.2.denominator=1893"},
		{"a stock added up", "bao-hiem-xa-hoi", []row{{"Nội dung", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"},
			{"Số người tham gia bảo hiểm y tế", 110100, 110400, 110900, 111350, 442750}},
			"13.numerator=faulty B286@F2"},
		{"a stock at the end", "bao-hiem-xa-hoi", []row{{"Nội dung", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"},
			{"Số người tham gia bảo hiểm y tế", 110100, 110400, 110900, 111350, 111350}}, "13.numerator=111350"},
		{"two months and the year", "phuong-bac-son", []row{{"Nội dung", "Tháng 11", "Tháng 12", "Cả năm"},
			{jobs, 25, 30, 330}}, "11.1.value=330"},
		{"less than its months", "phuong-bac-son", []row{{"Nội dung", "Tháng 11", "Tháng 12", "Cả năm"},
			{jobs, 250, 300, 330}}, "11.1.value=faulty B290@D2"},
		{"a title by places", "phuong-bac-son", []row{{"THỐNG KÊ THEO TỔ DÂN PHỐ NĂM 2022"}, {"Tổ dân phố", houses},
			{"TDP 1", 900}, {"TDP 2", 993}, {"Cộng", 1893}}, "17.2.denominator=1893"},
		{"a title of one place", "phuong-bac-son", []row{{"THỐNG KÊ TỔ DÂN PHỐ SỐ 2 NĂM 2022"}, heads, {1, houses,
			993}},
			"17.2.denominator=faulty B263@A1"},
		{"all of the ward", "phuong-bac-son", []row{{"Phạm vi: toàn phường"}, heads, {1, houses, 1893}},
			"17.2.denominator=1893"},
		{"some of the ward", "phuong-bac-son", []row{{"Phạm vi: 05 tổ dân phố"}, heads, {1, houses, 1893}},
			"17.2.denominator=faulty B263@A1"},
		{"the poor and their like", "phuong-bac-son", []row{{"RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022"}, heads,
			{1, houses, 1893}, {2, "Số hộ nghèo", 4}, {3, "Số hộ cận nghèo", 9}},
			"12.value=4 17.2.denominator=1893 B221@C5"},
		{"the poor's like and the poor", "phuong-bac-son", []row{{"RÀ SOÁT HỘ CẬN NGHÈO, HỘ NGHÈO NĂM 2022"}, heads,
			{1, houses, 1893}, {2, "Số hộ nghèo", 4}, {3, "Số hộ cận nghèo", 9}},
			"12.value=4 17.2.denominator=1893 B221@C5"},
		{"the near poor alone", "phuong-bac-son", []row{{"RÀ SOÁT HỘ CẬN NGHÈO NĂM 2022"}, heads, {1, houses, 1893}},
			"17.2.denominator=faulty B263@A1"},
		{"a number before a V", "tai-chinh-ke-hoach", []row{{"TT", "Nguồn vốn", "ĐVT", "Thực hiện năm 2022"},
			{nil, "1. Vốn đầu tư nhà nước", "tỷ đồng", 735}}, "8.value.1=735"},
	} {
		if got := said(examplePlan(t), c.unit, laid(c.rows)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	summary := laid([]row{heads, {1, jobs, 415}})
	detail := sheet("Chi tiết", row{"CHI TIẾT THEO TỔ DÂN PHỐ NĂM 2022"}, row{"Tổ dân phố", jobs}, row{"TDP 1", 195},
		row{"TDP 2", 200}, row{"Cộng", 395})
	if got := said(examplePlan(t), "phuong-bac-son", summary, detail); got != "11.1.value=faulty B222@B5" {
		t.Errorf("another sheet by places: %s", got)
	}
}

// The whole beside its part is offered in the unit asked for, whatever the table counts in.
func TestTheWholeIsOfferedInTheUnitAskedFor(t *testing.T) {
	s := laid([]row{{"ĐVT: nghìn người"}, {"Nội dung", "Tổng số", "Số đạt"}, {trained, 20, 18}})
	_, problems := recognise(examplePlan(t), "1-nop-vao-day/Phòng Lao động.xlsx", "", book(s))
	var offered []string
	for _, x := range problems {
		if x.Code == "B994" {
			for _, c := range x.Question.Candidates {
				offered = append(offered, c.Value)
			}
		}
	}
	if strings.Join(offered, " ") != "20000" {
		t.Error(offered, problems)
	}
}
