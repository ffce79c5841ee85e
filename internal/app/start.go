package app

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"baocao/examples"
	"baocao/internal/fileset"
)

// Errors of Init.
var (
	ErrNoExample = errors.New("no such example")
	ErrNotEmpty  = errors.New("the folder is not empty")
)

// Init makes a working folder from an embedded example: its resolution and
// office file, an empty drop folder, and blank forms. It overwrites nothing.
func Init(ctx context.Context, dir, from string) error {
	source, err := fs.Sub(examples.FS, from)
	if err != nil {
		return ErrNoExample
	}
	if _, err := fs.Stat(source, ResolutionFile); err != nil {
		return ErrNoExample
	}
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 {
		return ErrNotEmpty
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
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
	_, _, err = Forms(ctx, dir)
	return err
}
