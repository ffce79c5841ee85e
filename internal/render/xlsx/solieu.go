package xlsx

import (
	"fmt"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// SoLieu writes the workbook of figures: internal, for it says who reported
// what, from which cell, what is wrong and who owes. The sheets' names and order
// stay, because people link to them.
func SoLieu(a *assess.Annex) ([]byte, error) {
	units := newMatrix(a)
	table := &sheet{name: annexSheet, widths: []float64{6, 42, 12, 13, 12, 12, 11, 14, 42, 36}}
	table.title(fmt.Sprintf("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM %d", a.Plan.Resolution.Year), look{bold: true, size: 14})
	marks(table, a.Plan, false)
	shown := a.InternalTable()
	first, last := annexTable(table, shown, units.operands)
	return write(fmt.Sprintf("Số liệu thực hiện các chỉ tiêu năm %d", a.Plan.Resolution.Year), created(a.Plan),
		overview(a, annexRange{columnName(shown.Column(assess.ColNumber)), columnName(shown.Column(assess.ColVerdict)), first, last}), table, units.sheet, narrative(a), sources(a), versions(a), problems(a), reminders(a), repairs(a))
}

// overview is the first sheet: how many indicators came to what, and why not.
// in is the part of the annex whose verdicts are counted.
func overview(a *assess.Annex, in annexRange) *sheet {
	p := a.Plan
	s := &sheet{name: "Tổng hợp", widths: []float64{8, 60, 18, 70}}
	s.title(fmt.Sprintf("TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM %d", p.Resolution.Year), look{bold: true, size: 14})
	resolution := "Nghị quyết số " + p.Resolution.Number
	if !p.Resolution.Date.IsZero() {
		resolution += ", ngày " + p.Resolution.Date.Short()
	}
	if p.Resolution.Issuer != "" {
		resolution += " của " + p.Resolution.Issuer
	}
	s.title(strings.TrimSpace(resolution+" "+p.Resolution.About), look{})
	marks(s, p, false)
	s.title(state(a), look{bold: true})
	s.blank()
	counts(s, a, in)
	attention(s, a)
	missing(s, a)
	return s
}

func state(a *assess.Annex) string {
	if a.Complete {
		return "Số liệu đã đầy đủ."
	}
	owing := 0
	for _, u := range a.Units {
		if len(u.Owes) > 0 {
			owing++
		}
	}
	faults, _ := diag.Count(a.Problems)
	return fmt.Sprintf("Số liệu CHƯA đầy đủ: %s đơn vị còn nợ số liệu, %s lỗi cần xử lý.", viet.Count(owing), viet.Count(faults))
}

// annexRange is where the annex's sheet has the numbers and verdicts of its rows.
type annexRange struct {
	number, verdict string // columns
	first, last     int    // rows
}

func (r annexRange) column(name string) string {
	return fmt.Sprintf("%[1]s!$%[2]s$%[3]d:$%[2]s$%[4]d", quotedSheet(annexSheet), name, r.first, r.last)
}

// counts adds the indicators by verdict. An indicator's number in the annex is
// a number, a measure's a text, so that ">0" chooses the indicators.
func counts(s *sheet, a *assess.Annex, in annexRange) {
	gap := cell{look: look{bare: true}}
	s.add(gap, heading("Đánh giá"), heading("Số chỉ tiêu"))
	verdicts := []struct {
		v resolution.Verdict
		n int
	}{{resolution.Exceeded, a.Summary.Exceeded}, {resolution.Met, a.Summary.Met}, {resolution.Missed, a.Summary.Missed},
		{resolution.NoData, a.Summary.NoData}, {resolution.Unassessed, a.Summary.Unassessed}}
	top := len(s.rows) + 1
	for _, v := range verdicts {
		c := count(v.n)
		c.formula = fmt.Sprintf(`COUNTIFS(%s,">0",%s,B%d)`, in.column(in.number), in.column(in.verdict), len(s.rows)+1)
		s.add(gap, text(v.v.Vi()), c)
	}
	total := count(a.Summary.Total).bold()
	total.formula = fmt.Sprintf("SUM(C%d:C%d)", top, len(s.rows))
	s.add(gap, text("Tổng số").bold(), total)
}

// attention lists the indicators that did not come to what was promised.
func attention(s *sheet, a *assess.Annex) {
	s.blank()
	s.title("Chỉ tiêu không đạt, chưa có số liệu hoặc chưa đánh giá", look{bold: true, size: 12})
	s.add(heading("TT"), heading("Chỉ tiêu"), heading("Đánh giá"), heading("Lý do"))
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
		s.across(text("Không có"))
	}
}

// missing lists the units that owe.
func missing(s *sheet, a *assess.Annex) {
	s.blank()
	s.title("Đơn vị còn nợ số liệu", look{bold: true, size: 12})
	s.add(heading("TT"), heading("Đơn vị"), heading("Tình trạng"), heading("Còn thiếu"))
	n := 0
	for _, u := range a.Units {
		if len(u.Owes) > 0 {
			n++
			s.add(count(n), text(u.Name), centred(statusText(u)), text(owed(u)))
		}
	}
	if n == 0 {
		s.across(text("Không có"))
	}
}

func statusText(u assess.Unit) string {
	switch u.Status {
	case assess.UnitAccepted:
		return "Đã gửi đủ"
	case assess.UnitNil:
		return "Đã gửi, không phát sinh"
	case assess.UnitPartial:
		return "Còn thiếu"
	case assess.UnitFaulty:
		return "Có lỗi"
	case assess.UnitUnreadable:
		return "Không đọc được tệp"
	case assess.UnitMissing:
	}
	return "Chưa gửi"
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
