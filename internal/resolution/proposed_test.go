package resolution

import (
	"strings"
	"testing"
)

// What people write instead of a target tells which one they mean.
func TestWhatATextProbablyWants(t *testing.T) {
	for _, c := range []struct {
		text string
		of   Method
		want string
	}{
		{"100%", Ratio, "= 100"},
		{"đạt 100%", Ratio, "= 100"},
		{"100", Value, ">= 100"},
		{"= 50", Value, ">= 50"},
		{"45", Value, ">= 45"},
		{"0 vụ", Value, "= 0"},
		{"đạt 41.000 lượt khách", Value, ">= 41000 | >= 41"},
		{"đạt 41.000,5 triệu đồng", Value, ">= 41000.5"},
		{"từ 2.700 cây trở lên", Value, ">= 2700 | >= 2.7"},
		{"từ 92,5 điểm trở lên", Value, ">= 92.5"},
		{"không quá 12 vụ", Value, "<= 12"},
		{"không quá 12 vụ/năm", Value, "<= 12"},
		{"dưới 3 ngày", Value, "< 3"},
		{"trên 70 điểm", Value, "> 70"},
		{"xếp thứ 8 trở lên", Rank, "<= 8"},
		{"thứ 8 trở lên", Rank, "<= 8"},
		{"trên thứ 8", Rank, "< 8"},
		{"không quá thứ 8", Rank, "<= 8"},
		{"thứ 8", Rank, "<= 8"},
		{"16 xã - 18 xã", Value, "16..18"},
		{"từ 1.600 đến 1.800 ha", Value, "1600..1800 | 1.6..1.8"},
		{"16/18 xã", Value, ""},
		{"khoảng 93%", Ratio, ""},
		{"ước đạt 93%", Ratio, ""},
		{"giảm 5%", Value, ""},
		{"giảm 5%", Decrease, ">= 5"},
		{"= previous", Value, ""},
		{"cao hơn năm trước", Value, "> previous"},
		{"cao hơn năm 2021", Value, "> previous"},
		{"tăng so với cùng kỳ", Value, "> previous"},
		{"thấp hơn năm trước", Value, "< previous"},
		{"không thấp hơn kết quả năm 2021", Value, ">= previous"},
		{"không tăng so với năm trước", Value, "<= previous"},
		{"cao hơn năm trước", Rank, "< previous"},
		{"tăng 5% so với năm 2021", Value, ""},
		{"loại khá trở lên", Value, ""},
		{"đang chờ giao", Value, ""},
	} {
		if got := strings.Join(Proposed(c.text, c.of, false), " | "); got != c.want {
			t.Errorf("%q of %s: %q, want %q", c.text, c.of, got, c.want)
		}
	}
	if got := strings.Join(Proposed("5 vụ", Value, true), " | "); got != "<= 5" {
		t.Errorf("of what is to stay low: %q", got)
	}
}
