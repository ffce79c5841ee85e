package annex

import (
	"baocao/internal/diag"
	"baocao/internal/plan"
	"baocao/internal/submission"
)

// answers is what every unit answered, found by unit and key of the ask.
type answers struct {
	returns  []submission.Return // of known units, ordered by file
	byKey    map[ask]submission.Observation
	unusable map[ask]bool // answered, but found to contradict another answer
}

type ask struct{ unit, key string }

func collect(p *plan.Plan, s *submission.Settlement) *answers {
	a := &answers{byKey: map[ask]submission.Observation{}, unusable: map[ask]bool{}}
	for _, r := range s.Returns {
		if p.Unit(r.Unit) != nil {
			a.returns = append(a.returns, r)
		}
	}
	for _, o := range s.Answers {
		a.byKey[ask{o.Unit, o.Key}] = o
	}
	return a
}

// get returns the usable answer to an ask: ok is false where nothing came,
// the cell is blank, or what stands there cannot be used.
func (a *answers) get(unit, key string) (submission.Observation, bool) {
	k := ask{unit, key}
	o, ok := a.byKey[k]
	return o, ok && o.Answer > submission.Faulty && !a.unusable[k]
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
