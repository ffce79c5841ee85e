package resolution

import (
	"testing"

	"baocao/internal/quantity"
)

// The newest older report that says something of a measure counts, and only where
// last year's says nothing.
func TestTheNewestOlderReportThatSaysSomething(t *testing.T) {
	seven, eight := quantity.Int(7), quantity.Int(8)
	last := LastYear{"2": {Figure: &eight}}
	last = last.Earlier(LastYear{"1": {}, "2": {Figure: &seven}})
	last = last.Earlier(LastYear{"1": {Figure: &seven}})
	last = last.Earlier(LastYear{"1": {Figure: &eight}})
	if e := last["1"].Earlier; e == nil || e.Figure == nil || !e.Figure.Equal(seven) {
		t.Errorf("%+v", e)
	}
	if last["2"].Earlier != nil {
		t.Error("last year's figure is known")
	}
	if none := LastYear(nil).Earlier(LastYear{"1": {Figure: &seven}}); none["1"].Earlier == nil {
		t.Error("nothing was taken where there is no report of last year")
	}
}
