package xlsx

import (
	"baocao/internal/diag"
	"baocao/internal/render/result"
	"baocao/internal/wording"
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

// words are the key of what people call the state.
func (s FolderState) words() string {
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
	Dir        string         `json:"folder"`
	State      FolderState    `json:"state"`
	Complete   bool           `json:"complete"`
	Summary    result.Summary `json:"summary"`
	Units      int            `json:"units"`
	Owing      int            `json:"owing"`       // units that owe figures
	Errors     int            `json:"errors"`      // beside debts
	Warnings   int            `json:"warnings"`    // beside places to write
	OpenPlaces int            `json:"open_places"` // of the report, where somebody has to write
	Note       string         `json:"note"`        // why there is no report
}

// FolderOf is the row of a folder with a report.
func FolderOf(dir string, state FolderState, res *result.Result) Folder {
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

// Folders is the workbook that sums up many working folders, in the order in which they
// were named.
func Folders(rows []Folder) ([]byte, error) {
	var w *wording.Words // of no office
	s := &sheet{name: w.Text("thu-muc.sheet"), widths: []float64{34, 15, 13, 8, 8, 8, 9, 9, 8, 9, 7, 9, 9, 34},
		fixed: 1, soft: []int{0, 13}}
	s.title(w.Text("thu-muc.tieu-de", wording.Args{"so": len(rows)}), look{bold: true, size: 14})
	s.headings(w.Texts("thu-muc.cot", "thu-muc", "tinh-trang", "bao-cao", "vuot", "dat", "khong-dat", "chua-co",
		"chua-danh-gia", "don-vi", "con-no", "loi", "canh-bao", "cho-viet", "ghi-chu")...)
	for _, f := range rows {
		state := centred(w.Text(f.State.words()))
		if f.State == FolderFailed || f.State == FolderNotReached {
			cells := []cell{name(f.Dir), state.bold()}
			for range 11 {
				cells = append(cells, text(""))
			}
			s.add(append(cells, name(f.Note))...)
			continue
		}
		whole := centred(w.Text("thu-muc.bao-cao.chua-day-du")).bold()
		if f.Complete {
			whole = centred(w.Text("thu-muc.bao-cao.day-du"))
		}
		s.add(name(f.Dir), state, whole, count(f.Summary.Exceeded), count(f.Summary.Met), count(f.Summary.Missed),
			count(f.Summary.NoData), count(f.Summary.Unassessed), count(f.Units), count(f.Owing), count(f.Errors),
			count(f.Warnings), count(f.OpenPlaces), name(f.Note))
	}
	s.filtered()
	return write(s.name, origin{subject: s.name}, s)
}
