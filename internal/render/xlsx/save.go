// Package xlsx writes the workbooks of the office: blank forms, the annex and
// the workbook of figures. It is the only importer of excelize's writing side.
package xlsx

import (
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"baocao/internal/ooxml"
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
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return ooxml.NewWriter(w) })
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("xlsx: write: %w", err)
	}
	return out.Bytes(), nil
}
