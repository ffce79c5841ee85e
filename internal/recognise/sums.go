package recognise

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Figures that a table adds up: of its units in a row or a column of the total, of the
// parts of the year in a column of the whole. What they add up from stands beside them.

// part is a cell that a total adds up.
type part struct {
	row  int
	head head   // of its column
	name string // as the table calls it
	unit bool   // it is one of the units of the plan, among rows of others
	gone bool   // its row is hidden, or crossed out
	span span   // the months it is of, where the total is of the report's
}

// rowsOf are the parts of a total in the rows of a table, in the order of the sheet: those
// above it or, where it stands first, those below. some tells that they need not be all.
func (r *reader) rowsOf(g *grid, t *table, unitCol, total int) (parts []part, some bool) {
	first := true
	for _, row := range g.in(t.bottom+1, t.end) {
		text := cellText(t.sheet.At(row.row, unitCol))
		if row.row == total {
			w := wordingOf(text)
			some = some || strings.Contains(speechOf(text).text(), partNames[0]) || w.part
			if len(parts) > 0 {
				break
			}
			continue
		}
		figures := false
		for i := range row.cells {
			c := &row.cells[i]
			figures = figures || c.Col > unitCol && (c.Kind == workbook.Number || isWord(c) && g.hasNumbers(t, c.Col))
		}
		switch {
		case !figures && row.row < total, onlyCounts(t.sheet, t.columns, row.row):
			continue
		case !figures && !first: // the end of the table
			return parts, some
		case text == "" || !figures:
			continue
		}
		first = false
		s := speechOf(text)
		if s.oneOf(0, partOpens) > 0 || wordingOf(text).item {
			some = true
			continue
		}
		if s.oneOf(0, adds) > 0 { // of some rows above it
			continue
		}
		c := t.sheet.At(row.row, unitCol)
		parts = append(parts, part{row: row.row, name: text, unit: len(r.unitsIn(text)) == 1,
			gone: hidden(t.sheet.HiddenRows, row.row) || c.IsStruck()})
	}
	return parts, some
}

// isWord: words stand where others have a number: "chưa báo cáo".
func isWord(c *workbook.Cell) bool {
	text := cellText(c)
	return c.Kind == workbook.Text && text != "" && !hasDigit(text) && !isDash(text) &&
		returns.Nothing(text) == returns.Blank && !slices.Contains(none, viet.Fold(text))
}

// none are the other words for nothing.
var none = []string{"khong", "khong co", "khong co phat sinh", "chua phat sinh"}

// adds begin the label of a row that adds up others.
var adds = list("cộng, tổng, tổng cộng")

// columnsOf are the parts of a total in the columns of a table that names several units
// of the plan, or places of the sender, one in each.
func (r *reader) columnsOf(t *table, total head) []part {
	w := wanted{year: r.plan.Resolution.Year, district: true}
	named := map[string]bool{}
	var parts []part
	for _, h := range t.heads {
		if h.col == total.col {
			continue
		}
		name := ""
		var rest []string
		for _, text := range h.parts {
			if units := r.unitsIn(text); len(units) == 1 || speechOf(text).numberedPlace(0) > 0 {
				name = text
			} else {
				rest = append(rest, text)
			}
		}
		reading := readHeading(rest, h.of)
		if name == "" || reading.strange || reading.says.any(notResults|ofOtherPeriod|ofSeveralYears) ||
			!reading.isOf(w) {
			continue
		}
		if named[name] {
			return nil
		}
		named[name] = true
		parts = append(parts, part{head: h, name: h.shown})
	}
	if len(parts) < 2 || slices.ContainsFunc(total.parts, func(text string) bool { return r.unitsIn(text) != nil }) {
		return nil
	}
	return parts
}

// timesOf are the columns of a table that are of the parts of the months that one of its
// columns is of, none of them of those of another: "Quý I | Quý II | Quý III | Quý IV | Cả năm".
func (r *reader) timesOf(t *table, whole head) []part {
	w := wanted{year: r.plan.Resolution.Year, district: true}
	from, to := r.plan.Report.Period.Months()
	var all []part
	for _, h := range t.heads {
		l := newName(h.shown, h.of)
		reading := h.reading()
		if h.col == whole.col || len(l.spans) != 1 || reading.strange || reading.says.any(notResults) ||
			!reading.isOf(w) ||
			hidden(t.sheet.HiddenCols, h.col) {
			continue
		}
		if s := l.spans[0]; s.first >= from && s.last <= to && s != (span{from, to}) {
			all = append(all, part{head: h, name: h.shown, span: s})
		}
	}
	if disjoint(all) {
		return all
	}
	var most []part
	for _, length := range []int{3, 1, 6} { // "Quý I | Quý II | 6 tháng | Quý III | ..."
		some := slices.DeleteFunc(slices.Clone(all), func(p part) bool { return p.span.last-p.span.first+1 != length })
		if disjoint(some) && monthsIn(some) > monthsIn(most) {
			most = some
		}
	}
	return most
}

// sumOfAll is the one column of a total that in every row is the sum of all others of the
// table: "Thường trú | Tạm trú | Tổng số", whatever they are called; none where a heading
// among them says that they are of parts of the year, of units, or no amounts.
func (r *reader) sumOfAll(g *grid, t *table, seconds []head) head {
	totals := slices.DeleteFunc(slices.Clone(seconds), func(h head) bool { return !h.reading().says.any(ofTotal) })
	if len(totals) != 1 || len(seconds) != 1 {
		return head{}
	}
	total := totals[0]
	var others []head
	for _, h := range t.heads {
		if h.col == total.col || h.col == t.columns.number || h.col == t.columns.unit || h.col == t.columns.measure ||
			h.col == t.columns.label || h.col == t.columns.note || !g.hasNumbers(t, h.col) {
			continue
		}
		reading := h.reading()
		if !reading.isOf(wanted{year: r.plan.Resolution.Year}) || len(reading.years) > 0 || r.isOfOffice(h) ||
			reading.says.any((notResults&^ofShare)|ofOtherPeriod|ofPeriod|ofSeveralYears|ofEstimates|
				ofDistrict|ofTotal) ||
			hidden(t.sheet.HiddenCols, h.col) {
			return head{}
		}
		others = append(others, h)
	}
	rows := 0
	for _, row := range g.in(t.bottom+1, t.end) {
		n, ok := amount(t.sheet, row.row, total, false)
		if !ok {
			continue
		}
		var sum quantity.Number
		filled := 0
		for _, h := range others {
			if m, ok := amount(t.sheet, row.row, h, false); ok {
				sum, filled = sum.Add(m), filled+1
			} else if text := cellText(merged(t.sheet, row.row, h.col)); text != "" && !isDash(text) {
				return head{}
			}
		}
		if filled < 2 || !sum.Equal(n) {
			return head{}
		}
		rows++
	}
	if len(others) < 2 || rows == 0 {
		return head{}
	}
	return total
}

// isOfOffice: a column is headed by the name of an office, or a piece of the sender's own:
// "Thuế | Kho bạc | Tổng".
func (r *reader) isOfOffice(h head) bool {
	u := r.plan.Unit(r.unit)
	return r.unitsIn(h.shown) != nil || u != nil && viet.HasPhrase(viet.Fold(u.Name), h.last)
}

// disjoint: two or more parts of the year, each of months of its own.
func disjoint(parts []part) bool {
	of := map[int]bool{}
	for _, p := range parts {
		for m := p.span.first; m <= p.span.last; m++ {
			if of[m] {
				return false
			}
			of[m] = true
		}
	}
	return len(parts) > 1
}

// monthsIn is how many months the parts are of.
func monthsIn(parts []part) int {
	n := 0
	for _, p := range parts {
		n += p.span.last - p.span.first + 1
	}
	return n
}

// sum is what the parts of a total come to, in the unit that they are written in.
type sum struct {
	total    quantity.Number
	values   []quantity.Number // of each part
	filled   []bool
	words    []bool // it is told in words, which are no number
	decimals int    // of the most exact of them
}

// addUp reads the parts of the figure; ok is false where one of them is no plain number.
func (t *taking) addUp(parts []part) (s sum, ok bool) {
	for _, p := range parts {
		row, h := p.row, p.head
		if row == 0 {
			row = t.row
		} else {
			h = head{col: t.col}
		}
		c := merged(t.sheet, row, h.col)
		text := cellText(c)
		word := c != nil && isWord(c)
		s.words = append(s.words, word)
		if c == nil || text == "" || word || isDash(text) || returns.Nothing(text) != returns.Blank {
			if c != nil && c.HasFormula {
				return s, false
			}
			s.values, s.filled = append(s.values, quantity.Number{}), append(s.filled, isDash(text))
			continue
		}
		n, plain := amount(t.sheet, row, h, false)
		if !plain {
			return s, false
		}
		s.total = s.total.Add(n)
		s.values, s.filled = append(s.values, n), append(s.filled, true)
		s.decimals = max(s.decimals, shownDecimals(c, n))
	}
	return s, true
}

func isDash(text string) bool { return text != "" && strings.Trim(text, "-–— ") == "" }

// shownDecimals is how many decimals a number is written with: those that it shows, or has.
func shownDecimals(c *workbook.Cell, n quantity.Number) int {
	if c.IsGeneral() {
		return n.Decimals(maxDecimals)
	}
	if shown, ok := workbook.Show(c); ok {
		return min(shown.Round.Decimals(maxDecimals), n.Decimals(maxDecimals))
	}
	return n.Decimals(maxDecimals)
}

const maxDecimals = 9

// is reports whether a figure is what the parts come to, but for what each of them may
// have been rounded by; what is counted one by one is not rounded.
func (s sum) is(n, of quantity.Number, whole bool) bool {
	gap := n.Sub(of).Abs()
	if whole && s.decimals == 0 {
		return gap.Sign() == 0
	}
	step := one
	for range s.decimals {
		step = step.Mul(quantity.MustParse("0.1"))
	}
	return gap.Cmp(step.Mul(quantity.Int(int64(len(s.values)+1))).Mul(quantity.MustParse("0.5"))) <= 0
}

// checkSums asks about a total that is not what its parts come to.
func (t *taking) checkSums() {
	if t.o.Answer != returns.Given || t.ask.Kind != resolution.AskNumber || t.ask.IsPercent() ||
		strings.Contains(t.ask.Unit, "/") {
		return
	}
	own, ok := amount(t.sheet, t.row, head{col: t.col}, false)
	if !ok {
		return
	}
	t.checkPlaces(own)
	if t.o.Answer == returns.Given {
		t.checkTimes(own)
	}
}

// checkPlaces asks about the total of units.
func (t *taking) checkPlaces(own quantity.Number) {
	if len(t.parts) < 2 {
		return
	}
	s, ok := t.addUp(t.parts)
	if !ok || count(s.filled) < 2 {
		return
	}
	if s.is(own, s.total, t.ask.Whole) {
		if blank := t.blankAmong(s); blank != "" && own.Sign() != 0 {
			t.fault("B269", t.o.At, diag.Args{"label": t.ask.Label, "value": t.o.Value.Exact(), "unit": t.ask.Unit,
				"missing": blank})
			return
		}
		t.checkGone(own, s)
		return
	}
	if slices.Contains(s.words, true) {
		return
	}
	var units quantity.Number // of the plan alone, whose rows stand under titles with their own sums
	for i, p := range t.parts {
		if p.unit {
			units = units.Add(s.values[i])
		}
	}
	if s.is(own, units, t.ask.Whole) || s.is(own.Add(own), s.total, t.ask.Whole) ||
		t.someParts && own.Cmp(s.total) > 0 {
		return
	}
	kind := diag.Text{Vi: "cột", En: "columns"}
	if t.parts[0].row > 0 {
		kind = diag.Text{Vi: "dòng", En: "rows"}
	}
	t.notTheSum(own, s.total, len(t.parts), kind)
}

// checkGone asks about a total of rows some of which are hidden or crossed out.
func (t *taking) checkGone(own quantity.Number, s sum) {
	var names []string
	left, gone := s.total, 0
	for i, p := range t.parts {
		c := merged(t.sheet, p.row, t.col)
		if p.row == 0 || !p.gone && !c.IsStruck() {
			continue
		}
		if gone++; s.values[i].Sign() != 0 {
			left = left.Sub(s.values[i])
			names = append(names, "«"+p.name+"»")
		}
	}
	if len(names) == 0 || gone == len(t.parts) { // a list that is folded away whole
		return
	}
	t.fault("B992", t.o.At, diag.Args{"label": t.ask.Label, "value": t.o.Value.Exact(), "unit": t.ask.Unit,
		"rows": strings.Join(names, ", "), "left": t.converted(own, left).Exact()})
}

// blankAmong names the parts of a total that are blank, where other parts of it have a
// figure and those rows have others.
func (t *taking) blankAmong(s sum) string {
	var names []string
	words := slices.Contains(s.words, true)
	for i, p := range t.parts {
		row, col := p.row, t.col
		if row == 0 {
			row, col = t.row, p.head.col
		}
		if s.words[i] {
			names = append(names, "«"+p.name+"»")
		} else if c := merged(t.sheet, row, col); !s.filled[i] && cellText(c) == "" && (c == nil || !c.HasFormula) {
			names = append(names, "«"+p.name+"»")
		}
	}
	if !words && len(names)*2 > count(s.filled) { // in such a column a blank is none
		return ""
	}
	return strings.Join(names, ", ")
}

// notTheSum asks which of two counts: the total as it stands, or what its parts come to.
func (t *taking) notTheSum(own, sum quantity.Number, n int, kind diag.Text) {
	t.fault("B290", t.o.At, diag.Args{"label": t.ask.Label, "value": t.o.Value.Exact(),
		"sum": t.converted(own, sum).Exact(), "count": n, "kind": kind, "unit": t.ask.Unit})
}

// converted is a number of the table in the unit asked for, as its own figure was.
func (t *taking) converted(own, n quantity.Number) quantity.Number {
	if factor, ok := t.o.Value.Quo(own); ok {
		return n.Mul(factor)
	}
	return n
}

// checkTimes asks about a figure of the whole year that leaves out a part of it. What is
// counted at the end of each part (households) is no sum of them: such a figure lies
// among theirs.
func (t *taking) checkTimes(own quantity.Number) {
	if len(t.times) < 2 || t.ask.Role == resolution.RolePlan { // they are of results
		return
	}
	s, ok := t.addUp(t.times)
	if !ok || count(s.filled) < 2 || own.Sign() == 0 {
		return
	}
	from, to := t.plan.Report.Period.Months()
	label, value, unit := t.ask.Label, t.o.Value.Exact(), t.ask.Unit
	if s.is(own, s.total, t.ask.Whole) {
		most := slices.MaxFunc(s.values, quantity.Number.Cmp)
		switch {
		case own.Cmp(most) > 0 && (isStock(t.ask) || t.standsStill(own, s)):
			t.fault("B286", t.o.At, diag.Args{"label": label, "value": value, "unit": unit, "columns": namesOf(t.times),
				"last": t.converted(own, s.values[len(s.values)-1]).Exact()})
		case monthsIn(t.times) < to-from+1 || t.lacks(s) || t.leavesBlank(s):
			told := slices.Clone(t.times)
			if !s.filled[len(told)-1] {
				told = told[:len(told)-1]
			}
			t.fault("B284", t.o.At, diag.Args{"label": label, "value": value, "unit": unit, "columns": namesOf(told)})
		}
		return
	}
	least, most := slices.MinFunc(s.values, quantity.Number.Cmp), slices.MaxFunc(s.values, quantity.Number.Cmp)
	for i, n := range slices.Backward(s.values) {
		if n.Sign() != 0 && s.total.Sub(n).Equal(own) && count(s.filled) > 2 { // of two the last may be that of the end
			t.fault("B291", t.o.At, diag.Args{"label": label, "value": value, "unit": unit, "column": t.times[i].name,
				"left": t.converted(own, n).Exact(), "sum": t.converted(own, s.total).Exact()})
			return
		}
	}
	if monthsIn(t.times) < to-from+1 && own.Cmp(s.total) > 0 { // the last two months, and the year
		return
	}
	if count(s.filled) == len(t.times) && (own.Cmp(most) > 0 || own.Cmp(least) < 0) {
		t.notTheSum(own, s.total, len(t.times), diag.Text{Vi: "cột", En: "columns"})
	}
}

// still are the bounds within which a number stands still from one part of the year to
// the next; what is counted over them wavers more.
var still = between("0.9", "1.11")

// standsStill: the sum of the parts of the year is of what is there at the end of each. It
// hardly changes from one to the next, and plan and last year have as many as the last
// part, not as all of them; of a share, whose two counts nothing is known of, this is enough
// where neither has as many as all of them.
func (t *taking) standsStill(own quantity.Number, s sum) bool {
	var last quantity.Number
	for i, n := range s.values {
		if !s.filled[i] || i > 0 && !still.hold(n, last) {
			return false
		}
		last = n
	}
	isShare := t.ask.Whole && (t.ask.Role == resolution.RoleNumerator || t.ask.Role == resolution.RoleDenominator)
	for _, ref := range t.neighbours() {
		if ref.What != "size.beside" && fit.hold(own, ref.Value) {
			return false
		}
		isShare = isShare || ref.What != "size.beside" && fit.hold(last, ref.Value)
	}
	return isShare
}

// lacks: nothing at all stands in the column, or the row, of a part of the year.
func (t *taking) lacks(s sum) bool {
	for i, p := range t.times {
		if !s.filled[i] && (p.row > 0 || !t.grid.hasNumbers(t.table, p.head.col)) {
			return true
		}
	}
	return false
}

// leavesBlank: nothing stands in the row for the last part of the year, which other rows
// tell.
func (t *taking) leavesBlank(s sum) bool {
	last := len(t.times) - 1
	p := t.times[last]
	return p.row == 0 && !s.filled[last] && cellText(merged(t.sheet, t.row, p.head.col)) == ""
}

func namesOf(parts []part) string {
	var all []string
	for _, p := range parts {
		all = append(all, "«"+p.name+"»")
	}
	return strings.Join(all, ", ")
}

func count(filled []bool) int {
	n := 0
	for _, f := range filled {
		if f {
			n++
		}
	}
	return n
}

// mostMissing is of how many places of a group a list may lack one that is asked about: one
// that has fewer lists some of them.
const mostMissing = 4

// missingFrom are the units of a group that a list of it leaves out, where it lists nearly
// all; the total of the list may lack theirs.
func (r *reader) missingFrom(parts []part) []string {
	if r.isOneOfMany() {
		return nil
	}
	listed := map[string]bool{}
	group := ""
	for _, p := range parts {
		if units := r.unitsIn(p.name); len(units) == 1 {
			u := r.plan.Unit(units[0])
			if u == nil || u.Group == "" || group != "" && u.Group != group {
				continue
			}
			group, listed[u.ID] = u.Group, true
		}
	}
	var missing []string
	members := 0
	for _, u := range r.plan.Units {
		if u.Group == group {
			if members++; !listed[u.ID] {
				missing = append(missing, u.Name)
			}
		}
	}
	if group == "" || len(missing) == 0 || len(missing)*mostMissing > members || len(listed) < 3 {
		return nil
	}
	return missing
}

// checkMissing asks about totals of a list that leaves out a unit.
func (r *reader) checkMissing(parts []part, some bool, cells []diag.Position) {
	missing := r.missingFrom(parts)
	if some || missing == nil {
		return
	}
	var asStanding []diag.Cell
	for _, a := range r.asks.list {
		if o, ok := r.answers[a.Key()]; ok && o.Answer == returns.Given && slices.Contains(cells, o.At) {
			asStanding = append(asStanding, diag.Cell{At: o.At, Label: a.Label, Heading: o.Column, Input: o.Key,
				Value: o.Value.Plain()})
		}
	}
	if asStanding == nil {
		return
	}
	first := r.answers[asStanding[0].Input]
	a, _ := r.ask(asStanding[0].Input)
	p := diag.New("B269", first.At, diag.Args{"label": a.Label, "value": first.Value.Exact(), "unit": a.Unit,
		"missing": strings.Join(missing, ", ")}).ForUnit(r.unit).ForMeasure(first.Measure)
	r.problems = append(r.problems, p.Ask(asToldOr(asStanding, nil)))
	r.withhold(asStanding)
}
