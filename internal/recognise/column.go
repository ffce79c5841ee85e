package recognise

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// columns says where the parts of a table stand; 0 for absent.
type columns struct {
	row                                                 int // of the headings
	id, number, measure, label, unit, value, none, note int
	last                                                int // last year's figure, of a form
	area, kind, about, text                             int
}

func (c columns) isForm() bool      { return c.id > 0 && c.label > 0 && c.value > 0 }
func (c columns) isNarrative() bool { return c.area > 0 && c.kind > 0 && c.text > 0 }

// findHeader returns the headings of the first form or narrative table of a
// sheet, which stand in one row.
func findHeader(s *workbook.Sheet) (columns, bool) {
	return headerWhere(s, func(c columns) bool { return c.isForm() || c.isNarrative() })
}

// header is findHeader of the sheet. It is asked for by all that read it, and looked for once.
func (g *grid) header() (columns, bool) {
	if g.heading == nil {
		g.heading = &columns{}
		for i := range g.rows {
			c := columns{row: g.rows[i].row}
			for j := range g.rows[i].cells {
				if cell := &g.rows[i].cells[j]; cell.Kind == workbook.Text && len(cell.Text) < 200 {
					c.heading(g.rows[i].key(j), cell.Col)
				}
			}
			if c.isForm() || c.isNarrative() {
				g.heading = &c
				break
			}
		}
	}
	return *g.heading, g.heading.row > 0
}

// headerWhere are the headings of the first table of a sheet that is of a kind.
func headerWhere(s *workbook.Sheet, is func(columns) bool) (columns, bool) {
	for i := 0; i < len(s.Cells); {
		c := columns{row: s.Cells[i].Row}
		for ; i < len(s.Cells) && s.Cells[i].Row == c.row; i++ {
			if cell := &s.Cells[i]; cell.Kind == workbook.Text && len(cell.Text) < 200 {
				c.heading(viet.Fold(cell.Text), cell.Col)
			}
		}
		if is(c) {
			return c, true
		}
	}
	return columns{}, false
}

// noteHeads are the headings of a column of remarks.
var noteHeads = []string{"ghi chu", "gc", "g chu"}

// measureHeads are the headings of a column of units of measurement.
var measureHeads = []string{"dvt", "don vi tinh", "dv tinh", "d v t", "d vi", "d vi tinh", "dvi", "dvi tinh",
	"don vi do", "don vi do luong"}

func (c *columns) heading(folded string, col int) {
	set := func(field *int) {
		if *field == 0 {
			*field = col
		}
	}
	switch folded {
	case "ma dong":
		set(&c.id)
	case "tt", "stt", "so tt", "so thu tu":
		set(&c.number)
	case "noi dung can bao cao":
		set(&c.label)
	case "don vi":
		set(&c.unit)
	case "gia tri", "thuc hien", "ket qua thuc hien":
		set(&c.value)
	case "khong phat sinh chua co ket qua":
		set(&c.none)
	case "linh vuc":
		set(&c.area)
	case "loai":
		set(&c.kind)
	case "chi tieu": // of a narrative: what it is about
		set(&c.about)
		set(&c.measure)
	case "noi dung":
		set(&c.text)
		set(&c.measure)
	default:
		if slices.Contains(labelHeads, folded) {
			set(&c.measure)
		}
		if slices.Contains(measureHeads, folded) {
			set(&c.unit)
		}
		if slices.Contains(noteHeads, folded) {
			set(&c.note)
		}
		if strings.HasPrefix(folded, "nam truoc ") {
			set(&c.last)
		}
	}
}

// firstHeads is the row of a sheet's first table headings, 0 when it has none.
func (g *grid) firstHeads() int {
	if h, ok := g.header(); ok {
		return h.row
	}
	if all := g.tables(); len(all) > 0 {
		return all[0].top
	}
	return 0
}

// chooseValue finds the column of this year's results for a row. Where none or
// several may be it, why asks which. A hidden column, or one of estimates, is
// chosen where there is no other: the gate asks about it.
func (r *reader) chooseValue(g *grid, t *table, of match) (chosen head, why *diag.Problem) {
	if t.headless > 0 {
		return t.head(head{col: t.headless}), nil
	}
	w := r.wanted(of)
	c, ok := t.chosen[w]
	if !ok {
		c.head, c.why = r.chooseColumn(g, t, w)
		if t.chosen == nil {
			t.chosen = map[wanted]choice{}
		}
		t.chosen[w] = c
	}
	if c.why != nil && of.sure() {
		if h := g.headedByUnit(t, of.ask.Unit); h.col > 0 {
			return h, nil
		}
	}
	return c.head, c.why
}

// choice is the column of a table for the results wanted.
type choice struct {
	head head
	why  *diag.Problem
}

// wanted is what a row's figure has to be, as far as headings tell.
func (r *reader) wanted(of match) wanted {
	w := wanted{year: r.plan.Resolution.Year, district: !r.isOneOfMany()}
	if of.sure() {
		w.money = quantity.IsMoney(of.ask.Unit)
		w.growth = of.ask.Role == resolution.RoleCurrent || of.ask.Role == resolution.RolePrevious
		w.comparable = w.growth && viet.HasPhrase(viet.Fold(of.ask.Measure.Basis), "gia so sanh")
	}
	return w
}

// isOneOfMany: the sender answers for itself beside others of its group, as
// wards do; the whole district's figures are not its own.
func (r *reader) isOneOfMany() bool {
	u := r.plan.Unit(r.unit)
	return u != nil && u.Group != ""
}

func (r *reader) chooseColumn(g *grid, t *table, w wanted) (chosen head, why *diag.Problem) {
	if own := r.ownColumn(t, w); own.col > 0 {
		return own, nil
	}
	var results, seconds, doubts, estimates, unseen []head
	var all []string
	parts := true // every column of figures is known
	for _, h := range t.heads {
		grade := h.grade(w)
		hiddenCol := hidden(t.sheet.HiddenCols, h.col)
		switch {
		case hiddenCol && grade == sure:
			unseen = append(unseen, h)
		case hiddenCol: // who sent the table does not see it
		case grade == sure && h.isEstimate():
			estimates = append(estimates, h)
		case grade == sure:
			results = append(results, h)
		case grade == secondBest && !h.isEstimate():
			seconds = append(seconds, h)
		case grade == doubtful && g.hasNumbers(t, h.col):
			doubts = append(doubts, h)
		case h.reading().strange && h.col != t.columns.measure && h.col != t.columns.label && g.hasNumbers(t, h.col):
			parts = false
		}
		all = append(all, "«"+h.shown+"»")
	}
	if r.plan.Report.Estimate && len(estimates) > 0 {
		results = estimates
	} else if slices.ContainsFunc(results, func(h head) bool { return h.reading().says.any(ofNearlyAll) }) {
		results = append(results, estimates...) // which tell how far the year goes after that day
	}
	parts = parts || len(seconds) == 1 && !seconds[0].reading().says.any(ofTotal)
	if len(results) == 0 && len(doubts) == 0 && parts {
		results = seconds
	}
	if all := r.sumOfAll(g, t, seconds); len(results) == 0 && len(doubts) == 0 && all.col > 0 {
		results = []head{all}
	}
	if len(results) > 1 {
		if final := slices.DeleteFunc(slices.Clone(results), func(h head) bool {
			return !h.reading().says.any(official)
		}); len(final) == 1 {
			results = final
		}
	}
	if w.comparable && len(results) == 1 && results[0].reading().says.any(inThatPrice) && !slices.ContainsFunc(doubts,
		func(h head) bool { return !h.isOfCurrentPrices() }) {
		doubts = nil
	}
	for _, others := range [][]head{estimates, unseen} {
		if len(results) == 0 && len(doubts) == 0 {
			results = others
		}
	}
	ask := func(code string, args diag.Args) *diag.Problem {
		p := diag.New(code, r.at(t.sheet, t.top, t.heads[0].col), args).ForUnit(r.unit)
		return &p
	}
	want := r.plan.PeriodText()
	switch {
	case len(results) == 1 && len(doubts) == 0:
		return results[0], nil
	case len(results) == 0:
		return head{}, ask("B240", diag.Args{"want": want, "named": want.Vi,
			"headings": strings.Join(all, ", ")})
	}
	var names []string
	for _, h := range append(results, doubts...) {
		names = append(names, "«"+h.shown+"» ("+workbook.ColumnName(h.col)+")")
	}
	return head{}, ask("B241", diag.Args{"want": want, "columns": strings.Join(names, ", ")})
}

// headedByUnit is the one column of a table whose heading is but what is counted,
// "Hộ", "Số người", where any other column of figures counts something else.
func (g *grid) headedByUnit(t *table, unit string) head {
	if t.figures == nil {
		for _, h := range t.heads {
			if h.col != t.columns.number && h.col != t.columns.measure && h.col != t.columns.label &&
				g.hasNumbers(t, h.col) {
				t.figures = append(t.figures, h)
			}
		}
		if t.figures == nil {
			t.figures = []head{}
		}
	}
	asked := unitKey(unit)
	var found []head
	for _, h := range t.figures {
		counted := unitKey(strings.TrimPrefix(h.words, "so "))
		factor, ok := quantity.Factor(counted, asked)
		switch {
		case hidden(t.sheet.HiddenCols, h.col):
			return head{}
		case ok && factor.Equal(quantity.Int(1)) && !quantity.IsMoney(asked), counted == "the" && asked == "nguoi":
			found = append(found, h)
		case !quantity.IsUnit(counted) && counted != "khau" && counted != "%":
			return head{}
		}
	}
	if len(found) != 1 {
		return head{}
	}
	return found[0]
}

// hasNumbers: figures stand in a column of the table.
func (g *grid) hasNumbers(t *table, col int) bool {
	for _, row := range g.in(t.bottom+1, t.end) {
		if c := t.sheet.At(row.row, col); c != nil && (c.Kind == workbook.Number || c.Formula != "" ||
			c.Kind == workbook.Text && strings.ContainsAny(c.Text, "0123456789")) {
			return true
		}
	}
	return false
}

// rows calls f for each row below the headings that holds something.
func (c columns) rows(s *workbook.Sheet, f func(row int)) {
	last := c.row
	for i := range s.Cells {
		if row := s.Cells[i].Row; row > last {
			last = row
			f(row)
		}
	}
}
