package assess_test

import (
	"strings"
	"testing"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// Indicators of every kind that resolutions hold: each on either side of its target.
func TestKindsOfIndicators(t *testing.T) {
	const (
		average = "unit = \"triệu đồng/người/năm\"\nmethod = \"ratio\"\nper = 1\nfrom = [\"bhxh\"]\n" +
			"inputs.numerator = { label = \"Tổng thu nhập\", unit = \"triệu đồng\" }\n" +
			"inputs.denominator = { label = \"Dân số\", unit = \"người\" }\n"
		mille = "unit = \"‰\"\nmethod = \"ratio\"\nfrom = [\"bhxh\"]\n" +
			"inputs.numerator = { label = \"Số trẻ sinh ra\", unit = \"trẻ\" }\n" +
			"inputs.denominator = { label = \"Dân số\", unit = \"người\" }\n"
		years = "from = [\"bhxh\"]\ninputs.current = { label = \"Số vụ năm nay\", unit = \"vụ\" }\n" +
			"inputs.previous = { label = \"Số vụ năm trước\", unit = \"vụ\" }\n"
		fall   = "unit = \"%\"\nmethod = \"decrease\"\n" + years
		rise   = "unit = \"%\"\nmethod = \"growth\"\n" + years
		points = "unit = \"điểm phần trăm\"\nin = \"unit\"\nmethod = \"decrease\"\n" + years
		rank   = "unit = \"hạng\"\nmethod = \"rank\"\nfrom = [\"bhxh\"]\namong = 114\n"
		models = "unit = \"%\"\nmethod = \"each\"\nfrom = [\"phuong\"]\neach = \">= 1\"\n" +
			"inputs.value = { label = \"Số mô hình\", unit = \"mô hình\", whole = true }\n"
		rates = "unit = \"%\"\nmethod = \"each\"\nfrom = [\"phuong\"]\neach = \">= 95\"\n" +
			"inputs.numerator = { label = \"Số hộ đạt\", unit = \"hộ\" }\n" +
			"inputs.denominator = { label = \"Tổng số hộ\", unit = \"hộ\" }\n"
		asked = "unit = \"%\"\nmethod = \"each\"\nfrom = [\"phuong\"]\ninputs.answer = { label = \"Có nhà văn hóa\" }\n"
		part  = "unit = \"%\"\nmethod = \"ratio\"\nfrom = [\"bhxh\"]\n" +
			"inputs.numerator = { label = \"Số km đã xong\", unit = \"km\" }\n" +
			"inputs.denominator = { const = \"25\", label = \"Tổng số km\", unit = \"km\", source = \"Đề án số 05\" }\n"
		count = "unit = \"vụ\"\nmethod = \"value\"\nfrom = [\"bhxh\"]\n"
		two   = "unit = \"vụ\"\nmethod = \"sum\"\nfrom = [\"phuong\"]\n"
	)
	for _, c := range []struct {
		what, measure, target, answers string
		verdict                        resolution.Verdict
		figure                         string // as it is judged; "" for none
	}{
		{"an average is not multiplied", average, ">= 98", "bhxh: 1.numerator=1000000 1.denominator=21730",
			resolution.Missed, "46.02"},
		{"a rate in a thousand", mille, "<= 13.5", "bhxh: 1.numerator=400 1.denominator=20000", resolution.Missed,
			"20"},
		{"... and under it", mille, "<= 13.5", "bhxh: 1.numerator=260 1.denominator=20000", resolution.Met, "13"},
		{"25% fewer, 5 to 10 promised", fall, "5..10", "bhxh: 1.current=75 1.previous=100", resolution.Exceeded, "25"},
		{"3% fewer", fall, "5..10", "bhxh: 1.current=97 1.previous=100", resolution.Missed, "3"},
		{"7% fewer", fall, "5..10", "bhxh: 1.current=93 1.previous=100", resolution.Met, "7"},
		{"more of it", fall, ">= 5", "bhxh: 1.current=103 1.previous=100", resolution.Missed, "-3"},
		{"none in both years", fall, ">= 5", "bhxh: 1.current=0 1.previous=0", resolution.Met, ""},
		{"none, then some", fall, ">= 5", "bhxh: 1.current=2 1.previous=0", resolution.Missed, ""},
		{"no growth of what is bad: none in both years", rise, "<= 0", "bhxh: 1.current=0 1.previous=0",
			resolution.Met, ""},
		{"... none, then some", rise, "<= 0", "bhxh: 1.current=2 1.previous=0", resolution.Missed, ""},
		{"growth of what is good from nothing says nothing", rise, ">= 5", "bhxh: 1.current=2 1.previous=0",
			resolution.Unassessed, ""},
		{"half a point less", points, ">= 0.5", "bhxh: 1.current=1.2 1.previous=1.7", resolution.Met, "0.5"},
		{"less than half a point", points, ">= 0.5", "bhxh: 1.current=1.3 1.previous=1.7", resolution.Missed, "0.4"},
		{"a place within the range", rank + "better = \"lower\"\n", "5..10", "bhxh: 1.value=7", resolution.Met, "7"},
		{"a better place", rank + "better = \"lower\"\n", "5..10", "bhxh: 1.value=2", resolution.Exceeded, "2"},
		{"a worse place", rank + "better = \"lower\"\n", "5..10", "bhxh: 1.value=12", resolution.Missed, "12"},
		{"a place to reach", rank, "<= 10", "bhxh: 1.value=8", resolution.Met, "8"},
		{"... that may be exceeded", rank + "beyond = \"exceeded\"\n", "<= 10", "bhxh: 1.value=8",
			resolution.Exceeded, "8"},
		{"each has one", models, "= 100", "a: 1.value=1|b: 1.value=3|c: 1.value=1", resolution.Met, "100"},
		{"one has none", models, "= 100", "a: 1.value=3|b: 1.value=0|c: 1.value=2", resolution.Missed, "66.66"},
		{"one says that nothing arose", models, "= 100", "a: 1.value=3|b: 1.value=nil|c: 1.value=2",
			resolution.Missed, "66.66"},
		{"one has not answered", models, "= 100", "a: 1.value=3|b: 1.value=2", resolution.NoData, ""},
		{"each unit's own rate", rates, ">= 60", "a: 1.numerator=96 1.denominator=100|b: 1.numerator=10 " +
			"1.denominator=100|c: 1.numerator=95 1.denominator=100", resolution.Exceeded, "66.67"},
		{"yes and no", asked, ">= 60", "a: 1.answer='Có|b: 1.answer='Không|c: 1.answer='Có", resolution.Exceeded,
			"66.67"},
		{"of a constant", part, ">= 40", "bhxh: 1.numerator=10.5", resolution.Exceeded, "42"},
		{"not above last year", count + "previous = 20\n", "<= previous", "bhxh: 1.value=18", resolution.Met, "18"},
		{"above last year", count + "previous = 20\n", "<= previous", "bhxh: 1.value=21", resolution.Missed, "21"},
		{"nobody knows last year", count, "<= previous", "bhxh: 1.value=21", resolution.Unassessed, "21"},
		{"some of it, and nobody knows last year", two, ">= previous", "a: 1.value=3", resolution.NoData, ""},
		{"last year's sum is as open as this year's", two + "previous = \"ask\"\n", "<= previous",
			"a: 1.value=3 1.last_year=5|b: 1.value=4 1.last_year=4", resolution.NoData, ""},
		{"strictly more than last year", count + "previous = 20\n", "> previous", "bhxh: 1.value=21", resolution.Met,
			"21"},
		{"no more than last year", count + "previous = 20\n", "> previous", "bhxh: 1.value=20", resolution.Missed,
			"20"},
		{"fewer than last year", count + "previous = 20\n", "< previous", "bhxh: 1.value=19", resolution.Met, "19"},
		{"no fewer than last year", count + "previous = 20\n", "< previous", "bhxh: 1.value=20", resolution.Missed,
			"20"},
		{"nobody knows what it was", count, "> previous", "bhxh: 1.value=20", resolution.Unassessed, "20"},
		{"better than last year is no more than kept", count + "previous = 20\n", ">= previous", "bhxh: 1.value=30",
			resolution.Met, "30"},
		{"more than promised, which the plan calls met", two + "beyond = \"met\"\n", ">= 3",
			"a: 1.value=3|b: 1.value=3|c: 1.value=3", resolution.Met, "9"},
		{"over a bound that the plan lets be exceeded", two + "beyond = \"exceeded\"\n", "> 3",
			"a: 1.value=3|b: 1.value=3|c: 1.value=3", resolution.Exceeded, "9"},
	} {
		p := planOf(t, indicator("", c.measure+target(c.target)), "")
		a := assess.Consolidate(p, forms(c.answers), nil, nil)
		m := a.FindMeasure("1")
		figure := ""
		if m.Judged != nil {
			figure = m.Judged.Plain()
		}
		if m.Verdict != c.verdict || figure != c.figure {
			t.Errorf("%s: %s %s (%s), want %s %s; problems %v", c.what, m.Verdict, figure, m.Reason.In(diag.Vi),
				c.verdict, c.figure, keys(a))
		}
	}
}

// A unit that does not reach what each is to is named in the office, and counted outside it.
func TestWhoDoesNotReachItIsNamedInside(t *testing.T) {
	p := planOf(t, indicator("", "unit = \"%\"\nmethod = \"each\"\nfrom = [\"phuong\"]\neach = \">= 1\"\n"+
		"inputs.value = { label = \"Số mô hình\", unit = \"mô hình\", whole = true }\n"+target("= 100")), "")
	a := assess.Consolidate(p, forms("a: 1.value=3|b: 1.value=0|c: 1.value=2"), nil, nil)
	m := a.FindMeasure("1")
	if reason := m.Reason.In(diag.Vi); !strings.Contains(reason, "Còn 01 đơn vị chưa đạt: Phường B") {
		t.Error(reason)
	}
	text, _ := a.Trace("1", diag.Vi)
	for _, want := range []string{"100 × 2 / 3", "Chưa đạt:       Phường B"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for _, r := range a.Table().Rows {
		for _, cell := range r.Cells {
			if strings.Contains(cell.Text("; "), "Phường B") {
				t.Errorf("the annex names a unit: %s", cell.Text("; "))
			}
		}
	}
}

// Units with targets of their own are judged by them, the whole by its own.
func TestTargetsOfSingleUnits(t *testing.T) {
	p := planOf(t, indicator("", "unit = \"vụ\"\nmethod = \"sum\"\nfrom = [\"phuong\"]\n"+target(">= 10")+
		"assigned = { a = \">= 3\", b = \">= 3\", c = \">= 4\" }\n"), "")
	a := assess.Consolidate(p, forms("a: 1.value=9|b: 1.value=2|c: 1.value=nil"), nil, nil)
	m := a.FindMeasure("1")
	got := ""
	for _, u := range m.Assigned {
		got += u.Unit + " " + u.Actual.Plain() + " " + string(u.Verdict) + "; "
	}
	if m.Verdict != resolution.Exceeded || got != "a 9 exceeded; b 2 missed; c 0 missed; " {
		t.Errorf("%s; %s", m.Verdict, got)
	}
}

// Another measure's figure goes in as it is; without it there is none.
func TestAnotherMeasuresFigure(t *testing.T) {
	ofKm := "unit = \"%\"\nmethod = \"ratio\"\nfrom = [\"dan-van\"]\ninputs.numerator = { measure = \"1.1\" }\n" +
		"inputs.denominator = { label = \"Tổng số\", unit = \"km\" }\n" + target(">= 40")
	plan := func(measure string) *resolution.Plan {
		km := strings.Replace(value, "trường", "km", 1)
		return planOf(t, indicator("", km+target(">= 1"), measure), "")
	}
	a := assess.Consolidate(plan(ofKm), forms("bhxh: 1.1.value=10|dan-van: 1.2.denominator=25"), nil, nil)
	if m := a.FindMeasure("1.2"); m.Judged == nil || m.Judged.Plain() != "40" || m.Verdict != resolution.Met {
		t.Errorf("%v %s", m.Judged, m.Verdict)
	}
	for _, c := range []struct {
		name, measure, forms, reason string
		reported, expected           int
	}{
		{"the other figure is missing", ofKm, "dan-van: 1.2.denominator=25",
			"Chưa có số liệu: chỉ tiêu 1.1 chưa có số liệu dùng được", 1, 1},
		{"both are", ofKm, "a: 1.2.denominator=25", "Chưa có số liệu: Ban Dân vận chưa gửi báo cáo; " +
			"chỉ tiêu 1.1 chưa có số liệu dùng được", 0, 1},
		{"every ward has answered", strings.Replace(ofKm, "dan-van", "phuong", 1),
			"a: 1.2.denominator=25|b: 1.2.denominator=25|c: 1.2.denominator=25",
			"Chưa có số liệu: chỉ tiêu 1.1 chưa có số liệu dùng được", 3, 3},
		{"one has not", strings.Replace(ofKm, "dan-van", "phuong", 1),
			"a: 1.2.denominator=25|b: 1.2.denominator=25", "Mới có 02/03 đơn vị báo cáo: Phường C chưa gửi báo cáo; " +
				"chỉ tiêu 1.1 chưa có số liệu dùng được", 2, 3},
		{"nobody is asked", strings.Replace(ofKm, "label = \"Tổng số\", unit = \"km\"",
			"const = 25, label = \"Tổng số\", unit = \"km\", source = \"Đề án\"", 1), "",
			"Chưa có số liệu: chỉ tiêu 1.1 chưa có số liệu dùng được", 0, 0},
		{"last year's is not known", strings.Replace(ofKm, "\"1.1\"", "\"1.1\", last_year = true", 1),
			"dan-van: 1.2.denominator=25", "Chưa có số liệu: chưa biết số liệu năm trước của chỉ tiêu 1.1", 1, 1},
	} {
		m := assess.Consolidate(plan(c.measure), forms(c.forms), nil, nil).FindMeasure("1.2")
		if got := m.Reason.In(diag.Vi); m.Verdict != resolution.NoData || got != c.reason ||
			m.Reported != c.reported || m.Expected != c.expected {
			t.Errorf("%s: %s, %d/%d %s", c.name, m.Verdict, m.Reported, m.Expected, got)
		}
	}
}

// What a check forbids counts nowhere, nor where another measure takes the figure;
// and a figure that is taken is checked as one that is sent.
func TestAForbiddenFigureIsNotTaken(t *testing.T) {
	households := strings.Replace(sum, "phuong", "bhxh", 1)
	ratio := func(numerator, denominator string) string {
		return "unit = \"%\"\nmethod = \"ratio\"\nfrom = [\"dan-van\"]\ninputs.numerator = { " + numerator +
			" }\ninputs.denominator = { " + denominator + " }\n" + target(">= 40")
	}
	const asked = "label = \"Tổng số\", unit = \"hộ\""
	for _, c := range []struct {
		name, second, third, forms, verdicts, codes string
	}{
		{"a part above what it is part of", "part_of = \"1.1\"\n", ratio("measure = \"1.2\"", asked),
			"bhxh: 1.1.value=10 1.2.value=15 | dan-van: 1.3.denominator=20", "no-data no-data no-data", "B414"},
		{"a part that can be", "part_of = \"1.1\"\n", ratio("measure = \"1.2\"", asked),
			"bhxh: 1.1.value=20 1.2.value=15 | dan-van: 1.3.denominator=20", "exceeded exceeded exceeded", ""},
		{"more is taken than there is", "", ratio("measure = \"1.2\"", asked),
			"bhxh: 1.1.value=20 1.2.value=15 | dan-van: 1.3.denominator=12", "exceeded exceeded no-data", "B412"},
		{"more is taken than is taken", "", ratio("measure = \"1.2\"", "measure = \"1.1\""),
			"bhxh: 1.1.value=12 1.2.value=15 | dan-van:", "exceeded exceeded no-data", "B412"},
	} {
		p := planOf(t, indicator("", households+target(">= 1"), households+c.second+target(">= 1"), c.third), "")
		a := assess.Consolidate(p, forms(c.forms), nil, nil)
		var verdicts []string
		for _, m := range a.Measures() {
			verdicts = append(verdicts, string(m.Verdict))
		}
		if got := strings.Join(verdicts, " "); got != c.verdicts || codes(a) != c.codes {
			t.Errorf("%s: %s, %q; want %s, %q", c.name, got, codes(a), c.verdicts, c.codes)
		}
	}
}

// The annex has no column in which nothing stands, and a figure within the range that
// was promised gets no percentage. What covers the column gets narrower with it.
func TestTheAnnexHasNoColumnThatSaysNothing(t *testing.T) {
	const amount = "unit = \"vụ\"\nmethod = \"sum\"\nfrom = [\"phuong\"]\n"
	for _, c := range []struct {
		what, first, percent string
		columns              int
	}{
		{"within a range", amount + target("10..15"), "", 7},
		{"beyond it", amount + target("5..10"), "110,00", 8},
		{"below it", amount + target("20..30"), "55,00", 8},
		{"at least", amount + target(">= 11"), "100,00", 8},
		{"last year is known", amount + target("10..15") + "previous = 3\n", "", 8},
	} {
		p := planOf(t, indicator("", c.first, amount+target("10..15")), "")
		a := assess.Consolidate(p, forms("a: 1.1.value=11 1.2.value=11|b: 1.1.value=0 1.2.value=0|"+
			"c: 1.1.value=0 1.2.value=0"), nil, nil)
		table := a.Table()
		if len(table.Columns) != c.columns {
			t.Errorf("%s: %d columns, want %d", c.what, len(table.Columns), c.columns)
		}
		for i, r := range table.Rows {
			if len(r.Cells) != c.columns {
				t.Errorf("%s: row %d has %d cells", c.what, i, len(r.Cells))
			}
		}
		if span := table.Rows[0].Cells[0].Span; span != c.columns {
			t.Errorf("%s: the section covers %d columns", c.what, span)
		}
		if verdict := table.Column(assess.ColVerdict); table.Rows[1].Cells[1].Span != verdict-1 {
			t.Errorf("%s: the indicator covers %d columns", c.what, table.Rows[1].Cells[1].Span)
		}
		got := ""
		if at := table.Column(assess.ColPercent); at >= 0 {
			got = table.Rows[2].Cells[at].Text("")
		}
		if got != c.percent {
			t.Errorf("%s: %q, want %q", c.what, got, c.percent)
		}
		if n := len(a.InternalTable().Columns); n != 10 {
			t.Errorf("%s: the office's own has %d columns", c.what, n)
		}
	}
}
