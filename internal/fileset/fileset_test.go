package fileset

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"baocao/internal/disk"
)

// writer writes as a run that holds the lock; hook is asked before each rename.
func writer(run string, hook func(oldPath, newPath string) error) *Writer {
	return &Writer{Run: run, Still: func() error { return nil }, Rename: func(oldPath, newPath string) error {
		if hook != nil {
			if err := hook(oldPath, newPath); err != nil {
				return err
			}
		}
		return os.Rename(oldPath, newPath)
	}}
}

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

func want(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if got := contents(t, dir); fmt.Sprint(got) != fmt.Sprint(files) {
		t.Errorf("there is %v, want %v", got, files)
	}
}

// set is a report of one version; one of its files never changes.
func set(version string) []File {
	return []File{{Name: "a.pdf", Data: []byte(version)}, {Name: "b.xlsx", Data: []byte(version)},
		{Name: "c.xlsx", Data: []byte("same")}, {Name: "ket-qua.json", Data: []byte(version)}}
}

func whole(version string) map[string]string {
	return map[string]string{"a.pdf": version, "b.xlsx": version, "c.xlsx": "same", "ket-qua.json": version}
}

func put(t *testing.T, dir, version string) {
	t.Helper()
	if _, err := writer("before", nil).Replace(dir, set(version), nil); err != nil {
		t.Fatal(err)
	}
}

// Names of folders are no patterns.
func TestAFolderMayHaveAnyName(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a[b", "a[2022]", "Báo cáo (2)", "{a,b}"} {
		dir := filepath.Join(t.TempDir(), name)
		put(t, dir, "old")
		put(t, dir, "new")
		want(t, dir, whole("new"))
		if err := os.MkdirAll(filepath.Join(dir, StagePrefix+"1"), 0o755); err != nil {
			t.Fatal(err)
		}
		if !Unsettled(dir) || len(writer("x", nil).Settle(dir)) != 1 || Unsettled(dir) {
			t.Errorf("%s: what was left is not found", name)
		}
	}
}

// A run is killed at each of its renames in turn. Whatever comes next puts the
// old set back or finishes the new one.
func TestKilledAtEachRename(t *testing.T) {
	t.Parallel()
	for _, first := range []bool{true, false} { // without a previous report, and with one
		for k, done := 1, false; !done; k++ {
			dir := t.TempDir()
			if !first {
				put(t, dir, "old")
			}
			c := exec.Command(os.Args[0], "-test.run=^TestOneThatIsKilled$", "-test.v")
			c.Env = append(os.Environ(), "FILESET_TEST_DIR="+dir, "FILESET_TEST_KILL="+strconv.Itoa(k))
			out, err := c.CombinedOutput()
			if done = err == nil; done && k < 5 {
				t.Fatalf("not killed at %d\n%s", k, out)
			}
			left := writer("after", nil).Settle(dir)
			for _, l := range left {
				if l.Err != nil {
					t.Errorf("killed at %d: %v", k, l.Err)
				}
			}
			got := contents(t, dir)
			if fmt.Sprint(got) != fmt.Sprint(whole("new")) && (first && len(got) > 0 ||
				!first && fmt.Sprint(got) != fmt.Sprint(whole("old"))) {
				t.Errorf("killed at %d: %v", k, got)
			}
			put(t, dir, "new")
			want(t, dir, whole("new"))
		}
	}
}

func TestOneThatIsKilled(t *testing.T) {
	dir := os.Getenv("FILESET_TEST_DIR")
	if dir == "" {
		t.Skip("run by TestKilledAtEachRename")
	}
	k, _ := strconv.Atoi(os.Getenv("FILESET_TEST_KILL"))
	fail, _ := strconv.Atoi(os.Getenv("FILESET_TEST_FAIL"))
	n := 0
	w := writer("killed", func(_, newPath string) error {
		if n++; n == fail && !strings.HasSuffix(newPath, oldSuffix) {
			return errors.New("lost")
		}
		if n == k {
			p, _ := os.FindProcess(os.Getpid())
			_ = p.Kill()
			select {}
		}
		return nil
	})
	if _, err := w.Replace(dir, set("new"), nil); err != nil && fail == 0 {
		t.Fatal(err)
	}
}

// A rename fails, and while the run puts everything back it is killed at each of
// the renames that follow.
func TestKilledWhileItPutsBack(t *testing.T) {
	t.Parallel()
	killed := 0
	for fail := 1; fail <= 7; fail++ {
		for k := fail + 1; ; k++ {
			dir := t.TempDir()
			put(t, dir, "old")
			c := exec.Command(os.Args[0], "-test.run=^TestOneThatIsKilled$", "-test.v")
			c.Env = append(os.Environ(), "FILESET_TEST_DIR="+dir, "FILESET_TEST_KILL="+strconv.Itoa(k),
				"FILESET_TEST_FAIL="+strconv.Itoa(fail))
			over := c.Run() == nil
			settled(t, dir, fmt.Sprintf("failed at %d, killed at %d", fail, k))
			if over {
				break
			}
			killed++
		}
	}
	if killed < 12 {
		t.Errorf("killed %d times only", killed)
	}
}

// From one rename on everything fails, as on a share that is gone: the run cannot
// put anything back, and the next one finds a whole set.
func TestAShareThatIsGone(t *testing.T) {
	t.Parallel()
	for k := 1; ; k++ {
		dir := t.TempDir()
		put(t, dir, "old")
		n := 0
		_, err := writer("r", func(oldPath, newPath string) error {
			if n++; n >= k {
				return &os.LinkError{Op: "rename", Old: oldPath, New: newPath, Err: errors.New("lost")}
			}
			return nil
		}).Replace(dir, set("new"), nil)
		if n < k {
			return
		}
		if err == nil || strings.Contains(strings.ReplaceAll(fmt.Sprint(err), dir, ""), StagePrefix) {
			t.Errorf("%d: %v", k, err)
		}
		settled(t, dir, fmt.Sprintf("gone at %d", k))
	}
}

// settled settles a folder, which then holds one whole set.
func settled(t *testing.T, dir, when string) {
	t.Helper()
	for _, l := range writer("after", nil).Settle(dir) {
		if l.Err != nil {
			t.Errorf("%s: %v", when, l.Err)
		}
	}
	got := fmt.Sprint(contents(t, dir))
	if got != fmt.Sprint(whole("old")) && got != fmt.Sprint(whole("new")) {
		t.Errorf("%s: %v", when, got)
	}
}

// Each rename in turn fails, as on a share that is lost: all is as it was.
func TestAFailureAtEachRename(t *testing.T) {
	t.Parallel()
	for k := 1; ; k++ {
		dir := t.TempDir()
		put(t, dir, "old")
		n, lost := 0, ""
		w := writer("r", func(oldPath, newPath string) error {
			if n++; n == k && !strings.HasSuffix(newPath, oldSuffix) { // those go under another name
				lost = oldPath
			}
			if oldPath == lost { // tried again on Windows
				return &os.LinkError{Op: "rename", Old: oldPath, New: newPath, Err: errors.New("lost")}
			}
			return nil
		})
		_, err := w.Replace(dir, set("new"), nil)
		if n < k {
			return
		}
		if (err != nil) != (lost != "") {
			t.Fatalf("%d: %v", k, err)
		}
		if err != nil {
			want(t, dir, whole("old"))
			if strings.Contains(fmt.Sprint(err), StagePrefix) {
				t.Errorf("the error names a file nobody knows: %v", err)
			}
		}
	}
}

// An output is open in Acrobat, which Windows does not let move: the new one goes
// beside it, and again into the same place the next time.
func TestAnOutputThatIsOpenElsewhereGetsANewName(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "old")
	w := writer("r", func(oldPath, newPath string) error {
		if filepath.Base(oldPath) == "a.pdf" && filepath.Dir(oldPath) == dir || newPath == filepath.Join(dir, "a.pdf") {
			return &os.LinkError{Op: "rename", Old: oldPath, New: newPath, Err: fs.ErrPermission}
		}
		return nil
	})
	for range 2 {
		decided := 0
		written, err := w.Replace(dir, set("new"), func(all []Written) { decided += len(all) })
		if err != nil || len(written) != 4 {
			t.Fatal(written, err)
		}
		if a := written[0]; a.Name != "a.pdf" || a.Path != filepath.Join(dir, "a (2).pdf") || !a.Instead ||
			written[1].Instead {
			t.Errorf("%+v", written)
		}
		if decided != 4 {
			t.Errorf("%d places told", decided)
		}
		all := whole("new")
		all["a.pdf"], all["a (2).pdf"] = "old", "new"
		want(t, dir, all)
	}
	at, err := w.PutBeside(dir, File{Name: "a.pdf", Data: []byte("newer")})
	if err != nil || !at.Instead || filepath.Base(at.Path) != "a (3).pdf" {
		t.Errorf("%+v, %v", at, err)
	}
	if err := w.Put(dir, File{Name: "a.pdf", Data: []byte("newer")}); err == nil {
		t.Error("a file that must have its name was written elsewhere")
	}
	if got := contents(t, dir); got["a.pdf"] != "old" || len(got) != 6 {
		t.Errorf("%v", got)
	}
}

// Every name beside it is taken too: nothing is written, and what was there stays.
func TestWithoutAFreeNameNothingIsWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "old")
	for n := 2; n <= mostNumbers; n++ {
		if err := os.WriteFile(filepath.Join(dir, Numbered("ket-qua.json", n)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	w := writer("r", func(oldPath, newPath string) error {
		if filepath.Base(oldPath) == "ket-qua.json" {
			return fs.ErrPermission
		}
		return nil
	})
	if written, err := w.Replace(dir, set("new"), nil); err == nil || written != nil {
		t.Errorf("%v, %v", written, err)
	}
	if got := contents(t, dir); len(got) != 4+mostNumbers-1 || got["a.pdf"] != "old" {
		t.Errorf("%d files, a.pdf is %q", len(got), got["a.pdf"])
	}
	if got := Numbers(dir, "ket-qua.json"); len(got) != mostNumbers-1 {
		t.Errorf("%d numbered names", len(got))
	}
	if _, err := w.PutNumbered(dir, File{Name: "ket-qua.json", Data: []byte("x")}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a free name was found: %v", err)
	}
}

// A numbered name leads back to the one that was taken; what only looks like it does not.
func TestUnnumbered(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"thu (2).eml": "thu.eml", "thu (99).eml": "thu.eml", "thu.eml": "thu.eml", "lần (1) (3).xlsx": "lần (1).xlsx",
		"thu (1).eml": "thu (1).eml", "thu (100).eml": "thu (100).eml", "thu (02).eml": "thu (02).eml",
		"thu (2)": "thu", "thu(2).eml": "thu(2).eml", "thu (2) x.eml": "thu (2) x.eml",
		"thu (2).bak.eml": "thu (2).bak.eml",
		"thu (2":          "thu (2", " (2).eml": ".eml",
	} {
		if got := Unnumbered(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// A folder or a link that has an output's name is somebody's own.
func TestWhatIsNoFileIsNeverReplaced(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "old")
	if err := os.Remove(filepath.Join(dir, "b.xlsx")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "b.xlsx", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	var not *PlaceTaken
	if _, err := writer("r", nil).Replace(dir, set("new"), nil); !errors.As(err, &not) {
		t.Errorf("%v", err)
	}
	if err := writer("r", nil).Put(dir, File{Name: "b.xlsx"}); !errors.As(err, &not) {
		t.Errorf("%v", err)
	}
	all := whole("old")
	all["b.xlsx"] = "(folder)"
	want(t, dir, all)
	if _, err := os.Stat(filepath.Join(dir, "b.xlsx", "x")); err != nil {
		t.Error(err)
	}
	precious := filepath.Join(t.TempDir(), "precious")
	if err := os.WriteFile(precious, []byte("precious"), 0o644); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.json")
	if err := os.Symlink(precious, link); err != nil || vacant(link) { // wine says nothing
		t.Skip("no links here: ", err)
	}
	if err := writer("r", nil).Put(dir, File{Name: "link.json", Data: []byte("new")}); !errors.As(err, &not) {
		t.Errorf("%v", err)
	}
	if data, _ := os.ReadFile(precious); string(data) != "precious" {
		t.Errorf("%q", data)
	}
}

// A file lies where the folder is to be.
func TestWhatIsNoFolderIsNotReplaced(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "2-bao-cao")
	if err := os.WriteFile(dir, []byte("a file"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := writer("r", nil).Replace(dir, set("new"), nil); err == nil {
		t.Error("written into a file")
	}
	if data, err := os.ReadFile(dir); err != nil || string(data) != "a file" {
		t.Errorf("%q, %v", data, err)
	}
}

// leave makes a stage as a killed run leaves it.
func leave(t *testing.T, dir, name string, files, places map[string]string) string {
	t.Helper()
	stage := filepath.Join(dir, StagePrefix+name)
	if err := os.MkdirAll(stage, 0o755); err != nil {
		t.Fatal(err)
	}
	if places != nil {
		data, err := json.Marshal(places)
		if err != nil {
			t.Fatal(err)
		}
		files[mark] = string(data)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(stage, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return stage
}

// What is left never comes back over what is there now.
func TestAnOldStageComesNotBackOverALaterSet(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "now")
	leave(t, dir, "1", map[string]string{"a.pdf": "old", "b.xlsx.cu": "older"}, map[string]string{"a.pdf": "a.pdf"})
	leave(t, dir, "2", map[string]string{"a.pdf.cu": "older", "b.xlsx.cu": "older"}, nil)
	if err := os.WriteFile(filepath.Join(dir, StagePrefix+"3"), []byte("half a file"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, l := range writer("r", nil).Settle(dir) {
		if l.Finished || l.Undone || l.Err != nil {
			t.Errorf("%+v", l)
		}
	}
	want(t, dir, whole("now"))
}

// A version before this one was killed between setting the old file aside and
// putting the new one in its place.
func TestAStageOfAnEarlierVersionIsUndone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "old")
	if err := os.Remove(filepath.Join(dir, "a.pdf")); err != nil {
		t.Fatal(err)
	}
	leave(t, dir, "1", map[string]string{"a.pdf": "new", "a.pdf.cu": "old", "b.xlsx": "new"}, nil)
	if left := writer("r", nil).Settle(dir); len(left) != 1 || !left[0].Undone {
		t.Errorf("%+v", left)
	}
	want(t, dir, whole("old"))
}

// Somebody made up a stage: nothing outside the folder is touched, and a mark
// that makes no sense is no reason to lose a file.
func TestAStageThatWasMadeUp(t *testing.T) {
	t.Parallel()
	top := t.TempDir()
	dir := filepath.Join(top, "2-bao-cao")
	leave(t, dir, "1", map[string]string{"x": "evil"}, map[string]string{"x": "../x", "../2-bao-cao": "y", "": "z"})
	leave(t, dir, "2", map[string]string{mark: "{", "a.pdf.cu": "old"}, nil)
	leave(t, dir, "3", map[string]string{mark: "null", "b.xlsx.cu": "old"}, nil)
	writer("r", nil).Settle(dir)
	want(t, dir, map[string]string{"a.pdf": "old", "b.xlsx": "old"})
	want(t, top, map[string]string{"2-bao-cao": "(folder)"})
}

// What cannot be removed is told, and in nobody's way.
func TestALeftoverThatStaysIsNotFatal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "old")
	stage := leave(t, dir, "1", map[string]string{"new.pdf": "x"}, map[string]string{"new.pdf": "new.pdf"})
	w := writer("r", func(oldPath, newPath string) error {
		if filepath.Dir(oldPath) == stage {
			return fs.ErrPermission
		}
		return nil
	})
	if left := w.Settle(dir); len(left) != 1 || left[0].Err == nil {
		t.Errorf("%+v", left)
	}
	if _, err := w.Replace(dir, set("new"), nil); err != nil {
		t.Error(err)
	}
	if got := contents(t, dir); got["a.pdf"] != "new" {
		t.Errorf("%v", got)
	}
}

// The mark cannot be read just now (a virus scanner, a share that hiccups): nothing
// is undone that was to be finished. The next run finishes it.
func TestAMarkThatCannotBeRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "old")
	stage := leave(t, dir, "1", map[string]string{"b.xlsx": "new", "a.pdf.cu": "old", "b.xlsx.cu": "old",
		"ket-qua.json": "new", "ket-qua.json.cu": "old"}, map[string]string{"a.pdf": "a.pdf",
		"b.xlsx": "b.xlsx", "ket-qua.json": "ket-qua.json"})
	if err := os.WriteFile(filepath.Join(dir, "a.pdf"), []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"b.xlsx", "ket-qua.json"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	whole, err := os.ReadFile(filepath.Join(stage, mark))
	if err != nil {
		t.Fatal(err)
	}
	// One too long to read stands for it: tests may run as somebody who can read everything.
	if err := os.Truncate(filepath.Join(stage, mark), disk.MaxOwn+1); err != nil {
		t.Fatal(err)
	}
	if left := writer("r", nil).Settle(dir); len(left) != 1 || left[0].Err == nil || !left[0].Mixed {
		t.Errorf("%+v", left)
	}
	if files, err := os.ReadDir(stage); err != nil || len(files) != 6 {
		t.Errorf("something moved: %v, %v", files, err)
	}
	if err := os.WriteFile(filepath.Join(stage, mark), whole, 0o644); err != nil {
		t.Fatal(err)
	}
	if left := writer("r", nil).Settle(dir); len(left) != 1 || !left[0].Finished {
		t.Errorf("%+v", left)
	}
	want(t, dir, map[string]string{"a.pdf": "new", "b.xlsx": "new", "c.xlsx": "same", "ket-qua.json": "new"})
}

// Whoever has lost the lock touches nothing any more.
func TestWhoHasLostTheLockStops(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "old")
	lost := errors.New("lost")
	for k := range 100 {
		n := 0
		w := writer("r"+strconv.Itoa(k), nil)
		w.Still = func() error {
			if n++; n > k {
				return lost
			}
			return nil
		}
		if _, err := w.Replace(dir, set("new"), nil); !errors.Is(err, lost) {
			t.Fatalf("%d: %v", k, err)
		}
		if err := w.Put(dir, File{Name: "a.pdf", Data: []byte("new")}); !errors.Is(err, lost) {
			t.Fatalf("%d: %v", k, err)
		}
		writer("after", nil).Settle(dir)
		got := fmt.Sprint(contents(t, dir))
		if got == fmt.Sprint(whole("new")) { // it had said already that the set is to be finished
			return
		}
		if got != fmt.Sprint(whole("old")) {
			t.Fatalf("%d: %v", k, got)
		}
	}
	t.Error("it was never lost late")
}

func TestPermissionsStay(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "old")
	name := filepath.Join(dir, "a.pdf")
	if err := os.Chmod(name, 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := writer("r", nil).Put(dir, File{Name: "a.pdf", Data: []byte("new")}); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(name); err != nil || after.Mode() != before.Mode() {
		t.Errorf("%v, %v", after.Mode(), err)
	}
}

// One file of the set was worked on, another is no more part of it. Whatever the run
// dies of, the work is there, once, and the set is the old one or the new one.
func TestSomebodysWorkStaysBesideANewSet(t *testing.T) {
	t.Parallel()
	next := set("new")
	next[0].Keep, next[2] = true, File{Name: "c.xlsx", Drop: true}
	old := map[string]string{"a.pdf": "signed", "b.xlsx": "old", "c.xlsx": "same", "ket-qua.json": "old"}
	after := map[string]string{"a.pdf": "new", "a (2).pdf": "signed", "b.xlsx": "new", "ket-qua.json": "new"}
	begun := func() string {
		dir := t.TempDir()
		put(t, dir, "old")
		if err := os.WriteFile(filepath.Join(dir, "a.pdf"), []byte("signed"), 0o644); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	dir := begun()
	written, err := writer("r", nil).Replace(dir, next, nil)
	if err != nil || written[0].Kept != filepath.Join(dir, "a (2).pdf") || !written[2].Dropped {
		t.Fatalf("%+v, %v", written, err)
	}
	want(t, dir, after)
	for dead := range 2 { // it fails and puts back; it dies
		for k := 1; ; k++ {
			dir, n := begun(), 0
			lost := errors.New("lost")
			w := writer("r", nil)
			w.Still = func() error {
				if dead == 1 && n >= k {
					return lost
				}
				return nil
			}
			w.Rename = func(oldPath, newPath string) error {
				if n++; n == k || dead == 1 && n > k {
					return lost
				}
				return os.Rename(oldPath, newPath)
			}
			_, err := w.Replace(dir, next, nil)
			writer("after", nil).Settle(dir)
			got := fmt.Sprint(contents(t, dir))
			if n < k {
				if got != fmt.Sprint(after) {
					t.Errorf("%s", got)
				}
				break
			}
			held := maps.Clone(after) // another program held the one to be dropped
			held["c.xlsx"] = "same"
			open := map[string]string{"a.pdf": "signed", "a (2).pdf": "new", "b.xlsx": "new", "ket-qua.json": "new"}
			switch got {
			case fmt.Sprint(old), fmt.Sprint(after):
			case fmt.Sprint(held), fmt.Sprint(open):
				if err != nil {
					t.Errorf("%d, %d: %v, %s", dead, k, err, got)
				}
			default:
				if err != nil || !strings.Contains(got, "signed") {
					t.Errorf("%d, %d: %v, %s", dead, k, err, got)
				}
			}
		}
	}
}
