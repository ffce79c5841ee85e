package quantity

import (
	"slices"
	"strings"
	"sync"

	"baocao/internal/viet"
)

// scales are the words that multiply a unit, without accents; of two that begin
// alike the longer one first.
var scales = []struct {
	word   string
	factor int64
}{
	{"ty", 1_000_000_000}, {"ti", 1_000_000_000},
	{"trieu", 1_000_000}, {"tr", 1_000_000},
	{"1 000 000", 1_000_000}, {"1000000", 1_000_000},
	{"nghin", 1_000}, {"ngan", 1_000}, {"1000", 1_000}, {"1 000", 1_000},
	{"10 9", 1_000_000_000}, {"10 6", 1_000_000}, {"10 3", 1_000},
	{"tram", 100}, {"chuc", 10},
}

// runTogether are abbreviations of a scale and its unit in one.
var runTogether = []struct{ short, long string }{
	{"trd", "trieu dong"}, {"trdong", "trieu dong"}, {"trieud", "trieu dong"}, {"trieudong", "trieu dong"},
	{"trvnd", "trieu dong"}, {"tyd", "ty dong"}, {"tydong", "ty dong"}, {"nd", "nghin dong"}, {"ngd", "nghin dong"},
	{"ng dong", "nghin dong"}, {"ng d", "nghin dong"}, {"nghind", "nghin dong"}, {"ngand", "nghin dong"},
}

// sameUnits are the names of a unit, without accents, the first being the one
// it goes by here. This is the only table of synonyms of units.
var sameUnits = [][]string{
	{"dong", "vnd", "d", "viet nam dong", "dong viet nam", "dong vn", "vn dong", "dong vnd"},
	{"usd", "do la", "do la my", "us"},
	{"%", "phan tram"},

	{"nguoi", "ng", "dong chi", "d c", "dc", "khau", "nhan khau", "cong dan", "cd"},
	{"dang vien", "dv"},
	{"lao dong", "ld", "nguoi lao dong", "nld"},
	{"thanh nien", "tn"}, {"hoc sinh"}, {"doan vien"}, {"hoi vien"}, {"can bo"},
	{"luot", "luot nguoi", "luot lao dong", "luot ld", "luot nguoi lao dong"},
	{"ho", "ho gia dinh", "ha gia dinh", "ho gd", "hgd", "gia dinh", "gd", "ho dan"},

	{"to chuc", "to chuc co so dang", "tccsd", "tccs dang"},
	{"to chuc dang", "tcd", "tc dang"}, {"chi bo"}, {"dang bo"},
	{"to dan pho", "tdp", "to", "to dp"},
	{"truong", "truong hoc", "nha truong"},
	{"doanh nghiep", "dn"}, {"hop tac xa", "htx"},
	{"vu", "vu viec"},
	{"nha van hoa", "nvh", "nha vh", "cong trinh", "nha"},
	{"ho so"}, {"phuong"}, {"co so"}, {"mo hinh"}, {"cuoc"}, {"van ban"}, {"lop"}, {"cai"}, {"chiec"}, {"the"},

	{"tan"}, {"m3", "khoi", "met khoi"}, {"m2", "met vuong"}, {"m", "met"},
}

// counted is the first and the one after the last of those that are counted,
// and so are whole by nature.
const firstCounted, lastCounted = "nguoi", "the"

// kinds are units that are of another one too: who counts party members counts
// people. A cell (chi bộ) is a party organisation, but seldom one of the base.
var kinds = [][2]string{
	{"dang vien", "nguoi"}, {"lao dong", "nguoi"}, {"thanh nien", "nguoi"}, {"hoc sinh", "nguoi"},
	{"doan vien", "nguoi"}, {"hoi vien", "nguoi"}, {"can bo", "nguoi"},
	{"to chuc", "to chuc dang"}, {"chi bo", "to chuc dang"}, {"dang bo", "to chuc dang"},
}

// steps are units that are so much of another.
var steps = []struct {
	name, of string
	num, den int64
}{
	{"kg", "tan", 1, 1000}, {"ky", "tan", 1, 1000}, {"kilogam", "tan", 1, 1000}, {"gam", "tan", 1, 1_000_000},
	{"ta", "tan", 1, 10}, {"yen", "tan", 1, 100},
	{"lit", "m3", 1, 1000}, {"km2", "m2", 1_000_000, 1}, {"ha", "m2", 10_000, 1}, {"hecta", "m2", 10_000, 1},
	{"km", "m", 1000, 1}, {"cm", "m", 1, 100},
}

// Factor is by what a figure in the unit from has to be multiplied to be one in
// the unit to ("tỷ đồng" to "triệu đồng": 1000). Units are folded (viet.Fold),
// "%" stays as it is. ok is false for units that do not measure the same thing.
func Factor(from, to string) (factor Number, ok bool) {
	f, t := parseUnit(from), parseUnit(to)
	if !alike(f.base, t.base) {
		return Number{}, false
	}
	return f.scale.Quo(t.scale)
}

// IsUnit reports whether a folded text is a unit of measurement that is known,
// and nothing else.
func IsUnit(unit string) bool { return parseUnit(unit).known }

// IsScaled reports whether a folded unit is money, or comes in steps: "nghìn
// người", "kg".
func IsScaled(unit string) bool {
	u := parseUnit(unit)
	return u.known && (u.base == "dong" || u.base == "usd" || !u.scale.Equal(Int(1)))
}

// HasScaleWord reports whether a folded unit says thousands, millions and so on.
func HasScaleWord(unit string) bool {
	u := parseUnit(unit)
	return u.known && u.scale.Cmp(Int(1)) > 0
}

// IsMoney reports whether a folded unit is one of money.
func IsMoney(unit string) bool { return parseUnit(unit).base == "dong" }

// IsCounted reports whether what is measured in a folded unit is counted one by
// one, so that a figure in it is whole.
func IsCounted(unit string) bool {
	u := parseUnit(unit)
	if !u.known || !u.scale.Equal(Int(1)) {
		return false
	}
	counted := false
	for _, names := range sameUnits {
		counted = counted || names[0] == firstCounted
		if names[0] == u.base {
			return counted
		}
		if names[0] == lastCounted {
			break
		}
	}
	return false
}

// measures are units in which things are measured, beside those of the tables above that
// are not counted; with their accents, which tell seconds from papers.
var measures = []string{"điểm", "giờ", "phút", "giây", "ngày", "tháng", "tuổi", "kwh", "mwh", "kw", "mw"}

// IsMeasured reports a unit in which things are measured, or come to on average,
// rather than counted one by one: "ha", "điểm phần trăm", "vụ/100 km".
func IsMeasured(unit string) bool {
	lower := strings.ToLower(unit)
	if strings.ContainsRune(unit, '/') || slices.Contains(measures, lower) || strings.HasPrefix(lower, "điểm phần ") {
		return true
	}
	folded := viet.Fold(unit)
	u := parseUnit(folded)
	return u.known && !IsCounted(folded) || slices.Contains(measures, u.base) // "triệu kWh"
}

// unit is a unit of measurement taken apart.
type unit struct {
	scale Number // how many of the base
	base  string
	known bool
}

// named are the tables above by the names in them.
type named struct {
	long  map[string]string // what is run together, written out
	units map[string]unit
}

var byName = sync.OnceValue(func() named {
	all := named{map[string]string{}, map[string]unit{}}
	for _, r := range runTogether {
		all.long[r.short] = r.long
	}
	for _, s := range steps {
		step, _ := Int(s.num).Quo(Int(s.den))
		all.units[s.name] = unit{step, s.of, true}
	}
	for _, names := range sameUnits { // they go before steps
		for _, n := range names {
			all.units[n] = unit{Int(1), names[0], true}
		}
	}
	return all
})

func parseUnit(text string) unit {
	base := strings.TrimSpace(text)
	if long := byName().long[base]; long != "" {
		base = long
	}
	if known, ok := byName().units[base]; ok { // none of their names begins with a scale
		return known
	}
	u := unit{scale: Int(1)}
	scaled := ""
	for range 2 { // "nghìn tỷ"
		for _, s := range scales {
			if rest, ok := strings.CutPrefix(base, s.word); ok && (rest == "" || rest[0] == ' ') {
				u.scale, base = u.scale.Mul(Int(s.factor)), strings.TrimSpace(rest)
				scaled = s.word
				break
			}
		}
	}
	if base == "" && scaled != "" { // "tỷ" alone is money
		u.base, u.known = "dong", scaled != "tram" && scaled != "chuc"
		return u
	}
	u.base = base
	for _, name := range []string{base, strings.TrimSuffix(base, " nam")} { // "tấn/năm"
		if known, ok := byName().units[name]; ok {
			return unit{u.scale.Mul(known.scale), known.base, true}
		}
	}
	return u
}

func alike(a, b string) bool {
	if a == b {
		return true
	}
	for _, k := range kinds {
		if k == [2]string{a, b} || k == [2]string{b, a} {
			return true
		}
	}
	return false
}
