package load

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/resolution"
	"baocao/internal/tomlfile"
)

// Offices of one level share a plan, or most of an office file: [extends] names the file
// that has what this one has not.
//
//	[extends]
//	plan = "../chung/nghi-quyet.toml"
const extends = "extends"

// extendKeys are the keys of [extends], by the file that may have them.
var extendKeys = map[string]string{resolution.ResolutionFile: "plan", resolution.OfficeFile: "office"}

// Outside reads a file that lies outside the working folder, by its path from there.
type Outside interface {
	ReadOutside(name string) ([]byte, error)
}

// readShared reads a shared file, from the folder itself where it lies within.
func readShared(fsys fs.FS, name string) ([]byte, error) {
	if clean := path.Clean(name); fs.ValidPath(clean) {
		return fs.ReadFile(fsys, clean)
	}
	if out, ok := fsys.(Outside); ok {
		return out.ReadOutside(name)
	}
	return nil, fs.ErrNotExist
}

// extend takes from the shared file what the source has not; false where the file is named
// and cannot be used.
func (s *source) extend(fsys fs.FS) bool {
	key := extendKeys[s.name]
	if _, ok := s.file.Values[extends]; !ok || key == "" {
		return true
	}
	t := (&table{src: s, vals: s.file.Values}).sub(extends)
	name := ""
	for _, known := range extendKeys { // that of the other file is told below
		if text := slashed(t.text(known)); known == key {
			name = text
		}
	}
	t.close()
	if name == "" {
		t.required(key) // and is not there
		return false
	}
	refuse := func(why diag.Text) bool {
		t.add("B053", key, diag.Args{"shared": name, "why": why})
		return false
	}
	if path.IsAbs(name) || strings.Contains(name, ":") {
		return refuse(diag.Text{Vi: "phải ghi đường dẫn tính từ thư mục làm việc, như ../chung/" + s.name,
			En: "the path has to begin at the working folder, as ../chung/" + s.name})
	}
	data, err := readShared(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse(diag.Text{Vi: "không có tệp ấy", En: "there is no such file"})
	case err != nil:
		return refuse(disk.Cause(err))
	case len(data) > tomlfile.MaxSize:
		return refuse(diag.Text{Vi: "tệp quá lớn", En: "the file is too large"})
	}
	base, syntax := tomlfile.Parse(string(data))
	if syntax != nil {
		// The path may lead to any file of the machine: a line of it is nobody's matter here.
		if !fs.ValidPath(path.Clean(name)) {
			syntax.Message = diag.Say("toml.line", nil).Text()
		}
		s.addIn(name, "B003", syntax.Line, diag.Args{"error": syntax.Message})
		return false
	}
	if _, again := base.Values[extends]; again {
		return refuse(diag.Text{Vi: "tệp ấy lại dùng chung một tệp khác; chỉ dùng chung được một bậc",
			En: "that file extends another one; one step is all there is"})
	}
	s.file.Extend(base, name)
	return true
}

// SharedKey is the key of a file of the plan that names the shared one: "extends.plan".
func SharedKey(own string) string { return extends + "." + extendKeys[own] }

// SharedName is the path that a file of the plan names there; "" for none.
func SharedName(file *tomlfile.File, own string) string {
	t, _ := file.Values[extends].(map[string]any)
	name, _ := t[extendKeys[own]].(string)
	return slashed(name)
}

// Shared are the files outside that a working folder's plan and office file extend, by
// their paths from there.
func Shared(fsys fs.FS) (names []string) {
	for _, own := range []string{resolution.ResolutionFile, resolution.OfficeFile} {
		data, err := fs.ReadFile(fsys, own)
		if err != nil || len(data) > tomlfile.MaxSize || !bytes.Contains(data, []byte(extends)) {
			continue
		}
		file, syntax := tomlfile.Parse(string(data))
		if syntax != nil {
			continue
		}
		if name := SharedName(file, own); name != "" {
			names = append(names, name)
		}
	}
	return names
}
