package viet

import (
	"strings"
	"testing"
)

// Words of resolutions and reports, in every form they are written in.
func TestWordsOfAReportAreSyllables(t *testing.T) {
	const words = `Tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ kết nạp đảng viên mới chỉ tiêu Nghị quyết
 quận ủy uỷ Kiến An phường Bắc Sơn Trần Thành Ngọ Nam Sơn Văn Đẩu Đồng Hòa Lãm Hà Phù Liễn Tràng Minh Ngọc Sơn
 Quán Trữ thu ngân sách nhà nước trên địa bàn tổng giá trị sản xuất công nghiệp tiểu thủ tăng trưởng kim ngạch
 xuất khẩu huy động vốn đầu tư toàn xã hội tỷ lệ hộ nghèo lao động được giải quyết việc làm giường bệnh giếng
 gìn gì già giữ giặc quý quyền quả quốc quần quỹ khuyến khuỷu khuya ngoằn ngoèo xoong rơ moóc thuở huơ hoặc
 loắt choắt nghiêng nghĩ nghỉ ngành ngừa yêu yếu yết y tế ý ỷ lại hoà hòa hoạ họa thuỷ thủy tuý huých huỳnh
 tuynh suýt xuýt khuếch nguệch uỵch oan oái khoáng hoảng hoạch doanh ngoái xoáy ngoao khoèo loẹt quét quẹo
 quạnh quắt quẩn quỵt quên quýt cúi của cứu rượu hươu sườn ruộng uống muối chuối buồm chuột lửa mưa bưởi người
 mướp lượt ưng ức thấy cấy rau sáu may sống kiếm kính kịch tiếp thị Điện biên phủ mịn`
	for _, w := range strings.Fields(words) {
		for _, form := range []string{w, strings.ToUpper(w), strings.ToLower(w)} {
			if !IsSyllable(form) {
				t.Errorf("%q is a word", form)
			}
		}
	}
}

func TestLettersReadInAWrongEncodingAreNoSyllables(t *testing.T) {
	const words = `nghÌo KÕt n¹p Tæ chøc QuËn ñy phöôøng Thaønh Ngoï Ñaûng vieân naïp Tyû Keát Nguyẻn đẢng tÝnh ngêi
 kếc khc Việtt ngiêm kìt cát̀ bòó qa quuy wá fải jô zứ`
	for _, w := range strings.Fields(words) {
		if IsSyllable(w) {
			t.Errorf("%q is no word", w)
		}
	}
}
