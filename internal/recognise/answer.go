package recognise

import (
	"cmp"
	"regexp"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// readRow reads one ask's answer from a row of a form or table.
func (r *reader) readRow(a resolution.Ask, s *workbook.Sheet, c columns, row int, how string) {
	at := r.at(s, row, c.value)
	o := returns.Observation{At: at, How: how, Column: c.over}
	if c.note > 0 {
		o.Note = viet.Tidy(cellText(s.At(row, c.note)))
	}
	fault := r.faulting(a, &o)
	r.readValue(a, s.At(row, c.value), &o, fault)
	if c.nil_ > 0 {
		if said := cellText(s.At(row, c.nil_)); said != "" {
			answer := returns.Nothing(said)
			place := r.at(s, row, c.nil_)
			switch {
			case answer == returns.Blank:
				fault("B311", place, diag.Args{"found": said})
			case o.Answer == returns.Blank || o.Answer == answer:
				o.Answer = answer
			case o.Answer != returns.Faulty:
				fault("B310", at, diag.Args{"value": cellText(s.At(row, c.value)), "said": said})
			}
		}
	}
	if unit := cellText(s.At(row, c.unit)); c.unit > 0 && unit != "" && o.Answer != returns.Blank {
		r.convert(a, unit, r.at(s, row, c.unit), &o, fault)
	} else if o.Answer == returns.Given {
		r.convertStated(a, c.stated, &o, fault)
	}
	r.observe(a, o)
}

// faulting reports what makes an answer unusable.
func (r *reader) faulting(a resolution.Ask, o *returns.Observation) func(code string, at diag.Position, args diag.Args) {
	return func(code string, at diag.Position, args diag.Args) {
		r.report(code, at, a.Measure.ID, args)
		o.Answer, o.Value, o.Text = returns.Faulty, quantity.Number{}, ""
	}
}

// convert brings a figure stated in some unit of measurement to the one asked.
func (r *reader) convert(a resolution.Ask, unit string, place diag.Position, o *returns.Observation, fault func(string, diag.Position, diag.Args)) {
	if a.Unit == "" || a.Kind != resolution.AskNumber || o.OwnUnit {
		return
	}
	factor, ok := quantity.Factor(unitKey(unit), unitKey(a.Unit))
	switch {
	case !ok:
		fault("B218", place, diag.Args{"found": unit, "want": a.Unit, "label": a.Label})
	case o.Answer == returns.Given && !factor.Equal(quantity.Int(1)):
		stated := o.Value
		o.Value = stated.Mul(factor)
		if a.Whole && !o.Value.IsInt() {
			fault("B309", o.At, diag.Args{"found": o.Value.Exact(), "label": a.Label, "unit": a.Unit})
			return
		}
		r.report("B317", o.At, a.Measure.ID, diag.Args{"found": stated.Exact() + " " + unit, "read": o.Value.Exact() + " " + a.Unit})
	}
}

// convertStated does the same with the units that the heading over a figure or
// a line over the table names, where one of them measures what is asked. An
// amount of money stated in none of them cannot be used.
func (r *reader) convertStated(a resolution.Ask, stated []string, o *returns.Observation, fault func(string, diag.Position, diag.Args)) {
	for _, unit := range stated {
		if _, ok := quantity.Factor(unitKey(unit), unitKey(a.Unit)); ok {
			r.convert(a, unit, o.At, o, fault)
			return
		}
	}
	for _, unit := range stated {
		if scaled.MatchString(unitKey(unit)) && len(stated) == 1 {
			r.convert(a, unit, o.At, o, fault)
			return
		}
	}
}

// scaled are the units that come in steps; a word in brackets that is none of
// them may be a remark.
var scaled = regexp.MustCompile(`\b(?:dong|ty|trieu|nghin|ngan|usd)\b|^%$`)

// unitKey is a unit of measurement as a match key, with abbreviations written
// out; "%" has no letters.
func unitKey(unit string) string {
	key := viet.Fold(unit)
	if key == "" {
		return strings.TrimSpace(unit)
	}
	return cmp.Or(shortForms[key], key)
}

// readValue reads the value cell into o; fault reports what cannot be used.
func (r *reader) readValue(a resolution.Ask, c *workbook.Cell, o *returns.Observation, fault func(string, diag.Position, diag.Args)) {
	switch {
	case c == nil, c.Kind == workbook.NoValue && c.Formula == "":
		o.Answer = returns.Blank
		return
	case c.Kind == workbook.NoValue:
		fault("B306", o.At, diag.Args{"formula": "=" + c.Formula})
		return
	case c.Kind == workbook.Error:
		fault("B305", o.At, diag.Args{"found": viet.Tidy(c.Text)})
		return
	}
	text := cellText(c)
	if c.Kind == workbook.Text {
		if text == "" {
			o.Answer = returns.Blank
			return
		}
		if answer := returns.Nothing(text); answer != returns.Blank {
			o.Answer = answer
			return
		}
	}
	switch a.Kind {
	case resolution.AskText:
		o.Answer, o.Text = returns.Given, text
		if c.Kind == workbook.Text {
			o.Text = strings.TrimSpace(viet.Clean(c.Text))
		} else if c.Kind == workbook.Number {
			o.Text = c.Number.Exact()
		}
	case resolution.AskStatus:
		for _, s := range resolution.StatusAnswers {
			if viet.Fold(s) == viet.Fold(text) {
				o.Answer, o.Text = returns.Given, s
				return
			}
		}
		fault("B312", o.At, diag.Args{"found": text, "choices": strings.Join(resolution.StatusAnswers, "; ")})
	case resolution.AskNumber:
		r.readNumber(a, c, text, o, fault)
	}
}

func (r *reader) readNumber(a resolution.Ask, c *workbook.Cell, text string, o *returns.Observation, fault func(string, diag.Position, diag.Args)) {
	var n quantity.Number
	percentAsked := isPercent(a.Unit)
	style := c.Style
	if style == nil {
		style = &workbook.Style{}
	}
	switch c.Kind {
	case workbook.Number:
		n = c.Number
		switch {
		case style.IsDate:
			fault("B307", o.At, diag.Args{"stored": n.Exact()})
			return
		case style.IsPercent:
			shown := n.Mul(quantity.Int(100))
			if !percentAsked {
				fault("B303", o.At, diag.Args{"shown": shown.Exact() + "%", "unit": a.Unit, "label": a.Label})
				return
			}
			n = shown
			r.report("B304", o.At, a.Measure.ID, diag.Args{"shown": shown.Exact() + "%"})
		}
	case workbook.Text:
		w := quantity.ReadWritten(text, a.Whole)
		if len(text) > 1 && strings.Trim(text, "0") == "" { // "00": a code, or nothing, or zero
			fault("B316", o.At, diag.Args{"found": text})
			return
		}
		factor := quantity.Int(1)
		if w.Unit != "" && w.Writing != quantity.NotWritten {
			var ok bool
			if factor, ok = quantity.Factor(unitKey(w.Unit), unitKey(a.Unit)); !ok {
				fault("B218", o.At, diag.Args{"found": w.Unit, "want": a.Unit, "label": a.Label})
				return
			}
		}
		if w.Writing == quantity.Unclear {
			if read, ok := r.likely(a, w.Value.Mul(factor), w.Other.Mul(factor)); ok {
				r.report("B319", o.At, a.Measure.ID, diag.Args{"found": text, "read": read.Exact()})
				o.Answer, o.Value, o.OwnUnit = returns.Given, read, w.Unit != ""
				return
			}
		}
		if code := asked[w.Writing]; code != "" {
			if w.Writing == quantity.NotWritten && isMark(text) {
				code = "B316"
			}
			fault(code, o.At, diag.Args{"found": text, "label": a.Label, "number": w.Value.Exact(), "other": w.Other.Exact()})
			return
		}
		n = w.Value.Mul(factor)
		o.OwnUnit = w.Unit != ""
		r.report("B301", o.At, a.Measure.ID, diag.Args{"found": text, "read": n.Exact()})
	default: // TRUE, FALSE
		fault("B300", o.At, diag.Args{"found": text})
		return
	}
	switch {
	case n.Sign() < 0 && !percentAsked: // a rate may fall below zero, an amount may not
		fault("B308", o.At, diag.Args{"found": n.Exact(), "label": a.Label})
	case a.Whole && !n.IsInt():
		fault("B309", o.At, diag.Args{"found": n.Exact(), "label": a.Label, "unit": a.Unit})
	default:
		o.Answer, o.Value = returns.Given, n
	}
}

// asked are the writings a careful clerk would ask about.
var asked = map[quantity.Writing]string{
	quantity.NotWritten: "B300", quantity.Unclear: "B302", quantity.Roughly: "B313", quantity.Between: "B314", quantity.Several: "B315",
}

// isMark: what people put for zero, for "nothing arose" and for "not yet" alike.
func isMark(s string) bool {
	switch viet.Fold(s) {
	case "", "x", "khong", "khong co", "0 co", "chua", "o":
		return true
	}
	return false
}

func isPercent(unit string) bool { return strings.HasPrefix(strings.TrimSpace(unit), "%") }
