package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// SoLieu writes the workbook of figures: internal, for it says who reported
// what, from which cell, what is wrong and who owes. The sheets' names and order
// stay, because people link to them.
func SoLieu(a *assess.Annex) ([]byte, error) {
	w := a.Plan.Words
	said := newAnswers(a)
	sources := said.sources()
	groups, grouped := said.groups()
	departments := said.departments(grouped)
	table := newAnnexTable(w, a.InternalTable(), said.totals, said.first)
	table.title(a.Plan.Periodic("so-lieu.phu-luc.tieu-de", "ky.phu-luc.tieu-de", nil),
		look{bold: true, size: 14})
	marks(table.sheet, a.Plan, false)
	counted := table.paint()
	sheets := []*sheet{overview(a, counted), table.sheet, groups, departments,
		narrative(a), sources, versions(a), problems(a), reminders(a), repairs(a),
		unitTables(w, a.InternalUnitTables(), said.own(w.Text("phu-luc.don-vi.sheet")))}
	sheets = slices.DeleteFunc(sheets, func(s *sheet) bool { return s == nil })
	return write(a.Plan.Periodic("so-lieu.ten", "ky.so-lieu.ten", nil), reported(a.Plan), sheets...)
}

// overview is the first sheet: how many indicators came to what, and why not.
// in is the part of the annex whose verdicts are counted.
func overview(a *assess.Annex, in annexRange) *sheet {
	p, w := a.Plan, a.Plan.Words
	s := &sheet{name: w.Text("so-lieu.tong-hop.sheet"), widths: []float64{8, 60, 18, 70}}
	s.title(p.Periodic("so-lieu.tong-hop.tieu-de", "ky.so-lieu.tieu-de", nil), look{bold: true, size: 14})
	resolution := w.Text("so-lieu.tong-hop.nghi-quyet", wording.Args{"so": p.Resolution.Number})
	if !p.Resolution.Date.IsZero() {
		resolution += w.Text("so-lieu.tong-hop.ngay", wording.Args{"ngay": p.Resolution.Date.Short()})
	}
	if p.Resolution.Issuer != "" {
		resolution += w.Text("so-lieu.tong-hop.cua", wording.Args{"co-quan": p.Resolution.Issuer})
	}
	s.title(strings.TrimSpace(resolution+" "+p.Resolution.About), look{})
	marks(s, p, false)
	s.title(state(a), look{bold: true})
	if units := a.Estimators(); units != nil {
		s.title(w.Text("so-lieu.tong-hop.so-uoc", wording.Args{"don-vi": strings.Join(units, ", ")}), look{bold: true})
	}
	s.blank()
	counts(s, a, in)
	attention(s, a)
	missing(s, a)
	return s
}

func state(a *assess.Annex) string {
	w := a.Plan.Words
	if a.Complete {
		return w.Text("so-lieu.tong-hop.day-du")
	}
	owing := 0
	for _, u := range a.Units {
		if u.Owing() {
			owing++
		}
	}
	errors, _ := diag.Count(a.Problems)
	return w.Text("so-lieu.tong-hop.chua-day-du", wording.Args{"don-vi": viet.Count(owing), "loi": viet.Count(errors)})
}

// annexRange is where the annex's sheet has the numbers and verdicts of its rows.
type annexRange struct {
	sheet           string
	number, verdict string // columns
	first, last     int    // rows
}

func (r annexRange) column(name string) string {
	return fmt.Sprintf("%[1]s!$%[2]s$%[3]d:$%[2]s$%[4]d", quotedSheet(r.sheet), name, r.first, r.last)
}

// counts adds the indicators by verdict. An indicator's number in the annex is
// a number, a measure's a text, so that ">0" chooses the indicators.
func counts(s *sheet, a *assess.Annex, in annexRange) {
	w := a.Plan.Words
	gap := cell{look: look{bare: true}}
	s.add(gap, heading(w.Text("so-lieu.tong-hop.danh-gia")), heading(w.Text("so-lieu.tong-hop.so-chi-tieu")))
	verdicts := []struct {
		v resolution.Verdict
		n int
	}{{resolution.Exceeded, a.Summary.Exceeded}, {resolution.Met, a.Summary.Met}, {resolution.Missed, a.Summary.Missed},
		{resolution.NoData, a.Summary.NoData}, {resolution.Unassessed, a.Summary.Unassessed}}
	if !a.Plan.Report.Period.IsYear() {
		verdicts = append(verdicts, struct {
			v resolution.Verdict
			n int
		}{resolution.NotDue, a.Summary.NotDue})
	}
	top := len(s.rows) + 1
	for _, v := range verdicts {
		c := count(v.n)
		c.formula = fmt.Sprintf(`COUNTIFS(%s,">0",%s,B%d)`, in.column(in.number), in.column(in.verdict), len(s.rows)+1)
		s.add(gap, text(v.v.Vi()), c)
	}
	total := count(a.Summary.Total).bold()
	total.formula = fmt.Sprintf("SUM(C%d:C%d)", top, len(s.rows))
	s.add(gap, text(w.Text("so-lieu.tong-hop.tong-so")).bold(), total)
}

// attention lists the indicators that did not come to what was promised.
func attention(s *sheet, a *assess.Annex) {
	w := a.Plan.Words
	s.blank()
	s.title(w.Text("so-lieu.tong-hop.can-chu-y.tieu-de"), look{bold: true, size: 12})
	s.add(headingCells(w.Texts("so-lieu.tong-hop.can-chu-y", "tt", "chi-tieu", "danh-gia", "ly-do")...)...)
	none := true
	for _, v := range []resolution.Verdict{resolution.Missed, resolution.NoData, resolution.Unassessed} {
		for _, section := range a.Sections {
			for _, i := range section.Indicators {
				if i.Verdict == v {
					s.add(count(i.Number), text(i.Text), centred(v.Vi()), text(i.Reason.In(diag.Vi)))
					none = false
				}
			}
		}
	}
	if none {
		s.across(text(w.Text("so-lieu.khong-co")))
	}
}

// missing lists the units that owe.
func missing(s *sheet, a *assess.Annex) {
	w := a.Plan.Words
	s.blank()
	s.title(w.Text("so-lieu.tong-hop.con-no.tieu-de"), look{bold: true, size: 12})
	s.add(headingCells(w.Texts("so-lieu.tong-hop.con-no", "tt", "don-vi", "tinh-trang", "con-thieu")...)...)
	n := 0
	for _, u := range a.Units {
		if len(u.Owes) > 0 {
			n++
			s.add(count(n), text(u.Name), centred(statusText(w, u)), text(owed(u)))
		}
	}
	if n == 0 {
		s.across(text(w.Text("so-lieu.khong-co")))
	}
}

func statusText(w *wording.Words, u assess.Unit) string {
	switch u.Status {
	case assess.UnitAccepted:
		return w.Text("so-lieu.don-vi.du")
	case assess.UnitNil:
		return w.Text("so-lieu.don-vi.khong-phat-sinh")
	case assess.UnitPartial:
		return w.Text("so-lieu.don-vi.con-thieu")
	case assess.UnitFaulty:
		return w.Text("so-lieu.don-vi.co-loi")
	case assess.UnitUnreadable:
		return w.Text("so-lieu.don-vi.khong-doc-duoc")
	case assess.UnitMissing:
	}
	return w.Text("so-lieu.don-vi.chua-gui")
}

// owed lists by label what a unit owes, a line each.
func owed(u assess.Unit) string {
	var lines []string
	for _, key := range u.Owes {
		line := key
		for _, k := range u.Asks {
			if k.Key() == key {
				line = k.Measure.ID + ". " + k.Label
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
