package correction

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"baocao/internal/returns"
)

// saved has LibreOffice save a file in another format, or in its own way in the same one.
func saved(t *testing.T, data []byte, format string) []byte {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: BAOCAO_TEST_SLOW=1 or LibreOffice is absent")
	}
	dir, out := t.TempDir(), t.TempDir()
	file := filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if text, err := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(t.TempDir()), "--headless",
		"--convert-to", format, "--outdir", out, file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	again, err := os.ReadFile(filepath.Join(out, "a."+format))
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// The clerk saves the copy with whatever program she has: the program knows it
// again, and takes its own marks from it.
func TestACopySavedByLibreOfficeIsKnownAgain(t *testing.T) {
	t.Parallel()
	marked := mustMark(t, rich(t), richFaults()...)
	for _, format := range []string{"xls", "ods", "xlsx"} {
		data := saved(t, marked, format)
		b := read(t, data)
		if got, ok := returns.CorrectedFrom(b); !ok || got != strings.ToLower(sha) || !returns.IsNote(b.Sheets[0]) {
			t.Errorf("%s: source %q %v", format, got, ok)
		}
		if format != "xlsx" {
			continue
		}
		was, err := tryMark(data, noteOf(richFaults()...))
		if err != nil {
			t.Fatal(err)
		}
		sameCells(t, data, was)
		clean := mustMark(t, was, doubtful("B3"))
		sameCells(t, data, clean)
		if fills := fillsOf(t, clean); len(fills) != 1 || fills["B3"] != fillWarning {
			t.Errorf("fills %v", fills)
		}
		_, parts := unpack(t, clean)
		ours, hers := 0, 0
		for name, content := range parts {
			if strings.HasPrefix(name, "xl/comments") {
				ours += strings.Count(content, "Cách sửa")
				hers += strings.Count(content, "đã kiểm tra")
			}
		}
		if ours != 1 || hers != 1 {
			t.Errorf("%d comments of ours, %d of the sender's", ours, hers)
		}
	}
}

// A second reader, which is strict about comments, fills and links.
func TestOpenpyxlSeesTheMarks(t *testing.T) {
	t.Parallel()
	const python = "/usr/bin/python3"
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		t.Skip("skipped: python3-openpyxl is absent")
	}
	file := filepath.Join(t.TempDir(), "a.xlsx")
	if err := os.WriteFile(file, mustMark(t, build(t), wrong("C2"), doubtful("A2"), wrong("D9")), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-W", "ignore", "-c", `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(book.sheetnames, book.active.title, [s.sheet_view.tabSelected for s in book])
sheet = book["Số liệu"]
for ref in "A2", "C2", "D9":
    c = sheet[ref]
    print(ref, c.value, c.number_format, c.fill.fill_type, c.fill.fgColor.rgb,
          c.comment.author, repr(c.comment.text), c.alignment.wrap_text)
first = book.worksheets[0]
print([first[ref].hyperlink.location for ref in ("C8", "C9", "C10")], first.freeze_panes, first.print_title_rows,
      first.page_setup.orientation, first.page_setup.paperSize, first.sheet_properties.pageSetUpPr.fitToPage)
`, file).CombinedOutput()
	want := `['Cần sửa', 'Số liệu'] Cần sửa [True, False]
A2 0.5 0.00% solid FFFFEB9C baocao 'Ô A2 không phải là số.\nCách sửa: Gõ lại số.' True
C2 45,87% General solid FFFFC7CE baocao 'Ô C2 không phải là số.\nCách sửa: Gõ lại số.' None
D9 None General solid FFFFC7CE baocao 'Ô D9 không phải là số.\nCách sửa: Gõ lại số.' None
["'Số liệu'!C2", "'Số liệu'!A2", "'Số liệu'!D9"] A8 $7:$7 landscape 9 True
`
	if err != nil || string(out) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, out, want)
	}
}
