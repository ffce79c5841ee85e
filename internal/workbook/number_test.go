package workbook

import (
	"testing"

	"baocao/internal/quantity"
)

func TestNumberFormats(t *testing.T) {
	for code, want := range map[string][2]bool{ // percent, date
		"General": {}, "0": {}, "0%": {true, false}, `0.0" %"`: {}, `0\%`: {}, "[Red]0.00%;-0%": {true, false},
		"dd/mm/yyyy": {false, true}, `"ngày "d`: {false, true}, `#,##0" đồng"`: {}, "[h]:mm": {false,
			true}, "[mm]": {false, true},
		"[$-42A]0": {}, "0.00E+00": {}, "@": {}, `#,##0\d`: {}, "_(* #,##0_);_(* -#,##0_)": {}, `"chưa đóng d%`: {},
	} {
		if s := NewStyle("", code); s.IsPercent != want[0] || s.IsDate != want[1] {
			t.Errorf("%q: percent %v, date %v", code, s.IsPercent, s.IsDate)
		}
	}
}

// The fast way to a number gives exactly what quantity.FromCell gives, and
// takes nothing that FromCell refuses.
func FuzzShortNumber(f *testing.F) {
	for _, s := range []string{"0", "-0", "12", "-3.50", ".5", "5.", "1e5", "1E-05", "0.30000000000000004",
		"99999999999999.95", "9999999999999995",
		"45.869999999999997", "-0.10000000000000001", "000123.4500", "1.5e-17", "1e30", "1e", "--1", "1.2.3", "-", ".",
		"1e-", "123456789012345678", "0.000000000000000000001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := shortNumber([]byte(s))
		if !ok {
			return
		}
		if want, err := quantity.FromCell(s); err != nil || !got.Equal(want) {
			t.Errorf("%q: %s, FromCell gives %s, %v", s, got.Plain(), want.Plain(), err)
		}
	})
}
