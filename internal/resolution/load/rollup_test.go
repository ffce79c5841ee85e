package load

import (
	"slices"
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
)

const lowerPlan = `[resolution]
number = "05-NQ/TU"
date = 2025-12-20
issuer = "Ban Chấp hành"
about = "về nhiệm vụ năm 2026"
year = 2026
[[section]]
number = "I"
title = "Các chỉ tiêu"
  [[section.indicator]]
  number = 1
  text = "Hộ nghèo"
    [[section.indicator.measure]]
    id = "1"
    name = "Số hộ nghèo"
    unit = "hộ"
    target = "info"
    method = "sum"
    from = ["xa"]
`

const lowerOffice = `[office]
issuer = "THÀNH ỦY"
name = "Thành ủy"
symbol = "BC/TU"
place = "Sông"
[report]
title = "kết quả"
[[unit]]
id = "xa-a"
name = "Xã A"
group = "xa"
[[unit]]
id = "xa-b"
name = "Xã B"
group = "xa"
`

// What tong-hop.toml says is held against the plan, and each mistake has its line.
func TestRollupFile(t *testing.T) {
	change := func(from, to string) string {
		return "[[change]]\ndate = 2026-07-01\nfrom = [" + from + "]\nto = [" + to + "]\n"
	}
	for _, c := range []struct{ name, file, code string }{
		{"nothing in it", "", ""},
		{"a group, a measure, a merger", "from = [\"xa\"]\n[[measure]]\nid = 1\nlower = \"3.2\"\n" +
			change(`"Xã C", "Xã D"`, `"xa-a"`), ""},
		{"no such group", "from = [\"xaa\"]\n", "B800"},
		{"a change into no unit", change(`"Xã C", "Xã D"`, `"xa-c"`), "B800"},
		{"a measure twice", "[[measure]]\nid = \"1\"\nlower = \"2\"\n[[measure]]\nid = \"1\"\nlower = \"3\"\n",
			"B801"},
		{"a unit in two changes", change(`"Xã C", "Xã D"`, `"xa-a"`) + change(`"Xã D", "Xã E"`, `"xa-b"`),
			"B801"},
		{"one to one", change(`"Xã C"`, `"xa-a"`), "B802"},
		{"two to two", change(`"Xã C", "Xã D"`, `"xa-a", "xa-b"`), "B802"},
		{"a change without a day", "[[change]]\nfrom = [\"Xã C\"]\nto = [\"xa-a\", \"xa-b\"]\n", "B007"},
		{"no such measure", "[[measure]]\nid = \"7\"\nlower = \"1\"\n", "B804"},
		{"no TOML", "from = [", "B003"},
	} {
		p, problems := Load(fstest.MapFS{"nghi-quyet.toml": {Data: []byte(lowerPlan)},
			"co-quan.toml": {Data: []byte(lowerOffice)}, "tong-hop.toml": {Data: []byte(c.file)}})
		var codes []string
		for _, x := range problems {
			if x.At.File == "tong-hop.toml" && x.At.Line == 0 && c.code != "B007" {
				t.Errorf("%s: %s has no line", c.name, x.Code)
			}
			if x.Code >= "B800" || x.Severity() == diag.Error {
				codes = append(codes, x.Code)
			}
		}
		want := []string{c.code}
		if c.code == "" {
			want = nil
		}
		if !slices.Equal(codes, want) {
			t.Errorf("%s: %v, want %v", c.name, codes, want)
		}
		if c.code == "" && (p == nil || p.Rollup == nil || len(p.Rollup.Units) != 2) {
			t.Errorf("%s: %v", c.name, p)
		}
	}
}
