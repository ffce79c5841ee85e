package recognise

import (
	"slices"
	"strings"
	"unicode"

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

// checkWhole asks about a fraction of what is counted, in the unit asked for:
// 2,56 nghìn hộ are whole households.
func (t *taking) checkWhole() {
	if a := t.ask; t.o.Answer == returns.Given && a.Kind == resolution.AskNumber && a.Whole && !t.o.Value.IsInt() {
		t.fault("B309", t.o.At, diag.Args{"found": t.o.Value.Exact(), "label": a.Label, "unit": a.Unit})
	}
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
	case c.Kind == workbook.Beyond:
		t.fault("B129", t.o.At, diag.Args{"found": c.Text})
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
			t.o.Text = strings.TrimSpace(viet.Clean(c.Prose()))
		} else if c.Kind == workbook.Number {
			t.o.Text = c.Number.Exact()
		}
	case resolution.AskChoice:
		if s := t.ask.Choice(text); s != "" {
			t.o.Answer, t.o.Text = returns.Given, s
			return
		}
		t.fault("B312", t.o.At, diag.Args{"found": text, "choices": strings.Join(t.ask.Choices(), "; ")})
	case resolution.AskDay:
		t.readDay(c, text)
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
		nothing := isResidue(c, t.sheet) || t.isResidueOfTerms(c)
		if nothing {
			n = quantity.Int(0)
		}
		switch {
		case style.Lost && n.Sign() != 0:
			t.fault("B334", t.o.At, diag.Args{"found": n.Exact()})
			return
		case style.IsDate:
			t.fault("B307", t.o.At, diag.Args{"stored": n.Exact()})
			return
		case style.IsPercent && !isScaled(c):
			shown := n.Mul(quantity.Int(100))
			if !percentAsked {
				t.fault("B303", t.o.At, diag.Args{"shown": shown.Exact() + "%", "unit": a.Unit, "label": a.Label})
				return
			}
			n = shown
			t.report("B304", t.o.At, a.Measure.ID, diag.Args{"shown": shown.Exact() + "%"})
		case !nothing:
			var ok bool
			if n, ok = t.readShown(c); !ok {
				return
			}
			if unit := formatUnit(c); unit != "" && a.Unit != "" {
				factor, ok := t.factor(unit)
				if !ok {
					t.fault("B218", t.o.At, diag.Args{"found": unit, "want": a.Unit, "label": a.Label})
					return
				}
				t.ownUnit = true
				if !factor.Equal(quantity.Int(1)) {
					t.report("B317", t.o.At, a.Measure.ID, diag.Args{"found": n.Exact() + " " + unit,
						"read": n.Mul(factor).Exact() + " " + a.Unit})
				}
				n = n.Mul(factor)
			}
		}
	case workbook.Text:
		var ok bool
		if n, ok = t.readText(c); !ok {
			return
		}
	default: // TRUE, FALSE
		t.fault("B300", t.o.At, diag.Args{"found": text})
		return
	}
	switch {
	case n.Sign() < 0 && !a.BelowZero():
		t.fault("B308", t.o.At, diag.Args{"found": n.Exact(), "label": a.Label})
	case t.isGrouped(c, n):
		t.fault("B297", t.o.At, diag.Args{"label": a.Label, "unit": a.Unit, "number": n.Mul(quantity.Int(1000)).Exact(),
			"other": n.Exact()})
	default:
		t.o.Answer, t.o.Value = returns.Given, n
	}
}

// readText reads a number that somebody wrote among words; ok is false when it
// has to be asked about.
func (t *taking) readText(c *workbook.Cell) (n quantity.Number, ok bool) {
	a := t.ask
	written, ok := t.writtenNumber(c)
	if !ok {
		return n, false
	}
	text := viet.Tidy(written)
	switch meant, letter := withLetter(text); {
	case len(text) > 1 && strings.Trim(text, "0") == "": // "00": a code, or nothing, or zero
		t.fault("B316", t.o.At, diag.Args{"found": text})
		return n, false
	case isWholeDay(text):
		t.fault("B307", t.o.At, diag.Args{"stored": text})
		return n, false
	case letter:
		args := diag.Args{"found": text, "label": a.Label, "number": meant}
		if read, reading := quantity.ParseText(meant, a.Whole); reading == quantity.Sure {
			args["number"] = read.Exact()
		}
		t.fault("B296", t.o.At, args)
		return n, false
	}
	written = t.withoutEstimate(t.withoutBracket(written))
	written, _ = t.withSign(written)
	w := quantity.ReadWritten(written, a.Whole && t.isWhole())
	if w.Writing == quantity.Plain && (strings.HasSuffix(text, "..") || strings.HasSuffix(text, "…")) {
		w.Writing = quantity.Worded // it goes on
	}
	factor := quantity.Int(1)
	if w.Unit != "" && w.Writing != quantity.NotWritten {
		if factor, ok = t.factor(w.Unit); !ok {
			t.fault("B218", t.o.At, diag.Args{"found": w.Unit, "want": a.Unit, "label": a.Label})
			return n, false
		}
	}
	t.ownUnit = w.Unit != ""
	n = w.Value.Mul(factor)
	switch {
	case w.Writing == quantity.Plain,
		w.Writing == quantity.Unclear && quantity.HasScaleWord(unitKey(w.Unit)), // "2.500 triệu" has one reading
		w.Writing == quantity.Several && n.Sign() != 0 &&
			(t.isNear(n) || t.writes(quantity.BlankGroups)), // "890 985"
		w.Writing == quantity.OutOf && t.isPart(w):
		t.noteTyped(c, text, n)
		return n, true
	case w.Writing == quantity.Unclear:
		if read, ok := t.likelier(n, w.Other.Mul(factor)); ok {
			t.report("B319", t.o.At, a.Measure.ID, diag.Args{"found": text, "read": read.Exact()})
			return read, true
		}
		of, read := quantity.PointGroups, n
		if w.Value.Abs().Cmp(w.Other.Abs()) < 0 {
			of, read = quantity.CommaGroups, w.Other.Mul(factor)
		}
		if t.writes(of) {
			t.noteTyped(c, text, read)
			return read, true
		}
		if t.isWhole() { // by nature
			if w := quantity.ReadWritten(written, true); w.Writing == quantity.Plain {
				read := w.Value.Mul(factor)
				t.noteTyped(c, text, read)
				return read, true
			}
		}
	}
	code := asked[w.Writing]
	switch {
	case w.Writing == quantity.NotWritten && isMark(text):
		code = "B316"
	case w.Writing == quantity.Worded && t.isYearIn(written, w.Value): // "như năm 2021"
		code = asked[quantity.NotWritten]
	}
	args := diag.Args{"found": text, "label": a.Label, "number": w.Value.Exact(), "other": w.Other.Exact()}
	if w.Writing == quantity.Several || w.Writing == quantity.OutOf {
		args["numbers"] = t.numbersIn(written, factor)
		if w.Writing == quantity.Several && w.Value.Sign() == 0 { // none of them was read
			delete(args, "number")
		}
	}
	t.fault(code, t.o.At, args)
	return n, false
}

// noteTyped tells how a number among words was read, unless it is asked about anyhow.
func (t *taking) noteTyped(c *workbook.Cell, text string, read quantity.Number) {
	if !c.IsOffLine() {
		t.report("B301", t.o.At, t.ask.Measure.ID, diag.Args{"found": text, "read": read.Exact()})
	}
}

// withoutEstimate is a figure without the word that makes it an estimate, "ước đạt
// 352", where the office takes those of the sender.
func (t *taking) withoutEstimate(written string) string {
	rest, estimated := cutEstimate(written)
	if !estimated {
		return written
	}
	if t.o.Estimate = !t.plan.Report.Estimate; t.refusesEstimate() {
		return written
	}
	return rest
}

// cutEstimate takes the words off a text that say that it is an estimate.
func cutEstimate(text string) (rest string, ok bool) {
	fields := strings.Fields(viet.Clean(text))
	for n := min(len(fields)-1, maxEstimateLead); n > 0; n-- {
		if slices.Contains(estimateLeads, viet.Fold(strings.Join(fields[:n], " "))) {
			return strings.Join(fields[n:], " "), true
		}
	}
	return text, false
}

// numbersIn are the numbers of a text, but for the years that it tells and what is
// named as a part of the others.
func (t *taking) numbersIn(text string, factor quantity.Number) []string {
	var all []string
	for _, opens := range partNames {
		text, _, _ = strings.Cut(strings.ToLower(viet.Clean(text)), opens)
	}
	for _, n := range quantity.Numbers(text, t.ask.Whole && t.isWhole()) {
		if !t.isYearIn(text, n) {
			all = append(all, n.Mul(factor).Exact())
		}
	}
	return all
}

// isYearIn: a number of a text is a year that it tells: the report's, the one before
// it, or one that it calls so.
func (t *taking) isYearIn(text string, n quantity.Number) bool {
	said := n.Plain()
	if said == t.year() || said == itoa(t.plan.Resolution.Year-1) {
		return true
	}
	s := speechOf(text)
	for i := 1; i < len(s.words); i++ {
		if s.words[i] == said && s.at(i-1, "năm") > 0 && isYear(atMostFour(said)) {
			return true
		}
	}
	return false
}

// isWhole: what is asked for is counted one by one, and no unit stated for the
// figure comes in steps: 128,46 nghìn người.
func (t *taking) isWhole() bool {
	if !t.ask.Whole && !quantity.IsCounted(unitKey(t.ask.Unit)) {
		return false
	}
	for s := range t.stated() {
		if factor, ok := t.factor(s.unit); ok {
			return factor.Equal(quantity.Int(1))
		}
	}
	return true
}

// isNear: the number as it stands is of the size that the row's plan has, or, in
// the unit stated for it, the target or last year.
func (t *taking) isNear(n quantity.Number) bool {
	n = t.ask.Size(n)
	if slices.ContainsFunc(t.planned(), func(plan quantity.Number) bool { return near.hold(n, plan) }) {
		return true
	}
	for s := range t.stated() {
		if factor, ok := t.factor(s.unit); ok && !t.ownUnit {
			return t.isNearReference(n.Mul(factor))
		}
	}
	return t.isNearReference(n)
}

// likelier chooses between two readings the one of a known size; ok is false
// where that tells nothing.
func (t *taking) likelier(one, other quantity.Number) (n quantity.Number, ok bool) {
	switch first, second := t.isNear(one), t.isNear(other); {
	case first && !second:
		return one, true
	case second && !first:
		return other, true
	}
	return n, false
}

// isPart: of "48/58" the first number is the answer. A year is no whole, and
// what is not asked for as a part must be known to be out of this whole: the
// percentage beside it, or the plan, tells.
func (t *taking) isPart(w quantity.Written) bool {
	switch all := w.Other; {
	case all.Cmp(quantity.Int(1900)) >= 0 && all.Cmp(quantity.Int(2100)) <= 0 && w.Value.Cmp(quantity.Int(12)) <= 0:
		return false
	case t.ask.Role == resolution.RoleNumerator:
		return w.Rated || w.Value.Cmp(all) <= 0
	case t.ask.Role == resolution.RoleValue:
		return w.Rated || slices.ContainsFunc(append(t.references(t.ask), t.planned()...), all.Equal)
	}
	return false
}

// isResidue: a formula's value is nothing but what floats leave of a difference
// that is zero.
func isResidue(c *workbook.Cell, s *workbook.Sheet) bool {
	if c.Formula == "" || c.Number.Sign() == 0 || c.Number.Abs().Cmp(residue) > 0 {
		return false
	}
	var largest quantity.Number
	word := func(r rune) bool { return r != '.' && r != '$' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for _, term := range strings.FieldsFunc(c.Formula, word) {
		n, err := quantity.Parse(term)
		if row, col, ok := cellAddress(term); ok && err != nil {
			if of := s.At(row, col); of != nil && of.Kind == workbook.Number {
				n = of.Number
			}
		}
		if n.Abs().Cmp(largest) > 0 {
			largest = n.Abs()
		}
	}
	return c.Number.Abs().Cmp(largest.Mul(residue)) <= 0
}

// residue is what floats may leave of terms of size one.
var residue = quantity.MustParse("0.000000001")

// asked are the writings a careful clerk would ask about.
var asked = map[quantity.Writing]string{
	quantity.NotWritten: "B300", quantity.Unclear: "B302", quantity.Roughly: "B313", quantity.Between: "B314",
	quantity.Several: "B315", quantity.OutOf: "B315", quantity.Worded: "B328",
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
