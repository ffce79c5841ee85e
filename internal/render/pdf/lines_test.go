package pdf

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"baocao/internal/document"
	"baocao/internal/form"
)

func newSetter(t testing.TB) *setter {
	t.Helper()
	set, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	rules, err := form.Named("")
	if err != nil {
		t.Fatal(err)
	}
	return &setter{doc: &document.Document{}, form: rules, faces: set, missing: map[rune]bool{}, leading: leading,
		pages: []Page{{Width: 210 * mm, Height: 297 * mm}}}
}

// Where lines never end: _ stands for such a space.
func TestWhatIsReadAsOneStaysOnOneLine(t *testing.T) {
	t.Parallel()
	s := newSetter(t)
	for _, text := range []string{
		"Nghị quyết số_02-NQ/QU, ngày_20/12/2021 của Ban Chấp hành",
		"chỉ tiêu số_(10) số trường học", "từ ngày_05 tháng_02 năm_2026 đến nay",
		"giai đoạn 2021_-_2025 (theo chuẩn)", "mục tiêu 1.000_-_1.200 doanh nghiệp", "Văn hóa_- xã hội",
		"đạt mục tiêu 45,87% (±_0,5 điểm phần trăm)", "chỉ tiêu ≥_80 trở lên",
		"theo Điều_5, khoản_2 của quy định", "trong quý_I năm sau", "đô thị loại_I: đang thực hiện",
		"chiếm 12_% kế hoạch", "hao hụt 3_‰.", "nhiệt độ 25_°C",
		"đồng chí_Phạm Văn_K. đã dự", "do Nguyễn_V._Hà ký", "GS._TS._Lê Hà", "TP._Hải Phòng",
		"Kiến An, ngày_20 tháng_12 năm_2022", "Ban Chấp hành Đảng bộ quận", "năm nay tăng 5% so với",
	} {
		words := s.words(runs(strings.ReplaceAll(text, "_", " "), 0), bodySize, 1000)
		got := words[0].text()
		for _, w := range words[1:] {
			got += map[join]string{spaced: " ", glued: "_"}[w.before] + w.text()
		}
		if got != text {
			t.Errorf("%s, want %s", got, text)
		}
	}
}

// A figure and what it counts are parted only where a line would stay open otherwise.
func TestAFigureIsPartedFromItsUnitOnlyAtAPrice(t *testing.T) {
	t.Parallel()
	s := newSetter(t)
	for text, want := range map[string][]float64{
		"02 trường":               {costOfCount},
		"3.500 tỷ đồng, đạt":      {costOfMeasure, costOfCount, 0},
		"hơn 3.500 tỷ đồng":       {costOfHinge, costOfMeasure, 2 * costOfMeasure},
		"(48/58 tổ chức)":         {costOfCount, 0},
		"tăng 21,37% so với":      {costOfHinge, 0, 0},
		"đạt 100 và vượt":         {costOfHinge, 0, 0},
		"năm 2021 tăng nhanh":     {0, 0, 0},
		"Covid-19 và bão số":      {0, 0, 0},
		"vốn 12.604.850, thu 5 m": {0, 0, 0, costOfMeasure},
	} {
		var got []float64
		for _, w := range s.words(runs(text, 0), bodySize, 1000)[1:] {
			got = append(got, w.cost)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// Of all ways to break a short text the cheapest is found.
func TestLinesAreTheBestOfAll(t *testing.T) {
	t.Parallel()
	s := newSetter(t)
	random := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("tỷ lệ 48/58 nghiêng trở lên đạt 12,5% 3.500 tỷ đồng - năm 2022 ± 5 và")
	for range 300 {
		var text []string
		for range 2 + random.IntN(10) {
			text = append(text, syllables[random.IntN(len(syllables))])
		}
		words := s.words(runs(strings.Join(text, " "), 0), bodySize, 100)
		how := []align{alignBoth, alignLeft, alignCentre}[random.IntN(3)]
		const first, rest = 80.0, 100.0
		cost := func(ends []int) float64 {
			sum, from := 0.0, 0
			for _, to := range ends {
				l := setLine{words: words[from:to], last: to == len(words)}
				for i, w := range l.words {
					if i > 0 {
						l.width += w.gap
						l.space += w.gap
					}
					l.width += w.width
				}
				room := rest
				if from == 0 {
					room = first
				}
				if to > from+1 && !l.fits(room, how) {
					return math.Inf(1)
				}
				sum += l.cost(room, how, from == 0) + breakCost(words, to)
				from = to
			}
			return sum
		}
		best := math.Inf(1)
		for set := range 1 << (len(words) - 1) {
			var ends []int
			for i := range len(words) - 1 {
				if set&(1<<i) != 0 {
					ends = append(ends, i+1)
				}
			}
			best = min(best, cost(append(ends, len(words))))
		}
		var ends []int
		for _, l := range lines(words, first, rest, how) {
			ends = append(ends, len(l.words))
			if n := len(ends); n > 1 {
				ends[n-1] += ends[n-2]
			}
		}
		if got := cost(ends); math.Abs(got-best) > 1e-6*best {
			t.Errorf("%q, %v: lines end at %v and cost %g; the best cost %g", text, how, ends, got, best)
		}
	}
}

// Spaces get narrower by a fifth at most, and a line whose spaces would get twice as
// wide is left as it is.
func TestSpacesKeepTheirMeasure(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	d := plain(0)
	syllables := strings.Fields("tỷ lệ hộ nghèo giảm nghiêng 12.604.850 Covid-19 (29.850/29.850 ít")
	for range 60 {
		var text []string
		for range 5 + random.IntN(60) {
			text = append(text, syllables[random.IntN(len(syllables))])
		}
		d.Body = append(d.Body, document.Paragraph{Runs: runs(strings.Join(text, " "), 0)})
	}
	narrower, wider := 0, 0
	for _, p := range pagesOf(t, d) {
		for _, f := range textsOf(p) {
			switch by := f.Space / (0.25 * f.Size); {
			case by < -shrinks-0.01, by > loosest+0.01:
				t.Errorf("spaces wider by %.2f: %s", by, f.Text)
			case by < 0:
				narrower++
			case by > 0:
				wider++
			}
		}
	}
	if narrower < 20 || wider < 20 {
		t.Errorf("%d lines narrower, %d wider", narrower, wider)
	}
}

// A paragraph does not end in one word where the line before can give another.
func TestALastLineIsSeldomOneWord(t *testing.T) {
	t.Parallel()
	d := plain(0)
	for n := range 30 {
		text := "Sản xuất công nghiệp, xây dựng do quận quản lý phục hồi nhanh sau dịch bệnh" +
			strings.Repeat("h", n) + " ở"
		d.Body = append(d.Body, document.Item{Runs: runs(text, 0)})
	}
	alone := 0
	for _, p := range pagesOf(t, d) {
		for _, l := range linesOf(p) {
			if near(l.x, 30*mm) && l.text() == "ở" {
				alone++
			}
		}
	}
	if alone > 0 {
		t.Errorf("%d of 30 paragraphs end in one word", alone)
	}
}

// An address goes on on the next line behind one of its marks, and the line before
// it is as full as others.
func TestAddressesAndLongWordsBreakBehindTheirMarks(t *testing.T) {
	t.Parallel()
	const file = "bao-cao-so-lieu-cua-cac-phuong_2022.final.xlsx"
	const url = "https://kienan.haiphong.gov.vn/tin-tuc/bao-cao-ket-qua-thuc-hien-nghi-quyet-02-nq-qu.html"
	d := plain(0)
	d.Body = []document.Block{
		document.Paragraph{Runs: runs("Số liệu công bố tại địa chỉ "+url+" của quận.", 0)},
		document.Item{Runs: runs("Từ dài: "+strings.Repeat("khôngdấucách", 9), 0)},
		document.Paragraph{Runs: runs("Tổng hợp tại "+file+" ở thư mục chung của cơ quan.", 0)},
	}
	page := pagesOf(t, d)[0]
	all := strings.ReplaceAll(textOfPage(page), "\n", "")
	for _, text := range []string{url, strings.Repeat("khôngdấucách", 9), file} {
		if !strings.Contains(all, text) {
			t.Errorf("%s is not on the page:\n%s", text, textOfPage(page))
		}
	}
	for _, l := range linesOf(page) {
		if by := l.frames[0].Space / (0.25 * l.frames[0].Size); by > 0.8 {
			t.Errorf("spaces wider by %.2f: %s", by, l.text())
		}
		if i := strings.Index(l.text(), "https:"); i >= 0 && (strings.HasSuffix(l.text(), "https:/") ||
			!strings.ContainsAny(l.text()[len(l.text())-1:], "/.-")) {
			t.Errorf("the address ends its line as %q", l.text())
		}
	}
}

// What programs put for other letters is printed as these, and the bullets of lists
// as the dash of ours.
func TestSignsAreReplacedByThoseOfTheFaces(t *testing.T) {
	t.Parallel()
	d := plain(0)
	for _, text := range []string{"● Nồng độ PM2.5 đạt 25 μg/m³ ở 25℃", "▪ Ý hai", "☑ Ý ba", "\uF0B7 Ý bốn", "✓Ý năm"} {
		d.Body = append(d.Body, document.Item{Runs: runs(text, 0)})
	}
	d.Body = append(d.Body, document.Paragraph{Runs: runs("● Đoạn\n• Dòng hai có ● ở giữa; "+
		"chữ non\u2011breaking, ﬁ và ﬂ, Ω α М с\uFE0F", 0)},
		document.Paragraph{Runs: runs("-2,5% là mức giảm; ●5 thì không", 0)})
	l, _, err := Set(d)
	if err != nil || len(l.Missing) > 0 {
		t.Fatalf("%q %v", l.Missing, err)
	}
	page := textOfPage(l.Pages[0])
	for _, line := range []string{"- Nồng độ PM2.5 đạt 25 μg/m³ ở 25°C", "- Ý hai", "- Ý ba", "- Ý bốn", "- Ý năm",
		"- Đoạn", "- Dòng hai có ● ở giữa; chữ non-breaking, fi và fl, Ω α М с", "-2,5% là mức giảm; ●5 thì không"} {
		if !strings.Contains(page, line+"\n") {
			t.Errorf("no line %q in\n%s", line, page)
		}
	}
}

// Every letter that the faces have is printed, but for those that need more than to
// be put in a row.
func TestNoLetterOfTheFacesIsForgotten(t *testing.T) {
	t.Parallel()
	set, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	s := newSetter(t)
	parsed, err := sfnt.Parse(set[0].data)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	forgotten := map[string]int{}
	for r := rune(0x20); r <= 0xFFFF; r++ {
		g, err := parsed.GlyphIndex(&buf, r)
		if err != nil || g == 0 || set[0].prints(r) || s.clean(string(r)) != "?" {
			continue
		}
		if _, err := parsed.GlyphAdvance(&buf, g, fixed.I(1000), font.HintingNone); err == nil {
			forgotten[fmt.Sprintf("%02X", r>>8)]++
		}
	}
	delete(forgotten, "05") // Hebrew, which runs to the left
	delete(forgotten, "FB")
	delete(forgotten, "A7") // linguists' signs of tone
	delete(forgotten, "F0") // of no meaning outside this face
	delete(forgotten, "FE") // halves of marks
	delete(forgotten, "FF") // the place of an object
	if len(forgotten) > 0 {
		t.Errorf("by their block: %v", forgotten)
	}
}
