package docx

import (
	"strings"

	"baocao/internal/document"
	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// Edited is a Word file of ours as somebody gives it back: what stands in its body, and
// what else was done to it.
type Edited struct {
	Paragraphs []Paragraph // of the body, blank ones left out
	Edition    string      // sum of the report's; "" where the file does not say
	Known      string      // sum of the IDs that the body had; "" where the file does not say
	Outside    bool        // letterhead, title, tables, signature or annex are not what they were

	Tracked  int // changes under review, which are read as accepted
	Struck   int // texts that are crossed out, which are read as deleted
	Pictures int // and formulas, notes: what no words of ours can hold
	Comments []Comment
}

// Paragraph is one of the body.
type Paragraph struct {
	Level  int  // of a heading; 0 for none
	Item   bool // of a list
	Pieces []Piece
}

// Piece is a part of a paragraph that stands in one bookmark, or in none.
type Piece struct {
	Mark string
	Runs []document.Run
}

// Comment is what somebody wrote at the edge.
type Comment struct{ Author, Text string }

// Text is what is read of a paragraph.
func (p Paragraph) Text() string {
	var b strings.Builder
	for _, piece := range p.Pieces {
		for _, r := range piece.Runs {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// Names beside those of blocks: sums of what stands outside them.
const (
	frontName = "bd_dau_"  // letterhead and title
	backName  = "bd_cuoi_" // tables, signature, annex; it stands where the signature begins
	knownName = "bd_ds_"   // the IDs

	editionName = "bd_ky_" // whose report it is, and of when
)

// IsBlockMark reports the name of a block's bookmark, Sum the sum in it.
func IsBlockMark(name string) bool { return strings.HasPrefix(name, blockPrefix) }

// MarkOf is the name of an ID's bookmark without the sum of its text.
func MarkOf(id string) string { return cutSum(Mark(id, "")) }

func cutSum(mark string) string { return mark[:max(len(mark)-sumLength-1, 0)] }

// Of reports what a bookmark is of: its name without the sum.
func Of(mark string) string { return cutSum(mark) }

// Reads reports of bookmarks whether a paragraph says what they were put at. A hostile
// one stands in very many: its text is summed up once.
func Reads(text string) func(mark string) bool {
	ending := "_" + sum(SameText(text))
	return func(mark string) bool { return strings.HasSuffix(mark, ending) }
}

// KnownIDs is the sum of the IDs of a body.
func KnownIDs(ids []string) string { return sum(strings.Join(ids, " ")) }

// EditionSum is the sum of a document's edition.
func EditionSum(edition string) string { return sum(edition) }

// bare is a text of which only letters and figures count.
func bare(text string) string { return strings.ReplaceAll(SameText(text), " ", "") }

// Read reads a file. Its memory is booked with the archive's guard.
func Read(a *ooxml.Archive) (*Edited, error) {
	main := "word/document.xml"
	if rels, err := a.Relations(""); err == nil && rels.Part("officeDocument") != "" {
		main = rels.Part("officeDocument")
	}
	r := &reader{guard: a.Guard, open: map[string]string{}}
	if err := part(a, main, "document", r.document); err != nil {
		return nil, err
	}
	out := r.edited()
	if rels, err := a.Relations(main); err == nil && rels.Part("comments") != "" && a.Has(rels.Part("comments")) {
		if err := part(a, rels.Part("comments"), "comments", func(x *ooxml.Scanner) error {
			return comments(x,
				out)
		}); err != nil {
			return nil, err
		}
	}
	return out, a.VerifyRest()
}

func part(a *ooxml.Archive, name, root string, read func(*ooxml.Scanner) error) error {
	data, err := a.Read(name)
	if err != nil {
		return err
	}
	x, err := ooxml.NewScanner(name, data, a.Guard)
	if err != nil {
		return err
	}
	if err := x.Root(root); err != nil {
		return err
	}
	if err := read(x); err != nil {
		return err
	}
	return x.Finish()
}

func comments(x *ooxml.Scanner, out *Edited) error {
	return x.Children(func(name string) error {
		if name != "comment" {
			return nil
		}
		c := Comment{Author: x.AttrLocal("author")}
		r := &reader{open: map[string]string{}, guard: nil}
		err := r.blocks(x)
		for _, n := range r.nodes {
			c.Text = strings.TrimSpace(c.Text + " " + n.Text())
		}
		out.Comments = append(out.Comments, c)
		return err
	})
}

// node is a paragraph of the document, or a table.
type node struct {
	Paragraph
	table bool
	text  string // of a table
	back  bool   // the signature begins in it
}

type reader struct {
	guard *workbook.Guard
	nodes []node
	open  map[string]string // open bookmarks by their id
	stack []string          // ids of those of blocks, the last one begun at the end
	sums  map[string]string // of names beside those of blocks

	tracked, struck, pictures int

	joins bool  // the end of the paragraph before was deleted under review
	table *node // the outermost one being read
}

func (r *reader) document(x *ooxml.Scanner) error {
	r.sums = map[string]string{}
	return x.Children(func(name string) error {
		if name == "body" {
			return r.blocks(x)
		}
		return nil
	})
}

// blocks reads what stands in the element just started.
func (r *reader) blocks(x *ooxml.Scanner) error {
	return x.Children(func(name string) error {
		switch name {
		case "p":
			return r.paragraph(x)
		case "tbl":
			return r.tableOf(x)
		case "ins", "moveTo":
			r.tracked++
			return r.blocks(x)
		case "sdt", "sdtContent", "customXml", "smartTag", "tr", "tc":
			return r.blocks(x)
		case "bookmarkStart", "bookmarkEnd":
			r.bookmark(x, name)
		case "altChunk":
			return workbook.Refuse("B116", nil)
		}
		return nil
	})
}

func (r *reader) tableOf(x *ooxml.Scanner) error {
	if r.table == nil {
		r.nodes = append(r.nodes, node{table: true})
		r.table = &r.nodes[len(r.nodes)-1]
		defer func() { r.table = nil }()
	}
	return r.blocks(x)
}

func (r *reader) bookmark(x *ooxml.Scanner, name string) {
	id := x.AttrLocal("id")
	if name == "bookmarkEnd" {
		delete(r.open, id)
		return
	}
	switch mark := x.AttrLocal("name"); {
	case IsBlockMark(mark):
		r.open[id] = mark
		r.stack = append(r.stack, id)
	case strings.HasPrefix(mark, frontName), strings.HasPrefix(mark, backName), strings.HasPrefix(mark, knownName),
		strings.HasPrefix(mark, editionName):
		if r.sums != nil {
			r.sums[cutSum(mark)+"_"] = mark[len(mark)-sumLength:]
		}
		if r.table != nil && strings.HasPrefix(mark, backName) {
			r.table.back = true
		}
	}
}

// owner is the block's bookmark that a text stands in: the last one begun.
func (r *reader) owner() string {
	for len(r.stack) > 0 {
		if mark, is := r.open[r.stack[len(r.stack)-1]]; is {
			return mark
		}
		r.stack = r.stack[:len(r.stack)-1]
	}
	return ""
}

// paragraph reads one paragraph, with what is done under review as if accepted.
func (r *reader) paragraph(x *ooxml.Scanner) error {
	p := &Paragraph{}
	if n := len(r.nodes); r.joins && n > 0 && !r.nodes[n-1].table && r.table == nil {
		*p = r.nodes[n-1].Paragraph
		r.nodes = r.nodes[:n-1]
	}
	r.joins = false
	joins := false
	err := r.inline(x, p, func(name string) error {
		switch name {
		case "pStyle":
			style := strings.ToLower(x.AttrLocal("val"))
			if level, ok := strings.CutPrefix(style, "heading"); ok && len(level) == 1 && level[0] >= '1' &&
				level[0] <= '9' {
				p.Level = min(int(level[0]-'0'), 3)
			}
			p.Item = strings.HasPrefix(style, "list")
		case "numPr":
			p.Item = true
		case "rPr":
			return x.Children(func(name string) error {
				if name == "del" || name == "moveFrom" {
					joins = true
					r.tracked++
				}
				return nil
			})
		}
		return nil
	})
	if r.table != nil {
		r.table.text += p.Text() + " "
		return err
	}
	r.joins = joins
	r.nodes = append(r.nodes, node{Paragraph: *p})
	return err
}

// inline reads the runs of the element just started; property is told of each property
// of the paragraph.
func (r *reader) inline(x *ooxml.Scanner, p *Paragraph, property func(string) error) error {
	return x.Children(func(name string) error {
		switch name {
		case "pPr":
			return x.Children(property)
		case "r":
			if string(x.Prefix) == "m" {
				return nil
			}
			return r.run(x, p)
		case "ins", "moveTo":
			r.tracked++
			return r.inline(x, p, property)
		case "del", "moveFrom":
			r.tracked++
		case "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo":
			return r.inline(x, p, property)
		case "oMath", "oMathPara", "AlternateContent", "contentPart":
			r.pictures++
		case "bookmarkStart", "bookmarkEnd":
			r.bookmark(x, name)
			if mark := r.owner(); name == "bookmarkStart" && mark != "" && r.table == nil {
				r.put(p, "", document.Plain) // a paragraph that was cleared keeps its name
			}
		}
		return nil
	})
}

// put adds a text to a paragraph.
func (r *reader) put(p *Paragraph, text string, style document.Style) {
	mark := r.owner()
	if n := len(p.Pieces); n == 0 || p.Pieces[n-1].Mark != mark {
		p.Pieces = append(p.Pieces, Piece{Mark: mark})
	}
	piece := &p.Pieces[len(p.Pieces)-1]
	if n := len(piece.Runs); n > 0 && piece.Runs[n-1].Style == style {
		piece.Runs[n-1].Text += text
	} else if text != "" {
		piece.Runs = append(piece.Runs, document.Run{Text: text, Style: style})
	}
}

func (r *reader) run(x *ooxml.Scanner, p *Paragraph) error {
	style, struck, hidden := document.Plain, false, false
	add := func(text string) error {
		switch {
		case hidden:
			return nil
		case struck:
			if strings.TrimSpace(text) != "" {
				r.struck++
			}
			return nil
		}
		if r.guard != nil {
			if err := r.guard.Use(len(text)); err != nil {
				return err
			}
		}
		r.put(p, text, style)
		return nil
	}
	return x.Children(func(name string) error {
		switch name {
		case "rPr":
			return x.Children(func(name string) error {
				switch name {
				case "b":
					style = with(style, document.Bold, x.On())
				case "i":
					style = with(style, document.Italic, x.On())
				case "strike", "dstrike":
					struck = struck || x.On()
				case "vanish":
					hidden = x.On()
				}
				return nil
			})
		case "t":
			text, err := x.TextContent(nil)
			if err != nil {
				return err
			}
			return add(string(text))
		case "tab", "ptab", "br", "cr":
			return add(" ")
		case "noBreakHyphen":
			return add("-")
		case "drawing", "pict", "object", "footnoteReference", "endnoteReference", "sym", "AlternateContent",
			"contentPart":
			r.pictures++
		}
		return nil
	})
}

func with(style, bit document.Style, on bool) document.Style {
	if on {
		return style | bit
	}
	return style &^ bit
}

// edited sorts what was read: the body begins with the first block that has a name and
// ends where the signature begins.
func (r *reader) edited() *Edited {
	out := &Edited{Tracked: r.tracked, Struck: r.struck, Pictures: r.pictures, Known: r.sums[knownName],
		Edition: r.sums[editionName]}
	first, last, signature := -1, -1, -1
	for i, n := range r.nodes {
		for _, piece := range n.Pieces {
			if piece.Mark != "" {
				last = i
				if first < 0 {
					first = i
				}
			}
		}
		if n.back && signature < 0 {
			signature = i
		}
	}
	if first < 0 {
		return out
	}
	front, back := "", ""
	for i, n := range r.nodes {
		if signature < 0 && i > last && n.table {
			signature = i
		}
		switch {
		case i < first:
			front += n.Text() + n.text
		case n.table || signature >= 0 && i >= signature:
			back += n.Text() + n.text
		case strings.TrimSpace(n.Text()) != "" || len(n.Pieces) > 0:
			out.Paragraphs = append(out.Paragraphs, n.Paragraph)
		}
	}
	out.Outside = r.sums[frontName] != "" && r.sums[frontName] != sum(bare(front)) ||
		r.sums[backName] != "" && r.sums[backName] != sum(bare(back))
	return out
}
