// Package quantity holds exact numbers: how they are read from Vietnamese
// office text, how they are compared, rounded and printed.
//
// Everything that is compared or printed goes through Number. It is an exact
// rational (math/big.Rat where machine words are too small), because sums of
// decimals and the quotients of such sums are rationals: nothing is lost on the
// way to the one rounding that decides a verdict.
package quantity

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/big"
	"strings"
)

// Number is an exact number. The zero value is 0. Numbers are immutable.
//
// It is held as a fraction of two machine words, perhaps not in its lowest terms, as
// long as they suffice, which is nearly always; else as a rational of any size. Both
// are exact: small.go says when a word does not suffice.
type Number struct {
	r   *big.Rat // when set, the number; the other two are then unused
	num int64    // never the least of its type, so that it has an opposite
	den int64    // above zero; 0 stands for 1
}

func (n Number) rat() *big.Rat {
	switch {
	case n.r != nil:
		return n.r
	case n.den <= 1:
		return new(big.Rat).SetInt64(n.num)
	}
	return new(big.Rat).SetFrac64(n.num, n.den)
}

// ofRat is a rational in as little room as it needs.
func ofRat(r *big.Rat) Number {
	if num, den := r.Num(), r.Denom(); num.IsInt64() && den.IsInt64() && num.Int64() != math.MinInt64 {
		return Number{num: num.Int64(), den: den.Int64()}
	}
	return Number{r: r}
}

// Limits on what is read: far beyond any figure of an office, and small enough
// that no text can make a sum take millions of digits.
const (
	maxDigits   = 60
	maxExponent = 60
)

// ErrNotANumber is returned for text that is no number in plain notation.
var ErrNotANumber = errors.New("not a number")

// Int returns i as a Number.
func Int(i int64) Number { return fraction(i, 1) }

// Decimal returns digits / 10^decimals.
func Decimal(digits int64, decimals int) Number {
	if decimals > maxSmall {
		return ofRat(new(big.Rat).SetFrac(big.NewInt(digits), pow10(decimals)))
	}
	return fraction(digits, powers[decimals])
}

// fraction is num / den, of a den above zero.
func fraction(num, den int64) Number {
	if num == math.MinInt64 {
		return Number{r: new(big.Rat).SetFrac(big.NewInt(num), big.NewInt(den))}
	}
	return Number{num: num, den: den}
}

// MustParse is Parse for constants in code and tests; it panics on bad text.
func MustParse(s string) Number {
	n, err := Parse(s)
	if err != nil {
		panic(fmt.Sprintf("quantity.MustParse(%q): %v", s, err))
	}
	return n
}

// Parse reads machine notation exactly: optional sign, digits, a decimal
// point, an optional exponent ("-12.50", "1E-05"). Text typed by people is read
// by ParseText. The error is ErrNotANumber.
func Parse(s string) (Number, error) {
	mantissa, exponent, hasExp := s, "", false
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exponent, hasExp = s[:i], s[i+1:], true
	}
	body := strings.TrimLeft(mantissa, "+-")
	if len(mantissa)-len(body) > 1 {
		return Number{}, ErrNotANumber
	}
	digits, points, behind, small := 0, 0, 0, int64(0)
	for _, c := range body {
		switch {
		case c >= '0' && c <= '9':
			digits++
			behind += points
			if digits <= maxSmall {
				small = small*10 + int64(c-'0')
			}
		case c == '.':
			points++
		default:
			return Number{}, ErrNotANumber
		}
	}
	if digits == 0 || points > 1 || digits > maxDigits {
		return Number{}, ErrNotANumber
	}
	if hasExp {
		e := strings.TrimLeft(exponent, "+-")
		if e == "" || len(exponent)-len(e) > 1 || len(e) > 4 {
			return Number{}, ErrNotANumber
		}
		v := 0
		for _, c := range e {
			if c < '0' || c > '9' {
				return Number{}, ErrNotANumber
			}
			v = v*10 + int(c-'0')
		}
		if v > maxExponent {
			return Number{}, ErrNotANumber
		}
		if exponent[0] == '-' {
			v = -v
		}
		behind -= v
	}
	if digits <= maxSmall && behind >= 0 && behind <= maxSmall {
		if mantissa[0] == '-' {
			small = -small
		}
		return Decimal(small, behind), nil
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return Number{}, ErrNotANumber
	}
	return ofRat(r), nil
}

// Add returns n + m.
func (n Number) Add(m Number) Number {
	if sum, ok := n.addSmall(m); ok {
		return sum
	}
	return ofRat(new(big.Rat).Add(n.rat(), m.rat()))
}

// Sub returns n - m.
func (n Number) Sub(m Number) Number { return n.Add(m.Neg()) }

// Mul returns n * m.
func (n Number) Mul(m Number) Number {
	if product, ok := n.mulSmall(m); ok {
		return product
	}
	return ofRat(new(big.Rat).Mul(n.rat(), m.rat()))
}

// Quo returns n / m, exactly; ok is false when m is 0.
func (n Number) Quo(m Number) (q Number, ok bool) {
	if m.Sign() == 0 {
		return Number{}, false
	}
	if m.r == nil {
		num, den := m.parts()
		if num < 0 {
			num, den = -num, -den
		}
		return n.Mul(fraction(den, num)), true
	}
	return ofRat(new(big.Rat).Quo(n.rat(), m.rat())), true
}

// Cmp compares: -1 when n < m, 0 when equal, +1 when n > m.
func (n Number) Cmp(m Number) int {
	if n.r == nil && m.r == nil {
		return n.cmpSmall(m)
	}
	return n.rat().Cmp(m.rat())
}

// Equal reports n == m.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Sign is -1, 0 or +1.
func (n Number) Sign() int {
	if n.r == nil {
		return cmp.Compare(n.num, 0)
	}
	return n.r.Sign()
}

// Bits is how many bits numerator and denominator take together.
func (n Number) Bits() int {
	r := n.rat()
	return r.Num().BitLen() + r.Denom().BitLen()
}

// IsInt reports whether n is a whole number.
func (n Number) IsInt() bool {
	if n.r == nil {
		num, den := n.parts()
		return num%den == 0
	}
	return n.r.IsInt()
}

// Abs returns |n|.
func (n Number) Abs() Number {
	if n.Sign() < 0 {
		return n.Neg()
	}
	return n
}

// Neg returns -n.
func (n Number) Neg() Number {
	if n.r == nil {
		return Number{num: -n.num, den: n.den}
	}
	return Number{r: new(big.Rat).Neg(n.r)}
}

// Round rounds half away from zero to the given number of decimals.
func (n Number) Round(decimals int) Number {
	if rounded, ok := n.cutSmall(decimals, true); ok {
		return rounded
	}
	r, _ := new(big.Rat).SetString(n.rat().FloatString(decimals))
	return ofRat(r)
}

// Cut drops the decimals beyond the given number, toward zero.
func (n Number) Cut(decimals int) Number {
	if cut, ok := n.cutSmall(decimals, false); ok {
		return cut
	}
	scale := new(big.Rat).SetInt(pow10(decimals))
	scaled := new(big.Rat).Mul(n.rat(), scale)
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	return ofRat(new(big.Rat).SetFrac(whole, scale.Num()))
}

// Float is the nearest float64, for writing a value into a spreadsheet's
// numeric cell and for drawing; never for comparing.
func (n Number) Float() float64 {
	const exact = 1 << 53 // up to here a float64 has every whole number
	if num, den := n.parts(); n.r == nil && num < exact && num > -exact && den < exact {
		return float64(num) / float64(den)
	}
	f, _ := n.rat().Float64()
	return f
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}
