package xlsx

import (
	"fmt"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/wording"
)

// problems is what is wrong and how to mend it, whose it is first: the gravest on top,
// what the office accepts at the end. annex and chasing are where an entry leads to.
func problems(a *assess.Annex, annex annexPlaces, chasing index) (*sheet, index) {
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.can-xu-ly.sheet"), tab: tabToDo, soft: []int{3, 4},
		widths: []float64{24, 12, 9, 47, 42, 22, 13, 8, 8}}
	in := index{s.name, map[string]int{}}
	s.title(w.Text("so-lieu.can-xu-ly.tieu-de"), look{bold: true, size: 14})
	s.headings(w.Texts("so-lieu.can-xu-ly", "don-vi", "muc-do", "chi-tieu", "noi-dung", "cach-sua", "tep",
		"ten-sheet", "o", "ma")...)
	var units []string
	for _, u := range a.Units {
		units = append(units, u.ID)
	}
	sender := map[string]string{}
	for _, u := range a.Units {
		for _, f := range u.Files {
			sender[f.File] = u.ID
		}
	}
	add := func(p diag.Problem, weight, mend string) {
		if p.Unit == "" {
			p.Unit = sender[p.At.File]
		}
		lines := []string{p.In(diag.Vi)}
		for _, r := range p.Related {
			lines = append(lines, diag.Say("problem.see", nil).In(diag.Vi)+": "+diag.Place(r, diag.Vi))
		}
		at := inFile(p.At.File, p.At.Sheet, p.At.Cell)
		file, place := name(p.At.File), centred(p.At.Cell)
		switch {
		case p.At.Line > 0:
			place.text = w.Text("so-lieu.can-xu-ly.dong", wording.Args{"so": p.At.Line})
		case place.text == "":
			file = file.within(s.widths[5], at)
		default:
			place = place.clickable(at)
		}
		row := s.add(text(whose(a, p)).within(s.widths[0], chasing.of(p.Unit)), centred(weight),
			centred(p.Measure).clickable(annex.to(p.Measure)), text(strings.Join(lines, "\n")), text(mend),
			file, name(p.At.Sheet), place, centred(p.Code))
		if in.rows[p.Unit] == 0 {
			in.rows[p.Unit] = row
		}
	}
	for _, p := range diag.ForReading(a.Problems, units) {
		add(p, grave(p.Severity()), p.Fix(diag.Vi))
	}
	for _, p := range a.Accepted {
		add(p.Problem, w.Text("so-lieu.can-xu-ly.chap-nhan"), w.Text("so-lieu.can-xu-ly.chap-nhan-vi",
			wording.Args{"ly-do": p.By.Reason, "dong": p.By.Line}))
	}
	if len(s.rows) == s.head {
		s.across(text(w.Text("so-lieu.can-xu-ly.khong-co")))
		return s, in
	}
	s.filtered()
	body := block{s.head + 1, len(s.rows)}
	is := func(s diag.Severity) string { return fmt.Sprintf(`$B%d=%s`, body.from, quotedText(grave(s))) }
	s.conditions = []condition{
		{column: 1, block: body, fill: alertFill, bold: true, formula: is(diag.Error)},
		{column: 1, block: body, fill: cautionFill, formula: is(diag.Warning)}}
	return s, in
}

// grave is what people call a severity.
func grave(s diag.Severity) string {
	if s == diag.Error {
		return diag.Say("problem.error", nil).In(diag.Vi)
	}
	return diag.Say("problem.warning", nil).In(diag.Vi)
}

// dropFolder is where units' files lie.
const dropFolder = "1-nop-vao-day/"

// whose a problem is.
func whose(a *assess.Annex, p diag.Problem) string {
	switch {
	case p.Unit != "":
		return a.UnitName(p.Unit)
	case strings.HasPrefix(p.At.File, dropFolder): // of a file that nobody is known to have sent
		return a.Plan.Words.Text("so-lieu.can-xu-ly.chua-ro")
	}
	return a.Plan.Words.Text("so-lieu.can-xu-ly.co-quan")
}
