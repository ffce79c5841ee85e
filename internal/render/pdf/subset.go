package pdf

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// outlines are the parts of a TrueType face that a subset is made of. Nothing of it is
// copied, nor written to.
type outlines struct {
	head, hhea, maxp []byte
	metrics, glyphs  []byte // tables hmtx and glyf
	offsets          []byte // table loca
	long             bool   // of four bytes each
	measured         int    // glyphs with an advance of their own in metrics

	box                        [4]int // around all letters, in thousandths of the size
	ascent, descent, capHeight int
	italic                     float64 // angle
}

var errFace = errors.New("not the TrueType face that is expected")

// readOutlines finds the parts of a face.
func readOutlines(data []byte) (*outlines, error) {
	table := func(tag string, least int) ([]byte, error) {
		for at := 12; at+16 <= len(data); at += 16 {
			if string(data[at:at+4]) != tag {
				continue
			}
			from, size := int(be32(data[at+8:])), int(be32(data[at+12:]))
			if size < least || from+size > len(data) {
				break
			}
			return data[from : from+size], nil
		}
		return nil, errFace
	}
	o := &outlines{}
	var os2, post []byte
	for _, t := range []struct {
		to    *[]byte
		tag   string
		least int
	}{
		{&o.head, "head", 54}, {&o.hhea, "hhea", 36}, {&o.maxp, "maxp", 6}, {&o.metrics, "hmtx", 4},
		{&o.glyphs, "glyf", 1}, {&o.offsets, "loca", 4}, {&os2, "OS/2", 90}, {&post, "post", 8},
	} {
		var err error
		if *t.to, err = table(t.tag, t.least); err != nil {
			return nil, err
		}
	}
	o.long = be16(o.head[50:]) != 0
	o.measured = int(be16(o.hhea[34:]))
	upm := int(be16(o.head[18:]))
	if upm == 0 || o.measured == 0 || len(o.metrics) < 4*o.measured {
		return nil, errFace
	}
	scaled := func(b []byte) int { return int(int16(be16(b))) * 1000 / upm }
	for i := range o.box {
		o.box[i] = scaled(o.head[36+2*i:])
	}
	o.ascent, o.descent, o.capHeight = scaled(o.hhea[4:]), scaled(o.hhea[6:]), scaled(os2[88:])
	o.italic = float64(int32(be32(post[4:]))) / 65536
	return o, nil
}

func be16(b []byte) uint16 { return binary.BigEndian.Uint16(b) }
func be32(b []byte) uint32 { return binary.BigEndian.Uint32(b) }

// glyph is the outline of a glyph; nothing of a space.
func (o *outlines) glyph(g uint16) ([]byte, error) {
	at := func(i int) (int, error) {
		switch {
		case o.long && 4*i+4 <= len(o.offsets):
			return int(be32(o.offsets[4*i:])), nil
		case !o.long && 2*i+2 <= len(o.offsets):
			return 2 * int(be16(o.offsets[2*i:])), nil
		}
		return 0, errFace
	}
	from, err := at(int(g))
	if err != nil {
		return nil, err
	}
	to, err := at(int(g) + 1)
	if err != nil || from > to || to > len(o.glyphs) {
		return nil, errFace
	}
	return o.glyphs[from:to], nil
}

// What the parts of a composite glyph say of themselves.
const (
	wordArguments   = 0x1
	hasScale        = 0x8
	moreComponents  = 0x20
	hasTwoScales    = 0x40
	hasMatrix       = 0x80
	hasInstructions = 0x100
)

// subset is a face with these glyphs alone, in their order, behind the one for what is
// missing. Its instructions for coarse screens are left out.
func (o *outlines) subset(wanted []uint16) ([]byte, error) {
	all := append([]uint16{0}, wanted...)
	place := map[uint16]uint16{} // of the parts of composite glyphs
	var glyphs, metrics []byte
	offsets := []byte{0, 0, 0, 0}
	for i := 0; i < len(all); i++ { // all grows by the parts
		outline, err := o.glyph(all[i])
		if err != nil {
			return nil, err
		}
		if glyphs, err = appendGlyph(glyphs, outline, func(part uint16) uint16 {
			if place[part] == 0 {
				place[part] = uint16(len(all))
				all = append(all, part)
			}
			return place[part]
		}); err != nil {
			return nil, err
		}
		offsets = binary.BigEndian.AppendUint32(offsets, uint32(len(glyphs)))
		m := min(int(all[i]), o.measured-1)
		metrics = append(metrics, o.metrics[4*m:4*m+4]...)
	}
	head, hhea, maxp := clone(o.head), clone(o.hhea), clone(o.maxp)
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1) // offsets of four bytes
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(all)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(all)))
	return trueType([]part{{"glyf", glyphs}, {"head", head}, {"hhea", hhea}, {"hmtx", metrics}, {"loca", offsets},
		{"maxp", maxp}}), nil
}

func clone(b []byte) []byte { return append([]byte(nil), b...) }

// appendGlyph adds an outline without its instructions. Parts get the places that
// place says.
func appendGlyph(out, outline []byte, place func(uint16) uint16) ([]byte, error) {
	if len(outline) == 0 {
		return out, nil
	}
	if len(outline) < 10 {
		return nil, errFace
	}
	if contours := int(int16(be16(outline))); contours >= 0 {
		at := 10 + 2*contours // the length of the instructions
		if len(outline) < at+2 || len(outline) < at+2+int(be16(outline[at:])) {
			return nil, errFace
		}
		out = append(out, outline[:at]...)
		out = append(out, 0, 0)
		out = append(out, outline[at+2+int(be16(outline[at:])):]...)
	} else {
		at, more := 10, true
		out = append(out, outline[:at]...)
		for more {
			if len(outline) < at+4 {
				return nil, errFace
			}
			flags := be16(outline[at:])
			size := 6
			if flags&wordArguments != 0 {
				size = 8
			}
			switch {
			case flags&hasScale != 0:
				size += 2
			case flags&hasTwoScales != 0:
				size += 4
			case flags&hasMatrix != 0:
				size += 8
			}
			if len(outline) < at+size {
				return nil, errFace
			}
			out = binary.BigEndian.AppendUint16(out, flags&^hasInstructions)
			out = binary.BigEndian.AppendUint16(out, place(be16(outline[at+2:])))
			out = append(out, outline[at+4:at+size]...)
			at, more = at+size, flags&moreComponents != 0
		}
	}
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	return out, nil
}

// part is a table of a TrueType file.
type part struct {
	tag  string
	data []byte
}

// trueType puts tables, in the order of their names, into a file.
func trueType(parts []part) []byte {
	n := len(parts)
	log := bits.Len(uint(n)) - 1
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := len(out) + 16*n
	head := 0
	for _, p := range parts {
		if p.tag == "head" {
			head = at
		}
		out = append(out, p.tag...)
		for _, v := range []uint32{checksum(p.data), uint32(at), uint32(len(p.data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += (len(p.data) + 3) &^ 3
	}
	for _, p := range parts {
		out = append(out, p.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += be32(b)
	}
	var rest [4]byte
	copy(rest[:], b)
	return sum + be32(rest[:])
}
