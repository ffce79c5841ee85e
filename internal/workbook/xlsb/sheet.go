package xlsb

import (
	"slices"
	"strconv"

	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/viet"
	"baocao/internal/workbook"
	"baocao/internal/workbook/drawing"
)

// sheetReader reads one sheet.
type sheetReader struct {
	*reader
	x        *records
	sheet    *workbook.Sheet
	row, col int // the last ones begun, 0 for none
	inData   bool
	seenData bool
	ruled    []workbook.Range // of the rules that are read
	rules    []workbook.Rule
}

func (r *reader) readSheet(entry listed, part string) error {
	s := &sheetReader{reader: r, sheet: &workbook.Sheet{Name: entry.name, Visibility: entry.visibility}}
	if err := s.read(part); err != nil {
		if s.col > 0 {
			err = workbook.Locate(err, "", workbook.Ref(s.row, s.col))
		}
		return workbook.Locate(err, viet.Clean(entry.name), "")
	}
	r.book.Sheets = append(r.book.Sheets, s.sheet)
	return nil
}

func (s *sheetReader) read(part string) (err error) {
	if s.x, err = s.records(part); err != nil {
		return err
	}
	if err := s.x.each(beginSheet, endSheet, s.record); err != nil {
		return err
	}
	if s.col = 0; !s.seenData || s.inData {
		return s.x.bad()
	}
	s.Guard.Release(len(s.x.data))
	if err := s.dress(); err != nil {
		return err
	}
	return s.aside(part)
}

func (s *sheetReader) record(f *fields) error {
	switch s.x.kind {
	case beginData:
		if s.seenData {
			return s.x.bad()
		}
		s.seenData, s.inData = true, true
	case endData:
		s.inData, s.col = false, 0
	case rowHeader:
		return s.header(f)
	case cellBlank, cellRk, cellError, cellBool, cellReal, cellText, cellShared, cellRich,
		formulaText, formulaNumber, formulaBool, formulaError:
		if s.row == 0 || !s.inData {
			return s.x.bad()
		}
		return s.cell(f, s.x.kind, f.u32())
	case nextBlank, nextBlank + 1, nextBlank + 2, nextBlank + 3, nextBlank + 4, nextBlank + 5, nextShared:
		if s.col == 0 || !s.inData { // SheetJS writes them, and programs read them, which no specification tells of
			return s.x.bad()
		}
		return s.cell(f, s.x.kind-nextBlank+cellBlank, uint32(s.col))
	case columnInfo:
		first, last := f.u32(), f.u32()
		width := f.u32() // in 256ths of a digit
		f.u32()
		if hidden := f.u16()&1 != 0 || width*5 < 256; f.short || first > last || last >= workbook.MaxCol {
			return s.x.bad()
		} else if hidden {
			s.sheet.HiddenCols = workbook.AppendSpan(s.sheet.HiddenCols,
				workbook.Span{First: int(first) + 1, Last: int(last) + 1})
			return s.Guard.Use(16)
		}
	case beginView:
		s.sheet.HidesZeros = len(f.data) >= 2 && f.u16()&0x10 == 0
	case marginTexts:
		return s.margins(*f)
	case beginRules:
		return s.ruleRanges(*f)
	case beginRule:
		return s.rule(*f)
	case beginIcons: // the set, and flags
		return s.signs(len(f.data) >= 6 && f.data[4]&2 != 0)
	case beginBar: // two lengths, and whether the value is shown
		return s.signs(len(f.data) >= 3 && f.data[2]&1 == 0)
	case mergedCell:
		r1, r2, c1, c2 := f.u32(), f.u32(), f.u32(), f.u32()
		if f.short || r1 > r2 || r2 >= workbook.MaxRow || c1 > c2 || c2 >= workbook.MaxCol {
			return s.x.bad()
		}
		s.sheet.Merges = append(s.sheet.Merges, workbook.RangeOf(int(r1)+1, int(c1)+1, int(r2)+1, int(c2)+1))
		return s.Guard.Use(64)
	}
	return nil
}

// margins reads what is printed over and under the pages: all of them, and those of
// even ones and of the first where they have their own. It may be short: the cells are
// there.
func (s *sheetReader) margins(f fields) error {
	flags := f.u16()
	for _, inUse := range []bool{true, flags&1 != 0, flags&2 != 0} {
		for _, to := range []*[]workbook.Cell{&s.sheet.Header, &s.sheet.Footer} {
			codes := f.text()
			if !inUse || f.short {
				continue
			}
			parts, err := workbook.Margin(codes, s.Guard)
			if err != nil {
				return err
			}
			workbook.AddMargin(to, parts...)
		}
	}
	return nil
}

func (s *sheetReader) header(f *fields) error {
	row := f.u32()
	f.u32()
	height := f.u16()
	f.u8()
	flags := f.u8()
	if !s.inData || f.short {
		return s.x.bad()
	}
	if row >= workbook.MaxRow || int(row)+1 <= s.row {
		return workbook.Refuse("B124", diag.Args{"found": strconv.FormatUint(uint64(row)+1, 10)})
	}
	s.row, s.col = int(row)+1, 0
	if flags&0x10 != 0 || flags&0x20 != 0 && height < 2*20 { // in 20ths of a point: a line
		s.sheet.HiddenRows = workbook.AppendSpan(s.sheet.HiddenRows, workbook.Span{First: s.row, Last: s.row})
		return s.Guard.Use(16)
	}
	return nil
}

// cell reads what stands behind the column, from 0, of a cell of a kind.
func (s *sheetReader) cell(f *fields, kind int, col uint32) error {
	style := int(f.u32() & 0xFFFFFF)
	if f.short {
		return s.x.bad()
	}
	if col >= workbook.MaxCol || int(col)+1 <= s.col {
		return workbook.Refuse("B124", diag.Args{"found": strconv.FormatUint(uint64(col)+1, 10)})
	}
	s.col = int(col) + 1
	if style >= len(s.styles) {
		return workbook.Refuse("B127", diag.Args{"found": strconv.Itoa(style)})
	}
	c := workbook.Cell{Row: s.row, Col: s.col, Style: s.styles[style]}
	var err error
	switch kind {
	case cellBlank:
		return nil
	case cellRk:
		c.SetFloat(workbook.RK(f.u32()))
	case cellReal, formulaNumber:
		c.SetFloat(f.float())
	case cellError, formulaError:
		code := f.u8()
		if c.Kind, c.Text = workbook.Error, workbook.ErrorName(code); c.Text == "" {
			err = workbook.Refuse("B126", diag.Args{"found": strconv.Itoa(int(code))})
		}
	case cellBool, formulaBool:
		c.Kind, c.Text = workbook.Bool, "FALSE"
		if f.u8() != 0 {
			c.Text = "TRUE"
		}
	case cellText, formulaText:
		c.Kind, c.Text = workbook.Text, f.text()
	case cellRich:
		var t text
		if t, err = s.richText(f); err == nil {
			err = s.setText(&c, &t)
		}
	case cellShared:
		i := f.u32()
		if uint64(i) >= uint64(len(s.texts)) {
			return workbook.Refuse("B125", diag.Args{"found": strconv.FormatUint(uint64(i), 10), "count": len(s.texts)})
		}
		err = s.setText(&c, &s.texts[i])
	}
	if err != nil || f.short {
		return err
	}
	if len(c.Text) > s.Guard.MaxTextLen {
		return workbook.TooMuch(workbook.LimitText, s.Guard.MaxTextLen)
	}
	if c.HasFormula = kind >= formulaText && kind <= formulaError; c.Kind == workbook.Text && c.Text == "" &&
		!c.HasFormula {
		return nil
	}
	if s.cells++; s.cells > s.Guard.MaxCells {
		return workbook.TooMuch(workbook.LimitCells, s.Guard.MaxCells)
	}
	s.sheet.Cells = append(s.sheet.Cells, c)
	return s.Guard.Use(workbook.CellMemory)
}

// setText gives a cell its text, and the runs that look otherwise than the cell.
// Those in the colour of its ground are not seen.
func (s *sheetReader) setText(c *workbook.Cell, t *text) error {
	ground := s.looks[c.Style].ground
	c.Kind, c.Text = workbook.Text, t.text
	runs, copied, unlike := t.runs, false, false
	for i := range t.runs {
		r := &t.runs[i]
		if i == 0 && t.own {
			continue
		}
		unseen := t.colors[i].Alike(ground)
		if unseen && !copied {
			if err := s.Guard.Use(64 * len(runs)); err != nil {
				return err
			}
			runs, copied = slices.Clone(runs), true
		}
		if copied {
			runs[i].Unseen = unseen
		}
		unlike = unlike || r.Font != c.Style.Font || r.Script != c.Style.Script || r.Struck != c.Style.Struck ||
			unseen != c.Style.Unseen
	}
	if unlike {
		c.Runs = runs
	}
	return nil
}

// aside reads what belongs to a sheet beside its cells: remarks at them, and what is drawn
// over them.
func (s *sheetReader) aside(part string) error {
	if !s.Has(ooxml.RelationsOf(part)) {
		return nil
	}
	rels, err := s.Relations(part)
	if err != nil {
		return err
	}
	if err := s.comments(rels); err != nil {
		return err
	}
	return drawing.Read(s.Archive, rels, s.sheet)
}

// comments reads what is noted at the sheet's cells.
func (s *sheetReader) comments(rels ooxml.Relations) error {
	name := rels.Part("comments")
	if name == "" || !s.Has(name) {
		return nil
	}
	x, err := s.records(name)
	if err != nil {
		return err
	}
	defer s.Guard.Release(len(x.data))
	row, col := 0, 0
	return x.each(beginComments, endComments, func(f *fields) error {
		switch x.kind {
		case beginComment:
			f.u32()
			r1 := f.u32()
			f.u32()
			c1 := f.u32()
			if f.short || r1 >= workbook.MaxRow || c1 >= workbook.MaxCol {
				return x.bad()
			}
			row, col = int(r1)+1, int(c1)+1
		case commentText:
			t, err := s.richText(f)
			if err != nil || t.text == "" || row == 0 {
				return err
			}
			s.sheet.Comments = append(s.sheet.Comments, workbook.Comment{Row: row, Col: col, Text: t.text})
			return s.Guard.Use(64 + len(t.text))
		}
		return nil
	})
}
