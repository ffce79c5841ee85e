package quantity

import "testing"

func TestWhatPeopleWriteInACell(t *testing.T) {
	for _, c := range []struct {
		text  string
		whole bool
		w     Writing
		value string
		other string
		unit  string
	}{
		{"12%", false, Plain, "12", "0", "%"},
		{"12 %", false, Plain, "12", "0", "%"},
		{"45,87", false, Plain, "45.87", "0", ""},
		{"1.300,4 tỷ đồng", false, Plain, "1300.4", "0", "tỷ đồng"},
		{"03", true, Plain, "3", "0", ""},
		{"\u00A0128 đảng viên", true, Plain, "128", "0", "đảng viên"},
		{"'128", true, Plain, "128", "0", ""},
		{"2.410", true, Plain, "2410", "0", ""},
		{"-3,5", false, Plain, "-3.5", "0", ""},
		{"325,023 tỷ đồng", false, Unclear, "325.023", "325023", "tỷ đồng"},
		{"1.250", false, Unclear, "1250", "1.25", ""},
		{"trên 4", false, Roughly, "4", "0", ""},
		{"Khoảng 24%", false, Roughly, "24", "0", "%"},
		{">= 80", false, Roughly, "80", "0", ""},
		{"80% trở lên", false, Roughly, "80", "0", "%"},
		{"61-62", false, Between, "61", "62", ""},
		{"125 – 130 đảng viên", true, Between, "125", "130", "đảng viên"},
		{"từ 16 đến 18%", false, Between, "16", "18", "%"},
		{"0,7%\n(còn 4,33%)", false, Several, "0", "0", ""},
		{"3/4 trường", false, OutOf, "3", "4", "trường"},
		{"126 đ/c", true, Plain, "126", "0", "đ/c"},
		{"12 km2", false, Plain, "12", "0", "km2"},
		{"12,5 m3", false, Plain, "12.5", "0", "m3"},
		{"１２５", true, Plain, "125", "0", ""},
		{"+125", true, Plain, "125", "0", ""},
		{"125.", true, Plain, "125", "0", ""},
		{"125*", true, Plain, "125", "0", ""},
		{"126(2)", true, Plain, "126", "0", ""},
		{"1.250,5", false, Plain, "1250.5", "0", ""},
		{"128\u00A0460", true, Plain, "128460", "0", ""},
		{"128\u00A0460 người", true, Plain, "128460", "0", "người"},
		{"3 345", true, Plain, "3345", "0", ""},
		{"352 (đạt 103,5%)", true, Plain, "352", "0", ""},
		{"352\n(103,5% KH)", true, Plain, "352", "0", ""},
		{"Đạt 352", true, Plain, "352", "0", ""},
		{"02 trường (MN Tràng Minh, TH Nam Sơn)", true, Plain, "2", "0", "trường"},
		{"02 trường (01 MN, 01 TH)", true, Plain, "2", "0", "trường"},
		{"352 lượt, tăng 21 lượt so với năm 2021", true, Plain, "352", "0", "lượt"},
		{"Kết nạp được 126 đảng viên, đạt 100,8% kế hoạch", true, Plain, "126", "0", "đảng viên"},
		{"48/58 = 82,76%", true, OutOf, "48", "58", ""},
		{"352 (chưa chốt)", true, Worded, "352", "0", ""},
		{"352 (ước)", true, Worded, "352", "0", ""},
		{"352 (KH)", true, Worded, "352", "0", ""},
		{"352 (vượt kế hoạch)", true, Plain, "352", "0", ""},
		{"tăng 21 lượt", true, Worded, "21", "0", ""},
		{"chưa đạt 352", true, Worded, "352", "0", ""},
		{"(352)", true, Worded, "352", "0", ""},
		{"l26", true, Worded, "26", "0", ""},
		{"1.23E+03", false, NotWritten, "0", "0", ""},
		{"125\n130", true, Several, "0", "0", ""},
		{"352; 361", true, Several, "0", "0", ""},
		{"890 985", true, Several, "890985", "0", ""},
		{"352 (kể cả 20 lượt của năm trước)", true, Several, "0", "0", ""},
		{"02 trường (01 MN, 02 TH)", true, Several, "0", "0", ""},
		{"48/58 = 90%", true, Several, "0", "0", ""},
		{"kế hoạch 340 đạt 352", true, Several, "0", "0", ""},
		{"1.300,4/1021 tỷ đồng", false, Several, "0", "0", ""},
		{"2 tổ chức, 5 đảng viên", false, Several, "0", "0", ""},
		{"Xuất siêu", false, NotWritten, "0", "0", ""},
		{"", false, NotWritten, "0", "0", ""},
		{"#REF!", false, NotWritten, "0", "0", ""},
	} {
		got := ReadWritten(c.text, c.whole)
		if got.Writing != c.w || got.Value.Plain() != c.value || got.Other.Plain() != c.other || got.Unit != c.unit {
			t.Errorf("%q: %d %s %s %q", c.text, got.Writing, got.Value.Plain(), got.Other.Plain(), got.Unit)
		}
	}
}

func TestUnitsAreConverted(t *testing.T) {
	for _, c := range []struct{ from, to, factor string }{
		{"ty dong", "trieu dong", "1000"}, {"trieu dong", "ty dong", "0.001"}, {"ty", "trieu dong", "1000"},
		{"nghin nguoi", "nguoi", "1000"},
		{"dong", "trieu dong", "0.000001"}, {"%", "%", "1"}, {"ho gia dinh", "ho", "1"}, {"1000 dong", "dong", "1000"},
	} {
		if f, ok := Factor(c.from, c.to); !ok || f.Plain() != c.factor {
			t.Errorf("%s to %s: %s %v", c.from, c.to, f.Plain(), ok)
		}
	}
	for _, c := range [][2]string{{"nguoi", "ho"}, {"ty dong", "nguoi"}, {"%", "nguoi"}, {"trieu usd", "trieu dong"}} {
		if f, ok := Factor(c[0], c[1]); ok {
			t.Errorf("%s to %s: %s", c[0], c[1], f.Plain())
		}
	}
}

func FuzzReadWritten(f *testing.F) {
	for _, s := range []string{"12%", "325,023 tỷ đồng", "61-62", "trên 4", "3/4", "1 250 000", "48/58 = 82,76%",
		"352 (đạt 103,5%)", "125\n130", "(", ")1(", "1(", "1,", "1 (%)"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, whole bool) {
		w := ReadWritten(s, whole)
		if w.Writing == NotWritten && (w.Value.Sign() != 0 || w.Unit != "") {
			t.Errorf("%q: %+v", s, w)
		}
	})
}
