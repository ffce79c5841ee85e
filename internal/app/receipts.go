package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/journal"
	"baocao/internal/returns"
)

// receiptsDir holds a receipt for each unit.
const receiptsDir = "bien-nhan"

// writeReceipts notes which files were seen and writes a receipt for each unit
// that ever sent one. What goes wrong is reported and stops nothing: the report is
// written by then.
func (r *run) writeReceipts(now time.Time) []diag.Message {
	folder := filepath.Join(r.dir, JournalDir)
	seen, told := readArrivals(folder)
	if seen == nil {
		return told
	}
	var came []returns.Return
	for _, x := range r.readings {
		came = append(came, x.ret)
	}
	seen.SeeAll(r.annex, came, now)
	data, err := seen.Marshal()
	if err != nil {
		return append(told, receiptFailure(journal.ArrivalsFile, err))
	}
	written, err := replaceTogether(folder, []output{{journal.ArrivalsFile, data}})
	if err != nil {
		return append(told, receiptFailure(journal.ArrivalsFile, err))
	}
	var outs []output
	for _, u := range r.annex.Units {
		if text, ok := journal.Receipt(r.annex, u.ID, seen); ok {
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

func receiptFailure(name string, err error) diag.Message {
	return diag.Say("receipt.failed", diag.Args{"path": JournalDir + "/" + name, "error": Cause(err)})
}

// readArrivals reads the list of what was seen. One that makes no sense is set
// aside under another name, never overwritten: it may be all that tells when a
// return came. One that cannot be opened now is left as it is; there is none then.
func readArrivals(folder string) (*journal.Arrivals, []diag.Message) {
	path := filepath.Join(folder, journal.ArrivalsFile)
	data, err := disk.Read(path, disk.MaxOwn)
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
	return seen, []diag.Message{diag.Say("receipt.damaged", diag.Args{
		"path": JournalDir + "/" + journal.ArrivalsFile, "aside": filepath.Base(aside)})}
}
