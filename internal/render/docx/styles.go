package docx

import (
	"fmt"
	"strings"
)

const face = "Times New Roman"

// paragraphStyle is one style of paragraphs, by the name that Word knows it by. Sizes
// are in points, lengths in twentieths of one.
type paragraphStyle struct {
	id, name, next    string
	keep              bool
	list              int // level in the list of dashes, from 1; 0 for none
	before, line      int
	exact             bool
	left, first       int
	align             string
	outline           int // from 1; 0 for none
	bold, italic, cap bool
	size              float64
}

func (w *writer) paragraphStyles() []paragraphStyle {
	const line = 370 // 18,5 pt
	first := mm(10)
	heading := func(n, before int, italic bool) paragraphStyle {
		return paragraphStyle{id: fmt.Sprintf("Heading%d", n), name: fmt.Sprintf("heading %d", n), next: "BodyText",
			keep: true, before: before, line: line, exact: true, first: first, outline: n, bold: true, italic: italic}
	}
	return []paragraphStyle{
		{id: "BodyText", name: "Body Text", before: 120, line: line, exact: true, first: first, align: "both"},
		heading(1, 240, false), heading(2, 120, false), heading(3, 120, true),
		{id: "ListBullet", name: "List Bullet", list: 1, before: 120, line: line, exact: true, first: first, align: "both"},
		{id: "ListBullet2", name: "List Bullet 2", list: 2, before: 120, line: line, exact: true, first: first, align: "both"},
		{id: "Title", name: "Title", next: "Subtitle", keep: true, before: 440, line: 400, exact: true, align: "center",
			bold: true, size: 16},
		{id: "Subtitle", name: "Subtitle", next: "BodyText", keep: true, line: 360, exact: true, align: "center", bold: true},
		{id: "Header", name: "header", align: "center"},
		{id: "Footer", name: "footer", align: "center", italic: true, size: 11},
		{id: "Letterhead", name: "Letterhead", line: 340, exact: true, align: "center"},
		{id: "Date", name: "Date", line: 340, exact: true, align: "center", italic: true},
		{id: "Rule", name: "Rule", line: 40, exact: true, align: "center", size: 2},
		{id: "Signature", name: "Signature", keep: true, line: 360, exact: true, align: "center"},
		{id: "Recipients", name: "Recipients", line: 280, exact: true, size: w.form.items},
		{id: "AnnexTitle", name: "Annex Title", next: "Subtitle", keep: true, line: 360, exact: true, align: "center",
			outline: 1, bold: true},
		{id: "Caption", name: "caption", keep: true, before: 240, line: 360, exact: true, align: "center", bold: true},
		{id: "TableText", name: "Table Text", size: w.form.annexTable},
		{id: "TableHeading", name: "Table Heading", keep: true, align: "center", bold: true, size: w.form.annexTable},
		{id: "FootnoteText", name: "footnote text", before: 60, line: 280, exact: true, size: 11},
	}
}

// styles writes the part of that name.
func (w *writer) styles() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr>`+
		`<w:rFonts w:ascii="%[2]s" w:eastAsia="%[2]s" w:hAnsi="%[2]s" w:cs="%[2]s"/><w:sz w:val="28"/><w:szCs w:val="28"/>`+
		`<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`+
		`<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
		space, face)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">` +
		`<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>` +
		`<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>` +
		`<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>` +
		`<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>` +
		`<w:uiPriority w:val="99"/><w:semiHidden/></w:style>`)
	for _, s := range w.paragraphStyles() {
		s.write(&b)
	}
	fmt.Fprintf(&b, `<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>`+
		`<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:u w:val="single"/></w:rPr>`+
		`</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>`+
		`<w:tblPr><w:tblBorders>%s</w:tblBorders><w:tblCellMar><w:top w:w="%[2]d" w:type="dxa"/><w:left w:w="%[2]d" w:type="dxa"/>`+
		`<w:bottom w:w="%[2]d" w:type="dxa"/><w:right w:w="%[2]d" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`,
		gridLines(), mm(cellPad))
	return b.String()
}

func gridLines() string {
	var b strings.Builder
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>`, side)
	}
	return b.String()
}

// write writes the style in the order that the format wants.
func (s paragraphStyle) write(b *strings.Builder) {
	add := func(format string, args ...any) { fmt.Fprintf(b, format, args...) }
	add(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/>`, s.id, s.name)
	if s.next != "" {
		add(`<w:next w:val="%s"/>`, s.next)
	}
	add(`<w:qFormat/><w:pPr>`)
	if s.keep {
		add(`<w:keepNext/><w:keepLines/>`)
	}
	if s.list > 0 {
		add(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, s.list-1)
	}
	if s.before != 0 || s.line != 0 {
		add(`<w:spacing`)
		if s.before != 0 {
			add(` w:before="%d"`, s.before)
		}
		if s.line != 0 {
			add(` w:line="%d" w:lineRule="%s"`, s.line, map[bool]string{true: "exact", false: "atLeast"}[s.exact])
		}
		add(`/>`)
	}
	if s.left != 0 || s.first != 0 {
		add(`<w:ind w:left="%d" w:firstLine="%d"/>`, s.left, s.first)
	}
	if s.align != "" {
		add(`<w:jc w:val="%s"/>`, s.align)
	}
	if s.outline > 0 {
		add(`<w:outlineLvl w:val="%d"/>`, s.outline-1)
	}
	add(`</w:pPr><w:rPr>`)
	if s.bold {
		add(`<w:b/><w:bCs/>`)
	}
	if s.italic {
		add(`<w:i/><w:iCs/>`)
	}
	if s.size != 0 {
		add(`<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>`, halves(s.size))
	}
	add(`</w:rPr></w:style>`)
}

// numbering has the list of dashes.
func numbering() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:numbering xmlns:w="%s"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>`,
		space)
	for i, style := range []string{"ListBullet", "ListBullet2"} {
		fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="%s"/>`+
			`<w:suff w:val="space"/><w:lvlText w:val="-"/><w:lvlJc w:val="left"/>`+
			`<w:pPr><w:ind w:left="0" w:firstLine="%d"/></w:pPr><w:rPr><w:rFonts w:ascii="%[4]s" w:hAnsi="%[4]s" w:cs="%[4]s"/></w:rPr></w:lvl>`,
			i, style, mm(10), face)
	}
	b.WriteString(`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)
	return b.String()
}
