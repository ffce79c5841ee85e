package pdf

import (
	"bytes"
	"html"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-pdf/fpdf"
	"golang.org/x/text/unicode/norm"

	"baocao/fonts"
	"baocao/internal/document"
)

// vietnamese is every letter outside ASCII, lower case and upper.
const vietnamese = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ" +
	"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"

// sample has the text in all four faces in its body, and in sixty rows of its annex.
func sample(text string) *document.Document {
	all := []document.Run{
		{Text: text + " "}, {Text: text + " ", Style: document.Bold},
		{Text: text + " ", Style: document.Italic}, {Text: text, Style: document.Bold | document.Italic},
	}
	d := &document.Document{
		Letterhead: document.Letterhead{Parent: "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", Issuer: "QUẬN ỦY KIẾN AN",
			Symbol: "BC/QU", Place: "Kiến An", Date: "ngày 20 tháng 12 năm 2022"},
		Kind: "BÁO CÁO", Title: "kết quả thực hiện Nghị quyết",
		Notice: "Số liệu minh họa",
		Body: []document.Block{
			document.Heading{Level: 1, Runs: runs("I- KẾT QUẢ", 0)},
			document.Paragraph{Runs: all}, document.Item{Runs: all},
		},
		Signature:  document.Signature{Authority: "T/M BAN CHẤP HÀNH", Position: "BÍ THƯ"},
		Recipients: []string{"Thường trực Thành ủy", "Lưu Văn phòng Quận ủy"},
		Annex: &document.Annex{Label: "Phụ lục", Title: "Kết quả", Table: document.Table{
			Columns: []document.Column{{}, {Align: document.Right}},
			Head: [][]document.Cell{{
				{Runs: runs("Chỉ tiêu đầu bảng", document.Bold)}, {Runs: runs("Số", document.Bold)},
			}},
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
	data, _, problems, err := Render(d)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	return data
}

// textOf is what a reader program copies from a file.
func textOf(t *testing.T, data []byte, how string) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("skipped: pdftotext is absent")
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", how, path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// Every letter prints in all four faces and copies as the letter it is.
func TestEveryVietnameseLetterCopiesAsText(t *testing.T) {
	t.Parallel()
	var words []string
	for i, r := range []rune(vietnamese) {
		if i%8 == 0 {
			words = append(words, "")
		}
		words[len(words)-1] += string(r)
	}
	got := textOf(t, render(t, sample(strings.Join(words, " "))), "-layout")
	for _, w := range words {
		if n := strings.Count(got, w); n < 8+60 {
			t.Errorf("%s stands %d times, want at least %d", w, n, 8+60)
		}
	}
	decomposed := render(t, sample(norm.NFD.String("Tỷ lệ hộ nghèo")))
	if got := textOf(t, decomposed, "-layout"); !strings.Contains(got, "Tỷ lệ hộ nghèo") {
		t.Error("decomposed text does not come out composed")
	}
}

// A reader program sees each word where the layout has put it, in justified
// lines too.
func TestWordsArePaintedWhereTheyWereLaid(t *testing.T) {
	t.Parallel()
	d := sample("Tỷ lệ hộ dân dùng nước sạch theo tiêu chuẩn đạt 100% kế hoạch năm, vượt 12,5% so với năm trước.")
	d.Letterhead.Number = "146" // a gap is not copied as one word
	d.Annex.Table.Rows = d.Annex.Table.Rows[:3]
	type place struct {
		page int
		word string
	}
	seen := map[place][][2]float64{} // left and lower edges
	page := 0
	boxes := regexp.MustCompile(`<page |<word xMin="([\d.]+)" .* yMax="([\d.]+)">([^<]*)</word>`)
	for _, m := range boxes.FindAllStringSubmatch(textOf(t, render(t, d), "-bbox"), -1) {
		if m[1] == "" {
			page++
			continue
		}
		x, errX := strconv.ParseFloat(m[1], 64)
		y, errY := strconv.ParseFloat(m[2], 64)
		if errX != nil || errY != nil {
			t.Fatal(m)
		}
		at := place{page, html.UnescapeString(m[3])}
		seen[at] = append(seen[at], [2]float64{x, y})
	}
	words := 0
	for n, p := range pagesOf(t, d) {
		for _, l := range linesOf(p) {
			for _, w := range l.words() {
				words++
				y := l.y + 0.216*l.frames[0].Size // as deep as the face reaches
				if !slices.ContainsFunc(seen[place{n + 1, w.text}], func(box [2]float64) bool {
					return math.Abs(box[0]-w.x) < 0.1 && math.Abs(box[1]-y) < 0.1
				}) {
					t.Errorf("page %d: %q is not painted at %.2f, %.2f", n+1, w.text, w.x, l.y)
				}
			}
		}
	}
	if words < 100 {
		t.Errorf("only %d words", words)
	}
}

// What no face can print is named, and nothing that departments paste stops a report.
func TestHostileTextIsSetAndReported(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"emoji": "tốt 😀", "cut UTF-8": "abc\xe1", "controls": "a\x00\x07b", "joiners": "a\u200d\u200cb\u00ad",
		"a word without end": strings.Repeat("dài", 4000), "empty": "", "only breaks": "\n\n\n",
		"tabs": "a\tb", "wide spaces": "a\u2003\u3000b", "right to left": "\u202eabc",
	} {
		d := sample(text)
		d.Annex.Table.Rows = d.Annex.Table.Rows[:3]
		data, layout, problems, err := Render(d)
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF")) || len(problems) > 0 {
			t.Fatalf("%s: %v %v", name, problems, err)
		}
		want := map[string][]rune{"emoji": {'😀'}, "cut UTF-8": {'\uFFFD'}}[name]
		if !slices.Equal(layout.Missing, want) { // each once
			t.Errorf("%s: missing %q", name, layout.Missing)
		}
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	t.Parallel()
	want := render(t, sample(vietnamese))
	render(t, sample("một tài liệu khác ở giữa"))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 3 {
				if data, _, _, err := Render(sample(vietnamese)); err != nil || !bytes.Equal(data, want) {
					t.Errorf("differs; %v", err)
				}
			}
		})
	}
	wg.Wait()
}

// benched is a report of six pages, one of them the annex.
func benched() *document.Document {
	d := sample(strings.Repeat("Tỷ lệ hộ dân sử dụng nước sạch theo tiêu chuẩn đạt 100% (29.850/29.850 hộ). ", 4))
	d.Body = append(d.Body, slices.Concat(d.Body, d.Body, d.Body)...)
	d.Annex.Table.Rows = d.Annex.Table.Rows[:20]
	for i := range d.Annex.Table.Rows {
		d.Annex.Table.Rows[i].Cells[0].Runs = runs("Tỷ lệ hộ dân sử dụng nước sạch", 0)
	}
	return d
}

// byLibrary paints a layout as the library does it by itself: whole faces, no structure.
func byLibrary(l *Layout) ([]byte, error) {
	p := fpdf.New("P", "pt", "A4", "")
	p.SetAutoPageBreak(false, 0)
	p.SetMargins(0, 0, 0)
	p.SetCellMargin(0)
	names := [...]string{"", "B", "I", "BI"}
	for i, data := range [...][]byte{fonts.Regular, fonts.Bold, fonts.Italic, fonts.BoldItalic} {
		p.AddUTF8FontFromBytes("serif", names[i], data)
	}
	for _, page := range l.Pages {
		orientation := "P"
		if page.Width > page.Height {
			orientation = "L"
		}
		p.AddPageFormat(orientation, fpdf.SizeType{Wd: min(page.Width, page.Height), Ht: max(page.Width, page.Height)})
		for _, f := range page.Frames {
			switch f := f.(type) {
			case Text:
				p.SetFont("serif", names[f.Style], f.Size)
				p.SetXY(f.X, f.Y-0.3*f.Size)
				align := "L"
				if f.Space != 0 {
					align = "J"
				}
				p.CellFormat(f.Width, 0, f.Text, "", 0, align, false, 0, "")
			case Line:
				p.SetLineWidth(f.Thickness)
				p.Line(f.X1, f.Y1, f.X2, f.Y2)
			case Rect:
				p.SetLineWidth(f.Thickness)
				p.SetFillColor(255-int(f.Shade), 255-int(f.Shade), 255-int(f.Shade))
				p.Rect(f.X, f.Y, f.Width, f.Height, "FD")
			}
		}
	}
	var out bytes.Buffer
	err := p.Output(&out)
	return out.Bytes(), err
}

// How many times as long the library takes by itself for a report of six pages, in the
// same minute: for all that is done, and for painting alone.
func BenchmarkPlain(b *testing.B) {
	d := benched()
	var set, own, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		l, _, err := Set(d)
		set += time.Since(start)
		start = time.Now()
		data, errOwn := Paint(l)
		own += time.Since(start)
		start = time.Now()
		other, errTheirs := byLibrary(l)
		theirs += time.Since(start)
		if err != nil || errOwn != nil || errTheirs != nil || len(l.Pages) != 6 {
			b.Fatal(len(l.Pages), err, errOwn, errTheirs)
		}
		b.ReportMetric(float64(len(other))/float64(len(data)), "times-as-large")
	}
	b.ReportMetric(float64(set+theirs)/float64(set+own), "times-as-long")
	b.ReportMetric(float64(theirs)/float64(own), "times-as-long-to-paint")
}

func BenchmarkSet(b *testing.B) {
	d := benched()
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Set(d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	d := benched()
	b.ReportAllocs()
	for b.Loop() {
		render(b, d)
	}
}

// long is a report of some two hundred pages, or of a part of them.
func long(part int) *document.Document {
	d := sample("Tỷ lệ hộ dân sử dụng nước sạch theo tiêu chuẩn đạt 100% (29.850/29.850 hộ), " +
		"vượt mục tiêu từ 98,5% trở lên.")
	one := d.Body
	for range 450 / part {
		d.Body = append(d.Body, one...)
	}
	return d
}

// Two hundred pages cost, page by page, no more than fifty.
func BenchmarkPage(b *testing.B) {
	for _, part := range []int{1, 4} {
		d := long(part)
		b.Run(strconv.Itoa(450/part), func(b *testing.B) {
			pages := 0
			for b.Loop() {
				_, l, _, err := Render(d)
				if err != nil {
					b.Fatal(err)
				}
				pages = len(l.Pages)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*pages), "µs/page")
			b.ReportMetric(float64(pages), "pages")
		})
	}
}
