package compose_test

import (
	"strings"
	"testing"

	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/document"
	"baocao/internal/returns"
)

// The office's own copy tells where a figure is from; what leaves the office does not.
func TestTheOfficesOwnCopyNamesTheSources(t *testing.T) {
	r := sent("ban-to-chuc", nil, "1.1.numerator=48", "1.1.denominator=58")
	for i := range r.Observations {
		r.Observations[i].How = returns.ByForm
		r.Observations[i].At = diag.Position{File: "1-nop-vao-day/BTC.xlsx", Sheet: "Số liệu", Cell: "G7"}
	}
	a := judged(t, r)
	a.Plan.Report.Attach = "none"
	words := func(d *document.Document) string {
		var b strings.Builder
		if d.Annex == nil {
			return ""
		}
		for _, u := range d.Annex.Units {
			for _, row := range u.Table.Rows {
				for _, c := range row.Cells {
					for _, r := range c.Runs {
						b.WriteString(r.Text)
					}
					b.WriteString("|")
				}
				b.WriteString("\n")
			}
		}
		return b.String()
	}
	out, _ := compose.Report(a)
	if strings.Contains(words(out), "BTC.xlsx") || strings.Contains(out.Notice, "nội bộ") {
		t.Errorf("leaves the office: %s %s", words(out), out.Notice)
	}
	own, _ := compose.Internal(a)
	const row = "1.1|Số tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên|Ban Tổ chức Quận ủy|" +
		"1-nop-vao-day/BTC.xlsx, sheet «Số liệu»|G7|48|Biểu mẫu|"
	if !strings.Contains(words(own), row) || !strings.HasPrefix(own.Notice, "Bản lưu nội bộ") {
		t.Errorf("%s\n%s", own.Notice, words(own))
	}
}
