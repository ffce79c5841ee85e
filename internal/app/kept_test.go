package app

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
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

// Somebody writes a number into the log, or gives a folder one, that no office comes to by
// building. Those that come have the numbers after the last real one, each its own.
func TestANumberOutOfAllBounds(t *testing.T) {
	t.Parallel()
	for _, wild := range []string{"log", "folder"} {
		dir := office(t)
		sends(t, dir, "don-vi-a", "20")
		builtBy(t, dir, os.Rename)
		if wild == "log" {
			log := string(tree(t, dir)[JournalDir+"/"+journal.LogFile])
			save(t, dir, JournalDir+"/"+journal.LogFile, log+strings.ReplaceAll(log[strings.Index(log, "\n")+1:],
				`"report":1,`, `"report":1000000,`))
		} else {
			save(t, dir, keptDir+"/1000000/ghi-chu.txt", "của tôi")
		}
		for n := 2; n < 5; n++ {
			sends(t, dir, "don-vi-a", strconv.Itoa(20+n))
			builtBy(t, dir, os.Rename)
			p, err := readPast(dir)
			if err != nil || len(p.log.Damaged) > 0 {
				t.Fatalf("%s: %v, damaged %v", wild, err, p.log.Damaged)
			}
			if last := p.log.Current("nam"); last.Report < n || last.Report > n+1 {
				t.Errorf("%s: report %d has the number %d", wild, n, last.Report)
			}
			if kept := p.numbers(); !slices.Contains(kept, p.log.Current("nam").Report) {
				t.Errorf("%s: kept %v", wild, kept)
			}
		}
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

// The line that told of a report is damaged, one that names it alone is whole: what changed
// is not known, and is not made up either.
func TestALineThatNamesAnUnknownReport(t *testing.T) {
	t.Parallel()
	dir := office(t)
	sends(t, dir, "don-vi-a", "20")
	builtBy(t, dir, os.Rename)
	builtBy(t, dir, os.Rename)
	if got := fmt.Sprint(logOf(t, dir)); got != "[built 1 again 1]" {
		t.Fatal(got)
	}
	log := JournalDir + "/" + journal.LogFile
	was := string(must(t, filepath.Join(dir, log)))
	save(t, dir, log, strings.Replace(was, `{"did":"built"`, `{"did":built"`, 1))
	d, err := Diff(t.Context(), dir, Against{}, nil)
	if err != nil || d.Before != nil || len(d.Notes) != 1 {
		t.Fatalf("%+v, %v", d, err)
	}
	// The next build keeps the report that is in place, as one that it found.
	builtBy(t, dir, os.Rename)
	if got := fmt.Sprint(logOf(t, dir)); got != "[again 1 found 2 built 2]" {
		t.Error(got)
	}
	if d, err := Diff(t.Context(), dir, Against{}, nil); err != nil || d.Before.Report != 2 || !d.Same() {
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

// An earlier report is put back, and the run is killed at each of its renames: the
// report in place is the one or the other, whole, and the next try succeeds.
func TestARestoreKilledAtEachRename(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	first := under(tree(t, dir), ReportDir)
	sends(t, dir, "don-vi-a", "9")
	builtBy(t, dir, os.Rename)
	second := under(tree(t, dir), ReportDir)
	for k, done := 1, false; !done; k++ {
		hit := copied(t, dir)
		var out []byte
		if done, out = killedAt(hit, "restore", k); done && k < 5 {
			t.Fatalf("not killed at %d\n%s", k, out)
		}
		Recover(t.Context(), hit)
		if got := under(tree(t, hit), ReportDir); !maps.Equal(got, first) && !maps.Equal(got, second) {
			t.Errorf("killed at %d: neither report is whole", k)
		}
		if _, err := Restore(t.Context(), hit, 1); err != nil {
			t.Errorf("killed at %d: %v", k, err)
		}
		if got := under(tree(t, hit), ReportDir); !maps.Equal(got, first) {
			t.Errorf("killed at %d, and restored: another report", k)
		}
		if kept, _, err := KeptReports(hit); err != nil || len(kept) != 2 || !kept[0].InPlace {
			t.Errorf("killed at %d: kept %+v, %v", k, kept, err)
		}
	}
}

// A letter is drafted, and the run is killed at each of its renames: no line tells of a
// letter that is not kept, and with the next try there is one.
func TestAMailKilledAtEachRename(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	for k, done := 1, false; !done; k++ {
		hit := copied(t, dir)
		var out []byte
		if done, out = killedAt(hit, "mail", k); done && k < 3 {
			t.Fatalf("not killed at %d\n%s", k, out)
		}
		Recover(t.Context(), hit)
		var already *AlreadyMailed
		_, err := Mail(t.Context(), hit)
		if done != errors.As(err, &already) || err != nil && already == nil {
			t.Errorf("killed at %d: %v", k, err)
		}
		if got := fmt.Sprint(logOf(t, hit)); got != "[built 1 mailed 1]" {
			t.Errorf("killed at %d: the log tells %s", k, got)
		}
		all := tree(t, hit)
		if letter := all[keptDir+"/0001/thu-bao-cao-2022.eml"]; letter == "" ||
			letter != all[JournalDir+"/thu-bao-cao-2022.eml"] || len(under(all, keptDir)) != 5 {
			t.Errorf("killed at %d: the letter is not kept", k)
		}
	}
}

// While the figures are frozen, ten builds at once, one more file each, change no byte
// of the report; whose they are and what they would change is told.
func TestFrozenFiguresStand(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	sends(t, dir, "don-vi-b", "8") // came before, and is in no report
	s, err := Freeze(t.Context(), dir, "Nguyễn Văn A", "trình ký")
	if err != nil || !s.Intact || len(s.Late) != 1 || s.Late[0].How != journal.Changed {
		t.Fatalf("%+v, %v", s, err)
	}
	before := under(tree(t, dir), ReportDir)
	var wg sync.WaitGroup
	for n := range 5 {
		save(t, dir, DropDir+"/don-vi-a/them "+strconv.Itoa(n)+".csv", "x;y\n")
		wg.Go(func() {
			out, err := Build(t.Context(), dir, nil)
			if err != nil || out.Frozen == nil || !out.Frozen.Intact || len(out.Frozen.Late) < 2 || out.Files != nil {
				t.Errorf("%+v, %v", out, err)
			}
		})
	}
	wg.Wait()
	if got := under(tree(t, dir), ReportDir); !maps.Equal(got, before) {
		t.Error("the report changed")
	}
	if s, err := Frozen(t.Context(), dir, builtBy(t, dir, os.Rename).Annex); err != nil || s == nil ||
		s.Since == nil || *s.Since.Changes.Figures[0].Before != "12" {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := Unfreeze(t.Context(), dir, "B", ""); err != nil {
		t.Fatal(err)
	}
	if _, err := Unfreeze(t.Context(), dir, "B", ""); !errors.As(err, new(*NotFrozen)) || err.Error() == "" {
		t.Errorf("%v", err)
	}
	if out := builtBy(t, dir, os.Rename); out.Frozen != nil || len(out.Files) != 4 {
		t.Errorf("%+v", out)
	}
}
