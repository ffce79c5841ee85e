package fileset

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"baocao/internal/disk"
)

// Append adds a line to the end of a file, down to the disk; head begins a file that
// is not there yet. What a killed run left of a line at the end is closed first, so
// that it spoils no other. Of a line that cannot be written whole nothing stays, as
// far as the disk allows.
func (w *Writer) Append(dir, name string, head, line []byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	path := filepath.Join(dir, name)
	if err := regular(path); err != nil {
		return err
	}
	if err := w.Still(); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	err = appendTo(f, head, line)
	return errors.Join(err, f.Close())
}

func appendTo(f *os.File, head, line []byte) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	size := info.Size()
	before := head
	if size > 0 {
		var last [1]byte
		if _, err := f.ReadAt(last[:], size-1); err != nil {
			return err
		}
		if before = nil; last[0] != '\n' {
			before = []byte("\r\n")
		}
	}
	_, err = f.WriteAt(append(before[:len(before):len(before)], line...), size)
	if err == nil {
		err = f.Sync()
	}
	if err != nil {
		_ = f.Truncate(size)
	}
	return err
}

// PutFolder makes a new folder with files in it, whole or not at all.
func (w *Writer) PutFolder(dir, name string, files []File) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	place := filepath.Join(dir, name)
	if !vacant(place) {
		return &fs.PathError{Op: "mkdir", Path: place, Err: fs.ErrExist}
	}
	stage := w.stage(dir)
	if err := os.Mkdir(stage, 0o755); err != nil {
		return at(place, err)
	}
	if err := createAll(stage, files); err != nil {
		_ = disk.RemoveAll(stage)
		return at(place, err)
	}
	Sync(stage)
	if err := w.move(stage, place); err != nil {
		_ = removeStage(stage)
		return at(place, err)
	}
	Sync(dir)
	return nil
}
