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
	for _, h := range t.heads {
		if r.meant(label, h) != "" {
			return true
		}
	}
	return false
}

// takeMeant reads the cells of a table that a person said the meaning of, and
// returns the rows that are left, and the column the others stood in.
func (r *reader) takeMeant(g *grid, t *table, rows []answered, remarks []string) (rest []answered, column head) {
	for _, a := range rows {
		done := false
		for _, h := range t.heads {
			ask, ok := r.ask(r.meant(a.label, h))
			at := r.at(t.sheet, a.row, h.col)
			if !ok || r.isDescribed(match{how: returns.ByReading, ask: ask}) || r.isDescribedAt(at) {
				continue
			}
			p := t.column(g, h).inRow(a.row, returns.ByReading, a.label)
			p.beside, p.remarks = r.besides(t, h), ofRow(remarks, a, rows)
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
func (r *reader) reportAmbiguous(m match, label, value string, h head, at diag.Position) {
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
	p := diag.New("B244", at, diag.Args{"label": label, "value": value, "candidates": strings.Join(names, "; ")})
	r.problems = append(r.problems, p.ForUnit(r.unit).ForMeasure(m.candidates[0].Measure.ID).Ask(diag.Question{
		Step: diag.ByReading, Label: label, Heading: h.shown, Found: value, Candidates: candidates}))
}

// whichColumn is the question of a table whose column of results is not known:
// any column of figures may be it, but for those that say they are not.
func (r *reader) whichColumn(g *grid, t *table, rows []answered, why *diag.Problem) diag.Question {
	q := diag.Question{Step: diag.ByReading}
	rows = slices.DeleteFunc(slices.Clone(rows), func(a answered) bool {
		_, other := r.chooseValue(g, t, a.match)
		return other != why
	})
	for _, h := range t.heads {
		reading := h.reading()
		switch {
		case reading.says.any(notResults | ofPartOfYear | ofSeveralYears), !reading.isOf(r.wanted(match{})),
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
		out = t.addNumber(out, args[name])
	}
	if e.Nothing {
		out = append(out, words("không phát sinh", "chưa có kết quả")...)
		if len(out) == 2 {
			out = append(out, t.valued(quantity.Number{}))
		}
	}
	return out
}

// words are answers that are no number.
func words(all ...string) []diag.Candidate {
	var out []diag.Candidate
	for _, w := range all {
		out = append(out, diag.Candidate{Value: w, Text: diag.Text{Vi: w, En: w}})
	}
	return out
}

// addNumber adds a number that a message prints, where the ask could have it and it is new.
func (t *taking) addNumber(all []diag.Candidate, printed any) []diag.Candidate {
	s, _ := printed.(string)
	n, err := quantity.Parse(strings.NewReplacer(".", "", ",", ".").Replace(s)) // Exact, read back
	if err != nil || t.ask.Whole && !n.IsInt() || n.Sign() < 0 && !isPercent(t.ask.Unit) {
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
	switch o := beside.o; {
	case o.Answer == returns.Given && t.ask.Kind == resolution.AskNumber:
		cell.Value = o.Value.Plain()
	case o.Answer == returns.Given:
		cell.Value = o.Text
	case o.Answer == returns.Nil || o.Answer == returns.Pending:
		cell.Value = o.Said().Vi
	}
	return cell
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
	}
	if len(values) == len(cells) {
		shown := viet.Excerpt(strings.ReplaceAll(q.Found, ".", ","))
		q.Candidates = []diag.Candidate{{Value: q.Found, Cells: cells, Text: diag.Text{
			Vi: "đúng là số cần báo cáo: " + shown, En: "these are the figures asked for: " + shown}}}
	}
	return q
}

// askSender makes what stops a file for want of its sender a question: one of
// the units that its signs name, or any other.
func (k *Knowledge) askSender(problems []diag.Problem, named []string, file, sha string) []diag.Problem {
	_, below, _ := strings.Cut(file, "/") // the first folder is the drop folder itself
	for i, p := range problems {
		q := diag.Question{Step: diag.BySender, File: cmp.Or(below, file), SHA256: sha}
		for _, id := range named {
			name := k.plan.Unit(id).Name
			q.Candidates = append(q.Candidates, diag.Candidate{Unit: id, Text: diag.Text{Vi: name, En: name}})
		}
		problems[i] = p.Ask(q)
	}
	return problems
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
		for _, row := range newGrid(s).rows {
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
