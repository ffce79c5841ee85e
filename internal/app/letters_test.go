package app_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/fileset"
)

// A clerk pastes from messages and from Word: what the report cannot print is told
// once for each kind of letters, with the cells they stand in, and the report is not
// ready. The senders get their files back; none is told of another's.
func TestLettersThatCannotBePrintedAreToldWithTheirCells(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "phuong")
	must(t, os.CopyFS(dir, os.DirFS(wardDir)))
	must(t, os.RemoveAll(filepath.Join(dir, app.DropDir)))
	office := filepath.Join(dir, app.OfficeFile)
	text, err := os.ReadFile(office)
	must(t, err)
	put(t, office, strings.Replace(string(text), "ĐẢNG ỦY PHƯỜNG", "ĐẢNG ỦY PHƯỜNG\U0001F6A9", 1))
	p, _, err := app.Open(dir)
	must(t, err)
	send(t, p, dir, []filled{
		{"mat-tran", "MTTQ.xlsx", nil, []remark{
			{"xay-dung-dang", achieved, "● Vận động xây mới 06 nhà, đạt 25℃ Ω."},
			{"xay-dung-dang", lacking, "Việc xây dựng mô hình còn chậm \U0001F600\U0001F603."},
		}},
		{"cong-an", "CA.xlsx", nil, []remark{
			{"an-ninh", achieved, "Giữ vững an ninh \U0001F600."},
			{"an-ninh", lacking, "Đơn thư của 漢字 còn tồn ⇒ chuyển quý sau."},
		}},
	})
	out, err := app.Build(t.Context(), dir, nil)
	must(t, err)
	var got []string
	for _, pr := range out.Annex.Problems {
		if pr.Code != "B600" {
			continue
		}
		files := []string{filepath.Base(pr.At.File)}
		for _, at := range pr.Related {
			files = append(files, filepath.Base(at.File))
		}
		got = append(got, pr.Args["class"].(diag.Text).En+" "+pr.Args["letters"].(string)+" "+strings.Join(files, " "))
		if pr.Severity() != diag.Error || pr.At.File != app.OfficeFile && pr.At.Cell == "" {
			t.Errorf("%+v", pr)
		}
	}
	slices.Sort(got)
	want := []string{"Chinese, Japanese or Korean letters U+6F22, U+5B57 CA.xlsx",
		"emoji or pictures U+1F6A9, U+1F600, U+1F603 MTTQ.xlsx CA.xlsx co-quan.toml", "odd signs U+21D2 CA.xlsx"}
	if !slices.Equal(got, want) || out.Annex.Complete {
		t.Errorf("%q, want %q; complete %t", got, want, out.Annex.Complete)
	}
	sent := func(w fileset.Written) bool { return strings.Contains(w.Path, "CA.xlsx") }
	if !slices.ContainsFunc(out.Sent, sent) {
		t.Errorf("the copies: %v", out.Sent)
	}
}
