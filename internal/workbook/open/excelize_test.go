package open

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// formBook is a book such as a department sends: labels in Vietnamese, figures,
// percents, dates, formulas, rich text, a merge, hidden parts, defined names.
func formBook(tb testing.TB) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Số liệu"))
	style := func(s excelize.Style) int {
		id, err := f.NewStyle(&s)
		must(err)
		return id
	}
	code := "dd/mm/yyyy"
	percent, date := style(excelize.Style{NumFmt: 10}), style(excelize.Style{CustomNumFmt: &code})
	legacy := style(excelize.Style{Font: &excelize.Font{Family: ".VnTime", Size: 13}})
	must(f.SetCellStr("Số liệu", "A1", "PHƯỜNG BẮC SƠN"))
	must(f.MergeCell("Số liệu", "A1", "F1"))
	for i := range 40 {
		row := i + 3
		must(f.SetCellInt("Số liệu", fmt.Sprintf("A%d", row), int64(i+1)))
		must(f.SetCellStr("Số liệu", fmt.Sprintf("B%d", row),
			fmt.Sprintf("Chỉ tiêu %d: tỷ lệ hộ <nghèo> & cận nghèo", i+1)))
		must(f.SetCellFloat("Số liệu", fmt.Sprintf("C%d", row), 45.87+float64(i)/3, -1, 64))
		must(f.SetCellValue("Số liệu", fmt.Sprintf("D%d", row), 0.4587))
		must(f.SetCellStyle("Số liệu", fmt.Sprintf("D%d", row), fmt.Sprintf("D%d", row), percent))
		must(f.SetCellBool("Số liệu", fmt.Sprintf("E%d", row), i%2 == 0))
	}
	must(f.SetCellValue("Số liệu", "G3", time.Date(2022, 12, 20, 0, 0, 0, 0, time.UTC)))
	must(f.SetCellStyle("Số liệu", "G3", "G3", date))
	must(f.SetCellStr("Số liệu", "G4", "Ng\u00ADêi"))
	must(f.SetCellStyle("Số liệu", "G4", "G4", legacy))
	must(f.SetCellRichText("Số liệu", "G5", []excelize.RichTextRun{
		{Text: "Trong đó: ", Font: &excelize.Font{Family: "Times New Roman"}}, {Text: "n÷",
			Font: &excelize.Font{Family: ".VnTime"}},
	}))
	must(f.SetCellFormula("Số liệu", "G6", "SUM(C3:C42)"))
	must(f.SetRowVisible("Số liệu", 10, false))
	must(f.SetRowVisible("Số liệu", 11, false))
	must(f.SetColVisible("Số liệu", "H:I", false))
	must(f.SetDefinedName(&excelize.DefinedName{Name: "CT_01_1_numerator", RefersTo: "'Số liệu'!$C$3"}))
	must(f.SetDefinedName(&excelize.DefinedName{Name: "Vung", RefersTo: "'Số liệu'!$C$3:$D$42"}))
	must(f.SetDefinedName(&excelize.DefinedName{Name: "Hang_so", RefersTo: "12"}))
	must(f.SetDefinedName(&excelize.DefinedName{Name: "Hong", RefersTo: "#REF!"}))
	_, err := f.NewSheet("Thuyết minh")
	must(err)
	must(f.SetCellStr("Thuyết minh", "B2", "  giữ khoảng trắng  \nhai dòng"))
	_, err = f.NewSheet("Ẩn")
	must(err)
	must(f.SetCellStr("Ẩn", "A1", "baocao"))
	must(f.SetSheetVisible("Ẩn", false, true))
	_, err = f.NewSheet("Luồng")
	must(err)
	stream, err := f.NewStreamWriter("Luồng")
	must(err)
	must(stream.SetRow("A1", []any{"chữ _x000D_ trong dòng", 12.5, excelize.Cell{Formula: "B1*2", Value: 25}, true}))
	must(stream.Flush())
	var out bytes.Buffer
	must(f.Write(&out))
	return out.Bytes()
}

func mustRead(tb testing.TB, data []byte) *workbook.Book {
	tb.Helper()
	book, problems := Read(context.Background(), "thu.xlsx", data, workbook.DefaultLimits())
	if book == nil || len(problems) != 0 {
		tb.Fatalf("not read: %v", problems)
	}
	return book
}

// Every cell excelize sees in a form, we see with the same value, and no other.
func TestAFormReadsAsExcelizeReadsIt(t *testing.T) {
	t.Parallel()
	data := formBook(t)
	book := mustRead(t, data)
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if len(book.Sheets) != len(f.GetSheetList()) {
		t.Fatalf("%d sheets, excelize has %d", len(book.Sheets), len(f.GetSheetList()))
	}
	for _, name := range f.GetSheetList() {
		sheet := book.Sheet(name)
		rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for r, row := range rows {
			for c, want := range row {
				if want == "" {
					continue
				}
				seen++
				cell := sheet.At(r+1, c+1)
				if cell == nil {
					t.Errorf("%s!%s is missing: %q", name, workbook.Ref(r+1, c+1), want)
					continue
				}
				if i := slices.IndexFunc(book.Repairs, func(r workbook.Repair) bool {
					return r.Sheet == name && r.Ref() == cell.Ref()
				}); i >= 0 {
					if book.Repairs[i].Before != want {
						t.Errorf("%s!%s was %q, excelize reads %q", name, cell.Ref(), book.Repairs[i].Before, want)
					}
					continue
				}
				if got := asStored(cell); got != want {
					t.Errorf("%s!%s = %q, excelize reads %q", name, cell.Ref(), got, want)
				}
				formula, err := f.GetCellFormula(name, cell.Ref())
				if err != nil || formula != cell.Formula {
					t.Errorf("%s!%s has formula %q, excelize reads %q", name, cell.Ref(), cell.Formula, formula)
				}
			}
		}
		withValue := 0
		for i := range sheet.Cells {
			if sheet.Cells[i].Kind != workbook.NoValue {
				withValue++
			}
		}
		if withValue != seen {
			t.Errorf("%s: %d cells, excelize has %d", name, withValue, seen)
		}
	}
}

func asStored(c *workbook.Cell) string {
	switch c.Kind {
	case workbook.Number:
		return c.Number.Plain()
	case workbook.Bool:
		return map[string]string{"TRUE": "1", "FALSE": "0"}[c.Text]
	}
	return c.Text
}

func TestWhatAFormHoldsBesidesValues(t *testing.T) {
	t.Parallel()
	book := mustRead(t, formBook(t))
	s := book.Sheet("Số liệu")
	if !reflect.DeepEqual(s.Merges, []workbook.Range{workbook.RangeOf(1, 1, 1, 6)}) {
		t.Errorf("merges %v", s.Merges)
	}
	if !reflect.DeepEqual(s.HiddenRows, []workbook.Span{{First: 10, Last: 11}}) ||
		!reflect.DeepEqual(s.HiddenCols, []workbook.Span{{First: 8, Last: 9}}) {
		t.Errorf("hidden rows %v, columns %v", s.HiddenRows, s.HiddenCols)
	}
	if v := book.Sheet("Ẩn").Visibility; v != workbook.VeryHidden {
		t.Errorf("the hidden sheet has visibility %d", v)
	}
	want := []workbook.Name{
		{Name: "CT_01_1_numerator", Sheet: "Số liệu", Range: workbook.RangeOf(3, 3, 3, 3)},
		{Name: "Vung", Sheet: "Số liệu", Range: workbook.RangeOf(3, 3, 42, 4)},
	}
	if !reflect.DeepEqual(book.Names, want) {
		t.Errorf("names %v", book.Names)
	}
	for ref, check := range map[string]func(*workbook.Cell) bool{
		"D3": func(c *workbook.Cell) bool { return c.Style.IsPercent && c.Style.NumFmt == "0.00%" && !c.Style.IsDate },
		"G3": func(c *workbook.Cell) bool { return c.Style.IsDate && c.Number.Plain() == "44915" },
		"G4": func(c *workbook.Cell) bool { return c.Style.Font == ".VnTime" && c.Runs == nil && c.Text == "Người" },
		"G5": func(c *workbook.Cell) bool {
			return c.Text == "Trong đó: nữ" && reflect.DeepEqual(c.Runs,
				[]workbook.Run{{Text: "Trong đó: ", Font: "Times New Roman"}, {Text: "nữ", Font: ".VnTime"}})
		},
		"G6": func(c *workbook.Cell) bool { return c.Kind == workbook.NoValue && c.Formula == "SUM(C3:C42)" },
		"C3": func(c *workbook.Cell) bool { return c.Number.Plain() == "45.87" && c.Formula == "" },
	} {
		row, col, _ := workbook.ParseRef(ref)
		if c := s.At(row, col); c == nil || !check(c) {
			t.Errorf("%s = %+v", ref, c)
		}
	}
	stream := book.Sheet("Luồng")
	if c := stream.At(1, 3); c.Kind != workbook.Number || c.Number.Plain() != "25" || c.Formula != "B1*2" {
		t.Errorf("formula with value: %+v", c)
	}
	if c := stream.At(1, 1); c.Text != "chữ _x000D_ trong dòng" {
		t.Errorf("escaped text %q", c.Text)
	}
	if got := book.Sheet("Thuyết minh").At(2, 2).Text; got != "  giữ khoảng trắng  \nhai dòng" {
		t.Errorf("spaces and line breaks: %q", got)
	}
}

func BenchmarkRead(b *testing.B) {
	for _, size := range []struct {
		name string
		data func(testing.TB) []byte
	}{{"form", formBook}, {"100k-rows", largeBook}} {
		data := size.data(b)
		b.Run(size.name+"/ours", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				mustRead(b, data)
			}
		})
		b.Run(size.name+"/unzip-only", func(b *testing.B) {
			for b.Loop() {
				g := workbook.NewGuard(context.Background(), workbook.DefaultLimits())
				a, err := ooxml.Open(data, g)
				if err == nil {
					err = a.VerifyRest()
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
		// The least a strict reader of the same file does: unpack, check, split into tags.
		b.Run(size.name+"/unzip-and-tokenise", func(b *testing.B) {
			lim := workbook.DefaultLimits()
			for b.Loop() {
				a, err := ooxml.Open(data, workbook.NewGuard(context.Background(), lim))
				if err != nil {
					b.Fatal(err)
				}
				for _, f := range a.Files {
					part, err := a.Read(f.Name)
					if err != nil {
						b.Fatal(err)
					}
					x, err := ooxml.NewScanner(f.Name, part, a.Guard)
					for tok := ooxml.StartTag; err == nil && tok != ooxml.EndOfPart; {
						tok, err = x.Next()
					}
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
		b.Run(size.name+"/excelize-rows", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f, err := excelize.OpenReader(bytes.NewReader(data),
					excelize.Options{RawCellValue: true, UnzipXMLSizeLimit: 1 << 28})
				if err != nil {
					b.Fatal(err)
				}
				for _, name := range f.GetSheetList() {
					rows, err := f.Rows(name)
					if err != nil {
						b.Fatal(err)
					}
					for rows.Next() {
						if _, err := rows.Columns(); err != nil {
							b.Fatal(err)
						}
					}
				}
				f.Close()
			}
		})
	}
}

func largeBook(tb testing.TB) []byte {
	tb.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	for r := range 100_000 {
		row := []any{r + 1, "Hộ " + strconv.Itoa(r%5000), r * 7, float64(r) / 7, r % 2, 12.5, "Bắc Sơn", r + 3,
			float64(r) * 1.1, 2022}
		if err := w.SetRow(workbook.Ref(r+1, 1), row); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}
