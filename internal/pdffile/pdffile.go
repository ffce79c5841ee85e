// Package pdffile reads what the program has to know of a PDF that somebody sent: the
// files that it carries, and what its tables print. It follows a file's own tables of
// places, as viewers do, and refuses what is in no order: nothing is looked for by
// guessing.
package pdffile

import (
	"bytes"
	"errors"
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
