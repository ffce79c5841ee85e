package compose

import (
	"strconv"
	"unicode/utf8"

	"baocao/internal/assess"
	"baocao/internal/document"
	"baocao/internal/resolution"
	"baocao/internal/wording"
)

var aligns = map[assess.Align]document.Align{
	assess.Left: document.Left, assess.Centre: document.Center, assess.Right: document.Right,
}

var rowKinds = map[assess.RowKind]document.RowKind{
	assess.SectionRow: document.SectionRow, assess.IndicatorRow: document.IndicatorRow,
	assess.MeasureRow: document.MeasureRow, assess.AmountRow: document.MeasureRow,
}

// Table is the annex's table as a document holds it.
func Table(annex assess.Table) document.Table {
	var t document.Table
	var head []document.Cell
	for _, c := range annex.Columns {
		t.Columns = append(t.Columns, document.Column{Align: aligns[c.Align]})
		head = append(head, document.Cell{Runs: run(c.Heading, document.Bold), Align: new(document.Center)})
	}
	t.Head = [][]document.Cell{head}
	for _, r := range annex.Rows {
		row := document.Row{Kind: rowKinds[r.Kind], Keep: r.Keep}
		if r.Number > 0 {
			row.ID = "ct-" + strconv.Itoa(r.Number)
		}
		for i := 0; i < len(r.Cells); i += max(r.Cells[i].Span, 1) {
			row.Cells = append(row.Cells, cell(r.Cells[i]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// cell sets a cell of the annex; its remarks follow one another as sentences.
func cell(c assess.Cell) document.Cell {
	style := document.Plain
	if c.Bold {
		style = document.Bold
	}
	align := aligns[c.Align]
	if c.Number != nil && align == document.Right {
		align = document.Decimal
	}
	return document.Cell{Runs: run(c.Text(". "), style), ColSpan: c.Span, Align: &align}
}

func run(s string, style document.Style) []document.Run {
	if s == "" {
		return nil
	}
	return []document.Run{{Text: s, Style: style}}
}

// gap is room to write a number in by hand: spaces that are neither folded
// into one nor broken at.
const gap = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0"

// openDate is a date line left open, to be written in by hand.
func openDate(p *resolution.Plan) string {
	return p.Words.Text("bao-cao.trang.ngay-de-trong", wording.Args{"trong": gap, "nam": p.Resolution.Year})
}

func (r *report) table() *document.Annex {
	if r.plan.Report.Attach == resolution.AttachNone {
		return nil
	}
	return r.annexPages()
}

func (r *report) annexPages() *document.Annex {
	words := r.plan.Words
	table, notes := r.withNotesBelow(r.annex.Table())
	return &document.Annex{Label: words.Text("phu-luc.trang.nhan"),
		Title: r.plan.Periodic("phu-luc.trang.tieu-de", "ky.phu-luc.tieu-de", nil),
		Under: r.under(),
		Table: Table(table), Notes: notes, Units: r.unitTables(), Chart: r.chart()}
}

// longNote is the length in letters of a note that would make its row taller than a
// reader follows across.
const longNote = 300

// withNotesBelow moves the long notes of the annex below its table. In a workbook,
// whose rows can be opened wide, they stay in their cells.
func (r *report) withNotesBelow(t assess.Table) (assess.Table, []document.Paragraph) {
	var notes []document.Paragraph
	words, at := r.plan.Words, t.Column(assess.ColNote)
	for _, row := range t.Rows {
		text := row.Cells[at].Text(". ")
		if utf8.RuneCountInString(text) <= longNote {
			continue
		}
		number := len(notes) + 1
		notes = append(notes, document.Paragraph{Runs: run(words.Text("phu-luc.duoi-bang.duoi-bang", wording.Args{
			"so": number, "chi-tieu": row.Cells[0].Text(""), "ghi-chu": ended(text)}), document.Plain)})
		row.Cells[at].Lines = []string{words.Text("phu-luc.duoi-bang.trong-o", wording.Args{"so": number})}
	}
	return t, notes
}

// unitTables are the tables of the measures shown by units, as a document holds
// them.
func (r *report) unitTables() []document.UnitTable {
	var all []document.UnitTable
	for _, of := range r.annex.UnitTables() {
		var t document.Table
		var head []document.Cell
		for k, text := range of.Headings {
			column := document.Column{Align: document.Center}
			switch k {
			case 1: // the unit
				column = document.Column{}
			case of.Figure:
				column.Align = document.Decimal
			}
			t.Columns = append(t.Columns, column)
			head = append(head, document.Cell{Runs: run(text, document.Bold), Align: new(document.Center)})
		}
		t.Head = [][]document.Cell{head}
		for _, unit := range of.Rows {
			row := document.Row{Kind: document.MeasureRow}
			for _, c := range unit.Cells {
				row.Cells = append(row.Cells, document.Cell{Runs: run(c.Text(". "), document.Plain)})
			}
			t.Rows = append(t.Rows, row)
		}
		if of.Total != nil {
			t.Rows[len(t.Rows)-1].Keep = true
			row := document.Row{Kind: document.MeasureRow}
			for _, c := range of.Total {
				row.Cells = append(row.Cells, document.Cell{Runs: run(c.Text(". "), document.Bold)})
			}
			t.Rows = append(t.Rows, row)
		}
		all = append(all, document.UnitTable{Title: of.Title, Table: t})
	}
	return all
}
