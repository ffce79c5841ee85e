package correction

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/workbook"
)

// place is a cell, counted from 1.
type place struct{ row, col int }

func (p place) ref() string { return workbook.Ref(p.row, p.col) }

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.row, q.row), cmp.Compare(p.col, q.col))
}

// placeOf reads a cell's address, of a range its first cell's.
func placeOf(ref string) (place, bool) {
	first, _, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	row, col, ok := workbook.ParseRef(strings.TrimSpace(first))
	return place{row, col}, ok
}

// page is the part of one sheet, as far as marking needs it.
type page struct {
	*scanner
	top    tag // the root element
	views  []element
	size   *element // <dimension>
	cells  *element // <sheetData>
	drawn  *element // <legacyDrawing>: the shapes of comments
	after  int      // where that may stand
	merges []workbook.Range

	columns []column // by first
	width   int      // of other columns, in pixels
	height  int      // of rows that say none
	heights map[int]int
	edits   []edit
}

// column is a run of columns with one look.
type column struct{ first, last, width, format int }

// behind are the elements that stand behind <legacyDrawing>. A sheet that has
// them in another order is one that Excel wants to repair.
var behind = []string{
	"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
}

// scanPage reads a sheet's part; of one that is not to be marked only what
// stands before its cells.
func scanPage(s *scanner, whole bool) (*page, error) {
	p := &page{scanner: s, width: 64, height: 20, heights: map[int]int{}}
	var err error
	if p.top, err = s.root(""); err != nil {
		return nil, err
	}
	for p.top.kind == opening {
		c, ok, err := s.next()
		if err != nil || !ok {
			return nil, errMalformed
		}
		if c.kind == closing || c.local == "sheetData" && !whole {
			break
		}
		e, err := s.skip(c)
		if err == nil {
			err = p.child(e)
		}
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(p.columns, func(a, b column) int { return cmp.Compare(a.first, b.first) })
	if whole && p.cells == nil {
		return nil, errMalformed
	}
	return p, nil
}

// child notes what is of use of one child of the root element.
func (p *page) child(e element) error {
	isBehind := slices.Contains(behind, e.local)
	var of []element
	var err error
	switch e.local {
	case "sheetViews", "cols", "mergeCells", "AlternateContent":
		if of, err = p.inner(e); err != nil {
			return err
		}
	case "sheetFormatPr":
		p.defaults(e)
	case "dimension":
		p.size = &e
	case "sheetData":
		if p.cells != nil {
			return errMalformed
		}
		p.cells = &e
	case "legacyDrawing":
		p.drawn = &e
	}
	for _, c := range of {
		switch c.local {
		case "sheetView":
			p.views = append(p.views, c)
		case "col":
			p.column(c)
		case "mergeCell":
			p.mergeCell(c)
		case "Choice", "Fallback": // the same thing for newer and for older programs
			choice, err := p.inner(c)
			if err != nil {
				return err
			}
			for _, c := range choice {
				isBehind = isBehind || slices.Contains(behind, c.local)
				if c.local == "legacyDrawing" && p.drawn == nil {
					p.drawn = &c
				}
			}
		}
	}
	if !isBehind {
		p.after = e.end
	}
	return nil
}

func (p *page) mergeCell(e element) {
	first, last, two := strings.Cut(e.text("ref"), ":")
	a, ok1 := placeOf(first)
	b, ok2 := placeOf(last)
	if two && ok1 && ok2 {
		p.merges = append(p.merges, workbook.RangeOf(a.row, a.col, b.row, b.col))
	}
}

// corner is the cell that shows what a cell of a merged range holds.
func (p *page) corner(at place) place {
	for _, m := range p.merges {
		if m.Row <= at.row && at.row <= m.LastRow && m.Col <= at.col && at.col <= m.LastCol {
			return place{m.Row, m.Col}
		}
	}
	return at
}

func (p *page) defaults(e element) {
	if w, err := strconv.ParseFloat(e.text("defaultColWidth"), 64); err == nil && w > 0 && w <= 255 {
		p.width = pixels(w)
	}
	if h, err := strconv.ParseFloat(e.text("defaultRowHeight"), 64); err == nil && h > 0 && h <= 409.5 {
		p.height = int(h * 4 / 3)
	}
	if e.isTrue("zeroHeight") {
		p.height = 0
	}
}

func (p *page) column(e element) {
	c := column{width: p.width}
	c.first, _ = strconv.Atoi(e.text("min"))
	c.last, _ = strconv.Atoi(e.text("max"))
	c.format, _ = strconv.Atoi(e.text("style"))
	if w, err := strconv.ParseFloat(e.text("width"), 64); err == nil && w >= 0 && w <= 255 {
		c.width = pixels(w)
	}
	if e.isTrue("hidden") {
		c.width = 0
	}
	if c.first >= 1 && c.last >= c.first {
		p.columns = append(p.columns, c)
	}
}

// pixels is a column's width on a screen of usual density: the file counts in
// digits of the workbook's font, 7 pixels wide.
func pixels(width float64) int { return int((256*width + 18) / 256 * 7) }

// look is the width and format of a column.
func (p *page) look(col int) column {
	i, found := slices.BinarySearchFunc(p.columns, col, func(c column, col int) int {
		return cmp.Compare(c.first, col)
	})
	if !found {
		i--
	}
	if i >= 0 && p.columns[i].last >= col {
		return p.columns[i]
	}
	return column{width: p.width}
}

// rowHeight is a row's height in pixels.
func (p *page) rowHeight(row int) int {
	if h, ok := p.heights[row]; ok {
		return h
	}
	return p.height
}

// deselect makes the sheet one that is not selected. Two selected sheets would
// be changed together, by whatever is typed into one of them.
func (p *page) deselect() {
	for i := range p.views {
		if p.views[i].isTrue("tabSelected") {
			p.edits = append(p.edits, p.views[i].set("tabSelected", "0"))
		}
	}
}

// grow makes the sheet say that it reaches as far as its new cells do.
func (p *page) grow(to []place) {
	if p.size == nil || len(to) == 0 {
		return
	}
	first, last, two := strings.Cut(p.size.text("ref"), ":")
	a, ok := placeOf(first)
	b, ok2 := a, true
	if two {
		b, ok2 = placeOf(last)
	}
	if !ok || !ok2 {
		return
	}
	all := workbook.Range{Row: a.row, Col: a.col, LastRow: b.row, LastCol: b.col}
	was := all
	for _, q := range to {
		all.Row, all.Col = min(all.Row, q.row), min(all.Col, q.col)
		all.LastRow, all.LastCol = max(all.LastRow, q.row), max(all.LastCol, q.col)
	}
	if all != was {
		p.edits = append(p.edits, p.size.set("ref", all.String()))
	}
}

// draw makes the sheet refer to the shapes of its comments.
func (p *page) draw(space, rel string) {
	name := p.top.child("legacyDrawing")
	text := "<" + name + ` xmlns:r="` + space + `" r:id="` + rel + `"/>`
	if prefix, ok := p.top.namespace(space); ok && prefix != "" {
		text = "<" + name + " " + prefix + `:id="` + rel + `"/>`
	}
	p.edits = append(p.edits, edit{p.after, p.after, text})
}
