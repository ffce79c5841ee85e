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
	"baocao/internal/lock"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// KeptReport is a report that can be put back.
type KeptReport struct {
	Record  journal.Record
	Mailed  *journal.Record // the last letter with it
	Frozen  bool
	InPlace bool
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
		for i := range p.log.Records {
			if r := &p.log.Records[i]; r.Report == n && p.log.Left(r) {
				k.Mailed = r
			}
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
	w, err := write(ctx, dir, rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer w.done()
	k, err := w.keeping()
	if err != nil {
		return nil, err
	}
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
	out := &Restored{Record: *rec, Notes: w.told}
	if at, err := k.inPlace(period); err == nil {
		if at.of != nil && at.of.Report != number {
			out.Replaced = at.of.Report
		}
		files = append(gone(at.result, files), files...)
	}
	written, told, err := w.putSet(ReportDir, reportsList, "build.other", files)
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
