package recognise

import (
	"strings"
	"testing"
)

// A bracket behind a label that says by which count or paper its figure came leaves the label what it
// is. One that may narrow it, or is of another time, does not.
func TestABracketThatOnlyTellsTheBasis(t *testing.T) {
	for label, taken := range map[string]bool{
		poor + " (theo số liệu điều tra năm 2022)":              true,
		"Số hộ nghèo (kết quả điều tra cuối năm)":               true,
		poor + " (theo điều tra năm 2021)":                      false,
		poor + " (theo số liệu tháng 9)":                        false,
		poor + " (được vay vốn)":                                false,
		poor + " (kết quả điều tra ba tổ)":                      false,
		"Số hộ nghèo có đến cuối năm 2022 (có hồ sơ cận nghèo)": false,
	} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {houses, "hộ", 1893}, {label, "hộ", 4}})
		if got := said(examplePlan(t), "phuong-bac-son", s); strings.Contains(got, "12.value=4") != taken {
			t.Errorf("%q: %s", label, got)
		}
	}
	// what is named there is part of what is asked for of the one, and narrows the other
	for label, taken := range map[string]bool{
		"Số hộ gia đình được công nhận gia đình văn hóa (đã được công nhận)": true,
		"Tổng số hộ gia đình (đã được công nhận)":                            false,
	} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {label, "hộ", 1744}})
		if got := said(examplePlan(t), "phuong-bac-son", s); strings.Contains(got, "=1744") != taken {
			t.Errorf("%q: %s", label, got)
		}
	}
}
