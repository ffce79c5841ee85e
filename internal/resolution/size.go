package resolution

import (
	"strings"

	"baocao/internal/quantity"
)

// What a figure is expected to be near. The reader of returns asks by it, and
// forms warn by it while they are filled: one rule, so that a clerk who sees no
// warning is not asked afterwards.

// Reference is a figure near which an answer should lie.
type Reference struct {
	Value  quantity.Number
	What   string // the key of its name among the messages
	NoLess bool   // only more than it is unlikely: it is to be brought down, or not passed
}

// The references that plan and last year's report give.
const (
	NearTarget     = "size.target"
	NearMilestone  = "size.milestone"
	NearLastReport = "size.last-report"
	NearLastPlan   = "size.last-plan"
	NearEarlier    = "size.earlier-report"
)

// Expected are the figures that plan and last year's report set beside a unit's
// ask: the target of a measure that one unit answers with one number, or what is to
// be reached by the end of the period, and what the unit answered last year; where
// last year's report does not have the measure, what an older one has.
func (l LastYear) Expected(unit string, a Ask, of Period) []Reference {
	m := a.Measure
	var all []Reference
	add := func(n quantity.Number, what string) {
		all = append(all, Reference{Value: a.Size(n), What: what, NoLess: m.IsToFall() || a.Negative})
	}
	one := a.isFigure()
	if milestone := m.Milestone(of); milestone != nil && one {
		for _, n := range milestone.Near() {
			add(n, NearMilestone)
		}
	} else {
		for _, n := range a.Targets() {
			add(n, NearTarget)
		}
	}
	if n, ok := l.Near(unit, a); ok {
		add(n, NearLastReport)
	} else if n, ok := l.Figure(m.ID); ok && one && m.Previous == nil {
		add(n, NearLastReport)
	}
	switch {
	case one && m.Previous != nil:
		add(*m.Previous, NearLastPlan)
	case l[m.ID].Earlier != nil:
		earlier := LastYear{m.ID: *l[m.ID].Earlier}
		if n, ok := earlier.Near(unit, a); ok {
			add(n, NearEarlier)
		} else if n, ok := earlier.Figure(m.ID); ok && one {
			add(n, NearEarlier)
		}
	}
	return all
}

// isFigure: the answer is the measure's figure, not one of several it is made of.
func (a Ask) isFigure() bool {
	return a.Measure.Method.Facts().OneFigure && a.Role == RoleValue && a.Line == 0
}

// Targets are the figures that the resolution promises of the very answer; none
// where it takes several answers to say whether the promise was kept.
func (a Ask) Targets() []quantity.Number {
	if !a.isFigure() {
		return nil
	}
	all := a.Measure.Target.Near()
	if a.Measure.Target.All() {
		all = append(all[:len(all):len(all)], a.Measure.Target.A)
	}
	return all
}

// IsPercent: the answer is a rate in percent.
func (a Ask) IsPercent() bool { return strings.HasPrefix(strings.TrimSpace(a.Unit), "%") }

// Takes reports a number that may answer: a rate may fall below zero, an amount only where
// the plan says so; a count is whole.
func (a Ask) Takes(n quantity.Number) bool {
	return (n.Sign() >= 0 || a.BelowZero()) && (n.IsInt() || !a.Whole)
}

// BelowZero reports an answer that may be below zero.
func (a Ask) BelowZero() bool { return a.Negative || a.IsPercent() }

// Size is what an answer is held against others by: of a profit or a loss how large it is,
// which may be next to nothing, but not many times more.
func (a Ask) Size(n quantity.Number) quantity.Number {
	if a.Negative {
		return n.Abs()
	}
	return n
}

// Towards is an answer whose size is moved by the powers of ten that bring it to that of
// another, with its own sign; see Number.Towards.
func (a Ask) Towards(n, near quantity.Number) (moved quantity.Number, ok bool) {
	moved, ok = a.Size(n).Towards(near)
	if n.Sign() < 0 {
		moved = moved.Neg()
	}
	return moved, ok
}

// IsToFall: less of it is better, so a small figure is no wonder.
func (m *Measure) IsToFall() bool {
	_, _, promised := m.Target.Promised()
	return m.Target.None() || len(m.Target.Near()) > 0 && !promised
}

// PartIsWithin: the numerator is a part of the denominator, and so not above it.
func (m *Measure) PartIsWithin() bool {
	return m.Method.Facts().PartOfBase && !m.AboveWhole && m.IsPart()
}

// The sizes by which answers that are no rates are told apart.
var (
	Few   = quantity.Int(20)  // below it a count may well be many times less than another
	Small = quantity.Int(100) // two counts below it are only told of
)

// Unlikely is by how much an answer is off a reference, where that is a question;
// what is Far is otherwise only worth a look. A rate may also have been written
// as a fraction of one, or the other way round.
func (a Ask) Unlikely(n quantity.Number, ref Reference) (gap quantity.Gap, asked bool) {
	n = a.Size(n)
	gap = n.GapTo(ref.Value)
	below := n.Cmp(ref.Value) < 0
	switch percent := a.IsPercent(); {
	case !gap.Far:
		return gap, false
	case percent && isFraction(n, ref.Value):
		gap.Times = "1/100"
		return gap, true
	case percent && isFraction(ref.Value, n):
		gap.Times = "100"
		return gap, true
	case below && ref.NoLess, !percent && n.Cmp(Few) < 0 && ref.Value.Cmp(Small) < 0:
		return quantity.Gap{}, false
	case !percent && n.Cmp(Small) < 0 && ref.Value.Cmp(Small) < 0:
		return gap, false // counts as small are told of only
	case !percent && below && n.Cmp(Few) < 0: // of a hundred and more
		return gap, true
	}
	return gap, gap.Power
}

// isFraction: 0,925 stands for 92,5 beside 90.
func isFraction(n, beside quantity.Number) bool {
	one := quantity.Int(1)
	return n.Cmp(one) <= 0 && beside.Cmp(one) > 0 && !n.Mul(hundred).GapTo(beside).Far
}

// EqualShare is an equal share of what all owners of a sum promised together.
func (p *Plan) EqualShare(a Ask) (n quantity.Number, ok bool) {
	m := a.Measure
	ends := m.Target.Near()
	owners := len(p.Owners(a))
	if !m.Method.Adds() || a.Line > 0 || a.Role != RoleValue || len(ends) == 0 || owners == 0 {
		return n, false
	}
	n, _ = ends[len(ends)-1].Quo(quantity.Int(int64(owners)))
	return n.Round(2), n.Sign() > 0
}

// WholePromise is what all parts of an amount together promised: of one of its lines, or
// of what several units add up. A part far above it is a slip.
func (a Ask) WholePromise() (whole quantity.Number, ok bool) {
	m := a.Measure
	ends := m.Target.Near()
	if a.Role != RoleValue || a.Line == 0 && !m.Method.Adds() || len(ends) == 0 || m.IsToFall() {
		return whole, false
	}
	return ends[len(ends)-1], true
}

// ManyWholes is how many times the whole a part may not be.
var ManyWholes = quantity.Int(20)

// PassesWhole: a part is many times what all parts together promised.
func PassesWhole(n, whole quantity.Number) bool {
	return n.Cmp(Small) >= 0 && n.Cmp(whole.Mul(ManyWholes)) >= 0
}

// Other is the input of the same measure that an answer is compared with: this
// year's with last year's, what was done with what was planned.
func (r Role) Other() Role {
	switch r {
	case RoleCurrent:
		return RolePrevious
	case RolePrevious:
		return RoleCurrent
	case RoleActual:
		return RolePlan
	case RolePlan:
		return RoleActual
	}
	return ""
}
