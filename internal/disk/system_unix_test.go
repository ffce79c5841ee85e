//go:build unix

package disk

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const (
	unknown = syscall.Errno(93)
	inUse   = syscall.EBUSY
)

// What can be made to happen is told as it happens.
func TestWhatTheSystemSaysHere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "tep"), "x")
	put(t, filepath.Join(dir, "day"), "x")
	loop := filepath.Join(dir, "vong")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	_, within := os.ReadFile(filepath.Join(dir, "tep", "x"))
	_, long := os.ReadFile(filepath.Join(dir, strings.Repeat("a", 300)))
	_, round := os.ReadFile(loop)
	_, folder := os.OpenFile(dir, os.O_WRONLY, 0)
	for _, tc := range []struct {
		err error
		vi  string
	}{
		{within, "trên đường dẫn có một tệp"}, {long, "tên hoặc đường dẫn quá dài"},
		{round, "các liên kết dẫn vòng tròn"}, {folder, "đây là thư mục, không phải tệp"},
		{syscall.Rmdir(filepath.Dir(dir)), "thư mục không trống"},
	} {
		if why := Cause(tc.err); why.Vi != tc.vi && !strings.HasPrefix(why.Vi, tc.vi) {
			t.Errorf("%v: %v", tc.err, why)
		}
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("skipped: no disk that is always full: ", err)
	}
	defer full.Close()
	if _, err := full.Write([]byte("x")); Cause(err).Vi != "ổ đĩa đã đầy" {
		t.Errorf("a full disk: %v", Cause(err))
	}
}

// A pipe at a name that is always read would wait for ever, and a device has no
// end: neither is opened.
func TestPipesAndDevicesAreNotOpened(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	pipe, zero := filepath.Join(dir, "ong"), filepath.Join(dir, "khong")
	if err := errors.Join(syscall.Mkfifo(pipe, 0o644), os.Symlink("/dev/zero", zero)); err != nil {
		t.Skip("skipped: no pipe can be made here: ", err)
	}
	for _, name := range []string{"ong", "khong"} {
		var special *NotAFile
		if _, err := Read(filepath.Join(dir, name), 10); !errors.As(err, &special) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Folder(dir).Open(name); !errors.As(err, &special) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Who cannot write is told what helps.
func TestWhatHelps(t *testing.T) {
	t.Parallel()
	for number, want := range map[syscall.Errno]string{
		syscall.ENOSPC: "chuyển thư mục sang ổ đĩa còn chỗ", syscall.EROFS: "Chép thư mục sang ổ đĩa ghi được",
		syscall.EACCES: "xin quyền ghi", syscall.EIO: "",
	} {
		err := &os.PathError{Op: "open", Path: "a", Err: number}
		if got := Cure(err).Vi; !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%v: %q", number, got)
		}
		if Unwritable(err) != (number == syscall.ENOSPC || number == syscall.EROFS) {
			t.Errorf("%v: written or read?", number)
		}
	}
}
