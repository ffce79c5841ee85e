package pdf

import (
	"image"
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
	Tags                   []Tag   // what stands on them, in reading order; the first is the document
	Sign                   []Field // where it is signed; none for a draft and where nobody signs
	Places                 []Place // the marked gaps, in the document's order
	Missing                []rune  // letters that the faces lack, in the document's order
}

// Place is a gap of the document, and the page on which it begins.
type Place struct {
	Page int // 1, 2...
	Text string
}

// Box is a place on a page.
type Box struct {
	Page                int // 1, 2...
	X, Y, Width, Height float64
}

// Field is a place that is filled in later.
type Field struct {
	Box
	Tag  int    // of Layout.Tags
	Says string // what it is for, for people
}

// Tag is a part of the document as who cannot see the page is told of it: a
// paragraph, a table, a cell.
type Tag struct {
	Role             Role
	Parent           int    // in Layout.Tags, before it
	ID               string // what Text.To names; "" for none
	ColSpan, RowSpan int    // of a cell; 0 for 1
	Says             string // of a picture, in place of it
}

// Role is what a Tag is, in the words of PDF.
type Role string

// The roles.
const (
	asDocument  Role = "Document"
	asHeading1  Role = "H1"
	asHeading2  Role = "H2"
	asHeading3  Role = "H3"
	asParagraph Role = "P"
	asList      Role = "L"
	asItem      Role = "LI"
	asItemBody  Role = "LBody"
	asTable     Role = "Table"
	asRow       Role = "TR"
	asHeadCell  Role = "TH"
	asCell      Role = "TD"
	asLink      Role = "Link"
	asSpan      Role = "Span"
	asField     Role = "Form"
	asFigure    Role = "Figure"
)

// Page is one page. Texts lie on top of lines and rectangles; else what comes
// later in Frames does.
type Page struct {
	Width, Height float64
	Number        int // as it is counted: from 1, and from 1 again where the annex counts its own pages
	Frames        []Frame
}

// Frame is a Text, a Line, a Rect or a Picture.
type Frame interface{ frame() }

// Text is a run of text on one line, in one face and size.
type Text struct {
	X, Y  float64 // left end of the baseline
	Width float64 // from X to the right end, stretched spaces included
	Space float64 // added to each space of a justified line; 0 elsewhere
	Track float64 // and behind each of its letters and spaces, the last one of the line apart
	Size  float64
	Style document.Style // Bold and Italic choose the face; nothing else is set
	Text  string
	Tag   int    // of Layout.Tags, what it is a part of; 0 for what is not read: a page's number
	Wraps bool   // goes on on the next line, behind a space
	To    string // ID of the Tag it leads to; "" for none
}

// Line is a black line. It is solid when Dash is 0; else dashes of that length
// stand Gap apart.
type Line struct {
	X1, Y1, X2, Y2 float64
	Thickness      float64
	Dash, Gap      float64
	Tag            int // as that of a Text
}

// Rect is a rectangle with a black outline, lying centred on its edge.
type Rect struct {
	X, Y, Width, Height float64
	Thickness           float64
	Shade               uint8 // of the ground: 0 leaves it as it is, 255 is black
	Tag                 int   // as that of a Text
}

// Picture is an image in a rectangle.
type Picture struct {
	X, Y, Width, Height float64
	Image               image.Image
	Tag                 int // as that of a Text
}

func (Text) frame()    {}
func (Line) frame()    {}
func (Rect) frame()    {}
func (Picture) frame() {}
