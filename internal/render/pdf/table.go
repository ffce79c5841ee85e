package pdf

import (
	"slices"

	"baocao/internal/document"
	"baocao/internal/form"
)

const (
	cellPad       = 1.3 * mm // at each side
	cellLeading   = 1.2      // of the size
	gridThickness = 0.15 * mm
	mostBlank     = 0.3 // of a page, that rows may leave to stay together
	littleAnnex   = 0.2 // of a page: a last one that holds less is spared where it can be
	tightPad      = 0.6 // of cellPad, above and below the words of rows that spare a page
	headShade     = 17
	noteLeading   = 1.27 // of the size
)

// annex sets the table behind the report on landscape pages.
func (s *setter) annex(a *document.Annex) {
	f := s.form.Annex
	if f.Restarts {
		s.first = len(s.pages)
	}
	s.newPage(true)
	centre := func(text string, of form.Text) (widest, last float64) {
		s.gap(of.Above)
		return s.titled(styled(text, of.Style), titlePhrase, 0, s.room(), of.Size.Is, of.Leading)
	}
	s.title = s.open(0, asHeading1)
	centre(a.Label, f.Label)
	s.goOn()
	widest, last := centre(a.Title, f.Title)
	s.title = 0
	centre(a.Under, f.Under)
	s.closing(f.Close, f.Rule, widest, last)
	s.gap(6)
	table := s.grid(&a.Table, s.form.Table.Annex)
	table.loosen(0, s.bottom()-s.y-table.headHeight)
	size := s.form.Table.Note
	if len(a.Notes) > 0 { // no page has a note alone
		first := len(s.wrap(a.Notes[0].Runs, size, s.room(), s.room(), alignLeft))
		table.after = float64(first+1) * size * noteLeading
	}
	if len(a.Units) == 0 {
		table.tighten(s.y + table.headHeight)
	}
	table.put()
	for _, note := range a.Notes {
		lines := s.wrap(note.Runs, size, s.room(), s.room(), alignLeft)
		lead := size * noteLeading
		if h := float64(len(lines)+1) * lead; s.y+h > s.bottom() && h < s.bottom()-s.top() {
			s.newPage(true)
		}
		s.gap(3)
		s.tag = s.open(0, asParagraph)
		s.stack(lines, 0, s.room(), size, lead, alignLeft)
	}
	for _, u := range a.Units {
		heading := s.open(0, asHeading2)
		table := s.grid(&u.Table, s.form.Table.Annex)
		// The title stays with the head of its table and its first rows, or all of a short one.
		need := max(table.beginning(), table.headHeight+height(table.rows[:min(len(table.rows), 2)]))
		if whole := table.headHeight + height(table.rows); whole <= mostTogether*(s.bottom()-s.top()) {
			need = whole
		}
		if s.y+3*f.Label.Leading+need > s.bottom() {
			s.newPage(true)
		} else {
			s.gap(12)
		}
		s.title = heading
		centre(u.Title, f.Label)
		s.title = 0
		s.gap(4)
		table.loosen(0, s.bottom()-s.y-table.headHeight)
		table.put()
	}
	if a.Chart != nil {
		s.chart(a.Chart)
	}
}

// gridCell is a cell at its place, and its words before they are fitted to a width.
type gridCell struct {
	document.Placed
	head  bool
	kind  document.RowKind
	words []word
	tag   int
}

// placed are the cells of rows that stand below each other.
func (g *grid) placed(rows ...[]document.Cell) [][]gridCell {
	out := make([][]gridCell, len(rows))
	for i, cells := range document.Place(g.columns, rows...) {
		for _, c := range cells {
			if !c.Under { // the cell above is drawn over its rows
				out[i] = append(out[i], gridCell{Placed: c})
			}
		}
	}
	return out
}

// read cuts the text of the cells into words, in the size of the table.
func (g *grid) read(rows [][]gridCell) {
	for _, cells := range rows {
		for i := range cells {
			c := &cells[i]
			rs := c.Runs
			if c.kind == document.SectionRow { // elsewhere the runs say so themselves
				rs = slices.Clone(rs)
				for k := range rs {
					rs[k].Style |= document.Bold
				}
			}
			c.words = g.whole(rs, g.size)
			if c.head { // as titles are, and before the year
				bySense(c.words, func(word string) bool { return titlePhrase(word) || beginsFigure(word) })
			}
		}
	}
}

// setCell is a cell with its lines.
type setCell struct {
	col, span, rows int
	lines           []setLine
	how             align
	inward          float64 // from the right edge, so that the commas of a column stand below each other
	shade           uint8
	tag             int
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
	x          []float64 // left edges from the margin, and the right edge of the last
	fractions  []float64 // of decimals: the width from the comma on, at most
	head, rows []setRow
	headHeight float64
	after      float64 // the height of what stands below the last row, on its page
}

// grid makes a table ready. A row is split by lines only when it is taller
// than a page.
func (s *setter) grid(t *document.Table, size float64) *grid {
	g := &grid{setter: s, columns: t.Columns}
	table := s.open(0, asTable)
	all := g.placed(t.Head...)
	for _, cells := range all {
		for i := range cells {
			cells[i].head, cells[i].Align = true, document.Center
		}
		g.tagRow(table, "", cells)
	}
	for _, r := range t.Rows {
		cells := g.placed(r.Cells)[0]
		for i := range cells {
			cells[i].kind = r.Kind
			if r.Kind == document.SectionRow && cells[i].Cell.Align == nil {
				cells[i].Align = document.Left
			}
		}
		g.tagRow(table, r.ID, cells)
		all = append(all, cells)
	}
	g.divide(all, size)
	for _, cells := range all[:len(t.Head)] {
		g.head = append(g.head, g.row(cells))
	}
	g.headHeight = height(g.head)
	for i, cells := range all[len(t.Head):] {
		set := g.row(cells)
		set.keep = t.Rows[i].Keep
		g.rows = append(g.rows, g.inParts(set)...)
	}
	for i := 0; i < len(g.rows); {
		i = g.loosen(i, g.page())
	}
	return g
}

// loosen lets the rows from i on that are kept with each other go on on the next page,
// where the room does not hold them all: else a title, or their first rows, would
// stand on a page of their own. The first three rows stay together, and the last two.
// It gives the first row behind them.
func (g *grid) loosen(i int, room float64) int {
	end := g.kept(i)
	if height(g.rows[i:end]) > room {
		for k := i + 2; k < end-2; k++ {
			// A row without a number belongs to the one above.
			below := g.rows[k+1].cells
			g.rows[k].keep = len(below) > 0 && len(below[0].lines) == 0
		}
	}
	return end
}

// kept is the first row behind those that are kept with the row i.
func (g *grid) kept(i int) int {
	end := min(i+1, len(g.rows))
	for end < len(g.rows) && g.rows[end-1].keep {
		end++
	}
	return end
}

func height(rows []setRow) float64 {
	h := 0.0
	for _, r := range rows {
		h += r.height
	}
	return h
}

// page is the height that rows have on a page of their own.
func (g *grid) page() float64 { return g.bottom() - g.top() - g.headHeight }

// together gives the rows from i on that move as one: those kept with each
// other, as long as they fit a page.
func (g *grid) together(i int) []setRow {
	end := g.kept(i)
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
	if g.y+g.beginning() > g.bottom() && g.y > g.top() {
		g.newPage(g.turned())
	}
	g.putHead(false)
	starts, _ := g.broken(g.y)
	for i, r := range g.rows {
		if slices.Contains(starts, i) {
			g.newPage(g.turned())
			g.putHead(true)
		}
		g.putRow(r, nil, false)
		g.y += r.height
	}
}

// broken gives the rows that begin a new page when the first stands at y, and how far
// down the last page is filled, with what stands below the table.
func (g *grid) broken(y float64) (starts []int, end float64) {
	for i := 0; i < len(g.rows); {
		rows, after := g.together(i), 0.0
		if i+len(rows) == len(g.rows) && height(rows)+g.after <= g.page() {
			after = g.after
		}
		if room := g.bottom() - y; i > 0 && room > mostBlank*g.page() && height(rows) > room {
			g.loosen(i, room)
			rows = g.together(i)
		}
		if i > 0 && y+height(rows)+after > g.bottom()+0.01*mm {
			starts = append(starts, i)
			y = g.top() + g.headHeight
		}
		y += height(rows)
		i += len(rows)
	}
	return starts, y + g.after
}

// tighten moves the rows nearer to each other where that spares a last page with little
// on it. The first row stands at y.
func (g *grid) tighten(y float64) {
	usual := slices.Clone(g.rows) // breaking loosens rows
	starts, end := g.broken(y)
	g.rows = slices.Clone(usual)
	if len(starts) == 0 || end-g.top()-g.headHeight > littleAnnex*g.page() {
		return
	}
	for i := range g.rows {
		g.rows[i].height -= 2 * cellPad * (1 - tightPad)
	}
	tight := slices.Clone(g.rows)
	if fewer, end := g.broken(y); len(fewer) == len(starts) || end > g.bottom() {
		tight = usual
	}
	g.rows = tight
}

func (g *grid) putHead(again bool) {
	for i, r := range g.head {
		g.putRow(r, g.head[i:], again)
		g.y += r.height
	}
}

func (g *grid) step() float64 { return g.size * cellLeading }

func (g *grid) cell(c gridCell) setCell {
	room := g.x[c.Col+c.Span] - g.x[c.Col] - 2*cellPad
	out := setCell{col: c.Col, span: c.Span, rows: max(c.RowSpan, 1), how: alignOf(c.Align), tag: c.tag}
	if c.head {
		out.shade = headShade
	}
	out.lines = lines(g.fitted(c.words, g.size, room), room, room, out.how)
	if c.Align == document.Decimal && c.Span == 1 && len(out.lines) == 1 {
		if _, fraction, ok := g.decimal(c.Runs); ok {
			out.inward = g.fractions[c.Col] - fraction
		}
	}
	return out
}

func alignIn(a form.Align) align {
	switch a {
	case form.Centre:
		return alignCentre
	case form.Right:
		return alignRight
	case form.Justify:
		return alignBoth
	case form.Left:
	}
	return alignLeft
}

func alignOf(a document.Align) align {
	switch a {
	case document.Center:
		return alignCentre
	case document.Right, document.Decimal:
		return alignRight
	}
	return alignLeft
}

// row sets the cells of a row. One that reaches below does not make it taller.
func (g *grid) row(cells []gridCell) setRow {
	out := setRow{height: g.tall(1)}
	for _, c := range cells {
		set := g.cell(c)
		if set.rows == 1 {
			out.height = max(out.height, g.tall(len(set.lines)))
		}
		out.cells = append(out.cells, set)
	}
	return out
}

// tall is the height of a row of that many lines.
func (g *grid) tall(lines int) float64 { return float64(lines)*g.step() + 2*cellPad }

// inParts cuts a row that is taller than a page.
func (g *grid) inParts(r setRow) []setRow {
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
// itself first. A head that is put again is not read again.
func (g *grid) putRow(r setRow, below []setRow, again bool) {
	for _, c := range r.cells {
		tall := r.height
		for k := 1; k < c.rows && k < len(below); k++ {
			tall += below[k].height
		}
		x, w := g.left()+g.x[c.col], g.x[c.col+c.span]-g.x[c.col]
		g.add(Rect{X: x, Y: g.y, Width: w, Height: tall, Thickness: gridThickness, Shade: c.shade})
		g.tag = c.tag
		if again {
			g.tag = 0
		}
		top := g.y + (tall-float64(len(c.lines))*g.step())/2
		for i, l := range c.lines {
			g.setter.put(l, x+cellPad, top+float64(i)*g.step()+0.98*g.size, w-2*cellPad-c.inward, g.size, c.how)
		}
	}
}
