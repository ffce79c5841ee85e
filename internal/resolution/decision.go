package resolution

import (
	"slices"
	"strings"
	"unicode"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// DecisionsFile holds what a person decided: verdicts and figures.
const DecisionsFile = "quyet-dinh-so-lieu.toml"

// Choice is a figure that a person settled: which file's answer counts, what the
// answer is, or that the unit's estimate will do.
type Choice struct {
	ID      string // of the question that it settled; "" when written by hand
	Measure string
	Input   string           // of the measure: "value", "numerator", "value.2" for a line
	Unit    string           // whose answer; "" for the one figure of several equal owners
	File    string           // the file whose answer counts; "" when Answer is given
	Answer  string           // a text, a status, or one of the words for nothing
	Value   *quantity.Number // a number
	// Estimate: the answer is an estimate, and gives way to a result. With neither a
	// file nor an answer it says that what the unit estimates is taken.
	Estimate bool
	Reason   string
	By       string
	Date     viet.Date
	Saw      []Seen // what the files said when the decision was taken
	Line     int
}

// Key is the ask that the choice answers: "11.1.value".
func (c *Choice) Key() string { return c.Measure + "." + c.Input }

// Decides reports that the choice says what the answer is, and not only that an
// estimate will do.
func (c *Choice) Decides() bool { return c.File != "" || c.Value != nil || c.Answer != "" }

// Estimator is a unit whose estimates the office takes, of whatever figure.
type Estimator struct {
	ID     string // of the question that it settled; "" when written by hand
	Unit   string
	Reason string
	By     string
	Date   viet.Date
	Line   int
}

// TakesEstimate reports that the office takes what a unit estimates of a figure.
func (p *Plan) TakesEstimate(unit, key string) bool {
	return slices.ContainsFunc(p.Estimators, func(e Estimator) bool { return e.Unit == unit }) ||
		slices.ContainsFunc(p.Choices, func(c Choice) bool {
			return c.Estimate && !c.Decides() && c.Key() == key && (c.Unit == unit || c.Unit == "")
		})
}

// Seen is what one file said to the question when it was decided, in the words
// of the message that asked it.
type Seen struct{ File, Value string }

// SameFile compares paths as Windows does, without letter case, and whether
// accents are stored apart from their letters or not.
func SameFile(a, b string) bool { return strings.EqualFold(viet.Clean(a), viet.Clean(b)) }

// IsNothing reports the words for "nothing arose" and "no result yet".
func IsNothing(s string) bool {
	switch viet.Fold(s) {
	case "khong phat sinh", "chua co ket qua":
		return true
	}
	return false
}

// Silence is a warning that the office accepts, with the reason.
type Silence struct {
	Code, Measure, Unit, File string // only Code must be set; an empty field matches all
	Reason                    string
	Line                      int
	Shared                    string // the file outside that it stands in; "" for the office's own
}

// Accepts reports whether a silence is about a problem.
func (s Silence) Accepts(p diag.Problem) bool {
	return s.Code == p.Code && (s.Measure == "" || s.Measure == p.Measure) && (s.Unit == "" || s.Unit == p.Unit) &&
		(s.File == "" || SameFile(s.File, p.At.File))
}

// Decision is a verdict that a person set, from quyet-dinh-so-lieu.toml.
type Decision struct {
	ID        string // by which it is taken back; "" when written by hand
	Measure   string // "" where it is about an indicator of several measures
	Indicator int    // 0 where it is about a measure
	Verdict   Verdict
	Reason    string
	By        string
	Date      viet.Date
	Line      int
}

// Quoted is a TOML string, for entries ready to be pasted; Vietnamese letters stay as they are.
func Quoted(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' ' // TOML allows none of them
		}
		return r
	}, s)
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
