// Package officetest lays working folders for tests: the example as people filled it, and a
// small office of two units, so small that most of a build's time goes into writing.
package officetest

import (
	"io/fs"
	"os"
	"path/filepath"

	"baocao/internal/resolution"
)

// dropDir is where units' files lie.
const dropDir = "1-nop-vao-day"

// Test is a test, a benchmark, or a script that is one.
type Test interface {
	Helper()
	Fatal(args ...any)
}

// Plan and Office are the files of the small office; each unit is asked for one figure.
const (
	Plan = `
[resolution]
number = "01"
date   = 2021-12-20
issuer = "Đảng bộ"
about  = "về chỉ tiêu"
year   = 2022
theme  = "x"
[[section]]
number = "I"
title  = "Chỉ tiêu"
[[section.indicator]]
number = 1
text   = "Trồng cây"
[[section.indicator.measure]]
id     = "1"
name   = "Số cây trồng mới"
unit   = "cây"
target = ">= 10"
method = "sum"
from   = ["don-vi-a", "don-vi-b"]
inputs = { value = "Số cây trồng mới" }
`
	Office = `
[office]
parent = "ĐẢNG BỘ"
issuer = "QUẬN ỦY"
symbol = "BC/QU"
place  = "Kiến An"
[report]
title = "kết quả thực hiện Nghị quyết số 01"
date  = 2022-12-20
[report.signature]
authority = "T/M BAN CHẤP HÀNH"
position  = "BÍ THƯ"
[[unit]]
id   = "don-vi-a"
name = "Đơn vị A"
[[unit]]
id   = "don-vi-b"
name = "Đơn vị B"
`
)

// Small lays the small office, to which nobody has sent anything.
func Small(t Test, dir string) {
	t.Helper()
	Save(t, filepath.Join(dir, resolution.ResolutionFile), Plan)
	Save(t, filepath.Join(dir, resolution.OfficeFile), Office)
}

// Send is a unit of the small office sending its figure.
func Send(t Test, dir, unit, figure string) {
	t.Helper()
	Save(t, filepath.Join(dir, dropDir, unit, "so-lieu.csv"), Table(figure))
}

// Table is what such a unit sends.
func Table(figure string) string {
	return "TT;Chỉ tiêu;ĐVT;Thực hiện năm 2022\n1;Số cây trồng mới;cây;" + figure + "\n"
}

// Example lays the example's plan and what its units have sent, without what was made of it.
// Whoever calls it runs two folders below the root, as go test does for all who need it.
func Example(t Test, dir string) {
	t.Helper()
	const example = "../../examples/kien-an-2022"
	for _, name := range []string{resolution.ResolutionFile, resolution.OfficeFile, resolution.DecisionsFile} {
		Save(t, filepath.Join(dir, name), Content(t, filepath.Join(example, name)))
	}
	if err := os.CopyFS(filepath.Join(dir, dropDir), os.DirFS(filepath.Join(example, dropDir))); err != nil {
		t.Fatal(err)
	}
}

// Save writes a file, with the folders above it.
func Save(t Test, path, content string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = os.WriteFile(path, []byte(content), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Content is what a file holds.
func Content(t Test, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Files are all files below a folder, by their paths, and what they hold.
func Files(t Test, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
