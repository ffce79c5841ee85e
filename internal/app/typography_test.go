package app_test

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/compose"
	"baocao/internal/document"
	"baocao/internal/render/pdf"
)

// What a typist would measure on the pages of a report's body. To see it:
// go test ./internal/app -run TestTheExamplesAreSetWell -v
type typography struct {
	spaces  []float64 // of each justified line, by the natural one
	open    []string  // lines left open: else a figure would be parted from its unit
	paragrs int       // of more than one line
	alone   []string  // their last lines, where these are one word
	never   []string  // line ends where none may be
	seldom  []string  // and between a figure and its unit
}

// Line ends inside what is read as one; | is the end of the line.
var (
	neverBroken = []*regexp.Regexp{
		regexp.MustCompile(`(?i)(^|[\s("“])(ngày|tháng|năm|số|điều|khoản|quý|loại|lần|thứ)\|[(“]?[\dIVX]`),
		regexp.MustCompile(`[-–±≥≤]\|\d|\|[-–]|\|%|\d/\|\d`),
	}
	seldomBroken = regexp.MustCompile(`\d\|(tỷ|triệu|đồng|trường|hộ|điểm|đơn|chỉ|người|lượt|tổ|đảng|` +
		`doanh|nhà|tấn|m³)|(tỷ|triệu)\|đồng|(đạt|tăng|giảm|vượt|bằng)\|\d`)
)

const mm = 72 / 25.4

// printedLine is one line of the body as it stands on the page.
type printedLine struct {
	text         string
	x, end, y    float64
	space        float64 // the mean of its spaces, by the natural one
	begins, more bool    // a paragraph, or goes on with one
}

const (
	natural   = 0.25 * 14 // width of a space
	rightEdge = (210 - 15) * mm
)

// full reports a line that reaches the right margin, as exactly as others place letters.
func (l printedLine) full() bool { return l.end > rightEdge-1.5 }

func (l printedLine) placed() printedLine {
	// A paragraph, or an item inside a list.
	l.begins = math.Abs(l.x-40*mm) < 0.5 || math.Abs(l.x-45*mm) < 0.5
	l.more = math.Abs(l.x-30*mm) < 0.5 && l.text != "Nơi nhận:"
	return l
}

// bodyLines are the lines of the body's paragraphs. Headings are not justified.
func bodyLines(layout *pdf.Layout) []printedLine {
	var lines []printedLine
	heading := false
	for _, p := range layout.Pages {
		if p.Width > p.Height {
			break // the annex
		}
		for _, f := range p.Frames {
			f, ok := f.(pdf.Text)
			if !ok || f.Size != 14 || f.Y < 20*mm {
				continue
			}
			if begins := (printedLine{x: f.X}).placed().begins; begins || f.Style&document.Bold != 0 {
				heading = f.Style&document.Bold != 0
			}
			if heading {
				continue
			}
			if n := len(lines) - 1; n >= 0 && lines[n].y == f.Y && math.Abs(lines[n].end-f.X) < 0.01 {
				lines[n].text += f.Text
				lines[n].end = f.X + f.Width
				if f.Space != 0 || f.Track != 0 { // a link at its begin has no spaces
					lines[n].space = 1 + (f.Space+2*f.Track)/natural
				}
				continue
			}
			lines = append(lines, printedLine{text: f.Text, x: f.X, end: f.X + f.Width, y: f.Y,
				space: 1 + (f.Space+2*f.Track)/natural}.placed())
		}
	}
	return lines
}

func measured(lines []printedLine) typography {
	var out typography
	var before printedLine
	for _, l := range lines {
		if !l.begins && (!l.more || before.text == "") { // the letterhead begins where lines do
			continue
		}
		if l.full() {
			out.spaces = append(out.spaces, l.space)
		}
		if l.more {
			if before.begins {
				out.paragrs++
			}
			if !before.full() {
				out.open = append(out.open, before.text)
			}
			if !strings.Contains(l.text, " ") {
				out.alone = append(out.alone, l.text)
			}
			first, _, _ := strings.Cut(l.text, " ")
			end := max(0, len(before.text)-20)
			at := before.text[strings.LastIndexByte(before.text[:end], ' ')+1:] + "|" + first
			for _, never := range neverBroken {
				if never.MatchString(at) {
					out.never = append(out.never, at)
				}
			}
			if seldomBroken.MatchString(at) {
				out.seldom = append(out.seldom, at)
			}
		}
		before = l
	}
	return out
}

func (m typography) meanAndWorst() (mean, worst float64) {
	for _, r := range m.spaces {
		mean += r / float64(len(m.spaces))
		worst = max(worst, r)
	}
	return mean, worst
}

func (m typography) String() string {
	mean, worst := m.meanAndWorst()
	return fmt.Sprintf("%d full lines: spaces mean %.2f, worst %.2f\n%d open %q\n%d bad breaks %q\n"+
		"%d between figure and unit %q\nof %d paragraphs %d end in one word %q", len(m.spaces), mean, worst,
		len(m.open), m.open, len(m.never), m.never, len(m.seldom), m.seldom, m.paragrs, len(m.alone), m.alone)
}

// What the pages of both examples look like to who measures them. Set line by line,
// each as full as it gets, they had spaces of 1.33 in the mean and of 2.64 at worst,
// and a sixth of their paragraphs ended in one word.
func TestTheExamplesAreSetWell(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{exampleDir, wardDir} {
		a, err := app.Judge(t.Context(), dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := compose.Report(a)
		layout, _, err := pdf.Set(doc)
		if err != nil {
			t.Fatal(err)
		}
		m := measured(bodyLines(layout))
		t.Logf("%s\n%v", dir, m)
		mean, worst := m.meanAndWorst()
		if len(m.spaces) < 30 || mean > 1.12 || worst > 1.72 || len(m.never)+len(m.seldom)+len(m.alone) > 0 ||
			len(m.open) > 3 {
			t.Errorf("%s is set worse than it was\n%v", dir, m)
		}
	}
}
