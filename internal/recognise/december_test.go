package recognise

import (
	"strings"
	"testing"
)

// Tables as they come in December, each of which lost or stopped figures.
func TestTablesOfDecember(t *testing.T) {
	p := examplePlan(t)
	for _, c := range []struct {
		name string
		rows []row
		want string // values and the codes of problems
	}{
		{"units under the headings of a table of one row", []row{
			{"BÁO CÁO SỐ LIỆU NĂM 2022"},
			{"Đơn vị", "Số nhà văn hóa phường được đầu tư cơ sở vật chất, trang thiết bị trong năm 2022",
				"Số hộ nghèo có đến cuối năm 2022"},
			{nil, "(nhà văn hóa)", "(hộ)"},
			{"Phường Bắc Sơn", 1, 3}},
			"12.value=3 16.value=1"},
		{"a line under it takes all of it back", []row{
			{"BÁO CÁO SỐ LIỆU NĂM 2022"},
			{"Đơn vị", "Tổng số hộ gia đình", "Số hộ nghèo có đến cuối năm 2022"},
			{"Phường Bắc Sơn", 2556, 3},
			{nil, "Số liệu trên mới đến hết tháng 9"}},
			"12.value=faulty 17.2.denominator=faulty B257@B3 B257@C3"},
		{"questions and answers", []row{
			{"KẾT QUẢ NĂM 2022"},
			{"Câu hỏi", "Trả lời", "Đơn vị tính"},
			{"Số hộ nghèo có đến cuối năm 2022", 3, "hộ"}},
			"12.value=3"},
		{"tables that are numbered in words", []row{
			{"KẾT QUẢ NĂM 2022"},
			{"A. Bảng thứ nhất"},
			{"TT", "Chỉ tiêu", "Thực hiện năm 2022"}, {1, "Số hộ nghèo có đến cuối năm 2022", 3}, nil,
			{"B. Bảng thứ hai"},
			{"TT", "Chỉ tiêu", "Thực hiện năm 2022"}, {1, "Tổng số hộ gia đình", 2556}},
			"12.value=3 17.2.denominator=2556"},
		{"a request below the table speaks of money of its own", []row{
			{"KẾT QUẢ NĂM 2022"},
			{"TT", "Chỉ tiêu", "Thực hiện năm 2022"}, {1, "Số hộ nghèo có đến cuối năm 2022", 3}, nil,
			{"Kiến nghị: xin thêm khoảng 90 triệu đồng của năm 2023 để sửa mái"}},
			"12.value=3"},
		{"a request that is none", []row{
			{"KẾT QUẢ NĂM 2022"},
			{"TT", "Chỉ tiêu", "Thực hiện năm 2022"}, {1, "Số hộ nghèo có đến cuối năm 2022", 3}, nil,
			{"Kiến nghị: số liệu trên là số ước, chưa chốt"}},
			"12.value=faulty B257@C3"},
		{"words for the report, and a table that nobody can read", []row{
			{"Kiến nghị: cấp thêm bàn ghế"}, nil,
			{"hộ nghèo ta có", "bao nhiêu đây"}, {"Số hộ nghèo có đến cuối năm 2022", 3}},
			"B220@"},
		{"words for the report alone", []row{{"Kiến nghị: cấp thêm bàn ghế"}}, ""},
	} {
		got := answers(recognise(p, "1-nop-vao-day/Phường Bắc Sơn.xlsx", "", book(sheet("S", c.rows...))))
		if strings.Join(strings.Fields(got), " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
