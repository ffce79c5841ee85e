package journal

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"baocao/internal/render/result"
	"baocao/internal/viet"
)

// LogFile is the log of what was done in the folder: a line for each run and for each
// thing that a person did through the page. At its left side stands for people what the
// rest tells the program. Lines are only ever added.
const LogFile = "so-nhat-ky.txt"

// KeptDir holds the reports that are kept, in a folder each, named by their number.
const KeptDir = "lan-lap"

// Did is what a line tells of.
type Did string

// What may happen to a report.
const (
	Built    Did = "built"    // it was made, and is a new one
	Again    Did = "again"    // it was made, and is the one that has this number already
	Found    Did = "found"    // it lay in its place and no line told of it
	Mailed   Did = "mailed"   // a letter with it was drafted
	Restored Did = "restored" // it was put back in place
	Frozen   Did = "frozen"   // its figures stand until somebody unfreezes them
	Unfrozen Did = "unfrozen"
	Done     Did = "done" // something that a person did to no report

	// What becomes of a letter that goes over a server is a line of its own, since the
	// program may die between the two: one with no second line may have arrived.
	Sending Did = "sending" // it is about to be handed over
	Sent    Did = "sent"    // the server has it
	Unsent  Did = "unsent"  // the server has it not, for sure
	Unsure  Did = "unsure"  // it was handed over and no answer came
)

// Record is one line of the log. Numbers are in machine notation.
type Record struct {
	Did     Did       `json:"did"`
	Report  int       `json:"report,omitempty"` // the number of the report that it is about; 0 for none
	At      time.Time `json:"at"`
	By      string    `json:"by,omitempty"`
	Reason  string    `json:"reason,omitempty"`
	Program string    `json:"program,omitempty"` // the version that did it
	Period  string    `json:"period,omitempty"`
	What    string    `json:"what,omitempty"` // of what is about no report

	// Of a report that is new.
	Complete bool              `json:"complete,omitempty"`
	Summary  *result.Summary   `json:"summary,omitempty"`
	Verdicts map[string]string `json:"verdicts,omitempty"` // of the indicators
	Figures  map[string]Figure `json:"figures,omitempty"`  // of the measures
	Inputs   []Input           `json:"inputs,omitempty"`
	Outputs  []Output          `json:"outputs,omitempty"` // the result is the last

	// Of a letter.
	To     []string `json:"to,omitempty"`
	Letter string   `json:"letter,omitempty"` // its name among the files of the report

	// Of a letter that goes over a server. It is known by its Message-ID, and each time that
	// it is handed over by a number.
	MessageID string  `json:"message_id,omitempty"`
	Attempt   int     `json:"attempt,omitempty"`
	From      string  `json:"from,omitempty"`
	Server    string  `json:"server,omitempty"`
	Files     []Input `json:"files,omitempty"` // that go with it
	Why       string  `json:"why,omitempty"`   // it is unsent or unsure
	Said      string  `json:"said,omitempty"`  // by the server

	// Of a letter to a unit that owes, which is about no report.
	Unit string `json:"unit,omitempty"`
	Owes string `json:"owes,omitempty"` // a sum of what it is reminded of, and how
}

// Figure is a measure's figure and verdict.
type Figure struct {
	Judged  *string `json:"judged"`
	Verdict string  `json:"verdict"`
}

// Input is a file that a report was made from. SHA256 is "" for one that could not
// be read.
type Input struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

// Output is a file of a report.
type Output struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
	ID     string `json:"id,omitempty"` // that a PDF carries within it
}

// Of takes a result's figures and verdicts.
func (r *Record) Of(res *result.Result) {
	r.Period, r.Complete, r.Summary = PeriodOf(res), res.Complete, &res.Summary
	r.Verdicts, r.Figures = map[string]string{}, map[string]Figure{}
	for _, s := range res.Sections {
		for _, i := range s.Indicators {
			r.Verdicts[strconv.Itoa(i.Number)] = i.Verdict
			for _, m := range i.Measures {
				r.Figures[m.ID] = Figure{m.Judged, m.Verdict}
			}
		}
	}
}

// PeriodOf is a result's period, "nam" for one of before there were others.
func PeriodOf(res *result.Result) string {
	if res.Period == "" {
		return "nam"
	}
	return res.Period
}

// mostReports is beyond every number that a report may have.
const mostReports = 1_000_000

// whole reports that a record has all that it takes to find and tell its report.
func (r *Record) whole() bool {
	if r.Did == Done {
		return !r.At.IsZero() && r.What != ""
	}
	if r.Did == "" || r.Report < 0 || r.Report > mostReports || r.At.IsZero() || r.Period == "" {
		return false
	}
	// Only a letter to a unit is about no report; unfreezing such a one would have no effect.
	if r.Report == 0 && (r.Unit == "" || r.InPlace() || r.Did == Mailed || r.Did == Frozen || r.Did == Unfrozen) {
		return false
	}
	for _, o := range r.Outputs {
		if sum, err := hex.DecodeString(o.SHA256); err != nil || len(sum) != 32 || o.Size < 0 ||
			filepath.Base(o.Name) != o.Name || !filepath.IsLocal(o.Name) || strings.ContainsAny(o.Name, `/\:`) {
			return false
		}
	}
	if len(r.Outputs) == 0 && (r.Did == Built || r.Did == Found) || len(r.Outputs) > 0 && r.Summary == nil {
		return false
	}
	// A letter that is handed over again is written where its line says: never over the report.
	return r.Letter == "" || filepath.Ext(r.Letter) == ".eml" && !strings.ContainsAny(r.Letter, `/\:`)
}

// Result is the output that is the report's ket-qua.json.
func (r *Record) Result() Output { return r.Outputs[len(r.Outputs)-1] }

// Head begins the log with a remark, and with a byte order mark, so that every Windows
// Notepad shows what follows.
func Head(remark string) []byte { return []byte("\uFEFF# " + remark + "\r\n") }

// Line is a record as the log has it; caption says for people what it tells.
func Line(r Record, caption string) ([]byte, error) {
	r.At = r.At.In(vietnam).Truncate(time.Second)
	var b bytes.Buffer
	b.WriteString(viet.Tidy(strings.ToValidUTF8(caption, " ")) + "\t")
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	return append(bytes.TrimRight(b.Bytes(), "\n"), '\r', '\n'), nil
}

// Log is what the lines tell, in their order.
type Log struct {
	Records []Record
	Damaged []int // numbers of the lines that tell nothing
	Torn    bool  // the last line is one of them: a run was killed while it wrote it
}

// ReadLog reads a log. A line that makes no sense is passed over.
func ReadLog(data []byte) *Log {
	l := &Log{}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		text := bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\uFEFF")))
		if len(text) == 0 || text[0] == '#' {
			continue
		}
		var r Record
		_, told, ok := bytes.Cut(text, []byte{'\t'})
		if l.Torn = !ok || json.Unmarshal(told, &r) != nil || !r.whole(); l.Torn {
			l.Damaged = append(l.Damaged, n)
			continue
		}
		l.Records = append(l.Records, r)
	}
	return l
}

// Last is the last record of a period for which a condition holds, or nil.
func (l *Log) Last(period string, holds func(*Record) bool) *Record {
	for i := len(l.Records) - 1; i >= 0; i-- {
		if r := &l.Records[i]; r.Period == period && holds(r) {
			return r
		}
	}
	return nil
}

// InPlace reports that a record tells which report is in place since then.
func (r *Record) InPlace() bool {
	switch r.Did {
	case Built, Again, Found, Restored:
		return true
	case Mailed, Frozen, Unfrozen, Sending, Sent, Unsent, Unsure, Done:
	}
	return false
}

// Current is the record by which the report of a period is in place; nil for none.
func (l *Log) Current(period string) *Record { return l.Last(period, l.placed) }

// placed reports that a record tells which report is in place, and that the log knows that
// report: the line that told of it may be damaged.
func (l *Log) placed(r *Record) bool { return r.InPlace() && l.Report(r.Report) != nil }

// Before is the record by which there was a report in place before a run; nil for none.
func (l *Log) Before(run *Record) *Record {
	passed := false
	return l.Last(run.Period, func(r *Record) bool {
		if r == run {
			passed = true
			return false
		}
		return passed && l.placed(r)
	})
}

// Mailed is the last letter of a period's report, nil for none.
func (l *Log) Mailed(period string) *Record { return l.Last(period, l.Left) }

// Left reports that by a record a report left the office, or may have: a letter with it
// was drafted, or handed to a server that did not refuse it.
func (l *Log) Left(r *Record) bool {
	return r.Did == Mailed || r.Did == Sending && r.Report > 0 && l.Outcome(r).Did != Unsent
}

// Outcome is what became of a letter that was about to be handed over; without a line
// that tells it nobody is sure.
func (l *Log) Outcome(intent *Record) Record {
	for i := len(l.Records) - 1; i >= 0; i-- {
		switch r := &l.Records[i]; r.Did {
		case Sent, Unsent, Unsure:
			if r.MessageID == intent.MessageID && r.Attempt == intent.Attempt {
				return *r
			}
		case Built, Again, Found, Mailed, Restored, Frozen, Unfrozen, Sending:
		}
	}
	return Record{Did: Unsure, Report: intent.Report, Unit: intent.Unit, At: intent.At}
}

// NextAttempt is the number of the next handing over of a letter.
func (l *Log) NextAttempt(messageID string) int {
	n := 0
	for i := range l.Records {
		if r := &l.Records[i]; r.MessageID == messageID {
			n = max(n, r.Attempt)
		}
	}
	return n + 1
}

// Frozen is the record by which a period's figures stand, nil where they may change.
func (l *Log) Frozen(period string) *Record {
	r := l.Last(period, func(r *Record) bool { return r.Did == Frozen || r.Did == Unfrozen })
	if r == nil || r.Did == Unfrozen {
		return nil
	}
	return r
}

// Report is the last record that tells what report has a number, nil for none.
func (l *Log) Report(number int) *Record {
	for i := len(l.Records) - 1; i >= 0; i-- {
		if r := &l.Records[i]; r.Report == number && len(r.Outputs) > 0 {
			return r
		}
	}
	return nil
}

// WithResult is the last record of the report with this ket-qua.json, nil for none.
func (l *Log) WithResult(sha256 string) *Record {
	for i := len(l.Records) - 1; i >= 0; i-- {
		if r := &l.Records[i]; len(r.Outputs) > 0 && r.Result().SHA256 == sha256 {
			return r
		}
	}
	return nil
}

// Latest is the highest number that a report has, in the log or among the kept ones. One near
// the bound was not reached by counting, somebody wrote it: then it is the number before the
// widest gap, so that those that come find room.
func (l *Log) Latest(kept []int) int {
	all := append([]int{0}, kept...)
	for _, r := range l.Records {
		all = append(all, r.Report)
	}
	slices.Sort(all)
	const room = 1000
	latest, widest := all[len(all)-1], 0
	if latest <= mostReports-room {
		return latest
	}
	for i, n := range all[1:] {
		if gap := min(n, mostReports) - all[i]; gap > widest {
			latest, widest = all[i], gap
		}
	}
	return latest
}

// Has reports that a line is about the report of a number.
func (l *Log) Has(number int) bool {
	return slices.ContainsFunc(l.Records, func(r Record) bool { return r.Report == number })
}

// Protected are the numbers of the reports that are kept for good: those that went
// out, and those whose figures stand.
func (l *Log) Protected() map[int]bool {
	all := map[int]bool{}
	for _, r := range l.Records {
		if r.Did == Mailed || r.Did == Sending && r.Report > 0 || r.Did == Frozen {
			all[r.Report] = true
		}
	}
	return all
}

// Figured is as much of a report's result as its record has: figures and verdicts.
func (r *Record) Figured() *result.Result {
	out := &result.Result{Schema: result.Schema, Period: r.Period, Complete: r.Complete}
	if r.Summary != nil {
		out.Summary = *r.Summary
	}
	var section result.Section
	for number, verdict := range r.Verdicts { // in any order: compared by number
		n, _ := strconv.Atoi(number)
		i := result.Indicator{Number: n, Verdict: verdict}
		section.Indicators = append(section.Indicators, i)
	}
	slices.SortFunc(section.Indicators, func(a, b result.Indicator) int { return a.Number - b.Number })
	var loose []result.Measure
	for id, f := range r.Figures {
		loose = append(loose, result.Measure{ID: id, Judged: f.Judged, Verdict: f.Verdict})
	}
	slices.SortFunc(loose, func(a, b result.Measure) int { return strings.Compare(a.ID, b.ID) })
	if len(section.Indicators) > 0 {
		section.Indicators[0].Measures = loose // none is looked for by its indicator
	}
	out.Sections = []result.Section{section}
	return out
}
