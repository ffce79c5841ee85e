package resolution

import (
	"slices"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/quantity"
)

// What an entry of the table says has to hold together.
func TestEveryMethodIsComplete(t *testing.T) {
	for _, m := range Methods() {
		f := m.Facts()
		if f.Sentence == "" || (f.Reason == "") != m.ByOffice() {
			t.Errorf("%s has no sentence or no reason", m)
		}
		known := slices.Clone(f.Roles)
		if f.Counted { // of what the units answer only the count goes into the figure
			known = []Role{RoleSatisfying, RoleAsked}
		}
		for _, p := range f.Parts {
			known = append(known, p.As)
			if !slices.Contains(f.Of.Facts().Roles, p.Asked) {
				t.Errorf("%s takes %s of %s, which is not asked for it", m, p.Asked, f.Of)
			}
		}
		used := f.Formula.Roles()
		for _, role := range used {
			if !slices.Contains(known, role) {
				t.Errorf("%s computes with %s, which nobody is asked", m, role)
			}
		}
		for _, role := range known {
			if f.Formula != nil && !slices.Contains(used, role) {
				t.Errorf("%s asks for %s and does nothing with it", m, role)
			}
		}
		if (f.Compared == "") != (f.Base == "") || f.Base != "" &&
			(!slices.Contains(used, f.Compared) || !slices.Contains(used, f.Base)) {
			t.Errorf("%s compares %q with %q", m, f.Compared, f.Base)
		}
		if base := f.Formula.Divisor(); base != nil && f.Base != "" {
			if role, one := base.Total(); !one || role != f.Base {
				t.Errorf("%s is divided by something else than %s", m, f.Base)
			}
		}
		if (f.PartOfBase || f.Years) && f.Base == "" {
			t.Errorf("%s has no base", m)
		}
		if (f.Of == "") != (f.Parts == nil) {
			t.Errorf("%s: of %q and parts %v", m, f.Of, f.Parts)
		}
		if m.Divided() != (f.Unit == "%") {
			t.Errorf("%s: unit %q", m, f.Unit)
		}
	}
	if f := Method("rate").Facts(); f.Roles != nil || f.Formula != nil {
		t.Errorf("an unknown method has facts: %+v", f)
	}
}

// The formula of every method: what it comes to, and how it is written.
func TestFormulas(t *testing.T) {
	totals := map[Role]string{RoleValue: "3", RoleOthers: "9", RoleNumerator: "48", RoleDenominator: "60",
		RoleCurrent: "90", RolePrevious: "100", RoleActual: "115", RolePlan: "100", RoleSatisfying: "12",
		RoleAsked: "16"}
	total := func(r Role) quantity.Number { return num(totals[r]) }
	signs := Signs{Plus: "+", Minus: "-", Times: "*", Over: "/"}
	cases := map[Method]struct{ figure, text string }{
		Value:       {"3", "value"},
		Sum:         {"3", "value"},
		Ratio:       {"80", "100*numerator/denominator"},
		Growth:      {"-10", "100*(current-previous)/previous"},
		Decrease:    {"10", "100*(previous-current)/previous"},
		Each:        {"75", "100*satisfying/asked"},
		Rank:        {"3", "value"},
		OnDay:       {"3", "value"},
		PlanRatio:   {"15", "100*(actual-plan)/plan"},
		Share:       {"25", "100*value/(value+others)"},
		TotalGrowth: {"-10", "100*(current-previous)/previous"},
	}
	for method, want := range cases {
		f := (&Measure{Method: method}).Formula()
		got, ok := f.Compute(total)
		text := f.Text(func(r Role) string { return string(r) }, quantity.Number.Plain, signs)
		if !ok || got.Plain() != want.figure || text != want.text {
			t.Errorf("%s: %s = %s %v, want %s = %s", method, text, got.Plain(), ok, want.text, want.figure)
		}
	}
	for _, m := range Methods() {
		if _, tried := cases[m]; !tried && !m.ByOffice() {
			t.Errorf("no case of %s", m)
		}
		if m.Divided() {
			for _, base := range []string{"0", "-5"} {
				if n, ok := m.Facts().Formula.Compute(func(Role) quantity.Number { return num(base) }); ok {
					t.Errorf("%s of a base of %s is %s", m, base, n.Plain())
				}
			}
		}
	}
	for text, m := range map[string]*Measure{
		"numerator/denominator":      {Method: Ratio, Per: new(num("1"))},
		"1000*numerator/denominator": {Method: Ratio, Per: new(num("1000"))},
		"current-previous":           {Method: Growth, InUnit: true},
		"previous-current":           {Method: Decrease, InUnit: true},
	} {
		got := m.Formula().Text(func(r Role) string { return string(r) }, quantity.Number.Plain, signs)
		if got != text || !m.Divided() {
			t.Errorf("%s, want %s; divided %v", got, text, m.Divided())
		}
	}
	stated := &Measure{Method: Share, Inputs: []Input{{Role: RoleValue, Unit: "%"}}}
	if got, ok := stated.Formula().Compute(total); !ok || got.Plain() != "3" {
		t.Errorf("a share that its unit states is %s", got.Plain())
	}
}

// Parentheses stand where leaving them out would mean something else, and only there.
func TestFormulaText(t *testing.T) {
	a, b, c := total("a"), total("b"), total("c")
	for want, f := range map[string]*Formula{
		"a - b - c":   join(join(a, Minus, b), Minus, c),
		"a - (b - c)": join(a, Minus, join(b, Minus, c)),
		"a - (b + c)": join(a, Minus, join(b, Plus, c)),
		"a + b - c":   join(a, Plus, join(b, Minus, c)),
		"a / b / c":   join(join(a, Over, b), Over, c),
		"a / (b / c)": join(a, Over, join(b, Over, c)),
		"a / (b * c)": join(a, Over, join(b, Times, c)),
		"a * b / c":   join(join(a, Times, b), Over, c),
		"a * (b + c)": join(a, Times, join(b, Plus, c)),
		"a + b * c":   join(a, Plus, join(b, Times, c)),
		"2 * a":       join(constant(2), Times, a),
	} {
		signs := Signs{Plus: " + ", Minus: " - ", Times: " * ", Over: " / "}
		if got := f.Text(func(r Role) string { return string(r) }, quantity.Number.Plain, signs); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestAmountsWithTheirUnit(t *testing.T) {
	for _, c := range []struct {
		method        Method
		unit, n       string
		decimals      int
		vietnamese    string
		english       string
		promise, text string
	}{
		{Ratio, "%", "82.7586", 2, "82,76%", "82.76%", "từ 80% trở lên", ">= 80"},
		{Ratio, "‰", "827.586", 2, "827,59‰", "827.59‰", "từ 800‰ trở lên", ">= 800"},
		{Growth, "", "-12.5", 1, "-12,5%", "-12.5%", "tăng trên 12%", "> 12"},
		{Growth, "%", "3", 2, "3%", "3%", "chỉ để theo dõi", "info"},
		{Value, "trường", "3", 2, "03 trường", "3 trường", "từ 02 trường trở lên", ">= 2"},
		{Sum, "tỷ đồng", "3168.555", 2, "3.168,555 tỷ đồng", "3,168.555 tỷ đồng", "3.100 - 3.500 tỷ đồng",
			"3100..3500"},
		{Decrease, "%", "10", 2, "10%", "10%", "giảm từ 5% trở lên", ">= 5"},
		{Decrease, "%", "10", 2, "10%", "10%", "giảm 5 - 10%", "5..10"},
		{Decrease, "%", "0", 2, "0%", "0%", "không tăng", ">= 0"},
		{Growth, "%", "0", 2, "0%", "0%", "không tăng", "<= 0"},
		{Growth, "%", "0", 2, "0%", "0%", "bằng năm trước", "= 0"},
		{Growth, "%", "3", 2, "3%", "3%", "không cao hơn năm trước", "<= previous"},
		{Decrease, "%", "3", 2, "3%", "3%", "không thấp hơn năm trước", ">= previous"},
		{Rank, "hạng", "8", 2, "8", "8", "xếp thứ 10 trở lên", "<= 10"},
		{Rank, "hạng", "8", 2, "8", "8", "xếp trên thứ 10", "< 10"},
		{Rank, "hạng", "8", 2, "8", "8", "xếp thứ 5 - 10", "5..10"},
		{OnDay, "", "44742", 2, "30/6/2022", "2022-06-30", "chậm nhất ngày 30/6/2022", "by 2022-06-30"},
		{Value, "vụ", "3", 2, "03 vụ", "3 vụ", "không cao hơn năm trước", "<= previous"},
		{Value, "vụ", "3", 2, "03 vụ", "3 vụ", "thấp hơn năm trước", "< previous"},
		{Value, "", "1234567", 0, "1.234.567", "1,234,567", "không còn", "= 0"},
	} {
		m := &Measure{Method: c.method, Unit: c.unit, Decimals: c.decimals}
		if got := m.Amount(num(c.n)); got != (diag.Text{Vi: c.vietnamese, En: c.english}) {
			t.Errorf("%s %s: %q", c.n, c.unit, got)
		}
		if got := m.Promise(target(t, c.text)).Vi; got != c.promise {
			t.Errorf("%s %s: %q, want %q", c.text, c.unit, got, c.promise)
		}
	}
}
