package correction

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"baocao/internal/returns"
)

const relsHead = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`

func relation1(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + office + `/` + kind + `" Target="` + target + `"/>`
}

// A producer may choose any prefix, name its parts as it likes, say where they
// are from the root of the file, and use the stricter namespaces.
func TestOddPrefixesNamesAndNamespaces(t *testing.T) {
	t.Parallel()
	const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	original := build(t,
		"_rels/.rels",
		`<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships">`+
			`<p:Relationship Id="a" Type="`+strict+`/officeDocument" Target="/so/sach.xml"/></p:Relationships>`,
		"xl/workbook.xml", "", "xl/_rels/workbook.xml.rels", "", "xl/worksheets/sheet1.xml", "", "xl/styles.xml", "",
		"so/sach.xml",
		`<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheets>`+
			`<x:sheet name="Số liệu" sheetId="65534" ns0:id="q" xmlns:ns0="`+strict+`"/></x:sheets></x:workbook>`,
		"so/_rels/sach.xml.rels",
		`<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships">`+
			`<p:Relationship Id="q" Type="`+strict+`/worksheet" Target="/so/trang%201.xml"/>`+
			`<p:Relationship Id="rId3" Type="`+strict+`/styles" Target="kieu.xml"/></p:Relationships>`,
		"so/trang 1.xml",
		`<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c/>`+
			`<x:c t='inlineStr'><x:is><x:t>ba</x:t></x:is></x:c></x:row><x:row/></x:sheetData><x:tableParts/>`+
			`</x:worksheet>`,
		"so/kieu.xml",
		`<x:styleSheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:cellXfs><x:xf/></x:cellXfs>`+
			`<x:dxfs/></x:styleSheet>`,
		"xl/x.txt", "the reader looks for this folder")
	out := mustMark(t, original, wrong("B1"), wrong("D1"), wrong("A2"), wrong("A3"))
	sameCells(t, original, out)
	wantPart(t, out, "so/trang 1.xml", `<x:c s="1" t='inlineStr'>`,
		`<x:c r="D1" s="1"/></x:row><x:row><x:c r="A2" s="1"/></x:row><x:row r="3"><x:c r="A3" s="1"/></x:row>`+
			`</x:sheetData>`,
		`<x:legacyDrawing xmlns:r="`+strict+`" r:id="rId2"/><x:tableParts/>`)
	wantPart(t, out, "so/sach.xml",
		`<x:sheets><x:sheet name="Cần sửa" sheetId="1" xmlns:r="`+strict+`" r:id="rId4"/>`,
		`</x:sheets><x:definedNames>`+
			`<x:definedName name="_xlnm.Print_Titles" localSheetId="0">'Cần sửa'!$7:$7</x:definedName>`+
			`</x:definedNames></x:workbook>`)
	wantPart(t, out, "so/_rels/sach.xml.rels",
		`<p:Relationship Id="rId4" Type="`+strict+`/worksheet" Target="../xl/worksheets/sheet2.xml"/>`)
	wantPart(t, out, "so/kieu.xml", `<x:fonts count="5"><x:font/>`,
		`<x:fills count="5"><x:fill><x:patternFill patternType="none"/>`,
		`</x:borders><x:cellXfs><x:xf/><x:xf fillId="2" applyFill="1"/>`)
	wantPart(t, out, "so/_rels/trang 1.xml.rels", `Target="../xl/comments1.xml"`)
	wantPart(t, out, "xl/comments1.xml", `<comments xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">`)
}

func TestPartsInUTF16(t *testing.T) {
	t.Parallel()
	var wide bytes.Buffer
	wide.WriteString("\xFF\xFE")
	for _, u := range utf16.Encode([]rune(`<?xml version="1.0" encoding="UTF-16"?><workbook ` + ns + ` ` + nsR +
		`><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets></workbook>`)) {
		wide.Write([]byte{byte(u), byte(u >> 8)})
	}
	original := build(t, "xl/workbook.xml", wide.String(), "xl/styles.xml",
		"\xEF\xBB\xBF"+base[slices.Index(base, "xl/styles.xml")+1])
	out := mustMark(t, original, wrong("C2"))
	sameCells(t, original, out)
	wantPart(t, out, "xl/workbook.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook`, "Cần sửa")
}

// Elements of a sheet in another order make Excel "repair" the file.
func TestTheShapesAreReferredToInTheRightPlace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ after, want string }{
		{``, `</sheetData><legacyDrawing`},
		{`<pageSetup r:id="p"/><drawing r:id="d"/><tableParts count="0"/>`,
			`<drawing r:id="d"/><legacyDrawing r:id="rId1"/><tableParts`},
		{`<drawing r:id="d"/><legacyDrawingHF r:id="h"/><picture r:id="p"/><extLst/>`,
			`<drawing r:id="d"/><legacyDrawing r:id="rId1"/><legacyDrawingHF`},
		{`<pageMargins/><mc:AlternateContent><mc:Choice Requires="x14"><controls><control/></controls></mc:Choice>` +
			`<mc:Fallback/></mc:AlternateContent><extLst/>`, `<pageMargins/><legacyDrawing r:id="rId1"/><mc:Alt`},
		{`<mc:AlternateContent><mc:Choice Requires="x14"><drawing r:id="d"/></mc:Choice></mc:AlternateContent>` +
			`<oleObjects/>`, `</mc:AlternateContent><legacyDrawing r:id="rId1"/><oleObjects/>`},
	} {
		sheet := strings.Replace(sheetXML(`<row r="1"/>`, c.after), ns,
			ns+" "+nsR+` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`, 1)
		original := build(t, "xl/worksheets/sheet1.xml", sheet)
		out := mustMark(t, original, wrong("A1"))
		_, parts := unpack(t, out)
		// Its number depends on what came before; here nothing did.
		if got := strings.ReplaceAll(parts["xl/worksheets/sheet1.xml"], "rId2", "rId1"); !strings.Contains(got,
			c.want) {
			t.Errorf("want %s in\n%s", c.want, got)
		}
	}
}

func TestEmptyAndBareSheets(t *testing.T) {
	t.Parallel()
	for _, data := range []string{`<sheetData/>`, `<sheetData></sheetData>`,
		`<sheetFormatPr zeroHeight="1"/><cols><col min="1" max="16384" hidden="1"/></cols><sheetData/>`} {
		original := build(t, "xl/worksheets/sheet1.xml", `<worksheet `+ns+`>`+data+`</worksheet>`)
		out := mustMark(t, original, wrong("B2"), wrong("XFD1048576"), wrong("A1"))
		sameCells(t, original, out)
		wantPart(t, out, "xl/worksheets/sheet1.xml",
			`<sheetData><row r="1"><c r="A1" s="3"/></row><row r="2"><c r="B2" s="3"/></row><row r="1048576">`+
				`<c r="XFD1048576" s="3"/></row></sheetData><legacyDrawing`)
	}
}

func TestFilesWithoutStyles(t *testing.T) {
	t.Parallel()
	original := build(t, "xl/styles.xml", "", "xl/_rels/workbook.xml.rels",
		relsHead+relation1("rId1", "worksheet", "worksheets/sheet1.xml")+`</Relationships>`,
		"xl/worksheets/sheet1.xml", sheetXML(`<row r="2"><c r="C2"><v>1</v></c></row>`, ""))
	out := mustMark(t, original, wrong("C2"))
	if read(t, out).Sheet("Số liệu").At(2, 3).Number.Plain() != "1" {
		t.Error("the figure is gone")
	}
	wantPart(t, out, "xl/styles1.xml", `<cellXfs count="`,
		`<xf applyFill="1" numFmtId="0" fontId="0" fillId="2" borderId="0"/>`)
	wantPart(t, out, "[Content_Types].xml", "/xl/styles1.xml")
}

// Some files still have the type of a part that is gone; two types for one name
// make a file Excel does not open.
func TestNamesOfNewPartsAreFree(t *testing.T) {
	t.Parallel()
	types := strings.Replace(base[1], "</Types>",
		`<Override PartName="/xl/comments1.xml" ContentType="x"/><Default Extension="VML" ContentType="text/x"/>`+
			`</Types>`, 1)
	original := build(t, "[Content_Types].xml", types, "XL/Worksheets/Sheet2.xml", "<x/>", "xl/comments2.xml", "<x/>")
	out := mustMark(t, original, wrong("C2"))
	_, added := changed(t, original, out)
	if want := []string{"xl/comments3.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels",
		"xl/worksheets/sheet3.xml"}; !slices.Equal(added, want) {
		t.Errorf("added %q", added)
	}
	wantPart(t, out, "[Content_Types].xml",
		`<Override PartName="/xl/drawings/vmlDrawing1.vml" `+
			`ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`)
}

// Names of one sheet say by its place which one it is; two selected sheets are
// changed together by whatever is typed.
func TestPlacesAreCountedAnew(t *testing.T) {
	t.Parallel()
	original := build(t,
		"[Content_Types].xml", strings.Replace(base[1], "</Types>",
			`<Override PartName="/xl/worksheets/sheet2.xml" ContentType="`+typeSheet+
				`"/>`+
				`<Override PartName="/xl/chartsheets/sheet1.xml" `+
				`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml"/>`+
				`</Types>`, 1),
		"xl/workbook.xml", `<workbook `+ns+` `+nsR+
			`><workbookPr codeName="ThisWorkbook"/><workbookProtection lockStructure="1"/><bookViews>`+
			`<workbookView firstSheet="1" activeTab="2"/><workbookView activeTab="1"/></bookViews>`+
			`<sheets><sheet name="Số liệu" sheetId="4" r:id="rId1"/>`+
			`<sheet name="cần sửa" sheetId="9" state="hidden" r:id="rId7"/>`+
			`<sheet name="Biểu đồ" sheetId="5" r:id="rId8"/></sheets>`+
			`<externalReferences/><definedNames><definedName name="a" localSheetId="0">1</definedName>`+
			`<definedName name="b">'Số liệu'!$C$2</definedName><definedName name="c" localSheetId="2">2</definedName>`+
			`<definedName name="d" localSheetId="77">2</definedName></definedNames><calcPr/></workbook>`,
		"xl/_rels/workbook.xml.rels", relsHead+relation1("rId1", "worksheet",
			"worksheets/sheet1.xml")+relation1("rId7", "worksheet", "worksheets/sheet2.xml")+
			relation1("rId8", "chartsheet", "chartsheets/sheet1.xml")+relation1("rId2", "styles", "styles.xml")+
			`</Relationships>`,
		"xl/worksheets/sheet2.xml", sheetXML("", ""),
		"xl/chartsheets/sheet1.xml", `<chartsheet `+ns+
			`><sheetViews><sheetView tabSelected="true" zoomScale="90" workbookViewId="0"/></sheetViews></chartsheet>`)
	hidden := wrong("A1")
	hidden.Sheet = "cần sửa"
	out := mustMark(t, original, wrong("C2"), hidden)
	sameCells(t, original, out)
	wantPart(t, out, "xl/workbook.xml", `firstSheet="0" activeTab="0"`, `<workbookView activeTab="0"/>`,
		`<sheets><sheet name="Cần sửa (2)" sheetId="10"`, `lockStructure="1"`,
		`name="a" localSheetId="1"`, `name="b">`, `name="c" localSheetId="3"`, `name="d" localSheetId="77"`,
		`<definedName name="_xlnm.Print_Titles" localSheetId="0">'Cần sửa (2)'!$7:$7</definedName></definedNames>`+
			`<calcPr/>`)
	wantPart(t, out, "xl/chartsheets/sheet1.xml", `tabSelected="0" zoomScale="90"`)
	wantPart(t, out, "xl/worksheets/sheet2.xml", `tabSelected="0"`)
	wantPart(t, out, "xl/worksheets/sheet3.xml", `tabSelected="1" workbookViewId="0"`,
		`tabSelected="1" workbookViewId="1"`, "cần sửa (đang ẩn)")
	if sha, ok := returns.CorrectedFrom(read(t, out)); !ok || sha != strings.ToLower(sha) {
		t.Error("not known as a copy")
	}
}

// What the sender wrote beside a cell stays, and stays first.
func TestCommentsOfTheSenderStay(t *testing.T) {
	t.Parallel()
	vml := `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ` +
		`xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202"/>` +
		`<v:shape id="_x0000_s2050" type="#_x0000_t202"><v:textbox><div>có <br> không đóng</div></v:textbox>` +
		`<x:ClientData ObjectType="Note"><x:Anchor>3, 1, 1, 2, 4, 5, 2, 1</x:Anchor><x:Row>1</x:Row>` +
		`<x:Column>2</x:Column></x:ClientData></v:shape></xml>`
	original := build(t,
		"xl/worksheets/sheet1.xml", sheetXML(`<row r="2"><c r="C2"><v>1</v></c><c r="D2"><v>2</v></c></row>`,
			`<legacyDrawing xmlns:k="`+office+`" k:id="v"/>`),
		"xl/worksheets/_rels/sheet1.xml.rels", relsHead+relation1("v", "vmlDrawing",
			"../drawings/vmlDrawing1.vml")+relation1("c", "comments", "/xl/comments1.xml")+`</Relationships>`,
		"xl/drawings/vmlDrawing1.vml", vml,
		"xl/comments1.xml", `<comments `+ns+
			`><authors><author>Lan</author></authors><commentList><comment ref="C2" authorId="0"><text>`+
			`<t>Số &lt;tạm&gt; tính</t></text></comment></commentList></comments>`)
	out := mustMark(t, original, wrong("C2"), wrong("D2"))
	sameCells(t, original, out)
	if _, added := changed(t, original, out); !slices.Equal(added, []string{"xl/worksheets/sheet2.xml"}) {
		t.Errorf("added %q", added)
	}
	wantPart(t, out, "xl/comments1.xml", `<author>Lan</author><author>baocao</author>`,
		`<text><r><t>Số &lt;tạm&gt; tính</t></r><r><rPr>`, "\n\n[baocao] Ô C2 không", `<comment ref="D2" authorId="1">`)
	wantPart(t, out, "xl/drawings/vmlDrawing1.vml", `có <br> không đóng`, `<x:Anchor>3, 1, 1, 2, 7, 45, 4, 18<`,
		`id="_x0000_s2051"`, `<x:Row>1</x:Row><x:Column>3</x:Column>`)
	_, parts := unpack(t, out)
	if n := strings.Count(parts["xl/drawings/vmlDrawing1.vml"], "<v:shape "); n != 2 {
		t.Errorf("%d boxes for two comments", n)
	}

	// And when all is well again, hers alone is left.
	clean := mustMark(t, out)
	wantPart(t, clean, "xl/comments1.xml",
		`<commentList><comment ref="C2" authorId="0"><text><r><t>Số &lt;tạm&gt; tính</t></r></text></comment>`+
			`</commentList>`)
	_, parts = unpack(t, clean)
	if n := strings.Count(parts["xl/drawings/vmlDrawing1.vml"], "<v:shape "); n != 1 {
		t.Errorf("%d boxes for one comment", n)
	}
	again := mustMark(t, mustMark(t, out, wrong("C2")), wrong("C2"))
	_, parts = unpack(t, again)
	if n := strings.Count(parts["xl/comments1.xml"], "[baocao]"); n != 1 {
		t.Errorf("our part of her comment stands there %d times", n)
	}
}

// rich is a workbook as excelize makes it, with a table, a chart, a form
// control's shapes, a comment and a protected sheet.
func rich(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for _, err := range []error{
		f.SetSheetName("Sheet1", "Số liệu"),
		f.SetSheetRow("Số liệu", "A1", &[]any{"Chỉ tiêu", "Giá trị", "Ghi chú"}),
		f.SetSheetRow("Số liệu", "A2", &[]any{"1.1", 48, "x"}),
		f.SetSheetRow("Số liệu", "A3", &[]any{"1.2", "45,87%", nil}),
		f.SetCellFormula("Số liệu", "B4", "SUM(B2:B3)"),
		f.MergeCell("Số liệu", "E1", "F2"),
		f.AddTable("Số liệu", &excelize.Table{Range: "A1:C3", Name: "Bang1"}),
		f.AddChart("Số liệu", "H2",
			&excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "'Số liệu'!$B$2:$B$3"}}}),
		f.AddComment("Số liệu", excelize.Comment{Cell: "B2", Author: "Lan", Text: "đã kiểm tra"}),
		f.AddFormControl("Số liệu",
			excelize.FormControl{Cell: "J2", Type: excelize.FormControlCheckBox, Text: "Đồng ý"}),
		f.ProtectSheet("Số liệu", &excelize.SheetProtectionOptions{SelectLockedCells: true}),
		f.SetDefinedName(&excelize.DefinedName{Name: "CT_01", RefersTo: "'Số liệu'!$B$2"}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.NewSheet("Ẩn"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetVisible("Ẩn", false); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func richFaults() []Problem {
	hidden := wrong("C9")
	hidden.Sheet = "Ẩn"
	return []Problem{wrong("B2"), wrong("B3"), doubtful("B4"), wrong("F2"), hidden}
}

func TestARichWorkbook(t *testing.T) {
	t.Parallel()
	original := rich(t)
	marked := mustMark(t, original, richFaults()...)
	sameCells(t, original, marked)

	g, err := excelize.OpenReader(bytes.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if list := g.GetSheetList(); !slices.Equal(list, []string{"Cần sửa", "Số liệu", "Ẩn"}) {
		t.Errorf("sheets %q", list)
	}
	comments, err := g.GetComments("Số liệu")
	if err != nil || len(comments) != 4 ||
		!strings.HasPrefix(comments[0].Text+comments[0].Paragraph[0].Text, "đã kiểm tra") {
		t.Errorf("%+v %v", comments, err)
	}
	for cell, want := range map[string]string{"B2": "FFC7CE", "B3": "FFC7CE", "B4": "FFEB9C", "E1": "FFC7CE",
		"F2": "", "A1": ""} {
		id, _ := g.GetCellStyle("Số liệu", cell)
		style, err := g.GetStyle(id)
		if got := fmt.Sprint(strings.Join(style.Fill.Color, "")); err != nil || !strings.HasSuffix(got, want) ||
			want == "" && got != "" {
			t.Errorf("%s is filled with %q, want %q", cell, got, want)
		}
	}
	if tables, err := g.GetTables("Số liệu"); err != nil || len(tables) != 1 {
		t.Error(tables, err)
	}
	if visible, _ := g.GetSheetVisible("Ẩn"); visible {
		t.Error("a hidden sheet shows")
	}
}
