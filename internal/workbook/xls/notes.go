package xls

import "baocao/internal/workbook"

// objectText reads the text of the drawn object before it. Damage in drawings must
// not make a file fail: a remark is all that may be lost.
func (s *sheetReader) objectText() error {
	if !s.biff8 {
		return nil
	}
	p, err := s.r.continued()
	if err != nil {
		return err
	}
	p.skip(10)
	n := int(p.u16())
	p.skip(6)
	if p.short || n == 0 || !p.more() {
		return nil
	}
	s.units = p.characters(s.units[:0], n, p.u8()&1 != 0)
	s.text = appendUnits(s.text[:0], s.units)
	if p.short {
		return nil
	}
	if s.remarks == nil {
		s.remarks = map[int]string{}
	}
	s.remarks[s.object] = string(s.text)
	return s.guard.Use(64 + len(s.text))
}

// note reads the record that ties a remark to a cell.
func (s *sheetReader) note(p *pieces) error {
	row, col := int(p.u16())+1, int(p.u16())+1
	text := ""
	if s.biff8 {
		p.skip(2)
		text = s.remarks[int(p.u16())]
	} else {
		n := int(p.u16())
		b := p.bytes(min(n, len(p.part)))
		text = string(s.decode(nil, b, ""))
	}
	if p.short || text == "" || row > maxRows || col > maxCols {
		return nil
	}
	s.sheet.Comments = append(s.sheet.Comments, workbook.Comment{Row: row, Col: col, Text: text})
	return s.guard.Use(64 + len(text))
}
