package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"baocao/internal/diag"
	"baocao/internal/inbox"
	"baocao/internal/plan"
	"baocao/internal/submission"
	"baocao/internal/workbook"
)

// Inspection is what the program sees in one file.
type Inspection struct {
	File     string
	SHA256   string
	Book     *workbook.Book    // nil when unreadable
	Plan     *plan.Plan        // nil when no working folder is known
	Return   submission.Return // with a plan only
	Problems []diag.Problem
}

// Inspect reads one file. The plan is that of dir, or of the working folder the
// file lies in; without either only the cells are told.
func Inspect(ctx context.Context, path, dir string) (*Inspection, error) {
	data, err := inbox.File{Path: path}.Read(maxFile)
	if err != nil {
		return nil, err
	}
	seen := &Inspection{File: filepath.Base(path), SHA256: inbox.Sum(data)}
	if dir == "" {
		dir = folderOf(path)
	}
	if dir != "" {
		p, _, err := Open(dir)
		if err != nil {
			return nil, err
		}
		seen.Plan = p
		if rel, err := filepath.Rel(dir, path); err == nil && filepath.IsLocal(rel) {
			seen.File = filepath.ToSlash(rel)
		}
	}
	seen.Book, seen.Problems = workbook.Read(ctx, seen.File, data, workbook.DefaultLimits())
	if seen.Plan != nil {
		seen.Return = submission.Return{File: seen.File, SHA256: seen.SHA256, Status: submission.Unreadable}
		if seen.Book != nil {
			var more []diag.Problem
			seen.Return, more = submission.Recognise(seen.Plan, seen.File, seen.SHA256, seen.Book)
			seen.Problems = append(seen.Problems, more...)
		}
	}
	seen.Problems = diag.Sort(seen.Problems)
	return seen, nil
}

// folderOf is the nearest folder above a file that holds a resolution; "" for none.
func folderOf(path string) string {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ResolutionFile)); err == nil {
			return dir
		} else if !errors.Is(err, os.ErrNotExist) {
			return ""
		}
		if parent := filepath.Dir(dir); parent == dir {
			return ""
		}
	}
}

// The JSON shape of `inspect --json`.
type (
	inspectionJSON struct {
		File         string            `json:"file"`
		SHA256       string            `json:"sha256"`
		Format       string            `json:"format"`
		Sheets       []sheetJSON       `json:"sheets"`
		Unit         string            `json:"unit"`
		Status       string            `json:"status"`
		Observations []observationJSON `json:"observations"`
		Problems     []problemJSON     `json:"problems"`
	}
	sheetJSON struct {
		Name   string     `json:"name"`
		Hidden bool       `json:"hidden"`
		Cells  int        `json:"cells"`
		Values []cellJSON `json:"values,omitempty"`
	}
	cellJSON struct {
		Cell    string `json:"cell"`
		Kind    string `json:"kind"`
		Value   string `json:"value"`
		Formula string `json:"formula,omitempty"`
	}
	observationJSON struct {
		Key   string `json:"key"`
		Sheet string `json:"sheet"`
		Cell  string `json:"cell"`
		Value string `json:"value"`
		How   string `json:"how"`
	}
	problemJSON struct {
		Code    string `json:"code"`
		Sheet   string `json:"sheet"`
		Cell    string `json:"cell"`
		Message string `json:"message"`
		Fix     string `json:"fix"`
	}
)

// JSON is the inspection for `--json`; cells tells whether every cell goes in.
func (s *Inspection) JSON(cells bool) any {
	out := inspectionJSON{File: s.File, SHA256: s.SHA256, Unit: s.Return.Unit, Status: string(s.Return.Status),
		Sheets: []sheetJSON{}, Observations: []observationJSON{}, Problems: []problemJSON{}}
	if s.Book != nil {
		out.Format = s.Book.Format
		for _, sh := range s.Book.Sheets {
			j := sheetJSON{Name: sh.Name, Hidden: sh.Visibility != workbook.Visible, Cells: len(sh.Cells)}
			for i := range sh.Cells {
				if !cells {
					break
				}
				c := &sh.Cells[i]
				v := c.Text
				if c.Kind == workbook.Number {
					v = c.Number.Plain()
				}
				j.Values = append(j.Values, cellJSON{c.Ref(), c.Kind.String(), v, c.Formula})
			}
			out.Sheets = append(out.Sheets, j)
		}
	}
	for _, o := range s.Return.Observations {
		v := o.Text
		switch o.Answer {
		case submission.Given:
			if v == "" {
				v = o.Value.Plain()
			}
		case submission.Nil:
			v = "nil"
		case submission.Pending:
			v = "pending"
		}
		out.Observations = append(out.Observations, observationJSON{o.Key, o.At.Sheet, o.At.Cell, v, o.How})
	}
	for _, p := range s.Problems {
		out.Problems = append(out.Problems, problemJSON{p.Key, p.At.Sheet, p.At.Cell, p.In(diag.Vi), p.Fix(diag.Vi)})
	}
	return out
}
