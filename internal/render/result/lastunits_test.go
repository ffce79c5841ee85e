package result_test

import (
	"testing"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// Last year's list had its communes in another order, so that their ids are others' now: what
// each told goes with its name.
func TestLastYearsUnitsAreKnownByTheirNames(t *testing.T) {
	one, two := "7", "9"
	r := &result.Result{Resolution: result.Resolution{Year: 2025},
		Units: []result.Unit{{ID: "xa-1", Name: "Xã Bình Minh"}, {ID: "xa-2", Name: "Xã An Khê"}},
		Sections: []result.Section{{Indicators: []result.Indicator{{Measures: []result.Measure{{ID: "1", Name: "Số hộ",
			Unit: "hộ", Sources: []result.Source{
				{Unit: "xa-1", Measure: "1", Input: "value", Answer: "given", Value: &one},
				{Unit: "xa-2", Measure: "1", Input: "value", Answer: "given", Value: &two}}}}}}}}}
	plan := func(first, second string, alias ...string) *resolution.Plan {
		p := &resolution.Plan{Resolution: resolution.Resolution{Year: 2026}, Rollup: &resolution.Rollup{},
			Units: []resolution.Unit{{ID: "xa-1", Name: first, Aliases: alias}, {ID: "xa-2", Name: second}},
			Sections: []resolution.Section{{Indicators: []resolution.Indicator{{Number: 1,
				Measures: []*resolution.Measure{{ID: "1", Name: "Số hộ", Unit: "hộ", Method: resolution.Sum}}}}}}}
		p.Index()
		return p
	}
	// Two that are one now: neither's answer is that one's.
	joined := plan("Xã Cẩm Sơn", "Xã Đại Lộc", "Xã Bình Minh", "Xã An Khê")
	if last, _ := r.LastYear(joined, diag.Position{}); len(last["1"].Inputs) > 0 {
		t.Errorf("one of two: %v", last["1"].Inputs)
	}
	for _, c := range []struct {
		name        string
		plan        *resolution.Plan
		first, then string // what xa-1 and xa-2 of this year told then; "" for nothing
		code        string
	}{
		{"in the same order", plan("Xã Bình Minh", "Xã An Khê"), "7", "9", ""},
		{"in another order", plan("Xã An Khê", "Xã Bình Minh"), "9", "7", ""},
		{"one is gone, its id is another's", plan("Xã An Khê", "Xã Cẩm Sơn"), "9", "", ""},
		{"one that nobody knew", plan("Xã Cẩm Sơn", "Xã An Khê"), "", "9", "B705"},
		{"one that was renamed, as the office says", plan("Xã Cẩm Sơn", "Xã An Khê", "Xã Bình Minh"), "7", "9", ""},
	} {
		last, problems := r.LastYear(c.plan, diag.Position{File: "nam-truoc/ket-qua.json"})
		for unit, want := range map[string]string{"xa-1": c.first, "xa-2": c.then} {
			in, has := last["1"].Inputs[resolution.LastInput{Unit: unit, Role: resolution.RoleValue}]
			part := last["1"].Parts[resolution.LastPart{Unit: unit, Role: resolution.RoleValue}]
			if has != (want != "") || has && (!in.Equal(quantity.MustParse(want)) || !part.Equal(in)) {
				t.Errorf("%s: %s told %s, %s", c.name, unit, in.Plain(), part.Plain())
			}
		}
		if (len(problems) > 0) != (c.code != "") || c.code != "" && problems[0].Code != "B705" {
			t.Errorf("%s: %v", c.name, problems)
		}
	}
}
