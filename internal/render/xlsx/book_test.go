package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
)

// year is the example's plan with made-up answers: the health insurance has not
// sent, one ward had no poor households to report, clean water is one household
// short of everybody, one cell is unusable, and one remark looks like a formula.
func year(t testing.TB) *assess.Annex {
	t.Helper()
	return yearOf(t, os.DirFS("../../../examples/kien-an-2022"))
}

// byUnits is the year with targets of single wards: of a rate, shown in the annex,
// and of poor households, for the office alone.
func byUnits(t testing.TB) *assess.Annex {
	t.Helper()
	folder := fstest.MapFS{}
	for _, name := range []string{resolution.ResolutionFile, resolution.OfficeFile} {
		data, err := os.ReadFile("../../../examples/kien-an-2022/" + name)
		if err != nil {
			t.Fatal(err)
		}
		folder[name] = &fstest.MapFile{Data: data}
	}
	plan := string(folder[resolution.ResolutionFile].Data)
	for _, edit := range []struct{ input, more string }{
		{"label = \"Tổng số tổ dân phố\"", "annex = \"units\"\n" +
			"assigned = { phuong-bac-son = \">= 85\", phuong-lam-ha = \"> 70\", phuong-nam-son = \">= 80\" }\n"},
		{"label = \"Số hộ nghèo", "assigned = { phuong-bac-son = \"= 0\", phuong-lam-ha = \"= 0\" }\n"},
	} {
		at := strings.Index(plan, edit.input)
		if at < 0 {
			t.Fatalf("no input with %s", edit.input)
		}
		end := at + strings.IndexByte(plan[at:], '\n') + 1
		plan = plan[:end] + edit.more + plan[end:]
	}
	folder[resolution.ResolutionFile].Data = []byte(plan)
	return yearOf(t, folder)
}

func yearOf(t testing.TB, folder fs.FS) *assess.Annex {
	t.Helper()
	p, problems := load.Load(folder)
	if p == nil {
		t.Fatal(problems)
	}
	given := map[string]string{
		"1.1.numerator": "48", "1.1.denominator": "58", "1.2.numerator": "9", "1.3.numerator": "3100.5",
		"1.3.denominator": "3600", "2.value": "131",
		"3.value": "1", "4.current": "14172839.5", "4.previous": "12100000.25", "4.1.current": "112",
		"4.1.previous": "100",
		"4.2.current":  "124", "4.2.previous": "100", "4.3.current": "99", "4.3.previous": "100", "5.1.value": "4587.3",
		"5.2.value": "5371",
		"5.3.value": "42", "6.actual": "1190", "6.plan": "1000", "7.value": "1100", "8.value.1": "1000.5",
		"8.value.2": "2000", "8.value.3": "50",
		"10.value": "2", "11.2.numerator": "910", "11.2.denominator": "1001", "11.2.last_year": "89.5",
		"14.numerator": "31999", "14.denominator": "32000",
		"15.1.numerator": "10", "15.1.denominator": "10", "15.2.numerator": "21.3", "15.2.denominator": "100",
		"18.numerator": "120", "18.denominator": "120",
		"11.1.value": "412", "12.value": "0", "16.value": "1", "17.1.numerator": "8", "17.1.denominator": "10",
		"17.2.numerator": "941", "17.2.denominator": "1000",
	}
	var all []returns.Return
	for _, u := range p.Units {
		if u.ID == "bao-hiem-xa-hoi" {
			continue
		}
		r := returns.Return{File: "1-nop-vao-day/" + u.ID + ".xlsx", SHA256: "0", Unit: u.ID,
			Status: returns.StatusAccepted}
		for i, k := range p.Asks(u.ID) {
			o := returns.Observation{Unit: u.ID, Key: k.Key(), Measure: k.Measure.ID, Answer: returns.Given,
				How: returns.ByForm,
				At:  diag.Position{File: r.File, Sheet: "Số liệu", Cell: fmt.Sprintf("E%d", 7+i)}}
			switch {
			case k.Kind == resolution.AskChoice:
				o.Text = "Hoàn thành"
			case k.Kind == resolution.AskText:
				o.Text = "=1+1"
			case k.Key() == "12.value" && u.ID == "phuong-bac-son":
				o.Answer = returns.Nil
			case k.Key() == "7.value":
				o.Answer = returns.Faulty
				r.Status = returns.StatusFaulty
				problems = append(problems, diag.New("B405", o.At, diag.Args{"measure": "7", "name": "@x"}).
					ForUnit(u.ID).ForMeasure("7"))
			default:
				o.Value = quantity.MustParse(given[k.Key()])
			}
			r.Observations = append(r.Observations, o)
		}
		for _, s := range formulaLike {
			r.Remarks = append(r.Remarks, returns.Remark{Kind: returns.Achievement, Area: "kinh-te", Text: s,
				At: diag.Position{File: r.File, Sheet: "Thuyết minh", Cell: "C5"}})
		}
		all = append(all, r)
	}
	return assess.Consolidate(p, all,
		resolution.LastYear{"15.2": {Figure: new(quantity.MustParse("19.55"))}}, problems)
}

var formulaLike = []string{"=1+1", "+x", "-2", "@x", "\t=cmd", "_x0041_", "12", "Kết quả tốt <b>&"}

func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func rows(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	r, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func soLieu(t testing.TB, a *assess.Annex) []byte {
	t.Helper()
	data, err := SoLieu(a)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func phuLuc(t testing.TB, a *assess.Annex) []byte {
	t.Helper()
	data, err := PhuLuc(a)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// find returns the row (from 1) whose first column is that text.
func find(t testing.TB, rows [][]string, first string) (int, []string) {
	t.Helper()
	for i, r := range rows {
		if len(r) > 0 && r[0] == first {
			return i + 1, r
		}
	}
	t.Fatalf("no row %q", first)
	return 0, nil
}

func TestSheetsKeepTheirNamesAndOrder(t *testing.T) {
	a := year(t)
	want := []string{"Tổng hợp", "Phụ lục", "Qua các năm", "Theo xã, phường", "Theo phòng ban", "Thuyết minh",
		"Nguồn số liệu", "Cần xử lý", "Đôn đốc", "Lời nhắc"}
	if got := opened(t, soLieu(t, a)).GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("SoLieu: %q", got)
	}
	if got := opened(t, phuLuc(t, a)).GetSheetList(); !slices.Equal(got, []string{"Phụ lục", "Số liệu"}) {
		t.Errorf("PhuLuc: %q", got)
	}
}

func TestFiguresAreFormulasWithTheirValues(t *testing.T) {
	a := year(t)
	inside, leaves := opened(t, soLieu(t, a)), opened(t, phuLuc(t, a))
	for _, tc := range []struct{ id, value, inside, leaves string }{
		{"1.1", "82.76", "ROUND(100*'Theo phòng ban'!$E$3/'Theo phòng ban'!$E$4,2)",
			"ROUND(100*'Số liệu'!$D$4/'Số liệu'!$D$5,2)"},
		{"1.2", "18.75", "", "ROUND(100*'Số liệu'!$D$6/'Số liệu'!$D$4,2)"}, // of the same whole
		{"4.3", "-1", "", "ROUND(100*('Số liệu'!$D$15-'Số liệu'!$D$16)/'Số liệu'!$D$16,2)"},
		{"5.3", "0.42", "", "ROUND(100*'Số liệu'!$D$19/('Số liệu'!$D$19+('Số liệu'!$D$17+'Số liệu'!$D$18)),2)"},
		{"6", "19", "", "ROUND(100*('Số liệu'!$D$20-'Số liệu'!$D$21)/'Số liệu'!$D$21,2)"},
		{"8", "3050.5", "", "none"}, // a sum is told by itself
		{"14", "99.99", "", "TRUNC(100*'Số liệu'!$D$24/'Số liệu'!$D$25,2)"},
		{"17.1", "80", "ROUND(100*'Theo xã, phường'!$D$7/'Theo xã, phường'!$D$8,2)", ""},
	} {
		for f, want := range map[*excelize.File]string{inside: tc.inside, leaves: tc.leaves} {
			at, r := find(t, rows(t, f, "Phụ lục"), tc.id)
			formula, err := f.GetCellFormula("Phụ lục", fmt.Sprintf("G%d", at))
			if err != nil {
				t.Fatal(err)
			}
			if r[6] != tc.value || want != "" && formula != strings.TrimPrefix(want, "none") {
				t.Errorf("%s: %s = %s, want %s = %s", tc.id, formula, r[6], want, tc.value)
			}
		}
	}
}

// Units with targets of their own have their table: in the workbook that leaves only
// where the plan wants it there, as on the page.
func TestUnitsWithTargetsHaveTheirSheet(t *testing.T) {
	a := byUnits(t)
	inside, leaves := opened(t, soLieu(t, a)), opened(t, phuLuc(t, a))
	if got := leaves.GetSheetList(); !slices.Equal(got, []string{"Phụ lục", "Theo đơn vị", "Số liệu"}) {
		t.Fatalf("PhuLuc: %q", got)
	}
	out, in := rows(t, leaves, "Theo đơn vị"), rows(t, inside, "Theo đơn vị")
	want := [][]string{
		{"Chỉ tiêu (17.1). Tỷ lệ tổ dân phố đạt tổ dân phố văn hóa (%)"},
		{"TT", "Đơn vị", "Chỉ tiêu giao", "Thực hiện", "Đánh giá"},
		{"1", "Phường Bắc Sơn", "≥ 85", "80", "Không đạt"},
		{"2", "Phường Lãm Hà", "> 70", "80", "Đạt"},
		{"3", "Phường Nam Sơn", "≥ 80", "80", "Đạt"},
	}
	if !slices.EqualFunc(out, want, slices.Equal) {
		t.Errorf("PhuLuc: %q", out)
	}
	at, poor := find(t, in, "Chỉ tiêu (12). Số hộ nghèo (hộ)")
	if at > 1 || len(poor) == 0 || in[2][3] != "0" {
		t.Errorf("SoLieu: %q", in)
	}
	rate, _ := find(t, in, want[0][0])
	for f, formula := range map[*excelize.File]string{leaves: "", // the wards' own inputs stay in the office
		inside: "ROUND(100*'Theo xã, phường'!$"} {
		row := 3
		if f == inside {
			row = rate + 2
		}
		got, err := f.GetCellFormula("Theo đơn vị", fmt.Sprintf("D%d", row))
		if err != nil || !strings.HasPrefix(got, formula) {
			t.Errorf("%s, %v, want %s", got, err, formula)
		}
	}
}

func TestInvestmentPointsAtItsThreeSources(t *testing.T) {
	f := opened(t, soLieu(t, year(t)))
	at, _ := find(t, rows(t, f, "Phụ lục"), "8")
	from, _ := find(t, rows(t, f, "Theo phòng ban"), "8")
	got, _ := f.GetCellFormula("Phụ lục", fmt.Sprintf("G%d", at))
	want := fmt.Sprintf("('Theo phòng ban'!$E$%d+'Theo phòng ban'!$E$%d+'Theo phòng ban'!$E$%d)", from, from+1, from+2)
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTheKindsOfNothingAreToldApart(t *testing.T) {
	f := opened(t, soLieu(t, year(t)))
	wards, list := rows(t, f, "Theo xã, phường"), rows(t, f, "Theo phòng ban")
	_, poor := find(t, wards, "12")
	for column, want := range map[string]string{"Phường Bắc Sơn": "không phát sinh", "Phường Lãm Hà": "0", "Tổng": "0",
		"Số ĐV đã báo cáo": "10/10"} {
		if i := slices.Index(wards[2], column); i < 0 || poor[i] != want {
			t.Errorf("12, %s: %d of %q, want %q", column, i, poor, want)
		}
	}
	for id, want := range map[string]string{"7": "lỗi (cần xử lý)", "13": "chưa gửi"} {
		if _, line := find(t, list, id); line[4] != want {
			t.Errorf("%s: %q, want %q", id, line[4], want)
		}
	}
}

func TestTextOfDepartmentsNeverBecomesAFormula(t *testing.T) {
	f := opened(t, soLieu(t, year(t)))
	r := rows(t, f, "Thuyết minh")
	for i, want := range formulaLike {
		cell := fmt.Sprintf("E%d", 3+i)
		formula, _ := f.GetCellFormula("Thuyết minh", cell)
		kind, _ := f.GetCellType("Thuyết minh", cell)
		if r[2+i][4] != want || formula != "" || kind != excelize.CellTypeInlineString &&
			kind != excelize.CellTypeSharedString {
			t.Errorf("%q arrived as %q, formula %q, type %v", want, r[2+i][4], formula, kind)
		}
	}
	at, _ := find(t, rows(t, f, "Theo phòng ban"), "3")
	if list := rows(t, f, "Theo phòng ban")[at]; !slices.Contains(list, "=1+1") {
		t.Errorf("a list that starts with = is lost: %q", list)
	}
}

func TestAnnexThatLeavesNamesNobody(t *testing.T) {
	a := year(t)
	data := phuLuc(t, a)
	f := opened(t, data)
	var all strings.Builder
	for _, sheet := range f.GetSheetList() {
		for _, r := range rows(t, f, sheet) {
			all.WriteString(strings.Join(r, "\n") + "\n")
		}
	}
	for _, u := range a.Units {
		if strings.Contains(all.String(), u.Name) || strings.Contains(all.String(), u.ID) {
			t.Errorf("names %s", u.Name)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File { // nor does what no cell shows
		text := partOf(t, part)
		for _, u := range a.Units {
			if strings.Contains(text, u.Name) || strings.Contains(text, u.ID+".") || strings.Contains(text,
				"nop-vao-day") {
				t.Errorf("%s names %s", part.Name, u.Name)
			}
		}
	}
	for _, word := range []string{".xlsx", "nop-vao-day", "B4", "=1+1"} {
		if strings.Contains(all.String(), word) {
			t.Errorf("holds %q", word)
		}
	}
	if !strings.Contains(all.String(), "Phần không đạt: giá trị sản xuất nông, lâm, thủy sản") {
		t.Error("does not name the part that was missed beside the headline")
	}
	if !strings.Contains(all.String(), "Số liệu minh họa") {
		t.Error("does not say that its figures are illustrative")
	}
}

// The verdicts of each section are counted by formulas over the annex, and come to what
// was judged.
func TestOverviewCountsTheIndicators(t *testing.T) {
	a := year(t)
	f := opened(t, soLieu(t, a))
	r := rows(t, f, "Tổng hợp")
	at, head := find(t, r, "Mục")
	const columns = "Mục||Vượt|Đạt|Không đạt|Chưa có số liệu|Chưa đánh giá|Tổng số|Đạt và vượt"
	if got := strings.Join(head[:9], "|"); got != columns {
		t.Errorf("columns %s", got)
	}
	for i, s := range a.Sections {
		var n [5]int
		for _, x := range s.Indicators {
			n[slices.Index(verdictsOf(a), x.Verdict)]++
		}
		line := r[at+i]
		want := fmt.Sprint(n[0], n[1], n[2], n[3], n[4], len(s.Indicators))
		if got := strings.Join(line[2:8], " "); got != want {
			t.Errorf("section %s: %s, want %s", s.Number, got, want)
		}
		for c := range 7 {
			cell := fmt.Sprintf("%s%d", columnName(2+c), at+i+1)
			if formula, _ := f.GetCellFormula("Tổng hợp", cell); formula == "" {
				t.Errorf("%s is no formula", cell)
			}
		}
	}
	_, total := find(t, r, "Tổng số")
	want := fmt.Sprint(a.Summary.Exceeded, a.Summary.Met, a.Summary.Missed, a.Summary.NoData, a.Summary.Unassessed, 18)
	if got := strings.Join(total[2:8], " "); got != want {
		t.Errorf("all: %s, want %s", got, want)
	}
}

func TestNothingWrongIsSaid(t *testing.T) {
	a := year(t)
	a.Problems = nil
	r := rows(t, opened(t, soLieu(t, a)), "Cần xử lý")
	if last := r[len(r)-1]; last[0] != "Không có lỗi nào" {
		t.Errorf("got %q", last)
	}
}

func TestSameAnnexSameBytes(t *testing.T) {
	t.Parallel()
	a := year(t)
	inside, leaves := soLieu(t, a), phuLuc(t, a)
	for range 20 {
		if !bytes.Equal(inside, soLieu(t, a)) || !bytes.Equal(leaves, phuLuc(t, a)) {
			t.Fatal("a second run differs")
		}
	}
}

func BenchmarkSoLieu(b *testing.B) {
	a := year(b)
	for b.Loop() {
		soLieu(b, a)
	}
}

func BenchmarkPhuLuc(b *testing.B) {
	a := year(b)
	for b.Loop() {
		phuLuc(b, a)
	}
}

// Where columns are left out, the widths stay with the others.
func TestTheAnnexsWidthsFollowItsColumns(t *testing.T) {
	p := examplePlan(t)
	a := assess.Consolidate(p, nil, nil, nil) // without figures there is no TH/KH
	f, err := excelize.OpenReader(bytes.NewReader(phuLuc(t, a)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	columns := a.Table().Columns
	if len(columns) >= len(annexWidths) {
		t.Fatalf("none of %d columns is left out", len(columns))
	}
	at := 0
	for _, c := range columns {
		width := annexWidths[c.Kind]
		if c.Kind == assess.ColTarget { // a range has a number in each of two
			at, width = at+1, width*0.5
		}
		gives := c.Kind == assess.ColText || c.Kind == assess.ColNote // they share what the page has left
		got, err := f.GetColWidth(annexSheet(p.Words), columnName(at))
		if err != nil || got != width && !gives || got < 16 && gives {
			t.Errorf("column %d: %v, %v", at, got, err)
		}
		at++
	}
}
