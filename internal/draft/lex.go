package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// kind is what a token is.
type kind int

const (
	word kind = iota
	number
	code // "1210/2016/UBTVQH13", "30/6/2022", "12/18"
	sign
)

// token is a piece of a sentence with its place in it.
type token struct {
	kind
	text, fold string // fold is the match key of a word, the text of anything else
	low        string // a word in small letters with its accents: "từ" is no "tử"
	from, to   int    // in bytes
	n          quantity.Number
	ambiguous  bool // "1.250" may be 1250 or 1,25
	aside      bool // within parentheses
}

func (t token) is(words ...string) bool {
	for _, w := range words {
		if t.fold == w {
			return true
		}
	}
	return false
}

// lex cuts a sentence into tokens.
func lex(s string) []token {
	var all []token
	depth := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		from := i
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case unicode.IsDigit(r):
			t := lexNumber(s, i)
			i = t.to
			t.aside = depth > 0
			all = append(all, t)
			continue
		case unicode.IsLetter(r):
			for i < len(s) {
				r, size := utf8.DecodeRuneInString(s[i:])
				joins := r == '/' && i+1 < len(s) && isLetterAt(s, i+1)
				if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !joins && !unicode.IsDigit(r) {
					break
				}
				i += size
			}
			text := s[from:i]
			fold := viet.Fold(text)
			if strings.Contains(text, "/") {
				fold = strings.ReplaceAll(fold, " ", "/")
			}
			all = append(all, token{kind: word, text: text, fold: fold, low: strings.ToLower(text), from: from, to: i,
				aside: depth > 0})
			continue
		case r == '(' || r == '[':
			depth++
		}
		i += size
		if (r == '<' || r == '>') && i < len(s) && s[i] == '=' {
			i++
		}
		text := s[from:i]
		if r == '–' || r == '—' || r == '−' {
			text = "-"
		}
		all = append(all, token{kind: sign, text: text, fold: text, low: text, from: from, to: i, aside: depth > 0})
		if (r == ')' || r == ']') && depth > 0 {
			depth--
		}
	}
	return all
}

func isLetterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

// lexNumber reads a number, a day, a fraction or the number of a document.
func lexNumber(s string, from int) token {
	i := from
	digits := func() {
		for i < len(s) && (s[i] >= '0' && s[i] <= '9' ||
			(s[i] == '.' || s[i] == ',') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9') {
			i++
		}
	}
	digits()
	end := i
	// What goes on with a slash and a digit, or a dash and a capital, is no number.
	for i+1 < len(s) && (s[i] == '/' && (isDigit(s[i+1]) || isCapital(s, i+1)) || s[i] == '-' && isCapital(s, i+1)) {
		for i < len(s) && !strings.ContainsRune(" ,;()", rune(s[i])) {
			i++
		}
	}
	if i > end {
		text := strings.TrimRight(s[from:i], ".:")
		return token{kind: code, text: text, fold: text, from: from, to: from + len(text)}
	}
	text := s[from:end]
	t := token{kind: number, text: text, fold: text, from: from, to: end}
	n, sure := quantity.ParseText(text, false)
	t.n, t.ambiguous = n, sure == quantity.Ambiguous
	if sure == quantity.NoNumber {
		t.kind = code
	}
	return t
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isCapital(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// phrase reports that words stand in the tokens from i on.
func phrase(all []token, i int, words string) bool {
	for _, w := range strings.Fields(words) {
		if i < 0 || i >= len(all) || all[i].fold != w {
			return false
		}
		i++
	}
	return true
}

// said reports that words stand in the tokens from i on, with their accents.
func said(all []token, i int, words string) bool {
	for _, w := range strings.Fields(words) {
		if i < 0 || i >= len(all) || all[i].low != w {
			return false
		}
		i++
	}
	return true
}

// find is the first place of some words, -1 for none.
func find(all []token, words string) int {
	for i := range all {
		if phrase(all, i, words) {
			return i
		}
	}
	return -1
}

// has reports that any of the phrases stands somewhere.
func has(all []token, phrases ...string) bool {
	for _, p := range phrases {
		if find(all, p) >= 0 {
			return true
		}
	}
	return false
}
