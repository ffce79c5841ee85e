package pdf

import (
	"strings"

	"baocao/internal/document"
)

// piece is text in one style without a break inside.
type piece struct {
	text  string
	style document.Style
}

// word is what stands between two spaces; it may change its style inside.
type word struct {
	pieces []piece
	width  float64        // millimetres
	space  document.Style // style of the space before it
	breaks bool           // a line break stands before it
	tight  bool           // no space stands before it: "12.604.850/" and "10.385.340"
}

// line is a set line.
type line struct {
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
					open.pieces = append(open.pieces, cut.piece)
					open.width += cut.width
				}
			}
		}
	}
	return out
}

type cutPiece struct {
	piece
	width float64
}

func (s *setter) cut(text string, style document.Style, size, most float64) []cutPiece {
	f := s.face(style)
	// A long pair of figures may be broken behind its slash.
	if i := strings.IndexByte(text, '/'); i >= 6 && i < len(text)-6 {
		return append(s.cut(text[:i+1], style, size, most), s.cut(text[i+1:], style, size, most)...)
	}
	w := f.measure(text, size)
	if w <= most {
		return []cutPiece{{piece{text, style}, w}}
	}
	var out []cutPiece
	start, width := 0, 0.0
	for i, r := range text {
		rw := f.measure(string(r), size)
		if width+rw > most && i > start {
			out = append(out, cutPiece{piece{text[start:i], style}, width})
			start, width = i, 0
		}
		width += rw
	}
	return append(out, cutPiece{piece{text[start:], style}, width})
}

// lines breaks words into lines: first is the width of the first line, rest
// that of the others.
func (s *setter) lines(words []word, size, first, rest float64) []line {
	var out []line
	var now line
	room := first
	flush := func(last bool) {
		now.last = last
		out = append(out, now)
		now, room = line{}, rest
	}
	for _, w := range words {
		if w.breaks && len(now.words) > 0 {
			flush(true)
		}
		gap := 0.0
		if len(now.words) > 0 {
			if !w.tight {
				gap = s.face(w.space).measure(" ", size)
			}
			if now.width+gap+w.width > room+0.01 {
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

// gaps is the number of spaces that can be stretched.
func (l line) gaps() int {
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

// draw sets one line with its baseline at y, in a room of the given width.
func (s *setter) draw(l line, x, y, room, size float64, how align) {
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
	// Neighbours of one style are drawn as one text with real spaces, so that
	// it copies as text.
	var text strings.Builder
	var style document.Style
	natural, spaces := 0.0, 0
	flush := func() {
		if text.Len() == 0 {
			return
		}
		w := natural + float64(spaces)*stretch
		s.text(text.String(), x, y, w, size, style, stretch != 0 && spaces > 0)
		x += w
		text.Reset()
		natural, spaces = 0, 0
	}
	put := func(t string, st document.Style, w float64) {
		if text.Len() > 0 && st != style {
			flush()
		}
		style = st
		text.WriteString(t)
		natural += w
	}
	for i, w := range l.words {
		if i > 0 && !w.tight {
			put(" ", w.space, s.face(w.space).measure(" ", size))
			spaces++
		}
		for _, p := range w.pieces {
			put(p.text, p.style, s.face(p.style).measure(p.text, size))
		}
	}
	flush()
}

// text is the one place where text is put on a page.
func (s *setter) text(t string, x, y, w, size float64, style document.Style, stretched bool) {
	s.useFace(s.face(style), size)
	s.pdf.SetTextColor(0, 0, 0)
	// fpdf sets the baseline 0.3 of the size below the middle of the cell.
	s.pdf.SetXY(x, y-0.3*size*mmPerPoint)
	how := "L"
	if stretched {
		how = "J"
	}
	s.pdf.CellFormat(w, 0, t, "", 0, how, false, 0, "")
	if style&document.Gap != 0 {
		s.pdf.SetLineWidth(0.2)
		s.pdf.SetDashPattern([]float64{0.4, 0.7}, 0)
		s.pdf.Line(x, y+1, x+w, y+1)
		s.pdf.SetDashPattern(nil, 0)
	}
}

func runs(text string, style document.Style) []document.Run {
	return []document.Run{{Text: text, Style: style}}
}
