package app

import (
	"errors"
	"io/fs"
	"path/filepath"
	"time"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/journal"
	"baocao/internal/returns"
)

// receiptsDir holds a receipt for each unit.
const receiptsDir = "bien-nhan"

// writeReceipts notes which files were seen and writes a receipt for each unit
// that ever sent one. What goes wrong is reported and stops nothing: the report is
// written by then.
func (r *run) writeReceipts(w *writing, now time.Time) []diag.Message {
	folder := filepath.Join(r.dir, JournalDir)
	seen, told := r.arrived(w, now)
	if seen == nil {
		return told
	}
	receipts := journal.NewReceipts(r.annex, seen)
	var files []fileset.File
	for _, u := range r.annex.Units {
		if text, ok := receipts.Of(u.ID); ok {
			files = append(files, fileset.File{Name: u.ID + ".txt", Data: text})
		}
	}
	written, err := w.PutEach(filepath.Join(folder, receiptsDir), files)
	for _, at := range written {
		told = append(told, Instead(at)...)
	}
	if err != nil {
		told = append(told, receiptFailure(receiptsDir, err))
	}
	return told
}

// noteArrivals notes which files were seen, where nothing is taken from them.
func (r *run) noteArrivals(w *writing, now time.Time) []diag.Message {
	_, told := r.arrived(w, now)
	return told
}

// arrived notes which files were seen; nil where that could not be written.
func (r *run) arrived(w *writing, now time.Time) (*journal.Arrivals, []diag.Message) {
	folder := filepath.Join(r.dir, JournalDir)
	seen, told := w.readArrivals(folder)
	if seen == nil {
		return nil, told
	}
	var came []returns.Return
	for _, x := range r.readings {
		came = append(came, x.ret)
	}
	seen.SeeAll(r.annex, came, now)
	data, err := seen.Marshal()
	if err == nil {
		err = w.Put(folder, fileset.File{Name: journal.ArrivalsFile, Data: data})
	}
	if err != nil {
		return nil, []diag.Message{receiptFailure(journal.ArrivalsFile, err)} // a damaged one is still there
	}
	return seen, told
}

func receiptFailure(name string, err error) diag.Message {
	return diag.Say("receipt.failed", diag.Args{"path": JournalDir + "/" + name, "error": Cause(err)})
}

// readArrivals reads the list of what was seen. Of one that makes no sense a copy
// is kept under another name before a new one replaces it: it may be all that tells
// when a return came. One that cannot be opened now is left as it is; there is none
// then.
func (w *writing) readArrivals(folder string) (*journal.Arrivals, []diag.Message) {
	data, err := disk.Read(filepath.Join(folder, journal.ArrivalsFile), disk.MaxOwn)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, []diag.Message{receiptFailure(journal.ArrivalsFile, err)}
	}
	seen, err := journal.LoadArrivals(data)
	if err == nil {
		return seen, nil
	}
	aside, err := w.PutNumbered(folder, fileset.File{Name: journal.ArrivalsFile, Data: data})
	if err != nil {
		return nil, []diag.Message{receiptFailure(journal.ArrivalsFile, err)}
	}
	seen, _ = journal.LoadArrivals(nil) // of nothing there is nothing to misread
	return seen, []diag.Message{diag.Say("receipt.damaged", diag.Args{
		"path": JournalDir + "/" + journal.ArrivalsFile, "aside": aside})}
}
