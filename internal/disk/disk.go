// Package disk is what lies between the program and the user's disk: a file is
// opened only where it is a file, and read up to a bound, or moved only where a
// place is free; what the system says when that fails is told in the user's words.
package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Bounds of the files that are not a sender's, in bytes.
const (
	MaxText = 16 << 20  // what an office writes itself: its plan, its words
	MaxOwn  = 256 << 20 // what the program keeps for it: lists, letters, copies
)

// NotAFile is the error of a folder, a device or a pipe where a file should be.
type NotAFile struct{ Mode fs.FileMode }

func (e *NotAFile) Error() string { return "not a regular file: " + e.Mode.String() }

// TooLarge is the error of a file beyond the bound.
type TooLarge struct{ Max int64 } // in bytes

func (e *TooLarge) Error() string { return fmt.Sprintf("larger than %d bytes", e.Max) }

// Open opens a file to be read. A link is followed; what it leads to, or stands there
// itself, is opened only when it is a file: a pipe would wait for ever, and a device
// has no end.
func Open(path string) (*os.File, fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, &fs.PathError{Op: "read", Path: path, Err: &NotAFile{info.Mode()}}
	}
	// It may have been exchanged since: opening must not wait then either.
	file, err := os.OpenFile(path, os.O_RDONLY|dontWait, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err = file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "read", Path: path, Err: &NotAFile{info.Mode()}}
	}
	if err != nil {
		_ = file.Close() // nothing was written
		return nil, nil, err
	}
	return file, info, nil
}

// Read returns the content of a file that Open opens, of at most max bytes.
func Read(path string, max int64) ([]byte, error) {
	file, info, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data := make([]byte, 0, min(info.Size(), max)+512)
	for {
		n, err := file.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if int64(len(data)) > max {
			return nil, &fs.PathError{Op: "read", Path: path, Err: &TooLarge{max}}
		}
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
		data = slices.Grow(data, 512)
	}
}

// RemoveAll removes a folder with what is in it, or a file; what is not there is removed. The
// library's way to do so is one that some shares and disks under Windows do not know: then each
// entry goes by itself.
func RemoveAll(path string) error {
	if os.RemoveAll(path) == nil {
		return nil
	}
	var entries []fs.DirEntry
	if info, err := os.Lstat(path); err == nil && info.IsDir() { // no link to one: what is there is not ours
		entries, _ = os.ReadDir(path)
	}
	for _, e := range entries {
		under := filepath.Join(path, e.Name())
		if !e.IsDir() {
			_ = os.Remove(under) // the folder then stays too, and says so
		} else if err := RemoveAll(under); err != nil {
			return err
		}
	}
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Folder is a folder as a file system whose files are opened as Read does.
type Folder string

func (f Folder) system() fs.FS { return os.DirFS(string(f)) }

// Open opens a file or folder.
func (f Folder) Open(name string) (fs.File, error) {
	info, err := f.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: &NotAFile{info.Mode()}}
	}
	return f.system().Open(name)
}

// ReadFile reads a file of at most MaxText bytes.
func (f Folder) ReadFile(name string) ([]byte, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	return Read(filepath.Join(string(f), filepath.FromSlash(name)), MaxText)
}

// ReadOutside reads a file of at most MaxText bytes by its path from the folder, which
// may lead out of it: "../chung/nghi-quyet.toml".
func (f Folder) ReadOutside(name string) ([]byte, error) {
	return Read(filepath.Join(string(f), filepath.FromSlash(name)), MaxText)
}

// Stat tells of a file without opening it.
func (f Folder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.system(), name) }

// ReadDir lists a folder.
func (f Folder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.system(), name) }
