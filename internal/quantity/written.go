package quantity

import (
	"regexp"
	"strings"
)

// A Writing is how a person wrote a quantity.
type Writing int

// The writings. Only Plain is an answer; about the others somebody has to be asked.
const (
	NotWritten Writing = iota // no number in it
	Plain                     // one number, perhaps with a unit: "12%", "1.300,4 tỷ đồng"
	Unclear                   // one number that may be read in two ways: "325,023"
	Roughly                   // not exact: "trên 4", "khoảng 24"
	Between                   // a range: "61-62", "từ 61 đến 62"
	Several                   // more than one number: "0,7% (còn 4,33%)", "3/4 trường"
)

// Written is what stands in a cell of words and digits.
type Written struct {
	Writing Writing
	Value   Number // the number; of Unclear the Vietnamese reading; of Roughly the number named
	Other   Number // the second reading of Unclear; the upper end of Between
	Unit    string // what follows the number, "%" included; "" for nothing
}

// roughly are the words and signs that make a number inexact.
const roughly = `trên|dưới|khoảng|hơn|gần|ước|ước đạt|xấp xỉ|không quá|tối thiểu|tối đa|ít nhất` +
	`|>=|<=|>|<|~|≥|≤|≈`

var (
	numeral  = `[0-9]+(?:[.,][0-9]+)*(?: [0-9]{3})*(?:[.,][0-9]+)?`
	numerals = regexp.MustCompile(numeral)
	oneFirst = regexp.MustCompile(`^(-?` + numeral + `) ?(%|[^0-9(),;/-]*)$`)
	twoEnds  = regexp.MustCompile(`^(?:từ )?(` + numeral + `) ?%? ?(?:-|đến) ?(` + numeral + `) ?(%|[^0-9(),;/-]*)$`)
	inexact  = regexp.MustCompile(`^(?:` + roughly + `) ?(` + numeral + `) ?(%|[^0-9(),;/-]*)$`)
	orMore   = regexp.MustCompile(`^(` + numeral + `) ?(%|[^0-9(),;/-]*?) ?trở (?:lên|xuống)$`)
)

// oneSpelling makes the dashes one, and drops the apostrophes that keep a
// spreadsheet from taking a text for a number.
var oneSpelling = strings.NewReplacer("\u00A0", " ", "\u202F", " ", "–", "-", "—", "-", "\u2212", "-", "'", "", "’", "")

// ReadWritten reads what a person wrote in a cell. whole tells that the
// quantity is a count.
func ReadWritten(text string, whole bool) Written {
	s := strings.ToLower(strings.Join(strings.Fields(oneSpelling.Replace(text)), " "))
	one := func(digits, unit string) (Written, bool) {
		n, reading := ParseText(digits, whole)
		w := Written{Writing: Plain, Value: n, Unit: strings.TrimSpace(unit)}
		switch reading {
		case NoNumber:
			return Written{}, false
		case Ambiguous:
			w.Writing, w.Other = Unclear, otherReading(digits)
		}
		return w, true
	}
	for _, rough := range []*regexp.Regexp{inexact, orMore} {
		if m := rough.FindStringSubmatch(s); m != nil {
			if w, ok := one(m[1], m[2]); ok {
				w.Writing = Roughly
				return w
			}
		}
	}
	if m := oneFirst.FindStringSubmatch(s); m != nil {
		if w, ok := one(m[1], m[2]); ok {
			return w
		}
	}
	if m := twoEnds.FindStringSubmatch(s); m != nil {
		low, ok1 := one(m[1], m[3])
		high, ok2 := one(m[2], m[3])
		if ok1 && ok2 {
			low.Writing, low.Other = Between, high.Value
			return low
		}
	}
	if len(numerals.FindAllString(s, 3)) > 0 {
		return Written{Writing: Several}
	}
	return Written{}
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
