package assess

import (
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"slices"
)

// fileState is what a unit's files amount to.
type fileState int

const (
	notSent     fileState = iota
	notReadable           // files came, none could be read
	sent
)

// fileStates are what the units' files amount to, notSent left out.
func fileStates(all []returns.Return) map[string]fileState {
	found := map[string]fileState{}
	for _, r := range all {
		switch r.Status {
		case returns.StatusOtherPeriod: // sent for another report
		case returns.StatusUnreadable:
			found[r.Unit] = max(found[r.Unit], notReadable)
		default:
			found[r.Unit] = sent
		}
	}
	return found
}

// units says of every unit what it has sent and what it owes.
func (c *consolidation) units() []Unit {
	var out []Unit
	for i := range c.plan.Units {
		out = append(out, c.unit(&c.plan.Units[i]))
	}
	return out
}

func (c *consolidation) unit(pu *resolution.Unit) Unit {
	asks := c.plan.Asks(pu.ID)
	u := Unit{Unit: pu, Asks: asks, States: make(map[string]State, len(asks))}
	for _, r := range c.answers.returns {
		if r.Unit == pu.ID {
			u.Files = append(u.Files, File{r.File, r.SHA256, r.Status, r.Declared, r.Lower})
		}
	}
	required, nils, faulty := 0, 0, 0
	var blank []resolution.Ask
	var owed []string
	for _, k := range u.Asks {
		if s := c.state(pu.ID, k); s != "" {
			u.States[k.Key()] = s
		}
		if !k.Required {
			continue
		}
		required++
		o, ok := c.answers.get(pu.ID, k.Key())
		if ok {
			if o.Answer == returns.Nil {
				nils++
			}
			continue
		}
		u.Owes = append(u.Owes, k.Key())
		owed = append(owed, k.Measure.ID+" "+k.Label)
		if c.faulty(pu.ID, k.Key()) {
			faulty++
		} else {
			blank = append(blank, k)
		}
	}
	files := c.answers.files[pu.ID]
	if required > 0 && len(owed) == 0 {
		files = sent // also where a person decided all that it owed
	}
	lower := c.plan.Rollup != nil && slices.Contains(c.plan.Rollup.Units, pu.ID)
	u.OwesNarrative = required == 0 && c.asksForWords() && files != notReadable &&
		!(lower && files == sent) && // what it writes is its own
		!slices.ContainsFunc(c.annex.Remarks, func(r returns.Remark) bool { return r.Unit == pu.ID })
	if u.OwesNarrative {
		files = notSent // a form sent back as it was is nothing yet
	}
	switch files {
	case notSent:
		u.Status = UnitMissing
		if u.OwesNarrative {
			c.report(diag.New("B403", diag.Position{}, diag.Args{"unit": pu.Name}).ForUnit(pu.ID))
		} else if required > 0 {
			args := diag.Args{"unit": pu.Name, "count": len(owed), "asks": quoted(owed)}
			p := diag.New("B401", diag.Position{}, args)
			if lower {
				p = diag.New("B829", diag.Position{}, args)
			}
			c.report(p.ForUnit(pu.ID))
		}
		return u
	case notReadable:
		u.Status = UnitUnreadable
		c.unusableFiles(u, owed)
		return u
	case sent:
	}
	switch {
	case faulty > 0:
		u.Status = UnitFaulty
	case len(blank) > 0:
		u.Status = UnitPartial
	case required > 0 && nils == required:
		u.Status = UnitNil
	default:
		u.Status = UnitAccepted
	}
	// What stands under another name is asked about there: it is not blank.
	blank = slices.DeleteFunc(blank, func(k resolution.Ask) bool { return c.asked[ask{pu.ID, k.Key()}] })
	if len(blank) > 0 {
		c.blanks(u, blank)
	}
	return u
}

// asksForWords: the report is made of what units write too, as its fields of work say or what
// came in words. Where it is not, a unit without figures is asked for nothing.
func (c *consolidation) asksForWords() bool { return len(c.plan.Areas) > 0 || len(c.annex.Remarks) > 0 }

// state is what became of one ask; "" for an optional one without an answer.
func (c *consolidation) state(unit string, k resolution.Ask) State {
	o, ok := c.answers.get(unit, k.Key())
	switch {
	case ok && o.Answer == returns.Nil:
		return StateNil
	case ok && o.Answer == returns.Pending:
		return StatePending
	case ok:
		return StateReceived
	case c.faulty(unit, k.Key()), k.Required && c.answers.files[unit] == notReadable:
		return StateFaulty
	case k.Required:
		return StateMissing
	}
	return ""
}

// unusable are the answers that came and cannot be used as they are.
func (c *consolidation) unusable(units []Unit) []Source {
	var all []Source
	for _, u := range units {
		for _, k := range u.Asks {
			key := k.Key()
			if u.States[key] != StateFaulty {
				continue
			}
			if o, ok := c.answers.byKey[ask{u.ID, key}]; ok {
				all = append(all, Source{Observation: *o, Role: k.Role, Line: k.Line})
			}
		}
	}
	return all
}

// unusableFiles names what is owed by a unit none of whose files counts.
func (c *consolidation) unusableFiles(u Unit, owed []string) {
	if len(owed) == 0 {
		return
	}
	p := diag.New("B404", diag.Position{File: u.Files[0].File},
		diag.Args{"unit": u.Name, "count": len(owed), "asks": quoted(owed)}).ForUnit(u.ID)
	for _, f := range u.Files[1:] {
		p = p.See(diag.Position{File: f.File})
	}
	c.report(p)
}

// blanks reports the required cells that a unit left empty, and apart from them what its
// files have no place for: of that nobody can say that it was left blank.
func (c *consolidation) blanks(u Unit, owed []resolution.Ask) {
	var blank, absent []string
	var places []diag.Position
	for _, k := range owed {
		label := k.Measure.ID + " " + k.Label
		if o, ok := c.answers.byKey[ask{u.ID, k.Key()}]; ok && o.At.Cell != "" {
			blank, places = append(blank, label), append(places, o.At)
		} else {
			absent = append(absent, label)
		}
	}
	say := func(how string, labels []string, at diag.Position) diag.Problem {
		return diag.New("B402", at, diag.Args{"unit": u.Name, "how": diag.Say(how, diag.Args{"count": len(labels)}),
			"asks": quoted(labels)}).ForUnit(u.ID)
	}
	if len(blank) > 0 {
		p := say("blank.cells", blank, places[0])
		for _, r := range places[1:] {
			p = p.See(r)
		}
		c.report(p)
	}
	if len(absent) > 0 {
		at := diag.Position{}
		if i := slices.IndexFunc(u.Files, File.counts); i >= 0 {
			at.File = u.Files[i].File
		}
		c.report(say("blank.absent", absent, at))
	}
}
