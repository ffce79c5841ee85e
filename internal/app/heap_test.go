package app_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"baocao/internal/app"
	"baocao/internal/officetest"
	"baocao/internal/render/result"
	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// copyInputs copies what people put into the example, not what was made of it.
func copyInputs(t *testing.T, dir string) {
	t.Helper()
	officetest.Example(t, dir)
}

// copyExample makes a working folder like the example, to be made a mess of.
func copyExample(t *testing.T) (dir, drop string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "quan")
	copyInputs(t, dir)
	return dir, filepath.Join(dir, app.DropDir)
}

func contentOf(t *testing.T, path string) string {
	t.Helper()
	return officetest.Content(t, path)
}

func put(t testing.TB, path, content string) {
	t.Helper()
	officetest.Save(t, path, content)
}

// zipFolder packs the files of a folder and takes them away.
func zipFolder(t *testing.T, folder string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	if err := w.AddFS(os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func bytesUnder(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		all[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// verdictsOf is what a result says of each measure, without its sources.
func verdictsOf(r *result.Result) string {
	var b strings.Builder
	for _, s := range r.Sections {
		for _, i := range s.Indicators {
			b.WriteString(string(i.Verdict) + ":")
			for _, m := range i.Measures {
				b.WriteString(" " + m.ID + "=" + string(m.Verdict))
				if m.Judged != nil {
					b.WriteString("/" + *m.Judged)
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func judged(t *testing.T, dir string) *result.Result {
	t.Helper()
	a, err := app.Check(context.Background(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result.New(a)
}

// A heap as it comes in: the wards in one archive, folders in folders, files
// that are none or broken. Each is named, and the figures of the others are
// what they were.
func TestWhateverLiesInTheFolderTheOtherFilesCount(t *testing.T) {
	t.Parallel()
	before := judged(t, exampleDir)
	dir, drop := copyExample(t)
	put(t, filepath.Join(drop, "cac phuong.zip"), zipFolder(t, filepath.Join(drop, "phuong")))
	sound, err := os.ReadFile(filepath.Join(drop, "Ban To chuc.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"rong.xlsx": "", "hong/cut.xlsx": string(sound[:len(sound)/2]), "anh.xlsx": "\x89PNG\r\n\x1a\n",
		"nen.rar":      "Rar!\x1a\x07\x00",
		"bao cao.docx": "PK\x03\x04 not really", "ban ky.pdf": "%PDF-1.7\n",
		"rac.xls":   "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 half a header",
		"Thumbs.db": "x", "~$Ban To chuc.xlsx": "x", "thu.txt": "Kính gửi Quận ủy,\nxin gửi số liệu.\n",
		"a/b/c/d/trong.csv": "sep=;\n\"chua dong",
		"trong.zip":         zipOf(t, "anh.png", "\x89PNG\r\n\x1a\n", "../../ra-ngoai.xlsx", "khong phai"),
	} {
		put(t, filepath.Join(drop, name), content)
	}
	dropped := bytesUnder(t, drop)
	after := judged(t, dir)
	if got, want := verdictsOf(after), verdictsOf(before); got != want {
		t.Errorf("the figures changed:\n%s\nwant\n%s", got, want)
	}
	if after := bytesUnder(t, drop); len(after) != len(dropped) {
		t.Error("the drop folder changed")
	} else {
		for name, content := range dropped {
			if after[name] != content {
				t.Errorf("%s changed", name)
			}
		}
	}
	found := map[string]string{}
	for _, p := range after.Problems {
		if p.File != nil {
			found[strings.TrimPrefix(*p.File, app.DropDir+"/")] += p.Code + " "
		}
	}
	for file, code := range map[string]string{
		"rong.xlsx": "B110", "hong/cut.xlsx": "B120", "anh.xlsx": "B119", "nen.rar": "B113",
		"bao cao.docx": "B120", "ban ky.pdf": "B115",
		"rac.xls": "B120", "~$Ban To chuc.xlsx": "B101", "thu.txt": "B200", "a/b/c/d/trong.csv": "B143",
		"trong.zip/anh.png":       "B119",
		"trong.zip/ra-ngoai.xlsx": "B200",
	} {
		if found[file] != code+" " {
			t.Errorf("%s: %q, want %s", file, found[file], code)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "..", "ra-ngoai.xlsx")); err == nil {
		t.Error("an archive wrote outside the folder")
	}
	sources := 0
	for _, m := range after.Sections[2].Indicators {
		for _, x := range m.Measures {
			for _, s := range x.Sources {
				if strings.HasPrefix(s.File, app.DropDir+"/cac phuong.zip/phuong-") {
					sources++
				}
			}
		}
	}
	if sources == 0 {
		t.Error("no figure comes from the archive")
	}
}

func zipOf(t *testing.T, files ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The forms of the example saved by another program in other formats give the
// same observations, from the same cells.
func TestFormsSavedInOtherFormatsSayTheSame(t *testing.T) {
	t.Parallel()
	soffice, err := exec.LookPath("soffice")
	if err != nil || os.Getenv("BAOCAO_TEST_SLOW") == "" {
		t.Skip("skipped: BAOCAO_TEST_SLOW=1 or LibreOffice is absent")
	}
	before := judged(t, exampleDir)
	for _, format := range []string{"xls", "ods", "fods"} {
		dir, drop := copyExample(t)
		for _, folder := range []string{drop, filepath.Join(drop, "phuong")} {
			forms, err := filepath.Glob(filepath.Join(folder, "*.xlsx"))
			if err != nil || len(forms) == 0 {
				t.Fatal(forms, err)
			}
			args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--headless",
				"--convert-to", format, "--outdir", folder}
			if out, err := exec.Command(soffice, append(args, forms...)...).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			for _, form := range forms {
				if err := os.Remove(form); err != nil {
					t.Fatal(err)
				}
			}
		}
		after := judged(t, dir)
		if got, want := verdictsOf(after), verdictsOf(before); got != want {
			t.Errorf("%s: the figures changed:\n%s\nwant\n%s", format, got, want)
		}
		codes := func(r *result.Result) (all []string) {
			for _, p := range r.Problems {
				cell := ""
				if p.Cell != nil {
					cell = *p.Cell
				}
				all = append(all, p.Code+" "+cell)
			}
			slices.Sort(all)
			return all
		}
		if got, want := codes(after), codes(before); !slices.Equal(got, want) {
			t.Errorf("%s: problems %v, want %v", format, got, want)
		}
	}
}

// A table in an old font, of nobody we know: its repaired texts are listed all
// the same, and a text that looks like a formula stays a text.
func TestRepairedTextsAreListed(t *testing.T) {
	t.Parallel()
	dir, drop := copyExample(t)
	put(t, filepath.Join(drop, "bieu cu.csv"),
		"TT;Ch\u00D8 ti\u00AAu;Th\u00F9c hi\u00D6n\n1;=T\u00FB l\u00D6 h\u00E9 ngh\u00CCo;1,25\n")
	if _, err := app.Build(context.Background(), dir, nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(filepath.Join(dir, app.ReportDir, "SoLieu-2022.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Sửa phông chữ")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows[2:] {
		got = append(got, strings.Join(row, "|"))
	}
	want := []string{
		"1-nop-vao-day/bieu cu.csv|bieu cu|B1||TCVN3 (ABC)|Ch\u00D8 ti\u00AAu|Chỉ tiêu",
		"1-nop-vao-day/bieu cu.csv|bieu cu|C1||TCVN3 (ABC)|Th\u00F9c hi\u00D6n|Thực hiện",
		"1-nop-vao-day/bieu cu.csv|bieu cu|B2||TCVN3 (ABC)|=T\u00FB l\u00D6 h\u00E9 ngh\u00CCo|=Tỷ lệ hộ nghèo",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if formula, err := f.GetCellFormula("Sửa phông chữ", "G5"); err != nil || formula != "" {
		t.Errorf("a text became the formula %q (%v)", formula, err)
	}
}

// A ward sends its figures as a .csv from a program of 1998, in the encoding of
// the fonts of that time, under a name with its marks apart: the same figures.
func TestATableInAnOldEncodingCountsLikeTheForm(t *testing.T) {
	t.Parallel()
	before := judged(t, exampleDir)
	dir, drop := copyExample(t)
	form := filepath.Join(drop, "phuong", "phuong-bac-son.xlsx")
	data, err := os.ReadFile(form)
	if err != nil {
		t.Fatal(err)
	}
	book, problems := open.Read(context.Background(), form, data, workbook.DefaultLimits())
	if book == nil {
		t.Fatal(problems)
	}
	codes := map[rune]byte{}
	for c := 0xA1; c <= 0xFE; c++ {
		if letter, ok := viet.Decode(string(rune(c)), viet.TCVN3); ok && letter != string(rune(c)) {
			codes[[]rune(letter)[0]] = byte(c)
		}
	}
	var out []byte
	sheet := book.Sheet("Số liệu")
	for row := 1; row <= 60; row++ {
		for col := 1; col <= 9; col++ {
			if c := sheet.At(row, col); c != nil {
				text := c.Text
				if c.Kind == workbook.Number {
					text = strings.ReplaceAll(c.Number.Plain(), ".", ",")
				}
				for _, r := range strings.ReplaceAll(text, "\n", " ") {
					if r >= 0x80 && codes[r] == 0 { // capitals with a tone have no code
						r = unicode.ToLower(r)
					}
					if r >= 0x80 {
						r = cmp.Or(rune(codes[r]), '-') // dashes and the like
					}
					out = append(out, byte(r))
				}
			}
			out = append(out, ';')
		}
		out = append(out, '\r', '\n')
	}
	if err := os.Remove(form); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(drop, norm.NFD.String("Phường Bắc Sơn")+".csv"), string(out))
	after := judged(t, dir)
	if got, want := verdictsOf(after), verdictsOf(before); got != want {
		t.Errorf("the figures changed:\n%s\nwant\n%s", got, want)
	}
	for _, p := range after.Problems {
		if p.File != nil && strings.HasSuffix(*p.File, ".csv") {
			t.Errorf("%s: %s", p.Code, p.Message)
		}
	}
}
