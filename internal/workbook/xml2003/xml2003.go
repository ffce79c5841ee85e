// Package xml2003 reads workbooks saved as XML Spreadsheet 2003 (SpreadsheetML), one
// XML text that Excel 2002 and 2003 wrote and that many office systems export under
// the name .xls.
package xml2003

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/ooxml"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// Namespace is that of the notation.
const Namespace = "urn:schemas-microsoft-com:office:spreadsheet"

// Part is what messages call the one part that such a file has.
const Part = "Workbook"

// Read reads a workbook. A damaged one is refused.
func Read(data []byte, g *workbook.Guard) (*workbook.Book, error) {
	if err := g.Use(len(data)); err != nil {
		return nil, err
	}
	x, err := ooxml.NewScanner(Part, data, g)
	if err != nil {
		return nil, err
	}
	r := &reader{Scanner: x, guard: g, book: &workbook.Book{Format: "xml"}, styles: map[string]*style{},
		looks: map[*workbook.Style]style{}}
	if err := r.read(); err != nil {
		return nil, err
	}
	if len(r.book.Sheets) == 0 {
		return nil, workbook.Refuse("B134", nil)
	}
	r.settleNames()
	return r.book, x.Finish()
}

// reader reads one workbook.
type reader struct {
	*ooxml.Scanner
	guard  *workbook.Guard
	book   *workbook.Book
	styles map[string]*style
	looks  map[*workbook.Style]style // of the styles that cells have
	cells  int
	names  []definedName
}

// definedName is a defined name before the sheets it may point to are known.
type definedName struct{ name, address string }

// value is an attribute's, whatever its prefix: names are not used twice.
func (r *reader) value(local string) (string, bool) {
	for _, a := range r.Attrs {
		if string(a.Local) == local {
			return string(ooxml.Unescape(a.Value)), true
		}
	}
	return "", false
}

func (r *reader) attr(local string) string {
	v, _ := r.value(local)
	return v
}

func (r *reader) isOn(local string) bool { return ooxml.IsTrue(strings.ToLower(r.attr(local))) }

// number is an attribute that counts; the given one where it is absent.
func (r *reader) number(local string, absent int) (int, error) {
	v, ok := r.value(local)
	if !ok {
		return absent, nil
	}
	n, ok := workbook.Index([]byte(v))
	if !ok {
		return 0, workbook.Refuse("B124", diag.Args{"found": workbook.Printable(v)})
	}
	return n, nil
}

func (r *reader) read() error {
	if err := r.Root("Workbook"); err != nil {
		return err
	}
	return r.Children(func(name string) error {
		switch name {
		case "ExcelWorkbook":
			return r.Children(func(name string) error {
				switch name {
				case "Date1904":
					r.book.Date1904 = true
				case "Calculation":
					text, err := r.TextContent(nil)
					r.book.Stale = r.book.Stale || string(bytes.TrimSpace(text)) == "ManualCalculation"
					return err
				}
				return nil
			})
		case "Styles":
			if len(r.book.Sheets) > 0 {
				return r.Bad() // cells were read without them
			}
			return r.Children(func(name string) error {
				if name != "Style" {
					return nil
				}
				return r.style()
			})
		case "Names":
			return r.namedRanges()
		case "Worksheet":
			return r.worksheet()
		}
		return nil
	})
}

func (r *reader) namedRanges() error {
	return r.Children(func(name string) error {
		if name != "NamedRange" {
			return nil
		}
		n := definedName{r.attr("Name"), r.attr("RefersTo")}
		r.names = append(r.names, n)
		return r.guard.Use(64 + len(n.name) + len(n.address))
	})
}

// settleNames keeps the names that stand for one cell or range of a sheet.
func (r *reader) settleNames() {
	sheets := make(map[string]string, len(r.book.Sheets))
	for _, s := range r.book.Sheets {
		sheets[strings.ToLower(s.Name)] = s.Name
	}
	for _, n := range r.names {
		bang := strings.LastIndexByte(n.address, '!')
		if bang < 0 {
			continue
		}
		sheet := strings.TrimPrefix(strings.TrimSpace(n.address[:bang]), "=")
		if k := len(sheet); k >= 2 && sheet[0] == '\'' && sheet[k-1] == '\'' {
			sheet = strings.ReplaceAll(sheet[1:k-1], "''", "'")
		}
		address := strings.ReplaceAll(inA1(strings.TrimSpace(n.address[bang+1:]), 1, 1), "$", "")
		rng, ok := workbook.ParseRange(address)
		if name, known := sheets[strings.ToLower(sheet)]; known && ok {
			r.book.Names = append(r.book.Names, workbook.Name{Name: n.name, Sheet: name, Range: rng})
		}
	}
}

// style is one of the table of styles. What it does not say its parent says.
type style struct {
	font, format  string
	color, ground color
	struck        bool
	script        workbook.Script
	settled       *workbook.Style
	dated         *workbook.Style // of the same cells that hold dates; nil for none yet
}

func (st *style) settle() *workbook.Style {
	return workbook.NewStyle(st.font, st.format).With(st.struck, st.color.Alike(st.ground)).Placed(st.script).
		Painted(st.ground.Hue(), st.color.Hue())
}

// date is the style of a cell that holds a date, whatever its format.
func (r *reader) date(st *style) *workbook.Style {
	if st.settled.IsDate {
		return st.settled
	}
	if st.dated == nil {
		other := *st
		other.format = "dd/mm/yyyy"
		st.dated = other.settle()
		r.looks[st.dated] = other
	}
	return st.dated
}

// color is one that the file names by its parts, or does not tell.
type color = workbook.Color

var (
	black = color{RGB: 0, Known: true}
	white = color{RGB: 0xFFFFFF, Known: true}
)

func (r *reader) style() error {
	id := r.attr("ID")
	st := &style{format: "General", color: black, ground: white}
	parent := r.attr("Parent")
	if parent == "" && id != defaultStyle {
		parent = defaultStyle
	}
	if p := r.styles[parent]; p != nil {
		*st = *p
	}
	err := r.Children(func(name string) error {
		switch name {
		case "Font":
			if font, ok := r.value("FontName"); ok {
				st.font = font
			}
			if color, ok := r.value("Color"); ok {
				st.color = colorOf(color, black)
			}
			if _, ok := r.value("StrikeThrough"); ok {
				st.struck = r.isOn("StrikeThrough")
			}
			if place, ok := r.value("VerticalAlign"); ok {
				st.script = scripts[place]
			}
		case "Interior":
			switch pattern, _ := r.value("Pattern"); pattern {
			case "Solid":
				st.ground = colorOf(r.attr("Color"), color{})
			case "None", "":
				st.ground = white
			default:
				st.ground = color{}
			}
		case "NumberFormat":
			st.format = "General"
			if format := r.attr("Format"); format != "" {
				st.format = workbook.NamedFormat(format)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	st.settled, st.dated = st.settle(), nil
	r.styles[id], r.looks[st.settled] = st, *st
	return r.guard.Use(600 + len(st.font) + len(st.format))
}

// scripts are the places of a font on its line.
var scripts = map[string]workbook.Script{"Superscript": workbook.Raised, "Subscript": workbook.Lowered}

// defaultStyle is the one of cells that name none.
const defaultStyle = "Default"

// colorOf is a colour by its digits; that of "automatic" is given.
func colorOf(s string, automatic color) color {
	if s == "" || strings.EqualFold(s, "automatic") {
		return automatic
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	return color{RGB: uint32(n), Known: err == nil && len(s) == len("#FFFFFF")}
}

// styleOf is the style of a cell: its own, or that of its row or column.
func (r *reader) styleOf(ids ...string) (*style, error) {
	for _, id := range append(ids, defaultStyle) {
		if id == "" {
			continue
		}
		if st := r.styles[id]; st != nil {
			return st, nil
		}
		if id != defaultStyle {
			return nil, workbook.Refuse("B127", diag.Args{"found": workbook.Printable(id)})
		}
	}
	st := &style{format: "General", color: black, ground: white}
	st.settled = st.settle()
	r.styles[defaultStyle], r.looks[st.settled] = st, *st
	return st, nil
}

func (r *reader) worksheet() error {
	if len(r.book.Sheets) >= r.guard.MaxSheets {
		return workbook.TooMuch(workbook.LimitSheets, r.guard.MaxSheets)
	}
	s := &sheetReader{reader: r, sheet: &workbook.Sheet{Name: r.attr("Name")}}
	if err := s.read(); err != nil {
		if s.col > 0 {
			err = workbook.Locate(err, "", workbook.Ref(s.row, s.col))
		}
		return workbook.Locate(err, viet.Clean(s.sheet.Name), "")
	}
	r.book.Sheets = append(r.book.Sheets, s.sheet)
	return nil
}

// sheetReader reads one sheet.
type sheetReader struct {
	*reader
	sheet    *workbook.Sheet
	row, col int // the last ones begun, 0 for none
	tableID  string
	rowID    string
	columns  []columns
	covered  []workbook.Range // merges that reach down to rows to come
	text     content
	rules    []workbook.Rule
	overlays []overlay // that rules lay over the looks of cells, by their number
}

// columns are neighbouring columns and the style of their cells that have none.
type columns struct {
	workbook.Span
	style string
}

func (s *sheetReader) read() error {
	seen := false
	err := s.Children(func(name string) error {
		switch name {
		case "Names":
			return s.namedRanges()
		case "Table":
			if seen {
				return s.Bad()
			}
			seen = true
			return s.table()
		case "WorksheetOptions":
			return s.Children(func(name string) error {
				switch name {
				case "DoNotDisplayZeros":
					s.sheet.HidesZeros = true
					return nil
				case "PageSetup":
					return s.margins()
				case "Visible":
				default:
					return nil
				}
				text, err := s.TextContent(nil)
				switch string(bytes.TrimSpace(text)) {
				case "SheetHidden":
					s.sheet.Visibility = workbook.Hidden
				case "SheetVeryHidden":
					s.sheet.Visibility = workbook.VeryHidden
				}
				return err
			})
		case "ConditionalFormatting":
			return s.conditional()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.dress()
}

// margins reads what is printed over and under the pages.
func (s *sheetReader) margins() error {
	return s.Children(func(name string) (err error) {
		switch name {
		case "Header":
			s.sheet.Header, err = workbook.Margin(s.attr("Data"), s.guard)
		case "Footer":
			s.sheet.Footer, err = workbook.Margin(s.attr("Data"), s.guard)
		}
		return err
	})
}

func (s *sheetReader) table() error {
	s.tableID = s.attr("StyleID")
	lastCol := 0
	err := s.Elements(func() error {
		switch string(s.Local) {
		case "Column":
			first, err := s.number("Index", lastCol+1)
			if err != nil {
				return err
			}
			span, err := s.number("Span", 0)
			if err != nil {
				return err
			}
			if first <= lastCol || first+span > workbook.MaxCol {
				return workbook.Refuse("B124", diag.Args{"found": strconv.Itoa(first)})
			}
			lastCol = first + span
			c := columns{workbook.Span{First: first, Last: lastCol}, s.attr("StyleID")}
			s.columns = append(s.columns, c)
			if s.isOn("Hidden") || isThin(s.attr("Width")) {
				s.sheet.HiddenCols = workbook.AppendSpan(s.sheet.HiddenCols, c.Span)
			}
			return nil
		case "Row":
			return s.tableRow()
		}
		return s.Bad()
	})
	s.col = 0
	return err
}

// isThin tells a size, in points, of which nothing can be read.
func isThin(v string) bool {
	f, err := strconv.ParseFloat(v, 64)
	return err == nil && f < 2
}

func (s *sheetReader) tableRow() error {
	s.col = 0
	row, err := s.number("Index", s.row+1)
	if err != nil {
		return err
	}
	span, err := s.number("Span", 0)
	if err != nil {
		return err
	}
	if row <= s.row || row+span > workbook.MaxRow {
		return workbook.Refuse("B124", diag.Args{"found": strconv.Itoa(row)})
	}
	s.row, s.rowID = row, s.attr("StyleID")
	if s.isOn("Hidden") || isThin(s.attr("Height")) {
		s.sheet.HiddenRows = workbook.AppendSpan(s.sheet.HiddenRows, workbook.Span{First: row, Last: row + span})
	}
	s.covered = slices.DeleteFunc(s.covered, func(m workbook.Range) bool { return m.LastRow < row })
	err = s.Elements(func() error {
		if string(s.Local) != "Cell" || span > 0 {
			return s.Bad() // several rows in one have no cells
		}
		return s.cell()
	})
	if err != nil {
		return err
	}
	s.row, s.col = row+span, 0
	return nil
}

func (s *sheetReader) cell() error {
	col, err := s.number("Index", s.col+1)
	if err != nil {
		return err
	}
	if col <= s.col || col > workbook.MaxCol {
		return workbook.Refuse("B124", diag.Args{"found": strconv.Itoa(col)})
	}
	s.col = col
	across, err := s.number("MergeAcross", 0)
	if err != nil {
		return err
	}
	down, err := s.number("MergeDown", 0)
	if err != nil {
		return err
	}
	last, lastRow := col+across, s.row+down
	if last > workbook.MaxCol || lastRow > workbook.MaxRow {
		return workbook.Refuse("B124", diag.Args{"found": workbook.Ref(min(lastRow, workbook.MaxRow), col)})
	}
	st, err := s.styleOf(s.attr("StyleID"), s.rowID, s.columnID(col), s.tableID)
	if err != nil {
		return err
	}
	c := workbook.Cell{Row: s.row, Col: col, Style: st.settled}
	if formula, ok := s.value("Formula"); ok {
		c.HasFormula = true
		if c.Formula = inA1(strings.TrimPrefix(formula, "="), s.row, col); len(c.Formula) > s.guard.MaxTextLen {
			return workbook.TooMuch(workbook.LimitText, s.guard.MaxTextLen)
		}
	}
	data := false
	err = s.Elements(func() error {
		switch string(s.Local) {
		case "Data":
			if data {
				return s.Bad()
			}
			data = true
			return s.data(&c, st)
		case "Comment":
			return s.comment()
		}
		return nil
	})
	if err != nil {
		return err
	}
	filled := c.HasFormula || c.Kind != workbook.NoValue
	for _, m := range s.covered {
		if filled && m.Col <= col && col <= m.LastCol {
			return workbook.Refuse("B124", diag.Args{"found": c.Ref()}) // under a merged cell
		}
	}
	if across > 0 || down > 0 {
		m := workbook.Range{Row: s.row, Col: col, LastRow: lastRow, LastCol: last}
		s.sheet.Merges = append(s.sheet.Merges, m)
		if down > 0 {
			s.covered = append(s.covered, m)
		}
		if err := s.guard.Use(64); err != nil {
			return err
		}
	}
	if filled {
		if s.cells++; s.cells > s.guard.MaxCells {
			return workbook.TooMuch(workbook.LimitCells, s.guard.MaxCells)
		}
		if err := s.guard.Use(workbook.CellMemory + len(c.Text) + len(c.Formula)); err != nil {
			return err
		}
		s.sheet.Cells = append(s.sheet.Cells, c)
	}
	s.col = last
	return nil
}

func (s *sheetReader) columnID(col int) string {
	i, found := slices.BinarySearchFunc(s.columns, col, func(c columns, col int) int {
		switch {
		case c.Last < col:
			return -1
		case c.First > col:
			return 1
		}
		return 0
	})
	if !found {
		return ""
	}
	return s.columns[i].style
}
