package app_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/correction"
	"baocao/internal/diag"
	"baocao/internal/render/result"
	"baocao/internal/returns"
)

func built(t *testing.T, dir string) *app.Outcome {
	t.Helper()
	out, err := app.Build(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// copies are the files that wait for their senders.
func copies(t *testing.T, dir string) []string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, app.CorrectionDir)); err != nil {
		return nil
	}
	var names []string
	for name := range bytesUnder(t, filepath.Join(dir, app.CorrectionDir)) {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// mend opens a copy as its sender does, types into one cell and saves it.
func mend(t *testing.T, from, sheet, cell string, value any, to string) {
	t.Helper()
	f, err := excelize.OpenFile(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.SetCellValue(sheet, cell, value); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(to); err != nil {
		t.Fatal(err)
	}
}

func problemsOf(r *result.Result, code string) int {
	n := 0
	for _, p := range r.Problems {
		if p.Code == code {
			n++
		}
	}
	return n
}

const vanDau = "phuong/phuong-van-dau.xlsx"

// A ward wrote "khoảng 350". It gets its own workbook back with that cell
// marked, types the number, and what it sends is the new version.
func TestAFaultyFileGoesBackAndComesMended(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	before := bytesUnder(t, drop)
	out := built(t, dir)
	if got := copies(t, dir); !slices.Equal(got, []string{vanDau}) || len(out.Sent) != 1 || out.Notes != nil {
		t.Fatalf("copies %v, told %v", got, out.Notes)
	}
	marked := filepath.Join(dir, app.CorrectionDir, filepath.FromSlash(vanDau))
	f, err := excelize.OpenFile(marked)
	if err != nil {
		t.Fatal(err)
	}
	if name := f.GetSheetName(0); name != correction.SheetName {
		t.Errorf("the first sheet is %q", name)
	}
	rows, err := f.GetRows(correction.SheetName)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, row := range rows {
		text += strings.Join(row, "|") + "\n"
	}
	if !strings.Contains(text,
		"Số liệu|G7|«khoảng 350» là con số ước chừng, không phải kết quả chính xác.|Ghi con số chính xác.|11.1|") ||
		strings.Contains(text, "Hỏi đơn vị") {
		t.Errorf("the list:\n%s", text)
	}
	comments, err := f.GetComments("Số liệu")
	if err != nil || len(comments) != 1 || comments[0].Cell != "G7" {
		t.Errorf("comments %v, %v", comments, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}

	mend(t, marked, "Số liệu", "G7", 350, filepath.Join(drop, "nop lai.xlsx"))
	out = built(t, dir)
	if got := copies(t, dir); got != nil {
		t.Errorf("the copy is still there: %v", got)
	}
	r := judged(t, dir)
	if problemsOf(r, "B313") != 0 || problemsOf(r, "B233") != 1 {
		t.Errorf("problems %v", r.Problems)
	}
	m := r.Measure("11.1")
	i := slices.IndexFunc(m.Sources, func(s result.Source) bool { return s.Unit == "phuong-van-dau" })
	if i < 0 || *m.Sources[i].Value != "350" || m.Sources[i].File != "1-nop-vao-day/nop lai.xlsx" {
		t.Errorf("11.1 is %+v", m.Sources)
	}
	if len(r.Versions) != 1 || r.Versions[0].Value != "không dùng được" || r.Versions[0].Used.Value != "350" {
		t.Errorf("versions %+v", r.Versions)
	}
	after := bytesUnder(t, drop)
	for name, data := range before {
		if after[name] != data {
			t.Errorf("the build changed %s", name)
		}
	}
	if len(out.Sent) != 0 {
		t.Errorf("sent back again: %v", out.Sent)
	}
}

// Files in an archive and in other formats come back as .xlsx under a name of
// their own; what is unreadable or of nobody we know does not come back.
func TestCopiesOfAllKindsOfFiles(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	form, err := os.ReadFile(filepath.Join(drop, filepath.FromSlash(vanDau)))
	if err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{vanDau, "phuong/phuong-bac-son.xlsx"} {
		if err := os.Remove(filepath.Join(drop, filepath.FromSlash(gone))); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(drop, "gui.zip"), zipOf(t, "thang 12/phuong-van-dau.xlsx", string(form), "la.csv", "x"))
	put(t, filepath.Join(drop, "phuong-bac-son.csv"), "TT;Chỉ tiêu;ĐVT;Thực hiện năm 2022\n1;Số hộ nghèo;hộ;khoảng 3\n")
	put(t, filepath.Join(drop, "phuong-lam-ha lần 2.xlsx"), "PK\x03\x04 hỏng")
	out := built(t, dir)
	want := []string{"gui (zip)/thang 12/phuong-van-dau.xlsx", "phuong-bac-son (csv).xlsx"}
	if got := copies(t, dir); !slices.Equal(got, want) {
		t.Errorf("copies %q, want %q; told %v", got, want, out.Notes)
	}
	put(t, filepath.Join(drop, "lam ha.csv"),
		"PHƯỜNG LÃM HÀ;;;\nTT;Chỉ tiêu;ĐVT;Thực hiện năm 2022\n1;Số hộ nghèo;hộ;3\n")
	built(t, dir)
	f, err := excelize.OpenFile(filepath.Join(dir, app.CorrectionDir, "lam ha (csv).xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(correction.SheetName)
	if err != nil || !strings.Contains(fmt.Sprint(rows), "0 trong «phuong-lam-ha.xlsx»") ||
		strings.Contains(fmt.Sprint(rows), app.DropDir) {
		t.Errorf("what the ward is told: %v, %v", rows, err)
	}
	if err := os.Remove(filepath.Join(drop, "lam ha.csv")); err != nil {
		t.Fatal(err)
	}
	mend(t, filepath.Join(dir, app.CorrectionDir, "phuong-bac-son (csv).xlsx"), "phuong-bac-son", "D2", 0,
		filepath.Join(drop, "phuong-bac-son (csv).xlsx"))
	if r := judged(t, dir); problemsOf(r, "B313") != 1 {
		t.Errorf("after the .csv was mended: %+v", r.Problems)
	}
}

// A copy that somebody works on where it lies is neither overwritten nor removed.
func TestACopyThatIsWorkedOnIsLeftAlone(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	built(t, dir)
	marked := filepath.Join(dir, app.CorrectionDir, filepath.FromSlash(vanDau))
	mend(t, marked, "Số liệu", "G7", 350, marked)
	work, err := os.ReadFile(marked)
	if err != nil {
		t.Fatal(err)
	}
	untouched := func(when string, out *app.Outcome) {
		t.Helper()
		now, err := os.ReadFile(marked)
		if err != nil || !bytes.Equal(now, work) {
			t.Errorf("%s: the work is gone (%v)", when, err)
		}
		if len(out.Notes) != 1 || !strings.Contains(out.Notes[0].In(diag.Vi), vanDau) {
			t.Errorf("%s: told %v", when, out.Notes)
		}
	}
	untouched("while the file is faulty", built(t, dir))
	if err := os.Remove(filepath.Join(drop, filepath.FromSlash(vanDau))); err != nil {
		t.Fatal(err)
	}
	untouched("when it is faulty no more", built(t, dir))
}

// A run was killed while it replaced a copy: whichever of the two is there is
// known to be the program's own.
func TestACopyLeftByAKilledRunIsReplaced(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	built(t, dir)
	marked := filepath.Join(dir, app.CorrectionDir, filepath.FromSlash(vanDau))
	old, err := os.ReadFile(marked)
	if err != nil {
		t.Fatal(err)
	}
	form := filepath.Join(drop, filepath.FromSlash(vanDau))
	mend(t, form, "Số liệu", "G8", "vài hộ", form)
	built(t, dir)
	fresh, err := os.ReadFile(marked)
	if err != nil || bytes.Equal(fresh, old) {
		t.Fatalf("the copy is as it was (%v)", err)
	}
	for _, left := range [][]byte{old, fresh} {
		put(t, marked, string(left))
		put(t, filepath.Join(dir, app.JournalDir, "ban-can-sua.json"),
			fmt.Sprintf(`{"3-can-sua/%s": ["%x", "%x"]}`, vanDau, sha256.Sum256(old), sha256.Sum256(fresh)))
		out := built(t, dir)
		if now, err := os.ReadFile(marked); err != nil || !bytes.Equal(now, fresh) || out.Notes != nil {
			t.Errorf("told %v, %v", out.Notes, err)
		}
	}
}

// The list of copies may say anything; nothing outside the folder of copies is
// ever removed.
func TestAListOfCopiesCannotReachOutside(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	victim := filepath.Join(drop, "Ban To chuc.xlsx")
	data, err := os.ReadFile(victim)
	if err != nil {
		t.Fatal(err)
	}
	sum := ""
	for _, u := range judged(t, dir).Units {
		for _, f := range u.Files {
			if strings.HasSuffix(f.File, "Ban To chuc.xlsx") {
				sum = f.SHA256
			}
		}
	}
	put(t, filepath.Join(dir, app.JournalDir, "ban-can-sua.json"),
		`{"3-can-sua/../1-nop-vao-day/Ban To chuc.xlsx": ["`+sum+`"],
		"1-nop-vao-day/Ban To chuc.xlsx": ["`+sum+`"], "/etc/passwd": []}`)
	built(t, dir)
	if now, err := os.ReadFile(victim); err != nil || !bytes.Equal(now, data) {
		t.Errorf("an input was removed: %v", err)
	}
	put(t, filepath.Join(dir, app.JournalDir, "ban-can-sua.json"), `not a list`)
	if out := built(t, dir); len(copies(t, dir)) != 1 {
		t.Errorf("with a damaged list: %v", out.Notes)
	}
}

// Every file that goes back is read as a return of the same unit and the same
// answers: marking changes nothing that is read.
func TestMarkingChangesNothingThatIsRead(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	first := built(t, dir)
	data, err := os.ReadFile(filepath.Join(dir, app.CorrectionDir, filepath.FromSlash(vanDau)))
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(drop, filepath.FromSlash(vanDau)), string(data))
	second := built(t, dir)
	for i, u := range second.Annex.Units {
		was := first.Annex.Units[i]
		if u.Status != was.Status || !slices.Equal(u.Owes, was.Owes) {
			t.Errorf("%s: %s %v, was %s %v", u.ID, u.Status, u.Owes, was.Status, was.Owes)
		}
		for _, f := range u.Files {
			if f.Status == returns.StatusUnknown || f.Status == returns.StatusConflict {
				t.Errorf("%s is %s", f.File, f.Status)
			}
		}
	}
}

// Each blank cell is marked, and told of by itself.
func TestBlankCellsAreMarked(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	form := filepath.Join(drop, "Ban To chuc.xlsx")
	mend(t, form, "Số liệu", "G7", nil, form)
	mend(t, form, "Số liệu", "G9", nil, form)
	built(t, dir)
	f, err := excelize.OpenFile(filepath.Join(dir, app.CorrectionDir, "Ban To chuc.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	comments, err := f.GetComments("Số liệu")
	if err != nil || len(comments) != 2 {
		t.Fatalf("%v, %v", comments, err)
	}
	for i, cell := range []string{"G7", "G9"} {
		text := comments[i].Text
		for _, run := range comments[i].Paragraph {
			text += run.Text
		}
		if comments[i].Cell != cell ||
			!strings.HasPrefix(text, "Ô này phải điền nhưng đang để trống.\nCách sửa: Điền số") {
			t.Errorf("%s: %q", comments[i].Cell, text)
		}
	}
}

// A faulty file has a password. A copy would have none: it is made only where the
// office has said so, as a plain rendition, and the office is told that its looks
// are lost.
func TestACopyOfAProtectedFileHasToBeAskedFor(t *testing.T) {
	t.Setenv("BAOCAO_PASSWORDS", "mật khẩu")
	dir, drop := copyExample(t)
	built(t, dir) // the copy from before it had a password goes
	form := filepath.Join(drop, filepath.FromSlash(vanDau))
	f, err := excelize.OpenFile(form)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(form, excelize.Options{Password: "mật khẩu"}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if out := built(t, dir); len(out.Sent) != 0 || len(out.Notes) != 1 || out.Notes[0].Key != "correct.protected" {
		t.Fatalf("sent %v, told %v", out.Sent, out.Notes)
	}
	if left := copies(t, dir); left != nil {
		t.Errorf("copies %v", left)
	}
	receipt := contentOf(t, filepath.Join(dir, app.JournalDir, "bien-nhan", "phuong-van-dau.txt"))
	if !strings.Contains(receipt, "khoảng 350") {
		t.Errorf("the receipt does not list the fault:\n%s", receipt)
	}
	if r := reminded(t, dir); len(r.Drafts) != 2 || len(r.Drafts[1].Attached) != 1 {
		t.Errorf("reminders %+v", r.Drafts)
	}

	office := filepath.Join(dir, app.OfficeFile)
	put(t, office, strings.Replace(contentOf(t, office), "[mail]\n", "[mail]\nprotected_copies = true\n", 1))
	out := built(t, dir)
	if len(out.Sent) != 1 || len(out.Notes) != 1 || out.Notes[0].Key != "correct.plain" {
		t.Fatalf("sent %v, told %v", out.Sent, out.Notes)
	}
	mend(t, out.Sent[0].Path, "Số liệu", "G7", 350, filepath.Join(drop, "nop lai.xlsx"))
	if r := judged(t, dir); problemsOf(r, "B313") != 0 || problemsOf(r, "B233") != 1 {
		t.Errorf("once it is mended: %+v", r.Problems)
	}
}
