// Package roster is a list of units as offices keep it, with names, groups and
// addresses, made into the units of an office file.
package roster

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/workbook"
)

// ErrNoNames is the error of a list in which no column is headed as one of names.
var ErrNoNames = errors.New("no column of units' names")

// Roster is a list that was read.
type Roster struct {
	Units []resolution.Unit
	Notes []diag.Message // rows left out, addresses that are none
}

// The headings of the columns, folded; the first that is found is taken.
var (
	ofNumbers = []string{"tt", "stt", "so tt", "so thu tu"}
	ofNames   = []string{"ten don vi bao cao", "ten don vi", "ten co quan don vi", "ten co quan", "don vi bao cao",
		"co quan don vi", "co quan", "don vi", "ten"}
	ofGroups    = []string{"nhom", "khoi", "loai don vi", "phan loai", "loai", "cum"}
	ofAddresses = []string{"dia chi thu dien tu", "dia chi thu", "dia chi email", "thu dien tu", "email",
		"e mail", "hop thu",
		"dia chi"}
)

// columns are where a list has what.
type columns struct{ number, name, group, address int }

// headed are the columns that a row heads; ok is false where none is of names.
func headed(r row) (c columns, ok bool) {
	c = columns{column(r, ofNumbers), column(r, ofNames), column(r, ofGroups), column(r, ofAddresses)}
	return c, c.name > 0
}

// Read finds the units in a workbook: below the first row that heads a column of
// names.
func Read(book *workbook.Book) (*Roster, error) {
	var r *Roster
	for _, s := range book.Sheets {
		if s.Visibility != workbook.Visible {
			continue
		}
		rows := rowsOf(s)
		for i, row := range rows {
			cols, ok := headed(row)
			if !ok {
				continue
			}
			if r != nil {
				r.Notes = append(r.Notes, diag.Say("roster.other-sheet", diag.Args{"sheet": diag.Visible(s.Name)}))
				break
			}
			below := rows[i+1:]
			if len(below) > 0 && below[0].cells[cols.name] == "" { // a second row of headings
				under := below[0]
				cols.group = cmp.Or(cols.group, column(under, ofGroups))
				cols.address = cmp.Or(cols.address, column(under, ofAddresses))
				if column(under, ofGroups)+column(under, ofAddresses) > 0 {
					below = below[1:]
				}
			}
			if found := list(s, below, cols); len(found.Units) > 0 {
				r = found
			}
			break
		}
	}
	if r == nil {
		return nil, ErrNoNames
	}
	return r, nil
}

// list reads the rows of a list. Where they are numbered, what has no number is the
// title of some of them, a total or a signature, and told.
func list(s *workbook.Sheet, rows []row, cols columns) *Roster {
	r := &Roster{}
	numbered := 0
	for _, row := range rows {
		if isNumber(row.cells[cols.number]) {
			numbered++
		}
	}
	for _, row := range rows {
		if m, ok := s.Merged(row.number, cols.group); ok && m.Col == cols.group && m.LastCol == cols.group {
			for _, first := range rows {
				if first.number == m.Row {
					row.cells[cols.group] = first.cells[cols.group]
				}
			}
		}
		name := row.cells[cols.name]
		if name != "" && numbered*2 > len(rows) && !isNumber(row.cells[cols.number]) && !isTotal(name) {
			r.Notes = append(r.Notes, diag.Say("roster.no-number",
				diag.Args{"row": row.number, "name": diag.Visible(name)}))
			continue
		}
		r.add(row, cols)
	}
	return r
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789.()") == "" }

// isTotal: "Tổng cộng", "Cộng: 18 đơn vị".
func isTotal(name string) bool {
	for _, lead := range []string{"cong", "tong cong", "tong so"} {
		rest, ok := strings.CutPrefix(viet.Fold(name), lead)
		if rest = strings.TrimSpace(rest); ok && (rest == "" || rest[0] >= '0' && rest[0] <= '9') {
			return true
		}
	}
	return viet.Fold(name) == "tong"
}

// row is one row of a sheet, its texts by column.
type row struct {
	number int
	cells  map[int]string
}

func rowsOf(s *workbook.Sheet) []row {
	var rows []row
	for i := range s.Cells {
		c := &s.Cells[i]
		text := viet.Tidy(c.Visible())
		if c.Kind == workbook.Number {
			text = c.Number.Plain()
		}
		if text == "" {
			continue
		}
		if len(rows) == 0 || rows[len(rows)-1].number != c.Row {
			rows = append(rows, row{c.Row, map[int]string{}})
		}
		rows[len(rows)-1].cells[c.Col] = text
	}
	return rows
}

// column is the column of a row that has one of the headings; 0 for none.
func column(r row, headings []string) int {
	for _, h := range headings {
		found := 0
		for col, text := range r.cells { // the first of them
			if viet.Fold(text) == h && (found == 0 || col < found) {
				found = col
			}
		}
		if found > 0 {
			return found
		}
	}
	return 0
}

// add takes the unit of a row. What is no unit is told.
func (r *Roster) add(row row, cols columns) {
	u := resolution.Unit{Name: row.cells[cols.name], Group: resolution.UnitID(row.cells[cols.group]),
		Email: row.cells[cols.address]}
	if u.ID = resolution.UnitID(u.Name); u.ID == "" || strings.Trim(u.ID, "0123456789-") == "" {
		if len(row.cells) > 0 {
			r.Notes = append(r.Notes, diag.Say("roster.no-name", diag.Args{"row": row.number}))
		}
		return
	}
	if isTotal(u.Name) {
		return
	}
	if i := slices.IndexFunc(r.Units, func(v resolution.Unit) bool { return v.ID == u.ID }); i >= 0 {
		key := "roster.twice"
		if viet.Spelling(r.Units[i].Name) != viet.Spelling(u.Name) {
			key = "roster.alike" // "Thôn Hà", "Thôn Hạ": files name units without accents too
		}
		r.Notes = append(r.Notes, diag.Say(key, diag.Args{"row": row.number, "name": diag.Visible(u.Name),
			"other": diag.Visible(r.Units[i].Name)}))
		return
	}
	if at := strings.IndexByte(u.Email, '@'); u.Email != "" && (at < 1 || strings.ContainsAny(u.Email, " ,;<>")) {
		r.Notes = append(r.Notes, diag.Say("roster.address",
			diag.Args{"row": row.number, "name": diag.Visible(u.Name), "address": diag.Visible(u.Email)}))
		u.Email = ""
	}
	r.Units = append(r.Units, u)
}
