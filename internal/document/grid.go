package document

import "math"

// Placed is a cell at its place in a table.
type Placed struct {
	Cell
	Col, Span int   // its first column, and how many it covers
	Align     Align // its own or its column's
	Under     bool  // no cell: what stands here reaches down from a row above
}

// Place finds the columns of the cells of rows that stand below each other: a cell
// covers the rows and columns it says, and those after it stand beside. Cells beyond
// the last column are left out.
func Place(columns []Column, rows ...[]Cell) [][]Placed {
	type reach struct{ until, span int }
	above := make([]reach, len(columns)) // by the first column of a cell that reaches down
	out := make([][]Placed, len(rows))
	for i, cells := range rows {
		under := func(col int) int {
			for col < len(columns) && above[col].until > i {
				out[i] = append(out[i], Placed{Col: col, Span: above[col].span, Under: true})
				col += above[col].span
			}
			return col
		}
		col := 0
		for _, c := range cells {
			if col = under(col); col >= len(columns) {
				break
			}
			p := Placed{Cell: c, Col: col, Span: min(max(c.ColSpan, 1), len(columns)-col), Align: columns[col].Align}
			if c.Align != nil {
				p.Align = *c.Align
			}
			above[col] = reach{i + max(c.RowSpan, 1), p.Span}
			out[i] = append(out[i], p)
			col += p.Span
		}
		under(col)
	}
	return out
}

// Demand is the width that the texts of a column ask for, in any unit.
type Demand struct {
	Least  float64 // its longest figure or word
	Wish   float64 // with what is read as one on one line; not below Least
	Most   float64 // all texts on one line each
	Weight float64 // of its texts: the sum of their squared widths
}

// Widths divides the room among the columns: each gets what it wishes, or as much of
// that as there is room for, and the rest goes to those whose texts are long, the more
// of it the longer they are, and to none more than it can use. By the cube root of the
// squared lengths the rows together get about least tall. Where not even the least
// widths have room, all are cut by the same part.
func Widths(all []Demand, room float64) []float64 {
	least, wish := 0.0, 0.0
	for _, c := range all {
		least += c.Least
		wish += c.Wish
	}
	low := func(c Demand) float64 { return c.Wish }
	switch {
	case least > room:
		low = func(c Demand) float64 { return c.Least * room / least }
	case wish > room:
		part := (room - least) / (wish - least)
		low = func(c Demand) float64 { return c.Least + part*(c.Wish-c.Least) }
	}
	widths := make([]float64, len(all))
	share := func(by float64) float64 {
		sum := 0.0
		for i, c := range all {
			widths[i] = max(low(c), min(by*math.Cbrt(c.Weight), c.Most))
			sum += widths[i]
		}
		return sum
	}
	below, above := 0.0, 1.0
	for share(above) < room && above < 1e6 {
		above *= 2
	}
	for range 50 {
		if by := (below + above) / 2; share(by) < room {
			below = by
		} else {
			above = by
		}
	}
	for sum, i := share(below), 0; i < len(widths); i++ { // what all texts leave, when they are short
		widths[i] *= room / sum
	}
	return widths
}
