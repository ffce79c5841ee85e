// Package pdf sets a document on pages. fpdf serves as page container and for
// drawing; cleaning, measuring, line breaking, tables and page numbers are our
// own, because the library's lose text or count it wrongly (docs/architecture.md).
package pdf

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"baocao/internal/diag"
	"baocao/internal/document"
)

// Measures of a Party document on A4, in millimetres and points: HD 36-HD/VPTW
// (2018), Phụ lục 3; a state document keeps within Nghị định 30/2020/NĐ-CP,
// Phụ lục I.
const (
	mmPerPoint = 25.4 / 72

	marginTop, marginBottom = 20.0, 20.0
	marginLeft, marginRight = 30.0, 15.0
	pageNumberAt            = 10.0 // from the top edge
	indent                  = 10.0
	bodySize                = 14.0
	leading                 = 18.5 // points, from baseline to baseline
	paragraphGap            = 6.0  // points
)

// setter is the work in hand: one document, its pages, and where the next line goes.
type setter struct {
	pdf     *fpdf.Fpdf
	doc     *document.Document
	rules   profile
	faces   [4]*face
	added   map[string]bool
	now     string // face and size in force on this page
	missing map[rune]bool
	missed  []rune

	landscape bool
	y         float64 // top of the next line
}

// Render sets a document on pages. Problems name letters that the faces lack;
// the error is for the machine alone. The same document gives the same bytes.
func Render(d *document.Document) ([]byte, []diag.Problem, error) {
	measured, err := faces()
	if err != nil {
		return nil, nil, fmt.Errorf("pdf: embedded faces: %w", err)
	}
	s := &setter{doc: d, rules: profileOf(d.Profile), faces: measured, added: map[string]bool{}, missing: map[rune]bool{}}
	s.pdf = fpdf.New("P", "mm", "A4", "")
	s.pdf.SetCatalogSort(true)
	s.pdf.SetAutoPageBreak(false, 0)
	s.pdf.SetMargins(0, 0, 0)
	s.pdf.SetCellMargin(0)
	created := d.Created
	if created.IsZero() {
		created = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	s.pdf.SetCreationDate(created)
	s.pdf.SetModificationDate(created)
	s.pdf.SetProducer("baocao", true)
	s.pdf.SetCreator("baocao", true)
	s.pdf.SetTitle(s.clean(d.Kind+" "+d.Title), true)
	s.pdf.SetAuthor(s.clean(d.Letterhead.Issuer), true)
	s.pdf.SetSubject(s.clean(d.Subject), true)
	s.pdf.SetLang("vi-VN")

	s.newPage(false)
	s.letterhead()
	s.heading()
	s.body()
	if d.Annex != nil {
		s.annex(d.Annex)
	}
	var out bytes.Buffer
	if err := s.pdf.Output(&out); err != nil {
		return nil, nil, fmt.Errorf("pdf: %w", err)
	}
	var problems []diag.Problem
	for _, r := range s.missed {
		problems = append(problems, diag.New("B600", diag.Position{}, diag.Args{"letter": fmt.Sprintf("U+%04X", r)}))
	}
	return out.Bytes(), problems, nil
}

// newPage begins a page, with its number (not on the first) and notice.
func (s *setter) newPage(landscape bool) {
	s.landscape = landscape
	orientation := "P"
	if landscape {
		orientation = "L"
	}
	s.pdf.AddPageFormat(orientation, s.pdf.GetPageSizeStr("A4"))
	s.now = ""
	if n := s.pdf.PageNo(); n > 1 {
		s.oneLine(runs(fmt.Sprint(n), document.Plain), s.left(), pageNumberAt+4, s.room(), bodySize, alignCentre)
	}
	if s.doc.Notice != "" {
		s.oneLine(runs(s.doc.Notice, document.Italic), s.left(), s.height()-9, s.room(), 11, alignCentre)
	}
	s.y = marginTop
}

func (s *setter) left() float64 {
	if s.landscape {
		return marginRight + 2
	}
	return marginLeft
}

func (s *setter) room() float64 {
	w, _ := s.pdf.GetPageSize()
	if s.landscape {
		return w - 2*(marginRight+2)
	}
	return w - marginLeft - marginRight
}

func (s *setter) height() float64 {
	_, h := s.pdf.GetPageSize()
	return h
}

// bottom is the lowest a line may reach.
func (s *setter) bottom() float64 { return s.height() - marginBottom }

func (s *setter) useFace(f *face, size float64) {
	if !s.added[f.name] {
		s.pdf.AddUTF8FontFromBytes("serif", f.name, bytes.Clone(f.data))
		s.added[f.name] = true
	}
	if now := fmt.Sprint(f.name, "/", size); now != s.now {
		s.pdf.SetFont("serif", f.name, size)
		s.now = now
	}
}

// oneLine sets text that is known to fit on one line with its baseline at y.
func (s *setter) oneLine(rs []document.Run, x, y, room, size float64, how align) {
	for _, l := range s.lines(s.words(rs, size, 1e6), size, 1e6, 1e6) {
		s.draw(l, x, y, room, size, how)
	}
}

// block sets wrapped text from s.y on and moves s.y below it.
func (s *setter) block(rs []document.Run, x, room, size, lead float64, how align) {
	for _, l := range s.lines(s.words(rs, size, room), size, room, room) {
		s.y += lead * mmPerPoint
		s.draw(l, x, s.y-(lead-size)*mmPerPoint/2-0.22*size*mmPerPoint, room, size, how)
	}
}

// balanced sets centred text in lines of about equal length, so that a title
// does not end in a line of one word.
func (s *setter) balanced(rs []document.Run, x, room, size, lead float64) {
	words := s.words(rs, size, room)
	count := func(w float64) int { return len(s.lines(words, size, w, w)) }
	narrow := room
	for n := count(room); narrow > room/2 && count(narrow-2) == n; {
		narrow -= 2
	}
	s.block(rs, x+(room-narrow)/2, narrow, size, lead, alignCentre)
}

func (s *setter) gap(points float64) { s.y += points * mmPerPoint }

// paragraphLike is a block of the body made ready for setting.
type paragraphLike struct {
	lines   []line
	indent  float64 // of the first line
	hang    float64 // of the others
	how     align
	keep    bool // with the next block
	table   *document.Table
	between float64 // points above
}

func (s *setter) body() {
	var ready []paragraphLike
	for _, b := range s.doc.Body {
		p := paragraphLike{how: alignBoth, between: paragraphGap, indent: indent}
		rs := []document.Run{}
		switch b := b.(type) {
		case document.Heading:
			p.keep, p.how = true, alignLeft
			for _, r := range b.Runs {
				r.Style |= document.Bold
				if b.Level > 2 {
					r.Style |= document.Italic
				}
				rs = append(rs, r)
			}
			if b.Level == 1 {
				p.between = 2 * paragraphGap
			}
		case document.Paragraph:
			rs = b.Runs
		case document.Item:
			rs = append(runs("- ", document.Plain), b.Runs...)
		case document.Table:
			p.table = &b
		}
		if p.table == nil {
			p.lines = s.lines(s.words(rs, bodySize, s.room()-indent), bodySize, s.room()-p.indent, s.room()-p.hang)
		}
		ready = append(ready, p)
	}
	for i, p := range ready {
		s.paragraph(p, ready[i+1:])
	}
	s.signature()
}

// paragraph sets one block: never one line of it alone on a page, a heading
// never without two lines of what it heads (nor the headings above it without
// them), and the last two lines of the body on the signature's page.
func (s *setter) paragraph(p paragraphLike, rest []paragraphLike) {
	s.gap(p.between)
	if p.table != nil {
		s.table(p.table, 11)
		return
	}
	step := leading * mmPerPoint
	fits := func(lines int, more float64) bool { return s.y+float64(lines)*step+more <= s.bottom() }
	for i, l := range p.lines {
		left := len(p.lines) - i
		need, more := 1, 0.0
		switch {
		case i == 0 && p.keep && len(rest) > 0:
			need = left
			for j, q := range rest {
				more += q.between * mmPerPoint
				if !q.keep {
					need += min(2, max(len(q.lines), 1))
					if j == len(rest)-1 && len(q.lines) <= 2 { // which takes the signature along
						more += s.signatureHeight()
					}
					break
				}
				need += len(q.lines)
			}
		case len(rest) == 0 && left == min(2, len(p.lines)):
			need, more = left, s.signatureHeight()
		case i == 0, left == 2:
			need = min(2, left)
		}
		if !fits(need, more) && s.y > marginTop {
			s.newPage(false)
		}
		s.y += step
		x, room := s.left()+p.hang, s.room()-p.hang
		if i == 0 {
			x, room = s.left()+p.indent, s.room()-p.indent
		}
		s.draw(l, x, s.y-(leading-bodySize)*mmPerPoint/2-0.22*bodySize*mmPerPoint, room, bodySize, p.how)
	}
}
