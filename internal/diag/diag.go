// Package diag is a problem as a value: what is wrong, how grave it is, where
// it stands, and how to mend it. A message is a key of the catalogue and its
// arguments until it is printed, in Vietnamese or in English.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
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

// Message is a phrase of the catalogue and its arguments.
type Message struct {
	Key  string
	Args Args
}

// Say makes a message.
func Say(key string, args Args) Message { return Message{Key: key, Args: args} }

// IsZero reports an absent message.
func (m Message) IsZero() bool { return m.Key == "" }

// Text is the message in both languages.
func (m Message) Text() Text { return Text{m.In(Vi), m.In(En)} }

// In prints the message.
func (m Message) In(lang Lang) string {
	if m.Key == "" {
		return ""
	}
	text, ok := byKey()[m.Key]
	if !ok {
		return strings.Clone(m.Key) // else the arguments of every message would have to outlive it
	}
	return fill(text.In(lang), m.Args, lang)
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

// OnPage is a page of a PDF, the one place in such a file that is in no sheet; 0 for none.
func OnPage(file string, page int) Position {
	if page == 0 {
		return Position{File: file}
	}
	return Position{File: file, Cell: strconv.Itoa(page)}
}

// String prints "file, sheet Name, ô E7" without words of any language:
// "file › Name!E7" or "file:12".
func (p Position) String() string {
	s := Visible(p.File)
	if p.Line > 0 {
		s += fmt.Sprintf(":%d", p.Line)
	}
	if p.Sheet != "" {
		s += " › " + Visible(p.Sheet)
		if p.Cell != "" {
			s += "!" + p.Cell
		}
	}
	return s
}

// Problem is one thing that is wrong.
type Problem struct {
	Code    string // "B112"
	Args    Args
	At      Position // where it stands
	Related []Position
	Unit    string // unit id, when known
	Measure string // measure id, when known
	Raised  bool   // a warning that this office takes for an error

	Question *Question // what an answer would settle; nil for what is no question
}

// New makes a problem. An unknown code is a programming error and shows as its code.
func New(code string, at Position, args Args) Problem {
	return Problem{Code: code, Args: args, At: at}
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

// Entry is what the catalogue says of the problem's code.
func (p Problem) Entry() Entry {
	e, ok := Lookup(p.Code)
	if !ok {
		return Entry{Code: p.Code, Severity: Error, What: Text{p.Code, p.Code}}
	}
	return e
}

// Severity is the code's severity, unless this office raised it.
func (p Problem) Severity() Severity {
	if p.Raised {
		return Error
	}
	return p.Entry().Severity
}

// Text is what is wrong in both languages.
func (p Problem) Text() Text { return Text{p.In(Vi), p.In(En)} }

// In prints what is wrong.
func (p Problem) In(lang Lang) string { return fill(p.Entry().What.In(lang), p.Args, lang) }

// InAt prints what is wrong as it is said beside one of the problem's places: a
// problem about several cells has other words there.
func (p Problem) InAt(at Position, lang Lang) string {
	if e := p.Entry(); at.Cell != "" && e.OfCell != (Text{}) {
		return fill(e.OfCell.In(lang), p.Args, lang)
	}
	return p.In(lang)
}

// Fix prints how to mend it.
func (p Problem) Fix(lang Lang) string { return fill(p.Entry().Fix.In(lang), p.Args, lang) }

// PageFix prints how to mend a problem for whoever looks at the local page, where there are
// buttons and no commands.
func (p Problem) PageFix(lang Lang) string {
	if e := p.Entry(); e.PageFix != (Text{}) {
		return fill(e.PageFix.In(lang), p.Args, lang)
	}
	return p.Fix(lang)
}

// OnPage is a message as the local page tells it: in other words where the catalogue has
// some, since those for the terminal tell a command.
func (m Message) OnPage(lang Lang) string {
	if other, ok := byKey()[onPage+m.Key]; ok {
		return fill(other.In(lang), m.Args, lang)
	}
	return m.In(lang)
}

// onPage begins the key of the other words.
const onPage = "on-page."

// SenderFix prints how the unit that sent a file mends a problem in it. The
// office's own fix often begins with asking the unit, or is about the office's
// files; ok is false for what is not the sender's to mend.
func (p Problem) SenderFix(lang Lang) (fix string, ok bool) {
	e := p.Entry()
	switch {
	case !e.SenderMends:
		return "", false
	case e.SenderFix == (Text{}):
		return p.Fix(lang), true
	}
	return fill(e.SenderFix.In(lang), p.Args, lang), true
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
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.In(Vi), b.In(Vi)),
			cmp.Compare(a.Unit, b.Unit),
			cmp.Compare(a.Measure, b.Measure),
		)
	})
	return slices.CompactFunc(out, func(a, b Problem) bool {
		return a.Code == b.Code && a.At == b.At && a.Unit == b.Unit && a.Measure == b.Measure && a.In(Vi) == b.In(Vi)
	})
}

// ForReading is the order in which people read problems: errors first, then
// warnings, each by unit in the order given, a unit's by file. What is of no
// unit comes before.
func ForReading(ps []Problem, units []string) []Problem {
	place := func(p Problem) int { return slices.Index(units, p.Unit) }
	out := slices.Clone(ps)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(b.Severity(), a.Severity()), cmp.Compare(place(a), place(b)),
			cmp.Compare(a.At.File, b.At.File))
	})
	return out
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
	b.Grow(2 * len(text))
	whole := text
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
				said, plain := v.(string)
				if !plain {
					said = fmt.Sprint(v)
				}
				said = Visible(said)
				if commanded(whole[:len(whole)-len(text)+open]) {
					said = quoted(said)
				}
				b.WriteString(said)
			}
		} else {
			b.WriteString(text[open : open+end+1])
		}
		text = text[open+end+1:]
	}
}

// commanded tells whether what follows the text is a word of a command that people copy: "baocao build ",
// "baocao import NGHI-QUYET.docx ".
func commanded(text string) bool {
	i := strings.LastIndex(text, "baocao ")
	if i < 0 {
		return false
	}
	words := text[i+len("baocao "):]
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-{} "
	return strings.Trim(words, letters) == "" && strings.HasSuffix(words, " ")
}

// quoted is a name as it has to be typed: a folder called "Bao cao" is two words otherwise.
func quoted(name string) string {
	switch {
	case !strings.ContainsAny(name, " &()'\"#;") || strings.HasPrefix(name, `"`) || strings.HasPrefix(name, "'"):
		return name
	case strings.Contains(name, `"`):
		return "'" + name + "'"
	}
	return `"` + name + `"`
}
