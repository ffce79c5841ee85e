package workbook

import (
	"errors"
	"slices"
	"sort"
	"strconv"
	"strings"

	"baocao/internal/viet"
)

// odsSheet reads one sheet.
type odsSheet struct {
	*odsReader
	*odsPart
	sheet    *Sheet
	text     odsText
	row, col int // the last ones begun, 0 for none
	lastCol  int // told of by the sheet's columns so far
	columns  []odsColumns
	rowStyle []byte

	// Texts of a row are collected and cut out of one string at its end: one
	// allocation in place of one per cell.
	pool    []byte
	pending []odsPooled
}

// odsColumns are neighbouring columns up to last, and the name of the style of
// their cells that have none.
type odsColumns struct {
	last  int
	style []byte
}

// odsPooled says which part of the pool is the text of which cells.
type odsPooled struct{ cell, count, from, to int }

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
func (r *odsReader) table(p *odsPart) error {
	name := p.attrString(tableSpace, "name")
	if isLinkCache(name) {
		return p.skip()
	}
	if len(r.book.Sheets) >= r.lim.MaxSheets {
		return &fault{code: "B130", args: args{"what": limitSheets, "limit": r.lim.MaxSheets}}
	}
	s := &odsSheet{odsReader: r, odsPart: p, sheet: &Sheet{Name: name}}
	s.text = odsText{odsPart: p, styles: r.styles, limit: r.lim.MaxTextLen}
	if r.styles.hidesSheet(p.attrString(tableSpace, "style-name")) {
		s.sheet.Visibility = Hidden
	}
	r.cells = r.cells[len(r.cells):]
	if err := s.rows(); err != nil {
		var f *fault
		if errors.As(err, &f) && f.sheet == "" {
			f.sheet = viet.Clean(name)
		}
		return err
	}
	s.sheet.Cells = slices.Clip(r.cells)
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
// Groups of rows or columns are read as if they were none.
func (s *odsSheet) rows() error {
	return s.elements(func() error {
		switch string(s.local) {
		case "table-row":
			return s.tableRow()
		case "table-column":
			return s.tableColumn()
		case "table-rows", "table-header-rows", "table-row-group", "table-columns", "table-header-columns", "table-column-group":
			return s.rows()
		case "table", "table-cell", "covered-table-cell":
			// A table in a table, or a cell in no row, has no address.
			if s.in(tableSpace, s.prefix) {
				return s.bad()
			}
		case "named-expressions":
			return s.namedExpressions(s.odsPart)
		}
		return nil
	})
}

// repeated reads a count of repetitions among the attributes.
func (s *odsSheet) repeated(local string) (int, error) {
	v, ok := s.attr(tableSpace, local)
	if !ok {
		return 1, nil
	}
	n := repeats(v)
	if n < 0 {
		return 0, &fault{code: "B124", args: args{"found": printable(string(v))}}
	}
	return n, nil
}

func (s *odsSheet) hidden() bool {
	v, _ := s.attr(tableSpace, "visibility")
	return string(v) == "collapse" || string(v) == "filter"
}

func (s *odsSheet) tableColumn() error {
	n, err := s.repeated("number-columns-repeated")
	if err != nil {
		return err
	}
	first := s.lastCol + 1
	s.lastCol = min(s.lastCol+n, maxCol)
	if first <= s.lastCol {
		style, _ := s.attr(tableSpace, "default-cell-style-name")
		s.columns = append(s.columns, odsColumns{s.lastCol, style})
		if s.hidden() {
			s.sheet.HiddenCols = appendSpan(s.sheet.HiddenCols, Span{first, s.lastCol})
		}
	}
	return nil
}

func (s *odsSheet) tableRow() error {
	n, err := s.repeated("number-rows-repeated")
	if err != nil {
		return err
	}
	first := min(s.row+1, beyond)
	last := min(s.row+n, beyond)
	s.row, s.col = first, 0
	s.rowStyle, _ = s.attr(tableSpace, "default-cell-style-name")
	if s.hidden() && first <= maxRow {
		s.sheet.HiddenRows = appendSpan(s.sheet.HiddenRows, Span{first, min(last, maxRow)})
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

func (s *odsSheet) cellsOfRow() error {
	return s.elements(func() error {
		switch string(s.local) {
		case "table-cell", "covered-table-cell":
			return s.cell()
		case "soft-page-break":
			return nil
		}
		return s.bad()
	})
}

// here adds the cell being read to a fault.
func (s *odsSheet) here(err error) error {
	var f *fault
	if errors.As(err, &f) && f.cell == "" && s.col > 0 {
		f.cell = Ref(s.row, s.col)
	}
	return err
}

// repeatRow adds the row just read, from the given cell and merged range on,
// once more for each further row up to last.
func (s *odsSheet) repeatRow(cells, merges, first, last int) error {
	row, ranges := s.cells[cells:], s.sheet.Merges[merges:]
	if len(row) > 0 && last > maxRow {
		return &fault{code: "B124", cell: row[0].Ref(), args: args{"found": strconv.Itoa(last)}}
	}
	last = min(last, maxRow)
	if n := last - first; n > 0 && len(row) > 0 {
		if n > (s.lim.MaxCells-s.count)/len(row) {
			return &fault{code: "B130", cell: row[0].Ref(), args: args{"what": limitCells, "limit": s.lim.MaxCells}}
		}
		if err := s.room(n * len(row)); err != nil {
			return err
		}
		for r := first + 1; r <= last; r++ {
			if err := s.guard.check(); err != nil {
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
				rng.LastRow = min(rng.LastRow+r-rng.Row, maxRow)
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
func (s *odsSheet) room(n int) error {
	if n > s.lim.MaxCells-s.count {
		return &fault{code: "B130", args: args{"what": limitCells, "limit": s.lim.MaxCells}}
	}
	if s.count += n; s.count > s.paid {
		if err := s.guard.use((s.count - s.paid) * cellMemory); err != nil {
			return err
		}
		s.paid = s.count
	}
	if cap(s.cells)-len(s.cells) < n {
		s.cells = slices.Grow(s.cells, max(n, len(s.cells)))
	}
	return nil
}

func (s *odsSheet) merge(r Range) error {
	s.sheet.Merges = append(s.sheet.Merges, r)
	if len(s.sheet.Merges)&0xFFF == 0 {
		if err := s.guard.check(); err != nil {
			return err
		}
	}
	return s.guard.use(64)
}

// odsCell is a cell's element: its attributes, still escaped, nil for none.
type odsCell struct {
	style, formula, kind      []byte
	value, date, clock, truth []byte // which of them counts, the kind tells
	text                      []byte // the text as stated, not as shown
	hasText, isError          bool
	repeat, cols, rows        int
}

// stored is the value as stored, nil for a text.
func (c *odsCell) stored() []byte {
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

func (s *odsSheet) cellAttributes() (c odsCell, err error) {
	c.repeat, c.cols, c.rows = 1, 1, 1
	count := func(to *int, v []byte) {
		if *to = repeats(v); *to < 0 && err == nil {
			err = &fault{code: "B124", args: args{"found": printable(string(v))}}
		}
	}
	for _, a := range s.attrs {
		switch {
		case s.in(tableSpace, a.prefix):
			switch string(a.local) {
			case "style-name":
				c.style = a.value
			case "formula":
				c.formula = a.value
			case "number-columns-repeated":
				count(&c.repeat, a.value)
			case "number-columns-spanned":
				count(&c.cols, a.value)
			case "number-rows-spanned":
				count(&c.rows, a.value)
			case "is-sub-table":
				if string(a.value) == "true" {
					err = s.bad()
				}
			}
		case s.in(officeSpace, a.prefix):
			switch string(a.local) {
			case "value-type":
				c.kind = a.value
			case "value":
				c.value = a.value
			case "date-value":
				c.date = a.value
			case "time-value":
				c.clock = a.value
			case "boolean-value":
				c.truth = a.value
			case "string-value":
				c.text, c.hasText = a.value, true
			}
		case s.in(calcextSpace, a.prefix):
			if string(a.local) == "value-type" {
				c.isError = string(a.value) == "error"
			}
		}
	}
	return c, err
}

// cell reads one cell's element and what it stands for: one cell, or several
// alike in a row.
func (s *odsSheet) cell() error {
	s.col++
	c, err := s.cellAttributes()
	if err != nil {
		return err
	}
	first := s.col
	if (c.cols > 1 || c.rows > 1) && s.row <= maxRow {
		for i := range min(c.repeat, max(maxCol-first+1, 0)) {
			col := first + i
			if err := s.merge(Range{s.row, col, min(s.row+c.rows-1, maxRow), min(col+c.cols-1, maxCol)}); err != nil {
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
func (s *odsSheet) cellContent(c *odsCell) error {
	needed := len(c.formula) > 0 || c.isError || len(c.stored()) == 0
	for depth := 0; ; {
		tok, err := s.next()
		if err != nil {
			return err
		}
		switch tok {
		case endTag:
			if depth == 0 {
				return nil
			}
			depth--
			continue
		case characters:
			if !isBlank(s.odsPart.text) {
				return s.bad()
			}
			continue
		}
		switch {
		case s.in(textSpace, s.prefix):
			switch string(s.local) {
			case "p", "h":
				if needed {
					err = s.text.paragraph()
				} else {
					err = s.skip()
				}
			case "list", "list-item", "list-header", "section", "numbered-paragraph":
				depth++
			default:
				err = s.skip()
			}
		case s.in(tableSpace, s.prefix) && string(s.local) == "table":
			return s.bad()
		default:
			err = s.skip()
		}
		if err != nil {
			return err
		}
	}
}

// cellValue takes the cell, or the cells alike, into the sheet unless blank.
func (s *odsSheet) cellValue(c *odsCell, col int) error {
	cell := Cell{Row: s.row, Col: col, HasFormula: len(c.formula) > 0}
	text, blank, err := s.value(c, &cell)
	if err != nil {
		return err
	}
	if blank && !cell.HasFormula {
		return nil
	}
	last := col + c.repeat - 1
	if s.row > maxRow || last > maxCol {
		return &fault{code: "B124", args: args{"found": Ref(s.row, min(last, beyond))}}
	}
	if err := s.room(c.repeat); err != nil {
		return err
	}
	at := len(s.cells)
	ownText := ""
	switch cell.Kind {
	case Text:
		if len(s.text.stretches) > 0 && s.text.ownFonts() {
			ownText = string(text)
			err = s.guard.use(len(text) + 32*len(s.text.stretches))
			break
		}
		fallthrough
	case Error:
		err = s.keep(at, c.repeat, text)
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
				cell.Text, cell.Runs = ownText, s.text.runs(ownText, cell.Style.Font)
			}
		}
		s.cells = append(s.cells, cell)
	}
	return nil
}

// styleAt is the style of a cell: its own, or that of its row or column; and
// the last column up to which it would be the same.
func (s *odsSheet) styleAt(c *odsCell, col int) (style *Style, until int) {
	switch {
	case c.style != nil:
		return s.styles.cell(c.style), maxCol
	case s.rowStyle != nil:
		return s.styles.cell(s.rowStyle), maxCol
	}
	i := sort.Search(len(s.columns), func(i int) bool { return s.columns[i].last >= col })
	if i == len(s.columns) {
		return s.styles.cell(nil), maxCol
	}
	return s.styles.cell(s.columns[i].style), s.columns[i].last
}

// fitting is a style with what the cell's type says about its value, where the
// style does not.
func (s *odsSheet) fitting(style *Style, c *odsCell) *Style {
	switch string(c.kind) {
	case "percentage":
		if style.NumFmt == "General" {
			return s.styles.share(style.Font, "0%")
		}
	case "date":
		if !style.IsDate {
			return s.styles.share(style.Font, "dd/mm/yyyy")
		}
	case "time":
		if !style.IsDate {
			return s.styles.share(style.Font, "hh:mm:ss")
		}
	}
	return style
}

// keep puts a text into the pool, to be that of some cells.
func (s *odsSheet) keep(cell, count int, text []byte) error {
	if len(text) == 0 {
		return nil
	}
	if err := s.guard.use(len(text)); err != nil {
		return err
	}
	from := len(s.pool)
	s.pool = append(s.pool, text...)
	s.pending = append(s.pending, odsPooled{cell, count, from, len(s.pool)})
	return nil
}

func (s *odsSheet) settlePool() {
	if len(s.pending) == 0 {
		return
	}
	pool := string(s.pool)
	for _, p := range s.pending {
		text := pool[p.from:p.to]
		for i := range s.cells[p.cell : p.cell+p.count] {
			s.cells[p.cell+i].Text = text
		}
	}
	s.pool, s.pending = s.pool[:0], s.pending[:0]
}
