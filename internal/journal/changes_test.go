package journal

import (
	"encoding/json"
	"fmt"
	"testing"

	"baocao/internal/render/result"
)

func some(s string) *string { return &s }

func from(unit, value string) result.Source {
	return result.Source{Unit: unit, Measure: "1", Input: "value", File: unit + ".csv", Cell: "D2", Answer: "given",
		Value: some(value)}
}

// told is a result of two measures and two units, for a test to change.
func told() *result.Result {
	return &result.Result{Schema: result.Schema, Period: "nam",
		Sections: []result.Section{{Indicators: []result.Indicator{
			{Number: 1, Text: "Trồng cây", Verdict: "met", Measures: []result.Measure{
				{ID: "1", Name: "Số cây", Unit: "cây", Target: ">= 10", Judged: some("12"), Verdict: "met",
					Sources: []result.Source{from("a", "5"), from("b", "7")}}}},
			{Number: 2, Text: "Nước sạch", Verdict: "no-data", Measures: []result.Measure{
				{ID: "2.1", Name: "Hộ", Unit: "%", Target: ">= 90", Verdict: "no-data"},
				{ID: "2.2", Name: "Trường", Unit: "trường", Target: ">= 1", Judged: some("1"), Verdict: "met"}}},
		}}},
		Units: []result.Unit{
			{ID: "a", Name: "Đơn vị A", Owes: []string{"2.1.numerator"},
				Files: []result.File{{File: "a.csv", SHA256: "1"}}},
			{ID: "b", Name: "Đơn vị B", Owes: []string{}, Files: []result.File{{File: "b.csv", SHA256: "2"}}}},
		Problems: []result.Problem{{Code: "B401", Unit: some("a"), Message: "còn nợ"}},
	}
}

// One thing is changed at a time, and told as that.
func TestWhatChanged(t *testing.T) {
	t.Parallel()
	measures := func(r *result.Result, i int) []result.Measure { return r.Sections[0].Indicators[i].Measures }
	for name, c := range map[string]struct {
		change func(*result.Result)
		want   string // of the lists that are not empty
	}{
		"nothing": {func(*result.Result) {}, ""},
		"a figure, and its cell": {func(r *result.Result) {
			m := &measures(r, 0)[0]
			m.Judged, m.Sources[1].Value, m.Sources[1].Cell = some("9"), some("4"), "E5"
		}, `figures=[{"measure":"1","name":"Số cây","unit":"cây","before":"12","after":"9","estimate":[false,false],` +
			`"answers":[{"unit":"b","input":"1.value","before":7 D2,"after":4 E5}]}]`},
		"answers that come to the same": {func(r *result.Result) {
			m := &measures(r, 0)[0]
			m.Sources[0].Value, m.Sources[1].Value = some("6"), some("6")
		}, `figures=[{"measure":"1","name":"Số cây","unit":"cây","before":"12","after":"12","estimate":[false,false],` +
			`"answers":[{"unit":"a","input":"1.value","before":5 D2,"after":6 D2},` +
			`{"unit":"b","input":"1.value","before":7 D2,"after":6 D2}]}]`},
		"the same answer in another cell": {func(r *result.Result) { measures(r, 0)[0].Sources[1].Cell = "E5" }, ""},
		"an answer is gone": {func(r *result.Result) {
			m := &measures(r, 0)[0]
			m.Sources = m.Sources[:1]
		}, `figures=[{"measure":"1","name":"Số cây","unit":"cây","before":"12","after":"12",` +
			`"estimate":[false,false],"answers":[{"unit":"b","input":"1.value","before":7 D2,"after":null}]}]`},
		"a verdict, once": {func(r *result.Result) {
			r.Sections[0].Indicators[0].Verdict, measures(r, 0)[0].Verdict = "missed", "missed"
		}, `verdicts=[{"indicator":1,"name":"Trồng cây","before":"met","after":"missed"}]`},
		"a part's verdict": {func(r *result.Result) { measures(r, 1)[1].Verdict = "missed" },
			`verdicts=[{"indicator":2,"measure":"2.2","name":"Trường","before":"met","after":"missed"}]`},
		"a figure where there was none": {func(r *result.Result) { measures(r, 1)[0].Judged = some("0") },
			`figures=[{"measure":"2.1","name":"Hộ","unit":"%","before":null,"after":"0",` +
				`"estimate":[false,false],"answers":[]}]`},
		"an estimate": {func(r *result.Result) { measures(r, 1)[1].Estimate = true },
			`figures=[{"measure":"2.2","name":"Trường","unit":"trường","before":"1","after":"1",` +
				`"estimate":[false,true],"answers":[]}]`},
		"a target": {func(r *result.Result) { measures(r, 1)[1].Target = ">= 2" },
			`promises=[{"measure":"2.2","name":"Trường","before":"\u003e= 1","after":"\u003e= 2"}]`},
		"a measure is gone, another is new": {func(r *result.Result) { measures(r, 1)[1].ID = "2.3" },
			`promises=[{"measure":"2.3","name":"Trường","before":"","after":"\u003e= 1"},` +
				`{"measure":"2.2","name":"Trường","before":"\u003e= 1","after":""}]`},
		"a unit sends": {func(r *result.Result) {
			r.Units[0].Owes, r.Units[0].Files = nil, append(r.Units[0].Files, result.File{File: "a2.csv", SHA256: "3"})
		}, `units=[{"id":"a","name":"Đơn vị A","files":["a2.csv"],"gone":[],"received":["2.1.numerator"],` +
			`"owes":[],"left":0}]`},
		"a file is taken out": {func(r *result.Result) { r.Units[1].Owes, r.Units[1].Files = []string{"1.value"}, nil },
			`units=[{"id":"b","name":"Đơn vị B","files":[],"gone":["b.csv"],"received":[],"owes":["1.value"],` +
				`"left":1}]`},
		"a file is renamed":    {func(r *result.Result) { r.Units[1].Files[0].File = "b moi.csv" }, ""},
		"a problem is settled": {func(r *result.Result) { r.Problems = nil }, `problems_settled=1`},
		"a problem is new": {func(r *result.Result) {
			r.Problems = append(r.Problems, result.Problem{Code: "B401", Unit: some("b"), Message: "còn nợ"})
		}, `problems_new=1`},
		"a decision": {func(r *result.Result) {
			measures(r, 0)[0].Override = &result.Override{Verdict: "missed", Reason: "lý do", By: "C"}
		}, `decisions=[{"about":"1","reason":"lý do","by":"C","taken_back":false}]`},
		"a warning is accepted": {func(r *result.Result) {
			r.Accepted = []result.Accepted{{Problem: result.Problem{Code: "B511"}, Reason: "x"}}
		}, `decisions=[{"about":"B511","reason":"x","taken_back":false}]`},
		"words": {func(r *result.Result) { r.Narrative.Causes = []result.Remark{{Unit: "a", Text: "mưa"}} },
			`words={"added":1,"removed":0}`},
	} {
		after := told()
		c.change(after)
		changes := Compare(told(), after)
		if got := written(t, changes); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
		if changes.None() != (c.want == "") {
			t.Errorf("%s: none is %v", name, changes.None())
		}
		// The other way round as much has changed.
		if back := Compare(after, told()); back.None() != changes.None() || back.Judged() != changes.Judged() {
			t.Errorf("%s: backwards %+v", name, back)
		}
	}
}

// written are the lists that are not empty, sources cut down to value and cell.
func written(t *testing.T, c *Changes) (all string) {
	t.Helper()
	add := func(name string, list any, count int) {
		if count > 0 {
			data, err := json.Marshal(list)
			if err != nil {
				t.Fatal(err)
			}
			all += name + "=" + string(data)
		}
	}
	add("verdicts", c.Verdicts, len(c.Verdicts))
	for _, f := range c.Figures {
		answers := ""
		for i, a := range f.Answers {
			if i > 0 {
				answers += ","
			}
			cell := func(s *result.Source) string {
				if s == nil {
					return "null"
				}
				return *s.Value + " " + s.Cell
			}
			answers += fmt.Sprintf(`{"unit":%q,"input":%q,"before":%s,"after":%s}`, a.Unit, a.Input, cell(a.Before),
				cell(a.After))
		}
		f.Answers = nil
		data, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		all += `figures=[` + string(data[:len(data)-len("null}")]) + `[` + answers + `]}]`
	}
	add("promises", c.Promises, len(c.Promises))
	add("units", c.Units, len(c.Units))
	for name, list := range map[string][]Problem{"problems_new": c.New, "problems_settled": c.Settled} {
		if len(list) > 0 {
			all += fmt.Sprintf("%s=%d", name, len(list))
		}
	}
	add("decisions", c.Decisions, len(c.Decisions))
	if c.Words != (Words{}) {
		add("words", c.Words, 1)
	}
	return all
}

// Of an old report nothing but figures and verdicts may be kept: those are compared,
// and nothing is made up about the rest.
func TestAgainstFiguresAlone(t *testing.T) {
	t.Parallel()
	var rec Record
	rec.Of(told())
	if c := Compare(rec.Figured(), told()); c.Judged() != 0 || len(c.Units)+len(c.Promises) != 0 {
		t.Errorf("%+v", c)
	}
	after := told()
	after.Sections[0].Indicators[0].Verdict = "missed"
	after.Sections[0].Indicators[0].Measures[0].Judged = some("9")
	c := Compare(rec.Figured(), after)
	if len(c.Verdicts) != 1 || len(c.Figures) != 1 || c.Figures[0].Name != "Số cây" || len(c.Figures[0].Answers) != 0 {
		t.Errorf("%+v", c)
	}
}

func TestWhatBecameOfTheFiles(t *testing.T) {
	t.Parallel()
	was := []Input{{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}, {"e", ""}}
	is := []Input{{"a", "1"}, {"b", "22"}, {"moi/c", "3"}, {"f", "6"}, {"e", ""}, {"a (2)", "1"}}
	got := fmt.Sprint(CompareInputs(was, is))
	want := "[{a (2) new  1} {b changed  22} {d gone  4} {e unreadable  } {f new  6} {moi/c renamed  3}]"
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if c := CompareInputs(was[:4], was[:4]); len(c) != 0 {
		t.Errorf("%v", c)
	}
}
