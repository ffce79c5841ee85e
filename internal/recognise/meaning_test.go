package recognise

import (
	"strings"
	"testing"

	"baocao/internal/workbook"
)

// said1 is what a one-row table says, without the places of problems.
func said1(t *testing.T, unit, label, measured string, value any) string {
	t.Helper()
	p := examplePlan(t)
	got := said(p, unit, laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {label, measured, value}}))
	at, _, _ := strings.Cut(got, "@")
	return at
}

// What a clerk knows at once is taken in whatever words; what only sounds like
// it is not.
func TestWhatALabelMeans(t *testing.T) {
	for _, c := range []struct{ unit, label, measured, want string }{
		// the same in other words
		{"ban-to-chuc", "Số đảng viên mới kết nạp", "đảng viên", "2.value=48"},
		{"ban-to-chuc", "1. Kết nạp đảng viên mới", "đảng viên", "2.value=48"},
		{"ban-to-chuc", "Tổng số TCCSĐ được đánh giá, xếp loại", "tổ chức", "1.1.denominator=48"},
		{"ban-to-chuc", "a) TCCSĐ HTTNV trở lên", "tổ chức", "1.1.numerator=48"},
		{"ban-to-chuc", "Kết nạp", "đảng viên", "2.value=48"},
		{"phuong-bac-son", "- Số hộ nghèo cuối năm", "hộ", "12.value=48"},
		{"phuong-bac-son", "Số LĐ được GQVL", "lượt lao động", "11.1.value=48"},
		{"phuong-bac-son", "Số hộ đạt danh hiệu GĐVH (hộ)", "", "17.2.numerator=48"},
		{"phuong-bac-son", "Tổng số hộ trên địa bàn phường", "hộ", "17.2.denominator=48"},
		{"chi-cuc-thue", "Số DN đang hoạt động đến 31/12/2022", "doanh nghiệp", "7.value=48 B340"},
		{"giao-duc", "Số trường được công nhận đạt chuẩn quốc gia mới", "trường", "10.value=48 B340"},
		{"ban-to-chuc", "Kết nạp 125 - 130 đảng viên", "đảng viên", "2.value=48"},
		// other things
		{"ban-to-chuc", "Số đảng viên hoàn thành tốt nhiệm vụ", "đảng viên", "B244"},
		{"ban-to-chuc", "Số đảng viên được kết nạp lại", "đảng viên", "B244"},
		{"ban-to-chuc", "Hoàn thành tốt nhiệm vụ trở lên", "tổ chức", "B244"},
		{"phuong-bac-son", "Số hộ cận nghèo cuối năm", "hộ", "B244"},
		{"phuong-bac-son", "Số hộ nghèo đầu năm", "hộ", "B244"},
		{"phuong-bac-son", "Số hộ tái nghèo cuối năm", "hộ", "B244"},
		{"phuong-bac-son", "Số hộ nghèo tại phường cuối năm", "hộ", "12.value=48"},
		{"phuong-bac-son", "Số hộ đăng ký gia đình văn hóa", "hộ", "B244"},
		{"phuong-bac-son", "Số lao động nam được giải quyết việc làm", "lượt lao động", "B244"},
		{"chi-cuc-thue", "Số doanh nghiệp không hoạt động", "doanh nghiệp", "B244"},
		{"giao-duc", "Số trường học đạt chuẩn quốc gia", "trường", "B244"},
		{"giao-duc", "Tổng số trường được công nhận đạt chuẩn quốc gia", "trường", "B244"},
		// rates
		{"ban-to-chuc", "Đảng viên hoàn thành tốt nhiệm vụ trở lên (%)", "", "B246"},
		{"ban-to-chuc", "Đảng viên hoàn thành tốt nhiệm vụ trở lên", "", "B246"},
		{"ban-to-chuc", "Đảng viên hoàn thành tốt nhiệm vụ trở lên", "đảng viên", "1.3.numerator=48"},
		{"ban-to-chuc", "Số đảng viên hoàn thành tốt nhiệm vụ trở lên", "", "1.3.numerator=48"},
	} {
		if got := said1(t, c.unit, c.label, c.measured, 48); got != c.want {
			t.Errorf("%s: %q (%s): %s, want %s", c.unit, c.label, c.measured, got, c.want)
		}
	}
}

// A table's own numbering is no measure's.
func TestANumberDoesNotMakeALabel(t *testing.T) {
	p := examplePlan(t)
	for _, label := range []string{"Số hộ", "Hộ dân"} {
		got := said(p, "phuong-bac-son", laid([]row{{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
			{12, label, "hộ", 2345}}))
		if strings.Contains(got, "12.value=2345") {
			t.Errorf("%q: %s", label, got)
		}
	}
}

// What a row stands below belongs to its meaning.
func TestWhatARowStandsBelow(t *testing.T) {
	p := examplePlan(t)
	heads := row{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}
	for _, c := range []struct {
		name, unit string
		rows       []row
		want       string
	}{
		{"blocks", "ban-to-chuc", []row{
			{"I", "TỔ CHỨC CƠ SỞ ĐẢNG"},
			{1, "Tổng số được đánh giá, xếp loại", "tổ chức", 58},
			{2, "Hoàn thành tốt nhiệm vụ trở lên", "tổ chức", 48},
			{"II", "ĐẢNG VIÊN"},
			{1, "Tổng số được đánh giá, xếp loại", nil, 6120},
			{2, "Hoàn thành tốt nhiệm vụ trở lên", nil, 5310},
		}, "1.1.numerator=48 1.1.denominator=58 1.3.numerator=5310 1.3.denominator=6120"},
		{"a part of its row", "ban-to-chuc", []row{{1, "TCCSĐ được đánh giá, xếp loại", "tổ chức", 58},
			{nil, "Trong đó: hoàn thành xuất sắc nhiệm vụ", "tổ chức", 9}}, "1.1.denominator=58 1.2.numerator=9"},
		{"a part of another row", "phuong-bac-son", []row{{1, "Lao động nữ", "lượt lao động", 500},
			{nil, "Trong đó: Số lượt lao động được giải quyết việc làm", "lượt lao động", 352}}, "B244"},
		{"wrapped over two rows", "phuong-bac-son", []row{{1, "Số lượt lao động được giải quyết"},
			{nil, "việc làm trong năm 2022", "lượt lao động", 352}}, "11.1.value=352"},
		{"a block of another year", "phuong-bac-son", []row{{"A", "NĂM 2021"},
			{1, "Số hộ nghèo cuối năm", "hộ", 15}}, "12.value=15"}, // the heading names this year
	} {
		got := said(p, c.unit, laid(append([]row{heads}, c.rows...)))
		if at := strings.Index(got, " B"); at >= 0 || strings.HasPrefix(got, "B") {
			got = strings.TrimPrefix(got[max(at, 0):], " ")
			got, _, _ = strings.Cut(got, "@")
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A label wrapped within its cell is read whole; so is one in two columns, and
// tables side by side have labels of their own.
func TestLabelsOfSeveralCells(t *testing.T) {
	p := examplePlan(t)
	got := said1(t, "chi-cuc-thue", "Số doanh nghiệp đang hoạt động\nthành lập trong năm", "doanh nghiệp", 125)
	if got != "B244" {
		t.Error("wrapped:", got)
	}
	s := laid([]row{{"TT", "Chỉ tiêu", nil, "ĐVT", "Thực hiện năm 2022"}, {1, "Lao động", "Tổng số", "lao động", 679},
		{nil, nil, "Đã qua đào tạo", "lao động", 621}})
	s.Merges = []workbook.Range{{Row: 1, Col: 2, LastRow: 1, LastCol: 3}, {Row: 2, Col: 2, LastRow: 3, LastCol: 2}}
	if got := said(p, "lao-dong", s); got != "11.2.numerator=621 11.2.denominator=679" {
		t.Error("two columns:", got)
	}
	s = laid([]row{
		{"Chỉ tiêu", "Kế hoạch năm 2022", nil, "Chỉ tiêu", "Thực hiện năm 2022"},
		{"Số hộ nghèo cuối năm", 10, nil, "Số LĐ được GQVL", 352},
		{"Số LĐ được GQVL", 340, nil, "Số hộ nghèo cuối năm", 8},
	})
	if got := said(p, "phuong-bac-son", s); got != "11.1.value=352 12.value=8" {
		t.Error("side by side:", got)
	}
}

// A cell merged over the rows of two labels is asked about in both.
func TestAFigureMergedOverRows(t *testing.T) {
	p := examplePlan(t)
	rows := []row{
		{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
		{"Số hộ nghèo cuối năm", "hộ", 95},
		{"Tổng số hộ gia đình", "hộ"},
	}
	s := laid(rows)
	s.Merges = []workbook.Range{{Row: 2, Col: 3, LastRow: 3, LastCol: 3}}
	if got := said(p, "phuong-bac-son", s); got != "12.value=faulty 17.2.denominator=faulty B256@C2" {
		t.Error(got)
	}
	s = laid(rows[:2]) // nothing stands in the rows below
	s.Merges = []workbook.Range{{Row: 2, Col: 3, LastRow: 3, LastCol: 3}}
	if got := said(p, "phuong-bac-son", s); got != "12.value=95" {
		t.Error(got)
	}
}

// A remark that takes a figure back makes it a question; others do not.
func TestRemarksThatDenyAFigure(t *testing.T) {
	for remark, denies := range map[string]bool{
		"Đính chính: số đúng là 1.903": true, "số liệu năm 2021": true, "chưa chốt": true, "số tạm tính": true,
		"chờ xác nhận": true, "đề nghị kiểm tra lại": true, "số ước": true, "lấy số năm ngoái": true,
		"Theo Quyết định số 3125/QĐ-UBND ngày 12/10/2021": false, "tăng 06 đảng viên so với năm 2021": false,
		"Đạt 103,5% chỉ tiêu giao": false, "bao gồm cả 12 lao động xuất khẩu": false, "số liệu năm 2022": false,
		"": false,
	} {
		p := examplePlan(t)
		want := "2.value=127"
		if denies {
			want = "2.value=faulty B257@B2"
		}
		if got := said(p, "ban-to-chuc", laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"},
			{joined, 127, remark}})); got != want {
			t.Errorf("%q: %s", remark, got)
		}
	}
	p := examplePlan(t)
	for under, want := range map[string]string{
		"Ghi chú: số kết nạp đảng viên là số tạm tính": "2.value=faulty 3.value=1 B257@B2",
		"* Số liệu trên chưa chốt":                     "2.value=faulty 3.value=faulty B257@B2 B257@B3",
		"Nguồn: Ban Tổ chức":                           "2.value=127 3.value=1",
		"Hạn chế: chưa đầy đủ":                         "2.value=127 3.value=1",
	} {
		if got := said(p, "ban-to-chuc", laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127},
			{"Số tổ chức đảng thành lập mới trong năm", 1}, nil, {under}})); got != want {
			t.Errorf("%q: %s, want %s", under, got, want)
		}
	}
}

// A title names who sends, not who asked, nor what it is about.
func TestWhoseATitleIs(t *testing.T) {
	n := newNames(examplePlan(t))
	for title, want := range map[string]string{
		"Thực hiện Công văn số 12 của Ban Tổ chức Quận ủy, báo cáo kết quả năm 2022": "",
		"Thực hiện Công văn số 12 của Ban Tổ chức Quận ủy, Phòng Kinh tế báo cáo":    "kinh-te",
		"KẾT QUẢ NĂM 2022 (giáp ranh phường Nam Sơn)":                                "",
		"BÁO CÁO KINH TẾ": "", "PHÒNG KINH TẾ": "kinh-te",
		"UBND P. QUÁN TRỮ": "phuong-quan-tru", "P.Nam Sơn": "phuong-nam-son", "PHƯỜNG NAM SƠN": "phuong-nam-son",
	} {
		var got []string
		for _, part := range withoutCitations(title) {
			got = append(got, n.in(part, true)...)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", title, got, want)
		}
	}
	got := n.in("12.2022 - bao cao chi tieu - P. Lam Ha (gui VPQU) - Copy (2)", false)
	if len(got) != 1 || got[0] != "phuong-lam-ha" {
		t.Error(got)
	}
}
