package recognise

import (
	"cmp"
	"fmt"
	"slices"
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
	r.described[ask.Key()] = here
	misfit := func(code string, args diag.Args, may ...place) {
		described := diag.Position{File: resolution.OfficeFile, Line: l.Line}
		p := diag.New(code, here, args).ForUnit(r.unit).ForMeasure(ask.Measure.ID).See(described)
		q := r.oneOf(ask, may...)
		q.Found = cmp.Or(q.Found, s.Name)
		if o, ok := r.undescribed().answers[ask.Key()]; ok && len(may) == 0 && o.Answer > returns.Faulty {
			q = r.oneOf(ask)
			q.Candidates = []diag.Candidate{answerOf(o)}
		}
		r.problems = append(r.problems, p.Ask(q))
		r.unusable(ask, here, returns.ByLayout)
	}
	row, col, ok := cellAddress(l.Cell)
	h := head{row: row, col: col, of: r.frame()}
	if !ok {
		rows := layoutRows(s, l)
		if len(rows) != 1 {
			var may []place
			for _, c := range rows {
				if heads := layoutColumns(s, l, c.Row, c.Col); len(heads) == 1 {
					may = append(may, r.layoutPlace(l, s, heads[0], c.Row))
				}
			}
			misfit("B250", diag.Args{"label": ask.Label, "row": l.Row, "count": len(rows)}, may...)
			return
		}
		row = rows[0].Row
		heads := layoutColumns(s, l, row, rows[0].Col)
		if len(heads) != 1 {
			var may []place
			for _, h := range heads {
				may = append(may, r.layoutPlace(l, s, h, row))
			}
			misfit("B251", diag.Args{"label": ask.Label, "column": l.Column, "count": len(heads)}, may...)
			return
		}
		h = heads[0]
	}
	r.described[ask.Key()] = r.at(s, row, h.col)
	r.take(ask, r.layoutPlace(l, s, h, row))
	if o, ok := r.answers[ask.Key()]; ok && o.Answer == returns.Blank {
		here = o.At
		misfit("B252", diag.Args{"label": ask.Label})
	}
}

// undescribed reads the file as if nothing of it had been described.
func (r *reader) undescribed() *reader {
	if r.plain == nil {
		r.plain = r.Knowledge.reader(r.file, r.unit, r.book)
		r.plain.readTables()
	}
	return r.plain
}

// layoutPlace is the cell that a layout shows, with what its table says of it:
// the table it lies in where that is one of a known shape, else what stands
// over it on the sheet.
func (r *reader) layoutPlace(l *resolution.Layout, s *workbook.Sheet, h head, row int) place {
	g := r.gridOf(s)
	p := place{sheet: s, row: row, col: h.col, how: returns.ByLayout, heading: h, grid: g,
		titles: r.titlesOverLayout(g, row), unitCol: g.columnOver(row, measureHeads),
		noteCol: g.columnOver(row, noteHeads)}
	for _, t := range g.tables() {
		if t.bottom < row && row <= t.end {
			r.under(&t, r.titlesOver(g, &t))
			p = t.column(g, t.head(h)).inRow(row, returns.ByLayout)
			p = r.amid(&t, p)
		}
	}
	p.noneCol, p.layout = 0, l
	p.labels = []string{l.Under, l.Row}
	return p
}

// columnOver is the column headed with one of the words over a row, the nearest such
// heading; 0 for none.
func (g *grid) columnOver(row int, words []string) int {
	for i := g.before(row) - 1; i >= 0; i-- {
		if col := g.rows[i].headed(words); col > 0 {
			return col
		}
	}
	return 0
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
func layoutColumns(s *workbook.Sheet, l *resolution.Layout, row, labelCol int) []head {
	words := viet.Fold(l.Column)
	heads := map[int]head{}
	covered := map[int]*workbook.Cell{} // the heading last taken for a column
	add := func(c *workbook.Cell, first, last int) {
		text := cellText(c)
		if text == "" || len(text) > 200 || c.Kind != workbook.Text && !year().MatchString(text) {
			return
		}
		for col := max(first, labelCol+1); col <= last; col++ {
			if covered[col] != c {
				covered[col] = c
				heads[col] = heads[col].under(c, col, text)
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
	var exact, holding []head
	for _, h := range heads { // sorted below
		switch {
		case h.words == words || h.last == words:
			exact = append(exact, h)
		case viet.HasPhrase(h.words, words):
			holding = append(holding, h)
		}
	}
	if len(exact) > 0 {
		holding = exact
	}
	slices.SortFunc(holding, func(a, b head) int { return cmp.Compare(a.col, b.col) })
	return holding
}

// Layouts are descriptions to be put into co-quan.toml: of the figures that were
// found in the unit's own tables without one, and of those that were asked about.
// The latter are comments until a person says that they are meant: pasted as they
// are they take nothing.
func Layouts(b *workbook.Book, ret returns.Return, problems []diag.Problem, lang diag.Lang) string {
	var out strings.Builder
	for _, o := range ret.Observations {
		if o.Answer == returns.Given && o.How != returns.ByForm && o.How != returns.ByLayout && o.At.Cell != "" {
			out.WriteString(entryFor(b, ret.Unit, o.Key, o.At))
		}
	}
	for _, p := range problems {
		if !p.IsQuestion() || p.Question.Step != diag.ByReading || p.Question.Candidates == nil {
			continue
		}
		key := "layout.check"
		if len(p.Question.Candidates) > 1 {
			key = "layout.choose"
		}
		fmt.Fprintf(&out, "# %s: %s\n# %s\n", p.Code, oneLine(p.In(lang)), diag.Say(key, nil).In(lang))
		for _, c := range p.Question.Candidates {
			entry := entryFor(b, ret.Unit, c.Input, p.At)
			if c.Input == "" {
				entry = ""
				for _, cell := range c.Cells {
					entry += entryFor(b, ret.Unit, cell.Input, cell.At)
				}
			}
			out.WriteString("# " + oneLine(c.Text.In(lang)) + "\n" + commented(entry))
		}
	}
	return out.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// commented makes every line of TOML a comment.
func commented(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			line = "# " + line
		}
		out.WriteString(line)
	}
	return out.String()
}

// entryFor describes where one input stands: by the words of its row and column
// where these lead to that cell alone, else by the cell.
func entryFor(b *workbook.Book, unit, input string, at diag.Position) string {
	s := b.Sheet(at.Sheet)
	row, col, ok := cellAddress(at.Cell)
	if s == nil || !ok {
		return ""
	}
	entry := fmt.Sprintf("[[layout]]\nunit   = %s\ninput  = %s\nsheet  = %s\n", resolution.Quoted(unit),
		resolution.Quoted(input), resolution.Quoted(s.Name))
	label, heading := described(b, s, row, col)
	l := resolution.Layout{Row: label, Column: heading}
	if rows := layoutRows(s, &l); label != "" && len(rows) > 1 {
		l.Under = blockOver(s, l, row)
	}
	rows := layoutRows(s, &l)
	if label == "" || heading == "" || len(rows) != 1 || rows[0].Row != row ||
		!onlyColumn(layoutColumns(s, &l, row, rows[0].Col), col) {
		return entry + fmt.Sprintf("cell   = %s\n\n", resolution.Quoted(at.Cell))
	}
	if l.Under != "" {
		entry += fmt.Sprintf("under  = %s\n", resolution.Quoted(l.Under))
	}
	return entry + fmt.Sprintf("row    = %s\ncolumn = %s\n\n", resolution.Quoted(label), resolution.Quoted(heading))
}

// blockOver is the nearest text over a row below which its label comes first in
// that row; "" for none.
func blockOver(s *workbook.Sheet, l resolution.Layout, row int) string {
	for i := len(s.Cells) - 1; i >= 0; i-- {
		c := &s.Cells[i]
		if c.Row >= row || c.Kind != workbook.Text || len(c.Text) > titleLength {
			continue
		}
		l.Under = viet.Tidy(c.Text)
		if viet.Fold(l.Under) == viet.Fold(l.Row) {
			return ""
		}
		if rows := layoutRows(s, &l); len(rows) == 1 && rows[0].Row == row && l.Under != "" {
			return l.Under
		}
	}
	return ""
}

func onlyColumn(heads []head, col int) bool { return len(heads) == 1 && heads[0].col == col }

// described is the label of a table's row and the heading of its column.
func described(b *workbook.Book, s *workbook.Sheet, row, col int) (label, heading string) {
	for _, t := range newGrid(b, s, frame{}).tables() {
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
