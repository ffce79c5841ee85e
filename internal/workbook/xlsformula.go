package workbook

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// UnreadFormula stands as the formula of a cell whose stored formula could not
// be turned into text; its value is none the less the one the file holds.
const UnreadFormula = "(không đọc được công thức)"

const (
	// maxFormula is well above what Excel lets one type.
	maxFormula = 32_767
	// maxFormulas bounds the formula texts of a whole book, and maxFormulaWork
	// what is written to make them: a formula of many cells is stored once and
	// told for each of them.
	maxFormulas    = 64 << 20
	maxFormulaWork = 1 << 30
)

// The tokens of a stored formula that are treated one by one. Those from
// tokenArray on come in three classes, told apart by two more bits.
const (
	tokenShared    = 0x01
	tokenPlus      = 0x12
	tokenMinus     = 0x13
	tokenPercent   = 0x14
	tokenParen     = 0x15
	tokenMissing   = 0x16
	tokenText      = 0x17
	tokenAttribute = 0x19
	tokenError     = 0x1C
	tokenBool      = 0x1D
	tokenInt       = 0x1E
	tokenNumber    = 0x1F

	tokenArray       = 0x20
	tokenFunction    = 0x21
	tokenFunctionVar = 0x22
	tokenName        = 0x23
	tokenRef         = 0x24
	tokenArea        = 0x25
	tokenMemArea     = 0x26
	tokenMemError    = 0x27
	tokenMemNone     = 0x28
	tokenMemFunction = 0x29
	tokenRefError    = 0x2A
	tokenAreaError   = 0x2B
	tokenRefNear     = 0x2C
	tokenAreaNear    = 0x2D
	tokenLinkedName  = 0x39
	tokenRef3D       = 0x3A
	tokenArea3D      = 0x3B
	tokenRefError3D  = 0x3C
	tokenAreaError3D = 0x3D
)

var binaryOperators = map[byte]string{
	0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/", 0x07: "^", 0x08: "&",
	0x09: "<", 0x0A: "<=", 0x0B: "=", 0x0C: ">=", 0x0D: ">", 0x0E: "<>",
	0x0F: " ", 0x10: ",", 0x11: ":",
}

// formulaWriter turns the tokens of a stored formula, which stand in the order
// of computing, into the text one would type.
type formulaWriter struct {
	*xlsReader
	tokens pieces
	extra  pieces // the content of constant arrays
	at     address
	stack  []string
	failed bool
}

func (x *xlsReader) formulaText(tokens, extra []byte, at address) string {
	if x.formulas > maxFormulas || x.formulaWork > maxFormulaWork {
		return UnreadFormula
	}
	w := &formulaWriter{xlsReader: x, tokens: pieces{part: tokens}, extra: pieces{part: extra}, at: at}
	for w.tokens.more() && !w.failed {
		w.token(w.tokens.u8())
		x.formulaWork += 16
		if n := len(w.stack); n > 0 {
			x.formulaWork += len(w.stack[n-1])
		}
	}
	if w.failed || w.tokens.short || w.extra.short || len(w.stack) != 1 || w.stack[0] == "" {
		return UnreadFormula
	}
	x.formulas += len(w.stack[0])
	if x.guard.use(len(w.stack[0])) != nil {
		x.guard.release(len(w.stack[0]))
		return UnreadFormula
	}
	return w.stack[0]
}

func (w *formulaWriter) push(s string) {
	if len(s) > maxFormula {
		w.failed = true
		return
	}
	w.stack = append(w.stack, s)
}

func (w *formulaWriter) pop() string {
	n := len(w.stack)
	if n == 0 {
		w.failed = true
		return ""
	}
	s := w.stack[n-1]
	w.stack = w.stack[:n-1]
	return s
}

// call replaces the last n texts by a function of them.
func (w *formulaWriter) call(name string, n int) {
	if n > len(w.stack) {
		w.failed = true
		return
	}
	args := w.stack[len(w.stack)-n:]
	total := 0
	for _, a := range args {
		total += len(a) + 1
	}
	if total > maxFormula {
		w.failed = true
		return
	}
	text := name + "(" + strings.Join(args, ",") + ")"
	w.stack = w.stack[:len(w.stack)-n]
	w.push(text)
}

func (w *formulaWriter) token(t byte) {
	if t >= 0x40 {
		t = t&0x1F | 0x20
	}
	p := &w.tokens
	if op, ok := binaryOperators[t]; ok {
		b, a := w.pop(), w.pop()
		w.push(a + op + b)
		return
	}
	switch t {
	case tokenPlus:
		w.push("+" + w.pop())
	case tokenMinus:
		w.push("-" + w.pop())
	case tokenPercent:
		w.push(w.pop() + "%")
	case tokenParen:
		w.push("(" + w.pop() + ")")
	case tokenMissing:
		w.push("")
	case tokenText:
		w.push(quoted(w.shortText(p)))
	case tokenAttribute:
		w.attribute(p.u8(), int(p.u16()))
	case tokenError:
		w.constantError(p.u8())
	case tokenBool:
		w.push(boolText(p.u8()))
	case tokenInt:
		w.push(strconv.Itoa(int(p.u16())))
	case tokenNumber:
		w.push(formulaNumber(math.Float64frombits(p.u64())))
	case tokenArray:
		p.skip(7)
		w.array()
	case tokenFunction:
		f, ok := xlsFunctions[p.u16()]
		w.failed = w.failed || !ok || f.args < 0
		w.call(f.name, max(f.args, 0))
	case tokenFunctionVar:
		w.function(int(p.u8()&0x7F), p.u16())
	case tokenName:
		n := int(p.u16())
		p.skip(w.by(2, 12))
		w.ownName(n)
	case tokenRef, tokenRefNear:
		w.push(w.ref(p, t == tokenRefNear))
	case tokenArea, tokenAreaNear:
		w.push(w.area(p, t == tokenAreaNear))
	case tokenMemArea:
		p.skip(6)
		w.extra.skip(int(w.extra.u16()) * w.by(8, 6))
	case tokenMemError, tokenMemNone:
		p.skip(6)
	case tokenMemFunction:
		p.skip(2)
	case tokenRefError:
		p.skip(w.by(4, 3))
		w.push("#REF!")
	case tokenAreaError:
		p.skip(w.by(8, 6))
		w.push("#REF!")
	case tokenLinkedName:
		w.linkedName()
	case tokenRef3D:
		sheet := w.sheetPrefix(p)
		w.push(sheet + w.ref(p, false))
	case tokenArea3D:
		sheet := w.sheetPrefix(p)
		w.push(sheet + w.area(p, false))
	case tokenRefError3D:
		sheet := w.sheetPrefix(p)
		p.skip(w.by(4, 3))
		w.push(sheet + "#REF!")
	case tokenAreaError3D:
		sheet := w.sheetPrefix(p)
		p.skip(w.by(8, 6))
		w.push(sheet + "#REF!")
	default:
		w.failed = true
	}
}

// by chooses between the sizes of the two formats.
func (x *xlsReader) by(biff8, biff5 int) int {
	if x.biff8 {
		return biff8
	}
	return biff5
}

// attribute reads what helps in computing or says how the formula was typed.
func (w *formulaWriter) attribute(kind byte, n int) {
	switch {
	case kind&0x04 != 0: // the jumps of CHOOSE
		w.tokens.skip(2 * (n + 1))
	case kind&0x10 != 0:
		w.call("SUM", 1)
	}
}

func (w *formulaWriter) constantError(code byte) {
	text, ok := xlsErrors[code]
	w.failed = w.failed || !ok
	w.push(text)
}

// userFunction is the number of all functions that are called by name.
const userFunction = 255

func (w *formulaWriter) function(n int, number uint16) {
	if number == userFunction {
		if n < 1 || n > len(w.stack) {
			w.failed = true
			return
		}
		at := len(w.stack) - n
		name := strings.TrimPrefix(w.stack[at], "_xlfn.")
		w.stack = append(w.stack[:at], w.stack[at+1:]...)
		w.call(name, n-1)
		return
	}
	f, ok := xlsFunctions[number]
	w.failed = w.failed || !ok
	w.call(f.name, n)
}

// array reads a constant array from what follows the tokens.
func (w *formulaWriter) array() {
	p := &w.extra
	cols, rows := int(p.u8()), int(p.u16())
	switch {
	case w.biff8:
		cols, rows = cols+1, rows+1
	case cols == 0:
		cols = 256
	}
	b := []byte{'{'}
	for i := range cols * rows {
		switch {
		case i == 0:
		case i%cols == 0:
			b = append(b, ';')
		default:
			b = append(b, ',')
		}
		switch p.u8() {
		case 0:
			p.skip(8)
		case 1:
			b = append(b, formulaNumber(math.Float64frombits(p.u64()))...)
		case 2:
			if w.biff8 {
				b = append(b, quoted(w.longText(p))...)
			} else {
				b = append(b, quoted(w.shortText(p))...)
			}
		case 4:
			b = append(b, boolText(p.u8())...)
			p.skip(7)
		case 16:
			b = append(b, xlsErrors[p.u8()]...)
			p.skip(7)
		default:
			p.short = true
		}
		if p.short || len(b) > maxFormula {
			w.failed = true
			return
		}
	}
	w.push(string(append(b, '}')))
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

func boolText(b byte) string {
	if b == 0 {
		return "FALSE"
	}
	return "TRUE"
}

func formulaNumber(f float64) string {
	if a := math.Abs(f); a != 0 && (a < 1e-9 || a >= 1e15) {
		return strconv.FormatFloat(f, 'G', -1, 64)
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// coordinate is a row or column of a reference.
type coordinate struct {
	n        int
	relative bool
}

// corner reads the row and column fields of one cell. Where near is set, the
// relative ones are counted from the formula's cell.
func (x *xlsReader) corner(row, col uint16, near bool, at address) (r, c coordinate) {
	if x.biff8 {
		r = coordinate{int(row), col&0x8000 != 0}
		c = coordinate{int(col & 0xFF), col&0x4000 != 0}
	} else {
		r = coordinate{int(row & 0x3FFF), row&0x8000 != 0}
		c = coordinate{int(col & 0xFF), row&0x4000 != 0}
	}
	if near && r.relative {
		r.n = (r.n + at.row) & (x.by(1<<16, 1<<14) - 1)
	}
	if near && c.relative {
		c.n = (c.n + at.col) & 0xFF
	}
	return r, c
}

func (x *xlsReader) colField(p *pieces) uint16 {
	if x.biff8 {
		return p.u16()
	}
	return uint16(p.u8())
}

func (w *formulaWriter) ref(p *pieces, near bool) string {
	row := p.u16()
	r, c := w.corner(row, w.colField(p), near, w.at)
	return c.column() + r.row()
}

func (w *formulaWriter) area(p *pieces, near bool) string {
	row1, row2 := p.u16(), p.u16()
	col1 := w.colField(p)
	col2 := w.colField(p)
	r1, c1 := w.corner(row1, col1, near, w.at)
	r2, c2 := w.corner(row2, col2, near, w.at)
	switch {
	case r1.n == 0 && r2.n == w.by(1<<16, 1<<14)-1:
		return c1.column() + ":" + c2.column()
	case c1.n == 0 && c2.n == xlsCols-1:
		return r1.row() + ":" + r2.row()
	}
	return c1.column() + r1.row() + ":" + c2.column() + r2.row()
}

func (c coordinate) row() string    { return c.dollar() + strconv.Itoa(c.n+1) }
func (c coordinate) column() string { return c.dollar() + ColumnName(c.n+1) }

func (c coordinate) dollar() string {
	if c.relative {
		return ""
	}
	return "$"
}

// linkedBook is a workbook that formulas may refer to: this one, another one,
// or the functions of an add-in.
type linkedBook struct {
	own    bool
	addIn  bool
	name   string
	sheets []string
	names  []string
}

// linkTarget is one sheet or several of a linked book, by their order there.
type linkTarget struct{ book, first, last int }

const (
	deletedSheet = 0xFFFF
	wholeBook    = 0xFFFE
)

// xlsName is a defined name.
type xlsName struct {
	name   string
	tokens []byte
}

// link reads a record about linked books or about names. What does not make
// sense is kept as nothing, so that the numbers of the others stay right.
func (x *xlsReader) link(kind uint16, p *pieces) {
	switch kind {
	case recSupBook:
		x.links = append(x.links, x.linkedBook(p))
	case recExternName:
		if len(x.links) == 0 {
			return
		}
		p.skip(6)
		b := &x.links[len(x.links)-1]
		b.names = append(b.names, x.shortText(p))
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

func (x *xlsReader) linkedBook(p *pieces) linkedBook {
	sheets := int(p.u16())
	switch n := int(p.u16()); n {
	case 0x0401:
		return linkedBook{own: true}
	case 0x3A01:
		return linkedBook{addIn: true}
	default:
		b := linkedBook{name: x.plainText(p, n)}
		// The path is written in a code of its own, in which control characters
		// stand for the separators.
		if i := strings.LastIndexFunc(b.name, func(r rune) bool { return r < 0x20 || r == '\\' || r == '/' }); i >= 0 {
			b.name = b.name[i+1:]
		}
		for ; sheets > 0 && p.more(); sheets-- {
			b.sheets = append(b.sheets, x.longText(p))
		}
		return b
	}
}

// builtinNames are the names that a file stores by number alone.
var builtinNames = []string{
	"Consolidate_Area", "Auto_Open", "Auto_Close", "Extract", "Database", "Criteria", "Print_Area", "Print_Titles",
	"Recorder", "Data_Form", "Auto_Activate", "Auto_Deactivate", "Sheet_Title", "_FilterDatabase",
}

const builtinPrefix = "_xlnm." // as .xlsx writes them

func (x *xlsReader) name(p *pieces) xlsName {
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
	return xlsName{name, tokens}
}

// keepNames keeps the defined names that stand for one cell or range of a sheet.
func (x *xlsReader) keepNames() {
	known := map[string]bool{}
	for _, s := range x.book.Sheets {
		known[s.Name] = true
	}
	for _, n := range x.names {
		if sheet, rng, ok := x.place(n.tokens); ok && n.name != "" && known[sheet] {
			x.book.Names = append(x.book.Names, Name{n.name, sheet, rng})
		}
	}
}

// place reads a formula that is nothing but one cell or range of a sheet.
func (x *xlsReader) place(tokens []byte) (sheet string, rng Range, ok bool) {
	p := pieces{part: tokens}
	t := p.u8()
	if t >= 0x40 {
		t = t&0x1F | 0x20
	}
	if t != tokenRef3D && t != tokenArea3D {
		return "", rng, false
	}
	first, last, ok := x.ownSheets(&p)
	if !ok || first != last || first >= len(x.sheets) {
		return "", rng, false
	}
	var r1, c1, r2, c2 coordinate
	row1 := p.u16()
	if t == tokenRef3D {
		r1, c1 = x.corner(row1, x.colField(&p), false, address{})
		r2, c2 = r1, c1
	} else {
		row2 := p.u16()
		col1 := x.colField(&p)
		r1, c1 = x.corner(row1, col1, false, address{})
		r2, c2 = x.corner(row2, x.colField(&p), false, address{})
		if r1.n == 0 && r2.n == x.by(1<<16, 1<<14)-1 || c1.n == 0 && c2.n == xlsCols-1 {
			return "", rng, false // whole columns or rows
		}
	}
	if p.short || len(p.part) > 0 {
		return "", rng, false
	}
	rng = Range{min(r1.n, r2.n) + 1, min(c1.n, c2.n) + 1, max(r1.n, r2.n) + 1, max(c1.n, c2.n) + 1}
	return x.sheets[first].name, rng, true
}

// ownSheets reads which sheets of this book a reference means.
func (x *xlsReader) ownSheets(p *pieces) (first, last int, ok bool) {
	if x.biff8 {
		t, ok := x.target(int(p.u16()))
		return t.first, t.last, ok && x.links[t.book].own && t.first < wholeBook && t.last < wholeBook
	}
	link := int16(p.u16())
	p.skip(8)
	first, last = int(p.u16()), int(p.u16())
	return first, last, link < 0 && first < wholeBook && last < wholeBook
}

func (x *xlsReader) target(n int) (linkTarget, bool) {
	if n >= len(x.targets) || x.targets[n].book >= len(x.links) {
		return linkTarget{}, false
	}
	return x.targets[n], true
}

// sheetPrefix reads the sheet of a reference and writes it with its "!".
func (w *formulaWriter) sheetPrefix(p *pieces) string {
	before := *p
	if first, last, ok := w.ownSheets(p); ok && first < len(w.sheets) && last < len(w.sheets) {
		return sheetText("", w.sheets[first].name, w.sheets[last].name)
	}
	if !w.biff8 {
		// The name of another book's sheet is not kept.
		w.failed = w.failed || len(before.part) < 14 || binary.LittleEndian.Uint16(before.part[10:]) != deletedSheet
		return ""
	}
	t, ok := w.target(int(before.u16()))
	switch {
	case !ok:
		w.failed = true
	case t.first == deletedSheet, w.links[t.book].own:
		return ""
	case t.first < len(w.links[t.book].sheets) && t.last < len(w.links[t.book].sheets):
		b := &w.links[t.book]
		return sheetText("["+b.name+"]", b.sheets[t.first], b.sheets[t.last])
	default:
		w.failed = true
	}
	return ""
}

// sheetText writes a sheet or several as a reference names them.
func sheetText(book, first, last string) string {
	name := book + first
	plain := book == "" && isPlainName(first)
	if last != first {
		name += ":" + last
		plain = plain && isPlainName(last)
	}
	if plain {
		return name + "!"
	}
	return "'" + strings.ReplaceAll(name, "'", "''") + "'!"
}

// isPlainName tells the sheet names that need no quotes in a formula: words
// that cannot be taken for a number, a cell or a value.
func isPlainName(s string) bool {
	for i, r := range s {
		if r != '_' && r != '.' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	if s == "" || s[0] == '.' || strings.EqualFold(s, "TRUE") || strings.EqualFold(s, "FALSE") {
		return false
	}
	letters := strings.TrimRight(s, "0123456789")
	if len(letters) <= 3 && len(letters) < len(s) {
		return false // a cell's address
	}
	up := strings.ToUpper(letters)
	return up != "R" && up != "C" && up != "RC" && utf8.ValidString(s)
}

func (w *formulaWriter) ownName(n int) {
	if n < 1 || n > len(w.names) || w.names[n-1].name == "" {
		w.failed = true
		return
	}
	w.push(strings.TrimPrefix(w.names[n-1].name, builtinPrefix))
}

// linkedName reads a name of another sheet or book, or a function of an add-in.
func (w *formulaWriter) linkedName() {
	p := &w.tokens
	if !w.biff8 {
		link := int16(p.u16())
		p.skip(8)
		n := int(p.u16())
		p.skip(12)
		if link >= 0 {
			w.failed = true
			return
		}
		w.ownName(n)
		return
	}
	t, ok := w.target(int(p.u16()))
	n := int(p.u16())
	p.skip(2)
	if !ok {
		w.failed = true
		return
	}
	b := &w.links[t.book]
	switch {
	case b.own:
		w.ownName(n)
	case n < 1 || n > len(b.names) || b.names[n-1] == "":
		w.failed = true
	case b.addIn || b.name == "":
		w.push(b.names[n-1])
	default:
		w.push("'[" + strings.ReplaceAll(b.name, "'", "''") + "]'!" + b.names[n-1])
	}
}
