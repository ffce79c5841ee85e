package xls

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"

	"baocao/internal/diag"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// An .xls has no checksums. What shows damage is how its parts fit together: the
// stream is substreams one after another, what holds for all sheets and then the
// sheets, each from its BOF to its EOF, and a list says where each sheet begins.

// substream is a sheet, chart or macro sheet in the stream.
type substream struct {
	kind  uint16
	cells int // at most
}

// chart is the one kind of substream that lies inside another.
const chart = 0x0020

var endOfSheet = []byte{recEOF, 0, 0, 0}

// substreams walks over the stream from the end of what holds for all sheets and
// tells what begins where. A sheet that runs into the next one, or ends within
// itself, is found here: what follows an EOF is a BOF or the end.
func (x *reader) substreams(r *records) (map[int]substream, error) {
	found := map[int]substream{}
	for {
		// Between sheets and after the last some programs leave room.
		r.pos = len(x.data) - len(bytes.TrimLeft(x.data[r.pos:], "\x00"))
		if kind, _, _ := recordAt(x.data, r.pos); kind != recBOF {
			if r.at = r.pos; bytes.Contains(x.data[r.pos:], endOfSheet) {
				return nil, r.bad()
			}
			return found, nil // left over behind the last sheet
		}
		if err := x.guard.Use(64); err != nil {
			return nil, err
		}
		from := r.pos
		_, kind, err := x.begin(r)
		if err != nil {
			return nil, err
		}
		n, err := x.count(r, kind)
		if err != nil {
			return nil, err
		}
		found[from] = substream{kind, n}
	}
}

// count steps to the end of a substream and tells how many cells it has at most.
func (x *reader) count(r *records, kind uint16) (n int, err error) {
	for depth := 1; depth > 0; {
		if err := r.next(); err != nil {
			return 0, err
		}
		switch r.kind {
		case recBOF:
			if p := (pieces{part: r.body[min(2, len(r.body)):]}); kind == worksheet && p.u16() != chart {
				return 0, r.bad()
			}
			depth++
		case recEOF:
			depth--
		case recNumber, recRK, recLabel, recLabelSST, recRString, recBoolErr, recFormula, recFormula3, recFormula4:
			n++
		case recMulRK:
			n += len(r.body) / 6
		}
	}
	return n, nil
}

// matchSheets compares the list of sheets with those that are there. A sheet that
// is in one of them alone, or of another kind, is damage: one flipped bit makes it
// a chart, or leaves it out of the list.
func (x *reader) matchSheets(found map[int]substream) error {
	unlisted := 0
	for _, s := range found {
		if s.kind == worksheet {
			unlisted++
		}
	}
	seen := map[int]bool{}
	for i := range x.sheets {
		s := &x.sheets[i]
		if s.kind != 0 {
			continue // a chart, macro sheet or module has no cells to report
		}
		if seen[s.offset] {
			return workbook.Refuse("B124", diag.Args{"found": workbook.Printable(s.name)}).At(viet.Clean(s.name), "")
		}
		seen[s.offset] = true
		if found[s.offset].kind != worksheet {
			return workbook.Refuse("B135", nil).At(viet.Clean(s.name), "")
		}
		s.cells = found[s.offset].cells
		unlisted--
	}
	if unlisted > 0 {
		return workbook.Refuse("B135", nil)
	}
	return nil
}

// isSound tells whether Excel has a record of that number; those of later versions than
// 97 repeat it in their content. Any other number is damaged, and with it a cell, a look
// or a name is lost.
func isSound(kind uint16, body []byte) bool {
	if kind < laterRecords {
		_, ok := slices.BinarySearch(knownRecords, kind)
		return ok
	}
	p := pieces{part: body}
	return kind == recBOF || p.u16() == kind
}

const laterRecords = 0x0800

var knownRecords = []uint16{
	0x0006, 0x000A, 0x000C, 0x000D, 0x000E, 0x000F, 0x0010, 0x0011, 0x0012, 0x0013, 0x0014, 0x0015, 0x0016, 0x0017,
	0x0018, 0x0019, 0x001A, 0x001B, 0x001C, 0x001D, 0x0022, 0x0023, 0x0026, 0x0027, 0x0028, 0x0029, 0x002A, 0x002B,
	0x002F, 0x0031, 0x0033, 0x0034, 0x003C, 0x003D, 0x0040, 0x0041, 0x0042, 0x004D, 0x004E, 0x004F, 0x0050, 0x0051,
	0x0052, 0x0053, 0x0055, 0x0056, 0x0059, 0x005A, 0x005B, 0x005C, 0x005D, 0x005E, 0x005F, 0x0060, 0x0061, 0x0063,
	0x0064, 0x007D, 0x0080, 0x0081, 0x0082, 0x0083, 0x0084, 0x0085, 0x0086, 0x0087, 0x0088, 0x0089, 0x008A, 0x008B,
	0x008C, 0x008D, 0x008E, 0x008F, 0x0090, 0x0092, 0x0094, 0x0095, 0x0096, 0x0097, 0x0098, 0x0099, 0x009A, 0x009B,
	0x009C, 0x009D, 0x009E, 0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x00AA,
	0x00AB, 0x00AC, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B4, 0x00B5, 0x00B6, 0x00B8, 0x00B9, 0x00BA, 0x00BB,
	0x00BC, 0x00BD, 0x00BE, 0x00BF, 0x00C0, 0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5, 0x00C6, 0x00C7, 0x00C8, 0x00C9,
	0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF, 0x00D0, 0x00D1, 0x00D2, 0x00D3, 0x00D5, 0x00D6, 0x00D7, 0x00D8,
	0x00D9, 0x00DA, 0x00DB, 0x00DC, 0x00DD, 0x00DE, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E9,
	0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x00F0, 0x00F1, 0x00F2, 0x00F3, 0x00F4, 0x00F5, 0x00F6, 0x00F7,
	0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FF, 0x0100, 0x0103, 0x0122, 0x0137, 0x0138, 0x013B, 0x013D,
	0x013E, 0x013F, 0x0140, 0x014A, 0x014B, 0x014D, 0x014E, 0x014F, 0x0150, 0x0151, 0x0152, 0x0153, 0x0154, 0x015F,
	0x0160, 0x0161, 0x0162, 0x0163, 0x0191, 0x0192, 0x0193, 0x0194, 0x0195, 0x0196, 0x0197, 0x0198, 0x01A9, 0x01AA,
	0x01AB, 0x01AC, 0x01AD, 0x01AE, 0x01AF, 0x01B0, 0x01B1, 0x01B2, 0x01B5, 0x01B6, 0x01B7, 0x01B8, 0x01B9, 0x01BA,
	0x01BB, 0x01BC, 0x01BD, 0x01BE, 0x01C0, 0x01C1, 0x01C2, 0x0200, 0x0201, 0x0203, 0x0204, 0x0205, 0x0206, 0x0207,
	0x0208, 0x020B, 0x0221, 0x0225, 0x0236, 0x023E, 0x027E, 0x0293, 0x0406, 0x0418, 0x041E, 0x043C, 0x04BC, 0x0800,
}

// tookIn tells whether a record, or what it has too much, holds cells or looks: its
// length is damaged, and it took in those behind it.
func (x *reader) tookIn(body []byte) bool {
	for at := range len(body) - 9 {
		n, taken := 0, 0
		for {
			kind, inner, ok := recordAt(body, at+n)
			if !ok || !x.isTold(kind, inner) {
				break
			}
			n += 4 + len(inner)
			if taken++; taken > 1 {
				return true
			}
		}
		// Small numbers stand everywhere: one of them alone says nothing.
		if first := binary.LittleEndian.Uint16(body[at:]); taken == 1 && first > recFont && beginsRecord(body[at+n:]) {
			return true
		}
	}
	return false
}

// beginsRecord tells whether what is left is nothing, or begins as a record.
func beginsRecord(rest []byte) bool {
	if len(rest) < 2 {
		return true
	}
	kind := binary.LittleEndian.Uint16(rest)
	return kind < laterRecords && isSound(kind, nil)
}

// runsOver tells whether what a cell has too much is how the next one begins.
func (s *sheetReader) runsOver(rest []byte) bool {
	p := pieces{part: rest}
	kind, size, row, col := p.u16(), int(p.u16()), int(p.u16())+1, int(p.u16())+1
	if p.short || !slices.Contains(cellKinds, kind) || cellSize(kind) > 0 && size != cellSize(kind) {
		return s.tookIn(rest)
	}
	return row == s.row && col > s.col || row > s.row && row <= s.row+rowBlock && col <= maxCols || s.tookIn(rest)
}

// isTold tells records whose loss would show, by their number and their form.
func (x *reader) isTold(kind uint16, body []byte) bool {
	switch kind {
	case recFont, recFormat, recXF:
		return x.isLook(kind, body)
	case recMerged:
		return isMerges(body)
	case recColInfo:
		return x.isColumns(body)
	}
	_, _, ok := x.address(kind, body)
	return ok && x.fits(kind, body)
}

// cellKinds are the records of the table of cells that have an address.
var cellKinds = []uint16{recBlank, recMulBlank, recNumber, recRK, recMulRK, recLabel, recLabelSST, recRString,
	recBoolErr, recFormula, recFormula3, recFormula4, recRow}

// address is where the record of a cell or row stands; a row stands before its cells.
func (x *reader) address(kind uint16, body []byte) (row, col int, ok bool) {
	if !slices.Contains(cellKinds, kind) || len(body) < 6 {
		return 0, 0, false
	}
	p := pieces{part: body}
	row, col = int(p.u16()), int(p.u16())
	if kind == recRow {
		return row, -1, len(body) == rowSize
	}
	return row, col, col < maxCols && int(p.u16()) < len(x.xfs)
}

// fits tells whether a record's content is as long as its kind has it.
func (x *reader) fits(kind uint16, body []byte) bool {
	n := len(body)
	rest := n - 8
	switch kind {
	case recRow:
		return n == rowSize
	case recMulRK:
		return n >= 12 && n%6 == 0
	case recMulBlank:
		return n >= 8 && n%2 == 0
	case recFormula, recFormula3, recFormula4:
		return n >= 22 && n-22 >= int(binary.LittleEndian.Uint16(body[20:]))
	case recLabel, recRString:
		if rest < 0 {
			return false
		}
		letters := int(binary.LittleEndian.Uint16(body[6:]))
		return letters <= rest && rest <= 5*letters+9
	}
	return n == cellSize(kind)
}

func isMerges(body []byte) bool {
	p := pieces{part: body}
	n := int(p.u16())
	for p.more() {
		if r1, r2, c1, c2 := p.u16(), p.u16(), p.u16(), p.u16(); r1 > r2 || c1 > c2 || c2 >= maxCols {
			return false
		}
	}
	return n > 0 && len(body) == 2+8*n
}

func (x *reader) isColumns(body []byte) bool {
	p := pieces{part: body}
	first, last, _, look := p.u16(), p.u16(), p.u16(), p.u16()
	return len(body) == 12 && first <= last && last <= maxCols && int(look) < len(x.xfs)
}

// isMisnamed tells whether the record is a cell or the like whose number is damaged:
// one bit off, and of the form of such a record at its place.
func (s *sheetReader) isMisnamed() bool {
	off := func(kind uint16) bool { return bits.OnesCount16(kind^s.r.kind) == 1 }
	switch {
	case s.r.kind == recSize && s.isSize(): // one bit off a text, which it stands before where rows have no record
		s.sized = true
		return false
	case s.r.kind == recDBCell && s.pointsToRow(): // one bit off a text, and in the middle of them
		return false
	case off(recMerged) && isMerges(s.r.body), off(recColInfo) && s.isColumns(s.r.body):
		return true
	case s.biff8 && off(recWindow) && len(s.r.body) == windowSize: // it says whether zeros are shown
		return true
	}
	for _, kind := range cellKinds {
		if off(kind) && s.fits(kind, s.r.body) && s.standsBetween(kind) {
			return true
		}
	}
	return false
}

// isSize: a sheet says its size once, before all cells: first row and column, and those
// behind the last.
func (s *sheetReader) isSize() bool {
	p := pieces{part: s.r.body}
	number := func() int { return int(p.u16()) }
	size := 10
	if s.biff8 {
		size, number = 14, func() int { return int(p.u16()) | int(p.u16())<<16 }
	}
	rows, endRow, cols, endCol := number(), number(), int(p.u16()), int(p.u16())
	return !s.sized && s.last.end == 0 && len(s.r.body) == size && rows <= endRow && endRow <= maxRows &&
		cols <= endCol && endCol <= maxCols && p.u16() == 0
}

// pointsToRow: the end of a block of rows says how far back its first one is.
func (s *sheetReader) pointsToRow() bool {
	p := pieces{part: s.r.body}
	kind, _, _ := recordAt(s.r.data, s.r.at-int(p.u32()))
	return kind == recRow
}

// standsBetween tells whether the record, taken for another kind, has its place in the
// table of cells: behind what is before it, and before what is behind.
func (s *sheetReader) standsBetween(kind uint16) bool {
	row, col, ok := s.address(kind, s.r.body)
	if !ok {
		return false
	}
	next, body, _ := recordAt(s.r.data, s.r.pos)
	nextRow, nextCol, before := s.address(next, body)
	after := s.last.end == s.r.at
	if kind == recRow {
		return before && next == recRow && row < nextRow || after && s.last.col < 0 && row > s.last.row
	}
	if before && row == nextRow {
		return col < nextCol
	}
	if after && row == s.last.row && s.last.col >= 0 {
		return col > s.last.col
	}
	// Alone in its row. What ends the table of Excel 95 is one bit off a number.
	return after && (row > s.last.row || s.last.col < 0) && !(before && next != recRow && row > nextRow) &&
		(s.biff8 || s.r.kind != recWindow)
}

// isMisnamedLook tells the same of a font, number format or cell format: they stand
// together, and those that follow one that is lost would be taken for others.
func (x *reader) isMisnamedLook(r *records, before uint16) bool {
	after, _, _ := recordAt(r.data, r.pos)
	for _, kind := range []uint16{recFont, recFormat, recXF} {
		if bits.OnesCount16(kind^r.kind) == 1 && (kind == before || kind == after) && x.isLook(kind, r.body) {
			return true
		}
	}
	return false
}

func (x *reader) isLook(kind uint16, body []byte) bool {
	at := 14 // of the name of a font, after its length
	switch {
	case kind == recXF && x.biff8:
		return len(body) == 20
	case kind == recXF:
		return len(body) == 16
	case kind == recFormat:
		at = 2
	}
	if len(body) < at+3 {
		return false
	}
	letters, rest := int(body[at]), len(body)-at-1
	switch {
	case !x.biff8:
		return rest == letters
	case kind == recFormat:
		rest-- // its length is in two bytes
	}
	return rest-1 == letters || rest-1 == 2*letters
}
