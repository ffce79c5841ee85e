package app

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/fileset"
	"baocao/internal/render/result"
)

// madeAnew builds a folder as a run over many that goes on does, and tells whether it was
// passed over.
func madeAnew(t *testing.T, dir string) (passed bool) {
	t.Helper()
	BuildMany(t.Context(), []string{dir}, Many{OnlyChanged: true}, func(f Folder) {
		if f.Err != nil {
			t.Fatal(f.Err)
		}
		passed = f.Unchanged
	})
	return passed
}

// The disk was full when the copy for a ward was to be written: the report stands, and the run
// that goes on makes the copy. What is whole is passed over then.
func TestACopyThatIsOwedIsMadeByTheNextRun(t *testing.T) {
	t.Parallel()
	dir := office(t)
	sends(t, dir, "don-vi-b", "khoảng 7")
	out := builtBy(t, dir, func(from, to string) error {
		if strings.Contains(to, CorrectionDir) {
			return &os.PathError{Op: "rename", Path: to, Err: syscall.ENOSPC}
		}
		return os.Rename(from, to)
	})
	place := filepath.Join(dir, CorrectionDir, "don-vi-b", "so-lieu (csv).xlsx")
	if _, err := os.Stat(place); err == nil || len(out.Notes) == 0 {
		t.Fatalf("the copy was made: %v", out.Notes)
	}
	if madeAnew(t, dir) {
		t.Error("the copy is owed, and the folder was passed over")
	}
	if _, err := os.Stat(place); err != nil {
		t.Error(err)
	}
	if !madeAnew(t, dir) {
		t.Error("nothing was owed any more, and the folder was built again")
	}

	// The ward sends what is right: its copy goes, and so does the list of copies.
	sends(t, dir, "don-vi-b", "7")
	if madeAnew(t, dir) || !madeAnew(t, dir) {
		t.Error("what came was not seen, or seen twice")
	}
	if _, err := os.Stat(place); err == nil {
		t.Error("the copy is still there")
	}
}

// A run dies between a report and the receipts that go with it: no line says that it was
// made, so that it is made again.
func TestALineFollowsTheReceipts(t *testing.T) {
	t.Parallel()
	dir := office(t)
	died := "the run died"
	func() {
		defer func() {
			if recover() == nil {
				t.Error("it did not die")
			}
		}()
		_, _ = (*Readings)(nil).build(t.Context(), dir, nil, func(from, to string) error {
			if strings.Contains(to, receiptsDir) {
				panic(died)
			}
			return os.Rename(from, to)
		})
	}()
	past, err := readPast(dir)
	if err != nil || len(past.log.Records) > 0 {
		t.Errorf("a line tells of it: %v, %v", past.log.Records, err)
	}
	if madeAnew(t, dir) {
		t.Error("it was passed over")
	}
}

// A ward's workbook has a password, which comes by telephone: the run that has it reads the
// workbook, though no file changed.
func TestAPasswordThatComesIsTried(t *testing.T) {
	dir := office(t)
	if err := os.Remove(filepath.Join(dir, DropDir, "don-vi-b", "so-lieu.csv")); err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	for i, row := range [][]any{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {1, "Số cây trồng mới", "cây", 7}} {
		if err := f.SetSheetRow("Sheet1", "A"+string('1'+rune(i)), &row); err != nil {
			t.Fatal(err)
		}
	}
	place := filepath.Join(dir, DropDir, "don-vi-b", "so-lieu.xlsx")
	if err := f.SaveAs(place, excelize.Options{Password: "trong-cay"}); err != nil {
		t.Fatal(err)
	}
	if madeAnew(t, dir) || !madeAnew(t, dir) {
		t.Error("without a password it is built once")
	}
	t.Setenv("BAOCAO_PASSWORDS", "trong-cay")
	if madeAnew(t, dir) {
		t.Error("the password was not tried")
	}
	if !madeAnew(t, dir) {
		t.Error("what was read with it was built again")
	}
}

// The summary's place is looked at before thousands of folders are built, and nothing is left
// there.
func TestASummarysPlaceIsTriedFirst(t *testing.T) {
	t.Parallel()
	here := t.TempDir()
	place := filepath.Join(here, "tong-hop", "cac-xa.xlsx")
	if err := TrySummary(place); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(filepath.Dir(place)); err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
	if err := os.Mkdir(place, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, taken := TrySummary(place).(*fileset.PlaceTaken); !taken {
		t.Error("a folder has the summary's place")
	}
	save(t, here, "tep", "x")
	if TrySummary(filepath.Join(here, "tep", "cac-xa.xlsx")) == nil {
		t.Error("a file stands where the folder should")
	}
}

// The summary is open in Excel: the new one goes beside it, which is told, and the one that
// lies there is as it was. Once it is closed the one beside is pointed at.
func TestASummaryThatIsOpenStays(t *testing.T) {
	t.Parallel()
	place := filepath.Join(t.TempDir(), "cac-xa.txt")
	run := func(ward string, rename renaming) string {
		t.Helper()
		rows := []result.Folder{{Dir: ward, State: result.FolderNotReached}}
		at, told, err := writeFolders(t.Context(), place, rows, rename)
		if err != nil {
			t.Fatal(err)
		}
		return filepath.Base(at) + " " + strings.Join(keysOf(told), " ")
	}
	if got := run("xa-1", os.Rename); got != "cac-xa.txt " {
		t.Error(got)
	}
	first, err := os.ReadFile(place)
	if err != nil {
		t.Fatal(err)
	}
	open := func(from, to string) error {
		if from == place || to == place {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: os.ErrPermission}
		}
		return os.Rename(from, to)
	}
	if got := run("xa-2", open); got != "cac-xa (2).txt build.instead" {
		t.Error(got)
	}
	if now, err := os.ReadFile(place); err != nil || string(now) != string(first) {
		t.Errorf("what is open was changed: %v", err)
	}
	if got := run("xa-3", os.Rename); got != "cac-xa.txt many.summary-older" {
		t.Error(got)
	}
}
