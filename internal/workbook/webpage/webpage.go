// Package webpage reads tables saved as web pages (HTML), which many office systems
// export under the name of a workbook, and which Excel opens as one. The tables of a
// page stand one below the other on one sheet, with a row for each paragraph between
// them. A number is what the page shows, unless the cell states what is stored.
package webpage

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/text"
)

// Part is what messages call the one part that a page has.
const Part = "HTML"

// maxToken bounds one tag or text of the page, in bytes; pictures may stand in tags.
const maxToken = 16 << 20

// deeper is how much deeper than the parts of a workbook pages may be nested: every
// table takes four elements.
const deeper = 4

// Read reads a page as a book of one sheet, of the name that the page gives it, or
// else of the given one.
func Read(name string, data []byte, g *workbook.Guard) (*workbook.Book, error) {
	page, eightBit, err := decode(data, g)
	if err != nil {
		return nil, err
	}
	// Browsers pass over such a byte; it is what a lost sector of the disk leaves, and
	// the cells that stood there are gone.
	if at := strings.IndexByte(page, 0); at >= 0 {
		return nil, workbook.Malformed(Part, at)
	}
	r := &reader{guard: g, sheet: &workbook.Sheet{Name: name}, styles: map[styleKey]*workbook.Style{},
		css: styleSheet{map[string]*rule{}, map[string]*rule{}}, open: []element{{look: look{ground: white}}}}
	r.para = newContent(r, r.open[0].look)
	if err := r.read(page); err != nil {
		if t := r.table; t != nil && t.cell != nil {
			err = workbook.Locate(err, viet.Clean(r.sheet.Name), workbook.Ref(t.row, t.cell.col))
		}
		return nil, err
	}
	if err := r.inOrder(); err != nil {
		return nil, err
	}
	switch {
	case r.elsewhere && r.tables == 0:
		return nil, workbook.Refuse("B138", nil)
	case r.tables == 0:
		return nil, workbook.Refuse("B118", nil)
	case len(r.sheet.Cells) == 0:
		return nil, workbook.Refuse("B134", nil)
	}
	return &workbook.Book{Format: "html", Sheets: []*workbook.Sheet{r.sheet}, EightBit: eightBit}, nil
}

// decode is the text of a page. Without Unicode it is read as windows-1252, which
// all the fonts from before Unicode sit on, and repaired by its words; where it
// states the Vietnamese code page and has no such font, that is what it is in.
func decode(data []byte, g *workbook.Guard) (page string, eightBit bool, err error) {
	page, eightBit, err = text.Plain(data, g)
	if !eightBit || err != nil {
		return page, false, err
	}
	head := strings.ToLower(page[:min(len(page), 4096)])
	if !strings.Contains(head, "windows-1258") && !strings.Contains(head, "cp1258") {
		return page, !strings.Contains(head, "charset=windows-1252"), nil
	}
	if low := strings.ToLower(page); strings.Contains(low, ".vn") || strings.Contains(low, "vni-") {
		return page, true, nil
	}
	if err := g.Use(2 * len(page)); err != nil {
		return "", false, err
	}
	if decoded, ok := viet.Decode(page, viet.Windows1258); ok {
		return decoded, false, nil
	}
	return page, true, nil
}

// inOrder puts the cells in order: those of a table in a cell came before it. Where
// both have one place, nobody can tell which is the cell that Excel shows there.
func (r *reader) inOrder() error {
	cells := r.sheet.Cells
	slices.SortStableFunc(cells, func(a, b workbook.Cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
	for i := 1; i < len(cells); i++ {
		if cells[i-1].Row == cells[i].Row && cells[i-1].Col == cells[i].Col {
			return workbook.Refuse("B139", nil).At(viet.Clean(r.sheet.Name), cells[i].Ref())
		}
	}
	return nil
}

// reader reads one page.
type reader struct {
	guard *workbook.Guard
	sheet *workbook.Sheet
	css   styleSheet
	open  []element // from the page itself to the innermost
	table *table    // the innermost that is open
	row   int       // the last of the sheet that is used

	para      *content // what stands outside of tables
	tables    int
	elsewhere bool // the page says that its sheets are other files
	foreign   bool // what comes is for programs other than Excel
	whole     bool // the page has begun with <html> and not ended yet

	styles map[styleKey]*workbook.Style
}

// element is one that is open.
type element struct {
	name string
	look look
}

// top is the look of the innermost element.
func (r *reader) top() look { return r.open[len(r.open)-1].look }

func (r *reader) read(page string) error {
	z := html.NewTokenizer(strings.NewReader(page))
	z.SetMaxBuf(maxToken)
	for ticks := 1; ; ticks++ {
		if ticks&0xFFF == 0 {
			if err := r.guard.Check(); err != nil {
				return err
			}
		}
		kind := z.Next()
		if kind == html.ErrorToken {
			switch z.Err() {
			case io.EOF:
				return r.end()
			case html.ErrBufferExceeded:
				return workbook.TooMuch(workbook.LimitText, maxToken)
			}
			return z.Err()
		}
		var err error
		switch {
		case kind == html.CommentToken:
			err = r.comment(string(z.Text()))
		case r.foreign:
		case kind == html.TextToken:
			err = r.text(z.Text())
		case kind == html.StartTagToken, kind == html.SelfClosingTagToken:
			err = r.start(z, kind == html.SelfClosingTagToken)
		case kind == html.EndTagToken:
			name, _ := z.TagName()
			err = r.endTag(string(name))
		}
		if err != nil {
			return err
		}
	}
}

// end is that of the page. One that ends inside of a table was cut short.
func (r *reader) end() error {
	if r.table != nil || r.whole || r.foreign {
		return workbook.Refuse("B120", nil)
	}
	return r.flush()
}

// comment reads what Excel puts into comments: what is for other programs only,
// between "[if !excel]" and "[endif]", and the name of the sheet.
func (r *reader) comment(s string) error {
	low := strings.ToLower(s)
	switch {
	case strings.HasPrefix(low, "[if !") && strings.HasSuffix(low, "]"):
		r.foreign = true
	case strings.HasPrefix(low, "[endif]"):
		r.foreign = false
	case strings.HasPrefix(low, "[if ") && strings.Contains(low, "<x:excelworkbook>"):
		r.excelWorkbook(s)
	}
	return nil
}

// excelWorkbook reads what Excel says of the workbook that it saved as a page.
func (r *reader) excelWorkbook(s string) {
	r.elsewhere = r.elsewhere || strings.Contains(s, "<x:WorksheetSource")
	between := func(from, to string) string {
		_, rest, ok := strings.Cut(s, from)
		value, _, ended := strings.Cut(rest, to)
		if !ok || !ended {
			return ""
		}
		return viet.Tidy(html.UnescapeString(value))
	}
	if strings.Count(s, "<x:ExcelWorksheet>") != 1 || r.elsewhere {
		return
	}
	if name := between("<x:Name>", "</x:Name>"); name != "" && len(name) <= maxName {
		r.sheet.Name = name
	}
	switch between("<x:Visible>", "</x:Visible>") {
	case "SheetHidden":
		r.sheet.Visibility = workbook.Hidden
	case "SheetVeryHidden":
		r.sheet.Visibility = workbook.VeryHidden
	}
}

// maxName bounds the name of a sheet, in bytes; Excel allows 31 characters.
const maxName = 3 * 31

// Kinds of elements.
const (
	ordinary = iota
	void     // has no content
	unread   // what is in it is no text of the page
	block    // begins a line of its own
	tabular  // part of a table
)

var kinds = map[string]int{
	"br": void, "img": void, "hr": void, "input": void, "meta": void, "link": void, "base": void, "area": void,
	"embed": void, "param": void, "source": void, "wbr": void, "col": void, "frame": void,

	"script": unread, "title": unread, "xml": unread, "template": unread, "object": unread, "svg": unread,
	"iframe": unread, "noembed": unread, "noframes": unread, "noscript": unread, "select": unread, "math": unread,

	"p": block, "div": block, "h1": block, "h2": block, "h3": block, "h4": block, "h5": block, "h6": block,
	"ul": block, "ol": block, "li": block, "dl": block, "dt": block, "dd": block, "pre": block, "center": block,
	"blockquote": block, "address": block, "section": block, "article": block, "header": block, "footer": block,
	"fieldset": block, "form": block, "body": block, "main": block, "nav": block, "aside": block, "figure": block,

	"table": tabular, "caption": tabular, "thead": tabular, "tbody": tabular, "tfoot": tabular, "tr": tabular,
	"td": tabular, "th": tabular, "colgroup": tabular,
}

// attributes are those of a start tag that matter.
type attributes struct {
	class, style                string
	face, color, ground         string
	colspan, rowspan            string
	width, height, span         string
	stored, formula, truth, bad string
	sdnum, value, kind          string
	isStored, isText            bool
	hidden                      bool
}

func attributesOf(z *html.Tokenizer, more bool) (a attributes) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		v := string(value)
		keep := func(to *string) {
			if *to == "" {
				*to = v
			}
		}
		switch string(key) {
		case "class":
			keep(&a.class)
		case "style":
			keep(&a.style)
		case "face":
			keep(&a.face)
		case "color":
			keep(&a.color)
		case "bgcolor":
			keep(&a.ground)
		case "colspan":
			keep(&a.colspan)
		case "rowspan":
			keep(&a.rowspan)
		case "width":
			keep(&a.width)
		case "height":
			keep(&a.height)
		case "span":
			keep(&a.span)
		case "hidden":
			a.hidden = true
		case "x:num", "sdval":
			keep(&a.stored)
			a.isStored = a.isStored || v != ""
		case "sdnum":
			keep(&a.sdnum)
		case "x:str":
			a.isText = true
		case "x:fmla":
			keep(&a.formula)
		case "x:bool":
			keep(&a.truth)
		case "x:err":
			keep(&a.bad)
		case "value":
			keep(&a.value)
		case "type":
			keep(&a.kind)
		}
	}
	return a
}

func (r *reader) start(z *html.Tokenizer, closed bool) error {
	raw, more := z.TagName()
	name := string(raw)
	a := attributesOf(z, more)
	kind := kinds[name]
	switch {
	case name == "html":
		r.whole = true
		return nil
	case name == "frameset" || name == "frame":
		r.elsewhere = true
		return nil
	case name == "style":
		if z.Next() == html.TextToken {
			r.css.read(string(z.Raw()))
		}
		return nil
	case kind == unread:
		return r.pass(z, name, closed)
	case closed && strings.IndexByte(name, ':') >= 0:
		return nil // "<o:p/>"
	}
	l := r.lookOf(name, &a)
	if kind == tabular {
		return r.startTabular(name, l, &a)
	}
	if name == "col" {
		r.column(l, &a)
		return nil
	}
	if name == "p" || name == "li" || name == "option" || name == "dt" || name == "dd" {
		if top := len(r.open) - 1; r.open[top].name == name {
			r.open = r.open[:top]
			l = r.lookOf(name, &a)
		}
	}
	switch name {
	case "br":
		return r.lineBreak()
	case "input":
		if k := strings.ToLower(a.kind); k == "" || k == "text" || k == "number" {
			return r.add(a.value, l)
		}
	}
	if kind == block {
		if err := r.newBlock(); err != nil {
			return err
		}
	}
	if kind == void {
		return nil
	}
	return r.push(name, l)
}

func (r *reader) push(name string, l look) error {
	if len(r.open) > deeper*r.guard.MaxDepth {
		return workbook.TooMuch(workbook.LimitDepth, deeper*r.guard.MaxDepth)
	}
	r.open = append(r.open, element{name, l})
	return nil
}

// pass passes over an element whose content is no text of the page.
func (r *reader) pass(z *html.Tokenizer, name string, closed bool) error {
	if closed && name != "script" && name != "title" && name != "iframe" {
		return nil
	}
	for depth, ticks := 1, 1; depth > 0; ticks++ {
		if ticks&0xFFF == 0 {
			if err := r.guard.Check(); err != nil {
				return err
			}
		}
		switch z.Next() {
		case html.ErrorToken:
			return workbook.Refuse("B120", nil)
		case html.StartTagToken:
			if tag, _ := z.TagName(); string(tag) == name {
				depth++
			}
		case html.EndTagToken:
			if tag, _ := z.TagName(); string(tag) == name {
				depth--
			}
		case html.TextToken:
			if name == "xml" {
				r.elsewhere = r.elsewhere || bytes.Contains(z.Raw(), []byte("WorksheetSource"))
			}
		}
	}
	return nil
}

// lookOf is how an element sets its text: as the elements around it do, but for what
// it says itself.
func (r *reader) lookOf(name string, a *attributes) look {
	l := r.top()
	switch name {
	case "s", "strike", "del":
		l.struck = true
	case "sup":
		l.script = workbook.Raised
	case "sub":
		l.script = workbook.Lowered
	}
	r.css.ofElements["*"].applyTo(&l)
	r.css.ofElements[name].applyTo(&l)
	for class := range strings.FieldsSeq(strings.ToLower(a.class)) {
		r.css.ofClasses[class].applyTo(&l)
	}
	if a.face != "" {
		l.set("font-family", a.face)
	}
	if a.color != "" && name == "font" {
		l.color = colorOf(a.color, l.color)
	}
	if a.ground != "" {
		l.ground = colorOf(a.ground, l.ground)
	}
	l.apply(a.style)
	l.hidden = l.hidden || a.hidden
	return l
}

func (r *reader) endTag(name string) error {
	switch name {
	case "html":
		r.whole = false
		return nil
	case "body":
		r.whole = false
	case "br":
		return r.lineBreak()
	}
	if kinds[name] == tabular {
		return r.endTabular(name)
	}
	for i := len(r.open) - 1; i > 0 && kinds[r.open[i].name] != tabular; i-- {
		if r.open[i].name == name {
			r.open = r.open[:i]
			if kinds[name] == block {
				return r.newBlock()
			}
			return nil
		}
	}
	return nil // of an element that is not open
}

func (r *reader) text(raw []byte) error { return r.add(string(raw), r.top()) }

// into is what a text goes into; nil where none may stand.
func (r *reader) into() *content {
	switch t := r.table; {
	case t == nil:
		return r.para
	case t.cell != nil:
		return t.cell.content
	case t.caption != nil:
		return t.caption
	}
	return nil
}

func (r *reader) add(s string, l look) error {
	c := r.into()
	if c != nil {
		return c.add(s, l)
	}
	if strings.TrimSpace(s) == "" || l.hidden {
		return nil
	}
	// A text in a table and in none of its cells: a browser moves it somewhere else.
	return r.bad()
}

func (r *reader) bad() error {
	return workbook.Refuse("B139", nil).At(viet.Clean(r.sheet.Name), workbook.Ref(max(r.row, 1), 1))
}

func (r *reader) lineBreak() error {
	if c := r.into(); c != nil && c != r.para {
		return c.lineBreak()
	}
	return r.flush()
}

// newBlock begins a line of its own, if there is a text before it.
func (r *reader) newBlock() error {
	if c := r.into(); c != nil && c != r.para {
		c.block = true
		return nil
	}
	return r.flush()
}

// flush puts the paragraph outside of tables into a row of the sheet.
func (r *reader) flush() error {
	if r.table != nil || r.para.blank() {
		r.para.reset()
		return nil
	}
	r.row++
	err := r.put(r.row, 1, r.para, &attributes{}, false)
	r.para = newContent(r, r.open[0].look)
	return err
}
