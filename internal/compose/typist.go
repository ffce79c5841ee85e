package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// typed is a line of somebody's text as a typist would set it down: spaces at marks,
// a capital at the beginning, quotation marks of printing, counts below ten with their
// zero, one stop at the end. Its words and figures stay what they are.
func typed(line string, last bool) string {
	t := unlisted(strings.TrimSpace(line))
	t = withPairs(spacedMarks(t))
	t = zeroed(t)
	if first, _ := utf8.DecodeRuneInString(t); unicode.IsLower(first) {
		t = viet.UpperFirst(t)
	}
	if !last && (strings.HasSuffix(t, ":") || strings.HasSuffix(t, ";")) {
		return t
	}
	return ended(t)
}

// spacedMarks has no space before a mark that closes and one behind it, and each mark
// once. Within figures, addresses and abbreviations nothing is touched: there a mark
// has no space and no letter at both sides, or stands in a word with others.
func spacedMarks(t string) string {
	var b strings.Builder
	letters := []rune(t)
	for i, c := range letters {
		before, after := at(letters, i-1), at(letters, i+1)
		switch {
		case c == ' ' && !unicode.IsDigit(at(letters, i+2)) &&
			(strings.ContainsRune(",;.!?)%", after) || after == ':' && at(letters, i+2) == ' '):
			continue // no space before it
		case c == ' ' && before == '(':
			continue
		case strings.ContainsRune(",;", c) && after == c, c == '.' && after == '.' && !dots(letters, i):
			continue // the same once more
		}
		b.WriteRune(c)
		between := unicode.IsLetter(after) && unicode.IsLetter(before)
		if strings.ContainsRune(",;", c) && between && !isAddress(letters, i) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// isAddress: the letter stands in an address: its word has a slash or an @.
func isAddress(letters []rune, i int) bool {
	from, to := i, i
	for at(letters, from-1) > ' ' {
		from--
	}
	for at(letters, to+1) > ' ' {
		to++
	}
	return strings.ContainsAny(string(letters[from:to+1]), "/@")
}

// dots: the stop is one of three or more, which is no slip.
func dots(letters []rune, i int) bool {
	from, to := i, i
	for at(letters, from-1) == '.' {
		from--
	}
	for at(letters, to+1) == '.' {
		to++
	}
	return to-from >= 2
}

func at(letters []rune, i int) rune {
	if i < 0 || i >= len(letters) {
		return 0
	}
	return letters[i]
}

// withPairs puts the quotation marks of printing for straight ones that come in pairs.
func withPairs(t string) string {
	if n := strings.Count(t, `"`); n == 0 || n%2 != 0 {
		return t
	}
	opens := true
	return strings.Map(func(c rune) rune {
		switch {
		case c != '"':
			return c
		case opens:
			c = '“'
		default:
			c = '”'
		}
		opens = !opens
		return c
	}, t)
}

// ordinals are words behind which a figure numbers something and counts nothing.
var ordinals = []string{"so", "dieu", "khoan", "diem", "muc", "chuong", "quy", "thang", "ngay", "nam", "cap", "loai",
	"lan", "thu", "khu", "to", "phuong", "quan", "dot", "ky", "bac", "hang", "vong", "lop", "tieu chi", "chi tieu",
	"nhom", "doi", "thon", "xom", "ap", "du an", "tuyen", "duong", "hem", "ngo", "so nha", "phan", "bang", "tap"}

// things are counted too, though no target is in them.
var things = []string{"du an", "cong trinh", "hoi nghi", "de an", "van ban", "cuoc thi", "tuyen duong", "ngoi nha",
	"lop hoc", "hoat dong", "chuong trinh", "noi dung", "nhiem vu", "tieu chi"}

// zeroed gives counts below ten their zero: "03 dự án". What follows has to be
// something that is counted.
func zeroed(t string) string {
	words := strings.Split(t, " ")
	for i, w := range words {
		if len(w) != 1 || w[0] < '1' || w[0] > '9' || i+1 == len(words) {
			continue
		}
		if i > 0 && (slices.Contains(ordinals, viet.Fold(words[i-1])) || strings.HasSuffix(words[i-1], ":")) {
			continue
		}
		next := viet.Fold(words[i+1])
		both := next
		if i+2 < len(words) && !strings.ContainsAny(words[i+1], ",.;:") {
			both += " " + viet.Fold(words[i+2])
		}
		if quantity.IsCounted(next) || quantity.IsCounted(both) || slices.Contains(things, both) {
			words[i] = "0" + w
		}
	}
	return strings.Join(words, " ")
}

// line is a line of a cell.
type line struct {
	text   string
	inside bool // it is one of those that the line before announces
}

// linesOf are the lines of a text that each say something of their own. A line that
// goes on in the middle of a sentence belongs to the one before it.
func linesOf(text string) []line {
	var all []line
	announced := false
	for _, raw := range strings.Split(text, "\n") {
		t := viet.Tidy(raw)
		if t == "" {
			continue
		}
		bulleted := unlisted(t) != t
		numbered := withoutOrdinal(t) != t
		if last := len(all) - 1; last >= 0 && !bulleted && !numbered {
			before := all[last].text
			first, _ := utf8.DecodeRuneInString(t)
			if !strings.ContainsAny(before[len(before)-1:], ".;:!?") && !unicode.IsUpper(first) {
				all[last].text += " " + t
				continue
			}
		}
		if len(all) > 0 {
			switch {
			case strings.HasSuffix(all[len(all)-1].text, ":"):
				announced = true
			case numbered && !bulleted:
				announced = false
			}
		}
		all = append(all, line{text: withoutOrdinal(t), inside: announced && bulleted})
	}
	if len(all) == 1 { // "1. Ý một" alone numbers nothing, and may be part of what it says
		all[0].text = viet.Tidy(text)
	}
	return all
}

// withoutOrdinal is a line without the number of a list before it: "1. ", "2) ", "(3) ",
// "a) ", "IV. ".
func withoutOrdinal(t string) string {
	inside := strings.TrimPrefix(t, "(")
	rest := strings.TrimLeft(inside, "0123456789")
	if rest == inside {
		rest = strings.TrimLeft(inside, "IVX")
	}
	if rest == inside && inside != "" && inside[0] >= 'a' && inside[0] <= 'z' {
		rest = inside[1:]
	}
	if n := len(inside) - len(rest); n == 0 || n > 4 || n > 2 && inside[0] < 'A' {
		return t
	}
	if inside != t && !strings.HasPrefix(rest, ")") {
		return t
	}
	for _, mark := range []string{". ", ") "} {
		if after, ok := strings.CutPrefix(rest, mark); ok {
			if inside[0] >= 'A' && len(after) > 1 && after[1] == '.' { // initials: "V. I. Lênin"
				return t
			}
			return after
		}
	}
	return t
}

// ended ends a text with one full stop, its list dash taken off.
func ended(t string) string {
	t = unlisted(t)
	if inside, ok := strings.CutSuffix(t, ".”"); ok {
		t = inside + "”"
	}
	if slices.ContainsFunc([]string{"...", "?", "!", "…"}, func(end string) bool { return strings.HasSuffix(t, end) }) {
		return t
	}
	return strings.TrimRight(t, ".;,/ ") + "."
}

// isAmount: a text begins with a figure that may be below zero: no "05 tuyến đường",
// and no day.
func isAmount(t string) bool {
	digits := t[:len(t)-len(strings.TrimLeft(t, "0123456789"))]
	return digits != "" && (len(digits) == 1 || digits[0] != '0') && !strings.HasPrefix(t[len(digits):], "/")
}

// unlisted is a text without the mark of a list before it. A sign that a figure
// follows at once is the figure's: "-2,5%" is no "2,5%".
func unlisted(t string) string {
	const marks = "-–—+•●▪◦■◆►➢✓✔☑→»·‣❖\uF0A7\uF0B7\uF0D8\uF0FC"
	for {
		mark, n := utf8.DecodeRuneInString(t)
		next, _ := utf8.DecodeRuneInString(t[n:])
		switch {
		case mark == '*' && (next == ' ' || next == '*'):
		case n == 0 || mark != ' ' && !strings.ContainsRune(marks, mark):
			return t
		case strings.ContainsRune("-–—", mark) && isAmount(t[n:]):
			return "−" + t[n:]
		case mark == '+' && unicode.IsDigit(next):
			return t
		}
		t = t[n:]
	}
}
