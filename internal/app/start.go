package app

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"baocao/examples"
	"baocao/internal/fileset"
)

// Errors of Init.
var (
	ErrNoExample = errors.New("no such example")
	ErrNotEmpty  = errors.New("the folder is not empty")
)

// Init makes a working folder from an embedded example: its resolution and
// office file, an empty drop folder, and blank forms. It overwrites nothing, and
// makes all of it or nothing: what a run made that was killed is used or replaced
// by the next.
func Init(ctx context.Context, dir, from string) (err error) {
	source, err := fs.Sub(examples.FS, from)
	if err != nil {
		return ErrNoExample
	}
	if _, err := fs.Stat(source, ResolutionFile); err != nil {
		return ErrNoExample
	}
	stage, whole := filepath.Join(dir, initStage), filepath.Join(dir, initStage+"-xong")
	if _, err := os.Stat(whole); err == nil {
		return moveOut(whole, dir)
	}
	entries, err := os.ReadDir(dir)
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() != initStage }) {
		return ErrNotEmpty
	}
	isNew := errors.Is(err, fs.ErrNotExist)
	if err != nil && !isNew {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(stage)
			if isNew {
				_ = os.Remove(dir)
			}
		}
	}()
	if err := os.RemoveAll(stage); err != nil {
		return err
	}
	if err := fillFolder(ctx, stage, source); err != nil {
		return err
	}
	if err := os.Rename(stage, whole); err != nil {
		return err
	}
	return moveOut(whole, dir)
}

// initStage is where a new working folder is made, inside it. With "-xong" behind
// its name it is complete and only has to be moved out.
const initStage = ".dang-tao"

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
			// The example's figures are invented and say so; an office's are not.
			data = bytes.Replace(data, []byte("illustrative = true"), []byte("illustrative = false"), 1)
		}
		if err := fileset.Create(filepath.Join(dir, name), data); err != nil {
			return err
		}
	}
	_, _, err := Forms(ctx, dir)
	return err
}

// moveOut moves what a folder holds one up, the resolution last: with it a folder
// is a working folder.
func moveOut(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	var names []string
	for _, e := range entries {
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
