package load

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
)

// A small sound plan; tests break it one line at a time.
const (
	smallResolution = `[resolution]
number = "02-NQ/QU"
date   = 2021-12-20
issuer = "Ban Chấp hành Đảng bộ quận"
about  = "về chỉ tiêu năm 2022"
year   = 2022

[[area]]
id = "kinh-te"
title = "Phát triển kinh tế"

[[area]]
id = "van-hoa"
title = "Văn hóa"

[[section]]
number = "I"
title  = "Kinh tế"

[[section.indicator]]
number   = 1
text     = "Tổng giá trị sản xuất tăng 16 - 18%."
headline = "1"

[[section.indicator.measure]]
id = "1"
name = "Tổng giá trị sản xuất"
unit = "%"
target = "16..18"
method = "growth"
from = ["phong"]
inputs.current = { label = "Năm nay", unit = "triệu đồng" }
inputs.previous = { label = "Năm trước", unit = "triệu đồng" }

[[section.indicator.measure]]
id = "1.1"
name = "Công nghiệp"
unit = "%"
target = ">= 12"
method = "growth"
from = ["phong"]
inputs.current = { label = "Năm nay", unit = "triệu đồng" }
inputs.previous = { label = "Năm trước", unit = "triệu đồng" }

[[section.indicator.measure]]
id = "1.2"
name = "Dịch vụ"
unit = "%"
target = ">= 22"
method = "growth"
from = ["phong"]
inputs.current = { label = "Năm nay", unit = "triệu đồng" }
inputs.previous = { label = "Năm trước", unit = "triệu đồng" }

[[section.indicator]]
number = 2
text = "Cơ cấu 45,5 - 54,5%."

[[section.indicator.measure]]
id = "2.1"
name = "Tỷ trọng công nghiệp"
unit = "%"
target = "45.5 +- 0.5"
method = "share"
from = ["phong"]
of = ["2.1", "2.2"]
growth_measure = "1.1"
inputs = { value = { label = "Công nghiệp", unit = "triệu đồng" } }

[[section.indicator.measure]]
id = "2.2"
name = "Tỷ trọng dịch vụ"
unit = "%"
target = "54.5 +- 0.5"
method = "share"
from = ["phong"]
of = ["2.1", "2.2"]
growth_measure = "1.2"
inputs = { value = { label = "Dịch vụ", unit = "triệu đồng" } }

[[section]]
number = "II"
title  = "Văn hóa"

[[section.indicator]]
number = 3
text = "Không còn hộ nghèo; gia đình văn hóa trên 93%."

[[section.indicator.measure]]
id = "3.1"
name = "Số hộ nghèo"
unit = "hộ"
target = "= 0"
method = "sum"
from = ["phuong"]
previous = 12.50

[[section.indicator.measure.amendment]]
date = 2022-07-01
target = "<= 5"

[[section.indicator.measure]]
id = "3.2"
name = "Gia đình văn hóa"
unit = "%"
target = "> 93"
method = "ratio"
from = ["phuong"]
decimals = 1
inputs.numerator = { label = "Số hộ đạt", unit = "hộ", whole = true }
inputs.denominator = { label = "Tổng số hộ", unit = "hộ", whole = true }

[[section.indicator.measure]]
id = "3.3"
name = "Hộ xuất sắc"
unit = "%"
target = "info"
method = "ratio"
from = ["phuong"]
inputs.numerator = { label = "Số hộ xuất sắc", unit = "hộ", whole = true }
inputs.denominator = { same_as = "3.2.numerator" }

[[section.indicator]]
number = 4
text = "Thực hiện một số tiêu chuẩn."

[[section.indicator.measure]]
id = "4"
name = "Tiêu chuẩn đô thị"
target = "statement"
method = "statement"
from = ["phong"]
`
	smallOffice = `[office]
parent = "ĐẢNG BỘ THÀNH PHỐ"
issuer = "QUẬN ỦY"
symbol = "BC/QU"
place = "Kiến An"
profile = "dang-hd36"

[report]
title = "kết quả"
attach = "annex"

[[unit]]
id = "phong"
name = "Phòng Kinh tế"
aliases = ["Phòng KT"]

[[unit]]
id = "bac-son"
name = "Phường Bắc Sơn"
group = "phuong"

[[unit]]
id = "nam-son"
name = "Phường Nam Sơn"
group = "phuong"

[[layout]]
unit = "phong"
input = "1.current"
cell = "C12"
`
	smallDecisions = `[[verdict]]
measure = "4"
verdict = "met"
reason = "Đủ minh chứng"
by = "Văn phòng"
date = 2022-12-18
`
)

// folder is the small plan with one text replaced in one of its files.
func folder(t testing.TB, file, old, new string) fstest.MapFS {
	t.Helper()
	texts := map[string]string{resolution.ResolutionFile: smallResolution, resolution.OfficeFile: smallOffice,
		resolution.DecisionsFile: smallDecisions}
	if strings.Count(texts[file], old) == 0 {
		t.Fatalf("%s does not hold %q", file, old)
	}
	texts[file] = strings.Replace(texts[file], old, new, 1)
	fsys := fstest.MapFS{}
	for name, text := range texts {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// lineOf is the line of a text in the small resolution.
func lineOf(text string) int {
	before, _, _ := strings.Cut(smallResolution, text)
	return strings.Count(before, "\n") + 1
}

func TestSmallPlanIsSound(t *testing.T) {
	p, problems := Load(folder(t, resolution.ResolutionFile, "[resolution]", "[resolution]"))
	if len(problems) > 0 {
		t.Fatal(inEnglish(problems))
	}
	m := p.Measure("3.1")
	if got := strings.Join(m.From, " "); got != "bac-son nam-son" {
		t.Errorf("the group phuong is %q", got)
	}
	if in := m.Inputs[0]; in.Label != "Số hộ nghèo" || in.Unit != "hộ" || in.Role != resolution.RoleValue {
		t.Errorf("a measure without inputs asks %+v", in)
	}
	if got := p.Measure("4").Inputs; len(got) != 2 || got[0].Label != "Tiêu chuẩn đô thị" ||
		got[1].Label != "Minh chứng, kết quả cụ thể" {
		t.Errorf("a statement asks %+v", got)
	}
	if owner, in := p.Input(p.Measure("3.3"), resolution.RoleDenominator); owner.ID != "3.2" ||
		in.Label != "Số hộ đạt" {
		t.Errorf("3.3's denominator is %s %+v", owner.ID, in)
	}
	if got := p.On(); got != (viet.Date{Year: 2022, Month: 12, Day: 31}) {
		t.Errorf("an open date is judged as of %s", got.ISO())
	}
}

// A number keeps every digit it was written with.
func TestNumbersAreExact(t *testing.T) {
	for written, want := range map[string]string{
		"12.50": "12.5", "0.1": "0.1", "12_345.678_9": "12345.6789", "0": "0",
		"1234567890.12345678": "1234567890.12345678", `"98.765"`: "98.765",
	} {
		p, problems := Load(folder(t, resolution.ResolutionFile, "previous = 12.50", "previous = "+written))
		if len(problems) > 0 {
			t.Fatal(inEnglish(problems))
		}
		if got := p.Measure("3.1").Previous; got == nil || !got.Equal(quantity.MustParse(want)) {
			t.Errorf("previous = %s reads as %v", written, got)
		}
	}
	p, _ := Load(folder(t, resolution.ResolutionFile, "previous = 12.50", `previous = "ask"`))
	if m := p.Measure("3.1"); !m.AskLast || m.Previous != nil {
		t.Error(`previous = "ask" does not ask`)
	}
}

func TestAmendmentsApplyFromTheirDate(t *testing.T) {
	p, _ := Load(folder(t, resolution.ResolutionFile, "date = 2022-07-01\ntarget = \"<= 5\"",
		"date = 2022-09-01\npending = true\n\n[[section.indicator.measure.amendment]]\ndate = 2022-07-01\n"+
			"target = \"<= 5\"\nbasis = \"chuẩn mới\""))
	m := p.Measure("3.1")
	for _, c := range []struct {
		on            viet.Date
		target, basis string
		amended       bool
		pending       bool
	}{
		{viet.Date{Year: 2022, Month: 6, Day: 30}, "= 0", "", false, false},
		{viet.Date{Year: 2022, Month: 7, Day: 1}, "<= 5", "chuẩn mới", true, false},
		{viet.Date{Year: 2022, Month: 12, Day: 31}, "<= 5", "chuẩn mới", true, true},
	} {
		target, basis, a := m.Current(c.on)
		if target.Text != c.target || basis != c.basis || (a != nil) != c.amended || a != nil &&
			a.Pending != c.pending {
			t.Errorf("on %s: %q, %q, %+v", c.on.ISO(), target.Text, basis, a)
		}
	}
}

// chosen is a decision about a figure before the decision about a verdict, with
// one text in it replaced.
func chosen(old, new string) string {
	return strings.Replace(`[[figure]]
measure = "3.1"
unit = "nam-son"
value = 4
reason = "r"
by = "b"
date = 2022-12-18

[[verdict]]`, old, new, 1)
}

func TestChosenFigures(t *testing.T) {
	p, problems := Load(folder(t, resolution.DecisionsFile, "[[verdict]]",
		chosen("value = 4", `file = '1-nop-vao-day\b.xlsx'
saw = [
  { file = '1-nop-vao-day\a.xlsx', value = "48" },
  { file = "1-nop-vao-day/b.xlsx", value = "không phát sinh" },
]`)))
	if len(problems) > 0 {
		t.Fatal(inEnglish(problems))
	}
	c := p.Choices[0]
	if c.Key() != "3.1.value" || c.Unit != "nam-son" || c.File != "1-nop-vao-day/b.xlsx" || len(c.Saw) != 2 ||
		c.Saw[0] != (resolution.Seen{File: "1-nop-vao-day/a.xlsx", Value: "48"}) {
		t.Errorf("%+v", c)
	}
	p, problems = Load(folder(t, resolution.DecisionsFile, "[[verdict]]",
		chosen("value = 4", `value = "Chưa có kết quả"`)))
	if len(problems) > 0 || p.Choices[0].Answer != "Chưa có kết quả" {
		t.Error(inEnglish(problems))
	}
	p, problems = Load(folder(t, resolution.DecisionsFile, "[[verdict]]", chosen("value = 4", `value = "4"`)))
	if len(problems) > 0 || p.Choices[0].Value.Plain() != "4" {
		t.Error(inEnglish(problems))
	}
}

// argument is a place in a message that nothing was put into.
var argument = regexp.MustCompile(`\{[a-z]+\}`)

// Each rule of the plan, broken once. The small plan itself breaks none.
func TestLint(t *testing.T) {
	const res, off, dec = resolution.ResolutionFile, resolution.OfficeFile, resolution.DecisionsFile
	for _, c := range []struct {
		code, file, old, new string
	}{
		{"B003", res, `unit = "hộ"`, `unit = hộ`},
		{"B004", res, `method = "sum"`, `methd = "sum"`},
		{"B004", res, `label = "Tổng số hộ"`, `lable = "Tổng số hộ"`},
		{"B004", res, `inputs.denominator = { label = "Tổng số hộ"`, `inputs.denominater = { label = "Tổng số hộ"`},
		{"B004", off, `symbol = "BC/QU"`, `symbl = "BC/QU"`},
		{"B004", dec, `reason =`, `reasons =`},
		{"B005", off, `attach = "annex"`, `xyz = "annex"`},
		{"B006", res, `id = "4"`, `id = 4`},
		{"B006", res, `year   = 2022`, `year   = "2022"`},
		{"B006", res, `date   = 2021-12-20`, `date   = "cuối năm 2021"`},
		{"B006", res, `date   = 2021-12-20`, `date   = 07:30:00`},
		{"B006", res, `from = ["phong"]`, `from = "phong"`},
		{"B006", res, `previous = 12.50`, `previous = "12,5"`},
		{"B006", res, `previous = 12.50`, `previous = inf`},
		{"B006", res, `whole = true`, `whole = "true"`},
		{"B046", off, "[office]\n", "[limits]\nmemory_mb = 8\n[office]\n"},
		{"B046", off, "[office]\n", "[limits]\nseconds = 0\n[office]\n"},
		{"B006", off, "[office]\n", "[mail]\nsmtp = \"mail\"\n[office]\n"},
		{"B046", off, "[office]\n", "[mail.smtp]\nport = 0\n[office]\n"},
		{"B008", off, "[office]\n", "[mail.smtp]\nsecurity = \"ssl\"\n[office]\n"},
		{"B570", off, "[office]\n", "[mail.smtp]\nhost = \"mail.example\"\n[office]\n"},
		{"B570", off, "[office]\n", "[mail.smtp]\nhost = \"mail.example\"\nfrom = \"văn thư\"\n[office]\n"},
		{"B571", off, "[office]\n", "[mail.smtp]\nhost = \"mail.example:587\"\nfrom = \"a@b.example\"\n[office]\n"},
		{"B571", off, "[office]\n", "[mail.smtp]\nhost = \"https://mail.example\"\nfrom = \"a@b.example\"\n[office]\n"},
		{"B572", off, "[office]\n", "[mail]\nto = [\"a@b.example, c@d.example\"]\n[office]\n"},
		{"B572", off, "[office]\n", "[mail]\nto = [\"thư@b.example\"]\n[office]\n"},
		{"B573", off, "[office]\n", "[mail.smtp]\nhost = \"mail.example\"\nfrom = \"a@b.example\"\n" +
			"security = \"none\"\n[office]\n"},
		{"B007", res, `name = "Số hộ nghèo"`, `name = " "`},
		{"B007", res, `method = "sum"`, ``},
		{"B007", res, `of = ["2.1", "2.2"]`, ``},
		{"B007", off, `issuer = "QUẬN ỦY"`, ``},
		{"B007", dec, `by = "Văn phòng"`, ``},
		{"B007", dec, `date = 2022-12-18`, ``},
		{"B008", res, `method = "ratio"`, `method = "tỷ lệ"`},
		{"B008", off, `"dang-hd36"`, `"hd36"`},
		{"B008", off, `"annex"`, `"phu-luc"`},
		{"B008", dec, `"met"`, `"tốt"`},
		{"B010", res, `number = 3`, `number = 2`},
		{"B011", res, `number = 3`, `number = 5`},
		{"B012", res, `id = "3.3"`, `id = "3.2"`},
		{"B012", res, `number = "II"`, `number = "I"`},
		{"B012", res, `id = "van-hoa"`, `id = "kinh-te"`},
		{"B013", res, `id = "3.3"`, `id = "4.3"`},
		{"B013", res, `id = "3.3"`, `id = "3.x"`},
		{"B014", res, `from = ["phuong"]`, `from = ["phường"]`},
		{"B015", res, `inputs.denominator = { label = "Tổng số hộ", unit = "hộ", whole = true }`, ``},
		{"B016", res, `inputs = { value = { label = "Công nghiệp", unit = "triệu đồng" } }`,
			`inputs = { value = "A", plan = "B" }`},
		{"B017", res, `target = "> 93"`, `target = "khoảng 93%"`},
		{"B017", res, `target = "<= 5"`, `target = "5"`},
		{"B018", res, `decimals = 1`, `decimals = 7`},
		{"B018", res, `decimals = 1`, `decimals = -1`},
		{"B019", res, "method = \"sum\"\nfrom = [\"phuong\"]", `method = "sum"`},
		{"B020", res, `method = "sum"`, `method = "value"`},
		{"B021", res, `target = "statement"`, `target = ">= 1"`},
		{"B021", res, `target = "> 93"`, `target = "statement"`},
		{"B022", res, `same_as = "3.2.numerator"`, `same_as = "3.2.value"`},
		{"B022", res, `growth_measure = "1.2"`, `growth_measure = "1.7"`},
		{"B022", res, `growth_measure = "1.2"`, `growth_measure = "3.2"`},
		{"B022", res, `same_as = "3.2.numerator"`, `same_as = "4.status"`},
		{"B022", res, `headline = "1"`, `headline = "2.1"`},
		{"B022", res, `of = ["2.1", "2.2"]`, `of = ["2.1", "2.3"]`},
		{"B022", res, `id = "3.3"`, "id = \"3.3\"\npart_of = \"9\""},
		{"B023", res, `same_as = "3.2.numerator"`, `same_as = "3.2.numerator", unit = "người"`},
		{"B024", res, `same_as = "3.2.numerator"`, `same_as = "3.2.numerator", label = "Số hộ"`},
		{"B025", res, `label = "Tổng số hộ", unit = "hộ"`, `label = "Tổng số hộ"`},
		{"B026", off, `id = "nam-son"`, `id = "bac-son"`},
		{"B026", off, `name = "Phường Nam Sơn"`, `name = "PHƯỜNG BẮC SƠN"`},
		{"B026", off, `name = "Phường Nam Sơn"`, "name = \"Phường Nam Sơn\"\naliases = [\"phong kt\"]"},
		{"B027", off, `group = "phuong"`, `group = "phong"`},
		{"B028", res, `date = 2022-07-01`, ``},
		{"B029", res, "target = \"<= 5\"\n", ``},
		{"B030", res, `label = "Năm trước", unit = "triệu đồng"`, `label = "Năm trước", unit = "tỷ đồng"`},
		{"B030", res, `label = "Dịch vụ", unit = "triệu đồng"`, `label = "Dịch vụ", unit = "tỷ đồng"`},
		{"B031", res, `of = ["2.1", "2.2"]`, `of = ["2.2"]`},
		{"B032", res, `id = "3.3"`, "id = \"3.3\"\nof = [\"3.2\"]"},
		{"B033", res, `of = ["2.1", "2.2"]`, `of = ["2.1", "2.2", "1"]`},
		{"B084", off, `symbol = "BC/QU"`, `symbol = "BC/..."`},
		{"B084", off, `attach = "annex"`, "attach = \"annex\"\nrecipients = [\"Thường trực\", \"...\"]"},
		{"B085", res, `name = "Tiêu chuẩn đô thị"`, "# HỎI: đúng chưa?\nname = \"Tiêu chuẩn đô thị\""},
		{"B034", res, "\n[[section.indicator.measure]]\nid = \"4\"", "\n[[section.indicator]]\nnumber = 5\n" +
			"text = \"Một chỉ tiêu khác.\"\n\n[[section.indicator.measure]]\nid = \"5\""},
		{"B035", res, `year   = 2022`, `year   = 22`},
		{"B036", res, `date   = 2021-12-20`, `date   = 2012-12-20`},
		{"B037", off, `title = "kết quả"`, "title = \"kết quả\"\ndate = 2021-12-20"},
		{"B086", off, `title = "kết quả"`, `title = "kết quả thực hiện Nghị quyết số 08-NQ/ĐU, ngày 18/12/2021"`},
		{"B038", off, `id = "nam-son"`, `id = "Nam Sơn"`},
		{"B039", off, `input = "1.current"`, `input = "3.1.value"`},
		{"B039", off, "[[layout]]\nunit = \"phong\"", "[[layout]]\nunit = \"phòng\""},
		{"B040", dec, `measure = "4"`, `measure = "40"`},
		{"B041", dec, `[[verdict]]`, strings.TrimSpace(smallDecisions) + "\n\n[[verdict]]"},
		{"B042", dec, `"met"`, `"exceeded"`},
		{"B007", dec, `[[verdict]]`, chosen(`by = "b"`, ``)},
		{"B005", dec, `[[verdict]]`, chosen(`unit`, `xyzxyz`)},
		{"B040", dec, `[[verdict]]`, chosen(`"3.1"`, `"31"`)},
		{"B041", dec, `[[verdict]]`, strings.TrimSuffix(chosen(``, ``), "[[verdict]]") + chosen(``, ``)},
		{"B047", dec, `[[verdict]]`, chosen(`"nam-son"`, `"namson"`)},
		{"B047", dec, `[[verdict]]`, chosen(`"nam-son"`, `"phong"`)},
		{"B047", dec, `[[verdict]]`, chosen(`unit = "nam-son"`, ``)},
		{"B047", dec, `[[verdict]]`, chosen(`unit = "nam-son"`, "unit = \"nam-son\"\ninput = \"numerator\"")},
		{"B048", dec, `[[verdict]]`, chosen(`value = 4`, ``)},
		{"B048", dec, `[[verdict]]`, chosen(`value = 4`, "value = 4\nfile = \"a.xlsx\"")},
		{"B049", dec, `[[verdict]]`, chosen(`value = 4`, `value = -4`)},
		{"B049", dec, `[[verdict]]`, chosen(`value = 4`, `value = "bốn"`)},
		{"B050", res, `[resolution]`, "[[silence]]\ncode = \"B999\"\nreason = \"r\"\n\n[resolution]"},
		{"B050", off, "[office]\n", "[checks]\nraise = [\"annex.reason.met\"]\n[office]\n"},
		{"B051", res, `[resolution]`, "[[silence]]\ncode = \"B231\"\nreason = \"r\"\n\n[resolution]"},
		{"B007", res, `[resolution]`, "[[silence]]\ncode = \"B217\"\n\n[resolution]"},
		{"B006", off, "[office]\n", "[checks]\njump_factor = 0.5\n[office]\n"},
		{"B006", off, "[office]\n", "[checks]\npopulation_tolerance = -1\n[office]\n"},
		{"B043", res, `"54.5 +- 0.5"`, `"54.4 +- 0.5"`},
		{"B044", res, `"54.5 +- 0.5"`, `"54.5 +- 55"`},
		{"B045", res, `target = "16..18"`, `target = "18..20"`},
		{"B045", res, `target = "16..18"`, `target = "10..17"`},
		{"B055", res, `target = "> 93"`, `target = "≥ 1.200"`},
		{"B056", res, `method = "sum"`, "method = \"sum\"\nper = 1"},
		{"B056", res, `method = "sum"`, "method = \"sum\"\nin = \"unit\""},
		{"B056", res, `method = "sum"`, "method = \"sum\"\namong = 114"},
		{"B056", res, `method = "sum"`, "method = \"sum\"\neach = \">= 1\""},
		{"B056", res, `label = "Tổng số hộ", unit = "hộ", whole = true`,
			`label = "Tổng số hộ", unit = "hộ", negative = true`},
		{"B057", res, `decimals = 1`, "decimals = 1\nper = 0"},
		{"B058", res, "unit = \"%\"\ntarget = \"> 93\"", "unit = \"triệu đồng/người\"\ntarget = \"> 93\""},
		{"B059", res, "unit = \"%\"\ntarget = \">= 22\"", "unit = \"triệu đồng\"\ntarget = \">= 22\""},
		{"B060", res, `target = "16..18"`, `target = "-10..-5"`},
		{"B061", res, "target = \"= 0\"\nmethod = \"sum\"\nfrom = [\"phuong\"]",
			"target = \"5..10\"\nmethod = \"rank\"\nfrom = [\"phong\"]"},
		{"B062", res, `target = "= 0"`, `target = "by 2022-06-30"`},
		{"B062", res, `method = "sum"`, `method = "date"`},
		{"B062", res, "target = \"= 0\"\nmethod = \"sum\"", "target = \"không thấp hơn năm trước\"\nmethod = \"rank\""},
		{"B063", res, "method = \"sum\"", "method = \"each\""},
		{"B064", res, `unit = "hộ"
target = "= 0"`, `unit = "%"
target = "= 0"`},
		{"B065", res, `label = "Tổng số hộ", unit = "hộ", whole = true`,
			`label = "Tổng số hộ", unit = "hộ", const = 25`},
		{"B022", res, `same_as = "3.2.numerator"`, `measure = "3.3"`},
		{"B066", res, `label = "Số hộ đạt"`, `label = "Số hộ đạt năm 2021"`},
		{"B066", res, `label = "Năm trước"`, `label = "Giá trị năm 2022"`},
		{"B067", res, `previous = 12.50`, "previous = 12.50\nassigned = { phong = \"<= 1\" }"},
		{"B005", res, `previous = 12.50`, "previous = 12.50\nassigned = { xyz = \"<= 1\" }"},
		{"B068", res, `target = "= 0"`, "assigned = { bac-son = \">= 2\", nam-son = \">= 3\" }\ntarget = \">= 6\""},
		{"B069", res, "id = \"2.1\"\nname = \"Tỷ trọng công nghiệp\"\nunit = \"%\"",
			"id = \"2.1\"\nname = \"Tỷ trọng công nghiệp\"\nunit = \"điểm\""},
		{"B087", off, "[report]\n", "[report]\ndraft = \"hai\"\n"},
		{"B087", off, "[report]\n", "[report]\ndraft = 0\n"},
		{"B087", off, "[report]\n", "[report]\ndraft = 2.5\n"},
		{"B088", off, "[report]\n", "[report]\nto = [\"Thành ủy\"]\n"},
		{"B008", off, "[report]\n", "[report]\nurgency = \"GẤP\"\n"},
		{"B089", off, `symbol = "BC/QU"`, `symbol = "BC-QU"`},
		{"B089", off, `profile = "dang-hd36"`, `profile = "nha-nuoc-nd30"`},
		{"B090", off, "[report]\n", "[report]\nsignature = { authority = \"TM. BAN CHẤP HÀNH\" }\n"},
		{"B091", off, "[report]\n", "joint = { issuer = \"UBND QUẬN\", symbol = \"UBND\" }\n[report]\n"},
		{"B090", off, "[report]\n", "joint = { issuer = \"UBND\", symbol = \"UBND\", signature = { authority = " +
			"\"TM. UBND\" } }\n[report]\n"},
		{"B092", off, "[report]\n", "[report]\nnumber = \"07-BC/QU\"\n"},
		{"B092", off, "[report]\n", "[report]\nnumber = \"Số 7\"\n"},
		{"B092", off, "[report]\n", "[report]\nnumber = \"chưa có\"\n"},
		{"B092", off, "[report]\n", "[report]\nnumber = \"0\"\n"},
		{"B092", off, "[report]\n", "[report]\nnumber = \"00\"\n"},
		{"B092", off, "[report]\n", "[report]\nnumber = 7.5\n"},
	} {
		_, problems := Load(folder(t, c.file, c.old, c.new))
		at := slices.IndexFunc(problems, func(p diag.Problem) bool { return p.Code == c.code })
		if at < 0 {
			t.Errorf("%s is not reported after %q; got:\n%s", c.code, c.new, inEnglish(problems))
			continue
		}
		p := problems[at]
		if p.At.File != c.file || p.At.Line == 0 {
			t.Errorf("%s stands at %s", c.code, p.At)
		}
		for _, lang := range []diag.Lang{diag.Vi, diag.En} {
			if text := p.In(lang) + p.Fix(lang); argument.MatchString(text) {
				t.Errorf("%s: an argument is missing: %s", c.code, text)
			}
		}
	}
}

// A decision of a period that is none counts in no report: that is said in each of them, also in
// one that it would not have been of.
func TestADecisionOfAPeriodThatIsNone(t *testing.T) {
	t.Parallel()
	for period, want := range map[string]string{"6-thang": "", "nam": "", "9-thnag": "B080 B008",
		"sáu tháng": "B080 B008"} {
		for _, of := range []string{"6-thang", "nam"} {
			f := folder(t, resolution.OfficeFile, "[report]\n", "[report]\nperiod = \""+of+"\"\n")
			f[resolution.DecisionsFile] = &fstest.MapFile{Data: []byte(smallDecisions + "period = \"" + period +
				"\"\n")}
			p, problems := Load(f)
			var codes []string
			for _, x := range problems {
				if x.At.File == resolution.DecisionsFile {
					codes = append(codes, x.Code)
				}
			}
			if got := strings.Join(codes, " "); got != want || len(p.Decisions) == 1 != (period == of) {
				t.Errorf("%s in a report of %s: %s, %d decisions", period, of, got, len(p.Decisions))
			}
		}
	}
}

// For Kiến An the branches' growth and the structure imply 17,12%: inside the
// 16 - 18% that was promised, outside a range that was not.
func TestImpliedGrowthOfKienAn(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{resolution.ResolutionFile, resolution.OfficeFile} {
		data, err := os.ReadFile(exampleDir + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(data), `"16..18"`, `"17.2..18"`, 1))}
	}
	_, problems := Load(fsys)
	if len(problems) != 1 || problems[0].Code != "B045" || !strings.Contains(problems[0].In(diag.Vi), "17,12%") {
		t.Error(inEnglish(problems))
	}
}

func TestMissingFiles(t *testing.T) {
	for _, name := range []string{resolution.ResolutionFile, resolution.OfficeFile} {
		fsys := folder(t, name, "title", "title")
		delete(fsys, name)
		p, problems := Load(fsys)
		if p != nil || len(problems) != 1 || problems[0].Code != "B001" || problems[0].At.File != name {
			t.Errorf("without %s: %v, %s", name, p, inEnglish(problems))
		}
	}
	fsys := folder(t, resolution.ResolutionFile, "title", "title")
	delete(fsys, resolution.DecisionsFile)
	if p, problems := Load(fsys); p == nil || len(problems) > 0 {
		t.Errorf("decisions are optional, but: %s", inEnglish(problems))
	}
	fsys[resolution.OfficeFile] = &fstest.MapFile{Data: make([]byte, tomlfile.MaxSize+1)}
	if p, problems := Load(fsys); p != nil || problems[0].Code != "B002" {
		t.Errorf("an oversized file: %s", inEnglish(problems))
	}
}

// A misspelt key is reported at its own line, with the key that was meant, and
// everything else wrong in the file is reported in the same run.
// A target that is not understood is not guessed: the message names what it probably is.
func TestATargetThatIsNoneIsProposed(t *testing.T) {
	for text, want := range map[string]string{
		"đạt 100%": `; có lẽ là "= 100".`, "đạt 93 điểm": `; có lẽ là ">= 93".`,
		"từ 2.000 trở lên": `">= 2000" hoặc ">= 2"`, "2.100 - 2.500 lượt": `"2100..2500" hoặc "2.1..2.5"`,
		"1.100 - 1.500": `"1100..1500" hoặc "1.1..1.5"`, "cao hơn năm trước": `; có lẽ là "> previous".`,
		"loại tốt": "không hiểu đích «loại tốt».",
	} {
		_, problems := Load(folder(t, resolution.ResolutionFile, `target = "> 93"`, "target = \""+text+"\""))
		said := ""
		for _, p := range problems {
			if p.Code == "B017" || p.Code == "B055" {
				said += p.In(diag.Vi) + " " + p.Fix(diag.Vi)
			}
		}
		if !strings.Contains(said, want) {
			t.Errorf("%q: %s, want %s", text, said, want)
		}
	}
}

// Also where no method tells how the number is meant.
func TestANumberOfTwoReadingsIsAlwaysProposed(t *testing.T) {
	for method, text := range map[string]string{"statement": "từ 2.000 trở lên", "no-such": "từ 2.000 trở lên",
		"value": "khoảng 2.000 trở lên"} {
		fsys := folder(t, resolution.ResolutionFile, `target = "> 93"`, "target = \""+text+"\"")
		data := string(fsys[resolution.ResolutionFile].Data)
		at := strings.Index(data, text)
		of := at + strings.Index(data[at:], "method = ")
		end := of + strings.IndexByte(data[of:], '\n')
		fsys[resolution.ResolutionFile].Data = []byte(data[:of] + "method = \"" + method + "\"" + data[end:])
		_, problems := Load(fsys)
		for _, p := range problems {
			if fix := p.Fix(diag.Vi); p.Code == "B055" && strings.Contains(fix, ": .") {
				t.Errorf("%s, %s: %s", method, text, fix)
			}
		}
	}
}

func TestUnknownKeyNamesLineAndSuggestion(t *testing.T) {
	fsys := folder(t, resolution.ResolutionFile, "decimals = 1", "decimal = 1")
	fsys[resolution.ResolutionFile].Data = []byte(strings.Replace(string(fsys[resolution.ResolutionFile].Data),
		`target = "> 93"`, `target = "93"`, 1))
	_, problems := Load(fsys)
	if len(problems) != 2 || problems[0].Code != "B017" || problems[1].Code != "B004" {
		t.Fatal(inEnglish(problems))
	}
	if got, want := problems[1].At.Line, lineOf("decimals = 1"); got != want {
		t.Errorf("line %d, want %d", got, want)
	}
	if got := problems[1].Fix(diag.Vi); got != "Đổi «decimal» thành «decimals»." {
		t.Error(got)
	}
	if got, want := problems[0].At.Line, lineOf(`target = "> 93"`); got != want {
		t.Errorf("line %d, want %d", got, want)
	}
}

// Notepad's byte order mark and Windows line ends change nothing.
func TestWindowsText(t *testing.T) {
	fsys := folder(t, resolution.ResolutionFile, "decimals = 1", "decimal = 1")
	want, _ := Load(fsys)
	for name, f := range fsys {
		fsys[name] = &fstest.MapFile{Data: []byte("\uFEFF" + strings.ReplaceAll(string(f.Data), "\n", "\r\n"))}
	}
	got, problems := Load(fsys)
	if got == nil || len(got.Measures()) != len(want.Measures()) || len(problems) != 1 ||
		problems[0].At.Line != lineOf("decimals = 1") {
		t.Error(inEnglish(problems))
	}
}

func BenchmarkLoad(b *testing.B) {
	fsys := os.DirFS(exampleDir)
	for b.Loop() {
		if p, problems := Load(fsys); p == nil || len(problems) > 0 {
			b.Fatal(inEnglish(problems))
		}
	}
}

// How letters go on their way: encrypted, as the port has it, unless the office says
// otherwise; and what is wrong with the server costs nothing but the sending.
func TestTheMailServer(t *testing.T) {
	const off = resolution.OfficeFile
	for _, c := range []struct {
		said string
		want resolution.SMTP
		told int
	}{
		{"", resolution.SMTP{Port: 587, Security: resolution.StartTLS}, 0},
		{`host = "mail.example"` + "\n" + `from = "Văn thư <a@b.example>"`, resolution.SMTP{Host: "mail.example",
			Port: 587, From: "Văn thư <a@b.example>", Security: resolution.StartTLS}, 0},
		{"port = 465", resolution.SMTP{Port: 465, Security: resolution.TLS}, 0},
		{"port = 465\nsecurity = \"starttls\"", resolution.SMTP{Port: 465, Security: resolution.StartTLS}, 0},
		{"host = \"127.0.0.1\"\nsecurity = \"none\"\nfrom = \"a@b.example\"", resolution.SMTP{Host: "127.0.0.1",
			Port: 587, From: "a@b.example", Security: resolution.Unencrypted}, 0},
		{"host = \"a b\"\nfrom = \"x\"", resolution.SMTP{Port: 587, Security: resolution.StartTLS}, 2},
	} {
		p, problems := Load(folder(t, off, "[office]\n", "[mail.smtp]\n"+c.said+"\n[office]\n"))
		if p == nil || p.Mail.SMTP != c.want || len(problems) != c.told {
			t.Errorf("%s: %+v, %s", c.said, p.Mail.SMTP, inEnglish(problems))
		}
	}
}
