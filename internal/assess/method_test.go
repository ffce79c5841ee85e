package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// Every method has the words that a reason and a trace need, in both languages.
func TestEveryMethodHasItsWords(t *testing.T) {
	for _, lang := range []diag.Lang{diag.Vi, diag.En} {
		said := func(key string) {
			if diag.Say(key, nil).In(lang) == key {
				t.Errorf("the catalogue has no %s", key)
			}
		}
		for _, m := range resolution.Methods() {
			if !m.ByOffice() {
				said("annex.figure." + m.Facts().Reason)
			}
			if m.Changes() {
				said("annex.figure." + m.Facts().Reason + "-down")
			}
			for _, part := range m.Facts().Parts {
				said("trace.role." + string(part.As))
			}
		}
		for _, role := range resolution.Roles() {
			said("trace.role." + string(role))
		}
	}
}

// One measure of each method that has a figure goes the whole way: the figure
// is the one that the trace's formula gives.
func TestEveryMethodIsComputedAndTraced(t *testing.T) {
	for _, method := range resolution.Methods() {
		facts := method.Facts()
		if method.ByOffice() {
			continue
		}
		write := func(m resolution.Method, of string) string {
			text := fmt.Sprintf("unit = \"%s\"\nmethod = %q\nfrom = [\"bhxh\"]\n%s", m.Facts().Unit, m, of)
			for _, role := range m.Facts().Roles {
				text += fmt.Sprintf("inputs.%s = { label = \"Số %s của %s\", unit = \"hộ\" }\n", role, role, m)
			}
			if m.Facts().Roles == nil {
				text = strings.Replace(text, "from = [\"bhxh\"]\n", "", 1)
			}
			if m.Facts().Counted {
				text += "each = \">= 1\"\n"
			}
			if m.Facts().IsDay {
				text = strings.Replace(text, "unit = \"ngày\"\n", "", 1)
			}
			return text + target("info")
		}
		measures := []string{write(method, "")}
		if facts.Of != "" {
			measures = []string{write(facts.Of, "of = [\"1.1\", \"1.2\"]\n"),
				write(method, "of = [\"1.1\", \"1.2\"]\n")}
			if !facts.OfSelf {
				measures = []string{write(facts.Of, ""), write(method, "of = [\"1.1\"]\n")}
			}
		}
		measures = append(measures, strings.Replace(value, "trường", "hộ", 1)+target(">= 1")) // something is judged
		p := planOf(t, indicator("", measures...), "")
		var sent []string
		for i, a := range p.Asks("bhxh") {
			sent = append(sent, fmt.Sprintf("%s=%d", a.Key(), 100+i))
		}
		a := assess.Consolidate(p, forms("bhxh: "+strings.Join(sent, " ")), nil, nil)
		all := a.Measures()
		m := all[len(all)-2]
		if m.Method != method || m.Actual == nil {
			t.Errorf("%s: no figure (%s), problems %v", method, m.Reason.In(diag.Vi), keys(a))
			continue
		}
		want, ok := m.Formula().Compute(func(role resolution.Role) quantity.Number {
			i := slices.IndexFunc(m.Totals, func(t assess.Total) bool { return t.Role == role })
			return m.Totals[i].Value
		})
		if !ok || !want.Equal(*m.Actual) {
			t.Errorf("%s: %s, the formula gives %s", method, m.Actual.Plain(), want.Plain())
		}
		for _, lang := range []diag.Lang{diag.Vi, diag.En} {
			if text, _ := a.Trace(m.ID, lang); strings.ContainsAny(text, "?{") || strings.Contains(text, "trace.") {
				t.Errorf("%s:\n%s", method, text)
			}
		}
	}
}

// Last year's figures of several units are added up where this year's are; what
// each of them divided, or all of them own, cannot be put together again.
func TestLastYearOfSeveralUnits(t *testing.T) {
	ask := "previous = \"ask\"\n"
	shared := strings.Replace(value, `["bhxh"]`, `["bhxh", "a"]`, 1)
	for _, c := range []struct{ name, measure, forms, want string }{
		{"a sum", sum, "a: 1.value=3 1.last_year=2 | b: 1.value=3 1.last_year=4 | c: 1.value=3 1.last_year=5", "11"},
		{"a sum of which one part is missing", sum,
			"a: 1.value=3 1.last_year=2 | b: 1.value=3 | c: 1.value=3 1.last_year=5", "-"},
		{"a rate of each ward", ratio,
			"a: 1.numerator=8 1.denominator=9 1.last_year=80 | b: 1.numerator=8 1.denominator=9 1.last_year=90 | " +
				"c: 1.numerator=8 1.denominator=9 1.last_year=85", "-"},
		{"one figure that two know", shared, "bhxh: 1.value=3 1.last_year=2 | a: 1.value=3 1.last_year=2", "-"},
		{"one figure of one unit", value, "bhxh: 1.value=3 1.last_year=2", "2"},
		{"a rate of one unit", growth, "bhxh: 1.current=11 1.previous=10 1.last_year=9.5", "9.5"},
	} {
		p := planOf(t, indicator("", c.measure+ask+target(">= 1")), "")
		m := assess.Consolidate(p, forms(c.forms), nil, nil).FindMeasure("1")
		if got := plain(m.Previous); got != c.want {
			t.Errorf("%s: last year %s, want %s", c.name, got, c.want)
		}
	}
}

// A base below zero would turn a rise into a fall: there is no figure.
func TestGrowthFromBelowZero(t *testing.T) {
	for _, c := range []struct{ name, measure, forms string }{
		{"from a loss to a gain", growth, "bhxh: 1.current=50 1.previous=-100"},
		{"a smaller loss", growth, "bhxh: 1.current=-50 1.previous=-100"},
		{"a plan of a loss", budget, "bhxh: 1.actual=50 1.plan=-100"},
		{"from nothing", growth, "bhxh: 1.current=50 1.previous=0"},
	} {
		a := assess.Consolidate(planOf(t, indicator("", c.measure+target(">= 1")), ""), forms(c.forms), nil, nil)
		m := a.FindMeasure("1")
		if m.Judged != nil || m.Verdict != resolution.Unassessed || codes(a) != "B410" {
			t.Errorf("%s: %s %s, codes %q", c.name, plain(m.Judged), m.Verdict, codes(a))
		}
	}
	a := assess.Consolidate(planOf(t, indicator("", growth+target(">= 1")), ""),
		forms("bhxh: 1.current=-50 1.previous=100"), nil, nil)
	if m := a.FindMeasure("1"); plain(m.Judged) != "-150" || m.Verdict != resolution.Missed {
		t.Errorf("a fall below zero: %s %s", plain(m.Judged), m.Verdict)
	}
}

// The units that had nothing to report are those of the measure itself: the
// other parts of a share are other measures' answers.
func TestNilAnswersOfAShare(t *testing.T) {
	part := func(unit string) string {
		return "unit = \"%\"\nmethod = \"share\"\nof = [\"1.1\", \"1.2\"]\nfrom = [\"" + unit +
			"\"]\ninputs = { value = { label = \"Giá trị\", unit = \"đồng\" } }\n" + target("50 +- 50")
	}
	for _, c := range []struct{ name, other, forms, first, second string }{
		{"the other part's unit had nothing", "a", "bhxh: 1.1.value=5 | a: 1.2.value=nil", "", "a"},
		{"the own unit had nothing", "a", "bhxh: 1.1.value=nil | a: 1.2.value=5", "bhxh", ""},
		{"one unit, nothing of one part", "bhxh", "bhxh: 1.1.value=nil 1.2.value=5", "bhxh", ""},
	} {
		p := planOf(t, indicator("", part("bhxh"), part(c.other)), "")
		a := assess.Consolidate(p, forms(c.forms), nil, nil)
		first, second := strings.Join(a.FindMeasure("1.1").Nil, " "), strings.Join(a.FindMeasure("1.2").Nil, " ")
		if first != c.first || second != c.second {
			t.Errorf("%s: %q and %q, want %q and %q", c.name, first, second, c.first, c.second)
		}
	}
}
