package pdf

import (
	"fmt"
	"strconv"
	"time"

	"baocao/internal/diag"
	"baocao/internal/document"
)

// Measures of a Party document on A4, in points: HD 36-HD/VPTW (2018), Phụ lục
// 3; a state document keeps within Nghị định 30/2020/NĐ-CP, Phụ lục I.
const (
	mm = 72 / 25.4 // one millimetre

	shortSide, longSide = 595.28, 841.89 // A4

	marginTop, marginBottom = 20 * mm, 20 * mm
	marginLeft, marginRight = 30 * mm, 15 * mm
	marginAnnex             = 17 * mm // at both sides of a landscape page
	pageNumberAt            = 14 * mm // baseline, from the top edge
	noticeAt                = 9 * mm  // baseline of its last line, from the bottom edge
	noticeSize              = 11.0
	indent                  = 10 * mm
	bodySize                = 14.0
	bodyTableSize           = 11.0
	leading                 = 18.5 // from baseline to baseline
	paragraphGap            = 6.0
)

// setter is the work in hand: one document, its pages, and where the next line goes.
type setter struct {
	doc     *document.Document
	rules   profile
	faces   *faceSet
	pages   []Page
	y       float64 // top of the next line
	places  []Place // the gaps met; Page is 0 until one is put
	missing map[rune]bool
	missed  []rune // the same in the order of their first appearance
}

// Set sets a document on pages. Problems name letters that the faces lack; the
// error says that the embedded faces cannot be read.
func Set(d *document.Document) (*Layout, []diag.Problem, error) {
	set, err := faces()
	if err != nil {
		return nil, nil, err
	}
	s := &setter{doc: d, rules: profileOf(d.Profile), faces: set, missing: map[rune]bool{}}
	l := &Layout{
		Title:   s.clean(d.Kind + " " + d.Title),
		Author:  s.clean(d.Letterhead.Issuer),
		Subject: s.clean(d.Subject),
		Created: d.Created,
	}
	if l.Created.IsZero() {
		l.Created = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	s.newPage(false)
	s.letterhead()
	s.heading()
	s.body()
	s.signature()
	if d.Annex != nil {
		s.annex(d.Annex)
	}
	l.Pages = s.pages
	for _, p := range s.places {
		if p.Page > 0 { // else its words were only measured
			l.Places = append(l.Places, p)
		}
	}
	var problems []diag.Problem
	for _, r := range s.missed {
		letter := fmt.Sprintf("U+%04X", r)
		problems = append(problems, diag.New("B600", diag.Position{}, diag.Args{"letter": letter}))
	}
	return l, problems, nil
}

// newPage begins a page, with its number (not on the first) and notice.
func (s *setter) newPage(landscape bool) {
	page := Page{Width: shortSide, Height: longSide}
	if landscape {
		page = Page{Width: longSide, Height: shortSide}
	}
	s.pages = append(s.pages, page)
	if n := len(s.pages); n > 1 {
		s.aside(strconv.Itoa(n), document.Plain, bodySize, pageNumberAt)
	}
	s.aside(s.doc.Notice, document.Italic, noticeSize, s.page().Height-noticeAt)
	s.y = marginTop
}

// aside sets text outside the text area, centred, its last line at y.
func (s *setter) aside(text string, style document.Style, size, y float64) {
	lines := s.lines(s.words(runs(text, style), size, s.room()), size, s.room(), s.room())
	for i, l := range lines {
		above := float64(len(lines)-1-i) * size
		s.put(l, s.left(), y-above, s.room(), size, alignCentre)
	}
}

func (s *setter) page() *Page { return &s.pages[len(s.pages)-1] }

func (s *setter) add(f Frame) { s.page().Frames = append(s.page().Frames, f) }

func (s *setter) landscape() bool { return s.page().Width > s.page().Height }

// left is where lines begin.
func (s *setter) left() float64 {
	if s.landscape() {
		return marginAnnex
	}
	return marginLeft
}

// room is the width between the margins.
func (s *setter) room() float64 {
	if s.landscape() {
		return s.page().Width - 2*marginAnnex
	}
	return s.page().Width - marginLeft - marginRight
}

// bottom is the lowest a line may reach.
func (s *setter) bottom() float64 { return s.page().Height - marginBottom }

// baseline is where letters stand in a line of the given leading that ends at y.
func baseline(y, size, lead float64) float64 { return y - (lead-size)/2 - 0.22*size }

// block sets wrapped text from s.y on and moves s.y below it. It takes another
// page rather than leave the page.
func (s *setter) block(rs []document.Run, x, room, size, lead float64, how align) {
	for _, l := range s.lines(s.words(rs, size, room), size, room, room) {
		if s.y+lead > s.bottom() && s.y > marginTop {
			s.newPage(s.landscape())
		}
		s.y += lead
		s.put(l, x, baseline(s.y, size, lead), room, size, how)
	}
}

// balanced sets centred text in lines of about equal length, so that a title
// does not end in a line of one word.
func (s *setter) balanced(rs []document.Run, x, room, size, lead float64) {
	const step = 2 * mm
	words := s.words(rs, size, room)
	widest := 0.0
	for _, w := range words {
		widest = max(widest, w.width)
	}
	count := func(w float64) int { return len(s.lines(words, size, w, w)) }
	narrow := room
	for n := count(room); narrow > room/2 && narrow-step >= widest && count(narrow-step) == n; {
		narrow -= step
	}
	s.block(rs, x+(room-narrow)/2, narrow, size, lead, alignCentre)
}

func (s *setter) gap(points float64) { s.y += points }

// bodyBlock is a block of the body made ready for its place.
type bodyBlock struct {
	lines   []setLine
	indent  float64 // of the first line
	how     align
	keep    bool    // with the next block
	table   *grid   // in place of lines
	between float64 // above
}

func (s *setter) body() {
	blocks := make([]bodyBlock, len(s.doc.Body))
	for i, b := range s.doc.Body {
		blocks[i] = s.ready(b)
	}
	for i, b := range blocks {
		s.gap(b.between)
		if b.table != nil {
			b.table.put()
		} else {
			s.paragraph(b, blocks[i+1:])
		}
	}
}

func (s *setter) ready(b document.Block) bodyBlock {
	out := bodyBlock{how: alignBoth, between: paragraphGap, indent: indent}
	var rs []document.Run
	switch b := b.(type) {
	case document.Heading:
		out.keep, out.how = true, alignLeft
		for _, r := range b.Runs {
			r.Style |= document.Bold
			if b.Level > 2 {
				r.Style |= document.Italic
			}
			rs = append(rs, r)
		}
		if b.Level == 1 {
			out.between = 2 * paragraphGap
		}
	case document.Paragraph:
		rs = b.Runs
	case document.Item:
		rs = append(runs("- ", document.Plain), b.Runs...)
	case document.Table:
		out.table = s.grid(&b, bodyTableSize)
		return out
	}
	first := s.room() - out.indent
	out.lines = s.lines(s.words(rs, bodySize, first), bodySize, first, s.room())
	return out
}

// paragraph sets one block: never one line of it alone on a page, a heading
// never without the beginning of what it heads (nor the headings above it
// without it), and the last two lines of the body on the signature's page.
func (s *setter) paragraph(b bodyBlock, rest []bodyBlock) {
	for i, l := range b.lines {
		left := len(b.lines) - i
		lines := 1
		switch {
		case i == 0:
			lines = opening(left)
		case left == 2:
			lines = 2
		}
		need := float64(lines) * leading
		switch {
		case i == 0 && b.keep && len(rest) > 0:
			need = float64(left)*leading + s.beginning(rest)
		case len(rest) == 0 && lines == left && (i == 0 || left == 2):
			need += s.signatureHeight()
		}
		if need > s.bottom()-marginTop {
			need = leading // no page holds it together
		}
		if s.y+need > s.bottom() && s.y > marginTop {
			s.newPage(false)
		}
		s.y += leading
		x, room := s.left(), s.room()
		if i == 0 {
			x, room = x+b.indent, room-b.indent
		}
		s.put(l, x, baseline(s.y, bodySize, leading), room, bodySize, b.how)
	}
}

// opening is how many of a paragraph's lines begin it on one page: of three,
// two would leave the last one alone.
func opening(lines int) int {
	if lines == 3 {
		return 3
	}
	return min(lines, 2)
}

// beginning is the height of what a heading takes along: the headings that
// follow it and two lines, or the first rows of the table, that they head.
func (s *setter) beginning(rest []bodyBlock) float64 {
	height := 0.0
	for i, b := range rest {
		height += b.between
		switch {
		case b.keep:
			height += float64(len(b.lines)) * leading
			continue
		case b.table != nil:
			return height + b.table.beginning()
		}
		lines := opening(len(b.lines))
		height += float64(lines) * leading
		if i == len(rest)-1 && lines == len(b.lines) { // which takes the signature along
			height += s.signatureHeight()
		}
		return height
	}
	return height
}
