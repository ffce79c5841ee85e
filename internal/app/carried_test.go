package app_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/render/result"
)

// With attach = "full" whoever gets the PDF has the annex as a workbook, byte for byte
// the one beside it, and its figures for programs; else it carries nothing.
func TestThePDFCarriesWhatTheOfficeWants(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdfdetach"); err != nil {
		t.Skip("skipped: pdfdetach is absent")
	}
	dir := copyOfExample(t)
	office := filepath.Join(dir, app.OfficeFile)
	build := func() (report string, out *app.Outcome) {
		out, err := app.Build(t.Context(), dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		return filepath.Join(dir, app.ReportDir, "BaoCao-2022.pdf"), out
	}
	for _, how := range []string{"annex", "none"} {
		edit(t, office, `(?m)^attach .*$`, `attach = "`+how+`"`)
		report, _ := build()
		if said, err := exec.Command("pdfdetach", "-list", report).CombinedOutput(); err != nil ||
			string(said) != "0 embedded files\n" {
			t.Errorf("%s: %v %s", how, err, said)
		}
	}
	edit(t, office, `(?m)^attach .*$`, `attach = "full"`)
	report, out := build()
	saved := t.TempDir()
	if said, err := exec.Command("pdfdetach", "-saveall", "-o", saved, report).CombinedOutput(); err != nil {
		t.Fatal(string(said), err)
	}
	var names []string
	files, err := os.ReadDir(saved)
	for _, f := range files {
		names = append(names, f.Name())
	}
	if err != nil || !slices.Equal(names, []string{"ChiTieu-2022.json", "PhuLuc-2022.xlsx"}) {
		t.Fatal(names, err)
	}
	within, errWithin := os.ReadFile(filepath.Join(saved, "PhuLuc-2022.xlsx"))
	beside, errBeside := os.ReadFile(filepath.Join(dir, app.ReportDir, "PhuLuc-2022.xlsx"))
	if errWithin != nil || errBeside != nil || !bytes.Equal(within, beside) {
		t.Error("the workbook within is another than that beside", errWithin, errBeside)
	}

	figures, err := os.ReadFile(filepath.Join(saved, "ChiTieu-2022.json"))
	if err != nil {
		t.Fatal(err)
	}
	var told result.Outgoing
	if err := json.Unmarshal(figures, &told); err != nil {
		t.Fatal(err)
	}
	if told.Schema != result.OutgoingSchema || told.Summary != out.Result.Summary || !told.Illustrative ||
		len(told.Sections) != len(out.Result.Sections) {
		t.Errorf("%+v", told)
	}
	for k, s := range told.Sections {
		for i, indicator := range s.Indicators {
			for n, m := range indicator.Measures {
				want := out.Result.Sections[k].Indicators[i].Measures[n]
				if m.ID != want.ID || m.Verdict != want.Verdict || m.Target != want.Target ||
					(m.Judged == nil) != (want.Judged == nil) || m.Judged != nil && *m.Judged != *want.Judged {
					t.Errorf("%s: %+v", m.ID, m)
				}
			}
		}
	}
	// Neither who told it, nor in which file, nor what of it is wrong.
	for _, u := range out.Annex.Units {
		inside := []string{`"` + u.ID, u.Name}
		for _, f := range u.Files {
			inside = append(inside, filepath.Base(f.File), f.SHA256)
		}
		for _, s := range inside {
			if strings.Contains(string(figures), s) {
				t.Errorf("%q is told", s)
			}
		}
	}
	for _, s := range []string{"problems", "sources", "override", "reason", ".xlsx", "evidence"} {
		if strings.Contains(string(figures), s) {
			t.Errorf("%q is told", s)
		}
	}
}
