package recognise

import "baocao/internal/workbook"

// gridOf is a sheet by rows, looked at as long as the file may take.
func (r *reader) gridOf(s *workbook.Sheet) *grid {
	g := r.grids.of(r.book, s, r.frame())
	g.stop = r.stop
	return g
}

// grids are the sheets of one book that were looked at so far.
type grids map[*workbook.Sheet]*grid

func (all grids) of(b *workbook.Book, s *workbook.Sheet, of frame) *grid {
	g := all[s]
	if g == nil {
		g = newGrid(b, s, of)
		all[s] = g
	}
	return g
}
