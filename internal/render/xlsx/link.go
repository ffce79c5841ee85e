package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
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
	ref string
	to  link
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
func (l link) follows() bool { return l != link{} && len(l.target()) <= maxTarget }

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
func (b *book) reserve(s *sheet) error {
	var first link
	for r := range s.all() {
		for _, c := range r.cells {
			switch {
			case !c.link.follows():
			case c.link.file != "": // it needs a relation too
				return b.f.SetCellHyperLink(s.name, "A1", c.link.target(), "External")
			case first == link{}:
				first = c.link
			}
			if s.more.inside && first != (link{}) {
				return b.f.SetCellHyperLink(s.name, "A1", first.location(), "Location")
			}
		}
	}
	if first == (link{}) {
		return nil
	}
	return b.f.SetCellHyperLink(s.name, "A1", first.location(), "Location")
}

// linkWriter puts links into the parts of a workbook as the library writes them.
type linkWriter struct {
	excelize.ZipWriter
	parts map[string]splice
	open  *splice
}

// withLinks has the links of each sheet, from 0, written.
func withLinks(links map[int][]placed, z excelize.ZipWriter) excelize.ZipWriter {
	w := &linkWriter{ZipWriter: z, parts: map[string]splice{}}
	for i, all := range links {
		ids, targets := map[string]string{}, []string{}
		for _, p := range all {
			if t := p.to.target(); t != "" && ids[t] == "" {
				targets = append(targets, t)
				ids[t] = fmt.Sprintf("link%d", len(targets))
			}
		}
		w.parts[worksheetPart(i)] = splice{from: "<hyperlinks>", upTo: "</hyperlinks>",
			with: func(old []byte) []byte { return hyperlinks(all, ids, targets, old) }}
		if len(targets) > 1 {
			w.parts[fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1)] = splice{from: "</Relationships>",
				with: func(old []byte) []byte { return append(relations(targets[1:], ids), old...) }}
		}
	}
	return w
}

// hyperlinks are the links of a sheet. old is the one that the library wrote: its
// relation is that of the first file.
func hyperlinks(all []placed, ids map[string]string, targets []string, old []byte) []byte {
	var b bytes.Buffer
	b.WriteString("<hyperlinks>")
	for _, p := range all {
		b.WriteString(`<hyperlink ref="` + p.ref + `"`)
		if t := p.to.target(); t != "" {
			id := ids[t]
			if t == targets[0] {
				_, after, _ := bytes.Cut(old, []byte(`id="`))
				first, _, _ := bytes.Cut(after, []byte(`"`))
				id = string(first)
			}
			b.WriteString(` r:id="` + id + `"`)
		}
		if at := p.to.location(); at != "" {
			b.WriteString(` location="`)
			_ = xml.EscapeText(&b, []byte(at)) // a buffer takes everything
			b.WriteByte('"')
		}
		b.WriteString("/>")
	}
	b.WriteString("</hyperlinks>")
	return b.Bytes()
}

func relations(targets []string, ids map[string]string) []byte {
	var b bytes.Buffer
	for _, t := range targets {
		b.WriteString(`<Relationship Id="` + ids[t] + `" Type="` + excelize.SourceRelationshipHyperLink + `" Target="`)
		_ = xml.EscapeText(&b, []byte(t))
		b.WriteString(`" TargetMode="External"/>`)
	}
	return b.Bytes()
}

func (w *linkWriter) Create(name string) (io.Writer, error) {
	if err := w.finish(); err != nil {
		return nil, err
	}
	part, err := w.ZipWriter.Create(name)
	s, has := w.parts[name]
	if err != nil || !has {
		return part, err
	}
	s.w, w.open = part, &s
	return w.open, nil
}

func (w *linkWriter) Close() error {
	if err := w.finish(); err != nil {
		return err
	}
	return w.ZipWriter.Close()
}

func (w *linkWriter) finish() error {
	if w.open != nil && !w.open.done {
		return errors.New("xlsx: a sheet's links found no place")
	}
	w.open = nil
	return nil
}

// splice writes a part on, with what stands from one text up to another (or the one
// text alone) replaced once.
type splice struct {
	from, upTo string
	with       func(old []byte) []byte

	w    io.Writer
	held []byte // what may be the begin of from, or stands after it
	done bool
}

func (s *splice) Write(p []byte) (int, error) {
	if s.done {
		return s.w.Write(p)
	}
	n := len(p)
	if len(s.held) > 0 {
		p = append(s.held, p...)
	}
	start := bytes.Index(p, []byte(s.from))
	if start < 0 {
		keep := min(len(s.from)-1, len(p))
		s.held = bytes.Clone(p[len(p)-keep:])
		_, err := s.w.Write(p[:len(p)-keep])
		return n, err
	}
	end := start + len(s.from)
	after := bytes.Index(p[end:], []byte(s.upTo))
	if after < 0 {
		s.held = bytes.Clone(p[start:])
		_, err := s.w.Write(p[:start])
		return n, err
	}
	end += after + len(s.upTo)
	s.done, s.held = true, nil
	for _, part := range [][]byte{p[:start], s.with(p[start:end]), p[end:]} {
		if _, err := s.w.Write(part); err != nil {
			return 0, err
		}
	}
	return n, nil
}
