package compose_test

import (
	"testing"

	"baocao/internal/compose"
	"baocao/internal/returns"
)

// What a typist cannot set right without asking is told to the office, and printed as
// it stands.
func TestWhatHasToBeAskedAboutInAUnitsText(t *testing.T) {
	for _, c := range []struct {
		text string
		code string // "" for none
	}{
		{"Thu được 1,234,567.8 triệu đồng", "B524"}, {"Tăng 5.5% so với năm trước", "B524"},
		{"Thu được 1.234.567,8 triệu đồng, tăng 5,5%", ""}, {"Theo mục 5.5 của đề án", ""},
		{"Tăng 1.2 lần so với năm trước", "B524"},
		{"Tăng cường quản lý doanh thu thương mại, dịch vụ; giám sát chặt", ""},
		{"Doanh thu thương mại, dịch vụ được giám sát, giám định", ""},
		{"Doanh thu thương mại, dịch vụ không tăng", "B526"}, {"Doanh thu thương mại, dịch vụ không giảm", ""},
		{"ỦY BAN NHÂN DÂN ĐÃ CHỈ ĐẠO", "B525"}, {"UBND phường đã chỉ đạo kịp thời", ""}, {"UBND, HĐND", ""},
		{"Doanh thu thương mại, dịch vụ giảm mạnh", "B526"}, {"Doanh thu thương mại, dịch vụ tăng nhưng chậm", ""},
		{"Doanh thu thương mại, dịch vụ tăng, chi phí giảm", ""}, {"Số hộ nghèo giảm mạnh", ""},
	} {
		a := judged(t, sent("kinh-te", []returns.Remark{{Unit: "kinh-te", Kind: returns.Achievement, Text: c.text}},
			"4.2.current=12604850", "4.2.previous=10385340"))
		_, problems := compose.Report(a)
		for _, code := range []string{"B524", "B525", "B526"} {
			if n := count(problems, code); n != 0 != (code == c.code) {
				t.Errorf("%s: %s %d times", c.text, code, n)
			}
		}
	}
}

// The name of an office whose capitals do not tell how a sentence writes it is asked for.
func TestTheOfficesNameIsNotGuessed(t *testing.T) {
	for _, c := range []struct {
		issuer, place, said string
		want                int
	}{
		{"QUẬN ỦY KIẾN AN", "Kiến An", "", 0}, {"ĐẢNG ỦY PHƯỜNG KIẾN AN", "Kiến An", "", 0},
		{"UBND PHƯỜNG KIẾN AN", "Kiến An", "", 1}, {"BAN THƯỜNG VỤ QUẬN ỦY KIẾN AN", "Kiến An", "", 1},
		{"ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG THÀNH PHỐ", "Hải Phòng", "", 1},
		{"UBND PHƯỜNG KIẾN AN", "Kiến An", "UBND phường Kiến An", 0},
	} {
		a := judged(t)
		a.Plan.Office.Issuer, a.Plan.Office.Place, a.Plan.Office.Said = c.issuer, c.place, c.said
		if _, problems := compose.Report(a); count(problems, "B521") != c.want {
			t.Errorf("%+v: %v", c, problems)
		}
	}
}
