package workbook

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
)

// smallest is the size of a number that is more than noise.
const smallest = 1e-60

// SetNumber makes the cell hold a number by its stored text. One that no report can
// hold spoils its cell alone.
func (c *Cell) SetNumber(v []byte) (err error) {
	if c.Number, err = ParseNumber(v); err == nil {
		c.Kind = Number
		return nil
	}
	f, notFloat := strconv.ParseFloat(string(v), 64)
	switch {
	case isBeyond(v):
		c.Kind, c.Text = Beyond, Printable(string(v))
	case notFloat == nil && (math.IsNaN(f) || math.IsInf(f, 0)):
		c.Kind, c.Text = Error, notANumber
	default:
		return err
	}
	return nil
}

// notANumber is what Excel shows for a float that is none, or infinite.
const notANumber = "#NUM!"

// ParseNumber reads the stored text of a number, as quantity.FromCell does.
func ParseNumber(v []byte) (quantity.Number, error) {
	if n, ok := shortNumber(v); ok {
		return n, nil
	}
	n, err := quantity.FromCell(string(v))
	if err == nil {
		return n, nil
	}
	f, err := strconv.ParseFloat(string(v), 64)
	switch {
	case err == nil && math.Abs(f) < smallest:
		return quantity.Number{}, nil // what floats leave of a zero
	case isBeyond(v):
		return quantity.Number{}, Refuse("B129", diag.Args{"found": Printable(string(v))})
	}
	return quantity.Number{}, Refuse("B126", diag.Args{"found": Printable(string(v))})
}

// isBeyond tells a number that is beyond anything a report can hold from no number.
func isBeyond(v []byte) bool {
	_, err := strconv.ParseFloat(string(v), 64)
	return (err == nil || errors.Is(err, strconv.ErrRange)) && !strings.ContainsAny(string(v), "xXnNpP_")
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

// SetFloat makes the cell hold the number that a binary file has as a 64-bit float:
// its 15 digits, as a spreadsheet shows them.
func (c *Cell) SetFloat(f float64) {
	if whole := int64(f); math.Abs(f) < 1e15 && float64(whole) == f {
		c.Kind, c.Number = Number, quantity.Int(whole)
		return
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		c.Kind, c.Text = Error, notANumber
		return
	}
	var buf [32]byte
	if n, err := ParseNumber(strconv.AppendFloat(buf[:0], f, 'e', SignificantDigits-1, 64)); err == nil {
		c.Kind, c.Number = Number, n
		return
	}
	c.Kind, c.Text = Beyond, strconv.FormatFloat(f, 'G', -1, 64) // in digits as people write them
}
