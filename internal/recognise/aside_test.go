package recognise

import (
	"strings"
	"testing"

	"baocao/internal/workbook"
)

const (
	rated = "Số đảng viên được đánh giá, xếp loại"
	grown = "Giá trị sản xuất nông, lâm, thủy sản năm 2022"
)

// heardBeside is a figure with a remark beside it.
type heardBeside struct {
	unit, label, measure string
	value                any
	asks                 []string // remarks that ask about it
	leaves               []string // their harmless twins
}

// People talk to the reader beside their figures, in the words of the south and of the
// north: when a number was taken, what it counts, how sure it is, what is still to come, what
// got mixed up. Each kind has its harmless twins.
func TestTalkToTheReaderIsToldByItsKind(t *testing.T) {
	for _, c := range []heardBeside{
		{"ban-to-chuc", joined, "đảng viên", 127,
			list(`khóa sổ 15-11, xuất trên máy hôm 20.10, hụt hai tháng cuối, lấy lại bảng hồi giữa năm,
				dồn từ đại hội tới giờ,
				bình quân mỗi quý, một quý nhân bốn, số hồ sơ, đây là số quần chúng đi học, có lẫn người nơi khác,
				một người ghi hai chỗ, sổ vẫn còn tên người đã chuyển, phỏng chừng, ghi đại, để đỡ, nhớ mang máng,
				nhân lên từ điều tra mẫu, cuối tháng chốt lại, sẽ chỉnh, lộn hàng, đổi chỗ với dòng trên,
				136 mới phải,
				bớt 7 người ra, chi bộ tự chấm, chấm theo thang điểm cũ, xin văn phòng chỉnh giúp, khỏi lấy dòng này,
				đã cộng cả 30 người ngoài quận, đã chốt ngày 30/9, đã gộp số năm 2021, đã sửa thành 136`),
			list(`chốt ngày 31-12-2022, đủ 4 quý, bình quân 11 đồng chí/tháng, cao nhất từ đầu nhiệm kỳ đến nay,
				số đảng viên,
				đã bỏ người trùng, không trùng với chi bộ nào, không phải số ước, 127 là đúng, đã sửa theo góp ý,
				thành ủy phê ngày 25/11, tuổi trung bình 28, trong đó 20 giáo viên, sổ sách đầy đủ,
				cột này không phải ước,
				khối trường học 30, chuyển đến 5, không thay đổi, lấy đến 31/12`)},
		{"phuong-bac-son", "Tổng số hộ gia đình", "hộ", 2556,
			list(`nhân khẩu, số căn hộ, hộ kinh doanh, nhà trọ hổng có trong này, kể luôn 27 hộ ngoài phường,
				bị đôi 38 hộ`),
			list("hộ, số hộ, tăng do chung cư mới, tách hộ 18, công an phường cung cấp")},
	} {
		for _, asks := range []bool{true, false} {
			remarks := c.leaves
			if asks {
				remarks = c.asks
			}
			for _, remark := range remarks {
				s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"},
					{c.label, c.measure, c.value, remark}})
				if got := said(examplePlan(t), c.unit, s); strings.Contains(got, "B257") != asks {
					t.Errorf("%q: %s", remark, got)
				}
			}
		}
	}
}

// What changed places with a neighbour is asked about in both rows.
func TestFiguresThatChangedPlaces(t *testing.T) {
	heads := row{"TT", "Chỉ tiêu", "Thực hiện năm 2022", "Ghi chú"}
	for _, c := range []struct {
		above, below string
		asks         int
	}{{"chép nhầm với dòng dưới", "", 2}, {"", "đổi chỗ với dòng trên", 2}, {"không có trong dòng dưới", "", 0},
		{"gõ sai số", "", 1}} {
		s := laid([]row{heads, {1, joined, 127, c.above}, {2, founded, 1, c.below}})
		got := said(examplePlan(t), "ban-to-chuc", s)
		if n := strings.Count(got, "B257"); n != c.asks {
			t.Errorf("%v: %s", c, got)
		}
	}
}

// Prices have a year of their own, and what a plan's note leaves out is not asked for.
func TestWhatIsLeftOutByTheNote(t *testing.T) {
	for _, c := range []struct {
		unit, label, measure, remark string
		value                        any
		asks                         bool
	}{
		{"ban-to-chuc", rated, "đảng viên", "có tính đảng viên được miễn", 5870, true},
		{"ban-to-chuc", rated, "đảng viên", "không tính đảng viên được miễn", 5870, false},
		{"kinh-te", grown, "triệu đồng", "theo giá cố định 2010", 140230, false},
		{"kinh-te", grown, "triệu đồng", "số năm 2010", 140230, true},
	} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"}, {c.label, c.measure, c.value, c.remark}})
		if got := said(examplePlan(t), c.unit, s); strings.Contains(got, "B257") != c.asks {
			t.Errorf("%q: %s", c.remark, got)
		}
	}
}

// Lines under a table are heard where they are talk to the reader; who made the table, where
// to call and what is kept are none.
func TestTalkUnderATable(t *testing.T) {
	for line, asks := range map[string]bool{
		"Còn 3 chi bộ gửi sau.":                      true,
		"Các anh thấy chỗ nào sai thì sửa giúp.":     true,
		"Bảng này ghi đại, chưa đếm.":                true,
		"Do thất lạc sổ nên chép lại bản kỳ trước.":  true,
		"NGƯỜI LẬP BIỂU":                             false,
		"Chưa rõ chỗ nào xin gọi số 0225.":           false,
		"Kiến An, ngày 20 tháng 11 năm 2022":         false,
		"Bản giấy tuần sau gửi.":                     false,
		"Tất cả các chi bộ đã gửi đúng hạn, đã chốt": false,
	} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}, nil, {line}})
		if got := said(examplePlan(t), "ban-to-chuc", s); strings.Contains(got, "B257") != asks {
			t.Errorf("%q: %s", line, got)
		}
	}
}

// A comment on a heading is talk about the column.
func TestTalkOnAHeading(t *testing.T) {
	for comment, asks := range map[string]bool{"2 cột này đang ngược nhau": true, "cột này đủ 12 tháng": false} {
		s := laid([]row{{"Chỉ tiêu", "Thực hiện năm 2022"}, {joined, 127}})
		s.Comments = []workbook.Comment{{Row: 1, Col: 2, Text: comment}}
		if got := said(examplePlan(t), "ban-to-chuc", s); strings.Contains(got, "B257") != asks {
			t.Errorf("%q: %s", comment, got)
		}
	}
}

// Words are told apart by their accents, and those of a text without any are asked about.
func TestWordsThatDifferByTheirAccents(t *testing.T) {
	toldIn(t, map[string]bool{
		"beside|cách làm mới cho kết quả khá": true, "beside|chờ kết quả của quận": false,
		"beside|có 40 căn đang cho thuê": true, "beside|đang chờ thuê người đếm": false,
		"beside|cân trừ bì": true, "beside|cần trừ nhà trọ": false, "beside|can tru nha tro": false,
		"beside|chưa đủ hộ":            false,
		"beside|9 chủ hộ có trung cấp": true, "beside|có trùng sổ": false,
		"beside|phần tăng thêm so năm ngoái": false, "beside|phần tăng thêm so năm ngoái là 12 hộ": true,
	})
}

// What somebody read out or told to who wrote it down is asked about, wherever it is said; who typed it where is not.
func TestFiguresThatWereReadOut(t *testing.T) {
	toldIn(t, map[string]bool{
		"beside|do cháu trực ban đọc qua máy": false, "below|Số này do người trông xe nói lại": false,
		"below|Văn thư nghỉ ốm, mấy số này do trực ban đọc cho ghi": false,
		"beside|do khu phố tổng hợp":                                true,
		"below|Danh sách do tổ trưởng đọc trước dân":                true,
	})
}
