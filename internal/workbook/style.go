package workbook

import "strings"

// NewStyle is the style of a font and a format code.
func NewStyle(font, code string) *Style {
	return &Style{Font: font, NumFmt: code, IsPercent: isPercent(code), IsDate: isDate(code)}
}

// With is the style of a cell that is crossed out, or not to be seen on its ground.
func (s *Style) With(struck, unseen bool) *Style {
	if s.Struck == struck && s.Unseen == unseen {
		return s
	}
	other := *s
	other.Struck, other.Unseen = struck, unseen
	return &other
}

// Placed is the style of a cell whose content stands at a place on its line.
func (s *Style) Placed(script Script) *Style {
	if s.Script == script {
		return s
	}
	other := *s
	other.Script = script
	return &other
}

// Losing is the style of a cell whose format the file does not have.
func (s *Style) Losing() *Style {
	other := *s
	other.Lost = true
	return &other
}

// BuiltinFormat is the code of a format that a file names by number alone.
func BuiltinFormat(n int) string {
	if code, ok := builtinFormats[n]; ok {
		return code
	}
	if n >= 27 && n <= 36 || n >= 50 && n <= 58 {
		return "dd/mm/yyyy" // dates whose look depends on an East Asian locale
	}
	return "General"
}

// builtinFormats are the formats a file names by number alone. Those that depend
// on the locale are written as in Vietnam.
var builtinFormats = map[int]string{
	0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
	5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00;-#,##0.00", 8: "#,##0.00;-#,##0.00",
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
	20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
	37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
	41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00",
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}

func isPercent(code string) bool { return formatHas(code, "%", false) }

func isDate(code string) bool {
	return !strings.EqualFold(code, "General") && formatHas(code, "dmyhsDMYHS", true)
}

// formatHas tells whether a format code uses one of the signs outside quotes,
// escapes, fill and width signs and brackets; elapsed adds bracketed hours,
// minutes and seconds ("[h]").
func formatHas(code, signs string, elapsed bool) bool {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return false
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return false
			}
			if inner := code[i+1 : i+end]; elapsed && inner != "" && strings.Trim(inner, "hmsHMS") == "" {
				return true
			}
			i += end
		default:
			if strings.IndexByte(signs, c) >= 0 {
				return true
			}
		}
	}
	return false
}

// NamedFormat is the code of a format that a file calls by a name, as web pages and
// XML of Excel do; what is no name is a code already.
func NamedFormat(name string) string {
	if code, ok := namedFormats[strings.ToLower(name)]; ok {
		return code
	}
	return name
}

var namedFormats = map[string]string{
	"general": "General", "general number": "General", "fixed": "0.00", "standard": "#,##0.00", "percent": "0.00%",
	"scientific": "0.00E+00", "currency": "#,##0.00", "euro currency": "#,##0.00 [$€]",
	"general date": "dd/mm/yyyy h:mm", "long date": "dd mmmm yyyy", "medium date": "d-mmm-yy",
	"short date": "dd/mm/yyyy", "long time": "h:mm:ss AM/PM", "medium time": "h:mm AM/PM", "short time": "h:mm",
	"yes/no": `"Yes";"Yes";"No"`, "true/false": `"True";"True";"False"`, "on/off": `"On";"On";"Off"`,
}
