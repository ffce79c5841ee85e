package recognise

import (
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/workbook"
)

// questionsOf are the questions about a sheet: code, label, heading, and what may
// be answered.
func questionsOf(t *testing.T, p *resolution.Plan, s *workbook.Sheet) string {
	t.Helper()
	_, problems := recognise(p, "1-nop-vao-day/Chi cục Thống kê quận.xlsx", "", book(s))
	var all []string
	for _, x := range problems {
		if !x.IsQuestion() {
			continue
		}
		said := x.Code + " " + x.Question.Input + "|" + x.Question.Label + "|" + x.Question.Heading
		for _, c := range x.Question.Candidates {
			said += "|" + c.Input + c.Value
		}
		all = append(all, said)
	}
	return strings.Join(all, "; ")
}

// Each question says what may be answered to it: the inputs that a row may mean,
// the columns, the figure as it stands, or the numbers in a text.
func TestQuestionsHaveCandidates(t *testing.T) {
	t.Parallel()
	const label = "Tổng giá trị sản xuất năm 2022"
	for _, c := range []struct {
		name string
		rows []row
		want string
	}{
		{"two columns", []row{
			{"ĐVT: triệu đồng"},
			{"Chỉ tiêu", "Kết quả A", "Kết quả B"},
			{label, 117, 120},
		}, "B241 ||"},
		{"roughly", []row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Thực hiện"}, {label, "khoảng 350"}},
			"B313 4.current|" + label + "|Thực hiện|350"},
		{"nothing but a year", []row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Thực hiện"}, {label, "như năm 2021"}},
			"B300 4.current|" + label + "|Thực hiện"},
		{"years beside figures", []row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Thực hiện"},
			{label, "352; năm 2019: 330"}}, "B315 4.current|" + label + "|Thực hiện|352|330"},
		{"a part of it", []row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Thực hiện"},
			{label, "352 (trong đó nợ cũ 20, nợ mới 30)"}}, "B315 4.current|" + label + "|Thực hiện|352"},
		{"another year", []row{{"ĐVT: triệu đồng"}, {"SỐ LIỆU NĂM 2021"}, {"Chỉ tiêu", "Thực hiện"}, {label, 117}},
			"B243 4.current|" + label + "|Thực hiện|117"},
		{"twice", []row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Thực hiện"}, {label, 117}, {label, 120}}, "B222 4.current|"},
		{"none", []row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Thực hiện"}, {label, 117}}, ""},
	} {
		got := questionsOf(t, examplePlan(t), laid(c.rows))
		if !strings.HasPrefix(got, c.want) || strings.Contains(c.want, "|Thực hiện") && got != c.want ||
			c.want == "" && got != "" {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	s := laid([]row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Kết quả A", "Kết quả B"}, {label, 117, 120}})
	if got := questionsOf(t, examplePlan(t), s); !strings.HasSuffix(got, "|117|120") {
		t.Error(got)
	}
}

// A confirmed reading opens the cells of its label and heading, and no other:
// what is hidden, planned or of another year is asked about all the same.
func TestAConfirmedReadingPassesTheGate(t *testing.T) {
	t.Parallel()
	const label = "Tổng giá trị sản xuất năm 2022"
	for _, c := range []struct {
		name, label, heading string
		rows                 []row
		mend                 func(*workbook.Sheet)
		want                 string
	}{
		{"its cell", "Giá trị làm ra", "Kết quả", []row{
			{"ĐVT: triệu đồng"},
			{"Chỉ tiêu", "Kết quả"},
			{"Giá trị làm ra", 117},
		}, nil, "4.current=117"},
		{"one column of two", label, "Kết quả B", []row{
			{"ĐVT: triệu đồng"},
			{"Chỉ tiêu", "Kết quả A", "Kết quả B"},
			{label, 117, 120},
		}, nil, "4.current=120"},
		{"another heading", "Giá trị làm ra", "Kết quả",
			[]row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Thực hiện"}, {"Giá trị làm ra", 117}}, nil, ""},
		{"another label", "Giá trị làm ra", "Kết quả",
			[]row{{"ĐVT: triệu đồng"}, {"Chỉ tiêu", "Kết quả"}, {"Giá trị làm ra thêm", 117}}, nil, ""},
		{"a plan", "Giá trị làm ra", "Kế hoạch", []row{
			{"ĐVT: triệu đồng"},
			{"Chỉ tiêu", "Kế hoạch"},
			{"Giá trị làm ra", 117},
		}, nil, "4.current=faulty"},
		{"another year", "Giá trị làm ra", "Kết quả", []row{
			{"ĐVT: triệu đồng"},
			{"SỐ LIỆU NĂM 2021"},
			{"Chỉ tiêu", "Kết quả"},
			{"Giá trị làm ra", 117},
		}, nil, "4.current=faulty B243"},
		{"a hidden row", "Giá trị làm ra", "Kết quả", []row{
			{"ĐVT: triệu đồng"},
			{"Chỉ tiêu", "Kết quả"},
			{"Giá trị làm ra", 117},
		},
			func(s *workbook.Sheet) { s.HiddenRows = []workbook.Span{{First: 3, Last: 3}} }, "4.current=faulty B245"},
		{"of nothing that is asked", label, "none", []row{
			{"ĐVT: triệu đồng"},
			{"Chỉ tiêu", "none"},
			{label, 117},
		}, nil, ""},
	} {
		p := examplePlan(t)
		input := "4.current"
		if c.heading == "none" {
			input = resolution.NoInput
		}
		p.Readings = []resolution.Reading{{Unit: "thong-ke", Label: c.label, Heading: c.heading, Input: input}}
		s := laid(c.rows)
		if c.mend != nil {
			c.mend(s)
		}
		got := said(p, "thong-ke", s)
		if !strings.HasPrefix(got, c.want) || c.want == "" && strings.Contains(got, "4.current=1") {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// What inspect prints for a table that was asked about settles it once somebody has
// taken the marks of comments away; pasted as it is it takes nothing.
func TestPrintedLayoutsSettleWhatWasAsked(t *testing.T) {
	t.Parallel()
	p := examplePlan(t)
	s := laid([]row{
		{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
		{"Số doanh nghiệp", "doanh nghiệp", 1500},
	})
	ret, problems := recognise(p, "1-nop-vao-day/Chi cục Thuế.xlsx", "", book(s))
	got := Layouts(book(s), ret, problems, diag.Vi)
	if !strings.Contains(got, "# input  = \"7.value\"\n") ||
		!strings.Contains(got, "# column = \"Thực hiện năm 2022\"\n") {
		t.Fatal(got)
	}
	for line := range strings.Lines(got) {
		if text := strings.TrimSpace(line); text != "" && text[0] != '#' {
			t.Errorf("%q would be taken as it stands", text)
		}
	}
	p.Layouts = []resolution.Layout{{Unit: "chi-cuc-thue", Input: "7.value", Sheet: "Bảng",
		Row: "Số doanh nghiệp", Column: "Thực hiện năm 2022"}}
	if got := said(p, "chi-cuc-thue", s); got != "7.value=1500" {
		t.Error(got)
	}
}
