package pdf

import (
	"math"
	"strings"
	"unicode/utf8"

	"baocao/internal/diag"
	"baocao/internal/document"
)

const (
	smallest   = 7.5 // size of a table's letters
	smallSteps = 0.5
	oneLine    = 12   // letters of a text that stands in one line, spaces included
	twoLines   = 24   // and in two
	mostOfWord = 0.3  // of the table's width that one word may ask for
	leastText  = 0.12 // and a text of more than two lines, however few of them there are
)

// column is what the cells of one column ask for, in width.
type column struct {
	document.Demand
	whole    float64 // of decimals: the longest part before the comma
	fraction float64 // and from the comma on
	figure   string  // the longest, and
	figured  float64 // its width
}

// divide finds how wide the columns are and the size of the letters: that wished
// for, or the next smaller one in which no figure and no word is cut.
func (g *grid) divide(rows [][]gridCell, size float64) {
	var all []column
	for ; ; size -= smallSteps {
		g.size = size
		g.read(rows)
		all = g.demands(rows)
		least := 0.0
		for _, c := range all {
			least += c.Least
		}
		if least <= g.room() || size-smallSteps < smallest {
			break
		}
	}
	demands := make([]document.Demand, len(all))
	for i, c := range all {
		demands[i] = c.Demand
	}
	widths := document.Widths(demands, g.room())
	x := 0.0
	for i, c := range all {
		g.x = append(g.x, x)
		x += widths[i]
		g.fractions = append(g.fractions, c.fraction)
		if c.figured > widths[i]+slack {
			g.problems = append(g.problems, diag.New("B601", diag.Position{}, diag.Args{"figure": c.figure}))
		}
	}
	g.x = append(g.x, x)
}

// demands measures all cells in the size of the table. Cells over several columns
// take what these have.
func (g *grid) demands(rows [][]gridCell) []column {
	all := make([]column, len(g.columns))
	for _, cells := range rows {
		for _, c := range cells {
			if c.Span == 1 && len(c.words) > 0 {
				all[c.Col].take(g.demand(c))
			}
		}
	}
	for i := range all {
		c := &all[i]
		if c.whole > 0 {
			c.Least = max(c.Least, c.whole+c.fraction)
			c.Wish, c.Most = max(c.Wish, c.Least), max(c.Most, c.Least)
		}
		for _, w := range []*float64{&c.Least, &c.Wish, &c.Most} {
			*w += 2*cellPad + slack
		}
		if c.figured > 0 {
			c.figured += 2 * cellPad
		}
	}
	return all
}

func (c *column) take(d column) {
	c.Least, c.Wish, c.Most = max(c.Least, d.Least), max(c.Wish, d.Wish), max(c.Most, d.Most)
	c.whole, c.fraction = max(c.whole, d.whole), max(c.fraction, d.fraction)
	c.Weight += d.Weight
	if d.figured > c.figured {
		c.figure, c.figured = d.figure, d.figured
	}
}

// demand is what one cell asks for.
func (g *grid) demand(c gridCell) column {
	var d column
	letters := 0
	together, line := 0.0, 0.0 // the words that stay together, and the line so far
	for _, w := range g.fitted(c.words, g.size, g.room()) {
		text := w.text()
		letters += utf8.RuneCountInString(text) + 1
		switch w.before {
		case glued, tight:
			together += w.gap + w.width
		default:
			together = w.width
		}
		if w.before == broken {
			line = 0
		}
		line += w.gap + w.width
		least := min(w.width, mostOfWord*g.room())
		if isFigure(text) {
			least = 0
			for _, part := range w.cut(g.setter, g.size, behindMarks(text)) { // a pair of them is two
				if part.width > least {
					least = part.width
					d.take(column{figure: part.text(), figured: part.width})
				}
			}
		}
		d.Least, d.Most = max(d.Least, least), max(d.Most, line)
		if together <= mostOfWord*g.room() {
			d.Wish = max(d.Wish, together)
		}
	}
	switch {
	case letters <= oneLine && !c.head:
		d.Wish = d.Most
	case letters <= twoLines:
		d.Wish = max(d.Wish, inTwoLines(c.words))
	default:
		d.Wish = max(d.Wish, min(d.Most, leastText*g.room()))
	}
	d.Wish = max(d.Wish, d.Least)
	d.Weight = d.Most * d.Most
	if c.Align == document.Decimal {
		d.whole, d.fraction, _ = g.decimal(c.Runs)
	}
	return d
}

// inTwoLines is the least width in which words stand in two lines, broken by sense.
func inTwoLines(words []word) float64 {
	all := 0.0
	for _, w := range words {
		all += w.gap + w.width
	}
	least, before, cost := all, 0.0, math.Inf(1)
	for _, w := range words {
		if before > 0 && w.before != glued && w.cost <= cost {
			here := max(before, all-before-w.gap)
			if w.cost < cost {
				least, cost = here, w.cost
			}
			least = min(least, here)
		}
		before += w.gap + w.width
	}
	return least
}

// decimal is the width of a figure before its comma, and from there on, with what is
// said of it: "75,37 (ước)".
func (g *grid) decimal(rs []document.Run) (whole, fraction float64, ok bool) {
	if len(rs) != 1 {
		return 0, 0, false
	}
	text, face := rs[0].Text, g.faces.of(rs[0].Style)
	figure, said, _ := strings.Cut(text, " ")
	if !isFigure(figure) || said != "" && said[0] != '(' {
		return 0, 0, false
	}
	if i := strings.LastIndexByte(figure, ','); i >= 0 {
		figure = figure[:i]
	}
	return face.measure(figure, g.size), face.measure(text[len(figure):], g.size), true
}
