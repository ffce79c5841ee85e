package app

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"baocao/internal/assess"
	"baocao/internal/correction"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/lock"
	"baocao/internal/mishap"
	"baocao/internal/render/xlsx"
	"baocao/internal/returns"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// CorrectionDir holds the copies of faulty files, for their senders.
const CorrectionDir = "3-can-sua"

// correctionPath is where the copy of a file goes: the same path under
// CorrectionDir, as .xlsx. What was no .xlsx says so in its name, so that two
// files never share one copy.
func correctionPath(file string) string {
	_, below, ok := strings.Cut(file, "/")
	if !ok {
		below = file
	}
	dir, name := path.Split(below)
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	switch strings.ToLower(ext) {
	case ".xlsx", ".xlsm":
	default:
		name = stem + " (" + strings.TrimPrefix(ext, ".") + ").xlsx"
		if ext == "" {
			name = stem + ".xlsx"
		}
	}
	// A folder named as an archive could not be put beside it.
	for _, part := range strings.Split(strings.TrimSuffix(dir, "/"), "/") {
		if strings.EqualFold(path.Ext(part), ".zip") {
			dir = strings.Replace(dir, part+"/", strings.TrimSuffix(part, path.Ext(part))+" (zip)/", 1)
		}
	}
	return CorrectionDir + "/" + dir + name
}

// problemsOf are the things to mend in each file, in the order of the problems.
// A file is in the map only when one of them is an error. What is wrong in a file
// that others repeat or replace is not asked for: its copy would come back as one
// more file.
func problemsOf(a *assess.Annex) map[string][]correction.Problem {
	sender := map[string]assess.Unit{}
	for _, u := range a.Units {
		for _, f := range u.Files {
			if !f.Lower && f.Status != returns.StatusReplaced && f.Status != returns.StatusDuplicate &&
				f.Status != returns.StatusOtherPeriod {
				sender[f.File] = u
			}
		}
	}
	problems := map[string][]correction.Problem{}
	grave := map[string]bool{}
	for _, p := range a.Problems {
		fix, theirs := p.SenderFix(diag.Vi)
		if !theirs {
			continue
		}
		told := map[diag.Position]bool{}
		for _, at := range append([]diag.Position{p.At}, p.Related...) {
			u, sent := sender[at.File]
			if !sent || !a.MayTell(p, u.ID) || told[at] {
				continue
			}
			told[at] = true
			what := u.WithoutPaths(p.InAt(at, diag.Vi))
			problems[at.File] = append(problems[at.File], correction.Problem{Sheet: at.Sheet, Cell: at.Cell,
				What: what, Fix: fix, Measure: p.Measure, Code: p.Code, Grave: p.Severity() == diag.Error})
			grave[at.File] = grave[at.File] || p.Severity() == diag.Error
		}
	}
	maps.DeleteFunc(problems, func(file string, _ []correction.Problem) bool { return !grave[file] })
	return problems
}

// copies are the marked copies of a run, made one ahead of what is taken.
type copies struct {
	made chan madeCopy
	drop func() // ends the making of those that nobody has taken

	// Of use once made is closed.
	refused  []string
	told     []diag.Message
	err      error
	panicked *mishap.Panic
}

// madeCopy is a copy with its path below the working folder.
type madeCopy struct {
	name string
	data []byte
}

// beginCopies begins to make the copies of faulty files, while the report is put in its
// place. drop has to follow.
func (r *run) beginCopies(ctx context.Context) *copies {
	c := &copies{made: make(chan madeCopy)}
	ctx, stop := context.WithCancel(ctx)
	untaken := make(chan struct{})
	c.drop = sync.OnceFunc(func() {
		stop()
		close(untaken)
		for range c.made {
		}
	})
	go func() {
		defer close(c.made)
		c.panicked = mishap.Try(func() {
			c.told, c.err = r.eachCorrection(ctx, func(name string, data []byte) {
				select {
				case c.made <- madeCopy{name, data}:
				case <-untaken:
				}
			}, func(name string) { c.refused = append(c.refused, name) })
		})
	}()
	return c
}

// sendBack writes the copies of faulty files and takes away those that are no
// longer needed. Each is written under a lock of its own: making them may take
// long. What goes wrong is reported and stops nothing: the report stands.
func (r *run) sendBack(ctx context.Context, rename renaming, of *report, c *copies) (
	sent []fileset.Written, told []diag.Message) {
	needed := map[string]bool{} // also where the copy cannot be made this time
	for file := range problemsOf(r.annex) {
		needed[correctionPath(file)] = true
	}
	// withLedger is done once the report is in place: an interrupt comes too late.
	withLedger := func(file string, do func(*ledger) []diag.Message) {
		w, err := write(context.WithoutCancel(ctx), r.dir, rename, lock.Usual())
		if err != nil {
			told = append(told, failure(file, err))
			return
		}
		defer w.done()
		told = append(told, do(w.openLedger(journal.CopiesFile, CorrectionDir))...)
	}
	sums := map[string]string{} // of the copies of this run, by where they are
	placed := map[string]bool{} // by their usual names
	var stopped error
	for x := range c.made {
		if stopped = ctx.Err(); stopped != nil {
			c.drop()
			break
		}
		withLedger(x.name, func(l *ledger) []diag.Message {
			at, failed := l.write(x.name, x.data)
			if at != nil {
				sent = append(sent, *at)
				sums[beside(x.name, *at)], placed[x.name] = inbox.Sum(x.data), true
			}
			return failed
		})
	}
	c.panicked.Again()
	for _, name := range c.refused {
		delete(needed, name)
	}
	told = append(told, c.told...)
	if err := cmp.Or(stopped, c.err); err != nil {
		told = append(told, failure(CorrectionDir, err))
	}
	may := slices.ContainsFunc(of.result.Problems, mayNeedCopy)
	if len(needed) == 0 && !may && r.noCopies() { // the usual case of a folder in order
		return sent, told
	}
	withLedger(CorrectionDir, func(l *ledger) []diag.Message {
		// Where no copy could be made the last one stays, whatever its number.
		for _, name := range slices.Collect(maps.Keys(needed)) {
			if !placed[name] {
				for _, numbered := range fileset.Numbers(filepath.Dir(l.path(name)), path.Base(name)) {
					needed[path.Join(path.Dir(name), numbered)] = true
				}
			}
		}
		for name := range sums {
			needed[name] = true
		}
		failed := l.removeOthers(needed)
		for name, sum := range sums { // into a map
			if l.copies.Wrote(name, sum) {
				l.copies.Written(name, sum)
			}
		}
		of := of.sum
		if !may || stopped != nil || slices.ContainsFunc(slices.Concat(told, failed), undone) {
			of = ""
		}
		l.copies.Complete(of)
		return append(failed, l.kept()...)
	})
	return sent, told
}

// undone reports a message that says that a copy could not be made: the next run may.
func undone(m diag.Message) bool { return m.Key == "correct.failed" || m.Key == "correct.changed" }

// noCopies: there is neither a copy of an earlier run nor a list of them.
func (r *run) noCopies() bool {
	_, noFolder := os.Lstat(filepath.Join(r.dir, CorrectionDir))
	_, noList := os.Lstat(filepath.Join(r.dir, JournalDir, journal.CopiesFile))
	return errors.Is(noFolder, fs.ErrNotExist) && errors.Is(noList, fs.ErrNotExist)
}

func failure(file string, err error) diag.Message {
	return diag.Say("correct.failed", diag.Args{"file": file, "error": Cause(err)})
}

// eachCorrection makes the copies of all faulty files, one after another, and
// gives each with its path below the working folder: no more than one is held.
// Those of protected files are refused, unless the office has allowed them. The error is
// that of the context.
func (r *run) eachCorrection(ctx context.Context, give func(name string, data []byte),
	refuse func(name string)) (told []diag.Message, err error) {
	m := &marking{run: r, problems: problemsOf(r.annex), give: give, refuse: refuse}
	wanted := map[string][]reading{} // by the file of the drop folder
	for _, x := range r.readings {
		if x.ret.Status != returns.StatusUnreadable && m.note(x.ret) != nil {
			wanted[x.in] = append(wanted[x.in], x)
		}
	}
	for _, f := range r.files {
		if len(wanted[f.Rel]) == 0 {
			continue
		}
		if err := m.file(ctx, f, wanted[f.Rel]); err != nil {
			return m.told, err
		}
	}
	return m.told, nil
}

// marking is the making of the marked copies of one run.
type marking struct {
	*run
	problems map[string][]correction.Problem
	give     func(name string, data []byte)
	refuse   func(name string)
	told     []diag.Message
}

// note is what the copy of a content is to say; nil for one that is not sent
// back. Two contents can have one name in an archive: the annex has one of them.
func (m *marking) note(ret returns.Return) *correction.Note {
	problems := m.problems[ret.File]
	if problems == nil {
		return nil
	}
	for _, u := range m.annex.Units {
		for _, f := range u.Files {
			if f.File != ret.File {
				continue
			}
			if f.SHA256 == ret.SHA256 {
				return &correction.Note{File: path.Base(f.File), SHA256: f.SHA256, Unit: u.Name, Problems: problems,
					Words: m.annex.Plan.Words}
			}
			return nil
		}
	}
	return nil
}

// file makes the copies of one file of the drop folder, or of what is in it. It
// is opened again where not all that is wanted was kept. The copy is of what was
// read and judged: of a file that has changed since there is none. The error is
// that of the context.
func (m *marking) file(ctx context.Context, f inbox.File, wanted []reading) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !slices.ContainsFunc(wanted, func(x reading) bool { return x.book == nil }) {
		for _, x := range wanted {
			m.mark(ctx, x)
		}
		return nil
	}
	var unopened error
	marked, err := inbox.Walk(ctx, []inbox.File{f}, m.limits, func(c inbox.Content) string {
		i := slices.IndexFunc(wanted, func(x reading) bool { return x.ret.File == c.File && x.ret.SHA256 == c.SHA256 })
		if unopened = c.Err; i < 0 {
			return ""
		}
		x := wanted[i]
		x.data = c.Data
		if x.book, _ = open.Read(ctx, c.File, c.Data, m.limits); x.book != nil {
			m.mark(ctx, x)
		}
		return c.File
	}, nil)
	if err != nil {
		return err
	}
	for _, x := range wanted {
		switch {
		case unopened != nil:
			m.told = append(m.told, failure(x.ret.File, unopened))
		case !slices.Contains(marked, x.ret.File):
			m.told = append(m.told, diag.Say("correct.changed", diag.Args{"file": x.ret.File}))
		}
	}
	return nil
}

// mark makes the copy of one content and gives it away.
func (m *marking) mark(ctx context.Context, x reading) {
	if m.private(ctx, x) && !m.annex.Plan.Mail.ProtectedCopies {
		m.refuse(correctionPath(x.ret.File))
		m.told = append(m.told, diag.Say("correct.protected", diag.Args{"file": x.ret.File}))
		return
	}
	marked, plain, err := markedCopy(ctx, x.book, x.data, *m.note(x.ret), m.limits)
	if err != nil {
		m.told = append(m.told, failure(x.ret.File, err))
		return
	}
	if plain {
		m.told = append(m.told, diag.Say("correct.plain", diag.Args{"file": x.ret.File}))
	}
	m.give(correctionPath(x.ret.File), marked)
}

// private reports that a file opens with a password of somebody's only. The copy
// would have none, and whoever got hold of it could read it.
func (m *marking) private(ctx context.Context, x reading) bool {
	if m.limits.Passwords == nil {
		return false
	}
	without := m.limits
	without.Passwords = nil
	book, _ := open.Read(ctx, x.ret.File, x.data, without)
	return book == nil
}

// markedCopy marks the sender's own workbook; of one in another format a plain
// rendition. plain says that an .xlsx could not be edited in place (it has a
// password, most often) and that its looks are lost in the copy.
func markedCopy(ctx context.Context, book *workbook.Book, data []byte, n correction.Note,
	lim workbook.Limits) (marked []byte, plain bool, err error) {
	if book.Format == "xlsx" {
		if marked, err = correction.Mark(ctx, data, n, lim); err == nil {
			return marked, false, nil
		}
		plain = true
	}
	if book.Format == "docx" {
		book = book.Split()
	}
	rendition, err := xlsx.Rendition(book)
	if err != nil {
		return nil, false, err
	}
	marked, err = correction.Mark(ctx, rendition, n, lim)
	return marked, plain, err
}

// beside is the path below the working folder of a copy that may have a number.
func beside(name string, at fileset.Written) string {
	return path.Join(path.Dir(name), filepath.Base(at.Path))
}

// write puts one copy in its place, unless somebody works on the one there; at is
// nil then.
func (l *ledger) write(name string, data []byte) (at *fileset.Written, failed []diag.Message) {
	old, err := disk.Read(l.path(name), disk.MaxOwn)
	if err == nil && !l.copies.Wrote(name, inbox.Sum(old)) && !bytes.Equal(old, data) {
		return nil, []diag.Message{diag.Say("correct.worked-on", diag.Args{"file": name})}
	}
	if l.copies.Writing(name, inbox.Sum(data)) {
		if failed := l.kept(); failed != nil {
			return nil, failed
		}
	}
	place, err := l.PutBeside(filepath.Dir(l.path(name)), fileset.File{Name: path.Base(name), Data: data})
	if err != nil {
		return nil, []diag.Message{failure(name, err)}
	}
	// A numbered one is listed too, so that it goes once the usual name is free.
	if place.Instead && l.copies.Writing(beside(name, place), inbox.Sum(data)) {
		failed = l.kept()
	}
	return &place, failed
}

// removeOthers takes away the copies of earlier runs that are not needed now, and
// what runs that were killed left between them.
func (l *ledger) removeOthers(needed map[string]bool) (told []diag.Message) {
	top := filepath.Join(l.dir, CorrectionDir)
	_ = filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && name != top {
			l.settle(name)
		}
		return nil // what cannot be opened is told of where it is written to
	})
	for _, name := range l.copies.Names() {
		if needed[name] {
			continue
		}
		if data, err := disk.Read(l.path(name), disk.MaxOwn); err == nil {
			if !l.copies.Wrote(name, inbox.Sum(data)) {
				told = append(told, diag.Say("correct.worked-on", diag.Args{"file": name}))
			} else if err := l.remove(l.path(name)); err != nil {
				told = append(told, failure(name, err))
				continue
			} else {
				_ = os.Remove(filepath.Dir(l.path(name))) // fails unless the folder is empty
			}
		}
		delete(l.copies, name)
	}
	return told
}
