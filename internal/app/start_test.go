package app_test

import (
	"context"
	"errors"
	"io/fs"
	"net/mail"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/diag"
)

// A person begins a year: the folder has a resolution and an office file to
// change, a form for every unit and a place for what comes back. The first build
// names everybody who owes.
func TestAFirstRun(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "nam moi", "quan")
	if _, err := app.Init(context.Background(), dir, "kien-an-2022"); err != nil {
		t.Fatal(err)
	}
	office := contentOf(t, filepath.Join(dir, app.OfficeFile))
	if !strings.Contains(office, "illustrative = false") || strings.Contains(office, "illustrative = true") {
		t.Error("the new office's figures call themselves invented")
	}
	p, problems, err := app.Open(dir)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	forms := bytesUnder(t, filepath.Join(dir, app.FormsDir))
	for _, u := range p.Units {
		if forms[u.ID+".xlsx"] == "" {
			t.Errorf("%s has no form", u.ID)
		}
	}
	out := built(t, dir)
	if len(out.Files) != 4 || out.Annex.Complete || len(out.Sent) > 0 || out.Notes != nil {
		t.Errorf("wrote %v, sent %v, told %v", out.Files, out.Sent, out.Notes)
	}
	for _, u := range out.Annex.Units {
		if u.Status != assess.UnitMissing {
			t.Errorf("%s is %s", u.ID, u.Status)
		}
	}

	before := bytesUnder(t, dir)
	if _, err := app.Init(context.Background(), dir, "kien-an-2022"); !errors.Is(err, app.ErrNotEmpty) {
		t.Errorf("a second time: %v", err)
	}
	if after := bytesUnder(t, dir); len(after) != len(before) || after[app.OfficeFile] != before[app.OfficeFile] {
		t.Error("the folder changed")
	}
}

// However far a run came that was killed, the next makes the whole folder; and
// until then it is no working folder.
func TestAFolderIsMadeWholeWhateverAnEarlierRunLeft(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	model := t.TempDir() // empty, and there already
	if _, err := app.Init(ctx, model, "kien-an-2022"); err != nil {
		t.Fatal(err)
	}
	want := bytesUnder(t, model)
	begun, moving := filepath.Join(t.TempDir(), "quan 1"), t.TempDir()
	put(t, filepath.Join(begun, ".dang-tao", app.ResolutionFile), "half")
	whole := filepath.Join(moving, ".dang-tao-xong")
	if err := os.CopyFS(whole, os.DirFS(model)); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(whole, app.FormsDir), filepath.Join(moving, app.FormsDir)); err != nil {
		t.Fatal(err)
	}
	for dir, resumed := range map[string]error{begun: nil, moving: app.ErrResumed} {
		if _, _, err := app.Open(dir); !errors.As(err, new(*app.NotAFolder)) {
			t.Errorf("%s is a working folder already: %v", dir, err)
		}
		if _, err := app.Init(ctx, dir, "kien-an-2022"); !errors.Is(err, resumed) {
			t.Fatal(err)
		}
		if got := bytesUnder(t, dir); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %d files, %d wanted", dir, len(got), len(want))
		}
	}
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	none := filepath.Join(t.TempDir(), "quan")
	if _, err := app.Init(stopped, none, "kien-an-2022"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := os.Stat(none); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of an interrupted run something is left: %v", err)
	}
}

// A run was killed when all was made and nothing in its place yet. The next one is
// told another folder, or a list of units, and makes what it is told.
func TestAnotherWayToBeginAfterARunThatWasKilled(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	last, _ := copyExample(t)
	model, list := filepath.Join(t.TempDir(), "quan"), filepath.Join(t.TempDir(), "don-vi.csv")
	carried, err := app.Init(ctx, model, last)
	if err != nil || carried == nil {
		t.Fatal(carried, err)
	}
	put(t, list, "TT;Tên đơn vị\n1;Công an quận\n2;Chi cục Thuế\n")
	killed := func() string {
		dir := t.TempDir()
		put(t, filepath.Join(dir, ".dang-tao-xong", app.ResolutionFile), "of the run that was killed")
		put(t, filepath.Join(dir, ".dang-tao", app.OfficeFile), "of one before")
		return dir
	}
	dir := killed()
	got, err := app.Init(ctx, dir, last)
	if err != nil || got == nil || got.Year != carried.Year || len(got.Changes) != len(carried.Changes) {
		t.Fatalf("%+v, %v", got, err)
	}
	if !reflect.DeepEqual(bytesUnder(t, dir), bytesUnder(t, model)) {
		t.Error("the folder is another than one made in peace")
	}
	dir = killed()
	units, err := app.InitUnits(ctx, dir, list)
	if err != nil || len(units.Units) != 2 {
		t.Fatal(units, err)
	}
	if made := bytesUnder(t, dir); len(made) != 1 || !strings.Contains(made[app.OfficeFile], "Công an quận") {
		t.Errorf("made %v", made)
	}
}

// Several people begin in one folder at once, each in another way: one of them has
// made it, whole, and the others are told that there is something.
func TestSeveralBeginAtOnce(t *testing.T) {
	t.Parallel()
	list, model := filepath.Join(t.TempDir(), "don-vi.csv"), t.TempDir()
	put(t, list, "TT;Tên đơn vị\n1;Công an quận\n2;Chi cục Thuế\n")
	if _, err := app.Init(t.Context(), model, "kien-an-2022"); err != nil {
		t.Fatal(err)
	}
	want := bytesUnder(t, model)
	dir := filepath.Join(t.TempDir(), "quan")
	var made [6]bool
	var wg sync.WaitGroup
	for i := range made {
		wg.Go(func() {
			var err error
			if i%2 == 0 {
				_, err = app.Init(t.Context(), dir, "kien-an-2022")
			} else {
				_, err = app.InitUnits(t.Context(), dir, list)
			}
			if made[i] = err == nil; err != nil && !errors.Is(err, app.ErrNotEmpty) {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	count := 0
	for i, done := range made {
		if !done {
			continue
		}
		count++
		got := bytesUnder(t, dir)
		if i%2 == 0 && !reflect.DeepEqual(got, want) || i%2 == 1 && len(got) != 1 {
			t.Errorf("%d made %d files", i, len(got))
		}
	}
	if count != 1 {
		t.Errorf("%d of them have made it", count)
	}
}

// Somebody put an own office file there after a run had been killed: it stays, and
// so does what that run made.
func TestWhatIsFinishedOverwritesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, ".dang-tao-xong", app.OfficeFile), "made")
	put(t, filepath.Join(dir, ".dang-tao-xong", app.ResolutionFile), "made")
	put(t, filepath.Join(dir, app.OfficeFile), "theirs")
	before := bytesUnder(t, dir)
	if _, err := app.Init(t.Context(), dir, "kien-an-2022"); !errors.Is(err, app.ErrNotEmpty) {
		t.Error(err)
	}
	if got := bytesUnder(t, dir); !reflect.DeepEqual(got, before) {
		t.Errorf("%v", got)
	}
}

func TestAFolderCannotBeMadeFromNothingOrInAFilesPlace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, from := range []string{"khong-co", "../examples", ""} {
		if _, err := app.Init(context.Background(), filepath.Join(dir, "quan"), from); !errors.Is(err,
			app.ErrNoExample) {
			t.Errorf("from %q: %v", from, err)
		}
	}
	file := filepath.Join(dir, "tep")
	put(t, file, "x")
	if _, err := app.Init(context.Background(), file, "kien-an-2022"); err == nil || errors.Is(err, app.ErrNotEmpty) {
		t.Errorf("in a file's place: %v", err)
	}
	if contentOf(t, file) != "x" {
		t.Error("the file is gone")
	}
}

// Every command is told what is wrong with the folder and writes nothing.
func TestAFolderThatIsNoWorkingFolder(t *testing.T) {
	t.Parallel()
	empty, broken, odd := t.TempDir(), filepath.Join(t.TempDir(), "b"), filepath.Join(t.TempDir(), "c")
	copyInputs(t, broken)
	put(t, filepath.Join(broken, app.ResolutionFile), "[resolution]\nyear = \"hai nghìn\"\n")
	copyInputs(t, odd)
	put(t, filepath.Join(odd, "nam-truoc", "ket-qua.json", "x"), "a folder in its place")
	ctx := context.Background()
	commands := map[string]func(dir string) error{
		"build":   func(dir string) error { _, err := app.Build(ctx, dir, nil); return err },
		"check":   func(dir string) error { _, err := app.Check(ctx, dir, nil); return err },
		"trace":   func(dir string) error { _, err := app.Judge(ctx, dir, nil); return err },
		"remind":  func(dir string) error { _, err := app.Remind(ctx, dir, nil); return err },
		"forms":   func(dir string) error { _, err := app.Forms(context.Background(), dir); return err },
		"mail":    func(dir string) error { _, err := app.Mail(context.Background(), dir); return err },
		"inspect": func(dir string) error { _, err := app.Inspect(ctx, filepath.Join(dir, "x.csv"), dir); return err },
	}
	for name, run := range commands {
		var none *app.NotAFolder
		if err := run(empty); !errors.As(err, &none) || !strings.Contains(err.Error(), empty) {
			t.Errorf("%s of an empty folder: %v", name, err)
		}
		var invalid *app.InvalidPlan
		if err := run(broken); !errors.As(err, &invalid) || len(invalid.Problems) == 0 || err.Error() == "" {
			t.Errorf("%s of a broken resolution: %v", name, err)
		}
		var path *fs.PathError
		if err := run(odd); name != "mail" && !errors.As(err, &path) {
			t.Errorf("%s with a folder in the place of last year's report: %v", name, err)
		}
	}
	for _, dir := range []string{broken, odd} {
		for _, made := range []string{app.ReportDir, app.FormsDir, app.JournalDir, app.CorrectionDir} {
			if _, err := os.Stat(filepath.Join(dir, made)); err == nil {
				t.Errorf("%s was made", made)
			}
		}
	}
	if len(bytesUnder(t, empty)) > 0 {
		t.Error("something was written into a folder that is none of ours")
	}
}

// A drop folder that is not there is a warning, and one that is a file too.
func TestWithoutADropFolderTheReportIsADraft(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	if err := os.RemoveAll(drop); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		r := judged(t, dir)
		if problemsOf(r, "B103") != 1 || r.Complete {
			t.Errorf("complete: %v, problems %v", r.Complete, r.Problems)
		}
		put(t, drop, "a file in its place")
	}
}

// Last year's report stands in nam-truoc: its figures are used. One that is
// damaged, or of another year, is said, and this year's figures are what they
// were.
func TestLastYearsReport(t *testing.T) {
	t.Parallel()
	without := judged(t, exampleDir)
	dir, _ := copyExample(t)
	last := filepath.Join(dir, filepath.FromSlash("nam-truoc/ket-qua.json"))
	report := contentOf(t, filepath.Join(exampleDir, app.ReportDir, "ket-qua.json"))
	for _, tc := range []struct{ name, content, code string }{
		{"of the year before", strings.Replace(report, `"year": 2022`, `"year": 2021`, 1), ""},
		{"of this year", report, "B704"},
		{"damaged", report[:len(report)/2], "B702"},
	} {
		put(t, last, tc.content)
		r := judged(t, dir)
		if got, want := verdictsOf(r), verdictsOf(without); got != want {
			t.Errorf("%s: the figures changed:\n%s\nwant\n%s", tc.name, got, want)
		}
		for _, code := range []string{"B702", "B704"} {
			if n := problemsOf(r, code); (n == 1) != (code == tc.code) {
				t.Errorf("%s: %d of %s", tc.name, n, code)
			}
		}
		previous := r.Measure("1.1").Previous
		if used := previous != nil; used != (tc.code == "") {
			t.Errorf("%s: last year's figure %v", tc.name, previous)
		}
	}
}

// The office mails its report: the draft carries it and its annex. Without a
// report there is no draft, and the last one stays as it is.
func TestTheReportIsMailed(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	var missing *app.NoReport
	if _, err := app.Mail(context.Background(), dir); !errors.As(err, &missing) ||
		!strings.Contains(err.Error(), "BaoCao-2022.pdf") {
		t.Fatalf("before the first build: %v", err)
	}
	built(t, dir)
	draft, err := app.Mail(context.Background(), dir)
	if err != nil || draft.Complete || filepath.Base(draft.Path) != "thu-bao-cao-2022.eml" {
		t.Fatalf("%+v, %v", draft, err)
	}
	letter := contentOf(t, draft.Path)
	if m, err := mail.ReadMessage(strings.NewReader(letter)); err != nil || m.Header.Get("Subject") == "" {
		t.Errorf("no letter: %v", err)
	}
	for _, name := range []string{"BaoCao-2022.pdf", "PhuLuc-2022.xlsx"} {
		if !strings.Contains(letter, "filename="+name+"\r\n") {
			t.Errorf("%s is not attached", name)
		}
	}
	reports := filepath.Join(dir, app.ReportDir)
	put(t, filepath.Join(reports, "ket-qua.json"), "{")
	if _, err := app.Mail(context.Background(), dir); err == nil || errors.As(err, &missing) {
		t.Errorf("with a damaged result: %v", err)
	}
	if err := os.Remove(filepath.Join(reports, "PhuLuc-2022.xlsx")); err != nil {
		t.Fatal(err)
	}
	if _, err := app.Mail(context.Background(), dir); !errors.As(err, &missing) ||
		!strings.Contains(err.Error(), "PhuLuc-2022.xlsx") {
		t.Errorf("without the annex: %v", err)
	}
	if contentOf(t, draft.Path) != letter {
		t.Error("the draft changed")
	}
}

// The forms of the example are those of its plan, and are made anew byte for
// byte.
func TestFormsAreMadeAnew(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	made, err := app.Forms(context.Background(), dir)
	if err != nil || len(made.Problems) > 0 || len(made.Names) != 23 ||
		made.Names[0] != app.FormsDir+"/ban-to-chuc.xlsx" {
		t.Fatal(made, err)
	}
	for name, form := range bytesUnder(t, filepath.Join(exampleDir, app.FormsDir)) {
		if contentOf(t, filepath.Join(dir, app.FormsDir, name)) != form {
			t.Errorf("%s is another", name)
		}
	}
}

// The date of the report, or the last of its year, is written into the page's
// metadata, and a builder's own in their place.
func TestTheDateInTheMetadata(t *testing.T) {
	dir, _ := copyExample(t)
	page := func() string {
		return contentOf(t, built(t, dir).Files[0].Path)
	}
	usual := page()
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000") // 15 November 2023 in Vietnam
	const date = "<xmp:CreateDate>2023-11-15T05:13:20+07:00<"
	if !strings.Contains(page(), date) || strings.Contains(usual, date) {
		t.Error("SOURCE_DATE_EPOCH is not the date of the page")
	}
	t.Setenv("SOURCE_DATE_EPOCH", "hôm qua")
	if page() != usual {
		t.Error("a date that is none counts")
	}
}

// The reason why a file cannot be opened is given in the user's language, without
// the folders of this machine.
func TestCauses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "tep"), "x")
	_, gone := os.ReadFile(filepath.Join(dir, "khong-co"))
	_, within := os.ReadFile(filepath.Join(dir, "tep", "x"))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, tc := range []struct {
		err error
		vi  string
	}{
		{gone, "không có tệp này"},
		{&fs.PathError{Op: "open", Path: dir, Err: fs.ErrPermission}, "tài khoản đang dùng không có quyền"},
		{ctx.Err(), "đã dừng theo yêu cầu"},
		{within, "trên đường dẫn có một tệp"},
		{errors.New("hết chỗ"), "hết chỗ"},
	} {
		why := app.Cause(tc.err)
		if !strings.Contains(why.Vi, tc.vi) || why.En == "" || strings.Contains(why.In(diag.En), dir) {
			t.Errorf("%v: %v", tc.err, why)
		}
	}
}
