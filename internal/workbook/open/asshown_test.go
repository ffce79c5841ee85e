package open

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/workbook"
)

// formatsInUse are the formats that offices use, and some that they should not.
var formatsInUse = []string{
	"General", "0", "0.0", "0.00", "0.000", "#", "#,###", "#,##0", "#,##0.0", "#,##0.00", "#,##0.##", "0.0#", "0.###",
	"00", "0000", "#,##0,", "#,##0,,", "0.0,", "0.00,,", "#,##0.0,,", `#,##0," nghìn"`, `#,##0.0,," triệu"`,
	`0.0,,," tỷ"`, "0%", "0.0%", "0.00%", "#,##0%", "0.##%", ";;;", ";;", "0;-0;", "0;;0", "0;;", "#,##0;-#,##0;",
	"#,##0;(#,##0)", "#,##0_);(#,##0)", "#,##0;[Red]-#,##0", `#,##0;-#,##0;"-"`, `#,##0;-#,##0;"không"`,
	"0;0", "0.0;0.0",
	`_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-`, `_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)`,
	`_-* #,##0.00\ _₫_-;-* #,##0.00\ _₫_-;_-* "-"??\ _₫_-;_-@_-`, `_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)`,
	`#,##0" đ"`, `#,##0\ "₫"`, `#,##0\ [$₫-42A]`, `[$₫-42A]#,##0`, `[$$-409]#,##0.00`, `[$€-2]\ #,##0`, `#,##0 [$VND]`,
	`0" hộ"`, `0.0" ha"`, `"khoảng "0`, `+0;-0;0`, `"tăng "0;"giảm "0;"không đổi"`, `"tăng "0.0%;"giảm "0.0%`,
	`[>1000]#,##0," k";#,##0`, `[>=1000000]0.0,," tr";[>=1000]0," k";0`, `[<0]"âm";0`, `[=0]"không";0`, `[<100]0.0;0`,
	`[Red][<50]0;[Blue][>=50]0`, `[Red]0`, `[Color10]0`, `0"%"`, `0.0"%"`, `0\%`, "@", `General" hộ"`, `"số "General`,
	`"xong"`, `0.0\ `, `0_ `, `* 0`, `0*-`, `#,##0.00_ ;\-#,##0.00\ `, `0.00;-0.00;0`, `???0`, `0.0??`, `#.##`, `#.0`,
	`0,000`, `#,#0`, "General;General", `General;-General`, `#,##0.0,;-#,##0.0,;"-"`,
}

var valuesInUse = []float64{0, 1, 7, 12, 92.5, 0.825, 1234.5, 12345678, 10500000000, 0.4, -5, -1234.5, -0.2, 0.05}

// What is said of a cell is what LibreOffice shows of it.
func TestFormatsShowWhatLibreOfficeShows(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("BAOCAO_TEST_SLOW=1 asks LibreOffice")
	}
	dir := t.TempDir()
	f := excelize.NewFile()
	for i, code := range formatsInUse {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			t.Fatal(err)
		}
		for j, v := range valuesInUse {
			at := workbook.Ref(i+1, j+1)
			if f.SetCellFloat("Sheet1", at, v, -1, 64) != nil || f.SetCellStyle("Sheet1", at, at, style) != nil {
				t.Fatal(at)
			}
		}
	}
	if err := f.SetColWidth("Sheet1", "A", "Z", 60); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "a.xlsx")
	if err := f.SaveAs(file); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to",
		"csv:Text - txt - csv (StarCalc):9,34,76,1,,1033,false,true", "--outdir", dir, file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(string(data)))
	r.Comma, r.FieldsPerRecord = '\t', -1
	shown, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	read, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	b, problems := Read(context.Background(), file, read, workbook.DefaultLimits())
	if b == nil {
		t.Fatal(problems)
	}
	swap := strings.NewReplacer(".", ",", ",", ".")
	tidy := func(s string) string { return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "- ", "-") }
	told := 0
	for i, code := range formatsInUse {
		for j, v := range valuesInUse {
			s, ok := workbook.Show(b.Sheets[0].At(i+1, j+1))
			if !ok {
				continue
			}
			told++
			if strings.Contains(code, "General") || code == "@" { // thousands are set apart in what we say
				s.Text = strings.ReplaceAll(s.Text, ".", "")
			}
			if v < 0 && strings.ContainsAny(code, "<>=") {
				continue // Excel keeps the sign where a condition does not rule it out, LibreOffice does not
			}
			if want, got := tidy(swap.Replace(shown[i][j])), tidy(s.Text); got != want {
				t.Errorf("%s in %s: %q, LibreOffice shows %q", fmt.Sprint(v), code, got, want)
			}
		}
	}
	if told < len(formatsInUse)*len(valuesInUse)*9/10 {
		t.Errorf("only %d cells were understood", told)
	}
}
