package app

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
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
	Unchanged bool           // the report in place is of what lies there now, and was left as it is
	Frozen    bool
	Mailed    *Since         // what it says otherwise than the report that was mailed last; nil where none was
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
		if f.Result, f.Mailed = standing(ctx, dir, how.Extras); f.Result != nil {
			f.Unchanged = true
			return f
		}
	}
	out, err := Build(ctx, dir, nil, how.Extras...)
	if f.Err = err; err != nil {
		return f
	}
	f.Result, f.Mailed, f.Frozen = out.Result, out.Mailed, out.Frozen != nil
	f.Notes = append(f.Notes, out.Notes...)
	if out.Interrupted {
		f.Err = context.Canceled
	}
	return f
}

// standing is the report in place, where this very version made it from what lies there
// now, each of its files is still as it was made and all that goes with it was made too; nil
// where anything may be otherwise.
func standing(ctx context.Context, dir string, extras []Extra) (*result.Result, *Since) {
	p, _, err := Open(dir)
	if err != nil || len(extras) > 0 {
		return nil, nil
	}
	past, err := readPast(dir)
	if err != nil || past.log.Frozen(p.Report.Period.String()) != nil {
		return nil, nil
	}
	at, err := past.inPlace(p.Report.Period)
	if err != nil || at.of == nil || at.of.Did != journal.Built || at.line.Program != Version() {
		return nil, nil
	}
	now, err := inputsNow(ctx, p, dir, p.Report.Period)
	if err != nil || len(pending(at.of, now)) > 0 {
		return nil, nil
	}
	for _, o := range at.of.Outputs {
		sum, err := inbox.SumFile(filepath.Join(dir, ReportDir, o.Name))
		if err != nil || sum != o.SHA256 {
			return nil, nil
		}
	}
	if !copiesStand(dir, at) || mayOpen(at.result) {
		return nil, nil
	}
	return at.result, past.sinceMailed(at.result)
}

// copiesStand reports that the marked copies are those of the report in place. A run may have
// been stopped after the report, before them.
func copiesStand(dir string, at *inPlace) bool {
	data, err := disk.Read(filepath.Join(dir, JournalDir, journal.CopiesFile), disk.MaxOwn)
	if errors.Is(err, fs.ErrNotExist) {
		return !slices.ContainsFunc(at.result.Problems, mayNeedCopy)
	}
	return err == nil && journal.LoadCopies(data, CorrectionDir).Of(at.of.Result().SHA256)
}

// mayNeedCopy reports a problem for which a file may go back to its sender.
func mayNeedCopy(p result.Problem) bool { return p.Grave() == diag.Error && p.File != nil }

// mayOpen reports a report that lacks a protected file while there are passwords to try: they
// may be new.
func mayOpen(res *result.Result) bool {
	const locked = "B111"
	return len(passwords()) > 0 &&
		slices.ContainsFunc(res.Problems, func(p result.Problem) bool { return p.Code == locked })
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

// fromPlaceOf is the path of a folder from where a file lies, with forward slashes; "" where
// none leads there, as to another drive.
func fromPlaceOf(file, dir string) string {
	from, err := filepath.Abs(filepath.Dir(file))
	if err != nil || dir == "" {
		return ""
	}
	to, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return ""
	}
	return filepath.ToSlash(rel)
}

// TrySummary finds out whether a summary can be written, before thousands of folders are built.
func TrySummary(file string) error {
	dir := filepath.Dir(file)
	if info, err := os.Lstat(file); err == nil && !info.Mode().IsRegular() {
		return &fileset.PlaceTaken{Path: file}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".dang-ghi-*")
	if err != nil {
		return &fs.PathError{Op: "write", Path: file, Err: errors.Unwrap(err)}
	}
	err = f.Close()
	_ = disk.RemoveAll(f.Name()) // a virus scanner may hold it: no reason to build nothing
	return err
}

// WriteFolders writes what became of many folders: a workbook or, by its name, JSON or
// a text. It returns where it was written: beside, where somebody has the file open, or where another
// file than such a list has its name.
func WriteFolders(ctx context.Context, file string, rows []result.Folder) (string, []diag.Message, error) {
	return writeFolders(ctx, file, rows, os.Rename)
}

func writeFolders(ctx context.Context, file string, rows []result.Folder, rename renaming) (
	string, []diag.Message, error) {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].Path = fromPlaceOf(file, rows[i].Path)
	}
	var data []byte
	var err error
	ours := xlsx.IsFolders
	switch strings.ToLower(filepath.Ext(file)) {
	case ".json":
		var b bytes.Buffer
		err = result.WriteFolders(&b, rows)
		data, ours = b.Bytes(), result.IsFolders
	case ".txt":
		data, ours = foldersText(rows), isFoldersText
	default:
		data, err = xlsx.Folders(rows)
	}
	if err != nil {
		return "", nil, err
	}
	still := context.WithoutCancel(ctx) // it tells how far a run came that was stopped
	w := fileset.Writer{Run: rand.Text(), Still: still.Err, Rename: rename}
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
	if err != nil {
		return "", nil, err
	}
	told := Instead(written)
	for _, name := range fileset.Numbers(dir, as.Name) { // of a run that found it open
		at := filepath.Join(dir, name)
		if old, err := disk.Read(at, disk.MaxOwn); err == nil && at != written.Path && ours(old) {
			told = append(told, diag.Say("many.summary-older", diag.Args{"path": at}))
		}
	}
	return written.Path, told, nil
}
