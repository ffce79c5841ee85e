package compose_test

import (
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/returns"
)

// reportOf is the report of one measure, number 9, and its answers.
func reportOf(t *testing.T, name, measure, answers string) string {
	t.Helper()
	var figures []string
	for _, f := range strings.Fields(answers) {
		figures = append(figures, "9."+f)
	}
	a := assess.Consolidate(planOf(t, name, measure), []returns.Return{sent("quan-ly-do-thi", nil, figures...)}, nil, nil)
	d, _ := compose.Report(a)
	return dump(d.Body)
}

type story struct{ name, measure, answers, want string }

func tell(t *testing.T, stories []story) {
	t.Helper()
	for _, c := range stories {
		if got := reportOf(t, c.name, c.measure, c.answers); !strings.Contains(got, c.want) {
			i := strings.Index(got, "\n(9)")
			t.Errorf("got  %s\nwant %s", strings.SplitN(got[i+1:], "\n", 2)[0], c.want)
		}
	}
}

const (
	crews = "unit = \"tổ\"\nmethod = \"value\"\n"
	share = "unit = \"%\"\nmethod = \"ratio\"\n" +
		"inputs.numerator = { label = \"Số kho đã kiểm kê\", unit = \"kho\" }\n" +
		"inputs.denominator = { label = \"Tổng số kho\", unit = \"kho\" }\n"
	hours = "unit = \"giờ\"\nmethod = \"value\"\n"
	loss  = "unit = \"%\"\nmethod = \"value\"\n"
)

// A figure at a bound that it was to pass is no hundred percent of what was promised: it
// is said to equal it.
func TestABoundToPass(t *testing.T) {
	tell(t, []story{
		{"Tổ tự quản kiểu mẫu", crews + "target = \"> 25\"", "value=25",
			"(9) Có 25 tổ tự quản kiểu mẫu, chưa vượt mức kế hoạch (trên 25), không đạt."},
		{"Tổ tự quản kiểu mẫu", crews + "target = \"> 25\"", "value=25",
			"- Chỉ tiêu (9): tổ tự quản kiểu mẫu mới bằng, chưa vượt mức kế hoạch."},
		{"Tổ tự quản kiểu mẫu", crews + "target = \"> 25\"", "value=24",
			"(9) Có 24 tổ tự quản kiểu mẫu, bằng 96% kế hoạch (trên 25), không đạt."},
		{"Kho đã kiểm kê", share + "target = \"> 80\"", "numerator=8 denominator=10",
			"(9) Có 08/10 kho đã kiểm kê, bằng 80%, chưa vượt mức kế hoạch (trên 80%), không đạt."},
		{"Tỷ lệ hao hụt", loss + "target = \"< 4\"", "value=4",
			"4%, chưa thấp hơn mức kế hoạch (dưới 4%), không đạt."},
		{"Tỷ lệ hao hụt", loss + "target = \"< 4\"", "value=4.5", "4,5%, cao hơn kế hoạch 0,5 điểm phần trăm."},
	})
}

// Whoever stays below a cap has not gone beyond it.
func TestACapIsStayedBelow(t *testing.T) {
	tell(t, []story{
		{"Thời gian chờ bình quân", hours + "beyond = \"exceeded\"\ntarget = \"<= 40\"", "value=36.5",
			"36,5 giờ, thấp hơn mức kế hoạch (không quá 40), vượt yêu cầu."},
		{"Thời gian chờ bình quân", hours + "better = \"lower\"\ntarget = \"38..40\"", "value=36.5",
			"36,5 giờ, thấp hơn mức kế hoạch (38 - 40), vượt yêu cầu."},
		{"Thời gian chờ bình quân", hours + "target = \"38..40\"", "value=40.5",
			"40,5 giờ, vượt kế hoạch (38 - 40)."},
		{"Tỷ lệ hao hụt", loss + "beyond = \"exceeded\"\ntarget = \"<= 4\"", "value=3.8",
			"3,8%, thấp hơn mức kế hoạch 0,2 điểm phần trăm, vượt yêu cầu."},
		{"Thứ hạng chuyển đổi số", "method = \"rank\"\nbeyond = \"exceeded\"\ntarget = \"<= 10\"", "value=7",
			"(9) Chuyển đổi số xếp thứ 7, vượt kế hoạch (xếp thứ 10 trở lên)."},
	})
}
