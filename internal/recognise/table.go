package recognise

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

func itoa(n int) string { return strconv.Itoa(n) }

// readTables reads the units' own tables. It reports whether one of them
// answers anything.
func (r *reader) readTables() bool {
	found := false
	for _, s := range r.book.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		g := r.gridOf(s)
		here := false
		all := g.tables()
		for i := range all {
			if r.stop() {
				return found
			}
			t := &all[i]
			r.under(t, r.titlesOver(g, t))
			here = r.readTable(g, t) || here
		}
		here = r.readUnitGrid(g) || here
		if !here {
			here = r.readBare(g, len(all) == 0) || r.readGroups(g)
		}
		if !here && len(all) == 0 {
			here = r.readHeadless(g) || r.readPairs(g)
		}
		found = found || here
	}
	return found
}

// under sets the titles over a table, by which its headings are read too.
func (r *reader) under(t *table, over titles) {
	t.titles = over
	for i := range t.heads {
		h := &t.heads[i]
		*h = h.within(over.told)
		r.dated = r.dated || newName(h.shown, h.of).namesPeriod()
	}
}

// answered is one row of a table and what it answers.
type answered struct {
	row    int
	label  string
	match  match
	titles []caption // of the blocks the row stands in, the outer ones first
	below  []aRemark // the remarks between it and the next row
}

func (r *reader) readTable(g *grid, t *table) bool {
	if r.listsUnits(t) {
		t.columns.unit = 0
	}
	rows, own := r.answeredRows(g, t)
	if len(rows) == 0 {
		return false
	}
	t.answered, t.answeredIn = make([]resolution.Ask, 0, len(rows)), make([]int, 0, len(rows))
	t.pointed, t.numbered = nil, nil
	for _, a := range rows {
		if a.match.sure() {
			t.answered, t.answeredIn = append(t.answered, a.match.ask), append(t.answeredIn, a.row)
		}
	}
	remarks := r.ofRows(r.remarksUnder(g, t, rows), rows)
	sentences := r.sentencesNear(g, t, rows)
	all := rows
	rows, taken := r.takeMeant(g, t, rows, remarks)
	if len(rows) == 0 {
		return true
	}
	var columns []place                       // that were read, each once
	which := map[*diag.Problem]diag.Problem{} // the questions of columns, with their candidates
	asked := taken.col > 0
	for _, a := range rows {
		if r.stop() {
			return own
		}
		h, why := r.chooseValue(g, t, a.match)
		switch {
		case r.isDescribed(a.match):
		case why == nil:
			i := slices.IndexFunc(columns, func(p place) bool { return p.col == h.col })
			if i < 0 {
				columns, i = append(columns, r.amid(t, t.column(g, h))), len(columns)
			}
			column := columns[i]
			column.remarks, column.under = remarks.ofRow(a), a.ownRemarks()
			column.sentences = sentences
			r.readTableRow(g, t, column, a)
		case !a.match.sure() && taken.col > 0:
			r.readTableRow(g, t, t.column(g, taken), a)
		case !own: // a table about other units' work, in a shape of its own
		case a.match.sure():
			if _, ok := which[why]; !ok {
				which[why] = why.Ask(r.whichColumn(g, t, rows, why))
			}
			r.aside = append(r.aside, aside{why: which[why], period: t.otherPeriod(),
				revised: r.revision(t, a.row, a.match), cell: diag.Cell{Input: a.match.ask.Key()},
				o: r.answerAt(a.match.ask, r.at(t.sheet, a.row, t.heads[0].col), a.match.how, returns.Faulty)})
		}
		asked = asked || why == nil || a.match.sure()
	}
	r.leaveLines(g, t, all[len(all)-1].row)
	for _, column := range columns {
		if r.stop() {
			return own
		}
		r.checkShift(t, column, all)
		r.checkLabels(g, t, column, all)
		r.checkRelations(t, column, all)
		r.checkCopied(column, all)
		for _, a := range all {
			r.seeWhole(t, column, a)
		}
	}
	if _, why := r.chooseValue(g, t, rows[0].match); own && !asked {
		r.problems = append(r.problems, *why)
	}
	return own
}

// otherPeriod is a heading of results of other months than the report's, where the
// table has none of its own; "" for none.
func (t *table) otherPeriod() string {
	found := ""
	for _, h := range t.heads {
		switch r := h.reading(); {
		case r.strange, r.says.any(notResults):
		case r.says.any(ofOtherPeriod): // "lũy kế 6 tháng" too
			found = h.shown
			if part := t.titles.part; part != nil && len(newName(h.shown, h.of).spans) == 0 {
				found = part.found // of which it says "lũy kế"
			}
		case r.says.any(ofPeriod):
			return ""
		}
	}
	return found
}

// isDescribed: a layout already told where the row's answer stands.
func (r *reader) isDescribed(m match) bool {
	if !m.sure() {
		return false
	}
	_, done := r.described[m.ask.Key()]
	return done
}

// isDescribedAt: a layout took the figure from this very cell.
func (r *reader) isDescribedAt(at diag.Position) bool {
	for _, described := range r.described { // any of them
		if described == at {
			return true
		}
	}
	return false
}

// answeredRows are the rows of a table that answer something, or may; own says
// that some of it is asked of the sender.
func (r *reader) answeredRows(g *grid, t *table) (rows []answered, own bool) {
	some := false
	above := standing{}
	var under []match
	all := t.rows(g)
	rows = make([]answered, 0, len(all))
	for _, l := range all {
		if r.stop() {
			return nil, false
		}
		number := measureNumber(cellText(merged(t.sheet, l.row, t.columns.number)))
		label := l.label
		if first, rest, ok := strings.Cut(label, "\n"); ok && r.isNote(first, rest) {
			label = first
		}
		label = viet.Tidy(label)
		under = r.below(above, l, under[:0])
		if l.unit != "" { // "Kết nạp | đảng viên"
			under = append(under, match{label: l.unit, wording: r.wordingOf(l.unit)})
		}
		m := r.matchTableRow(number, withoutUnit(label), l.unit, under...)
		m.isRow = l.filled
		above = above.after(l, m)
		own = own || m.sure() || len(m.candidates) > 0 || r.isMeant(label, t)
		some = some || own
		if !some {
			_, _, some = r.otherAsk(label)
		}
		if l.filled || l.unit != "" {
			rows = append(rows, answered{row: l.row, label: label, match: m, titles: above.titles})
		}
	}
	if !some {
		return nil, false
	}
	r.remarkBetween(g, rows)
	return wholes(settled(rows)), own
}

// wholes answers for sure what a row of a count may be, "Số tổ dân phố", where all that it
// lacks of the label is "tổng" and the next row is its part: "Trong đó: số tổ đạt ...".
func wholes(rows []answered) []answered {
	for i := range rows[:max(0, len(rows)-1)] {
		m, next := &rows[i].match, rows[i+1].match
		if m.sure() || m.rate || m.wording.total || m.wording.part || !next.sure() ||
			next.ask.Role != resolution.RoleNumerator || !isCount(rows[i].label) {
			continue
		}
		for _, ask := range m.candidates {
			w := wordingOf(ask.Label)
			if ask.Role == resolution.RoleDenominator && next.ask.Measure == ask.Measure && w.total &&
				slices.Equal(w.words, m.wording.words) {
				m.how, m.ask, m.candidates = returns.ByLikeness, ask, nil
				break
			}
		}
	}
	return rows
}

// listsUnits: the column headed "Đơn vị" names offices, and measures nothing.
// "Lao động" is both the short name of an office and what is counted.
func (r *reader) listsUnits(t *table) bool {
	if t.columns.unit == 0 {
		return false
	}
	cells := t.sheet.In(workbook.Span{First: t.bottom + 1, Last: t.end})
	above := ""
	for i := range cells {
		c := &cells[i]
		if c.Col != t.columns.unit || c.Text == above && c.Kind == workbook.Text && len(c.Runs) == 0 {
			continue
		}
		if above = c.Text; quantity.IsUnit(unitKey(cellText(c))) {
			continue
		}
		if r.names.in(cellText(c), false) != nil {
			return true
		}
	}
	return false
}

// isNote: the lines below the first are the note that a form gives the ask.
func (r *reader) isNote(first, rest string) bool {
	label, note := viet.Fold(first), viet.Fold(rest)
	return slices.ContainsFunc(r.asks.list, func(a *known) bool {
		return a.labels[0] == label && viet.Fold(a.Note) == note
	})
}

// settled drops the doubt about a row when other rows answer for sure everything
// that it might have answered: there is nothing left to ask.
func settled(rows []answered) []answered {
	sure := map[string]bool{}
	for _, a := range rows {
		if a.match.sure() {
			sure[a.match.ask.Key()] = true
		}
	}
	for i := range rows {
		if m := &rows[i].match; !m.sure() && !m.rate &&
			!slices.ContainsFunc(m.candidates, func(c resolution.Ask) bool { return !sure[c.Key()] }) {
			m.candidates = nil
		} else if !m.sure() && !m.rate {
			m.candidates = slices.DeleteFunc(slices.Clone(m.candidates),
				func(c resolution.Ask) bool { return sure[c.Key()] })
		}
	}
	return rows
}

// column is a column of a table as a place, with what the table says of it; the
// row is still open.
func (t *table) column(g *grid, h head) place {
	return place{sheet: t.sheet, col: h.col, heading: h, titles: t.titles, grid: g, table: t,
		unitCol: t.columns.unit, noneCol: t.columns.none, noteCol: t.columns.note}
}

func (p place) inRow(row int, how returns.Source, labels ...string) place {
	p.row, p.how, p.labels = row, how, labels
	return p
}

// amid is a place with the columns of the table that its figure is held against.
func (r *reader) amid(t *table, p place) place {
	p.beside = r.besides(t, p.heading)
	p.parts, p.times = r.columnsOf(t, p.heading), r.timesOf(t, p.heading)
	return p
}

// head is the table's own heading of a column; the given one where it has none.
func (t *table) head(of head) head {
	for _, h := range t.heads {
		if h.col == of.col {
			return h
		}
	}
	return of
}

func (r *reader) readTableRow(g *grid, t *table, column place, a answered) {
	value := t.sheet.At(a.row, column.col)
	at := r.at(t.sheet, a.row, column.col)
	column = column.inBlock(a, r.plan.Resolution.Year)
	if r.mayBeRate(t, column, a, value) {
		a.match.rate, a.match.candidates = true, r.countsOf(a.match.ask.Measure)
	}
	switch {
	case r.isDescribedAt(at): // by a layout, whatever its row is called
	case a.match.sure() && r.ofOthers(a.titles) != nil: // "A. Phường Bắc Sơn", in the file of another
		if value != nil && value.Kind == workbook.Number {
			r.report("B226", at, "", diag.Args{"block": r.ofOthers(a.titles).text, "label": a.label,
				"value": value.Number.Exact()})
		}
	case r.meant(a.label, column.heading) == resolution.NoInput:
	case a.match.rate:
		if cellText(value) != "" {
			r.askRate(a.match, a.label, value, column.heading, at)
		}
	case !a.match.sure() && len(a.match.candidates) > 0:
		if cellText(value) != "" {
			r.reportAmbiguous(a.match, a.label, value, column.heading, at)
		}
	case !a.match.sure() && r.readOther(column.inRow(a.row, returns.ByLabel, a.label)):
	case !a.match.sure():
		if value != nil && value.Kind == workbook.Number {
			number := cellText(merged(t.sheet, a.row, t.columns.number))
			r.report("B221", at, "", diag.Args{"number": number, "label": a.label, "value": value.Number.Exact()})
		}
	default:
		r.take(a.match.ask, r.orEstimate(t, column.inRow(a.row, a.match.how, a.label), a.match))
		switch before := a.match.before; {
		case before == nil:
		case r.isTitledLastYear(t) && column.heading.namesNoYear():
			r.take(*before, column.inRow(a.row, a.match.how, a.label))
		default:
			r.readBefore(g, t, *before, a)
		}
		r.readPlanned(g, t, a)
	}
}

// orEstimate is the place of a row's result or, where that is blank, of its
// estimate: "Thực hiện năm 2022" beside "Ước thực hiện năm 2022".
func (r *reader) orEstimate(t *table, p place, of match) place {
	c := merged(t.sheet, p.row, p.col)
	if !isEmpty(c) || c != nil && c.HasFormula || of.ask.Role == resolution.RolePlan ||
		p.noneCol > 0 && cellText(t.sheet.At(p.row, p.noneCol)) != "" {
		return p
	}
	w := r.wanted(of)
	var found []head
	for _, h := range t.heads {
		if h.isEstimate() && h.grade(w) == sure && !hidden(t.sheet.HiddenCols, h.col) &&
			cellText(merged(t.sheet, p.row, h.col)) != "" {
			found = append(found, h)
		}
	}
	if len(found) == 1 {
		p.col, p.heading = found[0].col, found[0]
	}
	return p
}

// ofOthers is the title of a block that names units of the sender's group, and
// not the sender; nil for none.
func (r *reader) ofOthers(titles []caption) *caption {
	sender := r.plan.Unit(r.unit)
	if sender == nil || sender.Group == "" {
		return nil
	}
	ofGroup := func(id string) bool { u := r.plan.Unit(id); return u != nil && u.Group == sender.Group }
	for i := range titles {
		named := r.unitsIn(withoutHead(titles[i].text))
		if len(named) > 0 && !slices.Contains(named, r.unit) && !slices.ContainsFunc(named, func(id string) bool {
			return !ofGroup(id)
		}) {
			return &titles[i]
		}
	}
	return nil
}

// withoutHead is a title without its number.
func withoutHead(title string) string {
	rest, _ := withoutNumber(title)
	return rest
}

// inBlock adds what the titles of a row's blocks say: of a year, or a plan.
func (p place) inBlock(a answered, ofYear int) place {
	p.blocks = a.titles
	for i := range a.titles {
		l := &a.titles[i].line
		years := year().FindAllString(l.folded, -1)
		switch {
		case slices.Contains(years, itoa(ofYear)):
			p.titles.year = nil
		case len(years) > 0:
			p.titles.year = l.finding(years[0])
		}
		if isPlanTitle(l.folded) && !isOfResults(l.folded) {
			p.titles.plan = l.finding(viet.Excerpt(l.text))
		}
	}
	return p
}

// finding is the line with what was found in it.
func (l line) finding(found string) *line {
	l.found = found
	return &l
}

// mayBeRate: "Đảng viên hoàn thành tốt nhiệm vụ trở lên: 91" is a rate as well
// as a count, where neither its label nor a unit tells.
func (r *reader) mayBeRate(t *table, p place, a answered, value *workbook.Cell) bool {
	m := a.match
	if !m.sure() || m.ask.Role != resolution.RoleNumerator || !isPercent(m.ask.Measure.Unit) || isCount(a.label) ||
		m.how != returns.ByLikeness || value == nil || value.Kind != workbook.Number {
		return false
	}
	if m.wording.unit != "" || withoutUnit(a.label) != a.label || len(p.heading.units().units) > 0 {
		return false
	}
	hasUnit := t.columns.unit > 0 && cellText(merged(t.sheet, a.row, t.columns.unit)) != ""
	return !hasUnit && value.Number.Cmp(hundred) <= 0
}

// countsOf are the counts behind a measure's rate.
func (r *reader) countsOf(m *resolution.Measure) []resolution.Ask {
	var asks []resolution.Ask
	for _, a := range r.asks.list {
		if a.Measure == m && a.Kind == resolution.AskNumber && a.Required {
			asks = append(asks, a.Ask)
		}
	}
	return asks
}

// readBefore reads last year's figure of a row from its own column, where the
// table has just one.
func (r *reader) readBefore(g *grid, t *table, ask resolution.Ask, a answered) {
	w := r.wanted(a.match)
	w.previous = true
	var cols []head
	for _, h := range t.heads {
		if reading := h.reading(); h.grade(w) == sure && !h.isEstimate() &&
			(len(reading.years) > 0 || reading.says.any(ofLastYear)) {
			cols = append(cols, h)
		}
	}
	if len(cols) != 1 {
		return // it stays owed
	}
	p := t.column(g, cols[0]).inRow(a.row, a.match.how, a.label)
	p.noneCol = 0
	r.take(ask, p)
}

// isTitledLastYear: the table is one of last year's results, as its title says.
func (r *reader) isTitledLastYear(t *table) bool {
	return t.titles.year != nil && t.titles.year.found == itoa(r.plan.Resolution.Year-1) && t.titles.planned == nil
}

// namesNoYear: the heading leaves the year to the title.
func (h head) namesNoYear() bool {
	r := h.reading()
	return len(r.years) == 0 && !r.says.any(ofThisYear|ofLastYear)
}

// readPlanned reads what was planned for a row from its own column, where it is asked for
// and one column alone says that it was given by whom the ask names: "Dự toán TP giao".
func (r *reader) readPlanned(g *grid, t *table, a answered) {
	if a.match.ask.Role != resolution.RoleActual {
		return
	}
	ask, ok := r.ask(resolution.Key(a.match.ask.Measure.ID, resolution.RolePlan))
	if !ok || r.isDescribed(match{how: returns.ByLabel, ask: ask}) ||
		slices.ContainsFunc(t.answered, func(x resolution.Ask) bool { return x.Key() == ask.Key() }) {
		return
	}
	by := speechOf(ask.Label).givers()
	var cols, open []head // open: of those that do not say by whom it was given
	for _, h := range t.heads {
		reading := h.reading()
		if !h.isPlan() || strings.Contains(h.shown, "/") || reading.says.any(ofComparison) ||
			!reading.isOf(wanted{year: r.plan.Resolution.Year}) || hidden(t.sheet.HiddenCols, h.col) {
			continue
		}
		switch given := speechOf(h.shown).givers(); {
		case slices.ContainsFunc(given, func(l level) bool { return slices.Contains(by, l) }):
			cols = append(cols, h)
		case len(given) == 0 || len(by) == 0:
			open = append(open, h)
		}
	}
	known := append(r.meaning(ask.Label), "hoach", "ke")
	slices.Sort(known)
	if len(cols) == 0 && len(open) == 1 { // column and row together say all that the ask does: "Dự toán" of "Chi ..."
		said := slices.Concat(r.meaning(open[0].shown), r.meaning(a.label))
		slices.Sort(said)
		if len(beyond(r.meaning(ask.Label), said)) == 0 {
			cols, open = open, nil
		}
	}
	if len(cols) != 1 || len(beyond(r.meaning(cols[0].shown), known)) > 0 { // "... giao bổ sung"
		r.offerPlanned(g, t, ask, a, append(cols, open...))
		return
	}
	p := r.amid(t, t.column(g, cols[0])).inRow(a.row, a.match.how, a.label)
	p.noneCol = 0
	r.take(ask, p)
}

// offerPlanned asks whether what stands in a column of plans beside a row's result was planned as the ask means it,
// unless the file answers elsewhere: a plan of the unit's own is called so too.
func (r *reader) offerPlanned(g *grid, t *table, ask resolution.Ask, a answered, cols []head) {
	var places []place
	var vi, en []string
	for _, h := range cols {
		if c := t.sheet.At(a.row, h.col); c != nil && (c.Kind == workbook.Number || startsWithDigit(cellText(c))) {
			p := r.amid(t, t.column(g, h)).inRow(a.row, a.match.how, a.label)
			p.noneCol = 0
			places = append(places, p)
			vi = append(vi, "«"+viet.Excerpt(h.shown)+"»: "+printed(c))
			en = append(en, "“"+viet.Excerpt(h.shown)+"”: "+printed(c))
		}
	}
	if len(places) == 0 {
		return
	}
	q := r.oneOf(ask, places...)
	if len(q.Candidates) == 0 {
		return
	}
	columns := diag.Text{Vi: strings.Join(vi, "; "), En: strings.Join(en, "; ")}
	at := r.at(t.sheet, a.row, places[0].col)
	why := diag.New("B298", at, diag.Args{"label": ask.Label, "row": viet.Excerpt(a.label), "columns": columns}).
		ForUnit(r.unit).ForMeasure(ask.Measure.ID).Ask(q)
	r.aside = append(r.aside, aside{why: why, offered: true, cell: diag.Cell{Input: ask.Key()},
		o: r.answerAt(ask, at, a.match.how, returns.Faulty)})
}

// merged is the cell at a place, or the one whose merge covers it.
func merged(s *workbook.Sheet, row, col int) *workbook.Cell {
	if c := s.At(row, col); c != nil && c.Kind != workbook.NoValue {
		return c
	}
	if m, ok := s.Merged(row, col); ok {
		return s.At(m.Row, m.Col)
	}
	return nil
}

// firstLine is a cell's first line: below it forms put the note of an input.
func firstLine(c *workbook.Cell) string {
	if c == nil || c.Kind != workbook.Text {
		return cellText(c)
	}
	text := c.Text
	if !c.IsStruck() && !c.IsUnseen() {
		text = c.Prose()
	}
	line, _, _ := strings.Cut(strings.TrimSpace(viet.Clean(text)), "\n")
	return viet.Tidy(line)
}
