package webpage

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/workbook"
)

// look is how a text is set, as far as it matters.
type look struct {
	font          string
	color, ground rgb
	struck        bool
	hidden        bool // takes no place on the page
	tiny          bool // of no size; what is in it may have one
	clear         bool // seen through, with all that is in it
	script        workbook.Script
	format        string // of numbers; "" for none
}

// rgb is a colour by its parts, or unknown.
type rgb int32

const (
	unknown rgb = -1
	black   rgb = 0
	white   rgb = 0xFFFFFF
)

// unseen: nobody can tell the text from its ground.
func (l *look) unseen() bool {
	return l.tiny || l.clear ||
		l.color != unknown && l.ground != unknown && workbook.Alike(uint32(l.color), uint32(l.ground))
}

// colors are the names that pages use for the colours that can hide a text.
var colors = map[string]rgb{
	"black": black, "windowtext": black, "white": white, "window": white, "red": 0xFF0000, "blue": 0x0000FF,
	"yellow": 0xFFFF00, "green": 0x008000, "lime": 0x00FF00, "silver": 0xC0C0C0, "gray": 0x808080, "grey": 0x808080,
}

func colorOf(s string, before rgb) rgb {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "inherit", "transparent", "none", "", "auto":
		return before
	}
	if c, ok := colors[s]; ok {
		return c
	}
	if inner, ok := strings.CutPrefix(s, "rgb("); ok {
		parts := strings.Split(strings.TrimSuffix(inner, ")"), ",")
		value := rgb(0)
		for _, p := range parts {
			n, err := strconv.ParseUint(strings.TrimSpace(p), 10, 8)
			if err != nil || len(parts) != 3 {
				return unknown
			}
			value = value<<8 | rgb(n)
		}
		return value
	}
	digits := strings.TrimPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return unknown
	}
	return rgb(n)
}

// apply puts the declarations of a style over a look.
func (l *look) apply(style string) {
	for property, value := range declarations(style) {
		l.set(property, value)
	}
}

func (l *look) set(property, value string) {
	low := strings.ToLower(value)
	switch property {
	case "font-family":
		first, _, _ := strings.Cut(value, ",")
		if first = strings.Trim(first, ` "'`); first != "" && !strings.EqualFold(first, "inherit") {
			l.font = first
		}
	case "color":
		l.color = colorOf(value, l.color)
	case "background-color":
		l.ground = colorOf(value, l.ground)
	case "background":
		for _, word := range strings.Fields(value) {
			if c := colorOf(word, l.ground); c != unknown {
				l.ground = c
				break
			}
			l.ground = unknown // a picture, or a name that is not known
		}
	case "display":
		l.hidden = l.hidden || low == "none"
	case "visibility":
		switch low {
		case "hidden", "collapse":
			l.hidden = true
		case "visible":
			l.hidden = false
		}
	case "mso-hide":
		l.hidden = l.hidden || low == "all"
	case "text-decoration", "text-decoration-line":
		l.struck = l.struck || strings.Contains(low, "line-through")
	case "vertical-align":
		switch low {
		case "super":
			l.script = workbook.Raised
		case "sub":
			l.script = workbook.Lowered
		case "baseline":
			l.script = workbook.OnLine
		}
	case "font-size":
		l.tiny = isNone(low)
	case "opacity":
		l.clear = l.clear || isNone(low)
	case "mso-number-format", "vnd.ms-excel.numberformat":
		l.format = workbook.NamedFormat(unescape(value))
	}
}

// isNone tells a size of zero in any unit.
func isNone(size string) bool {
	n, err := strconv.ParseFloat(strings.TrimRight(size, "abcdefghijklmnopqrstuvwxyz% "), 64)
	return err == nil && n == 0
}

// declarations are the properties of a style and their values, in order. Quotes and
// backslashes keep a semicolon from ending one.
func declarations(style string) func(yield func(property, value string) bool) {
	return func(yield func(property, value string) bool) {
		for style != "" {
			end := endOf(style, ';')
			property, value, ok := strings.Cut(style[:end], ":")
			style = strings.TrimPrefix(style[end:], ";")
			value, _, _ = strings.Cut(value, "!important")
			if ok && !yield(strings.ToLower(strings.TrimSpace(property)), strings.TrimSpace(value)) {
				return
			}
		}
	}
}

// endOf is where a sign stands outside of quotes, or the end of s.
func endOf(s string, sign byte) int {
	quote := byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == sign:
			return i
		}
	}
	return len(s)
}

// unescape is a value without its quotes and with what its backslashes stand for:
// Excel writes "\0022" and "\@".
func unescape(s string) string {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		s = s[1 : n-1]
	}
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			out.WriteByte(s[i])
			continue
		}
		if i+5 <= len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+5], 16, 16); err == nil {
				out.WriteRune(rune(n))
				i += 4
				continue
			}
		}
		if i++; i < len(s) {
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

// properties are those that matter, in the order in which they are applied.
var properties = [...]string{"font-family", "color", "background", "background-color", "display", "visibility",
	"mso-hide", "text-decoration", "text-decoration-line", "vertical-align", "font-size", "opacity",
	"mso-number-format", "vnd.ms-excel.numberformat"}

// rule is what a style says of the properties, each in place of what came before.
type rule [len(properties)]string

// maxValue bounds a value that is kept, in bytes: a format has 255 characters.
const maxValue = 3 * 255

func (r *rule) add(style string) {
	for property, value := range declarations(style) {
		if i := slices.Index(properties[:], property); i >= 0 && len(value) <= maxValue {
			r[i] = value
		}
	}
}

func (r *rule) applyTo(l *look) {
	if r == nil {
		return
	}
	for i, value := range r {
		if value != "" {
			l.set(properties[i], value)
		}
	}
}

// styleSheet is what the page says of elements and classes, as far as one word says
// where a rule holds: of "table td.so" the last.
type styleSheet struct {
	ofElements, ofClasses map[string]*rule
}

// maxRules bounds how many elements and classes are known; Excel writes one for
// each format.
const maxRules = 1 << 16

func (s *styleSheet) read(css string) {
	var plain strings.Builder // without remarks
	for css != "" {
		from := strings.Index(css, "/*")
		if from < 0 {
			plain.WriteString(css)
			break
		}
		plain.WriteString(css[:from])
		css = css[from+2:]
		to := strings.Index(css, "*/")
		if to < 0 {
			break
		}
		css = css[to+2:]
	}
	css = strings.NewReplacer("<!--", " ", "-->", " ").Replace(plain.String())
	for css != "" {
		open := strings.IndexByte(css, '{')
		if open < 0 {
			return
		}
		selectors := css[:open]
		css = css[open+1:]
		if at := strings.IndexByte(selectors, '@'); at >= 0 {
			switch strings.ToLower(strings.TrimSpace(selectors[at:])) {
			case "@media all", "@media screen": // its rules follow
			default:
				css = css[closing(css):]
			}
			continue
		}
		end := endOf(css, '}')
		style := css[:end]
		css = strings.TrimPrefix(css[end:], "}")
		for selector := range strings.SplitSeq(selectors, ",") {
			s.rule(strings.ToLower(strings.Trim(selector, " \t\r\n}")), style)
		}
	}
}

// closing is where the block that was opened before css ends.
func closing(css string) int {
	depth := 1
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(css)
}

func (s *styleSheet) rule(selector, style string) {
	words := strings.Fields(selector)
	if len(words) == 0 || strings.ContainsAny(selector, ":[#+~>") {
		return
	}
	rules := s.ofElements
	name, class, ofClass := strings.Cut(words[len(words)-1], ".")
	if ofClass {
		rules, name = s.ofClasses, class
	}
	if rules[name] == nil {
		if len(rules) >= maxRules {
			return
		}
		rules[name] = &rule{}
	}
	rules[name].add(style)
}
