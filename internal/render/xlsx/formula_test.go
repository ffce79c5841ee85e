package xlsx

import (
	"testing"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

func ratio(t *testing.T, target, numerator, denominator string) *assess.Measure {
	t.Helper()
	to, err := resolution.ParseTarget(target)
	if err != nil {
		t.Fatal(err)
	}
	m := &assess.Measure{Measure: &resolution.Measure{ID: "1", Method: resolution.Ratio, Decimals: 2}, Target: to}
	x, y := quantity.MustParse(numerator), quantity.MustParse(denominator)
	m.Totals = []assess.Total{{Role: resolution.RoleNumerator, Value: x}, {Role: resolution.RoleDenominator, Value: y}}
	exact, _ := x.Mul(hundred).Quo(y)
	judged := m.Figure(to, exact)
	m.Actual, m.Judged = &exact, &judged
	m.Computed = to.Judge(exact, judged)
	if p, ok := m.PercentOf(to, judged, m.Computed); ok {
		m.PercentOfTarget = &p
	}
	return m
}

// constants are the totals as numbers.
func constants(m *assess.Measure, role resolution.Role) (operand, bool) {
	n, ok := totalOf(m, role)
	return operand{n.Plain(), n}, ok
}

func TestFormulaRoundsAsTheFigureDoes(t *testing.T) {
	for _, tc := range []struct{ target, x, y, figure, percent string }{
		{">= 80", "48", "58", "ROUND(100*48/58,2)", "ROUND(100*F9/D9,2)"},
		{">= 80", "1", "3", "ROUND(100*1/3,2)", "ROUND(100*F9/D9,2)"},
		{">= 30000", "29999", "100", "ROUND(100*29999/100,2)", "TRUNC(100*F9/D9,2)"}, // missed, so no 100
		{">= 30000", "30001", "100", "ROUND(100*30001/100,2)", "ROUND(100*F9/D9,2)"},
		{"> 90", "9", "10", "ROUND(100*9/10,2)", ""}, // what was to be exceeded
		{"= 100", "31999", "32000", "TRUNC(100*31999/32000,2)", "F9"},
		{"= 100", "1", "100000", "ROUNDUP(100*1/100000,2)", "F9"}, // 0,001% is not 0
		{"= 0", "1", "100000", "ROUNDUP(100*1/100000,2)", ""},
		{"80..90", "85", "100", "ROUND(100*85/100,2)", ""}, // inside a range: 100
		{"80..90", "99", "100", "ROUND(100*99/100,2)", "ROUND(100*F9/E9,2)"},
		{"<= 20", "9", "48", "ROUND(100*9/48,2)", ""},
		{"= 100", "99999999999999999999", "100000000000000000000", "", "F9"}, // binary numbers would say 100
	} {
		m := ratio(t, tc.target, tc.x, tc.y)
		if got := figureFormula(m, constants); got != tc.figure {
			t.Errorf("%s/%s for %s: %q, want %q", tc.x, tc.y, tc.target, got, tc.figure)
		}
		if got := percentFormula(m, "F9", []string{"D9", "E9"}); got != tc.percent {
			t.Errorf("%s/%s for %s: percent %q, want %q", tc.x, tc.y, tc.target, got, tc.percent)
		}
	}
}

// The cell of every quotient holds the formula that the figure was computed with.
func TestEveryQuotientHasItsFormula(t *testing.T) {
	info, err := resolution.ParseTarget("info")
	if err != nil {
		t.Fatal(err)
	}
	for _, method := range resolution.Methods() {
		m := &assess.Measure{Measure: &resolution.Measure{ID: "1", Method: method, Decimals: 2}, Target: info}
		f := m.Formula()
		of := map[resolution.Role]quantity.Number{}
		for i, role := range f.Roles() {
			of[role] = quantity.Int(int64(64 >> i))
			m.Totals = append(m.Totals, assess.Total{Role: role, Value: of[role]})
		}
		want := ""
		if _, amount := f.Total(); amount && !method.Facts().IsDay {
			want = "64"
		}
		if f.Divisor() != nil {
			exact, _ := f.Compute(func(r resolution.Role) quantity.Number { return of[r] })
			judged := m.Figure(info, exact)
			m.Actual, m.Judged = &exact, &judged
			want = "ROUND(" + f.Text(func(r resolution.Role) string { return of[r].Plain() }, quantity.Number.Plain,
				sheetSigns) + ",2)"
		}
		if got := figureFormula(m, constants); got != want {
			t.Errorf("%s: %q, want %q", method, got, want)
		}
	}
}
