package assess_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

// fivePlan is a plan for wards a to e.
func fivePlan(t *testing.T, indicators, decisions string) *resolution.Plan {
	t.Helper()
	more := ""
	for _, id := range []string{"d", "e"} {
		more += "\n[[unit]]\nid = \"" + id + "\"\nname = \"Phường " + strings.ToUpper(id) + "\"\ngroup = \"phuong\"\n"
	}
	p, problems := load.Load(fstest.MapFS{
		"nghi-quyet.toml":         {Data: []byte(promised + indicators)},
		"co-quan.toml":            {Data: []byte(office + more)},
		"quyet-dinh-so-lieu.toml": {Data: []byte(decisions)},
	})
	if p == nil {
		t.Fatal(problems)
	}
	return p
}

// withRemark is a form whose figures have a remark beside them.
func withRemark(rs []returns.Return, unit, note string) []returns.Return {
	for i := range rs {
		for j := range rs[i].Observations {
			if rs[i].Unit == unit {
				rs[i].Observations[j].Note = note
			}
		}
	}
	return rs
}

// shares are forms of wards by their numerator and denominator: "a 90 100".
func shares(wards ...string) string {
	var all []string
	for _, w := range wards {
		f := strings.Fields(w)
		all = append(all, f[0]+": 1.numerator="+f[1]+" 1.denominator="+f[2])
	}
	return strings.Join(all, " | ")
}

const decided = "[[figure]]\nmeasure = \"1\"\nunit = \"e\"\nvalue = 3520\nreason = \"Đã hỏi lại\"\n" +
	"by = \"Văn phòng\"\ndate = 2022-12-18\n"

// A ward far from the others of its group is asked about and does not count
// until somebody looked, in whatever way the measure is put together.
func TestOneWardFarFromTheOthers(t *testing.T) {
	sums := indicator("", sum+target(">= 2000"))
	four := "a: 1.value=352 | b: 1.value=340 | c: 1.value=410 | d: 1.value=290 | "
	for _, c := range []struct {
		name, plan, forms, decisions string
		want                         string // codes, then the figure
	}{
		{"a digit too many", sums, four + "e: 1.value=3520", "", "B430 -"},
		{"far below", sums, four + "e: 1.value=35", "", "B430 -"},
		{"a large ward", sums, four + "e: 1.value=2700", "", " 4092"},
		{"decided by the office", sums, four + "e: 1.value=3520", decided, " 4912"},
		{"small counts", indicator("", sum+target(">= 20")),
			"a: 1.value=2 | b: 1.value=3 | c: 1.value=1 | d: 1.value=4 | e: 1.value=40", "", " 50"},
		{"too few to compare", sums,
			"a: 1.value=352 | b: 1.value=340 | c: 1.value=410 | d: 1.value=nil | e: 1.value=3520", "", " 4622"},
		{"a denominator", indicator("", ratio+target(">= 80")),
			shares("a 90 100", "b 90 100", "c 90 100", "d 90 100", "e 90 1000"), "", "B430 -"},
	} {
		a := assess.Consolidate(fivePlan(t, c.plan, c.decisions), forms(c.forms), nil, nil)
		if got := codes(a) + " " + plain(a.FindMeasure("1").Judged); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	p := fivePlan(t, sums, "")
	a := assess.Consolidate(p, withRemark(forms(four+"e: 1.value=3520"), "e", "Có khu công nghiệp"), nil, nil)
	if got := codes(a) + plain(a.FindMeasure("1").Judged); got != "4912" {
		t.Errorf("with a remark: %s", got)
	}
	key := resolution.LastInput{Unit: "e", Role: resolution.RoleValue}
	last := resolution.LastYear{"1": {Inputs: map[resolution.LastInput]quantity.Number{key: quantity.Int(3100)}}}
	a = assess.Consolidate(p, forms(four+"e: 1.value=3520"), last, nil)
	if got := codes(a) + plain(a.FindMeasure("1").Judged); got != "4912" {
		t.Errorf("as last year: %s", got)
	}
}

// "Nothing arose" of what every ward has is no answer.
func TestNothingAroseWhereAllOthersHaveSome(t *testing.T) {
	p := fivePlan(t, indicator("", ratio+target(">= 80")), "")
	all := shares("a 90 100", "b 90 100", "c 90 100", "d 90 100", "e nil nil")
	for _, c := range []struct{ name, forms, want string }{
		{"all have", all, "B431 -"},
		{"most have many", shares("a 90 100", "b 90 100", "c 90 100", "d 0 0", "e nil nil"), "B431 -"},
		{"some have a few", shares("a 4 5", "b 4 5", "c nil nil", "d 3 3", "e nil nil"), " 84.62"},
	} {
		a := assess.Consolidate(p, forms(c.forms), nil, nil)
		if got := codes(a) + " " + plain(a.FindMeasure("1").Judged); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	rs := withRemark(forms(all), "e", "Phường mới, chưa xét")
	if got := codes(assess.Consolidate(p, rs, nil, nil)); got != "" {
		t.Errorf("with a remark: %s", got)
	}
}

// What the answers come to is of the size of the target, or nobody judges it
// before a person has.
func TestTheFigureBesideItsTarget(t *testing.T) {
	share := func(label string) string {
		return "unit = \"%\"\nmethod = \"share\"\nfrom = [\"bhxh\"]\nof = [\"1.1\", \"1.2\"]\n" +
			"inputs = { value = { label = \"" + label + "\", unit = \"đồng\" } }\n"
	}
	verdict := "[[verdict]]\nmeasure = \"1\"\nverdict = \"exceeded\"\nreason = \"Đã hỏi lại\"\n" +
		"by = \"Văn phòng\"\ndate = 2022-12-18\n"
	wards := "a: 1.value=11000 | b: 1.value=10000 | c: 1.value=10000"
	for _, c := range []struct {
		name, plan, forms, decisions, measure, want string
	}{
		{"a sum", indicator("", sum+target(">= 31")), wards, "", "1", "B432 - no-data"},
		{"judged by a person", indicator("", sum+target(">= 31")), wards, verdict, "1", " 31000 exceeded"},
		{"a sum that fits", indicator("", sum+target(">= 31000")), wards, "", "1", " 31000 met"},
		{"six times the target", indicator("", sum+target(">= 5000")), wards, "", "1", "B433 31000 exceeded"},
		{"small counts", indicator("", sum+target(">= 2")),
			"a: 1.value=9 | b: 1.value=9 | c: 1.value=2", "", "1", " 20 exceeded"},
		{"lines", indicator("", lines+target(">= 3250")),
			"bhxh: 1.value.1=1250000 1.value.2=2000000", "", "1", "B432 - no-data"},
		{"a ratio", indicator("", ratio+target(">= 90")),
			shares("a 9 100", "b 9 100", "c 9 100"), "", "1", "B432 - no-data"},
		{"a ratio that should be low", indicator("", ratio+target("<= 20")),
			shares("a 2 100", "b 2 100", "c 2 100"), "", "1", " 2 met"},
		{"a share", indicator("", share("A")+target("60 +- 5"), share("B")+target("40 +- 5")),
			"bhxh: 1.1.value=96 1.2.value=4", "", "1.2", "B432 - no-data"},
		{"a growth may be small", indicator("", growth+target(">= 12")),
			"bhxh: 1.current=1012 1.previous=1000", "", "1", " 1.2 missed"},
	} {
		a := assess.Consolidate(planOf(t, c.plan, c.decisions), forms(c.forms), nil, nil)
		m := a.FindMeasure(c.measure)
		if got := codes(a) + " " + plain(m.Judged) + " " + string(m.Verdict); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	last := resolution.LastYear{"1": {Figure: new(quantity.Int(30000))}}
	a := assess.Consolidate(planOf(t, indicator("", sum+target(">= 31")), ""), forms(wards), last, nil)
	if m := a.FindMeasure("1"); plain(m.Judged) != "31000" || slices.Contains(keys(a), "B432") {
		t.Errorf("as last year: %s %v", plain(m.Judged), keys(a))
	}
}

// A sum is not called exceeded early because of one figure that cannot be.
func TestNoEarlyVerdictFromAnUnlikelySum(t *testing.T) {
	p := planOf(t, indicator("", sum+target(">= 3000")), "")
	for forms1, want := range map[string]string{
		"a: 1.value=1500 | b: 1.value=2000":    "3500 exceeded",
		"a: 1.value=1500 | b: 1.value=2000000": "- no-data",
		"a: 1.value=1500 | b: 1.value=faulty":  "- no-data",
	} {
		m := assess.Consolidate(p, forms(forms1), nil, nil).FindMeasure("1")
		if got := plain(m.Judged) + " " + string(m.Verdict); got != want {
			t.Errorf("%s: %s, want %s", forms1, got, want)
		}
	}
}
