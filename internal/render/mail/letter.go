package mail

import (
	"fmt"
	"strings"

	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Subject is the letter's subject: "Báo cáo kết quả thực hiện ...".
func Subject(p *resolution.Plan) string {
	s := "Báo cáo " + title(p)
	if p.Report.Draft {
		s = "(Dự thảo) " + s
	}
	return s
}

// Body is the text of the letter, with a list of the attachments. The only names
// in it are those of the office file.
func Body(p *resolution.Plan, attachments []Attachment) string {
	var b strings.Builder
	to := "các đồng chí"
	if len(p.Report.Recipients) > 0 {
		to = p.Report.Recipients[0]
	}
	fmt.Fprintf(&b, "Kính gửi: %s,\n\n", strings.TrimRight(to, ",.; "))
	kind := "Báo cáo"
	if p.Report.Draft {
		kind = "dự thảo Báo cáo"
	}
	number := ""
	if p.Report.Number != "" {
		number = " số " + p.Report.Number + "-" + p.Office.Symbol
	}
	if !p.Report.Date.IsZero() {
		number += ", " + p.Report.Date.Long() + ","
	}
	fmt.Fprintf(&b, "%s trân trọng gửi %s%s %s.\n", p.Office.Name(), kind, number, title(p))
	if p.Report.Illustrative {
		b.WriteString("Số liệu trong báo cáo là số liệu minh họa.\n")
	}
	if len(attachments) > 0 {
		b.WriteString("\nTài liệu gửi kèm:\n")
		for i, a := range attachments {
			end := ";"
			if i == len(attachments)-1 {
				end = "."
			}
			fmt.Fprintf(&b, "- %s%s%s\n", described(a.Name), a.Name, end)
		}
	}
	b.WriteString("\nTrân trọng.\n\n")
	b.WriteString(p.Office.Issuer + "\n")
	return b.String()
}

// title is the report's title, or the resolution's number where it has none.
func title(p *resolution.Plan) string {
	if p.Report.Title != "" {
		return viet.LowerFirst(p.Report.Title)
	}
	return fmt.Sprintf("kết quả thực hiện Nghị quyết số %s năm %d", p.Resolution.Number, p.Resolution.Year)
}

func described(name string) string {
	switch {
	case strings.HasPrefix(name, "BaoCao"):
		return "Báo cáo: "
	case strings.HasPrefix(name, "PhuLuc"):
		return "Phụ lục kết quả thực hiện các chỉ tiêu: "
	}
	return ""
}
