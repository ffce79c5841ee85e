package xlsx

import (
	"strconv"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// readStyles reads the table of cell formats: of each its font, its number format
// and whether it hides the text. Equal looks share one workbook.Style.
func (r *reader) readStyles(part string) ([]*workbook.Style, error) {
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
	type xf struct {
		font, code, fill int
		spread           bool
	}
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
				code := x.AttrText("formatCode")
				codes[number("numFmtId")] = code
				return r.Guard.Use(64 + len(code))
			})
		case "fonts":
			return x.Children(func(string) error {
				f := font{color: black}
				if err := f.read(x); err != nil {
					return err
				}
				fonts = append(fonts, f)
				return r.Guard.Use(96 + len(f.name))
			})
		case "fills":
			return x.Children(func(string) error {
				fill := white
				if err := readFill(x, &fill, false); err != nil {
					return err
				}
				fills = append(fills, fill)
				return r.Guard.Use(64)
			})
		case "colors":
			return x.Children(func(name string) error {
				if name != "indexedColors" {
					return nil
				}
				return x.Children(func(string) error {
					r.palette.indexed = append(r.palette.indexed, colorOf(x).value)
					return nil
				})
			})
		case "dxfs":
			return x.Children(func(string) error {
				o, err := readOverlay(x)
				if err != nil {
					return err
				}
				r.overlays = append(r.overlays, o)
				return r.Guard.Use(overlayMemory + len(o.code))
			})
		case "cellXfs":
			return x.Children(func(name string) error {
				if name != "xf" {
					return nil
				}
				f := xf{font: number("fontId"), code: number("numFmtId"), fill: number("fillId")}
				err := x.Children(func(name string) error {
					if name == "alignment" {
						f.spread = x.AttrText("horizontal") == "centerContinuous"
					}
					return nil
				})
				if err != nil {
					return err
				}
				xfs = append(xfs, f)
				return r.Guard.Use(64)
			})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	styles := make([]*workbook.Style, 0, max(len(xfs), 1))
	if len(xfs) == 0 {
		xfs = append(xfs, xf{})
	}
	for _, f := range xfs {
		l := look{code: "General", font: font{color: black}, ground: white, spread: f.spread}
		if f.font >= 0 && f.font < len(fonts) {
			l.font = fonts[f.font]
			if f.fill >= 0 && f.fill < len(fills) {
				l.ground = fills[f.fill]
			}
		}
		if code, ok := codes[f.code]; ok {
			l.code = code
		} else {
			l.code = workbook.BuiltinFormat(f.code)
		}
		style, err := r.style(l)
		if err != nil {
			return nil, err
		}
		styles = append(styles, style)
	}
	return styles, x.Finish()
}

// font is what a font says about a text.
type font struct {
	name   string
	color  color
	struck bool
	script workbook.Script
}

func (f *font) read(x *ooxml.Scanner) error {
	return x.Children(func(name string) error {
		switch name {
		case "name":
			f.name = x.AttrText("val")
		case "strike":
			f.struck = isOn(x)
		case "vertAlign":
			f.script = scripts[x.AttrText("val")]
		case "color":
			f.color = colorOf(x)
		}
		return nil
	})
}

// readFill reads the colour of a ground. In a rule the colour of a plain ground
// stands where that of a pattern's ground does.
func readFill(x *ooxml.Scanner, fill *color, inRule bool) error {
	return x.Children(func(name string) error {
		if name != "patternFill" {
			*fill = color{} // shades of several colours
			return nil
		}
		pattern, plain := x.AttrText("patternType"), "fgColor"
		switch {
		case inRule && (pattern == "" || pattern == "solid"):
			plain = "bgColor"
		case pattern == "", pattern == "none":
			return nil
		case pattern == "solid":
			*fill = black
		default:
			*fill = color{}
			return x.Children(func(string) error { return nil })
		}
		return x.Children(func(name string) error {
			if name == plain {
				*fill = colorOf(x)
			}
			return nil
		})
	})
}

// look is all that decides how a cell's value is seen.
type look struct {
	font   font
	ground color
	code   string
	spread bool // a text is centred over the blank cells beside it
	lost   bool // the file does not have the format
}

// style is the style of a look, the same one for the same look.
func (r *reader) style(l look) (*workbook.Style, error) {
	if s := r.byLook[l]; s != nil {
		return s, nil
	}
	s, err := r.made(l)
	if err != nil {
		return nil, err
	}
	r.byLook[l], r.looks[s] = s, l
	if l.spread {
		if r.spreads == nil {
			r.spreads = map[*workbook.Style]bool{}
		}
		r.spreads[s] = true
	}
	return s, r.Guard.Use(256)
}

func (r *reader) made(l look) (*workbook.Style, error) {
	unseen, err := r.palette.alike(l.font.color, l.ground)
	if err != nil {
		return nil, err
	}
	s := workbook.NewStyle(l.font.name, l.code).With(l.font.struck, unseen).Placed(l.font.script)
	fill, err := r.palette.hue(l.ground)
	if err != nil {
		return nil, err
	}
	ink, err := r.palette.hue(l.font.color)
	if err != nil {
		return nil, err
	}
	if s = s.Painted(fill, ink); l.lost {
		s = s.Losing()
	}
	return s, nil
}
