package xlsx

import (
	"iter"

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
