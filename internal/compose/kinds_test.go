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
			"(9) Số vụ tai nạn giao thông giảm 10% so với năm 2021 (18 vụ so với 20 vụ), " +
				"vượt mục tiêu giảm từ 5% trở lên."},
		{"Số vụ tai nạn giao thông", "unit = \"%\"\nmethod = \"decrease\"\ntarget = \"5..10\"" + years,
			"current=21 previous=20",
			"tăng 5% so với năm 2021 (21 vụ so với 20 vụ), không đạt mục tiêu giảm 5 - 10%."},
		{"Số người chết", "unit = \"%\"\nmethod = \"growth\"\ntarget = \"<= 0\"" + years, "current=2 previous=2",
			"(9) Số người chết bằng năm 2021 (02 vụ), đạt mục tiêu không tăng."},
		{"Số người chết", "unit = \"%\"\nmethod = \"growth\"\ntarget = \"<= 0\"" + years, "current=0 previous=0",
			"(9) Số người chết: cả hai năm đều không phát sinh, đạt mục tiêu không tăng."},
		{"Số người chết", "unit = \"%\"\nmethod = \"decrease\"\ntarget = \">= 5\"" + years, "current=3 previous=0",
			"(9) Số người chết: năm 2021 không phát sinh, năm nay có 03 vụ, không đạt mục tiêu giảm từ 5% trở lên."},
		{"Tỷ lệ hộ nghèo", "unit = \"điểm phần trăm\"\nin = \"unit\"\nmethod = \"decrease\"\ntarget = \">= 0.5\"" +
			strings.ReplaceAll(years, "\"vụ\"", "\"%\""), "current=1.2 previous=1.8",
			"giảm 0,6 điểm phần trăm so với năm 2021 (1,2% so với 1,8%), " +
				"vượt mục tiêu giảm từ 0,5 điểm phần trăm trở lên."},
		{"Chỉ số cải cách hành chính", "method = \"rank\"\namong = 114\ntarget = \"<= 10\"", "value=8",
			"(9) Chỉ số cải cách hành chính xếp thứ 8/114, đạt mục tiêu xếp thứ 10 trở lên."},
		{"Thứ hạng chuyển đổi số", "method = \"rank\"\ntarget = \"<= 10\"", "value=12",
			"(9) Chuyển đổi số xếp thứ 12, không đạt mục tiêu xếp thứ 10 trở lên."},
		{"Hoàn thành quy hoạch phân khu", "method = \"date\"\ntarget = \"by 2022-06-30\"", "value=44727",
			"(9) Hoàn thành quy hoạch phân khu ngày 15/6/2022, đạt mục tiêu chậm nhất ngày 30/6/2022."},
		{"Số vụ khiếu kiện đông người", "unit = \"vụ\"\nmethod = \"value\"\ntarget = \"= 0\"", "value=0",
			"(9) Số vụ khiếu kiện đông người: 0 vụ, đạt mục tiêu không để xảy ra vụ nào."},
		{"Tỷ lệ hộ nghèo đa chiều", "unit = \"%\"\nmethod = \"ratio\"\ntarget = \"<= 1\"\n" +
			"inputs.numerator = { label = \"Số hộ nghèo\", unit = \"hộ\" }\n" +
			"inputs.denominator = { label = \"Tổng số hộ\", unit = \"hộ\" }", "numerator=67 denominator=10000",
			"(9) Tỷ lệ hộ nghèo đa chiều còn 0,67% (67/10.000 hộ), đạt mục tiêu không quá 1%."},
		{"Tỷ suất sinh", "unit = \"‰\"\nmethod = \"ratio\"\ntarget = \"<= 13.5\"\n" +
			"inputs.numerator = { label = \"Số trẻ\", unit = \"trẻ\" }\n" +
			"inputs.denominator = { label = \"Dân số\", unit = \"người\" }", "numerator=400 denominator=20000",
			"(9) Tỷ suất sinh đạt 20‰ (400 trẻ/20.000 người), không đạt mục tiêu không quá 13,5‰."},
		{"Thu nhập bình quân đầu người",
			"unit = \"triệu đồng/người/năm\"\nper = 1\nmethod = \"ratio\"\ntarget = \">= 98\"\n" +
				"inputs.numerator = { label = \"Tổng thu nhập\", unit = \"triệu đồng\" }\n" +
				"inputs.denominator = { label = \"Dân số\", unit = \"người\" }", "numerator=1000000 denominator=21730",
			"(9) Thu nhập bình quân đầu người đạt 46,02 triệu đồng/người/năm, không đạt mục tiêu từ 98 triệu " +
				"đồng/người/năm trở lên."},
		{"Tỷ suất tử vong trẻ em", "unit = \"‰\"\nmethod = \"ratio\"\ntarget = \"<= 3\"\n" +
			"inputs.numerator = { label = \"Số trẻ em tử vong\", unit = \"trẻ\" }\n" +
			"inputs.denominator = { label = \"Số trẻ em\", unit = \"trẻ\" }", "numerator=1 denominator=500",
			"(9) Tỷ suất tử vong trẻ em là 2‰ (01/500 trẻ), đạt mục tiêu không quá 3‰."},
		{"Mô hình Dân vận khéo", models, "value=1",
			"(9) Mô hình Dân vận khéo: 01/01 đơn vị đạt (100%), đạt mục tiêu 100%."},
		{"Số vụ cháy", "unit = \"vụ\"\nmethod = \"value\"\nprevious = 5\ntarget = \"<= previous\"", "value=4",
			"(9) Số vụ cháy: 04 vụ, đạt mục tiêu không cao hơn năm 2021 (05 vụ)."},
		{"Giá trị sản xuất", "unit = \"%\"\nmethod = \"growth\"\ntarget = \"info\"\n" +
			"basis = \"giá so sánh 2010\"" + years,
			"current=21 previous=20",
			"(9) Giá trị sản xuất tăng 5% so với năm 2021 (21 vụ so với 20 vụ) (theo giá so sánh 2010)."},
		{"Vốn đầu tư bình quân đầu người", "unit = \"triệu đồng/người\"\nper = 1000\nmethod = \"ratio\"\n" +
			"target = \">= 40\"\n" +
			"inputs.numerator = { label = \"Vốn đầu tư\", unit = \"tỷ đồng\" }\n" +
			"inputs.denominator = { label = \"Dân số\", unit = \"người\" }", "numerator=1250 denominator=25000",
			"(9) Vốn đầu tư bình quân đầu người đạt 50 triệu đồng/người, vượt mục tiêu từ 40 triệu " +
				"đồng/người trở lên."},
	} {
		var figures []string
		for _, f := range strings.Fields(c.answers) {
			figures = append(figures, "9."+f)
		}
		r := sent("quan-ly-do-thi", nil, figures...)
		a := assess.Consolidate(planOf(t, c.name, c.measure), []returns.Return{r}, nil, nil)
		d, _ := compose.Report(a)
		if got := dump(d.Body); !strings.Contains(got, c.want) {
			i := strings.Index(got, "(9)")
			t.Errorf("got  %s\nwant %s", strings.SplitN(got[i:], "\n", 2)[0], c.want)
		}
	}
}
