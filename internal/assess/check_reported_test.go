package assess_test

import (
	"slices"
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// said is what a report of a part of the year had of the measures' inputs:
// "9-thang 1.value=33".
func said(t *testing.T, unit string, reports ...string) []resolution.Reported {
	t.Helper()
	var all []resolution.Reported
	for _, r := range reports {
		word, inputs, _ := strings.Cut(r, " ")
		of, ok := resolution.ParsePeriod(word)
		if !ok {
			t.Fatal(word)
		}
		out := resolution.Reported{Period: of, Said: resolution.LastYear{}}
		for _, in := range strings.Fields(inputs) {
			key, value, _ := strings.Cut(in, "=")
			id, role, _ := strings.Cut(key, ".")
			if out.Said[id].Inputs == nil {
				out.Said[id] = resolution.LastFigure{Inputs: map[resolution.LastInput]quantity.Number{}}
			}
			of := resolution.LastInput{Unit: unit, Role: resolution.Role(role)}
			out.Said[id].Inputs[of] = quantity.MustParse(value)
		}
		all = append(all, out)
	}
	return all
}

// What adds up in the course of a year is no less than was reported of a part of it,
// and as much as its parts together. What may rise and fall is left alone.
func TestFiguresAgreeWithThoseOfThePartsOfTheYear(t *testing.T) {
	people := "unit = \"đảng viên\"\nmethod = \"value\"\nfrom = [\"bhxh\"]\n"
	accidents := strings.Replace(people, "đảng viên", "vụ", 1)
	poor := strings.ReplaceAll(decrease, "vụ", "hộ")
	part := strings.Replace(ratio, "phuong", "bhxh", 1)
	quarters := []string{"quy-1 1.value=10", "quy-2 1.value=10", "quy-3 1.value=10", "quy-4 1.value=10"}
	for _, c := range []struct {
		name, measure, forms string
		reported             []string
		want                 string
	}{
		{"no less", people + target(">= 30"), "1.value=40", []string{"9-thang 1.value=33"}, ""},
		{"as much", people + target(">= 30"), "1.value=33", []string{"9-thang 1.value=33"}, ""},
		{"less than nine months", people + target(">= 30"), "1.value=32", []string{"9-thang 1.value=33"}, "B445"},
		{"less than a quarter", people + target(">= 30"), "1.value=7", []string{"quy-2 1.value=8"}, "B445"},
		{"a profit that was lost again", strings.Replace(people, "\n", "\ninputs.value = { label = \"Lãi\", "+
			"negative = true }\n", 1) + target(">= 30"), "1.value=-4", []string{"9-thang 1.value=33"}, ""},
		{"nothing reported", people + target(">= 30"), "1.value=7", []string{"quy-2 2.value=8"}, ""},
		{"what is to fall", people + target("<= 30"), "1.value=20", []string{"6-thang 1.value=25"}, ""},
		{"people, though their unit begins like a case", strings.Replace(people, "đảng viên", "cá nhân", 1) +
			target("<= 30"), "1.value=20", []string{"6-thang 1.value=25"}, ""},
		{"what happens, though it is to fall", accidents + target("<= 30"), "1.value=20",
			[]string{"6-thang 1.value=25"}, "B445"},
		{"growth", growth + target(">= 5"), "1.current=90 1.previous=80", []string{"6-thang 1.current=95"}, "B445"},
		{"its year before", growth + target(">= 5"), "1.current=90 1.previous=80", []string{"6-thang 1.previous=85"},
			"B445"},
		{"a decrease of a state", poor + target(">= 5"), "1.current=40 1.previous=60",
			[]string{"6-thang 1.current=50"}, ""},
		{"a decrease of what happens", decrease + target(">= 5"), "1.current=40 1.previous=60",
			[]string{"6-thang 1.current=50"}, "B445"},
		{"a state a little less", part + target(">= 5"), "1.numerator=90 1.denominator=100",
			[]string{"6-thang 1.numerator=92 1.denominator=103"}, ""},
		{"a state less than half", part + target(">= 5"), "1.numerator=40 1.denominator=100",
			[]string{"6-thang 1.numerator=92 1.denominator=103"}, "B445"},
		{"four quarters", people + target(">= 30"), "1.value=40", quarters, ""},
		{"four quarters make another sum", people + target(">= 30"), "1.value=41", quarters, "B446"},
		{"one is missing", people + target(">= 30"), "1.value=41",
			[]string{"quy-1 1.value=10", "quy-2 1.value=10", "quy-4 1.value=10"}, ""},
		{"half and quarters", people + target(">= 30"), "1.value=41",
			[]string{"6-thang 1.value=20", "quy-3 1.value=10", "quy-4 1.value=10"}, "B446"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := planOf(t, indicator("", c.measure), "")
			a := assess.Consolidate(p, forms("bhxh: "+c.forms), nil, nil, said(t, "bhxh", c.reported...)...)
			var got []string
			for _, problem := range a.Problems {
				if strings.HasPrefix(problem.Code, "B44") {
					got = append(got, problem.Code)
				}
			}
			if strings.Join(slices.Compact(got), " ") != c.want {
				t.Errorf("says %q, want %q", got, c.want)
			}
		})
	}
}
