package recognise

import (
	"slices"
	"strings"
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// drawn is a file that gives one figure, the members joined, in whatever way.
type drawn struct {
	title                       string // over the table
	unit                        string // beside the figure, or over it
	value                       any
	again                       any // the same figure a second time, on another sheet
	hideRow, hideCol, hideSheet bool
}

// way is one of the ways to read a cell: how a file of that kind looks.
type way struct {
	name   string
	sender string
	draw   func(p *resolution.Plan, d drawn) *workbook.Book
}

const partyUnit = "Ban Tổ chức Quận ủy"

// tableWay draws a sheet whose figure stands in the given row and column.
func tableWay(row, col int, draw func(d drawn, value any) *workbook.Sheet) func(*resolution.Plan,
	drawn) *workbook.Book {
	return func(_ *resolution.Plan, d drawn) *workbook.Book {
		s := draw(d, d.value)
		if d.hideRow {
			s.HiddenRows = []workbook.Span{{First: row, Last: row}}
		}
		if d.hideCol {
			s.HiddenCols = []workbook.Span{{First: col, Last: col}}
		}
		b := book(s)
		if d.hideSheet {
			s.Visibility = workbook.Hidden
		}
		if d.again != nil {
			second := draw(d, d.again)
			second.Name = "Bảng 2"
			b.Sheets = append(b.Sheets, second)
		}
		return b
	}
}

func rowTable(d drawn, value any) *workbook.Sheet {
	return laid([]row{{d.title}, nil, {"TT", "Chỉ tiêu", "ĐVT", "Số liệu"}, {2, joined, d.unit, value}})
}

var ways = []way{
	{"form", "ban-to-chuc", func(p *resolution.Plan, d drawn) *workbook.Book {
		b := form(p, "ban-to-chuc", map[string]any{"2.value": d.value})
		s := b.Sheets[0]
		s.At(1, 1).Text = d.title
		for i := range s.Cells {
			if c := s.Cells[i]; c.Text == "2.value" {
				s.At(c.Row, 3).Text = d.unit
				if d.hideRow {
					s.HiddenRows = []workbook.Span{{First: c.Row, Last: c.Row}}
				}
			}
		}
		if d.hideCol {
			s.HiddenCols = []workbook.Span{{First: 4, Last: 4}}
		}
		if d.hideSheet {
			s.Visibility = workbook.Hidden
		}
		if d.again != nil {
			second := *form(p, "ban-to-chuc", map[string]any{"2.value": d.again}).Sheets[0]
			second.Name = "Số liệu (2)"
			b.Sheets = append(b.Sheets, &second)
		}
		return b
	}},
	{"table", "ban-to-chuc", tableWay(4, 4, rowTable)},
	{"row for each unit", "ban-to-chuc", tableWay(5, 2, func(d drawn, value any) *workbook.Sheet {
		return laid([]row{
			{d.title},
			{nil, "ĐVT: " + d.unit},
			{"Đơn vị", "Số đảng viên được kết nạp"},
			{"Phòng Kinh tế", 5},
			{partyUnit, value},
		})
	})},
	{"column for each unit", "ban-to-chuc", tableWay(4, 4, func(d drawn, value any) *workbook.Sheet {
		return laid([]row{{d.title}, nil, {"Chỉ tiêu", "ĐVT", "Phòng Kinh tế", partyUnit}, {joined, d.unit, 5, value}})
	})},
	{"layout", "ban-to-chuc", func(p *resolution.Plan, d drawn) *workbook.Book {
		p.Layouts = []resolution.Layout{{Unit: "ban-to-chuc", Input: "2.value", Sheet: "Bảng", Row: "Kết nạp",
			Column: "Cộng"}}
		return tableWay(4, 3, func(d drawn, value any) *workbook.Sheet {
			return laid([]row{{d.title}, nil, {"Công tác", "ĐVT", "Cộng"}, {"Kết nạp", d.unit, value}})
		})(p, d)
	}},
	{"other unit's table", "kinh-te", tableWay(4, 4, rowTable)},
}

// everyWay is every way, and every way through every format.
func everyWay(t *testing.T) []way {
	all := slices.Clone(ways)
	for _, w := range ways {
		for _, f := range carriers {
			all = append(all, f.through(t, w))
		}
	}
	return all
}

// plain is the name of a way without that of a format.
func (w way) plain() string {
	name, _, _ := strings.Cut(w.name, " in .")
	return name
}

// knowing is what reading in each way takes, by its plain name: made once, it is most
// of the work.
type knowing map[string]*Knowledge

// notCarried stands for what a format cannot carry.
const notCarried = "not carried"

// outcome is what became of the figure: its value, or the code of the question.
func (k knowing) outcome(t *testing.T, w way, d drawn) string {
	of := k[w.plain()]
	if of == nil {
		p := examplePlan(t)
		w.draw(p, d)
		of = NewKnowledge(p, nil)
		k[w.plain()] = of
	}
	b := w.draw(of.plan, d)
	if b == nil {
		return notCarried
	}
	ret, problems := withoutUnheard(of.Recognise("1-nop-vao-day/"+of.plan.Unit(w.sender).Name+".xlsx", "", b))
	var codes []string
	for _, pr := range problems {
		// what only tells; and a file that is all of another's
		if pr.Code != "B301" && pr.Code != "B317" && pr.Code != "B220" {
			codes = append(codes, pr.Code)
		}
	}
	o := returns.FindAnswer(ret.Observations, "2.value")
	if w.sender != "ban-to-chuc" {
		for _, other := range ret.Others {
			if other.Key == "2.value" {
				o = other.Observation
			}
		}
	}
	if o.Answer == returns.Given {
		return strings.Join(append([]string{o.Value.Plain()}, codes...), " ")
	}
	return strings.Join(codes, " ")
}

// Whatever way a figure is read, the same is asked of it. Each rule has a file
// it asks about and one that it must leave alone.
func TestTheGateAsksTheSameOfEveryWay(t *testing.T) {
	dec := quantity.MustParse
	const plain = "đảng viên"
	k := knowing{}
	for _, rule := range []struct {
		name      string
		asked     drawn
		code      string
		left      drawn
		exception map[string]string // ways in which the file is not asked about, or otherwise
	}{
		{"hidden row", drawn{unit: plain, value: 127, hideRow: true}, "B245", drawn{unit: plain, value: 127}, nil},
		{"hidden column", drawn{unit: plain, value: 127, hideCol: true}, "B249", drawn{unit: plain, value: 127}, nil},
		{"hidden sheet", drawn{unit: plain, value: 127, hideSheet: true}, "B254", drawn{unit: plain, value: 127},
			// tables are looked for on visible sheets only
			map[string]string{"table": "", "row for each unit": "", "column for each unit": ""}},
		{"twice", drawn{unit: plain, value: 127, again: 128}, "B222", drawn{unit: plain, value: 127, again: 127},
			// a copied form is refused whole; a layout names its sheet; the first of another unit's figures is noted
			map[string]string{"form": "B223", "layout": "127", "other unit's table": "127"}},
		{"another year", drawn{title: "KẾT QUẢ NĂM 2021", unit: plain, value: 127}, "B243",
			drawn{title: "KẾT QUẢ NĂM 2022, NHIỆM VỤ NĂM 2023", unit: plain, value: 127},
			map[string]string{"form": "B294"}},
		{"part of the year", drawn{title: "KẾT QUẢ 9 THÁNG NĂM 2022", unit: plain, value: 127}, "B247",
			drawn{title: "KẾT QUẢ 12 THÁNG NĂM 2022", unit: plain, value: 127}, map[string]string{"form": "127"}},
		{"a plan", drawn{title: "CHỈ TIÊU KẾ HOẠCH GIAO NĂM 2022", unit: plain, value: 127}, "B255",
			drawn{title: "KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2022", unit: plain, value: 127},
			map[string]string{"form": "127"}},
		{"an estimate", drawn{title: "ƯỚC THỰC HIỆN NĂM 2022", unit: plain, value: 127}, "B242",
			drawn{title: "HƯƠNG ƯỚC, QUY ƯỚC NĂM 2022", unit: plain, value: 127}, map[string]string{"form": "127"}},
		{"a draft", drawn{title: "DỰ THẢO", unit: plain, value: 127}, "B264",
			drawn{title: "GÓP Ý DỰ THẢO NGHỊ QUYẾT NĂM 2022", unit: plain, value: 127},
			map[string]string{"form": "127"}},
		{"another level", drawn{title: "SỐ LIỆU TOÀN THÀNH PHỐ", unit: plain, value: 127}, "B263",
			drawn{title: "SỐ LIỆU TOÀN QUẬN", unit: plain, value: 127},
			map[string]string{"form": "127", "layout": "127", // the office described the place
				// the row or the column names the sender
				"row for each unit": "127", "column for each unit": "127"}},
		{"people who are not the sender's", drawn{title: "ĐẢNG VIÊN TẠM TRÚ NĂM 2022", unit: plain, value: 127}, "B263",
			drawn{title: "ĐẢNG VIÊN NĂM 2022", unit: plain, value: 127},
			map[string]string{"form": "127", "layout": "127"}},
		{"some of the places", drawn{title: "SỐ LIỆU 10/12 TỔ DÂN PHỐ", unit: plain, value: 127}, "B263",
			drawn{title: "SỐ LIỆU 12/12 TỔ DÂN PHỐ", unit: plain, value: 127},
			map[string]string{"form": "127", "layout": "127"}},
		{"a bracket", drawn{unit: plain, value: "127 (nữ 60)"}, "B315",
			drawn{unit: plain, value: "127 (năm 2021: 121)"}, nil},
		{"unit of measurement", drawn{unit: "tỷ đồng", value: 127}, "B218",
			drawn{unit: "nghìn đảng viên", value: dec("0.127")}, nil},
		{"number", drawn{unit: plain, value: "khoảng 127"}, "B313", drawn{unit: plain, value: "127 đảng viên"}, nil},
		{"whole number", drawn{unit: plain, value: dec("12.5")}, "B309", drawn{unit: plain, value: 127}, nil},
		{"whole number after conversion", drawn{unit: "nghìn đảng viên", value: dec("0.1275")}, "B309",
			drawn{unit: "nghìn đảng viên", value: dec("0.127")}, nil},
		{"size", drawn{unit: plain, value: 1270}, "B318", drawn{unit: plain, value: 127},
			map[string]string{"form": "B343"}},
	} {
		for _, w := range everyWay(t) {
			want, excepted := rule.exception[w.plain()]
			switch {
			case excepted:
			case w.sender != "ban-to-chuc": // another unit's figure: no problem of the sender's
			default:
				want = rule.code
			}
			if got := k.outcome(t, w, rule.asked); got != want {
				t.Errorf("%s, %s: %q, want %q", rule.name, w.name, got, want)
			}
			want = "127"
			if rule.left.again != nil && w.plain() == "form" {
				want = "B223"
			}
			if got := k.outcome(t, w, rule.left); got != want {
				t.Errorf("%s must leave it alone, %s: %q, want %q", rule.name, w.name, got, want)
			}
		}
	}
}

// What the lines over a table say of figures under a heading that leaves it
// open.
func TestTitlesOfPlansAndEstimates(t *testing.T) {
	for _, c := range []struct {
		lines   []string
		heading string
		code    string
	}{
		{[]string{"KẾ HOẠCH NĂM 2022"}, "Giá trị", "B255"},
		{[]string{"CHỈ TIÊU KẾ HOẠCH GIAO NĂM 2022"}, "Số liệu", "B255"},
		{[]string{"PHÂN BỔ CHỈ TIÊU, DỰ TOÁN NĂM 2022"}, "Giá trị", "B255"},
		{[]string{"KẾ HOẠCH THỰC HIỆN NGHỊ QUYẾT NĂM 2022"}, "Giá trị", "B255"},
		{[]string{"KẾ HOẠCH NĂM 2022", "(Thực hiện Công văn số 12 của Quận ủy)"}, "Giá trị", "B255"},
		{[]string{"KẾ HOẠCH NĂM 2022"}, "Thực hiện", "B975"},
		{[]string{"KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2022"}, "Giá trị", ""},
		{[]string{"Tình hình thực hiện nhiệm vụ, kế hoạch năm 2022"}, "Giá trị", ""},
		{[]string{"BÁO CÁO KẾT QUẢ", "CÁC CHỈ TIÊU KẾ HOẠCH NĂM 2022"}, "Giá trị", ""},
		{[]string{"KẾT QUẢ NĂM 2022 VÀ KẾ HOẠCH NĂM 2023"}, "Giá trị", ""},
		{[]string{"(Mẫu của Sở Kế hoạch và Đầu tư)", "BIỂU SỐ LIỆU NĂM 2022"}, "Giá trị", ""},
		{[]string{"CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA NĂM 2022"}, "Giá trị", ""},
		{[]string{"NGÀNH GIAO THÔNG, GIÁO DỤC NĂM 2022"}, "Giá trị", ""},
		{[]string{"ƯỚC THỰC HIỆN NĂM 2022"}, "Giá trị", "B242"},
		{[]string{"ƯỚC THỰC HIỆN NĂM 2022"}, "Thực hiện", "B242"},
		{[]string{"ƯỚC THỰC HIỆN NĂM 2022"}, "Thực hiện năm 2022", "B242"},
		{[]string{"BÁO CÁO KẾT QUẢ", "Số liệu ước đến hết năm 2022"}, "Giá trị", "B242"},
		{[]string{"THỰC HIỆN HƯƠNG ƯỚC, QUY ƯỚC NĂM 2022"}, "Giá trị", ""},
	} {
		var rows []row
		for _, l := range c.lines {
			rows = append(rows, row{l})
		}
		p := examplePlan(t)
		want := "2.value=127"
		if c.code != "" {
			want = "2.value=faulty " + c.code
		}
		got := said(p, "ban-to-chuc", laid(append(rows, nil, row{"Chỉ tiêu", c.heading}, row{joined, 127})))
		if at := strings.IndexByte(got, '@'); at >= 0 {
			got = got[:at]
		}
		if got != want {
			t.Errorf("%q over %q: %s, want %s", c.lines, c.heading, got, want)
		}
	}
}

// A cell that is not what is asked for is asked about only where no other one
// answers, in whatever order they stand.
func TestWhatIsNotMeantStandsAside(t *testing.T) {
	p := examplePlan(t)
	table := func(name, title string, rows ...row) *workbook.Sheet {
		s := laid(append([]row{{title}, nil, {"Chỉ tiêu", "Giá trị"}}, rows...))
		s.Name = name
		return s
	}
	result := table("KQ", "KẾT QUẢ NĂM 2022", row{joined, 127})
	for _, other := range []*workbook.Sheet{
		table("2021", "KẾT QUẢ NĂM 2021", row{joined, 118}),
		table("2021 trống", "KẾT QUẢ NĂM 2021", row{joined, nil}),
		table("KH", "KẾ HOẠCH NĂM 2022", row{joined, 125}),
		table("9T", "KẾT QUẢ 9 THÁNG NĂM 2022", row{joined, 90}),
		table("Ước", "ƯỚC THỰC HIỆN NĂM 2022", row{joined, 130}),
	} {
		for _, sheets := range [][]*workbook.Sheet{{result, other}, {other, result}} {
			if got := said(p, "ban-to-chuc", sheets...); got != "2.value=127" {
				t.Errorf("beside %s: %s", other.Name, got)
			}
		}
		got := said(p, "ban-to-chuc", other)
		if other.Name != "2021 trống" && !strings.HasPrefix(got, "2.value=faulty B2") {
			t.Errorf("%s alone: %s", other.Name, got)
		}
	}
	for hiddenRow, want := range map[int]string{4: "2.value=127", 5: "2.value=99"} {
		s := table("Lọc", "", row{joined, 99}, row{joined, 127})
		s.HiddenRows = []workbook.Span{{First: hiddenRow, Last: hiddenRow}}
		if got := said(p, "ban-to-chuc", s); got != want {
			t.Errorf("row %d hidden: %s, want %s", hiddenRow, got, want)
		}
	}
}

// The second table of a sheet is of the year its own title names, not of that
// of the first.
func TestEachTableHasItsOwnTitle(t *testing.T) {
	p := examplePlan(t)
	s := laid([]row{{"I. NĂM 2022"}, {"Chỉ tiêu", "Giá trị"}, {"Số tổ chức đảng thành lập mới trong năm", 1},
		{"II. NĂM 2021"}, {"Chỉ tiêu", "Giá trị"}, {"Số đảng viên được kết nạp", 118}})
	if got := said(p, "ban-to-chuc", s); got != "2.value=faulty 3.value=1 B243@A4" {
		t.Error(got)
	}
	s = laid([]row{{"NĂM 2021"}, {"Chỉ tiêu", "Giá trị"}, {"Số tổ chức đảng thành lập mới trong năm", 1},
		{"Phần II"}, {"Chỉ tiêu", "Giá trị"}, {"Số đảng viên được kết nạp", 118}})
	if got := said(p, "ban-to-chuc", s); got != "2.value=faulty 3.value=faulty B243@A1" {
		t.Error("a table without a year of its own is of the sheet's:", got)
	}
}

// A unit of measurement over a table holds for it from however far; that of a
// table before only from near.
func TestUnitsOverATable(t *testing.T) {
	p := examplePlan(t)
	far := []row{{"Đơn vị tính: tỷ đồng"}}
	for range 10 {
		far = append(far, row{"Căn cứ Nghị quyết số 02"})
	}
	table := []row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {"Tổng giá trị sản xuất năm 2022", 16000}}
	if got := said(p, "thong-ke", laid(append(slices.Clone(far), table...))); got != "4.current=16000000 B317@B13" {
		t.Error(got)
	}
	far[3] = row{"Doanh thu", 5}
	if got := said(p, "thong-ke", laid(append(far, table...))); got != "4.current=faulty B326@B13" {
		t.Error("behind another table:", got)
	}
}

// Where a plan is asked for, a plan is no other thing.
func TestAPlanThatIsAskedFor(t *testing.T) {
	p := examplePlan(t)
	unit := p.Measure("6").Inputs[1].From[0]
	s := laid([]row{{"DỰ TOÁN NĂM 2022 (triệu đồng)"}, nil, {"Chỉ tiêu", "Giá trị"}, {p.Ask(unit, "6.plan").Label, 500},
		{p.Ask(unit, "6.actual").Label, 600}})
	if got := said(p, unit, s); got != "6.actual=faulty 6.plan=500 B255@A1" {
		t.Error(got)
	}
}
