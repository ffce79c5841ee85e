package diag

import (
	"strings"
	"testing"
)

// A report of an earlier run has its problems in Vietnamese: whoever reads English gets
// them in English, with the names that they were about.
func TestAKeptProblemIsReworded(t *testing.T) {
	t.Parallel()
	p := New("B233", Position{}, Args{"unit": "Phường Bắc Sơn", "count": 1, "file": "lan 2.csv",
		"why": Say("version.named", Args{"said": "lần 2"})})
	text := Reworded("B233", p.In(Vi))
	if text.Vi != p.In(Vi) || text.En != p.In(En) || !strings.Contains(text.En, "Phường Bắc Sơn") {
		t.Errorf("%q\n%q", text.En, p.In(En))
	}
	for _, said := range []string{"", "lời của phiên bản trước", p.In(Vi) + "\n"} {
		if got := Reworded("B233", said); got != (Text{said, said}) {
			t.Errorf("%q became %q", said, got.En)
		}
	}
	if got := Reworded("B000", "x"); got != (Text{"x", "x"}) {
		t.Error(got)
	}
}
