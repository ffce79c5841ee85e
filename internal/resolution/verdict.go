package resolution

// Verdict is what becomes of a measure or an indicator.
type Verdict string

// The verdicts, as ket-qua.json writes them.
const (
	Exceeded   Verdict = "exceeded"
	Met        Verdict = "met"
	Missed     Verdict = "missed"
	NoData     Verdict = "no-data"
	Unassessed Verdict = "unassessed"
	Info       Verdict = "info" // target = "info": not judged, not counted
)

// Vi is the verdict's name on the page.
func (v Verdict) Vi() string {
	switch v {
	case Exceeded:
		return "Vượt"
	case Met:
		return "Đạt"
	case Missed:
		return "Không đạt"
	case NoData:
		return "Chưa có số liệu"
	case Unassessed:
		return "Chưa đánh giá"
	}
	return ""
}

// En is the verdict's English name.
func (v Verdict) En() string {
	switch v {
	case Exceeded:
		return "exceeded"
	case Met:
		return "met"
	case Missed:
		return "missed"
	case NoData:
		return "no data"
	case Unassessed:
		return "not assessed"
	}
	return ""
}
