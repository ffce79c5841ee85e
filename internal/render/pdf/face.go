package pdf

import (
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"baocao/fonts"
	"baocao/internal/document"
	"baocao/internal/viet"
)

// face is one of the four faces: what it can print, and how wide.
type face struct {
	name  string // fpdf's style letters
	data  []byte
	width map[rune]float64 // advance in thousandths of the size, rounded as fpdf rounds it
}

// faces measures the embedded faces once per process; the tables are read-only.
var faces = sync.OnceValues(func() ([4]*face, error) {
	var out [4]*face
	for i, f := range []face{
		{name: "", data: fonts.Regular}, {name: "B", data: fonts.Bold},
		{name: "I", data: fonts.Italic}, {name: "BI", data: fonts.BoldItalic},
	} {
		parsed, err := sfnt.Parse(f.data)
		if err != nil {
			return out, err
		}
		upm := int(parsed.UnitsPerEm())
		f.width = map[rune]float64{}
		var buf sfnt.Buffer
		for _, block := range [][2]rune{{0x20, 0x7E}, {0xA0, 0x24F}, {0x300, 0x36F}, {0x1E00, 0x1EFF}, {0x2000, 0x2300}} {
			for r := block[0]; r <= block[1]; r++ {
				g, err := parsed.GlyphIndex(&buf, r)
				if err != nil || g == 0 {
					continue
				}
				advance, err := parsed.GlyphAdvance(&buf, g, fixed.I(upm), font.HintingNone)
				if err != nil {
					continue
				}
				f.width[r] = float64((advance.Round()*1000 + upm/2) / upm)
			}
		}
		out[i] = &f
	}
	return out, nil
})

func (s *setter) face(style document.Style) *face {
	i := 0
	if style&document.Bold != 0 {
		i |= 1
	}
	if style&document.Italic != 0 {
		i |= 2
	}
	return s.faces[i]
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
		if r == '\n' {
			return r
		}
		if _, ok := s.faces[0].width[r]; ok {
			return r
		}
		if !s.missing[r] {
			s.missing[r] = true
			s.missed = append(s.missed, r)
		}
		return '?'
	}, strings.Join(parts, "\u00A0"))
}

// width of text in millimetres.
func (f *face) measure(text string, size float64) float64 {
	w := 0.0
	for _, r := range text {
		w += f.width[r]
	}
	return w * size / 1000 * mmPerPoint
}
