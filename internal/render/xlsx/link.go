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

	"baocao/internal/ooxml"
)

// Links are put into the parts as they are written: the library searches all links
// of a sheet for each new one, which takes the square of their number. It writes one
// in their place, and with it what a sheet with links needs.

// maxLinks is how many links of a sheet Excel opens; what is beyond stays a text.
const maxLinks = 65_530

// maxTarget is how long the path of a file may be for Excel to follow it.
const maxTarget = 2000

// toName leads to a defined name of this workbook.
func toName(name string) link { return link{cell: name} }

// inFile leads to a cell of a file, by its path from the working folder: the
// workbook lies one folder below that. A file in an archive cannot be opened where
// it lies, so the archive is.
func inFile(file, sheet, cell string) link { return inFolder("..", file, sheet, cell) }

// inFolder leads to a cell of a file of a working folder, which is named by its path from
// where the workbook lies.
func inFolder(folder, file, sheet, cell string) link {
	if file == "" || folder == "" {
		return link{}
	}
	for i, c := range file {
		if c == '/' && isArchive(file[:i]) {
			return link{file: folder + "/" + file[:i]}
		}
	}
	if !slices.Contains([]string{".xlsx", ".xlsm", ".xls", ".xlsb"}, strings.ToLower(path.Ext(file))) {
		sheet, cell = "", ""
	}
	return link{file: folder + "/" + file, sheet: sheet, cell: cell}
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
func (b *book) reserve(sheet string, links *links) error {
	switch {
	case links.count == 0:
		return nil
	case len(links.files) > 0: // it needs a relation too
		return b.f.SetCellHyperLink(sheet, "A1", link{file: links.files[0]}.target(), "External")
	}
	return b.f.SetCellHyperLink(sheet, "A1", links.first.location(), "Location")
}

// links are those of a sheet, as its part has them.
type links struct {
	count   int
	first   link
	written ooxml.Content
	one     []byte            // the last one
	files   []string          // that they lead to, by their paths
	ids     map[string]string // of the relations to those

	sheet, quoted string // that the last one leads to, and how it is written
	relation      string // that the library wrote for the first file
}

// add adds the link of a cell.
func (l *links) add(column string, row int, to link) {
	if l.count == 0 {
		l.first, l.ids = to, map[string]string{}
	}
	l.count++
	b := append(append(l.one[:0], `<hyperlink ref="`...), column...)
	b = append(strconv.AppendInt(b, int64(row), 10), '"')
	if of := to.file; of != "" {
		id, has := l.ids[of]
		if !has {
			l.files = append(l.files, of)
			id = "link" + strconv.Itoa(len(l.files))
			l.ids[of] = id
		}
		b = append(append(append(b, ` r:id="`...), id...), '"')
	}
	if to.cell != "" {
		b = append(b, ` location="`...)
		if to.sheet != "" {
			if l.sheet != to.sheet {
				l.sheet, l.quoted = to.sheet, string(appendEscaped(nil, quotedSheet(to.sheet)))
			}
			b = append(append(b, l.quoted...), '!')
		}
		b = append(appendEscaped(b, to.cell), '"')
	}
	l.one = append(b, "/>"...)
	_, _ = l.written.Write(l.one) // which never fails
}

// relations are those to all files but the first.
func (l *links) relations() []byte {
	var b []byte
	for _, file := range l.files[1:] {
		b = append(b, `<Relationship Id="`+l.ids[file]+`" Type="`+excelize.SourceRelationshipHyperLink+`" Target="`...)
		b = append(appendEscaped(b, link{file: file}.target()), `" TargetMode="External"/>`...)
	}
	return b
}

// addTo adds those relations to the part that has the first one, by which the links know it.
func (l *links) addTo(part []byte) ([]byte, error) {
	own, first := []byte(` Id="`+l.relation+`"`), []byte(` Id="`+l.ids[l.files[0]]+`"`)
	if bytes.Count(part, own) != 1 {
		return nil, errors.New("the relation to a sheet's first file was not found")
	}
	return insert(bytes.Replace(part, own, first, 1), l.relations(), "</Relationships>")
}

// insert puts something into a part before its end.
func insert(part, more []byte, end string) ([]byte, error) {
	before, after, ok := bytes.Cut(part, []byte(end))
	if !ok {
		return nil, errors.New("nothing found its place before " + end)
	}
	return slices.Concat(before, more, []byte(end), after), nil
}
