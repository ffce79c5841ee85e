package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"baocao/internal/diag"
	"baocao/internal/fileset"
	"baocao/internal/journal"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// KeptReport is a report that can be put back.
type KeptReport struct {
	Record  journal.Record
	Mailed  *Leaving // the last letter with it
	Frozen  bool
	InPlace bool
}

// Leaving is a letter by which a report left the office, or may have.
type Leaving struct {
	journal.Record
	Unsure bool // it was on its way to the server, and nobody knows whether it arrived
}

// leavings are the letters with a report.
func (p *past) leavings(report int) (all []Leaving) {
	for i := range p.log.Records {
		if r := &p.log.Records[i]; r.Report == report && p.log.Left(r) {
			all = append(all, Leaving{*r, p.unsure(r)})
		}
	}
	return all
}

// unsure reports a letter over the server of which nobody knows whether it arrived.
func (p *past) unsure(r *journal.Record) bool {
	return r.Did == journal.Sending && p.log.Outcome(r).Did == journal.Unsure
}

// lastMailed is the last letter of a period's report, as it is told; nil for none.
func (p *past) lastMailed(period string) *journal.Record {
	if letter := p.log.Mailed(period); letter != nil {
		return p.asTold(letter)
	}
	return nil
}

// asTold is the line of a letter; where nobody knows whether it arrived it says so.
func (p *past) asTold(letter *journal.Record) *journal.Record {
	if !p.unsure(letter) {
		return letter
	}
	told := *letter
	told.Did = journal.Unsure
	return &told
}

// NotKept is the error of a report that is not kept whole.
type NotKept struct {
	Number int
	Known  bool // a line tells of it
}

func (e *NotKept) Error() string { return keptName(e.Number) + ": not kept" }

// KeptReports are the reports that can be put back, in order.
func KeptReports(dir string) ([]KeptReport, []diag.Message, error) {
	if err := isFolder(dir); err != nil {
		return nil, nil, err
	}
	p, err := readPast(dir)
	if err != nil {
		return nil, nil, err
	}
	var all []KeptReport
	for _, n := range p.numbers() {
		rec := p.log.Report(n)
		if rec == nil || p.files(rec) == nil {
			continue
		}
		k := KeptReport{Record: *rec}
		if letters := p.leavings(n); letters != nil {
			k.Mailed = &letters[len(letters)-1]
		}
		if f := p.log.Frozen(rec.Period); f != nil {
			k.Frozen = f.Report == n
		}
		of, _ := resolution.ParsePeriod(rec.Period)
		if at, err := p.inPlace(of); err == nil && at.of != nil {
			k.InPlace = at.of.Report == n
		}
		all = append(all, k)
	}
	return all, p.damaged(), nil
}

func isFolder(dir string) error {
	_, err := os.Stat(filepath.Join(dir, ResolutionFile))
	if errors.Is(err, fs.ErrNotExist) {
		return &NotAFolder{dir}
	}
	return err
}

// files are the kept files of a report; nil where one is missing or was changed.
func (p *past) files(rec *journal.Record) (files []fileset.File) {
	for _, o := range rec.Outputs {
		data, ok := p.file(rec.Report, o)
		if !ok {
			return nil
		}
		files = append(files, fileset.File{Name: o.Name, Data: data})
	}
	return files
}

// LogSaid is what the log tells people.
type LogSaid struct {
	Lines []diag.Message
	log   *journal.Log
}

// LogLines are the lines of the log, in order.
func LogLines(dir string) (*LogSaid, error) {
	p, err := readPast(dir)
	if err != nil {
		return nil, err
	}
	said := &LogSaid{log: p.log}
	for _, rec := range p.log.Records {
		said.Lines = append(said.Lines, caption(rec))
	}
	return said, nil
}

// Replaced is the number of the report that was in place before somebody put an earlier
// one back, and of that one; 0 where what is in place was not put back.
func (l *LogSaid) Replaced(period resolution.Period) (was, is int) {
	rec := l.log.Current(period.String())
	if rec == nil || rec.Did != journal.Restored {
		return 0, 0
	}
	if before := l.log.Before(rec); before != nil && before.Report != rec.Report {
		return before.Report, rec.Report
	}
	return 0, 0
}

// KeptFile is a file of a report that is kept; nil where it is none, or not what it was.
func KeptFile(dir string, number int, name string) ([]byte, error) {
	p, err := readPast(dir)
	if err != nil {
		return nil, err
	}
	rec := p.log.Report(number)
	if rec == nil {
		return nil, &NotKept{number, false}
	}
	for _, o := range rec.Outputs {
		if data, ok := p.file(number, o); ok && o.Name == name {
			return data, nil
		}
	}
	return nil, &NotKept{number, true}
}

// Effect is what putting a report back changes in the one that is in place.
type Effect struct {
	Report  journal.Record
	InPlace *journal.Record // nil where there is none, or no line tells of it
	Changes *journal.Changes
	Frozen  *journal.Record // the figures are: nothing is put back but what was frozen
}

// Restoring tells what putting a report back would do. It writes nothing.
func Restoring(dir string, number int) (*Effect, error) {
	p, err := readPast(dir)
	if err != nil {
		return nil, err
	}
	rec := p.log.Report(number)
	if rec == nil || p.files(rec) == nil {
		return nil, &NotKept{number, rec != nil}
	}
	e := &Effect{Report: *rec, Changes: journal.Compare(&result.Result{}, &result.Result{})}
	period, _ := resolution.ParsePeriod(rec.Period)
	if at, err := p.inPlace(period); err == nil {
		is, _ := p.result(rec)
		e.InPlace, e.Changes = at.of, journal.Compare(at.result, is)
	}
	if f := p.log.Frozen(rec.Period); f != nil && f.Report != number {
		e.Frozen = f
	}
	return e, nil
}

// Restored is a report that was put back.
type Restored struct {
	Record   journal.Record
	Replaced int // the number of the one that it replaced; 0 for none
	Files    []fileset.Written
	Notes    []diag.Message
}

// Restore puts an earlier report back in place, all its files together. The one that
// was there is kept.
func Restore(ctx context.Context, dir string, number int) (*Restored, error) {
	return restore(ctx, dir, number, os.Rename)
}

func restore(ctx context.Context, dir string, number int, rename renaming) (*Restored, error) {
	if err := isFolder(dir); err != nil {
		return nil, err
	}
	k, err := keep(ctx, dir, rename)
	if err != nil {
		return nil, err
	}
	defer k.done()
	rec := k.log.Report(number)
	if rec == nil {
		return nil, &NotKept{number, false}
	}
	if frozen := k.log.Frozen(rec.Period); frozen != nil && frozen.Report != number {
		return nil, &IsFrozen{*frozen}
	}
	files := k.files(rec)
	if files == nil {
		return nil, &NotKept{number, true}
	}
	period, _ := resolution.ParsePeriod(rec.Period)
	if err := k.adopt(period); err != nil { // what is there now must not be lost
		return nil, err
	}
	rec = k.log.Report(number)
	out := &Restored{Record: *rec, Notes: k.told}
	if at, err := k.inPlace(period); err == nil {
		if at.of != nil && at.of.Report != number {
			out.Replaced = at.of.Report
		}
		files = append(gone(at.result, files), files...)
	}
	written, told, err := k.putSet(ReportDir, reportsList, "build.other", files)
	if err != nil {
		return nil, err
	}
	out.Files = written
	out.Notes = append(out.Notes, told...)
	err = k.note(journal.Record{Did: journal.Restored, Report: number, Period: rec.Period})
	out.Notes = append(out.Notes, journalFailure(err)...)
	return out, nil
}

// gone are the files of a report in place that another one does not have.
func gone(is *result.Result, files []fileset.File) (drop []fileset.File) {
	for _, o := range is.Outputs {
		if !slices.ContainsFunc(files, func(f fileset.File) bool { return f.Name == o.Name }) {
			drop = append(drop, fileset.File{Name: filepath.Base(o.Name), Drop: true})
		}
	}
	return drop
}
