package workbook

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// lexer splits one XML part into tags and text and refuses whatever is not
// well-formed. It works on bytes and allocates nothing per token: a sheet has
// millions of them. Names are told by their local part, because a producer may
// choose any namespace prefix.
type lexer struct {
	part string
	data []byte
	pos  int

	prefix, local []byte // of the tag just read
	attrs         []attribute
	text          []byte // of the text just read, still escaped unless cdata
	cdata         bool

	open       []bounds // names of the open elements
	pendingEnd bool     // "<a/>" has been told as a start, its end is still due
	seenRoot   bool
	maxDepth   int
	guard      *guard
	ticks      int
}

type attribute struct{ prefix, local, value []byte } // the value is still escaped

type bounds struct{ from, to int }

type token int

const (
	endOfPart token = iota
	startTag
	endTag
	characters
)

func newLexer(part string, data []byte, lim Limits, g *guard) (*lexer, error) {
	data, err := ToUTF8(part, data)
	if err != nil {
		return nil, err
	}
	if at := forbiddenByte(data); at >= 0 || !utf8.Valid(data) {
		return nil, malformed(part, max(at, 0))
	}
	return &lexer{part: part, data: data, maxDepth: lim.MaxDepth, guard: g}, nil
}

func malformed(part string, at int) error {
	return &fault{code: "B123", args: args{"part": part, "at": at}}
}

func (x *lexer) bad() error { return malformed(x.part, x.pos) }

// next reads the next tag or text. Comments and processing instructions are
// checked and passed over.
func (x *lexer) next() (token, error) {
	if x.ticks++; x.ticks&0xFFF == 0 {
		if err := x.guard.check(); err != nil {
			return 0, err
		}
	}
	if x.pendingEnd {
		x.pendingEnd = false
		x.open = x.open[:len(x.open)-1]
		return endTag, nil
	}
	for {
		rest := x.data[x.pos:]
		if len(rest) == 0 {
			if len(x.open) > 0 || !x.seenRoot {
				return 0, x.bad()
			}
			return endOfPart, nil
		}
		if rest[0] != '<' {
			n := bytes.IndexByte(rest, '<')
			if n < 0 {
				n = len(rest)
			}
			text := rest[:n]
			if len(x.open) == 0 {
				if !isBlank(text) {
					return 0, x.bad()
				}
				x.pos += n
				continue
			}
			if bytes.IndexByte(text, '&') >= 0 && !validEntities(text) || bytes.IndexByte(text, ']') >= 0 && bytes.Contains(text, []byte("]]>")) {
				return 0, x.bad()
			}
			x.text, x.cdata = text, false
			x.pos += n
			return characters, nil
		}
		if len(rest) < 2 {
			return 0, x.bad()
		}
		switch rest[1] {
		case '/':
			return x.endTag(rest)
		case '?':
			n := bytes.Index(rest, []byte("?>"))
			if n < 0 {
				return 0, x.bad()
			}
			x.pos += n + 2
		case '!':
			switch {
			case bytes.HasPrefix(rest, []byte("<!--")):
				n := bytes.Index(rest[4:], []byte("--"))
				if n < 0 || 4+n+2 >= len(rest) || rest[4+n+2] != '>' {
					return 0, x.bad()
				}
				x.pos += 4 + n + 3
			case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(x.open) > 0:
				n := bytes.Index(rest, []byte("]]>"))
				if n < 0 {
					return 0, x.bad()
				}
				x.text, x.cdata = rest[9:n], true
				x.pos += n + 3
				return characters, nil
			default: // a DOCTYPE above all: it has no business in a workbook
				return 0, x.bad()
			}
		default:
			return x.startTag()
		}
	}
}

func (x *lexer) endTag(rest []byte) (token, error) {
	n := bytes.IndexByte(rest, '>')
	if n < 0 || len(x.open) == 0 {
		return 0, x.bad()
	}
	name := rest[2:n]
	for len(name) > 0 && isSpace(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	top := x.open[len(x.open)-1]
	if !bytes.Equal(name, x.data[top.from:top.to]) {
		return 0, x.bad()
	}
	x.open = x.open[:len(x.open)-1]
	x.pos += n + 1
	return endTag, nil
}

func (x *lexer) startTag() (token, error) {
	if len(x.open) == 0 && x.seenRoot {
		return 0, x.bad()
	}
	d, i := x.data, x.pos+1
	from := i
	colon := 0
	for i < len(d) && isName[d[i]] {
		if d[i] == ':' {
			colon = i
		}
		i++
	}
	if i == from || !startsName(d[from]) {
		return 0, x.bad()
	}
	name := bounds{from, i}
	if colon > 0 {
		x.prefix, x.local = d[from:colon], d[colon+1:i]
	} else {
		x.prefix, x.local = nil, d[from:i]
	}
	x.attrs = x.attrs[:0]
	for {
		spaced := false
		for i < len(d) && isSpace(d[i]) {
			spaced = true
			i++
		}
		if i >= len(d) {
			return 0, x.bad()
		}
		switch d[i] {
		case '>':
			i++
		case '/':
			if i+1 >= len(d) || d[i+1] != '>' {
				return 0, x.bad()
			}
			i += 2
			x.pendingEnd = true
		default:
			if !spaced {
				return 0, x.bad()
			}
			end, ok := x.attribute(i)
			if !ok {
				return 0, x.bad()
			}
			i = end
			continue
		}
		break
	}
	if len(x.open) >= x.maxDepth {
		return 0, &fault{code: "B130", args: args{"what": limitDepth, "limit": x.maxDepth}}
	}
	x.open = append(x.open, name)
	x.seenRoot = true
	x.pos = i
	return startTag, nil
}

// attribute reads name="value" at i and tells where it ends.
func (x *lexer) attribute(i int) (end int, ok bool) {
	d, from, colon := x.data, i, 0
	for i < len(d) && isName[d[i]] {
		if d[i] == ':' {
			colon = i
		}
		i++
	}
	if i == from || !startsName(d[from]) {
		return 0, false
	}
	a := attribute{local: d[from:i]}
	if colon > 0 {
		a.prefix, a.local = d[from:colon], d[colon+1:i]
	}
	for i < len(d) && isSpace(d[i]) {
		i++
	}
	if i >= len(d) || d[i] != '=' {
		return 0, false
	}
	i++
	for i < len(d) && isSpace(d[i]) {
		i++
	}
	if i >= len(d) || d[i] != '"' && d[i] != '\'' {
		return 0, false
	}
	quote := d[i]
	i++
	n := i
	plain := true
	for n < len(d) && d[n] != quote {
		if d[n] == '<' {
			return 0, false
		}
		if d[n] == '&' {
			plain = false
		}
		n++
	}
	if n >= len(d) {
		return 0, false
	}
	a.value = d[i:n]
	if !plain && !validEntities(a.value) {
		return 0, false
	}
	for _, b := range x.attrs {
		if bytes.Equal(a.local, b.local) && bytes.Equal(a.prefix, b.prefix) {
			return 0, false
		}
	}
	if len(x.attrs) >= maxAttributes {
		return 0, false
	}
	x.attrs = append(x.attrs, a)
	return n + 1, true
}

// maxAttributes is far above what any element of a workbook has; it keeps the
// search for doubled names cheap.
const maxAttributes = 256

// children calls f for each child of the element just started; what f leaves
// unread of a child is passed over. It returns after the element's end.
func (x *lexer) children(f func(name string) error) error {
	for {
		tok, err := x.next()
		if err != nil {
			return err
		}
		switch tok {
		case endTag:
			return nil
		case startTag:
			depth := len(x.open)
			if err := f(string(x.local)); err != nil {
				return err
			}
			if err := x.leave(depth); err != nil {
				return err
			}
		}
	}
}

// leave passes over what is left of the element that was opened as number depth.
func (x *lexer) leave(depth int) error {
	for len(x.open) >= depth {
		if _, err := x.next(); err != nil {
			return err
		}
	}
	return nil
}

// elements calls f for each child of the element just started, with its name in
// local. Text between them is refused: passing over it could lose figures
// without a word. What f leaves unread of a child is passed over.
func (x *lexer) elements(f func() error) error {
	for {
		tok, err := x.next()
		if err != nil {
			return err
		}
		switch tok {
		case endTag:
			return nil
		case characters:
			if !isBlank(x.text) {
				return x.bad()
			}
		case startTag:
			depth := len(x.open)
			if err := f(); err != nil {
				return err
			}
			if err := x.leave(depth); err != nil {
				return err
			}
		}
	}
}

// root starts the part's root element, which must have the given name.
func (x *lexer) root(name string) error {
	if _, err := x.next(); err != nil {
		return err
	}
	if string(x.local) != name {
		return x.bad()
	}
	return nil
}

// finish reads what follows the root element: nothing that matters.
func (x *lexer) finish() error {
	_, err := x.next()
	return err
}

// attr is the value of an attribute without prefix, as bytes still escaped.
func (x *lexer) attr(name string) (value []byte, ok bool) {
	for _, a := range x.attrs {
		if a.prefix == nil && string(a.local) == name {
			return a.value, true
		}
	}
	return nil, false
}

// attrText is the value of an attribute without prefix, "" for none.
func (x *lexer) attrText(name string) string {
	v, _ := x.attr(name)
	return string(unescapeAttribute(v))
}

func (x *lexer) attrTrue(name string) bool {
	v, _ := x.attr(name)
	return isTrue(v)
}

func isTrue(v []byte) bool { return string(v) == "1" || string(v) == "true" || string(v) == "on" }

// textContent appends the text of the element just started, up to its end.
// Child elements are not expected in it.
func (x *lexer) textContent(dst []byte) ([]byte, error) {
	for {
		tok, err := x.next()
		if err != nil {
			return dst, err
		}
		switch tok {
		case endTag:
			return dst, nil
		case characters:
			dst = x.appendText(dst)
		default:
			return dst, x.bad()
		}
	}
}

// appendText appends the text just read, unescaped, with line ends as \n.
func (x *lexer) appendText(dst []byte) []byte {
	if x.cdata {
		return appendUnescaped(dst, x.text, false)
	}
	return appendUnescaped(dst, x.text, true)
}

func appendUnescaped(dst, raw []byte, entities bool) []byte {
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return append(dst, raw...)
	}
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '\r':
			dst = append(dst, '\n')
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
		case c == '&' && entities:
			r, n := entity(raw[i:])
			dst = utf8.AppendRune(dst, r)
			i += n - 1
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

func unescapeAttribute(v []byte) []byte {
	if bytes.IndexByte(v, '&') < 0 {
		return v
	}
	return appendUnescaped(nil, v, true)
}

func validEntities(s []byte) bool {
	for {
		i := bytes.IndexByte(s, '&')
		if i < 0 {
			return true
		}
		_, n := entity(s[i:])
		if n == 0 {
			return false
		}
		s = s[i+n:]
	}
}

// entity reads the entity at the start of s; n is 0 when it is none of the
// five of XML and no number of a character XML allows.
func entity(s []byte) (r rune, n int) {
	end := bytes.IndexByte(s[:min(len(s), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	switch name := s[1:end]; string(name) {
	case "amp":
		r = '&'
	case "lt":
		r = '<'
	case "gt":
		r = '>'
	case "quot":
		r = '"'
	case "apos":
		r = '\''
	default:
		if name[0] != '#' {
			return 0, 0
		}
		base, digits := rune(10), name[1:]
		if len(digits) > 0 && digits[0] == 'x' {
			base, digits = 16, digits[1:]
		}
		if len(digits) == 0 {
			return 0, 0
		}
		for _, c := range digits {
			v := hexDigit(c)
			if v < 0 || v >= base {
				return 0, 0
			}
			if r = r*base + v; r > utf8.MaxRune {
				return 0, 0
			}
		}
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' || !utf8.ValidRune(r) || r == 0xFFFE || r == 0xFFFF {
			return 0, 0
		}
	}
	return r, end + 1
}

func hexDigit(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	}
	return -1
}

var isName = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 0x80 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("_-.:", byte(c)) >= 0
	}
	return t
}()

func startsName(c byte) bool { return c == '_' || c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isBlank(s []byte) bool {
	for _, c := range s {
		if !isSpace(c) {
			return false
		}
	}
	return true
}
