package xlsx

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
)

// A cell stands in the file as the library would write it, whatever its text is.
func TestRowsAreAsTheLibraryWritesThem(t *testing.T) {
	cells := []cell{text(""), text("Số hộ nghèo"), text(" trước và sau "), text("hai\ndòng"), text("a\tb\r\nc\r"),
		text(`<a href="x">'&'</a>`), text("_x0041_"), text("_x005F_"), text("_x005F_x0041_"), text("_xyz_ _x00"),
		text("_x004G_"), text("một\x00hai\x1f"), text("lỗi \xff\xfe"), text("😀"), text("\ufffe"),
		text(strings.Repeat("số ", 12_000)), text(strings.Repeat("😀", 20_000)),
		told(`IF(A1<2,"a&b","")`, " là \n_x0041_", look{}), told("A1", "", look{})}
	for _, n := range []string{"0", "-0.5", "12", "1234567.891", "0.1", "82.758620689655172414", "-1234567890123456789",
		"0.000000012345678901234567", "123456789012345.6", "999999999999999999.5", "100000000000000000000"} {
		cells = append(cells, numberCell(quantity.MustParse(n), 2), computed("SUM(A1:A2)", quantity.MustParse(n), 2))
	}
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	p := newSpool()
	p.begin(7, 30.5)
	var values []any
	for i, c := range cells {
		value := excelize.Cell{StyleID: 1, Formula: c.formula}
		switch {
		case c.number != nil:
			value.Value = c.number.Float()
		case c.text != "" || c.formula != "":
			value.Value = c.text
		}
		values = append(values, value)
		p.cell(i, 0, &c)
	}
	if err := p.end(); err != nil {
		t.Fatal(err)
	}
	if err := w.SetRow("A7", values, excelize.RowOpts{Height: 30.5}); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var out, ours bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	if _, err := (styled{p, []int{1}}).writeTo(&ours, 0); err != nil {
		t.Fatal(err)
	}
	whole := part(t, out.Bytes(), "xl/worksheets/sheet1.xml")
	_, after, _ := strings.Cut(whole, "<sheetData>")
	want, _, _ := strings.Cut(after, "</sheetData>")
	theirs, mine := strings.SplitAfter(want, "</c>"), strings.SplitAfter(ours.String(), "</c>")
	if len(theirs) != len(mine) {
		t.Fatalf("%d cells, want %d", len(mine), len(theirs))
	}
	for i := range theirs {
		if theirs[i] != mine[i] {
			t.Errorf("%.200q, want %.200q", mine[i], theirs[i])
		}
	}
}

// What is packed while it waits comes out as it was, and texts like formulas keep their
// marks across the pieces.
func TestRowsWaitPacked(t *testing.T) {
	p := newSpool()
	var want strings.Builder
	for i := range 40_000 {
		p.begin(i+1, 20)
		p.text(0, 0, fmt.Sprintf("=%d nghìn", i*7919))
		p.text(1, 1, "Số việc đã xong")
		if err := p.end(); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&want, `<row r="%[1]d" ht="20" customHeight="1">`+
			`<c r="A%[1]d" s="13" t="inlineStr"><is><t>=%[2]d nghìn</t></is></c>`+
			`<c r="B%[1]d" s="4" t="inlineStr"><is><t>Số việc đã xong</t></is></c></row>`, i+1, i*7919)
	}
	if held := len(p.open); len(p.plain) != mostPlain || len(p.packed) < 2 || held >= spoolPiece {
		t.Errorf("%d pieces are not packed, %d are, %d bytes are open", len(p.plain), len(p.packed), held)
	}
	var got bytes.Buffer
	used, err := (styled{p, []int{3, 4}}).writeTo(&got, 10)
	if err != nil || !used {
		t.Fatal(used, err)
	}
	if got.String() != want.String() {
		t.Error("the rows came out otherwise")
	}
}

// A spreadsheet cuts off what is beyond fifteen digits. Where that shows, the number is a
// text, with all of them.
func TestANumberThatASpreadsheetWouldCutIsAText(t *testing.T) {
	for n, want := range map[string]bool{"1234567890123.126": false, "123456789012.1239": true,
		"82.758620689655172414": true,
		"999999999999999999.5":  false, "123456789012345": true, "-1234567890123.126": false, "0.125": true} {
		if showable(quantity.MustParse(n), 2) != want {
			t.Errorf("%s: %v", n, !want)
		}
	}
}

// The sheet of all answers is made while the report is composed. What is found there stands
// in the workbook all the same, whose bytes do not tell which was first.
func TestTheAnswersAreMadeBeforeTheReportIsComposed(t *testing.T) {
	early, late := year(t), year(t)
	of, err := NewAnswers(early)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []*assess.Annex{early, late} {
		a.AddProblems([]diag.Problem{diag.New("B405", diag.Position{File: "1-nop-vao-day/thue.xlsx"},
			diag.Args{"measure": "1.1", "name": "tên"}).ForUnit(a.Units[0].ID).ForMeasure("1.1")})
	}
	got, err := of.SoLieu()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, soLieu(t, late)) {
		t.Error("the workbook differs from one made after the report")
	}
	if bytes.Equal(got, soLieu(t, year(t))) {
		t.Error("the problem is not told")
	}
	if _, err := of.SoLieu(); err == nil {
		t.Error("the answers are written twice, the second time without rows")
	}
}

// A text below the same text, and below another one, with and without its look, is the same
// as in a row of its own.
func TestACellIsTheSameWhateverStandsAbove(t *testing.T) {
	texts := []string{"", "a", "a", "=a", "=a", "01", "01", " a ", "a\nb", "a\nb", "<&>", "<&>", "_x0041_", "_x0041_"}
	below := newSpool()
	var want bytes.Buffer
	for i, said := range texts {
		for look := range 2 {
			c := text(said)
			row := 2*i + look + 1
			below.begin(row, 15)
			below.cell(0, look, &c)
			if err := below.end(); err != nil {
				t.Fatal(err)
			}
			alone := newSpool()
			alone.begin(row, 15)
			alone.cell(0, look, &c)
			if err := alone.end(); err != nil {
				t.Fatal(err)
			}
			if _, err := (styled{alone, []int{3, 4}}).writeTo(&want, 10); err != nil {
				t.Fatal(err)
			}
		}
	}
	var got bytes.Buffer
	if _, err := (styled{below, []int{3, 4}}).writeTo(&got, 10); err != nil {
		t.Fatal(err)
	}
	if got.String() != want.String() {
		t.Errorf("%s\nwant\n%s", got.String(), want.String())
	}
}
