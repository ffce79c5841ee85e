package app_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/journal"
	"baocao/internal/returns"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// source is the SHA-256 of the file that a marked copy says it is made of.
func source(t *testing.T, dir, name string) string {
	t.Helper()
	data := contentOf(t, filepath.Join(dir, app.CorrectionDir, filepath.FromSlash(name)))
	book, problems := open.Read(context.Background(), name, []byte(data), workbook.DefaultLimits())
	sha, ok := returns.CorrectedFrom(book)
	if !ok {
		t.Fatalf("%s is no marked copy: %v", name, problems)
	}
	return sha
}

func sumOf(content string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(content))) }

// onceRead calls f when all files have been read, before any copy is made.
func onceRead(f func()) app.Progress {
	return func(done, total int) {
		if done == total {
			f()
		}
	}
}

// A ward's file is replaced while the program runs: the report and the copy are
// of the file that was read, and the copy says so.
func TestACopyIsOfTheFileThatWasRead(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	path := filepath.Join(drop, filepath.FromSlash(vanDau))
	was := contentOf(t, path)
	out, err := app.Build(context.Background(), dir, onceRead(func() { put(t, path, "something else") }))
	if err != nil || out.Notes != nil || len(out.Sent) != 1 {
		t.Fatal(out, err)
	}
	if got := source(t, dir, vanDau); got != sumOf(was) {
		t.Errorf("the copy is said to be of %s", got)
	}
}

// largeTable is too large to be kept until the copies are made, where the office
// allows 64 MB; one answer in it cannot be used.
func largeTable() string {
	note := strings.Repeat(".", 30_000)
	return "PHƯỜNG BẮC SƠN;;;\nTT;Chỉ tiêu;ĐVT;Thực hiện năm 2022\n1;Số hộ nghèo;hộ;khoảng 3\n" +
		strings.Repeat(";"+note+";;\n", 150)
}

// A file that was too large to be kept is opened again. One that has changed
// since it was read is not marked, whatever is in it now: its problems are not
// those that were found.
func TestWhatIsOpenedAgainMustBeWhatWasRead(t *testing.T) {
	t.Parallel()
	table := largeTable()
	const file, packed = "bac-son.csv", "gui.zip"
	for _, tc := range []struct {
		name    string
		happens func(t *testing.T, path string)
		want    string
	}{
		{"nothing happens", func(*testing.T, string) {}, ""},
		{"it is changed", func(t *testing.T, path string) {
			put(t, path, strings.Replace(contentOf(t, path), "khoảng 3", "khoảng 4", 1))
		}, "correct.changed"},
		{"it is taken out", func(t *testing.T, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}, "correct.failed"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "quan")
			copyInputs(t, dir)
			drop := filepath.Join(dir, app.DropDir)
			if err := os.RemoveAll(drop); err != nil {
				t.Fatal(err)
			}
			office := filepath.Join(dir, app.OfficeFile)
			put(t, office, contentOf(t, office)+"\n[limits]\nmemory_mb = 64\nseconds = 600\n")
			path := filepath.Join(drop, file)
			put(t, path, table)
			out, err := app.Build(context.Background(), dir, onceRead(func() { tc.happens(t, path) }))
			if err != nil {
				t.Fatal(err)
			}
			if tc.want == "" {
				if out.Notes != nil || source(t, dir, "bac-son (csv).xlsx") != sumOf(table) {
					t.Errorf("told %v", out.Notes)
				}
				return
			}
			if len(out.Notes) != 1 || out.Notes[0].Key != tc.want ||
				out.Notes[0].Args["file"] != app.DropDir+"/"+file || len(out.Sent) > 0 {
				t.Errorf("sent %v, told %v", out.Sent, out.Notes)
			}
			if copies(t, dir) != nil {
				t.Error("there is a copy")
			}
		})
	}
	t.Run("in an archive", func(t *testing.T) {
		t.Parallel()
		dir, drop := copyExample(t)
		office := filepath.Join(dir, app.OfficeFile)
		put(t, office, contentOf(t, office)+"\n[limits]\nmemory_mb = 64\nseconds = 600\n")
		form := contentOf(t, filepath.Join(drop, filepath.FromSlash(vanDau)))
		for _, gone := range []string{vanDau, "phuong/phuong-bac-son.xlsx"} {
			if err := os.Remove(filepath.Join(drop, filepath.FromSlash(gone))); err != nil {
				t.Fatal(err)
			}
		}
		path := filepath.Join(drop, packed)
		put(t, path, zipOf(t, "phuong-van-dau.xlsx", form, file, table))
		out, err := app.Build(context.Background(), dir, onceRead(func() {
			put(t, path, zipOf(t, "phuong-van-dau.xlsx", form, file, table+"x"))
		}))
		if err != nil || len(out.Notes) != 1 || out.Notes[0].Key != "correct.changed" ||
			out.Notes[0].Args["file"] != app.DropDir+"/gui.zip/"+file {
			t.Fatalf("told %v, %v", out.Notes, err)
		}
		// What did not change is marked all the same.
		if got := copies(t, dir); !slices.Equal(got, []string{"gui (zip)/phuong-van-dau.xlsx"}) ||
			source(t, dir, got[0]) != sumOf(form) {
			t.Errorf("copies %v", got)
		}
	})
}

// stopped is a context that is over as soon as a file is there.
type stopped struct {
	context.Context
	once string
}

func (s stopped) Err() error {
	if _, err := os.Stat(s.once); err == nil {
		return context.Canceled
	}
	return nil
}

// Who interrupts when the report is written keeps it. That the copies were not
// made is said; the earlier ones stay, and what came is noted.
func TestAnInterruptAfterTheReportIsWritten(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	built(t, dir)
	reports := filepath.Join(dir, app.ReportDir)
	if err := os.RemoveAll(reports); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(drop, filepath.FromSlash(vanDau))
	mend(t, path, "Số liệu", "G8", "vài hộ", path)
	marked := contentOf(t, filepath.Join(dir, app.CorrectionDir, filepath.FromSlash(vanDau)))

	out, err := app.Build(stopped{context.Background(), filepath.Join(reports, "ket-qua.json")}, dir, nil)
	if err != nil || len(out.Files) != 4 || !out.Interrupted || len(out.Sent) > 0 {
		t.Fatalf("%+v, %v", out, err)
	}
	if len(out.Notes) != 1 || out.Notes[0].Key != "correct.failed" || out.Notes[0].Args["file"] != app.CorrectionDir {
		t.Errorf("told %v", out.Notes)
	}
	if contentOf(t, filepath.Join(dir, app.CorrectionDir, filepath.FromSlash(vanDau))) != marked {
		t.Error("the earlier copy changed")
	}
	if !strings.Contains(contentOf(t, filepath.Join(dir, app.JournalDir, journal.ArrivalsFile)),
		sumOf(contentOf(t, path))) {
		t.Error("the file that came is not noted")
	}
	if out := built(t, dir); out.Interrupted || len(out.Sent) != 1 || out.Notes != nil {
		t.Errorf("the next time: %+v", out)
	}
}

// A ward's second table replaces its first, and neither answers everything. The
// one that counts goes back, for what it has no place for; nobody is asked to mend the
// other, even where it alone has a place for some of what is owed.
func TestAReplacedFileIsNotSentBack(t *testing.T) {
	t.Parallel()
	const head = "PHƯỜNG BẮC SƠN;;;\nTT;Chỉ tiêu;ĐVT;Thực hiện năm 2022\n1;Số hộ nghèo;hộ;"
	for _, tc := range []struct {
		name, first string
	}{
		{"neither has a place", head + "3\n"},
		{"the first has a place", head + "3\n2;Giải quyết việc làm cho lao động;lao động;\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			dir, drop := copyExample(t)
			if err := os.Remove(filepath.Join(drop, "phuong", "phuong-bac-son.xlsx")); err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(drop, "a bac-son.csv"), tc.first)
			put(t, filepath.Join(drop, "bac-son lần 2.csv"), head+"4\n")
			out := built(t, dir)
			for _, u := range out.Annex.Units {
				if u.ID == "phuong-bac-son" && (len(u.Files) != 2 || u.Files[0].Status != returns.StatusReplaced) {
					t.Fatalf("files %v", u.Files)
				}
			}
			want := []string{"bac-son lần 2 (csv).xlsx", vanDau}
			if got := copies(t, dir); !slices.Equal(got, want) {
				t.Errorf("copies %q, want %q", got, want)
			}
		})
	}
}

// A folder of somebody's has a copy's name: it stays, and that is said.
func TestAFolderInACopysPlaceStays(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	held := filepath.Join(dir, app.CorrectionDir, filepath.FromSlash(vanDau))
	put(t, filepath.Join(held, "x"), "held")
	out := built(t, dir)
	if len(out.Files) != 4 || len(out.Sent) != 0 || len(out.Notes) != 1 || out.Notes[0].Key != "correct.failed" {
		t.Fatalf("sent %v, told %v", out.Sent, out.Notes)
	}
	if contentOf(t, filepath.Join(held, "x")) != "held" {
		t.Error("what was there is gone")
	}
}

// The journal cannot be written, for a file has its name: the report stands, and
// what could not be kept is said.
func TestWithoutAJournalTheReportStands(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	put(t, filepath.Join(dir, app.JournalDir), "a file in its place")
	out := built(t, dir)
	var keys []string
	for _, m := range out.Notes {
		keys = append(keys, m.Key)
	}
	if len(out.Files) != 4 || len(out.Sent) > 0 || !slices.Contains(keys, "ledger.failed") ||
		slices.Contains(keys, "correct.failed") || !slices.Contains(keys, "receipt.failed") {
		t.Errorf("wrote %v, sent %v, told %v", out.Files, out.Sent, keys)
	}
	if copies(t, dir) != nil {
		t.Error("a copy that nothing says is ours")
	}
}
