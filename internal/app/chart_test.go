package app_test

import (
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/compose"
	"baocao/internal/document"
)

// The page of bars has every figure that was promised something, in words too; without
// the switch there is none.
func TestEveryPromisedFigureHasItsBar(t *testing.T) {
	t.Parallel()
	dir := copyOfExample(t)
	judged := func() (*document.Document, map[string]string) {
		a, err := app.Judge(t.Context(), dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := compose.Report(a)
		verdicts := map[string]string{}
		for _, m := range a.Measures() {
			verdicts[m.Name] = m.Verdict.Vi()
		}
		return doc, verdicts
	}
	if doc, _ := judged(); doc.Annex.Chart != nil {
		t.Error("a chart that nobody asked for")
	}
	edit(t, filepath.Join(dir, app.OfficeFile), `(?m)^attach `, "charts = true\n$0")
	doc, verdicts := judged()
	rows := map[string]document.ChartRow{}
	heads := 0
	for _, r := range doc.Annex.Chart.Rows {
		if r.Head {
			heads++
			continue
		}
		_, name, _ := strings.Cut(r.Label, ". ")
		rows[name] = r
		if r.Verdict != verdicts[name] {
			t.Errorf("%s: %q", r.Label, r.Verdict)
		}
		if b := r.Bar; b != nil {
			for _, at := range []float64{b.Zero, b.Value, b.Low, b.High} {
				if at < 0 || at > 1 {
					t.Errorf("%s: %+v", r.Label, *b)
				}
			}
			if b.Low > b.High || !strings.Contains(r.Says, r.Figure) {
				t.Errorf("%s: %+v, %q", r.Label, *b, r.Says)
			}
		}
	}
	if heads != 3 || len(rows) != len(verdicts) {
		t.Errorf("%d heads, %d rows of %d", heads, len(rows), len(verdicts))
	}
	for name, want := range map[string]struct {
		figure string
		look   document.Look
		bar    bool
	}{
		"Doanh thu thương mại, dịch vụ":          {"21,37% (KH ≥ 22)", document.Striped, true},
		"Trong đó: hoàn thành xuất sắc nhiệm vụ": {"18,75% (KH ≤ 20)", document.Grey, true},
		"Tỷ lệ lao động qua đào tạo":             {"91,35% (KH ≥ 91; năm trước 90,6)", document.Dark, true},
		"Tỷ trọng nông nghiệp":                   {"0,41% (KH 0,42 ± 0,05)", document.Grey, true},
		"Tỷ lệ người dân tham gia bảo hiểm y tế": {"", document.Hollow, false},
	} {
		if r := rows[name]; r.Figure != want.figure || r.Look != want.look || (r.Bar != nil) != want.bar {
			t.Errorf("%s: %+v", name, r)
		}
	}
}
