package recognise

import (
	"slices"
	"strings"
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/workbook"
)

// dressed draws a way's file and lets dress change the cell of the figure.
func dressed(w way, dress func(b *workbook.Book, s *workbook.Sheet, c *workbook.Cell)) way {
	draw := w.draw
	w.draw = func(p *resolution.Plan, d drawn) *workbook.Book {
		b := draw(p, d)
		s := b.Sheets[0]
		for i := range s.Cells {
			c := &s.Cells[i]
			if n, ok := d.value.(int); ok && c.Kind == workbook.Number && c.Number.Equal(quantity.Int(int64(n))) ||
				c.Kind == workbook.Text && c.Text == d.value {
				dress(b, s, c)
				return b
			}
		}
		panic("no such figure")
	}
	return w
}

// What nobody sees, or sees crossed out, or what its formula speaks against, is asked
// about in whatever way it is read; what looks like it is taken.
func TestTheFigureIsWhatItsSenderSees(t *testing.T) {
	type dress = func(b *workbook.Book, s *workbook.Sheet, c *workbook.Cell)
	format := func(code string) dress {
		return func(_ *workbook.Book, _ *workbook.Sheet, c *workbook.Cell) { c.Style = workbook.NewStyle("", code) }
	}
	look := func(struck, unseen bool) dress {
		return func(_ *workbook.Book, _ *workbook.Sheet, c *workbook.Cell) {
			c.Style = workbook.NewStyle("", "General").With(struck, unseen)
		}
	}
	place := func(script workbook.Script) dress {
		return func(_ *workbook.Book, _ *workbook.Sheet, c *workbook.Cell) {
			c.Style = workbook.NewStyle("", "General").Placed(script)
		}
	}
	raisedRuns := func(runs ...workbook.Run) dress { // in a cell that is raised itself
		return func(_ *workbook.Book, _ *workbook.Sheet, c *workbook.Cell) {
			c.Style, c.Runs = workbook.NewStyle("", "General").Placed(workbook.Raised), runs
		}
	}
	formula := func(text string, stale bool, hidden ...workbook.Span) dress {
		return func(b *workbook.Book, s *workbook.Sheet, c *workbook.Cell) {
			c.HasFormula, c.Formula, b.Stale = true, text, stale
			for i, n := range []int64{100, 27} {
				s.Cells = append(s.Cells, workbook.Cell{Row: 900 + i, Col: 30, Kind: workbook.Number,
					Number: quantity.Int(n), Style: &workbook.Style{}})
			}
			s.HiddenRows = append(s.HiddenRows, hidden...)
		}
	}
	runs := func(runs ...workbook.Run) dress {
		return func(_ *workbook.Book, _ *workbook.Sheet, c *workbook.Cell) { c.Runs = runs }
	}
	doubt := func(_ *workbook.Book, _ *workbook.Sheet, c *workbook.Cell) {
		c.Style = &workbook.Style{NumFmt: "General", Doubtful: true}
	}
	noZeros := func(_ *workbook.Book, s *workbook.Sheet, _ *workbook.Cell) { s.HidesZeros = true }
	const plain = "đảng viên"
	k := knowing{}
	hidden := workbook.Span{First: 901, Last: 901}
	for _, c := range []struct {
		name  string
		value any
		dress dress
		want  string   // the figure, or the question
		tells string   // what is said beside the figure
		not   []string // the formats that cannot carry it
	}{
		{"a format that shows nothing", 127, format(";;;"), "B270", "", nil},
		{"a format that hides zeros only", 127, format("#,##0;-#,##0;"), "127", "", nil},
		{"a format that shows no zero", 0, format("#,###"), "B270", "", nil},
		{"an accountant's zero", 0, format(`#,##0_-;-#,##0_-;"-"_-`), "B990", "", nil},
		{"white on white", 127, look(false, true), "B271", "", nil},
		{"crossed out", 127, look(true, false), "B272", "", nil},
		{"under a rule that hides what is there twice", 127, doubt, "B329", "", nil},
		{"in a sheet without zeros", 0, noZeros, "B330", "", nil},
		{"a number in a sheet without zeros", 127, noZeros, "127", "", nil},
		{"in a plain style", 127, look(false, false), "127", "", nil},
		{"words in the digits' place", 127, format(`"xong"`), "B273", "", nil},
		{"words beside the digits", 127, format(`0" đảng viên"`), "127", "", nil},
		{"words of another unit", 127, format(`0" hộ"`), "B218", "", nil},
		{"a percentage, in quotes", 127, format(`0"%"`), "B218", "", nil},
		{"thousands divided away", 127_000, format("#,##0,"), "127", "B281", nil},
		{"thousands set apart", 127, format("#,##0"), "127", "", nil},
		{"another number crossed out", "118125",
			runs(workbook.Run{Text: "118", Struck: true}, workbook.Run{Text: "125"}), "B274", "", nil},
		{"a word crossed out", "khoảng 127",
			runs(workbook.Run{Text: "khoảng ", Struck: true}, workbook.Run{Text: "127"}), "127", "", nil},
		{"all of it raised", "127", runs(workbook.Run{Text: "127", Script: workbook.Raised}), "B275", "", nil},
		{"a number in a raised cell", 127, place(workbook.Raised), "B275", "", nil},
		{"a number in a lowered cell", 127, place(workbook.Lowered), "B275", "", nil},
		{"digits in a raised cell", "127", place(workbook.Raised), "B275", "", nil},
		{"a number and its unit in a raised cell", "127 đảng viên", place(workbook.Raised), "B275", "", nil},
		{"back on the line in a raised cell", "1271", raisedRuns(workbook.Run{Text: "127", Font: "Arial"},
			workbook.Run{Text: "1", Font: "Arial", Script: workbook.Raised}), "127", "B280", nil},
		{"a number in a cell on the line", 127, place(workbook.OnLine), "127", "", nil},
		{"a word on the line, the number raised", "127 người", runs(workbook.Run{Text: "127", Script: workbook.Raised},
			workbook.Run{Text: " người"}), "B275", "", nil},
		{"a footnote", "1271", runs(workbook.Run{Text: "127"}, workbook.Run{Text: "1", Script: workbook.Raised}), "127",
			"B280", nil},
		{"a white digit", "1270", runs(workbook.Run{Text: "127"}, workbook.Run{Text: "0", Unseen: true}), "B331", "",
			nil},
		{"a white word", "127 x", runs(workbook.Run{Text: "127"}, workbook.Run{Text: " x", Unseen: true}), "127", "",
			nil},
		{"a power", "1,27 x 102",
			runs(workbook.Run{Text: "1,27 x 10"}, workbook.Run{Text: "2", Script: workbook.Raised}), "B275", "", nil},
		{"a sum that does not add up", 127, formula("SUM(AD900:AD901)+1", false), "B276", "", nil},
		{"a sum that adds up", 127, formula("SUM(AD900:AD901)", true), "127", "", nil},
		{"a formula nobody can check, in a file to be calculated", 127, formula("VLOOKUP(1,AD1:AD2,1)", true), "B282",
			"", nil},
		{"a formula nobody can check", 127, formula("VLOOKUP(1,AD1:AD2,1)", false), "127", "", nil},
		{"a formula of today's date", 127, formula("INT(TODAY()/1)", false), "B283", "", []string{"xls"}},
		{"a number by chance", 127, formula("ROUND(RAND()*200,0)", false), "B283", "", []string{"xls"}},
		{"numbers by chance", 127, formula("ROUND(_xlfn.RANDARRAY(1,1)*200,0)", false), "B283", "", []string{"xls"}},
		{"a name with such letters", 127, formula("BRAND(1)", false), "127", "", []string{"xls"}},
		{"a subtotal under a filter", 127, formula("SUBTOTAL(9,AD900:AD901)", false, hidden), "B277", "", nil},
		{"a subtotal of all rows", 127, formula("SUBTOTAL(9,AD900:AD901)", false), "127", "", nil},
		{"another workbook", 127, formula("[1]BC2021!$E$5", false), "B278", "", nil},
		{"another sheet", 127, formula("BC2021!$E$5", false), "127", "", []string{"xls"}},
	} {
		// A way is dressed before it goes through a format.
		all := []way{}
		for _, w := range ways {
			w = dressed(w, c.dress)
			all = append(all, w)
			for _, f := range carriers {
				all = append(all, f.through(t, w))
			}
		}
		for _, w := range all {
			want := strings.TrimSpace(c.want + " " + c.tells)
			if w.sender != "ban-to-chuc" { // another unit's figure: no problem of the sender's
				if want = c.want; want[0] == 'B' {
					want = ""
				}
			}
			if got := k.outcome(t, w, drawn{unit: plain, value: c.value}); got != want &&
				!(got == notCarried && slices.Contains(c.not, w.format())) {
				t.Errorf("%s, %s: %q, want %q", c.name, w.name, got, want)
			}
		}
	}
}

// A day in a raised cell is asked about; what is no figure is not.
func TestRaisedCellsThatHoldNoNumber(t *testing.T) {
	p := examplePlan(t)
	s := rowTable(drawn{unit: "đảng viên"}, "không phát sinh")
	s.At(4, 4).Style = s.At(4, 4).Style.Placed(workbook.Raised)
	if got := said(p, "ban-to-chuc", s); got != "2.value=nil" {
		t.Error(got)
	}
}

// A rounded number on display is judged as it is, and its sender is told where the
// display would be judged otherwise.
func TestRoundingOnDisplay(t *testing.T) {
	p := examplePlan(t)
	at := p.Measure("2").Target.A // the joined
	for _, c := range []struct{ value, format, want string }{
		{at.Sub(quantity.MustParse("0.04")).Plain(), "0", "B279"},
		{at.Sub(quantity.MustParse("0.04")).Plain(), "0.00", ""},
		{at.Sub(quantity.MustParse("3.04")).Plain(), "0", ""},
	} {
		s := rowTable(drawn{unit: "đảng viên"}, quantity.MustParse(c.value))
		s.At(4, 4).Style = workbook.NewStyle("", c.format)
		if got := said(p, "ban-to-chuc", s); strings.Contains(got, "B279") != (c.want != "") {
			t.Errorf("%s as %s: %s", c.value, c.format, got)
		}
	}
}

// A row whose label is crossed out is crossed out.
func TestACrossedOutRow(t *testing.T) {
	p := examplePlan(t)
	s := rowTable(drawn{unit: "đảng viên"}, 127)
	s.At(4, 2).Style = s.At(4, 2).Style.With(true, false)
	if got := said(p, "ban-to-chuc", s); got != "2.value=faulty B272@D4" {
		t.Error(got)
	}
	s.At(4, 2).Style = s.At(4, 2).Style.With(false, false)
	if got := said(p, "ban-to-chuc", s); got != "2.value=127" {
		t.Error(got)
	}
}

// A formula's zero that cannot be checked, in a file of which no program says that it
// calculated: libraries write one for what they leave to Excel.
func TestAZeroThatNobodyCalculated(t *testing.T) {
	p := examplePlan(t)
	for formula, want := range map[string]string{
		"VLOOKUP(1,A1:A2,1)": "2.value=faulty B282@D4", "Z1+Z2": "2.value=faulty B990@D4",
	} {
		s := rowTable(drawn{unit: "đảng viên"}, 0)
		c := s.At(4, 4)
		c.HasFormula, c.Formula = true, formula
		b := book(s)
		b.Unproven = true
		if got := answers(recognise(p, "1-nop-vao-day/"+partyUnit+".xlsx", "", b)); got != want {
			t.Errorf("%s: %s", formula, got)
		}
	}
}
