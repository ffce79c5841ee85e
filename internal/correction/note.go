package correction

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"baocao/internal/ooxml"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// noteWidths are those of the columns of the sheet of problems.
var noteWidths = []float64{5, 17, 8, 43, 43, 9, 14, 8}

// noteHeads are the headings of its table.
func noteHeads(w *wording.Words) []string {
	return slices.Concat(w.Texts("can-sua.cot", "tt", "sheet-o", "o"), []string{returns.NoteWhat, returns.NoteFix},
		w.Texts("can-sua.cot", "chi-tieu", "muc-do", "ma"))
}

const (
	noteHeadRow = 7
	noteValueAt = 3 // the column, from 0, of what stands beside a label
)

// noteLooks are the formats of the sheet of problems.
type noteLooks struct{ title, plain, label, head, text, centre, link, grave, warning int }

func (st *styles) noteLooks() noteLooks {
	font := func(bold, colour string, size int) int {
		return st.add("fonts", fmt.Sprintf(`<font>%s<sz val="%d"/>%s`+
			`<name val="Times New Roman"/><family val="1"/></font>`, bold, size, colour))
	}
	line := func(side string) string { return "<" + side + ` style="thin"><color rgb="FF808080"/></` + side + ">" }
	none := st.add("borders", `<border><left/><right/><top/><bottom/><diagonal/></border>`)
	grid := st.add("borders", "<border>"+line("left")+line("right")+line("top")+line("bottom")+"<diagonal/></border>")
	based := ""
	if st.based {
		based = ` xfId="0"`
	}
	format := func(font, fill, border int, across, down string) int {
		return st.add("cellXfs", fmt.Sprintf(`<xf numFmtId="0" fontId="%d" fillId="%d" borderId="%d"%s applyFont="1" `+
			`applyFill="1" applyBorder="1" applyAlignment="1">`+
			`<alignment horizontal="%s" vertical="%s" wrapText="1"/></xf>`,
			font, fill, border, based, across, down))
	}
	plain, bold := font("", "", 12), font("<b/>", "", 12)
	return noteLooks{
		title:   format(font("<b/>", "", 14), 0, none, "center", "center"),
		plain:   format(plain, 0, none, "left", "center"),
		label:   format(bold, 0, none, "left", "center"),
		head:    format(bold, st.fill(fillHead), grid, "center", "center"),
		text:    format(plain, 0, grid, "left", "top"),
		centre:  format(plain, 0, grid, "center", "top"),
		link:    format(font("<u/>", `<color rgb="FF0563C1"/>`, 12), 0, grid, "center", "top"),
		grave:   format(plain, st.fill(fillGrave), grid, "center", "top"),
		warning: format(plain, st.fill(fillWarning), grid, "center", "top"),
	}
}

// noteSheet writes the sheet of problems.
type noteSheet struct {
	looks  noteLooks
	words  *wording.Words
	rows   strings.Builder
	merges strings.Builder
	links  strings.Builder
	row    int
}

// noteCell is a text, or the row's number in the table.
type noteCell struct {
	text   string
	number int
	look   int
}

// line is a listed problem, with the sheet it was found in; nil for none.
type line struct {
	Problem
	in *sheet
}

func (n *noteSheet) put(bold bool, least float64, cells ...noteCell) {
	n.row++
	high := least
	var b strings.Builder
	for i, c := range cells {
		ref := place{n.row, i + 1}.ref()
		switch {
		case c.number > 0:
			fmt.Fprintf(&b, `<c r="%s" s="%d"><v>%d</v></c>`, ref, c.look, c.number)
		case c.text == "":
			fmt.Fprintf(&b, `<c r="%s" s="%d"/>`, ref, c.look)
		default:
			text := cellText(c.text)
			fmt.Fprintf(&b, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`,
				ref, c.look, escapeText(text))
			high = max(high, 16*float64(lines(text, noteWidths[i], bold))+5)
		}
	}
	n.open(min(high, 409))
	n.rows.WriteString(b.String() + "</row>")
}

// open begins a row. Excel does not fit rows that a program has written.
func (n *noteSheet) open(height float64) {
	fmt.Fprintf(&n.rows, `<row r="%d" ht="%g" customHeight="1">`, n.row, height)
}

// across writes a text from one column (from 0) to the last.
func (n *noteSheet) across(label, text string, look int) {
	n.row++
	from, width := 0, 0.0
	if label != "" {
		from = noteValueAt
	}
	for _, w := range noteWidths[from:] {
		width += w
	}
	text = cellText(text)
	size := 16.0
	if look == n.looks.title {
		size = 22
	}
	n.open(min(size*float64(lines(text, width, false))+4, 409))
	last := len(noteWidths)
	if label != "" {
		fmt.Fprintf(&n.rows, `<c r="A%d" s="%d" t="inlineStr"><is><t>%s</t></is></c>`,
			n.row, n.looks.label, escapeText(label))
		fmt.Fprintf(&n.merges, `<mergeCell ref="%s:%s"/>`, place{n.row, 1}.ref(), place{n.row, from}.ref())
	}
	fmt.Fprintf(&n.rows, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c></row>`,
		place{n.row, from + 1}.ref(), look, escapeText(text))
	fmt.Fprintf(&n.merges, `<mergeCell ref="%s:%s"/>`, place{n.row, from + 1}.ref(), place{n.row, last}.ref())
}

// problem writes a row of the table.
func (n *noteSheet) problem(number int, f line) {
	l := n.looks
	at := noteCell{text: f.Cell, look: l.centre}
	where := f.Sheet
	switch {
	case f.Sheet == "":
		where = n.words.Text("can-sua.o.ca-tep")
	case f.Cell == "":
		at.text = n.words.Text("can-sua.o.ca-sheet")
	}
	if f.in != nil {
		where = f.in.name
		target, ok := placeOf(f.Cell)
		if !ok {
			target = place{1, 1}
		}
		if f.in.hidden { // no link leads there
			where = n.words.Text("can-sua.o.dang-an", wording.Args{"sheet": where})
		} else {
			at.look = l.link
			fmt.Fprintf(&n.links, `<hyperlink ref="C%d" location="%s" display="%s"/>`,
				n.row+1, escape(quoted(f.in.name)+"!"+target.ref()), escape(cellText(at.text)))
		}
	}
	degree := noteCell{text: n.words.Text("can-sua.o.nen-xem-lai"), look: l.warning}
	if f.Grave {
		degree = noteCell{text: n.words.Text("can-sua.o.phai-sua"), look: l.grave}
	}
	n.put(false, 21, noteCell{number: number, look: l.centre}, noteCell{text: where, look: l.text}, at,
		noteCell{text: f.What, look: l.text}, noteCell{text: f.Fix, look: l.text},
		noteCell{text: f.Measure, look: l.centre}, degree, noteCell{text: f.Code, look: l.centre})
}

// write is the sheet's part.
func (n *noteSheet) write(b *book, note Note, lines []line) []byte {
	grave := 0
	for _, f := range lines {
		if f.Grave {
			grave++
		}
	}
	n.across("", n.words.Text("can-sua.tieu-de"), n.looks.title)
	n.across("", n.words.Text("can-sua.huong-dan"), n.looks.plain)
	n.across(n.words.Text("can-sua.ten-tep"), note.File, n.looks.plain)
	n.across(n.words.Text("can-sua.don-vi"), note.Unit, n.looks.plain)
	n.across(returns.LabelSource, strings.ToLower(note.SHA256), n.looks.plain)
	count := n.words.Text("can-sua.dem", wording.Args{"phai-sua": grave, "xem-lai": len(lines) - grave})
	n.across(n.words.Text("can-sua.tong-so"), count, n.looks.plain)
	var heads []noteCell
	for _, h := range noteHeads(n.words) {
		heads = append(heads, noteCell{text: h, look: n.looks.head})
	}
	n.put(true, 26, heads...)
	for i, f := range lines {
		n.problem(i+1, f)
	}

	var out strings.Builder
	fmt.Fprintf(&out, ooxml.Head+`<worksheet xmlns="%s">`+
		`<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>`+
		`<dimension ref="A1:H%d"/><sheetViews>`, escape(b.space), n.row)
	for view := range max(len(b.windows), 1) {
		fmt.Fprintf(&out, `<sheetView showGridLines="0" tabSelected="1" workbookViewId="%d"><pane ySplit="%[2]d" `+
			`topLeftCell="A%[3]d" activePane="bottomLeft" state="frozen"/>`+
			`<selection pane="bottomLeft" activeCell="A%[3]d" sqref="A%[3]d"/></sheetView>`,
			view, noteHeadRow, noteHeadRow+1)
	}
	out.WriteString(`</sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>`)
	for i, w := range noteWidths {
		fmt.Fprintf(&out, `<col min="%[1]d" max="%[1]d" width="%[2]g" customWidth="1"/>`, i+1, w)
	}
	fmt.Fprintf(&out, `</cols><sheetData>%s</sheetData><mergeCells count="%d">%s</mergeCells>`,
		n.rows.String(), strings.Count(n.merges.String(), "<mergeCell "), n.merges.String())
	if n.links.Len() > 0 {
		out.WriteString("<hyperlinks>" + n.links.String() + "</hyperlinks>")
	}
	out.WriteString(`<printOptions horizontalCentered="1"/>` +
		`<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
		`<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>`)
	// Numbers of measures are texts, on purpose.
	fmt.Fprintf(&out, `<ignoredErrors><ignoredError sqref="A1:H%d" numberStoredAsText="1"/></ignoredErrors>`+
		`</worksheet>`, n.row)
	return []byte(out.String())
}

// maxText is how much text a cell or a comment takes; Excel's limit is a little higher.
const maxText = 30_000

// cellText is a text fit for a cell or a comment.
func cellText(s string) string {
	s = strings.TrimSpace(legal(viet.Clean(s)))
	if len(s) > maxText { // bytes are never fewer than what Excel counts
		s = strings.ToValidUTF8(s[:maxText], "") + "…"
	}
	return s
}

// legal drops what XML does not allow.
func legal(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escapeText makes a text the content of an element, where spreadsheets read
// "_x0041_" as a letter.
func escapeText(s string) string {
	s = textEscaper.Replace(s)
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "_x")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		if len(after) >= 5 && after[4] == '_' && strings.Trim(after[:4], "0123456789abcdefABCDEF") == "" {
			b.WriteString("_x005F")
		}
		b.WriteString("_x")
		s = after
	}
}

// lines estimates how many lines a text takes in a column: Times New Roman 12,
// in columns counted in digits 7 pixels wide.
func lines(s string, width float64, bold bool) int {
	room := (width*7 - 8) / 7.3
	if bold {
		room *= 0.9
	}
	n := 0
	for paragraph := range strings.SplitSeq(s, "\n") {
		n++
		used := 0.0
		for _, word := range strings.Fields(paragraph) {
			long := float64(utf8.RuneCountInString(word))
			if used > 0 && used+1+long > room {
				n++
				used = 0
			}
			for long > room && room >= 1 {
				n++
				long -= room
			}
			if used > 0 {
				used++
			}
			used += long
		}
	}
	return n
}
