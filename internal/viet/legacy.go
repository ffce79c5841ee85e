package viet

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Encoding is how Vietnamese letters stand in a stored text.
type Encoding int

// The encodings met in office files.
const (
	Unicode     Encoding = iota // as it should be
	Combining                   // Unicode with marks as characters of their own (tổ hợp, NFD)
	TCVN3                       // TCVN3 (ABC), fonts ".VnTime"...
	VNI                         // VNI-Windows, fonts "VNI-Times"...
	Windows1258                 // read as if it were windows-1252
	MisreadUTF8                 // UTF-8 read as if it were windows-1252
)

// Encodings are the old encodings, which have to be converted to Unicode.
var Encodings = []Encoding{TCVN3, VNI, Windows1258, MisreadUTF8}

func (e Encoding) String() string {
	return [...]string{"Unicode", "Unicode tổ hợp", "TCVN3 (ABC)", "VNI", "windows-1258", "UTF-8 đọc nhầm"}[e]
}

// OfFont is what a font's name says about the text set in it: ".VnTime" is
// TCVN3, "VNI-Times" VNI, anything else Unicode as far as the name tells.
// capitals is set for the fonts that show every letter as a capital
// (".VnTimeH"): TCVN3 has no codes for capitals with a tone.
func OfFont(font string) (e Encoding, capitals bool) {
	name := strings.ToLower(strings.TrimSpace(font))
	switch {
	case strings.HasPrefix(name, "vni-"):
		return VNI, false
	case !strings.HasPrefix(name, ".vn") || strings.HasPrefix(name, ".vni") || strings.ContainsAny(name, "0123456789"):
		return Unicode, false
	}
	words := strings.Fields(name)
	for len(words) > 1 && slices.Contains([]string{"bold", "italic", "regular"}, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return TCVN3, strings.HasSuffix(words[len(words)-1], "h")
}

// tcvn3 is the letter of each code from U+00A1 to U+00FE, a space where TCVN3
// has none. The five marked lower-case vowels and đ have capitals; letters
// with a tone do not.
const tcvn3 = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ"

var tcvn3Letters = func() (t [256]rune) {
	code := 0xA1
	for _, r := range tcvn3 {
		if r != ' ' {
			t[code] = r
		}
		code++
	}
	return t
}()

// vniMarks are the characters VNI puts after a vowel, and the marks they show.
var vniMarks = sync.OnceValue(func() map[rune][]rune {
	const circumflex, breve = '\u0302', '\u0306'
	marks := map[rune][]rune{
		'ù': {acute}, 'ø': {grave}, 'û': {hook}, 'õ': {tilde}, 'ï': {dot},
		'â': {circumflex}, 'á': {circumflex, acute}, 'à': {circumflex, grave},
		'å': {circumflex, hook}, 'ã': {circumflex, tilde}, 'ä': {circumflex, dot},
		'ê': {breve}, 'é': {breve, acute}, 'è': {breve, grave},
		'ú': {breve, hook}, 'ü': {breve, tilde}, 'ë': {breve, dot},
	}
	for mark, shown := range marks {
		marks[unicode.ToUpper(mark)] = shown
	}
	return marks
})

// vniLetters are the letters of VNI that stand alone.
var vniLetters = map[rune]rune{
	'í': 'í', 'ì': 'ì', 'æ': 'ỉ', 'ó': 'ĩ', 'ò': 'ị', 'î': 'ỵ', 'ô': 'ơ', 'ö': 'ư', 'ñ': 'đ',
	'Í': 'Í', 'Ì': 'Ì', 'Æ': 'Ỉ', 'Ó': 'Ĩ', 'Ò': 'Ị', 'Î': 'Ỵ', 'Ô': 'Ơ', 'Ö': 'Ư', 'Ñ': 'Đ',
}

// Decode reads a text stored in the encoding e. Characters that e does not have
// are kept. ok is false when a letter was among them; for Windows1258 and
// MisreadUTF8 also when s cannot come from that misreading or nothing changes.
func Decode(s string, e Encoding) (text string, ok bool) {
	switch e {
	case TCVN3:
		return decodeTCVN3(s)
	case VNI:
		return decodeVNI(s)
	case Windows1258:
		b, ok := windows1252Bytes(s)
		if !ok {
			return s, false
		}
		out, err := charmap.Windows1258.NewDecoder().Bytes(b)
		if err != nil || strings.ContainsRune(string(out), utf8.RuneError) {
			return s, false
		}
		text = norm.NFC.String(string(out))
		return text, text != s
	case MisreadUTF8:
		b, ok := windows1252Bytes(s)
		if !ok || !utf8.Valid(b) || len(b) == utf8.RuneCount(b) {
			return s, false
		}
		return norm.NFC.String(string(b)), true
	}
	return norm.NFC.String(s), true
}

func decodeTCVN3(s string) (string, bool) {
	var b strings.Builder
	b.Grow(len(s))
	ok := true
	var before rune
	for _, r := range s {
		out := r
		if r < 256 && tcvn3Letters[r] != 0 {
			out = tcvn3Letters[r]
			// Some converters wrote Á as A and á: the capital they had no code for.
			if letter, tone := toneOf(out); tone != 0 && before != 'O' && unicode.ToUpper(letter) == before {
				whole := b.String()
				b.Reset()
				b.WriteString(whole[:len(whole)-utf8.RuneLen(before)])
				out = unicode.ToUpper(out)
			}
		} else if r >= 0x80 && unicode.IsLetter(r) {
			ok = false
		}
		b.WriteRune(out)
		before = out
	}
	return b.String(), ok
}

func decodeVNI(s string) (string, bool) {
	out := make([]rune, 0, len(s))
	ok := true
	base := false // the letter before may take a mark
	for _, r := range s {
		if marks, is := vniMarks()[r]; is && base {
			if whole, fits := marked(out[len(out)-1], marks); fits {
				out[len(out)-1] = whole
				base = false
				continue
			}
		}
		if letter, is := vniLetters[r]; is {
			out = append(out, letter)
			base = strings.ContainsRune("ơưƠƯ", letter)
			continue
		}
		if r >= 0x80 && unicode.IsLetter(r) {
			ok = false
		}
		out = append(out, r)
		base = strings.ContainsRune("aeouyAEOUY", r)
	}
	return string(out), ok
}

// marked is a vowel with marks on it, where Vietnamese has such a letter.
func marked(vowel rune, marks []rune) (rune, bool) {
	whole := []rune(norm.NFC.String(string(append([]rune{vowel}, marks...))))
	if len(whole) != 1 || !vietnamese()[whole[0]] {
		return 0, false
	}
	return whole[0], true
}

// vietnamese are the 134 letters with a mark or a stroke.
var vietnamese = sync.OnceValue(func() map[rune]bool {
	all := map[rune]bool{}
	add := func(r rune) { all[r], all[unicode.ToUpper(r)] = true, true }
	for _, r := range "ăâđêôơư" {
		add(r)
	}
	for r := range toned() {
		add(r)
	}
	return all
})

// windows1252Bytes undoes a misreading: the bytes that, read as windows-1252, give
// s. ok is false when no bytes do.
func windows1252Bytes(s string) (b []byte, ok bool) {
	b = make([]byte, 0, len(s))
	for _, r := range s {
		switch c, is := charmap.Windows1252.EncodeRune(r); {
		case is:
			b = append(b, c)
		case r < 0x100: // bytes windows-1252 leaves undefined are passed through
			b = append(b, byte(r))
		default:
			return nil, false
		}
	}
	return b, true
}

// Windows1252 reads bytes as windows-1252, every byte giving one character, so
// that Decode can read them otherwise.
func Windows1252(b []byte) string {
	var s strings.Builder
	s.Grow(len(b) + len(b)/4)
	for _, c := range b {
		r := charmap.Windows1252.DecodeByte(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		s.WriteRune(r)
	}
	return s.String()
}
