package app_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/render/result"
)

// What an office does to its own files is no fault of theirs: it opens and saves them, sends the
// Word file along, prints the report without its annex. Told is what somebody has to do
// something about, once, with a cure that helps.
func TestFilesThatWereOnlySavedAgain(t *testing.T) {
	t.Parallel()
	const pdf, word, annex, data = "BaoCao-2026.pdf", "BaoCao-2026.docx", "PhuLuc-2026.xlsx", "ket-qua.json"
	saved := map[string]int{"B821": 1}
	for _, x := range []struct {
		name, attach string
		files        []string
		saved        []string // of these, by another program
		told         map[string]int
		says         string
	}{
		{"a report without its annex, and its Word file", "none", []string{pdf, word, data}, nil, nil, ""},
		{"that Word file alone with the data", "none", []string{word, data}, nil, nil, ""},
		{"that Word file, saved again", "none", []string{word, data}, []string{word}, saved, "số liệu khớp"},
		{"the Word file, saved again", "annex", []string{word, data}, []string{word}, saved, "số liệu khớp"},
		{"a Word file in which figures are spelled in words", "none", []string{word, data}, []string{word},
			map[string]int{"B834": 1}, "Tự đối chiếu"}, // and not that its content is another
		{"the annex, saved again", "annex", []string{annex, data}, []string{annex}, saved, "số liệu khớp"},
		{"the Word file beside the PDF with the data", "full", []string{pdf, word}, nil, nil, ""},
		{"the Word file beside the annex", "annex", []string{annex, word}, nil, nil, ""},
		{"the annex beside the report without it", "none", []string{pdf, annex}, nil, nil, ""}, // "bằng 103% dự toán"
		{"the print, saved again", "annex", []string{pdf, data}, []string{pdf}, saved, "không phải làm gì"},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			c, sent := printedAs(t, x.attach)
			for _, name := range x.files {
				file := string(sent[name])
				switch again := slices.Contains(x.saved, name); {
				case again && name == pdf:
					file = strings.Replace(file, "\n%\xe2", "\n%\xe3", 1) // in its head
				case again:
					file = rezipped(t, sent[name], strings.Contains(x.name, "spelled"))
				}
				c.write(home(0, name), file)
			}
			told, words := map[string]int{}, ""
			a, err := app.Judge(context.Background(), filepath.Join(c.dir, cityDir), nil)
			must(t, err)
			for _, p := range a.Problems {
				if slices.Contains([]string{"B807", "B809", "B821", "B834", "B967"}, p.Code) {
					told[p.Code]++
					words += p.In(diag.Vi) + " " + p.Fix(diag.Vi) + "\n"
				}
			}
			if !maps.Equal(told, x.told) || !strings.Contains(words, x.says) {
				t.Errorf("%v is told:\n%s", told, words)
			}
		})
	}
}

// A report without its annex tells its figures in sentences: counts of which the ratio is the
// same, and what the data say there was none of, are looked for there; the plan's figure in
// brackets is not the result.
func TestSentencesAreHeldWhereTheAnnexIsNotPrinted(t *testing.T) {
	t.Parallel()
	const pdf = "BaoCao-2026.pdf"
	c, sent := printedAs(t, "none")
	for _, x := range []struct {
		name   string
		change func(m *result.Measure)
		id     string
		told   bool
	}{
		{"as it is", func(*result.Measure) {}, "1.1", false},
		{"ten times both counts", tenfold, "1.1", true},
		{"another ratio", twentyOff, "1.1", true},
		{"ten times the output of both years", tenfold, "2", true},
		{"none of what is told", func(m *result.Measure) {
			m.Nil, m.Verdict = make([]string, m.Expected), "no-data"
			m.Actual, m.Judged, m.Totals, m.Sources = nil, nil, nil, nil
			for i := range m.Nil {
				m.Nil[i] = villages[i][0]
			}
		}, "1.2", true},
	} {
		c.write(home(0, "bc.pdf"), string(sent[pdf]))
		change := func(r *result.Result) { x.change(r.Measure(x.id)) }
		c.write(home(0, "ket-qua.json"), edited(t, sent["ket-qua.json"], change))
		a, err := app.Judge(context.Background(), filepath.Join(c.dir, cityDir), nil)
		must(t, err)
		if told := slices.ContainsFunc(a.Problems, func(p diag.Problem) bool {
			return p.Code == "B967" || p.Code == "B834"
		}); told != x.told {
			t.Errorf("%s: told %v", x.name, told)
		}
	}
}

// rezipped is a file of an office in other bytes: as another program packs it, or with the
// percentages of a Word file in words.
func rezipped(t *testing.T, data []byte, spelled bool) string {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		from, err := f.Open()
		must(t, err)
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		must(t, err)
		text, err := io.ReadAll(from)
		must(t, err)
		if spelled && f.Name == "word/document.xml" {
			text = regexp.MustCompile(`[0-9,]+%`).ReplaceAll(text, []byte("hơn nửa"))
		}
		_, err = to.Write(text)
		must(t, err)
		must(t, from.Close())
	}
	must(t, w.Close())
	return out.String()
}
