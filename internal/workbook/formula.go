package workbook

import (
	"strings"

	"baocao/internal/quantity"
)

// Calculated is what the terms of a formula come to.
type Calculated struct {
	Value quantity.Number
	Scale quantity.Number // the sum of the terms without their signs: beside it a residue of floats is told
}

// maxTerms bounds how many cells are looked at for one formula, those that its
// terms are calculated from included.
const maxTerms = 4096

// maxFormula bounds a formula, in bytes; Excel itself allows 8.192 characters.
const maxFormula = 1 << 14

// Calculate works out a formula of sums and the four operations on cells that are
// there. Terms that are formulas are worked out first, so that an old value among
// them is found too. ok is false for any other formula: nothing is said of those.
func (b *Book) Calculate(s *Sheet, c *Cell) (result Calculated, ok bool) {
	if !c.HasFormula || c.Formula == "" {
		return result, false
	}
	left := maxTerms
	return b.calculate(s, c, &left, 0)
}

func (b *Book) calculate(s *Sheet, c *Cell, left *int, depth int) (Calculated, bool) {
	if depth > 16 || c.Formula == "" || len(c.Formula) > maxFormula {
		return Calculated{}, false
	}
	p := calculator{book: b, sheet: s, cell: c, rest: strings.TrimPrefix(c.Formula, "="), left: left, depth: depth}
	v, ok := p.sum()
	p.blanks()
	return v, ok && p.rest == ""
}

// calculator reads a formula from left to right.
type calculator struct {
	book  *Book
	sheet *Sheet
	cell  *Cell
	rest  string
	left  *int
	depth int
}

func (p *calculator) blanks() { p.rest = strings.TrimLeft(p.rest, " \t\r\n") }

// take steps over one of some signs; 0 where none of them comes next.
func (p *calculator) take(signs string) byte {
	p.blanks()
	if p.rest == "" || strings.IndexByte(signs, p.rest[0]) < 0 {
		return 0
	}
	c := p.rest[0]
	p.rest = p.rest[1:]
	return c
}

func (p *calculator) sum() (Calculated, bool) {
	v, ok := p.product()
	for ok {
		sign := p.take("+-")
		if sign == 0 {
			return v, true
		}
		var w Calculated
		if w, ok = p.product(); sign == '-' {
			w.Value = w.Value.Neg()
		}
		v = Calculated{v.Value.Add(w.Value), v.Scale.Add(w.Scale)}
		ok = ok && p.fits(v)
	}
	return v, false
}

// maxBits bounds the size of a formula's value: far beyond any figure, and small
// enough that no formula can make its terms take long.
const maxBits = 2048

// fits counts a term that is no cell, and tells whether the value is of a size
// to go on with.
func (p *calculator) fits(v Calculated) bool {
	*p.left--
	return *p.left >= 0 && v.Value.Bits() <= maxBits && v.Scale.Bits() <= maxBits
}

func (p *calculator) product() (Calculated, bool) {
	v, ok := p.factor()
	for ok {
		sign := p.take("*/")
		if sign == 0 {
			return v, true
		}
		var w Calculated
		if w, ok = p.factor(); !ok {
			break
		}
		value, scale := v.Value.Mul(w.Value), v.Scale.Mul(w.Scale)
		if sign == '/' {
			if value, ok = v.Value.Quo(w.Value); ok {
				scale, ok = v.Scale.Quo(w.Value.Abs())
			}
		}
		v = Calculated{value, scale}
		ok = ok && p.fits(v)
	}
	return v, false
}

func (p *calculator) factor() (Calculated, bool) {
	switch p.take("+-(") {
	case '+':
		return p.factor()
	case '-':
		v, ok := p.factor()
		return Calculated{v.Value.Neg(), v.Scale}, ok
	case '(':
		v, ok := p.sum()
		return v, ok && p.take(")") != 0
	}
	p.blanks()
	n := 0
	for n < len(p.rest) && (p.rest[n] >= '0' && p.rest[n] <= '9' || p.rest[n] == '.') {
		n++
	}
	if n > 0 {
		v, err := quantity.Parse(p.rest[:n])
		p.rest = p.rest[n:]
		return Calculated{v, v.Abs()}, err == nil && !strings.HasPrefix(p.rest, ":") && p.take("%^E") == 0
	}
	if len(p.rest) > 4 && strings.EqualFold(p.rest[:4], "SUM(") {
		p.rest = p.rest[4:]
		return p.sumOfRanges()
	}
	s, r, ok := p.reference()
	if !ok || r.Row != r.LastRow || r.Col != r.LastCol {
		return Calculated{}, false
	}
	v, ok := p.valueAt(s, r.Row, r.Col, false)
	return v, ok && p.take("%^") == 0
}

// sumOfRanges reads what stands in the brackets of SUM.
func (p *calculator) sumOfRanges() (total Calculated, ok bool) {
	for {
		before := p.rest
		if s, r, ok := p.reference(); ok && (p.rest == "" || strings.IndexByte(" ,;)", p.rest[0]) >= 0) {
			if !p.addRange(&total, s, r) {
				return total, false
			}
		} else {
			p.rest = before
			v, ok := p.sum()
			if !ok {
				return total, false
			}
			total = Calculated{total.Value.Add(v.Value), total.Scale.Add(v.Scale)}
			if !p.fits(total) {
				return total, false
			}
		}
		switch p.take(",;)") {
		case ')':
			return total, true
		case 0:
			return total, false
		}
	}
}

func (p *calculator) addRange(total *Calculated, s *Sheet, r Range) bool {
	for i := s.firstFrom(r.Row); i < len(s.Cells) && s.Cells[i].Row <= r.LastRow; i++ {
		c := &s.Cells[i]
		if c.Col < r.Col || c.Col > r.LastCol {
			if *p.left--; *p.left < 0 {
				return false
			}
			continue
		}
		v, ok := p.valueAt(s, c.Row, c.Col, true)
		if !ok {
			return false
		}
		*total = Calculated{total.Value.Add(v.Value), total.Scale.Add(v.Scale)}
		if total.Value.Bits() > maxBits {
			return false
		}
	}
	return true
}

// valueAt is the value of a cell as a term. In a range of SUM, texts and truth
// values do not count.
func (p *calculator) valueAt(s *Sheet, row, col int, inRange bool) (Calculated, bool) {
	if *p.left--; *p.left < 0 {
		return Calculated{}, false
	}
	c := s.At(row, col)
	switch {
	case c == nil:
		return Calculated{}, true
	case c == p.cell, c.Kind == Error, c.Kind == Beyond, c.Kind == NoValue:
		return Calculated{}, false
	case c.Kind != Number:
		return Calculated{}, inRange
	case c.HasFormula:
		if v, ok := p.book.calculate(s, c, p.left, p.depth+1); ok {
			return v, true
		}
	}
	return Calculated{c.Number, c.Number.Abs()}, true
}

// reference reads an address or a range, of another sheet of the book too.
func (p *calculator) reference() (s *Sheet, r Range, ok bool) {
	p.blanks()
	s = p.sheet
	rest := p.rest
	if name, after, found := sheetName(rest); found {
		if s = p.book.Sheet(name); s == nil {
			return nil, r, false
		}
		rest = after
	}
	n := 0
	for n < len(rest) && (rest[n] == '$' || rest[n] == ':' || isAlnum(rest[n])) {
		n++
	}
	r, ok = ParseRange(strings.ReplaceAll(rest[:n], "$", ""))
	if !ok || n < len(rest) && strings.IndexByte("(!._[", rest[n]) >= 0 {
		return nil, r, false
	}
	p.rest = rest[n:]
	return s, r, true
}

func isAlnum(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' }

// sheetName reads the name of a sheet before "!".
func sheetName(s string) (name, rest string, ok bool) {
	if strings.HasPrefix(s, "'") {
		for i := 1; i < len(s); i++ {
			if s[i] != '\'' {
				continue
			}
			if i+1 < len(s) && s[i+1] == '\'' {
				i++
				continue
			}
			after, ok := strings.CutPrefix(s[i+1:], "!")
			return strings.ReplaceAll(s[1:i], "''", "'"), after, ok
		}
		return "", "", false
	}
	n := 0
	for n < len(s) && (isAlnum(s[n]) || s[n] == '_' || s[n] == '.' || s[n] >= 0x80) {
		n++
	}
	if n == 0 || n == len(s) || s[n] != '!' {
		return "", "", false
	}
	return s[:n], s[n+1:], true
}

// firstFrom is the index of the first cell in a row or below it.
func (s *Sheet) firstFrom(row int) int {
	lo, hi := 0, len(s.Cells)
	for lo < hi {
		if mid := (lo + hi) / 2; s.Cells[mid].Row < row {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// LinksOut tells whether a formula takes something from another workbook:
// [1]BC2021!$E$5, 'C:\BC\[2021.xlsx]Sheet1'!A1, 'file:///C:/2021.ods'#$Sheet1.A1.
func (c *Cell) LinksOut() bool {
	f := withoutTexts(c.Formula)
	if strings.Contains(f, "'file:") || strings.Contains(f, "'#$") {
		return true
	}
	for i := 0; i < len(f); i++ {
		if f[i] != '[' || i > 0 && (isAlnum(f[i-1]) || f[i-1] == '_' || f[i-1] == ']' || f[i-1] == '[' ||
			f[i-1] >= 0x80) && !quoted(f, i) {
			continue // the column of a table: BangTong[2022]
		}
		end := strings.IndexByte(f[i:], ']')
		if end < 0 {
			return false
		}
		if after := f[i+end+1:]; strings.Contains(after, "!") && !strings.HasPrefix(after, "]") {
			return true
		}
	}
	return false
}

// Mentions tells whether a formula takes something from a cell of its own sheet, whose name
// is given: by its address or by a range over it, with the sheet's name or without.
func (c *Cell) Mentions(sheet string, row, col int) bool {
	f := withoutTexts(c.Formula)
	for i := 0; i < len(f); {
		n := 0
		for i+n < len(f) && (f[i+n] == '$' || f[i+n] == ':' || f[i+n] == '_' || f[i+n] == '.' || isAlnum(f[i+n]) ||
			f[i+n] >= 0x80) {
			n++
		}
		word := f[i : i+n]
		ofOther := i > 0 && (f[i-1] == '!' && !endsWithSheet(f[:i-1], sheet) || f[i-1] == ']') ||
			i+n < len(f) && strings.IndexByte("(![", f[i+n]) >= 0 || quoted(f, i)
		i += max(n, 1)
		if r, ok := ParseRange(strings.ReplaceAll(word, "$", "")); ok && !ofOther &&
			r.Row <= row && row <= r.LastRow && r.Col <= col && col <= r.LastCol {
			return true
		}
	}
	return false
}

// endsWithSheet reports that what stands before a "!" is the name of a sheet of the same
// workbook: Excel writes it where somebody has clicked to and fro.
func endsWithSheet(before, sheet string) bool {
	if bare, ok := strings.CutSuffix(before, "'"); ok {
		name := "'" + strings.ReplaceAll(sheet, "'", "''")
		return len(bare) >= len(name) && strings.EqualFold(bare[len(bare)-len(name):], name)
	}
	at := len(before)
	for at > 0 && (isAlnum(before[at-1]) || before[at-1] == '_' || before[at-1] == '.' || before[at-1] >= 0x80) {
		at--
	}
	return strings.EqualFold(before[at:], sheet) && (at == 0 || before[at-1] != ']')
}

// quoted tells whether a place in a formula lies within a quoted name.
func quoted(f string, at int) bool { return strings.Count(f[:at], "'")%2 == 1 }

// withoutTexts is a formula without the texts in it.
func withoutTexts(f string) string {
	if !strings.Contains(f, `"`) {
		return f
	}
	var out strings.Builder
	for i, part := range strings.Split(f, `"`) {
		if i%2 == 0 {
			out.WriteString(part)
		}
	}
	return out.String()
}

// SkipsHidden tells whether a formula leaves out rows that are not seen, and there
// are some: SUBTOTAL and AGGREGATE show less while a filter is on.
func (s *Sheet) SkipsHidden(c *Cell) bool {
	if len(s.HiddenRows) == 0 {
		return false
	}
	f := strings.ToUpper(withoutTexts(c.Formula))
	for _, name := range []string{"SUBTOTAL(", "AGGREGATE("} {
		at := strings.Index(f, name)
		if at < 0 {
			continue
		}
		args := strings.FieldsFunc(f[at+len(name):], func(r rune) bool { return r == ',' || r == ';' || r == ')' })
		known := false
		for _, arg := range args {
			r, ok := ParseRange(strings.ReplaceAll(strings.TrimSpace(arg), "$", ""))
			if !ok {
				continue
			}
			known = true
			for _, h := range s.HiddenRows {
				if h.First <= r.LastRow && r.Row <= h.Last && s.holdsNumber(r, h) {
					return true
				}
			}
		}
		if !known {
			return true // a name or a table: what it covers is not known
		}
	}
	return false
}

// holdsNumber tells whether any number stands in the hidden rows of a range.
func (s *Sheet) holdsNumber(r Range, rows Span) bool {
	for i := s.firstFrom(max(r.Row, rows.First)); i < len(s.Cells) && s.Cells[i].Row <= min(r.LastRow, rows.Last); i++ {
		if c := &s.Cells[i]; c.Kind == Number && r.Col <= c.Col && c.Col <= r.LastCol {
			return true
		}
	}
	return false
}
