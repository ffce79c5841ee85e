package app

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/mishap"
	"baocao/internal/render/result"
	"baocao/internal/render/xlsx"
)

// Folder is what became of one of many working folders.
type Folder struct {
	Dir       string
	Result    *result.Result // its report; nil where Err tells why there is none
	Outcome   *Outcome       // how it was made; nil where it was not made now
	Unchanged bool           // the report in place is of what lies there now, and was left as it is
	Frozen    bool
	Notes     []diag.Message // what went wrong beside the report
	Err       error
}

// Many is how many folders are built.
type Many struct {
	OnlyChanged bool // a folder from which nothing has changed since its report was made is passed over
	Extras      []Extra
}

// Mishap is a panic of ours in one folder; the others go on.
type Mishap struct{}

func (Mishap) Error() string { return "internal error" }

// BuildMany builds working folders side by side, as many at a time as there are
// processors, and hands each on as soon as it is done, one after another. What is wrong
// with one is told of that one; the others go on. It ends early only when it is stopped.
func BuildMany(ctx context.Context, dirs []string, how Many, done func(Folder)) {
	next, made := make(chan string), make(chan Folder)
	go func() {
		defer close(next)
		for _, dir := range dirs {
			select {
			case next <- dir:
			case <-ctx.Done():
				return
			}
		}
	}()
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(dirs)) {
		wg.Go(func() {
			for dir := range next {
				made <- buildOne(ctx, dir, how)
			}
		})
	}
	go func() { wg.Wait(); close(made) }()
	for f := range made {
		done(f)
	}
}

func buildOne(ctx context.Context, dir string, how Many) (f Folder) {
	defer func() {
		if mishap.Caught(recover()) {
			f = Folder{Dir: dir, Err: Mishap{}}
		}
	}()
	f = Folder{Dir: dir, Notes: Recover(ctx, dir)}
	if how.OnlyChanged {
		if f.Result = standing(ctx, dir, how.Extras); f.Result != nil {
			f.Unchanged = true
			return f
		}
	}
	out, err := Build(ctx, dir, nil, how.Extras...)
	if f.Err = err; err != nil {
		return f
	}
	f.Outcome, f.Result, f.Frozen = out, out.Result, out.Frozen != nil
	f.Notes = append(f.Notes, out.Notes...)
	if out.Interrupted {
		f.Err = context.Canceled
	}
	return f
}

// standing is the report in place, where this very version made it from what lies there
// now and each of its files is still as it was made; nil where anything may be otherwise.
func standing(ctx context.Context, dir string, extras []Extra) *result.Result {
	p, _, err := Open(dir)
	if err != nil || len(extras) > 0 {
		return nil
	}
	past, err := readPast(dir)
	if err != nil || past.log.Frozen(p.Report.Period.String()) != nil {
		return nil
	}
	at, err := past.inPlace(p.Report.Period)
	if err != nil || at.of == nil || at.of.Did != journal.Built || at.line.Program != Version() {
		return nil
	}
	now, err := inputsNow(ctx, p, dir, p.Report.Period)
	if err != nil || len(pending(at.of, now)) > 0 {
		return nil
	}
	for _, o := range at.of.Outputs {
		data, err := disk.Read(filepath.Join(dir, ReportDir, o.Name), disk.MaxOwn)
		if err != nil || inbox.Sum(data) != o.SHA256 {
			return nil
		}
	}
	return at.result
}

// WriteFolders writes what became of many folders: a workbook or, by its name, JSON. It
// returns where it was written: beside, where somebody has the file open, or where another
// file than such a list has its name.
func WriteFolders(ctx context.Context, file string, rows []result.Folder) (string, []diag.Message, error) {
	var data []byte
	var err error
	ours := xlsx.IsFolders
	if strings.EqualFold(filepath.Ext(file), ".json") {
		data, err = json.MarshalIndent(rows, "", "  ")
		ours = result.IsFolders
	} else {
		data, err = xlsx.Folders(rows)
	}
	if err != nil {
		return "", nil, err
	}
	still := context.WithoutCancel(ctx) // it tells how far a run came that was stopped
	w := fileset.Writer{Run: rand.Text(), Still: still.Err, Rename: os.Rename}
	dir, as := filepath.Dir(file), fileset.File{Name: filepath.Base(file), Data: data}
	if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() {
		if old, err := disk.Read(file, disk.MaxOwn); err != nil || !ours(old) {
			name, err := w.PutNumbered(dir, as)
			if err != nil {
				return "", nil, err
			}
			at := filepath.Join(dir, name)
			return at, []diag.Message{diag.Say("many.summary-kept", diag.Args{"file": as.Name, "path": at})}, nil
		}
	}
	written, err := w.PutBeside(dir, as)
	return written.Path, nil, err
}
