package xlsx

import (
	"bytes"
	"context"
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
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

const figures = returns.SheetFigures

func examplePlan(t testing.TB) *resolution.Plan {
	t.Helper()
	p, problems := load.Load(os.DirFS("../../../examples/kien-an-2022"))
	if p == nil {
		t.Fatalf("the example plan does not load: %v", problems)
	}
	return p
}

func blank(t testing.TB, p *resolution.Plan, unit string) []byte {
	t.Helper()
	data, err := WriteForm(returns.NewForm(p, unit, nil))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// filledWith is what the nth row is filled with, of the size of its target.
func filledWith(i int, a resolution.Ask) int {
	if near := a.Measure.Target.Near(); a.Role == resolution.RoleValue && len(near) == 2 {
		return int(near[0].Float())
	}
	return 10 + i
}

// fill opens a form as a clerk does, answers every figure with a number and
// every status, lets change do the rest, and returns the saved file.
func fill(t testing.TB, p *resolution.Plan, unit string, change func(f *excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(blank(t, p, unit)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, a := range p.Asks(unit) {
		cell := at(colValue, formFirstRow+i)
		switch a.Kind {
		case resolution.AskNumber:
			err = f.SetCellValue(figures, cell, filledWith(i, a))
		case resolution.AskChoice:
			err = f.SetCellValue(figures, cell, "Hoàn thành")
		case resolution.AskText:
			err = f.SetCellValue(figures, cell, "Một; Hai")
		case resolution.AskDay:
			err = f.SetCellValue(figures, cell, "15/6/2022")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		change(f)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readBack(t testing.TB, p *resolution.Plan, file string, data []byte) (returns.Return, []diag.Problem) {
	t.Helper()
	b, problems := open.Read(context.Background(), file, data, workbook.DefaultLimits())
	if b == nil {
		t.Fatalf("unreadable: %v", problems)
	}
	return recognise.NewKnowledge(p, nil).Recognise(file, "sha", b)
}

func codes(ps []diag.Problem) string {
	var all []string
	for _, p := range ps {
		all = append(all, p.Code)
	}
	return strings.Join(all, " ")
}

func wantFull(t testing.TB, p *resolution.Plan, unit string, ret returns.Return, problems []diag.Problem) {
	t.Helper()
	var b bytes.Buffer
	_ = diag.Print(&b, problems, diag.Vi, "")
	if len(problems) > 0 || ret.Unit != unit || ret.Status != returns.StatusAccepted {
		t.Fatalf("unit %q, status %q, problems:\n%s", ret.Unit, ret.Status, b.String())
	}
	asks := p.Asks(unit)
	if len(ret.Observations) != len(asks) {
		t.Fatalf("%d observations of %d asks", len(ret.Observations), len(asks))
	}
	for i, o := range ret.Observations {
		if o.Key != asks[i].Key() || o.Answer != returns.Given || o.How != returns.ByForm {
			t.Errorf("observation %d: %+v", i, o)
		}
		if asks[i].Kind == resolution.AskNumber && !o.Value.Equal(quantity.Int(int64(filledWith(i, asks[i])))) {
			t.Errorf("%s = %s, want %d", o.Key, o.Value.Plain(), filledWith(i, asks[i]))
		}
	}
}

// A form comes back from the clerk and is read without a question.
func TestFilledFormsAreRead(t *testing.T) {
	p := examplePlan(t)
	for _, unit := range []string{"ban-to-chuc", "thong-ke", "lao-dong", "phuong-bac-son"} {
		ret, problems := readBack(t, p, "1-nop-vao-day/gui.xlsx", fill(t, p, unit, nil))
		wantFull(t, p, unit, ret, problems)
	}
}

func TestAFormIsTheSameEachTime(t *testing.T) {
	p := examplePlan(t)
	if !bytes.Equal(blank(t, p, "ban-to-chuc"), blank(t, p, "ban-to-chuc")) {
		t.Error("two writings of one form differ")
	}
	if _, err := WriteForm(returns.NewForm(p, "khong-co", nil)); err == nil {
		t.Error("a form was written for a unit that does not exist")
	}
}

// White cells take an answer, grey ones are locked, and the form counts along.
func TestFormGuidesItsUser(t *testing.T) {
	p := examplePlan(t)
	last := resolution.LastYear{"2": {Figure: new(quantity.Int(119))}}
	data, err := WriteForm(returns.NewForm(p, "ban-to-chuc", last))
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, locked := range map[string]bool{"D4": false, "F4": false, "K4": false, "D13": false, "D14": false,
		"C4": true, "A4": true, "G4": true, "I4": true} {
		id, _ := f.GetCellStyle(figures, cell)
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if got := style.Protection == nil || style.Protection.Locked; got != locked {
			t.Errorf("%s locked: %v", cell, got)
		}
	}
	formula, _ := f.GetCellFormula(figures, "B2")
	if shown, _ := f.GetCellValue(figures, "B2"); shown != "Đã điền đúng 0/7 ô bắt buộc" ||
		!strings.Contains(formula, "SUMPRODUCT") {
		t.Errorf("progress %q = %q", formula, shown)
	}
	if v, _ := f.GetCellValue(figures, "I9"); v != "119" {
		t.Errorf("last year's figure %q", v)
	}
	if dvs, err := f.GetDataValidations(figures); err != nil ||
		len(dvs) != 10 { // 7 numbers, a list of names, the column of nil answers and the date
		t.Errorf("%d validations, %v", len(dvs), err)
	}
	if visible, _ := f.GetSheetVisible(returns.SheetMark); visible {
		t.Error("the marking is visible")
	}
}

// On a phone question and answer stand side by side, the question stays while the
// rest is moved beside it, and a small screen shows the whole form of a ward. What is
// printed is at least 8 points high.
func TestFormFitsItsScreens(t *testing.T) {
	const phone, screen, rowHeads, scrollBar, grid = 360, 1366, 26, 18, 490
	p := examplePlan(t)
	for _, unit := range []string{"phuong-bac-son", "ban-to-chuc", "kinh-te", "lao-dong"} {
		data, err := WriteForm(returns.NewForm(p, unit, lastYears()))
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		pixels := map[string]float64{}
		total := 0.0
		for col := range formWidths {
			width, _ := f.GetColWidth(figures, col)
			if shown, _ := f.GetColVisible(figures, col); shown {
				pixels[col] = width*7 + 5
				total += pixels[col]
			}
		}
		if near := rowHeads + pixels[colNumber] + pixels[colLabel] + pixels[colValue]; near > phone {
			t.Errorf("%s: question and answer take %v pixels of a phone", unit, near)
		}
		if total+rowHeads+scrollBar > screen {
			t.Errorf("%s: the form is %v pixels wide", unit, total)
		}
		if size := bodySize * (297.0 - 25.4) / 25.4 * 96 / total; size < 8 {
			t.Errorf("%s is printed %.1f points high", unit, size)
		}
		height, asks := 0.0, len(p.Asks(unit))
		for row := range formHeadRow + asks {
			points, _ := f.GetRowHeight(figures, row+1)
			height += points * 96 / 72
		}
		if unit == "phuong-bac-son" && height > grid {
			t.Errorf("the form of a ward is %v pixels high", height)
		}
		panes, err := f.GetPanes(figures)
		if first := at(colValue, formFirstRow); err != nil || panes.XSplit != 3 || panes.YSplit != formHeadRow ||
			panes.TopLeftCell != first {
			t.Errorf("%s: %+v, %v", unit, panes, err)
		}
	}
}

// Beside a cell stands what its unit answered itself last year, never the figure of
// all units; a column with nothing in it is not shown.
func TestFormShowsTheUnitsOwnLastYear(t *testing.T) {
	p := examplePlan(t)
	last := lastYears()
	for _, a := range p.Asks("lao-dong") {
		if a.Role == resolution.RoleLast { // a rate: its owner's alone
			before := map[resolution.LastInput]quantity.Number{{Unit: "lao-dong", Role: a.Role}: quantity.Int(80)}
			last[a.Measure.ID] = resolution.LastFigure{Figure: new(quantity.Decimal(915, 1)), Inputs: before}
		}
	}
	for _, c := range []struct{ unit, key, want string }{
		{"phuong-bac-son", "11.1.value", "341"},
		{"phuong-bac-son", "12.value", ""}, // known of all wards together
		{"phuong-bac-son", "17.2.denominator", "2,500"},
		{"kinh-te", "4.1.current", "7,000,000"},
		{"kinh-te", "4.1.previous", "7,000,000"}, // that is what it was asked then
		{"lao-dong", "11.2.last_year", "91.5"},
		{"lao-dong", "11.2.numerator", ""},
	} {
		data, err := WriteForm(returns.NewForm(p, c.unit, last))
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(p.Asks(c.unit), func(a resolution.Ask) bool { return a.Key() == c.key })
		if got, _ := f.GetCellValue(figures, at(colLast, formFirstRow+i)); got != c.want {
			t.Errorf("%s %s: last year %q, want %q", c.unit, c.key, got, c.want)
		}
		if shown, _ := f.GetColVisible(figures, colPlan); shown {
			t.Errorf("%s: an empty column is shown", c.unit)
		}
		f.Close()
	}
}

// The name of a unit is not cut off by the title on its right.
func TestALongNameHasRoomInItsForm(t *testing.T) {
	p := examplePlan(t)
	for name, want := range map[string]string{"Phường Bắc Sơn": "F1",
		"Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội quận": "H1"} {
		p.Unit("phuong-bac-son").Name = name
		f, err := excelize.OpenReader(bytes.NewReader(blank(t, p, "phuong-bac-son")))
		if err != nil {
			t.Fatal(err)
		}
		title, _ := f.GetCellValue(figures, want)
		if unit, _ := f.GetCellValue(figures, "B1"); !strings.Contains(unit, name) || !strings.HasPrefix(title,
			"BIỂU") {
			t.Errorf("%q, %q", unit, title)
		}
		f.Close()
	}
}

// The hint of a row with decimals is printed with the decimal mark of the machine.
func TestFormSaysWhatToType(t *testing.T) {
	p := examplePlan(t)
	for _, c := range []struct{ unit, key, want, formula string }{
		{"phuong-bac-son", "11.1.value", "Nhập số lượt lao động, ví dụ 341.", ""},
		{"phuong-bac-son", "16.list",
			"Tên cách nhau bằng dấu chấm phẩy: A; B. Không bắt buộc.", ""},
		{"lao-dong", "11.2.last_year", "Nhập tỷ lệ %, ví dụ 92,5. Không bắt buộc.",
			`"Nhập tỷ lệ %, ví dụ "&92.5&". Không bắt buộc."`},
		{"quan-ly-do-thi", "9.status", "Bấm mũi tên ở ô, chọn một mục.", ""},
	} {
		f, err := excelize.OpenReader(bytes.NewReader(blank(t, p, c.unit)))
		if err != nil {
			t.Fatal(err)
		}
		cell := at(colHint, formFirstRow+slices.IndexFunc(p.Asks(c.unit), func(a resolution.Ask) bool {
			return a.Key() == c.key
		}))
		said, _ := f.GetCellValue(figures, cell)
		formula, _ := f.GetCellFormula(figures, cell)
		if said != c.want || formula != c.formula {
			t.Errorf("%s: %q, %q", c.key, said, formula)
		}
		f.Close()
	}
}

// A blank form owes everything, and that is no error of its cells.
func TestBlankForm(t *testing.T) {
	p := examplePlan(t)
	for _, unit := range []string{"ban-to-chuc", "quan-su", "van-hoa", "phuong-van-dau"} {
		ret, problems := readBack(t, p, "1-nop-vao-day/a.xlsx", blank(t, p, unit))
		if ret.Unit != unit || ret.Status != returns.StatusPartial || len(problems) > 0 {
			t.Errorf("%s: unit %q, status %q, %s", unit, ret.Unit, ret.Status, codes(problems))
		}
	}
}

// The date of a form stays as it was typed, whatever the machine's own order of
// day and month, and tells which of two returns came later.
func TestFormIsDated(t *testing.T) {
	p := examplePlan(t)
	f, err := excelize.OpenReader(bytes.NewReader(blank(t, p, "ban-to-chuc")))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if id, _ := f.GetCellStyle(figures, "D13"); id == 0 {
		t.Error("the cell of the date has no style")
	} else if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 || style.Protection == nil ||
		style.Protection.Locked {
		t.Errorf("the cell of the date: %+v, %v", style, err)
	}
	if err := f.SetCellStr(figures, "D13", "05/12/2022"); err != nil {
		t.Fatal(err)
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if ret, _ := readBack(t, p, "1-nop-vao-day/a.xlsx", data.Bytes()); ret.Declared.ISO() != "2022-12-05" {
		t.Errorf("dated %s", ret.Declared.ISO())
	}
}

// What clerks do to forms and may do: insert rows, rename sheets, move columns apart, sort.
func TestFormsSurviveHandling(t *testing.T) {
	p := examplePlan(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	emptied := func(f *excelize.File) {
		for i := range p.Asks("ban-to-chuc") {
			must(f.SetCellValue(figures, at(colID, formFirstRow+i), nil))
		}
	}
	nameless := func(f *excelize.File) {
		for _, n := range f.GetDefinedName() {
			must(f.DeleteDefinedName(&excelize.DefinedName{Name: n.Name, Scope: n.Scope}))
		}
	}
	for name, change := range map[string]func(f *excelize.File){
		"ids emptied":         emptied,
		"names lost":          nameless,
		"ids and names lost":  func(f *excelize.File) { emptied(f); nameless(f) },
		"hidden column taken": func(f *excelize.File) { must(f.RemoveCol(figures, colID)) },
		"names on a sheet that is called otherwise": func(f *excelize.File) {
			must(f.SetSheetName(figures, "Biểu của phường"))
		},
		"columns shown":  func(f *excelize.File) { must(f.SetColVisible(figures, "A:N", true)) },
		"head cut short": func(f *excelize.File) { must(f.RemoveRow(figures, 1)) },
		"inserted rows": func(f *excelize.File) {
			must(f.InsertRows(figures, formFirstRow+2, 3))
			must(f.InsertRows(figures, 1, 2))
		},
		"inserted column": func(f *excelize.File) { must(f.InsertCols(figures, "D", 1)) },
		"renamed sheet": func(f *excelize.File) { // the names follow, as in Excel
			must(f.SetSheetName(figures, "Sheet1"))
			for _, n := range f.GetDefinedName() {
				if strings.HasPrefix(n.Name, "CT_") {
					must(f.DeleteDefinedName(&excelize.DefinedName{Name: n.Name, Scope: n.Scope}))
					n.RefersTo = "Sheet1!" + n.RefersTo[strings.Index(n.RefersTo, "!")+1:]
					must(f.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: n.RefersTo}))
				}
			}
		},
		"swapped rows": func(f *excelize.File) { // as a sort does: cells move, names stay
			for _, col := range []string{"A", "B", "C", "D", "E", "L"} {
				a, b := fmt.Sprintf("%s%d", col, formFirstRow), fmt.Sprintf("%s%d", col, formFirstRow+3)
				va, _ := f.GetCellValue(figures, a)
				vb, _ := f.GetCellValue(figures, b)
				if col == "D" {
					must(f.SetCellValue(figures, a, 13))
					must(f.SetCellValue(figures, b, 10))
					continue
				}
				must(f.SetCellStr(figures, a, vb))
				must(f.SetCellStr(figures, b, va))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			ret, problems := readBack(t, p, "1-nop-vao-day/gui.xlsx", fill(t, p, "ban-to-chuc", change))
			wantFull(t, p, "ban-to-chuc", ret, problems)
		})
	}
}

func TestNarrativeIsRead(t *testing.T) {
	p := examplePlan(t)
	f, err := excelize.OpenReader(bytes.NewReader(blank(t, p, "van-hoa")))
	if err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]string{"B6": p.Areas[3].Title, "C6": "Kết quả nổi bật",
		"E6": "Tổ chức tốt ngày hội.",
		"C7": "Tồn tại, hạn chế", "E7": "Còn chậm.", "E8": "Chưa chọn loại.", "B9": "Y tế", "C9": "Nguyên nhân",
		"E9": "Thiếu người.", "C10": "Nguyên nhân chủ quan", "D10": "(17) Tỷ lệ tổ dân phố", "E10": "Chậm bình xét.",
		"C11": "Nhiệm vụ, giải pháp", "D11": "17.2", "E11": "Bình xét sớm.", "C12": "Kiến nghị", "D12": "31",
		"E12": "Đề nghị bố trí kinh phí."} {
		if err := f.SetCellStr(returns.SheetNarrative, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	ret, problems := readBack(t, p, "1-nop-vao-day/a.xlsx", out.Bytes())
	if codes(problems) != "B320 B322 B523" || len(ret.Remarks) != 6 {
		t.Fatalf("problems %s, remarks %+v", codes(problems), ret.Remarks)
	}
	if m := ret.Remarks[0]; m.Area != p.Areas[3].ID || m.Kind != returns.Achievement || m.At.Cell != "E6" {
		t.Errorf("first remark %+v", m)
	}
	for i, want := range map[int]returns.Remark{2: {Kind: returns.Cause},
		3: {Kind: returns.SubjectiveCause, Indicator: 17}, 4: {Kind: returns.Solution, Indicator: 17},
		5: {Kind: returns.Request}} {
		if m := ret.Remarks[i]; m.Kind != want.Kind || m.Indicator != want.Indicator {
			t.Errorf("remark %d: %+v, want %+v", i, m, want)
		}
	}
}

// LibreOffice rewrites the whole file; nothing of the form may be lost.
func TestFormSavedByLibreOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil || testing.Short() || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: BAOCAO_TEST_SLOW=1 or LibreOffice is absent")
	}
	p := examplePlan(t)
	dir := t.TempDir()
	in := filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(in, fill(t, p, "ban-to-chuc", nil), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx",
		"--outdir", filepath.Join(dir, "out"), in)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "out", "a.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	ret, problems := readBack(t, p, "1-nop-vao-day/a.xlsx", data)
	wantFull(t, p, "ban-to-chuc", ret, problems)
}

// openpyxl is what scripts of the departments use.
func TestFormFilledByOpenpyxl(t *testing.T) {
	python := "/usr/bin/python3"
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		t.Skip("skipped: python3-openpyxl is absent")
	}
	p := examplePlan(t)
	file := filepath.Join(t.TempDir(), "a.xlsx")
	if err := os.WriteFile(file, fill(t, p, "ban-to-chuc", nil), 0o600); err != nil {
		t.Fatal(err)
	}
	script := "import sys, openpyxl\nw = openpyxl.load_workbook(sys.argv[1])\nw['Số liệu']['D4'] = 10\n" +
		"w.save(sys.argv[1])\n"
	if out, err := exec.Command(python, "-c", script, file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	ret, problems := readBack(t, p, "1-nop-vao-day/a.xlsx", data)
	wantFull(t, p, "ban-to-chuc", ret, problems)
}

func BenchmarkWriteForm(b *testing.B) {
	form := returns.NewForm(examplePlan(b), "ban-to-chuc", nil)
	for b.Loop() {
		if _, err := WriteForm(form); err != nil {
			b.Fatal(err)
		}
	}
}
