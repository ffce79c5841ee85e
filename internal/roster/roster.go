// Package roster is a list of units as offices keep it, with names, groups and
// addresses, made into the units of an office file.
package roster

import (
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
	ofNames = []string{"ten don vi bao cao", "ten don vi", "ten co quan don vi", "ten co quan", "don vi bao cao",
		"co quan don vi", "co quan", "don vi", "ten"}
	ofGroups    = []string{"nhom", "khoi", "loai don vi", "phan loai", "loai", "cum"}
	ofAddresses = []string{"dia chi thu dien tu", "dia chi thu", "dia chi email", "thu dien tu", "email",
		"e mail", "hop thu",
		"dia chi"}
)

// Read finds the units in a workbook: below the first row that heads a column of
// names.
func Read(book *workbook.Book) (*Roster, error) {
	for _, s := range book.Sheets {
		rows := rowsOf(s)
		for i, row := range rows {
			name := column(row, ofNames)
			if name == 0 {
				continue
			}
			r := &Roster{}
			group, address := column(row, ofGroups), column(row, ofAddresses)
			for _, below := range rows[i+1:] {
				r.add(below, name, group, address)
			}
			if len(r.Units) > 0 {
				return r, nil
			}
		}
	}
	return nil, ErrNoNames
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
		text := viet.Tidy(c.Text)
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
func (r *Roster) add(row row, name, group, address int) {
	u := resolution.Unit{Name: row.cells[name], Group: resolution.UnitID(row.cells[group]), Email: row.cells[address]}
	if u.ID = resolution.UnitID(u.Name); u.ID == "" || strings.Trim(u.ID, "0123456789-") == "" {
		if len(row.cells) > 0 {
			r.Notes = append(r.Notes, diag.Say("roster.no-name", diag.Args{"row": row.number}))
		}
		return
	}
	if slices.Contains([]string{"cong", "tong", "tong-cong", "tong-so"}, u.ID) {
		return
	}
	if i := slices.IndexFunc(r.Units, func(v resolution.Unit) bool { return v.ID == u.ID }); i >= 0 {
		r.Notes = append(r.Notes, diag.Say("roster.twice", diag.Args{"row": row.number, "name": u.Name}))
		return
	}
	if at := strings.IndexByte(u.Email, '@'); u.Email != "" && (at < 1 || strings.ContainsAny(u.Email, " ,;<>")) {
		r.Notes = append(r.Notes, diag.Say("roster.address",
			diag.Args{"row": row.number, "name": u.Name, "address": u.Email}))
		u.Email = ""
	}
	r.Units = append(r.Units, u)
}
