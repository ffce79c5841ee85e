package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/workbook"
)

// receiptsDir holds a receipt for each unit.
const receiptsDir = "bien-nhan"

// writeReceipts notes which files were seen and writes a receipt for each unit
// that ever sent one. What goes wrong is told and stops nothing: the report is
// written by then.
func writeReceipts(ctx context.Context, dir string, a *assess.Annex, now time.Time) []diag.Message {
	folder := filepath.Join(dir, JournalDir)
	seen, told := readArrivals(folder)
	if seen == nil {
		return told
	}
	if err := arrive(ctx, dir, a, seen, now.In(journal.Vietnam)); err != nil {
		return append(told, receiptFailure(journal.ArrivalsFile, err))
	}
	data, err := seen.Marshal()
	if err != nil {
		return append(told, receiptFailure(journal.ArrivalsFile, err))
	}
	written, err := replaceTogether(folder, []output{{journal.ArrivalsFile, data}})
	if err != nil {
		return append(told, receiptFailure(journal.ArrivalsFile, err))
	}
	var outs []output
	for _, u := range a.Units {
		if text, ok := journal.Receipt(a, u.ID, seen); ok {
			outs = append(outs, output{u.ID + ".txt", text})
		}
	}
	if len(outs) > 0 {
		receipts, err := replaceTogether(filepath.Join(folder, receiptsDir), outs)
		if err != nil {
			return append(told, receiptFailure(receiptsDir, err))
		}
		written = append(written, receipts...)
	}
	for _, w := range written {
		if w.Instead {
			told = append(told, diag.Say("build.instead", diag.Args{"name": w.Name, "path": w.Path}))
		}
	}
	return told
}

// arrive notes every file of the drop folder, those of unknown senders too: who
// sent them may be told later, when they came cannot.
func arrive(ctx context.Context, dir string, a *assess.Annex, seen *journal.Arrivals, now time.Time) error {
	for _, u := range a.Units {
		for _, f := range u.Files {
			seen.See(f.File, f.SHA256, u.ID, now)
		}
	}
	files, _, err := inbox.List(dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		if u, _ := fileOf(a, f.Rel); u != nil {
			continue
		}
		data, err := f.Read(maxFile)
		if err != nil {
			continue // said where it was read for the report
		}
		members, _, packed := workbook.Members(ctx, f.Rel, data, limits(a.Plan), inbox.IsLeftover)
		if !packed || len(members) == 0 {
			seen.See(f.Rel, inbox.Sum(data), "", now)
		}
		for _, m := range members {
			if u, _ := fileOf(a, f.Rel+"/"+m.Name); u == nil {
				seen.See(f.Rel+"/"+m.Name, inbox.Sum(m.Data), "", now)
			}
		}
	}
	return ctx.Err()
}

func receiptFailure(name string, err error) diag.Message {
	return diag.Say("receipt.failed", diag.Args{"path": JournalDir + "/" + name, "error": Cause(err)})
}

// readArrivals reads the list of what was seen. One that makes no sense is set
// aside under another name, never overwritten: it may be all that tells when a
// return came. One that cannot be opened now is left as it is; there is none then.
func readArrivals(folder string) (*journal.Arrivals, []diag.Message) {
	path := filepath.Join(folder, journal.ArrivalsFile)
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, []diag.Message{receiptFailure(journal.ArrivalsFile, err)}
	}
	seen, err := journal.LoadArrivals(data)
	if err == nil {
		return seen, nil
	}
	aside, ok := freeName(folder, journal.ArrivalsFile)
	if !ok {
		return nil, []diag.Message{receiptFailure(journal.ArrivalsFile, err)}
	}
	if err := os.Rename(path, aside); err != nil {
		return nil, []diag.Message{receiptFailure(journal.ArrivalsFile, err)}
	}
	seen, _ = journal.LoadArrivals(nil) // of nothing there is nothing to misread
	return seen, []diag.Message{diag.Say("receipt.damaged", diag.Args{"path": JournalDir + "/" + journal.ArrivalsFile, "aside": filepath.Base(aside)})}
}
