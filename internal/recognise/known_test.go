package recognise

import "testing"

// What a clerk knows at once is not asked, and what only looks like it is.
func TestWhatAClerkKnowsAtOnce(t *testing.T) {
	p := examplePlan(t)
	const jobs = "Số lượt lao động được giải quyết việc làm"
	inYear := func(value any) []row { return []row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {jobs, value}} }
	money := func(head, unit string) []row {
		return []row{{"Chỉ tiêu", "ĐVT", head}, {"Tổng giá trị sản xuất năm 2022", unit, 16189780}}
	}
	for _, c := range []struct {
		name, unit string
		rows       []row
		merges     []string
		want       string
	}{
		{"powers of ten", "thong-ke", money("Thực hiện năm 2022", "10⁶đ"), nil, "4.current=16189780"},
		{"powers of ten in the heading", "thong-ke", money("Thực hiện năm 2022 (10⁶đ)", ""), nil, "4.current=16189780"},
		{"another power", "thong-ke", money("Thực hiện năm 2022", "10³đ"), nil, "4.current=16189.78 B317@C2"},
		{"square metres are no thousands", "thong-ke", money("Thực hiện năm 2022", "m²"), nil,
			"4.current=faulty B218@B2"},

		{"last year in brackets", "phuong-bac-son", inYear("352 (năm 2021: 330)"), nil, "11.1.value=352 B301@B2"},
		{"the same in words", "phuong-bac-son", inYear("352 lượt (cùng kỳ là 330 lượt)"), nil,
			"11.1.value=352 B301@B2"},
		{"this year in brackets", "phuong-bac-son", inYear("352 (năm 2022: 330)"), nil, "11.1.value=faulty B315@B2"},
		{"two years ago in brackets", "phuong-bac-son", inYear("352 (năm 2020: 330)"), nil,
			"11.1.value=faulty B315@B2"},
		{"a part in brackets", "phuong-bac-son", inYear("352 lượt (trong đó 11 tháng: 320)"), nil,
			"11.1.value=352 B301@B2"},
		{"more than the whole in brackets", "phuong-bac-son", inYear("320 lượt (trong đó 11 tháng: 352)"), nil,
			"11.1.value=faulty B315@B2"},
		{"months in brackets", "phuong-bac-son", inYear("320 (11 tháng)"), nil, "11.1.value=faulty B315@B2"},
		{"months, then the year", "phuong-bac-son", inYear("320 (cả năm: 352)"), nil, "11.1.value=faulty B315@B2"},
		{"the plan in brackets", "phuong-bac-son", inYear("352 (kế hoạch: 340)"), nil, "11.1.value=faulty B315@B2"},

		{"counts and rates", "phuong-bac-son", []row{{"Chỉ tiêu", "Thực hiện năm 2022", nil}, {nil, "Lượt", "%"},
			{jobs, 352, 103}}, []string{"A1:A2", "B1:C1"}, "11.1.value=352"},
		{"a column without a heading of its own", "phuong-bac-son", []row{{"Chỉ tiêu", "Thực hiện năm 2022", nil},
			{jobs, 352, 103}}, []string{"B1:C1"}, "11.1.value=faulty B241@A1"},
		{"a block for each year", "phuong-bac-son", []row{{"Chỉ tiêu", "ĐVT", "Thực hiện"}, {"Năm 2021"},
			{"Số hộ nghèo", "hộ", 5}, {"Năm 2022"}, {"Số hộ nghèo", "hộ", 3}}, nil, "12.value=3"},
		{"a block of last year only", "phuong-bac-son", []row{{"Chỉ tiêu", "ĐVT", "Thực hiện"}, {"Năm 2021"},
			{"Số hộ nghèo", "hộ", 5}}, nil, "12.value=faulty B243@A2"},

		{"what is counted as heading", "bao-hiem-xa-hoi", []row{{"TT", "Chỉ tiêu", "Thẻ"},
			{1, "Số người tham gia bảo hiểm y tế", 128450}}, nil, "13.numerator=128450"},
		{"households as heading", "phuong-bac-son", []row{{"TT", "Chỉ tiêu", "Hộ"}, {1, "Số hộ nghèo", 3}}, nil,
			"12.value=3"},
		{"something else as heading", "phuong-bac-son", []row{{"TT", "Chỉ tiêu", "Khẩu"}, {1, "Số hộ nghèo", 3}}, nil,
			"12.value=faulty B240@A1"},
		{"households beside the plan", "phuong-bac-son", []row{{"TT", "Chỉ tiêu", "Kế hoạch", "Hộ"},
			{1, "Số hộ nghèo", 3, 4}}, nil, "12.value=faulty B240@A1"},
		{"households of last year", "phuong-bac-son", []row{{"HỘ NGHÈO NĂM 2021"}, {"TT", "Chỉ tiêu", "Hộ"},
			{1, "Số hộ nghèo", 3}}, nil, "12.value=faulty B243@A1"},

		{"before the year is over", "phuong-bac-son", []row{{"Chỉ tiêu", "Thực hiện đến 15/12/2022"},
			{"Số hộ nghèo", 3}}, nil, "12.value=faulty B240@A1"},

		{"party members by their letters", "ban-to-chuc",
			[]row{{"Chỉ tiêu", "ĐVT", "SL"}, {"Kết nạp ĐV mới", "ĐV", 127}},
			nil, "2.value=127"},
		{"services by theirs", "ban-to-chuc", []row{{"Chỉ tiêu", "ĐVT", "SL"}, {"Kết nạp DV mới", "đ/c", 127}},
			nil, "B220@"},
		{"TS for the total", "phuong-bac-son", []row{{"Chỉ tiêu", "ĐVT", "TH"}, {"TS TDP", "TDP", 18}}, nil,
			"17.1.denominator=18"},
		{"the draft budget beside the result", "phuong-bac-son",
			[]row{{"Chỉ tiêu", "ĐVT", "DT năm 2022", "TH năm 2022"},
				{"Số hộ nghèo", "hộ", 4, 3}}, nil, "12.value=3"},
	} {
		if got := said(p, c.unit, laid(c.rows, c.merges...)); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// Where the resolution says that growth is at comparable prices, their column is
// the one; where it does not, both are asked about.
func TestThePricesThatTheResolutionNames(t *testing.T) {
	for _, c := range []struct{ basis, other, want string }{
		{"theo giá so sánh 2010", "Giá hiện hành", "4.current=117 4.previous=100"},
		{"", "Giá hiện hành", "4.current=faulty B241@A1"},
		{"theo giá hiện hành", "Giá hiện hành", "4.current=faulty B241@A1"},
		{"theo giá so sánh 2010", "Giá bán", "4.current=117 4.previous=100"},
	} {
		p := examplePlan(t)
		p.Measure("4").Basis = c.basis
		p.Index()
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2021", nil, "Thực hiện năm 2022", nil},
			{nil, nil, "Giá so sánh 2010", c.other, "Giá so sánh 2010", c.other},
			{"Tổng giá trị sản xuất", "triệu đồng", 100, 150, 117, 170}}, "A1:A2", "B1:B2", "C1:D1", "E1:F1")
		if got := said(p, "thong-ke", s); got != c.want {
			t.Errorf("%q, %s: %s, want %s", c.basis, c.other, got, c.want)
		}
	}
}
