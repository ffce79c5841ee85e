package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/inbox"
	"baocao/internal/journal"
	"baocao/internal/lock"
)

// renaming is how files get into their places: os.Rename. Tests stop it half-way.
type renaming func(oldPath, newPath string) error

// writing is the right to write in a working folder, while it lasts. What was
// left half-way by a run that was killed is in order by then.
type writing struct {
	fileset.Writer
	dir  string
	lock *lock.Lock
	by   string         // who writes
	told []diag.Message // what was found and put in order
	kept []diag.Message // what could not be put in order
}

// write waits for the working folder. Whatever is read and written anew (lists of
// arrivals, of copies) is read after this.
func write(ctx context.Context, dir string, rename renaming, times lock.Timing) (*writing, error) {
	by := who(ctx)
	l, err := lock.Take(ctx, dir, by, times)
	if err != nil {
		return nil, err
	}
	w := &writing{fileset.Writer{Run: l.Token(), Still: l.Still, Rename: rename}, dir, l, by, nil, nil}
	for _, folder := range written {
		w.settle(filepath.Join(dir, folder))
	}
	return w, nil
}

// written are the folders of a working folder that the program writes in.
var written = [...]string{"", ReportDir, FormsDir, CorrectionDir, JournalDir, JournalDir + "/" + receiptsDir,
	keptDir}

func (w *writing) done() { w.lock.Release() }

// Instead says that a file went under a numbered name; nothing of one that did not.
func Instead(at fileset.Written) []diag.Message {
	if !at.Instead {
		return nil
	}
	return []diag.Message{diag.Say("build.instead", diag.Args{"name": at.Name, "path": filepath.Clean(at.Path)})}
}

// remove removes one of our own files.
func (w *writing) remove(path string) error {
	if err := w.Still(); err != nil {
		return err
	}
	return os.Remove(path)
}

// settle puts one folder in order.
func (w *writing) settle(folder string) {
	for _, left := range w.Settle(folder) {
		args := diag.Args{"dir": shownBelow(w.dir, folder)}
		switch {
		case left.Mixed:
			w.kept = append(w.kept, diag.Say("left.mixed", diag.Args{
				"dir": args["dir"], "path": shownBelow(w.dir, left.Path), "error": Cause(left.Err)}))
		case left.Err != nil:
			w.kept = append(w.kept, diag.Say("left.kept", diag.Args{
				"path": shownBelow(w.dir, left.Path), "error": Cause(left.Err)}))
		case left.Finished:
			w.told = append(w.told, diag.Say("left.finished", args))
		case left.Undone:
			w.told = append(w.told, diag.Say("left.undone", args))
		}
	}
}

// shownBelow is a path as people write it below the working folder.
func shownBelow(dir, name string) string {
	if rel, err := filepath.Rel(dir, name); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(name)
}

// Recover finishes or undoes what a killed run left half-way, before anything of
// the folder is read, and says what it did and what it could not do. Where
// somebody is writing there is nothing to recover.
func Recover(ctx context.Context, dir string) []diag.Message {
	if _, err := os.Stat(filepath.Join(dir, ResolutionFile)); err != nil {
		return nil // no working folder of ours
	}
	half := slices.ContainsFunc(written[:], func(folder string) bool {
		return fileset.Unsettled(filepath.Join(dir, folder))
	})
	if !half && !lock.Litter(dir) {
		return nil
	}
	times := lock.Usual()
	times.Patience = 0
	w, err := write(ctx, dir, os.Rename, times)
	var busy *lock.Busy
	switch {
	case errors.As(err, &busy), errors.Is(err, context.Canceled), err != nil && !half: // litter hinders nobody
		return nil
	case err != nil:
		return []diag.Message{diag.Say("left.unsettled", diag.Args{"error": Cause(err)})}
	}
	w.done()
	return append(w.told, w.kept...)
}

// rewrite changes one of the office's own files: it is read and written under one
// lock. A blank one goes.
func rewrite(ctx context.Context, dir, file string, change func(was string) (string, error)) (was, now string,
	err error) {
	w, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return "", "", err
	}
	defer w.done()
	path, data, err := ownFile(dir, file)
	if err != nil {
		return "", "", err
	}
	was = string(data)
	if now, err = change(was); err != nil || now == was {
		return was, was, err
	}
	if strings.TrimSpace(now) == "" {
		return was, now, w.remove(path)
	}
	return was, now, w.Put(filepath.Dir(path), fileset.File{Name: filepath.Base(path), Data: []byte(now)})
}

// ownFile is one of the office's own files, by the path that it is written to: a
// link stays one, and what is read-only is left alone. A file that is not there is
// empty.
func ownFile(dir, file string) (path string, text []byte, err error) {
	path = filepath.Join(dir, file)
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return path, nil, nil
	}
	if path, err = filepath.EvalSymlinks(path); err != nil {
		return "", nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", nil, err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return "", nil, &ReadOnly{file}
	}
	text, err = disk.Read(path, disk.MaxText)
	return path, text, err
}

// These list what the program wrote, of reports and of forms: what has another content
// is somebody's work, signed or filled in. Their names are from when they listed
// numbered files alone.
const (
	reportsList = "bao-cao-danh-so.json"
	formsList   = "bieu-mau-danh-so.json"
)

// putSet puts all files of a report, or all forms, in their places, and takes
// numbered ones of earlier sets away, by their list. Somebody's work makes room under
// a numbered name. A numbered file that is not in the list is somebody's own: other is
// the key that tells of it.
func (w *writing) putSet(folder, list, other string, files []fileset.File) (
	[]fileset.Written, []diag.Message, error) {
	l := w.openLedger(list, folder)
	var told []diag.Message
	var set []fileset.File
	for _, f := range files {
		name := path.Join(folder, f.Name)
		old, err := inbox.SumFile(l.path(name))
		if err == nil && !l.copies.Wrote(name, old) && old != sumOf(f) {
			if f.Drop {
				told = append(told, l.left(name, other))
				continue
			}
			// An earlier version listed no file under its usual name; what the machine reads
			// nobody works on.
			f.Keep = len(l.copies[name]) > 0 && path.Ext(name) != ".json"
		}
		set = append(set, f)
	}
	placed, err := w.Replace(filepath.Join(w.dir, folder), set, func(places []fileset.Written) {
		for i, p := range places {
			if !set[i].Drop {
				l.copies.Writing(path.Join(folder, filepath.Base(p.Path)), sumOf(set[i]))
			}
		}
		told = append(told, l.kept()...)
	})
	if err != nil {
		return nil, nil, err
	}
	var written []fileset.Written
	for i, at := range placed {
		name := path.Join(folder, set[i].Name)
		if set[i].Drop {
			told = append(told, l.dropped(name, other, at)...)
		} else {
			written = append(written, at)
			told = append(told, l.placed(name, at, sumOf(set[i]))...)
		}
		told = append(told, l.supersede(name, other, at)...)
	}
	return written, append(told, l.kept()...), nil
}

// sumOf is the sum of a file, which of a large one was worked out already.
func sumOf(f fileset.File) string {
	if f.Sum != "" {
		return f.Sum
	}
	return inbox.Sum(f.Data)
}

// dropped tells of a file that a set has no more.
func (l *ledger) dropped(name, other string, at fileset.Written) []diag.Message {
	if at.Dropped {
		delete(l.copies, name)
		return []diag.Message{diag.Say("build.dropped", diag.Args{"path": name})}
	}
	if _, err := os.Lstat(at.Path); err == nil { // open in another program
		return []diag.Message{diag.Say(other, diag.Args{"path": name, "dir": path.Dir(name)})}
	}
	return nil
}

// placed lists a file of a set, and tells where somebody's work is that it replaced.
func (l *ledger) placed(name string, at fileset.Written, sum string) []diag.Message {
	if at.Instead {
		l.copies.Writing(beside(name, at), sum)
		return nil
	}
	l.copies.Written(name, sum)
	if at.Kept == "" {
		return nil
	}
	key := "build.kept"
	if isWord(name) {
		key = "build.kept-word"
	}
	return []diag.Message{diag.Say(key, diag.Args{"path": name, "dir": filepath.Clean(l.dir), "file": at.Kept,
		"kept": path.Join(path.Dir(name), filepath.Base(at.Kept))})}
}

// left tells of a file that stays though it is none of the set; other is the key. One of
// Word may hold what a leader wrote, which no report says until it is taken.
func (l *ledger) left(name, other string) diag.Message {
	if isWord(name) {
		return diag.Say("build.other-word", diag.Args{"path": name, "dir": filepath.Clean(l.dir),
			"file": filepath.Clean(l.path(name))})
	}
	return diag.Say(other, diag.Args{"path": name, "dir": path.Dir(name)})
}

// supersede takes the numbered files of earlier sets away.
func (l *ledger) supersede(name, other string, at fileset.Written) (told []diag.Message) {
	folder := path.Dir(name)
	for _, n := range fileset.Numbers(filepath.Join(l.dir, folder), path.Base(name)) {
		n = path.Join(folder, n)
		if l.path(n) == at.Path || l.path(n) == at.Kept {
			continue
		}
		sum, err := inbox.SumFile(l.path(n))
		if err == nil && l.copies.Wrote(n, sum) {
			if err = l.remove(l.path(n)); err == nil {
				delete(l.copies, n)
				told = append(told, diag.Say("build.superseded", diag.Args{"path": n}))
				continue
			}
		}
		told = append(told, l.left(n, other))
	}
	return told
}

// ledger is a list of files that the program wrote, so that it knows its own from
// what somebody has worked on. It is read and written under one lock.
type ledger struct {
	*writing
	file   string
	was    bool // there is a list
	copies journal.Copies
}

func (w *writing) openLedger(file, folder string) *ledger {
	// Without a list that can be read none is known to be ours.
	data, err := disk.Read(filepath.Join(w.dir, JournalDir, file), disk.MaxOwn)
	return &ledger{w, file, !errors.Is(err, fs.ErrNotExist), journal.LoadCopies(data, folder)}
}

func (l *ledger) path(name string) string { return filepath.Join(l.dir, filepath.FromSlash(name)) }

// kept saves the list, and says so when it cannot.
func (l *ledger) kept() []diag.Message {
	if err := l.save(); err != nil {
		return []diag.Message{diag.Say("ledger.failed", diag.Args{
			"path": JournalDir + "/" + l.file, "error": Cause(err)})}
	}
	return nil
}

func (l *ledger) save() error {
	if len(l.copies) == 0 {
		if !l.was {
			return nil
		}
		err := l.remove(filepath.Join(l.dir, JournalDir, l.file))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	data, err := l.copies.Marshal()
	if err != nil {
		return err
	}
	l.was = true
	return l.Put(filepath.Join(l.dir, JournalDir), fileset.File{Name: l.file, Data: data})
}
