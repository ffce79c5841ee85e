package submission

import (
	"cmp"
	"slices"

	"baocao/internal/diag"
	"baocao/internal/plan"
	"baocao/internal/viet"
)

// Settle looks at the units that sent several files. The same answers twice
// count once; where two files differ, no figure of the unit counts until a
// person has taken one away. Files are compared in the order of their names;
// files without figures (narrative alone) take no part.
func Settle(p *plan.Plan, rs []Return) ([]Return, []diag.Problem) {
	out := slices.Clone(rs)
	slices.SortStableFunc(out, func(a, b Return) int { return cmp.Compare(a.File, b.File) })
	var problems []diag.Problem
	for _, u := range p.Units {
		var mine []int
		for i := range out {
			if out[i].Unit == u.ID && len(out[i].Observations) > 0 {
				mine = append(mine, i)
			}
		}
		if len(mine) < 2 {
			continue
		}
		problems = append(problems, settleUnit(p, u, out, mine)...)
	}
	return out, problems
}

func settleUnit(p *plan.Plan, u plan.Unit, out []Return, mine []int) []diag.Problem {
	var problems []diag.Problem
	first := &out[mine[0]]
	conflict := false
	for _, i := range mine[1:] {
		if key, a, b := firstDifference(p.Asks(u.ID), first.Observations, out[i].Observations); key != "" {
			conflict = true
			ask := askOf(p, u.ID, key)
			pr := diag.New("B231", cmp.Or(b.At, diag.Position{File: out[i].File}), diag.Args{"unit": u.Name, "first": first.File, "second": out[i].File,
				"label": ask.Label, "a": a.said(), "b": b.said()}).ForUnit(u.ID).ForMeasure(ask.Measure.ID)
			problems = append(problems, pr.See(cmp.Or(a.At, diag.Position{File: first.File})))
		}
	}
	for n, i := range mine {
		switch {
		case conflict:
			out[i].Status = Conflict
			out[i].Observations = nil
		case n > 0:
			out[i].Status = Duplicate
			out[i].Observations = nil
			problems = append(problems, diag.New("B230", diag.Position{File: out[i].File},
				diag.Args{"unit": u.Name, "first": first.File}).ForUnit(u.ID).See(diag.Position{File: first.File}))
		}
		if n > 0 {
			out[i].Remarks = newRemarks(out, mine[:n], out[i].Remarks)
		}
	}
	return problems
}

// newRemarks drops the remarks that an earlier file of the unit makes too.
func newRemarks(out []Return, earlier []int, remarks []Remark) []Remark {
	var kept []Remark
	for _, m := range remarks {
		said := slices.ContainsFunc(earlier, func(i int) bool {
			return slices.ContainsFunc(out[i].Remarks, func(o Remark) bool {
				return o.Kind == m.Kind && o.Area == m.Area && viet.Tidy(o.Text) == viet.Tidy(m.Text)
			})
		})
		if !said {
			kept = append(kept, m)
		}
	}
	return kept
}

func askOf(p *plan.Plan, unit, key string) plan.Ask {
	for _, a := range p.Asks(unit) {
		if a.Key() == key {
			return a
		}
	}
	return plan.Ask{Measure: &plan.Measure{}}
}

// firstDifference returns the first ask answered differently; an ask without
// a place in one of the files is as good as blank there.
func firstDifference(asks []plan.Ask, a, b []Observation) (string, Observation, Observation) {
	for _, ask := range asks {
		x, y := find(a, ask.Key()), find(b, ask.Key())
		if x.Answer != y.Answer || !x.Value.Equal(y.Value) || viet.Tidy(x.Text) != viet.Tidy(y.Text) {
			return ask.Key(), x, y
		}
	}
	return "", Observation{}, Observation{}
}

func find(obs []Observation, key string) Observation {
	for _, o := range obs {
		if o.Key == key {
			return o
		}
	}
	return Observation{}
}

// said is the answer in words, for messages.
func (o Observation) said() diag.Text {
	switch o.Answer {
	case Faulty:
		return diag.Text{Vi: "không dùng được", En: "unusable"}
	case Nil:
		return diag.Text{Vi: "không phát sinh", En: "nothing arose"}
	case Pending:
		return diag.Text{Vi: "chưa có kết quả", En: "no result yet"}
	case Given:
		if o.Text != "" {
			return diag.Text{Vi: excerpt(o.Text), En: excerpt(o.Text)}
		}
		return diag.Text{Vi: o.Value.Exact(), En: o.Value.Exact()}
	}
	return diag.Text{Vi: "để trống", En: "blank"}
}
