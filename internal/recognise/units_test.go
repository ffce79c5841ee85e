package recognise

import (
	"strings"
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// gdp is a figure of money that the plan counts in triệu đồng.
const gdp = "Tổng giá trị sản xuất năm 2022"

// Wherever a department states what it counts in, the figure is in that.
func TestWhereAUnitIsStated(t *testing.T) {
	heads := row{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"}
	bare := row{"Chỉ tiêu", "Thực hiện năm 2022"}
	named := func(name string, rows ...row) *workbook.Sheet {
		s := laid(rows)
		s.Name = name
		return s
	}
	for _, c := range []struct {
		name  string
		sheet *workbook.Sheet
		want  string
	}{
		{"in the row", laid([]row{heads, {1, gdp, "trđ", 700}}), "4.current=700"},
		{"in the row, another step", laid([]row{heads, {1, gdp, "Tỷ đồng", 700}}), "4.current=700000 B317@D2"},
		{"in the row, of another kind", laid([]row{heads, {1, gdp, "hộ", 700}}), "4.current=faulty B218@C2"},
		{"a merged cell", laid([]row{heads, {1, "Doanh thu khác", "tỷ đồng", 5}, {2, gdp, nil, 700}}, "C2:C3"),
			"4.current=700000 B221@D2 B317@D3"},
		{"ditto marks", laid([]row{heads, {1, "Doanh thu khác", "tỷ đồng", 5}, {2, gdp, "\"", 700}}),
			"4.current=700000 B221@D2 B317@D3"},
		{"as above", laid([]row{heads, {1, "Doanh thu khác", "tỷ đồng", 5}, {2, gdp, "-nt-", 700}}),
			"4.current=700000 B221@D2 B317@D3"},
		{"in the first row alone", laid([]row{heads, {1, "Doanh thu khác", "tỷ đồng", 5}, {2, gdp, nil, 700}}),
			"4.current=700000 B221@D2 B317@D3"},
		{"in rows that differ", laid([]row{heads, {1, "Doanh thu khác", "tỷ đồng", 5}, {2, gdp, nil, 700},
			{3, "Thu khác", "triệu đồng", 5}}), "4.current=faulty B221@D2 B326@D3 B221@D4"},
		{"in the label", laid([]row{bare, {gdp + " (nghìn đồng)", 700000}}), "4.current=700 B317@B2"},
		{"a remark in the label", laid([]row{{"ĐVT: trđ"}, bare, {gdp + " (sơ bộ)", 700}}), "B244@B3"},
		{"in the remark", laid([]row{heads, {1, gdp, nil, 700, "đơn vị tính: tỷ đồng"}}), "4.current=700000 B317@D2"},
		{"the remark contradicts", laid([]row{heads, {1, gdp, "triệu đồng", 700, "đơn vị tính: tỷ đồng"}}),
			"4.current=faulty B327@D2"},
		{"the remark speaks of something else", laid([]row{heads, {1, gdp, "triệu đồng", 700, "đạt 3 tỷ đồng"}}),
			"4.current=700"},
		{"in the heading", laid([]row{
			{"Chỉ tiêu", "Thực hiện năm 2022 (tỷ đồng)"},
			{gdp, 700},
		}), "4.current=700000 B317@B2"},
		{"after a comma", laid([]row{
			{"Chỉ tiêu", "Thực hiện năm 2022, tỷ đồng"},
			{gdp, 700},
		}), "4.current=700000 B317@B2"},
		{"announced in the heading", laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022 - ĐVT: tỷ đồng"}, {gdp, 700}}),
			"4.current=700000 B317@B2"},
		{"a remark in the heading", laid([]row{{"ĐVT: trđ"}, {"Chỉ tiêu", "Thực hiện năm 2022 (lũy kế)"}, {gdp, 700}}),
			"4.current=700"},
		{"in the plan's heading", laid([]row{
			{"Chỉ tiêu", "Kế hoạch năm 2022 (tỷ đồng)", "Thực hiện năm 2022"},
			{gdp, 690, 700},
		}),
			"4.current=700000 B317@C2"},
		{"in a line", laid([]row{{nil, "Đơn vị tính: 1.000 đồng"}, bare, {gdp, 700000}}), "4.current=700 B317@B3"},
		{"in a line, as in English", laid([]row{
			{nil, "Đơn vị tính: 1,000 đồng"},
			bare,
			{gdp, 700000},
		}), "4.current=700 B317@B3"},
		{"in a line without a colon", laid([]row{{nil, "ĐVT tỷ đồng"}, bare, {gdp, 700}}), "4.current=700000 B317@B3"},
		{"alone in a line", laid([]row{{nil, "Tỷ đồng"}, bare, {gdp, 700}}), "4.current=700000 B317@B3"},
		{"in two cells", laid([]row{{"Đơn vị:", "tỷ đồng"}, bare, {gdp, 700}}), "4.current=700000 B317@B3"},
		{"of money", laid([]row{{"Đơn vị tiền: tỷ đồng"}, bare, {gdp, 700}}), "4.current=700000 B317@B3"},
		{"in the title", laid([]row{
			{"KẾT QUẢ NĂM 2022 (ĐVT: tỷ đồng)"},
			bare,
			{gdp, 700},
		}), "4.current=700000 B317@B3"},
		{"in the title's second line", laid([]row{{"KẾT QUẢ NĂM 2022\nĐơn vị tính: tỷ đồng"}, bare, {gdp, 700}}),
			"4.current=700000 B317@B3"},
		{"an office in the title", laid([]row{
			{"Đơn vị: Chi cục Thống kê"},
			bare,
			{gdp, 700},
		}), "4.current=faulty B326@B3"},
		{"within the table", laid([]row{
			{"ĐVT: trđ"},
			bare,
			{"Doanh thu khác", 1},
			{nil, "Đơn vị tính: tỷ đồng"},
			{gdp, 700},
		}),
			"4.current=700000 B221@B3 B317@B5"},
		{"below the row in the table", laid([]row{{"ĐVT: trđ"}, bare, {gdp, 700}, {nil, "Đơn vị tính: tỷ đồng"},
			{"Doanh thu khác", 1}}), "4.current=700 B221@B5"},
		{"of its block", laid([]row{bare, {"I. Giá trị (tỷ đồng)"}, {gdp, 700}}), "4.current=700000 B317@B3"},
		{"under the table", laid([]row{bare, {gdp, 700}, nil, {"Đơn vị tính: tỷ đồng"}}), "4.current=700000 B317@B2"},
		{"in the sheet's name", named("GTSX (tỷ đồng)", bare, row{gdp, 700}), "4.current=700000 B317@B2"},
		{"a name that is none", named("HA", bare, row{gdp, 700}), "4.current=faulty B326@B2"},
		{"nowhere", laid([]row{bare, {gdp, 700}}), "4.current=faulty B326@B2"},
		{"nowhere, and zero", laid([]row{bare, {gdp, 0}}), "4.current=0"},
		{"over an earlier table", laid([]row{
			{"I. THU"},
			{"ĐVT: tỷ đồng"},
			bare,
			{"Thu khác", 1},
			{"II. SẢN XUẤT"},
			bare,
			{gdp, 700},
		}),
			"4.current=faulty B221@B4 B326@B7"},
		{"over headings that repeat", laid([]row{{"ĐVT: tỷ đồng"}, bare, {"Thu khác", 1}, bare, {gdp, 700}}),
			"4.current=700000 B317@B5"},
		{"letters under the headings", laid([]row{{"ĐVT: trđ"}, bare, {"A", "D"}, {gdp, 700}}), "4.current=700"},
	} {
		if got := said(examplePlan(t), "thong-ke", c.sheet); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// A file's unit names what is counted in words of its own.
func TestUnitsOfCountedThings(t *testing.T) {
	for _, c := range []struct {
		unit, key, stated string
		want              string
	}{
		{"ban-to-chuc", "2.value", "Người", "given"}, {"ban-to-chuc", "2.value", "đ/c", "given"},
		{"ban-to-chuc", "2.value", "Đồng chí", "given"}, {"ban-to-chuc", "2.value", "lao động", "faulty"},
		{"ban-to-chuc", "1.1.numerator", "TCCSĐ", "given"}, {"ban-to-chuc", "1.1.numerator", "chi bộ", "faulty"},
		{"ban-to-chuc", "3.value", "chi bộ", "given"}, {"ban-to-chuc", "3.value", "người", "faulty"},
		{"phuong-bac-son", "11.1.value", "Người", "given"}, {"phuong-bac-son", "11.1.value", "LĐ", "given"},
		{"phuong-bac-son", "17.2.numerator", "Hộ GĐ", "given"},
		{"phuong-bac-son", "17.2.numerator", "nhân khẩu", "faulty"},
		{"phuong-bac-son", "17.1.numerator", "Tổ", "given"}, {"phuong-bac-son", "17.1.numerator", "hộ", "faulty"},
		{"bao-hiem-xa-hoi", "13.numerator", "lượt", "faulty"}, {"bao-hiem-xa-hoi", "13.numerator", "%", "faulty"},
	} {
		p := examplePlan(t)
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {p.Ask(c.unit, c.key).Label, c.stated, 127}})
		ret, _ := recognise(p, "1-nop-vao-day/"+p.Unit(c.unit).Name+".xlsx", "", book(s))
		got := "faulty"
		if returns.FindAnswer(ret.Observations, c.key).Answer == returns.Given {
			got = "given"
		}
		if got != c.want {
			t.Errorf("%s in «%s»: %s, want %s", c.key, c.stated, got, c.want)
		}
	}
}

// What is counted is whole by nature, whatever the plan says of it; what is
// counted in thousands is not.
func TestCountsAreWhole(t *testing.T) {
	for _, c := range []struct{ unit, value, want string }{
		{"người", "128.460", "13.numerator=128460 B301@C2"},
		{"nghìn người", "128,460", "13.numerator=faulty B302@C2"},
		{"nghìn người", "128,46", "13.numerator=128460 B301@C2 B317@C2"},
		{"người", "890 985", "13.numerator=faulty B315@C2"},
		{"người", "128.460", "13.numerator=128460 B301@C2"}, // no-break space
	} {
		p := examplePlan(t)
		m := p.Measure("13")
		for i := range m.Inputs {
			if m.Inputs[i].Role == resolution.RoleNumerator {
				m.Inputs[i].Whole = false
			}
		}
		p.Index()
		s := laid([]row{
			{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
			{p.Ask("bao-hiem-xa-hoi", "13.numerator").Label, c.unit, c.value},
		})
		if got := said(p, "bao-hiem-xa-hoi", s); got != c.want {
			t.Errorf("%q %s: %q, want %q", c.value, c.unit, got, c.want)
		}
	}
}

// The plan beside a figure tells which of two readings is meant.
func TestThePlanBesideTellsTheReading(t *testing.T) {
	p := examplePlan(t)
	unit, label := p.Measure("15.1").Inputs[0].From[0], p.Measure("15.1").Inputs[0].Label
	for _, c := range []struct {
		plan any
		want string
	}{
		{38600, "15.1.numerator=38652 B319@D2"},
		{nil, "15.1.numerator=faulty B302@D2"},
		{1000, "15.1.numerator=faulty B302@D2"},
	} {
		s := laid([]row{
			{"Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Thực hiện năm 2022"},
			{label, "tấn", c.plan, "38,652"},
		})
		if got := said(p, unit, s); got != c.want {
			t.Errorf("plan %v: %q, want %q", c.plan, got, c.want)
		}
	}
}

// What floats leave of a difference that is zero is zero; a small figure is one.
func TestResidueOfFloatsIsZero(t *testing.T) {
	for _, c := range []struct{ stored, formula, want string }{
		{"-0.000000000000000027755575615628914", "0.5-0.4-0.1", "4.current=0"},
		{"0.000000000001", "", "4.current=0.000000000001"},
		{"0.000000000001", "0.000000000003-0.000000000002", "4.current=0.000000000001"},
	} {
		cell := workbook.Cell{Kind: workbook.Number, Number: quantity.MustParse(c.stored)}
		cell.Formula = c.formula
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {gdp, "triệu đồng", cell}})
		if got := said(examplePlan(t), "thong-ke", s); got != c.want {
			t.Errorf("%s =%s: %q, want %q", c.stored, c.formula, got, c.want)
		}
	}
}

// What heading, title or sheet say the figures are to be taken times is not passed
// over, also where a column says the unit of each row.
func TestFiguresToBeMultiplied(t *testing.T) {
	for text, asked := range map[string]bool{"(x10)": true, "(x 10)": true, "(×1.000)": true, "(x 1.000)": true,
		"x1000": true, "(* 100)": true, "(X 1 triệu)": true, "(nghìn)": true, "(10^3)": true, "(1.000)": true,
		"(2)": false, "(10)": false, "(x)": false, "(3=1x2)": false, "(lượt)": false, "(lượt x người)": false,
		"(31/12)": false, "(1=2+3)": false} {
		head := row{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022 " + text}
		got := said(examplePlan(t), "phuong-bac-son", laid([]row{head, {jobs, "lượt", 352}}))
		if taken := got == "11.1.value=352"; taken == asked ||
			asked && !strings.HasPrefix(got, "11.1.value=faulty B2") {
			t.Errorf("%q: %s", text, got)
		}
	}
	head := row{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}
	for text, want := range map[string]string{"BIỂU SỐ LIỆU (x10)": "11.1.value=faulty B288@C3",
		"Số liệu x 1.000": "11.1.value=faulty B288@C3", "BIỂU SỐ LIỆU NĂM 2022": "11.1.value=352",
		"Số liệu (:10)": "11.1.value=faulty B288@C3", "Số liệu (10 lượt)": "11.1.value=faulty B288@C3",
		"(trăm)": "11.1.value=faulty B288@C3", "Phòng học 6 x 10 m": "11.1.value=352",
		"Báo cáo (10 trang)": "11.1.value=352", "Báo cáo (1/10)": "11.1.value=352",
		"BIỂU SỐ LIỆU NĂM 2022 (x1000)": "11.1.value=faulty B288@C3"} {
		got := said(examplePlan(t), "phuong-bac-son", laid([]row{{text}, head, {jobs, "lượt", 352}}))
		if got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
	money := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022 (triệu đồng)"},
		{"Tổng giá trị sản xuất năm 2022", "triệu đồng", 25204000}})
	if got := said(examplePlan(t), "thong-ke", money); got != "4.current=25204000" {
		t.Error("a unit with its scale:", got)
	}
}
