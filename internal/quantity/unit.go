package quantity

import "strings"

// scales are the words that multiply a unit, without accents.
var scales = []struct {
	word   string
	factor int64
}{
	{"nghin ty", 1_000_000_000_000}, {"ngan ty", 1_000_000_000_000},
	{"ty", 1_000_000_000}, {"ti", 1_000_000_000},
	{"trieu", 1_000_000},
	{"nghin", 1_000}, {"ngan", 1_000}, {"1000", 1_000}, {"1 000", 1_000},
	{"tram", 100}, {"chuc", 10},
}

// sameUnits are other names of a unit, without accents.
var sameUnits = map[string]string{
	"vnd": "dong", "d": "dong", "viet nam dong": "dong", "dong viet nam": "dong",
	"luot nguoi": "luot", "luot lao dong": "luot",
	"ha gia dinh": "ho", "ho gia dinh": "ho",
	"phan tram": "%",
}

// Factor is by what a figure in the unit from has to be multiplied to be one in
// the unit to ("tỷ đồng" to "triệu đồng": 1000). Units are folded (viet.Fold),
// "%" stays as it is. ok is false for units that do not measure the same thing.
func Factor(from, to string) (factor Number, ok bool) {
	scaleFrom, baseFrom := split(from)
	scaleTo, baseTo := split(to)
	if baseFrom != baseTo {
		return Number{}, false
	}
	return Int(scaleFrom).Quo(Int(scaleTo))
}

func split(unit string) (scale int64, base string) {
	scale, base = 1, strings.TrimSpace(unit)
	for _, s := range scales {
		if rest, ok := strings.CutPrefix(base, s.word+" "); ok {
			scale, base = s.factor, rest
			break
		}
		if base == s.word { // "tỷ" alone is money
			scale, base = s.factor, "dong"
			break
		}
	}
	if same, ok := sameUnits[base]; ok {
		base = same
	}
	return scale, base
}
