package workbook

import (
	"bytes"
	"strings"
)

// The kinds of OpenDocument files, as the part "mimetype" or a flat file's root
// element names them; templates have the same names with an ending.
const (
	odsKind = "application/vnd.oasis.opendocument.spreadsheet"
	odtKind = "application/vnd.oasis.opendocument.text"
)

// readODS reads a workbook of the OpenDocument format, as LibreOffice, Google
// Sheets and Excel save it.
func readODS(a *archive, lim Limits) (*Book, error) {
	kind, err := a.read("mimetype")
	if err != nil {
		return nil, err
	}
	if err := expectSpreadsheet(bytes.TrimSpace(kind)); err != nil {
		return nil, err
	}
	if err := refuseEncrypted(a); err != nil {
		return nil, err
	}
	r := newODSReader("ods", lim, a.guard)
	// The file may do without named styles: then a cell's own say all.
	if a.has("styles.xml") {
		if err := r.part(a, "styles.xml", "document-styles"); err != nil {
			return nil, err
		}
	}
	if err := r.part(a, "content.xml", "document-content"); err != nil {
		return nil, err
	}
	r.settleNames()
	return r.book, a.verifyRest()
}

// readFlatODS reads a workbook of the OpenDocument format that is one XML text
// in place of an archive of several.
func readFlatODS(data []byte, lim Limits, g *guard) (*Book, error) {
	r := newODSReader("fods", lim, g)
	if err := r.document("office:document", data, "document"); err != nil {
		return nil, err
	}
	r.settleNames()
	return r.book, nil
}

func expectSpreadsheet(kind []byte) error {
	switch name := string(kind); {
	case name == odsKind, name == odsKind+"-template":
		return nil
	case strings.HasPrefix(name, odtKind):
		return &fault{code: "B116"}
	}
	return &fault{code: "B117"}
}

// refuseEncrypted looks for what the manifest says of an encrypted part. It is
// not read as XML: some old files have a DOCTYPE there, and nothing else in it
// matters.
func refuseEncrypted(a *archive) error {
	const manifest = "META-INF/manifest.xml"
	if !a.has(manifest) {
		return nil
	}
	data, err := a.read(manifest)
	if err != nil {
		return err
	}
	defer a.guard.release(len(data))
	if data, err = ToUTF8(manifest, data); err != nil {
		return err
	}
	if bytes.Contains(data, []byte(":encryption-data")) || bytes.Contains(data, []byte("<encryption-data")) {
		return &fault{code: "B111"}
	}
	return nil
}

// odsReader reads one workbook of the OpenDocument format.
type odsReader struct {
	lim    Limits
	guard  *guard
	book   *Book
	styles *odsStyles
	count  int // cells so far, over all sheets
	paid   int // cells whose memory is booked
	names  []odsName
	cells  []Cell // of the sheet being read, with room for the sheets after it
}

func newODSReader(format string, lim Limits, g *guard) *odsReader {
	return &odsReader{lim: lim, guard: g, book: &Book{Format: format}, styles: newODSStyles()}
}

func (r *odsReader) part(a *archive, name, root string) error {
	data, err := a.read(name)
	if err != nil {
		return err
	}
	defer r.guard.release(len(data))
	return r.document(name, data, root)
}

// document reads one XML part: its fonts and styles, and the sheets where it
// has any.
func (r *odsReader) document(part string, data []byte, root string) error {
	x, err := newLexer(part, data, r.lim, r.guard)
	if err != nil {
		return err
	}
	if err := x.root(root); err != nil {
		return err
	}
	if root != "document-styles" {
		if err := r.makeRoom(data); err != nil {
			return err
		}
	}
	p := newODSPart(x)
	if kind, ok := p.attr(officeSpace, "mimetype"); ok {
		if err := expectSpreadsheet(bytes.TrimSpace(kind)); err != nil {
			return err
		}
	}
	p.styleReader = &odsStyleReader{odsPart: p, styles: r.styles, faces: map[string]string{}}
	body := false
	err = x.children(func(name string) error {
		switch name {
		case "font-face-decls", "styles", "automatic-styles":
			if body {
				return x.bad() // cells were read without them
			}
			if name == "font-face-decls" {
				return p.styleReader.fontFaces()
			}
			// Automatic styles of the part of named styles are those of page
			// headers; cells know others by the same names.
			if name == "automatic-styles" && root == "document-styles" {
				return nil
			}
			return p.styleReader.section()
		case "body":
			if body || root == "document-styles" {
				return x.bad()
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
		return x.bad()
	}
	return x.finish()
}

// makeRoom takes memory for about as many cells as the part has. Growing the
// list step by step would copy a large sheet many times over.
func (r *odsReader) makeRoom(data []byte) error {
	n := min(bytes.Count(data, []byte("office:value-type=")), r.lim.MaxCells)
	if err := r.guard.use(n * cellMemory); err != nil {
		return err
	}
	r.paid, r.cells = n, make([]Cell, 0, n)
	return nil
}

func (r *odsReader) body(p *odsPart) error {
	seen := false
	err := p.children(func(name string) error {
		switch name {
		case "spreadsheet":
			if seen {
				return p.bad()
			}
			seen = true
			return p.children(func(name string) error {
				switch name {
				case "table":
					return r.table(p)
				case "named-expressions":
					return r.namedExpressions(p)
				}
				return nil
			})
		case "text":
			return &fault{code: "B116"}
		}
		return &fault{code: "B117"}
	})
	if err == nil && len(r.book.Sheets) == 0 {
		return &fault{code: "B134"}
	}
	return err
}

// odsName is a defined name before the sheets it may point to are known.
type odsName struct{ name, address string }

func (r *odsReader) namedExpressions(p *odsPart) error {
	return p.children(func(name string) error {
		if name != "named-range" {
			return nil
		}
		n := odsName{name: p.attrString(tableSpace, "name"), address: p.attrString(tableSpace, "cell-range-address")}
		if err := r.guard.use(64 + len(n.name) + len(n.address)); err != nil {
			return err
		}
		r.names = append(r.names, n)
		return nil
	})
}

// settleNames keeps the names that stand for one cell or range of a sheet.
func (r *odsReader) settleNames() {
	sheets := make(map[string]string, len(r.book.Sheets))
	for _, s := range r.book.Sheets {
		sheets[strings.ToLower(s.Name)] = s.Name
	}
	for _, n := range r.names {
		sheet, rng, ok := odsRange(n.address)
		if name, known := sheets[strings.ToLower(sheet)]; ok && known {
			r.book.Names = append(r.book.Names, Name{Name: n.name, Sheet: name, Range: rng})
		}
	}
	r.names = nil
}

// odsSpace is one of the format's namespaces.
type odsSpace int

const (
	officeSpace odsSpace = iota
	tableSpace
	textSpace
	styleSpace
	foSpace
	svgSpace
	numberSpace
	calcextSpace
	odsSpaces
)

// odsPrefixes are the prefixes that every known program gives the namespaces.
var odsPrefixes = [odsSpaces]string{"office", "table", "text", "style", "fo", "svg", "number", "calcext"}

var odsNamespaces = map[string]odsSpace{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                     officeSpace,
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                      tableSpace,
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                       textSpace,
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                      styleSpace,
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":          foSpace,
	"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0":             svgSpace,
	"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0":                  numberSpace,
	"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": calcextSpace,
}

// odsPart is one XML part of the file. Elements are told by their local name;
// attributes by namespace as well, because some elements have two of one name.
type odsPart struct {
	*lexer
	prefixes    [odsSpaces]string
	styleReader *odsStyleReader
}

// newODSPart takes note of the prefixes that the root element, just started,
// gives the namespaces.
func newODSPart(x *lexer) *odsPart {
	p := &odsPart{lexer: x, prefixes: odsPrefixes}
	for _, a := range x.attrs {
		if string(a.prefix) != "xmlns" {
			continue
		}
		if space, ok := odsNamespaces[string(a.value)]; ok {
			p.prefixes[space] = string(a.local)
		}
	}
	return p
}

// in tells whether a prefix is that of a namespace.
func (p *odsPart) in(space odsSpace, prefix []byte) bool { return string(prefix) == p.prefixes[space] }

// attr is an attribute's value, still escaped.
func (p *odsPart) attr(space odsSpace, local string) (value []byte, ok bool) {
	for _, a := range p.attrs {
		if string(a.local) == local && p.in(space, a.prefix) {
			return a.value, true
		}
	}
	return nil, false
}

func (p *odsPart) attrString(space odsSpace, local string) string {
	v, _ := p.attr(space, local)
	return string(unescapeAttribute(v))
}

// skip passes over the rest of the element just started.
func (p *odsPart) skip() error { return p.leave(len(p.open)) }
