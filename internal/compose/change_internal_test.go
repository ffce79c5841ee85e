package compose

import "testing"

// What a name of a change is about is said as what went up or down, whichever way it is named.
func TestANameOfAChange(t *testing.T) {
	for name, want := range map[string]string{
		"Số hội viên tăng thêm":              "Số hội viên",
		"Số hội viên tăng thêm trong năm":    "Số hội viên",
		"Tăng số hợp tác xã":                 "Số hợp tác xã",
		"Số lao động giảm ở khu vực xã":      "Số lao động ở khu vực xã",
		"Mức giảm tỷ lệ hộ nghèo":            "Tỷ lệ hộ nghèo",
		"Tỷ lệ giảm hộ cận nghèo":            "Tỷ lệ hộ cận nghèo",
		"Trong đó, số đoàn viên tăng":        "Trong đó, số đoàn viên",
		"Giảm nghèo đa chiều":                "",
		"Số mô hình tăng gia của hội":        "",
		"Số tăng thêm":                       "",
		"Doanh thu so với năm trước":         "",
		"Số hộ nghèo giảm so với năm trước":  "Số hộ nghèo",
		"Số tổ hợp tác tăng lên so cùng kỳ":  "Số tổ hợp tác",
		"Số vụ việc giảm đi trong các tháng": "Số vụ việc",
		"Số hộ được miễn giảm thuế":          "",
		"Giảm ít nhất 5% số vụ trộm cắp":     "",
		"Tăng thêm 50 hội viên nòng cốt":     "",
		"Kéo giảm số vụ trộm cắp":            "",
		"Số dự án giảm nghèo tăng thêm":      "",
	} {
		if got := changing(name, true); got != want {
			t.Errorf("%s is of «%s»", name, got)
		}
	}
}
