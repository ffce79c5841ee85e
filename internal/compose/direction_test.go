package compose_test

import (
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

const (
	members = "\ninputs.current = { label = \"Số hội viên\", unit = \"người\" }\n" +
		"inputs.previous = { label = \"Số hội viên năm trước\", unit = \"người\" }"
	budget = "unit = \"%\"\nmethod = \"plan\"\n" +
		"inputs.actual = { label = \"Số chi\", unit = \"tỷ đồng\" }\n" +
		"inputs.plan = { label = \"Dự toán chi\", unit = \"tỷ đồng\" }\n"
)

// What fell short is the change that was promised, not what changed; and no word is said twice.
func TestWhatFallsShortIsTheChange(t *testing.T) {
	tell(t, []story{
		{"Số hội viên tăng thêm", "unit = \"người\"\nin = \"unit\"\nmethod = \"growth\"\ntarget = \">= 50\"" + members,
			"current=540 previous=500", "(9): số hội viên tăng thêm không đạt kế hoạch."},
		{"Số hội viên tăng thêm", "unit = \"người\"\nin = \"unit\"\nmethod = \"growth\"\ntarget = \"> 40\"" + members,
			"current=540 previous=500", "(9): số hội viên tăng thêm chỉ bằng, chưa vượt mức kế hoạch."},
		{"Mức giảm tỷ lệ hộ khó khăn", "unit = \"%\"\nin = \"unit\"\nmethod = \"decrease\"\ntarget = \">= 2\"" +
			strings.ReplaceAll(members, "người", "%"), "current=3 previous=4",
			"(9): mức giảm tỷ lệ hộ khó khăn không đạt kế hoạch."},
		{"Tăng trưởng kinh tế", "unit = \"%\"\nmethod = \"growth\"\ntarget = \">= 5\"" + revenue,
			"current=61.5 previous=60", "(9): tăng trưởng kinh tế thấp hơn kế hoạch 2,5 điểm phần trăm."},
		{"Thuê bao lắp mới", "unit = \"thuê bao\"\nmethod = \"value\"\ntarget = \"> 40\"", "value=40",
			"(9): thuê bao lắp mới chỉ bằng, chưa vượt mức kế hoạch."},
	})
}

// A name in which a fall is only a part of a word, or is what somebody does, is not taken apart.
func TestANameThatOnlyHasTheWord(t *testing.T) {
	const fell = "unit = \"%\"\nmethod = \"decrease\"\ntarget = \">= 5\"" + members
	tell(t, []story{
		{"Số hộ được miễn giảm thuế", fell, "current=90 previous=100",
			"(9) Số hộ được miễn giảm thuế: giảm 10% so với năm 2021"},
		{"Kéo giảm số vụ trộm cắp", fell, "current=90 previous=100",
			"(9) Kéo giảm số vụ trộm cắp: giảm 10% so với năm 2021"},
	})
}

// A fall that was promised as a growth below zero: a larger one is more, not less, of it.
func TestAFallPromisedAsAGrowth(t *testing.T) {
	const grew = "unit = \"%\"\nmethod = \"growth\"\n"
	tell(t, []story{
		{"Doanh thu", grew + "beyond = \"exceeded\"\ntarget = \"<= -5\"" + revenue, "current=54 previous=60",
			"giảm 10% so với năm 2021, vượt kế hoạch (giảm từ 5% trở lên)."},
		{"Doanh thu", grew + "target = \"< -10\"" + revenue, "current=54 previous=60",
			"giảm 10% so với năm 2021, không đạt kế hoạch (giảm trên 10%)."},
	})
}

// What a budget was to be, beside itself.
func TestABudgetBesideItself(t *testing.T) {
	for target, want := range map[string]string{
		"> 0": ", bằng 100% dự toán, không đạt kế hoạch (vượt dự toán).",
		"< 0": ", bằng 100% dự toán, không đạt kế hoạch (thấp hơn dự toán)."} {
		tell(t, []story{{"Chi hoạt động", budget + "target = \"" + target + "\"", "actual=60 plan=60", want}})
	}
	tell(t, []story{{"Chi hoạt động", budget + "target = \"= 0\"", "actual=66 plan=60",
		", bằng 110% dự toán, không đạt kế hoạch (bằng dự toán)."}})
}

// None of what is measured is so much of it as 0; there is no "none left" of money or tons.
func TestNoneOfWhatIsMeasured(t *testing.T) {
	tell(t, []story{
		{"Nợ công trình", "unit = \"tỷ đồng\"\nmethod = \"value\"\ntarget = \"= 0\"", "value=2",
			", không đạt kế hoạch (0 tỷ đồng)."},
		{"Rác tồn đọng", "unit = \"tấn\"\nmethod = \"value\"\ntarget = \"= 0\"", "value=2",
			", không đạt kế hoạch (0 tấn)."},
	})
}

// Last year's amount is in the unit of money of this year's.
func TestLastYearsMoneyIsSaidAlike(t *testing.T) {
	p := planOf(t, "Doanh thu", "unit = \"triệu đồng\"\nmethod = \"value\"\ntarget = \">= previous\"")
	r := sent("quan-ly-do-thi", nil, "9.value=66000")
	last := resolution.LastYear{"9": {Figure: new(quantity.Int(60_500))}}
	d, _ := compose.Report(assess.Consolidate(p, []returns.Return{r}, last, nil))
	const want = "Doanh thu đạt 66 tỷ đồng (kế hoạch không thấp hơn năm 2021: 60,5 tỷ đồng)."
	if got := dump(d.Body); !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got[strings.Index(got, "\n(9)"):])
	}
}

// A reason that says "do" itself has it once.
func TestAReasonThatSaysDo(t *testing.T) {
	for _, reason := range []string{"Do mưa kéo dài.", "Vì mưa kéo dài", "Mưa kéo dài"} {
		p := planOf(t, "Tỷ lệ hao hụt", loss+"target = \"<= 4\"")
		p.Decisions = []resolution.Decision{{Measure: "9", Verdict: resolution.Missed, Reason: reason}}
		r := sent("quan-ly-do-thi", nil, "9.value=3")
		d, _ := compose.Report(assess.Consolidate(p, []returns.Return{r}, nil, nil))
		if got := dump(d.Body); !strings.Contains(got, ", do mưa kéo dài.") {
			t.Errorf("%s:\n%s", reason, got[strings.Index(got, "\n(9)"):])
		}
	}
}
