package workbook

import "strings"

// Moved is a formula as it stands so many rows further down and columns further to
// the right: references that are not fixed with "$" move along. Texts, the names of
// sheets and what stands in brackets stay.
func Moved(formula string, down, right int) string {
	if down == 0 && right == 0 {
		return formula
	}
	var out strings.Builder
	for s := formula; s != ""; {
		n := 1
		switch c := s[0]; {
		case c == '"' || c == '\'':
			if end := strings.IndexByte(s[1:], c); end >= 0 {
				n = end + 2
			}
			out.WriteString(s[:n])
		case c == '[':
			n = bracketed(s)
			out.WriteString(s[:n])
		case isWord(c):
			for n < len(s) && isWord(s[n]) {
				n++
			}
			after := byte(0)
			if n < len(s) {
				after = s[n]
			}
			written := out.String()
			inRange := after == ':' || strings.HasSuffix(written, ":")
			if after == '(' || after == '!' || after == '[' { // a function, a sheet or a table
				out.WriteString(s[:n])
			} else {
				out.WriteString(movedWord(s[:n], down, right, inRange))
			}
		default:
			out.WriteByte(c)
		}
		s = s[n:]
	}
	return out.String()
}

// isWord tells the signs of names, numbers and references.
func isWord(c byte) bool {
	letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
	return letter || c >= '0' && c <= '9' || c == '$' || c == '_' || c == '.' || c == '\\'
}

// bracketed is how much of s its first bracket spans.
func bracketed(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// movedWord is a word of a formula in another cell. A column or a row alone is an
// address only as a side of a range: "A:C", not "A".
func movedWord(word string, down, right int, inRange bool) string {
	col, rest := word, ""
	if i := strings.IndexAny(word, "0123456789"); i >= 0 {
		col, rest = word[:i], word[i:]
	}
	fixedCol, fixedRow := strings.HasPrefix(col, "$") && len(col) > 1, strings.HasSuffix(col, "$")
	letters := strings.TrimSuffix(strings.TrimPrefix(col, "$"), "$")
	if col == "$" {
		fixedCol, letters = false, ""
	}
	probe, row := letters+rest, 0
	switch { // what is missing is put in, to be told by one reader of addresses
	case letters == "" && inRange:
		probe = "A" + rest
	case rest == "" && inRange && !fixedRow:
		probe = letters + "1"
	}
	row, column, ok := ParseRef(probe)
	if !ok {
		return word
	}
	if !fixedCol && letters != "" {
		column += right
	}
	if !fixedRow && rest != "" {
		row += down
	}
	if row < 1 || column < 1 || row > MaxRow || column > MaxCol {
		return "#REF!"
	}
	colText, rowText := "", ""
	if letters != "" {
		colText = dollar(fixedCol) + ColumnName(column)
	}
	if rest != "" {
		rowText = dollar(fixedRow) + strings.TrimPrefix(Ref(row, 1), "A")
	}
	return colText + rowText
}

func dollar(fixed bool) string {
	if fixed {
		return "$"
	}
	return ""
}
