package plan

import "baocao/internal/quantity"

// TargetKind is a word of the target language (design.md 4).
type TargetKind int

// The kinds of targets.
const (
	AtLeast     TargetKind = iota // >= x
	MoreThan                      // > x
	AtMost                        // <= x
	LessThan                      // < x
	Around                        // x +- d
	Range                         // a..b
	Hundred                       // = 100
	Zero                          // = 0
	IsStatement                   // statement
	IsInfo                        // info
)

// Target is what a figure is compared with.
type Target struct {
	Kind TargetKind
	A    quantity.Number // x, or the low end of a range
	B    quantity.Number // the tolerance d, or the high end of a range
	Text string          // as written in the plan, for ket-qua.json: ">= 80"
}
