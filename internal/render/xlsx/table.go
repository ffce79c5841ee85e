package xlsx

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"baocao/internal/assess"
	"baocao/internal/quantity"
	"baocao/internal/wording"
)

// annexSheet is the name of the annex's sheet in both workbooks.
func annexSheet(w *wording.Words) string { return w.Text("phu-luc.tep.sheet") }

// annexTable paints the annex's table on a sheet, with formulas where the
// figures come from. It returns the first and last row of the body.
func annexTable(s *sheet, t assess.Table, find operands) (first, last int) {
	var names []string
	for _, c := range t.Columns {
		names = append(names, c.Heading)
	}
	s.headings(names...)
	first = s.head + 1
	for _, r := range t.Rows {
		s.annexRow(t, r, find)
	}
	return first, len(s.rows)
}

func (s *sheet) annexRow(t assess.Table, r assess.TableRow, find operands) {
	at := len(s.rows) + 1
	var out row
	for i, c := range r.Cells {
		painted := annexCell(c)
		if r.Measure != nil && painted.number != nil {
			switch t.Columns[i].Kind {
			case assess.ColActual:
				painted.formula = figureFormula(r.Measure, find)
			case assess.ColPercent:
				if actual := t.Column(assess.ColActual); annexCell(r.Cells[actual]).number != nil {
					painted.formula = percentFormula(r.Measure, fmt.Sprintf("%s%d", columnName(actual), at))
				}
			}
		}
		if c.Span > 1 {
			out.spans = append(out.spans, span{i, i + c.Span - 1})
		}
		out.cells = append(out.cells, painted)
	}
	if r.Kind == assess.SectionRow {
		s.across(out.cells[0])
		return
	}
	s.rows = append(s.rows, out)
}

// annexCell paints a cell: a number as a number in a format that shows the text
// of the page, a text as it stands, its remarks a line each.
func annexCell(c assess.Cell) cell {
	l := look{bold: c.Bold, centre: c.Align == assess.Centre, right: c.Align == assess.Right}
	if c.Number == nil || !showable(*c.Number, c.Decimals) {
		return cell{text: c.Text("\n"), look: l}
	}
	l.numeric, l.decimals, l.after = true, c.Decimals, c.After
	return cell{number: c.Number, look: l}
}

// showable reports that a spreadsheet, which keeps fifteen digits, shows the
// number as it is. One that is longer is written as a text.
func showable(n quantity.Number, decimals int) bool {
	kept, err := quantity.Parse(strconv.FormatFloat(n.Float(), 'e', 14, 64))
	return err == nil && kept.Table(decimals) == n.Table(decimals)
}

// columnName is the letter of a column, from 0.
func columnName(i int) string {
	name, _ := excelize.ColumnNumberToName(i + 1) // fails beyond the last column only
	return name
}
