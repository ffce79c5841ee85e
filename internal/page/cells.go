package page

import (
	"context"
	"net/http"
	"strconv"

	"baocao/internal/app"
	"baocao/internal/diag"
	"baocao/internal/workbook"
)

// grid is a part of a sheet, with one of its cells marked.
type grid struct {
	Sheet   string
	Columns []string
	Rows    []gridRow
	Comment string // what is noted at the cell
}

type gridRow struct {
	Number int
	Hidden bool
	Cells  []gridCell
}

type gridCell struct {
	Text       string
	Stored     string // where it shows something else
	Cols, Rows int    // that it covers
	Here       bool
	Number     bool
	Hidden     bool // with its column
}

// placedGrid is one of several, with where it stands; the grid is nil where it cannot
// be looked at.
type placedGrid struct {
	Place string
	Grid  *grid
}

// mostGrids is how many cells of a question are shown: two files in conflict, and then
// some.
const mostGrids = 4

// How much of a sheet is shown around a cell.
const (
	rowsAbove, rowsBelow = 6, 4
	colsLeft, colsRight  = 5, 3
)

// around is a cell as it stands in its file; nil where that cannot be looked at.
func around(ctx context.Context, desk *app.Desk, at diag.Position) *grid {
	row, col, ok := workbook.ParseRef(at.Cell)
	if !ok || at.File == "" {
		return nil
	}
	book := desk.Book(ctx, at.File)
	if book == nil {
		return nil
	}
	sheet := book.Sheet(at.Sheet)
	if sheet == nil {
		return nil
	}
	return gridOf(sheet, row, col)
}

func gridOf(sheet *workbook.Sheet, row, col int) *grid {
	room := workbook.Range{Row: max(1, row-rowsAbove), LastRow: row + rowsBelow, Col: max(1, col-colsLeft),
		LastCol: col + colsRight}
	cut := room // without what is blank at its edges
	cut.Row, cut.LastRow, cut.Col, cut.LastCol = row, row, col, col
	for _, c := range sheet.In(workbook.Span{First: room.Row, Last: room.LastRow}) {
		if c.Col < room.Col || c.Col > room.LastCol || c.Kind == workbook.NoValue {
			continue
		}
		cut.Row, cut.LastRow = min(cut.Row, c.Row), max(cut.LastRow, c.Row)
		cut.Col, cut.LastCol = min(cut.Col, c.Col), max(cut.LastCol, c.Col)
	}
	g := &grid{Sheet: sheet.Name, Comment: sheet.Comment(row, col)}
	for c := cut.Col; c <= cut.LastCol; c++ {
		g.Columns = append(g.Columns, workbook.ColumnName(c))
	}
	for r := cut.Row; r <= cut.LastRow; r++ {
		line := gridRow{Number: r, Hidden: within(sheet.HiddenRows, r)}
		for c := cut.Col; c <= cut.LastCol; c++ {
			if x, ok := cellIn(sheet, r, c, cut); ok {
				x.Here, x.Hidden = r == row && c == col, within(sheet.HiddenCols, c)
				line.Cells = append(line.Cells, x)
			}
		}
		g.Rows = append(g.Rows, line)
	}
	return g
}

func within(spans []workbook.Span, n int) bool {
	for _, s := range spans {
		if s.First <= n && n <= s.Last {
			return true
		}
	}
	return false
}

// cellIn is what stands at a place of the part that is shown; false where a merged
// cell covers it that begins before.
func cellIn(sheet *workbook.Sheet, row, col int, part workbook.Range) (x gridCell, ok bool) {
	x.Cols, x.Rows = 1, 1
	at := sheet.At(row, col)
	if m, merged := sheet.Merged(row, col); merged {
		first, left := max(m.Row, part.Row), max(m.Col, part.Col)
		if row != first || col != left {
			return x, false
		}
		x.Rows, x.Cols = min(m.LastRow, part.LastRow)-first+1, min(m.LastCol, part.LastCol)-left+1
		at = sheet.At(m.Row, m.Col)
	}
	if at == nil {
		return x, true
	}
	x.Text, x.Number = at.Text, at.Kind == workbook.Number
	if x.Number {
		x.Text = at.Number.Exact()
	}
	if shown := app.Shown(at); shown != "" && shown != x.Text {
		x.Text, x.Stored = shown, x.Text
	}
	return x, true
}

// cellPage is where a figure of a measure comes from.
type cellPage struct {
	Measure, Title, Unit, Answer, Place string
	Grid                                *grid
}

// source is the page of one cell that a measure was computed of.
func (s *Server) source(w http.ResponseWriter, r *http.Request, now state) {
	m := now.annex.FindMeasure(r.PathValue("id"))
	n, err := strconv.Atoi(r.PathValue("n"))
	if m == nil || err != nil || n < 0 || n >= len(m.Sources) {
		s.refuse(w, http.StatusNotFound, diag.Say("page.not-found", nil))
		return
	}
	from := m.Sources[n]
	s.show(w, r, http.StatusOK, "cell", m.ID+". "+m.Name, cellPage{Measure: m.ID, Title: m.Name,
		Unit: now.annex.UnitName(from.Unit), Answer: from.Said().In(s.lang), Place: diag.Place(from.At, s.lang),
		Grid: around(r.Context(), now.desk, from.At)})
}
