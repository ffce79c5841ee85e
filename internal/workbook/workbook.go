// Package workbook holds what a spreadsheet file is to the rest of the program:
// sheets of cells, without meaning, whatever the file's format. The packages
// below it read the formats, and open tells them apart. Readers are strict: the cells
// of a file are read all or none, and a file is refused rather than read in part.
package workbook

import (
	"cmp"
	"slices"
	"sort"
	"strconv"

	"baocao/internal/quantity"
	"baocao/internal/viet"
)

// Book is one spreadsheet file.
type Book struct {
	Format   string // "xlsx", "xlsb", "xls", "ods", "fods", "xml", "html", "csv", "txt", "docx"
	Sheets   []*Sheet
	Names    []Name // defined names that denote a cell or range of this book
	Date1904 bool
	Repairs  []Repair // texts that were stored in an old encoding; their cells hold the repaired ones
	EightBit bool     // text of one byte a letter, whose encoding the file does not say
	Stale    bool     // values of formulas may be old: calculated by hand, or left to the next program to calculate
	Unproven bool     // no program that calculates says that it wrote the file: a formula's 0 may be no result
	Guard    *Guard   // of who reads on in it: the time that one file may take; nil for any
}

// Visibility of a sheet.
type Visibility int

// How a sheet can be hidden.
const (
	Visible Visibility = iota
	Hidden
	VeryHidden
)

// Sheet is one sheet: its cells that hold something, by row and column.
type Sheet struct {
	Name       string // as the file shows it on the sheet's tab, not repaired: people look for it there
	Visibility Visibility
	Cells      []Cell    // ordered by row, then column; blank cells are absent
	Merges     []Range   // by first row, then first column; texts centred over blank cells are among them
	HiddenRows []Span    // rows hidden by hand or by a filter, in order
	HiddenCols []Span    // in order
	HidesZeros bool      // a zero looks like a blank cell
	Parts      []Part    // what a text document's rows are, in their order; nil for a workbook
	Comments   []Comment // as in the file; by place once indexed
	Header     []Cell    // what is printed over each page, part by part; these cells have no row and column
	Footer     []Cell    // and under it
	Boxes      []Cell    // what stands in shapes drawn over the cells, each at the cell where its corner lies
	Unread     bool      // some of what is drawn over the cells may hold words that were not read

	mergedTo []int // the last row of the merges up to each
}

// Part is a stretch of rows that people know by another name: a table of a text
// document, or paragraphs around it.
type Part struct {
	Name               string
	First, Last, Shown int // rows of the sheet, and the number that people count the first as
}

// Place is how people find a cell: the sheet, or the part of a text document, and
// its address there; "" for what stands in no row, such as a header.
func (s *Sheet) Place(row, col int) (sheet, cell string) {
	if row < 1 {
		return s.Name, ""
	}
	i := sort.Search(len(s.Parts), func(i int) bool { return s.Parts[i].Last >= row })
	if i < len(s.Parts) && s.Parts[i].First <= row {
		p := s.Parts[i]
		return p.Name, Ref(row-p.First+p.Shown, col)
	}
	return s.Name, Ref(row, col)
}

// Split makes a sheet of each part of the sheets of a text document, so that every
// cell stands where Place says.
func (b *Book) Split() *Book {
	split := &Book{Format: b.Format}
	for _, s := range b.Sheets {
		byName := map[string]*Sheet{}
		for _, p := range s.Parts {
			to := byName[p.Name]
			if to == nil {
				to = &Sheet{Name: p.Name}
				byName[p.Name] = to
				split.Sheets = append(split.Sheets, to)
			}
			down := p.Shown - p.First
			for _, c := range s.In(Span{p.First, p.Last}) {
				c.Row += down
				to.Cells = append(to.Cells, c)
			}
			merges := s.Merges[sort.Search(len(s.Merges), func(i int) bool { return s.Merges[i].Row >= p.First }):]
			for _, m := range merges {
				if m.Row > p.Last {
					break
				}
				if m.LastRow <= p.Last {
					m.Row, m.LastRow = m.Row+down, m.LastRow+down
					to.Merges = append(to.Merges, m)
				}
			}
			first := sort.Search(len(s.HiddenRows), func(i int) bool { return s.HiddenRows[i].First >= p.First })
			hidden := s.HiddenRows[first:]
			for _, h := range hidden {
				if h.First > p.Last {
					break
				}
				if h.Last <= p.Last {
					to.HiddenRows = append(to.HiddenRows, Span{h.First + down, h.Last + down})
				}
			}
		}
	}
	for _, s := range split.Sheets {
		s.IndexMerges()
		s.IndexComments()
	}
	return split
}

// Span is a run of rows or columns, both ends included, counted from 1.
type Span struct{ First, Last int }

// Range is a rectangle of cells, both ends included, counted from 1.
type Range struct{ Row, Col, LastRow, LastCol int }

// String is the range's address, "A1:F3", or "A1" for one cell.
func (r Range) String() string {
	if r.Row == r.LastRow && r.Col == r.LastCol {
		return Ref(r.Row, r.Col)
	}
	return Ref(r.Row, r.Col) + ":" + Ref(r.LastRow, r.LastCol)
}

// Rows is a span of rows in words, "10-11".
func (s Span) Rows() string { return s.join(strconv.Itoa) }

// Columns is a span of columns in words, "H-I".
func (s Span) Columns() string { return s.join(ColumnName) }

func (s Span) join(name func(int) string) string {
	if s.First == s.Last {
		return name(s.First)
	}
	return name(s.First) + "-" + name(s.Last)
}

// Last is the address of the corner up to which the sheet has cells, "" for none.
func (s *Sheet) Last() string {
	row, col := 0, 0
	for i := range s.Cells {
		row, col = max(row, s.Cells[i].Row), max(col, s.Cells[i].Col)
	}
	if row == 0 {
		return ""
	}
	return Ref(row, col)
}

// Name is a defined name for a cell or range of a sheet.
type Name struct {
	Name  string
	Sheet string
	Range Range
}

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells. A formula's cell has the kind of its cached value, or
// NoValue when the file holds none.
const (
	NoValue Kind = iota
	Number
	Text
	Bool
	Error
	Beyond // a number larger than any that a report holds; Text has it
)

// String is the kind's name in what `inspect` prints.
func (k Kind) String() string {
	switch k {
	case Number:
		return "number"
	case Text:
		return "text"
	case Bool:
		return "bool"
	case Error:
		return "error"
	case Beyond:
		return "too-large"
	}
	return "no-value"
}

// Cell is one cell that holds something.
type Cell struct {
	Row, Col   int // from 1
	Kind       Kind
	HasFormula bool
	Number     quantity.Number // when Kind is Number: float noise removed
	Text       string          // in Unicode NFC, not trimmed; an error's name ("#REF!"); "TRUE"/"FALSE"
	Runs       []Run           // rich text; nil when the whole text has the cell's font
	Style      *Style          // never nil; shared between cells
	Formula    string          // as Excel writes it, without "="; "" where the file does not keep it as text
}

// FormulaText is the cell's formula for people to read: "…" where the file does
// not keep it as text, "" for none.
func (c *Cell) FormulaText() string {
	if c.HasFormula && c.Formula == "" {
		return "…"
	}
	return c.Formula
}

// Style is what a cell's format says about its value.
type Style struct {
	Font      string
	NumFmt    string // the format code, built-in ones written out ("0%", "dd/mm/yyyy")
	IsPercent bool
	IsDate    bool
	Bold      bool // of text documents: all of the text is
	Struck    bool // crossed out
	Unseen    bool // written in the colour of its ground
	Script    Script
	Lost      bool // the file lacks the format: whether 0,45 is 45% nobody knows
	Fill, Ink Hue  // the colours of its ground and of its text
	Doubtful  bool // a rule that is not worked out here may hide the value or show another
}

// Comment is what somebody noted at a cell, which may be blank.
type Comment struct {
	Row, Col int
	Text     string
}

// Repair is one text that was stored in an encoding from before Unicode, or in
// Unicode with its marks apart, and what was made of it.
type Repair struct {
	Sheet         string
	Row, Col      int
	Font          string // the font that told the encoding; of several, the first
	Encoding      viet.Encoding
	Before, After string
}

// Ref is the cell's address, "E7".
func (r *Repair) Ref() string { return Ref(r.Row, r.Col) }

// Ref is the cell's address, "E7".
func (c *Cell) Ref() string { return Ref(c.Row, c.Col) }

// Ref is the address of a row and column counted from 1.
func Ref(row, col int) string { return ColumnName(col) + strconv.Itoa(row) }

// ColumnName is the letters of a column counted from 1.
func ColumnName(col int) string {
	var buf [8]byte
	i := len(buf)
	for col > 0 {
		col--
		i--
		buf[i] = byte('A' + col%26)
		col /= 26
	}
	return string(buf[i:])
}

// Sheet returns a sheet by name, or nil.
func (b *Book) Sheet(name string) *Sheet {
	for _, s := range b.Sheets {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Comment is what is noted at a place, several notes on lines of their own; "" for
// nothing.
func (s *Sheet) Comment(row, col int) string {
	all := s.Comments
	first := sort.Search(len(all), func(i int) bool {
		return all[i].Row > row || all[i].Row == row && all[i].Col >= col
	})
	text := ""
	for _, c := range all[first:] {
		if c.Row != row || c.Col != col {
			break
		}
		if text != "" {
			text += "\n"
		}
		text += c.Text
	}
	return text
}

// IndexComments puts the comments in the order that Comment looks them up in.
func (s *Sheet) IndexComments() {
	slices.SortStableFunc(s.Comments, func(a, b Comment) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
}

// In are the cells in a run of rows.
func (s *Sheet) In(rows Span) []Cell {
	from := s.firstFrom(rows.First)
	to := from
	if rows.First <= rows.Last {
		to = s.firstFrom(rows.Last + 1)
	}
	return s.Cells[from:to]
}

// inOrder are spans by where they begin, those that overlap made one.
func inOrder(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.First, b.First) })
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && s.First <= kept[n-1].Last {
			kept[n-1].Last = max(kept[n-1].Last, s.Last)
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

// IndexMerges puts merges and hidden spans in order, so that Merged, and who asks
// what is hidden, need not look at all of them.
func (s *Sheet) IndexMerges() {
	s.HiddenRows, s.HiddenCols = inOrder(s.HiddenRows), inOrder(s.HiddenCols)
	slices.SortFunc(s.Merges, func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.LastRow, b.LastRow), cmp.Compare(a.LastCol, b.LastCol))
	})
	s.Merges = slices.Compact(s.Merges)
	last := 0
	for _, m := range s.Merges {
		last = max(last, m.LastRow)
		s.mergedTo = append(s.mergedTo, last)
	}
}

// maxOverlap bounds how many merges are looked at for one cell. In a sound
// sheet they do not overlap and few are.
const maxOverlap = 1 << 14

// Merged returns the merged range a cell lies in.
func (s *Sheet) Merged(row, col int) (Range, bool) {
	i := sort.Search(len(s.Merges), func(i int) bool { return s.Merges[i].Row > row })
	for n := 0; i > 0 && n < maxOverlap; n++ {
		i--
		if len(s.mergedTo) > i && s.mergedTo[i] < row {
			break
		}
		if m := s.Merges[i]; m.Row <= row && row <= m.LastRow && m.Col <= col && col <= m.LastCol {
			return m, true
		}
	}
	return Range{}, false
}

// At returns the cell at a row and column, or nil when it is blank.
func (s *Sheet) At(row, col int) *Cell {
	lo, hi := 0, len(s.Cells)
	for lo < hi {
		mid := (lo + hi) / 2
		if c := &s.Cells[mid]; c.Row < row || c.Row == row && c.Col < col {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.Cells) && s.Cells[lo].Row == row && s.Cells[lo].Col == col {
		return &s.Cells[lo]
	}
	return nil
}
