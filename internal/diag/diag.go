// Package diag is a problem as a value: what is wrong, how grave it is, where
// it stands, and how to mend it. A message is a key of the catalogue and its
// arguments until it is printed, in Vietnamese or in English.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Lang is a language of the catalogue.
type Lang string

// The two languages of every message.
const (
	Vi Lang = "vi"
	En Lang = "en"
)

// Severity says what a problem does to the result.
type Severity int

const (
	// Warning: the result stands; a person should look.
	Warning Severity = iota
	// Error: something could not be used; the result is incomplete.
	Error
)

// String is the name used in ket-qua.json.
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Text is one wording in both languages. It may stand as an argument of a
// message, and is then printed in the message's language.
type Text struct{ Vi, En string }

// In returns the wording in one language.
func (t Text) In(lang Lang) string {
	if lang == En {
		return t.En
	}
	return t.Vi
}

// Args are the named arguments of a message. A value is a string, an int, a
// Text, a Message or anything else fmt prints.
type Args map[string]any

// Message is an entry of the catalogue and its arguments.
type Message struct {
	Key  string
	Args Args
}

// Say makes a message.
func Say(key string, args Args) Message { return Message{Key: key, Args: args} }

// IsZero reports an absent message.
func (m Message) IsZero() bool { return m.Key == "" }

// In prints the message.
func (m Message) In(lang Lang) string {
	if m.Key == "" {
		return ""
	}
	e, ok := lookup(m.Key)
	if !ok {
		return m.Key
	}
	return fill(e.What.In(lang), m.Args, lang)
}

// Position is a place in an input. File is relative to the working folder, with
// forward slashes. Line is set for text files (TOML), Sheet and Cell for
// workbooks.
type Position struct {
	File  string
	Sheet string
	Cell  string
	Line  int
}

// String prints "file, sheet Name, ô E7" without words of any language:
// "file › Name!E7" or "file:12".
func (p Position) String() string {
	s := p.File
	if p.Line > 0 {
		s += fmt.Sprintf(":%d", p.Line)
	}
	if p.Sheet != "" {
		s += " › " + p.Sheet
		if p.Cell != "" {
			s += "!" + p.Cell
		}
	}
	return s
}

// Problem is one thing that is wrong.
type Problem struct {
	Message          // Key is the problem's code, such as "B112"
	At      Position // where it stands
	Related []Position
	Unit    string // unit id, when known
	Measure string // measure id, when known
	Raised  bool   // a warning that this office takes for an error
}

// New makes a problem. An unknown code is a programming error and shows as its code.
func New(code string, at Position, args Args) Problem {
	return Problem{Message: Message{code, args}, At: at}
}

// ForUnit returns the problem with its unit set.
func (p Problem) ForUnit(id string) Problem { p.Unit = id; return p }

// ForMeasure returns the problem with its measure set.
func (p Problem) ForMeasure(id string) Problem { p.Measure = id; return p }

// See returns the problem with a related position added.
func (p Problem) See(at Position) Problem {
	p.Related = append(slices.Clone(p.Related), at)
	return p
}

// Severity is the catalogue's severity of the problem's code.
func (p Problem) Severity() Severity {
	e, ok := lookup(p.Key)
	if !ok || p.Raised {
		return Error
	}
	return e.Severity
}

// Fix prints how to mend it.
func (p Problem) Fix(lang Lang) string {
	e, _ := lookup(p.Key)
	return fill(e.Fix.In(lang), p.Args, lang)
}

// Sort orders problems by file, sheet, row and column of the cell, code and
// wording, and drops repetitions.
func Sort(ps []Problem) []Problem {
	out := slices.Clone(ps)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.At.File, b.At.File),
			cmp.Compare(a.At.Sheet, b.At.Sheet),
			cmp.Compare(a.At.Line, b.At.Line),
			compareCells(a.At.Cell, b.At.Cell),
			cmp.Compare(a.Key, b.Key),
			cmp.Compare(a.In(Vi), b.In(Vi)),
			cmp.Compare(a.Unit, b.Unit),
			cmp.Compare(a.Measure, b.Measure),
		)
	})
	return slices.CompactFunc(out, func(a, b Problem) bool {
		return a.Key == b.Key && a.At == b.At && a.Unit == b.Unit && a.Measure == b.Measure && a.In(Vi) == b.In(Vi)
	})
}

// Count returns the number of errors and of warnings.
func Count(ps []Problem) (errors, warnings int) {
	for _, p := range ps {
		if p.Severity() == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

func compareCells(a, b string) int {
	colA, rowA := splitCell(a)
	colB, rowB := splitCell(b)
	return cmp.Or(cmp.Compare(rowA, rowB), cmp.Compare(len(colA), len(colB)), cmp.Compare(colA, colB))
}

func splitCell(s string) (col string, row int) {
	i := 0
	for i < len(s) && s[i] >= 'A' && s[i] <= 'Z' {
		i++
	}
	for _, c := range s[i:] {
		if c < '0' || c > '9' || row > 1<<24 {
			break
		}
		row = row*10 + int(c-'0')
	}
	return s[:i], row
}

// fill replaces {name} by the argument of that name.
func fill(text string, args Args, lang Lang) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			b.WriteString(text)
			return b.String()
		}
		end := strings.IndexByte(text[open:], '}')
		if end < 0 {
			b.WriteString(text)
			return b.String()
		}
		name := text[open+1 : open+end]
		b.WriteString(text[:open])
		if v, ok := args[name]; ok {
			switch v := v.(type) {
			case Text:
				b.WriteString(v.In(lang))
			case Message:
				b.WriteString(v.In(lang))
			default:
				fmt.Fprint(&b, v)
			}
		} else {
			b.WriteString(text[open : open+end+1])
		}
		text = text[open+end+1:]
	}
}
