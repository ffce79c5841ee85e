// Package docx writes a document as Word keeps one: real styles, tables, sections and
// links, so that a leader can go on writing in it. Every named block of the body is
// marked by a bookmark, by which its edits find their way back.
//
// It writes the few parts of the format it needs itself, on ooxml. Of the libraries,
// unioffice is not free, and those that are have no styles, sections or bookmarks of
// their own: their documents are templates with holes.
package docx

import (
	"bytes"
	"fmt"
	"strings"

	"baocao/internal/document"
	"baocao/internal/form"
	"baocao/internal/ooxml"
)

const (
	space     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wordType  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// Write writes a document. The same document gives the same bytes.
func Write(d *document.Document) ([]byte, error) {
	f, err := form.Named(d.Profile)
	if err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	w := newWriter(d, f)
	w.document()
	var out bytes.Buffer
	z := ooxml.NewWriter(&out)
	for _, p := range []struct{ name, text string }{
		{ooxml.ContentTypes, contentTypes()},
		{"_rels/.rels", relationsOf([]relation{
			{"officeDocument", "word/document.xml"}, {"extended-properties", "docProps/app.xml"},
			{"core-properties", "docProps/core.xml"},
		})},
		{"docProps/app.xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/` +
			`extended-properties"><Application>baocao</Application></Properties>`},
		{ooxml.CorePart, properties(d)},
		{"word/document.xml", w.sums.Replace(w.String())},
		{"word/_rels/document.xml.rels", relationsOf(parts)},
		{"word/styles.xml", w.styles()},
		{"word/numbering.xml", w.numbering()},
		{"word/settings.xml", settings(d)},
		{"word/fontTable.xml", fonts()},
		{"word/header1.xml", w.header(false, true)},
		{"word/header2.xml", w.header(true, true)},
		{"word/header3.xml", firstPage},
		{"word/footer1.xml", w.footer()},
		{"word/header4.xml", w.header(true, false)},
	} {
		f, err := z.Create(p.name)
		if err != nil {
			return nil, fmt.Errorf("docx: %w", err)
		}
		if _, err := f.Write([]byte(ooxml.Head + p.text)); err != nil {
			return nil, fmt.Errorf("docx: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return out.Bytes(), nil
}

// relation is one of a part to another; its id is its place in the list.
type relation struct{ kind, target string }

// parts are what the document refers to.
var parts = []relation{
	{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"settings", "settings.xml"},
	{"fontTable", "fontTable.xml"}, {"header", "header1.xml"}, {"header", "header2.xml"},
	{"header", "header3.xml"}, {"footer", "footer1.xml"}, {"header", "header4.xml"},
}

// The ids of the parts that sections name.
const (
	laterHeader  = "rId5" // with the page's number
	turnedHeader = "rId6" // the same on pages read from the side
	firstHeader  = "rId7"
	allFooters   = "rId8"
	annexHeader  = "rId9" // of an annex whose first page has no number
)

func relationsOf(all []relation) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, r := range all {
		kind := relations + "/" + r.kind
		if r.kind == "core-properties" {
			kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i+1, kind, r.target)
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

func contentTypes() string {
	var b strings.Builder
	b.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/docProps/app.xml" ` +
		`ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>` +
		`<Override PartName="/docProps/core.xml" ` +
		`ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>`)
	for _, p := range parts {
		fmt.Fprintf(&b, `<Override PartName="/word/%s" ContentType="%s%s+xml"/>`, p.target, wordType, p.kind)
	}
	b.WriteString(`</Types>`)
	return b.String()
}

// properties are what the document says of itself.
func properties(d *document.Document) string {
	return ooxml.Properties{Title: d.Kind + " " + d.Title, Subject: d.Subject, Author: d.Letterhead.Issuer,
		Created: d.Created}.Core()
}

// firstPage has nothing above its text.
const firstPage = `<w:hdr xmlns:w="` + space + `"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>`

// header stands above the text: the page's number, and the mark of a draft.
func (w *writer) header(turned, numbered bool) string {
	h := newWriter(w.doc, w.form)
	h.turned = turned
	l := look{style: "Header"}
	if w.doc.Draft {
		l.align, l.center, l.rightTab = "left", h.room()/2, h.room()
	}
	h.add(`<w:hdr xmlns:w="%s"><w:p>`, space)
	h.properties(l)
	if w.doc.Draft {
		h.add(`<w:r><w:tab/></w:r>`)
	}
	if numbered {
		h.add(`<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>`)
	}
	if of := w.form.Draft.Text; w.doc.Draft {
		h.add(`<w:r><w:tab/></w:r>`)
		h.run(look{of: &of}, document.Run{Text: upper(w.form.DraftMark(w.doc.DraftNumber), of)})
	}
	h.add(`</w:p></w:hdr>`)
	return h.String()
}

// footer says on every page what the document's notice says.
func (w *writer) footer() string {
	f := newWriter(w.doc, w.form)
	f.paragraph(look{style: "Footer"}, text(w.doc.Notice))
	return `<w:ftr xmlns:w="` + space + `">` + f.String() + `</w:ftr>`
}

func settings(d *document.Document) string {
	mirrored := ""
	if d.Duplex {
		mirrored = `<w:mirrorMargins/>`
	}
	return `<w:settings xmlns:w="` + space + `"><w:zoom w:percent="100"/>` + mirrored +
		`<w:defaultTabStop w:val="567"/>` +
		`<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" ` +
		`w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`
}

func fonts() string {
	return `<w:fonts xmlns:w="` + space + `"><w:font w:name="` + face + `"><w:panose1 w:val="02020603050405020304"/>` +
		`<w:charset w:val="A3"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
}
