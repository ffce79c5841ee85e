// Package watch tells when what a folder's report is made of has changed. It looks again
// and again: network shares send no events.
package watch

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"baocao/internal/disk"
)

// Kind says what became of a file, or of the folder itself.
type Kind int

// The kinds of changes.
const (
	Came Kind = iota
	Changed
	Went
	Lost // the folder cannot be reached; nothing is said of its files until it is Back
	Back
)

// Change is what became of one file.
type Change struct {
	Kind Kind
	Path string // below the folder, with forward slashes; "" for the folder itself
}

// Folder is a folder that is watched. One caller at a time uses it.
type Folder struct {
	dir     string
	every   time.Duration
	parts   []string // the first is a folder that has to be there
	ignored func(name string) bool

	known  map[string]file  // as they were last told
	before map[string]stamp // at the look before this one
	held   map[string]int   // looks at which a file that stands still could not be opened
	lost   bool
}

// stamp is what a look sees of a file without opening it.
type stamp struct {
	size   int64
	time   int64 // of its last change, in nanoseconds
	absent bool  // a cloud store shows it and has not brought it here
}

// file is a file that was told of.
type file struct {
	stamp
	sum    [sha256.Size]byte
	summed bool
	again  int // looks for which its content is compared though its stamp is the same
}

const (
	// fresh is how many looks a file's content is compared after it has changed: some
	// disks keep times in steps of two seconds, and the second of two quick copies may
	// have the size and the time of the first.
	fresh = 4
	// patience is how many looks a file may stand still that cannot be opened, before it
	// is told of all the same.
	patience = 15
	// mostDepth bounds how deep folders are followed, as reading does.
	mostDepth = 32
	// restBetween is how much longer than a look the wait for the next one is at least,
	// so that a slow share is not kept busy.
	restBetween = 4
)

// New begins to watch a folder in a folder, and other parts of that, files and folders,
// with a look every so often. What lies there now is known; ignored tells the names that
// do not count.
func New(dir string, every time.Duration, ignored func(name string) bool, main string, others ...string) *Folder {
	f := &Folder{dir: dir, every: every, parts: append([]string{main}, others...), ignored: ignored,
		known: map[string]file{},
		held:  map[string]int{}}
	seen, err := f.look()
	f.lost = err != nil
	f.before = seen.files
	for path, s := range seen.files {
		f.known[path] = file{stamp: s}
	}
	return f
}

// Next waits until something has changed and stands still: a file is told of when two
// looks saw it the same, and its content is another. The error is the context's.
func (f *Folder) Next(ctx context.Context) ([]Change, error) {
	for {
		began := time.Now()
		changes := f.changes(ctx)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(changes) > 0 {
			return changes, nil
		}
		rest := time.NewTimer(max(f.every, restBetween*time.Since(began)))
		select {
		case <-ctx.Done():
			rest.Stop()
			return nil, ctx.Err()
		case <-rest.C:
		}
	}
}

// changes takes one look.
func (f *Folder) changes(ctx context.Context) []Change {
	seen, err := f.look()
	switch {
	case err != nil && !f.lost:
		f.lost = true
		return []Change{{Kind: Lost}}
	case err != nil:
		return nil
	case f.lost:
		f.lost, f.before = false, seen.files
		return []Change{{Kind: Back}}
	}
	var all []Change
	for path, now := range seen.files {
		if ctx.Err() != nil {
			return nil
		}
		if kind, told := f.settled(path, now); told {
			all = append(all, Change{kind, path})
		}
	}
	for path := range f.known {
		_, here := seen.files[path]
		_, earlier := f.before[path] // programs take a file away while they write it anew
		if !here && !earlier && !seen.hides(path) {
			delete(f.known, path)
			all = append(all, Change{Went, path})
		}
	}
	f.before = seen.files
	slices.SortFunc(all, func(a, b Change) int { return cmp.Compare(a.Path, b.Path) })
	return all
}

// settled tells whether a file has changed and stands still.
func (f *Folder) settled(path string, now stamp) (Kind, bool) {
	was, known := f.known[path]
	if f.before[path] != now || known && was.stamp == now && was.again == 0 {
		return 0, false
	}
	kind := Changed
	if !known {
		kind = Came
	}
	is := file{stamp: now, again: fresh}
	if !now.absent { // else opening it would fetch it
		sum, err := f.sum(path, now)
		switch {
		case errors.Is(err, errMoving):
			return 0, false
		case err != nil && known && was.stamp == now:
			return 0, false
		case err != nil && f.held[path] < patience: // another program holds it
			f.held[path]++
			return 0, false
		case err == nil:
			is.sum, is.summed = sum, true
		default:
			is.again = 0
		}
	}
	delete(f.held, path)
	same := known && was.summed && is.summed && was.sum == is.sum
	if same && was.stamp == now {
		is.again = was.again - 1
	}
	f.known[path] = is
	return kind, !same
}

var errMoving = errors.New("the file is being written")

// sum is of a file's content, as long as it is the one that was seen.
func (f *Folder) sum(path string, seen stamp) (sum [sha256.Size]byte, err error) {
	opened, _, err := disk.Open(filepath.Join(f.dir, filepath.FromSlash(path)))
	if err != nil {
		return sum, err
	}
	defer opened.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, opened); err != nil {
		return sum, err
	}
	info, err := os.Stat(opened.Name())
	if err != nil || stampOf(info) != seen {
		return sum, errMoving
	}
	return [sha256.Size]byte(hash.Sum(nil)), nil
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{info.Size(), info.ModTime().UnixNano(), disk.Absent(info)}
}

// sight is what a look saw.
type sight struct {
	files  map[string]stamp
	hidden []string        // folders that could not be listed: what is in them is not known
	linked map[string]bool // folders that a link led to: each is walked once, so that none goes in a circle
}

func (s *sight) hides(path string) bool {
	return slices.ContainsFunc(s.hidden, func(dir string) bool {
		return path == dir || strings.HasPrefix(path, dir+
			"/")
	})
}

// look lists the parts of the folder. It fails where the first of them cannot be reached:
// a share that went away may leave nothing in its place, or an empty folder.
func (f *Folder) look() (*sight, error) {
	s := &sight{files: map[string]stamp{}, linked: map[string]bool{}}
	if _, err := os.ReadDir(filepath.Join(f.dir, f.parts[0])); err != nil {
		return s, err
	}
	for i, part := range f.parts {
		info, err := os.Stat(filepath.Join(f.dir, part))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			s.hidden = append(s.hidden, part)
		case info.IsDir():
			f.list(s, part, i > 0, 0)
		default:
			s.files[part] = stampOf(info)
		}
	}
	return s, nil
}

// list tells of what lies in a folder. Links are followed where the report's making follows
// them: in all parts but the first, to which senders' files come.
func (f *Folder) list(s *sight, dir string, follow bool, depth int) {
	entries, err := os.ReadDir(filepath.Join(f.dir, filepath.FromSlash(dir)))
	if err != nil || depth > mostDepth {
		s.hidden = append(s.hidden, dir)
	}
	for _, e := range entries {
		path := dir + "/" + e.Name()
		if f.ignored(e.Name()) {
			continue
		}
		if e.IsDir() {
			f.list(s, path, follow, depth+1)
			continue
		}
		info, err := e.Info()
		if follow && e.Type()&fs.ModeSymlink != 0 {
			info, err = os.Stat(filepath.Join(f.dir, filepath.FromSlash(path)))
		}
		switch {
		case errors.Is(err, fs.ErrNotExist): // gone since
		case err != nil:
			s.hidden = append(s.hidden, path)
		case info.IsDir():
			at, err := filepath.EvalSymlinks(filepath.Join(f.dir, filepath.FromSlash(path)))
			if err == nil && !s.linked[at] {
				s.linked[at] = true
				f.list(s, path, follow, depth+1)
			}
		case info.Mode().IsRegular() || disk.Absent(info):
			s.files[path] = stampOf(info)
		}
	}
}
