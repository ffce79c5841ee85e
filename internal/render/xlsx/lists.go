package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/wording"
)

// narrative is what the units wrote in words.
func narrative(a *assess.Annex) *sheet {
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.thuyet-minh.sheet"), widths: []float64{28, 24, 70, 28, 34, 18, 8, 9}}
	s.title(w.Text("so-lieu.thuyet-minh.tieu-de"), look{bold: true, size: 14})
	s.headings(w.Texts("so-lieu.thuyet-minh", "linh-vuc", "loai", "noi-dung", "don-vi", "tep", "ten-sheet", "o",
		"chi-tieu")...)
	for _, r := range a.Remarks {
		area := ""
		for _, x := range a.Plan.Areas {
			if x.ID == r.Area {
				area = x.Title
			}
		}
		about := ""
		if r.Indicator != 0 {
			about = strconv.Itoa(r.Indicator)
		}
		s.add(text(area), centred(kindText(w, r.Kind)), text(r.Text), text(a.UnitName(r.Unit)),
			name(r.At.File), name(r.At.Sheet), centred(r.At.Cell), centred(about))
	}
	if len(a.Remarks) == 0 {
		s.across(text(w.Text("so-lieu.thuyet-minh.chua-co")))
	}
	return s
}

func kindText(w *wording.Words, k returns.Kind) string {
	switch k {
	case returns.Achievement:
		return w.Text("so-lieu.thuyet-minh.cac-loai.ket-qua")
	case returns.Limitation:
		return w.Text("so-lieu.thuyet-minh.cac-loai.han-che")
	case returns.Cause:
		return w.Text("so-lieu.thuyet-minh.cac-loai.nguyen-nhan")
	case returns.ObjectiveCause:
		return w.Text("so-lieu.thuyet-minh.cac-loai.khach-quan")
	case returns.SubjectiveCause:
		return w.Text("so-lieu.thuyet-minh.cac-loai.chu-quan")
	case returns.Solution:
		return w.Text("so-lieu.thuyet-minh.cac-loai.giai-phap")
	case returns.Request:
		return w.Text("so-lieu.thuyet-minh.cac-loai.kien-nghi")
	case returns.Direction:
		return w.Text("so-lieu.thuyet-minh.cac-loai.phuong-huong")
	}
	return string(k)
}

// problems is what is wrong and how to mend it.
func problems(a *assess.Annex) *sheet {
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.can-xu-ly.sheet"), widths: []float64{34, 20, 60, 52, 10, 8, 11}}
	s.title(w.Text("so-lieu.can-xu-ly.tieu-de"), look{bold: true, size: 14})
	s.headings(w.Texts("so-lieu.can-xu-ly", "tep", "sheet-o", "noi-dung", "cach-sua", "chi-tieu", "ma", "muc-do")...)
	var units []string
	for _, u := range a.Units {
		units = append(units, u.ID)
	}
	for _, p := range diag.ForReading(a.Problems, units) {
		lines := []string{p.In(diag.Vi)}
		for _, r := range p.Related {
			lines = append(lines, diag.Say("problem.see", nil).In(diag.Vi)+": "+diag.Place(r, diag.Vi))
		}
		severity := "problem.warning"
		if p.Severity() == diag.Error {
			severity = "problem.error"
		}
		s.add(name(p.At.File), text(diag.PlaceInFile(p.At, diag.Vi)), text(strings.Join(lines, "\n")),
			text(p.Fix(diag.Vi)),
			centred(p.Measure), centred(p.Code), centred(diag.Say(severity, nil).In(diag.Vi)))
	}
	if len(a.Problems) == 0 {
		s.across(text(w.Text("so-lieu.can-xu-ly.khong-co")))
	}
	if len(a.Accepted) > 0 {
		s.blank()
		s.title(w.Text("so-lieu.can-xu-ly.chap-nhan.tieu-de"), look{bold: true, size: 12})
		s.add(headingCells(w.Texts("so-lieu.can-xu-ly", "tep", "sheet-o", "noi-dung", "chap-nhan.ly-do",
			"chi-tieu", "ma", "chap-nhan.dong")...)...)
		for _, p := range a.Accepted {
			s.add(name(p.At.File), text(diag.PlaceInFile(p.At, diag.Vi)), text(p.In(diag.Vi)), text(p.By.Reason),
				centred(p.Measure), centred(p.Code), count(p.By.Line))
		}
	}
	return s
}

// versions lists the answers that do not count because others do: earlier
// versions, answers in dispute, what other units tell of an owner's figure, and
// what a person decided.
func versions(a *assess.Annex) *sheet {
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.cac-lan-gui.sheet"), widths: []float64{28, 9, 44, 16, 36, 16, 36, 44}}
	s.title(w.Text("so-lieu.cac-lan-gui.tieu-de"), look{bold: true, size: 14})
	s.headings(w.Texts("so-lieu.cac-lan-gui", "don-vi", "chi-tieu", "noi-dung", "khong-dung", "tep-o",
		"duoc-dung", "tep-o", "vi-sao")...)
	place := func(at diag.Position) cell { return text(diag.Place(at, diag.Vi)) }
	for _, v := range a.Versions {
		used, at := shown(a, v.Key, v.Used), place(v.Used.At)
		switch {
		case v.Used.Disputed, v.Used.At.File == "":
			used, at = remark(w.Text("so-lieu.cac-lan-gui.chua-co")), cell{}
		case v.Key == "": // narrative: the later file's own stands in the sheet of narrative
			used = remark(w.Text("so-lieu.cac-lan-gui.viet-lai"))
		}
		s.add(text(a.UnitName(v.Unit)), centred(v.Measure), text(v.Label), shown(a, v.Key, v.Aside), place(v.Aside.At),
			used, at, text(v.Why.In(diag.Vi)))
	}
	for _, m := range a.Measures() {
		for _, c := range m.Choices() {
			if slices.ContainsFunc(a.Versions, func(v settle.Version) bool { return v.Used.Choice == c }) {
				continue
			}
			for _, o := range m.Sources { // decided where no file said anything else
				if o.Choice == c {
					why := diag.Say("version.decided", diag.Args{"by": c.By, "reason": c.Reason})
					s.add(text(a.UnitName(o.Unit)), centred(m.ID), text(a.Plan.Ask(o.Unit, o.Key).Label),
						remark(w.Text("so-lieu.cac-lan-gui.khong-co")), cell{},
						shown(a, o.Key, o.Observation), place(o.At), text(why.In(diag.Vi)))
				}
			}
		}
	}
	if len(s.rows) == s.head {
		s.across(text(w.Text("so-lieu.khong-co")))
	}
	return s
}

// shown is an answer of whatever kind its ask wants.
func shown(a *assess.Annex, key string, o returns.Observation) cell {
	k := a.Plan.Ask(o.Unit, key)
	if k.Key() != key {
		k.Kind = resolution.AskText
	}
	return answered(a.Plan.Words, o, k.Kind)
}

// maxRepairs keeps the list of repaired texts within what a person scrolls
// through and a sheet holds; a whole heap of old workbooks stays below it.
const maxRepairs = 50_000

// repairs lists the texts that were stored in an encoding from before Unicode.
func repairs(a *assess.Annex) *sheet {
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.sua-phong-chu.sheet"), widths: []float64{36, 18, 8, 18, 18, 46, 46}}
	s.title(w.Text("so-lieu.sua-phong-chu.tieu-de"), look{bold: true, size: 14})
	s.headings(w.Texts("so-lieu.sua-phong-chu", "tep", "ten-sheet", "o", "phong-chu", "bang-ma", "truoc", "sau")...)
	for i, r := range a.Repairs {
		if i == maxRepairs {
			s.across(text(w.Text("so-lieu.sua-phong-chu.con-nua", wording.Args{"so": len(a.Repairs) - maxRepairs})))
			break
		}
		s.add(name(r.File), name(r.Sheet), centred(r.Ref()), centred(r.Font), centred(r.Encoding.String()),
			text(r.Before), text(r.After))
	}
	if len(a.Repairs) == 0 {
		s.across(text(w.Text("so-lieu.sua-phong-chu.khong-co")))
	}
	return s
}
