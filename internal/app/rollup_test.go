package app_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/pdffile/pdffiletest"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
)

// holds compares the totals of a report with those that the generator knows, to the last
// digit. Money is in billions there.
func holds(t *testing.T, out *app.Outcome, want known) {
	t.Helper()
	billions := func(n int64) string {
		q, _ := quantity.Int(n).Quo(quantity.Int(1000))
		return q.Plain()
	}
	whole := func(n int64) string { return quantity.Int(n).Plain() }
	for key, n := range map[string]string{"1.1.numerator": whole(want.cultured),
		"1.1.denominator": whole(want.households), "1.2.value": whole(want.joined),
		"2.current": billions(want.now), "2.previous": billions(want.before),
		"3.actual": billions(want.revenue), "3.plan": billions(want.estimate)} {
		at := strings.LastIndexByte(key, '.')
		m := out.Result.Measure(key[:at])
		if got := m.Totals[key[at+1:]]; got != n {
			t.Errorf("%s is %s, want %s (%s)", key, got, n, m.Reason)
		}
	}
	ratio, _ := quantity.Int(100 * want.cultured).Quo(quantity.Int(want.households))
	if m := out.Result.Measure("1.1"); m.Actual == nil || *m.Actual != ratio.Plain() {
		t.Errorf("1.1 is %v, want %s", m.Actual, ratio.Plain())
	}
}

func codesOf(out *app.Outcome) (all []string) {
	for _, p := range out.Annex.Problems {
		all = append(all, p.Code)
	}
	return all
}

// From villages over communes and cities to the centre: each level's own result is the
// next one's return, whatever it was sent as, and the totals are those of the villages to
// the last digit.
func TestAReportIsOfReports(t *testing.T) {
	t.Parallel()
	c := newCountry(t, 1)
	var cities [][2]string
	for city := range 3 {
		c.city(city, 4)
		for nr := range 4 {
			dir := fmt.Sprintf("t%d/x%02d", city, nr)
			if out := c.build(dir); !out.Result.Complete {
				t.Fatalf("%s: %v", dir, codesOf(out))
			}
			tp, home := fmt.Sprintf("t%d/tp", city), fmt.Sprintf("xa-%02d/", nr)
			switch nr {
			case 0:
				c.send(dir, "ket-qua.json", tp, home+"ket-qua.json")
			case 1:
				c.send(dir, "BaoCao-2026.pdf", tp, communeName(city, nr)+".pdf")
			case 2:
				c.send(dir, "PhuLuc-2026.xlsx", tp, home+"PhuLuc-2026.xlsx")
			default: // all of it
				for _, name := range []string{"ket-qua.json", "BaoCao-2026.pdf", "PhuLuc-2026.xlsx"} {
					c.send(dir, name, tp, home+name)
				}
			}
		}
		tp := fmt.Sprintf("t%d/tp", city)
		out := c.build(tp)
		if !out.Result.Complete {
			t.Errorf("%s: %v", tp, out.Annex.Problems)
		}
		holds(t, out, c.sum(func(m commune) bool { return m.city == city }))
		c.send(tp, "ket-qua.json", "tw", fmt.Sprintf("thanh-pho-%d/ket-qua.json", city))
		if city == 0 { // all of it, the city's own workbook too
			for _, name := range []string{"BaoCao-2026.pdf", "PhuLuc-2026.xlsx", "SoLieu-2026.xlsx",
				"TongHop-2026.xlsx"} {
				c.send(tp, name, "tw", "thanh-pho-0/"+name)
			}
		}
		cities = append(cities, [2]string{fmt.Sprintf("thanh-pho-%d", city), "Thành ủy Sông " + string('A'+rune(city))})
	}
	c.higher("tw", "TRUNG ƯƠNG", "Hà Nội", "tp", cities)
	out := c.build("tw")
	if !out.Result.Complete {
		t.Errorf("the centre: %v", out.Annex.Problems)
	}
	holds(t, out, c.sum(func(commune) bool { return true }))

	trace, _ := out.Annex.Trace("1.1", diag.Vi)
	for _, want := range []string{"Thành ủy Sông B", "thanh-pho-1/ket-qua.json", communeName(1, 0), "Thôn Đông",
		"1-nop-vao-day/Thôn Đông.csv"} {
		if !strings.Contains(trace, want) {
			t.Errorf("the trace does not lead to %s:\n%s", want, trace)
		}
	}
	again := c.build("tw")
	for i, f := range out.Result.Outputs {
		if again.Result.Outputs[i] != f {
			t.Errorf("%s is another one the second time", f.Name)
		}
	}
}

// city is a city of two communes that have sent their results, and what each sent.
type sentCity struct {
	*country
	result, paper, annex [2][]byte
}

const cityDir = "t0/tp"

// newCity builds the communes once; each test gets a folder of its own.
func newCity(t *testing.T) *sentCity {
	t.Helper()
	c := &sentCity{country: newCountry(t, 7)}
	c.city(0, 2)
	for nr := range 2 {
		dir := fmt.Sprintf("t0/x%02d", nr)
		if out := c.build(dir); !out.Result.Complete {
			t.Fatalf("%s: %v", dir, codesOf(out))
		}
		for name, to := range map[string]*[]byte{"ket-qua.json": &c.result[nr], "BaoCao-2026.pdf": &c.paper[nr],
			"PhuLuc-2026.xlsx": &c.annex[nr]} {
			data, err := os.ReadFile(filepath.Join(c.dir, dir, app.ReportDir, name))
			must(t, err)
			*to = data
		}
	}
	return c
}

// home is where the first or the second commune's files go.
func home(nr int, name string) string {
	return fmt.Sprintf("%s/%s/xa-%02d/%s", cityDir, app.DropDir, nr, name)
}

// edited is a result in which somebody changed something.
func edited(t *testing.T, data []byte, change func(r *result.Result)) string {
	t.Helper()
	r, err := result.Load(data)
	must(t, err)
	change(r)
	out, err := r.Marshal()
	must(t, err)
	return string(out)
}

// utf16Of is a text as Notepad saves it in "Unicode".
func utf16Of(data []byte) []byte {
	out := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(string(data))) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}

// negative turns a sum round.
func negative(m *result.Measure) {
	n := "-" + m.Totals["value"]
	m.Totals["value"], *m.Actual, *m.Judged, m.Sources = n, n, n, nil
}

// checked is an annex in which the checks say that figures were changed, as a spreadsheet
// works it out.
func checked(t *testing.T, annex []byte) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(annex), int64(len(annex)))
	must(t, err)
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, part := range from.File {
		r, err := part.Open()
		must(t, err)
		data, err := io.ReadAll(r)
		must(t, err)
		if part.Name == "xl/worksheets/sheet1.xml" {
			checks := regexp.MustCompile(`(<c [^>]*t="str"><f>IFERROR[^<]*</f>)</c>`)
			if !checks.Match(data) {
				t.Fatal("the annex has no checks")
			}
			data = checks.ReplaceAll(data, []byte("$1<v>Số liệu đã đổi, cần lập lại báo cáo</v></c>"))
		}
		w, err := to.Create(part.Name)
		must(t, err)
		_, err = w.Write(data)
		must(t, err)
	}
	must(t, to.Close())
	return out.Bytes()
}

// Each fault that a report may come with is told, and nothing that it touches is added.
func TestWhatIsWrongWithAReportIsToldAndNotAdded(t *testing.T) {
	t.Parallel()
	c := newCity(t)
	first := func(change func(r *result.Result)) func(t *testing.T) {
		return func(t *testing.T) {
			c.write(home(0, "ket-qua.json"), edited(t, c.result[0], change))
		}
	}
	put := func(name string, data []byte) func(t *testing.T) {
		return func(t *testing.T) { c.write(home(0, name), string(data)) }
	}
	annex := func(change func(f *excelize.File, cell func(name string) string)) func(t *testing.T) {
		return func(t *testing.T) {
			f, err := excelize.OpenReader(bytes.NewReader(c.annex[0]))
			must(t, err)
			change(f, func(name string) string {
				for _, n := range f.GetDefinedName() {
					if n.Name == name {
						_, cell, _ := strings.Cut(strings.ReplaceAll(n.RefersTo, "$", ""), "!")
						return cell
					}
				}
				t.Fatalf("the annex has no %s", name)
				return ""
			})
			must(t, os.MkdirAll(filepath.Join(c.dir, filepath.FromSlash(home(0, ""))), 0o755))
			must(t, f.SaveAs(filepath.Join(c.dir, filepath.FromSlash(home(0, "pl.xlsx")))))
		}
	}
	figure := "" // of 1.1, as it is printed
	edited(t, c.result[0], func(r *result.Result) {
		n := quantity.MustParse(*r.Measure("1.1").Judged)
		figure = n.Table(2)
	})
	other := strings.Replace(figure, figure[:1], "7", 1)
	typed := pdffiletest.Typed(c.paper[0], figure, other)
	page, operators := 0, []byte(nil)
	for n, s := range typed {
		page, operators = n, s
	}
	if operators == nil {
		t.Fatalf("%s stands on no page", figure)
	}
	retyped := pdffiletest.Saved(c.paper[0], func(n int, _ []byte) []byte { return typed[n] })
	deep := []byte(`{"schema":"baocao/1","x":` + strings.Repeat("[", 200_000))
	for _, x := range []struct {
		name  string
		draw  func(t *testing.T)
		code  string // "" for none
		lacks []string
	}{
		{"as it was made", put("ket-qua.json", c.result[0]), "", nil},
		{"the PDF as it was made", put("bc.pdf", c.paper[0]), "", nil},
		{"the annex as it was made", put("pl.xlsx", c.annex[0]), "", nil},
		{"saved anew, nothing changed", put("bc.pdf", pdffiletest.Saved(c.paper[0],
			func(int, []byte) []byte { return nil })), "", nil},
		{"signed", put("bc.pdf", pdffiletest.Added(c.paper[0], 9000, []byte("<</Type/Sig>>"))), "", nil},
		{"Notepad's mark", put("ket-qua.json", append([]byte("\xEF\xBB\xBF"), c.result[0]...)), "", nil},

		{"a newer version's", put("ket-qua.json",
			bytes.Replace(c.result[0], []byte("baocao/1"), []byte("baocao/2"), 1)), "B805", nil},
		{"cut off", put("ket-qua.json", c.result[0][:len(c.result[0])/2]), "B806", nil},
		{"a total twice", put("ket-qua.json", bytes.Replace(c.result[0], []byte(`"numerator":`),
			[]byte(`"Numerator": "1", "numerator":`), 1)), "B806", nil},
		{"saved as «Unicode»", put("ket-qua.json", []byte("\xFF\xFE{\x00")), "B806", nil},
		{"of another program", put("ket-qua.json", []byte(`{"a": 1}`)), "B806", nil},
		{"without an end", put("ket-qua.json", deep), "B806", nil},
		{"a total that is no number", first(func(r *result.Result) { r.Measure("1.1").Totals["numerator"] = "1e9" }),
			"B806", nil},
		{"a PDF cut off", put("bc.pdf", c.paper[0][:len(c.paper[0])-300]), "B808", nil},
		{"a changed page behind it", put("bc.pdf", pdffiletest.Added(c.paper[0], page, pdffiletest.Page(operators))),
			"B809", nil},
		{"text over a page", put("bc.pdf", pdffiletest.Saved(c.paper[0], func(n int, s []byte) []byte {
			if n == page {
				return append(bytes.Clone(s), "BT /F0 12 Tf 100 100 Td <0001000200030004>Tj ET\n"...)
			}
			return nil
		})), "B809", nil},
		{"another figure printed", put("bc.pdf", retyped), "B810", nil},
		{"another figure carried", put("bc.pdf", pdffiletest.Saved(c.paper[0], func(n int, s []byte) []byte {
			if bytes.HasPrefix(s, []byte("{")) {
				return bytes.ReplaceAll(s, []byte(`"judged": "`+strings.Replace(figure, ",", ".", 1)),
					[]byte(`"judged": "`+strings.Replace(other, ",", ".", 1)))
			}
			return nil
		})), "B810", nil},
		{"other totals carried", put("bc.pdf", pdffiletest.Saved(c.paper[0], func(_ int, s []byte) []byte {
			if !bytes.HasPrefix(s, []byte("{")) {
				return nil
			}
			var out result.Outgoing
			must(t, json.Unmarshal(s, &out))
			totals := out.Sections[0].Indicators[0].Measures[0].Totals
			totals["numerator"], totals["denominator"] = totals["numerator"]+"00", totals["denominator"]+"00"
			changed, err := out.Marshal()
			must(t, err)
			return changed
		})), "B810", nil},
		{"a foreign file carried", put("bc.pdf", pdffiletest.Saved(c.paper[0], func(_ int, s []byte) []byte {
			if bytes.HasPrefix(s, []byte("{")) {
				return []byte(`{"a": 1}`)
			}
			return nil
		})), "B806", nil},
		{"another commune's figures carried", put("bc.pdf", pdffiletest.Saved(c.paper[0], func(_ int, s []byte) []byte {
			if bytes.HasPrefix(s, []byte("{")) {
				for _, other := range pdffiletest.Streams(c.paper[1]) {
					if bytes.HasPrefix(other, []byte("{")) {
						return other
					}
				}
			}
			return nil
		})), "B809", nil},
		{"a quotient typed into the annex, not worked out", annex(func(f *excelize.File, cell func(string) string) {
			must(t, f.SetCellValue("Phụ lục", cell("CT_01_1"), 91.5))
		}), "B806", nil},
		{"a sum typed into the annex, not worked out", annex(func(f *excelize.File, cell func(string) string) {
			must(t, f.SetCellValue("Phụ lục", cell("CT_01_2"), 700))
		}), "B806", nil},
		{"a tenth of both totals of a quotient", annex(func(f *excelize.File, _ func(string) string) {
			for _, cell := range []string{"D3", "D4"} {
				n, err := f.GetCellValue("Số liệu", cell, excelize.Options{RawCellValue: true})
				must(t, err)
				must(t, f.SetCellValue("Số liệu", cell, quantity.MustParse(n).Mul(quantity.MustParse("0.1")).Float()))
			}
		}), "B806", nil},
		{"an annex that names no year", annex(func(f *excelize.File, cell func(string) string) {
			column, row, err := excelize.CellNameToCoordinates(cell("CT_01_1"))
			must(t, err)
			for at := range row {
				name, err := excelize.CoordinatesToCellName(column, at+1)
				must(t, err)
				if head, _ := f.GetCellValue("Phụ lục", name); strings.Contains(head, "2026") {
					must(t, f.SetCellValue("Phụ lục", name, "Thực hiện"))
				}
			}
		}), "B806", nil},
		{"a formula that nobody has worked out", annex(func(f *excelize.File, cell func(string) string) {
			must(t, f.SetCellFormula("Phụ lục", cell("CT_02"), "1+1"))
		}), "B806", nil},
		{"a figure crossed out in the annex", annex(func(f *excelize.File, cell func(string) string) {
			style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
			must(t, err)
			must(t, f.SetCellStyle("Phụ lục", cell("CT_01_2"), cell("CT_01_2"), style))
		}), "B806", nil},
		{"a remark at a figure of the annex", annex(func(f *excelize.File, cell func(string) string) {
			must(t, f.AddComment("Phụ lục", excelize.Comment{Cell: cell("CT_01_2"), Author: "An",
				Paragraph: []excelize.RichTextRun{{Text: "số đúng là 9"}}}))
		}), "B806", nil},
		{"a hidden row of the annex", annex(func(f *excelize.File, cell func(string) string) {
			_, row, err := excelize.CellNameToCoordinates(cell("CT_01_2"))
			must(t, err)
			must(t, f.SetRowVisible("Phụ lục", row, false))
		}), "B806", nil},
		{"an annex without its checks", annex(func(f *excelize.File, cell func(string) string) {
			for _, name := range []string{"CT_01_1", "CT_01_2", "CT_02", "CT_03"} {
				_, row, err := excelize.CellNameToCoordinates(cell(name))
				must(t, err)
				for _, column := range "FGHIJKL" {
					at := string(column) + strconv.Itoa(row)
					if formula, _ := f.GetCellFormula("Phụ lục", at); strings.HasPrefix(formula, "IFERROR(") {
						must(t, f.SetCellValue("Phụ lục", at, ""))
					}
				}
			}
		}), "B965", nil},
		{"another denominator in the annex", annex(func(f *excelize.File, _ func(string) string) {
			must(t, f.SetCellValue("Số liệu", "B4", "Số hộ đăng ký"))
		}), "B960", []string{"1.1"}},
		{"another denominator", first(func(r *result.Result) {
			r.Measure("1.1").Inputs[1].Label = "Số hộ đăng ký"
		}), "B960", []string{"1.1"}},
		{"capitals and the year in a label", first(func(r *result.Result) {
			r.Measure("1.1").Inputs[1].Label = "TỔNG SỐ HỘ GIA ĐÌNH NĂM 2026"
		}), "", nil},
		{"households of the year before", first(func(r *result.Result) {
			r.Measure("1.1").Inputs[1].Label = "Tổng số hộ gia đình năm 2025"
		}), "B960", []string{"1.1"}},
		{"other prices", first(func(r *result.Result) { r.Measure("2").Basis = new("giá hiện hành") }), "B961",
			[]string{"2"}},
		{"a method that nobody knows", first(func(r *result.Result) { r.Measure("1.1").Method = "ratios" }), "B963",
			[]string{"1.1"}},
		{"a method that its totals are not of", first(func(r *result.Result) { r.Measure("1.1").Method = "sum" }),
			"B968", []string{"1.1"}},
		{"a quotient where a sum is asked for", first(func(r *result.Result) { r.Measure("1.2").Method = "ratio" }),
			"B968", []string{"1.2"}},
		{"households in thousands, both", first(func(r *result.Result) {
			for i := range r.Measure("1.1").Inputs {
				r.Measure("1.1").Inputs[i].Unit = "nghìn hộ"
			}
		}), "B969", []string{"1.1"}},
		{"money in another unit than the other's", first(func(r *result.Result) {
			for i := range r.Measure("2").Inputs {
				r.Measure("2").Inputs[i].Unit = "nghìn đồng"
			}
		}), "B969", []string{"2"}},
		{"a total in another unit than its figure", first(func(r *result.Result) {
			r.Measure("1.2").Inputs[0].Unit = "nghìn đảng viên"
		}), "B971", []string{"1.2"}},
		{"another number", first(func(r *result.Result) { r.Measure("1.2").ID = "9" }), "B962", []string{"1.2"}},
		{"two that changed their numbers", first(func(r *result.Result) {
			r.Measure("1.2").ID, r.Measure("3").ID = "3", "1.2"
		}), "B962", []string{"1.2", "3"}},
		{"of one whose name goes on", first(func(r *result.Result) {
			r.Report.Issuer = "ĐẢNG ỦY " + strings.ToUpper(communeName(0, 0)) + " ĐÔNG"
		}), "B964", []string{"1.1", "1.2", "2", "3"}},
		{"of one with another accent", first(func(r *result.Result) { r.Report.Issuer = "ĐẢNG ỦY XÃ ÁN AA" }), "B964",
			[]string{"1.1", "1.2", "2", "3"}},
		{"typed without accents", first(func(r *result.Result) { r.Report.Issuer = "DANG UY XA AN AA" }), "", nil},
		{"a figure typed into the annex, as a spreadsheet saves it", put("pl.xlsx",
			checked(t, c.annex[0])), "B806", nil},
		{"another figure in the data", first(func(r *result.Result) { *r.Measure("1.1").Judged = "91.5" }), "B811",
			[]string{"1.1"}},
		{"a total that is not the sum", first(func(r *result.Result) { r.Measure("1.2").Totals["value"] = "77" }),
			"B812", []string{"1.2"}},
		{"a sum that is one office's value below", first(func(r *result.Result) {
			r.Measure("1.2").Method = "value"
		}), "", nil},
		{"a value that is not its total", first(func(r *result.Result) {
			m := r.Measure("1.2")
			m.Method, m.Totals["value"], m.Sources = "value", "77", nil
		}), "B811", []string{"1.2"}},
		{"less than nothing", first(func(r *result.Result) {
			m := r.Measure("1.2")
			*m.Actual, *m.Judged, m.Totals["value"], m.Sources = "-4", "-4", "-4", nil
		}), "B308", []string{"1.2"}},
		{"another measure", first(func(r *result.Result) { r.Measure("1.2").Name = "Số đảng viên bị kỷ luật" }), "B813",
			[]string{"1.2"}},
		{"another unit", first(func(r *result.Result) { r.Measure("1.2").Unit = "chi bộ" }), "B813", []string{"1.2"}},
		{"no totals", first(func(r *result.Result) { r.Measure("1.1").Totals = nil }), "B814", []string{"1.1"}},
		{"a village that has not sent", first(func(r *result.Result) { r.Measure("1.2").Reported = 1 }), "B815",
			[]string{"1.2"}},
		{"a ratio that came to nothing", first(func(r *result.Result) {
			m := r.Measure("1.1")
			m.Actual, m.Judged, m.Sources = nil, nil, nil
			m.Totals["denominator"] = "0"
		}), "B815", []string{"1.1"}},
		{"growth from nothing", first(func(r *result.Result) {
			m := r.Measure("2")
			m.Actual, m.Judged, m.Sources = nil, nil, nil
			m.Totals["previous"] = "0"
		}), "", nil},
		{"of an earlier version", first(func(r *result.Result) {
			r.Report = nil
			for _, id := range []string{"1.1", "1.2", "2", "3"} {
				r.Measure(id).Inputs = nil
			}
		}), "B817", []string{"2", "3"}},
		{"money without a unit", first(func(r *result.Result) { r.Measure("2").Inputs = nil }), "B816", []string{"2"}},
		{"money in dollars", first(func(r *result.Result) { r.Measure("2").Inputs[0].Unit = "USD" }), "B816",
			[]string{"2"}},
		{"a draft", first(func(r *result.Result) { r.Report.Draft = true }), "B818", nil},
		{"invented figures", first(func(r *result.Result) { r.Report.Illustrative = true }), "B819",
			[]string{"1.1", "1.2", "2", "3"}},
		{"incomplete by its own word", first(func(r *result.Result) { r.Complete = false }), "B820", nil},
		{"a PDF of another build", func(t *testing.T) {
			c.write(home(0, "BaoCao-2026.pdf"), string(c.paper[0]))
			c.write(home(0, "ket-qua.json"), edited(t, c.result[0], func(r *result.Result) {
				r.Outputs[0].SHA256 = strings.Repeat("0", 64)
			}))
		}, "B821", nil},
		{"a PDF of the same build, signed", func(t *testing.T) {
			c.write(home(0, "BaoCao-2026.pdf"), string(pdffiletest.Added(c.paper[0], 9000, []byte("<</Type/Sig>>"))))
			c.write(home(0, "ket-qua.json"), string(c.result[0]))
		}, "", nil},
		{"fewer than none", first(func(r *result.Result) { negative(r.Measure("1.2")) }), "B308", []string{"1.2"}},
		{"lines that are not their sum", first(func(r *result.Result) {
			r.Measure("1.2").Inputs[0].Lines = []result.InputLine{{Label: "a", Total: new("1")}, {Label: "b"}}
		}), "B812", []string{"1.2"}},
		{"saved anew by Notepad", put("ket-qua.json", utf16Of(c.result[0])), "B806", nil},
		{"nothing in it", put("ket-qua.json", []byte(`{"schema":"baocao/1"}`)), "B806", nil},
		{"half a household", first(func(r *result.Result) {
			m := r.Measure("1.1")
			m.Totals["denominator"], m.Sources = m.Totals["denominator"]+".5", nil
			d, _ := quantity.Parse(m.Totals["denominator"])
			n, _ := quantity.Parse(m.Totals["numerator"])
			q, _ := n.Mul(quantity.Int(100)).Quo(d)
			*m.Actual, *m.Judged = q.Plain(), q.Round(2).Plain()
		}), "B826", []string{"1.1"}},
		{"an estimate", first(func(r *result.Result) { r.Measure("1.2").Estimate = true }), "B827", []string{"1.2"}},
		{"of last year", first(func(r *result.Result) { r.Resolution.Year = 2025 }), "B072",
			[]string{"1.1", "1.2", "2", "3"}},
		{"of half a year", first(func(r *result.Result) { r.Period = "6-thang" }), "B072",
			[]string{"1.1", "1.2", "2", "3"}},
		{"somebody else's", first(func(r *result.Result) { r.Report.Issuer = "ĐẢNG ỦY XÃ LẠ" }), "B200",
			[]string{"1.1", "1.2", "2", "3"}},
		{"in another's folder", first(func(r *result.Result) {
			r.Report.Issuer = "ĐẢNG ỦY " + strings.ToUpper(communeName(0, 1))
		}), "B201", []string{"1.1", "1.2", "2", "3"}},
		{"the same twice", func(t *testing.T) {
			c.write(home(0, "a.json"), string(c.result[0]))
			c.write(home(0, "b.json"), string(c.result[0]))
		}, "B230", nil},
		{"two that differ", func(t *testing.T) {
			c.write(home(0, "a.json"), string(c.result[0]))
			c.write(home(0, "b.json"), joined(t, c.result[0], "3", nil))
		}, "B231", []string{"1.2"}},
		{"two that differ, the later of another day", func(t *testing.T) {
			c.write(home(0, "a.json"), string(c.result[0]))
			c.write(home(0, "b.json"), joined(t, c.result[0], "3", func(r *result.Result) {
				r.Report.Date = new("2026-12-30")
			}))
		}, "B231", []string{"1.2"}},
		{"one that says it replaces the other", func(t *testing.T) {
			c.write(home(0, "a.json"), joined(t, c.result[0], "3", func(r *result.Result) {
				r.Report.Number = new("08")
				r.Report.Replaces = &result.Replaced{Number: "07", Date: new("2026-12-20")}
			}))
			c.write(home(0, "b.json"), edited(t, c.result[0], func(r *result.Result) { r.Report.Number = new("07") }))
		}, "B233", nil},
	} {
		t.Run(x.name, func(t *testing.T) {
			must(t, os.RemoveAll(filepath.Join(c.dir, cityDir, app.DropDir)))
			c.write(home(1, "ket-qua.json"), string(c.result[1]))
			x.draw(t)
			a, err := app.Judge(context.Background(), filepath.Join(c.dir, cityDir), nil)
			must(t, err)
			codes := ""
			for _, p := range a.Problems {
				if strings.HasPrefix(p.Code, "B2") || strings.HasPrefix(p.Code, "B8") ||
					strings.HasPrefix(p.Code, "B96") || p.Code == "B971" || p.Code == "B072" || p.Code == "B308" {
					codes += p.Code + " " + p.In(diag.Vi) + "\n"
				}
			}
			switch {
			case x.code == "" && codes != "":
				t.Errorf("it is found wrong:\n%s", codes)
			case !strings.Contains(codes, x.code):
				t.Errorf("want %s, got\n%s", x.code, codes)
			}
			unread := x.code >= "B805" && x.code <= "B810"
			for _, m := range a.Measures() {
				whole := m.Reported == 2
				if want := !unread && !slices.Contains(x.lacks, m.ID); whole != want {
					t.Errorf("%s is of %d communes\n%s", m.ID, m.Reported, codes)
				}
			}
		})
	}
}
