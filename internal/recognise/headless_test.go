package recognise

import "testing"

// A list without headings is a table where nothing else can be meant, and asked about where
// something else can.
func TestAListWithoutHeadings(t *testing.T) {
	t.Parallel()
	p := examplePlan(t)
	title := row{"KẾT QUẢ CÔNG TÁC NĂM 2022"}
	const bare = "Số đảng viên được kết nạp"
	for name, c := range map[string]struct {
		rows  []row
		taken bool
	}{
		"a list":           {[]row{title, {}, {1, joined, 127, "đảng viên"}, {2, founded, 3, "tổ chức"}}, true},
		"the unit first":   {[]row{title, {}, {1, joined, "đảng viên", 127}, {2, founded, "tổ chức", 3}}, true},
		"year of the row":  {[]row{{"DANH SÁCH"}, {}, {1, bare + " năm 2022", "127", "đảng viên"}}, true},
		"year of the list": {[]row{title, {}, {1, bare, 127, "đảng viên"}}, true},
		"a remark":         {[]row{title, {}, {1, joined, 127, "đảng viên", "vượt kế hoạch"}}, true},
		"no number":        {[]row{title, {}, {nil, joined, 127, "đảng viên"}}, true},

		"no year":        {[]row{{"KẾT QUẢ"}, {}, {1, bare, 127, "đảng viên"}}, false},
		"another year":   {[]row{title, {}, {1, bare + " năm 2021", 127, "đảng viên"}}, false},
		"a list of 2021": {[]row{{"KẾT QUẢ NĂM 2021"}, {}, {1, bare, 127, "đảng viên"}}, false},
		"a plan":         {[]row{{"KẾ HOẠCH NĂM 2022"}, {}, {1, joined, 127, "đảng viên"}}, false},
		"an estimate":    {[]row{{"ƯỚC THỰC HIỆN NĂM 2022"}, {}, {1, joined, 127, "đảng viên"}}, false},
		"no unit":        {[]row{title, {}, {1, joined, 127}}, false},
		"another unit":   {[]row{title, {}, {1, joined, 127, "hộ"}}, false},
		"two figures":    {[]row{title, {}, {1, joined, 125, 127, "đảng viên"}}, false},
		"unknown headings": {[]row{title, {}, {"#", "Đầu việc", "Con số", "Tính bằng"}, {1, joined, 127,
			"đảng viên"}}, false},
		"a word over them": {[]row{title, {nil, nil, "đăng ký"}, {1, joined, 127, "đảng viên"}}, false},
		"a remark against": {[]row{title, {}, {1, joined, 127, "đảng viên", "còn thiếu 2 chi bộ"}}, false},
		"in two columns": {[]row{title, {}, {1, joined, 127, "đảng viên"}, {2, founded, nil, "tổ chức", 3}},
			false},
	} {
		got := said(p, "ban-to-chuc", laid(c.rows))
		if taken := len(got) >= len("2.value=127") && got[:len("2.value=127")] == "2.value=127"; taken != c.taken {
			t.Errorf("%s: %s", name, got)
		} else if !taken && got == "" {
			t.Errorf("%s: nothing is said", name)
		}
	}
}
