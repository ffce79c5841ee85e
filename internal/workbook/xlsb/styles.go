package xlsb

import "baocao/internal/workbook"

// font is one of the table of fonts.
type font struct {
	name   string
	color  color
	struck bool
	script workbook.Script
}

// color is one that the file names by its parts, or does not tell.
type color = workbook.Color

var (
	black = color{RGB: 0, Known: true}
	white = color{RGB: 0xFFFFFF, Known: true}
)

// color reads one; that of "automatic" is given.
func (f *fields) color(automatic color) color {
	kind, index, tint := f.u8()>>1, int(f.u8()), f.u16()
	parts := f.bytes(4)
	switch {
	case parts == nil:
		return color{}
	case kind == 0:
		return automatic
	case tint != 0:
		return color{}
	case kind == 1:
		rgb, known := workbook.OldColor(index)
		return color{RGB: rgb, Known: known}
	case kind == 2:
		return color{RGB: uint32(parts[0])<<16 | uint32(parts[1])<<8 | uint32(parts[2]), Known: true}
	case kind == 3 && index == 0:
		return white
	case kind == 3 && index == 1:
		return black
	}
	return color{}
}

// readStyles reads the table of cell formats. Equal ones share one style.
func (r *reader) readStyles(part string) error {
	x, err := r.records(part)
	if err != nil {
		return err
	}
	defer r.Guard.Release(len(x.data))
	type xf struct{ format, font, fill int }
	codes := map[int]string{}
	var fills []color
	var xfs []xf
	list := 0 // the one being read
	err = x.each(beginStyles, endStyles, func(f *fields) error {
		switch x.kind {
		case beginFonts, beginFills, beginXFs:
			list = x.kind
		case endFonts, endFills, endXFs:
			list = 0
		case overlayRecord:
			return r.overlay(*f)
		case formatRecord:
			n := f.u16()
			codes[n] = f.text()
			return r.Guard.Use(64 + len(codes[n]))
		case fontRecord:
			if list != beginFonts {
				return nil // of a rule that formats by value
			}
			f.u16()
			flags := f.u16()
			f.u16()
			look := font{struck: flags&8 != 0}
			switch f.u16() {
			case 1:
				look.script = workbook.Raised
			case 2:
				look.script = workbook.Lowered
			}
			f.bytes(4)
			look.color = f.color(black)
			f.u8()
			look.name = f.text()
			r.fonts = append(r.fonts, look)
			return r.Guard.Use(64 + len(look.name))
		case fillRecord:
			if list != beginFills {
				return nil
			}
			ground := color{}
			switch pattern := f.u32(); pattern {
			case 0:
				ground = white
			case 1:
				ground = f.color(black)
			}
			fills = append(fills, ground)
			return r.Guard.Use(8)
		case xfRecord:
			if list != beginXFs {
				return nil // of a named style
			}
			f.u16()
			xfs = append(xfs, xf{f.u16(), f.u16(), f.u16()})
			return r.Guard.Use(32)
		}
		return nil
	})
	if err != nil || len(xfs) == 0 {
		return err
	}
	shared := map[look]*workbook.Style{}
	r.styles, r.looks = nil, map[*workbook.Style]look{}
	for _, s := range xfs {
		l := look{code: "General", color: black, ground: white}
		if s.font < len(r.fonts) {
			f := &r.fonts[s.font]
			l.font, l.struck, l.script, l.color = f.name, f.struck, f.script, f.color
			if s.fill < len(fills) {
				l.ground = fills[s.fill]
			}
		}
		if code, ok := codes[s.format]; ok {
			l.code = code
		} else {
			l.code = workbook.BuiltinFormat(s.format)
		}
		if shared[l] == nil {
			shared[l] = l.style()
			r.looks[shared[l]] = l
			if err := r.Guard.Use(256); err != nil {
				return err
			}
		}
		r.styles = append(r.styles, shared[l])
	}
	return nil
}

// look is all that decides how a cell's value is seen.
type look struct {
	font, code    string
	color, ground color
	struck        bool
	script        workbook.Script
}

func (l look) style() *workbook.Style {
	return workbook.NewStyle(l.font, l.code).With(l.struck, l.color.Alike(l.ground)).Placed(l.script).
		Painted(l.ground.Hue(), l.color.Hue())
}
