package recognise

import (
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// A zero where it cannot be was filled in for want of a figure: of a whole, beside many
// that were planned or counted last year, in all rows of a file.

// manyBeside is how much has to stand beside a zero for it to be asked about: of a few,
// none may be left.
var manyBeside = quantity.Int(10)

// checkZero asks about a zero of a whole, or beside a plan or last year's figure that is
// many. What is to fall may have fallen to it; who writes a reason in the form has looked.
func (t *taking) checkZero() {
	if t.o.Answer != returns.Given || t.ask.Kind != resolution.AskNumber || t.o.Value.Sign() != 0 ||
		t.how == returns.ByForm && returns.Explains(t.o) {
		return
	}
	switch t.ask.Role {
	case resolution.RolePlan, resolution.RolePrevious, resolution.RoleLast:
		return
	}
	what, args, see := "", diag.Args{}, diag.Position{}
	for _, ref := range t.neighbours() {
		if (!ref.NoLess || t.ask.Negative) && !t.ask.Measure.IsToFall() &&
			ref.What != "size.beside" && ref.Value.Cmp(manyBeside) >= 0 &&
			!t.isPartOf(ref) {
			what, args, see = ref.What, diag.Args{"value": ref.Value.Exact(), "cell": ref.at.Cell}, ref.at
			break
		}
	}
	switch {
	case what != "":
	case t.ask.Role == resolution.RoleDenominator:
		what = "size.whole"
	default:
		return
	}
	t.fault("B990", t.o.At, diag.Args{"label": t.ask.Label, "unit": t.ask.Unit, "reference": diag.Say(what, args)})
	if see.Cell != "" {
		last := &t.problems[len(t.problems)-1]
		*last = last.See(see)
	}
	t.doubted++
}

// checkZeros asks about the zeros of a file that has no other figure: nobody has counted
// yet. In a form each of them was written on purpose.
func (r *reader) checkZeros() {
	var cells []diag.Cell
	zeros := r.doubted
	for _, a := range r.asks.list {
		o, ok := r.answers[a.Key()]
		if !ok || a.Kind != resolution.AskNumber || o.Answer == returns.Blank {
			continue
		}
		switch {
		case o.Answer == returns.Faulty:
		case o.Answer != returns.Given || o.Value.Sign() != 0 || o.How == returns.ByForm:
			return
		default:
			zeros++
			cells = append(cells, diag.Cell{At: o.At, Label: a.Label, Heading: o.Column, Input: o.Key, Value: "0"})
		}
	}
	if len(cells) > 0 && zeros >= fewestAlike {
		r.askAlike(cells, zeros)
	}
}
