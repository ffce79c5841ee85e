package correction

import (
	"context"
	"strings"
	"testing"

	"baocao/internal/ooxml"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// The copy comes back with fewer problems, or none.
func TestMarksOfAnEarlierCopyGo(t *testing.T) {
	t.Parallel()
	original := build(t, "xl/worksheets/sheet1.xml",
		sheetXML(`<row r="2"><c r="A2" s="1"><v>0.5</v></c><c r="C2" t="inlineStr"><is><t>45,87%</t></is></c></row>`,
			""))
	first := mustMark(t, original, wrong("A2"), wrong("C2"), doubtful("D9"))
	second := mustMark(t, first, doubtful("C2"))
	sameCells(t, original, second)
	notes := 0
	for _, s := range read(t, second).Sheets {
		if returns.IsNote(s) {
			notes++
			if s.At(9, 1) != nil {
				t.Error("a problem that is no more is still listed")
			}
		}
	}
	_, parts := unpack(t, second)
	if notes != 1 || strings.Count(parts["xl/workbook.xml"], "<sheet ") != 2 ||
		strings.Count(parts["xl/workbook.xml"], "Print_Titles") != 1 {
		t.Errorf("%d lists of problems:\n%s", notes, parts["xl/workbook.xml"])
	}
	if c := parts["xl/comments1.xml"]; strings.Count(c, "<comment ") != 1 || !strings.Contains(c, `ref="C2"`) {
		t.Errorf("comments %s", c)
	}
	if v := parts["xl/drawings/vmlDrawing1.vml"]; strings.Count(v, "<v:shape ") != 1 ||
		strings.Count(v, "<v:shapetype") != 1 {
		t.Errorf("boxes %s", v)
	}
	if fills := fillsOf(t, second); fills["A2"] != "" || fills["C2"] != fillWarning || fills["D9"] != "" {
		t.Errorf("fills %v", fills)
	}
	if fills := fillsOf(t, mustMark(t, second)); len(fills) > 0 {
		t.Errorf("all is well and yet %v", fills)
	}
}

// fillsOf tells which cells of the sheet with figures have a fill of ours.
func fillsOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	p, err := openParts(data, workbook.NewGuard(context.Background(), workbook.DefaultLimits()))
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.book()
	if err != nil {
		t.Fatal(err)
	}
	types, err := p.contentTypes()
	if err != nil {
		t.Fatal(err)
	}
	st, err := p.styles(b, types)
	if err != nil {
		t.Fatal(err)
	}
	s, err := p.scan(b.find("Số liệu").part)
	if err != nil {
		t.Fatal(err)
	}
	fills := map[string]string{}
	for {
		c, ok, err := s.next()
		if err != nil || !ok {
			return fills
		}
		n := 0
		for _, d := range c.text("s") {
			n = n*10 + int(d-'0')
		}
		if c.local == "c" && c.kind != closing && st.isMark(n) {
			fills[c.text("r")] = fillWarning
			if xf := st.sections["cellXfs"].items[n]; strings.Contains(xf,
				`fillId="`+string(rune('0'+st.fill(fillGrave)))+`"`) {
				fills[c.text("r")] = fillGrave
			}
		}
	}
}

// The clerk threw the list away but not the marks: what we wrote is known by
// its author all the same, and only the cells it was written at lose a fill.
func TestMarksGoEvenWhereTheListIsGone(t *testing.T) {
	t.Parallel()
	first := mustMark(t, build(t), wrong("A2"))
	_, parts := unpack(t, first)
	workbook := strings.Replace(parts["xl/workbook.xml"], `<sheet name="Cần sửa" sheetId="2" r:id="rId3"/>`, "", 1)
	sheet := strings.Replace(parts["xl/worksheets/sheet1.xml"], `<c r="C2"`, `<c r="C2" s="3"`,
		1) // the same colour, by her own hand
	data := build(t, "xl/workbook.xml", strings.Replace(workbook, `localSheetId="0"`, "", 1),
		"xl/worksheets/sheet1.xml", sheet,
		"xl/styles.xml", parts["xl/styles.xml"], "xl/comments1.xml", parts["xl/comments1.xml"],
		"xl/drawings/vmlDrawing1.vml", parts["xl/drawings/vmlDrawing1.vml"],
		"xl/worksheets/_rels/sheet1.xml.rels", parts["xl/worksheets/_rels/sheet1.xml.rels"])
	if _, ok := returns.CorrectedFrom(read(t, data)); ok {
		t.Fatal("the list is still there")
	}
	if fills := fillsOf(t, data); len(fills) != 2 {
		t.Fatalf("fills %v", fills)
	}
	fills := fillsOf(t, mustMark(t, data))
	if fills["A2"] != "" || fills["C2"] == "" {
		t.Errorf("fills %v", fills)
	}
}

// A list that was moved, hidden or doubled by its reader becomes one again, in
// front, and what names said by place still holds.
func TestListsThatWereMovedOrDoubled(t *testing.T) {
	t.Parallel()
	first := mustMark(t, build(t), wrong("A2"))
	_, parts := unpack(t, first)
	list := parts["xl/worksheets/sheet2.xml"]
	data := build(t,
		"[Content_Types].xml", strings.Replace(parts["[Content_Types].xml"], "</Types>",
			`<Override PartName="/xl/worksheets/sheet3.xml" ContentType="`+typeSheet+`"/></Types>`, 1),
		"xl/workbook.xml", `<workbook `+ns+` `+nsR+
			`><bookViews><workbookView activeTab="2"/></bookViews><sheets>`+
			`<sheet name="Số liệu" sheetId="1" r:id="rId1"/>`+
			`<sheet name="Cần sửa" sheetId="2" state="hidden" r:id="rId3"/>`+
			`<sheet name="Cần sửa (2)" sheetId="3" r:id="rId4"/></sheets>`+
			`<definedNames><definedName name="x" localSheetId="0">1</definedName>`+
			`<definedName name="_xlnm.Print_Titles" localSheetId="1">2</definedName>`+
			`<definedName name="y" localSheetId="2">2</definedName></definedNames></workbook>`,
		"xl/_rels/workbook.xml.rels", relsHead+relation1("rId1", "worksheet",
			"worksheets/sheet1.xml")+relation1("rId2", "styles", "styles.xml")+
			relation1("rId3", "worksheet", "worksheets/sheet2.xml")+
			relation1("rId4", "worksheet", "worksheets/sheet3.xml")+`</Relationships>`,
		"xl/worksheets/sheet2.xml", list, "xl/worksheets/sheet3.xml", list, "xl/styles.xml", parts["xl/styles.xml"],
		"xl/worksheets/_rels/sheet2.xml.rels", relsHead+relation1("rId1", "printerSettings",
			"../p.bin")+`</Relationships>`)
	out := mustMark(t, data)
	sameCells(t, data, out)
	wantPart(t, out, "xl/workbook.xml",
		`<sheets><sheet name="Cần sửa" sheetId="2" r:id="rId3"/><sheet name="Số liệu" sheetId="1" r:id="rId1"/>`+
			`</sheets>`,
		`<definedNames><definedName name="x" localSheetId="1">1</definedName>`+
			`<definedName name="_xlnm.Print_Titles" localSheetId="0">`)
	_, parts = unpack(t, out)
	if strings.Contains(parts["xl/_rels/workbook.xml.rels"], "sheet3.xml") ||
		strings.Contains(parts["xl/workbook.xml"], `"y"`) {
		t.Error("the second list is still known")
	}
	if parts["xl/worksheets/_rels/sheet2.xml.rels"] != ooxml.Head+`<Relationships xmlns="`+relationsSpace+`"/>` {
		t.Error("what hung on the old list still does")
	}
}

func TestSourceIsFoundByLabelAndDigest(t *testing.T) {
	t.Parallel()
	text := func(row, col int, s string) workbook.Cell {
		return workbook.Cell{Row: row, Col: col, Kind: workbook.Text, Text: s}
	}
	label, digest := text(5, 1, "Mã tệp gốc (không sửa)"), text(5, 4, " "+sha+"\n")
	for _, c := range []struct {
		name  string
		cells []workbook.Cell
		ok    bool
	}{
		{"Cần sửa", []workbook.Cell{label, digest}, true},
		{"CẦN SỬA (12)", []workbook.Cell{text(1, 1, "dòng chèn thêm"), text(9, 2, "MÃ TỆP GỐC (KHÔNG SỬA)"),
			text(9, 3, sha)}, true},
		{"Can sua", []workbook.Cell{label, digest}, true},
		{"Cần sửa chữa", []workbook.Cell{label, digest}, false},
		{"Số liệu", []workbook.Cell{label, digest}, false},
		{"Cần sửa", []workbook.Cell{label}, false},
		{"Cần sửa", []workbook.Cell{label, text(6, 4, sha)}, false},
		{"Cần sửa", []workbook.Cell{label, text(5, 4, sha[1:])}, false},
		{"Cần sửa", []workbook.Cell{text(5, 4, sha)}, false},
		{"Cần sửa", nil, false},
	} {
		s := &workbook.Sheet{Name: c.name, Cells: c.cells}
		got, ok := returns.CorrectedFrom(&workbook.Book{Sheets: []*workbook.Sheet{{Name: "x"}, s}})
		if ok != c.ok || returns.IsNote(s) != c.ok || ok && got != strings.ToLower(sha) {
			t.Errorf("%s %v: %q %v", c.name, c.cells, got, ok)
		}
	}
	if _, ok := returns.CorrectedFrom(nil); ok || returns.IsNote(nil) {
		t.Error("nothing is no copy")
	}
}

func TestTabNamesAsExcelTakesThem(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Số liệu": "Số liệu", " hai  dấu cách": " hai  dấu cách", "": "Sheet", "history": "Sheet history", "'a'": "a",
		"a/b:c": "a_b_c",
		"Báo cáo kết quả quý IV phường Bắc Sơn": "Báo cáo kết quả quý …ng Bắc Sơn",
		strings.Repeat("a", 31):                 strings.Repeat("a", 31),
		strings.Repeat("😀", 20):                 strings.Repeat("😀", 10) + "…" + strings.Repeat("😀", 5),
	} {
		if got := TabName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}
