package recognise

import "testing"

// A table by groups of what is counted gives the figure in the row of all of them; by
// parts of the year in that of the year. Both are held against the other rows.
func TestTablesByGroups(t *testing.T) {
	const insured = "Số người tham gia bảo hiểm y tế"
	quarters := func(year ...any) []row {
		return []row{{"Kỳ", jobs}, {"Quý I", 73}, {"Quý II", 101}, {"Quý III", 86}, {"Quý IV", 92}, row(year)}
	}
	for _, c := range []struct {
		name, unit string
		rows       []row
		want       string
	}{
		{"by kind", "chi-cuc-thue", []row{{"TT", "Loại hình", "Số doanh nghiệp đang hoạt động"}, {1, "Công ty TNHH",
			700},
			{2, "Công ty CP", 420}, {nil, "Tổng cộng", 1120}}, "7.value=1120"},
		{"by kind, not the sum", "chi-cuc-thue", []row{{"TT", "Loại hình", "Số doanh nghiệp đang hoạt động"},
			{1, "Công ty TNHH", 700}, {2, "Công ty CP", 420}, {nil, "Tổng cộng", 1210}}, "7.value=faulty B290@C4"},
		{"by party committee", "ban-to-chuc", []row{{"Đảng bộ, chi bộ", joined}, {"Đảng bộ phường Bắc Sơn", 20},
			{"Đảng bộ phường Văn Đẩu", 30}, {"Đảng bộ Công an quận", 78}, {"Tổng", 128}}, "2.value=128"},
		{"the whole ward first", "phuong-bac-son", []row{{"TT", "Tổ dân phố", houses}, {nil, "Toàn phường", 1893},
			{1, "TDP số 1", 900}, {2, "TDP số 2", 993}}, "17.2.denominator=1893"},
		{"a title that names two of its three columns", "phuong-bac-son", []row{
			{"HỘ GIA ĐÌNH, VIỆC LÀM TỪNG TỔ DÂN PHỐ 2022"},
			{"TDP", houses, jobs, "Số hộ nghèo cuối năm"}, {"TDP 1", 900, 140, 1}, {"TDP 2", 993, 212, 2},
			{"Cộng", 1893, 352, 3}}, "11.1.value=352 12.value=3 17.2.denominator=1893"},
		{"a title of others than its columns", "phuong-bac-son", []row{
			{"HỘ CẬN NGHÈO, HỘ TẠM TRÚ TỪNG TỔ DÂN PHỐ 2022"},
			{"TDP", houses, "Số hộ nghèo cuối năm"}, {"TDP 1", 900, 1}, {"TDP 2", 993, 2}, {"Cộng", 1893, 3}},
			"12.value=faulty 17.2.denominator=faulty B263@A1 B263@A1"},
		{"of some only", "bao-hiem-xa-hoi", []row{{"NGƯỜI LAO ĐỘNG NĂM 2022"}, {"Nhóm đối tượng", insured},
			{"Cơ quan", 30000}, {"Doanh nghiệp", 25000}, {"Tổng số", 55000}}, "13.numerator=faulty B263@A1"},
		{"two totals", "bao-hiem-xa-hoi", []row{{"Nhóm đối tượng", insured}, {"Cơ quan", 30000}, {"Cộng", 30000},
			{"Doanh nghiệp", 25000}, {"Tổng số", 55000}}, "B220@"},
		{"quarters", "phuong-bac-son", quarters("Cả năm", 352), "11.1.value=352"},
		{"quarters, one left out", "phuong-bac-son", quarters("Cả năm", 260), "11.1.value=faulty B291@B6"},
		{"a row of nine months", "phuong-bac-son", quarters("9 tháng", 260), "B220@"},
		{"three quarters", "phuong-bac-son", []row{{"Kỳ", jobs}, {"Quý I", 73}, {"Quý II", 101}, {"Quý III", 86},
			{"Cộng", 260}}, "11.1.value=faulty B284@B5"},
	} {
		if got := said(examplePlan(t), c.unit, laid(c.rows)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Columns that nobody knows, and their sum in every row: that is all of them. Columns
// of offices, of parts of the year, of what was carried over are asked about.
func TestATotalOfUnknownColumns(t *testing.T) {
	for _, c := range []struct {
		rows []row
		want string
	}{
		{[]row{{"Chỉ tiêu", "Thường trú", "Tạm trú", "Tổng cộng"}, {houses, 1700, 193, 1893}}, "17.2.denominator=1893"},
		{[]row{{"Chỉ tiêu", "Thường trú", "Tạm trú", "Tổng cộng"}, {houses, 1700, 193, 1983}},
			"17.2.denominator=faulty B240@A1"},
		{[]row{{"Chỉ tiêu", "Lãm Hà", "Văn Đẩu", "Tổng"}, {houses, 1700, 193, 1893}},
			"17.2.denominator=faulty B240@A1"},
		{[]row{{"Chỉ tiêu", "Năm trước chuyển sang", "Phát sinh mới", "Tổng"}, {houses, 1700, 193, 1893}},
			"17.2.denominator=faulty B240@A1"},
		{[]row{{"Chỉ tiêu", "Số đã xét", "Số chưa xét", "Tổng"}, {houses, 1700, 193, 1893}},
			"17.2.denominator=faulty B240@A1"},
	} {
		if got := said(examplePlan(t), "phuong-bac-son", laid(c.rows)); got != c.want {
			t.Errorf("%v: %s", c.rows, got)
		}
	}
	s := laid([]row{{"Chỉ tiêu", "Thuế", "Kho bạc", "Tổng"}, {"Số doanh nghiệp đang hoạt động", 1100, 20, 1120}})
	if got := said(examplePlan(t), "chi-cuc-thue", s); got != "7.value=faulty B240@A1" {
		t.Error(got)
	}
}

// Headings may be of letters alone, beside plans that say who gave them. Letters that are those of
// no heading are asked about.
func TestHeadingsOfLetters(t *testing.T) {
	const income, plan = "Thu cân đối ngân sách", "Dự toán pháp lệnh thành phố giao năm 2022"
	for _, c := range []struct {
		heads row
		want  string
	}{
		{row{"TT", "CT", "ĐVT", plan, "TH 2022", "G.chú"}, "6.actual=412300 6.plan=352000"},
		{row{"Stt", "N.dung", "Đ.vị", plan, "KQ 2022", "GC"}, "6.actual=412300 6.plan=352000"},
		{row{"TT", "XY", "ĐVT", plan, "PQ 2022", "GC"}, "B220@ B324@D2"},
	} {
		s := laid([]row{{"KẾT QUẢ NĂM 2022"}, c.heads, {1, income, "triệu đồng", 352000, 412300}})
		if got := said(examplePlan(t), "tai-chinh-ke-hoach", s); got != c.want {
			t.Errorf("%v: %s", c.heads, got)
		}
	}
}

// What was planned for a row stands in the column of who gave it.
func TestThePlansOwnColumn(t *testing.T) {
	for _, c := range []struct {
		heads row
		want  string
	}{
		{row{"Nội dung", "Dự toán TP giao", "Dự toán quận giao", "Thực hiện", "TH/DT TP"},
			"6.actual=468000 6.plan=400000"},
		{row{"Nội dung", "Thành phố giao", "Quận giao", "Thực hiện"}, "6.actual=468000 6.plan=400000"},
		{row{"Nội dung", "Dự toán", "Dự toán quận giao", "Thực hiện"}, "6.actual=468000 B298@B4"},
		{row{"Nội dung", "Dự toán TP giao đầu năm", "Dự toán TP giao điều chỉnh", "Thực hiện"},
			"6.actual=468000 B298@B4"},
		{row{"Nội dung", "Dự toán TP giao bổ sung", "Dự toán quận giao", "Thực hiện"},
			"6.actual=468000 B298@B4"},
		{row{"Nội dung", "Dự toán TP giao năm 2023", "Dự toán quận giao", "Thực hiện"}, "6.actual=468000"},
	} {
		s := laid([]row{{"THU NGÂN SÁCH NĂM 2022"}, {"ĐVT: triệu đồng"}, c.heads,
			{"Thu cân đối ngân sách", 400000, 420000, 468000, "117%"}})
		if got := said(examplePlan(t), "tai-chinh-ke-hoach", s); got != c.want {
			t.Errorf("%v: %s", c.heads, got)
		}
	}
}

// The sign of a paper names no level of government.
func TestPapersOfTheCentre(t *testing.T) {
	for title, want := range map[string]string{"KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT SỐ 10-NQ/TW": "11.1.value=352",
		"SỐ LIỆU TOÀN QUẬN": "11.1.value=faulty B263@A1"} {
		s := laid([]row{{title}, {"Chỉ tiêu", "Số liệu"}, {jobs, 352}})
		if got := said(examplePlan(t), "phuong-bac-son", s); got != want {
			t.Errorf("%q: %s", title, got)
		}
	}
}

// "Số tổ dân phố" is all of them where a part follows; alone it may be fewer.
func TestAWholeWithoutItsWord(t *testing.T) {
	const part = "Trong đó: số tổ đạt tổ dân phố văn hóa"
	for _, c := range []struct {
		rows []row
		want string
	}{
		{[]row{{"Số tổ dân phố", "tổ", 14}, {part, "tổ", 11}}, "17.1.numerator=11 17.1.denominator=14"},
		{[]row{{"Số tổ dân phố", "tổ", 14}}, "B244@C2"},
		{[]row{{"Số tổ dân phố", "tổ", 14}, {part, "tổ", 11}, {"Tổng số tổ dân phố", "tổ", 15}},
			"17.1.numerator=11 17.1.denominator=15 B221@C2"},
		{[]row{{"Số tổ dân phố có nhà văn hóa", "tổ", 14}, {part, "tổ", 11}}, "B244@C2 B244@C3"},
	} {
		s := laid(append([]row{{"Nội dung", "ĐVT", "Kết quả năm 2022"}}, c.rows...))
		if got := said(examplePlan(t), "phuong-bac-son", s); got != c.want {
			t.Errorf("%v: %s", c.rows, got)
		}
	}
}

// Words beside a figure that leave it alone, and such that do not.
func TestBracketsThatListAllParts(t *testing.T) {
	for text, taken := range map[string]bool{"352 (như năm 2021)": true, "352 (gồm 180 nữ, 172 nam)": true,
		"352 (gồm: 180 nữ; 172 nam)": true, "352 (gồm 180 nữ, 170 nam)": false, "352 (như năm 2021: 340)": false,
		"352 (gồm cả 180 tạm trú, 172 nam)": false} {
		s := laid([]row{{"Chỉ tiêu", "Kết quả"}, {jobs, text}})
		if got := said(examplePlan(t), "phuong-bac-son", s); (got == "11.1.value=352 B301@B2") != taken {
			t.Errorf("%q: %s", text, got)
		}
	}
	s := laid([]row{{"BÁO CÁO THÁNG 12/2022 PHƯỜNG BẮC SƠN"}, {"Chỉ tiêu", "Trong tháng", "Từ đầu năm"}, {jobs, 30,
		352}})
	if got := said(examplePlan(t), "phuong-bac-son", s); got != "11.1.value=352" {
		t.Error("the month of a report is no share of wards:", got)
	}
}
