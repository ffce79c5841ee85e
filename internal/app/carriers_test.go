package app_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/pdffile/pdffiletest"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
)

// printed is a commune whose PDF carries no data, with the Word file beside it, and the city
// that gets them.
func printed(t *testing.T) (c *country, sent map[string][]byte) {
	t.Helper()
	return printedAs(t, "annex")
}

func printedAs(t *testing.T, attach string) (c *country, sent map[string][]byte) {
	t.Helper()
	c = newCountry(t, 11)
	c.attach = attach
	c.city(0, 2)
	const commune = "t0/x00"
	office := filepath.Join(c.dir, commune, "co-quan.toml")
	text, err := os.ReadFile(office)
	must(t, err)
	c.write(commune+"/co-quan.toml", strings.Replace(string(text), "[report]\n", "[report]\nword = true\n", 1))
	sent = map[string][]byte{}
	if out := c.build(commune); !out.Result.Complete {
		t.Fatal(codesOf(out))
	}
	c.build("t0/x01")
	c.send("t0/x01", "ket-qua.json", cityDir, "xa-01/ket-qua.json")
	for _, name := range []string{"ket-qua.json", "BaoCao-2026.pdf", "BaoCao-2026.docx", "PhuLuc-2026.xlsx",
		"SoLieu-2026.xlsx"} {
		sent[name], err = os.ReadFile(filepath.Join(c.dir, commune, app.ReportDir, name))
		must(t, err)
	}
	return c, sent
}

// twentyOff takes 20 households off a ratio, everywhere in its measure, so that it agrees
// with itself.
func twentyOff(m *result.Measure) {
	n, d := quantity.MustParse(m.Totals["numerator"]).Sub(quantity.Int(20)), quantity.MustParse(m.Totals["denominator"])
	m.Totals["numerator"] = n.Plain()
	exact, _ := n.Mul(quantity.Int(100)).Quo(d)
	*m.Actual, *m.Judged = exact.Plain(), exact.Round(2).Plain()
	m.Verdict, m.Sources = "missed", nil
}

// tenfold makes of each total ten times as much: the ratio stays.
func tenfold(m *result.Measure) {
	for role, n := range m.Totals { // each by itself
		m.Totals[role] = n + "0"
	}
	m.Sources = nil
}

// What came beside a ket-qua.json is held against it, whatever it came as: where they do not
// say the same of a figure, it is taken from neither, and both are named.
func TestTheFilesOfAReportAreHeldAgainstEachOther(t *testing.T) {
	t.Parallel()
	c, sent := printed(t)
	with := func(change func(m *result.Measure), id string) []byte {
		return []byte(edited(t, sent["ket-qua.json"], func(r *result.Result) { change(r.Measure(id)) }))
	}
	off, tens := with(twentyOff, "1.1"), with(tenfold, "1.1")
	growth, budget, joined := with(tenfold, "2"), with(tenfold, "3"), with(func(m *result.Measure) {
		m.Totals["value"], *m.Actual, *m.Judged, m.Sources = "77", "77", "77", nil
	}, "1.2")
	none := with(func(m *result.Measure) { // «không phát sinh», all of them
		m.Nil, m.Verdict = make([]string, m.Expected), "no-data"
		m.Actual, m.Judged, m.Totals, m.Sources = nil, nil, nil, nil
		for i := range m.Nil {
			m.Nil[i] = villages[i][0]
		}
	}, "1.2")
	const pdf, word, annex, sums = "BaoCao-2026.pdf", "BaoCao-2026.docx", "PhuLuc-2026.xlsx", "SoLieu-2026.xlsx"
	figure := ""
	edited(t, sent["ket-qua.json"], func(r *result.Result) {
		n := quantity.MustParse(*r.Measure("1.1").Judged)
		figure = n.Table(2)
	})
	retyped := pdffiletest.Typed(sent[pdf], figure, "7"+figure[1:])
	for _, x := range []struct {
		name, beside, as string
		data             []byte
		lacks            string // the measure that is in dispute; "" for none
		says             []string
	}{
		{"the PDF as it was made", pdf, "bc.pdf", sent["ket-qua.json"], "", nil},
		{"the Word file as it was made", word, "bc.docx", sent["ket-qua.json"], "", nil},
		{"the annex as it was made", annex, "pl.xlsx", sent["ket-qua.json"], "", nil},
		{"SoLieu as it was made", sums, "sl.xlsx", sent["ket-qua.json"], "", nil},
		{"another ratio than the PDF prints", pdf, "bc.pdf", off, "1.1",
			[]string{figure + " trong «1-nop-vao-day/xa-00/bc.pdf»", "trong «1-nop-vao-day/xa-00/ket-qua.json»"}},
		{"another ratio than the Word file", word, "bc.docx", off, "1.1", []string{"bc.docx", "ket-qua.json"}},
		{"another ratio than the annex", annex, "pl.xlsx", off, "1.1", []string{"pl.xlsx", "ket-qua.json"}},
		{"another ratio than SoLieu", sums, "sl.xlsx", off, "1.1", []string{"sl.xlsx", "ket-qua.json"}},
		{"another sum than the PDF prints", pdf, "bc.pdf", joined, "1.2", []string{"bc.pdf", "77"}},
		{"ten times the households that the PDF tells", pdf, "bc.pdf", tens, "1.1",
			[]string{"Số hộ gia đình được công nhận văn hóa", "bc.pdf"}},
		{"ten times those of the annex", annex, "pl.xlsx", tens, "1.1", []string{"pl.xlsx"}},
		{"ten times those that SoLieu's formula is made of", sums, "sl.xlsx", tens, "1.1", []string{"sl.xlsx"}},
		{"ten times the output that the PDF prints below the growth", pdf, "bc.pdf", growth, "2", []string{"bc.pdf"}},
		{"ten times the revenue and the estimate", pdf, "bc.pdf", budget, "3", []string{"bc.pdf"}},
		{"nothing where the PDF prints a sum", pdf, "bc.pdf", none, "1.2", []string{"bc.pdf"}},
		{"nothing where the annex has a sum", annex, "pl.xlsx", none, "1.2", []string{"pl.xlsx"}},
		{"an annex that says it came later", annex, "pl lần 2.xlsx", off, "", nil},
		{"a PDF that says it is the first of two", pdf, "lần 1/bc.pdf", off, "1.1", []string{"bc.pdf"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			must(t, os.RemoveAll(filepath.Join(c.dir, cityDir, app.DropDir, "xa-00")))
			c.write(home(0, x.as), string(sent[x.beside]))
			c.write(home(0, "ket-qua.json"), string(x.data))
			told := disputes(t, c, x.lacks)
			if (told != "") != (x.lacks != "") {
				t.Errorf("%s is told", told)
			}
			for _, want := range x.says {
				if !strings.Contains(told, want) {
					t.Errorf("%s is not told:\n%s", want, told)
				}
			}
		})
	}
	t.Run("a PDF in which a figure was retyped", func(t *testing.T) {
		must(t, os.RemoveAll(filepath.Join(c.dir, cityDir, app.DropDir, "xa-00")))
		saved := pdffiletest.Saved(sent[pdf], func(n int, _ []byte) []byte { return retyped[n] })
		c.write(home(0, "bc.pdf"), string(saved))
		c.write(home(0, "ket-qua.json"), string(sent["ket-qua.json"]))
		if told := disputes(t, c, "1.1"); !strings.Contains(told, "7"+figure[1:]) || !strings.Contains(told, "trang") {
			t.Error(told)
		}
	})
	t.Run("a report of half a year beside that of the year and its PDF", func(t *testing.T) {
		must(t, os.RemoveAll(filepath.Join(c.dir, cityDir, app.DropDir, "xa-00")))
		c.write(home(0, "a.json"), edited(t, off, func(r *result.Result) { r.Period = "6-thang" }))
		c.write(home(0, "ket-qua.json"), string(sent["ket-qua.json"]))
		c.write(home(0, "bc.pdf"), string(sent[pdf]))
		if told := disputes(t, c, ""); told != "" {
			t.Error(told)
		}
		a, err := app.Judge(context.Background(), filepath.Join(c.dir, cityDir), nil)
		must(t, err)
		for _, p := range a.Problems {
			if p.Code == "B834" {
				t.Error(p.In(diag.Vi))
			}
		}
	})
	t.Run("a PDF in nobody's folder, which its letterhead names", func(t *testing.T) {
		must(t, os.RemoveAll(filepath.Join(c.dir, cityDir, app.DropDir, "xa-00")))
		nobodys := cityDir + "/" + app.DropDir + "/BaoCao.pdf"
		c.write(nobodys, string(pdffiletest.Saved(sent[pdf], func(int, []byte) []byte { return nil })))
		c.write(home(0, "ket-qua.json"), string(off))
		if told := disputes(t, c, "1.1"); !strings.Contains(told, "BaoCao.pdf") {
			t.Error(told)
		}
		must(t, os.Remove(filepath.Join(c.dir, filepath.FromSlash(nobodys))))
	})
	t.Run("an annex in which both totals were changed, and a PDF", func(t *testing.T) {
		must(t, os.RemoveAll(filepath.Join(c.dir, cityDir, app.DropDir, "xa-00")))
		c.write(home(0, "pl.xlsx"), string(changedAnnex(t, sent[annex], map[string]int{"D3": 20, "D4": 40})))
		c.write(home(0, "ket-qua.json"), string(sent["ket-qua.json"]))
		if told := disputes(t, c, ""); !strings.Contains(told, "B967") && !strings.Contains(told, "B806") {
			t.Errorf("nothing is told: %s", told)
		}
	})
}

// Money that all communes count in millions is told and converted; of who alone counts in the
// city's billions it is asked whether he does, and of who alone counts in thousands nothing is
// added before the office has said so.
func TestUnitsOfMeasurementAreToldWhereTheyDiffer(t *testing.T) {
	t.Parallel()
	c := newCountry(t, 5)
	c.city(0, 4)
	var results [4][]byte
	for nr := range results {
		dir := "t0/x0" + string(rune('0'+nr))
		c.build(dir)
		data, err := os.ReadFile(filepath.Join(c.dir, dir, app.ReportDir, "ket-qua.json"))
		must(t, err)
		results[nr] = data
		c.write(home(nr, "ket-qua.json"), string(data))
	}
	inUnit := func(unit string) {
		c.write(home(0, "ket-qua.json"), edited(t, results[0], func(r *result.Result) {
			for i := range r.Measure("2").Inputs {
				r.Measure("2").Inputs[i].Unit = unit
			}
		}))
	}
	same := func(id, unit string) string { return "[[measure]]\nid = \"" + id + "\"\nsame = [\"" + unit + "\"]\n" }
	for _, x := range []struct {
		unit, file string
		want       map[string]bool
		added      int
	}{
		{"triệu đồng", "", map[string]bool{"B969": false, "B970": true, "B972": false}, 4},
		{"triệu đồng", same("2", "triệu đồng") + same("3", "triệu đồng"),
			map[string]bool{"B969": false, "B970": false, "B972": false}, 4},
		{"tỷ đồng", "", map[string]bool{"B969": false, "B970": true, "B972": true}, 4},
		{"nghìn đồng", "", map[string]bool{"B969": true, "B970": true, "B972": false}, 3},
		{"nghìn đồng", same("2", "nghìn đồng"), map[string]bool{"B969": false, "B970": true}, 4},
	} {
		c.write(cityDir+"/tong-hop.toml", x.file)
		inUnit(x.unit)
		a, err := app.Judge(context.Background(), filepath.Join(c.dir, cityDir), nil)
		must(t, err)
		told := map[string]bool{}
		for _, p := range a.Problems {
			told[p.Code] = true
		}
		for code, want := range x.want { // each by itself
			if told[code] != want {
				t.Errorf("%s %s: %s is told: %v", x.unit, x.file, code, told[code])
			}
		}
		if m := a.FindMeasure("2"); m.Reported != x.added {
			t.Errorf("%s %s: of %d communes", x.unit, x.file, m.Reported)
		}
	}
}

// changedAnnex is an annex with other numbers in its sheet of totals.
func changedAnnex(t *testing.T, data []byte, cells map[string]int) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	must(t, err)
	for cell, n := range cells { // each by itself
		must(t, f.SetCellValue("Số liệu", cell, n))
	}
	var out bytes.Buffer
	must(t, f.Write(&out))
	return out.Bytes()
}

// disputes are what the city is told of its files, with the places; lacks is what it does not
// take.
func disputes(t *testing.T, c *country, lacks string) (told string) {
	t.Helper()
	a, err := app.Judge(context.Background(), filepath.Join(c.dir, cityDir), nil)
	must(t, err)
	for _, p := range a.Problems {
		if p.Code == "B967" || p.Code == "B806" || p.Code == "B231" {
			told += p.Code + " " + p.In(diag.Vi)
			for _, at := range p.Related {
				told += " " + diag.Place(at, diag.Vi)
			}
			told += "\n"
		}
	}
	for _, m := range a.Measures() {
		if (m.Reported == 2) == (m.ID == lacks) && lacks != "" {
			t.Errorf("%s is of %d communes: %s", m.ID, m.Reported, told)
		}
	}
	return told
}
