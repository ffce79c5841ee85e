package pdf

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"baocao/fonts"
	"baocao/internal/document"
	"baocao/internal/viet"
)

// face is one of the four faces: what it can print, and how wide.
type face struct {
	name    string // in a file
	bold    bool
	data    []byte
	advance [lastLetter + 1]int16 // thousandths of the size; lacking where there is no glyph
	glyph   [lastLetter + 1]uint16
	*outlines
}

const (
	lastLetter = 0x2E17 // no sign above it is looked for
	lacking    = -1
)

// faceSet holds the faces by their style: Plain, Bold, Italic, Bold|Italic.
type faceSet [4]face

// faces reads the embedded faces when the first page is set, once per process.
// Nothing is written to them afterwards.
var faces = sync.OnceValues(func() (*faceSet, error) {
	var set faceSet
	for i, of := range [len(set)]struct {
		name string
		data []byte
	}{
		{"LiberationSerif", fonts.Regular}, {"LiberationSerif-Bold", fonts.Bold},
		{"LiberationSerif-Italic", fonts.Italic}, {"LiberationSerif-BoldItalic", fonts.BoldItalic},
	} {
		f := &set[i]
		f.name, f.bold, f.data = of.name, document.Style(i)&document.Bold != 0, of.data
		err := f.measureLetters()
		if err == nil {
			f.outlines, err = readOutlines(f.data)
		}
		if err != nil {
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
	// Not looked for is what needs more than its letters in a row: Hebrew runs to the left.
	blocks := [][2]rune{{0x20, 0x7E}, {0xA0, 0x52F}, {0x1D00, 0x2069}, {0x2070, 0x26FF}, {0x2C60, lastLetter}}
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
			f.glyph[r] = uint16(g)
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

// clean makes text fit to print: NFC, no invisible characters, letters of the faces in
// place of those that mean the same, and a mark in place of any other that the faces
// lack; these are remembered.
func (s *setter) clean(text string) string {
	// A no-break space keeps its neighbours together and its own width.
	parts := strings.Split(text, "\u00A0")
	for i, part := range parts {
		parts[i] = viet.Clean(part)
	}
	text = sameLetters.Replace(strings.Join(parts, "\u00A0"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || s.faces.of(document.Plain).prints(r):
			return r
		case unicode.Is(unicode.Zs, r): // a space of a width that the faces lack
			return ' '
		case unicode.In(r, unicode.Cf, unicode.Variation_Selector): // says how others are to be shown
			return -1
		}
		if !s.missing[r] {
			s.missing[r] = true
			s.missed = append(s.missed, r)
		}
		return '?'
	}, text)
}

// sameLetters are signs that programs put for others, which the faces have.
var sameLetters = strings.NewReplacer(
	"\u2011", "-", // the hyphen that Word keeps a word together with
	"℃", "°C", "℉", "°F", "㎡", "m²", "㎥", "m³", "㎞", "km", "㎏", "kg",
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
)

// bullets are the signs that head the items of lists, those of Word's two faces of
// signs among them, which copy as letters of no meaning.
const bullets = "•●▪◦○■◆►➢➤❖✓✔☑‣⁃\uF0A7\uF0B7\uF0D8\uF0FC\uF076"

// dashed gives the begin of a line the dash of a list in place of another sign for it.
func dashed(text string) string {
	rest := text
	for {
		r, n := utf8.DecodeRuneInString(rest)
		next, _ := utf8.DecodeRuneInString(rest[n:])
		if n == 0 || !strings.ContainsRune(bullets, r) || !unicode.IsSpace(next) && !unicode.IsLetter(next) {
			break
		}
		rest = strings.TrimLeft(rest[n:], " \u00A0")
	}
	if rest == text {
		return text
	}
	return "- " + rest
}
