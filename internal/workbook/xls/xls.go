// Package xls reads workbooks of Excel 5.0 to 2003 (.xls, in the formats BIFF5 and
// BIFF8): values, texts, looks and names. Of formulas their values are read, and simple ones
// as text.
package xls

import (
	"encoding/binary"

	"baocao/internal/diag"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Parts are the names a workbook stream has in its container. A file for both
// generations of Excel has both; the first holds more.
var Parts = []string{"Workbook", "Book"}

// Read reads a workbook stream, the part of that name. Some programs write it to a
// file as it is, without a container.
func Read(part string, stream []byte, g *workbook.Guard) (*workbook.Book, error) {
	stream, err := unlocked(stream, g)
	if err != nil {
		return nil, err
	}
	x := &reader{part: part, data: stream, guard: g, book: &workbook.Book{Format: "xls"}, formats: map[int]string{},
		lost: map[int]bool{}}
	x.setCodePage(0)
	if err := x.read(); err != nil {
		return nil, err
	}
	return x.book, nil
}

// reader reads one workbook stream: records of the "binary interchange file
// format", in the fashion of Excel 97 (BIFF8) or of Excel 5.0 and 95 (BIFF5).
type reader struct {
	part  string
	data  []byte
	guard *workbook.Guard
	book  *workbook.Book
	biff8 bool

	sheets  []boundSheet
	fonts   []font
	palette []uint32 // of the workbook's own colours, from number 8 on
	formats map[int]string
	lost    map[int]bool // of formats, those whose text is not whole
	xfs     []format
	styles  []*workbook.Style
	byLook  map[look]*workbook.Style
	looks   map[*workbook.Style]look
	strings []sharedString
	ownBook []bool // of each linked book, whether it is this one
	targets []linkTarget
	names   []definedName

	codePage    [2]*highHalf // for text in common fonts, and in old Vietnamese ones
	unknownPage int          // the code page when nobody knows it, 0 otherwise
	undecoded   bool         // a text has letters of it

	units []uint16 // scratch for one text
	marks []mark
	text  []byte

	cells int // so far, over all sheets
}

type format struct {
	font, code int
	ground     int // the number of the colour behind the text; -1 where it is not one colour
	spread     bool
}

// font is a font by its name and what it does to a text.
type font struct {
	name   string
	color  int
	struck bool
	script workbook.Script
}

// boundSheet is a sheet as the workbook's own records list it.
type boundSheet struct {
	name       string
	visibility workbook.Visibility
	kind       byte
	offset     int
	cells      int // at most
}

// The records that are read, by number.
const (
	recBOF         = 0x0809
	recEOF         = 0x000A
	recCodePage    = 0x0042
	recDateMode    = 0x0022
	recFilePass    = 0x002F
	recFont        = 0x0031
	recFormat      = 0x041E
	recXF          = 0x00E0
	recBoundSheet  = 0x0085
	recSST         = 0x00FC
	recContinue    = 0x003C
	recName        = 0x0018
	recExternSheet = 0x0017
	recSupBook     = 0x01AE

	recSize      = 0x0200 // of the table of cells
	recBlank     = 0x0201
	recMulBlank  = 0x00BE
	recNumber    = 0x0203
	recRK        = 0x027E
	recMulRK     = 0x00BD
	recLabel     = 0x0204
	recLabelSST  = 0x00FD
	recRString   = 0x00D6
	recBoolErr   = 0x0205
	recFormula   = 0x0006
	recFormula3  = 0x0206
	recFormula4  = 0x0406
	recString    = 0x0207
	recRow       = 0x0208
	recColInfo   = 0x007D
	recMerged    = 0x00E5
	recSheetBool = 0x0081
	recNote      = 0x001C
	recObject    = 0x005D
	recDrawing   = 0x00EC
	recText      = 0x01B6
	recCalcMode  = 0x000D
	recPalette   = 0x0092
	recMMS       = 0x00C1 // of menus
	recDBCell    = 0x00D7
	recPictures  = 0x00EB // of all sheets, which are large
	recArray     = 0x0221
	recShared    = 0x04BC
	recWindow    = 0x023E
	recRecalc    = 0x01C1
	recHeader    = 0x0014
	recFooter    = 0x0015
	recViewBegin = 0x01AA
	recViewEnd   = 0x01AB
	recMargins   = 0x089C // of first and even pages
	recRuleCells = 0x01B0
	recRule      = 0x01B1

	bofSize         = 16
	workbookGlobals = 0x0005
	worksheet       = 0x0010
)

// records walks over the records of a stream.
type records struct {
	part  string
	data  []byte
	guard *workbook.Guard
	ticks int
	pos   int // of what follows the record

	at   int // of the record
	kind uint16
	body []byte
}

func (r *records) bad() error { return workbook.Malformed(r.part, r.at) }

func (r *records) next() error {
	if r.ticks++; r.ticks&0xFFF == 0 {
		if err := r.guard.Check(); err != nil {
			return err
		}
	}
	r.at = r.pos
	kind, body, ok := recordAt(r.data, r.pos)
	if !ok {
		return r.bad()
	}
	r.kind, r.body = kind, body
	r.pos += 4 + len(body)
	return nil
}

func recordAt(data []byte, pos int) (kind uint16, body []byte, ok bool) {
	if pos < 0 || pos+4 > len(data) {
		return 0, nil, false
	}
	n := int(binary.LittleEndian.Uint16(data[pos+2:]))
	if pos+4+n > len(data) {
		return 0, nil, false
	}
	return binary.LittleEndian.Uint16(data[pos:]), data[pos+4 : pos+4+n], true
}

// continued is the record's content together with that of the CONTINUE records
// that follow it.
func (r *records) continued() (pieces, error) {
	p := pieces{part: r.body}
	for {
		kind, body, ok := recordAt(r.data, r.pos)
		if !ok || kind != recContinue {
			return p, nil
		}
		if err := r.guard.Use(24); err != nil {
			return p, err
		}
		p.rest = append(p.rest, body)
		r.pos += 4 + len(body)
	}
}

// begin checks the first record of a stream or sheet and returns what kind of
// sheet it begins.
func (x *reader) begin(r *records) (version, kind uint16, err error) {
	if err := r.next(); err != nil {
		return 0, 0, err
	}
	switch r.kind {
	case recBOF:
	case 0x0009, 0x0209, 0x0409:
		return 0, 0, workbook.Refuse("B112", nil)
	default:
		return 0, 0, r.bad()
	}
	p := pieces{part: r.body}
	version, kind = p.u16(), p.u16()
	switch {
	case p.short, len(r.body) > bofSize:
		return 0, 0, r.bad()
	case version == 0x0600, version == 0x0500:
		return version, kind, nil
	case version < 0x0500:
		return 0, 0, workbook.Refuse("B112", nil)
	}
	return 0, 0, r.bad()
}

func (x *reader) read() error {
	r := &records{part: x.part, data: x.data, guard: x.guard}
	version, kind, err := x.begin(r)
	if err != nil {
		return err
	}
	if kind != workbookGlobals {
		return r.bad()
	}
	x.biff8 = version == 0x0600
	if err := x.globals(r); err != nil {
		return err
	}
	if len(x.sheets) == 0 {
		return workbook.Refuse("B134", nil)
	}
	x.makeStyles()
	found, err := x.substreams(r)
	if err != nil {
		return x.within(err, r.at)
	}
	if err := x.matchSheets(found); err != nil {
		return err
	}
	for i := range x.sheets {
		if s := &x.sheets[i]; s.kind == 0 {
			if err := x.readSheet(s); err != nil {
				return workbook.Locate(err, viet.Clean(s.name), "")
			}
		}
	}
	switch {
	case len(x.book.Sheets) == 0:
		return workbook.Refuse("B134", nil)
	case x.undecoded:
		return workbook.Refuse("B136", diag.Args{"page": x.unknownPage})
	}
	x.keepNames()
	return nil
}

// within adds to an error in which sheet it was met, by its offset.
func (x *reader) within(err error, at int) error {
	var last *boundSheet
	for i := range x.sheets {
		if s := &x.sheets[i]; s.offset <= at && (last == nil || s.offset > last.offset) {
			last = s
		}
	}
	if last == nil {
		return err
	}
	return workbook.Locate(err, viet.Clean(last.name), "")
}

// globals reads what holds for all sheets.
func (x *reader) globals(r *records) error {
	var table *pieces // of the shared texts: read last, because they name fonts
	tableAt := 0
	before := uint16(0)
	for depth := 1; ; {
		if err := r.next(); err != nil {
			return err
		}
		switch r.kind {
		case recBOF:
			depth++
		case recEOF:
			if depth--; depth > 0 {
				continue
			}
			if table != nil {
				return x.readSharedStrings(table, tableAt)
			}
			return nil
		}
		if depth > 1 {
			continue
		}
		if !isSound(r.kind, r.body) || x.isMisnamedLook(r, before) || r.kind != recPictures && x.tookIn(r.body) {
			return r.bad()
		}
		before = r.kind
		if r.kind == recSST {
			if table != nil {
				return r.bad()
			}
			tableAt = r.at
			p, err := r.continued()
			if err != nil {
				return err
			}
			table = &p
			continue
		}
		if err := x.global(r); err != nil {
			return err
		}
	}
}

func (x *reader) global(r *records) error {
	p, err := r.continued()
	if err != nil {
		return err
	}
	switch r.kind {
	case recFilePass:
		return workbook.Refuse("B111", nil)
	case recCodePage:
		x.setCodePage(int(p.u16()))
	case recDateMode:
		x.book.Date1904 = p.u16() == 1
	case recFont:
		if err := x.guard.Use(workbook.CellMemory); err != nil {
			return err
		}
		p.skip(2)
		f := font{struck: p.u16()&8 != 0, color: int(p.u16())}
		p.skip(2)
		switch p.u16() {
		case 1:
			f.script = workbook.Raised
		case 2:
			f.script = workbook.Lowered
		}
		p.skip(4)
		undecoded := x.undecoded
		f.name = x.shortText(&p)
		x.undecoded = undecoded // the name of a font is no content
		x.fonts = append(x.fonts, f)
	case recPalette:
		for n := min(int(p.u16()), 56); n > 0 && !p.short; n-- {
			v := p.u32()
			x.palette = append(x.palette, v&0xFF<<16|v&0xFF00|v>>16&0xFF)
		}
	case recFormat:
		n := int(p.u16())
		if x.biff8 {
			x.formats[n] = x.longText(&p)
		} else {
			undecoded := x.undecoded
			x.formats[n] = x.shortText(&p)
			x.undecoded = undecoded
		}
		x.lost[n], p.short = p.short, false
	case recXF:
		if err := x.guard.Use(workbook.CellMemory); err != nil {
			return err
		}
		f := format{font: int(p.u16()), code: int(p.u16()), ground: groundColor}
		if rest := p.part; x.biff8 && len(rest) >= 16 {
			f.spread = rest[2]&7 == 6
			switch pattern := rest[13] >> 2; pattern {
			case 0:
			case 1:
				f.ground = int(rest[14] & 0x7F)
			default:
				f.ground = -1
			}
		}
		x.xfs = append(x.xfs, f)
	case recRecalc:
		p.skip(4)
		if p.u32() == 0 && !p.short {
			x.book.Stale = true // no version of Excel has calculated it
		}
		return nil
	case recBoundSheet:
		if err := x.boundSheet(&p); err != nil {
			return err
		}
	case recSupBook, recExternSheet, recName:
		// What is wrong with links and names must not make a file fail: no
		// figure depends on them.
		if err := x.guard.Use(p.size() + workbook.CellMemory); err != nil {
			return err
		}
		x.link(r.kind, &p)
		return nil
	}
	if p.short {
		return r.bad()
	}
	return nil
}

func (x *reader) boundSheet(p *pieces) error {
	if len(x.sheets) >= x.guard.MaxSheets {
		return workbook.TooMuch(workbook.LimitSheets, x.guard.MaxSheets)
	}
	s := boundSheet{offset: int(p.u32())}
	switch p.u8() & 3 {
	case 1:
		s.visibility = workbook.Hidden
	case 2:
		s.visibility = workbook.VeryHidden
	}
	s.kind = p.u8()
	s.name = x.shortText(p)
	x.sheets = append(x.sheets, s)
	return nil
}

// makeStyles makes the style of each cell format. Equal ones are shared.
func (x *reader) makeStyles() {
	if len(x.xfs) == 0 {
		x.xfs = []format{{ground: groundColor}}
	}
	x.styles = make([]*workbook.Style, len(x.xfs))
	for i, f := range x.xfs {
		font := x.font(f.font)
		x.styles[i] = x.styleOf(look{font.name, x.formatCode(f.code), font.struck, font.script, font.color, f.ground,
			f.spread, x.lost[f.code]})
	}
}

func (x *reader) formatCode(n int) string {
	if code, ok := x.formats[n]; ok {
		return code
	}
	return workbook.BuiltinFormat(n)
}

// Numbers of colours that stand for those of the screen.
const (
	textColor   = 64
	groundColor = 65
	autoColor   = 0x7FFF // of a font
)

// alike tells whether two colours are clearly the same.
func (x *reader) alike(a, b int) bool {
	if b < 0 {
		return false
	}
	if a == b {
		return true
	}
	first, ok1 := x.rgb(a)
	second, ok2 := x.rgb(b)
	return ok1 && ok2 && workbook.Alike(first, second)
}

// isDark tells the usual colours of texts, which no ground has.
func (x *reader) isDark(n int) bool {
	return n == textColor || n == autoColor || n == 8 && len(x.palette) == 0
}

// hue is what people call a colour; a ground below 0 is a pattern's.
func (x *reader) hue(n int) workbook.Hue {
	if n == textColor || n == groundColor {
		return workbook.NoHue
	}
	rgb, ok := x.rgb(n)
	if n < 0 || !ok {
		return workbook.SomeHue
	}
	return workbook.HueOf(rgb)
}

// rgb are the parts of a colour by its number.
func (x *reader) rgb(n int) (uint32, bool) {
	switch {
	case n == autoColor:
		return 0, true
	case n >= 8 && n-8 < len(x.palette):
		return x.palette[n-8], true
	}
	return workbook.OldColor(n)
}

// font is a font by its number. There is no font 4; the numbers of those that follow
// are one too high.
func (x *reader) font(n int) font {
	switch {
	case n < 4 && n < len(x.fonts):
		return x.fonts[n]
	case n > 4 && n <= len(x.fonts):
		return x.fonts[n-1]
	}
	return font{}
}
