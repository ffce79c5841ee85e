package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"baocao/internal/assess"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
	"baocao/internal/settle"
)

// narrative is what the units wrote in words.
func narrative(a *assess.Annex) *sheet {
	s := &sheet{name: "Thuyết minh", widths: []float64{28, 18, 70, 28, 34, 18, 8}}
	s.title("THUYẾT MINH CỦA CÁC ĐƠN VỊ", look{bold: true, size: 14})
	s.headings("Lĩnh vực", "Loại", "Nội dung", "Đơn vị", "Tệp", "Sheet", "Ô")
	for _, r := range a.Remarks {
		area := ""
		for _, x := range a.Plan.Areas {
			if x.ID == r.Area {
				area = x.Title
			}
		}
		s.add(text(area), centred(kindText(r.Kind)), text(r.Text), text(unitName(a, r.Unit)), text(r.At.File), text(r.At.Sheet), centred(r.At.Cell))
	}
	if len(a.Remarks) == 0 {
		s.across(text("Chưa có thuyết minh nào"))
	}
	return s
}

func kindText(k returns.Kind) string {
	switch k {
	case returns.Achievement:
		return "Kết quả"
	case returns.Limitation:
		return "Hạn chế"
	case returns.Cause:
		return "Nguyên nhân"
	case returns.Solution:
		return "Giải pháp"
	}
	return string(k)
}

func unitName(a *assess.Annex, id string) string {
	for _, u := range a.Units {
		if u.ID == id {
			return u.Name
		}
	}
	return id
}

// sources is where each figure comes from, down to the cell.
func sources(a *assess.Annex) *sheet {
	s := &sheet{name: "Nguồn số liệu", widths: []float64{10, 50, 32, 40, 18, 8, 18, 24, 30}}
	s.title("NGUỒN SỐ LIỆU", look{bold: true, size: 14})
	s.headings("Chỉ tiêu", "Nội dung", "Đơn vị", "Tệp", "Sheet", "Ô", "Giá trị", "Cách đọc", "Ghi chú của đơn vị")
	type label struct {
		text string
		kind resolution.AskKind
	}
	labels := map[string]label{}
	for _, u := range a.Units {
		for _, k := range u.Asks {
			labels[k.Key()] = label{k.Label, k.Kind}
		}
	}
	top := len(s.rows)
	for _, m := range a.Measures() {
		for _, o := range m.Sources {
			l := labels[o.Key]
			s.add(centred(m.ID), text(l.text), text(unitName(a, o.Unit)), text(o.At.File), text(o.At.Sheet), centred(o.At.Cell),
				answered(o.Observation, l.kind), centred(how(o.Observation)), text(o.Note))
		}
	}
	if len(s.rows) == top {
		s.across(text("Chưa có số liệu nào"))
	}
	return s
}

// how says how a figure was found: in a form, or in a table of the unit's own,
// with the heading it stands under.
func how(o returns.Observation) string {
	said := way(o.How)
	if o.Column != "" {
		said += "; cột «" + o.Column + "»"
	}
	if o.Choice != nil && o.How != returns.ByDecision {
		said += "; theo quyết định"
	}
	return said
}

func way(s returns.Source) string {
	switch s {
	case returns.FromForm:
		return "Biểu mẫu"
	case returns.ByNumber:
		return "Bảng, theo số và tên"
	case returns.ByLabel:
		return "Bảng, theo tên"
	case returns.FromLayout:
		return "Theo chỉ dẫn"
	case returns.ByDecision:
		return "Theo quyết định"
	case returns.ByLikeness:
		return "Bảng, theo tên gần giống"
	}
	return ""
}

// problems is what is wrong and how to mend it.
func problems(a *assess.Annex) *sheet {
	s := &sheet{name: "Cần xử lý", widths: []float64{34, 20, 60, 52, 10, 8, 11}}
	s.title("CÁC NỘI DUNG CẦN XỬ LÝ", look{bold: true, size: 14})
	s.headings("Tệp", "Sheet và ô", "Nội dung", "Cách sửa", "Chỉ tiêu", "Mã", "Mức độ")
	for _, p := range a.Problems {
		place := p.At
		place.File = ""
		lines := []string{p.In(diag.Vi)}
		for _, r := range p.Related {
			lines = append(lines, diag.Say("problem.see", nil).In(diag.Vi)+": "+diag.Place(r, diag.Vi))
		}
		severity := "problem.warning"
		if p.Severity() == diag.Error {
			severity = "problem.error"
		}
		s.add(text(p.At.File), text(diag.Place(place, diag.Vi)), text(strings.Join(lines, "\n")), text(p.Fix(diag.Vi)),
			centred(p.Measure), centred(p.Code), centred(diag.Say(severity, nil).In(diag.Vi)))
	}
	if len(a.Problems) == 0 {
		s.across(text("Không có lỗi nào"))
	}
	if len(a.Accepted) > 0 {
		s.blank()
		s.title("Cảnh báo đã được chấp nhận trong nghi-quyet.toml", look{bold: true, size: 12})
		s.add(heading("Tệp"), heading("Sheet và ô"), heading("Nội dung"), heading("Lý do chấp nhận"), heading("Chỉ tiêu"), heading("Mã"), heading("Dòng"))
		for _, p := range a.Accepted {
			place := p.At
			place.File = ""
			s.add(text(p.At.File), text(diag.Place(place, diag.Vi)), text(p.In(diag.Vi)), text(p.By.Reason), centred(p.Measure), centred(p.Code), count(p.By.Line))
		}
	}
	return s
}

// versions lists the answers that do not count because others do: earlier
// versions, answers in dispute, what other units tell of an owner's figure, and
// what a person decided.
func versions(a *assess.Annex) *sheet {
	s := &sheet{name: "Các lần gửi", widths: []float64{28, 9, 44, 16, 36, 16, 36, 44}}
	s.title("SỐ LIỆU GỬI NHIỀU LẦN, KHÁC NHAU GIỮA CÁC TỆP HOẶC ĐÃ CHỐT", look{bold: true, size: 14})
	s.headings("Đơn vị", "Chỉ tiêu", "Nội dung", "Số không dùng", "Tệp, ô", "Số được dùng", "Tệp, ô", "Vì sao")
	place := func(at diag.Position) cell { return text(diag.Place(at, diag.Vi)) }
	for _, v := range a.Versions {
		used, at := shown(a, v.Key, v.Used), place(v.Used.At)
		switch {
		case v.Used.Disputed, v.Used.At.File == "":
			used, at = remark("chưa có"), cell{}
		case v.Key == "": // narrative: the later file's own stands in the sheet of narrative
			used = remark("viết lại")
		}
		s.add(text(unitName(a, v.Unit)), centred(v.Measure), text(v.Label), shown(a, v.Key, v.Aside), place(v.Aside.At), used, at, text(v.Why.In(diag.Vi)))
	}
	for _, m := range a.Measures() {
		for _, c := range m.Choices() {
			if slices.ContainsFunc(a.Versions, func(v settle.Version) bool { return v.Used.Choice == c }) {
				continue
			}
			for _, o := range m.Sources { // decided where no file said anything else
				if o.Choice == c {
					why := diag.Say("version.decided", diag.Args{"by": c.By, "reason": c.Reason})
					s.add(text(unitName(a, o.Unit)), centred(m.ID), text(labelOf(a, o.Key)), remark("không có"), cell{}, shown(a, o.Key, o.Observation), place(o.At), text(why.In(diag.Vi)))
				}
			}
		}
	}
	if len(s.rows) == s.head {
		s.across(text("Không có"))
	}
	return s
}

// shown is an answer of whatever kind its ask wants.
func shown(a *assess.Annex, key string, o returns.Observation) cell {
	for _, u := range a.Units {
		for _, k := range u.Asks {
			if k.Key() == key {
				return answered(o, k.Kind)
			}
		}
	}
	return answered(o, resolution.AskText)
}

func labelOf(a *assess.Annex, key string) string {
	for _, u := range a.Units {
		for _, k := range u.Asks {
			if k.Key() == key {
				return k.Label
			}
		}
	}
	return key
}

// maxRepairs keeps the list of repaired texts within what a person scrolls
// through and a sheet holds; a whole heap of old workbooks stays below it.
const maxRepairs = 50_000

// repairs lists the texts that were stored in an encoding from before Unicode.
func repairs(a *assess.Annex) *sheet {
	s := &sheet{name: "Sửa phông chữ", widths: []float64{36, 18, 8, 18, 18, 46, 46}}
	s.title("CÁC Ô ĐÃ CHUYỂN SANG CHỮ UNICODE", look{bold: true, size: 14})
	s.headings("Tệp", "Sheet", "Ô", "Phông chữ", "Bảng mã cũ", "Chữ ghi trong tệp", "Chữ đã chuyển")
	for i, r := range a.Repairs {
		if i == maxRepairs {
			s.across(text(fmt.Sprintf("Còn %d ô nữa; xem từng tệp bằng lệnh baocao inspect.", len(a.Repairs)-maxRepairs)))
			break
		}
		s.add(text(r.File), text(r.Sheet), centred(r.Ref()), centred(r.Font), centred(r.Encoding.String()), text(r.Before), text(r.After))
	}
	if len(a.Repairs) == 0 {
		s.across(text("Không có ô nào phải chuyển"))
	}
	return s
}
