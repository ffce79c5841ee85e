package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// folder is a folder in which a test does what people do.
type folder struct {
	t   *testing.T
	dir string
	*Folder
}

func newFolder(t *testing.T) *folder {
	t.Helper()
	f := &folder{t: t, dir: filepath.Join(t.TempDir(), "quan")}
	f.put("nop/phuong-a.xlsx", "a")
	f.put("plan.toml", "x")
	f.Folder = New(f.dir, time.Millisecond, func(name string) bool { return strings.HasPrefix(name, "~$") },
		"nop", "plan.toml", "words")
	return f
}

func (f *folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

func (f *folder) put(name, content string) {
	f.t.Helper()
	if err := os.MkdirAll(filepath.Dir(f.path(name)), 0o755); err != nil {
		f.t.Fatal(err)
	}
	if err := os.WriteFile(f.path(name), []byte(content), 0o644); err != nil {
		f.t.Fatal(err)
	}
}

// looks takes so many looks and writes down what each told.
func (f *folder) looks(n int) string {
	var told []string
	for range n {
		for _, c := range f.changes(context.Background()) {
			told = append(told, fmt.Sprint([]string{"+", "~", "-", "lost", "back"}[c.Kind], c.Path))
		}
	}
	return strings.Join(told, " ")
}

func (f *folder) want(looks int, want string) {
	f.t.Helper()
	if got := f.looks(looks); got != want {
		f.t.Errorf("%d looks told %q, want %q", looks, got, want)
	}
}

func TestWhatLiesThereIsNotTold(t *testing.T) {
	t.Parallel()
	newFolder(t).want(5, "")
}

// A file that is still being copied grows from look to look.
func TestAFileIsToldOfWhenItStandsStill(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	for size := 1; size < 5; size++ {
		f.put("nop/phuong-b.xlsx", strings.Repeat("b", size))
		f.want(1, "")
	}
	f.want(1, "+nop/phuong-b.xlsx")
	f.want(8, "")
	f.put("nop/phuong-a.xlsx", "aa")
	f.put("words/mo-dau.md", "lời")
	f.want(2, "~nop/phuong-a.xlsx +words/mo-dau.md")
	f.put("plan.toml", "xy")
	f.want(2, "~plan.toml")
	f.put("2-bao-cao/BaoCao.pdf", "not watched")
	f.put("nop/~$phuong-a.xlsx", "a lock of Excel")
	f.want(3, "")
}

// Excel takes a file away and puts another in its place; saving without a change says
// nothing new.
func TestSavingIsOneChangeOrNone(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	f.put("nop/phuong-a.xlsx", "mới")
	f.want(2, "~nop/phuong-a.xlsx")
	if err := os.Remove(f.path("nop/phuong-a.xlsx")); err != nil {
		t.Fatal(err)
	}
	f.want(1, "")
	f.put("nop/phuong-a.xlsx", "mới hơn")
	f.want(2, "~nop/phuong-a.xlsx")
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(f.path("nop/phuong-a.xlsx"), later, later); err != nil {
		t.Fatal(err)
	}
	f.want(4, "")
	if err := os.Remove(f.path("nop/phuong-a.xlsx")); err != nil {
		t.Fatal(err)
	}
	f.want(2, "-nop/phuong-a.xlsx")
	f.want(3, "")
}

// A disk that keeps coarse times shows the second of two quick copies as the first.
func TestASecondCopyWithTheTimeOfTheFirst(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	f.put("nop/b.xlsx", "341")
	at := time.Now()
	if err := os.Chtimes(f.path("nop/b.xlsx"), at, at); err != nil {
		t.Fatal(err)
	}
	f.want(2, "+nop/b.xlsx")
	f.put("nop/b.xlsx", "431")
	if err := os.Chtimes(f.path("nop/b.xlsx"), at, at); err != nil {
		t.Fatal(err)
	}
	f.want(1, "~nop/b.xlsx")
}

// A share that goes away takes nothing with it: when it is back, what is new there is
// told, whether its place was gone or empty meanwhile.
func TestAShareGoesAwayAndComesBack(t *testing.T) {
	t.Parallel()
	for _, empty := range []bool{false, true} {
		f := newFolder(t)
		away := f.dir + " away"
		if err := os.Rename(f.dir, away); err != nil {
			t.Fatal(err)
		}
		if empty {
			if err := os.Mkdir(f.dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		f.want(4, "lost")
		if empty {
			if err := os.RemoveAll(f.dir); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Rename(away, f.dir); err != nil {
			t.Fatal(err)
		}
		f.put("nop/b.xlsx", "b")
		f.want(4, "back +nop/b.xlsx")
	}
}

// What another program holds is told of when it lets go, or after a while as it is.
func TestAFileThatCannotBeOpened(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("everything can be opened by who runs this")
	}
	t.Parallel()
	f := newFolder(t)
	f.put("nop/b.xlsx", "b")
	if err := os.Chmod(f.path("nop/b.xlsx"), 0); err != nil {
		t.Fatal(err)
	}
	f.want(patience, "")
	if err := os.Chmod(f.path("nop/b.xlsx"), 0o644); err != nil {
		t.Fatal(err)
	}
	f.want(1, "+nop/b.xlsx")
	f.put("nop/c.xlsx", "c")
	if err := os.Chmod(f.path("nop/c.xlsx"), 0); err != nil {
		t.Fatal(err)
	}
	f.want(patience+2, "+nop/c.xlsx")
	f.want(patience+2, "")
}

// A folder that cannot be listed for a while has lost nothing.
func TestAFolderThatCannotBeListed(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("everything can be listed by who runs this")
	}
	t.Parallel()
	f := newFolder(t)
	f.put("nop/phuong/b.xlsx", "b")
	f.want(2, "+nop/phuong/b.xlsx")
	if err := os.Chmod(f.path("nop/phuong"), 0); err != nil {
		t.Fatal(err)
	}
	f.want(4, "")
	if err := os.Chmod(f.path("nop/phuong"), 0o755); err != nil {
		t.Fatal(err)
	}
	f.want(4, "")
}

func TestWaitingEndsWithTheContext(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	ctx, stop := context.WithCancel(context.Background())
	time.AfterFunc(20*time.Millisecond, stop)
	if changes, err := f.Next(ctx); !errors.Is(err, context.Canceled) || changes != nil {
		t.Errorf("got %v, %v", changes, err)
	}
	f.put("nop/b.xlsx", "b")
	if changes, err := f.Next(context.Background()); err != nil || len(changes) != 1 ||
		changes[0].Path != "nop/b.xlsx" {
		t.Errorf("got %v, %v", changes, err)
	}
}

// Several offices share their words behind links; what comes by a link to the drop folder is
// not read, and not told of either.
func TestWhatLiesBehindALink(t *testing.T) {
	t.Parallel()
	f := newFolder(t)
	f.put("../chung/mo-dau.md", "lời")
	f.put("../chung/doan/3.md", "ba")
	f.put("words/rieng.md", "riêng")
	for link, to := range map[string]string{"words/mo-dau.md": "../../chung/mo-dau.md",
		"words/doan": "../../chung/doan", "../chung/doan/vong": "../doan", "words/khong-co.md": "../../chung/khong-co",
		"nop/link.xlsx": "../../chung/mo-dau.md"} {
		if err := os.Symlink(filepath.FromSlash(to), f.path(link)); err != nil {
			t.Skip(err) // Windows lets few people make one
		}
		if _, err := os.Lstat(f.path(link)); err != nil {
			t.Skip(err) // Wine says that it made one, and made none
		}
	}
	f.Folder = New(f.dir, time.Millisecond, func(string) bool { return false }, "nop", "words")
	f.want(3, "")
	f.put("../chung/mo-dau.md", "lời mới")
	f.put("../chung/doan/3.md", "ba mới")
	f.want(2, "~words/doan/3.md ~words/mo-dau.md")
	f.put("../chung/khong-co", "nay có")
	f.want(2, "+words/khong-co.md")
	if err := os.Remove(f.path("../chung/mo-dau.md")); err != nil {
		t.Fatal(err)
	}
	f.want(3, "-words/mo-dau.md")
}
