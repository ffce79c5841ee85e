package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// indicator reads one item. ok is false for what promises nothing that can be judged.
func (d *Draft) indicator(b block) (ind Indicator, ok bool) {
	if b.text == "" {
		return ind, false
	}
	text := strings.TrimSpace(b.text)
	ind.Text = text
	for i, p := range b.parts {
		lead := " "
		if i == 0 && !strings.HasSuffix(text, ":") {
			lead = ": "
		}
		p = strings.TrimRight(strings.TrimSpace(p), ".;")
		if i > 0 {
			lead = "; "
			p = viet.LowerFirst(p)
		}
		ind.Text += lead + p
	}
	if !strings.HasSuffix(ind.Text, ".") {
		ind.Text = strings.TrimRight(ind.Text, ";:, ") + "."
	}
	ind.Note = strings.Join(b.notes, " ")

	b.text, ind.Asks = outOfAsides(b.text, ind.Asks)
	for i := range b.parts {
		b.parts[i], ind.Asks = outOfAsides(b.parts[i], ind.Asks)
	}
	last := "" // the name of the promise before, which a clause without a name goes on with
	for _, c := range clauses(b) {
		found := d.measures(c)
		ind.Asks = append(ind.Asks, misspelt(c.text)...)
		if found == nil {
			ind.Asks = append(ind.Asks, diag.Say("draft.ask.unread", diag.Args{"text": c.text}))
		}
		for _, m := range found {
			if m.Name == "" {
				m.goOn(cmp.Or(last, nameOf(c.text)), ind.Measures)
			}
			last = m.Name
			m.mayFall()
			m.ID = fmt.Sprintf("m%d", len(ind.Measures))
			if m.Name == "Số "+viet.LowerFirst(m.Unit) && len(ind.Measures) > 0 {
				m.ask("name", diag.Args{"text": c.text, "name": m.Name})
			}
			if c.part && len(ind.Measures) > 0 {
				of := ind.Measures[len(ind.Measures)-1]
				for k := len(ind.Measures) - 1; of.PartOf != "" && k > 0; k-- {
					of = ind.Measures[k-1]
				}
				m.PartOf = of.ID
				m.Name = "Trong đó: " + viet.LowerFirst(m.Name)
				if of.Method == "ratio" && m.Method == "ratio" && len(of.Inputs) == 2 && len(m.Inputs) == 2 {
					m.Inputs[1] = Input{Role: "denominator", SameAs: of.ID + "/numerator"}
					m.ask("part", diag.Args{"target": m.Target})
				}
			}
			ind.Measures = append(ind.Measures, m)
		}
	}
	if len(ind.Measures) == 0 {
		ind.Asks = nil
	}
	if len(b.parts) > 0 && len(ind.Measures) > 1 && promised(lex(b.text)) {
		ind.Headline = ind.Measures[0].ID
		for i := range ind.Measures[1:] {
			ind.Measures[i+1].PartOf = ind.Headline
		}
	}
	shares(&ind)
	if len(ind.Measures) == 0 && isAim(text) {
		return ind, false
	}
	if len(ind.Measures) == 0 {
		m := Measure{ID: "m0", Name: nameOf(strings.TrimRight(beforeAside(text), ".;: ")), Method: "statement",
			Target: "statement"}
		ind.Measures = append(ind.Measures, m)
		ind.Asks = append(ind.Asks, diag.Say("draft.ask.statement", nil))
	}
	return ind, true
}

// newPromise: behind a comma or "và" something else is promised, with a number of its own.
func newPromise(before, after []token) bool {
	if !promised(before) {
		return false
	}
	for i, t := range after {
		if t.is(";", ".", ",") && !t.aside {
			return promised(after[:i]) || isZero(after[:i])
		}
	}
	return promised(after) || isZero(after)
}

// zeros are the words of a promise of nothing, with the words that follow counted as its unit.
var zeros = []string{"khong con", "khong de xay ra", "khong de phat sinh", "khong co", "khong phat sinh", "xoa het",
	"giam het"}

func isZero(all []token) bool { return zeroAt(all) >= 0 }

// zeroAt is where a promise of nothing begins; -1 for none.
func zeroAt(all []token) int {
	for _, z := range zeros {
		if i := find(all, z); i >= 0 && !all[i].aside {
			return i
		}
	}
	return -1
}

// measures are what a clause promises.
func (d *Draft) measures(c clause) []Measure {
	all := lex(c.text)
	ps := promises(all)
	switch {
	case len(ps) > 0:
		m := d.measure(c, all, ps[0])
		switch {
		case len(ps) == 2 && m.Method == "rank" && among(all, ps[1]):
			m.Among = ps[1].a.Plain()
		case len(ps) > 1:
			m.ask("more", diag.Args{"text": c.text})
		}
		return []Measure{m}
	case isZero(all):
		return []Measure{d.none(c, all)}
	}
	if day, ok := deadline(all, d.Year); ok {
		m := Measure{Name: nameOf(c.text[:all[day.from].from]), Method: "date", Target: "by " + day.date.ISO()}
		if day.year {
			m.ask("deadline", diag.Args{"target": m.Target})
		}
		return []Measure{m}
	}
	if i := find(all, "dat va vuot"); i >= 0 && has(all[i:], "giao", "du toan", "ke hoach") {
		m := Measure{Name: nameOf(joinName(c, all, 0, i)), Unit: "%", Method: "plan", Target: ">= 0"}
		m.pair("actual", "plan", m.Name+" thực hiện {ky}", "Kế hoạch giao năm {nam}: "+viet.LowerFirst(m.Name),
			money(m.Name))
		m.ask("plan", nil)
		return []Measure{m}
	}
	if i, target := d.againstLast(all); i >= 0 {
		m := Measure{Name: nameOf(joinName(c, all, 0, i)), Method: "value", Target: target}
		if named := viet.Fold(m.Name); viet.HasPhrase(named, "thu hang") || viet.HasPhrase(named, "xep hang") ||
			viet.HasPhrase(named, "vi thu") { // a smaller number is a higher place
			m.Method, m.Unit, m.Target = "rank", "hạng", resolution.Turned(target)
			return []Measure{m}
		}
		m.Unit, _ = counts(m.Name)
		m.ask("unit", diag.Args{"unit": m.Unit})
		return []Measure{m}
	}
	return nil
}

// againstLast is where a promise begins that is set against last year's figure, and
// its target: "không thấp hơn năm 2025", "không tăng so với năm trước". -1 for none.
func (d *Draft) againstLast(all []token) (at int, target string) {
	for _, c := range []struct{ words, target string }{
		{"khong cao hon", "<= previous"}, {"khong tang so voi", "<= previous"}, {"khong vuot", "<= previous"},
		{"khong thap hon", ">= previous"}, {"khong giam so voi", ">= previous"}, {"khong it hon", ">= previous"},
		{"cao hon", "> previous"}, {"tang so voi", "> previous"}, {"nhieu hon", "> previous"},
		{"thap hon", "< previous"}, {"giam so voi", "< previous"}, {"it hon", "< previous"},
	} {
		i := find(all, c.words)
		if i < 0 {
			continue
		}
		behind := all[min(i+len(strings.Fields(c.words)), len(all)):]
		for len(behind) > 0 && behind[0].is("so", "voi", "muc", "cua", "ket", "qua", "thuc", "hien") {
			behind = behind[1:]
		}
		last := strconv.Itoa(d.Year - 1)
		if phrase(behind, 0, "nam truoc") || phrase(behind, 0, "cung ky") ||
			len(behind) > 1 && behind[0].is("nam") && behind[1].text == last {
			return i, c.target
		}
	}
	return -1, ""
}

// none is a promise of nothing: "không còn hộ nghèo".
func (d *Draft) none(c clause, all []token) Measure {
	i := zeroAt(all)
	n := 0
	for _, z := range zeros {
		if phrase(all, i, z) {
			n = max(n, len(strings.Fields(z)))
		}
	}
	rest := beforeAside(c.text[min(all[min(i+n, len(all)-1)].from, len(c.text)):])
	rest = strings.Trim(rest, " ,.;")
	unit, known := counts(rest)
	if phrase(all, i, "khong de") && !known {
		rest, unit, known = "vụ "+viet.LowerFirst(rest), "vụ", true
	}
	m := Measure{Name: "Số " + viet.LowerFirst(rest), Unit: unit, Target: "= 0", Method: "value"}
	if before := nameOf(c.text[:all[i].from]); before != "" && i > 2 {
		m.Name = before + " (" + viet.LowerFirst(c.text[all[i].from:]) + ")"
	}
	if !known {
		m.ask("unit", diag.Args{"unit": unit})
	}
	m.Inputs = []Input{{Role: "value", Label: m.Name + " {ky}", Unit: m.Unit, Whole: true}}
	return m
}

// among: a number is of those that are ranked: "thứ 15 trong 114 xã", "thứ 15/114".
func among(all []token, p promise) bool {
	for k := 1; k <= 4 && p.from >= k; k++ {
		switch t := all[p.from-k]; {
		case t.is("trong", "tren") || t.text == "/":
			return true
		case !t.is("tong", "so", "cac"):
			return false
		}
	}
	return false
}

// each is where "mỗi ..." stands before a promise, -1 for nowhere: "thành lập mới"
// and "mỗi năm" are something else.
func each(all []token, p promise) int {
	for i := 0; i+1 < len(all) && i < p.from; i++ {
		if viet.Fold(all[i].text) == "moi" && strings.EqualFold(all[i].text, "mỗi") &&
			!all[i+1].is("nam", "thang", "quy") {
			return i
		}
	}
	return -1
}

// goOn takes the name of the promise before: "đạt 135 tỷ đồng, tăng 9%".
func (m *Measure) goOn(name string, before []Measure) {
	m.Name = name
	value := Measure{} // of that name
	for _, b := range before {
		if b.Method == "value" && len(b.Inputs) == 1 && b.Name == name {
			value = b
		}
	}
	for i := range m.Inputs {
		in := &m.Inputs[i]
		switch { // a label that has a place for the name
		case strings.HasPrefix(in.Label, " "):
			in.Label = name + in.Label
		case strings.HasSuffix(in.Label, " "):
			in.Label += viet.LowerFirst(name)
		}
		if value.ID == "" {
			continue
		}
		if in.Role == "current" || in.Role == "actual" || in.Role == "numerator" {
			*in = Input{Role: in.Role, SameAs: value.ID + "/value"}
		} else {
			in.Unit = value.Unit
		}
	}
	if value.ID != "" {
		m.Asks = slices.DeleteFunc(m.Asks, func(q diag.Message) bool { return q.Key == "draft.ask.unit" })
	}
}

func tokenFrom(all []token, i, otherwise int) int {
	if i < len(all) {
		return all[i].from
	}
	return otherwise
}

// target writes a promise in the plan's language.
func target(p promise, lower bool, m *Measure) string {
	a, b := p.a.Plain(), p.b.Plain()
	switch p.sign {
	case "..":
		return a + ".." + b
	case "+-":
		tenth, _ := p.a.Quo(quantity.Int(20))
		m.ask("about", diag.Args{"text": a})
		return a + " +- " + tenth.Round(2).Plain()
	case "":
		percent := p.unit == "%" && p.a.Equal(quantity.Int(100))
		switch {
		case percent && !p.rises && !p.falls:
			return "= 100"
		case p.a.Sign() == 0:
			return "= 0"
		case lower && !p.rises && !p.falls:
			m.ask("direction-down", diag.Args{"target": "<= " + a})
			return "<= " + a
		}
		return ">= " + a
	}
	return p.sign + " " + a
}

// balances are the words of what is left of one amount after another, or more than all of it.
var balances = []string{"loi nhuan", "lai truoc thue", "lai sau thue", "lai rong", "lai gop", "chenh lech thu chi",
	"chenh lech thu, chi", "can doi thu chi", "can can", "thang du", "ket du", "xuat sieu", "ket qua kinh doanh",
	"di cu thuan", "tang co hoc"}

// mayFall lets the amounts of a balance be below zero, and asks.
func (m *Measure) mayFall() {
	folded := viet.Fold(m.Name)
	if m.Method == "share" || m.Method == "rank" ||
		!slices.ContainsFunc(balances, func(w string) bool { return viet.HasPhrase(folded, viet.Fold(w)) }) {
		return
	}
	asked := false
	for i := range m.Inputs {
		if in := &m.Inputs[i]; in.Role != "denominator" && in.SameAs == "" && !in.Whole {
			in.Negative, asked = true, true
		}
	}
	if asked {
		m.ask("negative", diag.Args{"name": m.Name})
	}
}

// lessWords are the words of what is to come down.
var lessWords = []string{"ngheo", "that nghiep", "suy dinh duong", "sinh con thu", "tai nan", "toi pham", "chi so gia",
	"cpi", "tang dan so", "tu vong", "ty suat sinh", "vi pham", "no dong", "lao dong nong nghiep", "bo hoc", "tre han"}

func less(folded string) bool {
	return slices.ContainsFunc(lessWords, func(w string) bool { return viet.HasPhrase(folded, w) })
}

// pair gives a measure its two inputs.
func (m *Measure) pair(a, b, labelA, labelB, unit string) {
	m.Inputs = []Input{{Role: a, Label: labelA, Unit: unit}, {Role: b, Label: labelB, Unit: unit}}
	if unit == "" {
		m.Inputs[0].Unit, m.Inputs[1].Unit = "trường hợp", "trường hợp"
		m.ask("unit", diag.Args{"unit": "trường hợp"})
	}
}

// ratio makes a measure the share of a part in its whole.
func (m *Measure) ratio() {
	m.Method = "ratio"
	part := m.Name
	for _, lead := range []string{"Tỷ lệ ", "Tỉ lệ ", "Tỷ suất ", "Tỷ trọng "} {
		part = strings.TrimPrefix(part, lead)
	}
	unit, known := counts(part)
	whole := "Tổng số " + unit
	if !known {
		unit, whole = "trường hợp", "Tổng số để tính "+viet.LowerFirst(m.Name)
	}
	m.Inputs = []Input{
		{Role: "numerator", Label: amountOf(part), Unit: unit, Whole: known},
		{Role: "denominator", Label: whole, Unit: unit, Whole: known},
	}
	m.ask("ratio", diag.Args{"numerator": m.Inputs[0].Label, "denominator": m.Inputs[1].Label})
}

// shares: percentages of one structure that sum to 100 are the parts of a whole.
func shares(ind *Indicator) {
	folded := viet.Fold(ind.Text)
	if len(ind.Measures) < 2 || !strings.Contains(folded, "co cau") && !strings.Contains(folded, "ty trong") {
		return
	}
	var sum quantity.Number
	var of []string
	for _, m := range ind.Measures {
		t, err := resolution.ParseTarget(m.Target)
		if err != nil || m.Unit != "%" || m.Method != "ratio" {
			return
		}
		sum = sum.Add(t.A)
		of = append(of, m.ID)
	}
	if sum.Sub(quantity.Int(100)).Abs().Cmp(quantity.Int(1)) > 0 {
		return
	}
	for i := range ind.Measures {
		m := &ind.Measures[i]
		t, _ := resolution.ParseTarget(m.Target)
		within := "0.5"
		if t.A.Cmp(quantity.Int(5)) < 0 {
			within = "0.05"
		}
		m.Method, m.Target, m.Of = "share", t.A.Plain()+" +- "+within, slices.Clone(of)
		m.Inputs = []Input{{Role: "value", Label: "Giá trị " +
			viet.LowerFirst(strings.TrimPrefix(m.Name, "Tỷ trọng ")) + " {ky}",
			Unit: "triệu đồng"}}
		m.Asks = slices.DeleteFunc(m.Asks, func(q diag.Message) bool {
			return q.Key != "draft.ask.owners-of" && q.Key != "draft.ask.nobody" // of who reports it, not of how
		})
		m.ask("share", diag.Args{"target": m.Target})
	}
}

// term is a deadline in a sentence.
type term struct {
	date viet.Date
	from int
	year bool // the text names no year
}

// deadline finds the day by which something is to be done.
func deadline(all []token, year int) (term, bool) {
	for i, t := range all {
		if !t.is("truoc", "trong", "xong") || i+1 >= len(all) {
			continue
		}
		k := i + 1
		for k < len(all) && all[k].is("truoc", "ngay") {
			k++
		}
		if k < len(all) && all[k].kind == code {
			if d, ok := resolution.WrittenDay(all[k].text); ok {
				return term{d, i, false}, true
			}
			if d, ok := resolution.WrittenDay(fmt.Sprintf("%s/%d", all[k].text, year)); ok && year > 0 {
				return term{d, i, true}, true
			}
		}
		if k+1 < len(all) && all[k].is("quy") && year > 0 {
			ends := map[string]viet.Date{"i": {Year: year, Month: 3, Day: 31}, "ii": {Year: year, Month: 6, Day: 30},
				"iii": {Year: year, Month: 9, Day: 30}, "iv": {Year: year, Month: 12, Day: 31}}
			if d, ok := ends[all[k+1].fold]; ok {
				return term{d, i, true}, true
			}
		}
	}
	return term{}, false
}
