package compose

import (
	"bytes"
	"cmp"
	"image"
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

// page gathers the blocks of a document, no two of which have the same name.
type page struct {
	blocks []document.Block
	parts  int // headings of the first level
	named  map[string]bool
	rows   map[string]bool // IDs of the annex's rows

	pictures func(name string) (image.Image, error) // nil where pictures are words
	failed   error                                  // of the first that there is none of
}

// Pages are the blocks of a text in Markdown that is no report. A picture stands alone, its words on the
// line below it.
func Pages(markdown string, pictures func(name string) (image.Image, error)) ([]document.Block, error) {
	p := &page{named: map[string]bool{}, pictures: pictures}
	p.add("doan", markdown)
	return p.blocks, p.failed
}

// add parses the Markdown of a part of the report. A block is named at its end,
// "{#chi-tieu-4}"; one that is not gets the part's name and its place in it. What
// somebody wrote (Text) cannot name one: its marks are escaped.
func (p *page) add(part, markdown string) {
	w := writer{page: p, source: []byte(markdown), part: part}
	root := goldmark.DefaultParser().Parse(text.NewReader(w.source))
	w.children(root, place{})
}

// writer turns the Markdown of one part into blocks.
type writer struct {
	*page
	source []byte
	part   string
	count  int // blocks of the part
}

// place is where a block stands.
type place struct {
	item  bool   // it is the first of a list's item
	lead  string // its number in a list of numbers: "1) "
	level int    // of the list inside lists, from 0
}

// take adds a block of runs, or several where lines of it end where they are told to.
func (w *writer) take(id string, all []document.Run, make func(id string, runs []document.Run) document.Block) {
	for _, runs := range brokenLines(marked(all)) {
		if len(runs) == 0 {
			continue
		}
		w.blocks = append(w.blocks, make(w.name(id), runs))
		make = func(id string, runs []document.Run) document.Block { return document.Paragraph{ID: id, Runs: runs} }
	}
}

// name makes a name of a block of it that no other block has.
func (w *writer) name(id string) string {
	w.count++
	if id == "" {
		id = w.part + "-" + strconv.Itoa(w.count)
	}
	once := id
	for n := 2; w.named[once]; n++ {
		once = id + "-" + strconv.Itoa(n)
	}
	w.named[once] = true
	return once
}

func (w *writer) children(n ast.Node, at place) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		w.block(child, at)
		at.item, at.lead = false, "" // what follows in an item stands under it
	}
}

func (w *writer) block(n ast.Node, at place) {
	switch n := n.(type) {
	case *ast.Heading:
		id := w.attribute(n)
		if n.Level == 1 {
			w.parts++
		}
		w.take(id, w.runs(n), func(id string, runs []document.Run) document.Block {
			return document.Heading{ID: id, Level: min(n.Level, 3), Runs: runs}
		})
	case *ast.Paragraph, *ast.TextBlock:
		if w.table(n) || w.picture(n) {
			return
		}
		id, runs := w.attribute(n), w.runs(n)
		if at.lead != "" {
			runs = append([]document.Run{{Text: at.lead}}, runs...)
		}
		w.take(id, runs, func(id string, runs []document.Run) document.Block {
			if at.item {
				return document.Item{ID: id, Level: at.level, Runs: runs}
			}
			return document.Paragraph{ID: id, Runs: runs}
		})
	case *ast.List:
		w.list(n, at)
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		// No such thing in a report: its words are kept as they stand.
		w.take("", []document.Run{{Text: viet.Tidy(string(util.UnescapePunctuations(w.lines(n))))}},
			func(id string, runs []document.Run) document.Block { return document.Paragraph{ID: id, Runs: runs} })
	default:
		w.children(n, at)
	}
}

// list adds the items of a list. One of "+" is a list inside the one of "-" before
// it, however far it is set in: so people type it.
func (w *writer) list(n *ast.List, at place) {
	if n.Marker == '+' && at.level == 0 {
		if before, ok := n.PreviousSibling().(*ast.List); ok && before.Marker != '+' {
			at.level = 1
		}
	}
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		inside := place{item: true, level: at.level}
		if n.IsOrdered() {
			inside = place{lead: strconv.Itoa(number) + string(n.Marker) + " ", level: at.level}
		}
		for child := item.FirstChild(); child != nil; child = child.NextSibling() {
			if list, ok := child.(*ast.List); ok {
				w.list(list, place{level: at.level + 1})
			} else {
				w.block(child, inside)
			}
			inside.item, inside.lead = false, ""
		}
		number++
	}
}

// lines is the text of a block as it stands in its file.
func (w *writer) lines(n ast.Node) []byte {
	var b bytes.Buffer
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(w.source))
	}
	return b.Bytes()
}

// attribute takes the name off the end of a block: "{#chi-tieu-4}".
func (w *writer) attribute(n ast.Node) string {
	last, ok := n.LastChild().(*ast.Text)
	if !ok {
		return ""
	}
	value := last.Segment.Value(w.source)
	rest, name, found := cutName(value)
	if found {
		last.Segment = last.Segment.WithStop(last.Segment.Start + len(rest))
	}
	return name
}

func cutName(value []byte) (rest []byte, name string, ok bool) {
	value = bytes.TrimRight(value, " \t\r\n")
	open := bytes.LastIndex(value, []byte("{#"))
	if open < 0 || value[len(value)-1] != '}' || open > 0 && value[open-1] == '\\' {
		return nil, "", false
	}
	name = string(value[open+2 : len(value)-1])
	if name == "" || strings.ContainsAny(name, " \t{}\\") {
		return nil, "", false
	}
	return bytes.TrimRight(value[:open], " \t"), name, true
}

// brokenLines are runs cut where a line was told to end.
func brokenLines(runs []document.Run) [][]document.Run {
	lines := [][]document.Run{nil}
	for _, r := range runs {
		for i, text := range strings.Split(r.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			last := len(lines) - 1
			if i > 0 {
				text = strings.TrimLeft(text, " ")
			}
			if text != "" {
				r.Text = text
				lines[last] = append(lines[last], r)
			}
		}
	}
	for i, line := range lines {
		if last := len(line) - 1; last >= 0 {
			if line[last].Text = strings.TrimRight(line[last].Text, " "); line[last].Text == "" {
				lines[i] = line[:last]
			}
		}
	}
	return lines
}

// table adds a paragraph that is a table of Markdown, "| a | b |" over "|---|--:|",
// and says whether it is one.
func (w *writer) table(n ast.Node) bool {
	lines := strings.Split(strings.TrimSpace(string(w.lines(n))), "\n")
	id := ""
	if rest, name, ok := cutName([]byte(lines[len(lines)-1])); ok && len(bytes.TrimSpace(rest)) == 0 {
		id, lines = name, lines[:len(lines)-1]
	}
	if len(lines) < 2 {
		return false
	}
	columns, ok := aligned(cellsOf(lines[1]))
	head := cellsOf(lines[0])
	if !ok || len(head) != len(columns) {
		return false
	}
	t := document.Table{Columns: columns}
	row := func(texts []string, style document.Style, align *document.Align) []document.Cell {
		cells := make([]document.Cell, len(columns))
		for i := range columns {
			if i < len(texts) {
				cells[i].Runs = w.inline(texts[i])
				for k := range cells[i].Runs {
					cells[i].Runs[k].Style |= style
				}
			}
			cells[i].Align = align
		}
		if len(texts) > len(columns) { // more cells than the head has: nothing is lost
			last := &cells[len(columns)-1]
			for _, more := range texts[len(columns):] {
				last.Runs = append(append(last.Runs, document.Run{Text: " "}), w.inline(more)...)
			}
		}
		return cells
	}
	t.Head = [][]document.Cell{row(head, document.Bold, new(document.Center))}
	for _, line := range lines[2:] {
		t.Rows = append(t.Rows, document.Row{Cells: row(cellsOf(line), document.Plain, nil)})
	}
	t.ID = w.name(id)
	w.blocks = append(w.blocks, t)
	return true
}

// picture adds a paragraph that begins with a picture, and says whether it is one.
func (w *writer) picture(n ast.Node) bool {
	of, ok := n.FirstChild().(*ast.Image)
	if !ok || w.pictures == nil {
		return false
	}
	drawn, err := w.pictures(string(of.Destination))
	if err != nil {
		w.failed = cmp.Or(w.failed, err)
		return true
	}
	says := ""
	for _, r := range w.runs(of) {
		says += r.Text
	}
	n.RemoveChild(n, of)
	below := w.runs(n)
	if len(below) > 0 && strings.TrimSpace(below[0].Text) == "" { // the end of the picture's own line
		below = below[1:]
	}
	w.blocks = append(w.blocks, document.Picture{ID: w.name(""), Image: drawn, Says: says, Runs: below})
	return true
}

// cellsOf are the cells of a line of a table; a stroke behind a backslash is text.
func cellsOf(line string) []string {
	line = strings.TrimPrefix(strings.TrimSpace(line), "|")
	var cells []string
	from := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, strings.TrimSpace(line[from:i]))
			from = i + 1
		}
	}
	if rest := strings.TrimSpace(line[from:]); rest != "" {
		cells = append(cells, rest)
	}
	return cells
}

// aligned reads the line under a table's head.
func aligned(cells []string) ([]document.Column, bool) {
	var columns []document.Column
	for _, c := range cells {
		dashes := strings.Trim(c, ":")
		if dashes == "" || strings.Trim(dashes, "-") != "" {
			return nil, false
		}
		align := document.Left
		switch left, right := strings.HasPrefix(c, ":"), strings.HasSuffix(c, ":"); {
		case left && right:
			align = document.Center
		case right:
			align = document.Right
		}
		columns = append(columns, document.Column{Align: align})
	}
	return columns, columns != nil
}

// inline are the runs of a cell of Markdown.
func (w *writer) inline(cell string) []document.Run {
	of := writer{page: w.page, source: []byte(cell)}
	return marked(of.runs(goldmark.DefaultParser().Parse(text.NewReader(of.source))))
}

// runs are the runs of a block. What stands in a link to a row of the annex, "#ct-4",
// tells of that row; of other links only the words are kept.
func (w *writer) runs(n ast.Node) []document.Run {
	var out []document.Run
	add := func(s string, style document.Style, to string) {
		if s == "" {
			return
		}
		if k := len(out) - 1; k >= 0 && out[k].Style == style && out[k].To == to {
			out[k].Text += s
			return
		}
		out = append(out, document.Run{Text: s, Style: style, To: to})
	}
	var walk func(ast.Node, document.Style, string)
	walk = func(n ast.Node, style document.Style, to string) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				s := c.Segment.Value(w.source)
				if !c.IsRaw() {
					s = util.UnescapePunctuations(s)
				}
				if style&document.Gap != 0 {
					s = util.UnescapePunctuations(s)
				}
				add(string(s), style, to)
				switch {
				case c.HardLineBreak():
					add("\n", style, to)
				case c.SoftLineBreak():
					add(" ", style, to)
				}
			case *ast.String:
				add(string(c.Value), style, to)
			case *ast.CodeSpan:
				walk(c, style|document.Gap, to)
			case *ast.Link:
				row, _ := strings.CutPrefix(string(c.Destination), "#")
				if !w.rows[row] {
					row = to
				}
				walk(c, style, row)
			case *ast.Emphasis:
				if c.Level == 2 {
					walk(c, style|document.Bold, to)
				} else {
					walk(c, style|document.Italic, to)
				}
			case *ast.AutoLink:
				add(string(c.Label(w.source)), style, to)
			case *ast.RawHTML:
				for i := range c.Segments.Len() {
					s := c.Segments.At(i)
					add(string(s.Value(w.source)), style, to)
				}
			default:
				walk(c, style, to)
			}
		}
	}
	walk(n, document.Plain, "")
	return out
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
				out = append(out, document.Run{Text: r.Text[:open], Style: r.Style, To: r.To})
			}
			out = append(out, document.Run{Text: r.Text[open:end], Style: r.Style | document.Gap, To: r.To})
			r.Text, from = r.Text[end:], 0
		}
		if r.Text != "" {
			out = append(out, r)
		}
	}
	return out
}
