package ods

import "baocao/internal/workbook"

// shapes reads the shapes in the element just started.
func (s *sheetReader) shapes() error {
	return s.Children(func(string) error {
		if !s.in(drawSpace, s.Prefix) {
			return nil
		}
		return s.shape()
	})
}

// shape reads what stands in the shape just started: a text box in a frame, a drawn form, a
// group of them. A picture has no words, a chart or another document in a frame has its own.
func (s *sheetReader) shape() error {
	text := cellText{xmlPart: s.xmlPart, styles: s.styles, limit: s.guard.MaxTextLen}
	if err := s.shapeContent(&text); err != nil {
		return err
	}
	row, col := s.row, s.col
	if row > workbook.MaxRow || col > workbook.MaxCol || col == 0 {
		row, col = 0, 0
	}
	return s.sheet.AddBox(row, col, text.allRuns(), s.guard)
}

func (s *sheetReader) shapeContent(text *cellText) error {
	return s.Children(func(name string) error {
		switch {
		case s.in(textSpace, s.Prefix):
			switch name {
			case "p", "h":
				return text.paragraph()
			case "list", "list-item", "list-header":
				return s.shapeContent(text)
			}
		case s.in(drawSpace, s.Prefix):
			switch name {
			case "text-box":
				return s.shapeContent(text)
			case "image", "object", "object-ole", "plugin", "floating-frame", "glue-point":
			default: // one of a group
				return s.shape()
			}
		}
		return nil
	})
}
