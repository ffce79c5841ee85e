package workbook

import (
	"slices"
	"strings"
	"unicode"
)

// The most that is read of a header: Excel takes 255 letters. A sheet has three kinds of
// pages (the first, even ones, the rest) with three parts each.
const (
	maxMarginText  = 1 << 13
	maxMarginParts = 9
)

// AddMargin adds parts to those of a header or footer.
func AddMargin(to *[]Cell, parts ...Cell) {
	*to = append(*to, parts[:min(len(parts), max(maxMarginParts-len(*to), 0))]...)
}

// marginMemory is about what a part of a header takes beside its text, in bytes.
const marginMemory = 256

// Margin is what a header or footer prints that is written in the codes of Excel, a
// cell for each of its parts, from left to right. What the codes stand for (numbers of
// pages, days, names of files) is left out.
func Margin(codes string, g *Guard) ([]Cell, error) {
	if len(codes) > maxMarginText {
		codes = strings.ToValidUTF8(codes[:maxMarginText], "")
	}
	parts := map[byte]*margin{'L': {}, 'C': {}, 'R': {}}
	in := parts['C']
	for codes != "" {
		text, rest, coded := strings.Cut(codes, "&")
		in.add(text)
		if !coded || rest == "" {
			break
		}
		code := rest[0]
		codes = rest[1:]
		switch {
		case parts[code] != nil:
			in = parts[code]
		case code == '&':
			in.add("&")
		case code == '"': // a font and its kind
			font, _, _ := strings.Cut(codes, `"`)
			codes = strings.TrimPrefix(codes[len(font):], `"`)
			if in.font, _, _ = strings.Cut(font, ","); in.font == "-" {
				in.font = ""
			}
		case code == 'K': // a colour, "FF0000" or "01+000"
			codes = codes[min(len(codes), 6):]
		case code == 'S':
			in.struck = !in.struck
		case code >= '0' && code <= '9': // a size
			codes = strings.TrimLeft(codes, "0123456789")
		case strings.IndexByte("PNDTAFZG", code) >= 0:
			in.add(" ")
			if code == 'P' && codes != "" && (codes[0] == '+' || codes[0] == '-') { // the number of another page
				codes = strings.TrimLeft(codes[1:], "0123456789")
			}
		}
	}
	var all []Cell
	for _, side := range "LCR" {
		m := parts[byte(side)]
		if c, ok := MarginCell(m.runs); ok {
			if err := g.Use(marginMemory + 2*len(c.Text)); err != nil {
				return nil, err
			}
			all = append(all, c)
		}
	}
	return all, nil
}

// margin is one part of a header while it is read.
type margin struct {
	runs   []Run
	font   string
	struck bool
}

func (m *margin) add(text string) {
	if text == "" {
		return
	}
	run := Run{Text: text, Font: m.font, Struck: m.struck}
	if n := len(m.runs); n > 0 && m.runs[n-1].Font == run.Font && m.runs[n-1].Struck == run.Struck {
		m.runs[n-1].Text += text
		return
	}
	m.runs = append(m.runs, run)
}

// MarginCell is a part of a header or footer; ok is false where it prints no words.
// What is crossed out in it is left out: nobody goes by it.
func MarginCell(runs []Run) (c Cell, ok bool) {
	runs = slices.DeleteFunc(slices.Clone(runs), func(r Run) bool { return r.Struck || r.Unseen })
	var text strings.Builder
	for _, r := range runs {
		text.WriteString(r.Text)
	}
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if !strings.ContainsFunc(text.String(), isWord) {
		return c, false
	}
	c = Cell{Kind: Text, Text: text.String(), Style: NewStyle(runs[0].Font, "General")}
	if len(runs) > 1 {
		c.Runs = runs
	}
	return c, true
}
