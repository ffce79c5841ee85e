package assess

import (
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
)

// answers is what every unit answered, found by unit and key of the ask.
type answers struct {
	returns  []returns.Return // of known units, ordered by file
	byKey    map[ask]*returns.Observation
	unusable map[ask]bool         // answered, but found to contradict another answer
	files    map[string]fileState // of a unit
}

type ask struct{ unit, key string }

func collect(p *resolution.Plan, s *settle.Settlement) *answers {
	a := &answers{byKey: make(map[ask]*returns.Observation, len(s.Answers)), unusable: map[ask]bool{}}
	for _, r := range s.Returns {
		if p.Unit(r.Unit) != nil {
			a.returns = append(a.returns, r)
		}
	}
	a.files = fileStates(a.returns)
	for i := range s.Answers {
		o := &s.Answers[i]
		a.byKey[ask{o.Unit, o.Key}] = o
	}
	return a
}

// get returns the usable answer to an ask: ok is false where nothing came,
// the cell is blank, or what stands there cannot be used. Callers leave it as it is.
func (a *answers) get(unit, key string) (o *returns.Observation, ok bool) {
	k := ask{unit, key}
	o = a.byKey[k]
	return o, o != nil && o.Answer > returns.Faulty && !a.unusable[k]
}

// answerText is an answer in words.
func answerText(o returns.Observation) any {
	switch o.Answer {
	case returns.Blank:
		return diag.Say("answer.blank", nil)
	case returns.Faulty:
		return diag.Say("answer.faulty", nil)
	case returns.Nil:
		return diag.Say("answer.nil", nil)
	case returns.Pending:
		return diag.Say("answer.pending", nil)
	case returns.Given:
	}
	if o.Text != "" {
		return o.Text
	}
	return numberText(o.Value)
}
