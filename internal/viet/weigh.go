package viet

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Evidence is what the words of a text say about how it is encoded. A word
// speaks for an encoding when only in that one it is a Vietnamese syllable.
type Evidence struct {
	Votes   [MisreadUTF8 + 1]int32 // words, by encoding
	Against [MisreadUTF8 + 1]int32 // words of Unicode that make no sense in this encoding
	Letter  int32                  // words with a letter only Unicode has: proof, where syllables are a sign
	Open    bool                   // some word is a syllable in Unicode and another one in an old encoding
	Plain   bool                   // Unicode in NFC beyond doubt, whatever the texts around it are
}

// Old is how many words speak for an old encoding.
func (e *Evidence) Old() int32 {
	var n int32
	for _, old := range Encodings {
		n += e.Votes[old]
	}
	return n
}

// IsASCII reports whether a text has only the characters all encodings share.
func IsASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Weigh looks at every word of a text.
func Weigh(s string) Evidence {
	e, plain := WeighPlain(s)
	if plain {
		return e
	}
	if misread(s) {
		if text, ok := Decode(s, MisreadUTF8); ok {
			for w := range words(text) {
				if !IsASCII(w) && IsSyllable(w) {
					e.Votes[MisreadUTF8]++
				}
			}
			if e.Votes[MisreadUTF8] > 0 {
				return e
			}
		}
	}
	for w := range words(s) {
		if !IsASCII(w) {
			e.word(w)
		}
	}
	return e
}

// WeighPlain is a quick Weigh for texts that are in Unicode and NFC beyond doubt,
// as nearly all texts are; ok is false for any other.
func WeighPlain(s string) (e Evidence, ok bool) {
	n, ok := plainWords(s)
	if ok {
		e.Plain = true
		e.unicode(n)
	}
	return e, ok
}

// unicode counts words that are proof of Unicode.
func (e *Evidence) unicode(words int32) {
	e.Letter += words
	e.Votes[Unicode] += words
	for _, old := range Encodings {
		e.Against[old] += words
	}
}

// plainWords counts the words with a letter that only Unicode has. ok is false
// when the text has a character that means another letter in an old encoding.
// A letter that is the same in two encodings ("é") needs a word that is proof
// beside it. It looks at each byte once, because files hold very many texts.
func plainWords(s string) (words int32, ok bool) {
	counted, shared, latin := false, false, latinVietnamese()
	for _, r := range s {
		switch {
		case r < 0x80:
			if r <= ' ' {
				counted = false
			}
		case r > 0xFF && vietnameseLetter(r):
			if !counted {
				words++
				counted = true
			}
		case r <= 0xFF && latin[r]:
			shared = true
		case r >= 0x2010 && r <= 0x2026: // dashes, quotes, bullets, the ellipsis
		default:
			return 0, false
		}
	}
	return words, words > 0 || !shared
}

// vietnameseLetter: the letters beyond Latin-1 lie in a few ranges.
func vietnameseLetter(r rune) bool {
	switch {
	case r >= 0x1EA0 && r <= 0x1EF9:
		return true
	case r > 0x1B0 && r < 0x1EA0:
		return false
	}
	return vietnamese()[r]
}

var latinVietnamese = sync.OnceValue(func() *[256]bool {
	var t [256]bool
	for r := range vietnamese() {
		if r <= 0xFF {
			t[r] = true
		}
	}
	return &t
})

func (e *Evidence) word(w string) {
	if hasUnicodeLetter(w) {
		if strings.IndexFunc(strings.Trim(w, signs), notLetter) < 0 || readsAsUnicode(w) {
			e.unicode(1)
			return
		}
		if text, _ := Decode(w, TCVN3); isSyllable(text) {
			e.Letter++ // "Đ¬n": the first letter typed anew
			e.Votes[TCVN3]++
		}
		return
	}
	if sharedLetters(w) && utf8.RuneCountInString(w) <= 2 {
		e.Open = true // too short to prove anything
		return
	}
	inUnicode := readsAsUnicode(w)
	found, count := Unicode, 0
	for _, old := range Encodings[:3] {
		text, ok := wordIn(w, old)
		switch {
		case ok:
			found = old
			count++
		case inUnicode && text != w:
			e.Against[old]++
		}
	}
	switch {
	case inUnicode && count == 0:
		e.Votes[Unicode]++
	case inUnicode:
		e.Open = true
	case count == 1 && hasASCIILetter(w) && w != "µm":
		e.Votes[found]++
	case count > 0:
		e.Open = true
	}
}

// wordIn is a word as the encoding reads it; ok tells that it is a syllable then.
func wordIn(w string, e Encoding) (text string, ok bool) {
	text, all := Decode(w, e)
	if !all || text == w {
		return text, false // in the latter case the word is the same in both
	}
	if e == TCVN3 { // where capitals stand in the middle: §¶NG is ĐảNG
		return text, isSyllable(text)
	}
	return text, IsSyllable(text)
}

// signs stand beside words in Unicode texts, and are letters in TCVN3.
const signs = "«»·§©®×"

// readsAsUnicode: a syllable with a mark, perhaps between signs.
func readsAsUnicode(w string) bool {
	w = strings.Trim(w, signs)
	return !IsASCII(w) && IsSyllable(w)
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }

// hasUnicodeLetter: a Vietnamese letter beyond Latin-1, or a mark of its own.
// No old encoding gives these.
func hasUnicodeLetter(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool {
		return r > 0xFF && vietnameseLetter(r) || r == grave || r == acute || r == tilde || r == hook || r == dot
	}) >= 0
}

// sharedLetters: every letter with a mark is one of the 24 that stand for
// themselves in Unicode and for another letter in TCVN3.
func sharedLetters(w string) bool {
	for _, r := range w {
		if r >= 0x80 && (r > 0xFF || tcvn3Letters[r] == 0 || !vietnamese()[r]) {
			return false
		}
	}
	return true
}

func hasASCIILetter(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < utf8.RuneSelf && unicode.IsLetter(rune(w[i])) {
			return true
		}
	}
	return false
}

// misread looks for two or three bytes of UTF-8 shown as characters of
// windows-1252: all Vietnamese letters begin with one of five such bytes.
func misread(s string) bool {
	lead := false
	for _, r := range s {
		if lead {
			b, ok := windows1252Bytes(string(r))
			if ok && b[0] >= 0x80 && b[0] < 0xC0 {
				return true
			}
		}
		lead = r == 'Ã' || r == 'Ä' || r == 'Å' || r == 'Æ' || r == 'á'
	}
	return false
}

// words calls yield for each stretch of letters, and of the signs that are
// letters in TCVN3, that does not touch a digit: "5µm" is no word.
func words(s string) func(yield func(string) bool) {
	inWord := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r < 256 && tcvn3Letters[r] != 0
	}
	return func(yield func(string) bool) {
		from, digit := -1, false // of the word; a digit stands right before it
		var before rune
		for i, r := range s + " " {
			switch {
			case inWord(r):
				if from < 0 {
					from, digit = i, unicode.IsDigit(before)
				}
			case from >= 0:
				if !digit && !unicode.IsDigit(r) && !yield(s[from:i]) {
					return
				}
				from = -1
			}
			before = r
		}
	}
}

// DecodeMixed reads a text in which some words are Unicode and some are stored
// in the encoding e, word by word. sure is false when a word may be either.
func DecodeMixed(s string, e Encoding) (text string, sure bool) {
	var b strings.Builder
	sure = true
	end := 0
	for w := range words(s) {
		at := end + strings.Index(s[end:], w)
		b.WriteString(s[end:at])
		end = at + len(w)
		if IsASCII(w) {
			b.WriteString(w)
			continue
		}
		decoded, _ := Decode(w, e)
		old := isSyllable(decoded) && decoded != w
		switch now := readsAsUnicode(w); {
		case old && !now:
			b.WriteString(decoded)
		case now && !old, hasUnicodeLetter(w), decoded == w:
			b.WriteString(w)
		default:
			sure = false
			b.WriteString(w)
		}
	}
	b.WriteString(s[end:])
	return norm.NFC.String(b.String()), sure
}
