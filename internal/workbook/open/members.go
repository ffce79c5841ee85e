package open

import (
	"cmp"
	"context"
	"path"
	"slices"

	"baocao/internal/diag"
	"baocao/internal/mishap"
	"baocao/internal/ooxml"
	"baocao/internal/workbook"
)

// Member is one file inside a .zip.
type Member struct {
	Name string // its path inside, with forward slashes; never leads out
	Data []byte
}

// maxNested is how many .zip files may lie inside each other.
const maxNested = 3

// Members opens a .zip of files; ok is false for anything else, a workbook too,
// which is an archive of its own parts. A damaged archive gives no member and a
// problem. Members for which skip is true are passed over.
func Members(ctx context.Context, file string, data []byte, lim workbook.Limits, skip func(name string) bool) (
	members []Member, problems []diag.Problem, ok bool) {
	defer func() {
		if mishap.Caught(recover()) {
			members, problems, ok = nil, []diag.Problem{diag.New("B132", diag.Position{File: file}, nil)}, true
		}
	}()
	if !isZip(data) {
		return nil, nil, false
	}
	// The whole of what is inside is held until it has been read file by file.
	lim.MaxMemory = max(lim.MaxMemory, lim.MaxUncompressed)
	u := &unpacking{guard: workbook.NewGuard(ctx, lim), skip: skip}
	is, err := u.archive("", data, 0)
	if !is {
		return nil, nil, false
	}
	if err == nil && len(u.members) == 0 {
		err = workbook.Refuse("B134", nil)
	}
	if err != nil {
		return nil, []diag.Problem{workbook.Problem(file, err)}, true
	}
	slices.SortFunc(u.members, func(a, b Member) int { return cmp.Compare(a.Name, b.Name) })
	return u.members, nil, true
}

// unpacking collects the members of an archive and of those inside it.
type unpacking struct {
	guard   *workbook.Guard
	skip    func(name string) bool
	members []Member
}

// archive unpacks one archive; is tells whether it is one of files.
func (u *unpacking) archive(folder string, data []byte, depth int) (is bool, err error) {
	a, err := ooxml.Open(data, u.guard)
	if err != nil {
		// Whether it was to be a workbook its name alone could tell.
		return false, err
	}
	if isDocument(a) {
		return false, nil
	}
	if depth == maxNested {
		return true, workbook.TooMuch(workbook.LimitDepth, maxNested)
	}
	read := readingOf(a.Files)
	packages := map[string]bool{}
	for _, f := range a.Files {
		inside := f.Name
		if isOld(f) {
			inside = read(inside)
		}
		inside = memberName(inside)
		name := folder + inside
		if f.FileInfo().IsDir() || u.skip(name) {
			continue
		}
		if whole := packageOf(inside); whole != "" { // one file to who sent it
			if name = folder + whole; packages[whole] {
				continue
			}
			packages[whole] = true
		}
		data, err := a.Read(f.Name)
		if err != nil {
			return true, err
		}
		if isZip(data) {
			if is, err := u.archive(name+"/", data, depth+1); is {
				if err != nil {
					return true, err
				}
				continue
			}
		}
		u.members = append(u.members, Member{name, data})
	}
	return true, nil
}

// packageOf is the folder on a path that a Mac shows as one document; "" for none.
func packageOf(name string) string {
	for i := range len(name) {
		if name[i] == '/' && isPackage(path.Base(name[:i])) {
			return name[:i]
		}
	}
	return ""
}
