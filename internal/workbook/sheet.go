package workbook

import (
	"bytes"
	"errors"
	"strconv"
	"time"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// sheetReader reads one sheet.
type sheetReader struct {
	*xlsxReader
	x        *lexer
	sheet    *Sheet
	row, col int

	// Texts found in the sheet itself are collected and cut out of one string
	// together: one allocation in place of many.
	pool    []byte
	pending []pooled
	value   []byte // scratch for one cell's value
}

type field uint8

const (
	textField field = iota
	formulaField
)

// pooled says which part of the pool is which field of which cell.
type pooled struct {
	cell, from, to int32
	field          field
}

func (r *xlsxReader) readSheet(entry sheetEntry, part string) error {
	s := &sheetReader{xlsxReader: r, sheet: &Sheet{Name: entry.name, Visibility: entry.visibility}}
	if err := s.read(part); err != nil {
		var f *fault
		if errors.As(err, &f) && f.sheet == "" {
			f.sheet = viet.Clean(entry.name)
		}
		return err
	}
	r.book.Sheets = append(r.book.Sheets, s.sheet)
	return nil
}

func (s *sheetReader) read(part string) error {
	data, err := s.archive.read(part)
	if err != nil {
		return err
	}
	if s.x, err = newLexer(part, data, s.lim, s.archive.guard); err != nil {
		return err
	}
	if err := s.x.root("worksheet"); err != nil {
		return err
	}
	// Growing the list step by step would copy a large sheet many times over.
	s.sheet.Cells = make([]Cell, 0, min(bytes.Count(data, []byte("</c>")), s.lim.MaxCells-s.cells))
	if err := s.archive.guard.use(cap(s.sheet.Cells) * cellMemory); err != nil {
		return err
	}
	seenData := false
	err = s.x.children(func(name string) error {
		switch name {
		case "sheetData":
			if seenData {
				return s.x.bad()
			}
			seenData = true
			return s.rows()
		case "cols":
			return s.x.children(func(string) error { return s.column() })
		case "mergeCells":
			return s.x.children(func(name string) error {
				if name != "mergeCell" {
					return nil
				}
				ref := s.x.attrText("ref")
				rng, ok := parseRange(ref)
				if !ok {
					return &fault{code: "B124", args: args{"found": printable(ref)}}
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
		return s.x.bad()
	}
	if err := s.settlePool(); err != nil {
		return err
	}
	s.archive.guard.release(len(data) + (cap(s.sheet.Cells)-len(s.sheet.Cells))*cellMemory)
	return s.x.finish()
}

func (s *sheetReader) column() error {
	width, sized := s.x.attr("width")
	if !s.x.attrTrue("hidden") && !(sized && isZero(width)) {
		return nil
	}
	first, err1 := strconv.Atoi(s.x.attrText("min"))
	last, err2 := strconv.Atoi(s.x.attrText("max"))
	if err1 != nil || err2 != nil || first < 1 || last < first || last > maxCol {
		return s.x.bad()
	}
	s.sheet.HiddenCols = appendSpan(s.sheet.HiddenCols, Span{first, last})
	return nil
}

func isZero(v []byte) bool {
	return len(v) > 0 && len(bytes.Trim(v, "0.")) == 0 && bytes.IndexByte(v, '0') >= 0
}

// appendSpan appends a span, joined with the one before where they touch.
func appendSpan(spans []Span, next Span) []Span {
	if n := len(spans); n > 0 && spans[n-1].Last+1 == next.First {
		spans[n-1].Last = next.Last
		return spans
	}
	return append(spans, next)
}

// rows reads <sheetData>. Whatever is not a row of cells in ascending order is
// refused.
func (s *sheetReader) rows() error {
	return s.x.elements(func() error {
		if string(s.x.local) != "row" {
			return s.x.bad()
		}
		row := s.row + 1
		if v, ok := s.x.attr("r"); ok {
			n, ok := index(v)
			if !ok || n <= s.row {
				return &fault{code: "B124", args: args{"found": printable(string(v))}}
			}
			row = n
		}
		if row > maxRow {
			return &fault{code: "B124", args: args{"found": strconv.Itoa(row)}}
		}
		s.row, s.col = row, 0
		height, sized := s.x.attr("ht")
		if s.x.attrTrue("hidden") || sized && isZero(height) {
			s.sheet.HiddenRows = appendSpan(s.sheet.HiddenRows, Span{row, row})
		}
		return s.cellsOfRow()
	})
}

// cellsOfRow and cell do by hand what elements does for others: they are most
// of the work.
func (s *sheetReader) cellsOfRow() error {
	for {
		tok, err := s.x.next()
		if err != nil {
			return err
		}
		switch {
		case tok == endTag:
			return nil
		case tok == characters:
			if !isBlank(s.x.text) {
				return s.x.bad()
			}
		case string(s.x.local) == "c":
			if err := s.cell(); err != nil {
				return s.here(err)
			}
		case string(s.x.local) == "extLst":
			if err := s.x.children(func(string) error { return nil }); err != nil {
				return err
			}
		default:
			return s.x.bad()
		}
	}
}

// here adds the cell being read to a fault.
func (s *sheetReader) here(err error) error {
	var f *fault
	if errors.As(err, &f) && f.cell == "" && s.col > 0 {
		f.cell = Ref(s.row, s.col)
	}
	return err
}

// cell reads one <c> element.
func (s *sheetReader) cell() error {
	col, kind := s.col+1, ""
	style := s.styles[0]
	for _, a := range s.x.attrs {
		if a.prefix != nil || len(a.local) != 1 {
			continue
		}
		switch a.local[0] {
		case 'r':
			row, c, ok := parseRef(a.value)
			if !ok || row != s.row || c <= s.col {
				return &fault{code: "B124", args: args{"found": printable(string(a.value))}}
			}
			col = c
		case 's':
			if len(a.value) == 0 {
				continue // some programs write s=""
			}
			i, ok := index(a.value)
			if !ok || i >= len(s.styles) {
				return &fault{code: "B127", cell: Ref(s.row, col), args: args{"found": printable(string(a.value))}}
			}
			style = s.styles[i]
		case 't':
			var ok bool
			if kind, ok = cellTypes[string(a.value)]; !ok {
				return &fault{code: "B128", cell: Ref(s.row, col), args: args{"found": printable(string(a.value))}}
			}
		}
	}
	if col > maxCol {
		return &fault{code: "B124", args: args{"found": strconv.Itoa(col)}}
	}
	s.col = col
	c := Cell{Row: s.row, Col: col, Style: style}
	value := false
	s.value = s.value[:0]
	var formulaAt bounds
	for {
		tok, err := s.x.next()
		if err != nil {
			return err
		}
		if tok == endTag {
			break
		}
		if tok == characters {
			if !isBlank(s.x.text) {
				return s.x.bad()
			}
			continue
		}
		switch string(s.x.local) {
		case "v":
			if value {
				return s.x.bad()
			}
			value = true
			s.value, err = s.x.textContent(s.value)
		case "f":
			if c.HasFormula {
				return s.x.bad()
			}
			c.HasFormula = true
			formulaAt.from = len(s.pool)
			s.pool, err = s.x.textContent(s.pool)
			formulaAt.to = len(s.pool)
		case "is":
			if value || kind != "inlineStr" {
				return s.x.bad()
			}
			value = true
			s.value, c.Runs, err = richText(s.x, s.value, s.lim)
		case "extLst":
			err = s.x.children(func(string) error { return nil })
		default:
			return s.x.bad()
		}
		if err != nil {
			return err
		}
	}
	if !c.HasFormula && len(s.value) == 0 {
		return nil // a blank cell
	}
	at := len(s.sheet.Cells)
	if formulaAt.to > formulaAt.from {
		if formulaAt.to-formulaAt.from > s.lim.MaxTextLen {
			return &fault{code: "B130", args: args{"what": limitText, "limit": s.lim.MaxTextLen}}
		}
		s.pending = append(s.pending, pooled{int32(at), int32(formulaAt.from), int32(formulaAt.to), formulaField})
	}
	if value {
		blank, err := s.fill(&c, kind, at)
		if err != nil {
			return err
		}
		if blank && !c.HasFormula {
			return nil
		}
	}
	if s.cells++; s.cells > s.lim.MaxCells {
		return &fault{code: "B130", args: args{"what": limitCells, "limit": s.lim.MaxCells}}
	}
	s.sheet.Cells = append(s.sheet.Cells, c)
	if len(s.pool) >= poolSize {
		return s.settlePool()
	}
	return nil
}

// cellTypes are the values of a cell's t attribute.
var cellTypes = map[string]string{"n": "", "s": "s", "str": "str", "inlineStr": "inlineStr", "b": "b", "e": "e", "d": "d"}

// fill sets a cell's value from the text in s.value; blank tells that the text
// stands for nothing.
func (s *sheetReader) fill(c *Cell, kind string, at int) (blank bool, err error) {
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
		if c.Number, err = number(v); err != nil {
			return false, err
		}
		c.Kind = Number
	case "s":
		i, ok := index(bytes.TrimSpace(v))
		if !ok || i >= len(s.strings) {
			return false, &fault{code: "B125", args: args{"found": printable(string(v)), "count": len(s.strings)}}
		}
		if s.strings[i].text == "" {
			return true, nil
		}
		c.Kind, c.Text, c.Runs = Text, s.strings[i].text, s.strings[i].runs
	case "str", "inlineStr":
		if kind == "str" {
			v = decodeEscapes(v, 0)
		}
		if len(v) > s.lim.MaxTextLen {
			return false, &fault{code: "B130", args: args{"what": limitText, "limit": s.lim.MaxTextLen}}
		}
		c.Kind = Text
		s.keep(at, textField, v)
		return len(v) == 0, nil
	case "b":
		switch string(bytes.TrimSpace(v)) {
		case "1", "true":
			c.Text = "TRUE"
		case "0", "false":
			c.Text = "FALSE"
		default:
			return false, &fault{code: "B126", args: args{"found": printable(string(v))}}
		}
		c.Kind = Bool
	case "e":
		c.Kind = Error
		s.keep(at, textField, v)
	case "d":
		n, ok := serial(string(bytes.TrimSpace(v)), s.book.Date1904)
		if !ok {
			return false, &fault{code: "B126", args: args{"found": printable(string(v))}}
		}
		c.Kind, c.Number = Number, n
		if !c.Style.IsDate {
			c.Style = newStyle(c.Style.Font, "dd/mm/yyyy")
		}
	}
	return false, nil
}

// keep puts a text into the pool, to be the given field of a cell.
func (s *sheetReader) keep(cell int, f field, text []byte) {
	if len(text) == 0 {
		return
	}
	from := len(s.pool)
	s.pool = append(s.pool, text...)
	s.pending = append(s.pending, pooled{int32(cell), int32(from), int32(len(s.pool)), f})
}

// poolSize is how many bytes of text are cut out of one string.
const poolSize = 1 << 16

func (s *sheetReader) settlePool() error {
	if err := s.archive.guard.use(len(s.pool)); err != nil {
		return err
	}
	pool := string(s.pool)
	for _, p := range s.pending {
		text := pool[p.from:p.to]
		switch c := &s.sheet.Cells[p.cell]; p.field {
		case textField:
			c.Text = text
		case formulaField:
			c.Formula = text
		}
	}
	s.pool, s.pending = s.pool[:0], s.pending[:0]
	return nil
}

// index reads a small whole number of the file's own bookkeeping.
func index(v []byte) (int, bool) {
	if len(v) == 0 || len(v) > 9 {
		return 0, false
	}
	n := 0
	for _, c := range v {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
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
	return quantity.Number{}, false
}

// printable shortens and cleans a text of the file for a message.
func printable(s string) string {
	s = viet.Tidy(s)
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return s
}
