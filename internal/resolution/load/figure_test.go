package load

import (
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/diag"
	"baocao/internal/resolution"
)

// What the language can say is taken without a word.
func TestTheLanguageOfFigures(t *testing.T) {
	for _, c := range []struct{ what, old, new string }{
		{"an average", "unit = \"%\"\ntarget = \"> 93\"",
			"unit = \"triệu đồng/người\"\nper = 1\nabove_whole = true\ntarget = \"> 93\""},
		{"per mille needs no factor", "unit = \"%\"\ntarget = \"> 93\"", "unit = \"‰\"\ntarget = \"<= 13.5\""},
		{"a change in points", "unit = \"%\"\ntarget = \">= 22\"",
			"unit = \"điểm phần trăm\"\nin = \"unit\"\ntarget = \">= 0.5\""},
		{"less is better", `target = "16..18"`, "target = \"16..18\"\nbetter = \"lower\""},
		{"as people write it", `target = "> 93"`, `target = "trên 93%"`},
		{"last year", `target = "= 0"`, `target = "<= previous"`},
		{"each unit", "target = \"= 0\"\nmethod = \"sum\"", "each = \">= 1\"\ntarget = \"= 100\"\nmethod = \"each\""},
		{"a constant", `label = "Tổng số hộ", unit = "hộ", whole = true`,
			`label = "Tổng số hộ", unit = "hộ", const = 25, source = "Đề án số 05"`},
		{"another measure's figure", `same_as = "3.2.numerator"`, `measure = "3.1"`},
		{"years that follow the plan", `label = "Số hộ đạt"`, `label = "Số hộ đạt năm {nam} so với năm {nam_truoc}"`},
		{"a price basis of another year", `label = "Số hộ đạt"`,
			`label = "Số hộ đạt (chuẩn giai đoạn 2016 - 2020), theo giá so sánh năm 2010"`},
		{"targets of single units", `previous = 12.50`,
			"previous = 12.50\nassigned = { bac-son = \"= 0\", nam-son = \"<= 5\" }\nannex = \"units\""},
	} {
		text := c.new
		if c.what == "each unit" {
			text = strings.Replace(text, "target", "target", 1)
		}
		p, problems := Load(folder(t, resolution.ResolutionFile, c.old, text))
		if c.what == "each unit" {
			// its amendment and unit are those of a count: only the method is looked at here
			problems = without(problems, "B069")
		}
		if len(problems) > 0 || p == nil {
			t.Errorf("%s:\n%s", c.what, inEnglish(problems))
		}
	}
}

func without(problems []diag.Problem, code string) (rest []diag.Problem) {
	for _, p := range problems {
		if p.Code != code {
			rest = append(rest, p)
		}
	}
	return rest
}

// An indicator of information only is printed, not judged: nothing is wrong with it.
func TestAnIndicatorToWatchIsAllowed(t *testing.T) {
	fsys := folder(t, resolution.ResolutionFile, "target = \"statement\"\nmethod = \"statement\"",
		"target = \"info\"\nmethod = \"statement\"")
	if p, problems := Load(fsys); p == nil || len(problems) > 0 {
		t.Error(inEnglish(problems))
	}
}

// The period of labels and titles follows the report's; so does the office's name.
func TestPeriodsFollowTheReport(t *testing.T) {
	for _, c := range []struct{ period, title, label string }{
		{"nam", "kết quả năm 2022", "Số hộ đạt năm 2022, năm 2021"},
		{"6-thang", "kết quả 6 tháng đầu năm 2022", "Số hộ đạt 6 tháng đầu năm 2022, 6 tháng đầu năm 2021"},
		{"quy-2", "kết quả quý II năm 2022", "Số hộ đạt quý II năm 2022, quý II năm 2021"},
	} {
		fsys := folder(t, resolution.ResolutionFile, `label = "Số hộ đạt"`, `label = "Số hộ đạt {ky}, {ky_truoc}"`)
		office := strings.NewReplacer(`title = "kết quả"`, "title = \"kết quả {ky}\"\nperiod = \""+c.period+"\"",
			`place = "Kiến An"`, "place = \"Kiến An\"\nname = \"Quận ủy Kiến An mới\"").
			Replace(string(fsys[resolution.OfficeFile].Data))
		fsys[resolution.OfficeFile] = &fstest.MapFile{Data: []byte(office)}
		p, problems := Load(fsys)
		if p == nil {
			t.Fatal(inEnglish(problems))
		}
		if got := p.Report.Title; got != c.title {
			t.Errorf("%s: %s", c.period, got)
		}
		if got := p.Measure("3.2").Inputs[0].Label; got != c.label {
			t.Errorf("%s: %s", c.period, got)
		}
		if got := p.Office.Name(); got != "Quận ủy Kiến An mới" {
			t.Error(got)
		}
	}
}

// The years of labels and titles follow the resolution's year.
func TestYearsFollowTheResolution(t *testing.T) {
	fsys := folder(t, resolution.ResolutionFile, `label = "Số hộ đạt"`,
		`label = "Số hộ đạt năm {nam}, năm {nam_truoc}"`)
	office := string(fsys[resolution.OfficeFile].Data)
	fsys[resolution.OfficeFile] = &fstest.MapFile{Data: []byte(strings.Replace(office, `title = "kết quả"`,
		`title = "kết quả năm {nam}"`, 1))}
	p, problems := Load(fsys)
	if p == nil {
		t.Fatal(inEnglish(problems))
	}
	if got := p.Report.Title; got != "kết quả năm 2022" {
		t.Error(got)
	}
	if got := p.Measure("3.2").Inputs[0].Label; got != "Số hộ đạt năm 2022, năm 2021" {
		t.Error(got)
	}
}

// A figure does not go into itself, by whatever way it comes back: an input of its
// own, one that it shares with another measure, or a part of its whole.
func TestFiguresThatGoInCircles(t *testing.T) {
	const (
		numerator = `inputs.numerator = { label = "Số hộ đạt", unit = "hộ", whole = true }`
		shared    = `inputs.denominator = { same_as = "3.2.numerator" }`
		part      = `{ label = "Dịch vụ", unit = "triệu đồng" }`
	)
	for _, c := range []struct {
		old, new, at string // at is the line that is refused; "" for none
	}{
		{numerator, `inputs.numerator = { measure = "3.3", unit = "hộ" }`, shared},
		{numerator, `inputs.numerator = { measure = "3.1", unit = "hộ" }`, ""},
		{numerator, `inputs.numerator = { measure = "3.3", unit = "hộ", last_year = true }`, ""},
		{part, `{ measure = "2.1", unit = "triệu đồng" }`, `of = ["2.1", "2.2"]`},
		{part, `{ measure = "3.1", unit = "triệu đồng" }`, ""},
	} {
		_, problems := Load(folder(t, resolution.ResolutionFile, c.old, c.new))
		line := 0
		for _, p := range problems {
			if p.Code == "B022" {
				line = p.At.Line
				break
			}
		}
		if want := lineOf(c.at); c.at == "" && line != 0 || c.at != "" && line != want {
			t.Errorf("%s: B022 at line %d; want %q\n%s", c.new, line, c.at, inEnglish(problems))
		}
	}
}
