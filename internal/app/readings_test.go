package app

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"baocao/internal/inbox"
	"baocao/internal/quantity"
	"baocao/internal/returns"
)

const exampleFolder = "../../examples/kien-an-2022"

// made is what a build makes: the files of the report and what is said of them.
func made(t *testing.T, m *Readings, dir string) map[string]string {
	t.Helper()
	out, err := m.Build(t.Context(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range out.Files {
		data, err := os.ReadFile(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(data)
	}
	for _, f := range out.Sent {
		data, err := os.ReadFile(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		all["sent/"+f.Name] = string(data)
	}
	return all
}

// A program that looks at a folder again and again makes of it what a new one makes,
// whatever has happened in between: to a file, its name, the plan, the office's decisions
// and words, last year's figures.
func TestAFolderLookedAtAgainIsReadAsIfForTheFirstTime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kien-an")
	if err := os.CopyFS(dir, os.DirFS(exampleFolder)); err != nil {
		t.Fatal(err)
	}
	ward := filepath.Join(dir, DropDir, "phuong", "phuong-bac-son.xlsx")
	edit := func(file, from, to string) func() error {
		return func() error {
			path := filepath.Join(dir, file)
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if !strings.Contains(string(data), from) {
				t.Fatalf("%s has no %q", file, from)
			}
			return os.WriteFile(path, []byte(strings.Replace(string(data), from, to, 1)), 0o644)
		}
	}
	var again Readings
	for _, step := range []struct {
		what   string
		change func() error
	}{
		{"nothing", func() error { return nil }},
		{"nothing at all", func() error { return nil }},
		{"a file is gone", func() error { return os.Rename(ward, ward+".aside") }},
		{"it is back", func() error { return os.Rename(ward+".aside", ward) }},
		{"it comes a second time", func() error {
			data, err := os.ReadFile(ward)
			if err != nil {
				return err
			}
			return os.WriteFile(strings.Replace(ward, ".xlsx", "-2.xlsx", 1), data, 0o644)
		}},
		{"one file has another's content", func() error {
			data, err := os.ReadFile(filepath.Join(dir, DropDir, "phuong", "phuong-dong-hoa.xlsx"))
			if err != nil {
				return err
			}
			return os.WriteFile(ward, data, 0o644)
		}},
		{"a file is damaged", func() error { return os.Truncate(ward, 3000) }},
		{"another target", edit(ResolutionFile, `target = "125..130"`, `target = "150..160"`)},
		{"another unit's name", edit(OfficeFile, "Phường Lãm Hà", "Phường Lãm Hà Mới")},
		{"a decision", edit("quyet-dinh-so-lieu.toml", `verdict = "met" `, `verdict = "missed" `)},
		{"estimates are taken", edit(OfficeFile, "= false             # true: số liệu ước", "= true # số liệu ước")},
		{"last year's figures", func() error {
			data, err := os.ReadFile(filepath.Join(dir, ReportDir, "ket-qua.json"))
			if err != nil {
				return err
			}
			to := filepath.Join(dir, LastYearDir)
			if err := os.MkdirAll(to, 0o755); err != nil {
				return err
			}
			last := strings.ReplaceAll(string(data), `"year": 2022`, `"year": 2021`)
			return os.WriteFile(filepath.Join(to, "ket-qua.json"), []byte(last), 0o644)
		}},
	} {
		t.Log(step.what)
		if err := step.change(); err != nil {
			t.Fatal(err)
		}
		got, want := made(t, &again, dir), made(t, nil, dir)
		if !maps.Equal(got, want) {
			t.Errorf("%s: another report than that of a first look", step.what)
		}
	}
}

// Of a folder in which one file has changed only that file is read.
func TestOnlyWhatHasChangedIsReadAgain(t *testing.T) {
	dir := office(t)
	var m Readings
	look := func() (files []string) {
		t.Helper()
		r, err := m.judge(t.Context(), dir, nil, forgetting)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range r.readings {
			for _, o := range x.ret.Observations {
				if o.Value.Equal(quantity.Int(777)) {
					files = append(files, x.ret.File)
				}
			}
		}
		return files
	}
	look()
	if len(m.known) != 2 {
		t.Fatalf("%d files are known", len(m.known))
	}
	for c, x := range m.known { // what is handed out from here on bears this mark
		x.ret.Observations = slices.Clone(x.ret.Observations)
		for i := range x.ret.Observations {
			x.ret.Observations[i].Value = quantity.Int(777)
		}
		m.known[c] = x
	}
	if got := look(); len(got) != 2 {
		t.Errorf("of what has not changed these were not read again: %v", got)
	}
	first := ""
	for c := range m.known {
		first = c.file
	}
	path := filepath.Join(dir, filepath.FromSlash(first))
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append(data, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := look(); len(got) != 1 || got[0] == first {
		t.Errorf("after a change of %s these were not read again: %v", first, got)
	}
	save(t, dir, "loi-van/doc-toi.txt", "x")
	if got := look(); len(got) != 0 {
		t.Errorf("after a change beside the files these were not read again: %v", got)
	}
	if len(m.known) != 2 {
		t.Errorf("%d files are known", len(m.known))
	}
}

// What is held is bounded, and what could not be read is tried again.
func TestNotEverythingIsHeld(t *testing.T) {
	dir := office(t)
	save(t, dir, DropDir+"/hong.xlsx", "PK\x03\x04 is no workbook")
	var m Readings
	if _, err := m.judge(t.Context(), dir, nil, forgetting); err != nil {
		t.Fatal(err)
	}
	for c := range m.known {
		if strings.HasSuffix(c.file, "hong.xlsx") {
			t.Error("a file that cannot be read is held as read")
		}
	}
	l := &look{heard: map[content]heard{}, room: 3}
	for _, name := range []string{"a", "b", "c"} {
		l.keep(inbox.Content{File: name}, heard{ret: returns.Return{Observations: make([]returns.Observation, 1)}})
	}
	if len(l.heard) != 1 {
		t.Errorf("%d files are held where there is room for one", len(l.heard))
	}
	if err := os.Symlink(t.TempDir(), filepath.Join(dir, LastYearDir)); err != nil {
		t.Skip("no links here")
	}
	if _, err := m.judge(t.Context(), dir, nil, forgetting); err != nil {
		t.Fatal(err)
	}
	save(t, dir, WordingDir+"/thuong.txt", "x")
	if err := os.Symlink(filepath.Join(dir, OfficeFile), filepath.Join(dir, WordingDir, "noi.txt")); err != nil {
		t.Fatal(err)
	}
	if _, err := m.judge(t.Context(), dir, nil, forgetting); err != nil {
		t.Fatal(err)
	}
	if m.known != nil {
		t.Error("what is read by way of a link may change unseen")
	}
}
