package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"baocao/internal/diag"
)

// Whoever follows the guide of an office's staff finds each command, message, button and picture that it names.
func TestWhatTheGuideNamesExists(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(repository, "HUONG-DAN.md"))
	if err != nil {
		t.Fatal(err)
	}
	guide := string(text)
	root := (&program{output: newOutput(nil, &bytes.Buffer{}, &bytes.Buffer{})}).rootCommand()
	typed := regexp.MustCompile("`([^`]*)`").FindAllStringSubmatch(guide, -1)
	for _, is := range typed {
		words := strings.Fields(is[1])
		if words[0] != "baocao" || len(words) < 2 {
			t.Errorf("`%s` is no command", is[1])
			continue
		}
		c, _, err := root.Find(words[1:2])
		if err != nil || c == root {
			t.Errorf("there is no command %s", words[1])
			continue
		}
		for _, w := range words[2:] {
			if name, is := strings.CutPrefix(w, "--"); is && c.Flags().Lookup(name) == nil {
				t.Errorf("%s has no --%s", words[1], name)
			}
		}
	}
	codes := regexp.MustCompile(`\bB\d{3}\b`).FindAllString(guide, -1)
	for _, code := range codes {
		if _, is := diag.Lookup(code); !is {
			t.Errorf("there is no %s", code)
		}
	}
	said := whatIsSaid(t)
	named := regexp.MustCompile(`«([^»]*)»`).FindAllStringSubmatch(guide, -1)
	for _, is := range named {
		if !strings.Contains(said, is[1]) && !slices.Contains(written, is[1]) {
			t.Errorf("nothing says «%s»", is[1])
		}
	}
	if len(typed) < 3 || len(codes) < 10 || len(named) < 30 {
		t.Errorf("%d commands, %d codes, %d names", len(typed), len(codes), len(named))
	}
}

// written is what the guide has of people's own writing.
var written = []string{"khoảng 350", "trên 4", "ước 90", "1.250"}

// whatIsSaid is all that the program says to people: catalogues, forms, templates.
func whatIsSaid(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, dir := range []string{"internal/diag", "internal/returns", "internal/settle", "templates"} {
		err := filepath.WalkDir(filepath.Join(repository, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") {
				return err
			}
			data, err := os.ReadFile(path)
			all.Write(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}
