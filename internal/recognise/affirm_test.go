package recognise

import (
	"strings"
	"testing"
)

// remarksBeside asks of each remark beside a figure whether the figure is asked about.
func remarksBeside(t *testing.T, unit, label, measure string, value any, remarks map[string]bool) {
	t.Helper()
	for remark, asks := range remarks {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"}, {label, measure, value, remark}})
		if got := said(examplePlan(t), unit, s); strings.Contains(got, "B257") != asks {
			t.Errorf("%q: %s", remark, got)
		}
	}
}

// A clause affirms its figure only where it says nothing else of it: a day, a telephone number or
// "đầy đủ" does not take the rest of the sentence away.
func TestWhatAffirmsAFigureSaysNothingElse(t *testing.T) {
	remarksBeside(t, "ban-to-chuc", joined, "đảng viên", 127, map[string]bool{
		"Cộng cả đảng viên sinh hoạt tạm thời đến 31/12/2022": true, "Tính đến 31/12/2022": false,
		"Lấy số của huyện bên cạnh tính đến hết năm": true, "Số đảng viên tính đến hết năm": false,
		"Kể luôn số mới chuyển sang đến cuối năm 2022": true, "Số thực đến cuối năm 2022": false,
		"Con số này chưa đúng vui lòng gọi văn phòng": true, "Cần gì vui lòng gọi văn phòng": false,
		"Chưa rõ điểm nào xin liên hệ văn phòng": false,
		"phải rà soát lại cho đầy đủ":            true, "hồ sơ đầy đủ": false,
		"gộp đầy đủ cả người đã nghỉ": true, "quận duyệt ngày 20/12": false,
		"quận duyệt ngày 20/12 gộp thêm khối doanh nghiệp": true,
		"Đã duyệt?": true, "Đã duyệt": false,
		"không người nào bị trùng": false,
		"không loại trùng":         true, "không soát trùng": true, "đã loại trùng": false, "không bị trùng": false,
	})
}

// An office that gave a figure or settled it leaves it alone; one that took it from elsewhere, or
// did away with it, does not, however short the clause.
func TestAnOfficeAloneBesideAFigure(t *testing.T) {
	remarksBeside(t, "ban-to-chuc", joined, "đảng viên", 127, map[string]bool{
		"Chi bộ mượn số quý trước": true, "Ban lấy của nơi khác": true, "Phòng tra cứu sổ": true,
		"Văn phòng gạch bỏ": true, "Ban rà soát": false, "Văn phòng xác nhận": false, "Chi bộ tự thống kê": false,
	})
}

// Words of the south are put into those of the standard where they are such, and months may be
// written in words.
func TestWordsThatOnlyLookLikeTalk(t *testing.T) {
	remarksBeside(t, "ban-to-chuc", joined, "đảng viên", 127, map[string]bool{
		"vô lý": true, "ghi vô dòng trên": true, "vô tuyến": false,
		"kết nạp tốt trong năm qua": false, "lấy số năm qua": true,
		"chốt tháng mười hai": false, "tính đủ mười hai tháng": false, "chốt tháng mười": true,
		"tính mười một tháng": true, "Theo khoản 1 mục 3 của Nghị quyết": false, "số của mục 3": true,
		"do thiếu hàng xuất khẩu": false, "thiếu cột": true,
	})
}

// A remark that only names another unit, or another level, asks about the figure, whatever it puts
// before the name and of whichever day it says so.
func TestWhoseFigureARemarkSaysItIs(t *testing.T) {
	remarksBeside(t, "phuong-bac-son", jobs, "lượt", 352, map[string]bool{
		"phường Nam Sơn": true, "UBND phường Nam Sơn": true, "phường Bắc Sơn": false, "UBND phường Bắc Sơn": false,
		"bằng phường Nam Sơn": false, "Số của toàn quận trong năm 2022": true, "khắp quận tính đến 31/12/2022": true,
		"toàn quận 9.100 lượt": false, "toàn phường năm 2022": false,
	})
}

// Whoever is in doubt, or asks, says so without the mark too.
func TestDoubtsAndQuestionsBesideAFigure(t *testing.T) {
	remarksBeside(t, "phuong-bac-son", jobs, "lượt", 352, map[string]bool{
		"352 hoặc 361": true, "361 hay 352": true, "352 hoặc hơn": false, "352 ± 10": true,
		"có tính lượt tái ký không": true, "đúng không": true, "không": false, "quý I bằng không": false,
		"thuận hay không": true, "không tin số này": true, "băn khoăn": true, "còn nợ 3 tổ": true,
		"cho vay 20 hộ": false, "lũy kế 9 tháng": true, "lũy kế 3 quý": true, "lũy kế cả năm": false,
		"lũy kế đến hết quý IV": false,
	})
}

// Whoever explains by what rule he counted says so of the figure.
func TestRulesOfTheSendersOwn(t *testing.T) {
	remarksBeside(t, "phuong-bac-son", jobs, "lượt", 352, map[string]bool{
		"hộ kinh doanh được coi như doanh nghiệp": true, "việc làm được hiểu là lượt giải quyết": false,
		"tính từ ba tháng trở lên": true, "phải cộng thêm 14": true, "phải cộng lại": false,
		"chưa có sinh viên": true, "sinh viên cũng kê": true, "lao động cũng kê": false,
		"bình quân 29 lượt mỗi tháng": false, "bình quân tháng": true, "số người": true,
	})
}

// What a clause leaves out takes nothing away where it is none of what is asked for: of another kind, of another level
// than the label's own, or no more what is counted. Whatever may be among those asked for is asked about.
func TestWhatIsLeftOutAndWasNotAskedFor(t *testing.T) {
	remarksBeside(t, "chi-cuc-thue", "Số doanh nghiệp đang hoạt động có đến cuối năm 2022", "doanh nghiệp", 1048,
		map[string]bool{
			"Hộ buôn bán lẻ không kể": false, "không tính các hộ bán hàng online": false,
			"Đã bỏ những công ty giải thể": false, "công ty phá sản đã loại khỏi số này": false,
			"Chi nhánh không kể": true, "doanh nghiệp tư nhân không tính": true, "đã bỏ các công ty nhỏ": true,
			"công ty sắp giải thể không kể": true, "Không tính doanh nghiệp của thành phố": true,
			"Hộ buôn bán lẻ không kể, còn thiếu khu phía tây": true,
		})
	const industry = "Giá trị sản xuất công nghiệp, xây dựng do quận quản lý năm 2022"
	remarksBeside(t, "kinh-te", industry, "triệu đồng", 4663460,
		map[string]bool{
			"Xí nghiệp của thành phố không nằm trong số này": false, "Phường Bắc Sơn không nằm trong số này": true,
			"Không tính doanh nghiệp trung ương": false, "Không tính khu công nghiệp": true,
			"Không tính xưởng của quận do thành phố cho vay": true,
		})
	remarksBeside(t, "phuong-bac-son", jobs, "lượt", 352, map[string]bool{
		"Người chuyển đi đã loại khỏi số này": true, // he found work before he went
	})
	remarksBeside(t, "phuong-bac-son", houses, "hộ", 1893, map[string]bool{
		"hộ chuyển đi đã gạch ra": false, "hộ ở trọ không kể": true, "hộ chuyển đi chưa gạch ra": true,
	})
}

// Of several things that are left out each one has to be of no matter, and what was counted as it happened has counted
// those who left since. Who changed a figure after another has left nothing out.
func TestWhatIsLeftOutBesideOthers(t *testing.T) {
	remarksBeside(t, "chi-cuc-thue", "Số doanh nghiệp đang hoạt động có đến cuối năm 2022", "doanh nghiệp", 1048,
		map[string]bool{
			"Không tính hộ bán lẻ và công ty một người":   true,
			"không tính hộ bán lẻ và hộ làm nghề":         false,
			"không kể công ty giải thể và công ty mới mở": true,
			"không kể công ty trùng và công ty mới mở":    true,
			"đã sửa theo số năm trước":                    true,
		})
	remarksBeside(t, "ban-to-chuc", joined, "đảng viên", 127, map[string]bool{
		"không tính người bị khai trừ": true, "đã bỏ ra người chuyển đi": true,
	})
	p := planWith(t, "unit = \"hộ\"\n    target = \">= 20\"\n    method = \"value\"\n"+
		"    inputs.value = { label = \"Tổng số hộ thoát nghèo, doanh nghiệp khó khăn được vay vốn\" }")
	for remark, asks := range map[string]bool{"không tính hộ thoát nghèo ở cụm bến": true,
		"không tính doanh nghiệp": true, "không tính chợ": false} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022", "Ghi chú"},
			{"Tổng số hộ thoát nghèo, doanh nghiệp khó khăn được vay vốn", "hộ", 25, remark}})
		if got := said(p, "quan-ly-do-thi", s); strings.Contains(got, "B257") != asks {
			t.Errorf("%q: %s", remark, got)
		}
	}
}

// Who settled a figure, or the paper by which he did, up to the end of the year.
func TestWhoSettledAFigureUpToTheEnd(t *testing.T) {
	remarksBeside(t, "ban-to-chuc", joined, "đảng viên", 127, map[string]bool{
		"Chi cục đối chiếu đến hết 31/12": false, "Phòng duyệt đến 31/12/2022": false,
		"Chi cục đối chiếu đến hết 31/10": true, "Chi cục chưa đối chiếu đến hết 31/12": true,
		"Chi cục đối chiếu một nửa đến hết 31/12": true, "Phòng lấy số cũ đến hết 31/12": true,
		"Đã có kết luận của Thường trực": false, "đã có biên bản xác nhận": false,
		"đã có kết luận phải sửa lại": true,
	})
	for _, remark := range []string{"chưa có kết luận của Thường trực", "đã có kết luận sơ bộ",
		"đã có kết luận khai khống", "có kết luận vi phạm"} {
		if got := toldBeside(t, remark); got != remark {
			t.Errorf("%q: %q is told", remark, got)
		}
	}
}
