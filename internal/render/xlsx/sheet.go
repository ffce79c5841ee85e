package xlsx

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"baocao/internal/diag"
	"baocao/internal/quantity"
)

// look is how a cell appears. The zero look is plain text with borders.
type look struct {
	bare                bool // no borders: titles and notes
	bold                bool
	italic              bool
	size                float64 // points; bodySize unless set
	centre              bool
	right               bool
	shaded              bool // headings of the table
	alert               bool // what somebody has to see to
	numeric             bool
	decimals            int    // of a number
	before              string // a number: its sign
	after               string // a number: what is said of it
	link                bool   // to be clicked
	signed              bool   // a number: with its + too
	alarm               bool   // a text that is red where there is one
	openLeft, openRight bool   // no line to a neighbour that it is read with
}

const (
	face     = "Times New Roman"
	bodySize = 11.0
	// columnUnit is how many body-size ems make a column width of 1: Excel counts
	// widths in digits of the workbook's default face.
	columnUnit = 2.0
	lineHeight = 1.32 // of the font size
)

// cell is a text, a number, or a formula with its number.
type cell struct {
	text    string
	number  *quantity.Number
	formula string // without "=", with English names; its value is number
	link    link
	look    look
}

// link is where a click on a cell leads: a place in this workbook, or a file
// by its path from the folder the workbook lies in, and a place in it where one
// is known. The zero link leads nowhere.
type link struct {
	sheet string // of this workbook, or of the file
	cell  string // "G7"
	file  string // "" for this workbook
}

func text(s string) cell { return cell{text: s} }

// name is a file's or a sheet's, as its sender chose it.
func name(s string) cell { return text(diag.Visible(s)) }

func centred(s string) cell { return cell{text: s, look: look{centre: true}} }

func heading(s string) cell { return cell{text: s, look: look{bold: true, centre: true, shaded: true}} }

// numberCell is a number shown with so many decimals.
func numberCell(n quantity.Number, decimals int) cell {
	return cell{number: &n, look: look{numeric: true, right: true, decimals: decimals}}
}

// count is a whole number.
func count(n int) cell {
	return cell{number: new(quantity.Int(int64(n))), look: look{numeric: true, centre: true}}
}

// computed is a formula and the number it gives.
func computed(formula string, n quantity.Number, decimals int) cell {
	c := numberCell(n, decimals)
	c.formula = formula
	return c
}

func (c cell) bold() cell { c.look.bold = true; return c }

func (c cell) italic() cell { c.look.italic = true; return c }

// to is the cell as one that leads somewhere.
func (c cell) to(l link) cell { c.link = l; return c }

// told is a formula and the text it gives.
func told(formula, s string, l look) cell { return cell{text: s, formula: formula, look: l} }

// clickable is a cell that shows that it leads somewhere.
func (c cell) clickable(to link) cell {
	c.link, c.look.link = to, to.follows()
	return c
}

// row is a line of cells from column A on. A span joins cells to their right.
type row struct {
	cells []cell
	spans []span
}

// span joins the cells of a row from one column (from 0) to another.
type span struct{ from, to int }

// sheet is one worksheet before it is written.
type sheet struct {
	name   string
	widths []float64
	rows   []row
	head   int // rows up to this one stay in sight and head every page; 0 for none
	fixed  int // columns that stay in sight
	lists  []dropList

	printed int // columns that are printed; 0 for all
	filter  block
	breaks  []int // rows that begin a page
	names   []defined
}

// block is the rows from one to another, from 1. The zero block is none.
type block struct{ from, to int }

// defined is a name of the workbook for cells of a sheet: "$F$6", "$D$6:$E$6".
type defined struct{ name, cells string }

// dropList offers the cells of another sheet in a column; other texts are taken too.
type dropList struct {
	column, from, to int // from 0, and rows from 1
	source           string
}

// add adds a row and returns its number, from 1.
func (s *sheet) add(cells ...cell) int {
	s.rows = append(s.rows, row{cells: cells})
	return len(s.rows)
}

// title adds a line over the whole width.
func (s *sheet) title(line string, l look) {
	l.bare = true
	s.across(cell{text: line, look: l})
}

// across adds one cell over the whole width.
func (s *sheet) across(c cell) {
	cells := make([]cell, s.columns())
	for i := range cells {
		cells[i].look = c.look
	}
	cells[0] = c
	s.rows = append(s.rows, row{cells: cells, spans: []span{{0, len(cells) - 1}}})
}

// columns are as many as are printed.
func (s *sheet) columns() int { return cmp.Or(s.printed, len(s.widths)) }

// filtered lets the table below the headings be filtered, where there is something to
// choose from.
func (s *sheet) filtered() {
	if len(s.rows) > s.head+1 {
		s.filter = block{s.head, len(s.rows)}
	}
}

func (s *sheet) blank() { s.rows = append(s.rows, row{}) }

// headings adds the table's head and keeps it in sight.
func (s *sheet) headings(names ...string) {
	s.head = s.add(headingCells(names...)...)
}

func headingCells(names ...string) []cell {
	cells := make([]cell, len(names))
	for i, n := range names {
		cells[i] = heading(n)
	}
	return cells
}

// book writes sheets into a workbook.
type book struct {
	f      *excelize.File
	styles map[look]int
	links  map[int][]placed // of each sheet, from 0
}

// write makes a workbook of sheets.
func write(title string, from origin, sheets ...*sheet) ([]byte, error) {
	b := &book{f: excelize.NewFile(), styles: map[look]int{}, links: map[int][]placed{}}
	defer func() { _ = b.f.Close() }() // nothing is on disk
	if err := b.prepare(sheets); err != nil {
		return nil, fmt.Errorf("xlsx: %s: %w", title, err)
	}
	for i, s := range sheets {
		if err := b.put(i, s); err != nil {
			return nil, fmt.Errorf("xlsx: sheet %s: %w", s.name, err)
		}
	}
	return save(b.f, title, from, func(z excelize.ZipWriter) excelize.ZipWriter { return withLinks(b.links, z) })
}

// prepare does all that must be done before a sheet's rows are streamed.
func (b *book) prepare(sheets []*sheet) error {
	if err := b.f.SetDefaultFont(face); err != nil {
		return err
	}
	for i, s := range sheets {
		if i == 0 {
			if err := b.f.SetSheetName("Sheet1", s.name); err != nil {
				return err
			}
		} else if _, err := b.f.NewSheet(s.name); err != nil {
			return err
		}
		if err := b.page(s); err != nil {
			return err
		}
	}
	return nil
}

// page sets a sheet up for A4 landscape, as wide as the page.
func (b *book) page(s *sheet) error {
	last, err := excelize.CoordinatesToCellName(len(s.widths), max(len(s.rows), 1))
	if err != nil {
		return err
	}
	var steps []error
	if s.filter.to > 0 { // before the sheet's properties: it forgets them
		steps = append(steps, b.f.AutoFilter(s.name, fmt.Sprintf("A%d:%s%d", s.filter.from,
			columnName(s.columns()-1), s.filter.to), nil))
	}
	steps = append(steps,
		b.f.SetSheetDimension(s.name, "A1:"+last),
		b.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: new(true)}),
		b.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{
			Size: new(9), Orientation: new("landscape"), FitToWidth: new(1), FitToHeight: new(0)}),
		b.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
			Left: new(0.6), Right: new(0.6), Top: new(0.75), Bottom: new(0.75), Header: new(0.3), Footer: new(0.3),
			Horizontally: new(true)}),
		b.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: `&C&"` + face + `,Regular"&11&P/&N`}),
	)
	if s.head > 0 {
		steps = append(steps, b.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: s.name,
			RefersTo: fmt.Sprintf("%s!$%d:$%d", quotedSheet(s.name), s.head, s.head)}))
	}
	if s.printed > 0 {
		steps = append(steps, b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: s.name,
			RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", quotedSheet(s.name), columnName(s.printed-1), max(len(s.rows), 1)),
		}))
	}
	for _, row := range s.breaks {
		steps = append(steps, b.f.InsertPageBreak(s.name, fmt.Sprintf("A%d", row)))
	}
	for _, n := range s.names {
		steps = append(steps, b.f.SetDefinedName(&excelize.DefinedName{Name: n.name,
			RefersTo: quotedSheet(s.name) + "!" + n.cells}))
	}
	for _, err := range steps {
		if err != nil {
			return err
		}
	}
	for _, l := range s.lists {
		column := columnName(l.column)
		choice := excelize.NewDataValidation(true)
		choice.SetSqref(fmt.Sprintf("%s%d:%s%d", column, l.from, column, l.to))
		choice.SetSqrefDropList(l.source)
		choice.ShowErrorMessage = false
		if err := b.f.AddDataValidation(s.name, choice); err != nil {
			return err
		}
	}
	return nil
}

func quotedSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// put streams the rows of a sheet, whose number is from 0.
func (b *book) put(n int, s *sheet) error {
	if err := b.reserve(s); err != nil {
		return err
	}
	w, err := b.f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i, width := range s.widths {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if s.head > 0 || s.fixed > 0 {
		corner, err := excelize.CoordinatesToCellName(s.fixed+1, s.head+1)
		if err != nil {
			return err
		}
		pane := "bottomLeft"
		if s.fixed > 0 {
			pane = "bottomRight"
		}
		if err := w.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.fixed, YSplit: s.head, TopLeftCell: corner,
			ActivePane: pane}); err != nil {
			return err
		}
	}
	for i, r := range s.rows {
		if len(r.cells) == 0 {
			continue
		}
		values := make([]any, len(r.cells))
		for j, c := range r.cells {
			if c.link.follows() && len(b.links[n]) < maxLinks {
				b.links[n] = append(b.links[n], placed{columnName(j) + strconv.Itoa(i+1), c.link})
			} else {
				c.look.link = false
			}
			if values[j], err = b.value(c); err != nil {
				return err
			}
		}
		at := fmt.Sprintf("A%d", i+1)
		if err := w.SetRow(at, values, excelize.RowOpts{Height: s.height(r)}); err != nil {
			return err
		}
		for _, sp := range r.spans {
			from, _ := excelize.CoordinatesToCellName(sp.from+1, i+1)
			to, _ := excelize.CoordinatesToCellName(sp.to+1, i+1)
			if err := w.MergeCell(from, to); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}

// value is a cell as the stream writer takes it. A text is always written as a
// text: whatever a department typed, it never becomes a formula.
func (b *book) value(c cell) (excelize.Cell, error) {
	style, err := b.style(c.look)
	if err != nil {
		return excelize.Cell{}, err
	}
	if utf8.RuneCountInString(c.formula) > maxFormula {
		c.formula = "" // what it comes to is there
	}
	switch {
	case c.number != nil:
		return excelize.Cell{StyleID: style, Formula: c.formula, Value: c.number.Float()}, nil
	case c.text != "" || c.formula != "":
		return excelize.Cell{StyleID: style, Formula: c.formula, Value: c.text}, nil
	}
	return excelize.Cell{StyleID: style}, nil
}

func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: face, Size: cmp.Or(l.size, bodySize), Bold: l.bold, Italic: l.italic},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	}
	switch {
	case l.centre:
		s.Alignment.Horizontal = "center"
	case l.right:
		s.Alignment.Horizontal = "right"
	default:
		s.Alignment.Horizontal = "left"
	}
	if l.link {
		s.Font.Color, s.Font.Underline = "0563C1", "single"
	}
	if !l.bare {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			if side == "left" && l.openLeft || side == "right" && l.openRight {
				continue
			}
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "808080", Style: 1})
		}
	}
	if l.shaded {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7EBF0"}}
	}
	if l.alert {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFC7CE"}}
	}
	if l.alarm {
		s.CustomNumFmt = new(";;;[Red]@")
		s.Font.Bold = true
	}
	if l.numeric {
		format := "#,##0"
		if l.decimals > 0 {
			format += "." + strings.Repeat("0", l.decimals)
		}
		quoted := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, "") + `"` }
		if l.after != "" {
			format += quoted(l.after)
		}
		if l.signed {
			format = "+" + format + ";-" + format + ";" + format
		}
		if l.before != "" { // a minus belongs to the number
			format = quoted(l.before) + format + ";" + quoted(l.before) + "-" + format
		}
		s.CustomNumFmt = &format
	}
	id, err := b.f.NewStyle(s)
	if err != nil {
		return 0, err
	}
	b.styles[l] = id
	return id, nil
}

// maxRowHeight is Excel's limit in points.
const maxRowHeight = 409

// height estimates the height of a row from the text of its cells: neither
// Excel nor LibreOffice fits rows that a program has written.
func (s *sheet) height(r row) float64 {
	highest := 0.0
	for i, c := range r.cells {
		if i >= len(s.widths) {
			break
		}
		width := s.widths[i]
		if at := slices.IndexFunc(r.spans, func(sp span) bool { return sp.from == i }); at >= 0 {
			width = 0
			for j := r.spans[at].from; j <= r.spans[at].to; j++ {
				width += s.widths[j]
			}
		}
		size := cmp.Or(c.look.size, bodySize)
		lines := wrapped(c.text, (width-1)/columnUnit*bodySize/size, c.look.bold)
		highest = max(highest, float64(lines)*size*lineHeight+3)
	}
	return min(math.Ceil(highest), maxRowHeight)
}

// wrapped counts the lines a text takes in a column so many ems wide.
func wrapped(s string, ems float64, bold bool) int {
	lines := 0
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines++
		used := 0.0
		for _, word := range strings.Fields(paragraph) {
			w := textWidth(word)
			if bold {
				w *= 1.06
			}
			if used > 0 && used+0.25+w > ems {
				lines++
				used = 0
			}
			for w > ems && ems > 1 {
				lines++
				w -= ems
			}
			if used > 0 {
				used += 0.25
			}
			used += w
		}
	}
	return lines
}

// textWidth estimates a word's width in ems of a Times face.
func textWidth(word string) float64 {
	w := 0.0
	for _, r := range word {
		switch {
		case strings.ContainsRune("iíìỉĩịjltf.,;:'!|()[]/-", r):
			w += 0.31
		case strings.ContainsRune("mwMW%", r):
			w += 0.85
		case r >= 'A' && r <= 'Z' || strings.ContainsRune("ĐÂÊÔƠƯĂ", r):
			w += 0.69
		default:
			w += 0.5
		}
	}
	return w
}
