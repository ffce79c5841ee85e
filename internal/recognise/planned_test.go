package recognise

import (
	"strings"
	"testing"

	"baocao/internal/workbook"
)

// under is a ward's table of two columns under a title, and perhaps lines below it.
func under(title, labels string, heads [2]string, below ...string) *workbook.Sheet {
	rows := []row{{title}, {labels, "ĐVT", heads[0], heads[1]}, {houses, "hộ", 1890, 1893}, {poor, "hộ", 4, 3}}
	for _, line := range append([]string{""}, below...) {
		rows = append(rows, row{line})
	}
	return laid(rows)
}

var bareYears = [2]string{"Năm 2021", "Năm 2022"}

// taken tells whether the figure of the report's year is used.
func taken(t *testing.T, s *workbook.Sheet) (got string, is bool) {
	t.Helper()
	got = said(examplePlan(t), "phuong-bac-son", s)
	return got, strings.Contains(got, "17.2.denominator=1893")
}

// "Năm 2022" alone says nothing of what the column is: a title that plans the year does.
func TestTitlesThatPlanTheYearOfABareColumn(t *testing.T) {
	for title, is := range map[string]bool{
		"SƠ KẾT 2021, ĐỊNH HƯỚNG 2022":                                false,
		"Đánh giá tình hình năm 2021, giải pháp năm 2022":             false,
		"THUC HIEN NAM 2021 VA CHI TIEU NAM 2022":                     false,
		"TỔNG KẾT NĂM 2021 VÀ CHƯƠNG TRÌNH HÀNH ĐỘNG NĂM 2022":        false,
		"Kết quả 2021; giao chỉ tiêu 2022":                            false,
		"TÌNH HÌNH NĂM 2021, KHUNG CHỈ TIÊU NĂM 2022":                 false,
		"KẾT QUẢ NĂM 2021 - LỘ TRÌNH NĂM 2022":                        false,
		"GIAO ƯỚC THI ĐUA NĂM 2022":                                   false,
		"LỊCH CÔNG TÁC NĂM 2022":                                      false,
		"NGHỊ QUYẾT VỀ PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2022":          false,
		"BẢN CAM KẾT NĂM 2022":                                        false,
		"NHIỆM VỤ TRỌNG TÂM NĂM 2022":                                 false,
		"TO TRINH VE CAC CHI TIEU NAM 2022":                           false,
		"(Kèm theo Quyết định số 3012/QĐ-UBND ngày 22/12/2021)":       false,
		"SỐ LIỆU TRÌNH CÔNG NHẬN NĂM 2022":                            false,
		"Hộ gia đình đề xuất khen thưởng năm 2022":                    false,
		"KẾT QUẢ NĂM 2021 VÀ NĂM 2022":                                true,
		"KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT NĂM 2022":                       true,
		"SO SÁNH NĂM 2021 VÀ NĂM 2022":                                true,
		"CÁC CHỈ TIÊU CHỦ YẾU NĂM 2021, 2022":                         true,
		"KẾT QUẢ NĂM 2022 VÀ PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023":         true,
		"(Kèm theo Báo cáo số 45/BC-UBND ngày 10/12/2022)":            true,
		"(Kèm theo Quyết định số 12/QĐ-UBND ngày 20/12/2019)":         true,
		"TỔNG KẾT NĂM 2022":                                           true,
		"BIỂU CHỈ TIÊU NGHỊ QUYẾT NĂM 2022":                           true,
		"Căn cứ Nghị quyết số 05-NQ/QU ngày 20/12/2021":               true,
		"TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2022 SO VỚI NĂM 2021":       true,
		"TỔNG HỢP SỐ LIỆU NĂM 2021 VÀ 2022":                           true,
		"BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2021 VÀ NĂM 2022":     true,
		"KET QUA THUC HIEN CAC CHI TIEU NAM 2022 (so voi nam 2021)":   true,
		"CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG NĂM 2022": true,
	} {
		if got, taken := taken(t, under(title, "Chỉ tiêu", bareYears)); taken != is {
			t.Errorf("%q: %s", title, got)
		}
		s := under(title, "Chỉ tiêu", [2]string{"Kế hoạch năm 2022", "Thực hiện năm 2022"})
		if got := said(examplePlan(t), "phuong-bac-son", s); strings.Contains(got, "B255") {
			t.Errorf("%q over results: %s", title, got)
		}
	}
}

// So does the heading of the labels, and the name of the sheet; columns that run past the
// year are of one kind.
func TestWhatElseTellsOfABareColumn(t *testing.T) {
	for _, c := range []struct {
		labels, sheet string
		heads         [2]string
		is            bool
	}{
		{"Chỉ tiêu phấn đấu", "", bareYears, false},
		{"Nội dung đăng ký", "", bareYears, false},
		{"Chỉ tiêu", "KH", bareYears, false},
		{"Chỉ tiêu", "Nhiem vu 2022", bareYears, false},
		{"Chỉ tiêu", "", [2]string{"Năm 2023", "Năm 2022"}, false},
		{"Chỉ tiêu", "", [2]string{"2024", "2022"}, false},
		{"Chỉ tiêu năm 2021", "", [2]string{"Kế hoạch", "Thực hiện"}, false},
		{"Nội dung năm 2020", "", [2]string{"Kế hoạch", "Kết quả"}, false},
		{"Chỉ tiêu năm 2022", "", [2]string{"Kế hoạch", "Thực hiện"}, true},
		{"Chỉ tiêu", "KH-TH", bareYears, true},
		{"Chỉ tiêu, nhiệm vụ", "", bareYears, true},
		{"Chỉ tiêu", "", [2]string{"Kế hoạch năm 2023", "Thực hiện năm 2022"}, true},
		{"Chỉ tiêu", "Chi tieu", bareYears, true},
		{"Chỉ tiêu", "KTXH", bareYears, true},
	} {
		s := under("BIỂU TỔNG HỢP", c.labels, c.heads)
		if c.sheet != "" {
			s.Name = c.sheet
		}
		if got, taken := taken(t, s); taken != c.is {
			t.Errorf("%+v: %s", c, got)
		}
	}
	s := laid([]row{{"Chỉ tiêu", "Năm 2021", "Năm 2022", "Năm 2023"}, {houses, 1890, 1893, ""}, {poor, 4, 3, 2}})
	if got := said(examplePlan(t), "phuong-bac-son", s); got != "12.value=faulty 17.2.denominator=1893 B980@D1" {
		t.Error(got)
	}
}

// Who signs answers for the figures: the sender, in any of its offices.
func TestWhoSigns(t *testing.T) {
	for line, is := range map[string]bool{
		"TM. UBND PHƯỜNG LÃM HÀ": false, "KT. CHỦ TỊCH UBND PHƯỜNG NAM SƠN": false,
		"HIỆU TRƯỞNG": false, "TRẠM TRƯỞNG TRẠM Y TẾ": false, "Chủ tịch Hội Phụ nữ": false,
		"TM. BAN CHẤP HÀNH ĐOÀN THANH NIÊN": false, "GIÁM ĐỐC HỢP TÁC XÃ": false,
		"TRƯỞNG PHÒNG KINH TẾ QUẬN HẢI AN": false, "TỔ TRƯỞNG TỔ DÂN PHỐ SỐ 5": false, "T/M BAN CHỦ NHIỆM CLB": false,
		"CHỦ TỊCH": true, "KT. CHỦ TỊCH": true, "PHÓ CHỦ TỊCH UBND PHƯỜNG": true, "TM. UBND PHƯỜNG BẮC SƠN": true,
		"TM. ỦY BAN NHÂN DÂN": true, "CHỦ TỊCH NGUYỄN VĂN HIỆU": true, "BÍ THƯ ĐẢNG ỦY": true,
		"TRƯỞNG BAN CHỈ ĐẠO": true, "CHỦ TỊCH KIỀU THỊ B": true, "NGƯỜI LẬP BIỂU": true,
		"Thủ trưởng đơn vị (Ký, đóng dấu)": true,
		"T/M ĐẢNG ỦY PHƯỜNG BẮC SƠN":       true, "Công chức Văn hóa - Xã hội": true,
		"Trưởng các đoàn thể đã thống nhất số liệu trên.": true, "Nơi nhận: Hội Nông dân": true,
	} {
		s := under("KẾT QUẢ NĂM 2022", "Chỉ tiêu", [2]string{"Kế hoạch", "Thực hiện"}, line)
		if got, taken := taken(t, s); taken != is {
			t.Errorf("%q: %s", line, got)
		}
	}
}

// A title may say that only some were asked, or put others in with a bracket.
func TestTitlesOfASample(t *testing.T) {
	for title, is := range map[string]bool{
		"KẾT QUẢ ĐIỀU TRA CHỌN MẪU NĂM 2022": false, "KẾT QUẢ KHẢO SÁT 150 HỘ NĂM 2022": false,
		"KẾT QUẢ LÀM ĐIỂM NĂM 2022": false, "SỐ LIỆU PHÚC TRA NĂM 2022": false,
		"KẾT QUẢ NĂM 2022 TẠI 04 TỔ DÂN PHỐ":                         false,
		"KẾT QUẢ NĂM 2022 (tính cả hộ tạm trú)":                      false,
		"HỘ GIA ĐÌNH NĂM 2022 (địa bàn quận Kiến An và quận Hải An)": false,
		"SỐ HỘ NĂM 2022 (gồm cả hộ của khu công nghiệp)":             false,
		"KẾT QUẢ NĂM 2022 (TOÀN PHƯỜNG)":                             true, "KẾT QUẢ NĂM 2022 (CẢ NĂM)": true,
		"BIỂU MẪU KẾT QUẢ NĂM 2022": true, "MẪU SỐ 02 NĂM 2022": true,
		"HỘ GIA ĐÌNH NĂM 2022 (quận Kiến An)":                true,
		"KẾT QUẢ NĂM 2022 (theo Công văn số 12 của Quận ủy)": true,
	} {
		if got, taken := taken(t, under(title, "Chỉ tiêu", [2]string{"Kế hoạch", "Thực hiện"})); taken != is {
			t.Errorf("%q: %s", title, got)
		}
	}
}

// The names of sheets and files: months, parts of the year, what nobody goes by, another's.
func TestNamesThatThrowFiguresAway(t *testing.T) {
	for name, is := range map[string]bool{
		"T10": false, "8TDN": false, "6TĐN": false, "so cu": false, "sai": false, "ban cu": false, "số lỗi": false,
		"lam sai": false, "(bo)": false, "Bac Son (ban cu - bo)": false, "file hong": false, "P. Lãm Hà": false,
		"T1": true, "KTXH": true, "Bac Son": true, "Bộ chỉ tiêu": true, "cong bo": true, "phuc loi": true,
		"thanh lich": true, "Bieu 2": true, "VHXH": true, "Lao động": true, "T12": true, "so lieu": true,
	} {
		s := under("KẾT QUẢ NĂM 2022", "Chỉ tiêu", [2]string{"Kế hoạch", "Thực hiện"})
		s.Name = name
		if got, taken := taken(t, s); taken != is {
			t.Errorf("sheet %q: %s", name, got)
		}
	}
	first, second := under("KẾT QUẢ NĂM 2022", "Chỉ tiêu", [2]string{"Kế hoạch", "Thực hiện"}), laid([]row{{"Ghi chú"}})
	first.Name, second.Name = "T2", "T1"
	got := answers(recognise(examplePlan(t), "1-nop-vao-day/Phường Bắc Sơn/a.xlsx", "", book(first, second)))
	if !strings.Contains(got, "17.2.denominator=1893") {
		t.Errorf("the second of two sheets: %s", got)
	}
}

// A day in short tells when a file was made, as one in words does, and so does its name.
func TestShortDays(t *testing.T) {
	for line, told := range map[string]bool{
		"Kiến An, ngày 30/9/2022": true, "Kiến An, 15/8/2022": true, "Bắc Sơn, ngày 5.7.22": true,
		"Kiến An ngày 20-6-2022": true, "KIẾN AN, NGÀY 1/8/2022": true, "Kien An, ngay 30/9/2022": true,
		"Kiến An, ngày 12/12/2022": false, "Dân số ngày 31/12/2021": false, "Số liệu chốt đến, 30/12/2022": false,
		"Theo Quyết định số 12, ngày 3/2/2022": false, "Có mặt 31/12/2021": false,
	} {
		s := under("KẾT QUẢ NĂM 2022", "Chỉ tiêu", [2]string{"Kế hoạch", "Thực hiện"}, line)
		if got := said(examplePlan(t), "phuong-bac-son", s); strings.Contains(got, "B248") != told {
			t.Errorf("%q: %s", line, got)
		}
	}
	for name, told := range map[string]bool{"Bac Son 30.9.2022": true, "bac_son_20220815": true,
		"Bac Son 15-6-2022":         true,
		"So lieu Bac Son 30.9.2022": true, "Bac Son theo CV 15 ngay 20.10.2022": false,
		"Bac Son NQ 02 ngày 20.12.2021": false, "Bac Son - Quyết định 1234 ngày 15-6-2019": false,
		"Bac Son 15.12.2022": false, "Bac Son 2022": false, "20230105 Bac Son": false} {
		s := under("KẾT QUẢ NĂM 2022", "Chỉ tiêu", [2]string{"Kế hoạch", "Thực hiện"})
		got := answers(recognise(examplePlan(t), "1-nop-vao-day/Phường Bắc Sơn/"+name+".xlsx", "", book(s)))
		if strings.Contains(got, "B248") != told {
			t.Errorf("file %q: %s", name, got)
		}
	}
}

// A label and its value stand in two cells over many tables.
func TestLabelsWithValuesOverATable(t *testing.T) {
	for _, c := range []struct {
		label string
		value any
		is    bool
	}{
		{"Năm:", 2021, false}, {"Năm số liệu", 2020, false}, {"Kỳ báo cáo:", "Quý III", false},
		{"Đơn vị báo cáo:", "Hội Phụ nữ phường", false},
		{"Năm:", 2022, true}, {"Năm báo cáo:", "2022", true}, {"Đơn vị báo cáo:", "UBND phường Bắc Sơn", true},
		{"Người lập:", "Nguyễn Văn A", true}, {"Số điện thoại:", "0912345678", true},
	} {
		s := laid([]row{{"KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"}, {c.label, c.value}, {"Chỉ tiêu", "ĐVT", "Kế hoạch",
			"Thực hiện"},
			{houses, "hộ", 1890, 1893}})
		if got, taken := taken(t, s); taken != c.is {
			t.Errorf("%s %v: %s", c.label, c.value, got)
		}
	}
}

// A title between two tables is that of the one below.
func TestTitlesBetweenTables(t *testing.T) {
	for title, is := range map[string]bool{"SỐ LIỆU NĂM TRƯỚC": false, "Số liệu kỳ trước": false,
		"THỰC HIỆN NĂM NGOÁI": false, "KẾT QUẢ CÙNG KỲ NĂM TRƯỚC": false, "SỐ LIỆU NĂM NAY": true, "NĂM 2022": true} {
		s := laid([]row{{"KẾT QUẢ NĂM 2022"}, {"Chỉ tiêu", "Kế hoạch", "Thực hiện"}, {poor, 4, 3}, nil, {title},
			{"Chỉ tiêu", "Kế hoạch", "Thực hiện"}, {houses, 1890, 1893}})
		got := said(examplePlan(t), "phuong-bac-son", s)
		if strings.Contains(got, "17.2.denominator=1893") != is || !strings.Contains(got, "12.value=3") {
			t.Errorf("%q: %s", title, got)
		}
	}
}

// Last year's results may stand in a table of their own.
func TestLastYearsOwnTable(t *testing.T) {
	const trade = "Doanh thu thương mại, dịch vụ"
	s := laid([]row{{"I. KẾT QUẢ NĂM 2021"}, {"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Kế hoạch", "Thực hiện"},
		{trade, 8400000, 8512300}, nil, {"II. KẾT QUẢ NĂM 2022"}, {"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Kế hoạch",
			"Thực hiện"},
		{trade, 10385000, 10391000}})
	if got := said(examplePlan(t), "kinh-te", s); got != "4.2.current=10391000 4.2.previous=8512300" {
		t.Error(got)
	}
	// the column of the year that is planned answers for no year
	s = laid([]row{{"KẾT QUẢ NĂM 2021 VÀ KẾ HOẠCH NĂM 2022"}, {"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Năm 2021", "Năm 2022"},
		{trade, 8512300, 10385000}})
	if got := said(examplePlan(t), "kinh-te", s); strings.Contains(got, "10385000") {
		t.Error(got)
	}
}

// What was planned for a result stands beside it, in a column that may not say who planned it: the figure is offered.
// Where column and row say all that is asked, it is taken; where the file answers elsewhere, nothing is asked.
func TestThePlanBesideItsResult(t *testing.T) {
	const result = "Thu cân đối ngân sách thực hiện năm 2022"
	for _, c := range []struct {
		heads []any // of columns before that of results
		row   []any
		more  []row
		want  string
	}{
		{[]any{"Kế hoạch năm 2022"}, []any{412500}, nil, "6.actual=439200 B298@C2 412500"},
		{[]any{"Dự toán đầu năm", "Dự toán điều chỉnh"}, []any{400000, 412500}, nil,
			"6.actual=439200 B298@C2 400000|412500"},
		{[]any{"Dự toán pháp lệnh thành phố giao"}, []any{412500}, nil, "6.actual=439200 6.plan=412500"},
		{[]any{"Kế hoạch năm 2022"}, []any{430000},
			[]row{{"Dự toán pháp lệnh thành phố giao năm 2022", "triệu đồng", nil, 412500}},
			"6.actual=439200 6.plan=412500"},
		{[]any{"HĐND quận giao"}, []any{412500}, nil, "6.actual=439200"},
		{[]any{"Kế hoạch năm 2021"}, []any{412500}, nil, "6.actual=439200"},
		{[]any{"Kế hoạch năm 2022"}, []any{nil}, nil, "6.actual=439200"},
		{[]any{"TH/KH (%)"}, []any{106.5}, nil, "6.actual=439200"},
	} {
		head := append(append(row{"Chỉ tiêu", "ĐVT"}, c.heads...), "Thực hiện năm 2022")
		rows := append([]row{head, append(append(row{result, "triệu đồng"}, c.row...), 439200)}, c.more...)
		p := examplePlan(t)
		ret, problems := recognise(p, "1-nop-vao-day/Phòng Tài chính - Kế hoạch.xlsx", "", book(laid(rows)))
		got := answers(ret, problems)
		for _, x := range problems {
			if x.Code == "B298" {
				var may []string
				for _, candidate := range x.Question.Candidates {
					may = append(may, candidate.Value)
				}
				got += " " + strings.Join(may, "|")
			}
		}
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.heads, got, c.want)
		}
	}
	// "Kế hoạch" of a plan without a giver
	p := examplePlan(t)
	for i := range p.Measure("6").Inputs {
		if in := &p.Measure("6").Inputs[i]; in.Role == "plan" {
			in.Label = "Dự toán thu cân đối ngân sách"
		}
	}
	p.Index()
	s := laid([]row{{"Chỉ tiêu", "ĐVT", "Dự toán năm 2022", "Thực hiện năm 2022"},
		{"Thu cân đối ngân sách", "triệu đồng", 412500, 439200}})
	if got := said(p, "tai-chinh-ke-hoach", s); got != "6.actual=439200 6.plan=412500" {
		t.Error(got)
	}
}
