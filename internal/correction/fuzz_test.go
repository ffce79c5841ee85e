package correction

import (
	"bytes"
	"cmp"
	"context"
	"os"
	"path/filepath"
	"testing"

	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// FuzzMark: whatever the parts of a workbook hold, marking it does not panic,
// and a copy that is made reads with the same cells.
func FuzzMark(f *testing.F) {
	part := func(name string) string {
		for i := 0; i < len(base); i += 2 {
			if base[i] == name {
				return base[i+1]
			}
		}
		return ""
	}
	rels := relsHead + relation1("v", "vmlDrawing", "../drawings/vmlDrawing1.vml") + relation1("c", "comments",
		"/xl/comments1.xml") + `</Relationships>`
	said := `<comments ` + ns +
		`><authors><author>Lan</author><author>baocao</author></authors><commentList><comment ref="C2" authorId="0">` +
		`<text><t>tạm</t><r><t>[baocao] cũ</t></r></text></comment><comment ref="A2" authorId="1"><text/></comment>` +
		`</commentList></comments>`
	vml := `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"><x:ClientData ObjectType="Note">` +
		`<x:Anchor>3, 1, 1, 2, 4, 5, 2, 1</x:Anchor><x:Row>1</x:Row><x:Column>2</x:Column></x:ClientData></v:shape>` +
		`</xml>`
	add := func(sheet, styles string) {
		f.Add(part("[Content_Types].xml"), part("xl/workbook.xml"), part("xl/_rels/workbook.xml.rels"), sheet, styles,
			rels, said, vml, "C2", "ZZ99")
	}
	styles := part("xl/styles.xml")
	add(part("xl/worksheets/sheet1.xml"), styles)
	add(sheetXML(`<row r="2" spans="1:3" s="2" customFormat="1"><c r="A2" s="1"><f>1+1</f><v>2</v></c></row><row/>`,
		`<mergeCells><mergeCell ref="B2:D9"/></mergeCells><legacyDrawing xmlns:k="x" k:id="v"/><tableParts/>`), styles)
	add(`<x:worksheet xmlns:x="y"><x:cols><x:col min="1" max="3" style="1" width="5"/></x:cols><x:sheetData><x:row>`+
		`<x:c/></x:row></x:sheetData><mc:AlternateContent><mc:Choice><controls/></mc:Choice></mc:AlternateContent>`+
		`</x:worksheet>`, `<styleSheet><cellXfs count="1"><xf/></cellXfs></styleSheet>`)
	add(sheetXML("", ""), `<x:styleSheet xmlns:x="y"><x:fills><x:fill/></x:fills></x:styleSheet>`)

	lim := workbook.DefaultLimits()
	f.Fuzz(func(t *testing.T, types, book, bookRels, sheet, styles, rels, said, vml, cell, other string) {
		original := build(t, "[Content_Types].xml", types, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels",
			bookRels, "xl/worksheets/sheet1.xml", sheet, "xl/styles.xml", styles,
			"xl/worksheets/_rels/sheet1.xml.rels", rels, "xl/comments1.xml", said, "xl/drawings/vmlDrawing1.vml", vml)
		out, err := tryMark(original, noteOf(wrong(cell), doubtful(other), wrong("")))
		if err != nil {
			return
		}
		was, _ := open.Read(context.Background(), "x.xlsx", original, lim)
		if was == nil {
			return
		}
		is, problems := open.Read(context.Background(), "x.xlsx", out, lim)
		if is == nil {
			t.Fatal(problems)
		}
		if a, b := dump(was), dump(is); a != b {
			t.Fatalf("other cells than before\n%s\nnow\n%s", a, b)
		}
		again, err := tryMark(out, noteOf())
		if err != nil {
			t.Fatalf("a copy of our own: %v", err)
		}
		is, problems = open.Read(context.Background(), "x.xlsx", again, lim)
		if is == nil {
			t.Fatal(problems)
		}
		if a, b := dump(was), dump(is); a != b {
			t.Fatalf("other cells when marked again\n%s\nnow\n%s", a, b)
		}
	})
}

// Real workbooks, kept beside the project if they are there.
func TestRealWorkbooksKeepTheirCells(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(cmp.Or(os.Getenv("BAOCAO_SAMPLES"), "../../../shared/samples"), "*",
		"*.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("skipped: the real workbooks of shared/samples are absent")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			original, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			b := read(t, original)
			var problems []Problem
			for i, s := range b.Sheets {
				for _, cell := range []string{"B3", "E7", "ZZ4000"} {
					if i%2 == 0 {
						problems = append(problems,
							Problem{Sheet: s.Name, Cell: cell, What: "Sai.", Fix: "Sửa.", Grave: i%4 == 0})
					}
				}
			}
			first := mustMark(t, original, problems...)
			changed(t, original, first)
			sameCells(t, original, first)
			second := mustMark(t, first, problems[:2]...)
			sameCells(t, original, second)
			if !bytes.Equal(first, mustMark(t, original, problems...)) {
				t.Error("the same input gave other bytes")
			}
		})
	}
}
