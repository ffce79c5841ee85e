package resolution

import (
	"baocao/internal/diag"
	"baocao/internal/viet"
)

// Verdict is what becomes of a measure or an indicator.
type Verdict string

// The verdicts, as ket-qua.json writes them.
const (
	Exceeded   Verdict = "exceeded"
	Met        Verdict = "met"
	Missed     Verdict = "missed"
	NoData     Verdict = "no-data"
	Unassessed Verdict = "unassessed"
	NotDue     Verdict = "not-due" // a report for less than the year, no milestone for it
	Info       Verdict = "info"    // target = "info": not judged, not counted
)

// verdictNames are the verdicts' names on the page.
var verdictNames = map[Verdict]diag.Text{
	Exceeded:   {Vi: "Vượt", En: "exceeded"},
	Met:        {Vi: "Đạt", En: "met"},
	Missed:     {Vi: "Không đạt", En: "missed"},
	NoData:     {Vi: "Chưa có số liệu", En: "no data"},
	Unassessed: {Vi: "Chưa đánh giá", En: "not assessed"},
	NotDue:     {Vi: "Chưa đến kỳ đánh giá", En: "not due yet"},
	Info:       {},
}

// WrittenVerdict is the verdict that a word means, as people write it: "met", "Đạt",
// "không đạt".
func WrittenVerdict(word string) (v Verdict, ok bool) {
	switch viet.Fold(word) {
	case "exceeded", "vuot", "vuot chi tieu", "vuot muc tieu", "vuot ke hoach":
		return Exceeded, true
	case "met", "dat", "hoan thanh":
		return Met, true
	case "missed", "khong dat", "chua dat", "khong hoan thanh", "chua hoan thanh":
		return Missed, true
	case "no data", "chua co so lieu", "khong co so lieu":
		return NoData, true
	case "unassessed", "chua danh gia", "khong danh gia":
		return Unassessed, true
	}
	return "", false
}

// Name is the verdict's name on the page, in both languages.
func (v Verdict) Name() diag.Text { return verdictNames[v] }

// Vi is the verdict's Vietnamese name.
func (v Verdict) Vi() string { return v.Name().Vi }
