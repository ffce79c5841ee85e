package workbook

import (
	"encoding/binary"
	"errors"

	"baocao/internal/viet"
)

// readOLE reads a compound file: a workbook of Excel 5.0 to 2003, or the
// envelope of a newer one that is encrypted.
func readOLE(data []byte, lim Limits, g *guard) (*Book, error) {
	c, err := openCompound(data, g)
	if err != nil {
		return nil, err
	}
	switch {
	case c.has("EncryptedPackage") && c.has("EncryptionInfo"):
		return readProtected(data, c, lim, g)
	case c.has("EncryptedPackage"), c.has("\tDRMContent"):
		return nil, &fault{code: "B111"}
	case c.has("WordDocument"):
		return nil, &fault{code: "B116"}
	}
	// A file for both generations of Excel has both; the newer one holds more.
	for _, name := range []string{"Workbook", "Book"} {
		if !c.has(name) {
			continue
		}
		stream, err := c.stream(name)
		if err != nil {
			return nil, err
		}
		return readXLS(name, stream, lim, g)
	}
	return nil, &fault{code: "B117"}
}

// readXLS reads a workbook stream, the part of that name. Some programs write it
// to a file as it is, without a container.
func readXLS(part string, stream []byte, lim Limits, g *guard) (*Book, error) {
	stream, err := unlocked(stream, lim, g)
	if err != nil {
		return nil, err
	}
	x := &xlsReader{part: part, data: stream, lim: lim, guard: g, book: &Book{Format: "xls"}, formats: map[int]string{}}
	x.setCodePage(0)
	if err := x.read(); err != nil {
		return nil, err
	}
	return x.book, nil
}

// xlsReader reads one workbook stream: records of the "binary interchange file
// format", in the fashion of Excel 97 (BIFF8) or of Excel 5.0 and 95 (BIFF5).
type xlsReader struct {
	part  string
	data  []byte
	lim   Limits
	guard *guard
	book  *Book
	biff8 bool

	sheets  []boundSheet
	fonts   []string
	formats map[int]string
	xfs     []xlsFormat
	styles  []*Style
	strings []sharedString
	ownBook []bool // of each linked book, whether it is this one
	targets []linkTarget
	names   []xlsName

	codePage [2]*highHalf // for text in common fonts, and in old Vietnamese ones
	units    []uint16     // scratch for one text
	marks    []mark
	text     []byte

	cells int // so far, over all sheets
}

type xlsFormat struct{ font, code int }

// boundSheet is a sheet as the workbook's own records list it.
type boundSheet struct {
	name       string
	visibility Visibility
	kind       byte
	offset     int
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

	workbookGlobals = 0x0005
	worksheet       = 0x0010
)

// records walks over the records of a stream.
type records struct {
	part  string
	data  []byte
	guard *guard
	ticks int
	pos   int // of what follows the record

	at   int // of the record
	kind uint16
	body []byte
}

func (r *records) bad() error { return malformed(r.part, r.at) }

func (r *records) next() error {
	if r.ticks++; r.ticks&0xFFF == 0 {
		if err := r.guard.check(); err != nil {
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
	if pos+4 > len(data) {
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
		if err := r.guard.use(24); err != nil {
			return p, err
		}
		p.rest = append(p.rest, body)
		r.pos += 4 + len(body)
	}
}

// begin checks the first record of a stream or sheet and returns what kind of
// sheet it begins.
func (x *xlsReader) begin(r *records) (version, kind uint16, err error) {
	if err := r.next(); err != nil {
		return 0, 0, err
	}
	switch r.kind {
	case recBOF:
	case 0x0009, 0x0209, 0x0409:
		return 0, 0, &fault{code: "B112"}
	default:
		return 0, 0, r.bad()
	}
	p := pieces{part: r.body}
	version, kind = p.u16(), p.u16()
	switch {
	case p.short:
		return 0, 0, r.bad()
	case version == 0x0600, version == 0x0500:
		return version, kind, nil
	case version < 0x0500:
		return 0, 0, &fault{code: "B112"}
	}
	return 0, 0, r.bad()
}

func (x *xlsReader) read() error {
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
		return &fault{code: "B134"}
	}
	x.makeStyles()
	seen := map[int]bool{}
	for i := range x.sheets {
		s := &x.sheets[i]
		if s.kind != 0 {
			continue // a chart, macro sheet or module has no cells to report
		}
		if seen[s.offset] {
			return &fault{code: "B124", sheet: viet.Clean(s.name), args: args{"found": printable(s.name)}}
		}
		seen[s.offset] = true
		if err := x.readSheet(s); err != nil {
			var f *fault
			if errors.As(err, &f) && f.sheet == "" {
				f.sheet = viet.Clean(s.name)
			}
			return err
		}
	}
	x.keepNames()
	return nil
}

// globals reads what holds for all sheets.
func (x *xlsReader) globals(r *records) error {
	var table *pieces // of the shared texts: read last, because they name fonts
	tableAt := 0
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

func (x *xlsReader) global(r *records) error {
	p, err := r.continued()
	if err != nil {
		return err
	}
	switch r.kind {
	case recFilePass:
		return &fault{code: "B111"}
	case recCodePage:
		x.setCodePage(int(p.u16()))
	case recDateMode:
		x.book.Date1904 = p.u16() == 1
	case recFont:
		p.skip(14)
		if err := x.guard.use(cellMemory); err != nil {
			return err
		}
		x.fonts = append(x.fonts, x.shortText(&p))
	case recFormat:
		n := int(p.u16())
		if x.biff8 {
			x.formats[n] = x.longText(&p)
		} else {
			x.formats[n] = x.shortText(&p)
		}
	case recXF:
		if err := x.guard.use(cellMemory); err != nil {
			return err
		}
		x.xfs = append(x.xfs, xlsFormat{int(p.u16()), int(p.u16())})
	case recBoundSheet:
		if err := x.boundSheet(&p); err != nil {
			return err
		}
	case recSupBook, recExternSheet, recName:
		// What is wrong with links and names must not make a file fail: no
		// figure depends on them.
		if err := x.guard.use(p.size() + cellMemory); err != nil {
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

func (x *xlsReader) boundSheet(p *pieces) error {
	if len(x.sheets) >= x.lim.MaxSheets {
		return &fault{code: "B130", args: args{"what": limitSheets, "limit": x.lim.MaxSheets}}
	}
	s := boundSheet{offset: int(p.u32())}
	switch p.u8() & 3 {
	case 1:
		s.visibility = Hidden
	case 2:
		s.visibility = VeryHidden
	}
	s.kind = p.u8()
	s.name = x.shortText(p)
	x.sheets = append(x.sheets, s)
	return nil
}

// makeStyles makes the style of each cell format. Equal ones are shared.
func (x *xlsReader) makeStyles() {
	if len(x.xfs) == 0 {
		x.xfs = []xlsFormat{{}}
	}
	type look struct{ font, code string }
	shared := map[look]*Style{}
	x.styles = make([]*Style, len(x.xfs))
	for i, f := range x.xfs {
		l := look{x.fontName(f.font), x.formatCode(f.code)}
		if shared[l] == nil {
			shared[l] = newStyle(l.font, l.code)
		}
		x.styles[i] = shared[l]
	}
}

func (x *xlsReader) formatCode(n int) string {
	if code, ok := x.formats[n]; ok {
		return code
	}
	if code, ok := builtinFormats[n]; ok {
		return code
	}
	if n >= 27 && n <= 36 || n >= 50 && n <= 58 {
		return "dd/mm/yyyy" // dates whose look depends on an East Asian locale
	}
	return "General"
}

// fontName is the name of a font by its number. There is no font 4; the
// numbers of those that follow are one too high.
func (x *xlsReader) fontName(n int) string {
	switch {
	case n < 4 && n < len(x.fonts):
		return x.fonts[n]
	case n > 4 && n <= len(x.fonts):
		return x.fonts[n-1]
	}
	return ""
}
