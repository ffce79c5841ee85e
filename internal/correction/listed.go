package correction

import (
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// listedIn returns the match keys of what the comments of a copy say, as far as
// its list of problems tells.
func listedIn(s *workbook.Sheet) (keys []string) {
	what, fix, head := 0, 0, 0
	for i := range s.Cells {
		switch c := &s.Cells[i]; viet.Fold(c.Text) {
		case viet.Fold(returns.NoteWhat):
			what, head = c.Col, c.Row
		case viet.Fold(returns.NoteFix):
			fix = c.Col
		}
	}
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Row <= head || c.Col != what || c.Kind != workbook.Text {
			continue
		}
		text := ""
		if f := s.At(c.Row, fix); f != nil {
			text = f.Text
		}
		if key := viet.Fold(commentText(c.Text, text)); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}
