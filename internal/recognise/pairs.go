package recognise

import (
	"slices"
	"strings"

	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// Lines of text may give the figures, each behind its label: "- Số hộ nghèo: 3 hộ".

// pair is such a line.
type pair struct {
	label string
	value *workbook.Cell // alone, in the place of the line's cell
}

// pairIn reads a cell as a label and its figure. A figure that is crossed out or not
// seen stays one, to be asked about.
func pairIn(c *workbook.Cell) (p pair, ok bool) {
	if c.Kind != workbook.Text || len(c.Text) > titleLength || strings.Contains(c.Text, "\n") {
		return p, false
	}
	label, value, found := strings.Cut(cellText(c), ":")
	value = strings.TrimRight(value, endOfLine)
	gone := value == "" && hasDigit(c.Struck()+c.Unseen())
	if value = strings.TrimSpace(value); !found || !startsWithDigit(value) && !gone {
		return p, false
	}
	alone := *c
	alone.Text, alone.Runs = value, behindColon(c)
	if gone {
		alone.Text = alone.Struck() + alone.Unseen()
	}
	return pair{strings.TrimSpace(strings.TrimLeft(label, "-–+*• ")), &alone}, true
}

const endOfLine = " .;,"

// behindColon are the runs of a line without the label that is seen in them.
func behindColon(c *workbook.Cell) []workbook.Run {
	runs := slices.Clone(c.Runs)
	for i, found := 0, false; i < len(runs) && !found; i++ {
		if one := (workbook.Cell{Style: c.Style, Runs: runs[i : i+1]}); one.Visible() != "" {
			_, runs[i].Text, found = strings.Cut(runs[i].Text, ":")
		}
	}
	for i := len(runs) - 1; i >= 0; i-- {
		if runs[i].Text = strings.TrimRight(runs[i].Text, endOfLine); runs[i].Text != "" {
			break
		}
	}
	return runs
}

// readPairs reads the figures of a sheet without a table that stand in its lines,
// but for those under a title of what is still to be done.
func (r *reader) readPairs(g *grid) bool {
	type answer struct {
		pair
		match match
		over  int // how many of lines
	}
	var all []answer
	var lines []line
	values := *g.Sheet
	values.Cells = slices.Clone(g.Cells)
	ahead := false
	for i := range values.Cells {
		if r.stop() {
			return false
		}
		c := &values.Cells[i]
		p, ok := pairIn(c)
		switch {
		case !ok && c.Kind == workbook.Text:
			title := r.readTitle(readNumber(firstLine(c)).rest)
			ahead = title.known() && (slices.Contains(title.kinds, returns.Solution) ||
				slices.Contains(title.kinds, returns.Direction)) || ahead && !title.known()
			if len(c.Text) <= titleLength {
				lines = append(lines, newLine(c, r.frame()))
			}
		case ok && !ahead:
			if m := r.matchRow("", withoutUnit(p.label)); m.sure() && !r.isDescribed(m) {
				*c = *p.value
				all = append(all, answer{p, m, len(lines)})
			}
		}
	}
	if len(all) == 0 {
		return false
	}
	own := r.gridOf(&values)
	for _, a := range all {
		over := slices.Clone(lines[max(0, a.over-maxLines):a.over])
		slices.Reverse(over) // the nearest first
		at := place{sheet: &values, col: a.value.Col, titles: r.titlesOf(own, over, over), grid: own}
		r.take(a.match.ask, at.inRow(a.value.Row, a.match.how, a.label))
	}
	return true
}
