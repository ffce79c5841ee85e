package recognise

import "testing"

// A label that is visibly spoilt is mended where it can be nothing else; one that
// reads as a whole says what it says.
func TestASpoiltLabelIsMended(t *testing.T) {
	for _, c := range []struct{ unit, label, measured, want string }{
		// a slip of the pen
		{"ban-to-chuc", "Số đảng viên được kêts nạp trong năm 2022", "đảng viên", "2.value=48"},
		{"ban-to-chuc", "Số đản viên hoàn thành tốt nhiệm vụ trở lên", "đảng viên", "B244"}, // "dân viên"?
		{"ban-to-chuc", "Số đảng viên hoàn thàn tốt nhiệm vụ trở lên", "đảng viên", "1.3.numerator=48"},
		{"phuong-bac-son", "Số hộ ngèo", "hộ", "12.value=48"},
		{"phuong-bac-son", "Số hộ nghèoo cuối năm", "hộ", "12.value=48"},
		{"phuong-bac-son", "Số hộ nghề", "hộ", "B244"},
		{"phuong-bac-son", "Số hộ nghềe", "hộ", "B244"},
		{"phuong-bac-son", "Số hộ cậnn nghèo", "hộ", "B244"},
		{"phuong-bac-son", "Số lượt lao động được giải quết việc làm", "lượt lao động", "11.1.value=48"},
		{"thong-ke", "Tổng giá trị sản suất năm 2022", "triệu đồng", "4.current=48"},
		// half a word lost
		{"ban-to-chuc", "Số đảng viên được kết", "đảng viên", "2.value=48"},
		{"ban-to-chuc", "Số đảng viên được", "đảng viên", "B244"},
		{"ban-to-chuc", "Số đảng viên hoàn tốt nhiệm vụ trở lên", "đảng viên", "1.3.numerator=48"},
		{"ban-to-chuc", "Số đảng viên hoàn thành tốt nhiệm vụ", "đảng viên", "B244"},
		{"ban-to-chuc", "Số đảng viên hoàn thành nhiệm vụ trở lên", "đảng viên", "B244"},
		{"phuong-bac-son", "Số hộ có đến cuối năm 2022", "hộ", "B244"},
		{"phuong-bac-son", "Số hộ nghèo có", "hộ", "12.value=48"},
		{"phuong-bac-son", "Số hộ gia đình được công nhận gia đình văn", "hộ", "17.2.numerator=48"},
		{"phuong-bac-son", "Số hộ gia đình được công", "hộ", "B244"},
		{"phuong-bac-son", "Số tổ dân phố đạt", "tổ dân phố", "B244"},
		// the head lost: the unit of the row tells what is counted
		{"lao-dong", "động đã qua đào tạo", "lao động", "11.2.numerator=48"},
		{"ban-to-chuc", "sở đảng hoàn thành tốt nhiệm vụ trở lên", "tổ chức", "1.1.numerator=48"},
		{"ban-to-chuc", "sở đảng hoàn thành tốt nhiệm vụ trở lên", "", "B244"},
		{"phuong-bac-son", "số hộ gia đình", "hộ", "B244"},
		{"thong-ke", "trị sản xuất năm 2022", "triệu đồng", "B244"},
		// the end lost
		{"ban-to-chuc", "Số đảng viên được kết nạp trong năm 20", "đảng viên", "2.value=48"},
		{"phuong-bac-son", "Số hộ gia đình được công nhận gia đình văn h", "hộ", "17.2.numerator=48"},
		{"phuong-bac-son", "Số hộ ngh", "hộ", "B244"},
	} {
		if got := said1(t, c.unit, c.label, c.measured, 48); got != c.want {
			t.Errorf("%s: %q (%s): %s, want %s", c.unit, c.label, c.measured, got, c.want)
		}
	}
}

// A word is mended where it stands, whatever else of the label begins like it.
func TestAWordIsMendedWhereItStands(t *testing.T) {
	r := NewKnowledge(examplePlan(t), nil).reader("", "ban-to-chuc", book())
	for label, want := range map[string]string{
		"hoàn thành nhiệm vụ, hoàn thàn tốt nhiệm vụ": "hoàn thành nhiệm vụ, hoàn thanh tốt nhiệm vụ",
		"hoàn thàn; hoàn thàn tốt":                    "hoàn thanh; hoàn thanh tốt",
		" - hoàn thành nhiệm vụ. ":                    " - hoàn thành nhiệm vụ. ",
	} {
		if got := r.mend(label); got != want {
			t.Errorf("%q: %q", label, got)
		}
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]bool{
		"nghieng": true, "hoan": true, "giet": true, "gi": true, "quyet": true, "oanh": true, "ngheo": true,
		"yen":  true,
		"ngeo": false, "hoann": false, "quet": true, "giaiq": false, "ket": true, "kets": false, "ca": true,
		"ka": false,
		"ce": false, "b": false, "qet": false,
	} {
		if got := isSyllable(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}
