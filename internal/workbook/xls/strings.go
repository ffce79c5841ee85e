package xls

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"baocao/internal/workbook"
)

// pieces reads the fields of a record and of those that continue it. Once a
// field lies beyond the end, short is set and all that follows is zero.
type pieces struct {
	part  []byte
	rest  [][]byte
	short bool
}

func (p *pieces) size() int {
	n := len(p.part)
	for _, r := range p.rest {
		n += len(r)
	}
	return n
}

// more steps to the next piece where this one is used up.
func (p *pieces) more() bool {
	for len(p.part) == 0 && len(p.rest) > 0 {
		p.part, p.rest = p.rest[0], p.rest[1:]
	}
	return len(p.part) > 0
}

func (p *pieces) u8() byte {
	if len(p.part) == 0 && !p.more() {
		p.short = true
		return 0
	}
	b := p.part[0]
	p.part = p.part[1:]
	return b
}

func (p *pieces) u16() uint16 {
	if len(p.part) >= 2 {
		v := binary.LittleEndian.Uint16(p.part)
		p.part = p.part[2:]
		return v
	}
	return uint16(p.u8()) | uint16(p.u8())<<8
}

func (p *pieces) u32() uint32 { return uint32(p.u16()) | uint32(p.u16())<<16 }
func (p *pieces) u64() uint64 { return uint64(p.u32()) | uint64(p.u32())<<32 }

func (p *pieces) skip(n int) {
	for n > 0 {
		if !p.more() {
			p.short = true
			return
		}
		step := min(n, len(p.part))
		p.part = p.part[step:]
		n -= step
	}
}

// bytes returns the next n bytes.
func (p *pieces) bytes(n int) []byte {
	if n <= len(p.part) {
		b := p.part[:n]
		p.part = p.part[n:]
		return b
	}
	var b []byte
	for n > 0 && p.more() {
		step := min(n, len(p.part))
		b = append(b, p.part[:step]...)
		p.part = p.part[step:]
		n -= step
	}
	p.short = p.short || n > 0
	return b
}

// characters appends n characters, one byte each or two. Each piece after the
// first begins with a byte that says anew which.
func (p *pieces) characters(dst []uint16, n int, wide bool) []uint16 {
	for n > 0 {
		if len(p.part) == 0 {
			if !p.more() {
				p.short = true
				return dst
			}
			wide = p.u8()&1 != 0
			continue
		}
		if !wide {
			step := min(n, len(p.part))
			for _, c := range p.part[:step] {
				dst = append(dst, uint16(c))
			}
			p.part = p.part[step:]
			n -= step
			continue
		}
		step := min(n, len(p.part)/2)
		if step == 0 { // half a character
			p.short = true
			return dst
		}
		for i := range step {
			dst = append(dst, uint16(p.part[2*i])|uint16(p.part[2*i+1])<<8)
		}
		p.part = p.part[2*step:]
		n -= step
	}
	return dst
}

// mark says which font a text has from a position on.
type mark struct{ at, font int }

// wideText reads a text of BIFF8 of n characters, from its options on, into
// x.units and x.marks.
func (x *reader) wideText(p *pieces, n int) {
	x.units, x.marks = x.units[:0], x.marks[:0]
	if n == 0 && !p.more() {
		return // some programs leave out the options of no text
	}
	options := p.u8()
	runs, extra := 0, 0
	if options&8 != 0 {
		runs = int(p.u16())
	}
	if options&4 != 0 {
		extra = int(p.u32())
	}
	x.units = p.characters(x.units, n, options&1 != 0)
	for i := 0; i < runs && !p.short; i++ {
		x.marks = append(x.marks, mark{int(p.u16()), int(p.u16())})
	}
	p.skip(extra)
}

// shortText reads a text whose length is stored in one byte.
func (x *reader) shortText(p *pieces) string { return x.plainText(p, int(p.u8())) }

// longText reads a text whose length is stored in two bytes.
func (x *reader) longText(p *pieces) string { return x.plainText(p, int(p.u16())) }

// plainText reads a text without fonts, from what follows its length on.
func (x *reader) plainText(p *pieces, n int) string {
	if !x.biff8 {
		// A code page may keep a letter and its tone apart; names are one word.
		x.text = x.decode(x.text[:0], p.bytes(n), "")
		return norm.NFC.String(string(x.text))
	}
	x.wideText(p, n)
	x.text = appendUnits(x.text[:0], x.units)
	return string(x.text)
}

func appendUnits(dst []byte, units []uint16) []byte {
	for i := 0; i < len(units); i++ {
		u := rune(units[i])
		switch {
		case u < utf8.RuneSelf:
			dst = append(dst, byte(u))
			continue
		case utf16.IsSurrogate(u):
			low := rune(0)
			if i+1 < len(units) {
				low = rune(units[i+1])
			}
			if u = utf16.DecodeRune(u, low); u != utf8.RuneError {
				i++
			}
		}
		dst = utf8.AppendRune(dst, u)
	}
	return dst
}

// sharedString is a text that cells point to.
type sharedString struct {
	text string
	runs []workbook.Run
}

// richString builds a text of length n whose stretches between the marks the
// caller appends; boundary moves a mark away from where no text may be cut.
func (x *reader) richString(n int, boundary func(int) int, add func(from, to int, font string)) (sharedString, error) {
	x.text = x.text[:0]
	var runs []workbook.Run
	var ends []int
	from, as, unlike := 0, workbook.Run{}, false
	stretch := func(to int) {
		if to <= from {
			return
		}
		add(from, to, as.Font)
		if k := len(runs); k > 0 && runs[k-1] == as {
			ends[k-1] = len(x.text)
		} else {
			runs, ends = append(runs, as), append(ends, len(x.text))
		}
		unlike = unlike || as != workbook.Run{}
		from = to
	}
	for _, m := range x.marks {
		stretch(boundary(min(m.at, n)))
		f := x.font(m.font)
		as = workbook.Run{Font: f.name, Struck: f.struck, Script: f.script}
	}
	stretch(n)
	if len(x.text) > x.guard.MaxTextLen {
		return sharedString{}, workbook.TooMuch(workbook.LimitText, x.guard.MaxTextLen)
	}
	if !unlike {
		runs = nil
	}
	if err := x.guard.Use(len(x.text) + 40 + 32*len(runs)); err != nil {
		return sharedString{}, err
	}
	s := sharedString{text: string(x.text), runs: runs}
	at := 0
	for i := range runs {
		runs[i].Text = s.text[at:ends[i]]
		at = ends[i]
	}
	return s, nil
}

// wideString is the text that wideText read, in stretches of one font.
func (x *reader) wideString() (sharedString, error) {
	u := x.units
	return x.richString(len(u), func(at int) int {
		if at > 0 && at < len(u) && utf16.DecodeRune(rune(u[at-1]), rune(u[at])) != utf8.RuneError {
			return at + 1
		}
		return at
	}, func(from, to int, _ string) { x.text = appendUnits(x.text, u[from:to]) })
}

// byteString is a text of BIFF5 in stretches of one font, which may say how to
// read its bytes.
func (x *reader) byteString(b []byte, font string) (sharedString, error) {
	return x.richString(len(b), func(at int) int { return at }, func(from, to int, own string) {
		if own == "" {
			own = font
		}
		x.text = x.decode(x.text, b[from:to], own)
	})
}

// readSharedStrings reads the table of texts that cells point to. How many the
// table says it has is not relied upon: a cell that points beyond says so.
func (x *reader) readSharedStrings(p *pieces, at int) error {
	p.u32()
	count := p.u32()
	if p.short {
		return workbook.Malformed(x.part, at)
	}
	for i := uint32(0); i < count && p.more(); i++ {
		if i&0xFFF == 0 {
			if err := x.guard.Check(); err != nil {
				return err
			}
		}
		x.wideText(p, int(p.u16()))
		if p.short {
			return workbook.Malformed(x.part, at)
		}
		s, err := x.wideString()
		if err != nil {
			return err
		}
		x.strings = append(x.strings, s)
	}
	if p.more() {
		return workbook.Malformed(x.part, at) // texts of another length than they say
	}
	return nil
}

// highHalf is what the bytes 0x80-0xFF stand for.
type highHalf [128]rune

func (x *reader) decode(dst, b []byte, font string) []byte {
	high := x.codePage[0]
	legacy := isLegacyFont(font)
	if legacy {
		high = x.codePage[1]
	}
	for _, c := range b {
		if c < utf8.RuneSelf {
			dst = append(dst, c)
		} else {
			x.undecoded = x.undecoded || !legacy && x.unknownPage != 0
			dst = utf8.AppendRune(dst, high[c-0x80])
		}
	}
	return dst
}

// isLegacyFont tells the fonts whose glyphs are Vietnamese letters of an older
// encoding: the code page says nothing about text set in them.
func isLegacyFont(name string) bool {
	return len(name) >= 3 && strings.EqualFold(name[:3], ".vn") || len(name) >= 4 && strings.EqualFold(name[:4], "vni-")
}

func (x *reader) setCodePage(n int) {
	western := halfOf(charmap.Windows1252)
	x.codePage = [2]*highHalf{western, western}
	x.unknownPage = 0
	if letters, ok := macPages[n]; ok {
		x.codePage[0] = new(highHalf)
		copy(x.codePage[0][:], []rune(letters))
		x.codePage[1] = x.codePage[0]
		return
	}
	switch m := codePages[n]; {
	case m == nil && n != unicodePage:
		x.unknownPage = n
	case m != nil && n == 1258:
		x.codePage[0] = halfOf(m)
	case m != nil:
		x.codePage[0] = halfOf(m)
		x.codePage[1] = x.codePage[0]
	}
}

func halfOf(m *charmap.Charmap) *highHalf {
	var h highHalf
	for i := range h {
		c := byte(0x80 + i)
		if h[i] = m.DecodeByte(c); h[i] == utf8.RuneError {
			h[i] = rune(c)
		}
	}
	return &h
}

var codePages = map[int]*charmap.Charmap{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855,
	858: charmap.CodePage858, 860: charmap.CodePage860, 862: charmap.CodePage862, 863: charmap.CodePage863,
	865: charmap.CodePage865, 866: charmap.CodePage866, 874: charmap.Windows874,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
	1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
	367: charmap.Windows1252, 1252: charmap.Windows1252, 32769: charmap.Windows1252, 28591: charmap.Windows1252,
	10000: charmap.Macintosh, 10007: charmap.MacintoshCyrillic, 32768: charmap.Macintosh,
}

const unicodePage = 1200 // of BIFF8, whose texts say themselves what they are

// macPages are the upper halves of further code pages of the Macintosh, as Apple's
// tables of them have them.
var macPages = map[int]string{
	10006: "Ä¹²É³ÖÜ΅àâä΄¨çéèêë£™îï•½‰ôö¦€ùûü†ΓΔΘΛΞΠß®©ΣΪ§≠°·Α±≤≥¥ΒΕΖΗΙΚΜΦΫΨΩ" +
		"άΝ¬ΟΡ≈Τ«»…\u00a0ΥΧΆΈœ–―“”‘’÷ΉΊΌΎέήίόΏύαβψδεφγηιξκλμνοπώρστθωςχυζϊϋΐΰ\u00ad",
	10010: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ĂȘ∞±≤≥¥µ∂∑∏π∫ªºΩăș" +
		"¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›Țț‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
	10029: "ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅ" +
		"ņŃ¬√ńŇ∆«»…\u00a0ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ",
	10079: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûüÝ°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
		"¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€ÐðÞþý·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
	10081: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
		"¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸĞğİıŞş‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙ\uf8a0ˆ˜¯˘˙˚¸˝˛ˇ",
	10082: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®Š™´¨≠ŽØ∞±≤≥∆µ∂∑∏š∫ªºΩžø" +
		"¿¡¬√ƒ≈Ć«Č…\u00a0ÀÃÕŒœĐ—“”‘’÷◊\uf8ff©⁄€‹›Æ»–·‚„‰ÂćÁčÈÍÎÏÌÓÔđÒÚÛÙıˆ˜¯πË˚¸Êæˇ",
}
