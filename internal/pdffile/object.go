package pdffile

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
)

// What a PDF is made of: values of the kinds below, int, bool and nil. A list is []any.
type (
	name string
	text string // the bytes of a string
	real string // a number that is not whole, as it is written
	word string // an operator, or a word that is none of ours
	ref  int    // another object, by its number
	dict map[name]any

	stream struct {
		dict
		raw []byte
	}
)

// deepest is how far values may hold others.
const deepest = 64

// lexer reads values one after another.
type lexer struct {
	data  []byte
	at    int
	depth int
}

func isSpace(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip goes over blanks and remarks.
func (l *lexer) skip() {
	for ; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		if c == '%' {
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
			if l.at == len(l.data) {
				return
			}
		} else if !isSpace(c) {
			return
		}
	}
}

// token is a run of letters that are neither blanks nor delimiters.
func (l *lexer) token() string {
	from := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return string(l.data[from:l.at])
}

// value reads the next value; ok is false at the end and where there is none.
func (l *lexer) value() (v any, ok bool) {
	l.skip()
	if l.at >= len(l.data) || l.depth > deepest {
		return nil, false
	}
	switch c := l.data[l.at]; c {
	case '/':
		l.at++
		return name(unescaped(l.token())), true
	case '(':
		return l.literal()
	case '[':
		l.at++
		return l.list("]")
	case '<':
		if l.begins("<<") {
			l.at += 2
			return l.dictionary()
		}
		return l.hex()
	case ']', '>', ')', '{', '}':
		l.at++
		return word(string(rune(c))), true
	}
	t := l.token()
	switch t {
	case "true", "false":
		return t == "true", true
	case "null":
		return nil, true
	}
	if n, err := strconv.Atoi(t); err == nil {
		if l.refers() {
			return ref(n), true
		}
		return n, true
	}
	if strings.ContainsFunc(t, func(r rune) bool { return (r < '0' || r > '9') && !strings.ContainsRune("+-.", r) }) {
		return word(t), true
	}
	return real(t), true
}

func (l *lexer) begins(s string) bool { return bytes.HasPrefix(l.data[l.at:], []byte(s)) }

// refers goes over the rest of "12 0 R", where it stands there.
func (l *lexer) refers() bool {
	ahead := *l
	ahead.skip()
	if g := ahead.token(); g == "" || len(g) > 5 || strings.Trim(g, "0123456789") != "" {
		return false
	}
	ahead.skip()
	if ahead.token() != "R" {
		return false
	}
	l.at = ahead.at
	return true
}

func (l *lexer) list(end word) (any, bool) {
	l.depth++
	defer func() { l.depth-- }()
	list := []any{}
	for {
		v, ok := l.value()
		if !ok {
			return nil, false
		}
		if v == end {
			return list, true
		}
		list = append(list, v)
	}
}

func (l *lexer) dictionary() (any, bool) {
	l.depth++
	defer func() { l.depth-- }()
	d := dict{}
	for {
		k, ok := l.value()
		if !ok {
			return nil, false
		}
		if k == word(">") {
			if !l.begins(">") {
				return nil, false
			}
			l.at++
			return d, true
		}
		key, isName := k.(name)
		if !isName {
			return nil, false
		}
		v, ok := l.value()
		if !ok || v == word(">") {
			return nil, false
		}
		d[key] = v
	}
}

func (l *lexer) literal() (any, bool) {
	var out []byte
	open := 0
	for ; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch c {
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				l.at++
				return text(out), true
			}
		case '\\':
			out = append(out, l.escaped()...)
			continue
		}
		out = append(out, c)
	}
	return nil, false
}

// escaped reads what stands behind a backslash, up to its last letter.
func (l *lexer) escaped() []byte {
	if l.at++; l.at >= len(l.data) {
		return nil
	}
	switch c := l.data[l.at]; c {
	case 'n':
		return []byte{'\n'}
	case 'r':
		return []byte{'\r'}
	case 't':
		return []byte{'\t'}
	case 'b':
		return []byte{'\b'}
	case 'f':
		return []byte{'\f'}
	case '\r':
		if l.at+1 < len(l.data) && l.data[l.at+1] == '\n' {
			l.at++
		}
		return nil
	case '\n':
		return nil
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n := 0
		for i := 0; i < 3 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
			n = n*8 + int(l.data[l.at]-'0')
			l.at++
		}
		l.at--
		return []byte{byte(n)}
	default:
		return []byte{c}
	}
}

func (l *lexer) hex() (any, bool) {
	end := bytes.IndexByte(l.data[l.at:], '>')
	if end < 0 {
		return nil, false
	}
	digits := l.data[l.at+1 : l.at+end]
	l.at += end + 1
	var out []byte
	half, high := false, byte(0)
	for _, c := range digits {
		n, ok := digit(c)
		switch {
		case isSpace(c):
		case !ok:
			return nil, false
		case half:
			out, half = append(out, high<<4|n), false
		default:
			high, half = n, true
		}
	}
	if half {
		out = append(out, high<<4)
	}
	return text(out), true
}

func digit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// unescaped is a name without its "#20".
func unescaped(s string) string {
	if !strings.Contains(s, "#") {
		return s
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			high, a := digit(s[i+1])
			low, b := digit(s[i+2])
			if a && b {
				out = append(out, high<<4|low)
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return string(out)
}

// people is a string as people read it.
func (t text) people() string {
	if rest, ok := strings.CutPrefix(string(t), "\xFE\xFF"); ok {
		return utf16Text(rest)
	}
	return strings.TrimPrefix(string(t), "\xEF\xBB\xBF")
}

func utf16Text(s string) string {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
