package recognise

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"baocao/internal/returns"
	"baocao/internal/workbook"
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
		{"the four parts", []row{
			{"UBND PHƯỜNG BẮC SƠN"},
			{"BÁO CÁO NĂM 2022"},
			{"I. Kết quả nổi bật"},
			{"- Hoàn thành thu ngân sách trước hạn."},
			{"II. TỒN TẠI, HẠN CHẾ"},
			{"Giải phóng mặt bằng còn chậm."},
			{"III. Nguyên nhân"},
			{"Do giá vật liệu tăng cao."},
			{"IV. Giải pháp, kiến nghị"},
			{"Đề nghị quận bố trí kinh phí."},
		}, "achievement//Hoàn thành thu ngân sách trước hạn.@A4\n" +
			"limitation//Giải phóng mặt bằng còn chậm.@A6\n" +
			"cause//Do giá vật liệu tăng cao.@A8\n" +
			"solution//Đề nghị quận bố trí kinh phí.@A10"},
		{"other wordings", []row{
			{"1. Ưu điểm"},
			{"Công tác dân vận có đổi mới."},
			{"2. Khó khăn, vướng mắc"},
			{"Thiếu quỹ đất công ích."},
			{"3. Đề xuất, kiến nghị"},
			{"Sớm phê duyệt quy hoạch."},
		}, "achievement//Công tác dân vận có đổi mới.@A2\n" +
			"limitation//Thiếu quỹ đất công ích.@A4\n" +
			"request//Sớm phê duyệt quy hoạch.@A6"},
		{"a title with its text", []row{
			{"Nguyên nhân: do thiếu kinh phí đầu tư."},
			{"Hạn chế trong năm 2022: tiến độ còn chậm."},
		}, "cause//do thiếu kinh phí đầu tư.@A1\nlimitation//tiến độ còn chậm.@A2"},
		{"a field of work", []row{
			{"Kết quả nổi bật"},
			{area.Title},
			{"Thu hút được hai dự án lớn."},
			{"Lĩnh vực " + area.Title + ": tăng trưởng khá cao."},
		}, "achievement/" + area.ID + "/Thu hút được hai dự án lớn.@A3\n" +
			"achievement/" + area.ID + "/tăng trưởng khá cao.@A4"},
		{"numbers before the lines", []row{
			{"I", "Tồn tại, hạn chế"},
			{1, "Giải ngân còn chậm so kế hoạch."},
		}, "limitation//Giải ngân còn chậm so kế hoạch.@B2"},
		{"a signature ends it", []row{
			{"Hạn chế"},
			{"Giải ngân còn chậm so kế hoạch."},
			{"NGƯỜI LẬP BIỂU"},
			{"Nguyễn Văn Ất đã ký tên"},
		}, "limitation//Giải ngân còn chậm so kế hoạch.@A2"},
		{"a table ends it", []row{
			{"Hạn chế"},
			{"Giải ngân còn chậm so kế hoạch."},
			{"TT", "Họ tên", "Chức vụ"},
			{"Ghi chú của bảng này thôi"},
		}, "limitation//Giải ngân còn chậm so kế hoạch.@A2"},
		{"no title, no narrative", []row{
			{"Phường đã hoàn thành tốt nhiệm vụ được giao."},
			{"Kết quả thực hiện nghị quyết của phường"},
			{"Còn một số hạn chế nhất định."},
		}, "B339"},
		{"a heading of a table is no title", []row{
			{"TT", "Công trình", "Nguyên nhân"},
			{1, "Làm đường ngõ xóm", "thiếu tiền mặt bằng"},
		}, "B220"},
	} {
		if got := narrated(t, c.rows); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// Titles are read by a grammar, so that other wordings are known too, and what
// is none is not taken for one.
func TestTitlesOfNarrative(t *testing.T) {
	r := NewKnowledge(examplePlan(t), nil).reader("", "phuong-bac-son", book())
	for title, want := range map[string]string{
		"Những tồn tại, hạn chế và nguyên nhân": "[limitation cause]",
		"Khó khăn, vướng mắc":                   "[limitation]",
		"Khuyết điểm":                           "[limitation]",
		"Mặt được":                              "[achievement]",
		"Mặt chưa được":                         "[limitation]",
		"Những việc chưa làm được":              "[limitation]",
		"Các chỉ tiêu chưa đạt":                 "[limitation]",
		"Kết quả nổi bật năm 2022":              "[achievement]",
		"Ưu, khuyết điểm":                       "[achievement limitation]",
		"Kết quả còn hạn chế":                   "[limitation]",
		"Bên cạnh những kết quả đạt được, vẫn còn một số hạn chế sau": "[limitation]",
		"Tuy nhiên, còn một số khó khăn như sau":                      "[limitation]",
		"Nguyên nhân của những tồn tại, hạn chế":                      "[cause]",
		"Nguyên nhân khách quan, chủ quan":                            "[cause]",
		"Nguyên nhân của kết quả đạt được":                            "[cause achievement]",
		"Giải pháp khắc phục tồn tại, hạn chế":                        "[solution]",
		"Phương hướng, nhiệm vụ, giải pháp năm 2023":                  "[solution]",
		"Nhiệm vụ trọng tâm thời gian tới":                            "[solution]",
		"Kiến nghị, đề xuất":                                          "[request]",
		"Nguyên nhân khách quan của những hạn chế":                    "[objective-cause]",
		"Nguyên nhân chủ quan":                                        "[subjective-cause]",
		"Phương hướng, nhiệm vụ năm 2023":                             "[direction]",
		"Giải pháp, kiến nghị":                                        "[solution]",
		"Khó khăn, vướng mắc và đề xuất, kiến nghị":                   "[limitation solution]",
		"Kết quả đạt được năm 2021":                                   "[]",
		"Hạn chế 6 tháng đầu năm":                                     "[]",
		"Tồn tại năm 2023":                                            "[]",
		"Công tác phối hợp còn hạn chế":                               "[]",
		"Đã khắc phục những hạn chế":                                  "[]",
		"Nhiệm vụ chính trị":                                          "[]",
		"Bài học kinh nghiệm":                                         "[]",
		"BÁO CÁO KẾT QUẢ CÔNG TÁC NĂM 2022":                           "[]",
	} {
		if got := fmt.Sprint(r.readTitle(title).kinds); got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}

// Numbers and marks before a line are taken off; the sign of a figure is none.
func TestNumbersOfLines(t *testing.T) {
	for line, want := range map[string]string{
		"I. Ưu điểm":            "I|I|Ưu điểm",
		"II TỒN TẠI":            "I|II|TỒN TẠI",
		"B. HẠN CHẾ":            "A|B|HẠN CHẾ",
		"2) Hạn chế":            "1|2|Hạn chế",
		"(1) Hạn chế":           "1|1|Hạn chế",
		"a/ Hạn chế":            "a|a|Hạn chế",
		"2.1. Hạn chế":          ".|2.1|Hạn chế",
		"Phần thứ hai: Hạn chế": "P|hai|Hạn chế",
		"* Hạn chế":             "*||Hạn chế",
		"- Đã xong":             "-||Đã xong",
		"-2,5% so với 2021":     "\x00||-2,5% so với 2021",
		"+3,1% so với 2021":     "\x00||+3,1% so với 2021",
		"1.500 tờ rơi":          "\x00||1.500 tờ rơi",
		"12 lớp tập huấn":       "\x00||12 lớp tập huấn",
		"Do thiếu vốn":          "\x00||Do thiếu vốn",
	} {
		n := readNumber(line)
		if got := fmt.Sprintf("%c|%s|%s", n.style, n.n, n.rest); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// What stands under a title that is not known is never text of the block before,
// and nothing is lost without a word.
func TestNarrativeThatIsAskedAbout(t *testing.T) {
	const good, bad = "- Đã tổ chức 12 lớp tập huấn cho cán bộ", "- Công tác phối hợp có lúc chưa chặt chẽ"
	achieved := "achievement//Đã tổ chức 12 lớp tập huấn cho cán bộ@A2"
	for _, c := range []struct {
		name string
		rows []row
		want string
	}{
		{"numbered like its sibling", []row{
			{"1. Ưu điểm"},
			{good},
			{"2. Mấy điều trăn trở"},
			{bad},
		}, achieved + "\n" + "B323"},
		{"before the known one", []row{{"1. Mấy điều trăn trở"}, {bad}, {"2. Hạn chế"}, {bad}},
			"limitation//Công tác phối hợp có lúc chưa chặt chẽ@A4\n" + "B323"},
		{"in capitals", []row{{"KẾT QUẢ NỔI BẬT"}, {good}, {"MẤY ĐIỀU TRĂN TRỞ"}, {bad}}, achieved + "\n" + "B323"},
		{"with a colon", []row{{"Kết quả nổi bật:"}, {good}, {"Điều trăn trở nhất:"}, {bad}}, achieved + "\n" + "B323"},
		{"bare and short", []row{{"Kết quả nổi bật"}, {good}, {"Điều trăn trở"}, {bad}}, achieved + "\n" + "B323"},
		{"nothing under it", []row{{"1. Ưu điểm"}, {good}, {"2. Mấy điều trăn trở"}}, achieved},
		{"a sentence that turns", []row{
			{"Ưu điểm"},
			{good},
			{"Tuy nhiên công tác phối hợp chưa chặt chẽ."},
		}, achieved + "\n" + "B323"},
		{"a field of work", []row{{"I. Ưu điểm"}, {good}, {"1. Công tác tuyên truyền"}, {good}},
			achieved + "\nachievement//Đã tổ chức 12 lớp tập huấn cho cán bộ@A4"},
		{"a lead-in", []row{{"Ưu điểm"}, {good}, {"Cụ thể như sau:"}, {good}},
			achieved + "\nachievement//Cụ thể như sau:@A3\nachievement//Đã tổ chức 12 lớp tập huấn cho cán bộ@A4"},
		{"several kinds", []row{
			{"Tồn tại, hạn chế và nguyên nhân"},
			{bad},
			{"- Do biên chế còn thiếu."},
			{"Kinh phí phân bổ chậm so với yêu cầu"},
		}, "limitation//Công tác phối hợp có lúc chưa chặt chẽ@A2\n" +
			"cause//Do biên chế còn thiếu.@A3\n" + "B338"},
		{"achievements among them", []row{{"Ưu điểm, khuyết điểm"}, {bad}}, "B338"},
		{"under no title", []row{
			{bad},
			{"Hạn chế"},
			{bad},
		}, "limitation//Công tác phối hợp có lúc chưa chặt chẽ@A3\n" + "B324"},
		{"a bracket among its texts", []row{{"Ưu điểm"}, {good},
			{"(trong đó bốn lớp do phường tự mở bằng nguồn xã hội hóa)"}}, achieved +
			"\nachievement//(trong đó bốn lớp do phường tự mở bằng nguồn xã hội hóa)@A3"},
		{"a short bracket", []row{{"Ưu điểm"}, {good}, {"(có danh sách kèm theo)"}}, achieved},
		{"a note among its texts", []row{{"Ưu điểm"}, {good}, {"Lưu ý: việc mở lớp còn chậm hơn các phường bạn"}},
			achieved + "\nB324"},
		{"a note on figures", []row{{"Ưu điểm"}, {good}, {"Ghi chú: số liệu trên đã được lãnh đạo phường duyệt"}},
			achieved},
		{"another year's", []row{{"BÁO CÁO NĂM 2021"}, {"Ưu điểm"}, {good}}, "B243"},
		{"under a table of two years", []row{{"TT", "Nội dung", "Kết quả"}, {nil, nil, "Năm 2021", "Năm 2022"},
			{1, "Đảng viên mới kết nạp", 11, 12}, {"Ưu điểm"}, {good}},
			"achievement//Đã tổ chức 12 lớp tập huấn cho cán bộ@A5"},
		{"two columns", []row{{"Ưu điểm", "Hạn chế"}, {good, bad}},
			"achievement//Đã tổ chức 12 lớp tập huấn cho cán bộ@A2\n" +
				"limitation//Công tác phối hợp có lúc chưa chặt chẽ@B2"},
		{"title beside its text", []row{{"Ưu điểm", good}, {"Hạn chế", bad}},
			"achievement//Đã tổ chức 12 lớp tập huấn cho cán bộ@B1\n" +
				"limitation//Công tác phối hợp có lúc chưa chặt chẽ@B2"},
		{"causes beside the indicators", []row{{"TT", "Chỉ tiêu", "Thực hiện", "Nguyên nhân không đạt"},
			{1, "Đảng viên mới kết nạp", 12, "Do nguồn kết nạp ít"}},
			"cause//Đảng viên mới kết nạp: do nguồn kết nạp ít@D2"},
		{"causes of a column of another wording", []row{{"TT", "Chỉ tiêu", "Thực hiện", "Nguyên nhân biến động"},
			{1, "Đảng viên mới kết nạp", 12, "Do nguồn kết nạp của phường còn ít"}}, "B220 B324"},
		{"a title below the table", []row{{"Ưu điểm"}, {good}, {"TT", "Chỉ tiêu", "Thực hiện"},
			{1, "Đảng viên mới kết nạp", 12}, nil, {"Mấy điều trăn trở:"}, {bad}}, achieved + "\n" + "B323"},
		{"a table led to", []row{{"Ưu điểm"}, {good}, {"Cụ thể theo bảng dưới đây:"}, {"TT", "Chỉ tiêu", "Thực hiện"},
			{1, "Đảng viên mới kết nạp", 12}}, achieved},
		{"lines of a cell", []row{{"Hạn chế:\n- Tiến độ còn chậm\n-2,5% so với năm trước\n" +
			"Nguyên nhân:\nDo thiếu vốn đầu tư"}},
			"limitation//Tiến độ còn chậm\n-2,5% so với năm trước@A1\ncause//Do thiếu vốn đầu tư@A1"},
	} {
		if got := narrated(t, c.rows); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// What the sender does not see never leaves the office.
func TestHiddenNarrativeIsNotTaken(t *testing.T) {
	text := "Việc nội bộ này thì chưa được công bố ra ngoài."
	for name, hide := range map[string]func(*workbook.Sheet){
		"row":    func(s *workbook.Sheet) { s.HiddenRows = []workbook.Span{{First: 3, Last: 3}} },
		"column": func(s *workbook.Sheet) { s.HiddenCols = []workbook.Span{{First: 1, Last: 1}} },
		"sheet":  func(s *workbook.Sheet) { s.Visibility = workbook.Hidden },
		"none":   func(*workbook.Sheet) {},
	} {
		s := sheet("S", row{"Hạn chế"}, row{"Tiến độ còn chậm so với yêu cầu."}, row{text})
		hide(s)
		ret, problems := recognise(examplePlan(t), "1-nop-vao-day/Phường Bắc Sơn.xlsx", "", book(s))
		taken := slices.ContainsFunc(ret.Remarks, func(m returns.Remark) bool { return m.Text == text })
		if taken != (name == "none") {
			t.Errorf("%s: taken %t, %s", name, taken, codes(problems))
		}
		if told := strings.Contains(codes(problems), "B325"); !told && (name == "row" || name == "sheet") {
			t.Errorf("%s: not told, %s", name, codes(problems))
		}
	}
}
