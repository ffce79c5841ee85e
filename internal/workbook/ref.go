package workbook

import "strings"

// The largest sheet there is.
const (
	MaxRow = 1 << 20
	MaxCol = 1 << 14
)

// ParseRef reads an address such as "E7"; ok is false for one no sheet has.
func ParseRef[T string | []byte](s T) (row, col int, ok bool) {
	i := 0
	for i < len(s) && i < 4 {
		c := s[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		col = col*26 + int(c-'a') + 1
		i++
	}
	if i == 0 || i == len(s) || len(s)-i > 7 || s[i] == '0' {
		return 0, 0, false
	}
	for ; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, 0, false
		}
		row = row*10 + int(s[i]-'0')
	}
	return row, col, row <= MaxRow && col <= MaxCol
}

// ParseRange reads a range such as "A1:F3", whichever of its corners it names,
// or an address.
func ParseRange(s string) (Range, bool) {
	first, last, two := strings.Cut(s, ":")
	if !two {
		last = first
	}
	r1, c1, ok1 := ParseRef(first)
	r2, c2, ok2 := ParseRef(last)
	return RangeOf(r1, c1, r2, c2), ok1 && ok2
}

// RangeOf is the range between two cells, whichever of its corners they are.
func RangeOf(row1, col1, row2, col2 int) Range {
	return Range{min(row1, row2), min(col1, col2), max(row1, row2), max(col1, col2)}
}

// AppendSpan appends a span, joined with the one before where they touch.
func AppendSpan(spans []Span, next Span) []Span {
	if n := len(spans); n > 0 && spans[n-1].Last+1 == next.First {
		spans[n-1].Last = next.Last
		return spans
	}
	return append(spans, next)
}

// Index reads a small whole number of the file's own bookkeeping.
func Index(v []byte) (int, bool) {
	if len(v) == 0 || len(v) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range v {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
