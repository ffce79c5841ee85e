package xml2003

import (
	"strconv"
	"strings"

	"baocao/internal/workbook"
)

// inA1 is a formula at a cell with its addresses as people read them: R[-1]C is the
// cell above. What is no address stays as it is.
func inA1(formula string, row, col int) string {
	var out strings.Builder
	word := false // the sign before belongs to a name
	for s := formula; s != ""; {
		n := 1
		switch c := s[0]; {
		case c == '"' || c == '\'':
			if end := strings.IndexByte(s[1:], c); end >= 0 {
				n = end + 2
			}
			out.WriteString(s[:n])
			word = c == '\''
		case !word && (c == 'R' || c == 'C'):
			if address, length := address(s, row, col); length > 0 {
				n = length
				out.WriteString(address)
				break
			}
			fallthrough
		default:
			out.WriteString(s[:1])
			word = isWord(c)
		}
		s = s[n:]
	}
	return out.String()
}

func isWord(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c >= 0x80
}

// address reads an address at the beginning of s; its length is 0 for none. Whole
// rows and columns are left alone.
func address(s string, row, col int) (a1 string, length int) {
	rest := s
	r, fixedRow, ok := side(&rest, 'R', row)
	if !ok {
		return "", 0
	}
	c, fixedCol, ok := side(&rest, 'C', col)
	if !ok || rest != "" && (isWord(rest[0]) || rest[0] == '(' || rest[0] == '!') {
		return "", 0
	}
	if r < 1 || c < 1 || r > workbook.MaxRow || c > workbook.MaxCol {
		return "#REF!", len(s) - len(rest)
	}
	return fixedCol + workbook.ColumnName(c) + fixedRow + strconv.Itoa(r), len(s) - len(rest)
}

// side reads a row or a column: "R", "R5", "R[-1]".
func side(s *string, letter byte, here int) (at int, fixed string, ok bool) {
	rest := *s
	if rest == "" || rest[0] != letter {
		return 0, "", false
	}
	rest = rest[1:]
	relative := strings.HasPrefix(rest, "[")
	rest = strings.TrimPrefix(rest, "[")
	n := 0
	for n < len(rest) && n < 9 && (rest[n] >= '0' && rest[n] <= '9' || n == 0 && relative && rest[n] == '-') {
		n++
	}
	number, err := strconv.Atoi(rest[:n])
	rest = rest[n:]
	switch {
	case relative:
		if err != nil || !strings.HasPrefix(rest, "]") {
			return 0, "", false
		}
		at, rest = here+number, rest[1:]
	case n > 0:
		at, fixed = number, "$"
	default:
		at = here
	}
	*s = rest
	return at, fixed, true
}
