package load

import (
	"maps"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// The keys of a measure that say how its figure is computed and which way is good.

// direction is which way is good, and what the plan calls a figure better than promised.
type direction struct {
	lower  bool
	beyond resolution.Beyond
}

// readDirection reads better and beyond, before the targets that they belong to.
func (l *loader) readDirection(t *table, m *resolution.Measure) {
	d := direction{lower: m.Method.Facts().Place}
	if t.has("better") {
		d.lower = t.choice("better", "higher", "lower") == "lower"
	}
	if t.has("beyond") {
		d.beyond = resolution.Beyond(t.choice("beyond", string(resolution.BeyondMeets),
			string(resolution.BeyondExceeds)))
	}
	l.directions[m] = d
}

// readFigure reads what the method leaves to the measure.
func (l *loader) readFigure(t *table, m *resolution.Measure) {
	facts := m.Method.Facts()
	misfit := func(key string) {
		l.at(m, "B056", key, diag.Args{"key": key, "method": string(m.Method)})
	}
	if n, ok := t.number("per"); ok {
		switch {
		case !facts.Factored && !facts.Counted:
			misfit("per")
		case n.Sign() <= 0:
			l.at(m, "B057", "per", diag.Args{"value": n.Plain()})
		default:
			m.Per = &n
		}
	} else if m.Unit == "‰" && facts.Factored {
		m.Per = new(quantity.Int(1000))
	}
	if t.has("in") {
		m.InUnit = t.choice("in", "percent", "unit") == "unit"
		if m.InUnit && facts.Difference == nil {
			misfit("in")
		}
	}
	if m.Among = t.whole("among", 0); t.has("among") && !facts.Place {
		misfit("among")
	}
	if text := t.text("each"); text != "" {
		if !facts.Counted {
			misfit("each")
		}
		if each, ok := l.readTarget(t, m, "each", text); ok {
			each.Beyond = ""
			m.Each = &each
		}
	}
	if t.has("annex") {
		m.UnitTable = t.choice("annex", "total", "units") == "units"
	}
}

// readMilestones reads what is to be reached by the end of a part of the year.
func (l *loader) readMilestones(t *table, m *resolution.Measure) {
	given := t.sub("milestone")
	for _, word := range resolution.PeriodWords()[1:] { // the year's is the target
		if text := given.text(word); text != "" {
			if target, ok := l.readTarget(given, m, word, text); ok {
				p, _ := resolution.ParsePeriod(word)
				m.Milestones = append(m.Milestones, resolution.Milestone{Period: p, Target: target})
			}
		}
	}
	for _, word := range slices.Sorted(maps.Keys(given.vals)) {
		if !slices.Contains(resolution.PeriodWords()[1:], word) {
			given.has(word)
			l.at(m, "B070", "milestone", diag.Args{"period": word,
				"allowed": strings.Join(resolution.PeriodWords()[1:], ", ")})
		}
	}
	given.close()
}

// period is the part of the year that the report is about.
func (l *loader) period(t *table) resolution.Period {
	p, _ := resolution.ParsePeriod(t.choice("period", resolution.PeriodWords()...))
	return p
}

// readAssigned reads the targets of single units.
func (l *loader) readAssigned(t *table, m *resolution.Measure) {
	given := t.sub("assigned")
	for _, u := range l.p.Units {
		if text := given.text(u.ID); text != "" {
			if target, ok := l.readTarget(given, m, u.ID, text); ok {
				m.Assigned = append(m.Assigned, resolution.Assigned{Unit: u.ID, Target: target})
			}
		}
	}
	given.close()
}
