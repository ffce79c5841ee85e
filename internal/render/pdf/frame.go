package pdf

import (
	"time"

	"baocao/internal/document"
)

// Layout is a document set on pages: all that a painter has to know. Every
// length is in points (1/72 inch); x grows to the right and y downwards from
// the upper left corner of the page.
type Layout struct {
	Title, Author, Subject string
	Created                time.Time
	Pages                  []Page
	Places                 []Place // the marked gaps, in the document's order
	Missing                []rune  // letters that the faces lack, in the document's order
}

// Place is a gap of the document, and the page on which it begins.
type Place struct {
	Page int // 1, 2...
	Text string
}

// Page is one page. Frames stand in the order in which they are painted: what
// comes later lies on top.
type Page struct {
	Width, Height float64
	Number        int // as it is counted: from 1, and from 1 again where the annex counts its own pages
	Frames        []Frame
}

// Frame is a Text, a Line or a Rect.
type Frame interface{ frame() }

// Text is a run of text on one line, in one face and size.
type Text struct {
	X, Y  float64 // left end of the baseline
	Width float64 // from X to the right end, stretched spaces included
	Space float64 // added to each space of a justified line; 0 elsewhere
	Size  float64
	Style document.Style // Bold and Italic choose the face; nothing else is set
	Text  string
}

// Line is a black line. It is solid when Dash is 0; else dashes of that length
// stand Gap apart.
type Line struct {
	X1, Y1, X2, Y2 float64
	Thickness      float64
	Dash, Gap      float64
}

// Rect is a rectangle with a black outline, lying centred on its edge.
type Rect struct {
	X, Y, Width, Height float64
	Thickness           float64
	Shade               uint8 // of the ground: 0 leaves it as it is, 255 is black
}

func (Text) frame() {}
func (Line) frame() {}
func (Rect) frame() {}
