package app_test

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"baocao/internal/app"
	"baocao/internal/compose"
	"baocao/internal/render/pdf"
)

// What a typist would measure on the pages of a report's body. To see it:
// go test ./internal/app -run TestTheExamplesAreSetWell -v
type typography struct {
	spaces  []float64 // of each justified line, by the natural one
	open    []string  // lines left open: their spaces would get twice as wide
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
	space        float64 // added to each space
	begins, more bool    // a paragraph, or goes on with one
}

func bodyLines(p pdf.Page) []printedLine {
	var lines []printedLine
	for _, f := range p.Frames {
		f, ok := f.(pdf.Text)
		if !ok || f.Size != 14 || f.Y < 20*mm {
			continue
		}
		if n := len(lines) - 1; n >= 0 && lines[n].y == f.Y && math.Abs(lines[n].end-f.X) < 0.01 {
			lines[n].text += f.Text
			lines[n].end = f.X + f.Width
			continue
		}
		// A paragraph, or an item inside a list.
		begins := math.Abs(f.X-40*mm) < 0.5 || math.Abs(f.X-45*mm) < 0.5
		lines = append(lines, printedLine{text: f.Text, x: f.X, end: f.X + f.Width, y: f.Y, space: f.Space,
			begins: begins, more: math.Abs(f.X-30*mm) < 0.5 && f.Text != "Nơi nhận:"})
	}
	return lines
}

func measured(layout *pdf.Layout) typography {
	const right = (210 - 15) * mm
	var out typography
	var before printedLine
	for _, p := range layout.Pages {
		if p.Width > p.Height {
			break // the annex
		}
		for _, l := range bodyLines(p) {
			if !l.begins && !l.more {
				continue
			}
			if l.space != 0 {
				out.spaces = append(out.spaces, 1+l.space/(0.25*14))
			}
			if l.more {
				if before.begins {
					out.paragrs++
				}
				if before.end < right-0.5 {
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
		m := measured(layout)
		t.Logf("%s\n%v", dir, m)
		mean, worst := m.meanAndWorst()
		if len(m.spaces) < 30 || mean > 1.25 || worst > 2 || len(m.never) > 0 || 10*len(m.seldom) > 2*len(m.spaces) ||
			len(m.open) > 4 || // the headings that fill more than a line among them
			6*len(m.alone) > m.paragrs {
			t.Errorf("%s is set worse than it was\n%v", dir, m)
		}
	}
}
