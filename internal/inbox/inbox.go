// Package inbox is the drop folder: the files departments sent, listed in a
// fixed order, opened once and never changed.
package inbox

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/diag"
)

// Folder is the drop folder's name inside the working folder.
const Folder = "1-nop-vao-day"

// File is one file somebody dropped.
type File struct {
	Rel  string // from the working folder, with forward slashes, spelt as on disk
	Path string // to open it
	Size int64  // in bytes, when it was listed
}

// maxDepth bounds how deep sub-folders are followed.
const maxDepth = 32

// List finds the files of the drop folder and its sub-folders, ordered by Rel
// byte by byte. What cannot be listed is a problem, not a failure.
func List(dir string) ([]File, []diag.Problem, error) {
	root := filepath.Join(dir, Folder)
	at := diag.Position{File: Folder}
	info, err := os.Stat(root)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, []diag.Problem{diag.New("B103", at, nil)}, nil
	case err != nil:
		return nil, []diag.Problem{diag.New("B104", at, nil)}, nil
	case !info.IsDir():
		return nil, []diag.Problem{diag.New("B103", at, nil)}, nil
	}
	var l listing
	l.folder(root, Folder, 0)
	slices.SortFunc(l.files, func(a, b File) int { return cmp.Compare(a.Rel, b.Rel) })
	return l.files, diag.Sort(l.problems), nil
}

type listing struct {
	files    []File
	problems []diag.Problem
}

func (l *listing) folder(path, rel string, depth int) {
	entries, err := os.ReadDir(path)
	if err != nil || depth > maxDepth {
		l.problem("B104", rel, nil)
	}
	for _, e := range entries {
		rel, path := rel+"/"+e.Name(), filepath.Join(path, e.Name())
		switch {
		case isSystemFile(e.Name()):
		case e.Type().IsDir():
			l.folder(path, rel, depth+1)
		case !e.Type().IsRegular():
			// A link may lead out of the folder or round in a circle; a socket or
			// a device never ends.
			l.problem("B102", rel, nil)
		case strings.HasPrefix(e.Name(), "~$"):
			l.problem("B101", rel, diag.Args{"name": strings.TrimPrefix(e.Name(), "~$")})
		default:
			var size int64
			if info, err := e.Info(); err == nil {
				size = info.Size()
			}
			l.files = append(l.files, File{Rel: rel, Path: path, Size: size})
		}
	}
}

func (l *listing) problem(code, rel string, args diag.Args) {
	l.problems = append(l.problems, diag.New(code, diag.Position{File: rel}, args))
}

// isSystemFile tells files that the operating system or an archive leaves in a
// folder and nobody sent. LibreOffice's lock is such a file too: its name does
// not say which part of the work it guards.
func isSystemFile(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".gitkeep", ".gitignore", "__macosx",
		"$recycle.bin", "system volume information":
		return true
	}
	return strings.HasPrefix(name, "._") || strings.HasPrefix(name, ".~lock.")
}

// isLeftover tells the same of a path inside an archive, where a lock file of
// Excel says nothing either: the file was open when it was packed.
func isLeftover(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if isSystemFile(part) || strings.HasPrefix(part, "~$") {
			return true
		}
	}
	return false
}

// Why a file cannot be opened, beside what the system says.
var (
	ErrNotAFile = errors.New("not a regular file")
	ErrTooLarge = errors.New("larger than allowed")
)

// read returns the file's content, of at most max bytes.
func (f File) read(max int64) ([]byte, error) {
	info, err := os.Stat(f.Path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: f.Path, Err: ErrNotAFile}
	}
	file, err := os.Open(f.Path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data := make([]byte, 0, min(info.Size(), max)+512)
	for {
		n, err := file.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if int64(len(data)) > max {
			return nil, &fs.PathError{Op: "read", Path: f.Path, Err: ErrTooLarge}
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

// Sum is the SHA-256 of a file's content, in hexadecimal.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
