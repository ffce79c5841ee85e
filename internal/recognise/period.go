package recognise

import (
	"slices"
	"strings"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Which span of time is the report's own: the one place that says so. All other
// words of time are known without it.

// spanOf tells whether months from the first to the last are the report's.
func spanOf(of resolution.Period, first, last int) says {
	if f, l := of.Months(); f == first && l == last {
		return ofPeriod
	}
	return ofOtherPeriod
}

// inPeriod turns what a known phrase says of a year's report into what it says of
// the report at hand.
func inPeriod(of resolution.Period, s says, phrase []token) says {
	if of.IsYear() || !s.any(ofPeriod|ofOtherPeriod) {
		return s
	}
	var words []string
	for _, t := range phrase {
		words = append(words, t.word)
	}
	said := strings.Join(words, " ")
	rest := s &^ (ofPeriod | ofOtherPeriod)
	first, last := of.Months()
	own := false
	switch span, known := spans[said]; {
	case known:
		own = first == span[0] && last == span[1]
	case slices.Contains(running, said):
		own = of.Cumulative()
	case slices.Contains(ofMonth, said):
		own = first == last
	case slices.Contains(ofQuarter, said):
		own = !of.Cumulative() && last-first == 2
	case said == "cuoi ky":
		own = true
	}
	if own {
		return rest | ofPeriod
	}
	return rest | ofOtherPeriod
}

var (
	// spans are the months of phrases without a number.
	spans = map[string][2]int{"sau thang": {1, 6}, "nua dau nam": {1, 6}, "nua nam": {1, 6}, "nua cuoi nam": {7, 12},
		"chin thang": {1, 9}, "ba thang": {1, 3}, "mot thang": {1, 1}}
	// running is said of figures since the beginning of the year.
	running   = []string{"luy ke", "cong don", "tu dau nam", "ky nay cong don"}
	ofMonth   = []string{"trong thang", "thang nay", "thang bao cao", "trong ky", "ky nay"}
	ofQuarter = []string{"trong quy", "quy nay", "quy bao cao", "trong ky", "ky nay"}
)

// coversUntil reports figures from one day, or from the beginning of the year, to
// another that are the whole period's.
func coversUntil(of resolution.Period, since *token, day token) bool {
	if of.IsYear() {
		return since != nil && isWholeYear(*since, day) || since == nil && day.day == 31 && day.month == 12
	}
	first, last := of.Months()
	if since != nil {
		return monthsBetween(*since, day) == last-first+1 && day.month == last
	}
	return first == 1 && isLastDay(of, day)
}

func isLastDay(of resolution.Period, day token) bool {
	ends := of.Ends(day.year)
	return day.month == ends.Month && day.day == ends.Day
}

// periodOver is the nearest line that says that figures are not of the report's
// part of the year: it names another, or, where none names one, the year alone.
func periodOver(of resolution.Period, ofYear int, groups ...[]line) *line {
	for _, lines := range groups {
		if part, told := partOf(lines, of); told {
			return part
		}
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
func (r reading) isBare(of resolution.Period) bool {
	return !of.IsYear() && (len(r.years) > 0 || r.says.any(ofThisYear|ofLastYear)) && !r.says.any(ofPeriod|ofSamePeriod)
}
