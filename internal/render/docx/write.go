package docx

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"baocao/internal/document"
	"baocao/internal/form"
)

// writer is the work in hand: the text of word/document.xml.
type writer struct {
	strings.Builder
	doc    *document.Document
	form   *form.Profile
	turned bool             // the page is read from the side
	marks  int              // bookmarks so far
	names  map[string]bool  // of bookmarks
	rows   map[string]bool  // of the annex, by ID, which a link can go to
	ids    []string         // of the blocks
	side   *strings.Builder // what is written outside the blocks goes there too
	widths map[rune]float64
	begins string            // the bookmark at the cell that is next
	sums   *strings.Replacer // puts the sums into their bookmarks
}

func newWriter(d *document.Document, f *form.Profile) *writer {
	return &writer{doc: d, form: f, names: map[string]bool{}, rows: map[string]bool{},
		widths: map[rune]float64{}}
}

func (w *writer) add(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// mm and points are lengths in twentieths of a point, in which the format counts.
func mm(n float64) int     { return int(math.Round(n * 1440 / 25.4)) }
func points(n float64) int { return int(math.Round(n * 20)) }

// escape makes a text fit for XML. What XML cannot hold is shown as what it is, a
// letter that was lost.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text { // what is no UTF-8 comes as U+FFFD
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\t' || r == '\n':
			b.WriteRune(r)
		case r == '\r':
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// look is how a paragraph differs from its style. Lengths are in twentieths of a point.
type look struct {
	style       string
	of          *form.Text // as the form sets it
	keep        bool       // with the next
	border      bool       // a rule above, as long as the indents leave
	boxed       bool
	center      int // place of a tabulator
	rightTab    int
	before      int    // above; 0 for what the style says
	left, right int    // indents
	align       string // "" for what the style says
	size        float64
	bold        bool   // all of its text
	section     string // the properties of the section that ends here
}

// properties are written in the order that the format wants.
func (w *writer) properties(l look) {
	w.add(`<w:pPr><w:pStyle w:val="%s"/>`, l.style)
	if l.keep {
		w.add(`<w:keepNext/>`)
	}
	const line = `<w:%s w:val="single" w:sz="6" w:space="0" w:color="auto"/>`
	switch {
	case l.boxed:
		w.add(`<w:pBdr>`+line+line+line+line+`</w:pBdr>`, "top", "left", "bottom", "right")
	case l.border:
		w.add(`<w:pBdr>`+line+`</w:pBdr>`, "top")
	}
	if l.center != 0 {
		w.add(`<w:tabs><w:tab w:val="center" w:pos="%d"/><w:tab w:val="right" w:pos="%d"/></w:tabs>`, l.center,
			l.rightTab)
	}
	if l.of != nil {
		w.add(`%s`, spacing(points(l.of.Above), l.of.Leading))
	} else {
		w.add(`%s`, spacing(l.before, 0))
	}
	if l.left != 0 || l.right != 0 {
		w.add(`<w:ind w:left="%d" w:right="%d"/>`, l.left, l.right)
	}
	if l.align != "" {
		w.add(`<w:jc w:val="%s"/>`, l.align)
	}
	w.add(`%s</w:pPr>`, l.section)
}

// paragraph writes one paragraph.
func (w *writer) paragraph(l look, rs []document.Run) {
	w.add(`<w:p>`)
	w.properties(l)
	w.runs(l, rs)
	w.add(`</w:p>`)
}

// named writes a paragraph with a bookmark; "" for none. It takes in the end of the
// paragraph, so that one whose text is all typed anew keeps its name, as does one that
// is cut in two or moved.
func (w *writer) named(l look, name string, rs []document.Run) {
	if name == "" || w.names[name] { // Word keeps the first of two
		w.paragraph(l, rs)
		return
	}
	id := w.bookmark(name)
	w.add(`<w:p>`)
	w.properties(l)
	w.add(`<w:bookmarkStart w:id="%d" w:name="%s"/>`, id, name)
	w.runs(l, rs)
	w.add(`</w:p><w:bookmarkEnd w:id="%d"/>`, id)
}

// anchored writes a paragraph with a bookmark that is only gone to.
func (w *writer) anchored(l look, name string, rs []document.Run) {
	if name == "" || w.names[name] {
		w.paragraph(l, rs)
		return
	}
	w.pointed(l, rs, name)
}

func (w *writer) bookmark(name string) (id int) {
	w.names[name] = true
	w.marks++
	return w.marks
}

func (w *writer) runs(l look, rs []document.Run) {
	for _, r := range rs {
		w.linked(l, r)
	}
}

// linked writes a run, as a link to the annex's row that it tells of.
func (w *writer) linked(l look, r document.Run) {
	if r.To == "" || !w.rows[r.To] {
		w.run(l, r)
		return
	}
	w.add(`<w:hyperlink w:anchor="%s" w:history="1">`, rowMark(r.To))
	w.run(l, r)
	w.add(`</w:hyperlink>`)
}

func (w *writer) run(l look, r document.Run) {
	if r.Text == "" {
		return
	}
	props := ""
	if r.Style&document.Gap != 0 {
		props = `<w:rStyle w:val="PlaceholderText"/>`
	}
	of, size := form.Style{Bold: l.bold}, l.size
	if l.of != nil {
		of, size = l.of.Style, l.of.Size.Is
	}
	of.Bold = of.Bold || r.Style&document.Bold != 0
	of.Italic = of.Italic || r.Style&document.Italic != 0
	props += letters(of, size, l.of != nil)
	if r.Style&document.Gap != 0 {
		props += `<w:highlight w:val="yellow"/>` // which no style can have
	}
	w.add(`<w:r>`)
	if props != "" {
		w.add(`<w:rPr>%s</w:rPr>`, props)
	}
	if w.side != nil {
		w.side.WriteString(r.Text)
	}
	for i, line := range strings.Split(r.Text, "\n") {
		if i > 0 {
			w.add(`<w:br/>`)
		}
		for k, part := range strings.Split(line, "\t") {
			if k > 0 {
				w.add(`<w:tab/>`)
			}
			if part != "" {
				w.add(`<w:t xml:space="preserve">%s</w:t>`, escape(part))
			}
		}
	}
	w.add(`</w:r>`)
}

// halves is a size of letters in half points.
func halves(size float64) int { return int(math.Round(size * 2)) }

func text(s string) []document.Run {
	if s == "" {
		return nil
	}
	return []document.Run{{Text: s}}
}

// document writes the whole of it.
func (w *writer) document() {
	w.add(`<w:document xmlns:w="%s" xmlns:r="%s"><w:body>`, space, relations)
	if w.doc.Annex != nil {
		for _, r := range w.doc.Annex.Table.Rows {
			if r.ID != "" {
				w.rows[r.ID] = true
			}
		}
	}
	var front, back strings.Builder
	w.side = &front
	w.letterhead()
	w.title()
	w.side = nil
	for i, b := range w.doc.Body {
		if _, isTable := b.(document.Table); isTable {
			w.side = &back
		}
		w.block(b, i == len(w.doc.Body)-1 || document.LeadsTo(b, w.doc.Body[i+1]))
		w.side = nil
	}
	w.side = &back
	defer func() {
		w.sums = strings.NewReplacer(frontName+unknown, frontName+sum(bare(front.String())),
			backName+unknown, backName+sum(bare(back.String())), knownName+unknown, knownName+KnownIDs(w.ids))
	}()
	w.signature()
	if w.doc.Annex == nil {
		w.paragraph(look{style: "Rule"}, nil) // no document ends with a table
		w.add(`%s</w:body></w:document>`, w.section())
		return
	}
	w.paragraph(look{style: "Rule", section: w.section()}, nil)
	w.turned = true
	w.annex(w.doc.Annex)
	w.add(`%s</w:body></w:document>`, w.section())
}

// margins are those of the page. What is printed on both sides has them mirrored.
func (w *writer) margins() form.Margins { return w.form.Page.Margins(w.turned, false) }

// room is the width of the text, in twentieths of a point.
func (w *writer) room() int {
	m, width := w.margins(), w.form.Page.Width
	if w.turned {
		width = w.form.Page.Height
	}
	return mm(width) - mm(m.Left) - mm(m.Right)
}

// section are the properties of the one that ends: its paper and margins, and what
// stands at the top and the foot of its pages.
func (w *writer) section() string {
	var b strings.Builder
	refer := func(what, which, id string) {
		fmt.Fprintf(&b, `<w:%sReference w:type="%s" r:id="%s"/>`, what, which, id)
	}
	b.WriteString(`<w:sectPr>`)
	restarts := w.turned && w.form.Annex.Restarts
	bare := !w.form.PageNumber.FirstPage && (!w.turned || restarts) // its first page has no number
	if w.turned {
		refer("header", "default", turnedHeader)
	} else {
		refer("header", "default", laterHeader)
	}
	switch {
	case bare && w.turned: // the mark of a draft stands there too
		refer("header", "first", annexHeader)
	case bare:
		refer("header", "first", firstHeader)
	}
	refer("footer", "default", allFooters)
	if bare {
		refer("footer", "first", allFooters)
	}
	b.WriteString(`<w:type w:val="nextPage"/>`)
	width, height, m := mm(w.form.Page.Width), mm(w.form.Page.Height), w.margins()
	if w.turned {
		fmt.Fprintf(&b, `<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, height, width)
	} else {
		fmt.Fprintf(&b, `<w:pgSz w:w="%d" w:h="%d"/>`, width, height)
	}
	fmt.Fprintf(&b, `<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" `+
		`w:gutter="0"/>`,
		mm(m.Top), mm(m.Right), mm(m.Bottom), mm(m.Left), mm(w.form.PageNumber.Edge.Is), mm(noticeEdge))
	if restarts {
		b.WriteString(`<w:pgNumType w:start="1"/>`)
	}
	if bare {
		b.WriteString(`<w:titlePg/>`)
	}
	b.WriteString(`</w:sectPr>`)
	return b.String()
}

// noticeEdge is how far the notice of every page stands from the edge, in millimetres.
const noticeEdge = 7

// block writes one block of the body. keep: it stays with what follows, as the last one
// does with the signature.
func (w *writer) block(b document.Block, keep bool) {
	switch b := b.(type) {
	case document.Heading:
		var rs []document.Run
		for _, r := range b.Runs {
			r.Text = upper(r.Text, form.Text{Style: w.form.Heading(b.Level).Style})
			rs = append(rs, r)
		}
		w.named(look{style: fmt.Sprintf("Heading%d", min(max(b.Level, 1), 3))}, w.nameOf(b), rs)
	case document.Paragraph:
		w.named(look{style: "BodyText", keep: keep}, w.nameOf(b), b.Runs)
	case document.Item:
		w.named(look{style: listStyle(b.Level), keep: keep}, w.nameOf(b), undashed(b.Runs))
	case document.Picture: // no report has one: what it shows is said
		w.paragraph(look{style: "BodyText"}, append([]document.Run{{Text: b.Says + ". "}}, b.Runs...))
	case document.Table:
		w.table(&b, w.form.Table.Body)
		w.paragraph(look{style: "Rule"}, nil) // two tables would become one
	}
}

// nameOf is the bookmark of a block; "" for one without a name.
func (w *writer) nameOf(b document.Block) string {
	id, words := nameAndText(b)
	if id == "" {
		return ""
	}
	w.ids = append(w.ids, id)
	return Mark(id, words)
}

// unknown stands for a sum until all is written that it is of.
const unknown = "00000000"

// pointed writes a paragraph with bookmarks at its beginning.
func (w *writer) pointed(l look, rs []document.Run, names ...string) {
	w.add(`<w:p>`)
	w.properties(l)
	for _, name := range names {
		w.add(`<w:bookmarkStart w:id="%[1]d" w:name="%[2]s"/><w:bookmarkEnd w:id="%[1]d"/>`, w.bookmark(name), name)
	}
	w.runs(l, rs)
	w.add(`</w:p>`)
}

// undashed takes the dash of a list off a text: the list has its own.
func undashed(rs []document.Run) []document.Run {
	if len(rs) == 0 {
		return nil
	}
	out := append([]document.Run(nil), rs...)
	out[0].Text = strings.TrimPrefix(strings.TrimLeft(out[0].Text, " "), "- ")
	return out
}
