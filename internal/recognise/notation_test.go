package recognise

import (
	"strings"
	"testing"
)

// A number that may be read in two ways is read as its column is written, where another
// number there can only be read so and none in the table is written otherwise.
func TestANumberIsReadAsItsColumnIsWritten(t *testing.T) {
	t.Parallel()
	p := examplePlan(t)
	const (
		industry = "Giá trị sản xuất công nghiệp, xây dựng do quận quản lý năm 2022"
		trade    = "Doanh thu thương mại, dịch vụ năm 2022"
	)
	for name, c := range map[string]struct {
		first, second, plan any
		asks                bool
	}{
		"points":               {"812.450", "9.305.120", nil, false},
		"points and units":     {"812.450 triệu đồng", "9.305.120 triệu đồng", nil, false},
		"commas":               {"812,450", "9,305,120", nil, false},
		"blanks":               {"812 450", "9 305 120", nil, false},
		"blanks that hold":     {"812\u202F450", "9\u2009305\u00A0120", nil, false},
		"decimals":             {"812 450,5", "9 305 120", nil, false},
		"a short first group":  {"12 450,25", 9305120, nil, false},
		"nothing proves it":    {"812.450", 9305120, nil, true},
		"another alike":        {"812.450", "930.512", nil, true},
		"another mark":         {"812.450", "9,305,120", nil, true},
		"blanks and points":    {"812 450", "9.305.120", nil, true},
		"a decimal point":      {"812.450", "9.305.120", "812.5", true},
		"commas of the plan":   {"812.450", "9.305.120", "9,100,000", true},
		"decimals of the plan": {"812.450", "9.305.120", "810.100,5", false},
	} {
		first := "812450"
		switch name {
		case "decimals":
			first = "812450.5"
		case "a short first group":
			first = "12450.25"
		}
		want := "4.1.current=" + first + " 4.2.current=9305120 "
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Thực hiện năm 2022"},
			{industry, "triệu đồng", c.plan, c.first}, {trade, "triệu đồng", nil, c.second}})
		got := said(p, "kinh-te", s)
		if strings.HasPrefix(got, want) == c.asks {
			t.Errorf("%s: %s", name, got)
		}
	}
}
