package app

import (
	"fmt"
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

// An output is open in Acrobat, which Windows does not let move: the new one goes
// beside it. A folder stands in for what cannot be moved.
func TestAnOutputThatIsOpenElsewhereGetsANewName(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "a.pdf", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	written, err := replaceTogether(dir, []output{{"a.pdf", []byte("new")}, {"b.xlsx", []byte("new")}})
	if err != nil || len(written) != 2 {
		t.Fatal(written, err)
	}
	if w := written[0]; w.Name != "a.pdf" || w.Path != filepath.Join(dir, "a (2).pdf") || !w.Instead ||
		written[1].Instead {
		t.Errorf("%+v", written)
	}
	got := contents(t, dir)
	if len(got) != 3 || got["a.pdf"] != "(folder)" || got["a (2).pdf"] != "new" || got["b.xlsx"] != "new" {
		t.Errorf("%v", got)
	}
}

// Every name beside it is taken too: nothing is written, and what was there stays.
func TestWithoutAFreeNameNothingIsWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if _, err := replaceTogether(dir, []output{{"b.xlsx", []byte("old")}}); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "a.pdf"), 0o755); err != nil {
		t.Fatal(err)
	}
	for n := 2; n < 100; n++ {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("a (%d).pdf", n)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := replaceTogether(dir, []output{{"b.xlsx", []byte("new")}, {"c.json", []byte("new")},
		{"a.pdf", []byte("new")}})
	if err == nil || written != nil {
		t.Errorf("%v, %v", written, err)
	}
	if got := contents(t, dir); len(got) != 100 || got["b.xlsx"] != "old" {
		t.Errorf("%d files, b.xlsx is %q", len(got), got["b.xlsx"])
	}
}

// A file lies where the folder is to be, and one where a killed run's stage is.
func TestWhatIsNoFolderIsNotReplaced(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "2-bao-cao")
	if err := os.WriteFile(dir, []byte("a file"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := replaceTogether(dir, []output{{"a.pdf", []byte("new")}}); err == nil {
		t.Error("written into a file")
	}
	if data, err := os.ReadFile(dir); err != nil || string(data) != "a file" {
		t.Errorf("%q, %v", data, err)
	}
}
