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
// "Tăng 12%", "Tăng 15% so với dự toán (bằng 115% dự toán)", "Ước thực hiện 58%".
func figureText(m *Measure) diag.Message {
	n, facts := *m.Judged, m.Method.Facts()
	name := facts.Reason
	if m.OfPlaces() || facts.OnTopOf && n.Add(hundred).Sign() < 0 { // a loss is no part of what was planned
		name = "growth"
	}
	if m.Method.Changes() && n.Sign() < 0 {
		name += "-down"
	}
	args := diag.Args{"figure": m.Amount(n), "size": m.Amount(n.Abs())}
	if facts.OnTopOf {
		args["index"] = percentText(n.Add(hundred), m.Decimals)
	}
	said := diag.Say("annex.figure."+name, args)
	if m.Estimate {
		return diag.Say("annex.figure.estimate", diag.Args{"figure": diag.Text{
			Vi: viet.LowerFirst(said.In(diag.Vi)), En: viet.LowerFirst(said.In(diag.En))}})
	}
	return said
}

// marked is the figure with a mark where it is an estimate in a report of results.
func marked(m *Measure) any {
	if m.Estimate {
		return diag.Say("annex.figure.estimated", diag.Args{"figure": m.Amount(*m.Judged)})
	}
	return m.Amount(*m.Judged)
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
// used, which cells are blank or unusable; and which figures of other measures are
// not known.
func (c *consolidation) owedReason(g gathered) diag.Message {
	var absent []string
	var parts []lackingPart
	lacks := func(key, unit string, labels []string) {
		said := quoted(labels)
		i := slices.IndexFunc(parts, func(p lackingPart) bool { return p.key == key && p.labels == said })
		if i < 0 {
			i, parts = len(parts), append(parts, lackingPart{key: key, labels: said})
		}
		parts[i].units = append(parts[i].units, unit)
	}
	for _, u := range g.owners {
		asks := g.lacking[u]
		if len(asks) == 0 {
			continue
		}
		switch c.answers.files[u] {
		case notSent:
			absent = append(absent, u)
			continue
		case notReadable:
			lacks("annex.reason.unreadable", u, nil)
			continue
		case sent:
		}
		var blank, faulty, disputed, unsent []string
		for _, k := range asks {
			switch o := c.answers.byKey[ask{u, k.Key()}]; {
			case o != nil && o.Disputed:
				disputed = append(disputed, k.Label)
			case c.faulty(u, k.Key()):
				faulty = append(faulty, k.Label)
			case o != nil:
				blank = append(blank, k.Label)
			default: // nothing says that anybody left a place for it
				unsent = append(unsent, k.Label)
			}
		}
		if len(disputed) > 0 {
			lacks("annex.reason.conflict", u, disputed)
		}
		if len(faulty) > 0 {
			lacks("annex.reason.faulty", u, faulty)
		}
		if len(blank) > 0 {
			lacks("annex.reason.blank", u, blank)
		}
		if len(unsent) > 0 {
			lacks("annex.reason.unsent", u, unsent)
		}
	}
	var list diag.Message
	and := func(next diag.Message) {
		if !list.IsZero() {
			next = diag.Say("annex.reason.and", diag.Args{"first": list, "next": next})
		}
		list = next
	}
	if len(absent) > 0 {
		and(diag.Say("annex.reason.absent", diag.Args{"units": c.unitNames(absent)}))
	}
	for _, p := range parts {
		and(diag.Say(p.key, diag.Args{"unit": c.unitNames(p.units), "labels": p.labels}))
	}
	for _, in := range g.untaken {
		key := "annex.reason.untaken"
		if in.LastYear {
			key = "annex.reason.untaken-last"
		}
		and(diag.Say(key, diag.Args{"measure": in.Of}))
	}
	return list
}

// lackingPart is what several units lack in the same way.
type lackingPart struct {
	key    string
	labels string
	units  []string
}

// faulty reports that something was answered that cannot be used.
func (c *consolidation) faulty(unit, key string) bool {
	k := ask{unit, key}
	o, ok := c.answers.byKey[k]
	return ok && (o.Answer == returns.Faulty || c.answers.unusable[k])
}

func quoted(labels []string) string { return "«" + strings.Join(labels, "», «") + "»" }
