// Package fileset replaces the files of a folder together, in a way that can be
// finished or undone after a kill at any moment.
//
// New files are written into a stage, a hidden folder beside their places. Then
// the old ones move into the stage, and only when all places are free a mark is
// put there that says which new file belongs where; from then on the set is to
// be finished, before it to be undone. So nothing is ever done that a file open
// in another program can stop half-way: Windows refuses to move such a file, and
// that is found out while everything can be taken back.
//
// Whoever calls this holds the lock of the working folder.
package fileset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"baocao/internal/disk"
)

// File is one file to write.
type File struct {
	Name string
	Data []byte
	Sum  string // of the data, for whoever puts it in and asks for it; "" for none

	// What is in its place is somebody's work: it goes on under a numbered name.
	Keep bool
	// Nothing is written: the set has it no more, and what is in its place goes.
	Drop bool
}

// Written is one file that is in its place. Instead is set when its usual name
// was held open by another program and it went under a numbered one.
type Written struct {
	Name    string // usual name
	Path    string // where it is
	Instead bool
	Kept    string // where somebody's work is now that was in its place; "" for none
	Dropped bool   // it was there, and is no more
}

// PlaceTaken is the error of a place that something else than a file has taken: a
// folder or a link is somebody's own, and stays.
type PlaceTaken struct{ Path string }

func (e *PlaceTaken) Error() string { return e.Path + ": not a file" }

// Writer writes for one run of the program.
type Writer struct {
	Run    string                              // names what it leaves when it is killed
	Still  func() error                        // returns an error when it may not write any more
	Rename func(oldPath, newPath string) error // os.Rename, but in tests

	stages atomic.Int64
}

// stage is a new name for what is on its way into a folder.
func (w *Writer) stage(dir string) string {
	return filepath.Join(dir, fmt.Sprintf("%s%s-%d", StagePrefix, w.Run, w.stages.Add(1)))
}

// StagePrefix begins the names of stages, oldSuffix ends those of the previous
// files in them; mark is the file that tells to finish.
const (
	StagePrefix = ".dang-ghi-"
	oldSuffix   = ".cu"
	mark        = "thay-bo.json"
)

// move renames a file. Windows refuses while a virus scanner looks at it, which
// passes.
func (w *Writer) move(oldPath, newPath string) error {
	for n := 0; ; n++ {
		if err := w.Still(); err != nil {
			return err
		}
		err := w.Rename(oldPath, newPath)
		if err == nil || runtime.GOOS != "windows" || n == 10 || errors.Is(err, fs.ErrNotExist) {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Replace puts all files of a set into a folder or leaves it as it was. A file
// whose place is held open gets a numbered name; decided is told of all places
// before anything is final.
func (w *Writer) Replace(dir string, files []File, decided func([]Written)) (written []Written, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var fresh []File
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if err := regular(path); err != nil {
			return nil, err
		}
		if f.Drop && !vacant(path) || !f.Drop && !same(path, f.Data) {
			fresh = append(fresh, f)
		}
	}
	if len(fresh) == 0 {
		for _, f := range files {
			written = append(written, Written{Name: f.Name, Path: filepath.Join(dir, f.Name)})
		}
		return written, nil
	}
	stage := w.stage(dir)
	if err := os.Mkdir(stage, 0o755); err != nil {
		return nil, at(dir, err)
	}
	s := &staging{Writer: w, dir: dir, stage: stage, places: map[string]string{}}
	defer func() {
		if err != nil {
			written, err = nil, errors.Join(err, s.undo())
		}
	}()
	if err := createAll(stage, fresh); err != nil {
		return nil, err
	}
	for _, f := range files {
		place := Written{Name: f.Name, Path: filepath.Join(dir, f.Name)}
		if len(fresh) > 0 && fresh[0].Name == f.Name {
			fresh = fresh[1:]
			if place, err = s.clear(f); err != nil {
				return nil, at(place.Path, err)
			}
		}
		written = append(written, place)
	}
	if decided != nil {
		decided(written)
	}
	if err := s.commit(); err != nil {
		return nil, err
	}
	return written, nil
}

// Put writes one file, with the permissions of its old version, which is there
// until the new one is.
func (w *Writer) Put(dir string, f File) error {
	_, err := w.put(dir, f, false)
	return err
}

// PutBeside writes one file; when its place is held open, under a numbered name.
func (w *Writer) PutBeside(dir string, f File) (Written, error) { return w.put(dir, f, true) }

// PutNumbered writes one file under its first numbered name that is free, or has
// this very content: written again it is there once.
func (w *Writer) PutNumbered(dir string, f File) (name string, err error) {
	name, free := freeName(dir, f)
	if !free {
		return "", &fs.PathError{Op: "write", Path: filepath.Join(dir, f.Name), Err: fs.ErrExist}
	}
	return name, w.Put(dir, File{Name: name, Data: f.Data})
}

// Add puts a file into a folder in which anybody may put others at the same moment:
// nothing is overwritten, a name that is taken gets a number, and a content that is
// there under such a name is not put there again. The file is made ready in another
// folder of the disk, so that nobody meets half of it.
func (w *Writer) Add(dir, ready string, f File) (name string, err error) {
	for _, folder := range []string{dir, ready} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return "", err
		}
	}
	fresh := w.stage(ready)
	defer func() { _ = os.Remove(fresh) }()
	if err := Create(fresh, f.Data); err != nil {
		return "", at(filepath.Join(dir, f.Name), err)
	}
	name = f.Name
	for n := 2; ; n++ {
		path := filepath.Join(dir, name)
		if same(path, f.Data) {
			return name, nil
		}
		err := w.give(fresh, path)
		if err == nil {
			Sync(dir)
			return name, nil
		}
		if !errors.Is(err, fs.ErrExist) || n > mostNumbers {
			return "", at(path, err)
		}
		name = Numbered(f.Name, n)
	}
}

// give moves a file to a place if that is free; where the disk cannot do that in one
// step the place is looked at.
func (w *Writer) give(fresh, path string) error {
	if err := w.Still(); err != nil {
		return err
	}
	err := disk.MoveNew(fresh, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return fs.ErrExist
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return w.move(fresh, path)
}

func (w *Writer) put(dir string, f File, beside bool) (Written, error) {
	written, err := w.Begin(dir, []File{f}).place(beside)
	if err != nil {
		return Written{}, err
	}
	return written[0], nil
}

// Begun are files that belong to no set, written down to the disk beside their places.
type Begun struct {
	*Writer
	dir string
	all []putting
	err error
}

// Begin writes files that belong to no set, each as PutBeside would, but for putting them
// in their places: Place does that, or Drop takes them away. It may be done while another
// writes with the same Writer.
func (w *Writer) Begin(dir string, files []File) *Begun {
	b := &Begun{Writer: w, dir: dir}
	if len(files) == 0 {
		return b
	}
	if b.err = os.MkdirAll(dir, 0o755); b.err != nil {
		return b
	}
	b.all = make([]putting, len(files))
	for i, f := range files {
		x := &b.all[i]
		x.place = Written{Name: f.Name, Path: filepath.Join(dir, f.Name)}
		if x.err = regular(x.place.Path); x.err == nil && !same(x.place.Path, f.Data) {
			x.stage, x.data = w.stage(dir), f.Data
		}
	}
	create(b.all)
	return b
}

// Place puts the files in their places; those that can be are put where another cannot.
// Their folder is brought to the disk once.
func (b *Begun) Place() ([]Written, error) { return b.place(true) }

// Drop takes the files away.
func (b *Begun) Drop() {
	for _, x := range b.all {
		if x.stage != "" {
			_ = os.Remove(x.stage)
		}
	}
}

func (b *Begun) place(beside bool) (written []Written, err error) {
	if b.err != nil {
		return nil, b.err
	}
	changed := false
	for i := range b.all {
		x := &b.all[i]
		if x.err == nil && x.stage != "" {
			x.err = b.placeOne(b.dir, x, beside)
			changed = true
		}
		switch {
		case x.err == nil:
			written = append(written, x.place)
		case err == nil:
			err = at(filepath.Join(b.dir, x.place.Name), x.err)
		}
		if x.err != nil && x.stage != "" {
			_ = os.Remove(x.stage)
		}
	}
	if changed {
		Sync(b.dir)
	}
	return written, err
}

// placeOne puts one file that is ready in its place.
func (w *Writer) placeOne(dir string, x *putting, beside bool) error {
	if old, err := os.Stat(x.place.Path); err == nil {
		if err := os.Chmod(x.stage, old.Mode().Perm()); err != nil {
			return err
		}
	}
	err := w.move(x.stage, x.place.Path)
	if err != nil && beside && w.Still() == nil {
		if name, free := freeName(dir, File{Name: x.place.Name, Data: x.data}); free {
			x.place.Path, x.place.Instead = filepath.Join(dir, name), true
			err = w.move(x.stage, x.place.Path)
		}
	}
	return err
}

// putting is a file on its way.
type putting struct {
	place Written
	stage string // where it is made ready; "" for one that is not written
	data  []byte
	err   error
}

// atOnce is how many files are written side by side: a disk that is told of several
// takes little longer than for one.
const atOnce = 8

// mostOpen is how many files are open at once.
const mostOpen = 64

// create writes files that are not there yet, down to the disk: so many first, and then the
// disk is told of them, which has less to do for files that lie together.
func create(all []putting) {
	for part := range slices.Chunk(all, mostOpen) {
		files := make([]*os.File, len(part))
		for i := range part {
			if x := &part[i]; x.stage != "" {
				files[i], x.err = begin(x.stage, x.data)
			}
		}
		var writers sync.WaitGroup
		room := make(chan struct{}, atOnce)
		for i := range part {
			if x, f := &part[i], files[i]; f != nil {
				room <- struct{}{}
				writers.Go(func() {
					x.err = finish(f, x.err)
					<-room
				})
			}
		}
		writers.Wait()
	}
}

// createAll writes files into a folder of their own, down to the disk.
func createAll(dir string, files []File) error {
	all := make([]putting, 0, len(files))
	for _, f := range files {
		if !f.Drop {
			all = append(all, putting{place: Written{Name: f.Name}, stage: filepath.Join(dir, f.Name), data: f.Data})
		}
	}
	create(all)
	for _, x := range all {
		if x.err != nil {
			return at(filepath.Join(filepath.Dir(dir), x.place.Name), x.err)
		}
	}
	return nil
}

// at is an error with the place that users know in it, in place of a stage.
func at(path string, err error) error {
	var link *os.LinkError
	var other *fs.PathError
	switch {
	case errors.As(err, &link):
		return &os.LinkError{Op: link.Op, Old: path, New: path, Err: link.Err}
	case errors.As(err, &other):
		return &fs.PathError{Op: other.Op, Path: path, Err: other.Err}
	}
	return err
}

// staging is a set on its way.
type staging struct {
	*Writer
	dir, stage string
	aside      []string          // names of previous files that are in the stage
	places     map[string]string // name in the stage: name in the folder
	order      []string          // their names in the stage
	placed     int               // how many of them have reached it
}

// clear makes the place of a file free, or finds it another.
func (s *staging) clear(f File) (Written, error) {
	place := Written{Name: f.Name, Path: filepath.Join(s.dir, f.Name)}
	old := filepath.Join(s.stage, f.Name+oldSuffix)
	switch err := s.move(place.Path, old); {
	case err == nil:
		s.aside = append(s.aside, f.Name)
		if f.Drop {
			place.Dropped = true
			return place, nil
		}
		if f.Keep {
			if place.Kept, err = s.keep(f.Name, old); err != nil {
				return place, err
			}
		}
	case errors.Is(err, fs.ErrNotExist):
	case s.Still() != nil:
		return place, err
	case f.Drop:
		return place, nil // open in another program: it stays
	default:
		// Open in Acrobat or Excel. It is left alone and the new file goes beside it.
		name, free := freeName(s.dir, f)
		if !free {
			return place, err
		}
		place.Path, place.Instead = filepath.Join(s.dir, name), true
		if same(place.Path, f.Data) { // from the last time that it was open
			return place, nil
		}
	}
	s.places[f.Name], s.order = filepath.Base(place.Path), append(s.order, f.Name)
	return place, nil
}

// keep finds a name for somebody's work that makes room, unless it is there under one.
func (s *staging) keep(name, old string) (string, error) {
	data, err := disk.Read(old, disk.MaxOwn)
	if err != nil {
		return "", err
	}
	kept, free := freeName(s.dir, File{Name: name, Data: data})
	if !free {
		return "", &fs.PathError{Op: "rename", Path: filepath.Join(s.dir, name), Err: fs.ErrExist}
	}
	if path := filepath.Join(s.dir, kept); !same(path, data) {
		s.places[name+oldSuffix], s.order = kept, append(s.order, name+oldSuffix)
	}
	return filepath.Join(s.dir, kept), nil
}

// commit says that the set is to be finished, and finishes it.
func (s *staging) commit() error {
	if len(s.places) > 0 {
		data, err := json.Marshal(s.places)
		if err != nil {
			return err
		}
		draft := filepath.Join(s.stage, StagePrefix+mark)
		if err := Create(draft, data); err != nil {
			return at(s.dir, err)
		}
		if err := s.move(draft, filepath.Join(s.stage, mark)); err != nil {
			return at(s.dir, err)
		}
		Sync(s.stage)
		for _, name := range s.order {
			place := s.places[name]
			if err := s.move(filepath.Join(s.stage, name), filepath.Join(s.dir, place)); err != nil {
				return at(filepath.Join(s.dir, place), err)
			}
			s.placed++
		}
		Sync(s.dir)
	}
	_ = removeStage(s.stage) // what stays is told by the next run
	return nil
}

// removeStage takes a stage away. The mark goes last: as long as it stands no
// previous file comes back.
func removeStage(stage string) (err error) {
	entries, err := os.ReadDir(stage)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() != mark {
			err = errors.Join(err, disk.RemoveAll(filepath.Join(stage, e.Name())))
		}
	}
	if err != nil {
		return err
	}
	return disk.RemoveAll(stage)
}

// undo puts everything back. Whoever may not write any more leaves that to the
// one who may. As long as a new file is in its place the mark stands: where this
// stops before it is gone, the next run finishes the set, and after it puts the
// previous one back.
func (s *staging) undo() (err error) {
	if s.Still() != nil {
		return nil
	}
	for _, name := range s.order[:s.placed] {
		if err := s.move(filepath.Join(s.dir, s.places[name]), filepath.Join(s.stage, name)); err != nil {
			return at(filepath.Join(s.dir, s.places[name]), err)
		}
	}
	err = s.move(filepath.Join(s.stage, mark), filepath.Join(s.stage, StagePrefix+mark))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return at(s.dir, err)
	}
	err = nil
	for _, name := range s.aside {
		place := filepath.Join(s.dir, name)
		err = errors.Join(err, at(place, s.move(filepath.Join(s.stage, name+oldSuffix), place)))
	}
	if err == nil {
		_ = removeStage(s.stage)
	}
	return err
}

// regular returns an error for a place that is taken by something else than a file.
func regular(path string) error {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return &PlaceTaken{path}
	}
	return nil
}

func same(path string, data []byte) bool {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	file, _, err := disk.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	part := make([]byte, min(64<<10, len(data)+1))
	for {
		n, err := file.Read(part)
		if !bytes.HasPrefix(data, part[:n]) {
			return false
		}
		data = data[n:]
		if err != nil {
			return err == io.EOF && len(data) == 0
		}
	}
}

// mostNumbers is how many numbered names a file may have.
const mostNumbers = 99

// Numbered is a name with a number: "BaoCao-2022 (2).pdf".
func Numbered(name string, n int) string {
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext)
}

// Unnumbered is the name that a numbered one belongs to; any other name is its own.
func Unnumbered(name string) string {
	ext := filepath.Ext(name)
	open := strings.LastIndex(name, " (")
	if open < 0 {
		return name
	}
	plain := name[:open] + ext
	if n, err := strconv.Atoi(strings.TrimSuffix(name[open+len(" ("):], ")"+ext)); err == nil && n >= 2 &&
		n <= mostNumbers && Numbered(plain, n) == name {
		return plain
	}
	return name
}

// Numbers are the numbered names of a file that exist in a folder, in order. The
// folder is listed once: to ask for each name takes its time on a share.
func Numbers(dir, name string) (names []string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	have := map[string]bool{}
	for _, e := range entries {
		have[strings.ToLower(e.Name())] = true // Windows finds a name in any case
	}
	for n := 2; n <= mostNumbers; n++ {
		if !have[strings.ToLower(Numbered(name, n))] {
			continue
		}
		if _, err := os.Lstat(filepath.Join(dir, Numbered(name, n))); err == nil {
			names = append(names, Numbered(name, n))
		}
	}
	return names
}

// freeName is the first numbered name that is free, or has this very content.
func freeName(dir string, f File) (string, bool) {
	for n := 2; n <= mostNumbers; n++ {
		name := Numbered(f.Name, n)
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) || same(path, f.Data) {
			return name, true
		}
	}
	return "", false
}

// Create writes a file that is not there yet, down to the disk.
func Create(path string, data []byte) error {
	f, err := begin(path, data)
	if f == nil {
		return err
	}
	return finish(f, err)
}

// begin writes a file that is not there yet and leaves it open; nil where it cannot be made.
func begin(path string, data []byte) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	_, err = f.Write(data)
	return f, err
}

// finish brings a file down to the disk, unless writing it failed, and closes it.
func finish(f *os.File, err error) error {
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// Sync makes renames in a folder durable where the system can; Windows cannot, and
// needs not.
func Sync(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
