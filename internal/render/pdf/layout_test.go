package pdf

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"baocao/internal/document"
	"baocao/internal/form"
)

// What a reader sees of frames: lines, and words at their places.

type seenLine struct {
	frames   []Text
	x, right float64
	y        float64 // baseline
}

type seenWord struct {
	text string
	x    float64
}

func pagesOf(t testing.TB, d *document.Document) []Page {
	t.Helper()
	l, _, err := Set(d)
	if err != nil {
		t.Fatal(err)
	}
	return l.Pages
}

func textsOf(p Page) []Text { return framesOf[Text](p) }

func framesOf[F Frame](p Page) []F {
	var out []F
	for _, f := range p.Frames {
		if f, ok := f.(F); ok {
			out = append(out, f)
		}
	}
	return out
}

// linesOf joins texts that follow each other without a step between them.
func linesOf(p Page) []seenLine {
	var out []seenLine
	for _, t := range textsOf(p) {
		if n := len(out); n > 0 && out[n-1].y == t.Y && near(out[n-1].right, t.X) {
			out[n-1].frames = append(out[n-1].frames, t)
			out[n-1].right = t.X + t.Width
			continue
		}
		out = append(out, seenLine{frames: []Text{t}, x: t.X, right: t.X + t.Width, y: t.Y})
	}
	return out
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func (l seenLine) text() string {
	var b strings.Builder
	for _, t := range l.frames {
		b.WriteString(t.Text)
	}
	return b.String()
}

func (l seenLine) centre() float64 { return (l.x + l.right) / 2 }

func (l seenLine) words() []seenWord {
	set, _ := faces()
	var out []seenWord
	open := false
	for _, t := range l.frames {
		f, x := set.of(t.Style), t.X
		for i, part := range strings.Split(t.Text, " ") {
			if i > 0 {
				x += f.measure(" ", t.Size) + t.Space + t.Track
				open = false
			}
			if part == "" {
				continue
			}
			if open {
				out[len(out)-1].text += part
			} else {
				out = append(out, seenWord{text: part, x: x})
			}
			x += f.measure(part, t.Size) + t.Track*float64(utf8.RuneCountInString(part))
			open = true
		}
	}
	return out
}

func textOfPage(p Page) string {
	var b strings.Builder
	for _, l := range linesOf(p) {
		b.WriteString(l.text() + "\n")
	}
	return b.String()
}

// lineWith is the first line that has the text; the test ends without one.
func lineWith(t *testing.T, p Page, text string) seenLine {
	t.Helper()
	for _, l := range linesOf(p) {
		if strings.Contains(l.text(), text) {
			return l
		}
	}
	t.Fatalf("no line has %q in\n%s", text, textOfPage(p))
	return seenLine{}
}

// plain is a document of that many paragraphs of one line.
func plain(paragraphs int) *document.Document {
	d := sample("x")
	d.Body, d.Annex = nil, nil
	for range paragraphs {
		d.Body = append(d.Body, document.Paragraph{Runs: runs("Một dòng chữ.", 0)})
	}
	return d
}

func TestTheLetterheadStandsInTwoCentredColumns(t *testing.T) {
	t.Parallel()
	d := sample("x")
	d.Draft = true
	page := pagesOf(t, d)[0]
	parent := lineWith(t, page, d.Letterhead.Parent)
	for _, text := range []string{d.Letterhead.Issuer, "*", "-BC/QU", "Dự thảo"} {
		if l := lineWith(t, page, text); !near(l.centre(), parent.centre()) {
			t.Errorf("%s is centred at %.1f, the column at %.1f", text, l.centre(), parent.centre())
		}
	}
	party, date := lineWith(t, page, "ĐẢNG CỘNG SẢN VIỆT NAM"), lineWith(t, page, "Kiến An, ngày 20 tháng 12 năm 2022")
	if !near(party.centre(), date.centre()) {
		t.Errorf("the date is centred at %.1f, its column at %.1f", date.centre(), party.centre())
	}
	if date.frames[0].Style != document.Italic || date.y <= party.y {
		t.Errorf("the date line: %+v", date)
	}
	if party.y > parent.y+5 || party.x < parent.right {
		t.Errorf("the columns: %+v, %+v", parent, party)
	}
	rule := framesOf[Line](page)[0]
	if !near(rule.X1, party.x) || !near(rule.X2, party.right) || rule.Y1 < party.y || rule.Y1 > party.y+8 {
		t.Errorf("the rule %+v does not lie under %+v", rule, party)
	}
	kind := lineWith(t, page, "BÁO CÁO")
	if middle := (30*mm + page.Width - 15*mm) / 2; !near(kind.centre(), middle) || kind.y < date.y {
		t.Errorf("the kind is centred at %.1f, the text at %.1f", kind.centre(), middle)
	}
}

func TestEveryProfileHasItsLetterhead(t *testing.T) {
	t.Parallel()
	for profile, want := range map[string]string{
		"dang-hd36":     "ĐẢNG CỘNG SẢN VIỆT NAM",
		"dang-hd05":     "ĐẢNG CỘNG SẢN VIỆT NAM",
		"nha-nuoc-nd30": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
	} {
		d := sample("x")
		d.Profile = profile
		got := textOfPage(pagesOf(t, d)[0])
		if !strings.Contains(got, want) {
			t.Errorf("%s lacks %s", profile, want)
		}
		if state := strings.Contains(got, "Số:"); state != (profile == "nha-nuoc-nd30") {
			t.Errorf("%s: a colon behind Số = %v", profile, state)
		}
	}
}

func TestPagesAreNumberedFromTheSecondOnAndAllHaveTheNotice(t *testing.T) {
	t.Parallel()
	d := plain(60)
	d.Notice = strings.Repeat("Số liệu minh họa, chỉ dùng để thử. ", 6)
	for n, p := range pagesOf(t, d) {
		numbered := slices.ContainsFunc(linesOf(p), func(l seenLine) bool {
			return l.text() == fmt.Sprint(n+1) && l.y < 20*mm && near(l.centre(), (p.Width+15*mm)/2)
		})
		if numbered != (n > 0) {
			t.Errorf("page %d has its number = %v", n+1, numbered)
		}
		notice := strings.Join(strings.Fields(textOfPage(p)), " ")
		if !strings.Contains(notice, strings.TrimSpace(d.Notice)) {
			t.Errorf("page %d lacks the notice", n+1)
		}
		y := p.Height - 20*mm
		for _, l := range linesOf(p) {
			if strings.Contains(l.text(), "Số liệu") {
				if l.y <= y {
					t.Errorf("page %d: %q stands above the line before it", n+1, l.text())
				}
				y = l.y
			}
		}
		if !near(y, p.Height-9*mm) {
			t.Errorf("page %d: the notice ends at %.1f", n+1, y)
		}
	}
}

// Full lines reach the right margin by wider spaces; the last line of a
// paragraph and a line before a break do not.
func TestJustifiedLinesReachTheMargin(t *testing.T) {
	t.Parallel()
	d := plain(0)
	text := strings.TrimSpace(strings.Repeat("tỷ lệ hộ nghèo giảm còn ", 20))
	d.Body = []document.Block{document.Paragraph{Runs: runs(text+"\nsau ngắt dòng "+text, 0)}}
	page := pagesOf(t, d)[0]
	lines := linesOf(page)
	at := func(text string) int {
		return slices.IndexFunc(lines, func(l seenLine) bool { return l.text() == text })
	}
	body := lines[at("-----")+1 : at("Nơi nhận:")]
	if len(body) < 8 {
		t.Fatalf("%d lines", len(body))
	}
	for i, l := range body {
		unstretched := i == len(body)-1 || strings.HasPrefix(body[i+1].text(), "sau")
		if reaches := near(l.right, page.Width-15*mm); reaches == unstretched {
			t.Errorf("line %d, %q, ends at %.1f", i, l.text(), l.right)
		}
		if stretched := l.frames[0].Space != 0; stretched == unstretched {
			t.Errorf("line %d, %q: spaces wider by %.2f", i, l.text(), l.frames[0].Space)
		}
		if left := map[bool]float64{true: 40 * mm, false: 30 * mm}[i == 0]; !near(l.x, left) {
			t.Errorf("line %d begins at %.1f, want %.1f", i, l.x, left)
		}
	}
}

func TestAGapToFillInIsMarkedAlongItsWholeLength(t *testing.T) {
	t.Parallel()
	d := plain(0)
	d.Body = []document.Block{document.Paragraph{Runs: []document.Run{
		{Text: "Nguyên nhân: "}, {Text: "đơn vị điền vào đây", Style: document.Gap}, {Text: "."},
	}}}
	page := pagesOf(t, d)[0]
	texts := textsOf(page)
	i := slices.IndexFunc(texts, func(t Text) bool { return strings.Contains(t.Text, "đơn vị điền vào đây") })
	if i < 0 {
		t.Fatal(textOfPage(page))
	}
	var dashed []Line
	for _, l := range framesOf[Line](page) {
		if l.Dash > 0 {
			dashed = append(dashed, l)
		}
	}
	if len(dashed) != 1 || !near(dashed[0].X1, texts[i].X) || !near(dashed[0].X2, texts[i].X+texts[i].Width) ||
		dashed[0].Y1 < texts[i].Y {
		t.Errorf("%+v under %+v", dashed, texts[i])
	}
}

func TestATitleHasNoLastLineOfOneWord(t *testing.T) {
	t.Parallel()
	d := plain(0)
	d.Title = strings.Repeat("kết quả thực hiện ", 4) + "nghị quyết số hai"
	var title []seenLine
	for _, l := range linesOf(pagesOf(t, d)[0]) {
		if strings.Contains(l.text(), "quả") || strings.Contains(l.text(), "nghị quyết") {
			title = append(title, l)
		}
	}
	if len(title) != 2 {
		t.Fatalf("%d lines", len(title))
	}
	if a, b := title[0].right-title[0].x, title[1].right-title[1].x; b < a/2 {
		t.Errorf("lines of %.0f and %.0f points", a, b)
	}
	d.Title = strings.Repeat("dài", 18)
	if got := textOfPage(pagesOf(t, d)[0]); !strings.Contains(got, strings.Repeat("dài", 18)) {
		t.Errorf("a word that fits is cut:\n%s", got)
	}
}

// Names of offices too long for their column break by sense, and no line is a part of a
// place's name alone.
func TestNamesOfOfficesBreakBySense(t *testing.T) {
	t.Parallel()
	for _, profile := range []string{"dang-hd36", "nha-nuoc-nd30"} {
		for _, name := range []string{
			"ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP THÀNH PHỐ HẢI PHÒNG",
			"ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG THÀNH PHỐ HẢI PHÒNG", "ỦY BAN NHÂN DÂN QUẬN KIẾN AN THÀNH PHỐ HẢI PHÒNG",
			"BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG NAM SƠN, QUẬN KIẾN AN", "ĐẢNG BỘ XÃ VĨNH BẢO",
			"ĐẢNG ỦY BỆNH VIỆN ĐA KHOA QUẬN KIẾN AN THÀNH PHỐ HẢI PHÒNG",
		} {
			d := plain(0)
			d.Profile, d.Letterhead.Parent, d.Letterhead.Issuer = profile, name, name
			for _, l := range linesOf(pagesOf(t, d)[0]) {
				text := l.text()
				if l.y > 120 || l.x > 110*mm || !strings.Contains(name, text) {
					continue
				}
				parted := func(first string) bool { return strings.HasSuffix(text, " "+first) }
				firsts := []string{"HẢI", "KIẾN", "THÀNH", "NAM"}
				if !strings.Contains(text, " ") || slices.ContainsFunc(firsts, parted) {
					t.Errorf("%s: a line of %s is %q", profile, name, text)
				}
			}
		}
	}
}

// A heading over a heading over a text or a table: all begin on one page,
// wherever the page ends.
func TestHeadingsAreNotLeftAtTheFootOfAPage(t *testing.T) {
	t.Parallel()
	table := document.Table{
		Columns: []document.Column{{}},
		Head:    [][]document.Cell{{{Runs: runs("Đầu bảng\nhai dòng", 0)}}},
		Rows:    []document.Row{{Cells: []document.Cell{{Runs: runs("Nội dung đầu tiên.", 0)}}}},
	}
	for name, below := range map[string][]document.Block{
		"text":  {document.Paragraph{Runs: runs("Nội dung đầu tiên.", 0)}},
		"table": {table, document.Paragraph{Runs: runs("Sau bảng.", 0)}},
	} {
		moved := 0
		for filler := 14; filler < 36; filler++ {
			d := plain(filler)
			d.Body = append(d.Body, document.Heading{Level: 1, Runs: runs("V- PHẦN", 0)},
				document.Heading{Level: 2, Runs: runs("1. Mục", 0)})
			d.Body = append(d.Body, below...)
			for n, p := range pagesOf(t, d) {
				page := textOfPage(p)
				has := 0
				for _, text := range []string{"V- PHẦN", "1. Mục", "Nội dung đầu tiên."} {
					has += strings.Count(page, text)
				}
				if has != 0 && has != 3 {
					t.Errorf("%s after %d lines: page %d has %d of the three", name, filler, n+1, has)
				}
				if has == 3 && n > 0 {
					moved++
				}
			}
		}
		if moved == 0 || moved == 22 {
			t.Errorf("%s: on the second page in %d of 22 cases; the end of the page is not met", name, moved)
		}
	}
}

// The block at the end is never cut, and two lines of the body go with it.
func TestTheSignatureStaysWholeWithTheEndOfTheBody(t *testing.T) {
	t.Parallel()
	ends := []string{"Nơi nhận:", "- Thường trực Thành ủy,", "- Lưu Văn phòng Quận ủy.", "T/M BAN CHẤP HÀNH",
		"PHÓ BÍ THƯ THƯỜNG TRỰC", "KIÊM CHỦ TỊCH", "Nguyễn Văn Ký"}
	lines := []string{"Dòng đầu.", "Dòng áp chót.", "Dòng cuối cùng."}
	for name, last := range map[string]document.Block{
		"text":      document.Paragraph{Runs: runs(strings.Join(lines, "\n"), 0)},
		"long text": document.Paragraph{Runs: runs("một\nhai\nba\nbốn\n"+strings.Join(lines[1:], "\n"), 0)},
		"table": document.Table{Columns: []document.Column{{}},
			Rows: []document.Row{{Cells: []document.Cell{{Runs: runs("Bảng", 0)}}}}},
	} {
		want := ends
		switch name {
		case "text":
			want = slices.Concat(lines, ends)
		case "long text":
			want = slices.Concat(lines[1:], ends)
		}
		for filler := 5; filler < 40; filler++ {
			d := plain(filler)
			d.Body = append(d.Body, last)
			d.Signature.Position, d.Signature.Name = "PHÓ BÍ THƯ THƯỜNG TRỰC\nKIÊM CHỦ TỊCH", "Nguyễn Văn Ký"
			whole := 0
			for _, p := range pagesOf(t, d) {
				inside(t, p)
				page := textOfPage(p)
				for _, text := range want {
					whole += strings.Count(page, text)
				}
				if whole != 0 {
					break
				}
			}
			if whole != len(want) {
				t.Errorf("%s after %d lines: the page has %d of %d texts", name, filler, whole, len(want))
			}
		}
	}
}

// No line of a paragraph stands alone at the foot or the head of a page.
func TestNoLineOfAParagraphStandsAlone(t *testing.T) {
	t.Parallel()
	for lines := 2; lines <= 5; lines++ {
		for filler := range 3 {
			d := plain(filler)
			for i := range 40 {
				text := strings.TrimSuffix(strings.Repeat(fmt.Sprintf("đoạn%d\n", i), lines), "\n")
				d.Body = append(d.Body, document.Paragraph{Runs: runs(text, 0)})
			}
			for n, p := range pagesOf(t, d) {
				has := map[string]int{}
				for _, w := range strings.Fields(textOfPage(p)) {
					if strings.HasPrefix(w, "đoạn") {
						has[w]++
					}
				}
				for w, count := range has {
					if count == 1 {
						t.Errorf("%d lines each after %d: page %d has one line of %s", lines, filler, n+1, w)
					}
				}
			}
		}
	}
}

// Whatever number of recipients: each stands on a page once, within the margins; the
// signature stands on one page with the head of the list and the end of the body, and
// no page holds a heading, or a heading and one item, alone.
func TestRecipientsGoOnOnTheNextPage(t *testing.T) {
	t.Parallel()
	for _, long := range []bool{false, true} {
		for count := 1; count <= 130; count += 3 {
			d := plain(20)
			d.Body = append(d.Body, document.Heading{Level: 1, Runs: runs("V- PHẦN CUỐI", 0)},
				document.Item{Runs: runs("Ý cuối.", 0)})
			d.Recipients = nil
			for i := range count {
				text := fmt.Sprintf("nơi%d.", i)
				if long {
					text = "Ban Thường vụ, các Ban xây dựng Đảng, Văn phòng của " + text
				}
				d.Recipients = append(d.Recipients, text)
			}
			d.Signature.Name = "Nguyễn Văn Ký"
			pages := pagesOf(t, d)
			seen := map[string]int{}
			for _, p := range pages {
				inside(t, p)
				for _, w := range strings.Fields(textOfPage(p)) {
					if strings.HasPrefix(w, "nơi") {
						seen[strings.Trim(w, ",.;")]++
					}
				}
			}
			if len(seen) != count || seen["nơi0"] != 1 {
				t.Errorf("%d recipients: %d on the pages", count, len(seen))
			}
			end := slices.IndexFunc(pages, func(p Page) bool {
				return strings.Contains(textOfPage(p), "Nguyễn Văn Ký")
			})
			for _, text := range []string{"V- PHẦN CUỐI", "Ý cuối.", "Nơi nhận:", "nơi0", "T/M BAN CHẤP HÀNH"} {
				if !strings.Contains(textOfPage(pages[end]), text) {
					t.Errorf("%d recipients: the signature's page lacks %s", count, text)
				}
			}
		}
	}
}

// A list inside a list is set in further, and has a mark of its own.
func TestAListInsideAList(t *testing.T) {
	t.Parallel()
	d := plain(0)
	d.Body = []document.Block{document.Item{Runs: runs("Ý ngoài.", 0)},
		document.Item{Level: 1, Runs: runs("Ý trong.", 0)}, document.Item{Level: 2, Runs: runs("Ý sâu.", 0)}}
	at := map[string]float64{}
	for _, f := range pagesOf(t, d)[0].Frames {
		if f, ok := f.(Text); ok {
			at[f.Text] = f.X
		}
	}
	for text, step := range map[string]float64{"- Ý ngoài.": 0, "+ Ý trong.": 1, "- Ý sâu.": 2} {
		if x, ok := at[text]; !ok || !near(x, 40*mm+step*itemStep) {
			t.Errorf("%q stands at %.2f of %v", text, x, at)
		}
	}
}

// What announces a list stands on the page of its first item, with the headings above.
func TestWhatEndsInAColonStaysWithWhatFollows(t *testing.T) {
	t.Parallel()
	moved := 0
	for filler := 14; filler < 36; filler++ {
		d := plain(filler)
		d.Body = append(d.Body, document.Heading{Level: 1, Runs: runs("III- HẠN CHẾ", 0)},
			document.Paragraph{Runs: []document.Run{{Text: "Còn một số mặt "},
				{Text: "sau đây:", Style: document.Bold}}},
			document.Item{Runs: runs("Ý một.", 0)}, document.Item{Runs: runs("Ý hai.", 0)})
		for n, p := range pagesOf(t, d) {
			page := textOfPage(p)
			has := 0
			for _, text := range []string{"III- HẠN CHẾ", "sau đây:", "Ý một."} {
				has += strings.Count(page, text)
			}
			if has != 0 && has != 3 {
				t.Errorf("after %d lines: page %d has %d of the three", filler, n+1, has)
			}
			if has == 3 && n > 0 {
				moved++
			}
		}
	}
	if moved == 0 || moved == 22 {
		t.Errorf("on the second page in %d of 22 cases; the end of the page is not met", moved)
	}
}

// An item stands on the page of the first one inside it.
func TestAnItemStaysWithWhatIsInsideIt(t *testing.T) {
	t.Parallel()
	moved := 0
	for filler := 14; filler < 36; filler++ {
		d := plain(filler)
		d.Body = append(d.Body, document.Item{Runs: runs("Ý ngoài.", 0)},
			document.Item{Level: 1, Runs: runs("Ý trong.", 0)}, document.Item{Runs: runs("Ý sau.", 0)})
		for n, p := range pagesOf(t, d) {
			page := textOfPage(p)
			if outer, inner := strings.Contains(page, "Ý ngoài."), strings.Contains(page, "Ý trong."); outer != inner {
				t.Errorf("after %d lines: only one of the two is on page %d", filler, n+1)
			} else if outer && n > 0 {
				moved++
			}
		}
	}
	if moved == 0 || moved == 22 {
		t.Errorf("on the second page in %d of 22 cases; the end of the page is not met", moved)
	}
}

// A last page with little on it is pulled back where lines a little closer do it, as
// close as the rules allow and no closer than needed. Where they do not, they stand
// further apart until a quarter of the page is text, not the signature alone.
func TestAThinLastPageIsPulledBackOrFilled(t *testing.T) {
	t.Parallel()
	lead := func(p Page) float64 {
		a, b := lineWith(t, p, "dòng1 "), lineWith(t, p, "dòng2 ")
		return b.y - a.y
	}
	pulled, filled := 0, 0
	for lines := 60; lines < 110; lines++ {
		d := plain(0)
		var text []string
		for i := range lines {
			text = append(text, fmt.Sprintf("dòng%d của đoạn", i))
		}
		d.Body = []document.Block{document.Paragraph{Runs: runs(strings.Join(text, "\n"), 0)}}
		pages := pagesOf(t, d)
		last := pages[len(pages)-1]
		by, used := lead(pages[0]), strings.Count(textOfPage(last), "dòng")
		switch most := near(by, mostLeading); {
		case by < leastLeading-1e-6 || by > mostLeading+1e-6:
			t.Errorf("%d lines: leading %.3f", lines, by)
		case by < leading-1e-6:
			pulled++
			if used < 20 {
				t.Errorf("%d lines: closer, and the last page has %d lines", lines, used)
			}
		case by > leading+1e-6:
			filled++
			if share := float64(used) * by / (last.Height - 40*mm); share < thinText && !most ||
				share > thinText+0.05 {
				t.Errorf("%d lines: %.3f apart, and %.2f of the last page is text", lines, by, share)
			}
		}
	}
	if pulled == 0 || pulled > 12 || filled == 0 || filled > 20 {
		t.Errorf("of 50 %d pulled back, %d filled", pulled, filled)
	}
}

// Where closer lines alone do not pull a thin last page back, paragraphs that can do
// with one line less do.
func TestParagraphsGiveALineForAThinLastPage(t *testing.T) {
	t.Parallel()
	s := newSetter(t)
	// A text whose last line is short and goes into the line before it at a pinch.
	text := ""
	for n := range 40 {
		text = "Công tác kiểm tra, giám sát của Đảng được tăng cường, giữ vững kỷ" +
			strings.Repeat("i", n) + " ở xã"
		words := s.words(runs(text, 0), bodySize, s.room())
		first, rest := s.room()-indent, s.room()
		if len(lines(words, first, rest, alignBoth)) > len(fewer(words, first, rest, alignBoth)) {
			break
		}
		text = ""
	}
	if text == "" {
		t.Fatal("no text is set in fewer lines at a pinch")
	}
	gave := 0
	for filler := 20; filler < 70; filler++ {
		d := plain(filler)
		for range 6 {
			d.Body = append(d.Body, document.Paragraph{Runs: runs(text, 0)})
		}
		l, _, err := Set(d)
		if err != nil {
			t.Fatal(err)
		}
		last := l.Pages[len(l.Pages)-1]
		if whole := strings.Count(textOfPage(l.Pages[0])+textOfPage(last), text); whole == 6 {
			gave++
			if linesOf(last)[0].y > last.Height/2 || !strings.Contains(textOfPage(last), "Nơi nhận:") {
				t.Errorf("%d lines before: closer, but not to the end", filler)
			}
		} else if whole > 0 {
			t.Errorf("%d lines before: %d paragraphs of 6 give a line", filler, whole)
		}
	}
	if gave == 0 || gave > 15 {
		t.Errorf("%d of 50", gave)
	}
}

// A title ends its lines where its phrases end, in lines of about equal length.
func TestATitleIsBrokenBySense(t *testing.T) {
	t.Parallel()
	for title, want := range map[string][]string{
		"kết quả thực hiện Nghị quyết số 02-NQ/QU, ngày 20/12/2021 của Ban Chấp hành Đảng bộ quận về chủ đề, " +
			"chỉ tiêu, nhiệm vụ, giải pháp năm 2022": {"kết quả thực hiện Nghị quyết số 02-NQ/QU,",
			"ngày 20/12/2021 của Ban Chấp hành Đảng bộ quận", "về chủ đề, chỉ tiêu, nhiệm vụ, giải pháp năm 2022"},
		"tình hình kinh tế - xã hội, quốc phòng - an ninh 6 tháng đầu năm; nhiệm vụ, giải pháp 6 tháng cuối năm 2022": {
			"tình hình kinh tế - xã hội, quốc phòng - an ninh 6 tháng đầu năm;",
			"nhiệm vụ, giải pháp 6 tháng cuối năm 2022"},
		"về công tác xây dựng Đảng": {"về công tác xây dựng Đảng"},
	} {
		d := plain(0)
		d.Title = title
		var got []string
		for _, l := range linesOf(pagesOf(t, d)[0]) {
			if f := l.frames[0]; f.Style == document.Bold && f.Size == bodySize && strings.Contains(title, l.text()) {
				got = append(got, l.text())
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A recipient's name that needs two lines is broken where a part of it begins.
func TestRecipientsAreBrokenBySense(t *testing.T) {
	t.Parallel()
	d := plain(1)
	d.Recipients = []string{"Các Ban xây dựng Đảng, Văn phòng tỉnh, Văn phòng Thành ủy",
		"Các chi bộ, đảng bộ trực thuộc Đảng ủy phường", "Hội đồng nhân dân"}
	page := textOfPage(pagesOf(t, d)[0])
	for _, end := range []string{"tỉnh,\nVăn phòng Thành ủy,\n", "Đảng ủy\nphường,\n", "- Hội đồng nhân dân.\n"} {
		if !strings.Contains(page, end) {
			t.Errorf("no %q in\n%s", end, page)
		}
	}
}

// The lines of a long letterhead are about equally long: none holds one word.
func TestALongLetterheadIsBalanced(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"BAN CHẤP HÀNH ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG THÀNH PHỐ HẢI PHÒNG",
		"ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG THÀNH PHỐ HẢI PHÒNG"} {
		for _, profile := range []string{"dang-hd36", "nha-nuoc-nd30"} {
			d := plain(0)
			d.Profile, d.Letterhead.Parent, d.Letterhead.Issuer = profile, name, name
			for _, l := range linesOf(pagesOf(t, d)[0])[:6] {
				if strings.Contains(name, l.text()) && len(strings.Fields(l.text())) < 4 {
					t.Errorf("%s: a line of %q", profile, l.text())
				}
			}
		}
	}
}

// A place too long for one line with the day ends its line before the day.
func TestTheDayIsNotPartedFromItsYear(t *testing.T) {
	t.Parallel()
	d := plain(0)
	d.Letterhead.Place, d.Letterhead.Date = "Thị trấn Núi Đối Kiến Thụy Hải Phòng", "ngày 20 tháng 12 năm 2022"
	lineWith(t, pagesOf(t, d)[0], d.Letterhead.Date)
	if l := lineWith(t, pagesOf(t, d)[0], "Hải Phòng,"); strings.Contains(l.text(), "ngày") {
		t.Errorf("the line of the place is %q", l.text())
	}
}

// Two frames below the number stand clear of each other, and of the title.
func TestFramedMarksStandApart(t *testing.T) {
	t.Parallel()
	for _, profile := range form.Names() {
		d := plain(1)
		d.Profile, d.Urgency, d.Circulation = profile, "KHẨN", "LƯU HÀNH NỘI BỘ"
		p := pagesOf(t, d)[0]
		frames := framesOf[Rect](p)
		if gap := frames[1].Y - frames[0].Y - frames[0].Height; len(frames) != 2 || gap < 2*mm {
			t.Errorf("%s: %d frames, the second %.1f mm below the first", profile, len(frames), gap/mm)
		}
	}
}

func TestTheHeaderOfATableStandsOnEveryPage(t *testing.T) {
	t.Parallel()
	pages := pagesOf(t, sample("một dòng"))
	if len(pages) < 4 {
		t.Fatalf("%d pages; the table should need three", len(pages))
	}
	rows := 0
	for n, p := range pages {
		page := textOfPage(p)
		if want := n > 0; strings.Contains(page, "Chỉ tiêu đầu bảng") != want {
			t.Errorf("page %d: header there = %v, want %v", n+1, !want, want)
		}
		if landscape := p.Width > p.Height; landscape != (n > 0) {
			t.Errorf("page %d lies = %v", n+1, landscape)
		}
		if n > 0 {
			rows += strings.Count(page, "82,76")
		}
	}
	if rows != 60 {
		t.Errorf("%d of 60 rows", rows)
	}
}

// The text of each cell lies inside its rectangle, and the rectangles of a row
// fill the width of the page.
func TestCellsHoldTheirText(t *testing.T) {
	t.Parallel()
	d := sample("một chỉ tiêu có tên dài hơn bề rộng của cột nên phải xuống dòng vài lần mới hết được tên")
	d.Annex.Table.Head = [][]document.Cell{
		{{Runs: runs("Cao hai hàng", 0), RowSpan: 2}, {Runs: runs("Trên", 0)}},
		{{Runs: runs("Dưới", 0)}},
	}
	for _, p := range pagesOf(t, d)[1:] {
		var cells []Rect
		owner := map[string]Rect{}
		width := 0.0
		for _, f := range p.Frames {
			switch f := f.(type) {
			case Rect:
				cells = append(cells, f)
				width += f.Width * f.Height
			case Text:
				if len(cells) == 0 {
					continue // the titles
				}
				c := cells[len(cells)-1]
				owner[f.Text] = c
				if f.X < c.X || f.X+f.Width > c.X+c.Width || f.Y-0.7*f.Size < c.Y || f.Y+0.2*f.Size > c.Y+c.Height {
					t.Errorf("%+v does not lie in %+v", f, c)
				}
			}
		}
		last := cells[len(cells)-1]
		if area := (p.Width - 2*20*mm) * (last.Y + last.Height - cells[0].Y); math.Abs(area-width) > 0.1 {
			t.Errorf("the cells cover %.0f of %.0f square points", width, area)
		}
		high, above, under := owner["Cao hai hàng"], owner["Trên"], owner["Dưới"]
		if !near(high.Height, above.Height+under.Height) || under.X != above.X || high.Shade == 0 || last.Shade != 0 {
			t.Errorf("the header: %+v, %+v, %+v", high, above, under)
		}
	}
}

func TestCellsAreAlignedAsTheirColumnOrAsTheySay(t *testing.T) {
	t.Parallel()
	d := sample("x")
	left := document.Left
	d.Annex.Table.Columns = []document.Column{{Align: document.Center}, {Align: document.Right}}
	d.Annex.Table.Rows = []document.Row{
		{Kind: document.MeasureRow, Cells: []document.Cell{{Runs: runs("giữa", 0)}, {Runs: runs("phải", 0)}}},
		{Cells: []document.Cell{{Runs: runs("trái", 0), Align: &left}, {}}},
		{Kind: document.SectionRow, Cells: []document.Cell{{Runs: runs("Mục", 0), ColSpan: 2}}},
	}
	pages := pagesOf(t, d)
	page := pages[len(pages)-1]
	var cell Rect
	seen := 0
	for _, f := range page.Frames {
		if r, ok := f.(Rect); ok {
			cell = r
			continue
		}
		text, ok := f.(Text)
		if !ok {
			continue
		}
		left, right := text.X-cell.X, cell.X+cell.Width-text.X-text.Width
		switch text.Text {
		case "trái":
			ok = near(left, 1.3*mm) && text.Style == document.Plain
		case "phải":
			ok = near(right, 1.3*mm)
		case "giữa":
			ok = near(left, right)
		case "Mục":
			ok = near(left, 1.3*mm) && text.Style == document.Bold && near(cell.Width, page.Width-2*20*mm)
		default:
			continue
		}
		seen++
		if !ok {
			t.Errorf("%+v in %+v", text, cell)
		}
	}
	if seen != 4 {
		t.Errorf("%d of 4 cells", seen)
	}
}

// Rows that are kept together move to the next page together.
func TestKeptRowsStayTogether(t *testing.T) {
	t.Parallel()
	d := sample("x")
	rows := d.Annex.Table.Rows
	for i := range rows {
		rows[i].Cells[0].Runs = runs(fmt.Sprintf("nhóm%d", i/4), 0)
		rows[i].Keep = i%4 < 3
	}
	for n, p := range pagesOf(t, d) {
		page := strings.Fields(textOfPage(p))
		for group := range len(rows) / 4 {
			name := fmt.Sprintf("nhóm%d", group)
			has := 0
			for _, w := range page {
				if w == name {
					has++
				}
			}
			if has != 0 && has != 4 {
				t.Errorf("page %d has %d of 4 rows of %s", n+1, has, name)
			}
		}
	}
	for i := range rows {
		rows[i].Keep = true
	}
	got := 0
	for _, p := range pagesOf(t, d) {
		inside(t, p)
		got += strings.Count(textOfPage(p), "nhóm")
	}
	if got != len(rows) {
		t.Errorf("all rows kept together, more than a page holds: %d of %d", got, len(rows))
	}
}

// Rows that are kept together and have no room below the title begin there all the
// same: the title of the annex does not stand alone, nor two or three rows of many.
func TestATitleIsNotLeftAloneAboveKeptRows(t *testing.T) {
	t.Parallel()
	all := sample("x").Annex.Table.Rows
	for n := 5; n <= len(all); n++ {
		d := sample("x")
		d.Annex.Table.Rows = d.Annex.Table.Rows[:n]
		for i := range n {
			d.Annex.Table.Rows[i].Cells[0].Runs = runs("hàng", 0)
			d.Annex.Table.Rows[i].Keep = i < n-1
		}
		var counts []int
		for _, p := range pagesOf(t, d) {
			if has := strings.Count(textOfPage(p), "hàng"); p.Width > p.Height {
				counts = append(counts, has)
			}
		}
		if len(counts) > 1 && counts[0] < 10 || counts[len(counts)-1] < 2 {
			t.Errorf("%d rows stand as %d on the pages of the annex", n, counts)
		}
	}
}

// A note below the annex's table stands on the page of the table's last row.
func TestANoteBelowTheAnnexDoesNotStandAlone(t *testing.T) {
	t.Parallel()
	for rows := 1; rows <= 60; rows++ {
		d := sample("hàng")
		d.Annex.Table.Rows = d.Annex.Table.Rows[:rows]
		d.Annex.Notes = []document.Paragraph{{Runs: runs("(1) "+strings.Repeat("ghi chú dài ", 40), 0)}}
		for n, p := range pagesOf(t, d) {
			inside(t, p)
			if text := textOfPage(p); strings.Contains(text, "(1)") && !strings.Contains(text, "hàng") {
				t.Errorf("%d rows: the note stands alone on page %d", rows, n+1)
			}
		}
	}
}

// A few rows more than the pages hold move all rows nearer to each other; a page that
// is needed anyway has the usual ones.
func TestALastPageOfFewRowsIsSpared(t *testing.T) {
	t.Parallel()
	of := func(rows int) (pages int, step float64) {
		d := sample("x")
		d.Annex.Notes, d.Annex.Table.Rows = nil, nil
		for range rows {
			d.Annex.Table.Rows = append(d.Annex.Table.Rows, document.Row{Kind: document.MeasureRow,
				Cells: []document.Cell{{Runs: runs("1", 0)}, {Runs: runs("dòng", 0)}}})
		}
		all := pagesOf(t, d)
		for _, p := range all {
			inside(t, p)
			for _, r := range framesOf[Rect](p) {
				if r.Shade == 0 && p.Width > p.Height {
					step = r.Height
				}
			}
		}
		return len(all), step
	}
	first, usual := of(1)
	most := 1 // rows that the first page holds as they are
	for pages, step := of(most + 1); pages == first && near(step, usual); pages, step = of(most + 1) {
		most++
	}
	if pages, step := of(most + 1); pages != first || step >= usual {
		t.Errorf("%d rows stand on %d pages, %.2f high; want %d pages, less than %.2f", most+1, pages, step, first,
			usual)
	}
	if pages, step := of(most + most/2); pages != first+1 || !near(step, usual) {
		t.Errorf("%d rows stand on %d pages, %.2f high; want %d pages, %.2f", most+most/2, pages, step, first+1, usual)
	}
}

// Rows that are kept together leave no third of a page blank for it; an amount, a row
// without a number, stands on the page of the row above.
func TestAnIndicatorOfManyRowsLeavesNoPageHalfBlank(t *testing.T) {
	t.Parallel()
	parted := 0
	for before := range 24 {
		d := sample("x")
		row := func(number, text string, keep bool) document.Row {
			return document.Row{Kind: document.MeasureRow, Keep: keep,
				Cells: []document.Cell{{Runs: runs(number, 0)}, {Runs: runs(text, 0)}}}
		}
		d.Annex.Table.Rows = nil
		for range before {
			d.Annex.Table.Rows = append(d.Annex.Table.Rows, row("1", "trước", false))
		}
		for i := range 6 {
			d.Annex.Table.Rows = append(d.Annex.Table.Rows, row("4", fmt.Sprintf("tăng%d", i), true),
				row("", fmt.Sprintf("giá%d", i), i < 5))
		}
		pages := pagesOf(t, d)
		for n, p := range pages {
			text := textOfPage(p)
			for i := range 6 {
				if strings.Contains(text, fmt.Sprintf("tăng%d", i)) != strings.Contains(text, fmt.Sprintf("giá%d", i)) {
					t.Errorf("%d rows before: page %d has a rate without its amount", before, n+1)
				}
			}
			if n := strings.Count(text, "tăng"); n > 0 && n < 6 {
				parted++
			}
			lowest := 0.0
			for _, r := range framesOf[Rect](p) {
				lowest = max(lowest, r.Y+r.Height)
			}
			if n < len(pages)-1 && p.Width > p.Height && lowest < 0.55*p.Height {
				t.Errorf("%d rows before: page %d is blank from %.0f of %.0f on", before, n+1, lowest, p.Height)
			}
		}
	}
	if parted == 0 {
		t.Error("no indicator was parted")
	}
}

// The head of a group of bars stands with its first row, and a bar with its figure and
// verdict, however long the names are.
func TestBarsStandWithTheirWords(t *testing.T) {
	t.Parallel()
	for before := range 40 {
		d := sample("x")
		d.Annex.Table.Rows = nil
		d.Annex.Chart = &document.Chart{Title: "Biểu đồ"}
		for range before {
			d.Annex.Chart.Rows = append(d.Annex.Chart.Rows, document.ChartRow{Label: "Trước", Verdict: "Đạt"})
		}
		d.Annex.Chart.Rows = append(d.Annex.Chart.Rows, document.ChartRow{Head: true, Label: "Nhóm", Figure: "01 vượt"},
			document.ChartRow{Label: strings.Repeat("tên ", []int{5, 60, 900}[before%3]), Figure: "117,85%",
				Verdict: "Vượt",
				Bar:     &document.Bar{Value: 0.35, Low: 0.9, High: 0.9}})
		for n, p := range pagesOf(t, d) {
			inside(t, p)
			bars := 0
			for _, r := range framesOf[Rect](p) {
				if r.Tag > 0 {
					bars++
				}
			}
			text := textOfPage(p)
			for _, of := range []string{"Nhóm", "117,85%", "Vượt"} {
				if strings.Count(text, of) != bars {
					t.Errorf("page %d behind %d rows has %d bars and not as many of %s", n+1, before, bars, of)
				}
			}
			if strings.Contains(text, "Nhóm") && !strings.Contains(text, "tên") {
				t.Errorf("page %d behind %d rows: the head stands alone", n+1, before)
			}
		}
	}
}

// A short table of units stands on one page, with its title.
func TestAShortTableOfUnitsIsNotParted(t *testing.T) {
	t.Parallel()
	for rows := range 40 {
		d := sample("x")
		d.Annex.Table.Rows = d.Annex.Table.Rows[:rows]
		units := document.UnitTable{Title: "Theo tổ", Table: document.Table{Columns: []document.Column{{}}}}
		for range 6 {
			units.Table.Rows = append(units.Table.Rows, document.Row{Cells: []document.Cell{{Runs: runs("TDP", 0)}}})
		}
		d.Annex.Units = []document.UnitTable{units}
		for n, p := range pagesOf(t, d) {
			inside(t, p)
			text := textOfPage(p)
			if has := strings.Count(text, "TDP"); has != 6*strings.Count(text, "Theo tổ") {
				t.Errorf("behind %d rows page %d has %d of 6 units", rows, n+1, has)
			}
		}
	}
}

// A note that fits a page is not cut.
func TestNotesOfTheAnnexStayWhole(t *testing.T) {
	t.Parallel()
	for rows := range 30 {
		d := sample("x")
		d.Annex.Table.Rows = d.Annex.Table.Rows[:rows]
		text := strings.TrimSpace(strings.Repeat("Ghichú\n", 5))
		d.Annex.Notes = []document.Paragraph{{Runs: runs(text, 0)}}
		for n, p := range pagesOf(t, d) {
			inside(t, p)
			if has := strings.Count(textOfPage(p), "Ghichú"); has != 0 && has != 5 {
				t.Errorf("after %d rows page %d has %d of 5 lines", rows, n+1, has)
			}
		}
	}
}

// A long pair of figures is one word, which breaks behind its slash alone.
func TestAPairOfFiguresBreaksBehindItsSlash(t *testing.T) {
	t.Parallel()
	d := sample("12.604.850/10.385.340")
	var row []document.Cell
	for range 12 {
		row = append(row, document.Cell{Runs: runs("12.604.850/10.385.340", 0)})
	}
	d.Annex.Table = document.Table{Columns: make([]document.Column, len(row)), Rows: []document.Row{{Cells: row}}}
	pages := pagesOf(t, d)
	lineWith(t, pages[0], "12.604.850/10.385.340 12.604.850/10.385.340 12.604.850/10.385.340")
	annex := pages[len(pages)-1]
	for _, text := range []string{"12.604.850/", "10.385.340"} {
		if l := lineWith(t, annex, text); l.text() != text {
			t.Errorf("%q in a narrow cell", l.text())
		}
	}
}

// A row is never cut in two, unless it is taller than a page; then nothing of it is lost.
func TestARowTallerThanAPageIsSplitByLines(t *testing.T) {
	t.Parallel()
	d := sample("x")
	var want []string
	for i := range 80 {
		want = append(want, fmt.Sprintf("dòng%d", i))
	}
	long := strings.Join(want, "\n")
	d.Annex.Table.Rows = []document.Row{{Cells: []document.Cell{{Runs: runs(long, 0)}, {}}}}
	var got []string
	for _, p := range pagesOf(t, d) {
		inside(t, p)
		for _, w := range strings.Fields(textOfPage(p)) {
			if strings.HasPrefix(w, "dòng") {
				got = append(got, w)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d lines: %v", len(got), got)
	}
}

// inside tells of every text and line of a page that reaches into its margins,
// but for the page number, the mark of a draft and the notice. Turned pages are bound at
// their top.
func inside(t *testing.T, p Page) {
	t.Helper()
	m := form.Margins{Top: 20, Bottom: 20, Left: 30, Right: 15}
	if p.Width > p.Height {
		m = form.Margins{Top: 30, Bottom: 15, Left: 20, Right: 20}
	}
	insideOf(t, p, m)
}

// insideOf tells the same of these margins.
func insideOf(t *testing.T, p Page, m form.Margins) {
	t.Helper()
	const slack = 0.05 // points, against rounding
	set, _ := faces()
	left, right, top, bottom := m.Left*mm, p.Width-m.Right*mm, m.Top*mm, p.Height-m.Bottom*mm
	for _, f := range p.Frames {
		x1, x2, y1, y2 := 0.0, 0.0, 0.0, 0.0
		switch f := f.(type) {
		case Text:
			if f.Y < top && strings.Trim(strings.TrimPrefix(f.Text, "Dự thảo"), " lần0123456789") == "" ||
				f.Y > bottom && f.Size == noticeSize && f.Style == document.Italic {
				top, bottom := 5*mm, p.Height-5*mm
				if f.Y-f.Size < top || f.Y > bottom || f.X < left-slack || f.X+f.Width > right+slack {
					t.Errorf("outside: %+v", f)
				}
				continue
			}
			x1, x2, y1, y2 = f.X, f.X+f.Width, f.Y-0.7*f.Size, f.Y+0.22*f.Size
			natural := set.of(f.Style).measure(f.Text, f.Size)
			stretched := float64(strings.Count(f.Text, " "))*f.Space + float64(utf8.RuneCountInString(f.Text))*f.Track
			if short := natural + stretched - f.Width; math.Abs(short) > slack && math.Abs(short-f.Track) > slack {
				t.Errorf("%+v: its letters and spaces are %.2f wide", f, natural+stretched)
			}
		case Line:
			x1, x2, y1, y2 = f.X1, f.X2, f.Y1, f.Y2
		case Rect:
			x1, x2, y1, y2 = f.X, f.X+f.Width, f.Y, f.Y+f.Height
		}
		if x1 < left-slack || x2 > right+slack || y1 < top-slack || y2 > bottom+slack {
			t.Errorf("outside %.0f-%.0f, %.0f-%.0f: %+v", left, right, top, bottom, f)
		}
	}
}

// maker makes documents of numbered words.
type maker struct {
	*rand.Rand
	words []string // in the order in which they are read
}

func (m *maker) text(most int) string {
	syllables := []string{"tỷ", "lệ", "nghèo", "Đạt", "QUẬN", "ữ", "ở"}
	var out []string
	for range 1 + m.IntN(most) {
		w := fmt.Sprintf("%s%d", syllables[m.IntN(len(syllables))], len(m.words))
		m.words = append(m.words, w)
		out = append(out, w)
	}
	return strings.Join(out, []string{" ", "  ", "\t"}[m.IntN(3)])
}

// runs are sometimes cut inside a word.
func (m *maker) runs(most int) []document.Run {
	var out []document.Run
	for range 1 + m.IntN(3) {
		text := []rune(m.text(most))
		at := m.IntN(len(text))
		if !unicode.IsLetter(text[at]) {
			at = 0
		}
		out = append(out, document.Run{Text: string(text[:at]), Style: document.Style(m.IntN(8))},
			document.Run{Text: string(text[at:]) + []string{" ", "\n"}[m.IntN(2)], Style: document.Style(m.IntN(8))})
	}
	return out
}

func (m *maker) table() document.Table {
	var t document.Table
	columns := 1 + m.IntN(4)
	var head []document.Cell
	for range columns {
		t.Columns = append(t.Columns, document.Column{Align: document.Align(m.IntN(3))})
		head = append(head, document.Cell{Runs: runs("đầu bảng", document.Bold)})
	}
	t.Head = [][]document.Cell{head}
	for range m.IntN(40) {
		row := document.Row{Kind: document.RowKind(m.IntN(4)), Keep: m.IntN(3) == 0}
		if row.Kind == document.SectionRow {
			row.Cells = []document.Cell{{Runs: m.runs(5), ColSpan: columns}}
		} else {
			for range columns {
				row.Cells = append(row.Cells, document.Cell{Runs: m.runs(4)})
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (m *maker) document() *document.Document {
	d := &document.Document{
		Profile: []string{"dang-hd36", "dang-hd05", "nha-nuoc-nd30"}[m.IntN(3)],
		Letterhead: document.Letterhead{Parent: m.text(6), Issuer: m.text(4), Symbol: "BC/QU",
			Place: m.text(2), Date: m.text(5)},
		Kind: "BÁO CÁO", Title: m.text(30),
		Draft: m.IntN(2) == 0, Notice: []string{"", "Số liệu minh họa"}[m.IntN(2)],
	}
	for range m.IntN(30) {
		switch m.IntN(8) {
		case 0, 1:
			d.Body = append(d.Body, document.Heading{Level: 1 + m.IntN(3), Runs: m.runs(8)})
		case 2, 3, 4:
			d.Body = append(d.Body, document.Paragraph{Runs: m.runs(60)})
		case 5, 6:
			d.Body = append(d.Body, document.Item{Runs: m.runs(40)})
		case 7:
			d.Body = append(d.Body, m.table())
		}
	}
	for range m.IntN(8) {
		d.Recipients = append(d.Recipients, m.text(8))
	}
	d.Signature = document.Signature{Authority: m.text(4), Position: m.text(6), Name: m.text(3)}
	if m.IntN(3) > 0 {
		d.Annex = &document.Annex{Label: m.text(2), Title: m.text(8), Under: m.text(12), Table: m.table()}
		for range m.IntN(4) {
			d.Annex.Notes = append(d.Annex.Notes, document.Paragraph{Runs: m.runs(60)})
		}
	}
	return d
}

var numbered = regexp.MustCompile(`^\p{L}+\d+$`)

// Whatever the document: nothing stands outside the margins, and every word
// of it stands on the pages once, in the order in which it is read.
func TestEveryWordStandsOnceAndInsideTheMargins(t *testing.T) {
	t.Parallel()
	for seed := range uint64(200) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 10))}
		d := m.document()
		var got []string
		for _, p := range pagesOf(t, d) {
			inside(t, p)
			for _, l := range linesOf(p) {
				for _, w := range l.words() {
					if w := strings.TrimRight(w.text, ",;."); numbered.MatchString(w) {
						got = append(got, strings.ToLower(w))
					}
				}
			}
		}
		for i, w := range m.words {
			if i >= len(got) || got[i] != strings.ToLower(w) {
				t.Errorf("document %d: word %d of %d, %s, is not in its place: %q",
					seed, i, len(m.words), w, got[min(i, len(got)):min(i+5, len(got))])
				break
			}
		}
		if len(got) > len(m.words) {
			t.Errorf("document %d: %d words are %d on the pages", seed, len(m.words), len(got))
		}
		if t.Failed() {
			return
		}
	}
}

// FuzzLayout puts one text at all places: no letter of it gets lost or leaves
// the page.
func FuzzLayout(f *testing.F) {
	f.Add("Tỷ lệ 12% 😀\xe1\n\u00a0x/y")
	f.Add(strings.Repeat("12.604.850/10.385.340", 9))
	f.Add("12.604.850/10.385.34012.604.850/10.385.30.32.604.850/850/ 0.385.3.385044012.604.850/10.385.34012yyyyyyy0/" +
		"10.385.34012.6010.38ff340.38504.85")
	f.Add(strings.Repeat("khôngdấucách", 40) + "\tsau\r\nđó\u200b")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 5000 {
			return
		}
		d := sample("x")
		d.Notice = ""
		d.Title = text
		d.Body = append(d.Body, document.Heading{Level: 3, Runs: runs(text, 0)},
			document.Paragraph{Runs: runs(text, document.Gap)})
		d.Recipients = []string{"x"}
		d.Annex.Notes = []document.Paragraph{{Runs: runs(text, document.Bold)}}
		d.Annex.Table.Rows = []document.Row{
			{Cells: []document.Cell{{Runs: runs(text, 0)}}},
			{Kind: document.SectionRow, Cells: []document.Cell{{Runs: runs(text, 0), ColSpan: 2}}},
		}
		var got strings.Builder
		for n, p := range pagesOf(t, d) {
			inside(t, p)
			for _, t := range textsOf(p) {
				if n == 0 || t.Y > 20*mm { // no page numbers
					got.WriteString(letters(t.Text))
				}
			}
		}
		want := letters(newSetter(t).clean(text))
		all := got.String()
		const header = "ChỉtiêuđầubảngSố" // may stand between two parts of a cell
		if n := strings.Count(strings.ReplaceAll(all, header, ""), want); want != "" && n < 6 {
			t.Errorf("%q stands %d times, want 6, in %q", want, n, all)
		}
	})
}

func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// The places that somebody has to write are told with their pages: one whose words
// break over two pages is where it begins, one in a heading that is printed again is
// one, and what stands in no gap is none.
func TestPlacesToWrite(t *testing.T) {
	d := plain(30)
	gap := func(text string) []document.Run { return runs(text, document.Gap) }
	d.Body = append(d.Body, document.Paragraph{Runs: gap("[Bổ sung  nguyên nhân]")})
	long := strings.TrimSpace(strings.Repeat("[Bổ sung giải pháp] ", 200))
	d.Body = append(d.Body, document.Item{Runs: gap(long)}, document.Paragraph{Runs: runs("[một chữ khác]", 0)})
	d.Annex = sample("x").Annex
	d.Annex.Table.Head[0][0].Runs = gap("[Bổ sung tên bảng]")
	l, _, err := Set(d)
	if err != nil {
		t.Fatal(err)
	}
	last := len(l.Pages)
	for last > 1 && l.Pages[last-2].Width > l.Pages[last-2].Height {
		last--
	}
	first := slices.IndexFunc(l.Pages, func(p Page) bool { return strings.Contains(textOfPage(p), "nguyên nhân]") }) + 1
	want := []Place{{first, "[Bổ sung nguyên nhân]"}, {first, long}, {last, "[Bổ sung tên bảng]"}}
	if !slices.Equal(l.Places, want) || first < 1 {
		t.Errorf("places %.300v", l.Places)
	}
}
