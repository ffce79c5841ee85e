package wording

import (
	"fmt"
	"strings"
	"testing"
)

// doubling is a template that calls itself twice, forty times over.
func doubling() string {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "{{define \"t%d\"}}{{template \"t%d\" .}}{{template \"t%[2]d\" .}}{{end}}", i, i+1)
	}
	return b.String() + `{{define "t40"}}{{end}}{{template "t0" .}}`
}

// Whatever the office writes, the program comes to an end: what costs too much is
// named with its line, and the embedded words stand in.
func TestWordingThatCostsTooMuch(t *testing.T) {
	t.Parallel()
	nested := ""
	for i := range 300 {
		nested += strings.Repeat(" ", i) + "- a\n"
	}
	for name, tc := range map[string]struct {
		source string
		line   int
		why    string
	}{
		"a loop without output":  {"một\n{{range 20000000000}}{{end}}", 2, "it goes round too often"},
		"loops in a loop":        {"{{range 90000}}{{range 90000}}{{end}}{{end}}", 1, "it goes round too often"},
		"a loop after a choice":  {"{{if 1}}\n{{with 1}}{{range 2000000}}{{end}}{{end}}{{end}}", 2, "it goes"},
		"templates in templates": {doubling(), 1, "it goes round too often"},
		"a text of gigabytes":    {"{{range 3000000}}{{printf \"%1000d\" 1}}{{end}}", 0, "it prints too much"},
		"a text twice itself":    {`{{$x := "aaaaaaaa"}}{{range 99}}{{$x = print $x $x}}{{end}}`, 0, "prints too much"},
		"a wide number":          {"{{printf \"" + strings.Repeat("%999999d", 70) + "\"}}", 0, "it prints too much"},
		"lists in lists":         {nested, 0, "it has too many marks"},
		"items on one line":      {strings.Repeat("- ", 3000) + "a", 0, "it has too many marks"},
		"numbers on one line":    {strings.Repeat("1. ", 3000) + "a", 0, "it has too many marks"},
		"quotations":             {strings.Repeat(">", 20_000) + "a", 0, "it has too many marks"},
		"emphasis":               {strings.Repeat("*a ", 60_000), 0, "it has too many marks"},
		"links":                  {strings.Repeat("[a](", 60_000), 0, "it has too many marks"},
		"a heading of lines":     {strings.Repeat("a\n", 100_000) + "===", 0, "it has too many marks"},
		"a file of megabytes":    {strings.Repeat("a\n\n", 100_000), 0, "it is too large"},
	} {
		w, problems := Load(folder(map[string]string{"mo-dau.md": tc.source}), nil)
		if len(problems) > 0 {
			t.Fatal(name, found(problems))
		}
		text, problems := w.Execute("bao-cao/mo-dau.md", map[string]any{"Nam": 2022})
		if len(problems) == 0 {
			t.Errorf("%s: nothing is said of it", name)
			continue
		}
		if p := problems[0]; p.Code != "B520" || p.At.Line != tc.line || !strings.Contains(p.In("en"), tc.why) {
			t.Errorf("%s: %s: %s", name, p.At, p.In("en"))
		}
		if strings.Contains(text, "một\n") {
			t.Errorf("%s: the office's text is used", name)
		}
	}
}

// What people write is far within the bounds: long lists, many bold words, text
// of others full of stars that are escaped.
func TestWordingWithinTheBounds(t *testing.T) {
	t.Parallel()
	for name, source := range map[string]string{
		"a long list":      "{{range 3000}}- **Đạt** {{printf \"%d\" .}} _em_\n{{end}}",
		"lists in a list":  "- a\n  - b\n    - c\n      1. d\n\n> lời dẫn\n",
		"escaped marks":    strings.Repeat(`\*\[`, 30_000),
		"a long paragraph": strings.Repeat("chữ ", 30_000),
		"a loop of loops":  "{{range 100}}{{range 100}}{{end}}{{else}}không{{end}}x",
		"breaks":           "{{range 9000000000}}{{break}}{{end}}{{range 10}}{{continue}}{{end}}x",
	} {
		w, _ := Load(folder(map[string]string{"mo-dau.md": source}), nil)
		if text, problems := w.Execute("bao-cao/mo-dau.md", nil); len(problems) > 0 || text == "" {
			t.Errorf("%s: %d letters, %s", name, len(text), found(problems))
		}
	}
}
