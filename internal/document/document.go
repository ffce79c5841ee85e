// Package document is the format-neutral document: letterhead, headings,
// paragraphs of runs, tables, signature. It knows nothing of figures or pages.
package document

import (
	"image"
	"strings"
	"time"
)

// Document is one report.
type Document struct {
	Profile     string // dang-hd36 | dang-hd05 | nha-nuoc-nd30: the rules of form
	Letterhead  Letterhead
	Kind        string   // "BÁO CÁO"
	Title       string   // trích yếu, printed as written
	Joint       *Joint   // the second body of those that issue it together; nil for one alone
	Addressees  []string // «Kính gửi»
	Draft       bool
	DraftNumber int    // which draft it is; 0 where that is not said
	Urgency     string // "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"; "" for none
	Circulation string // "LƯU HÀNH NỘI BỘ"; "" for none
	Duplex      bool   // printed on both sides of the sheets
	Unissued    bool   // no letterhead and no signature: a text that no office issues
	Notice      string // said on every page, as "Số liệu minh họa"; "" for none
	Body        []Block
	Signature   Signature
	Recipients  []string
	Annex       *Annex // nil for none

	// Created is the date in the metadata; zero stands for a fixed one.
	Created time.Time
	Subject string // metadata

	// Edition tells the report from those of other offices, years and parts of a year.
	Edition string
}

// Letterhead is the top of the first page.
type Letterhead struct {
	Parent string // ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG
	Issuer string // QUẬN ỦY KIẾN AN
	Number string // "146"; "" prints a gap to write it in
	Symbol string // BC/QU
	Place  string // Kiến An
	Date   string // "ngày 20 tháng 12 năm 2022", gaps included when left open
}

// Joint is a body that issues a document together with that of the letterhead.
type Joint struct {
	Issuer    string
	Symbol    string // that is joined to the letterhead's: "UBND" of BC/QU-UBND
	Signature Signature
}

// Signature block.
type Signature struct{ Authority, Position, Name string }

// Style of a run.
type Style uint8

// Styles can be combined.
const (
	Plain  Style = 0
	Bold   Style = 1 << 0
	Italic Style = 1 << 1
	Gap    Style = 1 << 2 // a marked gap: something a person has to fill in
)

// Run is text in one style.
type Run struct {
	Text  string
	Style Style
	To    string // ID of the annex's row it tells of, which a reader can go to; "" for none
}

// Block is a paragraph, heading, list item or table of the body. Its ID is its name in
// the document ("chi-tieu-4"): no two blocks have the same, and it stays the same from
// one run to the next as long as the block tells of the same thing. "" is no name.
type Block interface{ block() }

// LeadsTo reports a block that must not stand alone at the end of a page: its text ends in
// a colon, so that the next one is what it announces, or that one is an item inside it.
// Headings say so by themselves.
func LeadsTo(b, next Block) bool {
	inside, isItem := next.(Item)
	switch b := b.(type) {
	case Paragraph:
		return announces(b.Runs)
	case Item:
		return announces(b.Runs) || isItem && inside.Level > b.Level
	}
	return false
}

func announces(rs []Run) bool {
	for i := len(rs) - 1; i >= 0; i-- {
		if text := strings.TrimSpace(rs[i].Text); text != "" {
			return strings.HasSuffix(text, ":")
		}
	}
	return false
}

// Heading of level 1 ("I- ..."), 2 ("1. ...") or 3.
type Heading struct {
	ID    string
	Level int
	Runs  []Run
}

// Paragraph is justified text with a first-line indent.
type Paragraph struct {
	ID   string
	Runs []Run
}

// Item is a paragraph led by a dash.
type Item struct {
	ID    string
	Level int // 0 for an item of the outer list, 1 for one inside it...
	Runs  []Run
}

// Picture stands between paragraphs, as wide as its pixels at 96 in an inch and no wider than the text.
type Picture struct {
	ID    string
	Image image.Image
	Says  string // what it shows, in place of it
	Runs  []Run  // below it
}

// Table in the body or the annex.
type Table struct {
	ID      string
	Columns []Column
	Head    [][]Cell // header rows, repeated on each page; cells may span
	Rows    []Row
}

// Align of a column.
type Align int

// Alignments.
const (
	Left Align = iota
	Center
	Right
	Decimal // at the right, with the commas of the column below each other
)

// Column of a table. How wide it is follows from what stands in it.
type Column struct{ Align Align }

// RowKind tells renderers how to set a row.
type RowKind int

// The kinds of rows.
const (
	RowPlain     RowKind = iota
	SectionRow           // one cell over the whole width, bold
	IndicatorRow         // bold
	MeasureRow
)

// Row of a table.
type Row struct {
	ID    string // what Run.To of the body names; "" for none
	Kind  RowKind
	Cells []Cell
	Keep  bool // keep with the next row
}

// Cell of a table.
type Cell struct {
	Runs    []Run
	ColSpan int // 0 means 1
	RowSpan int // 0 means 1; header rows only
	Align   *Align
}

// Annex is the table on landscape pages behind the report.
type Annex struct {
	Label string // "Phụ lục"
	Title string
	Under string // "(kèm theo Báo cáo số ...)"
	Notes []Paragraph
	Table Table
	Units []UnitTable // of the measures that the plan wants shown by units
	Chart *Chart      // nil for none
}

// Chart shows figures beside what was promised, a row each. Everything in it is said in
// words too.
type Chart struct {
	Title, Under string
	Rows         []ChartRow
}

// ChartRow is a figure, or the head of a group of them.
type ChartRow struct {
	Label   string
	Figure  string // and what was promised, in words
	Verdict string
	Look    Look
	Head    bool
	Bar     *Bar // nil for none
	Says    string
}

// Look is how a bar is filled, so that it is told from others without colour.
type Look int

// The looks.
const (
	Dark Look = iota
	Grey
	Striped
	Hollow
)

// Bar is drawn on a scale from 0 to 1, from Zero to Value. What was promised reaches from
// Low to High; it is one place where they are equal.
type Bar struct {
	Zero, Value, Low, High float64
	Before                 *float64 // a year before; nil where that is not known
}

// UnitTable has the units of one measure; it stands behind the annex.
type UnitTable struct {
	Title string
	Table Table
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Item) block()      {}
func (Picture) block()   {}
func (Table) block()     {}
