package recognise

import (
	"cmp"
	"strings"
	"testing"
)

// Beside a figure, a remark may say that nobody has decided yet, that it goes no
// further than October, or what is so instead. Most remarks tell when, why and
// by which paper something was done, and leave the figure alone.
func TestRemarksThatPutAFigureOff(t *testing.T) {
	for remark, denies := range map[string]bool{
		"Hội đồng chưa họp xét": true, "Đang rà soát": true, "chưa có quyết định công nhận": true,
		"Công trình chưa nghiệm thu": true, "Còn 02 tổ chưa báo cáo": true, "Chưa bình xét": true,
		"Số liệu đến hết tháng 10": true, "Tính đến 30/11/2022": true, "Số liệu 9 tháng": true, "9T": true,
		"lấy theo báo cáo tháng 11": true, "Từ tháng 7/2021 đến nay": true, "mới có số liệu quý III": true,
		"Thực tế 340": true, "Đề nghị sửa thành 340": true, "Số kế hoạch": true, "Dự kiến": true, "Số cùng kỳ": true,
		"anh Minh kiểm lại giúp": true,

		"Tháng 10/2022": false, "Quý IV": false, "Hoàn thành tháng 9/2022": false, "đạt kế hoạch": false,
		"Tính đến 31/12/2022": false, "Tính đến ngày 15/12/2022": false, "Số liệu cả năm 2022": false,
		"6 tháng đầu năm 60, 6 tháng cuối năm 67": false, "Chưa được cấp kinh phí": false, "Chưa triển khai": false,
		"Theo Quyết định số 12/QĐ-UBND ngày 05/9/2022": false, "Dự kiến năm 2023 kết nạp thêm 10 đồng chí": false,
		"tăng so với 6 tháng": false, "Đang thi công nhà văn hóa số 2": false, "Thực tế tại cơ sở": false,
		"Từ nguồn quần chúng ưu tú": false, "Số 15 phố Trần Thành Ngọ": false,
	} {
		want := "2.value=127"
		if denies {
			want = "2.value=faulty B257@B2"
		}
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"}, {joined, 127, remark}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
			t.Errorf("%q: %s", remark, got)
		}
	}
}

// A title may say, in other words than "kế hoạch" and "9 tháng", that the figures
// are no results of the year.
func TestTitlesThatPutFiguresOff(t *testing.T) {
	for title, want := range map[string]string{
		"KẾT QUẢ TỪ ĐẦU NĂM ĐẾN NGÀY 20/10/2022":            "2.value=faulty B247@A1",
		"KẾT QUẢ TỪ ĐẦU NĂM ĐẾN NGÀY 31/12/2022":            "2.value=127",
		"KẾT QUẢ NỬA NHIỆM KỲ 2020 - 2025":                  "2.value=faulty B247@A1",
		"NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2020 - 2025, NĂM 2022": "2.value=127",
		"BAN CHẤP HÀNH ĐẢNG BỘ, NHIỆM KỲ 2020 - 2025":       "2.value=127",
		"KẾT NẠP ĐẢNG VIÊN NHIỆM KỲ 2020 - 2025":            "2.value=faulty B247@A1",
		"NHIỆM KỲ 2020 - 2025":                              "2.value=faulty B247@A1",
		"PHÂN KHAI CHỈ TIÊU NĂM 2022":                       "2.value=faulty B255@A1",
		"KẾT QUẢ PHÂN KHAI VÀ THỰC HIỆN NĂM 2022":           "2.value=127",
		"ĐĂNG KÝ THI ĐUA NĂM 2022":                          "2.value=faulty B255@A1",
		"(Số liệu mô phỏng)":                                "2.value=faulty B259@A1",
		"Bảng nháp, chưa trình ký":                          "2.value=faulty B259@A1",
		"Bảng nhập số liệu năm 2022":                        "2.value=127",
	} {
		s := laid([]row{{title}, nil, {"Chỉ tiêu", "Số liệu"}, {joined, 127}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
			t.Errorf("%q: %s, want %s", title, got, want)
		}
	}
}

// The names of sheet and file speak where no title does.
func TestNamesThatPutFiguresOff(t *testing.T) {
	rows := []row{{"Chỉ tiêu", "Số liệu"}, {joined, 127}}
	for name, want := range map[string]string{
		"den 30.11": "2.value=faulty B247@A1", "den 30.11.2022": "2.value=faulty B247@A1", "den 31.12": "2.value=127",
		"Đăng ký chỉ tiêu": "2.value=faulty B255@A1", "Báo cáo": "2.value=127",
		"Phòng Tài chính - Kế hoạch": "2.value=127",
	} {
		s := laid(rows)
		s.Name = name
		if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
}

// A heading that only names the year does not outweigh a line, a sheet or a file
// that tells how far the figures go; one that says "cả năm" does.
func TestAYearInTheHeadingDoesNotHideAPartOfIt(t *testing.T) {
	for _, c := range []struct{ title, sheet, file, head, want string }{
		{"(Số liệu tính đến ngày 31/10/2022)", "", "", "Thực hiện năm 2022", "2.value=faulty B247@A1"},
		{"Kỳ báo cáo: Quý IV/2022", "", "", "Thực hiện năm 2022", "2.value=faulty B247@A1"},
		{"SỐ LIỆU 3 QUÝ ĐẦU NĂM", "", "", "Năm nay", "2.value=faulty B247@A1"},
		{"(Từ ngày 01/01/2022 đến ngày 31/12/2022)", "", "", "Thực hiện năm 2022", "2.value=127"},
		{"BÁO CÁO 9 THÁNG ĐẦU NĂM 2022", "", "", "Thực hiện cả năm 2022", "2.value=faulty B975@A1"},
		{"NĂM 2022", "9T", "", "Thực hiện năm 2022", "2.value=faulty B247@A1"},
		{"NĂM 2022", "Quý 3", "", "Thực hiện năm 2022", "2.value=faulty B247@A1"},
		{"NĂM 2022", "T9", "", "Thực hiện năm 2022", "2.value=faulty B247@A1"},
		{"NĂM 2022", "T1", "", "Thực hiện năm 2022", "2.value=127"}, // the first table
		{"NĂM 2022", "Q1", "", "Thực hiện năm 2022", "2.value=faulty B247@A1"},
		{"NĂM 2022", "", "BTCQU 9 thang.xlsx", "Thực hiện năm 2022", "2.value=faulty B247@A1"},
		{"NĂM 2022", "", "BTCQU thang 12.xlsx", "Thực hiện năm 2022", "2.value=127"},
		{"NĂM 2022", "Bản cũ", "", "Thực hiện năm 2022", "2.value=faulty B264@A1"},
		{"NĂM 2022", "Không dùng", "", "Thực hiện năm 2022", "2.value=faulty B264@A1"},
		{"NĂM 2022", "Số liệu phố Củ", "", "Thực hiện năm 2022", "2.value=127"},
	} {
		s := laid([]row{{c.title}, nil, {"Chỉ tiêu", c.head}, {joined, 127}})
		if c.sheet != "" {
			s.Name = c.sheet
		}
		file := "1-nop-vao-day/ban-to-chuc/" + cmp.Or(c.file, "BTCQU.xlsx")
		if got := answers(recognise(examplePlan(t), file, "", book(s))); got != c.want {
			t.Errorf("%v: %s", c, got)
		}
	}
}

// A column in which the figures were verified or corrected may hold the last word.
func TestAColumnThatRevisesTheResults(t *testing.T) {
	for _, c := range []struct {
		head  string
		other any
		want  string
	}{
		{"Thẩm định", 120, "2.value=faulty B355@B2"},
		{"Kiểm tra lại", 120, "2.value=faulty B355@B2"},
		{"Điều chỉnh", "120", "2.value=faulty B355@B2"},
		{"Số liệu Phòng Nội vụ xác nhận", 120, "2.value=faulty B355@B2"},
		{"Thẩm định", 127, "2.value=127"},
		{"Thẩm định", nil, "2.value=127"},
		{"Kế hoạch điều chỉnh", 120, "2.value=127"},
		{"Số cuộc kiểm tra", 120, "2.value=127"},
		{"Số lần kiểm tra", 3, "2.value=127"},
	} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022", c.head}, {joined, 127, c.other}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != c.want {
			t.Errorf("%s %v: %s", c.head, c.other, got)
		}
	}
}

// A sheet of corrections has another figure for what the first sheet reports; where its
// column holds a difference, or the same, nothing is asked.
func TestASheetThatRevisesTheResults(t *testing.T) {
	first := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}})
	for other, want := range map[any]string{
		120: "2.value=faulty B355@B2", 127: "2.value=127", -7: "2.value=127", nil: "2.value=127",
	} {
		second := laid([]row{{"SỐ LIỆU ĐIỀU CHỈNH NĂM 2022"}, {"Chỉ tiêu", "Số đã báo cáo", "Số điều chỉnh"},
			{joined, 127, other}})
		second.Name = "Điều chỉnh"
		if got := said(examplePlan(t), "ban-to-chuc", first, second); got != want {
			t.Errorf("%v: %s", other, got)
		}
	}
}

// A sheet of corrections calls its column in many ways: who put it right, how often it was
// sent, or only that the other was reported before.
func TestHowCorrectionsAreHeaded(t *testing.T) {
	for heading, asks := range map[string]bool{"Số đúng": true, "Số TP công nhận": true, "Thành ủy công nhận": true,
		"Ban chỉ đạo thống nhất": true, "Số hiệu chỉnh": true, "Đề nghị sửa thành": true, "Lần 2": true, "Số mới": true,
		"Số kiểm đếm lại": true, "Kế hoạch 2023": false, "Tỷ lệ (%)": false, "Thực hiện năm 2021": false} {
		first := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}})
		second := laid([]row{{"Chỉ tiêu", "Số đã báo cáo", heading}, {joined, 127, 120}})
		second.Name = "Sheet2"
		if got := said(examplePlan(t), "ban-to-chuc", first, second); (got == "2.value=127") == asks {
			t.Errorf("%s: %s", heading, got)
		}
	}
}

// What is reckoned from last year's figure or the plan's was not counted.
func TestAResultReckonedFromAnotherFigure(t *testing.T) {
	for formula, want := range map[string]string{
		"B2*1.05": "2.value=faulty B258@D2", "B2+7": "2.value=faulty B258@D2", "$C$2": "2.value=faulty B258@D2",
		"SUM(A2:C2)": "2.value=faulty B258@D2", "'Bảng 1'!B2*1.05": "2.value=faulty B258@D2",
		"SUM(D3:D4)": "2.value=127", "E2+F2": "2.value=127", "100+27": "2.value=127",
	} {
		s := laid([]row{{"Chỉ tiêu", "Năm 2021", "Kế hoạch 2022", "Năm 2022"}, {joined, 120, 127, 127},
			{nil, nil, nil, 100}, {nil, nil, nil, 27}})
		s.Name = "Bảng 1"
		c := s.At(2, 4)
		c.HasFormula, c.Formula = true, formula
		if formula == "B2*1.05" || formula == "SUM(A2:C2)" || formula == "E2+F2" ||
			strings.Contains(formula, "'") {
			c.Formula = "ROUND(MAX(" + formula + "),0)" // which nobody here can work out
		}
		if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
			t.Errorf("=%s: %s", formula, got)
		}
	}
}

// In a table of a term what is cumulated began before the year.
func TestWhatIsCumulatedOverATerm(t *testing.T) {
	const term, long = "KẾT QUẢ GIAI ĐOẠN 2021 - 2025", "Lũy kế thực hiện đến hết năm 2022"
	const resolution = "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ 2020 - 2025"
	for _, c := range []struct {
		title, heading string
		asks           bool
	}{
		{term, long, true}, {"KẾT QUẢ NĂM 2022", long, false}, {term, "Đến hết năm 2022", true},
		{term, "Năm 2022", false}, {resolution, "Lũy kế đến nay", true}, {resolution, "Thực hiện năm 2022", false},
		{"BÁO CÁO NĂM 2022 THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2020 - 2025", "Lũy kế", false}, {"KẾT QUẢ", "Lũy kế", false},
	} {
		s := laid([]row{{c.title}, {"Chỉ tiêu", "Kế hoạch", c.heading}, {joined, 600, 127}})
		want := map[bool]string{true: "2.value=faulty B247@C2", false: "2.value=127"}[c.asks]
		if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
			t.Errorf("%s, %s: %s", c.title, c.heading, got)
		}
	}
}

// A block of rows under another ward's name is that ward's, in whosever file.
func TestABlockOfAnotherWard(t *testing.T) {
	heads := row{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}
	poor := func(n int) row { return row{1, "Số hộ nghèo có đến cuối năm 2022", "hộ", n} }
	for _, c := range []struct {
		rows []row
		want string
	}{
		{[]row{heads, {"A", "Phường Lãm Hà"}, poor(4)}, "B226@D3"},
		{[]row{heads, {"A", "Phường Bắc Sơn"}, poor(4)}, "12.value=4"},
		{[]row{heads, {"A", "Phường Lãm Hà"}, poor(4),
			{"B", "Phường Bắc Sơn"}, poor(3)}, "12.value=3 B226@D3"},
		{[]row{heads, {"A", "Giảm nghèo trên địa bàn phường"}, poor(4)}, "12.value=4"},
	} {
		if got := said(examplePlan(t), "phuong-bac-son", laid(c.rows)); got != c.want {
			t.Errorf("%v: %s, want %s", c.rows, got, c.want)
		}
	}
}

// Of several numbers in a cell none is offered that nobody wrote.
func TestNoZeroIsOfferedForSeveralNumbers(t *testing.T) {
	for text, want := range map[string]string{"330 (2021); 352 (2022)": "330 352", "48/58": "48 58"} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, text}})
		_, problems := recognise(examplePlan(t), "1-nop-vao-day/Ban Tổ chức Quận ủy.xlsx", "", book(s))
		var got []string
		for _, p := range problems {
			if p.Code == "B315" {
				for _, c := range p.Question.Candidates {
					got = append(got, c.Value)
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q offers %v, want %s", text, got, want)
		}
	}
}

// A bracket that names a part with its own number leaves the figure before it the
// whole; one that says anything else of the figure is asked about.
func TestAPartInABracket(t *testing.T) {
	for text, taken := range map[string]bool{
		"352 (trong đó nữ 180)": true, "352 (trong đó: nữ 180)": true, "352 (trong đó nữ: 180)": true,
		"352 (trong đó 180 nữ)": true, "352 lượt (trong đó có 180 lao động nữ)": true,
		"352 (Trong đó lao động nữ: 180 lượt)": true, "352, trong đó nữ 180": true,
		"352 (nữ)": false, "352 (trong số đó nữ 180)": true, "352 (bằng 2020)": true,
		"352 (bằng năm 2021)": true, "352 (bằng 2020 hộ)": false, "352 (bằng 2021 + 20)": false,
		"352 (bằng 180)":   false,
		"1980 (bằng 2020)": false, "352 (nữ 180)": false, "352 (trong đó nữ)": false,
		"352 (trong đó nữ 400)":   false,
		"352 (trong đó trùng 20)": false, "352 (trong đó chưa tính 20)": false, "352 (trong đó 20 chưa chốt)": false,
		"352 (trong đó tạm trú 20)": false, "352 (trong đó người tạm trú 20)": false,
		"352 (trong đó 20 lượt của năm 2021)": false, "352 (kể cả 20 tạm trú)": false,
		"352 (trong đó lao động chưa xác nhận 20)": false, "352 (trong đó lao động phường khác 20)": false,
		"352 (trong đó lao động trùng 20)": false, "352 (trong đó nữ 180, nam 172)": false,
		"180 (trong đó nữ 352)": false,
	} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {jobs, "lượt", text}})
		got := said(examplePlan(t), "phuong-bac-son", s)
		if (got == "11.1.value=352 B301@C2") != taken || !taken && !strings.HasPrefix(got, "11.1.value=faulty") {
			t.Errorf("%q: %s", text, got)
		}
	}
}
