package result_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

var update = flag.Bool("update", false, "rewrite testdata")

const promised = `
[resolution]
number = "02-NQ/QU"
date   = 2021-12-20
issuer = "Ban Chấp hành"
about  = "về chỉ tiêu & nhiệm vụ"
year   = 2022
theme  = "Chuyển đổi số"

[[area]]
id    = "kinh-te"
title = "Phát triển kinh tế"

[[section]]
number = "I"
title  = "Các chỉ tiêu"

[[section.indicator]]
number = 1
text   = "Tổ chức đảng đạt 80% trở lên; 02 trường."

[[section.indicator.measure]]
id     = "1.1"
name   = "Tổ chức đảng"
unit   = "%"
target = ">= 80"
method = "ratio"
from   = ["ban-to-chuc"]
inputs.numerator   = { label = "Số hoàn thành", unit = "tổ chức" }
inputs.denominator = { label = "Số được đánh giá", unit = "tổ chức" }

[[section.indicator.measure]]
id     = "1.2"
name   = "Trường đạt chuẩn"
unit   = "trường"
target = ">= 2"
method = "value"
from   = ["giao-duc"]
list   = true
`

const office = `
[office]
parent  = "ĐẢNG BỘ THÀNH PHỐ"
issuer  = "QUẬN ỦY"
symbol  = "BC/QU"
place   = "Kiến An"
profile = "dang-hd36"

[report]
title      = "kết quả"
recipients = ["Thành ủy"]

[[unit]]
id   = "ban-to-chuc"
name = "Ban Tổ chức Quận ủy"

[[unit]]
id   = "giao-duc"
name = "Phòng Giáo dục và Đào tạo"
`

func judged(t *testing.T) *assess.Annex {
	t.Helper()
	p, problems := load.Load(fstest.MapFS{"nghi-quyet.toml": {Data: []byte(promised)},
		"co-quan.toml": {Data: []byte(office)}})
	if errors, _ := diag.Count(problems); errors > 0 || p == nil {
		t.Fatalf("plan: %v", problems)
	}
	const file = "1-nop-vao-day/btc.xlsx"
	at := func(cell string) diag.Position { return diag.Position{File: file, Sheet: "Số liệu", Cell: cell} }
	return assess.Consolidate(p, []returns.Return{{
		File: file, SHA256: "ab12", Unit: "ban-to-chuc", Status: returns.StatusAccepted,
		Observations: []returns.Observation{
			{Key: "1.1.numerator", Measure: "1.1", Answer: returns.Given, Value: quantity.Int(48), At: at("E7"),
				How: returns.ByForm},
			{Key: "1.1.denominator", Measure: "1.1", Answer: returns.Given, Value: quantity.Int(58), At: at("E8"),
				How: returns.ByForm},
		},
		Remarks: []returns.Remark{{Kind: returns.Limitation, Area: "kinh-te", Text: "Còn chậm <so với yêu cầu>",
			At: at("C3")}},
	}}, resolution.LastYear{"1.1": {Figure: new(quantity.MustParse("79.5"))}}, nil)
}

func TestTheFile(t *testing.T) {
	got, err := result.New(judged(t)).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/ket-qua.json"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))) {
		t.Errorf("differs from %s; got\n%s", golden, got)
	}
}

func TestReadBack(t *testing.T) {
	first, err := result.New(judged(t)).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	r, err := result.Load(first)
	if err != nil {
		t.Fatal(err)
	}
	again, err := r.Marshal()
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("read and written again it differs (%v)", err)
	}
	if m := r.Measure("1.2"); m == nil || m.Actual != nil || r.Measure("7") != nil {
		t.Error("measures are not found by id")
	}
	if r.Complete {
		t.Error("complete, though a unit owes")
	}
}

func TestWhatIsNoResultIsRefused(t *testing.T) {
	good, err := result.New(judged(t)).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]string{
		"cut short":      string(good[:len(good)/2]),
		"another schema": strings.Replace(string(good), "baocao/1", "baocao/9", 1),
		"no number":      strings.Replace(string(good), `"82.76"`, `"82,76"`, 1),
		"an exponent":    strings.Replace(string(good), `"82.76"`, `"8.276e1"`, 1),
	}
	for name, text := range tests {
		if _, err := result.Load([]byte(text)); err == nil {
			t.Errorf("%s was read without an error", name)
		}
	}
	if _, err := result.Load([]byte(strings.Replace(string(good), `"schema"`, `"added": 1, "schema"`, 1))); err != nil {
		t.Errorf("a field that a later version added: %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(`{"schema":"baocao/1","sections":[{"indicators":[{"measures":[{"id":"1","judged":"82.76"}]}]}]}`))
	f.Add([]byte(`{"schema":"baocao/1","sections":null}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := result.Load(data)
		if err != nil {
			return
		}
		first, err := r.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := result.Load(first); err != nil {
			t.Fatalf("its own output is refused: %v", err)
		}
		r.LastYear(&resolution.Plan{Resolution: resolution.Resolution{Year: r.Resolution.Year + 1}}, diag.Position{})
	})
}

// Sources are written into their places measure by measure, and the file is as an
// encoder writes it whole, whatever the texts in it say.
func TestSourcesStandInTheirPlaces(t *testing.T) {
	hostile := "\"sources\": [\n<{}>]"
	r := &result.Result{Schema: result.Schema, Resolution: result.Resolution{About: hostile}}
	r.Sections = []result.Section{
		{Indicators: []result.Indicator{{Text: hostile, Measures: []result.Measure{
			{ID: "1", Sources: []result.Source{}},
			{ID: "2", Sources: []result.Source{{Unit: "a", Cell: "D2"}, {Unit: hostile}}},
			{ID: "3", Sources: []result.Source{{}}}, {ID: "4"}}}}},
		{Indicators: []result.Indicator{{Measures: []result.Measure{
			{ID: "5", Name: hostile, Sources: []result.Source{{Unit: "b", Line: new(int)}}}}}}}}
	got, err := r.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	e := json.NewEncoder(&want)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		t.Fatal(err)
	}
	if string(got) != want.String() {
		t.Errorf("%s\nwant\n%s", got, want.String())
	}
	if len(r.Sections[0].Indicators[0].Measures[1].Sources) != 2 {
		t.Error("the result has lost its sources")
	}
}

// The outputs can join a result that was written before they were made: the file is the
// same as if they had been there.
func TestOutputsJoinAWrittenResult(t *testing.T) {
	a := judged(t)
	outputs := []result.Output{{Name: "BaoCao <&>.pdf", SHA256: strings.Repeat("a", 64)}, {Name: "PhuLuc.xlsx"}}
	for n := range len(outputs) + 1 {
		before, err := result.Brief(a).MarshalOf(a)
		if err != nil {
			t.Fatal(err)
		}
		got, err := result.WithOutputs(before, outputs[:n])
		if err != nil {
			t.Fatal(err)
		}
		whole := result.New(a)
		whole.Outputs = append(whole.Outputs, outputs[:n]...)
		want, err := whole.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%d outputs: %s\nwant\n%s", n, got, want)
		}
	}
	if _, err := result.WithOutputs([]byte("{}\n"), outputs); err == nil {
		t.Error("outputs joined what has no place for them")
	}
}
