package recognise

import "testing"

// The short name of an office is that of its work too: a column headed by it is not
// the office's own beside a total.
func TestAColumnNamedLikeTheSender(t *testing.T) {
	s := laid([]row{{"KẾT QUẢ NĂM 2022"}, {"TT", "Nội dung", "Quân sự", "Công an", "Tổng"},
		{1, "Số công dân đã giao quân", 125, 30, 155}})
	if got := said(examplePlan(t), "quan-su", s); got != "18.numerator=faulty B240@A2" {
		t.Error(got)
	}
	s = laid([]row{{"KẾT QUẢ NĂM 2022"}, {"TT", "Nội dung", "Bắc Sơn", "Toàn quận"}, {1, jobs, 352, 3400}})
	if got := said(examplePlan(t), "phuong-bac-son", s); got != "11.1.value=352" {
		t.Error(got)
	}
}

// What a plan asked for is called by the words of a plan over a column too.
func TestAColumnOfWhatWasAskedFor(t *testing.T) {
	s := laid([]row{{"KẾT QUẢ GIAO QUÂN NĂM 2022"},
		{"TT", "Phường", "Chỉ tiêu giao quân được giao", "Số công dân đã giao quân"},
		{1, "Bắc Sơn", 12, 12}, {2, "Văn Đẩu", 13, 12}, {nil, "Tổng cộng", 25, 24}})
	if got := said(examplePlan(t), "quan-su", s); got != "18.numerator=24 18.denominator=25" {
		t.Error(got)
	}
}
