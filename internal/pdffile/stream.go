package pdffile

import (
	"bytes"
	"compress/zlib"
	"io"
	"slices"
)

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
