package recognise

import (
	"slices"
	"strings"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Which span of time is the report's own: the one place that says so. All other
// words of time are known without it.

// frame is what words of time are read in: the report's part of the year, and the
// months that the titles over a table name, which are those that its headings mean
// by "trong quý" and "lũy kế".
type frame struct {
	resolution.Period
	told   span
	memory *memory // what was read before
}

// frame is that of the report alone.
func (k *Knowledge) frame() frame { return frame{Period: k.plan.Report.Period, memory: k.memory} }

// ofYear is the frame of a year, where only years and kinds of columns matter.
func (of frame) ofYear() frame { return frame{memory: of.memory} }

// span is from one month of the year to another. The zero span is none.
type span struct{ first, last int }

// severalSpans is what titles name that speak of more than one.
var severalSpans = span{-1, -1}

func (s span) known() bool { return s.first > 0 }

// says tells whether months are the report's.
func (of frame) says(s span) says {
	if f, l := of.Months(); f == s.first && l == s.last {
		return ofPeriod
	}
	return ofOtherPeriod
}

// inPeriod turns what a known phrase says of a year's report into what it says of
// the report at hand. What is said of the time of the table, and not of months by
// name, is relative to that.
func inPeriod(of frame, s says, phrase []token) (in says, named span, relative bool) {
	if !s.any(ofPeriod | ofOtherPeriod | ofLastYear) {
		return s, span{}, false
	}
	var words []string
	for _, t := range phrase {
		words = append(words, t.word)
	}
	said := strings.Join(words, " ")
	if said == "ky truoc" && !of.IsYear() { // the quarter before this one
		return ofOtherPeriod, span{}, true
	}
	if s.any(ofLastYear) {
		return s, span{}, false
	}
	rest := s &^ (ofPeriod | ofOtherPeriod)
	if named, known := spans[said]; known {
		return rest | of.says(named), named, false
	}
	relative = slices.Contains(running, said) || isOfNow(said)
	own := s.any(ofPeriod)
	switch {
	case relative && of.told == severalSpans:
		own = false
	case relative && of.told.known() && (!of.IsYear() || slices.Contains(running, said)):
		own = of.says(of.told.meant(said)) == ofPeriod
	case !of.IsYear():
		own = slices.Contains(running, said) && of.startsYear() || slices.Contains(ofMonth, said) && of.isMonth() ||
			slices.Contains(ofQuarter, said) && of.isQuarter() || said == "cuoi ky"
	}
	if own {
		return rest | ofPeriod, span{}, relative
	}
	return rest | ofOtherPeriod, span{}, relative
}

func (of frame) startsYear() bool { first, _ := of.Months(); return first == 1 }
func (of frame) isMonth() bool    { first, last := of.Months(); return first == last }
func (of frame) isQuarter() bool  { first, last := of.Months(); return last-first == 2 }

// meant are the months that a word relative to the time of a table means.
func (s span) meant(said string) span {
	switch {
	case slices.Contains(running, said):
		return span{1, s.last}
	case slices.Contains(ofNow, said):
		return s
	case slices.Contains(ofMonth, said):
		return span{s.last, s.last}
	case slices.Contains(ofQuarter, said) && s.last%3 == 0:
		return span{s.last - 2, s.last}
	}
	return span{}
}

func isOfNow(said string) bool {
	return slices.Contains(ofNow, said) || slices.Contains(ofMonth, said) || slices.Contains(ofQuarter, said)
}

var (
	// spans are the months of phrases without a number.
	spans = map[string]span{"sau thang": {1, 6}, "nua dau nam": {1, 6}, "nua nam": {1, 6}, "nua cuoi nam": {7, 12},
		"chin thang": {1, 9}, "ba thang": {1, 3}, "mot thang": {1, 1}}
	// running is said of figures since the beginning of the year.
	running = phrases{"luy ke", "lk", "cong don", "tu dau nam", "ky nay cong don"}
	// byThen is said of what there is by then, since whenever it was begun.
	byThen    = phrases{"den het", "den nam", "den cuoi", "den nay", "tinh den", "den thoi diem", "den ngay", "hien co"}
	ofNow     = []string{"trong ky", "ky nay", "cuoi ky"}
	ofMonth   = []string{"trong thang", "thang nay", "thang bao cao", "trong ky", "ky nay"}
	ofQuarter = []string{"trong quy", "quy nay", "quy bao cao", "trong ky", "ky nay"}
)

// coversUntil reports figures from one day, or from the beginning of the year, to
// another that are the whole period's.
func coversUntil(of frame, since *token, day token) bool {
	if of.IsYear() {
		return since != nil && isWholeYear(*since, day) || since == nil && day.day == 31 && day.month == 12
	}
	first, last := of.Months()
	if since != nil {
		return monthsBetween(*since, day) == last-first+1 && day.month == last
	}
	return first == 1 && isLastDay(of, day)
}

func isLastDay(of frame, day token) bool {
	ends := of.Ends(day.year)
	return day.month == ends.Month && day.day == ends.Day
}

// periodOver is the nearest line that says that figures are not of the report's
// part of the year: it names another, or, where none names one, in a report of a
// part the year alone.
func periodOver(of frame, ofYear int, groups [][]line) *line {
	for _, lines := range groups {
		if part, told := partOf(lines, of); told {
			return part
		}
	}
	if of.IsYear() {
		return nil
	}
	for _, lines := range groups {
		for _, l := range lines {
			if l.namesYear(ofYear) || l.says == 0 && slices.Contains(l.other, ofYear) {
				return l.finding(viet.Excerpt(l.text))
			}
		}
	}
	return nil
}

// isBare: the heading names a year and not which part of it, in a report of a
// part.
func (r reading) isBare(of frame) bool {
	return !of.IsYear() && (len(r.years) > 0 || r.says.any(ofThisYear|ofLastYear)) && !r.says.any(ofPeriod|ofSamePeriod)
}
