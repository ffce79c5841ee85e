package workbook

// What is read at most of the shapes of a sheet: no office draws as many.
const maxBoxes = 200

// boxMemory is about what a box takes beside its text, in bytes.
const boxMemory = 256

// AddBox adds what stands in a shape whose corner lies in a cell; row and column are 0
// where the file does not say which. Shapes without words are left out, and of more than
// anybody draws the sheet says that some were not read.
func (s *Sheet) AddBox(row, col int, runs []Run, g *Guard) error {
	c, ok := MarginCell(runs)
	if !ok {
		return nil
	}
	if len(s.Boxes) >= maxBoxes {
		s.Unread = true
		return nil
	}
	if row > 0 && row <= MaxRow && col > 0 && col <= MaxCol {
		c.Row, c.Col = row, col
	}
	s.Boxes = append(s.Boxes, c)
	return g.Use(boxMemory + 2*len(c.Text))
}
