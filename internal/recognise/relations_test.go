package recognise

import (
	"slices"
	"strings"
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

// related is a table of which each figure is told twice, by words that say how.
type related struct {
	name, unit string
	rows       []row
	want       string
}

func checkRelated(t *testing.T, all []related) {
	t.Helper()
	for _, c := range all {
		var got []string // but for what is said of the rows that nobody asks for
		for part := range strings.SplitSeq(said(examplePlan(t), c.unit, laid(c.rows)), " ") {
			code, _, _ := strings.Cut(part, "@")
			if !slices.Contains([]string{"B221", "B244", "B246", "B317"}, code) {
				got = append(got, part)
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A column that sets a figure beside the plan or last year agrees with it in any habit of
// rounding; one that cannot is asked about.
func TestAComparisonBesideAFigure(t *testing.T) {
	dec := quantity.MustParse
	percent := func(n string) workbook.Cell {
		return workbook.Cell{Kind: workbook.Number, Number: dec(n), Style: &workbook.Style{IsPercent: true,
			NumFmt: "0.0%"}}
	}
	plan := func(head string, value, of any) []row {
		return []row{{"TT", "Chỉ tiêu", "ĐVT", "Kế hoạch 2022", "Thực hiện 2022", head}, {1, jobs, "lượt", 340,
			value, of}}
	}
	last := func(head string, value, of any) []row {
		return []row{{"Chỉ tiêu", "Năm 2021", "Năm 2022", head}, {jobs, 338, value, of}}
	}
	const right = "11.1.value=352"
	const wrong = "11.1.value=faulty B267@"
	var all []related
	for _, c := range []struct {
		head string
		of   any
		want string
	}{
		{"TH/KH (%)", dec("103.5"), right},
		{"TH/KH (%)", 104, right},
		{"TH/KH (%)", 103, right}, // cut off
		{"Tỷ lệ hoàn thành", "103,5%", right},
		{"% so với kế hoạch", percent("1.035294"), right},
		{"So với KH", dec("1.04"), right},
		{"So với KH", 12, right},
		{"Chênh lệch", "+12", right},
		{"Vượt kế hoạch (%)", dec("3.5"), right},
		{"Mức độ hoàn thành KH", "Vượt 3,5%", right},
		{"TH/KH (%)", "-", right},
		{"TH/KH (%)", nil, right},
		{"TH/KH (%)", "Đạt", right},
		{"Kinh phí so với dự toán (%)", 80, right}, // of money
		{"Tỷ lệ nữ (%)", 44, right},                // of some
		{"TH/KH (%)", dec("96.4"), wrong + "E2"},
		{"Tỷ lệ hoàn thành", "113,5%", wrong + "E2"},
		{"So với KH", dec("0.94"), wrong + "E2"},
		{"Chênh lệch", -21, wrong + "E2"},
		{"Chênh lệch so với kế hoạch", 21, wrong + "E2"},
		{"% hoàn thành kế hoạch", percent("1.235"), wrong + "E2"},
	} {
		all = append(all, related{"plan " + c.head, "phuong-bac-son", plan(c.head, 352, c.of), c.want})
	}
	for _, c := range []struct {
		head string
		of   any
		want string
	}{
		{"Tốc độ tăng (%)", dec("4.1"), right},
		{"Tốc độ tăng (%)", dec("104.1"), right}, // an index
		{"So với cùng kỳ (%)", 104, right},
		{"Tăng, giảm", 14, right},
		{"Tăng (+), giảm (-) so với 2021", "+14", right},
		{"So sánh", "tăng 14", right},
		{"So sánh 2022/2021 (%)", dec("104.14"), right},
		{"Tăng, giảm", 41, wrong + "C2"},
		{"So với năm trước (%)", dec("140.1"), wrong + "C2"},
		{"Tốc độ tăng (%)", "14,1%", wrong + "C2"},
	} {
		all = append(all, related{"last " + c.head, "phuong-bac-son", last(c.head, 352, c.of), c.want})
	}
	checkRelated(t, append(all,
		related{"of other months", "phuong-bac-son", []row{
			{"Chỉ tiêu", "Kế hoạch 2022", "TH 6 tháng", "TH cả năm 2022", "TH/KH (%)"}, {jobs, 340, 180, 352,
				dec("52.9")}},
			right},
		related{"both", "phuong-bac-son", []row{
			{"Chỉ tiêu", "TH 2021", "KH 2022", "TH 2022", "So với TH 2021 (%)", "So với KH (%)"},
			{jobs, 338, 340, 352, dec("104.1"), dec("103.5")}}, right},
		related{"one of both", "phuong-bac-son", []row{
			{"Chỉ tiêu", "TH 2021", "KH 2022", "TH 2022", "So với TH 2021 (%)", "So với KH (%)"},
			{jobs, 338, 340, 325, dec("104.1"), dec("103.5")}}, wrong + "D2"},
		related{"one number in all rows", "phuong-bac-son", []row{
			{"Chỉ tiêu", "KH 2022", "TH 2022", "So với KH (%)"}, {jobs, 340, 352, dec("104")}, {houses, 1500, 1893,
				104},
			{"Tổng số tổ dân phố", 15, 18, 104}}, "11.1.value=352 17.1.denominator=18 17.2.denominator=1893"},
		related{"one number in both rows", "phuong-bac-son", []row{{"Chỉ tiêu", "Năm 2021", "Năm 2022", "Chênh lệch"},
			{jobs, 338, 352, 3}, {"Tổng số tổ dân phố", 15, 18, 3}}, "11.1.value=352 17.1.denominator=18"},
		related{"one of three", "phuong-bac-son", []row{
			{"Chỉ tiêu", "KH 2022", "TH 2022", "So với KH (%)"}, {jobs, 340, 325, dec("103.5")}, {houses, 1890, 1893,
				100},
			{"Tổng số tổ dân phố", 15, 18, 120}},
			"11.1.value=faulty 17.1.denominator=18 17.2.denominator=1893 B267@C2"},
		related{"of a few more", "phuong-bac-son", []row{{"Chỉ tiêu", "KH 2022", "TH 2022", "So với KH (%)"},
			{houses, 1890, 1900, 100}, {"Tổng số tổ dân phố", 17, 18, dec("103.1")}},
			"17.1.denominator=18 17.2.denominator=1900"},
		related{"money, rounded", "kinh-te", []row{{"Đơn vị: tỷ đồng"},
			{"Chỉ tiêu", "Thực hiện 2021", "Thực hiện 2022", "Tốc độ tăng (%)"},
			{"Giá trị sản xuất nông, lâm, thủy sản", dec("13.1"), dec("13.6"), dec("3.59")}},
			"4.3.current=13600 4.3.previous=13100"},
		related{"money", "kinh-te", []row{{"Đơn vị: triệu đồng"},
			{"Chỉ tiêu", "Thực hiện 2021", "Thực hiện 2022", "Tốc độ tăng (%)"},
			{"Giá trị sản xuất nông, lâm, thủy sản", 131000, 153700, dec("3.59")}},
			"4.3.current=faulty 4.3.previous=faulty B267@C3"},
		related{"not met, it says", "ban-to-chuc", []row{{"Nội dung", "Kế hoạch", "Thực hiện", "Đánh giá"},
			{joined, 125, 128, "Không đạt"}}, "2.value=faulty B267@C2"},
		related{"met", "ban-to-chuc", []row{{"Nội dung", "Kế hoạch", "Thực hiện", "Đánh giá"},
			{joined, 125, 128, "Đạt"}}, "2.value=128"},
		related{"passed, it says", "ban-to-chuc", []row{{"Nội dung", "Kế hoạch", "Thực hiện", "Đánh giá"},
			{joined, 128, 125, "Vượt"}}, "2.value=faulty B267@C2"},
	))
}

// Shares of a whole that stand beside their figures, and rates below the counts.
func TestAShareOrRateOfFigures(t *testing.T) {
	dec := quantity.MustParse
	const industry = "Giá trị ngành công nghiệp, xây dựng trong cơ cấu kinh tế"
	const trade = "Giá trị ngành thương mại, dịch vụ trong cơ cấu kinh tế"
	const farming = "Giá trị ngành nông nghiệp trong cơ cấu kinh tế"
	shares := func(first int, share string) []row {
		return []row{{"Chỉ tiêu", "Giá trị (triệu đồng)", "Tỷ trọng (%)"}, {industry, first, dec(share)},
			{trade, 11460000, dec("53.7")}, {farming, 90000, dec("0.4")}, {"Tổng", 21350000, 100}}
	}
	rates := func(part int, more ...row) []row {
		return append([]row{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện"}, {1, "Tổng số tổ dân phố", "tổ", 18},
			{2, "Số tổ dân phố đạt tổ dân phố văn hóa", "tổ", part}}, more...)
	}
	const ok = "17.1.numerator=16 17.1.denominator=18"
	const asked = "17.1.numerator=faulty 17.1.denominator=faulty "
	checkRelated(t, []related{
		{"shares", "thong-ke", shares(9800000, "45.9"), "5.1.value=9800000 5.2.value=11460000 5.3.value=90000"},
		{"a share that is another's", "thong-ke", shares(8900000, "45.9"),
			"5.1.value=faulty 5.2.value=11460000 5.3.value=90000 B267@B2"},
		{"a rate, rounded", "phuong-bac-son", rates(16, row{3, "Tỷ lệ tổ dân phố văn hóa", "%", 89}), ok},
		{"a rate that is another's", "phuong-bac-son", rates(12, row{3, "Tỷ lệ tổ dân phố văn hóa", "%", dec("88.9")}),
			asked + "B267@D3"},
		{"a rate of its own", "phuong-bac-son", rates(16, row{3, "Tỷ lệ", "%", dec("88.9")}), ok},
		{"a rate of something else", "phuong-bac-son", rates(16, row{3, "Tỷ lệ hộ nghèo", "%", dec("0.1")}), ok},
		{"those that did not", "phuong-bac-son", rates(16, row{3, "Số tổ dân phố không đạt", "tổ", 2}), ok},
		{"those that did not, too many", "phuong-bac-son", rates(16, row{3, "Số tổ dân phố không đạt", "tổ", 12}),
			asked + "B268@D3"},
		{"others that did not", "phuong-bac-son", rates(16, row{3, "Số hộ chưa được cấp nước", "hộ", 12}), ok},
		{"levels", "ban-to-chuc", []row{{"TT", "Nội dung", "Số lượng", "Tỷ lệ (%)"},
			{1, "Số TCCSĐ được đánh giá, xếp loại", 58, 100}, {2, "Số TCCSĐ hoàn thành tốt nhiệm vụ trở lên", 52,
				dec("89.7")},
			{3, "Số TCCSĐ không hoàn thành nhiệm vụ", 6, dec("10.3")}}, "1.1.numerator=52 1.1.denominator=58"},
		{"levels of which one is not the rest", "ban-to-chuc", []row{{"TT", "Nội dung", "Số lượng"},
			{1, "Số đảng viên được đánh giá, xếp loại", 6205}, {2, "Số đảng viên hoàn thành tốt nhiệm vụ trở lên",
				5512},
			{3, "Số đảng viên không hoàn thành nhiệm vụ", 38}}, "1.3.numerator=5512 1.3.denominator=6205"},
		{"levels, digits exchanged", "ban-to-chuc", []row{{"TT", "Nội dung", "Số lượng", "Tỷ lệ (%)"},
			{1, "Số TCCSĐ được đánh giá, xếp loại", 58, 100}, {2, "Số TCCSĐ hoàn thành tốt nhiệm vụ trở lên", 25,
				dec("89.7")},
			{3, "Số TCCSĐ không hoàn thành nhiệm vụ", 6, dec("10.3")}},
			"1.1.numerator=faulty 1.1.denominator=58 B267@C3"},
	})
}

// In a table of units the columns of a row are held against each other in the same way.
func TestARateInTheRowOfAUnit(t *testing.T) {
	dec := quantity.MustParse
	heads := row{"TT", "Tổ dân phố", "Tổng số hộ gia đình", "Số hộ gia đình được công nhận gia đình văn hóa",
		"Tỷ lệ (%)"}
	hamlets := func(part int, rate any) []row {
		return []row{heads, {1, "Tổ 1", 900, 800, dec("88.9")}, {2, "Tổ 2", 993, part - 800, nil},
			{nil, "Tổng cộng", 1893, part, rate}}
	}
	checkRelated(t, []related{
		{"a rate", "phuong-bac-son", hamlets(1760, dec("92.97")), "17.2.numerator=1760 17.2.denominator=1893"},
		{"rounded", "phuong-bac-son", hamlets(1760, 93), "17.2.numerator=1760 17.2.denominator=1893"},
		{"none", "phuong-bac-son", hamlets(1760, nil), "17.2.numerator=1760 17.2.denominator=1893"},
		{"another's", "phuong-bac-son", hamlets(1670, dec("92.97")),
			"17.2.numerator=faulty 17.2.denominator=faulty B267@D4"},
	})
}

// Parts below a figure come to no more than it, and to it where they are all of its kinds.
func TestPartsBelowAFigure(t *testing.T) {
	const schools = "Số trường được công nhận đạt chuẩn quốc gia trong năm"
	const firms = "Số doanh nghiệp đang hoạt động có đến cuối năm"
	heads := row{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện"}
	checkRelated(t, []related{
		{"kinds", "giao-duc", []row{heads, {1, schools, "trường", 3}, {"-", "Mầm non", "trường", 1},
			{"-", "Tiểu học", "trường", 1}, {"-", "THCS", "trường", 1}}, "10.value=3"},
		{"kinds that are fewer", "giao-duc", []row{heads, {1, schools, "trường", 3}, {"-", "Mầm non", "trường", 1},
			{"-", "Tiểu học", "trường", 1}, {"-", "THCS", "trường", 0}}, "10.value=faulty B268@D2"},
		{"of which some", "chi-cuc-thue", []row{heads, {1, firms, "DN", 1126}, {nil, "Trong đó: công ty TNHH", "DN",
			702},
			{nil, "Công ty cổ phần", "DN", 298}}, "7.value=1126"},
		{"of which more than all", "chi-cuc-thue", []row{heads, {1, firms, "DN", 1126},
			{"1.1", "Trong đó: công ty TNHH", "DN", 702}, {"1.2", "Công ty cổ phần", "DN", 398},
			{"1.3", "Doanh nghiệp tư nhân", "DN", 61}}, "7.value=faulty B268@D2"},
		{"of which the same people", "ban-to-chuc", []row{heads, {1, joined, "đảng viên", 127},
			{nil, "Trong đó: nữ", "đảng viên", 60}, {nil, "Đoàn viên", "đảng viên", 90}}, "2.value=127"},
		{"men and women", "ban-to-chuc", []row{heads, {1, joined, "đảng viên", 127}, {"-", "Nam", "đảng viên", 67},
			{"-", "Nữ", "đảng viên", 60}}, "2.value=127"},
		{"men and women who are fewer", "ban-to-chuc", []row{heads, {1, joined, "đảng viên", 127},
			{"-", "Nam", "đảng viên", 67}, {"-", "Nữ", "đảng viên", 51}}, "2.value=faulty B268@D2"},
		{"divided", "bao-hiem-xa-hoi", []row{heads, {1, "Số người tham gia bảo hiểm y tế", "người", 110020},
			{nil, "Chia ra: bắt buộc", "người", 73490}, {nil, "Hộ gia đình", "người", 36530}}, "13.numerator=110020"},
		{"divided, not all", "bao-hiem-xa-hoi", []row{heads, {1, "Số người tham gia bảo hiểm y tế", "người", 110020},
			{nil, "Chia ra: bắt buộc", "người", 73490}, {nil, "Hộ gia đình", "người", 35630}},
			"13.numerator=faulty B268@D2"},
		{"divided twice", "bao-hiem-xa-hoi", []row{heads, {1, "Dân số thường trú của quận", "người", 118900},
			{nil, "Chia ra: nam", "người", 58000}, {nil, "nữ", "người", 60900}, {nil, "thành thị", "người", 118000},
			{nil, "nông thôn", "người", 900}}, "13.denominator=118900"},
		{"items of no known kind", "phuong-bac-son", []row{heads, {1, jobs, "lượt", 352}, {"-", "Vay vốn", "lượt", 40},
			{"-", "Xuất khẩu lao động", "lượt", 12}}, "11.1.value=352"},
		{"suppliers", "quan-ly-do-thi", []row{heads, {1, "Số hộ dân sử dụng nước sạch theo tiêu chuẩn", "hộ", 32787},
			{nil, "- Công ty CP Cấp nước", "hộ", 30100}, {nil, "- Trạm Phù Liễn", "hộ", 2600}},
			"14.numerator=faulty B268@D2"},
	})
}

// What there was, what came and what went come to what there is.
func TestWhatThereWasAndWhatThereIs(t *testing.T) {
	firms := func(last int) []row {
		return []row{{"Chỉ tiêu", "Có đầu năm", "Tăng trong năm", "Giảm trong năm", "Có đến cuối năm 2022"},
			{"Số doanh nghiệp đang hoạt động", 1058, 156, 88, last}}
	}
	poorer := func(last int) []row {
		return []row{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện"}, {1, "Số hộ nghèo đầu năm", "hộ", 12},
			{2, "Số hộ thoát nghèo", "hộ", 10}, {3, "Số hộ nghèo phát sinh mới", "hộ", 1}, {4, poor, "hộ", last}}
	}
	checkRelated(t, []related{
		{"firms", "chi-cuc-thue", firms(1126), "7.value=1126"},
		{"firms, digits exchanged", "chi-cuc-thue", firms(1216), "7.value=faulty B268@E2"},
		{"a column of no known kind", "chi-cuc-thue", []row{
			{"Chỉ tiêu", "Có đầu năm", "Tăng trong năm", "Giảm trong năm", "Chuyển đổi", "Có đến cuối năm 2022"},
			{"Số doanh nghiệp đang hoạt động", 1058, 156, 88, 5, 1131}}, "7.value=1131"},
		{"households", "phuong-bac-son", poorer(3), "12.value=3"},
		{"households that are too many", "phuong-bac-son", poorer(13), "12.value=faulty B268@D5"},
	})
}

// Rows below a figure may take it back.
func TestRowsBelowThatCorrectAFigure(t *testing.T) {
	below := func(value int, more ...row) []row {
		return append([]row{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện"}, {1, jobs, "lượt", value}}, more...)
	}
	checkRelated(t, []related{
		{"women", "phuong-bac-son", below(352, row{nil, "Trong đó: nữ", "lượt", 150}), "11.1.value=352"},
		{"twice counted", "phuong-bac-son", below(352, row{nil, "Trừ: lượt trùng", "lượt", -27},
			row{nil, "Còn lại", "lượt", 325}), "11.1.value=faulty B285@D2"},
		{"not confirmed", "phuong-bac-son", below(352, row{nil, "Trong đó chưa được xác nhận", "lượt", 41}),
			"11.1.value=faulty B285@D2"},
		{"of last year", "phuong-bac-son", below(352, row{nil, "Trong đó: thực hiện từ năm 2021", "lượt", 41}),
			"11.1.value=faulty B285@D2"},
		{"the result below", "phuong-bac-son", below(340, row{nil, "Đã thực hiện", "lượt", 352}),
			"11.1.value=faulty B285@D2"},
		{"households since last year", "phuong-bac-son", []row{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện"},
			{1, poor, "hộ", 3}, {nil, "Trong đó: hộ nghèo từ năm 2021", "hộ", 2}}, "12.value=3"},
	})
}

// A total leaves out no place, counts none twice, and is no sum of what stands at the end
// of each quarter.
func TestATotalOfAllPlaces(t *testing.T) {
	heads := row{"TT", "Phường", workers, trained}
	places := []string{"Bắc Sơn", "Đồng Hòa", "Lãm Hà", "Nam Sơn", "Ngọc Sơn", "Phù Liễn", "Quán Trữ", "Tràng Minh",
		"Trần Thành Ngọ", "Văn Đẩu"}
	wards := func(n int) []row {
		all := []row{heads}
		for i, p := range places[:n] {
			all = append(all, row{i + 1, p, 6000, 5500})
		}
		return append(all, row{nil, "Tổng cộng", 6000 * n, 5500 * n})
	}
	blank := wards(10)
	blank[4] = row{4, "Nam Sơn", 6000}
	blank[11] = row{nil, "Tổng cộng", 60000, 49500}
	clusters := []row{heads, {1, "Bắc Sơn", 6000, 5500}, {2, "Đồng Hòa", 6000, 5500}, {nil, "Cộng cụm 1", 12000, 11000},
		{3, "Lãm Hà", 6000, 5500}, {4, "Nam Sơn", 6000, 5500}, {nil, "Cộng cụm 2", 12000, 11000}}
	quarters := row{"Chỉ tiêu", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"}
	checkRelated(t, []related{
		{"all", "lao-dong", wards(10), "11.2.numerator=55000 11.2.denominator=60000"},
		{"nine of ten", "lao-dong", wards(9), "11.2.numerator=faulty 11.2.denominator=faulty B269@D11"},
		{"a list of some", "lao-dong", wards(4), "11.2.numerator=22000 11.2.denominator=24000"},
		{"a blank among them", "lao-dong", blank, "11.2.numerator=faulty 11.2.denominator=60000 B269@D12"},
		{"clusters", "lao-dong", append(clusters[:7:7], row{nil, "Tổng cộng", 24000, 22000}),
			"11.2.numerator=22000 11.2.denominator=24000"},
		{"clusters counted twice", "lao-dong", append(clusters[:7:7], row{nil, "Tổng cộng", 48000, 22000}),
			"11.2.numerator=22000 11.2.denominator=faulty B290@C8"},
		{"a quarter that others fill", "phuong-bac-son", []row{quarters, {jobs, 80, 95, 101, nil, 276},
			{houses, 1850, 1870, 1880, 1893, 1893}}, "11.1.value=faulty 17.2.denominator=1893 B284@F2"},
		{"poor households of all quarters", "phuong-bac-son", []row{quarters, {poor, 2, 2, 1, 1, 6}},
			"12.value=faulty B286@F2"},
		{"poor households at the end", "phuong-bac-son", []row{quarters, {poor, 2, 2, 1, 1, 1}}, "12.value=1"},
	})
}
