// Package result is ket-qua.json, the machine's copy of the report
// (docs/design.md 5; docs/ket-qua.md lists every field). Fields may be added,
// never renamed.
package result

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Schema names the format.
const Schema = "baocao/1"

// Result is the file. Numbers are strings in machine notation; what is absent is null.
type Result struct {
	Schema     string      `json:"schema"`
	Resolution Resolution  `json:"resolution"`
	Period     string      `json:"period"`
	Report     *Report     `json:"report"` // null in results of earlier versions
	Complete   bool        `json:"complete"`
	OpenPlaces []OpenPlace `json:"open_places"`
	Summary    Summary     `json:"summary"`
	Sections   []Section   `json:"sections"`
	Narrative  Narrative   `json:"narrative"`
	Units      []Unit      `json:"units"`
	Versions   []Version   `json:"versions"` // answers that do not count because others do
	Problems   []Problem   `json:"problems"`
	Accepted   []Accepted  `json:"accepted"` // warnings the office accepts
	Outputs    []Output    `json:"outputs"`  // the files that belong to this result
}

// Report is what the report says of itself.
type Report struct {
	Issuer       string    `json:"issuer"`
	Symbol       string    `json:"symbol"`
	Number       *string   `json:"number"`
	Date         *string   `json:"date"`
	Draft        bool      `json:"draft"`
	Illustrative bool      `json:"illustrative"`
	Replaces     *Replaced `json:"replaces"`
}

// Replaced is the report that one takes the place of.
type Replaced struct {
	Number string  `json:"number"`
	Date   *string `json:"date"`
}

// OpenPlace is a place of the report that somebody still has to write.
type OpenPlace struct {
	Page int    `json:"page"`
	Text string `json:"text"`
}

// Output is one of the other files that were written together with this one. Its
// content tells which it is: where the usual name was taken by a file that is open
// it lies under a numbered one.
type Output struct {
	Name   string `json:"name"` // usual name
	SHA256 string `json:"sha256"`
}

// Version is an answer set aside, with the one that is used; Used is null when
// none is.
type Version struct {
	Unit    string  `json:"unit"`
	Measure *string `json:"measure"` // null for narrative
	Input   *string `json:"input"`
	File    string  `json:"file"`
	Sheet   string  `json:"sheet"`
	Cell    string  `json:"cell"`
	Value   string  `json:"value"` // in words: "48", "không phát sinh"
	Used    *Used   `json:"used"`
	Why     string  `json:"why"`
}

// Used is the answer that counts in place of another.
type Used struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Cell  string `json:"cell"`
	Value string `json:"value"`
}

// Accepted is a warning that the plan silences.
type Accepted struct {
	Problem
	Reason string `json:"reason"`
}

// Place is a position in an input.
type Place struct {
	File  string `json:"file"`
	Sheet string `json:"sheet,omitempty"`
	Cell  string `json:"cell,omitempty"`
	Line  int    `json:"line,omitempty"`
}

// Choice is a person's decision about a figure.
type Choice struct {
	Reason string  `json:"reason"`
	By     string  `json:"by"`
	Date   *string `json:"date"`
}

// Resolution is what was promised.
type Resolution struct {
	Number string  `json:"number"`
	Date   *string `json:"date"`
	Year   int     `json:"year"`
	About  string  `json:"about"`
}

// Summary counts indicators.
type Summary struct {
	Total      int `json:"total"`
	Exceeded   int `json:"exceeded"`
	Met        int `json:"met"`
	Missed     int `json:"missed"`
	NoData     int `json:"no_data"`
	Unassessed int `json:"unassessed"`
	NotDue     int `json:"not_due"`
}

// Section is a group of indicators.
type Section struct {
	Number     string      `json:"number"`
	Title      string      `json:"title"`
	Indicators []Indicator `json:"indicators"`
}

// Indicator is one promise and its verdict.
type Indicator struct {
	Number  int    `json:"number"`
	Text    string `json:"text"`
	Verdict string `json:"verdict"`
	// Of a verdict that a person set on the whole indicator.
	ComputedVerdict string    `json:"computed_verdict,omitempty"`
	Override        *Override `json:"override,omitempty"`
	Reason          string    `json:"reason"`
	Headline        *string   `json:"headline"`
	Measures        []Measure `json:"measures"`
}

// Measure is one figure and its verdict.
type Measure struct {
	ID              string            `json:"id"`
	Name            string            `json:"name"`
	Unit            string            `json:"unit"`
	Decimals        int               `json:"decimals"`
	Method          string            `json:"method"`
	Target          string            `json:"target"`
	AmendedBy       *string           `json:"amended_by"`
	Basis           *string           `json:"basis"`
	Actual          *string           `json:"actual"`
	Judged          *string           `json:"judged"`
	Verdict         string            `json:"verdict"`
	ComputedVerdict string            `json:"computed_verdict"`
	Override        *Override         `json:"override"`
	Reason          string            `json:"reason"`
	PercentOfTarget *string           `json:"percent_of_target"`
	Previous        *string           `json:"previous"`
	Estimate        bool              `json:"estimate"`
	Reported        int               `json:"reported"`
	Expected        int               `json:"expected"`
	Nil             []string          `json:"nil"`
	Status          *string           `json:"status"`
	Evidence        *string           `json:"evidence"`
	List            *string           `json:"list"`
	Totals          map[string]string `json:"totals"`
	Inputs          []Input           `json:"inputs"` // of the totals; null in results of earlier versions
	Sources         []Source          `json:"sources"`
	Failing         []string          `json:"failing,omitempty"`  // units that do not reach what each is to
	Assigned        []Assigned        `json:"assigned,omitempty"` // units with targets of their own
}

// Input is what a total is of, so that it can be added to that of another report.
type Input struct {
	Role  string `json:"role"`
	Label string `json:"label"`
	Unit  string `json:"unit"` // of measurement

	Lines []InputLine `json:"lines,omitempty"` // the amounts that were added, of an input with lines
}

// InputLine is one of the amounts that a total is the sum of.
type InputLine struct {
	Label string  `json:"label"`
	Total *string `json:"total"` // null where all who were asked said «không phát sinh»
}

// Assigned is the figure of a unit that has a target of its own.
type Assigned struct {
	Unit    string  `json:"unit"`
	Target  string  `json:"target"`
	Actual  *string `json:"actual"`
	Verdict string  `json:"verdict"`

	Estimate bool `json:"estimate,omitempty"`
}

// Override is a verdict that a person set.
type Override struct {
	Verdict string  `json:"verdict"`
	Reason  string  `json:"reason"`
	By      string  `json:"by"`
	Date    *string `json:"date"`
}

// Source is one answer behind a figure. Measure is where it was asked, which
// is another measure under same_as and "of".
type Source struct {
	Unit    string  `json:"unit"`
	Measure string  `json:"measure"`
	Input   string  `json:"input"`
	Line    *int    `json:"line"`
	File    string  `json:"file"`
	Sheet   string  `json:"sheet"`
	Cell    string  `json:"cell"`
	Answer  string  `json:"answer"` // given | nil | pending
	Value   *string `json:"value"`
	How     string  `json:"how"`
	Column  string  `json:"column,omitempty"` // the heading over it, in a table of the unit's own
	Choice  *Choice `json:"decision,omitempty"`

	Estimate bool `json:"estimate,omitempty"`

	From []Origin `json:"from,omitempty"` // of a lower committee's total: the answers behind it
}

// Origin is an answer behind a lower committee's total.
type Origin struct {
	Unit  string   `json:"unit"` // its name
	File  string   `json:"file"`
	Sheet string   `json:"sheet"`
	Cell  string   `json:"cell"`
	Value string   `json:"value"`
	From  []Origin `json:"from,omitempty"`
}

// Narrative is what the units wrote, by kind.
type Narrative struct {
	Achievements []Remark `json:"achievements"`
	Limitations  []Remark `json:"limitations"`
	Causes       []Remark `json:"causes"`
	Solutions    []Remark `json:"solutions"`
	Requests     []Remark `json:"requests"`   // of others: nobody's but the unit's until a person decides
	Directions   []Remark `json:"directions"` // of the next year
}

// Remark is one piece of narrative.
type Remark struct {
	Area      *string `json:"area"`
	Indicator *int    `json:"indicator"` // that the unit names; null for none
	Nature    *string `json:"nature"`    // of a cause: objective | subjective; null where the unit does not say
	Text      string  `json:"text"`
	Unit      string  `json:"unit"`
	File      string  `json:"file"`
	Sheet     string  `json:"sheet"`
	Cell      string  `json:"cell"`
}

// Unit is what one unit has sent and owes.
type Unit struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Status string   `json:"status"`
	Owes   []string `json:"owes"`
	Files  []File   `json:"files"`
	// States has the state of every input, by its key: received, nil, pending,
	// faulty, missing. Optional inputs without an answer are absent.
	States map[string]assess.State `json:"states"`
}

// File is one file of a unit.
type File struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Status string `json:"status"`
}

// Problem is one thing that is wrong.
type Problem struct {
	Severity string  `json:"severity"`
	Code     string  `json:"code"`
	ID       string  `json:"id,omitempty"` // of a question
	Unit     *string `json:"unit"`
	File     *string `json:"file"`
	Sheet    *string `json:"sheet"`
	Cell     *string `json:"cell"`
	Line     *int    `json:"line"`
	Measure  *string `json:"measure"`
	Message  string  `json:"message"`
	Fix      string  `json:"fix"`
	Related  []Place `json:"related,omitempty"`

	Candidates []Candidate `json:"candidates,omitempty"` // answers that a question may have
}

// Candidate is one of the answers: an input of the unit, a unit, or a value.
type Candidate struct {
	N     int    `json:"n"`
	Input string `json:"input,omitempty"`
	Unit  string `json:"unit,omitempty"`
	Value string `json:"value,omitempty"`
	Text  string `json:"text"`

	Estimate bool `json:"estimate,omitempty"`
}

// Marshal writes the file: indented, with a newline at the end, the same bytes
// for the same result.
func (r *Result) Marshal() ([]byte, error) {
	of, all := r.measures(), 0
	for _, m := range of {
		all += len(m.Sources)
	}
	return r.marshal(all, func(i int) []Source { return of[i].Sources })
}

// WithOutputs is a result that was written without outputs, with those: the rest of a large
// one is written while they are made. data is used up.
func WithOutputs(data []byte, outputs []Output) ([]byte, error) {
	const none, end = "[]", "\n}\n"
	if len(outputs) == 0 {
		return data, nil
	}
	rest, ok := bytes.CutSuffix(data, []byte(none+end))
	if !ok {
		return nil, errors.New("the outputs have no place")
	}
	list := newLine()
	if err := list.encode(outputs); err != nil {
		return nil, err
	}
	return append(appendIndented(rest, list.Bytes(), "  "), end...), nil
}

// MarshalOf writes what New makes of an annex, of which this is Brief.
func (r *Result) MarshalOf(a *assess.Annex) ([]byte, error) {
	of, all := a.Measures(), 0
	for _, m := range of {
		all += len(m.Sources)
	}
	return r.marshal(all, func(i int) []Source { return sources(of[i]) })
}

// marshal writes the file with so many sources, those of each measure by its place. They
// are nearly all of a large file. They are made measure by measure and written one by one:
// an encoder holds what it gets three times.
func (r *Result) marshal(all int, of func(measure int) []Source) ([]byte, error) {
	without := *r
	without.Sections = slices.Clone(r.Sections)
	measures := 0
	for i := range without.Sections {
		s := &without.Sections[i]
		s.Indicators = slices.Clone(s.Indicators)
		for k := range s.Indicators {
			n := &s.Indicators[k]
			n.Measures = slices.Clone(n.Measures)
			for j := range n.Measures {
				n.Measures[j].Sources = nil
				measures++
			}
		}
	}
	rest, err := marshal(&without)
	if err != nil {
		return nil, err
	}
	const field, none = `"sources": `, "null" // no text holds these: the quotes in one are escaped
	var b []byte
	line := newLine()
	for i := range measures {
		before, after, found := bytes.Cut(rest, []byte(field+none))
		if !found {
			return nil, errors.New("a measure's sources have no place")
		}
		b = append(append(b, before...), field...)
		list, sign := of(i), "["
		for k := range list {
			from := len(b)
			b = append(append(b, sign...), "\n  "+sourcesIndent...)
			if err := line.encode(&list[k]); err != nil {
				return nil, err
			}
			b, sign = appendIndented(b, line.Bytes(), "  "+sourcesIndent), ","
			if all > 0 { // the others are about as long
				b = slices.Grow(b, len(rest)+(len(b)-from)*9/8*all)
				all = 0
			}
		}
		switch {
		case len(list) > 0:
			b = append(b, "\n"+sourcesIndent+"]"...)
		case list == nil:
			b = append(b, none...)
		default:
			b = append(b, "[]"...)
		}
		rest = after
	}
	return append(b, rest...), nil
}

// sourcesIndent stands before the lines of a measure's sources.
const sourcesIndent = "              "

// marshal encodes a value as a file.
func marshal(of any) ([]byte, error) {
	line := newLine()
	if err := line.encode(of); err != nil {
		return nil, err
	}
	return append(appendIndented(nil, line.Bytes(), ""), '\n'), nil
}

// NoNumber is the error of a figure that is none.
type NoNumber struct{ Measure, Text string }

func (e *NoNumber) Error() string {
	return fmt.Sprintf("measure %s: %q is not a number", e.Measure, e.Text)
}

// OtherSchema is the error of a file that is no result, or one of another form.
type OtherSchema struct{ Schema string }

func (e *OtherSchema) Error() string { return fmt.Sprintf("schema %q is not %q", e.Schema, Schema) }

// Why says in words why Load could not read a file.
func Why(err error) diag.Message {
	var syntax *json.SyntaxError
	var number *NoNumber
	var schema *OtherSchema
	switch {
	case errors.As(err, &syntax):
		return diag.Say("result.why.cut", nil)
	case errors.As(err, &number):
		return diag.Say("result.why.no-number", diag.Args{"text": viet.Excerpt(number.Text)})
	case errors.As(err, &schema):
		return diag.Say("result.why.not-ours", nil)
	}
	return diag.Say("result.why.form", nil)
}

// Load reads a file written by Marshal, of this version or a later one that
// added fields.
func Load(data []byte) (*Result, error) {
	var r Result
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, err
	}
	if r.Schema != Schema {
		return nil, &OtherSchema{r.Schema}
	}
	for _, m := range r.measures() {
		for _, s := range []*string{m.Actual, m.Judged, m.PercentOfTarget, m.Previous} {
			if s == nil || m.Method == string(resolution.OnDay) {
				continue
			}
			if _, err := quantity.Parse(*s); err != nil || strings.ContainsAny(*s, "eE") {
				return nil, &NoNumber{m.ID, *s}
			}
		}
	}
	return &r, nil
}

// Measure returns the measure of that id, or nil.
func (r *Result) Measure(id string) *Measure {
	for _, m := range r.measures() {
		if m.ID == id {
			return m
		}
	}
	return nil
}

// Indicator returns the indicator of that number, or nil.
func (r *Result) Indicator(number int) *Indicator {
	for s := range r.Sections {
		for i := range r.Sections[s].Indicators {
			if r.Sections[s].Indicators[i].Number == number {
				return &r.Sections[s].Indicators[i]
			}
		}
	}
	return nil
}

func (r *Result) measures() []*Measure {
	var out []*Measure
	for s := range r.Sections {
		for i := range r.Sections[s].Indicators {
			measures := r.Sections[s].Indicators[i].Measures
			for m := range measures {
				out = append(out, &measures[m])
			}
		}
	}
	return out
}
