package recognise

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/workbook"
)

func examplePlan(t testing.TB) *resolution.Plan {
	t.Helper()
	p, problems := load.Load(os.DirFS("../../examples/kien-an-2022"))
	if p == nil {
		t.Fatalf("the example plan does not load: %v", problems)
	}
	return p
}

// recognise reads one file by a plan as it stands now. What was not understood and takes
// nothing away is left out: see TestWhatNobodyUnderstoodIsTold.
func recognise(p *resolution.Plan, file, sha string, b *workbook.Book) (returns.Return, []diag.Problem) {
	return withoutUnheard(NewKnowledge(p, nil).Recognise(file, sha, b))
}

func withoutUnheard(ret returns.Return, problems []diag.Problem) (returns.Return, []diag.Problem) {
	return ret, slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.Code == "B976" })
}

// sheet makes a sheet of rows; nil is a blank cell, a string a text, an int or
// a quantity.Number a number, a workbook.Cell itself.
func sheet(name string, rows ...[]any) *workbook.Sheet {
	s := &workbook.Sheet{Name: name}
	for i, row := range rows {
		for j, v := range row {
			c := workbook.Cell{Kind: workbook.Text, Style: &workbook.Style{}}
			switch v := v.(type) {
			case nil:
				continue
			case string:
				c.Text = v
			case int:
				c.Kind, c.Number = workbook.Number, quantity.Int(int64(v))
			case quantity.Number:
				c.Kind, c.Number = workbook.Number, v
			case workbook.Cell:
				c = v
				if c.Style == nil {
					c.Style = &workbook.Style{}
				}
			}
			c.Row, c.Col = i+1, j+1
			s.Cells = append(s.Cells, c)
		}
	}
	return s
}

func book(sheets ...*workbook.Sheet) *workbook.Book {
	return &workbook.Book{Format: "xlsx", Sheets: sheets}
}

// form makes the smallest form of a unit: headings in row 2, asks from row 3,
// value in D, nil answer in E.
func form(p *resolution.Plan, unit string, values map[string]any) *workbook.Book {
	rows := [][]any{
		{"Đơn vị báo cáo"},
		{returns.HeadID, returns.HeadLabel, returns.HeadUnit, returns.HeadValue, returns.HeadNil},
	}
	b := book()
	name := func(name, sheet string, row, col int) {
		at := workbook.Range{Row: row, Col: col, LastRow: row, LastCol: col}
		b.Names = append(b.Names, workbook.Name{Name: name, Sheet: sheet, Range: at})
	}
	for i, a := range p.Asks(unit) {
		rows = append(rows, []any{a.Key(), a.Label, a.Unit, values[a.Key()], values[a.Key()+"?"]})
		name(a.Name(), returns.SheetFigures, i+3, 4)
	}
	b.Sheets = append(b.Sheets, sheet(returns.SheetFigures, rows...), sheet(returns.SheetMark,
		[]any{unit},
		[]any{returns.NewForm(p, unit, nil).Version},
		[]any{p.Resolution.Number},
		[]any{itoa(p.Resolution.Year)}))
	for i, mark := range []string{returns.NameUnit, returns.NameVersion, returns.NameResolution, returns.NameYear} {
		name(mark, returns.SheetMark, i+1, 1)
	}
	return b
}

// addRow writes into the value column below the form's table.
func addRow(b *workbook.Book, text string) {
	c := workbook.Cell{Row: 60, Col: 4, Kind: workbook.Text, Text: text, Style: &workbook.Style{}}
	b.Sheets[0].Cells = append(b.Sheets[0].Cells, c)
}

func codes(ps []diag.Problem) string {
	var all []string
	for _, p := range ps {
		all = append(all, p.Code)
	}
	return strings.Join(all, " ")
}

// Whose file is it? Every sign counts, and they must agree.
func TestUnitIsRecognised(t *testing.T) {
	p := examplePlan(t)
	title := func(lines ...string) *workbook.Book {
		var rows [][]any
		for _, l := range lines {
			rows = append(rows, []any{l})
		}
		return book(sheet("Sheet1", rows...))
	}
	for _, c := range []struct {
		file string
		book *workbook.Book
		unit string
		code string
	}{
		{"1-nop-vao-day/Phường Bắc Sơn/bieu 2.xlsx", title(), "phuong-bac-son", ""},
		{"1-nop-vao-day/bac_son.xlsx", title(), "phuong-bac-son", ""},
		{"1-nop-vao-day/Bao cao nam 2022 - PHUONG BAC SON (lan 2).xlsx", title(), "phuong-bac-son", ""},
		{"1-nop-vao-day/phuong-bac-son.xlsx", title(), "phuong-bac-son", ""},
		{"1-nop-vao-day/x.xlsx", title("UBND QUẬN KIẾN AN", "PHƯỜNG BẮC SƠN", "Báo cáo gửi Quận ủy Kiến An"),
			"phuong-bac-son", ""},
		{"1-nop-vao-day/x.xlsx", title("Phòng Kinh tế", "Kính gửi: Ban Tổ chức Quận ủy"), "kinh-te", ""},
		{"1-nop-vao-day/Kinh tế.xlsx", title(), "kinh-te", ""},
		{"1-nop-vao-day/BHXH 2022.xlsx", title(), "bao-hiem-xa-hoi", ""},
		{"1-nop-vao-day/Phường Bắc Sơn.xlsx", title("Tình hình tham gia BHXH, BHYT"), "phuong-bac-son", ""},
		{"1-nop-vao-day/Báo cáo kinh tế - xã hội.xlsx", title("Quận ủy Kiến An"), "", "B200"},
		{"1-nop-vao-day/Chi cục Thuế quận.xlsx", book(sheet("S",
			[]any{"Thu các phường"},
			[]any{"Phường Bắc Sơn", 5},
			[]any{"Phường Nam Sơn", 6},
		)), "chi-cuc-thue", ""},
		{"1-nop-vao-day/bieu 2.xlsx", title(), "", "B200"},
		{"1-nop-vao-day/Phường Nam Sơn/x.xlsx", title("PHƯỜNG BẮC SƠN"), "", "B201"},
		{"1-nop-vao-day/Phường Nam Sơn/x.xlsx", form(p, "phuong-bac-son", nil), "", "B201"},
		{"1-nop-vao-day/Phường Bắc Sơn, Phường Nam Sơn.xlsx", title(), "", "B201"},
		{"1-nop-vao-day/x.xlsx", form(p, "phuong-bac-son", nil), "phuong-bac-son", ""},
	} {
		ret, problems := recognise(p, c.file, "", c.book)
		if ret.Unit != c.unit {
			t.Errorf("%s: unit %q, want %q (%s)", c.file, ret.Unit, c.unit, codes(problems))
		}
		if c.code == "" {
			continue
		}
		if codes(problems) != c.code || ret.Status != returns.StatusUnknown || ret.Observations != nil {
			t.Errorf("%s: %s, status %s; want %s", c.file, codes(problems), ret.Status, c.code)
		}
	}
	if got := NewKnowledge(p, nil).UnitOfPath("1-nop-vao-day/Ban Tổ chức Quận ủy/hỏng.xlsx"); got != "ban-to-chuc" {
		t.Errorf("UnitOfPath = %q", got)
	}
	unknown := form(p, "phuong-bac-son", nil)
	unknown.Sheet(returns.SheetMark).Cells[0].Text = "phong-cu"
	if _, problems := recognise(p, "1-nop-vao-day/Bắc Sơn.xlsx", "", unknown); codes(problems) != "B202" {
		t.Errorf("an unknown marking: %s", codes(problems))
	}
}

// What can stand in a cell, and what becomes of it.
func TestCells(t *testing.T) {
	p := examplePlan(t)
	num := func(s string, st workbook.Style) workbook.Cell {
		return workbook.Cell{Kind: workbook.Number, Number: quantity.MustParse(s), Style: &st}
	}
	const count, amount, rate = "1.1.numerator", "4.current", "11.2.last_year" // tổ chức; triệu đồng; %
	for _, c := range []struct {
		key   string
		value any
		said  any
		want  returns.Answer
		code  string
		read  string
	}{
		{count, 48, nil, returns.Given, "", "48"},
		{count, 0, nil, returns.Given, "", "0"},
		{count, nil, nil, returns.Blank, "", ""},
		{count, "  ", nil, returns.Blank, "", ""},
		{count, nil, returns.SayNil, returns.Nil, "", ""},
		{count, nil, "chưa có kết quả", returns.Pending, "", ""},
		{count, "KHÔNG PHÁT SINH", nil, returns.Nil, "", ""},
		{count, "không phát sinh", returns.SayNil, returns.Nil, "", ""},
		{count, 12, returns.SayNil, returns.Faulty, "B310", ""},
		{count, nil, "x", returns.Faulty, "B311", ""},
		{count, "1.250", nil, returns.Given, "B301", "1250"},
		{amount, "1.250", nil, returns.Faulty, "B302", ""},
		{amount, "1.300,4", nil, returns.Given, "B301", "1300.4"},
		{count, "khoảng 350", nil, returns.Faulty, "B313", ""},
		{count, "-", nil, returns.Faulty, "B316", ""},
		{count, "x", nil, returns.Faulty, "B316", ""},
		{count, "12-13", nil, returns.Faulty, "B314", ""},
		{count, "3/4 tổ chức", nil, returns.Given, "B301", "3"},
		{count, "3/2022", nil, returns.Faulty, "B315", ""},
		{count, "3 tổ chức, 2 chi bộ", nil, returns.Faulty, "B315", ""},
		{count, "3 chi bộ", nil, returns.Faulty, "B218", ""},
		{count, "3 TCCSĐ", nil, returns.Given, "B301", "3"},
		{count, "3 (chưa chốt)", nil, returns.Faulty, "B328", ""},
		{count, "3\n4", nil, returns.Faulty, "B315", ""},
		{count, "1.23E+03", nil, returns.Faulty, "B300", ""},
		{count, "Đã xong", nil, returns.Faulty, "B300", ""},
		{amount, "325,023 tỷ đồng", nil, returns.Given, "B301", "325023"},
		{amount, "325,023", nil, returns.Faulty, "B302", ""},
		{amount, "1,25 tỷ đồng", nil, returns.Given, "B301", "1250"},
		{count, -1, nil, returns.Faulty, "B308", ""},
		{amount, -1, nil, returns.Faulty, "B308", ""},
		{count, quantity.MustParse("48.5"), nil, returns.Faulty, "B309", ""},
		{amount, quantity.MustParse("48.5"), nil, returns.Given, "", "48.5"},
		{count, num("0.8276", workbook.Style{IsPercent: true}), nil, returns.Faulty, "B303", ""},
		{rate, num("0.4587", workbook.Style{IsPercent: true}), nil, returns.Given, "B304", "45.87"},
		{rate, "45,87%", nil, returns.Given, "B301", "45.87"},
		{rate, quantity.MustParse("4.57"), nil, returns.Given, "", "4.57"},
		{count, "12%", nil, returns.Faulty, "B218", ""},
		{count, num("44886", workbook.Style{IsDate: true}), nil, returns.Faulty, "B307", ""},
		{count, workbook.Cell{Kind: workbook.Error, Text: "#REF!"}, nil, returns.Faulty, "B305", ""},
		{count, workbook.Cell{Kind: workbook.Beyond, Text: "1E+200"}, nil, returns.Faulty, "B129", ""},
		{count, num("325", workbook.Style{Lost: true}), nil, returns.Faulty, "B334", ""},
		{count, num("0", workbook.Style{Lost: true}), nil, returns.Given, "", "0"},
		{count, workbook.Cell{Kind: workbook.NoValue, HasFormula: true, Formula: "A1+B1"}, nil, returns.Faulty, "B306",
			""},
		{count, workbook.Cell{Kind: workbook.Number, Number: quantity.Int(7), HasFormula: true, Formula: "3+4"}, nil,
			returns.Given, "", "7"},
		{count, workbook.Cell{Kind: workbook.Bool, Text: "TRUE"}, nil, returns.Faulty, "B300", ""},
	} {
		unit := "ban-to-chuc"
		switch c.key {
		case amount:
			unit = "thong-ke"
		case rate:
			unit = "lao-dong"
		}
		b := form(p, unit, map[string]any{c.key: c.value, c.key + "?": c.said})
		ret, problems := recognise(p, "1-nop-vao-day/a.xlsx", "", b)
		o := returns.FindAnswer(ret.Observations, c.key)
		if o.Answer != c.want || codes(problems) != c.code || c.want == returns.Given && o.Value.Plain() != c.read {
			t.Errorf("%s = %v / %v: answer %d value %s problems %q; want %d %s %q", c.key, c.value, c.said,
				o.Answer, o.Value.Plain(), codes(problems), c.want, c.read, c.code)
		}
		for _, pr := range problems {
			if pr.Unit != unit || pr.Measure == "" || pr.At.Cell == "" {
				t.Errorf("%s does not say where: %+v", pr.Code, pr)
			}
		}
	}
}

// A statement is answered from a list, its evidence in words.
func TestStatementsAndNarrative(t *testing.T) {
	p := examplePlan(t)
	var unit string
	var status, evidence string
	for _, u := range p.Units {
		for _, a := range p.Asks(u.ID) {
			if a.Kind == resolution.AskChoice {
				unit, status, evidence = u.ID, a.Key(), resolution.Key(a.Measure.ID, resolution.RoleEvidence)
			}
		}
	}
	if unit == "" {
		t.Fatal("the example asks no statement")
	}
	b := form(p, unit, map[string]any{status: "HOÀN THÀNH", evidence: " Quyết định số 5\r\nngày 1/2 "})
	b.Sheets = append(b.Sheets, sheet("Lời",
		[]any{returns.HeadArea, returns.HeadKind, returns.HeadText},
		[]any{p.Areas[0].Title, "Kết quả nổi bật", "Tốt."},
		[]any{nil, nil, "Chưa rõ."},
		[]any{nil, "Khó khăn", "Thiếu."},
		[]any{"Khác", "Nguyên nhân", "Ít."}))
	ret, problems := recognise(p, "1-nop-vao-day/a.xlsx", "", b)
	if codes(problems) != "B320 B321 B322" || len(ret.Remarks) != 2 || ret.Remarks[0].Area != p.Areas[0].ID {
		t.Errorf("%s, remarks %+v", codes(problems), ret.Remarks)
	}
	o := returns.FindAnswer(ret.Observations, status)
	if o.Answer != returns.Given || o.Text != "Hoàn thành" {
		t.Errorf("status %+v", o)
	}
	o = returns.FindAnswer(ret.Observations, evidence)
	if o.Answer != returns.Given || o.Text != "Quyết định số 5\nngày 1/2" {
		t.Errorf("evidence %+v", o)
	}
	ret, problems = recognise(p, "1-nop-vao-day/a.xlsx", "", form(p, unit, map[string]any{status: "cơ bản xong"}))
	if o := returns.FindAnswer(ret.Observations, status); o.Answer != returns.Faulty || codes(problems) != "B312" {
		t.Errorf("a status of one's own: %+v, %s", o, codes(problems))
	}
}

// planWith is the example's plan with another measure in place of its statement.
func planWith(t *testing.T, measure string) *resolution.Plan {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"nghi-quyet.toml", "co-quan.toml"} {
		data, err := os.ReadFile("../../examples/kien-an-2022/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(string(data), "target = \"statement\"\n    method = \"statement\"", measure, 1)
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p, problems := load.Load(files)
	if errors, _ := diag.Count(problems); errors > 0 || p == nil {
		t.Fatal(problems)
	}
	return p
}

// A day is answered by a day and nothing else.
func TestDayOfCompletion(t *testing.T) {
	for _, c := range []struct {
		said any
		want string
		code string
	}{
		{"15/6/2022", "15/6/2022", ""}, {"15-06-2022", "15/6/2022", ""}, {"2022-06-15", "15/6/2022", ""},
		{"chưa có kết quả", "", ""}, {"cuối tháng 6", "", "B350"}, {"31/6/2022", "", "B350"}, {6, "", "B350"},
		{"dự kiến 15/6/2022", "", "B350"}, {"15/6/2032", "", "B350"},
	} {
		p := planWith(t, "unit = \"hộ\"\n    target = \"by 2022-06-30\"\n    method = \"date\"")
		ret, problems := recognise(p, "1-nop-vao-day/a.xlsx", "",
			form(p, "quan-ly-do-thi", map[string]any{"9.value": c.said}))
		o := returns.FindAnswer(ret.Observations, "9.value")
		if o.Text != c.want || codes(problems) != c.code || (c.want != "") != (o.Answer == returns.Given) {
			t.Errorf("%v: %+v %s", c.said, o, codes(problems))
		}
		if c.want != "" && resolution.Day(o.Value).Short() != c.want {
			t.Errorf("%v is counted as %s", c.said, o.Value.Plain())
		}
	}
}

// A value counts only where row id, defined name and label agree.
func TestFormsThatWereTamperedWith(t *testing.T) {
	p := examplePlan(t)
	const unit, key = "ban-to-chuc", "1.1.numerator"
	cell := func(b *workbook.Book, row, col int) *workbook.Cell { return b.Sheets[0].At(row, col) }
	for name, c := range map[string]struct {
		do   func(b *workbook.Book)
		code string
		want returns.Answer
	}{
		"untouched": {func(*workbook.Book) {}, "", returns.Given},
		"label changed": {func(b *workbook.Book) {
			cell(b, 3, 2).Text = "Số khác"
		}, "B213", returns.Faulty},
		"note below label": {func(b *workbook.Book) {
			cell(b, 3, 2).Text += "\n(ghi chú)"
		}, "", returns.Given},
		"name lost":                        {func(b *workbook.Book) { b.Names = b.Names[1:] }, "", returns.Given},
		"name outside the table":           {func(b *workbook.Book) { b.Names[0].Range.Row = 90 }, "", returns.Given},
		"name on another row after a sort": {func(b *workbook.Book) { b.Names[0].Range.Row = 4 }, "", returns.Given},
		"row id twice":                     {func(b *workbook.Book) { cell(b, 4, 1).Text = key }, "", returns.Given},
		"row copied below": {func(b *workbook.Book) {
			cell(b, 4, 1).Text, cell(b, 4, 2).Text = key, cell(b, 3, 2).Text
		}, "B216 B214", returns.Faulty},
		"row id gone": {func(b *workbook.Book) { cell(b, 3, 1).Text = "" }, "", returns.Given},
		"id and name gone": {func(b *workbook.Book) {
			cell(b, 3, 1).Text, b.Names = "", b.Names[1:]
		}, "B216", returns.Faulty},
		"name and label gone": {func(b *workbook.Book) {
			cell(b, 3, 2).Text, b.Names = "", b.Names[1:]
		}, "B215", returns.Faulty},
		"name and label of another": {func(b *workbook.Book) {
			cell(b, 3, 2).Text, b.Names = "Số khác", b.Names[1:]
		}, "B213", returns.Faulty},
		"label in other words": {func(b *workbook.Book) {
			cell(b, 3, 2).Text = "TCCSĐ hoàn thành tốt nhiệm vụ trở lên"
		}, "", returns.Given},
		"other unit of measurement": {func(b *workbook.Book) { cell(b, 3, 3).Text = "chi bộ" }, "B218", returns.Faulty},
		"figure in an inserted row": {func(b *workbook.Book) { addRow(b, "99") }, "B217", returns.Given},
		"signature below the table": {func(b *workbook.Book) { addRow(b, "Kiến An, ngày 5/12") }, "", returns.Given},
		"heading gone":              {func(b *workbook.Book) { cell(b, 2, 1).Text = "" }, "", returns.Given},
		"no heading left": {func(b *workbook.Book) {
			cell(b, 2, 1).Text, cell(b, 2, 2).Text = "", ""
		}, "B219", returns.Blank},
		"sheet copied": {func(b *workbook.Book) {
			dup := *b.Sheets[0]
			dup.Name = "Số liệu (2)"
			b.Sheets = append(b.Sheets, &dup)
		}, "B223", returns.Faulty},
		"last year's form": {func(b *workbook.Book) {
			b.Sheet(returns.SheetMark).At(4, 1).Text = "2021"
		}, "B210", returns.Blank},
		"another resolution": {func(b *workbook.Book) {
			b.Sheet(returns.SheetMark).At(3, 1).Text = "01-NQ/QU"
		}, "B211", returns.Blank},
		"old form": {func(b *workbook.Book) {
			b.Sheet(returns.SheetMark).At(2, 1).Text = "000000000000"
		}, "B212", returns.Given},
		"old form without the row": {func(b *workbook.Book) {
			b.Sheet(returns.SheetMark).At(2, 1).Text = "000000000000"
			cell(b, 3, 1).Text, cell(b, 3, 4).Kind = "", workbook.NoValue
		}, "B212", returns.Blank},
	} {
		t.Run(name, func(t *testing.T) {
			b := form(p, unit, map[string]any{key: 48})
			c.do(b)
			ret, problems := recognise(p, "1-nop-vao-day/a.xlsx", "", b)
			if o := returns.FindAnswer(ret.Observations, key); codes(problems) != c.code || o.Answer != c.want {
				t.Errorf("answer %d, problems %q; want %d, %q", o.Answer, codes(problems), c.want, c.code)
			}
		})
	}
}

func TestStatusOfAReturn(t *testing.T) {
	p := examplePlan(t)
	const unit = "ban-to-chuc"
	all := func(v any) map[string]any {
		m := map[string]any{}
		for _, a := range p.Asks(unit) {
			m[a.Key()] = v
		}
		if v == 5 {
			m["2.value"] = 127 // of 125 to 130 promised
		}
		return m
	}
	partial := all(5)
	partial["2.value"] = nil
	faulty := all(5)
	faulty["2.value"] = "nhiều"
	for _, c := range []struct {
		values map[string]any
		want   returns.Status
	}{
		{all(5), returns.StatusAccepted},
		{all("không phát sinh"), returns.StatusNil},
		{partial, returns.StatusPartial},
		{faulty, returns.StatusFaulty},
	} {
		if ret, _ := recognise(p, "1-nop-vao-day/a.xlsx", "", form(p, unit, c.values)); ret.Status != c.want {
			t.Errorf("status %s, want %s", ret.Status, c.want)
		}
	}
}

// A department's own table is read where number and label are the plan's.
func TestPlainTable(t *testing.T) {
	p := examplePlan(t)
	ask := func(key string) resolution.Ask { return p.Ask("ban-to-chuc", key) }
	b := book(sheet("Bảng", []any{"BAN TỔ CHỨC QUẬN ỦY"},
		[]any{"STT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2021", "Thực hiện năm 2022"},
		[]any{"(1.1)", ask("1.1.numerator").Label, "tổ chức", 40, 48},
		[]any{"1.1", strings.ToUpper(ask("1.1.denominator").Label), "tổ chức", 50, "58"},
		[]any{"2.", ask("2.value").Measure.Name, "đảng viên", nil, 127},
		[]any{"9", "Tên tự đặt", "việc", nil, 3},
		[]any{nil, "Cộng"}))
	ret, problems := recognise(p, "1-nop-vao-day/x.xlsx", "", b)
	if codes(problems) != "B301 B221" || len(ret.Observations) != 3 || ret.Status != returns.StatusPartial {
		t.Fatalf("%s, %s, %+v", codes(problems), ret.Status, ret.Observations)
	}
	for i, want := range []string{"48", "58", "127"} {
		if o := ret.Observations[i]; o.Value.Plain() != want || o.How != returns.ByNumber {
			t.Errorf("%s = %s, want %s", o.Key, o.Value.Plain(), want)
		}
	}
	twice := book(sheet("Bảng", []any{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện"},
		[]any{2, ask("2.value").Label, "đảng viên", 126}, []any{2, ask("2.value").Label, "đảng viên", 127}))
	ret, problems = recognise(p, "1-nop-vao-day/Ban Tổ chức Quận ủy.xlsx", "", twice)
	if codes(problems) != "B222" || ret.Observations[0].Answer != returns.Faulty {
		t.Errorf("two rows: %s %+v", codes(problems), ret.Observations)
	}
	_, problems = recognise(p, "1-nop-vao-day/Ban TC.xlsx", "", book(sheet("Lời", []any{"Báo cáo"})))
	if codes(problems) != "B220" {
		t.Errorf("prose: %s", codes(problems))
	}
}

func TestVersionFollowsWhatIsAsked(t *testing.T) {
	p := examplePlan(t)
	before := returns.NewForm(p, "ban-to-chuc", nil).Version
	p.Measure("2").Inputs[0].Label = "Số khác"
	p.Index()
	if after := returns.NewForm(p, "ban-to-chuc", nil).Version; after == before || len(after) != 12 {
		t.Errorf("version %q after a changed label, %q before", after, before)
	}
}

// Whatever stands in a file, reading ends, gives each ask at most one answer,
// and never a figure without saying where it stood. What was read before changes nothing.
func FuzzRecognise(f *testing.F) {
	f.Add("TT|Chỉ tiêu|ĐVT|Thực hiện\n2|Kết nạp đảng viên|đảng viên|127", "1-nop-vao-day/Ban TC.xlsx", byte(1))
	f.Add("Mã dòng|Nội dung cần báo cáo|Giá trị\n2.value|x|1.250", "x", byte(2))
	f.Add("Lĩnh vực|Loại|Nội dung\nKinh tế|Nguyên nhân|ABC", "1-nop-vao-day/Văn hóa.xlsx", byte(0))
	p := examplePlan(f)
	k, alone := NewKnowledge(p, nil), forgetful(NewKnowledge(p, nil))
	f.Fuzz(func(t *testing.T, text, file string, kind byte) {
		s := &workbook.Sheet{Name: "S"}
		for i, line := range strings.Split(text, "\n") {
			for j, v := range strings.Split(line, "|") {
				style := &workbook.Style{IsPercent: kind&4 > 0, IsDate: kind&8 > 0}
				c := workbook.Cell{Row: i + 1, Col: j + 1, Kind: workbook.Text, Text: v, Style: style}
				if n, err := quantity.Parse(v); err == nil && kind&1 > 0 {
					c.Kind, c.Number = workbook.Number, n
				}
				if v == "" {
					c.Kind = workbook.Kind(kind % 5)
				}
				s.Cells = append(s.Cells, c)
			}
		}
		b := book(s)
		if kind&2 > 0 {
			filled := form(p, "ban-to-chuc", map[string]any{"2.value": text, "3.list": file})
			b.Sheets, b.Names = append(b.Sheets, filled.Sheets...), filled.Names
		}
		ret, problems := k.Recognise(file, "", b)
		if got, want := answers(ret, problems), answers(alone.Recognise(file, "", b)); got != want {
			t.Errorf("%s after other files, alone: %s", got, want)
		}
		seen := map[string]bool{}
		for _, o := range ret.Observations {
			if seen[o.Key] || o.At.Sheet == "" || o.Answer == returns.Given && o.At.Cell == "" {
				t.Errorf("observation %+v", o)
			}
			seen[o.Key] = true
		}
		settle.Settle(p, []returns.Return{ret, ret})
	})
}

// Reading on in a file is held to the time that one file may take: it is refused
// whole, never read in part.
func TestRecogniseKeepsTheTime(t *testing.T) {
	p := examplePlan(t)
	table := sheet("Biểu", []any{"TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2022"},
		[]any{1, "Số hộ nghèo có đến cuối năm 2022", "hộ", 12})
	b := book(table)
	b.Guard = workbook.NewGuard(context.Background(), workbook.DefaultLimits())
	ret, _ := recognise(p, "lao-dong.xlsx", "", b)
	if ret.Unit != "lao-dong" || ret.Status == returns.StatusUnreadable {
		t.Fatalf("in time: %+v", ret)
	}
	b.Guard = workbook.NewGuard(context.Background(), workbook.Limits{})
	ret, problems := recognise(p, "lao-dong.xlsx", "", b)
	if ret.Status != returns.StatusUnreadable || len(ret.Observations)+len(ret.Remarks) > 0 ||
		len(problems) != 1 || problems[0].Code != "B131" || problems[0].At.File != "lao-dong.xlsx" {
		t.Errorf("too late: %+v, %v", ret, problems)
	}
}

func BenchmarkRecognise(b *testing.B) {
	p := examplePlan(b)
	filled := form(p, "ban-to-chuc", map[string]any{"2.value": 127})
	k := NewKnowledge(p, nil)
	for b.Loop() {
		k.Recognise("1-nop-vao-day/a.xlsx", "", filled)
	}
}

// What a corrected copy says in a comment is ours, however many lines it has; what
// its sender added is not.
func TestCommentsOfACorrectedCopyAreOurs(t *testing.T) {
	what := "Số này không dùng được.\nSố đúng là bao nhiêu?"
	fix := "Kiểm tra lại rồi gửi.\nSố liệu chưa chốt thì để trống."
	note := sheet(returns.NoteSheet, row{returns.LabelSource, strings.Repeat("a", 64)}, nil,
		row{"TT", returns.NoteWhat, returns.NoteFix}, row{1, what, fix})
	ours := what + "\n" + returns.NoteFix + ": " + fix
	for _, c := range []struct{ comment, want string }{
		{ours, "12.value=3"},
		{ours + "\n\n" + ours, "12.value=3"},
		{ours + "\nSố liệu năm 2021", "12.value=faulty B257@B2"},
	} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {poor, 3}})
		s.Comments = []workbook.Comment{{Row: 2, Col: 2, Text: c.comment}}
		if got := said(examplePlan(t), "phuong-bac-son", note, s); got != c.want {
			t.Errorf("%q: %s, want %s", c.comment, got, c.want)
		}
	}
}
