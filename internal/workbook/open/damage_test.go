package open

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"hash/crc32"
	"io"
	"reflect"
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/workbook"
)

// sameOrRefused is the promise of this package: a damaged copy is refused with
// an error that names the file, or it reads exactly as the original does.
func sameOrRefused(t *testing.T, what string, original *workbook.Book, damaged []byte) (refused bool) {
	t.Helper()
	book, problems := Read(context.Background(), "hong.xlsx", damaged, workbook.DefaultLimits())
	if book == nil {
		if errs, _ := diag.Count(problems); errs == 0 || problems[0].At.File != "hong.xlsx" {
			t.Fatalf("%s: refused without an error: %v", what, problems)
		}
		if problems[0].Code == "B132" {
			t.Fatalf("%s: our own failure", what)
		}
		return true
	}
	if !reflect.DeepEqual(book.Sheets, original.Sheets) {
		t.Fatalf("%s: read with other cells than the original", what)
	}
	return false
}

func TestACutFileIsNeverReadInPart(t *testing.T) {
	t.Parallel()
	data := formBook(t)
	original := mustRead(t, data)
	for n := 0; n < len(data); n += 1 + len(data)/150 {
		if !sameOrRefused(t, fmt.Sprintf("cut to %d bytes", n), original, data[:n]) {
			t.Errorf("cut to %d of %d bytes and accepted", n, len(data))
		}
	}
}

func TestAFlippedBitIsNeverReadAsAnotherFigure(t *testing.T) {
	t.Parallel()
	data := formBook(t)
	original := mustRead(t, data)
	refused, tried := 0, 0
	for i := range 250 {
		at := i * 79190 % len(data)
		damaged := bytes.Clone(data)
		damaged[at] ^= 1 << (i % 8)
		tried++
		if sameOrRefused(t, fmt.Sprintf("bit %d of byte %d flipped", i%8, at), original, damaged) {
			refused++
		}
	}
	if refused < tried/2 {
		t.Errorf("only %d of %d flipped bits were noticed", refused, tried)
	}
}

// parts unpacks a file in the order of its entries.
func parts(tb testing.TB, data []byte) (names []string, content map[string]string) {
	tb.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	content = map[string]string{}
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		b, err := io.ReadAll(rc)
		if err != nil {
			tb.Fatal(err)
		}
		names = append(names, f.Name)
		content[f.Name] = string(b)
	}
	return names, content
}

// pack makes an archive of parts; an absent part is left out.
func pack(tb testing.TB, names []string, content map[string]string) []byte {
	tb.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		text, ok := content[name]
		if !ok {
			continue
		}
		method := zip.Store // deflating takes longer than all the reading
		if len(text) > 1<<20 {
			method = zip.Deflate
		}
		e, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = io.WriteString(e, text)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestAFileWithoutOneOfItsPartsIsRefusedOrReadsTheSame(t *testing.T) {
	t.Parallel()
	names, content := parts(t, formBook(t))
	original := mustRead(t, pack(t, names, content))
	refused := map[string]bool{}
	for _, name := range names {
		text := content[name]
		if name == "xl/styles.xml" {
			continue // then numbers are asked about: their cells have no format
		}
		delete(content, name)
		refused[name] = sameOrRefused(t, "without "+name, original, pack(t, names, content))
		content[name] = text
	}
	for _, name := range []string{"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml",
		"xl/worksheets/sheet1.xml"} {
		if !refused[name] {
			t.Errorf("accepted without %s", name)
		}
	}
}

func TestASheetCutInItsXMLAndPackedAgainIsRefused(t *testing.T) {
	t.Parallel()
	names, content := parts(t, formBook(t))
	for _, part := range []string{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
		"xl/workbook.xml"} {
		whole := content[part]
		for n := 0; n < len(strings.TrimSpace(whole)); n += 1 + len(whole)/25 {
			content[part] = whole[:n]
			book, problems := Read(context.Background(), "hong.xlsx", pack(t, names, content), workbook.DefaultLimits())
			if book != nil || len(problems) == 0 {
				t.Fatalf("%s cut to %d of %d bytes was read", part, n, len(whole))
			}
		}
		content[part] = whole
	}
}

// A figure changed on a failing disk, 822 to 922, leaves a checksum that no longer fits.
func TestAChangedDigitWithAStaleChecksumIsRefused(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	names, content := parts(t, tiny(`<row r="1"><c r="A1"><v>822</v></c></row>`))
	for _, name := range names {
		e, err := w.CreateRaw(&zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE([]byte(content[name])),
			CompressedSize64: uint64(len(content[name])), UncompressedSize64: uint64(len(content[name]))})
		if err == nil {
			_, err = io.WriteString(e, content[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	mustRead(t, out.Bytes())
	damaged := bytes.Replace(out.Bytes(), []byte("<v>822<"), []byte("<v>922<"), 1)
	wantProblem(t, damaged, "B121", "Số liệu", "")
}

// tiny is the smallest book around the given rows, with two shared texts and
// two formats.
func tiny(rows string) []byte { return tinyWith(rows, "", nil) }

func tinyWith(rows, after string, replace map[string]string) []byte {
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	const ns = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const rel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	names := []string{"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
		"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}
	content := map[string]string{
		"_rels/.rels": head + rels + `<Relationship Id="rId1" Type="` + rel +
			`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": head + `<workbook` + ns + ` xmlns:r="` + rel +
			`"><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": head + rels + `<Relationship Id="rId1" Type="` + rel +
			`/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + rel +
			`/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="` + rel +
			`/sharedStrings" Target="../xl/sharedStrings.xml"/></Relationships>`,
		"xl/styles.xml": head + `<styleSheet` + ns +
			`><fonts count="1"><font><name val="Times New Roman"/></font></fonts><cellXfs count="2">` +
			`<xf numFmtId="0" fontId="0"/><xf numFmtId="10" fontId="0"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml": head + `<sst` + ns +
			` count="2147483648"><si><t>Chỉ tiêu</t></si><si><t xml:space="preserve"> Đạt </t><rPh sb="0" eb="1">` +
			`<t>không phải chữ của ô</t></rPh></si></sst>`,
		"xl/worksheets/sheet1.xml": head + `<worksheet` + ns + `><dimension ref="A1:XFD1048576"/><sheetData>` + rows +
			`</sheetData>` + after + `</worksheet>`,
	}
	for name, text := range replace {
		if _, ok := content[name]; !ok {
			names = append(names, name)
		}
		content[name] = text
	}
	return pack(panicky{}, names, content)
}

// panicky lets the small books be built where there is no test at hand.
type panicky struct{ testing.TB }

func (panicky) Helper()           {}
func (panicky) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

func wantProblem(t *testing.T, data []byte, code, sheet, cell string) {
	t.Helper()
	book, problems := Read(context.Background(), "a.xlsx", data, workbook.DefaultLimits())
	if book != nil || len(problems) != 1 {
		t.Fatalf("want %s, got book %v, problems %v", code, book != nil, problems)
	}
	if p := problems[0]; p.Code != code || p.At != (diag.Position{File: "a.xlsx", Sheet: sheet, Cell: cell}) {
		t.Errorf("want %s at %s!%s, got %s at %v", code, sheet, cell, p.Code, p.At)
	}
}

// Each of these would be read with fewer or other cells by a lenient reader.
func TestWrongContentIsNamedWithItsCell(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, rows, code, cell string }{
		{"text index out of range", `<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>2</v></c></row>`, "B125",
			"B1"},
		{"no format", `<row r="3"><c r="C3" s="x"><v>1</v></c></row>`, "B127", "C3"},
		{"decimal comma in a number", `<row r="1"><c r="A1"><v>12,5</v></c></row>`, "B126", "A1"},
		{"unknown type", `<row r="1"><c r="A1" t="x"><v>1</v></c></row>`, "B128", "A1"},
		{"neither true nor false", `<row r="1"><c r="A1" t="b"><v>2</v></c></row>`, "B126", "A1"},
		{"no such date", `<row r="1"><c r="A1" t="d"><v>2022-13-01</v></c></row>`, "B126", "A1"},
		{"cell of another row", `<row r="1"><c r="A2"><v>1</v></c></row>`, "B124", ""},
		{"one cell twice", `<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, "B124", "A1"},
		{"one cell twice, not one after the other", `<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>` +
			`<row r="1"><c r="B1"><v>3</v></c></row>`, "B124", "B1"},
		{"row 0", `<row r="0"/>`, "B124", ""},
		{"row beyond the sheet", `<row r="1048577"/>`, "B124", ""},
		{"column beyond the sheet", `<row r="1"><c r="XFE1"><v>1</v></c></row>`, "B124", ""},
		{"a tag that is no cell", `<row r="1"><d r="A1"><v>1</v></d></row>`, "B123", ""},
		{"two values", `<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>`, "B123", "A1"},
		{"text between cells", `<row r="1">12<c r="A1"><v>1</v></c></row>`, "B123", ""},
		{"unknown entity", `<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>`, "B123", "A1"},
		{"a lone ampersand", `<row r="1"><c r="A1" t="str"><v>A & B</v></c></row>`, "B123", "A1"},
		{"crossed tags", `<row r="1"><c r="A1"><v>1</c></v></row>`, "B123", "A1"},
		{"attribute twice", `<row r="1" r="2"/>`, "B123", ""},
		{"attribute without quotes", `<row r=1/>`, "B123", ""},
		{"control character", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\x01b</v></c></row>", "B123", ""},
		{"not UTF-8", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\xFFb</v></c></row>", "B123", ""},
	} {
		t.Run(c.name, func(t *testing.T) { wantProblem(t, tiny(c.rows), c.code, "Số liệu", c.cell) })
	}
}

func TestWhatFollowsTheSheetAndADoctypeAreRefused(t *testing.T) {
	t.Parallel()
	sheet := func(s string) map[string]string { return map[string]string{"xl/worksheets/sheet1.xml": s} }
	const one = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`
	for name, text := range map[string]string{
		"doctype":        `<!DOCTYPE x [<!ENTITY a "b">]><worksheet>` + one + `</worksheet>`,
		"second root":    `<worksheet>` + one + `</worksheet><worksheet/>`,
		"trailing text":  `<worksheet>` + one + `</worksheet>x`,
		"two sheetData":  `<worksheet>` + one + one + `</worksheet>`,
		"no sheetData":   `<worksheet/>`,
		"not a sheet":    `<chartsheet/>`,
		"bad merge":      `<worksheet>` + one + `<mergeCells><mergeCell ref="A0:B2"/></mergeCells></worksheet>`,
		"legacy charset": `<?xml version="1.0" encoding="windows-1258"?><worksheet>` + one + `<x a="é"/></worksheet>`,
	} {
		book, problems := Read(context.Background(), "a.xlsx", tinyWith("", "", sheet(text)), workbook.DefaultLimits())
		if book != nil || len(problems) != 1 || problems[0].At.Sheet != "Số liệu" {
			t.Errorf("%s: book %v, problems %v", name, book != nil, problems)
		}
	}
	book := mustRead(t, tinyWith("", "", sheet("<worksheet>"+one+"</worksheet>\n<!-- hết -->\n")))
	if len(book.Sheets[0].Cells) != 1 {
		t.Error("a comment after the sheet took cells away")
	}
}
