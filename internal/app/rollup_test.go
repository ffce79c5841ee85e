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
	"baocao/internal/viet"
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
		{"a method that its totals are not of", first(func(r *result.Result) { r.Measure("1.1").Method = "sum" }), "B968",
			[]string{"1.1"}},
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
	if codes := codesOf(out); !slices.Contains(codes, "B834") {
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
