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

// clause is a part of an item that promises one thing.
type clause struct {
	text    string
	context string // what stands before a colon over several clauses
	part    bool   // "trong đó": of the clause before
}

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
		if found == nil {
			ind.Asks = append(ind.Asks, diag.Say("draft.ask.unread", diag.Args{"text": c.text}))
		}
		for _, m := range found {
			if m.Name == "" {
				m.goOn(cmp.Or(last, nameOf(c.text)), ind.Measures)
			}
			last = m.Name
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

// outOfAsides is a text without the brackets that hold a promise, which is asked about.
func outOfAsides(text string, asks []diag.Message) (string, []diag.Message) {
	from := strings.IndexByte(text, '(')
	if from < 0 {
		return text, asks
	}
	n := strings.IndexByte(text[from:], ')')
	if n < 0 {
		return text, asks
	}
	inner, rest := text[from+1:from+n], text[from+n+1:]
	rest, more := outOfAsides(rest, nil)
	if !promised(lex(inner)) {
		return text[:from+n+1] + rest, append(asks, more...)
	}
	asks = append(asks, diag.Say("draft.ask.unread", diag.Args{"text": inner}))
	return strings.TrimSpace(text[:from]) + rest, append(asks, more...)
}

// isAim: a heading or a general aim, which nobody judges.
func isAim(text string) bool {
	folded := viet.Fold(text)
	for _, lead := range []string{"muc tieu", "chi tieu", "cac chi tieu", "nhiem vu", "giai phap", "chu de"} {
		if strings.HasPrefix(folded, lead+" ") || folded == lead {
			return true
		}
	}
	return strings.HasSuffix(text, ":") || len(strings.Fields(folded)) < 5
}

// beforeAside is a text up to its first parenthesis.
func beforeAside(s string) string {
	before, _, _ := strings.Cut(s, "(")
	return strings.TrimSpace(before)
}

// clauses cut an item where a new promise begins.
func clauses(b block) []clause {
	var out []clause
	add := func(text, context string) {
		part := false
		for i, piece := range pieces(text) {
			if i == 0 {
				if before, after, ok := cutContext(piece); ok {
					context, piece = cmp.Or(before, context), after
				}
			}
			trimmed := strings.TrimSpace(strings.Trim(piece, " ;,."))
			folded := viet.Fold(trimmed)
			part = strings.HasPrefix(folded, "trong do") || strings.HasPrefix(folded, "tr do")
			if part {
				trimmed = strings.TrimLeft(trimmed[wordsEnd(trimmed, 2):], " :,.")
			} else if strings.HasPrefix(folded, "rieng ") {
				trimmed = strings.TrimLeft(trimmed[wordsEnd(trimmed, 1):], " :,.")
			}
			if trimmed != "" {
				out = append(out, clause{trimmed, context, part})
			}
		}
	}
	add(strings.TrimSuffix(strings.TrimRight(b.text, ": "), ", trong đó"), "")
	context := ""
	if !promised(lex(b.text)) {
		context = strings.TrimRight(b.text, ":. ")
	}
	for _, p := range b.parts {
		add(p, context)
	}
	return out
}

// wordsEnd is where the first n words of a text end.
func wordsEnd(s string, n int) int {
	all := lex(s)
	if len(all) < n {
		return len(s)
	}
	return all[n-1].to
}

// cutContext cuts off what stands before a colon, where promises stand behind it alone.
func cutContext(s string) (before, after string, ok bool) {
	all := lex(s)
	for i, t := range all {
		if !t.is(":") || t.aside {
			continue
		}
		if promised(all[:i]) || isZero(all[:i]) {
			return "", s, false
		}
		rest := all[i+1:]
		if !promised(rest) {
			return "", s, false
		}
		return strings.TrimSpace(s[:t.from]), strings.TrimSpace(s[t.to:]), true
	}
	return "", s, false
}

// pieces cut a sentence at semicolons, and at "trong đó", "riêng" and commas behind
// which another promise stands.
func pieces(s string) []string {
	all := lex(s)
	var cuts []int
	from := 0
	says := func(part []token) bool { return promised(part) || isZero(part) }
	for i, t := range all {
		if t.aside || i == 0 {
			continue
		}
		cut := -1
		switch {
		case t.is(";"), t.is(".") && i+1 < len(all):
			cut = i + 1
		case phrase(all, i, "trong do"), phrase(all, i, "tr do"), t.is("rieng"):
			cut = i
		case t.is("-") && all[i-1].is("%") && i+1 < len(all) && all[i+1].kind == word:
			cut = i + 1 // "nông nghiệp 25% - dịch vụ 30%"
		case t.is(",", "va") && i+1 < len(all) && newPromise(all[from:i], all[i+1:]):
			cut = i + 1
		}
		if cut < 0 || cut >= len(all) || !t.is(";") && (!says(all[from:cut]) || !says(all[cut:])) {
			continue
		}
		cuts, from = append(cuts, all[cut].from), cut
	}
	var out []string
	last := 0
	for _, c := range cuts {
		out = append(out, s[last:c])
		last = c
	}
	return append(out, s[last:])
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

// measure is a promise with a number.
func (d *Draft) measure(c clause, all []token, p promise) (m Measure) {
	m = Measure{Unit: p.unit}
	percent := p.unit == "%" || p.unit == "‰"
	plan := has(all, plans...)
	overPlan := plan && percent && p.above != "" && p.a.Cmp(quantity.Int(50)) < 0
	switch {
	case overPlan: // "vượt 5% dự toán" is a rise above it
		p.rises, p.sign = true, p.above
		p.asks = slices.DeleteFunc(p.asks, func(a string) bool { return a == "range" })
		if !has(all[p.from:], plans...) && !has(all, "so voi") { // the plan may be part of the name
			p.asks = append(p.asks, "above")
		}
	case p.above != "" && (plan || has(all, "so voi") || p.from == 0),
		p.rises && plan && (!percent || p.a.Cmp(quantity.Int(50)) >= 0):
		p.asks = append(p.asks, "above")
	}
	for _, a := range p.asks {
		m.ask(a, diag.Args{"unit": p.unit, "text": c.text})
	}
	before := strings.TrimSpace(c.text[:tokenFrom(all, p.from, len(c.text))])
	after := ""
	if p.to < len(all) {
		after = strings.TrimSpace(c.text[all[p.to].from:])
	}
	if p.bound > 0 { // it is the target's, not the name's
		after = strings.TrimSpace(c.text[all[p.to].from:all[p.bound].from] +
			c.text[tokenFrom(all, p.bound+2, len(c.text)):])
	}
	before = withoutTime(before)
	if after != "" && p.unitAt >= 0 && strings.HasSuffix(before, ",") { // "Tăng cường tuyên truyền, 100% đảng viên ..."
		before = ""
	}
	if whole := viet.Fold(after); percent && c.context != "" && nameOf(before) == "" &&
		(strings.HasPrefix(whole, "so ") || strings.HasPrefix(whole, "tong so ")) { // "...: 98% số thửa đất"
		before, c.context, after = c.context, "", ""
	}
	if nameOf(before) == "" && after == "" && c.context != "" { // "Mức giảm tỷ lệ hộ nghèo: 0,3%"
		before, c.context = c.context, ""
	}
	if verb, rest := moving(before); verb != "" { // "Giảm số vụ phạm pháp hình sự ít nhất 5%"
		before = rest
		if !p.level && !p.rises && !p.falls {
			p.rises, p.falls = verb == "tăng", verb == "giảm"
		}
	}
	rate := ""
	if verb, of := rateOf(before); percent && of != "" && !p.rises && !p.falls {
		rate, before = nameOf(before), of
		p.rises, p.falls = verb == "tăng", verb == "giảm"
	}
	if rate != "" {
		defer func() { m.Name = rate }()
	}
	folded := viet.Fold(before)
	full := lex(cmp.Or(c.context, "") + " " + c.text)
	m.Name = d.name(c, before, after, p)
	lower := less(viet.Fold(m.Name + " " + c.context))
	switch {
	case each(all, p) >= 0 && !percent:
		i := each(all, p)
		whose := strings.TrimSuffix(strings.TrimSpace(c.text[all[i].from:tokenFrom(all, p.from, len(c.text))]), " có")
		m.Name = "Số " + viet.LowerFirst(strings.TrimSpace(p.unit+" "+strings.TrimRight(after, ".;, "))) + " của " +
			viet.LowerFirst(nameOf(whose))
		m.Method, m.Unit, m.Target = "each", "%", "= 100"
		m.Each = target(p, lower, &m)
		m.Inputs = []Input{{Role: "value", Label: m.Name + " {ky}", Unit: p.unit, Whole: true}}
		return m
	case p.from > 1 && (phrase(all, p.from-2, "xep thu") || phrase(all, p.from-2, "dung thu") ||
		phrase(all, p.from-2, "hang thu")):
		m.Method, m.Unit, m.Name = "rank", "hạng", nameOf(c.text[:all[p.from-2].from])
		m.Target = "<= " + p.a.Plain()
		if p.sign == ".." {
			m.Target, m.Lower = p.a.Plain()+".."+p.b.Plain(), true
		}
		if i := strings.Index(after, "về "); m.Name == "" && i >= 0 { // "xếp thứ 15 trong 114 xã về chuyển đổi số"
			m.Name = nameOf("Thứ hạng " + after[i:])
		}
		m.Name = cmp.Or(m.Name, nameOf(c.context), "Thứ hạng")
		return m
	case overPlan || has(full, "du toan") || has(full, "ke hoach giao") || has(full, "chi tieu giao") && p.rises:
		if percent {
			m.Method, m.Target = "plan", target(p, false, &m)
			if !p.rises { // "đạt 105% dự toán" is 5% above it
				m.Method = "ratio"
				break
			}
			m.pair("actual", "plan", m.Name+" thực hiện {ky}", "Dự toán giao năm {nam}", money(m.Name))
			return m
		}
	case p.falls && percent:
		if p.sign == "<" || p.sign == "<=" { // nobody promises to come down by no more
			m.ask("change", diag.Args{"text": c.text})
		}
		m.Method, m.Target = "decrease", target(p, false, &m)
		named := viet.Fold(m.Name)
		if p.unit == "‰" { // a rate: by so much, and not by such a part
			m.InUnit = true
			m.ask("points", diag.Args{"text": c.text})
			m.pair("current", "previous", m.Name+" {ky}", m.Name+" {ky_truoc}", p.unit)
			return m
		}
		if strings.HasPrefix(folded, "ty le") || strings.Contains(named, "ty le") ||
			strings.Contains(named, "ho ngheo") && !strings.HasPrefix(named, "so ") {
			m.InUnit, m.Unit = true, "điểm phần trăm"
			m.ask("points", diag.Args{"text": c.text})
			m.pair("current", "previous", m.Name+" {ky}", m.Name+" {ky_truoc}", "%")
			return m
		}
		m.pair("current", "previous", m.Name+" {ky}", m.Name+" {ky_truoc}", countedIn(m.Name))
		return m
	case p.falls,
		p.rises && slices.Contains([]string{"bac", "hang"}, viet.Fold(p.unit)): // of places the lower is better
		m.Method, m.InUnit, m.Target = "decrease", true, target(p, false, &m)
		m.pair("current", "previous", m.Name+" {ky}", m.Name+" {ky_truoc}", p.unit)
		m.ask("change", diag.Args{"text": c.text})
		return m
	case p.rises && percent:
		m.Method, m.Target = "growth", target(p, false, &m)
		unit := money(m.Name)
		if unit == "" {
			unit = countedIn(m.Name)
		}
		m.pair("current", "previous", m.Name+" {ky}", m.Name+" {ky_truoc}", unit)
		return m
	case p.rises:
		m.Method, m.InUnit, m.Target = "growth", true, target(p, false, &m)
		m.pair("current", "previous", m.Name+" {ky}", m.Name+" {ky_truoc}", p.unit)
		m.ask("change", diag.Args{"text": c.text})
		return m
	}
	if m.Target = target(p, lower, &m); percent {
		of, ofPlan := setPlan(after)
		switch {
		case ofPlan:
			m.Method = "ratio"
			m.pair("numerator", "denominator", m.Name+" thực hiện {ky}", of, money(m.Name))
			m.ask("ratio", diag.Args{"numerator": m.Inputs[0].Label, "denominator": of})
		case phrase(lex(after), 0, "so voi"):
			m.Method = "ratio"
			m.pair("numerator", "denominator", m.Name+" {ky}", m.Name+" {ky_truoc}", money(m.Name))
			m.ask("change", diag.Args{"text": c.text})
		default:
			m.ratio()
		}
		return m
	}
	if strings.Contains(p.unit, "/") {
		m.Method, m.Per = "ratio", "1"
		over := p.unit[strings.Index(p.unit, "/")+1:]
		if strings.Contains(viet.Fold(over), "van") {
			m.Per = "10000"
		}
		whole, _, _ := strings.Cut(over, "/")
		if strings.Contains(viet.Fold(m.Name), "dau nguoi") { // "92 triệu đồng/năm" of each
			whole = "người"
		}
		m.pair("numerator", "denominator", "Tổng số để tính: "+viet.LowerFirst(m.Name)+" {ky}",
			"Số "+whole+" bình quân năm {nam}", "")
		m.Inputs[0].Unit, m.Inputs[1].Unit = strings.TrimSpace(p.unit[:strings.Index(p.unit, "/")]), whole
		if m.Per == "10000" {
			m.Inputs[1] = Input{Role: "denominator", Label: "Dân số bình quân năm {nam}", Unit: "người", Whole: true}
		}
		m.ask("average", diag.Args{"unit": p.unit})
		return m
	}
	m.Method = "value"
	_, known := counts(p.unit)
	m.Inputs = []Input{{Role: "value", Label: m.Name + " {ky}", Unit: m.Unit, Whole: known && money(p.unit) == ""}}
	return m
}

// times are when something is to be reached, at the end of what stands before it.
var times = []string{"đến cuối năm", "đến hết năm", "cuối năm", "bình quân mỗi năm", "bình quân hằng năm",
	"bình quân hàng năm", "mỗi năm", "hằng năm", "hàng năm"}

// withoutTime leaves out by when it is to be: "đến cuối năm", "đến 31/12/2027,".
func withoutTime(before string) string {
	all := lex(before)
	n := len(all)
	if n > 0 && all[n-1].is(",") {
		n--
	}
	if n > 1 && all[n-1].kind == code && all[n-2].is("den", "ngay") {
		n -= 2
		if n > 0 && all[n-1].is("den") {
			n--
		}
	}
	for _, words := range times {
		if k := len(strings.Fields(words)); n >= k && said(all, n-k, words) {
			n -= k
			break
		}
	}
	if n == len(all) || n == len(all)-1 && all[n].is(",") {
		return before
	}
	return strings.TrimSpace(before[:tokenFrom(all, n, len(before))])
}

// moving is the verb that a clause begins with where something is to fall or rise,
// and what that is.
func moving(before string) (verb, what string) {
	all := lex(nameOf(before))
	if len(all) < 2 || all[0].low != "giảm" && all[0].low != "tăng" {
		return "", ""
	}
	switch all[1].low { // words of two syllables
	case "cường", "trưởng", "nghèo", "thiểu", "trừ", "tốc":
		return "", ""
	}
	return all[0].low, strings.TrimSpace(nameOf(before)[all[1].from:])
}

// rates begin the name of a rate of change.
var rates = []struct{ words, verb string }{{"tốc độ tăng trưởng", "tăng"}, {"tốc độ tăng", "tăng"},
	{"tăng trưởng", "tăng"}, {"mức tăng", "tăng"}, {"mức giảm", "giảm"}, {"tốc độ giảm", "giảm"},
	{"tỷ lệ giảm", "giảm"}}

// rateOf is what a rate of change is of: "Tốc độ tăng giá trị sản xuất".
func rateOf(name string) (verb, of string) {
	all := lex(name)
	for _, r := range rates {
		if n := len(strings.Fields(r.words)); said(all, 0, r.words) && len(all) > n {
			return r.verb, strings.TrimSpace(name[all[n].from:])
		}
	}
	return "", ""
}

// setPlan is the plan that a percentage is of, as the first words behind it name it.
func setPlan(after string) (label string, ok bool) {
	all := lex(after)
	for i, words := range plans {
		if phrase(all, 0, words) || phrase(all, 0, "so voi "+words) {
			return []string{"Dự toán", "Kế hoạch", "Chỉ tiêu"}[i] + " giao năm {nam}", true
		}
	}
	return "", false
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

// amounts begin the name of something that is measured and not counted.
var amounts = []string{"so", "khoi luong", "san luong", "dien tich", "gia tri", "tong", "von", "doanh thu", "muc",
	"chieu dai", "cong suat"}

// amountOf is the label of an amount: "Số hộ nghèo", "Khối lượng rác thải".
func amountOf(what string) string {
	folded := viet.Fold(what)
	if slices.ContainsFunc(amounts, func(a string) bool { return strings.HasPrefix(folded, a+" ") }) {
		return viet.UpperFirst(what)
	}
	return "Số " + viet.LowerFirst(what)
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

// lessWords are the words of what is to come down.
var lessWords = []string{"ngheo", "that nghiep", "suy dinh duong", "sinh con thu", "tai nan", "toi pham", "chi so gia",
	"cpi", "tang dan so", "tu vong", "ty suat sinh", "vi pham", "no dong", "lao dong nong nghiep", "bo hoc", "tre han"}

func less(folded string) bool {
	return slices.ContainsFunc(lessWords, func(w string) bool { return viet.HasPhrase(folded, w) })
}

// name is what a promise is about.
func (d *Draft) name(c clause, before, after string, p promise) string {
	after = strings.TrimSpace(strings.TrimRight(after, ".;,"))
	if rest, ok := cutFold(after, "so voi"); ok && (p.rises || p.falls) {
		after = rest
	}
	if p.above != "" {
		after = cutPlan(after)
	}
	name := nameOf(before)
	percent := p.unit == "%" || p.unit == "‰"
	if _, ofPlan := setPlan(after); percent && (ofPlan || phrase(lex(after), 0, "so voi")) && !p.rises && !p.falls &&
		!strings.HasSuffix(viet.Fold(name), "hoan thanh") {
		after = ""
	}
	switch {
	case percent && after != "" && slices.Contains(keeping, strings.ToLower(name)):
		name = "Tỷ lệ " + viet.LowerFirst(after)
	case name == "" && after != "" && (p.rises || p.falls) && !percent && p.unitAt >= 0: // "giảm 12 hộ nghèo"
		name = "Số " + viet.LowerFirst(p.unit+" "+after)
	case name == "" && after != "" && (p.rises || p.falls):
		name = viet.UpperFirst(after)
	case name == "" && percent && after != "":
		name = "Tỷ lệ " + viet.LowerFirst(after)
	case percent && name == "Có" && after != "": // "Có 90% tổ chức đảng hoàn thành ..."
		name = "Tỷ lệ " + viet.LowerFirst(after)
	case percent && after != "" && !p.rises && !p.falls && !strings.HasPrefix(viet.Fold(after), "tro len"):
		if startsVerb(name) || strings.HasPrefix(viet.Fold(name), "trong do") || len(strings.Fields(name)) < 3 {
			name += " " + strings.TrimSpace(after)
		}
	case !percent && name == "" && p.unitAt >= 0 && c.context == "":
		name = "Số " + viet.LowerFirst(p.unit+" "+after)
	case !percent && (startsVerb(name) || name == "Có" || lacksObject(name, before, p)) && p.unitAt >= 0:
		if name == "Có" {
			name = "Số"
		}
		name += " " + viet.LowerFirst(p.unit)
		if after != "" {
			name += " " + after
		}
	}
	name = strings.TrimSpace(strings.TrimRight(nameOf(name), " ,.;:"))
	short := len(strings.Fields(name)) < 2
	shareOf := strings.Contains(viet.Fold(c.context), "co cau") || strings.Contains(viet.Fold(c.context), "ty trong")
	switch {
	case name == "" || short && !shareOf && c.context != "" && len(strings.Fields(c.context)) > 1:
		return strings.TrimSpace(nameOf(c.context) + " " + viet.LowerFirst(name))
	case shareOf && percent:
		return "Tỷ trọng " + viet.LowerFirst(name)
	}
	return name
}

// cutPlan leaves out which plan it is: "dự toán thành phố giao năm 2026".
func cutPlan(s string) string {
	all := lex(s)
	for _, words := range plans {
		if !phrase(all, 0, words) {
			continue
		}
		n := len(strings.Fields(words))
		if i := find(all, "giao"); i >= 0 {
			n = i + 1
		}
		if phrase(all, n, "nam") && n+1 < len(all) && all[n+1].kind == number {
			n += 2
		}
		return strings.TrimSpace(s[tokenFrom(all, n, len(s)):])
	}
	return s
}

// verbs begin a name that needs its object.
var verbs = []string{"ket nap", "thanh lap", "giai quyet", "xay dung", "hoan thanh", "dao tao", "tao viec lam", "trong",
	"sua chua",
	"ho tro", "phat trien", "thu hut", "dau tu", "to chuc", "co", "dat",
	"phan dau", "giu vung", "nang cap", "cong nhan", "duy tri"}

func startsVerb(name string) bool {
	folded := viet.Fold(name)
	return slices.ContainsFunc(verbs, func(v string) bool {
		return folded == v || strings.HasPrefix(folded, v+" ") &&
			len(strings.Fields(folded)) <= len(strings.Fields(v))+1
	})
}

// keeping are verbs of keeping or having that are no part of a rate's name.
var keeping = []string{"duy trì", "giữ vững", "bảo đảm", "đảm bảo", "phấn đấu có", "giữ", "tiếp tục duy trì"}

// lacksObject: "Kiểm tra 10 tổ chức đảng", "Xóa 15 nhà tạm" name nothing without
// what is counted.
func lacksObject(name, before string, p promise) bool {
	folded := viet.Fold(name)
	measured := slices.Contains([]string{"con", "ha", "km", "m2", "m3", "tan", "ta", "kg", "diem", "bac", "hang"},
		viet.Fold(p.unit))
	return name != "" && len(strings.Fields(name)) <= 2 && !strings.HasSuffix(before, ":") && !measured &&
		slices.Contains(nouns(), viet.Fold(p.unit)) &&
		!slices.ContainsFunc(amounts, func(a string) bool { return strings.HasPrefix(folded+" ", a+" ") })
}

func cutFold(s, words string) (before string, ok bool) {
	all := lex(s)
	if i := find(all, words); i >= 0 {
		return strings.TrimSpace(s[:all[i].from]), true
	}
	return s, false
}

// fillers stand at the ends of a name and are none of it.
var fillers = []string{"phấn đấu đạt", "phấn đấu", "ước đạt", "đạt tỷ lệ", "đạt tỉ lệ", "đạt", "là", "chiếm", "và",
	"bằng", "với", "cho", "mức", "ở mức", "ở", "trong", "trong đó"}

// leads are fillers that may stand at the beginning of a name.
var leads = []string{"phấn đấu đạt", "phấn đấu", "ước đạt", "và"}

// nameOf tidies a name: no verbs of promising at its ends, a capital at its beginning.
func nameOf(s string) string {
	trim := func(s string) string { return strings.Trim(strings.TrimSpace(s), " ,.;:-") }
	s = trim(s)
	for changed := true; changed; {
		changed = false
		all := lex(s)
		for _, f := range fillers {
			if n := len(strings.Fields(f)); len(all) >= n && said(all, len(all)-n, f) {
				s, changed = trim(s[:all[len(all)-n].from]), true
				break
			}
		}
		if changed {
			continue
		}
		for _, f := range leads {
			if n := len(strings.Fields(f)); len(all) > n && said(all, 0, f) {
				s, changed = trim(s[all[n].from:]), true
				break
			}
		}
		if rest, ok := cutYear(s); ok && !changed {
			s, changed = rest, true
		}
	}
	return viet.UpperFirst(s)
}

// cutYear leaves out "năm 2022" at the end of a name: the year is the plan's.
func cutYear(s string) (string, bool) {
	f := strings.Fields(s)
	if n := len(f); n > 2 && viet.Fold(f[n-2]) == "nam" && len(f[n-1]) == 4 && isDigit(f[n-1][0]) {
		return strings.Join(f[:n-2], " "), true
	}
	return s, false
}

func joinName(c clause, all []token, from, to int) string {
	name := strings.TrimSpace(c.text[all[from].from:tokenFrom(all, to, len(c.text))])
	return cmp.Or(name, c.context)
}

// counts is what a text counts: the first noun known in it, as it is written.
func counts(text string) (unit string, known bool) {
	all := lex(beforeAside(text))
	first := 0
	if phrase(all, 0, "dien tich") { // no "diện"
		first = 2
	}
	for i := first; i < len(all); i++ {
		for _, noun := range nouns() {
			n := len(strings.Fields(noun))
			if n == 1 && i > 0 && !all[i-1].is("so", "cac", "moi", "tong", "nhung") {
				continue // "nhiệm vụ" counts no cases
			}
			if phrase(all, i, noun) {
				return viet.LowerFirst(text[all[i].from:all[i+n-1].to]), true
			}
		}
	}
	if len(all) > 1 {
		return viet.LowerFirst(text[all[0].from:all[min(1, len(all)-1)].to]), false
	}
	return "trường hợp", false
}

// countedIn is what a name counts; "" where that is not known.
func countedIn(name string) string {
	unit, known := counts(name)
	if !known {
		return ""
	}
	return unit
}

// money is the unit of an amount of money; "" for what is none.
func money(name string) string {
	folded := viet.Fold(name)
	for _, w := range []string{"gia tri", "doanh thu", "thu ngan sach", "thu can doi", "chi ngan sach", "von",
		"kim ngach",
		"tong san pham", "grdp", "thu nhap", "dau tu", "du no", "tong muc", "san xuat", "thu noi dia"} {
		if viet.HasPhrase(folded, w) {
			return "triệu đồng"
		}
	}
	return ""
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
