package pdf

import (
	"strings"

	"baocao/internal/document"
)

const (
	cellPad     = 1.3 // millimetres at each side
	annexSize   = 10.5
	cellLeading = 1.2 // of the size
)

// annex sets the table behind the report on landscape pages.
func (s *setter) annex(a *document.Annex) {
	s.newPage(true)
	centre := func(text string, style document.Style, size float64) {
		if text != "" {
			s.block(runs(text, style), s.left(), s.room(), size, size+4, alignCentre)
		}
	}
	centre(a.Label, document.Bold, 14)
	centre(strings.ToUpper(a.Title), document.Bold, 14)
	centre(a.Under, document.Italic, 14)
	s.closing()
	s.gap(6)
	s.table(&a.Table, annexSize)
	for _, note := range a.Notes {
		lines := s.lines(s.words(note.Runs, 11, s.room()), 11, s.room(), s.room())
		if s.y+float64(len(lines)+1)*14*mmPerPoint > s.bottom() {
			s.newPage(true)
		}
		s.gap(3)
		s.block(note.Runs, s.left(), s.room(), 11, 14, alignLeft)
	}
}

// setCell is a cell with its lines.
type setCell struct {
	col, span, rows int
	lines           []line
	how             align
	fill            bool
}

// setRow is a row with its measured height in millimetres.
type setRow struct {
	cells  []setCell
	height float64
	keep   bool
}

// table sets a table: rows are measured once, the header is repeated on each
// page, and a row is split by lines only when it is taller than a page.
func (s *setter) table(t *document.Table, size float64) {
	g := grid{setter: s, size: size, columns: t.Columns}
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

	head := g.header(t.Head)
	headHeight := 0.0
	for _, r := range head {
		headHeight += r.height
	}
	var rows []setRow
	for _, r := range t.Rows {
		set := g.row(r.Cells, r.Kind, nil)
		set.keep = r.Keep
		most := s.bottom() - marginTop - headHeight
		rows = append(rows, g.split(set, most)...)
	}
	drawHead := func() {
		for i, r := range head {
			g.draw(r, head[i:])
			s.y += r.height
		}
	}
	for i := 0; i < len(rows); {
		// A run of rows kept together moves as one, as long as it fits a page.
		end := i + 1
		for end < len(rows) && rows[end-1].keep {
			end++
		}
		need := 0.0
		for _, r := range rows[i:end] {
			need += r.height
		}
		if need > s.bottom()-marginTop-headHeight {
			end, need = i+1, rows[i].height
		}
		if i == 0 {
			if s.y+headHeight+need > s.bottom() {
				s.newPage(s.landscape)
			}
			drawHead()
		} else if s.y+need > s.bottom()+0.01 {
			s.newPage(s.landscape)
			drawHead()
		}
		for ; i < end; i++ {
			g.draw(rows[i], nil)
			s.y += rows[i].height
		}
	}
	if len(rows) == 0 {
		drawHead()
	}
}

// grid is one table's columns on the page.
type grid struct {
	*setter
	size    float64
	columns []document.Column
	x       []float64 // left edges, and the right edge of the last
}

func (g *grid) step() float64 { return g.size * cellLeading * mmPerPoint }

func (g *grid) cell(c document.Cell, col int, kind document.RowKind, bold bool) setCell {
	span := min(max(c.ColSpan, 1), len(g.columns)-col)
	room := g.x[col+span] - g.x[col] - 2*cellPad
	rs := make([]document.Run, len(c.Runs))
	for i, r := range c.Runs {
		if bold {
			r.Style |= document.Bold
		}
		rs[i] = r
	}
	out := setCell{col: col, span: span, rows: max(c.RowSpan, 1), lines: g.lines(g.words(rs, g.size, room), g.size, room, room)}
	how := g.columns[col].Align
	if c.Align != nil {
		how = *c.Align
	}
	out.how = map[document.Align]align{document.Left: alignLeft, document.Center: alignCentre, document.Right: alignRight}[how]
	if kind == document.SectionRow && c.Align == nil {
		out.how = alignLeft
	}
	return out
}

// row sets one row; taken tells which columns a cell above reaches into.
func (g *grid) row(cells []document.Cell, kind document.RowKind, taken []bool) setRow {
	out := setRow{height: g.step() + 2*cellPad}
	bold := kind == document.SectionRow // elsewhere the runs say so themselves
	col := 0
	for _, c := range cells {
		for col < len(taken) && taken[col] {
			col++
		}
		if col >= len(g.columns) {
			break
		}
		set := g.cell(c, col, kind, bold)
		if set.rows == 1 {
			out.height = max(out.height, float64(len(set.lines))*g.step()+2*cellPad)
		}
		out.cells = append(out.cells, set)
		col += set.span
	}
	return out
}

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
			c.how, c.fill = alignCentre, true
			for k := c.col; k < c.col+c.span; k++ {
				reach[k] = c.rows - 1
			}
		}
		out = append(out, r)
	}
	return out
}

// split cuts a row that is taller than a page.
func (g *grid) split(r setRow, most float64) []setRow {
	perPage := int((most - 2*cellPad) / g.step())
	if r.height <= most || perPage < 1 {
		return []setRow{r}
	}
	var out []setRow
	for start, more := 0, true; more; start += perPage {
		more = false
		part := setRow{height: g.step() + 2*cellPad, keep: r.keep}
		for _, c := range r.cells {
			lines := c.lines[min(start, len(c.lines)):min(start+perPage, len(c.lines))]
			more = more || len(c.lines) > start+perPage
			c.lines = lines
			part.cells = append(part.cells, c)
			part.height = max(part.height, float64(len(lines))*g.step()+2*cellPad)
		}
		out = append(out, part)
	}
	return out
}

// draw puts a row at s.y; below are the rows that its cells may reach into,
// itself first.
func (g *grid) draw(r setRow, below []setRow) {
	for _, c := range r.cells {
		height := r.height
		for k := 1; k < c.rows && k < len(below); k++ {
			height += below[k].height
		}
		x, w := g.x[c.col], g.x[c.col+c.span]-g.x[c.col]
		g.pdf.SetDrawColor(0, 0, 0)
		g.pdf.SetLineWidth(0.15)
		if c.fill {
			g.pdf.SetFillColor(238, 238, 238)
			g.pdf.Rect(x, g.y, w, height, "FD")
		} else {
			g.pdf.Rect(x, g.y, w, height, "D")
		}
		top := g.y + (height-float64(len(c.lines))*g.step())/2
		for i, l := range c.lines {
			g.setter.draw(l, x+cellPad, top+float64(i)*g.step()+0.88*g.size*mmPerPoint+0.1*g.size*mmPerPoint, w-2*cellPad, g.size, c.how)
		}
	}
}
