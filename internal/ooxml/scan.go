package ooxml

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"baocao/internal/workbook"
)

// Scanner splits one XML part into tags and text and refuses whatever is not
// well-formed. It works on bytes and allocates nothing per token: a sheet has
// millions of them. Names are compared by their local part, because a producer may
// choose any namespace prefix. What it shows of a token holds until the next one.
type Scanner struct {
	Prefix, Local []byte // of the start tag just read
	Attrs         []Attr
	Text          []byte // of the text just read, still escaped unless in CDATA

	From int // where the tag just read begins in Data

	part  string
	data  []byte
	pos   int
	cdata bool

	open       []bounds // names of the open elements
	pendingEnd bool     // "<a/>" was returned as a start, its end is still due
	seenRoot   bool
	guard      *workbook.Guard
	ticks      int
}

// Attr is one attribute of a start tag. Its value is still escaped and begins at
// an offset of the part.
type Attr struct {
	Prefix, Local, Value []byte
	At                   int
}

type bounds struct{ from, to int }

// Token is what the scanner has read.
type Token int

// The tokens of a part.
const (
	EndOfPart Token = iota
	StartTag
	EndTag
	Characters
)

// NewScanner checks a part's encoding and Characters. The part's name stands in
// refusals.
func NewScanner(part string, data []byte, g *workbook.Guard) (*Scanner, error) {
	data, err := ToUTF8(part, data)
	if err != nil {
		return nil, err
	}
	if at := forbiddenByte(data); at >= 0 || !utf8.Valid(data) {
		return nil, workbook.Malformed(part, max(at, 0))
	}
	return &Scanner{part: part, data: data, guard: g}, nil
}

// Within scans one element of a part that has been checked: the one that begins
// at an offset and ends at another.
func (x *Scanner) Within(from, to int) *Scanner {
	return &Scanner{part: x.part, data: x.data[:to], pos: from, guard: x.guard}
}

// Data is the part in UTF-8, in which offsets count.
func (x *Scanner) Data() []byte { return x.data }

// Pos is where the token just read ends.
func (x *Scanner) Pos() int { return x.pos }

// Single tells of the start tag just read that it is the end too, "<a/>". The end
// is returned as a token of its own all the same.
func (x *Scanner) Single() bool { return x.pendingEnd }

// Depth is how many elements are open, the one just started among them.
func (x *Scanner) Depth() int { return len(x.open) }

// Bad is the refusal of the part at the place that was reached.
func (x *Scanner) Bad() error { return workbook.Malformed(x.part, x.pos) }

// Next reads the next tag or text. Comments and processing instructions are
// checked and passed over.
func (x *Scanner) Next() (Token, error) {
	if x.ticks++; x.ticks&0xFFF == 0 {
		if err := x.guard.Check(); err != nil {
			return 0, err
		}
	}
	if x.pendingEnd {
		x.pendingEnd = false
		x.open = x.open[:len(x.open)-1]
		return EndTag, nil
	}
	for {
		rest := x.data[x.pos:]
		if len(rest) == 0 {
			if len(x.open) > 0 || !x.seenRoot {
				return 0, x.Bad()
			}
			return EndOfPart, nil
		}
		if rest[0] != '<' {
			n := bytes.IndexByte(rest, '<')
			if n < 0 {
				n = len(rest)
			}
			text := rest[:n]
			if len(x.open) == 0 {
				if !IsBlank(text) {
					return 0, x.Bad()
				}
				x.pos += n
				continue
			}
			if bytes.IndexByte(text, '&') >= 0 && !validEntities(text) ||
				bytes.IndexByte(text, ']') >= 0 && bytes.Contains(text, []byte("]]>")) {
				return 0, x.Bad()
			}
			x.Text, x.cdata = text, false
			x.pos += n
			return Characters, nil
		}
		if len(rest) < 2 {
			return 0, x.Bad()
		}
		switch rest[1] {
		case '/':
			return x.endTag(rest)
		case '?':
			n := bytes.Index(rest, []byte("?>"))
			if n < 0 {
				return 0, x.Bad()
			}
			x.pos += n + 2
		case '!':
			switch {
			case bytes.HasPrefix(rest, []byte("<!--")):
				n := bytes.Index(rest[4:], []byte("--"))
				if n < 0 || 4+n+2 >= len(rest) || rest[4+n+2] != '>' {
					return 0, x.Bad()
				}
				x.pos += 4 + n + 3
			case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(x.open) > 0:
				n := bytes.Index(rest, []byte("]]>"))
				if n < 0 {
					return 0, x.Bad()
				}
				x.Text, x.cdata = rest[9:n], true
				x.pos += n + 3
				return Characters, nil
			default: // a DOCTYPE above all: it has no business in a workbook
				return 0, x.Bad()
			}
		default:
			return x.startTag()
		}
	}
}

func (x *Scanner) endTag(rest []byte) (Token, error) {
	n := bytes.IndexByte(rest, '>')
	if n < 0 || len(x.open) == 0 {
		return 0, x.Bad()
	}
	name := rest[2:n]
	for len(name) > 0 && IsSpace(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	top := x.open[len(x.open)-1]
	if !bytes.Equal(name, x.data[top.from:top.to]) {
		return 0, x.Bad()
	}
	x.open = x.open[:len(x.open)-1]
	x.From = x.pos
	x.pos += n + 1
	return EndTag, nil
}

func (x *Scanner) startTag() (Token, error) {
	if len(x.open) == 0 && x.seenRoot {
		return 0, x.Bad()
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
		return 0, x.Bad()
	}
	name := bounds{from, i}
	if colon > 0 {
		x.Prefix, x.Local = d[from:colon], d[colon+1:i]
	} else {
		x.Prefix, x.Local = nil, d[from:i]
	}
	x.Attrs = x.Attrs[:0]
	for {
		spaced := false
		for i < len(d) && IsSpace(d[i]) {
			spaced = true
			i++
		}
		if i >= len(d) {
			return 0, x.Bad()
		}
		switch d[i] {
		case '>':
			i++
		case '/':
			if i+1 >= len(d) || d[i+1] != '>' {
				return 0, x.Bad()
			}
			i += 2
			x.pendingEnd = true
		default:
			if !spaced {
				return 0, x.Bad()
			}
			end, ok := x.attribute(i)
			if !ok {
				return 0, x.Bad()
			}
			i = end
			continue
		}
		break
	}
	if len(x.open) >= x.guard.MaxDepth {
		return 0, workbook.TooMuch(workbook.LimitDepth, x.guard.MaxDepth)
	}
	x.open = append(x.open, name)
	x.seenRoot = true
	x.From, x.pos = x.pos, i
	return StartTag, nil
}

// attribute reads name="value" at i and tells where it ends.
func (x *Scanner) attribute(i int) (end int, ok bool) {
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
	a := Attr{Local: d[from:i]}
	if colon > 0 {
		a.Prefix, a.Local = d[from:colon], d[colon+1:i]
	}
	for i < len(d) && IsSpace(d[i]) {
		i++
	}
	if i >= len(d) || d[i] != '=' {
		return 0, false
	}
	i++
	for i < len(d) && IsSpace(d[i]) {
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
	a.Value, a.At = d[i:n], i
	if !plain && !validEntities(a.Value) {
		return 0, false
	}
	for _, b := range x.Attrs {
		if bytes.Equal(a.Local, b.Local) && bytes.Equal(a.Prefix, b.Prefix) {
			return 0, false
		}
	}
	if len(x.Attrs) >= maxAttributes {
		return 0, false
	}
	x.Attrs = append(x.Attrs, a)
	return n + 1, true
}

// maxAttributes is far above what any element of a workbook has; it keeps the
// search for doubled names cheap.
const maxAttributes = 256

// Children calls f for each child of the element just started; what f leaves
// unread of a child is passed over. It returns after the element's end.
func (x *Scanner) Children(f func(name string) error) error {
	for {
		tok, err := x.Next()
		if err != nil {
			return err
		}
		switch tok {
		case EndTag:
			return nil
		case StartTag:
			depth := len(x.open)
			if err := f(string(x.Local)); err != nil {
				return err
			}
			if err := x.leave(depth); err != nil {
				return err
			}
		}
	}
}

// Skip passes over the rest of the element just started.
func (x *Scanner) Skip() error { return x.leave(len(x.open)) }

// leave passes over what is left of the element that was opened as number depth.
func (x *Scanner) leave(depth int) error {
	for len(x.open) >= depth {
		if _, err := x.Next(); err != nil {
			return err
		}
	}
	return nil
}

// Elements calls f for each child of the element just started, with its name in
// local. workbook.Text between them is refused: passing over it could lose figures
// without a word. What f leaves unread of a child is passed over.
func (x *Scanner) Elements(f func() error) error {
	for {
		tok, err := x.Next()
		if err != nil {
			return err
		}
		switch tok {
		case EndTag:
			return nil
		case Characters:
			if !IsBlank(x.Text) {
				return x.Bad()
			}
		case StartTag:
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

// Root starts the part's root element, which must have the given name.
func (x *Scanner) Root(name string) error {
	if _, err := x.Next(); err != nil {
		return err
	}
	if string(x.Local) != name {
		return x.Bad()
	}
	return nil
}

// Finish reads what follows the root element: nothing that matters.
func (x *Scanner) Finish() error {
	_, err := x.Next()
	return err
}

// Attr is the value of an attribute without prefix, as bytes still escaped.
func (x *Scanner) Attr(name string) (value []byte, ok bool) {
	for _, a := range x.Attrs {
		if a.Prefix == nil && string(a.Local) == name {
			return a.Value, true
		}
	}
	return nil, false
}

// AttrText is the value of an attribute without prefix, "" for none.
func (x *Scanner) AttrText(name string) string {
	v, _ := x.Attr(name)
	return string(Unescape(v))
}

func (x *Scanner) AttrTrue(name string) bool {
	v, _ := x.Attr(name)
	return IsTrue(v)
}

// IsTrue tells whether a value says so in one of the ways there are.
func IsTrue[T string | []byte](v T) bool {
	return string(v) == "1" || string(v) == "true" || string(v) == "on"
}

// AttrLocal is an attribute of the element just started, whatever its prefix, as Word's
// are; "" where there is none.
func (x *Scanner) AttrLocal(name string) string {
	for _, a := range x.Attrs {
		if string(a.Local) == name {
			return string(Unescape(a.Value))
		}
	}
	return ""
}

// On: a switch of Word is set unless its value says otherwise.
func (x *Scanner) On() bool {
	switch x.AttrLocal("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// TextContent appends the text of the element just started, up to its end.
// Child elements are not expected in it.
func (x *Scanner) TextContent(dst []byte) ([]byte, error) {
	for {
		tok, err := x.Next()
		if err != nil {
			return dst, err
		}
		switch tok {
		case EndTag:
			return dst, nil
		case Characters:
			dst = x.AppendText(dst)
		default:
			return dst, x.Bad()
		}
	}
}

// AppendText appends the text just read, unescaped, with line ends as \n.
func (x *Scanner) AppendText(dst []byte) []byte { return appendUnescaped(dst, x.Text, !x.cdata) }

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

// Unescape resolves the entities of an attribute's value that a scanner has read.
func Unescape(v []byte) []byte {
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
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		t[c] = c >= 0x80 || letter || c >= '0' && c <= '9' || strings.IndexByte("_-.:", byte(c)) >= 0
	}
	return t
}()

func startsName(c byte) bool { return c == '_' || c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z' }

// IsSpace tells the white space of XML.
func IsSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// IsBlank tells whether a text is white space alone.
func IsBlank(s []byte) bool {
	for _, c := range s {
		if !IsSpace(c) {
			return false
		}
	}
	return true
}
