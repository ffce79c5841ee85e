package assess

import (
	"path"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// Block is a part of the matrix of who owes what: units that are asked the
// same inputs.
type Block struct {
	Asks  []resolution.Ask
	Units []Unit
}

// Blocks are all units that are asked for something, in the plan's order, those
// with the same inputs together: one table for all wards, a line for each
// department.
func (a *Annex) Blocks() []Block {
	var out []Block
	for _, u := range a.Units {
		if len(u.Asks) == 0 {
			continue
		}
		i := slices.IndexFunc(out, func(b Block) bool {
			return slices.EqualFunc(b.Asks, u.Asks, func(x, y resolution.Ask) bool { return x.Key() == y.Key() })
		})
		if i < 0 {
			out = append(out, Block{Asks: u.Asks})
			i = len(out) - 1
		}
		out[i].Units = append(out[i].Units, u)
	}
	return out
}

// WithoutPaths is a message as the unit itself may read it: its files without
// the office's folders.
func (u Unit) WithoutPaths(message string) string {
	for _, f := range u.Files {
		message = strings.ReplaceAll(message, f.File, path.Base(f.File))
	}
	return message
}

// Gaps are the asks a unit owes: those of which nothing came, and those whose
// answer cannot be used.
func (u Unit) Gaps() (missing, faulty []resolution.Ask) {
	for _, k := range u.Asks {
		switch {
		case !slices.Contains(u.Owes, k.Key()):
		case u.States[k.Key()] == StateFaulty:
			faulty = append(faulty, k)
		default:
			missing = append(missing, k)
		}
	}
	return missing, faulty
}

// MayTell reports that a unit may read a problem: it is about that unit's own
// files and answers. A problem of several units' figures would show each of them
// the figures of the others.
func (a *Annex) MayTell(p diag.Problem, unit string) bool {
	switch p.Entry().Audience {
	case diag.Sender:
		return p.Unit == "" || p.Unit == unit
	case diag.Answerer:
		if p.Unit != "" {
			return p.Unit == unit
		}
		m := a.Plan.Measure(p.Measure)
		return m != nil && !slices.ContainsFunc(a.owners(m), func(owner string) bool { return owner != unit })
	}
	return false
}

// owners are the units whose answers go into a measure, or into those that it
// is a part or a sum of.
func (a *Annex) owners(m *resolution.Measure) []string {
	var out []string
	for _, id := range append([]string{m.ID, m.PartOf}, m.Of...) {
		part := a.Plan.Measure(id)
		if part == nil {
			continue
		}
		for _, in := range part.Inputs {
			if _, asked := a.Plan.Input(part, in.Role); asked != nil {
				out = append(out, asked.From...)
			}
		}
	}
	return out
}
