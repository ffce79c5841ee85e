package assess

import (
	"slices"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// population: inputs that count the same thing, by their population in the plan
// or by the same words and unit, come to the same number.
func (c *consolidation) population() {
	type counted struct {
		inputTotal
		total quantity.Number
	}
	groups := map[string][]counted{}
	var order []string
	for _, m := range c.plan.Measures() {
		for i := range m.Inputs {
			in := &m.Inputs[i]
			if !in.Asked() || in.Role.InWords() || len(in.Lines) > 0 {
				continue
			}
			s, ok := c.input(m, in.Role)
			if !ok {
				continue
			}
			total, whole := s.sum()
			if !whole {
				continue
			}
			name := "label " + viet.Fold(in.Label) + "/" + viet.Fold(in.Unit)
			if in.Population != "" {
				name = "population " + viet.Fold(in.Population)
			}
			if groups[name] == nil {
				order = append(order, name)
			}
			groups[name] = append(groups[name], counted{s, total})
		}
	}
	for _, name := range order {
		first := groups[name][0]
		for _, other := range groups[name][1:] {
			sources, firsts := other.sources(), first.sources()
			if other.input.Population == "" && slices.Equal(senders(firsts), senders(sources)) {
				continue // one unit uses the same words for two things
			}
			tolerance := c.plan.Checks.PopulationTolerance
			if first.total.Equal(other.total) || withinPercent(first.total, other.total, tolerance) {
				continue
			}
			measure := sources[0].Measure
			c.report(diag.New("B419", firstPlace(sources), diag.Args{
				"label": other.input.Label, "value": numberText(other.total), "units": c.sendersOf(sources),
				"first": first.input.Label, "other": numberText(first.total), "owners": c.sendersOf(firsts)}).
				ForUnit(sources[0].Unit).ForMeasure(measure).See(firstPlace(firsts)))
		}
	}
}
