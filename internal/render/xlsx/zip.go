// Package xlsx writes the workbooks of the office: blank forms, the annex and
// the workbook of figures. It is the only importer of excelize's writing side.
package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
)

// epoch stands in the document properties unless the caller has set a date.
const epoch = "2000-01-01T00:00:00Z"

// libraryDate is what a new excelize file claims as its date.
const libraryDate = "2006-09-16T00:00:00Z"

// save writes a workbook so that the same content gives the same bytes: the
// library writes parts and content types in map order and stamps its own name.
func save(f *excelize.File) ([]byte, error) {
	props, err := f.GetDocProps()
	if err != nil {
		return nil, fmt.Errorf("xlsx: document properties: %w", err)
	}
	props.Creator, props.LastModifiedBy = "baocao", "baocao"
	if props.Created == "" || props.Created == libraryDate {
		props.Created = epoch
	}
	if props.Modified == "" || props.Modified == libraryDate {
		props.Modified = props.Created
	}
	if err := f.SetDocProps(props); err != nil {
		return nil, fmt.Errorf("xlsx: document properties: %w", err)
	}
	if err := f.SetAppProps(&excelize.AppProperties{Application: "Microsoft Excel"}); err != nil {
		return nil, fmt.Errorf("xlsx: document properties: %w", err)
	}
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &canonicalZip{w: w} })
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("xlsx: write: %w", err)
	}
	return out.Bytes(), nil
}

// canonicalZip collects the parts of a workbook and writes them in one order.
type canonicalZip struct {
	w     io.Writer
	parts []*part
}

type part struct {
	name string
	bytes.Buffer
}

// Create starts a part.
func (z *canonicalZip) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	z.parts = append(z.parts, p)
	return p, nil
}

// AddFS is part of the library's interface; no workbook here has files.
func (z *canonicalZip) AddFS(fs.FS) error { return fmt.Errorf("xlsx: no file system expected") }

// Close writes everything.
func (z *canonicalZip) Close() error {
	rank := func(name string) int { return slices.Index([]string{"_rels/.rels", "[Content_Types].xml"}, name) }
	slices.SortFunc(z.parts, func(a, b *part) int {
		return cmp.Or(-cmp.Compare(rank(a.name), rank(b.name)), cmp.Compare(a.name, b.name))
	})
	out := zip.NewWriter(z.w)
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 6) })
	for _, p := range z.parts {
		data := p.Bytes()
		if p.name == "[Content_Types].xml" {
			data = sortContentTypes(data)
		}
		w, err := out.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	return out.Close()
}

var contentType = regexp.MustCompile(`<(?:Default|Override)\b[^>]*?(?:/>|></(?:Default|Override)>)`)

// sortContentTypes sorts the elements of [Content_Types].xml; <Default> sorts
// before <Override>, as Excel writes them.
func sortContentTypes(data []byte) []byte {
	sorted := contentType.FindAll(data, -1)
	slices.SortFunc(sorted, bytes.Compare)
	i := 0
	return contentType.ReplaceAllFunc(data, func([]byte) []byte { i++; return sorted[i-1] })
}
