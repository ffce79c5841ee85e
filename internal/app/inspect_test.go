package app_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/disk"
	"baocao/internal/returns"
)

func inspect(t *testing.T, path, dir string) []*app.Inspection {
	t.Helper()
	all, err := app.Inspect(context.Background(), path, dir)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

type observed struct{ Key, Cell, Value string }

// inspected is an inspection as `--json` prints it.
func inspected(t *testing.T, seen *app.Inspection, cells bool) (out struct {
	File, Format, Unit, Status, Dated, Edition, Corrects string
	SHA256                                               string
	Sheets                                               []struct {
		Name       string
		Hidden     bool
		Cells      int
		Last       string
		Merges     []string
		HiddenCols []string `json:"hidden_columns"`
		Values     []struct{ Cell, Kind, Value, Font string }
	}
	Names                []struct{ Name, Sheet, Range string }
	Fonts                []app.FontUse
	Repairs              []struct{ Cell, Before, After string }
	Observations, Others []observed
	Problems             []struct{ Code, Cell, Message, Fix string }
}) {
	t.Helper()
	data, err := json.Marshal(seen.JSON(cells))
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A clerk asks what the program sees in a form: whose it is, what was answered
// in which cell, and what cannot be used.
func TestAFormIsInspected(t *testing.T) {
	t.Parallel()
	path := filepath.Join(exampleDir, app.DropDir, "phuong", "phuong-van-dau.xlsx")
	seen := inspect(t, path, "")
	if len(seen) != 1 {
		t.Fatalf("%d contents", len(seen))
	}
	out := inspected(t, seen[0], true)
	if out.File != app.DropDir+"/phuong/phuong-van-dau.xlsx" || out.Format != "xlsx" || out.Unit != "phuong-van-dau" ||
		out.Status != string(returns.StatusFaulty) || len(out.SHA256) != 64 {
		t.Errorf("%s: %s of %s is %s, %s", out.File, out.Format, out.Unit, out.Status, out.SHA256)
	}
	figures := out.Sheets[0]
	if figures.Name != "Số liệu" || figures.Hidden || figures.Last != "J14" || len(figures.Merges) != 5 ||
		!slices.Equal(figures.HiddenCols, []string{"A", "J"}) || len(figures.Values) != figures.Cells {
		t.Errorf("the sheet is %+v", figures)
	}
	if !out.Sheets[len(out.Sheets)-1].Hidden {
		t.Error("the sheet with the form's marking is shown")
	}
	i := slices.IndexFunc(out.Observations, func(o observed) bool { return o.Key == "12.value" })
	if i < 0 || out.Observations[i].Cell != "G8" || out.Observations[i].Value != "0" {
		t.Errorf("observations %v", out.Observations)
	}
	if len(out.Problems) != 1 || out.Problems[0].Code != "B313" || out.Problems[0].Cell != "G7" ||
		out.Problems[0].Fix == "" {
		t.Errorf("problems %v", out.Problems)
	}
	if len(out.Names) == 0 || out.Fonts[0].Font != "Times New Roman" {
		t.Errorf("names %v, fonts %v", out.Names, out.Fonts)
	}
	if out = inspected(t, seen[0], false); out.Sheets[0].Values != nil {
		t.Error("cells nobody asked for")
	}
}

// A file from a stick is inspected against the folder that is named; without
// one only its cells are told.
func TestAFileFromElsewhereIsInspected(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "Phường Bắc Sơn lần 2.csv")
	put(t, path, "Ngày báo cáo: 20/12/2022\nTT;Chỉ tiêu;ĐVT;Thực hiện năm 2022\n1;Số hộ nghèo;hộ;không phát sinh\n"+
		"2;T\u00FB l\u00D6 h\u00E9 ngh\u00CCo;%;1,25\n")
	seen := inspect(t, path, "")[0]
	if out := inspected(t, seen, false); seen.Plan != nil || out.Unit != "" || out.Format != "csv" ||
		out.Observations == nil || len(out.Observations) > 0 {
		t.Errorf("without a folder: %+v", out)
	}
	out := inspected(t, inspect(t, path, exampleDir)[0], false)
	if out.Unit != "phuong-bac-son" || out.Edition != "lần 2" || out.Dated != "2022-12-20" ||
		out.File != filepath.Base(path) {
		t.Errorf("with a folder: %+v", out)
	}
	if len(out.Repairs) != 1 || out.Repairs[0].After != "Tỷ lệ hộ nghèo" {
		t.Errorf("repairs %v", out.Repairs)
	}
	if !slices.ContainsFunc(out.Observations, func(o observed) bool { return o.Value == "nil" }) {
		t.Errorf("observations %v", out.Observations)
	}
}

// Every file in an archive is inspected; of an archive that cannot be opened it
// is told whose it is and why.
func TestAnArchiveIsInspected(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	form := contentOf(t, filepath.Join(drop, filepath.FromSlash(vanDau)))
	gui, empty := filepath.Join(drop, "gui.zip"), filepath.Join(drop, "Phường Lãm Hà.zip")
	put(t, gui, zipOf(t, "t/phuong-van-dau.xlsx", form, "thu.txt", "Kính gửi\n", "Thumbs.db", "x"))
	put(t, empty, zipOf(t, "Thumbs.db", "x"))
	var got []string
	for _, seen := range inspect(t, gui, "") {
		file := strings.TrimPrefix(seen.File, app.DropDir)
		got = append(got, file+" "+seen.Return.Unit+" "+string(seen.Return.Status))
	}
	want := []string{"/gui.zip/t/phuong-van-dau.xlsx phuong-van-dau faulty", "/gui.zip/thu.txt  unknown"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	seen := inspect(t, empty, dir)
	if len(seen) != 1 || seen[0].Book != nil ||
		seen[0].Return.Unit != "phuong-lam-ha" || seen[0].Return.Status != returns.StatusUnreadable ||
		len(seen[0].Problems) != 1 || seen[0].Problems[0].Code != "B134" {
		t.Errorf("%+v", seen[0])
	}
	elsewhere := filepath.Join(t.TempDir(), "a.zip")
	put(t, elsewhere, contentOf(t, empty))
	if seen := inspect(t, elsewhere, ""); len(seen) != 1 || seen[0].Plan != nil || len(seen[0].Problems) != 1 {
		t.Errorf("%+v", seen[0])
	}
}

func TestWhatCannotBeInspected(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	_, err := app.Inspect(context.Background(), filepath.Join(dir, "khong-co.xlsx"), "")
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	_, err = app.Inspect(context.Background(), dir, "")
	var special *disk.NotAFile
	if !errors.As(err, &special) || !strings.Contains(app.Cause(err).Vi, "thư mục") {
		t.Errorf("a folder: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	path := filepath.Join(exampleDir, app.DropDir, "Ban To chuc.xlsx")
	if all, err := app.Inspect(ctx, path, ""); !errors.Is(err, context.Canceled) || all != nil {
		t.Errorf("interrupted: %v, %v", all, err)
	}
}
