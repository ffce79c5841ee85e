package app

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// output is one file to write.
type output struct {
	name string
	data []byte
}

// Written is one file that was written. Instead is set when the usual name was
// held open by another program and the file went under a numbered name.
type Written struct {
	Name    string // usual name
	Path    string // where it was written
	Instead bool
}

// replaceTogether replaces the files of a folder together or not at all: all
// are written beside and synced, then renamed; when a rename fails half-way,
// those already done are taken back.
func replaceTogether(dir string, outs []output) (written []Written, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if err := recoverStages(dir); err != nil {
		return nil, err
	}
	stage, err := os.MkdirTemp(dir, stagePrefix)
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(stage)
	for _, o := range outs {
		if err := writeSynced(filepath.Join(stage, o.name), o.data); err != nil {
			return nil, err
		}
	}

	type step struct{ path, old string } // old is the previous file, set aside; "" for none
	var steps []step
	defer func() {
		if err == nil {
			return
		}
		written = nil
		for i := len(steps) - 1; i >= 0; i-- {
			s := steps[i]
			if s.old == "" {
				err = errors.Join(err, os.Remove(s.path))
			} else {
				err = errors.Join(err, os.Rename(s.old, s.path))
			}
		}
	}()
	for _, o := range outs {
		fresh := filepath.Join(stage, o.name)
		path := filepath.Join(dir, o.name)
		if same(path, o.data) {
			written = append(written, Written{Name: o.name, Path: path})
			continue
		}
		old := filepath.Join(stage, o.name+".cu")
		heldOpen := false
		switch err := setAside(path, old); {
		case err == nil:
		case errors.Is(err, fs.ErrNotExist):
			old = ""
		default:
			// Open in Acrobat or Excel: Windows refuses to move it. It is left
			// alone and the new file goes beside it.
			if path, heldOpen = freeName(dir, o.name); !heldOpen {
				return nil, err
			}
			old = ""
		}
		if err := os.Rename(fresh, path); err != nil {
			if old != "" {
				err = errors.Join(err, os.Rename(old, path))
			}
			return nil, err
		}
		steps = append(steps, step{path, old})
		written = append(written, Written{Name: o.name, Path: path, Instead: heldOpen})
	}
	syncDir(dir)
	return written, nil
}

// setAside moves a file out of the way of its new version. A folder of that name
// is somebody's own and stays where it is.
func setAside(path, old string) error {
	if info, err := os.Lstat(path); err == nil && info.IsDir() {
		return &fs.PathError{Op: "replace", Path: path, Err: fs.ErrExist}
	}
	return os.Rename(path, old)
}

// stagePrefix begins the names of the folders in which outputs are written
// before they are renamed; the previous files wait there as "name.cu".
const stagePrefix = ".dang-ghi-"

// recoverStages puts back what a run that was killed half-way had set aside.
func recoverStages(dir string) error {
	stages, err := filepath.Glob(filepath.Join(dir, stagePrefix+"*"))
	if err != nil {
		return err
	}
	for _, stage := range stages {
		olds, err := filepath.Glob(filepath.Join(stage, "*.cu"))
		if err != nil {
			return err
		}
		for _, old := range olds {
			path := filepath.Join(dir, strings.TrimSuffix(filepath.Base(old), ".cu"))
			if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
				if err := os.Rename(old, path); err != nil {
					return err
				}
			}
		}
		if err := os.RemoveAll(stage); err != nil {
			return err
		}
	}
	return nil
}

func same(path string, data []byte) bool {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	old, err := os.ReadFile(path)
	return err == nil && bytes.Equal(old, data)
}

func freeName(dir, name string) (string, bool) {
	ext := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	for n := 2; n < 100; n++ {
		path := filepath.Join(dir, fmt.Sprintf("%s (%d)%s", stem, n, ext))
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path, true
		}
	}
	return "", false
}

func writeSynced(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncDir makes renames durable where the system can; Windows cannot, and
// needs not.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

func sourceDateEpoch(s string) (time.Time, bool) {
	sec, err := strconv.ParseInt(s, 10, 64)
	if err != nil || sec < 0 {
		return time.Time{}, false
	}
	return time.Unix(sec, 0).UTC(), true
}
