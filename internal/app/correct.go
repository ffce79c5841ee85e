package app

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/correction"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/inbox"
	"baocao/internal/journal"
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

// faultsOf are the things to mend in each file, in the order of the problems.
// A file is in the map only when one of them is an error. What is wrong in a file
// that others repeat or replace is not asked for: its copy would come back as one
// more file.
func problemsOf(a *assess.Annex) map[string][]correction.Problem {
	sender := map[string]assess.Unit{}
	for _, u := range a.Units {
		for _, f := range u.Files {
			if f.Status != returns.StatusReplaced && f.Status != returns.StatusDuplicate {
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

// sendBack writes the copies of faulty files and takes away those that are no
// longer needed. What goes wrong is reported and stops nothing: the report stands.
func (r *run) sendBack(ctx context.Context) (written []Written, told []diag.Message) {
	l := openLedger(r.dir)
	needed := map[string]bool{} // also where the copy cannot be made this time
	for file := range problemsOf(r.annex) {
		needed[correctionPath(file)] = true
	}
	unmade := r.eachCorrection(ctx, func(name string, data []byte) {
		w, failed := l.write(name, data)
		written, told = append(written, w...), append(told, failed...)
	})
	told = append(append(told, unmade...), l.removeOthers(needed)...)
	if err := l.save(); err != nil {
		told = append(told, failure(JournalDir+"/"+journal.CopiesFile, err))
	}
	return written, told
}

func failure(file string, err error) diag.Message {
	return diag.Say("correct.failed", diag.Args{"file": file, "error": Cause(err)})
}

// eachCorrection makes the copies of all faulty files, one after another, and
// gives each with its path below the working folder: no more than one is held.
func (r *run) eachCorrection(ctx context.Context, give func(name string, data []byte)) (told []diag.Message) {
	m := &marking{run: r, problems: problemsOf(r.annex), give: give}
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
			return append(m.told, failure(CorrectionDir, err))
		}
	}
	return m.told
}

// marking is the making of the marked copies of one run.
type marking struct {
	*run
	problems map[string][]correction.Problem
	give     func(name string, data []byte)
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

// ledger keeps the list of the copies beside the copies themselves.
type ledger struct {
	dir    string
	copies journal.Copies
}

func openLedger(dir string) *ledger {
	// Without a list that can be read none is known to be ours.
	data, _ := disk.Read(filepath.Join(dir, JournalDir, journal.CopiesFile), disk.MaxOwn)
	return &ledger{dir, journal.LoadCopies(data, CorrectionDir)}
}

func (l *ledger) path(name string) string { return filepath.Join(l.dir, filepath.FromSlash(name)) }

// write puts one copy in its place, unless somebody works on the one there.
func (l *ledger) write(name string, data []byte) ([]Written, []diag.Message) {
	old, err := disk.Read(l.path(name), disk.MaxOwn)
	if err == nil && !l.copies.Wrote(name, inbox.Sum(old)) && !bytes.Equal(old, data) {
		return nil, []diag.Message{diag.Say("correct.worked-on", diag.Args{"file": name})}
	}
	sum := inbox.Sum(data)
	if l.copies.Writing(name, sum) {
		if err := l.save(); err != nil {
			return nil, []diag.Message{failure(JournalDir+"/"+journal.CopiesFile, err)}
		}
	}
	written, err := replaceTogether(filepath.Dir(l.path(name)), []output{{path.Base(name), data}})
	if err != nil {
		return nil, []diag.Message{failure(name, err)}
	}
	if !written[0].Instead {
		l.copies.Written(name, sum)
	}
	return written, nil
}

// removeOthers takes away the copies of earlier runs that are not needed now.
func (l *ledger) removeOthers(needed map[string]bool) (told []diag.Message) {
	for _, name := range slices.Sorted(maps.Keys(l.copies)) {
		if needed[name] {
			continue
		}
		if data, err := disk.Read(l.path(name), disk.MaxOwn); err == nil {
			if !l.copies.Wrote(name, inbox.Sum(data)) {
				told = append(told, diag.Say("correct.worked-on", diag.Args{"file": name}))
			} else if err := os.Remove(l.path(name)); err != nil {
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

func (l *ledger) save() error {
	if len(l.copies) == 0 {
		err := os.Remove(filepath.Join(l.dir, JournalDir, journal.CopiesFile))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	data, err := l.copies.Marshal()
	if err != nil {
		return err
	}
	_, err = replaceTogether(filepath.Join(l.dir, JournalDir), []output{{journal.CopiesFile, data}})
	return err
}
