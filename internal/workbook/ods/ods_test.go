package ods

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"baocao/internal/ooxml"
	"baocao/internal/quantity"
	"baocao/internal/workbook"
	"baocao/internal/workbook/repair"
)

const odsRoot = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
	`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
	`xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" ` +
	`xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"` +
	` xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" ` +
	`xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.2"`

// odsContent is a content part with the given styles and sheets.
func odsContent(styles, sheets string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>` + "\n<office:document-content" + odsRoot + `>` + styles +
		`<office:body><office:spreadsheet>` + sheets + `</office:spreadsheet></office:body></office:document-content>`
}

// odsArchive packs a content part, and others by name, into a file.
func odsArchive(content string, others map[string]string) []byte {
	all := map[string]string{
		"mimetype": odsKind,
		"META-INF/manifest.xml": `<manifest:manifest ` +
			`xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">` +
			`<manifest:file-entry manifest:full-path="/" manifest:media-type="` + odsKind + `"/></manifest:manifest>`,
		"content.xml": content,
	}
	names := []string{"mimetype", "META-INF/manifest.xml", "content.xml"}
	for name, text := range others {
		if _, ok := all[name]; !ok {
			names = append(names, name)
		}
		all[name] = text
	}
	return pack(names, all)
}

// odsOf is a file of one sheet with the given rows and columns.
func odsOf(rows string) []byte {
	return odsArchive(odsContent("", `<table:table table:name="Số liệu">`+rows+`</table:table>`), nil)
}

// pack makes an archive of parts.
func pack(names []string, content map[string]string) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		e, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = io.WriteString(e, content[name])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// parts unpacks a file in the order of its entries.
func parts(tb testing.TB, data []byte) (names []string, content map[string]string) {
	tb.Helper()
	a, err := ooxml.Open(data, workbook.NewGuard(context.Background(), patient()))
	if err != nil {
		tb.Fatal(err)
	}
	content = map[string]string{}
	for _, f := range a.Files {
		part, err := a.Read(f.Name)
		if err != nil {
			tb.Fatal(err)
		}
		names = append(names, f.Name)
		content[f.Name] = string(part)
	}
	return names, content
}

func ordered(t *testing.T, b *workbook.Book) {
	t.Helper()
	for _, s := range b.Sheets {
		for i := 1; i < len(s.Cells); i++ {
			a, c := &s.Cells[i-1], &s.Cells[i]
			if a.Row > c.Row || a.Row == c.Row && a.Col >= c.Col {
				t.Fatalf("%s before %s", a.Ref(), c.Ref())
			}
		}
	}
}

func readWithin(ctx context.Context, data []byte, lim workbook.Limits) (*workbook.Book, error) {
	a, err := ooxml.Open(data, workbook.NewGuard(ctx, lim))
	if err != nil {
		return nil, err
	}
	return Read(a)
}

func readUnrepaired(data []byte, lim workbook.Limits) (*workbook.Book, error) {
	return readWithin(context.Background(), data, lim)
}

func mustReadODS(tb testing.TB, data []byte) *workbook.Book {
	tb.Helper()
	book, err := readUnrepaired(data, workbook.DefaultLimits())
	if err != nil {
		tb.Fatalf("not read: %v", err)
	}
	return book
}

func odsFixture(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile("testdata/ods/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// shown writes a cell in one line, for comparing.
func shown(c *workbook.Cell) string {
	if c == nil {
		return "trống"
	}
	s := ""
	switch c.Kind {
	case workbook.NoValue:
		s = "chưa tính"
	case workbook.Number:
		s = c.Number.Plain()
	case workbook.Text:
		s = fmt.Sprintf("%q", c.Text)
	case workbook.Bool, workbook.Error:
		s = c.Text
	}
	if c.HasFormula {
		s += " ="
	}
	switch {
	case c.Style.IsPercent:
		s += " %"
	case c.Style.IsDate:
		s += " ngày"
	}
	return s
}

func wantShown(t *testing.T, s *workbook.Sheet, want map[string]string) {
	t.Helper()
	for ref, text := range want {
		row, col, ok := workbook.ParseRef(ref)
		if !ok {
			t.Fatal(ref)
		}
		if got := shown(s.At(row, col)); got != text {
			t.Errorf("%s is %s, want %s", ref, got, text)
		}
	}
}

// A unit fills in its form with LibreOffice: everything in it arrives.
func TestAFileOfLibreOffice(t *testing.T) {
	t.Parallel()
	b := mustReadODS(t, odsFixture(t, "cac-kieu-o.ods"))
	if b.Format != "ods" || b.Date1904 || len(b.Sheets) != 3 {
		t.Fatalf("%s, 1904 %v, %d sheets", b.Format, b.Date1904, len(b.Sheets))
	}
	s := b.Sheet("Số liệu 2025")
	wantShown(t, s, map[string]string{
		"A1": `"Bảng tổng hợp quý III"`, "B1": "trống",
		"A3": `"Thu ngân sách"`, "B3": "1250.5", "C3": "1301", "D3": "1.04038384646142 = %", "E3": `"Êm ®Òm"`,
		"B4": "0.045 %", "C4": "0.0385 %", "D4": "#DIV/0! =",
		"B5": "45930 ngày", "C5": "45930.6875 ngày", "D5": "0.4375 ngày",
		"B6": `"đạt" =`, "C6": `"" =`, "D6": "TRUE =",
		"A7": `"  hai  khoảng trắng\nvà xuống dòng "`, "B7": `"0123"`, "C7": "-0.5", "D7": "0.00000015",
		"B8": "1.75 ngày", "C8": "0 ngày", "D8": "500000", "A9": "trống",
	})
	if n := len(s.Cells); n != 30 {
		t.Errorf("%d cells", n)
	}
	for ref, code := range map[string]string{"A1": "General", "B3": "#,##0.0", "D3": "0.00%", "B5": "dd/mm/yyyy",
		"C5": "dd/mm/yyyy hh:mm",
		"D5": "hh:mm:ss", "B7": "@", "B8": "[h]:mm:ss", "D8": `#,##0" đồng"`} {
		row, col, _ := workbook.ParseRef(ref)
		if got := s.At(row, col).Style; got.NumFmt != code || got.Font != "Times New Roman" {
			t.Errorf("%s is formatted %q in %s, want %q", ref, got.NumFmt, got.Font, code)
		}
	}
	if got := s.At(3, 5).Style.Font; got != ".VnTime" {
		t.Errorf("E3 is in %s", got)
	}
	if s.At(3, 1).Style != s.At(4, 1).Style {
		t.Error("cells of one format do not share it")
	}
	if !reflect.DeepEqual(s.Merges, []workbook.Range{workbook.RangeOf(1, 1, 1, 4)}) ||
		!reflect.DeepEqual(s.HiddenRows, []workbook.Span{{First: 7, Last: 7}}) ||
		!reflect.DeepEqual(s.HiddenCols, []workbook.Span{{First: 3, Last: 3}}) {
		t.Errorf("merged %v, hidden rows %v, hidden columns %v", s.Merges, s.HiddenRows, s.HiddenCols)
	}
	if hidden := b.Sheet("Ẩn"); hidden.Visibility != workbook.Hidden || s.Visibility != workbook.Visible ||
		shown(hidden.At(2, 2)) != "7" {
		t.Errorf("the hidden sheet: %+v", hidden)
	}
	wantShown(t, b.Sheet("Phụ lục 1"), map[string]string{"A1": "3803 ="})
	want := []workbook.Name{{Name: "Phu", Sheet: "Phụ lục 1", Range: workbook.RangeOf(1, 1, 1, 1)},
		{Name: "Thu", Sheet: "Số liệu 2025", Range: workbook.RangeOf(3, 2, 3, 3)}}
	if !reflect.DeepEqual(b.Names, want) {
		t.Errorf("names %v", b.Names)
	}
}

// An older colleague types in .VnTime, another in VNI-Times, in parts of a cell too.
func TestFontsOfCellsAndOfStretches(t *testing.T) {
	t.Parallel()
	b := mustReadODS(t, odsFixture(t, "phong-chu.ods"))
	s := b.Sheets[0]
	for ref, want := range map[string]struct {
		font string
		runs []workbook.Run
	}{
		"A1": {".VnTime", nil},
		"B1": {"VNI-Times", nil}, // said by its column
		"A2": {"Times New Roman",
			[]workbook.Run{{Text: "Tổng: ", Font: ""}, {Text: "sè hé nghÌo", Font: ".VnTime"},
				{Text: " và ", Font: ""}, {Text: "hoä caän ngheøo", Font: "VNI-Times"}}},
		"B2": {".VnTime", []workbook.Run{{Text: "b¸o c¸o quý\n", Font: ".VnTimeH"}, {Text: "®Çu n¨m   nay", Font: ""}}},
		"A3": {"Times New Roman", nil},
	} {
		row, col, _ := workbook.ParseRef(ref)
		c := s.At(row, col)
		if c == nil || c.Style.Font != want.font || !reflect.DeepEqual(c.Runs, want.runs) {
			t.Errorf("%s: %+v in %s", ref, c.Runs, c.Style.Font)
			continue
		}
		all := ""
		for _, r := range c.Runs {
			all += r.Text
		}
		if c.Runs != nil && all != c.Text {
			t.Errorf("%s: runs %q, text %q", ref, all, c.Text)
		}
	}
	if _, err := repair.Book("phong-chu.ods", b, workbook.NewGuard(context.Background(), patient())); err != nil {
		t.Fatal(err)
	}
	wantShown(t, b.Sheets[0],
		map[string]string{"A1": `"Số hộ nghèo đầu kỳ"`, "B1": `"Tổng số hộ nghèo"`,
			"A2": `"Tổng: số hộ nghèo và hộ cận nghèo"`,
			"B2": `"BÁO CÁO QUÝ\nđầu năm   nay"`, "A3": `"Unicode"`})
}

// What other programs write, or LibreOffice of another time.
func TestValuesAsOtherProgramsStoreThem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ cell, want string }{
		{`<table:table-cell office:value-type="float" office:value=" 12.50 "><text:p>12,5</text:p></table:table-cell>`,
			"12.5"},
		{`<table:table-cell office:value-type="float" office:value="1E+015"/>`, "1000000000000000"},
		{`<table:table-cell office:value-type="percentage" office:value="0.4587"><text:p>45,87%</text:p>` +
			`</table:table-cell>`, "0.4587 %"},
		{`<table:table-cell office:value-type="currency" office:currency="VND" office:value="15000"/>`, "15000"},
		{`<table:table-cell office:value-type="boolean" office:boolean-value="false"/>`, "FALSE"},
		{`<table:table-cell office:value-type="date" office:date-value="2024-02-29"/>`, "45351 ngày"},
		{`<table:table-cell office:value-type="date" office:date-value="2024-02-29T12:00:00.500000000"/>`,
			"45351.5000057870 ngày"},
		{`<table:table-cell office:value-type="date" office:date-value="2024-02-29T06:00Z"/>`, "45351.25 ngày"},
		{`<table:table-cell office:value-type="date" office:date-value="1899-12-31"/>`, "1 ngày"},
		{`<table:table-cell office:value-type="date" office:date-value="1899-12-29"/>`, "-1 ngày"},
		{`<table:table-cell office:value-type="date" office:date-value="12015-06-01"/>`, "3694581 ngày"},
		{`<table:table-cell office:value-type="time" office:time-value="PT10H30M00S"/>`, "0.4375 ngày"},
		{`<table:table-cell office:value-type="time" office:time-value="-PT36H"/>`, "-1.5 ngày"},
		{`<table:table-cell office:value-type="time" office:time-value="P1DT06H00M00,000S"/>`, "1.25 ngày"},
		{`<table:table-cell office:value-type="string"><text:p>0123</text:p></table:table-cell>`, `"0123"`},
		{`<table:table-cell office:value-type="string" office:string-value="như ghi"><text:p>như hiện</text:p>` +
			`</table:table-cell>`, `"như ghi"`},
		{`<table:table-cell office:value-type="string" office:string-value="hai dòng"><text:p>hai</text:p>` +
			`<text:p>dòng</text:p></table:table-cell>`, `"hai\ndòng"`},
		{`<table:table-cell office:value-type="string" office:string-value="chỉ ghi"/>`, `"chỉ ghi"`},
		{`<table:table-cell><text:p>không kiểu</text:p></table:table-cell>`, `"không kiểu"`},
		{`<table:table-cell office:value-type="string"><text:p/></table:table-cell>`, "trống"},
		{`<table:table-cell table:style-name="x"/>`, "trống"},
		{`<table:table-cell office:value-type="void"/>`, "trống"},
		{`<table:covered-table-cell office:value-type="float" office:value="5"/>`, "5"},

		// formulas and their results
		{`<table:table-cell table:formula="of:=SUM([.A2:.A3];&quot;;&quot;)" office:value-type="float" ` +
			`office:value="3"/>`, `3 =`},
		{`<table:table-cell table:formula="of:=[.A9]"/>`, "chưa tính ="},
		{`<table:table-cell table:formula="of:=[.A9]" office:value-type="float"/>`, "chưa tính ="},
		{`<table:table-cell table:formula="of:=[.A9]&amp;&quot;&quot;" office:value-type="string" ` +
			`office:string-value=""/>`, `"" =`},
		{`<table:table-cell table:formula="of:=[.A9]"><text:p/></table:table-cell>`, `"" =`},
		{`<table:table-cell table:formula="msoxl:=SUM(A2,A3)" office:value-type="float" office:value="3"/>`, "3 ="},
		{`<table:table-cell table:formula="of:=[.A2]&gt;1" office:value-type="float" office:value="1">` +
			`<text:p>TRUE</text:p></table:table-cell>`, "TRUE ="},
		{`<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" ` +
			`calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`, "#DIV/0! ="},
		{`<table:table-cell table:formula="of:=1/0" calcext:value-type="error" office:value-type="string" ` +
			`office:string-value=""><text:p>Err:508</text:p></table:table-cell>`, "Err:508 ="},
		{`<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0">` +
			`<text:p>#DIV/0!</text:p></table:table-cell>`, "#DIV/0! ="},
		{`<table:table-cell table:formula="of:=#N/A" office:value-type="string"><text:p>#N/A</text:p>` +
			`</table:table-cell>`, "#N/A ="},
		{`<table:table-cell office:value-type="string"><text:p>#N/A</text:p></table:table-cell>`, `"#N/A"`},

		// what hangs on a cell is none of its text
		{`<table:table-cell office:value-type="string"><office:annotation><text:p>lời nhắc</text:p>` +
			`</office:annotation><text:p>số<office:annotation><text:p>khác</text:p></office:annotation> hộ</text:p>` +
			`<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame></table:table-cell>`,
			`"số hộ"`},
		{`<table:table-cell><draw:frame><draw:image><text:p>ảnh</text:p></draw:image></draw:frame></table:table-cell>`,
			"trống"},
		{`<table:table-cell office:value-type="string"><text:p>` +
			`<text:a href="x">liên kết</text:a>, <text:sheet-name>Sheet1</text:sheet-name></text:p></table:table-cell>`,
			`"liên kết, Sheet1"`},
		{`<table:table-cell office:value-type="string"><text:list><text:list-item><text:p>một</text:p>` +
			`</text:list-item><text:list-item><text:p>hai</text:p></text:list-item></text:list></table:table-cell>`,
			`"một\nhai"`},

		// white space
		{`<table:table-cell office:value-type="string"><text:p>a<text:s/>` +
			`<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p></table:table-cell>`, `"a   b\tc\nd"`},
		{"<table:table-cell office:value-type=\"string\">" +
			"<text:p>\n   hai\n   dòng mã\n  </text:p>\n</table:table-cell>",
			`"hai dòng mã"`},
		{`<table:table-cell office:value-type="string"><text:p>  như LibreOffice  ghi </text:p></table:table-cell>`,
			`"  như LibreOffice  ghi "`},
		{`<table:table-cell office:value-type="string"><text:p>&lt;5 &amp; &#x1EA1;<![CDATA[<b>]]></text:p>` +
			`</table:table-cell>`, `"<5 & ạ<b>"`},
		{`<table:table-cell office:value-type="string"><text:p/><text:p>sau</text:p><text:p/></table:table-cell>`,
			`"\nsau\n"`},
	} {
		b := mustReadODS(t, odsOf(`<table:table-row>`+c.cell+`</table:table-row>`))
		got := b.Sheets[0].At(1, 1)
		if s := shown(got); s != c.want &&
			!(strings.HasPrefix(s, strings.TrimSuffix(c.want, " ngày")) && strings.HasSuffix(s, " ngày")) {
			t.Errorf("%s\nis %s, want %s", c.cell, s, c.want)
		}
	}
}

// A third of a day is exactly that, as no decimal could be.
// What stands in a frame or a drawn form is kept at the cell it hangs on, that of shapes tied to
// no cell at none.
func TestShapes(t *testing.T) {
	t.Parallel()
	b := mustReadODS(t, odsOf(`<table:shapes><draw:rect><text:p>Bản nháp</text:p></draw:rect></table:shapes>`+
		`<table:table-row><table:table-cell/><table:table-cell><draw:g><draw:custom-shape><text:p>số</text:p>`+
		`<text:p>ước</text:p></draw:custom-shape><draw:frame><draw:text-box><text:p>chờ duyệt</text:p></draw:text-box>`+
		`</draw:frame></draw:g></table:table-cell></table:table-row>`))
	var got []string
	for _, c := range b.Sheets[0].Boxes {
		got = append(got, workbook.Ref(c.Row, c.Col)+"="+c.Text)
	}
	if all := strings.Join(got, "; "); all != "0=Bản nháp; B1=số\nước; B1=chờ duyệt" {
		t.Errorf("%q", all)
	}
}

func TestTimesAreExact(t *testing.T) {
	t.Parallel()
	b := mustReadODS(t,
		odsOf(`<table:table-row><table:table-cell office:value-type="time" office:time-value="PT08H00M00S"/>`+
			`<table:table-cell office:value-type="date" office:date-value="2025-01-01T08:00:00"/></table:table-row>`))
	third, _ := quantity.Int(1).Quo(quantity.Int(3))
	if n := b.Sheets[0].At(1, 1).Number; !n.Equal(third) {
		t.Error(n.Plain())
	}
	if n := b.Sheets[0].At(1, 2).Number; !n.Equal(third.Add(quantity.Int(45658))) {
		t.Error(n.Plain())
	}
}

// Dates agree with those of the calendar that Go knows.
func TestEveryDayHasItsNumber(t *testing.T) {
	t.Parallel()
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	for day := -700_000; day < 3_700_000; day += 997 {
		date := epoch.AddDate(0, 0, day)
		if date.Year() < 1 {
			continue
		}
		text := fmt.Sprintf("%04d-%02d-%02d", date.Year(), date.Month(), date.Day())
		if n, ok := parseDate(text); !ok || !n.Equal(quantity.Int(int64(day))) {
			t.Fatalf("%s is day %s, want %d", text, n.Plain(), day)
		}
	}
	for _, wrong := range []string{"", "2025", "2025-13-01", "2025-02-29", "2025-00-10", "2025-1-1", "0000-01-01",
		"-0001-01-01", "2025-01-01T", "2025-01-01T25:00:00",
		"2025-01-01T10:61:00", "2025-01-01T10:00:00+07:00", "01/01/2025", "2025-01-01T-1:00:00", "99999999-01-01"} {
		if n, ok := parseDate(wrong); ok {
			t.Errorf("%q is a date: %s", wrong, n.Plain())
		}
	}
	for _, wrong := range []string{"", "P", "PT", "10:30", "P1M", "P1Y", "PT1X", "PT1.5H", "PT-1H", "PT1H1H", "P1DT",
		"--PT1H", "PT1S1M"} {
		if n, ok := parseDuration(wrong); ok {
			t.Errorf("%q is a time: %s", wrong, n.Plain())
		}
	}
}

func TestRepeatedCellsAndRowsStandWhereTheyBelong(t *testing.T) {
	t.Parallel()
	b := mustReadODS(t,
		odsOf(`<table:table-column table:number-columns-repeated="2"/>`+
			`<table:table-column table:number-columns-repeated="3" table:visibility="collapse"/>`+
			`<table:table-column-group><table:table-header-columns>`+
			`<table:table-column table:visibility="filter" table:number-columns-repeated="16379"/>`+
			`</table:table-header-columns></table:table-column-group>`+
			`<table:table-row table:number-rows-repeated="2">`+
			`<table:table-cell table:number-columns-repeated="16384"/></table:table-row>`+
			`<table:table-header-rows><table:table-row table:number-rows-repeated="2">`+
			`<table:table-cell table:number-columns-repeated="3"/>`+
			`<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>`+
			`<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`+
			`</table:table-header-rows>`+
			`<table:table-row-group><table:table-row-group>`+
			`<table:table-row table:visibility="collapse" table:number-rows-repeated="3"/></table:table-row-group>`+
			`<table:table-row table:visibility="filter"><table:table-cell/>`+
			`<table:covered-table-cell table:number-columns-repeated="2"/>`+
			`<table:table-cell office:value-type="float" office:value="2"/></table:table-row></table:table-row-group>`+
			`<table:table-rows><table:table-row table:number-rows-repeated="2000000000">`+
			`<table:table-cell table:number-columns-repeated="4000000000"/></table:table-row></table:table-rows>`+
			`<table:table-row table:visibility="collapse"/>`))
	s := b.Sheets[0]
	wantShown(t, s, map[string]string{"D3": "1", "E3": "1", "F3": `"x"`, "D4": "1", "E4": "1", "F4": `"x"`,
		"C3": "trống", "D5": "trống", "D8": "2"})
	if len(s.Cells) != 7 {
		t.Errorf("%d cells", len(s.Cells))
	}
	ordered(t, b)
	if !reflect.DeepEqual(s.HiddenRows, []workbook.Span{{First: 5, Last: 8}}) ||
		!reflect.DeepEqual(s.HiddenCols, []workbook.Span{{First: 3, Last: 16384}}) {
		t.Errorf("hidden rows %v, columns %v", s.HiddenRows, s.HiddenCols)
	}
}

func TestMergedCells(t *testing.T) {
	t.Parallel()
	b := mustReadODS(t,
		odsOf(`<table:table-row><table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="2" `+
			`office:value-type="string"><text:p>gộp</text:p></table:table-cell>`+
			`<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row><table:table-row/>`+
			`<table:table-row table:number-rows-repeated="2"><table:table-cell/>`+
			`<table:table-cell table:number-columns-spanned="2"/><table:covered-table-cell/></table:table-row>`+
			`<table:table-row><table:table-cell table:number-columns-spanned="1" table:number-rows-spanned="1"/>`+
			`<table:table-cell table:number-rows-spanned="9999999"/></table:table-row>`))
	want := []workbook.Range{workbook.RangeOf(1, 1, 2, 3), workbook.RangeOf(3, 2, 3, 3), workbook.RangeOf(4, 2, 4, 3),
		workbook.RangeOf(5, 2, workbook.MaxRow, 2)}
	if got := b.Sheets[0].Merges; !reflect.DeepEqual(got, want) {
		t.Errorf("merged %v, want %v", got, want)
	}
}

// Styles stand in two parts, and what one does not say its parents do.
func TestWhereAFormatComesFrom(t *testing.T) {
	t.Parallel()
	named := `<office:document-styles` + odsRoot +
		`><office:font-face-decls><style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;, serif"/>` +
		`</office:font-face-decls><office:styles>` +
		`<style:default-style style:family="table-cell"><style:text-properties fo:font-family="Arial"/>` +
		`</style:default-style>` +
		`<number:percentage-style style:name="N10">` +
		`<number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text>` +
		`</number:percentage-style>` +
		`<style:style style:name="Cha" style:family="table-cell" style:data-style-name="N10">` +
		`<style:text-properties style:font-name="F1"/></style:style>` +
		`<style:style style:name="Vong1" style:family="table-cell" style:parent-style-name="Vong2"/>` +
		`<style:style style:name="Vong2" style:family="table-cell" style:parent-style-name="Vong1"/>` +
		`</office:styles><office:automatic-styles><style:style style:name="con" style:family="table-cell">` +
		`<style:text-properties style:font-name="Sai"/></style:style></office:automatic-styles>` +
		`</office:document-styles>`
	own := `<office:font-face-decls><style:font-face style:name="F1" svg:font-family="VNI-Times"/>` +
		`</office:font-face-decls><office:automatic-styles>` +
		`<style:style style:name="con" style:family="table-cell" style:parent-style-name="Cha"/>` +
		`<style:style style:name="khac" style:family="table-cell" style:parent-style-name="Cha" ` +
		`style:data-style-name="N7"><style:text-properties style:font-name="F1"/></style:style>` +
		`<number:date-style style:name="N7"><number:day-of-week/><number:text>, ngày </number:text>` +
		`<number:day number:style="long"/><number:text>/</number:text><number:month number:textual="true"/>` +
		`<number:text>/</number:text><number:year number:style="long"/></number:date-style>` +
		`<number:number-style style:name="N8P0">` +
		`<number:number number:decimal-places="3" number:min-decimal-places="1" number:min-integer-digits="0" ` +
		`number:grouping="true"/></number:number-style>` +
		`<number:number-style style:name="N8"><number:text>-</number:text>` +
		`<number:scientific-number number:decimal-places="1" number:min-integer-digits="1" ` +
		`number:min-exponent-digits="2"/><style:map style:condition="value()&gt;=0" style:apply-style-name="N8P0"/>` +
		`</number:number-style>` +
		`<style:style style:name="hai" style:family="table-cell" style:data-style-name="N8"/></office:automatic-styles>`
	n := func(style string) string {
		return `<table:table-cell table:style-name="` + style + `" office:value-type="float" office:value="1"/>`
	}
	b := mustReadODS(t, odsArchive(odsContent(own,
		`<table:table table:name="S"><table:table-column table:default-cell-style-name="khac"/>`+
			`<table:table-column table:number-columns-repeated="4"/>`+
			`<table:table-row>`+n("con")+n("khac")+n("hai")+n("Vong1")+n("không có")+`</table:table-row>`+
			`<table:table-row table:default-cell-style-name="con">`+
			`<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>`+
			`</table:table-row>`+
			`<table:table-row>`+
			`<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/>`+
			`</table:table-row></table:table>`), map[string]string{"styles.xml": named}))
	for ref, want := range map[string][2]string{
		"A1": {".VnTime", "0.0%"}, "B1": {"VNI-Times", `ddd", ngày "dd/mmm/yyyy`}, "C1": {"Arial",
			"#,###.0##;-0.0E+00"}, "D1": {"Arial", "General"}, "E1": {"Arial", "General"},
		"A2": {".VnTime", "0.0%"}, "B2": {".VnTime", "0.0%"}, "A3": {"VNI-Times",
			`ddd", ngày "dd/mmm/yyyy`}, "B3": {"Arial", "General"},
	} {
		row, col, _ := workbook.ParseRef(ref)
		if c := b.Sheets[0].At(row, col); c == nil || c.Style.Font != want[0] || c.Style.NumFmt != want[1] {
			t.Errorf("%s: %+v, want %v", ref, c.Style, want)
		}
	}
	if c := b.Sheets[0].At(1, 2); !c.Style.IsDate || c.Style.IsPercent {
		t.Errorf("%+v", c.Style)
	}
}

func TestNamesOfRanges(t *testing.T) {
	t.Parallel()
	name := func(n, address string) string {
		return `<table:named-range table:name="` + n +
			`" table:base-cell-address="$S.$A$1" table:cell-range-address="` + address + `"/>`
	}
	b := mustReadODS(t, odsArchive(odsContent("",
		`<table:table table:name="Ông 'Ba' 1"><table:table-row><table:table-cell/></table:table-row>`+
			`<table:named-expressions>`+
			name("o", "$'Ông ''Ba'' 1'.$B$2")+`</table:named-expressions></table:table><table:table table:name="S"/>`+
			`<table:named-expressions>`+name("vung", "$s.$A$1:.$C$3")+name("day", "$S.$C$3:$S.$A$1")+name("mat",
			"$S.#REF!")+name("ngoai", "'file:///x'#$S.$A$1")+name("nhieu", "$S.$A$1 $S.$B$1")+
			`<table:named-expression table:name="cong" table:expression="1+1"/></table:named-expressions>`), nil))
	want := []workbook.Name{{Name: "o", Sheet: "Ông 'Ba' 1", Range: workbook.RangeOf(2, 2, 2, 2)},
		{Name: "vung", Sheet: "S", Range: workbook.RangeOf(1, 1, 3, 3)}, {Name: "day", Sheet: "S",
			Range: workbook.RangeOf(1, 1, 3, 3)}}
	if !reflect.DeepEqual(b.Names, want) {
		t.Errorf("names %v", b.Names)
	}
}

// What LibreOffice keeps of another file is no sheet of this one.
func TestTheMemoryOfAnotherFileIsNoSheet(t *testing.T) {
	t.Parallel()
	b := mustReadODS(t, odsArchive(odsContent("",
		`<table:table table:name="S"/><table:table table:name="'file:///C:/nam-truoc.ods'#$Biểu 1">`+
			`<table:table-source/><table:table-row>`+
			`<table:table-cell office:value-type="float" office:value="5"/></table:table-row></table:table>`+
			`<table:dde-links><table:dde-link><table:table table:name="d"/></table:dde-link></table:dde-links>`), nil))
	if len(b.Sheets) != 1 {
		t.Errorf("%d sheets", len(b.Sheets))
	}
}

// A program may name the format's namespaces as it likes.
func TestOtherPrefixes(t *testing.T) {
	t.Parallel()
	content := odsContent("",
		`<table:table table:name="S"><table:table-row>`+
			`<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>5</text:p></table:table-cell>`+
			`<table:table-cell office:value-type="string"><text:p>a<text:s/>b</text:p></table:table-cell>`+
			`</table:table-row></table:table>`)
	for from, to := range map[string]string{"table:": "t:", "office:": "o:", "text:": "x:", "xmlns:table": "xmlns:t",
		"xmlns:office": "xmlns:o", "xmlns:text": "xmlns:x"} {
		content = strings.ReplaceAll(content, "<"+from, "<"+to)
		content = strings.ReplaceAll(content, "</"+from, "</"+to)
		content = strings.ReplaceAll(content, " "+from, " "+to)
		content = strings.ReplaceAll(content, " "+from+"=", " "+to+"=")
	}
	wantShown(t, mustReadODS(t, odsArchive(content, nil)).Sheets[0], map[string]string{"A1": "0.5 %", "B1": `"a b"`})
}

func TestAFlatFile(t *testing.T) {
	t.Parallel()
	flat := func(kind, sheets string) []byte {
		return []byte(`<?xml version="1.0"?><office:document` + odsRoot + ` office:mimetype="` + kind +
			`"><office:font-face-decls><style:font-face style:name="F" svg:font-family=".VnTime"/>` +
			`</office:font-face-decls>` +
			`<office:styles><style:style style:name="Default" style:family="table-cell">` +
			`<style:text-properties style:font-name="F"/></style:style></office:styles>` +
			`<office:automatic-styles><style:style style:name="ẩn" style:family="table">` +
			`<style:table-properties table:display="false"/></style:style></office:automatic-styles>` +
			`<office:master-styles><style:master-page><style:header><text:p>đầu trang</text:p></style:header>` +
			`</style:master-page></office:master-styles>` +
			`<office:body><office:spreadsheet>` + sheets + `</office:spreadsheet></office:body></office:document>`)
	}
	lim := workbook.DefaultLimits()
	sheet := `<table:table table:name="S" table:style-name="ẩn"><table:table-row>` +
		`<table:table-cell table:style-name="Default" office:value-type="float" office:value="3"/></table:table-row>` +
		`</table:table>`
	b, err := ReadFlat(flat(odsKind, sheet), workbook.NewGuard(context.Background(), lim))
	if err != nil || b.Format != "fods" || len(b.Sheets) != 1 || b.Sheets[0].Visibility != workbook.Hidden ||
		shown(b.Sheets[0].At(1, 1)) != "3" || b.Sheets[0].At(1, 1).Style.Font != ".VnTime" {
		t.Fatalf("%v %+v", err, b)
	}
	for want, data := range map[string][]byte{
		"B116": flat(odtKind, sheet),
		"B117": flat("application/vnd.oasis.opendocument.graphics", sheet),
		"B134": flat(odsKind, ""),
		"B123": flat(odsKind, sheet)[:700],
	} {
		if b, err := ReadFlat(data, workbook.NewGuard(context.Background(), lim)); b != nil || codeOf(err) != want {
			t.Errorf("want %s, got %v", want, err)
		}
	}
}

func codeOf(err error) string {
	var r *workbook.Refusal
	if !errors.As(err, &r) {
		return fmt.Sprint(err)
	}
	return r.Problem.Code
}

func wantRefusal(t *testing.T, what string, data []byte, code, cell string) {
	t.Helper()
	wantRefusalWithin(t, patient(), what, data, code, cell)
}

func wantRefusalWithin(t *testing.T, lim workbook.Limits, what string, data []byte, code, cell string) {
	t.Helper()
	b, err := readUnrepaired(data, lim)
	var r *workbook.Refusal
	if errors.As(err, &r); b != nil || r == nil || r.Problem.Code != code || r.Problem.At.Cell != cell {
		t.Errorf("%s: want %s at %q, got book %v, %v", what, code, cell, b != nil, err)
	}
}

// patient are the limits of tests that must end by another limit than the
// clock, however slow the machine.
func patient() workbook.Limits {
	lim := workbook.DefaultLimits()
	lim.Deadline = 5 * time.Minute
	return lim
}

func TestWrongContentOfAnODSIsNamedWithItsCell(t *testing.T) {
	t.Parallel()
	// Small, or filling a sheet up to the limit would be most of the test.
	small := patient()
	small.MaxCells, small.MaxMemory = 40_000, 32<<20
	cell := func(attributes, content string) []byte {
		return odsOf(`<table:table-row/><table:table-row><table:table-cell/><table:table-cell ` + attributes + `>` +
			content + `</table:table-cell></table:table-row>`)
	}
	for _, c := range []struct {
		what string
		data []byte
		code string
		at   string
	}{
		{"a number with a comma", cell(`office:value-type="float" office:value="12,5"`, ""), "B126", "B2"},
		{"a number without value", cell(`office:value-type="float"`, "<text:p>12</text:p>"), "B126", "B2"},
		{"30 February", cell(`office:value-type="date" office:date-value="2025-02-30"`, ""), "B126", "B2"},
		{"a time in words", cell(`office:value-type="time" office:time-value="10:30"`, ""), "B126", "B2"},
		{"yes", cell(`office:value-type="boolean" office:boolean-value="yes"`, ""), "B126", "B2"},
		{"an unknown type", cell(`office:value-type="complex" office:value="1"`, ""), "B128", "B2"},
		{"repeated no time", cell(`table:number-columns-repeated="0"`, ""), "B124", "B2"},
		{"repeated minus one time", cell(`table:number-columns-repeated="-1"`, ""), "B124", "B2"},
		{"merged over x rows", cell(`table:number-rows-spanned="x"`, ""), "B124", "B2"},
		{"a table in a cell", cell(`table:is-sub-table="true"`, ""), "B123", "B2"},
		{"a table in a cell, unannounced", cell(``, "<table:table/>"), "B123", "B2"},
		{"loose text in a cell", cell(``, "12"), "B123", "B2"},
		{"spaces without end", cell(`office:value-type="string"`, `<text:p><text:s text:c="2000000000"/></text:p>`),
			"B130", "B2"},
		{"minus one space", cell(`office:value-type="string"`, `<text:p><text:s text:c="-1"/></text:p>`), "B123", "B2"},
		{"a text too long", cell(`office:value-type="string"`,
			`<text:p>`+strings.Repeat("a", workbook.DefaultLimits().MaxTextLen+1)+`</text:p>`), "B130", "B2"},
		{"a text too long as stated",
			cell(`office:value-type="string" office:string-value="`+strings.Repeat("a",
				workbook.DefaultLimits().MaxTextLen+1)+`"`, ""), "B130", "B2"},
		{"a row repeated half a time", odsOf(`<table:table-row table:number-rows-repeated="0.5"/>`), "B124", ""},
		{"a cell in no row", odsOf(`<table:table-cell office:value-type="float" office:value="1"/>`), "B123", ""},
		{"a figure in no cell", odsOf(`<table:table-row>12</table:table-row>`), "B123", ""},
		{"a table in a table", odsOf(`<table:table/>`), "B123", ""},
		{"a cell beyond the last column",
			odsOf(`<table:table-row><table:table-cell table:number-columns-repeated="16384"/>` +
				`<table:table-cell office:value-type="float" office:value="1"/></table:table-row>`), "B124", "XFE1"},
		{"a cell far beyond",
			odsOf(`<table:table-row><table:table-cell table:number-columns-repeated="99999999999999999999"/>` +
				`<table:table-cell office:value-type="float" office:value="1"/></table:table-row>`),
			"B124", workbook.Ref(1, beyond+1)},
		{"a cell below the last row",
			odsOf(`<table:table-row table:number-rows-repeated="1048576"/><table:table-row>` +
				`<table:table-cell office:value-type="float" office:value="1"/></table:table-row>`),
			"B124", "A1048577"},
		{"one cell two billion times",
			odsOf(`<table:table-row><table:table-cell table:number-columns-repeated="2000000000" ` +
				`office:value-type="float" office:value="1"/></table:table-row>`), "B124", "A1"},
		{"one row two billion times",
			odsOf(`<table:table-row table:number-rows-repeated="2000000000">` +
				`<table:table-cell office:value-type="float" office:value="1"/></table:table-row>`), "B124", "A1"},
		{"a sheet full of one figure",
			odsOf(`<table:table-row table:number-rows-repeated="1048576">` +
				`<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>` +
				`</table:table-row>`), "B130", "A1"},
		{"many rows full of one figure",
			odsOf(strings.Repeat(`<table:table-row><table:table-cell table:number-columns-repeated="16384" `+
				`office:value-type="float" office:value="1"/></table:table-row>`, 200)), "B130", "A3"},
		{"merged cells everywhere",
			odsOf(strings.Repeat(`<table:table-row table:number-rows-repeated="100000">`+
				`<table:table-cell table:number-columns-repeated="16384" table:number-columns-spanned="2"/>`+
				`</table:table-row>`, 3)), "B130", ""},
		{"deep nesting", odsOf(`<table:table-row><table:table-cell>` + strings.Repeat(`<text:p>`,
			100) + strings.Repeat(`</text:p>`, 100) + `</table:table-cell></table:table-row>`), "B130", "A1"},
		{"deep groups", odsOf(strings.Repeat(`<table:table-row-group>`,
			100) + strings.Repeat(`</table:table-row-group>`, 100)), "B130", ""},
	} {
		wantRefusalWithin(t, small, c.what, c.data, c.code, c.at)
	}
}

func TestWhatIsNoODSIsNamed(t *testing.T) {
	t.Parallel()
	content := odsContent("", `<table:table table:name="S"/>`)
	body := func(s string) string {
		return `<office:document-content` + odsRoot + `><office:body>` + s + `</office:body></office:document-content>`
	}
	for _, c := range []struct {
		what, code, content string
		others              map[string]string
	}{
		{"a text document", "B116", content, map[string]string{"mimetype": odtKind}},
		{"a presentation", "B117", content,
			map[string]string{"mimetype": "application/vnd.oasis.opendocument.presentation"}},
		{"a text document that says it is a spreadsheet", "B116", body("<office:text/>"), nil},
		{"a drawing that says it is a spreadsheet", "B117", body("<office:drawing/>"), nil},
		{"an encrypted file", "B145", "\x00\x01",
			map[string]string{"META-INF/manifest.xml": `<!DOCTYPE manifest:manifest><manifest:manifest>` +
				`<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`}},
		{"no sheet", "B134", odsContent("", ""), nil},
		{"nothing in the body", "B134", body(""), nil},
		{"two spreadsheets", "B123",
			body(`<office:spreadsheet><table:table/></office:spreadsheet><office:spreadsheet/>`), nil},
		{"no body", "B123", `<office:document-content/>`, nil},
		{"another root", "B123", `<office:document-meta/>`, nil},
		{"styles after the cells that use them", "B123",
			strings.Replace(content, "</office:body>", "</office:body><office:automatic-styles/>", 1), nil},
		{"a doctype", "B123", `<!DOCTYPE x [<!ENTITY a "b">]>` + content, nil},
		{"an unknown entity", "B123", odsContent("", `<table:table table:name="&a;"/>`), nil},
		{"damaged styles", "B123", content, map[string]string{"styles.xml": "<office:document-styles><office:styles>"}},
		{"something else in place of the styles", "B123", content, map[string]string{"styles.xml": content}},
		{"too many sheets", "B130",
			odsContent("", strings.Repeat(`<table:table table:name="S"/>`, workbook.DefaultLimits().MaxSheets+1)), nil},
	} {
		wantRefusal(t, c.what, odsArchive(c.content, c.others), c.code, "")
	}
	wantRefusal(t, "a file saved with a password", odsFixture(t, "mat-khau.ods"), "B145", "")
	mustReadODS(t, odsArchive(content, map[string]string{"mimetype": odsKind + "-template\n"}))
	lim := workbook.DefaultLimits()
	mustReadODS(t, pack([]string{"content.xml", Manifest}, map[string]string{"content.xml": content, Manifest: "<m/>"}))
	a, err := ooxml.Open(pack([]string{"mimetype"}, map[string]string{"mimetype": odsKind}),
		workbook.NewGuard(context.Background(), lim))
	if err != nil {
		t.Fatal(err)
	}
	if b, err := Read(a); b != nil || codeOf(err) != "B122" {
		t.Errorf("without content: %v", err)
	}
}

// Whatever becomes of a file on its way, it is read as it was or not at all.
func TestAnODSIsNeverReadInPart(t *testing.T) {
	t.Parallel()
	data := odsFixture(t, "cac-kieu-o.ods")
	original := mustReadODS(t, data)
	same := func(what string, data []byte) bool {
		t.Helper()
		b, err := readUnrepaired(data, workbook.DefaultLimits())
		if err == nil && !reflect.DeepEqual(b.Sheets, original.Sheets) {
			t.Fatalf("%s: read with other cells", what)
		}
		return err == nil
	}
	for n := 0; n < len(data); n += 1 + len(data)/100 {
		if same(fmt.Sprint("cut to ", n), data[:n]) {
			t.Errorf("cut to %d of %d bytes and accepted", n, len(data))
		}
	}
	for i := range 150 {
		damaged := append([]byte(nil), data...)
		damaged[i*7919%len(data)] ^= 1 << (i % 8)
		same(fmt.Sprint("flip ", i), damaged)
	}
	names, content := parts(t, data)
	for _, part := range []string{"content.xml", "styles.xml"} {
		whole := content[part]
		for n := 0; n < len(strings.TrimSpace(whole)); n += 1 + len(whole)/40 {
			content[part] = whole[:n]
			if same("", pack(names, content)) {
				t.Errorf("%s cut to %d of %d bytes and accepted", part, n, len(whole))
			}
		}
		content[part] = whole
	}
}

func TestReadingAnODSStopsWhenItIsNoLongerWanted(t *testing.T) {
	t.Parallel()
	data := largeODS()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := readWithin(ctx, data, workbook.DefaultLimits()); codeOf(err) != "B133" {
		t.Errorf("cancelled: %v", err)
	}
	lim := workbook.DefaultLimits()
	lim.MaxMemory = 3 << 20
	if _, err := readUnrepaired(data, lim); codeOf(err) != "B130" {
		t.Errorf("with little memory: %v", err)
	}
	lim = workbook.DefaultLimits()
	lim.MaxCells = 19_999
	if _, err := readUnrepaired(data, lim); codeOf(err) != "B130" {
		t.Errorf("with few cells: %v", err)
	}
}

// largeODS is a sheet of 2000 rows of 10 cells.
func largeODS() []byte {
	var rows strings.Builder
	for r := range 2000 {
		rows.WriteString(`<table:table-row table:style-name="ro1">`)
		for c := range 10 {
			if c == 1 {
				fmt.Fprintf(&rows,
					`<table:table-cell table:style-name="ce1" office:value-type="string" calcext:value-type="string">`+
						`<text:p>Hộ gia đình số %d</text:p></table:table-cell>`, r)
			} else {
				fmt.Fprintf(&rows,
					`<table:table-cell table:style-name="ce2" office:value-type="float" office:value="%d.%d" `+
						`calcext:value-type="float"><text:p>%d,%d</text:p></table:table-cell>`, r*c, c, r*c, c)
			}
		}
		rows.WriteString(`<table:table-cell table:number-columns-repeated="16374"/></table:table-row>`)
	}
	return odsOf(rows.String())
}

func FuzzODS(f *testing.F) {
	for _, name := range []string{"cac-kieu-o.ods", "phong-chu.ods"} {
		_, content := parts(f, odsFixture(f, name))
		text := content["content.xml"]
		f.Add(text)
		// Without the styles there is more of the sheets to change.
		if i, j := strings.Index(text, "<office:automatic-styles>"),
			strings.Index(text, "<office:body>"); i > 0 && j > i {
			f.Add(text[:i] + text[j:])
		}
	}
	f.Add(odsContent("",
		`<table:table table:name="a"><table:table-row table:number-rows-repeated="3">`+
			`<table:table-cell table:number-columns-repeated="3" table:number-columns-spanned="2" `+
			`office:value-type="date" office:date-value="2025-01-01T10:00:00.5"><text:p>a <text:s text:c="3"/>`+
			`</text:p></table:table-cell></table:table-row></table:table>`))
	f.Add(odsContent(`<office:automatic-styles>`+
		`<number:time-style style:name="N1" number:truncate-on-overflow="false"><number:hours/>`+
		`<number:text>%"</number:text><number:seconds number:decimal-places="3"/>`+
		`<style:map style:apply-style-name="N1"/></number:time-style>`+
		`<style:style style:name="a" style:family="table-cell" style:parent-style-name="a" `+
		`style:data-style-name="N1"/></office:automatic-styles>`,
		`<table:table><table:table-row>`+
			`<table:table-cell table:style-name="a" table:formula="of:={1;2|3}+[$'a''b'.A1:.B2]" `+
			`office:value-type="time" office:time-value="-P1DT1H1M1.1S"/></table:table-row></table:table>`))
	f.Fuzz(func(t *testing.T, content string) {
		lim := workbook.DefaultLimits()
		lim.MaxCells = 100_000
		lim.MaxMemory = 64 << 20
		b, err := readUnrepaired(odsArchive(content, nil), lim)
		if err != nil {
			if code := codeOf(err); len(code) != 4 || code[0] != 'B' {
				t.Fatalf("refused without a reason: %v", err)
			}
			return
		}
		ordered(t, b)
		for _, s := range b.Sheets {
			for i := range s.Cells {
				c := &s.Cells[i]
				if c.Style == nil || c.Kind == workbook.NoValue && !c.HasFormula || c.Row < 1 ||
					c.Row > workbook.MaxRow || c.Col < 1 || c.Col > workbook.MaxCol || s.At(c.Row, c.Col) != c {
					t.Fatalf("cell out of place or empty: %+v", c)
				}
				all := ""
				for _, r := range c.Runs {
					all += r.Text
				}
				if c.Runs != nil && all != c.Text {
					t.Fatalf("runs %q of the text %q", all, c.Text)
				}
			}
		}
	})
}

func BenchmarkODS(b *testing.B) {
	data := largeODS()
	b.ReportAllocs()
	for b.Loop() {
		if book := mustReadODS(b, data); len(book.Sheets[0].Cells) != 20_000 {
			b.Fatal(len(book.Sheets[0].Cells))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/20_000, "ns/cell")
}
