package recognise

import (
	"strings"
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

// A remark may say that others are counted too, that some are left out, that the
// figure is rounded or not settled, or what another office has for it. Remarks
// that explain, compare or list the parts leave it alone.
func TestRemarksThatChangeWhomAFigureCounts(t *testing.T) {
	for _, c := range []struct {
		remarks []string
		asked   bool
	}{
		{[]string{"gồm cả hộ ngoài địa bàn", "Bao gồm cả hộ tạm trú", "kể cả lao động ngoài địa bàn", "tính luôn tổ 7",
			"gộp tổ 3, 4", "tính thêm 20 người", "trong đó có 12 hộ phường khác", "gồm 12 hộ ngoài quận",
			"gom ca ho ngoai dia ban"}, true},
		{[]string{"không gồm tổ 5", "Không kể tổ 5", "chưa tính 2 hộ mới", "chưa kể 15 hộ mới tách", "loại trừ tổ 5",
			"trừ tổ dân phố số 3", "thiếu tổ 3", "(tổ 2 thiếu)", "chỉ tính hộ thường trú", "mới có 4/5 tổ"}, true},
		{[]string{"số liệu đã làm tròn", "lấy tròn", "số liệu chưa chính thức", "số liệu thô", "chưa hết",
			"có thể sai", "cần xác minh", "nhầm", "đếm cả 2 lần", "127 hay 129?"}, true},
		{[]string{"Phòng LĐ tính 140", "Chi cục Thống kê: 140", "Sở LĐTBXH công nhận 140", "theo Thống kê là 140",
			"Số của Công an: 140", "130"}, true},
		{[]string{"tính cả năm 2021", "gồm cả số chuyển từ năm 2021 sang", "cộng dồn từ năm 2020", "năm 2021",
			"lũy kế từ đầu nhiệm kỳ", "số cuối năm 2021", "tính theo chuẩn nghèo cũ", "Theo chuẩn cũ"}, true},

		{[]string{"đạt 103%", "theo Quyết định số 12/QĐ-UBND", "nguồn: Chi cục Thuế", "tăng 12 so với năm trước",
			"vượt kế hoạch", "tăng 06 đảng viên so với năm 2021 (121 đảng viên)", "KH 125", "Năm 2021 đạt 115",
			"Kế hoạch thành phố giao: 125"}, false},
		{[]string{"Gồm 70 nam, 57 nữ", "gồm cả nam và nữ", "bao gồm cả 12 lao động xuất khẩu", "Tổ 1: 30, tổ 2: 97",
			"Trong đó nữ 56", "Số liệu tính cả năm 2022", "Chi cục Thống kê: 127"}, false},
		{[]string{"Cán bộ thường trú kê khai đầy đủ", "Chi bộ chưa có đảng viên trẻ", "Khấu trừ theo quy định",
			"Công tác phòng trừ dịch bệnh", "Không phát sinh vướng mắc", "Thiếu vốn đầu tư", "Điện thoại: 0912345678",
			"Can bo thuong tru, chi bo so 3", "Do dân tộc thiểu số ít", "Theo chuẩn nghèo giai đoạn 2022-2025",
			"Trạm Y tế phường có 12 giường", "đã đối chiếu với Chi cục Thống kê"}, false},
	} {
		want := "2.value=127"
		if c.asked {
			want = "2.value=faulty B257@B2"
		}
		for _, remark := range c.remarks {
			s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"}, {joined, 127, remark}})
			if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
				t.Errorf("%q: %s", remark, got)
			}
		}
	}
}

// What the plan's own note says of a figure is no news in a remark; another
// level's figure is one.
func TestRemarksAndThePlansOwnWords(t *testing.T) {
	const rated = "Số đảng viên được đánh giá, xếp loại"
	heads := row{"Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"}
	s := laid([]row{heads, {rated, 5010, "Không tính đảng viên được miễn đánh giá, xếp loại"}})
	if got := said(examplePlan(t), "ban-to-chuc", s); got != "1.3.denominator=5010" {
		t.Error(got)
	}
	for remark, want := range map[string]string{"số liệu toàn quận": "17.2.denominator=faulty B257@B2",
		"gồm hộ của phường Lãm Hà": "17.2.denominator=faulty B257@B2", "toàn phường": "17.2.denominator=1893",
		"Xếp thứ 2 toàn quận": "17.2.denominator=1893"} {
		s := laid([]row{heads, {houses, 1893, remark}})
		if got := said(examplePlan(t), "phuong-bac-son", s); got != want {
			t.Errorf("%q: %s", remark, got)
		}
	}
}

// A block of rows may be of some of those asked for, or of others. A block that
// names a field of work says nothing of the kind.
func TestBlocksThatNameAPopulation(t *testing.T) {
	heads := row{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}
	for _, c := range []struct {
		titles []string
		want   string
	}{
		{[]string{"Hộ tạm trú", "Ngoài địa bàn quận", "Hộ phường khác chuyển đến", "Khu vực nông thôn",
			"Người cao tuổi",
			"Trong đó: hộ người có công", "Đối tượng bảo trợ xã hội", "Khu tập thể quân đội", "Tổ dân phố số 1",
			"Hộ mới tách", "Đã chuyển đi", "Toàn thành phố", "Cấp thành phố", "Doanh nghiệp"},
			"17.2.denominator=faulty B263@B2"},
		{[]string{"Theo chuẩn nghèo giai đoạn 2016 - 2020", "Trước khi rà soát", "Số liệu rà soát lần đầu", "Đầu kỳ",
			"6 tháng đầu năm", "Ước cả năm", "Bình quân mỗi tổ", "Năm học 2021 - 2022", "Qua vay vốn Ngân hàng CSXH",
			"Đảng bộ cơ quan", "Kinh tế ngoài nhà nước", "Cấp tiểu học"}, "17.2.denominator=faulty B263@B2"},
		{[]string{"Số cuối năm", "Theo chuẩn mới", "TỔNG SỐ", "Thu ngân sách, đầu tư công", "Trật tự đô thị",
			"Cải cách hành chính, chuyển đổi số", "Đảng bộ phường", "NĂM 2021"}, "17.2.denominator=1893"},
		{[]string{"LĨNH VỰC KINH TẾ", "Các chỉ tiêu về xây dựng Đảng", "VĂN HÓA - XÃ HỘI", "Hộ gia đình",
			"Gia đình văn hóa", "Chỉ tiêu thành phố giao", "Dân số - lao động", "Lao động, người có công và xã hội",
			"Phong trào Toàn dân đoàn kết xây dựng đời sống văn hóa", "PHƯỜNG BẮC SƠN", "Khối kinh tế", "Y tế",
			"Hộ dân cư", "Các chỉ tiêu về hộ nghèo", "Địa bàn phường Bắc Sơn"},
			"17.2.denominator=1893"},
	} {
		for _, title := range c.titles {
			s := laid([]row{heads, {"I", title}, {1, houses, "hộ", 1893}})
			if got := said(examplePlan(t), "phuong-bac-son", s); got != c.want {
				t.Errorf("%q: %s", title, got)
			}
		}
	}
}

// What is noted over or under a table is of all its figures.
func TestNotesOverAndUnderATable(t *testing.T) {
	heads, count := row{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, row{1, houses, "hộ", 1893}
	for _, c := range []struct {
		rows []row
		want string
	}{
		{[]row{{"(Số liệu tính theo đơn vị hành chính cũ)"}, heads, count}, "17.2.denominator=faulty B263@A1"},
		{[]row{{"(Kèm theo Báo cáo số 15/BC-UBND ngày 05/12/2022)"}, heads, count}, "17.2.denominator=1893"},
		{[]row{heads, count, {"(1) Số liệu đã làm tròn"}}, "17.2.denominator=faulty B257@D2"},
		{[]row{heads, count, {"* Số liệu trên chưa bao gồm tổ 5"}}, "17.2.denominator=faulty B257@D2"},
		{[]row{heads, count, {"Ghi chú: số liệu do Công an phường cung cấp"}}, "17.2.denominator=1893"},
		{[]row{heads, count, {nil, "Ghi chú: chưa tính tổ 5"}, {2, "Số hộ nghèo có đến cuối năm 2022", "hộ", 3}},
			"17.2.denominator=faulty B257@D2 B244@D4"},
		{[]row{{"Chỉ tính hộ có hộ khẩu"}, heads, count}, "17.2.denominator=faulty B263@A1"},
		{[]row{heads, count, {"Thời điểm chốt số liệu: 31/10/2022"}}, "17.2.denominator=faulty B257@D2"},
		{[]row{heads, count, {"Tính đến hết tháng 10/2022"}}, "17.2.denominator=faulty B257@D2"},
		{[]row{heads, count, {"Tính đến 31/12/2022"}}, "17.2.denominator=1893"},
		{[]row{heads, count, {"Ghi chú: Số liệu tính đến 30/9/2022"}}, "17.2.denominator=faulty B257@D2"},
		{[]row{heads, count, {"(1) Số liệu 9 tháng"}}, "17.2.denominator=faulty B257@D2"},
		{[]row{heads, count, {"Ghi chú: Đến 31/12/2022"}}, "17.2.denominator=1893"},
		{[]row{heads, count, {"Số liệu từ ngày 15/12/2021 đến ngày 14/12/2022"}}, "17.2.denominator=1893"},
	} {
		if got := said(examplePlan(t), "phuong-bac-son", laid(c.rows)); got != c.want {
			t.Errorf("%v: %s, want %s", c.rows, got, c.want)
		}
	}
}

// A block within a block belongs to both; the next of the outer kind ends both.
func TestBlocksWithinBlocks(t *testing.T) {
	heads := row{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}
	poorOf := func(n int) row { return row{nil, poor, "hộ", n} }
	for _, c := range []struct {
		rows []row
		want string
	}{
		{[]row{heads, {"A", "Phường Lãm Hà"}, {"I", "Giảm nghèo"}, poorOf(4)}, "B226@D4"},
		{[]row{heads, {"I", "Hộ tạm trú"}, {1, "Giảm nghèo"}, poorOf(4)}, "12.value=faulty B263@B2"},
		{[]row{heads, {"I", "Hộ tạm trú"}, {1, "Giảm nghèo"}, {"II", "Giảm nghèo"}, poorOf(4)}, "12.value=4"},
		{[]row{heads, poorOf(4), {"II", "Hộ tạm trú"}, poorOf(3)}, "12.value=4"},
	} {
		if got := said(examplePlan(t), "phuong-bac-son", laid(c.rows)); got != c.want {
			t.Errorf("%v: %s, want %s", c.rows, got, c.want)
		}
	}
}

// A label may name a level of government that is not the sender's.
func TestLabelsOfAnotherLevel(t *testing.T) {
	for _, c := range []struct {
		unit, label, want string
		n                 int
	}{
		{"tai-chinh-ke-hoach", "Thu cân đối ngân sách phường", "6.actual=faulty B263@D2", 516756},
		{"tai-chinh-ke-hoach", "Thu cân đối ngân sách các phường năm 2022", "6.actual=faulty B263@D2", 516756},
		{"tai-chinh-ke-hoach", "Thu cân đối ngân sách quận", "6.actual=516756", 516756},
		{"tai-chinh-ke-hoach", "Thu cân đối ngân sách trên địa bàn quận", "6.actual=516756", 516756},
		{"phuong-bac-son", "Tổng số hộ gia đình toàn quận", "17.2.denominator=faulty B263@D2", 18930},
		{"phuong-bac-son", "Tổng số hộ gia đình trên địa bàn phường", "17.2.denominator=1893", 1893},
	} {
		s := laid([]row{{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
			{nil, c.label, examplePlan(t).Ask(c.unit, strings.Split(c.want, "=")[0]).Unit, c.n}})
		if got := said(examplePlan(t), c.unit, s); got != c.want {
			t.Errorf("%s: %s, want %s", c.label, got, c.want)
		}
	}
}

// A title may say that the figures are not final, are of another level, or how
// far they go.
func TestTitlesOfDraftsAndOtherLevels(t *testing.T) {
	for title, want := range map[string]string{
		"DỰ THẢO": "B264", "BIỂU SỐ LIỆU NĂM 2022 (DỰ THẢO)": "B264", "(Số liệu chưa chính thức)": "B264",
		"Bản chưa trình ký": "B264", "Số liệu tham khảo": "B264", "Phương án 2": "B264", "Số liệu tạm thời": "B264",
		"Số liệu để xin ý kiến": "B264", "du thao bao cao nam 2022": "B264",
		"Góp ý dự thảo Nghị quyết năm 2022": "", "SỐ LIỆU CHÍNH THỨC NĂM 2022": "", "Phương án giảm nghèo năm 2022": "",
		"Các phường chưa hoàn thành kế hoạch năm 2022": "",
		"SỐ LIỆU TOÀN THÀNH PHỐ":                       "B263", "SỐ LIỆU TOÀN QUẬN NĂM 2022": "",
		"Mốc số liệu: 30/09/2022": "B247", "Số liệu chốt ngày 31/10/2022": "B247", "Số liệu tại ngày 30/9/2022": "B247",
		"QUÝ III/2022 VÀ LŨY KẾ": "B247", "LŨY KẾ 9 THÁNG NĂM 2022": "B247", "Mốc số liệu: 31/12/2022": "",
		"QUÝ IV VÀ LŨY KẾ NĂM 2022": "", "Tháng 12 và lũy kế năm 2022": "",
	} {
		result := "2.value=127"
		if want != "" {
			result = "2.value=faulty " + want + "@A1"
		}
		s := laid([]row{{title}, nil, {"Chỉ tiêu", "Kết quả"}, {joined, 127}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != result {
			t.Errorf("%q: %s, want %q", title, got, want)
		}
	}
}

// Below results the same table may go on with what is planned for the year to come,
// under a title in either column.
func TestBlocksOfAYearToCome(t *testing.T) {
	for title, asked := range map[string]bool{"Kế hoạch năm 2023": true, "PHƯƠNG HƯỚNG NĂM 2023": true,
		"Nhiệm vụ năm 2023": true, "Mục tiêu 2023": true, "Chỉ tiêu năm 2023": true, "Kế hoạch năm sau": true,
		"Nhiệm vụ thời gian tới": true, "Dự kiến năm 2023": true,
		"Kết quả năm 2022": false, "Kế hoạch 2022": false, "Chỉ tiêu năm 2022": false, "Kế hoạch 2021-2025": false,
		"Kết quả năm 2022, kế hoạch năm 2023": false} {
		want := map[bool]string{true: "11.1.value=352 12.value=faulty", false: "11.1.value=352 12.value=3"}[asked]
		for name, block := range map[string]row{"numbered": {"B", title}, "in the label's column": {nil, title},
			"in the number's column": {"B. " + title}, "without a number": {title}} {
			s := laid([]row{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {"A", "Kết quả năm 2022"},
				{1, jobs, "lượt", 352}, block, {1, poor, "hộ", 3}})
			if got := said(examplePlan(t), "phuong-bac-son", s); !strings.HasPrefix(got, want) {
				t.Errorf("%q, %s: %s", title, name, got)
			}
		}
	}
}

// The whole of a level of government is told in more words than "toàn".
func TestTitlesOfTheWholeOfALevel(t *testing.T) {
	for title, asked := range map[string]bool{"Số liệu khối quận": true, "SỐ LIỆU KHẮP QUẬN NĂM 2022": true,
		"Ngân sách thành phố năm 2022": true, "Số liệu tuyến quận": true, "Số liệu toàn quận": true,
		"Số liệu của trung ương": true, "Số liệu toàn phường": false, "Số liệu cấp phường": false,
		"QUẬN ỦY KIẾN AN": false, "UBND QUẬN KIẾN AN": false, "KẾT QUẢ CHỈ TIÊU QUẬN GIAO NĂM 2022": false,
		"Khối Mặt trận, đoàn thể quận": false, "Chỉ tiêu ngân sách quận giao năm 2022": false,
		"KẾT QUẢ NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ QUẬN": false} {
		want := map[bool]string{true: "17.2.denominator=faulty B263@A1", false: "17.2.denominator=1893"}
		s := laid([]row{{title}, nil, {"Chỉ tiêu", "Thực hiện năm 2022"}, {houses, 1893}})
		if got := said(examplePlan(t), "phuong-bac-son", s); got != want[asked] {
			t.Errorf("%q: %s", title, got)
		}
	}
}

// Wards stand in one table of the whole district; its title is not about the row
// of one of them.
func TestATableOfTheDistrictsWards(t *testing.T) {
	s := laid([]row{{"SỐ LIỆU TOÀN QUẬN NĂM 2022"}, nil, {"Đơn vị", houses}, {"Phường Lãm Hà", 2100},
		{"Phường Bắc Sơn", 1893}})
	if got := said(examplePlan(t), "phuong-bac-son", s); got != "17.2.denominator=1893" {
		t.Error(got)
	}
}

// A format may put a sign to a number that has none.
func TestSignsOfAFormat(t *testing.T) {
	for format, asked := range map[string]bool{"+0": true, "+#,##0;-#,##0;0": true, `"-"0`: true, "(0)": true,
		`0"+"`: true, "#,##0": false, "#,##0;(#,##0)": false, `_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)`: false} {
		want := "2.value=127"
		if asked {
			want = "2.value=faulty B273@B2"
		}
		c := workbook.Cell{Kind: workbook.Number, Number: quantity.Int(127), Style: &workbook.Style{NumFmt: format}}
		if got := said(examplePlan(t), "ban-to-chuc", laid([]row{{"Chỉ tiêu", "Kết quả"}, {joined, c}})); got != want {
			t.Errorf("%q: %s", format, got)
		}
	}
}

// Words beside a number in its own cell.
func TestWordsInTheCellOfAFigure(t *testing.T) {
	for text, want := range map[string]string{"120 (nữ)": "B257", "120...": "B328", "chỉ được 120": "B328",
		"120 (thiếu tổ 3)": "B315", "120 (đạt 96%)": "", "có 120": "", "120 (đảng viên)": ""} {
		got := said(examplePlan(t), "ban-to-chuc", laid([]row{{"Chỉ tiêu", "Kết quả"}, {joined, text}}))
		taken := got == "2.value=120 B301@B2"
		if taken != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%q: %s, want %q", text, got, want)
		}
	}
}

// A table about a part of what is asked for says so in its title or on its sheet.
func TestTitlesOfAPart(t *testing.T) {
	for title, asked := range map[string]bool{
		"TỔ DÂN PHỐ SỐ 5": true, "TDP số 5": true, "Tổ 5": true, "SỐ LIỆU TỔ DÂN PHỐ SỐ 05": true,
		"BÁO CÁO CỦA TỔ DÂN PHỐ SỐ 5 NĂM 2022": true, "Khu dân cư số 3": true, "Cụm 2": true, "KHU 3": true,
		"UBND PHƯỜNG BẮC SƠN - TỔ DÂN PHỐ SỐ 5": true, "Chi bộ 7": true,
		"CHO LAO ĐỘNG NỮ": true, "GIẢI QUYẾT VIỆC LÀM CHO LAO ĐỘNG NỮ": true, "Lao động nữ": true, "Nữ": true,
		"KẾT QUẢ GIẢI QUYẾT VIỆC LÀM CHO LAO ĐỘNG NỮ NĂM 2022": true, "Đối với lao động nữ": true,
		"KẾT QUẢ GIẢI QUYẾT VIỆC LÀM CHO NGƯỜI KHUYẾT TẬT NĂM 2022": true, "Riêng thanh niên": true,
		"Giải quyết việc làm cho hộ cận nghèo": true, "Số liệu nam giới": true,
		"BIỂU SỐ 5": false, "Biểu 5": false, "Tổ công tác số 2": false, "HỘI ĐỒNG NHÂN DÂN PHƯỜNG BẮC SƠN": false,
		"12 tổ dân phố": false, "Kết quả giải quyết việc làm cho người lao động năm 2022": false,
		"KẾT QUẢ CHO VAY GIẢI QUYẾT VIỆC LÀM": false, "TỔ CHỨC THỰC HIỆN NĂM 2022": false,
		"Địa chỉ: số 12, tổ 5, phường Bắc Sơn": false, "Giải quyết việc làm cho lao động nam, nữ": false,
		"Biểu tổng hợp các tổ dân phố": false, "Số liệu 12/12 tổ dân phố": false,
		"Kết quả giải quyết việc làm cho nhân dân": false, "Phục vụ cho báo cáo năm 2022": false,
		"Mẫu dùng cho khối Đảng, đoàn thể": false,
		"Áp dụng cho hộ cận nghèo":         true,
		"Dùng cho các phường":              false, "Biểu dùng cho phường": false, "Mẫu dùng cho UBND các phường": false,
		"Đối với các chỉ tiêu nghị quyết": false, "GIẢI QUYẾT VIỆC LÀM CHO LAO ĐỘNG": false,
	} {
		want := map[bool]string{true: "11.1.value=faulty B263@A1", false: "11.1.value=352"}[asked]
		rows := []row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {jobs, "lượt", 352}}
		if got := said(examplePlan(t), "phuong-bac-son", laid(append([]row{{title}, nil}, rows...))); got != want {
			t.Errorf("title %q: %s", title, got)
		}
		s := laid(rows)
		if s.Name = title; len([]rune(title)) <= 31 {
			want = strings.Replace(want, "B263", "B287", 1)
			if got := said(examplePlan(t), "phuong-bac-son", s); got != want {
				t.Errorf("sheet %q: %s", title, got)
			}
		}
	}
	places := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {houses, 120}})
	places.Name = "TDP 1"
	all := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {houses, 1893}})
	all.Name = "Tổng hợp"
	if got := said(examplePlan(t), "phuong-bac-son", places, all); got != "17.2.denominator=1893" {
		t.Error("a sheet for each place beside that of all:", got)
	}
	beside := laid([]row{{"I. Việc làm cho lao động nữ"}, {"Chỉ tiêu", "Thực hiện năm 2022"}, {"Số lao động nữ", 120},
		nil, {"II. Việc làm"}, {"Chỉ tiêu", "Thực hiện năm 2022"}, {jobs, 352}})
	if got := said(examplePlan(t), "phuong-bac-son", beside); !strings.HasPrefix(got, "11.1.value=352") {
		t.Error("a table of its own below that of a part:", got)
	}
	own := laid([]row{{"Danh sách đảng viên nữ"}, nil, {"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}})
	if got := said(examplePlan(t), "ban-to-chuc", own); got != "2.value=faulty B263@A1" {
		t.Error(got)
	}
}
