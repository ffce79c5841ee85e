package ods

import (
	"bytes"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// cellText collects the text of one cell: its paragraphs joined by line breaks,
// and the looks of its stretches.
type cellText struct {
	*xmlPart
	styles   *styleSet
	limit    int
	noFields bool // what fields show is no part of the text

	text       []byte
	stretches  []stretch
	paragraphs int
	begun      bool // the paragraph has some text
	gap        bool // a space is due before further text of the paragraph
	raw        []byte
}

// stretch is a part of the text, up to an offset, with a look of its own.
type stretch struct {
	to int
	look
}

func (t *cellText) reset() {
	t.text, t.stretches, t.paragraphs = t.text[:0], t.stretches[:0], 0
}

// paragraph reads the paragraph just started.
func (t *cellText) paragraph() error {
	if t.paragraphs++; t.paragraphs > 1 {
		before := look{}
		if n := len(t.stretches); n > 0 {
			before = t.stretches[n-1].look
		}
		if err := t.add(before, '\n'); err != nil {
			return err
		}
	}
	t.begun, t.gap = false, false
	style, _ := t.attr(textSpace, "style-name")
	return t.inline(t.styles.textLook(paragraphFamily, style, look{}))
}

// inline reads the content of the element just started, up to its end. What is
// no text of the cell, such as a remark or a picture, is passed over.
func (t *cellText) inline(as look) error {
	for {
		tok, err := t.Next()
		if err != nil {
			return err
		}
		switch tok {
		case ooxml.EndTag:
			return nil
		case ooxml.Characters:
			if err := t.characters(as); err != nil {
				return err
			}
		case ooxml.StartTag:
			if err := t.element(as); err != nil {
				return err
			}
		}
	}
}

func (t *cellText) element(as look) error {
	if !t.in(textSpace, t.Prefix) {
		return t.Skip()
	}
	switch string(t.Local) {
	case "span":
		style, _ := t.attr(textSpace, "style-name")
		return t.inline(t.styles.textLook(textFamily, style, as))
	case "s":
		n := 1
		if v, ok := t.attr(textSpace, "c"); ok {
			n = repeats(v)
		}
		if n < 0 {
			return t.Bad()
		}
		if n > t.limit-len(t.text) {
			return t.tooLong()
		}
		t.fillGap()
		for range n {
			t.text = append(t.text, ' ')
		}
		t.mark(as)
	case "tab":
		t.fillGap()
		if err := t.add(as, '\t'); err != nil {
			return err
		}
	case "line-break":
		t.fillGap()
		if err := t.add(as, '\n'); err != nil {
			return err
		}
	case "note", "ruby-text":
		return t.Skip()
	case "a":
		return t.inline(as)
	default: // a field with the text it shows
		if !t.noFields {
			return t.inline(as)
		}
		t.gap = t.begun
		return t.Skip()
	}
	t.begun = true
	return t.Skip()
}

// characters appends the text just read. White space with a line break in it is
// the layout of the XML: it stands for one space, and for none at either end of
// a paragraph. Other spaces are kept, though the format says that several stand
// for one: LibreOffice writes them so into texts of several fonts, and reads
// them so, while nobody else writes several in a row.
func (t *cellText) characters(as look) error {
	t.raw = t.AppendText(t.raw[:0])
	raw := t.raw
	for len(raw) > 0 {
		n := 0
		for n < len(raw) && ooxml.IsSpace(raw[n]) {
			n++
		}
		if n > 0 && bytes.IndexByte(raw[:n], '\n') >= 0 {
			t.gap = t.begun
			raw, n = raw[n:], 0
		}
		for n < len(raw) && !ooxml.IsSpace(raw[n]) {
			n++
		}
		if n > 0 {
			t.fillGap()
			if n > t.limit-len(t.text) {
				return t.tooLong()
			}
			t.text = append(t.text, raw[:n]...)
			t.begun = true
			raw = raw[n:]
		}
	}
	t.mark(as)
	return nil
}

func (t *cellText) fillGap() {
	if t.gap {
		t.text = append(t.text, ' ')
	}
	t.gap = false
}

func (t *cellText) add(as look, c byte) error {
	if len(t.text) >= t.limit {
		return t.tooLong()
	}
	t.text = append(t.text, c)
	t.mark(as)
	return nil
}

func (t *cellText) tooLong() error {
	return workbook.TooMuch(workbook.LimitText, t.limit)
}

// mark notes the look of what was appended last.
func (t *cellText) mark(as look) {
	n, from := len(t.stretches), 0
	if n > 0 {
		from = t.stretches[n-1].to
	}
	switch {
	case len(t.text) == from:
	case n > 0 && t.stretches[n-1].look == as:
		t.stretches[n-1].to = len(t.text)
	default:
		t.stretches = append(t.stretches, stretch{len(t.text), as})
	}
}

// runs are the stretches of text in a cell of a style; nil when all of them look like
// the cell.
func (t *cellText) runs(text string, cell sharedKey) []workbook.Run {
	var runs []workbook.Run
	from, other := 0, false
	for _, s := range t.stretches {
		run := workbook.Run{Font: s.font, Script: s.script, Struck: s.struck == yes,
			Unseen: s.color == hidden || s.color != "" && sameColor(s.color, cell.ground)}
		back := s.placed && s.script == workbook.OnLine && cell.script != workbook.OnLine
		switch {
		case back: // in the cell's own font it would stand where the cell does
			run.Font = orElse(run.Font, cell.font)
			run.Struck = run.Struck || s.struck == open && cell.struck
			run.Unseen = run.Unseen || s.color == "" && sameColor(cell.color, cell.ground)
		case run.Font == cell.font:
			run.Font = ""
		}
		if !s.placed {
			run.Script = cell.script
		}
		other = other || run != workbook.Run{Script: cell.script}
		if n := len(runs); n > 0 && runs[n-1].Font == run.Font && runs[n-1].Script == run.Script &&
			runs[n-1].Struck == run.Struck && runs[n-1].Unseen == run.Unseen {
			runs[n-1].Text = text[from-len(runs[n-1].Text) : s.to]
		} else {
			run.Text = text[from:s.to]
			runs = append(runs, run)
		}
		from = s.to
	}
	if !other {
		return nil
	}
	return runs
}

// allRuns are those of a text that stands in no cell.
func (t *cellText) allRuns() []workbook.Run {
	whole := string(t.text)
	if runs := t.runs(whole, sharedKey{}); runs != nil {
		return runs
	}
	return []workbook.Run{{Text: whole}}
}

// ownLooks tells whether any stretch does not look like the cell.
func (t *cellText) ownLooks() bool {
	for _, s := range t.stretches {
		if s.look != (look{}) {
			return true
		}
	}
	return false
}
