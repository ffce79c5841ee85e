// Package ods reads workbooks of the OpenDocument format (.ods, .fods), as
// LibreOffice, Google Sheets and Excel save them.
package ods

import (
	"bytes"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// The kinds of OpenDocument files, as the part "mimetype" or a flat file's root
// element names them; templates have the same names with an ending.
const (
	odsKind = "application/vnd.oasis.opendocument.spreadsheet"
	odtKind = "application/vnd.oasis.opendocument.text"
)

// Manifest is the part that lists the others.
const Manifest = "META-INF/manifest.xml"

// Read reads a workbook that is an archive of parts. Who packs them again by hand
// easily loses the one that says what they are; the content says it too.
func Read(a *ooxml.Archive) (*workbook.Book, error) {
	if a.Has("mimetype") {
		kind, err := a.Read("mimetype")
		if err != nil {
			return nil, err
		}
		if err := expectSpreadsheet(bytes.TrimSpace(kind)); err != nil {
			return nil, err
		}
	}
	if err := refuseEncrypted(a); err != nil {
		return nil, err
	}
	r := newReader("ods", a.Guard)
	// The file may do without named styles: then a cell's own say all.
	if a.Has("styles.xml") {
		if err := r.part(a, "styles.xml", "document-styles"); err != nil {
			return nil, err
		}
	}
	if err := r.part(a, "content.xml", "document-content"); err != nil {
		return nil, err
	}
	r.settleNames()
	if a.Has("settings.xml") {
		if err := r.settings(a); err != nil {
			return nil, err
		}
	}
	r.settleZeros()
	return r.book, a.VerifyRest()
}

// ReadFlat reads a workbook that is one XML text in place of an archive of
// several.
func ReadFlat(data []byte, g *workbook.Guard) (*workbook.Book, error) {
	r := newReader("fods", g)
	if err := r.document("office:document", data, "document"); err != nil {
		return nil, err
	}
	r.settleNames()
	r.settleZeros()
	return r.book, nil
}

func expectSpreadsheet(kind []byte) error {
	switch name := string(kind); {
	case name == odsKind, name == odsKind+"-template":
		return nil
	case strings.HasPrefix(name, odtKind):
		return workbook.Refuse("B116", nil)
	}
	return workbook.Refuse("B117", nil)
}

// refuseEncrypted looks for what the manifest says of an encrypted part. It is
// not read as XML: some old files have a DOCTYPE there, and nothing else in it
// matters.
func refuseEncrypted(a *ooxml.Archive) error {
	if !a.Has(Manifest) {
		return nil
	}
	data, err := a.Read(Manifest)
	if err != nil {
		return err
	}
	defer a.Guard.Release(len(data))
	if data, err = ooxml.ToUTF8(Manifest, data); err != nil {
		return err
	}
	if bytes.Contains(data, []byte(":encryption-data")) || bytes.Contains(data, []byte("<encryption-data")) {
		return workbook.Refuse("B145", nil)
	}
	return nil
}

// reader reads one workbook.
type reader struct {
	guard      *workbook.Guard
	book       *workbook.Book
	styles     *styleSet
	count      int // cells so far, over all sheets
	paid       int // cells whose memory is booked
	names      []definedName
	hidesZeros map[string]bool // the sheets that show no zeros, or that do; under "" all of them
	cells      []workbook.Cell // of the sheet being read, with room for the sheets after it
}

func newReader(format string, g *workbook.Guard) *reader {
	return &reader{guard: g, book: &workbook.Book{Format: format}, styles: newStyleSet(),
		hidesZeros: map[string]bool{}}
}

func (r *reader) part(a *ooxml.Archive, name, root string) error {
	data, err := a.Read(name)
	if err != nil {
		return err
	}
	defer r.guard.Release(len(data))
	return r.document(name, data, root)
}

// document reads one XML part: its fonts and styles, and the sheets where it
// has any.
func (r *reader) document(part string, data []byte, root string) error {
	x, err := ooxml.NewScanner(part, data, r.guard)
	if err != nil {
		return err
	}
	if err := x.Root(root); err != nil {
		return err
	}
	if root != "document-styles" {
		if err := r.makeRoom(data); err != nil {
			return err
		}
	}
	p := newXMLPart(x)
	if kind, ok := p.attr(officeSpace, "mimetype"); ok {
		if err := expectSpreadsheet(bytes.TrimSpace(kind)); err != nil {
			return err
		}
	}
	p.styleReader = &styleReader{xmlPart: p, styles: r.styles, guard: r.guard, faces: map[string]string{}}
	if p.pageStyles = r.styles; root == "document-styles" {
		p.pageStyles = newStyleSet()
	}
	body := false
	err = x.Children(func(name string) error {
		switch name {
		case "font-face-decls", "styles", "automatic-styles":
			if body {
				return x.Bad() // cells were read without them
			}
			if name == "font-face-decls" {
				return p.styleReader.fontFaces()
			}
			// Automatic styles of the part of named styles are those of page
			// headers; cells know others by the same names.
			if name == "automatic-styles" && root == "document-styles" {
				ofPages := *p.styleReader
				ofPages.styles = p.pageStyles
				return ofPages.section()
			}
			return p.styleReader.section()
		case "master-styles":
			return r.masterPages(p)
		case "settings":
			return r.settingItems(x, "", false)
		case "body":
			if body || root == "document-styles" {
				return x.Bad()
			}
			body = true
			return r.body(p)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !body && root != "document-styles" {
		return x.Bad()
	}
	return x.Finish()
}

// makeRoom takes memory for about as many cells as the part has. Growing the
// list step by step would copy a large sheet many times over.
func (r *reader) makeRoom(data []byte) error {
	n := min(bytes.Count(data, []byte("office:value-type=")), r.guard.MaxCells)
	if err := r.guard.Use(n * workbook.CellMemory); err != nil {
		return err
	}
	r.paid, r.cells = n, make([]workbook.Cell, 0, n)
	return nil
}

func (r *reader) body(p *xmlPart) error {
	seen := false
	err := p.Children(func(name string) error {
		switch name {
		case "spreadsheet":
			if seen {
				return p.Bad()
			}
			seen = true
			return p.Children(func(name string) error {
				switch name {
				case "table":
					return r.table(p)
				case "named-expressions":
					return r.namedExpressions(p)
				}
				return nil
			})
		case "text":
			return workbook.Refuse("B116", nil)
		}
		return workbook.Refuse("B117", nil)
	})
	if err == nil && len(r.book.Sheets) == 0 {
		return workbook.Refuse("B134", nil)
	}
	return err
}

// definedName is a defined name before the sheets it may point to are known.
type definedName struct{ name, address string }

func (r *reader) namedExpressions(p *xmlPart) error {
	return p.Children(func(name string) error {
		if name != "named-range" {
			return nil
		}
		n := definedName{name: p.attrString(tableSpace, "name"),
			address: p.attrString(tableSpace, "cell-range-address")}
		if err := r.guard.Use(64 + len(n.name) + len(n.address)); err != nil {
			return err
		}
		r.names = append(r.names, n)
		return nil
	})
}

// settleNames keeps the names that stand for one cell or range of a sheet.
func (r *reader) settleNames() {
	sheets := make(map[string]string, len(r.book.Sheets))
	for _, s := range r.book.Sheets {
		sheets[strings.ToLower(s.Name)] = s.Name
	}
	for _, n := range r.names {
		sheet, rng, ok := parseRange(n.address)
		if name, known := sheets[strings.ToLower(sheet)]; ok && known {
			r.book.Names = append(r.book.Names, workbook.Name{Name: n.name, Sheet: name, Range: rng})
		}
	}
	r.names = nil
}

// space is one of the format's namespaces.
type space int

const (
	officeSpace space = iota
	tableSpace
	textSpace
	styleSpace
	foSpace
	svgSpace
	numberSpace
	calcextSpace
	drawSpace
	spaces
)

// usualPrefixes are the prefixes that every known program gives the namespaces.
var usualPrefixes = [spaces]string{"office", "table", "text", "style", "fo", "svg", "number", "calcext", "draw"}

var namespaces = map[string]space{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                     officeSpace,
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                      tableSpace,
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                       textSpace,
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                      styleSpace,
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":          foSpace,
	"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0":             svgSpace,
	"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0":                  numberSpace,
	"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": calcextSpace,
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":                    drawSpace,
}

// xmlPart is one XML part of the file. Elements are compared by their local name;
// attributes by namespace as well, because some elements have two of one name.
type xmlPart struct {
	*ooxml.Scanner
	prefixes    [spaces]string
	styleReader *styleReader
	pageStyles  *styleSet // of page headers
}

// newXMLPart takes note of the prefixes that the root element, just started,
// gives the namespaces.
func newXMLPart(x *ooxml.Scanner) *xmlPart {
	p := &xmlPart{Scanner: x, prefixes: usualPrefixes}
	for _, a := range x.Attrs {
		if string(a.Prefix) != "xmlns" {
			continue
		}
		if space, ok := namespaces[string(a.Value)]; ok {
			p.prefixes[space] = string(a.Local)
		}
	}
	return p
}

// in tells whether a prefix is that of a namespace.
func (p *xmlPart) in(space space, prefix []byte) bool { return string(prefix) == p.prefixes[space] }

// attr is an attribute's value, still escaped.
func (p *xmlPart) attr(space space, local string) (value []byte, ok bool) {
	for _, a := range p.Attrs {
		if string(a.Local) == local && p.in(space, a.Prefix) {
			return a.Value, true
		}
	}
	return nil, false
}

func (p *xmlPart) attrString(space space, local string) string {
	v, _ := p.attr(space, local)
	return string(ooxml.Unescape(v))
}
