package recognise

import (
	"slices"

	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// otherAsk is what another unit alone is asked under a label. A label that two
// units share, or that one of the sender's own asks bears, is nobody's: only
// what is beyond doubt is set beside the owner's figure.
func (r *reader) otherAsk(label string) (ask resolution.Ask, owner string, ok bool) {
	folded := viet.Fold(label)
	sole, ok := r.sole[folded]
	if !ok || sole.owner == r.unit || slices.ContainsFunc(r.asks.list,
		func(a *known) bool { return slices.Contains(a.labels, folded) }) {
		return resolution.Ask{}, "", false
	}
	return sole.Ask, sole.owner, true
}

// readOther notes what a row tells of a figure that another unit owns. Nothing
// about it is a problem of the sender's: a cell that cannot be used is left.
func (r *reader) readOther(p place) bool {
	ask, owner, ok := r.otherAsk(p.labels[len(p.labels)-1])
	if !ok {
		return false
	}
	beside := r.Knowledge.reader(r.file, r.unit, r.book)
	beside.take(ask, p)
	o := beside.answers[ask.Key()]
	told := slices.ContainsFunc(r.others, func(x returns.Other) bool { return x.Key == o.Key })
	if o.Answer == returns.Given && !told {
		r.others = append(r.others, returns.Other{Observation: o, Owner: owner})
	}
	return true
}
