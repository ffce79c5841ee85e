// Package app is the pipeline in one place: it reads a working folder, judges
// it, and writes what was asked for. Only app decides what problems mean for a
// run.
package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/inbox"
	"baocao/internal/recognise"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// Names inside a working folder (docs/design.md 2).
const (
	ResolutionFile = resolution.ResolutionFile
	OfficeFile     = resolution.OfficeFile
	DropDir        = "1-nop-vao-day"
	ReportDir      = "2-bao-cao"
	FormsDir       = "mau"
	WordingDir     = "loi-van"
	JournalDir     = "nhat-ky"
	LastYearFile   = "nam-truoc/ket-qua.json"
)

// InvalidPlan is the error of a folder whose resolution or office file cannot
// be used: exit status 4.
type InvalidPlan struct{ Problems []diag.Problem }

func (e *InvalidPlan) Error() string { return "invalid plan" }

// NotAFolder is the error of a path that is no working folder.
type NotAFolder struct{ Dir string }

func (e *NotAFolder) Error() string { return e.Dir + ": not a working folder" }

// Progress is told how many of the files have been read.
type Progress func(done, total int)

// Open loads the plan of a working folder. The warnings of a usable plan are
// returned beside it.
func Open(dir string) (*resolution.Plan, []diag.Problem, error) {
	if _, err := os.Stat(filepath.Join(dir, ResolutionFile)); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, &NotAFolder{dir}
		}
		return nil, nil, err
	}
	p, problems := load.Load(os.DirFS(dir))
	if errs, _ := diag.Count(problems); errs > 0 || p == nil {
		return nil, nil, &InvalidPlan{diag.Sort(problems)}
	}
	return p, problems, nil
}

// Judge reads everything in the drop folder and judges it. It writes nothing.
func Judge(ctx context.Context, dir string, progress Progress) (*assess.Annex, error) {
	p, problems, err := Open(dir)
	if err != nil {
		return nil, err
	}
	last, lastProblems, err := lastYear(dir, p)
	if err != nil {
		return nil, err
	}
	problems = append(problems, lastProblems...)

	files, listed, err := inbox.List(dir)
	if err != nil {
		return nil, err
	}
	problems = append(problems, listed...)
	returns, read, err := readAll(ctx, p, last, files, progress)
	if err != nil {
		return nil, err
	}
	problems = append(problems, read...)
	return assess.Consolidate(p, returns, last, problems), nil
}

// readAll reads the files on as many cores as there are; the order of what it
// returns is the order of the files.
func readAll(ctx context.Context, p *resolution.Plan, last resolution.LastYear, files []inbox.File, progress Progress) ([]returns.Return, []diag.Problem, error) {
	type reading struct {
		returns  []returns.Return
		problems []diag.Problem
	}
	holdMemory(limits(p))
	readings := make([]reading, len(files))
	next := make(chan int)
	var wg sync.WaitGroup
	var mu, large sync.Mutex
	done := 0
	for range min(runtime.GOMAXPROCS(0), max(len(files), 1)) {
		wg.Go(func() {
			for i := range next {
				if files[i].Size > largeFile {
					large.Lock()
				}
				returns, problems := ReadFile(ctx, p, last, files[i])
				if files[i].Size > largeFile {
					large.Unlock()
				}
				readings[i] = reading{returns, problems}
				if progress != nil {
					mu.Lock()
					done++
					progress(done, len(files))
					mu.Unlock()
				}
			}
		})
	}
	for i := range files {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	var returns []returns.Return
	var problems []diag.Problem
	for _, r := range readings {
		returns = append(returns, r.returns...)
		problems = append(problems, r.problems...)
	}
	return returns, problems, nil
}

// largeFile is the size in bytes from which files are read one at a time: each
// may need much memory.
const largeFile = 4 << 20

// maxFile bounds how much of one file is taken into memory, in bytes.
const maxFile = 200 << 20

// ReadFile reads one file and recognises it as a return. A .zip holds several:
// each file in it is a return of its own, under the archive's name as a folder.
// last are last year's figures, by measure.
func ReadFile(ctx context.Context, p *resolution.Plan, last resolution.LastYear, f inbox.File) ([]returns.Return, []diag.Problem) {
	data, err := f.Read(maxFile)
	if err != nil {
		return []returns.Return{unreadable(p, f.Rel, "")}, []diag.Problem{diag.New("B701", diag.Position{File: f.Rel}, diag.Args{"error": Cause(err)})}
	}
	lim := limits(p)
	members, problems, packed := workbook.Members(ctx, f.Rel, data, lim, inbox.IsLeftover)
	if !packed {
		_, ret, problems := readReturn(ctx, p, last, f.Rel, data, lim)
		return []returns.Return{ret}, problems
	}
	if len(members) == 0 {
		return []returns.Return{unreadable(p, f.Rel, inbox.Sum(data))}, problems
	}
	var returns []returns.Return
	for _, m := range members {
		_, ret, more := readReturn(ctx, p, last, f.Rel+"/"+m.Name, m.Data, lim)
		returns = append(returns, ret)
		problems = append(problems, more...)
	}
	return returns, problems
}

func readReturn(ctx context.Context, p *resolution.Plan, last resolution.LastYear, file string, data []byte, lim workbook.Limits) (book *workbook.Book, ret returns.Return, problems []diag.Problem) {
	sum := inbox.Sum(data)
	defer func() {
		// A mistake of ours that one file shows must not take the others with it.
		if recover() != nil {
			book, ret, problems = nil, unreadable(p, file, sum), []diag.Problem{diag.New("B132", diag.Position{File: file}, nil)}
		}
	}()
	book, problems = workbook.Read(ctx, file, data, lim)
	if book == nil {
		return nil, unreadable(p, file, sum), problems
	}
	ret, more := recognise.RecogniseBeside(p, last, file, sum, book)
	return book, ret, append(problems, more...)
}

// unreadable is the return of a file that cannot be read; whose it is, its path may tell.
func unreadable(p *resolution.Plan, file, sum string) returns.Return {
	return returns.Return{File: file, SHA256: sum, Unit: recognise.UnitOfPath(p, file), Status: returns.StatusUnreadable}
}

// limits are those the office set for reading one file.
func limits(p *resolution.Plan) workbook.Limits {
	lim := workbook.DefaultLimits()
	lim.Deadline = time.Duration(p.Limits.Seconds) * time.Second
	lim.MaxMemory = int64(p.Limits.MemoryMB) << 20
	lim.MaxUncompressed = int64(p.Limits.UnpackedMB) << 20
	lim.Passwords = passwords()
	return lim
}

// holdMemory tells the garbage collector to stay within what one file may take:
// workbook.Limits counts what is held, not the garbage it leaves.
func holdMemory(lim workbook.Limits) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(lim.MaxMemory - lim.MaxMemory/16)
	}
}

// passwords are those the user told us to try on protected files. They come
// from the environment, so that they stand in no file and no command line.
func passwords() []string {
	var all []string
	for p := range strings.SplitSeq(os.Getenv("BAOCAO_PASSWORDS"), ";") {
		if p != "" {
			all = append(all, p)
		}
	}
	return all
}

// lastYear loads nam-truoc/ket-qua.json where it exists.
func lastYear(dir string, p *resolution.Plan) (resolution.LastYear, []diag.Problem, error) {
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(LastYearFile)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	r, err := result.Load(data)
	if err != nil {
		return nil, []diag.Problem{diag.New("B702", diag.Position{File: LastYearFile}, diag.Args{"error": err.Error()})}, nil
	}
	last, problems := r.LastYear(p, diag.Position{File: LastYearFile})
	return last, problems, nil
}

// Cause says in both languages why a file cannot be opened, without the path
// of the machine it happened on.
func Cause(err error) diag.Text {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return diag.Text{Vi: "không có tệp này", En: "there is no such file"}
	case errors.Is(err, fs.ErrPermission):
		return diag.Text{Vi: "tài khoản đang dùng không có quyền, hoặc chương trình khác đang giữ tệp", En: "the account in use has no right to it, or another program holds it"}
	case errors.Is(err, inbox.ErrNotAFile):
		return diag.Text{Vi: "đây là thư mục hoặc thiết bị, không phải tệp", En: "it is a folder or a device, not a file"}
	case errors.Is(err, inbox.ErrTooLarge):
		return diag.Text{Vi: "tệp lớn hơn 200 MB", En: "it is larger than 200 MB"}
	case errors.As(err, &pe):
		return diag.Text{Vi: pe.Err.Error(), En: pe.Err.Error()}
	}
	return diag.Text{Vi: err.Error(), En: err.Error()}
}

// ReportName is the name of an output of a year, as "BaoCao-2022.pdf".
func ReportName(stem string, year int, ext string) string {
	return fmt.Sprintf("%s-%d%s", stem, year, ext)
}
