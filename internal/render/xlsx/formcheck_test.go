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
	last := resolution.LastYear{"2": {Figure: new(quantity.Int(119))}, "12": {Figure: new(quantity.Int(40))}}
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
		if lines := wrapped(text, (formWidths[colCheck]-2)/columnUnit, true); lines > 2 {
			t.Errorf("%q takes %d lines of its cell", text, lines)
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
	{"as last year", "phuong-bac-son", map[string]any{"D4": 352}, 4, ""},
	{"a zero", "phuong-bac-son", map[string]any{"D4": 0}, 4, ""},
	{"blank", "phuong-bac-son", nil, 4, ""},
	{"only a space", "phuong-bac-son", map[string]any{"D4": " "}, 4, ""},
	{"nothing arose", "phuong-bac-son", map[string]any{"F6": "Không phát sinh"}, 6, ""},
	{"no result yet", "phuong-bac-son", map[string]any{"F11": "Chưa có kết quả"}, 11, ""},
	{"ten times last year", "phuong-bac-son", map[string]any{"D4": 3520}, 4, "Gấp 10 lần năm trước"},
	{"a thousandth of it", "phuong-bac-son", map[string]any{"D11": 2.5}, 11, "Phải là số nguyên"},
	{"a hundredth of it", "phuong-bac-son", map[string]any{"D11": 25}, 11, "Chỉ bằng 1/100 năm trước"},
	{"ten times, with a reason", "phuong-bac-son", map[string]any{"D4": 3520, "K4": "sáp nhập phường"}, 4, ""},
	{"a thousand times", "phuong-bac-son", map[string]any{"D4": 341000}, 4, "Gấp 100 lần mục tiêu chung"},
	{"half as much again", "phuong-bac-son", map[string]any{"D4": 510}, 4, ""},
	{"among the remarks", "phuong-bac-son", map[string]any{"K4": 341}, 4, "Số ở Ghi chú"},
	{"a word among the remarks", "phuong-bac-son", map[string]any{"K4": "đang rà soát"}, 4, ""},
	{"a rate of nothing", "phuong-bac-son", map[string]any{"F8": "Không phát sinh", "F9": "Không phát sinh"}, 9,
		"Là số chung"},
	{"a rate of nothing, and why", "phuong-bac-son", map[string]any{"F9": "Không phát sinh", "K9": "mới thành lập"}, 9,
		""},
	{"letter O", "phuong-bac-son", map[string]any{"D4": "34O"}, 4, "Không phải con số"},
	{"below zero", "phuong-bac-son", map[string]any{"D4": -5}, 4, "Không nhận số âm"},
	{"both", "phuong-bac-son", map[string]any{"D4": 350, "F4": "Không phát sinh"}, 4, "Đã ghi giá trị"},
	{"another word", "phuong-bac-son", map[string]any{"F4": "không có"}, 4, "Chọn một mục"},
	{"part above whole", "phuong-bac-son", map[string]any{"D8": 13, "D9": 12}, 8, "Lớn hơn dòng 9"},
	{"part as large as the whole", "phuong-bac-son", map[string]any{"D8": 12, "D9": 12}, 8, ""},
	{"a part of another row's whole", "ban-to-chuc", map[string]any{"D4": 48, "D6": 49}, 6, "Lớn hơn dòng 4"},
	{"a part of nothing", "phuong-bac-son", map[string]any{"D8": 9, "F9": "Không phát sinh"}, 9, "Dòng 8 có số"},
	{"no households", "phuong-bac-son", map[string]any{"F11": "Không phát sinh"}, 11, "Năm trước có 2.500"},
	{"no households, and why", "phuong-bac-son", map[string]any{"F11": "Không phát sinh", "K11": "đã giải thể"}, 11,
		""},
	{"more names than counted", "phuong-bac-son", map[string]any{"D6": 1, "D7": "Nhà A; Nhà B;"}, 7,
		"Danh sách có 2 tên"},
	{"as many names", "phuong-bac-son", map[string]any{"D6": 2, "D7": "Nhà A\nNhà B"}, 7, ""},
	{"as many names with commas", "phuong-bac-son", map[string]any{"D6": 2, "D7": "Nhà A, Nhà B"}, 7, ""},
	{"ten times the target", "ban-to-chuc", map[string]any{"D9": 1280}, 9, "Gấp 10 lần mục tiêu"},
	{"near the target", "ban-to-chuc", map[string]any{"D9": 128}, 9, ""},
	{"the year before, in thousands", "kinh-te", map[string]any{"D5": 7000}, 5, "Chỉ bằng 1/1000 năm trước"},
	{"this year a thousand times", "kinh-te", map[string]any{"D6": 9000000, "D7": 8000}, 7, "dòng 6"},
	{"another status", "quan-ly-do-thi", map[string]any{"D4": "đang làm"}, 4, "Chọn một mục"},
	{"a status", "quan-ly-do-thi", map[string]any{"D4": "Hoàn thành"}, 4, ""},
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
	for value, want := range map[float64]string{0.86: "không ghi 0,925", 86: "", 8600: "Gấp 100 lần"} {
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
		{"phuong-bac-son", "D4", 4, []float64{1, 3, 19, 20, 27, 28, 34, 42, 43, 60, 68, 69, 341, 1700, 1706, 2727, 2728,
			3410, 4262, 4263, 10000, 27280, 34100, 65999, 66000, 341000}},
		{"phuong-bac-son", "D11", 11, []float64{2, 3, 19, 20, 25, 31, 32, 199, 200, 250, 312, 313, 499, 2500, 12500,
			12501,
			19999, 20000, 31250, 31251, 250000}},
		{"ban-to-chuc", "D9", 9, []float64{1, 2, 10, 12, 15, 17, 19, 20, 25, 26, 119, 600, 651, 999, 1000, 1300, 1487,
			1488, 1624, 1625, 1626, 12800}},
		{"chi-cuc-thue", "D4", 4, []float64{1, 15, 19, 20, 99, 100, 125, 150, 151, 190, 200, 1100, 5000, 6001, 8000,
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

// Where the plan takes a figure below zero the form does, and both compare how large it is.
func TestFormTakesALossWhereThePlanDoes(t *testing.T) {
	p := examplePlan(t)
	asks := p.Asks("ban-to-chuc")
	asks[9-formFirstRow].Negative = true // row 9, as with negative = true
	for value, want := range map[int]string{-130: "", 128: "", -3: "", 12: "", -1280: "Gấp 10 lần mục tiêu",
		1280: "Gấp 10 lần"} {
		checks, data := said(t, p, "ban-to-chuc", map[string]any{"D9": value})
		if got := checks[9]; want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%d: the form says %q, want %q", value, got, want)
		}
		b, _ := open.Read(t.Context(), "a.xlsx", data, workbook.DefaultLimits())
		_, problems := recognise.NewKnowledge(p, lastYears()).Recognise("1-nop-vao-day/ban-to-chuc.xlsx", "sha", b)
		if got := strings.Contains(codes(problems), "B343"); got != (want != "") {
			t.Errorf("%d: the reader says %s", value, codes(problems))
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
	for to, these := range map[string][]string{"xlsx": append(files, good), "xls": {good}, "ods": {good}} {
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
	if dvs, err := f.GetDataValidations(figures); err != nil || len(dvs) != 10 {
		t.Errorf("%d validations are left, %v", len(dvs), err)
	}
	id, _ := f.GetCellStyle(figures, at(colValue, formFirstRow))
	if style, err := f.GetStyle(id); err != nil || style.Protection == nil || style.Protection.Locked {
		t.Errorf("the answer is locked: %v", err)
	}
	for _, name := range []string{"xlsx/gui.xlsx", "xls/gui.xls", "ods/gui.ods"} {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		ret, problems := readBack(t, p, "1-nop-vao-day/"+filepath.Base(name), data)
		wantFull(t, p, "ban-to-chuc", ret, problems)
	}
}

// Forms of before are with the units: with the measure first and no check, then with
// the day over the table and the answers of no figures far right. They are read for
// good, as forms of the present version.
func TestFormsOfTheOldShapeAreRead(t *testing.T) {
	p := examplePlan(t)
	shape := func(dir, value string, first int, day, text string) []oldForm {
		var all []oldForm
		for _, unit := range []string{"ban-to-chuc", "phuong-bac-son", "kinh-te"} {
			file := filepath.Join("testdata", "bieu-mau-cu", dir, unit+".xlsx")
			all = append(all, oldForm{unit, file, value, first, day, text})
		}
		return all
	}
	for _, old := range slices.Concat(shape("", "G", 7, "H2", "D"), shape("lan-2", "D", 8, "D6", "E")[:2]) {
		f, err := excelize.OpenFile(old.file)
		if err != nil {
			t.Fatal(err)
		}
		set := func(sheet, cell string, value any) {
			t.Helper()
			if err := f.SetCellValue(sheet, cell, value); err != nil {
				t.Fatal(err)
			}
		}
		for i, a := range p.Asks(old.unit) {
			if a.Kind == resolution.AskText {
				set(figures, at(old.value, old.first+i), "Một; Hai")
			} else {
				set(figures, at(old.value, old.first+i), filledWith(i, a))
			}
		}
		set(figures, old.day, "05/12/2022")
		set(returns.SheetNarrative, "C6", "Kết quả nổi bật")
		set(returns.SheetNarrative, old.text+"6", "Ví dụ: phong trào ở tổ 5.")
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		f.Close()
		ret, problems := readBack(t, p, "1-nop-vao-day/gui.xlsx", out.Bytes())
		wantFull(t, p, old.unit, ret, problems)
		if ret.Declared != (viet.Date{Year: 2022, Month: 12, Day: 5}) || len(ret.Remarks) != 1 {
			t.Errorf("%s: dated %s, remarks %+v", old.file, ret.Declared.ISO(), ret.Remarks)
		}
	}
}

// oldForm is where a form of before has what its unit fills.
type oldForm struct {
	unit, file, value string
	first             int
	day, text         string
}

// The day a form is due is printed, and is no day on which it was filled.
func TestFormSaysWhenItIsDue(t *testing.T) {
	p := examplePlan(t)
	p.Report.Due = viet.Date{Year: 2022, Month: 12, Day: 15}
	data := blank(t, p, "ban-to-chuc")
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, _ := f.GetCellValue(figures, at(colNumber, formProgressRow))
	if got != "Đã điền đúng 0/7 ô bắt buộc. Hạn gửi: 15/12/2022" {
		t.Errorf("due: %q", got)
	}
	ret, problems := readBack(t, p, "1-nop-vao-day/gui.xlsx", data)
	if !ret.Declared.IsZero() || len(problems) > 0 {
		t.Errorf("declared %s, %s", ret.Declared.ISO(), codes(problems))
	}
}

// Formulas keep to what Excel 2010 has: its functions, 8192 letters, 64 levels and 255
// letters of a text.
func TestFormulasOfFormsKeepToExcel2010(t *testing.T) {
	known := []string{"IF", "IFERROR", "AND", "OR", "NOT", "ISNUMBER", "ISTEXT", "LEN", "TRIM", "N", "INT", "ROUND",
		"MAX", "LOG10", "ROW", "SUM", "SUMPRODUCT", "SUBSTITUTE", "CHAR", "RIGHT", "FIND"}
	p := examplePlan(t)
	for _, u := range p.Units {
		data, err := WriteForm(returns.NewForm(p, u.ID, lastYears()))
		if err != nil {
			t.Fatal(err)
		}
		b, _ := open.Read(t.Context(), "a.xlsx", data, workbook.DefaultLimits())
		for _, s := range b.Sheets {
			for i := range s.Cells {
				formula := s.Cells[i].FormulaText()
				outside := ""
				for k, part := range strings.Split(formula, `"`) {
					if k%2 == 0 {
						outside += part + " "
					} else if len(part) > 255 {
						t.Errorf("%s: a text of %d bytes", u.ID, len(part))
					}
				}
				depth, deepest, name := 0, 0, ""
				for _, r := range outside {
					switch {
					case r >= 'A' && r <= 'Z' || r >= '0' && r <= '9':
						name += string(r)
						continue
					case r == '(':
						if name != "" && !slices.Contains(known, name) {
							t.Errorf("%s: %s() in %s", u.ID, name, formula)
						}
						depth++
					case r == ')':
						depth--
					}
					name, deepest = "", max(deepest, depth)
				}
				if len([]rune(formula)) > 8192 || deepest > 64 || depth != 0 {
					t.Errorf("%s: %d letters, %d levels", u.ID, len(formula), deepest)
				}
			}
		}
	}
}

// Words of a plan that look like a formula's own stay words.
func TestHostileWordsInAForm(t *testing.T) {
	p := examplePlan(t)
	asks := p.Asks("phuong-bac-son")
	m := asks[0].Measure
	m.Name = `=HYPERLINK("http://x","y")`
	m.Inputs[0].Label, m.Inputs[0].Unit, m.Inputs[0].Note = `+1"&A1&"`, `"{vi-du}"`, `{da-dien}{dvt}"`
	m.Inputs[0].Whole = false
	p.Units[0].Name = "x"
	p.Index()
	f, err := excelize.OpenReader(bytes.NewReader(blank(t, p, "phuong-bac-son")))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for col, want := range map[string]string{colLabel: m.Inputs[0].Label, colUnit: m.Inputs[0].Unit,
		colMeasure: m.Name} {
		got, _ := f.GetCellValue(figures, at(col, formFirstRow))
		if formula, _ := f.GetCellFormula(figures, at(col, formFirstRow)); got != want || formula != "" {
			t.Errorf("%s: %q, %q", col, got, formula)
		}
	}
	said, err := f.CalcCellValue(figures, at(colHint, formFirstRow))
	if err != nil || !strings.Contains(said, "1250.5") {
		t.Errorf("%q, %v", said, err)
	}
}
