package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/wording"
)

// Notepad saves a paragraph while a Word file is taken: what was written there stays.
func TestWordsChangedMeanwhile(t *testing.T) {
	t.Parallel()
	read := wording.Paragraph{ID: "mo-dau", File: "doan/mo-dau.md", Text: "Lời cũ.", Was: "Lời.", Remembers: true}
	for name, c := range map[string]struct {
		now     string // in the file; "" for none
		read    *wording.Paragraph
		changed bool
	}{
		"as it was":              {read.String(), &read, false},
		"with Windows' ends":     {strings.ReplaceAll(read.String(), "\n", "\r\n"), &read, false},
		"none, as before":        {"", nil, false},
		"edited":                 {strings.Replace(read.String(), "Lời cũ.", "Lời mới.", 1), &read, true},
		"come in between":        {"Lời mới.\n", nil, true},
		"taken away":             {"", &read, true},
		"its head does not end":  {"<!-- Lời mới.\n", nil, true},
		"its head was cut short": {"<!-- Lời mới.\n", &read, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			file := filepath.Join(dir, WordingDir, filepath.FromSlash(read.File))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if c.now != "" {
				if err := os.WriteFile(file, []byte(c.now), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			var changed *WordsChanged
			if err := unchanged(dir, read.File, c.read); errors.As(err, &changed) != c.changed || !c.changed &&
				err != nil {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestReadOnlyWordsStay(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, WordingDir, "doan", "mo-dau.md")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("Lời."), 0o440); err != nil {
		t.Fatal(err)
	}
	read := &wording.Paragraph{ID: "mo-dau", File: "doan/mo-dau.md", Text: "Lời."}
	if err := unchanged(dir, read.File, read); !errors.As(err, new(*ReadOnly)) {
		t.Error(err)
	}
}
