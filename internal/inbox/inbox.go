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
	"baocao/internal/disk"
)

// Folder is the drop folder's name inside the working folder.
const Folder = "1-nop-vao-day"

// File is one file somebody dropped.
type File struct {
	Rel  string // from the working folder, with forward slashes, spelt as on disk
	Path string // to open it
	Size int64  // in bytes, when it was listed

	absent bool // a cloud store shows it and has not brought it here
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
	if l.tooDeep != "" {
		l.problem("B105", l.tooDeep, diag.Args{"max": maxDepth})
	}
	if l.leftovers != nil {
		l.problems = append(l.problems, passedOver(Folder, l.leftovers))
	}
	slices.SortFunc(l.files, func(a, b File) int { return cmp.Compare(a.Rel, b.Rel) })
	return l.files, diag.Sort(l.problems), nil
}

type listing struct {
	files     []File
	problems  []diag.Problem
	leftovers []string // from the drop folder
	tooDeep   string   // the first folder that is not followed
}

func (l *listing) folder(path, rel string, depth int) {
	if depth > maxDepth {
		l.tooDeep = cmp.Or(l.tooDeep, rel)
		return
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		l.problem("B104", rel, nil)
	}
	for _, e := range entries {
		rel, path, k := rel+"/"+e.Name(), filepath.Join(path, e.Name()), kindOf(e.Name())
		f := File{Rel: rel, Path: path}
		if info, err := e.Info(); err == nil {
			f.Size, f.absent = info.Size(), disk.Absent(info)
		}
		switch {
		case k == system:
		case e.Type().IsDir():
			l.folder(path, rel, depth+1)
		case k == leftover:
			l.leftovers = append(l.leftovers, strings.TrimPrefix(rel, Folder+"/"))
		case !e.Type().IsRegular() && !f.absent:
			// A link may lead out of the folder or round in a circle; a socket or
			// a device never ends.
			l.problem("B102", rel, nil)
		case k == lock:
			l.problem("B101", rel, diag.Args{"name": strings.TrimPrefix(e.Name(), "~$")})
		default:
			l.files = append(l.files, f)
		}
	}
}

func (l *listing) problem(code, rel string, args diag.Args) {
	l.problems = append(l.problems, diag.New(code, diag.Position{File: rel}, args))
}

// read returns the file's content, of at most max bytes.
func (f File) read(max int64) ([]byte, error) { return disk.Read(f.Path, max) }

// Sum is the SHA-256 of a file's content, in hexadecimal.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// SumFile is Sum of a file, of which no more than a part is held.
func SumFile(path string) (string, error) {
	file, _, err := disk.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
