package pdf

import (
	"encoding/binary"
	"math"
)

// sRGB is the profile of the colours that screens and printers take for granted (ICC
// version 2), which an archived file has to bring along. The grey of a page is read
// through it too.
func sRGB() []byte {
	be := binary.BigEndian
	fixed := func(v float64) uint32 { return uint32(int32(math.Round(v * 65536))) }
	xyz := func(x, y, z float64) []byte {
		b := append([]byte("XYZ "), 0, 0, 0, 0)
		for _, v := range []float64{x, y, z} {
			b = be.AppendUint32(b, fixed(v))
		}
		return b
	}
	const label = "sRGB IEC61966-2.1"
	desc := append([]byte("desc"), 0, 0, 0, 0)
	desc = be.AppendUint32(desc, uint32(len(label)+1))
	desc = append(append(desc, label...), 0)
	desc = append(desc, make([]byte, 4+4+2+1+67)...) // no names in other scripts
	const points = 1024
	curve := append([]byte("curv"), 0, 0, 0, 0)
	curve = be.AppendUint32(curve, points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = be.AppendUint16(curve, uint16(math.Round(v*65535)))
	}
	type tag struct {
		name string
		data []byte
	}
	tags := []tag{
		{"desc", desc},
		{"cprt", append(append([]byte("text"), 0, 0, 0, 0), "No copyright\x00"...)},
		{"wtpt", xyz(0.95045, 1, 1.08905)},
		// Adapted to the white of paper, D50.
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // the same
	}
	out := make([]byte, 128+4+12*len(tags))
	be.PutUint32(out[128:], uint32(len(tags)))
	from, size := 0, 0
	for i, t := range tags {
		if t.data != nil {
			from, size = len(out), len(t.data)
			out = append(out, t.data...)
			out = append(out, make([]byte, -len(out)&3)...)
		}
		entry := out[132+12*i:]
		copy(entry, t.name)
		be.PutUint32(entry[4:], uint32(from))
		be.PutUint32(entry[8:], uint32(size))
	}
	be.PutUint32(out, uint32(len(out)))
	be.PutUint32(out[8:], 0x02100000)
	copy(out[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2000, 1, 1} { // a date it has to have
		be.PutUint16(out[24+2*i:], v)
	}
	copy(out[36:], "acsp")
	copy(out[68:], xyz(0.9642, 1, 0.82491)[8:])
	return out
}
