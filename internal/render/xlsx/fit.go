package xlsx

import (
	"cmp"
	"math"
	"slices"
)

// The heights of rows and the widths of columns, for programs fit neither.

// maxRowHeight is Excel's limit in points.
const maxRowHeight = 409

// measured is a text and the lines that it takes in a column.
type measured struct {
	text  string
	ems   float64
	bold  bool
	lines int // 0 for nothing measured
}

// height is the height that the texts of a row, from 1, need: neither Excel nor LibreOffice fits
// rows that a program has written. known is what was measured last in each column.
func (s *sheet) height(at int, r row, known []measured) float64 {
	highest := bodySize*lineHeight + rowSlack
	for i := range min(len(r.cells), len(s.widths)) {
		c := &r.cells[i]
		width := s.widths[i]
		if k := slices.IndexFunc(r.spans, func(sp span) bool { return sp.from == i }); k >= 0 {
			width = 0
			for j := r.spans[k].from; j <= r.spans[k].to; j++ {
				width += s.widths[j]
			}
		}
		if c.look.indented() {
			width -= indentSlack
		}
		if at == s.filter.from {
			width -= buttonSlack
		}
		size := cmp.Or(c.look.size, bodySize)
		ems := (width - cellSlack) * narrowestDigit / size
		of := &known[i]
		if of.lines == 0 || of.text != c.text || of.ems != ems || of.bold != c.look.bold {
			*of = measured{c.text, ems, c.look.bold, wrapped(c.text, ems, c.look.bold)}
		}
		highest = max(highest, float64(of.lines)*size*lineHeight+rowSlack)
	}
	return min(math.Ceil(highest), maxRowHeight)
}

// fit gives the columns their widths.
func (s *sheet) fit() {
	s.widen()
	s.narrow()
	s.balance()
}

// widen makes room for numbers: one that does not fit its column is shown as ####.
func (s *sheet) widen() {
	for _, r := range s.rows {
		for i, c := range r.cells {
			if c.number == nil || slices.ContainsFunc(r.spans, func(sp span) bool { return sp.from == i }) {
				continue
			}
			s.widths[i] = max(s.widths[i], c.room())
		}
	}
	for i, need := range s.more.widths {
		s.widths[i] = max(s.widths[i], need)
	}
}

// room is how wide a column has to be for a number.
func (c cell) room() float64 {
	said := c.look.before + c.number.Table(c.look.decimals) + c.look.after
	if c.look.signed {
		said += "+"
	}
	if c.look.format == dayFormat {
		said = "00/00/0000"
	}
	need := textWidth(said, c.look.bold)*cmp.Or(c.look.size, bodySize)/narrowestDigit + cellSlack
	if c.look.indented() {
		need += indentSlack
	}
	return math.Ceil(need)
}

// narrow takes room from the columns that give way, as far as they are read well, so
// that the others stand on one page with them.
func (s *sheet) narrow() {
	const most = 0.4 // of a column
	over, room := s.width()-widestPage, 0.0
	for _, i := range s.soft {
		room += s.widths[i]
	}
	if over <= 0 || over > most*room {
		return
	}
	for _, i := range s.soft {
		s.widths[i] -= over * s.widths[i] / room
	}
}

// mostBalanced is how many rows a sheet has at most whose columns are balanced.
const mostBalanced = 200

// balance gives what a lying page has left to the columns that give way, and moves room
// between them for the least height: what is seldom or shortly filled leaves it to what
// is long. A long table keeps what it has, for all its rows are measured each time.
func (s *sheet) balance() {
	const leastSoft = 16.0
	if len(s.soft) < 2 || s.more.rows != nil || len(s.rows) > mostBalanced {
		return
	}
	if left := widestPage - s.width(); left > 0 && !s.setup().upright {
		for _, i := range s.soft {
			s.widths[i] += left / float64(len(s.soft))
		}
	}
	known := make([]measured, len(s.rows)*len(s.widths))
	least := s.tall(known)
	for _, step := range []float64{8, 4, 2, 1} {
		for better := true; better; {
			better = false
			for _, from := range s.soft {
				for _, to := range s.soft {
					if from == to || s.widths[from]-step < leastSoft {
						continue
					}
					s.widths[from], s.widths[to] = s.widths[from]-step, s.widths[to]+step
					if tall := s.tall(known); tall < least {
						least, better = tall, true
						continue
					}
					s.widths[from], s.widths[to] = s.widths[from]+step, s.widths[to]-step
				}
			}
		}
	}
}

// width is that of the columns that are printed, in digits.
func (s *sheet) width() float64 {
	w := 0.0
	for _, x := range s.widths[:s.columns()] {
		w += x
	}
	return w
}

// columns is how many are printed.
func (s *sheet) columns() int { return cmp.Or(s.printed, len(s.widths)) }
