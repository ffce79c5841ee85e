package workbook

import (
	"cmp"
	"context"
	"errors"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"baocao/internal/diag"
	"baocao/internal/mishap"
)

// Member is one file inside a .zip.
type Member struct {
	Name string // its path inside, with forward slashes; never leads out
	Data []byte
}

// maxNested is how many .zip files may lie inside each other.
const maxNested = 3

// Members opens a .zip of files; ok is false for anything else, a workbook
// too, which is an archive of its own parts. A damaged archive gives no member
// and a problem. Members for which skip is true are passed over.
func Members(ctx context.Context, file string, data []byte, lim Limits, skip func(name string) bool) (members []Member, problems []diag.Problem, ok bool) {
	at := diag.Position{File: file}
	defer func() {
		if mishap.Caught(recover()) {
			members, problems, ok = nil, []diag.Problem{diag.New("B132", at, nil)}, true
		}
	}()
	if format(data) != zipped {
		return nil, nil, false
	}
	g := newGuard(ctx, lim)
	// The whole of what is inside is held until it has been read file by file.
	g.maximum = max(lim.MaxMemory, lim.MaxUncompressed)
	u := &unpacking{guard: g, lim: lim, skip: skip}
	is, err := u.archive("", data, 0)
	if !is {
		return nil, nil, false
	}
	if err == nil && len(u.members) == 0 {
		err = &fault{code: "B134"}
	}
	if err != nil {
		f := &fault{code: "B132"}
		errors.As(err, &f)
		return nil, []diag.Problem{diag.New(f.code, at, f.args)}, true
	}
	slices.SortFunc(u.members, func(a, b Member) int { return cmp.Compare(a.Name, b.Name) })
	return u.members, nil, true
}

// unpacking collects the members of an archive and of those inside it.
type unpacking struct {
	guard   *guard
	lim     Limits
	skip    func(name string) bool
	members []Member
}

// archive unpacks one archive; is tells whether it is one of files.
func (u *unpacking) archive(folder string, data []byte, depth int) (is bool, err error) {
	a, err := openArchive(data, u.lim, u.guard)
	if err != nil {
		// Whether it was to be a workbook its name alone could tell.
		return false, err
	}
	if a.hasUnder("xl/") || a.hasUnder("word/") || a.hasUnder("ppt/") || a.has("[Content_Types].xml") || a.has("mimetype") {
		return false, nil
	}
	if depth == maxNested {
		return true, &fault{code: "B130", args: args{"what": limitDepth, "limit": maxNested}}
	}
	for _, f := range a.entries {
		name := folder + memberName(f.Name, f.NonUTF8)
		if f.FileInfo().IsDir() || u.skip(name) {
			continue
		}
		if f.Flags&1 != 0 {
			return true, &fault{code: "B111"}
		}
		content, err := a.read(f.Name)
		if err != nil {
			return true, err
		}
		if format(content) == zipped {
			if is, err := u.archive(name+"/", content, depth+1); is {
				if err != nil {
					return true, err
				}
				continue
			}
		}
		u.members = append(u.members, Member{name, content})
	}
	return true, nil
}

// memberName is a path that stays inside: archives are made with names such as
// "../../x" to write where they should not. Names from before Unicode are those
// of DOS.
func memberName(name string, old bool) string {
	if old && !utf8.ValidString(name) {
		if text, err := charmap.CodePage437.NewDecoder().String(name); err == nil {
			name = text
		}
	}
	name = strings.ToValidUTF8(name, "_")
	return norm.NFC.String(path.Clean("/" + strings.ReplaceAll(name, `\`, "/"))[1:])
}
