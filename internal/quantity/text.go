package quantity

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A Reading says how sure ParseText is.
type Reading int

const (
	// NoNumber: the text is not a number.
	NoNumber Reading = iota
	// Sure: only one reading is possible.
	Sure
	// Ambiguous: "1.250" may be 1250 or 1,25; the number is the Vietnamese
	// reading and must not be used without asking.
	Ambiguous
)

var (
	grouped   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{1,3}(\.[0-9]{3}){2,}$`) })
	groupedUS = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3}){2,}$`) })
	spaced    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{1,3}( [0-9]{3})+$`) })
	vnBoth    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{1,3}(\.[0-9]{3})+,[0-9]+$`) })
	usBoth    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3})+\.[0-9]+$`) })
	// what stands behind blanks and a mark is no thousand's
	spacedBoth = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[0-9]{1,3}( [0-9]{3})+[.,]([0-9]{1,2}|[0-9]{4,})$`)
	})
	oneSep   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([0-9]+)([.,])([0-9]+)$`) })
	plainInt = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]+$`) })
)

// ParseText reads a number typed by a person, in Vietnamese notation (dot for
// thousands, comma for decimals; Luật Kế toán 2015, điều 11) or in US notation
// where only that fits. whole tells that the quantity is a count, so that
// "1.250" can only be 1250. Text with anything but a number in it, a unit or a
// percent sign included, is NoNumber here.
func ParseText(s string, whole bool) (Number, Reading) {
	s = strings.TrimSpace(s)
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = "-", rest
	} else if rest, ok := strings.CutPrefix(s, "\u2212"); ok {
		sign, s = "-", rest
	}
	drop := func(seps string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(seps, r) {
				return -1
			}
			return r
		}, s)
	}
	reading, plain := Sure, ""
	switch {
	case plainInt().MatchString(s):
		plain = s
	case grouped().MatchString(s):
		plain = drop(".")
	case groupedUS().MatchString(s):
		plain = drop(",")
	case spaced().MatchString(s):
		plain = drop(" ")
	case spacedBoth().MatchString(s):
		plain = strings.Replace(drop(" "), ",", ".", 1)
	case vnBoth().MatchString(s):
		plain = strings.Replace(drop("."), ",", ".", 1)
	case usBoth().MatchString(s):
		plain = drop(",")
	default:
		m := oneSep().FindStringSubmatch(s)
		if m == nil {
			return Number{}, NoNumber
		}
		threeDigits := mayBeGroups(m)
		switch {
		case threeDigits && whole:
			plain = m[1] + m[3]
		case threeDigits:
			reading = Ambiguous
			if m[2] == "." {
				plain = m[1] + m[3]
			} else {
				plain = m[1] + "." + m[3]
			}
		default:
			plain = m[1] + "." + m[3]
		}
	}
	n, err := Parse(sign + plain)
	if err != nil {
		return Number{}, NoNumber
	}
	return n, reading
}

// FromCell reads the stored text of a numeric spreadsheet cell. Spreadsheets
// store binary floats; what their user saw and typed has at most 15 significant
// digits, so the rest is noise of the format and is rounded away
// ("0.30000000000000004" is 0,3). It is the binary number that is rounded, not
// its text, so that a number is the same from a file that keeps the binary one.
func FromCell(raw string) (Number, error) {
	n, err := Parse(raw)
	if err != nil {
		return Number{}, err
	}
	digits := 0
	seen := false
	for _, c := range strings.FieldsFunc(raw, func(r rune) bool { return r == 'e' || r == 'E' })[0] {
		if c >= '1' && c <= '9' {
			seen = true
		}
		if seen && c >= '0' && c <= '9' {
			digits++
		}
	}
	if digits <= 15 {
		return n, nil
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return Number{}, ErrNotANumber
	}
	return Parse(strconv.FormatFloat(f, 'e', 14, 64))
}
