package xlsx

import (
	"math"
	"strconv"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// overlay is what a rule of conditional formatting gives a cell; what is not given
// stays as it is.
type overlay struct {
	font          font
	colored       bool
	ground        color
	filled        bool
	code          string
	struck, plain bool // crosses out, or takes the line away
	hides         bool // only a sign is shown in the value's place
}

// overlayMemory is about what one takes, in bytes, its format not counted.
const overlayMemory = 256

// readOverlay reads the element just started.
func readOverlay(x *ooxml.Scanner) (overlay, error) {
	var o overlay
	err := x.Children(func(name string) error {
		switch name {
		case "font":
			return x.Children(func(name string) error {
				switch name {
				case "color":
					o.font.color, o.colored = colorOf(x), true
				case "strike":
					o.struck, o.plain = isOn(x), !isOn(x)
				}
				return nil
			})
		case "fill":
			o.filled = true
			return readFill(x, &o.ground, true)
		case "numFmt":
			o.code = x.AttrText("formatCode")
		}
		return nil
	})
	return o, err
}

// conditional reads an element of rules of some cells; the newer ones of an
// extension name the cells after the rules.
func (s *sheetReader) conditional() error {
	from, ranges := len(s.rules), s.x.AttrText("sqref")
	err := s.x.Children(func(name string) error {
		switch name {
		case "cfRule":
			return s.rule()
		case "sqref":
			text, err := s.x.TextContent(nil)
			ranges = string(text)
			return err
		}
		return nil
	})
	if err != nil {
		return err
	}
	var all []workbook.Range
	row, col := math.MaxInt, math.MaxInt
	for _, ref := range strings.Fields(ranges) {
		if r, ok := workbook.ParseRange(ref); ok {
			all = append(all, r)
			row, col = min(row, r.Row), min(col, r.Col)
		}
	}
	for i := from; i < len(s.rules); i++ {
		s.rules[i].Ranges = all
		s.rules[i].When.Row, s.rules[i].When.Col = row, col
	}
	return s.Guard.Use(64 * (len(all) + len(s.rules) - from))
}

// operators are those of cells that are compared.
var operators = map[string]string{
	"lessThan": "<", "lessThanOrEqual": "<=", "equal": "=", "notEqual": "<>", "greaterThanOrEqual": ">=",
	"greaterThan": ">", "between": "between", "notBetween": "notBetween",
}

func (s *sheetReader) rule() error {
	x := s.x
	kind := x.AttrText("type")
	rule := workbook.Rule{Priority: math.MaxInt, Stop: x.AttrTrue("stopIfTrue"), Look: -1}
	if n, err := strconv.Atoi(x.AttrText("priority")); err == nil {
		rule.Priority = n
	}
	if n, err := strconv.Atoi(x.AttrText("dxfId")); err == nil {
		rule.Look = n
	}
	operator := operators[x.AttrText("operator")]
	var formulas []string
	err := x.Children(func(name string) error {
		switch name {
		case "formula", "f":
			text, err := x.TextContent(nil)
			formulas = append(formulas, string(text))
			return err
		case "dxf":
			o, err := readOverlay(x)
			rule.Look = len(s.overlays)
			s.overlays = append(s.overlays, o)
			if err != nil {
				return err
			}
			return s.Guard.Use(overlayMemory + len(o.code))
		case "iconSet", "dataBar":
			rule.When.Always = true
			if v, ok := x.Attr("showValue"); ok && !ooxml.IsTrue(string(v)) {
				rule.Look = len(s.overlays)
				s.overlays = append(s.overlays, overlay{hides: true})
				if err := s.Guard.Use(overlayMemory); err != nil {
					return err
				}
			}
			return x.Children(func(string) error { return nil })
		}
		return nil
	})
	if err != nil || rule.Look < 0 && !rule.Stop {
		return err
	}
	switch {
	case rule.When.Always || len(formulas) == 0:
	case kind == "cellIs":
		rule.When.Operator = operator
		copy(rule.When.Terms[:], formulas)
	default:
		rule.When.Formula = formulas[0]
	}
	s.rules = append(s.rules, rule)
	return s.Guard.Use(256 + len(strings.Join(formulas, "")))
}

// extension reads the rules that came after the format was made.
func (s *sheetReader) extension() error {
	return s.x.Children(func(name string) error {
		switch name {
		case "ext", "conditionalFormattings":
			return s.extension()
		case "conditionalFormatting":
			return s.conditional()
		}
		return nil
	})
}

// dress gives the cells the looks of the rules.
func (s *sheetReader) dress() error {
	if len(s.rules) == 0 {
		return nil
	}
	var failed error
	err := s.book.Dress(s.sheet, s.rules, s.Guard, func(style *workbook.Style, looks []int) workbook.Style {
		made, err := s.made(s.over(s.looks[style], looks))
		if err != nil {
			failed = err
			return *style
		}
		return *made
	})
	if failed != nil {
		return failed
	}
	return err
}

// over is a look with those of rules laid over it, the first of which counts most.
func (s *sheetReader) over(l look, looks []int) look {
	var colored, filled, coded, struck bool
	for _, n := range looks {
		if n < 0 || n >= len(s.overlays) {
			continue
		}
		o := &s.overlays[n]
		if o.colored && !colored {
			l.font.color, colored = o.font.color, true
		}
		if o.filled && !filled {
			l.ground, filled = o.ground, true
		}
		if (o.struck || o.plain) && !struck {
			l.font.struck, struck = o.struck, true
		}
		switch {
		case coded:
		case o.hides:
			l.code, l.lost, coded = ";;;", false, true
		case o.code != "":
			l.code, l.lost, coded = o.code, false, true
		}
	}
	return l
}
