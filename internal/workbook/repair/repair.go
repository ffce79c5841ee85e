// Package repair turns texts from before Unicode into Unicode.
package repair

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"baocao/internal/diag"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Book turns every text of a book into Unicode in NFC and lists what it changed in
// the book. What a text's font says is
// checked against its words; texts without such a font follow what the words of
// their sheet say together, or the book where the sheet is silent. A text that
// may be read in two ways is left as it is, and asked about.
func Book(file string, b *workbook.Book, g *workbook.Guard) ([]diag.Problem, error) {
	r := &repairer{book: b, guard: g, evidence: map[string]viet.Evidence{}, fonts: map[string]fontEncoding{}}
	var all []sheetTexts
	var whole tally
	for _, s := range b.Sheets {
		t, err := r.gather(s)
		if err != nil {
			return nil, err
		}
		if key := viet.Fold(s.Name); key != "can sua" && !strings.HasPrefix(key, "can sua ") {
			// The list of problems that this program puts before a sender's own sheets is
			// in Unicode whatever they are in, and must not change how they are read.
			whole.add(&t.votes[viet.Unicode])
		}
		all = append(all, t)
	}
	var problems []diag.Problem
	if _, known := whole.winner(); b.EightBit && !known {
		for i := range all {
			if len(all[i].cells) > 0 {
				problems = append(problems, diag.New("B144", diag.Position{File: file, Sheet: b.Sheets[i].Name}, nil))
			}
		}
	}
	for _, t := range all {
		r.doubts = nil
		if err := r.settle(&t, &whole); err != nil {
			return nil, err
		}
		problems = append(problems, r.ask(file, t.sheet)...)
	}
	return problems, nil
}

type repairer struct {
	book     *workbook.Book
	guard    *workbook.Guard
	evidence map[string]viet.Evidence // by text: the same words stand in many cells
	fonts    map[string]fontEncoding
	doubts   []doubt
	ticks    int

	outOfMemory error // booking evidence failed
}

type fontEncoding struct {
	encoding viet.Encoding
	capitals bool
}

// sheetTexts are the texts of a sheet that are not plain ASCII, and what they
// say together, by the encoding their font tells.
type sheetTexts struct {
	sheet *workbook.Sheet
	cells []*workbook.Cell // those to be decided about
	votes [viet.VNI + 1]tally
}

// stretch is a part of a cell's text in fonts of one encoding.
type stretch struct {
	runs     []workbook.Run // with the cell's font filled in
	text     string
	encoding viet.Encoding // what the fonts say
	evidence viet.Evidence
}

// tally adds up evidence.
type tally struct {
	viet.Evidence
	cells [viet.MisreadUTF8 + 1]int // that speak for an encoding
}

// count adds what one text says.
func (t *tally) count(e *viet.Evidence) {
	one := tally{Evidence: *e}
	for i, n := range e.Votes {
		if n > 0 {
			one.cells[i] = 1
		}
	}
	t.add(&one)
}

func (t *tally) add(o *tally) {
	for i := range o.Votes {
		t.Votes[i] += o.Votes[i]
		t.Against[i] += o.Against[i]
		t.cells[i] += o.cells[i]
	}
	t.Letter += o.Letter
}

// winner is the encoding of texts whose font says nothing: an old one only
// where several words in several cells speak for it and hardly any against.
func (t *tally) winner() (e viet.Encoding, ok bool) {
	for _, e := range viet.Encodings {
		if n := t.Votes[e]; n >= 3 && t.cells[e] >= 2 && 3*t.Against[e] <= n && !t.contested(e) {
			return e, true
		}
	}
	return viet.Unicode, t.Votes[viet.Unicode] > 0 && t.Old() == 0 || t.Votes[viet.Unicode] > 3*t.Old()
}

func (t *tally) contested(e viet.Encoding) bool { return 3*(t.Old()-t.Votes[e]) > t.Votes[e] }

func (r *repairer) fontOf(name string) fontEncoding {
	f, ok := r.fonts[name]
	if !ok {
		f.encoding, f.capitals = viet.OfFont(name)
		r.fonts[name] = f
	}
	return f
}

// gather looks at every text of a sheet.
func (r *repairer) gather(s *workbook.Sheet) (sheetTexts, error) {
	t := sheetTexts{sheet: s}
	for _, cells := range [][]workbook.Cell{s.Cells, s.Header, s.Footer, s.Boxes} {
		if err := r.gatherFrom(cells, &t); err != nil {
			return t, err
		}
	}
	return t, nil
}

func (r *repairer) gatherFrom(cells []workbook.Cell, t *sheetTexts) error {
	for i := range cells {
		c := &cells[i]
		if c.Kind != workbook.Text {
			continue
		}
		if r.ticks++; r.ticks&0xFFF == 0 {
			if err := r.guard.Check(); err != nil {
				return err
			}
		}
		if viet.IsASCII(c.Text) && !r.inCapitals(c) {
			continue
		}
		if len(c.Runs) == 0 && r.fontOf(c.Style.Font).encoding == viet.Unicode {
			if e := r.weigh(c.Text); e.Plain {
				t.votes[viet.Unicode].count(&e)
				continue
			}
		}
		for _, st := range r.stretches(c) {
			t.votes[st.encoding].count(&st.evidence)
		}
		if r.outOfMemory != nil {
			return r.outOfMemory
		}
		t.cells = append(t.cells, c)
	}
	return nil
}

// inCapitals: some of the text is set in a font that shows capitals.
func (r *repairer) inCapitals(c *workbook.Cell) bool {
	if len(c.Runs) == 0 {
		return r.fontOf(c.Style.Font).capitals
	}
	return slices.ContainsFunc(c.Runs, func(run workbook.Run) bool {
		return r.fontOf(run.Font).capitals || run.Font == "" && r.fontOf(c.Style.Font).capitals
	})
}

func (r *repairer) stretches(c *workbook.Cell) []stretch {
	runs := c.Runs
	if len(runs) == 0 || join(runs) != c.Text { // nothing of the text may be lost with a run
		runs = []workbook.Run{{Text: c.Text}}
	}
	var all []stretch
	for _, run := range runs {
		if run.Font == "" {
			run.Script = run.ScriptIn(c)
			run.Font, run.Struck = c.Style.Font, run.Struck || c.Style.Struck
		}
		e := r.fontOf(run.Font).encoding
		if n := len(all); n > 0 && all[n-1].encoding == e && looksLike(all[n-1].runs[0], run) {
			all[n-1].runs = append(all[n-1].runs, run)
			all[n-1].text += run.Text
			continue
		}
		all = append(all, stretch{runs: []workbook.Run{run}, text: run.Text, encoding: e})
	}
	for i := range all {
		all[i].evidence = r.weigh(all[i].text)
	}
	return all
}

// looksLike: neither of two runs is crossed out or off the line where the other is not.
func looksLike(a, b workbook.Run) bool { return a.Struck == b.Struck && a.Script == b.Script }

// evidenceMemory is about what the evidence of one text takes, in bytes, and
// repairMemory what a repair does beside its new text.
const (
	evidenceMemory = 200
	repairMemory   = 200
)

func (r *repairer) weigh(text string) viet.Evidence {
	if e, ok := viet.WeighPlain(text); ok {
		return e
	}
	e, ok := r.evidence[text]
	if !ok {
		e = viet.Weigh(text)
		if err := r.guard.Use(evidenceMemory); err != nil {
			r.outOfMemory = err
			return e
		}
		r.evidence[text] = e
	}
	return e
}

// settle decides about every text of a sheet and repairs it.
func (r *repairer) settle(t *sheetTexts, book *tally) error {
	silent, decided := t.votes[viet.Unicode].winner()
	if !decided && t.votes[viet.Unicode].Old() == 0 {
		silent, decided = book.winner()
	}
	for _, c := range t.cells {
		if r.ticks++; r.ticks&0xFFF == 0 {
			if err := r.guard.Check(); err != nil {
				return err
			}
		}
		if err := r.cell(t, c, silent, decided); err != nil {
			return err
		}
	}
	return nil
}

func (r *repairer) cell(t *sheetTexts, c *workbook.Cell, silent viet.Encoding, decided bool) error {
	stretches := r.stretches(c)
	var runs []workbook.Run
	used, font := viet.Unicode, ""
	for i := range stretches {
		st := &stretches[i]
		e, mixed, other := st.decide(t, silent, decided)
		if other != viet.Unicode {
			r.doubts = append(r.doubts, doubt{cell: c, text: st.text, encoding: other})
		}
		out := st.runs
		if e != viet.Unicode || mixed {
			var sure bool
			if out, sure = r.decode(st, e, mixed); !sure {
				r.doubts = append(r.doubts, doubt{cell: c, text: st.text, encoding: e})
			}
		}
		if used == viet.Unicode && !slices.Equal(out, st.runs) {
			used, font = e, st.runs[0].Font
		}
		runs = append(runs, out...)
	}
	after := norm.NFC.String(join(runs))
	if after == c.Text {
		return nil
	}
	if used == viet.Unicode {
		used, font = viet.Combining, runs[0].Font
	}
	if err := r.guard.Use(len(after) + repairMemory); err != nil {
		return err
	}
	if c.Row > 0 { // a header's is nobody's figure
		r.book.Repairs = append(r.book.Repairs, workbook.Repair{Sheet: t.sheet.Name, Row: c.Row, Col: c.Col,
			Font: font, Encoding: used, Before: c.Text, After: after})
	}
	c.Text = after
	if len(c.Runs) > 0 {
		c.Runs = runs
	}
	return nil
}

func join(runs []workbook.Run) string {
	if len(runs) == 1 {
		return runs[0].Text
	}
	var b strings.Builder
	for _, run := range runs {
		b.WriteString(run.Text)
	}
	return b.String()
}

// decide says how to read a stretch: in the encoding e, word by word where
// mixed. other is an old encoding in which it may have to be read instead, and
// nobody can tell; Unicode for none.
func (st *stretch) decide(t *sheetTexts, silent viet.Encoding, decided bool) (
	e viet.Encoding, mixed bool, other viet.Encoding) {
	ev := &st.evidence
	if st.encoding != viet.Unicode {
		group := &t.votes[st.encoding]
		lies := group.Letter >= 3 && group.Votes[st.encoding] == 0 // the font was only left over
		switch {
		case ev.Letter > 0 && ev.Votes[st.encoding] > 0:
			return st.encoding, true, viet.Unicode
		case ev.Votes[st.encoding] > 0:
			return st.encoding, false, viet.Unicode
		case ev.Letter > 0 || ev.Against[st.encoding] > 0:
			return viet.Unicode, false, viet.Unicode
		case !lies:
			return st.encoding, false, viet.Unicode
		}
		silent, decided = viet.Unicode, true
	}
	for _, e := range viet.Encodings {
		switch n := ev.Votes[e]; {
		case n == 0:
		case e == viet.MisreadUTF8: // hardly a text has these signs side by side
			return e, false, viet.Unicode
		case ev.Old() > n:
			return viet.Unicode, false, e
		case ev.Letter > 0 && (n > 1 || silent == e):
			return e, true, viet.Unicode
		case ev.Against[e] == 0 && (n > 1 || silent == e):
			return e, false, viet.Unicode
		default:
			return viet.Unicode, false, e
		}
	}
	switch {
	case ev.Letter > 0 || ev.Votes[viet.Unicode] > 0:
		return viet.Unicode, false, viet.Unicode
	case decided:
		return silent, false, viet.Unicode
	case ev.Open:
		return viet.Unicode, false, openEncoding(st.text)
	}
	return viet.Unicode, false, viet.Unicode
}

// openEncoding is the first old encoding that makes other words of a text.
func openEncoding(text string) viet.Encoding {
	for _, e := range viet.Encodings {
		if other, ok := viet.Decode(text, e); ok && other != text {
			return e
		}
	}
	return viet.Unicode
}

// decode reads a stretch. VNI writes a letter as two characters, which two runs
// may share, so its runs become one.
func (r *repairer) decode(st *stretch, e viet.Encoding, mixed bool) (runs []workbook.Run, sure bool) {
	sure = true
	read := func(text string) string {
		if mixed {
			out, certain := viet.DecodeMixed(text, e)
			sure = sure && certain
			return out
		}
		out, _ := viet.Decode(text, e)
		return out
	}
	if e != viet.TCVN3 {
		run := st.runs[0]
		run.Text = read(st.text)
		return []workbook.Run{run}, sure
	}
	for _, run := range st.runs {
		run.Text = read(run.Text)
		if f := r.fontOf(run.Font); f.capitals && !mixed {
			run.Text = strings.ToUpper(run.Text)
		}
		runs = append(runs, run)
	}
	return runs, sure
}

// doubt is a text that stays as it is stored, because it may be right.
type doubt struct {
	cell     *workbook.Cell
	text     string
	encoding viet.Encoding
}

// maxDoubts is how many texts of one sheet are asked about one by one.
const maxDoubts = 10

func (r *repairer) ask(file string, s *workbook.Sheet) []diag.Problem {
	var problems []diag.Problem
	asked := map[string]bool{}
	for i, d := range r.doubts {
		at := diag.Position{File: file}
		at.Sheet, at.Cell = s.Place(d.cell.Row, d.cell.Col)
		if asked[d.text] {
			continue
		}
		if len(asked) == maxDoubts {
			return append(problems, diag.New("B141", at, diag.Args{"count": len(r.doubts) - i}))
		}
		asked[d.text] = true
		other, _ := viet.Decode(d.text, d.encoding)
		problems = append(problems, diag.New("B140", at, diag.Args{"found": workbook.Printable(d.text),
			"other": workbook.Printable(other), "encoding": d.encoding.String()}))
	}
	return problems
}
