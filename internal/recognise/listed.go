package recognise

import (
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
)

// What stands beside a figure without being one that is asked for: names of what it
// counts, the same counted by another, the whole in a column of its own.

// mostNamed is the largest count whose names are looked for below it.
var mostNamed = quantity.Int(50)

// checkListed asks about a count below which another number of names is listed.
func (r *reader) checkListed(t *table, results place, a answered, own quantity.Number) *contradiction {
	ask := a.match.ask
	if !ask.Whole || results.grid == nil || ask.Unit == "" || own.Cmp(mostNamed) > 0 || a.match.wording.share {
		return nil
	}
	named, at := 0, 0
	titled := false // a line says that a list follows
	style := rune(0)
	for _, l := range t.rows(results.grid) {
		if l.row <= a.row {
			continue
		}
		c := merged(t.sheet, l.row, results.col)
		if _, counted := amount(t.sheet, l.row, results.heading, false); counted || l.unit != "" {
			break
		}
		label, _ := withoutNumber(l.label)
		isOne := viet.HasPhrase(viet.Fold(label), viet.Fold(ask.Unit)) && speechOf(label).oneOf(0,
			[]string{ask.Unit}) > 0
		own := l.title().style
		switch {
		case named == 0 && !titled && strings.HasSuffix(strings.TrimSpace(l.label), ":") && cellText(c) == "":
			titled = true
			continue
		case own == 0 && !isOne, !titled && !isOne, named > 0 && own != style:
		default:
			if named++; named == 1 {
				at, style = l.row, own
			}
			continue
		}
		break
	}
	if named < fewestNamed || quantity.Int(int64(named)).Equal(own) {
		return nil
	}
	return &contradiction{code: "B993", at: r.at(t.sheet, at, t.labelCol()), computed: quantity.Int(int64(named)),
		exact: true, args: diag.Args{"label": ask.Label, "value": r.stated(a), "unit": ask.Unit, "count": named}}
}

// fewestNamed is how many names make a list: one is a title, or an example.
const fewestNamed = 2

func (t *table) labelCol() int {
	first, _ := t.labelColumns()
	return first
}

// bracketed is a row that is called something but for a bracket, and answers nothing for sure.
type bracketed struct {
	row           int
	label         string
	name, bracket string // the name as a match key
}

func allBracketed(rows []answered) []bracketed {
	var all []bracketed
	for _, a := range rows {
		if a.match.sure() {
			continue
		}
		if name, bracket := splitUnit(withoutHead(a.label)); bracket != "" && !hasDigit(bracket) {
			all = append(all, bracketed{a.row, a.label, viet.Fold(name), bracket})
		}
	}
	return all
}

// checkTwice asks about a figure that another row of the table, which is called the same
// but for a bracket, gives otherwise: "Tổng số hộ (Công an cung cấp)". What is less, and
// named after no body, is a part.
func (r *reader) checkTwice(t *table, results place, others []bracketed, a answered,
	own quantity.Number) *contradiction {
	if len(others) == 0 {
		return nil
	}
	label := viet.Fold(withoutHead(a.label))
	for _, b := range others {
		if b.name != label {
			continue
		}
		n, ok := amount(t.sheet, b.row, results.heading, false)
		s := speechOf(b.bracket)
		if !ok || n.Equal(own) || !fit.hold(n, own) || len(s.levels(false)) > 0 ||
			n.Cmp(own) < 0 && s.oneOf(0, bodyOpenings()) == 0 {
			continue
		}
		return &contradiction{code: "B285", at: r.at(t.sheet, b.row, results.col), computed: n, exact: true,
			args: diag.Args{"label": a.match.ask.Label, "value": r.stated(a), "unit": a.match.ask.Unit,
				"other": b.label, "said": n.Exact()}}
	}
	return nil
}

// checkCopied asks about a column that has one number in all its rows, of things that
// have nothing to do with each other.
func (r *reader) checkCopied(results place, rows []answered) {
	var cells []diag.Cell
	var units []string
	for _, a := range rows {
		if !a.match.sure() {
			continue
		}
		o, ok := r.answers[a.match.ask.Key()]
		if !ok || o.Answer != returns.Given || o.Value.Cmp(one) <= 0 || results.layout != nil ||
			len(cells) > 0 && o.Value.Plain() != cells[0].Value || o.At != r.at(results.sheet, a.row, results.col) {
			return
		}
		if unit := a.match.ask.Unit; !slices.Contains(units, unit) {
			units = append(units, unit)
		}
		cells = append(cells, diag.Cell{At: o.At, Label: a.label, Heading: o.Column, Input: o.Key,
			Value: o.Value.Plain()})
	}
	if len(cells) < fewestAlike || len(units) < 2 {
		return
	}
	r.askAlike(cells, len(cells))
}

// fewestAlike is how many figures that are all the same a file is asked about for.
const fewestAlike = 3

// askAlike asks about figures that are all one number.
func (r *reader) askAlike(cells []diag.Cell, count int) {
	first := r.answers[cells[0].Input]
	p := diag.New("B991", first.At, diag.Args{"count": count, "value": first.Value.Exact()})
	p = p.ForUnit(r.unit).ForMeasure(first.Measure)
	r.problems = append(r.problems, p.Ask(asStanding(cells)))
	r.withhold(cells)
}

// seeWhole sets aside the whole that stands in a column of its own beside its part, "Tổng
// số | Số đạt": it is asked about where no cell answers for it. A row that is called as the whole
// may have either.
func (r *reader) seeWhole(t *table, results place, a answered) {
	if !a.match.sure() || results.heading.reading().says.any(ofTotal) {
		return
	}
	own, ok := r.answers[a.match.ask.Key()]
	if !ok || own.Answer != returns.Given {
		return
	}
	switch a.match.ask.Role {
	case resolution.RoleNumerator:
		whole, asked := r.ask(resolution.Key(a.match.ask.Measure.ID, resolution.RoleDenominator))
		h, n, as := r.wholeBeside(t, results, a, whole)
		if !asked || h.col == 0 || as.Cmp(own.Value) < 0 {
			return
		}
		at := r.at(t.sheet, a.row, h.col)
		o := r.answerAt(whole, at, a.match.how, returns.Faulty)
		o.Column = h.shown
		r.aside = append(r.aside, aside{o: o, why: r.doubtsWhole(whole, a, at, h, n), cell: diag.Cell{Label: a.label,
			Heading: h.shown, Input: whole.Key(), Value: as.Plain(), At: at}})
	case resolution.RoleDenominator:
		h, n, as := r.wholeBeside(t, results, a, a.match.ask)
		ofUnit := results.heading.reading().strange || len(r.unitsIn(results.heading.shown)) > 0 // of a list of them
		if h.col == 0 || ofUnit ||
			as.Cmp(own.Value) <= 0 || own.At != r.at(t.sheet, a.row, results.col) {
			return
		}
		why := r.doubtsWhole(a.match.ask, a, r.at(t.sheet, a.row, h.col), h, n)
		r.problems = append(r.problems, why.Ask(r.oneOf(a.match.ask, results.inRow(a.row, a.match.how, a.label),
			t.column(results.grid, h).inRow(a.row, a.match.how, a.label))))
		r.withhold([]diag.Cell{{Input: own.Key}})
	}
}

// wholeBeside is the one column of the row beside the results that has a whole, with what it
// shows and what that is as asked for.
func (r *reader) wholeBeside(t *table, results place, a answered, whole resolution.Ask) (of head,
	n, as quantity.Number) {
	for _, h := range t.heads {
		reading := h.reading()
		m, plain := amount(t.sheet, a.row, h, false)
		if h.col == results.col || reading.strange || !reading.says.any(ofTotal) || reading.says.any(notResults) ||
			!reading.isOf(wanted{year: r.plan.Resolution.Year}) || hidden(t.sheet.HiddenCols, h.col) || !plain {
			continue
		}
		if of.col > 0 {
			return head{}, n, as
		}
		of, n = h, m
	}
	if of.col == 0 {
		return of, n, as
	}
	in := r.taking(whole, t.column(results.grid, of).inRow(a.row, a.match.how, a.label))
	if as = n.Mul(in.factorOf(of)); whole.Whole && !as.IsInt() {
		return head{}, n, as
	}
	return of, n, as
}

func (r *reader) doubtsWhole(whole resolution.Ask, a answered, at diag.Position, h head,
	n quantity.Number) diag.Problem {
	return diag.New("B994", at, diag.Args{"heading": h.shown, "value": n.Exact(), "label": whole.Label,
		"row": a.label}).ForUnit(r.unit).ForMeasure(whole.Measure.ID)
}
