package recognise

import (
	"regexp"
	"slices"

	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// line is a text near a table, where it stands, and what was found in it.
type line struct {
	row, col     int
	text, folded string
	found        string // the year, or the text in short
}

// titles is what the lines over a table say of all its figures; nil for what
// they do not say, or contradict.
type titles struct {
	year     *line // another year, and only that
	part     *line // some months of the year only
	plan     *line // that they were planned
	estimate *line // that they are estimates
}

// titlesOver reads the lines over a table: those since the table before it
// decide, where they say something; else those of the whole sheet.
func titlesOver(g *grid, top int, ofYear string) titles {
	own, all := g.linesOver(top)
	t := titles{year: otherYear(own, ofYear), part: partOf(own)}
	if !slices.ContainsFunc(own, line.namesYear) {
		t.year = otherYear(all, ofYear)
	}
	if t.part == nil && !slices.ContainsFunc(own, line.isWholeYear) {
		t.part = partOf(all)
	}
	speaking := func(l line) bool { return isPlanTitle(l.folded) || isEstimate(l.folded) || isOfResults(l.folded) }
	if !slices.ContainsFunc(own, speaking) {
		own = all
	}
	t.plan, t.estimate = plannedBy(own), estimatedBy(own)
	return t
}

// titlesOverLayout reads the titles of a sheet over a row that lies in no table
// of a known shape.
func titlesOverLayout(g *grid, row int, ofYear string) titles {
	var lines []line
	for _, c := range titleCells(g.Sheet, row-1) {
		if len(c.Text) <= titleLength {
			lines = append(lines, newLine(c))
		}
	}
	return titles{otherYear(lines, ofYear), partOf(lines), plannedBy(lines), estimatedBy(lines)}
}

// linesOver are the texts over a row, the nearest first, but for those of
// tables: own are those since the table before.
func (g *grid) linesOver(top int) (own, all []line) {
	mine := true
	ofTable := g.tableRows()
	for i := len(g.rows) - 1; i >= 0 && len(all) < maxLines; i-- {
		row := g.rows[i]
		if row.row >= top {
			continue
		}
		if ofTable[i] {
			mine = false
			continue
		}
		for j := range row.cells {
			if c := &row.cells[j]; c.Kind == workbook.Text && len(c.Text) <= titleLength {
				all = append(all, newLine(c))
			}
		}
		if mine {
			own = all
		}
	}
	return own, all
}

// maxLines is how many lines over a table are looked at, so that a sheet of
// thousands of tables costs little.
const maxLines = 200

// tableRows tells of each row whether it belongs to a table.
func (g *grid) tableRows() []bool {
	if g.ofTable == nil {
		for _, row := range g.rows {
			g.ofTable = append(g.ofTable, row.isOfTable())
		}
	}
	return g.ofTable
}

func newLine(c *workbook.Cell) line {
	return line{row: c.Row, col: c.Col, text: c.Text, folded: viet.Fold(c.Text)}
}

// isOfTable: the row holds figures, or is the heading of a table.
func (r gridRow) isOfTable() bool {
	for i := range r.cells {
		if c := &r.cells[i]; c.Kind == workbook.Number && !year.MatchString(cellText(c)) {
			return true
		}
	}
	return r.headed(labelHeads) > 0 || r.headed(unitHeads) > 0
}

var namedYear = regexp.MustCompile(`\bnam ((?:19|20)[0-9]{2})\b`)

func (l line) namesYear() bool { return namedYear.MatchString(l.folded) }

// otherYear is the line that names a year, when none names the one wanted.
func otherYear(lines []line, ofYear string) *line {
	var other *line
	for _, l := range lines {
		for _, m := range namedYear.FindAllStringSubmatch(l.folded, -1) {
			if m[1] == ofYear {
				return nil
			}
			if other == nil {
				l.found = m[1]
				other = &l
			}
		}
	}
	return other
}

// titledPeriod is a part of the year that a title names: "9 tháng đầu năm",
// "quý III", "tháng 11". Twelve months are the whole of it.
var titledPeriod = regexp.MustCompile(`\b(?:(?:[1-9]|0[1-9]|10|11|ba|sau|chin|muoi|muoi mot) thang(?: dau nam| cuoi nam)?` +
	`|quy (?:iv|i{1,3}|[1-4])|thang (?:[1-9]|0[1-9]|10|11))\b`)

// dates in a title are days, not periods, also where the day is left open.
var titledDay = regexp.MustCompile(`\bngay(?: [0-9]{1,2})?(?: thang [0-9]{1,2})?(?: nam [0-9]{4})?\b`)

func (l line) isWholeYear() bool {
	return viet.HasPhrase(l.folded, "ca nam") || viet.HasPhrase(l.folded, "12 thang")
}

// partOf is the line that names a part of the year, when none speaks of a whole
// one too.
func partOf(lines []line) *line {
	if slices.ContainsFunc(lines, line.isWholeYear) {
		return nil
	}
	for i := len(lines) - 1; i >= 0; i-- { // from the top
		if l := lines[i]; titledPeriod.MatchString(titledDay.ReplaceAllString(l.folded, "")) {
			l.found = viet.Excerpt(l.text)
			return &l
		}
	}
	return nil
}

// plannedBy is the line that says that the figures were planned, when none
// speaks of results: "KẾT QUẢ THỰC HIỆN KẾ HOẠCH" is no plan.
func plannedBy(lines []line) *line {
	if slices.ContainsFunc(lines, func(l line) bool { return isOfResults(l.folded) || isEstimate(l.folded) }) {
		return nil
	}
	return sayingSo(lines, isPlanTitle)
}

// estimatedBy is the line that says that the figures are estimates.
func estimatedBy(lines []line) *line { return sayingSo(lines, isEstimate) }

func sayingSo(lines []line, says func(folded string) bool) *line {
	for _, l := range lines {
		if says(l.folded) {
			l.found = viet.Excerpt(l.text)
			return &l
		}
	}
	return nil
}
