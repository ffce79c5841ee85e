// Package xlsb reads binary workbooks (.xlsb, BIFF12 of [MS-XLSB]): the parts of an
// .xlsx, in records in place of XML.
package xlsb

import (
	"cmp"
	"strings"
	"unicode/utf16"

	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Main is the part that tells a binary workbook.
const Main = "xl/workbook.bin"

// Read reads a workbook. A damaged part, even one that holds no cells, refuses it.
func Read(a *ooxml.Archive) (*workbook.Book, error) {
	main := Main
	if rels, err := a.Relations(""); err == nil {
		main = cmp.Or(rels.Part("officeDocument"), main)
	} else if a.Has("_rels/.rels") {
		return nil, err
	}
	r := &reader{Archive: a, book: &workbook.Book{Format: "xlsb"}}
	if err := r.read(main); err != nil {
		return nil, err
	}
	return r.book, a.VerifyRest()
}

// reader reads one workbook.
type reader struct {
	*ooxml.Archive
	book     *workbook.Book
	listed   []listed
	names    []definedName
	own      []bool // of the linked books, which is this one
	targets  []target
	fonts    []font
	styles   []*workbook.Style
	looks    map[*workbook.Style]look
	overlays []overlay // that rules lay over the looks of cells, by their number
	texts    []text
	cells    int // so far, over all sheets
}

// listed is a sheet as the workbook part lists it.
type listed struct {
	name       string
	visibility workbook.Visibility
	relation   string
}

// definedName is a defined name, and target what the formulas of names point to.
type definedName struct {
	name   string
	tokens []byte
}

type target struct{ book, first, last int }

// records opens a part.
func (r *reader) records(part string) (*records, error) {
	data, err := r.Read(part)
	return &records{part: part, data: data, guard: r.Guard}, err
}

func (r *reader) read(main string) error {
	if err := r.workbookPart(main); err != nil {
		return err
	}
	if len(r.listed) == 0 {
		return workbook.Refuse("B134", nil)
	}
	if len(r.listed) > r.Guard.MaxSheets {
		return workbook.TooMuch(workbook.LimitSheets, r.Guard.MaxSheets)
	}
	rels, err := r.Relations(main)
	if err != nil {
		return err
	}
	plain := look{code: "General", color: black, ground: white}
	r.styles = []*workbook.Style{plain.style()}
	r.looks = map[*workbook.Style]look{r.styles[0]: plain}
	if part := rels.Part("styles"); part != "" {
		if err := r.readStyles(part); err != nil {
			return err
		}
	}
	if part := rels.Part("sharedStrings"); part != "" && r.Has(part) {
		if err := r.readTexts(part); err != nil {
			return err
		}
	}
	seen := map[string]bool{}
	for _, s := range r.listed {
		rel := rels.ByID(s.relation)
		if rel == nil || rel.Target == "" {
			return workbook.Refuse("B122", diag.Args{"part": cmp.Or(s.relation, "sheet")}).At(viet.Clean(s.name), "")
		}
		if rel.Kind != "worksheet" {
			continue // a chart, dialog or macro sheet has no cells to report
		}
		if seen[ooxml.PartKey(rel.Target)] {
			return workbook.Refuse("B124", diag.Args{"found": rel.Target}).At(viet.Clean(s.name), "")
		}
		seen[ooxml.PartKey(rel.Target)] = true
		if err := r.readSheet(s, rel.Target); err != nil {
			return err
		}
	}
	if len(r.book.Sheets) == 0 {
		return workbook.Refuse("B134", nil)
	}
	r.keepNames()
	return nil
}

func (r *reader) workbookPart(part string) error {
	x, err := r.records(part)
	if err != nil {
		return err
	}
	defer r.Guard.Release(len(x.data))
	return x.each(beginBook, endBook, func(f *fields) error {
		switch x.kind {
		case bookProperty:
			r.book.Date1904 = f.u32()&1 != 0
		case calcProperty:
			f.u32()
			manual := f.u32() == 0
			f.bytes(16)
			r.book.Stale = manual || f.u16()&1 != 0
		case bundledSheet:
			s := listed{visibility: visibility(f.u32())}
			f.u32()
			s.relation, s.name = f.text(), f.text()
			r.listed = append(r.listed, s)
			return r.Guard.Use(64 + len(s.name))
		case linkSource, linkSelf, linkSame, linkPlugin:
			r.own = append(r.own, x.kind == linkSelf)
		case linkSheets:
			n := f.u32()
			if uint64(n) > uint64(len(f.data)/12) {
				return x.bad()
			}
			for range n {
				r.targets = append(r.targets, target{int(f.u32()), int(int32(f.u32())), int(int32(f.u32()))})
			}
			return r.Guard.Use(24 * int(n))
		case nameRecord:
			f.bytes(9)
			n := definedName{name: f.text()}
			n.tokens = append(n.tokens, f.bytes(int(f.u32()))...)
			r.names = append(r.names, n)
			return r.Guard.Use(64 + len(n.name) + len(n.tokens))
		}
		return nil
	})
}

func visibility(state uint32) workbook.Visibility {
	switch state {
	case 1:
		return workbook.Hidden
	case 2:
		return workbook.VeryHidden
	}
	return workbook.Visible
}

// keepNames keeps the names that stand for one cell or range of a sheet.
func (r *reader) keepNames() {
	known := map[string]bool{}
	for _, s := range r.book.Sheets {
		known[s.Name] = true
	}
	for _, n := range r.names {
		if sheet, rng, ok := r.place(n.tokens); ok && known[sheet] && n.name != "" {
			r.book.Names = append(r.book.Names, workbook.Name{Name: n.name, Sheet: sheet, Range: rng})
		}
	}
}

// place reads a formula that is nothing but a cell or range of one sheet of this book.
func (r *reader) place(tokens []byte) (sheet string, rng workbook.Range, ok bool) {
	f := fields{data: tokens}
	kind := f.u8()
	if kind >= 0x40 { // the three classes of a token mean the same here
		kind = kind&0x1F | 0x20
	}
	link := f.u16()
	var r1, r2, c1, c2 int
	switch kind {
	case 0x3A:
		r1, c1 = int(f.u32()), f.u16()&0x3FFF
		r2, c2 = r1, c1
	case 0x3B:
		r1, r2 = int(f.u32()), int(f.u32())
		c1, c2 = f.u16()&0x3FFF, f.u16()&0x3FFF
	default:
		return "", rng, false
	}
	if f.short || len(f.data) > 0 || link >= len(r.targets) || r1 >= workbook.MaxRow || r2 >= workbook.MaxRow {
		return "", rng, false
	}
	t := r.targets[link]
	if t.book < 0 || t.book >= len(r.own) || !r.own[t.book] || t.first != t.last || t.first < 0 ||
		t.first >= len(r.listed) {
		return "", rng, false
	}
	return r.listed[t.first].name, workbook.RangeOf(r1+1, c1+1, r2+1, c2+1), true
}

// text is one of the table of texts that cells point to.
type text struct {
	text   string
	runs   []workbook.Run
	colors []color // of the runs
	own    bool    // the first run has the font of the cell
}

func (r *reader) readTexts(part string) error {
	x, err := r.records(part)
	if err != nil {
		return err
	}
	defer r.Guard.Release(len(x.data))
	return x.each(beginTexts, endTexts, func(f *fields) error {
		if x.kind != sharedItem {
			return nil
		}
		t, err := r.richText(f)
		if err != nil {
			return err
		}
		r.texts = append(r.texts, t)
		return r.Guard.Use(40 + len(t.text))
	})
}

// richText reads a text and the fonts of its stretches. Phonetic guides are no part
// of it.
func (r *reader) richText(f *fields) (t text, err error) {
	flags := f.u8()
	units := f.units()
	if len(units) > r.Guard.MaxTextLen/2 {
		return t, workbook.TooMuch(workbook.LimitText, r.Guard.MaxTextLen)
	}
	t.text = string(utf16.Decode(units))
	if flags&1 == 0 {
		return t, nil
	}
	n := f.u32()
	if uint64(n) > uint64(len(f.data)/4) {
		f.short = true
		return t, nil
	}
	if err := r.Guard.Use(64 * int(n)); err != nil {
		return t, err
	}
	from, run := 0, workbook.Run{}
	inColor := color{}
	for i := range n {
		at, index := f.u16(), f.u16()
		if at < from || at > len(units) || index >= len(r.fonts) {
			f.short = true
			return t, nil
		}
		if at > from {
			t.own = t.own || i == 0
			run.Text = string(utf16.Decode(units[from:at]))
			t.runs, t.colors = append(t.runs, run), append(t.colors, inColor)
		}
		look := &r.fonts[index]
		inColor = look.color
		from, run = at, workbook.Run{Font: look.name, Struck: look.struck, Script: look.script}
	}
	if from < len(units) {
		run.Text = string(utf16.Decode(units[from:]))
		t.runs, t.colors = append(t.runs, run), append(t.colors, inColor)
	}
	if strings.Join(texts(t.runs), "") != t.text { // cut between the halves of a letter
		t.runs = nil
	}
	return t, nil
}

func texts(runs []workbook.Run) (all []string) {
	for i := range runs {
		all = append(all, runs[i].Text)
	}
	return all
}
