// Package viet is Vietnamese text: cleaning, match keys, words for counts and
// dates.
package viet

import (
	"cmp"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean returns s as text fit to print: valid UTF-8 in NFC, no invisible or
// control characters, line breaks as \n, tabs and no-break spaces as spaces.
// It does not trim.
func Clean(s string) string {
	if isPlain(s) || isClean(s) {
		return s
	}
	return cleanAny(s)
}

// cleanAny is Clean for any text.
func cleanAny(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v':
			return '\n'
		case r == '\t' || r == '\u00A0' || r == '\u202F' || r == '\u2007':
			return ' '
		case r == '\u00AD' || r == '\u2060' || r == '\uFEFF',
			r >= '\u200B' && r <= '\u200F', r >= '\u202A' && r <= '\u202E':
			return -1
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// Composed is a text with each letter and its accents as one character, where there is one.
func Composed(s string) string { return norm.NFC.String(s) }

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 && s[i] != '\n' || s[i] >= 0x7F {
			return false
		}
	}
	return true
}

// commonBlocks are where the characters of Vietnamese texts lie.
var commonBlocks = [...][2]rune{{0, 0x250}, {0x300, 0x370}, {0x1EA0, 0x1F00}, {0x2000, 0x2070}}

// cleanTable has the characters of Vietnamese texts that Clean leaves as they are,
// whatever stands before them. It is computed with cleanAny, when the first text is
// looked at.
var cleanTable = sync.OnceValue(func() *[0x2070]bool {
	var t [0x2070]bool
	for _, block := range commonBlocks {
		for r := block[0]; r < block[1]; r++ {
			s := string(r)
			t[r] = cleanAny(s) == s && norm.NFC.PropertiesString(s).BoundaryBefore()
		}
	}
	return &t
})

// isClean tells most texts at once that need no cleaning. It is several times faster
// than looking for what would have to be cleaned.
func isClean(s string) bool {
	table := cleanTable()
	for _, r := range s {
		if r >= rune(len(table)) || !table[r] {
			return false
		}
	}
	return true
}

// Tidy is Clean, with runs of white space made one space and the ends trimmed.
func Tidy(s string) string {
	if isTidy(s) {
		return s
	}
	return strings.Join(strings.Fields(Clean(s)), " ")
}

// IsBlank: Tidy leaves nothing of s.
func IsBlank(s string) bool {
	begins := s != "" && ' ' < s[0] && s[0] < 0x7F // as most texts do
	return !begins && Tidy(s) == ""
}

// tidyTable is cleanTable without white space but the blank.
var tidyTable = sync.OnceValue(func() *[0x2070]bool {
	t := *cleanTable()
	for r := range t {
		t[r] = t[r] && (r == ' ' || !unicode.IsSpace(rune(r)))
	}
	return &t
})

// isTidy tells most texts at once that are as Tidy makes them.
func isTidy(s string) bool {
	table := tidyTable()
	gap := true
	for _, r := range s {
		if r >= rune(len(table)) || !table[r] || gap && r == ' ' {
			return false
		}
		gap = r == ' '
	}
	return !gap || s == ""
}

// Fold returns the match key of s: no accents, đ as d, lower case, every run
// of anything but letters and digits one space, ends trimmed. Two spellings of
// one name ("uỷ", "ủy", "ỦY") have the same key.
func Fold(s string) string {
	if key, ok := foldCommon(s); ok {
		return key
	}
	return foldAny(s)
}

// Spelling is the key of s with its accents: two texts have the same one where they
// differ in capitals, white space, punctuation, or in the vowel that carries a tone
// ("uỷ", "ủy"). "Thôn Hà" and "Thôn Hạ" have the same match key, and not this one.
func Spelling(s string) string {
	var b, tones strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(Clean(s))) {
		switch {
		case r == '\u0300' || r == '\u0301' || r == '\u0303' || r == '\u0309' || r == '\u0323':
			tones.WriteRune(r)
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r):
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteString(tones.String() + " ")
			tones.Reset()
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String() + tones.String()
}

// EndsIn reports that a text ends with a name, with the name's accents unless the text was
// typed without any: "ĐẢNG ỦY XÃ AN KHÊ" ends with "Xã An Khê", and neither
// "ĐẢNG ỦY XÃ AN KHÊ ĐÔNG" nor "ĐẢNG ỦY XÃ ẨN KHÊ" does.
func EndsIn(s, name string) bool {
	key := Spelling
	if Spelling(s) == Fold(s) {
		key = Fold
	}
	name = key(name)
	return name != "" && strings.HasSuffix(" "+key(s), " "+name)
}

// foldAny is Fold for any text.
func foldAny(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range norm.NFD.String(Clean(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r == 'đ' || r == 'Đ' || r == 'Ð' || r == 'ð' || r == 'Ɖ':
			r = 'd'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			r = unicode.ToLower(r)
		default:
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// What a character does in a match key: itself stands for a letter or digit.
const (
	foldGap    = ' '
	foldNone   = 1 // no part of the key
	foldBeyond = 0 // foldAny knows
)

// foldTable has the characters of Vietnamese texts. It is computed with foldAny,
// so that the two cannot differ, when the first key is made.
var foldTable = sync.OnceValue(func() *[0x2070]byte {
	var t [0x2070]byte
	for _, block := range commonBlocks {
		for r := block[0]; r < block[1]; r++ {
			switch in := foldAny("a" + string(r) + "a"); {
			case in == "aa":
				t[r] = foldNone
			case in == "a a":
				t[r] = foldGap
			case len(in) == 3 && in[0] == 'a' && in[2] == 'a':
				t[r] = in[1]
			}
		}
	}
	return &t
})

// foldCommon is Fold for texts of these characters alone; ok is false for others.
// Every text of a file is folded, and this is several times faster than foldAny.
func foldCommon(s string) (key string, ok bool) {
	var buf [128]byte
	out := buf[:0]
	gap := false
	table := foldTable()
	for _, r := range s {
		if r >= rune(len(table)) {
			return "", false
		}
		switch c := table[r]; c {
		case foldBeyond:
			return "", false
		case foldNone:
		case foldGap:
			gap = len(out) > 0
		default:
			if gap {
				out = append(out, ' ')
				gap = false
			}
			out = append(out, c)
		}
	}
	return string(out), true
}

// HasPhrase reports whether the folded text holds the folded phrase as whole words.
func HasPhrase(folded, phrase string) bool {
	if phrase == "" {
		return false
	}
	for from := 0; ; {
		i := strings.Index(folded[from:], phrase)
		if i < 0 {
			return false
		}
		begin := from + i
		end := begin + len(phrase)
		if (begin == 0 || folded[begin-1] == ' ') && (end == len(folded) || folded[end] == ' ') {
			return true
		}
		from = begin + 1
	}
}

// Count writes a count in running text: 1 to 9 get a leading zero ("03").
func Count(n int) string {
	if n >= 0 && n < 10 {
		return fmt.Sprintf("%02d", n)
	}
	return fmt.Sprint(n)
}

// Date is a day as documents print it. The zero Date is absent.
type Date struct{ Year, Month, Day int }

// IsZero reports an absent date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare is below 0 when d comes before e, 0 for the same day, above 0 after it.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Long prints "ngày 05 tháng 02 năm 2026": a zero before days under 10 and
// before months 1 and 2 only (docs/document-form.md 1.2).
func (d Date) Long() string {
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d.Day, month(d.Month), d.Year)
}

// Short prints "04/3/2021".
func (d Date) Short() string {
	return fmt.Sprintf("%02d/%s/%d", d.Day, month(d.Month), d.Year)
}

// ISO prints "2021-03-04".
func (d Date) ISO() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

func month(m int) string {
	if m <= 2 {
		return fmt.Sprintf("%02d", m)
	}
	return fmt.Sprint(m)
}

// LowerFirst lowers the first letter, for putting a heading into a sentence.
func LowerFirst(s string) string { return mapFirst(s, unicode.ToLower) }

// UpperFirst raises the first letter, for beginning a sentence.
func UpperFirst(s string) string { return mapFirst(s, unicode.ToUpper) }

func mapFirst(s string, f func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(f(r)) + s[n:]
}

// Excerpt is the start of a text, at most 60 letters of it, for messages.
func Excerpt(s string) string {
	s = Tidy(s)
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return s
}
