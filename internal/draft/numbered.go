package draft

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// numbered is a clause that promises a number, taken apart.
type numbered struct {
	clause
	promise
	all           []token
	before, after string // the words around the promise, without the times and bounds among them
	rate          string // the rate that the promise is of, whose name it keeps; "" for none
	percent       bool
	overPlan      bool // "vượt 5% dự toán": a rise above what is planned
}

// measure is a promise with a number.
func (d *Draft) measure(c clause, all []token, p promise) Measure {
	n := takeApart(c, all, p)
	m := Measure{Unit: n.unit}
	for _, a := range n.asks {
		m.ask(a, diag.Args{"unit": n.unit, "text": c.text})
	}
	m.Name = d.name(n.clause, n.before, n.after, n.promise)
	switch i := each(all, n.promise); {
	case i >= 0 && !n.percent:
		m.ofEach(n, i)
	case n.ranks():
		m.rank(n)
	case n.isOfPlan():
		if n.percent && n.rises {
			m.againstPlan(n)
		} else { // "đạt 105% dự toán"
			m.level(n)
		}
	case n.falls && n.percent:
		m.fall(n)
	case n.falls, n.rises && n.countsPlaces():
		m.Method, m.InUnit, m.Target = "decrease", true, target(n.promise, false, &m)
		m.sinceLast(n.unit)
		m.ask("change", diag.Args{"text": c.text})
	case n.rises && n.percent:
		m.Method, m.Target = "growth", target(n.promise, false, &m)
		m.sinceLast(cmp.Or(money(m.Name), countedIn(m.Name)))
	case n.rises:
		m.Method, m.InUnit, m.Target = "growth", true, target(n.promise, false, &m)
		m.sinceLast(n.unit)
		m.ask("change", diag.Args{"text": c.text})
	default:
		m.level(n)
	}
	m.Name = cmp.Or(n.rate, m.Name)
	return m
}

func takeApart(c clause, all []token, p promise) numbered {
	n := numbered{clause: c, promise: p, all: all, percent: p.unit == "%" || p.unit == "‰"}
	n.readPlan()
	n.before = strings.TrimSpace(c.text[:tokenFrom(all, p.from, len(c.text))])
	if p.to < len(all) {
		n.after = strings.TrimSpace(c.text[all[p.to].from:])
	}
	if p.bound > 0 { // it is the target's, not the name's
		n.after = strings.TrimSpace(c.text[all[p.to].from:all[p.bound].from] +
			c.text[tokenFrom(all, p.bound+2, len(c.text)):])
	}
	n.before = withoutTime(n.before)
	if n.after != "" && p.unitAt >= 0 && strings.HasSuffix(n.before, ",") {
		n.before = "" // "Tăng cường tuyên truyền, 100% đảng viên ..."
	}
	if whole := viet.Fold(n.after); n.percent && n.context != "" && nameOf(n.before) == "" &&
		(strings.HasPrefix(whole, "so ") || strings.HasPrefix(whole, "tong so ")) { // "...: 98% số thửa đất"
		n.before, n.context, n.after = n.context, "", ""
	}
	if nameOf(n.before) == "" && n.after == "" && n.context != "" { // "Mức giảm tỷ lệ hộ nghèo: 0,3%"
		n.before, n.context = n.context, ""
	}
	if verb, rest := moving(n.before); verb != "" { // "Giảm số vụ phạm pháp hình sự ít nhất 5%"
		n.before = rest
		if !n.promise.level && !n.rises && !n.falls {
			n.rises, n.falls = verb == "tăng", verb == "giảm"
		}
	}
	if verb, of := rateOf(n.before); n.percent && of != "" && !n.rises && !n.falls {
		n.rate, n.before = nameOf(n.before), of
		n.rises, n.falls = verb == "tăng", verb == "giảm"
	}
	return n
}

// readPlan tells what is set against a plan: by so much above it, or a part of it.
func (n *numbered) readPlan() {
	plan := has(n.all, plans...)
	n.overPlan = plan && n.percent && n.above != "" && n.a.Cmp(quantity.Int(50)) < 0
	switch {
	case n.overPlan:
		n.rises, n.sign = true, n.above
		n.asks = slices.DeleteFunc(n.asks, func(a string) bool { return a == "range" })
		if !has(n.all[n.from:], plans...) && !has(n.all, "so voi") { // the plan may be part of the name
			n.asks = append(n.asks, "above")
		}
	case n.above != "" && (plan || has(n.all, "so voi") || n.from == 0),
		n.rises && plan && (!n.percent || n.a.Cmp(quantity.Int(50)) >= 0):
		n.asks = append(n.asks, "above")
	}
}

func (n *numbered) ranks() bool {
	return n.from > 1 && slices.ContainsFunc([]string{"xep thu", "dung thu", "hang thu"}, func(w string) bool {
		return phrase(n.all, n.from-2, w)
	})
}

func (n *numbered) isOfPlan() bool {
	full := lex(n.context + " " + n.text)
	return n.overPlan || has(full, "du toan") || has(full, "ke hoach giao") || has(full, "chi tieu giao") && n.rises
}

// countsPlaces: of places the lower is better.
func (n *numbered) countsPlaces() bool {
	return slices.Contains([]string{"bac", "hang"}, viet.Fold(n.unit))
}

// isToFall: the less there is of what the measure counts the better.
func (n *numbered) isToFall(m *Measure) bool { return less(viet.Fold(m.Name + " " + n.context)) }

// ofEach is what every one of many promises: "mỗi chi bộ có 2 quần chúng ưu tú"; i is where "mỗi" stands.
func (m *Measure) ofEach(n numbered, i int) {
	whose := strings.TrimSpace(n.text[n.all[i].from:tokenFrom(n.all, n.from, len(n.text))])
	toFall := n.isToFall(m)
	m.Name = "Số " + viet.LowerFirst(strings.TrimSpace(n.unit+" "+strings.TrimRight(n.after, ".;, "))) + " của " +
		viet.LowerFirst(nameOf(strings.TrimSuffix(whose, " có")))
	m.Method, m.Unit, m.Target = "each", "%", "= 100"
	m.Each = target(n.promise, toFall, m)
	m.Inputs = []Input{{Role: "value", Label: m.Name + " {ky}", Unit: n.unit, Whole: true}}
}

func (m *Measure) rank(n numbered) {
	m.Method, m.Unit, m.Name = "rank", "hạng", nameOf(n.text[:n.all[n.from-2].from])
	m.Target = "<= " + n.a.Plain()
	if n.sign == ".." {
		m.Target, m.Lower = n.a.Plain()+".."+n.b.Plain(), true
	}
	if i := strings.Index(n.after, "về "); m.Name == "" && i >= 0 { // "xếp thứ 15 trong 114 xã về chuyển đổi số"
		m.Name = nameOf("Thứ hạng " + n.after[i:])
	}
	m.Name = cmp.Or(m.Name, nameOf(n.context), "Thứ hạng")
}

// againstPlan is a rise above the budget or the plan that others set.
func (m *Measure) againstPlan(n numbered) {
	m.Method, m.Target = "plan", target(n.promise, false, m)
	m.pair("actual", "plan", m.Name+" thực hiện {ky}", "Dự toán giao năm {nam}", money(m.Name))
}

// fall is by a part of what there was last year; of a rate it is by so many points.
func (m *Measure) fall(n numbered) {
	if n.sign == "<" || n.sign == "<=" { // nobody promises to come down by no more
		m.ask("change", diag.Args{"text": n.text})
	}
	m.Method, m.Target = "decrease", target(n.promise, false, m)
	named := viet.Fold(m.Name)
	switch {
	case n.unit == "‰":
		m.InUnit = true
		m.ask("points", diag.Args{"text": n.text})
		m.sinceLast(n.unit)
	case strings.HasPrefix(viet.Fold(n.before), "ty le"), strings.Contains(named, "ty le"),
		strings.Contains(named, "ho ngheo") && !strings.HasPrefix(named, "so "):
		m.InUnit, m.Unit = true, "điểm phần trăm"
		m.ask("points", diag.Args{"text": n.text})
		m.sinceLast("%")
	default:
		m.sinceLast(countedIn(m.Name))
	}
}

// sinceLast sets the figure against that of the period before.
func (m *Measure) sinceLast(unit string) {
	m.pair("current", "previous", m.Name+" {ky}", m.Name+" {ky_truoc}", unit)
}

// level is a figure to be reached: a share, so much of each, or a number.
func (m *Measure) level(n numbered) {
	m.Target = target(n.promise, n.isToFall(m), m)
	switch {
	case n.percent:
		m.share(n)
	case strings.Contains(n.unit, "/"):
		m.perOne(n)
	default:
		m.Method = "value"
		_, known := counts(n.unit)
		m.Inputs = []Input{{Role: "value", Label: m.Name + " {ky}", Unit: m.Unit,
			Whole: known && money(n.unit) == ""}}
	}
}

// share is a percentage: of a plan, of last year's figure, or of a whole.
func (m *Measure) share(n numbered) {
	of, ofPlan := setPlan(n.after)
	switch {
	case ofPlan:
		m.Method = "ratio"
		m.pair("numerator", "denominator", m.Name+" thực hiện {ky}", of, money(m.Name))
		m.ask("ratio", diag.Args{"numerator": m.Inputs[0].Label, "denominator": of})
	case phrase(lex(n.after), 0, "so voi"):
		m.Method = "ratio"
		m.pair("numerator", "denominator", m.Name+" {ky}", m.Name+" {ky_truoc}", money(m.Name))
		m.ask("change", diag.Args{"text": n.text})
	default:
		m.ratio()
	}
}

// perOne is so much of each: "92 triệu đồng/người", "8 bác sĩ/vạn dân".
func (m *Measure) perOne(n numbered) {
	counted, over, _ := strings.Cut(n.unit, "/")
	counted = strings.TrimSpace(counted)
	m.Method, m.Per = "ratio", "1"
	whole, _, _ := strings.Cut(over, "/")
	if strings.Contains(viet.Fold(m.Name), "dau nguoi") { // "92 triệu đồng/năm" of each
		whole = "người"
	}
	m.pair("numerator", "denominator", "Tổng số để tính: "+viet.LowerFirst(m.Name)+" {ky}",
		"Số "+whole+" bình quân năm {nam}", "")
	m.Inputs[0].Unit, m.Inputs[1].Unit = counted, whole
	if strings.Contains(viet.Fold(over), "van") {
		m.Per = "10000"
		m.Inputs[1] = Input{Role: "denominator", Label: "Dân số bình quân năm {nam}", Unit: "người", Whole: true}
	}
	m.ask("average", diag.Args{"unit": n.unit})
}
