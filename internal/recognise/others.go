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
	if r.otherAsks != nil {
		return r.otherAsks
	}
	r.otherAsks = map[string]resolution.Ask{}
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
			if _, taken := r.otherAsks[label]; taken {
				twice[label] = true
			}
			r.otherAsks[label] = a
		}
	}
	for label := range twice {
		delete(r.otherAsks, label)
	}
	return r.otherAsks
}

// readOther notes what a row tells of a figure that another unit owns. Nothing
// about it is a problem of the sender's: a cell that cannot be used is left.
func (r *reader) readOther(p place) bool {
	ask, ok := r.foreign()[viet.Fold(p.labels[len(p.labels)-1])]
	if !ok {
		return false
	}
	beside := &reader{plan: r.plan, last: r.last, book: r.book, file: r.file, unit: r.unit, asks: []resolution.Ask{ask}}
	beside.take(ask, p)
	if o := beside.answers[ask.Key()]; o.Answer == returns.Given && !slices.ContainsFunc(r.others, func(x returns.Other) bool { return x.Key == o.Key }) {
		r.others = append(r.others, returns.Other{Observation: o, Owner: r.plan.Owners(ask)[0]})
	}
	return true
}
