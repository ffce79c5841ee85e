package resolution

import "baocao/internal/viet"

// RollupFile makes a working folder one of a higher committee: its units send reports
// that lower committees' programs made.
const RollupFile = "tong-hop.toml"

// Rollup is that file.
type Rollup struct {
	Units   []string          // ids of those that send reports, in the plan's order
	Lower   map[string]string // by measure: its id in lower reports, where that is another
	Changes []Change          // that are in force at the period's end, by date
}

// Change is one of territory. Several that became one are a merger, one that became
// several a division.
type Change struct {
	Date viet.Date
	From []string // names of those that were, or the id of a unit that goes on
	To   []string // ids of units
	Line int
}

// Divides reports a division: what the one told cannot be told of its parts.
func (c Change) Divides() bool { return len(c.To) > 1 }

// FormerID is the id by which last year's result may know a unit that was.
func (p *Plan) FormerID(from string) string {
	if p.Unit(from) != nil {
		return from
	}
	return UnitID(from)
}

// LowerID is a measure's id in lower committees' reports; said tells that the office
// wrote it, so that neither name nor unit need to be the same.
func (r *Rollup) LowerID(measure string) (id string, said bool) {
	if id, said = r.Lower[measure]; said {
		return id, true
	}
	return measure, false
}
