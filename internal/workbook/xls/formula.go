package xls

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/workbook"
)

// maxTokens is more than a formula has that a person could check.
const maxTokens = 256

// operators are those of two sides, by token.
var operators = map[byte]string{
	0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/", 0x07: "^", 0x08: "&",
	0x09: "<", 0x0A: "<=", 0x0B: "=", 0x0C: ">=", 0x0D: ">", 0x0E: "<>",
}

// functions are those with any number of arguments that are told by name; of others
// only their arguments matter.
var functions = map[uint16]string{4: "SUM", 36: "AND", 37: "OR", 344: "SUBTOTAL"}

// fixed are functions with a set number of arguments that are told by name.
var fixed = map[uint16]struct {
	name      string
	arguments int
}{24: {"ABS", 1}, 25: {"INT", 1}, 27: {"ROUND", 2}, 63: {"RAND", 0}, 65: {"DATE", 3}, 67: {"DAY", 1}, 68: {"MONTH", 1},
	69: {"YEAR", 1}, 74: {"NOW", 0}, 212: {"ROUNDUP", 2}, 213: {"ROUNDDOWN", 2}, 221: {"TODAY", 0}}

// tests are functions of one thing that conditions are made of.
var tests = map[uint16]string{2: "ISNA", 3: "ISERROR", 24: "ABS", 32: "LEN", 38: "NOT", 118: "TRIM", 126: "ISERR",
	127: "ISTEXT", 128: "ISNUMBER", 129: "ISBLANK"}

// numeric are functions that never give a text.
var numeric = []uint16{0, 4, 5, 6, 7, 24, 25, 27, 39, 169, 183, 212, 213, 344, 345, 346}

// computesNumber tells by its end a formula that gives a number, if anything: some
// programs store an empty text for a result that they do not compute.
func computesNumber(tokens []byte) bool {
	n := len(tokens)
	isFunction := func(size int, token byte) bool {
		return n >= size && tokens[n-size] >= 0x20 && tokens[n-size]&0x1F|0x20 == token &&
			slices.Contains(numeric, binary.LittleEndian.Uint16(tokens[n-2:]))
	}
	switch {
	case n == 0:
		return false
	case n >= 4 && tokens[n-4] == 0x19 && tokens[n-3]&0x10 != 0: // SUM of one thing
		return true
	case isFunction(3, 0x21), isFunction(4, 0x22):
		return true
	}
	last := tokens[n-1]
	return last >= 0x03 && last <= 0x07 || last >= 0x12 && last <= 0x14
}

// formulaText writes a formula of BIFF8 as Excel shows it; "" for one with parts that
// are not understood.
func (x *reader) formulaText(tokens []byte) string { return x.writeFormula(tokens, nil) }

// place is a cell, from 1.
type place struct{ row, col int }

// writeFormula is formulaText, of the condition of a rule where the cell is given for
// which it is written.
func (x *reader) writeFormula(tokens []byte, at *place) string {
	if !x.biff8 {
		return ""
	}
	p := pieces{part: tokens}
	var stack []string
	pop := func(n int) []string {
		if n > len(stack) {
			p.short = true
			return make([]string, n)
		}
		top := stack[len(stack)-n:]
		stack = stack[:len(stack)-n]
		return append([]string(nil), top...)
	}
	for n := 0; len(p.part) > 0; n++ {
		if n == maxTokens || p.short {
			return ""
		}
		t := p.u8()
		if t >= 0x40 { // the three classes of a token mean the same here
			t = t&0x1F | 0x20
		}
		out := ""
		switch {
		case operators[t] != "":
			sides := pop(2)
			out = sides[0] + operators[t] + sides[1]
		case t == 0x12, t == 0x13:
			out = string("+-"[t-0x12]) + pop(1)[0]
		case t == 0x14:
			out = pop(1)[0] + "%"
		case t == 0x15:
			out = "(" + pop(1)[0] + ")"
		case t == 0x19: // SUM of one thing, or the layout of the text
			kind := p.u8()
			p.skip(2)
			if kind&0x10 == 0 {
				if kind&^0x41 != 0 {
					return ""
				}
				continue
			}
			out = "SUM(" + pop(1)[0] + ")"
		case t == 0x1E:
			out = strconv.Itoa(int(p.u16()))
		case t == 0x1F:
			out = strconv.FormatFloat(math.Float64frombits(p.u64()), 'f', -1, 64)
		case at != nil && (t == 0x24 || t == 0x25 || t == 0x2C || t == 0x2D):
			out = x.relative(t, &p, at)
		case at != nil && t == 0x17:
			n := int(p.u8())
			wide := p.u8()&1 != 0
			x.units = p.characters(x.units[:0], n, wide)
			out = `"` + strings.ReplaceAll(string(appendUnits(nil, x.units)), `"`, `""`) + `"`
		case at != nil && t == 0x1D:
			out = [...]string{"FALSE", "TRUE"}[p.u8()&1]
		case at != nil && t == 0x21:
			name, known := tests[p.u16()]
			if !known {
				return ""
			}
			out = name + "(" + pop(1)[0] + ")"
		case t == 0x21:
			f, known := fixed[p.u16()]
			if !known {
				return ""
			}
			out = f.name + "(" + strings.Join(pop(f.arguments), ",") + ")"
		case t == 0x24, t == 0x25, t == tokenRef3D, t == tokenArea3D:
			out = x.reference(t, &p)
		case t == 0x22:
			count, function := int(p.u8()&0x7F), p.u16()
			name, known := functions[function]
			if !known {
				name = "FUNCTION" + strconv.Itoa(int(function))
			}
			out = name + "(" + strings.Join(pop(count), ",") + ")"
		default:
			return ""
		}
		if len(out) > x.guard.MaxTextLen {
			return ""
		}
		stack = append(stack, out)
	}
	if p.short || len(stack) != 1 {
		return ""
	}
	return stack[0]
}

// reference reads an address or a range, of another sheet or workbook too.
func (x *reader) reference(token byte, p *pieces) string {
	sheet := ""
	if token == tokenRef3D || token == tokenArea3D {
		before := *p
		first, last, ok := x.ownSheets(p)
		switch {
		case !ok:
			n := int(before.u16())
			if n >= len(x.targets) {
				p.short = true
				return ""
			}
			sheet = "[" + strconv.Itoa(x.targets[n].book+1) + "]!" // of the book that is linked as so many
		case first != last, first >= len(x.sheets):
			p.short = true
			return ""
		default:
			sheet = "'" + strings.ReplaceAll(x.sheets[first].name, "'", "''") + "'!"
		}
	}
	area := token == 0x25 || token == tokenArea3D
	r1 := x.row(p)
	r2 := r1
	if area {
		r2 = x.row(p)
	}
	c1 := x.column(p)
	c2 := c1
	if area {
		c2 = x.column(p)
	}
	return sheet + workbook.RangeOf(r1+1, c1+1, r2+1, c2+1).String()
}

// relative reads an address or a range of a condition: what follows the cell is
// written as it stands for that cell, and what does not with "$".
func (x *reader) relative(token byte, p *pieces, at *place) string {
	area, offsets := token == 0x25 || token == 0x2D, token >= 0x2C
	rows := [2]uint16{p.u16()}
	if area {
		rows[1] = p.u16()
	}
	cols := [2]uint16{p.u16()}
	if area {
		cols[1] = p.u16()
	}
	corner := func(row, col uint16) string {
		r, c := int(row)+1, int(col&0xFF)+1
		fixedRow, fixedCol := "$", "$"
		if col&0x8000 != 0 {
			if fixedRow = ""; offsets {
				r = (at.row-1+int(row))%maxRows + 1
			}
		}
		if col&0x4000 != 0 {
			if fixedCol = ""; offsets {
				c = (at.col-1+int(col&0xFF))%maxCols + 1
			}
		}
		return fixedCol + workbook.ColumnName(c) + fixedRow + strconv.Itoa(r)
	}
	if !area {
		return corner(rows[0], cols[0])
	}
	return corner(rows[0], cols[0]) + ":" + corner(rows[1], cols[1])
}
