package annex

import (
	"path"
	"slices"
	"strings"

	"baocao/internal/plan"
)

// Block is a part of the matrix of who owes what: units that are asked the
// same inputs.
type Block struct {
	Asks  []plan.Ask
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
			return slices.EqualFunc(b.Asks, u.Asks, func(x, y plan.Ask) bool { return x.Key() == y.Key() })
		})
		if i < 0 {
			out = append(out, Block{Asks: u.Asks})
			i = len(out) - 1
		}
		out[i].Units = append(out[i].Units, u)
	}
	return out
}

// Outward is a message as the unit itself may read it: its files without the
// office's folders.
func (u Unit) Outward(message string) string {
	for _, f := range u.Files {
		message = strings.ReplaceAll(message, f.File, path.Base(f.File))
	}
	return message
}

// Gaps are the asks a unit owes: those of which nothing came, and those whose
// answer cannot be used.
func (u Unit) Gaps() (missing, faulty []plan.Ask) {
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
