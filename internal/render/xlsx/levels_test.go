package xlsx

import (
	"testing"

	"baocao/internal/assess"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// What is behind the figures of a large country is more than a sheet takes: the deepest level
// stays out, never a part of one, and how many figures that are is told.
func TestLevelsThatDoNotFitStayOut(t *testing.T) {
	village := returns.Origin{Unit: "Thôn Đông", Value: "5"}
	commune := returns.Origin{Unit: "Xã An", Value: "10", Behind: []returns.Origin{village, village}}
	source := assess.Source{Role: resolution.RoleValue}
	source.Answer, source.Behind = returns.Given, []returns.Origin{commune, commune, commune}
	m := &assess.Measure{Measure: &resolution.Measure{ID: "1"}, Sources: []assess.Source{source}}
	a := &assess.Annex{Plan: &resolution.Plan{},
		Sections: []assess.Section{{Indicators: []assess.Indicator{{Measures: []*assess.Measure{m}}}}}}
	for _, c := range []struct{ room, deepest, left, rows int }{
		{10, 3, 0, 10}, {9, 2, 6, 4}, {4, 2, 6, 4}, {3, 1, 9, 1}, {0, 1, 9, 1},
	} {
		r := newLevels(a, 30)
		left, rows := r.fit(c.room), 0
		r.rows(func(inputKey, []cell) bool { rows++; return true })
		if r.deepest != c.deepest || left != c.left || rows != c.rows {
			t.Errorf("room %d: %d levels, %d rows, %d left out; want %+v", c.room, r.deepest, rows, left, c)
		}
	}
}
