package recognise

import (
	"strings"
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/workbook"
)

// earningPlan is the example's plan with the result of a company, which may be a loss
// where the plan says so.
func earningPlan(t *testing.T, negative bool) *resolution.Plan {
	t.Helper()
	flag := ""
	if negative {
		flag = ", negative = true"
	}
	return planWith(t, "unit = \"tỷ đồng\"\n    target = \">= 120\"\n    method = \"value\"\n"+
		"    inputs.value = { label = \"Kết quả kinh doanh trước thuế\""+flag+" }")
}

func earned(p *resolution.Plan, figure any, note string) string {
	s := laid([]row{{"Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Thực hiện năm 2022", "Ghi chú"},
		{"Kết quả kinh doanh trước thuế", "tỷ đồng", 120, figure, note}})
	return said(p, "quan-ly-do-thi", s)
}

// A company may lose what others earn. Books put it in brackets; what words alone say is asked.
func TestALossIsReadWhereThePlanAllowsIt(t *testing.T) {
	shown := func(format string) workbook.Cell {
		return workbook.Cell{Kind: workbook.Number, Number: quantity.MustParse("-18.5"),
			Style: &workbook.Style{NumFmt: format}}
	}
	bracketed, unsigned := shown(`#,##0.0_);(#,##0.0)`), shown(`#,##0.0;[Red]#,##0.0`)
	for _, c := range []struct {
		figure any
		note   string
		want   string
	}{
		{quantity.MustParse("-18.5"), "", "9.value=-18.5"},
		{bracketed, "", "9.value=-18.5"},
		{unsigned, "", "9.value=faulty B273@D2"},
		{"-18,5", "", "9.value=-18.5 B301@D2"},
		{"−18,5", "", "9.value=-18.5 B301@D2"},
		{"(18,5)", "", "9.value=-18.5 B301@D2"},
		{"(18,5 tỷ đồng)", "", "9.value=-18.5 B301@D2"},
		{"(18.500) triệu đồng", "", "9.value=-18.5 B301@D2"},
		{"lỗ 18,5", "", "9.value=faulty B328@D2"},
		{"lỗ 18,5 tỷ", "", "9.value=faulty B328@D2"},
		{"(18,5", "", "9.value=faulty B328@D2"},
		{quantity.MustParse("18.5"), "lỗ do giá sắt thép tăng", "9.value=faulty B257@D2"},
		{quantity.MustParse("-18.5"), "lỗ do giá sắt thép tăng", "9.value=-18.5"},
		{quantity.MustParse("118.5"), "", "9.value=118.5"},
		{quantity.MustParse("0.4"), "", "9.value=0.4"},                // next to nothing is no slip
		{quantity.MustParse("-1200"), "", "9.value=faulty B318@D2"},   // ten times all that was planned
		{quantity.MustParse("-118500"), "", "9.value=faulty B318@D2"}, // triệu đồng
	} {
		got := earned(earningPlan(t, true), c.figure, c.note)
		if got != c.want {
			t.Errorf("%v, %q: %s, want %s", c.figure, c.note, got, c.want)
		}
	}
	for _, figure := range []any{quantity.MustParse("-18.5"), "-18,5", bracketed} {
		got := earned(earningPlan(t, false), figure, "")
		if !strings.HasPrefix(got, "9.value=faulty") || !strings.HasSuffix(got, "B308@D2") {
			t.Errorf("%v, and the plan says nothing: %s", figure, got)
		}
	}
	if got := earned(earningPlan(t, false), "(18,5)", ""); got != "9.value=faulty B328@D2" {
		t.Errorf("in brackets, and the plan says nothing: %s", got)
	}
}

// What words say is a loss may be answered as one, with a key.
func TestALossInWordsIsOfferedAsOne(t *testing.T) {
	p := earningPlan(t, true)
	for figure, note := range map[any]string{"lỗ 18,5 tỷ": "", "- 18,5": "",
		quantity.MustParse("18.5"): "đơn vị bị lỗ"} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"},
			{"Kết quả kinh doanh trước thuế", "tỷ đồng", figure, note}})
		_, problems := recognise(p, "1-nop-vao-day/quan-ly-do-thi.xlsx", "", book(s))
		var offered []string
		for _, problem := range problems {
			if problem.Question != nil {
				for _, c := range problem.Question.Candidates {
					offered = append(offered, c.Value)
				}
			}
		}
		if got := strings.Join(offered, " "); got != "18.5 -18.5" {
			t.Errorf("%v: offered %q", figure, got)
		}
	}
}

// Of what all parts earn together one part may earn more, where another lost.
func TestAPartMayEarnMoreThanAll(t *testing.T) {
	for _, c := range []struct {
		rows []row
		want string
	}{
		{[]row{{"Kết quả kinh doanh trước thuế", "tỷ đồng", 110}, {"Trong đó: xưởng I", "tỷ đồng", 130}},
			"9.value=110 B221@C3"},
		{[]row{{"Kết quả kinh doanh trước thuế", "tỷ đồng", 110}, {"Gồm: xưởng I", "tỷ đồng", 130},
			{"xưởng II", "tỷ đồng", -20}}, "9.value=110 B221@C3 B221@C4"},
	} {
		s := laid(append([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}}, c.rows...))
		if got := said(earningPlan(t, true), "quan-ly-do-thi", s); got != c.want {
			t.Errorf("%v: %s, want %s", c.rows[1:], got, c.want)
		}
	}
}

// A mark in a column of losses says that the figure beside it is one; beside a zero, or in a
// column of gains and losses, it does not.
func TestAMarkInAColumnOfLosses(t *testing.T) {
	for _, c := range []struct {
		heading, mark, want string
		figure              int
	}{
		{"Lỗ", "x", "9.value=faulty B257@C2", 118},
		{"Lỗ", "", "9.value=118", 118},
		{"Lỗ", "-", "9.value=faulty B257@C2", 118},
		{"Lỗ", "0", "9.value=118", 118},
		{"Lỗ", "x", "9.value=-118", -118},
		{"Lãi, lỗ", "x", "9.value=118", 118},
	} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", c.heading},
			{"Kết quả kinh doanh trước thuế", "tỷ đồng", c.figure, c.mark}})
		if got := said(earningPlan(t, true), "quan-ly-do-thi", s); got != c.want {
			t.Errorf("%s %q beside %d: %s, want %s", c.heading, c.mark, c.figure, got, c.want)
		}
	}
}

// By how much something changed last year may have been a fall, whether or not the amounts may be below zero.
func TestLastYearsChangeMayBeAFall(t *testing.T) {
	p := planWith(t, "unit = \"hộ\"\n    target = \">= 5\"\n    method = \"growth\"\n    in = \"unit\"\n"+
		"    previous = \"ask\"\n    inputs.current = { label = \"Số hộ đan lát năm 2022\" }\n"+
		"    inputs.previous = { label = \"Số hộ đan lát năm 2021\" }")
	if a := p.Ask("quan-ly-do-thi", "9."+string(resolution.RoleLast)); !a.Takes(quantity.Int(-3)) {
		t.Errorf("%+v does not take -3", a)
	}
}
