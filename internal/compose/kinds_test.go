package compose_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

// planOf is the example's plan with another measure in place of its statement, number 9.
func planOf(t *testing.T, name, measure string) *resolution.Plan {
	t.Helper()
	files := fstest.MapFS{}
	for _, file := range []string{"nghi-quyet.toml", "co-quan.toml"} {
		data, err := os.ReadFile("../../examples/kien-an-2022/" + file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("target = \"statement\"\n    method = \"statement\"", measure,
			"name   = \"Thực hiện một số tiêu chuẩn thuộc Tiêu chí 5 của đô thị loại I\"", "name = \""+name+"\"").
			Replace(string(data))
		files[file] = &fstest.MapFile{Data: []byte(text)}
	}
	p, problems := load.Load(files)
	if p == nil || p.Measure("9").Name != name || p.Measure("9").Method == resolution.Statement {
		t.Fatal(problems)
	}
	return p
}

// Each kind of indicator is said as a leader would say it.
func TestKindsOfIndicatorsInWords(t *testing.T) {
	const years = "\ninputs.current = { label = \"Số vụ năm nay\", unit = \"vụ\" }\n" +
		"inputs.previous = { label = \"Số vụ năm trước\", unit = \"vụ\" }"
	const models = "unit = \"%\"\nmethod = \"each\"\neach = \">= 1\"\ntarget = \"= 100\"\n" +
		"inputs.value = { label = \"Số mô hình\", unit = \"mô hình\" }"
	for _, c := range []struct{ name, measure, answers, want string }{
		{"Số vụ tai nạn giao thông", "unit = \"%\"\nmethod = \"decrease\"\ntarget = \">= 5\"" + years,
			"current=18 previous=20",
			"(9) Có 18 vụ tai nạn giao thông, giảm 10% so với năm 2021, vượt kế hoạch (giảm từ 5% trở lên)."},
		{"Số vụ tai nạn giao thông", "unit = \"%\"\nmethod = \"decrease\"\ntarget = \"5..10\"" + years,
			"current=21 previous=20",
			"(9) Có 21 vụ tai nạn giao thông, tăng 5% so với năm 2021, không đạt kế hoạch (giảm 5 - 10%)."},
		{"Số người chết", "unit = \"%\"\nmethod = \"growth\"\ntarget = \"<= 0\"" + years, "current=2 previous=2",
			"(9) Có 02 người chết, bằng năm 2021, đạt kế hoạch."},
		{"Số người chết", "unit = \"%\"\nmethod = \"growth\"\ntarget = \"<= 0\"" + years, "current=0 previous=0",
			"(9) Số người chết: cả hai năm đều không phát sinh (kế hoạch không tăng)."},
		{"Số người chết", "unit = \"%\"\nmethod = \"decrease\"\ntarget = \">= 5\"" + years, "current=3 previous=0",
			"(9) Số người chết: năm 2021 không phát sinh, năm nay có 03 vụ, không đạt kế hoạch (giảm từ 5% trở lên)."},
		{"Tỷ lệ hộ nghèo", "unit = \"điểm phần trăm\"\nin = \"unit\"\nmethod = \"decrease\"\ntarget = \">= 0.5\"" +
			strings.ReplaceAll(years, "\"vụ\"", "\"%\""), "current=1.2 previous=1.8",
			"(9) Tỷ lệ hộ nghèo giảm 0,6 điểm phần trăm so với năm 2021 (1,2% so với 1,8%), vượt kế hoạch (giảm từ " +
				"0,5 điểm phần trăm trở lên)."},
		{"Số hộ cận nghèo giảm trong kỳ",
			"unit = \"hộ\"\nin = \"unit\"\nmethod = \"decrease\"\ntarget = \">= 30\"" +
				strings.ReplaceAll(years, "\"vụ\"", "\"hộ\""), "current=210 previous=250",
			"(9) Số hộ cận nghèo giảm 40 hộ so với năm 2021 (210 hộ so với 250 hộ), vượt kế hoạch " +
				"(giảm từ 30 hộ trở lên)."},
		{"Số hội viên tăng thêm", "unit = \"người\"\nin = \"unit\"\nmethod = \"growth\"\ntarget = \">= 30\"" +
			strings.ReplaceAll(years, "\"vụ\"", "\"người\""), "current=210 previous=250",
			"(9) Số hội viên giảm 40 người so với năm 2021 (210 người so với 250 người), không đạt " +
				"kế hoạch (tăng từ 30 người trở lên)."},
		{"Số hộ kinh doanh bị giám sát",
			"unit = \"hộ\"\nin = \"unit\"\nmethod = \"decrease\"\ntarget = \">= 30\"" +
				strings.ReplaceAll(years, "\"vụ\"", "\"hộ\""), "current=210 previous=250",
			"(9) Có 210 hộ kinh doanh bị giám sát, giảm 40 hộ so với năm 2021, vượt"},
		{"Chỉ số cải cách hành chính", "method = \"rank\"\namong = 114\ntarget = \"<= 10\"", "value=8",
			"(9) Chỉ số cải cách hành chính xếp thứ 8/114 (kế hoạch xếp thứ 10 trở lên)."},
		{"Thứ hạng chuyển đổi số", "method = \"rank\"\ntarget = \"<= 10\"", "value=12",
			"(9) Chuyển đổi số xếp thứ 12, không đạt kế hoạch (xếp thứ 10 trở lên)."},
		{"Hoàn thành quy hoạch phân khu", "method = \"date\"\ntarget = \"by 2022-06-30\"", "value=44727",
			"(9) Hoàn thành quy hoạch phân khu ngày 15/6/2022 (kế hoạch chậm nhất ngày 30/6/2022)."},
		{"Hoàn thành quy hoạch phân khu", "method = \"date\"\ntarget = \"by 2022-06-30\"", "value=44747",
			"(9) Hoàn thành quy hoạch phân khu ngày 05/7/2022, chậm 05 ngày so với kế hoạch (chậm nhất ngày " +
				"30/6/2022)."},
		{"Số vụ khiếu kiện đông người", "unit = \"vụ\"\nmethod = \"value\"\ntarget = \"= 0\"", "value=0",
			"(9) Không có vụ khiếu kiện đông người, đạt kế hoạch."},
		{"Tỷ lệ hộ nghèo đa chiều", "unit = \"%\"\nmethod = \"ratio\"\ntarget = \"<= 1\"\n" +
			"inputs.numerator = { label = \"Số hộ nghèo\", unit = \"hộ\" }\n" +
			"inputs.denominator = { label = \"Tổng số hộ\", unit = \"hộ\" }", "numerator=67 denominator=10000",
			"(9) Tỷ lệ hộ nghèo đa chiều còn 0,67% (67/10.000 hộ; kế hoạch không quá 1%)."},
		{"Tỷ suất sinh", "unit = \"‰\"\nmethod = \"ratio\"\ntarget = \"<= 13.5\"\n" +
			"inputs.numerator = { label = \"Số trẻ\", unit = \"trẻ\" }\n" +
			"inputs.denominator = { label = \"Dân số\", unit = \"người\" }", "numerator=400 denominator=20000",
			"(9) Tỷ suất sinh là 20‰ (400 trẻ/20.000 người), không đạt kế hoạch (không quá 13,5‰)."},
		{"Thu nhập bình quân đầu người",
			"unit = \"triệu đồng/người/năm\"\nper = 1\nmethod = \"ratio\"\ntarget = \">= 98\"\n" +
				"inputs.numerator = { label = \"Tổng thu nhập\", unit = \"triệu đồng\" }\n" +
				"inputs.denominator = { label = \"Dân số\", unit = \"người\" }", "numerator=1000000 denominator=21730",
			"(9) Thu nhập bình quân đầu người đạt 46,02 triệu đồng/người/năm, bằng 46,96% kế hoạch (từ " +
				"98 triệu đồng/người/năm trở lên), " +
				"không đạt."},
		{"Tỷ suất tử vong trẻ em", "unit = \"‰\"\nmethod = \"ratio\"\ntarget = \"<= 3\"\n" +
			"inputs.numerator = { label = \"Số trẻ em tử vong\", unit = \"trẻ\" }\n" +
			"inputs.denominator = { label = \"Số trẻ em\", unit = \"trẻ\" }", "numerator=1 denominator=500",
			"(9) Tỷ suất tử vong trẻ em là 2‰ (01/500 trẻ; kế hoạch không quá 3‰)."},
		{"Mô hình Dân vận khéo", models, "value=1",
			"(9) Mô hình Dân vận khéo: 01/01 đơn vị đạt (100%), bằng kế hoạch."},
		{"Số vụ cháy", "unit = \"vụ\"\nmethod = \"value\"\nprevious = 5\ntarget = \"<= previous\"", "value=4",
			"(9) Có 04 vụ cháy (kế hoạch không cao hơn năm 2021: 05 vụ)."},
		{"Giá trị sản xuất", "unit = \"%\"\nmethod = \"growth\"\ntarget = \"info\"\n" +
			"basis = \"giá so sánh 2010\"" + years,
			"current=21 previous=20",
			"(9) Giá trị sản xuất đạt 21 vụ, tăng 5% so với năm 2021 (theo giá so sánh 2010)."},
		{"Vốn đầu tư bình quân đầu người", "unit = \"triệu đồng/người\"\nper = 1000\nmethod = \"ratio\"\n" +
			"target = \">= 40\"\n" +
			"inputs.numerator = { label = \"Vốn đầu tư\", unit = \"tỷ đồng\" }\n" +
			"inputs.denominator = { label = \"Dân số\", unit = \"người\" }", "numerator=1250 denominator=25000",
			"(9) Vốn đầu tư bình quân đầu người đạt 50 triệu đồng/người, bằng 125% kế hoạch (từ " +
				"40 triệu đồng/người trở lên)."},
		{"Thu ngân sách", "unit = \"%\"\nmethod = \"growth\"\ntarget = \"<= -5\"\n" +
			"inputs.current = { label = \"Thu năm nay\", unit = \"triệu đồng\" }\n" +
			"inputs.previous = { label = \"Thu năm trước\", unit = \"triệu đồng\" }", "current=922.8 previous=1000",
			"(9) Thu ngân sách là 922,8 triệu đồng, giảm 7,72% so với năm 2021 (kế hoạch giảm từ 5% trở lên)."},
		{"Thu ngân sách", "unit = \"%\"\nmethod = \"growth\"\ntarget = \">= 0\"\n" +
			"inputs.current = { label = \"Thu năm nay\", unit = \"đồng\" }\n" +
			"inputs.previous = { label = \"Thu năm trước\", unit = \"đồng\" }",
			"current=1000000010 previous=1000000000",
			"(9) Thu ngân sách đạt 1.000.000.010 đồng, xấp xỉ năm 2021, đạt kế hoạch."},
		{"Số lượng mô hình mới", "unit = \"mô hình\"\nmethod = \"value\"\ntarget = \">= 5\"\nprevious = 4", "value=6",
			"(9) Có 06 mô hình mới (năm 2021: 04 mô hình), bằng 120% kế hoạch (từ 05 mô hình trở lên)."},
		{"Thành lập chi hội", "unit = \"chi hội\"\nmethod = \"value\"\ntarget = \">= 2\"", "value=0",
			"(9) Chưa thành lập chi hội, không đạt kế hoạch (từ 02 chi hội trở lên)."},
		{"Tổ chức hội nghị đối thoại", "unit = \"hội nghị\"\nmethod = \"value\"\ntarget = \">= 2\"", "value=3",
			"(9) Tổ chức 03 hội nghị đối thoại, bằng 150% kế hoạch (từ 02 hội nghị trở lên)."},
		{"Xã hội hóa giáo dục", "unit = \"xã\"\nmethod = \"value\"\ntarget = \">= 2\"", "value=3",
			"(9) Xã hội hóa giáo dục: 03 xã, bằng 150% kế hoạch (từ 02 xã trở lên)."},
		{"Kết nạp đoàn viên", "unit = \"người\"\nmethod = \"value\"\ntarget = \">= 2\"", "value=3",
			"(9) Kết nạp đoàn viên: 03 người, bằng 150% kế hoạch (từ 02 người trở lên)."},
		{"Tỷ lệ chuyển đổi số", "unit = \"%\"\nmethod = \"value\"\ntarget = \">= 45.5\"\nprevious = 40.25",
			"value=45.5",
			"(9) Tỷ lệ chuyển đổi số đạt 45,5%, tăng 5,25 điểm phần trăm so với năm 2021, bằng kế hoạch."},
		{"Thu ngân sách", "unit = \"triệu đồng\"\nmethod = \"value\"\ntarget = \">= 1000000\"", "value=1234000",
			"(9) Thu ngân sách đạt 1.234 tỷ đồng, bằng 123,4% kế hoạch (từ 1.000 tỷ đồng trở lên)."},
		{"Thu ngân sách", "unit = \"triệu đồng\"\nmethod = \"value\"\ntarget = \"1500 +- 200\"", "value=1234",
			"(9) Thu ngân sách đạt 1,234 tỷ đồng, không đạt kế hoạch (1,5 tỷ đồng ± 0,2)."},
		{"Thu ngân sách", "unit = \"triệu đồng\"\nmethod = \"value\"\ntarget = \">= 1000.00001\"", "value=1234",
			"(9) Thu ngân sách đạt 1.234 triệu đồng, bằng 123,4% kế hoạch (từ 1.000,00001 triệu đồng trở lên)."},
		{"Đóng góp của nhân dân", "unit = \"triệu đồng\"\nmethod = \"value\"\ntarget = \">= 2000\"", "value=3000",
			"(9) Đóng góp của nhân dân đạt 3 tỷ đồng, bằng 150% kế hoạch (từ 2 tỷ đồng trở lên)."},
		{"Thứ hạng chuyển đổi số", "method = \"rank\"\ntarget = \"<= previous\"\nprevious = 11", "value=12",
			"(9) Chuyển đổi số xếp thứ 12, không đạt kế hoạch (không thấp hơn năm 2021: thứ 11)."},
		{"Thứ hạng chuyển đổi số", "method = \"rank\"\ntarget = \"<= 10\"\nprevious = 11", "value=12",
			"- Chỉ tiêu (9): thứ hạng chuyển đổi số không đạt kế hoạch."},
		{"Không để xảy ra cháy nổ", "unit = \"vụ\"\nmethod = \"value\"\ntarget = \"= 0\"", "value=0",
			"(9) Không để xảy ra cháy nổ, đạt kế hoạch."},
		{"Không để xảy ra cháy nổ", "unit = \"vụ\"\nmethod = \"value\"\ntarget = \"= 0\"", "value=2",
			"(9) Để xảy ra 02 vụ cháy nổ, không đạt kế hoạch (không để xảy ra vụ nào)."},
		{"Số người nghiện", "unit = \"%\"\nmethod = \"growth\"\ntarget = \"<= -5\"" + years,
			"current=105 previous=100", "tăng 5% so với năm 2021, không đạt kế hoạch (giảm từ 5% trở lên)."},
		{"Số doanh nghiệp", "unit = \"%\"\nmethod = \"growth\"\ntarget = \">= 0\"" + years,
			"current=95 previous=100", "giảm 5% so với năm 2021, không đạt kế hoạch (không giảm)."},
		{"Nợ thuế", "unit = \"%\"\nmethod = \"decrease\"\ntarget = \">= 5\"\n" +
			"inputs.current = { label = \"Nợ thuế\", unit = \"triệu đồng\" }\n" +
			"inputs.previous = { label = \"Nợ thuế năm trước\", unit = \"triệu đồng\" }", "current=1500 previous=2000",
			"(9) Nợ thuế còn 1,5 tỷ đồng, giảm 25% so với năm 2021, vượt kế hoạch (giảm từ 5% trở lên)."},
		{"Chi ngân sách so với dự toán", "unit = \"%\"\nmethod = \"plan\"\ntarget = \"<= 0\"\n" +
			"inputs.actual = { label = \"Chi ngân sách\", unit = \"triệu đồng\" }\n" +
			"inputs.plan = { label = \"Dự toán\", unit = \"triệu đồng\" }", "actual=900 plan=1000",
			"(9) Chi ngân sách là 900 triệu đồng, bằng 90% dự toán (kế hoạch không vượt dự toán)."},
		{"100% chi bộ sinh hoạt", "unit = \"%\"\nmethod = \"ratio\"\ntarget = \"= 100\"\n" +
			"inputs.numerator = { label = \"Số chi bộ sinh hoạt\", unit = \"chi bộ\" }\n" +
			"inputs.denominator = { label = \"Tổng số chi bộ\", unit = \"chi bộ\" }", "numerator=9 denominator=10",
			"- Chỉ tiêu (9): tỷ lệ chi bộ sinh hoạt không đạt kế hoạch."},
		{"Dân số thường trú", "unit = \"người\"\nmethod = \"value\"\ntarget = \"info\"", "",
			"(9) Dân số thường trú: chưa có số liệu."},
		{"Chi thường xuyên", "unit = \"%\"\nmethod = \"growth\"\ntarget = \"<= 2\"" + years,
			"current=110 previous=100", "- Chỉ tiêu (9): chi thường xuyên tăng cao hơn kế hoạch 8 điểm phần trăm."},
	} {
		var figures []string
		for _, f := range strings.Fields(c.answers) {
			figures = append(figures, "9."+f)
		}
		r := sent("quan-ly-do-thi", nil, figures...)
		a := assess.Consolidate(planOf(t, c.name, c.measure), []returns.Return{r}, nil, nil)
		d, _ := compose.Report(a)
		if got := dump(d.Body); !strings.Contains(got, c.want) {
			i := strings.Index(got, "\n(9)")
			t.Errorf("got  %s\nwant %s", strings.SplitN(got[i+1:], "\n", 2)[0], c.want)
		}
	}
}

// An estimate is called one wherever it is said, and so is what it promises.
func TestEstimatesInWords(t *testing.T) {
	for _, c := range []struct{ name, measure, answer, want string }{
		{"Thứ hạng chuyển đổi số", "method = \"rank\"\ntarget = \"<= 10\"", "9.value=9",
			"(9) Chuyển đổi số ước xếp thứ 9, dự kiến đạt kế hoạch (xếp thứ 10 trở lên)."},
		{"Hoàn thành quy hoạch", "method = \"date\"\ntarget = \"by 2022-06-30\"", "9.value=44727",
			"(9) Ước hoàn thành quy hoạch ngày 15/6/2022, dự kiến đạt kế hoạch (chậm nhất ngày 30/6/2022)."},
		{"Dân số thường trú", "unit = \"người\"\nmethod = \"value\"\ntarget = \"info\"", "9.value=28530",
			"(9) Dân số thường trú ước là 28.530 người."},
		{"Tỷ lệ hộ nghèo", "unit = \"%\"\nmethod = \"value\"\ntarget = \"<= 0.5\"", "9.value=0.7",
			"(9) Tỷ lệ hộ nghèo ước còn 0,7%, dự kiến cao hơn kế hoạch 0,2 điểm phần trăm."},
		{"Tỷ lệ hộ nghèo", "unit = \"%\"\nmethod = \"value\"\ntarget = \"<= 0.5\"", "9.value=0.7",
			"- Chỉ tiêu (9): tỷ lệ hộ nghèo dự kiến cao hơn kế hoạch 0,2 điểm phần trăm."},
		{"Tỷ lệ hộ nghèo", "unit = \"%\"\nmethod = \"value\"\ntarget = \"<= 0.5\"", "9.value=0.7",
			"01 chỉ tiêu ước không đạt là (9) tỷ lệ hộ nghèo."},
		{"Tỷ lệ hộ nghèo", "unit = \"%\"\nmethod = \"value\"\ntarget = \"<= 0.5\"", "9.value=0.4",
			"môi trường, quốc phòng (01/10 chỉ tiêu ước đạt)"},
	} {
		p := planOf(t, c.name, c.measure)
		p.Report.Estimate = true
		d, _ := compose.Report(assess.Consolidate(p,
			[]returns.Return{sent("quan-ly-do-thi", nil, c.answer)}, nil, nil))
		if got := strings.ReplaceAll(dump(d.Body), "\u00a0", " "); !strings.Contains(got, c.want) {
			t.Errorf("no %q in\n%s", c.want, got)
		}
	}
}

// Where nothing has come, nothing is said to have been missed, and what is true of all
// is not counted up.
func TestNothingJudgedIsNothingMissed(t *testing.T) {
	p := planOf(t, "Dân số", "unit = \"người\"\nmethod = \"value\"\ntarget = \"info\"") // nothing is decided
	d, _ := compose.Report(assess.Consolidate(p, nil, nil, nil))
	got := dump(d.Body)
	if strings.Contains(got, "Chưa có chỉ tiêu nào đạt") ||
		!strings.Contains(got, "Chưa có chỉ tiêu nào được đánh giá trong tổng số 17 chỉ tiêu") {
		t.Error(got)
	}
}

// What a person decided is said as that: no figure misses what it reached.
func TestAPersonsVerdictInWords(t *testing.T) {
	const share = "unit = \"%\"\nmethod = \"value\"\ntarget = \">= 90\""
	for verdict, want := range map[resolution.Verdict][]string{
		resolution.Missed: {"(9) Tỷ lệ hài lòng đạt 95%; đánh giá không đạt, do mẫu nhỏ.",
			"- Chỉ tiêu (9): tỷ lệ hài lòng được đánh giá không đạt kế hoạch."},
		resolution.Unassessed: {"(9) Tỷ lệ hài lòng đạt 95%; chưa đánh giá, do mẫu nhỏ."},
	} {
		p := planOf(t, "Tỷ lệ hài lòng", share)
		p.Decisions = []resolution.Decision{{Measure: "9", Verdict: verdict, Reason: "Mẫu nhỏ."}}
		d, _ := compose.Report(assess.Consolidate(p,
			[]returns.Return{sent("quan-ly-do-thi", nil, "9.value=95")}, nil, nil))
		for _, w := range want {
			if got := dump(d.Body); !strings.Contains(got, w) {
				t.Errorf("no %q in\n%s", w, got)
			}
		}
	}
}

// A report of results says which of its verdicts rest on estimates.
func TestVerdictsByEstimatesAreNamed(t *testing.T) {
	a := judged(t, sent("ban-to-chuc", nil, "2.value=128", "3.value=1"))
	a.FindMeasure("2").Estimate = true
	d, _ := compose.Report(a)
	if got := dump(d.Body); !strings.Contains(got, " 01 chỉ tiêu đánh giá theo số liệu ước là (2) kết nạp đảng viên.") {
		t.Error(got)
	}
}
