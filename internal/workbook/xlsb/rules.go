package xlsb

import (
	"math"

	"baocao/internal/workbook"
)

// overlay is what a rule of conditional formatting gives a cell; what is not given
// stays as it is.
type overlay struct {
	font, ground   color
	colored, plain bool // the font, and the ground, are given
	code           string
	strikes        bool // whether a text is crossed out is given: struck
	struck         bool
}

// The properties of an overlay that matter, by their numbers in [MS-XLSB].
const (
	propPattern = 0
	propGround  = 2
	propColor   = 5
	propStrike  = 0x1D
	propFormat  = 0x26
)

// overlay reads what the rules of a number give. What is not understood of it is
// passed over: no cell depends on it.
func (r *reader) overlay(f fields) error {
	var o overlay
	pattern := byte(1)
	f.bytes(4)
	for n := f.u16(); n > 0 && !f.short; n-- {
		kind, size := f.u16(), f.u16()
		p := fields{data: f.bytes(size - 4)}
		switch kind {
		case propPattern:
			pattern = p.u8()
		case propGround:
			o.ground, o.plain = p.color(white), true
		case propColor:
			o.font, o.colored = p.color(black), true
		case propStrike:
			o.strikes, o.struck = true, p.u8() != 0
		case propFormat:
			o.code = p.text16()
		}
	}
	if pattern > 1 {
		o.ground, o.plain = color{}, true
	}
	r.overlays = append(r.overlays, o)
	return r.Guard.Use(64 + len(o.code))
}

// ruleRanges reads the cells of the rules that follow. Like all that is read of rules
// it may be short: the cells are there.
func (s *sheetReader) ruleRanges(f fields) error {
	f.bytes(8)
	s.ruled = nil
	for n := f.u32(); n > 0 && len(f.data) >= 16; n-- {
		r1, r2, c1, c2 := f.u32(), f.u32(), f.u32(), f.u32()
		if r2 < workbook.MaxRow && c2 < workbook.MaxCol {
			s.ruled = append(s.ruled, workbook.RangeOf(int(r1)+1, int(c1)+1, int(r2)+1, int(c2)+1))
		}
	}
	return s.Guard.Use(32 * len(s.ruled))
}

// rule reads when a rule gives its look. Its formulas are not read: where the look
// hides a value it is in doubt.
func (s *sheetReader) rule(f fields) error {
	f.bytes(8)
	rule := workbook.Rule{Ranges: s.ruled, Look: int(int32(f.u32())), Priority: int(f.u32())}
	f.bytes(12)
	rule.Stop = f.u16()&2 != 0
	if rule.Look < 0 && !rule.Stop {
		return nil
	}
	s.rules = append(s.rules, rule)
	return s.Guard.Use(256)
}

// signs takes note of icons or bars that stand in place of values.
func (s *sheetReader) signs(hide bool) error {
	if !hide {
		return nil
	}
	s.rules = append(s.rules, workbook.Rule{Ranges: s.ruled, Look: signsOnly, Priority: math.MaxInt,
		When: workbook.Condition{Always: true}})
	return s.Guard.Use(256)
}

// signsOnly is the look of cells that show no value.
const signsOnly = math.MaxInt32

// dress gives the cells the looks of the rules.
func (s *sheetReader) dress() error {
	if len(s.rules) == 0 {
		return nil
	}
	return s.book.Dress(s.sheet, s.rules, s.Guard, func(style *workbook.Style, looks []int) workbook.Style {
		return *s.over(s.looks[style], looks).style()
	})
}

// over is a look with those of rules laid over it, the first of which counts most.
func (s *sheetReader) over(l look, looks []int) look {
	var all overlay
	for _, n := range looks {
		o := overlay{code: ";;;"}
		if n != signsOnly {
			if n < 0 || n >= len(s.overlays) {
				continue
			}
			o = s.overlays[n]
		}
		if o.colored && !all.colored {
			l.color, all.colored = o.font, true
		}
		if o.plain && !all.plain {
			l.ground, all.plain = o.ground, true
		}
		if o.strikes && !all.strikes {
			l.struck, all.strikes = o.struck, true
		}
		if o.code != "" && all.code == "" {
			l.code, all.code = o.code, o.code
		}
	}
	return l
}
