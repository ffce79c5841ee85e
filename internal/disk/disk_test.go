package disk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/diag"
)

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A file is read whole, through a link too, or not at all.
func TestAFileIsReadWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "[a].toml")
	put(t, path, strings.Repeat("a", 5000))
	link := filepath.Join(dir, "lien-ket")
	_ = os.Symlink(path, link)
	if _, err := os.Lstat(link); err != nil {
		link = path // on Windows that is a privilege
	}
	for _, p := range []string{path, link} {
		if data, err := Read(p, 5000); err != nil || len(data) != 5000 {
			t.Errorf("%d bytes, %v", len(data), err)
		}
	}
	var large *TooLarge
	if data, err := Read(path, 4999); !errors.As(err, &large) || data != nil || err.Error() == "" {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	var special *NotAFile
	for _, p := range []string{dir, os.DevNull} {
		if _, err := Read(p, 5); !errors.As(err, &special) || err.Error() == "" {
			t.Errorf("%s: %v", p, err)
		}
	}
	if _, err := Read(filepath.Join(dir, "khong-co"), 5); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// A folder goes with all that is in it, and a link goes without what it leads to.
func TestAFolderIsRemovedWhole(t *testing.T) {
	t.Parallel()
	dir, other := filepath.Join(t.TempDir(), "thư mục"), t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "a", "b"), 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "a", "b", "tệp"), "x")
	put(t, filepath.Join(other, "tệp"), "x")
	_ = os.Symlink(other, filepath.Join(dir, "liên kết")) // on Windows that is a privilege
	for range 2 {                                         // what is not there is removed
		if err := RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(other, "tệp")); err != nil {
		t.Error(err)
	}
}

// A folder is a file system in which nothing waits.
func TestAFolderHasFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.md"), "lời")
	f := Folder(dir)
	if data, err := fs.ReadFile(f, "a.md"); err != nil || string(data) != "lời" {
		t.Errorf("%q, %v", data, err)
	}
	var names []string
	err := fs.WalkDir(f, ".", func(name string, _ fs.DirEntry, err error) error {
		names = append(names, name)
		return err
	})
	if err != nil || strings.Join(names, " ") != ". a.md" {
		t.Error(names, err)
	}
	if file, err := f.Open("a.md"); err != nil || file.Close() != nil {
		t.Error(err)
	}
	for _, name := range []string{"../a.md", "b.md"} {
		if _, err := f.Open(name); err == nil {
			t.Errorf("%s is opened", name)
		}
		if _, err := f.ReadFile(name); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

// english are words of the system's that have no place in a Vietnamese message.
var english = []string{"file", "director", "space", "device", "link", "name", "argument", "large", "not "}

// What the system says is said in the user's language.
func TestTheSystemsErrorsAreTold(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "tep"), "x")
	_, missing := os.ReadFile(filepath.Join(dir, "khong-co"))
	_, folder := Read(dir, 10)
	_, large := Read(filepath.Join(dir, "tep"), 0)
	_, exists := os.OpenFile(filepath.Join(dir, "tep"), os.O_CREATE|os.O_EXCL, 0o644)
	_, odd := os.Open("a\x00b")
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	for _, tc := range []struct {
		err error
		vi  string
	}{
		{missing, "không có tệp này"}, {folder, "đây là thư mục hoặc thiết bị"}, {large, "tệp lớn hơn 0 MB"},
		{exists, "đã có tệp hoặc thư mục tên này"}, {odd, "hệ thống không nhận tên này"},
		{stopped.Err(), "đã dừng theo yêu cầu"}, {errors.New("hết chỗ"), "hết chỗ"},
		{&fs.PathError{Op: "open", Path: dir, Err: fs.ErrPermission}, "tài khoản đang dùng không có quyền"},
		{&fs.PathError{Op: "open", Path: dir, Err: errors.New("lạ")}, "lạ"},
	} {
		why := Cause(tc.err)
		if !strings.Contains(why.Vi, tc.vi) || why.En == "" || strings.Contains(why.En+why.Vi, dir) {
			t.Errorf("%v: %v", tc.err, why)
		}
	}
	for number, key := range causes {
		why := Cause(&fs.PathError{Op: "write", Path: dir, Err: number})
		if why.Vi == key || why.Vi == "" || why.En == "" {
			t.Errorf("%d: %v", number, why)
		}
		for _, word := range english {
			if strings.Contains(why.Vi, word) {
				t.Errorf("%d: %q", number, why.Vi)
			}
		}
	}
	if why := Cause(unknown); why.Vi != diag.Say("cause.number", diag.Args{"number": int(unknown)}).In(diag.Vi) {
		t.Errorf("of a number that is not in the table: %v", why)
	}
	if !Held(&os.LinkError{Op: "rename", Err: fs.ErrPermission}) || !Held(inUse) || Held(missing) {
		t.Error("what is held is told from what is not")
	}
}

// A file is moved to a place that is free, and to no other.
func TestMoveNew(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	mine, theirs, place := filepath.Join(dir, "của ta"), filepath.Join(dir, "của họ"), filepath.Join(dir, "chỗ")
	put(t, mine, "mine")
	put(t, theirs, "theirs")
	if err := MoveNew(mine, place); err != nil {
		t.Fatal(err)
	}
	if err := MoveNew(theirs, place); !errors.Is(err, fs.ErrExist) {
		t.Errorf("to a place that is taken: %v", err)
	}
	if err := MoveNew(mine, filepath.Join(dir, "nơi khác")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("moved twice: %v", err)
	}
	for path, want := range map[string]string{place: "mine", theirs: "theirs"} {
		if data, err := os.ReadFile(path); string(data) != want {
			t.Errorf("%s: %q, %v", filepath.Base(path), data, err)
		}
	}
}
