package result

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"slices"

	"baocao/internal/diag"
)

// FolderState is what became of a working folder in a run over many.
type FolderState string

// A report is made, left as it is, or there is none.
const (
	FolderBuilt      FolderState = "built"
	FolderUnchanged  FolderState = "unchanged"
	FolderFrozen     FolderState = "frozen"
	FolderFailed     FolderState = "failed"
	FolderNotReached FolderState = "not-reached" // the run was stopped before
)

// Words is the key of what people call the state of a folder.
func (s FolderState) Words() string {
	switch s {
	case FolderBuilt:
		return "thu-muc.tinh-trang.lap-moi"
	case FolderUnchanged:
		return "thu-muc.tinh-trang.khong-doi"
	case FolderFrozen:
		return "thu-muc.tinh-trang.da-chot"
	case FolderFailed:
		return "thu-muc.tinh-trang.khong-lap-duoc"
	}
	return "thu-muc.tinh-trang.chua-lap"
}

// Folder is a working folder's row in the summary of many.
type Folder struct {
	Dir        string      `json:"folder"`
	State      FolderState `json:"state"`
	Complete   bool        `json:"complete"`
	Summary    Summary     `json:"summary"`
	Units      int         `json:"units"`
	Owing      int         `json:"owing"`       // units that owe figures
	Errors     int         `json:"errors"`      // beside debts
	Warnings   int         `json:"warnings"`    // beside places to write
	OpenPlaces int         `json:"open_places"` // of the report, where somebody has to write
	Note       string      `json:"note"`        // why there is no report
	Problems   Problems    `json:"problems"`    // of the report, or why it could not be made

	Path string `json:"-"` // where it lies, with forward slashes from the summary's own place; "" for nowhere near
}

// Problems are those of one of thousands of folders: packed, since their texts are many and much alike.
type Problems struct{ packed []byte }

// PackProblems keeps problems, errors first.
func PackProblems(all []Problem) Problems {
	if len(all) == 0 {
		return Problems{}
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Problem) int { return int(b.Grave()) - int(a.Grave()) })
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if json.NewEncoder(z).Encode(all) != nil || z.Close() != nil {
		panic("result: texts and numbers are always written") // into memory
	}
	return Problems{slices.Clip(b.Bytes())}
}

// All are the problems, unpacked.
func (p Problems) All() []Problem {
	all := []Problem{}
	if p.packed == nil {
		return all
	}
	z, err := gzip.NewReader(bytes.NewReader(p.packed))
	if err == nil {
		err = json.NewDecoder(z).Decode(&all)
	}
	if err != nil {
		panic("result: what was packed here is unpacked: " + err.Error())
	}
	return all
}

// MarshalJSON writes the problems as ket-qua.json has them.
func (p Problems) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(p.All())
	return b.Bytes(), err
}

// Grave is the severity of a problem.
func (p Problem) Grave() diag.Severity {
	if p.Severity == diag.Error.String() {
		return diag.Error
	}
	return diag.Warning
}

// At is where a problem is.
func (p Problem) At() (at diag.Position) {
	for to, from := range map[*string]*string{&at.File: p.File, &at.Sheet: p.Sheet, &at.Cell: p.Cell} {
		if from != nil {
			*to = *from
		}
	}
	if p.Line != nil {
		at.Line = *p.Line
	}
	return at
}

// ProblemsOf are problems as a result has them.
func ProblemsOf(all []diag.Problem) (out []Problem) {
	for _, p := range all {
		out = append(out, problem(p))
	}
	return out
}

// WriteFolders writes the list of rows, a row at a time.
func WriteFolders(w io.Writer, rows []Folder) error {
	before := "["
	for _, f := range rows {
		var b bytes.Buffer
		b.WriteString(before + "\n  ")
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("  ", "  ")
		if err := e.Encode(f); err != nil {
			return err
		}
		if _, err := w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n"))); err != nil {
			return err
		}
		before = ","
	}
	end := "\n]\n"
	if len(rows) == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(w, end)
	return err
}

// IsFolders reports a list of such rows, and nothing beside them.
func IsFolders(data []byte) bool {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return false
	}
	for d.More() {
		var row struct {
			Folder
			Problems []Problem `json:"problems"`
		}
		if d.Decode(&row) != nil || row.Dir == "" || row.State == "" {
			return false
		}
	}
	if _, err := d.Token(); err != nil {
		return false
	}
	_, err := d.Token()
	return err == io.EOF
}

// FolderOf is the row of a folder with a report.
func FolderOf(dir string, state FolderState, res *Result) Folder {
	f := Folder{Dir: dir, State: state, Complete: res.Complete, Summary: res.Summary, Units: len(res.Units),
		OpenPlaces: len(res.OpenPlaces), Problems: PackProblems(res.Problems)}
	for _, u := range res.Units {
		if len(u.Owes) > 0 {
			f.Owing++
		}
	}
	for _, p := range res.Problems {
		severity := p.Grave()
		switch e, known := diag.Lookup(p.Code); {
		case known && !e.CountsItself(severity):
		case severity == diag.Error:
			f.Errors++
		default:
			f.Warnings++
		}
	}
	return f
}
