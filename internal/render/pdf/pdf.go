// Package pdf sets a document on pages, in two steps. Set measures, breaks and
// places everything and gives pages of frames: text, lines and rectangles, each
// at its place. paint puts the frames into a file and decides nothing. The
// library that writes the file is known to paint.go alone; why it does not
// break lines or set tables stands in docs/architecture.md.
package pdf

import (
	"baocao/internal/diag"
	"baocao/internal/document"
)

// Render gives a document as the bytes of a PDF file, and the layout that they
// show. Problems name what has no room on the pages; the error is for the machine
// alone. The same document gives the same bytes.
func Render(d *document.Document) ([]byte, *Layout, []diag.Problem, error) {
	layout, problems, err := Set(d)
	if err != nil {
		return nil, nil, nil, err
	}
	data, err := Paint(layout)
	if err != nil {
		return nil, nil, nil, err
	}
	return data, layout, problems, nil
}

// Paint gives pages that are set as the bytes of a PDF file, which carries files. It
// keeps to PDF/A-3, level B.
func Paint(l *Layout, files ...File) ([]byte, error) { return paint(l, pdfA3, files) }
