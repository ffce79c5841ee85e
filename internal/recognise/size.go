package recognise

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// Whether a figure is of the size to be expected.

// reference is a figure near which an answer should lie, and its cell: none for
// what the plan or last year's report says.
type reference struct {
	resolution.Reference
	at diag.Position
}

// bounds are the least and the most that one figure may be of another.
type bounds struct{ low, high quantity.Number }

func between(low, high string) bounds {
	return bounds{quantity.MustParse(low), quantity.MustParse(high)}
}

// hold reports low <= n/of <= high.
func (b bounds) hold(n, of quantity.Number) bool {
	q, ok := n.Quo(of)
	return ok && q.Cmp(b.low) >= 0 && q.Cmp(b.high) <= 0
}

// near are the bounds within which a figure is near a reference.
var near = between("0.3", "3")

// references are the figures that plan and last year's report set beside an ask.
func (r *reader) references(a resolution.Ask) []quantity.Number {
	var all []quantity.Number
	for _, ref := range r.last.Expected(r.unit, a, r.plan.Report.Period) {
		if ref.Value.Sign() > 0 {
			all = append(all, ref.Value)
		}
	}
	return all
}

// isNearReference: the figure is of the size that was planned or reached last
// year, so its unit is the one asked for.
func (t *taking) isNearReference(n quantity.Number) bool {
	n = t.ask.Size(n)
	return slices.ContainsFunc(t.references(t.ask), func(ref quantity.Number) bool { return near.hold(n, ref) })
}

var (
	one     = quantity.Int(1)
	hundred = quantity.Int(100)
	twenty  = quantity.Int(20)
)

// neighbours are all figures near which the answer should lie.
func (t *taking) neighbours() []reference {
	var all []reference
	for _, ref := range t.last.Expected(t.unit, t.ask, t.plan.Report.Period) {
		all = append(all, reference{Reference: ref})
	}
	other := t.ask.Role.Other()
	if beside, ok := t.answers[resolution.Key(t.ask.Measure.ID, other)]; ok && beside.Answer == returns.Given {
		ref := referenceTo(t.ask.Size(beside.Value), "size.beside", beside.At)
		ref.NoLess = t.ask.Negative
		all = append(all, ref)
	}
	return slices.DeleteFunc(append(all, t.besides()...), func(r reference) bool { return r.Value.Sign() <= 0 })
}

func referenceTo(n quantity.Number, what string, at diag.Position) reference {
	return reference{resolution.Reference{Value: n, What: what}, at}
}

// checkSize asks about a figure that is a power of ten away from what stands
// beside it in its row, from the target or from last year, and points at one
// that is merely far. In a form a remark beside the figure settles it: the unit
// of measurement is printed there, and who writes a reason has looked.
func (t *taking) checkSize() {
	if t.o.Answer != returns.Given || t.ask.Kind != resolution.AskNumber {
		return
	}
	if t.passesTheWhole() {
		return
	}
	asked, holds := t.checkShare()
	if asked {
		return
	}
	var far *reference
	for _, ref := range t.neighbours() {
		gap, asked := t.unlikely(ref)
		switch {
		case asked && !(holds && ref.What == "size.plan" && gap.Power && !isTenfold(gap)):
			t.sizeProblem(ref, gap)
			return
		case gap.Far && far == nil && ref.What != resolution.NearLastReport &&
			ref.What != resolution.NearLastPlan: // B417 does
			far = &ref
		}
	}
	if far != nil {
		t.tellSize("B340", *far, t.ask.Size(t.o.Value).GapTo(far.Value))
	}
}

// unlikely is by how much the figure is off a reference, and whether that is a
// question. Of the whole year's figure a part of the year has its part.
func (t *taking) unlikely(ref reference) (gap quantity.Gap, asked bool) {
	if t.isPartOf(ref) {
		return quantity.Gap{}, false
	}
	return t.ask.Unlikely(t.o.Value, ref.Reference)
}

// isPartOf: the figure may be of a part of the year, and the reference of all of it.
func (t *taking) isPartOf(ref reference) bool {
	ofYear := slices.Contains([]string{resolution.NearTarget, "size.plan", "size.share", "size.beside"}, ref.What)
	n := t.ask.Size(t.o.Value)
	return ofYear && n.Cmp(ref.Value) < 0 && t.plan.Report.Period.Expects(n, ref.Value)
}

func isTenfold(g quantity.Gap) bool { return g.Times == "10" || g.Times == "1/10" }

// checkShare: units differ, so only a hundred times an equal share is asked
// about, or a thousandth. holds tells that the figure lies near it: then a plan
// beside it that does not is in another unit.
func (t *taking) checkShare() (asked, holds bool) {
	share, ok := t.plan.EqualShare(t.ask)
	if !ok {
		return false, false
	}
	ref := referenceTo(share, "size.share", diag.Position{})
	ref.NoLess = t.ask.Negative
	gap, asked := t.unlikely(ref)
	if asked && gap.Power && !isTenfold(gap) && gap.Times != "1/100" {
		t.sizeProblem(ref, gap)
		return true, false
	}
	return false, near.hold(t.o.Value, share)
}

// passesTheWhole asks about a part of what is added up, an amount of several or a
// unit's of a sum, that is many times what all parts together promised.
func (t *taking) passesTheWhole() bool {
	whole, ok := t.ask.WholePromise()
	n := t.ask.Size(t.o.Value)
	if !ok || !resolution.PassesWhole(n, whole) {
		return false
	}
	t.sizeProblem(referenceTo(whole, resolution.NearTarget, diag.Position{}), n.GapTo(whole))
	return true
}

func (t *taking) sizeProblem(ref reference, gap quantity.Gap) {
	switch {
	case t.how == returns.ByForm && returns.Explains(t.o):
		t.tellSize("B344", ref, gap)
		return
	case t.ask.IsPercent() && strings.HasSuffix(gap.Times, "100"):
		t.tellSize("B341", ref, gap)
	case t.how == returns.ByForm:
		t.tellSize("B343", ref, gap)
	default:
		t.tellSize("B318", ref, gap)
	}
	may := []diag.Candidate{t.valued(t.o.Value)}
	if n, ok := t.ask.Towards(t.o.Value, ref.Value); ok && (gap.Power || t.ask.IsPercent()) {
		may = t.addValue(may, n)
	}
	last := &t.problems[len(t.problems)-1]
	*last = last.Ask(t.question(may...))
	t.o.Answer, t.o.Value = returns.Faulty, quantity.Number{}
}

func (t *taking) tellSize(code string, ref reference, gap quantity.Gap) {
	what := diag.Say(ref.What, diag.Args{"value": ref.Value.Exact(), "cell": ref.at.Cell})
	p := diag.New(code, t.o.At, diag.Args{"found": t.o.Value.Exact(), "unit": t.ask.Unit, "label": t.ask.Label,
		"factor": gap.Times, "reference": what, "note": t.o.Note}).ForUnit(t.unit).ForMeasure(t.ask.Measure.ID)
	if ref.at.Cell != "" {
		p = p.See(ref.at)
	}
	t.problems = append(t.problems, p)
}

// beside is a column that a table sets beside its results, of the same amounts:
// what was planned, or last year's.
type beside struct {
	head
	what string
}

// noAmount are the words of columns that hold something else than the amount of
// their row: comparisons, money for it, other spans of time, other units' plans.
var noAmount = phrases{"so voi", "so sanh", "so kh", "so ke hoach", "so cung ky", "so nam truoc", "so th", "ty le",
	"tang", "giam", "chenh lech", "muc do", "hoan thanh", "dat", "th kh", "kinh phi", "so tien", "diem", "don vi",
	"ghi chu", "nguyen nhan", "giai doan", "nhiem ky", "toan quan", "ca quan", "cua quan", "toan huyen", "ca huyen",
	"toan thanh pho", "toan tinh", "van ban", "dang ky"}

var lastYears = phrases{"nam truoc", "cung ky", "nam ngoai"}

// besides finds the columns beside the results. In a table with a column for
// each unit they are of all units together.
func (r *reader) besides(t *table, chosen head) []beside {
	if len(r.names.in(chosen.shown, false)) > 0 {
		return nil
	}
	this, last := r.plan.Resolution.Year, r.plan.Resolution.Year-1
	var all []beside
	for _, h := range t.heads {
		if h.col == chosen.col || noAmount.in(h.words) || isPartOfYear(h.words, h.of) ||
			strings.Contains(h.shown, "/") ||
			h.col == t.columns.unit || h.col == t.columns.label || h.col == t.columns.measure {
			continue
		}
		reading := h.reading()
		years := reading.years
		only := func(y int) bool {
			return !slices.ContainsFunc(years, func(x int) bool { return x != y })
		}
		switch {
		case h.isPlan() && only(this):
			all = append(all, beside{h, "size.plan"})
		case !h.isPlan() && !reading.isBare(h.of) && (len(years) > 0 && only(last) || lastYears.in(h.words)):
			all = append(all, beside{h, "size.last"})
		}
	}
	return all
}

// besides are the figures of the row's other columns, in the unit asked for.
func (t *taking) besides() []reference {
	switch t.ask.Role {
	case resolution.RolePlan, resolution.RolePrevious, resolution.RoleLast:
		return nil // they stand in those columns themselves
	}
	var all []reference
	for _, b := range t.beside {
		percent := t.ask.IsPercent()
		n, ok := amount(t.sheet, t.row, b.head, percent)
		if !ok || b.col == t.col || !percent && strings.Contains(b.shown, "%") {
			continue // nothing there, or a rate beside an amount
		}
		factor := t.factorOf(b.head)
		if unit := formatUnit(t.sheet.At(t.row, b.col)); unit != "" {
			if own, ok := t.factor(unit); ok {
				factor = own
			}
		}
		ref := referenceTo(t.ask.Size(n.Mul(factor)), b.what, t.at(t.sheet, t.row, b.col))
		ref.NoLess = t.ask.Measure.IsToFall() || t.ask.Negative
		all = append(all, ref)
	}
	return all
}

// amount is the number in a row under a heading, as far as it is a plain one.
func amount(s *workbook.Sheet, row int, h head, percent bool) (n quantity.Number, ok bool) {
	c := s.At(row, h.col)
	switch {
	case c == nil:
		return n, false
	case c.Kind == workbook.Text:
		w := quantity.ReadWritten(cellText(c), !percent)
		return w.Value, w.Writing == quantity.Plain && w.Unit == ""
	case c.Kind != workbook.Number, c.Style != nil && (c.Style.IsDate || c.Style.IsPercent && !percent):
		return n, false
	case c.Style != nil && c.Style.IsPercent:
		return c.Number.Mul(hundred), true
	}
	return workbook.Scaled(c), true
}

// factorOf brings what stands under another heading of the row to the unit asked
// for.
func (t *taking) factorOf(h head) quantity.Number {
	for s := range t.statedOf(h, h.col) {
		if factor, ok := t.factor(s.unit); ok {
			return factor
		}
	}
	return one
}

// leastShifted is how many rows in sequence have to fit the row beside them; fewer
// do where none of them can be its own row's.
const leastShifted = 3

// fit are the bounds of a figure that fits a plan.
var fit = between("0.75", "1.34")

// gauge is what the rows of a table are measured by: a column beside their figures, or
// last year's report.
type gauge struct {
	name string
	of   func(i int) (quantity.Number, bool)
	at   func(i int) diag.Position // nil for none
}

func (r *reader) gauges(t *table, column place, rows []answered) []gauge {
	var all []gauge
	for _, b := range column.beside {
		all = append(all, gauge{b.shown,
			func(i int) (quantity.Number, bool) { return amount(column.sheet, rows[i].row, b.head, false) },
			func(i int) diag.Position { return r.at(t.sheet, rows[i].row, b.col) }})
	}
	return append(all, gauge{itoa(r.plan.Resolution.Year - 1), func(i int) (quantity.Number, bool) {
		if !rows[i].match.sure() {
			return quantity.Number{}, false
		}
		return r.last.Near(r.unit, rows[i].match.ask)
	}, nil})
}

// checkShift asks about a table whose figures have slipped by a row: each fits
// what stands beside the next row, or what the next row was last year, better than
// its own.
func (r *reader) checkShift(t *table, column place, rows []answered) {
	all := r.gauges(t, column, rows)
	for _, b := range all {
		for _, by := range []int{1, -1} {
			first, n := shifted(column, b.of, rows, by)
			if n == 0 {
				continue
			}
			at := r.at(t.sheet, rows[first].row, column.col)
			asStanding, moved := r.shiftedCells(t, column, rows, by)
			p := diag.New("B342", at, diag.Args{"column": column.heading.shown, "beside": b.name, "count": n,
				"label": rows[first].label, "other": rows[first-by].label}).ForUnit(r.unit)
			if b.at != nil {
				p = p.See(b.at(first - by))
			}
			r.putOff(p, asStanding, moved)
			return
		}
	}
	for _, b := range all {
		if r.checkSwap(t, column, rows, b) {
			return
		}
	}
}

// mostSwapped is how many rows are looked at for two whose figures changed places.
const mostSwapped = 60

// checkSwap asks about two figures that changed places: each fits what the other's row
// is measured by, and neither its own.
func (r *reader) checkSwap(t *table, column place, rows []answered, by gauge) bool {
	type measured struct{ n, of quantity.Number }
	known := map[int]measured{}
	var order []int
	for i := range rows[:min(len(rows), mostSwapped)] {
		n, ok := amount(column.sheet, rows[i].row, column.heading, false)
		of, okOf := by.of(i)
		if ok && okOf && !near.hold(n, of) && !n.Equal(of) {
			known[i], order = measured{n, of}, append(order, i)
		}
	}
	for k, i := range order {
		for _, j := range order[k+1:] {
			a, b := known[i], known[j]
			if !fits(a.n, b.of) || !fits(b.n, a.of) || a.n.Cmp(twenty) < 0 && b.n.Cmp(twenty) < 0 ||
				!rows[i].match.sure() && !rows[j].match.sure() {
				continue
			}
			asStanding, moved := r.movedCells(t, column, rows, func(row int) int {
				switch row {
				case i:
					return j
				case j:
					return i
				}
				return stays
			})
			if len(asStanding) == 0 {
				continue
			}
			p := diag.New("B292", r.at(t.sheet, rows[i].row, column.col), diag.Args{"label": rows[i].label,
				"value": a.n.Exact(), "other": rows[j].label, "instead": b.n.Exact(),
				"beside": by.name}).ForUnit(r.unit)
			r.putOff(p.See(r.at(t.sheet, rows[j].row, column.col)), asStanding, moved)
			return true
		}
	}
	return false
}

// checkLabels asks about a table in which a row has a figure and no label: the labels,
// or the figures, may have slipped by a row.
func (r *reader) checkLabels(g *grid, t *table, column place, rows []answered) {
	first, last := t.labelColumns()
	for _, row := range g.in(t.bottom+1, rows[len(rows)-1].row+1) {
		labelled := false
		for col := first; col <= last; col++ {
			labelled = labelled || !isEmpty(merged(t.sheet, row.row, col))
		}
		c := t.sheet.At(row.row, column.col)
		if labelled || c == nil || c.Kind != workbook.Number ||
			onlyCounts(t.sheet, t.columns, row.row) && c.Number.Cmp(twenty) < 0 {
			continue
		}
		number := itoa(row.row)
		if t.columns.number > 0 && t.columns.number < first && isOrdinal(cellText(t.sheet.At(row.row,
			t.columns.number))) {
			number = cellText(t.sheet.At(row.row, t.columns.number))
		} else if !r.hasSlipped(t, column, rows, row.row) {
			continue
		}
		asStanding, _ := r.shiftedCells(t, column, rows, 1)
		if len(asStanding) > 0 {
			r.putOff(diag.New("B289", r.at(t.sheet, row.row, column.col), diag.Args{"value": printed(c),
				"number": number}).ForUnit(r.unit), asStanding, nil)
		}
		return
	}
}

// hasSlipped: the figure without a label under the rows, or over them, is what the rows
// between it and an empty one lack; it is not their sum.
func (r *reader) hasSlipped(t *table, column place, rows []answered, bare int) bool {
	figure := func(row int) (quantity.Number, bool) { return amount(column.sheet, row, column.heading, false) }
	sum := quantity.Number{}
	for row := t.bottom + 1; row <= t.end; row++ {
		if n, ok := figure(row); ok && row != bare {
			sum = sum.Add(n)
		}
	}
	own, _ := figure(bare)
	for _, end := range []struct{ next, last int }{{-1, rows[0].row}, {1, rows[len(rows)-1].row}} {
		row := bare + end.next
		for ; row*end.next <= end.last*end.next; row += end.next {
			if c := merged(column.sheet, row, column.col); c == nil || cellText(c) == "" && !c.HasFormula {
				break
			}
		}
		first, _ := t.labelColumns()
		label := cellText(merged(column.sheet, row, first))
		if (row-bare)*end.next > 1 && !own.Equal(sum) && r.matchRow("", withoutUnit(label)).sure() {
			return true
		}
	}
	return false
}

// isOrdinal: the number of a row.
func isOrdinal(text string) bool {
	text = strings.Trim(text, "(). ")
	return text != "" && len(text) <= 4 && strings.Trim(text, "0123456789.") == ""
}

// putOff asks in which rows figures stand, and takes none of them.
func (r *reader) putOff(p diag.Problem, asStanding, moved []diag.Cell) {
	r.problems = append(r.problems, p.Ask(whichRows(asStanding, moved)))
	r.withhold(asStanding)
}

// withhold keeps the answers of some cells from counting.
func (r *reader) withhold(cells []diag.Cell) {
	for _, c := range cells {
		o := r.answers[c.Input]
		o.Answer, o.Value, o.Text = returns.Faulty, quantity.Number{}, ""
		r.put(o)
	}
}

// shiftedCells are the figures of a column as they stand, and as they are when
// each is moved to the row that it slipped from.
func (r *reader) shiftedCells(t *table, column place, rows []answered, by int) (asStanding, moved []diag.Cell) {
	return r.movedCells(t, column, rows, func(i int) int {
		if i += by; i < len(rows) {
			return max(i, nowhere)
		}
		return nowhere
	})
}

// The row that a figure comes from may be none of the table's, or the figure may be no
// part of what moved.
const (
	nowhere = -1
	stays   = -2
)

// movedCells are the figures of a column that moved, as they stand and as they are in
// the rows that they come from.
func (r *reader) movedCells(t *table, column place, rows []answered, from func(i int) int) (asStanding,
	moved []diag.Cell) {
	converts := false
	for i, a := range rows {
		if !a.match.sure() || from(i) == stays {
			continue
		}
		at := r.at(t.sheet, a.row, column.col)
		o, ok := r.answers[a.match.ask.Key()]
		if !ok || o.At != at {
			continue
		}
		cell := diag.Cell{At: at, Label: a.label, Heading: column.heading.shown, Input: o.Key}
		if o.Answer == returns.Given {
			cell.Value = o.Value.Plain()
		}
		asStanding = append(asStanding, cell)
		if j := from(i); j >= 0 {
			if c := t.sheet.At(a.row, column.col); o.Answer == returns.Given && (c == nil || !c.Number.Equal(o.Value)) {
				converts = true
			}
			in := r.taking(a.match.ask, column.inRow(rows[j].row, a.match.how, a.label))
			in.o = r.answerAt(a.match.ask, at, a.match.how, returns.Blank)
			if c := in.asItStands(); c.Value != "" {
				moved = append(moved, c)
			}
		}
	}
	if converts { // a figure that moves would have to take its unit along
		moved = nil
	}
	return asStanding, moved
}

// shifted is the longest sequence of rows whose figures fit the row before or
// after them, at least two of which cannot be their own row's, or all of a few.
func shifted(column place, beside func(i int) (quantity.Number, bool), rows []answered, by int) (first, longest int) {
	run, cannot, large, left := 0, 0, false, false
	figure := func(i int) (quantity.Number, bool) {
		return amount(column.sheet, rows[i].row, column.heading, false)
	}
	for i := range rows {
		n, ok := figure(i)
		j := i - by
		fitting := ok && j >= 0 && j < len(rows)
		if fitting {
			own, okOwn := beside(i)
			next, okNext := beside(j)
			fitting = okOwn && okNext && fits(n, next) && closer(n, next, own)
			if fitting && !near.hold(n, own) && !n.Equal(own) {
				cannot++
			}
		}
		if !fitting {
			run, cannot, large, left = 0, 0, false, false
			continue
		}
		run++
		large = large || n.Cmp(twenty) >= 0
		_, filled := figure(j)
		left = left || !filled // the row that it slipped from is empty
		sure := run >= leastShifted && cannot >= 2 || cannot == run && large && (run > 1 || left)
		if run > longest && sure {
			first, longest = i-run+1, run
		}
	}
	return first, longest
}

func fits(n, plan quantity.Number) bool { return n.Equal(plan) || fit.hold(n, plan) }

// closer: a figure is nearer to the one than to the other.
func closer(n, one, other quantity.Number) bool {
	return n.Sub(one).Abs().Cmp(n.Sub(other).Abs()) < 0
}
