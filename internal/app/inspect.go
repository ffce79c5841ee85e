package app

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/inbox"
	"baocao/internal/recognise"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/workbook"
	"baocao/internal/workbook/open"
)

// Inspection is what the program sees in one file.
type Inspection struct {
	File     string
	SHA256   string
	Book     *workbook.Book   // nil when unreadable
	Plan     *resolution.Plan // nil when no working folder is known
	Return   returns.Return   // with a plan only
	Problems []diag.Problem
}

// Inspect reads one file; of a .zip, every file in it. The plan is that of dir,
// or of the working folder the file lies in; without either only the cells are
// told.
func Inspect(ctx context.Context, path, dir string) ([]*Inspection, error) {
	file, lim := filepath.Base(path), workbook.DefaultLimits()
	lim.Passwords = passwords()
	if dir == "" {
		dir = FolderOf(path)
	}
	var p *resolution.Plan
	var k *recognise.Knowledge
	var err error
	if dir != "" {
		if p, _, err = Open(dir); err != nil {
			return nil, err
		}
		last, _, _, err := lastYear(ctx, dir, p)
		if err != nil {
			return nil, err
		}
		k = recognise.NewKnowledge(p, last)
		lim = limits(p)
		if rel, err := filepath.Rel(dir, path); err == nil && filepath.IsLocal(rel) {
			file = filepath.ToSlash(rel)
		}
	}
	holdMemory(lim)
	var failed error
	all, err := inbox.Walk(ctx, []inbox.File{{Rel: file, Path: path}}, lim, func(c inbox.Content) *Inspection {
		failed = c.Err
		seen := &Inspection{File: c.File, SHA256: c.SHA256, Plan: p}
		switch {
		case p != nil:
			var x reading
			seen.Book, x = readContent(ctx, k, c, lim)
			seen.Return, seen.Problems = x.ret, x.problems
		case c.Data != nil:
			seen.Book, seen.Problems = open.Read(ctx, c.File, c.Data, lim)
			seen.Problems = append(seen.Problems, c.Problems...)
		default:
			seen.Problems = c.Problems
		}
		seen.Problems = diag.Sort(seen.Problems)
		diag.Number(seen.Problems)
		return seen
	}, nil)
	if failed != nil {
		return nil, failed
	}
	return all, err
}

// FolderOf is the nearest folder above a file that holds a resolution; "" for none.
func FolderOf(path string) string {
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

// FontUse says how many cells with text are set in a font.
type FontUse struct {
	Font  string `json:"font"`
	Cells int    `json:"cells"`
}

// Fonts counts the fonts of the texts, the commonest first.
func (s *Inspection) Fonts() []FontUse {
	cells := map[string]int{}
	for _, sh := range s.Book.Sheets {
		for i := range sh.Cells {
			if c := &sh.Cells[i]; c.Kind == workbook.Text {
				for _, font := range fontsOf(c) {
					cells[font]++
				}
			}
		}
	}
	uses := []FontUse{}
	for font, n := range cells { // sorted below
		uses = append(uses, FontUse{font, n})
	}
	slices.SortFunc(uses, func(a, b FontUse) int {
		return cmp.Or(cmp.Compare(b.Cells, a.Cells), cmp.Compare(a.Font, b.Font))
	})
	return uses
}

// fontsOf are the fonts a cell names, each once.
func fontsOf(c *workbook.Cell) []string {
	if len(c.Runs) == 0 {
		if c.Style.Font == "" {
			return nil
		}
		return []string{c.Style.Font}
	}
	var fonts []string
	for _, run := range c.Runs {
		font := cmp.Or(run.Font, c.Style.Font)
		if font != "" && !slices.Contains(fonts, font) {
			fonts = append(fonts, font)
		}
	}
	return fonts
}

// The JSON shape of `inspect --json`.
type (
	inspectionJSON struct {
		File         string            `json:"file"`
		SHA256       string            `json:"sha256"`
		Format       string            `json:"format"`
		Sheets       []sheetJSON       `json:"sheets"`
		Names        []nameJSON        `json:"names"`
		Fonts        []FontUse         `json:"fonts"`
		Repairs      []repairJSON      `json:"repairs"`
		Unit         string            `json:"unit"`
		Status       string            `json:"status"`
		Dated        string            `json:"dated,omitempty"`    // the day the file says it was made on
		Edition      string            `json:"edition,omitempty"`  // what its name says: "lần 2"
		Corrects     string            `json:"corrects,omitempty"` // SHA-256 of the file it is the corrected copy of
		Observations []observationJSON `json:"observations"`
		Others       []observationJSON `json:"others,omitempty"` // figures that other units own
		Problems     []problemJSON     `json:"problems"`
	}
	sheetJSON struct {
		Name       string     `json:"name"`
		Hidden     bool       `json:"hidden"`
		Cells      int        `json:"cells"`
		Last       string     `json:"last"`
		Merges     []string   `json:"merges"`
		HiddenRows []string   `json:"hidden_rows"`
		HiddenCols []string   `json:"hidden_columns"`
		Boxes      []boxJSON  `json:"boxes,omitempty"`        // what stands in shapes drawn over the cells
		Unread     bool       `json:"unread_boxes,omitempty"` // there may be more that was not read
		Values     []cellJSON `json:"values,omitempty"`
	}
	boxJSON struct {
		Cell string `json:"cell"` // where its corner lies; "" where the file does not say
		Text string `json:"text"`
	}
	cellJSON struct {
		Cell    string `json:"cell"`
		Kind    string `json:"kind"`
		Value   string `json:"value"`
		Formula string `json:"formula,omitempty"`
		Format  string `json:"format,omitempty"`
		Shown   string `json:"shown,omitempty"`   // as the sender sees it, for numbers and rich text
		Comment string `json:"comment,omitempty"` // noted at the cell
		Font    string `json:"font,omitempty"`
	}
	nameJSON struct {
		Name  string `json:"name"`
		Sheet string `json:"sheet"`
		Range string `json:"range"`
	}
	repairJSON struct {
		Sheet    string `json:"sheet"`
		Cell     string `json:"cell"`
		Font     string `json:"font"`
		Encoding string `json:"encoding"`
		Before   string `json:"before"`
		After    string `json:"after"`
	}
	observationJSON struct {
		Key   string `json:"key"`
		Sheet string `json:"sheet"`
		Cell  string `json:"cell"`
		Value string `json:"value"`
		How   string `json:"how"`
		*readJSON
	}
	readJSON struct {
		Label    string `json:"label,omitempty"`
		Heading  string `json:"heading,omitempty"`
		Stored   string `json:"stored,omitempty"`
		Shown    string `json:"shown,omitempty"`
		Unit     string `json:"unit_of_measurement,omitempty"`
		UnitAt   string `json:"unit_at,omitempty"` // a cell of the same sheet
		Period   string `json:"period,omitempty"`
		PeriodAt string `json:"period_at,omitempty"`
		Plan     string `json:"plan,omitempty"` // beside it, in the same row
		LastYear string `json:"last_year,omitempty"`
	}
	problemJSON struct {
		Code    string `json:"code"`
		ID      string `json:"id,omitempty"` // of a question
		Sheet   string `json:"sheet"`
		Cell    string `json:"cell"`
		Message string `json:"message"`
		Fix     string `json:"fix"`
	}
)

// JSON is the inspection for `--json`; cells tells whether every cell goes in.
func (s *Inspection) JSON(cells bool) any {
	out := inspectionJSON{File: s.File, SHA256: s.SHA256, Unit: s.Return.Unit, Status: string(s.Return.Status),
		Sheets: []sheetJSON{}, Names: []nameJSON{}, Fonts: []FontUse{}, Repairs: []repairJSON{},
		Observations: []observationJSON{}, Problems: []problemJSON{}}
	if s.Book != nil {
		out.Format, out.Fonts = s.Book.Format, s.Fonts()
		for _, sh := range s.Book.Sheets {
			out.Sheets = append(out.Sheets, newSheetJSON(sh, cells))
		}
		for _, n := range s.Book.Names {
			out.Names = append(out.Names, nameJSON{n.Name, n.Sheet, n.Range.String()})
		}
		for _, r := range s.Book.Repairs {
			out.Repairs = append(out.Repairs,
				repairJSON{r.Sheet, r.Ref(), r.Font, r.Encoding.String(), r.Before, r.After})
		}
	}
	for _, o := range s.Return.Observations {
		out.Observations = append(out.Observations, newObservationJSON(o))
	}
	for _, o := range s.Return.Others {
		out.Others = append(out.Others, newObservationJSON(o.Observation))
	}
	out.Corrects, out.Edition = s.Return.Corrects, settle.Edition(s.File)
	if d := s.Return.Declared; !d.IsZero() {
		out.Dated = d.ISO()
	}
	for _, p := range s.Problems {
		id := ""
		if p.IsQuestion() {
			id = p.Question.ID
		}
		out.Problems = append(out.Problems, problemJSON{p.Code, id, p.At.Sheet, p.At.Cell, p.In(diag.Vi),
			p.Fix(diag.Vi)})
	}
	return out
}

func newObservationJSON(o returns.Observation) observationJSON {
	v := o.Text
	switch o.Answer {
	case returns.Given:
		if v == "" {
			v = o.Value.Plain()
		}
	case returns.Nil:
		v = "nil"
	case returns.Pending:
		v = "pending"
	case returns.Blank, returns.Faulty:
	}
	out := observationJSON{Key: o.Key, Sheet: o.At.Sheet, Cell: o.At.Cell, Value: v, How: o.How.String()}
	if r := o.Read; r != nil {
		out.readJSON = &readJSON{r.Label, r.Heading, r.Stored, r.Shown, r.Unit, r.UnitAt.Cell, r.Period,
			r.PeriodAt.Cell, r.Plan, r.LastYear}
	}
	return out
}

func newSheetJSON(sh *workbook.Sheet, cells bool) sheetJSON {
	j := sheetJSON{Name: sh.Name, Hidden: sh.Visibility != workbook.Visible, Cells: len(sh.Cells), Last: sh.Last(),
		Merges: []string{}, HiddenRows: []string{}, HiddenCols: []string{}}
	for _, m := range sh.Merges {
		j.Merges = append(j.Merges, m.String())
	}
	for _, s := range sh.HiddenRows {
		j.HiddenRows = append(j.HiddenRows, s.Rows())
	}
	for _, s := range sh.HiddenCols {
		j.HiddenCols = append(j.HiddenCols, s.Columns())
	}
	for i := range sh.Boxes {
		j.Boxes = append(j.Boxes, boxJSON{BoxAt(&sh.Boxes[i]), sh.Boxes[i].Text})
	}
	j.Unread = sh.Unread
	for i := range sh.Cells {
		if !cells {
			break
		}
		c := &sh.Cells[i]
		v := c.Text
		if c.Kind == workbook.Number {
			v = c.Number.Plain()
		}
		j.Values = append(j.Values,
			cellJSON{Cell: c.Ref(), Kind: c.Kind.String(), Value: v, Formula: c.FormulaText(), Format: c.Style.NumFmt,
				Shown: Shown(c), Comment: sh.Comment(c.Row, c.Col), Font: strings.Join(fontsOf(c), ", ")})
	}
	return j
}

// BoxAt is the cell that a shape's corner lies in, "" where the file does not say.
func BoxAt(box *workbook.Cell) string {
	if box.Row == 0 {
		return ""
	}
	return box.Ref()
}

// Shown is what the sender sees of a number, and of a text part of which is crossed
// out; "" where that is the content itself, or is not known.
func Shown(c *workbook.Cell) string {
	if shown, ok := workbook.Show(c); ok {
		return shown.Text
	}
	if c.Kind == workbook.Text && c.Struck() != "" {
		return c.Visible()
	}
	return ""
}
