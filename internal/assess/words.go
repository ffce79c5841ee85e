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

// numberText is a number in running text, with every decimal it has.
func numberText(n quantity.Number) diag.Text { return diag.Text{Vi: n.Exact(), En: n.English()} }

// counted is a number of units: "08/10 đơn vị".
func counted(n int) diag.Text { return diag.Text{Vi: viet.Count(n), En: strconv.Itoa(n)} }

// percentText is a number of percent in running text, to so many decimals.
func percentText(n quantity.Number, decimals int) diag.Text {
	n = n.Round(decimals)
	return diag.Text{Vi: n.WithUnit("%"), En: n.EnglishWithUnit("%")}
}

// figureText says the figure as its method means it: "Thực hiện 82,76%",
// "Tăng 12%", "Tăng 15% so với dự toán (bằng 115% dự toán)".
func figureText(m *Measure) diag.Message {
	n, facts := *m.Judged, m.Method.Facts()
	name := facts.Reason
	if m.Method.Changes() && n.Sign() < 0 {
		name += "-down"
	}
	args := diag.Args{"figure": m.Amount(n), "size": m.Amount(n.Abs())}
	if facts.OnTopOf {
		args["index"] = percentText(n.Add(hundred), m.Decimals)
	}
	return diag.Say("annex.figure."+name, args)
}

func reasonKey(v resolution.Verdict) string {
	switch v {
	case resolution.Exceeded:
		return "annex.reason.exceeded"
	case resolution.Met:
		return "annex.reason.met"
	case resolution.Missed:
		return "annex.reason.missed"
	case resolution.NoData, resolution.Unassessed, resolution.NotDue, resolution.Info:
	}
	return "annex.reason.figure-only"
}

func (c *consolidation) unitNames(units []string) string {
	var names []string
	for _, id := range units {
		names = append(names, c.plan.Unit(id).Name)
	}
	return strings.Join(names, ", ")
}

// owedReason says what each owner still owes: who has not sent, whose file cannot be
// used, which cells are blank or unusable.
func (c *consolidation) owedReason(g gathered) diag.Message {
	var absent []string
	var parts []diag.Message
	for _, u := range g.owners {
		asks := g.lacking[u]
		if len(asks) == 0 {
			continue
		}
		name := c.plan.Unit(u).Name
		switch c.answers.files[u] {
		case notSent:
			absent = append(absent, u)
			continue
		case notReadable:
			parts = append(parts, diag.Say("annex.reason.unreadable", diag.Args{"unit": name}))
			continue
		case sent:
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
			parts = append(parts, diag.Say("annex.reason.conflict",
				diag.Args{"unit": name, "labels": quoted(disputed)}))
		}
		if len(faulty) > 0 {
			parts = append(parts, diag.Say("annex.reason.faulty", diag.Args{"unit": name, "labels": quoted(faulty)}))
		}
		if len(blank) > 0 {
			parts = append(parts, diag.Say("annex.reason.blank", diag.Args{"unit": name, "labels": quoted(blank)}))
		}
	}
	if len(absent) > 0 {
		parts = slices.Insert(parts, 0, diag.Say("annex.reason.absent", diag.Args{"units": c.unitNames(absent)}))
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
