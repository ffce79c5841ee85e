package recognise

import "testing"

// A row between two others that has nothing but its text may be a remark on the figure right above:
// it stands in brackets, refers back, or tells what the typist did. It is neither the title of the rows
// below nor the end of the label above.
func TestRowsOfRemarks(t *testing.T) {
	const taken, above = "11.1.value=352 17.2.denominator=1893", "11.1.value=faulty 17.2.denominator=1893 B257@D2"
	for _, c := range []struct{ between, want string }{
		{"(trong năm có hai đợt phiên giao dịch việc làm)", taken},
		{"trong đó có 31 lượt là nữ", taken},
		{"Trong số này có 40 lượt đi làm xa", above},
		{"(chưa tính lao động khu công nghiệp)", above},
		{"Số này chưa đối chiếu với công an", above},
		{"hàng trên ghi nhầm của năm ngoái", above},
		{"xóm bãi đi vắng nhiều, em lấy theo sổ cũ", above},
		// titles of the rows below, and the second line of a label
		{"Hộ cận nghèo", "11.1.value=352 B244@D4"},
		{"trong năm", taken},
	} {
		s := laid([]row{{"TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"},
			{1, "Số lượt lao động được giải quyết việc làm", "lượt", 352}, {nil, c.between}, {2, houses, "hộ", 1893}})
		if got := said(examplePlan(t), "phuong-bac-son", s); got != c.want {
			t.Errorf("%s: %s, want %s", c.between, got, c.want)
		}
	}
	// Right under the last row it is of that one where it says so, else of all.
	const first, second = "11.1.value=faulty", "17.2.denominator=faulty"
	const both, one = first + " " + second + " B257@C2 B257@C3", first + " 17.2.denominator=1893 B257@C2"
	for text, want := range map[string]string{
		"dòng ngay trên tính cả hộ tạm trú":                    "11.1.value=352 " + second + " B257@C3",
		"hai dòng trên chưa rà soát xong":                      both,
		"Mọi con số là của tổ lao động gửi, chưa rà soát xong": both,
		"Số lao động là của tổ gửi, chưa rà soát xong":         one,
	} {
		s := laid([]row{{"Chỉ tiêu", "ĐVT", "Thực hiện năm 2022"}, {jobs, "lượt", 352}, {houses, "hộ", 1893}, {text}})
		if got := said(examplePlan(t), "phuong-bac-son", s); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
