package xls

import "baocao/internal/workbook"

// A defined name is stored as a formula. Only one that is nothing but a cell or
// range of a sheet of this workbook is of use; no other formula is read.

const (
	tokenRef3D  = 0x3A
	tokenArea3D = 0x3B

	wholeBook = 0xFFFE // this and the next stand for no single sheet
)

// linkTarget is one sheet or several of a linked book, by their order there.
type linkTarget struct{ book, first, last int }

// definedName is a defined name.
type definedName struct {
	name   string
	tokens []byte
}

// link reads a record about linked books or about names. What does not make
// sense is kept as nothing, so that the numbers of the others stay right.
func (x *reader) link(kind uint16, p *pieces) {
	switch kind {
	case recSupBook:
		p.u16()
		x.ownBook = append(x.ownBook, p.u16() == 0x0401)
	case recExternSheet:
		if !x.biff8 {
			return // what BIFF5 keeps here are the names of other books' sheets
		}
		for n := int(p.u16()); n > 0 && p.more(); n-- {
			x.targets = append(x.targets, linkTarget{int(p.u16()), int(p.u16()), int(p.u16())})
		}
	case recName:
		x.names = append(x.names, x.name(p))
	}
}

// builtinNames are the names that a file stores by number alone.
var builtinNames = []string{
	"Consolidate_Area", "Auto_Open", "Auto_Close", "Extract", "Database", "Criteria", "Print_Area", "Print_Titles",
	"Recorder", "Data_Form", "Auto_Activate", "Auto_Deactivate", "Sheet_Title", "_FilterDatabase",
}

const builtinPrefix = "_xlnm." // as .xlsx writes them

func (x *reader) name(p *pieces) definedName {
	options := p.u16()
	p.u8()
	n := int(p.u8())
	size := int(p.u16())
	p.skip(8)
	name := x.plainText(p, n)
	if options&0x20 != 0 && len(name) == 1 && int(name[0]) < len(builtinNames) {
		name = builtinPrefix + builtinNames[name[0]]
	}
	tokens := p.bytes(size)
	if p.short {
		tokens = nil
	}
	return definedName{name, tokens}
}

// keepNames keeps the defined names that stand for one cell or range of a sheet.
func (x *reader) keepNames() {
	known := map[string]bool{}
	for _, s := range x.book.Sheets {
		known[s.Name] = true
	}
	for _, n := range x.names {
		if sheet, rng, ok := x.place(n.tokens); ok && n.name != "" && known[sheet] {
			x.book.Names = append(x.book.Names, workbook.Name{Name: n.name, Sheet: sheet, Range: rng})
		}
	}
}

// place reads a formula that is nothing but one cell or range of a sheet.
func (x *reader) place(tokens []byte) (sheet string, rng workbook.Range, ok bool) {
	p := pieces{part: tokens}
	t := p.u8()
	if t >= 0x40 { // the three classes of a token mean the same here
		t = t&0x1F | 0x20
	}
	if t != tokenRef3D && t != tokenArea3D {
		return "", rng, false
	}
	first, last, ok := x.ownSheets(&p)
	if !ok || first != last || first >= len(x.sheets) {
		return "", rng, false
	}
	r1 := x.row(&p)
	r2 := r1
	if t == tokenArea3D {
		r2 = x.row(&p)
	}
	c1 := x.column(&p)
	c2 := c1
	if t == tokenArea3D {
		c2 = x.column(&p)
	}
	if t == tokenArea3D && (r1 == 0 && r2 == x.lastRow() || c1 == 0 && c2 == maxCols-1) {
		return "", rng, false // whole columns or rows
	}
	if p.short || len(p.part) > 0 {
		return "", rng, false
	}
	return x.sheets[first].name, workbook.RangeOf(r1+1, c1+1, r2+1, c2+1), true
}

// row reads the row of a corner, from 0, and column its column. The bits that
// say which of them follow a formula that is copied are masked out.
func (x *reader) row(p *pieces) int { return int(p.u16()) & x.lastRow() }

func (x *reader) column(p *pieces) int {
	if x.biff8 {
		return int(p.u16() & 0xFF)
	}
	return int(p.u8())
}

func (x *reader) lastRow() int {
	if x.biff8 {
		return 1<<16 - 1
	}
	return 1<<14 - 1
}

// ownSheets reads which sheets of this book a reference means.
func (x *reader) ownSheets(p *pieces) (first, last int, ok bool) {
	if x.biff8 {
		n := int(p.u16())
		if n >= len(x.targets) || x.targets[n].book >= len(x.ownBook) {
			return 0, 0, false
		}
		t := x.targets[n]
		return t.first, t.last, x.ownBook[t.book] && t.first < wholeBook && t.last < wholeBook
	}
	link := int16(p.u16())
	p.skip(8)
	first, last = int(p.u16()), int(p.u16())
	return first, last, link < 0 && first < wholeBook && last < wholeBook
}
