package xlsx

import (
	"fmt"
	"slices"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
	"baocao/internal/wording"
)

// narrative is what the units wrote in words; nil for nothing.
func narrative(a *assess.Annex, annex annexPlaces) *sheet {
	if len(a.Remarks) == 0 {
		return nil
	}
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.thuyet-minh.sheet"), tab: tabSource,
		soft: []int{3, 4, 5}, widths: []float64{24, 17, 9, 20, 64, 24, 12, 7}}
	s.title(w.Text("so-lieu.thuyet-minh.tieu-de"), look{bold: true, size: 14})
	s.headings(w.Texts("so-lieu.thuyet-minh", "don-vi", "loai", "chi-tieu", "linh-vuc", "noi-dung", "tep", "ten-sheet",
		"o")...)
	areas := map[string]string{}
	for _, x := range a.Plan.Areas {
		areas[x.ID] = x.Title
	}
	for _, r := range a.Remarks {
		about := centred("")
		if r.Indicator != 0 {
			about = count(r.Indicator).clickable(annex.to(fmt.Sprintf("(%d)", r.Indicator)))
		}
		s.add(text(a.UnitName(r.Unit)), centred(r.Kind.Vi()), about, text(areas[r.Area]), text(r.Text),
			name(r.At.File), name(r.At.Sheet),
			centred(r.At.Cell).clickable(inFile(r.At.File, r.At.Sheet, r.At.Cell)))
	}
	s.filtered()
	return s
}

// versions lists the answers that do not count because others do: earlier
// versions, answers in dispute, what other units tell of an owner's figure, and
// what a person decided. The sheet is nil where there is nothing of that; the index is
// by measure.
func versions(a *assess.Annex) (*sheet, index) {
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.cac-lan-gui.sheet"), tab: tabSource,
		soft: []int{2, 4, 6, 7}, widths: []float64{22, 9, 34, 14, 27, 14, 27, 32}}
	in := index{s.name, map[string]int{}}
	s.title(w.Text("so-lieu.cac-lan-gui.tieu-de"), look{bold: true, size: 14})
	s.headings(w.Texts("so-lieu.cac-lan-gui", "don-vi", "chi-tieu", "noi-dung", "khong-dung", "tep-o",
		"duoc-dung", "tep-o", "vi-sao")...)
	place := func(at diag.Position) cell { return text(diag.Place(at, diag.Vi)) }
	opens := func(c cell, at diag.Position) cell { return c.within(s.widths[3], inFile(at.File, at.Sheet, at.Cell)) }
	for _, v := range a.Versions {
		used, at := opens(shown(a, v.Key, v.Used), v.Used.At), place(v.Used.At)
		switch {
		case v.Used.Disputed, v.Used.At.File == "":
			used, at = remark(w.Text("so-lieu.cac-lan-gui.chua-co")), cell{}
		case v.Key == "": // narrative: the later file's own stands in the sheet of narrative
			used = opens(remark(w.Text("so-lieu.cac-lan-gui.viet-lai")), v.Used.At)
		}
		in.rows[v.Measure] = len(s.rows) + 1
		s.add(text(a.UnitName(v.Unit)), centred(v.Measure), text(v.Label),
			opens(shown(a, v.Key, v.Aside), v.Aside.At), place(v.Aside.At), used, at, text(v.Why.In(diag.Vi)))
	}
	for _, m := range a.Measures() {
		for _, c := range m.Choices() {
			if slices.ContainsFunc(a.Versions, func(v settle.Version) bool { return v.Used.Choice == c }) {
				continue
			}
			for _, o := range m.Sources { // decided where no file said anything else
				if o.Choice == c {
					why := diag.Say("version.decided", diag.Args{"by": c.By, "reason": c.Reason})
					in.rows[m.ID] = len(s.rows) + 1
					s.add(text(a.UnitName(o.Unit)), centred(m.ID), text(a.Plan.Ask(o.Unit, o.Key).Label),
						remark(w.Text("so-lieu.cac-lan-gui.khong-co")), cell{},
						opens(shown(a, o.Key, o.Observation), o.At), place(o.At), text(why.In(diag.Vi)))
				}
			}
		}
	}
	if len(s.rows) == s.head {
		return nil, index{}
	}
	s.filtered()
	return s, in
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

// repairs lists the texts that were stored in an encoding from before Unicode; nil for
// none.
func repairs(a *assess.Annex) *sheet {
	if len(a.Repairs) == 0 {
		return nil
	}
	w := a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.sua-phong-chu.sheet"), tab: tabSource,
		soft: []int{5, 6}, widths: []float64{30, 14, 8, 15, 15, 48, 48}}
	s.title(w.Text("so-lieu.sua-phong-chu.tieu-de"), look{bold: true, size: 14})
	s.headings(w.Texts("so-lieu.sua-phong-chu", "tep", "ten-sheet", "o", "phong-chu", "bang-ma", "truoc", "sau")...)
	for i, r := range a.Repairs {
		if i == maxRepairs {
			s.across(text(w.Text("so-lieu.sua-phong-chu.con-nua", wording.Args{"so": len(a.Repairs) - maxRepairs})))
			break
		}
		s.add(name(r.File), name(r.Sheet), centred(r.Ref()).clickable(inFile(r.File, r.Sheet, r.Ref())),
			centred(r.Font), centred(r.Encoding.String()),
			text(r.Before), text(r.After))
	}
	s.filtered()
	return s
}
