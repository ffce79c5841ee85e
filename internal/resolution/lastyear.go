package resolution

import "baocao/internal/quantity"

// LastYear is what last year's report says of this year's measures, by their
// ids of this year.
type LastYear map[string]LastFigure

// LastFigure is one measure of last year's report.
type LastFigure struct {
	Figure *quantity.Number         // as it was judged and printed; nil for none
	Totals map[Role]quantity.Number // of its inputs
	Inputs map[LastInput]quantity.Number
	Parts  map[LastPart]quantity.Number // each unit's part of the figure; nil where the report does not say
	File   string                       // the annex that it was read from; "" for last year's result

	// Earlier is what the newest older report says; nil where last year's says enough.
	Earlier *LastFigure
}

// LastInput is one cell that a unit answered last year.
type LastInput struct {
	Unit string
	Role Role
	Line int
}

// LastPart is what the answers of a unit come to that a figure is computed of, also those to
// another measure's inputs. The unit is named as this year's plan names it.
type LastPart struct {
	Unit string
	Role Role
}

// Figure is last year's figure of a measure; ok is false where none is known.
func (l LastYear) Figure(id string) (n quantity.Number, ok bool) {
	if f := l[id].Figure; f != nil {
		return *f, true
	}
	return n, false
}

// Input is what a unit answered to an ask last year; ok is false where that is
// not known.
func (l LastYear) Input(unit string, a Ask) (n quantity.Number, ok bool) {
	n, ok = l[a.Measure.ID].Inputs[LastInput{unit, a.Role, a.Line}]
	return n, ok
}

// Own is what a unit answered last year to what an ask is about: what it asks of
// the year before, the unit answered then as the figure of the year.
func (l LastYear) Own(unit string, a Ask) (n quantity.Number, ok bool) {
	switch a.Role {
	case RolePrevious:
		a.Role = RoleCurrent
	case RoleLast:
		a.Role = RoleValue
	}
	return l.Input(unit, a)
}

// Shown is what a form shows beside an ask: what its unit answered itself, or the
// figure that it alone made up. The figure of several units is nothing to stand beside
// one unit's answer: it would be typed again.
func (l LastYear) Shown(unit string, a Ask) (n quantity.Number, ok bool) {
	if a.Kind != AskNumber {
		return n, false
	}
	if n, ok = l.Own(unit, a); ok {
		return n.Round(9), true
	}
	m := a.Measure
	if a.Role != RoleLast && !a.isFigure() || len(m.From) != 1 {
		return n, false
	}
	n, ok = l.Figure(m.ID)
	switch {
	case !ok && a.Role == RoleValue && m.Previous != nil:
		n, ok = *m.Previous, true
	case m.Divided():
		n = n.Round(m.Decimals)
	}
	return n.Round(9), ok
}

// Near is what an answer lies near by what its unit answered last year, which may be
// of the year before that.
func (l LastYear) Near(unit string, a Ask) (n quantity.Number, ok bool) {
	if n, ok = l.Own(unit, a); ok {
		return n, true
	}
	return l.Input(unit, a)
}

// Earlier is what an older report says of the measures, where last year's has neither
// the figure nor what the units answered.
func (l LastYear) Earlier(older LastYear) LastYear {
	for id, f := range older {
		if f.Figure == nil && len(f.Inputs) == 0 {
			continue // a still older one may say more
		}
		if now := l[id]; now.Figure == nil && len(now.Inputs) == 0 && now.Earlier == nil {
			if l == nil {
				l = LastYear{}
			}
			now.Earlier = &f
			l[id] = now
		}
	}
	return l
}
