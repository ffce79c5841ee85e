package app_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
	"baocao/internal/viet"
)

// A measure that has another number below is the one that the office says; who says that a
// file is somebody's is believed.
func TestWhatTheOfficeSays(t *testing.T) {
	t.Parallel()
	c := newCity(t)
	c.write(cityDir+"/tong-hop.toml", "[[measure]]\nid = \"1.2\"\nlower = \"9\"\n")
	for nr, data := range c.result {
		c.write(home(nr, "ket-qua.json"), edited(t, data, func(r *result.Result) {
			m := r.Measure("1.2")
			m.ID, m.Name = "9", "Đảng viên mới"
			for i := range m.Sources {
				m.Sources[i].Measure = "9"
			}
			r.Report.Issuer = "ĐẢNG ỦY XÃ LẠ"
		}))
	}
	desk, err := app.OpenDesk(context.Background(), filepath.Join(c.dir, cityDir), nil)
	must(t, err)
	asked := 0
	for _, p := range desk.Annex().Problems {
		if p.Code == "B200" {
			asked++
			_, err := desk.Answer(context.Background(), p.Question.ID, "1",
				app.Signature{By: "An", Date: viet.Date{Year: 2026, Month: 12, Day: 21}})
			must(t, err)
		}
	}
	if asked != 2 {
		t.Errorf("asked of %d files whose they are", asked)
	}
	holds(t, c.build(cityDir), c.sum(func(commune) bool { return true }))
}

// The office says what is the same below, of all or of some; a number alone is believed
// while all mean one thing by it.
func TestWhatTheOfficeSaysIsTheSame(t *testing.T) {
	t.Parallel()
	c := newCity(t)
	whole := c.sum(func(commune) bool { return true })
	renamed := func(nr int, id, name string) {
		c.write(home(nr, "ket-qua.json"), edited(t, c.result[nr], func(r *result.Result) {
			m := r.Measure("1.2")
			m.ID, m.Name = id, name
			for i := range m.Sources {
				m.Sources[i].Measure = id
			}
		}))
	}
	said := func(toml string, reported int, code string) {
		t.Helper()
		c.write(cityDir+"/tong-hop.toml", strings.ReplaceAll(toml, "'", `"`))
		out := c.build(cityDir)
		if m := out.Annex.FindMeasure("1.2"); m.Reported != reported {
			t.Errorf("%s: %d communes: %v", toml, m.Reported, out.Annex.Problems)
		}
		if code != "" && !slices.Contains(codesOf(out), code) {
			t.Errorf("%s: no %s: %v", toml, code, codesOf(out))
		}
		if reported == 2 {
			holds(t, out, whole)
		}
	}
	const nine = "[[measure]]\nid = '1.2'\nlower = '9'\n"
	renamed(0, "9", "Đảng viên mới")
	renamed(1, "9", "Đảng viên mới")
	said(nine, 2, "")
	renamed(1, "9", "Số đảng viên bị kỷ luật") // one of them means something else by it
	said(nine, 0, "B813")
	said(nine+"same = ['Đảng viên mới']\n", 1, "B813")
	renamed(0, "1.2", "Số đảng viên được kết nạp") // one has kept the number
	renamed(1, "9", "Số đảng viên được kết nạp")
	said("", 1, "B962")
	said(nine, 2, "")
	said(nine+"units = ['xa-01']\n", 2, "")
	said(nine+"units = ['xa-00']\n", 1, "B962")

	// A denominator that is called otherwise is asked about once.
	for nr := range 2 {
		c.write(home(nr, "ket-qua.json"), edited(t, c.result[nr], func(r *result.Result) {
			r.Measure("1.1").Inputs[1].Label = "Số hộ dân cư"
			r.Measure("2").Basis = new("giá 2010")
		}))
	}
	said("[[measure]]\nid = '1.1'\nsame = ['Số hộ dân cư']\n[[measure]]\nid = '2'\nsame = ['Giá 2010']\n", 2, "")
}

// How many villages reach a standard is two numbers, which are added; it is no answer of
// whether the commune does.
func TestHowManyReachItIsNoYes(t *testing.T) {
	t.Parallel()
	c := newCity(t)
	for nr := range 2 {
		c.write(home(nr, "ket-qua.json"), edited(t, c.result[nr], func(r *result.Result) {
			m := r.Measure("1.2")
			m.Name, m.Unit, m.Method, m.Sources, m.Inputs = "Tỷ lệ thôn đạt chuẩn", "%", "each", nil, nil
			m.Totals = map[string]string{"satisfying": strconv.Itoa(nr + 2), "asked": "4"}
			m.Actual, m.Judged = new(strconv.Itoa(25*(nr+2))), new(strconv.Itoa(25*(nr+2)))
		}))
	}
	path := filepath.Join(c.dir, cityDir, app.ResolutionFile)
	text, err := os.ReadFile(path)
	must(t, err)
	asked := func(method, inputs string) *app.Outcome {
		plan := strings.Replace(string(text), `name = "Số đảng viên được kết nạp"
    unit = "đảng viên"
    target = "info"
    method = "sum"
    from = ["xa"]`, `name = "Tỷ lệ thôn đạt chuẩn"
    unit = "%"
    target = "info"
    from = ["xa"]
    method = "`+method+`"
`+inputs, 1)
		must(t, os.WriteFile(path, []byte(plan), 0o644))
		return c.build(cityDir)
	}
	out := asked("each", `inputs.answer = { label = "Xã đạt chuẩn" }`)
	if m := out.Annex.FindMeasure("1.2"); m.Reported != 0 || !slices.Contains(codesOf(out), "B966") {
		t.Errorf("%v: %v", m.Totals, codesOf(out))
	}
	out = asked("ratio", `inputs.numerator = { label = "Số thôn đạt chuẩn", unit = "thôn", whole = true }
    inputs.denominator = { label = "Số thôn", unit = "thôn", whole = true }`)
	if m := out.Result.Measure("1.2"); m.Actual == nil || *m.Actual != "62.5" || m.Totals["numerator"] != "5" {
		t.Errorf("%v: %v", m.Totals, out.Annex.Problems)
	}
}

// A half-year's reports are gathered in a half-year's folder, whatever they come as.
func TestReportsOfAPeriod(t *testing.T) {
	t.Parallel()
	c := newCountry(t, 9)
	c.city(0, 1)
	half := func(dir string) {
		path := filepath.Join(c.dir, dir, "co-quan.toml")
		text, err := os.ReadFile(path)
		must(t, err)
		must(t, os.WriteFile(path, bytes.Replace(text, []byte("date = 2026-12-20\n"),
			[]byte("date = 2026-07-05\nperiod = \"6-thang\"\n"), 1), 0o644))
	}
	half("t0/x00")
	for _, v := range villages[:c.villages] {
		path := filepath.Join(c.dir, "t0/x00", app.DropDir, v[1]+".csv")
		text, err := os.ReadFile(path)
		must(t, err)
		must(t, os.WriteFile(path, bytes.Replace(text, []byte("Thực hiện năm 2026"),
			[]byte("Thực hiện 6 tháng đầu năm 2026"), 1), 0o644))
	}
	c.build("t0/x00")
	for _, name := range []string{"PhuLuc-2026-6-thang.xlsx", "BaoCao-2026-6-thang.pdf", "ket-qua-6-thang.json"} {
		half(cityDir)
		must(t, os.RemoveAll(filepath.Join(c.dir, cityDir, app.DropDir)))
		c.send("t0/x00", name, cityDir, "xa-00/"+name)
		out := c.build(cityDir)
		if whole := strings.HasPrefix(name, "PhuLuc"); whole { // it leaves out what is not due
			if m := out.Annex.FindMeasure("3"); m.Reported != 0 || out.Annex.FindMeasure("2").Reported != 1 {
				t.Errorf("%s: %v", name, out.Annex.Problems)
			}
		} else {
			holds(t, out, c.sum(func(commune) bool { return true }))
		}
		c.office(cityDir, "THÀNH ỦY SÔNG A", "Sông A", "xa", [][2]string{{"xa-00", communeName(0, 0)}})
		out = c.build(cityDir)
		if out.Annex.FindMeasure("2").Reported != 0 || !slices.Contains(codesOf(out), "B448") {
			t.Errorf("%s counts for the year: %v", name, codesOf(out))
		}
	}
}

// joined is a result in which another number of members joined, rightly added up.
func joined(t *testing.T, data []byte, n string, more func(r *result.Result)) string {
	return edited(t, data, func(r *result.Result) {
		m := r.Measure("1.2")
		m.Totals["value"], *m.Actual, *m.Judged, m.Sources = n, n, n, nil
		if more != nil {
			more(r)
		}
	})
}

// A PDF that carries nothing is not read by its print.
func TestAPDFWithoutDataIsNotRead(t *testing.T) {
	t.Parallel()
	c := newCountry(t, 3)
	c.attach = "annex"
	c.city(0, 1)
	c.build("t0/x00")
	c.send("t0/x00", "BaoCao-2026.pdf", cityDir, "xa-00.pdf")
	if codes := codesOf(c.build(cityDir)); !slices.Contains(codes, "B807") {
		t.Errorf("%v", codes)
	}
	c.send("t0/x00", "SoLieu-2026.xlsx", cityDir, "xa-00/so lieu.xlsx")
	out := c.build(cityDir)
	if codes := codesOf(out); slices.Contains(codes, "B834") || slices.Contains(codes, "B807") { // they agree
		t.Errorf("%v", codes)
	}
	// SoLieu has the sums, and of quotients no more than what they came to.
	if m := out.Annex.FindMeasure("1.2"); m.Reported != 1 {
		t.Errorf("the sum is not taken: %v", out.Annex.Problems)
	}
	if m := out.Annex.FindMeasure("1.1"); m.Reported != 0 || !slices.Contains(codesOf(out), "B814") {
		t.Errorf("a percentage is taken: %v", out.Annex.Problems)
	}
}

// Communes merge and are divided: what can be added is added once, and nothing is shared out.
func TestTerritoryChanges(t *testing.T) {
	t.Parallel()
	c := newCity(t)
	both := c.sum(func(commune) bool { return true })
	old := func(nr int) string { return communeName(0, nr) }
	change := func(date string, from []string, to ...string) {
		c.write(cityDir+"/tong-hop.toml", fmt.Sprintf("[[change]]\ndate = %s\nfrom = [\"%s\"]\nto = [\"%s\"]\n", date,
			strings.Join(from, `", "`), strings.Join(to, `", "`)))
	}
	start := func(units ...[2]string) {
		must(t, os.RemoveAll(filepath.Join(c.dir, cityDir, app.DropDir)))
		c.office(cityDir, "THÀNH ỦY SÔNG A", "Sông A", "xa", units)
	}
	drop := func(name string, data []byte) { c.write(cityDir+"/"+app.DropDir+"/"+name, string(data)) }
	whole := [2]string{"xa-moi", "Xã Hợp Nhất"}

	start(whole)
	change("2026-07-01", []string{old(0), old(1)}, "xa-moi")
	drop("a.json", c.result[0])
	drop("b.pdf", c.paper[1])
	drop("b.json", c.result[1]) // the same report, told twice
	out := c.build(cityDir)
	holds(t, out, both)
	if !slices.Contains(codesOf(out), "B825") || !out.Result.Complete {
		t.Errorf("merged: %v", out.Annex.Problems)
	}
	trace, _ := out.Annex.Trace("1.2", diag.Vi)
	if !strings.Contains(trace, old(1)) || !strings.Contains(trace, "Thôn Đoài.csv") {
		t.Errorf("the trace ends too early:\n%s", trace)
	}

	start(whole)
	drop("a.json", c.result[0])
	if out := c.build(cityDir); !slices.Contains(codesOf(out), "B823") || out.Annex.FindMeasure("1.2").Reported != 0 {
		t.Errorf("half of a merger: %v", out.Annex.Problems)
	}
	drop("b.json", c.result[1])
	drop("b2.json", []byte(joined(t, c.result[1], "3", nil)))
	if out := c.build(cityDir); !slices.Contains(codesOf(out), "B828") || out.Annex.FindMeasure("1.2").Reported != 0 {
		t.Errorf("two that differ: %v", out.Annex.Problems)
	}
	must(t, os.Remove(filepath.Join(c.dir, cityDir, app.DropDir, "b2.json")))
	drop("own.json", []byte(edited(t, c.result[0], func(r *result.Result) { r.Report.Issuer = "ĐẢNG ỦY XÃ HỢP NHẤT" })))
	out = c.build(cityDir)
	holds(t, out, c.sum(func(m commune) bool { return m.nr == 0 }))
	if !slices.Contains(codesOf(out), "B824") {
		t.Errorf("both the old and the new: %v", out.Annex.Problems)
	}

	// One that goes on takes the other in; its own report is of the old territory.
	goesOn := [2]string{"xa-00", old(0)}
	start(goesOn)
	change("2026-07-01", []string{"xa-00", old(1)}, "xa-00")
	drop("a.json", c.result[0])
	if out := c.build(cityDir); !slices.Contains(codesOf(out), "B823") {
		t.Errorf("one half of what goes on: %v", out.Annex.Problems)
	}
	drop("b.json", c.result[1])
	holds(t, c.build(cityDir), both)

	// What was divided cannot be shared out, and what is yet to come changes nothing.
	start([2]string{"xa-1", "Xã Một"}, [2]string{"xa-2", "Xã Hai"})
	change("2026-07-01", []string{old(0)}, "xa-1", "xa-2")
	drop("a.json", c.result[0])
	if out := c.build(cityDir); !slices.Contains(codesOf(out), "B822") || out.Annex.FindMeasure("1.2").Reported != 0 {
		t.Errorf("divided: %v", out.Annex.Problems)
	}
	change("2027-01-01", []string{old(0)}, "xa-1", "xa-2")
	if out := c.build(cityDir); slices.Contains(codesOf(out), "B822") {
		t.Errorf("divided before its day: %v", out.Annex.Problems)
	}
}

// sheet gives the texts of a sheet of TongHop as they are shown.
func (c *sentCity) sheet(name string) [][]string {
	c.t.Helper()
	f, err := excelize.OpenFile(filepath.Join(c.dir, cityDir, app.ReportDir, "TongHop-2026.xlsx"))
	must(c.t, err)
	rows, err := f.GetRows(name)
	must(c.t, err)
	return rows
}

// Committees are ranked by their own figures, also those that could not be added, and held
// against the year before where their territory is the same.
func TestCommitteesAreRanked(t *testing.T) {
	t.Parallel()
	c := newCity(t)
	c.write(home(0, "ket-qua.json"), string(c.result[0]))
	c.write(home(1, "ket-qua.json"), string(c.result[1]))
	last := c.build(cityDir).Result
	last.Resolution.Year = 2025
	earlier, err := last.Marshal()
	must(t, err)
	c.write(cityDir+"/nam-truoc/ket-qua.json", string(earlier))
	figure := func(nr int, id string, decimals int) string {
		r, err := result.Load(c.result[nr])
		must(t, err)
		n := quantity.MustParse(*r.Measure(id).Judged)
		return n.Fixed(decimals)
	}
	rank := func(mine, other string) string {
		if quantity.MustParse(mine).Cmp(quantity.MustParse(other)) < 0 {
			return "2"
		}
		return "1"
	}
	ratios := []string{figure(0, "1.1", 2), figure(1, "1.1", 2)}

	c.build(cityDir)
	for nr, row := range c.sheet("So sánh")[3:] {
		want := []string{communeName(0, nr), ratios[nr], rank(ratios[nr], ratios[1-nr]), ratios[nr]}
		if !slices.Equal(row[:4], want) {
			t.Errorf("got %v, want %v", row[:4], want)
		}
	}
	received := c.sheet("Báo cáo đã nhận")
	if sum := received[2][3]; len(sum) != 64 || received[2][2] != app.DropDir+"/xa-00/ket-qua.json" {
		t.Errorf("%q", received)
	}
	levels := c.sheet("Nguồn qua các cấp")
	if levels[2][2] != "1" || levels[3][2] != "2" || levels[3][3] != "Thôn Đông" || levels[3][7] != "C3" {
		t.Errorf("%q", levels[2:4])
	}

	// Without its totals a figure is ranked and not added.
	c.write(home(0, "ket-qua.json"), edited(t, c.result[0], func(r *result.Result) { r.Measure("1.1").Totals = nil }))
	out := c.build(cityDir)
	if m := out.Annex.FindMeasure("1.1"); m.Reported != 1 || m.Actual != nil {
		t.Errorf("it was added: %v", m.Totals)
	}
	if row := c.sheet("So sánh")[3]; row[1] != ratios[0] || row[2] != rank(ratios[0], ratios[1]) {
		t.Errorf("it is not ranked: %v", row)
	}
	if todo := fmt.Sprint(c.sheet("Cần xử lý")); !strings.Contains(todo, "B814") {
		t.Errorf("it is not told: %s", todo)
	}

	// The year before is added too where communes merged, and compares with nothing where
	// one was divided.
	c.office(cityDir, "THÀNH ỦY SÔNG A", "Sông A", "xa", [][2]string{{"xa-moi", "Xã Hợp Nhất"}})
	c.write(cityDir+"/tong-hop.toml", "[[change]]\ndate = 2026-07-01\nfrom = [\"Xã An AA\", \"Xã An AB\"]\n"+
		"to = [\"xa-moi\"]\n")
	c.write(home(0, "ket-qua.json"), string(c.result[0]))
	whole := quantity.MustParse(*c.build(cityDir).Result.Measure("1.1").Judged)
	if row := c.sheet("So sánh")[3]; row[1] != whole.Fixed(2) || row[3] != whole.Fixed(2) {
		t.Errorf("merged, under ids of the office's own the year before: %v, want %s twice", row, whole.Fixed(2))
	}
	last.Units[0].ID, last.Units[1].ID = "xa-an-aa", "xa-an-ab"
	for _, id := range []string{"1.1", "1.2", "2", "3"} {
		for i, s := range last.Measure(id).Sources {
			last.Measure(id).Sources[i].Unit = map[string]string{"xa-00": "xa-an-aa", "xa-01": "xa-an-ab"}[s.Unit]
		}
	}
	earlier, err = last.Marshal()
	must(t, err)
	c.write(cityDir+"/nam-truoc/ket-qua.json", string(earlier))
	c.build(cityDir)
	if row := c.sheet("So sánh")[3]; row[1] != whole.Fixed(2) || row[3] != whole.Fixed(2) {
		t.Errorf("merged: %v, want %s twice", row, whole.Fixed(2))
	}
	c.office(cityDir, "THÀNH ỦY SÔNG A", "Sông A", "xa", [][2]string{{"xa-00", "Xã An AA"}, {"xa-01", "Xã An AB"}})
	c.write(cityDir+"/tong-hop.toml", "[[change]]\ndate = 2026-07-01\nfrom = [\"Xã An Cũ\"]\n"+
		"to = [\"xa-00\", \"xa-01\"]\n")
	c.build(cityDir)
	if row := c.sheet("So sánh")[3]; row[3] != "Không so sánh được" {
		t.Errorf("divided: %v", row)
	}
}

// What stands in an annex as a part of a sum is not taken for the whole.
func TestAPartOfASumIsNotAdded(t *testing.T) {
	t.Parallel()
	c := newCountry(t, 5)
	c.city(0, 1)
	c.plan("t0/x00", "thon", "triệu đồng")
	path := filepath.Join(c.dir, "t0/x00/nghi-quyet.toml")
	text, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(path, bytes.Replace(text, []byte(`target = "info"`), []byte(`target = ">= 2"`), 1), 0o644))
	must(t, os.Remove(filepath.Join(c.dir, "t0/x00", app.DropDir, "Thôn Đông.csv")))
	if m := c.build("t0/x00").Result.Measure("1.2"); m.Judged == nil {
		t.Fatalf("the sum is not judged by its part: %s", m.Reason)
	}
	for _, name := range []string{"PhuLuc-2026.xlsx", "BaoCao-2026.pdf", "ket-qua.json", "SoLieu-2026.xlsx"} {
		must(t, os.RemoveAll(filepath.Join(c.dir, cityDir, app.DropDir)))
		c.send("t0/x00", name, cityDir, "xa-00/"+name)
		out := c.build(cityDir)
		if m := out.Annex.FindMeasure("1.2"); m.Reported != 0 || !slices.Contains(codesOf(out), "B815") {
			t.Errorf("%s: %v %v", name, m.Totals, codesOf(out))
		}
	}
}
