package xlsx

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/recognise"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// lastYears are what two units answered last year, and one figure of all.
func lastYears() resolution.LastYear {
	inputs := func(unit string, of map[resolution.Role]int64) resolution.LastFigure {
		f := resolution.LastFigure{Inputs: map[resolution.LastInput]quantity.Number{}}
		for role, n := range of {
			f.Inputs[resolution.LastInput{Unit: unit, Role: role}] = quantity.Int(n)
		}
		return f
	}
	last := resolution.FiguresOf(map[string]quantity.Number{"2": quantity.Int(119), "12": quantity.Int(40)})
	last["11.1"] = inputs("phuong-bac-son", map[resolution.Role]int64{resolution.RoleValue: 341})
	last["17.2"] = inputs("phuong-bac-son", map[resolution.Role]int64{
		resolution.RoleNumerator: 2300, resolution.RoleDenominator: 2500})
	last["4.1"] = inputs("kinh-te", map[resolution.Role]int64{resolution.RoleCurrent: 7000000})
	return last
}

// said is one form with what its column «Kiểm tra» says by rows, as the library
// computes it.
func said(t testing.TB, p *resolution.Plan, unit string, cells map[string]any) (checks map[int]string, data []byte) {
	t.Helper()
	blank, err := WriteForm(returns.NewForm(p, unit, lastYears()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(blank))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, v := range cells {
		if err := f.SetCellValue(figures, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	checks = map[int]string{}
	for i := range p.Asks(unit) {
		row := formFirstRow + i
		text, err := f.CalcCellValue(figures, at(colCheck, row))
		if err != nil {
			t.Fatalf("row %d: %v", row, err)
		}
		if text != "" {
			checks[row] = text
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return checks, out.Bytes()
}

// mistakes are what clerks type into forms, and what the form says at once.
var mistakes = []struct {
	name, unit string
	cells      map[string]any
	row        int
	want       string // "" for nothing
}{
	{"as last year", "phuong-bac-son", map[string]any{"D8": 352}, 8, ""},
	{"a zero", "phuong-bac-son", map[string]any{"D8": 0}, 8, ""},
	{"blank", "phuong-bac-son", nil, 8, ""},
	{"only a space", "phuong-bac-son", map[string]any{"D8": " "}, 8, ""},
	{"nothing arose", "phuong-bac-son", map[string]any{"I10": "Không phát sinh"}, 10, ""},
	{"no result yet", "phuong-bac-son", map[string]any{"I15": "Chưa có kết quả"}, 15, ""},
	{"ten times last year", "phuong-bac-son", map[string]any{"D8": 3520}, 8, "Gấp khoảng 10 lần năm trước"},
	{"a thousandth of it", "phuong-bac-son", map[string]any{"D15": 2.5}, 15, "Phải là số nguyên"},
	{"a hundredth of it", "phuong-bac-son", map[string]any{"D15": 25}, 15, "Chỉ bằng khoảng 1/100 năm trước"},
	{"ten times, with a reason", "phuong-bac-son", map[string]any{"D8": 3520, "J8": "sáp nhập phường"}, 8, ""},
	{"a thousand times", "phuong-bac-son", map[string]any{"D8": 341000}, 8, "Gấp khoảng 100 lần mục tiêu chung"},
	{"half as much again", "phuong-bac-son", map[string]any{"D8": 510}, 8, ""},
	{"letter O", "phuong-bac-son", map[string]any{"D8": "34O"}, 8, "Không phải con số"},
	{"below zero", "phuong-bac-son", map[string]any{"D8": -5}, 8, "Không nhận số âm"},
	{"both", "phuong-bac-son", map[string]any{"D8": 350, "I8": "Không phát sinh"}, 8, "Đã ghi giá trị"},
	{"another word", "phuong-bac-son", map[string]any{"I8": "không có"}, 8, "Chọn một mục"},
	{"part above whole", "phuong-bac-son", map[string]any{"D12": 13, "D13": 12}, 12, "Lớn hơn dòng 13"},
	{"part as large as the whole", "phuong-bac-son", map[string]any{"D12": 12, "D13": 12}, 12, ""},
	{"a part of another row's whole", "ban-to-chuc", map[string]any{"D8": 48, "D10": 49}, 10, "Lớn hơn dòng 8"},
	{"a part of nothing", "phuong-bac-son", map[string]any{"D12": 9, "I13": "Không phát sinh"}, 13, "Dòng 12 có số"},
	{"no households", "phuong-bac-son", map[string]any{"I15": "Không phát sinh"}, 15, "Năm trước có 2.500"},
	{"no households, and why", "phuong-bac-son", map[string]any{"I15": "Không phát sinh", "J15": "đã giải thể"}, 15,
		""},
	{"more names than counted", "phuong-bac-son", map[string]any{"D10": 1, "D11": "Nhà A; Nhà B;"}, 11,
		"Danh sách có 2 tên"},
	{"as many names", "phuong-bac-son", map[string]any{"D10": 2, "D11": "Nhà A\nNhà B"}, 11, ""},
	{"as many names with commas", "phuong-bac-son", map[string]any{"D10": 2, "D11": "Nhà A, Nhà B"}, 11, ""},
	{"ten times the target", "ban-to-chuc", map[string]any{"D13": 1280}, 13, "Gấp khoảng 10 lần mục tiêu"},
	{"near the target", "ban-to-chuc", map[string]any{"D13": 128}, 13, ""},
	{"the year before, in thousands", "kinh-te", map[string]any{"D9": 7000}, 9, "Chỉ bằng khoảng 1/1000 năm trước"},
	{"this year a thousand times", "kinh-te", map[string]any{"D10": 9000000, "D11": 8000}, 11, "dòng 10"},
	{"another status", "quan-ly-do-thi", map[string]any{"D8": "đang làm"}, 8, "Chọn một mục"},
	{"a status", "quan-ly-do-thi", map[string]any{"D8": "Hoàn thành"}, 8, ""},
}

// A clerk sees a mistake while typing, and nothing beside a good answer.
func TestFormChecksWhileItIsFilled(t *testing.T) {
	p := examplePlan(t)
	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			checks, _ := said(t, p, m.unit, m.cells)
			if got := checks[m.row]; m.want == "" && got != "" || !strings.Contains(got, m.want) {
				t.Errorf("row %d says %q, want %q", m.row, got, m.want)
			}
		})
	}
}

// A rate is asked in percent: 0,925 beside 90 is told.
func TestFormTellsAFraction(t *testing.T) {
	p := examplePlan(t)
	asks := p.Asks("lao-dong")
	i := slices.IndexFunc(asks, func(a resolution.Ask) bool { return a.Role == resolution.RoleLast })
	last := resolution.LastYear{asks[i].Measure.ID: {Inputs: map[resolution.LastInput]quantity.Number{
		{Unit: "lao-dong", Role: resolution.RoleLast}: quantity.Int(85)}}}
	data, err := WriteForm(returns.NewForm(p, "lao-dong", last))
	if err != nil {
		t.Fatal(err)
	}
	for value, want := range map[float64]string{0.86: "không ghi 0,925", 86: "", 8600: "Gấp khoảng 100 lần"} {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue(figures, at(colValue, formFirstRow+i), value); err != nil {
			t.Fatal(err)
		}
		got, err := f.CalcCellValue(figures, at(colCheck, formFirstRow+i))
		if err != nil || want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%v: %q, %v", value, got, err)
		}
		f.Close()
	}
}

// Form and reader are of one mind: where the form is silent about a size the
// reader does not ask, and the other way round.
func TestFormAndReaderAgreeOnSizes(t *testing.T) {
	p := examplePlan(t)
	asked := map[string]bool{"B341": true, "B343": true}
	for _, at := range []struct {
		unit, cell string
		row        int
		sizes      []float64
	}{
		{"phuong-bac-son", "D8", 8, []float64{1, 3, 19, 20, 27, 28, 34, 42, 43, 60, 68, 69, 341, 1700, 1706, 2727, 2728,
			3410, 4262, 4263, 10000, 27280, 34100, 65999, 66000, 341000}},
		{"phuong-bac-son", "D15", 15, []float64{2, 3, 19, 20, 25, 31, 32, 199, 200, 250, 312, 313, 499, 2500, 12500,
			12501,
			19999, 20000, 31250, 31251, 250000}},
		{"ban-to-chuc", "D13", 13, []float64{1, 2, 10, 12, 15, 17, 19, 20, 25, 26, 119, 600, 651, 999, 1000, 1300, 1487,
			1488, 1624, 1625, 1626, 12800}},
		{"chi-cuc-thue", "D8", 8, []float64{1, 15, 19, 20, 99, 100, 125, 150, 151, 190, 200, 1100, 5000, 6001, 8000,
			9599,
			9600, 12500, 15000, 15001, 100000}},
	} {
		for _, n := range at.sizes {
			checks, data := said(t, p, at.unit, map[string]any{at.cell: n})
			b, _ := open.Read(t.Context(), "a.xlsx", data, workbook.DefaultLimits())
			_, problems := recognise.NewKnowledge(p, lastYears()).Recognise("1-nop-vao-day/"+at.unit+".xlsx", "sha", b)
			doubted := slices.ContainsFunc(problems, func(pr diag.Problem) bool {
				return asked[pr.Code] && pr.At.Cell == at.cell
			})
			if told := checks[at.row] != ""; told != doubted {
				t.Errorf("%s %s = %v: the form says %q, the reader %s", at.unit, at.cell, n, checks[at.row],
					codes(problems))
			}
		}
	}
}

// LibreOffice computes the same words as the library, counts the usable answers,
// and loses nothing on the way to .xls and back.
func TestFormRecalculatedByLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil || testing.Short() || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: BAOCAO_TEST_SLOW=1 or LibreOffice is absent")
	}
	p := examplePlan(t)
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to"}
	var files []string
	for i, m := range mistakes {
		_, data := said(t, p, m.unit, m.cells)
		files = append(files, filepath.Join(dir, fmt.Sprintf("%d.xlsx", i)))
		if err := os.WriteFile(files[i], data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	good := filepath.Join(dir, "gui.xlsx")
	// As openpyxl does, the file is left without the values that its formulas had.
	filled := fill(t, p, "ban-to-chuc", func(f *excelize.File) {
		if err := f.UpdateLinkedValue(); err != nil {
			t.Fatal(err)
		}
	})
	if err := os.WriteFile(good, filled, 0o600); err != nil {
		t.Fatal(err)
	}
	for to, these := range map[string][]string{"xlsx": append(files, good), "xls": {good}} {
		all := slices.Concat(args, []string{to, "--outdir", filepath.Join(dir, to)}, these)
		if out, err := exec.Command(soffice, all...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	for i, m := range mistakes {
		f, err := excelize.OpenFile(filepath.Join(dir, "xlsx", fmt.Sprintf("%d.xlsx", i)))
		if err != nil {
			t.Fatal(err)
		}
		got, _ := f.GetCellValue(figures, at(colCheck, m.row))
		if m.want == "" && got != "" || !strings.Contains(got, m.want) {
			t.Errorf("%s: row %d says %q, want %q", m.name, m.row, got, m.want)
		}
		f.Close()
	}
	f, err := excelize.OpenFile(filepath.Join(dir, "xlsx", "gui.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, _ := f.GetCellValue(figures, at(colNumber, formProgressRow)); got != "Đã điền đúng 6/7 ô bắt buộc" {
		// one part is above its whole
		t.Errorf("a filled form counts %q", got)
	}
	for _, name := range []string{"xlsx/gui.xlsx", "xls/gui.xls"} {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		ret, problems := readBack(t, p, "1-nop-vao-day/"+filepath.Base(name), data)
		wantFull(t, p, "ban-to-chuc", ret, problems)
	}
}

// Forms of before, with the measure first and no check, are with the units: they
// are read for good, as forms of the present version.
func TestFormsOfTheOldShapeAreRead(t *testing.T) {
	p := examplePlan(t)
	for _, unit := range []string{"ban-to-chuc", "phuong-bac-son", "kinh-te"} {
		f, err := excelize.OpenFile(filepath.Join("testdata", "bieu-mau-cu", unit+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		asks := p.Asks(unit)
		for i, a := range asks {
			cell := fmt.Sprintf("G%d", 7+i)
			if a.Kind == resolution.AskText {
				err = f.SetCellValue(figures, cell, "Một; Hai")
			} else {
				err = f.SetCellValue(figures, cell, filledWith(i, a))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetCellValue(figures, "H2", "05/12/2022"); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		f.Close()
		ret, problems := readBack(t, p, "1-nop-vao-day/gui.xlsx", out.Bytes())
		wantFull(t, p, unit, ret, problems)
		if ret.Declared != (viet.Date{Year: 2022, Month: 12, Day: 5}) {
			t.Errorf("%s: dated %s", unit, ret.Declared.ISO())
		}
	}
}

// The day a form is due is printed, and is no day on which it was filled.
func TestFormSaysWhenItIsDue(t *testing.T) {
	p := examplePlan(t)
	form := returns.NewForm(p, "ban-to-chuc", nil)
	form.Due = viet.Date{Year: 2022, Month: 12, Day: 15}
	data, err := WriteForm(form)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, _ := f.GetCellValue(figures, at(colUnit, formProgressRow)); got != "Hạn gửi: 15/12/2022" {
		t.Errorf("due: %q", got)
	}
	ret, problems := readBack(t, p, "1-nop-vao-day/gui.xlsx", data)
	if !ret.Declared.IsZero() || len(problems) > 0 {
		t.Errorf("declared %s, %s", ret.Declared.ISO(), codes(problems))
	}
}
