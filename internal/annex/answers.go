package annex

import (
	"cmp"
	"slices"

	"baocao/internal/diag"
	"baocao/internal/plan"
	"baocao/internal/submission"
)

// answers is what every unit answered, found by unit and key of the ask.
type answers struct {
	returns  []submission.Return // of known units, ordered by file
	byKey    map[ask]submission.Observation
	unusable map[ask]bool // answered, but found to contradict another answer
	problems []diag.Problem
}

type ask struct{ unit, key string }

// counts reports whether a return's content may be used.
func counts(s submission.Status) bool {
	switch s {
	case submission.Accepted, submission.StatFaulty, submission.Partial, submission.NilReturn:
		return true
	}
	return false
}

func collect(p *plan.Plan, returns []submission.Return) *answers {
	a := &answers{byKey: map[ask]submission.Observation{}, unusable: map[ask]bool{}}
	for _, r := range returns {
		if p.Unit(r.Unit) != nil {
			a.returns = append(a.returns, r)
		}
	}
	slices.SortStableFunc(a.returns, func(x, y submission.Return) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.SHA256, y.SHA256))
	})
	for _, r := range a.returns {
		if !counts(r.Status) {
			continue
		}
		for _, o := range r.Observations {
			a.add(ask{r.Unit, o.Key}, o)
		}
	}
	return a
}

// add keeps one answer per ask. Files of one unit may complete each other; two
// usable answers that differ leave none.
func (a *answers) add(k ask, o submission.Observation) {
	o.Unit = k.unit
	old, twice := a.byKey[k]
	switch {
	case !twice || old.Answer == submission.Blank || old.Answer == submission.Faulty && o.Answer > submission.Faulty:
		a.byKey[k] = o
	case o.Answer <= submission.Faulty:
	case o.Answer != old.Answer || !o.Value.Equal(old.Value) || o.Text != old.Text:
		a.unusable[k] = true
		a.problems = append(a.problems, diag.New("B406", old.At, diag.Args{"measure": o.Measure, "first": said(old), "second": said(o)}).
			See(o.At).ForUnit(k.unit).ForMeasure(o.Measure))
	}
}

// get returns the usable answer to an ask: ok is false where nothing came,
// the cell is blank, or what stands there cannot be used.
func (a *answers) get(unit, key string) (submission.Observation, bool) {
	k := ask{unit, key}
	o, ok := a.byKey[k]
	return o, ok && o.Answer > submission.Faulty && !a.unusable[k]
}

// remarks returns the narrative of the returns that count, in the plan's order
// of units, then by file, then as it stands in the file.
func (a *answers) remarks(p *plan.Plan) []submission.Remark {
	var out []submission.Remark
	for _, u := range p.Units {
		for _, r := range a.returns {
			if r.Unit == u.ID && counts(r.Status) {
				for _, remark := range r.Remarks {
					remark.Unit = u.ID
					out = append(out, remark)
				}
			}
		}
	}
	return out
}

// said is an answer in words.
func said(o submission.Observation) any {
	switch o.Answer {
	case submission.Blank:
		return diag.Say("answer.blank", nil)
	case submission.Faulty:
		return diag.Say("answer.faulty", nil)
	case submission.Nil:
		return diag.Say("answer.nil", nil)
	case submission.Pending:
		return diag.Say("answer.pending", nil)
	}
	if o.Text != "" {
		return o.Text
	}
	return printed(o.Value)
}
