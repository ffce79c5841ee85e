package open

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/workbook"
)

// lookingBook is a workbook as Excel saves it: cells that are raised, lowered or crossed
// out as a whole, by their own style or that of their column, and pages with headers and
// footers.
func lookingBook(t *testing.T, file string) {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		if t.Helper(); err != nil {
			t.Fatal(err)
		}
	}
	style := func(font excelize.Font) int {
		font.Family = "Arial"
		id, err := f.NewStyle(&excelize.Style{Font: &font})
		must(err)
		return id
	}
	raised, lowered := style(excelize.Font{VertAlign: "superscript"}), style(excelize.Font{VertAlign: "subscript"})
	struck := style(excelize.Font{Strike: true})
	must(f.SetSheetRow("Sheet1", "A1", &[]any{352, "352", 352, 352, 352, 352, "352 hộ"}))
	must(f.SetCellStyle("Sheet1", "B1", "C1", raised))
	must(f.SetCellStyle("Sheet1", "D1", "D1", lowered))
	must(f.SetCellStyle("Sheet1", "E1", "E1", struck))
	must(f.SetColStyle("Sheet1", "F", raised))
	must(f.SetCellStyle("Sheet1", "G1", "G1", struck))
	must(f.SetHeaderFooter("Sheet1", &excelize.HeaderFooterOptions{
		DifferentFirst: true,
		OddHeader:      `&LUBND && PHƯỜNG&C&"Times New Roman,Bold"&14&K01+0006 tháng đầu năm 2022&RTrang &P/&N`,
		OddFooter:      `&C&D &T&R&"Arial,Italic"&10Đơn vị: triệu đồng`,
		FirstHeader:    `&CBÁO CÁO`,
		EvenHeader:     `&CKHÔNG IN`,
	}))
	_, err := f.NewSheet("Trống")
	must(err)
	must(f.SetCellValue("Trống", "A1", 1))
	must(f.SetHeaderFooter("Trống", &excelize.HeaderFooterOptions{OddFooter: "&C&P/&N"}))
	must(f.SaveAs(file))
}

// checkLooks looks whether all of that is read. LibreOffice raises no numbers: it loses
// that of those in a file it opens, and what it saves shows them on the line.
func checkLooks(t *testing.T, file string, firstPage, numbers bool) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b, problems := Read(context.Background(), file, data, workbook.DefaultLimits())
	if b == nil {
		t.Fatal(problems)
	}
	s := b.Sheets[0]
	for col, want := range map[int]workbook.Style{1: {}, 2: {Script: workbook.Raised}, 3: {Script: workbook.Raised},
		4: {Script: workbook.Lowered}, 5: {Struck: true}, 6: {Script: workbook.Raised}, 7: {Struck: true}} {
		c := s.At(1, col)
		if c.Kind == workbook.Number && !numbers {
			want.Script = workbook.OnLine
		}
		if c.IsOffLine() != (want.Script != workbook.OnLine) || c.IsStruck() != want.Struck {
			t.Errorf("%s, %s: %+v %+v, want %+v", filepath.Ext(file), c.Ref(), c.Style, c.Runs, want)
		}
	}
	header := texts(s.Header)
	for _, want := range []string{"6 tháng đầu năm 2022", "UBND & PHƯỜNG"} {
		if !strings.Contains(header, want) {
			t.Errorf("%s: header %q, want %q", filepath.Ext(file), header, want)
		}
	}
	if strings.Contains(header, "BÁO CÁO") != firstPage || strings.Contains(header, "KHÔNG IN") {
		t.Errorf("%s: header %q", filepath.Ext(file), header)
	}
	if got := texts(s.Footer); got != "Đơn vị: triệu đồng" {
		t.Errorf("%s: footer %q", filepath.Ext(file), got)
	}
	if len(b.Sheets) > 1 && texts(b.Sheets[1].Header)+texts(b.Sheets[1].Footer) != "" {
		t.Errorf("%s: %+v", filepath.Ext(file), b.Sheets[1].Footer)
	}
}

func texts(cells []workbook.Cell) string {
	var all []string
	for _, c := range cells {
		all = append(all, strings.TrimSpace(c.Text))
	}
	return strings.Join(all, "|")
}

func TestLooksAndPagesOfAnExcelFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.xlsx")
	lookingBook(t, file)
	checkLooks(t, file, true, true)
}

// LibreOffice saves the same in its own ways.
func TestLooksAndPagesAsLibreOfficeSavesThem(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("BAOCAO_TEST_SLOW=1 asks LibreOffice")
	}
	dir := t.TempDir()
	from := filepath.Join(dir, "a.xlsx")
	lookingBook(t, from)
	for _, to := range []string{"ods", "xls"} {
		ext, _, _ := strings.Cut(to, ":")
		out := filepath.Join(dir, "out-"+ext)
		said, err := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless",
			"--convert-to", to,
			"--outdir", out, from).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		checkLooks(t, filepath.Join(out, "a."+ext), ext != "xls", false)
	}
}
