package xlsx

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// always has LibreOffice compute every formula when it opens a workbook, whatever value
// stands there.
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">` +
	`<value>0</value></prop></item>
</oor:items>`

// recalculated are workbooks as LibreOffice has computed them anew.
func recalculated(t testing.TB, books map[string][]byte) map[string]*workbook.Book {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("skipped: LibreOffice is absent")
	}
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "profile", "user"), 0o755); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(dir, "profile", "user", "registrymodifications.xcu")
	if err := os.WriteFile(settings, []byte(always), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--headless",
		"--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out")}
	for name, data := range books {
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	if out, err := exec.CommandContext(ctx, soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	read := map[string]*workbook.Book{}
	for name := range books {
		data, err := os.ReadFile(filepath.Join(dir, "out", name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		read[name] = readBook(t, name+".xlsx", data)
	}
	return read
}

// sameAsRecalculated compares every formula's value, and says how many there are.
func sameAsRecalculated(t *testing.T, name string, ours, theirs *workbook.Book) (formulas int) {
	t.Helper()
	for i, s := range theirs.Sheets {
		for j := range s.Cells {
			d := &s.Cells[j]
			c := ours.Sheets[i].At(d.Row, d.Col)
			if c == nil {
				c = &workbook.Cell{}
			}
			if d.HasFormula {
				formulas++
			}
			x, y := c.Number.Float(), d.Number.Float()
			if math.Abs(x-y) > 1e-9*max(1, math.Abs(x)) || c.Text != d.Text {
				t.Errorf("%s, %s!%s: =%s is %s%q, LibreOffice says %s%q", name, s.Name, d.Ref(), d.Formula,
					c.Number.Plain(), c.Text, d.Number.Plain(), d.Text)
			}
		}
	}
	return formulas
}

// Another program computes every formula anew and comes to our values.
func TestLibreOfficeComputesOurValues(t *testing.T) {
	a := byUnits(t)
	books := map[string][]byte{"SoLieu": soLieu(t, a), "PhuLuc": phuLuc(t, a)}
	plans := 2
	if os.Getenv("BAOCAO_TEST_SLOW") != "" {
		plans = 50
	}
	for seed := range plans {
		a := anyYear(t, uint64(seed))
		books[fmt.Sprintf("SoLieu-%d", seed)], books[fmt.Sprintf("PhuLuc-%d", seed)] = soLieu(t, a), phuLuc(t, a)
	}
	formulas := 0
	for name, theirs := range recalculated(t, books) {
		formulas += sameAsRecalculated(t, name, readBook(t, name+".xlsx", books[name]), theirs)
	}
	if formulas < 500 {
		t.Errorf("only %d formulas", formulas)
	}
	t.Logf("%d formulas of %d workbooks", formulas, len(books))
}

// Somebody changes an input: the annex says that its figure is no longer the one that
// was judged, and is counted.
func TestAChangedInputIsTold(t *testing.T) {
	a := year(t)
	books := map[string][]byte{}
	for name, data := range map[string][]byte{"SoLieu": soLieu(t, a), "PhuLuc": phuLuc(t, a)} {
		f := opened(t, data)
		sheet := f.GetSheetList()[1]
		if name == "SoLieu" {
			sheet = "Theo phòng ban"
		}
		changed := false
		for i, r := range rows(t, f, sheet) {
			for j, value := range r {
				if value == "48" && !changed { // 1.1: of 58 party cells
					at, _ := excelize.CoordinatesToCellName(j+1, i+1)
					if err := f.SetCellValue(sheet, at, 20); err != nil {
						t.Fatal(err)
					}
					changed = true
				}
			}
		}
		if !changed {
			t.Fatalf("%s has no 48", sheet)
		}
		out, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		books[name] = out.Bytes()
	}
	for name, b := range recalculated(t, books) {
		var said []string
		for _, s := range b.Sheets {
			for i := range s.Cells {
				if c := &s.Cells[i]; c.HasFormula && strings.Contains(c.Text, "Số liệu đã đổi") {
					said = append(said, s.Name+"!"+c.Ref()+": "+c.Text)
				}
			}
		}
		// 1.1 itself, and 1.2, which is a part of the same 58... of the 48.
		want := 2
		if name == "SoLieu" {
			want = 3 // and the line over the table
		}
		if len(said) != want {
			t.Errorf("%s says %q", name, said)
		}
	}
}

// anyYear is a plan of every method, with targets and answers as chance gives them.
func anyYear(t testing.TB, seed uint64) *assess.Annex {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 15))
	p, problems := load.Load(fstest.MapFS{
		resolution.ResolutionFile: {Data: []byte(anyPlan(r))},
		resolution.OfficeFile:     {Data: []byte(anyOffice(r))},
	})
	if errors, _ := diag.Count(problems); p == nil || errors > 0 {
		var b strings.Builder
		diag.Print(&b, problems, diag.Vi, "")
		t.Fatalf("seed %d:\n%s", seed, b.String())
	}
	var all []returns.Return
	last := resolution.LastYear{}
	odds := []int{60, 1000, 100_000}[r.IntN(3)] // of an answer that is not a plain number
	for _, u := range p.Units {
		if r.IntN(odds) == 0 {
			continue // has not sent
		}
		file := returns.Return{File: "1-nop-vao-day/" + u.ID + ".xlsx", SHA256: u.ID, Unit: u.ID,
			Status: returns.StatusAccepted}
		for i, k := range p.Asks(u.ID) {
			o := anyAnswer(r, k, odds)
			o.Unit, o.Key, o.Measure, o.How = u.ID, k.Key(), k.Measure.ID, returns.ByForm
			o.At = diag.Position{File: file.File, Sheet: "Số liệu", Cell: fmt.Sprintf("G%d", 7+i)}
			file.Observations = append(file.Observations, o)
			if r.IntN(3) == 0 {
				of := last[k.Measure.ID]
				if of.Inputs == nil {
					of.Inputs = map[resolution.LastInput]quantity.Number{}
				}
				of.Inputs[resolution.LastInput{Unit: u.ID, Role: k.Role, Line: k.Line}] = anyNumber(r, k)
				last[k.Measure.ID] = of
			}
		}
		all = append(all, file)
	}
	return assess.Consolidate(p, all, last, nil)
}

func anyOffice(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString(`[office]
parent = "ĐẢNG BỘ THÀNH PHỐ"
issuer = "QUẬN ỦY"
symbol = "BC/QU"
place = "Kiến An"
profile = "dang-hd36"
[report]
title = "kết quả"
recipients = ["Thường trực Thành ủy"]
`)
	for i := range 3 + r.IntN(40) {
		fmt.Fprintf(&b, "[[unit]]\nid = \"p%d\"\nname = \"Phường %d\"\ngroup = \"phuong\"\n", i, i)
	}
	for _, id := range []string{"a", "b"} {
		fmt.Fprintf(&b, "[[unit]]\nid = %q\nname = '=Phòng \"%s\" & <C>'\n", id, id)
	}
	return b.String()
}

// anyPlan has every method twice, by one unit, by two and by the wards.
func anyPlan(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString(`[resolution]
number = "02-NQ/QU"
date = 2021-12-20
issuer = "Ban Chấp hành"
about = "về chỉ tiêu"
year = 2022
theme = "Số"
[[section]]
number = "I"
title = "Các chỉ tiêu"
`)
	one := func() string { return []string{`"a"`, `"b"`}[r.IntN(2)] }
	many := func() string { return []string{`"phuong"`, `"a", "b"`, `"phuong", "a"`, `"a"`}[r.IntN(4)] }
	number := func(n int) string { return quantity.Decimal(int64(r.IntN(n*100)), 2).Plain() }
	target := func() string {
		switch x := number(100); r.IntN(8) {
		case 0:
			return "> " + x
		case 1:
			return "<= " + x
		case 2:
			return "< " + x
		case 3:
			return x + " +- 0.5"
		case 4:
			return x + ".." + quantity.MustParse(x).Add(quantity.Int(int64(1+r.IntN(50)))).Plain()
		case 5:
			return "info"
		default:
			return ">= " + x
		}
	}
	for i := 1; i <= 24; i++ {
		measure := func(method, unit, from, target, more string) {
			fmt.Fprintf(&b, "method = %q\nunit = %q\ntarget = %q\n%s", method, unit, target, more)
			if from != "" {
				fmt.Fprintf(&b, "from = [%s]\n", from)
			}
		}
		input := func(role, unit, more string) {
			fmt.Fprintf(&b, "inputs.%s = { label = \"Số liệu %s thứ %d\", unit = %q%s }\n", role, role, i, unit, more)
		}
		fmt.Fprintf(&b, "[[section.indicator]]\nnumber = %d\ntext = \"Chỉ tiêu %d.\"\n", i, i)
		fmt.Fprintf(&b, "[[section.indicator.measure]]\nid = \"%d\"\nname = \"Tên chỉ tiêu %d\"\n", i, i)
		switch i % 12 {
		case 0:
			measure("value", "trường", one(), target(), "previous = \""+number(90)+"\"\n")
		case 1:
			measure("sum", "hộ", many(), target(), "")
			input("value", "hộ", "")
		case 2:
			promise := []string{target(), "= 100", "= 0"}[r.IntN(3)]
			measure("ratio", "%", many(), promise, fmt.Sprintf("decimals = %d\nabove_whole = true\n", r.IntN(4)))
			input("numerator", "hộ", "")
			input("denominator", "hộ", "")
		case 3:
			measure("ratio", "người/km", many(), target(), "per = 1\n")
			input("numerator", "người", "")
			fixed := ""
			if r.IntN(2) == 0 {
				fixed = fmt.Sprintf(", const = \"%d.5\", source = \"Đề án\"", 1+r.IntN(999))
			}
			input("denominator", "km", fixed)
		case 4:
			measure("growth", "%", many(), target(), "")
			input("current", "tỷ đồng", "")
			input("previous", "tỷ đồng", "")
		case 5:
			measure("decrease", "vụ", many(), target(), "in = \"unit\"\n")
			input("current", "vụ", "")
			input("previous", "vụ", "")
		case 6:
			measure("plan", "%", one(), target(), "")
			input("actual", "tỷ đồng", "")
			input("plan", "tỷ đồng", "")
		case 7:
			measure("share", "%", one(), []string{"60 +- 0.5", "40 +- 0.5"}[i/12], "of = [\"7\", \"19\"]\n")
			input("value", "tỷ đồng", "")
		case 8:
			measure("total_growth", "%", "", target(), "of = [\"4\", \"16\"]\n")
		case 9:
			measure("each", "%", many(), target(), "each = \">= 50\"\n")
			input("numerator", "hộ", "")
			input("denominator", "hộ", "")
		case 10:
			measure("rank", "thứ", one(), "<= 10", "")
		case 11:
			measure("value", "tỷ đồng", one(), target(), "")
			input("value", "tỷ đồng", fmt.Sprintf(", lines = [\"Nhà nước %d\", \"Tư nhân %d\"]", i, i))
		}
	}
	return b.String()
}

// anyNumber is a figure of about the size of the others that answer the same.
func anyNumber(r *rand.Rand, k resolution.Ask) quantity.Number {
	if r.IntN(1000) == 0 {
		return quantity.MustParse("1234567890123456789.5") // đồng
	}
	size := 300_000
	if k.Role == resolution.RoleNumerator { // a part
		size = 200_000
	}
	return quantity.Decimal(int64(size+r.IntN(size)), k.Measure.Indicator%5)
}

func anyAnswer(r *rand.Rand, k resolution.Ask, odds int) returns.Observation {
	o := returns.Observation{Answer: returns.Given, Value: anyNumber(r, k)}
	switch chance := r.IntN(odds); {
	case k.Kind != resolution.AskNumber:
		o.Text = "Có"
	case chance == 0:
		o.Answer = returns.Nil
	case chance == 1:
		o.Answer = returns.Faulty
		o.Read = &returns.Read{Shown: "khoảng 350", Stored: "khoảng 350"}
	case chance == 2:
		o.Answer = returns.Blank
	case chance < 8:
		o.Estimate = true
	case chance == 8:
		o.Value = quantity.Int(0)
	case k.Measure.Method == resolution.Rank:
		o.Value = quantity.Int(int64(1 + r.IntN(20)))
	}
	if o.Answer != returns.Given {
		o.Value = quantity.Number{}
	}
	return o
}
