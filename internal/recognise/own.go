package recognise

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/returns"
)

// texts are the texts of what was read, each held once. What a reader gives are pieces of
// all the text of a sheet: one label kept would keep the whole sheet, a thousand files'
// worth of them. And files say the same: forms have the same labels.
type texts struct {
	mu  sync.Mutex
	all map[string]string
}

// maxTexts is how many are compared; those of large folders are mostly figures.
const maxTexts = 1 << 16

// own makes a text one of its own.
func (t *texts) own(s *string) {
	if len(*s) > maxSpoken {
		*s = strings.Clone(*s)
		return
	}
	if *s == "" {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	held, known := t.all[*s]
	if !known {
		held = strings.Clone(*s)
		if t.all == nil {
			t.all = map[string]string{}
		}
		if len(t.all) < maxTexts {
			t.all[held] = held
		}
	}
	*s = held
}

func (t *texts) ownAll(all ...*string) {
	for _, s := range all {
		t.own(s)
	}
}

// part makes a return, and what is wrong with it, hold nothing of the book it was read
// from.
func (t *texts) part(ret *returns.Return, problems []diag.Problem) {
	for i := range ret.Observations {
		t.observation(&ret.Observations[i])
	}
	for i := range ret.Others {
		t.observation(&ret.Others[i].Observation)
	}
	for i := range ret.Remarks {
		m := &ret.Remarks[i]
		t.own(&m.Text)
		t.place(&m.At)
	}
	for i := range ret.Repairs {
		r := &ret.Repairs[i]
		t.ownAll(&r.Sheet, &r.Font, &r.Before, &r.After)
	}
	t.own(&ret.OtherPeriod)
	for i := range problems {
		t.problem(&problems[i])
	}
}

func (t *texts) observation(o *returns.Observation) {
	t.ownAll(&o.Text, &o.Note, &o.Column)
	t.place(&o.At)
	if r := o.Read; r != nil {
		t.ownAll(&r.Label, &r.Heading, &r.Stored, &r.Shown, &r.Unit, &r.Period, &r.Plan, &r.LastYear,
			&r.UnitAt.Sheet, &r.UnitAt.Cell, &r.PeriodAt.Sheet, &r.PeriodAt.Cell)
	}
}

func (t *texts) place(at *diag.Position) { t.ownAll(&at.File, &at.Sheet, &at.Cell) }

// problem leaves alone what other problems may share with this one: files are read side
// by side.
func (t *texts) problem(p *diag.Problem) {
	t.place(&p.At)
	p.Related = slices.Clone(p.Related)
	for i := range p.Related {
		t.place(&p.Related[i])
	}
	p.Args = t.args(p.Args)
	if q := p.Question; q != nil {
		t.ownAll(&q.Label, &q.Heading, &q.Found)
		for i := range q.Candidates {
			c := &q.Candidates[i]
			t.ownAll(&c.Value, &c.Text.Vi, &c.Text.En)
		}
	}
}

func (t *texts) args(args diag.Args) diag.Args {
	args = maps.Clone(args)
	for name, arg := range args { // each into its own place
		switch x := arg.(type) {
		case string:
			t.own(&x)
			args[name] = x
		case diag.Text:
			t.ownAll(&x.Vi, &x.En)
			args[name] = x
		case diag.Message:
			x.Args = t.args(x.Args)
			args[name] = x
		}
	}
	return args
}
