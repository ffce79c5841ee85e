package ods

import (
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// styleSet are the styles of a workbook, as far as they say something about
// values: fonts, number formats and hidden sheets.
type styleSet struct {
	styles     map[styleKey]*style
	formats    map[string]format
	cellStyles map[string]*workbook.Style // by name, what it comes to
	textFonts  map[styleKey]string        // of stretches of text and of paragraphs
	shared     map[sharedKey]*workbook.Style
}

type styleKey struct{ family, name string }

type sharedKey struct{ font, code string }

// style is one style as written; what it does not say its parent does.
type style struct {
	parent     string
	font       string // "" for none
	format     string // the name of a number format, "" for none
	hidesSheet bool
}

// format is one number format; sections are the names of the formats for
// values that meet a condition, such as negative ones.
type format struct {
	code     string
	sections []string
}

// Families of styles; the default style of a family has the name "".
const (
	cellFamily      = "table-cell"
	sheetFamily     = "table"
	textFamily      = "text"
	paragraphFamily = "paragraph"
)

const (
	// maxAncestors stops at styles that are each other's parents.
	maxAncestors = 64
	// maxFormatLen is far more than any program lets a user type.
	maxFormatLen = 1024
	// maxSections is what a format can have: positive, negative, zero and text.
	maxSections = 4
)

func newStyleSet() *styleSet {
	return &styleSet{
		styles:     map[styleKey]*style{},
		formats:    map[string]format{},
		cellStyles: map[string]*workbook.Style{},
		textFonts:  map[styleKey]string{},
		shared:     map[sharedKey]*workbook.Style{},
	}
}

// share returns the one workbook.Style of a font and format.
func (s *styleSet) share(font, code string) *workbook.Style {
	k := sharedKey{font, code}
	style := s.shared[k]
	if style == nil {
		style = workbook.NewStyle(font, code)
		s.shared[k] = style
	}
	return style
}

// cell is what a cell style comes to. A style the file does not have is the
// default one: whether a value is a percentage or a date, the cell itself says.
func (s *styleSet) cell(name []byte) *workbook.Style {
	if style := s.cellStyles[string(name)]; style != nil {
		return style
	}
	font, format := "", ""
	at := string(ooxml.Unescape(name))
	for range maxAncestors {
		st := s.styles[styleKey{cellFamily, at}]
		if st == nil {
			break
		}
		font, format = orElse(font, st.font), orElse(format, st.format)
		if at = st.parent; at == "" {
			break
		}
	}
	if st := s.styles[styleKey{cellFamily, ""}]; st != nil {
		font, format = orElse(font, st.font), orElse(format, st.format)
	}
	style := s.share(font, s.code(format))
	s.cellStyles[string(name)] = style
	return style
}

func orElse(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// code is a number format's code, its sections in the order Excel has them.
func (s *styleSet) code(name string) string {
	f, ok := s.formats[name]
	if !ok {
		return "General"
	}
	code := ""
	for _, section := range f.sections {
		if other, ok := s.formats[section]; ok {
			code += other.code + ";"
		}
	}
	return code + f.code
}

// textFont is the font that a style of a stretch of text or of a paragraph
// gives, "" for the cell's own.
func (s *styleSet) textFont(family string, name []byte) string {
	if len(name) == 0 {
		return ""
	}
	if font, ok := s.textFonts[styleKey{family, string(name)}]; ok {
		return font
	}
	font := ""
	at := string(ooxml.Unescape(name))
	for range maxAncestors {
		st := s.styles[styleKey{family, at}]
		if st == nil || font != "" {
			break
		}
		font = st.font
		if at = st.parent; at == "" {
			break
		}
	}
	s.textFonts[styleKey{family, string(name)}] = font
	return font
}

func (s *styleSet) hidesSheet(name string) bool {
	st := s.styles[styleKey{sheetFamily, name}]
	return st != nil && st.hidesSheet
}

// styleReader reads the styles of one part into those of the workbook.
type styleReader struct {
	*xmlPart
	styles *styleSet
	guard  *workbook.Guard
	faces  map[string]string // names of fonts as this part's styles use them
}

// fontFaces reads the names that styles give to fonts: "Arial1" is Arial.
func (r *styleReader) fontFaces() error {
	return r.Children(func(name string) error {
		if name != "font-face" {
			return nil
		}
		face, family := r.attrString(styleSpace, "name"), firstFamily(r.attrString(svgSpace, "font-family"))
		if family == "" {
			return nil
		}
		r.faces[face] = family
		return r.guard.Use(64 + len(face) + len(family))
	})
}

// firstFamily is the first font of a list as CSS writes it.
func firstFamily(list string) string {
	list = strings.TrimSpace(list)
	if list != "" && (list[0] == '\'' || list[0] == '"') {
		if end := strings.IndexByte(list[1:], list[0]); end >= 0 {
			return list[1 : 1+end]
		}
	}
	first, _, _ := strings.Cut(list, ",")
	return strings.TrimSpace(first)
}

// section reads the element just started, which holds styles.
func (r *styleReader) section() error {
	return r.Children(func(name string) error {
		switch name {
		case "style", "default-style":
			return r.style(name == "default-style")
		case "number-style", "percentage-style", "currency-style", "date-style", "time-style", "text-style",
			"boolean-style":
			return r.format(name)
		}
		return nil
	})
}

func (r *styleReader) style(isDefault bool) error {
	k := styleKey{family: r.attrString(styleSpace, "family")}
	switch k.family {
	case cellFamily, sheetFamily, textFamily, paragraphFamily:
	default:
		return nil
	}
	st := &style{}
	if !isDefault {
		if k.name = r.attrString(styleSpace, "name"); k.name == "" {
			return nil
		}
		st.parent, st.format = r.attrString(styleSpace, "parent-style-name"),
			r.attrString(styleSpace, "data-style-name")
	}
	if err := r.guard.Use(160 + len(k.name) + len(st.parent) + len(st.format)); err != nil {
		return err
	}
	err := r.Children(func(name string) error {
		switch name {
		case "text-properties":
			if face := r.attrString(styleSpace, "font-name"); face != "" {
				st.font = orElse(r.faces[face], face)
			} else {
				st.font = firstFamily(r.attrString(foSpace, "font-family"))
			}
		case "table-properties":
			shown, ok := r.attr(tableSpace, "display")
			st.hidesSheet = ok && string(shown) == "false"
		}
		return nil
	})
	r.styles.styles[k] = st
	return err
}

// format reads a number format and writes it the way Excel does.
func (r *styleReader) format(kind string) error {
	name := r.attrString(styleSpace, "name")
	f := format{}
	elapsed := false
	if v, ok := r.attr(numberSpace, "truncate-on-overflow"); ok {
		elapsed = string(v) == "false"
	}
	var code strings.Builder
	add := func(s string) {
		if code.Len()+len(s) <= maxFormatLen {
			code.WriteString(s)
		}
	}
	err := r.Children(func(part string) error {
		switch part {
		case "text", "currency-symbol", "fill-character":
			text, err := r.TextContent(nil)
			if err != nil {
				return err
			}
			switch {
			case part == "fill-character":
				if len(text) > 0 {
					add("*" + string(text))
				}
			case kind == "percentage-style":
				for i, s := range strings.Split(string(text), "%") {
					if i > 0 {
						add("%")
					}
					add(literal(s))
				}
			default:
				add(literal(string(text)))
			}
		case "map":
			if apply := r.attrString(styleSpace, "apply-style-name"); len(f.sections) < maxSections-1 {
				f.sections = append(f.sections, apply)
			}
		case "number":
			add(r.digits(kind == "number-style"))
		case "scientific-number":
			add(r.digits(false) + "E+" + strings.Repeat("0", max(r.small("min-exponent-digits"), 1)))
		case "fraction":
			add("# ?/?")
		case "text-content":
			add("@")
		default:
			add(r.dateField(part, elapsed))
		}
		return nil
	})
	if err != nil {
		return err
	}
	f.code = code.String()
	if kind == "percentage-style" && !workbook.NewStyle("", f.code).IsPercent {
		f.code += "%"
	}
	switch {
	case f.code != "":
	case kind == "boolean-style":
		f.code = "General"
	default:
		f.code = `""` // shows nothing
	}
	r.styles.formats[name] = f
	return r.guard.Use(128 + len(name) + len(f.code))
}

// literal writes text of a number format so that no letter of it counts as a
// sign for part of a date.
func literal(s string) string {
	if strings.Trim(s, " -/:.,()+\u00A0") == "" {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, "") + `"`
}

// small reads a small count of a number format, 0 for none.
func (r *styleReader) small(local string) int {
	v, _ := r.attr(numberSpace, local)
	n, _ := workbook.Index(v)
	return min(n, 30)
}

// digits writes the digits of a number; general tells that a number without
// any wish is shown as it comes.
func (r *styleReader) digits(general bool) string {
	places, fixed := r.attr(numberSpace, "decimal-places")
	grouping, _ := r.attr(numberSpace, "grouping")
	whole, decimals := r.small("min-integer-digits"), r.small("decimal-places")
	grouped := string(grouping) == "true"
	if general && !grouped && whole <= 1 && (!fixed || len(places) == 0) {
		return "General"
	}
	code := strings.Repeat("0", whole)
	switch {
	case grouped:
		code = "#,##" + orElse(code, "#")
	case code == "":
		code = "#"
	}
	if decimals > 0 {
		least := decimals
		if _, told := r.attr(numberSpace, "min-decimal-places"); told {
			least = min(r.small("min-decimal-places"), decimals)
		}
		code += "." + strings.Repeat("0", least) + strings.Repeat("#", decimals-least)
	}
	return code
}

// dateField writes one field of a date or time.
func (r *styleReader) dateField(part string, elapsed bool) string {
	style, _ := r.attr(numberSpace, "style")
	long := string(style) == "long"
	either := func(short, whole string) string {
		if long {
			return whole
		}
		return short
	}
	switch part {
	case "day":
		return either("d", "dd")
	case "month":
		if textual, _ := r.attr(numberSpace, "textual"); string(textual) == "true" {
			return either("mmm", "mmmm")
		}
		return either("m", "mm")
	case "year":
		return either("yy", "yyyy")
	case "day-of-week":
		return either("ddd", "dddd")
	case "hours":
		if elapsed {
			return "[" + either("h", "hh") + "]"
		}
		return either("h", "hh")
	case "minutes":
		return either("m", "mm")
	case "seconds":
		code := either("s", "ss")
		if n := r.small("decimal-places"); n > 0 {
			code += "." + strings.Repeat("0", n)
		}
		return code
	case "am-pm":
		return "AM/PM"
	}
	return ""
}
