package returns

import "testing"

// A kind is known by the name of today's form, of earlier ones, of our own workbooks
// and by what people call it.
func TestKindsByTheirNames(t *testing.T) {
	for name, want := range map[string]Kind{"Kết quả nổi bật": Achievement, "Kết quả": Achievement,
		"KẾT QUẢ ĐẠT ĐƯỢC": Achievement, "Hạn chế": Limitation, "Tồn tại, hạn chế": Limitation, "Nguyên nhân": Cause,
		"khách quan": ObjectiveCause, "Nguyên nhân chủ quan": SubjectiveCause, "Giải pháp, kiến nghị": Solution,
		"Kiến nghị": Request, "Đề xuất, kiến nghị": Request, "Phương hướng": Direction, "Khác": "", "": ""} {
		if got := KindOf(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for _, k := range Kinds() {
		if KindOf(k.Vi()) != k {
			t.Errorf("%s is another kind than its name", k)
		}
	}
}
