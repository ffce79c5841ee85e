package app_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/render/docx"
	"baocao/internal/workbook"
)

// withWord is a copy of the example whose report comes as a Word file too, built.
func withWord(t *testing.T) (dir, file string) {
	t.Helper()
	dir, _ = copyExample(t)
	edit(t, filepath.Join(dir, app.OfficeFile), `(?m)^illustrative = true`, "word = true\nillustrative = true")
	built(t, dir)
	return dir, filepath.Join(dir, app.ReportDir, "BaoCao-2022.docx")
}

// inWord changes the text of word/document.xml, as a program that saves the file does.
func inWord(t *testing.T, file, to string, change func(xml string) string) {
	t.Helper()
	r, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			data = []byte(change(string(data)))
		}
		part, err := w.Create(f.Name)
		if err == nil {
			_, err = part.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// bodyOf are the texts of the paragraphs in the body of a Word file.
func bodyOf(t *testing.T, file string) (texts []string) {
	t.Helper()
	a, err := ooxml.Open([]byte(contentOf(t, file)), workbook.NewGuard(t.Context(), workbook.DefaultLimits()))
	if err != nil {
		t.Fatal(err)
	}
	e, err := docx.Read(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range e.Paragraphs {
		if text := docx.SameText(p.Text()); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

func printedOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	w, err := app.Words(t.Context(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, p := range w.Passages {
		for _, b := range p.Printed {
			all[p.ID] += compose.TextOf(b)
		}
	}
	return all
}

func take(t *testing.T, dir, file string) *app.Taken {
	t.Helper()
	taken, err := app.TakeWords(t.Context(), dir, file, nil)
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

// A leader changes three paragraphs in Word. They come back, the report is built, and
// those three and nothing else are others.
func TestThreeParagraphsEditedInWord(t *testing.T) {
	t.Parallel()
	dir, file := withWord(t)
	if taken := take(t, dir, file); taken.Took != nil || taken.Left != nil {
		t.Fatalf("nothing was changed: %+v", taken)
	}
	before := printedOf(t, dir)
	edited := filepath.Join(t.TempDir(), "sua.docx")
	inWord(t, file, edited, func(xml string) string {
		for _, change := range [][2]string{{" Kết nạp 128", " Kết nạp được 128"},
			{"Hoàn thiện cơ sở vật chất", "Hoàn chỉnh * vật chất"}, {"IV- HẠN CHẾ", "IV- HẠN CHẾ, KHUYẾT ĐIỂM"}} {
			if strings.Count(xml, change[0]) != 1 {
				t.Fatalf("%q is there %d times", change[0], strings.Count(xml, change[0]))
			}
			xml = strings.Replace(xml, change[0], change[1], 1)
		}
		return xml
	})
	if taken := take(t, dir, edited); len(taken.Took) != 3 || taken.Left != nil {
		t.Fatalf("%+v", taken)
	}
	out := built(t, dir)
	for _, p := range out.Annex.Problems {
		if strings.HasPrefix(p.Code, "B53") || strings.HasPrefix(p.Code, "B54") {
			t.Errorf("%s", p.In(diag.En))
		}
	}
	after := printedOf(t, dir)
	changed := 0
	for id, text := range after {
		if before[id] != text {
			changed++
		}
	}
	if changed != 3 || len(after) != len(before) || !strings.HasPrefix(after["chi-tieu-2"], "(2) Kết nạp được 128") {
		t.Errorf("%d of %d paragraphs are others: %q", changed, len(after), after["chi-tieu-2"])
	}
	if got, want := bodyOf(t, file), bodyOf(t, edited); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if taken := take(t, dir, file); taken.Took != nil { // built of the office's words, it gives nothing again
		t.Errorf("%+v", taken.Took)
	}
}

// Whatever a person does to the paragraphs, the report that is built afterwards says
// what the Word file said.
func TestWhateverIsDoneInWordIsPrinted(t *testing.T) {
	t.Parallel()
	dir, file := withWord(t)
	original := contentOf(t, file)
	paragraph := regexp.MustCompile(`<w:p><w:pPr>(?:[^<]|<[^/p]|</w:[^p]|<w:p[^>P])*?</w:pPr><w:bookmarkStart ` +
		`w:id="(\d+)" ` +
		`w:name="bc_[a-z0-9_]+"/>.*?</w:p><w:bookmarkEnd w:id="\d+"/>`)
	texts := regexp.MustCompile(`(<w:t[^>]*>)([^<]*)(</w:t>)`)
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 1))
		if err := os.RemoveAll(filepath.Join(dir, app.WordingDir)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(original), 0o644); err != nil {
			t.Fatal(err)
		}
		edited := filepath.Join(t.TempDir(), "sua.docx")
		inWord(t, file, edited, func(xml string) string {
			all := paragraph.FindAllString(xml, -1)
			if len(all) < 50 {
				t.Fatalf("%d paragraphs", len(all))
			}
			return paragraph.ReplaceAllStringFunc(xml, func(p string) string {
				switch random.IntN(20) {
				case 0: // changed
					return texts.ReplaceAllString(p, "${1}${2} nữa${3}")
				case 1: // deleted
					return ""
				case 2: // one added behind it
					return p + `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r>` +
						`<w:t>Đoạn mới &amp; # * 12.</w:t></w:r></w:p>`
				case 3: // typed anew, its bookmark gone with the old text
					return `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>Gõ lại cả đoạn.</w:t></w:r></w:p>`
				case 4: // cut in two
					all := texts.FindAllStringSubmatchIndex(p, -1)
					at := all[len(all)-1]
					i := at[4] + strings.LastIndex(p[at[4]:at[5]], " ")
					if i < at[4] || strings.Contains(p[i:], "</w:hyperlink>") {
						return p
					}
					return p[:i] + `</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>` +
						p[i+1:]
				case 5: // its text cleared
					return texts.ReplaceAllString(p, "")
				case 6: // two new ones
					return p + strings.Repeat(`<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>`+
						`<w:r><w:t>Ý thêm.</w:t></w:r></w:p>`, 2)
				}
				return p
			})
		})
		take(t, dir, edited)
		built(t, dir)
		number := regexp.MustCompile(`^[IVX]+- `) // of a heading, which follows its place
		got, want := bodyOf(t, file), bodyOf(t, edited)
		for i := range got {
			got[i] = number.ReplaceAllString(got[i], "")
		}
		for i := range want {
			want[i] = number.ReplaceAllString(want[i], "")
		}
		if !slices.Equal(got, want) {
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Errorf("seed %d, paragraph %d: got %q, want %q", seed, i, got[i], want[i])
					break
				}
			}
			t.Errorf("seed %d: %d paragraphs, want %d", seed, len(got), len(want))
		}
	}
}

// What cannot be taken is told: paragraphs moved, what stands outside the body, what
// hangs at the edge. Changes under review are read as accepted.
func TestWhatIsNotTakenIsTold(t *testing.T) {
	t.Parallel()
	dir, file := withWord(t)
	edited := filepath.Join(t.TempDir(), "sua.docx")
	inWord(t, file, edited, func(xml string) string {
		xml = strings.Replace(xml, "QUẬN ỦY KIẾN AN", "QUẬN ỦY KHÁC", 1)
		xml = strings.Replace(xml, " Kết nạp 128 đảng viên",
			`</w:t></w:r><w:ins w:id="900"><w:r><w:t xml:space="preserve"> Đã</w:t></w:r></w:ins>`+
				`<w:del w:id="901"><w:r><w:delText>bỏ</w:delText></w:r></w:del>`+
				`<w:r><w:rPr><w:strike/></w:rPr><w:t>gạch`+
				`</w:t></w:r>`+
				`<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:drawing/></w:r>`+
				`<w:r><w:t xml:space="preserve"> `+
				`kết nạp 139 đảng viên`, 1)
		first := regexp.MustCompile(`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart[^>]*/><w:r>` +
			`<w:t[^>]*>V- .*?</w:p><w:bookmarkEnd w:id="\d+"/>`)
		moved := first.FindString(xml)
		if moved == "" {
			t.Fatal("no heading")
		}
		return strings.Replace(strings.Replace(xml, moved, "", 1), `<w:p><w:pPr><w:pStyle w:val="Title"/>`,
			moved+`<w:p><w:pPr><w:pStyle w:val="Title"/>`, 1)
	})
	taken := take(t, dir, edited)
	var keys []string
	for _, m := range taken.Left {
		keys = append(keys, m.Key)
	}
	for _, want := range []string{"take.moved", "take.tracked", "take.struck", "take.pictures", "take.outside"} {
		if !slices.Contains(keys, want) {
			t.Errorf("%s is not told: %v", want, keys)
		}
	}
	if len(taken.Took) == 0 || !strings.HasPrefix(taken.Took[0].Now, "(2) Đã kết nạp 139 đảng viên (kế hoạch") ||
		!slices.Equal(taken.Took[0].Figures, []string{"139"}) {
		t.Errorf("%+v", taken.Took)
	}
}

// The figures have moved on since the Word file was made: what was not edited keeps
// today's, and what was has to be compared.
func TestEditsOnOldFigures(t *testing.T) {
	t.Parallel()
	dir, file := withWord(t)
	edited := filepath.Join(t.TempDir(), "sua.docx")
	inWord(t, file, edited, func(xml string) string {
		return strings.Replace(xml, " Kết nạp 128", " Đã kết nạp 128", 1)
	})
	edit(t, filepath.Join(dir, app.ResolutionFile), `"125\.\.130"`, `"126..130"`)
	taken := take(t, dir, edited)
	if len(taken.Took) != 1 || !taken.Took[0].Stale || !slices.Contains(taken.Took[0].Figures, "125") {
		t.Fatalf("%+v", taken)
	}
	codes := map[string]bool{}
	for _, p := range built(t, dir).Annex.Problems {
		codes[p.Code] = true
	}
	if !codes["B540"] {
		t.Errorf("nobody is told to compare: %v", codes)
	}
}

// A file that is none of ours, or hostile, is refused.
func TestOtherWordFilesAreRefused(t *testing.T) {
	t.Parallel()
	dir, file := withWord(t)
	other := filepath.Join(t.TempDir(), "khac.docx")
	inWord(t, file, other, func(xml string) string { return strings.ReplaceAll(xml, `w:name="bc_`, `w:name="x_`) })
	if _, err := app.TakeWords(t.Context(), dir, other, nil); err != app.ErrNotOurs {
		t.Error(err)
	}
	for _, broken := range []func(string) string{
		func(xml string) string { return xml[:len(xml)/2] },
		func(xml string) string { return `<!DOCTYPE x [<!ENTITY a "b">]>` + xml },
		func(xml string) string { return strings.Repeat("<w:p>", 100000) },
	} {
		inWord(t, file, other, broken)
		if _, err := app.TakeWords(t.Context(), dir, other, nil); err == nil {
			t.Error("a broken file was taken")
		}
	}
	old := append([]byte("{\\rtf1 "), "Báo cáo}"...)
	must(t, os.WriteFile(other, old, 0o644))
	var refused *workbook.Refusal
	if _, err := app.TakeWords(t.Context(), dir, other, nil); !errors.As(err, &refused) ||
		refused.Problem.Code != "B116" {
		t.Errorf("what kind of file it is is not told: %v", err)
	}
	inWord(t, file, other, func(xml string) string {
		return strings.Replace(xml, " Kết nạp 128", strings.Repeat(" rất dài", 40000), 1)
	})
	var much *app.TooMuchText
	if _, err := app.TakeWords(t.Context(), dir, other, nil); !errors.As(err, &much) || much.ID != "chi-tieu-2" {
		t.Errorf("a paragraph was taken that could not be read again: %v", err)
	}
	// As many names at one paragraph as nobody puts there.
	inWord(t, file, other, func(xml string) string {
		return strings.Replace(xml, "<w:body>", "<w:body><w:p>"+
			strings.Repeat(`<w:bookmarkStart w:id="x" w:name="bc_chi_tieu_2_00000000"/>`, 100000)+"</w:p>", 1)
	})
	take(t, dir, other)
}

// The same with another library, as departments' scripts use it.
func TestEditsByPython(t *testing.T) {
	t.Parallel()
	const python = "/usr/bin/python3"
	if exec.Command(python, "-c", "import docx").Run() != nil {
		t.Skip("skipped: python3-docx is absent")
	}
	dir, file := withWord(t)
	edited := filepath.Join(t.TempDir(), "sua.docx")
	const script = `import sys, docx
d = docx.Document(sys.argv[1])
for p in d.paragraphs:
    for begins, text in ((" Kết nạp", " Kết nạp được 128 đảng viên."), ("Trật tự đường hè",
	"Trật tự đường hè còn lộn xộn."),
                         ("Thực hiện Nghị quyết", "Thực hiện Nghị quyết số 02-NQ/QU, báo cáo như sau:")):
        if p.text.startswith(begins):
            p.runs[0].text = text
            for r in p.runs[1:]: r.text = ""
d.save(sys.argv[2])
`
	run := exec.CommandContext(context.Background(), python, "-c", script, file, edited)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	taken := take(t, dir, edited)
	if len(taken.Took) != 3 || taken.Left != nil {
		t.Fatalf("%+v", taken)
	}
	built(t, dir)
	if got, want := bodyOf(t, file), bodyOf(t, edited); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Reports of other years have paragraphs of the same names: taken from one, last year's
// sentence would stand in this year's report.
func TestAnotherYearsWordFile(t *testing.T) {
	t.Parallel()
	dir, file := withWord(t)
	edited := filepath.Join(t.TempDir(), "sua.docx")
	inWord(t, file, edited, func(xml string) string {
		return strings.Replace(xml, " Kết nạp 128", " Kết nạp được 128", 1)
	})
	edit(t, filepath.Join(dir, app.OfficeFile), `(?m)^issuer  = "QUẬN ỦY KIẾN AN"`, `issuer = "Quận ủy Kiến An"`)
	if taken := take(t, dir, edited); len(taken.Took) != 1 {
		t.Errorf("the office's own name in other letters: %+v", taken)
	}
	edit(t, filepath.Join(dir, app.OfficeFile), `(?m)^word = true`, "word = true\nperiod = \"6-thang\"")
	if _, err := app.TakeWords(t.Context(), dir, edited, nil); !errors.Is(err, app.ErrOtherReport) {
		t.Error(err)
	}
}
