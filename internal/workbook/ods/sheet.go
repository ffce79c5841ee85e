package ods

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// sheetReader reads one sheet.
type sheetReader struct {
	*reader
	*xmlPart
	sheet    *workbook.Sheet
	text     cellText
	row, col int // the last ones begun, 0 for none
	lastCol  int // the last that the sheet's columns so far describe
	columns  []columns
	rowStyle []byte
	folded   int // groups around the place that are folded
	rules    []workbook.Rule
	overlays []style // of the rules, by their number

	// Texts of a row are collected and cut out of one string at its end: one
	// allocation in place of one per cell.
	pool    []byte
	pending []pooled
}

// columns are neighbouring columns up to last, and the name of the style of
// their cells that have none.
type columns struct {
	last  int
	style []byte
}

// pooled says which part of the pool is the text or the formula of which cells.
type pooled struct {
	cell, count, from, to int
	formula               bool
}

// beyond is where counting rows and columns stops: far outside any sheet.
const beyond = 1 << 27

// repeats reads how often something is repeated, not less than once and never
// more than beyond; -1 for what is no such count.
func repeats(v []byte) int {
	n := 0
	for _, c := range v {
		if c < '0' || c > '9' {
			return -1
		}
		n = min(n*10+int(c-'0'), beyond)
	}
	if n == 0 {
		return -1
	}
	return n
}

// table reads the sheet whose element was just started.
func (r *reader) table(p *xmlPart) error {
	name := p.attrString(tableSpace, "name")
	if isLinkCache(name) {
		return p.Skip()
	}
	if len(r.book.Sheets) >= r.guard.MaxSheets {
		return workbook.TooMuch(workbook.LimitSheets, r.guard.MaxSheets)
	}
	s := &sheetReader{reader: r, xmlPart: p, sheet: &workbook.Sheet{Name: name}}
	s.text = cellText{xmlPart: p, styles: r.styles, limit: r.guard.MaxTextLen}
	style, _ := p.attr(tableSpace, "style-name")
	if r.styles.hides(sheetFamily, style) {
		s.sheet.Visibility = workbook.Hidden
	}
	if pg := r.styles.pageOf(style); pg != nil {
		s.sheet.Header, s.sheet.Footer = slices.Clone(pg.header), slices.Clone(pg.footer)
	}
	r.cells = r.cells[len(r.cells):]
	if err := s.rows(); err != nil {
		return workbook.Locate(err, viet.Clean(name), "")
	}
	s.sheet.Cells = slices.Clip(r.cells)
	if err := s.dress(); err != nil {
		return workbook.Locate(err, viet.Clean(name), "")
	}
	r.book.Sheets = append(r.book.Sheets, s.sheet)
	return nil
}

// isLinkCache tells the sheets that keep what was last seen of another file
// from those of this one; no program shows them. Their names hold that file's
// address: 'file:///C:/nam-truoc.ods'#$Sheet1.
func isLinkCache(name string) bool {
	return strings.HasPrefix(name, "'") && strings.Contains(name, "'#")
}

// rows reads the rows and columns of the element just started, up to its end.
// Of groups of rows or columns only those that are folded are told.
func (s *sheetReader) rows() error {
	return s.Elements(func() error {
		switch string(s.Local) {
		case "table-row":
			return s.tableRow()
		case "table-column":
			return s.tableColumn()
		case "table-rows", "table-header-rows", "table-row-group",
			"table-columns", "table-header-columns", "table-column-group":
			shown, given := s.attr(tableSpace, "display")
			if given && string(shown) == "false" {
				s.folded++
				defer func() { s.folded-- }()
			}
			return s.rows()
		case "conditional-formats":
			return s.conditionalFormats()
		case "shapes": // those that are tied to no cell
			return s.shapes()
		case "table", "table-cell", "covered-table-cell":
			// A table in a table, or a cell in no row, has no address.
			if s.in(tableSpace, s.Prefix) {
				return s.Bad()
			}
		case "named-expressions":
			return s.namedExpressions(s.xmlPart)
		}
		return nil
	})
}

// repeated reads a count of repetitions among the attributes.
func (s *sheetReader) repeated(local string) (int, error) {
	v, ok := s.attr(tableSpace, local)
	if !ok {
		return 1, nil
	}
	n := repeats(v)
	if n < 0 {
		return 0, workbook.Refuse("B124", diag.Args{"found": workbook.Printable(string(v))})
	}
	return n, nil
}

func (s *sheetReader) hidden(family string) bool {
	v, _ := s.attr(tableSpace, "visibility")
	style, _ := s.attr(tableSpace, "style-name")
	return string(v) == "collapse" || string(v) == "filter" || s.folded > 0 || s.styles.hides(family, style)
}

func (s *sheetReader) tableColumn() error {
	n, err := s.repeated("number-columns-repeated")
	if err != nil {
		return err
	}
	first := s.lastCol + 1
	s.lastCol = min(s.lastCol+n, workbook.MaxCol)
	if first <= s.lastCol {
		style, _ := s.attr(tableSpace, "default-cell-style-name")
		s.columns = append(s.columns, columns{s.lastCol, style})
		if s.hidden(columnFamily) {
			s.sheet.HiddenCols = workbook.AppendSpan(s.sheet.HiddenCols, workbook.Span{First: first, Last: s.lastCol})
		}
	}
	return nil
}

func (s *sheetReader) tableRow() error {
	n, err := s.repeated("number-rows-repeated")
	if err != nil {
		return err
	}
	first := min(s.row+1, beyond)
	last := min(s.row+n, beyond)
	s.row, s.col = first, 0
	s.rowStyle, _ = s.attr(tableSpace, "default-cell-style-name")
	if s.hidden(rowFamily) && first <= workbook.MaxRow {
		rows := workbook.Span{First: first, Last: min(last, workbook.MaxRow)}
		s.sheet.HiddenRows = workbook.AppendSpan(s.sheet.HiddenRows, rows)
	}
	cells, merges := len(s.cells), len(s.sheet.Merges)
	if err := s.cellsOfRow(); err != nil {
		return s.here(err)
	}
	s.settlePool()
	s.col = 0
	if err := s.repeatRow(cells, merges, first, last); err != nil {
		return err
	}
	s.row = last
	return nil
}

func (s *sheetReader) cellsOfRow() error {
	return s.Elements(func() error {
		switch string(s.Local) {
		case "table-cell", "covered-table-cell":
			return s.cell()
		case "soft-page-break":
			return nil
		}
		return s.Bad()
	})
}

// here adds the cell being read to a problem.
func (s *sheetReader) here(err error) error {
	if s.col == 0 {
		return err
	}
	return workbook.Locate(err, "", workbook.Ref(s.row, s.col))
}

// repeatRow adds the row just read, from the given cell and merged range on,
// once more for each further row up to last.
func (s *sheetReader) repeatRow(cells, merges, first, last int) error {
	row, ranges := s.cells[cells:], s.sheet.Merges[merges:]
	if len(row) > 0 && last > workbook.MaxRow {
		return workbook.Refuse("B124", diag.Args{"found": strconv.Itoa(last)}).At("", row[0].Ref())
	}
	last = min(last, workbook.MaxRow)
	if n := last - first; n > 0 && len(row) > 0 {
		if n > (s.guard.MaxCells-s.count)/len(row) {
			return workbook.TooMuch(workbook.LimitCells, s.guard.MaxCells).At("", row[0].Ref())
		}
		if err := s.room(n * len(row)); err != nil {
			return err
		}
		for r := first + 1; r <= last; r++ {
			if err := s.guard.Check(); err != nil {
				return err
			}
			from := len(s.cells)
			s.cells = append(s.cells, row...)
			for i := range s.cells[from:] {
				s.cells[from+i].Row = r
			}
		}
	}
	if len(ranges) > 0 {
		for r := first + 1; r <= last; r++ {
			for _, rng := range ranges {
				rng.LastRow = min(rng.LastRow+r-rng.Row, workbook.MaxRow)
				rng.Row = r
				if err := s.merge(rng); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// room counts n more cells before they are taken.
func (s *sheetReader) room(n int) error {
	if n > s.guard.MaxCells-s.count {
		return workbook.TooMuch(workbook.LimitCells, s.guard.MaxCells)
	}
	if s.count += n; s.count > s.paid {
		if err := s.guard.Use((s.count - s.paid) * workbook.CellMemory); err != nil {
			return err
		}
		s.paid = s.count
	}
	if cap(s.cells)-len(s.cells) < n {
		s.cells = slices.Grow(s.cells, max(n, len(s.cells)))
	}
	return nil
}

func (s *sheetReader) merge(r workbook.Range) error {
	s.sheet.Merges = append(s.sheet.Merges, r)
	if len(s.sheet.Merges)&0xFFF == 0 {
		if err := s.guard.Check(); err != nil {
			return err
		}
	}
	return s.guard.Use(64)
}

// cell is a cell's element: its attributes, still escaped, nil for none.
type cell struct {
	style, formula, kind      []byte
	value, date, clock, truth []byte // which of them counts, the kind tells
	text                      []byte // the text as stated, not as shown
	hasText, isError          bool
	repeat, cols, rows        int
}

// stored is the value as stored, nil for a text.
func (c *cell) stored() []byte {
	switch string(c.kind) {
	case "float", "percentage", "currency":
		return c.value
	case "date":
		return c.date
	case "time":
		return c.clock
	case "boolean":
		return c.truth
	}
	return nil
}

func (s *sheetReader) cellAttributes() (c cell, err error) {
	c.repeat, c.cols, c.rows = 1, 1, 1
	count := func(to *int, v []byte) {
		if *to = repeats(v); *to < 0 && err == nil {
			err = workbook.Refuse("B124", diag.Args{"found": workbook.Printable(string(v))})
		}
	}
	for _, a := range s.Attrs {
		switch {
		case s.in(tableSpace, a.Prefix):
			switch string(a.Local) {
			case "style-name":
				c.style = a.Value
			case "formula":
				c.formula = a.Value
			case "number-columns-repeated":
				count(&c.repeat, a.Value)
			case "number-columns-spanned":
				count(&c.cols, a.Value)
			case "number-rows-spanned":
				count(&c.rows, a.Value)
			case "is-sub-table":
				if string(a.Value) == "true" {
					err = s.Bad()
				}
			}
		case s.in(officeSpace, a.Prefix):
			switch string(a.Local) {
			case "value-type":
				c.kind = a.Value
			case "value":
				c.value = a.Value
			case "date-value":
				c.date = a.Value
			case "time-value":
				c.clock = a.Value
			case "boolean-value":
				c.truth = a.Value
			case "string-value":
				c.text, c.hasText = a.Value, true
			}
		case s.in(calcextSpace, a.Prefix):
			if string(a.Local) == "value-type" {
				c.isError = string(a.Value) == "error"
			}
		}
	}
	return c, err
}

// cell reads one cell's element and what it stands for: one cell, or several
// alike in a row.
func (s *sheetReader) cell() error {
	s.col++
	c, err := s.cellAttributes()
	if err != nil {
		return err
	}
	first := s.col
	if (c.cols > 1 || c.rows > 1) && s.row <= workbook.MaxRow {
		for i := range min(c.repeat, max(workbook.MaxCol-first+1, 0)) {
			col := first + i
			lastRow, lastCol := min(s.row+c.rows-1, workbook.MaxRow), min(col+c.cols-1, workbook.MaxCol)
			if err := s.merge(workbook.RangeOf(s.row, col, lastRow, lastCol)); err != nil {
				return err
			}
		}
	}
	s.text.reset()
	if err := s.cellContent(&c); err != nil {
		return err
	}
	if err := s.cellValue(&c, first); err != nil {
		return err
	}
	s.col = min(first+c.repeat-1, beyond)
	return nil
}

// cellContent reads the children of a cell: its text, where it matters.
// Remarks, pictures and whatever else hangs on it are passed over.
func (s *sheetReader) cellContent(c *cell) error {
	needed := len(c.formula) > 0 || c.isError || len(c.stored()) == 0
	for depth := 0; ; {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		switch tok {
		case ooxml.EndTag:
			if depth == 0 {
				return nil
			}
			depth--
			continue
		case ooxml.Characters:
			if !ooxml.IsBlank(s.xmlPart.Text) {
				return s.Bad()
			}
			continue
		}
		switch {
		case s.in(textSpace, s.Prefix):
			switch string(s.Local) {
			case "p", "h":
				if needed {
					err = s.text.paragraph()
				} else {
					err = s.Skip()
				}
			case "list", "list-item", "list-header", "section", "numbered-paragraph":
				depth++
			default:
				err = s.Skip()
			}
		case s.in(officeSpace, s.Prefix) && string(s.Local) == "annotation":
			err = s.annotation(c)
		case s.in(tableSpace, s.Prefix) && string(s.Local) == "table":
			return s.Bad()
		case s.in(drawSpace, s.Prefix):
			err = s.shape()
		default:
			err = s.Skip()
		}
		if err != nil {
			return err
		}
	}
}

// annotation reads the remark at a cell, its author and date left out.
func (s *sheetReader) annotation(c *cell) error {
	text := cellText{xmlPart: s.xmlPart, styles: s.styles, limit: s.guard.MaxTextLen}
	err := s.Children(func(name string) error {
		switch name {
		case "p", "h":
			return text.paragraph()
		case "list":
			return s.Children(func(string) error {
				return s.Children(func(string) error { return text.paragraph() })
			})
		}
		return nil
	})
	last := min(s.col+c.repeat-1, workbook.MaxCol)
	if err != nil || len(text.text) == 0 || s.row > workbook.MaxRow || s.col > last {
		return err
	}
	if err := s.guard.Use((64 + len(text.text)) * (last - s.col + 1)); err != nil {
		return err
	}
	remark := string(text.text)
	for col := s.col; col <= last; col++ {
		s.sheet.Comments = append(s.sheet.Comments, workbook.Comment{Row: s.row, Col: col, Text: remark})
	}
	return nil
}

// cellValue takes the cell, or the cells alike, into the sheet unless blank.
func (s *sheetReader) cellValue(c *cell, col int) error {
	cell := workbook.Cell{Row: s.row, Col: col, HasFormula: len(c.formula) > 0}
	text, blank, err := s.value(c, &cell)
	if err != nil {
		return err
	}
	if blank && !cell.HasFormula {
		return nil
	}
	last := col + c.repeat - 1
	if s.row > workbook.MaxRow || last > workbook.MaxCol {
		return workbook.Refuse("B124", diag.Args{"found": workbook.Ref(s.row, min(last, beyond))})
	}
	if err := s.room(c.repeat); err != nil {
		return err
	}
	at := len(s.cells)
	ownText := ""
	switch cell.Kind {
	case workbook.Text:
		if len(s.text.stretches) > 0 && s.text.ownLooks() {
			ownText = string(text)
			err = s.guard.Use(len(text) + 32*len(s.text.stretches))
			break
		}
		fallthrough
	case workbook.Error:
		err = s.keep(at, c.repeat, text)
	}
	if err == nil && cell.HasFormula && c.repeat == 1 {
		err = s.keepFormula(at, c.formula)
	}
	if err != nil {
		return err
	}
	until := 0
	for cell.Col = col; cell.Col <= last; cell.Col++ {
		if cell.Col > until {
			cell.Style, until = s.styleAt(c, cell.Col)
			cell.Style = s.fitting(cell.Style, c)
			if ownText != "" {
				cell.Text, cell.Runs = ownText, s.text.runs(ownText, s.styles.keys[cell.Style])
			}
		}
		s.cells = append(s.cells, cell)
	}
	return nil
}

// styleAt is the style of a cell: its own, or that of its row or column; and
// the last column up to which it would be the same.
func (s *sheetReader) styleAt(c *cell, col int) (style *workbook.Style, until int) {
	switch {
	case c.style != nil:
		return s.styles.cell(c.style), workbook.MaxCol
	case s.rowStyle != nil:
		return s.styles.cell(s.rowStyle), workbook.MaxCol
	}
	i := sort.Search(len(s.columns), func(i int) bool { return s.columns[i].last >= col })
	if i == len(s.columns) {
		return s.styles.cell(nil), workbook.MaxCol
	}
	return s.styles.cell(s.columns[i].style), s.columns[i].last
}

// fitting is a style with what the cell's type says about its value, where the
// style does not.
func (s *sheetReader) fitting(style *workbook.Style, c *cell) *workbook.Style {
	k := s.styles.keys[style]
	switch string(c.kind) {
	case "percentage":
		if style.NumFmt == "General" {
			k.code = "0%"
		}
	case "date":
		if !style.IsDate {
			k.code = "dd/mm/yyyy"
		}
	case "time":
		if !style.IsDate {
			k.code = "hh:mm:ss"
		}
	}
	if k.code == style.NumFmt {
		return style
	}
	return s.styles.share(k)
}

// keep puts a text into the pool, to be that of some cells.
func (s *sheetReader) keep(cell, count int, text []byte) error {
	if len(text) == 0 {
		return nil
	}
	if err := s.guard.Use(len(text)); err != nil {
		return err
	}
	from := len(s.pool)
	s.pool = append(s.pool, text...)
	s.pending = append(s.pending, pooled{cell, count, from, len(s.pool), false})
	return nil
}

// keepFormula puts a formula into the pool. Cells that are alike have one only where
// the file repeats a fixed one, so it is the first one's.
func (s *sheetReader) keepFormula(cell int, f []byte) error {
	from := len(s.pool)
	s.pool = appendFormula(s.pool, ooxml.Unescape(f))
	if len(s.pool)-from > s.guard.MaxTextLen {
		return s.text.tooLong()
	}
	s.pending = append(s.pending, pooled{cell, 1, from, len(s.pool), true})
	return s.guard.Use(len(s.pool) - from)
}

func (s *sheetReader) settlePool() {
	if len(s.pending) == 0 {
		return
	}
	pool := string(s.pool)
	for _, p := range s.pending {
		text := pool[p.from:p.to]
		for i := range s.cells[p.cell : p.cell+p.count] {
			if c := &s.cells[p.cell+i]; p.formula {
				c.Formula = text
			} else {
				c.Text = text
			}
		}
	}
	s.pool, s.pending = s.pool[:0], s.pending[:0]
}
