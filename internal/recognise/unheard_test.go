package recognise

import (
	"slices"
	"strings"
	"testing"

	"baocao/internal/diag"
)

// A clerk writes beside a figure what no program can know. The figure counts, and somebody is
// told to read it; what is known to leave figures alone is not told.
func TestWhatNobodyUnderstoodIsTold(t *testing.T) {
	p := examplePlan(t)
	told := func(rows ...row) string {
		b := book(sheet("S", rows...))
		_, problems := NewKnowledge(p, nil).Recognise("1-nop-vao-day/Phường Bắc Sơn.xlsx", "", b)
		var all []string
		for _, x := range problems {
			if x.Code == "B976" {
				all = append(all, x.Args["said"].(diag.Text).Vi+"@"+x.At.Cell)
			}
		}
		return strings.Join(all, " | ")
	}
	table := func(remark string, more ...row) []row {
		return append([]row{
			{"PHƯỜNG BẮC SƠN"},
			{"KẾT QUẢ NĂM 2022"},
			{"TT", "Nội dung", "Thực hiện năm 2022", "Ghi chú"},
			{1, "Số tổ dân phố đạt tổ dân phố văn hóa", 11, remark},
			{2, "Tổng số tổ dân phố", 12, ""}}, more...)
	}
	for _, remark := range []string{"ông trưởng khu quả quyết thế", "trời đất chứng giám", "mười phần được bảy",
		"mới xong 70%", "cụ bảo cứ ghi bằng năm ngoái"} {
		want := "«" + remark + "» (Số tổ dân phố đạt tổ dân phố văn hóa: 11, C4)@C4"
		if got := told(table(remark)...); got != want {
			t.Errorf("%s: %s", remark, got)
		}
	}
	for _, remark := range []string{"", "ok", "x", "đã khóa sổ", "tiếp tục duy trì", "có biên bản kèm theo",
		"do dân tự giác", "năm 2021 thấp hơn do dịch", "bình quân 3 khu một tổ", "đạt 91,7%", "TDP 1-9",
		"Phường Bắc Sơn", "đ/c Lan phụ trách", "khu trên 7, khu dưới 4", "đã bàn giao tháng 10"} {
		if got := told(table(remark)...); got != "" {
			t.Errorf("%s: told %s", remark, got)
		}
	}
	for line, want := range map[string]string{
		"Đầu xóm cuối xóm mỗi nơi một kiểu":             "«Đầu xóm cuối xóm mỗi nơi một kiểu» (B7)@B7",
		"Giời cho thế nào được thế ấy":                  "«Giời cho thế nào được thế ấy» (B7)@B7",
		"Người lập biểu":                                "",
		"Phần thuyết minh:":                             "",
		"Phần này tạm bỏ:":                              "«Phần này tạm bỏ:» (B7)@B7",
		"Kính mong Quận ủy xem xét":                     "",
		"Số liệu do các tổ báo lên, văn phòng tổng hợp": "",
		"Số liệu do các cụ nhớ ra, văn phòng tổng hợp":  "«Số liệu do các cụ nhớ ra, văn phòng tổng hợp» (B7)@B7",
		"Bắc Sơn, ngày 12 tháng 12 năm 2022":            "",
		"Số liệu đã được lãnh đạo phường duyệt":         "",
		"Tồn tại: một số tổ họp dân còn thưa":           "", // the unit's own words for the report
		"(Dùng cho hội nghị kiểm điểm năm 2022)":        "",
		"Tệp này thay bản giấy":                         "",
		"Tệp này thay số hôm kia":                       "«Tệp này thay số hôm kia» (B7)@B7",
		"Kính mong quý phòng tạo điều kiện":             "",
		"Kính mong quý phòng bỏ qua chỗ lệch":           "«Kính mong quý phòng bỏ qua chỗ lệch» (B7)@B7",
		"Danh sách hộ đính kèm":                         "",
		"Đặng Thị Mơ":                                   "",
	} {
		if got := told(table("", nil, row{nil, line})...); got != want {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
	signed := told(table("", nil, row{nil, "Người lập biểu", "Bắc Sơn, ngày 12 tháng 12 năm 2022"},
		row{nil, "(Ký, ghi rõ họ tên)", "CHỦ TỊCH"}, row{nil, "Nơi nhận:", "ai cũng bảo thế là quá giỏi"},
		row{nil, "- Như trên;", "Nguyễn Văn A"}, row{nil, "- Văn phòng Quận ủy (để báo cáo);"})...)
	if signed != "«ai cũng bảo thế là quá giỏi» (C9)@C9" {
		t.Errorf("among the signatures: %q", signed)
	}
	for _, name := range []string{"Sheet1", "Phuong Bac Son bo sung", "Bao cao_lan 2", "PL 01 gui quan"} {
		if _, got := NewKnowledge(p, nil).Recognise("1-nop-vao-day/Phường Bắc Sơn.xlsx", "",
			book(sheet(name, table("")...))); len(got) != 0 {
			t.Error(name, got)
		}
	}
	named := book(sheet("vợ anh Ba đánh máy", table("")...))
	_, problems := NewKnowledge(p, nil).Recognise("1-nop-vao-day/Phường Bắc Sơn.xlsx", "", named)
	if len(problems) != 1 || !strings.Contains(problems[0].Text().Vi, "«vợ anh Ba đánh máy» (tên tệp, tên sheet)") {
		t.Error(problems)
	}
	// One remark beside several figures is read once.
	said := "gom từ mấy quyển sổ tay"
	got := told(table(said, row{3, "Số hộ nghèo có đến cuối năm 2022", 2, said})...)
	if strings.Count(got, "gom từ") != 1 {
		t.Error(got)
	}
}

// toldBeside is what is told not to be understood of a remark beside a ward's figure.
func toldBeside(t *testing.T, remark string) string {
	t.Helper()
	b := book(sheet("S", row{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"}, row{houses, "hộ", 2556, remark}))
	_, problems := NewKnowledge(examplePlan(t), nil).Recognise("1-nop-vao-day/Phường Bắc Sơn.xlsx", "", b)
	for _, x := range problems {
		if x.Code == "B976" {
			said, _, _ := strings.Cut(strings.TrimPrefix(x.Args["said"].(diag.Text).Vi, "«"), "»")
			return said
		}
	}
	return ""
}

// The name of an office beside a figure says who gave it, in its letters too; a word of sums, that it is one.
func TestTheNameOfAnOfficeBesideAFigure(t *testing.T) {
	for _, name := range []string{"TN&MT", "VH-TT", "GD&ĐT", "TC-KH", "Lao động - Xã hội",
		"tổng cộng toàn phường", "Tài chính – Kế hoạch"} {
		if got := toldBeside(t, name); got != "" {
			t.Errorf("%q: %q is told", name, got)
		}
	}
	for _, remark := range []string{"Sơ khảo - Bước hai", "vh-tt làm hộ", "toàn xóm", "A-9", "NAM-NỮ", "ĐC-BX"} {
		if got := toldBeside(t, remark); got != remark {
			t.Errorf("%q: %q is told", remark, got)
		}
	}
}

// How a report begins, whose letterhead it bears and which edition it is are understood; with any other word such a
// line is told.
func TestHowAReportBegins(t *testing.T) {
	for line, heard := range map[string]bool{
		"QUẬN ỦY KIẾN AN": true,
		"Phường Bắc Sơn xin báo cáo tình hình thực hiện nhiệm vụ năm 2022 như sau:": true,
		"Đơn vị báo cáo số liệu các chỉ tiêu cụ thể sau:":                           true,
		"(Báo cáo lần hai, thay cho bản gửi ngày 5/12)":                             true,
		"(Bản lần 3)": true,
		"Bắc Sơn báo cáo các chỉ tiêu được giao nghe kể":        false,
		"Bắc Sơn báo cáo kết quả thực hiện nhiệm vụ năm 2019":   false,
		"(Báo cáo lần hai, thay cho bản gửi ngày 5/12, giời ạ)": false,
	} {
		b := book(sheet("S", row{line}, row{"KẾT QUẢ NĂM 2022"}, row{"Nội dung", "Thực hiện năm 2022"},
			row{houses, 2556}))
		_, problems := NewKnowledge(examplePlan(t), nil).Recognise("1-nop-vao-day/Phường Bắc Sơn.xlsx", "", b)
		told := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Code == "B976" })
		if told == heard {
			t.Errorf("%s: %v", line, problems)
		}
	}
}
