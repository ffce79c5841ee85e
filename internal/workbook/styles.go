package workbook

import (
	"strconv"
	"strings"
)

func newStyle(font, code string) *Style {
	return &Style{Font: font, NumFmt: code, IsPercent: isPercent(code), IsDate: isDate(code)}
}

// readStyles reads the table of cell formats: of each its font and its number
// format. Equal formats share one Style.
func (r *xlsxReader) readStyles(part string) ([]*Style, error) {
	data, err := r.archive.read(part)
	if err != nil {
		return nil, err
	}
	x, err := newLexer(part, data, r.lim, r.archive.guard)
	if err != nil {
		return nil, err
	}
	if err := x.root("styleSheet"); err != nil {
		return nil, err
	}
	type format struct{ font, code string }
	type xf struct{ font, code int }
	codes := map[int]string{}
	var fonts []string
	var xfs []xf
	number := func(name string) int {
		v, ok := x.attr(name)
		if !ok {
			return 0
		}
		n, err := strconv.Atoi(string(v))
		if err != nil {
			return -1
		}
		return n
	}
	err = x.children(func(name string) error {
		switch name {
		case "numFmts":
			return x.children(func(string) error {
				codes[number("numFmtId")] = x.attrText("formatCode")
				return nil
			})
		case "fonts":
			return x.children(func(string) error {
				fonts = append(fonts, "")
				return x.children(func(name string) error {
					if name == "name" {
						fonts[len(fonts)-1] = x.attrText("val")
					}
					return nil
				})
			})
		case "cellXfs":
			return x.children(func(name string) error {
				if name == "xf" {
					xfs = append(xfs, xf{number("fontId"), number("numFmtId")})
				}
				return nil
			})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	shared := map[format]*Style{}
	styles := make([]*Style, 0, max(len(xfs), 1))
	if len(xfs) == 0 {
		xfs = append(xfs, xf{})
	}
	for _, f := range xfs {
		k := format{code: "General"}
		if f.font >= 0 && f.font < len(fonts) {
			k.font = fonts[f.font]
		}
		if code, ok := codes[f.code]; ok {
			k.code = code
		} else if code, ok := builtinFormats[f.code]; ok {
			k.code = code
		} else if f.code >= 27 && f.code <= 36 || f.code >= 50 && f.code <= 58 {
			k.code = "dd/mm/yyyy" // dates whose look depends on an East Asian locale
		}
		s := shared[k]
		if s == nil {
			s = newStyle(k.font, k.code)
			shared[k] = s
		}
		styles = append(styles, s)
	}
	return styles, x.finish()
}

// builtinFormats are the formats a file names by number alone. Those that
// depend on the locale are written as in Vietnam.
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
