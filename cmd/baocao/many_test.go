package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A list is what Notepad, Excel and the Explorer make of it. One that was saved as "Unicode"
// is no list of folders with odd names.
func TestFoldersOfAList(t *testing.T) {
	here := t.TempDir()
	file := filepath.Join(here, "cac-xa.txt")
	for text, want := range map[string][]string{
		"xa-1\nxa-2": {"xa-1", "xa-2"},
		"\uFEFF# cụm 1\r\n\r\n  \"xa 1\"\r\n./xa-2/\r\n": {"xa 1", "xa-2"},
		"x\x00a\x00-\x001\x00\n\x00":                     nil,
		"\xFF\xFEx\x00\n\x00":                            nil,
		"# chưa có\n":                                    nil,
	} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		dirs, err := foldersIn(file)
		var got []string
		for _, d := range dirs {
			got = append(got, filepath.ToSlash(strings.TrimPrefix(d, here+string(filepath.Separator))))
		}
		if !slices.Equal(got, want) || (err != nil) != (want == nil) {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}
