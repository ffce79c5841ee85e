package app

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
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

// mostAtOnce is how many bytes were sent to the folders that are built at a time, unless it
// is one alone: a folder takes about six times as much memory as its workbooks take room.
const mostAtOnce = 32 << 20

// BuildMany builds working folders side by side, as many at a time as there are
// processors, fewer where they are large, and hands each on as soon as it is done, one after
// another. What is wrong with one is told of that one; the others go on. It ends early only
// when it is stopped.
func BuildMany(ctx context.Context, dirs []string, how Many, done func(Folder)) {
	type folder struct {
		dir  string
		size int64
	}
	next, made := make(chan folder), make(chan Folder)
	ended := make(chan int64, len(dirs))
	go func() {
		defer close(next)
		building, size := 0, int64(0)
		for _, dir := range dirs {
			f := folder{dir, sizeSent(dir)}
			for given := false; !given; {
				give := next
				if building > 0 && size+f.size > mostAtOnce {
					give = nil // it waits for others to end
				}
				select {
				case give <- f:
					given, building, size = true, building+1, size+f.size
				case n := <-ended:
					building, size = building-1, size-n
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(dirs)) {
		wg.Go(func() {
			for f := range next {
				made <- buildOne(ctx, f.dir, how)
				ended <- f.size
			}
		})
	}
	go func() { wg.Wait(); close(made) }()
	for f := range made {
		done(f)
	}
}

// sizeSent is how many bytes lie in the drop folder of a working folder.
func sizeSent(dir string) (size int64) {
	files, _, _ := inbox.List(dir) // whoever builds it tells what is wrong
	for _, f := range files {
		size += f.Size
	}
	return size
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
		sum, err := inbox.SumFile(filepath.Join(dir, ReportDir, o.Name))
		if err != nil || sum != o.SHA256 {
			return nil
		}
	}
	return at.result
}

// OwnFolder is the folder within a working folder that a file lies in, or would: what lies
// there is read as figures or words, or is replaced by the next run. It is "" for a file that
// lies elsewhere.
func OwnFolder(file string) string {
	at, err := filepath.Abs(filepath.Dir(file))
	if err != nil {
		return ""
	}
	if real, err := filepath.EvalSymlinks(at); err == nil {
		at = real
	}
	for above := filepath.Dir(at); above != at; at, above = above, filepath.Dir(above) {
		own := slices.ContainsFunc([]string{DropDir, ReportDir, CorrectionDir, FormsDir, WordingDir, JournalDir,
			LastYearDir}, func(name string) bool { return strings.EqualFold(filepath.Base(at), name) })
		if own && (taken(filepath.Join(above, ResolutionFile)) || taken(filepath.Join(above, OfficeFile))) {
			return at
		}
	}
	return ""
}

// WriteFolders writes what became of many folders: a workbook or, by its name, JSON or
// a text. It returns where it was written: beside, where somebody has the file open, or where another
// file than such a list has its name.
func WriteFolders(ctx context.Context, file string, rows []result.Folder) (string, []diag.Message, error) {
	var data []byte
	var err error
	ours := xlsx.IsFolders
	switch strings.ToLower(filepath.Ext(file)) {
	case ".json":
		data, err = json.MarshalIndent(rows, "", "  ")
		ours = result.IsFolders
	case ".txt":
		data, ours = foldersText(rows), isFoldersText
	default:
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
