package app_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/assess"
)

// One resolution, three outputs: a reader who lays the report beside the annex, or
// the annex beside the office's workbook, reads the same in every cell. Last
// year's rate has more decimals than the measure, a sum more than six, and one
// more digits than a spreadsheet keeps.
func TestTheAnnexPrintsTheSameEverywhere(t *testing.T) {
	t.Parallel()
	dir := copyOfExample(t)
	edit(t, filepath.Join(dir, app.ResolutionFile), `(?m)^ *id     = "1\.1"$`, "$0\nprevious = 79.4567")
	edit(t, filepath.Join(dir, app.ResolutionFile), `(?m)^ *id     = "2"$`, "$0\nprevious = 120.12345678")
	edit(t, filepath.Join(dir, app.ResolutionFile), `(?m)^ *id     = "8"$`, "$0\nprevious = 1234567890123456.78")
	edit(t, filepath.Join(dir, app.ResolutionFile), `(?m)^ *id     = "14"$`, "$0\nprevious = 99.998")
	out, err := app.Build(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	outward, internal := out.Annex.Table(), out.Annex.InternalTable()
	printed := map[string]string{}
	for _, r := range outward.Rows {
		if m := r.Measure; m != nil {
			printed[m.ID] = r.Cells[outward.Column(assess.ColPrevious)].Text("")
		}
	}
	for id, want := range map[string]string{
		"1.1": "79,46", "2": "120,12345678", "8": "1.234.567.890.123.456,78", "11.2": "90,60",
		"14": "99,99", // rounded it would say that the promise of 100 was kept
	} {
		if printed[id] != want {
			t.Errorf("last year's figure of %s prints as %q, want %q", id, printed[id], want)
		}
	}
	compareSheet(t, filepath.Join(dir, app.ReportDir, "PhuLuc-2022.xlsx"), outward)
	compareSheet(t, filepath.Join(dir, app.ReportDir, "SoLieu-2022.xlsx"), internal)
	comparePages(t, filepath.Join(dir, app.ReportDir, "BaoCao-2022.pdf"), outward)
}

// compareSheet reads the annex's sheet as a Vietnamese Excel shows it.
func compareSheet(t *testing.T, path string, table assess.Table) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const sheet = "Phụ lục"
	found, err := f.SearchSheet(sheet, "TT")
	if err != nil || len(found) != 1 {
		t.Fatalf("%s: the heading TT is at %v, %v", filepath.Base(path), found, err)
	}
	_, top, _ := excelize.CellNameToCoordinates(found[0])
	target := table.Column(assess.ColTarget)
	place := func(column, row int) string { // a target has two columns, for the ends of a range
		if column > target {
			column++
		}
		at, _ := excelize.CoordinatesToCellName(column+1, row)
		return at
	}
	reason, note := table.Column(assess.ColReason), table.Column(assess.ColNote) // one column of the sheet
	for i, c := range table.Columns {
		at := place(i, top)
		if reason >= 0 && i == note {
			continue
		}
		if i == reason {
			c.Heading += " / " + table.Columns[note].Heading
		}
		if got, _ := f.GetCellValue(sheet, at); got != c.Heading {
			t.Errorf("%s %s: heading %q, want %q", filepath.Base(path), at, got, c.Heading)
		}
	}
	numbers := 0
	for k, r := range table.Rows {
		for i := 0; i < len(r.Cells); i += max(r.Cells[i].Span, 1) {
			c := r.Cells[i]
			at := place(i, top+1+k)
			got, err := f.GetCellValue(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			if i == target && r.Measure != nil {
				if high, _ := f.GetCellValue(sheet, fmt.Sprintf("E%d", top+1+k)); high != got {
					got += " " + high
				}
			}
			kind, _ := f.GetCellType(sheet, at)
			switch kind {
			case excelize.CellTypeUnset, excelize.CellTypeNumber, excelize.CellTypeFormula:
				got = vietnamese.Replace(got)
				if got != "" {
					numbers++
				}
			default:
				if c.Number != nil && len(digits.FindAllString(c.Text(""), -1)) <= 15 {
					t.Errorf("%s %s: %q is no number", filepath.Base(path), at, got)
				}
			}
			if reason >= 0 && i == note {
				continue
			}
			if i == reason { // with the remarks below, as far as it does not say the same
				for _, line := range slices.Concat(c.Lines, r.Cells[note].Lines) {
					if !strings.Contains(strings.ToLower(got), strings.ToLower(line)) {
						t.Errorf("%s %s: %q, the page has %q too", filepath.Base(path), at, got, line)
					}
				}
				continue
			}
			if want := c.Text("\n"); got != want {
				t.Errorf("%s %s: %q, the page has %q", filepath.Base(path), at, got, want)
			}
		}
	}
	if numbers < 60 {
		t.Errorf("%s: only %d cells are numbers", filepath.Base(path), numbers)
	}
}

var (
	digits     = regexp.MustCompile(`[0-9]`)
	vietnamese = strings.NewReplacer(",", ".", ".", ",")
)

// comparePages finds the rows on the pages, one after the other, with nothing
// between them but what a new page begins and ends with.
func comparePages(t *testing.T, path string, table assess.Table) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("skipped: pdftotext is absent")
	}
	out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := dense(string(out))
	head := ""
	for _, c := range table.Columns {
		head += dense(c.Heading)
	}
	_, rest, ok := strings.Cut(text, head)
	if !ok {
		t.Fatalf("no page has the heading %q", head)
	}
	newPage := regexp.MustCompile(`^[0-9]+Sốliệutrongbáocáonàylàsốliệuminhhọa` + regexp.QuoteMeta(head))
	below := ""
	for _, r := range table.Rows {
		want := ""
		for _, c := range r.Cells {
			text := c.Text(". ")
			if len([]rune(text)) > 300 { // a long note
				below += text
				text = fmt.Sprintf("Xem ghi chú (%d) dưới bảng", strings.Count(below, "\n")+1)
				below += "\n"
			}
			want += dense(text)
		}
		rest = newPage.ReplaceAllString(rest, "")
		var found bool
		if rest, found = strings.CutPrefix(rest, want); !found {
			t.Fatalf("the page goes on with %q, want the row %q", rest[:min(len(rest), 300)], want)
		}
	}
	for note := range strings.Lines(below) {
		if !strings.Contains(rest, dense(note)) {
			t.Errorf("no note %q below the table, only %q", note, rest)
		}
	}
}

func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func copyOfExample(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(exampleDir)); err != nil {
		t.Fatal(err)
	}
	return dir
}

func edit(t *testing.T, path, pattern, by string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	re := regexp.MustCompile(pattern)
	if n := len(re.FindAll(data, -1)); n != 1 {
		t.Fatalf("%s has %d times %s", path, n, pattern)
	}
	if err := os.WriteFile(path, re.ReplaceAll(data, []byte(by)), 0o644); err != nil {
		t.Fatal(err)
	}
}
