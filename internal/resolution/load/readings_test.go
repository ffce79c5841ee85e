package load

import (
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
)

// A confirmed reading is kept from year to year; what fits no longer, or says two
// things of one cell, is left out with a warning, and the plan is used all the same.
func TestReadingsThatFitAreKept(t *testing.T) {
	t.Parallel()
	const good = "[[reading]]\nunit = \"nam-son\"\nlabel = \"Số hộ cuối {nam}\"\nheading = \"TH {nam_truoc}\"\n" +
		"input = \"3.1.value\"\n"
	for _, c := range []struct {
		name, text, code string
		kept             int
	}{
		{"fits", good, "", 1},
		{"answers nothing that is asked",
			"[[reading]]\nunit = \"nam-son\"\nlabel = \"Cộng\"\ninput = \"none\"\n", "", 1},
		{"twice the same", good + good, "", 2},
		{"of a unit that is gone",
			good + "[[reading]]\nunit = \"x\"\nlabel = \"a\"\ninput = \"3.1.value\"\n", "B052", 1},
		{"of an input that is gone", good + "[[reading]]\nunit = \"nam-son\"\nlabel = \"a\"\ninput = \"99.value\"\n",
			"B052", 1},
		{"of no cell", good + "[[reading]]\nunit = \"nam-son\"\ninput = \"3.1.value\"\n", "B052", 1},
		{"two meanings",
			good + "[[reading]]\nunit = \"nam-son\"\nlabel = \"số hộ cuối 2022\"\nheading = \"th 2021\"\n" +
				"input = \"none\"\n", "B052", 0},
	} {
		fsys := folder(t, "", "", "")
		fsys["ghi-nho.toml"] = &fstest.MapFile{Data: []byte(c.text)}
		p, problems := Load(fsys)
		if errors, _ := diag.Count(problems); p == nil || errors > 0 {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		found := ""
		for _, x := range problems {
			if x.At.File == "ghi-nho.toml" {
				found = x.Code
			}
		}
		if found != c.code || len(p.Readings) != c.kept {
			t.Errorf("%s: %q, %d readings", c.name, found, len(p.Readings))
		}
		if c.name == "fits" && (p.Readings[0].Label != "Số hộ cuối 2022" || p.Readings[0].Heading != "TH 2021") {
			t.Errorf("the years are not written out: %+v", p.Readings[0])
		}
	}
}
