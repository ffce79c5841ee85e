// Package correction makes the copy of a faulty workbook that goes back to its
// sender: the sender's own file, its wrong cells coloured and commented, and a
// first sheet that lists what is to be mended. The sender mends the copy and
// sends it back.
//
// The copy is made by changing single bytes of single parts. Libraries that
// read a workbook and write it again lose what they do not know: charts,
// macros, printer settings, the looks of a table.
package correction

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"baocao/internal/mishap"
	"baocao/internal/ooxml"
	"baocao/internal/returns"
	"baocao/internal/wording"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// SheetName is the first sheet of a copy that goes back to its sender.
const SheetName = returns.NoteSheet

// Problem is one thing to mend in the workbook.
type Problem struct {
	Sheet, Cell string // "Số liệu", "E7"; Cell "" for a whole sheet, Sheet "" for the whole file
	What, Fix   string // Vietnamese sentences
	Measure     string // "1.1", or ""
	Code        string // "B302"
	Grave       bool   // an error; otherwise a warning ("nên xem lại")
}

// Note is what the first sheet says.
type Note struct {
	File     string         // name of the sender's file, as it came
	SHA256   string         // of the sender's file: what the corrected copy replaces
	Unit     string         // the unit's name
	Problems []Problem      // in the order to print
	Words    *wording.Words // of the sheet of problems; nil for the embedded ones
}

// Mark returns a copy of an .xlsx or .xlsm with the problems marked. Parts that need
// not change stay as they came, name, order and bytes: charts, macros, drawings,
// custom XML and printer settings are not lost. ctx and lim bound the work as they
// bound reading.
func Mark(ctx context.Context, original []byte, n Note, lim workbook.Limits) (marked []byte, err error) {
	defer func() {
		// A panic in one file must not abort the run.
		if mishap.Caught(recover()) {
			marked, err = nil, errors.New("correction: our own failure")
		}
	}()
	if marked, err = mark(ctx, original, n, lim); err != nil {
		return nil, fmt.Errorf("correction: %w", err)
	}
	return marked, nil
}

// marker makes one copy.
type marker struct {
	*parts
	book   *book
	types  *contentTypes
	styles *styles
	again  bool     // the file is itself such a copy
	listed []string // match keys of the comments of that copy
	block  int      // the last thousand of numbers taken for shapes
}

func mark(ctx context.Context, original []byte, n Note, lim workbook.Limits) ([]byte, error) {
	if !returns.IsDigest(n.SHA256) {
		// Without it the copy would come back as one more file.
		return nil, errors.New("the digest of the sender's file is missing")
	}
	p, err := openParts(original, workbook.NewGuard(ctx, lim))
	if err != nil {
		return nil, err
	}
	m := &marker{parts: p, block: p.lastBlock()}
	if m.book, err = p.book(); err != nil {
		return nil, err
	}
	if m.types, err = p.contentTypes(); err != nil {
		return nil, err
	}
	if m.styles, err = p.styles(m.book, m.types); err != nil {
		return nil, err
	}
	if err := m.findNotes(ctx, original, lim); err != nil {
		return nil, err
	}
	wrong := map[*sheet][]Problem{}
	var lines []line
	for _, f := range n.Problems {
		l := line{Problem: f}
		if f.Sheet != "" {
			l.in = m.book.find(f.Sheet)
		}
		if l.in != nil {
			wrong[l.in] = append(wrong[l.in], f)
		}
		lines = append(lines, l)
	}
	for _, sh := range m.book.sheets {
		if !sh.note {
			if err := m.sheet(sh, wrong[sh]); err != nil {
				return nil, fmt.Errorf("%s: %w", sh.part, err)
			}
		}
	}
	if err := m.note(n, lines); err != nil {
		return nil, err
	}
	for _, save := range []func(*parts) error{m.styles.save, m.book.rels.save, m.types.save} {
		if err := save(p); err != nil {
			return nil, err
		}
	}
	return p.bytes()
}

// findNotes tells which sheets are the lists of problems of an earlier copy. What
// programs make of such a sheet when they save it, the reader of workbooks knows.
func (m *marker) findNotes(ctx context.Context, original []byte, lim workbook.Limits) error {
	if !slices.ContainsFunc(m.book.sheets, func(sh *sheet) bool { return returns.IsNoteName(sh.name) }) {
		return nil
	}
	b, problems := open.Read(ctx, "", original, lim)
	if b == nil {
		return fmt.Errorf("cannot be read: %v", problems)
	}
	for _, sh := range m.book.sheets {
		if s := b.Sheet(sh.name); sh.kind == "worksheet" && returns.IsNote(s) {
			sh.note, m.again = true, true
			m.listed = append(m.listed, listedIn(s)...)
		}
	}
	return nil
}

// note puts the sheet of problems first, in place of that of an earlier copy.
func (m *marker) note(n Note, lines []line) error {
	first := &sheet{}
	if at := slices.IndexFunc(m.book.sheets, func(sh *sheet) bool { return sh.note }); at >= 0 {
		*first = *m.book.sheets[at]
		if rels := ooxml.RelationsOf(first.part); m.has(rels) { // what hung on the old sheet
			m.write(rels, []byte(ooxml.Head+`<Relationships xmlns="`+relationsSpace+`"/>`))
		}
	} else {
		first.name, first.id = m.book.freeName(), m.book.freeID()
		first.part = m.fresh("xl/worksheets/sheet%d.xml", m.types)
		first.rel = m.book.rels.add(m.book.officeSpace(), "worksheet", first.part)
		m.types.override(first.part, typeSheet)
	}
	page := &noteSheet{looks: m.styles.noteLooks(), words: n.Words}
	m.write(first.part, page.write(m.book, n, lines))
	return m.book.putFirst(m.parts, first, noteHeadRow)
}

// sheet marks the problems of one sheet.
func (m *marker) sheet(sh *sheet, problems []Problem) error {
	part, err := m.scan(sh.part)
	if err != nil {
		return err
	}
	if sh.kind != "worksheet" {
		problems = nil
	}
	rels, err := m.relations(sh.part)
	if err != nil {
		return err
	}
	notes := &comments{}
	commentPart := rels.Part("comments")
	if sh.kind == "worksheet" {
		var old *scanner
		if m.has(commentPart) {
			if old, err = m.scan(commentPart); err != nil {
				return err
			}
		}
		if notes, err = scanComments(old); err == nil {
			err = notes.clean(m.listed)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", commentPart, err)
		}
	}
	whole := sh.kind == "worksheet" && (len(problems) > 0 || m.again || len(notes.removed) > 0)
	p, err := scanPage(part, whole)
	if err != nil {
		return err
	}
	p.deselect()
	if whole {
		boxes, spots := p.collect(problems)
		cells := &cellMarker{page: p, styles: m.styles, wrong: spots, isMark: map[int]bool{}}
		cells.clear = func(at place) bool { return m.again || notes.removed[at] }
		if err := cells.mark(); err != nil {
			return err
		}
		if err := m.comment(p, rels, notes, boxes); err != nil {
			return err
		}
	}
	if err := rels.save(m.parts); err != nil {
		return err
	}
	return m.edited(sh.part, p.Data(), p.edits)
}

// collect puts the problems of one cell together, in the order of the sheet.
func (p *page) collect(problems []Problem) (boxes []box, spots []spot) {
	index := map[place]int{}
	for _, f := range problems {
		at, ok := placeOf(f.Cell)
		if !ok {
			continue // of the whole sheet: it is in the list
		}
		at = p.corner(at)
		text := commentText(returns.Note{What: f.What, Fix: f.Fix})
		i, known := index[at]
		if !known {
			index[at] = len(spots)
			boxes = append(boxes, box{at, text})
			spots = append(spots, spot{at, f.Grave})
			continue
		}
		spots[i].grave = spots[i].grave || f.Grave
		if len(boxes[i].text)+len(text) < maxText {
			boxes[i].text += "\n\n" + text
		}
	}
	slices.SortFunc(boxes, func(a, b box) int { return a.compare(b.place) })
	slices.SortFunc(spots, func(a, b spot) int { return a.compare(b.place) })
	return boxes, spots
}

// commentText is what the comment says of one problem.
func commentText(n returns.Note) string {
	return returns.Note{What: cellText(n.What), Fix: cellText(n.Fix)}.Comment()
}

// comment writes the comments of one sheet and draws their boxes.
func (m *marker) comment(p *page, rels *relations, notes *comments, boxes []box) error {
	if len(boxes) == 0 && len(notes.removed) == 0 {
		return nil
	}
	drawn := ""
	if p.drawn != nil {
		for _, a := range p.drawn.attrs {
			if rel := rels.ByID(a.value); a.local == "id" && rel != nil {
				drawn = rel.Target
			}
		}
		if drawn == "" {
			return errors.New("has shapes that are nowhere")
		}
	}
	ours := map[place]bool{} // cells whose whole comment was written here
	for at := range notes.removed {
		ours[at] = !slices.ContainsFunc(notes.all, func(c comment) bool { return c.at == at })
	}
	full, err := notes.put(boxes)
	if err != nil {
		return err
	}
	space := m.book.officeSpace()
	part := rels.Part("comments")
	text, err := notes.save(m.book.space)
	if err != nil {
		return fmt.Errorf("%s: %w", part, err)
	}
	if text != nil {
		if part == "" {
			part = m.fresh("xl/comments%d.xml", m.types)
			rels.add(space, "comments", part)
		}
		if !m.has(part) {
			m.types.override(part, typeComments)
		}
		m.write(part, text)
	}

	var old []byte
	if m.has(drawn) {
		if old, err = m.read(drawn); err != nil {
			return err
		}
	} else if len(full) == 0 {
		return nil
	}
	d := scanDrawing(old, m.block+1)
	d.remove(func(at place) bool { return ours[at] })
	for _, b := range full {
		d.put(p, b)
	}
	if old == nil {
		m.block = d.lastBlock()
	}
	shapes, err := d.save()
	if err != nil {
		return fmt.Errorf("%s: %w", drawn, err)
	}
	if drawn == "" {
		drawn = m.fresh("xl/drawings/vmlDrawing%d.vml", m.types)
		p.draw(space, rels.add(space, "vmlDrawing", drawn))
	}
	if !m.has(drawn) {
		m.types.ending(drawn, typeVML)
	}
	m.write(drawn, shapes)
	return nil
}
