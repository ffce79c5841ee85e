package app

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/fileset"
	"baocao/internal/lock"
	"baocao/internal/render/flat"
	"baocao/internal/resolution"
)

// Export is a flat table for other systems, as it is asked for.
type Export struct {
	Units bool   // what each unit answered, not the report's figures
	Comma bool   // for the decimals; fields are parted by semicolons then
	File  string // where to; "" for its place beside the report, Standard to write no file
}

// Standard is the name of a file for what is to be printed.
const Standard = "-"

// Exported is a table, and where it is.
type Exported struct {
	Annex *assess.Annex
	Data  []byte
	Path  string // "" where no file was written
	Notes []diag.Message
}

// The errors of a name for a table.
var (
	ErrNotCSV = errors.New("no name of a table")
	ErrInDrop = errors.New("in the folder that senders' files lie in")
)

// tableExt ends the name of a table. Another name would be some other file's.
const tableExt = ".csv"

// exportNames are the names of the tables beside a report.
func exportNames(p *resolution.Plan) (measures, units string) {
	return ReportName("ChiTieu", p, tableExt), ReportName("DauVao", p, tableExt)
}

// ExportTable reads and judges as a build does and writes what is asked for.
func ExportTable(ctx context.Context, dir string, e Export, progress Progress) (*Exported, error) {
	file, err := e.place(dir)
	if err != nil {
		return nil, err
	}
	a, err := Check(ctx, dir, progress)
	if err != nil {
		return nil, err
	}
	var data bytes.Buffer
	name, units := exportNames(a.Plan)
	write := flat.Measures
	if e.Units {
		name, write = units, flat.Units
	}
	as := flat.Point
	if e.Comma {
		as = flat.Comma
	}
	if err := write(&data, a, as); err != nil {
		return nil, err
	}
	out := &Exported{Annex: a, Data: data.Bytes()}
	switch file {
	case Standard:
		return out, nil
	case "":
		return out, out.beside(ctx, dir, name)
	}
	out.Path = file
	return out, out.put(ctx, dir)
}

// place is the file to write, with all links followed; nothing may come into the drop
// folder, where it would be read as somebody's figures.
func (e Export) place(dir string) (string, error) {
	if e.File == "" || e.File == Standard {
		return e.File, nil
	}
	if !strings.EqualFold(filepath.Ext(e.File), tableExt) {
		return "", ErrNotCSV
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(e.File))
	if err != nil {
		return "", err
	}
	drop, err := filepath.EvalSymlinks(filepath.Join(dir, DropDir))
	if errors.Is(err, fs.ErrNotExist) {
		return e.File, nil
	}
	if err != nil {
		return "", err
	}
	if within(folder, drop) {
		return "", ErrInDrop
	}
	return e.File, nil
}

// within reports that a path lies in a folder, or is it.
func within(path, folder string) bool {
	a, errA := filepath.Abs(path)
	b, errB := filepath.Abs(folder)
	if errA != nil || errB != nil {
		return true // nobody knows
	}
	rel, err := filepath.Rel(b, a)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// beside writes the table to its place beside the report. The next build takes it away:
// it would tell of other figures than the report.
func (x *Exported) beside(ctx context.Context, dir, name string) error {
	w, err := write(ctx, dir, os.Rename, lock.Usual())
	if err != nil {
		return err
	}
	defer w.done()
	placed, told, err := w.putSet(ReportDir, reportsList, "build.other", []fileset.File{{Name: name, Data: x.Data}})
	if err != nil {
		return err
	}
	x.Path, x.Notes = placed[0].Path, append(w.told, told...)
	x.Notes = append(x.Notes, Instead(placed[0])...)
	return nil
}

// put writes the table where somebody wants it.
func (x *Exported) put(ctx context.Context, dir string) error {
	file := fileset.File{Name: filepath.Base(x.Path), Data: x.Data}
	if within(filepath.Dir(x.Path), dir) {
		w, err := write(ctx, dir, os.Rename, lock.Usual())
		if err != nil {
			return err
		}
		defer w.done()
		x.Notes = w.told
		return w.Put(filepath.Dir(x.Path), file)
	}
	w := fileset.Writer{Run: rand.Text(), Still: ctx.Err, Rename: os.Rename}
	return w.Put(filepath.Dir(x.Path), file)
}
