package xlsx

import (
	"strings"

	"baocao/internal/annex"
)

// required counts what a unit has to answer.
func required(u annex.Unit) int {
	n := 0
	for _, k := range u.Asks {
		if k.Required {
			n++
		}
	}
	return n
}

// reminders is the sheet for chasing: who has sent, who owes what.
func reminders(a *annex.Annex) *sheet {
	s := &sheet{name: "Đôn đốc", widths: []float64{6, 34, 18, 44, 11, 11, 60}}
	s.title("ĐÔN ĐỐC CÁC ĐƠN VỊ GỬI SỐ LIỆU", look{bold: true, size: 14})
	s.headings("TT", "Đơn vị", "Tình trạng", "Tệp đã gửi", "Phải điền", "Còn thiếu", "Nội dung còn thiếu")
	for i, u := range a.Units {
		var files []string
		for _, f := range u.Files {
			files = append(files, f.File)
		}
		s.add(count(i+1), text(u.Name), centred(statusText(u)), text(strings.Join(files, "\n")), count(required(u)), count(len(u.Owes)), text(owed(u)))
	}
	return s
}
