package assess

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// What a check across answers finds is a question about the figures it compares:
// a person says which they are.

// maxFigures is how many figures a person can be asked to write in one line.
const maxFigures = 6

// figures are answers as what a question is about.
func (c *consolidation) figures(sources []Source) []diag.Cell {
	var all []diag.Cell
	for _, s := range sources {
		same := func(f diag.Cell) bool { return f.Unit == s.Unit && f.Input == s.Key }
		label := c.plan.Ask(s.Unit, s.Key).Label
		if label != "" && !slices.ContainsFunc(all, same) { // a constant of the plan is asked of nobody
			all = append(all, diag.Cell{At: s.At, Unit: s.Unit, Label: label, Input: s.Key, Value: s.Plain()})
		}
	}
	return all
}

// asking makes a problem a question about answers, which may be what the
// candidates say of them.
func (c *consolidation) asking(p diag.Problem, sources []Source, may ...diag.Candidate) diag.Problem {
	all := c.figures(sources)
	q := diag.Question{Step: diag.ByFigure, Figures: all, Candidates: may}
	var found []string
	for _, f := range all {
		found = append(found, f.Value)
	}
	q.Found = strings.Join(found, "; ")
	switch shared := c.shared(all); {
	case len(all) == 0:
		return p
	case len(all) == 1 && p.Unit == all[0].Unit, shared:
		q.Input, q.Label, q.Shared, q.Figures = all[0].Input, all[0].Label, shared, nil
		for i := range q.Candidates { // the question's own figure
			q.Candidates[i].Value, q.Candidates[i].Cells = q.Candidates[i].Cells[0].Value, nil
		}
	case len(all) > maxFigures:
		q.Figures = nil
	}
	if q.Input == "" && q.Figures == nil && may == nil {
		return p
	}
	return p.Ask(q)
}

// shared: several units own one figure, and these are their answers.
func (c *consolidation) shared(all []diag.Cell) bool {
	if len(all) < 2 || len(c.plan.Owners(c.plan.Ask(all[0].Unit, all[0].Input))) < 2 {
		return false
	}
	m := c.plan.Ask(all[0].Unit, all[0].Input).Measure
	return m.Method.Facts().OneFigure && !slices.ContainsFunc(all, func(f diag.Cell) bool {
		return f.Input != all[0].Input
	})
}

// confirming is the candidate that the answers are right as they are.
func (c *consolidation) confirming(sources []Source) diag.Candidate {
	return c.valued(c.figures(sources), diag.Say("answer.as-it-is", nil))
}

// valued is a candidate that gives each of some figures its value.
func (c *consolidation) valued(cells []diag.Cell, lead diag.Message) diag.Candidate {
	var values, shown []string
	for _, cell := range cells {
		values = append(values, cell.Value)
		said := cell.Value
		if n, err := quantity.Parse(cell.Value); err == nil {
			said = strings.TrimSpace(n.Exact() + " " + c.plan.Ask(cell.Unit, cell.Input).Unit)
		}
		if len(cells) > 1 {
			said = "«" + cell.Label + "» " + said
		}
		shown = append(shown, said)
	}
	text := strings.Join(shown, "; ")
	if len(cells) > maxFigures {
		text = viet.Excerpt(text)
	}
	return diag.Candidate{Value: strings.Join(values, "; "), Cells: cells,
		Text: diag.Text{Vi: lead.In(diag.Vi) + text, En: lead.In(diag.En) + text}}
}

// slipped are the candidates for an answer of one cell that is a power of ten off
// what it should be near: as it is, and moved by that power.
func (c *consolidation) slipped(sources []Source, near quantity.Number) []diag.Candidate {
	may := []diag.Candidate{c.confirming(sources)}
	cells := c.figures(sources)
	if len(cells) != 1 {
		return may
	}
	ask := c.plan.Ask(cells[0].Unit, cells[0].Input)
	n, ok := ask.Towards(sources[0].Value, near)
	if ok && (!ask.Whole || n.IsInt()) && ask.Size(sources[0].Value).GapTo(near).Power {
		cells[0].Value = n.Plain()
		may = append(may, c.valued(cells, diag.Message{}))
	}
	return may
}

// exchanged is the candidate that two answers stand in each other's place; there is
// none where they are not one cell each, or where one cannot be what the other asks.
func (c *consolidation) exchanged(xs, ys []Source) (may []diag.Candidate) {
	a, b := c.figures(xs), c.figures(ys)
	if len(a) != 1 || len(b) != 1 {
		return nil
	}
	cells := []diag.Cell{a[0], b[0]}
	cells[0].Value, cells[1].Value = b[0].Value, a[0].Value
	if !c.takes(cells[0]) || !c.takes(cells[1]) {
		return nil
	}
	return []diag.Candidate{c.valued(cells, diag.Say("answer.exchanged", nil))}
}

// takes: what is asked can have the value of a cell.
func (c *consolidation) takes(cell diag.Cell) bool {
	n, err := quantity.Parse(cell.Value)
	return err == nil && (!c.plan.Ask(cell.Unit, cell.Input).Whole || n.IsInt())
}

// noneAndNumber are the candidates for "không phát sinh" beside a number: neither
// arose, or the part is zero.
func (c *consolidation) noneAndNumber(none, number []Source, partIsNone bool) []diag.Candidate {
	cells := c.figures(number)
	for i := range cells {
		cells[i].Value = diag.Say("answer.nil", nil).In(diag.Vi)
	}
	all := slices.Concat(c.figures(none), cells)
	may := []diag.Candidate{c.valued(all, diag.Message{})}
	if zero := c.figures(none); partIsNone && len(zero) == 1 {
		zero[0].Value = "0"
		may = append(may, c.valued(slices.Concat(zero, c.figures(number)), diag.Message{}))
	}
	return may
}
