package tomlfile

import (
	"strings"
	"testing"
)

// A file made to keep the program busy is refused before it is read, with its
// line; dots and brackets in texts and comments count for nothing.
func TestFilesTooDeepAreRefused(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		text string
		line int
	}{
		"a dotted key":      {"x = 1\n" + strings.Repeat("a.", 10_000) + "a = 1", 2},
		"a quoted key":      {"\n\n" + strings.Repeat(`"a" . `, 10_000) + "a = 1", 3},
		"a header":          {"[" + strings.Repeat("a.", 10_000) + "a]", 1},
		"lists":             {"x = \"\"\"\n\n\"\"\"\na = " + strings.Repeat("[", 100_000), 4},
		"tables":            {"a = " + strings.Repeat("{a = ", 10_000), 1},
		"lists never ended": {strings.Repeat("[\n", 100), 17},
	} {
		_, err := Parse(tc.text)
		if err == nil || err.Line != tc.line || !strings.Contains(err.Message.En, "too deep") {
			t.Errorf("%s: %v", name, err)
		}
	}
	dots := strings.Repeat(".[{", 1000)
	for name, text := range map[string]string{
		"in texts": `a = "` + dots + `\""` + "\nb = '" + dots + `\'` + "\nc = \"\"\"\n" +
			dots + "\"\n\"\"\"\nd = '''" + dots + "\n'''",
		"in comments": "a = 1 # " + dots + "\n# " + dots,
		"numbers":     "a = [" + strings.Repeat("1.5, ", 1000) + "]\n[a1.b.c.d.e]\nf.g.h = 2022-01-01\n",
	} {
		if _, err := Parse(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
