package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/ooxml"
	"baocao/internal/viet"
)

// hostile is what somebody may call a file, a sheet or a ward, and what stands in
// his cells: nothing of it may become a formula, a number or a date, not even when
// the cell is opened and closed again.
var hostile = []string{
	`=1+1`, `=cmd|' /C calc'!A0`, `=HYPERLINK("http://a.example","Bấm vào đây")`, `@SUM(A1:A9)`, `+84 225 123 456`,
	`-2+3`, "\t=1+1", `'quoted`, `0123`, `1/2`, `12/5/2022`, `1,5%`, `1E5`, `TRUE`, `#N/A`, ` 7 `, `(5)`, `10:30`,
}

var harmless = []string{
	`Phường Lãm Hà`, `13. Số người tham gia`, `≥ 80`, `82,76% (vượt)`, `Đạt`, `a = b`, `x@y.vn`, `đ`, `Quý 1`,
	`TRUE lies`, `đồng`,
}

// finished are the parts of a saved workbook.
func finished(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// kept reports the mark that keeps a cell's text a text.
func kept(t *testing.T, f *excelize.File, sheet, cell string) bool {
	t.Helper()
	style, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	mark := f.Styles.CellXfs.Xf[style].QuotePrefix
	return mark != nil && *mark
}

func TestATextStaysATextWhenItsCellIsOpened(t *testing.T) {
	s := &sheet{name: `=1+1 'Số' 2`, widths: []float64{20, 30, 10}}
	s.title(hostile[0], look{bold: true})
	s.headings(hostile[0], hostile[1], "Số")
	for _, x := range hostile {
		s.add(text(x), name(x), count(5))
	}
	for _, x := range harmless {
		s.add(text(x))
	}
	data, err := write("=thử & <thử>", origin{office: "=QUẬN ỦY", day: viet.Date{Year: 2022, Month: 12, Day: 20}}, s)
	if err != nil {
		t.Fatal(err)
	}
	f := opened(t, data)
	for i, x := range append(slices.Clone(hostile), harmless...) {
		cell, _ := excelize.CoordinatesToCellName(1, i+3)
		got, err := f.GetCellValue(s.name, cell)
		if err != nil || got != x {
			t.Errorf("%s is %q, %v; want %q", cell, got, err, x)
		}
		if formula, _ := f.GetCellFormula(s.name, cell); formula != "" {
			t.Errorf("%q became the formula %q", x, formula)
		}
		if got, want := kept(t, f, s.name, cell), i < len(hostile); got != want {
			t.Errorf("%q: marked as a text: %v, want %v", x, got, want)
		}
	}
	// What tells a cell's looks is the same with the mark and without.
	before, _ := f.GetCellStyle(s.name, "A3")
	after, _ := f.GetCellStyle(s.name, "A21")
	with, _ := f.GetStyle(before)
	without, _ := f.GetStyle(after)
	if with == nil || without == nil || with.Font.Family != without.Font.Family || len(with.Border) != 4 {
		t.Errorf("a marked cell looks like %+v, another like %+v", with, without)
	}
	// None of them gets a green corner, and no cell of numbers loses one that it may need.
	if got, want := between(finished(t, data)["xl/worksheets/sheet1.xml"], "<ignoredErrors>", "</ignoredErrors>"),
		`<ignoredError sqref="A7:A20 B7:B20" numberStoredAsText="1" twoDigitTextYear="1"/>`; got != want {
		t.Errorf("passed over:\n%s\nwant\n%s", got, want)
	}
}

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}

// A form's texts lie in a list of their own.
func TestSharedTextsAreMarkedToo(t *testing.T) {
	f := excelize.NewFile()
	for i, x := range append(slices.Clone(harmless[:3]), hostile...) {
		cell, _ := excelize.CoordinatesToCellName(2, i+1)
		if err := f.SetCellStr("Sheet1", cell, x); err != nil {
			t.Fatal(err)
		}
	}
	data, err := save(f, "", origin{office: "a"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	f = opened(t, data)
	for i := range 3 + len(hostile) {
		cell, _ := excelize.CoordinatesToCellName(2, i+1)
		if got, want := kept(t, f, "Sheet1", cell), i >= 3; got != want {
			t.Errorf("%s: %v, want %v", cell, got, want)
		}
	}
}

// A sender's own cells keep their green corners: they are where his mistakes are.
// What could run as a formula does not.
func TestTheTextsOfASenderKeepTheirCorners(t *testing.T) {
	f := excelize.NewFile()
	for i, x := range []string{"0123", "=1+1"} {
		if err := f.SetCellStr("Sheet1", []string{"A1", "A2"}[i], x); err != nil {
			t.Fatal(err)
		}
	}
	data, err := save(f, "", origin{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	f = opened(t, data)
	if kept(t, f, "Sheet1", "A1") || !kept(t, f, "Sheet1", "A2") {
		t.Error("0123 should be as he typed it, =1+1 a text for good")
	}
	if strings.Contains(finished(t, data)["xl/worksheets/sheet1.xml"], "ignoredErrors") {
		t.Error("his green corners are passed over")
	}
}

// Some programs lose the width of a column, and that it is hidden, where columns do
// not come in order; some open no file whose properties have other prefixes.
func TestEveryProgramFindsItsWay(t *testing.T) {
	f := excelize.NewFile()
	if err := f.AddComment("Sheet1", excelize.Comment{Cell: "A1", Author: "a", Text: "b"}); err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetView("Sheet1", 0, &excelize.ViewOptions{ShowGridLines: new(false)}); err != nil {
		t.Fatal(err)
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		if err := w.SetColWidth(i+1, i+1, float64(10+i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.SetColVisible(3, 3, false); err != nil {
		t.Fatal(err)
	}
	if err := w.SetRow("A1", []any{"1.1", excelize.Cell{Formula: "1+1", Value: 2}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	data, err := save(f, "Bảng", origin{subject: "về  việc\nthử", office: "Đảng ủy A & B", day: viet.Date{Year: 2022,
		Month: 6, Day: 30}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	parts := finished(t, data)
	sheet := parts["xl/worksheets/sheet1.xml"]
	var order []string
	for _, m := range regexp.MustCompile(`<col min="(\d+)" max="\d+"[^>]*>`).FindAllStringSubmatch(sheet, -1) {
		order = append(order, m[1])
	}
	if got := strings.Join(order, " "); got != "1 2 3 4 5 6 7 8 9 10 11 12" {
		t.Errorf("columns %s\n%s", got, between(sheet, "<cols>", "</cols>"))
	}
	ignored, comments := strings.Index(sheet, "<ignoredErrors>"), strings.Index(sheet, "<legacyDrawing")
	if ignored < 0 || comments < ignored {
		t.Errorf("what is passed over stands at %d, the comments at %d", ignored, comments)
	}
	if !strings.Contains(sheet, `<legacyDrawing r:id="`) || strings.Contains(sheet, "relationships:id") {
		t.Errorf("comments are not found by %s", sheet[comments:min(comments+200, len(sheet))])
	}
	core := parts[ooxml.CorePart]
	for _, want := range []string{
		"<cp:coreProperties ", "<dc:title>Bảng<", "<dc:subject>về việc thử<", "<dc:creator>Đảng ủy A &amp; B<",
		"<cp:lastModifiedBy>", ">2022-06-30T00:00:00Z</dcterms:created>", ">2022-06-30T00:00:00Z</dcterms:modified>",
	} {
		if !strings.Contains(core, want) {
			t.Errorf("%s is not in %s", want, core)
		}
	}
	if !strings.Contains(parts["docProps/app.xml"], "<Company>Đảng ủy A &amp; B</Company>") {
		t.Error(parts["docProps/app.xml"])
	}
	if !strings.Contains(parts["xl/workbook.xml"], `fullCalcOnLoad="true"`) {
		t.Error("who can compute does not")
	}
}

// Excel repairs a workbook in which a cell is joined to two others.
func TestNoCellIsJoinedTwice(t *testing.T) {
	a := year(t)
	for name, data := range map[string][]byte{"SoLieu": soLieu(t, a), "PhuLuc": phuLuc(t, a)} {
		for part, content := range finished(t, data) { // the library would join the two
			of := map[string]string{}
			for _, m := range regexp.MustCompile(`<mergeCell ref="(\w+):(\w+)"`).FindAllStringSubmatch(content, -1) {
				left, top, _ := excelize.CellNameToCoordinates(m[1])
				right, bottom, _ := excelize.CellNameToCoordinates(m[2])
				for column := left; column <= right; column++ {
					for row := top; row <= bottom; row++ {
						at, _ := excelize.CoordinatesToCellName(column, row)
						if of[at] != "" {
							t.Errorf("%s, %s: %s is in %s and in %s", name, part, at, of[at], m[0])
						}
						of[at] = m[0]
					}
				}
			}
		}
	}
}

// BenchmarkThousandCells writes a table of BAOCAO_ROWS rows of ten cells, half texts and
// half numbers; .ci/writing compares it with other writers.
func BenchmarkThousandCells(b *testing.B) {
	rows, err := strconv.Atoi(cmp.Or(os.Getenv("BAOCAO_ROWS"), "1000"))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s := &sheet{name: "Bang", widths: slices.Repeat([]float64{20}, 10)}
		for i := range rows {
			cells := make([]cell, 10)
			for k := range cells {
				if cells[k] = count(i*10 + k); k%2 == 0 {
					cells[k] = text(fmt.Sprintf("Số việc đã xong %d", i))
				}
			}
			s.add(cells...)
		}
		if _, err := write("Bảng", origin{office: "Quận ủy"}, s); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N)/(float64(rows)/100), "ms/1000cells")
}

// An office may name a sheet as it likes: the name of its filter still leads to it.
func TestAnApostropheInASheetsNameStandsTwiceInNames(t *testing.T) {
	s := &sheet{name: "Việc 'gấp", widths: []float64{10}}
	s.headings("Đơn vị")
	s.add(text("Một"))
	s.add(text("Hai"))
	s.filtered()
	data, err := write("", origin{office: "a"}, s, &sheet{name: "gấp", widths: []float64{10}})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range opened(t, data).WorkBook.DefinedNames.DefinedName {
		if !strings.HasPrefix(n.Data, "'Việc ''gấp'!$") {
			t.Errorf("%s is %s", n.Name, n.Data)
		}
	}
}
