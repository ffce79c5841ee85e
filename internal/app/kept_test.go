package app

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"baocao/internal/disk"
	"baocao/internal/journal"
)

// logOf are the lines of a folder's log: what was done, with which report.
func logOf(t *testing.T, dir string) (lines []string) {
	t.Helper()
	for _, r := range journal.ReadLog(must(t, filepath.Join(dir, JournalDir, journal.LogFile))).Records {
		lines = append(lines, fmt.Sprint(r.Did, " ", r.Report))
	}
	return lines
}

// A year of builds: those that left the office stay whole, of the others the last ones,
// and a line of each. What somebody laid beside a kept report is never taken away.
func TestWhatIsKeptIsBounded(t *testing.T) {
	t.Parallel()
	dir := office(t)
	const builds = mostKept + 6
	for n := range builds {
		sends(t, dir, "don-vi-a", strconv.Itoa(20+n))
		if out := builtBy(t, dir, os.Rename); len(out.Notes) > 0 {
			t.Fatalf("told %v", keysOf(out.Notes))
		}
		switch n {
		case 1:
			if _, err := Mail(t.Context(), dir); err != nil {
				t.Fatal(err)
			}
		case 2:
			save(t, dir, keptDir+"/0003/ghi-chu.txt", "của tôi")
		}
	}
	p, err := readPast(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []int{2, 3} // mailed; with a note, but nothing of ours
	for n := builds - mostKept + 1; n <= builds; n++ {
		want = append(want, n)
	}
	if got := p.numbers(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("kept %v, want %v", got, want)
	}
	all := tree(t, dir)
	if len(under(all, keptDir+"/0002")) != 5 || len(under(all, keptDir+"/0003")) != 1 ||
		!strings.HasSuffix(keptName(2), "2") {
		t.Error("what is kept is not whole")
	}
	if n := len(p.log.Records); n != builds+1 {
		t.Errorf("%d lines", n)
	}
	// Of what is not kept any more, figures and verdicts are.
	d, err := Diff(t.Context(), dir, Against{Number: 1}, nil)
	if err != nil || d.Whole || d.Changes.Judged() != 1 || *d.Changes.Figures[0].Before != "27" {
		t.Errorf("%+v, %+v, %v", d, d.Changes, err)
	}
}

// The report of an earlier version lies in the folder when this one comes: it is kept
// before it is replaced, so that the first build can say what changed.
func TestTheReportOfAnEarlierVersionIsKept(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	old := under(tree(t, dir), ReportDir)
	if err := os.RemoveAll(filepath.Join(dir, JournalDir)); err != nil {
		t.Fatal(err)
	}
	sends(t, dir, "don-vi-a", "50")
	builtBy(t, dir, os.Rename)
	if got := fmt.Sprint(logOf(t, dir)); got != "[found 1 built 2]" {
		t.Errorf("the log tells %s", got)
	}
	kept := tree(t, filepath.Join(dir, JournalDir, journal.KeptDir, "0001"))
	for name, data := range old {
		if kept[path.Base(name)] != data {
			t.Errorf("%s is not kept", name)
		}
	}
	d, err := Diff(t.Context(), dir, Against{}, nil)
	if err != nil || len(d.Changes.Figures) != 1 || *d.Changes.Figures[0].Before != "12" {
		t.Errorf("%+v, %v", d, err)
	}
	// The old report comes back: it is the first one again, not a third.
	sends(t, dir, "don-vi-a", "5")
	builtBy(t, dir, os.Rename)
	if got := fmt.Sprint(logOf(t, dir)); got != "[found 1 built 2 built 1]" {
		t.Errorf("the log tells %s", got)
	}
	builtBy(t, dir, os.Rename)
	if got := fmt.Sprint(logOf(t, dir)); got != "[found 1 built 2 built 1 again 1]" {
		t.Errorf("the log tells %s", got)
	}
}

// nhat-ky cannot be written, wholly or in part: the report is built all the same, and
// that is said.
func TestAJournalThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(dir string){
		"a file in its place":          func(dir string) { save(t, dir, JournalDir, "x") },
		"a file for the kept reports":  func(dir string) { save(t, dir, keptDir, "x") },
		"a folder in the log's place":  func(dir string) { save(t, dir, JournalDir+"/"+journal.LogFile+"/x", "x") },
		"a kept report that is no one": func(dir string) { save(t, dir, keptDir+"/0001", "x") },
	} {
		dir := office(t)
		spoil(dir)
		out := builtBy(t, dir, os.Rename)
		told := fmt.Sprint(keysOf(out.Notes))
		if name != "a kept report that is no one" && !strings.Contains(told, "journal.failed") || len(out.Files) != 4 {
			t.Errorf("%s: told %s", name, told)
		}
		if _, err := Check(t.Context(), dir, nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Diff(t.Context(), dir, Against{}, nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A run is killed in the middle of a line: the next one says so, once, and goes on.
func TestATornLineIsTold(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	log := filepath.Join(dir, JournalDir, journal.LogFile)
	whole := must(t, log)
	save(t, dir, JournalDir+"/"+journal.LogFile, string(whole[:len(whole)-100]))
	sends(t, dir, "don-vi-a", "50")
	if keys := keysOf(builtBy(t, dir, os.Rename).Notes); fmt.Sprint(keys) != "[journal.torn]" {
		t.Errorf("told %v", keys)
	}
	if got := fmt.Sprint(logOf(t, dir)); got != "[found 1 built 2]" { // the report was kept; its line is written anew
		t.Errorf("the log tells %s", got)
	}
	if out := builtBy(t, dir, os.Rename); len(out.Notes) > 0 {
		t.Errorf("told again: %v", keysOf(out.Notes))
	}
	if data := must(t, log); !bytes.Contains(data, whole[:len(whole)-100]) {
		t.Error("something was taken out of the log")
	}
	d, err := Diff(t.Context(), dir, Against{}, nil)
	if err != nil || fmt.Sprint(keysOf(d.Notes)) != "[journal.damaged]" {
		t.Errorf("%+v, %v", d, err)
	}
}

// How much a build adds that changes something, and one that does not.
func TestWhatABuildAddsToTheLog(t *testing.T) {
	t.Parallel()
	dir := office(t)
	size := func() int {
		data, err := disk.Read(filepath.Join(dir, JournalDir, journal.LogFile), disk.MaxOwn)
		if err != nil {
			t.Fatal(err)
		}
		return len(data)
	}
	builtBy(t, dir, os.Rename)
	first := size()
	builtBy(t, dir, os.Rename)
	same := size() - first
	sends(t, dir, "don-vi-a", "50")
	builtBy(t, dir, os.Rename)
	if other := size() - first - same; same > 400 || other > 2500 {
		t.Errorf("an unchanged build adds %d bytes, another %d", same, other)
	}
}
