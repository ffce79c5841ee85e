package pdf

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"baocao/fonts"
	"baocao/internal/document"
	"baocao/internal/viet"
)

// face is one of the four faces: what it can print, and how wide.
type face struct {
	data    []byte
	advance [lastLetter + 1]int16 // thousandths of the size; lacking where there is no glyph
}

const (
	lastLetter = 0x2300 // no sign above it is looked for
	lacking    = -1
)

// faceSet holds the faces by their style: Plain, Bold, Italic, Bold|Italic.
type faceSet [4]face

// faces reads the embedded faces when the first page is set, once per process.
// Nothing is written to them afterwards.
var faces = sync.OnceValues(func() (*faceSet, error) {
	var set faceSet
	for i, data := range [...][]byte{fonts.Regular, fonts.Bold, fonts.Italic, fonts.BoldItalic} {
		set[i].data = data
		if err := set[i].measureLetters(); err != nil {
			return nil, fmt.Errorf("pdf: embedded face %d: %w", i, err)
		}
	}
	return &set, nil
})

// measureLetters fills advance, rounded to thousandths as widths in a PDF file
// are, so that what is measured here is what a reader shows.
func (f *face) measureLetters() error {
	parsed, err := sfnt.Parse(f.data)
	if err != nil {
		return err
	}
	for i := range f.advance {
		f.advance[i] = lacking
	}
	upm := int(parsed.UnitsPerEm())
	var buf sfnt.Buffer
	blocks := [][2]rune{{0x20, 0x7E}, {0xA0, 0x24F}, {0x300, 0x36F}, {0x1E00, 0x1EFF}, {0x2000, lastLetter}}
	for _, block := range blocks {
		for r := block[0]; r <= block[1]; r++ {
			g, err := parsed.GlyphIndex(&buf, r)
			if err != nil || g == 0 {
				continue
			}
			width, err := parsed.GlyphAdvance(&buf, g, fixed.I(upm), font.HintingNone)
			if err != nil {
				continue
			}
			f.advance[r] = int16((width.Round()*1000 + upm/2) / upm)
		}
	}
	return nil
}

func (s *faceSet) of(style document.Style) *face { return &s[style&(document.Bold|document.Italic)] }

func (f *face) prints(r rune) bool { return r >= 0 && r <= lastLetter && f.advance[r] != lacking }

// measure gives the width of text in points.
func (f *face) measure(text string, size float64) float64 {
	w := 0
	for _, r := range text {
		if f.prints(r) {
			w += int(f.advance[r])
		}
	}
	return float64(w) * size / 1000
}

// clean makes text fit to print: NFC, no invisible characters, and a mark in
// place of what the faces have no letter for, which is reported once each.
func (s *setter) clean(text string) string {
	// A no-break space keeps its neighbours together and its own width.
	parts := strings.Split(text, "\u00A0")
	for i, part := range parts {
		parts[i] = viet.Clean(part)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || s.faces.of(document.Plain).prints(r):
			return r
		case unicode.Is(unicode.Zs, r): // a space of a width that the faces lack
			return ' '
		}
		if !s.missing[r] {
			s.missing[r] = true
			s.missed = append(s.missed, r)
		}
		return '?'
	}, strings.Join(parts, "\u00A0"))
}
