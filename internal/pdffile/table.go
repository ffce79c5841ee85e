package pdffile

import "bytes"

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
