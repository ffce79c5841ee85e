package xlsx

import (
	"strconv"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// readStyles reads the table of cell formats: of each its font and its number
// format. Equal formats share one workbook.Style.
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
	type format struct{ font, code string }
	type xf struct{ font, code int }
	codes := map[int]string{}
	var fonts []string
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
				fonts = append(fonts, "")
				return x.Children(func(name string) error {
					if name == "name" {
						fonts[len(fonts)-1] = x.AttrText("val")
					}
					return nil
				})
			})
		case "cellXfs":
			return x.Children(func(name string) error {
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
	shared := map[format]*workbook.Style{}
	styles := make([]*workbook.Style, 0, max(len(xfs), 1))
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
		} else {
			k.code = workbook.BuiltinFormat(f.code)
		}
		s := shared[k]
		if s == nil {
			s = workbook.NewStyle(k.font, k.code)
			shared[k] = s
		}
		styles = append(styles, s)
	}
	return styles, x.Finish()
}
