package workbook

// OldColor is a colour that files name by number, where they have no palette of their
// own; ok is false for one that is not known.
func OldColor(n int) (rgb uint32, ok bool) {
	switch {
	case n >= 0 && n < len(oldPalette):
		return oldPalette[n], true
	case n == 64: // of text on the screen
		return 0, true
	case n == 65: // of the screen
		return 0xFFFFFF, true
	}
	return 0, false
}

// oldPalette has the first eight colours twice.
var oldPalette = [64]uint32{
	0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
	0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
	0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
	0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
	0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
	0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
	0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
	0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
}

// Color is one by its parts; Known is false for one that a theme tints or that has no parts.
type Color struct {
	RGB   uint32
	Known bool
}

// Hue is what people call the colour.
func (c Color) Hue() Hue {
	if !c.Known {
		return SomeHue
	}
	return HueOf(c.RGB)
}

// Alike: nobody can tell text of the one colour from a ground of the other.
func (c Color) Alike(ground Color) bool { return c.Known && ground.Known && Alike(c.RGB, ground.RGB) }

// Alike: nobody can tell text of one colour from a ground of the other.
func Alike(a, b uint32) bool {
	for shift := 0; shift < 24; shift += 8 {
		if d := int(a>>shift&0xFF) - int(b>>shift&0xFF); d > 6 || d < -6 {
			return false
		}
	}
	return true
}
