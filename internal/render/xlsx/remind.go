package xlsx

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// reminders is the sheet for chasing: a row for each unit, those that owe on top, with
// what it has to answer, what came and what is still wanted. The index is by unit.
func reminders(a *assess.Annex) (*sheet, index) {
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.don-doc.sheet"), tab: tabToDo, fixed: 2,
		widths: []float64{6, 28, 15, 10, 8, 8, 0, 40}}
	in := index{s.name, map[string]int{}}
	s.title(w.Text("so-lieu.don-doc.tieu-de"), look{bold: true, size: 14})
	heads := w.Texts("so-lieu.don-doc", "tt", "don-vi", "tinh-trang", "phai-dien", "da-co", "con-thieu",
		"thieu-gi", "tep")
	dated := slices.ContainsFunc(a.Units, func(u assess.Unit) bool { return !newest(u).IsZero() })
	if dated {
		heads, s.widths = append(heads, w.Text("so-lieu.don-doc.ngay-ghi")), append(s.widths, 12)
	}
	bound := slices.ContainsFunc(a.Units, func(u assess.Unit) bool { return !due(a, u).IsZero() })
	if bound {
		heads, s.widths = append(heads, w.Text("so-lieu.don-doc.han")), append(s.widths, 12)
	}
	s.widths[6], s.soft = widestPage-s.width(), []int{6} // what is wanted takes the room that is left
	s.headings(heads...)
	n := 0
	for _, owing := range []bool{true, false} {
		for _, u := range a.Units {
			if u.Owing() != owing {
				continue
			}
			n++
			must := required(u)
			asked, has, owed := count(must), count(must-len(u.Owes)), count(len(u.Owes))
			if len(u.Asks) == 0 { // it writes, and has no figures
				asked, has, owed = centred(w.Text("so-lieu.don-doc.thuyet-minh")), centred(""), centred("")
			}
			if u.Free() {
				asked = centred("")
			}
			files, last := filesOf(w, u)
			cells := []cell{count(n), text(u.Name), centred(statusText(w, u)).within(s.widths[2], last),
				asked, has, owed, text(wanted(w, u)), files}
			if dated {
				cells = append(cells, dateCell(newest(u)))
			}
			if bound && u.Free() {
				cells = append(cells, cell{})
			} else if bound {
				cells = append(cells, dateCell(due(a, u)))
			}
			in.rows[u.ID] = s.add(cells...)
		}
	}
	s.filtered()
	body := block{s.head + 1, len(s.rows)}
	for _, c := range []struct {
		of   []assess.UnitStatus
		fill ground
	}{{[]assess.UnitStatus{assess.UnitMissing, assess.UnitUnreadable, assess.UnitFaulty}, alertFill},
		{[]assess.UnitStatus{assess.UnitPartial}, cautionFill}} {
		var is []string
		for _, status := range c.of {
			is = append(is, fmt.Sprintf(`$C%d=%s`, body.from, quotedText(statusText(w, assess.Unit{Status: status}))))
		}
		s.conditions = append(s.conditions, condition{column: 2, block: body, fill: c.fill, bold: true,
			formula: "OR(" + strings.Join(is, ",") + ")"})
	}
	return s, in
}

// wanted names what a unit owes, a line each: what is lacking, and what came and cannot
// be used.
func wanted(w *wording.Words, u assess.Unit) string {
	var lines []string
	missing, faulty := u.Gaps()
	named := func(k resolution.Ask) string { return "(" + k.Measure.ID + ") " + k.Label }
	for _, k := range missing {
		lines = append(lines, named(k))
	}
	for _, k := range faulty {
		lines = append(lines, w.Text("so-lieu.don-doc.co-loi", wording.Args{"so-lieu": named(k)}))
	}
	if u.OwesNarrative {
		lines = append(lines, w.Text("so-lieu.don-doc.thuyet-minh"))
	}
	return strings.Join(lines, "\n")
}

// fileKeys are the texts of what became of a file.
var fileKeys = map[returns.Status]string{
	returns.StatusAccepted:    "so-lieu.don-doc.tep-la.da-nhan",
	returns.StatusFaulty:      "so-lieu.don-doc.tep-la.co-loi",
	returns.StatusPartial:     "so-lieu.don-doc.tep-la.con-thieu",
	returns.StatusNil:         "so-lieu.don-doc.tep-la.khong-phat-sinh",
	returns.StatusUnreadable:  "so-lieu.don-doc.tep-la.khong-doc-duoc",
	returns.StatusDuplicate:   "so-lieu.don-doc.tep-la.trung",
	returns.StatusReplaced:    "so-lieu.don-doc.tep-la.da-thay",
	returns.StatusOtherPeriod: "ky.so-lieu.ky-khac",
	returns.StatusConflict:    "so-lieu.don-doc.tep-la.mau-thuan",
}

// filesOf are what a unit sent, a line each with what became of it; last leads to the
// last of them.
func filesOf(w *wording.Words, u assess.Unit) (c cell, last link) {
	var lines []string
	for _, f := range u.Files {
		lines = append(lines, w.Text("so-lieu.don-doc.mot-tep", wording.Args{"tep": diag.Visible(path.Base(f.File)),
			"tinh-trang": viet.LowerFirst(w.Text(fileKeys[f.Status]))}))
		last = inFile(f.File, "", "")
	}
	return text(strings.Join(lines, "\n")), last
}

// newest is the latest day that a unit's files give as their own.
func newest(u assess.Unit) (day viet.Date) {
	for _, f := range u.Files {
		if f.Declared.Compare(day) > 0 {
			day = f.Declared
		}
	}
	return day
}

// due is the day by which a unit is to send, its own or everybody's.
func due(a *assess.Annex, u assess.Unit) viet.Date {
	if u.Due.IsZero() {
		return a.Plan.Report.Due
	}
	return u.Due
}

// letters are the reminders, ready to be copied: one for each unit that owes something
// or has something to mend. nil for none.
func letters(a *assess.Annex, chasing index) *sheet {
	w := a.Plan.Words
	all := compose.RemindersOf(a, nil, viet.Date{})
	if len(all) == 0 {
		return nil
	}
	s := &sheet{name: w.Text("so-lieu.don-doc.loi-nhac.sheet"), tab: tabToDo, widths: []float64{6, 26, 15, 76}}
	s.title(w.Text("so-lieu.don-doc.loi-nhac.tieu-de"), look{bold: true, size: 14})
	s.title(w.Text("so-lieu.don-doc.loi-nhac.chep"), look{italic: true})
	s.headings(w.Texts("so-lieu.don-doc", "tt", "don-vi", "tinh-trang", "loi-nhac.loi-nhac")...)
	units := slices.Concat(a.Owing(), a.Units)
	n := 0
	for i, u := range units {
		letter, ok := all[u.ID]
		if !ok || i >= len(a.Owing()) && u.Owing() {
			continue
		}
		n++
		s.add(count(n), text(u.Name).within(s.widths[1], chasing.of(u.ID)), centred(statusText(w, u)),
			text(strings.TrimSpace(letter.Body)))
	}
	return s
}

// required counts what a unit has to answer.
func required(u assess.Unit) int {
	n := 0
	for _, k := range u.Asks {
		if k.Required {
			n++
		}
	}
	return n
}
