package app

import (
	"context"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/mishap"
	"baocao/internal/recognise"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/rollup"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// Progress is called with how many of the files have been read.
type Progress func(done, total int)

// Judge reads everything in the drop folder and judges it. It writes nothing.
func Judge(ctx context.Context, dir string, progress Progress) (*assess.Annex, error) {
	r, err := (*Readings)(nil).judge(ctx, dir, progress, forgetting)
	if err != nil {
		return nil, err
	}
	return r.annex, nil
}

// run is what one run of the program knows of a working folder.
type run struct {
	dir      string
	annex    *assess.Annex
	last     resolution.LastYear
	limits   workbook.Limits
	files    []inbox.File
	readings []reading // of all contents of the files, in their order
	besides  bool      // reports of other parts of the year lie beside this one
}

// reading is one content of the drop folder, read.
type reading struct {
	in       string // the file of the drop folder it lies in: inbox.Content.In
	ret      returns.Return
	problems []diag.Problem

	report *rollup.Report // of a lower committee; nil for anything else
	unsure []diag.Problem // why nobody knows whose report it is

	// What a marked copy is made of; nil where it has to be opened again.
	book *workbook.Book
	data []byte
}

// memory says what happens to the contents that were read.
type memory bool

// With remembering, those in which something is wrong are kept for their marked
// copies, as far as a part of the memory set for reading one file allows; what all
// files answer is held by the annex alone.
const (
	forgetting  memory = false
	remembering memory = true
)

// keptPart is how many times the kept contents go into the memory set for
// reading one file.
const keptPart = 32

// judge reads and judges a working folder.
func (m *Readings) judge(ctx context.Context, dir string, progress Progress, kept memory) (*run, error) {
	var inputs []journal.Input
	if m != nil {
		inputs = readBy(dir)
	}
	p, problems, err := Open(dir)
	if err != nil {
		return nil, err
	}
	last, older, lastProblems, err := lastYear(ctx, dir, p)
	if err != nil {
		return nil, err
	}
	problems = append(problems, lastProblems...)
	others, otherProblems, err := reported(dir, p)
	if err != nil {
		return nil, err
	}
	problems = append(problems, otherProblems...)

	files, listed, err := inbox.List(dir)
	if err != nil {
		return nil, err
	}
	problems = append(problems, listed...)
	r := &run{dir: dir, last: last, limits: limits(p), files: files}
	r.besides = slices.ContainsFunc(others, func(x resolution.Reported) bool { return x.Period != p.Report.Period })
	holdMemory(r.limits)
	l := m.begin(inputs, r, p)
	if err := r.read(ctx, l, progress, kept); err != nil {
		return nil, err
	}
	m.end(l, r, inputs)
	problems = append(problems, r.gather(p)...)
	var all []returns.Return
	for _, x := range r.readings {
		if of, ok := resolution.HasFile(others, x.ret.SHA256); ok && of != p.Report.Period {
			x.ret.SentFor = diag.Text{Vi: of.Vi(), En: of.En()}
		}
		all = append(all, x.ret)
		problems = append(problems, x.problems...)
	}
	r.annex, err = untilStopped(ctx, func() (*assess.Annex, error) {
		return assess.Consolidate(p, all, last, problems, others...), nil
	})
	if err != nil {
		return nil, err
	}
	r.annex.Past = older
	toMend := problemsOf(r.annex)
	for i := range r.readings {
		x := &r.readings[i]
		if toMend[x.ret.File] == nil {
			x.book, x.data = nil, nil
		}
		if kept == remembering {
			x.ret.Observations = nil
		}
	}
	return r, nil
}

// read reads every content of the drop folder.
func (r *run) read(ctx context.Context, l *look, progress Progress, kept memory) (err error) {
	var room atomic.Int64
	if kept == remembering {
		room.Store(r.limits.MaxMemory / keptPart)
	}
	look := func(c inbox.Content) reading {
		if x, ok := l.of(c); ok {
			return reading{in: c.In, ret: x.ret, problems: x.problems}
		}
		book, x := readContent(ctx, l.Knowledge, c, r.limits)
		l.keep(c, heard{x.ret, x.problems})
		if len(x.problems) > 0 && book != nil && room.Load() > 0 {
			size := int64(book.Memory() + len(c.Data))
			if room.Add(-size) >= 0 {
				x.book, x.data = book, c.Data
			} else {
				room.Add(size)
			}
		}
		return x
	}
	done := func(n int) {
		if progress != nil {
			progress(n, len(r.files))
		}
	}
	r.readings, err = inbox.Walk(ctx, r.files, r.limits, look, done)
	return err
}

// readContent reads one content and recognises it as a return, or as a lower
// committee's report.
func readContent(ctx context.Context, k *recognise.Knowledge, c inbox.Content, lim workbook.Limits) (
	book *workbook.Book, x reading) {
	at := diag.Position{File: c.File}
	unreadable := reading{in: c.In, ret: returns.Return{File: c.File, SHA256: c.SHA256,
		Unit: k.UnitOfPath(c.File), Status: returns.StatusUnreadable}}
	defer func() {
		// A panic in one file must not abort the run.
		if mishap.Caught(recover()) {
			book, x = nil, unreadable
			x.problems = []diag.Problem{diag.New("B132", at, nil)}
		}
	}()
	x = unreadable
	switch {
	case c.Err != nil:
		x.problems = []diag.Problem{diag.New("B701", at, diag.Args{"error": Cause(c.Err)})}
		return nil, x
	case c.Data == nil:
		x.problems = c.Problems
		return nil, x
	}
	if lower, ok := lowerReport(ctx, k, c, lim); ok {
		return nil, lower
	}
	book, x.problems = open.Read(ctx, c.File, c.Data, lim)
	x.problems = append(x.problems, c.Problems...)
	if book == nil {
		return nil, x
	}
	if lower, ok := lowerAnnex(ctx, k, c, book, lim); ok {
		lower.problems = append(lower.problems, x.problems...)
		return nil, lower
	}
	ret, more := k.Recognise(c.File, c.SHA256, book)
	x.ret, x.problems = ret, append(x.problems, more...)
	return book, x
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

// mostGarbage is from where on the garbage collector works more to take less. A thousand
// units with three hundred measures hold up to 190 MB, and a country of 3,321 communes at
// the centre as much: with this neither takes 300 MB of the system.
const mostGarbage = 256 << 20

// holdMemory tells the garbage collector to stay within what one file may take:
// workbook.Limits counts what is held, not the garbage it leaves.
func holdMemory(lim workbook.Limits) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(min(lim.MaxMemory-lim.MaxMemory/16, mostGarbage))
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
