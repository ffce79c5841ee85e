package ooxml

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// ContentTypes is the part that says of every other what it is.
const ContentTypes = "[Content_Types].xml"

// Head begins every part that is written.
const Head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Writer takes the parts of a new file as they come and writes them in one order,
// so that the same content gives the same bytes. The library that makes the parts
// writes them, and the content types, in the order of a map. A part ends where the
// next begins.
type Writer struct {
	w     io.Writer
	parts []*part
	types *bytes.Buffer // sorted before they are packed
}

// part is a part with its name.
type part struct {
	name string
	Content
}

// NewWriter writes to w when it is closed.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Create starts a part.
func (z *Writer) Create(name string) (io.Writer, error) {
	if name == ContentTypes {
		z.types = new(bytes.Buffer)
		return z.types, nil
	}
	return z.Part(name), nil
}

// Part starts a part whose content may be packed already.
func (z *Writer) Part(name string) *Content {
	if n := len(z.parts); n > 0 {
		z.parts[n-1].pack()
	}
	p := &part{name: name}
	z.parts = append(z.parts, p)
	return &p.Content
}

// AddFS is part of the library's interface; no workbook here has files.
func (z *Writer) AddFS(fs.FS) error { return errors.New("ooxml: no file system expected") }

// Close writes everything.
func (z *Writer) Close() error {
	if z.types != nil {
		if _, err := z.Part(ContentTypes).Write(sortContentTypes(z.types.Bytes())); err != nil {
			return err
		}
	}
	rank := func(name string) int { return slices.Index([]string{"_rels/.rels", ContentTypes}, name) }
	slices.SortFunc(z.parts, func(a, b *part) int {
		return cmp.Or(-cmp.Compare(rank(a.name), rank(b.name)), cmp.Compare(a.name, b.name))
	})
	out := zip.NewWriter(z.w)
	for _, p := range z.parts {
		if err := p.writeTo(out, header(p.name, 2000)); err != nil {
			return err
		}
	}
	return out.Close()
}

// pack writes a part that dates from the first day of a year.
func pack(w *zip.Writer, name string, data []byte, year int) error {
	var c Content
	if _, err := c.Write(data); err != nil {
		return err
	}
	return c.writeTo(w, header(name, year))
}

// header is that of a part that dates from the first day of a year.
func header(name string, year int) *zip.FileHeader {
	const inUTF8, version = 1 << 11, 20
	h := &zip.FileHeader{Name: name, ReaderVersion: version}
	//lint:ignore SA1019 what goes in raw has this date and no other
	h.ModifiedDate = uint16((year-1980)<<9 | 1<<5 | 1)
	if strings.IndexFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		h.Flags = inUTF8
	}
	return h
}

var contentType = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<(?:Default|Override)\b[^>]*?(?:/>|></(?:Default|Override)>)`)
})

// sortContentTypes sorts the elements of [Content_Types].xml; <Default> sorts
// before <Override>, as Excel writes them.
func sortContentTypes(data []byte) []byte {
	sorted := contentType().FindAll(data, -1)
	slices.SortFunc(sorted, bytes.Compare)
	i := 0
	return contentType().ReplaceAllFunc(data, func([]byte) []byte { i++; return sorted[i-1] })
}

// Part is a part that is written.
type Part struct {
	Name string
	Data []byte
}

// Rewrite is the archive with some parts changed and others added behind them.
// The rest stays as it came: order, names, dates and compressed bytes. changed
// has the new content by key.
func (a *Archive) Rewrite(changed map[string][]byte, added []Part) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range a.Files {
		if err := a.Guard.Check(); err != nil {
			return nil, err
		}
		data, is := changed[PartKey(f.Name)]
		var err error
		if is {
			err = pack(w, f.Name, data, 1980)
		} else {
			err = copyRaw(w, f)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	for _, p := range added {
		if err := pack(w, p.Name, p.Data, 1980); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
	}
	if err := w.SetComment(a.comment); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

func copyRaw(w *zip.Writer, f *zip.File) error {
	header := f.FileHeader
	header.Extra = withoutZip64(header.Extra)
	to, err := w.CreateRaw(&header)
	if err != nil {
		return err
	}
	from, err := f.OpenRaw()
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}

// withoutZip64 leaves out the field with long sizes, which some programs write
// for short parts too: the writer makes its own where one is needed.
func withoutZip64(extra []byte) []byte {
	var kept []byte
	for len(extra) >= 4 {
		n := 4 + int(binary.LittleEndian.Uint16(extra[2:]))
		if n > len(extra) {
			break
		}
		if binary.LittleEndian.Uint16(extra) != 1 {
			kept = append(kept, extra[:n]...)
		}
		extra = extra[n:]
	}
	return kept
}
