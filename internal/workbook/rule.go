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

func truth(is bool) Truth {
	if is {
		return Yes
	}
	return No
}

// not is the opposite.
func (t Truth) not() Truth {
	switch t {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Open
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
	return s.Unseen == other.Unseen && s.Struck == other.Struck && s.NumFmt == other.NumFmt && s.Lost == other.Lost
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
		return v.isTrue()
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
		low, high := own.compare(">=", terms[0]), own.compare("<=", terms[1])
		is := Open
		switch {
		case low == No || high == No:
			is = No
		case low == Yes && high == Yes:
			is = Yes
		}
		if when.Operator == "notBetween" {
			return is.not()
		}
		return is
	}
	return own.compare(when.Operator, terms[0])
}

// term is a value in a condition; the zero value is one that is not worked out.
type term struct {
	kind   termKind
	number quantity.Number
	text   string
	truth  Truth
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
		return term{kind: truthTerm, truth: truth(c.Text == "TRUE")}
	case c.Kind == Error:
		return term{kind: errorTerm}
	}
	return term{}
}

// isTrue is a term as a condition: any number but zero holds.
func (t term) isTrue() Truth {
	switch t.kind {
	case truthTerm:
		return t.truth
	case numberTerm:
		return truth(t.number.Sign() != 0)
	case blankTerm, errorTerm, textTerm:
		return No
	}
	return Open
}

// compare as Excel does: numbers stand before texts, and those before truth values;
// a blank is like what it is compared with.
func (t term) compare(operator string, other term) Truth {
	switch {
	case t.kind == unknownTerm, other.kind == unknownTerm:
		return Open
	case t.kind == errorTerm, other.kind == errorTerm:
		return No // an error is no condition that holds
	case t.kind == blankTerm && other.kind == blankTerm:
		t, other = term{kind: numberTerm}, term{kind: numberTerm}
	case t.kind == blankTerm:
		t = term{kind: other.kind, truth: No}
	case other.kind == blankTerm:
		other = term{kind: t.kind, truth: No}
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
			return Open // the order of letters is that of a language
		}
	case t.truth == Open || other.truth == Open:
		return Open
	default:
		d = cmp.Compare(other.truth, t.truth) // yes is more than no
	}
	switch operator {
	case "<":
		return truth(d < 0)
	case "<=":
		return truth(d <= 0)
	case "=":
		return truth(d == 0)
	case ">=":
		return truth(d >= 0)
	case ">":
		return truth(d > 0)
	case "<>":
		return truth(d != 0)
	}
	return Open
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
			return term{kind: truthTerm, truth: t.compare(operator, j.term())}
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
		return term{kind: truthTerm, truth: truth(word == "TRUE")}
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
		return term{kind: truthTerm, truth: truth(name == "TRUE")}
	}
	if len(args) == 0 {
		return term{}
	}
	first := args[0]
	is := func(kinds ...termKind) term {
		if first.kind == unknownTerm {
			return term{}
		}
		return term{kind: truthTerm, truth: truth(slices.Contains(kinds, first.kind))}
	}
	switch name {
	case "AND", "OR":
		return term{kind: truthTerm, truth: joined(args, name == "OR")}
	case "NOT":
		return term{kind: truthTerm, truth: first.isTrue().not()}
	case "ISBLANK":
		return is(blankTerm)
	case "ISERROR", "ISERR", "ISNA":
		return is(errorTerm)
	case "ISNUMBER":
		return is(numberTerm)
	case "ISTEXT":
		return is(textTerm)
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

// joined is whether all, or any, of the terms hold.
func joined(args []term, any bool) Truth {
	decides := No
	if any {
		decides = Yes
	}
	open := false
	for _, a := range args {
		switch a.isTrue() {
		case decides:
			return decides
		case Open:
			open = true
		}
	}
	if open {
		return Open
	}
	return decides.not()
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
