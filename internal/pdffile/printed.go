package pdffile

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Printed is what a PDF shows, as far as its tags tell.
type Printed struct {
	Rows   []Row
	Words  []Passage // outside of tables, in reading order
	Loose  string    // text that belongs to no tag: what somebody wrote over the pages
	Laid   bool      // a page paints over its texts, or does what ours do not: what it shows is not read
	Notes  []string  // kinds of remarks on the pages that may cover what stands there
	Tagged bool
}

// Row is a row of a table.
type Row struct {
	Cells []string // without what is between words: it is not kept
	Head  bool
	Page  int // on which it begins, from 1
}

// Passage is a heading, a paragraph or an item of a list.
type Passage struct {
	Level int // of a heading, from 1; 0 for text
	Page  int // on which it begins, from 1
	Text  string
}

// longestPassage bounds what one tag gathers: nobody writes longer paragraphs.
const longestPassage = 64 << 10

// levels are the tags of headings.
var levels = map[name]int{"H": 1, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}

// Print reads what the file shows.
func (f *File) Print() (*Printed, error) {
	out := &Printed{}
	texts := map[ref]map[int]*strings.Builder{} // by page and mark
	numbers := map[ref]int{}
	var loose strings.Builder
	for i, p := range f.pages() {
		numbers[p.object] = i + 1
		data, err := f.content(p)
		if err != nil {
			return nil, err
		}
		shown, err := f.shown(p, data)
		if err != nil {
			return nil, err
		}
		texts[p.object] = shown.marks
		loose.WriteString(shown.loose.String())
		out.Laid = out.Laid || shown.laid
		for _, a := range f.list(p.dict["Annots"]) {
			d := f.dict(a)
			kind, _ := f.get(d["Subtype"]).(name)
			field, _ := f.get(d["FT"]).(name)
			if kind != "Link" && (kind != "Widget" || field != "Sig") {
				out.Notes = append(out.Notes, string(kind))
			}
		}
	}
	out.Loose = loose.String()
	root := f.dict(f.catalog()["StructTreeRoot"])
	out.Tagged = root != nil
	w := &walker{file: f, texts: texts, numbers: numbers, seen: map[ref]bool{}, at: -1}
	w.walk(root["K"], 0, 0)
	out.Rows, out.Words = w.rows, w.passages
	return out, w.err
}

// Same reports that another state of a file paints its pages alike and carries the same
// files: what was added between them, a signature, changes nothing of what is read.
func (f *File) Same(other *File) bool {
	mine, theirs := f.pages(), other.pages()
	if len(mine) != len(theirs) {
		return false
	}
	for i := range mine {
		a, errA := f.content(mine[i])
		b, errB := other.content(theirs[i])
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			return false
		}
	}
	a, errA := f.Attachments()
	b, errB := other.Attachments()
	if errA != nil || errB != nil || len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Name != b[i].Name || !bytes.Equal(a[i].Data, b[i].Data) {
			return false
		}
	}
	return true
}

// walker goes through the tags in reading order.
type walker struct {
	file  *File
	texts map[ref]map[int]*strings.Builder
	seen  map[ref]bool
	rows  []Row
	cell  *strings.Builder // in hand; nil outside of one
	count int
	err   error

	numbers  map[ref]int // of pages
	passages []Passage
	at       int // the passage in hand; -1 outside of one
}

// walk reads a tag's parts. on is the page that bare marks are of.
func (w *walker) walk(v any, on ref, depth int) {
	if w.count++; depth > deepest || w.count > mostObjects || w.err != nil {
		return
	}
	if r, ok := v.(ref); ok {
		if w.seen[r] {
			return
		}
		w.seen[r] = true
	}
	switch v := w.file.get(v).(type) {
	case int:
		w.put(on, v)
	case []any:
		for _, kid := range v {
			w.walk(kid, on, depth+1)
		}
	case dict:
		if p, ok := v["Pg"].(ref); ok {
			on = p
		}
		switch role, _ := v["S"].(name); {
		case v["Type"] == name("OBJR"):
		case v["MCID"] != nil:
			if n, ok := whole(v["MCID"]); ok {
				w.put(on, n)
			}
		case role == "TR":
			w.rows = append(w.rows, Row{})
			w.walk(v["K"], on, depth+1)
		case (role == "TD" || role == "TH") && len(w.rows) > 0 && w.cell == nil:
			w.cell = &strings.Builder{}
			w.walk(v["K"], on, depth+1)
			row := &w.rows[len(w.rows)-1]
			row.Cells = append(row.Cells, w.cell.String())
			row.Head = row.Head || role == "TH"
			w.cell = nil
		case w.cell == nil && (role == "P" || role == "LI" || levels[role] > 0):
			outer := w.at
			w.passages, w.at = append(w.passages, Passage{Level: levels[role]}), len(w.passages)
			w.walk(v["K"], on, depth+1)
			w.at = outer
		default:
			w.walk(v["K"], on, depth+1)
		}
	}
}

func (w *walker) put(page ref, mark int) {
	said := w.texts[page][mark]
	if said == nil {
		return
	}
	switch {
	case w.cell != nil:
		w.err = w.file.spend(said.Len()) // the same words may be put into a million cells
		w.cell.WriteString(said.String())
		if row := &w.rows[len(w.rows)-1]; row.Page == 0 {
			row.Page = w.numbers[page]
		}
	case w.at >= 0:
		p := &w.passages[w.at]
		if len(p.Text) < longestPassage {
			w.err = w.file.spend(said.Len())
			p.Text += said.String()
		}
		if p.Page == 0 {
			p.Page = w.numbers[page]
		}
	}
}

// shown is what a page's operators show.
type shown struct {
	marks map[int]*strings.Builder
	loose strings.Builder
	laid  bool

	placed []line
}

// line is a text where it stands: from x on, at least so wide, on its line at y. These are
// places on paper: nothing is judged by them but what covers what.
type line struct{ x, width, y, size float64 }

// covers reports two texts of which one is over the other.
func (a line) covers(b line) bool {
	return math.Abs(a.y-b.y) < min(a.size, b.size)/2 && a.x < b.x+b.width && b.x < a.x+a.width
}

// A letter is at least so wide, in parts of its size; none is smaller than this, nor any page
// larger.
const narrowest, smallest, widest = 0.2, 4, 1200

// overlaid reports texts of a page that stand over each other, or where nobody reads them.
func (s *shown) overlaid() bool {
	slices.SortFunc(s.placed, func(a, b line) int { return cmp.Compare(a.y, b.y) })
	for i, a := range s.placed {
		if a.size < smallest || min(a.x, a.y) < 0 || max(a.x, a.y) > widest {
			return true
		}
		for _, b := range s.placed[i+1:] {
			if b.y-a.y >= a.size/2 {
				break
			}
			if a.covers(b) {
				return true
			}
		}
	}
	return false
}

// set are the operators that our pages have beside those that are followed below. What
// others do, move, turn, clip, fade, hide, is not worked out.
var set = map[word]bool{"w": true, "G": true, "d": true, "j": true, "J": true, "m": true, "l": true, "re": true,
	"Tc": true, "Tw": true, "ET": true}

// shown follows the operators of a page.
func (f *File) shown(p page, data []byte) (*shown, error) {
	out := &shown{marks: map[int]*strings.Builder{}}
	fonts := map[name]letters{}
	var font letters
	var stack []int // of open sequences: the mark that holds within, or one of those below
	const artifact, unmarked = -1, -2
	within := func() int {
		if len(stack) == 0 {
			return unmarked
		}
		return stack[len(stack)-1]
	}
	var args []any
	l := &lexer{data: data}
	var err error
	var at line // where the next text stands
	var light, texts bool
	type state struct {
		font  letters
		size  float64
		light bool
	}
	var saved []state
	say := func(v any) {
		t, ok := v.(text)
		if !ok || err != nil {
			return
		}
		said := font.read(t)
		err = f.spend(len(said))
		if strings.TrimSpace(said) != "" {
			at.width += narrowest * at.size * float64(utf8.RuneCountInString(said))
			out.laid, texts = out.laid || light, true
		}
		switch mark := within(); mark {
		case artifact:
		case unmarked:
			out.loose.WriteString(strings.TrimSpace(said))
		default:
			if out.marks[mark] == nil {
				out.marks[mark] = &strings.Builder{}
			}
			out.marks[mark].WriteString(said)
		}
	}
	for {
		v, ok := l.value()
		if !ok || err != nil {
			out.laid = out.laid || out.overlaid()
			return out, err
		}
		op, is := v.(word)
		if !is {
			if args = append(args, v); len(args) > 1000 {
				args = args[1:]
			}
			continue
		}
		last := func(back int) any {
			if len(args) < back {
				return nil
			}
			return args[len(args)-back]
		}
		switch op {
		case "Tf":
			called, _ := last(2).(name)
			of, known := fonts[called]
			if !known {
				of = f.face(f.dict(p.resources["Font"])[called])
				fonts[called] = of
			}
			font, at.size = of, length(last(1))
		case "BT":
			at.x, at.y = 0, 0
		case "Td":
			at.x, at.y = at.x+length(last(2)), at.y+length(last(1))
		case "q":
			if len(saved) < mostObjects {
				saved = append(saved, state{font, at.size, light})
			}
		case "Q":
			if last := len(saved) - 1; last >= 0 {
				font, at.size, light = saved[last].font, saved[last].size, saved[last].light
				saved = saved[:last]
			}
		case "g":
			light = length(last(1)) != 0
		case "S", "B":
			out.laid = out.laid || texts // ours draw before they write
		case "Tj", "'", "\"":
			out.laid = true
			say(last(1))
		case "TJ":
			list, _ := last(1).([]any)
			at.width = 0
			for _, part := range list {
				say(part)
			}
			if at.width > 0 && len(out.placed) < mostObjects {
				out.placed = append(out.placed, at)
				at.x += at.width
			}
		case "BMC", "BDC":
			mark := within()
			tag, of := last(1), dict(nil)
			if op == "BDC" {
				tag = last(2)
				of = f.properties(p, last(1))
			}
			if tag == name("Artifact") {
				mark = artifact
			}
			if n, ok := whole(of["MCID"]); ok {
				mark = max(n, 0)
			}
			if len(stack) < mostObjects {
				stack = append(stack, mark)
			}
		case "EMC":
			if len(stack) > 0 {
				stack = stack[:len(stack)-1]
			}
		case "BI":
			out.laid = true
			return out, err // what follows is a picture's bytes
		default:
			out.laid = out.laid || !set[op]
		}
		args = args[:0]
	}
}

// length is a number of a page.
func length(v any) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case real:
		n, err := strconv.ParseFloat(string(v), 64)
		if err == nil && !math.IsNaN(n) && !math.IsInf(n, 0) {
			return n
		}
	}
	return 0
}

// properties are those of a marked sequence, written there or named.
func (f *File) properties(p page, v any) dict {
	if called, ok := v.(name); ok {
		v = f.dict(p.resources["Properties"])[called]
	}
	return f.dict(v)
}

// letters are what a face's codes mean.
type letters struct {
	wide bool // codes of two bytes
	of   map[int]string
}

func (a letters) read(t text) string {
	var b strings.Builder
	step := 1
	if a.wide {
		step = 2
	}
	for i := 0; i+step <= len(t); i += step {
		code := int(t[i])
		if a.wide {
			code = code<<8 | int(t[i+1])
		}
		if s, ok := a.of[code]; ok {
			b.WriteString(s)
		} else {
			b.WriteRune(utf8.RuneError)
		}
	}
	return b.String()
}

// face is letters, of each object once.
func (f *File) face(v any) letters {
	r, ok := v.(ref)
	if !ok {
		return f.letters(v)
	}
	if _, has := f.faces[r]; !has {
		f.faces[r] = f.letters(r)
	}
	return f.faces[r]
}

// letters reads the table of a face that says which letters its codes are. A range of a
// few bytes tells of 65.536 codes: all faces together have no more than a file has objects.
func (f *File) letters(face any) letters {
	d := f.dict(face)
	out := letters{wide: f.get(d["Subtype"]) == name("Type0"), of: map[int]string{}}
	s, ok := f.get(d["ToUnicode"]).(stream)
	if !ok {
		return out
	}
	data, err := f.unpack(s)
	if err != nil {
		return out
	}
	l := &lexer{data: data}
	var args []any
	for {
		v, ok := l.value()
		if !ok {
			return out
		}
		op, is := v.(word)
		if !is {
			args = append(args, v)
			continue
		}
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				f.codes += out.put(args[i], 0, args[i+1])
			}
		case "endbfrange":
			for i := 0; i+2 < len(args) && f.codes < mostObjects; i += 3 {
				f.codes += out.putRange(args[i], args[i+1], args[i+2])
			}
		}
		args = args[:0]
	}
}

// put tells what a code means, or one so much further on, and how many codes it has told of.
func (a letters) put(code any, more int, to any) int {
	c, ok := code.(text)
	t, also := to.(text)
	if !ok || !also || len(c) > 2 {
		return 0
	}
	a.of[big([]byte(c))+more] = utf16Text(string(t))
	return 1
}

func (a letters) putRange(from, until, to any) (told int) {
	c, ok := from.(text)
	d, also := until.(text)
	if !ok || !also || len(c) > 2 || len(d) > 2 {
		return 0
	}
	n := big([]byte(d)) - big([]byte(c)) + 1
	list, each := to.([]any)
	if each {
		for i := range min(n, len(list)) {
			told += a.put(from, i, list[i])
		}
		return told
	}
	first, _ := to.(text)
	if len(first) < 2 {
		return 0
	}
	for i := range n {
		b := []byte(first)
		last := big(b[len(b)-2:]) + i
		b[len(b)-2], b[len(b)-1] = byte(last>>8), byte(last)
		told += a.put(from, i, text(b))
	}
	return told
}
