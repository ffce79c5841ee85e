package diag

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Visible is a text of somebody else's on one line, for a terminal: what would
// move the cursor, change the window's title, begin a line of its own or turn
// the direction of writing is shown as \u001b, and what is no letter at all as
// \xff. A file may be called anything.
func Visible(s string) string { return visible(s, "") }

// VisibleLines is the same for a text of several lines, with tabs.
func VisibleLines(s string) string { return visible(s, "\n\t") }

func visible(s, but string) string {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if hides(r, n) && !strings.ContainsRune(but, r) {
			break
		}
		i += n
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:i])
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case !hides(r, n) || strings.ContainsRune(but, r):
			b.WriteString(s[i : i+n])
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		i += n
	}
	return b.String()
}

// hides reports a character that is not shown and does something: control
// characters, ends of lines and paragraphs, marks of direction.
func hides(r rune, size int) bool {
	switch {
	case r < ' ', r >= 0x7F && r <= 0x9F, r == utf8.RuneError && size == 1:
		return true
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}
