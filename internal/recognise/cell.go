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

// readNone reads the column in which a form offers "không phát sinh" and "chưa
// có kết quả".
func (t *taking) readNone() {
	if t.noneCol == 0 {
		return
	}
	said := cellText(t.sheet.At(t.row, t.noneCol))
	if said == "" {
		return
	}
	switch answer := returns.Nothing(said); {
	case answer == returns.Blank:
		t.fault("B311", t.at(t.sheet, t.row, t.noneCol), diag.Args{"found": said})
	case t.o.Answer == returns.Blank || t.o.Answer == answer:
		t.o.Answer = answer
	case t.o.Answer != returns.Faulty:
		t.fault("B310", t.o.At, diag.Args{"value": cellText(t.sheet.At(t.row, t.col)), "said": said})
	}
}

// unitLine is what a heading, or a line over a table, says of its units of
// measurement, and where.
type unitLine struct {
	row, col int
	units    []string
}

// readUnit brings a figure to the unit asked for. The row's own unit decides,
// else the office's description, else what stands over the figure.
func (t *taking) readUnit() {
	if t.layout != nil && t.layout.UnitOfMeasurement != "" {
		t.convert(t.layout.UnitOfMeasurement, t.o.At)
		return
	}
	if t.unitCol > 0 {
		if unit := cellText(merged(t.sheet, t.row, t.unitCol)); unit != "" {
			t.convert(unit, t.at(t.sheet, t.row, t.unitCol))
			return
		}
	}
	if t.o.Answer == returns.Given {
		t.convertStated()
	}
}

// convert brings a figure stated in some unit of measurement to the one asked.
func (t *taking) convert(unit string, place diag.Position) {
	a := t.ask
	if a.Unit == "" || a.Kind != resolution.AskNumber || t.ownUnit || t.o.Answer == returns.Blank {
		return
	}
	factor, ok := quantity.Factor(unitKey(unit), unitKey(a.Unit))
	switch {
	case !ok:
		t.fault("B218", place, diag.Args{"found": unit, "want": a.Unit, "label": a.Label})
	case t.o.Answer == returns.Given && !factor.Equal(quantity.Int(1)):
		stated := t.o.Value
		t.o.Value = stated.Mul(factor)
		t.report("B317", t.o.At, a.Measure.ID, diag.Args{"found": stated.Exact() + " " + unit,
			"read": t.o.Value.Exact() + " " + a.Unit})
	}
}

// convertStated does the same with the units that stand over a figure, where
// one of them measures what is asked. A single unit that comes in steps and
// does not fit cannot be used.
func (t *taking) convertStated() {
	for _, stated := range t.units {
		for _, unit := range stated.units {
			if _, ok := quantity.Factor(unitKey(unit), unitKey(t.ask.Unit)); ok {
				t.convert(unit, t.o.At)
				return
			}
		}
		if len(stated.units) == 1 && scaled.MatchString(unitKey(stated.units[0])) {
			t.convert(stated.units[0], t.o.At)
			return
		}
	}
}

// checkWhole asks about a fraction of what is counted, in the unit asked for:
// 2,56 nghìn hộ are whole households.
func (t *taking) checkWhole() {
	if a := t.ask; t.o.Answer == returns.Given && a.Kind == resolution.AskNumber && a.Whole && !t.o.Value.IsInt() {
		t.fault("B309", t.o.At, diag.Args{"found": t.o.Value.Exact(), "label": a.Label, "unit": a.Unit})
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

// readValue reads what stands in the place itself.
func (t *taking) readValue() {
	c := t.sheet.At(t.row, t.col)
	switch {
	case c == nil, c.Kind == workbook.NoValue && !c.HasFormula:
		t.o.Answer = returns.Blank
		return
	case c.Kind == workbook.NoValue:
		t.fault("B306", t.o.At, diag.Args{"formula": "=" + c.FormulaText()})
		return
	case c.Kind == workbook.Error:
		t.fault("B305", t.o.At, diag.Args{"found": viet.Tidy(c.Text)})
		return
	}
	text := cellText(c)
	if c.Kind == workbook.Text {
		if text == "" {
			t.o.Answer = returns.Blank
			return
		}
		if answer := returns.Nothing(text); answer != returns.Blank {
			t.o.Answer = answer
			return
		}
	}
	switch t.ask.Kind {
	case resolution.AskText:
		t.o.Answer, t.o.Text = returns.Given, text
		if c.Kind == workbook.Text {
			t.o.Text = strings.TrimSpace(viet.Clean(c.Text))
		} else if c.Kind == workbook.Number {
			t.o.Text = c.Number.Exact()
		}
	case resolution.AskStatus:
		for _, s := range resolution.StatusAnswers {
			if viet.Fold(s) == viet.Fold(text) {
				t.o.Answer, t.o.Text = returns.Given, s
				return
			}
		}
		t.fault("B312", t.o.At, diag.Args{"found": text, "choices": strings.Join(resolution.StatusAnswers, "; ")})
	case resolution.AskNumber:
		t.readNumber(c, text)
	}
}

func (t *taking) readNumber(c *workbook.Cell, text string) {
	a := t.ask
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
			t.fault("B307", t.o.At, diag.Args{"stored": n.Exact()})
			return
		case style.IsPercent:
			shown := n.Mul(quantity.Int(100))
			if !percentAsked {
				t.fault("B303", t.o.At, diag.Args{"shown": shown.Exact() + "%", "unit": a.Unit, "label": a.Label})
				return
			}
			n = shown
			t.report("B304", t.o.At, a.Measure.ID, diag.Args{"shown": shown.Exact() + "%"})
		}
	case workbook.Text:
		w := quantity.ReadWritten(text, a.Whole)
		if len(text) > 1 && strings.Trim(text, "0") == "" { // "00": a code, or nothing, or zero
			t.fault("B316", t.o.At, diag.Args{"found": text})
			return
		}
		factor := quantity.Int(1)
		if w.Unit != "" && w.Writing != quantity.NotWritten {
			var ok bool
			if factor, ok = quantity.Factor(unitKey(w.Unit), unitKey(a.Unit)); !ok {
				t.fault("B218", t.o.At, diag.Args{"found": w.Unit, "want": a.Unit, "label": a.Label})
				return
			}
		}
		if w.Writing == quantity.Unclear {
			if read, ok := t.likely(a, w.Value.Mul(factor), w.Other.Mul(factor)); ok {
				t.report("B319", t.o.At, a.Measure.ID, diag.Args{"found": text, "read": read.Exact()})
				t.o.Answer, t.o.Value, t.ownUnit = returns.Given, read, w.Unit != ""
				return
			}
		}
		if code := asked[w.Writing]; code != "" {
			if w.Writing == quantity.NotWritten && isMark(text) {
				code = "B316"
			}
			t.fault(code, t.o.At, diag.Args{"found": text, "label": a.Label, "number": w.Value.Exact(),
				"other": w.Other.Exact()})
			return
		}
		n = w.Value.Mul(factor)
		t.ownUnit = w.Unit != ""
		t.report("B301", t.o.At, a.Measure.ID, diag.Args{"found": text, "read": n.Exact()})
	default: // TRUE, FALSE
		t.fault("B300", t.o.At, diag.Args{"found": text})
		return
	}
	switch {
	case n.Sign() < 0 && !percentAsked: // a rate may fall below zero, an amount may not
		t.fault("B308", t.o.At, diag.Args{"found": n.Exact(), "label": a.Label})
	default:
		t.o.Answer, t.o.Value = returns.Given, n
	}
}

// asked are the writings a careful clerk would ask about.
var asked = map[quantity.Writing]string{
	quantity.NotWritten: "B300", quantity.Unclear: "B302", quantity.Roughly: "B313", quantity.Between: "B314",
	quantity.Several: "B315",
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
