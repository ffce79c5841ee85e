package recognise

import "testing"

// An act that settles a figure affirms it once it is done, and not when half of it is.
func TestSettledInPart(t *testing.T) {
	toldIn(t, map[string]bool{
		"beside|đã duyệt": true, "beside|phường ký duyệt xong": true, "beside|đã duyệt sơ bộ": false,
		"beside|đã chốt với 7/12 tổ": false, "beside|đã chốt": true,
		"beside|đã đối chiếu một nửa": false, "beside|chưa chốt": false,
		"beside|chờ ký": false, "beside|sẽ xét": false, "beside|đang thẩm tra": false,
		"over|Số liệu đã được quận thẩm tra": true, "over|Số liệu chưa qua thẩm tra": false,
	})
	for _, remark := range []string{"gần đầy đủ", "đã kiểm từng phần", "đúng một nửa"} {
		if got := toldBeside(t, remark); got != remark {
			t.Errorf("%q: %q is told", remark, got)
		}
	}
	for _, remark := range []string{"đầy đủ", "đã đối chiếu", "đã kiểm xong", "số đúng"} {
		if got := toldBeside(t, remark); got != "" {
			t.Errorf("%q: %q is told", remark, got)
		}
	}
}

// Which form affirms a figure depends on its words, and not on one of them.
func TestWhatOnlyLooksLikeAffirming(t *testing.T) {
	toldIn(t, map[string]bool{
		"beside|không tính hộ tạm vắng": false, "beside|không lấy số tạm": true,
		"beside|chốt 31.12.2022": true, "beside|chốt 31.12.2021": false,
		"beside|tính đến hết năm": true, "beside|tính đến hết năm trước": false,
		"beside|đối chiếu với công an ngày 30/6": false, "beside|quận phê ngày 30/6": true,
		"beside|trừ đi 5 vì đã chết": false, "beside|đã trừ 5 người chết": true,
		"beside|cần bớt 12 hộ đã chuyển": false, "beside|đã bớt 14 nhà trùng tên": true,
		"beside|dồn từ ngày thành lập tới nay": false, "beside|thành lập từ 2004 đến nay": true,
		"beside|hộ đăng ký": false, "beside|các hộ đăng ký đều đã xét xong": true,
	})
	if got := toldBeside(t, "không trùng số công an"); got == "" {
		t.Error("figures that do not agree are told")
	}
}

// Beside a figure, accents make the words of what is asked; titles are made of the same ones.
func TestOnlyItsOwnWordsAreUnderstood(t *testing.T) {
	for remark, want := range map[string]string{
		"hồ sơ đang ở sở": "hồ sơ đang ở sở", "tổ 5 cháy sổ": "tổ 5 cháy sổ", "TDP 1-9": "", "hộ gia đình": "",
		"phường Bắc Sơn": "",
	} {
		if got := toldBeside(t, remark); got != want {
			t.Errorf("%q: %q is told", remark, got)
		}
	}
}

// That somebody was late says nothing of figures, and what was done with his does; nor does a look that
// is typed into say who typed what.
func TestLateAndLooksThatDoubt(t *testing.T) {
	toldIn(t, map[string]bool{
		"beside|tổ 3 nộp muộn bỏ ra ngoài": false, "beside|biểu năm sau gửi nhầm vào đây": false,
		"beside|năm ngoái nộp muộn": true, "below|Chữ đỏ: nhập": true, "below|Chữ đỏ: nhập đại": false,
		"below|Ô vàng: nhập tạm": false, "below|Ô vàng: tên": true,
	})
}
