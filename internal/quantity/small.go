package quantity

import (
	"cmp"
	"math"
	"math/bits"
	"strconv"
)

// What is done with fractions of machine words. Each function says whether the words
// sufficed; where they did not, the caller computes with rationals of any size.

// maxSmall is how many digits always fit a word.
const maxSmall = 18

// powers are those of ten that fit a word.
var powers = [maxSmall + 1]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
	1e16, 1e17, 1e18}

// parts are numerator and denominator of a number that is held so.
func (n Number) parts() (num, den int64) { return n.num, max(n.den, 1) }

// magnitude is a number without its sign.
func magnitude(i int64) uint64 { return uint64(max(i, -i)) }

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// times is a product that fits a word and has an opposite.
func times(a, b int64) (product int64, ok bool) {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func (n Number) addSmall(m Number) (sum Number, ok bool) {
	if n.r != nil || m.r != nil {
		return Number{}, false
	}
	a, b := n.parts()
	c, d := m.parts()
	if b != d {
		common := int64(gcd(uint64(b), uint64(d)))
		var ok1, ok2, ok3 bool
		a, ok1 = times(a, d/common)
		c, ok2 = times(c, b/common)
		b, ok3 = times(b, d/common)
		if !ok1 || !ok2 || !ok3 {
			return Number{}, false
		}
	}
	num := a + c
	if (a > 0) == (c > 0) && a != 0 && c != 0 && (num > 0) != (a > 0) || num == math.MinInt64 {
		return Number{}, false
	}
	return Number{num: num, den: b}, true
}

func (n Number) mulSmall(m Number) (product Number, ok bool) {
	if n.r != nil || m.r != nil {
		return Number{}, false
	}
	a, b := n.parts()
	c, d := m.parts()
	num, ok1 := times(a, c)
	den, ok2 := times(b, d)
	if ok1 && ok2 && den <= powers[maxSmall/2] {
		return Number{num: num, den: den}, true
	}
	// In lowest terms it may fit, and leaves room for what comes next.
	x, y := int64(gcd(magnitude(a), uint64(d))), int64(gcd(magnitude(c), uint64(b)))
	a, d, c, b = a/x, d/x, c/y, b/y
	if x, y = int64(gcd(magnitude(a), uint64(b))), int64(gcd(magnitude(c), uint64(d))); x > 1 || y > 1 {
		a, b, c, d = a/x, b/x, c/y, d/y
	}
	num, ok1 = times(a, c)
	den, ok2 = times(b, d)
	return Number{num: num, den: den}, ok1 && ok2
}

func (n Number) cmpSmall(m Number) int {
	a, b := n.parts()
	c, d := m.parts()
	switch {
	case b == d:
		return cmp.Compare(a, c)
	case (a < 0) != (c < 0):
		return cmp.Compare(a, c)
	}
	hi1, lo1 := bits.Mul64(magnitude(a), uint64(d))
	hi2, lo2 := bits.Mul64(magnitude(c), uint64(b))
	order := cmp.Or(cmp.Compare(hi1, hi2), cmp.Compare(lo1, lo2))
	if a < 0 {
		return -order
	}
	return order
}

// cutSmall is a number with so many decimals, the rest rounded half away from zero or
// dropped.
func (n Number) cutSmall(decimals int, round bool) (cut Number, ok bool) {
	if n.r != nil || decimals < 0 || decimals > maxSmall {
		return Number{}, false
	}
	num, den := n.parts()
	hi, lo := bits.Mul64(magnitude(num), uint64(powers[decimals]))
	if hi >= uint64(den) {
		return Number{}, false
	}
	q, rest := bits.Div64(hi, lo, uint64(den))
	if q >= math.MaxInt64 { // before it is rounded up: beyond the largest word comes nothing
		return Number{}, false
	}
	if round && rest >= uint64(den)-rest {
		q++
	}
	cut = Number{num: int64(q), den: powers[decimals]}
	if num < 0 {
		cut.num = -cut.num
	}
	return cut, true
}

// fixed is machine notation with exactly so many decimals, rounded half away from zero.
func (n Number) fixed(decimals int) string {
	if n.r != nil || decimals < 0 {
		return n.rat().FloatString(decimals)
	}
	num, den := n.parts()
	whole, rest := magnitude(num)/uint64(den), magnitude(num)%uint64(den)
	var room [64]byte
	s := room[:1] // for what rounding may carry
	s = strconv.AppendUint(s, whole, 10)
	point := len(s)
	if decimals > 0 {
		s = append(s, '.')
	}
	for range decimals {
		hi, lo := bits.Mul64(rest, 10)
		var digit uint64
		digit, rest = bits.Div64(hi, lo, uint64(den))
		s = append(s, '0'+byte(digit))
	}
	from := 1
	if rest >= uint64(den)-rest {
		i := len(s) - 1
		for ; i > 0 && (s[i] == '9' || i == point && decimals > 0); i-- {
			if s[i] == '9' {
				s[i] = '0'
			}
		}
		if i == 0 {
			s[0], from = '1', 0
		} else {
			s[i]++
		}
	}
	if num < 0 {
		return "-" + string(s[from:])
	}
	return string(s[from:])
}

// ends is how many decimals a number has at least to be written exactly; ok is false
// where it takes more than a word has.
func (n Number) ends() (decimals int, ok bool) {
	if n.r != nil {
		return 0, false
	}
	num, den := n.parts()
	for rest := uint64(den) / gcd(magnitude(num), uint64(den)); decimals <= maxSmall; decimals++ {
		if uint64(powers[decimals])%rest == 0 {
			return decimals, true
		}
	}
	return 0, false
}
