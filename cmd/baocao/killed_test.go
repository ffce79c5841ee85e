package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"baocao/internal/app"
	"baocao/internal/lock"
	"baocao/internal/officetest"
)

// newSmallOffice makes the folder of an office of two units, one of which has still to say how
// many.
func newSmallOffice(t *testing.T) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "kien-an")
	officetest.Small(t, dir)
	officetest.Send(t, dir, "don-vi-a", "352")
	officetest.Send(t, dir, "don-vi-b", "khoảng 7")
	return dir
}

// leftOver are the hidden files of a folder: there is none after a run that went to its end.
func leftOver(t *testing.T, dir string) (all []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if name != "." && strings.HasPrefix(path.Base(name), ".") {
			all = append(all, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// waiting is what a hidden file is a part of that only the next command that writes there may
// take away.
func waiting(name string) string {
	switch {
	case strings.HasPrefix(name, lock.Name):
		return "the lock"
	case strings.HasPrefix(name, app.CorrectionDir+"/"):
		return "a marked copy"
	}
	return ""
}

// struck is an office's folder whose machine loses its power again and again, while a
// unit's return says now one thing, now another.
type struck struct {
	t        *testing.T
	dir, of  string    // the folder; the unit's return in it
	versions [2][]byte // of that return
	reports  [2]string // the report made from each, as one sum of its files
	took     time.Duration
	log      []byte         // what the journal's log held last
	kept     int            // how many reports it keeps
	left     map[string]int // how often something waited for the next that writes
}

func newStruck(t *testing.T) *struck {
	t.Helper()
	s := &struck{t: t, dir: newSmallOffice(t), left: map[string]int{},
		versions: [2][]byte{[]byte(officetest.Table("352")), []byte(officetest.Table("341"))}}
	s.of = filepath.Join(s.dir, app.DropDir, "don-vi-a", "so-lieu.csv")
	for i := range s.versions {
		s.send(i)
		began := time.Now()
		if out, err := exec.Command("baocao", "build", s.dir).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		s.took = time.Since(began)
		s.reports[i] = s.report()
	}
	if s.reports[0] == s.reports[1] {
		t.Fatal("the two returns make one report")
	}
	s.log, s.kept = s.readLog(), s.countKept()
	return s
}

func isExit(err error, status int) bool {
	exit, ok := err.(*exec.ExitError)
	return ok && exit.ExitCode() == status
}

// send lays a version of the ward's return into the drop folder, at once whole: half a
// file is another return.
func (s *struck) send(version int) {
	s.t.Helper()
	sent := filepath.Join(filepath.Dir(s.dir), "sent.csv")
	err := os.WriteFile(sent, s.versions[version], 0o644)
	if err == nil {
		err = os.Rename(sent, s.of)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// report is one sum over the files that go out; "" where one of them is absent.
func (s *struck) report() string {
	s.t.Helper()
	sum := sha256.New()
	for _, name := range []string{"BaoCao-2022.pdf", "PhuLuc-2022.xlsx", "SoLieu-2022.xlsx", "ket-qua.json"} {
		data, err := os.ReadFile(filepath.Join(s.dir, app.ReportDir, name))
		if err != nil {
			return ""
		}
		sum.Write(data)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func (s *struck) readLog() []byte {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, app.JournalDir, "so-nhat-ky.txt"))
	if err != nil {
		s.t.Fatal(err)
	}
	return data
}

// kill ends a process without a word, some time within that of two builds.
func (s *struck) kill(cmd *exec.Cmd) time.Duration {
	s.t.Helper()
	after := time.Duration(rand.Int64N(int64(s.took) * 2))
	time.Sleep(after)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	return after
}

// look is what somebody finds who comes back: one whole report, each line of the log that
// was there, every file as it was sent, and a folder in which the next command works.
func (s *struck) look(version int, after time.Duration) {
	s.t.Helper()
	if out, err := exec.Command("baocao", "check", s.dir).CombinedOutput(); err != nil && !isExit(err, 3) {
		s.t.Errorf("killed after %s: check: %v\n%s", after, err, out)
	}
	for _, name := range leftOver(s.t, s.dir) {
		if kind := waiting(name); kind != "" {
			s.left[kind]++
		} else {
			s.t.Errorf("killed after %s: %s is left over", after, name)
		}
	}
	if got := s.report(); got != s.reports[0] && got != s.reports[1] {
		s.t.Errorf("killed after %s: the report is of no build", after)
	}
	log := s.readLog()
	if !bytes.HasPrefix(log, s.log) {
		s.t.Errorf("killed after %s: the log lost lines", after)
	}
	s.log = log
	if got, err := os.ReadFile(s.of); err != nil || !bytes.Equal(got, s.versions[version]) {
		s.t.Errorf("killed after %s: the return has changed, %v", after, err)
	}
}

// end builds once more: both reports are as before, and nothing is left over.
func (s *struck) end() {
	s.t.Helper()
	for i := range s.versions {
		s.send(i)
		out, err := exec.Command("baocao", "build", s.dir).CombinedOutput()
		if err != nil {
			s.t.Fatalf("%v\n%s", err, out)
		}
		if s.report() != s.reports[i] {
			s.t.Errorf("the report of return %d is another one after all the kills", i+1)
		}
	}
	numbered, _ := filepath.Glob(filepath.Join(s.dir, "*", "*(2)*")) // as beside a file that is open
	if left := append(leftOver(s.t, s.dir), numbered...); left != nil {
		s.t.Errorf("left over: %v", left)
	}
	s.t.Log("left for the next that writes:", s.left)
	if out, err := exec.Command("baocao", "diff", s.dir).CombinedOutput(); err != nil && !isExit(err, 3) {
		s.t.Errorf("diff: %v\n%s", err, out)
	}
	if n := s.countKept(); n != s.kept {
		s.t.Errorf("%d reports are kept, %d were", n, s.kept)
	}
}

func (s *struck) countKept() int {
	s.t.Helper()
	kept, err := fs.Glob(os.DirFS(filepath.Join(s.dir, app.JournalDir)), "lan-lap/*/ket-qua.json")
	if err != nil {
		s.t.Fatal(err)
	}
	return len(kept)
}

// killsVariable has each program killed two hundred times.
const killsVariable = "BAOCAO_TEST_KILLS"

// rounds is how often the power fails: some times in every run, all the times that were
// promised where there is time for it.
func rounds(t *testing.T, always, slow int) int {
	t.Helper()
	if os.Getenv(killsVariable) != "" {
		return slow
	}
	t.Logf("set %s=1 for %d rounds in place of %d", killsVariable, slow, always)
	return always
}

// The power fails while a report is built.
func TestBuildIsKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	s := newStruck(t)
	for round := range rounds(t, 4, 200) {
		s.send(round % 2)
		cmd := exec.Command("baocao", "build", s.dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		s.look(round%2, s.kill(cmd))
	}
	s.end()
}

// The power fails while the folder is watched and a return comes anew.
func TestWatchIsKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	s := newStruck(t)
	for round := range rounds(t, 3, 200) {
		cmd := exec.Command("baocao", "watch", s.dir, "--every", "20ms")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(s.took))))
		s.send(round % 2)
		s.look(round%2, s.kill(cmd))
	}
	s.end()
}

// The power fails while an office builds the reports of six wards, some of which owe copies to
// senders. Whoever goes on with --changed has in the end what an undisturbed run makes.
func TestARunOverManyFoldersIsKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	lay := func() string {
		here := t.TempDir()
		var list strings.Builder
		for i, figure := range []string{"7", "khoảng 7", "8", "chừng 9", "10", "gần 11"} {
			name := "phường " + string('A'+rune(i))
			officetest.Small(t, filepath.Join(here, name))
			officetest.Send(t, filepath.Join(here, name), "don-vi-a", "12")
			officetest.Send(t, filepath.Join(here, name), "don-vi-b", figure)
			list.WriteString(name + "\r\n")
		}
		officetest.Save(t, filepath.Join(here, "cac-phuong.txt"), list.String())
		return here
	}
	build := func(here string) *exec.Cmd {
		return exec.Command("baocao", "build", "--list", filepath.Join(here, "cac-phuong.txt"), "--changed",
			"--summary", filepath.Join(here, "tom-tat.json"))
	}
	made := func(here string) map[string]string {
		all := officetest.Files(t, here)
		for name := range all { // what tells when something came
			if strings.Contains(name, app.JournalDir) || path.Base(name) == "tom-tat.json" {
				delete(all, name)
			}
		}
		return all
	}
	undisturbed := lay()
	began := time.Now()
	if out, err := build(undisturbed).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	took, want := time.Since(began), made(undisturbed)
	for range rounds(t, 3, 200) {
		here := lay()
		var after []time.Duration
		for range 1 + rand.IntN(3) {
			cmd := build(here)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			after = append(after, time.Duration(rand.Int64N(int64(took))))
			time.Sleep(after[len(after)-1])
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		}
		out, err := build(here).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "6 thư mục: 6 CHƯA ĐẦY ĐỦ.") {
			t.Errorf("killed after %v: %v\n%s", after, err, out)
		}
		if left := leftOver(t, here); left != nil {
			t.Errorf("killed after %v: left over: %v", after, left)
		}
		if got := made(here); !maps.Equal(got, want) {
			for _, name := range slices.Sorted(maps.Keys(want)) {
				if got[name] != want[name] {
					t.Errorf("killed after %v: %s is another, or is not there", after, name)
				}
			}
			t.Errorf("killed after %v: %d files, want %d", after, len(got), len(want))
		}
	}
}
