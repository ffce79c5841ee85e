package correction

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/workbook"
)

// cellMarker gives the wrong cells of one sheet their fill, and takes it from
// those that are no longer wrong.
type cellMarker struct {
	*page
	styles *styles
	wrong  []spot              // in the order of the sheet
	clear  func(at place) bool // whether a cell may have a fill of an earlier copy
	isMark map[int]bool        // formats that have one
	added  []place             // cells that did not exist
}

// spot is a cell to be filled.
type spot struct {
	place
	grave bool
}

// mark goes through the sheet's cells.
func (p *cellMarker) mark() error {
	s := p.inElement(*p.cells)
	if _, err := s.root("sheetData"); err != nil {
		return err
	}
	last := 0
	_, err := s.children(p.cells.tag, func(t tag) error {
		if t.local != "row" {
			return errMalformed
		}
		row := last + 1
		if v, ok := t.attr("r"); ok {
			n, err := strconv.Atoi(v)
			if err != nil || n <= last {
				return errMalformed
			}
			row = n
		}
		if row > workbook.MaxRow {
			return errMalformed
		}
		last = row
		p.rowSize(row, t)
		rows, err := p.newRows(row)
		if err != nil {
			return err
		}
		if rows != "" {
			p.edits = append(p.edits, edit{t.from, t.from, rows})
		}
		return p.row(s, t, row)
	})
	if err != nil {
		return err
	}
	rest, err := p.newRows(workbook.MaxRow + 1)
	if err != nil {
		return err
	}
	if rest != "" {
		p.edits = append(p.edits, p.cells.inside(rest))
	}
	p.grow(p.added)
	return nil
}

func (p *cellMarker) rowSize(row int, t tag) {
	if t.isTrue("hidden") {
		p.heights[row] = 0
	} else if h, err := strconv.ParseFloat(t.text("ht"), 64); err == nil && h >= 0 && h <= 409.5 {
		p.heights[row] = int(h * 4 / 3)
	}
}

// newRows writes the rows up to one that exists, of which the sheet had none.
func (p *cellMarker) newRows(before int) (string, error) {
	var b strings.Builder
	for len(p.wrong) > 0 && p.wrong[0].row < before {
		row := p.wrong[0].row
		name := p.cells.child("row")
		fmt.Fprintf(&b, `<%s r="%d">`, name, row)
		cells, err := p.newCells(p.cells.child("c"), row, workbook.MaxCol+1, -1)
		if err != nil {
			return "", err
		}
		b.WriteString(cells + "</" + name + ">")
	}
	return b.String(), nil
}

// newCells writes the cells of a row up to a column, of which it had none.
// format is that of the row's empty cells, -1 for that of the column.
func (p *cellMarker) newCells(name string, row, before, format int) (string, error) {
	var b strings.Builder
	for len(p.wrong) > 0 && p.wrong[0].row == row && p.wrong[0].col < before {
		w := p.wrong[0]
		p.wrong = p.wrong[1:]
		base := format
		if base < 0 {
			base = p.look(w.col).format
		}
		n, err := p.styles.marked(base, w.grave)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, `<%s r="%s" s="%d"/>`, name, w.ref(), n)
		p.added = append(p.added, w.place)
	}
	return b.String(), nil
}

// row goes through the cells of one row.
func (p *cellMarker) row(s *scanner, t tag, row int) error {
	format := -1
	if t.isTrue("customFormat") {
		n, err := strconv.Atoi(t.text("s"))
		if err == nil {
			format = n
		}
	}
	name := t.child("c")
	col, end := 0, 0 // of the last cell, and where its element ends
	from := len(p.added)
	whole, err := s.children(t, func(c tag) error {
		if c.local != "c" {
			return nil // what a program keeps behind the cells
		}
		at := col + 1
		if v, ok := c.attr("r"); ok {
			q, ok := placeOf(v)
			if !ok || q.row != row || q.col <= col {
				return errMalformed
			}
			at = q.col
		}
		if at > workbook.MaxCol {
			return errMalformed
		}
		cells, err := p.newCells(name, row, at, format)
		if err != nil {
			return err
		}
		if cells != "" {
			p.edits = append(p.edits, edit{c.from, c.from, cells})
		}
		col = at
		if err := p.cell(c, place{row, col}); err != nil {
			return err
		}
		e, err := s.skip(c)
		end = e.end
		return err
	})
	if err != nil {
		return err
	}
	rest, err := p.newCells(name, row, workbook.MaxCol+1, format)
	if err != nil {
		return err
	}
	switch {
	case rest == "":
	case t.kind == single:
		p.edits = append(p.edits, whole.inside(rest))
	case end > 0:
		p.edits = append(p.edits, edit{end, end, rest})
	default:
		p.edits = append(p.edits, edit{t.to, t.to, rest})
	}
	p.widen(t, p.added[from:])
	return nil
}

// cell gives an existing cell its format.
func (p *cellMarker) cell(c tag, at place) error {
	format := 0
	if v := c.text("s"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil {
			return errMalformed
		}
		format = n
	}
	if len(p.wrong) > 0 && p.wrong[0].place == at {
		n, err := p.styles.marked(format, p.wrong[0].grave)
		if err != nil {
			return err
		}
		p.wrong = p.wrong[1:]
		p.edits = append(p.edits, c.set("s", strconv.Itoa(n)))
		return nil
	}
	if p.clear == nil || !p.clear(at) {
		return nil
	}
	is, known := p.isMark[format]
	if !known {
		is = p.styles.isMark(format)
		p.isMark[format] = is
	}
	if !is {
		return nil
	}
	n, err := p.styles.filled(format, 0)
	if err == nil {
		p.edits = append(p.edits, c.set("s", strconv.Itoa(n)))
	}
	return err
}

// widen makes a row say that it reaches as far as its new cells do.
func (p *cellMarker) widen(t tag, added []place) {
	spans, ok := t.attr("spans")
	fields := strings.Fields(spans)
	if !ok || len(fields) == 0 || len(added) == 0 {
		return
	}
	low, _, _ := strings.Cut(fields[0], ":")
	_, high, _ := strings.Cut(fields[len(fields)-1], ":")
	first, err1 := strconv.Atoi(low)
	last, err2 := strconv.Atoi(high)
	if err1 != nil || err2 != nil {
		return
	}
	byCol := func(a, b place) int { return a.col - b.col }
	lowest, highest := slices.MinFunc(added, byCol).col, slices.MaxFunc(added, byCol).col
	if lowest < first || highest > last {
		p.edits = append(p.edits, t.set("spans", fmt.Sprintf("%d:%d", min(first, lowest), max(last, highest))))
	}
}
