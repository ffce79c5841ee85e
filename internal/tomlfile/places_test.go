package tomlfile

import (
	"maps"
	"strings"
	"testing"
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
	got := places(text)
	for path, want := range map[string]struct {
		line int
		raw  string
	}{
		"a": {2, "1"}, "b c": {3, `"# no = comment"`}, "list[1]": {6, `"y"`}, "t.u": {8, ""}, "t.u.k.v.x": {9, "1.50"},
		"t.u.k.v.y.z": {9, "\"\"\"\ntwo \"lines\" = here\"\"\""}, "t.u.k.v.w[1].q": {10, "2"},
		"arr[0].n": {12, `'it\'`}, "arr[0].in[0].m": {14, "'''\nraw \\''''"}, "arr[1]": {16, ""},
		"arr[1].sub.deep": {18, "2022-01-01"},
	} {
		if at := got[path]; at.Line != want.line || at.Raw != want.raw || !strings.HasPrefix(text[at.Start:], at.Raw) {
			t.Errorf("%s: %v, want %v", path, at, want)
		}
	}
}

// Text that is no TOML ends the search early and nothing else.
func FuzzPlaces(f *testing.F) {
	f.Add("a = [[{x = 1}, 'b'], \"\"\"")
	f.Add("\uFEFF")
	f.Add("[[a]]\n[a.b]\nc.\"d\" = {e = [1, 2")
	f.Fuzz(func(t *testing.T, text string) {
		for path, p := range places(text) {
			if p.Line < 1 || p.Line > 1+strings.Count(text, "\n") {
				t.Fatalf("%q stands on line %d", path, p.Line)
			}
		}
	})
}

// What Notepad calls Unicode is told as that, and not as a line that nobody can read.
func TestATextOfUTF16(t *testing.T) {
	for _, text := range []string{"\xFF\xFEa\x00=\x001\x00", "\xFE\xFF\x00a\x00=\x001"} {
		if _, fault := Parse(text); fault == nil || fault.Line != 1 || !strings.Contains(fault.Message.Vi, "UTF-8") {
			t.Errorf("%q: %v", text, fault)
		}
	}
}

// Texts are what the decoder makes of them, however they are written; what is no text is none.
func TestTextsOfAFileThatIsTOML(t *testing.T) {
	t.Parallel()
	got := Texts("plain = \"số\" # \"no\"\nnone = \"\"\nquoted = \"a \\\"b\\\"\"\nliteral = 'a\\b'\n" +
		"[cot]\nlong = \"\"\"\nhai\ndòng\"\"\"\nnumber = 3\nlist = [1]\n")
	want := map[string]string{"plain": "số", "none": "", "quoted": `a "b"`, "literal": `a\b`, "cot.long": "hai\ndòng"}
	if !maps.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
