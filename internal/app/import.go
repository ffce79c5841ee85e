package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/draft"
	"baocao/internal/fileset"
	"baocao/internal/lock"
	"baocao/internal/render/xlsx"
	"baocao/internal/resolution"
	"baocao/internal/resolution/load"
	"baocao/internal/roster"
	"baocao/internal/tomlfile"
	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// Imported is a plan that was drafted.
type Imported struct {
	Owners                         string // path of the table of who reports what; "" where the units are known
	Plan, Office                   string // paths of the files written; Office is "" where there was one
	Sections, Indicators, Measures int
	Questions                      []diag.Message
	Kept                           []diag.Message // what the office file says otherwise than the text
	Notes                          []diag.Message // of what a killed run had left in the folder
	Problems                       []diag.Problem // of reading the file, and of the draft
}

// Errors of Import.
var (
	ErrHasPlan   = errors.New("the folder has a plan")
	ErrNoTargets = errors.New("no indicator found")
)

// Import drafts a plan from a resolution's text or a table of targets. The folder
// is made; a plan that is there is never overwritten.
func Import(ctx context.Context, file, dir string) (*Imported, error) {
	if err := withoutPlan(dir); err != nil {
		return nil, err // before anything is read for nothing
	}
	book, problems, err := opened(ctx, file)
	if err != nil {
		return nil, err
	}
	if book == nil {
		return &Imported{Problems: problems}, ErrNoTargets
	}
	d, isTable := draft.ReadTable(book)
	if !isTable {
		d = draft.Read(linesOf(book))
	}
	if d.Measures() == 0 {
		return &Imported{Problems: problems}, ErrNoTargets
	}
	out := &Imported{Plan: filepath.Join(dir, ResolutionFile), Sections: len(d.Sections), Measures: d.Measures(),
		Problems: problems}
	for _, s := range d.Sections {
		out.Indicators += len(s.Indicators)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	w, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer w.done()
	out.Notes = append(w.told, w.kept...)
	// Only now is it certain that nobody else makes a plan, or units, meanwhile.
	if err := withoutPlan(dir); err != nil {
		return &Imported{Notes: out.Notes}, err
	}
	files, kept, err := filesOf(d, dir)
	if err != nil {
		return nil, err
	}
	out.Kept = kept
	out.Questions = d.Questions()
	if len(files) > 1 {
		out.Office = filepath.Join(dir, OfficeFile)
	}
	made := instead{disk.Folder(dir), map[string][]byte{}}
	for _, f := range files {
		made.files[f.Name] = f.Data
	}
	p, more := load.Load(made)
	out.Problems = append(out.Problems, more...)
	if known, all := d.Assigned(); p != nil && !all {
		owners, err := xlsx.Owners(p, known)
		if err != nil {
			return nil, err
		}
		name, err := freeName(dir, OwnersFile) // one that is there was filled in by somebody
		if err != nil {
			return nil, err
		}
		out.Owners = filepath.Join(dir, name)
		files = append(files, fileset.File{Name: name, Data: owners})
	}
	if err := os.MkdirAll(filepath.Join(dir, DropDir), 0o755); err != nil {
		return nil, err
	}
	_, err = w.Replace(dir, files, nil)
	return out, err
}

// freeName is a name that no file of a folder has: "phan-cong.xlsx", "phan-cong-2.xlsx".
func freeName(dir, name string) (string, error) {
	ext := filepath.Ext(name)
	for n, free := 2, name; ; n++ {
		if _, err := os.Lstat(filepath.Join(dir, free)); errors.Is(err, fs.ErrNotExist) {
			return free, nil
		} else if err != nil {
			return "", err
		}
		free = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext)
	}
}

// instead is a folder in which some files read otherwise, as they will.
type instead struct {
	fs.FS
	files map[string][]byte
}

func (i instead) ReadFile(name string) ([]byte, error) {
	if data, ok := i.files[name]; ok {
		return data, nil
	}
	return fs.ReadFile(i.FS, name)
}

func (i instead) ReadOutside(name string) ([]byte, error) {
	if out, ok := i.FS.(load.Outside); ok {
		return out.ReadOutside(name)
	}
	return nil, fs.ErrNotExist
}

// opened reads a file that is given to import. What ends in .csv is a table, other
// plain text runs on.
func opened(ctx context.Context, file string) (*workbook.Book, []diag.Problem, error) {
	data, err := disk.Read(file, disk.MaxOwn)
	if err != nil {
		return nil, nil, err
	}
	lim := workbook.DefaultLimits()
	lim.Passwords = passwords()
	read := open.Document
	if ext := strings.ToLower(filepath.Ext(file)); ext == ".csv" || ext == ".tsv" {
		read = open.Read
	}
	book, problems := read(ctx, filepath.Base(file), data, lim)
	return book, problems, ctx.Err()
}

// OwnersFile is the table in which the office says who reports what.
const OwnersFile = "phan-cong.xlsx"

// Given is who reports what, written into a plan.
type Given struct {
	Plan     string // path of the plan
	Measures int    // that have their units now
	Empty    []string
	Asks     []diag.Message
	Problems []diag.Problem // of reading the file, and of the plan
	Notes    []diag.Message
}

// ErrNoOwners is the error of a file that is no table of who reports what.
var ErrNoOwners = errors.New("no table of who reports what")

// ErrOwnersBreak is the error of owners with which the plan would be none.
var ErrOwnersBreak = errors.New("the plan would not be valid with these owners")

// Give writes into the plan of a folder who reports what, as a filled table says.
// Nothing else of the plan is touched.
func Give(ctx context.Context, file, dir string) (*Given, error) {
	book, problems, err := opened(ctx, file)
	if err != nil {
		return nil, err
	}
	out := &Given{Plan: filepath.Join(dir, ResolutionFile), Problems: problems}
	if book == nil || !draft.IsOwners(book) {
		return out, ErrNoOwners
	}
	w, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return nil, err
	}
	defer w.done()
	out.Notes = append(w.told, w.kept...)
	p, _, err := Open(dir)
	if err != nil {
		return nil, err
	}
	plan, err := disk.Read(out.Plan, disk.MaxText)
	if err != nil {
		return nil, err
	}
	if file, fault := tomlfile.Parse(string(plan)); fault == nil && file.Values["section"] == nil {
		if shared := load.SharedName(file, ResolutionFile); shared != "" { // the measures are others' too
			return out, &SharedFiles{dir, []string{shared}}
		}
	}
	owners, ok := draft.ReadOwners(book, p)
	if !ok {
		return out, ErrNoOwners
	}
	out.Measures, out.Empty, out.Asks = len(owners.From), owners.Empty, owners.Asks
	text, err := owners.Give(string(plan), p)
	if err != nil {
		return out, errors.Join(ErrOwnersBreak, err)
	}
	_, more := load.Load(instead{disk.Folder(dir), map[string][]byte{ResolutionFile: []byte(text)}})
	out.Problems = append(out.Problems, more...)
	if errs, _ := diag.Count(more); errs > 0 {
		return out, ErrOwnersBreak
	}
	if len(owners.From) > 0 {
		if _, err := w.Replace(dir, []fileset.File{{Name: ResolutionFile, Data: []byte(text)}}, nil); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// withoutPlan is an error for a folder that has a plan, or may have one.
func withoutPlan(dir string) error {
	_, err := os.Lstat(filepath.Join(dir, ResolutionFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil:
		return ErrHasPlan
	}
	return err
}

// linesOf are the lines of a document's words. A row's cells stand in one line, tabs
// between them and between their own lines: a letterhead is a row of two.
func linesOf(b *workbook.Book) []string {
	var lines []string
	for _, s := range b.Sheets {
		for i := 0; i < len(s.Cells); {
			row := s.Cells[i].Row
			var texts []string
			for ; i < len(s.Cells) && s.Cells[i].Row == row; i++ {
				text := s.Cells[i].Visible()
				if s.Cells[i].Kind == workbook.Number {
					text = s.Cells[i].Number.Exact()
				}
				texts = append(texts, text)
			}
			if len(texts) == 1 {
				lines = append(lines, strings.Split(texts[0], "\n")...)
				continue
			}
			lines = append(lines, strings.ReplaceAll(strings.Join(texts, "\t"), "\n", "\t"))
		}
	}
	return lines
}

// filesOf are the files of a draft. An office file that is there stays, but for the
// places that it leaves open; its units are those of the draft.
func filesOf(d *draft.Draft, dir string) (files []fileset.File, kept []diag.Message, err error) {
	data, err := disk.Read(filepath.Join(dir, OfficeFile), disk.MaxText)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return []fileset.File{{Name: OfficeFile, Data: d.OfficeFile()},
			{Name: ResolutionFile, Data: []byte(d.Plan())}}, nil, nil
	case err != nil:
		return nil, nil, err
	}
	file, syntax := tomlfile.Parse(string(data))
	if syntax == nil {
		d.Use(unitsOf(file.Values))
		kept = otherwise(file.Values, d.Head())
	}
	files = []fileset.File{{Name: ResolutionFile, Data: []byte(d.Plan())}}
	if now := roster.Complete(string(data), d.Head()); now != string(data) {
		files = append([]fileset.File{{Name: OfficeFile, Data: []byte(now)}}, files...)
	}
	return files, kept, nil
}

// otherwise is what an office file says of the office and a resolution's letterhead
// says differently: the file may be another office's.
func otherwise(values map[string]any, h roster.Head) []diag.Message {
	var all []diag.Message
	office, _ := values["office"].(map[string]any)
	for _, c := range []struct{ key, says string }{{"parent", h.Parent}, {"issuer", h.Issuer}, {"place", h.Place},
		{"profile", h.Profile()}} {
		written, _ := office[c.key].(string)
		if c.says != "" && written != "" && !resolution.IsBlank(written) && viet.Fold(written) != viet.Fold(c.says) {
			all = append(all, diag.Say("import.office-kept",
				diag.Args{"key": c.key, "written": diag.Visible(written), "says": diag.Visible(c.says)}))
		}
	}
	return all
}

// unitsOf are the units of an office file.
func unitsOf(values map[string]any) []resolution.Unit {
	tables, _ := values["unit"].([]map[string]any)
	var units []resolution.Unit
	for _, t := range tables {
		id, _ := t["id"].(string)
		name, _ := t["name"].(string)
		group, _ := t["group"].(string)
		u := resolution.Unit{ID: id, Name: name, Group: group}
		aliases, _ := t["aliases"].([]any)
		for _, a := range aliases {
			u.Aliases = append(u.Aliases, fmt.Sprint(a))
		}
		if id != "" {
			units = append(units, u)
		}
	}
	return units
}
