package xlsx

import (
	"cmp"
	"fmt"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// The columns of the list, from 0.
const (
	listMeasure = iota
	listLabel
	listIn
	listUnit
	listFigure
	listLast
	listChange
	listNote
	listSource
)

// departments is the list of what is asked of one unit, or of a few that are no group:
// a row for each answer. What the plan itself puts into a figure stands there too. nil
// for an empty one.
func (r *answers) departments(grouped map[string]bool) *sheet {
	w := r.words
	s := &sheet{name: w.Text("so-lieu.phong-ban.sheet"), tab: tabSource, soft: []int{1, 3, 7}, fixed: 2,
		widths: []float64{8, 52, 13, 32, 15, 15, 13, 34, 10}}
	s.title(w.Text("so-lieu.phong-ban.tieu-de"), look{bold: true, size: 14})
	names := w.Texts("so-lieu.phong-ban", "chi-tieu", "noi-dung", "dvt", "don-vi", "so", "nam-truoc",
		"so-sanh", "ghi-chu", "nguon")
	s.headings(names...)
	byMeasure := map[string][]resolution.Ask{}
	for _, k := range r.asks {
		if !grouped[k.Key()] {
			byMeasure[k.Measure.ID] = append(byMeasure[k.Measure.ID], k)
		}
	}
	for _, m := range r.annex.Measures() {
		from := len(s.rows)
		for _, k := range byMeasure[m.ID] {
			r.list(s, k)
		}
		for _, role := range m.Formula().Roles() {
			r.fromPlan(s, m, role)
		}
		if from < len(s.rows) {
			id := &s.rows[from].cells[listMeasure]
			*id = id.bold().clickable(toName(m.CellName()))
		}
	}
	if len(s.rows) == s.head {
		return nil
	}
	s.filtered()
	return s
}

// list adds the rows of one ask, and their total where several units answer it.
func (r *answers) list(s *sheet, k resolution.Ask) {
	key, owners := k.Key(), r.annex.Plan.Owners(k)
	top, given, settled, decimals := len(s.rows)+1, 0, 0, 0
	var sum quantity.Number
	var first total
	long := false // some figure has more digits than a spreadsheet keeps
	for _, unit := range owners {
		at := len(s.rows) + 1
		c := r.cell(unit, k)
		if !k.Required && c.number == nil && c.text == "" {
			continue
		}
		row := []cell{centred(k.Measure.ID), text(k.Label), centred(r.in(k, k.Unit)), text(r.annex.UnitName(unit)), c}
		row = append(row, r.compared(unit, k, at)...)
		said := ""
		if o := cmp.Or(r.counts[answerKey{unit, key}], r.unusable[answerKey{unit, key}]); o != nil {
			said = r.remarks(*o)
		}
		row = append(row, text(said), r.toSource(answerKey{unit, key}))
		s.add(row...)
		here := total{sheet: s.name, cell: fmt.Sprintf("$%s$%d", columnName(listFigure), at), words: c.number == nil}
		if n, ok := r.number(unit, k); ok {
			long = long || c.number == nil
			if given++; given == 1 || !k.Measure.Method.Facts().OneFigure {
				sum = sum.Add(n)
			}
			if here.value = n; given == 1 {
				first = here
			}
			decimals = max(decimals, n.Decimals(6))
		}
		if r.settled(unit, key) {
			settled++
			if !long {
				r.cells[answerKey{unit, key}] = here
			}
		}
	}
	switch {
	case long && len(owners) == 1: // nothing can point at it
	case k.Kind != resolution.AskNumber || given == 0 && settled < len(owners):
	case len(owners) == 1 && given == 0:
		r.totals.at[key] = r.cells[answerKey{owners[0], key}]
	case len(owners) == 1, k.Measure.Method.Facts().OneFigure && given > 0:
		if !long {
			r.totals.at[key] = first
		}
	case k.Unit != "%":
		at := len(s.rows) + 1
		column := columnName(listFigure)
		name := r.words.Text("so-lieu.phong-ban.tong", wording.Args{
			"co": viet.Count(settled), "tong": viet.Count(len(owners))})
		c := amount(sum, decimals).bold()
		if c.number != nil && !long {
			c.formula = fmt.Sprintf("SUM(%[1]s%[2]d:%[1]s%[3]d)", column, top, at-1)
			r.totals.at[key] = total{sheet: s.name, cell: fmt.Sprintf("$%s$%d", column, at), value: sum}
		}
		s.add(centred(k.Measure.ID), text(k.Label).bold(), centred(r.in(k, k.Unit)), text(name).bold(), c,
			cell{}, cell{}, cell{}, cell{})
	}
}

// compared is what the year before was, and how the figure stands to it: a rate in
// points, an amount in percent.
func (r *answers) compared(unit string, k resolution.Ask, at int) []cell {
	last, ok := r.last(unit, k)
	if !ok || !showable(last, 6) {
		return []cell{{}, {}}
	}
	before := numberCell(last, last.Decimals(6))
	now, has := r.number(unit, k)
	has = has && showable(now, 6)
	here := func(column int) string { return fmt.Sprintf("%s%d", columnName(column), at) }
	switch {
	case !has || k.Role == resolution.RolePrevious || k.Role == resolution.RoleLast:
		return []cell{before, {}}
	case k.IsPercent():
		points := now.Sub(last)
		c := computed(here(listFigure)+"-"+here(listLast), points, points.Decimals(2))
		c.look.after, c.look.signed = r.words.Text("so-lieu.phong-ban.diem"), true
		return []cell{before, c}
	case last.Sign() <= 0:
		return []cell{before, {}}
	}
	change, _ := now.Sub(last).Mul(hundred).Quo(last)
	change = change.Round(1)
	c := numberCell(change, 1)
	if roundsTo("ROUND", 100*(now.Float()-last.Float())/last.Float(), 1, change) {
		c.formula = fmt.Sprintf("ROUND(100*(%[1]s-%[2]s)/%[2]s,1)", here(listFigure), here(listLast))
	}
	c.look.after, c.look.signed = "%", true
	return []cell{before, c}
}

// remarks are what the unit wrote beside a figure, and who decided it.
func (r *answers) remarks(o returns.Observation) string {
	return r.note(&assess.SourceRow{Source: assess.Source{Observation: o}})
}

// toSource leads to the row of an answer in the sheet of sources.
func (r *answers) toSource(at answerKey) cell {
	to := r.toRow(at)
	if to == (link{}) {
		return cell{}
	}
	return centred(r.words.Text("so-lieu.phu-luc.toi-nguon")).clickable(to)
}

// fromPlan adds the row of an input that nobody is asked for: a constant of the plan,
// another measure's figure, how many units there are and satisfy what each is to.
func (r *answers) fromPlan(s *sheet, m *assess.Measure, role resolution.Role) {
	for _, row := range planRows(r.words, r.annex, m, role) {
		if _, has := r.totals.at[row.key]; has {
			continue
		}
		at := len(s.rows) + 1
		if row.formula == "" {
			row.formula = r.counting[row.key]
		}
		s.add(centred(m.ID), text(row.label), centred(row.in), text(row.from).italic(), row.cell(),
			cell{}, cell{}, cell{}, r.toSource(answerKey{"", row.key}))
		place := fmt.Sprintf("$%s$%d", columnName(listFigure), at)
		r.totals.at[row.key] = total{sheet: s.name, cell: place, value: row.value}
	}
}

// planRow is an input that comes from the plan, or is counted.
type planRow struct {
	key, label, in, from string
	value                quantity.Number
	formula              string // "" for a number of its own
}

func (p planRow) cell() cell { return computed(p.formula, p.value, p.value.Decimals(maxShown)) }

// planRows are those of one role of a measure that are known.
func planRows(w *wording.Words, a *assess.Annex, m *assess.Measure, role resolution.Role) []planRow {
	value, known := totalOf(m, role)
	if !known {
		return nil
	}
	counted := planRow{key: resolution.Key(m.ID, role), value: value, from: w.Text("so-lieu.phong-ban.dem")}
	switch role {
	case resolution.RoleSatisfying:
		counted.label = w.Text("so-lieu.phong-ban.don-vi-dat")
		return []planRow{counted}
	case resolution.RoleAsked:
		counted.label = w.Text("so-lieu.phong-ban.don-vi-giao")
		return []planRow{counted}
	}
	var rows []planRow
	for _, key := range inputKeys(a.Plan, m.Measure, role) {
		_, in := a.Plan.InputByKey(key)
		if in == nil || in.Asked() {
			continue
		}
		row := planRow{key: key, label: in.Label, in: in.Unit, value: value}
		if of := a.FindMeasure(in.Of); of != nil {
			row.label, row.in = cmp.Or(row.label, of.Name), cmp.Or(row.in, of.FigureUnit())
			row.from = w.Text("so-lieu.phong-ban.theo-chi-tieu", wording.Args{"so": in.Of})
			if !in.LastYear && of.Judged != nil && of.Judged.Equal(value) {
				row.formula = of.CellName()
			}
		} else {
			row.from = strings.TrimSpace(w.Text("so-lieu.phong-ban.hang-so") + " " + in.Source)
		}
		rows = append(rows, row)
	}
	return rows
}
