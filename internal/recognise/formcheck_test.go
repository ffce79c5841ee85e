package recognise

import (
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// What clerks do to forms besides typing answers where they belong.
func TestFormsThatSayMoreThanTheirAnswers(t *testing.T) {
	ward := func(values map[string]any) func(p *resolution.Plan) *workbook.Book {
		return func(p *resolution.Plan) *workbook.Book { return form(p, "phuong-bac-son", values) }
	}
	// with is a ward's form with a cell changed: the heading over column 5 too.
	with := func(value any, row, col int, c workbook.Cell, head string) func(p *resolution.Plan) *workbook.Book {
		return func(p *resolution.Plan) *workbook.Book {
			b := form(p, "phuong-bac-son", map[string]any{"11.1.value": value, "11.1.value?": "x"})
			c.Row, c.Col, c.Style = row, col, &workbook.Style{}
			*b.Sheets[0].At(row, col) = c
			if head != "" {
				b.Sheets[0].At(2, 5).Text = head
			}
			return b
		}
	}
	number := workbook.Cell{Kind: workbook.Number, Number: quantity.Int(341)}
	text := func(s string) workbook.Cell { return workbook.Cell{Kind: workbook.Text, Text: s} }
	beside := func(values map[string]any, rows ...[]any) func(p *resolution.Plan) *workbook.Book {
		return func(p *resolution.Plan) *workbook.Book {
			b := form(p, "phuong-bac-son", values)
			b.Sheets = append([]*workbook.Sheet{sheet("Bảng riêng", rows...)}, b.Sheets...)
			return b
		}
	}
	head, jobs := []any{"TT", "Nội dung", "ĐVT", "Thực hiện 2022"},
		"Số lượt lao động được giải quyết việc làm trong năm 2022"
	for _, c := range []struct {
		name  string
		book  func(p *resolution.Plan) *workbook.Book
		want  string // the answer to 11.1
		codes string
	}{
		{"a good one", ward(map[string]any{"11.1.value": 352}), "352", ""},
		{"a letter for a digit", ward(map[string]any{"11.1.value": "34O"}), "unusable", "B296"},
		{"another", ward(map[string]any{"11.1.value": "3l5"}), "unusable", "B296"},
		{"a day", ward(map[string]any{"11.1.value": "2022-12-05"}), "unusable", "B307"},
		{"a day as people write it", ward(map[string]any{"11.1.value": "05/12/2022"}), "unusable", "B307"},
		{"three numbers that are no day", ward(map[string]any{"11.1.value": "5-12-20"}), "unusable", "B315"},
		{"the figure among the remarks", with(nil, 3, 5, number, returns.HeadNote), "unusable", "B295"},
		{"... as a text", with(nil, 3, 5, text("341"), returns.HeadNote), "unusable", "B295"},
		{"a remark with a number", with(nil, 3, 5, text("còn 341 lượt chưa rà soát"), returns.HeadNote), "blank", ""},
		{"a remark beside a figure", with(352, 3, 5, number, returns.HeadNote), "unusable", "B257"},
		{"the figure in the column of units", with(nil, 3, 3, number, returns.HeadNote), "unusable", "B295"},
		{"a number for last year, of which nothing is known", with(nil, 3, 5, number, returns.HeadLast+" (2021)"),
			"blank", ""},
		{"a title of another year", with(352, 1, 1, text("BIỂU SỐ LIỆU NĂM 2021"), returns.HeadNote), "blank", "B294"},
		{"a title that names a paper of another year", with(352, 1, 1,
			text("BIỂU SỐ LIỆU theo Nghị quyết ngày 20 tháng 12 năm 2021"), returns.HeadNote), "352", ""},
		{"a title of two years", with(352, 1, 1, text("NĂM 2022 (so với năm 2021)"), returns.HeadNote), "352", ""},
		{"a table of their own that says the same", beside(map[string]any{"11.1.value": 352}, head,
			[]any{1, jobs, "lượt lao động", 352}), "352", ""},
		{"a table of their own that says otherwise", beside(map[string]any{"11.1.value": 352}, head,
			[]any{1, jobs, "lượt lao động", 999}), "unusable", "B222"},
		{"... beside an answer that is asked about", beside(map[string]any{"11.1.value": "khoảng 350"}, head,
			[]any{1, jobs, "lượt lao động", 999}), "unusable", "B313"},
		{"... beside a form that is blank", beside(nil, head, []any{1, jobs, "lượt lao động", 352}), "352", ""},
		{"a table of a plan", beside(map[string]any{"11.1.value": 352}, []any{"TT", "Nội dung", "ĐVT", "Kế hoạch 2022"},
			[]any{1, jobs, "lượt lao động", 340}), "352", ""},
	} {
		p := examplePlan(t)
		ret, problems := recognise(p, "1-nop-vao-day/x.xlsx", "", c.book(p))
		got := returns.FindAnswer(ret.Observations, "11.1.value").Said().En
		if got != c.want || codes(problems) != c.codes {
			t.Errorf("%s: %s %q, want %s %q", c.name, got, codes(problems), c.want, c.codes)
		}
	}
}

// A number where the form shows last year's is asked about when it is not that.
func TestAFigureInLastYearsColumn(t *testing.T) {
	key := resolution.LastInput{Unit: "phuong-bac-son", Role: resolution.RoleValue}
	last := resolution.LastYear{"11.1": {Inputs: map[resolution.LastInput]quantity.Number{key: quantity.Int(341)}}}
	for n, want := range map[int]string{341: "", 352: "B295"} {
		p := examplePlan(t)
		b := form(p, "phuong-bac-son", map[string]any{"11.1.value?": n})
		b.Sheets[0].At(2, 5).Text = returns.HeadLast + " (2021)"
		_, problems := NewKnowledge(p, last).Recognise("1-nop-vao-day/x.xlsx", "", b)
		if codes(problems) != want {
			t.Errorf("%d: %s, want %s", n, codes(problems), want)
		}
	}
}

// The day a form was filled on has to be one.
func TestTheDayOfAForm(t *testing.T) {
	for day, want := range map[string]string{"05/12/2022": "", "ngày 5/12/2022": "", "32/13/2022": "B293@B1",
		"hôm nay":    "B293@B1",
		"05/06/2022": "B248@B1"} {
		p := examplePlan(t)
		b := form(p, "phuong-bac-son", nil)
		b.Sheets[0] = sheet(returns.SheetFigures, []any{returns.HeadDate + ":", day},
			[]any{returns.HeadID, returns.HeadLabel, returns.HeadUnit, returns.HeadValue})
		_, problems := recognise(p, "1-nop-vao-day/x.xlsx", "", b)
		got := ""
		for _, pr := range problems {
			if pr.Code == "B293" || pr.Code == "B248" {
				got += pr.Code + "@" + pr.At.Cell
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}

// Without its hidden column and its names a form is read by its labels, like a table.
func TestAFormWithItsLabelsAlone(t *testing.T) {
	p := examplePlan(t)
	b := form(p, "phuong-bac-son", map[string]any{"11.1.value": 352})
	b.Names = b.Names[len(b.Names)-4:] // of the marking
	for i := range b.Sheets[0].Cells {
		if c := &b.Sheets[0].Cells[i]; c.Col == 1 && c.Row > 1 {
			c.Text = ""
		}
	}
	ret, problems := recognise(p, "1-nop-vao-day/x.xlsx", "", b)
	if got := returns.FindAnswer(ret.Observations, "11.1.value").Said().En; got != "352" || len(problems) > 0 {
		t.Errorf("%s, %s", got, codes(problems))
	}
}

// A program that drops the names leaves the sheet of marking, whose labels say the same.
func TestAFormIsKnownByTheLabelsOfItsMarking(t *testing.T) {
	p := examplePlan(t)
	for year, want := range map[string]string{itoa(p.Resolution.Year): "", "2021": "B210"} {
		b := form(p, "phuong-bac-son", map[string]any{"11.1.value": 352})
		b.Names = nil
		b.Sheets[1] = sheet(returns.SheetMark, []any{returns.MarkUnit, "phuong-bac-son"},
			[]any{returns.MarkVersion, returns.NewForm(p, "phuong-bac-son", nil).Version},
			[]any{returns.MarkResolution, p.Resolution.Number}, []any{returns.MarkYear, year})
		ret, problems := recognise(p, "1-nop-vao-day/x.xlsx", "", b)
		o := returns.FindAnswer(ret.Observations, "11.1.value")
		if codes(problems) != want || want == "" && o.How != returns.ByForm {
			t.Errorf("%s: %s, %+v", year, codes(problems), o)
		}
	}
}

// The example of the sheet of narrative is no remark; what is typed over it is.
func TestTheExampleOfANarrative(t *testing.T) {
	p := examplePlan(t)
	own := returns.ExampleText + p.Words.Text("bieu-mau.thuyet-minh.vi-du")
	for _, c := range []struct {
		number any
		text   string
		want   int
	}{
		{returns.ExampleRow, own, 0},
		{returns.ExampleRow, returns.ExampleText + "chữ của năm trước.", 0},
		{nil, own, 0},
		{1, own, 0},
		{1, "Ví dụ: đường A chậm do vướng mặt bằng.", 1},
		{returns.ExampleRow, "Phong trào ở tổ 5 phát triển tốt.", 1},
	} {
		b := form(p, "phuong-bac-son", nil)
		b.Sheets = append(b.Sheets, sheet(returns.SheetNarrative,
			[]any{returns.HeadNumber, returns.HeadArea, returns.HeadKind, returns.HeadMeasure, returns.HeadText},
			[]any{c.number, nil, returns.Achievement.Vi(), nil, c.text}))
		ret, problems := recognise(p, "1-nop-vao-day/x.xlsx", "", b)
		if len(ret.Remarks) != c.want || len(problems) > 0 {
			t.Errorf("%v %q: %d remarks, %s", c.number, c.text, len(ret.Remarks), codes(problems))
		}
	}
}

// A point between thousands that the machine took for a decimal one: the figure has
// three decimals where the form's others are whole.
func TestAPointTakenForADecimalOne(t *testing.T) {
	t.Parallel()
	p := examplePlan(t)
	of := func(parts ...any) map[string]any {
		values := map[string]any{}
		for i, key := range []string{"4.1.current", "4.1.previous", "4.2.current", "4.2.previous", "4.3.current",
			"4.3.previous"} {
			values[key] = parts[i]
		}
		return values
	}
	dec := func(s string) quantity.Number {
		n, err := quantity.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, c := range []struct {
		name   string
		values map[string]any
		want   string
	}{
		{"both years", of(dec("673.706"), dec("601.482"), 12604850, 10385340, 140230, 135462), "B297 B297"},
		{"one", of(673706, dec("601.482"), 12604850, 10385340, 140230, 135462), "B297"},
		{"as it should be", of(673706, 601482, 12604850, 10385340, 140230, 135462), ""},
		{"two decimals", of(dec("673.71"), dec("601.48"), 12604850, 10385340, 140230, 135462), ""},
		{"others have decimals too", of(dec("673.706"), dec("601.482"), 12604850, dec("10385340.5"), 140230, 135462),
			""},
		{"all have three", of(dec("673.706"), dec("601.482"), dec("12604.851"), dec("10385.341"), dec("140.231"),
			dec("135.462")), ""},
	} {
		_, problems := recognise(p, "1-nop-vao-day/x.xlsx", "", form(p, "kinh-te", c.values))
		if got := codes(problems); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
