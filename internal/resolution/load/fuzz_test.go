package load

import (
	"testing"
	"testing/fstest"

	"baocao/internal/resolution"
)

// What two files have in common may be anything too, and lie anywhere.
func FuzzExtend(f *testing.F) {
	f.Add("[extends]\nplan = \"chung/a.toml\"\n"+smallResolution, smallResolution, "chung/a.toml")
	f.Add("[extends]\nplan = \"./a.toml\"", "[[section]]\n[section.indicator]\n", "a.toml")
	f.Add("[extends]\nplan = \"../a.toml\"", "[extends]\nplan = \"b\"", "../a.toml")
	f.Add("extends = [1]", "a.b.c = 1\n[a.b]", "a")
	f.Fuzz(func(t *testing.T, own, shared, name string) {
		files := fstest.MapFS{
			resolution.ResolutionFile: {Data: []byte(own)},
			resolution.OfficeFile:     {Data: []byte(smallOffice)},
		}
		if name != resolution.ResolutionFile && name != resolution.OfficeFile {
			files[name] = &fstest.MapFile{Data: []byte(shared)}
		}
		if p, problems := Load(files); p == nil && len(problems) == 0 {
			t.Fatal("no plan and no problem")
		}
		_ = Shared(files)
	})
}

func FuzzLoad(f *testing.F) {
	f.Add(smallResolution, smallOffice, smallDecisions)
	f.Add("section = [1]", "unit = 3", "verdict = {}")
	f.Add("[[section]]\n[[section.indicator]]\n[[section.indicator.measure]]\nmethod = \"share\"", "[[unit]]\n[[unit]]",
		"[[verdict]]")
	f.Add("a = [[{x = 1}, 'b'], \"\"\"", "\uFEFF", "a.\"b\".c = 1")
	f.Fuzz(func(t *testing.T, promised, office, decisions string) {
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
