package quantity

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"baocao/internal/viet"
)

// A Writing is how a person wrote a quantity.
type Writing int

// The writings. Only Plain is an answer; about the others somebody has to be asked.
const (
	NotWritten Writing = iota // no number in it
	Plain                     // one number, perhaps with a unit and a remark: "12%", "352 lượt (đạt 103,5%)"
	Unclear                   // one number that may be read in two ways: "325,023"
	Roughly                   // not exact: "trên 4", "khoảng 24"
	Between                   // a range: "61-62", "từ 61 đến 62"
	Several                   // more than one number: "0,7% (còn 4,33%)", "1893; 1902"
	OutOf                     // a part of a whole: "48/58", "3/4 trường"
	Worded                    // one number among words that may change it: "tăng 21 lượt", "352 (chưa chốt)"
)

// Written is what stands in a cell of words and digits.
type Written struct {
	Writing Writing
	Value   Number // the number; of Unclear the Vietnamese reading; of Roughly the number named; of OutOf the part
	Other   Number // the second reading of Unclear; the upper end of Between; the whole of OutOf
	Unit    string // what follows the number, "%" included; "" for nothing
	Rated   bool   // of OutOf: a percentage beside it agrees with it
}

// roughly are the words and signs that make a number inexact.
const roughly = `trên|dưới|khoảng|hơn|gần|ước|ước đạt|xấp xỉ|không quá|tối thiểu|tối đa|ít nhất` +
	`|>=|<=|>|<|~|≥|≤|≈`

var (
	// \u2009 stands for any blank that does not break: who typed one meant one number.
	numeral  = `[0-9]+(?:[.,][0-9]+)*(?:[ \x{2009}][0-9]{3})*(?:[.,][0-9]+)?`
	unitText = `(%|(?:[^0-9(),;-]|m[23])*)`
	numerals = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(numeral) })
	oneFirst = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([^0-9,;(]*?)([-+]?` + numeral + `)\.? ?` + unitText + `$`)
	})
	partOf = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([^0-9,;(]*?)(` + numeral + `) ?/ ?(` + numeral + `) ?` + unitText + `$`)
	})
	twoEnds = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:từ )?(` + numeral + `) ?%? ?(?:-|đến) ?(` + numeral + `) ?(%|[^0-9(),;/-]*)$`)
	})
	inexact = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:` + roughly + `) ?(` + numeral + `) ?(%|[^0-9(),;/-]*)$`)
	})
	orMore = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(` + numeral + `) ?(%|[^0-9(),;/-]*?) ?trở (?:lên|xuống)$`)
	})
)

// oneSpelling makes the dashes one, and drops the apostrophes that keep a
// spreadsheet from taking a text for a number.
var oneSpelling = strings.NewReplacer("–", "-", "—", "-", "\u2212", "-", "'", "", "’", "",
	"\u00A0", "\u2009", "\u202F", "\u2009", "\u2007", "\u2009", "\u2006", "\u2009", "\u2005", "\u2009",
	"\u2004", "\u2009", "\u2008", "\u2009", "\u200A", "\u2009", "\u2002", " ", "\u2003", " ", "\u205F", " ",
	"\u3000", " ")

// spell is a text in small letters, without the differences that say nothing;
// its lines stay lines.
func spell(text string) string {
	text = strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' { // full-width forms
			return r - '！' + '!'
		}
		return r
	}, text)
	var lines []string
	for line := range strings.SplitSeq(viet.Clean(oneSpelling.Replace(text)), "\n") {
		words := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' })
		if line = strings.Trim(strings.Join(words, " "), " \u2009"); line != "" {
			lines = append(lines, strings.ToLower(line))
		}
	}
	return strings.Join(lines, "\n")
}

// ReadWritten reads what a person wrote in a cell, line breaks and all. whole
// tells that the quantity is a count.
func ReadWritten(text string, whole bool) Written {
	s := spell(text)
	said, asides := takeAsides(s)
	w := readSaid(said, whole)
	switch {
	case w.Writing == NotWritten || w.Writing == Several || len(asides) == 0:
	case w.Writing == OutOf:
		w.Rated = slices.ContainsFunc(asides, w.isRate)
		if !w.Rated && slices.ContainsFunc(asides, hasDigit) {
			w = Written{}
		}
	case !slices.ContainsFunc(asides, func(a string) bool { return !w.isRemark(a) }):
	default:
		w = Written{}
	}
	if w.Writing != NotWritten {
		return w
	}
	switch found := numerals().FindAllString(s, 2); {
	case len(found) == 0, hasExponent(s, found[0]):
	case len(found) > 1:
		return Written{Writing: Several}
	default:
		if n, reading := ParseText(found[0], whole); reading != NoNumber {
			return Written{Writing: Worded, Value: n}
		}
	}
	return Written{}
}

// Numbers are the numbers in a text that can be read in one way only, in their order.
func Numbers(text string, whole bool) []Number {
	var all []Number
	for _, found := range numerals().FindAllString(spell(text), maxNumbers) {
		n, reading := ParseText(found, whole)
		if reading == Sure && !slices.ContainsFunc(all, n.Equal) {
			all = append(all, n)
		}
	}
	return all
}

// maxNumbers is how many numbers of one text are told.
const maxNumbers = 6

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// hasExponent: "1.23e+03" is what a spreadsheet made of a number.
func hasExponent(s, numeral string) bool {
	_, after, _ := strings.Cut(s, numeral)
	return strings.HasPrefix(after, "e+") || strings.HasPrefix(after, "e-")
}

// takeAsides parts a text from what stands beside its number: in brackets, or
// after a comma, a semicolon, an equals sign.
func takeAsides(s string) (said string, asides []string) {
	from := strings.IndexAny(s, "0123456789")
	for from >= 0 {
		open := strings.IndexByte(s[from:], '(')
		if open < 0 {
			break
		}
		open += from
		shut := strings.IndexByte(s[open:], ')')
		if shut < 0 {
			break
		}
		inner := strings.TrimSpace(s[open+1 : open+shut])
		footnote := len(inner) <= 2 && strings.Trim(inner, "*0123456789") == "" && s[open-1] != ' '
		if !footnote {
			asides = append(asides, "("+inner)
		}
		s = strings.TrimSpace(strings.TrimSpace(s[:open]) + " " + strings.TrimSpace(s[open+shut+1:]))
	}
	said = strings.TrimRight(s, "* \n")
	for i := max(from, 0); i < len(said); i++ {
		// A comma within a number is no end of what is said.
		ends := said[i] == ';' || said[i] == '=' || said[i] == ',' && (i+1 == len(said) || !hasDigit(said[i+1:i+2]))
		if ends {
			for _, a := range strings.FieldsFunc(said[i:], func(r rune) bool { return r == ';' || r == '=' }) {
				if a = strings.Trim(a, ", \n"); a != "" {
					asides = append(asides, a)
				}
			}
			said = strings.TrimSpace(said[:i])
			break
		}
	}
	return said, asides
}

// Words that make a remark more than one: what it says may change the number.
var changing = []string{"chua", "khong", "uoc", "du kien", "tam", "tru", "ke ca", "gom ca", "tinh ca", "sai", "nham",
	"ngoai ra", "dieu chinh", "sua", "thang", "quy", "nam truoc", "con", "cu", "them", "dang ky", "ke hoach giao"}

// Words with which a comparison begins.
var comparing = []string{"dat", "bang", "chiem", "tang", "giam", "vuot", "so voi"}

func hasAny(folded string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return viet.HasPhrase(folded, p) })
}

// planned begin what says that the number was to be reached: "330 (KH)".
var planned = []string{"kh ", "ke hoach ", "chi tieu ", "muc tieu ", "dang ky ", "giao "}

// isRemark: what stands beside the number says something of it, but not that it
// is another one.
func (w Written) isRemark(aside string) bool {
	folded := viet.Fold(aside)
	first, _, _ := strings.Cut(folded, " ")
	compares := slices.Contains(comparing, first) || strings.HasPrefix(folded, "so voi")
	percent := strings.Contains(aside, "%") && w.Unit != "%"
	ofPlan := slices.ContainsFunc(planned, func(p string) bool { return strings.HasPrefix(folded+" ", p) })
	switch {
	case ofPlan && !percent:
		return false
	case strings.Contains(aside, "?"), !compares && hasAny(folded, changing),
		compares && hasAny(folded, []string{"chua", "khong", "uoc", "du kien", "con"}):
		return false
	case !hasDigit(aside):
		return true
	case w.equalsYear(strings.Fields(folded)):
		return true
	case compares:
		return percent || first == "tang" || first == "giam"
	case percent:
		rate := strings.TrimLeft(aside, "( ")
		return hasDigit(rate[:1]) && len(numerals().FindAllString(rate, 2)) == 1
	}
	return w.hasParts(folded, aside)
}

// equalsYear: a remark says that the number is that of another year: "(bằng năm
// 2020)", "(như năm 2020)". One of the size of a year may be what it equals.
func (w Written) equalsYear(words []string) bool {
	if len(words) < 2 || !slices.Contains([]string{"bang", "ngang", "nhu"}, words[0]) {
		return false
	}
	last := len(words) - 1
	for _, word := range words[1:last] {
		if !slices.Contains([]string{"nam", "cung", "ky", "voi", "muc"}, word) {
			return false
		}
	}
	n, reading := ParseText(words[last], true)
	isYear := len(words[last]) == 4 && n.Cmp(Int(1990)) > 0 && n.Cmp(Int(2100)) < 0
	return reading == Sure && isYear && (w.Value.Cmp(Int(1000)) < 0 || w.Value.Cmp(Int(4000)) > 0)
}

// hasParts: the numbers of a remark are parts of the one said.
func (w Written) hasParts(folded, aside string) bool {
	var sum Number
	parts := numerals().FindAllString(aside, 20)
	for _, p := range parts {
		n, reading := ParseText(p, true)
		if reading != Sure || n.Cmp(w.Value) > 0 {
			return false
		}
		sum = sum.Add(n)
	}
	return strings.HasPrefix(folded, "trong do") || strings.HasPrefix(folded, "trong so do") ||
		len(parts) > 1 && sum.Equal(w.Value)
}

// isRate: a remark gives the part in percent of the whole, as far as it prints.
func (w Written) isRate(aside string) bool {
	found := numerals().FindAllString(aside, 2)
	if len(found) != 1 || !strings.Contains(aside, "%") || hasAny(viet.Fold(aside), changing) {
		return false
	}
	rate, reading := ParseText(found[0], false)
	exact, ok := w.Value.Mul(Int(100)).Quo(w.Other)
	if reading != Sure || !ok {
		return false
	}
	step := Int(1)
	if _, decimals, ok := strings.Cut(found[0], ","); ok {
		for range min(len(decimals), 6) {
			step, _ = step.Quo(Int(10))
		}
	}
	return rate.Sub(exact).Abs().Cmp(step) <= 0
}

// Words before a number that only announce it.
var announcing = []string{"dat", "duoc", "la", "co", "gom", "tong", "tong so", "tong cong", "cong"}

// Words before a number that make it another one.
var notAnnouncing = append([]string{"chi", "tang", "giam", "thieu", "vuot", "ke hoach", "kh", "chi tieu", "muc tieu",
	"giao",
	"nam", "ky", "dot", "lan", "tren", "duoi", "hon", "gan", "khoang", "toi da", "toi thieu", "it nhat", "thu", "so"},
	changing...)

func announces(words string) bool {
	folded := viet.Fold(words)
	if strings.Trim(words, " :") == "" {
		return true
	}
	if hasAny(folded, notAnnouncing) && folded != "tong so" {
		return false
	}
	return slices.ContainsFunc(announcing, func(a string) bool {
		return folded == a || strings.HasSuffix(folded, " "+a)
	})
}

// readSaid reads what is said without its asides.
func readSaid(s string, whole bool) Written {
	one := func(digits, unit string) (Written, bool) {
		digits = strings.TrimPrefix(digits, "+")
		n, reading := ParseText(strings.ReplaceAll(digits, "\u2009", " "), whole)
		w := Written{Writing: Plain, Value: n, Unit: strings.Trim(unit, " \u2009*.")}
		switch reading {
		case NoNumber:
			return Written{}, false
		case Ambiguous:
			w.Writing, w.Other = Unclear, otherReading(digits)
		case Sure:
			if isPair(digits) {
				w.Writing = Several // 890 985: two numbers as likely as one
			}
		}
		return w, true
	}
	lines := strings.Split(s, "\n")
	if slices.IndexFunc(lines, hasDigit) != lastIndex(lines, hasDigit) {
		return Written{Writing: Several}
	}
	s = strings.Join(lines, " ")
	for _, rough := range []*regexp.Regexp{inexact(), orMore()} {
		if m := rough.FindStringSubmatch(s); m != nil {
			if w, ok := one(m[1], m[2]); ok {
				w.Writing = Roughly
				return w
			}
		}
	}
	if m := oneFirst().FindStringSubmatch(s); m != nil && announces(m[1]) && !strings.HasPrefix(m[3], "/") {
		if w, ok := one(m[2], m[3]); ok {
			return w
		}
	}
	if m := partOf().FindStringSubmatch(s); m != nil && announces(m[1]) {
		part, ok1 := one(m[2], m[4])
		all, ok2 := one(m[3], m[4])
		if ok1 && ok2 && part.Writing == Plain && all.Writing == Plain && part.Value.IsInt() && all.Value.IsInt() &&
			all.Value.Sign() > 0 {
			part.Writing, part.Other = OutOf, all.Value
			return part
		}
	}
	if m := twoEnds().FindStringSubmatch(s); m != nil {
		low, ok1 := one(m[1], m[3])
		high, ok2 := one(m[2], m[3])
		if ok1 && ok2 {
			low.Writing, low.Other = Between, high.Value
			return low
		}
	}
	return Written{}
}

func lastIndex(lines []string, holds func(string) bool) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if holds(lines[i]) {
			return i
		}
	}
	return -1
}

// otherReading is the second reading of an ambiguous numeral: of "1.250" it is
// 1,25, of "325,023" it is 325023.
func otherReading(digits string) Number {
	if strings.Contains(digits, ".") {
		n, _ := Parse(digits)
		return n
	}
	n, _ := Parse(strings.ReplaceAll(digits, ",", ""))
	return n
}
