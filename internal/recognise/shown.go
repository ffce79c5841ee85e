package recognise

import (
	"strings"
	"unicode/utf8"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// What the sender sees of a cell is what is taken: not what lies behind a format, a
// line through the text or an old value of a formula.

// notShown: something stands in the cell, and who looks at the sheet does not see
// it, or sees it crossed out.
func (t *taking) notShown() *diag.Problem {
	c := t.sheet.At(t.row, t.col)
	if isEmpty(c) {
		return nil
	}
	format := ""
	if c.Style != nil {
		format = c.Style.NumFmt
	}
	code := ""
	switch {
	case !c.IsGeneral() && showsNothing(c):
		code = "B270"
	case c.IsUnseen():
		code = "B271"
	case c.Style != nil && c.Style.Doubtful:
		code = "B329"
	case t.sheet.HidesZeros && c.Kind == workbook.Number && c.Number.Sign() == 0:
		code = "B330"
	case c.IsStruck(), t.rowStruck():
		code = "B272"
	default:
		return nil
	}
	args := diag.Args{"label": t.ask.Label, "found": printed(c), "format": format}
	why := diag.New(code, t.o.At, args).ForUnit(t.unit).ForMeasure(t.ask.Measure.ID)
	return &why
}

// showsNothing: the format leaves nothing of the number.
func showsNothing(c *workbook.Cell) bool {
	shown, ok := workbook.Show(c)
	return ok && shown.Text == ""
}

// isScaled: the format shows the number in thousands.
func isScaled(c *workbook.Cell) bool {
	shown, ok := workbook.Show(c)
	return ok && shown.Scale > 0
}

// rowStruck: the label of the cell's row is crossed out, and the row with it.
func (t *taking) rowStruck() bool {
	if len(t.labels) == 0 {
		return false
	}
	label := t.labels[len(t.labels)-1]
	row := t.sheet.In(workbook.Span{First: t.row, Last: t.row})
	for i := range row {
		c := &row[i]
		if c.Kind == workbook.Text && c.IsStruck() && label != "" && firstLine(c) == label {
			return true
		}
	}
	return false
}

// readShown is the number that a cell shows, in the steps of its format. What the
// format adds in words is the unit that the cell itself states.
func (t *taking) readShown(c *workbook.Cell) (n quantity.Number, ok bool) {
	if c.IsGeneral() {
		return c.Number, true
	}
	shown, known := workbook.Show(c)
	if !known {
		return c.Number, true
	}
	if shown.Literal && shown.Value.Sign() == 0 && viet.Fold(shown.Text) == "khong con" {
		return shown.Value, true // the zero in a word
	}
	if shown.Literal || shown.NoSign || t.showsSign(shown) ||
		isWholeOf(shown) && t.ask.Role != resolution.RoleNumerator {
		t.fault("B273", t.o.At, diag.Args{"found": c.Number.Exact(), "shown": shown.Text, "label": t.ask.Label})
		return n, false
	}
	if shown.Scale > 0 {
		t.report("B281", t.o.At, t.ask.Measure.ID, diag.Args{"found": c.Number.Exact(), "shown": shown.Value.Exact(),
			"factor": shown.Scaled()})
	}
	t.noteRounding(shown)
	return shown.Value, true
}

// showsSign: the format puts a sign to a number that has none: "+127", "(127)".
// A rate may rise by what it shows.
func (t *taking) showsSign(shown workbook.Shown) bool {
	if shown.Value.Sign() <= 0 {
		return false
	}
	signs := "+-−("
	if isPercent(t.ask.Unit) {
		signs = "-−("
	}
	first, _ := utf8.DecodeRuneInString(shown.Text)
	last, _ := utf8.DecodeLastRuneInString(shown.Text)
	return strings.ContainsRune(signs, first) || strings.ContainsRune("+-−", last)
}

// formatUnit is the unit of measurement that the format of a number's cell writes
// beside the digits; "" for none.
func formatUnit(c *workbook.Cell) string {
	if c == nil || c.IsGeneral() {
		return ""
	}
	shown, ok := workbook.Show(c)
	if !ok || shown.Literal {
		return ""
	}
	if unit := currency(shown.Words); unit != "" {
		return unit
	}
	if isWholeOf(shown) {
		return ""
	}
	return shown.Words
}

// isWholeOf: the format writes how many there are in all: "48/58".
func isWholeOf(shown workbook.Shown) bool {
	part, all, ok := strings.Cut(shown.Text, "/")
	n, err := quantity.Parse(strings.TrimSpace(all))
	return ok && err == nil && n.IsInt() && part == shown.Value.Plain() && shown.Value.Cmp(n) <= 0
}

// currency: signs of the dong, which are no words.
func currency(sign string) string {
	switch strings.ToLower(sign) {
	case "₫", "đ", "d", "vnd", "vnđ":
		return "đồng"
	}
	return ""
}

// noteRounding tells that the cell shows a rounded number which would be judged
// otherwise than the one it holds.
func (t *taking) noteRounding(shown workbook.Shown) {
	m := t.ask.Measure
	if shown.Round.Equal(shown.Value) || t.ask.Role != resolution.RoleValue || !m.Method.Facts().OneFigure {
		return
	}
	for _, bound := range m.Target.Near() {
		if shown.Value.Cmp(bound) != shown.Round.Cmp(bound) {
			t.report("B279", t.o.At, m.ID, diag.Args{"found": shown.Value.Exact(), "shown": shown.Text,
				"bound": bound.Exact()})
			return
		}
	}
}

// writtenNumber is the text of a number, its lines kept, without the footnote at it;
// ok is false where part of it is crossed out, not seen, or raised and no footnote.
func (t *taking) writtenNumber(c *workbook.Cell) (text string, ok bool) {
	if len(c.Runs) == 0 {
		return c.Text, true
	}
	if unseen := viet.Tidy(c.Unseen()); hasDigit(unseen) {
		t.fault("B331", t.o.At, diag.Args{"unseen": unseen, "rest": viet.Tidy(c.Visible()), "label": t.ask.Label})
		return "", false
	}
	if struck := viet.Tidy(c.Struck()); hasDigit(struck) {
		t.fault("B274", t.o.At, diag.Args{"struck": struck, "rest": viet.Tidy(c.Visible()), "label": t.ask.Label,
			"numbers": t.numbersIn(c.Visible(), one)})
		return "", false
	}
	if c.IsOffLine() {
		return c.Visible(), true // asked about once its unit is known
	}
	off, on := viet.Tidy(c.OffLine()), viet.Tidy(c.OnLine())
	if off == "" || isExponent(c) || !hasDigit(on+off) { // "12 m²"
		return c.Visible(), true
	}
	isMark := strings.Trim(off, "0123456789 ,;()*[]abcdef") == "" && len(off) <= 8 && !looksPower(on)
	numbers := on
	if !hasDigit(on) { // all of it: the figure, or nothing but a note's mark
		isMark, numbers = false, off
	}
	if !isMark {
		t.fault("B275", t.o.At, diag.Args{"found": viet.Tidy(c.Visible()), "raised": off, "label": t.ask.Label,
			"numbers": t.numbersIn(numbers, one)})
		return "", false
	}
	t.report("B280", t.o.At, t.ask.Measure.ID, diag.Args{"raised": off, "read": on})
	return c.OnLine(), true
}

// checkOffLine asks about a figure all of which is raised or lowered: it may be the
// mark of a note whose number stands elsewhere.
func (t *taking) checkOffLine() {
	c := t.sheet.At(t.row, t.col)
	if t.o.Answer != returns.Given || t.ask.Kind != resolution.AskNumber && t.ask.Kind != resolution.AskDay ||
		!c.IsOffLine() {
		return
	}
	shown := shownValue(c)
	t.fault("B275", t.o.At, diag.Args{"found": shown, "raised": shown, "label": t.ask.Label,
		"numbers": []string{t.o.Value.Exact()}})
}

// isExponent: every raised run stands at a unit of length, "12 km²".
func isExponent(c *workbook.Cell) bool {
	for i := range c.Runs {
		if c.Runs[i].ScriptIn(c) == workbook.OnLine {
			continue
		}
		before := ""
		if i > 0 {
			before = strings.TrimRight(c.Runs[i-1].Text, " ")
		}
		if text := strings.TrimSpace(c.Runs[i].Text); text != "" &&
			!(strings.HasSuffix(before, "m") && (text == "2" || text == "3")) {
			return false
		}
	}
	return true
}

// looksPower: "1,2 x 10" before a raised number is no number with a footnote.
func looksPower(on string) bool {
	folded := strings.ReplaceAll(strings.ToLower(on), " ", "")
	return strings.HasSuffix(folded, "x10") || strings.HasSuffix(folded, "*10") || strings.HasSuffix(folded, ".10") ||
		strings.HasSuffix(folded, "×10")
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// checkFormula asks about a formula whose value may not be that of its terms.
func (t *taking) checkFormula() {
	c := t.sheet.At(t.row, t.col)
	if c == nil || !c.HasFormula || c.Kind != workbook.Number || t.o.Answer != returns.Given {
		return
	}
	args := diag.Args{"formula": "=" + c.FormulaText(), "found": c.Number.Exact(), "label": t.ask.Label}
	switch terms, ok := t.book.Calculate(t.sheet, c); {
	case changesByItself(c.FormulaText()):
		t.fault("B283", t.o.At, args)
	case c.LinksOut():
		t.fault("B278", t.o.At, args)
	case t.sheet.SkipsHidden(c):
		t.fault("B277", t.o.At, args)
	case ok && !agree(c.Number, terms):
		args["computed"] = terms.Value.Exact()
		t.fault("B276", t.o.At, args)
	case !ok && !isOfNumbers(c.FormulaText()) && (t.book.Stale || t.book.Unproven && c.Number.Sign() == 0):
		t.fault("B282", t.o.At, args)
	default:
		if from, ok := t.computedFrom(c); ok {
			args["heading"] = viet.Excerpt(from.shown)
			args["cell"] = workbook.Ref(t.row, from.col)
			t.fault("B258", t.o.At, args)
		}
	}
}

// computedFrom is the column of the plan's or last year's figure that the row's result
// is computed from: nobody counted a result that is last year's and five percent.
func (t *taking) computedFrom(c *workbook.Cell) (beside, bool) {
	switch t.ask.Role {
	case resolution.RolePlan, resolution.RolePrevious, resolution.RoleLast:
		return beside{}, false // a plan is made like that
	}
	for _, b := range t.beside {
		if b.col != t.col && c.Mentions(t.sheet.Name, t.row, b.col) {
			return b, true
		}
	}
	return beside{}, false
}

// changesByItself: a formula gives another number each day, or each time it is
// calculated.
func changesByItself(formula string) bool {
	upper := strings.ReplaceAll(strings.ToUpper(formula), "_XLFN.", "") // before what Excel 2007 does not know
	for _, name := range []string{"TODAY(", "NOW(", "RAND(", "RANDBETWEEN(", "RANDARRAY("} {
		for rest := upper; ; {
			i := strings.Index(rest, name)
			if i < 0 {
				break
			}
			if i == 0 || !isNameLetter(rest[i-1]) {
				return true
			}
			rest = rest[i+len(name):]
		}
	}
	return false
}

func isNameLetter(b byte) bool {
	return b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '.'
}

// isOfNumbers: a formula refers to no cell, so that its result cannot be out of
// date: "ROUND(100*48/58,2)".
func isOfNumbers(formula string) bool {
	rest := strings.ToUpper(formula)
	for _, name := range []string{"ROUNDUP(", "ROUNDDOWN(", "ROUND(", "TRUNC(", "SUM("} {
		rest = strings.ReplaceAll(rest, name, "(")
	}
	return strings.Trim(rest, "0123456789.,;()+-*/^% ") == ""
}

// isResidueOfTerms: what floats leave of a difference of ranges that is zero.
func (t *taking) isResidueOfTerms(c *workbook.Cell) bool {
	if c.Number.Sign() == 0 || c.Number.Abs().Cmp(residue) > 0 {
		return false
	}
	terms, ok := t.book.Calculate(t.sheet, c)
	return ok && c.Number.Abs().Cmp(terms.Scale.Mul(residue)) <= 0
}

// agree: a value is what its terms come to, but for what floats lose.
func agree(value quantity.Number, terms workbook.Calculated) bool {
	return value.Sub(terms.Value).Abs().Cmp(terms.Scale.Mul(residue)) <= 0
}
