package pdf

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"strconv"

	"github.com/go-pdf/fpdf"

	"baocao/internal/document"
)

// painter puts frames into a file. This file alone knows the library, and of
// it only what adds a page, draws a line or a rectangle, and lets a page's own
// operators through: another library can be tried by writing another paint.
type painter struct {
	pdf    *fpdf.Fpdf
	faces  *faceSet
	inks   [len(faceSet{})]ink
	images []image.Image
	*structure

	out    []byte   // operators of the page in hand, for the library
	tag    int      // of the sequence that is open in them; -1 for none
	chosen struct { // in force on this page
		style document.Style
		size  float64
		track float64
	}
}

// ink is a face as far as a file uses it: its letters in the order of their first
// use, which are its glyphs from 1 on.
type ink struct {
	letters []rune
	glyphs  map[rune]uint16
}

// paint gives the bytes of a PDF file that shows the layout and carries files.
func paint(l *Layout, std standard, files []File) ([]byte, error) {
	set, err := faces()
	if err != nil {
		return nil, err
	}
	p := &painter{pdf: fpdf.New("P", "pt", "A4", ""), faces: set, structure: newStructure(l)}
	p.pdf.SetCompression(false) // what comes out is read again
	p.pdf.SetAutoPageBreak(false, 0)
	p.pdf.SetMargins(0, 0, 0)
	for _, page := range l.Pages {
		p.page(page)
	}
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	data, err := finish(out.Bytes(), l, p, std, files)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return data, nil
}

func (p *painter) page(page Page) {
	// The library wants the shorter side first and the other way round as an orientation.
	size := fpdf.SizeType{Wd: page.Width, Ht: page.Height}
	orientation := "P"
	if page.Width > page.Height {
		orientation, size = "L", fpdf.SizeType{Wd: page.Height, Ht: page.Width}
	}
	p.pdf.AddPageFormat(orientation, size)
	p.begin(page)
	p.chosen.size, p.chosen.track, p.tag = 0, 0, -1
	// All lines first: what is not read is one sequence then.
	for _, f := range page.Frames {
		switch f := f.(type) {
		case Line:
			p.mark(f.Tag)
			p.line(f)
		case Rect:
			p.mark(f.Tag)
			p.rect(f)
		case Picture:
			p.mark(f.Tag)
			p.image(f, page.Height)
		}
	}
	p.out = append(p.out, "0 g "...) // the ground of a rectangle is the colour of letters
	for _, f := range page.Frames {
		if t, ok := f.(Text); ok {
			p.mark(t.Tag)
			p.text(t, page.Height-t.Y)
		}
	}
	p.mark(-1)
	p.flush()
}

// flush hands the operators over.
func (p *painter) flush() {
	if len(p.out) > 0 {
		p.pdf.RawWriteStr(string(bytes.TrimRight(p.out, " ")))
		p.out = p.out[:0]
	}
}

// mark says what the operators behind it are a part of.
func (p *painter) mark(tag int) {
	if tag == p.tag {
		return
	}
	if p.tag >= 0 {
		p.out = append(p.out, "EMC "...)
	}
	p.tag = tag
	switch {
	case tag > 0:
		p.out = fmt.Appendf(p.out, "/%s<</MCID %d>>BDC ", p.tags[tag].Role, p.sequence(tag))
	case tag == 0:
		p.out = append(p.out, "/Artifact BMC "...)
	}
}

func (p *painter) text(t Text, y float64) {
	style := t.Style & (document.Bold | document.Italic)
	p.seen(t)
	p.out = append(p.out, "BT "...)
	if p.chosen.style != style || p.chosen.size != t.Size {
		p.out = append(strconv.AppendInt(append(p.out, "/F"...), int64(style), 10), ' ')
		p.out = appendLength(p.out, t.Size, " Tf ")
		p.chosen.style, p.chosen.size = style, t.Size
	}
	if p.chosen.track != t.Track {
		p.out = append(strconv.AppendFloat(p.out, t.Track, 'f', 3, 64), " Tc "...)
		p.chosen.track = t.Track
	}
	p.out = appendLength(p.out, t.X, " ")
	p.out = appendLength(p.out, y, " Td [<")
	ink, face := &p.inks[style], p.faces.of(style)
	// What a stretched space is wider by stands behind it: programs take a step
	// before it for another space.
	wider := strconv.FormatFloat(math.Round(-t.Space*1e4/t.Size)/10, 'f', -1, 64)
	put := func(r rune) {
		if g := ink.glyph(r, face); g > 0 {
			const hex = "0123456789ABCDEF"
			p.out = append(p.out, hex[g>>12], hex[g>>8&15], hex[g>>4&15], hex[g&15])
		}
	}
	for _, r := range t.Text {
		put(r)
		if r == ' ' && t.Space != 0 {
			p.out = append(append(append(p.out, '>'), wider...), '<')
		}
	}
	if t.Wraps {
		put(' ')
	}
	p.out = append(p.out, ">]TJ ET\n"...)
}

// glyph is the glyph of a letter in the file; 0 for one that the face lacks.
func (i *ink) glyph(r rune, f *face) uint16 {
	if g := i.glyphs[r]; g > 0 || !f.prints(r) {
		return g
	}
	if i.glyphs == nil {
		i.glyphs = map[rune]uint16{}
	}
	i.letters = append(i.letters, r)
	i.glyphs[r] = uint16(len(i.letters))
	return i.glyphs[r]
}

func (p *painter) line(l Line) {
	p.flush()
	p.pdf.SetLineWidth(l.Thickness)
	if l.Dash != 0 {
		p.pdf.SetDashPattern([]float64{l.Dash, l.Gap}, 0)
		defer p.pdf.SetDashPattern(nil, 0)
	}
	p.pdf.Line(l.X1, l.Y1, l.X2, l.Y2)
}

func (p *painter) rect(r Rect) {
	p.flush()
	p.pdf.SetLineWidth(r.Thickness)
	how := "D"
	if r.Shade > 0 {
		grey := 255 - int(r.Shade)
		p.pdf.SetFillColor(grey, grey, grey)
		how = "FD"
	}
	p.pdf.Rect(r.X, r.Y, r.Width, r.Height, how)
}
