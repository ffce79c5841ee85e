package inbox

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"baocao/internal/workbook"
)

func packed(t *testing.T, files ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// told is a content in a line.
func told(c Content) string {
	code := ""
	for _, p := range c.Problems {
		code += p.Code
	}
	if errors.Is(c.Err, fs.ErrNotExist) {
		code = "gone"
	}
	if c.Data != nil && c.SHA256 != Sum(c.Data) {
		code = "another file's sum"
	}
	return fmt.Sprintf("%s in %s: %d %q%s", strings.TrimPrefix(c.File, Folder+"/"),
		strings.TrimPrefix(c.In, Folder+"/"), len(c.SHA256), c.Data, code)
}

// Files, archives and what cannot be opened come one after another in the order
// of the list, and every time the same.
func TestEveryContentIsSeenOnceAndInOrder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	drop(t, dir, "b.csv", "b")
	drop(t, dir, "a.zip", packed(t, "z.csv", "z", "Thumbs.db", "x", "trong/~$y.xlsx", "x", "trong/y.csv", "y", "c.zip",
		packed(t, "w.csv", "w")))
	drop(t, dir, "cut.zip", packed(t, "z.csv", "z")[:30])
	drop(t, dir, "empty.zip", packed(t, "Thumbs.db", "x"))
	drop(t, dir, "none.csv", "")
	drop(t, dir, "taken away.csv", "x")
	for i := range 20 {
		drop(t, dir, fmt.Sprintf("n/%02d.csv", i), fmt.Sprint(i))
	}
	files, _, err := List(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, Folder, "taken away.csv")); err != nil {
		t.Fatal(err)
	}
	want := []string{
		`a.zip/c.zip/w.csv in a.zip: 64 "w"`, `a.zip/trong/y.csv in a.zip: 64 "y"`, `a.zip/z.csv in a.zip: 64 "z"`,
		`b.csv in b.csv: 64 "b"`, `cut.zip in cut.zip: 64 ` + fmt.Sprintf("%q", packed(t, "z.csv", "z")[:30]),
		`empty.zip in empty.zip: 64 ""B134`,
	}
	for i := range 20 {
		want = append(want, fmt.Sprintf(`n/%02d.csv in n/%02[1]d.csv: 64 "%[1]d"`, i))
	}
	want = append(want, `none.csv in none.csv: 64 ""`, `taken away.csv in taken away.csv: 0 ""gone`)
	for range 3 {
		behind := 0
		got, err := Walk(context.Background(), files, workbook.DefaultLimits(), told, func(n int) {
			if behind++; n != behind {
				t.Errorf("%d files are said to be behind, %d are", n, behind)
			}
		})
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%v, got\n%s\nwant\n%s", err, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if behind != len(files) {
			t.Errorf("told of %d files, there are %d", behind, len(files))
		}
	}
}

// An archive of more than the office allows is not unpacked: it is one content,
// and the reader of workbooks says why it cannot be read.
func TestAnArchiveIsUnpackedWithinTheLimits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	drop(t, dir, "a.zip", packed(t, "a.csv", strings.Repeat("1;2\n", 1000), "b.csv", "x"))
	files, _, err := List(dir)
	if err != nil {
		t.Fatal(err)
	}
	lim := workbook.DefaultLimits()
	lim.MaxUncompressed = 3999
	got, err := Walk(context.Background(), files, lim, told, nil)
	if err != nil || len(got) != 1 || !strings.HasPrefix(got[0], "a.zip in a.zip: ") {
		t.Errorf("%q, %v", got, err)
	}
	lim.MaxUncompressed = 4001
	if got, err := Walk(context.Background(), files, lim, told, nil); err != nil || len(got) != 2 {
		t.Errorf("%q, %v", got, err)
	}
}

// Who interrupts gets nothing, and what is not opened yet is not opened.
func TestAnInterruptedWalkGivesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i := range 200 {
		drop(t, dir, fmt.Sprintf("%03d.csv", i), "x")
	}
	files, _, err := List(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	opened := 0
	got, err := Walk(ctx, files, workbook.DefaultLimits(), told, func(n int) {
		opened = n
		cancel()
	})
	if !errors.Is(err, context.Canceled) || got != nil || opened == len(files) {
		t.Errorf("%d contents of %d opened files, %v", len(got), opened, err)
	}
	if got, err := Walk(context.Background(), nil, workbook.DefaultLimits(), told, nil); err != nil || got != nil {
		t.Errorf("of no files: %v, %v", got, err)
	}
}

// What only looks like a file has no content, and it is said why; whoever names
// a workbook like a link of Google Drive still sent a workbook.
func TestWhatOnlyLooksLikeAFileIsNamed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	link := `{"doc_id": "1x"}`
	drop(t, dir, "a.GSheet", link)
	drop(t, dir, "b.gsheet", "PK\x03\x04")
	drop(t, dir, "c.xlsx", strings.Repeat("\x00", 5000))
	drop(t, dir, "d.zip", packed(t, "e.gsheet", link, "f.csv", "f", "g.lnk", "x", "h.tmp", "x", "~$f.csv", "x"))
	files, _, err := List(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{`a.GSheet in a.GSheet: 64 ""B107`, `b.gsheet in b.gsheet: 64 "PK\x03\x04"`,
		`c.xlsx in c.xlsx: 64 ""B108`,
		`d.zip/e.gsheet in d.zip: 64 ""B107B106`, `d.zip/f.csv in d.zip: 64 "f"`}
	got, err := Walk(context.Background(), files, workbook.DefaultLimits(), told, nil)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, got\n%s\nwant\n%s", err, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if p := hollow("c.xlsx", make([]byte, 9)); len(p) != 1 || p[0].Code != "B108" || hollow("c.xlsx", nil) != nil {
		t.Errorf("of nothing but zeros: %v", p)
	}
	files[0].absent = true // as Windows tells of a file that OneDrive keeps elsewhere
	got, err = Walk(context.Background(), files[:1], workbook.DefaultLimits(), told, nil)
	if err != nil || !reflect.DeepEqual(got, []string{`a.GSheet in a.GSheet: 0 ""B108`}) {
		t.Errorf("%v, got %s", err, got)
	}
}
