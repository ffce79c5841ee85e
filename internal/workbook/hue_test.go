package workbook

import "testing"

func TestHues(t *testing.T) {
	for rgb, want := range map[uint32]Hue{
		0xFFFFFF: NoHue, 0x000000: NoHue, 0xD9D9D9: Grey, 0x808080: Grey, 0xFF0000: Red, 0xC00000: Red,
		0xFFC7CE: Pink,
		0xFFFF00: Yellow, 0xFFF2CC: Yellow, 0xFFC000: Yellow, 0xFF9900: Orange, 0xFCE4D6: Orange, 0x833C0B: Brown,
		0x92D050: Green, 0xC6EFCE: Green, 0x00B050: Green, 0x00B0F0: Blue, 0xDDEBF7: Blue, 0x7030A0: Purple,
		0xFF00FF: Pink,
	} {
		if got := HueOf(rgb); got != want {
			t.Errorf("%06X is %d, want %d", rgb, got, want)
		}
	}
}

func TestAColourThatIsNotKnown(t *testing.T) {
	red, other := Color{0xFF0000, true}, Color{0xFF0000, false}
	if red.Hue() != Red || other.Hue() != SomeHue {
		t.Errorf("%v, %v", red.Hue(), other.Hue())
	}
	if !red.Alike(red) || red.Alike(other) || other.Alike(other) {
		t.Error("a colour that is not known is alike none")
	}
}
