package result

import (
	"bytes"
	"encoding/json"
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
}

// IsFolders reports a list of such rows, and nothing beside them.
func IsFolders(data []byte) bool {
	var rows []Folder
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(&rows)
	return err == nil && rows != nil && !d.More() &&
		!slices.ContainsFunc(rows, func(f Folder) bool { return f.Dir == "" || f.State == "" })
}

// FolderOf is the row of a folder with a report.
func FolderOf(dir string, state FolderState, res *Result) Folder {
	f := Folder{Dir: dir, State: state, Complete: res.Complete, Summary: res.Summary, Units: len(res.Units),
		OpenPlaces: len(res.OpenPlaces)}
	for _, u := range res.Units {
		if len(u.Owes) > 0 {
			f.Owing++
		}
	}
	for _, p := range res.Problems {
		severity := diag.Warning
		if p.Severity == diag.Error.String() {
			severity = diag.Error
		}
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
