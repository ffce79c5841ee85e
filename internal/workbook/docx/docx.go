// Package docx reads text documents of the Open XML format (.docx, .docm), as Word
// has saved them since 2007: tables and the paragraphs around them, in reading
// order, as the rows of one sheet, with what is printed over and under the pages. What is
// crossed out or hidden is told as such; what was deleted under review, text boxes and the
// numbers of lists are not read.
package docx

import (
	"cmp"
	"strconv"
	"strings"

	"baocao/internal/ooxml"
	"baocao/internal/quantity"
	"baocao/internal/workbook"
)

// The names under which people find the parts of a document: the paragraph "A12"
// of Paragraphs is its twelfth, "B5" of "Bảng 2" a cell of its second table.
const (
	Sheet      = "Văn bản"
	Paragraphs = "Đoạn văn"
	table      = "Bảng "
)

// Read reads a document. A damaged part refuses it.
func Read(a *ooxml.Archive) (*workbook.Book, error) {
	main := "word/document.xml"
	if rels, err := a.Relations(""); err == nil {
		main = cmp.Or(rels.Part("officeDocument"), main)
	} else if a.Has("_rels/.rels") {
		return nil, err
	}
	r := &reader{guard: a.Guard, sheet: &workbook.Sheet{Name: Sheet}, styles: newStyles(),
		faces: map[face]*workbook.Style{}}
	styles := strings.TrimSuffix(main, "document.xml") + "styles.xml"
	rels, err := a.Relations(main)
	if err == nil {
		styles = cmp.Or(rels.Part("styles"), styles)
	} else if a.Has(ooxml.RelationsOf(main)) {
		return nil, err
	}
	if a.Has(styles) {
		if err := r.part(a, styles, "styles", r.styles.read); err != nil {
			return nil, err
		}
	}
	if err := r.part(a, main, "document", r.document); err != nil {
		return nil, err
	}
	if len(r.sheet.Cells) == 0 {
		return nil, workbook.Refuse("B134", nil)
	}
	if err := r.margins(a, rels); err != nil {
		return nil, err
	}
	return &workbook.Book{Format: "docx", Sheets: []*workbook.Sheet{r.sheet}}, a.VerifyRest()
}

// reader reads one document.
type reader struct {
	guard      *workbook.Guard
	sheet      *workbook.Sheet
	styles     *styles
	faces      map[face]*workbook.Style
	row        int // the last one used
	paragraphs int // so far, blank ones too
	tables     int
	inTable    bool
	printed    []string // relations of what the pages have over and under their text
	shaded     bool     // the table's style may give its cells a ground
}

// face is what a cell's style says: all that a document has of it.
type face struct {
	font                 string
	bold, struck, unseen bool
}

func (r *reader) part(a *ooxml.Archive, name, root string, read func(x *ooxml.Scanner) error) error {
	data, err := a.Read(name)
	if err != nil {
		return err
	}
	defer r.guard.Release(len(data))
	x, err := ooxml.NewScanner(name, data, r.guard)
	if err != nil {
		return err
	}
	if err := x.Root(root); err != nil {
		return err
	}
	if err := read(x); err != nil {
		return err
	}
	return x.Finish()
}

func (r *reader) document(x *ooxml.Scanner) error {
	seen := false
	err := x.Children(func(name string) error {
		if name != "body" {
			return nil
		}
		if seen {
			return x.Bad()
		}
		seen = true
		return r.body(x)
	})
	if err == nil && !seen {
		return x.Bad()
	}
	return err
}

// body reads the paragraphs and tables of the element just started.
func (r *reader) body(x *ooxml.Scanner) error {
	return x.Children(func(name string) error {
		switch name {
		case "p":
			return r.paragraph(x)
		case "tbl":
			return r.table(x)
		case "sectPr":
			return r.section(x)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag":
			return r.body(x)
		case "altChunk": // a document within, in any format
			return workbook.Refuse("B116", nil)
		}
		return nil
	})
}

// section finds what the pages of the document, or of its last part, have over and under
// their text.
func (r *reader) section(x *ooxml.Scanner) error {
	return x.Children(func(name string) error {
		if name == "headerReference" || name == "footerReference" {
			r.printed = append(r.printed, x.AttrLocal("id"))
		}
		return nil
	})
}

// margins reads the headers and footers, a part for each of their paragraphs.
func (r *reader) margins(a *ooxml.Archive, rels ooxml.Relations) error {
	for _, id := range r.printed {
		rel := rels.ByID(id)
		if rel == nil || !a.Has(rel.Target) {
			continue
		}
		to, root := &r.sheet.Header, "hdr"
		if rel.Kind == "footer" {
			to, root = &r.sheet.Footer, "ftr"
		}
		page := &reader{guard: r.guard, sheet: &workbook.Sheet{}, styles: r.styles, faces: r.faces}
		if err := page.part(a, rel.Target, root, page.body); err != nil {
			return err
		}
		for _, c := range page.sheet.Cells {
			if c.IsStruck() || c.IsUnseen() || isPageNumber(c.Text) {
				continue
			}
			c.Row, c.Col = 0, 0
			workbook.AddMargin(to, c)
		}
	}
	return nil
}

// isPageNumber: "Trang 1/5", "- 2 -".
func isPageNumber(text string) bool {
	return strings.Trim(strings.TrimPrefix(strings.ToLower(text), "trang"), "0123456789/|-–. ") == ""
}

func (r *reader) paragraph(x *ooxml.Scanner) error {
	r.paragraphs++
	t := r.newText()
	if err := t.paragraph(x); err != nil {
		return err
	}
	if t.blank() {
		return nil
	}
	r.row++
	last := len(r.sheet.Parts) - 1
	if last >= 0 && r.sheet.Parts[last].Last == r.row-1 && r.sheet.Parts[last].Name == Paragraphs &&
		r.sheet.Parts[last].Shown+r.row-r.sheet.Parts[last].First == r.paragraphs {
		r.sheet.Parts[last].Last = r.row
	} else {
		r.sheet.Parts = append(r.sheet.Parts,
			workbook.Part{Name: Paragraphs, First: r.row, Last: r.row, Shown: r.paragraphs})
	}
	return r.put(t, 1)
}

// put writes a text into a cell of the last row. A text that can only be a number
// is one.
func (r *reader) put(t *text, col int) error {
	if len(r.sheet.Cells) >= r.guard.MaxCells {
		return workbook.TooMuch(workbook.LimitCells, r.guard.MaxCells)
	}
	if err := r.guard.Use(workbook.CellMemory + len(t.text)); err != nil {
		return err
	}
	c := workbook.Cell{Row: r.row, Col: col, Kind: workbook.Text, Text: strings.TrimRight(string(t.text), "\n\t "),
		Runs: t.cellRuns(), Style: r.style(t.face())}
	if n, ok := plainNumber(strings.TrimSpace(c.Text)); ok && r.inTable && t.isPlain() {
		c.Kind, c.Number, c.Text, c.Runs = workbook.Number, n, "", nil
	}
	r.sheet.Cells = append(r.sheet.Cells, c)
	return nil
}

func (r *reader) style(f face) *workbook.Style {
	if r.faces[f] == nil {
		r.faces[f] = workbook.NewStyle(f.font, "General").With(f.struck, f.unseen)
		r.faces[f].Bold = f.bold
	}
	return r.faces[f]
}

// plainNumber reads what can only be a number: digits without a leading zero, or
// with a comma before one or two decimals.
func plainNumber(s string) (quantity.Number, bool) {
	whole, decimals, marked := strings.Cut(s, ",")
	digits := strings.TrimPrefix(whole, "-")
	if !isDigits(digits) || len(digits) > 15 || len(digits) > 1 && digits[0] == '0' ||
		marked && (!isDigits(decimals) || len(decimals) > 2) {
		return quantity.Number{}, false
	}
	n, err := quantity.Parse(strings.Replace(s, ",", ".", 1))
	return n, err == nil
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// tableWidth bounds the columns of a table; Word itself allows 63.
const tableWidth = 1024

// table reads a table of the body. A blank row stands before and after it.
func (r *reader) table(x *ooxml.Scanner) error {
	r.tables++
	r.row++
	first := r.row + 1
	open := map[int]int{} // merges that go on downwards, by their first column
	r.inTable = true
	err := r.rows(x, open)
	r.inTable, r.shaded = false, false
	if err != nil {
		return err
	}
	if r.row >= first {
		r.sheet.Parts = append(r.sheet.Parts,
			workbook.Part{Name: table + strconv.Itoa(r.tables), First: first, Last: r.row, Shown: 1})
		r.row++
	}
	return nil
}

func (r *reader) rows(x *ooxml.Scanner, open map[int]int) error {
	return x.Children(func(name string) error {
		switch name {
		case "tblPr":
			return r.tableProperties(x)
		case "tr":
			return r.tableRow(x, open)
		case "sdt", "sdtContent", "customXml", "ins":
			return r.rows(x, open)
		}
		return nil
	})
}

// tableRow reads one row. One that was deleted under review is none.
func (r *reader) tableRow(x *ooxml.Scanner, open map[int]int) error {
	r.row++
	row := &tableRow{reader: r, open: open, col: 1}
	cells, merges := len(r.sheet.Cells), len(r.sheet.Merges)
	if err := row.read(x); err != nil {
		return err
	}
	if row.deleted {
		r.sheet.Cells, r.sheet.Merges = r.sheet.Cells[:cells], r.sheet.Merges[:merges]
		r.row--
		return nil
	}
	if row.hidden {
		r.sheet.HiddenRows = append(r.sheet.HiddenRows, workbook.Span{First: r.row, Last: r.row})
	}
	return nil
}

type tableRow struct {
	*reader
	open            map[int]int // index among the sheet's merges
	col             int
	deleted, hidden bool
}

func (w *tableRow) read(x *ooxml.Scanner) error {
	return x.Children(func(name string) error {
		switch name {
		case "trPr":
			return x.Children(func(name string) error {
				switch name {
				case "gridBefore":
					n, err := count(x)
					w.col += n
					return err
				case "hidden":
					w.hidden = x.On()
				case "del":
					w.deleted = true
				}
				return nil
			})
		case "tc":
			return w.cell(x)
		case "sdt", "sdtContent", "customXml":
			return w.read(x)
		}
		return nil
	})
}

// cell reads one cell with what it is merged with.
func (w *tableRow) cell(x *ooxml.Scanner) error {
	t := w.newText()
	span, merge, deleted := 1, "", false
	err := t.blocks(x, func(name string) error {
		switch name {
		case "gridSpan":
			n, err := count(x)
			span = max(n, 1)
			return err
		case "vMerge":
			merge = cmp.Or(x.AttrLocal("val"), "continue")
		case "cellDel":
			deleted = true
		case "hMerge": // of old documents: its first cell holds the text
			if x.AttrLocal("val") != "restart" {
				deleted = true
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	col := w.col
	if w.col += span; w.col > tableWidth {
		return x.Bad()
	}
	if merge == "continue" {
		if i, ok := w.open[col]; ok && i < len(w.sheet.Merges) && w.sheet.Merges[i].LastRow == w.row-1 {
			w.sheet.Merges[i].LastRow = w.row
			return nil
		}
	}
	delete(w.open, col)
	if span > 1 || merge == "restart" {
		if err := w.guard.Use(64); err != nil {
			return err
		}
		w.sheet.Merges = append(w.sheet.Merges,
			workbook.Range{Row: w.row, Col: col, LastRow: w.row, LastCol: col + span - 1})
		if merge == "restart" {
			w.open[col] = len(w.sheet.Merges) - 1
		}
	}
	if deleted || t.blank() {
		return nil
	}
	return w.put(t, col)
}

// count is the number that the element just started holds.
func count(x *ooxml.Scanner) (int, error) {
	n, err := strconv.Atoi(x.AttrLocal("val"))
	if err != nil || n < 0 || n > tableWidth {
		return 0, x.Bad()
	}
	return n, nil
}
