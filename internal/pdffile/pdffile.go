// Package pdffile reads what the program has to know of a PDF that somebody sent: the
// files that it carries, and what its tables print. It follows a file's own tables of
// places, as viewers do, and refuses what is in no order: nothing is looked for by
// guessing.
package pdffile

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Why a file cannot be read.
var (
	ErrNone      = errors.New("no PDF")
	ErrDamaged   = errors.New("damaged")
	ErrEncrypted = errors.New("encrypted")
	ErrTooLarge  = errors.New("too large")
)

// Bounds of a file: far beyond any report.
const (
	mostObjects = 1 << 20
	mostPages   = 5000
	mostTables  = 1000 // of places: one for each time that the file was added to
	mostStates  = 32   // of a file that was added to
)

// File is a PDF.
type File struct {
	data    []byte
	places  map[int]place
	trailer dict
	packs   map[int]*pack
	objects map[int]any // that were read
	faces   map[ref]letters
	reading map[int]bool // objects that others, in hand, wait for
	room    int64        // of what is still unpacked
	codes   int          // of letters that were read
}

// place is where an object stands: in the file, or in a stream of objects.
type place struct {
	at int // in the file; of a packed object the number of its stream
	in bool
	no bool
}

// pack is a stream of objects, unpacked.
type pack struct {
	data  []byte
	begin map[int]int
}

// Attachment is a file that a PDF carries.
type Attachment struct {
	Name string
	Data []byte
}

// Read opens a file; most is how much may be unpacked of it, in bytes.
func Read(data []byte, most int64) (*File, error) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, ErrNone
	}
	f := &File{data: data, places: map[int]place{}, packs: map[int]*pack{}, objects: map[int]any{},
		faces: map[ref]letters{}, reading: map[int]bool{}, room: most}
	at, ok := startOf(data)
	if !ok {
		return nil, ErrDamaged
	}
	seen := map[int]bool{}
	for next := []int{at}; len(next) > 0; {
		at, next = next[0], next[1:]
		if seen[at] || len(seen) == mostTables {
			return nil, ErrDamaged
		}
		seen[at] = true
		trailer, err := f.table(at)
		if err != nil {
			return nil, err
		}
		if f.trailer == nil {
			f.trailer = trailer
		}
		if trailer["Encrypt"] != nil {
			return nil, ErrEncrypted
		}
		for _, key := range []name{"XRefStm", "Prev"} {
			if n, ok := trailer[key].(int); ok && !seen[n] {
				next = append(next, n)
			}
		}
	}
	if f.catalog() == nil {
		return nil, ErrDamaged
	}
	return f, nil
}

// startOf is where the last table of places begins.
func startOf(data []byte) (int, bool) {
	const tail = 2048
	last := data[max(0, len(data)-tail):]
	_, rest, ok := cutLast(last, []byte("startxref"))
	if !ok {
		return 0, false
	}
	l := &lexer{data: rest}
	v, _ := l.value()
	at, whole := v.(int)
	return at, whole && at > 0 && at < len(data)
}

func cutLast(data, sep []byte) (before, after []byte, ok bool) {
	if i := bytes.LastIndex(data, sep); i >= 0 {
		return data[:i], data[i+len(sep):], true
	}
	return nil, nil, false
}

// table reads a table of places and what stands under it.
func (f *File) table(at int) (dict, error) {
	if at < 0 || at >= len(f.data) {
		return nil, ErrDamaged
	}
	l := &lexer{data: f.data, at: at}
	l.skip()
	if !l.begins("xref") {
		return f.packedTable(l)
	}
	l.at += len("xref")
	for {
		v, ok := l.value()
		if v == word("trailer") {
			break
		}
		first, whole := v.(int)
		v, _ = l.value()
		count, also := v.(int)
		if !ok || !whole || !also || first < 0 || count < 0 || count > mostObjects || first > mostObjects {
			return nil, ErrDamaged
		}
		for n := first; n < first+count; n++ {
			offset, _ := l.value()
			_, _ = l.value()
			kind, ok := l.value()
			at, whole := offset.(int)
			if !ok || !whole {
				return nil, ErrDamaged
			}
			f.note(n, place{at: at, no: kind != word("n")})
		}
	}
	v, _ := l.value()
	trailer, ok := v.(dict)
	if !ok {
		return nil, ErrDamaged
	}
	return trailer, nil
}

// note keeps a place unless a later table has told of the object.
func (f *File) note(n int, p place) {
	if _, known := f.places[n]; !known {
		f.places[n] = p
	}
}

// packedTable reads a table of places that is a stream.
func (f *File) packedTable(l *lexer) (dict, error) {
	v, err := f.objectAt(l.at, -1)
	if err != nil {
		return nil, err
	}
	s, ok := v.(stream)
	if !ok || s.dict["Type"] != name("XRef") {
		return nil, ErrDamaged
	}
	data, err := f.unpack(s)
	if err != nil {
		return nil, err
	}
	widths, ok := wholes(s.dict["W"])
	size, sized := s.dict["Size"].(int)
	if !ok || len(widths) != 3 || !sized || size < 0 || size > mostObjects {
		return nil, ErrDamaged
	}
	step := 0
	for _, w := range widths {
		if w < 0 || w > 8 {
			return nil, ErrDamaged
		}
		step += w
	}
	index := []int{0, size}
	if given, ok := wholes(s.dict["Index"]); ok && len(given)%2 == 0 {
		index = given
	}
	for ; len(index) > 0; index = index[2:] {
		first, count := index[0], index[1]
		if step == 0 || first < 0 || first > mostObjects || count < 0 || count > len(data)/step {
			return nil, ErrDamaged
		}
		for n := first; n < first+count; n++ {
			kind := 1
			if widths[0] > 0 {
				kind = big(data[:widths[0]])
			}
			at := big(data[widths[0] : widths[0]+widths[1]])
			data = data[step:]
			switch kind {
			case 0:
				f.note(n, place{no: true})
			case 1:
				f.note(n, place{at: at})
			case 2: // the number within its stream is not needed: objects have theirs there
				f.note(n, place{at: at, in: true})
			}
		}
	}
	return s.dict, nil
}

func big(data []byte) (n int) {
	for _, c := range data {
		n = n<<8 | int(c)
	}
	return n
}

func wholes(v any) (all []int, ok bool) {
	list, ok := v.([]any)
	for _, e := range list {
		n, whole := e.(int)
		ok = ok && whole
		all = append(all, n)
	}
	return all, ok
}

// objectAt reads the object at a place; want is its number, -1 for any.
func (f *File) objectAt(at, want int) (any, error) {
	if at < 0 || at >= len(f.data) {
		return nil, ErrDamaged
	}
	l := &lexer{data: f.data, at: at}
	number, _ := l.value()
	_, _ = l.value()
	begins, _ := l.value()
	if n, whole := number.(int); !whole || want >= 0 && n != want || begins != word("obj") {
		return nil, ErrDamaged
	}
	v, ok := l.value()
	if !ok {
		return nil, ErrDamaged
	}
	d, isDict := v.(dict)
	if !isDict {
		return v, nil
	}
	l.skip()
	if !l.begins("stream") {
		return d, nil
	}
	l.at += len("stream")
	if l.begins("\r") {
		l.at++
	}
	if l.begins("\n") {
		l.at++
	}
	length, ok := f.get(d["Length"]).(int)
	if !ok || length < 0 || length > len(f.data)-l.at {
		return nil, ErrDamaged
	}
	raw := f.data[l.at : l.at+length]
	l.at += length
	l.skip()
	if !l.begins("endstream") {
		return nil, ErrDamaged
	}
	return stream{d, raw}, nil
}

// get follows a value to what it is; nil for what is not there or in a circle. The length
// of a stream may stand in another stream, whose length stands in another: no more of them
// wait for each other than values hold others, or a file could use up the stack.
func (f *File) get(v any) any {
	for range deepest {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		n := int(r)
		if done, has := f.objects[n]; has {
			v = done
			continue
		}
		p, known := f.places[n]
		if !known || p.no || f.reading[n] || len(f.reading) == deepest {
			return nil
		}
		f.reading[n] = true
		var err error
		if p.in {
			v, err = f.packed(p.at, n)
		} else {
			v, err = f.objectAt(p.at, n)
		}
		delete(f.reading, n)
		if err != nil {
			v = nil
		}
		f.objects[n] = v
	}
	return nil
}

// packed reads an object out of a stream of objects.
func (f *File) packed(in, n int) (any, error) {
	p := f.packs[in]
	if p == nil {
		at, known := f.places[in]
		if !known || at.in || at.no {
			return nil, ErrDamaged
		}
		v, err := f.objectAt(at.at, in)
		if err != nil {
			return nil, err
		}
		s, ok := v.(stream)
		if !ok {
			return nil, ErrDamaged
		}
		data, err := f.unpack(s)
		if err != nil {
			return nil, err
		}
		count, _ := s.dict["N"].(int)
		first, _ := s.dict["First"].(int)
		if count < 0 || count > len(data) || first < 0 || first > len(data) {
			return nil, ErrDamaged
		}
		p = &pack{data: data, begin: map[int]int{}}
		l := &lexer{data: data[:first]}
		for range count {
			number, _ := l.value()
			offset, _ := l.value()
			a, whole := number.(int)
			b, also := offset.(int)
			if !whole || !also || b < 0 || b > len(data)-first {
				return nil, ErrDamaged
			}
			p.begin[a] = first + b
		}
		f.packs[in] = p
	}
	at, ok := p.begin[n]
	if !ok {
		return nil, ErrDamaged
	}
	v, ok := (&lexer{data: p.data, at: at}).value()
	if !ok {
		return nil, ErrDamaged
	}
	return v, nil
}

// unpack is a stream's content. Only what is deflated, or as it is, is read.
func (f *File) unpack(s stream) ([]byte, error) {
	filters := []any{}
	switch v := f.get(s.dict["Filter"]).(type) {
	case nil:
	case name:
		filters = []any{v}
	case []any:
		filters = v
	}
	data := s.raw
	for _, filter := range filters {
		if f.get(filter) != name("FlateDecode") || len(filters) > 1 {
			return nil, ErrDamaged
		}
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, ErrDamaged
		}
		data, err = io.ReadAll(io.LimitReader(z, f.room+1))
		if err != nil {
			return nil, ErrDamaged
		}
	}
	if err := f.spend(len(data)); err != nil {
		return nil, err
	}
	how := f.get(s.dict["DecodeParms"])
	if list, ok := how.([]any); ok && len(list) == 1 { // one for each filter
		how = f.get(list[0])
	}
	parms, ok := how.(dict)
	if !ok && how != nil {
		return nil, ErrDamaged
	}
	return predicted(data, parms)
}

// spend takes bytes of what may be unpacked.
func (f *File) spend(n int) error {
	if f.room -= int64(n); f.room < 0 {
		return ErrTooLarge
	}
	return nil
}

// predicted undoes what makes tables pack better.
func predicted(data []byte, how dict) ([]byte, error) {
	kind, _ := how["Predictor"].(int)
	if kind <= 1 {
		return data, nil
	}
	columns := 1
	if n, ok := how["Columns"].(int); ok {
		columns = n
	}
	colours, given := how["Colors"].(int)
	bits, sized := how["BitsPerComponent"].(int)
	if kind < 10 || columns < 1 || columns > 1<<16 || given && colours != 1 || sized && bits != 8 {
		return nil, ErrDamaged
	}
	var out []byte
	above := make([]byte, columns)
	for len(data) > columns {
		line := slices.Clone(data[1 : 1+columns])
		for i := range line {
			left, corner := byte(0), byte(0)
			if i > 0 {
				left, corner = line[i-1], above[i-1]
			}
			switch data[0] {
			case 0:
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += nearestOf(left, above[i], corner)
			default:
				return nil, ErrDamaged
			}
		}
		out, above, data = append(out, line...), line, data[1+columns:]
	}
	return out, nil
}

// nearestOf is the one of three bytes that is nearest to a + b - c, after Paeth.
func nearestOf(a, b, c byte) byte {
	distance := func(x byte) int {
		d := int(a) + int(b) - int(c) - int(x)
		return max(d, -d)
	}
	switch {
	case distance(a) <= distance(b) && distance(a) <= distance(c):
		return a
	case distance(b) <= distance(c):
		return b
	}
	return c
}

func (f *File) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

func (f *File) list(v any) []any {
	list, _ := f.get(v).([]any)
	return list
}

func (f *File) catalog() dict { return f.dict(f.trailer["Root"]) }

// Attachments are the files that the PDF carries, in the order of its list.
func (f *File) Attachments() ([]Attachment, error) {
	var all []Attachment
	seen := map[ref]bool{}
	var err error
	var walk func(node any, depth int)
	walk = func(node any, depth int) {
		r, ok := node.(ref)
		if depth > deepest || ok && seen[r] || err != nil {
			return
		}
		seen[r] = true
		d := f.dict(node)
		names := f.list(d["Names"])
		for i := 0; i+1 < len(names); i += 2 {
			var a Attachment
			if a, err = f.attachment(names[i+1]); err != nil {
				return
			}
			all = append(all, a)
		}
		for _, kid := range f.list(d["Kids"]) {
			if _, ok := kid.(ref); ok {
				walk(kid, depth+1)
			}
		}
	}
	walk(f.dict(f.catalog()["Names"])["EmbeddedFiles"], 0)
	return all, err
}

func (f *File) attachment(spec any) (Attachment, error) {
	d := f.dict(spec)
	called, _ := f.get(d["UF"]).(text)
	if called == "" {
		called, _ = f.get(d["F"]).(text)
	}
	s, ok := f.get(f.dict(d["EF"])["F"]).(stream)
	if !ok {
		return Attachment{}, ErrDamaged
	}
	data, err := f.unpack(s)
	return Attachment{called.people(), data}, err
}

// Revisions are the file as it was each time that it was added to, the first before the
// last, as far as those can be read and are not more than anybody signs.
func Revisions(data []byte, most int64) (all []*File) {
	mark, marks := []byte("%%EOF"), 0
	for at := 0; ; {
		i := bytes.Index(data[at:], mark)
		if i < 0 || marks == mostStates {
			return all
		}
		marks++
		at += i + len(mark)
		if f, err := Read(data[:at], most); err == nil {
			all = append(all, f)
		}
	}
}

// Size is the length of the file, in bytes, up to the mark of its end.
func (f *File) Size() int { return len(f.data) }

// pages are the pages in their order, with what they inherit.
func (f *File) pages() (all []page) {
	seen := map[ref]bool{}
	var walk func(node any, resources any, depth int)
	walk = func(node any, resources any, depth int) {
		r, ok := node.(ref)
		if !ok || seen[r] || depth > deepest || len(all) == mostPages {
			return
		}
		seen[r] = true
		d := f.dict(r)
		if own := d["Resources"]; own != nil {
			resources = own
		}
		if kids := f.list(d["Kids"]); kids != nil {
			for _, kid := range kids {
				walk(kid, resources, depth+1)
			}
			return
		}
		all = append(all, page{r, d, f.dict(resources)})
	}
	walk(f.catalog()["Pages"], nil, 0)
	return all
}

type page struct {
	object    ref
	dict      dict
	resources dict
}

// content is what a page is painted by.
func (f *File) content(p page) ([]byte, error) {
	parts := []any{p.dict["Contents"]}
	if list := f.list(p.dict["Contents"]); list != nil {
		parts = list
	}
	var all []byte
	for _, part := range parts {
		s, ok := f.get(part).(stream)
		if !ok {
			continue
		}
		data, err := f.unpack(s)
		if err != nil {
			return nil, err
		}
		all = append(append(all, data...), '\n')
	}
	return all, nil
}

// whole is a number that may be written with a point.
func whole(v any) (int, bool) {
	switch v := v.(type) {
	case int:
		return v, true
	case real:
		n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimRight(string(v), "0"), "."))
		return n, err == nil
	}
	return 0, false
}
