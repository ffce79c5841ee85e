package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/officetest"
)

// office is a small working folder of two units that have sent their figures.
func office(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "quan [2022]")
	officetest.Small(t, dir)
	sends(t, dir, "don-vi-a", "5")
	sends(t, dir, "don-vi-b", "7")
	return dir
}

// sends is a unit sending its figure.
func sends(t *testing.T, dir, unit, figure string) {
	t.Helper()
	officetest.Send(t, dir, unit, figure)
}

func save(t *testing.T, dir, name, content string) {
	t.Helper()
	officetest.Save(t, filepath.Join(dir, filepath.FromSlash(name)), content)
}

// tree is what every file of a folder holds, by its path below it.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	return officetest.Files(t, dir)
}

func builtBy(t *testing.T, dir string, rename renaming) *Outcome {
	t.Helper()
	out, err := (*Readings)(nil).build(t.Context(), dir, nil, rename)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// copied is a folder beside another, with the same content.
func copied(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "quan [2022]")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

func keysOf(all []diag.Message) (keys []string) {
	for _, m := range all {
		keys = append(keys, m.Key)
	}
	return keys
}

// under is what a folder of a tree holds.
func under(all map[string]string, folder string) map[string]string {
	some := maps.Clone(all)
	maps.DeleteFunc(some, func(name, _ string) bool { return !strings.HasPrefix(name, folder+"/") })
	return some
}

// held is a rename that Windows would refuse for a file that is open elsewhere.
func held(names ...string) renaming {
	return func(oldPath, newPath string) error {
		for _, name := range names {
			away := filepath.Base(oldPath) == name && !strings.Contains(oldPath, ".dang-ghi-")
			if away || filepath.Base(newPath) == name {
				return &os.LinkError{Op: "rename", Old: oldPath, New: newPath, Err: fs.ErrPermission}
			}
		}
		return os.Rename(oldPath, newPath)
	}
}

// A build is killed at each of its renames. Whatever command comes next finds one
// whole set, old or new; when everything arrived is known; and the next build gives
// the same bytes as if nothing had been.
func TestABuildKilledAtEachRename(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	arrivals := filepath.Join(dir, JournalDir, "tep-da-nhan.json")
	early := strings.ReplaceAll(string(must(t, arrivals)), `"first_seen": "20`, `"first_seen": "19`)
	save(t, dir, JournalDir+"/tep-da-nhan.json", early)
	before := under(tree(t, dir), ReportDir)
	sends(t, dir, "don-vi-b", "khoảng 9")
	ref := copied(t, dir)
	builtBy(t, ref, os.Rename)
	after := tree(t, ref)
	for k, done := 1, false; !done; k++ {
		hit := copied(t, dir)
		var out []byte
		if done, out = killedAt(hit, "build", k); done && k < 10 {
			t.Fatalf("not killed at %d\n%s", k, out)
		}
		Recover(t.Context(), hit)
		got := tree(t, hit)
		if set := under(got, ReportDir); !maps.Equal(set, before) && !maps.Equal(set, under(after, ReportDir)) {
			t.Errorf("killed at %d: neither set is whole", k)
		}
		if n := strings.Count(got[JournalDir+"/tep-da-nhan.json"], `"first_seen": "19`); n != 2 {
			t.Errorf("killed at %d: %d of 2 arrivals known", k, n)
		}
		if _, err := Mail(t.Context(), hit); err != nil {
			t.Errorf("killed at %d: %v", k, err)
		}
		builtBy(t, hit, os.Rename)
		got = tree(t, hit)
		for name, data := range after {
			if got[name] != data && !strings.HasPrefix(name, JournalDir+"/") {
				t.Errorf("killed at %d: %s is another", k, name)
			}
		}
		for name := range got {
			if _, known := after[name]; !known && !strings.HasSuffix(name, ".eml") {
				t.Errorf("killed at %d: %s was left", k, name)
			}
		}
		if n := strings.Count(got[JournalDir+"/tep-da-nhan.json"], `"first_seen": "19`); n != 2 {
			t.Errorf("killed at %d, and built: %d of 2 arrivals known", k, n)
		}
	}
}

func TestABuildThatIsKilled(t *testing.T) {
	dir := os.Getenv("APP_TEST_DIR")
	if dir == "" {
		t.Skip("run by TestABuildKilledAtEachRename")
	}
	k, _ := strconv.Atoi(os.Getenv("APP_TEST_KILL"))
	var n atomic.Int64 // what a build notes and its receipts get their places side by side
	rename := func(oldPath, newPath string) error {
		if n.Add(1) == int64(k) {
			p, _ := os.FindProcess(os.Getpid())
			_ = p.Kill()
			select {}
		}
		return os.Rename(oldPath, newPath)
	}
	var err error
	switch os.Getenv("APP_TEST_DO") {
	case "restore":
		_, err = restore(t.Context(), dir, 1, rename)
	case "mail":
		_, err = draftMail(t.Context(), dir, rename)
	default:
		builtBy(t, dir, rename)
	}
	if err != nil {
		t.Error(err)
	}
}

// killedAt does something to a folder and is killed at its rename number k; done when
// there were not so many.
func killedAt(dir, what string, k int) (done bool, out []byte) {
	c := exec.Command(os.Args[0], "-test.run=^TestABuildThatIsKilled$")
	c.Env = append(os.Environ(), "APP_TEST_DIR="+dir, "APP_TEST_KILL="+strconv.Itoa(k), "APP_TEST_DO="+what)
	out, err := c.CombinedOutput()
	return err == nil, out
}

// Ten build one folder at once: the report is right, every arrival and receipt is
// there, and nobody is told of a failure.
func TestTenBuildsAtOnce(t *testing.T) {
	t.Parallel()
	dir := office(t)
	for round := range 3 {
		sends(t, dir, "don-vi-a", strconv.Itoa(10+round))
		sends(t, dir, "don-vi-b", "khoảng "+strconv.Itoa(20+round))
		var wg sync.WaitGroup
		for range 10 {
			wg.Go(func() {
				if out, err := Build(t.Context(), dir, nil); err != nil || len(out.Notes) > 0 {
					t.Errorf("%v, told %v", err, out)
				}
			})
		}
		wg.Wait()
		alone := copied(t, dir)
		builtBy(t, alone, os.Rename)
		got, want := tree(t, dir), tree(t, alone)
		delete(got, JournalDir+"/"+journal.LogFile) // this one tells of each of them
		delete(want, JournalDir+"/"+journal.LogFile)
		if !maps.Equal(got, want) {
			for name, data := range want {
				if got[name] != data {
					t.Errorf("round %d: %s is another", round, name)
				}
			}
			t.Errorf("round %d: %d files, want %d", round, len(got), len(want))
		}
		seen := string(must(t, filepath.Join(dir, JournalDir, "tep-da-nhan.json")))
		if n := strings.Count(seen, "first_seen"); n != 2*(round+1) {
			t.Errorf("round %d: %d arrivals", round, n)
		}
	}
}

// Several people import a resolution into one folder at once: one of them has made
// its plan, and the others are told that there is one.
func TestSeveralImportsAtOnce(t *testing.T) {
	t.Parallel()
	for range 5 {
		dir, texts := filepath.Join(t.TempDir(), "phuong"), t.TempDir()
		var made [8]*Imported
		var wg sync.WaitGroup
		for i := range made {
			name := strconv.Itoa(i) + ".txt"
			save(t, texts, name, fmt.Sprintf("II. CÁC CHỈ TIÊU CHỦ YẾU NĂM 2026\n1. Trồng mới 10%d cây xanh.\n", i))
			wg.Go(func() {
				done, err := Import(t.Context(), filepath.Join(texts, name), dir)
				switch {
				case err == nil:
					made[i] = done
				case !errors.Is(err, ErrHasPlan):
					t.Error(err)
				}
			})
		}
		wg.Wait()
		count, target := 0, ""
		for i, done := range made {
			if done != nil {
				count, target = count+1, fmt.Sprintf("10%d", i)
			}
		}
		plan := string(must(t, filepath.Join(dir, ResolutionFile)))
		if count != 1 || !strings.Contains(plan, target) {
			t.Fatalf("%d plans were made, the last wants %s trees:\n%s", count, target, plan)
		}
	}
}

// An import was killed when its plan had only to be moved into its place: the next
// one finishes that, says so, and leaves it.
func TestAnImportAfterOneThatWasKilled(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	save(t, dir, ".dang-ghi-1/"+ResolutionFile, "drafted")
	save(t, dir, ".dang-ghi-1/thay-bo.json", `{"nghi-quyet.toml": "nghi-quyet.toml"}`)
	text := filepath.Join(t.TempDir(), "nghi-quyet.txt")
	save(t, filepath.Dir(text), filepath.Base(text), "II. CÁC CHỈ TIÊU NĂM 2026\n1. Trồng mới 100 cây xanh.\n")
	done, err := Import(t.Context(), text, dir)
	if !errors.Is(err, ErrHasPlan) || fmt.Sprint(keysOf(done.Notes)) != "[left.finished]" {
		t.Errorf("%v, %+v", err, done)
	}
	if got := string(must(t, filepath.Join(dir, ResolutionFile))); got != "drafted" {
		t.Errorf("%q", got)
	}
}

// A build that has read the folder waits for another one, which has read a later
// version and is quicker: what is in place in the end is of the later version.
func TestAnOldReadingDoesNotReplaceANewOne(t *testing.T) {
	t.Parallel()
	dir := office(t)
	once := false
	out, err := (*Readings)(nil).build(t.Context(), dir, func(done, total int) {
		if done < total || once {
			return
		}
		once = true
		sends(t, dir, "don-vi-a", "88")
		builtBy(t, dir, os.Rename)
	}, os.Rename)
	if err != nil {
		t.Fatal(err)
	}
	if got := out.Annex.FindMeasure("1").Judged; got == nil || got.Plain() != "95" {
		t.Errorf("%v", got)
	}
}

// Somebody else is writing: the build says who, and has written nothing.
func TestSomebodyElseIsWriting(t *testing.T) {
	t.Parallel()
	dir := office(t)
	l, err := lock.Take(t.Context(), dir, "Nguyễn Văn A", lock.Usual())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Release()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := write(ctx, dir, os.Rename, lock.Usual()); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	save(t, dir, ReportDir+"/.dang-ghi-x", "of the one who writes")
	if told := Recover(t.Context(), dir); told != nil {
		t.Errorf("told %v", told)
	}
	if _, err := os.Stat(filepath.Join(dir, ReportDir, ".dang-ghi-x")); err != nil {
		t.Error("the work of another was touched")
	}
	if _, err := Check(t.Context(), dir, nil); err != nil { // reading goes on beside
		t.Error(err)
	}
	said := WhoWorks(lock.Owner{Name: "Nguyễn Văn A\x1b[2J", Machine: "MAY-01"}).In(diag.Vi)
	if !strings.Contains(said, "Nguyễn Văn A") || !strings.Contains(said, "trên máy MAY-01") ||
		strings.Contains(said, "\x1b") {
		t.Errorf("%q", said)
	}
}

// The PDF is open in Acrobat while the report is built: the letter carries the new
// one, under its usual name. Once Acrobat is closed the numbered one goes.
func TestALetterCarriesWhatBelongsTogether(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	old := must(t, filepath.Join(dir, ReportDir, "BaoCao-2022.pdf"))
	sends(t, dir, "don-vi-a", "50")
	out := builtBy(t, dir, held("BaoCao-2022.pdf"))
	if !out.Files[0].Instead || filepath.Base(out.Files[0].Path) != "BaoCao-2022 (2).pdf" {
		t.Fatalf("%+v", out.Files)
	}
	draft, err := Mail(t.Context(), dir)
	if err != nil || len(draft.Notes) != 1 || draft.Notes[0].Key != "mail.numbered" {
		t.Fatalf("%v, told %v", err, draft)
	}
	letter := string(must(t, draft.Path))
	if !strings.Contains(letter, "filename=BaoCao-2022.pdf\r\n") {
		t.Error("the report is attached under another name")
	}
	want := string(must(t, filepath.Join(dir, ReportDir, "ket-qua.json")))

	// The same again while it is still open: no third copy.
	if out := builtBy(t, dir, held("BaoCao-2022.pdf")); !out.Files[0].Instead ||
		filepath.Base(out.Files[0].Path) != "BaoCao-2022 (2).pdf" || len(out.Notes) > 0 {
		t.Errorf("%+v, told %v", out.Files, out.Notes)
	}
	out = builtBy(t, dir, os.Rename)
	if keys := keysOf(out.Notes); fmt.Sprint(keys) != "[build.superseded]" {
		t.Errorf("told %v", keys)
	}
	got := under(tree(t, dir), ReportDir)
	if len(got) != 4 || got[ReportDir+"/BaoCao-2022.pdf"] == string(old) || got[ReportDir+"/ket-qua.json"] != want {
		t.Errorf("%d files", len(got))
	}
	draft, err = Mail(t.Context(), dir, Anew)
	if err != nil || len(draft.Notes) > 0 || string(must(t, draft.Path)) != letter {
		t.Errorf("another letter: %v, told %v", err, draft)
	}
}

// All four are open, and then the result only: each time the letter carries the
// new set, or there is none.
func TestALetterOfWhatWasOpen(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	sends(t, dir, "don-vi-a", "50")
	builtBy(t, dir, held("ket-qua.json"))
	if draft, err := Mail(t.Context(), dir); err != nil {
		t.Errorf("%v, %+v", err, draft)
	}
	sends(t, dir, "don-vi-a", "60")
	builtBy(t, dir, held("BaoCao-2022.pdf", "PhuLuc-2022.xlsx", "SoLieu-2022.xlsx", "ket-qua.json"))
	var mixed *MixedReport
	if _, err := Mail(t.Context(), dir); err != nil && (!errors.As(err, &mixed) || mixed.Path != "") {
		t.Errorf("%v", err)
	}
	builtBy(t, dir, os.Rename)
	if got := under(tree(t, dir), ReportDir); len(got) != 4 {
		t.Errorf("left behind: %d files", len(got))
	}
	if _, err := Mail(t.Context(), dir, Anew); err != nil {
		t.Error(err)
	}
}

// One of the files is of another build, was changed by hand, or the result is of a
// version that did not name them: nothing is sent.
func TestNoLetterOfWhatDoesNotBelongTogether(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	other := copied(t, dir)
	sends(t, other, "don-vi-a", "50")
	builtBy(t, other, os.Rename)
	for _, name := range []string{"BaoCao-2022.pdf", "PhuLuc-2022.xlsx", "SoLieu-2022.xlsx", "ket-qua.json"} {
		mixed := copied(t, dir)
		save(t, mixed, ReportDir+"/"+name, string(must(t, filepath.Join(other, ReportDir, name))))
		var not *MixedReport
		if _, err := Mail(t.Context(), mixed); !errors.As(err, &not) || not.Path == "" {
			t.Errorf("%s is of another build: %v", name, err)
		}
	}
	result := string(must(t, filepath.Join(dir, ReportDir, "ket-qua.json")))
	for was, is := range map[string]string{`"outputs"`: `"none"`,
		`"name": "BaoCao-2022.pdf"`: `"name": "../2-bao-cao/BaoCao-2022.pdf"`} {
		save(t, dir, ReportDir+"/"+"ket-qua.json", strings.Replace(result, was, is, 1))
		var not *MixedReport
		if _, err := Mail(t.Context(), dir); !errors.As(err, &not) {
			t.Errorf("%s: %v", is, err)
		}
	}
}

// A copy that somebody made is named, and never removed; a letter that somebody
// edited is not written over, and an older draft of ours does not lie beside the new one.
func TestWhatPeopleMadeStays(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	theirs := ReportDir + "/BaoCao-2022 (2).pdf"
	save(t, dir, theirs, string(must(t, filepath.Join(dir, ReportDir, "BaoCao-2022.pdf"))))
	sends(t, dir, "don-vi-a", "50")
	if keys := keysOf(builtBy(t, dir, os.Rename).Notes); fmt.Sprint(keys) != "[build.other]" {
		t.Errorf("told %v", keys)
	}
	draft, err := Mail(t.Context(), dir)
	if err != nil || fmt.Sprint(keysOf(draft.Notes)) != "[build.other]" {
		t.Fatalf("%v, told %+v", err, draft)
	}
	must(t, filepath.Join(dir, filepath.FromSlash(theirs)))

	usual := draft.Path
	edited := strings.Replace(string(must(t, usual)), "\r\nX-Unsent: 1",
		"\r\nTo: chanhvp@haiphong.example\r\nX-Unsent: 1", 1)
	save(t, filepath.Dir(usual), filepath.Base(usual), edited)
	draft, err = Mail(t.Context(), dir, Anew)
	if err != nil || draft.Path == usual || !strings.Contains(fmt.Sprint(keysOf(draft.Notes)), "mail.edited") {
		t.Fatalf("%v, told %+v", err, draft)
	}
	if string(must(t, usual)) != edited {
		t.Error("the edited letter is gone")
	}
	if err := os.Remove(usual); err != nil {
		t.Fatal(err)
	}
	second := draft.Path
	draft, err = Mail(t.Context(), dir, Anew)
	if err != nil || draft.Path != usual || !strings.Contains(fmt.Sprint(keysOf(draft.Notes)), "mail.removed") {
		t.Errorf("%v, told %+v", err, draft)
	}
	if _, err := os.Stat(second); err == nil {
		t.Error("two drafts lie there")
	}
}

// A copy is open in Excel: the new one goes beside it, however often the report is
// built, and it goes once the copy is closed.
func TestACopyThatIsOpenGetsANewName(t *testing.T) {
	t.Parallel()
	dir := office(t)
	sends(t, dir, "don-vi-a", "khoảng 9")
	builtBy(t, dir, os.Rename)
	sends(t, dir, "don-vi-a", "độ 8")
	out := builtBy(t, dir, held("so-lieu (csv).xlsx"))
	if len(out.Sent) != 1 || !out.Sent[0].Instead || filepath.Base(out.Sent[0].Path) != "so-lieu (csv) (2).xlsx" {
		t.Errorf("%+v, told %v", out.Sent, out.Notes)
	}
	const usual = CorrectionDir + "/don-vi-a/so-lieu (csv).xlsx"
	const beside = CorrectionDir + "/don-vi-a/so-lieu (csv) (2).xlsx"
	copies := func() string {
		return fmt.Sprint(slices.Sorted(maps.Keys(under(tree(t, dir), CorrectionDir))))
	}
	both := fmt.Sprint([]string{beside, usual})
	if out = builtBy(t, dir, held("so-lieu (csv).xlsx")); copies() != both || len(out.Notes) > 0 {
		t.Errorf("built again: %s, told %v", copies(), out.Notes)
	}

	// The unit sends another file, and a build is stopped before it makes the copies:
	// the last one stays.
	sends(t, dir, "don-vi-a", "chừng 8")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out, err := (*Readings)(nil).build(ctx, dir, nil, func(oldPath, newPath string) error {
		if filepath.Base(newPath) == "ket-qua.json" {
			cancel()
		}
		return os.Rename(oldPath, newPath)
	})
	if err != nil || !out.Interrupted || copies() != both {
		t.Errorf("stopped: %v, %s", err, copies())
	}

	// The next build makes it: one new copy lies there.
	out = builtBy(t, dir, held("so-lieu (csv).xlsx"))
	if got := copies(); got != fmt.Sprint([]string{strings.Replace(beside, "(2)", "(3)", 1), usual}) ||
		len(out.Notes) > 0 {
		t.Errorf("of another file: %s, told %v", got, out.Notes)
	}

	out = builtBy(t, dir, os.Rename)
	if copies() != fmt.Sprint([]string{usual}) || len(out.Sent) != 1 || out.Sent[0].Instead || len(out.Notes) > 0 {
		t.Errorf("closed: %s, sent %+v, told %v", copies(), out.Sent, out.Notes)
	}
	sends(t, dir, "don-vi-a", "8")
	if builtBy(t, dir, os.Rename); copies() != "[]" {
		t.Errorf("mended: %s", copies())
	}
	if _, err := os.Stat(filepath.Join(dir, JournalDir, journal.CopiesFile)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a list of nothing is kept")
	}
}

// A form is open in Excel while the forms are made anew: the new one goes beside
// it, and that is said.
func TestAFormThatIsOpenGetsANewName(t *testing.T) {
	t.Parallel()
	dir := office(t)
	if _, err := Forms(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	open := filepath.Join(dir, FormsDir, "don-vi-a.xlsx")
	old := must(t, open)
	plan := string(must(t, filepath.Join(dir, ResolutionFile)))
	save(t, dir, ResolutionFile, strings.ReplaceAll(plan, "Số cây trồng mới", "Số cây đã trồng"))
	made, err := forms(t.Context(), dir, held("don-vi-a.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(made.Names); got != "[mau/don-vi-a (2).xlsx mau/don-vi-b.xlsx]" {
		t.Errorf("wrote %s", got)
	}
	if got := fmt.Sprint(keysOf(made.Notes)); got != "[build.instead]" {
		t.Fatalf("told %s", got)
	}
	if said := made.Notes[0].In(diag.Vi); !strings.Contains(said, "don-vi-a.xlsx đang được mở") ||
		!strings.Contains(said, filepath.Join(FormsDir, "don-vi-a (2).xlsx")) {
		t.Errorf("told %s", said)
	}
	beside := must(t, filepath.Join(dir, filepath.FromSlash(made.Names[0])))
	if bytes.Equal(beside, old) || !bytes.Equal(must(t, open), old) {
		t.Error("the open form changed, or the new one is as the old")
	}

	// Made again while it is open there is one new form; once it is closed the
	// numbered one goes, so that nobody sends out an old form some day.
	if made, err = forms(t.Context(), dir, held("don-vi-a.xlsx")); err != nil ||
		made.Names[0] != FormsDir+"/don-vi-a (2).xlsx" || fmt.Sprint(keysOf(made.Notes)) != "[build.instead]" {
		t.Errorf("made again: %+v, %v", made, err)
	}
	made, err = Forms(t.Context(), dir)
	if err != nil || fmt.Sprint(keysOf(made.Notes)) != "[build.superseded]" ||
		made.Names[0] != FormsDir+"/don-vi-a.xlsx" {
		t.Errorf("closed: %+v, %v", made, err)
	}
	if got := under(tree(t, dir), FormsDir); len(got) != 2 || got[FormsDir+"/don-vi-a.xlsx"] != string(beside) {
		t.Errorf("%d forms", len(got))
	}

	// A copy that somebody made is named, and stays.
	const theirs = FormsDir + "/don-vi-b (2).xlsx"
	save(t, dir, theirs, "theirs")
	made, err = Forms(t.Context(), dir)
	if err != nil || fmt.Sprint(keysOf(made.Notes)) != "[forms.other]" || tree(t, dir)[theirs] != "theirs" {
		t.Errorf("of somebody's own: %+v, %v", made, err)
	}
}

// The list of arrivals cannot be replaced: the old one stays, and that is said.
func TestTheListOfArrivalsKeepsItsName(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	before := string(must(t, filepath.Join(dir, JournalDir, "tep-da-nhan.json")))
	sends(t, dir, "don-vi-a", "50")
	if keys := keysOf(builtBy(t, dir, held("tep-da-nhan.json")).Notes); fmt.Sprint(keys) != "[receipt.failed]" {
		t.Errorf("told %v", keys)
	}
	got := under(tree(t, dir), JournalDir)
	if got[JournalDir+"/tep-da-nhan.json"] != before || got[JournalDir+"/tep-da-nhan (2).json"] != "" {
		t.Error("the list changed, or lies under another name")
	}
}

// The list of arrivals is damaged and Excel holds it, or no copy of it can be put
// beside it: it stays, and the next build tells of it again, with one copy.
func TestADamagedListIsNeverLost(t *testing.T) {
	t.Parallel()
	const list, aside = JournalDir + "/tep-da-nhan.json", JournalDir + "/tep-da-nhan (2).json"
	dir := office(t)
	save(t, dir, list, "{ cut off")
	if keys := keysOf(builtBy(t, dir, held("tep-da-nhan (2).json")).Notes); fmt.Sprint(keys) != "[receipt.failed]" {
		t.Errorf("told %v", keys)
	}
	if got := tree(t, dir); got[list] != "{ cut off" || got[aside] != "" {
		t.Errorf("%q, beside it %q", got[list], got[aside])
	}
	if keys := keysOf(builtBy(t, dir, held("tep-da-nhan.json")).Notes); fmt.Sprint(keys) != "[receipt.failed]" {
		t.Errorf("told %v", keys)
	}
	if keys := keysOf(builtBy(t, dir, os.Rename).Notes); fmt.Sprint(keys) != "[receipt.damaged]" {
		t.Errorf("told %v", keys)
	}
	got := under(tree(t, dir), JournalDir)
	if n := strings.Count(got[list], "first_seen"); n != 2 || got[aside] != "{ cut off" || len(got) != 10 {
		t.Errorf("%d arrivals, set aside %q, %d files", n, got[aside], len(got))
	}
}

// What a killed run left is told once it is in order; what cannot be removed is
// told too, and stops nothing.
func TestLeftoversAreTold(t *testing.T) {
	t.Parallel()
	dir := office(t)
	builtBy(t, dir, os.Rename)
	stage := filepath.Join(dir, ReportDir, ".dang-ghi-1")
	if err := os.Mkdir(stage, 0o755); err != nil {
		t.Fatal(err)
	}
	name := "BaoCao-2022.pdf"
	if err := os.Rename(filepath.Join(dir, ReportDir, name), filepath.Join(stage, name+".cu")); err != nil {
		t.Fatal(err)
	}
	if keys := keysOf(Recover(t.Context(), dir)); fmt.Sprint(keys) != "[left.undone]" {
		t.Errorf("told %v", keys)
	}
	if told := Recover(t.Context(), dir); told != nil {
		t.Errorf("told again %v", told)
	}
	save(t, dir, ReportDir+"/.dang-ghi-2/SoLieu-2022.xlsx", "new")
	save(t, dir, ReportDir+"/.dang-ghi-2/thay-bo.json", `{"SoLieu-2022.xlsx": "SoLieu-2022.xlsx"}`)
	if err := os.Remove(filepath.Join(dir, ReportDir, "SoLieu-2022.xlsx")); err != nil {
		t.Fatal(err)
	}
	if keys := keysOf(Recover(t.Context(), dir)); fmt.Sprint(keys) != "[left.finished]" {
		t.Errorf("told %v", keys)
	}
	save(t, dir, ReportDir+"/.dang-ghi-4/thay-bo.json", "")
	if err := os.Truncate(filepath.Join(dir, ReportDir, ".dang-ghi-4", "thay-bo.json"), disk.MaxOwn+1); err != nil {
		t.Fatal(err)
	}
	if keys := keysOf(Recover(t.Context(), dir)); fmt.Sprint(keys) != "[left.mixed]" {
		t.Errorf("told %v", keys)
	}
	if err := os.RemoveAll(filepath.Join(dir, ReportDir, ".dang-ghi-4")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(dir, filepath.Join(dir, ReportDir, ".dang-ghi-3")); err != nil {
		t.Skip("no links here: ", err)
	}
	if keys := keysOf(Recover(t.Context(), dir)); fmt.Sprint(keys) != "[left.kept]" {
		t.Errorf("told %v", keys)
	}
	// What the list does not know is somebody's.
	if out := builtBy(t, dir, os.Rename); len(out.Files) != 4 || fmt.Sprint(keysOf(out.Notes)) != "[build.kept]" {
		t.Errorf("told %v", out.Notes)
	}
}

// The report was signed in its place, and a form was filled in its own. Neither is
// lost when it is made again; what nobody asked for any more goes, unless somebody has
// worked on it.
func TestWhatSomebodyWorkedOnIsKept(t *testing.T) {
	t.Parallel()
	dir := office(t)
	const pages, internal = ReportDir + "/BaoCao-2022.pdf", ReportDir + "/BaoCao-2022-nguon.pdf"
	build := func(extras ...Extra) string {
		out, err := Build(t.Context(), dir, nil, extras...)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(keysOf(out.Notes))
	}
	if told := build(Sources); told != "[]" {
		t.Errorf("told %s", told)
	}
	first := tree(t, dir)
	if told := build(); told != "[build.dropped]" || tree(t, dir)[internal] != "" || first[internal] == "" {
		t.Errorf("told %s", told)
	}
	save(t, dir, pages, "signed")
	if told := build(); told != "[build.kept]" {
		t.Errorf("told %s", told)
	}
	if got := tree(t, dir); got[pages] != first[pages] || got[ReportDir+"/BaoCao-2022 (2).pdf"] != "signed" {
		t.Errorf("%.20q", got[ReportDir+"/BaoCao-2022 (2).pdf"])
	}
	if told := build(Sources); told != "[build.other]" {
		t.Errorf("told %s", told)
	}
	save(t, dir, internal, "with notes of the chief")
	if told := build(); told != "[build.other build.other]" || tree(t, dir)[internal] == "" {
		t.Errorf("told %s", told)
	}
	blanks, err := Forms(t.Context(), dir)
	if err != nil || len(blanks.Notes) > 0 {
		t.Fatal(err, blanks)
	}
	save(t, dir, blanks.Names[0], "filled in")
	if blanks, err = Forms(t.Context(), dir); err != nil || fmt.Sprint(keysOf(blanks.Notes)) != "[build.kept]" {
		t.Error(err, blanks)
	}
	kept := fileset.Numbered(blanks.Names[0], 2)
	if got := tree(t, dir); got[kept] != "filled in" || got[blanks.Names[0]] == "filled in" {
		t.Errorf("%.20q", got[kept])
	}
}

// Something that is no file stands where an output goes: it is named and stays,
// and nothing is written.
func TestAFolderInAnOutputsPlaceIsAnError(t *testing.T) {
	t.Parallel()
	dir := office(t)
	save(t, dir, ReportDir+"/PhuLuc-2022.xlsx/x", "precious")
	var not *fileset.PlaceTaken
	if _, err := Build(t.Context(), dir, nil); !errors.As(err, &not) || filepath.Base(not.Path) != "PhuLuc-2022.xlsx" {
		t.Errorf("%v", err)
	}
	if got := under(tree(t, dir), ReportDir); len(got) != 1 || got[ReportDir+"/PhuLuc-2022.xlsx/x"] != "precious" {
		t.Errorf("%v", got)
	}
}

func must(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
