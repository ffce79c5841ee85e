// Package rollup reads the reports of lower committees as returns of a higher one: the
// totals that a report carries answer what the higher committee asks. Nothing is taken
// of a percentage, and nothing of a report that contradicts itself.
package rollup

import (
	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// Report is what a lower committee's report says, whatever file it came in.
type Report struct {
	File, SHA256 string
	Kind         Kind
	Unit         string // whose it is; "" while that is not known, and of one that was
	Former       string // the name of one that was, as the change of territory has it

	Issuer       string // as it writes itself; "" where the file does not say
	Number       string
	Date         viet.Date
	Replaces     result.Replaced // zero for none
	Year         int
	Period       string
	Draft        bool
	Illustrative bool
	Open         int // what its own program says is open in it
	Outputs      []result.Output
	Measures     map[string]*Measure

	unchecked int // figures of a workbook that no check of its own holds to what they were

	pages  *pages // of a file without data
	agrees bool   // they show the figures that came beside them

	doubted bool // that nobody knows whether they are this report's is told

	refused bool // why nothing of the file counts is told

	told  []Words        // what it says in words
	more  int            // passages that are not among them
	began []string       // SHA-256 of what a PDF was before it was added to: signed
	lacks []diag.Message // what its version of the program did not write yet
}

// Kind is what a report came as, from the one that tells the least.
type Kind int

// The kinds.
const (
	Print    Kind = iota // a PDF without data, or a Word file: for people alone
	Internal             // SoLieu: sums alone
	Workbook             // PhuLuc
	Paper                // a PDF that carries its figures
	Data                 // ket-qua.json
)

// Measure is one figure of a report.
type Measure struct {
	ID, Name, Unit string
	Basis          string            // "" where it has none, and in workbooks
	Method         resolution.Method // "" where the file does not say
	Decimals       int
	Verdict        resolution.Verdict
	Actual, Judged *quantity.Number
	Exact          string // Actual as it is written; "" where the file does not say
	Estimate       bool
	Complete       bool // all who were asked have answered
	Nothing        bool // all of them «không phát sinh»
	Totals         map[resolution.Role]Total
	Lines          map[resolution.Role][]Line // of inputs with lines
	At             diag.Position

	disputed bool // another file of the report says otherwise, which is told

	operands []Total // of a workbook: what its formula is made of, in whatever order
	labelled []Total // of a workbook, until it is known which input each is

	noted *string // of a workbook: what its remarks say; nil for a file that tells the basis

	single  bool   // the only one of its indicator
	heading string // that indicator's text
}

// Total is a sum that a figure was computed of.
type Total struct {
	Value quantity.Number
	Label string
	Unit  string // of measurement; Known tells whether the file says it
	Known bool
	At    diag.Position

	Behind []returns.Origin
	sum    *quantity.Number // of what is behind it; nil where that is not the total's business
}

// Line is one of the amounts that a total is the sum of.
type Line struct {
	Label  string           // "" in results of earlier versions
	Value  *quantity.Number // nil for «không phát sinh»
	Behind []returns.Origin
}

// At is where the report lies.
func (r *Report) At() diag.Position { return diag.Position{File: r.File} }
