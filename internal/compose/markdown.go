package compose

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"baocao/internal/document"
	"baocao/internal/viet"
)

// Text is somebody's words or figures in a template. It prints escaped, so that
// nothing in it is read as Markdown; templates compare it as the plain string.
type Text string

// String is the text with every ASCII punctuation mark escaped, on one line. One that
// begins with a space hangs on to the words before it, and keeps it.
func (t Text) String() string {
	var b strings.Builder
	if strings.HasPrefix(string(t), " ") {
		b.WriteByte(' ')
	}
	for _, r := range viet.Tidy(string(t)) {
		if r < 0x80 && util.IsPunct(byte(r)) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// parse turns Markdown into blocks.
func parse(markdown string) []document.Block {
	source := []byte(markdown)
	root := goldmark.DefaultParser().Parse(text.NewReader(source))
	var out []document.Block
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		out = append(out, blocks(n, source)...)
	}
	return out
}

func blocks(n ast.Node, source []byte) []document.Block {
	switch n := n.(type) {
	case *ast.Heading:
		return []document.Block{document.Heading{Level: min(n.Level, 3), Runs: runs(n, source)}}
	case *ast.Paragraph, *ast.TextBlock:
		if r := runs(n, source); len(r) > 0 {
			return []document.Block{document.Paragraph{Runs: r}}
		}
		return nil
	case *ast.List:
		var out []document.Block
		number := n.Start
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			for child := item.FirstChild(); child != nil; child = child.NextSibling() {
				for _, b := range blocks(child, source) {
					p, plain := b.(document.Paragraph)
					switch {
					case plain && n.IsOrdered():
						p.Runs = append([]document.Run{{Text: strconv.Itoa(number) + ". "}}, p.Runs...)
						b = p
					case plain:
						b = document.Item{Runs: p.Runs}
					}
					out = append(out, b)
				}
			}
			number++
		}
		return out
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		// No such thing in a report: its words are kept as they stand.
		var b bytes.Buffer
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			b.Write(line.Value(source))
		}
		words := viet.Tidy(string(util.UnescapePunctuations(b.Bytes())))
		return []document.Block{document.Paragraph{Runs: []document.Run{{Text: words}}}}
	}
	var out []document.Block
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		out = append(out, blocks(child, source)...)
	}
	return out
}

func runs(n ast.Node, source []byte) []document.Run {
	var out []document.Run
	add := func(s string, style document.Style) {
		if s == "" {
			return
		}
		if k := len(out) - 1; k >= 0 && out[k].Style == style {
			out[k].Text += s
			return
		}
		out = append(out, document.Run{Text: s, Style: style})
	}
	var walk func(ast.Node, document.Style)
	walk = func(n ast.Node, style document.Style) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				s := c.Segment.Value(source)
				if !c.IsRaw() {
					s = util.UnescapePunctuations(s)
				}
				if style&document.Gap != 0 {
					s = util.UnescapePunctuations(s)
				}
				add(string(s), style)
				if c.SoftLineBreak() || c.HardLineBreak() {
					add(" ", style)
				}
			case *ast.String:
				add(string(c.Value), style)
			case *ast.CodeSpan:
				walk(c, style|document.Gap)
			case *ast.Emphasis:
				if c.Level == 2 {
					walk(c, style|document.Bold)
				} else {
					walk(c, style|document.Italic)
				}
			case *ast.AutoLink:
				add(string(c.Label(source)), style)
			case *ast.RawHTML:
				for i := range c.Segments.Len() {
					s := c.Segments.At(i)
					add(string(s.Value(source)), style)
				}
			default:
				walk(c, style)
			}
		}
	}
	walk(n, document.Plain)
	return marked(out)
}

// left is how a place is marked that somebody has to write. The templates here
// print it as code; an office's own wording, or a unit's, may have forgotten that.
const left = "[bổ sung"

// marked makes a gap of every bracket that says what is to be added.
func marked(runs []document.Run) []document.Run {
	var out []document.Run
	for _, r := range runs {
		from := 0
		for r.Style&document.Gap == 0 {
			open := strings.IndexByte(r.Text[from:], '[')
			if open < 0 {
				break
			}
			open += from
			end := open + strings.IndexByte(r.Text[open:], ']') + 1
			if end < open+len(left) || !strings.EqualFold(r.Text[open:open+len(left)], left) {
				from = open + 1
				continue
			}
			if open > 0 {
				out = append(out, document.Run{Text: r.Text[:open], Style: r.Style})
			}
			out = append(out, document.Run{Text: r.Text[open:end], Style: r.Style | document.Gap})
			r.Text, from = r.Text[end:], 0
		}
		if r.Text != "" {
			out = append(out, r)
		}
	}
	return out
}
