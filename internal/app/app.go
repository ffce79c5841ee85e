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
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/lock"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/viet"
	"baocao/internal/wording"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// Names inside a working folder (docs/design.md 2).
const (
	ResolutionFile = resolution.ResolutionFile
	OfficeFile     = resolution.OfficeFile
	DropDir        = "1-nop-vao-day"
	ReportDir      = "2-bao-cao"
	FormsDir       = "mau"
	WordingDir     = wording.Dir
	JournalDir     = "nhat-ky"
)

// InvalidPlan is the error of a folder whose resolution or office file cannot
// be used: exit status 4.
type InvalidPlan struct{ Problems []diag.Problem }

func (e *InvalidPlan) Error() string { return "invalid plan" }

// NotAFolder is the error of a path that is no working folder.
type NotAFolder struct{ Dir string }

func (e *NotAFolder) Error() string { return e.Dir + ": not a working folder" }

// Open loads the plan of a working folder. The warnings of a usable plan are
// returned beside it.
func Open(dir string) (*resolution.Plan, []diag.Problem, error) {
	if _, err := os.Stat(filepath.Join(dir, ResolutionFile)); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil, &NotAFolder{dir}
		}
		return nil, nil, err
	}
	go wording.Prepare()
	p, problems := load.Load(disk.Folder(dir))
	inPlan := slices.DeleteFunc(slices.Clone(problems), func(x diag.Problem) bool {
		return x.At.File == resolution.DecisionsFile // it costs the decision, which is left out
	})
	if errs, _ := diag.Count(inPlan); errs > 0 || p == nil {
		return nil, nil, &InvalidPlan{diag.Sort(problems)}
	}
	// What is wrong with the office's own words stops nothing: ours stand in.
	words, more := wording.Load(disk.Folder(filepath.Join(dir, WordingDir)), plainText)
	p.Words = words
	return p, append(problems, more...), nil
}

// plainText is the text of a file of the office's wording that Word wrote, or an editor
// in another encoding: what reads the units' files reads it too.
func plainText(file string, data []byte) (string, []diag.Problem) {
	book, problems := open.Document(context.Background(), file, data, workbook.DefaultLimits())
	if book == nil || len(book.Sheets) == 0 {
		return "", problems
	}
	var b strings.Builder
	line := 1
	for _, c := range book.Sheets[0].Cells {
		for ; line < c.Row; line++ {
			b.WriteByte('\n')
			if book.Format == "docx" { // a paragraph of Word is one of ours
				b.WriteByte('\n')
			}
		}
		b.WriteString(c.Prose())
	}
	return b.String(), problems
}

// Cause says in both languages why a file cannot be opened or written, without the
// path of the machine it happened on.
func Cause(err error) diag.Text {
	var busy *lock.Busy
	switch {
	case errors.As(err, &busy):
		return WhoWorks(busy.Owner).Text()
	case errors.Is(err, lock.ErrLost):
		return diag.Say("fail.lost", nil).Text()
	case errors.As(err, new(*ReadOnly)):
		return diag.Say("cause.file-read-only", nil).Text()
	case errors.As(err, new(*fileset.PlaceTaken)):
		return diag.Say("cause.not-a-file", nil).Text()
	}
	return disk.Cause(err)
}

// Place is the file or folder of the user's that an error is about, "" for none,
// and whether it is one that could not be written: what the program writes stands
// in a hidden folder first, which nobody knows.
func Place(err error) (path string, writing bool) {
	var link *os.LinkError
	var failed *fs.PathError
	switch {
	case errors.As(err, &link):
		path, writing = link.New, true
	case errors.As(err, &failed):
		path = failed.Path
		writing = disk.Unwritable(err) ||
			slices.Contains([]string{"write", "sync", "mkdir", "rename", "lock"}, failed.Op)
	}
	for at := path; at != filepath.Dir(at); at = filepath.Dir(at) {
		if name := filepath.Base(at); strings.HasPrefix(name, fileset.StagePrefix) ||
			strings.HasPrefix(name, initStage) {
			return filepath.Dir(at), true
		}
	}
	return path, writing
}

// WhoWorks says who writes in a folder. They have said themselves who they are.
func WhoWorks(o lock.Owner) diag.Message {
	args := diag.Args{"owner": viet.Tidy(o.Name), "machine": "", "since": diag.Say("fail.busy.now", nil)}
	if args["owner"] == "" {
		args["owner"] = diag.Say("fail.busy.somebody", nil)
	}
	if machine := viet.Tidy(o.Machine); machine != "" {
		args["machine"] = diag.Say("fail.busy.machine", diag.Args{"machine": machine})
	}
	if !o.Since.IsZero() {
		args["since"] = o.Since.Local().Format("15:04 02/01/2006")
	}
	return diag.Say("fail.busy", args)
}

// wordingNotes is what is wrong with the office's own words, for letters that do
// without the rest of the problems.
func wordingNotes(problems []diag.Problem) (notes []diag.Message) {
	for _, p := range problems {
		if strings.HasPrefix(p.At.File, WordingDir+"/") {
			notes = append(notes, diag.Say("wording.note",
				diag.Args{"place": p.At.String(), "code": p.Code, "what": p.Text()}))
		}
	}
	return notes
}

// ReportName is the name of an output of a plan, as "BaoCao-2022.pdf" or, of a
// part of the year, "BaoCao-2022-6-thang.pdf".
func ReportName(stem string, p *resolution.Plan, ext string) string {
	return fmt.Sprintf("%s-%d%s%s", stem, p.Resolution.Year, p.Report.Period.FileName(), ext)
}
