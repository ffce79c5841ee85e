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
