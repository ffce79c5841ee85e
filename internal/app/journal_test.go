package app_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/journal"
)

func journalOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, app.JournalDir)); err != nil {
		return nil
	}
	return bytesUnder(t, filepath.Join(dir, app.JournalDir))
}

// Every build notes what came; what it notes never shows in a report, and a file
// that was seen stays known after it is gone.
func TestWhatCameIsRemembered(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	if _, err := app.Check(context.Background(), dir, nil); err != nil {
		t.Fatal(err)
	}
	if journalOf(t, dir) != nil {
		t.Error("check wrote a journal")
	}
	first := built(t, dir)
	noted := journalOf(t, dir)
	receipt := noted["bien-nhan/chi-cuc-thue.txt"]
	if !strings.Contains(receipt, "Thấy lần đầu: ") || !strings.Contains(receipt, "1.086 doanh nghiệp") ||
		noted["bien-nhan/bao-hiem-xa-hoi.txt"] != "" {
		t.Errorf("receipt:\n%s", receipt)
	}
	reports := bytesUnder(t, filepath.Join(dir, app.ReportDir))
	built(t, dir)
	again := journalOf(t, dir)
	for name, data := range noted {
		if name != journal.LogFile && again[name] != data {
			t.Errorf("%s changed though nothing came", name)
		}
	}
	for name, data := range bytesUnder(t, filepath.Join(dir, app.ReportDir)) {
		if reports[name] != data {
			t.Errorf("%s depends on the journal", name)
		}
	}
	if err := os.Remove(filepath.Join(drop, "chi cuc thue.xlsx")); err != nil {
		t.Fatal(err)
	}
	built(t, dir)
	if got := journalOf(t, dir)["bien-nhan/chi-cuc-thue.txt"]; !strings.Contains(got, "không còn trong thư mục nộp") {
		t.Errorf("after the file was taken out:\n%s", got)
	}
	if first.Notes != nil {
		t.Errorf("told %v", first.Notes)
	}
}

// A list that cannot be read may be all that tells when returns came: it is set
// aside and said, and the report is built all the same.
func TestADamagedListOfArrivalsIsKept(t *testing.T) {
	t.Parallel()
	dir, _ := copyExample(t)
	put(t, filepath.Join(dir, app.JournalDir, "tep-da-nhan.json"), "{ cut off")
	out := built(t, dir)
	if len(out.Notes) != 1 || !strings.Contains(out.Notes[0].In(diag.Vi), "tep-da-nhan (2).json") {
		t.Errorf("told %v", out.Notes)
	}
	if data, err := os.ReadFile(filepath.Join(dir, app.JournalDir, "tep-da-nhan (2).json")); err != nil ||
		!bytes.Equal(data, []byte("{ cut off")) {
		t.Errorf("set aside: %q, %v", data, err)
	}
	if out := built(t, dir); out.Notes != nil {
		t.Errorf("the next build is told of it too: %v", out.Notes)
	}
	receipt := filepath.Join(dir, app.JournalDir, "bien-nhan", "chi-cuc-thue.txt")
	if err := os.Remove(receipt); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(receipt, "x"), "a folder in the receipt's place")
	if out := built(t, dir); len(out.Files) != 4 {
		t.Errorf("wrote %v", out.Files)
	}
}
