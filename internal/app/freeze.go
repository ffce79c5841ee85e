package app

import (
	"context"
	"os"
	"path"
	"path/filepath"

	"baocao/internal/assess"
	"baocao/internal/disk"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/render/result"
)

// Standstill is a report whose figures somebody froze, and what came after that.
type Standstill struct {
	Record journal.Record // who froze it, when
	Result *result.Result // what it says
	Intact bool           // its files are in place; the PDF may have been signed
	Late   []journal.InputChange
	Since  *Since // what would change; nil where nothing would
}

// IsFrozen is the error of what must not change.
type IsFrozen struct{ Record journal.Record }

func (e *IsFrozen) Error() string { return "the figures are frozen" }

// NotFrozen is the error of figures that are to be unfrozen and are not frozen.
type NotFrozen struct{}

func (e *NotFrozen) Error() string { return "the figures are not frozen" }

// standstill tells what a build would make of a folder whose figures are frozen.
func (p *past) standstill(frozen *journal.Record, now *result.Result, inputs []journal.Input) *Standstill {
	s := &Standstill{Record: *frozen, Result: now}
	rec := p.log.Report(frozen.Report)
	if rec == nil { // the line that told of it is damaged
		return s
	}
	s.Result, _ = p.result(rec)
	s.Intact = p.intact(rec)
	s.Late = pending(rec, inputs)
	unit := map[string]string{}
	for _, r := range []*result.Result{s.Result, now} {
		for _, u := range r.Units {
			for _, f := range u.Files {
				unit[f.File] = u.Name
			}
		}
	}
	for i := range s.Late {
		s.Late[i].Unit = unit[s.Late[i].File]
	}
	if since := p.since(frozen, now); since != nil && !since.Changes.None() {
		s.Since = since
	}
	return s
}

// intact reports that the files of a report are in place. The PDF may have been signed
// there, which only adds to it; in the Word file people write.
func (p *past) intact(rec *journal.Record) bool {
	for _, o := range rec.Outputs {
		data, err := disk.Read(filepath.Join(p.dir, ReportDir, o.Name), disk.MaxOwn)
		_, signed := added(data, o)
		if !signed && (err != nil || inbox.Sum(data) != o.SHA256) && !isWord(o.Name) {
			return false
		}
	}
	return true
}

// Frozen tells what stands still in a folder that was judged; nil where its report may
// change. It writes nothing.
func Frozen(ctx context.Context, dir string, a *assess.Annex) (*Standstill, error) {
	p, err := readPast(dir)
	if err != nil {
		return nil, err
	}
	period := a.Plan.Report.Period
	frozen := p.log.Frozen(period.String())
	if frozen == nil {
		return nil, nil
	}
	inputs, err := inputsNow(ctx, a.Plan, dir, period)
	if err != nil {
		return nil, err
	}
	return p.standstill(frozen, result.New(a), inputs), nil
}

// Frozen tells the same of what the desk was judged to be.
func (d *Desk) Frozen() (*Standstill, error) {
	p, err := readPast(d.dir)
	if err != nil {
		return nil, err
	}
	frozen := p.log.Frozen(d.run.annex.Plan.Report.Period.String())
	if frozen == nil {
		return nil, nil
	}
	return p.standstill(frozen, result.New(d.run.annex), d.inputs()), nil
}

// Freeze lets the figures of the report in place stand until somebody unfreezes them,
// and tells which files are not in it.
func Freeze(ctx context.Context, dir, by, reason string) (*Standstill, error) {
	p, _, err := Open(dir)
	if err != nil {
		return nil, err
	}
	period := p.Report.Period
	inputs, err := inputsNow(ctx, p, dir, period)
	if err != nil {
		return nil, err
	}
	k, err := keep(ctx, dir, os.Rename)
	if err != nil {
		return nil, err
	}
	defer k.done()
	if frozen := k.log.Frozen(period.String()); frozen != nil {
		return nil, &IsFrozen{*frozen}
	}
	set, err := findReport(filepath.Join(dir, ReportDir), period.ResultFile(),
		ReportName("BaoCao", p, ".pdf"), ReportName("PhuLuc", p, ".xlsx"))
	if err != nil {
		return nil, err
	}
	number, err := k.numberOf(set, period)
	if err != nil {
		return nil, err
	}
	err = k.note(journal.Record{Did: journal.Frozen, Report: number, Period: period.String(), By: by, Reason: reason})
	if err != nil {
		return nil, err
	}
	return k.standstill(k.log.Frozen(period.String()), set.result, inputs), nil
}

// Unfreeze lets the report change again. It returns the line that froze it.
func Unfreeze(ctx context.Context, dir, by, reason string) (*journal.Record, error) {
	p, _, err := Open(dir)
	if err != nil {
		return nil, err
	}
	k, err := keep(ctx, dir, os.Rename)
	if err != nil {
		return nil, err
	}
	defer k.done()
	period := p.Report.Period.String()
	frozen := k.log.Frozen(period)
	if frozen == nil {
		return nil, &NotFrozen{}
	}
	was := *frozen
	return &was, k.note(journal.Record{Did: journal.Unfrozen, Report: was.Report, Period: period, By: by,
		Reason: reason})
}

// added is what stands behind a PDF that was made: what a signature or a remark adds.
func added(data []byte, o journal.Output) (more []byte, ok bool) {
	if path.Ext(o.Name) != ".pdf" || int64(len(data)) <= o.Size || inbox.Sum(data[:o.Size]) != o.SHA256 {
		return nil, false
	}
	return data[o.Size:], true
}
