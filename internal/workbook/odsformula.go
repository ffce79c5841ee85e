package workbook

import (
	"strings"
	"unicode"
)

// odsFormula writes a formula of the format the way Excel shows it: without the
// prefix and the equals sign, with addresses without brackets, and with commas
// between arguments. It is for people to read; what it does not know stays.
func odsFormula(s string) string {
	excel := false
	if prefix, rest, ok := strings.Cut(s, ":"); ok && strings.HasPrefix(rest, "=") && isWord(prefix) {
		s, excel = rest, prefix == "msoxl"
	}
	s = strings.TrimPrefix(s, "=")
	if excel {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); {
		n := 1
		switch c := s[i]; c {
		case '"', '\'':
			n = quotedLen(s[i:])
			out.WriteString(s[i : i+n])
		case '[':
			n = bracketLen(s[i:])
			out.WriteString(excelAddress(s[i : i+n]))
		case ';', '~':
			out.WriteByte(',')
		case '!':
			out.WriteByte(' ')
		case '{':
			n = max(strings.IndexByte(s[i:], '}')+1, 1)
			out.WriteString(inlineArray(s[i : i+n]))
		default:
			if strings.HasPrefix(s[i:], "COM.MICROSOFT.") {
				n = len("COM.MICROSOFT.")
			} else {
				out.WriteByte(c)
			}
		}
		i += n
	}
	return out.String()
}

func isWord(s string) bool {
	for _, c := range s {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return s != ""
}

// quotedLen is the length of the quoted text s starts with, to the end of s
// when it is not closed.
func quotedLen(s string) int {
	if end := strings.IndexByte(s[1:], s[0]); end >= 0 {
		return end + 2
	}
	return len(s)
}

// bracketLen is the length of the address in brackets that s starts with. A
// sheet's name in quotes may hold brackets.
func bracketLen(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\'':
			i += quotedLen(s[i:]) - 1
		case ']':
			return i + 1
		}
	}
	return len(s)
}

// inlineArray turns {1;2|3;4} into {1,2;3,4}.
func inlineArray(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); {
		n := 1
		switch c := s[i]; c {
		case '"':
			n = quotedLen(s[i:])
			out.WriteString(s[i : i+n])
		case ';':
			out.WriteByte(',')
		case '|':
			out.WriteByte(';')
		default:
			out.WriteByte(c)
		}
		i += n
	}
	return out.String()
}

// excelAddress turns [$Sheet1.A1:.B2] into Sheet1!A1:B2.
func excelAddress(s string) string {
	inner := strings.TrimSuffix(strings.TrimPrefix(s, "["), "]")
	from, to, two := cutUnquoted(inner, ':')
	sheet1, cell1, ok := addressParts(from)
	if !ok {
		return s
	}
	sheet, address := sheet1, cell1
	if two {
		sheet2, cell2, ok := addressParts(to)
		if !ok {
			return s
		}
		if sheet2 != "" && sheet2 != sheet1 {
			sheet = sheet1 + ":" + sheet2
		}
		address += ":" + cell2
	}
	if sheet == "" {
		return address
	}
	if !isPlainSheetName(sheet) {
		sheet = "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
	}
	return sheet + "!" + address
}

// cutUnquoted cuts s at the first separator outside single quotes.
func cutUnquoted(s string, sep byte) (before, after string, found bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\'':
			i += quotedLen(s[i:]) - 1
		case sep:
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

// addressParts splits $'Sheet 1'.$A$1 into the sheet's name and the cell. An
// address in another file is none.
func addressParts(s string) (sheet, cell string, ok bool) {
	if strings.HasPrefix(s, "#") {
		return "", s, true // #REF!
	}
	if strings.HasPrefix(s, "$'") || strings.HasPrefix(s, "'") {
		quoted := strings.TrimPrefix(s, "$")
		n := quotedLen(quoted)
		for n < len(quoted) && quoted[n] == '\'' { // a doubled quote belongs to the name
			n += quotedLen(quoted[n:])
		}
		if n < 2 || n >= len(quoted) || quoted[n] != '.' {
			return "", "", false
		}
		return strings.ReplaceAll(quoted[1:n-1], "''", "'"), quoted[n+1:], true
	}
	dot := strings.LastIndexByte(s, '.')
	if dot < 0 || strings.ContainsAny(s[:dot], "'#/") {
		return "", "", false
	}
	return strings.TrimPrefix(s[:dot], "$"), s[dot+1:], true
}

// isPlainSheetName tells whether Excel writes a sheet's name without quotes.
func isPlainSheetName(s string) bool {
	for i, c := range s {
		if c != '_' && c != '.' && c != ':' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return true
}

// odsRange reads the address of a defined name, $'Sheet 1'.$A$1:.$B$2.
func odsRange(s string) (sheet string, rng Range, ok bool) {
	from, to, two := cutUnquoted(strings.TrimSpace(s), ':')
	sheet, first, ok := addressParts(from)
	if !ok || sheet == "" {
		return "", rng, false
	}
	last := first
	if two {
		var other string
		if other, last, ok = addressParts(to); !ok || other != "" && other != sheet {
			return "", rng, false
		}
	}
	rng, ok = parseRange(strings.ReplaceAll(first+":"+last, "$", ""))
	return sheet, rng, ok
}
