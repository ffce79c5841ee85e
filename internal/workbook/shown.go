package workbook

import (
	"strconv"
	"strings"

	"baocao/internal/quantity"
)

// Shown is what a spreadsheet shows of a number.
type Shown struct {
	Text  string          // as in Vietnam, "10.500 triệu đồng"; "" shows nothing
	Value quantity.Number // what the digits stand for, before rounding: the number in steps of the format
	Round quantity.Number // the same as rounded in the display
	Scale int             // powers of ten by which the format divides; -2 for a percentage
	Words string          // what the format writes around the digits, "triệu đồng"

	NoSign  bool // a negative number shown like a positive one
	Literal bool // the format shows words and none of the digits
}

// maxFormat bounds a format code, in bytes; Excel itself allows 255 characters.
const maxFormat = 3 * 255

// Scaled is the number of a cell as its format shows it, where that divides it: 2.500 for
// 2500000 under "#,##0,". Other formats leave it as it is.
func Scaled(c *Cell) quantity.Number {
	if c.Style == nil || !mayScale(c.Style.NumFmt) {
		return c.Number
	}
	if shown, ok := Show(c); ok && shown.Scale > 0 {
		return shown.Value
	}
	return c.Number
}

// IsGeneral: the cell's format shows a number as it is.
func (c *Cell) IsGeneral() bool {
	if c.Style == nil {
		return false
	}
	code := c.Style.NumFmt
	return code == "" || code == "@" || strings.EqualFold(code, "General")
}

// mayScale: a comma of the format stands before no digit, which those between thousands do.
func mayScale(code string) bool {
	for rest := code; ; {
		_, after, ok := strings.Cut(rest, ",")
		if !ok {
			return false
		}
		if after == "" || !strings.ContainsRune("0#?", rune(after[0])) {
			return true
		}
		rest = after
	}
}

// Show tells what a number's cell shows; ok is false for what is no number, for
// dates and for formats that are not understood.
func Show(c *Cell) (s Shown, ok bool) {
	if c.Kind != Number || c.Style == nil || c.Style.IsDate {
		return s, false
	}
	s.Value, s.Round = c.Number, c.Number
	code := c.Style.NumFmt
	if c.IsGeneral() {
		s.Text = c.Number.Exact()
		return s, true
	}
	if len(code) > maxFormat {
		return outOfBounds(c), true
	}
	section, explicit, ok := sectionFor(code, c.Number)
	if !ok {
		return s, false
	}
	f, ok := parseSection(section)
	if !ok {
		return s, false
	}
	if f.white { // on paper it is not there
		return s, true
	}
	if f.general {
		sign := ""
		if c.Number.Sign() < 0 {
			if sign = "-"; explicit {
				sign, s.NoSign = "", !f.marksSign()
			}
		}
		s.Words = words(f.before + " " + f.after)
		s.Text = strings.TrimSpace(sign + f.before + c.Number.Abs().Exact() + f.after)
		return s, true
	}
	s.Scale = 3*f.commas - 2*f.percents
	if s.Scale < -maxScale || s.Scale > maxScale {
		return outOfBounds(c), true
	}
	s.Value = shift(c.Number, -s.Scale)
	if !f.digits {
		s.Text = strings.TrimSpace(f.before + f.after)
		s.Literal = s.Text != "" && s.Text != "-"
		return s, true
	}
	s.Round = s.Value.Round(f.least + f.most)
	digits := s.Round.Abs().Table(f.least + f.most)
	if !f.grouped {
		digits = strings.ReplaceAll(digits, ".", "")
	}
	if f.most > 0 {
		whole, rest, _ := strings.Cut(digits, ",")
		kept := strings.TrimRight(rest, "0")
		kept += strings.Repeat("0", max(f.least-len(kept), 0))
		if digits = whole; kept != "" {
			digits += "," + kept
		}
	}
	if f.whole == 0 && s.Round.Abs().Cmp(quantity.Int(1)) < 0 {
		digits = strings.TrimPrefix(digits, "0") // "#" shows no zero
	}
	digits = f.padded(digits)
	sign := ""
	if c.Number.Sign() < 0 && s.Round.Sign() != 0 {
		switch {
		case !explicit:
			sign = "-"
		case !f.marksSign():
			s.NoSign = true
		}
	}
	s.Words = words(f.before + " " + f.after)
	if s.Words == "" && f.percents == 0 && strings.Contains(f.before+f.after, "%") {
		s.Words = "%" // in quotes: 92 shown as 92%
	}
	if digits == "" && s.Words == "" {
		if around := strings.TrimSpace(f.before + f.after); around == "-" { // an accountant's zero
			s.Text = around
		}
		return s, true
	}
	s.Text = strings.TrimSpace(sign + f.before + digits + f.after)
	return s, true
}

// maxScale bounds the powers of ten that a format divides or multiplies by.
const maxScale = 30

// outOfBounds is what is said of a format that no office makes: that it does not
// show the number.
func outOfBounds(c *Cell) Shown {
	return Shown{Text: "…", Value: c.Number, Round: c.Number, Literal: true}
}

// words are the letters and currency signs that a format adds to the digits.
func words(literal string) string {
	return strings.Trim(literal, " \u00a0-−+()[]:;,./%*=_\t\n")
}

// shift multiplies by a power of ten.
func shift(n quantity.Number, places int) quantity.Number {
	ten := quantity.Int(10)
	for ; places > 0; places-- {
		n = n.Mul(ten)
	}
	for ; places < 0; places++ {
		n, _ = n.Quo(ten)
	}
	return n
}

// sectionFor is the part of a format code that a number is shown by; explicit
// tells that it is one for negative numbers, which then writes the sign itself.
func sectionFor(code string, n quantity.Number) (section string, explicit, ok bool) {
	all := splitSections(code)
	var conditions []condition
	for i := range all {
		c, given, ok := conditionOf(all[i])
		if !ok {
			return "", false, false
		}
		if given {
			conditions = append(conditions, condition{c.sign, c.bound, i})
		}
	}
	if len(conditions) > 0 {
		for _, c := range conditions {
			if c.holds(n) {
				// The sign is left to the format where only negative numbers come here.
				return all[c.section], c.sign[0] == '<' && c.bound.Sign() <= 0, true
			}
		}
		for i := range all {
			if i < 3 && !conditional(conditions, i) {
				return all[i], false, true
			}
		}
		return "", false, false
	}
	if len(all) > 1 && strings.Contains(all[len(all)-1], "@") {
		all = all[:len(all)-1] // the section of texts
	}
	switch {
	case len(all) > 1 && n.Sign() < 0:
		return all[1], true, true
	case len(all) > 2 && n.Sign() == 0:
		return all[2], false, true
	}
	return all[0], false, true
}

type condition struct {
	sign    string
	bound   quantity.Number
	section int
}

func conditional(all []condition, section int) bool {
	for _, c := range all {
		if c.section == section {
			return true
		}
	}
	return false
}

func (c condition) holds(n quantity.Number) bool {
	switch d := n.Cmp(c.bound); c.sign {
	case "<":
		return d < 0
	case "<=":
		return d <= 0
	case ">":
		return d > 0
	case ">=":
		return d >= 0
	case "=":
		return d == 0
	default:
		return d != 0
	}
}

// conditionOf reads "[>=1000]" of a section.
func conditionOf(section string) (c condition, given, ok bool) {
	for i := 0; i < len(section); i++ {
		switch section[i] {
		case '"':
			i += max(strings.IndexByte(section[i+1:], '"'), 0) + 1
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(section[i:], ']')
			if end < 0 {
				return c, false, false
			}
			inner := section[i+1 : i+end]
			if inner != "" && strings.ContainsRune("<>=", rune(inner[0])) {
				bound := strings.TrimLeft(inner, "<>=")
				n, err := quantity.Parse(strings.TrimSpace(bound))
				return condition{sign: inner[:len(inner)-len(bound)], bound: n}, true, err == nil
			}
			i += end
		}
	}
	return c, false, true
}

// splitSections cuts a format code at its semicolons.
func splitSections(code string) []string {
	var all []string
	from := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			}
		case '\\', '_', '*':
			i++
		case ';':
			all = append(all, code[from:i])
			from = i + 1
		}
	}
	return append(all, code[from:])
}

// section is one part of a format code.
type section struct {
	before, after    string // literal text around the digits
	whole            int    // digits shown of the whole part at least
	least, most      int    // decimals shown always, and where they are not zero
	grouped          bool
	commas, percents int
	digits, general  bool
	white            bool // written in white
}

// marksSign: what stands around the digits says that the number is negative.
func (f *section) marksSign() bool {
	return strings.ContainsAny(f.before, "-−(") || strings.Contains(f.after, "-")
}

// padded has as many digits before the comma as the format wants at least.
func (f *section) padded(digits string) string {
	whole, decimals, marked := strings.Cut(digits, ",")
	plain := strings.ReplaceAll(whole, ".", "")
	if len(plain) >= f.whole {
		return digits
	}
	plain = strings.Repeat("0", f.whole-len(plain)) + plain
	if f.grouped {
		for at := len(plain) - 3; at > 0; at -= 3 {
			plain = plain[:at] + "." + plain[at:]
		}
	}
	if marked {
		plain += "," + decimals
	}
	return plain
}

// parseSection reads a section for numbers; ok is false for fractions and
// exponents, whose display is another number's writing.
func parseSection(code string) (f section, ok bool) {
	var literal strings.Builder
	flush := func() {
		if f.digits || f.general {
			f.after += literal.String()
		} else {
			f.before += literal.String()
		}
		literal.Reset()
	}
	point, commas := false, 0
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return f, false
			}
			literal.WriteString(code[i+1 : i+1+end])
			i += end + 1
		case '\\':
			r := firstRune(code[i+1:])
			literal.WriteString(r)
			i += len(r)
		case '_', '*': // a blank as wide as a sign; a sign that fills the cell
			if c == '_' {
				literal.WriteByte(' ')
			}
			i += len(firstRune(code[i+1:]))
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return f, false
			}
			switch inner := code[i+1 : i+end]; {
			case strings.HasPrefix(inner, "$"):
				currency, _, _ := strings.Cut(inner[1:], "-")
				literal.WriteString(currency)
			case strings.EqualFold(inner, "White"), strings.EqualFold(inner, "Color2"):
				f.white = true
			}
			i += end
		case '0', '#', '?':
			flush()
			if f.after != "" { // digits, words, digits: "0 tỷ 000"
				return f, false
			}
			if f.digits && commas > 0 {
				f.grouped = true
			}
			commas = 0
			f.digits = true
			switch {
			case !point && c == '0':
				f.whole++
			case point && c == '0':
				f.least, f.most = f.least+1+f.most, 0
			case point:
				f.most++
			}
		case ',':
			if f.digits {
				commas++
			} else {
				literal.WriteByte(c)
			}
		case '.':
			if point || !f.digits && literal.Len() > 0 && !strings.HasPrefix(code[i+1:], "0") {
				literal.WriteByte(c)
				continue
			}
			f.commas += commas
			commas, point = 0, true
		case '%':
			f.percents++
			literal.WriteByte(c)
		case '/', 'E', 'e':
			if f.digits && (c != '/' || strings.IndexAny(code[i+1:], "0?#123456789") == 0) {
				return f, false
			}
			literal.WriteByte(c)
		case 'G', 'g':
			if len(code) >= i+7 && strings.EqualFold(code[i:i+7], "General") {
				flush()
				f.general = true
				i += 6
				continue
			}
			literal.WriteByte(c)
		case '@':
			flush()
			f.general = true
		default:
			literal.WriteByte(c)
		}
	}
	flush()
	f.commas += commas
	return f, true
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

// Scaled is the shown value as its format code divides it, in words: "1.000.000".
func (s Shown) Scaled() string {
	if s.Scale <= 0 {
		return ""
	}
	n, err := quantity.Parse("1" + strings.Repeat("0", s.Scale))
	if err != nil {
		return "10^" + strconv.Itoa(s.Scale)
	}
	return n.Exact()
}
