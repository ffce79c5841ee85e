package app_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"baocao/internal/app"
)

// A city builds the reports of its districts: one folder has a plan that cannot be read, one is
// none; the others have the reports that they would have alone. Run again, only what has
// changed is made.
func TestManyFoldersAreBuiltEachOnItsOwn(t *testing.T) {
	t.Parallel()
	here := t.TempDir()
	var dirs []string
	for i := range 4 {
		dir := filepath.Join(here, fmt.Sprintf("quan %d", i+1))
		if err := os.CopyFS(dir, os.DirFS(exampleDir)); err != nil {
			t.Fatal(err)
		}
		for _, made := range []string{app.ReportDir, app.JournalDir} {
			if err := os.RemoveAll(filepath.Join(dir, made)); err != nil {
				t.Fatal(err)
			}
		}
		dirs = append(dirs, dir)
	}
	put(t, filepath.Join(dirs[1], app.OfficeFile), "= [")
	dirs = append(dirs, filepath.Join(here, "khong co"))
	run := func(how app.Many) string {
		states := make([]string, len(dirs))
		app.BuildMany(context.Background(), dirs, how, func(f app.Folder) {
			state := "built"
			switch {
			case f.Err != nil:
				state = "failed"
			case f.Unchanged:
				state = "unchanged"
			}
			states[slices.Index(dirs, f.Dir)] += state
		})
		return strings.Join(states, " ")
	}
	if got := run(app.Many{}); got != "built failed built built failed" {
		t.Error(got)
	}
	want := contentOf(t, filepath.Join(exampleDir, app.ReportDir, "ket-qua.json"))
	for _, dir := range []string{dirs[0], dirs[2], dirs[3]} {
		if got := contentOf(t, filepath.Join(dir, app.ReportDir, "ket-qua.json")); got != want {
			t.Errorf("%s: another report than alone", dir)
		}
	}
	if got := run(app.Many{OnlyChanged: true}); got != "unchanged failed unchanged unchanged failed" {
		t.Error(got)
	}

	// Each of these has to be seen: a return that came, an output that somebody saved anew, a decision.
	put(t, filepath.Join(dirs[0], app.DropDir, "moi.csv"), "Chỉ tiêu;Số\n")
	put(t, filepath.Join(dirs[2], app.ReportDir, "SoLieu-2022.xlsx"), "x")
	decisions := filepath.Join(dirs[3], "quyet-dinh-so-lieu.toml")
	put(t, decisions, contentOf(t, decisions)+"\n# xem lại\n")
	if got := run(app.Many{OnlyChanged: true}); got != "built failed built built failed" {
		t.Error(got)
	}

	// A plan that two of them share is a part of what their reports are made from.
	common := filepath.Join(here, "chung", app.ResolutionFile)
	put(t, common, contentOf(t, filepath.Join(dirs[0], app.ResolutionFile)))
	for _, dir := range dirs[2:4] {
		put(t, filepath.Join(dir, app.ResolutionFile), "[extends]\nplan = \"../chung/nghi-quyet.toml\"\n")
	}
	if got := run(app.Many{OnlyChanged: true}); got != "unchanged failed built built failed" {
		t.Error(got)
	}
	if got := run(app.Many{OnlyChanged: true}); got != "unchanged failed unchanged unchanged failed" {
		t.Error(got)
	}
	put(t, common, contentOf(t, common)+"\n# đã rà soát\n")
	if got := run(app.Many{OnlyChanged: true}); got != "unchanged failed built built failed" {
		t.Error(got)
	}
	var shared *app.SharedFiles
	if _, err := app.Init(context.Background(), filepath.Join(here, "nam sau"), dirs[2]); !errors.As(err, &shared) {
		t.Error("a plan that others use too was moved to the next year:", err)
	}

	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	app.BuildMany(stopped, dirs, app.Many{}, func(f app.Folder) {
		if f.Err == nil {
			t.Error(f.Dir, "was built though all was stopped")
		}
	})
}

// Districts share words and last year's results by links: what changes behind a link is a change.
func TestWhatIsBehindALinkIsAChange(t *testing.T) {
	t.Parallel()
	here := t.TempDir()
	dir, shared := filepath.Join(here, "quan"), filepath.Join(here, "chung")
	if err := os.CopyFS(dir, os.DirFS(exampleDir)); err != nil {
		t.Fatal(err)
	}
	words := filepath.Join(shared, "phu-luc.md")
	put(t, words, "Lời văn chung.")
	put(t, filepath.Join(dir, app.LastYearDir, "ghi-chu.txt"), "x")
	if err := os.MkdirAll(filepath.Join(dir, app.WordingDir), 0o755); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{
		filepath.Join(dir, app.WordingDir, "phu-luc.md"): words,
		filepath.Join(dir, app.LastYearDir, "2020"):      shared,
		filepath.Join(shared, "vong"):                    shared, // a circle
	} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	built := func() (state string) {
		app.BuildMany(t.Context(), []string{dir}, app.Many{OnlyChanged: true}, func(f app.Folder) {
			state = fmt.Sprint(f.Unchanged, f.Err)
		})
		return state
	}
	for _, want := range []string{"false <nil>", "true <nil>"} {
		if got := built(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	put(t, words, "Lời văn chung, viết lại.")
	if got := built(); got != "false <nil>" {
		t.Errorf("the words behind the link changed: %s", got)
	}
	put(t, filepath.Join(shared, "ket-qua.json"), "{}")
	if got := built(); !strings.HasPrefix(got, "false") {
		t.Errorf("a result came behind the link: %s", got)
	}
}

// Three provinces were sent so much that two of them at once would take too much memory: they
// are built one after another.
func TestLargeFoldersAreBuiltOneAfterAnother(t *testing.T) {
	t.Parallel()
	here := t.TempDir()
	var dirs, order []string
	for i := range 3 {
		dir := filepath.Join(here, fmt.Sprintf("tinh %d", i+1))
		copyInputs(t, dir)
		photo := filepath.Join(dir, app.DropDir, "anh.png")
		put(t, photo, "\x89PNG\r\n\x1a\n")
		if err := os.Truncate(photo, 20<<20); err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, dir)
	}
	app.BuildMany(context.Background(), dirs, app.Many{}, func(f app.Folder) {
		if f.Err != nil {
			t.Errorf("%s: %v", f.Dir, f.Err)
		}
		order = append(order, f.Dir)
	})
	if !slices.Equal(order, dirs) {
		t.Errorf("built in the order %v", order)
	}
}
