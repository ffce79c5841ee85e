package quantity

import (
	"cmp"
	"strings"
	"testing"
)

func TestParseIsExactAndRefusesEverythingElse(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "12.50": "12.5", "-3": "-3", "1E-05": "0.00001", "+7": "7",
		"123456789012345678901234567890": "123456789012345678901234567890",
	} {
		n, err := Parse(in)
		if err != nil || n.Plain() != want {
			t.Errorf("Parse(%q) = %s, %v; want %s", in, n.Plain(), err, want)
		}
	}
	for _, in := range []string{"", ".", "1,5", "1/3", "0x1F", "NaN", "Inf", "1e999", "1e", "--1", "1_000", " 1",
		strings.Repeat("9", 61)} {
		if n, err := Parse(in); err == nil {
			t.Errorf("Parse(%q) = %s; want an error", in, n.Plain())
		}
	}
}

// The rounding that decides verdicts: half away from zero, once.
func TestRoundAndCut(t *testing.T) {
	for _, c := range []struct{ in, round, cut string }{
		{"11.9999998", "12", "11.99"}, {"79.96", "79.96", "79.96"}, {"0.125", "0.13", "0.12"},
		{"-0.125", "-0.13", "-0.12"}, {"2.675", "2.68", "2.67"}, {"99.996875", "100", "99.99"},
	} {
		n := MustParse(c.in)
		if got := n.Round(2).Plain(); got != c.round {
			t.Errorf("%s rounded = %s, want %s", c.in, got, c.round)
		}
		if got := n.Cut(2).Plain(); got != c.cut {
			t.Errorf("%s cut = %s, want %s", c.in, got, c.cut)
		}
	}
	third, _ := Int(1).Quo(Int(3))
	if !third.Mul(Int(3)).Equal(Int(1)) {
		t.Error("a third three times is not one")
	}
	if _, ok := Int(1).Quo(Int(0)); ok {
		t.Error("division by zero gave a number")
	}
}

// Numbers compare as numbers, however they are held.
func TestComparing(t *testing.T) {
	third, _ := Int(1).Quo(Int(3))
	rising := [][]Number{
		{Int(-2), Decimal(-20, 1), MustParse("-2")}, {Decimal(-19, 1)}, {Int(0), Decimal(0, 3), MustParse("-0")},
		{third}, {Decimal(5, 1), Decimal(50, 2), MustParse("0.5")}, {Int(3), Decimal(30, 1)}, {Decimal(31, 1)},
	}
	for i, same := range rising {
		for _, n := range same {
			for j, others := range rising {
				for _, m := range others {
					if got, want := n.Cmp(m), cmp.Compare(i, j); got != want {
						t.Errorf("%s against %s: %d, want %d", n.Plain(), m.Plain(), got, want)
					}
				}
			}
			if got, want := n.Sign(), cmp.Compare(i, 2); got != want {
				t.Errorf("the sign of %s: %d, want %d", n.Plain(), got, want)
			}
			if got, want := n.Plain(), same[0].Plain(); got != want {
				t.Errorf("%s is printed %s", want, got)
			}
		}
	}
}

func TestPrinting(t *testing.T) {
	q, _ := Int(4800).Quo(Int(58))
	for _, c := range []struct{ got, want string }{
		{q.Plain(), "82.758620689655172414"},
		{q.Round(2).Table(2), "82,76"},
		{MustParse("1300.4").Table(2), "1.300,40"},
		{MustParse("1300.4").Prose(2), "1.300,4"},
		{MustParse("-1234567").Table(0), "-1.234.567"},
		{MustParse("12").Table(2), "12,00"},
		{MustParse("12").Prose(2), "12"},
		{MustParse("-0.001").Table(2), "0,00"},
		{MustParse("3").Count(), "03"},
		{MustParse("10").Count(), "10"},
		{MustParse("0").Count(), "0"},
		{MustParse("3").WithUnit("hộ"), "03 hộ"},
		{MustParse("3").WithUnit("mô hình"), "03 mô hình"},
		{MustParse("3").WithUnit("ha"), "3 ha"},
		{MustParse("3").WithUnit("tỷ đồng"), "3 tỷ đồng"},
		{MustParse("3").WithUnit("nghìn người"), "3 nghìn người"},
		{MustParse("3").WithUnit("điểm phần trăm"), "3 điểm phần trăm"},
		{MustParse("3").WithUnit("vụ/100 km"), "3 vụ/100 km"},
		{MustParse("3").WithUnit("giấy"), "03 giấy"},
		{MustParse("3").WithUnit("giây"), "3 giây"},
		{MustParse("3").WithUnit("điểm trường"), "03 điểm trường"},
		{MustParse("3").WithUnit("%"), "3%"},
		{MustParse("3").WithUnit(""), "03"},
		{MustParse("2310.5").Exact(), "2.310,5"},
		{MustParse("0.000000000000000000000123").Plain(), "0.000000000000000000000123"},
	} {
		if c.got != c.want {
			t.Errorf("printed %q, want %q", c.got, c.want)
		}
	}
}

func TestTextTypedByPeople(t *testing.T) {
	for _, c := range []struct {
		in      string
		whole   bool
		want    string
		reading Reading
	}{
		{"1250", false, "1250", Sure},
		{"1.250", true, "1250", Sure},
		{"1.250", false, "1250", Ambiguous},
		{"325,023", false, "325.023", Ambiguous},
		{"325,023", true, "325023", Sure},
		{"1.300,4", false, "1300.4", Sure},
		{"1,300.4", false, "1300.4", Sure},
		{"45,87", false, "45.87", Sure},
		{"45.87", false, "45.87", Sure},
		{"12.670.113", false, "12670113", Sure},
		{"12 670 113", false, "12670113", Sure},
		{"-3,5", false, "-3.5", Sure},
		{"03", true, "3", Sure},
		{"0,125", false, "0.125", Sure},
	} {
		n, r := ParseText(c.in, c.whole)
		if r != c.reading || n.Plain() != c.want {
			t.Errorf("ParseText(%q, whole=%v) = %s, %v; want %s, %v", c.in, c.whole, n.Plain(), r, c.want, c.reading)
		}
	}
	for _, in := range []string{"", "-", "x", "khoảng 350", "12%", "3/4", "1.2.3", "1,23,456", "61-62",
		"1.300,4,5", "٣"} {
		if n, r := ParseText(in, false); r != NoNumber {
			t.Errorf("ParseText(%q) = %s, want no number", in, n.Plain())
		}
	}
}

// A spreadsheet stores binary floats; what was typed comes back.
func TestFloatNoiseOfACellIsRemoved(t *testing.T) {
	for in, want := range map[string]string{
		"0.30000000000000004": "0.3", "45.869999999999997": "45.87", "1234": "1234",
		"1.2345678901234567E+19": "12345678901234600000",
		"21.2":                   "21.2", "-0.10000000000000001": "-0.1", "0": "0", "1E-3": "0.001",
	} {
		n, err := FromCell(in)
		if err != nil || n.Plain() != want {
			t.Errorf("FromCell(%q) = %s, %v; want %s", in, n.Plain(), err, want)
		}
	}
}

func FuzzNumbers(f *testing.F) {
	for _, s := range []string{"1.250", "1E-5", "-3,5", "0.30000000000000004", "e", "9e60"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, err := FromCell(s); err == nil {
			if back, err := Parse(n.Plain()); err == nil && n.Sign() != back.Sign() {
				t.Errorf("%q: %s changed its sign in print", s, n.Plain())
			}
		}
		if n, r := ParseText(s, true); r != NoNumber {
			_ = n.Table(2)
		}
	})
}
