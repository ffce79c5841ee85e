package workbook

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
)

// ParseNumber reads the stored text of a number, as quantity.FromCell does.
func ParseNumber(v []byte) (quantity.Number, error) {
	if n, ok := shortNumber(v); ok {
		return n, nil
	}
	n, err := quantity.FromCell(string(v))
	if err == nil {
		return n, nil
	}
	code := "B126"
	_, err = strconv.ParseFloat(string(v), 64)
	if (err == nil || errors.Is(err, strconv.ErrRange)) && !strings.ContainsAny(string(v), "xXnNpP_") {
		code = "B129" // a number, but beyond anything a report can hold
	}
	return quantity.Number{}, Refuse(code, diag.Args{"found": Printable(string(v))})
}

var powersOfTen = func() (p [19]int64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = 10 * p[i-1]
	}
	return p
}()

// SignificantDigits is how many a spreadsheet shows of a number; the rest is noise
// of its binary form.
const SignificantDigits = 15

// shortNumber reads numbers that fit 64-bit arithmetic, which is nearly all of
// them; it gives what quantity.FromCell would, several times faster. ok is
// false for anything else, wrong text included.
func shortNumber(v []byte) (n quantity.Number, ok bool) {
	i := 0
	negative := len(v) > 0 && v[0] == '-'
	if negative {
		i++
	}
	var m int64
	digits, significant, decimals, point := 0, 0, 0, false
	for ; i < len(v); i++ {
		c := v[i]
		if c == '.' && !point {
			point = true
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		if digits++; digits > 30 {
			return n, false
		}
		if m > 0 || c > '0' {
			significant++
		}
		if significant > 18 {
			return n, false
		}
		m = m*10 + int64(c-'0')
		if point {
			decimals++
		}
	}
	if digits == 0 {
		return n, false
	}
	if i < len(v) {
		if v[i]|0x20 != 'e' {
			return n, false
		}
		exponent := v[i+1:]
		sign := 1
		if len(exponent) > 0 && (exponent[0] == '-' || exponent[0] == '+') {
			if exponent[0] == '-' {
				sign = -1
			}
			exponent = exponent[1:]
		}
		e, ok := Index(exponent)
		if !ok || len(exponent) > 2 || e > 30 {
			return n, false
		}
		decimals -= sign * e
	}
	if significant > SignificantDigits {
		// The text is that of a binary number: as quantity.FromCell, its digits
		// are taken, not those of the text.
		f, err := strconv.ParseFloat(string(v), 64)
		if err != nil {
			return n, false
		}
		var buf [32]byte
		return shortNumber(strconv.AppendFloat(buf[:0], f, 'e', SignificantDigits-1, 64))
	}
	for decimals > 0 && m%10 == 0 && m != 0 {
		m /= 10
		decimals--
	}
	if negative {
		m = -m
	}
	if m == 0 {
		return quantity.Number{}, true
	}
	if decimals >= 0 && decimals < len(powersOfTen) {
		return quantity.Decimal(m, decimals), true
	}
	return n, false
}

// FloatNumber is the number a binary file holds as a 64-bit float: its 15
// digits, as a spreadsheet shows them. What is no number (NaN, infinity) or
// beyond use is refused.
func FloatNumber(f float64) (quantity.Number, error) {
	if whole := int64(f); math.Abs(f) < 1e15 && float64(whole) == f {
		return quantity.Int(whole), nil
	}
	var buf [32]byte
	n, err := ParseNumber(strconv.AppendFloat(buf[:0], f, 'e', SignificantDigits-1, 64))
	var refused *Refusal
	if errors.As(err, &refused) { // in digits as people write them
		refused.Problem.Args = diag.Args{"found": strconv.FormatFloat(f, 'G', -1, 64)}
	}
	return n, err
}
