package viet

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// IsSyllable reports whether a word is a possible Vietnamese syllable: a known
// beginning and rhyme, at most one tone, on the right vowel, and capitals only at
// the front or throughout. It serves to tell whether a text was read in the right
// encoding: in a wrong one next to nothing is a syllable. It does not tell
// whether the word exists.
func IsSyllable(word string) bool { return isSyllable(word) && capitalsFit(word) }

// Rhymes by their vowels, without tone. After each, what may close the
// syllable; "-" for nothing.
var rhymes = lazyRhymes(`
a - c ch i m n ng nh o p t u y
ă c m n ng p t
â c m n ng p t u y
e - c m n ng o p t
ê - ch m n nh p t u
i - c ch m n ng nh p t a u
iê c m n ng p t u
o - c i m n ng p t a e
oa c ch i m n ng nh o p t y
oă c m n ng p t
oe m n o t
oo c ng
ô - c i m n ng p t
ơ - i m n p t
u - c i m n ng p t a ê ơ y
uâ c n ng t y
uê ch n nh u
uô c i m n ng p t
ua u
uy a ch n nh p t u
uyê n t m
ư - a c i m n ng p t u
ươ c i m n ng p t u
y - m n p t
yê m n ng t u
`)

// The rhymes after "qu", whose u belongs to the beginning.
var quRhymes = lazyRhymes(`
a - c ch i m n ng nh o p t u y
ă c m n ng p t
â n ng t y
e - n o t
ê - ch n nh t
i - ch m n nh t
ơ -
ô c
y - ch n nh t p
yê n t
`)

// lazyRhymes parses a table when a first word is looked at.
func lazyRhymes(table string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return parseRhymes(table) })
}

func parseRhymes(table string) map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		for i := 1; i < len(f); i++ {
			all[f[0]+strings.TrimPrefix(f[i], "-")] = true
		}
	}
	return all
}

// Beginnings, longest first. Those before e, ê, i, y are spelt apart from
// those before other vowels (nghe, nga).
var beginnings = []struct {
	text        string
	front, back bool // may stand before e ê i y; before other vowels
}{
	{"ngh", true, false}, {"ng", false, true}, {"nh", true, true}, {"n", true, true},
	{"gh", true, false}, {"g", false, true}, {"kh", true, true}, {"k", true, false},
	{"ch", true, true}, {"c", false, true}, {"ph", true, true}, {"p", true, true},
	{"th", true, true}, {"tr", true, true}, {"t", true, true},
	{"b", true, true}, {"d", true, true}, {"đ", true, true}, {"h", true, true}, {"l", true, true}, {"m", true, true},
	{"r", true, true}, {"s", true, true}, {"v", true, true}, {"x", true, true}, {"", true, true},
}

func isSyllable(word string) bool {
	plain, toneAt, tone := splitTone(word)
	if plain == "" {
		return false
	}
	check := func(beginning string, known map[string]bool) bool {
		rhyme := plain[len(beginning):]
		return known[rhyme] && toneFits(rhyme, toneAt-len(beginning), tone)
	}
	if strings.HasPrefix(plain, "qu") {
		return check("qu", quRhymes())
	}
	if strings.HasPrefix(plain, "gi") {
		// "gì", "giếng" share the i with the beginning; "già" does not.
		return check("gi", rhymes()) || check("g", rhymes())
	}
	for _, b := range beginnings {
		rest, ok := strings.CutPrefix(plain, b.text)
		if !ok || rest == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(rest)
		front := strings.ContainsRune("eêiy", first)
		return (front && b.front || !front && b.back) && check(b.text, rhymes())
	}
	return false
}

// splitTone lowers a word and takes its tone off. at is where in plain the letter
// with the tone begins, -1 for no tone. plain is "" for an impossible word.
func splitTone(word string) (plain string, at int, tone rune) {
	if len(word) > 24 {
		return "", -1, 0
	}
	var b strings.Builder
	at = -1
	for _, r := range norm.NFC.String(word) {
		r = unicode.ToLower(r)
		switch {
		case r == 'ð': // a look-alike that many keyboards gave for đ
			r = 'đ'
		case r < 0x80 && !unicode.IsLetter(r):
			return "", -1, 0
		}
		letter, t := toneOf(r)
		if t != 0 {
			if at >= 0 {
				return "", -1, 0
			}
			at, tone = b.Len(), t
		}
		b.WriteRune(letter)
	}
	return b.String(), at, tone
}

// The tone marks, as combining characters.
const (
	grave = '\u0300'
	acute = '\u0301'
	tilde = '\u0303'
	hook  = '\u0309'
	dot   = '\u0323'
)

// toneOf splits a lower-case letter into the letter without tone and the tone,
// 0 for none.
func toneOf(r rune) (letter, tone rune) {
	if r < 0x80 {
		return r, 0
	}
	if t, ok := toned()[r]; ok {
		return t.letter, t.tone
	}
	return r, 0
}

type tonedLetter struct{ letter, tone rune }

var toned = sync.OnceValue(func() map[rune]tonedLetter {
	all := map[rune]tonedLetter{}
	for _, letter := range "aăâeêioôơuưy" {
		for _, tone := range []rune{grave, acute, tilde, hook, dot} {
			whole := []rune(norm.NFC.String(string([]rune{letter, tone})))
			all[whole[0]] = tonedLetter{letter, tone}
		}
	}
	return all
})

// toneFits reports whether the tone stands on the right vowel of a rhyme: the
// last marked vowel; else the second of two before a consonant, the middle of
// three, the first of two at the end, where oa, oe and uy take either.
// Syllables closed by c, ch, p, t have the tone sắc or nặng, always.
func toneFits(rhyme string, at int, tone rune) bool {
	vowels := strings.TrimRight(rhyme, "chmngpt")
	stopped := slices.ContainsFunc([]string{"c", "ch", "p", "t"}, func(end string) bool {
		return strings.HasSuffix(rhyme, end)
	})
	if stopped && tone != acute && tone != dot {
		return false
	}
	if tone == 0 {
		return true
	}
	if at < 0 {
		return false
	}
	closed := len(vowels) < len(rhyme)
	marked := strings.LastIndexAny(vowels, "ăâêôơư")
	switch n := len(vowels); {
	case marked >= 0:
		return at == marked
	case n == 1:
		return at == 0
	case n == 2 && closed, n == 3:
		return at == 1
	case vowels == "oa", vowels == "oe", vowels == "uy":
		return at == 0 || at == 1
	}
	return at == 0
}

// capitalsFit: "đảng", "Đảng" and "ĐẢNG" are words, "đẢng" is not.
func capitalsFit(word string) bool {
	upper, lower, first := 0, 0, true
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			if !first && lower > 0 {
				return false
			}
			upper++
		case unicode.IsLower(r):
			lower++
		}
		first = false
	}
	return lower == 0 || upper <= 1
}
