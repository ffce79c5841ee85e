package xml2003

import (
	"strings"

	"baocao/internal/workbook"
)

// overlay is what a rule of conditional formatting gives a cell; what is not given
// stays as it is.
type overlay struct {
	color, ground   color
	colored, filled bool // they are given
	strikes, struck bool
}

// qualifiers are how a rule compares.
var qualifiers = map[string]string{
	"Between": "between", "NotBetween": "notBetween", "Equal": "=", "NotEqual": "<>", "Greater": ">", "Less": "<",
	"GreaterOrEqual": ">=", "LessOrEqual": "<=",
}

// conditional reads the rules of some cells, of which the first that holds counts.
func (s *sheetReader) conditional() error {
	ranges := []workbook.Range{wholeSheet}
	return s.Children(func(name string) error {
		switch name {
		case "Range":
			text, err := s.TextContent(nil)
			ranges = rangesOf(string(text))
			return err
		case "Condition":
			return s.condition(ranges)
		}
		return nil
	})
}

var wholeSheet = workbook.Range{Row: 1, Col: 1, LastRow: workbook.MaxRow, LastCol: workbook.MaxCol}

// rangesOf reads "R2C3:R5C3,R7C1". What is not understood may be any cell.
func rangesOf(text string) (all []workbook.Range) {
	for part := range strings.SplitSeq(text, ",") {
		address := inA1(strings.TrimSpace(part), 1, 1)
		r, ok := workbook.ParseRange(strings.ReplaceAll(address, "$", ""))
		if !ok || address[0] != '$' { // "C1" is the first column
			return []workbook.Range{wholeSheet}
		}
		all = append(all, r)
	}
	return all
}

func (s *sheetReader) condition(ranges []workbook.Range) error {
	var qualifier string
	var terms [2]string
	var o overlay
	err := s.Children(func(name string) error {
		text := &qualifier
		switch name {
		case "Value1":
			text = &terms[0]
		case "Value2":
			text = &terms[1]
		case "Format":
			o = overlayOf(s.attr("Style"))
			return nil
		case "Qualifier":
		default:
			return nil
		}
		raw, err := s.TextContent(nil)
		*text = strings.TrimSpace(string(raw))
		return err
	})
	if err != nil {
		return err
	}
	rule := workbook.Rule{Ranges: ranges, Priority: len(s.rules), Stop: true, Look: len(s.overlays)}
	if first := ranges[0]; first != wholeSheet {
		rule.When.Row, rule.When.Col = first.Row, first.Col
		for i, t := range terms {
			terms[i] = inA1(strings.TrimPrefix(t, "="), first.Row, first.Col)
		}
		if qualifier == "" {
			rule.When.Formula = terms[0]
		} else {
			rule.When.Operator, rule.When.Terms = qualifiers[qualifier], terms
		}
	}
	s.rules, s.overlays = append(s.rules, rule), append(s.overlays, o)
	return s.guard.Use(320 + 32*len(ranges) + len(terms[0]) + len(terms[1]))
}

// overlayOf reads "color:white;background:#FF0000;text-line-through:single".
func overlayOf(style string) (o overlay) {
	for declaration := range strings.SplitSeq(style, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		value = strings.ToLower(strings.TrimSpace(value))
		switch strings.ToLower(strings.TrimSpace(property)) {
		case "color":
			o.color, o.colored = namedColor(value), true
		case "background":
			o.ground, o.filled = namedColor(value), true
		case "text-line-through":
			o.strikes, o.struck = true, value != "none"
		}
	}
	return o
}

func namedColor(s string) color {
	switch s {
	case "white", "window":
		return white
	case "black", "windowtext":
		return black
	}
	return colorOf(s, color{})
}

// dress gives the cells the looks of the rules.
func (s *sheetReader) dress() error {
	if len(s.rules) == 0 {
		return nil
	}
	return s.book.Dress(s.sheet, s.rules, s.guard, func(style *workbook.Style, looks []int) workbook.Style {
		st := s.looks[style]
		for i := len(looks) - 1; i >= 0; i-- {
			o := &s.overlays[looks[i]]
			if o.colored {
				st.color = o.color
			}
			if o.filled {
				st.ground = o.ground
			}
			if o.strikes {
				st.struck = o.struck
			}
		}
		return *st.settle()
	})
}
