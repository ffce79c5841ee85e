package assess_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// Each check across answers, with figures that pass and figures that do not.
func TestRules(t *testing.T) {
	two := func(a, b string) string { return indicator("", a+target(">= 1"), b+target(">= 1")) }
	part := "part_of = \"1.1\"\n"
	same := "unit = \"%\"\nmethod = \"ratio\"\nfrom = [\"phuong\"]\npart_of = \"1.1\"\n" +
		"inputs.numerator = { label = \"Xuất sắc\", unit = \"hộ\" }\n" +
		"inputs.denominator = { same_as = \"1.1.denominator\" }\n"
	apart := strings.Replace(ratio, "label = \"Mẫu\", unit = \"hộ\"",
		"label = \"Mẫu\", unit = \"hộ\", from = [\"bhxh\"]", 1)
	households := strings.Replace(value, "trường", "hộ", 1) +
		"inputs = { value = { label = \"Tổng số hộ\", unit = \"hộ\", population = \"hộ dân\" } }\n"
	wards := "unit = \"hộ\"\nmethod = \"sum\"\nfrom = [\"phuong\"]\n" +
		"inputs = { value = { label = \"Số hộ gia đình\", unit = \"hộ\", population = \"Hộ dân\" } }\n"
	listed := value + "list = true\n"
	last := func(figure, current string) resolution.LastYear {
		l := resolution.LastFigure{Totals: map[resolution.Role]quantity.Number{}}
		if figure != "" {
			n := quantity.MustParse(figure)
			l.Figure = &n
		}
		if current != "" {
			l.Totals[resolution.RoleCurrent] = quantity.MustParse(current)
		}
		return resolution.LastYear{"1": l, "1.1": l}
	}
	manyGrow := strings.Replace(growth, "bhxh", "phuong", 1)
	one := func(m string) string { return indicator("", m+target(">= 1")) }
	for _, c := range []struct {
		code, name, plan, good, bad string
		last                        resolution.LastYear
		unused                      string // of the bad figures: measures that come to nothing
	}{
		{"B407", "nothing arose on one side", one(ratio),
			ratios("4/9", "nil/nil", "1/2"),
			ratios("4/9", "nil/7", "1/2"),
			nil, "1"},
		{"B408", "a stated rate of what cannot pass 100", indicator("", rate+target("= 100")), "bhxh: 1.value=100",
			"bhxh: 1.value=101", nil, "1"},
		{"B409", "shares that are no whole",
			two("unit = \"%\"\nmethod = \"share\"\nfrom = [\"bhxh\"]\nof = [\"1.1\", \"1.2\"]\n"+
				"inputs = { value = { label = \"A\", unit = \"%\" } }\n", "unit = \"%\"\nmethod = \"share\"\n"+
				"from = [\"bhxh\"]\nof = [\"1.1\", \"1.2\"]\ninputs = { value = { label = \"B\", unit = \"%\" } }\n"),
			"bhxh: 1.1.value=45.9 1.2.value=54.1", "bhxh: 1.1.value=45.9 1.2.value=54.2", nil, "1.1 1.2"},
		{"B410", "a divisor of 0", one(growth), "bhxh: 1.current=5 1.previous=4",
			"bhxh: 1.current=5 1.previous=0", nil, "1"},
		{"B412", "a part above its whole, in one unit", one(ratio),
			ratios("9/9", "0/7", "1/2"),
			ratios("4/9", "8/7", "1/2"),
			nil, "1"},
		{"B412", "a part above its whole, told by different units", one(apart),
			"a: 1.numerator=4 | b: 1.numerator=8 | c: 1.numerator=1 | bhxh: 1.denominator=13",
			"a: 1.numerator=4 | b: 1.numerator=8 | c: 1.numerator=1 | bhxh: 1.denominator=12", nil, "1"},
		{"B412", "not for what is no part", one(ratio + "above_whole = true\n"),
			ratios("10/9", "8/7", "3/2"),
			"", nil, ""},
		{"B413", "a stated rate above 100", one(rate), "bhxh: 1.value=97.1", "bhxh: 1.value=971", nil, "1"},
		{"B413", "not for an index that aims above 100", indicator("", rate+target("<= 104")),
			"bhxh: 1.value=103", "", nil, ""},
		{"B413", "not for what was above 100 last year", one(rate), "bhxh: 1.value=104", "", last("103", ""), ""},
		{"B413", "not for what may pass 100", one(rate + "above_whole = true\n"), "bhxh: 1.value=104", "", nil, ""},
		{"B414", "a count above what it is part of", two(sum, sum+part),
			"a: 1.1.value=9 1.2.value=9 | b: 1.1.value=9 1.2.value=nil | c: 1.1.value=9 1.2.value=2",
			"a: 1.1.value=9 1.2.value=10 | b: 1.1.value=9 1.2.value=0 | c: 1.1.value=9 1.2.value=2", nil, ""},
		{"B414", "a ratio's numerator above that of which it is part", two(ratio, same),
			"a: 1.1.numerator=4 1.1.denominator=9 1.2.numerator=4 | " +
				"b: 1.1.numerator=nil 1.1.denominator=nil 1.2.numerator=nil | " +
				"c: 1.1.numerator=4 1.1.denominator=9 1.2.numerator=1",
			"a: 1.1.numerator=4 1.1.denominator=9 1.2.numerator=5 | " +
				"b: 1.1.numerator=nil 1.1.denominator=nil 1.2.numerator=nil | " +
				"c: 1.1.numerator=4 1.1.denominator=9 1.2.numerator=1", nil, "1.1 1.2"},
		{"B414", "not for what others may have lost", two(below(sum), below(sum)+part),
			"a: 1.1.value=9 1.2.value=10 | b: 1.1.value=9 1.2.value=0 | c: 1.1.value=9 1.2.value=2", "", nil, ""},
		{"B415", "not for a branch beside a loss", two(below(growth), growth+part),
			"bhxh: 1.1.current=20 1.1.previous=18 1.2.current=21 1.2.previous=18", "", nil, ""},
		{"B415", "a branch above the total", two(growth, growth+part),
			"bhxh: 1.1.current=20 1.1.previous=18 1.2.current=20 1.2.previous=18",
			"bhxh: 1.1.current=20 1.1.previous=18 1.2.current=21 1.2.previous=18", nil, ""},
		{"B416", "last year asked", one(value + "previous = \"ask\"\n"), "bhxh: 1.value=25 1.last_year=24.0",
			"bhxh: 1.value=25 1.last_year=23", last("24", ""), ""},
		{"B416", "the base of a growth", one(growth), "bhxh: 1.current=25 1.previous=24.5",
			"bhxh: 1.current=25 1.previous=24.4", last("3", "24.50"), ""},
		{"B416", "the base of a growth of many, once all have told", one(manyGrow),
			"a: 1.current=9 1.previous=8 | b: 1.current=9 1.previous=8 | c: 1.current=9 1.previous=8",
			"a: 1.current=9 1.previous=8 | b: 1.current=9 1.previous=8 | c: 1.current=9 1.previous=7",
			last("3", "24"), ""},
		{"B416", "not before all have told", one(manyGrow),
			"a: 1.current=9 1.previous=8 | b: 1.current=9 1.previous=8", "", last("3", "24"), ""},
		{"B417", "a figure far from last year's", one(value), "bhxh: 1.value=72", "bhxh: 1.value=73",
			last("24", ""), ""},
		{"B417", "far below it", one(value), "bhxh: 1.value=8", "bhxh: 1.value=7", last("24", ""), ""},
		{"B417", "small counts are left alone", one(value), "bhxh: 1.value=9", "bhxh: 1.value=10", last("2", ""), ""},
		{"B417", "a growth of its base", one(growth), "bhxh: 1.current=300 1.previous=100",
			"bhxh: 1.current=301 1.previous=100", nil, ""},
		{"B418", "names behind a count", one(listed), "bhxh: 1.value=2 1.list='1._Trường_A;_2._Trường_B;",
			"bhxh: 1.value=3 1.list='Trường_A,_Trường_B", nil, ""},
		{"B418", "names where there is nothing", one(listed), "bhxh: 1.value=nil",
			"bhxh: 1.value=0 1.list='Trường_A", nil, ""},
		{"B419", "one population told by two", two(households, wards),
			"bhxh: 1.1.value=30 | a: 1.2.value=10 | b: 1.2.value=11 | c: 1.2.value=9",
			"bhxh: 1.1.value=30 | a: 1.2.value=10 | b: 1.2.value=11 | c: 1.2.value=8", nil, ""},
		{"B419", "not before all have told", two(households, wards),
			"bhxh: 1.1.value=30 | a: 1.2.value=10 | b: 1.2.value=11 | c: 1.2.value=blank", "", nil, ""},
	} {
		t.Run(c.code+" "+c.name, func(t *testing.T) {
			p := planOf(t, c.plan, "")
			if a := assess.Consolidate(p, forms(c.good), c.last, nil); slices.Contains(keys(a), c.code) {
				t.Errorf("%s is reported of %q", c.code, c.good)
			}
			if c.bad == "" {
				return
			}
			a := assess.Consolidate(p, forms(c.bad), c.last, nil)
			i := slices.IndexFunc(a.Problems, func(pr diag.Problem) bool { return pr.Code == c.code })
			if i < 0 {
				t.Fatalf("%s is not reported of %q: %v", c.code, c.bad, keys(a))
			}
			pr := a.Problems[i]
			if pr.At.Cell == "" || pr.Measure == "" {
				t.Errorf("it stands at %+v, measure %q", pr.At, pr.Measure)
			}
			for _, lang := range []diag.Lang{diag.Vi, diag.En} {
				if text := pr.In(lang) + pr.Fix(lang); placeholder.MatchString(text) {
					t.Errorf("an argument is missing: %s", text)
				}
			}
			var nothing []string
			for _, id := range []string{"1", "1.1", "1.2"} {
				if m := a.FindMeasure(id); m != nil && m.Judged == nil {
					nothing = append(nothing, id)
				}
			}
			if got := strings.Join(nothing, " "); got != c.unused {
				t.Errorf("without a figure: %q, want %q", got, c.unused)
			}
		})
	}
}

func keys(a *assess.Annex) []string {
	var out []string
	for _, p := range a.Problems {
		out = append(out, p.Code)
	}
	return out
}

// A warning can be accepted with a reason, or raised to an error; it is
// accepted for what the plan names and nothing else.
func TestSilencedAndRaised(t *testing.T) {
	silence := func(more string) string {
		return "[[silence]]\ncode = \"B418\"\nreason = \"Một trường có hai cơ sở\"\n" + more + "\n"
	}
	list := indicator("", value+target(">= 2")+"list = true\n")
	const sent = "bhxh: 1.value=3 1.list='A;B | dan-van:"
	a := assess.Consolidate(planOf(t, silence("")+list, ""), forms(sent), nil, nil)
	if slices.Contains(keys(a), "B418") || len(a.Accepted) != 1 ||
		a.Accepted[0].By.Reason != "Một trường có hai cơ sở" {
		t.Errorf("accepted: %v, %v", keys(a), a.Accepted)
	}
	a = assess.Consolidate(planOf(t, silence("measure = \"1\"\nunit = \"a\"")+list, ""), forms(sent), nil, nil)
	if !slices.Contains(keys(a), "B418") || a.Accepted != nil {
		t.Errorf("accepted for another unit: %v", a.Accepted)
	}
	p := planOf(t, list, "")
	p.Checks.Raise = []string{"B418"}
	a = assess.Consolidate(p, forms(sent), nil, nil)
	if errors, _ := diag.Count(a.Problems); errors != 1 || a.Complete {
		t.Errorf("raised: %d errors, complete %v", errors, a.Complete)
	}
}

// Settings: tolerances are in percent of the larger figure, the factor of a
// jump may be switched off.
func TestSettingsOfChecks(t *testing.T) {
	p := planOf(t, indicator("", value+target(">= 2")+"previous = \"ask\"\n"), "")
	hundred := quantity.Int(100)
	last := resolution.LastYear{"1": {Figure: &hundred}}
	for _, c := range []struct {
		tolerance, factor, want string
	}{{"0", "3", "B417 B416"}, {"75", "3", "B417"}, {"74.9", "0", "B416"}, {"75", "0", ""}, {"75", "4", ""}} {
		p.Checks.LastYearTolerance, p.Checks.JumpFactor = quantity.MustParse(c.tolerance), quantity.MustParse(c.factor)
		if got := codes(assess.Consolidate(p, forms("bhxh: 1.value=100 1.last_year=25"), last, nil)); got != c.want {
			t.Errorf("tolerance %s, factor %s: %q, want %q", c.tolerance, c.factor, got, c.want)
		}
	}
}
