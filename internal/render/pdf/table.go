package pdf

import (
	"strings"

	"baocao/internal/document"
)

const (
	cellPad       = 1.3 * mm // at each side
	cellLeading   = 1.2      // of the size
	gridThickness = 0.15 * mm
	headShade     = 17

	annexSize   = 10.5
	noteSize    = 11.0
	noteLeading = 14.0
)

// annex sets the table behind the report on landscape pages.
func (s *setter) annex(a *document.Annex) {
	s.newPage(true)
	centre := func(text string, style document.Style) {
		s.block(runs(text, style), s.left(), s.room(), bodySize, titleLeading, alignCentre)
	}
	centre(a.Label, document.Bold)
	centre(strings.ToUpper(a.Title), document.Bold)
	centre(a.Under, document.Italic)
	s.closing()
	s.gap(6)
	s.grid(&a.Table, annexSize).put()
	for _, u := range a.Units {
		table := s.grid(&u.Table, annexSize)
		// The title stays with the head of its table and its first rows.
		if s.y+3*titleLeading+table.headHeight+height(table.rows[:min(len(table.rows), 2)]) > s.bottom() {
			s.newPage(true)
		} else {
			s.gap(12)
		}
		centre(u.Title, document.Bold)
		s.gap(4)
		table.put()
	}
	for _, note := range a.Notes {
		lines := s.lines(s.words(note.Runs, noteSize, s.room()), noteSize, s.room(), s.room())
		if s.y+float64(len(lines)+1)*noteLeading > s.bottom() {
			s.newPage(true)
		}
		s.gap(3)
		s.block(note.Runs, s.left(), s.room(), noteSize, noteLeading, alignLeft)
	}
}

// setCell is a cell with its lines.
type setCell struct {
	col, span, rows int
	lines           []setLine
	how             align
	shade           uint8
}

// setRow is a row with its measured height.
type setRow struct {
	cells  []setCell
	height float64
	keep   bool // with the next row
}

// grid is a table made ready for its place: rows are measured once.
type grid struct {
	*setter
	size       float64
	columns    []document.Column
	x          []float64 // left edges, and the right edge of the last
	head, rows []setRow
	headHeight float64
}

// grid makes a table ready. A row is split by lines only when it is taller
// than a page.
func (s *setter) grid(t *document.Table, size float64) *grid {
	g := &grid{setter: s, size: size, columns: t.Columns}
	total := 0.0
	for _, c := range t.Columns {
		total += c.Width
	}
	x := s.left()
	for _, c := range t.Columns {
		g.x = append(g.x, x)
		x += c.Width / total * s.room()
	}
	g.x = append(g.x, x)

	g.head = g.header(t.Head)
	g.headHeight = height(g.head)
	for _, r := range t.Rows {
		set := g.row(r.Cells, r.Kind, nil)
		set.keep = r.Keep
		g.rows = append(g.rows, g.split(set)...)
	}
	return g
}

func height(rows []setRow) float64 {
	h := 0.0
	for _, r := range rows {
		h += r.height
	}
	return h
}

// page is the height that rows have on a page of their own.
func (g *grid) page() float64 { return g.bottom() - marginTop - g.headHeight }

// together gives the rows from i on that move as one: those kept with each
// other, as long as they fit a page.
func (g *grid) together(i int) []setRow {
	end := i + 1
	for end < len(g.rows) && g.rows[end-1].keep {
		end++
	}
	if height(g.rows[i:end]) > g.page() {
		end = i + 1
	}
	return g.rows[i:end]
}

// beginning is the height of the header and the first rows, which stay with
// the heading above.
func (g *grid) beginning() float64 {
	if len(g.rows) == 0 {
		return g.headHeight
	}
	return g.headHeight + height(g.together(0))
}

// put sets the table from s.y on; the header is repeated on each page.
func (g *grid) put() {
	if g.y+g.beginning() > g.bottom() && g.y > marginTop {
		g.newPage(g.landscape())
	}
	g.putHead()
	for i := 0; i < len(g.rows); {
		rows := g.together(i)
		if i > 0 && g.y+height(rows) > g.bottom()+0.01*mm {
			g.newPage(g.landscape())
			g.putHead()
		}
		for _, r := range rows {
			g.putRow(r, nil)
			g.y += r.height
		}
		i += len(rows)
	}
}

func (g *grid) putHead() {
	for i, r := range g.head {
		g.putRow(r, g.head[i:])
		g.y += r.height
	}
}

func (g *grid) step() float64 { return g.size * cellLeading }

func (g *grid) cell(c document.Cell, col int, kind document.RowKind) setCell {
	span := min(max(c.ColSpan, 1), len(g.columns)-col)
	room := g.x[col+span] - g.x[col] - 2*cellPad
	rs := make([]document.Run, len(c.Runs))
	for i, r := range c.Runs {
		if kind == document.SectionRow { // elsewhere the runs say so themselves
			r.Style |= document.Bold
		}
		rs[i] = r
	}
	how := g.columns[col].Align
	switch {
	case c.Align != nil:
		how = *c.Align
	case kind == document.SectionRow:
		how = document.Left
	}
	return setCell{
		col: col, span: span, rows: max(c.RowSpan, 1), how: alignOf(how),
		lines: g.lines(g.words(rs, g.size, room), g.size, room, room),
	}
}

func alignOf(a document.Align) align {
	switch a {
	case document.Center:
		return alignCentre
	case document.Right:
		return alignRight
	}
	return alignLeft
}

// row sets one row; taken tells which columns a cell above reaches into.
func (g *grid) row(cells []document.Cell, kind document.RowKind, taken []bool) setRow {
	out := setRow{height: g.tall(1)}
	col := 0
	for _, c := range cells {
		for col < len(taken) && taken[col] {
			col++
		}
		if col >= len(g.columns) {
			break
		}
		set := g.cell(c, col, kind)
		if set.rows == 1 {
			out.height = max(out.height, g.tall(len(set.lines)))
		}
		out.cells = append(out.cells, set)
		col += set.span
	}
	return out
}

// tall is the height of a row of that many lines.
func (g *grid) tall(lines int) float64 { return float64(lines)*g.step() + 2*cellPad }

func (g *grid) header(head [][]document.Cell) []setRow {
	var out []setRow
	reach := make([]int, len(g.columns)) // rows that a cell above still covers
	for _, cells := range head {
		taken := make([]bool, len(g.columns))
		for i := range reach {
			taken[i] = reach[i] > 0
			reach[i] = max(reach[i]-1, 0)
		}
		r := g.row(cells, document.IndicatorRow, taken)
		for i := range r.cells {
			c := &r.cells[i]
			c.how, c.shade = alignCentre, headShade
			for k := c.col; k < c.col+c.span; k++ {
				reach[k] = c.rows - 1
			}
		}
		out = append(out, r)
	}
	return out
}

// split cuts a row that is taller than a page.
func (g *grid) split(r setRow) []setRow {
	perPage := int((g.page() - 2*cellPad) / g.step())
	if r.height <= g.page() || perPage < 1 {
		return []setRow{r}
	}
	var out []setRow
	for start, more := 0, true; more; start += perPage {
		more = false
		part := setRow{height: g.tall(1), keep: r.keep}
		for _, c := range r.cells {
			lines := c.lines[min(start, len(c.lines)):min(start+perPage, len(c.lines))]
			more = more || len(c.lines) > start+perPage
			c.lines = lines
			part.cells = append(part.cells, c)
			part.height = max(part.height, g.tall(len(lines)))
		}
		out = append(out, part)
	}
	return out
}

// putRow places a row at s.y; below are the rows that its cells may reach into,
// itself first.
func (g *grid) putRow(r setRow, below []setRow) {
	for _, c := range r.cells {
		tall := r.height
		for k := 1; k < c.rows && k < len(below); k++ {
			tall += below[k].height
		}
		x, w := g.x[c.col], g.x[c.col+c.span]-g.x[c.col]
		g.add(Rect{X: x, Y: g.y, Width: w, Height: tall, Thickness: gridThickness, Shade: c.shade})
		top := g.y + (tall-float64(len(c.lines))*g.step())/2
		for i, l := range c.lines {
			g.setter.put(l, x+cellPad, top+float64(i)*g.step()+0.98*g.size, w-2*cellPad, g.size, c.how)
		}
	}
}
