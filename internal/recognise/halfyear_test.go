package recognise

import (
	"testing"
	"testing/fstest"

	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
)

// ofPeriodPlan asks one ward for a decrease, a growth and a sum in a report of a part of 2026.
func ofPeriodPlan(t *testing.T, period string) *resolution.Plan {
	t.Helper()
	p, problems := load.Load(fstest.MapFS{
		"nghi-quyet.toml": {Data: []byte(`[resolution]
number = "7-NQ/QU"
date = 2025-12-20
issuer = "Ban Chấp hành"
about = "về nhiệm vụ"
year = 2026
[[section]]
number = "I"
title = "Chung"
[[section.indicator]]
number = 1
text = "Giảm va chạm giao thông"
[[section.indicator.measure]]
id = "1"
name = "Va chạm giao thông"
target = ">= 5"
method = "decrease"
from = ["dv"]
inputs.current = { label = "Số vụ va chạm giao thông {ky}", unit = "vụ", whole = true }
inputs.previous = { label = "Số vụ va chạm giao thông {ky_truoc}", unit = "vụ", whole = true }
[[section.indicator]]
number = 2
text = "Khách lưu trú"
[[section.indicator.measure]]
id = "2"
name = "Khách lưu trú"
unit = "lượt"
target = ">= 900"
method = "sum"
from = ["dv"]
inputs.value = { label = "Số lượt khách lưu trú {ky}", unit = "lượt", whole = true }
`)},
		"co-quan.toml": {Data: []byte(`[office]
parent = "TỈNH ỦY"
issuer = "QUẬN ỦY KIẾN AN"
name = "Quận ủy Kiến An"
symbol = "BC/QU"
place = "Kiến An"
[report]
period = "` + period + `"
title = "kết quả"
[[unit]]
id = "dv"
name = "Đội Trật tự"
`)},
	})
	if p == nil {
		t.Fatal(problems)
	}
	return p
}

// A table of a part of the year has one row for what is counted, and a column for that part of each of two years:
// the row names no time, and answers for both. A column of another time answers for neither.
func TestOneRowWithTwoYearsOfAPartOfTheYear(t *testing.T) {
	const crashes, guests = "Số vụ va chạm giao thông", "Số lượt khách lưu trú"
	const both = "1.current=19 1.previous=22 2.value=640"
	for _, c := range []struct {
		period string
		heads  []any
		want   string
	}{
		{"6-thang", []any{"6 tháng đầu năm 2025", "6 tháng đầu năm 2026"}, both},
		{"6-thang", []any{"Thực hiện 6 tháng đầu năm 2025", "Thực hiện 6 tháng đầu năm 2026"}, both},
		{"6-thang", []any{"Cùng kỳ năm 2025", "Thực hiện 6 tháng năm 2026"}, both},
		{"6-thang", []any{"Cùng kỳ năm trước", "Lũy kế 6 tháng"}, both},
		{"9-thang", []any{"9 tháng năm 2025", "9 tháng năm 2026"}, both},
		{"9-thang", []any{"Cùng kỳ 2025", "Thực hiện 9 tháng đầu năm 2026"}, both},
		{"quy-1", []any{"Quý I năm 2025", "Quý I năm 2026"}, both},
		// a whole year beside a half is none of the same time: last year's figure is still owed
		{"6-thang", []any{"Năm 2025", "6 tháng đầu năm 2026"}, "1.current=19 2.value=640"},
		{"6-thang", []any{"9 tháng năm 2025", "6 tháng năm 2026"}, "1.current=19 2.value=640"},
		{"9-thang", []any{"6 tháng đầu năm 2025", "6 tháng đầu năm 2026"}, "1.current=faulty 2.value=faulty B240@A2"},
		{"6-thang", []any{"Năm 2025", "Năm 2026"}, "1.current=faulty 2.value=faulty B075@E2"},
	} {
		s := laid([]row{{"KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"}, append(row{"TT", "Nội dung", "ĐVT"}, c.heads...),
			{1, crashes, "vụ", 22, 19}, {2, guests, "lượt", 655, 640}})
		if got := said(ofPeriodPlan(t, c.period), "dv", s); got != c.want {
			t.Errorf("%s %v: %s, want %s", c.period, c.heads, got, c.want)
		}
	}
	// A row that names a time says so itself.
	for label, want := range map[string]string{
		crashes + " 6 tháng đầu năm 2026": "1.current=19",
		crashes + " 6 tháng đầu năm 2025": "1.previous=19",
		crashes + " 9 tháng đầu năm 2026": "B244@C3",
		crashes + " cả năm 2026":          "B244@C3",
		crashes + " quý I":                "B244@C3",
		"Số vụ va chạm":                   "B244@C3",
	} {
		s := laid([]row{{"KẾT QUẢ"}, {"Nội dung", "ĐVT", "Thực hiện 6 tháng đầu năm 2026"}, {label, "vụ", 19}})
		if got := said(ofPeriodPlan(t, "6-thang"), "dv", s); got != want {
			t.Errorf("%s: %s, want %s", label, got, want)
		}
	}
}
