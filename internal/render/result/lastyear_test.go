package result_test

import (
	"testing"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// Last year's figure is used for a measure that is the same one, and for no
// other that happens to have its number.
func TestLastYearIsOfTheSameMeasure(t *testing.T) {
	r := result.New(judged(t))
	next := func(change func(ratio, schools *resolution.Measure)) *resolution.Plan {
		p := judged(t).Plan
		p.Resolution.Year = 2023
		change(p.Measure("1.1"), p.Measure("1.2"))
		return p
	}
	at := diag.Position{File: "nam-truoc/ket-qua.json"}
	for _, c := range []struct {
		name   string
		change func(ratio, schools *resolution.Measure)
		code   string
	}{
		{"the same", func(*resolution.Measure, *resolution.Measure) {}, ""},
		{"another year in its name", func(m, _ *resolution.Measure) { m.Name = "Tổ chức đảng năm 2023" }, ""},
		{"another name", func(m, _ *resolution.Measure) { m.Name = "Tỷ lệ hộ nghèo" }, "B703"},
		{"another name, said to be the same", func(m, _ *resolution.Measure) {
			m.Name, m.LastYearID = "Tỷ lệ tổ chức đảng", "1.1"
		}, ""},
		{"another unit, said to be the same", func(m, _ *resolution.Measure) {
			m.Unit, m.LastYearID = "tổ chức", "1.1"
		}, "B703"},
		{"said to be one that was not there", func(m, _ *resolution.Measure) { m.LastYearID = "1.9" }, "B703"},
	} {
		last, problems := r.LastYear(next(c.change), at)
		figure, ok := last.Figure("1.1")
		switch {
		case c.code == "" && (len(problems) > 0 || !ok || figure.Plain() != "82.76" ||
			!last["1.1"].Totals[resolution.RoleNumerator].Equal(quantity.Int(48))):
			t.Errorf("%s: %v %v", c.name, last, problems)
		case c.code != "" && (ok || len(problems) != 1 || problems[0].Code != c.code || problems[0].At != at ||
			problems[0].Related[0].Line == 0):
			t.Errorf("%s: %v %v", c.name, last, problems)
		}
		if _, ok := last.Figure("1.2"); ok {
			t.Errorf("%s: a measure without a figure has one", c.name)
		}
	}
	last, _ := r.LastYear(next(func(*resolution.Measure, *resolution.Measure) {}), at)
	sum := quantity.Number{}
	for _, n := range last["1.1"].Inputs { // any order
		sum = sum.Add(n)
	}
	totals := last["1.1"].Totals
	if total := totals[resolution.RoleNumerator].Add(totals[resolution.RoleDenominator]); !sum.Equal(total) {
		t.Errorf("what the units told comes to %s, the totals to %s", sum.Plain(), total.Plain())
	}
	p := judged(t).Plan
	if last, problems := r.LastYear(p, at); last != nil || len(problems) != 1 || problems[0].Code != "B704" {
		t.Errorf("a result of the same year: %v %v", last, problems)
	}
}

// What a committee's figure was made of the year before is known of all its inputs, also
// those that it was asked for at another measure, and by its name where it is no more.
func TestLastYearIsKnownByUnits(t *testing.T) {
	r := result.New(judged(t))
	p := judged(t).Plan
	p.Resolution.Year = 2023
	p.Rollup = &resolution.Rollup{Changes: []resolution.Change{{From: []string{"Xã Núi Đôi", "Xã Bến Gỗ"}}}}
	m := r.Measure("1.1")
	r.Units = []result.Unit{{ID: "x1", Name: "Xã Núi đôi"}, {ID: "x2", Name: "Xã Bến Gỗ", Owes: []string{"9.value.2"}},
		{ID: "xa-nui-doi", Name: "Xã Khác"}, {ID: "x4", Name: "Xã Cầu Treo"}}
	said := func(unit, measure, role, answer, value string) result.Source {
		s := result.Source{Unit: unit, Measure: measure, Input: role, Answer: answer}
		if value != "" {
			s.Value = &value
		}
		return s
	}
	m.Sources = []result.Source{said("x1", "1.1", "numerator", "given", "3"),
		said("x1", "7", "denominator", "given", "4"),
		said("x1", "8", "denominator", "given", "5"), said("x4", "1.1", "numerator", "nil", ""),
		said("x4", "7", "denominator", "pending", ""), said("xa-nui-doi", "1.1", "numerator", "given", "900"),
		said("x2", "9", "numerator", "given", "8"), said("x2", "7", "denominator", "given", "6")}
	last, _ := r.LastYear(p, diag.Position{})
	for at, want := range map[resolution.LastPart]string{
		{Unit: "xa-nui-doi", Role: resolution.RoleNumerator}:   "3", // of no other that had such an id
		{Unit: "xa-nui-doi", Role: resolution.RoleDenominator}: "9",
		{Unit: "x4", Role: resolution.RoleNumerator}:           "0",
		{Unit: "x4", Role: resolution.RoleDenominator}:         "", // no result yet
		{Unit: "xa-ben-go", Role: resolution.RoleNumerator}:    "", // a line of it was owed
		{Unit: "xa-ben-go", Role: resolution.RoleDenominator}:  "6",
	} {
		got := ""
		if n, ok := last["1.1"].Parts[at]; ok {
			got = n.Plain()
		}
		if got != want {
			t.Errorf("%s, %s: %q, want %q", at.Unit, at.Role, got, want)
		}
	}
}
