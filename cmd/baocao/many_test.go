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
		dirs, _, err := foldersIn(file)
		var got []string
		for _, d := range dirs {
			got = append(got, filepath.ToSlash(strings.TrimPrefix(d, here+string(filepath.Separator))))
		}
		if !slices.Equal(got, want) || (err != nil) != (want == nil) {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

// Macs and some programs write the accents of a letter beside it. A list that looks right finds
// such folders, and none where two look alike.
func TestAListFindsFoldersThatLookTheSame(t *testing.T) {
	const composed, apart = "phường Đông Hòa", "phu\u031bo\u031b\u0300ng Đo\u0302ng Ho\u0300a"
	for _, c := range []struct{ listed, lies, also, want string }{
		{composed, apart, "", apart},
		{apart, composed, "", composed},
		{composed, composed, apart, composed},
		{"phường Đo\u0302ng Hòa", apart, composed, "phường Đo\u0302ng Hòa"},
		{"phường Đông Hoà", apart, "", "phường Đông Hoà"},
	} {
		here := t.TempDir()
		for _, dir := range []string{c.lies, c.also} {
			if err := os.MkdirAll(filepath.Join(here, dir, "năm 2026"), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		list := filepath.Join(here, "cac-xa.txt")
		if err := os.WriteFile(list, []byte(c.listed+"/năm 2026\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		dirs, _, err := foldersIn(list)
		if want := filepath.Join(here, c.want, "năm 2026"); err != nil || dirs[0] != want {
			t.Errorf("%+q: %+q, want %+q, %v", c.listed, dirs, want, err)
		}
	}
}
