package xlsx

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

// wards is a year of one measure that many wards report, a rate each, told in order:
// "9/10", "nil" or what stands in the cell.
func wards(t testing.TB, kind string, answers ...string) *assess.Annex {
	t.Helper()
	p := ratesOf(t, 1, len(answers), kind)
	var all []returns.Return
	for i, said := range answers {
		unit := p.Units[i].ID
		r := returns.Return{File: "1-nop-vao-day/" + unit + ".xlsx", SHA256: unit, Unit: unit,
			Status: returns.StatusAccepted}
		part, whole, rate := strings.Cut(said, "/")
		for k, value := range []string{part, whole} {
			o := returns.Observation{Unit: unit, Key: p.Asks(unit)[k].Key(), Measure: "1", How: returns.ByForm,
				At: diag.Position{File: r.File, Sheet: "Số liệu", Cell: fmt.Sprintf("G%d", 7+k)}}
			switch {
			case said == "nil":
				o.Answer = returns.Nil
			case !rate:
				o.Answer, r.Status = returns.Faulty, returns.StatusFaulty
				o.Read = &returns.Read{Shown: said, Stored: said}
			default:
				o.Answer, o.Value = returns.Given, quantity.MustParse(value)
			}
			r.Observations = append(r.Observations, o)
		}
		all = append(all, r)
	}
	return assess.Consolidate(p, all, nil, nil)
}

// Who is best, who is worst, who is out of all proportion, and what cannot be used.
func TestWardsAreComparedWithEachOther(t *testing.T) {
	a := wards(t, "Phường", "90/100", "95/100", "88/100", "9/100", "91/100", "nil", "khoảng 350")
	f := opened(t, soLieu(t, a))
	r := rows(t, f, "Theo xã, phường")
	want := map[string][]string{
		"Số hộ đạt 1": {"hộ", "373", "06/07", "90", "95", "88", "9", "91", "không phát sinh",
			"khoảng 350 (cần xử lý)"},
		"Tổng số hộ 1": {"hộ", "500", "05/07", "100", "100", "100", "100", "100", "không phát sinh (cần xử lý)",
			"khoảng 350 (cần xử lý)"},
		"Tỷ lệ hộ 1": {"%", "", "", "90", "95", "88", "9", "91"},
	}
	for i, line := range r {
		if len(line) < 2 || want[line[1]] == nil {
			continue
		}
		if got := line[2:]; !slices.Equal(got, want[line[1]]) {
			t.Errorf("%s: %q", line[1], got)
		}
		lowest, _ := f.GetCellValue("Theo xã, phường", fmt.Sprintf("I%d", i+1))
		highest, _ := f.GetCellValue("Theo xã, phường", fmt.Sprintf("G%d", i+1))
		if line[1] == "Tỷ lệ hộ 1" && (lowest != "9.00 ▼ (!)" || highest != "95.00 ▲") {
			t.Errorf("the lowest shows as %q, the highest as %q", lowest, highest)
		}
	}
	// What was written stands among the sources too, with what became of it.
	_, source := find(t, rows(t, f, "Nguồn số liệu")[10:], "1")
	if !slices.ContainsFunc(rows(t, f, "Nguồn số liệu"), func(r []string) bool {
		return len(r) > 5 && r[3] == "khoảng 350" && r[5] == "Cần xử lý"
	}) {
		t.Errorf("the unusable answer is lost: %q", source)
	}
}

func TestFewWardsAreNotCompared(t *testing.T) {
	f := opened(t, soLieu(t, wards(t, "Phường", "90/100", "9/100", "91/100")))
	for row := 4; row <= 6; row++ {
		for _, column := range "FGH" {
			at := fmt.Sprintf("%c%d", column, row)
			if got, _ := f.GetCellValue("Theo xã, phường", at); strings.ContainsAny(got, "▲▼!") {
				t.Errorf("%s: %s", at, got)
			}
		}
	}
}

func TestUnitsThatAreNoWardsHaveAnotherSheet(t *testing.T) {
	f := opened(t, soLieu(t, wards(t, "Tổ dân phố", "90/100", "9/100")))
	if got := f.GetSheetList(); !slices.Contains(got, "Theo cơ sở") || slices.Contains(got, "Theo xã, phường") {
		t.Errorf("got %q", got)
	}
}

// Forty wards stand in blocks that a page holds; the totals are of all.
func TestManyWardsStandInBlocks(t *testing.T) {
	var answers []string
	for i := range 40 {
		answers = append(answers, fmt.Sprintf("%d/100", 60+i))
	}
	data := soLieu(t, wards(t, "Phường", answers...))
	f := opened(t, data)
	r := rows(t, f, "Theo xã, phường")
	heads := 0
	for i, line := range r {
		if len(line) > 5 && line[0] == "Chỉ tiêu" {
			if heads++; len(line) > 5+unitsOfBlock {
				t.Errorf("row %d has %d columns", i+1, len(line))
			}
		}
		if len(line) > 3 && line[1] == "Số hộ đạt 1" && line[3] != "3180" {
			t.Errorf("row %d: the total is %s", i+1, line[3])
		}
	}
	if formula, _ := f.GetCellFormula("Theo xã, phường", "D4"); heads != 3 ||
		formula != "SUM(F4:S4,F9:S9,F14:Q14)" {
		t.Errorf("%d heads, =%s", heads, formula)
	}
	if text := part(t, data, "xl/worksheets/sheet3.xml"); strings.Count(text, "<brk ") != 2 {
		t.Errorf("page breaks: %s", text[strings.Index(text, "</sheetData>"):])
	}
	for name, b := range recalculated(t, map[string][]byte{"x": data}) {
		sameAsRecalculated(t, name, readBook(t, "x.xlsx", data), b)
	}
}

// An amount in đồng has more digits than a spreadsheet keeps: it stands as it is, as a
// text, and no formula adds it up wrongly.
func TestAFigureTooLongForANumberIsKept(t *testing.T) {
	data := soLieu(t, wards(t, "Phường", "1234567890123456789/2000000000000000001", "5/10"))
	f := opened(t, data)
	for at, want := range map[string]string{"F4": "1.234.567.890.123.456.789", "G4": "5",
		"D4": "1.234.567.890.123.456.794"} {
		if got, _ := f.GetCellValue("Theo xã, phường", at); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
	for name, b := range recalculated(t, map[string][]byte{"x": data}) {
		sameAsRecalculated(t, name, readBook(t, "x.xlsx", data), b)
	}
}

// What a person decided is marked, with who and why, wherever it is shown.
func TestADecidedFigureIsMarked(t *testing.T) {
	folder := fstest.MapFS{}
	for _, name := range []string{resolution.ResolutionFile, resolution.OfficeFile} {
		data, err := fs.ReadFile(os.DirFS("../../../examples/kien-an-2022"), name)
		if err != nil {
			t.Fatal(err)
		}
		folder[name] = &fstest.MapFile{Data: data}
	}
	folder[resolution.DecisionsFile] = &fstest.MapFile{Data: []byte("[[figure]]\nunit = \"phuong-van-dau\"\n" +
		"measure = \"11.1\"\nvalue = \"352\"\nreason = \"Gọi điện xác nhận\"\nby = \"Bà Hoa\"\ndate = 2022-12-18\n")}
	f := opened(t, soLieu(t, yearOf(t, folder)))
	if got, _ := f.GetCellValue("Theo xã, phường", "O4"); !strings.Contains(got, "352 ■") {
		t.Errorf("shows as %q", got)
	}
	said := func(sheet string) bool {
		return slices.ContainsFunc(rows(t, f, sheet), func(r []string) bool {
			all := strings.Join(r, " ")
			return strings.Contains(all, "Bà Hoa") && strings.Contains(all, "Gọi điện xác nhận")
		})
	}
	for _, sheet := range []string{"Theo xã, phường", "Nguồn số liệu"} {
		if !said(sheet) {
			t.Errorf("%s does not say who decided", sheet)
		}
	}
}

// The time is to grow as the answers do.
func BenchmarkSoLieuOfManyWards(b *testing.B) {
	for _, size := range []int{50, 500} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			a := manyMeasures(b, 100, size)
			for b.Loop() {
				soLieu(b, a)
			}
		})
	}
}

// ratesOf is a plan of rates that every ward reports.
func ratesOf(t testing.TB, measures, units int, kind string) *resolution.Plan {
	t.Helper()
	plan, office := strings.Builder{}, strings.Builder{}
	plan.WriteString(`[resolution]
number = "02-NQ/QU"
date = 2021-12-20
issuer = "BCH"
about = "về chỉ tiêu"
year = 2022
theme = "Số"
[[section]]
number = "I"
title = "Các chỉ tiêu"
`)
	for i := 1; i <= measures; i++ {
		fmt.Fprintf(&plan, `[[section.indicator]]
number = %[1]d
text = "Chỉ tiêu."
[[section.indicator.measure]]
id = "%[1]d"
name = "Tỷ lệ hộ %[1]d"
method = "ratio"
unit = "%%"
from = ["phuong"]
target = ">= 80"
inputs.numerator = { label = "Số hộ đạt %[1]d", unit = "hộ" }
inputs.denominator = { label = "Tổng số hộ %[1]d", unit = "hộ" }
`, i)
	}
	office.WriteString(`[office]
parent = "A"
issuer = "QUẬN ỦY"
symbol = "BC/QU"
place = "Kiến An"
profile = "dang-hd36"
[report]
title = "kết quả"
recipients = ["Thành ủy"]
`)
	for i := range units {
		fmt.Fprintf(&office, "[[unit]]\nid = \"p%d\"\nname = \"%s %d\"\ngroup = \"phuong\"\n", i, kind, i+1)
	}
	p, problems := load.Load(fstest.MapFS{resolution.ResolutionFile: {Data: []byte(plan.String())},
		resolution.OfficeFile: {Data: []byte(office.String())}})
	if p == nil {
		t.Fatal(problems)
	}
	return p
}

// manyMeasures is a year of rates that every ward has reported.
func manyMeasures(t testing.TB, measures, units int) *assess.Annex {
	t.Helper()
	p := ratesOf(t, measures, units, "Phường")
	var all []returns.Return
	for i, u := range p.Units {
		r := returns.Return{File: "1-nop-vao-day/" + u.ID + ".xlsx", SHA256: u.ID, Unit: u.ID,
			Status: returns.StatusAccepted}
		for k, ask := range p.Asks(u.ID) {
			r.Observations = append(r.Observations, returns.Observation{Unit: u.ID, Key: ask.Key(),
				Measure: ask.Measure.ID, How: returns.ByForm, Answer: returns.Given,
				Value: quantity.Int(int64(60 + (i+k)%30 + 40*(k%2))),
				At:    diag.Position{File: r.File, Sheet: "Số liệu", Cell: fmt.Sprintf("G%d", 7+k)}})
		}
		all = append(all, r)
	}
	return assess.Consolidate(p, all, nil, nil)
}
