package recognise

import (
	"strings"
	"testing"

	"baocao/internal/quantity"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// A heading is one of this year's results only where every word of it is known
// and none of them says something else.
func TestWhichHeadingsAreOfResults(t *testing.T) {
	of := wanted{year: 2022}
	for want, headings := range map[grade][]string{
		sure: {"Thực hiện", "TH", "Đạt", "Năm 2022", "Cả năm 2022", "Lũy kế từ đầu năm", "Thực hiện đến 31/12/2022",
			"TH 12 tháng", "Kết quả đến hết tháng 12", "TH 22", "TH2022", "Từ 01/01 đến 31/12/2022", "Năm nay",
			"Số lượng", "Chính thức năm 2022", "Kết quả thực hiện Nghị quyết", "Lũy kế đến kỳ báo cáo",
			"Có đến 31/12/2022", "Thực hiện (người)"},
		secondBest: {"Giá trị", "Tổng cộng", "Giá trị thực hiện", "Kỳ báo cáo"},
		doubtful:   {"Thực hiện qua rà soát", "Kết quả phúc tra", "Năm 2022 điều chỉnh"},
		notOne: {"TH 9T", "Thực hiện Q.III", "Thực hiện tháng 11", "TH 6T", "Thực hiện kỳ này", "Kết quả năm ngoái",
			"TH năm N-1", "TH 21", "TH2021", "Lũy kế nhiệm kỳ", "Kết quả giai đoạn 2020 - 2022",
			"Thực hiện năm học 2021 - 2022", "Thực hiện đến 30/9/2022", "Thực hiện 30-11-2022",
			"Kết quả 2 năm 2021, 2022", "Thực hiện trong tuần", "Kết quả đợt 2", "Số liệu đầu kỳ", "Kế hoạch",
			"Chỉ tiêu phải thực hiện", "Đăng ký thực hiện", "Cam kết thực hiện", "Định mức thực hiện",
			"Kinh phí thực hiện", "Kết quả chấm điểm", "Kết quả xếp hạng", "Số văn bản chỉ đạo thực hiện",
			"Còn phải thực hiện", "Không thực hiện", "Chưa đạt", "TH/KH", "Đạt (%)", "So sánh kết quả", "Nam", "Nữ",
			"Toàn quận", "Ghi chú", "Số học viên", "Từ 01/10 đến 31/12/2022"},
	} {
		for _, heading := range headings {
			if got := (head{parts: []string{heading}}).grade(of); got != want {
				t.Errorf("%q is %d, want %d: %+v", heading, got, want,
					readHeading([]string{heading}, frame{}))
			}
		}
	}
	for _, c := range []struct {
		heading string
		of      wanted
		want    grade
	}{
		{"Giá trị", wanted{year: 2022, money: true}, sure},
		{"Số lượng", wanted{year: 2022, money: true}, secondBest},
		{"Toàn quận", wanted{year: 2022, district: true}, sure},
		{"Thực hiện 2022 theo giá hiện hành", wanted{year: 2022, growth: true}, doubtful},
		{"Thực hiện 2022 theo giá so sánh 2010", wanted{year: 2022, growth: true}, sure},
		{"Thực hiện năm trước", wanted{year: 2022, previous: true}, sure},
		{"Thực hiện năm nay", wanted{year: 2022, previous: true}, notOne},
	} {
		if got := (head{parts: []string{c.heading}, words: viet.Fold(c.heading)}).grade(c.of); got != c.want {
			t.Errorf("%q for %+v is %d, want %d", c.heading, c.of, got, c.want)
		}
	}
}

// The words over a table, and where they are silent the names of its sheet and
// file, tell its year and how much of it: the nearest decide.
func TestYearAndPeriodOfATable(t *testing.T) {
	p := examplePlan(t)
	head := row{"Chỉ tiêu", "Kết quả"}
	for _, c := range []struct {
		name, sheet, file string
		titles            []row
		heads             row
		want              string
	}{
		{name: "nothing said", want: "2.value=127"},
		{name: "results of last year, a plan for this", titles: []row{{"KẾT QUẢ NĂM 2021, KẾ HOẠCH NĂM 2022"}},
			want: "2.value=faulty B243@A1"},
		{name: "results of this year, a plan for the next", titles: []row{{"KẾT QUẢ NĂM 2022, KẾ HOẠCH NĂM 2023"}},
			want: "2.value=127"},
		{name: "set beside last year", titles: []row{{"KẾT QUẢ NĂM 2022 SO VỚI NĂM 2021"}}, want: "2.value=127"},
		{name: "the day of a paper", titles: []row{{"KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT SỐ 02 NGÀY 20/12/2021"}},
			want: "2.value=127"},
		{name: "a year without its word", titles: []row{{"CHỈ TIÊU VÀ KẾT QUẢ 2021"}}, want: "2.value=faulty B243@A1"},
		{name: "a school year", titles: []row{{"TỔNG KẾT NĂM HỌC 2021 - 2022"}}, want: "2.value=faulty B247@A1"},
		{name: "months in short", titles: []row{{"KẾT QUẢ 9T/2022"}}, want: "2.value=faulty B247@A1"},
		{name: "a quarter in short", titles: []row{{"Báo cáo Q.III/2022"}}, want: "2.value=faulty B247@A1"},
		{name: "a month in short", titles: []row{{"Tổng hợp T10-2022"}}, want: "2.value=faulty B247@A1"},
		{name: "up to a day", titles: []row{
			{"KẾT QUẢ NĂM 2022"},
			{"(Tính đến hết ngày 30/9/2022)"},
		}, want: "2.value=faulty B247@A2"},
		{name: "up to the last day", titles: []row{{"(Tính đến hết ngày 31/12/2022)"}}, want: "2.value=127"},
		{name: "from December to December", titles: []row{{"Từ ngày 15/12/2021 đến ngày 14/12/2022"}},
			want: "2.value=127"},
		{name: "one quarter by its days", titles: []row{{"Từ ngày 01/10/2022 đến ngày 31/12/2022"}},
			want: "2.value=faulty B247@A1"},
		{name: "December and the year", titles: []row{{"BÁO CÁO THÁNG 12 VÀ CẢ NĂM 2022"}}, want: "2.value=127"},
		{name: "December alone", titles: []row{{"BÁO CÁO THÁNG 12 NĂM 2022"}}, want: "2.value=faulty B247@A1"},
		{name: "the day it was written", titles: []row{{"Kiến An, ngày 10 tháng 12 năm 2022"}}, want: "2.value=127"},
		{name: "a sheet of last year", sheet: "Nam 2021", want: "2.value=faulty B243@A1"},
		{name: "a sheet of a month", sheet: "T9", want: "2.value=faulty B247@A1"},
		{name: "a sheet of last year under a title of this", sheet: "2021", titles: []row{{"KẾT QUẢ NĂM 2022"}},
			want: "2.value=faulty B975@A1"},
		{name: "a numbered sheet", sheet: "Biểu 02", want: "2.value=127"},
		{name: "a file of last year", file: "Bao cao 2021 - Ban Tổ chức Quận ủy", want: "2.value=faulty B243@A1"},
		{name: "a file of half a year", file: "Ban Tổ chức Quận ủy - 6 tháng", want: "2.value=faulty B247@A1"},
		{name: "a dated file", file: "Ban Tổ chức Quận ủy 15-12-2022", want: "2.value=127"},
		{name: "a file of last year, a sheet of this", sheet: "2022", file: "2021 - Ban Tổ chức Quận ủy",
			want: "2.value=faulty B975@A1"},
		{name: "a heading of this year under them", sheet: "2021", titles: []row{{"NĂM 2021"}},
			heads: row{"Chỉ tiêu", "Kết quả năm 2022"}, want: "2.value=faulty B975@A1"},
		{name: "columns of both years", sheet: "2021", titles: []row{{"NĂM 2021"}},
			heads: row{"Chỉ tiêu", "Kết quả năm 2022", "Kết quả năm 2021"}, want: "2.value=127"},
		{name: "an example", sheet: "Ví dụ", want: "2.value=faulty B259@A1"},
		{name: "a guide", titles: []row{{"HƯỚNG DẪN GHI BIỂU (số liệu minh họa)"}}, want: "2.value=faulty B259@A1"},
		{name: "no supposition but a family", titles: []row{{"GIA ĐÌNH VĂN HÓA"}}, want: "2.value=127"},
		{name: "a paper called a guide", titles: []row{{"Thực hiện Hướng dẫn số 36"}}, want: "2.value=127"},
		{name: "other headings of indicators", heads: row{"Lĩnh vực / chỉ tiêu", "Kết quả"}, want: "2.value=127"},
		{name: "another heading altogether", heads: row{"Xây dựng Đảng", "Kết quả"}, want: "2.value=127"},
	} {
		heads := head
		if c.heads != nil {
			heads = c.heads
		}
		rows := append(c.titles, heads, row{joined, 127})
		s := sheet("Bảng", rows...)
		if c.sheet != "" {
			s.Name = c.sheet
		}
		file := c.file
		if file == "" {
			file = "Ban Tổ chức Quận ủy"
		}
		ret, problems := recognise(p, "1-nop-vao-day/"+file+".xlsx", "", book(s))
		if got := answers(ret, problems); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// An example beside the real table is passed over without a word.
func TestAnExampleBesideTheTable(t *testing.T) {
	p := examplePlan(t)
	example := sheet("Ví dụ", row{"Chỉ tiêu", "Kết quả"}, row{joined, 99})
	table := sheet("Số liệu", row{"Chỉ tiêu", "Kết quả"}, row{joined, 127})
	if got := said(p, "ban-to-chuc", example, table); got != "2.value=127" {
		t.Error(got)
	}
}

// Every phrase of the lexicon is found as a whole, however many words it has.
func TestPhrasesAreKnownAsWholes(t *testing.T) {
	known, _ := lexicon()
	for phrase, says := range known {
		all := tokens(phrase)
		if got, words := knownAt(all, 0); got != says || words != len(all) {
			t.Errorf("%q: %d of %d words are known, as %b", phrase, words, len(all), got)
		}
	}
	s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022", "Thực hiện kế hoạch năm sau"}, {poor, 3, 1}})
	if got := said(examplePlan(t), "phuong-bac-son", s); got != "12.value=3" {
		t.Error(got)
	}
}

// A row of figures under labels that stand across is headed on its left. One row is
// no more this year's results than one of several, where its heading says otherwise.
func TestTheRowUnderLabelsThatStandAcrossIsHeaded(t *testing.T) {
	p := examplePlan(t)
	const taken = "12.value=3 17.2.denominator=2560"
	for _, c := range []struct{ left, want string }{
		{"", taken},
		{"Thực hiện năm 2022", taken},
		{"Phường Bắc Sơn", taken},
		{"1", taken},
		{"Năm 2021", "12.value=faulty 17.2.denominator=faulty B243@A2"},
		{"Kế hoạch năm 2022", "12.value=faulty 17.2.denominator=faulty B255@A2"},
		{"6 tháng đầu năm 2022", "12.value=faulty 17.2.denominator=faulty B247@A2"},
		{"Tháng 9", "12.value=faulty 17.2.denominator=faulty B247@A2"},
		{"Ước thực hiện năm 2022", "12.value=faulty 17.2.denominator=faulty B242@A2"},
		{"Cùng kỳ", "12.value=faulty 17.2.denominator=faulty B243@A2"},
		{"Trong đó nữ", "B220@"},
		{"Chỉ tiêu được phân bổ", "B220@"},
		{"Phường Nam Sơn", "B220@"},
		{"Kết quả phường Bắc Sơn năm 2021", "12.value=faulty 17.2.denominator=faulty B243@A2"},
	} {
		if got := said(p, "phuong-bac-son", laid([]row{{nil, poor, houses}, {c.left, 3, 2560}})); got != c.want {
			t.Errorf("%q: %s, want %s", c.left, got, c.want)
		}
	}
	for name, s := range map[string]*workbook.Sheet{
		"merged with the row above": laid([]row{{"Năm 2021", poor, houses}, {nil, 3, 2560}}, "A1:A2"),
		"beside the labels":         laid([]row{{"Năm 2021", poor, houses}, {nil, 3, 2560}}),
		"with a number before it":   laid([]row{{nil, nil, poor, houses}, {1, "Năm 2021", 3, 2560}}),
		"a number":                  laid([]row{{"Năm", poor, houses}, {2021, 3, 2560}}),
		"a day":                     laid([]row{{nil, poor, houses}, {serialDate(44561), 3, 2560}}),
	} {
		got := said(p, "phuong-bac-son", s)
		if !strings.HasPrefix(got, "12.value=faulty 17.2.denominator=faulty B243@") {
			t.Errorf("%s: %s", name, got)
		}
	}
	inThousands := laid([]row{{nil, poor, "Tổng số hộ gia đình (nghìn hộ)"}, {"Thực hiện năm 2022", 3, "2,56"}})
	if got := said(p, "phuong-bac-son", inThousands); got != taken+" B301@C2 B317@C2" {
		t.Errorf("the unit of a label: %s", got)
	}
	inThousands.Cells[2].Text = "Năm 2021"
	_, problems := recognise(p, "1-nop-vao-day/Phường Bắc Sơn.xlsx", "", book(inThousands))
	if len(problems) != 1 || problems[0].Question.Found != "3; 2560" {
		t.Errorf("as they stand, in the unit of their labels: %v", problems)
	}
	p.Report.Estimate = true
	s := laid([]row{{nil, poor, houses}, {"Ước thực hiện năm 2022", 3, 2560}})
	if got := said(p, "phuong-bac-son", s); got != taken {
		t.Errorf("an estimate in a report of estimates: %s", got)
	}
}

// Tables beside each other and across; tables by units whose total is the
// sender's.
func TestTablesOfOtherShapes(t *testing.T) {
	p := examplePlan(t)
	day := func(n int) workbook.Cell {
		date := &workbook.Style{IsDate: true, NumFmt: "dd/mm/yyyy"}
		return workbook.Cell{Kind: workbook.Number, Number: quantity.Int(int64(n)), Style: date}
	}
	for _, c := range []struct {
		name, unit string
		rows       []row
		want       string
	}{
		{"plan left, results right, in another order", "phuong-bac-son", []row{
			{"Chỉ tiêu", "Kế hoạch", nil, "Chỉ tiêu", "Kết quả"},
			{poor, 5, nil, houses, 2560},
			{houses, 2500, nil, poor, 3},
		}, "12.value=3 17.2.denominator=2560"},
		{"last year left, this right", "phuong-bac-son", []row{
			{"NĂM 2021", nil, nil, "NĂM 2022"},
			{"Chỉ tiêu", "Kết quả", nil, "Chỉ tiêu", "Kết quả"},
			{houses, 2500, nil, houses, 2560},
		}, "17.2.denominator=2560"},
		{"across", "phuong-bac-son", []row{
			{"NĂM 2022"},
			{poor, houses},
			{3, 2560},
		}, "12.value=3 17.2.denominator=2560"},
		{"across, plan and results", "phuong-bac-son", []row{
			{nil, poor, houses},
			{"Kế hoạch", 5, 2500},
			{"Thực hiện", 3, 2560},
		}, "12.value=3 17.2.denominator=2560"},
		{"across, two rows of nothing known", "phuong-bac-son", []row{{poor, houses}, {5, 2500}, {3, 2560}}, "B220@"},
		{"the district beside the ward", "phuong-bac-son", []row{
			{"Chỉ tiêu", "Toàn quận", "Phường Bắc Sơn"},
			{houses, 30000, 2560},
		}, "17.2.denominator=2560"},
		{"the district alone", "phuong-bac-son", []row{
			{"Chỉ tiêu", "Toàn quận"},
			{houses, 30000},
		}, "17.2.denominator=faulty B240@A1"},
		{"days as headings", "phuong-bac-son", []row{
			{"Chỉ tiêu", day(44561), day(44926)},
			{houses, 2500, 2560},
		}, "17.2.denominator=2560"},
		{"a month beside the whole", "phuong-bac-son", []row{
			{"Chỉ tiêu", "Thực hiện trong tháng", "Lũy kế từ đầu năm"},
			{poor, 1, 3},
		}, "12.value=3"},
		{"a word that may change the meaning", "phuong-bac-son", []row{
			{"Chỉ tiêu", "Kết quả", "Kết quả phúc tra"},
			{poor, 1, 3},
		}, "12.value=faulty B241@A1"},
		{"a remark of such words", "phuong-bac-son", []row{
			{"Chỉ tiêu", "Kết quả", "Kết quả nổi bật"},
			{poor, 3, "tốt"},
		}, "12.value=3"},
		{"all and its parts", "phuong-bac-son", []row{
			{"Chỉ tiêu", "Đợt I", "Đợt II", "Tổng"},
			{houses, 1000, 1560, 2560},
		}, "17.2.denominator=2560"},
		{"all beside what is not known", "phuong-bac-son", []row{
			{"Chỉ tiêu", "Tổng", "Văn hóa"},
			{houses, 2560, 2000},
		}, "17.2.denominator=faulty B240@A1"},
		{"parts of the ward", "phuong-bac-son", []row{
			{"Tổ dân phố", houses},
			{"Tổ 1", 1000},
			{"Tổ 2", 1560},
			{"Cộng", 2560},
		}, "17.2.denominator=2560"},
		{"the ward's row in short", "phuong-bac-son", []row{
			{"Phường", houses},
			{"P. Nam Sơn", 1000},
			{"P.Bắc Sơn", 2560},
		}, "17.2.denominator=2560"},
		{"the total of wards is no ward's", "phuong-bac-son", []row{
			{"Phường", houses},
			{"P. Nam Sơn", 1000},
			{"P. Lãm Hà", 1560},
			{"Cộng", 2560},
		}, "B220@"},
	} {
		if got := said(p, c.unit, laid(c.rows)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	owner := p.Measure("13").Inputs[0].From[0]
	label := p.Ask(owner, "13.denominator").Label
	wards := []row{{"Phường", label}, {"Phường Nam Sơn", 13000}, {"Phường Bắc Sơn", 14000}, {"Cộng toàn quận", 27000}}
	if got := said(p, owner, laid(wards)); !strings.HasPrefix(got, "13.denominator=27000") {
		t.Error("the owner has the total of all wards:", got)
	}
}
