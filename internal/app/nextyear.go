package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/disk"
	"baocao/internal/fileset"
	"baocao/internal/newyear"
	"baocao/internal/render/result"
	"baocao/internal/resolution"
)

// LastYearDir holds the results of earlier years: last year's ket-qua.json, and
// older ones in folders of their years.
const LastYearDir = "nam-truoc"

// Carried is what was taken from a folder of the year before.
type Carried struct {
	Year    int // of the new folder
	Changes []newyear.Change
	Look    []diag.Message // what a person has to look at
}

func (c *Carried) look(key string, args diag.Args) { c.Look = append(c.Look, diag.Say(key, args)) }

// carryOver fills a new working folder from one of the year before, which is only read. It is
// made in dir and will be home.
func carryOver(ctx context.Context, home, dir, from string) (c *Carried, err error) {
	p, _, err := Open(from)
	if err != nil {
		return nil, err
	}
	c = &Carried{Year: p.Resolution.Year + 1}
	var shared []movedShared
	defer func() {
		for _, s := range shared {
			if err != nil && s.made != "" {
				_ = os.Remove(s.made)
			}
		}
	}()
	if err := os.MkdirAll(filepath.Join(dir, DropDir), 0o755); err != nil {
		return nil, err
	}
	var kept []newyear.Change
	for _, name := range []string{ResolutionFile, OfficeFile} {
		data, err := disk.Read(filepath.Join(from, name), disk.MaxOwn)
		if err != nil {
			return nil, err
		}
		moved, fault := newyear.Move(name, string(data), p.Resolution.Year)
		if fault != nil { // the plan was opened: its file was changed this moment
			return nil, fault
		}
		with, err := moveShared(home, dir, from, name, moved.Text, p.Resolution.Year)
		shared = append(shared, with)
		if err != nil {
			return nil, err
		}
		c.Changes = slices.Concat(c.Changes, moved.Changes, with.changes)
		kept = slices.Concat(kept, moved.Kept, with.kept)
		if err := fileset.Create(filepath.Join(dir, name), []byte(with.staged)); err != nil {
			return nil, err
		}
		if with.look.Key != "" {
			c.Look = append(c.Look, with.look)
		}
	}
	c.lookAtPlan(p, kept)
	for _, name := range []string{resolution.ReadingsFile, resolution.RollupFile, WordingDir} {
		if err := copyInto(dir, from, name); err != nil {
			return nil, err
		}
	}
	if err := c.lookAtWords(dir); err != nil {
		return nil, err
	}
	if err := c.results(dir, from, p); err != nil {
		return nil, err
	}
	if _, err := Forms(ctx, dir); err != nil {
		return c, err
	}
	for _, s := range shared { // from where it will be, what it shares has another path
		if s.text != s.staged {
			at := filepath.Join(dir, s.name)
			if err := errors.Join(os.Remove(at), fileset.Create(at, []byte(s.text))); err != nil {
				return c, err
			}
		}
	}
	return c, nil
}

// lookAtPlan names what the new resolution says anew.
func (c *Carried) lookAtPlan(p *resolution.Plan, kept []newyear.Change) {
	c.look("carry.resolution", diag.Args{"number": p.Resolution.Number, "date": p.Resolution.Date.Short()})
	c.look("carry.report", diag.Args{})
	for _, k := range kept {
		c.look("carry.kept", diag.Args{"file": k.File, "line": k.Line, "text": unquoted(k.After)})
	}
	for _, m := range p.Measures() {
		for _, a := range m.Amendments {
			c.look("carry.amendment", diag.Args{"measure": m.ID, "date": a.Date.Short()})
		}
		for _, in := range m.Inputs {
			if in.Const != nil {
				c.look("carry.constant", diag.Args{"measure": m.ID, "value": in.Const.Plain(), "label": in.Label})
			}
		}
	}
	for _, s := range p.Silences {
		c.look("carry.silence", diag.Args{"code": s.Code, "line": s.Line})
	}
	for _, m := range p.Measures() {
		c.look("carry.target", diag.Args{"measure": m.ID, "name": m.Name, "target": m.Target.Text, "line": m.Line})
	}
}

// unquoted is a value as a message shows it.
func unquoted(raw string) string { return strings.Trim(raw, "\"'\r\n ") }

// lookAtWords names the office's own texts: they were written of last year.
func (c *Carried) lookAtWords(dir string) error {
	root := filepath.Join(dir, WordingDir)
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		c.look("carry.words", diag.Args{"file": filepath.ToSlash(rel)})
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// results takes the results of the earlier years along.
func (c *Carried) results(dir, from string, p *resolution.Plan) error {
	older, err := earlierYears(from)
	if err != nil {
		return err
	}
	for year, data := range older { // each into a folder of its own
		if year >= p.Resolution.Year {
			continue
		}
		if err := put(filepath.Join(dir, LastYearDir, strconv.Itoa(year)), yearsResult(), data); err != nil {
			return err
		}
	}
	for _, word := range resolution.PeriodWords() {
		of, _ := resolution.ParsePeriod(word)
		if err := c.result(dir, from, of.ResultFile(), p); err != nil {
			return err
		}
	}
	return nil
}

// result takes the result of the year, or of a part of it, along: that of the same
// period is what a report is compared with.
func (c *Carried) result(dir, from, name string, p *resolution.Plan) error {
	where := path.Join(ReportDir, name)
	data, err := disk.Read(filepath.Join(from, ReportDir, name), disk.MaxOwn)
	if errors.Is(err, fs.ErrNotExist) {
		if name == yearsResult() {
			c.look("carry.no-result", diag.Args{"file": where})
		}
		return nil
	}
	if err != nil {
		return err
	}
	r, err := result.Load(data)
	switch {
	case err != nil:
		c.look("carry.bad-result", diag.Args{"file": where, "error": result.Why(err)})
		return nil
	case r.Resolution.Year != p.Resolution.Year:
		c.look("carry.other-result", diag.Args{"file": where, "found": r.Resolution.Year, "want": p.Resolution.Year})
		return nil
	case !r.Complete:
		c.look("carry.incomplete", diag.Args{"file": where})
	}
	return put(filepath.Join(dir, LastYearDir), name, data)
}

// earlierYears are the results that a folder keeps of the years before its own, by
// their own years. What is no result is left where it is.
func earlierYears(dir string) (map[int][]byte, error) {
	found := map[int][]byte{}
	root := filepath.Join(dir, LastYearDir)
	names := []string{yearsResult()}
	years, err := yearFolders(root)
	if err != nil {
		return nil, err
	}
	for _, year := range years {
		names = append(names, filepath.Join(year, yearsResult()))
	}
	for _, name := range names {
		data, err := disk.Read(filepath.Join(root, name), disk.MaxOwn)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		r, err := result.Load(data)
		if err != nil {
			continue
		}
		if _, taken := found[r.Resolution.Year]; !taken {
			found[r.Resolution.Year] = data
		}
	}
	return found, nil
}

// yearFolders are the folders in a folder that are called after a year, in the order
// of their years; none where it is not there.
func yearFolders(root string) (years []string, err error) {
	entries, err := os.ReadDir(root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for _, e := range entries { // sorted by name
		if _, err := strconv.Atoi(e.Name()); err == nil && len(e.Name()) == 4 && e.IsDir() {
			years = append(years, e.Name())
		}
	}
	return years, nil
}

// put writes a file into a folder that need not be there yet.
func put(dir, name string, data []byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return fileset.Create(filepath.Join(dir, name), data)
}

// copyInto copies a file, or a folder with all regular files in it. Without it
// nothing is copied.
func copyInto(dir, from, name string) error {
	info, err := os.Stat(filepath.Join(from, name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		data, err := disk.Read(filepath.Join(from, name), disk.MaxOwn)
		if err != nil {
			return err
		}
		return put(filepath.Dir(filepath.Join(dir, name)), filepath.Base(name), data)
	}
	entries, err := os.ReadDir(filepath.Join(from, name))
	if err != nil {
		return err
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	for _, e := range entries {
		if !e.IsDir() && !e.Type().IsRegular() {
			continue // a shortcut may lead anywhere
		}
		if err := copyInto(dir, from, filepath.Join(name, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// yearsResult is the name of a year's result.
func yearsResult() string { return resolution.Period{}.ResultFile() }
