package assess

import (
	"slices"
	"strings"

	"baocao/internal/resolution"
	"baocao/internal/viet"
	"baocao/internal/wording"
)

// Notes are what stands beside a measure in the annex's last column ("Ghi
// chú"), on the page and in the workbooks alike. They hold words of the plan,
// counts and the office's own reason, never a unit's name or a unit's words: the
// annex leaves the office.
func (m *Measure) Notes(w *wording.Words) []string {
	var out []string
	add := func(s string) {
		if s = strings.TrimRight(viet.Tidy(s), ".; "); s != "" {
			out = append(out, viet.UpperFirst(s))
		}
	}
	if m.Method.Facts().OnTopOf && m.Judged != nil {
		add(w.Text("phu-luc.ghi-chu.du-toan", wording.Args{"ty-le": m.Judged.Add(hundred).Prose(m.Decimals)}))
	}
	add(m.Partial(w))
	if m.Due.Text != m.Target.Text && m.Due.Kind != resolution.InfoOnly {
		add(w.Text("ky.phu-luc.moc", wording.Args{"muc-tieu": m.Promise(m.Due).Vi}))
	}
	if m.Basis != "" {
		add(w.Text("phu-luc.ghi-chu.can-cu", wording.Args{"can-cu": m.Basis}))
	}
	if a := m.Amended; a != nil {
		switch {
		case a.Pending && a.Document != "":
			add(w.Text("phu-luc.ghi-chu.cho-muc-tieu-theo", wording.Args{"van-ban": a.Document}))
		case a.Pending:
			add(w.Text("phu-luc.ghi-chu.cho-muc-tieu-moi"))
		case a.Document != "":
			add(w.Text("phu-luc.ghi-chu.dieu-chinh", wording.Args{"van-ban": a.Document}))
		}
	}
	for _, c := range m.Choices() {
		add(w.Text("phu-luc.ghi-chu.so-lieu-quyet-dinh", wording.Args{"ngay": c.Date.Short(), "ly-do": c.Reason}))
	}
	if m.Override != nil {
		add(w.Text("phu-luc.ghi-chu.danh-gia-quyet-dinh", wording.Args{"ly-do": m.Override.Reason}))
	}
	add(m.Note)
	return out
}

// Partial says how many of several units have reported while not all have; ""
// when all or none did. Of one, that a figure is a part of what it is to report.
func (m *Measure) Partial(w *wording.Words) string {
	if m.Expected == 1 && m.Reported == 0 && m.Judged != nil {
		return w.Text("phu-luc.ghi-chu.mot-phan")
	}
	if m.Expected <= 1 || m.Reported == 0 || m.Reported >= m.Expected {
		return ""
	}
	return w.Text("phu-luc.ghi-chu.moi-co", wording.Args{"co": viet.Count(m.Reported), "tong": viet.Count(m.Expected)})
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
func (i *Indicator) MissedParts(w *wording.Words) string {
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
	return w.Text("phu-luc.ghi-chu.phan-khong-dat", wording.Args{"phan": strings.Join(parts, "; ")})
}
