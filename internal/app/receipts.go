package app

import (
	"errors"
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/journal"
	"baocao/internal/mishap"
	"baocao/internal/returns"
)

// receiptsDir holds a receipt for each unit.
const receiptsDir = "bien-nhan"

// receipts are those of a run, on their way.
type receipts struct {
	*writing
	seen *journal.Arrivals // nil where nobody knows what was seen before
	told []diag.Message

	ready    sync.WaitGroup
	begun    *fileset.Begun // once they are ready
	panicked *mishap.Panic
}

// beginReceipts begins a receipt for each unit that ever sent a file: they are written
// beside their places while the report is put in its own. place or drop has to follow.
func (r *run) beginReceipts(w *writing, now time.Time) *receipts {
	x := &receipts{writing: w}
	if x.seen, x.told = r.arrived(w, now); x.seen != nil {
		x.ready.Go(func() { x.panicked = mishap.Try(func() { x.write(r.annex) }) })
	}
	return x
}

func (x *receipts) write(a *assess.Annex) {
	all := journal.NewReceipts(a, x.seen)
	var files []fileset.File
	for _, u := range a.Units {
		if text, ok := all.Of(u.ID); ok {
			files = append(files, fileset.File{Name: u.ID + ".txt", Data: text})
		}
	}
	x.begun = x.Begin(filepath.Join(x.dir, JournalDir, receiptsDir), files)
}

// drop takes away what was written.
func (x *receipts) drop() {
	x.ready.Wait()
	if x.begun != nil {
		x.begun.Drop()
	}
}

// place notes which files were seen and puts the receipts in their places. What goes wrong
// is reported and stops nothing: the report is written by then.
func (x *receipts) place() []diag.Message {
	if x.seen == nil {
		return x.told
	}
	if failed := x.noteArrivals(x.seen); failed != nil {
		x.drop()
		return failed
	}
	x.ready.Wait()
	x.panicked.Again()
	written, err := x.begun.Place()
	for _, at := range written {
		x.told = append(x.told, Instead(at)...)
	}
	if err != nil {
		x.told = append(x.told, receiptFailure(receiptsDir, err))
	}
	return x.told
}

// noteOnly notes which files were seen, where nothing is taken from them.
func (r *run) noteOnly(w *writing, now time.Time) []diag.Message {
	seen, told := r.arrived(w, now)
	if seen == nil {
		return told
	}
	if failed := w.noteArrivals(seen); failed != nil {
		return failed
	}
	return told
}

// arrived is what was seen until now; nil where that cannot be known.
func (r *run) arrived(w *writing, now time.Time) (*journal.Arrivals, []diag.Message) {
	seen, told := w.readArrivals(filepath.Join(r.dir, JournalDir))
	if seen == nil {
		return nil, told
	}
	var came []returns.Return
	for _, x := range r.readings {
		came = append(came, x.ret)
	}
	seen.SeeAll(r.annex, came, now)
	return seen, told
}

// noteArrivals notes which files were seen. Where that fails nothing else is told of the list:
// a damaged one is still there, and told the next time.
func (w *writing) noteArrivals(seen *journal.Arrivals) []diag.Message {
	data, err := seen.Marshal()
	if err == nil {
		err = w.Put(filepath.Join(w.dir, JournalDir), fileset.File{Name: journal.ArrivalsFile, Data: data})
	}
	if err != nil {
		return []diag.Message{receiptFailure(journal.ArrivalsFile, err)}
	}
	return nil
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
