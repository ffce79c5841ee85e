package load

import (
	"testing"
	"testing/fstest"

	"baocao/internal/resolution"
)

// The places of keys in every way TOML has of writing them.
func TestKeyPlaces(t *testing.T) {
	text := `# a comment = 1
a = 1 # [b]
"b c" = "# no = comment"
list = [ # one
  "x", # two ]
  "y",
]
[t.u]
k.v = { x = 1.50, y = { z = """
two "lines" = here""" }, w = [1, { q = 2 }] }
[[arr]]
n = 'it\'
[[arr.in]]
m = '''
raw \''''
[[arr]]
[arr.sub]
deep = 2022-01-01
`
	got := keyPlaces(text)
	for path, want := range map[string]place{
		"a": {2, "1"}, "b c": {3, `"# no = comment"`}, "list[1]": {6, `"y"`}, "t.u": {8, ""}, "t.u.k.v.x": {9, "1.50"},
		"t.u.k.v.y.z": {9, "\"\"\"\ntwo \"lines\" = here\"\"\""}, "t.u.k.v.w[1].q": {10, "2"},
		"arr[0].n": {12, `'it\'`}, "arr[0].in[0].m": {14, "'''\nraw \\''''"}, "arr[1]": {16, ""}, "arr[1].sub.deep": {18, "2022-01-01"},
	} {
		if got[path] != want {
			t.Errorf("%s: %v, want %v", path, got[path], want)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(smallResolution, smallOffice, smallDecisions)
	f.Add("section = [1]", "unit = 3", "verdict = {}")
	f.Add("[[section]]\n[[section.indicator]]\n[[section.indicator.measure]]\nmethod = \"share\"", "[[unit]]\n[[unit]]", "[[verdict]]")
	f.Add("a = [[{x = 1}, 'b'], \"\"\"", "\uFEFF", "a.\"b\".c = 1")
	f.Fuzz(func(t *testing.T, promised, office, decisions string) {
		keyPlaces(promised)
		p, problems := Load(fstest.MapFS{
			resolution.ResolutionFile: {Data: []byte(promised)},
			resolution.OfficeFile:     {Data: []byte(office)},
			resolution.DecisionsFile:  {Data: []byte(decisions)},
		})
		if p == nil {
			if len(problems) == 0 {
				t.Fatal("no plan and no problem")
			}
			return
		}
		for _, u := range p.Units {
			for _, a := range p.Asks(u.ID) {
				_ = a.Name() + a.Key()
			}
		}
		for _, m := range p.Measures() {
			m.Current(p.On())
		}
	})
}
