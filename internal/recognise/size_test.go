package recognise

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

const waste = "Khối lượng chất thải rắn sinh hoạt đô thị được thu gom, xử lý"

// What stands beside a figure in its row is of the same size.
func TestAFigureBesideItsPlanAndLastYear(t *testing.T) {
	dec := quantity.MustParse
	heads := func(names ...any) row { return append(row{"Chỉ tiêu", "ĐVT"}, names...) }
	for _, c := range []struct {
		name, unit string
		rows       []row
		want       string
	}{
		{"a thousandth of the plan", "tai-nguyen-moi-truong",
			[]row{heads("Kế hoạch", "Thực hiện 2022"), {waste, "tấn", 38600, dec("38.652")}},
			"15.1.numerator=faulty B318@D2"},
		{"the plan's size", "tai-nguyen-moi-truong",
			[]row{heads("Kế hoạch", "Thực hiện 2022"), {waste, "tấn", 38600, 38652}}, "15.1.numerator=38652"},
		{"plan and figure in another step of the unit", "tai-nguyen-moi-truong",
			[]row{heads("Kế hoạch", "Thực hiện 2022"), {waste, "nghìn tấn", dec("38.6"), dec("38.652")}},
			"15.1.numerator=38652 B317@D2"},
		{"a plan whose heading has its own unit", "tai-nguyen-moi-truong",
			[]row{{"Chỉ tiêu", "Kế hoạch (nghìn tấn)", "Thực hiện 2022 (tấn)"}, {waste, dec("38.6"), 38652}},
			"15.1.numerator=38652"},
		{"a text that the plan settles", "tai-nguyen-moi-truong",
			[]row{heads("Kế hoạch", "Thực hiện 2022"), {waste, "tấn", 38600, "38.652"}},
			"15.1.numerator=38652 B319@D2"},
		{"a digit too many beside last year", "phuong-bac-son",
			[]row{heads("Thực hiện năm 2021", "Thực hiện năm 2022"), {houses, "hộ", 1842, 18930}},
			"17.2.denominator=faulty B318@D2"},
		{"twice last year", "phuong-bac-son",
			[]row{
				heads("Thực hiện năm 2021", "Thực hiện năm 2022"),
				{houses, "hộ", 1842, 3700},
			}, "17.2.denominator=3700"},
		{"six times it", "phuong-bac-son",
			[]row{heads("Thực hiện năm 2021", "Thực hiện năm 2022"), {houses, "hộ", 300, 1800}},
			"17.2.denominator=1800 B340@D2"},
		{"a few beside many", "phuong-bac-son",
			[]row{heads("Kế hoạch", "Thực hiện năm 2022"), {houses, "hộ", 130, 19}}, "17.2.denominator=faulty B318@D2"},
		{"a few beside a few", "phuong-bac-son",
			[]row{heads("Kế hoạch", "Thực hiện năm 2022"), {"Tổng số tổ dân phố", "tổ dân phố", 2, 19}},
			"17.1.denominator=19"},
		{"what is to be brought down", "phuong-bac-son",
			[]row{heads("Thực hiện năm 2021", "Thực hiện năm 2022"), {poor, "hộ", 350, 35}}, "12.value=35"},
		{"a plan of the district, in a table of its wards", "phuong-bac-son",
			[]row{
				{"Chỉ tiêu", "Kế hoạch", "Phường Bắc Sơn", "Phường Quán Trữ"},
				{jobs, 3300, 330, 352},
			}, "11.1.value=330"},
		{"a plan of the whole district", "phuong-bac-son",
			[]row{
				heads("Kế hoạch toàn quận", "Thực hiện năm 2022"),
				{jobs, "lượt lao động", 3300, 330},
			}, "11.1.value=330"},
		{"a rate beside an amount", "phuong-bac-son",
			[]row{heads("Kế hoạch (%)", "Thực hiện năm 2022"), {houses, "hộ", 95, 1893}}, "17.2.denominator=1893"},
		{"a comparison with the plan", "phuong-bac-son",
			[]row{heads("So với kế hoạch", "Thực hiện năm 2022"), {houses, "hộ", 190, 1893}}, "17.2.denominator=1893"},
		{"one of several amounts that is many times their sum", "tai-chinh-ke-hoach",
			[]row{heads("Thực hiện năm 2022"), {"Vốn đầu tư ngoài nhà nước", "tỷ đồng", 1620000}},
			"8.value.2=faulty B318@C2"},
		{"one of several amounts", "tai-chinh-ke-hoach",
			[]row{heads("Thực hiện năm 2022"), {"Vốn đầu tư ngoài nhà nước", "tỷ đồng", 1620}}, "8.value.2=1620"},
		{"sixty times an equal share", "phuong-bac-son",
			[]row{heads("Thực hiện năm 2022"), {jobs, "lượt lao động", 71000}}, "11.1.value=faulty B318@C2"},
		{"all that ever were beside those of the year", "giao-duc",
			[]row{
				heads("Thực hiện năm 2022"),
				{"Số trường được công nhận đạt chuẩn quốc gia trong năm 2022", "trường", 28},
			}, "10.value=28 B340@C2"},
		{"a thousand times an equal share of the target", "phuong-bac-son",
			[]row{heads("Thực hiện năm 2022"), {jobs, "lượt lao động", 330000}}, "11.1.value=faulty B318@C2"},
		{"a plan in another unit than the target", "phuong-bac-son",
			[]row{
				heads("Kế hoạch", "Thực hiện năm 2022"),
				{jobs, "lượt lao động", 33000, 330},
			}, "11.1.value=330 B340@D2"},
	} {
		if got := said(examplePlan(t), c.unit, laid(c.rows)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What the office described is compared with its own row too.
func TestALayoutsFigureBesideItsPlan(t *testing.T) {
	for value, want := range map[int]string{1893: "17.2.denominator=1893", 18930: "17.2.denominator=faulty B318@C2"} {
		p := examplePlan(t)
		p.Layouts = []resolution.Layout{{Unit: "phuong-bac-son", Input: "17.2.denominator", Sheet: "Bảng", Row: houses,
			Column: "Thực hiện"}}
		s := laid([]row{{"Chỉ tiêu", "Kế hoạch", "Thực hiện"}, {houses, 1860, value}})
		if got := said(p, "phuong-bac-son", s); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// A rate may have been written as a fraction of one where percent are asked, or
// in percent where a fraction of one percent is usual.
func TestBothWaysToWriteARate(t *testing.T) {
	for _, c := range []struct{ target, value, plan, want string }{
		{">= 90", "0.925", "0.9", "9.value=faulty B341@D2"},
		{">= 90", "92.5", "90", "9.value=92.5"},
		{"= 100", "0.98", "", "9.value=faulty B341@D2"},
		{"<= 0.8", "75", "", "9.value=faulty B341@D2"},
		{"<= 0.8", "0.3", "", "9.value=0.3"},
		{"<= 20", "0.15", "", "9.value=faulty B341@D2"},
		{"<= 20", "2", "", "9.value=2"},
		{">= 90", "9.2", "", "9.value=faulty B318@D2"},
		{">= 90", "15", "", "9.value=15 B340@D2"},
	} {
		p := ratedPlan(t, c.target)
		var plan any
		if c.plan != "" {
			plan = quantity.MustParse(c.plan)
		}
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"},
			{"Tỷ lệ hài lòng", "%", plan, quantity.MustParse(c.value)}})
		if got := said(p, "quan-ly-do-thi", s); got != c.want {
			t.Errorf("%s for %s: %s, want %s", c.value, c.target, got, c.want)
		}
	}
}

// ratedPlan is the example's plan with a rate that one unit states.
func ratedPlan(t *testing.T, target string) *resolution.Plan {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"nghi-quyet.toml", "co-quan.toml"} {
		data, err := os.ReadFile("../../examples/kien-an-2022/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("target = \"statement\"\n    method = \"statement\"",
			"unit = \"%\"\n    target = \""+target+"\"\n    method = \"value\"",
			"name   = \"Thực hiện một số tiêu chuẩn thuộc Tiêu chí 5 của đô thị loại I\"", "name = \"Tỷ lệ hài lòng\"").
			Replace(string(data))
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p, problems := load.Load(files)
	if p == nil || p.Measure("9").Unit != "%" {
		t.Fatal(problems)
	}
	return p
}

// In a form the sender settles the question with a remark beside the figure.
func TestARemarkInTheFormSettlesTheSize(t *testing.T) {
	for _, c := range []struct {
		value     int
		note      string
		want      returns.Answer
		wantCodes string
	}{
		{1270, "", returns.Faulty, "B343"},
		{1270, "-", returns.Faulty, "B343"},
		{1270, "12", returns.Faulty, "B343"},
		{1270, "Tiếp nhận cả đảng bộ khối doanh nghiệp", returns.Given, "B344"},
		{127, "", returns.Given, ""},
	} {
		p := examplePlan(t)
		values := map[string]any{"2.value": c.value}
		if c.note != "" {
			values["2.value?"] = c.note
		}
		b := form(p, "ban-to-chuc", values)
		b.Sheets[0].At(2, 5).Text = returns.HeadNote
		ret, problems := recognise(p, "1-nop-vao-day/x.xlsx", "", b)
		o := returns.FindAnswer(ret.Observations, "2.value")
		if o.Answer != c.want || codes(problems) != c.wantCodes {
			t.Errorf("%d, %q: %v %s, want %v %s", c.value, c.note, o.Answer, codes(problems), c.want, c.wantCodes)
		}
	}
}

// What the unit itself told last year is a measure of what it tells now, for
// inputs that no target speaks of.
func TestAFigureBesideTheUnitsOwnOfLastYear(t *testing.T) {
	key := resolution.LastInput{Unit: "phuong-bac-son", Role: resolution.RoleDenominator}
	last := resolution.LastYear{"17.2": {Inputs: map[resolution.LastInput]quantity.Number{key: quantity.Int(1842)}}}
	for value, want := range map[int]string{1893: "", 18930: "B343", 189: "B343"} {
		p := examplePlan(t)
		b := form(p, "phuong-bac-son", map[string]any{"17.2.denominator": value})
		_, problems := NewKnowledge(p, last).Recognise("1-nop-vao-day/x.xlsx", "", b)
		if got := codes(problems); got != want {
			t.Errorf("%d: %q, want %q", value, got, want)
		}
	}
}

// Figures that slipped by a row each fit the plan of the row beside them.
func TestFiguresThatSlippedByARow(t *testing.T) {
	labels := []string{jobs, poor, "Số tổ dân phố đạt tổ dân phố văn hóa", "Tổng số tổ dân phố",
		"Số hộ gia đình được công nhận gia đình văn hóa", houses}
	plans := []int{340, 0, 13, 18, 1860, 1985}
	table := func(values ...any) *workbook.Sheet {
		rows := []row{{"Nội dung", "Giao 2022", "Thực hiện 2022"}}
		for i, l := range labels {
			rows = append(rows, row{l, plans[i], values[i]})
		}
		return laid(rows)
	}
	for _, c := range []struct {
		name    string
		s       *workbook.Sheet
		shifted bool
	}{
		{"in their rows", table(352, 0, 14, 18, 1893, 1985), false},
		{"down by one", table(nil, 352, 0, 14, 18, 1893), true},
		{"up by one", table(0, 14, 18, 1893, 1985, nil), true},
		{"two of them exchanged", table(352, 0, 18, 14, 1893, 1985), false},
	} {
		got := said(examplePlan(t), "phuong-bac-son", c.s)
		shifted := strings.Contains(got, "B342@")
		if shifted != c.shifted || shifted && strings.Contains(got, "value=0") {
			t.Errorf("%s: %s", c.name, got)
		}
		for _, field := range strings.Fields(got) {
			if _, value, ok := strings.Cut(field, "="); c.shifted && ok && value != "faulty" {
				t.Errorf("%s: %s is used", c.name, field)
			}
		}
	}
}

// Two figures that slipped are known where neither can be its own row's, one where
// the row it slipped from is empty; labels that slipped leave a row without one.
func TestAFewFiguresOrLabelsThatSlipped(t *testing.T) {
	head := row{"TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2022", "Thực hiện năm 2022"}
	places := "Tổng số tổ dân phố"
	for name, c := range map[string]struct {
		rows []row
		want string
	}{
		"two of three": {[]row{head, {1, houses, "hộ", 1860, nil}, {2, jobs, "lượt", 340, 1893},
			{3, places, "tổ dân phố", 13, 352}}, "B342@E3"},
		"one, past an empty row": {[]row{head, {1, houses, "hộ", 1860, 1893}, {2, jobs, "lượt", 340, nil},
			{3, places, "tổ dân phố", 13, 352}}, "B342@E4"},
		"each in its row": {[]row{head, {1, houses, "hộ", 1860, 1893}, {2, jobs, "lượt", 340, 352},
			{3, places, "tổ dân phố", 13, 12}}, ""},
		"two that changed places": {[]row{head, {1, houses, "hộ", 1860, 352}, {2, jobs, "lượt", 340, 1893},
			{3, places, "tổ dân phố", 13, 12}}, "B292@E2"},
		"two far from their plans": {[]row{head, {1, houses, "hộ", 1860, 380}, {2, jobs, "lượt", 340, 5200},
			{3, places, "tổ dân phố", 13, 12}}, "B340@E3"},
		"an empty row": {[]row{head, {1, houses, "hộ", 1860, 1893}, {2, jobs, "lượt", 340, nil},
			{3, places, "tổ dân phố", 13, 12}}, ""},
		"labels slipped": {[]row{head, {1, houses, nil, nil, 1893}, {2, nil, nil, nil, 352}, {3, jobs, nil, nil, 12},
			{4, places}}, "B289@E3"},
		"figures down by one, past the last row": {[]row{head, {1, houses, "hộ", nil, nil}, {2, jobs, "lượt", nil,
			1893},
			{3, places, "tổ dân phố", nil, 352}, {nil, nil, nil, nil, 12}}, "B289@E5"},
		"figures up by one": {[]row{head, {nil, nil, nil, nil, 1893}, {1, houses, "hộ", nil, 352},
			{2, jobs, "lượt", nil, 12}, {3, places, "tổ dân phố", nil, nil}}, "B289@E2"},
		"a sum without a label, past an empty row": {[]row{head, {1, houses, "hộ", nil, 1893}, {2, places,
			"tổ dân phố"},
			{3, jobs, "lượt", nil, 352}, {nil, nil, nil, nil, 2245}}, ""},
		"a sum without a label": {[]row{head, {1, houses, "hộ", nil, 1893}, {2, jobs, "lượt", nil, 352},
			{nil, nil, nil, nil, 2245}}, ""},
	} {
		got := said(examplePlan(t), "phuong-bac-son", laid(c.rows))
		if c.want == "" && strings.Contains(got, "B") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}
