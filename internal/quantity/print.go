package quantity

import (
	"math/big"
	"strconv"
	"strings"
)

// maxSignificant is the number of significant digits that machine output keeps
// of a quotient that does not end.
const maxSignificant = 20

// Plain is machine notation: a point, no exponent, at most 20 significant
// digits, no trailing zeros after the point.
func (n Number) Plain() string {
	if decimals, ok := n.ends(); ok && len(strconv.FormatInt(n.num/max(n.den, 1), 10))+decimals <= maxSmall {
		return n.fixed(decimals)
	}
	r := n.rat()
	if r.IsInt() {
		return r.Num().String()
	}
	whole := new(big.Int).Quo(new(big.Int).Abs(r.Num()), r.Denom())
	decimals := maxSignificant
	if whole.Sign() > 0 {
		decimals = max(maxSignificant-len(whole.String()), 0)
	} else {
		// Zeros behind the point are not significant.
		small := new(big.Rat).Abs(r)
		ten := new(big.Rat).SetInt64(10)
		for small.Cmp(big.NewRat(1, 10)) < 0 && decimals < maxSignificant+maxExponent+maxDigits {
			small.Mul(small, ten)
			decimals++
		}
	}
	s := r.FloatString(decimals)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// Fixed is machine notation with exactly the given decimals, rounded half away from zero.
func (n Number) Fixed(decimals int) string { return n.fixed(decimals) }

// Table prints for a table: Vietnamese separators, exactly the given decimals
// ("1.300,40"), rounded half away from zero.
func (n Number) Table(decimals int) string { return vietnamese(n.fixed(decimals)) }

// Prose prints for running text: as Table, but trailing zeros behind the comma
// are dropped ("1.300,4").
func (n Number) Prose(decimals int) string {
	s := n.fixed(decimals)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		s = "0"
	}
	return vietnamese(s)
}

// Exact prints every decimal the number has, in Vietnamese notation; quotients
// that do not end are printed as Plain prints them.
func (n Number) Exact() string { return vietnamese(n.Plain()) }

// Count prints a whole number in running text: 1 to 9 get a leading zero
// ("03 trường"); everything else prints as Exact.
func (n Number) Count() string {
	if n.IsInt() && n.Sign() > 0 && n.Cmp(Int(10)) < 0 {
		return "0" + n.Plain()
	}
	return n.Exact()
}

// Decimals is the number of decimals that n needs to be written exactly, or
// limit when it needs more.
func (n Number) Decimals(limit int) int {
	if decimals, ok := n.ends(); ok {
		return min(decimals, limit)
	}
	for d := range limit {
		if n.Cut(d).Equal(n) {
			return d
		}
	}
	return limit
}

func vietnamese(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, frac, hasFrac := strings.Cut(s, ".")
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(c)
	}
	if hasFrac {
		b.WriteByte(',')
		b.WriteString(frac)
	}
	if strings.Trim(whole+frac, "0") == "" {
		sign = ""
	}
	return sign + b.String()
}

// Attached reports a unit that stands right behind its number: "82,76%".
func Attached(unit string) bool { return unit == "%" || unit == "‰" }

// Of prints the number as it stands before its unit in running text: small counts get
// their leading zero ("03" trường), what is measured does not ("3" ha, "7" điểm).
func (n Number) Of(unit string) string {
	if Attached(unit) || IsMeasured(unit) {
		return n.Exact()
	}
	return n.Count()
}

// WithUnit prints for running text: "82,76%", "03 trường", "1.300,5 tỷ đồng".
func (n Number) WithUnit(unit string) string {
	if unit == "" || Attached(unit) {
		return n.Of(unit) + unit
	}
	return n.Of(unit) + " " + unit
}

// English prints every decimal with English separators: "3,412.5".
func (n Number) English() string { return english.Replace(n.Exact()) }

// english are the separators that English has in place of the Vietnamese.
var english = strings.NewReplacer(".", ",", ",", ".")

// EnglishWithUnit is WithUnit in English.
func (n Number) EnglishWithUnit(unit string) string {
	if unit == "" || Attached(unit) {
		return n.English() + unit
	}
	return n.English() + " " + unit
}
