package docx

import (
	"strings"

	"baocao/internal/document"
)

// letterhead writes the two columns at the top of the first page, in rows, so that
// the number and the date stand on one line.
func (w *writer) letterhead() {
	h, all := w.doc.Letterhead, w.form.width()
	size := 14.0
	if w.form.state {
		size = 13
	}
	// The left column is as wide as its longest line, as far as the right one
	// leaves room.
	left := max(mm(60), points(max(w.measure(h.Parent, size, false), w.measure(h.Issuer, size, true)))+mm(1))
	left = min(left, mm(86))
	right := all - left
	line := look{style: "Letterhead", size: size}
	heavy := line
	heavy.bold = true
	w.borderless(left, right)
	w.row(false)
	w.cell(left, func() {
		w.paragraph(line, text(h.Parent))
		w.paragraph(heavy, text(h.Issuer))
		if w.form.state {
			w.rule(left, mm(24))
		} else {
			w.paragraph(look{style: "Letterhead"}, text("*"))
		}
	})
	w.cell(right, func() {
		if w.form.state {
			w.paragraph(look{style: "Letterhead", bold: true, size: 12.5}, text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
			w.underlined("Độc lập - Tự do - Hạnh phúc", right, 13.5)
		} else {
			w.underlined("ĐẢNG CỘNG SẢN VIỆT NAM", right, 15)
		}
	})
	w.add(`</w:tr>`)
	number := "Số " + numberOrGap(h.Number) + "-" + h.Symbol
	if w.form.state {
		number = "Số: " + numberOrGap(h.Number) + "/" + h.Symbol
	}
	w.row(false)
	w.cell(left, func() {
		w.paragraph(line, text(number))
		if w.doc.Draft {
			w.paragraph(look{style: "Letterhead", italic: true}, text("Dự thảo"))
		}
	})
	w.cell(right, func() { w.paragraph(look{style: "Date", size: size}, text(h.Place+", "+h.Date)) })
	w.add(`</w:tr></w:tbl>`)
}

// underlined writes a bold line with a rule of its own length below it.
func (w *writer) underlined(words string, room int, size float64) {
	w.paragraph(look{style: "Letterhead", bold: true, size: size}, text(words))
	w.rule(room, points(w.measure(words, size, true)))
}

// rule draws a line in the middle of a room.
func (w *writer) rule(room, long int) {
	side := max(0, (room-long)/2)
	w.paragraph(look{style: "Rule", border: true, left: side, right: side}, nil)
}

// numberOrGap leaves room to write the number in by hand.
func numberOrGap(n string) string {
	if n == "" {
		return strings.Repeat("\u00A0", 8)
	}
	return n
}

// title writes the kind of document and its title.
func (w *writer) title() {
	w.paragraph(look{style: "Title"}, text(w.doc.Kind))
	w.paragraph(look{style: "Subtitle", left: mm(8), right: mm(8)}, text(w.doc.Title))
	w.closing(w.form.width())
}

// closing is the mark under a title.
func (w *writer) closing(room int) {
	if w.form.state {
		w.rule(room, mm(40))
		return
	}
	w.paragraph(look{style: "Subtitle", plain: true}, text("-----"))
}

// mostTogether is how many recipients stay on one page with the signature.
const mostTogether = 25

// signature writes the recipients at the left and the signature at the right.
func (w *writer) signature() {
	const left = 82 // mm
	s, f := w.doc.Signature, w.form
	right := f.width() - mm(left)
	w.borderless(mm(left), right)
	w.row(len(w.doc.Recipients) <= mostTogether)
	w.cell(mm(left), func() {
		if len(w.doc.Recipients) == 0 {
			w.paragraph(look{style: "Recipients"}, nil)
			return
		}
		w.label()
		for i, name := range w.doc.Recipients {
			end := f.itemEnd
			if i == len(w.doc.Recipients)-1 {
				end = f.listEnd
			}
			w.paragraph(look{style: "Recipients"}, text("- "+strings.TrimRight(name, " ,;.")+end))
		}
	})
	w.cell(right, func() {
		w.paragraph(look{style: "Signature", before: 280, bold: true}, text(s.Authority))
		w.paragraph(look{style: "Signature", bold: f.positionBold}, text(s.Position))
		w.paragraph(look{style: "Signature", before: points(62), bold: true}, text(s.Name))
	})
	w.add(`</w:tr></w:tbl>`)
}

// label is the line above the recipients.
func (w *writer) label() {
	look := `<w:u w:val="single"/>`
	if w.form.state {
		look = ""
	}
	w.add(`<w:p><w:pPr><w:pStyle w:val="Recipients"/><w:spacing w:before="280" w:line="360" w:lineRule="exact"/></w:pPr><w:r><w:rPr>`)
	if w.form.state {
		w.add(`<w:b/><w:bCs/><w:i/><w:iCs/>`)
	}
	w.add(`<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>%[2]s</w:rPr><w:t>Nơi nhận:</w:t></w:r></w:p>`,
		halves(w.form.recipients), look)
}

// borderless begins a table without lines.
func (w *writer) borderless(widths ...int) {
	all := 0
	for _, n := range widths {
		all += n
	}
	w.add(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, all)
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
	content()
	w.add(`</w:tc>`)
}

// annex writes the table behind the report.
func (w *writer) annex(a *document.Annex) {
	w.paragraph(look{style: "AnnexTitle"}, text(a.Label))
	w.paragraph(look{style: "Subtitle"}, text(strings.ToUpper(a.Title)))
	w.paragraph(look{style: "Subtitle", plain: true, italic: true}, text(a.Under))
	w.closing(w.form.annexWidth())
	w.table(&a.Table, w.form.annexWidth(), w.form.annexTable)
	for _, n := range a.Notes {
		w.paragraph(look{style: "FootnoteText"}, n.Runs)
	}
	if len(a.Notes) == 0 {
		w.paragraph(look{style: "Rule"}, nil)
	}
	for _, u := range a.Units {
		w.paragraph(look{style: "Caption"}, text(u.Title))
		w.table(&u.Table, w.form.annexWidth(), w.form.annexTable)
		w.paragraph(look{style: "Rule"}, nil)
	}
}
