package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/returns"
)

// A half-year's form asks for the half-year, is read for it, and is told and left
// out when the year's report is made; so is the year's form in the half-year.
func TestAFormIsOfItsPeriod(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "quan")
	_, err := app.Init(t.Context(), dir, "kien-an-2022")
	must(t, err)
	office := filepath.Join(dir, "co-quan.toml")
	text, err := os.ReadFile(office)
	must(t, err)
	of := func(period string) {
		put(t, office, strings.Replace(string(text), "[report]\n", "[report]\nperiod = \""+period+"\"\n", 1))
		_, err := app.Forms(t.Context(), dir)
		must(t, err)
	}
	fill := func(as string, value any) {
		f, err := excelize.OpenFile(filepath.Join(dir, "mau", "bao-hiem-xa-hoi.xlsx"))
		must(t, err)
		rows, err := f.GetRows(returns.SheetFigures)
		must(t, err)
		for i, row := range rows {
			if len(row) > 0 && strings.Contains(row[0], ".") {
				cell, _ := excelize.CoordinatesToCellName(4, i+1) // Giá trị
				must(t, f.SetCellValue(returns.SheetFigures, cell, value))
			}
		}
		must(t, f.SaveAs(filepath.Join(dir, app.DropDir, as)))
	}
	explain := func(file string) {
		file = filepath.Join(dir, app.DropDir, file)
		f, err := excelize.OpenFile(file)
		must(t, err)
		rows, err := f.GetRows(returns.SheetNarrative)
		must(t, err)
		for i, row := range rows {
			if slices.Contains(row, "Loại") {
				cell := fmt.Sprintf("C%d", i+2)
				must(t, f.SetSheetRow(returns.SheetNarrative, cell, &[]any{returns.Cause.Vi(), nil, "Do dịch bệnh."}))
			}
		}
		must(t, f.Save())
	}
	of("6-thang")
	fill("bhxh 6 thang.xlsx", 40)
	explain("bhxh 6 thang.xlsx")
	for _, want := range []struct{ period, told, used string }{
		{"6-thang", "", "bhxh 6 thang.xlsx"}, {"nam", "bhxh 6 thang.xlsx", ""}, {"quy-2", "bhxh 6 thang.xlsx", ""},
	} {
		of(want.period)
		a, err := app.Check(t.Context(), dir, nil)
		must(t, err)
		told, used := "", ""
		for _, p := range a.Problems {
			if p.Code == "B072" {
				told += filepath.Base(p.At.File)
				if !strings.Contains(p.In(diag.Vi), "1 đoạn thuyết minh") {
					t.Error("nothing is said of its narrative:", p.In(diag.Vi))
				}
			}
			if strings.Contains(p.At.File, "bhxh") && p.Code != "B072" && p.Severity().String() == "error" {
				t.Errorf("%s: %s", want.period, p.Code)
			}
		}
		for _, m := range a.Measures() {
			for _, s := range m.Sources {
				used = filepath.Base(s.At.File)
			}
		}
		if told != want.told || used != want.used {
			t.Errorf("a report of %s tells of %q and uses %q", want.period, told, used)
		}
	}
}
