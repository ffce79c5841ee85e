package recognise

import (
	"fmt"
	"strings"
	"testing"
)

func narrated(t *testing.T, sheets ...[]row) string {
	t.Helper()
	p := examplePlan(t)
	b := book()
	for i, rows := range sheets {
		b.Sheets = append(b.Sheets, sheet(fmt.Sprintf("S%d", i), rows...))
	}
	ret, problems := recognise(p, "1-nop-vao-day/Phường Bắc Sơn.xlsx", "", b)
	var out []string
	for _, m := range ret.Remarks {
		out = append(out, fmt.Sprintf("%s/%s/%s@%s", m.Kind, m.Area, m.Text, m.At.Cell))
	}
	if c := codes(problems); c != "" {
		out = append(out, c)
	}
	return strings.Join(out, "\n")
}

func TestNarrativeUnderItsUsualTitles(t *testing.T) {
	p := examplePlan(t)
	area := p.Areas[0]
	for _, c := range []struct {
		name string
		rows []row
		want string
	}{
		{"the four parts", []row{{"UBND PHƯỜNG BẮC SƠN"}, {"BÁO CÁO NĂM 2022"}, {"I. Kết quả nổi bật"}, {"- Hoàn thành thu ngân sách trước hạn."}, {"II. TỒN TẠI, HẠN CHẾ"}, {"Giải phóng mặt bằng còn chậm."},
			{"III. Nguyên nhân"}, {"Do giá vật liệu tăng cao."}, {"IV. Giải pháp, kiến nghị"}, {"Đề nghị quận bố trí kinh phí."}},
			"achievement//Hoàn thành thu ngân sách trước hạn.@A4\nlimitation//Giải phóng mặt bằng còn chậm.@A6\ncause//Do giá vật liệu tăng cao.@A8\nsolution//Đề nghị quận bố trí kinh phí.@A10"},
		{"other wordings", []row{{"1. Ưu điểm"}, {"Công tác dân vận có đổi mới."}, {"2. Khó khăn, vướng mắc"}, {"Thiếu quỹ đất công ích."}, {"3. Đề xuất, kiến nghị"}, {"Sớm phê duyệt quy hoạch."}},
			"achievement//Công tác dân vận có đổi mới.@A2\nlimitation//Thiếu quỹ đất công ích.@A4\nsolution//Sớm phê duyệt quy hoạch.@A6"},
		{"a title with its text", []row{{"Nguyên nhân: do thiếu kinh phí đầu tư."}, {"Hạn chế trong năm 2022: tiến độ còn chậm."}}, "cause//do thiếu kinh phí đầu tư.@A1\nlimitation//tiến độ còn chậm.@A2"},
		{"a field of work", []row{{"Kết quả nổi bật"}, {area.Title}, {"Thu hút được hai dự án lớn."}, {"Lĩnh vực " + area.Title + ": tăng trưởng khá cao."}}, "achievement/" + area.ID + "/Thu hút được hai dự án lớn.@A3\nachievement/" + area.ID + "/tăng trưởng khá cao.@A4"},
		{"numbers before the lines", []row{{"I", "Tồn tại, hạn chế"}, {1, "Giải ngân còn chậm so kế hoạch."}}, "limitation//Giải ngân còn chậm so kế hoạch.@B2"},
		{"a signature ends it", []row{{"Hạn chế"}, {"Giải ngân còn chậm so kế hoạch."}, {"NGƯỜI LẬP BIỂU"}, {"Nguyễn Văn Ất đã ký tên"}}, "limitation//Giải ngân còn chậm so kế hoạch.@A2"},
		{"a table ends it", []row{{"Hạn chế"}, {"Giải ngân còn chậm so kế hoạch."}, {"TT", "Họ tên", "Chức vụ"}, {"Ghi chú của bảng này thôi"}}, "limitation//Giải ngân còn chậm so kế hoạch.@A2"},
		{"no title, no narrative", []row{{"Phường đã hoàn thành tốt nhiệm vụ được giao."}, {"Kết quả thực hiện nghị quyết của phường"}, {"Còn một số hạn chế nhất định."}}, "B220"},
		{"a heading of a table is no title", []row{{"TT", "Nội dung công việc", "Nguyên nhân"}, {1, "Làm đường ngõ xóm", "thiếu tiền mặt bằng"}}, "B220"},
	} {
		if got := narrated(t, c.rows); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
