package quantity

import "testing"

// By how much a figure is off one it should be near: a slip of the unit or of a
// separator is a power of ten, with what a real change may add to it.
func TestHowFarAFigureIsFromAnother(t *testing.T) {
	for _, c := range []struct {
		figure, other string
		want          Gap
	}{
		{"1250", "125", Gap{"10", true, true}},
		{"12.5", "125", Gap{"1/10", true, true}},
		{"80", "10", Gap{"10", true, true}},
		{"79", "10", Gap{"8", false, true}},
		{"125", "10", Gap{"10", true, true}},
		{"126", "10", Gap{"13", false, true}},
		{"38.652", "38600", Gap{"1/1.000", true, true}},
		{"10500000000", "10000", Gap{"1.000.000", true, true}},
		{"50", "10", Gap{}},
		{"51", "10", Gap{"5", false, true}},
		{"60", "3300", Gap{"1/55", false, true}},
		{"0", "125", Gap{}},
		{"125", "0", Gap{}},
		{"-125", "1250", Gap{}},
	} {
		if got := MustParse(c.figure).GapTo(MustParse(c.other)); got != c.want {
			t.Errorf("%s beside %s: %+v, want %+v", c.figure, c.other, got, c.want)
		}
	}
}
