// Package returns holds what passes from stage to stage about a unit's file:
// the return with its observations and remarks, the form a unit is sent, and the
// mark of a corrected copy.
package returns

import (
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Answer is what a unit said to one ask. The four kinds of nothing differ
// everywhere (docs/design.md 4): a file that is missing gives no observation at all.
type Answer int

// The answers.
const (
	Blank   Answer = iota // the cell was left empty: owed
	Faulty                // something stands there that cannot be used: owed
	Given                 // a number, text or status
	Nil                   // "không phát sinh"
	Pending               // "chưa có kết quả"
)

// Observation is a unit's answer to one ask.
type Observation struct {
	Unit    string // unit id
	Key     string // resolution.Ask.Key: "1.1.numerator", "8.value.2"
	Measure string // measure id
	Answer  Answer
	Value   quantity.Number // when Given and the ask wants a number
	Text    string          // when Given and the ask wants text or a status
	At      diag.Position
	How     Source
	Note    string // what the unit wrote beside the figure
	Column  string // in a table of the unit's own: the heading over the figure

	Read *Read // how it was found, usable or not; nil for a decision, and where nothing stands

	Estimate bool               // it says that it is an estimate; Faulty unless the office takes those
	Disputed bool               // Faulty because answers differ and nothing says which counts
	Choice   *resolution.Choice // the decision that made it the answer; nil for none

	Behind []Origin // of a lower committee's total: what its report says it is the sum of
}

// Origin is an answer behind a lower committee's total, as its report tells of it.
// Nothing is computed of it.
type Origin struct {
	Unit  string // name
	At    diag.Position
	Value string
	// Behind it, where the report was itself made of reports.
	Behind []Origin
}

// Read is what a figure was read by, so that an error of reading shows at a glance.
type Read struct {
	Label    string // of the row: its block, then its own
	Heading  string // of the column, from top to bottom
	Stored   string // in the cell
	Shown    string // to who looks at it
	Unit     string // of measurement, as it was found; "" where nothing says one
	UnitAt   Spot
	Period   string // the text that tells the time
	PeriodAt Spot
	Plan     string // of the same row, as they stand
	LastYear string
}

// Spot is a cell of the file that a figure stands in.
type Spot struct{ Sheet, Cell string }

// Source is how a figure was found.
type Source int

// By what a figure was found.
const (
	NotFound   Source = iota
	ByForm            // the form's own row
	ByNumber          // a row of a table of the unit's own, by the measure's number and the label
	ByLabel           // ... by the label alone
	ByLikeness        // ... by a label that is like the one asked for
	ByLayout          // the place that the office described
	ByDecision        // a person's decision
	ByReading         // a cell whose meaning a person confirmed once
	ByConstant        // a constant of the plan: no unit was asked
	ByMeasure         // the figure of another measure: no unit was asked
	ByReport          // a lower committee's report
)

// String is the word for it in the result file.
func (s Source) String() string {
	return [...]string{"", "form", "table", "label", "close", "layout", "decision", "reading", "constant", "measure",
		"report"}[s]
}

// Other is what a unit tells about a figure that another unit owns.
type Other struct {
	Observation
	Owner string // unit id
}

// Kind is a kind of narrative.
type Kind string

// The kinds of narrative. A cause is one of neither kind where its unit does not say.
const (
	Achievement     Kind = "achievement"
	Limitation      Kind = "limitation"
	Cause           Kind = "cause"
	ObjectiveCause  Kind = "objective-cause"
	SubjectiveCause Kind = "subjective-cause"
	Solution        Kind = "solution"
	Request         Kind = "request"
	Direction       Kind = "direction" // of the year that follows
)

// Remark is one piece of narrative.
type Remark struct {
	Kind Kind
	Area string // area id; "" when the unit named none
	Text string
	Unit string
	At   diag.Position

	Indicator int // number of the one it is about, where the unit says so; else 0
}

// Status is what became of one file.
type Status string

// What becomes of a file. Partial: some required cells are blank; Faulty: some
// cells are unusable; NilReturn: every figure is "không phát sinh"; Duplicate:
// same answers as another file of the unit; Replaced: nothing in it counts
// because later files answer it all; Conflict: it differs from another file and
// nothing says which counts; Unknown: no unit recognised, or two.
const (
	StatusAccepted   Status = "accepted"
	StatusFaulty     Status = "faulty"
	StatusPartial    Status = "partial"
	StatusNil        Status = "nil"
	StatusUnreadable Status = "unreadable"
	StatusDuplicate  Status = "duplicate"
	StatusReplaced   Status = "replaced"
	StatusConflict   Status = "conflict"
	StatusUnknown    Status = "unknown"

	// StatusOtherPeriod: it is of another part of the year than the report.
	StatusOtherPeriod Status = "other-period"
)

// Return is what one file says.
type Return struct {
	File         string // relative to the working folder, forward slashes
	SHA256       string
	Unit         string // "" when not recognised
	Status       Status
	Observations []Observation // one for each of the unit's asks that the file has a place for
	Remarks      []Remark
	Others       []Other           // figures in it that other units own
	Repairs      []workbook.Repair // texts that were stored in an old encoding

	OtherPeriod string    // the words that say that nothing in it is of the report's part of the year; "" for none
	Undated     bool      // no title, heading or name in it tells a part of the year
	SentFor     diag.Text // the other part of the year in whose report it was used; none where in none

	Declared viet.Date // the day it says it was made on; zero for none
	Corrects string    // SHA-256 of the file that it is the corrected copy of, or replaces; "" for none
	Lower    bool      // it is a lower committee's report: no sender's table, that could be marked
}

// repeats reports that another remark says the same of the same.
func (m Remark) Repeats(o Remark) bool {
	return o.Kind == m.Kind && o.Area == m.Area && o.Indicator == m.Indicator && viet.Tidy(o.Text) == viet.Tidy(m.Text)
}

// agrees reports that two answers are the same.
func (o Observation) Agrees(other Observation) bool {
	return o.Answer == other.Answer && o.Value.Equal(other.Value) && viet.Tidy(o.Text) == viet.Tidy(other.Text)
}

// Explains reports that the unit wrote something in words beside the figure.
func Explains(o Observation) bool { return viet.Fold(strings.Trim(o.Note, "0123456789")) != "" }

// Said is the answer in words, for messages.
func (o Observation) Said() diag.Text {
	switch o.Answer {
	case Faulty:
		return diag.Text{Vi: "không dùng được", En: "unusable"}
	case Nil:
		return diag.Text{Vi: "không phát sinh", En: "nothing arose"}
	case Pending:
		return diag.Text{Vi: "chưa có kết quả", En: "no result yet"}
	case Given:
		if o.Text != "" {
			said := viet.Excerpt(o.Text)
			return diag.Text{Vi: said, En: said}
		}
		said := o.Value.Exact()
		return diag.Text{Vi: said, En: said}
	case Blank:
	}
	return diag.Text{Vi: "để trống", En: "blank"}
}

// Plain is an answer as it is kept in a file of decisions: a number in machine
// notation, a text, or the words for nothing; "" where none can be kept.
func (o Observation) Plain() string {
	switch {
	case o.Answer == Given && o.Text != "":
		return o.Text
	case o.Answer == Given:
		return o.Value.Plain()
	case o.Answer == Nil || o.Answer == Pending:
		return o.Said().Vi
	}
	return ""
}

// FindAnswer is the observation that answers an ask, by its key; a blank one
// for none.
func FindAnswer(all []Observation, key string) Observation {
	for i := range all { // each is large
		if all[i].Key == key {
			return all[i]
		}
	}
	return Observation{}
}

// Nothing reads "không phát sinh" and "chưa có kết quả"; Blank for anything else.
func Nothing(s string) Answer {
	switch viet.Fold(s) {
	case "khong phat sinh", "khong co phat sinh", "khong phat sinh trong nam", "trong nam khong phat sinh":
		return Nil
	case "chua co ket qua", "chua co":
		return Pending
	}
	return Blank
}
