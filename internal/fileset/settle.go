package fileset

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"baocao/internal/disk"
)

// Left is something that a run which was killed had left in a folder.
type Left struct {
	Path     string
	Finished bool  // its new set was put in place
	Undone   bool  // its previous set was put back
	Err      error // why it is still there
	Mixed    bool  // with Err: the folder's set may be half old, half new
}

// Unsettled reports that a folder holds what a killed run left, or one that is
// at work.
func Unsettled(dir string) bool {
	left := false
	eachLeft(dir, func(fs.DirEntry) { left = true })
	return left
}

// Names of folders are taken as they are: a pattern would trip over "[" in them.
func eachLeft(dir string, do func(fs.DirEntry)) {
	entries, _ := os.ReadDir(dir) // whoever needs the folder finds out why it cannot be read
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), StagePrefix) {
			do(e)
		}
	}
}

// Settle finishes or undoes what runs that were killed left half-way in a folder,
// and removes their stages. One that cannot be removed is in nobody's way: files
// only ever go to places that are free, so that it cannot come back over a later
// set.
func (w *Writer) Settle(dir string) (all []Left) {
	eachLeft(dir, func(e fs.DirEntry) {
		left := Left{Path: filepath.Join(dir, e.Name())}
		switch {
		case e.Type().IsRegular():
			left.Err = os.Remove(left.Path)
		case e.IsDir():
			w.settle(dir, &left)
		default:
			left.Err = &PlaceTaken{left.Path}
		}
		all = append(all, left)
	})
	return all
}

func (w *Writer) settle(dir string, left *Left) {
	entries, err := os.ReadDir(left.Path)
	if err != nil {
		left.Err = err
		return
	}
	// moves are the files that belong elsewhere: the new set, or the previous one.
	var moves map[string]string
	data, err := disk.Read(filepath.Join(left.Path, mark), disk.MaxOwn)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && regular(filepath.Join(left.Path, mark)) == nil {
		left.Err, left.Mixed = err, true // there is a mark: another time it can be read
		return
	}
	finish := err == nil && json.Unmarshal(data, &moves) == nil && moves != nil
	if !finish {
		moves = map[string]string{}
	}
	for _, e := range entries {
		if name, old := strings.CutSuffix(e.Name(), oldSuffix); old && !finish && e.Type().IsRegular() {
			moves[e.Name()] = name
		}
	}
	for from, to := range moves { // in any order: each to its place
		if !bare(from) || !bare(to) || !vacant(filepath.Join(dir, to)) ||
			regular(filepath.Join(left.Path, from)) != nil {
			continue
		}
		switch err := w.move(filepath.Join(left.Path, from), filepath.Join(dir, to)); {
		case err == nil:
			left.Finished, left.Undone = finish, !finish
		case !errors.Is(err, fs.ErrNotExist): // it is in its place already
			left.Err, left.Mixed = errors.Join(left.Err, err), true
		}
	}
	if left.Err == nil {
		Sync(dir)
		left.Err = removeStage(left.Path)
	}
}

// bare reports that a name is one of a file in the folder itself.
func bare(name string) bool {
	return name != "" && filepath.Base(name) == name && filepath.IsLocal(name) && name[0] != '.'
}

func vacant(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}
