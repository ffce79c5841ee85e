package drawing

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

const (
	head = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:mc="mc">`
	from = `<xdr:from><xdr:col>1</xdr:col><xdr:row>10</xdr:row></xdr:from>`
)

// said reads a drawing and says what stands where in it.
func said(t *testing.T, kind, drawing string) string {
	t.Helper()
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	part, err := w.Create("xl/drawing")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte(drawing)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	a, err := ooxml.Open(file.Bytes(), workbook.NewGuard(context.Background(), workbook.DefaultLimits()))
	if err != nil {
		t.Fatal(err)
	}
	var s workbook.Sheet
	if err := Read(a, ooxml.Relations{{Kind: kind, Target: "xl/drawing"}}, &s); err != nil {
		t.Fatal(err)
	}
	var all []string
	for i := range s.Boxes {
		b := &s.Boxes[i]
		all = append(all, workbook.Ref(b.Row, b.Col)+"="+b.Text)
	}
	if s.Unread {
		all = append(all, "unread")
	}
	return strings.Join(all, "; ")
}

func shape(properties, paragraphs string) string {
	return `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Hộp"` + properties + `/></xdr:nvSpPr><xdr:txBody><a:bodyPr/>` +
		paragraphs + `</xdr:txBody></xdr:sp>`
}

func paragraph(runs ...string) string { return "<a:p>" + strings.Join(runs, "") + "</a:p>" }

func run(properties, text string) string {
	return "<a:r><a:rPr" + properties + "/><a:t>" + text + "</a:t></a:r>"
}

// What a shape says is read at the cell of its corner: a text box, one of a group, one that only
// newer programs draw. What its sender hid or crossed out, and pictures, say nothing.
func TestShapesOfAWorkbook(t *testing.T) {
	t.Parallel()
	anchored := func(s string) string {
		return head + "<xdr:twoCellAnchor>" + from + s + "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
	}
	box := shape("", paragraph(run("", "Số "), run(` b="1"`, "ước"))+paragraph(run("", "hết năm")))
	for name, c := range map[string]struct{ drawing, want string }{
		"a text box": {anchored(box), "B11=Số ước\nhết năm"},
		"in a group": {anchored("<xdr:grpSp><xdr:grpSpPr/>" + box + box + "</xdr:grpSp>"),
			"B11=Số ước\nhết năm; B11=Số ước\nhết năm"},
		"of a newer program": {anchored(`<mc:AlternateContent><mc:Choice Requires="a14">` + box +
			`</mc:Choice><mc:Fallback>` + box + `</mc:Fallback></mc:AlternateContent>`), "B11=Số ước\nhết năm"},
		"nowhere": {head + "<xdr:absoluteAnchor>" + shape("", paragraph(run("", "Nháp"))) +
			"</xdr:absoluteAnchor></xdr:wsDr>", "0=Nháp"},
		"hidden":      {anchored(shape(` hidden="1"`, paragraph(run("", "Nháp")))), ""},
		"crossed out": {anchored(shape("", paragraph(run(` strike="sngStrike"`, "Nháp")))), ""},
		"in part": {anchored(shape("", paragraph(run(` strike="sngStrike"`, "Nháp"), run("", "Đã ký")))),
			"B11=Đã ký"},
		"no words":  {anchored(shape("", paragraph(run("", " - ")))), ""},
		"a picture": {anchored("<xdr:pic><xdr:blipFill/></xdr:pic>"), ""},
		"a chart": {anchored(`<xdr:graphicFrame><a:graphic><a:graphicData uri="http://x/chart"/></a:graphic>` +
			`</xdr:graphicFrame>`), ""},
		"a diagram": {anchored(`<xdr:graphicFrame><a:graphic><a:graphicData uri="http://x/diagram"/></a:graphic>` +
			`</xdr:graphicFrame>`), "unread"},
		"damaged": {head + "<xdr:twoCellAnchor>" + from + box, "B11=Số ước\nhết năm; unread"},
	} {
		if got := said(t, "drawing", c.drawing); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// The language of drawings before holds the frames of remarks too, which say nothing here.
func TestOldShapes(t *testing.T) {
	t.Parallel()
	old := func(kind, words string) string {
		return `<v:shape style="position:absolute"><v:textbox><div style="text-align:left">` + words +
			`</div></v:textbox><x:ClientData ObjectType="` + kind + `"><x:Anchor>3, 15, 6, 2, 5, 1, 8, 0</x:Anchor>` +
			`</x:ClientData></v:shape>`
	}
	open := `<xml xmlns:v="v" xmlns:x="x">`
	for name, c := range map[string]struct{ drawing, want string }{
		"a label":          {open + old("Label", "<font>Chưa chốt</font>") + "</xml>", "D7=Chưa chốt "},
		"beside a remark":  {open + old("Note", "xem lại") + old("Label", "Chưa chốt") + "</xml>", "D7=Chưa chốt "},
		"remarks":          {open + old("Note", "xem lại<br>") + "</xml>", ""},
		"a damaged label":  {open + old("Label", "Chưa<br>chốt") + "</xml>", "unread"},
		"a header's image": {open + `<v:shape><v:imagedata o:title="logo"/></v:shape></xml>`, ""},
	} {
		if got := said(t, "vmlDrawing", c.drawing); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + "<xdr:twoCellAnchor>" + from + shape("", paragraph(run("", "Số"))) +
		"</xdr:twoCellAnchor></xdr:wsDr>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := &reader{guard: workbook.NewGuard(context.Background(), workbook.DefaultLimits()), sheet: &workbook.Sheet{}}
		if err := r.read("a", data); err == nil && len(r.sheet.Boxes) > 1000 {
			t.Error(len(r.sheet.Boxes))
		}
	})
}
