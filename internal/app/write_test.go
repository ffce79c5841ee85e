package app

import (
	"os"
	"path/filepath"
	"testing"
)

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			data = []byte("(folder)")
		}
		all[e.Name()] = string(data)
	}
	return all
}

func TestOutputsAreReplacedTogether(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, v := range []string{"old", "new"} {
		if _, err := replaceTogether(dir, []output{{"a.pdf", []byte(v)}, {"b.xlsx", []byte(v)}}); err != nil {
			t.Fatal(err)
		}
	}
	if got := contents(t, dir); len(got) != 2 || got["a.pdf"] != "new" || got["b.xlsx"] != "new" {
		t.Errorf("%v", got)
	}
}

// The second file cannot be written: the first goes back to what it was.
func TestAFailureHalfWayLeavesThePreviousReport(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if _, err := replaceTogether(dir, []output{{"a.pdf", []byte("old")}}); err != nil {
		t.Fatal(err)
	}
	_, err := replaceTogether(dir, []output{{"a.pdf", []byte("new")}, {"no/such/folder.xlsx", []byte("new")}})
	if err == nil {
		t.Fatal("an impossible file was written")
	}
	if got := contents(t, dir); len(got) != 1 || got["a.pdf"] != "old" {
		t.Errorf("%v", got)
	}
}

// A run was killed between setting the old file aside and putting the new one
// in its place; the next run puts things right.
func TestAKilledRunIsPutRight(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	stage := filepath.Join(dir, stagePrefix+"1")
	if err := os.Mkdir(stage, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(stage, "a.pdf.cu"), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := replaceTogether(dir, []output{{"b.xlsx", []byte("new")}}); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, dir); len(got) != 2 || got["a.pdf"] != "old" || got["b.xlsx"] != "new" {
		t.Errorf("%v", got)
	}
}
