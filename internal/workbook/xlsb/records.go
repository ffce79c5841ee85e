package xlsb

import (
	"encoding/binary"
	"math"
	"unicode/utf16"

	"baocao/internal/workbook"
)

// The records that matter, by their numbers in [MS-XLSB].
const (
	rowHeader     = 0
	cellBlank     = 1
	cellRk        = 2
	cellError     = 3
	cellBool      = 4
	cellReal      = 5
	cellText      = 6
	cellShared    = 7
	formulaText   = 8
	formulaNumber = 9
	formulaBool   = 10
	formulaError  = 11
	nextBlank     = 12 // to nextShared: a cell like the one 11 before, right of the cell before it
	nextShared    = 18
	sharedItem    = 19
	nameRecord    = 39
	fontRecord    = 43
	formatRecord  = 44
	fillRecord    = 45
	xfRecord      = 47
	columnInfo    = 60
	cellRich      = 62
	beginSheet    = 129
	endSheet      = 130
	beginBook     = 131
	endBook       = 132
	beginView     = 137
	beginData     = 145
	endData       = 146
	bookProperty  = 153
	bundledSheet  = 156
	calcProperty  = 157
	beginTexts    = 159
	endTexts      = 160
	mergedCell    = 176
	beginStyles   = 278
	endStyles     = 279
	linkSource    = 355
	linkSelf      = 357
	linkSame      = 358
	linkPlugin    = 667
	linkSheets    = 362
	beginXFs      = 617
	endXFs        = 618
	beginFonts    = 611
	endFonts      = 612
	beginFills    = 603
	endFills      = 604
	marginTexts   = 479
	beginRules    = 461
	beginRule     = 463
	beginIcons    = 465
	beginBar      = 467
	overlayRecord = 507
	beginComments = 628
	endComments   = 629
	beginComment  = 635
	commentText   = 637
)

// records reads one part, record by record.
type records struct {
	part  string
	data  []byte
	pos   int
	kind  int
	guard *workbook.Guard
	ticks int
}

func (r *records) bad() error { return workbook.Malformed(r.part, r.pos) }

// next reads a record; ok is false at the end of the part.
func (r *records) next() (f *fields, ok bool, err error) {
	if r.ticks++; r.ticks&0xFFF == 0 {
		if err := r.guard.Check(); err != nil {
			return nil, false, err
		}
	}
	if r.pos == len(r.data) {
		return nil, false, nil
	}
	kind, ok := r.varint(2)
	if !ok {
		return nil, false, r.bad()
	}
	size, ok := r.varint(4)
	if !ok || size > len(r.data)-r.pos {
		return nil, false, r.bad()
	}
	body := r.data[r.pos : r.pos+size]
	r.pos += size
	r.kind = kind
	return &fields{data: body}, true, nil
}

// varint reads a number in bytes of seven bits, the lowest first.
func (r *records) varint(most int) (n int, ok bool) {
	for i := range most {
		if r.pos == len(r.data) {
			return 0, false
		}
		b := r.data[r.pos]
		r.pos++
		n |= int(b&0x7F) << (7 * i)
		if b&0x80 == 0 {
			return n, true
		}
	}
	return n, most == 4 && r.data[r.pos-1]&0x80 == 0
}

// each calls f with the records of a part, which must be between a first and a last
// one. What f reads beyond a record's end is damage.
func (r *records) each(first, last int, f func(f *fields) error) error {
	for begun := false; ; begun = true {
		body, ok, err := r.next()
		switch {
		case err != nil:
			return err
		case !ok, !begun && r.kind != first:
			return r.bad()
		case begun && r.kind == last:
			if r.pos != len(r.data) {
				return r.bad()
			}
			return nil
		}
		if err := f(body); err != nil {
			return err
		}
		if body.short {
			return r.bad()
		}
	}
}

// fields reads the content of one record.
type fields struct {
	data  []byte
	short bool // more was read than there is
}

func (f *fields) bytes(n int) []byte {
	if n < 0 || n > len(f.data) {
		f.short, f.data = true, nil
		return nil
	}
	b := f.data[:n]
	f.data = f.data[n:]
	return b
}

func (f *fields) u8() byte {
	if b := f.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (f *fields) u16() int {
	if b := f.bytes(2); b != nil {
		return int(binary.LittleEndian.Uint16(b))
	}
	return 0
}

func (f *fields) u32() uint32 {
	if b := f.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (f *fields) float() float64 {
	if b := f.bytes(8); b != nil {
		return math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	return 0
}

// none stands for no text in place of a length.
const none = 0xFFFFFFFF

// units are the letters of a text, in UTF-16.
func (f *fields) units() []uint16 {
	n := f.u32()
	if n == none {
		return nil
	}
	if uint64(n) > uint64(len(f.data)/2) {
		f.short = true
		return nil
	}
	b := f.bytes(2 * int(n))
	units := make([]uint16, n)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return units
}

// text16 is a text whose length has 16 bits.
func (f *fields) text16() string {
	n := f.u16()
	b := f.bytes(2 * n)
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

func (f *fields) text() string { return string(utf16.Decode(f.units())) }
