package app

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// Against is what a report is compared with: the run before it, unless one is named.
type Against struct {
	Mailed bool // the report last mailed
	Number int  // the report of this number
}

// Errors of a comparison.
var (
	ErrNoneMailed = errors.New("no report was mailed")
	ErrNoNumber   = errors.New("no report has this number")
)

// Difference is what the folder says now, otherwise than an earlier report.
type Difference struct {
	Before  *journal.Record // nil where there is none
	After   *journal.Record // nil for what is not built yet
	Changes *journal.Changes
	Other   *journal.Record // the last report before that was another one; nil where none was
	Whole   bool            // all of the earlier one is kept, not its figures and verdicts alone
	Outputs []string        // files of the report that have another content

	// What is not in the report in place yet: then the folder was judged anew.
	Pending []journal.InputChange
	Plan    *resolution.Plan
	Notes   []diag.Message
}

// Same reports that nothing changed.
func (d *Difference) Same() bool { return d.Changes.None() && len(d.Outputs) == 0 }

// inPlace is the report that is in place, and what the log tells of it.
type inPlace struct {
	result *result.Result
	of     *journal.Record // nil where no line tells of it
	line   *journal.Record // by which it is in place; nil likewise
}

func (p *past) inPlace(period resolution.Period) (*inPlace, error) {
	file := filepath.Join(p.dir, ReportDir, period.ResultFile())
	data, err := disk.Read(file, disk.MaxOwn)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &NoReport{file}
	}
	if err != nil {
		return nil, err
	}
	at := &inPlace{}
	if at.result, err = result.Load(data); err != nil {
		return nil, &MixedReport{period.ResultFile()}
	}
	if at.of = p.log.WithResult(inbox.Sum(data)); at.of == nil {
		return at, nil
	}
	if at.line = p.log.Current(period.String()); at.line == nil || at.line.Report != at.of.Report {
		at.line = at.of // somebody put it there by hand
	}
	return at, nil
}

// pending are the files that are otherwise now than when a report was made from them.
func pending(of *journal.Record, now []journal.Input) []journal.InputChange {
	if of == nil {
		return nil
	}
	was := of.Inputs
	if of.Did == journal.Found { // its record has what units sent alone
		now = slices.DeleteFunc(slices.Clone(now), func(f journal.Input) bool {
			return !strings.HasPrefix(f.File, DropDir+"/") || !slices.ContainsFunc(was, func(w journal.Input) bool {
				return w.File == f.File || w.SHA256 == f.SHA256
			})
		})
	}
	return journal.CompareInputs(was, now)
}

// Diff tells what changed since an earlier run. Where files came or changed that no
// build has seen, it is what a build would make of them that is compared. It writes
// nothing.
func Diff(ctx context.Context, dir string, with Against, progress Progress) (*Difference, error) {
	p, _, err := Open(dir)
	if err != nil {
		return nil, err
	}
	now, err := inputsNow(ctx, p, dir, p.Report.Period)
	if err != nil {
		return nil, err
	}
	return diff(dir, p, with, now, func() (*result.Result, error) {
		a, err := Check(ctx, dir, progress)
		if err != nil {
			return nil, err
		}
		return result.New(a), nil
	})
}

// Diff tells the same of what the desk was judged to be; it was composed before.
func (d *Desk) Diff(with Against) (*Difference, error) {
	return diff(d.dir, d.run.annex.Plan, with, d.inputs(), func() (*result.Result, error) {
		return result.New(d.run.annex), nil
	})
}

// inputs are the files that a report would be made from now.
func (d *Desk) inputs() []journal.Input {
	period := d.run.annex.Plan.Report.Period
	return slices.Concat(officeInputs(d.dir), otherResults(resultsIn(d.dir), period), d.run.contents())
}

// diff compares; anew is what a build would make of the files there are now.
func diff(dir string, p *resolution.Plan, with Against, now []journal.Input, anew func() (*result.Result, error)) (
	*Difference, error) {
	past, err := readPast(dir)
	if err != nil {
		return nil, err
	}
	at, err := past.inPlace(p.Report.Period)
	if err != nil {
		return nil, err
	}
	d := &Difference{After: at.line, Pending: pending(at.of, now), Plan: p, Notes: past.damaged()}
	is := at.result
	if len(d.Pending) > 0 {
		if is, err = anew(); err != nil {
			return nil, err
		}
		d.After = nil
	}
	if d.Before, err = past.earlier(at, d.After, with, p.Report.Period.String()); err != nil {
		return nil, err
	}
	was, of := at.result, at.of
	if d.Before != nil {
		of = past.log.Report(d.Before.Report)
		was, d.Whole = past.result(of)
	}
	d.Changes = journal.Compare(was, is)
	if at.of != nil {
		d.Other = past.log.Last(at.of.Period, func(r *journal.Record) bool {
			return r.InPlace() && r.Report != at.of.Report
		})
	}
	if d.After != nil && of != nil {
		d.Outputs = otherOutputs(of, at.of)
	}
	return d, nil
}

// earlier is the record of the report that is compared with.
func (p *past) earlier(at *inPlace, after *journal.Record, with Against, period string) (*journal.Record, error) {
	switch {
	case with.Number > 0:
		if rec := p.log.Report(with.Number); rec != nil && rec.Period == period {
			return rec, nil
		}
		return nil, ErrNoNumber
	case with.Mailed:
		if rec := p.lastMailed(period); rec != nil && p.log.Report(rec.Report) != nil {
			return rec, nil
		}
		return nil, ErrNoneMailed
	case at.line == nil:
		return p.log.Current(period), nil
	case after == nil:
		return at.line, nil
	}
	return p.log.Before(at.line), nil
}

// otherOutputs are the files that two reports have with another content, or only one
// of them has.
func otherOutputs(was, is *journal.Record) []string {
	var names []string
	if was.Report == is.Report {
		return nil
	}
	of := map[string]string{}
	for _, o := range was.Outputs {
		of[o.Name] = o.SHA256
	}
	for _, o := range is.Outputs {
		if of[o.Name] != o.SHA256 {
			names = append(names, o.Name)
		}
		delete(of, o.Name)
	}
	for _, o := range was.Outputs {
		if of[o.Name] != "" {
			names = append(names, o.Name)
		}
	}
	return names
}

// damaged tells of lines of the log that cannot be read.
func (p *past) damaged() []diag.Message {
	if len(p.log.Damaged) == 0 {
		return nil
	}
	var lines []string
	for _, n := range p.log.Damaged {
		lines = append(lines, strconv.Itoa(n))
	}
	if len(lines) > mostLetters {
		lines = append(lines[:mostLetters], "...")
	}
	return []diag.Message{diag.Say("journal.damaged", diag.Args{"path": JournalDir + "/" + journal.LogFile,
		"count": len(p.log.Damaged), "lines": strings.Join(lines, ", ")})}
}
