package compose

import (
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// subject is what the sentence of a measure is about: of a change what rose or fell,
// whatever the name calls the change. That of a revenue is not the revenue.
func subject(m *assess.Measure) string {
	own := name(m)
	if !namesChange(m) && !namesGrowth(m) {
		return own
	}
	lead, n := "", own
	if rest, ok := strings.CutPrefix(own, among); ok {
		lead, n = among, viet.UpperFirst(rest)
	}
	of := changing(n, ofRates(m))
	if m.OfPlaces() {
		of = placing(n)
	}
	switch {
	case of == "":
		return own
	case lead != "":
		return lead + lowered(of)
	}
	return of
}

// namesChange: the name says that something fell, or grew by a number, so that it is the
// difference that it names and not what there is this year.
func namesChange(m *assess.Measure) bool {
	facts := m.Method.Facts()
	if m.OfPlaces() {
		return true
	}
	if !facts.Years || saysItself(m) || !facts.Falls && m.FigureUnit() == "%" {
		return false
	}
	words := strings.Fields(strings.ToLower(name(m)))
	at := slices.Index(words, way(m))
	return at == 0 || at > 0 && words[at-1] != "gia" // "giá trị gia tăng" is an amount
}

// namesGrowth: the name of a growth in percent is of the growth: "Tăng doanh thu", "Tốc độ
// tăng trưởng dư nợ", "Số thuê bao tăng thêm".
func namesGrowth(m *assess.Measure) bool {
	facts := m.Method.Facts()
	if !facts.Years || facts.Falls || m.FigureUnit() != "%" || saysItself(m) {
		return false
	}
	words := strings.Fields(strings.ToLower(alone(name(m))))
	at := slices.Index(words, way(m))
	if at < 0 || at > 0 && words[at-1] == "gia" {
		return false
	}
	return at == 0 || slices.Contains(changeLeads, viet.UpperFirst(strings.Join(words[:at], " "))) ||
		at == len(words)-1 || slices.Contains(slices.Concat(further, since), words[at+1])
}

// way is the word for the change that a measure's method computes.
func way(m *assess.Measure) string {
	if m.Method.Facts().Falls {
		return "giảm"
	}
	return "tăng"
}

// saysItself: what is told for the two years is called a change too, so that the change
// is one of that: the rate by which people grow in number, say.
func saysItself(m *assess.Measure) bool {
	for _, in := range m.Inputs {
		if in.Role == m.Method.Facts().Compared &&
			slices.Contains(strings.Fields(strings.ToLower(in.Label)), way(m)) {
			return true
		}
	}
	return false
}

// ofRates: what changed is a rate, not an amount.
func ofRates(m *assess.Measure) bool {
	return slices.ContainsFunc(m.Inputs, func(in resolution.Input) bool {
		return in.Role == m.Method.Facts().Compared && quantity.Attached(in.Unit)
	})
}

// changeLeads are the words that the name of a change begins with; further say that there
// is more of it, since what it is compared with, places where it is.
var (
	changeLeads = []string{"Mức", "Tốc độ", "Nhịp độ", "Tỷ lệ"}
	further     = []string{"thêm", "lên", "đi", "xuống"}
	since       = []string{"trong", "so", "hằng", "hàng"}
	places      = []string{"ở", "tại", "trên", "của"}
)

// changing is what the name of a change says to change: of "Số hội viên tăng thêm" it is the
// members, who may well be fewer. "" where the name does not tell it from the change.
// rates: it is a rate that changes, and "Tỷ lệ" belongs to it.
func changing(name string, rates bool) string {
	words := strings.Fields(name)
	at := slices.IndexFunc(words, func(w string) bool { return directions[strings.ToLower(w)] != 0 })
	if at < 0 || at > 0 && words[at-1] == "gia" {
		return ""
	}
	before, rest := strings.Join(words[:at], " "), words[at+1:]
	leads := before == "" || slices.Contains(changeLeads, before)
	if leads && len(rest) > 0 && rest[0] == "trưởng" {
		rest = rest[1:]
	}
	if len(rest) > 0 && slices.Contains(notDirections, rest[0]) {
		return ""
	}
	if !leads && len(rest) > 0 && !slices.Contains(slices.Concat(further, since, places), rest[0]) {
		return "" // "Số hộ được miễn giảm thuế", "Kéo giảm số vụ cháy"
	}
	for len(rest) > 0 && slices.Contains(further, rest[0]) {
		rest = rest[1:]
	}
	if len(rest) > 0 && slices.Contains(since, rest[0]) {
		rest = nil // the year, or what it is compared with
	}
	if tellsHowMuch(rest) { // "Giảm ít nhất 5% số vụ cháy"
		return ""
	}
	if leads && !(before == "Tỷ lệ" && rates) {
		before = ""
	}
	of := strings.TrimSpace(before + " " + strings.Join(rest, " "))
	if len(strings.Fields(of)) < 2 || viet.Fold(of) == "kinh te" { // an economy has no amount
		return ""
	}
	return viet.UpperFirst(of)
}

// tellsHowMuch: the words behind a change begin with its size.
func tellsHowMuch(words []string) bool {
	const first = 4
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(w, "%") }) ||
		slices.ContainsFunc(words[:min(first, len(words))], func(w string) bool { return w[0] >= '0' && w[0] <= '9' })
}

// placing is what the name of a change of places says to have a place: of "Số bậc tăng về
// chỉ số hài lòng" the index.
func placing(name string) string {
	words := strings.Fields(name)
	for len(words) > 0 && slices.Contains(beforePlaced, strings.ToLower(words[0])) {
		words = words[1:]
	}
	for len(words) > 0 && slices.Contains(afterPlaced, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return viet.UpperFirst(strings.Join(words, " "))
}

// The words around what has a place, in the name of how that changes.
var (
	beforePlaced = strings.Fields("số bậc hạng thứ vị trí xếp tăng giảm cải thiện nâng mức thêm lên về của")
	afterPlaced  = strings.Fields("tăng giảm thêm lên bậc hạng")
)
