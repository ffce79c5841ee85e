package fileset

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// Files come into a folder in which others put theirs too: nothing is overwritten, what
// is there already is not put there again, and nobody meets half a file.
func TestWhatIsAddedOverwritesNothing(t *testing.T) {
	t.Parallel()
	dir, ready := filepath.Join(t.TempDir(), "nop"), t.TempDir()
	add := func(w *Writer, name, content, as string) {
		t.Helper()
		if got, err := w.Add(dir, ready, File{Name: name, Data: []byte(content)}); got != as || err != nil {
			t.Errorf("%s became %q, want %q, %v", name, got, as, err)
		}
	}
	w := writer("a", nil)
	add(w, "thue.xlsx", "1", "thue.xlsx")
	add(w, "thue.xlsx", "2", "thue (2).xlsx")
	add(w, "thue.xlsx", "3", "thue (3).xlsx")
	add(w, "thue.xlsx", "2", "thue (2).xlsx")
	want(t, dir, map[string]string{"thue.xlsx": "1", "thue (2).xlsx": "2", "thue (3).xlsx": "3"})
	want(t, ready, map[string]string{})

	var adding sync.WaitGroup
	for i := range 20 {
		adding.Go(func() {
			w, content := writer(fmt.Sprint("b", i), nil), strings.Repeat(fmt.Sprint(i, " "), 9000)
			if _, err := w.Add(dir, ready, File{Name: "cung ten.xlsx", Data: []byte(content)}); err != nil {
				t.Error(err)
			}
		})
	}
	adding.Wait()
	seen := map[string]bool{}
	for name, content := range contents(t, dir) {
		if strings.HasPrefix(name, "cung ten") {
			seen[content] = true
			if first, _, _ := strings.Cut(content, " "); content != strings.Repeat(first+" ", 9000) {
				t.Errorf("%s is half a file", name)
			}
		}
	}
	if len(seen) != 20 {
		t.Errorf("%d of 20 files are there", len(seen))
	}

	// A folder that has the name is no file to be replaced either.
	if err := os.Mkdir(filepath.Join(dir, "phuong.xlsx"), 0o755); err != nil {
		t.Fatal(err)
	}
	add(w, "phuong.xlsx", "x", "phuong (2).xlsx")
}

// Files that belong to no set are written as far as they can be: one whose place is a
// folder costs the others nothing, one that is open elsewhere gets a number, and what
// is there already is not written again.
func TestFilesOfNoSetAreWrittenEachForItself(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "bien-nhan")
	if err := os.MkdirAll(filepath.Join(dir, "b.txt"), 0o755); err != nil {
		t.Fatal(err)
	}
	moved := 0
	w := writer("run", func(_, to string) error {
		moved++
		if filepath.Base(to) == "c.txt" {
			return fs.ErrPermission
		}
		return nil
	})
	var files []File
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "d.txt"} {
		files = append(files, File{Name: name, Data: []byte("of " + name)})
	}
	written, err := w.Begin(dir, files).Place()
	if !errors.As(err, new(*PlaceTaken)) {
		t.Errorf("a folder in the place of a file: %v", err)
	}
	if len(written) != 3 || !written[1].Instead || written[2].Name != "d.txt" {
		t.Errorf("written: %+v", written)
	}
	want(t, dir, map[string]string{"a.txt": "of a.txt", "b.txt": "(folder)", "c (2).txt": "of c.txt",
		"d.txt": "of d.txt"})
	moved = 0
	if _, err := w.Begin(dir, files[:1]).Place(); err != nil || moved > 0 {
		t.Errorf("what was there was moved %d times: %v", moved, err)
	}
	begun := w.Begin(dir, []File{{Name: "e.txt", Data: []byte("e")}})
	if left, _ := os.ReadDir(dir); len(left) != 5 {
		t.Errorf("what was begun does not stand beside its place: %v", left)
	}
	begun.Drop()
	if left, _ := os.ReadDir(dir); len(left) != 4 || moved > 0 {
		t.Errorf("what was begun and dropped is still there: %v", left)
	}
	if _, err := w.Begin(filepath.Join(dir, "none"), nil).Place(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "none")); err == nil {
		t.Error("a folder was made for no files")
	}
}
