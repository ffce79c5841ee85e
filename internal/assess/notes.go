package assess

import (
	"slices"
	"strings"

	"baocao/internal/quantity"
	"baocao/internal/resolution"
	"baocao/internal/viet"
)

// Notes are what stands beside a measure in the annex's last column ("Ghi
// chú"), on the page and in the workbooks alike. They hold words of the plan,
// counts and the office's own reason, never a unit's name or a unit's words: the
// annex leaves the office.
func (m *Measure) Notes() []string {
	var out []string
	add := func(s string) {
		if s = strings.TrimRight(viet.Tidy(s), ".; "); s != "" {
			out = append(out, viet.UpperFirst(s))
		}
	}
	if m.Method.Facts().OnTopOf && m.Judged != nil {
		add("bằng " + m.Judged.Add(quantity.Int(100)).Prose(m.Decimals) + "% dự toán")
	}
	if m.Expected > 1 && m.Reported > 0 && m.Reported < m.Expected {
		add("mới có " + viet.Count(m.Reported) + "/" + viet.Count(m.Expected) + " đơn vị báo cáo")
	}
	if m.Basis != "" {
		add("theo " + m.Basis)
	}
	if a := m.Amended; a != nil {
		switch {
		case a.Pending && a.Document != "":
			add("chờ mục tiêu mới theo " + a.Document)
		case a.Pending:
			add("chờ mục tiêu mới")
		case a.Document != "":
			add("điều chỉnh theo " + a.Document)
		}
	}
	for _, c := range m.Choices() {
		add("số liệu theo quyết định của cơ quan, ngày " + c.Date.Short() + ": " + c.Reason)
	}
	if m.Override != nil {
		add("đánh giá theo quyết định của cơ quan: " + m.Override.Reason)
	}
	add(m.Note)
	return out
}

// Choices are the decisions about figures that went into a measure, each once.
func (m *Measure) Choices() []*resolution.Choice {
	var all []*resolution.Choice
	for _, s := range m.Sources {
		if s.Choice != nil && !slices.Contains(all, s.Choice) {
			all = append(all, s.Choice)
		}
	}
	return all
}

// MissedParts names what an indicator missed although its headline measure
// decides otherwise; "" when it missed nothing.
func (i *Indicator) MissedParts() string {
	if i.Headline == "" {
		return ""
	}
	var parts []string
	for _, m := range i.Measures {
		if m.ID != i.Headline && m.Verdict == resolution.Missed {
			parts = append(parts, viet.LowerFirst(viet.Tidy(m.Name)))
		}
	}
	if parts == nil {
		return ""
	}
	return "Phần không đạt: " + strings.Join(parts, "; ")
}
