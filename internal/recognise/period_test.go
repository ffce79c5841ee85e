package recognise

import (
	"testing"

	"baocao/internal/resolution"
	"baocao/internal/workbook"
)

// What a heading says of "this quarter" or "so far" is of the months that the title
// over the table names, whichever report it is read for.
func TestRelativeWordsAreOfTheMonthsOfTheTitle(t *testing.T) {
	all := []string{"quy-1", "quy-2", "quy-3", "quy-4", "thang-4", "thang-9", "6-thang", "9-thang", "nam"}
	for _, c := range []struct {
		title, heading string
		of             string // the only report that it is of; "" for none
	}{
		{"BÁO CÁO QUÝ III NĂM 2026", "Trong quý", "quy-3"},
		{"BÁO CÁO QUÝ III NĂM 2026", "Lũy kế từ đầu năm", "9-thang"},
		{"BÁO CÁO QUÝ III NĂM 2026", "Kỳ này", "quy-3"},
		{"BÁO CÁO QUÝ III NĂM 2026", "Tháng này", "thang-9"},
		{"BÁO CÁO QUÝ I NĂM 2026", "Lũy kế", "quy-1"},
		{"BÁO CÁO THÁNG 9 VÀ 9 THÁNG NĂM 2026", "Trong tháng", "thang-9"},
		{"BÁO CÁO THÁNG 9 VÀ 9 THÁNG NĂM 2026", "Cộng dồn", "9-thang"},
		{"BÁO CÁO THÁNG 4; NHIỆM VỤ THÁNG 5 NĂM 2026", "Tháng báo cáo", "thang-4"},
		{"BÁO CÁO THÁNG 4; NHIỆM VỤ THÁNG 5 NĂM 2026", "Lũy kế", ""},
		{"KẾT QUẢ QUÝ II; PHƯƠNG HƯỚNG QUÝ III NĂM 2026", "Quý này", "quy-2"},
		{"Số liệu từ 01/7/2026 đến 30/9/2026", "Trong kỳ", "quy-3"},
		{"Số liệu đến 30/6/2026", "Lũy kế", "6-thang"},
		{"BÁO CÁO QUÝ IV VÀ CẢ NĂM 2026", "Lũy kế", "nam"},
		{"BÁO CÁO QUÝ I, QUÝ II NĂM 2026", "Lũy kế", ""},
		{"BÁO CÁO QUÝ III NĂM 2026", "Quý II", "quy-2"}, // named, not relative
		{"BÁO CÁO QUÝ III NĂM 2026", "6 tháng cuối năm", ""},
	} {
		for _, word := range all {
			p, _ := resolution.ParsePeriod(word)
			over := newLine(&workbook.Cell{Text: c.title}, frame{Period: p})
			of := frame{Period: p, told: toldBy([][]line{{over}})}
			r := readHeading([]string{c.heading}, of)
			if is := r.says.any(ofPeriod) && !r.says.any(ofOtherPeriod); is != (word == c.of) {
				t.Errorf("%q under %q of %s: %v", c.heading, c.title, word, is)
			}
		}
	}
}
