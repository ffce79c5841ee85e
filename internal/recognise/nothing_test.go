package recognise

import (
	"testing"

	"baocao/internal/returns"
)

// Where something has to stand, people write that there is nothing: that is no limitation of
// theirs. What says anything more is their own.
func TestWhatTellsNothing(t *testing.T) {
	for _, c := range []struct {
		kind returns.Kind
		text string
		want bool
	}{
		{returns.Limitation, "Không có khó khăn, vướng mắc gì.", true},
		{returns.Limitation, "Hiện nay chưa phát sinh vướng mắc", true},
		{returns.Limitation, "Khong co ton tai", true},
		{returns.Limitation, "bình thường", true},
		{returns.Limitation, "Đạt kế hoạch quận giao", true},
		{returns.Limitation, "Hoàn thành 100% chỉ tiêu", true},
		{returns.Limitation, "Vượt 12,5% kế hoạch", true},
		{returns.Limitation, "Đạt 104% dự toán năm 2022", true},
		{returns.Cause, "đã đối chiếu, khớp số", true},
		{returns.Cause, "Không có nguyên nhân nào", true},
		{returns.Request, "Không có ý kiến đề xuất gì thêm", true},
		{returns.Solution, "Không có", true},

		{returns.Limitation, "Không có đất để bố trí", false},
		{returns.Limitation, "Chưa có giải pháp", false},
		{returns.Limitation, "Cơ bản đạt kế hoạch", false},
		{returns.Limitation, "Đạt 95% kế hoạch", false},
		{returns.Limitation, "Không đạt kế hoạch", false},
		{returns.Limitation, "Chưa hoàn thành chỉ tiêu", false},
		{returns.Limitation, "Vượt chi", false},
		{returns.Cause, "Không bố trí được kinh phí", false},
		{returns.Cause, "Số liệu chưa khớp", false},
		{returns.Cause, "Không kiểm tra", false},
		{returns.Solution, "Hoàn thành chỉ tiêu", false},
		{returns.Direction, "Bảo đảm tiến độ", false},
		{returns.Achievement, "Không có khó khăn, vướng mắc", false},
	} {
		if got := tellsNothing(c.kind, c.text); got != c.want {
			t.Errorf("%s %q: %v", c.kind, c.text, got)
		}
	}
}

// «Như trên» in a column of causes is what stands above it.
func TestACauseIsRepeated(t *testing.T) {
	got := narrated(t, []row{
		{"TT", "Chỉ tiêu", "Thực hiện", "Nguyên nhân không đạt"},
		{1, "Số trường đạt chuẩn", 3, "Thiếu quỹ đất xây trường"},
		{2, "Số lớp hai buổi", 4, "Như trên"},
		{3, "Số phòng học mới", 9, "Đạt kế hoạch"},
		{4, "Số sân chơi", 2, "nt"},
		{5, "Số bể bơi", 0, "Chưa có nhà đầu tư"},
	})
	want := "cause//Số trường đạt chuẩn: thiếu quỹ đất xây trường@D2\n" +
		"cause//Số lớp hai buổi: thiếu quỹ đất xây trường@D3\n" +
		"cause//Số bể bơi: chưa có nhà đầu tư@D6"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
