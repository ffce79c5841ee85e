package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"baocao/internal/annex"
	"baocao/internal/diag"
	"baocao/internal/journal"
)

// receiptsDir holds a receipt for each unit.
const receiptsDir = "bien-nhan"

// writeReceipts notes which files were seen and writes a receipt for each unit
// that ever sent one. What goes wrong is told and stops nothing: the report is
// written by then.
func writeReceipts(dir string, a *annex.Annex, now time.Time) []diag.Message {
	folder := filepath.Join(dir, JournalDir)
	seen, told := readArrivals(folder)
	for _, u := range a.Units {
		for _, f := range u.Files {
			seen.See(f.File, f.SHA256, u.ID, now.In(journal.Vietnam))
		}
	}
	data, err := seen.Marshal()
	if err != nil {
		return append(told, receiptFailure(journal.ArrivalsFile, err))
	}
	if _, err := replaceTogether(folder, []output{{journal.ArrivalsFile, data}}); err != nil {
		return append(told, receiptFailure(journal.ArrivalsFile, err))
	}
	var outs []output
	for _, u := range a.Units {
		if text, ok := journal.Receipt(a, u.ID, seen); ok {
			outs = append(outs, output{u.ID + ".txt", text})
		}
	}
	if len(outs) == 0 {
		return told
	}
	if _, err := replaceTogether(filepath.Join(folder, receiptsDir), outs); err != nil {
		told = append(told, receiptFailure(receiptsDir, err))
	}
	return told
}

func receiptFailure(name string, err error) diag.Message {
	return diag.Say("receipt.failed", diag.Args{"path": JournalDir + "/" + name, "error": Cause(err)})
}

// readArrivals reads the list of what was seen. One that cannot be read is set
// aside under another name, never overwritten: it may be all that tells when a
// return came.
func readArrivals(folder string) (*journal.Arrivals, []diag.Message) {
	none, _ := journal.LoadArrivals(nil)
	path := filepath.Join(folder, journal.ArrivalsFile)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return none, nil
	}
	if err == nil {
		var seen *journal.Arrivals
		if seen, err = journal.LoadArrivals(data); err == nil {
			return seen, nil
		}
	}
	aside, ok := freeName(folder, journal.ArrivalsFile)
	if !ok || os.Rename(path, aside) != nil {
		return none, []diag.Message{receiptFailure(journal.ArrivalsFile, err)}
	}
	return none, []diag.Message{diag.Say("receipt.damaged", diag.Args{"path": JournalDir + "/" + journal.ArrivalsFile, "aside": filepath.Base(aside)})}
}
