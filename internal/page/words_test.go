package page

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"baocao/internal/diag"
)

var (
	saidInHTML = regexp.MustCompile(`\(?say "([^"]+)"`)
	keyInGo    = regexp.MustCompile(`"(page\.[a-z.-]+)"`)
)

// Every word of the pages stands in the catalogue, in both languages, and the catalogue
// holds nothing that no page says.
func TestTheWordsOfThePagesStandInTheCatalogue(t *testing.T) {
	t.Parallel()
	said := map[string]bool{}
	html, err := filepath.Glob("html/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range html {
		for _, m := range saidInHTML.FindAllStringSubmatch(file(t, name), -1) {
			said["page."+m[1]] = true
		}
	}
	code, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	families := []string{}
	for _, name := range code {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range keyInGo.FindAllStringSubmatch(file(t, name), -1) {
			said[m[1]] = true
			if strings.HasSuffix(m[1], ".") {
				families = append(families, m[1])
			}
		}
	}
	for key := range said {
		for _, lang := range []diag.Lang{diag.Vi, diag.En} {
			if text := diag.Say(key, nil).In(lang); !strings.HasSuffix(key, ".") && (text == key || text == "") {
				t.Errorf("%s is said, and not in the catalogue", key)
			}
		}
	}
	for _, m := range keyInGo.FindAllStringSubmatch(file(t, "../diag/catalogue_page.go"), -1) {
		known := said[m[1]]
		for _, f := range families {
			known = known || strings.HasPrefix(m[1], f)
		}
		if !known {
			t.Errorf("%s is said nowhere", m[1])
		}
	}
}

func file(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
