package recognise

import (
	"strings"
	"testing"

	"baocao/internal/resolution"
)

// calledAnew is the example's plan, in which one unit has another name.
func calledAnew(t *testing.T, id, name string, aliases ...string) *resolution.Plan {
	p := examplePlan(t)
	for i := range p.Units {
		if u := &p.Units[i]; u.ID == id {
			u.Name, u.Aliases = name, aliases
		}
	}
	return p
}

// A clerk writes over the table who sends it. That name may have the words of a place, of a level or of an
// association: of the sender itself nobody asks. Another's name is asked about, and one of a part of it.
func TestALineThatIsTheSendersName(t *testing.T) {
	const name, taken, asked = "Hội Chữ thập đỏ xã Tân An", "2.value=127", "2.value=faulty B263@A"
	for _, c := range []struct{ line, want string }{
		{name, taken},
		{"HỘI CHỮ THẬP ĐỎ XÃ TÂN AN", taken},
		{"HOI CHU THAP DO XA TAN AN", taken},
		{"HỘI CHỮ THẬP ĐỎ XÃ TÂN AN - QUẬN KIẾN AN", taken},
		{"QUẬN ỦY KIẾN AN - HỘI CHỮ THẬP ĐỎ XÃ TÂN AN", taken},
		{"UBND QUẬN KIẾN AN, Hội Chữ thập đỏ xã Tân An", taken},
		{"Hội Chữ thập đỏ xã Tân An báo cáo kết quả công tác năm 2022 như sau:", taken},
		{"HỘI CHỮ THẬP ĐỎ QUẬN KIẾN AN - HỘI CHỮ THẬP ĐỎ XÃ TÂN AN", taken},
		{"UBND XÃ TÂN AN - HỘI CHỮ THẬP ĐỎ XÃ TÂN AN", taken},
		{"UBND XÃ TÂN AN\nHỘI CHỮ THẬP ĐỎ XÃ TÂN AN", taken},
		{"UBND XÃ TÂN AN", asked},
		{"HỘI CHỮ THẬP ĐỎ XÃ TÂN AN\nUBND XÃ TÂN AN", asked},
		{"UBND XÃ TÂN ANH\nHỘI CHỮ THẬP ĐỎ XÃ TÂN AN", asked},
		{"HỘI CHỮ THẬP ĐỎ XÃ TÂN ANH", asked},
		{"HỘI CHỮ THẬP ĐỎ XÃ TÂN TIẾN", asked},
		{"ĐỘI XUNG KÍCH HỘI CHỮ THẬP ĐỎ XÃ TÂN AN", asked},
		{"HỘI CHỮ THẬP ĐỎ XÃ TÂN AN - CHI HỘI THÔN ĐÔNG", asked},
		{"HỘI CHỮ THẬP ĐỎ QUẬN LÊ CHÂN", asked},
		{"Hội Chữ thập đỏ xã Tân An báo cáo số liệu của quận Lê Chân", asked},
	} {
		var rows []row
		for over := range strings.SplitSeq(c.line, "\n") {
			rows = append(rows, row{over})
		}
		rows = append(rows, row{"KẾT QUẢ NĂM 2022"}, row{"Chỉ tiêu", "Thực hiện năm 2022"}, row{joined, 127})
		got := said(calledAnew(t, "ban-to-chuc", name), "ban-to-chuc", laid(rows))
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %s, want %s", c.line, got, c.want)
		}
	}
}

// What the office is called stands over its units' tables, and is no place of somebody else's.
func TestALineThatIsTheOfficesName(t *testing.T) {
	p := examplePlan(t)
	p.Office.Issuer = "CHI BỘ NHÀ XUẤT BẢN KHOA HỌC XÃ HỘI VÙNG DUYÊN HẢI"
	for line, want := range map[string]string{
		p.Office.Issuer: "2.value=127",
		"Chi bộ Nhà xuất bản Khoa học xã hội vùng Duyên Hải": "2.value=127",
		"CHI BỘ XÃ HỒNG THÁI": "2.value=faulty B263@A1",
	} {
		got := said(p, "ban-to-chuc", laid([]row{{line}, {"KẾT QUẢ NĂM 2022"}, {"Chỉ tiêu", "Thực hiện năm 2022"},
			{joined, 127}}))
		if got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}

// The marks in a unit's name part it in a file's name, and without accents its words are others': the file is still
// named after its sender.
func TestAFileNamedAfterItsUnit(t *testing.T) {
	const taken, asked = "2.value=127", "2.value=faulty B287@A1"
	for _, c := range []struct{ name, file, want string }{
		{"Ban Thể dục - Xã hội", "Ban The duc - Xa hoi", taken},
		{"Ban Thể dục - Xã hội", "Ban The duc - Xa hoi - bao cao nam 2022", taken},
		{"Tổ Hồ sơ - Sách, báo", "To Ho so - Sach, bao", taken},
		{"Tổ Hồ sơ - Sách, báo", "Tổ Hồ sơ - Sách, báo", taken},
		{"Ban Thể dục - Xã hội", "Ban Thể dục - Xã hội - Hộ cận nghèo", asked},
	} {
		p := calledAnew(t, "ban-to-chuc", c.name)
		got := answers(recognise(p, "1-nop-vao-day/"+c.file+".xlsx", "", book(laid([]row{{"KẾT QUẢ NĂM 2022"},
			{"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}}))))
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.file, got, c.want)
		}
	}
}

// A table of one row has the sender's name beside its figures.
func TestTheSendersNameBesideAFigure(t *testing.T) {
	for beside, want := range map[string]string{
		"Tổ Tổng hợp": "2.value=127", "TO TONG HOP": "2.value=127", "Tổ Tổng hợp ghi nhầm": "2.value=faulty B257@B3"} {
		got := said(calledAnew(t, "ban-to-chuc", "Tổ Tổng hợp"), "ban-to-chuc", laid([]row{{"KẾT QUẢ NĂM 2022"},
			{"Đơn vị", "Số đảng viên mới kết nạp"}, {beside, 127}}))
		if got != want {
			t.Errorf("%s: %s, want %s", beside, got, want)
		}
	}
}
