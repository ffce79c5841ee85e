package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"baocao/internal/document"
)

// The guide can be made, with all its pictures, and is the same each time.
func TestTheGuideIsMade(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 12, 20, 16, 0, 0, 0, time.UTC)
	first, err := guide("../..", at)
	if err != nil {
		t.Fatal(err)
	}
	again, err := guide("../..", at)
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("another one the second time, %v", err)
	}
	for _, part := range []string{"%PDF-1.7", "/Subtype/Image"} {
		if !bytes.Contains(first, []byte(part)) {
			t.Errorf("no %s in it", part)
		}
	}
}

// What the guide is made of: pictures with their words, what is typed in italics, no gaps of a report.
func TestAGuideBecomesADocument(t *testing.T) {
	t.Parallel()
	d, err := pages("../..", "# Hướng dẫn sử dụng: chương trình\n\nGõ `baocao check` rồi:\n\n## Trang\n\n"+
		"![Trang làm việc](docs/huong-dan/bat-dau.png)\n*Hình 1.*\n\n| a | b |\n|---|---|\n| `x` | y |\n")
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "chương trình" || len(d.Body) != 4 {
		t.Fatalf("%q, %d blocks", d.Title, len(d.Body))
	}
	if p := d.Body[0].(document.Paragraph); p.Runs[1] != (document.Run{Text: "baocao check", Style: document.Italic}) {
		t.Errorf("%+v", p)
	}
	if h := d.Body[1].(document.Heading); h.Level != 1 {
		t.Errorf("%+v", h)
	}
	picture := d.Body[2].(document.Picture)
	if picture.Says != "Trang làm việc" || picture.Runs[0] != (document.Run{Text: "Hình 1.", Style: document.Italic}) ||
		picture.Image.Bounds().Dx() < 100 {
		t.Errorf("%q %+v", picture.Says, picture.Runs)
	}
	if c := d.Body[3].(document.Table).Rows[0].Cells[0]; c.Runs[0].Style != document.Italic {
		t.Errorf("%+v", c)
	}
	if _, err := pages("../..", "# A: B\n\n![không có](docs/huong-dan/khong-co.png)\n"); err == nil ||
		!strings.Contains(err.Error(), "khong-co.png") {
		t.Errorf("a picture that is not there: %v", err)
	}
}
