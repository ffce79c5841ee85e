package diag

import (
	"strings"
	"testing"
)

// A file may be called anything; whatever the name is, a message about it is on
// its line, and nothing in it does anything to a terminal.
func TestNamesDoNothingToATerminal(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"\x1b[2Ja.xlsx":         `\u001b[2Ja.xlsx`,
		"\x1b]0;b\x07.xlsx":     `\u001b]0;b\u0007.xlsx`,
		"a\rb\nLỗi B999: c\t":   `a\u000db\u000aLỗi B999: c\u0009`,
		"a\u202excod.xlsx":      `a\u202excod.xlsx`,
		"\u2066a\u2069\u200f":   `\u2066a\u2069\u200f`,
		"\u0085\u009b31m\x7f":   `\u0085\u009b31m\u007f`,
		"a\u2028b":              `a\u2028b`,
		"\xff\xfea\xc3":         `\xff\xfea\xc3`,
		"Phường Trần Thành Ngọ": "Phường Trần Thành Ngọ",
		"a\u0309\u200d\\n�":     "a\u0309\u200d\\n�",
		"":                      "",
	} {
		if got := Visible(name); got != want {
			t.Errorf("%q is shown as %s, want %s", name, got, want)
		}
		at := Position{File: name, Sheet: name, Line: 3}
		var b strings.Builder
		if err := Print(&b, []Problem{New("B101", at, Args{"name": name}).See(at)}, Vi, ""); err != nil {
			t.Fatal(err)
		}
		for _, said := range append(strings.Split(b.String(), "\n"), at.String()) {
			if strings.ContainsFunc(said, func(r rune) bool { return hides(r, 0) }) || strings.HasPrefix(said, "Lỗi") {
				t.Errorf("%q: %q", name, said)
			}
		}
	}
	if got := VisibleLines("a\n\tb\r\x1b\u202e\x9b"); got != "a\n\tb"+`\u000d\u001b\u202e\x9b` {
		t.Errorf("of several lines: %s", got)
	}
}

// What is said of many files in the same words is said once, under their names.
func TestFilesOfWhichTheSameIsSaid(t *testing.T) {
	of := func(file string, found string) Problem {
		return New("B072", Position{File: file}, Args{"found": found, "want": "năm 2022"})
	}
	var b strings.Builder
	ps := []Problem{of("a.xlsx", "quý I"), of("b.xlsx", "quý I"), of("c.xlsx", "quý II")}
	if err := Print(&b, ps, Vi, ""); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if !strings.HasPrefix(got, "a.xlsx\nb.xlsx\n  Cảnh báo B072") || strings.Count(got, "B072") != 2 ||
		!strings.Contains(got, "\n\nc.xlsx\n  Cảnh báo B072") {
		t.Error(got)
	}
}
