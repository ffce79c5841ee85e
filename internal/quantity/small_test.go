package quantity

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// Whether a number is held in words or as a rational of any size, nobody may be able to
// tell from what comes of it.
func TestWordsComputeWhatRationalsDo(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	some := []int64{0, 1, 2, 3, 5, 7, 9, 10, 99, 100, 999, 1000, 12345, 999_999_999, 1e9, 3037000500, 1 << 53, 1 << 62,
		math.MaxInt64 - 1, math.MaxInt64}
	number := func() Number {
		num, den := some[random.IntN(len(some))], some[1+random.IntN(len(some)-1)]
		switch random.IntN(4) {
		case 0:
			den = powers[random.IntN(len(powers))]
		case 1:
			num, den = random.Int64N(1e6), powers[random.IntN(5)]
		case 2:
			num = random.Int64()
		}
		if random.IntN(2) == 0 {
			num = -num
		}
		return Number{num: num, den: den}
	}
	large := func(n Number) Number { return Number{r: n.rat()} }
	for range 10_000 {
		n, m := number(), number()
		a, b, decimals := large(n), large(m), random.IntN(24)
		check := func(what string, got, want Number) {
			t.Helper()
			if got.rat().Cmp(want.rat()) != 0 {
				t.Fatalf("%s of %s and %s, %d: %s, want %s", what, a.rat(), b.rat(), decimals, got.rat(), want.rat())
			}
			if got.r == nil && (got.num == math.MinInt64 || got.den < 0) {
				t.Fatalf("%s of %s and %s is held as %d/%d", what, a.rat(), b.rat(), got.num, got.den)
			}
		}
		check("sum", n.Add(m), Number{r: new(big.Rat).Add(a.r, b.r)})
		check("difference", n.Sub(m), Number{r: new(big.Rat).Sub(a.r, b.r)})
		check("product", n.Mul(m), Number{r: new(big.Rat).Mul(a.r, b.r)})
		check("sum of both kinds", n.Add(b), n.Add(m))
		check("product of both kinds", a.Mul(m), n.Mul(m))
		check("opposite", n.Neg(), a.Neg())
		check("magnitude", n.Abs(), a.Abs())
		check("cut", n.Cut(decimals), a.Cut(decimals))
		check("round", n.Round(decimals), a.Round(decimals))
		if q, ok := n.Quo(m); ok {
			check("quotient", q, Number{r: new(big.Rat).Quo(a.r, b.r)})
			mixed, _ := a.Quo(m)
			check("quotient of both kinds", mixed, q)
		} else if b.Sign() != 0 {
			t.Fatalf("no quotient of %s and %s", a.rat(), b.rat())
		}
		for _, x := range []struct {
			what      string
			got, want any
		}{
			{"order", n.Cmp(m), a.r.Cmp(b.r)}, {"order of both kinds", n.Cmp(b), a.r.Cmp(b.r)},
			{"sign", n.Sign(), a.Sign()}, {"bits", n.Bits(), a.Bits()}, {"whole", n.IsInt(), a.IsInt()},
			{"plain", n.Plain(), a.Plain()}, {"fixed", n.Fixed(decimals), a.r.FloatString(decimals)},
			{"prose", n.Prose(decimals), a.Prose(decimals)}, {"table", n.Table(decimals), a.Table(decimals)},
			{"decimals", n.Decimals(decimals), a.Decimals(decimals)}, {"float", n.Float(), a.Float()},
		} {
			if x.got != x.want {
				t.Fatalf("%s of %s and %s, %d: %v, want %v", x.what, a.rat(), b.rat(), decimals, x.got, x.want)
			}
		}
	}
}

// Where rounding carries past the largest word, nothing begins again at zero.
func TestRoundingPastTheLargestWord(t *testing.T) {
	t.Parallel()
	n := Number{num: 3504881374004814807, den: 19}
	if got := n.Round(2); got.Plain() != "184467440737095516.16" {
		t.Errorf("%s rounds to %s", n.rat(), got.rat())
	}
}

// A numeral is the same number whether it fits a word or not.
func FuzzParseReadsWhatARationalReads(f *testing.F) {
	for _, s := range []string{"0", "-0", "12.50", ".5", "5.", "+7", "1E-05", "9.7400000000000002e+01", "007",
		"999999999999999999", "9999999999999999999", "0.0000000000000000001", "1e18", "-1.5e-17"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := Parse(s)
		if err != nil {
			return
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok || n.rat().Cmp(want) != 0 {
			t.Errorf("%q is %s, want %v", s, n.rat(), want)
		}
	})
}
