package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/go-pdf/fpdf"

	"baocao/internal/document"
)

// painter puts frames into a file. This file alone knows the library, and of
// it only what adds a page, chooses a face, and puts text, a line or a
// rectangle where it is told to: another library can be tried by writing
// another paint.
type painter struct {
	pdf    *fpdf.Fpdf
	faces  *faceSet
	added  [len(faceSet{})]bool
	chosen struct { // in force on this page
		style document.Style
		size  float64
		track float64
	}
}

// family is the name of the faces inside the file.
const family = "serif"

// paint gives the bytes of a PDF file that shows the layout.
func paint(l *Layout) ([]byte, error) {
	set, err := faces()
	if err != nil {
		return nil, err
	}
	p := &painter{pdf: fpdf.New("P", "pt", "A4", ""), faces: set}
	p.pdf.SetCatalogSort(true) // or the order of a map gets into the bytes
	p.pdf.SetAutoPageBreak(false, 0)
	p.pdf.SetMargins(0, 0, 0)
	p.pdf.SetCellMargin(0)
	p.pdf.SetCreationDate(l.Created)
	p.pdf.SetModificationDate(l.Created)
	p.pdf.SetProducer("baocao", true)
	p.pdf.SetCreator("baocao", true)
	p.pdf.SetTitle(l.Title, true)
	p.pdf.SetAuthor(l.Author, true)
	p.pdf.SetSubject(l.Subject, true)
	p.pdf.SetLang("vi-VN")
	for _, page := range l.Pages {
		p.page(page)
	}
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return out.Bytes(), nil
}

func (p *painter) page(page Page) {
	// The library wants the shorter side first and the other way round as an orientation.
	size := fpdf.SizeType{Wd: page.Width, Ht: page.Height}
	orientation := "P"
	if page.Width > page.Height {
		orientation, size = "L", fpdf.SizeType{Wd: page.Height, Ht: page.Width}
	}
	p.pdf.AddPageFormat(orientation, size)
	p.chosen.size, p.chosen.track = 0, 0
	for _, f := range page.Frames {
		switch f := f.(type) {
		case Text:
			p.text(f)
		case Line:
			p.line(f)
		case Rect:
			p.rect(f)
		}
	}
}

func (p *painter) text(t Text) {
	p.choose(t.Style, t.Size)
	p.pdf.SetTextColor(0, 0, 0)
	// A cell without height has its baseline 0.3 of the size below its y.
	p.pdf.SetXY(t.X, t.Y-0.3*t.Size)
	align, width := "L", t.Width
	if t.Space != 0 {
		align = "J" // fills a width: the library finds Space again from it, but knows nothing of Track
		width = p.pdf.GetStringWidth(t.Text) + t.Space*float64(strings.Count(t.Text, " "))
	}
	p.track(t.Track)
	p.pdf.CellFormat(width, 0, t.Text, "", 0, align, false, 0, "")
}

// track says what stands between letters from here on, on this page.
func (p *painter) track(points float64) {
	if p.chosen.track != points {
		p.pdf.RawWriteStr(strconv.FormatFloat(points, 'f', 3, 64) + " Tc")
		p.chosen.track = points
	}
}

// choose makes the face and size of the next text those given; a face is added
// to the file when it is first needed.
func (p *painter) choose(style document.Style, size float64) {
	name := ""
	if style&document.Bold != 0 {
		name += "B"
	}
	if style&document.Italic != 0 {
		name += "I"
	}
	if !p.added[style] {
		// The library keeps the slice; ours is shared by all documents.
		p.pdf.AddUTF8FontFromBytes(family, name, bytes.Clone(p.faces.of(style).data))
		p.added[style] = true
	}
	if p.chosen.style != style || p.chosen.size != size {
		p.pdf.SetFont(family, name, size)
		p.chosen.style, p.chosen.size = style, size
	}
}

func (p *painter) line(l Line) {
	if l.Dash == 0 {
		p.pdf.SetDrawColor(0, 0, 0)
		p.pdf.SetLineWidth(l.Thickness)
		p.pdf.Line(l.X1, l.Y1, l.X2, l.Y2)
		return
	}
	p.pdf.SetLineWidth(l.Thickness)
	p.pdf.SetDashPattern([]float64{l.Dash, l.Gap}, 0)
	p.pdf.Line(l.X1, l.Y1, l.X2, l.Y2)
	p.pdf.SetDashPattern(nil, 0)
}

func (p *painter) rect(r Rect) {
	p.pdf.SetDrawColor(0, 0, 0)
	p.pdf.SetLineWidth(r.Thickness)
	how := "D"
	if r.Shade > 0 {
		grey := 255 - int(r.Shade)
		p.pdf.SetFillColor(grey, grey, grey)
		how = "FD"
	}
	p.pdf.Rect(r.X, r.Y, r.Width, r.Height, how)
}
