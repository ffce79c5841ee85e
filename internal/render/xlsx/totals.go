package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// totals are where the totals of inputs stand in a workbook, by the key of the ask.
// The formulas of the annex are made of them and hold no number of an input.
type totals struct {
	plan *resolution.Plan
	at   map[string]total
}

// total is one input's: a cell, and what stands in it.
type total struct {
	sheet, cell string // "$D$7"
	value       quantity.Number
	words       bool // "không phát sinh": for a formula it is 0
}

func newTotals(p *resolution.Plan) *totals { return &totals{plan: p, at: map[string]total{}} }

func (t total) link() link {
	return link{sheet: t.sheet, cell: strings.ReplaceAll(t.cell, "$", "")}
}

// ref is the total inside a formula of a sheet.
func (t total) ref(of string) string {
	ref := t.cell
	if t.sheet != of {
		ref = quotedSheet(t.sheet) + "!" + t.cell
	}
	if t.words {
		return "N(" + ref + ")"
	}
	return ref
}

// operands are the totals as formulas of a sheet point at them. What does not add up to
// the total that the figure was computed of is no operand.
func (t *totals) operands(of string) operands {
	return func(m *assess.Measure, role resolution.Role) (operand, bool) {
		value, ok := totalOf(m, role)
		var sum quantity.Number
		var refs []string
		for _, key := range inputKeys(t.plan, m.Measure, role) {
			at, known := t.at[key]
			ok = ok && known
			sum = sum.Add(at.value)
			refs = append(refs, at.ref(of))
		}
		if !ok || len(refs) == 0 || !sum.Equal(value) {
			return operand{}, false
		}
		return operand{text: added(refs), value: value}, true
	}
}

// held are the conditions that the totals of a measure are those that it was computed of, as far
// as they find room in a formula: a quotient says nothing of them.
func (t *totals) held(m *assess.Measure, of string) (conditions []string) {
	length := 0
	for _, role := range m.Formula().Roles() {
		for _, key := range inputKeys(t.plan, m.Measure, role) {
			at, known := t.at[key]
			if !known || at.words {
				continue
			}
			decimals := at.value.Decimals(maxShown)
			condition := fmt.Sprintf("ROUND(%s,%d)=%s", at.ref(of), decimals, at.value.Round(decimals).Plain())
			if length += len(condition); length > maxFormula/2 || slices.Contains(conditions, condition) {
				continue
			}
			conditions = append(conditions, condition)
		}
	}
	return conditions
}

// first is where the first input of a measure stands.
func (t *totals) first(m *assess.Measure) (total, bool) {
	roles := m.Formula().Roles()
	for _, role := range roles {
		for _, key := range inputKeys(t.plan, m.Measure, role) {
			if at, ok := t.at[key]; ok {
				return at, true
			}
		}
	}
	return total{}, false
}

func totalOf(m *assess.Measure, role resolution.Role) (quantity.Number, bool) {
	for _, t := range m.Totals {
		if t.Role == role {
			return t.Value, true
		}
	}
	return quantity.Number{}, false
}

// added is a sum of references, as one operand.
func added(refs []string) string {
	if len(refs) == 1 {
		return refs[0]
	}
	return "(" + strings.Join(refs, "+") + ")"
}

// inputKeys are the keys of all that goes into one role of a measure: its own input or
// the one that it shares, and those of the measures it is made of.
func inputKeys(p *resolution.Plan, m *resolution.Measure, role resolution.Role) []string {
	var keys []string
	take := func(of *resolution.Measure, asked resolution.Role) {
		owner, in := p.Input(of, asked)
		switch {
		case in == nil:
		case in.Asked() && in.Lines != nil:
			for i := range in.Lines {
				keys = append(keys, resolution.Ask{Measure: owner, Role: in.Role, Line: i + 1}.Key())
			}
		default:
			keys = append(keys, resolution.Key(owner.ID, in.Role))
		}
	}
	if role == resolution.RoleSatisfying || role == resolution.RoleAsked { // counted
		return []string{resolution.Key(m.ID, role)}
	}
	take(m, role)
	for _, part := range m.Method.Facts().Parts {
		for _, id := range m.Of {
			if of := p.Measure(id); part.As == role && of != nil && id != m.ID {
				take(of, part.Asked)
			}
		}
	}
	return keys
}
