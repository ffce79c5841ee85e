package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
)

// Last year's report is not there, one of two years ago is. What is a thousand times
// its figure is asked about; what is like it is not.
func TestAnOlderReportIsCompared(t *testing.T) {
	t.Parallel()
	result, err := os.ReadFile(filepath.Join(exampleDir, app.ReportDir, "ket-qua.json"))
	must(t, err)
	older := strings.NewReplacer(`"year": 2022`, `"year": 2020`).Replace(string(result))
	for _, c := range []struct {
		value any
		year  string
		asked bool
	}{{128000, "2020", true}, {130, "2020", false}, {128000, "", false}} {
		dir := filepath.Join(t.TempDir(), "quan")
		copyInputs(t, dir)
		must(t, os.RemoveAll(filepath.Join(dir, app.DropDir)))
		if c.year != "" {
			put(t, filepath.Join(dir, "nam-truoc", c.year, "ket-qua.json"), older)
		}
		plan, err := os.ReadFile(filepath.Join(dir, app.ResolutionFile))
		must(t, err)
		// The promise would be compared too: it is left to the statement of another year.
		put(t, filepath.Join(dir, app.ResolutionFile), strings.Replace(string(plan), `target = "125..130"`,
			`target = "info"`, 1))
		one(c.value)(t, dir)
		a, err := app.Check(t.Context(), dir, nil)
		must(t, err)
		asked := false
		for _, pr := range a.Problems {
			asked = asked || pr.Measure == "2" && pr.IsQuestion() && strings.Contains(pr.In("vi"), "các năm trước nữa")
		}
		if asked != c.asked {
			t.Errorf("%v with %q: asked %v: %v", c.value, c.year, asked, a.Problems)
		}
	}
}

// What the reports of earlier years say stands beside this year's figures in SoLieu.
func TestYearsAreComparedInTheWorkbook(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "quan")
	copyInputs(t, dir)
	result, err := os.ReadFile(filepath.Join(exampleDir, app.ReportDir, "ket-qua.json"))
	must(t, err)
	for _, year := range []string{"2021", "2020", "2019"} {
		at := filepath.Join(dir, "nam-truoc", year, "ket-qua.json")
		if year == "2021" {
			at = filepath.Join(dir, "nam-truoc", "ket-qua.json")
		}
		put(t, at, strings.ReplaceAll(string(result), `"year": 2022`, `"year": `+year))
	}
	_, err = app.Build(t.Context(), dir, nil)
	must(t, err)
	f, err := excelize.OpenFile(filepath.Join(dir, app.ReportDir, "SoLieu-2022.xlsx"))
	must(t, err)
	defer f.Close()
	rows, err := f.GetRows("Qua các năm")
	must(t, err)
	want := "Chỉ tiêu|Nội dung|ĐVT|2019|2020|2021|2022|Tăng, giảm|Tăng, giảm (%)"
	if len(rows) < 20 || strings.Join(rows[2], "|") != want {
		t.Errorf("%d rows, columns %q", len(rows), rows[2])
	}
}
