package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// parts is a file of a sheet, with the parts given in place of plain ones.
func parts(t *testing.T, sheet string, others map[string]string) *workbook.Book {
	t.Helper()
	b, err := within(t, workbook.DefaultLimits(), sheet, others)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// within is parts, or the refusal of what goes beyond limits.
func within(t *testing.T, limits workbook.Limits, sheet string, others map[string]string) (*workbook.Book, error) {
	t.Helper()
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`%s</Relationships>`
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relation := func(id, kind, target string) string {
		return fmt.Sprintf(`<Relationship Id="%s" Type="x/%s" Target="%s"/>`, id, kind, target)
	}
	all := map[string]string{
		"_rels/.rels": fmt.Sprintf(rels, relation("r1", "officeDocument", "xl/workbook.xml")),
		"xl/workbook.xml": `<workbook xmlns="` + main + `" xmlns:r="r">` +
			`<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets>` + others["calcPr"] + `</workbook>`,
		"xl/_rels/workbook.xml.rels": fmt.Sprintf(rels, relation("r1", "worksheet", "worksheets/sheet1.xml")+
			relation("r2", "styles", "styles.xml")+relation("r3", "theme", "theme/theme1.xml")),
		"xl/worksheets/sheet1.xml": `<worksheet xmlns="` + main + `">` + others["views"] + `<sheetData>` + sheet +
			`</sheetData>` + others["rules"] + `</worksheet>`,
		"xl/styles.xml": `<styleSheet xmlns="` + main + `">` + others["styles"] + `</styleSheet>`,
		"xl/theme/theme1.xml": `<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="x">` +
			`<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>` +
			`<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>` +
			`<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>` +
			`<a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`,
	}
	if c := others["comments"]; c != "" {
		all["xl/worksheets/_rels/sheet1.xml.rels"] = fmt.Sprintf(rels, relation("r1", "comments", "../comments1.xml")+
			relation("r2", "threadedComment", "../threadedComments/t1.xml"))
		all["xl/comments1.xml"] = c
		all["xl/threadedComments/t1.xml"] = others["threads"]
	}
	a, err := ooxml.Open(zipped(t, all), workbook.NewGuard(context.Background(), limits))
	if err != nil {
		t.Fatal(err)
	}
	return Read(a)
}

func zipped(t *testing.T, all map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for name, text := range all { // the order of parts does not matter
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// The colours of a font and of its ground, by parts, theme, tint and palette.
func TestFontsInTheColourOfTheirGround(t *testing.T) {
	for _, c := range []struct {
		name, font, ground string
		unseen             bool
	}{
		{"white on nothing", `<color rgb="FFFFFFFF"/>`, ``, true},
		{"the theme's ground on nothing", `<color theme="0"/>`, ``, true},
		{"the palette's white on nothing", `<color indexed="9"/>`, ``, true},
		{"the screen's ground", `<color indexed="65"/>`, ``, true},
		{"blue on the same blue", `<color theme="4"/>`, `<fgColor theme="4"/>`, true},
		{"the theme's blue by its parts", `<color rgb="FF4F81BD"/>`, `<fgColor theme="4"/>`, true},
		{"a lighter blue on itself", `<color theme="4" tint="0.5"/>`, `<fgColor theme="4" tint="0.5"/>`, true},
		{"nearly white", `<color rgb="FFFDFDFD"/>`, ``, true},
		{"grey made of white", `<color theme="0" tint="-0.5"/>`, `<fgColor rgb="FF7F7F7F"/>`, true},

		{"no colour", ``, ``, false},
		{"black", `<color theme="1"/>`, ``, false},
		{"white on blue", `<color theme="0"/>`, `<fgColor theme="4"/>`, false},
		{"white on black", `<color rgb="FFFFFFFF"/>`, `<fgColor indexed="8"/>`, false},
		{"a light grey", `<color theme="0" tint="-0.15"/>`, ``, false},
		{"a blue and a lighter one", `<color theme="4"/>`, `<fgColor theme="4" tint="0.5"/>`, false},
		{"a colour nobody knows", `<color theme="11"/>`, `<fgColor theme="10"/>`, false},
		{"automatic", `<color auto="1"/>`, ``, false},
	} {
		fill := `<fill><patternFill patternType="none"/></fill>`
		if c.ground != "" {
			fill = `<fill><patternFill patternType="solid">` + c.ground + `</patternFill></fill>`
		}
		b := parts(t, `<row><c s="0"><v>5</v></c></row>`, map[string]string{
			"styles": `<fonts><font>` + c.font + `<name val="Arial"/></font></fonts><fills>` + fill + `</fills>` +
				`<cellXfs><xf fontId="0" fillId="0" numFmtId="0"/></cellXfs>`,
		})
		if got := b.Sheets[0].Cells[0].Style; got.Unseen != c.unseen || got.Font != "Arial" {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

func TestCrossedOutAndRaisedText(t *testing.T) {
	b := parts(t, `<row><c s="1"><v>5</v></c><c s="2"><v>5</v></c><c t="inlineStr"><is>`+
		`<r><rPr><strike/></rPr><t>118</t></r><r><t>125</t></r>`+
		`<r><rPr><vertAlign val="superscript"/><strike val="0"/></rPr><t>1</t></r></is></c></row>`,
		map[string]string{
			"styles": `<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>` +
				`<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>`,
		})
	cells := b.Sheets[0].Cells
	if !cells[0].IsStruck() || cells[1].IsStruck() {
		t.Errorf("styles %+v, %+v", cells[0].Style, cells[1].Style)
	}
	if c := &cells[2]; c.Text != "1181251" || c.Struck() != "118" || c.OnLine() != "125" || c.OffLine() != "1" {
		t.Errorf("runs %+v of %q", c.Runs, c.Text)
	}
}

// A cell whose font raises or lowers all of it, and texts in such a cell. Of a file that
// says that its named style has the font, the cell's own counts, as in Excel.
func TestCellsThatAreRaised(t *testing.T) {
	b := parts(t, `<row><c s="1"><v>5</v></c><c s="2" t="inlineStr"><is><t>5</t></is></c><c s="3"><v>5</v></c>`+
		`<c s="1" t="inlineStr"><is><r><rPr><rFont val="Arial"/></rPr><t>35</t></r><r><t>1</t></r></is></c></row>`,
		map[string]string{
			"styles": `<fonts><font/><font><vertAlign val="superscript"/></font>` +
				`<font><vertAlign val="subscript"/></font>` +
				`<font><vertAlign val="baseline"/></font></fonts><cellStyleXfs><xf fontId="1"/></cellStyleXfs>` +
				`<cellXfs><xf fontId="0"/><xf fontId="1" applyFont="0" xfId="0"/><xf fontId="2"/>` +
				`<xf fontId="3" xfId="0"/></cellXfs>`,
		})
	cells := b.Sheets[0].Cells
	for i, want := range []workbook.Script{workbook.Raised, workbook.Lowered, workbook.OnLine} {
		if c := &cells[i]; c.Style.Script != want || c.IsOffLine() != (want != workbook.OnLine) {
			t.Errorf("%s: %+v", c.Ref(), c.Style)
		}
	}
	if c := &cells[3]; c.OnLine() != "35" || c.OffLine() != "1" {
		t.Errorf("%q %q", c.OnLine(), c.OffLine())
	}
}

func TestCommentsAndThreads(t *testing.T) {
	b := parts(t, `<row><c><v>5</v></c></row>`, map[string]string{
		"comments": `<comments><authors><author>Lan</author></authors><commentList>` +
			`<comment ref="A1"><text><r><rPr><b/></rPr><t>Lan:</t></r><r><t>
số đúng là 325</t></r></text></comment>` +
			`<comment ref="B7"><text><t>[Threaded comment] chưa chốt</t></text></comment></commentList></comments>`,
		"threads": `<ThreadedComments><threadedComment ref="B7"><text>chưa chốt</text></threadedComment>` +
			`<threadedComment ref="B7"><text>đã hỏi lại</text></threadedComment></ThreadedComments>`,
	})
	s := b.Sheets[0]
	s.IndexComments()
	for at, want := range map[[2]int]string{
		{1, 1}: "Lan:\nsố đúng là 325",
		{7, 2}: "chưa chốt\nđã hỏi lại",
		{2, 2}: "",
	} {
		if got := s.Comment(at[0], at[1]); got != want {
			t.Errorf("%v: %q, want %q", at, got, want)
		}
	}
}

func TestValuesThatMayBeOld(t *testing.T) {
	for calc, want := range map[string]bool{
		`<calcPr fullCalcOnLoad="1"/>`:                 true,
		`<calcPr calcMode="manual"/>`:                  true,
		`<calcPr forceFullCalc="true"/>`:               true,
		`<calcPr calcId="191029"/>`:                    false,
		`<calcPr calcMode="auto" fullCalcOnLoad="0"/>`: false,
		``: false,
	} {
		if b := parts(t, `<row><c><v>5</v></c></row>`, map[string]string{"calcPr": calc}); b.Stale != want {
			t.Errorf("%s: %v", calc, b.Stale)
		}
	}
}

// A row that a filter hides is hidden like any other.
func TestFilteredRows(t *testing.T) {
	b := parts(t, `<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row>`, nil)
	if got := b.Sheets[0].HiddenRows; len(got) != 1 || got[0].Rows() != "2" {
		t.Error(got)
	}
}

// A comment that is too long is refused like any text.
func TestCommentsAreBounded(t *testing.T) {
	long := strings.Repeat("a", workbook.DefaultLimits().MaxTextLen+1)
	a, err := ooxml.Open(zipped(t, map[string]string{
		"x.xml": `<comments><commentList><comment ref="A1"><text><t>` + long +
			`</t></text></comment></commentList></comments>`,
	}), workbook.NewGuard(context.Background(), workbook.DefaultLimits()))
	if err != nil {
		t.Fatal(err)
	}
	s := &sheetReader{reader: &reader{Archive: a, book: &workbook.Book{}}, sheet: &workbook.Sheet{}}
	if err := s.commentsPart("x.xml"); err == nil {
		t.Error("taken")
	}
}

// Rules that hide a number, cross it out or show another; and rules that only colour.
func TestRulesOfConditionalFormatting(t *testing.T) {
	const dxfs = `<dxfs><dxf><font><color theme="0"/></font></dxf>` +
		`<dxf><numFmt numFmtId="200" formatCode=";;;"/></dxf><dxf><font><strike/></font></dxf>` +
		`<dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill>` +
		`</fill></dxf>` +
		`<dxf><font><color theme="0"/></font><fill><patternFill patternType="solid"><bgColor theme="4"/>` +
		`</patternFill>` +
		`</fill></dxf><dxf><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf>` +
		`<dxf><font><color theme="4"/></font></dxf>` +
		`<dxf><fill><patternFill><bgColor theme="4"/></patternFill></fill></dxf></dxfs>`
	rule := func(kind, dxf, more, content string) string {
		return `<conditionalFormatting sqref="A1:A9 C1"><cfRule type="` + kind + `" dxfId="` + dxf + `" priority="1" ` +
			more + `>` + content + `</cfRule></conditionalFormatting>`
	}
	five := `operator="equal"`
	extension := func(rule string) string {
		return `<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting>` + rule +
			`<xm:sqref>A1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`
	}
	for _, c := range []struct {
		name, rules string
		want        workbook.Style
		format      string
	}{
		{"white where 5", rule("cellIs", "0", five, "<formula>5</formula>"), workbook.Style{Unseen: true}, "General"},
		{"white where 0", rule("cellIs", "0", five, "<formula>0</formula>"), workbook.Style{}, "General"},
		{"no format where 5", rule("expression", "1", "", "<formula>A1=5</formula>"), workbook.Style{}, ";;;"},
		{"struck where 5", rule("expression", "2", "", "<formula>$A1=5</formula>"), workbook.Style{Struck: true},
			"General"},
		{"red where twice", rule("duplicateValues", "3", "", ""), workbook.Style{}, "General"},
		{"white where twice", rule("duplicateValues", "0", "", ""), workbook.Style{Doubtful: true}, "General"},
		{"white on blue where 5", rule("cellIs", "4", five, "<formula>5</formula>"), workbook.Style{}, "General"},
		{"black ground where 5", rule("cellIs", "5", five, "<formula>5</formula>"), workbook.Style{Unseen: true},
			"General"},
		{"white errors", rule("containsErrors", "0", "", "<formula>ISERROR(A1)</formula>"), workbook.Style{},
			"General"},
		{"icons", rule("iconSet", "", "", `<iconSet><cfvo type="min"/></iconSet>`), workbook.Style{}, "General"},
		{"icons alone", rule("iconSet", "", "", `<iconSet showValue="0"><cfvo type="min"/></iconSet>`),
			workbook.Style{},
			";;;"},
		{"a bar alone", rule("dataBar", "", "", `<dataBar showValue="0"/>`), workbook.Style{}, ";;;"},
		{"shades", rule("colorScale", "", "", `<colorScale/>`), workbook.Style{}, "General"},
		{"blue by one rule on blue by another", rule("expression", "6", "", "<formula>A1=5</formula>") +
			rule("expression", "7", "", "<formula>A1&gt;4</formula>"), workbook.Style{Unseen: true}, "General"},
		{"blue on what was blue", rule("expression", "6", "", "<formula>A1=5</formula>") +
			rule("expression", "7", "", "<formula>A1&lt;4</formula>"), workbook.Style{}, "General"},
		{"newer rules", extension(`<x14:cfRule type="expression" priority="1"><xm:f>A1=5</xm:f><x14:dxf><font>` +
			`<color theme="0"/></font></x14:dxf></x14:cfRule>`), workbook.Style{Unseen: true}, "General"},
		{"newer icons", extension(`<x14:cfRule type="iconSet"><x14:iconSet showValue="0"/></x14:cfRule>`),
			workbook.Style{}, ";;;"},
	} {
		b := parts(t, `<row><c s="0"><v>5</v></c></row>`, map[string]string{"rules": c.rules,
			"styles": `<fonts><font><name val="Arial"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>` + dxfs})
		got := b.Sheets[0].Cells[0].Style
		if got.Unseen != c.want.Unseen || got.Struck != c.want.Struck || got.Doubtful != c.want.Doubtful ||
			got.NumFmt != c.format {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// A rule does not make a format known that the file lacks, unless it gives one.
func TestRulesOverCellsWithoutTheirFormat(t *testing.T) {
	for dxf, want := range map[string]workbook.Style{
		`<font><strike/></font>`:          {NumFmt: "General", Struck: true, Lost: true},
		`<font><color theme="0"/></font>`: {NumFmt: "General", Unseen: true, Lost: true},
		`<numFmt formatCode="0%"/>`:       {NumFmt: "0%", IsPercent: true},
	} {
		b := parts(t, `<row><c s="9"><v>0.45</v></c></row>`, map[string]string{
			"styles": `<fonts><font/></fonts><cellXfs><xf/></cellXfs><dxfs><dxf>` + dxf + `</dxf></dxfs>`,
			"rules": `<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1">` +
				`<formula>A1&lt;1</formula></cfRule></conditionalFormatting>`})
		if got := *b.Sheets[0].Cells[0].Style; got != want {
			t.Errorf("%s: %+v", dxf, got)
		}
	}
}

// A file of nothing but looks costs memory too.
func TestLooksAreBooked(t *testing.T) {
	limits := workbook.DefaultLimits()
	limits.MaxMemory = 4 << 20
	for list, item := range map[string]string{"fonts": "<font/>", "fills": "<fill/>", "cellXfs": "<xf/>",
		"dxfs": "<dxf/>", "numFmts": "<numFmt/>"} {
		styles := "<" + list + ">" + strings.Repeat(item, 1<<17) + "</" + list + ">"
		_, err := within(t, limits, `<row><c><v>5</v></c></row>`, map[string]string{"styles": styles})
		if refused := (*workbook.Refusal)(nil); !errors.As(err, &refused) || refused.Problem.Code != "B130" {
			t.Errorf("%s: %v", list, err)
		}
	}
}

// Stretches of a text in the colour of the cell's ground.
func TestRunsInTheColourOfTheirGround(t *testing.T) {
	const white, blue = `<rPr><rFont val="Arial"/><color rgb="FFFFFFFF"/></rPr>`, `<rPr><color theme="4"/></rPr>`
	text := func(runs string) string { return `<row><c s="%d" t="inlineStr"><is>` + runs + `</is></c></row>` }
	for _, c := range []struct {
		style        int
		runs, unseen string
	}{
		{0, `<r>` + white + `<t>0</t></r><r><t>125</t></r>`, "0"},
		{1, `<r>` + white + `<t>0</t></r><r><t>125</t></r>`, ""},
		{1, `<r>` + blue + `<t>0</t></r><r><t>125</t></r>`, "0"},
		{0, `<r>` + blue + `<t>0</t></r><r><t>125</t></r>`, ""},
	} {
		b := parts(t, fmt.Sprintf(text(c.runs), c.style), map[string]string{
			"styles": `<fonts><font><name val="Arial"/></font></fonts><fills><fill><patternFill/></fill><fill>` +
				`<patternFill ` +
				`patternType="solid"><fgColor theme="4"/></patternFill></fill></fills><cellXfs>` +
				`<xf fontId="0" fillId="0"/>` +
				`<xf fontId="0" fillId="1"/></cellXfs>`})
		if got := b.Sheets[0].Cells[0].Unseen(); got != c.unseen {
			t.Errorf("%s in style %d: %q", c.runs, c.style, got)
		}
	}
}

// A heading centred over blank cells looks merged; a number does not, nor a text
// beside one.
func TestTextsCentredOverCells(t *testing.T) {
	const row = `<row><c s="1" t="inlineStr"><is><t>Năm 2022</t></is></c><c s="1"/><c s="1"/>` +
		`<c s="1" t="inlineStr"><is><t>Năm 2021</t></is></c><c/><c s="1"/><c s="1"><v>5</v></c><c s="1"/></row>` +
		`<row><c s="1" t="inlineStr"><is><t>x</t></is></c><c s="1"><v>7</v></c><c s="1"/></row>`
	b := parts(t, row, map[string]string{"styles": `<cellXfs><xf/><xf><alignment horizontal="centerContinuous"/></xf>` +
		`</cellXfs>`, "views": `<sheetViews><sheetView showZeros="0"/></sheetViews>`})
	if got := fmt.Sprint(b.Sheets[0].Merges); got != "[A1:C1]" || !b.Sheets[0].HidesZeros {
		t.Error(got)
	}
}

// Rows and columns of which nothing can be read.
func TestRowsAndColumnsThatAreNoMoreThanALine(t *testing.T) {
	b := parts(t, `<row r="1" ht="0.75"><c><v>1</v></c></row><row r="2" ht="15"><c><v>2</v></c></row>`+
		`<row r="3" ht="0"/><row r="4" ht="6"/>`, map[string]string{
		"views": `<cols><col min="2" max="2" width="0.1"/><col min="3" max="3" width="2"/></cols>`})
	if got := fmt.Sprint(b.Sheets[0].HiddenRows, b.Sheets[0].HiddenCols); got != "[{1 1} {3 3}] [{2 2}]" {
		t.Error(got)
	}
}

func TestWhoCalculated(t *testing.T) {
	for calc, want := range map[string]bool{
		``: true, `<calcPr/>`: true, `<calcPr calcId="191029"/>`: false,
		`<calcPr iterateCount="100" refMode="A1"/>`: false,
	} {
		if b := parts(t, `<row><c><v>5</v></c></row>`, map[string]string{"calcPr": calc}); b.Unproven != want {
			t.Errorf("%s: %v", calc, b.Unproven)
		}
	}
}
