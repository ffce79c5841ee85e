package compose_test

import (
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// reportOf is the report of one measure, number 9, and its answers.
func reportOf(t *testing.T, name, measure, answers string) string {
	t.Helper()
	var figures []string
	for _, f := range strings.Fields(answers) {
		figures = append(figures, "9."+f)
	}
	sent := []returns.Return{sent("quan-ly-do-thi", nil, figures...)}
	a := assess.Consolidate(planOf(t, name, measure), sent, nil, nil)
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
			"(9) Có 25 tổ tự quản kiểu mẫu, chưa vượt mức kế hoạch (trên 25 tổ), không đạt."},
		{"Tổ tự quản kiểu mẫu", crews + "target = \"> 25\"", "value=25",
			"- Chỉ tiêu (9): tổ tự quản kiểu mẫu chỉ bằng, chưa vượt mức kế hoạch."},
		{"Tổ tự quản kiểu mẫu", crews + "target = \"> 25\"", "value=24",
			"(9) Có 24 tổ tự quản kiểu mẫu, bằng 96% kế hoạch (trên 25 tổ), không đạt."},
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
			"36,5 giờ, thấp hơn mức kế hoạch (không quá 40 giờ), vượt yêu cầu."},
		{"Thời gian chờ bình quân", hours + "better = \"lower\"\ntarget = \"38..40\"", "value=36.5",
			"36,5 giờ, thấp hơn mức kế hoạch (38 - 40 giờ), vượt yêu cầu."},
		{"Thời gian chờ bình quân", hours + "target = \"38..40\"", "value=40.5",
			"40,5 giờ, vượt kế hoạch (38 - 40 giờ)."},
		{"Tỷ lệ hao hụt", loss + "beyond = \"exceeded\"\ntarget = \"<= 4\"", "value=3.8",
			"3,8%, thấp hơn mức kế hoạch 0,2 điểm phần trăm, vượt yêu cầu."},
		{"Thứ hạng chuyển đổi số", "method = \"rank\"\nbeyond = \"exceeded\"\ntarget = \"<= 10\"", "value=7",
			"(9) Chuyển đổi số xếp thứ 7, vượt kế hoạch (xếp thứ 10 trở lên)."},
	})
}

const (
	revenue = "\ninputs.current = { label = \"Doanh thu\", unit = \"tỷ đồng\" }\n" +
		"inputs.previous = { label = \"Doanh thu năm trước\", unit = \"tỷ đồng\" }"
	places = "unit = \"bậc\"\nin = \"unit\"\ndecimals = 0\nmethod = \"decrease\"\n" +
		"inputs.current = { label = \"Thứ hạng năm nay\", unit = \"hạng\" }\n" +
		"inputs.previous = { label = \"Thứ hạng năm trước\", unit = \"hạng\" }\n"
)

// The name of a growth is not the name of what grew.
func TestWhatGrewIsNotItsGrowth(t *testing.T) {
	const grew = "unit = \"%\"\nmethod = \"growth\"\ntarget = \">= 5\"" + revenue
	for _, name := range []string{"Tăng doanh thu", "Tăng trưởng doanh thu", "Tốc độ tăng trưởng doanh thu",
		"Tỷ lệ tăng doanh thu", "Mức tăng doanh thu", "Doanh thu tăng so với năm trước", "Doanh thu"} {
		tell(t, []story{
			{name, grew, "current=66 previous=60",
				"(9) Doanh thu đạt 66 tỷ đồng, tăng 10% so với năm 2021, vượt kế hoạch 5 điểm phần trăm."},
			{name, grew, "current=61.5 previous=60", ": doanh thu tăng thấp hơn kế hoạch 2,5 điểm phần trăm."},
		})
	}
	tell(t, []story{
		{"Tăng trưởng kinh tế", grew, "current=66 previous=60",
			"(9) Tăng trưởng kinh tế: tăng 10% so với năm 2021 (66 tỷ đồng so với 60 tỷ đồng)"},
		{"Giá trị gia tăng ngành điện", grew, "current=66 previous=60",
			"(9) Giá trị gia tăng ngành điện đạt 66 tỷ đồng"},
		{"Thu từ tăng giá đất", grew, "current=66 previous=60", "(9) Thu từ tăng giá đất đạt 66 tỷ đồng"},
		{"Tỷ lệ tăng dân số tự nhiên", "unit = \"‰\"\nin = \"unit\"\nmethod = \"decrease\"\ntarget = \">= 0.1\"\n" +
			"inputs.current = { label = \"Tỷ lệ tăng dân số\", unit = \"‰\" }\n" +
			"inputs.previous = { label = \"Tỷ lệ tăng dân số năm trước\", unit = \"‰\" }", "current=9.8 previous=10",
			"(9) Tỷ lệ tăng dân số tự nhiên là 9,8‰, giảm 0,2 điểm phần nghìn so với năm 2021, vượt kế hoạch " +
				"(giảm từ 0,1 điểm phần nghìn trở lên)."},
		{"Mức giảm tỷ suất sinh", "unit = \"‰\"\nin = \"unit\"\nmethod = \"decrease\"\ntarget = \">= 0.1\"\n" +
			"inputs.current = { label = \"Tỷ suất sinh\", unit = \"‰\" }\n" +
			"inputs.previous = { label = \"Tỷ suất sinh năm trước\", unit = \"‰\" }", "current=15.5 previous=14.2",
			"(9) Tỷ suất sinh tăng 1,3 điểm phần nghìn so với năm 2021 (15,5‰ so với 14,2‰), không đạt kế hoạch " +
				"(giảm từ 0,1 điểm phần nghìn trở lên)."},
	})
}

// From the 21st place to the 17th is a rise, whatever its number does.
func TestPlacesRise(t *testing.T) {
	for _, name := range []string{"Số bậc tăng về chỉ số hài lòng", "Tăng hạng chỉ số hài lòng",
		"Chỉ số hài lòng tăng bậc",
		"Thứ hạng chỉ số hài lòng"} {
		tell(t, []story{{name, places + "target = \">= 2\"", "current=17 previous=21",
			"(9) Chỉ số hài lòng xếp thứ 17 (năm 2021: thứ 21), tăng 04 bậc, vượt kế hoạch (tăng từ 02 bậc trở lên)."}})
	}
	const name = "Số bậc tăng về chỉ số hài lòng"
	tell(t, []story{
		{name, places + "target = \">= 2\"", "current=21 previous=17",
			"xếp thứ 21 (năm 2021: thứ 17), giảm 04 bậc, không đạt kế hoạch (tăng từ 02 bậc trở lên)."},
		{name, places + "target = \">= 0\"", "current=17 previous=17",
			"(9) Chỉ số hài lòng xếp thứ 17, bằng năm 2021, bằng kế hoạch."},
		{name, places + "target = \"> 0\"", "current=17 previous=17",
			"xếp thứ 17, bằng năm 2021, không đạt kế hoạch (tăng so với năm 2021)."},
	})
}

// What is measured is no number of things, and nobody attains what is to be low.
func TestHowAFigureIsSaid(t *testing.T) {
	const of = "unit = \"%\"\nmethod = \"ratio\"\n"
	tell(t, []story{
		{"Giờ học trung bình", hours + "target = \">= 4\"", "value=4.5", "(9) Giờ học trung bình đạt 4,5 giờ, bằng"},
		{"Thời gian chờ", hours + "target = \"<= 40\"", "value=36.5",
			"(9) Thời gian chờ là 36,5 giờ (kế hoạch không quá 40 giờ)."},
		{"Tỷ lệ hao hụt", loss + "target = \"<= 4\"", "value=3.8", "(9) Tỷ lệ hao hụt là 3,8% (kế hoạch"},
		{"Tỷ lệ lấp đầy", loss + "target = \">= 4\"", "value=3.8", "(9) Tỷ lệ lấp đầy đạt 3,8%, thấp hơn"},
		{"Tỷ lệ nước thải đạt quy chuẩn", loss + "target = \">= 4\"", "value=5",
			"(9) Tỷ lệ nước thải đạt quy chuẩn là 5%, vượt"},
		{"Trong đó: Thu phí", "unit = \"tỷ đồng\"\nmethod = \"value\"\ntarget = \">= 4\"", "value=5",
			"(9) Trong đó, thu phí đạt 5 tỷ đồng, bằng 125% kế hoạch (từ 4 tỷ đồng trở lên)."},
		{"Thuê bao lắp mới", "unit = \"thuê bao\"\nmethod = \"value\"\ntarget = \">= 40\"", "value=39",
			": thuê bao lắp mới chỉ bằng 97,5% kế hoạch."},
		{"Tỷ lệ hỏng", of + "target = \"<= 4\"\n" +
			"inputs.numerator = { label = \"Số đèn hỏng\", unit = \"đèn\" }\n" +
			"inputs.denominator = { label = \"Số đèn đã lắp\", unit = \"đèn\" }", "numerator=3 denominator=100",
			"(9) Tỷ lệ hỏng là 3% (03/100 đèn; kế hoạch không quá 4%)."},
		{"Tỷ lệ vào hợp tác xã", of + "target = \">= 4\"\n" +
			"inputs.numerator = { label = \"Số xã viên\", unit = \"người\" }\n" +
			"inputs.denominator = { label = \"Số người làm nghề\", unit = \"người\" }", "numerator=3 denominator=100",
			"(9) Tỷ lệ vào hợp tác xã đạt 3% (03/100 người), thấp hơn"},
		{"Tỷ lệ đèn sáng", of + "target = \">= 4\"\n" +
			"inputs.numerator = { label = \"Số đèn sáng\", unit = \"đèn\" }\n" +
			"inputs.denominator = { label = \"Tổng số\", unit = \"đèn\" }", "numerator=3 denominator=100",
			"(9) Có 03/100 đèn sáng, bằng 3%, thấp hơn"},
		{"Tỷ lệ đèn đạt chuẩn", of + "target = \"= 100\"\n" +
			"inputs.numerator = { label = \"Số đèn đạt chuẩn\", unit = \"đèn\" }\n" +
			"inputs.denominator = { label = \"Số đèn đã lắp\", unit = \"đèn\" }", "numerator=100 denominator=100",
			"(9) Có 100/100 đèn đạt chuẩn, bằng 100%, đạt kế hoạch."},
	})
}

// A reason keeps the capital of a name; a common word loses it behind "do".
func TestAReasonKeepsItsNames(t *testing.T) {
	for reason, want := range map[string]string{
		"Huyện ủy đã có kết luận.":         ", do Huyện ủy đã có kết luận.",
		"Kho bạc tỉnh xác nhận.":           ", do Kho bạc tỉnh xác nhận.",
		"Đã được cấp trên kết luận.":       ", do đã được cấp trên kết luận.",
		"Theo kết luận của đoàn kiểm tra.": ", do theo kết luận của đoàn kiểm tra.",
		"Mưa.":                ", do mưa.",
		"UBND xã có văn bản.": ", do UBND xã có văn bản.",
		"Số Hội Nông dân gửi là số cuối cùng": ", do Số Hội Nông dân gửi là số cuối cùng.",
	} {
		p := planOf(t, "Tỷ lệ hao hụt", loss+"target = \"<= 4\"")
		p.Decisions = []resolution.Decision{{Measure: "9", Verdict: resolution.Missed, Reason: reason}}
		r := sent("quan-ly-do-thi", nil, "9.value=3")
		d, _ := compose.Report(assess.Consolidate(p, []returns.Return{r}, nil, nil))
		if got := dump(d.Body); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// None of what happens or is made is "none left", as none of the poor households is.
func TestNoneInWords(t *testing.T) {
	tell(t, []story{
		{"Lô hàng bị trả lại", "unit = \"lô hàng\"\nmethod = \"value\"\ntarget = \"= 0\"", "value=2",
			"(9) Có 02 lô hàng bị trả lại, không đạt kế hoạch (không có lô hàng nào)."},
		{"Số hộ nghèo", "unit = \"hộ\"\nmethod = \"value\"\ntarget = \"= 0\"", "value=2",
			"(9) Còn 02 hộ nghèo, không đạt kế hoạch (không còn hộ)."},
		{"Số vụ cháy", "unit = \"vụ\"\nmethod = \"value\"\ntarget = \"= 0\"", "value=2",
			"(9) Có 02 vụ cháy, không đạt kế hoạch (không để xảy ra vụ nào)."},
	})
}

// All amounts of an indicator are in one unit of money, where they were told in one.
func TestAnIndicatorHasOneUnitOfMoney(t *testing.T) {
	for profit, want := range map[string][2]string{
		"18550":    {"Doanh thu đạt 231,45 tỷ đồng", "Lợi nhuận đạt 18,55 tỷ đồng"},
		"18550.75": {"Doanh thu đạt 231.450 triệu đồng", "Lợi nhuận đạt 18.550,75 triệu đồng"},
	} {
		const amount = "unit = \"triệu đồng\"\nmethod = \"value\"\ntarget = \">= 5\"\n"
		p := planOf(t, "Doanh thu", amount+"from = [\"quan-ly-do-thi\"]\n\n[[section.indicator.measure]]\n"+
			"id = \"9.2\"\nname = \"Lợi nhuận\"\n"+amount)
		r := sent("quan-ly-do-thi", nil, "9.value=231450", "9.2.value="+profit)
		d, _ := compose.Report(assess.Consolidate(p, []returns.Return{r}, nil, nil))
		for _, w := range want {
			if got := dump(d.Body); !strings.Contains(got, w) {
				t.Errorf("no %q in\n%s", w, got[strings.Index(got, "\n(9)"):])
			}
		}
	}
}

// An amount that the sentence before has told of the same thing is not told again.
func TestAnAmountIsToldOnce(t *testing.T) {
	for name, want := range map[string]string{
		"Tăng trưởng dư nợ": "(9) Tổng dư nợ đạt 66 tỷ đồng, bằng 110% kế hoạch (từ 60 tỷ đồng trở lên). " +
			"Dư nợ tăng 10% so với năm 2021, vượt kế hoạch 5 điểm phần trăm.",
		"Huy động vốn": ". Huy động vốn tăng 10% so với năm 2021 (66 tỷ đồng so với 60 tỷ đồng), vượt",
		"Doanh thu":    ". Doanh thu đạt 66 tỷ đồng, tăng 10% so với năm 2021, vượt kế hoạch 5 điểm phần trăm.",
	} {
		p := planOf(t, "Tổng dư nợ", "unit = \"tỷ đồng\"\nmethod = \"value\"\ntarget = \">= 60\"\n"+
			"from = [\"quan-ly-do-thi\"]\n\n[[section.indicator.measure]]\nid = \"9.2\"\nname = \""+name+"\"\n"+
			"unit = \"%\"\nmethod = \"growth\"\ntarget = \">= 5\""+revenue)
		a := assess.Consolidate(p, []returns.Return{
			sent("quan-ly-do-thi", nil, "9.value=66", "9.2.current=66", "9.2.previous=60")}, nil, nil)
		d, _ := compose.Report(a)
		if got := dump(d.Body); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got[strings.Index(got, "\n(9)"):])
		}
	}
}
