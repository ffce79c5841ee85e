package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"baocao/internal/document"
	"baocao/internal/viet"
)

const (
	cellPad    = 1.3 // mm, at each side
	smallest   = 7.5 // size of a table's letters
	smallSteps = 0.5
	headGround = "EEEEEE"
)

// placed are the cells of rows that stand below each other. A row of Word fills its
// table.
func placed(columns []document.Column, rows [][]document.Cell) [][]document.Placed {
	out := document.Place(columns, rows...)
	for i, cells := range out {
		end := 0
		if len(cells) > 0 {
			last := cells[len(cells)-1]
			end = last.Col + last.Span
		}
		if end < len(columns) {
			out[i] = append(cells, document.Placed{Col: end, Span: len(columns) - end})
		}
	}
	return out
}

// table writes a table with a head that is repeated on every page.
func (w *writer) table(t *document.Table, size float64) {
	room := w.room()
	if len(t.Columns) == 0 {
		return
	}
	head := placed(t.Columns, t.Head)
	var rows [][]document.Placed
	for _, r := range t.Rows {
		cells := placed(t.Columns, [][]document.Cell{r.Cells})[0]
		for i := range cells {
			if r.Kind == document.SectionRow && cells[i].Cell.Align == nil {
				cells[i].Align = document.Left
			}
		}
		rows = append(rows, cells)
	}
	g := w.grid(head, rows, len(t.Columns), room, size)
	w.add(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/>`+
		`<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, room)
	for _, n := range g.widths {
		w.add(`<w:gridCol w:w="%d"/>`, n)
	}
	w.add(`</w:tblGrid>`)
	for _, cells := range head {
		w.add(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		for _, c := range cells {
			w.gridCell(g, c, look{style: "TableHeading", align: "center", size: g.size}, true, "")
		}
		w.add(`</w:tr>`)
	}
	for i, cells := range rows {
		r := t.Rows[i]
		w.add(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for k, c := range cells {
			mark := ""
			if k == 0 && r.ID != "" {
				mark = rowMark(r.ID)
			}
			l := look{style: "TableText", keep: r.Keep, bold: r.Kind == document.SectionRow, size: g.size}
			if c.Align == document.Decimal {
				l.right = g.inward(c)
			}
			w.gridCell(g, c, l, false, mark)
		}
		w.add(`</w:tr>`)
	}
	w.add(`</w:tbl>`)
}

func (w *writer) gridCell(g *grid, c document.Placed, l look, head bool, mark string) {
	width := 0
	for i := c.Col; i < c.Col+c.Span; i++ {
		width += g.widths[i]
	}
	w.add(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if c.Span > 1 {
		w.add(`<w:gridSpan w:val="%d"/>`, c.Span)
	}
	switch {
	case c.RowSpan > 1:
		w.add(`<w:vMerge w:val="restart"/>`)
	case c.Under:
		w.add(`<w:vMerge/>`)
	}
	if head {
		w.add(`<w:shd w:val="clear" w:color="auto" w:fill="%s"/>`, headGround)
	}
	w.add(`<w:vAlign w:val="center"/></w:tcPr>`)
	if !head {
		switch c.Align {
		case document.Center:
			l.align = "center"
		case document.Right, document.Decimal:
			l.align = "right"
		case document.Left:
		}
	}
	w.anchored(l, mark, c.Runs)
	w.add(`</w:tc>`)
}

// grid is a table's widths.
type grid struct {
	*writer
	size      float64
	widths    []int
	fractions []float64 // of decimals: the width from the comma on, at most
}

// column is what the cells of one column ask for, in points.
type column struct {
	document.Demand
	whole, fraction float64 // of decimals: the longest parts before the comma, and from it on
}

// grid divides the room among the columns: each gets its longest figure or word, the
// rest goes to the long texts. Where that is too much the letters get smaller.
func (w *writer) grid(head, rows [][]document.Placed, columns, room int, size float64) *grid {
	g := &grid{writer: w}
	width := float64(room) / 20
	var all []column
	for ; ; size -= smallSteps {
		g.size = size
		all = make([]column, columns)
		for i, cells := range append(append([][]document.Placed(nil), head...), rows...) {
			for _, c := range cells {
				if c.Span == 1 && !c.Under {
					all[c.Col].take(g.demand(c, i < len(head)))
				}
			}
		}
		least := 0.0
		for i := range all {
			c := &all[i]
			c.Least = max(c.Least, c.whole+c.fraction) + g.pad()
			c.Wish, c.Most = c.Least, max(c.Most+g.pad(), c.Least)
			least += c.Least
		}
		if least <= width || size-smallSteps < smallest {
			break
		}
	}
	g.divide(all, width, room)
	for _, c := range all {
		g.fractions = append(g.fractions, c.fraction)
	}
	return g
}

// pad is what a cell needs beside its text; a little more than its margins, since
// every program measures letters in its own way.
func (g *grid) pad() float64 { return float64(2*mm(cellPad))/20 + 2 }

func (c *column) take(d column) {
	c.Least, c.Most, c.Weight = max(c.Least, d.Least), max(c.Most, d.Most), c.Weight+d.Weight
	c.whole, c.fraction = max(c.whole, d.whole), max(c.fraction, d.fraction)
}

// demand is what one cell asks for.
func (g *grid) demand(c document.Placed, head bool) column {
	var d column
	words := ""
	for _, r := range c.Runs {
		words += r.Text
	}
	heavy := head || len(c.Runs) > 0 && c.Runs[0].Style&document.Bold != 0
	for _, line := range strings.Split(words, "\n") {
		d.Most = max(d.Most, g.measure(line, g.size, heavy))
	}
	for _, word := range strings.Fields(strings.ReplaceAll(words, "\u00A0", "_")) {
		d.Least = max(d.Least, g.measure(word, g.size, heavy))
	}
	switch letters := utf8.RuneCountInString(words); {
	case letters <= 14 && !head: // on one line
		d.Least = d.Most
	case letters <= 24: // on two
		d.Least = max(d.Least, d.Most*0.6)
	}
	d.Weight = d.Most * d.Most
	if c.Align == document.Decimal && !head {
		if whole, fraction, ok := g.decimal(words); ok {
			d.whole, d.fraction = whole, fraction
		}
	}
	return d
}

// decimal is the width of a figure before its comma, and from there on.
func (g *grid) decimal(words string) (whole, fraction float64, ok bool) {
	figure, said, _ := strings.Cut(words, " ")
	if figure == "" || strings.Trim(figure, "0123456789.,-−") != "" || said != "" && said[0] != '(' {
		return 0, 0, false
	}
	if i := strings.LastIndexByte(figure, ','); i >= 0 {
		figure = figure[:i]
	}
	return g.measure(figure, g.size, false), g.measure(words[len(figure):], g.size, false), true
}

// inward is how far a figure stands from the right edge of its cell, so that the commas
// of the column stand below each other. A tabulator would do it in Word alone.
func (g *grid) inward(c document.Placed) int {
	words := ""
	for _, r := range c.Runs {
		words += r.Text
	}
	if _, fraction, ok := g.decimal(words); ok && c.Span == 1 {
		return points(g.fractions[c.Col] - fraction)
	}
	return 0
}

// divide divides the room, in twentieths of a point.
func (g *grid) divide(all []column, width float64, room int) {
	demands := make([]document.Demand, len(all))
	for i, c := range all {
		demands[i] = c.Demand
	}
	g.widths = make([]int, len(all))
	left := room
	for i, w := range document.Widths(demands, width) {
		g.widths[i] = int(w / width * float64(room))
		left -= g.widths[i]
	}
	g.widths[len(all)-1] += left
}

// measure is the width of a text in points, in Times New Roman as near as Word and
// others agree.
func (w *writer) measure(words string, size float64, heavy bool) float64 {
	sum := 0.0
	for _, r := range words {
		sum += w.letter(r)
	}
	if heavy {
		sum *= 1.06
	}
	return sum * size / 1000
}

// letter is the width of a letter in thousandths of its size; marks above and below
// it do not count.
func (w *writer) letter(r rune) float64 {
	if r < ' ' {
		return 0
	}
	if r < 0x7F {
		return float64(widthsOfTimes[r-' '])
	}
	if n, ok := w.widths[r]; ok {
		return n
	}
	n := 500.0
	switch base := viet.Fold(string(r)); {
	case r == 0xA0:
		n = 250
	case unicode.Is(unicode.Mn, r):
		n = 0
	case len(base) == 1 && unicode.IsUpper(r):
		n = float64(widthsOfTimes[base[0]-'a'+'A'-' '])
	case len(base) == 1:
		n = float64(widthsOfTimes[base[0]-' '])
	case r > 0x2E80: // letters of the East and pictures are square
		n = 1000
	}
	w.widths[r] = n
	return n
}

// widthsOfTimes are the widths of the letters from the blank to the tilde, in
// thousandths of their size.
var widthsOfTimes = [...]uint16{
	250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, // blank to /
	500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, // 0 to ?
	921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, // @ to O
	556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, // P to _
	333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, // ` to o
	500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541, // p to ~
}
