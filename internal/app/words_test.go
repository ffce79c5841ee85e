package app_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"baocao/internal/app"
	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/document"
	"baocao/internal/returns"
	"baocao/templates"
)

// ownWords puts the office's own copy of every file of texts into its folder,
// each text begun with a mark.
func ownWords(t *testing.T, dir, mark string) {
	t.Helper()
	folder := filepath.Join(dir, app.WordingDir, "tu-ngu")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(templates.FS, "tu-ngu/*.toml")
	if err != nil || len(names) < 7 {
		t.Fatal(names, err)
	}
	short := regexp.MustCompile(`(?m)^(\S+ *= *")([^"\n]{1,240}")`)
	for _, name := range names {
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		data = short.ReplaceAll(data, []byte("${1}"+mark+"${2}"))
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(name)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Wording that Word or Notepad wrote is read as it was meant.
func TestWordingOfOtherPrograms(t *testing.T) {
	t.Parallel()
	dir := copyOfExample(t)
	folder := filepath.Join(dir, app.WordingDir)
	must(t, os.MkdirAll(folder, 0o755))
	var word bytes.Buffer
	z := zip.NewWriter(&word)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.` +
			`wordprocessingml.document.main+xml"/></Types>`,
		"word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
			`<w:body><w:p><w:r><w:t>Lời mở đầu năm {{.Nam}}.</w:t></w:r></w:p>` +
			`<w:p><w:r><w:t>Đoạn hai.</w:t></w:r></w:p></w:body></w:document>`,
	} {
		f, err := z.Create(name)
		must(t, err)
		_, err = f.Write([]byte(text))
		must(t, err)
	}
	must(t, z.Close())
	must(t, os.WriteFile(filepath.Join(folder, "mo-dau.docx"), word.Bytes(), 0o644))
	wide := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune("Bối cảnh\r\nhai dòng.\r\n")) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	must(t, os.WriteFile(filepath.Join(folder, "boi-canh.txt"), wide, 0o644))
	p, problems, err := app.Open(dir)
	must(t, err)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	d, problems := compose.Report(assess.Consolidate(p, nil, nil, nil))
	var texts []string
	for _, b := range d.Body[:4] {
		switch b := b.(type) {
		case document.Paragraph:
			texts = append(texts, b.Runs[0].Text)
		case document.Heading:
			texts = append(texts, b.Runs[0].Text)
		}
	}
	want := []string{"Lời mở đầu năm 2022.", "Đoạn hai.", "I- ĐÁNH GIÁ CHUNG", "Bối cảnh hai dòng."}
	if !slices.Equal(texts, want) || len(problems) > 0 {
		t.Errorf("%q, want %q; %v", texts, want, problems)
	}
}

// An office that words everything its own way gets its words, and not one figure,
// verdict or problem else. Its forms are read as ours are, those sent out
// before as well.
func TestTheOfficesOwnWordsChangeNoFigure(t *testing.T) {
	t.Parallel()
	dir := copyOfExample(t)
	ownWords(t, dir, "Zz")
	out, err := app.Build(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range out.Annex.Problems {
		if strings.HasPrefix(p.Code, "B5") || strings.HasPrefix(p.Code, "B6") {
			t.Errorf("%s: %s", p.At, p.In(diag.En))
		}
	}
	got, err := os.ReadFile(filepath.Join(dir, app.ReportDir, "ket-qua.json"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(exampleDir, app.ReportDir, "ket-qua.json"))
	if err != nil {
		t.Fatal(err)
	}
	// Its end names the other files, whose words are others.
	got, _, _ = bytes.Cut(got, []byte(`"outputs"`))
	want, _, cut := bytes.Cut(want, []byte(`"outputs"`))
	if !cut || !bytes.Equal(got, want) {
		t.Error("ket-qua.json is another")
	}
	f, err := excelize.OpenFile(filepath.Join(dir, app.ReportDir, "SoLieu-2022.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		if !strings.HasPrefix(name, "Zz") {
			t.Errorf("the sheet %s has not the office's name", name)
		}
	}
	receipts, err := filepath.Glob(filepath.Join(dir, app.JournalDir, "bien-nhan", "*.txt"))
	if err != nil || len(receipts) == 0 {
		t.Fatal(receipts, err)
	}
	receipt, err := os.ReadFile(receipts[0])
	if err != nil || !strings.HasPrefix(string(receipt), "\uFEFFZzBIÊN NHẬN SỐ LIỆU\r\nZzĐơn vị: ") {
		t.Errorf("%v: %.100s", err, receipt)
	}

	// The forms, filled and read.
	p, problems, err := app.Open(dir)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	plain, _, err := app.Open(exampleDir)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range exampleReturns {
		path := filepath.Join(dir, app.DropDir, filepath.FromSlash(r.file))
		read := func() returns.Return {
			seen, err := app.Inspect(context.Background(), path, dir)
			if err != nil {
				t.Fatal(err)
			}
			return seen[0].Return
		}
		filled, ours := fill(t, p, r), fill(t, plain, r)
		if err := os.WriteFile(path, ours, 0o644); err != nil {
			t.Fatal(err)
		}
		before := read()
		if bytes.Equal(filled, ours) {
			t.Errorf("the form of %s has none of the office's words", r.unit)
		}
		if err := os.WriteFile(path, filled, 0o644); err != nil {
			t.Fatal(err)
		}
		after := read()
		if after.Unit != before.Unit || after.Status != before.Status ||
			!slices.EqualFunc(after.Observations, before.Observations, sameAnswer) ||
			!slices.Equal(after.Remarks, before.Remarks) {
			t.Errorf("%s: read as %+v, before as %+v", r.file, after, before)
		}
	}
}

func sameAnswer(a, b returns.Observation) bool {
	return a.Key == b.Key && a.Answer == b.Answer && a.Value.Equal(b.Value) && a.Text == b.Text &&
		a.How == b.How && a.At == b.At
}

// What is wrong in the office's words is told by every command that opens the
// folder, and stops none.
func TestABrokenWordingStopsNothing(t *testing.T) {
	t.Parallel()
	dir := copyOfExample(t)
	ownWords(t, dir, "")
	edit(t, filepath.Join(dir, app.WordingDir, "tu-ngu", "so-lieu.toml"), `"Nguồn số liệu"`, `"Nguồn [số liệu]"`)
	edit(t, filepath.Join(dir, app.WordingDir, "tu-ngu", "bieu-mau.toml"), `Bắt buộc"`, `Bắt buộc`)
	forms, err := app.Forms(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	out, err := app.Build(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	letter, err := app.Mail(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	reminders, err := app.Remind(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, notes := range map[string][]diag.Message{"mail": letter.Notes, "mail --remind": reminders.Notes} {
		for _, code := range []string{"B505", "B510"} {
			if !slices.ContainsFunc(notes, func(m diag.Message) bool { return strings.Contains(m.In(diag.Vi), code) }) {
				t.Errorf("%s does not tell %s", name, code)
			}
		}
	}
	for name, problems := range map[string][]diag.Problem{"forms": forms.Problems, "build": out.Annex.Problems} {
		for code, file := range map[string]string{
			"B505": "loi-van/tu-ngu/bieu-mau.toml", "B510": "loi-van/tu-ngu/so-lieu.toml"} {
			if !slices.ContainsFunc(problems, func(p diag.Problem) bool {
				return p.Code == code && p.At.File == file && p.At.Line > 0
			}) {
				t.Errorf("%s does not tell %s of %s", name, code, file)
			}
		}
	}
}
