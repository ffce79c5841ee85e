package webpage

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/text"
)

// table is one that is open.
type table struct {
	outer *table
	depth int // of its element among those that are open

	row, from, base int  // the row being read; the first row and column
	col             int  // of the next cell, before spans are looked at
	inRow           bool // a row is open
	spans           []span
	next            int    // of spans, those before it lie to the left
	started         []span // in this row
	cell            *cell
	caption         *content
	columns         int // that <col> has described
	merges          int // of the sheet, before the table

	filled, inner int // cells of the row with text, and with tables
	last          int // the last row that a table within a cell took

	cells int   // that hold something
	only  *cell // the last of them; nil where it holds a table
}

// span is columns that a cell of a row above takes, down to a row.
type span struct{ first, last, until int }

// cell is the one that is open.
type cell struct {
	*content
	attributes
	col, lastCol, lastRow int
	inner                 bool    // it holds a table
	framed                *framed // what a table that is no more than a frame holds in it
}

// framed is a cell that a frame stands around, and that says more than its text.
type framed struct {
	workbook.Cell
	hidden bool // it takes no place on the page
}

func (r *reader) startTabular(name string, l look, a *attributes) error {
	if name == "table" {
		return r.startTable(l)
	}
	t := r.table
	if t == nil {
		return nil // a cell of no table is text
	}
	switch name {
	case "caption":
		if err := r.endRow(); err != nil {
			return err
		}
		t.caption = newContent(r, l)
	case "thead", "tbody", "tfoot", "colgroup":
		if err := r.endRow(); err != nil {
			return err
		}
		r.close(t.depth)
		l = r.lookOf(name, a)
		if name == "colgroup" && a.span != "" {
			r.column(l, a)
		}
	case "tr":
		if err := r.endRow(); err != nil {
			return err
		}
		for top := len(r.open) - 1; top > t.depth && !isGroup(r.open[top].name); top-- {
			r.open = r.open[:top]
		}
		l = r.lookOf(name, a)
		if err := r.startRow(); err != nil {
			return err
		}
		if l.hidden || isZero(a.height) {
			if t.row <= workbook.MaxRow {
				r.sheet.HiddenRows = append(r.sheet.HiddenRows, workbook.Span{First: t.row, Last: t.row})
			}
			l.hidden = false // what is in it is hidden with it
		}
	case "td", "th":
		if err := r.endCell(); err != nil {
			return err
		}
		if !t.inRow {
			if err := r.startRow(); err != nil {
				return err
			}
		}
		l = r.lookOf(name, a)
		if err := r.startCell(l, a); err != nil {
			return err
		}
	}
	return r.push(name, l)
}

// isGroup tells the elements that rows of a table stand in.
func isGroup(name string) bool { return name == "thead" || name == "tbody" || name == "tfoot" }

func isZero(v string) bool {
	v = strings.TrimSuffix(strings.TrimSpace(v), "px")
	return v != "" && strings.Trim(v, "0.") == ""
}

// close ends all elements inside of the one at a depth.
func (r *reader) close(depth int) { r.open = r.open[:min(len(r.open), depth+1)] }

func (r *reader) startTable(l look) error {
	r.tables++
	outer := r.table
	t := &table{outer: outer, depth: len(r.open), base: 1, merges: len(r.sheet.Merges)}
	if err := r.guard.Use(256); err != nil {
		return err
	}
	switch {
	case outer == nil:
		if err := r.flush(); err != nil {
			return err
		}
		t.row = r.row
	case outer.cell == nil:
		return r.bad()
	default:
		t.row, t.base = max(outer.row-1, outer.last), outer.cell.col
		if !outer.cell.blank() {
			t.row = max(outer.row, outer.last)
		}
	}
	t.from = t.row + 1
	if t.row > workbook.MaxRow || t.base > workbook.MaxCol {
		return r.bad()
	}
	r.table = t
	return r.push("table", l)
}

func (r *reader) startRow() error {
	t := r.table
	t.row++
	t.inRow, t.col, t.next, t.filled, t.inner = true, t.base, 0, 0, 0
	t.spans = slices.DeleteFunc(t.spans, func(s span) bool { return s.until < t.row })
	return r.guard.Check()
}

func (r *reader) startCell(l look, a *attributes) error {
	t := r.table
	for t.next < len(t.spans) && t.spans[t.next].first <= t.col {
		t.col = max(t.col, t.spans[t.next].last+1)
		t.next++
	}
	cols, rows := count(a.colspan), count(a.rowspan)
	c := &cell{content: newContent(r, l), attributes: *a, col: t.col}
	c.lastCol, c.lastRow = min(t.col+cols-1, workbook.MaxCol), min(t.row+rows-1, workbook.MaxRow)
	if a.rowspan == "0" {
		c.lastRow = workbook.MaxRow
	}
	if t.col = max(c.lastCol, c.col) + 1; c.lastRow > t.row {
		t.started = append(t.started, span{c.col, c.lastCol, c.lastRow})
		if err := r.guard.Use(24); err != nil {
			return err
		}
	}
	t.cell = c
	return nil
}

// count reads how many columns or rows a cell takes.
func count(s string) int {
	s = strings.TrimSpace(s)
	digits := s
	if i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }); i >= 0 {
		digits = s[:i]
	}
	n, err := strconv.Atoi(digits)
	if err != nil && digits != "" {
		return workbook.MaxRow
	}
	return min(max(n, 1), workbook.MaxRow)
}

// column takes note of columns that are hidden.
func (r *reader) column(l look, a *attributes) {
	t := r.table
	if t == nil {
		return
	}
	first := t.base + t.columns
	t.columns = min(t.columns+count(a.span), workbook.MaxCol)
	if last := min(t.base+t.columns-1, workbook.MaxCol); (l.hidden || isZero(a.width)) && first <= last {
		r.sheet.HiddenCols = append(r.sheet.HiddenCols, workbook.Span{First: first, Last: last})
	}
}

func (r *reader) endTabular(name string) error {
	t := r.table
	if t == nil {
		return nil
	}
	switch name {
	case "td", "th":
		return r.endCell()
	case "table":
		return r.endTable()
	case "caption":
		return r.endRow()
	case "tr", "thead", "tbody", "tfoot":
		if err := r.endRow(); err != nil {
			return err
		}
		r.close(t.depth)
	}
	return nil
}

// endCell puts the cell that is open into the sheet.
func (r *reader) endCell() error {
	t := r.table
	c := t.cell
	if c == nil {
		return nil
	}
	for i := len(r.open) - 1; i > t.depth; i-- { // up to its own element
		name := r.open[i].name
		r.open = r.open[:i]
		if name == "td" || name == "th" {
			break
		}
	}
	at := len(r.sheet.Cells)
	if err := r.put(t.row, c.col, c.content, &c.attributes, true); err != nil {
		return err
	}
	if f := c.framed; f != nil && !(f.hidden && (len(r.sheet.Cells) > at || c.inner)) {
		if len(r.sheet.Cells) > at || c.inner {
			return r.bad() // two values in one cell
		}
		f.Row, f.Col = t.row, c.col
		r.sheet.Cells = append(r.sheet.Cells, f.Cell)
	}
	if filled := len(r.sheet.Cells) > at; filled || c.inner {
		t.cells++
		t.filled++
		t.only = c
	}
	if c.inner {
		t.only = nil
		t.inner++
	} else if (c.lastCol > c.col || c.lastRow > t.row) && c.col <= workbook.MaxCol && t.row <= workbook.MaxRow {
		if err := r.guard.Use(64); err != nil {
			return err
		}
		r.sheet.Merges = append(r.sheet.Merges,
			workbook.Range{Row: t.row, Col: c.col, LastRow: c.lastRow, LastCol: c.lastCol})
	}
	t.cell = nil
	return nil
}

// endRow ends the row that is open, or the caption. A table in a cell takes rows of
// its own, so that nothing else may stand beside it.
func (r *reader) endRow() error {
	t := r.table
	if err := r.endCell(); err != nil {
		return err
	}
	if c := t.caption; c != nil {
		t.caption = nil
		if !c.blank() {
			t.row++
			if err := r.put(t.row, t.base, c, &attributes{}, false); err != nil {
				return err
			}
		}
	}
	if !t.inRow {
		return nil
	}
	t.inRow = false
	if t.inner > 0 && (t.filled > 1 || len(t.started) > 0 || len(t.spans) > 0) {
		return r.bad()
	}
	if len(t.started) > 0 {
		t.spans = append(t.spans, t.started...)
		t.started = t.started[:0]
		slices.SortFunc(t.spans, func(a, b span) int { return cmp.Compare(a.first, b.first) })
	}
	t.row = max(t.row, t.last)
	return nil
}

func (r *reader) endTable() error {
	t := r.table
	if err := r.endRow(); err != nil {
		return err
	}
	for i := t.merges; i < len(r.sheet.Merges); i++ { // a cell does not reach below its table
		m := &r.sheet.Merges[i]
		m.LastRow = max(min(m.LastRow, t.row), m.Row)
	}
	r.open = r.open[:min(len(r.open), t.depth)]
	r.table = t.outer
	if t.outer == nil {
		r.row = t.row
		return nil
	}
	outer := t.outer
	if t.only != nil && t.cells == 1 && t.from == t.row { // no table but a frame around a text
		last := len(r.sheet.Cells) - 1
		within := r.sheet.Cells[last]
		r.sheet.Cells = r.sheet.Cells[:last]
		if t.only.isPlain(&within) {
			text, _, _ := t.only.shown()
			outer.cell.block = true
			return outer.cell.add(text, t.only.look)
		}
		return r.frame(outer.cell, &within, t.only)
	}
	if t.cells > 0 {
		outer.cell.inner = true
		outer.last = max(outer.last, t.row)
	}
	return nil
}

// isPlain: the cell that was put says no more than its text.
func (c *cell) isPlain(put *workbook.Cell) bool {
	return put.Runs == nil && !put.HasFormula && !put.Style.Struck && !put.Style.Unseen && c.framed == nil &&
		!c.isStored && !c.isText && c.truth == "" && c.bad == ""
}

// frame keeps for a cell the one that a frame in it holds. Of two only one can be
// its value: the one that has a place on the page.
func (r *reader) frame(outer *cell, within *workbook.Cell, c *cell) error {
	f := &framed{*within, within.Style.Unseen && (c.look.hidden || c.blank())}
	if c.framed != nil {
		f.hidden = c.framed.hidden
	}
	switch before := outer.framed; {
	case before == nil || before.hidden:
		outer.framed = f
	case !f.hidden:
		return r.bad()
	}
	return nil
}

// put makes a cell of a content, unless it is blank.
func (r *reader) put(row, col int, c *content, a *attributes, tabular bool) error {
	shown, runs, unseen := c.shown()
	blank := strings.TrimSpace(shown) == ""
	if blank && !a.isStored && a.formula == "" && a.truth == "" && a.bad == "" {
		return nil
	}
	if row > workbook.MaxRow || col > workbook.MaxCol {
		return workbook.Refuse("B124", diag.Args{"found": workbook.Ref(row, col)})
	}
	if len(r.sheet.Cells) >= r.guard.MaxCells {
		return workbook.TooMuch(workbook.LimitCells, r.guard.MaxCells)
	}
	if err := r.guard.Use(workbook.CellMemory + len(shown) + len(a.formula)); err != nil {
		return err
	}
	r.row = max(r.row, row)
	out := workbook.Cell{Row: row, Col: col, Kind: workbook.Text, Text: shown, Runs: runs,
		Formula: strings.TrimPrefix(a.formula, "="), HasFormula: a.formula != ""}
	format := ""
	switch {
	case a.bad != "" || errorNames[shown]:
		out.Kind, out.Runs = workbook.Error, nil
		out.Text = cmp.Or(a.bad, shown)
	case strings.EqualFold(a.truth, "true") || strings.EqualFold(a.truth, "false"):
		out.Kind, out.Text, out.Runs = workbook.Bool, strings.ToUpper(a.truth), nil
	case a.stored == "1" && shown == "TRUE" || a.stored == "0" && shown == "FALSE": // LibreOffice
		out.Kind, out.Runs = workbook.Bool, nil
	case a.isStored:
		out.Text, out.Runs = "", nil
		if err := out.SetNumber([]byte(strings.TrimSpace(a.stored))); err != nil {
			return workbook.Locate(err, viet.Clean(r.sheet.Name), workbook.Ref(row, col))
		}
		if out.Kind == workbook.Number {
			format = formatOf(out.Number, shown, cmp.Or(c.look.format, formatIn(a.sdnum)))
		}
	case blank: // a formula that has given nothing
		out.Kind, out.Text, out.Runs = workbook.NoValue, "", nil
	case tabular && !a.isText:
		if n, ok := text.PlainNumber(strings.TrimSpace(shown)); ok && runs == nil {
			out.Kind, out.Number, out.Text = workbook.Number, n, ""
		}
	}
	struck, script := c.look.struck, workbook.OnLine
	if out.Kind == workbook.Number { // it has no runs that would say it
		for i := range runs {
			struck, unseen = struck || runs[i].Struck, unseen || runs[i].Unseen
		}
		if whole := (workbook.Cell{Runs: runs}); runs != nil && whole.IsOffLine() {
			script = runs[0].Script
		}
	}
	out.Style = r.style(styleKey{c.look.font, cmp.Or(format, "General"), struck, unseen && !blank, script})
	r.sheet.Cells = append(r.sheet.Cells, out)
	return nil
}

var errorNames = map[string]bool{"#DIV/0!": true, "#N/A": true, "#NAME?": true, "#NULL!": true, "#NUM!": true,
	"#REF!": true, "#VALUE!": true}

// formatIn is the format that LibreOffice states beside a stored number: its
// languages come first, "1033;0;0.0%".
func formatIn(sdnum string) string {
	parts := strings.SplitN(sdnum, ";", 3)
	if len(parts) < 3 {
		return ""
	}
	return parts[2]
}

// formatOf is a format by which a stored number shows as the page does: the one that
// the page states, or one that is found by the digits shown. Where there is none the
// page shows something else than it stores, and the format says what.
func formatOf(n quantity.Number, shown, stated string) string {
	shown = viet.Tidy(strings.ReplaceAll(shown, "\u00A0", " "))
	if stated != "" {
		c := workbook.Cell{Kind: workbook.Number, Number: n, Style: workbook.NewStyle("", stated)}
		s, ok := workbook.Show(&c)
		if c.Style.IsDate || ok && digitsOf(s.Text) == digitsOf(shown) && lettersOf(s.Text) == lettersOf(shown) {
			return stated
		}
	}
	if shown == n.Plain() || shown == n.Exact() || shown == strings.ReplaceAll(n.Exact(), ".", "") {
		return "General"
	}
	digits := digitsOf(shown)
	if digits != "" && lettersOf(shown) == "" {
		percent, value := "", n.Abs()
		if strings.Contains(shown, "%") {
			percent, value = "%", value.Mul(quantity.Int(100))
		}
		decimals := 0
		if i := strings.LastIndexAny(shown, ".,"); i >= 0 {
			decimals = len(digitsOf(shown[i:]))
		}
		places := []int{decimals}
		if decimals == 3 { // or thousands
			places = []int{0, 3}
		}
		negative := strings.ContainsAny(shown, "-−(")
		for _, d := range places {
			if rounded := value.Round(d); digitsOf(rounded.Table(d)) == digits &&
				(negative == (n.Sign() < 0) || rounded.Sign() == 0) {
				code := "#,##0"
				if d > 0 {
					code += "." + strings.Repeat("0", d)
				}
				return code + percent
			}
		}
	}
	if shown == "" {
		return ";;;"
	}
	return `"` + strings.ReplaceAll(shown, `"`, "”") + `"`
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// lettersOf are the signs of a text that are no part of how a number is written.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("0123456789 .,-−+()%\u00A0", r) {
			return -1
		}
		return r
	}, s)
}

// styleKey is what a style says.
type styleKey struct {
	font, format   string
	struck, unseen bool
	script         workbook.Script
}

func (r *reader) style(k styleKey) *workbook.Style {
	if r.styles[k] == nil {
		r.styles[k] = workbook.NewStyle(k.font, k.format).With(k.struck, k.unseen).Placed(k.script)
	}
	return r.styles[k]
}
