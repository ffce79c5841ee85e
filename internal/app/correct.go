package app

import (
	"bytes"
	"context"
	"encoding/json"
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
	"baocao/internal/inbox"
	"baocao/internal/render/xlsx"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// CorrectionDir holds the copies of faulty files, for their senders.
const CorrectionDir = "3-can-sua"

// sentBack is the list of the copies that the program wrote into CorrectionDir,
// by path, with their SHA-256: a copy that somebody has worked on since is
// never overwritten or removed.
const sentBack = "ban-can-sua.json"

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
// A file is in the map only when one of them is an error.
func faultsOf(a *assess.Annex) map[string][]correction.Fault {
	files := map[string]returns.Status{}
	sender := map[string]assess.Unit{}
	for _, u := range a.Units {
		for _, f := range u.Files {
			files[f.File], sender[f.File] = f.Status, u
		}
	}
	faults := map[string][]correction.Fault{}
	grave := map[string]bool{}
	for _, p := range a.Problems {
		fix, theirs := p.SenderFix(diag.Vi)
		if !theirs {
			continue
		}
		told := map[diag.Position]bool{}
		for _, at := range append([]diag.Position{p.At}, p.Related...) {
			status, sent := files[at.File]
			if !sent || !a.MayTell(p, sender[at.File].ID) || told[at] || status == returns.StatusReplaced || status == returns.StatusDuplicate {
				continue
			}
			told[at] = true
			what := sender[at.File].WithoutPaths(p.InAt(at, diag.Vi))
			faults[at.File] = append(faults[at.File], correction.Fault{Sheet: at.Sheet, Cell: at.Cell, What: what, Fix: fix,
				Measure: p.Measure, Code: p.Code, Grave: p.Severity() == diag.Error})
			grave[at.File] = grave[at.File] || p.Severity() == diag.Error
		}
	}
	for file := range faults {
		if !grave[file] {
			delete(faults, file)
		}
	}
	return faults
}

// sendBack writes the copies of faulty files and takes away those that are no
// longer needed. What goes wrong is told and stops nothing: the report stands.
func sendBack(ctx context.Context, dir string, a *assess.Annex) (written []Written, told []diag.Message) {
	l := ledger{dir: dir, sums: readLedger(dir)}
	needed := map[string]bool{} // also where the copy cannot be made this time
	for file := range faultsOf(a) {
		needed[correctionPath(file)] = true
	}
	unmade := eachCorrection(ctx, dir, a, func(name string, data []byte) {
		w, failed := l.write(name, data)
		written, told = append(written, w...), append(told, failed...)
	})
	told = append(append(told, unmade...), l.removeOthers(needed)...)
	if err := l.save(); err != nil {
		told = append(told, failure(JournalDir+"/"+sentBack, err))
	}
	return written, told
}

// eachCorrection makes the copies of all faulty files, one after another, and
// gives each to f with its path below dir: no more than one is held.
func eachCorrection(ctx context.Context, dir string, a *assess.Annex, f func(name string, data []byte)) (told []diag.Message) {
	faults := faultsOf(a)
	files, _, err := inbox.List(dir)
	if err != nil {
		return []diag.Message{failure(CorrectionDir, err)}
	}
	for _, file := range files {
		told = append(told, markFile(ctx, a, file, faults, f)...)
	}
	return told
}

func failure(file string, err error) diag.Message {
	return diag.Say("correct.failed", diag.Args{"file": file, "error": Cause(err)})
}

// markFile makes the copies of one file of the drop folder, of an archive those
// of the faulty files in it.
func markFile(ctx context.Context, a *assess.Annex, f inbox.File, faults map[string][]correction.Fault, give func(name string, data []byte)) (told []diag.Message) {
	needed := slices.ContainsFunc(a.Units, func(u assess.Unit) bool {
		return slices.ContainsFunc(u.Files, func(g assess.File) bool {
			return faults[g.File] != nil && (g.File == f.Rel || strings.HasPrefix(g.File, f.Rel+"/"))
		})
	})
	if !needed {
		return nil
	}
	data, err := f.Read(maxFile)
	if err != nil {
		return []diag.Message{failure(f.Rel, err)}
	}
	lim := limits(a.Plan)
	contents := []workbook.Member{{Data: data}}
	if members, _, packed := workbook.Members(ctx, f.Rel, data, lim, inbox.IsLeftover); packed {
		contents = members
	}
	for _, m := range contents {
		file := f.Rel
		if m.Name != "" {
			file += "/" + m.Name
		}
		u, g := fileOf(a, file)
		if u == nil || faults[file] == nil || g.SHA256 != inbox.Sum(m.Data) {
			continue
		}
		book, _ := workbook.Read(ctx, file, m.Data, lim)
		if book == nil {
			continue // what cannot be read cannot be marked: the reminder says so
		}
		marked, plain, err := mark(book, m.Data, correction.Note{File: path.Base(file), SHA256: g.SHA256, Unit: u.Name, Faults: faults[file]})
		if err != nil {
			told = append(told, failure(file, err))
			continue
		}
		if plain {
			told = append(told, diag.Say("correct.plain", diag.Args{"file": file}))
		}
		give(correctionPath(file), marked)
	}
	return told
}

func fileOf(a *assess.Annex, file string) (*assess.Unit, assess.File) {
	for i := range a.Units {
		for _, f := range a.Units[i].Files {
			if f.File == file {
				return &a.Units[i], f
			}
		}
	}
	return nil, assess.File{}
}

// mark marks the sender's own workbook; of one in another format a plain
// rendition. plain says that an .xlsx could not be edited in place (it has a
// password, most often) and that its looks are lost in the copy.
func mark(book *workbook.Book, data []byte, n correction.Note) (marked []byte, plain bool, err error) {
	if book.Format == "xlsx" {
		if marked, err = correction.Mark(data, n); err == nil {
			return marked, false, nil
		}
		plain = true
	}
	rendition, err := xlsx.Rendition(book)
	if err != nil {
		return nil, false, err
	}
	marked, err = correction.Mark(rendition, n)
	return marked, plain, err
}

// ledger knows which copies the program wrote, by path with their SHA-256. While
// a copy is replaced it holds both, so that a run that is killed leaves none that
// seems to be somebody's work.
type ledger struct {
	dir  string
	sums map[string][]string
}

func (l *ledger) path(name string) string { return filepath.Join(l.dir, filepath.FromSlash(name)) }

// write puts one copy in its place, unless somebody works on the one there.
func (l *ledger) write(name string, data []byte) ([]Written, []diag.Message) {
	if old, err := os.ReadFile(l.path(name)); err == nil && !slices.Contains(l.sums[name], inbox.Sum(old)) && !bytes.Equal(old, data) {
		return nil, []diag.Message{diag.Say("correct.worked-on", diag.Args{"file": name})}
	}
	sum := inbox.Sum(data)
	if !slices.Contains(l.sums[name], sum) {
		l.sums[name] = append(l.sums[name], sum)
		if err := l.save(); err != nil {
			return nil, []diag.Message{failure(JournalDir+"/"+sentBack, err)}
		}
	}
	written, err := replaceTogether(filepath.Dir(l.path(name)), []output{{path.Base(name), data}})
	if err != nil {
		return nil, []diag.Message{failure(name, err)}
	}
	if !written[0].Instead {
		l.sums[name] = []string{sum}
	}
	return written, nil
}

// removeOthers takes away the copies of earlier runs that are not needed now.
func (l *ledger) removeOthers(needed map[string]bool) (told []diag.Message) {
	for _, name := range slices.Sorted(maps.Keys(l.sums)) {
		if needed[name] {
			continue
		}
		if data, err := os.ReadFile(l.path(name)); err == nil {
			if !slices.Contains(l.sums[name], inbox.Sum(data)) {
				told = append(told, diag.Say("correct.worked-on", diag.Args{"file": name}))
			} else if err := os.Remove(l.path(name)); err != nil {
				told = append(told, failure(name, err))
				continue
			} else {
				_ = os.Remove(filepath.Dir(l.path(name))) // fails unless the folder is empty
			}
		}
		delete(l.sums, name)
	}
	return told
}

// readLedger returns the copies that the program wrote. Without a list, or with
// one that cannot be read, none is known to be ours and none is touched.
func readLedger(dir string) map[string][]string {
	sums := map[string][]string{}
	data, err := os.ReadFile(filepath.Join(dir, JournalDir, sentBack))
	if err != nil {
		return sums
	}
	var entries map[string][]string
	if json.Unmarshal(data, &entries) != nil {
		return sums
	}
	for name, known := range entries { // into a map
		// Only what lies below the folder of copies, whatever the list says.
		if path.Clean(name) == name && strings.HasPrefix(name, CorrectionDir+"/") && filepath.IsLocal(filepath.FromSlash(name)) {
			sums[name] = known
		}
	}
	return sums
}

func (l *ledger) save() error {
	if len(l.sums) == 0 {
		err := os.Remove(filepath.Join(l.dir, JournalDir, sentBack))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	data, err := json.MarshalIndent(l.sums, "", "  ") // sorts the keys
	if err != nil {
		return err
	}
	_, err = replaceTogether(filepath.Join(l.dir, JournalDir), []output{{sentBack, append(data, '\n')}})
	return err
}
