package docx_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
	"baocao/internal/workbook/docx"
)

const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`

// document is a file as Word writes it, with a body and perhaps styles.
func document(body, styles string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name, text string) {
		if text == "" {
			return
		}
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			panic(err)
		}
	}
	add("[Content_Types].xml", `<Types/>`)
	add("word/document.xml", `<w:document`+space+`><w:body>`+body+`</w:body></w:document>`)
	if styles != "" {
		add("word/styles.xml", `<w:styles`+space+`>`+styles+`</w:styles>`)
	}
	add("word/header1.xml", `<w:hdr`+space+`><w:p><w:r><w:t>đầu trang</w:t></w:r></w:p></w:hdr>`)
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func p(runs ...string) string { return "<w:p>" + strings.Join(runs, "") + "</w:p>" }
func run(text string, props ...string) string {
	return "<w:r><w:rPr>" + strings.Join(props, "") + `</w:rPr><w:t xml:space="preserve">` + text + "</w:t></w:r>"
}
func tr(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
func tc(content string, props ...string) string {
	if !strings.HasPrefix(content, "<") {
		content = p(run(content))
	}
	return "<w:tc><w:tcPr>" + strings.Join(props, "") + "</w:tcPr>" + content + "</w:tc>"
}
func tbl(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }

func read(data []byte, lim workbook.Limits) (*workbook.Book, error) {
	a, err := ooxml.Open(data, workbook.NewGuard(context.Background(), lim))
	if err != nil {
		return nil, err
	}
	return docx.Read(a)
}

// shown is what was read, each cell with the place that people know.
func shown(t *testing.T, body, styles string) string {
	t.Helper()
	b, err := read(document(body, styles), workbook.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	s := b.Sheets[0]
	var out []string
	for _, c := range s.Cells {
		sheet, cell := s.Place(c.Row, c.Col)
		text := c.Prose()
		if c.Kind == workbook.Number {
			text = c.Number.Plain() + "#"
		}
		if text == "" {
			continue
		}
		out = append(out, fmt.Sprintf("%s!%s=%s", sheet, cell, text))
	}
	return strings.Join(out, "; ")
}

func TestTablesAndParagraphsInReadingOrder(t *testing.T) {
	t.Parallel()
	got := shown(t, p(run("Báo "), run("cáo"))+p()+p(run("ĐVT: hộ"))+
		tbl(tr(tc("TT"), tc("Chỉ tiêu"), tc("Thực hiện")), tr(tc("1"), tc("Hộ nghèo"), tc("1.250")))+
		p(run("Hạn chế"))+tbl(tr(tc("92,5"), tc("007"))), "")
	want := "Đoạn văn!A1=Báo cáo; Đoạn văn!A3=ĐVT: hộ; Bảng 1!A1=TT; Bảng 1!B1=Chỉ tiêu; Bảng 1!C1=Thực hiện; " +
		"Bảng 1!A2=1#; Bảng 1!B2=Hộ nghèo; Bảng 1!C2=1.250; Đoạn văn!A4=Hạn chế; Bảng 2!A1=92.5#; Bảng 2!B1=007"
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// What the document does not show is not read, and what belongs to no number is
// none of its digits.
func TestWhatADocumentShows(t *testing.T) {
	t.Parallel()
	styles := `<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Xoa"><w:rPr><w:strike/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Xoa2"><w:basedOn w:val="Xoa"/></w:style>`
	for name, c := range map[string]struct{ body, want string }{
		"struck out":        {p(run("340", "<w:strike/>"), run("352")), "352"},
		"not struck out":    {p(run("352", `<w:strike w:val="0"/>`)), "352"},
		"struck twice":      {p(run("340", "<w:dstrike/>"), run("352")), "352"},
		"hidden":            {p(run("nội bộ", "<w:vanish/>"), run("352")), "352"},
		"hidden by style":   {p(run("nội bộ", `<w:rStyle w:val="An"/>`), run("352")), "352"},
		"struck by style":   {p(`<w:pPr><w:pStyle w:val="Xoa2"/></w:pPr>`, run("340")) + p(run("352")), "352"},
		"deleted, inserted": {p("<w:del>", run("340"), "</w:del><w:ins>", run("352"), "</w:ins>"), "352"},
		"moved": {
			p("<w:moveFrom>", run("340"), "</w:moveFrom><w:moveTo>", run("352"), "</w:moveTo>"),
			"352",
		},
		"raised footnote": {p(run("352"), run("1", `<w:vertAlign w:val="superscript"/>`)), "352"},
		"raised by hand":  {p(run("352"), run("1", `<w:position w:val="6"/>`)), "352"},
		"square metres":   {p(run("m"), run("2", `<w:vertAlign w:val="superscript"/>`)), "m2"},
		"footnote":        {p(run("352"), `<w:r><w:footnoteReference w:id="1"/></w:r>`), "352"},
		"tab and break":   {p(run("a"), "<w:r><w:tab/></w:r>", run("b"), "<w:r><w:br/></w:r>", run("c")), "a\tb\nc"},
		"field": {
			p(`<w:r><w:instrText>PAGE</w:instrText></w:r>`, "<w:fldSimple>", run("352"), "</w:fldSimple>"),
			"352",
		},
		"text box": {
			p(run("352"), "<w:r><w:pict><w:txbxContent>", p(run("9")), "</w:txbxContent></w:pict></w:r>"),
			"352",
		},
		"formula":         {p("<m:oMath><m:r><m:t>1</m:t></m:r><m:r><m:t>2</m:t></m:r></m:oMath>"), "[công thức]"},
		"content control": {"<w:sdt><w:sdtContent>" + p(run("352")) + "</w:sdtContent></w:sdt>", "352"},
	} {
		got := strings.TrimPrefix(shown(t, c.body+p(run("."))+"", styles), "Đoạn văn!A1=")
		got, _, _ = strings.Cut(got, "; Đoạn văn!")
		got = strings.TrimPrefix(got, "Đoạn văn!A2=")
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// What stands in a text box is none of its paragraph, and is kept beside it; of a box that is
// there twice, for newer programs and for others, once.
func TestTextBoxes(t *testing.T) {
	t.Parallel()
	box := "<w:txbxContent>" + p(run("Số ước")) + p(run("chờ duyệt")) + "</w:txbxContent>"
	b, err := read(document(p(run("352"), "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"+box+
		"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"+box+"</w:pict></mc:Fallback></mc:AlternateContent>"+
		"</w:r>")+
		p("<w:r><w:pict>"+box+"</w:pict></w:r>"), ""), workbook.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	boxes := b.Sheets[0].Boxes
	if len(boxes) != 2 || boxes[0].Text != "Số ước\nchờ duyệt" || boxes[1].Text != boxes[0].Text {
		t.Errorf("%+v", boxes)
	}
}

// What is printed over and under the pages tells of the figures as the text does; the
// numbers of pages tell nothing, nor does a header that no page has.
func TestWhatIsPrintedOverAndUnderThePages(t *testing.T) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	part := func(kind, text string) string { return "<w:" + kind + space + ">" + p(run(text)) + "</w:" + kind + ">" }
	const rel = `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"` +
		` Target="%s"/>`
	rels := fmt.Sprintf(rel+rel+rel+rel, "h1", "header", "header1.xml", "h2", "header", "header2.xml",
		"f1", "footer", "footer1.xml", "f2", "footer", "footer2.xml")
	for _, f := range [][2]string{
		{"[Content_Types].xml", `<Types/>`},
		{"word/_rels/document.xml.rels",
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels +
				`</Relationships>`},
		{"word/document.xml", `<w:document` + space + ` xmlns:r="urn:r"><w:body>` + p(run("Báo cáo")) +
			`<w:sectPr><w:headerReference r:id="h1"/><w:footerReference r:id="f1"/><w:footerReference r:id="f2"/>` +
			`<w:headerReference r:id="h9"/></w:sectPr></w:body></w:document>`},
		{"word/header1.xml", part("hdr", "DỰ THẢO")}, {"word/header2.xml", part("hdr", "cũ")},
		{"word/footer1.xml", part("ftr", "Số liệu đến 30/9")}, {"word/footer2.xml", part("ftr", "Trang 1/5")},
	} {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := read(out.Bytes(), workbook.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	s := b.Sheets[0]
	if len(s.Header) != 1 || s.Header[0].Text != "DỰ THẢO" || len(s.Footer) != 1 ||
		s.Footer[0].Text != "Số liệu đến 30/9" {
		t.Errorf("%+v %+v", s.Header, s.Footer)
	}
}

func TestMergedCellsOfADocument(t *testing.T) {
	t.Parallel()
	b, err := read(document(tbl(
		tr(tc("TT", `<w:vMerge w:val="restart"/>`), tc("Năm 2022", `<w:gridSpan w:val="2"/>`)),
		tr(tc("ẩn", `<w:vMerge/>`), tc("KH"), tc("TH")),
		"<w:tr><w:trPr><w:del/></w:trPr>"+tc("x")+"</w:tr>",
		"<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:hidden/></w:trPr>"+tc("5")+"</w:tr>",
		tr(tc(p(run("12"))+tbl(tr(tc("13")))+p())),
	), ""), workbook.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	s := b.Sheets[0]
	got := fmt.Sprintf("%v %v %d %s %s", s.Merges, s.HiddenRows, len(s.Cells),
		s.At(4, 2).Number.Plain(), s.At(5, 1).Text)
	if got != "[A2:A3 B2:C2] [{4 4}] 6 5 12\n13" {
		t.Error(got)
	}
	if split := b.Split(); len(split.Sheets) != 1 || fmt.Sprint(split.Sheets[0].Merges) != "[A1:A2 B1:C1]" {
		t.Errorf("%+v", split.Sheets)
	}
}

// Old fonts are told to the step that repairs their texts.
func TestFontsOfADocument(t *testing.T) {
	t.Parallel()
	b, err := read(document(p(run("Hé nghÌo"))+p(run("a", `<w:rFonts w:ascii="Arial"/>`), run("b")),
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal">`+
			`<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>`),
		workbook.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	one, two := b.Sheets[0].Cells[0], b.Sheets[0].Cells[1]
	runs := []workbook.Run{{Text: "a", Font: "Arial"}, {Text: "b", Font: ".VnTime"}}
	if one.Style.Font != ".VnTime" || one.Runs != nil || !slices.Equal(two.Runs, runs) {
		t.Errorf("%+v %+v", one, two)
	}
}

// A document that is damaged or would cost too much is refused whole.
func TestHostileDocuments(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("<w:tbl><w:tr><w:tc>", 40) + p(run("1")) + strings.Repeat("</w:tc></w:tr></w:tbl>", 40)
	small := workbook.DefaultLimits()
	small.MaxCells, small.MaxTextLen, small.MaxUncompressed = 3, 100, 1<<16
	for name, c := range map[string]struct{ body, code string }{
		"deep":          {deep, "B130"},
		"many cells":    {strings.Repeat(p(run("1")), 4), "B130"},
		"long text":     {p(run(strings.Repeat("x", 101))), "B130"},
		"bomb":          {strings.Repeat(" ", 1<<17) + p(run("1")), "B130"},
		"wide":          {tbl(tr(tc("1", `<w:gridSpan w:val="2000"/>`))), "B123"},
		"no span":       {tbl(tr(tc("1", `<w:gridSpan w:val="x"/>`))), "B123"},
		"cut short":     {"<w:p>", "B123"},
		"wrong entity":  {p(run("&x;")), "B123"},
		"nothing shown": {p(), "B134"},
		"foreign parts": {"<w:altChunk/>", "B116"},
	} {
		_, err := read(document(c.body, ""), small)
		if err == nil || workbook.Problem("x", err).Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func FuzzDocument(f *testing.F) {
	f.Add(p(run("1")), "")
	f.Add(tbl(tr(tc("1", `<w:vMerge w:val="restart"/>`)), tr(tc("", `<w:vMerge/>`))),
		`<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>`)
	f.Fuzz(func(t *testing.T, body, styles string) {
		b, err := read(document(body, styles), workbook.DefaultLimits())
		if (b == nil) == (err == nil) {
			t.Fatal("neither a book nor a reason, or both")
		}
		if b != nil {
			row, col := 0, 0
			for _, c := range b.Sheets[0].Cells {
				if c.Row < row || c.Row == row && c.Col <= col {
					t.Fatalf("cells out of order at %s", c.Ref())
				}
				row, col = c.Row, c.Col
			}
			b.Split()
		}
	})
}
