// Package open reads spreadsheet files. What a file is, its content tells, not its
// name. A new format is a package with a reader and one line in the lists below.
package open

import (
	"bytes"
	"context"
	"path"
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/mishap"
	"baocao/internal/ooxml"
	"baocao/internal/workbook"
	"baocao/internal/workbook/docx"
	"baocao/internal/workbook/ods"
	"baocao/internal/workbook/ole"
	"baocao/internal/workbook/repair"
	"baocao/internal/workbook/text"
	"baocao/internal/workbook/webpage"
	"baocao/internal/workbook/xls"
	"baocao/internal/workbook/xlsb"
	"baocao/internal/workbook/xlsx"
	"baocao/internal/workbook/xml2003"
)

// Read reads one file; its name, file, stands in the problems' positions. Texts
// are repaired; those in doubt are warnings. The book is nil when the file could
// not be read, and then at least one problem is an error.
func Read(ctx context.Context, file string, data []byte, lim workbook.Limits) (*workbook.Book, []diag.Problem) {
	return readAs(ctx, file, data, lim, text.Read)
}

// Document is Read for a document of words: a plain text is running text, whose
// commas and tabs part nothing.
func Document(ctx context.Context, file string, data []byte, lim workbook.Limits) (*workbook.Book, []diag.Problem) {
	return readAs(ctx, file, data, lim, text.Lines)
}

// readerOfTexts reads what is nothing but text.
type readerOfTexts func(name string, data []byte, g *workbook.Guard) (*workbook.Book, error)

func readAs(ctx context.Context, file string, data []byte, lim workbook.Limits, texts readerOfTexts) (
	book *workbook.Book, problems []diag.Problem) {
	defer func() {
		// A panic in one file must not abort the run.
		if mishap.Caught(recover()) {
			book, problems = nil, []diag.Problem{diag.New("B132", diag.Position{File: file}, nil)}
		}
	}()
	g := workbook.NewGuard(ctx, lim)
	err := g.Use(len(data))
	if err == nil {
		f := newContent(file, data, g)
		f.texts = texts
		book, err = read(f)
	}
	if err == nil {
		for _, s := range book.Sheets {
			s.IndexMerges()
			s.IndexComments()
		}
		problems, err = repair.Book(file, book, g)
		book.Guard = g
	}
	if err != nil {
		return nil, []diag.Problem{workbook.Problem(file, err)}
	}
	return book, problems
}

// content is a file before anybody knows what it is.
type content struct {
	name  string // without folder and ending: of the one sheet that Excel shows of a text
	data  []byte
	head  []byte // the first bytes
	guard *workbook.Guard
	texts readerOfTexts

	// words are the first ones of a text, from the first letter on, in lower case.
	// Most files are none.
	words func() []byte
}

// inWords is how much of a text is looked at to tell what it is, in bytes.
const inWords = 1 << 16

func newContent(file string, data []byte, g *workbook.Guard) *content {
	name := path.Base(file)
	f := &content{name: strings.TrimSuffix(name, path.Ext(name)), data: data, head: data[:min(len(data), 4096)],
		guard: g}
	f.words = sync.OnceValue(func() []byte { return firstWords(data, g) })
	return f
}

func firstWords(data []byte, g *workbook.Guard) []byte {
	words := data[:min(len(data), inWords)]
	if text.IsUTF16(words) {
		if plain, _, err := text.Plain(words[:len(words)&^1], g); err == nil {
			words = []byte(plain)
		}
	}
	return bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(words, []byte("\xEF\xBB\xBF")), " \t\r\n"))
}

func read(f *content) (*workbook.Book, error) {
	for _, format := range formats {
		if format.is(f) {
			return format.read(f)
		}
	}
	return nil, workbook.Refuse("B117", nil)
}

const zipHeader = "PK\x03\x04"

// formats are the kinds of files, tried in this order.
var formats = []struct {
	is   func(*content) bool
	read func(*content) (*workbook.Book, error)
}{
	{func(f *content) bool { return len(f.data) == 0 }, refuse("B110")},
	{starts(zipHeader, "PK\x05\x06"), readZip},
	{func(f *content) bool {
		return strings.HasPrefix(zipHeader, string(f.head)) || strings.HasPrefix(ole.Header, string(f.head))
	}, refuse("B120")}, // cut short
	{starts(ole.Header), readOLE},
	{starts("\x09\x08\x10\x00\x00\x06", "\x09\x08\x08\x00\x00\x05"), readBareXLS},
	{starts("\x09\x00\x04\x00", "\x09\x02\x06\x00", "\x09\x04\x06\x00"), refuse("B112")}, // Excel 4.0 or older
	{starts("%PDF"), refuse("B115")},
	{starts("{\\rtf"), refuse("B116")}, // an old text document
	{starts("\x89PNG", "\xFF\xD8\xFF", "GIF8", "BM", "II*\x00", "MM\x00*"), refuse("B119")},
	{isMarkup, readMarkup},
	{isGoogleLink, refuse("B148")},
	{isJSON, refuse("B952")},
	{starts("\xFF\xFE", "\xFE\xFF"), readText},
	{starts("Rar!\x1A\x07", "7z\xBC\xAF\x27\x1C", "\x1F\x8B", "BZh"), refuse("B113")},
	{func(f *content) bool { return bytes.IndexByte(f.head, 0) >= 0 && text.IsUTF16(f.data) }, readText},
	{func(f *content) bool { return bytes.IndexByte(f.head, 0) >= 0 }, refuse("B117")},
	{says("mime-version:"), refuse("B118")}, // a page and its pictures in one letter
	// SYLK and DIF are tables in a notation of their own; read as text they would
	// give cells that nobody typed.
	{says("id;p", "table\n0,1", "table\r\n0,1"), refuse("B117")},
	{func(f *content) bool { return controls(f.head) > len(f.head)/20 }, refuse("B117")},
	{func(*content) bool { return true }, readText},
}

// starts tells files by their first bytes, says by their first words.
func starts(with ...string) func(*content) bool {
	return func(f *content) bool { return beginsWith(f.head, with) }
}

func says(words ...string) func(*content) bool {
	return func(f *content) bool { return beginsWith(f.words(), words) }
}

func beginsWith(data []byte, any []string) bool {
	return slices.ContainsFunc(any, func(s string) bool { return bytes.HasPrefix(data, []byte(s)) })
}

func refuse(code string) func(*content) (*workbook.Book, error) {
	return func(*content) (*workbook.Book, error) { return nil, workbook.Refuse(code, nil) }
}

func isZip(data []byte) bool { return beginsWith(data, []string{zipHeader, "PK\x05\x06"}) }

func readText(f *content) (*workbook.Book, error) { return f.texts(f.name, f.data, f.guard) }

// isGoogleLink tells what Google Drive puts into a folder in place of a spreadsheet:
// a few words of JSON with its address.
func isGoogleLink(f *content) bool {
	return says("{")(f) && len(f.data) <= len(f.head) && mentions(f.words(), `"doc_id"`, "docs.google.com/")
}

// isJSON tells data that programs write for programs: read as text they would be a table of
// commas. No table begins so.
func isJSON(f *content) bool {
	w := f.words()
	if len(w) == 0 || w[0] != '{' && w[0] != '[' {
		return false
	}
	within := bytes.TrimLeft(w[1:], " \t\r\n")
	return len(within) > 0 && (w[0] == '{' && within[0] == '"' || w[0] == '[' && within[0] == '{')
}

// isMarkup tells XML and web pages, which need not begin with <html>.
func isMarkup(f *content) bool {
	w := f.words()
	if len(w) < 2 || w[0] != '<' || w[1] != '!' && w[1] != '?' && (w[1] < 'a' || w[1] > 'z') {
		return false
	}
	return says("<html", "<!doctype html", "<?xml")(f) || mentions(w, "<table", "<tr", "<td", "<html", "<frameset",
		"<body", "<office:document", spreadsheetML)
}

// spreadsheetML is the namespace of XML Spreadsheet 2003.
const spreadsheetML = xml2003.Namespace

func mentions(words []byte, any ...string) bool {
	return slices.ContainsFunc(any, func(s string) bool { return bytes.Contains(words, []byte(s)) })
}

func readMarkup(f *content) (*workbook.Book, error) {
	switch root := rootOf(f.words()); {
	case mentions(f.words(), "<office:document"):
		return readFlatODS(f)
	case root == "workbook" && mentions(f.words(), spreadsheetML):
		return xml2003.Read(f.data, f.guard)
	case says("<?xml")(f) && !mentions(f.words(), "<html", "<table"):
		return nil, workbook.Refuse("B118", nil)
	}
	return webpage.Read(f.name, f.data, f.guard)
}

// rootOf is the name of the first element, without its prefix.
func rootOf(words []byte) string {
	for {
		at := bytes.IndexByte(words, '<')
		if at < 0 || at+1 == len(words) {
			return ""
		}
		if words = words[at+1:]; words[0] == '?' || words[0] == '!' {
			continue
		}
		name := string(words[:max(bytes.IndexAny(words, " \t\r\n/>"), 0)])
		return name[strings.IndexByte(name, ':')+1:]
	}
}

func readFlatODS(f *content) (*workbook.Book, error) { return ods.ReadFlat(f.data, f.guard) }

// readBareXLS reads what some programs write without a container.
func readBareXLS(f *content) (*workbook.Book, error) { return xls.Read("Workbook", f.data, f.guard) }

func readZip(f *content) (*workbook.Book, error) {
	a, err := ooxml.Open(f.data, f.guard)
	if err != nil {
		return nil, err
	}
	return readArchive(a)
}

// readArchive reads a workbook that is an archive of parts.
func readArchive(a *ooxml.Archive) (*workbook.Book, error) {
	switch {
	case a.Has(xlsb.Main):
		return xlsb.Read(a)
	case a.HasUnder("xl/"):
		return xlsx.Read(a)
	case a.HasUnder("word/"):
		return docx.Read(a)
	case ofApple(a):
		return nil, workbook.Refuse("B146", nil)
	}
	for _, d := range documents {
		if d.is(a) {
			return nil, workbook.Refuse("B147", diag.Args{"what": d.what})
		}
	}
	if isOpenDocument(a) {
		return ods.Read(a)
	}
	switch mainElement(a) {
	case "workbook":
		return xlsx.Read(a)
	case "document":
		return docx.Read(a)
	}
	return nil, workbook.Refuse("B117", nil)
}

// isOpenDocument: the part that says so may be missing from what other programs pack.
func isOpenDocument(a *ooxml.Archive) bool {
	kind, list, content := a.Has("mimetype"), a.Has(ods.Manifest), a.Has("content.xml")
	return kind && list || kind && content || list && content
}

// isDocument tells an archive that is one document from one of files.
func isDocument(a *ooxml.Archive) bool {
	return a.HasUnder("xl/") || a.HasUnder("word/") || a.Has(ooxml.ContentTypes) || a.Has("mimetype") ||
		isOpenDocument(a) || ofApple(a) ||
		slices.ContainsFunc(documents, func(d document) bool { return d.is(a) })
}

// ofApple tells documents of Numbers, Pages and Keynote: all that such an archive has
// may lie in one folder.
func ofApple(a *ooxml.Archive) bool {
	found := false
	folder := ""
	for i, f := range a.Files {
		name := ooxml.PartKey(f.Name)
		top, rest, deeper := strings.Cut(name, "/")
		if top == "__macosx" {
			continue
		}
		if isPackage(top) && deeper && (folder == "" || folder == top) {
			folder, name = top, rest
		} else if folder != "" && i > 0 {
			return false // several files
		}
		found = found || name == "index.zip" || strings.HasPrefix(name, "index/") && strings.HasSuffix(name, ".iwa")
	}
	return found
}

// isPackage tells the folders that a Mac shows as one document.
func isPackage(folder string) bool {
	return slices.Contains([]string{".numbers", ".pages", ".key"}, path.Ext(strings.ToLower(folder)))
}

// documents are archives that are no tables, and what they are.
var documents = []document{
	{func(a *ooxml.Archive) bool { return a.HasUnder("ppt/") },
		diag.Text{Vi: "bản trình chiếu PowerPoint (.pptx)", En: "a PowerPoint presentation (.pptx)"}},
	{func(a *ooxml.Archive) bool { return a.HasUnder("visio/") },
		diag.Text{Vi: "bản vẽ Visio (.vsdx)", En: "a Visio drawing (.vsdx)"}},
	{func(a *ooxml.Archive) bool { return a.Has("META-INF/container.xml") },
		diag.Text{Vi: "sách điện tử (.epub)", En: "an electronic book (.epub)"}},
	{func(a *ooxml.Archive) bool { return a.Has("META-INF/MANIFEST.MF") || a.Has("AndroidManifest.xml") },
		diag.Text{Vi: "chương trình cài đặt (.jar, .apk)", En: "a program (.jar, .apk)"}},
}

// document is a kind of archive.
type document struct {
	is   func(*ooxml.Archive) bool
	what diag.Text
}

// mainElement is what the part holds that the file names as its main one, wherever
// that lies: "workbook"; "" for none.
func mainElement(a *ooxml.Archive) string {
	rels, err := a.Relations("")
	if err != nil || rels.Part("officeDocument") == "" {
		return ""
	}
	part := rels.Part("officeDocument")
	data, err := a.Read(part)
	if err != nil {
		return ""
	}
	defer a.Guard.Release(len(data))
	x, err := ooxml.NewScanner(part, data, a.Guard)
	if err != nil {
		return ""
	}
	if _, err := x.Next(); err != nil {
		return ""
	}
	return string(x.Local)
}

// readOLE reads a compound file: a workbook of Excel 5.0 to 2003, or the envelope
// of a newer one that is encrypted.
func readOLE(f *content) (*workbook.Book, error) {
	c, err := ole.Open(f.data, f.guard)
	if err != nil {
		return nil, err
	}
	switch {
	case c.Has("EncryptedPackage") && c.Has("EncryptionInfo"):
		return readProtected(f, c)
	case c.Has("EncryptedPackage"), c.Has("\tDRMContent"):
		return nil, workbook.Refuse("B111", nil)
	case c.Has("WordDocument"):
		return nil, workbook.Refuse("B116", nil)
	}
	for _, part := range xls.Parts {
		if c.Has(part) {
			stream, err := c.Stream(part)
			if err != nil {
				return nil, err
			}
			return xls.Read(part, stream, f.guard)
		}
	}
	return nil, workbook.Refuse("B117", nil)
}

// controls counts the control characters that no text has.
func controls(s []byte) (n int) {
	for _, c := range s {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' {
			n++
		}
	}
	return n
}
