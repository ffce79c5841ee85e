package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"

	"baocao/internal/document"
)

// vietnamese is every letter outside ASCII, lower case and upper.
const vietnamese = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ" +
	"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"

func sample(text string) *document.Document {
	all := []document.Run{{Text: text + " "}, {Text: text + " ", Style: document.Bold},
		{Text: text + " ", Style: document.Italic}, {Text: text, Style: document.Bold | document.Italic}}
	d := &document.Document{
		Letterhead: document.Letterhead{Parent: "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", Issuer: "QUẬN ỦY KIẾN AN", Symbol: "BC/QU", Place: "Kiến An", Date: "ngày 20 tháng 12 năm 2022"},
		Kind:       "BÁO CÁO", Title: "kết quả thực hiện Nghị quyết",
		Notice:     "Số liệu minh họa",
		Body:       []document.Block{document.Heading{Level: 1, Runs: runs("I- KẾT QUẢ", 0)}, document.Paragraph{Runs: all}, document.Item{Runs: all}},
		Signature:  document.Signature{Authority: "T/M BAN CHẤP HÀNH", Position: "BÍ THƯ"},
		Recipients: []string{"Thường trực Thành ủy", "Lưu Văn phòng Quận ủy"},
		Annex: &document.Annex{Label: "Phụ lục", Title: "Kết quả", Table: document.Table{
			Columns: []document.Column{{Width: 1}, {Width: 2, Align: document.Right}},
			Head:    [][]document.Cell{{{Runs: runs("Chỉ tiêu đầu bảng", document.Bold)}, {Runs: runs("Số", document.Bold)}}},
		}},
	}
	for range 60 {
		d.Annex.Table.Rows = append(d.Annex.Table.Rows, document.Row{Kind: document.MeasureRow,
			Cells: []document.Cell{{Runs: runs(text, 0)}, {Runs: runs("82,76", 0)}}})
	}
	return d
}

func render(t testing.TB, d *document.Document) []byte {
	t.Helper()
	data, problems, err := Render(d)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return data
}

func textOf(t *testing.T, data []byte) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not on this machine")
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// Every letter prints in all four faces and copies as the letter it is.
func TestEveryVietnameseLetterCopiesAsText(t *testing.T) {
	var words []string
	for i, r := range []rune(vietnamese) {
		if i%8 == 0 {
			words = append(words, "")
		}
		words[len(words)-1] += string(r)
	}
	got := textOf(t, render(t, sample(strings.Join(words, " "))))
	for _, w := range words {
		if n := strings.Count(got, w); n < 8+60 {
			t.Errorf("%s stands %d times, want at least %d", w, n, 8+60)
		}
	}
	if got := textOf(t, render(t, sample(norm.NFD.String("Tỷ lệ hộ nghèo")))); !strings.Contains(got, "Tỷ lệ hộ nghèo") {
		t.Error("decomposed text does not come out composed")
	}
}

func TestTheHeaderOfATableStandsOnEveryPage(t *testing.T) {
	pages := strings.Split(strings.TrimRight(textOf(t, render(t, sample("một dòng"))), "\f"), "\f")
	if len(pages) < 4 {
		t.Fatalf("%d pages; the table should need three", len(pages))
	}
	for i, page := range pages {
		if strings.Count(page, "Số liệu minh họa") != 1 {
			t.Errorf("page %d does not say that figures are illustrative", i+1)
		}
		if want := i > 0; strings.Contains(page, "Chỉ tiêu đầu bảng") != want {
			t.Errorf("page %d: header there = %v, want %v", i+1, !want, want)
		}
	}
}

// What no face can print is named, and nothing that departments paste stops a report.
func TestHostileTextIsSetAndReported(t *testing.T) {
	for name, text := range map[string]string{
		"emoji": "tốt 😀", "cut UTF-8": "abc\xe1", "controls": "a\x00\x07b", "joiners": "a\u200d\u200cb\u00ad", "a word without end": strings.Repeat("dài", 4000),
		"empty": "", "only breaks": "\n\n\n", "tabs": "a\tb", "right to left": "\u202eabc",
	} {
		data, problems, err := Render(sample(text))
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF")) {
			t.Errorf("%s: %v", name, err)
		}
		if reported := len(problems) > 0; reported != (name == "emoji" || name == "cut UTF-8") {
			t.Errorf("%s: problems %v", name, problems)
		}
		for _, p := range problems {
			if p.Key != "B600" {
				t.Errorf("%s: reported as %s", name, p.Key)
			}
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	want := render(t, sample(vietnamese))
	render(t, sample("một tài liệu khác ở giữa"))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 3 {
				if data, _, err := Render(sample(vietnamese)); err != nil || !bytes.Equal(data, want) {
					t.Errorf("differs; %v", err)
				}
			}
		})
	}
	wg.Wait()
}

// A row is never cut in two, unless it is taller than a page; then nothing of it is lost.
func TestARowTallerThanAPageIsSplitByLines(t *testing.T) {
	d := sample("x")
	long := strings.Repeat("dòng\n", 80) + "hết"
	d.Annex.Table.Rows = []document.Row{{Cells: []document.Cell{{Runs: runs(long, 0)}, {}}}}
	got := textOf(t, render(t, d))
	if n := strings.Count(got, "dòng"); n != 80 || !strings.Contains(got, "hết") {
		t.Errorf("%d of 80 lines", n)
	}
}

func TestEveryProfileHasItsLetterhead(t *testing.T) {
	for profile, want := range map[string]string{"dang-hd36": "ĐẢNG CỘNG SẢN VIỆT NAM", "dang-hd05": "ĐẢNG CỘNG SẢN VIỆT NAM", "nha-nuoc-nd30": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"} {
		d := sample("x")
		d.Profile = profile
		got := textOf(t, render(t, d))
		if !strings.Contains(got, want) {
			t.Errorf("%s lacks %s", profile, want)
		}
		if state := strings.Contains(got, "Số:"); state != (profile == "nha-nuoc-nd30") {
			t.Errorf("%s: a colon behind Số = %v", profile, state)
		}
	}
}

func FuzzRender(f *testing.F) {
	f.Add("Tỷ lệ 12% 😀\xe1\n\u00a0x/y")
	f.Fuzz(func(t *testing.T, text string) {
		d := sample("x")
		d.Annex.Table.Rows = d.Annex.Table.Rows[:1]
		d.Body = append(d.Body, document.Paragraph{Runs: []document.Run{{Text: text, Style: document.Gap}}})
		d.Title = text
		if _, _, err := Render(d); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkRender(b *testing.B) {
	d := sample(strings.Repeat("Tỷ lệ hộ dân sử dụng nước sạch theo tiêu chuẩn đạt 100%. ", 20))
	d.Annex.Table.Rows = d.Annex.Table.Rows[:20]
	b.ReportAllocs()
	for b.Loop() {
		render(b, d)
	}
}

// A heading over a heading over a text: all three begin on one page, wherever
// the page ends.
func TestHeadingsAreNotLeftAtTheFootOfAPage(t *testing.T) {
	for filler := 14; filler < 30; filler++ {
		d := sample("x")
		d.Body, d.Annex = nil, nil
		for range filler {
			d.Body = append(d.Body, document.Paragraph{Runs: runs("Một dòng chữ.", 0)})
		}
		d.Body = append(d.Body, document.Heading{Level: 1, Runs: runs("V- PHẦN", 0)}, document.Heading{Level: 2, Runs: runs("1. Mục", 0)}, document.Paragraph{Runs: runs("Nội dung đầu tiên.", 0)})
		for n, page := range strings.Split(textOf(t, render(t, d)), "\f") {
			if has := strings.Count(page, "V- PHẦN") + strings.Count(page, "1. Mục") + strings.Count(page, "Nội dung đầu tiên."); has != 0 && has != 3 {
				t.Errorf("after %d lines page %d has %d of the three", filler, n+1, has)
			}
		}
	}
}
