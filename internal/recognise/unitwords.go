package recognise

import (
	"slices"
	"strings"
	"unicode"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// statement is what a text says of units of measurement.
type statement struct {
	units []string
	named bool // it says that they are: "Đơn vị tính: ..."
	alone bool // it says nothing else
	short bool // letters in brackets that may stand for something else: "(TN)"
}

// unitsIn finds what a text says of units of measurement: after the words for
// them ("... NĂM 2022 (ĐVT: triệu đồng)"), in brackets, at the end after a comma
// or a dash, or alone. A bracket that holds no unit is a remark.
func unitsIn(text string) statement {
	if text == "" || len(text) > titleLength {
		return statement{}
	}
	for line := range strings.SplitSeq(viet.Clean(text), "\n") {
		if s, ok := namedUnits(line); ok {
			return s
		}
	}
	for line := range strings.SplitSeq(viet.Clean(text), "\n") {
		rest := line
		for {
			open := strings.LastIndexByte(rest, '(')
			shut := strings.LastIndexByte(rest, ')')
			if open < 0 || shut < open {
				break
			}
			if units := knownUnits(rest[open+1 : shut]); units != nil {
				return statement{units: units, alone: strings.TrimSpace(line[:open]+line[shut+1:]) == "",
					short: !slices.ContainsFunc(units, func(u string) bool {
						return len(unitKey(u)) > 3 || !quantity.IsCounted(unitKey(u))
					})}
			}
			rest = rest[:open]
		}
		if isBareUnit(line) || unitKey(line) == "%" {
			return statement{units: []string{strings.TrimSpace(line)}, alone: true}
		}
		after := max(strings.LastIndex(line, ", "), strings.LastIndex(line, "- "), strings.LastIndex(line, "– "))
		if after > 0 {
			_, unit, _ := strings.Cut(line[after:], " ")
			if isBareUnit(unit) {
				return statement{units: []string{strings.TrimSpace(unit)}}
			}
		}
	}
	return statement{}
}

// statedIn is unitsIn of a text that stands in many rows.
func (k *Knowledge) statedIn(of string) statement {
	if k.memory == nil {
		return unitsIn(of)
	}
	return k.memory.units.of(text(of), func(own text) statement { return unitsIn(string(own)) })
}

// namedUnits are the units that a line announces as such.
func namedUnits(line string) (s statement, ok bool) {
	folded := viet.Fold(line)
	if !unitNames.in(folded) {
		return s, false
	}
	words := strings.Fields(signsApart.Replace(line))
	for i := range words {
		n, sure := unitName(words[i:])
		if n == 0 {
			continue
		}
		rest := words[i+n:]
		says := func(w string) bool {
			return viet.Fold(w) == "" && !strings.ContainsAny(w, "%()") || viet.Fold(w) == "la"
		}
		for len(rest) > 0 && says(rest[0]) {
			sure = sure || rest[0] == ":" && i == 0 && len(rest) == 1
			rest = rest[1:]
		}
		if shut := slices.Index(rest, ")"); shut >= 0 {
			rest = rest[:shut]
		}
		said := strings.Join(rest, " ")
		units := knownUnits(said)
		if units == nil && sure && said != "" && len(said) < 60 {
			units = splitUnits(said)
		}
		if units != nil || sure && said == "" {
			return statement{units: units, named: true,
				alone: strings.Trim(strings.Join(words[:i], ""), "(") == ""}, true
		}
	}
	return s, false
}

// signsApart makes words of the signs that stand at the name of a unit.
var signsApart = strings.NewReplacer(":", " : ", "(", " ( ", ")", " ) ")

// unitNames are the words that announce a unit of measurement.
var unitNames = phrases{"dvt", "d v t", "don vi", "dv", "dv tinh"}

// unitName tells how many words announce a unit; "đơn vị" alone may announce an
// office too, so it is not sure.
func unitName(words []string) (n int, sure bool) {
	first := viet.Fold(words[0])
	second, third := "", ""
	if len(words) > 1 {
		second = viet.Fold(words[1])
	}
	if len(words) > 2 {
		third = viet.Fold(words[2])
	}
	asks := func(w string) bool { return w == "tinh" || w == "do" || w == "tien" }
	switch {
	case first == "dvt" || first == "d v t":
		if asks(second) {
			return 2, true
		}
		return 1, true
	case first == "dv" && asks(second):
		return 2, true
	case first == "don" && second == "vi" && asks(third):
		return 3, true
	case first == "don" && second == "vi":
		return 2, false
	}
	return 0, false
}

// withoutNamedUnit is a text up to where it announces its unit: "Thực hiện năm
// 2022 - ĐVT: tỷ đồng".
func withoutNamedUnit(text string) string {
	if s, ok := namedUnits(text); !ok || len(s.units) == 0 || s.alone {
		return text
	}
	for i := range text {
		if i > 0 && strings.ContainsRune(" (-–", rune(text[i-1])) {
			if words := strings.Fields(text[i:]); len(words) > 0 {
				if n, _ := unitName(words); n > 0 {
					return strings.TrimRight(text[:i], " (-–:,")
				}
			}
		}
	}
	return text
}

// splitUnits parts a list of units: "người; tỷ đồng; %".
func splitUnits(list string) []string {
	var all []string
	from := 0
	add := func(until int) {
		if u := strings.Trim(list[from:until], " .,;"); u != "" {
			all = append(all, u)
		}
		from = until
	}
	for i := range len(list) {
		inNumber := list[i] == ',' && i+1 < len(list) && unicode.IsDigit(rune(list[i+1])) // "1,000 đồng"
		if list[i] == ';' || list[i] == ',' && !inNumber {
			add(i)
		}
	}
	add(len(list))
	return all
}

// isBareUnit: the text is money or thousands of something, which nobody writes
// alone but as a unit. A letter is a column's or a point's.
func isBareUnit(text string) bool {
	key := unitKey(text)
	return len(key) > 2 && (quantity.IsMoney(key) || quantity.HasScaleWord(key)) || key == "ty"
}

// knownUnits are the units a text lists, when it lists nothing else.
func knownUnits(list string) []string {
	all := splitUnits(list)
	if slices.ContainsFunc(all, func(u string) bool { return !quantity.IsUnit(unitKey(u)) || u == "d" || u == "D" }) {
		return nil
	}
	return all
}

// unitKey is a unit of measurement as a match key; "%" has no letters.
func unitKey(unit string) string {
	key := viet.Fold(raised.Replace(unit))
	if strings.Contains(unit, "%") {
		switch key {
		case "", "ty le", "ti le", "phan tram":
			return "%"
		}
		return "% " + key
	}
	var fields []string
	for _, f := range strings.Fields(key) { // "1.000đ"
		digits := len(f) - len(strings.TrimLeft(f, "0123456789"))
		if digits > 0 && digits < len(f) {
			fields = append(fields, f[:digits])
			f = f[digits:]
		}
		fields = append(fields, f)
	}
	return strings.Join(fields, " ")
}

var raised = strings.NewReplacer("10³", "10^3 ", "10⁶", "10^6 ", "10⁹", "10^9 ", "²", "2", "³", "3")

// withoutUnit is a row's label without the unit at its end: "Vốn đầu tư nhà nước
// (triệu đồng)". A rate stays one.
func withoutUnit(label string) string {
	name, unit := splitUnit(label)
	if unit == "" {
		if at := strings.LastIndex(label, ", "); at > 0 && isBareUnit(label[at+2:]) {
			return label[:at]
		}
		return label
	}
	s := unitsIn("(" + unit + ")")
	if len(s.units) == 0 || slices.ContainsFunc(s.units, func(u string) bool { return strings.Contains(u, "%") }) {
		return label
	}
	return name
}
