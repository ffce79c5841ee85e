package docx

import (
	"strings"

	"baocao/internal/document"
	"baocao/internal/form"
)

// leastColumn is the width that the left column of the letterhead has at least.
const leastColumn = 60 // mm

// letterhead writes the two columns at the top of the first page, in rows, so that
// the number and the date stand on one line.
func (w *writer) letterhead() {
	h, f := w.doc.Letterhead, w.form.Letterhead
	joint := ""
	issuers := []string{h.Issuer}
	if j := w.doc.Joint; j != nil {
		issuers, joint = []string{h.Issuer + f.Joint, j.Issuer}, j.Symbol
	}
	number, date := w.form.NumberLine(h.Number, h.Symbol, joint), h.Place+", "+h.Date

	// The left column is as wide as its longest line, as far as the right one leaves room.
	left, right := w.wide(h.Parent, f.Parent), w.wide(date, f.Date)
	for _, issuer := range issuers {
		left = max(left, w.wide(issuer, f.Issuer))
	}
	all := w.room()
	right = min(right, all-mm(leastColumn))
	for _, b := range f.Banner {
		right = max(right, w.wide(b.Words, b.Text))
	}
	const slack = 40 // every program measures letters in its own way
	right = min(right+slack, all-mm(leastColumn))
	left = min(max(left+slack, mm(leastColumn)), all-right)
	right = all - left

	w.borderless(left, right)
	w.row(false)
	w.cell(left, func() {
		if h.Parent != "" {
			w.balanced("Letterhead", h.Parent, f.Parent, left)
		}
		for _, issuer := range issuers {
			w.balanced("Letterhead", issuer, f.Issuer, left)
		}
		if f.IssuerMark != nil {
			w.element("Letterhead", f.IssuerMark.Words, f.IssuerMark.Text)
		}
		if f.IssuerRule != nil {
			w.rule(*f.IssuerRule, w.wide(issuers[len(issuers)-1], f.Issuer), left)
		}
	})
	w.cell(right, func() {
		for i, b := range f.Banner {
			w.element("Letterhead", b.Words, b.Text)
			if i == len(f.Banner)-1 {
				w.rule(f.BannerRule, w.wide(b.Words, b.Text), right)
			}
		}
	})
	w.add(`</w:tr>`)
	w.row(false)
	w.cell(left, func() {
		w.element("Letterhead", number, f.Number.Text)
		if w.doc.Draft {
			w.element("Letterhead", w.form.DraftMark(w.doc.DraftNumber), w.form.Draft.Text)
		}
		w.mark(w.doc.Urgency, w.form.Urgency, left)
		w.mark(w.doc.Circulation, w.form.Circulation, left)
	})
	w.cell(right, func() {
		on := f.Date
		on.Above, on.Leading = f.Number.Above, f.Number.Leading // as the number beside it
		w.element("Date", date, on)
	})
	w.add(`</w:tr></w:tbl>`)
}

// element writes a text as the form sets it.
func (w *writer) element(style, words string, of form.Text) { w.set(look{style: style}, words, of) }

func (w *writer) set(l look, words string, of form.Text) {
	l.of = &of
	if of.Style.Capitals {
		words = strings.ToUpper(words)
	}
	w.paragraph(l, text(words))
}

// balanced writes a text of several lines with lines of about equal length.
func (w *writer) balanced(style, words string, of form.Text, room int) {
	side := 0
	if wide := w.wide(words, of); wide > room {
		lines := (wide + room - 1) / room
		side = max(0, (room-wide/lines*115/100)/2)
	}
	w.set(look{style: style, left: side, right: side}, words, of)
}

// wide is the width of a text on one line.
func (w *writer) wide(words string, of form.Text) int {
	if of.Style.Capitals {
		words = strings.ToUpper(words)
	}
	return points(w.measure(words, of.Size.Is, of.Style.Bold))
}

// rule draws a line below a text of a width, in the middle of a room.
func (w *writer) rule(r form.Rule, wide, room int) {
	if wide > room { // it stands on lines of about equal length
		wide /= (wide + room - 1) / room
	}
	long := int(r.Length.Is * float64(wide))
	side := max(0, (room-long)/2)
	w.paragraph(look{style: "Rule", border: true, left: side, right: side, before: mm(r.Below)}, nil)
}

// mark writes a mark below the number, in its box.
func (w *writer) mark(words string, of form.Mark, room int) {
	if words == "" {
		return
	}
	side := max(0, (room-w.wide(words, of.Text)-2*mm(2))/2)
	w.set(look{style: "Letterhead", boxed: of.Boxed, left: side, right: side}, words, of.Text)
}

// title writes the kind of document, its title and to whom it goes.
func (w *writer) title() {
	of := w.form.DocTitle
	w.pointed(look{style: "Title"}, text(upper(w.doc.Kind, w.form.Kind)), frontName+unknown, knownName+unknown,
		editionName+sum(w.doc.Edition))
	side := mm(of.Side)
	if wide, room := w.wide(w.doc.Title, of.Text), w.room()-2*side; wide > room {
		lines := (wide + room - 1) / room
		side = max(side, (w.room()-wide/lines*112/100)/2)
	}
	w.paragraph(look{style: "Subtitle", left: side, right: side}, text(together(upper(w.doc.Title, of.Text))))
	w.closing(of.Close, of.Rule, w.doc.Title, of.Text, w.room())
	w.addressees()
}

// together keeps the word before a date with it: a title of short lines is read by them.
func together(title string) string { return strings.ReplaceAll(title, "ngày ", "ngày\u00A0") }

func upper(words string, of form.Text) string {
	if of.Style.Capitals {
		return strings.ToUpper(words)
	}
	return words
}

// closing is the mark under a title.
func (w *writer) closing(mark *form.Fixed, rule *form.Rule, title string, of form.Text, room int) {
	if mark != nil {
		w.element("Letterhead", mark.Words, mark.Text)
	}
	if rule != nil {
		w.rule(*rule, w.wide(title, of), room)
	}
}

// addressees writes to whom the document goes: one behind the label, several as a
// list below its colon.
func (w *writer) addressees() {
	of, to := w.form.Addressees, w.doc.Addressees
	if of == nil || len(to) == 0 {
		return
	}
	if len(to) == 1 {
		w.element("Letterhead", of.Label+" "+to[0], of.Text)
		return
	}
	items := listed(to, of.Mark, of.ItemEnd, of.ListEnd)
	label, widest := w.wide(of.Label, of.Text), 0
	for _, item := range items {
		widest = max(widest, w.wide(item, of.Text))
	}
	from := max(0, (w.room()-label-widest)/2)
	w.set(look{style: "Letterhead", left: from, align: "left"}, of.Label, of.Text)
	below := of.Text
	below.Above = 0
	for _, item := range items {
		w.set(look{style: "Letterhead", left: from + label, align: "left"}, item, below)
	}
}

// listed are the entries of a list, with what stands before and behind each.
func listed(entries []string, mark, itemEnd, listEnd string) []string {
	var out []string
	for i, e := range entries {
		end := itemEnd
		if i == len(entries)-1 {
			end = listEnd
		}
		out = append(out, mark+strings.TrimRight(e, " ,;.")+end)
	}
	return out
}

// mostTogether is how many recipients stay on one page with the signature.
const mostTogether = 25

// signature writes the recipients at the left and the signature at the right; of two
// bodies, the second one's signature at the left, and the recipients below both.
func (w *writer) signature() {
	all := w.room()
	j := w.doc.Joint
	left := mm(w.form.Recipients.Room)
	if j != nil {
		left = all / 2
	}
	w.borderless(left, all-left)
	w.begins = backName + unknown
	w.row(j != nil || len(w.doc.Recipients) <= mostTogether)
	w.cell(left, func() {
		if j != nil {
			w.signs(j.Signature)
		} else {
			w.recipients()
		}
	})
	w.cell(all-left, func() { w.signs(w.doc.Signature) })
	w.add(`</w:tr>`)
	if j != nil {
		w.row(len(w.doc.Recipients) <= mostTogether)
		w.cell(left, w.recipients)
		w.cell(all-left, func() { w.paragraph(look{style: "Recipients"}, nil) })
		w.add(`</w:tr>`)
	}
	w.add(`</w:tbl>`)
}

func (w *writer) signs(s document.Signature) {
	f := w.form.Signature
	f.Authority.Above += f.Above
	f.Name.Above += f.Space
	w.element("Signature", s.Authority, f.Authority)
	w.element("Signature", s.Position, f.Position)
	w.element("Signature", s.Name, f.Name)
}

func (w *writer) recipients() {
	f := w.form.Recipients
	if len(w.doc.Recipients) == 0 {
		w.paragraph(look{style: "Recipients"}, nil)
		return
	}
	f.Label.Above += w.form.Signature.Above
	w.set(look{style: "Recipients", keep: true}, f.Words, f.Label)
	for _, item := range listed(w.doc.Recipients, f.Mark, f.ItemEnd, f.ListEnd) {
		w.paragraph(look{style: "Recipients"}, text(upper(item, f.Item)))
	}
}

// borderless begins a table without lines.
func (w *writer) borderless(widths ...int) {
	all := 0
	for _, n := range widths {
		all += n
	}
	w.add(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>`+
		`<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>`+
		`</w:tblCellMar></w:tblPr><w:tblGrid>`, all)
	for _, n := range widths {
		w.add(`<w:gridCol w:w="%d"/>`, n)
	}
	w.add(`</w:tblGrid>`)
}

func (w *writer) row(whole bool) {
	w.add(`<w:tr>`)
	if whole {
		w.add(`<w:trPr><w:cantSplit/></w:trPr>`)
	}
}

func (w *writer) cell(width int, content func()) {
	w.add(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
	if w.begins != "" {
		w.add(`<w:bookmarkStart w:id="%[1]d" w:name="%[2]s"/><w:bookmarkEnd w:id="%[1]d"/>`, w.bookmark(w.begins),
			w.begins)
		w.begins = ""
	}
	content()
	w.add(`</w:tc>`)
}

// annex writes the table behind the report.
func (w *writer) annex(a *document.Annex) {
	f := w.form.Annex
	w.paragraph(look{style: "AnnexTitle"}, text(upper(a.Label, f.Label)))
	w.element("Subtitle", a.Title, f.Title)
	w.element("Subtitle", a.Under, f.Under)
	w.closing(f.Close, f.Rule, a.Title, f.Title, w.room())
	w.paragraph(look{style: "Rule", before: points(6)}, nil)
	w.table(&a.Table, w.form.Table.Annex)
	for _, n := range a.Notes {
		w.paragraph(look{style: "FootnoteText"}, n.Runs)
	}
	if len(a.Notes) == 0 {
		w.paragraph(look{style: "Rule"}, nil)
	}
	for _, u := range a.Units {
		w.paragraph(look{style: "Caption"}, text(u.Title))
		w.table(&u.Table, w.form.Table.Annex)
		w.paragraph(look{style: "Rule"}, nil)
	}
}
