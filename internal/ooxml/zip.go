package ooxml

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"sync"
	"time"
)

// ContentTypes is the part that says of every other what it is.
const ContentTypes = "[Content_Types].xml"

// Head begins every part that is written.
const Head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Writer takes the parts of a new file as they come and writes them in one order,
// so that the same content gives the same bytes. The library that makes the parts
// writes them, and the content types, in the order of a map. A part ends where the
// next begins; what is held of it is its compressed bytes.
type Writer struct {
	w     io.Writer
	taken bytes.Buffer // an archive of the parts as they came
	parts *zip.Writer
	types *bytes.Buffer // sorted before they are packed
}

// NewWriter writes to w when it is closed.
func NewWriter(w io.Writer) *Writer {
	z := &Writer{w: w}
	z.parts = newPacker(&z.taken)
	return z
}

// newPacker begins an archive whose parts are packed by one packer, one after another: a
// new one takes a megabyte.
func newPacker(w io.Writer) *zip.Writer {
	parts := zip.NewWriter(w)
	var packer *flate.Writer
	parts.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		if packer != nil {
			packer.Reset(w)
			return packer, nil
		}
		var err error
		packer, err = flate.NewWriter(w, 6)
		return packer, err
	})
	return parts
}

// Create starts a part.
func (z *Writer) Create(name string) (io.Writer, error) {
	if name == ContentTypes {
		z.types = new(bytes.Buffer)
		return z.types, nil
	}
	return begin(z.parts, name, 2000)
}

// AddFS is part of the library's interface; no workbook here has files.
func (z *Writer) AddFS(fs.FS) error { return errors.New("ooxml: no file system expected") }

// Close writes everything.
func (z *Writer) Close() error {
	if z.types != nil {
		if err := pack(z.parts, ContentTypes, sortContentTypes(z.types.Bytes()), 2000); err != nil {
			return err
		}
	}
	if err := z.parts.Close(); err != nil {
		return err
	}
	taken, err := zip.NewReader(bytes.NewReader(z.taken.Bytes()), int64(z.taken.Len()))
	if err != nil {
		return err
	}
	rank := func(name string) int { return slices.Index([]string{"_rels/.rels", ContentTypes}, name) }
	slices.SortFunc(taken.File, func(a, b *zip.File) int {
		return cmp.Or(-cmp.Compare(rank(a.Name), rank(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	out := zip.NewWriter(z.w)
	for _, f := range taken.File {
		if err := copyRaw(out, f); err != nil {
			return err
		}
	}
	return out.Close()
}

// pack writes a part that dates from the first day of a year.
func pack(w *zip.Writer, name string, data []byte, year int) error {
	f, err := begin(w, name, year)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}

func begin(w *zip.Writer, name string, year int) (io.Writer, error) {
	day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	return w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: day})
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
