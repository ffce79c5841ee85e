package pdf

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/diag"
	"baocao/internal/document"
	"baocao/internal/form"
)

const (
	mm = 72 / 25.4 // one millimetre

	noticeAt    = 9 * mm // baseline of its last line, from the bottom edge
	noticeSize  = 11.0
	itemStep    = 5 * mm // further for each list inside a list
	leadingStep = 0.125
	thinPage    = 0.5  // of its height: a last page with less on it is pulled back
	thinText    = 0.25 // and one with less text above the signature gets more of it
)

// setter is the work in hand: one document, its pages, and where the next line goes.
type setter struct {
	doc      *document.Document
	form     *form.Profile
	faces    *faceSet
	pages    []Page
	y        float64 // top of the next line
	leading  float64 // of the body
	first    int     // the page from which pages are counted
	places   []Place // the gaps met; Page is 0 until one is put
	tags     []Tag
	tag      int // of what is being put; 0 for what is not read
	title    int // the tag that titles belong to; 0 where each is a paragraph
	level    int // of the last heading
	sign     []Field
	missing  map[rune]bool
	missed   []rune // the same in the order of their first appearance
	problems []diag.Problem
}

// Set sets a document on pages. Problems name what has no room on them; the error
// says that the embedded faces or rules cannot be read.
func Set(d *document.Document) (*Layout, []diag.Problem, error) {
	set, err := faces()
	if err != nil {
		return nil, nil, err
	}
	rules, err := form.Named(d.Profile)
	if err != nil {
		return nil, nil, err
	}
	s := &setter{doc: d, form: rules, faces: set, missing: map[rune]bool{},
		tags: []Tag{{Role: asDocument}}}
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
	if !d.Unissued {
		s.letterhead()
	}
	s.heading()
	s.body()
	if d.Annex != nil {
		s.annex(d.Annex)
	}
	l.Pages, l.Tags, l.Sign = s.pages, s.tags, s.sign
	for _, p := range s.places {
		if p.Page > 0 { // else its words were only measured
			l.Places = append(l.Places, p)
		}
	}
	l.Missing = s.missed
	return l, s.problems, nil
}

// newPage begins a page, with its number (not on the first), notice and the mark of a
// draft.
func (s *setter) newPage(turned bool) {
	page := Page{Width: s.form.Page.Width * mm, Height: s.form.Page.Height * mm}
	if turned {
		page.Width, page.Height = page.Height, page.Width
	}
	s.pages = append(s.pages, page)
	tag := s.tag
	s.tag = 0
	f := s.form.PageNumber
	line := form.Text{Size: f.Size, Style: f.Style, Leading: f.Size.Is}
	at := f.Edge.Is*mm + offset(line)
	n := len(s.pages) - s.first
	s.page().Number = n
	if n > 1 || f.FirstPage {
		s.aside(styled(strconv.Itoa(n), f.Style), f.Size.Is, at, alignCentre)
	}
	if s.doc.Draft && len(s.pages) > 1 {
		s.aside(styled(s.form.DraftMark(s.doc.DraftNumber), s.form.Draft.Style), s.form.Draft.Size.Is, at, alignRight)
	}
	s.aside(runs(s.doc.Notice, document.Italic), noticeSize, s.page().Height-noticeAt, alignCentre)
	s.tag = tag
	s.y = s.top()
}

// aside sets text outside the text area, its last line at y.
func (s *setter) aside(text []document.Run, size, y float64, how align) {
	lines := s.wrap(text, size, s.room(), s.room(), how)
	for i, l := range lines {
		above := float64(len(lines)-1-i) * size
		s.put(l, s.left(), y-above, s.room(), size, how)
	}
}

func (s *setter) page() *Page { return &s.pages[len(s.pages)-1] }

func (s *setter) add(f Frame) { s.page().Frames = append(s.page().Frames, f) }

// turned reports a page that is read from the side.
func (s *setter) turned() bool { return s.page().Width > s.page().Height }

// margins are those of the page.
func (s *setter) margins() form.Margins {
	return s.form.Page.Margins(s.turned(), s.doc.Duplex && len(s.pages)%2 == 0)
}

// left is where lines begin.
func (s *setter) left() float64 { return s.margins().Left * mm }

// room is the width between the margins.
func (s *setter) room() float64 {
	m := s.margins()
	return s.page().Width - (m.Left+m.Right)*mm
}

// top is where the first line of a page begins.
func (s *setter) top() float64 { return s.margins().Top * mm }

// bottom is the lowest a line may reach.
func (s *setter) bottom() float64 { return s.page().Height - s.margins().Bottom*mm }

// baseline is where letters stand in a line of the given leading that ends at y.
func baseline(y, size, lead float64) float64 { return y - (lead-size)/2 - 0.22*size }

// block sets wrapped text from s.y on and moves s.y below it. Here and in what is built
// of it x counts from the left margin, which is another one on the back of a sheet.
func (s *setter) block(rs []document.Run, x, room, size, lead float64, how align) {
	s.tagTitle(rs)
	s.stack(s.wrap(rs, size, room, room, how), x, room, size, lead, how)
}

// stack sets lines from s.y on and moves s.y below them. It takes another page
// rather than leave the page.
func (s *setter) stack(lines []setLine, x, room, size, lead float64, how align) {
	for _, l := range lines {
		if s.y+lead > s.bottom() && s.y > s.top() {
			s.newPage(s.turned())
		}
		s.y += lead
		s.put(l, s.left()+x, baseline(s.y, size, lead), room, size, how)
	}
}

// titled sets a centred title, its lines broken where its phrases end, and gives the
// widths of the widest and the last of them.
func (s *setter) titled(rs []document.Run, begins func(string) bool, x, room, size, lead float64) (
	widest, last float64) {
	words := s.words(rs, size, room)
	bySense(words, begins)
	s.tagTitle(rs)
	if n := len(words); n > 2 { // rather one line more than the last word alone on one
		words[n-1].cost += costOfName
	}
	keepPlaces(words, begins)
	set := lines(words, room, room, alignCentre)
	s.stack(set, x, room, size, lead, alignCentre)
	for _, l := range set {
		widest, last = max(widest, l.width), l.width
	}
	return widest, last
}

func (s *setter) gap(points float64) { s.y += points }

// bodyBlock is a block of the body made ready for its place.
type bodyBlock struct {
	words   []word
	lines   []setLine
	indent  float64 // of the first line
	how     align
	size    float64
	whole   bool     // on one page, with what follows: a heading
	keep    bool     // its end with what follows
	table   *grid    // in place of lines
	picture *Picture // above lines, which are kept with it
	tag     int      // of lines
	between float64  // above
}

// body sets the body and what is signed below it. A last page with little on it is
// pulled back to the page before where lines a little closer do that, or paragraphs in
// one line less; where they do not, lines further apart let more of the text go on on it.
func (s *setter) body() {
	blocks := make([]bodyBlock, len(s.doc.Body))
	for i, b := range s.doc.Body {
		blocks[i] = s.ready(b)
		if i+1 < len(s.doc.Body) && document.LeadsTo(b, s.doc.Body[i+1]) {
			blocks[i].keep = true
		}
	}
	pages, frames, y, tags := len(s.pages), len(s.page().Frames), s.y, len(s.tags)
	set := func(by float64) (last int, text float64) {
		s.pages = s.pages[:pages]
		s.page().Frames = s.page().Frames[:frames]
		for i := range s.places {
			s.places[i].Page = 0
		}
		s.y, s.leading, s.tags, s.sign = y, by, s.tags[:tags], nil
		s.blocks(blocks)
		text = s.y - s.top()
		if !s.doc.Unissued {
			s.signature()
		}
		return len(s.pages), text
	}
	rules := s.form.Body
	last, text := set(rules.Leading.Is)
	height := s.bottom() - s.top()
	if last == pages || s.y > s.top()+thinPage*height {
		return
	}
	pulled := func() bool {
		if n, _ := set(rules.Closest); n == last {
			return false
		}
		for l := rules.Leading.Is; l > rules.Closest; l -= leadingStep { // no closer than it has to be
			if n, _ := set(l); n < last {
				return true
			}
		}
		set(rules.Closest)
		return true
	}
	if pulled() {
		return
	}
	if text >= thinText*height {
		set(rules.Leading.Is)
		return
	}
	loose := slices.Clone(blocks)
	for i := range blocks {
		b := &blocks[i]
		b.lines = fewer(b.words, s.room()-b.indent, s.room(), b.how)
	}
	if pulled() {
		return
	}
	blocks = loose
	best := rules.Leading.Is
	for l := best + leadingStep; l <= rules.Farthest && text < thinText*height; l += leadingStep {
		n, more := set(l)
		if n > last {
			break
		}
		if more > text {
			best, text = l, more
		}
	}
	set(best)
}

func (s *setter) blocks(blocks []bodyBlock) {
	for i, b := range blocks {
		s.gap(b.between)
		switch {
		case b.table != nil:
			b.table.put()
		case b.picture != nil:
			s.picture(b)
		default:
			s.paragraph(b, blocks[i+1:])
		}
	}
}

func (s *setter) ready(b document.Block) bodyBlock {
	f := s.form.Body
	out := bodyBlock{how: alignIn(f.Align), size: f.Size.Is, between: f.Gap.Is, indent: f.Indent.Is * mm}
	var rs []document.Run
	switch b := b.(type) {
	case document.Heading:
		h := s.form.Heading(b.Level)
		out.whole, out.keep, out.how, out.size, out.between = true, true, alignIn(h.Align), h.Size.Is, h.Above
		if h.Align == form.Centre {
			out.indent = 0
		}
		for _, r := range b.Runs {
			of := styled(r.Text, h.Style)[0]
			r.Text, r.Style = of.Text, r.Style|of.Style
			rs = append(rs, r)
		}
	case document.Paragraph:
		rs = b.Runs
	case document.Item:
		rs = itemRuns(b.Runs, b.Level)
		out.indent += float64(b.Level) * itemStep
	case document.Table:
		out.table = s.grid(&b, s.form.Table.Body)
		return out
	case document.Picture:
		out.picture, out.how, out.indent, out.size = s.pictured(b), alignCentre, 0, s.form.Table.Note
		rs = b.Runs
	}
	out.tag = s.tagBlock(b)
	out.words = s.words(rs, out.size, s.room()-out.indent)
	out.lines = lines(out.words, s.room()-out.indent, s.room(), out.how)
	return out
}

// itemRuns leads a text by the mark of its list, once: a dash, and inside such a list
// a plus.
func itemRuns(rs []document.Run, level int) []document.Run {
	out := runs("- ", document.Plain)
	if level%2 == 1 {
		out = runs("+ ", document.Plain)
	}
	for i, r := range rs {
		if i == 0 {
			r.Text = strings.TrimPrefix(dashed(strings.TrimLeft(r.Text, " ")), "- ")
		}
		out = append(out, r)
	}
	return out
}

// paragraph sets one block: never one line of it alone on a page, and its end, or
// all of a heading, never without the beginning of what follows when it is kept
// with that; the last two lines of the body stand on the signature's page.
func (s *setter) paragraph(b bodyBlock, rest []bodyBlock) {
	s.tag = b.tag
	for i, l := range b.lines {
		left := len(b.lines) - i
		lines := 1
		switch {
		case i == 0 && b.whole:
			lines = left
		case i == 0:
			lines = opening(left)
		case left == 2:
			lines = 2
		}
		need := float64(lines) * s.leading
		if lines == left && lines > 1 || i == 0 {
			if more := s.follows(b, i+lines, rest); need+more <= s.bottom()-s.top() {
				need += more // else no page holds it together
			}
		}
		if s.y+need > s.bottom() && s.y > s.top() {
			s.newPage(false)
		}
		s.y += s.leading
		x, room := s.left(), s.room()
		if i == 0 {
			x, room = x+b.indent, room-b.indent
		}
		s.put(l, x, baseline(s.y, b.size, s.leading), room, b.size, b.how)
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

// follows is the height of what stands on the page of the lines of a block up to this
// one, when it is its last: the signature, or the blocks it is kept with and two lines,
// or the first rows of the table, of the one at their end.
func (s *setter) follows(b bodyBlock, lines int, rest []bodyBlock) float64 {
	height := 0.0
	for height <= s.bottom()-s.top() {
		if lines < len(b.lines) {
			return height
		}
		if len(rest) == 0 {
			if b.table != nil || s.doc.Unissued {
				return height
			}
			return height + s.signatureNeed()
		}
		if !b.keep {
			return height
		}
		b, rest = rest[0], rest[1:]
		height += b.between
		if b.table != nil {
			return height + b.table.beginning()
		}
		if b.picture != nil {
			return height + s.heightOfPicture(b)
		}
		lines = opening(len(b.lines))
		if b.whole {
			lines = len(b.lines)
		}
		height += float64(lines) * s.leading
	}
	return height
}
