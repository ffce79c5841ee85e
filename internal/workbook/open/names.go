package open

import (
	"archive/zip"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"baocao/internal/viet"
)

// oldEncodings are those that names in archives from before Unicode are met in:
// what archives should hold, what Windows in Vietnam and in the West takes for
// DOS, and the fonts of old, whose letters somebody typed. The first stands for
// names that say nothing.
var oldEncodings = []func(name string) string{
	charmapped(charmap.CodePage437),
	charmapped(charmap.CodePage850),
	charmapped(charmap.Windows1258),
	inFont(viet.TCVN3),
	inFont(viet.VNI),
}

func charmapped(m *charmap.Charmap) func(string) string {
	return func(name string) string {
		text, err := m.NewDecoder().String(name)
		if err != nil {
			return name
		}
		return norm.NFC.String(text)
	}
}

func inFont(e viet.Encoding) func(string) string {
	return func(name string) string {
		text, ok := viet.Decode(charmapped(charmap.Windows1252)(name), e)
		if !ok {
			return name
		}
		return text
	}
}

// isOld tells a name that is not in Unicode.
func isOld(f *zip.File) bool { return f.NonUTF8 && !utf8.ValidString(f.Name) }

// readingOf finds how the old names of an archive are to be read: as their words
// say together, where they say it of one encoding only.
func readingOf(files []*zip.File) func(name string) string {
	best, most, same := oldEncodings[0], 0, ""
	for _, decode := range oldEncodings {
		var all strings.Builder
		for _, f := range files {
			if isOld(f) {
				all.WriteString(decode(f.Name) + "\n")
			}
		}
		switch n := vietnamese(all.String()); {
		case n > most:
			best, most, same = decode, n, all.String()
		case n == most && n > 0 && all.String() != same:
			best = oldEncodings[0]
		}
	}
	return best
}

// vietnamese counts the words that have a letter beyond ASCII and are Vietnamese
// syllables; one that is none outweighs three that are.
func vietnamese(names string) (n int) {
	for word := range strings.FieldsFuncSeq(names, func(r rune) bool {
		return r != utf8.RuneError && (r < 0x80 && !unicode.IsLetter(r) || unicode.IsSpace(r))
	}) {
		switch {
		case viet.IsASCII(word):
		case viet.IsSyllable(word):
			n++
		default:
			n -= 3
		}
	}
	return n
}

// memberName is a path that stays inside: archives are made with names such as
// "../../x" to write where they should not.
func memberName(name string) string {
	name = strings.ToValidUTF8(name, "_")
	return norm.NFC.String(path.Clean("/" + strings.ReplaceAll(name, `\`, "/"))[1:])
}
