package xlsx

import (
	"strconv"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// color is a colour as the file names it: by its parts, by a place in the theme or
// in the old palette; the zero value is one that is not known.
type color struct {
	kind  colorKind
	value uint32
	tint  string // how much lighter or darker a theme's colour is made
}

type colorKind uint8

const (
	unknown colorKind = iota
	rgb
	ofTheme
	ofPalette
)

var (
	black = color{kind: rgb}
	white = color{kind: rgb, value: 0xFFFFFF}
)

// colorOf reads the element of a colour just started.
func colorOf(x *ooxml.Scanner) color {
	c := color{tint: x.AttrText("tint")}
	if f, err := strconv.ParseFloat(c.tint, 64); err == nil && f == 0 {
		c.tint = ""
	}
	number := func(name string, base int) (uint32, bool) {
		n, err := strconv.ParseUint(x.AttrText(name), base, 32)
		return uint32(n), err == nil
	}
	var ok bool
	if c.value, ok = number("rgb", 16); ok {
		c.kind, c.value = rgb, c.value&0xFFFFFF
		return c
	}
	if c.value, ok = number("theme", 10); ok {
		c.kind = ofTheme
		return c
	}
	if c.value, ok = number("indexed", 10); ok {
		c.kind = ofPalette
		return c
	}
	if x.AttrTrue("auto") {
		return black
	}
	return color{}
}

// palette tells colours apart. The theme is read when a colour needs it.
type palette struct {
	*reader
	theme   string // its part
	colors  []uint32
	read    bool
	indexed []uint32 // the workbook's own old palette; nil for the usual one
}

// alike tells whether two colours are clearly the same.
func (p *palette) alike(a, b color) (bool, error) {
	if a == b {
		return a.kind != unknown, nil
	}
	if a == black && b == white { // nearly all cells
		return false, nil
	}
	x, ok1, err := p.rgb(a)
	if err != nil {
		return false, err
	}
	y, ok2, err := p.rgb(b)
	return ok1 && ok2 && workbook.Alike(x, y), err
}

// hue is what people call a colour.
func (p *palette) hue(c color) (workbook.Hue, error) {
	if c == black || c == white {
		return workbook.NoHue, nil
	}
	value, ok, err := p.rgb(c)
	if !ok {
		return workbook.SomeHue, err
	}
	return workbook.HueOf(value), err
}

// rgb are the parts of a colour; ok is false where they are not known.
func (p *palette) rgb(c color) (value uint32, ok bool, err error) {
	switch c.kind {
	case unknown:
		return 0, false, nil
	case rgb:
		value = c.value
	case ofPalette:
		var known bool
		if value, known = workbook.OldColor(int(c.value)); int(c.value) < len(p.indexed) {
			value, known = p.indexed[c.value], true
		}
		if !known {
			return 0, false, nil
		}
	case ofTheme:
		switch c.value {
		case 0:
			value = 0xFFFFFF
		case 1:
			value = 0
		}
		if c.tint != "" || c.value > 1 {
			if err := p.readTheme(); err != nil {
				return 0, false, err
			}
		}
		if int(c.value) < len(p.colors) {
			value = p.colors[c.value]
		} else if c.value > 1 {
			return 0, false, nil
		}
	}
	if c.tint == "" {
		return value, true, nil
	}
	return tinted(value, c.tint)
}

// tinted makes a colour lighter or darker, as its lightness goes: the distance of
// its parts from the middle of them shrinks with the room that is left.
func tinted(value uint32, tint string) (uint32, bool, error) {
	f, err := strconv.ParseFloat(tint, 64)
	if err != nil || f < -1 || f > 1 {
		return 0, false, nil
	}
	permille := int(f * 1000)
	parts := [3]int{int(value >> 16 & 0xFF), int(value >> 8 & 0xFF), int(value & 0xFF)}
	sum := max(parts[0], parts[1], parts[2]) + min(parts[0], parts[1], parts[2]) // twice the lightness
	room := func(sum int) int { return 255 - max(sum-255, 255-sum) }
	made := sum * (1000 + permille) / 1000
	if permille > 0 {
		made = sum + (510-sum)*permille/1000
	}
	var out uint32
	for _, part := range parts {
		distance := 2*part - sum
		if before := room(sum); before > 0 {
			distance = distance * room(made) / before
		}
		out = out<<8 | uint32(min(max((made+distance+1)/2, 0), 255))
	}
	return out, true, nil
}

// themeOrder is how cells count the colours of a theme: the file has those of text
// before those of the ground.
var themeOrder = [...]int{1, 0, 3, 2}

func (p *palette) readTheme() error {
	if p.read || p.theme == "" || !p.Has(p.theme) {
		return nil
	}
	p.read = true
	data, err := p.Read(p.theme)
	if err != nil {
		return err
	}
	defer p.Guard.Release(len(data))
	x, err := ooxml.NewScanner(p.theme, data, p.Guard)
	if err != nil {
		return err
	}
	if err := x.Root("theme"); err != nil {
		return err
	}
	var inFile []uint32
	err = x.Children(func(name string) error {
		if name != "themeElements" {
			return nil
		}
		return x.Children(func(name string) error {
			if name != "clrScheme" {
				return nil
			}
			return x.Children(func(string) error {
				inFile = append(inFile, 0)
				return x.Children(func(string) error {
					text := x.AttrText("lastClr")
					if text == "" {
						text = x.AttrText("val")
					}
					if n, err := strconv.ParseUint(strings.TrimPrefix(text, "#"), 16, 32); err == nil {
						inFile[len(inFile)-1] = uint32(n) & 0xFFFFFF
					}
					return nil
				})
			})
		})
	})
	if err != nil {
		return err
	}
	for i := range inFile {
		if len(inFile) >= len(themeOrder) && i < len(themeOrder) {
			p.colors = append(p.colors, inFile[themeOrder[i]])
		} else {
			p.colors = append(p.colors, inFile[i])
		}
	}
	return nil
}
