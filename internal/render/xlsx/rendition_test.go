package xlsx

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/correction"
	"baocao/internal/quantity"
	"baocao/internal/returns"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

func readBook(t testing.TB, name string, data []byte) *workbook.Book {
	t.Helper()
	b, problems := open.Read(context.Background(), name, data, workbook.DefaultLimits())
	if b == nil {
		t.Fatal(problems)
	}
	return b
}

// rendered writes a book and reads what was written.
func rendered(t testing.TB, b *workbook.Book) (*workbook.Book, []byte) {
	t.Helper()
	data, err := Rendition(b)
	if err != nil {
		t.Fatal(err)
	}
	return readBook(t, "x.xlsx", data), data
}

// values is what a book's cells hold, of formulas their values.
func values(b *workbook.Book) string {
	var out strings.Builder
	for _, s := range b.Sheets {
		fmt.Fprintln(&out, correction.TabName(s.Name), s.Visibility, s.Merges, s.HiddenCols)
		for i := range s.Cells {
			c := &s.Cells[i]
			kind, text := c.Kind, strings.ReplaceAll(c.Text, "\x01", " ") // the library cannot write it
			switch {
			case kind == workbook.Error:
				text = errorName(text)
			case strings.HasPrefix(c.Formula, "#"): // nor errors, but formulas that give them
				kind, text = workbook.Error, c.Formula
			}
			if kind != workbook.NoValue && (kind != workbook.Text || text != "") {
				fmt.Fprintf(&out, "%s %v %s %q %s\n", c.Ref(), kind, c.Number.Plain(), text,
					cmp.Or(c.Style.NumFmt, "General"))
			}
		}
	}
	fmt.Fprintln(&out, b.Date1904)
	return out.String()
}

func sameValues(t testing.TB, was, is *workbook.Book) {
	t.Helper()
	if a, b := values(was), values(is); a != b {
		t.Errorf("was\n%.3000s\nis\n%.3000s", a, b)
	}
}

// everyKind has a cell of every kind, with what is easily lost on the way.
func everyKind() *workbook.Book {
	general, percent, date := &workbook.Style{NumFmt: "General"}, &workbook.Style{NumFmt: "0.00%", IsPercent: true},
		&workbook.Style{NumFmt: "dd/mm/yyyy", IsDate: true}
	plain := &workbook.Style{NumFmt: "@", Font: ".VnTime"}
	text := func(row, col int, s string) workbook.Cell {
		return workbook.Cell{Row: row, Col: col, Kind: workbook.Text, Text: s, Style: plain}
	}
	number := func(row, col int, s string, style *workbook.Style) workbook.Cell {
		return workbook.Cell{Row: row, Col: col, Kind: workbook.Number, Number: quantity.MustParse(s), Style: style}
	}
	return &workbook.Book{Format: "ods", Date1904: true,
		Sheets: []*workbook.Sheet{
			{Name: "Ẩn hẳn", Visibility: workbook.VeryHidden, Cells: []workbook.Cell{text(1, 1, "x")}},
			{Name: "Báo cáo kết quả quý IV năm 2022, phường Bắc Sơn: số/liệu",
				Merges:     []workbook.Range{{Row: 1, Col: 1, LastRow: 1, LastCol: 6}},
				HiddenRows: []workbook.Span{{First: 3, Last: 3}, {First: 5, Last: 90}},
				HiddenCols: []workbook.Span{{First: 4, Last: 5}},
				Cells: []workbook.Cell{
					text(1, 1, "BÁO CÁO KẾT QUẢ"), text(2, 1, "00123"), text(2, 2, "=1+1"), text(2, 3, "  hai\nba \t"),
					text(2, 4, "_x0041_ & <b> \" '"), text(2, 5, "a\x01b\r"),
					number(3, 1, "0.1", general), number(3, 2, "-0.000001", general),
					number(3, 3, "123456789012345", general), number(3, 4, "0.4587", percent),
					number(3, 5, "44915", date), number(3, 6, "44915.5", date),
					{Row: 4, Col: 1, Kind: workbook.Bool, Text: "TRUE", Style: general},
					{Row: 4, Col: 2, Kind: workbook.Bool, Text: "FALSE", Style: general},
					{Row: 4, Col: 3, Kind: workbook.Error, Text: "#DIV/0!", Style: general},
					{Row: 4, Col: 4, Kind: workbook.Error, Text: "Err:502", HasFormula: true, Style: general},
					{Row: 6, Col: 1, Kind: workbook.Number, Number: quantity.Int(7), HasFormula: true, Style: general},
					{Row: 6, Col: 2, HasFormula: true, Style: general},
					{Row: 6, Col: 3, Kind: workbook.Text, HasFormula: true, Style: general},
					text(6, 4, strings.Repeat("chữ dài ", 40)),
				}},
			{Name: "trống", Visibility: workbook.Hidden},
		},
		Names: []workbook.Name{{Name: "CT_01", Sheet: "trống",
			Range: workbook.Range{Row: 2, Col: 3, LastRow: 2, LastCol: 3}}, {Name: "ct_01", Sheet: "trống"},
			{Name: "_xlnm.Print_Area", Sheet: "trống"}, {Name: "R1C1", Sheet: "trống"},
			{Name: "có dấu cách", Sheet: "trống"},
			{Name: "Vùng", Sheet: "trống", Range: workbook.Range{Row: 1, Col: 1, LastRow: 4, LastCol: 2}}},
	}
}

func TestRenditionKeepsEveryKindOfCell(t *testing.T) {
	b := everyKind()
	is, data := rendered(t, b)
	sameValues(t, b, is)
	if again, _ := Rendition(everyKind()); !bytes.Equal(data, again) {
		t.Error("the same book gave other bytes")
	}
	s := is.Sheets[1]
	if c := s.At(2, 1); c.Kind != workbook.Text || c.Text != "00123" {
		t.Errorf("a code with zeros became %+v", c)
	}
	if c := s.At(6, 1); c.Number.Plain() != "7" || c.HasFormula {
		t.Errorf("a formula became %+v", c)
	}
	if fmt.Sprint(s.HiddenRows) != "[{3 3} {6 6}]" {
		t.Errorf("hidden rows %v", s.HiddenRows)
	}
	if names := fmt.Sprint(is.Names); names != "[{CT_01 trống C2} {Vùng trống A1:B4}]" {
		t.Errorf("names %s", names)
	}
}

// A problem names the sheet as the sender's file does; the mark finds it.
func TestARenditionIsMarkedAsAnyOther(t *testing.T) {
	b := everyKind()
	_, data := rendered(t, b)
	marked, err := correction.Mark(context.Background(), data,
		correction.Note{File: "a.ods", SHA256: strings.Repeat("0", 64),
			Problems: []correction.Problem{{Sheet: b.Sheets[1].Name, Cell: "B3", What: "Sai.", Fix: "Sửa.",
				Grave: true}}}, workbook.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	is := readBook(t, "x.xlsx", marked)
	if _, ok := returns.CorrectedFrom(is); !ok {
		t.Error("not known as a copy")
	}
	is.Sheets = is.Sheets[1:]
	sameValues(t, b, is)
	f := opened(t, marked)
	defer f.Close()
	if comments, err := f.GetComments(correction.TabName(b.Sheets[1].Name)); err != nil || len(comments) != 1 ||
		comments[0].Cell != "B3" {
		t.Errorf("comments %+v %v", comments, err)
	}
}

func TestRenditionOfOtherFormats(t *testing.T) {
	files, err := filepath.Glob("../../workbook/*/testdata/*/*.[ox][dl]s")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	samples, err := filepath.Glob(filepath.Join(cmp.Or(os.Getenv("BAOCAO_SAMPLES"), "../../../../shared/samples"),
		"*", "*.xls"))
	if err != nil {
		t.Fatal(err)
	}
	rendition := 0
	for _, file := range append(files, samples...) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := open.Read(context.Background(), file, data, workbook.DefaultLimits())
		if b == nil {
			continue // some are there to be refused
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			rendition++
			is, _ := rendered(t, b)
			sameValues(t, b, is)
		})
	}
	csv := readBook(t, "Phường Bắc Sơn.csv",
		[]byte("STT;Chỉ tiêu;Giá trị\n01;Tỷ lệ hộ nghèo;45,87%\n02;=1+1;1.234,5\n"))
	is, _ := rendered(t, csv)
	sameValues(t, csv, is)
	if rendition < 4 {
		t.Errorf("only %d files", rendition)
	}
}

func TestWhatCannotBeRendered(t *testing.T) {
	style := &workbook.Style{NumFmt: "General"}
	for name, b := range map[string]*workbook.Book{
		"nothing":   nil,
		"no sheets": {},
		"same tabs": {Sheets: []*workbook.Sheet{{Name: "a/b"}, {Name: "A_B"}}},
		"too long a text": {Sheets: []*workbook.Sheet{{Name: "a",
			Cells: []workbook.Cell{{Row: 1, Col: 1, Kind: workbook.Text, Text: strings.Repeat("a", 32_768),
				Style: style}}}}},
	} {
		if data, err := Rendition(b); err == nil || data != nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// For Excel, merges of one cell or over each other make a damaged file; so do
// codes of formats it cannot read.
func TestRenditionWritesNothingExcelWouldRepair(t *testing.T) {
	odd := &workbook.Style{NumFmt: `0"kg`, IsPercent: true}
	b := &workbook.Book{Sheets: []*workbook.Sheet{{Name: "a",
		Merges: []workbook.Range{{Row: 1, Col: 1, LastRow: 3, LastCol: 2}, {Row: 2, Col: 2, LastRow: 2, LastCol: 4},
			{Row: 3, Col: 3, LastRow: 3, LastCol: 4}, {Row: 9, Col: 9, LastRow: 9, LastCol: 9}},
		HiddenCols: []workbook.Span{{First: 2, Last: 5}, {First: 4, Last: 7}},
		Cells: []workbook.Cell{{Row: 1, Col: 1, Kind: workbook.Number, Number: quantity.Int(1), Style: odd},
			{Row: 1, Col: 6, Kind: workbook.Number, Style: odd}, {Row: 1, Col: 8, Kind: workbook.Number, Style: odd}}}}}
	is, _ := rendered(t, b)
	s := is.Sheets[0]
	if fmt.Sprint(s.Merges) != "[A1:B3 C3:D3]" || fmt.Sprint(s.HiddenCols) != "[{2 7}]" || s.At(1, 1).
		Style.NumFmt != "0.00%" {
		t.Errorf("%v %v %+v", s.Merges, s.HiddenCols, s.At(1, 1).Style)
	}
}

// A form that was saved as .xls is still a form when it goes back.
func TestARenditionOfAFormIsAForm(t *testing.T) {
	p := examplePlan(t)
	const unit = "ban-to-chuc"
	form := fill(t, p, unit, nil)
	_, data := rendered(t, readBook(t, "x.xlsx", form))
	ret, problems := readBack(t, p, "x.xlsx", data)
	wantFull(t, p, unit, ret, problems)
}

// What LibreOffice reads in a rendition is what we wrote.
func TestLibreOfficeReadsARendition(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: BAOCAO_TEST_SLOW=1 or LibreOffice is absent")
	}
	b := everyKind()
	b.Sheets[1].Cells = b.Sheets[1].Cells[:len(b.Sheets[1].Cells)-4] // formulas without value are not there to be read
	b.Sheets[1].Cells[5].Text = "ab"                                 // it drops control characters
	_, data := rendered(t, b)
	dir := t.TempDir()
	in := filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(in, data, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless",
		"--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out"), in)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	again, err := os.ReadFile(filepath.Join(dir, "out", "a.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	is := readBook(t, "a.xlsx", again)
	for i, s := range b.Sheets {
		for j := range s.Cells {
			c := &s.Cells[j]
			d := is.Sheets[i].At(c.Row, c.Col)
			if d == nil || d.Kind != c.Kind || !d.Number.Equal(c.Number) || d.Style.IsDate != c.Style.IsDate ||
				d.Style.IsPercent != c.Style.IsPercent || c.Kind == workbook.Text && d.Text != c.Text {
				t.Errorf("%s is %+v, was %+v", c.Ref(), d, c)
			}
		}
	}
}

func TestGoodNames(t *testing.T) {
	long := strings.Repeat("ă", 251)
	for name, want := range map[string]bool{
		"BC_DON_VI": true, "_x.1": true, "Đơn_vị": true, long: true,
		long + "ă": false, "": false, "1a": false, ".a": false, "a b": false, "a-b": false, "a\xff": false,
	} {
		if got := goodName(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

// What makes a figure a question is still there in the copy: crossed out, raised, printed
// over the page.
func TestRenditionKeepsWhatIsAskedAbout(t *testing.T) {
	style := workbook.NewStyle("Arial", "#,##0")
	number := func(col int, s *workbook.Style) workbook.Cell {
		return workbook.Cell{Row: 1, Col: col, Kind: workbook.Number, Number: quantity.Int(352), Style: s}
	}
	text := func(col int, s string, runs ...workbook.Run) workbook.Cell {
		return workbook.Cell{Row: 1, Col: col, Kind: workbook.Text, Text: s, Style: style, Runs: runs}
	}
	printed := func(texts ...string) (all []workbook.Cell) {
		for _, s := range texts {
			c := text(0, s)
			c.Row = 0
			all = append(all, c)
		}
		return all
	}
	b, _ := rendered(t, &workbook.Book{Sheets: []*workbook.Sheet{{Name: "A", Cells: []workbook.Cell{
		number(1, style), number(2, style.With(true, false)), number(3, style.Placed(workbook.Raised)),
		text(4, "3521", workbook.Run{Text: "352"}, workbook.Run{Text: "1", Script: workbook.Raised}),
		text(5, "118 125", workbook.Run{Text: "118 ", Struck: true}, workbook.Run{Text: "125", Font: "Arial"}),
	}, Header: printed("UBND & PHƯỜNG", strings.Repeat("dài ", 90), "6 tháng đầu năm"), Footer: printed("ĐVT: đồng")}}})
	cells := b.Sheets[0].Cells
	for i, want := range []workbook.Style{{}, {Struck: true}, {Script: workbook.Raised}} {
		if got := cells[i].Style; got.Struck != want.Struck || got.Script != want.Script || got.NumFmt != "#,##0" {
			t.Errorf("%s: %+v", cells[i].Ref(), got)
		}
	}
	if c := &cells[3]; c.OnLine() != "352" || c.OffLine() != "1" {
		t.Errorf("%+v", c.Runs)
	}
	if c := &cells[4]; c.Visible() != "125" || c.Text != "118 125" {
		t.Errorf("%+v", c.Runs)
	}
	s := b.Sheets[0]
	if len(s.Header) != 1 || s.Header[0].Text != "UBND & PHƯỜNG\n6 tháng đầu năm" || len(s.Footer) != 1 ||
		s.Footer[0].Text != "ĐVT: đồng" {
		t.Errorf("%+v %+v", s.Header, s.Footer)
	}
}
