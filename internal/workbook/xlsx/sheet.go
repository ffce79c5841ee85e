package xlsx

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/quantity"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// sheetReader reads one sheet.
type sheetReader struct {
	*reader
	x        *ooxml.Scanner
	sheet    *workbook.Sheet
	row, col int
	disorder bool // a cell stands before one that came earlier

	// Texts found in the sheet itself are collected and cut out of one string
	// together: one allocation in place of many.
	pool    []byte
	pending []pooled
	value   []byte // scratch for one cell's value

	shared map[int]*shared // formulas that several cells have, by their number
	rules  []workbook.Rule
	spread workbook.Range // the text centred over blank cells that was read last, and how far it goes
}

// pooled says which part of the pool is which field of which cell.
type pooled struct {
	cell, from, to int32
	formula        bool // its formula, not its text
}

func (r *reader) readSheet(entry sheetEntry, part string) error {
	s := &sheetReader{reader: r, sheet: &workbook.Sheet{Name: entry.name, Visibility: entry.visibility}}
	if err := s.read(part); err != nil {
		return workbook.Locate(err, viet.Clean(entry.name), "")
	}
	r.book.Sheets = append(r.book.Sheets, s.sheet)
	return nil
}

func (s *sheetReader) read(part string) error {
	data, err := s.Read(part)
	if err != nil {
		return err
	}
	if s.x, err = ooxml.NewScanner(part, data, s.Guard); err != nil {
		return err
	}
	if err := s.x.Root("worksheet"); err != nil {
		return err
	}
	// Growing the list step by step would copy a large sheet many times over.
	s.sheet.Cells = make([]workbook.Cell, 0, min(bytes.Count(data, []byte("</c>")), s.Guard.MaxCells-s.cells))
	if err := s.Guard.Use(cap(s.sheet.Cells) * workbook.CellMemory); err != nil {
		return err
	}
	seenData := false
	err = s.x.Children(func(name string) error {
		switch name {
		case "sheetData":
			if seenData {
				return s.x.Bad()
			}
			seenData = true
			return s.rows()
		case "sheetViews":
			return s.x.Children(func(string) error {
				if zeros, given := s.x.Attr("showZeros"); given && !ooxml.IsTrue(string(zeros)) {
					s.sheet.HidesZeros = true
				}
				return s.x.Children(func(string) error { return nil })
			})
		case "conditionalFormatting":
			return s.conditional()
		case "extLst":
			return s.extension()
		case "headerFooter":
			return s.margins()
		case "cols":
			return s.x.Children(func(string) error { return s.column() })
		case "mergeCells":
			return s.x.Children(func(name string) error {
				if name != "mergeCell" {
					return nil
				}
				ref := s.x.AttrText("ref")
				rng, ok := mergedRange(ref)
				if !ok {
					return workbook.Refuse("B124", diag.Args{"found": workbook.Printable(ref)})
				}
				s.sheet.Merges = append(s.sheet.Merges, rng)
				return nil
			})
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !seenData {
		return s.x.Bad()
	}
	if err := s.settlePool(); err != nil {
		return err
	}
	if err := s.inOrder(); err != nil {
		return err
	}
	s.endSpread()
	if err := s.dress(); err != nil {
		return err
	}
	if err := s.aside(part); err != nil {
		return err
	}
	s.Guard.Release(len(data) + (cap(s.sheet.Cells)-len(s.sheet.Cells))*workbook.CellMemory)
	return s.x.Finish()
}

// margins reads what is printed over and under the pages: all of them, and those of
// the first and of even ones where they have their own.
func (s *sheetReader) margins() error {
	first, even := s.x.AttrTrue("differentFirst"), s.x.AttrTrue("differentOddEven")
	return s.x.Children(func(name string) error {
		page, isFooter := strings.CutSuffix(name, "Footer")
		to := &s.sheet.Header
		if isFooter {
			to = &s.sheet.Footer
		} else {
			page = strings.TrimSuffix(name, "Header")
		}
		if page == "first" && !first || page == "even" && !even {
			return nil
		}
		codes, err := appendString(s.x, nil)
		if err != nil {
			return err
		}
		parts, err := workbook.Margin(string(codes), s.Guard)
		workbook.AddMargin(to, parts...)
		return err
	})
}

func (s *sheetReader) column() error {
	width, sized := s.x.Attr("width")
	if !s.x.AttrTrue("hidden") && !(sized && isSmall(width, 10)) { // a tenth of a digit is a line
		return nil
	}
	first, err1 := strconv.Atoi(s.x.AttrText("min"))
	last, err2 := strconv.Atoi(s.x.AttrText("max"))
	if err1 != nil || err2 != nil || first < 1 || last < first || last > workbook.MaxCol {
		return s.x.Bad()
	}
	s.sheet.HiddenCols = workbook.AppendSpan(s.sheet.HiddenCols, workbook.Span{First: first, Last: last})
	return nil
}

// isSmall tells a size of less than 2/of: nothing of it can be read.
func isSmall(v []byte, of float64) bool {
	f, err := strconv.ParseFloat(string(v), 64)
	return err == nil && f*of < 2
}

// mergedRange reads the range of a merge; some programs merge whole columns or rows.
func mergedRange(ref string) (workbook.Range, bool) {
	if rng, ok := workbook.ParseRange(ref); ok {
		return rng, true
	}
	first, last, _ := strings.Cut(ref, ":")
	if strings.IndexFunc(ref, unicode.IsDigit) < 0 {
		return workbook.ParseRange(first + "1:" + last + strconv.Itoa(workbook.MaxRow))
	}
	return workbook.ParseRange("A" + first + ":" + workbook.ColumnName(workbook.MaxCol) + last)
}

// inOrder puts cells in order that came in another: each says where it stands, so
// that nothing is in doubt but a cell that comes twice.
func (s *sheetReader) inOrder() error {
	cells := s.sheet.Cells
	place := func(a, b workbook.Cell) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) }
	if s.disorder {
		slices.SortStableFunc(cells, place)
	}
	for i := 1; s.disorder && i < len(cells); i++ {
		if place(cells[i-1], cells[i]) == 0 {
			return workbook.Refuse("B124", diag.Args{"found": cells[i].Ref()}).At("", cells[i].Ref())
		}
	}
	return nil
}

// rows reads <sheetData>. Whatever is not a row of cells is refused.
func (s *sheetReader) rows() error {
	return s.x.Elements(func() error {
		if string(s.x.Local) != "row" {
			return s.x.Bad()
		}
		row := s.row + 1
		if v, ok := s.x.Attr("r"); ok {
			n, ok := workbook.Index(v)
			if !ok || n < 1 {
				return workbook.Refuse("B124", diag.Args{"found": workbook.Printable(string(v))})
			}
			row = n
			s.disorder = s.disorder || n <= s.row
		}
		if row > workbook.MaxRow {
			return workbook.Refuse("B124", diag.Args{"found": strconv.Itoa(row)})
		}
		s.row, s.col = row, 0
		height, sized := s.x.Attr("ht")
		if s.x.AttrTrue("hidden") || sized && isSmall(height, 1) { // in points
			s.sheet.HiddenRows = workbook.AppendSpan(s.sheet.HiddenRows, workbook.Span{First: row, Last: row})
		}
		return s.cellsOfRow()
	})
}

// cellsOfRow and cell do by hand what elements does for others: they are most
// of the work.
func (s *sheetReader) cellsOfRow() error {
	for {
		tok, err := s.x.Next()
		if err != nil {
			return err
		}
		switch {
		case tok == ooxml.EndTag:
			return nil
		case tok == ooxml.Characters:
			if !ooxml.IsBlank(s.x.Text) {
				return s.x.Bad()
			}
		case string(s.x.Local) == "c":
			if err := s.cell(); err != nil {
				return s.here(err)
			}
		case string(s.x.Local) == "extLst":
			if err := s.x.Children(func(string) error { return nil }); err != nil {
				return err
			}
		default:
			return s.x.Bad()
		}
	}
}

// here adds the cell being read to a refusal.
func (s *sheetReader) here(err error) error {
	if s.col == 0 {
		return err
	}
	return workbook.Locate(err, "", workbook.Ref(s.row, s.col))
}

// lostStyle is that of cells whose format the file does not have.
func (s *sheetReader) lostStyle() (*workbook.Style, error) {
	l := s.looks[s.styles[0]]
	l.lost = true
	return s.style(l)
}

// cell reads one <c> element.
func (s *sheetReader) cell() error {
	col, kind := s.col+1, ""
	style := s.styles[0]
	for _, a := range s.x.Attrs {
		if a.Prefix != nil || len(a.Local) != 1 {
			continue
		}
		switch a.Local[0] {
		case 'r':
			row, c, ok := workbook.ParseRef(a.Value)
			if !ok || row != s.row {
				return workbook.Refuse("B124", diag.Args{"found": workbook.Printable(string(a.Value))})
			}
			col = c
			s.disorder = s.disorder || c <= s.col
		case 's':
			if len(a.Value) == 0 {
				continue // some programs write s=""
			}
			i, ok := workbook.Index(a.Value)
			switch {
			case !ok:
				s.col = col
				return workbook.Refuse("B127", diag.Args{"found": workbook.Printable(string(a.Value))})
			case i >= len(s.styles):
				lost, err := s.lostStyle()
				if err != nil {
					return err
				}
				style = lost
			default:
				style = s.styles[i]
			}
		case 't':
			var ok bool
			if kind, ok = cellTypes[string(a.Value)]; !ok {
				s.col = col
				return workbook.Refuse("B128", diag.Args{"found": workbook.Printable(string(a.Value))})
			}
		}
	}
	if col > workbook.MaxCol {
		return workbook.Refuse("B124", diag.Args{"found": strconv.Itoa(col)})
	}
	s.col = col
	c := workbook.Cell{Row: s.row, Col: col, Style: style}
	value, inline := false, false
	s.value = s.value[:0]
	var formulaFrom, formulaTo int
	for {
		tok, err := s.x.Next()
		if err != nil {
			return err
		}
		if tok == ooxml.EndTag {
			break
		}
		if tok == ooxml.Characters {
			if !ooxml.IsBlank(s.x.Text) {
				return s.x.Bad()
			}
			continue
		}
		switch string(s.x.Local) {
		case "v":
			if value {
				return s.x.Bad()
			}
			value = true
			if inline { // the text that is shown counts, wherever a value stands
				err = s.x.Skip()
				break
			}
			s.value, err = s.x.TextContent(s.value)
		case "f":
			if c.HasFormula {
				return s.x.Bad()
			}
			c.HasFormula = true
			formulaFrom = len(s.pool)
			err = s.formula()
			formulaTo = len(s.pool)
		case "is":
			if inline || kind != "inlineStr" {
				return s.x.Bad()
			}
			inline = true
			var colors []color
			s.value, c.Runs, colors, err = richText(s.x, s.value[:0], s.Guard.MaxTextLen)
			if err == nil {
				c.Runs, err = s.seen(c.Runs, colors, c.Style)
			}
		case "extLst":
			err = s.x.Children(func(string) error { return nil })
		default:
			return s.x.Bad()
		}
		if err != nil {
			return err
		}
	}
	if !c.HasFormula && len(s.value) == 0 {
		s.spreadTo(style)
		return nil // a blank cell
	}
	at := len(s.sheet.Cells)
	if formulaTo > formulaFrom {
		if formulaTo-formulaFrom > s.Guard.MaxTextLen {
			return workbook.TooMuch(workbook.LimitText, s.Guard.MaxTextLen)
		}
		s.pending = append(s.pending, pooled{int32(at), int32(formulaFrom), int32(formulaTo), true})
	}
	if value || inline {
		blank, err := s.fill(&c, kind, at)
		if err != nil {
			return err
		}
		if blank && !c.HasFormula {
			return nil
		}
	}
	if s.cells++; s.cells > s.Guard.MaxCells {
		return workbook.TooMuch(workbook.LimitCells, s.Guard.MaxCells)
	}
	if s.spreads != nil && c.Kind == workbook.Text && s.spreads[style] {
		s.endSpread()
		s.spread = workbook.RangeOf(c.Row, c.Col, c.Row, c.Col)
	}
	s.sheet.Cells = append(s.sheet.Cells, c)
	if len(s.pool) >= poolSize {
		return s.settlePool()
	}
	return nil
}

// shared is a formula that was filled into several cells: the file keeps its text
// with the first of them.
type shared struct {
	text     string
	row, col int
}

// spreadTo goes on with a text that is centred over cells, over the blank cell just
// read: what looks merged is as good as merged.
func (s *sheetReader) spreadTo(style *workbook.Style) {
	if s.spread.Row == s.row && s.spread.LastCol == s.col-1 && s.spreads[style] {
		s.spread.LastCol = s.col
	}
}

func (s *sheetReader) endSpread() {
	if s.spread.LastCol > s.spread.Col {
		s.sheet.Merges = append(s.sheet.Merges, s.spread)
	}
	s.spread = workbook.Range{}
}

// formula puts the text of the <f> element just started into the pool, of one that
// another cell keeps the text as it stands here.
func (s *sheetReader) formula() (err error) {
	kind, _ := s.x.Attr("t")
	index, _ := s.x.Attr("si")
	n, isShared := workbook.Index(index)
	isShared = isShared && string(kind) == "shared"
	from := len(s.pool)
	if s.pool, err = s.x.TextContent(s.pool); err != nil || !isShared {
		return err
	}
	if first := s.shared[n]; len(s.pool) == from && first != nil {
		s.pool = append(s.pool, workbook.Moved(first.text, s.row-first.row, s.col-first.col)...)
		return nil
	}
	if s.shared == nil {
		s.shared = map[int]*shared{}
	}
	s.shared[n] = &shared{string(s.pool[from:]), s.row, s.col}
	return s.Guard.Use(len(s.pool) - from)
}

// cellTypes are the values of a cell's t attribute.
var cellTypes = map[string]string{
	"n": "", "s": "s", "str": "str", "inlineStr": "inlineStr", "b": "b", "e": "e", "d": "d",
}

// fill sets a cell's value from the text in s.value; blank tells that the text
// stands for nothing.
func (s *sheetReader) fill(c *workbook.Cell, kind string, at int) (blank bool, err error) {
	v := s.value
	if len(v) == 0 && kind != "str" && kind != "inlineStr" {
		return true, nil
	}
	switch kind {
	case "":
		v = bytes.TrimSpace(v)
		if len(v) == 0 {
			return true, nil
		}
		return false, c.SetNumber(v)
	case "s":
		i, ok := workbook.Index(bytes.TrimSpace(v))
		if !ok || i >= len(s.strings) {
			return false, workbook.Refuse("B125",
				diag.Args{"found": workbook.Printable(string(v)), "count": len(s.strings)})
		}
		if s.strings[i].text == "" {
			return true, nil
		}
		c.Kind, c.Text, c.Runs = workbook.Text, s.strings[i].text, s.strings[i].runs
		if s.strings[i].colors != nil {
			c.Runs, err = s.seen(c.Runs, s.strings[i].colors, c.Style)
		}
	case "str", "inlineStr":
		if kind == "str" {
			v = decodeEscapes(v, 0)
		}
		if len(v) > s.Guard.MaxTextLen {
			return false, workbook.TooMuch(workbook.LimitText, s.Guard.MaxTextLen)
		}
		c.Kind = workbook.Text
		s.keep(at, v)
		return len(v) == 0, nil
	case "b":
		switch string(bytes.TrimSpace(v)) {
		case "1", "true":
			c.Text = "TRUE"
		case "0", "false":
			c.Text = "FALSE"
		default:
			return false, workbook.Refuse("B126", diag.Args{"found": workbook.Printable(string(v))})
		}
		c.Kind = workbook.Bool
	case "e":
		c.Kind = workbook.Error
		s.keep(at, v)
	case "d":
		n, ok := serial(string(bytes.TrimSpace(v)), s.book.Date1904)
		if !ok {
			return false, workbook.Refuse("B126", diag.Args{"found": workbook.Printable(string(v))})
		}
		c.Kind, c.Number = workbook.Number, n
		if !c.Style.IsDate {
			l := s.looks[c.Style]
			l.code, l.lost = "dd/mm/yyyy", false
			if bytes.IndexByte(v, '-') < 0 {
				l.code = "h:mm:ss"
			}
			if c.Style, err = s.style(l); err != nil {
				return false, err
			}
		}
	}
	return false, err
}

// seen are the runs of a text in a cell: those in the colour of its ground are not
// seen.
func (s *sheetReader) seen(runs []workbook.Run, colors []color, style *workbook.Style) ([]workbook.Run, error) {
	ground, copied := s.looks[style].ground, false
	for i, c := range colors {
		unseen, err := s.palette.alike(c, ground)
		if err != nil {
			return nil, err
		}
		if !unseen {
			continue
		}
		if !copied {
			if err := s.Guard.Use(64 * len(runs)); err != nil {
				return nil, err
			}
			runs, copied = slices.Clone(runs), true
		}
		runs[i].Unseen = true
	}
	return runs, nil
}

// keep puts a text into the pool, to be that of a cell.
func (s *sheetReader) keep(cell int, text []byte) {
	if len(text) == 0 {
		return
	}
	from := len(s.pool)
	s.pool = append(s.pool, text...)
	s.pending = append(s.pending, pooled{int32(cell), int32(from), int32(len(s.pool)), false})
}

// poolSize is how many bytes of text are cut out of one string.
const poolSize = 1 << 16

func (s *sheetReader) settlePool() error {
	if err := s.Guard.Use(len(s.pool)); err != nil {
		return err
	}
	pool := string(s.pool)
	for _, p := range s.pending {
		text := pool[p.from:p.to]
		if c := &s.sheet.Cells[p.cell]; p.formula {
			c.Formula = text
		} else {
			c.Text = text
		}
	}
	s.pool, s.pending = s.pool[:0], s.pending[:0]
	return nil
}

// serial turns a date in ISO notation into the day number other cells hold.
func serial(s string, from1904 bool) (quantity.Number, bool) {
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if from1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z", "2006-01-02T15:04"} {
		t, err := time.Parse(layout, s)
		if err != nil || t.Year() < 1900 || t.Year() > 9999 {
			continue
		}
		// Whole days and seconds; a time.Duration cannot span the years.
		ms := quantity.Int(t.UnixMilli() - epoch.UnixMilli())
		return ms.Quo(quantity.Int(24 * 60 * 60 * 1000))
	}
	for _, layout := range []string{"15:04:05", "15:04"} {
		if t, err := time.Parse(layout, strings.TrimPrefix(s, "T")); err == nil {
			midnight := time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)
			return quantity.Int(t.Sub(midnight).Milliseconds()).Quo(quantity.Int(24 * 60 * 60 * 1000))
		}
	}
	return quantity.Number{}, false
}
