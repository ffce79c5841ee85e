package pdf

import (
	"encoding/xml"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"baocao/internal/document"
	"baocao/internal/form"
)

// What the documents of the tests beside this one have, in the form dang-hd36.
const (
	bodySize     = 14.0
	leading      = 18.5
	leastLeading = 18.0
	mostLeading  = 20.0
	indent       = 10 * mm
	annexSize    = 10.5
)

// What a measurement may differ by: half a millimetre of a place, a tenth of a point of
// a size.
const (
	ofPlace = 0.5 * mm
	ofSize  = 0.1

	numbersEnd = 16 * mm // above it page numbers stand
)

// A glyph is a letter as a reader finds it on a page.
type glyph struct {
	letter      rune
	x, right, y float64
	size        float64
}

// glyphsOf are the letters of frames.
func glyphsOf(p Page) []glyph {
	set, _ := faces()
	var out []glyph
	for _, t := range textsOf(p) {
		x := t.X
		for _, r := range t.Text {
			w := set.of(t.Style).measure(string(r), t.Size)
			if r == ' ' {
				w += t.Space
			}
			if r != ' ' && r != '\u00A0' {
				out = append(out, glyph{letter: r, x: x, right: x + w, y: t.Y, size: t.Size})
			}
			x += w + t.Track
		}
	}
	return out
}

// readBack are the letters of a file, by a program that is not ours.
func readBack(t *testing.T, data []byte) [][]glyph {
	t.Helper()
	if _, err := exec.LookPath("mutool"); err != nil {
		t.Skip("skipped: mutool is absent, positions are compared in the frames alone")
	}
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("mutool", "draw", "-q", "-F", "stext", "-o", "-", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Pages []struct {
			Fonts []struct {
				Size  float64 `xml:"size,attr"`
				Chars []struct {
					Quad string  `xml:"quad,attr"`
					X    float64 `xml:"x,attr"`
					Y    float64 `xml:"y,attr"`
					C    string  `xml:"c,attr"`
				} `xml:"char"`
			} `xml:"block>line>font"`
		} `xml:"page"`
	}
	if err := xml.Unmarshal(out, &doc); err != nil {
		t.Fatal(err)
	}
	var pages [][]glyph
	for _, p := range doc.Pages {
		var page []glyph
		for _, f := range p.Fonts {
			for _, c := range f.Chars {
				var x1, y1, x2 float64
				if _, err := fmt.Sscan(c.Quad, &x1, &y1, &x2); err != nil {
					t.Fatal(err)
				}
				if r := []rune(c.C)[0]; r != ' ' && r != '\u00A0' {
					page = append(page, glyph{letter: r, x: c.X, right: x2, y: c.Y, size: f.Size})
				}
			}
		}
		pages = append(pages, page)
	}
	return pages
}

// placed is a text found on a page.
type placed []glyph

// found are the letters of a text, wherever its lines end; nil where it is not there.
func found(page []glyph, text string) placed {
	want := []rune(strings.NewReplacer(" ", "", "\u00A0", "").Replace(text))
	for i := 0; i+len(want) <= len(page); i++ {
		if matches(page[i:], want) {
			return page[i : i+len(want)]
		}
	}
	return nil
}

func matches(page []glyph, want []rune) bool {
	for i, r := range want {
		if page[i].letter != r {
			return false
		}
	}
	return true
}

// line is the part of it on the line where it begins.
func (p placed) line() placed {
	n := slices.IndexFunc(p, func(g glyph) bool { return math.Abs(g.y-p[0].y) > 1 })
	if n < 0 {
		return p
	}
	return p[:n]
}

func (p placed) left() float64   { return p[0].x }
func (p placed) right() float64  { return p[len(p)-1].right }
func (p placed) centre() float64 { return (p.left() + p.right()) / 2 }
func (p placed) y() float64      { return p[0].y }

// office is a document of a profile as an office has it.
func office(profile string) *document.Document {
	d := plain(0)
	d.Profile = profile
	d.Kind, d.Title = "BÁO CÁO", "kết quả thực hiện Nghị quyết về nhiệm vụ năm 2022"
	d.Letterhead = document.Letterhead{Parent: "ĐẢNG BỘ THÀNH PHỐ", Issuer: "QUẬN ỦY KIẾN AN", Number: "7",
		Symbol: "BC/QU", Place: "Kiến An", Date: "ngày 20 tháng 12 năm 2022"}
	d.Signature = document.Signature{Authority: "T/M BAN CHẤP HÀNH", Position: "BÍ THƯ", Name: "Nguyễn Văn A"}
	d.Recipients = []string{"Thường trực Thành ủy", "Lưu Văn phòng"}
	d.Addressees = []string{"Hội đồng nhân dân quận"}
	d.Body = []document.Block{document.Heading{Level: 1, Runs: runs("I. KẾT QUẢ", 0)}}
	for i := range 16 {
		text := fmt.Sprintf("Đoạn%d mở đầu. ", i) + strings.Repeat("Tỷ lệ hộ nghèo giảm còn 0,42% theo kế hoạch. ", 6)
		d.Body = append(d.Body, document.Paragraph{Runs: runs(text, 0)})
	}
	annex := sample("x").Annex
	d.Annex = &document.Annex{Label: "Phụ lục số", Title: "KẾT QUẢ CÁC CHỈ TIÊU", Under: "(kèm theo Báo cáo)",
		Table: annex.Table}
	return d
}

// Whatever the profile and what an office says of its document: what is read back from
// the frames, and from the file, stands where the profile says and in its sizes.
func TestThePageIsAsTheProfileSays(t *testing.T) {
	t.Parallel()
	for _, profile := range form.Names() {
		for name, change := range map[string]func(*document.Document){
			"as usual":  func(*document.Document) {},
			"a draft":   func(d *document.Document) { d.Draft, d.DraftNumber = true, 2 },
			"duplex":    func(d *document.Document) { d.Duplex = true },
			"no number": func(d *document.Document) { d.Letterhead.Number = "" },
			"marks": func(d *document.Document) {
				d.Urgency, d.Circulation = "HỎA TỐC", "LƯU HÀNH NỘI BỘ"
			},
			"two bodies": func(d *document.Document) {
				d.Joint = &document.Joint{Issuer: "MẶT TRẬN TỔ QUỐC QUẬN", Symbol: "MTTQ",
					Signature: document.Signature{Authority: "T/M BAN THƯỜNG TRỰC", Position: "CHỦ TỊCH",
						Name: "Vũ Thị Hà"}}
			},
			"long names": func(d *document.Document) {
				d.Letterhead.Parent = "ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP THÀNH PHỐ HẢI PHÒNG"
				d.Letterhead.Issuer = "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG, ĐOÀN THỂ VÀ ĐƠN VỊ SỰ NGHIỆP THÀNH PHỐ HẢI PHÒNG"
				d.Letterhead.Place = "Thành phố Hồ Chí Minh"
			},
		} {
			t.Run(profile+", "+name, func(t *testing.T) {
				t.Parallel()
				d := office(profile)
				change(d)
				rules, err := form.Named(profile)
				if err != nil {
					t.Fatal(err)
				}
				data, layout, _, err := Render(d)
				if err != nil {
					t.Fatal(err)
				}
				var frames [][]glyph
				for _, p := range layout.Pages {
					frames = append(frames, glyphsOf(p))
				}
				(&ruler{T: t, form: rules, doc: d, layout: layout, pages: frames}).measure()
				checkRules(t, rules, d, layout.Pages)
				t.Run("read back", func(t *testing.T) {
					(&ruler{T: t, form: rules, doc: d, layout: layout, pages: readBack(t, data)}).measure()
				})
			})
		}
	}
}

// ruler measures the pages of a document.
type ruler struct {
	*testing.T
	form   *form.Profile
	doc    *document.Document
	layout *Layout
	pages  [][]glyph
}

func (r *ruler) near(what string, got, want float64) {
	r.Helper()
	if math.Abs(got-want) > ofPlace {
		r.Errorf("%s: %.2f mm, want %.2f", what, got/mm, want/mm)
	}
}

// text finds a text on a page, in its size.
func (r *ruler) text(page int, text string, of form.Span) placed {
	r.Helper()
	all := found(r.pages[page], text)
	if all == nil {
		r.Fatalf("page %d lacks %q", page+1, text)
	}
	for _, g := range all {
		if math.Abs(g.size-of.Is) > ofSize || !of.Holds(of.Is) {
			r.Errorf("%q has letters of %.2f points, want %.2f", text, g.size, of.Is)
			break
		}
	}
	return all
}

func (r *ruler) measure() {
	f, d := r.form, r.doc
	h := f.Letterhead
	parent := r.text(0, d.Letterhead.Parent, h.Parent.Size)
	joint, between := "", ""
	if d.Joint != nil {
		joint, between = d.Joint.Symbol, h.Joint
	}
	issuer := r.text(0, d.Letterhead.Issuer+between, h.Issuer.Size)
	r.near("the issuer under its superior", issuer.line().centre(), parent.line().centre())
	if d.Joint != nil {
		r.text(0, d.Joint.Issuer, h.Issuer.Size)
	}
	number := r.text(0, f.NumberLine(d.Letterhead.Number, d.Letterhead.Symbol, joint), h.Number.Size)
	date := r.text(0, d.Letterhead.Place+", "+d.Letterhead.Date, h.Date.Size)
	r.near("the number and the date on one line", number.y(), date.y())
	for _, b := range h.Banner {
		banner := r.text(0, b.Words, b.Size)
		r.near("the date under "+b.Words, date.line().centre(), banner.centre())
		if right := parent.line().right(); banner.left() < right+h.Between*mm-ofPlace {
			r.Errorf("%s begins %.1f mm behind the left column", b.Words, (banner.left()-right)/mm)
		}
	}
	if d.Draft {
		r.near("the draft under the number", r.text(0, f.DraftMark(2), f.Draft.Size).centre(), number.centre())
	}
	if d.Urgency != "" {
		r.text(0, d.Urgency, f.Urgency.Size)
		r.text(0, d.Circulation, f.Circulation.Size)
	}
	middle := (f.Page.Bound.Is + f.Page.Width - f.Page.Free.Is) / 2 * mm
	r.near("the kind", r.text(0, d.Kind, f.Kind.Size).centre(), middle)
	r.near("the title", r.text(0, d.Title, f.DocTitle.Size).line().centre(), middle)
	if f.Addressees != nil {
		r.text(0, f.Addressees.Label+" "+d.Addressees[0], f.Addressees.Size)
	}
	r.body()
	r.end()
	r.margins()
	annex := slices.IndexFunc(r.pages, func(p []glyph) bool { return found(p, d.Annex.Label) != nil })
	for text, of := range map[string]form.Text{
		d.Annex.Label: f.Annex.Label, d.Annex.Title: f.Annex.Title, d.Annex.Under: f.Annex.Under,
	} {
		r.near(text, r.text(annex, text, of.Size).centre(), f.Page.Height/2*mm)
	}
	r.numbers(annex)
}

func (r *ruler) body() {
	f := r.form.Body
	heading := r.text(0, "I. KẾT QUẢ", r.form.Heading(1).Size)
	r.near("the heading", heading.left(), (r.form.Page.Bound.Is+f.Indent.Is)*mm)
	first := r.text(0, "Đoạn0 mở đầu. Tỷ lệ", f.Size)
	r.near("the first line of a paragraph", first.left(), (r.form.Page.Bound.Is+f.Indent.Is)*mm)
	all := found(r.pages[0], "Đoạn0 mở đầu. "+strings.Repeat("Tỷ lệ hộ nghèo giảm còn 0,42% theo kế hoạch. ", 6))
	second := all[len(all.line()):]
	r.near("its second line", second.left(), r.form.Page.Bound.Is*mm)
	r.near("the end of its first line", all.line().right(), (r.form.Page.Width-r.form.Page.Free.Is)*mm)
	if lead := second.y() - first.y(); lead < f.Closest-ofSize || lead > f.Farthest+ofSize || !f.Leading.Holds(lead) {
		r.Errorf("lines stand %.2f points apart", lead)
	}
	next := found(r.pages[0], "Đoạn1 mở đầu.")
	lead := second.y() - first.y()
	if gap := next.y() - all[len(all)-1].y - lead; math.Abs(gap-f.Gap.Is) > ofSize {
		r.Errorf("paragraphs stand %.2f points apart", gap)
	}
}

// end measures the block at the end.
func (r *ruler) end() {
	f, d := r.form, r.doc
	page := slices.IndexFunc(r.pages, func(p []glyph) bool { return found(p, d.Signature.Name) != nil })
	authority := r.text(page, d.Signature.Authority, f.Signature.Authority.Size)
	position := r.text(page, d.Signature.Position, f.Signature.Position.Size)
	name := r.text(page, d.Signature.Name, f.Signature.Name.Size)
	r.near("the position under the authority", position.centre(), authority.centre())
	r.near("the name under the position", name.centre(), position.centre())
	r.near("the room to sign in", name.y()-position.y(), f.Signature.Space+f.Signature.Name.Leading)
	label := r.text(page, f.Recipients.Words, f.Recipients.Label.Size)
	item := r.text(page, f.Recipients.Mark+d.Recipients[0]+f.Recipients.ItemEnd, f.Recipients.Item.Size)
	r.text(page, f.Recipients.Mark+d.Recipients[1]+f.Recipients.ListEnd, f.Recipients.Item.Size)
	left := r.layoutMargins(page).Left * mm
	r.near("the recipients", label.left(), left)
	r.near("the list of them", item.left(), left)
	if d.Joint == nil {
		r.near("the recipients level with the signature", label.y(), authority.y())
		return
	}
	r.near("both signatures level", r.text(page, d.Joint.Signature.Authority, f.Signature.Authority.Size).y(),
		authority.y())
	r.near("both names level", r.text(page, d.Joint.Signature.Name, f.Signature.Name.Size).y(), name.y())
}

func (r *ruler) layoutMargins(page int) form.Margins {
	p := r.layout.Pages[page]
	return r.form.Page.Margins(p.Width > p.Height, r.doc.Duplex && page%2 == 1)
}

// margins: nothing but page number, mark of a draft and notice stands in them.
func (r *ruler) margins() {
	for n, page := range r.pages {
		p, m := r.layout.Pages[n], r.layoutMargins(n)
		for _, g := range page {
			if g.y < numbersEnd || g.y > p.Height-m.Bottom*mm && g.size == noticeSize {
				continue // what stands there is looked at by itself
			}
			if g.y < m.Top*mm || g.y > p.Height-m.Bottom*mm {
				r.Errorf("page %d: %c stands in a margin, at %.1f mm", n+1, g.letter, g.y/mm)
				return
			}
			if g.x < m.Left*mm-ofPlace || g.right > p.Width-m.Right*mm+ofPlace {
				r.Errorf("page %d: %c reaches from %.1f to %.1f mm", n+1, g.letter, g.x/mm, g.right/mm)
				return
			}
		}
	}
}

// numbers: pages are numbered from the second on, those of the annex anew where the
// profile says so; a draft says on every page that it is one.
func (r *ruler) numbers(annex int) {
	f := r.form
	for n, page := range r.pages {
		count := n + 1
		if n >= annex && f.Annex.Restarts {
			count = n - annex + 1
		}
		m, p := r.layoutMargins(n), r.layout.Pages[n]
		var top placed
		for _, g := range page {
			if g.y < numbersEnd {
				top = append(top, g)
			}
		}
		mark := ""
		if r.doc.Draft && n > 0 {
			mark = f.DraftMark(r.doc.DraftNumber)
			at := found(top, mark)
			if at == nil {
				r.Errorf("page %d does not say that it is a draft", n+1)
				continue
			}
			r.near("the mark of a draft", at.right(), p.Width-m.Right*mm)
		}
		number := ""
		if count > 1 {
			number = fmt.Sprint(count)
			at := found(top, number)
			if at == nil {
				r.Errorf("page %d lacks its number %s", n+1, number)
				continue
			}
			r.near("the page number", at.centre(), (m.Left*mm+p.Width-m.Right*mm)/2)
			r.near("the page number from the edge", at.y()-0.78*at[0].size, f.PageNumber.Edge.Is*mm)
			if math.Abs(at[0].size-f.PageNumber.Size.Is) > ofSize {
				r.Errorf("the page number has %.1f points", at[0].size)
			}
		}
		if want := len([]rune(strings.ReplaceAll(number+mark, " ", ""))); len(top) != want {
			r.Errorf("page %d: %d letters at its top, want %d", n+1, len(top), want)
		}
		if got := r.layout.Pages[n].Number; got != count {
			r.Errorf("page %d is counted as %d, want %d", n+1, got, count)
		}
	}
}

// checkRules compares the rules of the first page with the lines above them.
func checkRules(t *testing.T, f *form.Profile, d *document.Document, pages []Page) {
	t.Helper()
	all := glyphsOf(pages[0])
	lines := framesOf[Line](pages[0])
	under := func(what, text string, rule *form.Rule) {
		if rule == nil {
			return
		}
		above := found(all, text)
		var widths []float64
		for rest := above; len(rest) > 0; {
			l := rest.line()
			widths = append(widths, l.right()-l.left())
			rest = rest[len(l):]
		}
		last := above[len(above)-1].y
		i := slices.IndexFunc(lines, func(l Line) bool {
			return l.Y1 > last && l.Y1 < last+4*mm && l.X1 < above[len(above)-1].right && l.X2 > above[0].x
		})
		if i < 0 {
			t.Errorf("no rule below %s", what)
			return
		}
		part := (lines[i].X2 - lines[i].X1) / slices.Max(widths)
		if part < rule.Length.Least-0.01 || part > rule.Length.Most+0.01 {
			t.Errorf("the rule below %s is %.2f of it, want %.2f to %.2f",
				what, part, rule.Length.Least, rule.Length.Most)
		}
		if math.Abs(lines[i].Thickness-rule.Thickness*mm) > 0.01 {
			t.Errorf("the rule below %s is %.2f mm thick", what, lines[i].Thickness/mm)
		}
	}
	banner := f.Letterhead.Banner
	under("the banner", banner[len(banner)-1].Words, &f.Letterhead.BannerRule)
	issuer := d.Letterhead.Issuer
	if d.Joint != nil {
		issuer = d.Joint.Issuer
	}
	under("the issuer", issuer, f.Letterhead.IssuerRule)
	under("the title", d.Title, f.DocTitle.Rule)
	if f.Letterhead.IssuerMark != nil && found(all, f.Letterhead.IssuerMark.Words) == nil {
		t.Error("the issuer lacks its mark")
	}
}

// However long what an office says of its document is: all of it stands on the pages
// once, inside their margins.
func TestWhatAnOfficeSaysOfAnyLength(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 11))}
		texts := func(most, long int) (out []string) {
			for range m.IntN(most) {
				out = append(out, m.text(long))
			}
			return out
		}
		d := m.document()
		of := d.Signature
		replaced := append(d.Recipients, d.Letterhead.Parent, d.Letterhead.Issuer, d.Letterhead.Place,
			of.Authority, of.Position, of.Name)
		d.Letterhead.Parent, d.Letterhead.Issuer, d.Letterhead.Place = m.text(40), m.text(60), m.text(12)
		d.Addressees, d.Recipients = texts(70, 12), texts(160, 12)
		d.Urgency, d.Circulation, d.Duplex = m.text(8), m.text(20), m.IntN(2) == 0
		d.Draft, d.DraftNumber = m.IntN(2) == 0, m.IntN(3)
		d.Signature = document.Signature{Authority: m.text(30), Position: m.text(20), Name: m.text(12)}
		if m.IntN(2) == 0 {
			d.Joint = &document.Joint{Issuer: m.text(30), Symbol: "ABC",
				Signature: document.Signature{Authority: m.text(30), Position: m.text(20), Name: m.text(12)}}
		}
		rules, _ := form.Named(d.Profile)
		want := map[string]int{}
		for _, w := range m.words {
			want[strings.ToLower(w)]++
		}
		if rules.Addressees == nil {
			replaced = append(replaced, d.Addressees...)
		}
		for _, w := range strings.Fields(strings.Join(replaced, " ")) {
			want[strings.ToLower(w)]--
		}
		for n, p := range pagesOf(t, d) {
			insideOf(t, p, rules.Page.Margins(p.Width > p.Height, d.Duplex && n%2 == 1))
			for _, w := range strings.Fields(textOfPage(p)) {
				if w = strings.TrimRight(w, ",;."); numbered.MatchString(w) {
					want[strings.ToLower(w)]--
				}
			}
		}
		for w, left := range want {
			if left != 0 {
				t.Errorf("document %d, %s: %s stands on the pages %d times too little", seed, d.Profile, w, left)
			}
		}
		if t.Failed() {
			return
		}
	}
}
