package recognise

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// readLayouts reads the inputs for which the office described where they stand
// in the unit's own table. What is described is read there and nowhere else; a
// description that no longer fits is a problem and its input stays owed.
func (r *reader) readLayouts() bool {
	found := false
	missing := ""
	for i := range r.plan.Layouts {
		l := &r.plan.Layouts[i]
		if l.Unit != r.unit {
			continue
		}
		ask, ok := r.ask(l.Input)
		if !ok {
			continue
		}
		s := r.layoutSheet(l)
		if s == nil {
			missing = cmp.Or(missing, l.Sheet)
			continue // another file of the unit may have it
		}
		found = true
		r.readLayout(l, ask, s)
	}
	if missing != "" && !found {
		var names []string
		for _, s := range r.book.Sheets {
			names = append(names, "«"+s.Name+"»")
		}
		r.fileProblem("B253", diag.Args{"sheet": missing, "sheets": strings.Join(names, ", ")})
	}
	return found
}

// layoutSheet is the sheet a layout speaks of; without a name the only visible one.
func (r *reader) layoutSheet(l *resolution.Layout) *workbook.Sheet {
	var visible []*workbook.Sheet
	for _, s := range r.book.Sheets {
		if l.Sheet != "" && viet.Fold(s.Name) == viet.Fold(l.Sheet) {
			return s
		}
		if s.Visibility == workbook.Visible {
			visible = append(visible, s)
		}
	}
	if l.Sheet == "" && len(visible) == 1 {
		return visible[0]
	}
	return nil
}

func (r *reader) readLayout(l *resolution.Layout, ask resolution.Ask, s *workbook.Sheet) {
	here := diag.Position{File: r.file, Sheet: s.Name}
	misfit := func(code string, args diag.Args) {
		r.problems = append(r.problems, diag.New(code, here, args).ForUnit(r.unit).ForMeasure(ask.Measure.ID).See(diag.Position{File: resolution.OfficeFile, Line: l.Line}))
		r.observe(ask, returns.Observation{Answer: returns.Faulty, At: here, How: "layout"})
	}
	row, col, ok := cellAddress(l.Cell)
	if !ok {
		var labelCol int
		rows := layoutRows(s, l)
		if len(rows) != 1 {
			misfit("B250", diag.Args{"label": ask.Label, "row": l.Row, "count": len(rows)})
			return
		}
		row, labelCol = rows[0].Row, rows[0].Col
		cols := layoutColumns(s, l, row, labelCol)
		if len(cols) != 1 {
			misfit("B251", diag.Args{"label": ask.Label, "column": l.Column, "count": len(cols)})
			return
		}
		col = cols[0]
	}
	at := r.at(s, row, col)
	o := returns.Observation{At: at, How: "layout", Column: l.Column}
	fault := r.faulting(ask, &o)
	r.readValue(ask, s.At(row, col), &o, fault)
	switch {
	case o.Answer != returns.Given:
	case l.UnitOfMeasurement != "":
		r.convert(ask, l.UnitOfMeasurement, at, &o, fault)
	default:
		g := newGrid(s)
		r.convertStated(ask, unitsAbove(g, &table{top: row, above: row}), &o, fault)
	}
	if o.Answer == returns.Blank {
		here = at
		misfit("B252", diag.Args{"label": ask.Label})
		return
	}
	r.observe(ask, o)
}

// cellAddress reads "C12" or "$C$12".
func cellAddress(s string) (row, col int, ok bool) {
	return workbook.ParseRef(strings.ReplaceAll(strings.TrimSpace(s), "$", ""))
}

// layoutRows are the cells with the row's label; with a block title, the first
// below it.
func layoutRows(s *workbook.Sheet, l *resolution.Layout) []*workbook.Cell {
	label, under := viet.Fold(l.Row), viet.Fold(l.Under)
	below := 0
	if under != "" {
		below = -1
	}
	var rows []*workbook.Cell
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Kind != workbook.Text {
			continue
		}
		switch folded := viet.Fold(c.Text); {
		case below < 0 && folded == under:
			below = c.Row
		case below >= 0 && c.Row > below && folded == label:
			rows = append(rows, c)
			if under != "" {
				return rows
			}
		}
	}
	return rows
}

// layoutColumns are the columns right of the label whose headings, from top to
// bottom, hold the words described. Lines that run over the label too are
// titles of the whole table.
func layoutColumns(s *workbook.Sheet, l *resolution.Layout, row, labelCol int) []int {
	words := viet.Fold(l.Column)
	heads := map[int][]string{}
	covered := map[int]*workbook.Cell{} // the heading last taken for a column
	add := func(c *workbook.Cell, first, last int) {
		text := cellText(c)
		if text == "" || len(text) > 200 || c.Kind != workbook.Text && !year.MatchString(text) {
			return
		}
		for col := max(first, labelCol+1); col <= last; col++ {
			if covered[col] != c {
				covered[col] = c
				heads[col] = append(heads[col], viet.Fold(text))
			}
		}
	}
	for i := range s.Cells {
		c := &s.Cells[i]
		if c.Row >= row {
			break
		}
		m, merged := s.Merged(c.Row, c.Col)
		switch {
		case !merged:
			add(c, c.Col, c.Col)
		case m.Row == c.Row && m.Col == c.Col && m.Col > labelCol:
			add(c, m.Col, min(m.LastCol, m.Col+maxSpan))
		}
	}
	var exact, holding []int
	for col, texts := range heads {
		switch all := strings.Join(texts, " "); {
		case all == words || texts[len(texts)-1] == words:
			exact = append(exact, col)
		case viet.HasPhrase(all, words):
			holding = append(holding, col)
		}
	}
	slices.Sort(exact)
	slices.Sort(holding)
	if len(exact) > 0 {
		return exact
	}
	return holding
}

// Layouts are the descriptions of the figures that were found in the unit's own
// tables without one, ready to be put into co-quan.toml.
func Layouts(p *resolution.Plan, b *workbook.Book, ret returns.Return) string {
	var out strings.Builder
	for _, o := range ret.Observations {
		if o.Answer != returns.Given || o.How == "form" || o.How == "layout" || o.At.Cell == "" {
			continue
		}
		s := b.Sheet(o.At.Sheet)
		row, col, ok := cellAddress(o.At.Cell)
		if s == nil || !ok {
			continue
		}
		fmt.Fprintf(&out, "[[layout]]\nunit   = %s\ninput  = %s\nsheet  = %s\n", strconv.Quote(ret.Unit), strconv.Quote(o.Key), resolution.Quoted(s.Name))
		label, heading := described(p, s, row, col)
		l := resolution.Layout{Row: label, Column: heading}
		if label != "" && heading != "" && len(layoutRows(s, &l)) == 1 && slices.Equal(layoutColumns(s, &l, row, layoutRows(s, &l)[0].Col), []int{col}) {
			fmt.Fprintf(&out, "row    = %s\ncolumn = %s\n\n", resolution.Quoted(label), resolution.Quoted(heading))
		} else {
			fmt.Fprintf(&out, "cell   = %s\n\n", resolution.Quoted(o.At.Cell))
		}
	}
	return out.String()
}

// described is the label of a table's row and the heading of its column.
func described(p *resolution.Plan, s *workbook.Sheet, row, col int) (label, heading string) {
	for _, t := range newGrid(s).tables() {
		if row <= t.bottom || row > t.end {
			continue
		}
		label = firstLine(s.At(row, max(t.columns.label, t.columns.measure)))
		if t.columns.label > 0 {
			label = firstLine(s.At(row, t.columns.label))
		}
		for _, h := range t.heads {
			if h.col == col {
				heading = h.shown
			}
		}
	}
	return label, heading
}
