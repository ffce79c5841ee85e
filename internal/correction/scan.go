package correction

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// A part is changed where it stands: the scanner says where a tag begins and
// ends, and edits replace stretches of bytes. All between them stays.

// errMalformed: the part is not well-formed; open.Read has already reported where.
var errMalformed = errors.New("not well-formed")

// tag is one tag of a part.
type tag struct {
	from, to      int // of "<name ...>"
	kind          tagKind
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
func (t *tag) isTrue(local string) bool { return ooxml.IsTrue(t.text(local)) }

// name is the tag's name as written.
func (t *tag) name() string {
	if t.prefix == "" {
		return t.local
	}
	return t.prefix + ":" + t.local
}

// child is the name of a child element in the namespace of this one.
func (t *tag) child(local string) string {
	of := tag{prefix: t.prefix, local: local}
	return of.name()
}

// set is the edit that gives an attribute without prefix a value.
func (t *tag) set(local, value string) edit {
	for _, a := range t.attrs {
		if a.prefix == "" && a.local == local {
			return edit{a.from, a.to, escape(value)}
		}
	}
	at := t.from + 1 + len(t.name())
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
		return edit{e.to - 2, e.to, ">" + text + "</" + e.name() + ">"}
	}
	return edit{e.inner, e.inner, text}
}

// scanner reads the tags of a part one by one.
type scanner struct {
	*ooxml.Scanner
	names map[string]string // one string for all tags of a name
}

// scan reads a part from its start. The guard is that of the file.
func scan(part string, data []byte, g *workbook.Guard) (*scanner, error) {
	x, err := ooxml.NewScanner(part, data, g)
	return &scanner{Scanner: x}, err
}

// inElement reads one element of the part, for the second time.
func (s *scanner) inElement(e element) *scanner {
	return &scanner{Scanner: s.Within(e.from, e.end), names: s.names}
}

// next reads the next tag; ok is false at the part's end.
func (s *scanner) next() (t tag, ok bool, err error) {
	for {
		tok, err := s.Next()
		switch {
		case err != nil || tok == ooxml.EndOfPart:
			return t, false, err
		case tok == ooxml.EndTag:
			return tag{from: s.From, to: s.Pos(), kind: closing}, true, nil
		case tok == ooxml.StartTag:
			t = tag{from: s.From, to: s.Pos(), prefix: s.intern(s.Prefix), local: s.intern(s.Local)}
			for _, a := range s.Attrs {
				t.attrs = append(t.attrs, attr{s.intern(a.Prefix), s.intern(a.Local), a.At, a.At + len(a.Value),
					string(ooxml.Unescape(a.Value))})
			}
			if s.Single() {
				t.kind = single
				_, err = s.Next() // its end
			}
			return t, err == nil, err
		}
	}
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

// root reads the part's root element, which must have the given name; "" for any.
func (s *scanner) root(local string) (tag, error) {
	t, ok, err := s.next()
	if err == nil && (!ok || local != "" && t.local != local) {
		err = errMalformed
	}
	return t, err
}

// skip passes over the content of a tag that was just read.
func (s *scanner) skip(t tag) (element, error) {
	e := element{tag: t, inner: t.to, end: t.to}
	if t.kind == single {
		return e, nil
	}
	err := s.Skip()
	e.inner, e.end = s.From, s.Pos()
	return e, err
}

// children calls f for each child of a tag that was just read, and returns the
// whole of it. f may read on to the child's end; what it leaves is passed over.
func (s *scanner) children(t tag, f func(child tag) error) (element, error) {
	e := element{tag: t, inner: t.to, end: t.to}
	if t.kind == single {
		return e, nil
	}
	depth := s.Depth()
	for {
		c, ok, err := s.next()
		if err != nil || !ok {
			return e, cmp.Or(err, errMalformed)
		}
		if s.Depth() < depth {
			e.inner, e.end = c.from, c.to
			return e, nil
		}
		if err := f(c); err != nil {
			return e, err
		}
		for s.Depth() > depth {
			if err := s.Skip(); err != nil {
				return e, err
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

// inner lists the children of an element of the part.
func (s *scanner) inner(e element) ([]element, error) {
	in := s.inElement(e)
	t, err := in.root("")
	if err != nil {
		return nil, err
	}
	children, _, err := in.elements(t)
	return children, err
}

// content is the text in an element of the part that has no children.
func (s *scanner) content(e element) (string, error) {
	if e.kind == single {
		return "", nil
	}
	in := s.inElement(e)
	if _, err := in.root(""); err != nil {
		return "", err
	}
	text, err := in.TextContent(nil)
	return string(text), err
}

// edit replaces the bytes from one place to another by a text.
type edit struct {
	from, to int
	text     string
}

// apply makes the edits. Those at one place keep their order.
func apply(data []byte, edits []edit) ([]byte, error) {
	slices.SortStableFunc(edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
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

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;",
	"\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// escape makes a text the value of an attribute, or of an element.
func escape(s string) string { return escaper.Replace(s) }
