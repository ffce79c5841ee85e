package compose

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// Reminder is a letter to a unit that still owes: it names that unit's gaps and
// nothing of any other unit.
type Reminder struct{ Subject, Body string }

// RemindersOf returns the reminder of each unit that owes something or has
// something to mend, by unit id. goesBack tells which faulty files go with the
// letters, marked; nil stands for all that can be read.
func RemindersOf(a *assess.Annex, goesBack func(file string) bool) map[string]Reminder {
	out := map[string]Reminder{}
	for _, u := range a.Units {
		if r, ok := reminder(a, u, goesBack); ok {
			out[u.ID] = r
		}
	}
	return out
}

func reminder(a *assess.Annex, u assess.Unit, goesBack func(file string) bool) (Reminder, bool) {
	missing, faulty := u.Gaps()
	wrong, marked := wrongOf(a, u, goesBack)
	unsettled := unsettled(a, u, faulty)
	if missing == nil && wrong == nil && unsettled == nil {
		return Reminder{}, false // also where only the office can mend what is wrong
	}
	p := a.Plan
	year := p.Resolution.Year
	var b strings.Builder
	fmt.Fprintf(&b, "Kính gửi: %s,\n\n", u.Name)
	fmt.Fprintf(&b, "Để tổng hợp báo cáo kết quả thực hiện Nghị quyết số %s năm %d, %s đề nghị đơn vị hoàn thành các nội dung sau:\n", p.Resolution.Number, year, p.Office.Name())
	part := 0
	section := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		part++
		fmt.Fprintf(&b, "\n%d. %s:\n", part, title)
		for i, line := range lines {
			end := ";"
			if i == len(lines)-1 {
				end = "."
			}
			b.WriteString("- " + strings.TrimRight(line, ".;") + end + "\n")
		}
	}
	title := "Số liệu còn thiếu"
	if u.Status == assess.UnitMissing {
		title = "Số liệu chưa gửi (chưa nhận được tệp nào của đơn vị)"
	}
	section(title, asked(missing))
	section("Nội dung cần sửa trong tệp đã gửi", wrong)
	section("Số liệu đã gửi nhưng chưa khớp với số liệu của đơn vị khác, đề nghị kiểm tra và xác nhận lại", asked(unsettled))
	b.WriteString("\nBiểu mẫu của đơn vị gửi kèm thư này.")
	if marked {
		b.WriteString(" Tệp đơn vị đã gửi cũng được gửi kèm, những ô cần sửa đã tô màu và liệt kê ở sheet «Cần sửa»; đơn vị sửa ngay trong tệp ấy.")
	}
	b.WriteString(" Việc không có ở đơn vị thì chọn «Không phát sinh», chưa có số liệu thì chọn «Chưa có kết quả», không để trống. " +
		"Đề nghị ghi ngày vào ô «Ngày báo cáo» rồi gửi lại.\n\nTrân trọng.\n\n" + p.Office.Issuer + "\n")
	return Reminder{Subject: fmt.Sprintf("Đề nghị gửi số liệu thực hiện Nghị quyết số %s năm %d: %s", p.Resolution.Number, year, u.Name), Body: b.String()}, true
}

// asked are the labels of what a unit is asked, with number and unit of measurement.
func asked(asks []resolution.Ask) []string {
	var lines []string
	for _, k := range asks {
		line := "(" + k.Measure.ID + ") " + k.Label
		if k.Unit != "" {
			line += " (" + k.Unit + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// wrongOf are the errors in a unit's files that it can mend, each once; marked
// says that one of those files can go back to it marked.
func wrongOf(a *assess.Annex, u assess.Unit, goesBack func(file string) bool) (lines []string, marked bool) {
	status := map[string]returns.Status{}
	for _, f := range u.Files {
		status[f.File] = f.Status
	}
	for _, p := range a.Problems {
		s, own := status[p.At.File]
		fix, theirs := p.SenderFix(diag.Vi)
		if !own || !theirs || p.Severity() != diag.Error || !a.MayTell(p, u.ID) {
			continue
		}
		marked = marked || s != returns.StatusUnreadable && (goesBack == nil || goesBack(p.At.File))
		if p.Entry().Owing { // the gaps are listed above it
			continue
		}
		place := p.At
		place.File = path.Base(place.File)
		line := strings.TrimPrefix(diag.Place(diag.Position{Sheet: place.Sheet, Cell: place.Cell}, diag.Vi), ", ")
		if line != "" {
			line = ", " + line
		}
		line = "Tệp «" + place.File + "»" + line
		if p.Measure != "" {
			line += " (chỉ tiêu " + p.Measure + ")"
		}
		line += ": " + strings.TrimRight(u.WithoutPaths(p.In(diag.Vi)), ".") + ". " + strings.TrimRight(fix, ".")
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines, marked
}

// ofSeveral reports that the answers of several units may have led to a problem.
// Of those that name other units' figures only what is an error by itself makes
// an answer unusable; a warning that the office raised leaves it as it is.
func ofSeveral(p diag.Problem) bool {
	switch e := p.Entry(); e.Audience {
	case diag.Answerer:
		return p.Unit == ""
	case diag.Confidential:
		return e.Severity == diag.Error
	}
	return false
}

// unsettled are the unusable answers that do not agree with what other units
// answered: the unit has to look again, and is not told who said what. A file
// that the office could not open is for the office to see to.
func unsettled(a *assess.Annex, u assess.Unit, faulty []resolution.Ask) []resolution.Ask {
	var out []resolution.Ask
	for _, k := range faulty {
		own, among := false, false
		for _, p := range a.Problems {
			if p.Severity() != diag.Error || p.Measure != k.Measure.ID {
				continue
			}
			own = own || p.Unit == u.ID && a.MayTell(p, u.ID)
			among = among || ofSeveral(p) && !a.MayTell(p, u.ID)
		}
		if among && !own {
			out = append(out, k)
		}
	}
	return out
}
