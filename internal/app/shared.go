package app

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/newyear"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/tomlfile"
)

// SharedFiles is the error of a change to a plan that lies in files that other folders use
// too: it is for people to make.
type SharedFiles struct {
	Dir   string
	Files []string // by their paths from Dir
}

func (e *SharedFiles) Error() string {
	return e.Dir + ": shares " + strings.Join(e.Files, ", ") + " with other folders"
}

// SharedTaken is the error of a shared file that cannot be made for the new year: its name is
// taken by something else.
type SharedTaken struct {
	File string
	Year int
}

func (e *SharedTaken) Error() string {
	return e.File + " is there and not of " + strconv.Itoa(e.Year)
}

// SharedFar is the error of a shared file that a new folder cannot name: it lies on another drive.
type SharedFar struct{ File string }

func (e *SharedFar) Error() string { return e.File + " is on another drive than the new folder" }

// movedShared is a file of the plan of a new year whose shared part went with it.
type movedShared struct {
	name    string // of the file in the folder
	text    string // as it is to be, once the folder is in its place
	staged  string // as it is while the folder is made a level below
	made    string // the shared file that was made; "" for none
	changes []newyear.Change
	kept    []newyear.Change
	look    diag.Message
}

// moveShared moves the shared file that a file of the plan extends on by a year, beside the
// old one: the offices that use that go on with the new one, which the first of them makes.
// text is the file itself, moved on; dir is where the new folder will be, stage where it is
// made.
func moveShared(dir, stage, from, name, text string, year int) (out movedShared, err error) {
	out = movedShared{name: name, text: text, staged: text}
	file, fault := tomlfile.Parse(text)
	if fault != nil {
		return out, fault
	}
	key := load.SharedKey(name)
	place, shares := file.Places[key]
	old := load.SharedName(file, name)
	if !shares || old == "" {
		return out, nil
	}
	data, err := disk.Read(filepath.Join(from, filepath.FromSlash(old)), disk.MaxOwn)
	if err != nil {
		return out, err
	}
	moved, fault := newyear.Move(old, string(data), year)
	if fault != nil {
		return out, fault
	}
	out.kept = moved.Kept
	if clean := path.Clean(old); fs.ValidPath(clean) { // within the folder: it is nobody else's
		out.changes = moved.Changes
		inside := filepath.Join(stage, filepath.FromSlash(clean))
		if err := os.MkdirAll(filepath.Dir(inside), 0o755); err != nil {
			return out, err
		}
		return out, fileset.Create(inside, []byte(moved.Text))
	}
	next := nextName(old, year)
	target, err := filepath.Abs(filepath.Join(from, filepath.FromSlash(next)))
	if err != nil {
		return out, err
	}
	home, err := filepath.Abs(dir)
	if err != nil {
		return out, err
	}
	rel, err := filepath.Rel(home, target)
	if err != nil { // on another drive
		return out, &SharedFar{target}
	}
	rel = filepath.ToSlash(rel)
	switch made, err := makeShared(target, moved.Text, year+1); {
	case err != nil:
		return out, err
	case made:
		out.made = target
		for _, c := range moved.Changes {
			c.File = rel
			out.changes = append(out.changes, c)
		}
		out.look = diag.Say("carry.shared", diag.Args{"file": rel, "old": old})
	default:
		out.look = diag.Say("carry.shared-there", diag.Args{"file": rel})
	}
	if out.text, err = given(text, place, rel); err != nil {
		return out, err
	}
	out.staged, err = given(text, place, "../"+rel)
	return out, err
}

// given is a text with another value in a place of it.
func given(text string, at tomlfile.Place, value string) (string, error) {
	out, fault := tomlfile.Splice(text, []tomlfile.Edit{at.Give(resolution.Quoted(value))})
	if fault != nil {
		return "", fault
	}
	return out, nil
}

// makeShared makes a shared file, where it is not there as another office made it.
func makeShared(target, text string, year int) (made bool, err error) {
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return false, err
	}
	err = fileset.Create(target, []byte(text))
	switch {
	case err == nil:
		return true, nil
	case !errors.Is(err, fs.ErrExist):
		_ = os.Remove(target) // no half of one
		return false, err
	}
	data, err := disk.Read(target, disk.MaxOwn)
	if err != nil {
		return false, err
	}
	file, fault := tomlfile.Parse(string(data))
	if fault != nil {
		return false, &SharedTaken{target, year}
	}
	if of, ok := file.Values["resolution"].(map[string]any); ok && of["year"] != nil && of["year"] != int64(year) {
		return false, &SharedTaken{target, year}
	}
	return false, nil
}

// nextName is the name of a shared file in the next year: with the year in it moved on, or
// put behind its stem.
func nextName(name string, year int) string {
	was, next := strconv.Itoa(year), strconv.Itoa(year+1)
	if at := strings.LastIndex(name, was); at >= 0 {
		return name[:at] + next + name[at+len(was):]
	}
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + next + ext
}
