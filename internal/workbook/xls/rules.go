package xls

import (
	"math"

	"baocao/internal/workbook"
)

// look is all that decides how a cell's value is seen. Colours are numbers, -1 for
// a ground that is not of one colour.
type look struct {
	font, code    string
	struck        bool
	script        workbook.Script
	color, ground int
	spread        bool // a text is centred over the blank cells beside it
	lost          bool // the text of its format is not whole
}

// styleOf is the style of a look, the same one for the same look.
func (x *reader) styleOf(l look) *workbook.Style {
	if s := x.byLook[l]; s != nil {
		return s
	}
	s := x.made(l)
	if x.byLook == nil {
		x.byLook, x.looks = map[look]*workbook.Style{}, map[*workbook.Style]look{}
	}
	x.byLook[l], x.looks[s] = s, l
	return s
}

func (x *reader) made(l look) *workbook.Style {
	unseen := x.biff8 && l.font != "" && x.alike(l.color, l.ground)
	s := workbook.NewStyle(l.font, l.code).With(l.struck, unseen).Placed(l.script).Painted(x.hue(l.ground),
		x.hue(l.color))
	if l.lost {
		return s.Losing()
	}
	return s
}

// overlay is what a rule gives a cell; -1 for a colour that it leaves, "" for a
// format.
type overlay struct {
	color, ground int
	code          string
	struck, plain bool
}

// ruleRanges reads the cells of the rules that follow.
func (s *sheetReader) ruleRanges(p *pieces) error {
	p.skip(4)
	p.skip(8)
	s.ruleAt = nil
	row, col := math.MaxInt, math.MaxInt
	for n := min(int(p.u16()), len(p.part)/8); n > 0; n-- {
		r1, r2, c1, c2 := int(p.u16()), int(p.u16()), int(p.u16()), int(p.u16())
		s.ruleAt = append(s.ruleAt, workbook.RangeOf(r1+1, c1+1, r2+1, c2+1))
		row, col = min(row, r1+1), min(col, c1+1)
	}
	s.ruleFor = place{row, col}
	return s.guard.Use(32 * len(s.ruleAt))
}

// comparisons are how a rule compares, by number.
var comparisons = [...]string{"", "between", "notBetween", "=", "<>", ">", "<", ">=", "<="}

// rule reads one rule. One that is not understood is taken to hold perhaps.
func (s *sheetReader) rule(p *pieces) error {
	kind, comparison := p.u8(), int(p.u8())
	size1, size2 := int(p.u16()), int(p.u16())
	flags, more := p.u32(), p.u16()
	o := overlay{color: -1, ground: -1}
	if flags&0x02000000 != 0 { // a number format
		if more&1 != 0 {
			rest := *p
			size := int(rest.u16())
			o.code = s.longText(&rest)
			p.skip(max(size, 2))
		} else {
			p.skip(1)
			o.code = s.formatCode(int(p.u8()))
		}
	}
	if flags&0x04000000 != 0 { // a font
		p.skip(68)
		lines := p.u32()
		p.skip(8)
		if color := p.u32(); color <= autoColor { // a larger one is none
			o.color = int(color)
		}
		p.skip(4)
		if given := p.u32(); given&0x80 == 0 {
			o.struck, o.plain = lines&0x80 != 0, lines&0x80 == 0
		}
		p.skip(26)
	}
	for bit, size := range map[uint32]int{0x08000000: 8, 0x10000000: 8} { // alignment and borders
		if flags&bit != 0 {
			p.skip(size)
		}
	}
	if flags&0x20000000 != 0 { // a ground
		pattern, colors := p.u16()>>10, p.u16()
		switch pattern {
		case 0, 1:
			o.ground = int(colors >> 7 & 0x7F)
		}
	}
	if flags&0x40000000 != 0 {
		p.skip(2)
	}
	when := workbook.Condition{Row: s.ruleFor.row, Col: s.ruleFor.col}
	first, second := p.bytes(size1), p.bytes(size2)
	if !p.short {
		switch {
		case kind == 2:
			when.Formula = s.writeFormula(first, &s.ruleFor)
		case kind == 1 && comparison < len(comparisons):
			terms := [2]string{s.writeFormula(first, &s.ruleFor), s.writeFormula(second, &s.ruleFor)}
			if terms[0] != "" && (terms[1] != "" || comparison > 2) {
				when.Operator, when.Terms = comparisons[comparison], terms
			}
		}
	}
	p.short = false // what a rule says may be missing; the cells are there
	s.rules = append(s.rules, workbook.Rule{Ranges: s.ruleAt, Priority: len(s.rules), Stop: true, When: when,
		Look: len(s.overlays)})
	s.overlays = append(s.overlays, o)
	return s.guard.Use(320 + len(when.Formula) + len(when.Terms[0]) + len(when.Terms[1]))
}

// dress gives the cells the looks of the rules.
func (s *sheetReader) dress() error {
	if len(s.rules) == 0 {
		return nil
	}
	return s.book.Dress(s.sheet, s.rules, s.guard, func(style *workbook.Style, looks []int) workbook.Style {
		l := s.looks[style]
		for _, n := range looks {
			o := &s.overlays[n]
			if o.color >= 0 {
				l.color = o.color
			}
			if o.ground >= 0 {
				l.ground = o.ground
			}
			if o.code != "" {
				l.code, l.lost = o.code, false
			}
			if o.struck || o.plain {
				l.struck = o.struck
			}
		}
		return *s.made(l)
	})
}

// spread adds the ranges that look merged: texts centred over blank cells.
func (s *sheetReader) spread() {
	if s.spreads == nil {
		return
	}
	for i := range s.sheet.Cells {
		c := &s.sheet.Cells[i]
		if c.Kind != workbook.Text || !s.looks[c.Style].spread {
			continue
		}
		last := c.Col
		for s.spreads[place{c.Row, last + 1}] {
			last++
		}
		if last > c.Col {
			s.sheet.Merges = append(s.sheet.Merges, workbook.RangeOf(c.Row, c.Col, c.Row, last))
		}
	}
}

// blank notes a blank cell that a text may be centred over.
func (s *sheetReader) blank(row, col int, format uint16) error {
	if int(format) >= len(s.styles) || !s.looks[s.styles[format]].spread {
		return nil
	}
	if s.spreads == nil {
		s.spreads = map[place]bool{}
	}
	s.spreads[place{row, col}] = true
	return s.guard.Use(48)
}

// seen are the runs of a text in a cell: those in the colour of its ground are not
// seen.
func (s *sheetReader) seen(t *sharedString, style *workbook.Style) ([]workbook.Run, error) {
	ground := s.looks[style].ground
	runs, copied := t.runs, false
	for i, color := range t.colors {
		if color < 0 || i >= len(runs) || !s.biff8 || !s.alike(color, ground) {
			continue
		}
		if !copied {
			if err := s.guard.Use(64 * len(runs)); err != nil {
				return nil, err
			}
			runs, copied = append([]workbook.Run(nil), runs...), true
		}
		runs[i].Unseen = true
	}
	return runs, nil
}
