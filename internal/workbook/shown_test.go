package workbook

import (
	"strings"
	"testing"

	"baocao/internal/quantity"
)

func TestWhatAFormatShows(t *testing.T) {
	for _, c := range []struct{ code, number, text, value, words string }{
		{"General", "1250.5", "1.250,5", "1250.5", ""},
		{"#,##0", "1250.5", "1.251", "1250.5", ""},
		{"#,##0,,", "10500000000", "10.500", "10500", ""},
		{"#,##0.0,", "10500", "10,5", "10.5", ""},
		{`#,##0,," triệu đồng"`, "10500000000", "10.500 triệu đồng", "10500", "triệu đồng"},
		{`0.0,,," tỷ"`, "1300400000", "1,3 tỷ", "1.3004", "tỷ"},
		{`#,##0\ [$₫-42A]`, "1250", "1.250 ₫", "1250", "₫"},
		{`[$$-409]#,##0`, "1250", "$1.250", "1250", "$"},
		{"0%", "0.825", "83%", "82.5", ""},
		{"0.00%", "0.4587", "45,87%", "45.87", ""},
		{`0.00"%"`, "45.87", "45,87%", "45.87", "%"},
		{";;;", "125", "", "125", ""},
		{"[White]0", "125", "", "125", ""},
		{"[Color2]#,##0", "125", "", "125", ""},
		{"[Red]0", "125", "125", "125", ""},
		{"#,##0;-#,##0;", "0", "", "0", ""},
		{"#,###", "0", "", "0", ""},
		{"#,###", "12", "12", "12", ""},
		{"0;(0)", "-5", "(5)", "-5", ""},
		{"0", "-5", "-5", "-5", ""},
		{`_-* #,##0\ _₫_-;\-* #,##0\ _₫_-;_-* "-"??\ _₫_-;_-@_-`, "1250", "1.250", "1250", ""},
		{`_-* #,##0\ _₫_-;\-* #,##0\ _₫_-;_-* "-"??\ _₫_-;_-@_-`, "-1250", "-1.250", "-1250", ""},
		{`[>=1000000]#,##0,," tr";#,##0`, "2500000", "3 tr", "2.5", "tr"},
		{`[>=1000000]0.0,," tr";#,##0`, "2500000", "2,5 tr", "2.5", "tr"},
		{`[>=1000000]0.0,," tr";#,##0`, "2500", "2.500", "2500", ""},
		{`[Red][<0]-0;0`, "-3", "-3", "-3", ""},
		{`General" hộ"`, "7", "7 hộ", "7", "hộ"},
		{"@", "7", "7", "7", ""},
		{"0.0##", "7.25", "7,25", "7.25", ""},
		{"0000", "7", "0007", "7", ""},
		{"0,000", "12", "0.012", "12", ""},
		{"???0", "7", "7", "7", ""},
		{`_(* "-"??_)`, "0", "-", "0", ""},
		{`"số "General`, "-5", "-số 5", "-5", "số"},
		{`[=0]"";General`, "-5", "-5", "-5", ""},
	} {
		s, ok := Show(&Cell{Kind: Number, Number: quantity.MustParse(c.number), Style: NewStyle("", c.code)})
		if !ok || s.Text != c.text || s.Value.Plain() != c.value || s.Words != c.words {
			t.Errorf("%s in %s: %q %s %q %v, want %q %s %q", c.number, c.code, s.Text, s.Value.Plain(), s.Words, ok,
				c.text, c.value, c.words)
		}
	}
	for _, code := range []string{"dd/mm/yyyy", "0.00E+00", "# ?/?", `0" tỷ "000`, `"`, "[>x]0;0"} {
		if s, ok := Show(&Cell{Kind: Number, Number: quantity.Int(5), Style: NewStyle("", code)}); ok {
			t.Errorf("%s is understood as %+v", code, s)
		}
	}
	for _, code := range []string{"0;0", "General;General"} {
		if s, _ := Show(&Cell{Kind: Number, Number: quantity.Int(-5), Style: NewStyle("", code)}); !s.NoSign {
			t.Errorf("a sign that the format %s hides is not told", code)
		}
	}
}

// testSheet has 2, 1, 1 in E3:E5, their sum in E6 and texts in F.
func testSheet(formula string) (*Book, *Sheet, *Cell) {
	n := func(row, col int, v int64) Cell {
		return Cell{Row: row, Col: col, Kind: Number, Number: quantity.Int(v), Style: &Style{}}
	}
	total := n(6, 5, 0)
	total.HasFormula, total.Formula = true, formula
	sum := n(7, 5, 9) // an old value of a sum
	sum.HasFormula, sum.Formula = true, "SUM(E3:E5)"
	s := &Sheet{Name: "Số liệu", Cells: []Cell{n(3, 5, 2), {Row: 3, Col: 6, Kind: Text, Text: "hộ", Style: &Style{}},
		n(4, 5, 1), n(5, 5, 1), total, sum}}
	return &Book{Sheets: []*Sheet{s}}, s, &s.Cells[4]
}

func TestFormulasAreWorkedOut(t *testing.T) {
	for formula, want := range map[string]string{
		"SUM(E3:E5)": "4", "E3+E4-E5*2": "1", "(E3+E4)/E5": "3", "SUM(E3:E4,E5)": "4", "SUM($E$3:F5)": "4",
		"-E3":            "-2",
		"'Số liệu'!E3+1": "3", "SUM('Số liệu'!E3:E4;E5)": "4", "E7+0": "4", "sum(E3:E5)": "4", "E90": "0",
		"E3/E90": "", "E6+1": "", "F3+1": "", "SUM(E3:E6)": "", "E3^2": "", "AVERAGE(E3:E5)": "",
		"Khác!E3": "", "E3:E5": "", "E3%": "", "SUM(E3:E5": "", "ROUND(E3,0)": "", "": "", "Bang[Cột]": "",
		"[1]S!E3": "", "E3&E4": "", "1E5": "",
	} {
		b, s, c := testSheet(formula)
		got := ""
		if v, ok := b.Calculate(s, c); ok {
			got = v.Value.Plain()
		}
		if got != want {
			t.Errorf("%s = %q, want %q", formula, got, want)
		}
	}
}

func TestLinksToOtherWorkbooks(t *testing.T) {
	for formula, want := range map[string]bool{
		"[1]BC2021!$E$5": true, "SUM(A1,'[2]Báo cáo'!B2)": true, `'C:\BC\[2021.xlsx]Sheet1'!A1`: true,
		"'file:///C:/2021.ods'#$Sheet1!A1": true, "[1]!Tong": true,
		"BC2021!E5": false, "Bang[2022]": false, "SUM(Bang[[#Totals],[2022]],KQ!A1)": false,
		`"[1]"&KQ!A1`: false, "": false,
	} {
		if got := (&Cell{Formula: formula}).LinksOut(); got != want {
			t.Errorf("%s: %v", formula, got)
		}
	}
}

func TestSubtotalsUnderAFilter(t *testing.T) {
	for formula, want := range map[string]bool{
		"SUBTOTAL(9,E3:E5)": true, "SUBTOTAL(109;$E$3:$E$5)": true, "AGGREGATE(9,5,E3:E5)": true,
		"SUBTOTAL(9,Vung)":  true,
		"SUBTOTAL(9,E3:E3)": false, "SUBTOTAL(9,G3:G5)": false, "SUM(E3:E5)": false, `"SUBTOTAL("&E4`: false,
	} {
		_, s, c := testSheet(formula)
		if s.SkipsHidden(c) {
			t.Errorf("%s without a hidden row", formula)
		}
		s.HiddenRows = []Span{{4, 4}}
		if got := s.SkipsHidden(c); got != want {
			t.Errorf("%s: %v", formula, got)
		}
	}
}

func TestWhatMayLeaveTheOffice(t *testing.T) {
	plain, struck := &Style{}, &Style{Struck: true}
	for _, c := range []struct {
		cell                     Cell
		visible, online, crossed string
	}{
		{Cell{Text: "125", Style: plain}, "125", "125", ""},
		{Cell{Text: "125", Style: struck}, "", "", "125"},
		{Cell{Text: "118125", Style: plain, Runs: []Run{{Text: "118", Struck: true}, {Text: "125"}}},
			"125", "125", "118"},
		{Cell{Text: "1251", Style: plain, Runs: []Run{{Text: "125"}, {Text: "1", Script: Raised}}}, "1251", "125", ""},
		{Cell{Text: "ab", Style: struck, Runs: []Run{{Text: "a"}, {Text: "b", Font: "Arial"}}}, "b", "b", "a"},
	} {
		v, o, s := c.cell.Visible(), c.cell.OnLine(), c.cell.Struck()
		if v != c.visible || o != c.online || s != c.crossed {
			t.Errorf("%+v: %q %q %q", c.cell, v, o, s)
		}
	}
	c := Cell{Text: "a b", Style: plain, Runs: []Run{{Text: "a", Struck: true}, {Text: " "}}}
	if !c.IsStruck() {
		t.Error("blanks keep a cell from being crossed out")
	}
}

// A format that no office makes is no way to make a file take minutes, nor to have
// a number taken that the sheet does not show.
func TestFormatsOutOfBounds(t *testing.T) {
	for _, code := range []string{
		"0" + strings.Repeat(",", 300), "0" + strings.Repeat("%", 100), "0." + strings.Repeat("0", 1<<17),
	} {
		s, ok := Show(&Cell{Kind: Number, Number: quantity.Int(125), Style: NewStyle("", code)})
		if !ok || !s.Literal || s.Value.Plain() != "125" {
			t.Errorf("%.10s...: %q %v %v", code, s.Text, s.Literal, ok)
		}
	}
	s, ok := Show(&Cell{Kind: Number, Number: quantity.Int(125), Style: NewStyle("", "0."+strings.Repeat("0", 30))})
	if !ok || s.Literal {
		t.Error("thirty decimals are many, and shown")
	}
}

// Formulas whose values would grow without end are left alone.
func TestFormulasOutOfBounds(t *testing.T) {
	s := &Sheet{Name: "S", Cells: []Cell{{Row: 1, Col: 1, Kind: Number, Number: quantity.Int(2)}}}
	b := &Book{Sheets: []*Sheet{s}}
	for formula, want := range map[string]bool{
		"1" + strings.Repeat("/3", 10): true, "1" + strings.Repeat("/3", 3000): false,
		"1" + strings.Repeat("*9", 3000): false, "SUM(" + strings.Repeat("1/7,", 1000) + "1)": true,
		strings.Repeat("(", 1<<16) + "1": false, strings.Repeat("-", 1<<16) + "1": false,
		"A1" + strings.Repeat("*A1", 3000): false, "A1" + strings.Repeat("+A1", 1000): true,
	} {
		c := &Cell{Row: 2, Col: 1, Kind: Number, HasFormula: true, Formula: formula}
		if _, ok := b.Calculate(s, c); ok != want {
			t.Errorf("%.20s... of %d: %v", formula, len(formula), ok)
		}
	}
}

// Formulas that lead back to themselves end: with the values that are stored, as
// deep down as it is looked.
func TestFormulasInACircle(t *testing.T) {
	cell := func(formula string) []Cell {
		return []Cell{{Row: 1, Col: 1, Kind: Number, HasFormula: true, Formula: formula}}
	}
	one := &Sheet{Name: "Một", Cells: cell("'Hai'!A1+'Hai'!A1")}
	two := &Sheet{Name: "Hai", Cells: cell("'Một'!A1+'Một'!A1")}
	b := &Book{Sheets: []*Sheet{one, two}}
	if v, ok := b.Calculate(one, &one.Cells[0]); ok && v.Value.Sign() != 0 {
		t.Errorf("a circle of nothing comes to %s", v.Value.Plain())
	}
}
