package xlsx

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"baocao/internal/diag"
	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// look is how a cell appears. The zero look is plain text with borders.
type look struct {
	bare     bool // no borders: titles and notes
	bold     bool
	italic   bool
	size     float64 // points; bodySize unless set
	centre   bool
	right    bool
	shaded   bool   // headings of the table
	alert    bool   // what somebody has to see to
	fill     ground // in place of those
	numeric  bool
	decimals int    // of a number
	before   string // a number: its sign
	after    string // a number: what is said of it
	format   string // of a number, in place of one with its decimals
	link     bool   // to be clicked, and shown as such
	black    bool   // in black by name: its font is not that of its neighbour
	signed   bool   // a number: with its + too
	alarm    bool   // a text that is red where there is one

	openLeft, openRight bool // no line to a neighbour that it is read with
}

// ground is a cell's background: its colour. They are told apart without colour too,
// for a word always stands with them.
type ground string

// The grounds.
const (
	headFill    ground = "E4EAF1"
	alertFill   ground = "F6D5D5"
	cautionFill ground = "FFF1CC"
	fineFill    ground = "E3EFDB"
	quietFill   ground = "F2F2F2"
)

const (
	// face is that of the report, which the rules of form ask for, so that all that an
	// office prints is of one family. It is on every Windows and in every Office, has all
	// Vietnamese letters, and Liberation Serif, as wide, stands in for it elsewhere.
	face     = "Times New Roman"
	bodySize = 11.0
	rim      = "A6A6A6" // borders
	linkInk  = "1F4E79" // what can be clicked: dark enough on grey paper

	// blackInk is what texts have anyhow: it makes a font another one.
	blackInk = "000000"

	// lineHeight is of the size, as spreadsheets set lines of the face.
	lineHeight = 1.16
	// rowSlack is what a row has above and below its lines, in points.
	rowSlack = 3.0
)

// A column's width is counted in digits of the workbook's default face. How wide that
// is on the screen depends on its resolution: text has to fit at the least, and the
// page has to hold the most.
const (
	columnUnit     = 2.0  // digits to an em
	narrowestDigit = 5.25 // points
	widestDigit    = 6.0
	cellSlack      = 1.0 // digits that a cell leaves free at its sides
	indentSlack    = 2.2 // digits that an indent takes
	buttonSlack    = 2.5 // digits that the button of a filter covers
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

// share is part of a whole, as percents without decimals: they are read alike on an
// English and a Vietnamese machine.
func share(part, whole int) cell {
	n, _ := quantity.Int(int64(part)).Quo(quantity.Int(int64(whole))) // of nothing it is 0
	return cell{number: &n, look: look{numeric: true, centre: true, format: "0%"}}
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

// told is a formula and the text it gives.
func told(formula, s string, l look) cell { return cell{text: s, formula: formula, look: l} }

func (c cell) bold() cell { c.look.bold = true; return c }

func (c cell) italic() cell { c.look.italic = true; return c }

// to is the cell as one that leads somewhere.
func (c cell) to(l link) cell { c.link = l; return c }

// clickable is a cell that shows that it leads somewhere.
func (c cell) clickable(to link) cell {
	c.link, c.look.link = to, to.follows()
	return c
}

const dayFormat = "dd/mm/yyyy"

// dateCell is a day as spreadsheets count them: it can be sorted, and is read alike on
// every machine. The zero day is blank.
func dateCell(d viet.Date) cell {
	if d.IsZero() {
		return centred("")
	}
	return cell{number: new(resolution.Serial(d)), look: look{numeric: true, centre: true, format: dayFormat}}
}

// within is the cell as one that leads somewhere if its text stands on one line of a
// column so wide: LibreOffice does not break the text of a link.
func (c cell) within(width float64, to link) cell {
	if textWidth(c.text, c.look.bold)*bodySize > (width-cellSlack-indentSlack)*narrowestDigit {
		return c
	}
	return c.clickable(to)
}

// row is a line of cells from column A on. A span joins cells to their right.
type row struct {
	cells  []cell
	spans  []span
	height float64 // points; 0 for as high as its texts need
}

// span joins the cells of a row from one column (from 0) to another.
type span struct{ from, to int }

// sheet is one worksheet before it is written.
type sheet struct {
	name   string
	widths []float64
	rows   []row
	more   stream // rows among those
	head   int    // rows up to this one stay in sight, and it heads every page; 0 for none
	fixed  int    // columns that stay in sight
	lists  []dropList

	tab        tab
	left       string // of every page's head, and right; "" for none
	right      string
	printed    int   // columns that are printed; 0 for all
	onePage    bool  // all of it stands on one upright page
	soft       []int // columns of texts that give way where a page is too narrow
	filter     block
	breaks     []int // rows that begin a page
	names      []defined
	conditions []condition
	charts     []chart

	spooled *spooled // its rows, once they are made
}

// stream are rows that are made anew each time they are looked at: all at once they
// would take more room than the rest of a workbook.
type stream struct {
	rows   iter.Seq[[]cell]
	from   int // how many others stand above them
	length int
	widths []float64 // what their numbers need, by column
}

// numbersOf makes columns wide enough for the numbers of a row.
func (m *stream) numbersOf(cells []cell) {
	for i, c := range cells {
		if c.number != nil {
			m.widths[i] = max(m.widths[i], c.room())
		}
	}
}

// all are the rows of a sheet.
func (s *sheet) all() iter.Seq[row] {
	return func(yield func(row) bool) {
		for _, r := range s.rows[:s.more.from] {
			if !yield(r) {
				return
			}
		}
		if s.more.rows != nil {
			for cells := range s.more.rows {
				if !yield(row{cells: cells}) {
					return
				}
			}
		}
		for _, r := range s.rows[s.more.from:] {
			if !yield(r) {
				return
			}
		}
	}
}

// length is how many rows a sheet has.
func (s *sheet) length() int { return len(s.rows) + s.more.length }

// tab is the colour of a sheet's tab, behind how far it covers.
type tab string

// The colours of tabs: what is read, what it was made of, what is to be done.
const (
	tabResult tab = "FF1F4E79"
	tabSource tab = "FFA6A6A6"
	tabToDo   tab = "FFBF8F00"
)

// block is the rows from one to another, from 1. The zero block is none.
type block struct{ from, to int }

// defined is a name of the workbook for cells of a sheet: "$F$6", "$D$6:$E$6".
type defined struct{ name, cells string }

// condition paints cells of a column while a formula holds. It is written for the
// block's first row.
type condition struct {
	column int // from 0
	block
	formula string // without "="
	fill    ground
	bold    bool
}

// dropList offers the cells of another sheet in a column; other texts are taken too.
type dropList struct {
	column, from, to int // from 0, and rows from 1
	source           string
}

// add adds a row and returns its number, from 1.
func (s *sheet) add(cells ...cell) int {
	s.rows = append(s.rows, row{cells: cells})
	return s.length()
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

func (s *sheet) blank() { s.rows = append(s.rows, row{}) }

// headings adds the table's head and keeps it in sight.
func (s *sheet) headings(names ...string) {
	s.head = s.add(headingCells(names...)...)
}

// filtered lets the table below the headings be filtered, where there is something to
// choose from.
func (s *sheet) filtered() {
	if s.length() > s.head+1 {
		s.filter = block{s.head, s.length()}
	}
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
	twins  map[int]int // styles that mark a text as one, by those without the mark
	texts  texts
	rows   map[int]*spooled // by the number of the sheet, from 0

	drawings, charts int // made so far
}

func newBook() (*book, error) {
	b := &book{f: excelize.NewFile(), styles: map[look]int{}, twins: map[int]int{},
		texts: texts{known: map[string]shared{}}, rows: map[int]*spooled{}}
	if err := b.f.SetDefaultFont(face); err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	return b, nil
}

// write makes a workbook of sheets.
func write(title string, from origin, sheets ...*sheet) ([]byte, error) {
	b, err := newBook()
	if err != nil {
		return nil, err
	}
	return b.write(title, from, sheets)
}

// write makes the workbook of sheets, of which some may have their rows.
func (b *book) write(title string, from origin, sheets []*sheet) ([]byte, error) {
	defer func() { _ = b.f.Close() }() // nothing is on disk
	if err := b.prepare(sheets); err != nil {
		return nil, fmt.Errorf("xlsx: %s: %w", title, err)
	}
	for i, s := range sheets {
		if err := b.put(i, s); err != nil {
			return nil, fmt.Errorf("xlsx: sheet %s: %w", s.name, err)
		}
	}
	return save(b.f, title, from, b)
}

// prepare does all that must be done before a sheet's rows are streamed.
func (b *book) prepare(sheets []*sheet) error {
	for i, s := range sheets {
		if i == 0 {
			if err := b.f.SetSheetName("Sheet1", s.name); err != nil {
				return err
			}
		} else if _, err := b.f.NewSheet(s.name); err != nil {
			return err
		}
	}
	for _, s := range sheets {
		if s.spooled == nil {
			s.fit()
		}
	}
	for _, s := range sheets { // all have their names: what refers to another finds it
		for _, step := range []func(*sheet) error{b.choose, b.paint, b.draw, b.view, b.page} {
			if err := step(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// choose sets up what offers choices: filters and lists.
func (b *book) choose(s *sheet) error {
	if f := s.filter; f != (block{}) {
		ref := fmt.Sprintf("A%d:%s%d", f.from, columnName(s.columns()-1), f.to)
		if err := b.f.AutoFilter(s.name, ref, nil); err != nil {
			return err
		}
		names := b.f.WorkBook.DefinedNames.DefinedName
		for i := range names { // the library leaves an apostrophe in a name as it is
			names[i].Data = strings.Replace(names[i].Data, "'"+s.name+"'!", quotedSheet(s.name)+"!", 1)
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

// paint sets up what colours cells while something holds.
func (b *book) paint(s *sheet) error {
	for _, c := range s.conditions {
		format, err := b.f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Bold: c.bold},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{string(c.fill)}}})
		if err != nil {
			return err
		}
		column := columnName(c.column)
		if err := b.f.SetConditionalFormat(s.name, fmt.Sprintf("%s%d:%s%d", column, c.from, column, c.to),
			[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: c.formula, Format: &format}}); err != nil {
			return err
		}
	}
	return nil
}

// fullScreen is as many points of columns as a usual screen shows.
const fullScreen = 960.0

// view is how a sheet is seen first: without gridlines, for what has to be seen has
// borders, and as much of its width as can still be read.
func (b *book) view(s *sheet) error {
	zoom := math.Floor(20*fullScreen/(s.width()*narrowestDigit)) * 5
	return b.f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: new(false),
		ZoomScale: new(min(max(zoom, 80), 100))})
}

func quotedSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// worksheetPart is the name of a sheet's part, by its number from 0.
func worksheetPart(n int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", n+1) }

// relationsPart is the name of the part with its relations.
func relationsPart(n int) string { return fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", n+1) }

// put writes a sheet, whose number is from 0. What stood in its rows is held no more.
func (b *book) put(n int, s *sheet) error {
	if s.spooled == nil {
		if err := s.spool(b); err != nil {
			return err
		}
	}
	p := s.spooled
	if err := b.reserve(s.name, &p.links); err != nil {
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
	b.rows[n] = p
	for i, r := range s.rows {
		at := i + 1
		if i >= s.more.from {
			at += s.more.length
		}
		for _, sp := range r.spans {
			from, _ := excelize.CoordinatesToCellName(sp.from+1, at)
			to, _ := excelize.CoordinatesToCellName(sp.to+1, at)
			if err := w.MergeCell(from, to); err != nil {
				return err
			}
		}
	}
	s.rows, s.more, s.spooled = nil, stream{}, nil
	return w.Flush()
}

func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: face, Size: cmp.Or(l.size, bodySize), Bold: l.bold, Italic: l.italic},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: !l.numeric},
	}
	switch {
	case l.centre:
		s.Alignment.Horizontal = "center"
	case l.right:
		s.Alignment.Horizontal = "right"
	default:
		s.Alignment.Horizontal = "left"
	}
	if l.indented() {
		s.Alignment.Indent = 1
	}
	switch {
	case l.link:
		s.Font.Color, s.Font.Underline = linkInk, "single"
	case l.black:
		s.Font.Color = blackInk
	}
	if !l.bare {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			if side == "left" && l.openLeft || side == "right" && l.openRight {
				continue
			}
			s.Border = append(s.Border, excelize.Border{Type: side, Color: rim, Style: 1})
		}
	}
	if colour := l.background(); colour != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{string(colour)}}
	}
	if l.alarm {
		s.CustomNumFmt = new(";;;[Red]@")
		s.Font.Bold = true
	}
	if l.numeric {
		format := cmp.Or(l.format, "#,##0")
		if l.decimals > 0 && l.format == "" {
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

// twin is a style that marks a text as one whatever it looks like, else the same as another.
func (b *book) twin(of int) int {
	if id, ok := b.twins[of]; ok {
		return id
	}
	all := b.f.Styles.CellXfs
	if len(all.Xf) >= maxStyles {
		return of
	}
	marked := all.Xf[of]
	marked.QuotePrefix = new(true)
	b.twins[of] = len(all.Xf)
	all.Xf = append(all.Xf, marked)
	all.Count = len(all.Xf)
	return b.twins[of]
}

// indented: text does not touch the border beside it.
func (l *look) indented() bool { return !l.bare && !l.centre && !l.openLeft && !l.openRight }

func (l look) background() ground {
	switch {
	case l.fill != "":
		return l.fill
	case l.alert:
		return alertFill
	case l.shaded:
		return headFill
	}
	return ""
}

// maxRowHeight is Excel's limit in points.
const maxRowHeight = 409

// measured is a text and the lines that it takes in a column.
type measured struct {
	text  string
	ems   float64
	bold  bool
	lines int // 0 for nothing measured
}

// height is the height that the texts of a row, from 1, need: neither Excel nor LibreOffice fits
// rows that a program has written. known is what was measured last in each column.
func (s *sheet) height(at int, r row, known []measured) float64 {
	highest := bodySize*lineHeight + rowSlack
	for i := range min(len(r.cells), len(s.widths)) {
		c := &r.cells[i]
		width := s.widths[i]
		if k := slices.IndexFunc(r.spans, func(sp span) bool { return sp.from == i }); k >= 0 {
			width = 0
			for j := r.spans[k].from; j <= r.spans[k].to; j++ {
				width += s.widths[j]
			}
		}
		if c.look.indented() {
			width -= indentSlack
		}
		if at == s.filter.from {
			width -= buttonSlack
		}
		size := cmp.Or(c.look.size, bodySize)
		ems := (width - cellSlack) * narrowestDigit / size
		of := &known[i]
		if of.lines == 0 || of.text != c.text || of.ems != ems || of.bold != c.look.bold {
			*of = measured{c.text, ems, c.look.bold, wrapped(c.text, ems, c.look.bold)}
		}
		highest = max(highest, float64(of.lines)*size*lineHeight+rowSlack)
	}
	return min(math.Ceil(highest), maxRowHeight)
}

// fit gives the columns their widths.
func (s *sheet) fit() {
	s.widen()
	s.narrow()
	s.balance()
}

// widen makes room for numbers: one that does not fit its column is shown as ####.
func (s *sheet) widen() {
	for _, r := range s.rows {
		for i, c := range r.cells {
			if c.number == nil || slices.ContainsFunc(r.spans, func(sp span) bool { return sp.from == i }) {
				continue
			}
			s.widths[i] = max(s.widths[i], c.room())
		}
	}
	for i, need := range s.more.widths {
		s.widths[i] = max(s.widths[i], need)
	}
}

// room is how wide a column has to be for a number.
func (c cell) room() float64 {
	said := c.look.before + c.number.Table(c.look.decimals) + c.look.after
	if c.look.signed {
		said += "+"
	}
	if c.look.format == dayFormat {
		said = "00/00/0000"
	}
	need := textWidth(said, c.look.bold)*cmp.Or(c.look.size, bodySize)/narrowestDigit + cellSlack
	if c.look.indented() {
		need += indentSlack
	}
	return math.Ceil(need)
}

// narrow takes room from the columns that give way, as far as they are read well, so
// that the others stand on one page with them.
func (s *sheet) narrow() {
	const most = 0.4 // of a column
	over, room := s.width()-widestPage, 0.0
	for _, i := range s.soft {
		room += s.widths[i]
	}
	if over <= 0 || over > most*room {
		return
	}
	for _, i := range s.soft {
		s.widths[i] -= over * s.widths[i] / room
	}
}

// mostBalanced is how many rows a sheet has at most whose columns are balanced.
const mostBalanced = 200

// balance gives what a lying page has left to the columns that give way, and moves room
// between them for the least height: what is seldom or shortly filled leaves it to what
// is long. A long table keeps what it has, for all its rows are measured each time.
func (s *sheet) balance() {
	const leastSoft = 16.0
	if len(s.soft) < 2 || s.more.rows != nil || len(s.rows) > mostBalanced {
		return
	}
	if left := widestPage - s.width(); left > 0 && !s.setup().upright {
		for _, i := range s.soft {
			s.widths[i] += left / float64(len(s.soft))
		}
	}
	known := make([]measured, len(s.rows)*len(s.widths))
	least := s.tall(known)
	for _, step := range []float64{8, 4, 2, 1} {
		for better := true; better; {
			better = false
			for _, from := range s.soft {
				for _, to := range s.soft {
					if from == to || s.widths[from]-step < leastSoft {
						continue
					}
					s.widths[from], s.widths[to] = s.widths[from]-step, s.widths[to]+step
					if tall := s.tall(known); tall < least {
						least, better = tall, true
						continue
					}
					s.widths[from], s.widths[to] = s.widths[from]+step, s.widths[to]-step
				}
			}
		}
	}
}

// width is that of the columns that are printed, in digits.
func (s *sheet) width() float64 {
	w := 0.0
	for _, x := range s.widths[:s.columns()] {
		w += x
	}
	return w
}

// columns is how many are printed.
func (s *sheet) columns() int { return cmp.Or(s.printed, len(s.widths)) }
