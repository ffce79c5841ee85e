package ods

import (
	"strconv"
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
	textLooks  map[styleKey]look          // of stretches of text and of paragraphs
	shared     map[sharedKey]*workbook.Style
	keys       map[*workbook.Style]sharedKey
	shownAs    map[string]string // names of styles by those that programs show
	pages      map[string]*page
}

type styleKey struct{ family, name string }

type sharedKey struct {
	font, code    string
	struck        bool
	script        workbook.Script
	color, ground string
	maps          string // the style that gives cells other looks under conditions; "" for none
}

// look is how a text is set, as far as it says something about what the text means.
type look struct {
	font   string // "" for that of the cell
	struck truth
	script workbook.Script
	placed bool   // script is said, be it the line
	color  string // "#ffffff"; "" for that of the cell
}

// hidden stands for the colour of a text that is not shown at all.
const hidden = "none"

// truth is what a style may leave open.
type truth int8

const (
	open truth = iota
	yes
	no
)

// over is a look that is laid over another: what it leaves open the other says.
func (l look) over(below look) look {
	l.font, l.color = orElse(l.font, below.font), orElse(l.color, below.color)
	if l.struck == open {
		l.struck = below.struck
	}
	if !l.placed {
		l.script, l.placed = below.script, below.placed
	}
	return l
}

// style is one style as written; what it does not say its parent does.
type style struct {
	parent     string
	look       look
	ground     string // of the cell, or "transparent"
	format     string // the name of a number format, "" for none
	hides      bool   // a sheet, or a row or column that is no more than a line
	page       string // of a sheet: the pages that it is printed on
	conditions []condition
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
	rowFamily       = "table-row"
	columnFamily    = "table-column"
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
		textLooks:  map[styleKey]look{},
		shared:     map[sharedKey]*workbook.Style{},
		keys:       map[*workbook.Style]sharedKey{},
		shownAs:    map[string]string{},
		pages:      map[string]*page{},
	}
}

// share returns the one workbook.Style of a font, a format and what hides the text.
func (s *styleSet) share(k sharedKey) *workbook.Style {
	style := s.shared[k]
	if style == nil {
		style = k.style()
		s.shared[k], s.keys[style] = style, k
	}
	return style
}

func (k sharedKey) style() *workbook.Style {
	return workbook.NewStyle(k.font, k.code).With(k.struck, sameColor(k.color, k.ground)).Placed(k.script).
		Painted(hueOf(k.ground), hueOf(k.color))
}

// hueOf is what people call a colour; none where the style does not name one.
func hueOf(s string) workbook.Hue {
	rgb, ok := colorOf(s)
	if !ok {
		return workbook.NoHue
	}
	return workbook.HueOf(rgb)
}

// cell is what a cell style comes to. A style the file does not have is the
// default one: whether a value is a percentage or a date, the cell itself says.
func (s *styleSet) cell(name []byte) *workbook.Style {
	if style := s.cellStyles[string(name)]; style != nil {
		return style
	}
	at := string(ooxml.Unescape(name))
	all, maps := s.chain(at)
	if st := s.styles[styleKey{cellFamily, ""}]; st != nil {
		all.lay(st)
	}
	style := s.share(sharedKey{all.look.font, s.code(all.format), all.look.struck == yes,
		all.look.script, all.look.color, all.ground, maps})
	s.cellStyles[string(name)] = style
	return style
}

// chain is what a cell style and those it is made from come to; maps is the first of
// them that has conditions.
func (s *styleSet) chain(name string) (all style, maps string) {
	for range maxAncestors {
		st := s.styles[styleKey{cellFamily, name}]
		if st == nil {
			break
		}
		all.lay(st)
		if maps == "" && len(st.conditions) > 0 {
			maps = name
		}
		if name = st.parent; name == "" {
			break
		}
	}
	return all, maps
}

// lay puts a style below another: it says what that leaves open.
func (s *style) lay(below *style) {
	s.look = s.look.over(below.look)
	s.ground, s.format = orElse(s.ground, below.ground), orElse(s.format, below.format)
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

// sameColor tells whether text of one colour cannot be told from its ground.
func sameColor(text, ground string) bool {
	if ground == "" || ground == "transparent" {
		ground = "#ffffff"
	}
	if strings.EqualFold(text, ground) {
		return true
	}
	a, ok1 := colorOf(text)
	b, ok2 := colorOf(ground)
	return ok1 && ok2 && workbook.Alike(a, b)
}

// colorOf reads "#ffffff".
func colorOf(s string) (uint32, bool) {
	if len(s) != 7 || s[0] != '#' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	return uint32(n), err == nil
}

// textLook is the look that a style gives a stretch of text or a paragraph, over
// that of what it stands in.
func (s *styleSet) textLook(family string, name []byte, in look) look {
	if len(name) == 0 {
		return in
	}
	if l, ok := s.textLooks[styleKey{family, string(name)}]; ok {
		return l.over(in)
	}
	var l look
	at := string(ooxml.Unescape(name))
	for range maxAncestors {
		st := s.styles[styleKey{family, at}]
		if st == nil {
			break
		}
		l = l.over(st.look)
		if at = st.parent; at == "" {
			break
		}
	}
	s.textLooks[styleKey{family, string(name)}] = l
	return l.over(in)
}

// hides tells a style of a sheet that is not shown, or of a row or column of which
// nothing can be read.
func (s *styleSet) hides(family string, name []byte) bool {
	if len(name) == 0 {
		return false
	}
	st := s.styles[styleKey{family, string(ooxml.Unescape(name))}]
	return st != nil && st.hides
}

// page is the kind of pages that a sheet is printed on.
type page struct{ header, footer []workbook.Cell }

// defaultPage is that of sheets that name none.
const defaultPage = "Default"

// pageOf is the kind of pages of a sheet by its style; nil for none that the file has.
func (s *styleSet) pageOf(sheet []byte) *page {
	name := defaultPage
	if st := s.styles[styleKey{sheetFamily, string(ooxml.Unescape(sheet))}]; st != nil {
		name = orElse(st.page, name)
	}
	return s.pages[name]
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
	case cellFamily, sheetFamily, rowFamily, columnFamily, textFamily, paragraphFamily:
	default:
		return nil
	}
	st := &style{}
	if !isDefault {
		if k.name = r.attrString(styleSpace, "name"); k.name == "" {
			return nil
		}
		if shown := r.attrString(styleSpace, "display-name"); shown != "" {
			r.styles.shownAs[shown] = k.name
		}
		st.page = r.attrString(styleSpace, "master-page-name")
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
				st.look.font = orElse(r.faces[face], face)
			} else {
				st.look.font = firstFamily(r.attrString(foSpace, "font-family"))
			}
			r.textProperties(st)
		case "table-cell-properties":
			st.ground = r.attrString(foSpace, "background-color")
		case "table-properties":
			shown, ok := r.attr(tableSpace, "display")
			st.hides = ok && string(shown) == "false"
		case "table-row-properties":
			st.hides = isSmall(r.attrString(styleSpace, "row-height"))
		case "table-column-properties":
			st.hides = isSmall(r.attrString(styleSpace, "column-width"))
		case "map":
			return r.condition(st)
		}
		return nil
	})
	r.styles.styles[k] = st
	return err
}

// isSmall tells a length of less than two points: nothing of it can be read.
func isSmall(length string) bool {
	n := strings.IndexFunc(length, func(r rune) bool { return r >= 'a' && r <= 'z' })
	if n < 0 {
		return false
	}
	points, ok := map[string]float64{"in": 72, "cm": 28.3, "mm": 2.83, "pt": 1, "pc": 12, "px": 0.75}[length[n:]]
	f, err := strconv.ParseFloat(length[:n], 64)
	return ok && err == nil && f*points < 2
}

// textProperties reads what hides or moves a text.
func (r *styleReader) textProperties(st *style) {
	st.look.color = r.attrString(foSpace, "color")
	if auto, _ := r.attr(styleSpace, "use-window-font-color"); string(auto) == "true" {
		st.look.color = "#000000"
	}
	if display, _ := r.attr(textSpace, "display"); string(display) == "none" {
		st.look.color = hidden
	}
	for _, name := range []string{"text-line-through-style", "text-line-through-type"} {
		if line, ok := r.attr(styleSpace, name); ok {
			if st.look.struck = yes; string(line) == "none" {
				st.look.struck = no
				break
			}
		}
	}
	position, ok := r.attr(styleSpace, "text-position")
	if !ok {
		return
	}
	st.look.placed = true
	switch first, _, _ := strings.Cut(strings.TrimSpace(string(position)), " "); {
	case first == "super":
		st.look.script = workbook.Raised
	case first == "sub", strings.HasPrefix(first, "-"):
		st.look.script = workbook.Lowered
	case strings.Trim(first, "0%") != "":
		st.look.script = workbook.Raised
	}
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
	factor, _ := r.attr(numberSpace, "display-factor")
	commas := strings.Repeat(",", min(strings.Count(string(factor), "000"), 4)) // thousands that are divided away
	if general && !grouped && commas == "" && whole <= 1 && (!fixed || len(places) == 0) {
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
	return code + commas
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
