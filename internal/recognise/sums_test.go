package recognise

import (
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

const (
	workers = "Tổng số lao động"
	trained = "Số lao động đã qua đào tạo"
)

// A total that is not what its rows or columns come to is asked about, both numbers
// named; what rounding makes, and a list that is only a part, is left alone.
func TestATotalIsTheSumOfItsRows(t *testing.T) {
	dec := quantity.MustParse
	heads := row{"TT", "Phường", workers, trained}
	wards := func(total ...any) []row {
		return []row{heads, {1, "Bắc Sơn", 6000, 5500}, {2, "Văn Đẩu", 7000, 6300}, {3, "Phù Liễn", 8000, 7300},
			append(row{nil}, total...)}
	}
	money := func(total any) []row {
		return []row{{"ĐVT: tỷ đồng"}, {"Phường", "Tổng giá trị sản xuất năm 2022"}, {"Bắc Sơn", dec("812.4")},
			{"Văn Đẩu", dec("1200.3")}, {"Phù Liễn", dec("1100.4")}, {"Tổng cộng", total}}
	}
	for _, c := range []struct {
		name, unit string
		rows       []row
		want       string
	}{
		{"the sum", "lao-dong", wards("Tổng cộng", 21000, 19100),
			"11.2.numerator=19100 11.2.denominator=21000"},
		{"two digits changed places", "lao-dong", wards("Tổng cộng", 21000, 19010),
			"11.2.numerator=faulty 11.2.denominator=21000 B290@D5"},
		{"more than is listed", "lao-dong", wards("Tổng cộng", 25000, 19100),
			"11.2.numerator=19100 11.2.denominator=faulty B290@C5"},
		{"a list of some", "lao-dong", []row{heads, {nil, "Toàn quận, trong đó:", 25000, 19100},
			{1, "Bắc Sơn", 6000, 5500}, {2, "Văn Đẩu", 7000, 6300}}, "11.2.numerator=19100 11.2.denominator=25000"},
		{"some that are more than all", "lao-dong", []row{heads, {nil, "Toàn quận, trong đó:", 12500, 11800},
			{1, "Bắc Sơn", 6000, 5500}, {2, "Văn Đẩu", 7000, 6300}},
			"11.2.numerator=11800 11.2.denominator=faulty B290@C2"},
		{"the total first", "lao-dong", []row{heads, {nil, "Toàn quận", 21000, 11800}, {1, "Bắc Sơn", 6000, 5500},
			{2, "Văn Đẩu", 7000, 6300}, nil, {nil, "Người lập biểu"}},
			"11.2.numerator=11800 11.2.denominator=faulty B290@C2"},
		{"women of each", "lao-dong", []row{heads, {1, "Bắc Sơn", 6000, 5500}, {nil, "Trong đó: nữ", 3000, 2500},
			{2, "Văn Đẩu", 7000, 6300}, {nil, "Trong đó: nữ", 3000, 2500}, {nil, "Tổng cộng", 13000, 11800}},
			"11.2.numerator=11800 11.2.denominator=13000"},
		{"blocks with sums of their own", "lao-dong", []row{heads, {"I", "Khu vực phía Bắc", 13000, 11800},
			{1, "Bắc Sơn", 6000, 5500}, {2, "Văn Đẩu", 7000, 6300}, {"II", "Khu vực phía Nam", 8000, 7300},
			{3, "Phù Liễn", 8000, 7300}, {nil, "Tổng cộng", 21000, 19100}},
			"11.2.numerator=19100 11.2.denominator=21000"},
		{"others beside the wards", "lao-dong", []row{heads, {1, "Bắc Sơn", 6000, 5500}, {2, "Văn Đẩu", 7000, 6300},
			{3, "Khối cơ quan quận", 500, 400}, {nil, "Tổng cộng", 13500, 12200}},
			"11.2.numerator=12200 11.2.denominator=13500"},
		{"a ward that sent none yet", "lao-dong", []row{heads, {1, "Bắc Sơn", 6000, 5500}, {2, "Văn Đẩu", 7000, 6300},
			{3, "Phù Liễn"}, {nil, "Tổng cộng", 13000, 11800}}, "11.2.numerator=11800 11.2.denominator=13000"},
		{"words in a row", "lao-dong", []row{heads, {1, "Bắc Sơn", "khoảng 6000", 5500}, {2, "Văn Đẩu", 7000, 6300},
			{nil, "Tổng cộng", 14000, 11800}}, "11.2.numerator=11800 11.2.denominator=14000"},
		{"columns", "lao-dong", []row{{"Chỉ tiêu", "Bắc Sơn", "Văn Đẩu", "Tổng"}, {workers, 6000, 7000, 13000},
			{trained, 5500, 6300, 11080}}, "11.2.numerator=faulty 11.2.denominator=13000 B290@D3"},
		{"columns, the total first", "lao-dong", []row{{"Chỉ tiêu", "Toàn quận", "Bắc Sơn", "Văn Đẩu"},
			{workers, 13000, 6000, 7000}, {trained, 11800, 5500, 6300}},
			"11.2.numerator=11800 11.2.denominator=13000"},
		{"rounded", "thong-ke", money(dec("3113.0")), "4.current=3113000 B317@B6"},
		{"more than rounding makes", "thong-ke", money(dec("3131.1")), "4.current=faulty B290@B6 B317@B6"},
		{"a ward's own places", "phuong-bac-son", []row{{"Tổ dân phố", houses}, {"TDP 1", 900}, {"TDP 2", 993},
			{"Tổng", 1983}}, "17.2.denominator=faulty B290@B4"},
	} {
		if got := said(examplePlan(t), c.unit, laid(c.rows)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// The year's figure beside its quarters leaves none of them out. What is counted at the
// end of each is no sum of them.
func TestAYearIsTheSumOfItsQuarters(t *testing.T) {
	heads := row{"Chỉ tiêu", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"}
	of := func(formula string, n int64) workbook.Cell {
		return workbook.Cell{Kind: workbook.Number, Number: quantity.Int(n), HasFormula: true, Formula: formula}
	}
	months := row{"Chỉ tiêu"}
	each := row{jobs}
	for m := 1; m <= 12; m++ {
		months, each = append(months, "Tháng "+itoa(m)), append(each, 20+m)
	}
	months = append(months, "Năm 2022")
	for _, c := range []struct {
		name string
		rows []row
		want string
	}{
		{"all four", []row{heads, {jobs, 73, 101, 86, 92, of("SUM(B2:E2)", 352)}}, "11.1.value=352"},
		{"three of four", []row{heads, {jobs, 73, 101, 86, 92, of("SUM(B2:D2)", 260)}}, "11.1.value=faulty B291@F2"},
		{"one in between left out", []row{heads, {jobs, 73, 101, 86, 92, of("B2+D2+E2", 251)}},
			"11.1.value=faulty B291@F2"},
		{"typed, without the last", []row{heads, {jobs, 73, 101, 86, 92, 260}}, "11.1.value=faulty B291@F2"},
		{"typed, two digits changed places", []row{heads, {jobs, 73, 101, 86, 92, 325}}, "11.1.value=faulty B290@F2"},
		{"no column of the last", []row{{"Chỉ tiêu", "Quý I", "Quý II", "Quý III", "Năm 2022"},
			{jobs, 73, 101, 86, 260}}, "11.1.value=faulty B284@E2"},
		{"an empty column of the last", []row{heads, {jobs, 73, 101, 86, nil, of("SUM(B2:E2)", 260)}},
			"11.1.value=faulty B284@F2"},
		{"nothing arose in the last", []row{heads, {jobs, 73, 101, 86, 0, 260}}, "11.1.value=260"},
		{"eleven months", []row{months, append(each[:13:13], of("SUM(B2:L2)", 286))}, "11.1.value=faulty B291@N2"},
		{"twelve months", []row{months, append(each[:13:13], of("SUM(B2:M2)", 318))}, "11.1.value=318"},
		{"households at the end of each", []row{heads, {houses, 1850, 1870, 1880, 1893, 1893}},
			"17.2.denominator=1893"},
		{"two halves of a stock", []row{{"Chỉ tiêu", "6 tháng đầu năm", "6 tháng cuối năm", "Cả năm"},
			{houses, 1870, 1893, 1893}}, "17.2.denominator=1893"},
		{"sums that run on", []row{{"Chỉ tiêu", "3 tháng", "6 tháng", "9 tháng", "Cả năm"}, {jobs, 73, 174, 260, 352}},
			"11.1.value=352"},
		{"quarters of both years", []row{{"Chỉ tiêu", "Năm 2021", nil, nil, nil, nil, "Năm 2022"},
			{nil, "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"},
			{jobs, 60, 90, 80, 90, 320, 73, 101, 86, 92, 260}}, "11.1.value=faulty B291@K3"},
	} {
		merges := []string{}
		if c.name == "quarters of both years" {
			merges = []string{"B1:F1", "G1:K1"}
		}
		if got := said(examplePlan(t), "phuong-bac-son", laid(c.rows, merges...)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
