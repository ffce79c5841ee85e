package load

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
)

// stranger is a key that no table knows and that is like no key there is. Every
// table answers it with B005, which lists all the keys it does know.
const stranger = "qqqqqqqq"

// every is a plan with a stranger in each of its tables.
var every = fstest.MapFS{
	"chung.toml": {},
	"nghi-quyet.toml": {Data: []byte(`
qqqqqqqq = "nghi-quyet.toml"
[extends]
plan = "chung.toml"
qqqqqqqq = "[extends]"
[resolution]
qqqqqqqq = "[resolution]"
[[area]]
qqqqqqqq = "[[area]]"
[[silence]]
qqqqqqqq = "[[silence]]"
[[section]]
qqqqqqqq = "[[section]]"
[[section.indicator]]
qqqqqqqq = "[[section.indicator]]"
[[section.indicator.measure]]
method = "value"
qqqqqqqq = "[[section.indicator.measure]]"
[[section.indicator.measure.amendment]]
qqqqqqqq = "[[section.indicator.measure.amendment]]"
[section.indicator.measure.inputs]
qqqqqqqq = "[section.indicator.measure.inputs]"
[section.indicator.measure.inputs.value]
qqqqqqqq = "[section.indicator.measure.inputs.ROLE]"
`)},
	"co-quan.toml": {Data: []byte(`
qqqqqqqq = "co-quan.toml"
[office]
qqqqqqqq = "[office]"
[office.joint]
qqqqqqqq = "[office.joint]"
[office.joint.signature]
qqqqqqqq = "[office.joint.signature]"
[report]
qqqqqqqq = "[report]"
[report.signature]
qqqqqqqq = "[report.signature]"
[report.replaces]
qqqqqqqq = "[report.replaces]"
[[unit]]
qqqqqqqq = "[[unit]]"
[[layout]]
qqqqqqqq = "[[layout]]"
[mail]
qqqqqqqq = "[mail]"
[mail.smtp]
qqqqqqqq = "[mail.smtp]"
[limits]
qqqqqqqq = "[limits]"
[checks]
qqqqqqqq = "[checks]"
`)},
	"quyet-dinh-so-lieu.toml": {Data: []byte(`
qqqqqqqq = "quyet-dinh-so-lieu.toml"
[[verdict]]
qqqqqqqq = "[[verdict]]"
[[figure]]
qqqqqqqq = "[[figure]]"
[[figure.saw]]
qqqqqqqq = "[[figure.saw]]"
[[estimate]]
qqqqqqqq = "[[estimate]]"
[[sender]]
qqqqqqqq = "[[sender]]"
`)},
	"ghi-nho.toml": {Data: []byte(`
qqqqqqqq = "ghi-nho.toml"
[[reading]]
label = "x"
qqqqqqqq = "[[reading]]"
`)},
	"tong-hop.toml": {Data: []byte(`
qqqqqqqq = "tong-hop.toml"
[[measure]]
qqqqqqqq = "[[measure]]"
[[change]]
qqqqqqqq = "[[change]]"
`)},
}

// docs/plan-files.md is where an office looks up a key: it lists, table by
// table, exactly those that are read.
func TestEveryKeyIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../../../docs/plan-files.md")
	if err != nil {
		t.Fatal(err)
	}
	documented := documentedKeys(string(page))
	read := knownKeys(t)
	for _, table := range slices.Sorted(maps.Keys(read)) {
		if !slices.Equal(documented[table], read[table]) {
			t.Errorf("%s\nplan-files.md has %v\nthe loader reads %v", table, documented[table], read[table])
		}
	}
	for table := range documented {
		if read[table] == nil {
			t.Errorf("plan-files.md has a table %s, which this test does not find in the loader", table)
		}
	}
	for _, code := range regexp.MustCompile(`\bB\d{3}\b`).FindAllString(string(page), -1) {
		if _, ok := diag.Lookup(code); !ok {
			t.Errorf("plan-files.md names %s, which is no code", code)
		}
	}
}

// documentedKeys are the keys of the page, sorted, by the heading they stand under.
func documentedKeys(page string) map[string][]string {
	heading := regexp.MustCompile("^### `([^`]+)`$")
	row := regexp.MustCompile("^\\| `([a-z0-9_]+)` \\|")
	keys := map[string][]string{}
	table := ""
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\r\n")
		if m := heading.FindStringSubmatch(line); m != nil {
			table = m[1]
		} else if strings.HasPrefix(line, "## ") {
			table = ""
		} else if m := row.FindStringSubmatch(line); m != nil && table != "" {
			keys[table] = append(keys[table], m[1])
		}
	}
	for _, k := range keys {
		slices.Sort(k)
	}
	return keys
}

// knownKeys are the keys that the loader knows, sorted, by table.
func knownKeys(t *testing.T) map[string][]string {
	t.Helper()
	_, problems := Load(every)
	known := map[string][]string{}
	for _, p := range problems {
		if p.Code != "B005" || p.Args["key"] != stranger {
			continue
		}
		lines := strings.Split(string(every[p.At.File].Data), "\n")
		_, table, _ := strings.Cut(lines[p.At.Line-1], "= ")
		known[strings.Trim(table, `"`)] = strings.Split(fmt.Sprint(p.Args["known"]), ", ")
	}
	want := 0
	for _, f := range every {
		want += strings.Count(string(f.Data), stranger)
	}
	if len(known) != want {
		t.Errorf("%d of the %d tables said which keys they know", len(known), want)
	}
	return known
}
