package compose_test

import (
	"strings"
	"testing"

	"baocao/internal/compose"
	"baocao/internal/diag"
	"baocao/internal/resolution"
	"baocao/internal/returns"
)

// part is what stands under a heading, without it; "" where there is none.
func part(text, heading string) string {
	_, rest, _ := strings.Cut(text, "- "+heading+"\n")
	if i := strings.Index(rest, "\n# "); i >= 0 {
		rest = rest[:i+1]
	}
	return rest
}

// What one ward lacks is not said of the whole, nor is the ward named.
func TestALimitationOfOneWardIsNotTheWhole(t *testing.T) {
	for text, want := range map[string]string{
		"Chưa có trụ sở riêng":                  "- Có nơi chưa có trụ sở riêng.\n",
		"Phường còn thiếu cán bộ":               "- Có phường còn thiếu cán bộ.\n",
		"- UBND phường chưa có hệ thống mới":    "- Có UBND phường chưa có hệ thống mới.\n",
		"Công tác giám sát chưa thường xuyên":   "- Công tác giám sát chưa thường xuyên.\n",
		"Cống ngang đường chưa được khơi thông": "- Cống ngang đường chưa được khơi thông.\n",
	} {
		d, _ := compose.Report(judged(t, sent("phuong-bac-son", []returns.Remark{
			{Unit: "phuong-bac-son", Kind: returns.Limitation, Text: text}}, "12.value=0")))
		got := part(dump(d.Body), "HẠN CHẾ VÀ NGUYÊN NHÂN")
		if !strings.Contains(got, want) || strings.Contains(got, "Bắc Sơn") {
			t.Errorf("%q: no %q in\n%s", text, want, got)
		}
	}
	whole, _ := compose.Report(judged(t, sent("ban-to-chuc", []returns.Remark{
		{Unit: "ban-to-chuc", Kind: returns.Limitation, Text: "Chưa có phần mềm quản lý"}}, "2.value=100")))
	if got := part(dump(whole.Body), "HẠN CHẾ VÀ NGUYÊN NHÂN"); !strings.Contains(got, "- Chưa có phần mềm quản lý.") {
		t.Error("what a department lacks is said as it says it:", got)
	}
}

// A cause stands beside the indicator that it names, or the only one that its unit
// missed; it excuses no other. A missed part is asked about as a whole one is.
func TestACauseCountsForItsIndicator(t *testing.T) {
	cause := func(kind returns.Kind, indicator int, text string) returns.Remark {
		return returns.Remark{Unit: "ban-to-chuc", Kind: kind, Indicator: indicator, Text: text}
	}
	const both = "1.1.numerator=10 1.1.denominator=58 2.value=100 3.value=1"
	for _, c := range []struct {
		name, figures string
		remarks       []returns.Remark
		want          []string // lines of the part
		asked         int
	}{
		{"it names one", both, []returns.Remark{cause(returns.ObjectiveCause, 2, "Nguồn kết nạp ít.")}, []string{
			"- Chỉ tiêu (1): tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên thấp hơn kế hoạch 62,76 điểm " +
				"phần trăm.\n  - <gap>[Bổ sung nguyên nhân chưa đạt chỉ tiêu (1)]\n",
			"- Chỉ tiêu (2): kết nạp đảng viên mới bằng 80% kế hoạch.\n  - Nguyên nhân khách quan: Nguồn kết nạp ít.\n",
		}, 1},
		{"in its words", both, []returns.Remark{cause(returns.SubjectiveCause, 0, "Chỉ tiêu số (2): chưa quyết liệt")},
			[]string{"  - Nguyên nhân chủ quan: Chỉ tiêu số (2): chưa quyết liệt.\n"}, 1},
		{"it names none of two", both, []returns.Remark{cause(returns.Cause, 0, "Nguồn kết nạp ít.")}, []string{
			"[Bổ sung nguyên nhân chưa đạt chỉ tiêu (1)]", "[Bổ sung nguyên nhân chưa đạt chỉ tiêu (2)]",
			"Nguyên nhân của những hạn chế khác:\n- Nguồn kết nạp ít.\n"}, 2},
		{"its unit missed one", "2.value=100 3.value=1", []returns.Remark{cause(returns.Cause, 0, "Nguồn kết nạp ít.")},
			[]string{"  - Nguyên nhân: Nguồn kết nạp ít.\n"}, 0},
		{"of another that there is not", "2.value=100 3.value=1",
			[]returns.Remark{cause(returns.Cause, 2, "Ít."), cause(returns.Cause, 31, "Nguyên nhân nữa.")},
			[]string{"  - Nguyên nhân: Ít.\n", "Nguyên nhân nữa."}, 0},
		{"of another one", "2.value=100 3.value=1", []returns.Remark{cause(returns.Cause, 3, "Ít doanh nghiệp.")},
			[]string{"[Bổ sung nguyên nhân chưa đạt chỉ tiêu (2)]", "khác:\n- Ít doanh nghiệp.\n"}, 1},
		{"the unit's own words of what was missed", "2.value=100 3.value=1", []returns.Remark{
			{Unit: "ban-to-chuc", Kind: returns.Limitation, Text: "Kết nạp đảng viên còn chậm"},
			{Unit: "ban-to-chuc", Kind: returns.Limitation, Text: "Sổ sách chưa gọn"}},
			[]string{"- Chỉ tiêu (2): Kết nạp đảng viên còn chậm.\n  - <gap>", "\n- Sổ sách chưa gọn.\n"}, 1},
		{"in words, of two", both, []returns.Remark{cause(returns.Cause, 0, "Kết nạp đảng viên khó.")},
			[]string{"[Bổ sung nguyên nhân chưa đạt chỉ tiêu (1)]",
				"kế hoạch.\n  - Nguyên nhân: Kết nạp đảng viên khó.\n"}, 1},
		{"in words, of another", "2.value=100 3.value=1", []returns.Remark{cause(returns.Cause, 0,
			"Thành lập tổ chức đảng "+
				"trong doanh nghiệp ngoài nhà nước, hợp tác xã, đơn vị sự nghiệp ngoài công lập khó vì quy mô nhỏ.")},
			[]string{"[Bổ sung nguyên nhân chưa đạt chỉ tiêu (2)]", "khác:\n- Thành lập tổ chức đảng"}, 1},
		{"its number and a colon", both, []returns.Remark{cause(returns.Cause, 0, "Chỉ tiêu 2: nguồn ít.")},
			[]string{"kế hoạch.\n  - Nguyên nhân: Chỉ tiêu 2: nguồn ít.\n"}, 1},
		{"the number is said once", "2.value=100 3.value=1", []returns.Remark{
			{Unit: "ban-to-chuc", Kind: returns.Limitation, Text: "Chỉ tiêu 2: Kết nạp còn chậm"}},
			[]string{"- Chỉ tiêu (2): Kết nạp còn chậm.\n"}, 1},
		{"a part", "1.1.numerator=58 1.1.denominator=58 1.2.numerator=30 1.3.numerator=1 1.3.denominator=1", nil,
			[]string{"- Chỉ tiêu (1): tỷ lệ hoàn thành xuất sắc nhiệm vụ cao hơn kế hoạch 31,72 điểm phần trăm."}, 1},
	} {
		d, problems := compose.Report(judged(t, sent("ban-to-chuc", c.remarks, strings.Fields(c.figures)...)))
		got := part(dump(d.Body), "HẠN CHẾ VÀ NGUYÊN NHÂN")
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", c.name, want, got)
			}
		}
		if n := count(problems, "B511"); n != c.asked {
			t.Errorf("%s: asked %d times, want %d", c.name, n, c.asked)
		}
	}
}

// What a unit asks of others is not what the office asks until a person has said so.
func TestAUnitsRequestWaitsForAPerson(t *testing.T) {
	remarks := []returns.Remark{
		{Unit: "phuong-bac-son", Kind: returns.Solution, Text: "Đề nghị quận bố trí kinh phí.",
			At: diag.Position{File: "bac-son.xlsx", Cell: "E6"}},
		{Unit: "phuong-bac-son", Kind: returns.Solution, Text: "Rà soát hộ nghèo.", Area: "kinh-te"},
		{Unit: "phuong-bac-son", Kind: returns.Request, Text: "Thành phố sớm giao chỉ tiêu.",
			At: diag.Position{File: "bac-son.xlsx", Cell: "E7"}},
		{Unit: "phuong-bac-son", Kind: returns.Direction, Text: "Xây dựng 2 nhà văn hóa."}}
	a := judged(t, sent("phuong-bac-son", remarks))
	d, problems := compose.Report(a)
	text := dump(d.Body)
	const mark = "- <gap>[Xem xét trước khi trình] "
	if got, want := part(text, "KIẾN NGHỊ"),
		mark+"Đề nghị quận bố trí kinh phí.\n"+mark+"Thành phố sớm giao chỉ tiêu.\n"; got != want {
		t.Errorf("requests:\n%swant\n%s", got, want)
	}
	if count(problems, "B522") != 2 || strings.Contains(part(text, "NHIỆM VỤ, GIẢI PHÁP"), "Đề nghị") ||
		!strings.Contains(part(text, "NHIỆM VỤ, GIẢI PHÁP"), "1. Phát triển kinh tế: Rà soát hộ nghèo.\n") {
		t.Errorf("%v\n%s", problems, text)
	}
	if got := part(text, "PHƯƠNG HƯỚNG NĂM 2023"); got != "- Xây dựng 02 nhà văn hóa.\n" {
		t.Errorf("directions: %q in\n%s", got, text)
	}
	if !strings.Contains(text, "# V- PHƯƠNG HƯỚNG") || !strings.Contains(text, "# VI- KIẾN NGHỊ") {
		t.Error("the numbers of parts do not follow: " + text)
	}
	a.Plan.Silences = []resolution.Silence{{Code: "B522", Unit: "phuong-bac-son", Reason: "Quận đồng ý."}}
	d, _ = compose.Report(a)
	if got := part(dump(d.Body), "KIẾN NGHỊ"); !strings.HasPrefix(got, "- Đề nghị quận") {
		t.Errorf("accepted:\n%s", got)
	}
}

// Lines of a cell are items, what a line announces stands under it, and a line that
// goes on in the middle of a sentence is none.
func TestLinesOfACell(t *testing.T) {
	a := judged(t, sent("ban-to-chuc", []returns.Remark{{Kind: returns.Achievement, Area: "kinh-te",
		Text: "1. Kết quả thu:\n- Thu nội địa 500 tỷ đồng;\n- Thu khác 20 tỷ\nđồng.\n" +
			"2. Chi thường xuyên đúng dự toán"}}))
	d, _ := compose.Report(a)
	const want = "## 1. Phát triển kinh tế\n- Kết quả thu:\n  - Thu nội địa 500 tỷ đồng;\n  - Thu khác 20 tỷ đồng.\n" +
		"- Chi thường xuyên đúng dự toán.\n"
	if got := part(dump(d.Body), "KẾT QUẢ NỔI BẬT"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Departments' text is set down as a typist would, and its figures stay what they are.
func TestTextAsATypistSetsItDown(t *testing.T) {
	for text, want := range map[string]string{
		"thu ngân sách đạt khá , tăng ( 5 % ) !":         "Thu ngân sách đạt khá, tăng (5%)!",
		`Nhân rộng điển hình "Dân vận khéo".`:            "Nhân rộng điển hình “Dân vận khéo”.",
		`Phong trào "Dân vận khéo."`:                     "Phong trào “Dân vận khéo”.",
		"Có 3 dự án, 2 trường ; xong":                    "Có 03 dự án, 02 trường; xong.",
		"Quận 3 tăng,tổ 5 giảm.. Hết":                    "Quận 3 tăng, tổ 5 giảm. Hết.",
		"Họp lúc 14:30, tỷ lệ 1:3, xem https://a.vn/b,c": "Họp lúc 14:30, tỷ lệ 1:3, xem https://a.vn/b,c.",
		"Đạt 1.234,5 tỷ; năm 2021: 5,5%":                 "Đạt 1.234,5 tỷ; năm 2021: 5,5%.",
		"Chờ xem xét...":                                 "Chờ xem xét...",
		"Dài 5 inch, ghi là 5\"":                         "Dài 5 inch, ghi là 5\".",
		"Ngày 5 tháng 6; điều 7; khoảng 8 người dân":     "Ngày 5 tháng 6; điều 7; khoảng 08 người dân.",
	} {
		a := judged(t, sent("ban-to-chuc", []returns.Remark{{Kind: returns.Achievement, Area: "kinh-te", Text: text}}))
		d, _ := compose.Report(a)
		_, got, _ := strings.Cut(part(dump(d.Body), "KẾT QUẢ NỔI BẬT"), "1. Phát triển kinh tế: ")
		got, _, _ = strings.Cut(got, "\n")
		if got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// A wish is one wherever it stands and however it begins; what was done is none.
func TestAWishIsFoundAmongOtherWords(t *testing.T) {
	for _, c := range []struct {
		kind             returns.Kind
		text, told, wish string
	}{
		{returns.Solution, "Kính đề nghị UBND quận hỗ trợ", "", "Kính đề nghị UBND quận hỗ trợ."},
		{returns.Solution, "Phường kiến nghị thành phố cấp vốn", "", "Phường kiến nghị thành phố cấp vốn."},
		{returns.Direction, "Tiếp tục đề nghị quận bố trí vốn", "", "Tiếp tục đề nghị quận bố trí vốn."},
		{returns.Limitation, "Thiếu vốn, đề nghị quận bố trí", "", "Thiếu vốn, đề nghị quận bố trí."},
		{returns.Solution, "1. Đẩy mạnh thu.\n2. Đề nghị quận cấp vốn.", "Đẩy mạnh thu.", "Đề nghị quận cấp vốn."},
		{returns.Solution, "Rà soát, đề nghị xử lý vi phạm", "Rà soát, đề nghị xử lý vi phạm.", ""},
		{returns.Achievement, "Đề nghị khen thưởng 12 tập thể", "Đề nghị khen thưởng 12 tập thể.", ""},
	} {
		d, problems := compose.Report(judged(t, sent("ban-to-chuc",
			[]returns.Remark{{Unit: "ban-to-chuc", Kind: c.kind, Area: "kinh-te", Text: c.text}})))
		before, wished, _ := strings.Cut(dump(d.Body), "- KIẾN NGHỊ\n")
		if want := "- <gap>[Xem xét trước khi trình] " + c.wish + "\n"; c.wish != "" &&
			(wished != want || count(problems, "B522") != 1 || strings.Contains(before, c.wish)) {
			t.Errorf("%s\ngot  %swant %s", c.text, wished, want)
		}
		if c.wish == "" && wished != "" || !strings.Contains(before, c.told) {
			t.Errorf("%s: %q is not in\n%s", c.text, c.told, before)
		}
	}
}

// "Không" tells that there is nothing to tell.
func TestNothingToTellIsNotTold(t *testing.T) {
	for _, text := range []string{"-", "...", "Không", "Không có.", "Không có kiến nghị, đề xuất", "Chưa có hạn chế"} {
		for _, kind := range []returns.Kind{returns.Limitation, returns.Request} {
			d, _ := compose.Report(judged(t, sent("ban-to-chuc", []returns.Remark{{Kind: kind, Text: text}})))
			if got := dump(d.Body); !strings.Contains(got, "<gap>[Bổ sung hạn chế]") ||
				strings.Contains(got, "KIẾN NGHỊ") {
				t.Errorf("%s %s:\n%s", kind, text, got)
			}
		}
	}
}

// The marks and numbers of lists that people type are known.
func TestMarksOfLists(t *testing.T) {
	for _, text := range []string{"(1) Ý một\n(2) Ý hai", "a) Ý một\nb) Ý hai", "I. Ý một\nII. Ý hai",
		"* Ý một\n** Ý hai", "→ Ý một\n» Ý hai"} {
		d, _ := compose.Report(judged(t, sent("ban-to-chuc", []returns.Remark{
			{Kind: returns.Achievement, Area: "kinh-te", Text: text}})))
		if got := dump(d.Body); !strings.Contains(got, "- Ý một.\n- Ý hai.\n") {
			t.Errorf("%s\n%s", text, got)
		}
	}
}
