package xlsx

import (
	"strconv"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// readStyles reads the table of cell formats: of each its font, its number format
// and whether it hides the text. Equal formats share one workbook.Style.
func (r *reader) readStyles(part, theme string) ([]*workbook.Style, error) {
	data, err := r.Read(part)
	if err != nil {
		return nil, err
	}
	x, err := ooxml.NewScanner(part, data, r.Guard)
	if err != nil {
		return nil, err
	}
	if err := x.Root("styleSheet"); err != nil {
		return nil, err
	}
	type font struct {
		name   string
		color  color
		struck bool
	}
	type format struct {
		font, code     string
		struck, unseen bool
	}
	type xf struct{ font, code, fill int }
	codes := map[int]string{}
	var fonts []font
	var fills []color
	var xfs []xf
	number := func(name string) int {
		v, ok := x.Attr(name)
		if !ok {
			return 0
		}
		n, err := strconv.Atoi(string(v))
		if err != nil {
			return -1
		}
		return n
	}
	err = x.Children(func(name string) error {
		switch name {
		case "numFmts":
			return x.Children(func(string) error {
				codes[number("numFmtId")] = x.AttrText("formatCode")
				return nil
			})
		case "fonts":
			return x.Children(func(string) error {
				fonts = append(fonts, font{color: black})
				f := &fonts[len(fonts)-1]
				return x.Children(func(name string) error {
					switch name {
					case "name":
						f.name = x.AttrText("val")
					case "strike":
						f.struck = isOn(x)
					case "color":
						f.color = colorOf(x)
					}
					return nil
				})
			})
		case "fills":
			return x.Children(func(string) error {
				fills = append(fills, white)
				fill := &fills[len(fills)-1]
				return x.Children(func(name string) error {
					if name != "patternFill" {
						*fill = color{} // shades of several colours
						return nil
					}
					pattern := x.AttrText("patternType")
					switch pattern {
					case "", "none":
						return nil
					case "solid":
						*fill = black
					default:
						*fill = color{}
					}
					return x.Children(func(name string) error {
						if name == "fgColor" && pattern == "solid" {
							*fill = colorOf(x)
						}
						return nil
					})
				})
			})
		case "cellXfs":
			return x.Children(func(name string) error {
				if name == "xf" {
					xfs = append(xfs, xf{number("fontId"), number("numFmtId"), number("fillId")})
				}
				return nil
			})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	shared := map[format]*workbook.Style{}
	styles := make([]*workbook.Style, 0, max(len(xfs), 1))
	if len(xfs) == 0 {
		xfs = append(xfs, xf{})
	}
	palette := palette{reader: r, theme: theme}
	for _, f := range xfs {
		k := format{code: "General"}
		if f.font >= 0 && f.font < len(fonts) {
			font, ground := fonts[f.font], white
			if f.fill >= 0 && f.fill < len(fills) {
				ground = fills[f.fill]
			}
			k.font, k.struck = font.name, font.struck
			if k.unseen, err = palette.alike(font.color, ground); err != nil {
				return nil, err
			}
		}
		if code, ok := codes[f.code]; ok {
			k.code = code
		} else {
			k.code = workbook.BuiltinFormat(f.code)
		}
		s := shared[k]
		if s == nil {
			s = workbook.NewStyle(k.font, k.code).With(k.struck, k.unseen)
			shared[k] = s
		}
		styles = append(styles, s)
	}
	return styles, x.Finish()
}
