package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// file is a PDF file in the making: its objects, numbered from 1.
type file struct {
	objects []object
	deflate *zlib.Writer
	packed  bytes.Buffer
}

// object is a value in the notation of PDF; of a stream, the inside of its
// dictionary without the length, and the bytes.
type object struct {
	value  []byte
	stream []byte
	dict   bool // value is the inside of a dictionary, which a stream follows
}

func ref(n int) string { return strconv.Itoa(n) + " 0 R" }

// reserve gives the number of an object that is said later, by set.
func (f *file) reserve() int {
	f.objects = append(f.objects, object{})
	return len(f.objects)
}

func (f *file) set(n int, value []byte) { f.objects[n-1] = object{value: value} }

func (f *file) add(value string) int {
	n := f.reserve()
	f.set(n, []byte(value))
	return n
}

// addStream adds a stream; dict is the inside of its dictionary.
func (f *file) addStream(dict string, data []byte) int {
	n := f.reserve()
	f.objects[n-1] = object{value: []byte(dict), stream: data, dict: true}
	return n
}

// addPacked adds a stream that is deflated.
func (f *file) addPacked(dict string, data []byte) int {
	return f.addStream(dict+"/Filter/FlateDecode", f.pack(data))
}

func (f *file) pack(data []byte) []byte {
	f.packed.Reset()
	if f.deflate == nil {
		f.deflate = zlib.NewWriter(&f.packed)
	} else {
		f.deflate.Reset(&f.packed) // a new one takes a megabyte
	}
	// A buffer takes everything.
	_, _ = f.deflate.Write(data)
	_ = f.deflate.Close()
	return bytes.Clone(f.packed.Bytes())
}

// binaryMark marks a file as no text, for programs that carry files.
const binaryMark = "%\xE2\xE3\xCF\xD3\n"

// mostPacked is how many objects are packed into one.
const mostPacked = 200

// bytes gives the file. Objects that are no streams are packed together, as PDF 1.5
// and later can have them; else each stands for itself.
func (f *file) bytes(version string, root, info int, together bool) []byte {
	out := bytes.NewBuffer(make([]byte, 0, 1<<16))
	out.WriteString("%PDF-" + version + "\n" + binaryMark)
	type place struct{ kind, at, index int } // as the table of places has them
	places := make([]place, len(f.objects)+1)
	write := func(n int, o object) {
		places[n] = place{1, out.Len(), 0}
		fmt.Fprintf(out, "%d 0 obj\n", n)
		if o.dict {
			fmt.Fprintf(out, "<<%s/Length %d>>\nstream\n", o.value, len(o.stream))
			out.Write(o.stream)
			out.WriteString("\nendstream")
		} else {
			out.Write(o.value)
		}
		out.WriteString("\nendobj\n")
	}
	var loose []int
	for i, o := range f.objects {
		if o.dict || !together {
			write(i+1, o)
		} else {
			loose = append(loose, i+1)
		}
	}
	for len(loose) > 0 {
		these := loose[:min(len(loose), mostPacked)]
		loose = loose[len(these):]
		var index, values []byte
		number := f.reserve()
		for i, n := range these {
			index = fmt.Appendf(index, "%d %d ", n, len(values))
			values = append(append(values, f.objects[n-1].value...), '\n')
			places[n] = place{2, number, i}
		}
		places = append(places, place{})
		write(number, object{dict: true, stream: f.pack(append(index, values...)), value: fmt.Appendf(nil,
			"/Type/ObjStm/N %d/First %d/Filter/FlateDecode", len(these), len(index))})
	}
	sum := sha256.Sum256(out.Bytes())
	id := sum[:16] // the same content, the same name
	ends := fmt.Sprintf("/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]", root, info, id, id)
	start := out.Len()
	if together {
		number := f.reserve()
		places = append(places, place{1, start, 0})
		table := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF}
		for _, p := range places[1:] {
			table = append(table, byte(p.kind), byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at),
				byte(p.index>>8), byte(p.index))
		}
		write(number, object{dict: true, stream: f.pack(table), value: fmt.Appendf(nil,
			"/Type/XRef/Size %d/W[1 4 2]%s/Filter/FlateDecode", len(places), ends)})
	} else {
		fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(places))
		for _, p := range places[1:] {
			fmt.Fprintf(out, "%010d 00000 n \n", p.at)
		}
		fmt.Fprintf(out, "trailer\n<</Size %d%s>>\n", len(places), ends)
	}
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

var errOutput = errors.New("the file of the library is not as expected")

// read takes the objects of a file that fpdf has written, without compression: nothing
// else is as plain as that. It gives the numbers of the catalogue and of the
// information.
func read(data []byte) (f *file, root, info int, err error) {
	number := func(text []byte, before string) int {
		_, rest, _ := bytes.Cut(text, []byte(before))
		end := 0
		for end < len(rest) && rest[end] >= '0' && rest[end] <= '9' {
			end++
		}
		n, err := strconv.Atoi(string(rest[:end]))
		if err != nil {
			return -1
		}
		return n
	}
	last := bytes.LastIndex(data, []byte("startxref\n"))
	if last < 0 {
		return nil, 0, 0, errOutput
	}
	table := number(data[last:], "startxref\n")
	if table < 0 || table >= last {
		return nil, 0, 0, errOutput
	}
	body := data[:table]
	count := number(data[table:], "xref\n0 ")
	root, info = number(data[table:], "/Root "), number(data[table:], "/Info ")
	lines := bytes.Split(data[table:last], []byte("\n"))
	if count < 2 || len(lines) < 2+count || root < 1 || root >= count || info < 1 || info >= count {
		return nil, 0, 0, errOutput
	}
	f = &file{}
	for n := 1; n < count; n++ {
		at, err := strconv.Atoi(string(lines[2+n][:min(10, len(lines[2+n]))]))
		begin := []byte(strconv.Itoa(n) + " 0 obj\n")
		if err != nil || at < 0 || at >= len(body) || !bytes.HasPrefix(body[at:], begin) {
			return nil, 0, 0, errOutput
		}
		rest := body[at+len(begin):]
		value, _, ok := bytes.Cut(rest, []byte("\nendobj\n"))
		if dict, stream, has := bytes.Cut(rest, []byte("\nstream\n")); has && len(dict) < len(value) {
			length := number(dict, "/Length ")
			if length < 0 || !bytes.HasPrefix(stream[min(length, len(stream)):], []byte("\nendstream\nendobj\n")) {
				return nil, 0, 0, errOutput
			}
			f.addStream("", stream[:length])
			continue
		}
		if !ok {
			return nil, 0, 0, errOutput
		}
		f.set(f.reserve(), value)
	}
	return f, root, info, nil
}

// textString is a text for people, in the notation of PDF.
func textString(s string) string {
	plain := true
	for _, r := range s {
		plain = plain && r >= ' ' && r <= '~' && r != '(' && r != ')' && r != '\\'
	}
	if plain {
		return "(" + s + ")"
	}
	out := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		out = fmt.Appendf(out, "%04X", u)
	}
	return string(append(out, '>'))
}

// nameObject is a name in the notation of PDF.
func nameObject(s string) string {
	out := []byte{'/'}
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' || c == '.' || c == '_' {
			out = append(out, c)
		} else {
			out = fmt.Appendf(out, "#%02X", c)
		}
	}
	return string(out)
}

// appendLength adds a length in points, with what follows it.
func appendLength(out []byte, v float64, behind string) []byte {
	hundredths := math.Round(v * 100)
	if hundredths == 0 {
		hundredths = 0 // not -0
	}
	return append(strconv.AppendFloat(out, hundredths/100, 'f', -1, 64), behind...)
}

// IDs are the names that a PDF carries within it. Editors that keep to the rules leave
// the first as it was made, whatever they change.
func IDs(data []byte) (ids []string) {
	for {
		_, rest, found := bytes.Cut(data, []byte("/ID"))
		if !found {
			return ids
		}
		data = rest
		value, opened := bytes.CutPrefix(bytes.TrimLeft(rest, " \r\n\t"), []byte("["))
		value, opens := bytes.CutPrefix(bytes.TrimLeft(value, " \r\n\t"), []byte("<"))
		id, _, closed := bytes.Cut(value[:min(len(value), 2*sha256.Size+1)], []byte(">"))
		if opened && opens && closed && len(id) > 0 && !slices.Contains(ids, strings.ToLower(string(id))) {
			ids = append(ids, strings.ToLower(string(id)))
		}
	}
}
