package correction

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A part is changed where it stands: the scanner says where a tag begins and
// ends, and edits replace stretches of bytes. All between them stays.

// errXML is the one thing to say of a part that is not well-formed: the reader
// of workbooks has said before what is wrong with it, and where.
var errXML = errors.New("not well-formed")

// tag is one tag of a part.
type tag struct {
	from, to      int // of "<name ...>"
	kind          tagKind
	name          string // as written, with its prefix
	prefix, local string
	attrs         []attr
}

type tagKind int

const (
	opening tagKind = iota
	closing
	single // "<name/>"
)

// attr is one attribute; from and to are those of its value, without quotes.
type attr struct {
	prefix, local string
	from, to      int
	value         string // unescaped
}

// attr returns the value of an attribute without prefix.
func (t *tag) attr(local string) (string, bool) {
	for i := range t.attrs {
		if a := &t.attrs[i]; a.prefix == "" && a.local == local {
			return a.value, true
		}
	}
	return "", false
}

// text is the value of an attribute without prefix, "" for none.
func (t *tag) text(local string) string {
	v, _ := t.attr(local)
	return v
}

// isTrue tells whether an attribute says so in one of the ways there are.
func (t *tag) isTrue(local string) bool {
	v := t.text(local)
	return v == "1" || v == "true" || v == "on"
}

// child is the name of a child element in the namespace of this one.
func (t *tag) child(local string) string {
	if t.prefix == "" {
		return local
	}
	return t.prefix + ":" + local
}

// set is the edit that gives an attribute without prefix a value.
func (t *tag) set(local, value string) edit {
	for _, a := range t.attrs {
		if a.prefix == "" && a.local == local {
			return edit{a.from, a.to, escape(value)}
		}
	}
	at := t.from + 1 + len(t.name)
	return edit{at, at, " " + local + `="` + escape(value) + `"`}
}

// namespace is the prefix that the tag declares for one of the given names.
func (t *tag) namespace(uris ...string) (prefix string, ok bool) {
	for _, a := range t.attrs {
		if a.prefix == "xmlns" && slices.Contains(uris, a.value) {
			return a.local, true
		}
	}
	return "", false
}

// element is a tag with what stands in it.
type element struct {
	tag
	inner int // where its content ends; for a single tag, its end
	end   int // behind its closing tag
}

// inside is the edit that puts text at the end of an element's content.
func (e *element) inside(text string) edit {
	if e.kind == single {
		return edit{e.to - 2, e.to, ">" + text + "</" + e.name + ">"}
	}
	return edit{e.inner, e.inner, text}
}

// scanner reads the tags of a part one by one.
type scanner struct {
	data []byte
	pos  int
	open []string
	done bool // the root element has been closed

	passing bool              // over elements whose attributes nobody asks for
	names   map[string]string // one string for all tags of a name
}

// maxDepth is far above the nesting of any workbook.
const maxDepth = 256

// next reads the next tag; ok is false at the part's end.
func (s *scanner) next() (t tag, ok bool, err error) {
	for {
		n := bytes.IndexByte(s.data[s.pos:], '<')
		if n < 0 {
			if !s.done {
				return t, false, errXML
			}
			return t, false, nil
		}
		s.pos += n
		rest := s.data[s.pos:]
		switch {
		case bytes.HasPrefix(rest, []byte("<?")):
			err = s.pass(rest, "<?", "?>")
		case bytes.HasPrefix(rest, []byte("<!--")):
			err = s.pass(rest, "<!--", "-->")
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			err = s.pass(rest, "<![CDATA[", "]]>")
		case bytes.HasPrefix(rest, []byte("<!")): // a DOCTYPE has no business here
			err = errXML
		default:
			t, err = s.tag()
			return t, err == nil, err
		}
		if err != nil {
			return t, false, err
		}
	}
}

func (s *scanner) pass(rest []byte, from, to string) error {
	n := bytes.Index(rest[len(from):], []byte(to))
	if n < 0 {
		return errXML
	}
	s.pos += len(from) + n + len(to)
	return nil
}

func (s *scanner) tag() (t tag, err error) {
	d, i := s.data, s.pos+1
	t.from = s.pos
	if i < len(d) && d[i] == '/' {
		t.kind = closing
		i++
	}
	from := i
	for i < len(d) && isName(d[i]) {
		i++
	}
	if i == from {
		return t, errXML
	}
	t.name = s.intern(d[from:i])
	t.prefix, t.local = split(t.name)
	for {
		for i < len(d) && isSpace(d[i]) {
			i++
		}
		if i >= len(d) {
			return t, errXML
		}
		switch {
		case d[i] == '>':
			t.to = i + 1
		case d[i] == '/' && i+1 < len(d) && d[i+1] == '>' && t.kind == opening:
			t.kind, t.to = single, i+2
		default:
			var a attr
			if a, i, err = s.attribute(i); err != nil || t.kind == closing {
				return t, errXML
			}
			if !s.passing {
				t.attrs = append(t.attrs, a)
			}
			continue
		}
		break
	}
	s.pos = t.to
	switch t.kind {
	case opening:
		if s.done || len(s.open) >= maxDepth {
			return t, errXML
		}
		s.open = append(s.open, t.name)
	case closing:
		if n := len(s.open); n == 0 || s.open[n-1] != t.name {
			return t, errXML
		}
		s.open = s.open[:len(s.open)-1]
		s.done = len(s.open) == 0
	case single:
		if s.done {
			return t, errXML
		}
		s.done = len(s.open) == 0
	}
	return t, nil
}

// intern returns one string for all that are the same: a sheet has few names.
func (s *scanner) intern(name []byte) string {
	if known, ok := s.names[string(name)]; ok {
		return known
	}
	if s.names == nil {
		s.names = map[string]string{}
	}
	known := string(name)
	s.names[known] = known
	return known
}

func (s *scanner) attribute(i int) (a attr, end int, err error) {
	d, from := s.data, i
	for i < len(d) && isName(d[i]) {
		i++
	}
	name := d[from:i]
	for i < len(d) && isSpace(d[i]) {
		i++
	}
	if len(name) == 0 || i >= len(d) || d[i] != '=' {
		return a, 0, errXML
	}
	i++
	for i < len(d) && isSpace(d[i]) {
		i++
	}
	if i >= len(d) || d[i] != '"' && d[i] != '\'' {
		return a, 0, errXML
	}
	n := bytes.IndexByte(d[i+1:], d[i])
	if n < 0 {
		return a, 0, errXML
	}
	a.from, a.to = i+1, i+1+n
	if !s.passing {
		a.prefix, a.local = split(s.intern(name))
		a.value = unescape(string(d[a.from:a.to]))
	}
	return a, a.to + 1, nil
}

// root reads the part's root element, which must have the given name; "" for any.
func (s *scanner) root(local string) (tag, error) {
	t, ok, err := s.next()
	if err == nil && (!ok || t.kind == closing || local != "" && t.local != local) {
		err = errXML
	}
	return t, err
}

// skip passes over the content of a tag that was just read.
func (s *scanner) skip(t tag) (element, error) {
	e := element{tag: t, inner: t.to, end: t.to}
	if t.kind == single {
		return e, nil
	}
	was := s.passing
	s.passing = true
	defer func() { s.passing = was }()
	for depth := len(s.open); len(s.open) >= depth; {
		last, ok, err := s.next()
		if err != nil || !ok {
			return e, errXML
		}
		e.inner, e.end = last.from, last.to
	}
	return e, nil
}

// children calls f for each child of a tag that was just read, and returns the
// whole of it. f may read on to the child's end; what it leaves is passed over.
func (s *scanner) children(t tag, f func(child tag) error) (element, error) {
	e := element{tag: t, inner: t.to, end: t.to}
	if t.kind == single {
		return e, nil
	}
	depth := len(s.open)
	for {
		c, ok, err := s.next()
		if err != nil || !ok {
			return e, errXML
		}
		if len(s.open) < depth {
			e.inner, e.end = c.from, c.to
			return e, nil
		}
		if err := f(c); err != nil {
			return e, err
		}
		for len(s.open) > depth {
			if _, ok, err := s.next(); err != nil || !ok {
				return e, errXML
			}
		}
	}
}

// elements lists the children of a tag that was just read.
func (s *scanner) elements(t tag) (children []element, whole element, err error) {
	whole, err = s.children(t, func(c tag) error {
		e, err := s.skip(c)
		children = append(children, e)
		return err
	})
	return children, whole, err
}

// edit replaces the bytes from one place to another by a text.
type edit struct {
	from, to int
	text     string
}

// apply makes the edits. Those at one place keep their order.
func apply(data []byte, edits []edit) ([]byte, error) {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	out := make([]byte, 0, len(data)+64*len(edits))
	at := 0
	for _, e := range edits {
		if e.from < at || e.to < e.from || e.to > len(data) {
			return nil, errors.New("edits overlap")
		}
		out = append(append(out, data[at:e.from]...), e.text...)
		at = e.to
	}
	return append(out, data[at:]...), nil
}

func split(name string) (prefix, local string) {
	if prefix, local, ok := strings.Cut(name, ":"); ok {
		return prefix, local
	}
	return "", name
}

func isName(c byte) bool {
	return c >= 0x80 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.' || c == ':'
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "apos": "'"}

// unescape resolves the entities of XML; what is none stays as it is.
func unescape(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "&")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, ok := strings.Cut(rest, ";")
		if !ok {
			return b.String() + "&" + rest
		}
		if e, known := entities[name]; known {
			b.WriteString(e)
		} else if r, ok := characterNumber(name); ok {
			b.WriteRune(r)
		} else {
			b.WriteString("&" + name + ";")
		}
		s = after
	}
}

func characterNumber(name string) (rune, bool) {
	digits, ok := strings.CutPrefix(name, "#")
	base := 10
	if hex, is := strings.CutPrefix(digits, "x"); is {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), ok && err == nil && utf8.ValidRune(rune(n))
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// escape makes a text the value of an attribute, or of an element.
func escape(s string) string { return escaper.Replace(s) }
