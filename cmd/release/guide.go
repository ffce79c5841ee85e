package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"time"

	"baocao/internal/compose"
	"baocao/internal/document"
	"baocao/internal/render/pdf"
)

// The guide for an office's staff: its text, whose first line is "# KIND: TITLE", and what it is in the
// archives.
const guideFile, guideName = "HUONG-DAN.md", "HUONG-DAN.pdf"

// guide makes the guide as a PDF, by the renderer of the reports.
func guide(root string, at time.Time) ([]byte, error) {
	text, err := os.ReadFile(filepath.Join(root, guideFile))
	if err != nil {
		return nil, err
	}
	d, err := pages(root, string(text))
	if err != nil {
		return nil, err
	}
	d.Created = at
	data, set, problems, err := pdf.Render(d)
	switch {
	case err != nil:
		return nil, err
	case len(problems) > 0:
		return nil, fmt.Errorf("%s: %v", guideFile, problems)
	case len(set.Missing) > 0:
		return nil, fmt.Errorf("%s: the faces lack %q", guideFile, string(set.Missing))
	}
	return data, nil
}

// pages is the guide as a document.
func pages(root, text string) (*document.Document, error) {
	first, rest, _ := strings.Cut(strings.TrimPrefix(text, "# "), "\n")
	kind, title, ok := strings.Cut(first, ": ")
	if !ok {
		return nil, fmt.Errorf("%s has no title", guideFile)
	}
	body, err := compose.Pages(rest, func(name string) (image.Image, error) {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		return png.Decode(bytes.NewReader(data))
	})
	if err != nil {
		return nil, err
	}
	for i, b := range body {
		body[i] = typed(b)
	}
	return &document.Document{Profile: "nha-nuoc-nd30", Unissued: true, Kind: kind, Title: title, Body: body}, nil
}

// typed is a block in which what is typed, `so`, stands in italics: in reports such runs are gaps.
func typed(b document.Block) document.Block {
	mend := func(runs []document.Run) {
		for i := range runs {
			if runs[i].Style&document.Gap != 0 {
				runs[i].Style = runs[i].Style&^document.Gap | document.Italic
			}
		}
	}
	switch b := b.(type) {
	case document.Heading:
		mend(b.Runs)
		b.Level-- // the first level is the title
		return b
	case document.Paragraph:
		mend(b.Runs)
	case document.Item:
		mend(b.Runs)
	case document.Table:
		for _, row := range b.Rows {
			for _, c := range row.Cells {
				mend(c.Runs)
			}
		}
	}
	return b
}
