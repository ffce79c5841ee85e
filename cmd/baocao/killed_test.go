package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
)

// struck is an office's folder whose machine loses its power again and again, while a
// ward's return says now one thing, now another.
type struck struct {
	t        *testing.T
	dir, of  string    // the folder; the ward's return in it
	versions [2][]byte // of that return
	reports  [2]string // the report made from each, as one sum of its files
	took     time.Duration
	log      []byte // what the journal's log held last
	kept     int    // how many reports it keeps
}

func newStruck(t *testing.T) *struck {
	t.Helper()
	s := &struck{t: t, dir: filepath.Join(t.TempDir(), "kien-an")}
	if err := os.CopyFS(s.dir, os.DirFS("../../examples/kien-an-2022")); err != nil {
		t.Fatal(err)
	}
	s.of = filepath.Join(s.dir, app.DropDir, "phuong", "phuong-bac-son.xlsx")
	first, err := os.ReadFile(s.of)
	if err != nil {
		t.Fatal(err)
	}
	s.versions = [2][]byte{first, anotherFigure(t, first)}
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

// anotherFigure is a form in which one figure is another one.
func anotherFigure(t *testing.T, form []byte) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(form))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range f.GetDefinedName() {
		sheet, cell, ok := strings.Cut(strings.NewReplacer("$", "", "'", "").Replace(n.RefersTo), "!")
		if v, _ := f.GetCellValue(sheet, cell); !ok || v != "352" {
			continue
		}
		if err := f.SetCellValue(sheet, cell, 341); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	t.Fatal("no figure of 352 in the ward's form")
	return nil
}

func isExit(err error, status int) bool {
	exit, ok := err.(*exec.ExitError)
	return ok && exit.ExitCode() == status
}

// send lays a version of the ward's return into the drop folder, at once whole: half a
// file is another return.
func (s *struck) send(version int) {
	s.t.Helper()
	sent := filepath.Join(filepath.Dir(s.dir), "sent.xlsx")
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
		// A lock that was left before its owner could write a name into it holds for a minute.
		for tries := 0; tries < 5 && strings.Contains(string(out), "Một lần chạy khác đang ghi"); tries++ {
			out, err = exec.Command("baocao", "build", s.dir).CombinedOutput()
		}
		if err != nil {
			s.t.Fatalf("%v\n%s", err, out)
		}
		if s.report() != s.reports[i] {
			s.t.Errorf("the report of return %d is another one after all the kills", i+1)
		}
	}
	for _, dir := range []string{".", app.ReportDir, app.JournalDir} {
		all, err := os.ReadDir(filepath.Join(s.dir, dir))
		if err != nil {
			s.t.Fatal(err)
		}
		for _, e := range all {
			// Claims on the lock of a dead process bear its token; they are in nobody's way.
			claim := strings.HasPrefix(e.Name(), ".khoa-baocao.")
			if name := e.Name(); strings.HasPrefix(name, ".") && !claim || strings.Contains(name, "(2)") {
				s.t.Errorf("%s/%s is left over", dir, name)
			}
		}
	}
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

// killsVariable has programs killed two hundred times in all.
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
	for round := range rounds(t, 4, 50) {
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
	for round := range rounds(t, 3, 30) {
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
