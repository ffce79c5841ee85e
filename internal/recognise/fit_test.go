package recognise

import (
	"strings"
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

// A block's title is understood word by word: a word that is neither asked for, nor
// a field of work, nor one of headings, may say whom the rows count.
func TestTitlesOfBlocksAreUnderstoodWordByWord(t *testing.T) {
	const (
		jobs   = "Số lượt lao động được giải quyết việc làm"
		called = "Số công dân đã giao quân"
		waste  = "Khối lượng chất thải rắn sinh hoạt đô thị phát sinh"
	)
	for _, c := range []struct {
		unit, label, key string
		n                int
		asked, taken     []string
	}{
		{"ban-to-chuc", joined, "2.value", 127,
			[]string{"Đảng bộ xã, phường", "Các chi bộ trực thuộc", "Khối doanh nghiệp", "Đảng bộ Công an quận",
				"Dự kiến năm 2023"},
			[]string{"Công tác đảng viên", "Xây dựng Đảng", "Tổ chức, xây dựng đảng", "CÁC CHỈ TIÊU NĂM 2022",
				"Tổ chức cơ sở đảng, đảng viên", "Đảng bộ quận"}},
		{"phuong-bac-son", jobs, "11.1.value", 352,
			[]string{"Xuất khẩu lao động", "Phát sinh trong quý", "Khu vực chợ", "Hội viên nông dân vay vốn",
				"Xí nghiệp may"},
			[]string{"Lao động - việc làm", "Giải quyết việc làm, giảm nghèo", "An sinh xã hội", "Văn hóa - thông tin",
				"Phường Bắc Sơn", "Dạy nghề và việc làm", "Công tác xuất khẩu lao động và việc làm"}},
		{"phuong-bac-son", "Số hộ nghèo có đến cuối năm", "12.value", 2,
			[]string{"Phát sinh trong năm", "Nghĩa trang", "Số liệu của các hộ tạm trú"},
			[]string{"Giảm nghèo, an sinh xã hội", "Kết quả năm 2022", "Theo chuẩn mới"}},
		{"tai-nguyen-moi-truong", waste, "15.1.denominator", 41250,
			[]string{"Rác thải nông thôn", "Khu vực nông thôn", "Bãi Tràng Cát"},
			[]string{"Thu gom, xử lý rác thải", "Vệ sinh môi trường đô thị", "Chất thải rắn sinh hoạt"}},
		{"quan-su", called, "18.numerator", 105,
			[]string{"Nghĩa vụ công an", "Nghĩa vụ tham gia Công an nhân dân"},
			[]string{"Nghĩa vụ quân sự", "Tuyển chọn, gọi công dân nhập ngũ", "Quốc phòng, an ninh"}},
		{"giao-duc", "Số trường được công nhận đạt chuẩn quốc gia trong năm", "10.value", 1,
			[]string{"Giáo dục mầm non", "Giáo dục tiểu học"}, []string{"Giáo dục và đào tạo", "GIÁO DỤC"}},
	} {
		unit := examplePlan(t).Ask(c.unit, c.key).Unit
		for i, title := range append(append([]string{}, c.asked...), c.taken...) {
			s := laid([]row{{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {"I", title}, {1, c.label, unit, c.n}})
			got := said(examplePlan(t), c.unit, s)
			if asked := strings.Contains(got, "faulty B2"); asked != (i < len(c.asked)) || got == "" {
				t.Errorf("%q over %q: %s", title, c.label, got)
			}
		}
	}
}

// A number in a block's title may have a point or a comma in it; it is one word, and
// a title that has one is asked about, not stumbled over.
func TestNumbersInTitlesOfBlocks(t *testing.T) {
	for title, asked := range map[string]bool{"Thu ngân sách 1.500 tỷ đồng": true, "Thu ngân sách năm 2022": false,
		"Đường 1,5 km": true, "Đường bộ 1.500.000 m": true, "Hộ có dưới 1,5 sào": true} {
		s := laid([]row{{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {"I", title}, {1, "Số hộ nghèo", "hộ", 3}})
		got := said(examplePlan(t), "phuong-bac-son", s)
		want := map[bool]string{true: "12.value=faulty B263@B2", false: "12.value=3"}
		if got != want[asked] {
			t.Errorf("%q: %s", title, got)
		}
	}
}

// Some of a ward's places are not the ward, and temporary residents are not its
// households, wherever that is written.
func TestPartsAndStrangersInTitlesAndRemarks(t *testing.T) {
	for title, asked := range map[string]bool{"10 TỔ (TRONG TỔNG SỐ 12 TỔ)": true, "SỐ LIỆU 10/12 TỔ DÂN PHỐ": true,
		"Số liệu 900/1.500 hộ": true, "Số liệu 1.200/1.500 hộ": true, "Số liệu 1.500/1.500 hộ": false,
		"Số liệu 900 hộ (trong tổng số 1.500 hộ)": true, "Số liệu 12.000/15.000 hộ": true,
		"SỐ LIỆU 02/12 TỔ DÂN PHỐ": true, "Số liệu 1,5/10 tổ": true,
		"Số liệu của các hộ tạm trú": true, "SỐ LIỆU 12/12 TỔ DÂN PHỐ": false, "(Ngày 10/12/2022)": false,
		"SỐ LIỆU CÁC HỘ DÂN CƯ": false} {
		s := laid([]row{{title}, nil, {"Chỉ tiêu", "Thực hiện năm 2022"}, {houses, 1893}})
		got := said(examplePlan(t), "phuong-bac-son", s)
		want := map[bool]string{true: "17.2.denominator=faulty B263@A1", false: "17.2.denominator=1893"}
		if got != want[asked] {
			t.Errorf("%q: %s", title, got)
		}
	}
	for remark, asked := range map[string]bool{"ngoài ra còn 12 hộ tạm trú": true,
		"Ngoài ra có 3 hộ mới chuyển đến": true,
		"Số này của cả 2 phường":          true, "Ngoài ra còn 14 hộ cận nghèo": false, "Ngoài ra còn 2 hội " +
			"nghị": false,
		"Ngoài ra, phường đã tổ chức 02 hội nghị": false, "Kết quả của cả 2 đợt": false} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"}, {houses, 1893, remark}})
		got := said(examplePlan(t), "phuong-bac-son", s)
		want := map[bool]string{true: "17.2.denominator=faulty B257@B2", false: "17.2.denominator=1893"}
		if got != want[asked] {
			t.Errorf("%q: %s", remark, got)
		}
	}
}

// A plan that the city gave is not the one that the district's council gave.
func TestWhoGaveThePlan(t *testing.T) {
	for label, want := range map[string]string{
		"Dự toán pháp lệnh thành phố giao": "6.plan=412500", "Dự toán pháp lệnh TP giao": "6.plan=412500",
		"Dự toán pháp lệnh HĐND quận giao": "B220@", "Dự toán pháp lệnh thành phố giao (HĐND quận giao)": "B244@C2"} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Năm 2022"}, {label, "triệu đồng", 412500}})
		if got := said(examplePlan(t), "tai-chinh-ke-hoach", s); got != want {
			t.Errorf("%q: %s, want %s", label, got, want)
		}
	}
	s := laid([]row{{"STT", "Chỉ tiêu", "ĐVT", "Năm 2022"}, {"I", "HĐND quận giao"},
		{1, "Dự toán pháp lệnh thành phố giao", "triệu đồng", 412500}})
	if got := said(examplePlan(t), "tai-chinh-ke-hoach", s); got != "6.plan=faulty B263@B2" {
		t.Error(got)
	}
}

// Times are no people, and a rate is no count.
func TestTimesAndRatesAreNoCounts(t *testing.T) {
	const insured = "Số người tham gia bảo hiểm y tế"
	for heading, want := range map[string]string{"Số lượt thực hiện năm 2022": "13.numerator=faulty B266@B1",
		"Số lần thực hiện năm 2022":   "13.numerator=faulty B240@A1",
		"Số người thực hiện năm 2022": "13.numerator=faulty B240@A1", // "người thực hiện" is who is in charge
		"Số người năm 2022":           "13.numerator=128450"} {
		got := said(examplePlan(t), "bao-hiem-xa-hoi", laid([]row{{"Chỉ tiêu", heading}, {insured, 128450}}))
		if got != want {
			t.Errorf("%s: %s", heading, got)
		}
	}
	jobs := laid([]row{{"Chỉ tiêu", "Số lượt thực hiện năm 2022"}, {"Số lượt lao động được giải quyết việc làm", 352}})
	if got := said(examplePlan(t), "phuong-bac-son", jobs); got != "11.1.value=352" {
		t.Error(got)
	}
	for _, c := range []struct {
		part, all int
		want      string
	}{
		{83, 100, "1.3.numerator=faulty 1.3.denominator=faulty B265@B3"},
		{100, 100, "1.3.numerator=faulty 1.3.denominator=faulty B265@B3"},
		{4912, 5870, "1.3.numerator=4912 1.3.denominator=5870"},
		{83, 101, "1.3.numerator=83 1.3.denominator=101"},
	} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {"Số đảng viên hoàn thành tốt nhiệm vụ trở lên", c.part},
			{"Số đảng viên được đánh giá, xếp loại", c.all}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != c.want {
			t.Errorf("%d of %d: %s", c.part, c.all, got)
		}
	}
}

// Lines may give the figures behind their labels, but not under a title of what is
// still to be done.
func TestLinesThatGiveFigures(t *testing.T) {
	for _, c := range []struct {
		rows []row
		want string
	}{
		{[]row{{"Số hộ nghèo: 3"}, {"- Số lượt lao động được giải quyết việc làm: 352 lượt"}},
			"11.1.value=352 12.value=3 B301@A1 B301@A2"},
		{[]row{{"KẾT QUẢ THỰC HIỆN NĂM 2022"}, {"- Tổng số tổ dân phố: 13"},
			{"- Số tổ dân phố đạt tổ dân phố văn hóa: 9/13"}},
			"17.1.numerator=9 17.1.denominator=13 B301@A2 B301@A3"},
		{[]row{{"KẾT QUẢ NĂM 2021"}, {"Số hộ nghèo: 3"}}, "12.value=faulty B243@A1"},
		{[]row{{"KẾ HOẠCH NĂM 2022"}, {"Số hộ nghèo: 3"}}, "12.value=faulty B255@A1"},
		{[]row{{"Số hộ nghèo: khoảng 3"}}, "B220@"},
		{[]row{{"Số hộ cận nghèo: 14"}}, "B220@"},
	} {
		got := said(examplePlan(t), "phuong-bac-son", laid(c.rows))
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.rows, got, c.want)
		}
	}
	s := laid([]row{{"Phương hướng, nhiệm vụ, giải pháp thời gian tới"}, {"Số hộ nghèo: 3"}})
	if got := said(examplePlan(t), "phuong-bac-son", s); got != "" {
		t.Errorf("what is still to be done: %s", got)
	}
}

// A heading that only says what is counted, and a format that writes the whole.
func TestHeadingsAndFormatsThatSayWhatIsCounted(t *testing.T) {
	for _, c := range []struct {
		heads row
		want  string
	}{
		{row{"Chỉ tiêu", "Số hộ", "Số khẩu"}, "12.value=2"},
		{row{"Chỉ tiêu", "Hộ"}, "12.value=2"},
		{row{"Chỉ tiêu", "Số hộ", "Kế hoạch"}, "12.value=faulty B240@A1"},
		{row{"Chỉ tiêu", "Số hộ", "Số hộ"}, "12.value=faulty B240@A1"},
	} {
		if got := said(examplePlan(t), "phuong-bac-son", laid([]row{c.heads, {"Hộ nghèo", 2, 5}})); got != c.want {
			t.Errorf("%v: %s", c.heads, got)
		}
	}
	formatted := func(n, format string) workbook.Cell {
		return workbook.Cell{Kind: workbook.Number, Number: quantity.MustParse(n),
			Style: &workbook.Style{NumFmt: format}}
	}
	for format, want := range map[string]string{`0"/58"`: "1.1.numerator=48",
		`0"/40"`: "1.1.numerator=faulty B218@B2"} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {"Số tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên",
			formatted("48", format)}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
			t.Errorf("%s: %s", format, got)
		}
	}
	s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {"Số hộ nghèo", formatted("0", `0;-0;"Không còn"`)}})
	if got := said(examplePlan(t), "phuong-bac-son", s); got != "12.value=0" {
		t.Error(got)
	}
	noted := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {"Số hộ nghèo (2)", 3}})
	if got := said(examplePlan(t), "phuong-bac-son", noted); got != "12.value=3" {
		t.Error("a footnote at the label:", got)
	}
}
