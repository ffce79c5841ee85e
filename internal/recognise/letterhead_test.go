package recognise

import "testing"

// A clerk types the letterhead into one cell, with a tab, a line break or spaces between its two
// columns, or the reader of a Word file finds a tab there. It says nothing of the figures; what
// stands under the motto does, and so does another's name.
func TestALetterheadInOneCell(t *testing.T) {
	const want = "2.value=127"
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"a tab", []string{"UBND QUẬN KIẾN AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
			"VĂN PHÒNG THƯỜNG TRỰC\tĐộc lập - Tự do - Hạnh phúc", "-------\t---------------"}, want},
		{"a tab, the party", []string{"QUẬN ỦY KIẾN AN\tĐẢNG CỘNG SẢN VIỆT NAM", "BAN TỔ CHỨC"}, want},
		{"spaces", []string{"BAN TỔ CHỨC QUẬN ỦY          ĐẢNG CỘNG SẢN VIỆT NAM",
			"Số: 19/BC-BTC          Kiến An, ngày 9 tháng 12 năm 2022"}, want},
		{"line breaks", []string{"QUẬN ỦY KIẾN AN\nBAN TỔ CHỨC\nĐẢNG CỘNG SẢN VIỆT NAM"}, want},
		{"one space", []string{"VĂN PHÒNG THƯỜNG TRỰC ĐỘC LẬP - TỰ DO - HẠNH PHÚC"}, want},
		{"no accents", []string{"BAN TO CHUC QUAN UY\tCONG HOA XA HOI CHU NGHIA VIET NAM",
			"VAN PHONG\tDoc lap - Tu do - Hanh phuc"}, want},
		{"in short", []string{"VĂN PHÒNG THƯỜNG TRỰC\tCHXHCN VIỆT NAM"}, want},
		{"what is counted under the motto",
			[]string{"BAN TỔ CHỨC\tĐẢNG CỘNG SẢN VIỆT NAM", "Đảng viên dự bị"}, "2.value=faulty B263@A2"},
		{"the same in the motto's cell",
			[]string{"BAN TỔ CHỨC\nĐẢNG CỘNG SẢN VIỆT NAM\nĐảng viên dự bị"}, "2.value=faulty B263@A1"},
		{"another district's", []string{"QUẬN ỦY LÊ CHÂN\tĐẢNG CỘNG SẢN VIỆT NAM"}, "2.value=faulty B263@A1"},
	} {
		var rows []row
		for _, l := range c.lines {
			rows = append(rows, row{l})
		}
		rows = append(rows, row{"KẾT QUẢ NĂM 2022"}, row{"Chỉ tiêu", "Thực hiện năm 2022"}, row{joined, 127})
		if got := said(examplePlan(t), "ban-to-chuc", laid(rows)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
