package fileset

import (
	"os"
	"path/filepath"
	"testing"
)

// A report that is open in another program stays as it is, and the new one stands beside it.
func TestAFileThatIsOpenIsNotReplaced(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "old")
	held, err := os.Open(filepath.Join(dir, "a.pdf")) // without leave to others to move it, as Acrobat does
	if err != nil {
		t.Fatal(err)
	}
	written, err := writer("r", nil).Replace(dir, set("new"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range written {
		if w.Instead != (w.Name == "a.pdf") {
			t.Errorf("%+v", w)
		}
	}
	all := whole("new")
	all["a.pdf"], all["a (2).pdf"] = "old", "new"
	want(t, dir, all)
	if err := writer("r", nil).Put(dir, File{Name: "a.pdf", Data: []byte("newer")}); err == nil {
		t.Error("an open file was replaced")
	}
	if err := held.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := writer("r", nil).Replace(dir, set("newest"), nil); err != nil {
		t.Fatal(err)
	}
	if all["a.pdf"] = "newest"; contents(t, dir)["a.pdf"] != "newest" {
		t.Errorf("%v", contents(t, dir))
	}
}
