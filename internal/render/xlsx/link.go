package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Links are put into the parts as they are written: the library searches all links
// of a sheet for each new one, which takes the square of their number. It writes one
// in their place, and with it what a sheet with links needs.

// maxLinks is how many links of a sheet Excel opens; what is beyond stays a text.
const maxLinks = 65_530

// maxTarget is how long the path of a file may be for Excel to follow it.
const maxTarget = 2000

// placed is a link and the cell it stands in.
type placed struct {
	column string
	row    int
	to     link
}

// toName leads to a defined name of this workbook.
func toName(name string) link { return link{cell: name} }

// inFile leads to a cell of a file, by its path from the working folder: the
// workbook lies one folder below that. A file in an archive cannot be opened where
// it lies, so the archive is.
func inFile(file, sheet, cell string) link {
	if file == "" {
		return link{}
	}
	for i, part := range strings.Split(file, "/") {
		if rest := strings.Join(strings.Split(file, "/")[i+1:], "/"); rest != "" && isArchive(part) {
			return link{file: "../" + strings.TrimSuffix(file, "/"+rest)}
		}
	}
	if !slices.Contains([]string{".xlsx", ".xlsm", ".xls", ".xlsb"}, strings.ToLower(path.Ext(file))) {
		sheet, cell = "", ""
	}
	return link{file: "../" + file, sheet: sheet, cell: cell}
}

func isArchive(name string) bool {
	return slices.Contains([]string{".zip", ".rar", ".7z"}, strings.ToLower(path.Ext(name)))
}

// follows reports a link that a program can follow.
func (l link) follows() bool {
	const longest = 3 // bytes for one
	return l != link{} && (longest*len(l.file) <= maxTarget || len(l.target()) <= maxTarget)
}

// location is the place in the workbook or file; "" for the file as a whole.
func (l link) location() string {
	switch {
	case l.cell == "":
		return ""
	case l.sheet == "":
		return l.cell
	}
	return quotedSheet(l.sheet) + "!" + l.cell
}

// target is the path of a file as Excel writes it into a relation: letters of any
// language as they are, the rest of what a path may not hold by its bytes.
func (l link) target() string {
	var b strings.Builder
	for _, c := range []byte(l.file) {
		if c <= ' ' || c == 0x7f || strings.IndexByte("%\"<>#?[]`^{}|\\", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// reserve has the library write a link on a sheet where the links are to stand.
func (b *book) reserve(sheet string, links []placed) error {
	if len(links) == 0 {
		return nil
	}
	if i := slices.IndexFunc(links, func(p placed) bool { return p.to.file != "" }); i >= 0 { // it needs a relation too
		return b.f.SetCellHyperLink(sheet, "A1", links[i].to.target(), "External")
	}
	return b.f.SetCellHyperLink(sheet, "A1", links[0].to.location(), "Location")
}

// links are those of a sheet.
type links struct {
	all   []placed
	files []string          // that they lead to, by their paths
	ids   map[string]string // of the relations to those
}

func newLinks(all []placed) *links {
	l := &links{all: all, ids: map[string]string{}}
	for _, p := range all {
		if of := p.to.file; of != "" && l.ids[of] == "" {
			l.files = append(l.files, of)
			l.ids[of] = "link" + strconv.Itoa(len(l.files))
		}
	}
	return l
}

// appendTo appends the links as the sheet has them. first is the relation that the library
// wrote: it is that of the first file.
func (l *links) appendTo(b []byte, first string) []byte {
	if len(l.files) > 0 {
		l.ids[l.files[0]] = first
	}
	const usual = 100 // bytes
	b = append(slices.Grow(b, usual*(1+len(l.all))), "<hyperlinks>"...)
	for _, p := range l.all {
		b = append(append(b, `<hyperlink ref="`...), p.column...)
		b = append(strconv.AppendInt(b, int64(p.row), 10), '"')
		if of := p.to.file; of != "" {
			b = append(append(append(b, ` r:id="`...), l.ids[of]...), '"')
		}
		if at := p.to.location(); at != "" {
			b = append(appendEscaped(append(b, ` location="`...), at), '"')
		}
		b = append(b, "/>"...)
	}
	return append(b, "</hyperlinks>"...)
}

// relations are those to all files but the first.
func (l *links) relations() []byte {
	var b []byte
	for _, file := range l.files[min(1, len(l.files)):] {
		b = append(b, `<Relationship Id="`+l.ids[file]+`" Type="`+excelize.SourceRelationshipHyperLink+`" Target="`...)
		b = append(appendEscaped(b, link{file: file}.target()), `" TargetMode="External"/>`...)
	}
	return b
}

// addTo adds those relations to the part that has the first one.
func (l *links) addTo(part []byte) ([]byte, error) {
	return insert(part, l.relations(), "</Relationships>")
}

// insert puts something into a part before its end.
func insert(part, more []byte, end string) ([]byte, error) {
	before, after, ok := bytes.Cut(part, []byte(end))
	if !ok {
		return nil, errors.New("nothing found its place before " + end)
	}
	return slices.Concat(before, more, []byte(end), after), nil
}
