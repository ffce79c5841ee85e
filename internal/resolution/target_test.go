package resolution

import (
	"reflect"
	"strings"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/quantity"
)

var num = quantity.MustParse

func target(t testing.TB, text string) Target {
	t.Helper()
	got, err := ParseTarget(text)
	if err != nil {
		t.Fatalf("ParseTarget(%q): %v", text, err)
	}
	return got
}

// Every form of target has all that a form needs, and stands in each of the tables below.
func TestEveryFormIsComplete(t *testing.T) {
	for kind, f := range forms {
		v := reflect.ValueOf(f)
		for i := range v.NumField() {
			if k := v.Field(i).Kind(); v.Type().Field(i).Name != "beyond" && (k == reflect.Func ||
				k == reflect.String) && v.Field(i).IsZero() {
				t.Errorf("form %d (%q) has no %s", kind, f.sign, v.Type().Field(i).Name)
			}
		}
	}
}

// everyForm fails the test when a form was in none of its cases.
func everyForm(t *testing.T) (saw func(Target)) {
	seen := map[TargetKind]bool{}
	t.Cleanup(func() {
		for kind := range kinds {
			if !seen[kind] {
				t.Errorf("no case of the form %q", forms[kind].sign)
			}
		}
	})
	return func(target Target) { seen[target.Kind] = true }
}

// The message about a target that is not understood shows each form.
func TestTheFormsOfferedAreRead(t *testing.T) {
	saw := everyForm(t)
	e, _ := diag.Lookup("B017")
	for i, text := range strings.Split(e.Fix.Vi, `"`) {
		if i%2 == 1 {
			saw(target(t, text))
		}
	}
}

func TestParseTarget(t *testing.T) {
	saw := everyForm(t)
	for _, c := range []struct {
		text string
		kind TargetKind
		a, b string
	}{
		{">= 80", AtLeast, "80", "0"},
		{">=21.2", AtLeast, "21.2", "0"},
		{"> 70", MoreThan, "70", "0"},
		{"<= 20", AtMost, "20", "0"},
		{"<= -1.5", AtMost, "-1.5", "0"},
		{"< 5", LessThan, "5", "0"},
		{"45.87 +- 0.5", Around, "45.87", "0.5"},
		{"125..130", Range, "125", "130"},
		{"3.45 .. 4", Range, "3.45", "4"},
		{"= 100", Exactly, "100", "0"},
		{"=100.0", Exactly, "100", "0"},
		{"= 0", Exactly, "0", "0"},
		{">= previous", AtLeast, "0", "0"},
		{"<= previous", AtMost, "0", "0"},
		{"> previous", MoreThan, "0", "0"},
		{"<previous", LessThan, "0", "0"},
		{"by 2022-06-30", By, "44742", "0"},
		{"by 30/6/2022", By, "44742", "0"},
		{"statement", ByOffice, "0", "0"},
		{"  info ", InfoOnly, "0", "0"},
	} {
		got, err := ParseTarget(c.text)
		saw(got)
		if err != nil || got.Kind != c.kind || !got.A.Equal(num(c.a)) || !got.B.Equal(num(c.b)) {
			t.Errorf("ParseTarget(%q) = %+v, %v", c.text, got, err)
		}
	}
	for _, bad := range []string{"", "80", ">= ", "=> 80", "= 50", "130..125", "5..5", "1...2",
		"45 +- -1", "+- 1", ">= 1e3", ">= +5", "Statement", "1..2..3",
		">= .5", "= previous", "by", "by 2022-02-30", "by June", "từ 80",
		"80 - 90 trường", "trên dưới 5", "từ tốt trở lên"} {
		if got, err := ParseTarget(bad); err == nil {
			t.Errorf("ParseTarget(%q) = %+v, want an error", bad, got)
		}
	}
}

// Each target at its border, on either side of it, as the resolution means it.
func TestJudge(t *testing.T) {
	saw := everyForm(t)
	for _, c := range []struct {
		target, figure string
		want           Verdict
	}{
		{">= 80", "79.99", Missed}, {">= 80", "80", Met}, {">= 80", "80.01", Exceeded},
		{"> 70", "70", Missed}, {"> 70", "70.01", Met}, {"> 70", "99", Met},
		{"<= 20", "20", Met}, {"<= 20", "0", Met}, {"<= 20", "20.01", Missed},
		{"< 5", "4.99", Met}, {"< 5", "5", Missed},
		{"45.87 +- 0.5", "45.37", Met}, {"45.87 +- 0.5", "46.37", Met}, {"45.87 +- 0.5", "45.36", Missed},
		{"45.87 +- 0.5", "46.38", Missed},
		{"125..130", "124", Missed}, {"125..130", "125", Met}, {"125..130", "130", Met}, {"125..130", "131", Exceeded},
		{"= 100", "100", Met}, {"= 100", "99.99", Missed}, {"= 100", "100.01", Missed},
		{"= 0", "0", Met}, {"= 0", "1", Missed},
		{"by 2022-06-30", "44742", Met}, {"by 2022-06-30", "44743", Missed}, {"by 2022-06-30", "44000", Met},
		{"statement", "0", Unassessed},
		{"info", "7", Info},
	} {
		n := num(c.figure)
		saw(target(t, c.target))
		if got := target(t, c.target).Judge(n, n); got != c.want {
			t.Errorf("%s against %q: %s, want %s", c.figure, c.target, got, c.want)
		}
	}
}

// What prints as the target meets the target; what is not all of it does not.
func TestRoundingOnce(t *testing.T) {
	for _, c := range []struct {
		what        string
		target      string
		method      Method
		decimals    int
		over, under string // the exact figure is 100 x over / under
		printed     string
		want        Verdict
	}{
		{what: "11,9999998% prints 12,00 and meets 12", target: ">= 12", method: Growth, decimals: 2,
			over: "0.119999998", under: "1", printed: "12,00", want: Met},
		{what: "79,96 stays 79,96 and misses 80", target: ">= 80", method: Ratio, decimals: 2, over: "79.96",
			under: "100", printed: "79,96", want: Missed},
		{what: "79,96 to one decimal is 80,0 and meets 80", target: ">= 80", method: Ratio, decimals: 1, over: "79.96",
			under: "100", printed: "80,0", want: Met},
		{what: "half goes away from zero", target: ">= 80", method: Ratio, decimals: 2, over: "79.995", under: "100",
			printed: "80,00", want: Met},
		{what: "31.999 of 32.000 households are not all", target: "= 100", method: Ratio, decimals: 2, over: "31999",
			under: "32000", printed: "99,99", want: Missed},
		{what: "all of them", target: "= 100", method: Ratio, decimals: 2, over: "32000", under: "32000",
			printed: "100,00", want: Met},
		{what: "one in a million is not none", target: "= 0", method: Ratio, decimals: 2, over: "1", under: "1000000",
			printed: "0,01", want: Missed},
		{what: "a shrinking by a hair is not standing still", target: "= 0", method: Growth, decimals: 2, over: "-1",
			under: "1000000", printed: "-0,01", want: Missed},
		{what: "more than all is not all", target: "= 100", method: Ratio, decimals: 2, over: "1000001",
			under: "1000000", printed: "100,01", want: Missed},
		{what: "without decimals 99,9 is cut to 99", target: "= 100", method: Ratio, decimals: 0, over: "999",
			under: "1000", printed: "99", want: Missed},
		{what: "none", target: "= 0", method: Ratio, decimals: 2, over: "0", under: "5", printed: "0,00", want: Met},
	} {
		m := &Measure{Method: c.method, Decimals: c.decimals}
		tg := target(t, c.target)
		exact, _ := num(c.over).Mul(num("100")).Quo(num(c.under))
		judged := m.Figure(tg, exact)
		if got := judged.Table(c.decimals); got != c.printed {
			t.Errorf("%s: printed %s, want %s", c.what, got, c.printed)
		}
		if got := tg.Judge(exact, judged); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
	sum := &Measure{Method: Sum, Decimals: 2}
	if got := sum.Figure(target(t, ">= 3"), num("2.9999")); !got.Equal(num("2.9999")) {
		t.Errorf("a sum was rounded to %s", got.Plain())
	}
}

// A sum that still grows, on either side of where its verdict is settled.
func TestSettled(t *testing.T) {
	saw := everyForm(t)
	for _, c := range []struct {
		target, sum string
		want        Verdict // "" while a later answer can change it
	}{
		{">= 80", "79.9", ""}, {">= 80", "80", Met}, {">= 80", "80.1", Exceeded},
		{"> 70", "70", ""}, {"> 70", "71", Met},
		{"<= 20", "20", ""}, {"<= 20", "20.1", Missed},
		{"< 5", "4.9", ""}, {"< 5", "5", Missed},
		{"45 +- 0.5", "45.5", ""}, {"45 +- 0.5", "45.6", Missed},
		{"125..130", "124", ""}, {"125..130", "130", ""}, {"125..130", "131", Exceeded},
		{"= 0", "0", ""}, {"= 0", "1", Missed},
		{"= 100", "99", ""}, {"= 100", "100", ""}, {"= 100", "101", ""},
		{"by 2022-06-30", "44743", ""}, {"statement", "1", ""}, {"info", "1", ""},
	} {
		tg := target(t, c.target)
		saw(tg)
		if got, ok := tg.Settled(num(c.sum)); got != c.want || ok != (c.want != "") {
			t.Errorf("%s so far against %q: %q %v, want %q", c.sum, c.target, got, ok, c.want)
		}
	}
}

// Where a figure should lie, and what a plan's arithmetic may count with.
func TestNumbersOfATarget(t *testing.T) {
	saw := everyForm(t)
	for _, c := range []struct{ target, near, promised string }{
		{">= 80", "80", "80 80"}, {"> 70", "70", "70 70"}, {"<= 20", "20", ""}, {"< 5", "5", ""},
		{"45 +- 0.5", "45", "45 45"}, {"16..18", "16 18", "16 18"}, {"= 100", "", ""}, {"= 0", "", ""},
		{">= previous", "", ""}, {"by 2022-06-30", "", ""}, {"statement", "", ""}, {"info", "", ""},
	} {
		tg := target(t, c.target)
		saw(tg)
		var near []string
		for _, n := range tg.Near() {
			near = append(near, n.Plain())
		}
		promised := ""
		if low, high, ok := tg.Promised(); ok {
			promised = low.Plain() + " " + high.Plain()
		}
		if strings.Join(near, " ") != c.near || promised != c.promised {
			t.Errorf("%q: near %q, promised %q", c.target, near, promised)
		}
	}
}

func TestPercentOfTarget(t *testing.T) {
	saw := everyForm(t)
	for _, c := range []struct{ target, figure, want string }{
		{">= 80", "84", "105"},
		{">= 3300", "3299", "99.969696969696969697"},
		{"> 70", "77", "110"},
		{"> 70", "70", ""}, // what was to be exceeded
		{"125..130", "120", "96"},
		{"125..130", "127", "100"},
		{"125..130", "143", "110"},
		{"0..5", "0", "100"},
		{"= 100", "99.99", "99.99"},
		{">= 0", "5", ""},
		{"<= 20", "10", ""},
		{"< 20", "10", ""},
		{"= 0", "0", ""},
		{"45.87 +- 0.5", "45.87", ""},
		{">= previous", "3", ""},
		{"> previous", "3", ""},
		{">= 80", "0", "0"},
		{">= 80", "-4", ""},
		{">= -80", "-4", ""},
		{"-6..2", "1", ""},
		{"-6..-2", "-3", ""},
		{"by 2022-06-30", "44742", ""},
		{"statement", "0", ""},
		{"info", "3", ""},
	} {
		saw(target(t, c.target))
		got, ok := target(t, c.target).PercentOf(num(c.figure))
		text := ""
		if ok {
			text = got.Plain()
		}
		if text != c.want {
			t.Errorf("%s of %q: %q, want %q", c.figure, c.target, text, c.want)
		}
	}
	for _, method := range []Method{Growth, TotalGrowth, PlanRatio, Share} {
		if _, ok := (&Measure{Method: method}).PercentOf(target(t, ">= 12"), num("15"), Met); ok {
			t.Errorf("%s has a percent of target", method)
		}
	}
	if _, ok := (&Measure{Method: Ratio}).PercentOf(target(t, ">= 12"), num("15"), Met); !ok {
		t.Error("a ratio has no percent of target")
	}
	lower := target(t, "12..13")
	lower.Lower = true
	for _, n := range []string{"11.95", "12.5", "14"} {
		if p, ok := lower.PercentOf(num(n)); ok {
			t.Errorf("%s of a range to come down to: %s percent", n, p.Plain())
		}
	}
}

// A percent of the target is rounded as everything else is, missed or not; only that a
// miss is never a hundred percent.
func TestPercentOfTargetIsRounded(t *testing.T) {
	for _, c := range []struct {
		target, figure string
		verdict        Verdict
		want           string
	}{
		{">= 9", "7", Missed, "77.78"},
		{">= 815", "288", Missed, "35.34"},
		{">= 815", "816", Exceeded, "100.12"},
		{">= 40000", "39999", Missed, "99.99"},
		{">= 40000", "40001", Exceeded, "100"},
		{">= 40000", "39997", Missed, "99.99"}, // 99,9925
	} {
		p, _ := (&Measure{Method: Sum}).PercentOf(target(t, c.target), num(c.figure), c.verdict)
		if p.Plain() != c.want {
			t.Errorf("%s of %q: %s, want %s", c.figure, c.target, p.Plain(), c.want)
		}
	}
}

func TestTargetInWords(t *testing.T) {
	saw := everyForm(t)
	for _, c := range []struct{ target, unit, column, prose string }{
		{">= 80", "%", "≥ 80", "từ 80% trở lên"},
		{">= 2", "trường", "≥ 2", "từ 02 trường trở lên"},
		{"> 70", "%", "> 70", "trên 70%"},
		{"<= 20", "%", "≤ 20", "không quá 20%"},
		{"< 5", "vụ", "< 5", "dưới 05 vụ"},
		{"1000..1200", "doanh nghiệp", "1.000 - 1.200", "1.000 - 1.200 doanh nghiệp"},
		{"1..2", "nhà văn hóa", "1 - 2", "01 - 02 nhà văn hóa"},
		{"45.87 +- 0.5", "%", "45,87 ± 0,5", "45,87% (± 0,5 điểm phần trăm)"},
		{"= 100", "%", "100", "100%"},
		{"= 0", "hộ", "0", "không còn hộ"},
		{"= 0", "%", "0", "0%"},
		{"= 0", "vụ", "0", "không để xảy ra vụ nào"},
		{">= previous", "%", "≥ năm trước", "không thấp hơn năm trước"},
		{"> previous", "%", "> năm trước", "cao hơn năm trước"},
		{"< previous", "%", "< năm trước", "thấp hơn năm trước"},
		{"by 2022-06-30", "", "đến 30/6/2022", "chậm nhất ngày 30/6/2022"},
		{"statement", "", "Thực hiện", "đánh giá bằng lời"},
		{"info", "", "Theo dõi", "chỉ để theo dõi"},
		{">= 80", "", "≥ 80", "từ 80 trở lên"},
	} {
		tg := target(t, c.target)
		saw(tg)
		if got := tg.Vi(); got != c.column {
			t.Errorf("%q in a column: %q, want %q", c.target, got, c.column)
		}
		if got := tg.Prose(c.unit).Vi; got != c.prose {
			t.Errorf("%q in a sentence: %q, want %q", c.target, got, c.prose)
		}
	}
}

func FuzzParseTarget(f *testing.F) {
	for _, s := range []string{">= 80", "> 70", "<= 20", "< 5", "45.87 +- 0.5", "125..130", "= 100", "= 0", "statement",
		"info", "1...2", ">= 1e9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := ParseTarget(s)
		if err != nil {
			return
		}
		again, err := ParseTarget(got.Text)
		if err != nil || again.Kind != got.Kind || !again.A.Equal(got.A) || !again.B.Equal(got.B) {
			t.Fatalf("%q reads as %+v, its text %q as %+v, %v", s, got, got.Text, again, err)
		}
		if got.Vi() == "" || got.Prose("").Vi == "" {
			t.Fatalf("%q has no words", s)
		}
		if v := got.Judge(got.A, got.A); v == "" {
			t.Fatalf("%q gives no verdict", s)
		}
	})
}
