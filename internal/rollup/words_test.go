package rollup

import (
	"context"
	"os"
	"strings"
	"testing"

	"baocao/internal/returns"
	"baocao/internal/workbook"
)

// What a heading stands over is told by the first of its words that names a kind.
func TestKindsOfHeadings(t *testing.T) {
	for heading, want := range map[string]returns.Kind{
		"IV- HẠN CHẾ VÀ NGUYÊN NHÂN":                      returns.Limitation,
		"2. Tồn tại, khuyết điểm":                         returns.Limitation,
		"Nguyên nhân của những hạn chế trên:":             returns.Cause,
		"V- NHIỆM VỤ, GIẢI PHÁP":                          returns.Solution,
		"VI- KIẾN NGHỊ":                                   returns.Request,
		"Một số đề xuất, kiến nghị":                       returns.Request,
		"VII- PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023":            returns.Direction,
		"III- KẾT QUẢ NỔI BẬT":                            returns.Achievement,
		"II- KẾT QUẢ THỰC HIỆN NHIỆM VỤ":                  "",
		"Phụ lục KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NĂM 2022": "",
		"1. Phát triển kinh tế":                           "",
	} {
		if got, _ := kindOfHeading(heading); got != want {
			t.Errorf("%s is over %q, want %q", heading, got, want)
		}
	}
}

// The pages of a report say what is a limitation, what its cause, and what is to be done;
// who receives it is none of that.
func TestWordsOfTheExamplesPages(t *testing.T) {
	data, err := os.ReadFile("../../examples/kien-an-2022/2-bao-cao/BaoCao-2022.pdf")
	if err != nil {
		t.Fatal(err)
	}
	r, problems := ReadPaper(context.Background(), "a.pdf", "", data, workbook.DefaultLimits())
	if r == nil {
		t.Fatal(problems)
	}
	count := map[returns.Kind]int{}
	for _, w := range r.told {
		count[w.Kind]++
		if w.Page < 2 || w.Page > 4 || w.Under == "" || strings.Contains(w.Text, "Nơi nhận") ||
			strings.HasPrefix(w.Text, "- ") {
			t.Errorf("%+v", w)
		}
	}
	for kind, want := range map[returns.Kind]int{returns.Achievement: 9, returns.Limitation: 4, returns.Cause: 3,
		returns.Solution: 4} {
		if count[kind] != want {
			t.Errorf("%d of %s, want %d", count[kind], kind, want)
		}
	}
}
