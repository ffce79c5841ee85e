package workbook

// Hue is a colour as people call it.
type Hue uint8

// The hues that people tell apart, in the order of a rainbow. NoHue is white, black and the usual
// colours of texts and grounds; SomeHue is one that nobody here can name.
const (
	NoHue Hue = iota
	SomeHue
	Grey
	Red
	Brown
	Orange
	Yellow
	Green
	Blue
	Purple
	Pink
)

// HueOf names a colour by its parts.
func HueOf(rgb uint32) Hue {
	r, g, b := int(rgb>>16&0xFF), int(rgb>>8&0xFF), int(rgb&0xFF)
	most, least := max(r, g, b), min(r, g, b)
	spread := most - least
	switch {
	case least >= 0xF8 || most <= 0x30:
		return NoHue
	case spread < 24:
		return Grey
	}
	turn := 0 // around the circle, in degrees
	switch most {
	case r:
		turn = (60*(g-b)/spread + 360) % 360
	case g:
		turn = 120 + 60*(b-r)/spread
	default:
		turn = 240 + 60*(r-g)/spread
	}
	switch {
	case turn < 15 || turn >= 345:
		if least > 150 {
			return Pink
		}
		return Red
	case turn < 43:
		if most < 0xC0 {
			return Brown
		}
		return Orange
	case turn < 70:
		return Yellow
	case turn < 165:
		return Green
	case turn < 260:
		return Blue
	case turn < 300:
		return Purple
	}
	return Pink
}

// Painted is the style of a cell with a ground and a text of some hues.
func (s *Style) Painted(fill, ink Hue) *Style {
	if s.Fill == fill && s.Ink == ink {
		return s
	}
	other := *s
	other.Fill, other.Ink = fill, ink
	return &other
}
