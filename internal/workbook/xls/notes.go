package xls

import (
	"encoding/binary"

	"baocao/internal/workbook"
)

// drawn is a drawn object: its kind, and the cell that its corner lies in.
type drawn struct {
	kind     uint16
	row, col int
}

// The kinds of drawn objects that matter, and the records of a drawing, as far as they say
// where an object is.
const (
	noteObject = 0x19
	textObject = 0x06

	drawingHead   = 8
	drawingAnchor = 0xF010
	isContainer   = 0x0F
	maxNested     = 8
)

// drawnObject reads which object follows in the drawing. A picture of an older kind is too
// short to say: of no matter. Before Excel 97 the words of a box stand in a form that is
// not read.
func (s *sheetReader) drawnObject(p *pieces) {
	p.skip(4)
	s.drawn.kind = p.u16()
	s.object = int(p.u16())
	if !s.biff8 && s.drawn.kind == textObject && !p.short {
		s.sheet.Unread = true
	}
}

// anchor looks in a part of a drawing for the cell that the next object begins in.
func (d *drawn) anchor(b []byte, depth int) {
	for len(b) >= drawingHead && depth < maxNested {
		options, kind := binary.LittleEndian.Uint16(b), binary.LittleEndian.Uint16(b[2:])
		size := binary.LittleEndian.Uint32(b[4:])
		b = b[drawingHead:]
		if options&isContainer == isContainer { // its end may lie in a record that follows
			d.anchor(b[:min(int64(size), int64(len(b)))], depth+1)
		}
		if kind == drawingAnchor && len(b) >= 8 {
			d.col, d.row = int(binary.LittleEndian.Uint16(b[2:]))+1, int(binary.LittleEndian.Uint16(b[6:]))+1
		}
		b = b[min(int64(size), int64(len(b))):]
	}
}

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
		s.sheet.Unread = s.sheet.Unread || s.drawn.kind != noteObject
		return nil
	}
	if s.drawn.kind != noteObject {
		return s.sheet.AddBox(s.drawn.row, s.drawn.col, []workbook.Run{{Text: string(s.text)}}, s.guard)
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
