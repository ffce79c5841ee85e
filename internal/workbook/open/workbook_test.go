package open

import (
	"bytes"
	"context"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"baocao/internal/diag"
	"baocao/internal/workbook"
	"baocao/internal/workbook/ole/oletest"
)

// What departments send instead of a workbook is named, with what to do.
func TestWhatIsNoWorkbookIsNamed(t *testing.T) {
	t.Parallel()
	archive := func(names ...string) string {
		content := map[string]string{}
		for _, n := range names {
			content[n] = "x"
		}
		return string(pack(t, names, content))
	}
	for _, c := range []struct{ name, data, code string }{
		{"nothing", "", "B110"},
		{"xls of Excel 4", "\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00", "B112"},
		{"sylk", "ID;PCALCOOO32\nC;X1;Y1;K12\nE\n", "B117"},
		{"dif", "TABLE\r\n0,1\r\n\"EXCEL\"\r\n", "B117"},
		{"rar", "Rar!\x1A\x07\x01\x00", "B113"},
		{"7z", "7z\xBC\xAF\x27\x1C\x00\x04", "B113"},
		{"pdf", "%PDF-1.7\n%\xE2\xE3", "B115"},
		{"docx of rubbish", archive("[Content_Types].xml", "word/document.xml"), "B123"},
		{"zip of other files", archive("anh.jpg"), "B117"},
		{"pptx", archive("[Content_Types].xml", "ppt/presentation.xml"), "B147"},
		{"epub", archive("mimetype", "META-INF/container.xml", "OEBPS/a.html"), "B147"},
		{"jar", archive("META-INF/MANIFEST.MF", "a.class"), "B147"},
		{"apk", archive("AndroidManifest.xml", "classes.dex"), "B147"},
		{"numbers", archive("Index/Document.iwa", "Index/Tables/DataList.iwa", "Data/a.jpg", "preview.jpg"), "B146"},
		{"numbers of old", archive("Index.zip", "Metadata/Properties.plist", "preview.jpg"), "B146"},
		{"numbers in a folder", archive("Biểu 1.numbers/Index/Document.iwa", "Biểu 1.numbers/preview.jpg",
			"__MACOSX/x"), "B146"},
		{"xlsb of rubbish", archive("xl/workbook.bin"), "B123"},
		{"login page as .xls", "\xEF\xBB\xBF <HTML><body>Mời đăng nhập</body></HTML>", "B118"},
		{"web page as .xls, cut short", "\xEF\xBB\xBF <HTML><table>", "B120"},
		{"page in a letter", "MIME-Version: 1.0\nContent-Type: multipart/related\n", "B118"},
		{"other XML", "<?xml version=\"1.0\"?><rss/>", "B118"},
		{"picture", "\xFF\xD8\xFF\xE0\x00\x10JFIF", "B119"},
		{"rubbish", "\x00\x01\x02\x03", "B117"},
		{"four bytes of a workbook", "PK\x03\x04", "B120"},
		{"two bytes of a workbook", "PK", "B120"},
	} {
		t.Run(c.name, func(t *testing.T) { wantProblem(t, []byte(c.data), c.code, "", "") })
	}
}

func TestEveryProblemHereHasWordsInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, code := range diag.Codes() {
		if !strings.HasPrefix(code, "B1") {
			continue
		}
		e, _ := diag.Lookup(code)
		for _, text := range []diag.Text{e.What, e.Fix, e.Explain} {
			if text.Vi == "" || text.En == "" {
				t.Errorf("%s lacks words: %+v", code, text)
			}
		}
	}
}

func TestEveryTypeOfCell(t *testing.T) {
	t.Parallel()
	book := mustRead(t, tiny(`<row r="2" spans="1:9" x14ac:dyDescent="0.25" ht="15">
		<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v> 1 </v></c><c r="C2" s=""><v>0.30000000000000004</v></c>
		<c r="D2" s="1" t="n"><v>1.0000000000000001E-2</v></c><c r="E2" t="b"><v>1</v></c>
		<c r="F2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G2" t="d"><v>2022-12-20</v></c>
		<c r="H2" t="inlineStr"><is><t>Phường</t><r><t> Bắc</t></r>`+
		`<r><rPr><rFont val=".VnTime"/></rPr><t> S¬n</t></r></is></c>
		<c r="I2" t="str"><f t="shared" si="0"/><v>a_x000D_b_x0041_ &amp; &#7921; <![CDATA[<c>]]></v></c>
		<c r="J2"><f>A1+1</f></c><c r="K2" t="str"><f>IF(A1,"","")</f><v></v></c><c r="L2" s="1"/>
		<c r="M2"><v></v></c><c r="N2" t="inlineStr"><is><t/></is></c>
	</row><row><c><v>-7</v></c><c/><c><f></f><v>1</v></c></row>`))
	type seen struct {
		kind                     workbook.Kind
		number, text, formula, f string
	}
	want := map[string]seen{
		"A2": {workbook.Text, "", "Chỉ tiêu", "", ""}, "B2": {workbook.Text, "", " Đạt ", "", ""},
		"C2": {workbook.Number, "0.3", "", "", "General"}, "D2": {workbook.Number, "0.01", "", "", "0.00%"},
		"E2": {workbook.Bool, "", "TRUE", "", ""}, "F2": {workbook.Error, "", "#DIV/0!", "1/0", ""},
		"G2": {workbook.Number, "44915", "", "", "dd/mm/yyyy"}, "H2": {workbook.Text, "", "Phường Bắc Sơn", "", ""},
		"I2": {workbook.Text, "", "a\rbA & ự <c>", "…", ""},
		"J2": {workbook.NoValue, "", "", "A1+1", ""}, "K2": {workbook.Text, "", "", `IF(A1,"","")`, ""},
		"A3": {workbook.Number, "-7", "", "", ""}, "C3": {workbook.Number, "1", "", "…", ""},
	}
	s := book.Sheets[0]
	for i := range s.Cells {
		c := &s.Cells[i]
		w, ok := want[c.Ref()]
		number := ""
		if c.Kind == workbook.Number {
			number = c.Number.Plain()
		}
		if !ok || c.Kind != w.kind || number != w.number || c.Text != w.text || c.FormulaText() != w.formula ||
			w.f != "" && c.Style.NumFmt != w.f {
			t.Errorf("%s = %+v (number %q), want %+v", c.Ref(), *c, number, w)
		}
		if c.Style == nil || c.Style.Font != "Times New Roman" {
			t.Errorf("%s has style %v", c.Ref(), c.Style)
		}
	}
	if len(s.Cells) != len(want) {
		t.Errorf("%d cells, want %d", len(s.Cells), len(want))
	}
	if runs := s.At(2, 8).Runs; len(runs) != 3 || runs[2] != (workbook.Run{Text: " Sơn", Font: ".VnTime"}) {
		t.Errorf("runs %v", runs)
	}
}

// Files of other programs: namespace prefixes, UTF-16, other part names.
func TestFilesOfOtherPrograms(t *testing.T) {
	t.Parallel()
	const rows = `<x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:v>12</x:v></x:c>` +
		`</x:row></x:sheetData>`
	sheet := `<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="m"><mc:AlternateContent xmlns:mc="c">` +
		`<mc:Choice/></mc:AlternateContent>` + rows + `</x:worksheet>`
	var wide bytes.Buffer
	wide.WriteString("\xFF\xFE")
	if err := binary.Write(&wide, binary.LittleEndian, utf16.Encode([]rune(sheet))); err != nil {
		t.Fatal(err)
	}
	book := mustRead(t, tinyWith("", "", map[string]string{"xl/worksheets/sheet1.xml": wide.String()}))
	s := book.Sheets[0]
	if len(s.Cells) != 2 || s.At(1, 1).Text != "Chỉ tiêu" || s.At(1, 2).Number.Plain() != "12" {
		t.Errorf("cells %+v", s.Cells)
	}
}

func TestChartAndMacroSheetsArePassedOverAndExternalPartsNeverOpened(t *testing.T) {
	t.Parallel()
	rels := `<Relationships><Relationship Id="a" Type="t/worksheet" Target="../../../xl/worksheets/sheet1.xml"/>` +
		`<Relationship Id="b" Type="t/chartsheet" Target="chartsheets/sheet1.xml"/>` +
		`<Relationship Id="c" Type="t/sharedStrings" Target="http://example.com/s.xml" TargetMode="External"/>` +
		`</Relationships>`
	wb := `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" state="hidden" r:id="a"/>` +
		`<sheet name="Biểu đồ" r:id="b"/></sheets>` +
		`<definedNames><definedName name="o">A!$B$2</definedName><definedName name="ngoai">[1]A!$B$2</definedName>` +
		`<definedName name="dong">A!$1:$2</definedName></definedNames></workbook>`
	book := mustRead(t, tinyWith(`<row><c><v>1</v></c></row>`, "",
		map[string]string{"xl/workbook.xml": wb, "xl/_rels/workbook.xml.rels": rels}))
	if len(book.Sheets) != 1 || book.Sheets[0].Visibility != workbook.Hidden || !book.Date1904 {
		t.Errorf("book %+v", book)
	}
	if len(book.Names) != 1 || book.Names[0] != (workbook.Name{Name: "o", Sheet: "A",
		Range: workbook.RangeOf(2, 2, 2, 2)}) {
		t.Errorf("names %v", book.Names)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(tiny(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>`))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("TT;Chỉ tiêu"))
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, data)
	})
}

// FuzzSheet mutates the sheet's XML inside a sound archive, where FuzzRead
// rarely comes past the checksums.
func FuzzSheet(f *testing.F) {
	for _, rows := range []string{
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1+1</f><v>2</v></c></row>`,
		`<row hidden="1"><c t="inlineStr"><is><r><rPr><rFont val="a"/></rPr><t>_x000D_&#65;</t></r></is></c></row>`,
		`<row><c t="d"><v>2022-12-20</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>0</v></c></row><!-- --><?p ?>`,
	} {
		f.Add(rows)
	}
	f.Fuzz(func(t *testing.T, rows string) { check(t, tiny(rows)) })
}

func check(t *testing.T, data []byte) {
	book, problems := Read(context.Background(), "a.xlsx", data, workbook.DefaultLimits())
	if book == nil {
		if errs, _ := diag.Count(problems); errs != 1 || problems[0].Code == "B132" {
			t.Fatalf("unreadable without a reason: %v", problems)
		}
		return
	}
	for _, s := range book.Sheets {
		row, col := 0, 0
		for i := range s.Cells {
			c := &s.Cells[i]
			if c.Row < row || c.Row == row && c.Col <= col || c.Style == nil || c.Kind == workbook.NoValue &&
				!c.HasFormula || s.At(c.Row, c.Col) != c {
				t.Fatalf("cell out of place or empty: %+v", c)
			}
			row, col = c.Row, c.Col
		}
	}
}

func TestOtherCompoundFilesAreNamed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ stream, code string }{
		{"EncryptedPackage", "B111"}, {"\tDRMContent", "B111"}, {"WordDocument", "B116"}, {"worddocument",
			"B116"}, {"PowerPoint Document", "B117"}, {"Contents", "B117"},
	} {
		streams := []oletest.Stream{{Name: c.stream, Data: []byte("x")}}
		if c.code != "B117" {
			streams = append(streams, oletest.Stream{Name: "Workbook", Data: []byte("x")})
		}
		if _, problems := Read(context.Background(), "a.xls", oletest.File(512, streams...),
			workbook.DefaultLimits()); problems[0].Code != c.code {
			t.Errorf("%q: %v, want %s", c.stream, problems, c.code)
		}
	}
}

// What a clerk fills down, Excel keeps once; each cell tells its own formula all the same.
func TestFilledFormulas(t *testing.T) {
	t.Parallel()
	s := mustRead(t,
		tiny(`<row r="2"><c r="C2"><f t="shared" ref="C2:D3" si="0">SUM(A2:$B2)</f><v>3</v></c><c r="D2">`+
			`<f t="shared" si="0"/><v>3</v></c></row>`+
			`<row r="3"><c r="C3"><f t="shared" si="0"/></c><c r="D3"><f t="shared" si="7"/><v>3</v></c><c r="E3">`+
			`<f t="array" ref="E3">A1</f><v>1</v></c></row>`)).Sheets[0]
	for ref, want := range map[string]string{"C2": "SUM(A2:$B2)", "D2": "SUM(B2:$B2)", "C3": "SUM(A3:$B3)", "D3": "…",
		"E3": "A1"} {
		row, col, _ := workbook.ParseRef(ref)
		if got := s.At(row, col).FormulaText(); got != want {
			t.Errorf("%s: %q, want %q", ref, got, want)
		}
	}
}
