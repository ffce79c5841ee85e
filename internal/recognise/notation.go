package recognise

import (
	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

// "41.250" and "673 706" may each be read in two ways. Who wrote them wrote the rest of the
// column too: where a number there can only be read in one, and no figure of the table is
// written otherwise, that is how they are meant.

// notations are how the figures of a table are written, where they are texts.
type notations struct {
	all     quantity.Notation
	column  map[int]quantity.Notation
	several map[int]bool // columns with several numbers in a cell
}

// notations looks at each figure once.
func (t *table) notations() *notations {
	if t.written != nil {
		return t.written
	}
	t.written = &notations{column: map[int]quantity.Notation{}, several: map[int]bool{}}
	_, labels := t.labelColumns()
	last := t.end
	if n := len(t.answeredIn); n > 0 { // below it stand notes and who signs
		last = t.answeredIn[n-1]
	}
	cells := t.sheet.In(workbook.Span{First: t.bottom + 1, Last: last})
	for i := range cells {
		c := &cells[i]
		if c.Kind != workbook.Text || c.Col <= labels || c.Col == t.columns.unit || len(c.Text) > titleLength {
			continue
		}
		of := quantity.NotationOf(c.Text)
		t.written.all |= of
		t.written.column[c.Col] |= of
		switch w := quantity.ReadWritten(c.Text, true); w.Writing {
		case quantity.Several: // "890 985" may be one
			t.written.several[c.Col] = t.written.several[c.Col] || w.Value.Sign() == 0
		case quantity.OutOf, quantity.Between:
			t.written.several[c.Col] = true
		case quantity.NotWritten, quantity.Plain, quantity.Unclear, quantity.Roughly, quantity.Worded:
		}
	}
	return t.written
}

// otherwise are the notations that one of groups does not stand beside.
var otherwise = map[quantity.Notation]quantity.Notation{
	quantity.BlankGroups: quantity.PointGroups | quantity.CommaGroups,
	quantity.PointGroups: quantity.CommaGroups | quantity.BlankGroups | quantity.PointDecimals,
	quantity.CommaGroups: quantity.PointGroups | quantity.BlankGroups | quantity.CommaDecimals,
}

// writes: the column parts thousands in one way, and the table does so in no other.
func (t *taking) writes(groups quantity.Notation) bool {
	if t.table == nil {
		return false
	}
	w := t.table.notations()
	return w.column[t.col].Any(groups) && !w.all.Any(otherwise[groups]) && !w.several[t.col]
}
