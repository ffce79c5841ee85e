package recognise

import (
	"slices"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// head is one column with the words over it, from top to bottom.
type head struct {
	row   int // where they begin
	col   int
	shown string // as printed
	words string // folded
	last  string // the lowest of them, folded
	parts []string
	of    frame     // of the report
	read  *headRead // what it says in that frame; nil until it is known which titles stand over it
	loose bool      // years stand over columns beside it, none over it
}

// under is the heading with one more text below it.
func (h head) under(c *workbook.Cell, col int, text string) head {
	h.last = viet.Fold(text)
	if h.col == 0 {
		return head{row: c.Row, col: col, shown: text, words: h.last, last: h.last, of: h.of}.telling([]string{text})
	}
	h.shown, h.words = h.shown+" "+text, h.words+" "+h.last
	return h.telling(append(slices.Clip(h.parts), text))
}

// telling is the heading with the texts that tell what stands under it.
func (h head) telling(parts []string) head {
	h.parts, h.read = parts, nil
	return h
}

// within is the heading below titles that name some months.
func (h head) within(told span) head {
	h.of.told = told
	h.read = &headRead{readHeading(h.parts, h.of), isPlan(h.words), isEstimate(h.words), isOfResults(h.words),
		movement(h.words)}
	return h
}

// headRead is what a heading says: it is asked for in each row.
type headRead struct {
	reading
	plan, estimate, results bool
	movement                int
}

// has reports whether the words over a column hold one of the phrases.
func (h head) has(phrases ...string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return viet.HasPhrase(h.words, p) })
}

// grade is how sure a column is one of results.
type grade int

const (
	notOne     grade = iota
	doubtful         // words of results beside others that may change them
	secondBest       // one where there is no better: "Tổng", "Giá trị" of a count
	sure
)

// wanted is what the column of results is looked for.
type wanted struct {
	year     int  // of the report
	previous bool // the year before it
	money    bool // an amount, not a count
	growth   bool // to be set beside another year's, at the same prices
	district bool // the sender answers for all units

	comparable bool // the resolution says so of the prices
}

// grade tells how sure the column is one of the results wanted.
func (h head) grade(w wanted) grade {
	r := h.reading()
	if r.says.any(notResults|ofOtherPeriod|ofSeveralYears) || !r.isOf(w) || r.says.any(ofDistrict) && !w.district {
		return notOne
	}
	named := len(r.years) > 0 || r.says.any(ofThisYear|ofLastYear)
	main, other := ofNumber, ofValue
	if w.money {
		main, other = other, main
	}
	strong := named || r.says.any(ofResults|ofPeriod|main|ofDistrict)
	switch {
	case r.strange && strong, h.loose && !named && strong, w.growth && h.isOfCurrentPrices():
		return doubtful
	case r.strange:
		return notOne
	case strong && !r.says.any(other) && !r.isBare(h.of):
		return sure
	case strong, r.says.any(other | ofTotal | ofReportPeriod):
		return secondBest
	}
	return notOne
}

// isOfCurrentPrices: as the figures of two years do not compare.
func (h head) isOfCurrentPrices() bool { return h.has("gia hien hanh", "gia hh", "gia thuc te") }

// isOf: the heading names the year wanted, or none.
func (r reading) isOf(w wanted) bool {
	year := w.year
	if w.previous {
		year--
	}
	for _, y := range r.years {
		if y != year {
			return false
		}
	}
	if w.previous {
		return !r.says.any(ofThisYear)
	}
	return !r.says.any(ofLastYear)
}

func (h head) isPlan() bool {
	if h.read != nil {
		return h.read.plan
	}
	return isPlan(h.words)
}

func (h head) movement() int {
	if h.read != nil {
		return h.read.movement
	}
	return movement(h.words)
}

func (h head) isEstimate() bool {
	if h.read != nil {
		return h.read.estimate
	}
	return isEstimate(h.words)
}

func (h head) isOfResults() bool {
	if h.read != nil {
		return h.read.results
	}
	return isOfResults(h.words)
}

func (h head) reading() reading {
	if h.read != nil {
		return h.read.reading
	}
	return readHeading(h.parts, h.of)
}

// line is the heading as a line that something is found in.
func (h head) line() line { return line{row: h.row, col: h.col, text: h.shown, folded: h.words} }
