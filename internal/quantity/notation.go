package quantity

import "strings"

// Notation is which marks a text parts thousands and decimals with, as far as its numbers
// can be read in one way only.
type Notation uint8

// The marks of a notation.
const (
	PointGroups Notation = 1 << iota // 2.145.000
	CommaGroups                      // 2,145,000
	BlankGroups                      // 2 145 000
	PointDecimals
	CommaDecimals
)

// Any tells whether a notation has one of some marks.
func (n Notation) Any(of Notation) bool { return n&of != 0 }

// NotationOf is that of the numbers in a text.
func NotationOf(text string) Notation {
	var all Notation
	for _, found := range numerals().FindAllString(spell(text), maxNumbers) {
		all |= notationOf(strings.ReplaceAll(found, "\u2009", " "))
	}
	return all
}

func notationOf(s string) Notation {
	switch {
	case grouped().MatchString(s):
		return PointGroups
	case groupedUS().MatchString(s):
		return CommaGroups
	case spaced().MatchString(s):
		if isPair(s) {
			return 0
		}
		return BlankGroups
	case vnBoth().MatchString(s):
		return PointGroups | CommaDecimals
	case usBoth().MatchString(s):
		return CommaGroups | PointDecimals
	}
	groups := Notation(0)
	if spacedBoth().MatchString(s) {
		groups, s = BlankGroups, s[strings.LastIndexByte(s, ' ')+1:]
	}
	if m := oneSep().FindStringSubmatch(s); m != nil && !mayBeGroups(m) {
		if m[2] == "." {
			return groups | PointDecimals
		}
		return groups | CommaDecimals
	}
	return groups
}

// isPair: three digits, a blank and three more may be two numbers as well as one.
func isPair(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	rest, _, _ = strings.Cut(rest, ",")
	rest, _, _ = strings.Cut(rest, ".")
	return len(first) == 3 && len(rest) == 3
}

// mayBeGroups: what stands behind the one mark of a number, parted at it, may be a thousand's.
func mayBeGroups(parts []string) bool {
	return len(parts[3]) == 3 && len(parts[1]) <= 3 && parts[1][0] != '0'
}
