package resolution

import (
	"slices"

	"baocao/internal/viet"
)

// RollupFile makes a working folder one of a higher committee: its units send reports
// that lower committees' programs made.
const RollupFile = "tong-hop.toml"

// Rollup is that file.
type Rollup struct {
	Units   []string  // ids of those that send reports, in the plan's order
	Likened []Likened // measures that are numbered or called otherwise below
	Changes []Change  // that are in force at the period's end, by date
}

// Likened is a measure of the plan as some reports have it, as the office says.
type Likened struct {
	Measure string
	Lower   string   // its id there; "" for the same
	Units   []string // whose reports; nil for all others
	Same    []string // what is called otherwise there and is the same: the measure, an input, a basis
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

// LikenedFor is what the office says of a measure in a unit's report; nil for nothing.
func (r *Rollup) LikenedFor(measure, unit string) *Likened {
	var all *Likened
	for i := range r.Likened {
		switch l := &r.Likened[i]; {
		case l.Measure != measure:
		case slices.Contains(l.Units, unit):
			return l
		case l.Units == nil:
			all = l
		}
	}
	return all
}

// LowerID is a measure's id in a unit's report.
func (r *Rollup) LowerID(measure, unit string) string {
	if l := r.LikenedFor(measure, unit); l != nil && l.Lower != "" {
		return l.Lower
	}
	return measure
}
