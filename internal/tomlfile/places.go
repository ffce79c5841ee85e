package tomlfile

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// Place is where a key of a TOML file stands, and its value as written: the
// decoder tells neither, and both are needed, the line for messages, the text
// for numbers that must not pass through a float64.
type Place struct {
	Line  int // from 1
	Raw   string
	Start int    // of Raw in the text, in bytes; 0 for a table
	File  string // that it was taken from by Extend; "" for the text's own
}

// places indexes a TOML text that the decoder has accepted, by path:
// "section[0].indicator[2].number". On text that is not TOML it ends early; it
// never fails.
func places(text string) map[string]Place {
	keys := strings.Count(text, "=")
	s := &lineScanner{text: text, line: 1, places: make(map[string]Place, keys), count: map[string]int{}}
	table := ""
	for {
		s.skip(" \t\r\n")
		switch {
		case s.done():
			return s.places
		case s.peek() == '#':
			s.comment()
		case s.peek() == '[':
			table = s.header()
		default:
			before := s.pos
			s.pair(table)
			if s.pos == before {
				return s.places
			}
		}
	}
}

// Texts are the texts of a file that is known to be TOML, by path. Nothing is decoded that
// does not stand there as it is: the program's own words are read at every start.
func Texts(text string) map[string]string {
	all := places(text)
	texts := make(map[string]string, len(all))
	for at, place := range all { // into a map
		raw := place.Raw
		switch {
		case raw == "" || raw[0] != '"' && raw[0] != '\'':
		case len(raw) > 1 && raw[1] != raw[0] && strings.IndexByte(raw, '\\') < 0:
			texts[at] = raw[1 : len(raw)-1]
		default:
			var decoded struct{ Text string }
			if _, err := toml.Decode("text = "+raw, &decoded); err == nil {
				texts[at] = decoded.Text
			}
		}
	}
	return texts
}

type lineScanner struct {
	text   string
	pos    int
	line   int
	places map[string]Place
	count  map[string]int // elements so far of an array of tables
}

func (s *lineScanner) done() bool { return s.pos >= len(s.text) }

func (s *lineScanner) peek() byte {
	if s.done() {
		return 0
	}
	return s.text[s.pos]
}

func (s *lineScanner) next() {
	if s.done() {
		return
	}
	if s.peek() == '\n' {
		s.line++
	}
	s.pos++
}

func (s *lineScanner) skip(chars string) {
	for !s.done() && strings.IndexByte(chars, s.peek()) >= 0 {
		s.next()
	}
}

func (s *lineScanner) comment() {
	if n := strings.IndexByte(s.text[s.pos:], '\n'); n >= 0 {
		s.pos += n
	} else {
		s.pos = len(s.text)
	}
}

func (s *lineScanner) blanks() {
	for {
		s.skip(" \t\r\n,")
		if s.peek() != '#' {
			return
		}
		s.comment()
	}
}

func (s *lineScanner) record(path string, line int, raw string) {
	if _, there := s.places[path]; there {
		return
	}
	at := Place{Line: line, Raw: strings.TrimSpace(raw)}
	if at.Raw != "" { // it was read just now, and nothing stands before it
		at.Start = s.pos - len(raw)
	}
	s.places[path] = at
}

// header reads "[a.b]" or "[[a.b]]" and returns the path of the table it opens.
func (s *lineScanner) header() string {
	line := s.line
	s.next()
	array := s.peek() == '['
	if array {
		s.next()
	}
	path := ""
	keys := s.key()
	for i, k := range keys {
		path = Join(path, k)
		if i == len(keys)-1 && array {
			s.count[path]++
		}
		if n := s.count[path]; n > 0 {
			path = fmt.Sprintf("%s[%d]", path, n-1)
		}
	}
	s.record(path, line, "")
	s.comment() // the rest of the line is "]" and perhaps a comment
	return path
}

// key reads a dotted key up to "=" or "]".
func (s *lineScanner) key() []string {
	var keys []string
	for {
		s.skip(" \t")
		switch c := s.peek(); {
		case c == '"' || c == '\'':
			keys = append(keys, strings.Trim(s.quoted(), string(c)))
		default:
			start := s.pos
			for !s.done() && strings.IndexByte(" \t\r\n.=]#,}", s.peek()) < 0 {
				s.next()
			}
			keys = append(keys, s.text[start:s.pos])
		}
		s.skip(" \t")
		if s.peek() != '.' {
			return keys
		}
		s.next()
	}
}

// pair reads "key = value".
func (s *lineScanner) pair(table string) {
	line := s.line
	path := table
	keys := s.key()
	for i, k := range keys {
		path = Join(path, k)
		if i < len(keys)-1 {
			s.record(path, line, "")
		}
	}
	if s.peek() != '=' {
		return
	}
	s.next()
	s.skip(" \t")
	start := s.pos
	s.value(path)
	s.record(path, line, s.text[start:s.pos])
}

func (s *lineScanner) value(path string) {
	switch s.peek() {
	case '"', '\'':
		s.quoted()
	case '[':
		s.next()
		for i := 0; ; i++ {
			s.blanks()
			if s.done() || s.peek() == ']' {
				s.next()
				return
			}
			before, line := s.pos, s.line
			element := fmt.Sprintf("%s[%d]", path, i)
			s.value(element)
			s.record(element, line, s.text[before:s.pos])
			if s.pos == before {
				return
			}
		}
	case '{':
		s.next()
		for {
			s.blanks()
			if s.done() || s.peek() == '}' {
				s.next()
				return
			}
			before := s.pos
			s.pair(path)
			if s.pos == before {
				return
			}
		}
	default:
		for !s.done() && strings.IndexByte(",]}#\r\n", s.peek()) < 0 {
			s.next()
		}
	}
}

// quoted reads a string of any of the four kinds and returns it with its quotes.
func (s *lineScanner) quoted() string {
	start := s.pos
	quote := s.text[s.pos : s.pos+1]
	if strings.HasPrefix(s.text[s.pos:], strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	for range len(quote) {
		s.next()
	}
	for !s.done() && !strings.HasPrefix(s.text[s.pos:], quote) {
		if quote[0] == '"' && s.peek() == '\\' {
			s.next()
		}
		s.next()
	}
	for range len(quote) {
		s.next()
	}
	// A multi-line string may end in up to two more quotes, which are its own.
	for len(quote) == 3 && !s.done() && s.peek() == quote[0] {
		s.next()
	}
	return s.text[start:s.pos]
}

// Join is the path of a key in a table; the path of the whole file is "".
func Join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
