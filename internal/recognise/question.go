package recognise

import (
	"cmp"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// cellMeaning is what a person confirmed once: the row and the column of a cell.
type cellMeaning struct{ label, heading string } // folded

// remember indexes the confirmed readings by unit.
func remember(p *resolution.Plan) map[string]map[cellMeaning]string {
	all := map[string]map[cellMeaning]string{}
	for _, x := range p.Readings {
		if all[x.Unit] == nil {
			all[x.Unit] = map[cellMeaning]string{}
		}
		all[x.Unit][cellMeaning{viet.Fold(x.Label), viet.Fold(x.Heading)}] = x.Input
	}
	return all
}

// meant is the input that a person said the cells of this label and heading
// answer; "" where nobody did.
func (r *reader) meant(label string, h head) string {
	if len(r.readings[r.unit]) == 0 {
		return ""
	}
	return r.readings[r.unit][cellMeaning{viet.Fold(label), viet.Fold(h.shown)}]
}

// isMeant: a person said what one of the cells of the row answers.
func (r *reader) isMeant(label string, t *table) bool {
	if len(r.readings[r.unit]) == 0 {
		return false
	}
	for _, h := range t.heads {
		if r.meant(label, h) != "" {
			return true
		}
	}
	return false
}

// takeMeant reads the cells of a table that a person said the meaning of, and
// returns the rows that are left, and the column the others stood in.
func (r *reader) takeMeant(g *grid, t *table, rows []answered, remarks rowsRemarks) (rest []answered, column head) {
	if len(r.readings[r.unit]) == 0 {
		return rows, head{}
	}
	for _, a := range rows {
		done := false
		for _, h := range t.heads {
			ask, ok := r.ask(r.meant(a.label, h))
			at := r.at(t.sheet, a.row, h.col)
			if !ok || r.isDescribed(match{how: returns.ByReading, ask: ask}) || r.isDescribedAt(at) {
				continue
			}
			p := r.amid(t, t.column(g, h)).inRow(a.row, returns.ByReading, a.label)
			p.remarks, p.under = remarks.ofRow(a), a.ownRemarks()
			r.take(ask, p)
			done, column = true, h
			if before := a.match.before; before != nil && ask.Key() == a.match.ask.Key() {
				r.readBefore(g, t, *before, a)
			}
		}
		if !done {
			rest = append(rest, a)
		}
	}
	return rest, column
}

// reportAmbiguous asks which of several things a value answers. What a layout
// told already is not asked.
func (r *reader) reportAmbiguous(m match, label string, value *workbook.Cell, h head, at diag.Position) {
	var names []string
	var candidates []diag.Candidate
	open := false
	for _, a := range m.candidates {
		name := "(" + a.Measure.ID + ") " + a.Label
		names = append(names, name)
		candidates = append(candidates, diag.Candidate{Input: a.Key(), Text: diag.Text{Vi: name, En: name}})
		open = open || !r.isDescribed(match{how: returns.ByReading, ask: a})
	}
	if !open {
		return
	}
	p := diag.New("B244", at, diag.Args{"label": label, "value": printed(value),
		"candidates": strings.Join(names, "; ")})
	r.problems = append(r.problems, p.ForUnit(r.unit).ForMeasure(m.candidates[0].Measure.ID).Ask(diag.Question{
		Step: diag.ByReading, Label: label, Heading: h.shown, Found: cellText(value), Candidates: candidates}))
}

// whichColumn is the question of a table whose column of results is not known:
// any column of figures may be it, but for those that say they are not.
func (r *reader) whichColumn(g *grid, t *table, rows []answered, why *diag.Problem) diag.Question {
	q := diag.Question{Step: diag.ByReading}
	rows = slices.DeleteFunc(slices.Clone(rows), func(a answered) bool {
		_, other := r.chooseValue(g, t, a.match)
		return other != why
	})
	for _, a := range rows {
		if a.match.sure() && !r.isDescribed(a.match) {
			q.Figures = append(q.Figures, diag.Cell{Label: a.label, Input: a.match.ask.Key()})
		}
	}
	for _, h := range t.heads {
		reading := h.reading()
		switch {
		case reading.says.any(notResults | ofOtherPeriod | ofSeveralYears), !reading.isOf(r.wanted(match{})),
			hidden(t.sheet.HiddenCols, h.col), h.col == t.columns.number, h.col == t.columns.unit:
			continue
		}
		var cells []diag.Cell
		var values []string
		figures := 0
		for _, a := range rows {
			if !a.match.sure() || r.isDescribed(a.match) {
				continue
			}
			c := t.sheet.At(a.row, h.col)
			if c != nil && c.Kind == workbook.Number {
				figures++
			}
			if text := cellText(c); text != "" {
				values = append(values, text)
				cells = append(cells, diag.Cell{At: r.at(t.sheet, a.row, h.col), Label: a.label,
					Heading: h.shown, Input: a.match.ask.Key()})
			}
		}
		if figures == 0 {
			continue
		}
		found := strings.Join(values, "; ")
		q.Found += h.shown + ": " + found + "\n"
		column := workbook.ColumnName(h.col)
		q.Candidates = append(q.Candidates, diag.Candidate{Value: found, Cells: cells, Text: diag.Text{
			Vi: "cột " + column + " «" + h.shown + "»: " + viet.Excerpt(found),
			En: "column " + column + " “" + h.shown + "”: " + viet.Excerpt(found)}})
	}
	if len(q.Candidates) > 0 {
		q.Figures = nil
		return q
	}
	q.Step = diag.ByFigure // none of the columns: the figures themselves are asked for
	if len(q.Figures) == 1 {
		q.Input, q.Label, q.Figures = q.Figures[0].Input, q.Figures[0].Label, nil
	}
	return q
}

// question asks for one figure, which may be one of the values.
func (t *taking) question(values ...diag.Candidate) diag.Question {
	return diag.Question{Step: diag.ByFigure, Input: t.ask.Key(), Label: strings.Join(t.labels, " > "),
		Heading: t.heading.shown, Found: t.found(), Candidates: values}
}

// found is what the sender wrote, also in the form's column for "không phát
// sinh".
func (t *taking) found() string {
	found := cellText(t.sheet.At(t.row, t.col))
	if t.noneCol > 0 {
		found = strings.TrimSpace(found + " " + cellText(t.sheet.At(t.row, t.noneCol)))
	}
	return found
}

// may are the values that a cell may have been meant for, where it could not be
// used: what was read, what its problem shows, and the answers for nothing where
// a mark stands.
func (t *taking) may(e diag.Entry, args diag.Args) []diag.Candidate {
	if t.ask.Kind == resolution.AskChoice {
		return words(t.ask.Choices()...)
	}
	if t.ask.Kind != resolution.AskNumber {
		return nil
	}
	var out []diag.Candidate
	if t.o.Answer == returns.Given && !(t.ask.Whole && !t.o.Value.IsInt()) {
		out = append(out, t.valued(t.o.Value))
	}
	for _, name := range e.Values {
		if several, ok := args[name].([]string); ok {
			for _, printed := range several {
				out = t.addNumber(out, printed)
			}
			continue
		}
		out = t.addNumber(out, args[name])
	}
	if remark, _ := args["remark"].(string); t.ask.Negative && mayBeLoss(t.found()+" ; "+remark) {
		for _, c := range slices.Clone(out) {
			if n, err := quantity.Parse(c.Value); err == nil {
				out = t.addValue(out, n.Abs().Neg())
			}
		}
	}
	if e.Nothing {
		out = append(out, words("không phát sinh", "chưa có kết quả")...)
		if len(out) == 2 {
			out = append(out, t.valued(quantity.Number{}))
		}
	}
	return out
}

// isAnotherKind: the unit found measures something that the one asked for does
// not (tấn/ngày đêm beside %), so its number is no answer, whatever it is.
func (t *taking) isAnotherKind(found string) bool {
	want := unitKey(t.ask.Unit)
	return strings.ContainsAny(found, "/%") != strings.ContainsAny(want, "/%") ||
		quantity.IsUnit(unitKey(found)) && quantity.IsUnit(want)
}

// words are answers that are no number.
func words(all ...string) []diag.Candidate {
	var out []diag.Candidate
	for _, w := range all {
		out = append(out, diag.Candidate{Value: w, Text: diag.Text{Vi: w, En: w}})
	}
	return out
}

// addNumber adds a number that a message prints.
func (t *taking) addNumber(all []diag.Candidate, printed any) []diag.Candidate {
	s, _ := printed.(string)
	n, err := quantity.Parse(strings.NewReplacer(".", "", ",", ".").Replace(s)) // Exact, read back
	if err != nil {
		return all
	}
	return t.addValue(all, n)
}

// addValue adds a number, where the ask could have it and it is new.
func (t *taking) addValue(all []diag.Candidate, n quantity.Number) []diag.Candidate {
	if !t.ask.Takes(n) {
		return all
	}
	c := t.valued(n)
	if slices.ContainsFunc(all, func(x diag.Candidate) bool { return x.Value == c.Value }) {
		return all
	}
	return append(all, c)
}

// valued is a number as a candidate, in the unit asked for.
func (t *taking) valued(n quantity.Number) diag.Candidate {
	text := strings.TrimSpace(n.Exact() + " " + t.ask.Unit)
	return diag.Candidate{Value: n.Plain(), Text: diag.Text{Vi: text, En: text}}
}

// asItStands is the cell with the value it would have if nothing spoke against it.
func (t *taking) asItStands() diag.Cell {
	beside := *t
	beside.reader = t.Knowledge.reader(t.file, t.unit, t.book)
	beside.readValue()
	beside.readNone()
	beside.readUnit()
	beside.checkWhole()
	cell := diag.Cell{Label: strings.Join(t.labels, " > "), Heading: t.heading.shown, Input: t.ask.Key()}
	cell.Value = beside.o.Plain()
	return cell
}

// oneOf asks for a figure that one of some cells may hold.
func (r *reader) oneOf(a resolution.Ask, places ...place) diag.Question {
	q := diag.Question{Step: diag.ByFigure, Input: a.Key(), Label: a.Label}
	var found []string
	for _, p := range places {
		t := r.taking(a, p)
		t.o = r.answerAt(a, r.at(p.sheet, p.row, p.col), p.how, returns.Blank)
		if said := t.found(); said != "" {
			found = append(found, said)
		}
		c := t.asItStands()
		if c.Value == "" || slices.ContainsFunc(q.Candidates,
			func(x diag.Candidate) bool { return x.Value == c.Value }) {
			continue
		}
		o := t.o
		o.Answer, o.Text = returns.Given, c.Value
		if n, err := quantity.Parse(c.Value); err == nil {
			o.Text = strings.TrimSpace(n.Exact() + " " + a.Unit)
		}
		may := answerOf(o)
		may.Value = c.Value
		q.Candidates = append(q.Candidates, may)
	}
	q.Found = strings.Join(found, "; ")
	return q
}

// answerOf is what was read of a cell as a candidate, with its place.
func answerOf(o returns.Observation) diag.Candidate {
	said := o.Said()
	return diag.Candidate{Value: o.Plain(), Text: diag.Text{Vi: said.Vi + " (" + diag.Place(o.At, diag.Vi) + ")",
		En: said.En + " (" + diag.Place(o.At, diag.En) + ")"}}
}

// askOne reports a question about one figure that no cell could be taken for.
func (r *reader) askOne(code string, at diag.Position, a resolution.Ask, args diag.Args, may ...place) {
	p := diag.New(code, at, args).ForUnit(r.unit).ForMeasure(a.Measure.ID)
	r.problems = append(r.problems, p.Ask(r.oneOf(a, may...)))
}

// askAll reports a question about all the figures of a file, each of which may
// be what other readings of it, such as one sheet alone, come to.
func (r *reader) askAll(code string, at diag.Position, args diag.Args, others ...variant) {
	q := diag.Question{Step: diag.ByFigure}
	for _, o := range others {
		var cells []diag.Cell
		var values []string
		for _, a := range r.asks.list {
			x, ok := o.answers[a.Key()]
			if !ok || x.Answer <= returns.Faulty {
				continue
			}
			cells = append(cells, diag.Cell{At: x.At, Label: a.Label, Input: a.Key(), Value: x.Plain()})
			values = append(values, x.Said().Vi)
		}
		if cells == nil {
			continue
		}
		found := strings.Join(values, "; ")
		q.Found += found + "\n"
		q.Candidates = append(q.Candidates, diag.Candidate{Value: found, Cells: cells,
			Text: diag.Text{Vi: o.what.Vi + ": " + viet.Excerpt(found), En: o.what.En + ": " + viet.Excerpt(found)}})
	}
	p := diag.New(code, at, args).ForUnit(r.unit)
	if len(q.Candidates) > 0 {
		p = p.Ask(q)
	}
	r.problems = append(r.problems, p)
}

// variant is what a file says when it is read in another way.
type variant struct {
	what diag.Text
	*reader
}

// askRate asks for the counts that a rate was made of.
func (r *reader) askRate(m match, label string, value *workbook.Cell, h head, at diag.Position) {
	q := diag.Question{Step: diag.ByFigure, Label: label, Heading: h.shown, Found: cellText(value)}
	shown := printed(value)
	var names []string
	for _, a := range m.candidates {
		names = append(names, "«"+a.Label+"»")
		q.Figures = append(q.Figures, diag.Cell{Label: a.Label, Input: a.Key()})
	}
	if len(q.Figures) == 1 {
		q.Input, q.Figures = q.Figures[0].Input, nil
	}
	r.problems = append(r.problems, diag.New("B246", at, diag.Args{"label": label, "value": shown,
		"counts": strings.Join(names, ", ")}).ForUnit(r.unit).ForMeasure(m.candidates[0].Measure.ID).Ask(q))
}

// printed is what stands in a cell, for messages.
func printed(c *workbook.Cell) string {
	if c != nil && c.Kind == workbook.Number {
		return c.Number.Exact()
	}
	return cellText(c)
}

// asStanding asks whether cells that stood aside for one cause are what is asked
// for all the same.
func asStanding(cells []diag.Cell) diag.Question {
	q := diag.Question{Step: diag.ByFigure}
	var values []string
	for _, c := range cells {
		if c.Value != "" {
			values = append(values, c.Value)
		}
	}
	q.Found = strings.Join(values, "; ")
	q.Heading = cells[0].Heading
	if len(cells) == 1 {
		q.Input, q.Label = cells[0].Input, cells[0].Label
	} else {
		q.Figures = cells
	}
	if len(values) == len(cells) {
		shown := viet.Excerpt(strings.ReplaceAll(q.Found, ".", ","))
		q.Candidates = []diag.Candidate{{Value: q.Found, Cells: cells, Text: diag.Text{
			Vi: "đúng là số cần báo cáo: " + shown, En: "these are the figures asked for: " + shown}}}
	}
	return q
}

// asEstimates are the answers that the figures of some cells are taken for what
// they are, estimates: these alone, or whatever the unit estimates.
func asEstimates(unit string, cells []diag.Cell, found string) []diag.Candidate {
	these := diag.Say("answer.estimate", diag.Args{"found": viet.Excerpt(found)})
	all := diag.Say("answer.estimates", nil)
	return []diag.Candidate{
		{Estimate: true, Cells: cells, Text: diag.Text{Vi: these.In(diag.Vi), En: these.In(diag.En)}},
		{Estimate: true, Unit: unit, Text: diag.Text{Vi: all.In(diag.Vi), En: all.In(diag.En)}},
	}
}

// whichRows asks whether the figures of a column stand in their own rows.
func whichRows(asStanding, moved []diag.Cell) diag.Question {
	return oneOfCells([]cellsMay{
		{asStanding, diag.Text{Vi: "các số đứng đúng dòng của mình: ", En: "the figures stand in their own rows: "}},
		{moved, diag.Text{Vi: "các số bị lệch, đúng ra là: ", En: "the figures slipped; they should be: "}},
	})
}

// asToldOr asks whether figures are right as they stand, or as the rest of their table
// has them; none are given where that leaves it open.
func asToldOr(asStanding, computed []diag.Cell) diag.Question {
	q := oneOfCells([]cellsMay{
		{asStanding, diag.Text{Vi: "giữ như trong bảng: ", En: "as it stands: "}},
		{computed, diag.Text{Vi: "sửa theo phép tính của bảng: ", En: "mended by what the table says: "}},
	})
	if len(asStanding) == 1 {
		q.Input, q.Label, q.Heading, q.Figures = asStanding[0].Input, asStanding[0].Label, asStanding[0].Heading, nil
	}
	return q
}

// cellsMay are cells with the values that they may have, and what that would mean.
type cellsMay struct {
	cells []diag.Cell
	text  diag.Text
}

func oneOfCells(ways []cellsMay) diag.Question {
	q := diag.Question{Step: diag.ByFigure, Figures: ways[0].cells}
	for _, may := range ways {
		var values, shown []string
		for _, c := range may.cells {
			if c.Value != "" {
				values = append(values, c.Value)
				shown = append(shown, "«"+c.Label+"» "+strings.ReplaceAll(c.Value, ".", ","))
			}
		}
		if values == nil || len(values) < len(may.cells) {
			continue
		}
		found := strings.Join(shown, "; ")
		q.Found += strings.Join(values, "; ") + "\n"
		q.Candidates = append(q.Candidates, diag.Candidate{Value: strings.Join(values, "; "), Cells: may.cells,
			Text: diag.Text{Vi: may.text.Vi + found, En: may.text.En + found}})
	}
	return q
}

// askSender makes what stops a file for want of its sender a question: one of
// the units that it may be of, any other, or nobody's.
func (k *Knowledge) askSender(problems []diag.Problem, may []string, file, sha string) []diag.Problem {
	problems = slices.Clone(problems)
	for i, p := range problems {
		q := diag.Question{Step: diag.BySender, File: belowDrop(file), SHA256: sha}
		for _, id := range may {
			name := k.plan.Unit(id).Name
			q.Candidates = append(q.Candidates, diag.Candidate{Unit: id, Text: diag.Text{Vi: name, En: name}})
		}
		q.Candidates = append(q.Candidates, diag.Candidate{Unit: resolution.NoUnit, Text: diag.Text{
			Vi: "không phải báo cáo của đơn vị nào, để tệp ra ngoài",
			En: "no unit's return: leave the file out"}})
		problems[i] = p.Ask(q)
	}
	return problems
}

// belowDrop is the path of a file below the drop folder, which is the first.
func belowDrop(file string) string {
	_, below, _ := strings.Cut(file, "/")
	return cmp.Or(below, file)
}

// formerSender says that what was told of a file's sender was told of another
// content, and holds no more.
func (k *Knowledge) formerSender(file, sha string) []diag.Problem {
	s := k.plan.FormerSender(belowDrop(file), sha)
	if s == nil {
		return nil
	}
	name := diag.Text{Vi: "không của đơn vị nào", En: "nobody's"}
	if u := k.plan.Unit(s.Unit); u != nil {
		name = diag.Text{Vi: "của " + u.Name, En: "that of " + u.Name}
	}
	return []diag.Problem{diag.New("B227", diag.Position{File: file}, diag.Args{"by": s.By, "date": s.Date.Short(),
		"unit": name}).See(diag.Position{File: resolution.DecisionsFile, Line: s.Line})}
}

// maxNearest is how many units are offered for a file that names none: as many as
// a person looks through.
const maxNearest = 12

// nearest are the units that a file without a sender may be of: those with words
// of their names in its path, then those whose figures it holds, the most first.
// Units that nothing but figures common to many speaks for are left out where
// they are too many.
func (k *Knowledge) nearest(file string, b *workbook.Book, form bool) []string {
	type near struct {
		unit           string
		words, figures int
	}
	said := map[string]bool{}
	for _, w := range strings.Fields(viet.Fold(belowDrop(file))) {
		said[w] = true
	}
	var all []near
	for i := range k.plan.Units {
		u := &k.plan.Units[i]
		n := near{unit: u.ID}
		own := map[string]bool{}
		for _, w := range strings.Fields(viet.Fold(strings.Join(append(slices.Clone(u.Aliases), u.Name), " "))) {
			if said[w] && !own[w] && !k.names.neutral[w] && len(w) > 1 {
				own[w] = true
				n.words++
			}
		}
		r := k.reader(file, u.ID, b)
		if form {
			r.readForm()
		} else {
			r.readTables()
		}
		if r.stopped != nil {
			return nil
		}
		for _, o := range r.answers { // counted
			if o.Answer != returns.Blank {
				n.figures++
			}
		}
		if n.words > 1 || n.figures > 0 { // one syllable of a name says little
			all = append(all, n)
		}
	}
	slices.SortStableFunc(all, func(x, y near) int {
		return cmp.Or(cmp.Compare(y.words, x.words), cmp.Compare(y.figures, x.figures))
	})
	if len(all) > maxNearest {
		last := all[maxNearest]
		all = slices.DeleteFunc(all, func(n near) bool {
			return n.words < last.words || n.words == last.words && n.figures <= last.figures
		})
	}
	var units []string
	for _, n := range all {
		units = append(units, n.unit)
	}
	return units
}

// The most that is told of a file in which no table was found.
const (
	seenSheets = 3
	seenTexts  = 6
)

// seen is what the visible sheets of a file hold, by their fullest row of words,
// which may be the headings of a table that was not known for one.
func (r *reader) seen() diag.Text {
	var vi, en []string
	for _, s := range r.book.Sheets {
		if s.Visibility != workbook.Visible || len(s.Cells) == 0 || len(vi) == seenSheets {
			continue
		}
		var fullest []string
		for _, row := range newGrid(r.book, s, frame{}).rows {
			var texts []string
			for i := range row.cells {
				if c := &row.cells[i]; c.Kind == workbook.Text && c.Text != "" && len(texts) < seenTexts {
					texts = append(texts, viet.Excerpt(firstLine(c)))
				}
			}
			if len(texts) > len(fullest) {
				fullest = texts
			}
			if row.row > maxLines {
				break
			}
		}
		words := strings.Join(fullest, " | ")
		vi = append(vi, "sheet «"+s.Name+"» ("+words+")")
		en = append(en, "the sheet “"+s.Name+"” ("+words+")")
	}
	if vi == nil {
		return diag.Text{Vi: "không ô nào có nội dung nhìn thấy được", En: "no visible cell with content"}
	}
	return diag.Text{Vi: strings.Join(vi, "; "), En: strings.Join(en, "; ")}
}
