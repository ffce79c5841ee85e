// Package quantity holds exact numbers: how they are read from Vietnamese
// office text, how they are compared, rounded and printed.
//
// Everything that is compared or printed goes through Number. It is an exact
// rational (math/big.Rat), because sums of decimals and the quotients of such
// sums are rationals: nothing is lost on the way to the one rounding that
// decides a verdict.
package quantity

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"strings"
)

// Number is an exact number. The zero value is 0. Numbers are immutable.
//
// A decimal of up to 18 digits is held as it was read, digits / 10^decimals,
// and becomes a rational when it is computed with: most of the numbers in a
// file never are, and a file may hold millions.
type Number struct {
	r        *big.Rat // when set, the number; the other two are then unused
	digits   int64
	decimals uint8
}

func (n Number) rat() *big.Rat {
	switch {
	case n.r != nil:
		return n.r
	case n.decimals == 0:
		return new(big.Rat).SetInt64(n.digits)
	}
	return new(big.Rat).SetFrac(big.NewInt(n.digits), pow10(int(n.decimals)))
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
func Int(i int64) Number { return Number{digits: i} }

// Decimal returns digits / 10^decimals; decimals is 0 to 18.
func Decimal(digits int64, decimals int) Number {
	return Number{digits: digits, decimals: uint8(decimals)}
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
	digits, points := 0, 0
	for _, c := range body {
		switch {
		case c >= '0' && c <= '9':
			digits++
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
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return Number{}, ErrNotANumber
	}
	return Number{r: r}, nil
}

// Add returns n + m.
func (n Number) Add(m Number) Number { return Number{r: new(big.Rat).Add(n.rat(), m.rat())} }

// Sub returns n - m.
func (n Number) Sub(m Number) Number { return Number{r: new(big.Rat).Sub(n.rat(), m.rat())} }

// Mul returns n * m.
func (n Number) Mul(m Number) Number { return Number{r: new(big.Rat).Mul(n.rat(), m.rat())} }

// Quo returns n / m, exactly; ok is false when m is 0.
func (n Number) Quo(m Number) (q Number, ok bool) {
	if m.Sign() == 0 {
		return Number{}, false
	}
	return Number{r: new(big.Rat).Quo(n.rat(), m.rat())}, true
}

// Cmp compares: -1 when n < m, 0 when equal, +1 when n > m.
func (n Number) Cmp(m Number) int {
	if n.r == nil && m.r == nil && n.decimals == m.decimals {
		return cmp.Compare(n.digits, m.digits)
	}
	return n.rat().Cmp(m.rat())
}

// Equal reports n == m.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Sign is -1, 0 or +1.
func (n Number) Sign() int {
	if n.r == nil {
		return cmp.Compare(n.digits, 0)
	}
	return n.r.Sign()
}

// Bits is how many bits numerator and denominator take together.
func (n Number) Bits() int {
	r := n.rat()
	return r.Num().BitLen() + r.Denom().BitLen()
}

// IsInt reports whether n is a whole number.
func (n Number) IsInt() bool { return n.rat().IsInt() }

// Abs returns |n|.
func (n Number) Abs() Number { return Number{r: new(big.Rat).Abs(n.rat())} }

// Neg returns -n.
func (n Number) Neg() Number { return Number{r: new(big.Rat).Neg(n.rat())} }

// Round rounds half away from zero to the given number of decimals.
func (n Number) Round(decimals int) Number {
	r, _ := new(big.Rat).SetString(n.rat().FloatString(decimals))
	return Number{r: r}
}

// Cut drops the decimals beyond the given number, toward zero.
func (n Number) Cut(decimals int) Number {
	scale := new(big.Rat).SetInt(pow10(decimals))
	scaled := new(big.Rat).Mul(n.rat(), scale)
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	return Number{r: new(big.Rat).SetFrac(whole, scale.Num())}
}

// Float is the nearest float64, for writing a value into a spreadsheet's
// numeric cell and for drawing; never for comparing.
func (n Number) Float() float64 {
	f, _ := n.rat().Float64()
	return f
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}
