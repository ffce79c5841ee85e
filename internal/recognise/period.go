package recognise

import (
	"regexp"

	"baocao/internal/diag"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// titledPeriod is a part of the year that a title names: "9 tháng đầu năm",
// "quý III", "tháng 11". Twelve months are the whole of it.
var titledPeriod = regexp.MustCompile(`\b(?:(?:[1-9]|0[1-9]|10|11|ba|sau|chin|muoi|muoi mot) thang(?: dau nam| cuoi nam)?|quy (?:iv|i{1,3}|[1-4])|thang (?:[1-9]|0[1-9]|10|11))\b`)

// dates in a title are days, not periods, also where the day is left open.
var titledDay = regexp.MustCompile(`\bngay(?: [0-9]{1,2})?(?: thang [0-9]{1,2})?(?: nam [0-9]{4})?\b`)

// partTitle is the part of the year that the lines over a table name, in their
// own words; "" where they speak of a whole year too, or of no period.
func partTitle(g *grid, t *table) string {
	found := ""
	for _, row := range g.rows {
		if row.row >= t.top || row.row < t.top-titleRows {
			continue
		}
		for i := range row.cells {
			c := &row.cells[i]
			if c.Kind != workbook.Text || len(c.Text) > titleLength {
				continue
			}
			folded := viet.Fold(c.Text)
			if viet.HasPhrase(folded, "ca nam") || viet.HasPhrase(folded, "12 thang") {
				return ""
			}
			if titledPeriod.MatchString(titledDay.ReplaceAllString(folded, "")) && found == "" {
				found = viet.Excerpt(c.Text)
			}
		}
	}
	return found
}

// checkDeclared asks about a file that says it was made before the year's
// results could be known, or long after.
func (r *reader) checkDeclared(d viet.Date) {
	if d.IsZero() {
		return
	}
	of := r.plan.Resolution.Year
	first := viet.Date{Year: of, Month: r.plan.Checks.FirstMonth, Day: 1}
	last := viet.Date{Year: of + 1, Month: 6, Day: 30}
	if d.Compare(first) < 0 || d.Compare(last) > 0 {
		r.fileProblem("B248", diag.Args{"date": d.Short(), "want": of})
	}
}
