package correction

import (
	"archive/zip"
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// A clerk gets her own file back: what she did not do wrong is as she left it,
// to the byte.
func TestOnlyWhatMustChangeChanges(t *testing.T) {
	t.Parallel()
	original := build(t)
	out := mustMark(t, original, wrong("C2"))
	different, added := changed(t, original, out)
	wantDifferent := []string{"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
		"xl/worksheets/sheet1.xml", "xl/styles.xml"}
	wantAdded := []string{"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels",
		"xl/worksheets/sheet2.xml"}
	if !slices.Equal(different, wantDifferent) || !slices.Equal(added, wantAdded) {
		t.Errorf("changed %q, added %q", different, added)
	}
	sameCells(t, original, out)
	wantPart(t, out, "xl/worksheets/sheet1.xml",
		`<worksheet `+ns+
			`><dimension ref="A2:C2"/><sheetViews><sheetView tabSelected="0" workbookViewId="0"/></sheetViews>`+
			`<sheetData><row r="2"><c r="A2" s="1"><v>0.5</v></c><c s="3" r="C2" t="inlineStr"><is><t>45,87%</t></is>`+
			`</c></row><row r="5"/></sheetData>`+
			`<legacyDrawing xmlns:r="`+office+`" r:id="rId2"/></worksheet>`)
	wantPart(t, out, "xl/workbook.xml",
		`<sheets><sheet name="Cần sửa" sheetId="2" r:id="rId3"/><sheet name="Số liệu" sheetId="1" r:id="rId1"/>`+
			`</sheets>`)
	wantPart(t, out, "xl/comments1.xml", `ref="C2" authorId="0"`, "Ô C2 không phải là số.\nCách sửa: Gõ lại số.",
		"<author>baocao</author>")
	wantPart(t, out, "[Content_Types].xml", `<Default Extension="vml"`, `PartName="/xl/comments1.xml"`,
		`PartName="/xl/worksheets/sheet2.xml"`)
	if again := mustMark(t, original, wrong("C2")); !bytes.Equal(out, again) {
		t.Error("the same input gave other bytes")
	}
}

// The marks are a format of their own for each format there was: number
// format, alignment and protection stay.
func TestAMarkChangesTheFillOnly(t *testing.T) {
	t.Parallel()
	out := mustMark(t, build(t), wrong("A2"), doubtful("B2"))
	wantPart(t, out, "xl/styles.xml",
		`<cellXfs count="`,
		`<xf applyFill="1" numFmtId="10" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1">`+
			`<alignment wrapText="1"/><protection locked="0"/></xf>`,
		`<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/>`,
		`<fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/>`)
	b := read(t, out)
	if c := b.Sheets[1].At(2, 1); !c.Style.IsPercent || c.Number.Plain() != "0.5" {
		t.Errorf("%+v", c)
	}
}

func TestCellsThatWereNotThereArePutInOrder(t *testing.T) {
	t.Parallel()
	rows := `<row r="2" spans="1:3" s="2" customFormat="1"><c r="A2"><v>1</v></c><c r="C2"><v>2</v></c></row>` +
		`<row r="5"/><row r="7"><c r="B7"/><extLst/></row>`
	original := build(t, "xl/worksheets/sheet1.xml",
		`<worksheet `+ns+`><dimension ref="A2:C2"/><cols><col min="2" max="4" width="9" style="1"/></cols><sheetData>`+
			rows+`</sheetData><mergeCells count="1"><mergeCell ref="B9:D10"/></mergeCells></worksheet>`)
	out := mustMark(t, original, wrong("B2"), wrong("E2"), wrong("B1"), wrong("C5"), wrong("D7"),
		wrong("$C$10:$C$12"), wrong("A20"), doubtful("C2"), wrong("C2"))
	sameCells(t, original, out)
	_, parts := unpack(t, out)
	sheet := parts["xl/worksheets/sheet1.xml"]
	for _, want := range []string{
		`<dimension ref="A1:E20"/>`,
		`<sheetData><row r="1"><c r="B1" s="3"/></row><row r="2" spans="1:5"`, // the column's format
		`<c r="B2" s="4"/><c s="5" r="C2">`,                                   // the row's format; worse than doubtful
		`</c><c r="E2" s="4"/></row>`,
		`<row r="5"><c r="C5" s="3"/></row>`,
		`<c r="B7"/><c r="D7" s="3"/><extLst/></row><row r="9"><c r="B9" s="3"/></row><row r="20"><c r="A20" s="5"/>` +
			`</row></sheetData>`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("lacks %s:\n%s", want, sheet)
		}
	}
	wantPart(t, out, "xl/comments1.xml", `ref="B9"`, "Ô C2 không phải là số.\nCách sửa: Gõ lại số.\n\nÔ C2")
}

func TestAFaultWithoutACellIsOnlyListed(t *testing.T) {
	t.Parallel()
	original := build(t)
	sheetOnly, fileOnly, elsewhere := wrong(""), Problem{What: "Tệp thiếu tên đơn vị.", Code: "B201"}, wrong("A1")
	elsewhere.Sheet = "Không có"
	out := mustMark(t, original, sheetOnly, fileOnly, elsewhere, Problem{Sheet: "Số liệu", Cell: "tất cả"})
	if different, _ := changed(t, original, out); slices.Contains(different, "xl/worksheets/_rels/sheet1.xml.rels") {
		t.Error("a sheet without wrong cells was marked")
	}
	s := read(t, out).Sheets[0]
	for _, c := range []struct{ ref, want string }{{"C8", "cả sheet"}, {"B9", "(cả tệp)"}, {"B10", "Không có"},
		{"C10", "A1"}, {"G9", "Nên xem lại"}, {"G8", "Phải sửa"}, {"F8", "1.1"}, {"H9", "B201"}} {
		row, col, _ := workbook.ParseRef(c.ref)
		if at := s.At(row, col); at == nil || at.Text != c.want {
			t.Errorf("%s is %+v, want %q", c.ref, at, c.want)
		}
	}
	wantPart(t, out, "xl/worksheets/sheet2.xml", `<hyperlink ref="C8" location="'Số liệu'!A1"`)
}

func TestNothingWrongGivesAnEmptyList(t *testing.T) {
	t.Parallel()
	original := build(t)
	out := mustMark(t, original)
	sameCells(t, original, out)
	if !returns.IsNote(read(t, out).Sheets[0]) {
		t.Error("no list")
	}
}

// What a sender or a folder is called must not break the file.
func TestTextsCannotBreakTheFile(t *testing.T) {
	t.Parallel()
	f := wrong("C2")
	f.What, f.Fix = "<a> & \"b\" ' \x00\x1f\uFFFF _x0041_ =1+1 \xff\n"+strings.Repeat("dài ", 9000), "</t></is>]]>"
	n := noteOf(f)
	n.File, n.Unit = "=cmd|' /C calc'!A0 <&>.xlsx", "</worksheet>"
	out, err := tryMark(build(t), n)
	if err != nil {
		t.Fatal(err)
	}
	s := read(t, out).Sheets[0]
	if c := s.At(8, 4); !strings.HasPrefix(c.Text, `<a> & "b" '  _x0041_ =1+1 `) || len(c.Text) > 32_000 {
		t.Errorf("%.60q", c.Text)
	}
	if c := s.At(3, 4); c.Text != n.File || c.Kind != workbook.Text {
		t.Errorf("%+v", c)
	}
}

func TestWhatIsNoSoundWorkbookGivesAnError(t *testing.T) {
	t.Parallel()
	good := build(t)
	for name, data := range map[string][]byte{
		"nothing":          nil,
		"no archive":       []byte("PK\x03\x04 và gì đó"),
		"cut":              good[:len(good)/2],
		"no content types": build(t, "[Content_Types].xml", ""),
		"no workbook":      build(t, "xl/workbook.xml", ""),
		"no relations":     build(t, "xl/_rels/workbook.xml.rels", ""),
		"no sheet":         build(t, "xl/worksheets/sheet1.xml", ""),
		"no styles":        build(t, "xl/styles.xml", ""),
		"sheet not well-formed": build(t, "xl/worksheets/sheet1.xml",
			"<worksheet><sheetData><row></sheetData></worksheet>"),
		"doctype": build(t, "xl/worksheets/sheet1.xml",
			"<!DOCTYPE x><worksheet><sheetData/></worksheet>"),
		"no sheetData": build(t, "xl/worksheets/sheet1.xml", "<worksheet/>"),
		"unknown format of a cell": build(t, "xl/worksheets/sheet1.xml",
			sheetXML(`<row r="2"><c r="C2" s="99"/></row>`, "")),
		"rows in disorder": build(t, "xl/worksheets/sheet1.xml", sheetXML(`<row r="3"/><row r="2"/>`, "")),
		"shapes that are nowhere": build(t, "xl/worksheets/sheet1.xml",
			sheetXML("", `<legacyDrawing xmlns:r="`+office+`" r:id="rId9"/>`)),
		"no sheets": build(t, "xl/workbook.xml", "<workbook "+ns+"><sheets/></workbook>"),
		"two roots": build(t, "xl/workbook.xml", "<workbook/><workbook/>"),
		"not UTF-8": build(t, "xl/workbook.xml", "<workbook>\xff</workbook>"),
	} {
		if out, err := tryMark(data, noteOf(wrong("C2"))); err == nil || out != nil {
			t.Errorf("%s: no error", name)
		}
	}
	n := noteOf()
	n.SHA256 = "abc"
	if _, err := tryMark(good, n); err == nil {
		t.Error("a copy without the sender's digest would not be known again")
	}
}

func TestAFileThatUnpacksToTooMuchIsRefused(t *testing.T) {
	t.Parallel()
	for _, size := range []uint64{105 << 20, 1 << 40, 1<<64 - 1} {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for _, name := range []string{"xl/media/a.bin", "xl/media/b.bin"} {
			f, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: 4,
				UncompressedSize64: size})
			if err == nil {
				_, err = f.Write([]byte("abcd"))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := tryMark(out.Bytes(), noteOf()); err == nil || !strings.Contains(err.Error(), "B121") {
			t.Errorf("%d: %v", size, err)
		}
	}
}

// Marking ends when nobody waits for it any more, and within the folder's limits.
func TestMarkingIsBoundedAsReadingIs(t *testing.T) {
	t.Parallel()
	original := build(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if out, err := Mark(ctx, original, noteOf(wrong("C2")), workbook.DefaultLimits()); out != nil || err == nil ||
		!strings.Contains(err.Error(), "B133") {
		t.Errorf("cancelled: %v", err)
	}
	for code, limit := range map[string]func(*workbook.Limits){
		"B130": func(l *workbook.Limits) { l.MaxUncompressed = 1 << 10 },
		"B131": func(l *workbook.Limits) { l.Deadline = 0 },
	} {
		lim := workbook.DefaultLimits()
		limit(&lim)
		if out, err := Mark(context.Background(), original, noteOf(wrong("C2")), lim); out != nil || err == nil ||
			!strings.Contains(err.Error(), code) {
			t.Errorf("want %s, got %v", code, err)
		}
	}
}
