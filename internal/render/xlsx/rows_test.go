package xlsx

import (
	"bytes"
	"fmt"
	"regexp"
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
	p := testSpool(t)
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
		p.cell(i, 1, &c)
	}
	p.end()
	if err := w.SetRow("A7", values, excelize.RowOpts{Height: 30.5}); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	whole := part(t, out.Bytes(), "xl/worksheets/sheet1.xml")
	_, after, _ := strings.Cut(whole, "<sheetData>")
	want, _, _ := strings.Cut(after, "</sheetData>")
	theirs, mine := strings.SplitAfter(want, "</c>"), strings.SplitAfter(written(p), "</c>")
	if len(theirs) != len(mine) {
		t.Fatalf("%d cells, want %d", len(mine), len(theirs))
	}
	for i := range theirs {
		if theirs[i] != mine[i] {
			t.Errorf("%.200q, want %.200q", mine[i], theirs[i])
		}
	}
}

// testSpool is a spool of a workbook whose style 1 is that of plain texts, and 2 marks
// them as texts.
func testSpool(t *testing.T) *spool {
	t.Helper()
	b, err := newBook()
	if err != nil {
		t.Fatal(err)
	}
	if style, err := b.style(look{}); err != nil || style != 1 || b.twin(style) != 2 {
		t.Fatal(style, err)
	}
	return newSpool(b)
}

// written are the rows that are not packed, with the texts in the cells that say them.
func written(p *spool) string {
	said := map[string]string{}
	for i, item := range strings.Split(string(p.book.texts.items), "</si>") {
		said[fmt.Sprint(i)] = strings.TrimPrefix(item, "<si>")
	}
	return regexp.MustCompile(`t="s"><v>(\d+)</v>`).ReplaceAllStringFunc(string(p.open), func(s string) string {
		return `t="inlineStr"><is>` + said[strings.TrimSuffix(strings.TrimPrefix(s, `t="s"><v>`), "</v>")] + `</is>`
	})
}

// What is packed while the rows are made comes out as it was, and texts like formulas keep
// their marks across the pieces. A text stands in its cell where the workbook has so many
// that it holds no more of them.
func TestRowsArePackedAsTheyCome(t *testing.T) {
	s := &sheet{name: "Sổ", widths: []float64{20, 20}, more: stream{length: 40_000}}
	long := strings.Repeat("việc ", 40)
	s.more.rows = func(yield func([]cell) bool) {
		for i := range s.more.length {
			if !yield([]cell{text(fmt.Sprintf("=%d %s", i*7919, long)), text("Số việc đã xong")}) {
				return
			}
		}
	}
	data, err := write("Sổ", origin{}, s)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(part(t, data, textsPart)); n < mostShared || n > mostShared+1024 {
		t.Errorf("%d bytes of texts are held", n)
	}
	if !strings.Contains(part(t, data, worksheetPart(0)), "inlineStr") {
		t.Error("no text stands in its cell")
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("Sổ")
	if err != nil || len(rows) != 40_000 {
		t.Fatal(len(rows), err)
	}
	for i, r := range rows {
		if r[0] != fmt.Sprintf("=%d %s", i*7919, long) || r[1] != "Số việc đã xong" {
			t.Fatalf("row %d: %q", i+1, r)
		}
	}
	for _, cell := range []string{"A1", "A40000"} {
		style, err := f.GetCellStyle("Sổ", cell)
		if marked := f.Styles.CellXfs.Xf[style].QuotePrefix; err != nil || marked == nil || !*marked {
			t.Errorf("%s is not marked as a text: %v", cell, err)
		}
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
	below := testSpool(t)
	bold, err := below.book.style(look{bold: true})
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	for i, said := range texts {
		for j, style := range []int{1, bold} {
			c := text(said)
			row := 2*i + j + 1
			below.begin(row, 15)
			below.cell(0, style, &c)
			below.end()
			alone := newSpool(below.book)
			alone.begin(row, 15)
			alone.cell(0, style, &c)
			alone.end()
			want += written(alone)
		}
	}
	if got := written(below); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}
