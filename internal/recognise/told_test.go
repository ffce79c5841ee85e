package recognise

import (
	"strings"
	"testing"
)

// toldAt is a ward's table with something said in one place of it, and whether its figures are
// used nevertheless; of a remark beside the first figure that one.
func toldAt(t *testing.T, where, text string) (got string, is bool) {
	t.Helper()
	at := map[string]any{where: text}
	title := "BIỂU TỔNG HỢP SỐ LIỆU NĂM 2022"
	if where == "title" {
		title = text
	}
	mark := ""
	if where == "mark" {
		mark, at["below"] = " (*)", "(*) "+text
	}
	rows := []row{{"PHƯỜNG BẮC SƠN"}, {title}, {at["over"]},
		{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"}}
	if where == "label" {
		rows = append(rows, row{nil, text})
	}
	rows = append(rows, row{1, houses + mark, "hộ", 1893, at["beside"]}, row{2, poor + mark, "hộ", 3},
		row{nil, at["below"]}, nil, row{nil, "Người lập biểu", nil, "Kiến An, ngày 12 tháng 12 năm 2022"},
		row{nil, nil, nil, "CHỦ TỊCH"})
	s := laid(rows)
	s.Name = "So lieu"
	if where == "sheet" {
		s.Name = text
	}
	got = said(examplePlan(t), "phuong-bac-son", s)
	return got, strings.Contains(got, "17.2.denominator=1893") && (where == "beside" ||
		strings.Contains(got, "12.value=3"))
}

// toldIn runs texts in places: "where|text" and whether the figures are used.
func toldIn(t *testing.T, texts map[string]bool) {
	t.Helper()
	for text, want := range texts {
		where, text, _ := strings.Cut(text, "|")
		if got, is := toldAt(t, where, text); is != want {
			t.Errorf("%s, %q: %s", where, text, got)
		}
	}
}

// Wherever somebody says that figures are counted in tens or thousands, and not of what, they are
// asked about; a unit of what is asked for is one, and other numbers are none.
func TestTimesToldInWords(t *testing.T) {
	t.Parallel()
	toldIn(t, map[string]bool{
		"over|ĐVT: chục (1 ứng với 10)": false, "over|Tính theo ngàn": false, "over|DVT: tram (1 = 100 ho)": false,
		"mark|đvt là trăm": false, "mark|don vi la chuc": false, "mark|nhân với 1000": false,
		"below|Mấy số trên đơn vị là chục nha.": false, "below|Biểu này đơn vị nghìn.": false,
		"below|Số ở bảng đều đã chia cho 10.": false, "below|Các số phải nhân 100 mới ra số thật.": false,
		"beside|x100": false, "beside|nhân 1.000": false, "beside|đã chia 10": false, "beside|don vi nghin": false,
		"beside|ngàn": false,

		"over|Đơn vị: Trạm Y tế phường": true, "over|Đơn vị tính: hộ": true, "mark|đơn vị: hộ": true,
		"below|Các số trên ghi theo đơn vị hộ.": true, "below|Biểu lập theo đơn vị tổ dân phố.": true,
		"beside|nhân dịp 30/4 trao 10 suất quà": true, "beside|công nhân 100": true, "beside|chia 10 tổ": true,
		"beside|Tặng 100 cây giống": true, "beside|nhân rộng mô hình": true, "beside|mỗi hộ được 1.000.000 đồng": true,
	})
	if got, _ := toldAt(t, "beside", "x100"); !strings.Contains(got, "B288@D5") {
		t.Error("it is asked which of the two it is:", got)
	}
}

// A title, the name of a sheet, a line over rows, a remark or a line below may say that figures are a
// plan's, though their column is one of results. What was reached of a plan, its own number and a list
// of targets say no such thing.
func TestPlansToldAroundResults(t *testing.T) {
	t.Parallel()
	toldIn(t, map[string]bool{
		"title|DỰ KIẾN PHÂN BỔ NĂM 2022": false, "title|SỐ GIAO ĐẦU NĂM 2022": false, "title|KH GIAO NĂM 2022": false,
		"title|DU KIEN GIAO NAM 2022": false, "title|GIAO CHO PHƯỜNG NĂM 2022": false,
		"sheet|so giao dau nam": false, "sheet|KH quan giao": false, "sheet|Kế hoạch đầu năm": false,
		"label|Các dòng sau là chỉ tiêu trên giao": false, "label|may dong duoi la so giao": false,
		"label|Dưới đây là kế hoạch năm": false, "label|Số kế hoạch": false,
		"beside|quận giao": false, "beside|CT giao đầu năm": false, "beside|chỉ tiêu được giao": false,
		"beside|ke hoach dau nam": false, "below|luu y: cac so tren la chi tieu": false,
		"below|số trên là kế hoạch giao": false, "below|* Số ghi ở trên là KH giao": false,

		"title|KẾT QUẢ THỰC HIỆN CHỈ TIÊU GIAO NĂM 2022": true, "title|CÁC CHỈ TIÊU NĂM 2022": true,
		"title|BIỂU GIAO BAN NĂM 2022": true, "sheet|KQ thuc hien KH giao": true, "sheet|Giao duc": true,
		"label|Chỉ tiêu quận giao": true, "label|Thực hiện chỉ tiêu quận giao": true, "label|Kế hoạch 2022": true,
		"beside|vượt kế hoạch giao": true, "beside|quận giao 1890": true,
		"below|Các số trên đều đạt kế hoạch quận giao.": true, "below|Mục tiêu năm sau là giảm hết hộ nghèo.": true,
	})
}

// A remark may tell an earlier day, the end of a quarter or several years added up, and that some were
// counted more than once, in the words of any region and without accents.
func TestEarlierTimesYearsAndDoublesInShort(t *testing.T) {
	t.Parallel()
	toldIn(t, map[string]bool{
		"beside|tới 15/10": false, "beside|toi 30/9": false, "beside|tới tháng 8": false,
		"beside|toi thang 9": false, "beside|tới hết quý 3": false, "beside|đến hết quý II": false,
		"beside|lk 2 năm": false, "beside|cong don ba nam": false, "beside|3 năm cộng lại": false,
		"beside|mấy hộ tính hai lượt": false, "beside|bị đếm nhiều lần": false, "beside|1 ho dem may lan": false,
		"beside|vài hộ kê cả hai tổ": false, "beside|có nhà ghi hai chỗ": false, "beside|đếm rồi lại đếm": false,

		"beside|tới 31/12": true, "beside|lũy kế năm 2022": true,
		"beside|xếp hạng 3 năm liền": true, "beside|lũy kế 3 năm: 5600": true,
		"beside|không ai tính hai bận": true, "beside|mỗi hộ đếm một lần": true,
		"beside|mỗi năm bình xét hai lần": true,
	})
}

// A line below may say that a part is not in the figures, or who has not sent any, be it in small letters
// right under the last row; all that is counted, and what somebody owes else, is no such part.
func TestPartsMissingToldBelow(t *testing.T) {
	t.Parallel()
	toldIn(t, map[string]bool{
		"below|Trong này chưa có khu tái định cư": false, "below|trong nay chua tinh khu moi": false,
		"below|Ở đây chưa kể xóm mới": false, "below|Trong bảng còn thiếu khu tập thể.": false,
		"below|Trong đó chưa gồm khu công nghiệp": false,
		"below|ba tổ chưa nộp nên chưa cộng":      false,
		"below|Tổ 4 chưa nộp":                     false, "below|Còn 2 khu chưa gửi": false,
		"below|hai to chua bao so": false,

		"below|Trong này đã tính cả các tổ mới tách": true, "below|Trong đó không có hộ nào tái nghèo.": true,
		"below|Mọi tổ đều đã nộp": true, "below|Chưa có nhà văn hóa khu.": true,
		"below|5 doanh nghiệp chưa nộp thuế": true,
	})
}

// What is left out of one row is none of those that count other things.
func TestALeftOutPartIsOfTheRowsThatCountIt(t *testing.T) {
	t.Parallel()
	s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {jobs, "lượt", 352}, {houses, "hộ", 1893},
		{"Trong đó chưa kể 20 lượt ở khu công nghiệp"}})
	if got := said(examplePlan(t), "phuong-bac-son", s); got != "11.1.value=faulty 17.2.denominator=1893 B257@C2" {
		t.Error(got)
	}
}

// Who sent late, papers that come later and that figures are settled are nothing against them.
func TestSendingAndSettlingLeaveFiguresAlone(t *testing.T) {
	t.Parallel()
	toldIn(t, map[string]bool{
		"below|Năm 2020 nộp chậm, năm nay nộp sớm.": true, "below|Năm ngoái gửi trễ, xin rút kinh nghiệm.": true,
		"below|Kế hoạch năm 2023 xin gửi sau.": true, "below|Biểu năm sau sẽ gửi sau.": true,
		"below|Chỉ tiêu năm tới gửi riêng.": true, "beside|hết ước rồi, số chốt": true,
		"beside|không ước nữa, số chính thức": true, "beside|đây là số chốt": true,
		"beside|số chốt, khớp với công an": true, "beside|không còn là số ước, số chốt cuối năm": true,

		"below|Số năm 2021, năm nay chưa có.": false, "below|Số liệu năm sau sẽ gửi lại.": false,
		"below|Số liệu chính thức sẽ gửi ở biểu khác.": false, "beside|số chốt tháng 9": false,
		"beside|số chốt chưa duyệt": false, "beside|còn ước, chưa chốt": false, "beside|số ước, khớp công an": false,
		"beside|số chốt, lệch công an": false,
	})
}
