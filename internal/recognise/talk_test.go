package recognise

import (
	"strings"
	"testing"

	"baocao/internal/workbook"
)

// What a remark says of a figure leaves it alone in a form that is known to be harmless, and
// is asked about in any other.
func TestTalkOfFiguresInNoKnownForm(t *testing.T) {
	for remark, asks := range map[string]bool{
		"04/09 phường": true, "03 phường đã gửi báo cáo": true, "6 đơn vị": true, "lấy theo sổ của Hội Phụ nữ": true,
		"hủy dòng này": true, "anh Tú báo lấy lại số đầu năm": true, "Công đoàn quận thống nhất 131": true,
		"đang được Ban xem xét": true, "+ 5 hồ sơ bổ sung": true, "Q2": true, "trích từ niên giám": true,
		"theo báo cáo 9T": true, "nguồn: báo cáo quý II": true, "tính cả 30 hội quần chúng": true,
		"Văn phòng đề nghị sửa": true, "số liệu nội suy": true, "mượn số của quý trước": true, "131": true,
		"chia đều theo số tổ": true, "đạt 120% kế hoạch": true,

		"đã bỏ": true, "đã hủy dòng này": true, "Được lấy của quận khác": true, "tự đoán": true,
		"Văn phòng đếm lại":  true,
		"đ/c Lan phỏng đoán": true, "số 127 nội suy": true, "lý do: nhập thử": true,
		"trong đó 5 ước lượng": true,
		"đ/c Hùng tổng hợp":    false, "Cán bộ thống kê báo cáo": false, "đã sửa": false,
		"Được rà soát": false, "Tháng 12: 127": false,

		"Đạt 101,6% kế hoạch": false, "đạt 102% KH": false, "QĐ số 15-QĐ/QU ngày 20/12/2022": false,
		"Nguồn: Ban Tổ chức Quận ủy": false, "Tổ tổng hợp": false, "Ban tự thống kê": false, "đủ 17/17 tổ": false,
		"Vượt 2 đồng chí so với kế hoạch": false, "Số liệu năm 2022": false, "trong đó 15 đoàn viên": false,
		"đ/c Hùng theo dõi": false, "Đã đối chiếu với Văn phòng": false, "Quần chúng ưu tú ở khu dân cư": false,
		"đã chốt ngày 28/12/2022": false, "127/125": false, "6 tháng 60, cả năm 127": false,
		"Báo cáo số 45/BC": false, "Theo báo cáo số 12-BC/ĐU ngày 25/12/2022": false, "Tổng hợp từ các chi bộ": false,
		"Số liệu cập nhật đến 31/12/2022": false, "Sửa chữa 02 phòng học": false, "Thẩm định xong": false,
		"Báo cáo số 45/BC 6 tháng đầu năm": true, "Số liệu cập nhật đến 30/9/2022": true,
		"Tổng hợp từ 3/5 chi bộ": true,
		"Có danh sách kèm theo":  false, "Mở thêm 2 lớp bồi dưỡng": false, "Do các chi bộ quan tâm": false,
	} {
		want := "2.value=127"
		if asks {
			want = "2.value=faulty B257@C2"
		}
		s := laid([]row{{"Chỉ tiêu", "Kế hoạch", "Thực hiện năm 2022", "Ghi chú"}, {joined, 125, 127, remark}})
		if got := said(examplePlan(t), "ban-to-chuc", s); got != want {
			t.Errorf("%q: %s", remark, got)
		}
	}
}

// A column of remarks is one under any heading, or under none.
func TestRemarksUnderAnyHeading(t *testing.T) {
	for _, c := range []struct {
		head, cell any
		asks       bool
	}{
		{"Thuyết minh", "số 9 tháng", true}, {"Lưu ý", "chưa tính quý IV", true}, {nil, "số liệu cũ", true},
		{"Nguồn số liệu", "BC 6 tháng 2022", true}, {"Nhận xét", "đề nghị xem lại", true},
		{"Hiện trạng", "Đang chờ thẩm định", true}, {"Phạm vi", "7/10 phường", true},
		{"Ngày chốt số", "30/06/2022", true}, {"Ý kiến của quận", "Không thống nhất, chỉ công nhận 120", true},
		{"Cơ sở", "Đăng ký của các chi bộ", true}, {"Kho bạc đối chiếu", 120, true},

		{"Nguồn số liệu", "Ban Tổ chức", false}, {"Người phụ trách", "Đ/c Hoa", false},
		{"Ngày chốt số", "28/12/2022", false},
		{"Ngày quyết định", "05/6/2022", false}, {"Nhận xét", "Vượt kế hoạch", false},
		{"Hiện trạng", "Đã duyệt", false},
		{"Cơ quan cung cấp", "Đảng ủy phường", false}, {"Ý kiến của quận", "Nhất trí", false},
		{"Thuyết minh", "Do nguồn phát triển đảng tốt", false}, {nil, "Chi bộ Công ty May", false},
	} {
		want := "2.value=127"
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022", c.head}, {joined, 127, c.cell}})
		if got := said(examplePlan(t), "ban-to-chuc", s); (got == want) == c.asks {
			t.Errorf("%v, %v: %s", c.head, c.cell, got)
		}
	}
}

const founded = "Số tổ chức đảng thành lập mới trong năm 2022"

// A remark counts for all the rows that its cell is merged over, for those that repeat it,
// and for the row over it.
func TestHowFarARemarkReaches(t *testing.T) {
	heads := row{"TT", "Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"}
	for name, c := range map[string]struct {
		rows   []row
		merges []string
		asks   int
	}{
		"merged":     {[]row{heads, {1, joined, 127, "Số liệu sơ bộ"}, {2, founded, 1, nil}}, []string{"D2:D3"}, 2},
		"not merged": {[]row{heads, {1, joined, 127, "Số liệu sơ bộ"}, {2, founded, 1, nil}}, nil, 1},
		"nt":         {[]row{heads, {1, joined, 127, "Số 9 tháng"}, {2, founded, 1, "nt"}}, nil, 2},
		"as above":   {[]row{heads, {1, joined, 127, "Số 9 tháng"}, {2, founded, 1, "Như trên"}}, nil, 2},
		"harmless":   {[]row{heads, {1, joined, 127, "Đã chốt"}, {2, founded, 1, "Như trên"}}, nil, 0},
		"row below":  {[]row{heads, {1, joined, 127}, {nil, nil, "(số ước)"}, {2, founded, 1}}, nil, 1},
		"in bracket": {[]row{heads, {1, joined, 127}, {nil, "(có 12 hồ sơ chưa đủ)"}, {2, founded, 1}}, nil, 1},
		"dropped":    {[]row{heads, {"hủy", joined, 127}, {2, founded, 1}}, nil, 1},
		"number":     {[]row{heads, {"I", joined, 127}, {"a", founded, 1}}, nil, 0},
	} {
		got := said(examplePlan(t), "ban-to-chuc", laid(c.rows, c.merges...))
		if n := strings.Count(got, "B257"); n != c.asks {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// Notes stand under a table, right of it, below the signature and on sheets of their own;
// a footnote speaks of what bears its mark.
func TestWhereNotesStand(t *testing.T) {
	heads := row{"TT", "Chỉ tiêu", "Thực hiện năm 2022"}
	line := row{1, joined, 127}
	under := func(text string) []row { return []row{heads, line, nil, {text}} }
	for name, c := range map[string]struct {
		rows []row
		asks bool
	}{
		"source":  {under("Nguồn: Báo cáo 6 tháng đầu năm của Ban"), true},
		"right":   {under("Số đúng của số đảng viên được kết nạp là 121"), true},
		"reduced": {under("Cần trừ đi 5 đồng chí trùng tên."), true},
		"below": {[]row{heads, line, nil, {"TRƯỞNG BAN"}, {"Nguyễn Văn A"}, nil,
			{"Sửa: kết nạp là 121 chứ không phải 127"}}, true},
		"beside":     {[]row{heads, {1, joined, 127, nil, "Chú ý: số này mới đến tháng 9"}}, true},
		"bold":       {under("Số in đậm: số liệu chưa được thẩm định"), true},
		"grey":       {under("Ô tô xám là số dự báo"), true},
		"mark":       {[]row{{"TT", "Chỉ tiêu", "Thực hiện (2)"}, line, {"(2) Ước thực hiện đến 31/12."}}, true},
		"other mark": {[]row{{"TT", "Chỉ tiêu (1)", "Thực hiện (2)"}, line, {"(1) Số tạm tính ở nơi khác."}}, false},
		"on a label": {[]row{heads, {1, joined + " (1)", 127}, {"(1) Số tạm tính."}}, true},
		"sentence":   {under("Năm 2022, Đảng bộ quận đã kết nạp được 121 đảng viên mới, nhiều nhất từ trước."), true},

		"own source":  {under("Nguồn: Ban Tổ chức Quận ủy"), false},
		"legend":      {under("Số in đậm là tổng số"), false},
		"place":       {under("Nơi nhận: Văn phòng Quận ủy"), false},
		"same figure": {under("Năm 2022, Đảng bộ quận đã kết nạp được 127 đảng viên mới, nhiều nhất từ trước."), false},
		"year before": {under("Năm 2021, Đảng bộ quận đã kết nạp được 121 đảng viên, ít hơn các năm trước."), false},
	} {
		got := said(examplePlan(t), "ban-to-chuc", laid(c.rows))
		if strings.Contains(got, "2.value=127") == c.asks {
			t.Errorf("%s: %s", name, got)
		}
	}
	notes := sheet("Thuyết minh", []any{"Số liệu ở bảng 1 là số 9 tháng, sẽ bổ sung sau."})
	if got := said(examplePlan(t), "ban-to-chuc", laid([]row{heads, line}), notes); strings.Contains(got, "=127") {
		t.Errorf("on its own sheet: %s", got)
	}
	names := sheet("Danh sách", []any{"Danh sách đảng viên kết nạp năm 2022"}, []any{1, "Nguyễn Văn A"})
	if got := said(examplePlan(t), "ban-to-chuc", laid([]row{heads, line}), names); !strings.Contains(got, "=127") {
		t.Errorf("a list of names: %s", got)
	}
}

// A comment speaks of a figure from its heading, its label and the title as well.
func TestCommentsOnHeadingsAndLabels(t *testing.T) {
	for _, c := range []struct {
		row, col int
		text     string
		asks     bool
	}{
		{3, 2, "vẫn là số 2021", true}, {4, 1, "mới tính 5 chi bộ", true}, {1, 1, "Bản nháp, chờ duyệt", true},
		{3, 2, "Đã chốt", false}, {4, 1, "Theo Hướng dẫn số 12", false}, {1, 1, "Kính gửi Văn phòng", false},
		{5, 1, "mới tính 5 chi bộ", false},
	} {
		s := laid([]row{{"KẾT QUẢ NĂM 2022"}, nil, {"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}, {founded, 1}})
		s.Comments = []workbook.Comment{{Row: c.row, Col: c.col, Text: c.text}}
		if got := said(examplePlan(t), "ban-to-chuc", s); strings.Contains(got, "2.value=127") == c.asks {
			t.Errorf("%v: %s", c, got)
		}
	}
}

// A comment on a heading that is merged over columns is one on each of them; one on last
// year's figure speaks of that.
func TestWhatACommentIsOn(t *testing.T) {
	for _, c := range []struct {
		row, col int
		text     string
		asks     bool
	}{
		{1, 2, "mới có số 9 tháng", true}, {1, 4, "mới có số 9 tháng", false}, {3, 2, "số kế hoạch chưa chốt", false},
		{3, 4, "số liệu năm 2021", false}, {3, 1, "mới có số 9 tháng", true},
	} {
		s := laid([]row{{"Chỉ tiêu", "Năm 2022", nil, "Năm 2021"}, {nil, "Kế hoạch", "Thực hiện"},
			{joined, 125, 127, 120}}, "A1:A2", "B1:C1", "D1:D2")
		s.Comments = []workbook.Comment{{Row: c.row, Col: c.col, Text: c.text}}
		if got := said(examplePlan(t), "ban-to-chuc", s); strings.Contains(got, "2.value=127") == c.asks {
			t.Errorf("%v: %s", c, got)
		}
	}
}

// What stands between two columns, under no heading, is a remark as it is right of them.
func TestRemarksBetweenColumns(t *testing.T) {
	for cell, asks := range map[string]bool{"số liệu cũ": true, "Đã chốt": false} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022", nil, "Đơn vị chủ trì"}, {joined, 127, cell, "Ban Tổ chức"}})
		if got := said(examplePlan(t), "ban-to-chuc", s); strings.Contains(got, "2.value=127") == asks {
			t.Errorf("%s: %s", cell, got)
		}
	}
}

// A number of a remark is the figure only where it is no month's, no place's and no other count.
func TestANumberThatIsNotTheFigure(t *testing.T) {
	for remark, asks := range map[string]bool{
		"hỏi lại tổ 12": true, "mượn của tháng 12": true, "sổ cũ lấy ngày 12/11": true, "tham khảo của 12 phường": true,
		"rà soát được 12 hộ": false, "12, lấy theo sổ hộ nghèo": false,
	} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"}, {poor, "hộ", 12, remark}})
		if got := said(examplePlan(t), "phuong-bac-son", s); (got == "12.value=12") == asks {
			t.Errorf("%q: %s", remark, got)
		}
	}
}

// A share of the plan is held against the plan in the unit of the figure, whatever the row counts in.
func TestAShareOfThePlanInAnotherUnit(t *testing.T) {
	for remark, asks := range map[string]bool{"Đạt 100,1% kế hoạch": false, "Đạt 112% kế hoạch": true} {
		s := laid([]row{{"Nội dung", "ĐVT", "Kế hoạch", "Thực hiện", "Ghi chú"},
			{"Doanh thu thương mại, dịch vụ", "tỷ đồng", 10385, 10391, remark}})
		if got := said(examplePlan(t), "kinh-te", s); strings.Contains(got, "4.2.current=10391000") == asks {
			t.Errorf("%s: %s", remark, got)
		}
	}
}
