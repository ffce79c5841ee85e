package recognise

import (
	"strings"

	"baocao/internal/diag"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// facts are what the figure was read by, for a person to look at.
func (t *taking) facts() *returns.Read {
	c := t.sheet.At(t.row, t.col)
	f := &returns.Read{Label: strings.Join(t.ownLabels(), " > "), Heading: t.heading.shown,
		Stored: cellText(c), Shown: shownValue(c), Unit: t.unitSaid, UnitAt: spot(t.unitFrom)}
	period, at := t.period()
	f.Period, f.PeriodAt = period, spot(at)
	f.Plan, f.LastYear = t.planAndLast()
	return f
}

func spot(at diag.Position) returns.Spot { return returns.Spot{Sheet: at.Sheet, Cell: at.Cell} }

// ownLabels are the labels of the row that say something.
func (t *taking) ownLabels() []string {
	var all []string
	for _, l := range t.labels {
		if l != "" {
			all = append(all, l)
		}
	}
	return all
}

// shownValue is a cell as its sender sees it.
func shownValue(c *workbook.Cell) string {
	if c == nil {
		return ""
	}
	if shown, ok := workbook.Show(c); ok && shown.Text != "" {
		return shown.Text
	}
	return cellText(c)
}

// period is what tells the time of the figure, and where: its heading, else the
// nearest line over its table that names a year, else the form's marking.
func (t *taking) period() (string, diag.Position) {
	switch {
	case len(t.heading.reading().years) > 0:
		return t.heading.shown, t.at(t.sheet, t.heading.row, t.heading.col)
	case t.how == returns.ByForm:
		return marking(t.book, t.file, returns.NameYear)
	case t.table == nil || t.grid == nil:
		return "", diag.Position{}
	}
	if l := t.grid.datedBy(t.table.top); l != nil {
		return viet.Excerpt(l.text), t.at(t.sheet, l.row, l.col)
	}
	return "", diag.Position{}
}

// datedBy is the nearest line over a table that names a year. It is asked for
// each figure of a table, and looked for once.
func (g *grid) datedBy(top int) *line {
	if g.datedOver == nil {
		g.datedOver = map[int]*line{}
	}
	l, known := g.datedOver[top]
	if !known {
		l = g.findDated(top)
		g.datedOver[top] = l
	}
	return l
}

func (g *grid) findDated(top int) *line {
	own, all := g.linesOver(top)
	for _, lines := range [][]line{own, g.withMargins(all)} {
		for _, l := range lines {
			if year().MatchString(l.folded) {
				return &l
			}
		}
	}
	return nil
}

// planAndLast are the plan and last year's figure of the same row, as they stand.
func (t *taking) planAndLast() (plan, last string) {
	for _, b := range t.beside {
		text := shownValue(t.sheet.At(t.row, b.col))
		switch {
		case b.what == "size.plan" && plan == "":
			plan = text
		case b.what == "size.last" && last == "":
			last = text
		}
	}
	return plan, last
}
