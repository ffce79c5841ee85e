package assess

import (
	"slices"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
)

// PastYear is what the report of a year before last year's says of this year's measures.
type PastYear struct {
	Year int
	Said resolution.LastYear
}

// Series is the figures of all years that are known, the oldest first, this year's last.
type Series struct {
	Years []int
	Rows  []SeriesRow
}

// SeriesRow is a measure with a figure of some earlier year.
type SeriesRow struct {
	Measure *Measure
	Cells   []Cell // of each year; without a text where none is known
	// Change is this year's figure less that of the newest year before that has one, and
	// Percent what part of that it is; nil where there is none.
	Change, Percent *quantity.Number
	Since           int // the place of that year; -1 for none
}

// Series puts the figures of the years beside each other; ok is false where no report of
// an earlier year is known. Years are left out of which nothing is known.
func (a *Annex) Series() (s Series, ok bool) {
	if len(a.Last) == 0 && len(a.Past) == 0 {
		return s, false // what the plan tells of last year stands in the annex
	}
	past := slices.Clone(a.Past)
	slices.Reverse(past)
	last := PastYear{Year: a.Plan.Resolution.Year - 1, Said: resolution.LastYear{}}
	for _, m := range a.Measures() {
		if m.Previous != nil {
			last.Said[m.ID] = resolution.LastFigure{Figure: m.Previous}
		}
	}
	past = append(past, last)
	past = slices.DeleteFunc(past, func(y PastYear) bool {
		return !slices.ContainsFunc(a.Measures(), func(m *Measure) bool { return y.Said[m.ID].Figure != nil })
	})
	for _, y := range past {
		s.Years = append(s.Years, y.Year)
	}
	s.Years = append(s.Years, a.Plan.Resolution.Year)
	for _, m := range a.Measures() {
		row := SeriesRow{Measure: m, Since: -1}
		for i, y := range past {
			c := figureCell(m, y.Said[m.ID].Figure)
			row.Cells = append(row.Cells, c)
			if c.Text("") != "" {
				row.Since = i
			}
		}
		now := actualCell(a.Plan.Words, m)
		row.Cells = append(row.Cells, now)
		if row.Since < 0 {
			continue
		}
		if then := row.Cells[row.Since]; now.Number != nil && then.Number != nil {
			change := now.Number.Sub(*then.Number)
			row.Change = &change
			if part, divides := change.Quo(*then.Number); divides && then.Number.Sign() > 0 && m.Unit != "%" {
				row.Percent = new(part.Mul(hundred).Round(1))
			}
		}
		s.Rows = append(s.Rows, row)
	}
	return s, len(s.Rows) > 0
}
