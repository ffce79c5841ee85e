package pdf

import (
	"strings"

	"baocao/internal/document"
)

// piece is text in one style without a break inside.
type piece struct {
	text  string
	style document.Style
	width float64
	place int // of setter.places, counted from 1; 0 outside a gap
}

// word is what stands between two spaces; it may change its style inside.
type word struct {
	pieces []piece
	width  float64
	space  document.Style // style of the space before it
	breaks bool           // a line break stands before it
	tight  bool           // no space stands before it: "12.604.850/" and "10.385.340"
}

// setLine is a line made ready for its place.
type setLine struct {
	words []word
	width float64 // natural width with single spaces
	last  bool    // of its paragraph, or before a line break: not stretched
}

// words cuts runs at spaces and line breaks; a word too wide for a line is cut
// between letters.
func (s *setter) words(runs []document.Run, size, most float64) []word {
	var out []word
	var open *word
	breaks := false
	for _, run := range runs {
		place := 0
		if run.Style&document.Gap != 0 {
			s.places = append(s.places, Place{Text: strings.Join(strings.Fields(run.Text), " ")})
			place = len(s.places)
		}
		for i, part := range strings.Split(s.clean(run.Text), "\n") {
			if i > 0 {
				open, breaks = nil, true
			}
			for j, text := range strings.Split(part, " ") {
				if j > 0 {
					open = nil
				}
				if text == "" {
					continue
				}
				for k, cut := range s.cut(text, run.Style, size, most) {
					if open == nil || k > 0 || open.width+cut.width > most {
						out = append(out, word{space: run.Style, breaks: breaks, tight: open != nil})
						open, breaks = &out[len(out)-1], false
					}
					cut.place = place
					open.pieces = append(open.pieces, cut)
					open.width += cut.width
				}
			}
		}
	}
	return out
}

// cut gives text in pieces that are no wider than most.
func (s *setter) cut(text string, style document.Style, size, most float64) []piece {
	f := s.faces.of(style)
	// A long pair of figures may be broken behind its slash.
	if i := strings.IndexByte(text, '/'); i >= 6 && i < len(text)-6 {
		return append(s.cut(text[:i+1], style, size, most), s.cut(text[i+1:], style, size, most)...)
	}
	w := f.measure(text, size)
	if w <= most {
		return []piece{{text: text, style: style, width: w}}
	}
	var out []piece
	start, width := 0, 0.0
	for i, r := range text {
		rw := f.measure(string(r), size)
		if width+rw > most && i > start {
			out = append(out, piece{text: text[start:i], style: style, width: width})
			start, width = i, 0
		}
		width += rw
	}
	return append(out, piece{text: text[start:], style: style, width: width})
}

// lines breaks words into lines: first is the width of the first line, rest
// that of the others.
func (s *setter) lines(words []word, size, first, rest float64) []setLine {
	const slack = 0.01 * mm // against rounding: a line as wide as the room fits
	var out []setLine
	var now setLine
	room := first
	flush := func(last bool) {
		now.last = last
		out = append(out, now)
		now, room = setLine{}, rest
	}
	for _, w := range words {
		if w.breaks && len(now.words) > 0 {
			flush(true)
		}
		gap := 0.0
		if len(now.words) > 0 {
			if !w.tight {
				gap = s.spaceWidth(w.space, size)
			}
			if now.width+gap+w.width > room+slack {
				flush(false)
				gap = 0
			}
		}
		now.words = append(now.words, w)
		now.width += gap + w.width
	}
	if len(now.words) > 0 {
		flush(true)
	}
	return out
}

func (s *setter) spaceWidth(style document.Style, size float64) float64 {
	return s.faces.of(style).measure(" ", size)
}

// gaps is the number of spaces that can be stretched.
func (l setLine) gaps() int {
	n := 0
	for i, w := range l.words {
		if i > 0 && !w.tight {
			n++
		}
	}
	return n
}

// align says how a line stands in its room.
type align int

const (
	alignLeft align = iota
	alignCentre
	alignRight
	alignBoth
)

// put places one line with its baseline at y, in a room of the given width.
func (s *setter) put(l setLine, x, y, room, size float64, how align) {
	stretch := 0.0
	switch {
	case how == alignCentre:
		x += (room - l.width) / 2
	case how == alignRight:
		x += room - l.width
	case how == alignBoth && !l.last:
		if gaps := l.gaps(); gaps > 0 {
			stretch = (room - l.width) / float64(gaps)
		}
	}
	// Neighbours of one style are one text with real spaces, so that it copies
	// as text.
	var text strings.Builder
	var style document.Style
	natural, spaces := 0.0, 0
	flush := func() {
		if text.Len() == 0 {
			return
		}
		t := Text{X: x, Y: y, Width: natural + float64(spaces)*stretch, Size: size,
			Style: style & (document.Bold | document.Italic), Text: text.String()}
		if spaces > 0 {
			t.Space = stretch
		}
		s.add(t)
		if style&document.Gap != 0 {
			below := y + 1*mm
			s.add(Line{X1: x, Y1: below, X2: x + t.Width, Y2: below,
				Thickness: 0.2 * mm, Dash: 0.4 * mm, Gap: 0.7 * mm})
		}
		x += t.Width
		text.Reset()
		natural, spaces = 0, 0
	}
	write := func(t string, st document.Style, w float64) {
		if text.Len() > 0 && st != style {
			flush()
		}
		style = st
		text.WriteString(t)
		natural += w
	}
	for i, w := range l.words {
		if i > 0 && !w.tight {
			write(" ", w.space, s.spaceWidth(w.space, size))
			spaces++
		}
		for _, p := range w.pieces {
			write(p.text, p.style, p.width)
			if p.place > 0 && s.places[p.place-1].Page == 0 {
				s.places[p.place-1].Page = len(s.pages)
			}
		}
	}
	flush()
}

func runs(text string, style document.Style) []document.Run {
	return []document.Run{{Text: text, Style: style}}
}
