package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"baocao/internal/document"
)

// piece is text in one style without a break inside.
type piece struct {
	text  string
	style document.Style
	width float64
	place int    // of setter.places, counted from 1; 0 outside a gap
	to    string // what it leads to, as document.Run says
}

// join is what stands before a word.
type join uint8

const (
	spaced join = iota // a space, where a line may end
	glued              // a space within what is read as one: "3.500 tỷ"
	tight              // nothing: a long word goes on, and may do so on the next line
	broken             // a line break
)

// word is what stands between two spaces, or a part of it that may stand on a
// line of its own; it may change its style inside.
type word struct {
	pieces  []piece
	width   float64
	between float64 // its letters: the size, for each place between two of them
	before  join
	space   document.Style // style of the space before it
	gap     float64        // and its width; 0 without one
	joint   float64        // the size, where it goes on with the word before; else 0
	cost    float64        // of a line that ends before it, beside the cost of the join
}

// add lets a piece follow on the others.
func (w *word) add(s *setter, p piece, size float64) {
	p.width = s.faces.of(p.style).measure(p.text, size)
	if w.width += p.width; len(w.pieces) == 0 {
		w.between = -size
	}
	w.between += float64(utf8.RuneCountInString(p.text)) * size
	w.pieces = append(w.pieces, p)
}

func (w word) text() string {
	if len(w.pieces) == 1 {
		return w.pieces[0].text
	}
	var b strings.Builder
	for _, p := range w.pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// setLine is a line made ready for its place.
type setLine struct {
	words   []word
	width   float64 // natural width with single spaces
	space   float64 // of it, in spaces
	between float64 // as its words have it
	last    bool    // of its paragraph, or before a line break: not stretched
	wraps   bool    // a space stands between it and the next one
}

// words cuts runs at spaces and line breaks. No word is wider than most.
func (s *setter) words(runs []document.Run, size, most float64) []word {
	return s.fitted(s.whole(runs, size), size, most)
}

// fitted parts the words that are wider than most.
func (s *setter) fitted(words []word, size, most float64) []word {
	out := make([]word, 0, len(words))
	for _, w := range words {
		out = s.split(out, w, size, most)
	}
	return out
}

// whole cuts runs at spaces and line breaks alone.
func (s *setter) whole(runs []document.Run, size float64) []word {
	var out []word
	open := false // the next piece goes on with the last word
	before := spaced
	begins := true // a line, as the text has them
	for _, run := range runs {
		place := 0
		if run.Style&document.Gap != 0 {
			s.places = append(s.places, Place{Text: strings.Join(strings.Fields(run.Text), " ")})
			place = len(s.places)
		}
		space := s.faces.of(run.Style).measure(" ", size)
		for i, part := range strings.Split(s.clean(run.Text), "\n") {
			if i > 0 {
				open, before, begins = false, broken, true
			}
			if begins {
				part = dashed(part)
			}
			for j, text := range strings.Split(part, " ") {
				if j > 0 {
					open = false
				}
				if text == "" {
					continue
				}
				begins = false
				if !open {
					w := word{before: before, space: run.Style}
					if before == spaced && len(out) > 0 {
						w.gap = space
					}
					out = append(out, w)
					open, before = true, spaced
				}
				out[len(out)-1].add(s, piece{text: text, style: run.Style, place: place, to: run.To}, size)
			}
		}
	}
	glue(out)
	return out
}

// longWord is the length in letters from which a word may go on on the next line:
// an address of the web, a file's name.
const longWord = 25

// split adds a word in parts that may stand on lines of their own: a long one, and
// one that is wider than most, behind the marks inside it; what is too wide still
// is cut between letters.
func (s *setter) split(out []word, w word, size, most float64) []word {
	text := w.text()
	if w.width <= most && !goesOn(text) {
		return append(out, w)
	}
	for _, part := range w.cut(s, size, behindMarks(text)) {
		if part.width > most {
			out = append(out, part.cut(s, size, s.betweenLetters(part, size, most))...)
		} else {
			out = append(out, part)
		}
	}
	return out
}

func goesOn(text string) bool {
	return utf8.RuneCountInString(text) >= longWord || strings.Contains(text, "://") ||
		strings.HasPrefix(text, "www.")
}

// behindMarks are the places in a word behind / . - and their like, but for the
// points within a figure and what would leave a letter alone.
func behindMarks(text string) []int {
	const marks = "/.-_?&=@,;"
	var at []int
	for i := 2; i < len(text)-2; i++ {
		if strings.IndexByte(marks, text[i-1]) < 0 || strings.IndexByte(marks, text[i]) >= 0 {
			continue
		}
		if (text[i-1] == '.' || text[i-1] == ',') && isDigit(text[i-2]) && isDigit(text[i]) {
			continue
		}
		at = append(at, i)
	}
	return at
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// betweenLetters are the places at which a word without marks is broken: every few
// letters, so that it fills the lines it stands on.
func (s *setter) betweenLetters(w word, size, most float64) []int {
	var at []int
	most = min(most, 2*size)
	start, width := 0, 0.0
	for _, p := range w.pieces {
		f := s.faces.of(p.style)
		for i, r := range p.text {
			letter := f.measure(p.text[i:i+utf8.RuneLen(r)], size)
			if width+letter > most && width > 0 && !unicode.Is(unicode.Mn, r) {
				at = append(at, start+i)
				width = 0
			}
			width += letter
		}
		start += len(p.text)
	}
	return at
}

// cut gives a word in parts, cut at these places of its text.
func (w word) cut(s *setter, size float64, at []int) []word {
	if len(at) == 0 {
		return []word{w}
	}
	out := []word{{before: w.before, space: w.space, gap: w.gap, joint: w.joint, cost: w.cost}}
	start := 0
	for _, p := range w.pieces {
		from := 0
		put := func(to int) {
			if to == from {
				return
			}
			part := p
			part.text = p.text[from:to]
			out[len(out)-1].add(s, part, size)
			from = to
		}
		for len(at) > 0 && at[0] < start+len(p.text) {
			put(at[0] - start)
			out = append(out, word{before: tight, space: w.space, joint: size})
			at = at[1:]
		}
		put(len(p.text))
		start += len(p.text)
	}
	return out
}

// align says how a line stands in its room.
type align int

const (
	alignLeft align = iota
	alignCentre
	alignRight
	alignBoth
)

const (
	shrinks  = 0.2     // of a space: how much narrower it gets in a full line
	shrinky  = 1.0 / 3 // how much narrower, and
	stretchy = 0.5     // how much wider it would have to get to look bad
	loosest  = 1.0     // a line with spaces wider than by this is not stretched at all

	// Where spaces get wider or narrower by a part of their width, so do the places
	// between letters, by this share of it, as a part of the size; a reader does not see
	// a fiftieth, and there are so many of them that the spaces change by half as much.
	lettersShare = 0.075
	lettersApart = 0.02 // at most
)

// What lines and their ends cost. A line with spaces wider by a half costs 1e4, by
// the whole 7e5; one that is left open, 4e7, or 1e8 with a third of it empty: as far as
// that a figure goes to the next line with its unit if need be.
const (
	costOfLine    = 10.0
	costOfTight   = 2.5e3 // within a long word
	costOfHinge   = 1e5   // "tăng" from "12%"
	costOfAlone   = 2e5   // of a last line of one word
	costOfCount   = 1e8   // "02" from "trường"
	costOfMeasure = 1.5e8 // "3.500" from "tỷ đồng"
	costOfGlue    = 1e10  // more than all else can cost
	costOfRagged  = 1e5   // of a line that is not justified: as few of them as can be
)

// wrap breaks runs into lines: first is the width of the first line, rest that of
// the others.
func (s *setter) wrap(rs []document.Run, size, first, rest float64, how align) []setLine {
	return lines(s.words(rs, size, min(first, rest)), first, rest, how)
}

// lines breaks words into lines that look best.
func lines(words []word, first, rest float64, how align) []setLine {
	return cheapest(words, first, rest, how, 0)
}

// fewer breaks them into as few lines as look well.
func fewer(words []word, first, rest float64, how align) []setLine {
	return cheapest(words, first, rest, how, costOfRagged)
}

// cheapest breaks words into lines, all of a paragraph at once: of all ways to do it
// the one in which the lines, with what each of them costs by itself, together cost
// least (Knuth and Plass, Breaking Paragraphs into Lines, 1981). Each word is looked at
// once for each line that can hold it, so the work grows with the text alone.
func cheapest(words []word, first, rest float64, how align, each float64) []setLine {
	if len(words) == 0 {
		return nil
	}
	before := make([]setLine, len(words)+1) // all words before, as one line
	for i, w := range words {
		b := before[i]
		before[i+1] = setLine{width: b.width + w.gap + w.width, space: b.space + w.gap,
			between: b.between + w.joint + w.between}
	}
	line := func(from, to int) setLine {
		a, b, gap := before[from], before[to], words[from].gap
		return setLine{words: words[from:to], width: b.width - a.width - gap, space: b.space - a.space - gap,
			between: b.between - a.between - words[from].joint, last: to == len(words) || words[to].before == broken,
			wraps: to < len(words) && words[to].before != tight}
	}
	type way struct {
		cost float64 // of the lines before
		from int     // where the last of them begins
	}
	best := make([]way, len(words)+1)
	for i := 1; i < len(best); i++ {
		best[i].cost = math.Inf(1)
	}
	for from := range words {
		room := rest
		if from == 0 {
			room = first
		}
		for to := from + 1; to <= len(words); to++ {
			l := line(from, to)
			if to > from+1 && !l.fits(room, how) {
				break
			}
			cost := best[from].cost + each + l.cost(room, how, from == 0) + breakCost(words, to)
			if cost < best[to].cost {
				best[to] = way{cost, from}
			}
			if l.last {
				break
			}
		}
	}
	var out []setLine
	for to := len(words); to > 0; to = best[to].from {
		out = append(out, line(best[to].from, to))
	}
	slices.Reverse(out)
	return out
}

// breakCost is what it costs to end a line before a word.
func breakCost(words []word, to int) float64 {
	if to == len(words) {
		return 0
	}
	cost := words[to].cost
	switch words[to].before {
	case glued:
		cost += costOfGlue
	case tight:
		cost += costOfTight
	}
	return cost
}

// slack is against rounding: a line as wide as the room fits.
const slack = 0.01 * mm

func (l setLine) fits(room float64, how align) bool {
	least := l.width
	if how == alignBoth && l.space > 0 {
		least -= shrinks * (l.space + lettersShare*l.between)
	}
	return least <= room+slack
}

// stretch gives by what part of their width the spaces of a line get wider that fills
// its room, and by what part of the size its letters stand further apart.
func (l setLine) stretch(room float64) (spaces, letters float64) {
	if l.space == 0 {
		return 0, 0
	}
	over := room - l.width
	letters = min(lettersShare*over/(l.space+lettersShare*l.between), lettersApart)
	return (over - letters*l.between) / l.space, letters
}

// cost says how bad a line looks in its room.
func (l setLine) cost(room float64, how align, first bool) float64 {
	over := room - l.width
	alone := l.last && !first && len(l.words) == 1
	switch how {
	case alignCentre: // about equally long, the last one too
		return costOfRagged + 100*over*over/(room*room)
	case alignLeft, alignRight:
		if l.last {
			over = 0
		}
		cost := costOfRagged + 100*over*over/(room*room)
		if alone {
			cost += costOfLonely
		}
		return cost
	}
	bad := 0.0
	wider, _ := l.stretch(room)
	switch {
	case wider < 0:
		bad = cube(-wider / shrinky)
	case l.last || over <= 0:
	case wider > loosest || l.space == 0:
		bad = cube(2*loosest/stretchy) + 100*over/room
	default:
		bad = cube(wider / stretchy)
	}
	cost := (costOfLine + 100*bad) * (costOfLine + 100*bad)
	if alone {
		cost += costOfAlone
	}
	return cost
}

func cube(x float64) float64 { return x * x * x }

// put places one line with its baseline at y, in a room of the given width.
func (s *setter) put(l setLine, x, y, room, size float64, how align) {
	stretch, apart := 0.0, 0.0
	switch over := room - l.width; how {
	case alignCentre:
		x += over / 2
	case alignRight:
		x += over
	case alignBoth:
		if wider, letters := l.stretch(room); wider < 0 || !l.last && wider <= loosest {
			stretch, apart = wider, letters
		}
	}
	// Neighbours of one style are one text with real spaces, so that it copies
	// as text.
	var text strings.Builder
	var style document.Style
	to, wraps := "", false
	width, track := 0.0, apart*size
	space := 0.0 // added to each, beside the two places at its sides
	flush := func() {
		if text.Len() == 0 {
			return
		}
		t := Text{X: x, Y: y, Width: width, Space: space, Track: track, Size: size,
			Style: style & (document.Bold | document.Italic), Text: text.String(),
			Tag: s.tag, Wraps: wraps, To: to}
		if to != "" {
			t.Tag = s.open(s.tag, asLink)
		}
		s.add(t)
		if style&document.Gap != 0 {
			below := y + 1*mm
			s.add(Line{X1: x, Y1: below, X2: x + t.Width, Y2: below,
				Thickness: 0.2 * mm, Dash: 0.4 * mm, Gap: 0.7 * mm})
		}
		x += t.Width
		text.Reset()
		width, space = 0, 0
	}
	write := func(t string, st document.Style, leads string, w float64) {
		if text.Len() > 0 && (st != style || leads != to) {
			flush()
		}
		style, to = st, leads
		text.WriteString(t)
		width += w + track*float64(utf8.RuneCountInString(t))
	}
	for i, w := range l.words {
		if i > 0 && w.gap > 0 {
			wider := stretch*w.gap - 2*track
			leads := to // the same as behind it, or nowhere
			if w.pieces[0].to != to {
				leads = ""
			}
			write(" ", w.space, leads, w.gap+wider)
			space = wider
		}
		for _, p := range w.pieces {
			write(p.text, p.style, p.to, p.width)
			if p.place > 0 && s.places[p.place-1].Page == 0 {
				s.places[p.place-1].Page = len(s.pages)
			}
		}
	}
	wraps = l.wraps
	width -= track // nothing follows on the last letter
	flush()
}

func runs(text string, style document.Style) []document.Run {
	return []document.Run{{Text: text, Style: style}}
}
