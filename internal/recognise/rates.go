package recognise

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Figures that are of another kind than what is counted: rates written where the
// two counts behind them are asked for, times where people are.

// checkRates asks about two counts that look like a rate: so many of exactly a
// hundred, where nothing tells that there are about a hundred in all.
func (r *reader) checkRates() {
	for _, whole := range r.asks.list {
		if whole.Role != resolution.RoleDenominator {
			continue
		}
		all, ok := r.answers[whole.Key()]
		part, okPart := r.answers[resolution.Key(whole.Measure.ID, resolution.RoleNumerator)]
		switch {
		case !ok || !okPart, all.Answer != returns.Given || part.Answer != returns.Given, all.How == returns.ByForm,
			!all.Value.Equal(hundred), part.Value.Cmp(hundred) > 0,
			slices.ContainsFunc(r.references(whole.Ask), func(n quantity.Number) bool { return near.hold(hundred, n) }):
			continue
		}
		var cells []diag.Cell
		for _, o := range []returns.Observation{part, all} {
			cells = append(cells, diag.Cell{At: o.At, Input: o.Key, Value: o.Value.Plain(), Heading: o.Column})
			o.Answer, o.Value = returns.Faulty, quantity.Number{}
			r.put(o)
		}
		p := diag.New("B265", all.At, diag.Args{"label": whole.Label, "part": part.Value.Exact()})
		p = p.ForUnit(r.unit).ForMeasure(whole.Measure.ID).See(part.At)
		r.problems = append(r.problems, p.Ask(asStanding(cells)))
	}
}

// ofTimes: the heading counts how often something was done, where people,
// households or the like are asked for.
func (t *taking) ofTimes() *diag.Problem {
	for _, times := range []string{"luot", "lan", "cuoc", "buoi", "dot"} {
		counted := viet.HasPhrase(t.heading.words, "so "+times) || strings.TrimSpace(t.heading.words) == times
		if counted && t.layout == nil && !viet.HasPhrase(viet.Fold(t.ask.Unit+" "+t.ask.Label), times) {
			return t.said("B266", t.heading.line(), diag.Args{"heading": t.heading.shown, "unit": t.ask.Unit})
		}
	}
	return nil
}
