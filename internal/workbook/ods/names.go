package ods

import (
	"strings"

	"baocao/internal/workbook"
)

// quotedLen is the length of the quoted text s starts with, to the end of s
// when it is not closed.
func quotedLen(s string) int {
	if end := strings.IndexByte(s[1:], s[0]); end >= 0 {
		return end + 2
	}
	return len(s)
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

// addressParts splits $'workbook.Sheet 1'.$A$1 into the sheet's name and the cell. An
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

// parseRange reads the address of a defined name, $'workbook.Sheet 1'.$A$1:.$B$2.
func parseRange(s string) (sheet string, rng workbook.Range, ok bool) {
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
	rng, ok = workbook.ParseRange(strings.ReplaceAll(first+":"+last, "$", ""))
	return sheet, rng, ok
}
