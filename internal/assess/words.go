package assess

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// printed is a number in running text, with every decimal it has.
func printed(n quantity.Number) diag.Text { return diag.Text{Vi: n.Exact(), En: english(n.Plain())} }

// counted is a number of units: "08/10 đơn vị".
func counted(n int) diag.Text { return diag.Text{Vi: viet.Count(n), En: strconv.Itoa(n)} }

// amountText is a figure with its unit in running text: "82,76%", "03 trường".
func amountText(n quantity.Number, decimals int, unit string) diag.Text {
	switch {
	case unit == "%":
		vi := n.Prose(decimals)
		return diag.Text{Vi: vi + "%", En: english(trimmed(n.Fixed(decimals))) + "%"}
	case unit == "":
		return diag.Text{Vi: n.Count(), En: english(n.Plain())}
	}
	return diag.Text{Vi: n.Count() + " " + unit, En: english(n.Plain()) + " " + unit}
}

// english groups the thousands of machine notation: "3,412.5".
func english(plain string) string {
	sign := ""
	if strings.HasPrefix(plain, "-") {
		sign, plain = "-", plain[1:]
	}
	whole, fraction, hasFraction := strings.Cut(plain, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if hasFraction {
		b.WriteString("." + fraction)
	}
	return b.String()
}

func trimmed(fixed string) string {
	if !strings.Contains(fixed, ".") {
		return fixed
	}
	return strings.TrimRight(strings.TrimRight(fixed, "0"), ".")
}

// figureAmount is a figure of a measure with its unit. What was not divided was
// not rounded, and keeps every decimal it has.
func figureAmount(m *resolution.Measure, n quantity.Number) diag.Text {
	decimals := m.Decimals
	if !m.Method.Divided() {
		decimals = n.Decimals(allDecimals)
	}
	return amountText(n, decimals, m.Unit)
}

// allDecimals is more than any figure that people type has.
const allDecimals = 20

// figureText says the figure as its method means it: "Thực hiện 82,76%",
// "Tăng 12%", "Tăng 15% so với dự toán (bằng 115% dự toán)".
func figureText(m *Measure) diag.Message {
	key := "annex.reason.figure"
	n := *m.Judged
	switch m.Method {
	case resolution.Growth, resolution.TotalGrowth:
		key = "annex.reason.growth"
	case resolution.PlanRatio:
		key = "annex.reason.plan"
	case resolution.Share:
		key = "annex.reason.share"
	}
	if (m.Method == resolution.Growth || m.Method == resolution.TotalGrowth || m.Method == resolution.PlanRatio) && n.Sign() < 0 {
		key += "-down"
	}
	args := diag.Args{"figure": figureAmount(m.Measure, n), "size": figureAmount(m.Measure, n.Abs())}
	if m.Method == resolution.PlanRatio {
		args["index"] = amountText(n.Add(hundred), m.Decimals, "%")
	}
	return diag.Say(key, args)
}

var targetKeys = map[resolution.TargetKind]string{
	resolution.AtLeast: "annex.target.at-least", resolution.MoreThan: "annex.target.more-than",
	resolution.AtMost: "annex.target.at-most", resolution.LessThan: "annex.target.less-than",
	resolution.Around: "annex.target.around", resolution.Range: "annex.target.range",
	resolution.Hundred: "annex.target.exactly", resolution.Zero: "annex.target.zero",
	resolution.IsStatement: "annex.target.statement", resolution.IsInfo: "annex.target.info",
}

// targetText says the target after "vượt mục tiêu": "từ 80% trở lên". Of a
// growth, "tăng từ 12% trở lên".
func targetText(m *Measure) diag.Message {
	a, b := m.Target.A, m.Target.B
	decimals := max(a.Decimals(allDecimals), b.Decimals(allDecimals))
	bare := func(n quantity.Number) diag.Text {
		if m.Unit == "%" {
			return diag.Text{Vi: n.Prose(decimals), En: english(n.Plain())}
		}
		return diag.Text{Vi: n.Count(), En: english(n.Plain())}
	}
	key := targetKeys[m.Target.Kind]
	if m.Target.Kind == resolution.Around && m.Unit == "%" {
		key = "annex.target.around-points"
	}
	t := diag.Say(key, diag.Args{
		"a": amountText(a, decimals, m.Unit), "b": amountText(b, decimals, m.Unit), "from": bare(a), "tolerance": bare(b)})
	switch m.Method {
	case resolution.Growth, resolution.TotalGrowth, resolution.PlanRatio:
		if m.Target.Kind != resolution.IsInfo {
			return diag.Say("annex.target.growth", diag.Args{"target": t})
		}
	}
	return t
}

func verdictText(v resolution.Verdict) diag.Text { return diag.Text{Vi: v.Vi(), En: v.En()} }

func reasonKey(v resolution.Verdict) string {
	switch v {
	case resolution.Exceeded:
		return "annex.reason.exceeded"
	case resolution.Met:
		return "annex.reason.met"
	case resolution.Missed:
		return "annex.reason.missed"
	}
	return "annex.reason.figure-only"
}

func partialKey(v resolution.Verdict) string {
	switch v {
	case resolution.Exceeded:
		return "annex.reason.partial-exceeded"
	case resolution.Met:
		return "annex.reason.partial-met"
	}
	return "annex.reason.partial-missed"
}

func (c *consolidation) names(units []string) string {
	var names []string
	for _, id := range units {
		names = append(names, c.plan.Unit(id).Name)
	}
	return strings.Join(names, ", ")
}

// why says what each owner still owes: who has not sent, whose file cannot be
// used, which cells are blank or unusable.
func (c *consolidation) why(g gathered) diag.Message {
	var absent []string
	var parts []diag.Message
	for _, u := range g.owners {
		asks := g.lacking[u]
		if len(asks) == 0 {
			continue
		}
		name := c.plan.Unit(u).Name
		switch c.fileState(u) {
		case notSent:
			absent = append(absent, u)
			continue
		case notReadable:
			parts = append(parts, diag.Say("annex.reason.unreadable", diag.Args{"unit": name}))
			continue
		}
		var blank, faulty, disputed []string
		for _, k := range asks {
			if c.answers.byKey[ask{u, k.Key()}].Disputed {
				disputed = append(disputed, k.Label)
			} else if c.faulty(u, k.Key()) {
				faulty = append(faulty, k.Label)
			} else {
				blank = append(blank, k.Label)
			}
		}
		if len(disputed) > 0 {
			parts = append(parts, diag.Say("annex.reason.conflict", diag.Args{"unit": name, "labels": quoted(disputed)}))
		}
		if len(faulty) > 0 {
			parts = append(parts, diag.Say("annex.reason.faulty", diag.Args{"unit": name, "labels": quoted(faulty)}))
		}
		if len(blank) > 0 {
			parts = append(parts, diag.Say("annex.reason.blank", diag.Args{"unit": name, "labels": quoted(blank)}))
		}
	}
	if len(absent) > 0 {
		parts = slices.Insert(parts, 0, diag.Say("annex.reason.absent", diag.Args{"units": c.names(absent)}))
	}
	var list diag.Message
	for _, p := range parts {
		if list.IsZero() {
			list = p
		} else {
			list = diag.Say("annex.reason.and", diag.Args{"first": list, "next": p})
		}
	}
	return list
}

// faulty reports that something was answered that cannot be used.
func (c *consolidation) faulty(unit, key string) bool {
	k := ask{unit, key}
	o, ok := c.answers.byKey[k]
	return ok && (o.Answer == returns.Faulty || c.answers.unusable[k])
}

func quoted(labels []string) string { return "«" + strings.Join(labels, "», «") + "»" }
