package recognise

import (
	"slices"

	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// foreign are the asks of other units that one unit alone owns, by what they
// are called. A name that two of them share, or that the sender's own asks bear,
// is left out: only what is beyond doubt is set beside the owner's figure.
func (r *reader) foreign() map[string]resolution.Ask {
	if r.others != nil {
		return r.others
	}
	r.others = map[string]resolution.Ask{}
	twice := map[string]bool{}
	for _, a := range r.asks {
		for _, label := range r.words(a).labels {
			twice[label] = true
		}
	}
	for _, u := range r.plan.Units {
		if u.ID == r.unit {
			continue
		}
		for _, a := range r.plan.Asks(u.ID) {
			if a.Kind != resolution.AskNumber || !a.Required || len(r.plan.Owners(a)) != 1 {
				continue
			}
			label := viet.Fold(a.Label)
			if _, taken := r.others[label]; taken {
				twice[label] = true
			}
			r.others[label] = a
		}
	}
	for label := range twice {
		delete(r.others, label)
	}
	return r.others
}

// readOther notes what a row tells of a figure that another unit owns. Nothing
// about it is a problem of the sender's: a cell that cannot be read is left.
func (r *reader) readOther(t *table, a answered) bool {
	ask, ok := r.foreign()[viet.Fold(a.label)]
	if !ok {
		return false
	}
	aside := &reader{plan: r.plan, last: r.last, book: r.book, file: r.file, unit: r.unit, asks: []resolution.Ask{ask}}
	aside.readRow(ask, t.sheet, t.columns, a.row, "label")
	if o := aside.answers[ask.Key()]; o.Answer == returns.Given && !slices.ContainsFunc(r.told, func(x returns.Other) bool { return x.Key == o.Key }) {
		r.told = append(r.told, returns.Other{Observation: o, Owner: r.plan.Owners(ask)[0]})
	}
	return true
}
