package docx

import (
	"fmt"
	"strings"

	"baocao/internal/form"
)

const face = "Times New Roman"

// paragraphStyle is one style of paragraphs, by the name that Word knows it by.
type paragraphStyle struct {
	id, name, next string
	of             form.Text // size, leading (0: as the letters want it), what stands above
	keep           bool      // with the next
	list           int       // level in the list of dashes, from 1; 0 for none
	first          float64   // indent of the first line, in millimetres
	align          string
	outline        int // from 1; 0 for none
}

// alignments are those of the form, as the format calls them.
var alignments = map[form.Align]string{form.Left: "left", form.Centre: "center", form.Right: "right",
	form.Justify: "both"}

// lists are how many levels the list of dashes has a style for.
const lists = 3

func (w *writer) paragraphStyles() []paragraphStyle {
	f := w.form
	size := func(is float64) form.Text { return form.Text{Size: form.Span{Is: is}} }
	body := form.Text{Size: f.Body.Size, Leading: f.Body.Leading.Is, Above: f.Body.Gap.Is}
	align := alignments[f.Body.Align]
	styles := []paragraphStyle{{id: "BodyText", name: "Body Text", of: body, first: f.Body.Indent.Is, align: align}}
	for level := 1; level <= 3; level++ {
		h := f.Heading(level)
		style := paragraphStyle{id: fmt.Sprintf("Heading%d", level), name: fmt.Sprintf("heading %d", level),
			next: "BodyText", of: form.Text{Size: h.Size, Style: h.Style, Leading: body.Leading, Above: h.Above},
			keep: true, first: f.Body.Indent.Is, align: alignments[h.Align], outline: level}
		if h.Align == form.Centre {
			style.first = 0
		}
		styles = append(styles, style)
	}
	for level := range lists {
		name := strings.TrimSpace("List Bullet " + nth(level))
		styles = append(styles, paragraphStyle{id: listStyle(level), name: name, of: body,
			list: level + 1, first: itemIndent(f, level), align: align})
	}
	heading := size(f.Table.Annex)
	heading.Style.Bold = true
	note := size(f.Table.Note)
	note.Leading, note.Above = 1.27*f.Table.Note, 3
	caption := f.Annex.Label
	caption.Above += 12
	notice := size(11)
	notice.Style.Italic = true
	return append(styles,
		paragraphStyle{id: "Title", name: "Title", next: "Subtitle", of: f.Kind, keep: true, align: "center"},
		paragraphStyle{id: "Subtitle", name: "Subtitle", next: "BodyText", of: f.DocTitle.Text, keep: true,
			align: "center"},
		paragraphStyle{id: "Header", name: "header", of: form.Text{Size: f.PageNumber.Size, Style: f.PageNumber.Style},
			align: "center"},
		paragraphStyle{id: "Footer", name: "footer", of: notice, align: "center"},
		paragraphStyle{id: "Letterhead", name: "Letterhead", of: f.Letterhead.Parent, align: "center"},
		paragraphStyle{id: "Date", name: "Date", of: f.Letterhead.Date, align: "center"},
		paragraphStyle{id: "Rule", name: "Rule", of: form.Text{Size: form.Span{Is: 1}, Leading: 2}, align: "center"},
		paragraphStyle{id: "Signature", name: "Signature", of: f.Signature.Position, keep: true, align: "center"},
		paragraphStyle{id: "Recipients", name: "Recipients", of: f.Recipients.Item},
		paragraphStyle{id: "AnnexTitle", name: "Annex Title", of: f.Annex.Label, keep: true, align: "center",
			outline: 1},
		paragraphStyle{id: "Caption", name: "caption", of: caption, keep: true, align: "center"},
		paragraphStyle{id: "TableText", name: "Table Text", of: size(f.Table.Annex)},
		paragraphStyle{id: "TableHeading", name: "Table Heading", of: heading, keep: true, align: "center"},
		paragraphStyle{id: "FootnoteText", name: "footnote text", of: note},
	)
}

// nth numbers the styles of a kind, of which the first has no number.
func nth(level int) string {
	if level == 0 {
		return ""
	}
	return fmt.Sprint(level + 1)
}

func listStyle(level int) string { return "ListBullet" + nth(min(max(level, 0), lists-1)) }

// itemIndent is where the items of a list inside lists begin, in millimetres.
func itemIndent(f *form.Profile, level int) float64 { return f.Body.Indent.Is + 5*float64(level) }

// styles writes the part of that name.
func (w *writer) styles() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr>`+
		`<w:rFonts w:ascii="%[2]s" w:eastAsia="%[2]s" w:hAnsi="%[2]s" w:cs="%[2]s"/>`+
		`<w:sz w:val="%[3]d"/><w:szCs w:val="%[3]d"/>`+
		`<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`+
		`<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>`+
		`</w:docDefaults>`,
		space, face, halves(w.form.Body.Size.Is))
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>` +
		`<w:qFormat/></w:style>` +
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
	fmt.Fprintf(&b, `<w:style w:type="character" w:styleId="PlaceholderText">`+
		`<w:name w:val="Placeholder Text"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>`+
		`<w:rPr><w:u w:val="single"/></w:rPr>`+
		`</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>`+
		`<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>%s</w:tblBorders><w:tblCellMar>`+
		`<w:top w:w="%[2]d" w:type="dxa"/><w:left w:w="%[2]d" w:type="dxa"/><w:bottom w:w="%[2]d" w:type="dxa"/>`+
		`<w:right w:w="%[2]d" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`,
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
	add(`%s`, spacing(points(s.of.Above), s.of.Leading))
	if s.first != 0 {
		add(`<w:ind w:left="0" w:firstLine="%d"/>`, mm(s.first))
	}
	if s.align != "" {
		add(`<w:jc w:val="%s"/>`, s.align)
	}
	if s.outline > 0 {
		add(`<w:outlineLvl w:val="%d"/>`, s.outline-1)
	}
	add(`</w:pPr><w:rPr>%s</w:rPr></w:style>`, letters(s.of.Style, s.of.Size.Is, false))
}

// spacing says what stands above a paragraph, and how far its lines are apart where
// the form says so.
func spacing(before int, leading float64) string {
	if leading == 0 {
		if before == 0 {
			return ""
		}
		return fmt.Sprintf(`<w:spacing w:before="%d"/>`, before)
	}
	return fmt.Sprintf(`<w:spacing w:before="%d" w:line="%d" w:lineRule="exact"/>`, before, points(leading))
}

// letters are the properties of a run, in the order that the format wants. over says
// what is not bold or slanted as well, against a style.
func letters(of form.Style, size float64, over bool) string {
	var b strings.Builder
	for _, on := range []struct {
		is  bool
		tag string
	}{{of.Bold, "b"}, {of.Italic, "i"}} {
		switch {
		case on.is:
			fmt.Fprintf(&b, `<w:%[1]s/><w:%[1]sCs/>`, on.tag)
		case over:
			fmt.Fprintf(&b, `<w:%[1]s w:val="0"/><w:%[1]sCs w:val="0"/>`, on.tag)
		}
	}
	if size != 0 {
		fmt.Fprintf(&b, `<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>`, halves(size))
	}
	if of.Underlined {
		b.WriteString(`<w:u w:val="single"/>`)
	}
	return b.String()
}

// numbering has the list of dashes, and of pluses inside it.
func (w *writer) numbering() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:numbering xmlns:w="%s"><w:abstractNum w:abstractNumId="0">`+
		`<w:multiLevelType w:val="hybridMultilevel"/>`, space)
	for level := range lists {
		mark := "-"
		if level%2 == 1 {
			mark = "+"
		}
		fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="%s"/>`+
			`<w:suff w:val="space"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>`+
			`<w:pPr><w:ind w:left="0" w:firstLine="%d"/></w:pPr>`+
			`<w:rPr><w:rFonts w:ascii="%[5]s" w:hAnsi="%[5]s" w:cs="%[5]s"/></w:rPr></w:lvl>`,
			level, listStyle(level), mark, mm(itemIndent(w.form, level)), face)
	}
	b.WriteString(`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)
	return b.String()
}
