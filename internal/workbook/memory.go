package workbook

import "reflect"

// Memory is about how much a book takes while it is held, in bytes. A text that
// several cells share is counted for each of them.
func (b *Book) Memory() int {
	n := 0
	for _, s := range b.Sheets {
		n += len(s.Cells) * int(reflect.TypeFor[Cell]().Size())
		for i := range s.Cells {
			n += len(s.Cells[i].Text) + len(s.Cells[i].Formula)
		}
	}
	return n
}
