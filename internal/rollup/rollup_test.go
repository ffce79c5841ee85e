package rollup

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// The names of figures are those of our workbooks; those of a form's inputs and of plans
// are none.
func TestFiguresAreKnownByTheirNames(t *testing.T) {
	for name, want := range map[string]string{"CT_01_1": "1.1", "CT_02": "2", "CT_12": "12", "CT_4_2_1": "4.2.1",
		"CT_01_1_KH": "", "CT_01_1_numerator": "", "SO_LIEU_DA_DOI": "", "CT_": "", "CT__1": ""} {
		if id, ok := figureName(name); id != want || ok != (want != "") {
			t.Errorf("%s is %q", name, id)
		}
	}
}

// A note says that a figure is a part; the number of a document does not.
func TestANoteOfAPart(t *testing.T) {
	for note, want := range map[string]bool{"Mới có 08/10 đơn vị báo cáo": true, "mới có 1/2 đơn vị": true,
		"Mới có một phần số liệu": true, "": false, "Theo Quyết định số 12/2021/QĐ-TTg": false, "10/10 đơn vị": false,
		"Giá so sánh 2010": false, "Bằng 117,85% dự toán": false} {
		if partial(note) != want {
			t.Errorf("%q: %v", note, !want)
		}
	}
}

// Committees that are alike share a place, and the next one is as many behind; where less
// is better, the least is first.
func TestPlaces(t *testing.T) {
	figure := func(n int64) *quantity.Number { return new(quantity.Int(n)) }
	places := func() []Place {
		return []Place{{Figure: figure(5)}, {Figure: figure(9)}, {}, {Figure: figure(9)}, {Figure: figure(7)}}
	}
	for _, c := range []struct {
		lower bool
		want  []int
	}{{false, []int{4, 1, 0, 1, 3}}, {true, []int{1, 3, 0, 3, 2}}} {
		got := Compared{Measure: &assess.Measure{}, Lower: c.lower, Places: places()}
		got.rank()
		for i, p := range got.Places {
			if p.Rank != c.want[i] {
				t.Errorf("lower %v: %d is %d., want %d.", c.lower, i, p.Rank, c.want[i])
			}
		}
	}
}

// What is almost all, or almost nothing, is printed as the next figure to it: 99,99.
func TestAFigureKeptOffItsBound(t *testing.T) {
	n := quantity.MustParse
	for _, c := range []struct {
		exact, judged string
		want          bool
	}{{"99.996875", "99.99", true}, {"100.004", "100.01", true}, {"99.996875", "99.90", false},
		{"82.75", "82.76", false}, {"0.001", "0.01", true}} {
		if withinStep(n(c.exact), n(c.judged), 2) != c.want {
			t.Errorf("%s as %s: %v", c.exact, c.judged, !c.want)
		}
	}
}

// Whatever is sent as data is read or refused, and stops nothing.
func FuzzReadData(f *testing.F) {
	data, err := os.ReadFile("../../examples/kien-an-2022/2-bao-cao/ket-qua.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"schema":"baocao-chi-tieu/1","sections":[{"indicators":[{"measures":[{"id":"1",
		"totals":{"value":"1"}}]}]}]}`))
	f.Add([]byte(`{"schema":"baocao/2"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, problems := ReadData("a.json", "", "", data)
		if r == nil && len(problems) == 0 {
			t.Error("it is neither read nor refused")
		}
		if r != nil {
			_ = r.inOrder()
		}
	})
}

// A PDF may carry anything.
func FuzzReadPaper(f *testing.F) {
	data, err := os.ReadFile("../../examples/kien-an-2022/2-bao-cao/BaoCao-2022.pdf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	lim := workbook.DefaultLimits()
	lim.MaxUncompressed = 8 << 20
	f.Fuzz(func(t *testing.T, data []byte) {
		r, problems := ReadPaper(context.Background(), "a.pdf", "", data, lim)
		if r == nil && len(problems) == 0 {
			t.Error("it is neither read nor refused")
		}
	})
}

// PhuLuc has shares where a unit answered with shares: they come to 100, and are not added
// to another committee's amounts.
func TestSharesOfAWorkbookAreNoAmounts(t *testing.T) {
	measure := func(id, name, label string) *resolution.Measure {
		return &resolution.Measure{ID: id, Name: name, Unit: "%", Method: resolution.Share, Of: []string{"5.1", "5.2"},
			From: []string{"xa"}, Inputs: []resolution.Input{{Role: resolution.RoleValue, Label: label,
				Unit: "triệu đồng", From: []string{"xa"}}}}
	}
	plan := &resolution.Plan{Rollup: &resolution.Rollup{Units: []string{"xa"}}, Units: []resolution.Unit{{ID: "xa"}},
		Resolution: resolution.Resolution{Year: 2026},
		Sections: []resolution.Section{{Indicators: []resolution.Indicator{{Number: 5, Measures: []*resolution.Measure{
			measure("5.1", "Tỷ trọng công nghiệp", "Giá trị công nghiệp"),
			measure("5.2", "Tỷ trọng dịch vụ", "Giá trị dịch vụ")}}}}}}
	plan.Index()
	for value, want := range map[string]bool{"45.6": true, "456": false} {
		r := &Report{Kind: Workbook, Year: 2026, Unit: "xa", Measures: map[string]*Measure{}}
		for id, x := range map[string][3]string{"5.1": {"Tỷ trọng công nghiệp", "Giá trị công nghiệp", value},
			"5.2": {"Tỷ trọng dịch vụ", "Giá trị dịch vụ", "54.4"}} {
			n := quantity.MustParse(x[2])
			r.Measures[id] = &Measure{ID: id, Name: x[0], Unit: "%", Judged: &n, Complete: true,
				Totals:   map[resolution.Role]Total{},
				labelled: []Total{{Value: n, Label: x[1], Unit: "triệu đồng", Known: true}}}
		}
		_, problems := r.answers(termsOf(plan, []*Report{r}), "xa")
		told := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Code == "B835" })
		if told != want {
			t.Errorf("%s and 54,4: %v", value, problems)
		}
	}
}

// The annex that an earlier version's PDF carries has no names; it is read by its head.
func TestAnAnnexWithoutNamesIsCompared(t *testing.T) {
	figure, year := quantity.MustParse("82.76"), "Thực hiện 2026"
	s := &workbook.Sheet{Name: "Phụ lục", Visibility: workbook.Visible, Cells: []workbook.Cell{
		{Row: 9, Col: 1, Kind: workbook.Text, Text: "TT"},
		{Row: 9, Col: 5, Kind: workbook.Text, Text: "Thực hiện 2025"},
		{Row: 9, Col: 6, Kind: workbook.Text, Text: year}, {Row: 12, Col: 1, Kind: workbook.Text, Text: "1.1"},
		{Row: 12, Col: 5, Kind: workbook.Number, Number: quantity.MustParse("70")},
		{Row: 12, Col: 6, Kind: workbook.Number, Number: figure}}}
	r := &Report{Year: 2026, Measures: map[string]*Measure{"1.1": {ID: "1.1", Judged: &figure}}}
	figures := r.unnamed(&workbook.Book{Sheets: []*workbook.Sheet{s}})
	if problems := r.compareUnnamed("a.xlsx", figures); figures == nil || len(problems) != 0 {
		t.Errorf("%v: %v", figures, problems)
	}
	s.Cells[5].Number = quantity.MustParse("92.76")
	figures = r.unnamed(&workbook.Book{Sheets: []*workbook.Sheet{s}})
	if problems := r.compareUnnamed("a.xlsx", figures); len(problems) != 1 || problems[0].Code != "B810" {
		t.Errorf("%v", problems)
	}
	if (&Report{Year: 2027}).unnamed(&workbook.Book{Sheets: []*workbook.Sheet{s}}) != nil {
		t.Error("another year's figures are taken")
	}
}

// So may a workbook that calls its cells as ours do.
func FuzzReadBook(f *testing.F) {
	data, err := os.ReadFile("../../examples/kien-an-2022/2-bao-cao/PhuLuc-2022.xlsx")
	if err != nil {
		f.Fatal(err)
	}
	lim := workbook.DefaultLimits()
	lim.MaxUncompressed = 8 << 20
	b, problems := open.Read(context.Background(), "a.xlsx", data, lim)
	if b == nil || !IsBook(b) {
		f.Fatal(problems)
	}
	f.Add("CT_01_1", "Phụ lục", 12, 7, 12, 7, "12/13", 1)
	f.Add("CT_2", "Số liệu", 4, 4, 1<<20, 1, "", 3)
	f.Add("X", "Phụ lục", 1, 1, 1, 1, "", -1)
	f.Fuzz(func(t *testing.T, name, sheet string, row, col, lastRow, lastCol int, text string, at int) {
		own := *b
		own.Names = append([]workbook.Name{{Name: name, Sheet: sheet,
			Range: workbook.Range{Row: row, Col: col, LastRow: lastRow, LastCol: lastCol}}}, b.Names...)
		own.Sheets = nil
		for i, s := range b.Sheets {
			changed := *s
			changed.Cells = slices.Clone(s.Cells)
			for k := range changed.Cells { // not every format has styles
				if at < 0 {
					changed.Cells[k].Style = nil
				}
			}
			if at >= 0 && at < len(changed.Cells) && i == 0 {
				changed.Cells[at].Kind, changed.Cells[at].Text = workbook.Text, text
			}
			own.Sheets = append(own.Sheets, &changed)
		}
		if r, problems := ReadBook("a.xlsx", "", &own); r == nil && len(problems) == 0 {
			t.Error("it is neither read nor refused")
		}
	})
}

// A name twice in one object is read otherwise by others: it is found, whatever letters it is
// in, and nothing else is.
func TestNamesThatStandTwice(t *testing.T) {
	many := ""
	for i := range 60 {
		many += fmt.Sprintf(`"k%d":[],`, i)
	}
	for data, want := range map[string]string{
		`{"a":1,"b":{"a":2},"c":[{"a":1},{"a":2}],"d":"a","e":["a","a"]}`: "",
		`{"a":1,"b":2,"a":3}`:                         "a",
		`{"totals":{},"Totals":{}}`:                   "Totals",
		`{"totals":{},"\u0074otals":{}}`:              "totals",
		`{"a":{"x":"\"","y":"\\"},"b":{"x":1,"x":2}}`: "x",
		"{" + many + `"z":{"k1":1}}`:                  "",
		"{" + many + `"K7":1}`:                        "K7",
		`[[[{"a":1}]],{"a":[{}],"a":{}}]`:             "a",
	} {
		if !json.Valid([]byte(data)) {
			t.Fatalf("%s is no JSON", data)
		}
		if got := twice([]byte(data)); got != want {
			t.Errorf("%s: %q, want %q", data, got, want)
		}
	}
}
