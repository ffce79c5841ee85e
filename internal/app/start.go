package app

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"baocao/examples"
	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/lock"
	"baocao/internal/roster"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// Errors of Init.
var (
	ErrNoExample = errors.New("no such example")
	ErrNotEmpty  = errors.New("the folder is not empty")
	// ErrResumed says that the folder is there, made as an earlier run was told.
	ErrResumed = errors.New("what an earlier run had begun was finished")
)

// Init makes a working folder: from another folder, moved on a year, or from an
// embedded example. It has a resolution and an office file, an empty drop folder,
// and blank forms. It overwrites nothing, and makes all of it or nothing: what a
// run that was killed had begun to move into its place is finished by the next,
// which returns ErrResumed; what it had made before is replaced. What was carried
// over from another folder is returned; nil where an example was used.
func Init(ctx context.Context, dir, from string) (*Carried, error) {
	if _, err := os.Stat(filepath.Join(from, ResolutionFile)); err == nil {
		var carried *Carried
		err := makeFolder(ctx, dir, func(stage string) (err error) {
			carried, err = carryOver(ctx, dir, stage, from)
			return err
		})
		return carried, err
	}
	source, err := fs.Sub(examples.FS, from)
	if err != nil {
		return nil, ErrNoExample
	}
	if _, err := fs.Stat(source, ResolutionFile); err != nil {
		return nil, ErrNoExample
	}
	return nil, makeFolder(ctx, dir, func(stage string) error { return fillFolder(ctx, stage, source) })
}

// makeFolder makes a folder with what fill puts into it, or nothing. It holds the
// folder's lock: whoever begins there at the same time waits and finds it made.
func makeFolder(ctx context.Context, dir string, fill func(stage string) error) (err error) {
	stage, whole := filepath.Join(dir, initStage), filepath.Join(dir, initWhole)
	if _, err := begun(dir); err != nil {
		return err // before anything of ours is put there
	}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		defer func() {
			if err != nil {
				_ = os.Remove(dir) // fails where somebody else has begun
			}
		}()
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	w, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return err
	}
	defer w.done()
	if moving, err := begun(dir); err != nil {
		return err
	} else if moving { // some of it is in its place and may be in use: it is not made anew
		return cmp.Or(moveOut(whole, dir), ErrResumed)
	}
	if err := errors.Join(disk.RemoveAll(stage), disk.RemoveAll(whole)); err != nil {
		return err
	}
	err = fill(stage)
	if err == nil {
		err = os.Rename(stage, whole)
	}
	if err != nil {
		_ = disk.RemoveAll(stage)
		return err
	}
	return moveOut(whole, dir)
}

// Free reports a folder that a working folder can be made in: one that is not there, or holds
// nothing but what a run left that was killed while it made one.
func Free(dir string) bool {
	_, err := begun(dir)
	return err == nil
}

// begun tells whether a run that was killed had begun to move what it made into its
// place. Anything else in the folder than what such a run leaves is an error.
func begun(dir string) (moving bool, err error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	whole := false
	for _, e := range entries {
		switch name := e.Name(); {
		case name == initWhole:
			whole = true
		case name != initStage && !strings.HasPrefix(name, lock.Name):
			moving = true
		}
	}
	if moving && !whole {
		return false, ErrNotEmpty
	}
	return moving, nil
}

// A new working folder is made in initStage, inside it. As initWhole it is complete
// and only has to be moved out.
const (
	initStage = ".dang-tao"
	initWhole = initStage + "-xong"
)

// fillFolder makes a working folder.
func fillFolder(ctx context.Context, dir string, source fs.FS) error {
	if err := os.MkdirAll(filepath.Join(dir, DropDir), 0o755); err != nil {
		return err
	}
	for _, name := range []string{ResolutionFile, OfficeFile} {
		data, err := fs.ReadFile(source, name)
		if err != nil {
			return err
		}
		if name == OfficeFile {
			data = withoutInvention(data)
		}
		if err := fileset.Create(filepath.Join(dir, name), data); err != nil {
			return err
		}
	}
	_, err := Forms(ctx, dir)
	return err
}

// withoutInvention is the example's office file for an office: the example's figures
// are invented and say so; an office's are not.
func withoutInvention(data []byte) []byte {
	return bytes.Replace(data, []byte("illustrative = true"), []byte("illustrative = false"), 1)
}

// InitUnits makes a working folder that has no resolution yet: an office file with
// the units of a list, and an empty drop folder.
func InitUnits(ctx context.Context, dir, list string) (*roster.Roster, error) {
	data, err := disk.Read(list, disk.MaxOwn)
	if err != nil {
		return nil, err
	}
	book, problems := open.Read(ctx, filepath.Base(list), data, workbook.DefaultLimits())
	if book == nil {
		return nil, &UnreadableList{problems}
	}
	r, err := roster.Read(book)
	if err != nil {
		return nil, err
	}
	return r, makeFolder(ctx, dir, func(stage string) error {
		if err := os.MkdirAll(filepath.Join(stage, DropDir), 0o755); err != nil {
			return err
		}
		return fileset.Create(filepath.Join(stage, OfficeFile), roster.OfficeFile(roster.Head{}, r.Units))
	})
}

// UnreadableList is the error of a list of units that cannot be read.
type UnreadableList struct{ Problems []diag.Problem }

func (e *UnreadableList) Error() string { return "the list of units cannot be read" }

// moveOut moves what a folder holds one up, where nothing is overwritten, the
// resolution last: with it a folder is a working folder.
func moveOut(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	var names []string
	for _, e := range entries {
		if _, err := os.Lstat(filepath.Join(to, e.Name())); err == nil {
			return ErrNotEmpty
		}
		if e.Name() != ResolutionFile {
			names = append(names, e.Name())
		}
	}
	if len(names) < len(entries) {
		names = append(names, ResolutionFile)
	}
	for _, name := range names {
		if err := os.Rename(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	fileset.Sync(to)
	return os.Remove(from)
}
