package workbook

import (
	"bytes"
	"errors"
	"slices"
	"sort"
	"strconv"
	"strings"

	"baocao/internal/quantity"
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

// odsPooled says which part of the pool is which field of which cells.
type odsPooled struct {
	cell, count, from, to int
	field                 field
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
	for {
		tok, err := s.next()
		if err != nil {
			return err
		}
		switch tok {
		case endTag:
			return nil
		case characters:
			if !isBlank(s.odsPart.text) {
				return s.bad()
			}
			continue
		}
		switch string(s.local) {
		case "table-row":
			err = s.tableRow()
		case "table-column":
			err = s.tableColumn()
		case "table-rows", "table-header-rows", "table-row-group", "table-columns", "table-header-columns", "table-column-group":
			err = s.rows()
		case "table", "table-cell", "covered-table-cell":
			// A table in a table, or a cell in no row, has no address.
			if s.in(tableSpace, s.prefix) {
				return s.bad()
			}
			err = s.skip()
		case "named-expressions":
			err = s.namedExpressions(s.odsPart)
		default:
			err = s.skip()
		}
		if err != nil {
			return err
		}
	}
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
	return s.skip()
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
	for {
		tok, err := s.next()
		if err != nil {
			return err
		}
		switch tok {
		case endTag:
			return nil
		case characters:
			if !isBlank(s.odsPart.text) {
				return s.bad()
			}
			continue
		}
		switch string(s.local) {
		case "table-cell", "covered-table-cell":
			err = s.cell()
		case "soft-page-break":
			err = s.skip()
		default:
			return s.bad()
		}
		if err != nil {
			return err
		}
	}
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
	cell := Cell{Row: s.row, Col: col}
	text, blank, err := s.value(c, &cell)
	if err != nil {
		return err
	}
	if blank && len(c.formula) == 0 {
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
	if len(c.formula) > 0 {
		formula := odsFormula(string(unescapeAttribute(c.formula)))
		if len(formula) > s.lim.MaxTextLen {
			return s.text.tooLong()
		}
		if err := s.keep(at, c.repeat, formulaField, []byte(formula)); err != nil {
			return err
		}
	}
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
		err = s.keep(at, c.repeat, textField, text)
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

// value finds out what a cell holds: its kind and number are set, its text is
// returned. blank tells that it holds nothing.
func (s *odsSheet) value(c *odsCell, cell *Cell) (text []byte, blank bool, err error) {
	shown := s.text.text
	if s.text.paragraphs == 0 {
		shown = unescapeAttribute(c.text)
	}
	if c.isError || len(c.formula) > 0 && isErrorName(shown) && !s.showsAValue(c) {
		cell.Kind = Error
		if len(shown) == 0 {
			shown = []byte("#VALUE!") // which one it was, the file does not say
		}
		return shown, false, nil
	}
	kind := string(c.kind)
	switch kind {
	case "string", "":
		text := s.stringValue(c)
		if len(text) > s.lim.MaxTextLen {
			return nil, false, s.text.tooLong()
		}
		// An empty text is a formula's result like any other, and LibreOffice
		// shows it without a type; nothing at all is a formula without result.
		if len(c.formula) > 0 && (kind == "string" || s.text.paragraphs > 0) || len(text) > 0 {
			cell.Kind = Text
		}
		return text, len(text) == 0, nil
	case "void":
		return nil, true, nil
	case "float", "percentage", "currency", "date", "time", "boolean":
	default:
		return nil, false, &fault{code: "B128", args: args{"found": printable(kind)}}
	}
	v := bytes.TrimSpace(unescapeAttribute(c.stored()))
	if len(v) == 0 {
		if len(shown) == 0 {
			return nil, true, nil
		}
		return nil, false, unfitting(shown)
	}
	if truth := string(shown); len(c.formula) > 0 && (truth == "TRUE" && string(v) == "1" || truth == "FALSE" && string(v) == "0") {
		// LibreOffice stores so a truth value that came from an Excel file.
		cell.Kind, cell.Text = Bool, truth
		return nil, false, nil
	}
	cell.Kind = Number
	ok := true
	switch kind {
	case "date":
		cell.Number, ok = odsDate(string(v))
	case "time":
		cell.Number, ok = odsDuration(string(v))
	case "boolean":
		cell.Kind = Bool
		switch string(v) {
		case "true":
			cell.Text = "TRUE"
		case "false":
			cell.Text = "FALSE"
		default:
			ok = false
		}
		return nil, false, orUnfitting(ok, v)
	default:
		cell.Number, err = number(v)
	}
	if err == nil {
		err = orUnfitting(ok, v)
	}
	return nil, false, err
}

func unfitting(v []byte) error {
	return &fault{code: "B126", args: args{"found": printable(string(v))}}
}

func orUnfitting(ok bool, v []byte) error {
	if ok {
		return nil
	}
	return unfitting(v)
}

// stringValue is a cell's text. The one its attribute states counts; but there
// line breaks have become spaces, so the one shown is taken where they agree.
func (s *odsSheet) stringValue(c *odsCell) []byte {
	if !c.hasText {
		return s.text.text
	}
	stated := unescapeAttribute(c.text)
	if bytes.Equal(stated, s.text.text) || bytes.Equal(joinFields(stated), joinFields(s.text.text)) && len(s.text.text) > 0 {
		return s.text.text
	}
	s.text.stretches = s.text.stretches[:0]
	return stated
}

func joinFields(s []byte) []byte { return bytes.Join(bytes.Fields(s), []byte(" ")) }

// showsAValue tells that a formula's cell whose text looks like an error holds
// a value nonetheless: programs store an error as 0 or as an empty text.
func (s *odsSheet) showsAValue(c *odsCell) bool {
	v := bytes.TrimSpace(c.stored())
	switch string(c.kind) {
	case "float", "percentage", "currency":
		n, err := number(v)
		return err == nil && n.Sign() != 0
	}
	return len(v) > 0
}

// isErrorName tells whether a text is what programs show for an error.
func isErrorName(s []byte) bool {
	switch string(s) {
	case "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#ERROR!", "#SPILL!", "#CALC!":
		return true
	}
	digits, ok := bytes.CutPrefix(s, []byte("Err:"))
	_, isIndex := index(digits)
	return ok && isIndex
}

// keep puts a text into the pool, to be the given field of cells.
func (s *odsSheet) keep(cell, count int, f field, text []byte) error {
	if len(text) == 0 {
		return nil
	}
	if err := s.guard.use(len(text)); err != nil {
		return err
	}
	from := len(s.pool)
	s.pool = append(s.pool, text...)
	s.pending = append(s.pending, odsPooled{cell, count, from, len(s.pool), f})
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
			switch c := &s.cells[p.cell+i]; p.field {
			case textField:
				c.Text = text
			case formulaField:
				c.Formula = text
			}
		}
	}
	s.pool, s.pending = s.pool[:0], s.pending[:0]
}

// odsDate turns a date, with or without a time of day, into the day number
// other cells hold. Any year from 1 on is one: a figure in a cell that was
// formatted as a date by mistake is stored as the year 12015.
func odsDate(s string) (n quantity.Number, ok bool) {
	s = strings.TrimSuffix(s, "Z")
	day, clock, timed := strings.Cut(s, "T")
	parts := strings.Split(day, "-")
	if len(parts) != 3 || len(parts[0]) < 4 || len(parts[0]) > 6 || len(parts[1]) != 2 || len(parts[2]) != 2 {
		return n, false
	}
	year, ok1 := index([]byte(parts[0]))
	month, ok2 := index([]byte(parts[1]))
	d, ok3 := index([]byte(parts[2]))
	if !ok1 || !ok2 || !ok3 || year < 1 || month < 1 || month > 12 || d < 1 || d > daysIn(year, month) {
		return n, false
	}
	n = quantity.Int(int64(dayNumber(year, month, d) - dayNumber(1899, 12, 30)))
	if !timed {
		return n, true
	}
	fields := strings.Split(clock, ":")
	if len(fields) < 2 || len(fields) > 3 {
		return n, false
	}
	seconds, ok := secondsOf(fields)
	if !ok || len(fields[1]) != 2 || fields[1] > "59" || seconds.Cmp(secondsOfDay) > 0 {
		return n, false
	}
	q, ok := seconds.Quo(secondsOfDay)
	return sum(n, q), ok
}

var secondsOfDay = quantity.Int(24 * 60 * 60)

// sum adds without making a rational out of a whole day.
func sum(n, m quantity.Number) quantity.Number {
	if m.Sign() == 0 {
		return n
	}
	return n.Add(m)
}

func isLeap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// dayNumber counts the days since the beginning of the calendar in use today,
// carried back to the year 1.
func dayNumber(year, month, day int) int {
	y := year - 1
	n := 365*y + y/4 - y/100 + y/400
	for m := 1; m < month; m++ {
		n += daysIn(year, m)
	}
	return n + day
}

// secondsOf adds up hours, minutes and seconds; only the last may have a
// fraction.
func secondsOf(fields []string) (total quantity.Number, ok bool) {
	for i, unit := range []int64{3600, 60, 1} {
		if i == len(fields) {
			break
		}
		f := fields[i]
		if f == "" || len(f) > 32 || f[0] < '0' || f[0] > '9' || i < 2 && strings.Trim(f, "0123456789") != "" || strings.Trim(f, "0123456789.") != "" {
			return total, false
		}
		n, err := number([]byte(f))
		if err != nil {
			return total, false
		}
		total = total.Add(n.Mul(quantity.Int(unit)))
	}
	return total, true
}

// odsDuration turns a time of day or a duration, "PT10H30M00S", into a fraction
// of a day.
func odsDuration(s string) (n quantity.Number, ok bool) {
	s, negative := strings.CutPrefix(s, "-")
	s, ok = strings.CutPrefix(s, "P")
	if !ok {
		return n, false
	}
	days, clock, timed := strings.Cut(s, "T")
	fields := []string{"0", "0", "0"}
	found := false
	for i, unit := range "HMS" {
		number, rest, has := strings.Cut(clock, string(unit))
		if has {
			fields[i], clock, found = strings.Replace(number, ",", ".", 1), rest, true
		}
	}
	whole := 0
	if days != "" {
		number, rest, has := strings.Cut(days, "D")
		if whole, ok = index([]byte(number)); !has || !ok || rest != "" {
			return n, false
		}
		found = true
	}
	if !found || clock != "" || timed && strings.HasSuffix(s, "T") {
		return n, false
	}
	seconds, ok := secondsOf(fields)
	if !ok {
		return n, false
	}
	n, ok = seconds.Quo(secondsOfDay)
	n = sum(quantity.Int(int64(whole)), n)
	if negative {
		n = n.Neg()
	}
	return n, ok
}
