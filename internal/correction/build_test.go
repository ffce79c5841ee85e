package correction

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"baocao/internal/returns"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

const (
	office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	ns     = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	nsR    = `xmlns:r="` + office + `"`
)

// base is a small sound workbook, part by part.
var base = []string{
	"[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ` +
		`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/worksheets/sheet1.xml" ` +
		`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>` +
		`<Override PartName="/xl/styles.xml" ` +
		`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>` +
		`</Types>`,
	"_rels/.rels",
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + office +
		`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	"xl/workbook.xml", `<workbook ` + ns + ` ` + nsR +
		`><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/>` +
		`</sheets></workbook>`,
	"xl/_rels/workbook.xml.rels",
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="` + office +
		`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + office + `/styles" ` +
		`Target="styles.xml"/></Relationships>`,
	"xl/worksheets/sheet1.xml",
	sheetXML(`<row r="2"><c r="A2" s="1"><v>0.5</v></c><c r="C2" t="inlineStr"><is><t>45,87%</t></is></c></row>`+
		`<row r="5"/>`, ""),
	"xl/styles.xml", `<styleSheet ` + ns +
		`><fonts count="1"><font><name val="Arial"/></font></fonts><fills count="2"><fill>` +
		`<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border/></borders><cellStyleXfs count="1">` +
		`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">` +
		`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="10" fontId="0" fillId="1" borderId="0" xfId="0" applyNumberFormat="1">` +
		`<alignment wrapText="1"/><protection locked="0"/></xf>` +
		`<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`,
	"docProps/custom.xml", "<x>một phần chương trình không biết</x>",
}

func sheetXML(rows, after string) string {
	return `<worksheet ` + ns +
		`><dimension ref="A2:C2"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData>` +
		rows + `</sheetData>` + after + `</worksheet>`
}

// build packs the base workbook with some parts replaced ("" leaves one out) and others added.
func build(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	all := slices.Clone(base)
	for i := 0; i < len(parts); i += 2 {
		at := slices.Index(all, parts[i])
		if at < 0 {
			all = append(all, parts[i], parts[i+1])
		} else {
			all[at+1] = parts[i+1]
		}
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(all); i += 2 {
		if all[i+1] == "" {
			continue
		}
		f, err := w.Create(all[i])
		if err == nil {
			_, err = io.WriteString(f, all[i+1])
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

// unpack returns the names of a file's parts, in order, and what is in them.
func unpack(tb testing.TB, data []byte) (names []string, content map[string]string) {
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
			tb.Fatal(f.Name, err)
		}
		names = append(names, f.Name)
		content[f.Name] = string(b)
	}
	return names, content
}

var sha = strings.Repeat("0123456789abcDEF", 4)

func noteOf(problems ...Problem) Note {
	return Note{File: "Bắc Sơn.xlsx", SHA256: sha, Unit: "Phường Bắc Sơn", Problems: problems}
}

func wrong(cell string) Problem {
	return Problem{Sheet: "Số liệu", Cell: cell, What: "Ô " + cell + " không phải là số.", Fix: "Gõ lại số.",
		Code: "B302", Measure: "1.1", Grave: true}
}

func doubtful(cell string) Problem {
	f := wrong(cell)
	f.Grave = false
	return f
}

// tryMark marks within the limits of the product.
func tryMark(data []byte, n Note) ([]byte, error) {
	return Mark(context.Background(), data, n, workbook.DefaultLimits())
}

func mustMark(tb testing.TB, data []byte, problems ...Problem) []byte {
	tb.Helper()
	out, err := tryMark(data, noteOf(problems...))
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func read(tb testing.TB, data []byte) *workbook.Book {
	tb.Helper()
	b, problems := open.Read(context.Background(), "x.xlsx", data, workbook.DefaultLimits())
	if b == nil {
		tb.Fatal(problems)
	}
	return b
}

// dump is everything that matters about the cells of a workbook but its list of problems.
func dump(b *workbook.Book) string {
	var out strings.Builder
	for _, s := range b.Sheets {
		if returns.IsNote(s) {
			continue
		}
		fmt.Fprintln(&out, s.Name, s.Visibility, s.Merges, s.HiddenRows, s.HiddenCols)
		for i := range s.Cells {
			c := &s.Cells[i]
			fmt.Fprintf(&out, "%s %v %s %q %q %v %+v\n", c.Ref(), c.Kind, c.Number.Plain(), c.Text, c.FormulaText(),
				c.Runs, *c.Style.Painted(workbook.NoHue, workbook.NoHue)) // the mark is a colour
		}
	}
	fmt.Fprintln(&out, b.Names, b.Date1904)
	return out.String()
}

func sameCells(tb testing.TB, original, copied []byte) {
	tb.Helper()
	if was, is := dump(read(tb, original)), dump(read(tb, copied)); was != is {
		tb.Errorf("other cells than before\n%s\nnow\n%s", was, is)
	}
}

// changed lists the parts that are not as they were, and checks that none is
// gone or in another place.
func changed(tb testing.TB, original, copied []byte) (different, added []string) {
	tb.Helper()
	names, was := unpack(tb, original)
	after, is := unpack(tb, copied)
	if len(after) < len(names) || !slices.Equal(after[:len(names)], names) {
		tb.Fatalf("parts %v have become %v", names, after)
	}
	for _, n := range names {
		if was[n] != is[n] {
			different = append(different, n)
		}
	}
	return different, after[len(names):]
}

func wantPart(tb testing.TB, data []byte, part string, pieces ...string) {
	tb.Helper()
	_, content := unpack(tb, data)
	for _, p := range pieces {
		if !strings.Contains(content[part], p) {
			tb.Errorf("%s lacks %s:\n%s", part, p, content[part])
		}
	}
}
