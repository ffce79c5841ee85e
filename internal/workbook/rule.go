package workbook

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/quantity"
)

// Rule is a rule of conditional formatting: cells look otherwise where it holds.
type Rule struct {
	Ranges   []Range
	Priority int  // the lowest is looked at first
	Stop     bool // where it holds, those after it are not looked at
	When     Condition
	Look     int // what it gives the cell, a number that the reader chose
}

// Condition is when a rule holds. The zero value is one that is not worked out.
type Condition struct {
	Always   bool
	Formula  string    // holds where it is true
	Operator string    // of the cell's value and the terms: "<", "<=", "=", "<>", ">=", ">", "between", "notBetween"
	Terms    [2]string // formulas
	Row, Col int       // the cell for which the formulas are written
}

// Truth is what may be left open.
type Truth int8

// The values of Truth.
const (
	Open Truth = iota
	Yes
	No
)

// outcome is what a condition may come to, several where that is not known.
type outcome uint8

const (
	holds outcome = 1 << iota
	not
	fails // with an error, as which the rule does not hold

	anything = holds | not | fails
)

func outcomeOf(is bool) outcome {
	if is {
		return holds
	}
	return not
}

func (o outcome) truth() Truth {
	switch {
	case o == holds:
		return Yes
	case o&holds == 0:
		return No
	}
	return Open
}

// negated is the opposite; that of an error is an error.
func (o outcome) negated() outcome {
	other := o & fails
	if o&holds != 0 {
		other |= not
	}
	if o&not != 0 {
		other |= holds
	}
	return other
}

// and is what two come to together. One that fails makes the whole fail, whatever
// the other says.
func (o outcome) and(p outcome) outcome {
	both := (o | p) & fails
	if o&holds != 0 && p&holds != 0 {
		both |= holds
	}
	if o&not != 0 && p&^fails != 0 || p&not != 0 && o&^fails != 0 {
		both |= not
	}
	return both
}

// Dress gives cells the looks of the rules that hold for them. over is the style of
// a cell with some looks laid over it, the first of which counts most.
func (b *Book) Dress(s *Sheet, rules []Rule, g *Guard, over func(style *Style, looks []int) Style) error {
	slices.SortStableFunc(rules, func(a, b Rule) int { return cmp.Compare(a.Priority, b.Priority) })
	d := dresser{Guard: g, over: over, plain: map[*Style]bool{}, worn: map[worn]*worn{}, made: map[dressed]*Style{}}
	for i := range rules {
		if len(d.looks) <= maxTogether && !slices.Contains(d.looks, rules[i].Look) {
			d.looks = append(d.looks, rules[i].Look)
		}
	}
	last := map[int]*worn{} // by the cell's place in the list
	ticks := 0
	for i := range rules {
		rule := &rules[i]
		for _, r := range rule.Ranges {
			if err := g.Check(); err != nil {
				return err
			}
			end := len(s.Cells)
			if r.LastRow < MaxRow {
				end = s.firstFrom(r.LastRow + 1)
			}
			for i := s.firstFrom(r.Row); i < end; i++ {
				if ticks++; ticks&0xFF == 0 {
					if err := g.Check(); err != nil {
						return err
					}
				}
				c := &s.Cells[i]
				if c.Col < r.Col || c.Col > r.LastCol {
					continue
				}
				w := last[i]
				if w != nil && w.stop && !w.open {
					continue
				}
				if plain, err := d.staysPlain(c.Style); err != nil {
					return err
				} else if plain {
					continue
				}
				holds := b.holds(s, c, &rule.When)
				if holds == No {
					continue
				}
				if w == nil {
					if err := g.Use(48); err != nil {
						return err
					}
				}
				var err error
				if last[i], err = d.puton(worn{w, rule.Look, holds == Open, rule.Stop}); err != nil {
					return err
				}
			}
		}
	}
	for i, w := range last {
		style, err := d.dressed(dressed{s.Cells[i].Style, w})
		if err != nil {
			return err
		}
		s.Cells[i].Style = style
	}
	return nil
}

// worn is the look of a rule that holds for a cell, or may hold, after those of the
// rules before it. Cells for which the same rules hold share it.
type worn struct {
	before *worn
	look   int
	open   bool // whether the rule holds is not known
	stop   bool
}

// dressed is a style and what is worn over it.
type dressed struct {
	style *Style
	worn  *worn
}

// Looks of a sheet, and rules of a cell that may hold, that are tried with each
// other. Where there are more nothing is taken to be plain or certain.
const (
	maxTogether = 24
	maxOpen     = 12
)

// dresser knows what looks come to over the styles of a sheet.
type dresser struct {
	*Guard
	over  func(style *Style, looks []int) Style
	looks []int           // of the sheet's rules
	plain map[*Style]bool // that look the same whatever rules hold
	worn  map[worn]*worn
	made  map[dressed]*Style
}

// staysPlain tells a style that looks the same whatever rules hold: most rules only
// mark what is high or low. A look that changes nothing alone may do so beside
// another, a blue ground under a blue font. More than two need not be tried: what is
// seen hangs on the first that colours the font and the first that colours the ground.
func (d *dresser) staysPlain(style *Style) (bool, error) {
	if is, known := d.plain[style]; known {
		return is, nil
	}
	is := len(d.looks) <= maxTogether
	for _, first := range d.looks {
		for _, second := range d.looks {
			is = is && d.over(style, []int{first, second}).showsAs(*style)
		}
	}
	d.plain[style] = is
	if err := d.Check(); err != nil {
		return false, err
	}
	return is, d.Use(48)
}

// showsAs tells two styles that show a value the same way.
func (s Style) showsAs(other Style) bool {
	return s.Unseen == other.Unseen && s.Struck == other.Struck && s.Script == other.Script &&
		s.NumFmt == other.NumFmt && s.Lost == other.Lost
}

// puton is the one of all that are alike; what repeats the one before adds nothing.
func (d *dresser) puton(w worn) (*worn, error) {
	if b := w.before; b != nil && *b == (worn{b.before, w.look, w.open, w.stop}) {
		return b, nil
	}
	if d.worn[w] == nil {
		d.worn[w] = &w
		return &w, d.Use(128)
	}
	return d.worn[w], nil
}

// dressed is the style of a cell with what it wears, in doubt where that hangs on
// rules that may hold.
func (d *dresser) dressed(of dressed) (*Style, error) {
	if made := d.made[of]; made != nil {
		return made, nil
	}
	if err := d.Check(); err != nil {
		return nil, err
	}
	var all, open []*worn
	for w := of.worn; w != nil; w = w.before {
		all = append(all, w)
		if w.open {
			open = append(open, w)
		}
	}
	slices.Reverse(all)
	made := d.wearing(of.style, all, nil, nil)
	// Two need to be tried at most, as above: where one of the colours is the cell's
	// own, the second is what stops the rules that would change it.
	made.Doubtful = len(open) > maxOpen
	for _, first := range open {
		for _, second := range open {
			made.Doubtful = made.Doubtful || !d.wearing(of.style, all, first, second).showsAs(made)
		}
	}
	d.made[of] = &made
	return &made, d.Use(256 + len(made.NumFmt))
}

// wearing is a style with the looks that hold for certain and two of those that may.
func (d *dresser) wearing(style *Style, all []*worn, first, second *worn) Style {
	var looks []int
	for _, w := range all {
		if w.open && w != first && w != second {
			continue
		}
		looks = append(looks, w.look)
		if w.stop {
			break
		}
	}
	return d.over(style, looks)
}

// holds tells whether a condition holds for a cell.
func (b *Book) holds(s *Sheet, c *Cell, when *Condition) Truth {
	if when.Always {
		return Yes
	}
	left := maxTerms
	judge := func(formula string) judge {
		moved := Moved(formula, c.Row-when.Row, c.Col-when.Col)
		return judge{calculator{book: b, sheet: s, rest: strings.TrimPrefix(moved, "="), left: &left, depth: 16}}
	}
	if when.Formula != "" {
		if len(when.Formula) > maxFormula {
			return Open
		}
		j := judge(when.Formula)
		v := j.compared()
		if j.blanks(); j.rest != "" {
			return Open
		}
		return v.condition().truth()
	}
	if when.Operator == "" {
		return Open
	}
	var terms [2]term
	for i, formula := range when.Terms {
		if formula == "" {
			continue
		}
		if len(formula) > maxFormula {
			return Open
		}
		j := judge(formula)
		terms[i] = j.term()
		if j.blanks(); j.rest != "" {
			return Open
		}
	}
	own := termOf(c)
	switch when.Operator {
	case "between", "notBetween":
		is := own.compare(">=", terms[0]).condition().and(own.compare("<=", terms[1]).condition())
		if when.Operator == "notBetween" {
			is = is.negated()
		}
		return is.truth()
	}
	return own.compare(when.Operator, terms[0]).condition().truth()
}

// term is a value in a condition; the zero value is one that is not worked out.
type term struct {
	kind   termKind
	number quantity.Number
	text   string  // of an error its name, "" for one of any name
	may    outcome // of a truth value
}

type termKind uint8

const (
	unknownTerm termKind = iota
	blankTerm
	numberTerm
	textTerm
	truthTerm
	errorTerm
)

func termOf(c *Cell) term {
	switch {
	case c == nil:
		return term{kind: blankTerm}
	case c.Kind == Number:
		return term{kind: numberTerm, number: c.Number}
	case c.Kind == Text:
		return term{kind: textTerm, text: c.Text}
	case c.Kind == Bool:
		return truthOf(outcomeOf(c.Text == "TRUE"))
	case c.Kind == Error:
		return term{kind: errorTerm, text: c.Text}
	}
	return term{}
}

func truthOf(o outcome) term {
	if o == fails {
		return term{kind: errorTerm}
	}
	return term{kind: truthTerm, may: o}
}

// condition is a term as a condition: any number but zero holds.
func (t term) condition() outcome {
	switch t.kind {
	case truthTerm:
		return t.may
	case numberTerm:
		return outcomeOf(t.number.Sign() != 0)
	case blankTerm:
		return not
	case errorTerm, textTerm:
		return fails
	}
	return anything
}

// compare as Excel does: numbers stand before texts, and those before truth values;
// a blank is like what it is compared with.
func (t term) compare(operator string, other term) term {
	switch {
	case t.kind == errorTerm:
		return t
	case other.kind == errorTerm && t.kind == unknownTerm:
		return term{kind: errorTerm}
	case other.kind == errorTerm:
		return other
	case t.kind == unknownTerm, other.kind == unknownTerm:
		return term{}
	case t.kind == blankTerm && other.kind == blankTerm:
		t, other = term{kind: numberTerm}, term{kind: numberTerm}
	case t.kind == blankTerm:
		t = term{kind: other.kind, may: not}
	case other.kind == blankTerm:
		other = term{kind: t.kind, may: not}
	}
	for _, o := range []outcome{t.may, other.may} {
		if o != 0 && o != holds && o != not {
			return term{}
		}
	}
	d := 0
	switch {
	case t.kind != other.kind:
		d = cmp.Compare(t.kind, other.kind)
	case t.kind == numberTerm:
		d = t.number.Cmp(other.number)
	case t.kind == textTerm:
		d = cmp.Compare(strings.ToLower(t.text), strings.ToLower(other.text))
		if d != 0 && operator != "=" && operator != "<>" {
			return truthOf(holds | not) // the order of letters is that of a language
		}
	default:
		d = cmp.Compare(other.may, t.may) // what holds is more
	}
	switch operator {
	case "<":
		return truthOf(outcomeOf(d < 0))
	case "<=":
		return truthOf(outcomeOf(d <= 0))
	case "=":
		return truthOf(outcomeOf(d == 0))
	case ">=":
		return truthOf(outcomeOf(d >= 0))
	case ">":
		return truthOf(outcomeOf(d > 0))
	case "<>":
		return truthOf(outcomeOf(d != 0))
	}
	return term{}
}

// judge reads the formula of a condition. What it does not know makes the whole of
// it unknown: it leaves the rest unread.
type judge struct{ calculator }

// compared reads one term, or two and how they are compared.
func (j *judge) compared() term {
	t := j.term()
	j.blanks()
	for _, operator := range []string{"<=", ">=", "<>", "<", ">", "="} {
		if rest, ok := strings.CutPrefix(j.rest, operator); ok {
			j.rest = rest
			return t.compare(operator, j.term())
		}
	}
	return t
}

// maxNested bounds how deep the functions of a condition stand in each other.
const maxNested = 24

func (j *judge) term() term {
	j.blanks()
	if text, rest, ok := quotedText(j.rest); ok {
		j.rest = rest
		return term{kind: textTerm, text: text}
	}
	n := 0
	for n < len(j.rest) && isAlnum(j.rest[n]) {
		n++
	}
	if n > 0 && n < len(j.rest) && j.rest[n] == '(' && !strings.EqualFold(j.rest[:n], "SUM") {
		name := strings.ToUpper(j.rest[:n])
		if j.depth++; j.depth > 16+maxNested {
			return term{}
		}
		defer func() { j.depth-- }()
		j.rest = j.rest[n+1:]
		return j.function(name)
	}
	switch word := strings.ToUpper(j.rest[:n]); word {
	case "TRUE", "FALSE":
		j.rest = j.rest[n:]
		return truthOf(outcomeOf(word == "TRUE"))
	}
	before := j.rest
	if s, r, ok := j.reference(); ok && r.Row == r.LastRow && r.Col == r.LastCol {
		if j.blanks(); j.rest == "" || strings.IndexByte("=<>,;)", j.rest[0]) >= 0 {
			return termOf(s.At(r.Row, r.Col))
		}
	}
	j.rest = before
	if v, ok := j.sum(); ok {
		return term{kind: numberTerm, number: v.Value}
	}
	return term{}
}

// function reads what stands in the brackets of a function.
func (j *judge) function(name string) term {
	var args []term
	for {
		if j.blanks(); len(args) == 0 && j.take(")") != 0 {
			break
		}
		args = append(args, j.compared())
		sign := j.take(",;)")
		if sign == 0 || len(args) > 64 {
			return term{}
		}
		if sign == ')' {
			break
		}
	}
	if name == "TRUE" || name == "FALSE" {
		return truthOf(outcomeOf(name == "TRUE"))
	}
	if len(args) == 0 {
		return term{}
	}
	first := args[0]
	switch name {
	case "AND", "OR":
		return joined(args, name == "OR")
	case "NOT":
		if first.kind == errorTerm {
			return first
		}
		return truthOf(first.condition().negated())
	case "ISBLANK":
		return first.is(blankTerm)
	case "ISERROR":
		return first.is(errorTerm)
	case "ISNA", "ISERR":
		switch {
		case first.kind != errorTerm:
			return first.is(errorTerm)
		case first.text == "":
			return truthOf(holds | not)
		}
		return truthOf(outcomeOf((first.text == "#N/A") == (name == "ISNA")))
	case "ISNUMBER":
		return first.is(numberTerm)
	case "ISTEXT":
		return first.is(textTerm)
	}
	if first.kind == errorTerm {
		switch name {
		case "ABS", "INT", "MOD", "ROUND", "TRIM", "LEN":
			return first
		}
	}
	switch name {
	case "ABS":
		if first.kind == numberTerm {
			return term{kind: numberTerm, number: first.number.Abs()}
		}
	case "INT":
		if first.kind == numberTerm {
			return term{kind: numberTerm, number: floor(first.number)}
		}
	case "MOD":
		if len(args) == 2 && first.kind == numberTerm && args[1].kind == numberTerm {
			if q, ok := first.number.Quo(args[1].number); ok {
				return term{kind: numberTerm, number: first.number.Sub(floor(q).Mul(args[1].number))}
			}
		}
	case "ROUND":
		if len(args) == 2 && first.kind == numberTerm && args[1].kind == numberTerm {
			for d := range 16 {
				if args[1].number.Equal(quantity.Int(int64(d))) {
					return term{kind: numberTerm, number: first.number.Round(d)}
				}
			}
		}
	case "TRIM":
		switch first.kind {
		case textTerm:
			first.text = strings.Join(strings.Fields(first.text), " ")
			return first
		case numberTerm, blankTerm:
			return first
		}
	case "LEN": // only that it is zero or not is of use
		switch first.kind {
		case blankTerm:
			return term{kind: numberTerm}
		case textTerm:
			return term{kind: numberTerm, number: quantity.Int(int64(len([]rune(first.text))))}
		case numberTerm:
			return term{kind: numberTerm, number: quantity.Int(int64(len(first.number.Plain())))}
		}
	}
	return term{}
}

// floor is the whole number at or below another.
func floor(n quantity.Number) quantity.Number {
	whole := n.Cut(0)
	if n.Sign() < 0 && !whole.Equal(n) {
		return whole.Sub(quantity.Int(1))
	}
	return whole
}

// is tells a term's kind.
func (t term) is(kind termKind) term {
	switch {
	case t.kind == unknownTerm, kind == errorTerm && t.may&fails != 0:
		return truthOf(holds | not)
	}
	return truthOf(outcomeOf(t.kind == kind))
}

// joined is whether all, or any, of the terms hold. Blank cells do not count, nor do
// texts in cells, which here are not told from others.
func joined(args []term, any bool) term {
	all := holds
	for _, a := range args {
		o := a.condition()
		switch {
		case a.kind == blankTerm:
			continue
		case a.kind == textTerm:
			o = anything
		case any:
			o = o.negated()
		}
		all = all.and(o)
	}
	if any {
		all = all.negated()
	}
	return truthOf(all)
}

// quotedText reads a text in quotes.
func quotedText(s string) (text, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", s, false
	}
	var out strings.Builder
	for i := 1; i < len(s); i++ {
		if s[i] != '"' {
			out.WriteByte(s[i])
			continue
		}
		if i+1 < len(s) && s[i+1] == '"' {
			out.WriteByte('"')
			i++
			continue
		}
		return out.String(), s[i+1:], true
	}
	return "", s, false
}
