package result

import (
	"bytes"
	"encoding/json"
)

// line is a value encoded on one line.
type line struct {
	bytes.Buffer
	encoder *json.Encoder
}

func newLine() *line {
	l := new(line)
	l.encoder = json.NewEncoder(l)
	l.encoder.SetEscapeHTML(false)
	return l
}

// encode makes it the line of another value.
func (l *line) encode(of any) error {
	l.Reset()
	err := l.encoder.Encode(of)
	l.Truncate(max(0, l.Len()-1)) // the newline behind it
	return err
}

// appendIndented appends what was encoded on one line, as people read it: each value on a
// line of its own, begun by so much and two spaces for each level. The encoder could do it,
// and takes longer for that than for all else, since it looks at each sign once more.
func appendIndented(to, of []byte, before string) []byte {
	begin := append([]byte{'\n'}, before...)
	for len(of) > 0 {
		n := 1
		switch c := of[0]; c {
		case '{', '[':
			if of[1] == c+2 { // the sign that shuts it: nothing stands in it
				to, n = append(to, c, c+2), 2
				break
			}
			begin = append(begin, "  "...)
			to = append(append(to, c), begin...)
		case '}', ']':
			begin = begin[:len(begin)-2]
			to = append(append(to, begin...), c)
		case ',':
			to = append(append(to, c), begin...)
		case ':':
			to = append(to, ": "...)
		case '"':
			n = textLength(of)
			to = append(to, of[:n]...)
		default: // a number or a word
			if n = bytes.IndexAny(of, ",]}"); n < 0 {
				n = len(of)
			}
			to = append(to, of[:n]...)
		}
		of = of[n:]
	}
	return to
}

// textLength is how long the text is that a line begins with, its quotes included.
func textLength(of []byte) int {
	for end := 1; ; end++ {
		end += bytes.IndexByte(of[end:], '"')
		escapes := 0
		for of[end-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return end + 1
		}
	}
}
