package inbox

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"baocao/internal/diag"
)

func drop(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, Folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func codes(ps []diag.Problem) (out []string) {
	for _, p := range ps {
		out = append(out, p.Code+" "+p.At.File)
	}
	return out
}

// Folders in folders are followed a long way, not without end; what lies deeper
// is said.
func TestFoldersWithoutEndAreNamed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	drop(t, dir, strings.Repeat("a/", maxDepth)+"b.xlsx", "x")
	if files, problems, err := List(dir); err != nil || len(files) != 1 || problems != nil {
		t.Errorf("%d deep: %v, %v, %v", maxDepth, files, codes(problems), err)
	}
	drop(t, dir, strings.Repeat("a/", maxDepth+1)+"b.xlsx", "x")
	if _, problems, err := List(dir); err != nil || len(problems) != 1 || problems[0].Code != "B105" {
		t.Errorf("%d deep: %v, %v", maxDepth+1, codes(problems), err)
	}
}

// What people dropped is listed in one order; what Windows, Excel and macOS
// leave behind is not.
func TestTheDropFolderIsListedWithoutWhatProgramsLeaveThere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{
		"phuong-bac-son.xlsx", "Phường Trần Thành Ngọ.xlsx", "quý 4/ban-to-chuc.xlsx", "quý 4/trong/x.csv", "B.xlsx",
		"Thumbs.db", "desktop.ini", "quý 4/.DS_Store", ".gitkeep", "._B.xlsx", ".~lock.B.xlsx#", "__MACOSX/B.xlsx",
		"~$phuong-bac-son.xlsx",
	} {
		drop(t, dir, name, name)
	}
	files, problems, err := List(dir)
	if err != nil {
		t.Fatal(err)
	}
	var rels []string
	for _, f := range files {
		rels = append(rels, strings.TrimPrefix(f.Rel, Folder+"/"))
		data, err := f.read(1 << 20)
		if err != nil || int64(len(data)) != f.Size || !strings.HasSuffix(f.Rel, string(data)) {
			t.Errorf("%s: read %q, %v", f.Rel, data, err)
		}
	}
	want := []string{"B.xlsx", "Phường Trần Thành Ngọ.xlsx", "phuong-bac-son.xlsx", "quý 4/ban-to-chuc.xlsx",
		"quý 4/trong/x.csv"}
	if !reflect.DeepEqual(rels, want) {
		t.Errorf("listed %q", rels)
	}
	if got := codes(problems); !reflect.DeepEqual(got, []string{"B101 1-nop-vao-day/~$phuong-bac-son.xlsx"}) {
		t.Errorf("problems %v", got)
	}
	if p := problems[0]; p.Severity() != diag.Warning ||
		!strings.Contains(p.In(diag.Vi), "«phuong-bac-son.xlsx» đang mở trong Excel") {
		t.Errorf("the notice: %s", p.In(diag.Vi))
	}
}

func TestAWorkingFolderWithoutADropFolderIsAWarning(t *testing.T) {
	t.Parallel()
	files, problems, err := List(t.TempDir())
	if err != nil || len(files) != 0 || !reflect.DeepEqual(codes(problems), []string{"B103 1-nop-vao-day"}) ||
		problems[0].Severity() != diag.Warning {
		t.Errorf("files %v, problems %v, %v", files, problems, err)
	}
}

// A drop folder that cannot be opened is no empty one.
func TestAFolderThatCannotBeOpenedIsAnError(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	err := os.Symlink(Folder, filepath.Join(dir, Folder))
	if _, made := os.Lstat(filepath.Join(dir, Folder)); err != nil || made != nil { // wine says nothing
		t.Skip("skipped: no links can be made here: ", err)
	}
	files, problems, err := List(dir)
	if err != nil || files != nil || len(problems) != 1 || problems[0].Code != "B104" {
		t.Errorf("files %v, problems %v, %v", files, problems, err)
	}
}

func TestLinksAreNamedAndNotFollowed(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("skipped: the privilege that making a link needs on Windows is absent")
	}
	dir := t.TempDir()
	drop(t, dir, "a.xlsx", "a")
	for link, target := range map[string]string{"vong": ".", "ngoai.xlsx": "/etc/hostname"} {
		if err := os.Symlink(target, filepath.Join(dir, Folder, link)); err != nil {
			t.Fatal(err)
		}
	}
	files, problems, err := List(dir)
	if err != nil || len(files) != 1 ||
		!reflect.DeepEqual(codes(problems), []string{"B102 1-nop-vao-day/ngoai.xlsx", "B102 1-nop-vao-day/vong"}) {
		t.Errorf("files %v, problems %v, %v", files, codes(problems), err)
	}
}

func TestAFileIsReadWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	drop(t, dir, "a.xlsx", strings.Repeat("a", 5000))
	path := filepath.Join(dir, Folder, "a.xlsx")
	if data, err := (File{Path: path}).read(5000); err != nil || len(data) != 5000 {
		t.Errorf("read %d bytes, %v", len(data), err)
	}
	for _, f := range []struct {
		path string
		max  int64
	}{{path, 4999}, {path + "x", 5000}, {dir, 5000}} {
		if data, err := (File{Path: f.path}).read(f.max); err == nil || data != nil {
			t.Errorf("%s up to %d: read %d bytes, %v", f.path, f.max, len(data), err)
		}
	}
}

func TestSum(t *testing.T) {
	t.Parallel()
	if got := Sum([]byte("abc")); got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("Sum = %s", got)
	}
}
