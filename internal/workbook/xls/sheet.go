package xls

import (
	"bytes"
	"math"
	"slices"
	"strconv"

	"baocao/internal/diag"
	"baocao/internal/workbook"
)

// sheetReader reads one sheet.
type sheetReader struct {
	*reader
	r        *records
	sheet    *workbook.Sheet
	row, col int // of the cell being read, from 1

	last struct{ row, col, end int } // the cell or row before, from 0, and where its record ends

	waiting  int             // the formula cell whose text comes in a record of its own; -1 for none
	rows     []workbook.Span // hidden ones, as they come
	cols     []workbook.Span
	isDialog bool

	sized   bool    // the record of its size was read
	margins [2]bool // whether its header and its footer were read
	inView  bool    // the records are of a view of somebody's own

	object  int            // the number of the drawn object read last
	drawn   drawn          // what it is, and where
	remarks map[int]string // the texts of drawn objects, by their number

	ruleAt   []workbook.Range // the cells of the rules being read, and the one they are written for
	ruleFor  place
	rules    []workbook.Rule
	overlays []overlay
	spreads  map[place]bool // blank cells that a text may be centred over
}

const (
	maxRows = 1 << 16
	maxCols = 1 << 8

	rowSize    = 16 // of the record of a row
	windowSize = 18 // of that of a sheet's window, from Excel 97 on
	rowBlock   = 32 // rows whose cells stand together
	lowRow     = 40 // a height of less than two points; that of a usual row has the upper bit
)

func (x *reader) readSheet(b *boundSheet) error {
	s := &sheetReader{reader: x, sheet: &workbook.Sheet{Name: b.name, Visibility: b.visibility}, waiting: -1}
	s.r = &records{part: x.part, data: x.data, guard: x.guard, pos: b.offset}
	if _, _, err := x.begin(s.r); err != nil {
		return err
	}
	// Growing the list step by step would copy a large sheet many times over.
	s.sheet.Cells = make([]workbook.Cell, 0, min(b.cells, x.guard.MaxCells-x.cells))
	if err := s.read(); err != nil {
		if s.row > 0 {
			err = workbook.Locate(err, "", workbook.Ref(s.row, s.col))
		}
		return err
	}
	if s.isDialog && len(s.sheet.Cells) == 0 {
		return nil
	}
	x.book.Sheets = append(x.book.Sheets, s.sheet)
	return nil
}

func (s *sheetReader) read() error {
	for depth := 1; depth > 0; {
		if err := s.r.next(); err != nil {
			return err
		}
		switch s.r.kind {
		case recBOF: // an embedded chart
			depth++
		case recEOF:
			depth--
		}
		if depth == 1 {
			if err := s.record(); err != nil {
				return err
			}
			s.row, s.col = 0, 0
		}
	}
	if s.waiting >= 0 {
		return s.r.bad()
	}
	return s.finish()
}

func (s *sheetReader) record() error {
	p := pieces{part: s.r.body}
	switch s.r.kind {
	case recNumber, recRK, recLabel, recLabelSST, recRString, recBoolErr, recFormula, recFormula3, recFormula4,
		recMulRK, recMulBlank, recBlank:
		if s.waiting >= 0 {
			return s.r.bad() // a formula's text is missing
		}
		if err := s.cellRecord(&p); err != nil {
			return err
		}
		s.last.row, s.last.col, s.last.end = s.row-1, s.col-1, s.r.pos
		return nil
	}
	if !isSound(s.r.kind, s.r.body) || s.isMisnamed() ||
		!isMerges(s.r.body) && s.tookIn(s.r.body) {
		return s.r.bad()
	}
	switch s.r.kind {
	case recArray, recShared:
		s.last.end = s.r.pos
	case recString:
		s.last.end = s.r.pos
		return s.formulaString()
	case recFilePass:
		return workbook.Refuse("B111", nil)
	case recRow:
		if len(p.part) != rowSize {
			return s.r.bad()
		}
		row := int(p.u16())
		s.last.row, s.last.col, s.last.end = row, -1, s.r.pos
		p.skip(4)
		height := p.u16()
		p.skip(4)
		if options := p.u16(); !p.short && (options&0x20 != 0 || height < lowRow) {
			s.rows = append(s.rows, workbook.Span{First: row + 1, Last: row + 1})
			return s.guard.Use(16)
		}
	case recColInfo:
		first, last, width := int(p.u16()), int(p.u16()), p.u16()
		p.skip(2)
		if options := p.u16(); (options&1 != 0 || width < 64) && first <= last && first < maxCols {
			s.cols = append(s.cols, workbook.Span{First: first + 1, Last: min(last+1, maxCols)})
			return s.guard.Use(16)
		}
	case recMerged:
		return s.merged(&p)
	case recWindow:
		if options := p.u16(); !p.short && options&0x10 == 0 {
			s.sheet.HidesZeros = true
		}
		return nil
	case recViewBegin, recViewEnd:
		s.inView = s.r.kind == recViewBegin
		return nil
	case recHeader, recFooter:
		return s.onlyMargin(&p)
	case recMargins:
		return s.moreMargins(&p)
	case recRuleCells:
		return s.ruleRanges(&p)
	case recRule:
		return s.rule(&p)
	case recNote:
		return s.note(&p)
	case recObject:
		s.drawnObject(&p)
		return nil
	case recDrawing:
		s.drawn.anchor(s.r.body, 0)
		return nil
	case recText:
		return s.objectText()
	case recCalcMode:
		if p.u16() == 0 {
			s.book.Stale = true
		}
	case recSheetBool:
		s.isDialog = p.u16()&0x10 != 0
	}
	if p.short {
		return s.r.bad()
	}
	return nil
}

// cellRecord reads a record that begins with a cell's row and column.
func (s *sheetReader) cellRecord(p *pieces) error {
	s.row, s.col = int(p.u16())+1, int(p.u16())+1
	if p.short {
		s.row = 0
		return s.r.bad()
	}
	if size := cellSize(s.r.kind); size > 0 && len(s.r.body) != size {
		return s.r.bad() // it holds what stood behind it, or lacks something
	}
	if s.col > maxCols {
		return workbook.Refuse("B124", diag.Args{"found": workbook.Ref(s.row, s.col)})
	}
	switch s.r.kind {
	case recBlank:
		return s.blank(s.row, s.col, p.u16())
	case recMulBlank:
		return s.blanks(p)
	case recMulRK:
		return s.numbers(p)
	}
	c := workbook.Cell{Row: s.row, Col: s.col}
	var err error
	if c.Style, err = s.style(p.u16()); err != nil {
		return err
	}
	switch s.r.kind {
	case recNumber:
		c.SetFloat(math.Float64frombits(p.u64()))
	case recRK:
		c.SetFloat(workbook.RK(p.u32()))
	case recBoolErr:
		value, isError := p.u8(), p.u8()
		err = s.constant(&c, value, isError)
	case recLabelSST:
		err = s.sharedText(&c, p.u32())
	case recLabel, recRString:
		err = s.label(&c, p)
	default:
		return s.formula(&c, p)
	}
	switch {
	case p.short:
		return s.r.bad()
	case err != nil:
		return err
	case c.Kind == workbook.Text && c.Text == "":
		return nil // a blank cell
	}
	return s.add(&c)
}

func (s *sheetReader) style(n uint16) (*workbook.Style, error) {
	if int(n) >= len(s.styles) {
		return nil, workbook.Refuse("B127", diag.Args{"found": strconv.Itoa(int(n))})
	}
	return s.styles[n], nil
}

func (s *sheetReader) add(c *workbook.Cell) error {
	if s.cells++; s.cells > s.guard.MaxCells {
		return workbook.TooMuch(workbook.LimitCells, s.guard.MaxCells)
	}
	if err := s.guard.Use(workbook.CellMemory); err != nil {
		return err
	}
	s.sheet.Cells = append(s.sheet.Cells, *c)
	return nil
}

// cellSize is the size of the cells that are all of one size, 0 for others.
func cellSize(kind uint16) int {
	switch kind {
	case recBlank:
		return 6
	case recBoolErr:
		return 8
	case recRK, recLabelSST:
		return 10
	case recNumber:
		return 14
	}
	return 0
}

// blanks looks whether a row of blank cells is as long as it says.
func (s *sheetReader) blanks(p *pieces) error {
	n := (len(p.part) - 2) / 2
	if n < 1 || len(p.part) != 2*n+2 || int(p.part[2*n])|int(p.part[2*n+1])<<8 != s.col-1+n-1 {
		return s.r.bad()
	}
	for i := range n {
		if err := s.blank(s.row, s.col+i, p.u16()); err != nil {
			return err
		}
	}
	return nil
}

// numbers reads a row of numbers side by side.
func (s *sheetReader) numbers(p *pieces) error {
	n := (len(p.part) - 2) / 6
	if len(p.part) < 8 || len(p.part) != 6*n+2 || int(p.part[6*n])|int(p.part[6*n+1])<<8 != s.col-1+n-1 {
		return s.r.bad()
	}
	for range n {
		if s.col > maxCols {
			return workbook.Refuse("B124", diag.Args{"found": workbook.Ref(s.row, s.col)})
		}
		c := workbook.Cell{Row: s.row, Col: s.col}
		var err error
		if c.Style, err = s.style(p.u16()); err != nil {
			return err
		}
		c.SetFloat(workbook.RK(p.u32()))
		if err := s.add(&c); err != nil {
			return err
		}
		s.col++
	}
	return nil
}

// constant sets a cell to true, false or an error.
func (s *sheetReader) constant(c *workbook.Cell, value, isError byte) error {
	switch {
	case isError == 1 && workbook.ErrorName(value) != "":
		c.Kind, c.Text = workbook.Error, workbook.ErrorName(value)
	case isError == 0 && value == 0:
		c.Kind, c.Text = workbook.Bool, "FALSE"
	case isError == 0 && value == 1:
		c.Kind, c.Text = workbook.Bool, "TRUE"
	default:
		return workbook.Refuse("B126", diag.Args{"found": strconv.Itoa(int(value))})
	}
	return nil
}

func (s *sheetReader) sharedText(c *workbook.Cell, n uint32) error {
	if int64(n) >= int64(len(s.strings)) {
		return workbook.Refuse("B125", diag.Args{"found": strconv.Itoa(int(n)), "count": len(s.strings)})
	}
	return s.setText(c, &s.strings[n])
}

// setText gives a cell its text. Runs are kept where they say more than the
// cell's own font does.
func (s *sheetReader) setText(c *workbook.Cell, t *sharedString) error {
	c.Kind, c.Text = workbook.Text, t.text
	runs, err := s.seen(t, c.Style)
	for i := range runs {
		r := &runs[i]
		if r.Font != "" && r.Font != c.Style.Font || r.Script != c.Style.Script || r.Struck != c.Style.Struck ||
			r.Unseen != c.Style.Unseen {
			c.Runs = runs
			break
		}
	}
	return err
}

// label reads a text that is stored with its cell.
func (s *sheetReader) label(c *workbook.Cell, p *pieces) error {
	if s.r.kind == recLabel || s.biff8 {
		whole, err := s.r.continued()
		if err != nil {
			return err
		}
		whole.skip(6)
		*p = whole
	}
	n := int(p.u16())
	var t sharedString
	var err error
	if s.biff8 {
		s.wideText(p, n)
		if s.r.kind == recRString && !p.short {
			s.marks = s.marks[:0]
			for i := int(p.u16()); i > 0 && p.more(); i-- {
				s.marks = append(s.marks, mark{int(p.u16()), int(p.u16())})
			}
			p.short = false // what follows a Japanese text is how to say it
		}
		t, err = s.wideString()
	} else {
		b := p.bytes(n)
		s.marks = s.marks[:0]
		if s.r.kind == recRString && !p.short {
			for i := int(p.u8()); i > 0 && p.more(); i-- {
				s.marks = append(s.marks, mark{int(p.u8()), int(p.u8())})
			}
			p.short = false
		}
		t, err = s.byteString(b, c.Style.Font)
	}
	if err != nil {
		return err
	}
	if s.runsOver(p.part) {
		return s.r.bad()
	}
	return s.setText(c, &t)
}

// formula reads the value that a formula gave last, and a simple formula itself.
func (s *sheetReader) formula(c *workbook.Cell, p *pieces) error {
	result := p.u64()
	uncomputed := p.u16()&2 != 0 // left to whoever opens the file
	if uncomputed && result == 0 {
		s.book.Stale = true
	}
	p.skip(4)
	tokens := p.bytes(int(p.u16()))
	if p.short || s.runsOver(p.part) {
		return s.r.bad()
	}
	c.Formula = s.formulaText(tokens)
	if err := s.guard.Use(len(c.Formula)); err != nil {
		return err
	}
	var err error
	waits := false
	if result>>48 != 0xFFFF {
		c.SetFloat(math.Float64frombits(result))
	} else {
		value := byte(result >> 16)
		switch byte(result) {
		case 0:
			c.Kind, waits = workbook.Text, true
		case 1:
			err = s.constant(c, value, 0)
		case 2:
			err = s.constant(c, value, 1)
		case 3:
			if !uncomputed && !computesNumber(tokens) { // else the file has no result
				c.Kind = workbook.Text
			}
		default:
			err = workbook.Refuse("B126", diag.Args{"found": strconv.Itoa(int(byte(result)))})
		}
	}
	if err != nil {
		return err
	}
	c.HasFormula = true
	if err := s.add(c); err != nil {
		return err
	}
	if waits {
		s.waiting = len(s.sheet.Cells) - 1
	}
	return nil
}

// formulaString reads the text that the formula before it gave.
func (s *sheetReader) formulaString() error {
	if s.waiting < 0 {
		return nil // left over from an earlier result
	}
	c := &s.sheet.Cells[s.waiting]
	s.row, s.col = c.Row, c.Col
	p, err := s.r.continued()
	if err != nil {
		return err
	}
	n := int(p.u16())
	var t sharedString
	if s.biff8 {
		s.wideText(&p, n)
		s.marks = s.marks[:0]
		t, err = s.wideString()
	} else {
		s.marks = s.marks[:0]
		t, err = s.byteString(p.bytes(n), c.Style.Font)
	}
	if p.short || s.runsOver(p.part) {
		return s.r.bad()
	}
	c.Text = t.text
	s.waiting = -1
	return err
}

func (s *sheetReader) merged(p *pieces) error {
	n := int(p.u16())
	if n > len(p.part)/8 {
		return s.r.bad()
	}
	if err := s.guard.Use(32 * n); err != nil {
		return err
	}
	for range n {
		r1, r2, c1, c2 := int(p.u16()), int(p.u16()), int(p.u16()), int(p.u16())
		s.sheet.Merges = append(s.sheet.Merges, workbook.RangeOf(r1+1, c1+1, r2+1, c2+1))
	}
	return nil
}

// onlyMargin reads what all pages have, unless it belongs to a view of somebody's own.
// A sheet has one of each: another is a damaged number of something else.
func (s *sheetReader) onlyMargin(p *pieces) error {
	if s.inView {
		return nil
	}
	to, n := &s.sheet.Header, 0
	if s.r.kind == recFooter {
		to, n = &s.sheet.Footer, 1
	}
	if s.margins[n] {
		return s.r.bad()
	}
	s.margins[n] = true
	return s.margin(to, p)
}

// margin reads a header or a footer. No cell depends on one that is too short: it is
// none.
func (s *sheetReader) margin(to *[]workbook.Cell, p *pieces) error {
	if !p.more() {
		return nil
	}
	codes, undecoded := "", s.undecoded
	if s.biff8 {
		codes = s.longText(p)
	} else {
		codes = s.shortText(p)
	}
	s.undecoded = undecoded
	if p.short {
		return nil
	}
	parts, err := workbook.Margin(codes, s.guard)
	workbook.AddMargin(to, parts...)
	return err
}

// moreMargins reads those of even pages and of the first, where they have their own.
func (s *sheetReader) moreMargins(p *pieces) error {
	p.skip(12)
	if view := p.bytes(16); len(bytes.Trim(view, "\x00")) > 0 {
		return nil // of a view of somebody's own
	}
	flags := p.u16()
	var sizes [4]uint16
	for i := range sizes {
		sizes[i] = p.u16()
	}
	for i, size := range sizes {
		if size == 0 || p.short {
			continue
		}
		var parts []workbook.Cell
		if err := s.margin(&parts, p); err != nil {
			return err
		}
		to := &s.sheet.Header
		if i%2 == 1 {
			to = &s.sheet.Footer
		}
		if flags>>(i/2)&1 != 0 { // it is in use
			workbook.AddMargin(to, parts...)
		}
	}
	return nil
}

// finish settles what can only be known from the whole sheet.
func (s *sheetReader) finish() error {
	cells := s.sheet.Cells
	sorted := true
	for i := 1; i < len(cells) && sorted; i++ {
		sorted = byPlace(&cells[i-1], &cells[i]) <= 0
	}
	if !sorted {
		slices.SortFunc(cells, func(a, b workbook.Cell) int { return byPlace(&a, &b) })
	}
	for i := 1; i < len(cells); i++ {
		if byPlace(&cells[i-1], &cells[i]) == 0 {
			return workbook.Refuse("B124", diag.Args{"found": cells[i].Ref()}).At("", cells[i].Ref())
		}
	}
	s.sheet.HiddenRows = joinSpans(s.rows)
	s.sheet.HiddenCols = joinSpans(s.cols)
	s.spread()
	return s.dress()
}

// byPlace orders cells by row, then column.
func byPlace(a, b *workbook.Cell) int {
	if a.Row != b.Row {
		return a.Row - b.Row
	}
	return a.Col - b.Col
}

// joinSpans orders spans and joins those that touch.
func joinSpans(spans []workbook.Span) []workbook.Span {
	slices.SortFunc(spans, func(a, b workbook.Span) int { return a.First - b.First })
	var out []workbook.Span
	for _, next := range spans {
		if n := len(out); n > 0 && next.First <= out[n-1].Last+1 {
			out[n-1].Last = max(out[n-1].Last, next.Last)
			continue
		}
		out = append(out, next)
	}
	return out
}
