package quantity

import (
	"strings"
	"testing"
)

// A department writes "1.300 tỉ đồng" where the plan counts in "tỷ đồng", or in
// another scale of the same unit.
func TestTheWordsForScales(t *testing.T) {
	for _, c := range []struct{ from, to, factor string }{
		{"ti dong", "ty dong", "1"}, {"ti dong", "trieu dong", "1000"}, {"ti", "dong", "1000000000"},
		{"ty", "dong", "1000000000"},
		{"nghin ti dong", "ty dong", "1000"}, {"nghin ty dong", "ty dong", "1000"}, {"ngan ty dong", "ti dong", "1000"},
		{"trieu dong", "ti dong", "0.001"}, {"trieu vnd", "dong", "1000000"}, {"nghin dong", "dong", "1000"},
		{"ngan dong", "nghin dong", "1"},
		{"1000 dong", "dong", "1000"}, {"1 000 dong", "dong", "1000"}, {"tram ho", "ho", "100"},
		{"chuc ho", "ho", "10"},
		{"ho", "ho gia dinh", "1"}, {"ho", "nguoi", ""}, {"%", "phan tram", "1"},
	} {
		got, ok := Factor(c.from, c.to)
		if ok != (c.factor != "") || ok && !got.Equal(MustParse(c.factor)) {
			t.Errorf("%s to %s: %s %v, want %q", c.from, c.to, got.Plain(), ok, c.factor)
		}
	}
}

// The names of units are looked up before scales are: none of them begins with one.
func TestNoUnitBeginsWithAScale(t *testing.T) {
	for name := range byName().units {
		for _, s := range scales {
			if name == s.word || strings.HasPrefix(name, s.word+" ") {
				t.Errorf("%q begins with %q", name, s.word)
			}
		}
	}
}
